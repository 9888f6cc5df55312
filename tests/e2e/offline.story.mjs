// The network gone: the page is there, with its texts, and keeps what is set.

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  arrive,
  cell,
  detail,
  expect,
  kept,
  linkFrom,
  openObligation,
  part,
  ready,
  reload,
  setStatus,
  shown,
  test,
  toast,
} from './support.mjs';

test('the first visit says when everything is kept', async ({ page }) => {
  await page.goto('./');
  await expect(toast(page)).toContainText('Ready to work offline');
});

test('what the page has loaded does not cross the line again to be kept', async ({ page, context }) => {
  await arrive(page);
  const sizes = (list) => list.map(({ name, transferSize }) => [new URL(name).pathname, transferSize]);
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name, transferSize }) => ({ name, transferSize })));
  const [worker] = context.serviceWorkers();
  const kept = await worker.evaluate(() => performance.getEntriesByType('resource').map(({ name, transferSize }) => ({ name, transferSize })));
  const crossed = new Map(sizes(kept));
  const files = sizes(loaded).filter(([name, size]) => size > 0 && /-[0-9a-f]{12}\.\w+$/.test(name));
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter(([name]) => crossed.get(name) !== 0)).toEqual([]);
  // Of the other languages nothing was loaded.
  expect([...crossed].filter(([name, size]) => name.includes('/words.') && size > 0).length).toBe(2);
});

test('with the server stopped the page opens, can be read, and keeps a new status', async ({ page, server }) => {
  await arrive(page, server.url);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  await server.stop();

  await reload(page);
  await expect(shown(page)).toHaveText('126 of 126 obligations shown');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  await openObligation(page, 'KLD-6b');
  await expect(detail(page)).toContainText('Thailand undertakes to release the prisoners of war promptly');
  await expect(part(page, 'Public record').getByRole('listitem').first()).toBeVisible();
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await expect(kept(page)).toHaveText('Saved on this device');

  await reload(page);
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
});

test('another tab opens offline too, at an address that was never visited', async ({ page, context, server }) => {
  await arrive(page, server.url);
  await server.stop();
  const second = await context.newPage();
  for (const address of ['#CF27-11', 'index.html#CF27-11', '?utm_source=mail#CF27-11']) {
    await arrive(second, `${server.url}${address}`);
    await expect(detail(second).getByRole('heading', { name: 'Return the 18 soldiers' })).toBeVisible();
    await second.goto('about:blank');
  }
});

test('on a phone, a tap and a reload without the network', async ({ visitor, server }) => {
  const page = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await arrive(page, server.url);
  await server.stop();
  await cell(page, 'KLD-1a', 'Thailand').tap();
  await page.getByRole('option', { name: /Breach alleged/ }).tap();
  await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName('Thailand: Breach alleged');
  await reload(page);
  await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName('Thailand: Breach alleged');
});

test('an act’s Undo is not pushed away by the word that the page works offline', async ({ page }) => {
  // The worker is slow: the reader has set a status before everything is kept.
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.context().route('**/sw.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('./');
  await page.locator('html[data-ready]').waitFor();
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  release();
  await ready(page);
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
});

/** Views by their names in the address, and a word of each language that each has. */
const VIEWS = ['', '#overview', '#timeline', '#compare', '#reviews', '#KLD-6b', '#?q=border'];

for (const [language, folder] of [
  ['English', ''],
  ['Khmer', 'km/'],
  ['Thai', 'th/'],
]) {
  test(`every view in ${language} without the network`, async ({ page, server }) => {
    await arrive(page, server.url);
    await server.stop();
    for (const view of VIEWS) {
      await page.goto('about:blank');
      await arrive(page, `${server.url}${folder}${view}`);
      await expect(page.locator('h1, h2').locator('visible=true').first()).not.toBeEmpty();
      // The texts have come, and nothing says that something is missing.
      await expect(page.locator('html')).not.toHaveAttribute('data-failed');
    }
    for (const file of ['method.html', 'sources.html', 'accessibility.html']) {
      await page.goto(`${server.url}${folder}${file}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  });
}

test('without the network a snapshot is made, and opened elsewhere in the same browser', async ({ page, context, server }) => {
  await arrive(page, server.url);
  await server.stop();
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  const link = await linkFrom(page);
  const other = await context.newPage();
  await arrive(other, link);
  await expect(other.getByRole('region', { name: 'Snapshot' })).toBeVisible();
  await expect(cell(other, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
});

test('what another program shares with the installed page opens, also without the network, and nothing of it is sent', async ({ page, server }) => {
  await arrive(page, server.url);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await server.stop();
  const said = 'Look at this: https://example.org/accords/#KLD-6b thanks';
  await arrive(page, `${server.url}?shared-name=x&shared-text=${encodeURIComponent(said)}`);
  await expect(detail(page).getByRole('heading', { name: 'Promptly release the prisoners of war' })).toBeVisible();
  await expect(page).toHaveURL(`${server.url}#KLD-6b`);
  expect(asked.filter((address) => address.includes('shared-') && address !== asked[0])).toEqual([]);
});

test('a status that was set without the network outlives the browser', async ({ playwright, server, launchOptions }) => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'accord-profile-'));
  const browser = () => playwright.chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'en-GB' });
  try {
    const before = await browser();
    const page = await before.newPage();
    await arrive(page, server.url);
    await server.stop();
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
    await expect(kept(page)).toHaveText('Saved on this device');
    await before.close();
    const after = await browser();
    const again = await after.newPage();
    await arrive(again, server.url);
    await expect(cell(again, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
    await after.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
