// The pictures of the installed page (public/): icons from their SVG, and the two screenshots that browsers show before installing.
// By hand, when an icon or the look of the page has changed: `node tests/pictures/install.mjs http://127.0.0.1:8080/` beside `cargo xtask serve`.

import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { BROWSER_WORDS } from '../e2e/server.mjs';

const [address] = process.argv.slice(2);
const place = new URL('../../public/', import.meta.url).pathname;
const browser = await chromium.launch({ executablePath: process.env.ACCORD_CHROMIUM || undefined, args: BROWSER_WORDS });
for (const [source, name, size] of [
  ['icon.svg', 'icon-192.png', 192],
  ['icon.svg', 'icon-512.png', 512],
  ['icon-maskable.svg', 'icon-maskable-512.png', 512],
  ['icon-maskable.svg', 'apple-touch-icon.png', 180],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawing = await readFile(`${place}${source}`, 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`);
  await page.screenshot({ path: `${place}${name}` });
  await page.close();
}
for (const [name, width, height] of [['wide', 1280, 800], ['narrow', 390, 844]]) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: 'Start from the public record' }).click();
  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await page.screenshot({ path: `${place}screenshots/${name}.png` });
  await page.close();
}
await browser.close();
