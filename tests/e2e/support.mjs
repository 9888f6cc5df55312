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

/** Collects what must not happen in a browser context, from its beginning. */
class Watch {
  #happened = [];
  #allowed = [];

  /** Begins to listen to a context. */
  over(context) {
    const note = (line) => this.#happened.push(line);
    context.on('console', (message) => {
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

  context: async ({ context, watch }, use) => {
    watch.over(context);
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
  visitor: async ({ browser, baseURL, locale, timezoneId, watch }, use) => {
    const contexts = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL, locale, timezoneId, ...options });
      contexts.push(watch.over(context));
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
 * What axe finds against WCAG 2.2 A and AA and its best practices, one line a finding; an empty
 * list is what a story expects.
 *
 * @param {import('@playwright/test').Page} page
 * @param {{ include?: string, exclude?: string[] }} [part] CSS selectors, where the whole page is not meant
 */
export async function axeViolations(page, { include, exclude = [] } = {}) {
  let axe = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
    'wcag22aa',
    'best-practice',
  ]);
  if (include) axe = axe.include(include);
  for (const selector of exclude) axe = axe.exclude(selector);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} — ${target.join(' ')} — ${failureSummary}`),
  );
}
