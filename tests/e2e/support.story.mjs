// The stories' own safety net: what must fail a story does fail it.

import { axeViolations, expect, test } from './support.mjs';

test('a quiet page passes', async ({ page }) => {
  await page.goto('./');
});

for (const { what, line, provoke } of [
  { what: 'a line in the console', line: /^console\.info: hello/, provoke: () => console.info('hello') },
  {
    what: 'an error',
    line: /^page error: Error: oops/,
    provoke: () =>
      void setTimeout(() => {
        throw new Error('oops');
      }),
  },
  {
    what: 'a rejected promise',
    line: /^page error: Error: oops/,
    provoke: () => void Promise.reject(new Error('oops')),
  },
  {
    what: 'a request to another origin',
    line: /^request to another origin: GET http:\/\/127\.0\.0\.1:9\/x\.png|Content Security Policy/,
    provoke: () => void new Image().setAttribute('src', 'http://127.0.0.1:9/x.png'),
  },
]) {
  test(`${what} fails the story`, async ({ page, watch, allow }) => {
    await page.goto('./');
    await page.evaluate(provoke);
    await expect.poll(() => watch.unexpected).toContainEqual(expect.stringMatching(line));
    // Seen, so it need not fail this one; nothing else may have happened.
    allow(what.startsWith('a request') ? /127\.0\.0\.1:9/ : line);
  });
}

test('another visitor is watched too', async ({ visitor, watch, allow }) => {
  const page = await visitor();
  await page.goto('./');
  await page.evaluate(() => console.warn('hello'));
  await expect.poll(() => watch.unexpected).toContainEqual(expect.stringContaining('console.warning: hello'));
  allow(/hello/);
});

test('a server of its own stops and starts again at the same address', async ({ page, server, allow }) => {
  const reachable = () => fetch(server.url).then((answer) => answer.ok, () => false);
  await page.goto(server.url);
  expect(await reachable()).toBe(true);
  await server.stop();
  expect(await reachable()).toBe(false);
  await server.start();
  expect(await reachable()).toBe(true);
  // A service worker or a part of the program may have been cut off on its way.
  allow(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ServiceWorker|Failed to fetch|when fetching the script/);
});

test('axe finds a picture without words', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => document.body.append(document.createElement('img')));
  expect(await axeViolations(page)).toContainEqual(expect.stringContaining('image-alt'));
});
