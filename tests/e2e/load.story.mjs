// While the page loads and starts, nothing on it jumps: the sum of layout shifts stays below 0.02 (Layout Instability, W3C; 0.1 is
// what Web Vitals call good). A review that begins shows the beginning of the list.

import { arrive, expect, test, title } from './support.mjs';
import { lookOptions, someLink, withRecord } from './states.mjs';

const MOST = 0.02;

/** Collects the layout shifts of a page from its first moment. */
const watchShifts = (page) =>
  page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources, startTime } of list.getEntries()) {
        if (hadRecentInput) continue;
        const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const name = node?.nodeType === 1 ? `${node.localName}.${node.className?.baseVal ?? node.className}` : node?.nodeName;
          return `${name} ${Math.round(from.x)},${Math.round(from.y)} → ${Math.round(to.x)},${Math.round(to.y)}`;
        });
        window.shifts.push({ value, moved, at: Math.round(startTime) });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** The shifts so far, once two frames went by without an act. */
const shifts = (page) =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(window.shifts), 100)))),
  );

/** Ways to come to the page, for somebody who `before` did something at an earlier visit. */
const ARRIVALS = {
  'first visit': {},
  'with a review': { before: withRecord },
  'with a review, at an obligation': { before: withRecord, address: './#KLD-6b' },
  'with a filter': { address: './#?text=KLD&q=border' },
  overview: { before: withRecord, address: './#overview' },
  timeline: { address: './#timeline' },
  'by a link': { link: true },
};

for (const [name, { before, address = './', link }] of Object.entries(ARRIVALS)) {
  for (const size of ['desktop', 'phone']) {
    test(`nothing jumps: ${name}, ${size}`, async ({ visitor }) => {
      const page = await visitor(lookOptions(size, 'light'));
      const where = link ? await someLink(await visitor(lookOptions('desktop', 'light'))) : address;
      await before?.(page);
      await page.goto('about:blank');
      await watchShifts(page);
      await arrive(page, where);
      const found = await shifts(page);
      const sum = found.reduce((total, { value }) => total + value, 0);
      test.info().annotations.push({ type: 'layout shift', description: sum.toFixed(4) });
      expect(sum, JSON.stringify(found, null, 1)).toBeLessThan(MOST);
    });
  }
}

test('a jump is found', async ({ page }) => {
  await watchShifts(page);
  await arrive(page);
  await page.evaluate(() => {
    const bar = document.createElement('div');
    bar.style.height = '200px';
    document.querySelector('main').prepend(bar);
  });
  const sum = (await shifts(page)).reduce((total, { value }) => total + value, 0);
  expect(sum).toBeGreaterThan(MOST);
});

for (const size of ['desktop', 'phone']) {
  for (const way of ['Start from the public record', 'Start blank']) {
    test(`a beginning shows the beginning of the list: ${way}, ${size}`, async ({ visitor }) => {
      const page = await visitor(lookOptions(size, 'light'));
      await arrive(page);
      await page.getByRole('button', { name: way }).click();
      await expect(page.getByRole('button', { name: 'Start blank' })).toBeHidden();
      await expect(page.getByRole('heading', { name: 'Checklist', level: 1 })).toBeInViewport();
      await expect(title(page, 'KLD-1a')).toBeInViewport();
    });
  }
}
