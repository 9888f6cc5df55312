// The program in parts: what the list needs to react comes first, the rest right after it, and whoever has reviews or comes by an address
// that names something waits for both.

import { test, expect, arrive, cell, detail, head, kept, openObligation, part, ready, setStatus, title } from './support.mjs';

const startBlank = (page) => page.getByRole('button', { name: 'Start blank' });
/** Without a worker, which would have the file. */
const ALONE = { serviceWorkers: 'block' };
/** The browser's own words on a request that a story refuses, and on one that was to be ready for it. */
const REFUSED = /Failed to load resource|TypeError|ERR_FAILED|Failed to fetch|preloaded using link preload|blocked by Playwright/;
const LATER = '**/later-*.wasm';

/** What this page asked for so far, the worker's own requests left out. */
function asked(page) {
  const names = [];
  page.on('request', (request) => request.serviceWorker() || names.push(new URL(request.url()).pathname.split('/').pop()));
  return names;
}

/** Holds the rest of the program back until the answer is called. */
async function hold(page) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('a first visit reacts before the rest is there, with the words of its language alone', async ({ page }) => {
  const names = asked(page);
  const release = await hold(page);
  await arrive(page);
  expect(names.filter((name) => name.startsWith('words.'))).toHaveLength(1);
  expect(names.find((name) => name.startsWith('words.'))).toMatch(/^words\.en-/);
  await startBlank(page).click();
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  await expect(kept(page)).toHaveText('Saved on this device');
  await title(page, 'KLD-6b').click();
  await expect(detail(page).getByRole('status').getByText('Loading …')).toBeVisible();
  release();
  await expect(detail(page).getByText('KLD-6b', { exact: true }).first()).toBeVisible();
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  await page.locator('html[data-offline]').waitFor();
});

test('who cannot load the rest can assess, is told, and can try again', async ({ visitor, allow }) => {
  allow(REFUSED);
  const page = await visitor(ALONE);
  await page.route(LATER, (route) => route.abort());
  await page.goto('./');
  await page.locator('html[data-ready]').waitFor();
  await startBlank(page).click();
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  await title(page, 'KLD-6b').click();
  await expect(detail(page).getByRole('alert')).toContainText('This part could not be loaded. Your assessment works without it.');
  await detail(page).getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('?');
  await expect(page.getByRole('alert')).toContainText('This part could not be loaded.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toBeHidden();
  await page.getByLabel('Group by').selectOption({ label: 'Theme' });
  await expect(page.getByText('This part could not be loaded.')).toBeVisible();
  await expect(head(page, 'Joint Declaration')).toBeVisible();
  await title(page, 'KLD-6b').click();
  await page.unroute(LATER);
  await detail(page).getByRole('button', { name: 'Try again' }).click();
  await expect(detail(page).getByText('KLD-6b', { exact: true }).first()).toBeVisible();
  await expect(part(page, 'Public record')).toBeVisible();
  // The list is grouped as it was asked for.
  await expect(head(page, 'Joint Declaration')).toHaveCount(0);
});

test('the style of later views is asked for again where it did not come', async ({ visitor, allow }) => {
  allow(REFUSED);
  const page = await visitor(ALONE);
  await page.route('**/later-*.css', (route) => route.abort(), { times: 1 });
  await page.goto('./#overview');
  const columns = () => page.locator('.cards').evaluate((cards) => getComputedStyle(cards).gridTemplateColumns.split(' ').length);
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await expect.poll(columns).toBe(2);
});

test('a review is not touched where the rest, which reads it, cannot be loaded', async ({ visitor, allow }) => {
  allow(REFUSED);
  const page = await visitor(ALONE);
  await page.goto('./');
  await page.locator('html[data-ready]').waitFor();
  await startBlank(page).click();
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
  const before = await stored();
  await page.route(LATER, (route) => route.abort());
  await page.reload();
  await expect(page.getByText('The controls could not be loaded. The text can be read; reload to try again.')).toBeVisible();
  expect(await stored()).toBe(before);
  await page.unroute(LATER);
  await page.reload();
  await page.locator('html[data-ready]').waitFor();
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
});

test('an address that names something is shown at once, with the program that shows it', async ({ page }) => {
  const names = asked(page);
  await page.goto('./#KLD-6b');
  await ready(page);
  expect(names.filter((name) => name.startsWith('later-')).length).toBeGreaterThan(0);
  await expect(detail(page).getByText('KLD-6b', { exact: true }).first()).toBeVisible();
  await openObligation(page, 'KLD-6a');
});
