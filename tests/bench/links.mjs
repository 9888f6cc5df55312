// How long it takes to write and to read the link of the largest realistic review: every duty assessed, with basis, date and a note of
// fourteen words. Medians and 95th percentiles of what the page itself notes around `encode` and `decode` (performance measures of these
// names), while a reader switches the notes off and on in the share dialog, and opens the link again and again. So it is the codec alone,
// in the built wasm, in a real browser, without drawing.
//
//   node tests/bench/links.mjs [rounds] [slowdown]
//
// `cargo xtask bench links` builds the site, sets the environment and calls this.

import os from 'node:os';
import { readFileSync } from 'node:fs';
import { chromium, expect } from '@playwright/test';
import { BROWSER_WORDS, restartableServer } from '../e2e/server.mjs';
import { lookOptions, withRecord } from '../e2e/states.mjs';

const [rounds = 60, slowdown = 1] = process.argv.slice(2).map(Number);
/** The first are not counted: code is compiled in them. */
const WARM_UP = 5;
/** Milliseconds at the 95th percentile. */
const WANTED = 5;

/** Words of the field, from which notes are made; always the same. */
const WORDS = `observers report that the convoy reached the checkpoint before noon and both commanders confirmed withdrawal of heavy weapons
from villages near border markers while clearance teams waited for approval mines remain prisoners returned statement denied`.split(/\s+/);
let state = 12_345;
const random = (below) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * below);
};
const note = () => Array.from({ length: 14 }, () => WORDS[random(WORDS.length)]).join(' ');

const server = await restartableServer();
const browser = await chromium.launch({ executablePath: process.env.ACCORD_CHROMIUM || undefined, args: BROWSER_WORDS });
const context = await browser.newContext({ baseURL: server.url, ...lookOptions('desktop', 'light') });
const page = await context.newPage();
await withRecord(page);

// The review of the record as a file, with a note at every duty.
await page.getByRole('banner').getByRole('link', { name: /all reviews$/ }).click();
const download = page.waitForEvent('download');
await page.getByRole('button', { name: /^Save as file: / }).first().click();
const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
const STATUSES = ['under-way', 'fulfilled', 'suspended', 'disputed', 'breached', 'no-evidence'];
for (const one of Object.values(file.assessments)) {
  one.note = note();
  one.status ??= STATUSES[random(STATUSES.length)];
  one.as_of = `2026-0${1 + random(6)}-${10 + random(18)}`;
}
delete file.folded;
await page.getByLabel('Open a review file').setInputFiles({
  name: 'largest.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ ...file, history: [] })),
});
await page.getByRole('button', { name: 'Open as a new review' }).click();

const session = await context.newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
const measured = (name) => page.evaluate((name) => performance.getEntriesByName(name, 'measure').map((one) => one.duration), name);

await page.getByRole('button', { name: 'Share', exact: true }).click();
const dialog = page.getByRole('dialog', { name: 'Share a snapshot' });
const notes = dialog.getByRole('checkbox', { name: /^Your notes/ });
await notes.check();
const link = await dialog.getByLabel('Link to this snapshot').inputValue();
await dialog.getByRole('checkbox', { name: /^Evidence/ }).check();
for (let round = 0; round < rounds + WARM_UP; round += 1) {
  await notes.uncheck();
  // Only what has every note in it is counted.
  await page.evaluate(() => performance.clearMeasures('encode'));
  await notes.check();
  await expect(dialog.getByText(/texts leave with this link/)).toBeVisible();
  const all = await measured('encode');
  await page.evaluate((all) => (window.encoded = [...(window.encoded ?? []), ...all]), all);
}
const encoded = await page.evaluate(() => window.encoded);
await page.keyboard.press('Escape');

await page.evaluate(() => performance.clearMeasures('decode'));
const fragment = new URL(link).hash;
for (let round = 0; round < rounds + WARM_UP; round += 1) {
  // The address first, and the event that makes the page read it a moment later: a navigation gives the browser's own threads and the
  // driver work for as long as the reading takes, and with two cores they take the page's (traced: 3 ms in one of ten).
  await page.evaluate(async (fragment) => {
    history.replaceState(null, '', fragment);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    dispatchEvent(new PopStateEvent('popstate'));
  }, fragment);
  await page.getByRole('region', { name: 'Snapshot' }).waitFor();
  await page.evaluate(() => (location.hash = '#overview'));
  await page.getByRole('region', { name: 'Snapshot' }).waitFor({ state: 'hidden' });
}
const decoded = await measured('decode');
await browser.close();
await server.stop();

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const milliseconds = (number) => `${number.toFixed(2)} ms`;
console.log(`link             ${link.length} characters, a note at each of ${Object.keys(file.assessments).length} duties`);
for (const [name, times] of [
  ['writing', encoded],
  ['reading', decoded],
]) {
  const sorted = times.slice(WARM_UP).sort((one, other) => one - other);
  const p95 = at(sorted, 0.95);
  const above = sorted.filter((time) => time >= WANTED).length;
  const judged = p95 < WANTED ? 'as wanted' : `wanted: under ${WANTED} ms`;
  console.log(`${name.padEnd(16)} median ${milliseconds(at(sorted, 0.5))}, p95 ${milliseconds(p95)}, ${sorted.length} times, ${above} of them ${WANTED} ms or more; ${judged}`);
}
console.log(`processor slowed ${slowdown} times; load of the machine ${os.loadavg().map((load) => load.toFixed(1)).join(' ')} on ${os.cpus().length} cores`);
