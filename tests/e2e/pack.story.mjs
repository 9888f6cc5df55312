// The prose comes in a pack of its own: what does not need it does not wait for it.

import {
  WITHOUT_STORE,
  cell,
  detail,
  expect,
  openObligation,
  part,
  ready,
  row,
  setStatus,
  shown,
  test,
} from './support.mjs';

test.use(WITHOUT_STORE);

const PACK = '**/text.*.json';
const LOADING = 'Loading the text …';
const FAILED = 'The texts could not be loaded. Your assessment works without them.';
const search = (page) => page.getByRole('searchbox', { name: 'Search obligations' });

/** Opens the page and holds its pack back; answers with what lets it go. */
async function withoutPack(page, address = './') {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(PACK, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor();
  return release;
}

test.describe('on its way', () => {
  test('the page can be worked with', async ({ page }) => {
    const release = await withoutPack(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await search(page).fill('prisoners');
    await expect(row(page, 'KLD-6b')).toBeVisible();
    await expect(row(page, 'KLD-1a')).toBeHidden();
    await openObligation(page, 'KLD-6b');
    await expect(detail(page).getByText(LOADING)).toBeVisible();
    await expect(detail(page).getByRole('heading', { name: 'Promptly release the prisoners of war' })).toBeVisible();
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');

    release();
    await expect(detail(page).getByText(LOADING)).toBeHidden();
    await expect(detail(page)).toContainText('Thailand undertakes to release the prisoners of war promptly');
    await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
    await ready(page);
  });

  test('a search for words of the texts finds them once they are there', async ({ page }) => {
    const release = await withoutPack(page);
    await search(page).fill('step of confidence');
    await expect(shown(page)).toHaveText('0 of 126 obligations shown');
    release();
    await expect(row(page, 'KLD-6b')).toBeVisible();
    await ready(page);
  });

  test('what is typed when it comes is not touched', async ({ page }) => {
    const release = await withoutPack(page, './#KLD-6b');
    const note = detail(page).getByRole('group', { name: 'Thailand' }).getByLabel('Note');
    await note.pressSequentially('half a th');
    release();
    await expect(detail(page).getByText(LOADING)).toBeHidden();
    await expect(note).toBeFocused();
    await expect(note).toHaveValue('half a th');
    await ready(page);
  });
});

test.describe('not coming', () => {
  for (const [what, answer] of [
    ['no answer', (route) => route.abort()],
    ['an error of the server', (route) => route.fulfill({ status: 503, body: 'busy' })],
    ['something else', (route) => route.fulfill({ body: '<html>Sign in to the network</html>' })],
    ['half of it', (route) => route.fulfill({ body: '{"obligations":[{"text":"Nei' })],
  ]) {
    test(`${what}: the detail says so, and “Try again” works`, async ({ page, allow }) => {
      // The browser's own word on the requests that are refused here.
      allow(/Failed to load resource/);
      await page.route(PACK, answer);
      await page.goto('./#KLD-6b');
      await expect(detail(page).getByRole('alert')).toContainText(FAILED);
      await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
      await ready(page);
      await page.unroute(PACK);
      await detail(page).getByRole('button', { name: 'Try again' }).click();
      await expect(detail(page).getByRole('alert').filter({ hasText: FAILED })).toBeHidden();
      await expect(part(page, 'Public record').getByRole('listitem').first()).toBeVisible();
    });
  }

  test('the timeline says so too', async ({ page, allow }) => {
    // The browser's own word on the request that is refused here.
    allow(/Failed to load resource/);
    await page.route(PACK, (route) => route.abort());
    await page.goto('./#timeline');
    await expect(page.getByRole('alert')).toContainText('The texts could not be loaded.');
    await ready(page);
    await page.unroute(PACK);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('listitem').first()).toBeVisible();
  });
});
