// Sharing: what goes into a link and what stays, how long it becomes, its QR code, a file of it; and links that come as text.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  SIZES,
  WITHOUT_STORE,
  arrive,
  axeViolations,
  cell,
  column,
  detail,
  expect,
  linkFrom,
  openObligation,
  setStatus,
  share,
  sharing,
  stored,
  test,
  toast,
} from './support.mjs';

test.use(WITHOUT_STORE);

const banner = (page) => page.getByRole('region', { name: 'Snapshot' });
const box = (page, name) => sharing(page).getByRole('checkbox', { name: new RegExp(`^${name}`) });
const linkField = (page) => sharing(page).getByLabel('Link to this snapshot');
const leaving = (page) => sharing(page).getByRole('group').filter({ hasText: /with this link/ });
const qr = (page) => sharing(page).getByRole('img', { name: 'QR code of this link' });

const NOTE = 'Seen at the gate, ព្រៃវិហារ';

/** A review with a note, a piece of evidence and a basis. */
async function withTexts(page) {
  await arrive(page);
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await openObligation(page, 'KLD-6b');
  const thailand = column(page, 'Thailand');
  await thailand.getByLabel('Note').fill(NOTE);
  await thailand.getByLabel('Note').press('Tab');
  await thailand.getByText('Add', { exact: true }).first().click();
  await thailand.getByLabel('Address (https://…)').fill('https://example.org/report');
  await thailand.getByLabel('Title').fill('A report');
  await thailand.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(detail(page).getByRole('link', { name: 'A report' })).toBeVisible();
}

/** What zbar, a reader of QR codes that is not ours, reads from a picture. */
function scanned(picture) {
  try {
    return execFileSync('zbarimg', ['--quiet', '--raw', '--set', 'disable', '--set', 'qrcode.enable', picture], { encoding: 'utf8' }).trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Error('no zbarimg, which reads the QR code; install it (Debian: apt-get install zbar-tools, macOS: brew install zbar)');
  }
}

test.describe('what leaves', () => {
  test('without being asked for, no note and no evidence leave', async ({ page, visitor }) => {
    await withTexts(page);
    await share(page).click();
    await expect(box(page, 'Status of each duty')).toBeDisabled();
    await expect(box(page, 'Bases')).toBeChecked();
    await expect(box(page, 'As-of dates')).toBeChecked();
    await expect(box(page, 'Your notes')).not.toBeChecked();
    await expect(box(page, 'Evidence links')).not.toBeChecked();
    await expect(sharing(page)).toContainText('No text of yours is in this link.');
    await expect(sharing(page)).toContainText('1 note, 1 evidence link');
    await page.keyboard.press('Escape');
    const other = await visitor();
    await arrive(other, await linkFrom(page));
    await expect(cell(other, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
    await openObligation(other, 'KLD-6b');
    await expect(detail(other).getByRole('heading', { name: 'In this snapshot' })).toBeVisible();
    await expect(detail(other)).not.toContainText(NOTE);
    await expect(detail(other)).not.toContainText('A report');
  });

  test('notes and evidence that are put in are named word for word, and arrive', async ({ page, visitor }) => {
    await withTexts(page);
    await share(page).click();
    await box(page, 'Your notes').check();
    await box(page, 'Evidence links').check();
    await sharing(page).getByLabel('Title', { exact: true }).fill('Before the round');
    await sharing(page).getByLabel('From (optional)').fill('Desk');
    await expect(sharing(page)).toContainText('4 texts leave with this link');
    await expect(leaving(page).getByRole('listitem').filter({ hasText: 'KLD-6b, Thailand · Note' })).toContainText(NOTE);
    await expect(leaving(page).getByRole('listitem').filter({ hasText: 'KLD-6b, Thailand · Evidence' })).toContainText(
      'A report · https://example.org/report',
    );
    const link = await linkField(page).inputValue();
    const other = await visitor();
    await arrive(other, link);
    await expect(banner(other).getByRole('heading')).toHaveText('Snapshot: Before the round');
    await expect(banner(other)).toContainText('Says it is from “Desk”');
    await openObligation(other, 'KLD-6b');
    await expect(detail(other)).toContainText(NOTE);
    await expect(detail(other).getByRole('link', { name: 'A report' })).toHaveAttribute('href', 'https://example.org/report');
    expect(await stored(other)).toEqual({});
  });

  test('letters that nobody sees are shown in the banner', async ({ page, visitor }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await share(page).click();
    await sharing(page).getByLabel('Title', { exact: true }).fill('Round\u202Eone');
    await sharing(page).getByLabel('From (optional)').fill('ក្រុម\u200Bការងារ\u2066');
    const link = await linkField(page).inputValue();
    const other = await visitor();
    await arrive(other, link);
    await expect(banner(other).getByRole('heading')).toHaveText('Snapshot: Round⟨U+202E⟩one');
    await expect(banner(other)).toContainText('ការងារ⟨U+2066⟩');
    await expect(banner(other)).not.toContainText('U+200B');
  });
});

test.describe('the length', () => {
  test('is that of the whole link, in characters, and is told with what takes it', async ({ page }) => {
    await withTexts(page);
    await share(page).click();
    for (const part of ['Your notes', 'Evidence links']) {
      const length = [...(await linkField(page).inputValue())].length;
      await expect(sharing(page).getByText(`${length} characters`, { exact: true })).toBeVisible();
      await expect(sharing(page).getByRole('img', { name: new RegExp(`^${length} characters\\. Passes: .*mail, chat; Slack\\.`) })).toBeVisible();
      await box(page, part).check();
    }
  });

  test('past what mail and chat take, the file comes first', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await openObligation(page, 'KLD-1a');
    // No two words alike, so that nothing can be said shorter.
    const long = Array.from({ length: 500 }, (_, at) => ((at * 7_919_993) % 1_679_616).toString(36)).join(' ');
    await column(page, 'Cambodia').getByLabel('Note').fill(long);
    await column(page, 'Cambodia').getByLabel('Note').press('Tab');
    await share(page).click();
    await expect(sharing(page)).toContainText('Mail and chat take a link of this length.');
    await expect(qr(page)).toBeVisible();
    await box(page, 'Your notes').check();
    await expect(sharing(page)).toContainText('Save a file and send that.');
    await expect(sharing(page)).toContainText('No QR code');
    await expect(qr(page)).toBeHidden();
    await expect(sharing(page).getByRole('button', { name: 'Copy link' })).toBeEnabled();
  });
});

test.describe('the QR code', () => {
  for (const size of ['desktop', 'phone']) {
    test(`of a review of the record is read by another program, ${size}`, async ({ page, visitor }, testInfo) => {
      await page.setViewportSize(SIZES[size]);
      await arrive(page);
      await page.getByRole('button', { name: 'Start from the public record' }).click();
      await share(page).click();
      await sharing(page).getByRole('button', { name: 'Show QR code larger' }).click();
      await expect(sharing(page).getByRole('button', { name: 'Show QR code smaller' })).toBeVisible();
      const picture = testInfo.outputPath('page.png');
      await page.screenshot({ path: picture });
      const read = scanned(picture);
      expect(read).toMatch(/^http[^#]*#Q1[A-Z2-7]+$/);
      const other = await visitor();
      await arrive(other, read);
      await expect(banner(other)).toContainText('Link complete.');
      // The same snapshot: the address has its usual form now.
      expect(other.url()).toBe(await linkField(page).inputValue());
    });
  }
});

test('Escape makes the large QR code small, and then closes the dialog', async ({ page }) => {
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  await share(page).click();
  await sharing(page).getByRole('button', { name: 'Show QR code larger' }).click();
  await page.keyboard.press('Escape');
  await expect(sharing(page).getByRole('button', { name: 'Show QR code larger' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sharing(page)).toBeHidden();
});

test.describe('the dialog', () => {
  test('is used by keyboard: it opens on the way to copy, keeps the focus and gives it back', async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await share(page).focus();
    await page.keyboard.press('Enter');
    await expect(sharing(page).getByRole('button', { name: 'Copy link' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sharing(page).getByRole('status')).toContainText(/Link copied: \d+ characters, no notes/);
    for (let times = 0; times < 25; times += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === document.body || Boolean(focused.closest('dialog'));
      });
      expect(place, `after ${times + 1} times Tab`).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(sharing(page)).toBeHidden();
    await expect(share(page)).toBeFocused();
  });

  test('hands the link to another program where the device can', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.share = (what) => {
        window.shared = what;
        return Promise.resolve();
      };
    });
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await share(page).click();
    const link = await linkField(page).inputValue();
    await sharing(page).getByRole('button', { name: 'Share …' }).click();
    expect(await page.evaluate(() => window.shared)).toEqual({ title: 'Snapshot', url: link });
  });

  test('offers no other program where the device cannot', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.share = undefined;
    });
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await share(page).click();
    await expect(sharing(page).getByRole('button', { name: 'Share …' })).toHaveCount(0);
  });

  test('saves a file that holds what the link would, and that can be opened', async ({ page, visitor }) => {
    await withTexts(page);
    await share(page).click();
    await sharing(page).getByLabel('Title', { exact: true }).fill('Before the round');
    const download = page.waitForEvent('download');
    await sharing(page).getByRole('button', { name: 'Save as a file' }).click();
    const file = await (await download).path();
    expect(readFileSync(file, 'utf8')).not.toContain(NOTE);
    const other = await visitor();
    await arrive(other, './#reviews');
    await other.getByLabel('Open a review file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: readFileSync(file) });
    await other.getByRole('dialog').getByRole('button', { name: 'Open as a new review' }).click();
    await expect(toast(other)).toContainText('Before the round');
    await other.goto('./#');
    await expect(cell(other, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
  });
});

test.describe('the box for a link', () => {
  test('opens what an app made of a link, in the view of reviews', async ({ page, visitor }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    const link = await linkFrom(page);
    const broken = link.replace('#', '%23');
    const other = await visitor();
    await arrive(other, './#reviews');
    const boxOf = other.getByRole('region', { name: 'Open a link' });
    await boxOf.getByLabel('Paste the link').fill('Good morning, how are you?');
    await boxOf.getByRole('button', { name: 'Open' }).click();
    await expect(boxOf.getByRole('alert')).toContainText('No link to a snapshot was found in this text.');
    await boxOf.getByLabel('Paste the link').fill(`> Look:\n> <${broken.slice(0, -9)}\n> ${broken.slice(-9)}>`);
    await boxOf.getByRole('button', { name: 'Open' }).click();
    await expect(banner(other)).toContainText('Link complete.');
    await expect(cell(other, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  });
});

test('scrolled down, one line of the banner stays, and nothing covers the list’s heads', async ({ page, visitor }) => {
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  const link = await linkFrom(page);
  const other = await visitor({ viewport: SIZES.phone });
  await arrive(other, link);
  const height = (await banner(other).boundingBox()).height;
  expect(height).toBeLessThan(220);
  await other.mouse.wheel(0, 900);
  await expect(banner(other)).not.toBeInViewport();
  await expect(other.getByText('Snapshot', { exact: true }).first()).toBeInViewport();
  expect(await axeViolations(other)).toEqual([]);
});
