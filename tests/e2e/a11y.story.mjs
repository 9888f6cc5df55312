// For everybody: no axe finding in any state, everything by keyboard, 320 pixels, forced colours.

import {
  ROWS_ALIKE,
  SIZES,
  WITHOUT_STORE,
  arrive,
  axeViolations,
  beginning,
  cell,
  column,
  detail,
  expect,
  kept,
  linkFrom,
  list,
  menu,
  reload,
  setStatus,
  share,
  sharing,
  shown,
  sideways,
  tabTo,
  test,
  title,
  toast,
} from './support.mjs';

test.use(WITHOUT_STORE);

/** A review of the public record. */
const withRecord = async (page) => {
  await arrive(page);
  await page.getByRole('button', { name: 'Start from the public record' }).click();
  await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveText(/From the record/);
};

/** The link of a review with one status, as somebody else made it; made once. */
let link;
async function someLink(visitor) {
  if (!link) {
    const page = await visitor();
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    link = await linkFrom(page);
  }
  return link;
}

/** The page as a first visitor finds it, but for the files that it keeps: only the first load of a walk brings them. */
async function afresh(page) {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Leads one page through all states that exist in a size, and looks at each. */
async function walk(page, visitor, size, look) {
  await arrive(page);
  for (const [state, { sizes, come }] of Object.entries(STATES)) {
    if (size !== 'narrow' && !sizes.includes(size)) continue;
    await test.step(state, async () => {
      await afresh(page);
      await come(page, visitor);
      await look(state);
    });
  }
}

/** The state in which every row of the list is looked at. */
const WHOLE_LIST = 'checklist with the record';

/** The states of the page: how a reader comes there, and in which sizes it exists. */
const STATES = {
  'first visit': { sizes: ['desktop', 'tablet', 'phone'], come: (page) => arrive(page) },
  'checklist with the record': { sizes: ['desktop', 'tablet', 'phone'], come: (page) => withRecord(page) },
  'detail open': {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await withRecord(page);
      await title(page, 'KLD-6b').click();
      await column(page, 'Thailand').getByText('Add', { exact: true }).first().click();
      await column(page, 'Thailand').getByLabel('Address (https://…)').fill('example');
      await column(page, 'Thailand').getByRole('button', { name: 'Add', exact: true }).click();
      await expect(detail(page).getByRole('alert')).not.toBeEmpty();
      await detail(page).getByRole('heading', { name: 'Sources' }).click();
    },
  },
  'status menu open': {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await withRecord(page);
      await cell(page, 'KLD-1a', 'Thailand').click();
      await expect(menu(page, 'KLD-1a', 'Thailand')).toBeVisible();
    },
  },
  'filters open': {
    sizes: ['tablet', 'phone'],
    come: async (page) => {
      await arrive(page, './#?text=KLD');
      await page.getByRole('button', { name: /^Filter/ }).click();
      await expect(page.getByRole('button', { name: 'Show the list' })).toBeVisible();
    },
  },
  'filters on': {
    sizes: ['desktop', 'phone'],
    come: async (page) => {
      await arrive(page, './#?q=soldiers&text=KLD,CF27');
      await expect(shown(page)).not.toHaveText(/^126 /);
    },
  },
  'nothing found': {
    sizes: ['desktop', 'phone'],
    come: async (page) => {
      await arrive(page, './#?q=zzzz&text=KLD');
      await expect(page.getByRole('heading', { name: 'No obligation matches these filters' })).toBeVisible();
    },
  },
  'an opened snapshot': {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page, visitor) => {
      await arrive(page, await someLink(visitor));
      await expect(page.getByRole('region', { name: 'Snapshot' })).toBeVisible();
    },
  },
  'sharing, with notes': {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await withRecord(page);
      await title(page, 'KLD-6b').click();
      await column(page, 'Thailand').getByLabel('Note').fill('Seen at the gate');
      await column(page, 'Thailand').getByLabel('Note').press('Tab');
      await share(page).click();
      await sharing(page).getByRole('checkbox', { name: /^Your notes/ }).check();
      await expect(sharing(page).getByText('Seen at the gate')).toBeVisible();
    },
  },
  'a damaged link': {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await arrive(page, './#s1AAAAAAAAAAAA');
      await expect(page.getByRole('heading', { name: 'This link is damaged' })).toBeVisible();
    },
  },
  timeline: {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await arrive(page, './#timeline');
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    },
  },
  overview: {
    sizes: ['desktop', 'tablet', 'phone'],
    come: async (page) => {
      await withRecord(page);
      await page.getByRole('link', { name: 'Overview' }).first().click();
      await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
    },
  },
  'setting many': {
    sizes: ['desktop', 'phone'],
    come: async (page) => {
      await arrive(page);
      await page.getByRole('button', { name: 'Set all shown' }).click();
      await expect(page.getByRole('dialog', { name: 'Set all duties that are shown' })).toBeVisible();
    },
  },
  'help open': {
    sizes: ['desktop', 'tablet'],
    come: async (page) => {
      await arrive(page);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  'a notice on the store': {
    sizes: ['desktop', 'phone'],
    come: async (page) => {
      await arrive(page);
      await page.evaluate(() => {
        localStorage.setItem('accord-checklist/open', 'x');
        localStorage.setItem('accord-checklist/review/x', 'unreadable');
      });
      await reload(page);
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
};

// One page a size walks through all states: loading the site and filling its offline store for each took longer than looking. A
// state that fails is named.
for (const size of ['desktop', 'tablet', 'phone']) {
  test(`axe finds nothing in any state: ${size}, light and dark`, async ({ visitor }) => {
    test.setTimeout(600_000);
    const page = await visitor({ viewport: SIZES[size], colorScheme: 'light', reducedMotion: 'reduce' });
    await walk(page, visitor, size, async (state) => {
      const exclude = state === WHOLE_LIST ? [] : [ROWS_ALIKE];
      expect.soft(await axeViolations(page, { exclude }), `${state}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await axeViolations(page, { exclude, coloursOnly: true }), `${state}, dark`).toEqual([]);
    });
  });
}

test('320 pixels: in every state nothing runs out of the window', async ({ visitor }) => {
  test.setTimeout(300_000);
  const page = await visitor({ viewport: SIZES.narrow });
  await walk(page, visitor, 'narrow', async (state) => {
    expect.soft(await sideways(page), state).toBe(0);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, input, select, textarea, h1, h2, h3, p')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.skip, .hidden-name'))
        .map((element) => [element, element.getBoundingClientRect()])
        .filter(([, box]) => box.width > 0 && (box.right > innerWidth + 1 || box.left < -1))
        .map(([element]) => element.outerHTML.slice(0, 100)),
    );
    expect.soft(outside, state).toEqual([]);
  });
});

test('axe finds nothing where the reader chose other colours than the system', async ({ visitor }) => {
  const page = await visitor({ colorScheme: 'light', reducedMotion: 'reduce' });
  await withRecord(page);
  await page.getByRole('button', { name: 'Use dark colours' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await axeViolations(page)).toEqual([]);
  await reload(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the button of the colours says what it does next', async ({ visitor }) => {
  const page = await visitor({ colorScheme: 'light' });
  await arrive(page);
  await page.getByRole('button', { name: 'Use dark colours' }).click();
  await page.getByRole('button', { name: 'Use light colours' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test.describe('by keyboard alone', () => {
  test('from the first visit to a status with its note', async ({ page }) => {
    await arrive(page);
    const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

    await press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport();
    await press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Start blank' }), 8);
    await press('Enter');
    await expect(kept(page)).toHaveText('Saved on this device');

    // The list is one stop: arrows go on from there.
    await tabTo(page, page.getByRole('button', { name: 'Joint Declaration: show or hide its obligations' }), 8);
    await press('ArrowDown');
    await expect(title(page, 'KLD-1a')).toBeFocused();
    await press('ArrowRight');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toBeFocused();
    await press('ArrowRight');
    await expect(cell(page, 'KLD-1a', 'Thailand')).toBeFocused();
    await press('ArrowDown');
    await expect(cell(page, 'KLD-1b', 'Thailand')).toBeFocused();
    await press('Enter');
    await expect(menu(page, 'KLD-1b', 'Thailand')).toBeVisible();
    await press('5');
    await expect(cell(page, 'KLD-1b', 'Thailand')).toHaveAccessibleName('Thailand: Partly observed');
    await expect(cell(page, 'KLD-1b', 'Thailand')).toBeFocused();

    await press('ArrowLeft', 'ArrowLeft');
    await expect(title(page, 'KLD-1b')).toBeFocused();
    await press('Enter');
    await expect(detail(page).getByRole('heading', { name: 'Settle disputes by peaceful means' })).toBeVisible();
    const note = column(page, 'Thailand').getByLabel('Note');
    await tabTo(page, note, 40);
    await page.keyboard.type('As the observers wrote in May');
    await press('Tab');
    await expect(toast(page)).toContainText('KLD-1b: note saved');
    await reload(page);
    await expect(cell(page, 'KLD-1b', 'Thailand')).toHaveAccessibleName(/^Thailand: Partly observed.*Has a note$/);
    await expect(note).toHaveValue('As the observers wrote in May');
  });

  test('the list is one stop of the Tab key, and remembers which', async ({ page }) => {
    await arrive(page);
    await cell(page, 'KLD-1b', 'Thailand').focus();
    await page.keyboard.press('ArrowDown');
    await expect(cell(page, 'KLD-1c', 'Thailand')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await list(page).evaluate((grid) => grid.contains(document.activeElement))).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await expect(cell(page, 'KLD-1c', 'Thailand')).toBeFocused();
    await expect(list(page).locator('[tabindex="0"]')).toHaveCount(1);
  });

  test('a filter that hides the remembered place leaves a way into the list', async ({ page }) => {
    await arrive(page);
    await title(page, 'KLD-1b').focus();
    await page.keyboard.press('ArrowRight');
    await expect(cell(page, 'KLD-1b', 'Cambodia')).toBeFocused();
    await page.getByRole('searchbox').fill('18 soldiers');
    await expect(shown(page)).not.toHaveText(/^126 /);
    await page.keyboard.press('Escape');
    for (let times = 0; times < 60; times += 1) {
      await page.keyboard.press('Tab');
      if (await list(page).evaluate((grid) => grid.contains(document.activeElement))) return;
    }
    throw new Error('Tab never came into the list');
  });

  test('arrows at the ends stay; Home and End go there; a group folds and unfolds', async ({ page }) => {
    await arrive(page);
    const group = page.getByRole('button', { name: 'Joint Declaration: show or hide its obligations' });
    await group.focus();
    await page.keyboard.press('ArrowUp');
    await expect(group).toBeFocused();
    await page.keyboard.press('End');
    await expect(title(page, 'RBC31-7')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(title(page, 'RBC31-7')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(group).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(group).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await expect(group).toHaveAttribute('aria-expanded', 'true');
  });

  test('a start from the record leaves the focus on the page’s matter', async ({ page }) => {
    await arrive(page);
    await page.getByRole('button', { name: 'Start from the public record' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Start blank' })).toBeHidden();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  test('a detail that is closed gives the focus back to its row', async ({ page }) => {
    await arrive(page);
    await title(page, 'KLD-6b').press('Enter');
    await tabTo(page, detail(page).getByRole('button', { name: 'Close' }), 10);
    await page.keyboard.press('Enter');
    await expect(title(page, 'KLD-6b')).toBeFocused();
  });

  test('the help is a dialog that keeps the focus and gives it back', async ({ page }) => {
    await arrive(page);
    await cell(page, 'KLD-1a', 'Cambodia').focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('j');
    await expect(page.getByText('Select an obligation')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toBeFocused();
  });

  test('single letters can be switched off as shortcuts, and stay off', async ({ page }) => {
    await arrive(page);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByRole('checkbox', { name: /^Single keys/ }).uncheck();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('?');
    await page.keyboard.press('j');
    await reload(page);
    await page.keyboard.press('?');
    await page.keyboard.press('j');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Select an obligation')).toBeAttached();
  });

  test('the focus can be seen', async ({ page }) => {
    await arrive(page);
    await page.keyboard.press('Tab');
    for (let times = 0; times < 25; times += 1) {
      const look = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
        const { width, height } = document.activeElement.getBoundingClientRect();
        return { what: document.activeElement.outerHTML.slice(0, 80), outlineStyle, outlineWidth, boxShadow, width, height };
      });
      expect(look.outlineStyle, look.what).toBe('solid');
      expect(look.outlineWidth, look.what).toBe('2px');
      expect(look.width * look.height, look.what).toBeGreaterThan(0);
      await page.keyboard.press('Tab');
    }
  });
});

test.describe('names and roles', () => {
  test('rows tell their level, groups whether they are unfolded', async ({ page }) => {
    await arrive(page);
    await expect(list(page).getByRole('row', { level: 1 })).toHaveCount(9);
    await expect(list(page).getByRole('row', { level: 2 })).toHaveCount(126);
    await expect(list(page).getByRole('row', { expanded: true })).toHaveCount(9);
  });

  test('one main and one first heading, in every view', async ({ page }) => {
    for (const address of ['./', './#KLD-6b', './#timeline', './#overview', './#s1AAAAAAAA']) {
      await page.goto('about:blank');
      await arrive(page, address);
      await expect(page.getByRole('main')).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
  });

  test('a choice is said by its word alone, its meaning apart', async ({ page }) => {
    await arrive(page);
    await cell(page, 'KLD-6b', 'Thailand').click();
    const option = menu(page, 'KLD-6b', 'Thailand').getByRole('option').nth(5);
    await expect(option).toHaveAccessibleName('Fulfilled');
    await expect(option).toHaveAccessibleDescription('Done as written, or kept so far.');
  });

  test('what happens is said: statuses, counts, messages', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await expect(page.getByRole('status').filter({ hasText: 'KLD-1a, Cambodia: Observed' })).toBeVisible();
    await page.getByRole('searchbox').fill('soldiers');
    await expect(page.getByRole('status').filter({ hasText: 'of 126 obligations shown' })).not.toHaveText(/^126/);
  });
});

test('targets are at least 24 pixels; 44 on touch', async ({ visitor }) => {
  for (const [size, least] of [['desktop', 24], ['phone', 44]]) {
    const page = await visitor({ viewport: SIZES[size], hasTouch: size === 'phone', isMobile: size === 'phone' });
    await arrive(page);
    const small = await page.evaluate(
      (least) =>
        [...document.querySelectorAll('button, .top a, .tabs a, summary, input[type=search], select')]
          .filter((element) => element.checkVisibility())
          .map((element) => [element, element.getBoundingClientRect()])
          .filter(([, box]) => box.height > 0 && (box.height < least || box.width < least))
          .map(([element, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 90)}`),
      least,
    );
    expect(small.slice(0, 10), size).toEqual([]);
  }
});

test('forced colours: words, glyphs and the chosen row can be told from the ground', async ({ visitor }) => {
  const page = await visitor({ forcedColors: 'active' });
  await withRecord(page);
  await title(page, 'KLD-6b').click();
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const part of [title(page, 'KLD-6b'), cell(page, 'KLD-6b', 'Thailand'), page.getByRole('heading', { level: 1 })]) {
    expect(await part.evaluate((element) => getComputedStyle(element).color)).not.toBe(ground);
  }
  const glyph = cell(page, 'KLD-6b', 'Thailand').locator('svg').first();
  expect(await glyph.evaluate((element) => getComputedStyle(element).color)).not.toBe(ground);
  const mark = await page.getByRole('row', { selected: true }).evaluate((row) => getComputedStyle(row, '::before').backgroundColor);
  expect(mark).not.toBe(ground);
  expect(await axeViolations(page)).toEqual([]);
});

test('twice the size of letters loses nothing', async ({ visitor }) => {
  // 200 % zoom of a 1280 pixel window.
  const page = await visitor({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  await withRecord(page);
  expect(await sideways(page)).toBe(0);
  await expect(cell(page, 'KLD-1a', 'Thailand')).toBeVisible();
  await cell(page, 'KLD-1a', 'Thailand').click();
  const last = menu(page, 'KLD-1a', 'Thailand').getByRole('option', { name: beginning('Breached') });
  await last.click();
  await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName(beginning('Thailand: Breached'));
});
