import { arrive, setStatus, test, expect, SIZES } from './support.mjs';
import { someLink, lookOptions } from './states.mjs';
const file = (name, statuses) => JSON.stringify({ format: 'accord-checklist-review', version: 1, id: name.replaceAll(' ', '-'), name, author: 'A colleague', created: '0000000000000001', edition: '2026-11',
  assessments: Object.fromEntries(Object.entries(statuses).map(([d, s]) => { const [status, extent] = s.split('/'); return [d, extent ? { status, extent, basis: 'press', note: 'Seen on the road to Poipet.' } : { status, basis: 'observers' }]; })) });
const give = (page, name, text) => page.getByLabel('Add a review file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
for (const [size, colours] of [['desktop','light'],['desktop','dark'],['phone','light'],['phone','dark'],['tablet','light'],['narrow','light']]) {
  test(`shots ${size} ${colours}`, async ({ visitor }) => {
    const link = await someLink(await visitor());
    const page = await visitor({ ...lookOptions(size === 'narrow' ? 'phone' : size, colours), viewport: SIZES[size] });
    await arrive(page);
    await page.getByRole('button', { name: 'Start from the public record' }).click();
    await page.goto(link);
    await page.locator('html[data-ready]').waitFor();
    await page.goto('./#');
    await arrive(page, link);
    const nav = page.getByRole('navigation', { name: 'Views' }).locator('visible=true').getByRole('link', { name: 'Compare' });
    await nav.click();
    const shot = (name, o = {}) => page.screenshot({ path: `/tmp/h6c-shots/${size}-${colours}-${name}.png`, ...o });
    await shot('snapshot');
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await page.getByRole('combobox', { name: 'Side B' }).selectOption('Public record');
    await give(page, 'theirs.json', file('Status note, field team', { 'KLD-1a/cambodia': 'fulfilled', 'KLD-1a/thailand': 'disputed', 'KLD-1b/cambodia': 'under-way/minimal', 'KLD-2/thailand': 'suspended', 'CF27-11/thailand': 'fulfilled', 'KLD-6b/thailand': 'breached' }));
    await expect(page.getByRole('combobox', { name: 'Side C' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove side B' }).click();
    await page.getByRole('radiogroup', { name: 'Keep for KLD-1b, Cambodia' }).getByRole('radio', { name: 'Theirs' }).check();
    await page.getByRole('radiogroup', { name: 'Keep for KLD-1a, Thailand' }).getByRole('radio', { name: 'Mine' }).check();
    await page.evaluate(() => scrollTo(0, 0));
    const toast = page.getByRole('status').getByRole('button', { name: 'Dismiss' });
    if (await toast.isVisible()) await toast.click();
    await shot('file');
    await page.evaluate(() => scrollTo(0, 700));
    await shot('file-down');
    await page.evaluate(() => scrollTo(0, 0));
    await give(page, 'two.json', file('Two', { 'KLD-1b/thailand': 'under-way/minimal', 'KLD-1b/cambodia': 'under-way/minimal' , 'CF27-11/thailand': 'breached'}));
    await expect(page.getByRole('region', { name: 'Agreement of 3 assessors' })).toBeVisible();
    await shot('three', { fullPage: false });
    await page.evaluate(() => scrollTo(0, 500));
    await shot('three-down');
    if (size === 'desktop' && colours === 'light') {
      await page.emulateMedia({ media: 'print' });
      await page.pdf({ path: '/tmp/h6c-shots/three.pdf', format: 'A4' });
    }
  });
}
