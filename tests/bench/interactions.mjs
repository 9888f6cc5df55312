// How long a status change and a key of the search take, from the key to the next paint, in the same run: medians and 95th
// percentiles, and how many times a status change a search key costs (wanted: at most 1.5).
//
//   node tests/bench/interactions.mjs [rounds] [slowdown]
//
// `cargo xtask bench interactions` builds the site, sets the environment and calls this. The processor is slowed four times unless
// another number is given, so that a phone's times are seen and a frame of the screen does not hide them. Run it on a quiet machine.

import os from 'node:os';
import { chromium } from '@playwright/test';
import { BROWSER_WORDS, restartableServer } from '../e2e/server.mjs';
import { lookOptions, withRecord } from '../e2e/states.mjs';
import { cell, menu, shown } from '../e2e/support.mjs';
import { milliseconds, summary, timed, watchPaints } from './paints.mjs';

const [rounds = 30, slowdown = 4] = process.argv.slice(2).map(Number);
const MOST = 1.5;
/** The first rounds are not counted: code is compiled and fonts are loaded in them. */
const WARM_UP = 3;
/** What is typed: each key of it is one measurement. */
const WORDS = ['mines', 'border', 'soldiers', 'release'];
const DUTIES = ['KLD-1b', 'KLD-2', 'KLD-3b', 'KLD-4a-2'];

const server = await restartableServer();
const browser = await chromium.launch({ executablePath: process.env.ACCORD_CHROMIUM || undefined, args: BROWSER_WORDS });
const context = await browser.newContext({ baseURL: server.url, ...lookOptions('desktop', 'light') });
const page = await context.newPage();
await withRecord(page);
await page.evaluate(watchPaints);
const session = await context.newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

const search = page.getByRole('searchbox');
const times = { status: [], search: [] };
let late = 0;
for (let round = 0; round < rounds + WARM_UP; round += 1) {
  const id = DUTIES[round % DUTIES.length];
  await cell(page, id, 'Thailand').focus();
  await page.keyboard.press('Enter');
  await menu(page, id, 'Thailand').waitFor();
  const before = await cell(page, id, 'Thailand').innerText();
  const status = await timed(page, String(4 + (Math.floor(round / DUTIES.length) % 3)), () => cell(page, id, 'Thailand').innerText());
  if (status.then === before && round >= DUTIES.length) late += 1;
  if (round >= WARM_UP) times.status.push(status.time);

  await search.focus();
  for (const letter of WORDS[round % WORDS.length]) {
    const { time, then } = await timed(page, letter, () => shown(page).first().innerText());
    if (round >= WARM_UP) times.search.push(time);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    if ((await shown(page).first().innerText()) !== then) late += 1;
  }
  await search.fill('');
}
await browser.close();
await server.stop();

for (const [what, name] of [
  ['status', 'a status change'],
  ['search', 'a search key'],
]) {
  const { count, median, p95 } = summary(times[what]);
  console.log(`${name.padEnd(16)} median ${milliseconds(median)}, p95 ${milliseconds(p95)}, ${count} times`);
}
const ratio = summary(times.search).median / summary(times.status).median;
console.log(`ratio            ${ratio.toFixed(2)} (wanted: at most ${MOST})`);
console.log(`shown too late   ${late} times something changed after the paint that was measured`);
console.log(`processor slowed ${slowdown} times; load of the machine ${os.loadavg().map((load) => load.toFixed(1)).join(' ')} on ${os.cpus().length} cores`);
