// A status set before the program is there: by a first visitor, on a slow line or one that breaks. It is shown, kept, and taken over.

import { test, expect, arrive, axeViolations, bar, cell, kept, menu, ready, setStatus, stored, toast, undo } from './support.mjs';

const PROGRAM = '**/app-*.wasm';
/** The browser's own words on a file that a story holds back, and on a request that it refuses. */
const HELD = /preloaded using link preload/;
const REFUSED = /Failed to load resource|TypeError|ERR_FAILED|Failed to fetch|preloaded using link preload|blocked by Playwright|WebAssembly/;
const ALONE = { serviceWorkers: 'block' };
const welcome = (page) => page.getByRole('button', { name: 'Start blank' });

/** Holds the program back until the answer is called. */
async function hold(page) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(PROGRAM, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  return release;
}

test('a status is set, shown and kept while the program loads, and is in the review once it is there', async ({ page, allow }) => {
  allow(HELD);
  const release = await hold(page);
  await page.goto('./');
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Breach alleged');
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  await expect(kept(page)).toHaveText('Saved on this device');
  await expect(welcome(page)).toBeHidden();
  // No count that is not so.
  await expect(bar(page, 'Joint Declaration', 'Cambodia')).toBeHidden();
  release();
  await ready(page);
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  await expect(bar(page, 'Joint Declaration', 'Cambodia')).toHaveAccessibleName('Cambodia, 25 duties: 1 fulfilled, 24 not assessed');
  await expect(bar(page, 'Joint Declaration', 'Thailand')).toHaveAccessibleName('Thailand, 26 duties: 1 fulfilled, 25 not assessed');
  await expect(kept(page)).toHaveText('Saved on this device');
  expect(Object.keys(await stored(page))).not.toContain('accord-checklist/ahead');
  await undo(page).click();
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
  await page.locator('html[data-offline]').waitFor();
});

test('what was set is there again where the line broke before the program came, and the review has it in the end', async ({ visitor, allow }) => {
  allow(REFUSED);
  const page = await visitor(ALONE);
  await page.route(PROGRAM, (route) => route.abort());
  await page.goto('./');
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await expect(page.getByText('The controls could not be loaded.')).toBeVisible();
  await page.reload();
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Breach alleged');
  await page.unroute(PROGRAM);
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Breach alleged');
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
});

test('what is taken back before the program is there leaves nothing', async ({ page, allow }) => {
  allow(HELD);
  const release = await hold(page);
  await page.goto('./');
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await setStatus(page, 'KLD-6b', 'Thailand', 'Not assessed');
  await expect(kept(page)).toHaveText('Nothing stored');
  await expect(bar(page, 'Joint Declaration', 'Cambodia')).toBeVisible();
  expect(await stored(page)).toEqual({});
  release();
  await ready(page);
  await expect(kept(page)).toHaveText('Nothing stored');
  await page.locator('html[data-offline]').waitFor();
});

test('the menu by keys, and the program’s own where it is open when the program comes', async ({ page, allow }) => {
  allow(HELD);
  const release = await hold(page);
  await page.goto('./');
  const control = cell(page, 'KLD-6b', 'Thailand');
  await control.click();
  const options = menu(page, 'KLD-6b', 'Thailand').getByRole('option');
  await expect(options).toHaveCount(9);
  await expect(options.first()).toBeFocused();
  expect(await axeViolations(page, { include: '.menu' })).toEqual([]);
  await page.keyboard.press('End');
  await expect(options.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(menu(page, 'KLD-6b', 'Thailand').getByRole('option', { name: 'Disputed' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page, 'KLD-6b', 'Thailand')).toBeHidden();
  await expect(control).toBeFocused();
  await expect(control).toHaveAccessibleName('Thailand: Not assessed');
  await control.press('Enter');
  await page.keyboard.press('6');
  await expect(control).toHaveAccessibleName('Thailand: Fulfilled');
  await control.press('Enter');
  await expect(menu(page, 'KLD-6b', 'Thailand').getByRole('option', { name: 'Fulfilled', exact: true })).toBeFocused();
  release();
  await ready(page);
  await expect(menu(page, 'KLD-6b', 'Thailand')).toHaveCount(1);
  await expect(menu(page, 'KLD-6b', 'Thailand').getByRole('option', { name: 'Fulfilled', exact: true })).toBeFocused();
  await page.keyboard.press('8');
  await expect(control).toHaveAccessibleName('Thailand: Disputed');
  await expect(toast(page)).toContainText('Disputed');
  await page.locator('html[data-offline]').waitFor();
});

test('where the browser stores nothing, it is said, and the program takes it over all the same', async ({ page, allow }) => {
  allow(HELD);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const release = await hold(page);
  await page.goto('./');
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await expect(kept(page)).toHaveText('Not saved');
  release();
  await ready(page);
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
  await expect(kept(page)).toHaveText('Not saved');
});

test('whoever has a review chooses once it is read: a tap before is done then', async ({ page, allow }) => {
  allow(HELD);
  await arrive(page);
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await page.locator('html[data-offline]').waitFor();
  const release = await hold(page);
  // The worker has the program; it is asked for past it.
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((worker) => worker.unregister()));
  await page.reload();
  await cell(page, 'KLD-6b', 'Thailand').click();
  await expect(menu(page, 'KLD-6b', 'Thailand')).toBeHidden();
  release();
  await ready(page);
  await expect(menu(page, 'KLD-6b', 'Thailand').getByRole('option', { name: 'Fulfilled', exact: true })).toBeFocused();
  await page.locator('html[data-offline]').waitFor();
});

test('garbage where it is kept does no harm', async ({ page }) => {
  await page.addInitScript(() => {
    if (!sessionStorage.getItem('once')) localStorage.setItem('accord-checklist/ahead', 'x\n/ \nKLD-6b/nobody fulfilled\nKLD-6b/thailand "]\nKLD-6b/thailand done\nKLD-6b/thailand fulfilled');
    sessionStorage.setItem('once', '1');
  });
  await arrive(page);
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
  expect(Object.keys(await stored(page))).not.toContain('accord-checklist/ahead');
  await page.locator('html[data-offline]').waitFor();
});
