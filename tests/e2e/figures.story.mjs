// Each figure on the overview equals a count made here from the open data of the same site: by bearer, status, theme and text.

import { WITHOUT_STORE, arrive, beginning, cell, expect, menu, test } from './support.mjs';
import { STATES, withRecord } from './states.mjs';

test.use(WITHOUT_STORE);

/** The statuses in the order of bars, with the words that the overview has for acts and for kept duties together. */
const STATUSES = {
  fulfilled: 'Fulfilled / Observed',
  'under-way': 'Under way / Partly observed',
  'not-due': 'Not yet due / Not yet in force',
  suspended: 'Suspended',
  disputed: 'Disputed / Breach alleged',
  'not-fulfilled': 'Not fulfilled / Breached',
  'not-started': 'Not started / Not observed so far',
  'no-evidence': 'No public evidence',
  'not-assessed': 'Not assessed',
};
const OTHERS = 'Joint bodies and others';
const SIDES = ['Cambodia', 'Thailand', OTHERS];

/** The lines of a CSV (RFC 4180, with a mark of byte order before it) as objects by its heads. */
function table(text) {
  const lines = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') lines.push([]);
  }
  const [heads, ...rest] = lines.filter((line) => line.length > 1);
  return rest.map((line) => Object.fromEntries(heads.map((head, place) => [head, line[place]])));
}

/** The open data of the site that is open; `own` is the status of a duty in a review that begins with the record. */
async function openData(request) {
  const get = async (name) => (await request.get(`data/${name}`)).text();
  const duties = table(await get('duties.csv')).map((duty) => ({
    ...duty,
    // The record gives no status to a duty whose text is awaited.
    own: duty.status || 'not-assessed',
    side: ['cambodia', 'thailand'].includes(duty.bearer) ? duty.bearer_name : OTHERS,
  }));
  const clocks = table(await get('clocks.csv'));
  return { duties, clocks, catalogue: JSON.parse(await get('catalogue.en.json')) };
}

/** The data uses no other status names than these. */
const known = (duties) => {
  const names = new Set(duties.map((duty) => duty.own));
  expect(names.size).toBeGreaterThan(4);
  for (const name of names) expect(Object.keys(STATUSES), `the data knows a status ${name}`).toContain(name);
};

/** Names of the links to duties that the overview must have: “Ceasefire, Cambodia, Disputed / Breach alleged: 7 of 12”. */
function linksOf(name, duties) {
  return Object.entries(STATUSES).flatMap(([status, word]) => {
    const count = duties.filter((duty) => duty.own === status).length;
    return count > 0 ? [`${name}, ${word}: ${count} of ${duties.length}`] : [];
  });
}

/** The texts of a table, line by line. */
const cells = (found) =>
  found
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((one) => one.textContent.replace(/\s+/g, ' ').trim())));

const card = (page, heading) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

const overview = async (page) => {
  await STATES.overview.come(page);
  return page.getByRole('main');
};

test('shares and how much is assessed', async ({ page, request }) => {
  const main = await overview(page);
  const { duties } = await openData(request);
  for (const side of SIDES) {
    const count = duties.filter((duty) => duty.side === side).length;
    await expect(main.getByText(`${side}: ${count} duties.`)).toBeVisible();
  }
  const assessed = duties.filter((duty) => duty.own !== 'not-assessed').length;
  await expect(main.getByText(`You have assessed ${assessed} of these ${duties.length} duties.`)).toBeVisible();
});

test('every part of every bar: by side, by theme, by text; none more, none less', async ({ page, request }) => {
  const main = await overview(page);
  const { duties, catalogue } = await openData(request);
  known(duties);
  const of = (side, wanted = () => true) => duties.filter((duty) => duty.side === side && wanted(duty));
  const bySide = SIDES.flatMap((side) => linksOf(side, of(side)));
  const lines = [
    ...catalogue.themes.map((theme) => [theme.name, (duty) => duty.theme === theme.id]),
    ...catalogue.instruments.map(({ id, name }) => [`${id} ${name}`, (duty) => duty.instrument === id]),
  ];
  const byLine = lines.flatMap(([name, wanted]) =>
    ['Cambodia', 'Thailand'].flatMap((side) => linksOf(`${name}, ${side}`, of(side, wanted))),
  );
  const found = await main
    .getByRole('link', { name: /: \d+ of \d+$/ })
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  expect(bySide.length).toBeGreaterThan(10);
  expect(byLine.length).toBeGreaterThan(50);
  expect([...new Set(found)].sort()).toEqual([...bySide, ...byLine].sort());
});

test('the table of statuses by side', async ({ page, request }) => {
  const main = await overview(page);
  const { duties } = await openData(request);
  await main.getByText('Show as table', { exact: true }).first().click();
  const shown = main.getByRole('table').filter({ has: page.getByRole('columnheader', { name: OTHERS, exact: true }) }).first();
  const count = (side, status) => duties.filter((duty) => duty.side === side && duty.own === status).length;
  expect(await cells(shown)).toEqual([
    ['Status', ...SIDES],
    ...Object.entries(STATUSES).map(([status, word]) => [word, ...SIDES.map((side) => String(count(side, status)))]),
    [`${duties.length} duties`, ...SIDES.map((side) => String(duties.filter((duty) => duty.side === side).length))],
  ]);
});

for (const [heading, lines, belongs] of [
  ['By theme', ({ themes }) => themes.map(({ id, name }) => [id, name]), (duty, id) => duty.theme === id],
  ['By text', ({ instruments }) => instruments.map(({ id, name }) => [id, `${id} ${name}`]), (duty, id) => duty.instrument === id],
]) {
  test(`the numbers of duties: ${heading}`, async ({ page, request }) => {
    await overview(page);
    const { duties, catalogue } = await openData(request);
    const shown = (await cells(card(page, heading).getByRole('table').first())).slice(1);
    const numbers = shown.map(([name, ...rest]) => [name, ...rest.filter((text) => /^(\d+|–)$/.test(text))]);
    const count = (side, id) => duties.filter((duty) => duty.side === side && belongs(duty, id)).length;
    expect(numbers).toEqual(
      lines(catalogue).map(([id, name]) => [name, ...SIDES.map((side) => (count(side, id) === 0 && side === OTHERS ? '–' : String(count(side, id))))]),
    );
  });
}

test('your review against the record: as begun, and after two changes', async ({ page, request }) => {
  const main = await overview(page);
  const { duties } = await openData(request);
  const statuses = Object.keys(STATUSES).filter((status) => status !== 'not-assessed');
  const own = new Map(duties.map((duty) => [duty.duty, duty.own]));

  const agrees = async () => {
    const assessed = duties.filter((duty) => own.get(duty.duty) !== 'not-assessed');
    const same = assessed.filter((duty) => own.get(duty.duty) === duty.status).length;
    const said = `Of ${assessed.length} duties you assessed, ${same} have the status of the record and ${assessed.length - same} differ`;
    await expect(main.getByText(said)).toBeVisible();
    const shown = await cells(main.getByRole('table').filter({ has: page.getByRole('columnheader', { name: beginning('Yours') }) }));
    const count = (mine, record) => duties.filter((duty) => own.get(duty.duty) === mine && duty.status === record).length;
    expect(shown.slice(1).map(([, ...numbers]) => numbers)).toEqual(
      statuses.map((mine) => statuses.map((record) => (count(mine, record) === 0 ? '' : String(count(mine, record))))),
    );
  };
  await agrees();

  await arrive(page);
  for (const [id, bearer, word, status] of [
    ['KLD-6b', 'Thailand', 'Not fulfilled', 'not-fulfilled'],
    ['KLD-1a', 'Cambodia', 'Not assessed', 'not-assessed'],
  ]) {
    await cell(page, id, bearer).click();
    await menu(page, id, bearer).getByRole('option', { name: word, exact: true }).click();
    own.set(`${id}/${bearer.toLowerCase()}`, status);
  }
  await page.getByRole('link', { name: 'Overview', exact: true }).first().click();
  await agrees();
});

test('deadlines: each dated clock that was met or has passed, with its words', async ({ page, request }) => {
  const main = await overview(page);
  const { clocks, catalogue } = await openData(request);
  const known = new Map(catalogue.clock_states.map((clock) => [`${clock.obligation} ${clock.number}`, clock]));
  const dated = clocks.filter((clock) => clock.due && ['met', 'passed'].includes(clock.state));
  const shown = (await cells(main.getByRole('region', { name: 'Deadlines' }).getByRole('table'))).slice(1);
  const sentences = new Set([...known.values()].map((clock) => clock.sentence));
  expect(shown.length).toBeGreaterThan(5);
  for (const line of shown) expect([...sentences], line.join(' | ')).toContain(line.at(-1));
  const ids = (list) => [...new Set(list)].sort();
  expect(ids(shown.map(([name]) => name.split(' ')[0]))).toEqual(ids(dated.map((clock) => clock.obligation)));
});

test('a part of a bar leads to as many duties as it says', async ({ page }) => {
  await withRecord(page, './#overview');
  const link = page.getByRole('link', { name: /^Thailand, Disputed \/ Breach alleged: \d+ of \d+$/ }).last();
  const [, count] = /: (\d+) of/.exec(await link.getAttribute('aria-label'));
  await link.click();
  await expect(page.getByRole('heading', { name: 'Checklist', level: 1 })).toBeVisible();
  const cells = page.getByRole('treegrid').getByRole('button', { name: /^Thailand: (Disputed|Breach alleged)/ });
  await expect(cells.locator('visible=true')).toHaveCount(Number(count));
});
