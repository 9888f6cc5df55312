// What comes out of a printer: the whole checklist, a selection, one obligation, a comparison, a snapshot; A4 and Letter.

import { extractText, getDocumentProxy } from 'unpdf';
import { WITHOUT_STORE, arrive, column, detail, expect, openObligation, part, setStatus, share, sharing, shown, test, title } from './support.mjs';
import { withRecord } from './states.mjs';

test.use(WITHOUT_STORE);

/** The text of each printed page. */
async function printed(page, format) {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format }))), { mergePages: false });
  return text;
}
/** The ids of obligations that begin a line, in their order. */
const idsIn = (text) => [...text.matchAll(/^((?:KLD|CF27|PUT|GBC7|GBC10|JBC22|GBC23|TOR|RBC31)-\w+(?:-\d+)?)(?= )/gm)].map(([, id]) => id);

for (const format of ['A4', 'Letter']) {
  test(`the checklist begins on the first page, and each obligation stands on paper once (${format})`, async ({ page }) => {
    await withRecord(page);
    const pages = await printed(page, format);
    expect(idsIn(pages[0]).length).toBeGreaterThanOrEqual(8);
    const ids = idsIn(pages.join('\n'));
    expect(new Set(ids).size).toBe(126);
    expect(ids).toHaveLength(126);
    expect(pages[0]).toMatch(/^My review\n/);
    expect(pages[0]).toMatch(/Edition \S+ · printed .* · Personal assessment, not official/);
    // No page stands nearly empty, but the last.
    for (const text of pages.slice(0, -1)) expect(idsIn(text).length).toBeGreaterThanOrEqual(6);
  });

  test(`an obligation is printed with all that is folded on the screen, and a long note whole (${format})`, async ({ page }) => {
    const note = Array.from({ length: 40 }, (_, line) => `Line ${line + 1} of the note.`).join('\n');
    await arrive(page);
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
    await title(page, 'KLD-6b').click();
    const own = column(page, 'Thailand');
    await own.getByLabel('Note').fill(note);
    await own.getByLabel('As of').fill('2025-12-31');
    await own.getByText('Add', { exact: true }).first().click();
    await own.getByLabel('Address (https://…)').fill('https://example.org/a-report');
    await own.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(detail(page).getByRole('heading', { name: 'Sources' })).toBeAttached();
    const all = (await printed(page, format)).join('\n');
    expect(all).toContain('/#KLD-6b');
    expect(all).toContain('The paragraph number is a working number;');
    // The assessment alone: the history at the end names some of it too.
    const assessment = all.slice(all.indexOf('Your assessment'), all.indexOf('Two readings of this text'));
    for (const line of note.split('\n')) expect(assessment).toContain(line);
    // A day as nobody can misread it, whatever the browser's own way.
    expect(assessment).toContain('As of 31 Dec 2025');
    expect(assessment).toContain('https://example.org/a-report');
    // What is folded: the first and the last of the statements, and a source with its address.
    const record = all.slice(all.indexOf('Public record'), all.indexOf('The public record supports'));
    expect(record.match(/^\d+ \w+ 20\d\d/gm)).toHaveLength(Number(record.match(/(\d+) entries/)[1]));
    expect(all.slice(all.indexOf('\nSources')).replace(/\s/g, '')).toContain('https://vu.govpulse.tools');
  });
}

test('a selection is printed with what it was selected by', async ({ page }) => {
  await arrive(page, './#?q=soldiers&text=KLD');
  const wanted = Number((await shown(page).textContent()).match(/^\d+/)[0]);
  expect(wanted).toBeGreaterThan(0);
  const all = (await printed(page, 'A4')).join('\n');
  expect(idsIn(all)).toHaveLength(wanted);
  expect(all).toContain('“soldiers”');
  expect(all).toContain('Text: KLD');
});

test('a list grouped in another way has its texts on paper too', async ({ page }) => {
  const text = 'Neither party threatens the other with force or uses force against it.';
  await arrive(page, './#?group=theme');
  await expect(page.getByText(text)).toHaveCount(0);
  await openObligation(page, 'KLD-1a');
  await expect(part(page, 'Public record')).toBeVisible();
  await page.keyboard.press('Escape');
  const all = (await printed(page, 'A4')).join('\n').replace(/\s+/g, ' ');
  expect(all.split(text)).toHaveLength(2);
});

test('a comparison is printed from its first page on', async ({ page }) => {
  await withRecord(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  await arrive(page, './#compare');
  await expect(page.getByRole('heading', { name: 'Compare', level: 1 })).toBeVisible();
  const pages = await printed(page, 'A4');
  expect(pages[0]).toContain('Compare');
  expect(pages[0]).toMatch(/KLD-1a[\s\S]*Suspended/);
});

test('a printed snapshot says whose it is and of when', async ({ page, visitor }) => {
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Suspended');
  await share(page).click();
  await sharing(page).getByLabel('Title', { exact: true }).fill('Before the round');
  await sharing(page).getByLabel('From (optional)').fill('Desk');
  const link = await sharing(page).getByLabel('Link to this snapshot').inputValue();
  const other = await visitor();
  await arrive(other, link);
  await expect(other.getByRole('region', { name: 'Snapshot' })).toBeVisible();
  const [first] = await printed(other, 'A4');
  expect(first).toContain('Snapshot: Before the round');
  expect(first).toMatch(/Says it is from “Desk”, \d+ \w+ 20\d\d, \d\d:\d\d/);
  expect(first).toMatch(/KLD-1a[\s\S]*Suspended/);
  expect(first).not.toContain('Dismiss');
});
