// What a status change costs, from the key to the next paint, with the real catalogue and with 5,000 obligations, in turn in the same
// run: medians and 95th percentiles, and how many times it costs more with many (wanted: at most 1.2 at the 95th percentile).
//
// Then words are looked for among the many, where only rows that are new are drawn: the list must be the one that its address gives.
//
//   node tests/bench/growth.mjs [rounds] [slowdown]
//
// `cargo xtask bench growth` builds both sites, sets the environment (ACCORD_DIST, ACCORD_DIST_GROWN) and calls this. The processor is
// not slowed unless a number is given. Run it on a quiet machine.

import assert from 'node:assert/strict';
import os from 'node:os';
import { chromium } from '@playwright/test';
import { BROWSER_WORDS, restartableServer } from '../e2e/server.mjs';
import { lookOptions } from '../e2e/states.mjs';
import { arrive, cell, menu } from '../e2e/support.mjs';
import { milliseconds, summary, timed, watchPaints } from './paints.mjs';

const [rounds = 120, slowdown = 1] = process.argv.slice(2).map(Number);
const MOST = 1.2;
/** So many changes are made at one site before the other has its turn; the first turn of each is not counted. */
const TURN = 10;
const DUTIES = ['KLD-1b', 'KLD-2', 'KLD-3b', 'KLD-4a-2'];

const browser = await chromium.launch({ executablePath: process.env.ACCORD_CHROMIUM || undefined, args: BROWSER_WORDS });
const sites = [];
for (const dir of [process.env.ACCORD_DIST, process.env.ACCORD_DIST_GROWN]) {
  const server = await restartableServer({ dir });
  const context = await browser.newContext({ baseURL: server.url, ...lookOptions('desktop', 'light') });
  await context.addInitScript(() => (window.texts = new Promise((resolve) => addEventListener('accord-prose', resolve))));
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await arrive(page);
  await page.getByRole('button', { name: 'Start blank' }).click();
  await page.evaluate(watchPaints);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const obligations = Number((await page.getByRole('region', { name: 'Checklist' }).getByRole('status').textContent()).replace(/,/g, '').match(/of (\d+)/)[1]);
  const rows = await page.locator('[data-obligation]').count();
  sites.push({ server, page, obligations, rows, times: [], made: 0 });
}

for (let turn = 0; turn <= rounds / TURN; turn += 1) {
  for (const site of sites) {
    await site.page.bringToFront();
    for (let change = 0; change < TURN; change += 1) {
      const id = DUTIES[site.made % DUTIES.length];
      const status = 2 + (Math.floor(site.made / DUTIES.length) % 7);
      site.made += 1;
      await cell(site.page, id, 'Thailand').focus();
      await site.page.keyboard.press('Enter');
      await menu(site.page, id, 'Thailand').waitFor();
      const { time } = await timed(site.page, String(status));
      await menu(site.page, id, 'Thailand').waitFor({ state: 'hidden' });
      if (turn > 0) site.times.push(time);
    }
  }
}

/** The list as it stands: its groups with their counts, and the rows of each with their cells. */
const list = (page) =>
  page.locator('.grid').evaluate((grid) => {
    const rows = (group) => [...group.querySelectorAll('.row')].map((row) => `${row.id} ${[...row.querySelectorAll('.cell')].map((one) => one.innerText).join(' | ')}`);
    const groups = [...grid.querySelectorAll('.group:not([hidden])')].map((group) => [group.querySelector('.group-head').innerText, rows(group)]);
    return { groups, stops: grid.querySelectorAll('[tabindex="0"]').length };
  });
const { page } = sites[1];
await page.evaluate(() => window.texts);
for (const typed of ['m', 'mi', 'min', 'mines', 'mines 12', 'mines', 'm', '', 'border', 'border release', 'release', 'zzz', 'prisoners (30)', '']) {
  await page.getByRole('searchbox').fill(typed);
  const shown = await page.getByRole('region', { name: 'Checklist' }).getByRole('status').textContent();
  await page.waitForFunction((typed) => decodeURIComponent(location.hash).includes(typed), typed && `q=${typed.replace(/ /g, '+')}`.slice(0, 3));
  const other = await page.context().newPage();
  await arrive(other, new URL(page.url()).hash || './');
  await other.evaluate(() => window.texts);
  await other.getByRole('region', { name: 'Checklist' }).getByRole('status').getByText(shown, { exact: true }).waitFor();
  const now = await list(page);
  // One stop of the Tab key, where there is anything.
  assert.deepEqual(now, { ...(await list(other)), stops: Math.min(1, now.groups.length) }, typed);
  await other.close();
}
console.log('the list after typing is the one of its address');
await browser.close();

for (const { server, obligations, rows, times } of sites) {
  await server.stop();
  const { count, median, p95 } = summary(times);
  console.log(`${String(obligations).padStart(5)} obligations, ${rows} rows in the page  p50 ${milliseconds(median)}, p95 ${milliseconds(p95)}, ${count} changes`);
}
const [few, many] = sites.map(({ times }) => summary(times));
console.log(`p95, many to few   ${(many.p95 / few.p95).toFixed(2)} (wanted: at most ${MOST}); p50 ${(many.median / few.median).toFixed(2)}`);
console.log(`processor slowed ${slowdown} times; load of the machine ${os.loadavg().map((load) => load.toFixed(1)).join(' ')} on ${os.cpus().length} cores`);
