// What a status change costs, from the key to the next paint, with the real catalogue and with 5,000 obligations, in turn in the same
// run: medians and 95th percentiles, and how many times it costs more with many (wanted: at most 1.2 at the 95th percentile).
//
//   node tests/bench/growth.mjs [rounds] [slowdown]
//
// `cargo xtask bench growth` builds both sites, sets the environment (ACCORD_DIST, ACCORD_DIST_GROWN) and calls this. The processor is
// not slowed unless a number is given. Run it on a quiet machine.

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
await browser.close();

for (const { server, obligations, rows, times } of sites) {
  await server.stop();
  const { count, median, p95 } = summary(times);
  console.log(`${String(obligations).padStart(5)} obligations, ${rows} rows in the page  p50 ${milliseconds(median)}, p95 ${milliseconds(p95)}, ${count} changes`);
}
const [few, many] = sites.map(({ times }) => summary(times));
console.log(`p95, many to few   ${(many.p95 / few.p95).toFixed(2)} (wanted: at most ${MOST}); p50 ${(many.median / few.median).toFixed(2)}`);
console.log(`processor slowed ${slowdown} times; load of the machine ${os.loadavg().map((load) => load.toFixed(1)).join(' ')} on ${os.cpus().length} cores`);
