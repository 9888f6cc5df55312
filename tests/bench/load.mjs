// The first load, the second visit, the start without a network, and what a touch costs: the release site beside two pages made from the
// same prerendered HTML and CSS, `bare` without script and `enhanced` with a few dozen lines of it. Rounds alternate between the three, so
// that the ratios mean something on a machine that is busy. Three profiles of line and processor. Of the large catalogue, whose site has
// only the first rows in the page, there is `whole` too: `enhanced` with a row for every obligation.
//
//   node tests/bench/load.mjs [rounds] [profiles, as `abc`]
//
// `cargo xtask bench load` builds the site, sets the environment and calls this. With ACCORD_DIST_GROWN the large catalogue comes after
// the real one. The result is printed and written to target/bench/load.json; tests/bench/load.json is the last one that was committed.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_WORDS, restartableServer } from '../e2e/server.mjs';
import { makeBaselines } from './baselines.mjs';
import { summary, timed, watchPaints } from './paints.mjs';

const rounds = Number(process.argv[2] ?? 5);
const chosen = process.argv[3] ?? 'abc';
const PROFILES = {
  a: { name: 'a: not throttled', slowdown: 1, network: null },
  b: { name: 'b: 4 × CPU, 1.6 Mbit/s, 150 ms', slowdown: 4, network: [1_600_000, 150] },
  c: { name: 'c: 6 × CPU, 400 kbit/s, 400 ms', slowdown: 6, network: [400_000, 400] },
};
const TOUCHES = 12;

const browser = await chromium.launch({ executablePath: process.env.ACCORD_CHROMIUM || undefined, args: BROWSER_WORDS });

/** In the page, from its beginning: when it was painted, and when it reacts. It says so by itself: who asked would be in the page's way. */
function watchStart() {
  window.seen = { largest: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.seen.largest = entry.startTime))).observe({
    type: 'largest-contentful-paint',
    buffered: true,
  });
  const watch = new MutationObserver(() => {
    if (!('ready' in (document.documentElement?.dataset ?? {}))) return;
    window.seen.reacts = performance.now();
    console.debug('reacts');
    watch.disconnect();
  });
  watch.observe(document, { attributes: true, childList: true, subtree: true, attributeFilter: ['data-ready'] });
  window.texts = new Promise((resolve) => addEventListener('accord-prose', resolve));
}

/** In the page, from its beginning: sets a status as soon as that does anything, and notes when it is shown and stored. */
function setStatusEarly() {
  const shows = (cell) => cell.matches('select') ? cell.value === '5' : cell.querySelector('.glyph')?.matches('.fulfilled');
  const look = () => {
    const cell = document.querySelector('.grid select, .grid .cell');
    if (cell && shows(cell) && localStorage.length > 0) {
      window.seen.status = performance.now();
      console.debug('status');
      return;
    }
    const option = document.querySelectorAll('[role=listbox] [role=option]')[5];
    if (cell?.matches('select')) {
      cell.value = '5';
      cell.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (option) option.click();
    else cell?.click();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function throttle(session, { slowdown, network }) {
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (!network) return;
  const [bits, latency] = network;
  const throughput = bits / 8;
  await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput });
}

/** One visit: what it weighed and when it was there. */
async function visit(context, url, profile, isBare, asksStatus = false) {
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  await page.addInitScript(watchStart);
  if (asksStatus) await page.addInitScript(setStatusEarly);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await throttle(session, profile);
  let bytes = 0;
  let requests = 0;
  let counts = true;
  session.on('Network.responseReceived', () => (requests += counts));
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += counts ? encodedDataLength : 0));
  const said = (word) => page.waitForEvent('console', { predicate: (message) => message.text() === word });
  const wanted = isBare ? [] : ['reacts', ...(asksStatus ? ['status'] : [])].map(said);
  await page.goto(url, { waitUntil: 'load', timeout: 180_000 });
  await Promise.all(wanted);
  counts = false;
  // The browser tells of a paint some time after it.
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length && window.seen.largest);
  const told = await page.evaluate(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    largest: window.seen.largest,
    status: window.seen.status,
    reacts: window.seen.reacts ?? performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart,
    shift: performance.getEntriesByType('layout-shift').reduce((sum, entry) => sum + entry.value, 0),
  }));
  return { page, session, told: { ...told, bytes, requests } };
}

/** Memory of the page's process, in bytes that are its own. */
async function memory(session) {
  const root = await browser.newBrowserCDPSession();
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const own = (pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/RssAnon:\s+(\d+)/)?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  };
  await session.send('HeapProfiler.collectGarbage').catch(() => {});
  return Math.max(0, ...pids.map(own));
}

const settle = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** What a touch costs, to the next paint: a status, a key of the search, opening an obligation. */
async function touches(page, kind) {
  const times = { status: [], search: [], detail: [] };
  await page.evaluate(watchPaints);
  // By key, as all touches here: a mouse that rests over the page makes the browser look at each frame what is below it. A phone has none.
  const start = page.getByRole('button', { name: 'Start blank' });
  if (kind === 'site' && (await start.isVisible())) await start.press('Enter');
  for (let touch = 0; touch < TOUCHES; touch += 1) {
    const place = touch % 4;
    if (kind === 'enhanced') {
      await page.locator('.grid select').nth(place).focus();
      times.status.push((await timed(page, touch < 4 ? 'ArrowDown' : touch < 8 ? 'End' : 'Home')).time);
    } else {
      await page.locator('.grid .cell').nth(place).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('listbox').waitFor();
      times.status.push((await timed(page, String(2 + Math.floor(touch / 4)))).time);
      await page.getByRole('listbox').waitFor({ state: 'detached' });
    }
    await settle(page);
  }
  const search = page.locator('.search input');
  for (const word of ['mines', 'border', 'release'].slice(0, Math.ceil(TOUCHES / 4))) {
    await search.focus();
    for (const letter of word.slice(0, 4)) {
      times.search.push((await timed(page, letter)).time);
      await settle(page);
    }
    await search.fill('');
    await settle(page);
  }
  for (let touch = 0; touch < TOUCHES; touch += 1) {
    await page.locator('.grid .title').nth(touch).focus();
    times.detail.push((await timed(page, 'Enter')).time);
    await settle(page);
  }
  return times;
}

/** A visit of its own, in which a status is set as soon as that can be done. */
async function timeToStatus(dir, profile) {
  const server = await restartableServer({ dir });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  const { told } = await visit(context, server.url, profile, false, true);
  await context.close();
  await server.stop();
  return told;
}

/** All rounds of a site beside its baselines. */
async function measure(dist, folder, profile, isLarge) {
  const baselines = await makeBaselines(dist, folder, isLarge ? browser : undefined);
  const found = {};
  const kinds = isLarge ? ['bare', 'enhanced', 'whole', 'site'] : ['bare', 'enhanced', 'site'];
  for (const kind of kinds) found[kind] = { loads: [], status: [], again: [], offline: [], touches: { status: [], search: [], detail: [] }, memory: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) {
      const server = await restartableServer({ dir: kind === 'site' ? dist : baselines[kind] });
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
      const of = found[kind];
      const { page, session, told } = await visit(context, server.url, profile, kind === 'bare');
      of.loads.push(told);
      // The site's memory with all that it loads.
      if (kind === 'site') await page.evaluate(() => window.texts);
      if (kind !== 'bare') of.memory.push(await memory(session));
      if (kind === 'whole') {
        await context.close();
        await server.stop();
        continue;
      }
      if (kind !== 'bare') {
        const times = await touches(page, kind);
        for (const [name, list] of Object.entries(times)) of.touches[name].push(...list);
      }
      if (kind === 'site') await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      await page.close();
      // Nobody comes again before the page that was closed is gone: taking it apart is work too.
      await new Promise((later) => setTimeout(later, 1000));
      const again = await visit(context, server.url, profile, kind === 'bare');
      of.again.push(again.told);
      await again.page.close();
      await server.stop();
      if (kind === 'site') {
        const offline = await visit(context, server.url, profile, false);
        of.offline.push(offline.told);
        await offline.page.close();
      }
      await context.close();
      if (kind !== 'bare') of.status.push(await timeToStatus(kind === 'site' ? dist : baselines[kind], profile));
    }
  }
  return found;
}

const middle = (list, what) => summary(list.map((one) => one[what])).median;
const result = { when: new Date().toISOString().slice(0, 10), browser: browser.version(), rounds, profiles: {} };
for (const [name, dist] of [
  ['real', process.env.ACCORD_DIST ?? 'dist'],
  ['grown', process.env.ACCORD_DIST_GROWN],
]) {
  if (!dist) continue;
  for (const letter of name === 'grown' ? 'a' : chosen) {
    const profile = PROFILES[letter];
    const found = await measure(dist, path.resolve('target/bench/baselines'), profile, name === 'grown');
    const line = (what, value, wanted) => {
      const to = (one) => (one ? (value.site / one).toFixed(2) : '–');
      const number = (one) => (one === undefined ? '–' : Math.round(one * 10) / 10);
      const others = Object.keys(found).filter((kind) => kind !== 'site');
      const numbers = Object.keys(found).map((kind) => `${kind} ${String(number(value[kind])).padStart(8)}`);
      const ratios = others.map((kind) => `to ${kind} ${to(value[kind]).padStart(5)}`);
      console.log(`${what.padEnd(24)} ${[...numbers, ...ratios].join('  ')}${wanted ? `  (${wanted})` : ''}`);
      (result.profiles[`${name} ${letter}`] ??= {})[what] = value;
    };
    // What the same touch costs at the real catalogue, in the same run.
    const own = (what) => {
      const real = name === 'grown' && result.profiles[`real ${letter}`]?.[what]?.site;
      return real ? `${(result.profiles[`grown ${letter}`][what].site / real).toFixed(2)} of its own at the real catalogue` : '';
    };
    const all = (part, what) => Object.fromEntries(Object.entries(found).map(([kind, of]) => [kind, of[part].length ? middle(of[part], what) : undefined]));
    console.log(`\n${name} catalogue, ${profile.name}`);
    line('bytes of the first load', all('loads', 'bytes'), letter === 'a' ? 'wanted: 150,000' : '');
    line('requests', all('loads', 'requests'), letter === 'a' ? 'wanted: 8' : '');
    line('first paint, ms', all('loads', 'first'), 'wanted: 1.1 of bare');
    line('largest paint, ms', all('loads', 'largest'), 'wanted: 1.1 of bare');
    const wanted = { 'real a': '', 'real b': 'wanted: 1.5 of enhanced', 'real c': 'wanted: 1.9 of enhanced', 'grown a': 'wanted: 0.25 of whole' }[`${name} ${letter}`];
    line('a status is set, ms', all('status', 'status'), name === 'real' ? wanted : '');
    line('all reacts, ms', all('loads', 'reacts'), wanted);
    line('layout shift × 1000', Object.fromEntries(Object.entries(all('loads', 'shift')).map(([kind, shift]) => [kind, shift * 1000])));
    line('second visit reacts, ms', all('again', 'reacts'), 'wanted: 1.3 of enhanced');
    line('offline start reacts, ms', { enhanced: middle(found.enhanced.again, 'reacts'), site: middle(found.site.offline, 'reacts') }, 'wanted: 1.3 of enhanced');
    for (const touch of ['status', 'search', 'detail']) {
      for (const part of ['median', 'p95']) {
        const of = (kind) => summary(found[kind].touches[touch])[part];
        const what = `${touch}, ${part}, ms`;
        line(what, { enhanced: of('enhanced'), site: of('site') }, name === 'real' ? `wanted: ${part === 'p95' ? 1.5 : 1.2} of enhanced` : '');
        if (own(what)) console.log(`${' '.repeat(25)}${own(what)}${part === 'p95' ? '' : { status: ' (wanted: 1.2)', search: ' (wanted: 4)', detail: '' }[touch]}`);
      }
    }
    const mega = (kind) => summary(found[kind].memory).median / 1e6;
    const memories = Object.fromEntries(Object.keys(found).filter((kind) => kind !== 'bare').map((kind) => [kind, mega(kind)]));
    line('memory, MB', memories, name === 'grown' ? 'wanted: 0.5 of whole' : '');
  }
}
console.log(`\nmedians of ${rounds} rounds; load of the machine ${os.loadavg().map((load) => load.toFixed(1)).join(' ')} on ${os.cpus().length} cores`);
await browser.close();
mkdirSync('target/bench', { recursive: true });
writeFileSync('target/bench/load.json', `${JSON.stringify(result, null, 1)}\n`);
