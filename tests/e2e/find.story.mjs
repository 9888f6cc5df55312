// A reader finds an obligation: search, filters, chips, and an address that keeps what is seen.

import {
  WITHOUT_STORE,
  arrive,
  beginning,
  cell,
  detail,
  expect,
  list,
  openObligation,
  ready,
  reload,
  row,
  setStatus,
  shown,
  test,
  title,
} from './support.mjs';

test.use(WITHOUT_STORE);

const search = (page) => page.getByRole('searchbox', { name: 'Search obligations' });
const option = (page, name) => page.getByRole('checkbox', { name: beginning(name) });
const ids = (page) => list(page).getByRole('rowheader', { name: /^[A-Z]+\d*-/ });
const lift = (page, chip, count) =>
  page.getByRole('button', { name: `Remove filter ${chip}; ${count} would be shown`, exact: true });
/** Opens a group of filters that is closed at first. */
const openGroup = (page, name) =>
  page.getByRole('complementary', { name: 'Filters' }).getByRole('heading', { name }).click();
/** The address after the site's own. */
const fragment = (page) => new URL(page.url()).hash;

test.describe('search', () => {
  for (const [typed, found] of [
    ['prisoners release', ['KLD-6b']],
    ['RELEASE prisoners', ['KLD-6b']],
    ['  prompt   war  ', ['KLD-6b']],
    ['kld-6b', ['KLD-6b']],
    ['cf27-11', ['CF27-11']],
  ]) {
    test(`“${typed}” by id and title, words in any order`, async ({ page }) => {
      await arrive(page);
      await search(page).fill(typed);
      for (const id of found) await expect(row(page, id)).toBeVisible();
      await expect(row(page, 'KLD-1a')).toBeHidden();
      await expect(shown(page)).toHaveText(new RegExp(`^${await ids(page).count()} of 126 `));
    });
  }

  test('goes through the texts, once they are there', async ({ page }) => {
    await arrive(page);
    // Of the text of KLD-6b, not of its title.
    await search(page).fill('step of confidence 18');
    await expect(row(page, 'KLD-6b')).toBeVisible();
    await expect(row(page, 'KLD-1a')).toBeHidden();
  });

  test('follows every keystroke, and clearing it shows everything again', async ({ page }) => {
    await arrive(page);
    await search(page).pressSequentially('min');
    await expect(shown(page)).not.toHaveText(/^126 /);
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Backspace');
    await expect(shown(page)).toHaveText('126 of 126 obligations shown');
  });

  test('slash goes to it', async ({ page }) => {
    await arrive(page);
    await page.keyboard.press('/');
    await expect(search(page)).toBeFocused();
    await expect(search(page)).toHaveValue('');
  });

  test('a group without a find is hidden', async ({ page }) => {
    await arrive(page);
    await search(page).fill('kld-6b');
    await expect(list(page).getByRole('heading', { level: 2 })).toHaveText(['Joint Declaration']);
  });
});

test.describe('filters', () => {
  test('by text', async ({ page }) => {
    await arrive(page);
    await option(page, 'CF27').check();
    await expect(shown(page)).toHaveText('30 of 126 obligations shown');
    await expect(row(page, 'CF27-11')).toBeVisible();
    await expect(row(page, 'KLD-6b')).toBeHidden();
    await option(page, 'KLD').check();
    await expect(shown(page)).toHaveText('57 of 126 obligations shown');
    await option(page, 'CF27').uncheck();
    await expect(shown(page)).toHaveText('27 of 126 obligations shown');
  });

  test('by theme', async ({ page }) => {
    await arrive(page);
    await openGroup(page, 'Theme');
    const theme = page.getByRole('checkbox', { name: /risoner/ });
    await theme.check();
    await expect(row(page, 'KLD-6b')).toBeVisible();
    await expect(row(page, 'CF27-11')).toBeVisible();
    await expect(row(page, 'KLD-1a')).toBeHidden();
    const count = await ids(page).count();
    await expect(shown(page)).toHaveText(`${count} of 126 obligations shown`);
    // What the option counts is what it leaves.
    await expect(theme).toHaveAccessibleName(new RegExp(` ${count}$`));
  });

  test('by duty-bearer', async ({ page }) => {
    await arrive(page);
    await openGroup(page, 'Duty-bearer');
    await option(page, 'Cambodia').check();
    // KLD-6b is on Thailand alone.
    await expect(row(page, 'KLD-1a')).toBeVisible();
    await expect(row(page, 'KLD-6b')).toBeHidden();
    await option(page, 'Thailand').check();
    await expect(row(page, 'KLD-6b')).toBeVisible();
  });

  test('by kind', async ({ page }) => {
    await arrive(page);
    await openGroup(page, 'Kind');
    await option(page, 'Prohibition').check();
    await expect(row(page, 'KLD-1a')).toBeVisible();
    await expect(row(page, 'KLD-6b')).toBeHidden();
  });

  test('by status, which counts duties', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Thailand', 'Breach alleged');
    await option(page, 'Disputed').check();
    await expect(shown(page)).toHaveText('1 of 126 obligations shown');
    await expect(row(page, 'KLD-1a')).toBeVisible();
  });

  test('status and duty-bearer are asked of one and the same duty', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Thailand', 'Breach alleged');
    await option(page, 'Disputed').check();
    await openGroup(page, 'Duty-bearer');
    await option(page, 'Cambodia').check();
    await expect(shown(page)).toHaveText('0 of 126 obligations shown');
    await option(page, 'Cambodia').uncheck();
    await option(page, 'Thailand').check();
    await expect(shown(page)).toHaveText('1 of 126 obligations shown');
  });

  test('a row does not vanish under the reader’s hand', async ({ page }) => {
    await arrive(page);
    await option(page, 'Not assessed').check();
    await setStatus(page, 'KLD-1a', 'Thailand', 'Observed');
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await expect(row(page, 'KLD-1a')).toBeVisible();
  });

  test('of a phone are a drawer', async ({ visitor }) => {
    const page = await visitor({ viewport: { width: 390, height: 844 } });
    await arrive(page);
    await expect(option(page, 'KLD')).toBeHidden();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await option(page, 'KLD').check();
    await page.getByRole('button', { name: 'Show the list' }).click();
    await expect(option(page, 'KLD')).toBeHidden();
    await expect(shown(page)).toHaveText('27 of 126 obligations shown');
    await expect(page.getByRole('button', { name: 'Filter, 1 on' })).toBeVisible();
  });
});

test.describe('chips', () => {
  test('say what the list would hold without them, and lift their filter', async ({ page }) => {
    await arrive(page);
    await option(page, 'KLD').check();
    await search(page).fill('soldiers');
    const both = await ids(page).count();
    await expect(shown(page)).toHaveText(`${both} of 126 obligations shown`);
    await expect(lift(page, '“soldiers”', '27 obligations')).toBeVisible();
    const other = page.getByRole('button', { name: beginning('Remove filter Text: KLD; ') });
    const count = Number(/; (\d+) obligation/.exec(await other.getAttribute('aria-label'))[1]);
    expect(count).toBeGreaterThan(both);
    await other.click();
    await expect(shown(page)).toHaveText(`${count} of 126 obligations shown`);
    await expect(option(page, 'KLD')).not.toBeChecked();
    await expect(search(page)).toHaveValue('soldiers');
  });

  test('are cleared all at once', async ({ page }) => {
    await arrive(page);
    await option(page, 'KLD').check();
    await option(page, 'CF27').check();
    await search(page).fill('soldiers');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(shown(page)).toHaveText('126 of 126 obligations shown');
    await expect(search(page)).toHaveValue('');
    await expect(page.getByRole('button', { name: /^Remove filter/ })).toHaveCount(0);
    expect(fragment(page)).toBe('');
  });
});

test.describe('nothing found', () => {
  test('says which filter to lift', async ({ page }) => {
    await arrive(page);
    await option(page, 'RBC31').check();
    await search(page).fill('prisoners');
    const empty = page.getByRole('heading', { name: 'No obligation matches these filters' });
    await expect(empty).toBeVisible();
    await expect(page.getByText('Lift one of them:')).toBeVisible();
    await lift(page, '“prisoners”', '10 obligations').last().click();
    await expect(empty).toBeHidden();
    await expect(shown(page)).toHaveText('10 of 126 obligations shown');
  });

  test('never offers to lift what would leave nothing still', async ({ page }) => {
    await arrive(page);
    await option(page, 'RBC31').check();
    await search(page).fill('zzzz');
    await expect(page.getByRole('heading', { name: 'No obligation matches these filters' })).toBeVisible();
    await expect(lift(page, 'Text: RBC31', '0 obligations')).toHaveCount(1);
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect(shown(page)).toHaveText('126 of 126 obligations shown');
  });
});

test.describe('grouping and order', () => {
  const groups = (page) => list(page).getByRole('heading', { level: 2 });
  const grouping = (page) => page.getByRole('combobox', { name: 'Group by', exact: true });
  const order = (page) => page.getByRole('combobox', { name: 'Order', exact: true });

  for (const [word, value, first] of [
    ['Theme', 'theme', /./],
    ['Duty-bearer', 'party', 'Cambodia, Thailand'],
    ['Status', 'status', 'Not assessed'],
  ]) {
    test(`by ${word}: every obligation once, and the address keeps it`, async ({ page }) => {
      await arrive(page);
      await grouping(page).selectOption(word);
      await expect(groups(page).first()).toHaveText(first);
      await expect(ids(page)).toHaveCount(126);
      expect(new Set(await ids(page).allTextContents()).size).toBe(126);
      await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
      await reload(page);
      await expect(grouping(page)).toHaveValue(value);
      await expect(ids(page)).toHaveCount(126);
      await grouping(page).selectOption('Text');
      await expect(groups(page)).toHaveCount(9);
      await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
    });
  }

  test('the last change first', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
    await setStatus(page, 'KLD-1b', 'Cambodia', 'Observed');
    await order(page).selectOption('Last changed first');
    await expect(ids(page).nth(0)).toHaveText('KLD-1b');
    await expect(ids(page).nth(1)).toHaveText('KLD-6b');
  });
});

test.describe('the address', () => {
  test('#KLD-6b opens the obligation', async ({ page }) => {
    await arrive(page, './#KLD-6b');
    await expect(detail(page).getByRole('heading', { name: 'Promptly release the prisoners of war' })).toBeVisible();
    await expect(title(page, 'KLD-6b')).toBeInViewport();
    await expect(row(page, 'KLD-6b')).toHaveAttribute('aria-selected', 'true');
  });

  for (const unknown of ['#nothing-here', '#KLD-99z', '#?text=XXX&status=done&by=&q=', '#%E0%A4%A', '#kld-6b']) {
    test(`${unknown} is the checklist`, async ({ page }) => {
      await arrive(page, `./${unknown}`);
      await expect(row(page, 'KLD-1a')).toBeVisible();
      await expect(page.getByText('Select an obligation')).toBeVisible();
    });
  }

  test('keeps filter and open obligation over a reload', async ({ page }) => {
    await arrive(page);
    await option(page, 'CF27').check();
    await search(page).fill('18 soldiers & “return”');
    await expect(shown(page)).not.toHaveText(/^126 /);
    await search(page).fill('soldiers');
    await openObligation(page, 'CF27-11');
    expect(fragment(page)).toBe('#CF27-11?q=soldiers&text=CF27');
    await reload(page);
    await expect(search(page)).toHaveValue('soldiers');
    await expect(option(page, 'CF27')).toBeChecked();
    await expect(row(page, 'KLD-6b')).toBeHidden();
    await expect(detail(page).getByRole('heading', { name: 'Return the 18 soldiers' })).toBeVisible();
  });

  test('words with marks and other scripts come back as they were typed', async ({ page }) => {
    await arrive(page);
    await search(page).fill('50% & “ក ไทย”=#?');
    // The address follows the paint.
    await expect(page).toHaveURL(/#\?q=/);
    await reload(page);
    await expect(search(page)).toHaveValue('50% & “ក ไทย”=#?');
  });

  test('back and forward', async ({ page }) => {
    await arrive(page);
    await option(page, 'KLD').check();
    await openObligation(page, 'KLD-6b');
    await detail(page).getByRole('link', { name: 'CF27-11' }).click();
    const heading = (name) => detail(page).getByRole('heading', { name });
    await expect(heading('Return the 18 soldiers')).toBeVisible();
    await page.goBack();
    await expect(heading('Promptly release the prisoners of war')).toBeVisible();
    await page.goBack();
    await expect(page.getByText('Select an obligation')).toBeVisible();
    await expect(option(page, 'KLD')).toBeChecked();
    await expect(shown(page)).toHaveText('27 of 126 obligations shown');
    await page.goForward();
    await page.goForward();
    await expect(heading('Return the 18 soldiers')).toBeVisible();
  });

  test('copied, it shows the same to another visitor', async ({ page, visitor }) => {
    await arrive(page);
    await option(page, 'KLD').check();
    await openObligation(page, 'KLD-6b');
    const other = await visitor();
    await arrive(other, page.url());
    await expect(shown(other)).toHaveText('27 of 126 obligations shown');
    await expect(detail(other).getByRole('heading', { name: 'Promptly release the prisoners of war' })).toBeVisible();
  });

  test('of one obligation can be copied', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await arrive(page);
    await option(page, 'KLD').check();
    await openObligation(page, 'KLD-6b');
    await detail(page).getByRole('button', { name: 'Copy the address of this obligation' }).click();
    await expect(page.getByText('Address copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}#KLD-6b`);
  });

  test('typed by hand into the open page is followed', async ({ page }) => {
    await arrive(page);
    await page.evaluate(() => {
      location.hash = '#CF27-11?text=CF27';
    });
    await expect(detail(page).getByRole('heading', { name: 'Return the 18 soldiers' })).toBeVisible();
    await expect(shown(page)).toHaveText('30 of 126 obligations shown');
  });

  test('“Skip to the content” keeps the filter and what is open', async ({ page }) => {
    await arrive(page, './#KLD-6b?text=KLD');
    await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await expect(shown(page)).toHaveText('27 of 126 obligations shown');
    await expect(detail(page).getByRole('heading', { name: 'Promptly release the prisoners of war' })).toBeVisible();
  });

  test('of a view', async ({ page }) => {
    await arrive(page);
    await page.getByRole('link', { name: 'Timeline' }).first().click();
    await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible();
    expect(fragment(page)).toBe('#timeline');
    await reload(page);
    await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible();
    await page.goBack();
    await ready(page);
    await expect(row(page, 'KLD-1a')).toBeVisible();
  });
});

test.describe('moving on', () => {
  test('J and K go through what is shown', async ({ page }) => {
    await arrive(page, './#?text=CF27');
    await page.keyboard.press('j');
    const first = await ids(page).first().innerText();
    await expect(detail(page).getByText(first, { exact: true })).toBeVisible();
    await page.keyboard.press('j');
    const second = await ids(page).nth(1).innerText();
    await expect(detail(page).getByText(second, { exact: true })).toBeVisible();
    await page.keyboard.press('k');
    await expect(detail(page).getByText(first, { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Select an obligation')).toBeVisible();
    await expect(title(page, first)).toBeFocused();
  });

  test('a group can be folded and unfolded', async ({ page }) => {
    await arrive(page);
    const fold = page.getByRole('button', { name: 'Joint Declaration: show or hide its obligations' });
    await expect(fold).toHaveAttribute('aria-expanded', 'true');
    await fold.click();
    await expect(fold).toHaveAttribute('aria-expanded', 'false');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toBeHidden();
    await fold.press('Enter');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toBeVisible();
  });

  test('on a phone the detail is a page of its own with a way back', async ({ visitor }) => {
    const page = await visitor({ viewport: { width: 390, height: 844 } });
    await arrive(page);
    await title(page, 'KLD-1a').click();
    const heading = detail(page).getByRole('heading', { name: 'No threat or use of force' });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await expect(list(page)).toBeHidden();
    await detail(page).getByRole('button', { name: 'Back to the list' }).click();
    await expect(list(page)).toBeVisible();
    await expect(title(page, 'KLD-1a')).toBeFocused();
    await expect(title(page, 'KLD-1a')).toBeInViewport();
  });
});
