// States of the page that are looked at: by the pictures (`cargo xtask pictures`) and by the stories on looks. Always the same to
// the pixel: a fixed moment, no movement, no message left over.

import { SIZES, arrive, beginning, cell, detail, expect, linkFrom, painted, setStatus, share, sharing, shown, title } from './support.mjs';

/** The moment at which every picture is taken. */
export const MOMENT = new Date('2026-11-22T10:00:00+07:00');

/** Options of a browser context in which pictures are taken. */
export const lookOptions = (size, colours) => ({
  viewport: SIZES[size],
  colorScheme: colours,
  reducedMotion: 'reduce',
  locale: 'en-GB',
  timezoneId: 'Asia/Phnom_Penh',
  hasTouch: size === 'phone',
  isMobile: size === 'phone',
});

/** Stops the clock of a page before its first address is opened. Timers go on: the page needs them to start. */
export const atTheMoment = (page) => page.clock.setFixedTime(MOMENT);

/** Waits until nothing of a past act is on the page any more, and the letters are there. */
export async function still(page) {
  // What was done last is told once it is painted: the message on the page may still be of what was done before.
  await painted(page);
  // By its class: the page may be in another language.
  const dismiss = page.locator('.toast button').last();
  if (await dismiss.isVisible()) await dismiss.click();
  await expect(page.locator('.toast')).toBeHidden();
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
}

/** Begins a review with what the public record supports. */
export async function withRecord(page, address = './') {
  await arrive(page, './');
  await page.getByRole('button', { name: 'Start from the public record' }).click();
  await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveText(/From the record/);
  await still(page);
  if (address !== './') await arrive(page, address);
}

/** Opens an obligation from the list, with a review of the record. */
const opened = (id, heading) => async (page) => {
  await withRecord(page);
  await title(page, id).click();
  await expect(detail(page).getByRole('heading', { name: heading }).first()).toBeVisible();
  // The prose has come, to the last part.
  await expect(detail(page).getByRole('heading', { name: 'Sources' })).toBeAttached();
};

const view = (address, name) => async (page) => {
  await withRecord(page);
  await page.getByRole('link', { name, exact: true }).locator('visible=true').first().click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('Loading', { exact: false })).toBeHidden();
};

/** The link of a review with a few statuses, as somebody else would send it. */
export async function someLink(page) {
  await atTheMoment(page);
  await arrive(page);
  for (const [id, bearer, word] of [
    ['KLD-1a', 'Cambodia', 'Observed'],
    ['KLD-1a', 'Thailand', 'Breach alleged'],
    ['KLD-1b', 'Cambodia', 'Partly observed'],
    ['KLD-1b', 'Thailand', 'Partly observed'],
    ['KLD-6b', 'Thailand', 'Fulfilled'],
    ['CF27-11', 'Thailand', 'Not fulfilled'],
  ]) {
    await setStatus(page, id, bearer, word);
    await still(page);
  }
  return linkFrom(page);
}

/**
 * The states by name. `come` leads a page there, `sizes` are the windows in which the state exists; `visitor` makes the page of
 * somebody else, with other options where some are given.
 *
 * @type {Record<string, { sizes: string[], come: (page: any, visitor: (options?: object) => Promise<any>) => Promise<void> }>}
 */
export const STATES = {
  'first-visit': { sizes: ['desktop', 'tablet', 'phone'], come: (page) => arrive(page) },
  checklist: { sizes: ['desktop', 'tablet', 'phone'], come: (page) => withRecord(page) },
  'detail-KLD-6b': {
    sizes: ['desktop', 'tablet', 'phone'],
    come: opened('KLD-6b', 'Promptly release the prisoners of war'),
  },
  'detail-CF27-3b': { sizes: ['desktop', 'tablet', 'phone'], come: opened('CF27-3b', /./) },
  overview: { sizes: ['desktop', 'tablet', 'phone'], come: view('#overview', 'Overview') },
  timeline: { sizes: ['desktop', 'tablet', 'phone'], come: view('#timeline', 'Timeline') },
  filters: {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await withRecord(page, './#?text=KLD&q=border');
      await expect(shown(page)).not.toHaveText(/^126 /);
      const open = page.getByRole('button', { name: /^Filter/ });
      if (await open.isVisible()) {
        await open.click();
        await expect(page.getByRole('button', { name: 'Show the list' })).toBeVisible();
      }
    },
  },
  'nothing-found': {
    sizes: ['desktop', 'phone'],
    come: async (page) => {
      await arrive(page, './#?q=zzzz&text=KLD');
      await expect(page.getByRole('heading', { name: 'No obligation matches these filters' })).toBeVisible();
    },
  },
  'status-menu': {
    sizes: ['desktop', 'phone'],
    come: async (page) => {
      await withRecord(page);
      await cell(page, 'KLD-1b', 'Thailand').click();
      await expect(page.getByRole('listbox', { name: beginning('Status of KLD-1b') })).toBeVisible();
    },
  },
  snapshot: {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page, visitor) => {
      const link = await someLink(await visitor(lookOptions('desktop', 'light')));
      await arrive(page, link);
      await expect(page.getByRole('region', { name: 'Snapshot' })).toBeVisible();
    },
  },
  share: {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await atTheMoment(page);
      await withRecord(page);
      await share(page).click();
      await expect(sharing(page).getByRole('img', { name: 'QR code of this link' })).toBeVisible();
    },
  },
  'damaged-link': {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await arrive(page, './#s1AAAAAAAAAAAA');
      await expect(page.getByRole('heading', { name: 'This link is damaged' })).toBeVisible();
    },
  },
  help: {
    sizes: ['desktop', 'tablet'],
    come: async (page) => {
      await withRecord(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  'set-many': {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await withRecord(page);
      await page.getByRole('button', { name: 'Set all shown' }).click();
      await expect(page.getByRole('dialog', { name: 'Set all duties that are shown' })).toBeVisible();
    },
  },
};

