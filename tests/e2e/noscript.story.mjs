// Without JavaScript the page is a document: every obligation with its text.

import { arrive, expect, SIZES, sideways, test } from './support.mjs';

// The program is asked for early, and nobody runs it here: the browser remarks on that after some seconds.
test.beforeEach(({ allow }) => allow(/preloaded using link preload but not used/));

/** The texts of the obligations as the prose pack has them, in the order of the page. */
async function texts(request, page) {
  const name = await page.locator('meta[name="accord-prose"]').getAttribute('content');
  const pack = await (await request.get(name)).json();
  return pack.flatMap(({ obligation }) => obligation?.text ?? []);
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`every obligation can be read, ${size}`, async ({ visitor, request }) => {
    const page = await visitor({ javaScriptEnabled: false, viewport });
    await page.goto('./');
    const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^[A-Z]+\d*-/ }) });
    await expect(rows).toHaveCount(126);
    const expected = await texts(request, page);
    expect(expected).toHaveLength(126);
    expect(new Set(await rows.getByRole('rowheader').allTextContents()).size).toBe(126);

    // What a person sees of each: innerText leaves out what is hidden.
    const found = await rows.evaluateAll((rows) =>
      rows.map((row) => {
        row.style.contentVisibility = 'visible';
        const box = row.getBoundingClientRect();
        const last = row.querySelector('.text')?.getBoundingClientRect();
        return {
          id: row.querySelector('[role=rowheader]').innerText.trim(),
          title: row.querySelector('a').innerText.trim(),
          text: row.innerText,
          inside: Boolean(last) && last.height > 0 && last.right <= innerWidth && last.bottom <= box.bottom + 1,
        };
      }),
    );
    for (const [place, { id, title, text, inside }] of found.entries()) {
      expect(id, `row ${place}`).toMatch(/^[A-Z]+\d*-/);
      expect(title, id).not.toBe('');
      expect(text, id).toContain(expected[place]);
      expect(inside, `${id}: the text stands inside its row and the window`).toBe(true);
    }
    await expect(rows.first()).toBeVisible();
    await expect(rows.last()).toBeVisible();
    expect(await sideways(page)).toBe(0);
  });
}

test('nothing that cannot work is shown', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('./');
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect(page.getByRole('combobox')).toHaveCount(0);
  for (const view of ['Overview', 'Timeline']) await expect(page.getByRole('link', { name: view })).toHaveCount(0);
  await expect(page.getByText('Loading the controls')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Joint Declaration' })).toBeVisible();
});

test('an obligation’s address leads to its text', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('./#CF27-11');
  await expect(page.getByText('Thailand returns the 18 Cambodian soldiers')).toBeInViewport();
});

test('who cannot load the program is told, and can read', async ({ page, allow }) => {
  // The browser's own word on the request that is refused here, and the page's word on it.
  allow(/Failed to load resource|TypeError|ERR_FAILED|Failed to fetch/);
  await page.route('**/app-*.wasm', (route) => route.abort());
  await page.goto('./');
  await expect(page.getByText('The controls could not be loaded. The text can be read; reload to try again.')).toBeVisible();
  await page.unroute('**/app-*.wasm');
  await arrive(page);
  await expect(page.getByText('The controls could not be loaded.')).toBeHidden();
});
