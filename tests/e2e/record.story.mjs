// The record of an obligation: readings, clocks, lineage, claims, sources; and the timeline.

import { WITHOUT_STORE, arrive, detail, expect, part, row, test } from './support.mjs';

test.use(WITHOUT_STORE);

const term = (page, name) => detail(page).getByRole('term').filter({ hasText: name });
/** The links beside a label of “How it connects”. */
const connected = (page, label) => term(page, label).locator('..').getByRole('definition').getByRole('link');

test.describe('KLD-6b', () => {
  test.beforeEach(async ({ page }) => {
    await arrive(page, './#KLD-6b');
  });

  test('says who owes what to whom, and that nobody can enforce it', async ({ page }) => {
    await expect(detail(page)).toContainText('Thailand undertakes to release the prisoners of war promptly');
    await expect(detail(page)).toContainText('Para 6 · working number');
    await expect(detail(page)).toContainText(/Owed by\s*Thailand/);
    await expect(detail(page)).toContainText(/Owed to\s*Cambodia/);
    await expect(detail(page)).toContainText('they have no power to enforce');
  });

  test('has both readings, Cambodia’s first', async ({ page }) => {
    const readings = part(page, 'Two readings of this text').getByRole('heading', { level: 4 });
    await expect(readings).toHaveText(['Cambodia reads it as', 'Thailand reads it as']);
    await expect(part(page, 'Two readings of this text')).toContainText('promptly after the signing');
    await expect(part(page, 'Two readings of this text')).toContainText('once four agreed items are carried out');
  });

  test('has both clocks, Cambodia’s first', async ({ page }) => {
    const clocks = detail(page).getByRole('heading', { name: /^Clock as / });
    await expect(clocks).toHaveText([/^Clock as Cambodia reads it/, /^Clock as Thailand reads it/]);
    for (const party of ['Cambodia', 'Thailand']) {
      await expect(part(page, `Clock as ${party} reads it`)).toContainText('Done 31 Dec 2025, 10:00');
    }
  });

  test('leads to GBC7-6b before it and CF27-11 after it', async ({ page }) => {
    await expect(connected(page, 'Restates')).toHaveText(['GBC7-6b']);
    await expect(connected(page, 'Carried out by')).toHaveText(['CF27-11']);
    await connected(page, 'Carried out by').click();
    await expect(detail(page).getByRole('heading', { name: 'Return the 18 soldiers' })).toBeVisible();
    await expect(connected(page, 'Carries out').filter({ hasText: 'KLD-6b' })).toBeVisible();
  });

  test('a link to another obligation shows its beginning, and its row in the list', async ({ page }) => {
    await connected(page, 'Carried out by').click();
    await expect(detail(page).getByRole('heading', { name: 'Return the 18 soldiers' })).toBeInViewport();
    await expect(row(page, 'CF27-11')).toBeInViewport();
  });

  test('has at least four dated statements, newest first, each with its publisher', async ({ page }) => {
    const record = part(page, 'Public record');
    await expect(record).toContainText(/\d+ entries, newest first/);
    const claims = record.locator('ol').first().getByRole('listitem');
    expect(await claims.count()).toBeGreaterThanOrEqual(4);
    const days = (await claims.allInnerTexts()).map((text) => Date.parse(/\d{1,2} \w{3} \d{4}/.exec(text)[0]));
    expect(days).toEqual([...days].sort((a, b) => b - a));
    for (const claim of await claims.all()) {
      await expect(claim.getByRole('paragraph').nth(1)).not.toBeEmpty();
    }
  });

  test('older statements can be asked for', async ({ page }) => {
    const record = part(page, 'Public record');
    const all = Number(/(\d+) entries/.exec(await record.innerText())[1]);
    await record.getByText(/^Show \d+ older entries$/).click();
    await expect(record.locator('ol').getByRole('listitem')).toHaveCount(all);
    await expect(record).toContainText('26 Oct 2025');
  });

  test('says what the record supports', async ({ page }) => {
    await expect(part(page, 'Public record')).toContainText(/The public record supports\s*Thailand: Fulfilled Observer-verified, 31 Dec 2025/);
  });

  test('names its sources, with links that give nothing away', async ({ page }) => {
    const sources = part(page, 'Sources').last();
    await sources.getByRole('heading', { name: 'Sources' }).click();
    const links = sources.getByRole('link');
    expect(await links.count()).toBeGreaterThanOrEqual(4);
    for (const link of await links.all()) {
      await expect(link).toHaveAttribute('href', /^https?:\/\//);
      await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      await expect(link).not.toBeEmpty();
    }
  });
});

test('CF27-11 was carried out 22 hours late', async ({ page }) => {
  await arrive(page, './#CF27-11');
  await expect(row(page, 'CF27-11')).toContainText('Due 30 Dec 2025, 12:00');
  await expect(row(page, 'CF27-11')).toContainText('22 h late');
  for (const party of ['Cambodia', 'Thailand']) {
    const clock = part(page, `Clock as ${party} reads it`);
    await expect(clock).toContainText('Done 31 Dec 2025, 10:00, 22 h late.');
    await expect(clock.getByRole('img')).toHaveAccessibleName('Done 31 Dec 2025, 10:00, 22 h late.');
  }
});

test('where the text could not be read, the item says so and its cells are locked', async ({ page }) => {
  await arrive(page);
  const awaited = page.getByRole('row').filter({ hasText: 'Text awaited' });
  expect(await awaited.count()).toBeGreaterThan(0);
  const control = awaited.first().getByRole('button').first();
  await expect(control).toHaveAccessibleName(/Locked until published$/);
  await control.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
});

test('the timeline has the hand-over, and its obligations lead to their detail', async ({ page }) => {
  await arrive(page, './#timeline');
  const events = page.getByRole('main').getByRole('listitem');
  expect(await events.count()).toBeGreaterThan(50);
  const handOver = events.filter({ hasText: '31 Dec 2025, 10:00' });
  await expect(handOver).toContainText('handed over the 18 soldiers');
  await expect(handOver.getByRole('link', { name: 'KLD-6b' })).toBeVisible();
  await handOver.getByRole('link', { name: 'CF27-11' }).click();
  await expect(detail(page).getByRole('heading', { name: 'Return the 18 soldiers' })).toBeVisible();
  await page.goBack();
  await expect(handOver).toBeVisible();
});

test('the page says to when the record was followed, and that it is nobody’s official word', async ({ page }) => {
  await arrive(page);
  const filters = page.getByRole('complementary', { name: 'Filters' });
  await expect(filters).toContainText('public record followed to 26 Jun 2026');
  await expect(filters).toContainText('Personal assessment, not official.');
});
