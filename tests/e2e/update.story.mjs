// A new version comes while the page is open: found, fetched whole, announced; the reader chooses when. What is stored outlives all of it.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { arrive, cell, column, expect, openObligation, ready, restartableServer, setStatus, test as base, toast } from './support.mjs';

const dist = process.env.ACCORD_DIST ?? path.resolve(import.meta.dirname ?? '.', '../../dist');
const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A deployment of the site that can be replaced by another version. */
class Deployment {
  constructor() {
    this.folder = mkdtempSync(path.join(os.tmpdir(), 'accord-update-'));
    this.reset();
  }

  /** The built site, without its compressed files: a changed file must not be answered with what it was. */
  reset() {
    rmSync(this.folder, { recursive: true, force: true });
    cpSync(dist, this.folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  }

  read(file) {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  write(file, text) {
    writeFileSync(path.join(this.folder, file), text);
  }

  get boot() {
    return readdirSync(this.folder).find((file) => /^boot-[0-9a-f]{12}\.js$/.test(file));
  }

  /** The same program with a mark: a new `boot.js`, and what names it. `record` makes the record another too. */
  publish(mark, { record = false } = {}) {
    this.reset();
    const old = this.boot;
    const text = `${this.read(old)}\ndocument.documentElement.dataset.mark = "${mark}";\n`;
    const boot = `boot-${sha(text).slice(0, 12)}.js`;
    this.write(boot, text);
    rmSync(path.join(this.folder, old));
    const changed = new Map([[old, boot]]);
    for (const page of ['index.html', 'km/index.html', 'th/index.html']) {
      if (!existsSync(path.join(this.folder, page))) continue;
      let html = this.read(page).replaceAll(old, boot);
      if (record) html = html.replace(/(<meta name="accord-record" content=")[^"]*/, '$12099-01');
      this.write(page, html);
    }
    const worker = this.read('sw.js').replace(/\["([^"]+)",\s*"[0-9a-f]{64}"\]/g, (whole, file) => {
      const name = changed.get(file) ?? file;
      return `["${name}","${sha(readFileSync(path.join(this.folder, name)))}"]`;
    });
    this.write('sw.js', worker);
  }
}

const test = base.extend({
  site: async ({}, use) => {
    const site = new Deployment();
    await use(site);
    rmSync(site.folder, { recursive: true, force: true });
  },
  server: async ({ site }, use) => {
    const server = await restartableServer({ dir: site.folder });
    await use(server);
    await server.stop();
  },
});

/** The browser looks for a new version now; it would by itself at the next visit. `false` if there is none that can be installed. */
const look = (page) => page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update().then(() => true, () => false)));
const mark = (page) => page.locator('html').getAttribute('data-mark');
const marked = (page, name) => page.locator(`html[data-ready][data-mark=${name}]`).waitFor();
const announced = (page) => toast(page).filter({ hasText: 'A new version is ready' });
const caches = (page) => page.evaluate(() => globalThis.caches.keys());

test('accepted: the new version is there, the review is as it was, and what changed is said', async ({ page, site, server }) => {
  await arrive(page, server.url);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  site.publish('second');
  await look(page);
  await expect(announced(page)).toBeVisible();
  expect(await mark(page), 'nothing happens by itself').toBeNull();
  await announced(page).getByRole('button', { name: 'Update' }).click();
  await marked(page, 'second');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  const word = page.getByRole('status').filter({ hasText: 'The program was updated. The record is as it was.' });
  await expect(word.getByRole('link', { name: 'What changed' })).toHaveAttribute('href', /changes\.txt$/);
  await word.getByRole('button', { name: 'Dismiss' }).click();
  await expect(word).toBeHidden();
  expect(await caches(page), 'the former version is gone').toHaveLength(1);
});

test('a new record is told apart from a new program', async ({ page, site, server }) => {
  await arrive(page, server.url);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  site.publish('second', { record: true });
  await look(page);
  await announced(page).getByRole('button', { name: 'Update' }).click();
  await marked(page, 'second');
  const word = page.getByRole('status').filter({ hasText: 'The program and the record were updated.' });
  await expect(word.getByRole('link', { name: 'What changed' })).toHaveAttribute('href', 'method.html#editions');
});

test('postponed: the page goes on as it is, and the next visit brings it', async ({ page, site, server }) => {
  await arrive(page, server.url);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  site.publish('second');
  await look(page);
  await announced(page).getByRole('button', { name: 'Dismiss' }).click();
  await setStatus(page, 'KLD-1b', 'Thailand', 'Suspended');
  expect(await mark(page)).toBeNull();
  await page.reload();
  await marked(page, 'second');
  await expect(cell(page, 'KLD-1b', 'Thailand')).toHaveAccessibleName('Thailand: Suspended');
});

test('where nothing was touched it comes by itself', async ({ page, site, server }) => {
  await arrive(page, server.url);
  site.publish('second');
  await look(page);
  await marked(page, 'second');
});

test('while a note is typed nothing reloads, and the note is kept', async ({ page, site, server }) => {
  await arrive(page, server.url);
  await openObligation(page, 'KLD-1a');
  const note = column(page, 'Cambodia').getByRole('textbox', { name: /note/i }).first();
  await note.pressSequentially('The camp was ');
  site.publish('second');
  await look(page);
  await expect(announced(page)).toBeVisible();
  await expect(note).toBeFocused();
  await note.pressSequentially('empty.');
  await expect(note).toHaveValue('The camp was empty.');
  expect(await mark(page)).toBeNull();
  await announced(page).getByRole('button', { name: 'Update' }).click();
  await marked(page, 'second');
  await expect(note).toHaveValue('The camp was empty.');
});

test('two tabs, one on each version, keep what each other wrote', async ({ page, context, site, server }) => {
  await arrive(page, server.url);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  const other = await context.newPage();
  await arrive(other, server.url);
  await setStatus(other, 'KLD-1a', 'Thailand', 'Breach alleged');
  site.publish('second');
  await look(page);
  await announced(page).getByRole('button', { name: 'Update' }).click();
  await marked(page, 'second');
  expect(await mark(other), 'the other tab is not pulled along').toBeNull();
  await setStatus(other, 'KLD-1b', 'Cambodia', 'Suspended');
  await setStatus(page, 'KLD-1b', 'Thailand', 'Partly observed');
  await announced(other).getByRole('button', { name: 'Update' }).click();
  await marked(other, 'second');
  for (const tab of [page, other]) {
    for (const [id, bearer, word] of [['KLD-1a', 'Cambodia', 'Observed'], ['KLD-1a', 'Thailand', 'Breach alleged'], ['KLD-1b', 'Cambodia', 'Suspended'], ['KLD-1b', 'Thailand', 'Partly observed']]) {
      await expect(cell(tab, id, bearer)).toHaveAccessibleName(`${bearer}: ${word}`);
    }
  }
});

for (const [what, spoil] of [
  ['a file is missing', (site) => rmSync(path.join(site.folder, 'method.html'))],
  ['a file has other bytes than the list says', (site) => site.write('method.html', `${site.read('method.html')} `)],
  ['the worker is no script', (site) => site.write('sw.js', '<!DOCTYPE html>')],
]) {
  test(`a broken deployment (${what}) leaves the old version running`, async ({ page, site, server, allow }) => {
    // The browser's own words on what it could not install.
    allow(/404|Failed to (load|update)|SyntaxError|is not as it was built|ServiceWorker/);
    await arrive(page, server.url);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    const before = await caches(page);
    site.publish('broken');
    spoil(site);
    await look(page);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then(({ installing, waiting }) => Boolean(installing ?? waiting)))).toBe(false);
    await expect(announced(page)).toBeHidden();
    expect(await caches(page), 'nothing half-filled stays').toEqual(before);
    await server.stop();
    await page.reload();
    await ready(page);
    expect(await mark(page)).toBeNull();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await server.start();
    site.publish('mended');
    await setStatus(page, 'KLD-1b', 'Cambodia', 'Observed');
    await look(page);
    await announced(page).getByRole('button', { name: 'Update' }).click();
    await marked(page, 'mended');
  });
}

test('a version that was skipped: the newest comes', async ({ page, site, server }) => {
  await arrive(page, server.url);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  site.publish('second');
  await look(page);
  await expect(announced(page)).toBeVisible();
  site.publish('third');
  await look(page);
  await expect.poll(() => caches(page).then((names) => names.length)).toBeGreaterThan(1);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then(({ installing }) => Boolean(installing)))).toBe(false);
  await announced(page).getByRole('button', { name: 'Update' }).click();
  await marked(page, 'third');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  expect(await caches(page)).toHaveLength(1);
});

test('what a cache of the next version held before is not trusted', async ({ page, site, server }) => {
  await arrive(page, server.url);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  site.publish('second');
  // Somebody, or a fill that was broken off, left a cache of the name that the next version will have.
  const files = [...site.read('sw.js').matchAll(/\["([^"]+)",\s*"([0-9a-f]{64})"\]/g)];
  const name = `accord-checklist-${sha(files.map(([, , digest]) => digest.slice(0, 4)).join('')).slice(0, 16)}`;
  await page.evaluate(async ([name, url]) => {
    const cache = await globalThis.caches.open(name);
    await cache.put(url, new Response('<title>forged</title>', { headers: { 'content-type': 'text/html' } }));
  }, [name, server.url]);
  await page.reload();
  await expect(page).not.toHaveTitle('forged');
  await ready(page);
  await marked(page, 'second');
  await server.stop();
  await page.reload();
  await marked(page, 'second');
  await expect(page).not.toHaveTitle('forged');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
});
