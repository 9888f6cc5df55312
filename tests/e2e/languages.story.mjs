// English, Khmer and Thai as equals: each page speaks its language and nothing else, the switch keeps everything, search finds words as
// people type them, nothing is cut off, and the rules of accessibility hold.

import { LANGUAGES, ready, withRecord } from './languages.mjs';
import { someLink } from './states.mjs';
import { ROWS_ALIKE, SIZES, arrive, axeViolations, expect, tabTo, test } from './support.mjs';

const VIEWS = ['', '#overview', '#timeline', '#compare', '#reviews', '#KLD-6b', '#CF27-11', '#?q=zzzz&text=KLD', '#s1AAAAAAAAAAAA'];
/** Ids, acronyms, keys and formats, which are Latin in every language, and addresses. */
const LATIN = /[A-Z]{1,}[A-Za-z]*\d+(-[\w]+)*|\b[A-Z]{2,}s?\b|https?:\/\/\S+|\bCtrl\b|\bEsc\b|\bEnter\b|\bHome\b|\bEnd\b|\b[A-Z]\b|UTC\+7|\b(article|explainer)\b|“zzzz”/g;

const visit = (visitor, options = {}) => visitor({ locale: 'en-GB', ...options });

/** Text nodes in the language of the page that have Latin words and no letter of its script, besides names of sources. */
const foreign = (page, script) =>
  page.evaluate(
    ({ script, latin, flags }) => {
      const own = new RegExp(script, 'u');
      const lang = document.documentElement.lang;
      const found = new Set();
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const around = node.parentElement;
        if (around.closest('[lang]').lang !== lang || around.closest('script, style, textarea, kbd, .publisher')) continue;
        const rest = node.textContent.replace(new RegExp(latin, flags), '');
        if (/[A-Za-z]{2,}/.test(rest) && !own.test(rest)) found.add(node.textContent.trim());
      }
      return [...found];
    },
    { script, latin: LATIN.source, flags: LATIN.flags },
  );

/** Lines whose box is lower than what is written in it. */
const cutOff = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll('body *')) {
      const style = getComputedStyle(element);
      if (style.overflowY !== 'hidden' && style.overflowY !== 'clip') continue;
      if (element.clientHeight > 1 && element.scrollHeight > element.clientHeight + 1)
        found.push(`${element.className || element.tagName}: ${element.scrollHeight} in ${element.clientHeight}`);
    }
    return [...new Set(found)];
  });

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [code, language] of Object.entries(LANGUAGES)) {
  test(`${code}: every view speaks this language alone, and nothing of it is cut off, wide and narrow`, async ({ visitor }) => {
    test.slow();
    const page = await visit(visitor, { viewport: SIZES.desktop });
    await withRecord(page, language);
    for (const view of VIEWS) {
      await page.setViewportSize(SIZES.desktop);
      await page.goto(`${language.page}${view}`);
      await page.reload();
      await ready(page);
      await expect(page.locator('p.waiting[role=status]')).toHaveCount(0);
      expect.soft(await foreign(page, language.script), `${code} ${view}`).toEqual([]);
      for (const size of ['desktop', 'phone']) {
        await page.setViewportSize(SIZES[size]);
        expect.soft(await cutOff(page), `${code} ${view} ${size}`).toEqual([]);
        expect.soft(await sideways(page), `${code} ${view} ${size}`).toBeLessThanOrEqual(0);
      }
    }
  });

  test(`${code}: search finds KLD-6b by the word for prisoners of war, however it is typed`, async ({ visitor }) => {
    const page = await visit(visitor);
    await page.goto(language.page);
    await ready(page);
    expect(language.prisoners[0]).not.toBe(language.prisoners[1]);
    for (const typed of language.prisoners) {
      await page.getByRole('searchbox', { name: language.search }).fill(typed);
      await expect(page.locator('#KLD-6b')).toBeVisible();
      await expect(page.locator('#KLD-1a')).toBeHidden();
      await page.getByRole('searchbox', { name: language.search }).fill('');
      await expect(page.locator('#KLD-1a')).toBeVisible();
    }
  });

  test(`${code}: axe finds nothing, light and dark, in the views and the dialogs`, async ({ visitor }) => {
    test.setTimeout(600_000);
    const page = await visit(visitor, { colorScheme: 'light' });
    await withRecord(page, language);
    const look = async (state) => {
      // All rules once; in dark colours those on colours.
      const exclude = state === '' ? [] : [ROWS_ALIKE];
      expect.soft(await axeViolations(page, { exclude }), `${code} ${state}`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // Colours that change by and by.
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      expect.soft(await axeViolations(page, { exclude, coloursOnly: true }), `${code} ${state}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    };
    for (const view of ['', '#KLD-6b', '#overview', '#timeline', '#compare', '#reviews', '#s1AAAAAAAAAAAA']) {
      await page.goto(`${language.page}${view}`);
      await page.reload();
      await ready(page);
      await look(view);
    }
    await page.goto(`${language.page}`);
    await page.reload();
    await ready(page);
    await page.locator('#KLD-1b button.cell').last().click();
    await expect(page.getByRole('listbox')).toBeVisible();
    await look('status menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('help');
    await page.keyboard.press('Escape');
    await page.locator('.top .share').click();
    await expect(page.getByRole('dialog').locator('.qr-code')).toBeVisible();
    await look('sharing');
  });

  test(`${code}: the first load brings the prose of this language alone`, async ({ visitor }) => {
    const page = await visit(visitor);
    // What the worker asks for later is not part of the first load: it is not asked by a page.
    const asked = [];
    page.on('request', (request) => request.serviceWorker() || asked.push(new URL(request.url()).pathname));
    await page.goto(language.page);
    await ready(page);
    await expect.poll(() => asked.filter((path) => /\/text\./.test(path)).length).toBe(1);
    expect(asked.filter((path) => /\/text\./.test(path))[0]).toContain(`/text.${code}-`);
  });
}

for (const [code, language] of Object.entries(LANGUAGES)) {
  test(`${code}: by keys alone, from the first visit to a status with its note`, async ({ visitor }) => {
    const page = await visit(visitor);
    await page.goto(language.page);
    await ready(page);
    const { blank, group, party, partly, note, said } = language.keys;
    const cell = (id) => page.locator(`#${id} button.cell`).last();
    await page.keyboard.press('Tab');
    await expect(page.locator('a.skip')).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: blank }), 8);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: group }), 8);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    await expect(cell('KLD-1b')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('5');
    await expect(cell('KLD-1b')).toHaveAccessibleName(`${party}: ${partly}`);
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    const field = page.getByRole('group', { name: party }).getByLabel(note);
    await tabTo(page, field, 40);
    await page.keyboard.type(said);
    await page.keyboard.press('Tab');
    await expect(page.locator('.toast')).toContainText('KLD-1b');
    await page.reload();
    await ready(page);
    await expect(cell('KLD-1b')).toHaveAccessibleName(new RegExp(`^${party}: ${partly}`));
    await expect(field).toHaveValue(said);
  });
}

test('the switch keeps place, filters and review', async ({ page }) => {
  await arrive(page);
  await page.getByRole('button', { name: 'Start from the public record' }).click();
  await page.goto('./#KLD-6b?text=KLD');
  await page.reload();
  const languages = page.getByRole('navigation', { name: 'Languages' });
  await languages.getByRole('link', { name: 'ខ្មែរ' }).click();
  await ready(page);
  await expect(page).toHaveURL(/\/km\/#KLD-6b\?text=KLD$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'km');
  await expect(page.locator('#CF27-1a')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'ភាសា' }).getByRole('link', { name: 'ខ្មែរ' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('navigation', { name: 'ភាសា' }).getByRole('link', { name: 'ไทย' }).click();
  await ready(page);
  await expect(page).toHaveURL(/\/th\/#KLD-6b\?text=KLD$/);
  // The same review: what came from the record is there.
  await expect(page.locator('#KLD-6b').getByText('จากข้อมูลสาธารณะ')).toBeAttached();
});

test('a snapshot stays open in another language', async ({ page, visitor }) => {
  const link = await someLink(page);
  const other = await visit(visitor);
  await other.goto(link);
  await expect(other.getByRole('region', { name: 'Snapshot' })).toBeVisible();
  await other.getByRole('navigation', { name: 'Languages' }).getByRole('link', { name: 'ไทย' }).click();
  await ready(other);
  await expect(other.locator('section.banner')).toBeVisible();
  expect(new URL(other.url()).hash).toBe(new URL(link).hash);
});

test('a reader of Thai is offered the Thai page once', async ({ visitor }) => {
  const page = await visit(visitor, { locale: 'th-TH' });
  await page.goto('./');
  await ready(page);
  await page.getByRole('button', { name: 'ไทย', exact: true }).click();
  await expect(page).toHaveURL(/\/th\/$/);
  await page.goto('./');
  await ready(page);
  await expect(page.locator('.toast')).toHaveCount(0);
});

test('Thai years are those of the Buddhist era, or of the common era by choice', async ({ visitor }) => {
  const page = await visit(visitor);
  await page.goto('./th/');
  await ready(page);
  await expect(page.locator('#KLD-3a')).toContainText('26 ต.ค. 2568');
  await page.goto('./th/#timeline');
  await expect(page.getByRole('heading', { name: 'พ.ค. 2568' })).toBeVisible();
  await page.goto('./th/#reviews');
  // Without a keyboard the sheet is reached from here.
  await expect(page.getByRole('button', { name: 'แป้นพิมพ์ลัด ตัวเลข และปี' })).toBeVisible();
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'แสดงปีเป็น ค.ศ.' }).check();
  await expect(page.locator('#KLD-3a')).toContainText('26 ต.ค. 2025');
  await page.goto('./th/#timeline');
  await expect(page.getByRole('heading', { name: 'พ.ค. 2025' })).toBeVisible();
  await page.goto('./th/');
  await page.reload();
  await ready(page);
  await expect(page.locator('#KLD-3a')).toContainText('26 ต.ค. 2025');
});

test('a place is found by the names that either side and either script have for it', async ({ visitor }) => {
  const page = await visit(visitor);
  await page.goto('./km/');
  await ready(page);
  const search = page.getByRole('searchbox', { name: LANGUAGES.km.search });
  for (const typed of ['Nong Chan', 'ជោគជ័យ', 'หนองจาน']) {
    await search.fill(typed);
    await expect(page.locator('#GBC10-11')).toBeVisible();
    await expect(page.locator('#KLD-6a')).toBeHidden();
    await search.fill('');
    await expect(page.locator('#KLD-6a')).toBeVisible();
  }
  await page.goto('./th/#timeline');
  await page.reload();
  await ready(page);
  await page.getByRole('searchbox', { name: 'ค้นหาเหตุการณ์' }).fill('Chok Chey');
  await expect(page.locator('#event-2026-01-02-chouk-chey')).toBeVisible();
  await expect(page.locator('#event-2025-12-31-handover')).toHaveCount(0);
});

for (const { code, choice, shown, plain } of [
  { code: 'km', choice: /លេខខ្មែរ/, shown: '២០២៥', plain: '2025' },
  { code: 'th', choice: /เลขไทย/, shown: '๒๕๖๘', plain: '2568' },
]) {
  test(`${code}: the digits of the language by choice, on all pages; ids and what leaves stay as they are`, async ({ visitor }) => {
    const page = await visit(visitor);
    await page.goto(`./${code}/`);
    await ready(page);
    const row = page.locator('#KLD-3a');
    await expect(row).toContainText(plain);
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: choice }).check();
    await expect(row).toContainText(shown);
    await expect(row).not.toContainText(plain);
    await expect(row).toContainText('KLD-3a');
    await page.keyboard.press('Escape');
    // What comes later is shown so too.
    await page.goto(`./${code}/#timeline`);
    await expect(page.locator('.timeline')).toContainText(shown);
    await expect(page.locator('.timeline')).not.toContainText(plain);
    await page.goto(`./${code}/o/KLD-3a.html`);
    await expect(page.locator('main')).toContainText(shown);
    // A citation has ISO dates and common digits.
    await expect(page.locator('.cited')).toContainText(/\d{4}-\d{2}/);
    await expect(page.locator('.cited')).not.toContainText(shown);
    // Off again: everything is as it was.
    await page.goto(`./${code}/`);
    await ready(page);
    await expect(row).toContainText(shown);
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: choice }).uncheck();
    await expect(row).toContainText(plain);
    await expect(row).not.toContainText(shown);
  });
}

test('who did not choose them does not load the digits', async ({ visitor }) => {
  const page = await visit(visitor);
  const asked = [];
  page.on('request', (request) => request.serviceWorker() || asked.push(new URL(request.url()).pathname));
  await page.goto('./km/');
  await ready(page);
  await expect.poll(() => asked.filter((path) => /\/text\./.test(path)).length).toBe(1);
  expect(asked.filter((path) => /digits/.test(path))).toEqual([]);
});
