// For eyes and heads that need something else: forced colours, wider spacing of text, less movement. 320 pixels and 200 % zoom stand
// in a11y.story.mjs.

import { WITHOUT_STORE, cell, expect, menu, sideways, test, toast } from './support.mjs';
import { STATES, atTheMoment, lookOptions, still, withRecord } from './states.mjs';

test.use(WITHOUT_STORE);

const START = ['first-visit', 'checklist', 'detail-KLD-6b', 'overview', 'timeline', 'snapshot', 'damaged-link', 'set-many'];

/** A page in a state. */
async function at(state, options, visitor) {
  const page = await visitor(options);
  await atTheMoment(page);
  await STATES[state].come(page, visitor);
  await still(page);
  return page;
}

/**
 * Where texts stand in the window, with what they are: of elements that have text of their own and are not covered, off or empty.
 * Boxes are in CSS pixels.
 */
const textBoxes = (page) =>
  page.evaluate(() => {
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return [...document.querySelectorAll('body *')]
      .filter((element) => hasText(element) && !element.closest('svg, :disabled, [aria-disabled=true]'))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, { left, top, right, bottom, width, height }]) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && width > 4 && height > 4)
      .filter(([element, { left, top, width, height }]) => element.contains(document.elementFromPoint(left + width / 2, top + height / 2)))
      .map(([element, { left, top, width, height }]) => ({ what: element.outerHTML.slice(0, 100), left, top, width, height }));
  });

/**
 * Texts whose darkest and lightest pixel differ by less than 4.5 to 1 (WCAG 1.4.3), in a picture of the window: computed styles do
 * not tell the colours that the system forces, so axe cannot be asked.
 */
async function tooFaint(page, texts) {
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  const studio = await page.context().newPage();
  const faint = await studio.evaluate(
    async ([picture, texts]) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
      context.drawImage(bitmap, 0, 0);
      const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return texts.flatMap(({ what, left, top, width, height }) => {
        const { data } = context.getImageData(Math.floor(left), Math.floor(top), Math.ceil(width), Math.ceil(height));
        let [darkest, lightest] = [1, 0];
        for (let at = 0; at < data.length; at += 4) {
          const light = 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
          darkest = Math.min(darkest, light);
          lightest = Math.max(lightest, light);
        }
        const ratio = (lightest + 0.05) / (darkest + 0.05);
        return ratio < 4.5 ? [`${ratio.toFixed(1)}: ${what}`] : [];
      });
    },
    [picture, texts],
  );
  await studio.close();
  return faint;
}

test('a text that cannot be told from its ground is found', async ({ page }) => {
  await at('first-visit', {}, async () => page);
  await page.evaluate(() => {
    const heading = document.querySelector('.welcome h2');
    heading.style.color = getComputedStyle(heading.closest('.welcome')).backgroundColor;
  });
  expect(await tooFaint(page, await textBoxes(page))).toEqual([expect.stringContaining('126 obligations')]);
});

test.describe('forced colours', () => {
  // Most who force colours force dark ones.
  for (const [scheme, states] of Object.entries({ dark: START, light: ['checklist', 'set-many'] })) {
    for (const state of states) {
      test(`every text can be told from its ground: ${state}, ${scheme}`, async ({ visitor }) => {
        const page = await at(state, { ...lookOptions('desktop', scheme), forcedColors: 'active' }, visitor);
        expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
        const texts = await textBoxes(page);
        expect(texts.length).toBeGreaterThan(3);
        expect(await tooFaint(page, texts)).toEqual([]);
      });
    }
  }

  test('what is a bar keeps its parts, what is chosen its mark, what has the focus its ring', async ({ visitor }) => {
    const page = await at('checklist', { ...lookOptions('desktop', 'dark'), forcedColors: 'active' }, visitor);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const fills = await page
      .getByRole('img', { name: /^Cambodia, \d+ duties/ })
      .first()
      .locator('rect')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).fill));
    expect(fills.length).toBeGreaterThan(1);
    expect(new Set(fills).size, 'parts of a bar differ by their patterns').toBe(fills.length);
    await cell(page, 'KLD-1b', 'Thailand').focus();
    await page.keyboard.press('ArrowDown');
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
      return { outlineStyle, outlineWidth, outlineColor };
    });
    expect(ring.outlineStyle).toBe('solid');
    expect(ring.outlineWidth).toBe('2px');
    expect(ring.outlineColor).not.toBe(ground);
  });
});

test.describe('wider spacing of text (WCAG 1.4.12)', () => {
  for (const size of ['desktop', 'phone']) {
    for (const state of START) {
      test(`nothing is cut off: ${state}, ${size}`, async ({ visitor }) => {
        const page = await at(state, lookOptions(size, 'light'), visitor);
        // The page's policy forbids inline styles; a person's own style sheet is not bound by it.
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            '*, ::before, ::after { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
          );
          document.adoptedStyleSheets.push(sheet);
        });
        expect(await page.evaluate(() => getComputedStyle(document.body).letterSpacing)).not.toBe('normal');
        expect(await sideways(page), 'pixels that the page is too wide').toBe(0);
        const cut = await page.evaluate(() => {
          const clips = (style, axis) => ['hidden', 'clip'].includes(style[`overflow${axis}`]);
          return [...document.querySelectorAll('body *')]
            .filter((element) => element.textContent.trim() && !element.closest('svg, .hidden-name, select, .skip'))
            .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1)
            .filter((element) => {
              const style = getComputedStyle(element);
              const over = (axis, scroll, client) => clips(style, axis) && scroll > client + 1;
              return (
                over('Y', element.scrollHeight, element.clientHeight) || over('X', element.scrollWidth, element.clientWidth)
              );
            })
            .map((element) => `${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}: ${element.outerHTML.slice(0, 120)}`);
        });
        expect(cut).toEqual([]);
        const outside = await page.evaluate(() =>
          [...document.querySelectorAll('button, a, input, select, textarea, h1, h2, h3, p')]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.skip, .hidden-name, .scroll, [role=region]'))
            .map((element) => [element, element.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
            .map(([element]) => element.outerHTML.slice(0, 120)),
        );
        expect(outside).toEqual([]);
      });
    }
  }
});

test.describe('less movement', () => {
  /** What moves or fades for longer than an instant, over the whole page. */
  const moving = (page) =>
    page.evaluate(() => {
      const longest = (list) => Math.max(...list.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)));
      const still = [...document.querySelectorAll('body *')].flatMap((element) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element);
        const moves = longest(transitionDuration) > 1 || (animationName !== 'none' && longest(animationDuration) > 1);
        return moves || scrollBehavior === 'smooth' ? [element.outerHTML.slice(0, 100)] : [];
      });
      const running = document.getAnimations().filter((animation) => animation.playState === 'running').length;
      return { still: [...new Set(still)], running };
    });

  for (const size of ['desktop', 'phone']) {
    test(`nothing moves where the reader asks for that: ${size}`, async ({ visitor }) => {
      const page = await visitor({ ...lookOptions(size, 'light'), reducedMotion: 'reduce' });
      await withRecord(page);
      expect(await moving(page)).toEqual({ still: [], running: 0 });
      await cell(page, 'KLD-1b', 'Thailand').click();
      await expect(menu(page, 'KLD-1b', 'Thailand')).toBeVisible();
      expect(await moving(page)).toEqual({ still: [], running: 0 });
      await page.keyboard.press('5');
      await expect(toast(page)).toBeVisible();
      expect(await moving(page)).toEqual({ still: [], running: 0 });
    });
  }
});
