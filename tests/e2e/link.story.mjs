// A review travels as a link: copied, opened read-only elsewhere, kept, dismissed; damaged on the way, it says so.

import {
  WITHOUT_STORE,
  arrive,
  bar,
  cell,
  column,
  detail,
  expect,
  kept,
  linkFrom,
  list,
  menu,
  openObligation,
  ready,
  redo,
  reload,
  setStatus,
  share,
  sharing,
  stored,
  test,
  toast,
  undo,
} from './support.mjs';

test.use(WITHOUT_STORE);

const banner = (page) => page.getByRole('region', { name: 'Snapshot' });
const damaged = (page) => page.getByRole('alert', { name: 'This link is damaged' });
const fragment = (page) => new URL(page.url()).hash;

/** What somebody says of a few duties: id, duty-bearer, word. */
const SAID = [
  ['KLD-1a', 'Cambodia', 'Observed'],
  ['KLD-1a', 'Thailand', 'Breach alleged'],
  ['KLD-6b', 'Thailand', 'Fulfilled'],
  ['CF27-11', 'Thailand', 'Not fulfilled'],
];

/** Every character of a text as `%` and two digits. */
const percent = (text) => [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');

/** The link of a review with a few statuses and a note, which stays behind, as somebody else made it; made once. */
let made;
async function linkOf(visitor) {
  if (made) return made;
  const page = await visitor();
  await arrive(page);
  for (const [id, bearer, word] of SAID) await setStatus(page, id, bearer, word);
  await openObligation(page, 'KLD-6b');
  await column(page, 'Thailand').getByLabel('Note').fill('private');
  await column(page, 'Thailand').getByLabel('Note').press('Tab');
  made = await linkFrom(page);
  await page.context().close();
  return made;
}

async function expectSaid(page) {
  for (const [id, bearer, word] of SAID) {
    await expect(cell(page, id, bearer)).toHaveAccessibleName(`${bearer}: ${word}`);
  }
  await expect(bar(page, 'Joint Declaration', 'Thailand')).toHaveAccessibleName(
    'Thailand, 26 duties: 1 fulfilled, 1 disputed, 24 not assessed',
  );
}

test.describe('a link', () => {
  test('is a fragment of this address and never longer than a message takes', async ({ visitor, baseURL }) => {
    const link = await linkOf(visitor);
    expect(link).toMatch(/^[^#]+#s1[A-Za-z0-9_-]*[A-Za-z0-9]$/);
    expect(link.startsWith(`${baseURL}#`)).toBe(true);
    expect(link.length).toBeLessThan(2000);
  });

  test('opens the same statuses, read-only, elsewhere', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other, link);
    await expect(banner(other)).toContainText('Link complete.');
    await expect(banner(other)).toContainText('A check finds damage, not forgery.');
    await expectSaid(other);
    await expect(other.getByRole('button', { name: 'Start blank' })).toBeHidden();
    // Menus do not open, by mouse or by key. (`force`: a person can click what is disabled.)
    await cell(other, 'KLD-1a', 'Cambodia').click({ force: true });
    await expect(menu(other, 'KLD-1a', 'Cambodia')).toBeHidden();
    await cell(other, 'KLD-1a', 'Cambodia').press('Enter');
    await expect(menu(other, 'KLD-1a', 'Cambodia')).toBeHidden();
    await expect(cell(other, 'KLD-1a', 'Cambodia')).toHaveAttribute('aria-disabled', 'true');
  });

  test('shows the detail without fields, and leaves notes at home', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other, link);
    await openObligation(other, 'KLD-6b');
    await expect(detail(other).getByRole('heading', { name: 'In this snapshot' })).toContainText('Read-only');
    await expect(detail(other).getByRole('textbox')).toHaveCount(0);
    await expect(detail(other).getByRole('combobox')).toHaveCount(0);
    await expect(detail(other)).not.toContainText('private');
  });

  test('stores nothing until it is kept; keeping it can be undone', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other, link);
    await expectSaid(other);
    await reload(other);
    await expectSaid(other);
    expect(await stored(other)).toEqual({});

    await banner(other).getByRole('button', { name: 'Keep as a new review' }).click();
    await expect(banner(other)).toBeHidden();
    await expect(toast(other)).toContainText('Kept as a new review');
    await expect(kept(other)).toHaveText('Saved on this device');
    expect(fragment(other)).toBe('');
    await expectSaid(other);
    await toast(other).getByRole('button', { name: 'Undo' }).click();
    await expect(bar(other, 'Joint Declaration', 'Thailand')).toHaveAccessibleName('Thailand, 26 duties: 26 not assessed');
  });

  test('kept, it can be worked on', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other, link);
    await banner(other).getByRole('button', { name: 'Keep as a new review' }).click();
    await expectSaid(other);
    await reload(other);
    await expectSaid(other);
    await setStatus(other, 'KLD-1b', 'Cambodia', 'Observed');
    await undo(other).click();
    await undo(other).click();
    await expect(bar(other, 'Joint Declaration', 'Thailand')).toHaveAccessibleName('Thailand, 26 duties: 26 not assessed');
    await redo(other).click();
    await expectSaid(other);
  });

  test('kept beside a review of one’s own, it leaves that alone; the message takes it back', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other);
    await setStatus(other, 'KLD-1b', 'Cambodia', 'Suspended');
    const before = await stored(other);
    await other.goto(link);
    await expect(banner(other)).toBeVisible();
    await expect(cell(other, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
    expect(await stored(other)).toEqual(before);
    await banner(other).getByRole('button', { name: 'Keep as a new review' }).click();
    await expectSaid(other);
    // Nothing of the first review is another; which one is open is.
    const after = await stored(other);
    const own = Object.keys(before).filter((key) => /review\/|log\//.test(key));
    expect(own.length).toBeGreaterThan(0);
    for (const key of own) expect(after[key], key).toBe(before[key]);
    await toast(other).getByRole('button', { name: 'Undo' }).click();
    await expect(cell(other, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Suspended');
    await expect(cell(other, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
  });

  test('dismissed, it cleans the address and shows one’s own review again', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other);
    await setStatus(other, 'KLD-1b', 'Cambodia', 'Suspended');
    await other.goto(link);
    await expectSaid(other);
    await banner(other).getByRole('button', { name: 'Dismiss' }).click();
    await expect(banner(other)).toBeHidden();
    expect(fragment(other)).toBe('');
    await expect(cell(other, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Suspended');
    await expect(cell(other, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
    await reload(other);
    await expect(banner(other)).toBeHidden();
  });

  test('while it is open, keys and buttons leave one’s own review alone', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other);
    await setStatus(other, 'KLD-1b', 'Cambodia', 'Suspended');
    const before = await stored(other);
    await other.goto(link);
    await expect(banner(other)).toBeVisible();
    await expect(undo(other)).toBeDisabled();
    await other.keyboard.press('Control+z');
    expect(await stored(other)).toEqual(before);
    await expectSaid(other);
  });

  test('is left by the browser’s Back', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other);
    await setStatus(other, 'KLD-1b', 'Cambodia', 'Suspended');
    await other.goto(link);
    await expect(banner(other)).toBeVisible();
    await other.goBack();
    await expect(banner(other)).toBeHidden();
    await expect(cell(other, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Suspended');
  });

  test('whose copying the browser refuses is shown to be copied by hand', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    });
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await share(page).click();
    await sharing(page).getByRole('button', { name: 'Copy link' }).click();
    await expect(sharing(page).getByRole('status')).toContainText('copy it by hand');
    const link = sharing(page).getByLabel('Link to this snapshot');
    await expect(link).toHaveValue(/#s1[A-Za-z0-9_-]+$/);
    await expect(link).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(sharing(page)).toBeHidden();
    await expect(share(page)).toBeFocused();
  });
});

test.describe('on the way', () => {
  // What chat apps, mail and trackers do to addresses; the snapshot comes out whole.
  for (const [what, change] of [
    ['a trailing bracket', (link) => `${link})`],
    ['a trailing full stop', (link) => `${link}.`],
    ['a trailing >', (link) => `${link}%3E`],
    ['trailing quotes and a comma', (link) => `${link}”,`],
    ['a percent-encoded payload', (link) => link.replace(/#.*$/, (whole) => `#${percent(whole.slice(1))}`)],
    ['a payload percent-encoded twice', (link) => link.replace(/#.*$/, (whole) => `#${percent(whole.slice(1)).replaceAll('%', '%25')}`)],
    ['words behind it', (link) => `${link}%20please%20look`],
    ['&utm_source=x', (link) => `${link}&utm_source=x`],
    ['?fbclid=x', (link) => `${link}?fbclid=x`],
    ['a blank inside', (link) => `${link.slice(0, -8)}%20${link.slice(-8)}`],
    ['a line break inside', (link) => `${link.slice(0, -8)}%0D%0A${link.slice(-8)}`],
    ['a second #, as %23', (link) => link.replace('#', '#%23')],
    ['a second #, as %2523', (link) => link.replace('#', '#%2523')],
  ]) {
    test(`${what} does no harm`, async ({ visitor }) => {
      const link = await linkOf(visitor);
      const other = await visitor();
      await arrive(other, change(link));
      await expect(banner(other)).toContainText('Link complete.');
      await expectSaid(other);
    });
  }

  for (const [what, change] of [
    ['the # as %23 became a part of the path', (link) => link.replace('#', '%23')],
    ['the # as %2523 became a part of the path', (link) => link.replace('#', '%2523')],
    ['so it did behind the name of the page', (link) => link.replace('#', 'index.html%23')],
    ['so it did, with &utm_source=x', (link) => `${link.replace('#', '%23')}&utm_source=x`],
  ]) {
    test(`${what}: the page that is not there leads to the snapshot`, async ({ visitor, allow }) => {
      // The browser’s own word on the answer, whose status is and stays 404.
      allow(/404/);
      const link = await linkOf(visitor);
      const other = await visitor({ serviceWorkers: 'allow' });
      await arrive(other, change(link));
      await expect(banner(other)).toContainText('Link complete.');
      await expectSaid(other);
      // And again with the service worker between.
      await arrive(other, change(link));
      await expectSaid(other);
    });
  }

  test('a page that is not there says so and leads to the checklist', async ({ page, allow }) => {
    allow(/404/);
    const response = await page.goto('./no-such-page.html');
    expect(response.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Checklist' }).click();
    await ready(page);
    await expect(list(page)).toBeVisible();
  });

  test('cut by one character, it says how much arrived and shows nothing else', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other, link.slice(0, -1));
    await expect(damaged(other)).toContainText(/(\d+) of (\d+) characters arrived\. Nothing was opened\./);
    const [, arrived, expected] = /(\d+) of (\d+) characters/.exec(await damaged(other).innerText());
    expect(Number(expected) - Number(arrived)).toBe(1);
    await expect(list(other)).toBeHidden();
    await expect(banner(other)).toBeHidden();
    expect(await stored(other)).toEqual({});
  });

  test('cut to a few characters, it still says so', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    const mark = link.indexOf('#s1');
    for (const length of [3, 4, 5, 8, 20]) {
      await other.goto('about:blank');
      await arrive(other, link.slice(0, mark + length));
      await expect(damaged(other)).toBeVisible();
      await expect(list(other)).toBeHidden();
    }
  });

  for (const [what, place] of [
    ['near its beginning', 0.2],
    ['in its middle', 0.5],
    ['at its end', 1],
  ]) {
    test(`one character changed ${what} is found`, async ({ visitor }) => {
      const link = await linkOf(visitor);
      const mark = link.indexOf('#s1') + 3;
      const at = Math.min(link.length - 1, Math.floor(mark + (link.length - mark) * place));
      const wrong = link[at] === 'A' ? 'B' : 'A';
      const other = await visitor();
      await arrive(other, link.slice(0, at) + wrong + link.slice(at + 1));
      await expect(damaged(other)).toContainText('Nothing was opened.');
      await expect(list(other)).toBeHidden();
      await expect(banner(other)).toBeHidden();
    });
  }

  for (const garbage of ['s1', 's1AAAA', `s1${'x'.repeat(5000)}`, 's1%00%00', 's1-_-_']) {
    test(`${garbage.slice(0, 20)} is no snapshot`, async ({ page }) => {
      await arrive(page, `./#${garbage}`);
      await expect(damaged(page)).toContainText('Nothing was opened.');
      await expect(list(page)).toBeHidden();
      expect(await stored(page)).toEqual({});
    });
  }

  test('of a newer program asks to reload', async ({ page }) => {
    await arrive(page, './#s9AAAAAAAAAAAA');
    await expect(damaged(page)).toContainText('This link was made by a newer version of this page.');
  });

  test('a damaged link leads back to one’s own review', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await page.goto('./#s1AAAAAAAAAAAA');
    await expect(damaged(page)).toContainText('Your own review is unchanged.');
    await damaged(page).getByRole('button', { name: 'Go to my own review' }).click();
    await expect(damaged(page)).toBeHidden();
    expect(fragment(page)).toBe('');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  });

  test('the whole link can be pasted where a damaged one came', async ({ visitor }) => {
    const link = await linkOf(visitor);
    const other = await visitor();
    await arrive(other, link.slice(0, -3));
    await damaged(other).getByLabel('Paste the link').fill(`Look: <${link}>.`);
    await damaged(other).getByRole('button', { name: 'Open' }).click();
    await expect(damaged(other)).toBeHidden();
    await expect(banner(other)).toContainText('Link complete.');
    await expectSaid(other);
    await ready(other);
    // What is shown is what the address says.
    await reload(other);
    await expectSaid(other);
  });

  test('what is pasted and is no link is said to be damaged', async ({ page }) => {
    await arrive(page, './#s1AAAAAAAAAAAA');
    await damaged(page).getByLabel('Paste the link').fill('hello');
    await damaged(page).getByRole('button', { name: 'Open' }).click();
    await expect(damaged(page)).toContainText('the check does not fit');
    await expect(list(page)).toBeHidden();
  });
});
