// Whole reviews: several beside each other, files out and in, merging, the history, how the store does.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  arrive,
  axeViolations,
  cell,
  column,
  detail,
  expect,
  kept,
  openObligation,
  part,
  reload,
  setStatus,
  SIZES,
  stored,
  test,
  toast,
  undo,
} from './support.mjs';

const golden = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../golden');

const region = (page, name) => page.getByRole('region', { name, exact: true });
/** The reviews of the list, by the name of each. */
const review = (page, name) => region(page, 'On this device').getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
const act = (page, word, name) => page.getByRole('button', { name: `${word}: ${name}`, exact: true });
const dialog = (page) => page.getByRole('dialog');

/** Goes to the reviews by the name in the head. */
async function toReviews(page) {
  await page.getByRole('banner').getByRole('link', { name: /: all reviews$/ }).click();
  await expect(page.getByRole('heading', { name: 'Reviews', level: 1 })).toBeVisible();
}

async function toChecklist(page) {
  await page.getByRole('navigation', { name: 'Views' }).first().getByRole('link', { name: 'Checklist' }).click();
}

/** Makes another review of this name. */
async function make(page, name, way = 'New, blank') {
  await region(page, 'Another review').getByLabel('Name').fill(name);
  await page.getByRole('button', { name: way }).click();
  await expect(toast(page)).toContainText(`“${name}” is new and open`);
}

async function saved(page, control) {
  const [file] = await Promise.all([page.waitForEvent('download'), control.click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const give = (page, name, text) =>
  page.getByLabel('Open a review file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test.describe('several reviews', () => {
  test('each keeps its own; one is open and says so', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await toReviews(page);
    await expect(page).toHaveURL(/#reviews$/);
    await expect(review(page, 'My review').getByText('Open now')).toBeVisible();
    await expect(review(page, 'My review')).toContainText(/1 of \d+ duties assessed/);
    await make(page, 'Second look');
    await expect(review(page, 'Second look').getByText('Open now')).toBeVisible();
    await expect(review(page, 'My review').getByText('Open now')).toBeHidden();
    await toChecklist(page);
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
    await toReviews(page);
    await act(page, 'Open', 'My review').click();
    await toChecklist(page);
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await reload(page);
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await expect(page.getByRole('banner')).toContainText('My review');
  });

  test('from the public record; taking it back brings the former one', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await toReviews(page);
    await make(page, 'Record', 'New, from the public record');
    await expect(review(page, 'Record')).not.toContainText(/^0 of/);
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(review(page, 'My review').getByText('Open now')).toBeVisible();
    await expect(review(page, 'Record')).toContainText('kept for 30 days');
  });

  test('rename, duplicate, archive, delete: each can be taken back', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await toReviews(page);

    await act(page, 'Rename', 'My review').click();
    await review(page, 'My review').getByLabel('Name', { exact: true }).fill('ការត្រួតពិនិត្យ ก');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await expect(page.getByRole('banner')).toContainText('ការត្រួតពិនិត្យ ก');
    await undo(page).click();
    await expect(page.getByRole('banner')).toContainText('My review');

    await act(page, 'Duplicate', 'My review').click();
    await expect(review(page, 'My review (copy)')).toContainText(/1 of \d+ duties assessed/);
    await act(page, 'Rename', 'My review (copy)').click();
    await review(page, 'My review (copy)').getByLabel('Name', { exact: true }).fill('Twin');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await expect(review(page, 'Twin')).toBeVisible();
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(review(page, 'My review (copy)')).toBeVisible();

    await act(page, 'Archive', 'My review (copy)').click();
    await expect(page.getByRole('heading', { name: 'Archived' })).toBeVisible();
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('heading', { name: 'Archived' })).toBeHidden();

    await act(page, 'Delete', 'My review').click();
    await expect(page.getByRole('banner')).toContainText('No review yet');
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('banner')).toContainText('My review');
    await act(page, 'Delete', 'My review (copy)').click();
    await act(page, 'Delete for good', 'My review (copy)').click();
    await expect(review(page, 'My review (copy)')).toHaveCount(0);
    await reload(page);
    await expect(review(page, 'My review')).toContainText(/1 of \d+ duties assessed/);
    expect(Object.keys(await stored(page)).filter((key) => key.includes('/trash/'))).toEqual([]);
  });

  test('two tabs may have two reviews open', async ({ page, context }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    const second = await context.newPage();
    await arrive(second, './#reviews');
    await make(second, 'Other');
    await setStatus(page, 'KLD-1b', 'Cambodia', 'Suspended');
    await toChecklist(second);
    await expect(cell(second, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
    await reload(page);
    await expect(cell(page, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Suspended');
    await reload(second);
    await expect(second.getByRole('banner')).toContainText('Other');
  });

  test('a review of a newer version stays on the shelf while others are worked on', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('accord-checklist/review/zz', '{"format":"accord-checklist-review","version":99,"future":true}');
    });
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await toReviews(page);
    await expect(region(page, 'On this device')).toContainText('was written by a newer version');
    await expect(kept(page)).toHaveText('Saved on this device');
    expect((await stored(page))['accord-checklist/review/zz']).toContain('"future":true');
  });
});

test.describe('files', () => {
  test('out and in again: the same review, beside the first', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await toReviews(page);
    await expect(review(page, 'My review')).toContainText('no copy saved yet');
    const file = await saved(page, act(page, 'Save as file', 'My review'));
    expect(file.name).toBe('accord-checklist-My-review.json');
    expect(JSON.parse(file.text)).toMatchObject({ format: 'accord-checklist-review', version: 2 });
    await expect(review(page, 'My review')).toContainText('copy saved');

    await give(page, file.name, file.text);
    await expect(dialog(page)).toContainText('There is nothing to merge.');
    await dialog(page).getByRole('button', { name: 'Open as a new review' }).click();
    await expect(toast(page)).toContainText('is open, beside your other reviews');
    await expect(review(page, 'My review')).toHaveCount(2);
  });

  test('a table for spreadsheets', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await toReviews(page);
    const file = await saved(page, act(page, 'Save as table', 'My review'));
    expect(file.name).toBe('accord-checklist-My-review.csv');
    const line = file.text.split('\r\n').find((line) => line.startsWith('KLD-1a/cambodia,'));
    expect(line).toContain(',fulfilled,Observed,,3,');
  });

  for (const version of ['v1-full', 'v2-folded']) {
    test(`an example of ${version} is opened`, async ({ page }) => {
      await arrive(page, './#reviews');
      await give(page, 'old.json', await readFile(path.join(golden, `review-${version}.json`), 'utf8'));
      await dialog(page).getByRole('button', { name: 'Open as a new review' }).click();
      await toChecklist(page);
      await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName(/^Thailand: Fulfilled/);
      await reload(page);
      await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName(/^Thailand: Fulfilled/);
    });
  }

  for (const [what, text, why] of [
    ['a file that is cut off', '{"format":"accord-checklist-review","version":1,"na', 'a part of it is missing'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'It is no review file'],
    ['a file of something else', '{"type":"FeatureCollection"}', 'It holds something else'],
    ['a file of a newer version', '{"format":"accord-checklist-review","version":99}', 'A newer version of this page wrote it.'],
    [
      'a damaged file',
      '{"format":"accord-checklist-review","version":1,"id":"x","name":"n","created":"1","edition":"e","assessments":{"KLD-1a/cambodia":{"status":"done"}}}',
      'It is damaged: KLD-1a/cambodia: unknown status `done`.',
    ],
    ['a file that is too large', ' '.repeat(6 * 1024 * 1024), 'It has 6 MB. A review file has at most 5 MB.'],
  ]) {
    test(`${what} is refused with its reason, and nothing is changed`, async ({ page }) => {
      await arrive(page);
      await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
      await toReviews(page);
      const before = await stored(page);
      await give(page, 'given.json', text);
      await expect(dialog(page)).toContainText(why);
      await expect(dialog(page)).toContainText('Nothing was changed.');
      await dialog(page).getByRole('button', { name: 'Close' }).click();
      expect(await stored(page)).toEqual(before);
    });
  }

  /** A file in which two duties are other than here. */
  const other = JSON.stringify({
    format: 'accord-checklist-review',
    version: 1,
    id: 'theirs',
    name: 'Theirs',
    author: 'A colleague',
    created: '1',
    edition: '2026-11',
    assessments: {
      'KLD-1a/cambodia': { status: 'disputed', note: 'seen', changed: 'e677d21fd0000001' },
      'KLD-1b/thailand': { status: 'suspended', changed: 'e677d21fd0000001' },
    },
  });

  test('merging shows each difference, takes what was chosen, and is one step to undo', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await setStatus(page, 'KLD-1c', 'Cambodia', 'Observed');
    await toReviews(page);
    await give(page, 'theirs.json', other);
    await expect(dialog(page)).toContainText('says it is from “A colleague”');
    await expect(dialog(page)).toContainText('The two differ in 3 duties.');
    const of = (name) => dialog(page).getByRole('group', { name: new RegExp(`^${name}`) });
    await expect(of('KLD-1a, ').getByRole('radio', { name: /^File: \(newer\)/ })).toBeChecked();
    await expect(of('KLD-1c, ').getByRole('radio', { name: /^Mine:/ })).toBeChecked();
    await of('KLD-1a, ').getByRole('radio', { name: /^Mine:/ }).check();
    await dialog(page).getByRole('button', { name: 'Take over 1 duty' }).click();
    await expect(toast(page)).toContainText('1 duty taken over');
    await toChecklist(page);
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await expect(cell(page, 'KLD-1b', 'Thailand')).toHaveAccessibleName('Thailand: Suspended');
    await expect(cell(page, 'KLD-1c', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await undo(page).click();
    await expect(cell(page, 'KLD-1b', 'Thailand')).toHaveAccessibleName('Thailand: Not assessed');
  });

  test('a file that is dropped on the page', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    const carried = await page.evaluateHandle((text) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], 'theirs.json', { type: 'application/json' }));
      return carried;
    }, other);
    await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: carried });
    await page.getByRole('main').dispatchEvent('drop', { dataTransfer: carried });
    await expect(dialog(page)).toContainText('The two differ in 2 duties.');
    await dialog(page).getByRole('button', { name: 'Take all of the file' }).click();
    await dialog(page).getByRole('button', { name: 'Take over 2 duties' }).click();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName(/^Cambodia: Breach alleged/);
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  });
});

test.describe('history', () => {
  test('of an obligation with its reason, and of the whole review', async ({ page }) => {
    await arrive(page, './#KLD-6b');
    const thailand = column(page, 'Thailand');
    await thailand.getByLabel('Reason').fill('Statement of 31 December');
    await thailand.getByLabel('Basis').selectOption('Press report');
    await expect(thailand.getByLabel('Reason')).toHaveValue('');
    await expect(part(page, 'Your changes')).toContainText('Reason: Statement of 31 December');
    await toReviews(page);
    const history = region(page, 'History');
    await expect(history.getByRole('listitem').first()).toContainText('KLD-6b');
    await expect(history).toContainText('Basis not stated → Press report');
    await expect(history).toContainText('Reason: Statement of 31 December');
    await undo(page).click();
    await expect(history.getByRole('listitem').first()).toContainText('Undo');
  });

  test('evidence has a date', async ({ page }) => {
    await arrive(page);
    await openObligation(page, 'KLD-6b');
    const thailand = column(page, 'Thailand');
    await thailand.getByText('Add', { exact: true }).first().click();
    await thailand.getByLabel('Address (https://…)').fill('https://example.org/a');
    await thailand.getByLabel('Title').fill('A report');
    await thailand.getByLabel('Date').fill('2025-12-31');
    await thailand.getByRole('button', { name: 'Add' }).click();
    await expect(detail(page)).toContainText('A report example.org 31 Dec 2025');
  });
});

test.describe('the store', () => {
  test('says what it holds and whether the browser keeps it', async ({ page }) => {
    await arrive(page, './#reviews');
    const storage = region(page, 'Storage');
    await expect(storage).toContainText(/\d+ of about \d+ thousand characters used\./);
    await expect(storage).toContainText(/The browser (has|does) /);
    await expect(storage).not.toContainText('Safari');
  });

  test('Safari’s seven days are told to those whom they concern', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' }));
    await arrive(page, './#reviews');
    await expect(region(page, 'Storage')).toContainText('if you use Safari for seven days without coming back');
  });

  test('a word on saving a copy comes after long work, and rests when it is put off', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await page.evaluate(() => {
      // As if twenty changes and more had been made long ago.
      const log = 'accord-checklist/log/';
      const [key] = Object.keys(localStorage).filter((key) => key.startsWith(log));
      const [id] = key.slice(log.length).split('/');
      const base = JSON.parse(localStorage.getItem(`accord-checklist/review/${id}`));
      localStorage.setItem(`accord-checklist/review/${id}`, JSON.stringify({ ...base, created: '0190000000000001' }));
      for (let number = 0; number < 30; number += 1) {
        const stamp = (0x0190000000010001n + (BigInt(number) << 16n)).toString(16).padStart(16, '0');
        const edits = [{ duty: 'KLD-1b/cambodia', field: 'note', from: '', to: `note ${number}` }];
        localStorage.setItem(`${log}${id}/${stamp}`, JSON.stringify({ format: 'accord-checklist-entry', version: 1, stamp, act: 'set', edits }));
      }
    });
    await reload(page);
    const word = page.getByRole('status').filter({ hasText: 'of which no copy was saved lately' });
    await expect(word).toBeVisible();
    await word.getByRole('button', { name: 'Later' }).click();
    await expect(word).toBeHidden();
    expect(Object.keys(await stored(page))).toContain('accord-checklist/put-off');
  });
});

for (const size of ['desktop', 'phone']) {
  test(`the view of reviews has no fault that axe finds (${size})`, async ({ page }) => {
    await page.setViewportSize(SIZES[size]);
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await page.goto('./#reviews');
    await expect(page.getByRole('heading', { name: 'Reviews', level: 1 })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await give(page, 'v1.json', await readFile(path.join(golden, 'review-v1-full.json'), 'utf8'));
    await expect(dialog(page)).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}
