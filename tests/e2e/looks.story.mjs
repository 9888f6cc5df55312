// The main states look as they did: each is compared with a picture that is kept in `looks/`.
//
// After a change that is meant to be seen, make the pictures anew, look at them, and commit them:
//   cargo xtask test stories looks --update-snapshots
//
// Letters are drawn by the fonts and the Chromium of a machine. `looks/machine.json` says which ones the pictures were taken with;
// on another machine these stories are skipped and say so.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WITHOUT_STORE, cell, expect, test } from './support.mjs';
import { STATES, atTheMoment, lookOptions, still } from './states.mjs';

test.use(WITHOUT_STORE);

/** The pictures that are kept: state, window, colours. */
const KEPT = [
  ['first-visit', 'phone', 'dark'],
  ['checklist', 'desktop', 'light'],
  ['checklist', 'tablet', 'dark'],
  ['detail-KLD-6b', 'desktop', 'light'],
  ['detail-KLD-6b', 'phone', 'dark'],
  ['overview', 'desktop', 'light'],
  ['timeline', 'phone', 'light'],
  ['snapshot', 'phone', 'light'],
  ['status-menu', 'phone', 'dark'],
];
const MACHINE = path.join(import.meta.dirname, 'looks/machine.json');

/**
 * By what letters are drawn: the version of Chromium, and how wide and high its fonts make a few words in the three scripts.
 * The same fonts give the same numbers; where a font is missing another one steps in, and they change.
 */
async function machine(browser) {
  const page = await browser.newPage();
  const fonts = await page.evaluate(() => {
    const voices = {
      plain: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans"',
      text: 'ui-serif, "New York", Charter, Georgia, "Noto Serif"',
    };
    const words = { latin: 'Obligations of 27 Dec 2025, read one by one', thai: 'ข้อผูกพัน', khmer: 'កាតព្វកិច្ច' };
    const context = document.createElement('canvas').getContext('2d');
    const found = {};
    for (const [voice, family] of Object.entries(voices)) {
      for (const weight of [400, 500, 700]) {
        context.font = `${weight} 100px ${family}`;
        for (const [script, text] of Object.entries(words)) {
          const { width, fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(text);
          found[`${voice} ${weight} ${script}`] = [width, up, down].map(Math.round).join(' ');
        }
      }
    }
    return found;
  });
  await page.close();
  return { chromium: browser.version().split('.')[0], fonts };
}

/** In what this machine differs from the one on which the pictures were taken; nothing where it does not. */
async function difference(browser, testInfo) {
  const here = await machine(browser);
  if (['all', 'changed'].includes(testInfo.config.updateSnapshots)) {
    writeFileSync(MACHINE, `${JSON.stringify(here, null, 2)}\n`);
    return '';
  }
  const there = JSON.parse(readFileSync(MACHINE, 'utf8'));
  if (here.chromium !== there.chromium) return `Chromium ${here.chromium}, the pictures are of ${there.chromium}`;
  const others = Object.keys(there.fonts).filter((name) => here.fonts[name] !== there.fonts[name]);
  return others.length > 0 ? `other fonts than in the pictures (${others.join(', ')})` : '';
}

test.beforeEach(async ({ browser }, testInfo) => {
  const found = await difference(browser, testInfo);
  if (found) console.log(`looks: skipped, since this machine has ${found}`);
  test.skip(found !== '', `this machine has ${found}`);
});

/** A page in a state, at rest. */
async function at(state, size, colours, visitor) {
  const page = await visitor(lookOptions(size, colours));
  await atTheMoment(page);
  await STATES[state].come(page, visitor);
  await still(page);
  return page;
}

for (const [state, size, colours] of KEPT) {
  test(`looks as before: ${state}, ${size}, ${colours}`, async ({ visitor }) => {
    const page = await at(state, size, colours, visitor);
    await expect(page).toHaveScreenshot(`${state}-${size}-${colours}.png`);
  });
}

test('a column that moved by six pixels would be found', async ({ visitor }, testInfo) => {
  test.skip(['all', 'changed'].includes(testInfo.config.updateSnapshots), 'pictures are being taken');
  const page = await at('checklist', 'desktop', 'light', visitor);
  const picture = 'checklist-desktop-light.png';
  await expect(page).toHaveScreenshot(picture);
  const place = async () => (await cell(page, 'KLD-1a', 'Thailand').boundingBox()).x;
  const before = await place();
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('.row .cell:last-child')) {
      one.style.position = 'relative';
      one.style.left = '6px';
    }
  });
  expect(Math.round((await place()) - before)).toBe(6);
  await expect(expect(page).toHaveScreenshot(picture, { timeout: 3000 })).rejects.toThrow(/pixels/);
});
