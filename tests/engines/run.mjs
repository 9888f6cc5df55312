// The main stories in three engines: one script, no driver's own words in it, so that each engine does the same.
//
//   node tests/engines/run.mjs [ENGINE …]     cargo xtask test engines
//
// Prints a table, story × engine, with versions. A browser that is not installed is not tried, and that is said.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { restartableServer } from '../e2e/server.mjs';
import * as drivers from './drivers.mjs';
import { until } from './drivers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const place = mkdtempSync(path.join(os.tmpdir(), 'accord-engines-'));

// ---------------------------------------------------------------- where things are (these run in the page)

const inPage = {
  ready: (kept) => document.documentElement.matches(kept ? '[data-ready][data-offline]' : '[data-ready]'),
  /** The control of a duty in the list, brought into the window. */
  cell: (id, bearer) => {
    const head = [...document.querySelectorAll('[role=rowheader]')].find((head) => head.textContent.trim() === id);
    const cell = [...head.closest('[role=row]').querySelectorAll('button')].find((button) => (button.getAttribute('aria-label') ?? button.textContent).trim().startsWith(bearer));
    cell?.scrollIntoView({ block: 'center' });
    return cell ?? null;
  },
  said: (id, bearer) => {
    const head = [...document.querySelectorAll('[role=rowheader]')].find((head) => head.textContent.trim() === id);
    const names = [...(head?.closest('[role=row]').querySelectorAll('button') ?? [])].map((button) => (button.getAttribute('aria-label') ?? button.textContent).trim().replace(/\s+/g, ' '));
    return names.find((name) => name.startsWith(bearer)) ?? '';
  },
  /** What can be seen and begins with a text. */
  named: (selector, text) => {
    const found = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility() && (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(text));
    found?.scrollIntoView({ block: 'nearest' });
    return found ?? null;
  },
  field: (label) => [...document.querySelectorAll('input[type=file]')].find((one) => (one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? '').includes(label)) ?? null,
  sees: (text) => document.body.innerText.replace(/\s+/g, ' ').includes(text),
  value: (selector) => document.querySelector(selector)?.value ?? '',
  forget: () => {
    localStorage.clear();
    sessionStorage.clear();
    return true;
  },
  stored: () => Object.keys(localStorage).length,
};

/** A browser with words for what a reader does. */
function reader(driver, url) {
  const run = (work, ...words) => driver.run(String(inPage[work]), words);
  const find = (work, ...words) => until(`${work} ${words.join(', ')} is not there`, () => driver.find(String(inPage[work]), words));
  const self = {
    async arrive(address = '', kept = false) {
      // A change of the fragment alone loads nothing anew.
      await driver.goto('about:blank');
      await driver.goto(url + address);
      await self.ready(kept);
    },
    ready: (kept = false) => until('the page does not start', () => run('ready', kept), 400),
    async reload() {
      await driver.reload();
      await self.ready();
    },
    async set(id, bearer, word) {
      await driver.click(await find('cell', id, bearer));
      await driver.click(await find('named', '[role=option]', word));
      await self.has(id, bearer, word);
    },
    has: (id, bearer, word) => until(`${id} of ${bearer} is not ${word}`, async () => (await run('said', id, bearer)).startsWith(`${bearer}: ${word}`)),
    press: async (text, selector = 'button, a, summary, label') => driver.click(await find('named', selector, text)),
    sees: (text) => until(`“${text}” is not on the page`, () => run('sees', text)),
    give: async (label, name, text) => {
      const file = path.join(place, name);
      writeFileSync(file, text);
      await driver.upload(await find('field', label), file);
    },
    value: (selector) => until(`${selector} is empty`, () => run('value', selector)),
    forget: () => run('forget'),
    stored: () => run('stored'),
  };
  return self;
}

// ---------------------------------------------------------------- the stories

const example = readFileSync(path.join(here, '../golden/review-v1-full.json'), 'utf8');

const STORIES = {
  async track(page) {
    await page.arrive();
    await page.set('KLD-1a', 'Cambodia', 'Observed');
    await page.set('KLD-1a', 'Thailand', 'Breach alleged');
    await page.press('Undo', 'header button, [role=banner] button');
    await page.has('KLD-1a', 'Thailand', 'Not assessed');
  },
  async reload(page) {
    await page.arrive();
    await page.set('KLD-6b', 'Thailand', 'Fulfilled');
    await page.reload();
    await page.has('KLD-6b', 'Thailand', 'Fulfilled');
  },
  async link(page) {
    await page.arrive();
    await page.set('KLD-1b', 'Thailand', 'Partly observed');
    await page.press('Share', 'header button, [role=banner] button');
    const link = await page.value('.share-link');
    await page.forget();
    await page.arrive(link.slice(link.indexOf('#')));
    await page.sees('Snapshot');
    await page.has('KLD-1b', 'Thailand', 'Partly observed');
    if ((await page.stored()) > 0) throw new Error('opening a link stored something');
  },
  async offline(page, server) {
    await page.arrive('', true);
    await server.stop();
    try {
      await page.reload();
      await page.sees('126 of 126 obligations shown');
      await page.set('KLD-6b', 'Thailand', 'Fulfilled');
      await page.arrive('#timeline');
      await page.sees('Timeline');
      await page.arrive('km/#overview');
      await page.sees('ទិដ្ឋភាពទូទៅ');
      await page.arrive();
      await page.has('KLD-6b', 'Thailand', 'Fulfilled');
    } finally {
      await server.start();
    }
  },
  async import(page) {
    await page.arrive('#reviews');
    await page.give('Open a review file', 'given.json', example);
    await page.press('Open as a new review', 'dialog button');
    await page.arrive('');
    await page.has('KLD-6b', 'Thailand', 'Fulfilled');
  },
  async compare(page) {
    await page.arrive();
    await page.set('KLD-1a', 'Cambodia', 'Observed');
    await page.arrive('#reviews');
    await page.give('Open a review file', 'given.json', example);
    await page.press('Compare side by side', 'dialog button');
    await page.sees('Only in B');
    await page.sees('In neither');
  },
};

// ---------------------------------------------------------------- the table

const wanted = process.argv.slice(2);
const server = await restartableServer();
const table = [];
let failed = 0;
let passed = 0;
for (const name of ['chromium', 'firefox', 'webkit'].filter((name) => wanted.length === 0 || wanted.includes(name))) {
  let driver = await drivers[name]();
  if (!driver) {
    console.log(`${name}: not tried, it or its driver is not installed`);
    continue;
  }
  const column = { engine: `${name} ${driver.version}` };
  table.push(column);
  for (const [story, tell] of Object.entries(STORIES)) {
    driver ??= await drivers[name]();
    const page = reader(driver, server.url);
    const began = Date.now();
    try {
      await tell(page, server);
      column[story] = `ok ${((Date.now() - began) / 1000).toFixed(1)} s`;
      passed += 1;
    } catch (error) {
      failed += 1;
      column[story] = 'FAILED';
      console.error(`FAULT ${column.engine}: ${story}: ${error.message}`);
    }
    // Each story begins with a browser that has seen nothing.
    await page.forget().catch(() => {});
    if (story === 'offline' || column[story] === 'FAILED') {
      await driver.quit();
      driver = null;
    }
  }
  await driver?.quit();
}
await server.stop();
rmSync(place, { recursive: true, force: true });
const rows = ['engine', ...Object.keys(STORIES)];
const width = Math.max(16, ...table.map((column) => column.engine.length + 2));
for (const row of rows) console.log(row.padEnd(10) + table.map((column) => (column[row] ?? '').padEnd(width)).join(''));
console.log(`engines: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
