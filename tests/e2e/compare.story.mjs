// Two and more beside each other: what differs, what is taken over, how far three agree.

import {
  SIZES,
  WITHOUT_STORE,
  arrive,
  axeViolations,
  beginning,
  cell,
  expect,
  ready,
  reload,
  setStatus,
  sideways,
  stored,
  tabTo,
  test,
  toast,
} from './support.mjs';
import { someLink } from './states.mjs';

test.use(WITHOUT_STORE);

const side = (page, letter) => page.getByRole('combobox', { name: `Side ${letter}` });
const summary = (page) => page.getByRole('region', { name: 'Summary' });
const table = (page) => page.getByRole('table', { name: 'Duty by duty' });
const keep = (page, id, bearer) => page.getByRole('radiogroup', { name: `Keep for ${id}, ${bearer}`, exact: true });
const apply = (page) => page.getByRole('region', { name: 'Taking over' }).getByRole('button', { name: /^Apply / });
/** The rows of duties: each has its obligation and its party. */
const duties = (page) => table(page).getByRole('row').filter({ has: page.getByRole('rowheader').getByRole('link') });
const duty = (page, id, bearer) =>
  duties(page)
    .filter({ has: page.getByRole('rowheader', { name: beginning(`${id} `) }) })
    .filter({ has: page.getByRole('cell', { name: bearer, exact: true }) });

/** Goes to the comparison by the navigation. */
async function toCompare(page) {
  await page.getByRole('navigation', { name: 'Views' }).locator('visible=true').getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible();
}

async function toChecklist(page) {
  await page.getByRole('navigation', { name: 'Views' }).locator('visible=true').getByRole('link', { name: 'Checklist' }).click();
}

/** A count of the summary by its name: what stands with it. */
const count = (page, name) =>
  summary(page)
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('definition')
    .first();

/** A number with its denominator. */
const of = (number) => new RegExp(`^${number} of \\d+$`);

/** How many duties there are, as the summary says. */
const total = async (page) => Number((await count(page, 'Same').textContent()).replace(/^\d+ of /, ''));

/** The text of a review file in which these duties have these statuses. */
const file = (name, statuses) =>
  JSON.stringify({
    format: 'accord-checklist-review',
    version: 1,
    id: name.replaceAll(' ', '-'),
    name,
    author: '',
    created: '0000000000000001',
    edition: '2026-11',
    assessments: Object.fromEntries(
      Object.entries(statuses).map(([duty, said]) => {
        const [status, extent] = said.split('/');
        return [duty, extent ? { status, extent } : { status }];
      }),
    ),
  });

const give = (page, name, text) =>
  page
    .getByLabel('Add a review file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('the own review and an opened snapshot: take three, undo', async ({ page, visitor }) => {
  const link = await someLink(await visitor());
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  await setStatus(page, 'KLD-1a', 'Thailand', 'Observed');
  await setStatus(page, 'KLD-2', 'Thailand', 'Suspended');
  const before = await stored(page);
  await page.goto(link);
  await ready(page);
  await expect(page.getByRole('region', { name: 'Snapshot' })).toBeVisible();
  await toCompare(page);
  await expect(side(page, 'A').locator('option:checked')).toHaveText('My review');
  await expect(side(page, 'B').locator('option:checked')).toHaveText('Snapshot');
  // Of the six duties of the link one is the same, one differs, four are only there; one is only here.
  await expect(count(page, 'Same')).toHaveText(of(1));
  await expect(count(page, 'Differ')).toHaveText(of(1));
  await expect(count(page, 'Only in A')).toHaveText(of(1));
  await expect(count(page, 'Only in B')).toHaveText(of(4));
  await expect(count(page, 'In neither')).toHaveText(of((await total(page)) - 7));
  await expect(summary(page)).toContainText(/Not the same: 6 of \d+ duties/);
  await expect(duties(page)).toHaveCount(6);
  await expect(duty(page, 'KLD-1a', 'Thailand')).toContainText('Observed');
  await expect(duty(page, 'KLD-1a', 'Thailand')).toContainText('Breach alleged');
  await expect(apply(page)).toBeDisabled();
  for (const [id, bearer] of [
    ['KLD-1a', 'Thailand'],
    ['KLD-1b', 'Cambodia'],
    ['KLD-6b', 'Thailand'],
  ]) {
    await keep(page, id, bearer).getByRole('radio', { name: 'Theirs' }).check();
  }
  await keep(page, 'KLD-2', 'Thailand').getByRole('radio', { name: 'Mine' }).check();
  await expect(page.getByText('4 of 6 decided: 1 keep mine, 3 take over')).toBeVisible();
  expect(await stored(page), 'choosing writes nothing').toEqual(before);
  await apply(page).click();
  await expect(toast(page)).toContainText('3 duties taken over');
  // The snapshot is closed and still stands beside: what was not taken is there to be seen.
  await expect(page).toHaveURL(/#compare$/);
  await expect(page.getByRole('region', { name: 'Snapshot' })).toBeHidden();
  await expect(side(page, 'B').locator('option:checked')).toHaveText('Snapshot');
  await expect(duties(page)).toHaveCount(3);
  const taken = await stored(page);
  const written = Object.keys(taken).filter((key) => !(key in before));
  expect(written, 'one act').toHaveLength(1);
  expect(JSON.parse(taken[written[0]]).act).toBe('adopt');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(duties(page)).toHaveCount(6);
  await reload(page);
  await toChecklist(page);
  await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName('Thailand: Observed');
  await expect(cell(page, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Not assessed');
  await expect(cell(page, 'KLD-2', 'Thailand')).toHaveAccessibleName('Thailand: Suspended');
});

test('with the public record: all, a text, clear; a status of the record comes with its mark', async ({ page }) => {
  await arrive(page);
  await page.getByRole('button', { name: 'Start from the public record' }).click();
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  await setStatus(page, 'CF27-11', 'Thailand', 'Suspended');
  await toCompare(page);
  await expect(side(page, 'B').locator('option:checked')).toHaveText('Public record');
  await expect(summary(page)).toContainText(/Not the same: 2 of \d+ duties/);
  await expect(count(page, 'Only in B')).toHaveText(of(0));
  await expect(duties(page)).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Differences only' }).uncheck();
  await expect(duties(page)).toHaveCount(await total(page));
  await page.getByRole('checkbox', { name: 'Differences only' }).check();
  await page.getByRole('button', { name: 'Take all theirs' }).click();
  await expect(apply(page)).toHaveText('Apply 2 changes to mine');
  await page.getByRole('button', { name: 'Keep mine: all of KLD' }).click();
  await expect(keep(page, 'KLD-1a', 'Cambodia').getByRole('radio', { name: 'Mine' })).toBeChecked();
  await expect(apply(page)).toHaveText('Apply 1 change to mine');
  await page.getByRole('button', { name: 'Clear choices' }).click();
  await expect(keep(page, 'KLD-1a', 'Cambodia').getByRole('radio', { name: 'Mine' })).not.toBeChecked();
  await expect(apply(page)).toBeDisabled();
  await page.getByRole('button', { name: 'Take theirs: all of CF27' }).click();
  await apply(page).click();
  await expect(duties(page)).toHaveCount(1);
  await toChecklist(page);
  await expect(cell(page, 'CF27-11', 'Thailand')).toContainText('From the record');
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName(beginning('Cambodia: Suspended'));
});

test('an earlier state of the same review', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-20T10:00:00+07:00'));
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  await page.clock.setFixedTime(new Date('2026-11-21T10:00:00+07:00'));
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Breach alleged');
  await setStatus(page, 'KLD-1b', 'Thailand', 'Observed');
  await toCompare(page);
  await side(page, 'B').selectOption('My review, before 21 Nov 2026');
  await expect(count(page, 'Differ')).toHaveText(of(1));
  await expect(count(page, 'Only in A')).toHaveText(of(1));
  const row = duty(page, 'KLD-1a', 'Cambodia');
  await expect(row.getByRole('cell').nth(1)).toContainText('Breach alleged');
  await expect(row.getByRole('cell').nth(2)).toContainText('Observed');
  // What one had said can be taken back for one duty alone.
  await keep(page, 'KLD-1a', 'Cambodia').getByRole('radio', { name: 'Theirs' }).check();
  await apply(page).click();
  await expect(count(page, 'Same')).toHaveText(of(1));
  await side(page, 'B').selectOption('My review, before 20 Nov 2026');
  await expect(count(page, 'Only in A')).toHaveText(of(2));
});

test('three reviewers: the table and alpha are those computed by hand', async ({ page }) => {
  // Levels of five duties: one 3 3 0 1 –, two 3 3 0 2 3, three 3 0 0 – –.
  //
  // Statuses (fulfilled F, not started N, under way U): FFF, FFN, NNN, UU, and one alone. n = 11; F 5, N 4, U 2. The only
  // coincidence off the diagonal is F–N: 2 · 1 / 2 = 1. Expected: 5·4 + 5·2 + 4·2 = 38. Alpha = 1 − 10 · 1 / 38 = 0.737.
  //
  // Levels: n(0) = 4, n(1) = 1, n(2) = 1, n(3) = 5. d(0,3) = (2 + 1 + 1 + 2.5)² = 42.25, d(1,2) = 1, d(0,1) = 6.25, d(0,2) = 12.25,
  // d(1,3) = 16, d(2,3) = 9. Observed: 1 · 42.25 + 1 · 1 = 43.25. Expected: 845 + 1 + 25 + 49 + 80 + 45 = 1045.
  // Alpha = 1 − 10 · 43.25 / 1045 = 0.586.
  const units = ['KLD-1a/cambodia', 'KLD-1a/thailand', 'KLD-1b/cambodia', 'KLD-1b/thailand', 'KLD-2/thailand'];
  const status = { 0: 'not-started', 1: 'under-way/minimal', 2: 'under-way/intermediate', 3: 'fulfilled' };
  const reviewer = (levels) =>
    Object.fromEntries([...levels].map((level, at) => [units[at], status[level]]).filter(([, said]) => said));
  await arrive(page, './#compare');
  await give(page, 'one.json', file('Reviewer one', reviewer('3301.')));
  await expect(side(page, 'B').locator('option:checked')).toHaveText('Reviewer one');
  await give(page, 'two.json', file('Reviewer two', reviewer('33023')));
  await expect(side(page, 'C').locator('option:checked')).toHaveText('Reviewer two');
  await give(page, 'three.json', file('Reviewer three', reviewer('300..')));
  await expect(side(page, 'D').locator('option:checked')).toHaveText('Reviewer three');
  await page.getByRole('button', { name: 'Remove side A' }).click();
  await expect(side(page, 'C').locator('option:checked')).toHaveText('Reviewer three');
  const agreement = page.getByRole('region', { name: 'Agreement of 3 assessors' });
  const pairs = agreement.getByRole('table').getByRole('row');
  await expect(pairs.nth(1)).toContainText('Reviewer two');
  await expect(pairs.nth(1).getByRole('cell').nth(0)).toHaveText('4 of 4 (100%)');
  await expect(pairs.nth(2).getByRole('cell').nth(0)).toHaveText('2 of 3 (67%)');
  await expect(pairs.nth(2).getByRole('cell').nth(1)).toHaveText('2 of 3 (67%)');
  const figure = (name) => agreement.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });
  await expect(figure('Krippendorff’s alpha, all statuses')).toContainText('0.737');
  await expect(figure('Krippendorff’s alpha, levels 0 to 3')).toContainText('0.586');
  await expect(figure('Krippendorff’s alpha, levels 0 to 3')).toContainText(/From 11 values on 4 of \d+ duties/);
  await expect(summary(page)).toContainText(/Not the same: 3 of \d+ duties/);
  await expect(page.getByText('To take something over, put your own review on one side.')).toBeVisible();
  expect(await stored(page).then((all) => Object.keys(all).filter((key) => key.includes('/review/')))).toEqual([]);
  // Two that say the same one thing only: nothing to tell chance from agreement.
  await side(page, 'B').selectOption('Reviewer one');
  await side(page, 'C').selectOption('Your review');
  await give(page, 'four.json', file('All the same', { [units[0]]: 'fulfilled' }));
  await side(page, 'A').selectOption('All the same');
  await side(page, 'B').selectOption('All the same');
  await page.getByRole('button', { name: 'Remove side D' }).click();
  await expect(figure('Krippendorff’s alpha, all statuses')).toContainText('Not defined');
});

test('the own review and two files: what is kept is chosen by letter', async ({ page }) => {
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  await toCompare(page);
  await give(page, 'one.json', file('One', { 'KLD-1a/cambodia': 'fulfilled', 'KLD-1b/cambodia': 'fulfilled' }));
  await expect(side(page, 'B').locator('option:checked')).toHaveText('One');
  await give(page, 'two.json', file('Two', { 'KLD-1a/cambodia': 'disputed', 'KLD-1b/cambodia': 'breached' }));
  await expect(side(page, 'C').locator('option:checked')).toHaveText('Two');
  await keep(page, 'KLD-1a', 'Cambodia').getByRole('radio', { name: 'C' }).check();
  await keep(page, 'KLD-1b', 'Cambodia').getByRole('radio', { name: 'B' }).check();
  await apply(page).click();
  await expect(toast(page)).toContainText('2 duties taken over');
  await toChecklist(page);
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Breach alleged');
  await expect(cell(page, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
});

test('a file that was dropped can be put beside the own review', async ({ page }) => {
  await arrive(page, './#reviews');
  const text = file('One', { 'KLD-1a/cambodia': 'fulfilled' });
  await page.getByLabel('Open a review file').setInputFiles({ name: 'one.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('dialog').getByRole('button', { name: 'Compare side by side' }).click();
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible();
  await expect(side(page, 'B').locator('option:checked')).toHaveText('One');
  await expect(duties(page)).toHaveCount(1);
});

test('a file that is no review is refused, and the comparison stays', async ({ page }) => {
  await arrive(page, './#compare');
  await give(page, 'other.json', '{"a":1}');
  await expect(page.getByRole('dialog', { name: 'This file was not opened' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(side(page, 'B').locator('option:checked')).toHaveText('Public record');
});

test('by keyboard: choose, decide, apply, swap; the focus stays where one works', async ({ page }) => {
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  await toCompare(page);
  const mine = keep(page, 'KLD-1a', 'Cambodia').getByRole('radio', { name: 'Mine' });
  const theirs = keep(page, 'KLD-1a', 'Cambodia').getByRole('radio', { name: 'Theirs' });
  await tabTo(page, mine);
  await page.keyboard.press('Space');
  await expect(mine).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(theirs).toBeChecked();
  await expect(theirs).toBeFocused();
  await apply(page).focus();
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('1 duty taken over');
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeFocused();
  const swap = page.getByRole('button', { name: 'Swap A and B' });
  await swap.focus();
  await page.keyboard.press('Enter');
  await expect(side(page, 'A').locator('option:checked')).toHaveText('Public record');
  await expect(side(page, 'B').locator('option:checked')).toHaveText('My review');
  await expect(swap).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(side(page, 'B')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(side(page, 'B')).toBeFocused();
});

test('on paper there is the table, and no control', async ({ page }) => {
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  await toCompare(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible();
  await expect(duty(page, 'KLD-1a', 'Cambodia')).toContainText('Suspended');
  await expect(page.getByRole('columnheader', { name: /Public record/ })).toBeVisible();
  for (const control of ['combobox', 'radio', 'button']) {
    await expect(page.getByRole('main').getByRole(control).locator('visible=true')).toHaveCount(0);
  }
});

for (const [size, colorScheme] of [
  ['desktop', 'light'],
  ['desktop', 'dark'],
  ['phone', 'light'],
  ['narrow', 'light'],
]) {
  test(`the comparison has no fault that axe finds, and nothing stands out sideways (${size}, ${colorScheme})`, async ({ page }) => {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme });
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
    await toCompare(page);
    await give(page, 'one.json', file('A rather long name of a review by somebody', { 'KLD-1a/cambodia': 'fulfilled' }));
    await expect(duties(page)).toHaveCount(1);
    await keep(page, 'KLD-1a', 'Cambodia').getByRole('radio', { name: 'Theirs' }).check();
    expect(await sideways(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await give(page, 'two.json', file('Two', { 'KLD-1b/thailand': 'under-way/minimal' }));
    await expect(page.getByRole('region', { name: 'Agreement of 3 assessors' })).toBeVisible();
    expect(await sideways(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });
}
