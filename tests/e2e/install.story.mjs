// The page as an installed one: the word that it can be installed, on Apple's devices too, a review file that the system opens with it, and
// what another program shares with it. Chromium without a window neither offers to install nor opens files or shares by itself, so what
// it would do is done in its place: its events, and the addresses and files that it hands over.

import { readFileSync } from 'node:fs';
import { arrive, cell, expect, linkFrom, list, ready, setStatus, stored, test } from './support.mjs';

const HOME = 'You can install this page.';
const IOS = 'You can put this page on your home screen';
/** Longer than the reader is left in peace at first. */
const LATER = 25_000;
const hint = (page, words) => page.getByRole('status').filter({ hasText: words });

/** Waits until the script that would say it has had its turn: where it is imported again, its first import is done. */
async function hadItsTurn(page, asked) {
  const address = (await asked).url();
  await page.evaluate((address) => import(address).then(() => {}), address);
}

/** A reader who comes back to a review, with a clock that the story can put forward. */
async function comesBack(page, { offer = false } = {}) {
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  await page.clock.install();
  await page.reload();
  await ready(page);
  if (offer) {
    await page.evaluate(() => {
      const event = new Event('beforeinstallprompt', { cancelable: true });
      event.prompt = () => (document.documentElement.dataset.prompted = '');
      dispatchEvent(event);
    });
  }
  await page.clock.fastForward(LATER);
}

test('to somebody with a review it is said once that the page can be installed', async ({ page }) => {
  await comesBack(page, { offer: true });
  await hint(page, HOME).getByRole('button', { name: 'Install', exact: true }).click();
  await expect(page.locator('html[data-prompted]')).toBeAttached();
  await expect(hint(page, HOME)).toBeHidden();
  const again = page.waitForRequest(/asides/);
  await comesBack(page, { offer: true });
  await hadItsTurn(page, again);
  await expect(hint(page, HOME)).toHaveCount(0);
});

test('where the browser offers nothing, nothing is said', async ({ page }) => {
  const asked = page.waitForRequest(/asides/);
  await comesBack(page);
  await hadItsTurn(page, asked);
  await expect(hint(page, HOME)).toHaveCount(0);
});

test('on Apple’s devices it is said how, and that a review must be taken along', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }));
  await comesBack(page);
  await expect(hint(page, IOS)).toContainText('share it with yourself as a link or QR code, or save it as a file');
  await hint(page, IOS).getByRole('link', { name: 'Reviews' }).click();
  await expect(page.getByRole('heading', { name: 'Reviews', level: 1 })).toBeVisible();
  expect(Object.keys(await stored(page))).toContain('accord-checklist/hint');
});

test('a review file that the system opens with the page comes in like one that is dropped', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer: (call) => (globalThis.launched = call) } });
  });
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  const text = readFileSync(new URL('../golden/review-v1-full.json', import.meta.url), 'utf8');
  await page.evaluate((text) => {
    const file = new File([text], 'theirs.json', { type: 'application/json' });
    return globalThis.launched({ files: [{ getFile: () => Promise.resolve(file) }] });
  }, text);
  await expect(page.getByRole('dialog')).toContainText(/The two differ in \d+ duties\./);
  await page.keyboard.press('Escape');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Suspended');
});

test('what another program shares with the page opens the snapshot in it, and the address forgets the rest', async ({ page, visitor }) => {
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  const link = await linkFrom(page);
  const other = await visitor();
  await other.goto(`./?shared-name=A+review&shared-text=${encodeURIComponent(`See this: ${link} by a friend`)}`);
  await expect(other.getByRole('region', { name: 'Snapshot' })).toBeVisible();
  await expect(cell(other, 'KLD-1a', 'Cambodia')).toHaveText(/Suspended/);
  expect(new URL(other.url()).search).toBe('');
});

test('what is shared without a link opens the checklist', async ({ page }) => {
  await page.goto('./?shared-text=Only+words+and+https%3A%2F%2Fexample.org%2F');
  await ready(page);
  await expect(list(page)).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect(new URL(page.url()).hash).toBe('');
});
