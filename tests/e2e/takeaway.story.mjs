// What a reader takes away: cards in other pages, citations, images, tables; and that it is there without a network once visited.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, restartableServer, test } from './support.mjs';
import { withRecord } from './states.mjs';

/** An article of somebody else, at another origin, with these pages in frames. */
async function article(addresses) {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'accord-article-'));
  const frames = addresses.map((address, place) => `<iframe title="card ${place + 1}" width="600" height="450" src="${address}"></iframe>`);
  const icon = '<link rel="icon" href="data:,">';
  await writeFile(path.join(dir, 'index.html'), `<!doctype html><html lang="en"><title>An article</title>${icon}<p>Read this.</p>${frames.join('')}</html>`);
  const server = await restartableServer({ dir });
  return { url: server.url, stop: () => server.stop().then(() => rm(dir, { recursive: true })) };
}

const dialogOf = (page) => page.getByRole('dialog', { name: 'Share a snapshot' });
/** Opens the share dialog and a fold at its end. */
async function unfold(page, name) {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const fold = dialogOf(page).getByRole('group').filter({ hasText: name }).first();
  await fold.getByText(name, { exact: true }).click();
  return fold;
}

/** The files of a zip by name. */
function unzip(bytes) {
  const files = {};
  let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  while (at >= 0 && bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size, nameLength, extra, comment, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(from, from + size);
    files[name] = (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

const saved = async (page, press) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

test('another page shows the card of an obligation, and cannot show the checklist', async ({ page, server, allow }) => {
  allow(/frame-ancestors|Refused to frame|Framing/i);
  const other = await article([`${server.url}embed/KLD-6b.html`, `${server.url}embed/th/KLD-6b.html`, server.url]);
  await page.goto(other.url);
  const card = page.frameLocator('iframe[title="card 1"]');
  await expect(card.getByRole('heading', { name: /Promptly release the prisoners of war/ })).toBeVisible();
  await expect(card.getByText('From the public record')).toBeVisible();
  await expect(card.getByRole('link', { name: 'Open the obligation' })).toHaveAttribute('target', '_blank');
  await expect(page.frameLocator('iframe[title="card 2"]').getByRole('heading', { level: 1 })).toContainText('KLD-6b');
  const blocked = await page.locator('iframe[title="card 3"]').elementHandle();
  await expect.poll(async () => (await blocked.contentFrame()).url()).toMatch(/^chrome-error:/);
  await other.stop();
});

test('another page shows the card of a snapshot, as the dialog gives it', async ({ page, server }) => {
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Start from the public record' }).click();
  const fold = await unfold(page, 'Embed in another page');
  const code = await fold.getByRole('group').getByText(/<iframe/).textContent();
  const [, address] = /src="([^"]+)"/.exec(code);
  expect(code).toMatch(/<iframe [^>]*title="[^"]+"/);
  expect(code).toMatch(/<a href="[^"]+#s1/);
  const other = await article([address]);
  await page.goto(other.url);
  const card = page.frameLocator('iframe[title="card 1"]');
  await expect(card.getByText('Personal assessment, not official')).toBeVisible();
  await expect(card.getByRole('row', { name: /Fulfilled/ }).first().getByRole('cell')).toHaveText([/^\d+$/, /^\d+$/]);
  await expect(card.getByRole('link', { name: /Open/ })).toHaveAttribute('href', /#s1/);
  await other.stop();
});

test('a citation of a snapshot carries edition, date and check', async ({ page }) => {
  await withRecord(page);
  const fold = await unfold(page, 'Citation');
  const texts = fold.getByRole('group').filter({ hasText: /2026-11/ });
  await expect(texts).toHaveCount(3);
  for (const text of await texts.allTextContents()) {
    expect(text).toMatch(/check [\w-]+/);
    expect(text).toMatch(/#s1/);
  }
  const data = JSON.parse((await texts.allTextContents()).find((text) => text.trim().startsWith('[')));
  expect(data[0].issued['date-parts'][0]).toHaveLength(3);
});

test('the list goes into Word and Excel in the order it stands', async ({ page }) => {
  await withRecord(page);
  await page.getByRole('checkbox', { name: /^PUT / }).check();
  const ids = await page.locator('[data-obligation]:not([hidden])').evaluateAll((rows) => rows.map((row) => row.id));
  expect(ids.length).toBe(7);
  const fold = await unfold(page, 'Tables of the obligations in the list');
  const positions = (text) => ids.map((id) => text.indexOf(`>${id}<`));
  for (const [button, name, inside] of [
    ['Word', 'accord-checklist.docx', 'word/document.xml'],
    ['Excel', 'accord-checklist.xlsx', 'xl/worksheets/sheet1.xml'],
  ]) {
    const file = await saved(page, () => fold.getByRole('button', { name: button }).click());
    expect(file.name).toBe(name);
    const text = unzip(file.bytes)[inside];
    expect(text).not.toContain('>KLD-1b<');
    const found = positions(text);
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(found).toEqual([...found].sort((one, other) => one - other));
  }
});

test('an image of the counts is saved in two shapes', async ({ page }) => {
  await withRecord(page);
  const fold = await unfold(page, 'Image');
  for (const [shape, width, height] of [
    ['Wide', 1200, 630],
    ['Square', 1080, 1080],
  ]) {
    await fold.getByRole('radio', { name: shape }).check();
    const png = await saved(page, () => fold.getByRole('button', { name: 'Save as PNG' }).click());
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([width, height]);
    const svg = await saved(page, () => fold.getByRole('button', { name: 'Save as SVG' }).click());
    expect(svg.bytes.toString()).toContain('Personal assessment, not official');
  }
});

test('a page and a card that were visited are there without a network', async ({ page, server }) => {
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  for (const address of ['o/KLD-6b.html', 'embed/KLD-6b.html']) await page.goto(`${server.url}${address}`);
  await server.stop();
  for (const address of ['o/KLD-6b.html', 'embed/KLD-6b.html']) {
    await page.goto(`${server.url}${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Promptly release the prisoners of war');
  }
});
