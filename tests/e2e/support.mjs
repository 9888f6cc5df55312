// What every story stands on: a `test` that fails when the page says anything in the console,
// throws, or asks another origin for anything.
//
//   import { test, expect, axeViolations } from './support.mjs';
//
//   test('a link opens elsewhere', async ({ page, visitor }) => {
//     await page.goto('./');
//     const other = await visitor();              // another browser context: another person
//     await other.goto(link);
//   });
//
//   test('works without the server', async ({ page, server }) => {
//     await page.goto(server.url);
//     await server.stop();                        // setOffline does not reach service workers
//     await page.reload();
//   });
//
// Below the fixtures: where a reader finds things on the page, by role and accessible name, and what
// a reader does with them.

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { restartableServer as startServer } from './server.mjs';

export { expect };

/** Origins of the site: the shared server's and those that stories started. */
const ownOrigins = new Set();

/** As in server.mjs; its origin then counts as the site's own. */
export async function restartableServer(wanted) {
  const server = await startServer(wanted);
  ownOrigins.add(server.origin);
  return server;
}

/**
 * What is said of Playwright and not of the page: its recorder measures every element, in a list that stays laid out behind an open obligation
 * too; and it says so where it keeps a service worker away.
 */
const OF_PLAYWRIGHT = /^Rendering was performed in a subtree hidden by content-visibility\.|^Service Worker registration blocked by Playwright/;

/**
 * For stories that are not about what is kept for offline use: filling that store takes a third of what a visit costs.
 *
 *   test.use(WITHOUT_STORE);
 */
export const WITHOUT_STORE = { serviceWorkers: 'block' };

/** In a page of such a story, from its beginning: says when the texts are there, after which nothing happens by itself either. */
function tellTexts() {
  addEventListener('accord-prose', () => {
    document.documentElement.dataset.texts = '';
  });
}

/** Collects what must not happen in a browser context, from its beginning. */
class Watch {
  #happened = [];
  #allowed = [];

  /** Begins to listen to a context, which may be one without a service worker. */
  async over(context, serviceWorkers) {
    if (serviceWorkers === 'block') await context.addInitScript(tellTexts);
    const note = (line) => this.#happened.push(line);
    context.on('console', (message) => {
      if (OF_PLAYWRIGHT.test(message.text())) return;
      const where = message.location()?.url;
      note(`console.${message.type()}: ${message.text()}${where ? ` (${where})` : ''}`);
    });
    context.on('weberror', (error) => note(`page error: ${error.error()?.stack ?? error.error()}`));
    context.on('page', (page) => {
      page.on('crash', () => note(`crashed: ${page.url()}`));
    });
    context.on('request', (request) => {
      const address = new URL(request.url());
      const leaves = /^(https?|wss?):$/.test(address.protocol);
      const origin = address.origin.replace(/^ws/, 'http');
      if (leaves && !ownOrigins.has(origin)) note(`request to another origin: ${request.method()} ${request.url()}`);
    });
    return context;
  }

  /** Lines that fit the pattern are part of this story. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** What happened and was not allowed. */
  get unexpected() {
    return this.#happened.filter((line) => !this.#allowed.some((pattern) => pattern.test(line)));
  }
}

export const test = base.extend({
  watch: [
    async ({ baseURL }, use) => {
      ownOrigins.add(new URL(baseURL).origin);
      const watch = new Watch();
      await use(watch);
      expect(watch.unexpected, 'nothing in the console, no error, no request to another origin').toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, serviceWorkers, watch }, use) => {
    await watch.over(context, serviceWorkers);
    await use(context);
    await settle(context);
  },

  /**
   * `allow(pattern)`: lets lines pass that the story provokes on purpose, such as the browser's own
   * word on a page that is not found. Say why beside it.
   */
  allow: async ({ watch }, use) => {
    await use((pattern) => watch.allow(pattern));
  },

  /** `await visitor(options)`: the page of another visitor, in a context of its own, watched too. */
  visitor: async ({ browser, baseURL, locale, timezoneId, serviceWorkers, watch }, use) => {
    const contexts = [];
    await use(async (options = {}) => {
      const wanted = { baseURL, locale, timezoneId, serviceWorkers, ...options };
      const context = await browser.newContext(wanted);
      contexts.push(await watch.over(context, wanted.serviceWorkers));
      return context.newPage();
    });
    for (const context of contexts) {
      await settle(context);
      await context.close();
    }
  },

  /** A server of the story's own, which it can stop and start. */
  server: async ({}, use) => {
    const server = await restartableServer();
    await use(server);
    await server.stop();
  },
});

/** Waits until each page has said what it had to say: events come in the order they were sent. */
async function settle(context) {
  for (const page of context.pages()) {
    await page.evaluate(() => document.readyState).catch(() => {});
  }
}

/**
 * Rows of the list that are built like those before them. Where the list itself is not what a story is about, axe looks at the first of each
 * group only: looking at all takes most of its time. One state has all its rows looked at (a11y.story.mjs).
 */
export const ROWS_ALIKE = '.grid .row:nth-child(n+4)';

/**
 * What axe finds against WCAG 2.2 A and AA and its best practices, one line a finding; an empty
 * list is what a story expects.
 *
 * @param {import('@playwright/test').Page} page
 * @param {{ include?: string, exclude?: string[] }} [part] CSS selectors, where the whole page is not meant
 */
export async function axeViolations(page, { include, exclude = [], coloursOnly = false } = {}) {
  // In the page itself, violations only: carrying every finding of thousands of elements out of the
  // page takes ten times as long as finding them. (What that mode leaves out are frames of other
  // origins; there are none.)
  let axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  // Where only the colours are others than before, what axe says of all else is known.
  if (coloursOnly) axe = axe.withRules(['color-contrast', 'link-in-text-block']);
  if (include) axe = axe.include(include);
  for (const selector of exclude) axe = axe.exclude(selector);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} — ${target.join(' ')} — ${failureSummary}`),
  );
}

// ---------------------------------------------------------------- where a reader finds things

/** Sizes of windows: the three layouts of the page, and the narrowest that must work. */
export const SIZES = {
  desktop: { width: 1440, height: 1000 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
};

const regular = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern for names that begin with these words. */
export const beginning = (text) => new RegExp(`^\\s*${regular(text)}`);

/** The list. */
export const list = (page) => page.getByRole('treegrid', { name: 'Checklist' });

/** The row of an obligation, by its id (`KLD-6b`). */
export const row = (page, id) =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: id, exact: true }) });

/** The control of a duty in the list: of this obligation on this duty-bearer. */
export const cell = (page, id, bearer) => row(page, id).getByRole('button', { name: beginning(`${bearer}: `) });

/** The link of an obligation in the list that opens it. */
export const title = (page, id) => row(page, id).getByRole('link');

/** The row at the head of an instrument, by the instrument's name (`Joint Declaration`). */
export const head = (page, instrument) => list(page).getByRole('row', { name: beginning(`${instrument}: `) });

/** The bar of a party at the head of an instrument; its name is the counts in words. */
export const bar = (page, instrument, party) =>
  head(page, instrument).getByRole('img', { name: beginning(`${party}, `) });

/** The menu of statuses, for an obligation and a duty-bearer by its whole name. */
export const menu = (page, id, bearer) => page.getByRole('listbox', { name: `Status of ${id}, ${bearer}`, exact: true });

/** The detail of the open obligation. */
export const detail = (page) => page.getByRole('complementary', { name: 'Obligation in detail' });

/** The column of a duty-bearer in the detail's assessment. */
export const column = (page, bearer) => detail(page).getByRole('group', { name: bearer, exact: true });

/** A part of the detail, by its heading. */
export const part = (page, heading) =>
  detail(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading }) });

/** The message at the bottom of the page. */
export const toast = (page) =>
  page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Dismiss', exact: true }) });

/** What the header says of the review: its name, and whether it is kept. */
export const kept = (page) => page.getByRole('banner').getByRole('status');

/** The buttons that take the last act back and do it again. */
export const undo = (page) => page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true });
export const redo = (page) => page.getByRole('banner').getByRole('button', { name: 'Redo', exact: true });

/** The button that opens the share dialog, and the dialog. */
export const share = (page) => page.getByRole('banner').getByRole('button', { name: 'Share', exact: true });
export const sharing = (page) => page.getByRole('dialog', { name: 'Share a snapshot' });

/** How many obligations the list says it shows. */
export const shown = (page) => page.getByText(/^\d+ of \d+ obligations shown$/);

// ---------------------------------------------------------------- what a reader does

/**
 * Waits until the page reacts and its files are kept for offline use ({@link WITHOUT_STORE}: its texts are there). From then on nothing
 * happens by itself.
 */
export async function ready(page) {
  await page.locator('html[data-ready]:is([data-offline], [data-texts])').waitFor();
}

/** Opens the site at an address and waits until it is ready. */
export async function arrive(page, address = './') {
  await page.goto(address);
  await ready(page);
}

/** Loads the page again and waits until it is ready. */
export async function reload(page) {
  await page.reload();
  await ready(page);
}

/** Opens an obligation from the list. */
export async function openObligation(page, id) {
  await title(page, id).click();
  await expect(detail(page).getByText(id, { exact: true }).first()).toBeVisible();
}

/** Gives a duty a status with the mouse, from the list. `whole` is the bearer's name where its cell has a short one. */
export async function setStatus(page, id, bearer, word, whole = bearer) {
  await cell(page, id, bearer).click();
  await menu(page, id, whole).getByRole('option', { name: beginning(word) }).click();
  await expect(cell(page, id, bearer)).toHaveAccessibleName(beginning(`${bearer}: ${word}`));
}

/**
 * The link of the review that is open, as the share dialog copies it. `parts` are names of what goes in besides, as the boxes have it:
 * `Your notes`.
 */
export async function linkFrom(page, ...parts) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await share(page).click();
  for (const part of parts) await sharing(page).getByRole('checkbox', { name: beginning(part) }).check();
  await sharing(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(sharing(page).getByRole('status')).toContainText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  await expect(sharing(page)).toBeHidden();
  return link;
}

/** Presses Tab until something has the focus, as somebody without a mouse does; at most so many times. */
export async function tabTo(page, wanted, most = 60) {
  for (let times = 0; times < most; times += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} times Tab did not lead to ${wanted}`);
}

/** Waits until what the last act put off until after the next paint is done: storing it, and telling it. */
export const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** What the browser stores for this site, with the last act: every key with its content. */
export async function stored(page) {
  await painted(page);
  return page.evaluate(() => ({ ...localStorage }));
}

/** By how many pixels the page is wider than its window. */
export const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
