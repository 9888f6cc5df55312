// The network gone: the page is there, with its texts, and keeps what is set.

import {
  arrive,
  cell,
  detail,
  expect,
  kept,
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
