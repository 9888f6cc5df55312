// What survives: a tab that is killed at a hundred moments of a stream of changes, and two tabs that change four hundred values at once.

import { arrive, expect, reload, test } from './support.mjs';

// Pictures of thousands of changes take many times as long as the changes.
test.use({ screenshot: 'off' });

/** Kills in all, and visitors among whom they are shared: each is killed and comes back again and again. */
const KILLS = 100;
const VISITORS = 2;
/** The stream goes round so many duties. */
const DUTIES = 40;
/** What is acknowledged on the screen so long before the kill must be there, in milliseconds. The issue asks for one second. */
const SURE = 1_000;

/** The page may be so many changes ahead of what it has told the test. */
const AHEAD = 400;

/**
 * The status (as a place in the menu) that the nth change of the stream gives, and to which duty. Each eighth round the duties take
 * steps of different lengths, so that the page as a whole is the same again only after 64 rounds, 2,560 changes.
 */
const planned = (number) => {
  const [duty, round] = [number % DUTIES, Math.floor(number / DUTIES)];
  return { duty, option: 1 + ((duty + round + Math.floor(round / 8) * (1 + (duty % 6))) % 8) };
};

/**
 * In the page: changes statuses through the menu, one after another, as fast as the page shows them, until the tab dies.
 * After each the screen is read; only what it shows counts as acknowledged.
 */
function streamIn({ begin, most, duties, bearer, acknowledge }) {
  // Not a timer: timers of a tab behind another one run once a second.
  const later = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(0);
    });
  const until = async (look) => {
    for (;;) {
      const found = look();
      if (found) return found;
      await later();
    }
  };
  const cells = [...document.querySelectorAll('[role=treegrid] button[data-duty]')].filter(
    (cell) => !cell.disabled && cell.ariaDisabled !== 'true' && (!bearer || cell.textContent.trim().startsWith(bearer)),
  );
  const status = document.querySelector('header [role=status]');
  return (async () => {
    for (let number = begin; number < most; number += 1) {
      const [duty, round] = [number % duties, Math.floor(number / duties)];
      const option = 1 + ((duty + round + Math.floor(round / 8) * (1 + (duty % 6))) % 8);
      const cell = cells[number % duties];
      const before = cell.querySelector('use').getAttribute('href');
      cell.click();
      const options = await until(() => {
        const list = [...document.querySelectorAll('[role=listbox] [role=option]')];
        return list.length === 9 && list;
      });
      const wanted = options[option].querySelector('use').getAttribute('href');
      options[option].click();
      await until(() => cell.querySelector('use').getAttribute('href') === wanted && status.textContent.includes('Saved'));
      await until(() => !document.querySelector('[role=listbox]'));
      if (acknowledge) window.acknowledge(number, before !== wanted);
    }
    return cells.length;
  })();
}

/** The glyphs of the duties of the stream, as the page shows them. */
const shownIn = (duties) =>
  [...document.querySelectorAll('[role=treegrid] button[data-duty]')]
    .filter((cell) => !cell.disabled && cell.ariaDisabled !== 'true')
    .slice(0, duties)
    .map((cell) => cell.querySelector('use').getAttribute('href'));

/** The glyphs in the order of the menu. */
const glyphsIn = async () => {
  document.querySelector('[role=treegrid] button[data-duty]').click();
  for (;;) {
    const list = [...document.querySelectorAll('[role=listbox] [role=option]')].map((option) => option.querySelector('use'));
    if (list.length === 9) {
      const glyphs = list.map((use) => use.getAttribute('href'));
      document.querySelector('[role=listbox]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      return glyphs;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
};

/** The page as it was after each of the first `most` changes: what may be found after a kill. */
function states(most, glyphs) {
  const state = Array(DUTIES).fill(glyphs[0]);
  const all = [state.join()];
  for (let number = 0; number < most; number += 1) {
    const { duty, option } = planned(number);
    state[duty] = glyphs[option];
    all.push(state.join());
  }
  return all;
}

test('a tab that is killed a hundred times: a state that existed, and nothing sure is missing', async ({ visitor, allow }) => {
  test.setTimeout(300_000);
  // The kills are meant.
  allow(/^crashed: /);
  const begun = Date.now();
  let kills = 0;
  let changes = 0;
  let unsure = 0;

  const one = async (number) => {
    const first = await visitor();
    const context = first.context();
    let acknowledged = [];
    await context.exposeBinding('acknowledge', (_, change) => acknowledged.push({ change, at: Date.now() }));
    let page = first;
    await arrive(page);
    const glyphs = await page.evaluate(glyphsIn);
    await reload(page);
    let done = 0;
    for (let turn = 0; turn < KILLS / VISITORS; turn += 1) {
      acknowledged = [];
      page.evaluate(streamIn, { begin: done, most: 1_000_000, duties: DUTIES, acknowledge: true }).catch(() => {});
      // A different moment each time: from at once to after a second and a half, which takes in the folding at the start.
      const moment = ((turn * 7 + number * 3) % 25) * 60 + turn;
      await new Promise((resolve) => setTimeout(resolve, moment));
      const session = await context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      const killed = Date.now();
      session.send('Page.crash').catch(() => {});
      await crashed;
      kills += 1;
      await page.close();

      page = await context.newPage();
      await page.goto('./');
      await page.locator('html[data-ready]').waitFor();
      const found = (await page.evaluate(shownIn, DUTIES)).join();
      const newest = Math.max(done, ...acknowledged.map(({ change }) => change + 1));
      const sure = Math.max(done, ...acknowledged.filter(({ at }) => at < killed - SURE).map(({ change }) => change + 1));
      const possible = states(newest + AHEAD, glyphs);
      const place = possible.findLastIndex((state) => state === found);
      expect(place, `kill ${turn} of visitor ${number}: a state that existed`).toBeGreaterThanOrEqual(0);
      expect(place, `kill ${turn} of visitor ${number}: ${sure} changes were sure, ${newest} acknowledged`).toBeGreaterThanOrEqual(sure);
      if (place < newest) unsure += 1;
      done = place;
    }
    changes += done;
  };
  await Promise.all(Array.from({ length: VISITORS }, (_, number) => one(number)));
  expect(kills).toBe(KILLS);
  expect(changes).toBeGreaterThan(KILLS);
  const seconds = Math.round((Date.now() - begun) / 1_000);
  process.stdout.write(`  ${kills} kills in ${changes} changes, ${seconds} s: every state existed, 0 sure changes missing; after ${unsure} kills the very last were not there yet\n`);
});

test('two tabs, two hundred changes each at once: all four hundred are in both', async ({ page, context }) => {
  test.setTimeout(180_000);
  await arrive(page);
  await page.getByRole('button', { name: 'Start blank' }).click();
  const second = await context.newPage();
  await arrive(second);
  const stream = (tab, bearer) => tab.evaluate(streamIn, { begin: 0, most: 200, duties: 100, bearer, acknowledge: false });
  await Promise.all([stream(page, 'Cambodia'), stream(second, 'Thailand')]);

  const glyphs = await page.evaluate(glyphsIn);
  await page.keyboard.press('Escape');
  const last = Array.from({ length: 100 }, (_, place) => glyphs[1 + ((place + 1) % 8)]);
  const of = (tab, bearer) =>
    tab.evaluate(
      (bearer) =>
        [...document.querySelectorAll('[role=treegrid] button[data-duty]')]
          .filter((cell) => !cell.disabled && cell.ariaDisabled !== 'true' && cell.textContent.trim().startsWith(bearer))
          .slice(0, 100)
          .map((cell) => cell.querySelector('use').getAttribute('href')),
      bearer,
    );
  const check = async (tab) => {
    await expect.poll(() => of(tab, 'Cambodia')).toEqual(last);
    await expect.poll(() => of(tab, 'Thailand')).toEqual(last);
  };
  for (const tab of [page, second]) await check(tab);
  for (const tab of [page, second]) {
    await reload(tab);
    await check(tab);
  }
  // Every act is in what is stored: in a base, in the log, or in both.
  const stamps = await page.evaluate(() => {
    const stamps = new Set();
    for (const [key, text] of Object.entries(localStorage)) {
      if (key.startsWith('accord-checklist/log/')) stamps.add(JSON.parse(text).stamp);
      if (key.startsWith('accord-checklist/review/')) for (const { stamp } of JSON.parse(text).history) stamps.add(stamp);
    }
    return stamps.size;
  });
  expect(stamps).toBe(400);
});
