// Hostile input, table by table (hostile.mjs): many on one page, as an attacker has it. None runs a script, breaks the policy, changes what
// is stored or leaves the page unusable.

import { FILES, HOSTS, LINKS, NO_ADDRESSES, SCRIPTS, SETTINGS, STORED, TEXTS } from './hostile.mjs';
import { arrive, beginning, cell, column, detail, expect, kept, openObligation, ready, reload, setStatus, shown, stored, test } from './support.mjs';

// Hundreds of inputs on one page: longer than a story that tells of one.
test.describe.configure({ timeout: 180_000 });

/** Writes down what must not happen, from before the page's first script. */
async function guard(page) {
  await page.addInitScript(() => {
    window.harm = [];
    for (const name of ['pwned', 'alert', 'confirm', 'prompt', 'open']) window[name] = (...words) => window.harm.push(`${name}(${words})`);
    document.addEventListener('securitypolicyviolation', (event) => window.harm.push(`${event.violatedDirective} ${event.sample}`));
  });
}

/** Nothing ran, and the page still does what it is for. */
async function unharmed(page) {
  expect(await page.evaluate(() => window.harm)).toEqual([]);
  expect(await page.evaluate(() => ({}).format ?? ({}).polluted ?? null)).toBeNull();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1/);
}

async function usable(page) {
  await page.evaluate(() => {
    location.hash = '';
  });
  await expect(shown(page)).toHaveText('126 of 126 obligations shown');
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await expect(kept(page)).toHaveText('Saved on this device');
}

/** Goes to a fragment within the page and says what is seen, once that has settled. */
const seen = (page, fragment) =>
  page.evaluate(async (fragment) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    location.hash = `#${fragment}`;
    await frame();
    await frame();
    const isSeen = (element) => Boolean(element?.checkVisibility());
    if (isSeen(document.querySelector('.damaged'))) return 'damaged';
    if (isSeen(document.querySelector('section.banner'))) return 'snapshot';
    const open = document.querySelector('[role=complementary] .id, aside .id');
    const line = [...document.querySelectorAll('.shown')].find(isSeen)?.textContent ?? '';
    const [, some, all] = /^(\d+) of (\d+)/.exec(line) ?? [];
    if (isSeen(open)) return open.textContent.trim();
    return some === undefined ? `no list: ${document.querySelector('h1')?.textContent}` : some === all ? 'all' : some === '0' ? 'none' : 'some';
  }, fragment);

test(`${LINKS.length} links: each shows the list, a view or that it is damaged`, async ({ page }) => {
  await guard(page);
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  const before = await stored(page);
  const wrong = [];
  for (const [what, fragment, expected] of LINKS) {
    const found = await seen(page, fragment);
    if (found !== expected) wrong.push(`${what}: ${found}, not ${expected}`);
  }
  expect(wrong).toEqual([]);
  expect(await stored(page)).toEqual(before);
  await unharmed(page);
  await usable(page);
});

test('the longest of them as the first address of a visit', async ({ page }) => {
  await guard(page);
  for (const what of ['a place of a million letters', 'a snapshot of a million letters', 'words of a million letters']) {
    const [, fragment] = LINKS.find(([name]) => name === what);
    await page.goto('about:blank');
    await page.goto(`./#${fragment}`);
    await ready(page);
    await unharmed(page);
  }
  await usable(page);
});

const dialog = (page) => page.getByRole('dialog');
const give = (page, text) =>
  page.getByLabel('Open a review file').setInputFiles({ name: '\u202enosj.<b>x</b>.json', mimeType: 'application/json', buffer: Buffer.from(text) });

for (const [half, files] of [FILES.slice(0, FILES.length / 2), FILES.slice(FILES.length / 2)].entries()) {
  test(`${files.length} files (${half + 1} of 2): each is refused whole, or offered and not taken`, async ({ page }) => {
    await guard(page);
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await page.evaluate(() => {
      location.hash = '#reviews';
    });
    const before = await stored(page);
    const wrong = [];
    for (const [what, text, expected] of files) {
      await give(page, text);
      const said = (await dialog(page).innerText()).replace(/\s+/g, ' ');
      if (!said.includes(expected)) wrong.push(`${what}: ${said.slice(0, 120)}`);
      if (!said.includes('⟨U+202E⟩')) wrong.push(`${what}: the name of the file hides something`);
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
    }
    expect(wrong).toEqual([]);
    expect(await stored(page)).toEqual(before);
    await unharmed(page);
    await usable(page);
  });
}

/** A review in which the texts are titles of evidence, names and notes. */
function loaded() {
  const titles = TEXTS.map(([title]) => ({ address: 'https://example.org/', title }));
  const hosts = HOSTS.map(([address]) => ({ address, title: 'Official statement' }));
  const all = [...titles, ...hosts];
  const duties = ['KLD-1a/cambodia', 'KLD-1a/thailand', 'KLD-1b/cambodia', 'KLD-1b/thailand'];
  return JSON.stringify({
    format: 'accord-checklist-review',
    version: 1,
    id: 'loaded',
    name: '\u202eweiveR <b>x</b>',
    author: 'Ministry\u200b of <img src onerror=pwned(1)>',
    created: '1',
    edition: '2026-11',
    assessments: Object.fromEntries(
      duties.map((duty, at) => [
        duty,
        { status: 'fulfilled', changed: 'e677d21fd0000001', note: SCRIPTS.join('\n'), evidence: all.slice(at * 20, at * 20 + 20) },
      ]),
    ),
  });
}

test(`${TEXTS.length} titles and ${HOSTS.length} addresses: what they hide is seen, and where they lead`, async ({ page }) => {
  await guard(page);
  await arrive(page, './#reviews');
  await give(page, loaded());
  await expect(dialog(page)).toContainText('⟨U+202E⟩weiveR <b>x</b>');
  await expect(dialog(page)).toContainText('Ministry⟨U+200B⟩ of <img src onerror=pwned(1)>');
  await dialog(page).getByRole('button', { name: 'Open as a new review' }).click();
  await expect(page.getByRole('banner')).toContainText('⟨U+202E⟩weiveR <b>x</b>');
  const found = [];
  for (const id of ['KLD-1a', 'KLD-1b']) {
    await page.evaluate((id) => {
      location.hash = `#${id}`;
    }, id);
    await expect(detail(page).getByText(id, { exact: true }).first()).toBeVisible();
    for (const bearer of ['Cambodia', 'Thailand']) {
      await expect(column(page, bearer).locator('textarea').first()).toHaveValue(SCRIPTS.join('\n'));
      found.push(
        ...(await column(page, bearer)
          .locator('.fields .evidence li')
          .evaluateAll((lines) =>
            lines.map((line) => {
              const link = line.querySelector('a');
              return { title: link.textContent, host: line.querySelector('.host')?.textContent.trim(), target: link.target, rel: link.rel, scheme: link.protocol };
            }),
          )),
      );
    }
  }
  const safe = { target: '_blank', rel: 'noopener noreferrer', scheme: 'https:' };
  expect(found).toEqual([
    ...TEXTS.map(([, title]) => ({ title, host: 'example.org', ...safe })),
    ...HOSTS.map(([, host, scheme = 'https:']) => ({ title: 'Official statement', host, ...safe, scheme })),
  ]);
  await unharmed(page);
  await page.keyboard.press('Escape');
  await usable(page);
});

test(`${NO_ADDRESSES.length} typed addresses are refused, and ${SCRIPTS.length} texts to look for find nothing`, async ({ page }) => {
  await guard(page);
  await arrive(page, './#KLD-1a');
  const own = column(page, 'Cambodia');
  await own.locator('.evidence-form summary').click();
  const before = await stored(page);
  for (const address of NO_ADDRESSES) {
    await own.getByLabel('Address', { exact: false }).first().fill(address.slice(0, 3000));
    await own.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(own.getByRole('alert')).not.toBeEmpty();
  }
  await expect(own.locator('.evidence li')).toHaveCount(0);
  const field = page.getByRole('searchbox').first();
  for (const text of SCRIPTS) {
    await field.fill(text);
    await expect(shown(page)).toHaveText(/^0 of /);
  }
  await field.fill('');
  expect(await stored(page)).toEqual(before);
  await unharmed(page);
  await usable(page);
});

test(`${SCRIPTS.length} pasted texts are no link`, async ({ page }) => {
  await guard(page);
  await arrive(page, './#s1AAAAAAAAAAAA');
  const damaged = page.getByRole('alert', { name: 'This link is damaged' });
  for (const text of SCRIPTS) {
    await damaged.getByLabel('Paste the link').fill(text);
    await damaged.getByRole('button', { name: 'Open' }).click();
    await expect(damaged).toBeVisible();
  }
  expect(await stored(page)).toEqual({});
  await unharmed(page);
});

test(`${STORED.length} stored values: none is lost, and the page works beside them`, async ({ page }) => {
  await guard(page);
  await page.goto('./method.html');
  await page.evaluate((rows) => rows.forEach(([key, value]) => localStorage.setItem(key, value)), STORED);
  const before = await stored(page);
  await arrive(page, './#reviews');
  await expect(page.getByRole('heading', { name: 'Reviews', level: 1 })).toBeVisible();
  await usable(page);
  await reload(page);
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName(beginning('Thailand: Fulfilled'));
  const after = await stored(page);
  const values = new Set(Object.values(after));
  const lost = Object.entries(before).filter(([key, value]) => after[key] !== value && !values.has(value));
  expect(lost.map(([key]) => key)).toEqual([]);
  await unharmed(page);
});

test(`${SETTINGS.length} settings that nobody wrote`, async ({ page }) => {
  await guard(page);
  await arrive(page);
  for (const [key, value] of SETTINGS) {
    await page.evaluate(([key, value]) => {
      localStorage.clear();
      sessionStorage.clear();
      localStorage.setItem(key, value);
    }, [key, value]);
    await reload(page);
    await unharmed(page);
    await expect(shown(page)).toHaveText('126 of 126 obligations shown');
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  }
});

test('what another tab stores is heard and does no harm', async ({ page, context }) => {
  await guard(page);
  await arrive(page);
  await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
  const id = await page.evaluate(() => localStorage.getItem('accord-checklist/open'));
  const other = await context.newPage();
  await other.goto('./method.html');
  const log = SCRIPTS.map((script, at) => [`accord-checklist/log/${id}/${at}`, script]);
  await other.evaluate((rows) => rows.forEach(([key, value]) => localStorage.setItem(key, value)), [...STORED, ...log]);
  await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  await openObligation(page, 'KLD-1a');
  await setStatus(page, 'KLD-1b', 'Thailand', 'Suspended');
  await unharmed(page);
});
