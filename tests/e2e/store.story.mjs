// The review in the browser: storage that refuses, is full, holds what cannot be read; two tabs at once.

import { readFile } from 'node:fs/promises';

import {
  arrive,
  beginning,
  cell,
  column,
  expect,
  kept,
  menu,
  openObligation,
  reload,
  setStatus,
  stored,
  test,
  toast,
  undo,
} from './support.mjs';

const OPEN = 'accord-checklist/open';
const REVIEW = 'accord-checklist/review/';

/** A notice above the list, by its words. */
const notice = (page, words) => page.getByRole('alert').filter({ hasText: words });

/** Puts values into the store before the page is there. */
const prepare = (page, values) =>
  page.addInitScript((values) => {
    if (sessionStorage.getItem('prepared')) return;
    sessionStorage.setItem('prepared', 'yes');
    for (const [key, value] of Object.entries(values)) localStorage.setItem(key, value);
  }, values);

/** Fills the store to the last character, so that nothing more can be written. */
const fill = (page) =>
  page.evaluate(() => {
    let text = 'x'.repeat(8 * 1024 * 1024);
    for (let number = 0; text.length > 0; ) {
      try {
        localStorage.setItem(`filler-${number}`, text);
        number += 1;
      } catch {
        text = text.slice(0, Math.floor(text.length / 2));
      }
    }
  });

/** Clicks what saves a file, and reads it. */
async function saved(page, control) {
  const [file] = await Promise.all([page.waitForEvent('download'), control.click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test.describe('storage blocked', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
  });

  test('a notice says so, and the page works', async ({ page }) => {
    await arrive(page);
    await expect(notice(page, 'This browser does not let the page store anything.')).toBeVisible();
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await expect(kept(page)).toHaveText('Not saved');
    await openObligation(page, 'KLD-6b');
    await column(page, 'Thailand').getByLabel('Basis').selectOption('Press report');
    await undo(page).click();
    await undo(page).click();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
    await page.getByRole('button', { name: 'Use dark colours' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('the work can be saved as a file', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    const blocked = notice(page, 'This browser does not let the page store anything.');
    const file = await saved(page, blocked.getByRole('button', { name: 'Save a file' }));
    expect(file.name).toBe('accord-checklist-My-review.json');
    expect(JSON.parse(file.text).assessments['KLD-1a/cambodia'].status).toBe('fulfilled');
  });

  test('the notice can be dismissed', async ({ page }) => {
    await arrive(page);
    const blocked = notice(page, 'This browser does not let the page store anything.');
    await blocked.getByRole('button', { name: 'Dismiss' }).click();
    await expect(blocked).toBeHidden();
  });
});

test.describe('storage full', () => {
  const full = (page) => notice(page, 'This device’s storage is full.');

  test('work goes on in memory and can be saved as a file', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await fill(page);
    await setStatus(page, 'KLD-1a', 'Thailand', 'Breach alleged');
    await expect(full(page)).toBeVisible();
    await expect(kept(page)).toHaveText('Not saved');
    await setStatus(page, 'KLD-1b', 'Thailand', 'Suspended');
    const file = await saved(page, full(page).getByRole('button', { name: 'Save a file' }));
    const { assessments } = JSON.parse(file.text);
    expect(assessments['KLD-1a/cambodia'].status).toBe('fulfilled');
    expect(assessments['KLD-1a/thailand'].status).toBe('disputed');
    expect(assessments['KLD-1b/thailand'].status).toBe('suspended');
  });

  test('once there is room, everything that waited is stored', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await fill(page);
    await setStatus(page, 'KLD-1a', 'Thailand', 'Breach alleged');
    await setStatus(page, 'KLD-1b', 'Thailand', 'Suspended');
    await expect(full(page)).toBeVisible();
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key);
    });
    await setStatus(page, 'KLD-1c', 'Thailand', 'Observed');
    await expect(full(page)).toBeHidden();
    await expect(kept(page)).toHaveText('Saved on this device');
    await reload(page);
    await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName('Thailand: Breach alleged');
    await expect(cell(page, 'KLD-1b', 'Thailand')).toHaveAccessibleName('Thailand: Suspended');
    await expect(cell(page, 'KLD-1c', 'Thailand')).toHaveAccessibleName('Thailand: Observed');
  });

  test('before the first visit: a notice at the first act, and the page works', async ({ page }) => {
    await arrive(page);
    await fill(page);
    await reload(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await expect(full(page)).toBeVisible();
    await setStatus(page, 'KLD-1a', 'Thailand', 'Observed');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    expect(Object.keys(await stored(page)).filter((key) => !key.startsWith('filler'))).toEqual([]);
  });
});

test.describe('a review that cannot be read', () => {
  const unreadable = (page) => notice(page, 'A stored review could not be read.');

  for (const [what, text] of [
    ['no JSON', '{"format":"accord-checklist-review","version":1,"na'],
    ['something else', '{"hello":"world"}'],
    ['an unknown status', '{"format":"accord-checklist-review","version":1,"id":"x","name":"n","created":"1","edition":"e","assessments":{"KLD-1a/cambodia":{"status":"done"}}}'],
    ['a note with a script for an address', '{"format":"accord-checklist-review","version":1,"id":"x","name":"n","created":"1","edition":"e","assessments":{"KLD-1a/cambodia":{"status":"fulfilled","evidence":[{"address":"javascript:alert(1)"}]}}}'],
  ]) {
    test(`${what}: set aside, can be downloaded, is not written over`, async ({ page }) => {
      await prepare(page, { [OPEN]: 'x', [`${REVIEW}x`]: text });
      await arrive(page);
      await expect(unreadable(page)).toContainText('It was set aside, nothing was overwritten.');
      await expect(page.getByRole('button', { name: 'Start blank' })).toBeVisible();

      await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
      await reload(page);
      await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
      expect(Object.values(await stored(page))).toContain(text);
    });

    test(`${what}: its download holds it`, async ({ page }) => {
      await prepare(page, { [OPEN]: 'x', [`${REVIEW}x`]: text });
      await arrive(page);
      const file = await saved(page, unreadable(page).getByRole('button', { name: 'Download what was set aside' }));
      expect(file.name).toBe('accord-checklist-set-aside.txt');
      expect(file.text).toContain(text);
      expect(file.text).toContain('review/x');
    });
  }

  test('one act that cannot be read does not take the others with it', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await setStatus(page, 'KLD-1a', 'Thailand', 'Suspended');
    await page.evaluate(() => {
      const log = Object.keys(localStorage).filter((key) => key.startsWith('accord-checklist/log/')).sort();
      localStorage.setItem(log[0], '{"torn');
    });
    await reload(page);
    await expect(unreadable(page)).toBeVisible();
    await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName('Thailand: Suspended');
    expect(Object.values(await stored(page))).toContain('{"torn');
  });

  test('what was set aside can be downloaded at a later visit too', async ({ page }) => {
    await prepare(page, { [OPEN]: 'x', [`${REVIEW}x`]: 'not a review' });
    await arrive(page);
    await expect(unreadable(page)).toBeVisible();
    await reload(page);
    const file = await saved(page, page.getByRole('button', { name: 'Download what was set aside' }));
    expect(file.text).toContain('not a review');
  });
});

test.describe('a review of a newer version', () => {
  const text = '{"format":"accord-checklist-review","version":99,"future":true}';

  test('is left as it is; the page works without storing', async ({ page }) => {
    await prepare(page, { [OPEN]: 'x', [`${REVIEW}x`]: text });
    await arrive(page);
    await expect(notice(page, 'A stored review was written by a newer version of this page.')).toBeVisible();
    const before = await stored(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await expect(kept(page)).toHaveText('Not saved');
    expect(await stored(page)).toEqual(before);
    expect(before[`${REVIEW}x`]).toBe(text);
  });
});

test.describe('two tabs', () => {
  test('a change in one shows in the other', async ({ page, context }) => {
    await arrive(page);
    const second = await context.newPage();
    await arrive(second);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await expect(cell(second, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await expect(second.getByRole('button', { name: 'Start blank' })).toBeHidden();
    await setStatus(second, 'KLD-1a', 'Cambodia', 'Suspended');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Suspended');
    await undo(page).click();
    await expect(cell(second, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  });

  test('a change in one leaves what is being typed in the other alone', async ({ page, context }) => {
    await arrive(page, './#KLD-6b');
    const second = await context.newPage();
    await arrive(second, './#KLD-6b');
    await column(second, 'Thailand').getByLabel('Note').pressSequentially('half a th');
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
    await expect(cell(second, 'KLD-6b', 'Thailand')).toHaveAccessibleName(/^Thailand: Fulfilled/);
    await expect(column(second, 'Thailand').getByLabel('Note')).toHaveValue('half a th');
  });

  test('fifty changes each, at once: none is lost', async ({ page, context }) => {
    // Two hundred keys in two tabs: slow where the machine is, but it must not be cut short.
    test.setTimeout(180_000);
    await arrive(page);
    await page.getByRole('button', { name: 'Start blank' }).click();
    const second = await context.newPage();
    await arrive(second);

    // Each tab takes the duties of one party, in the order of the list, and gives them statuses by key.
    const controls = (tab, bearer) =>
      tab.getByRole('treegrid').getByRole('button', { name: beginning(`${bearer}: `), disabled: false });
    const change = async (tab, bearer) => {
      for (let number = 0; number < 50; number += 1) {
        await controls(tab, bearer).nth(number).press('Enter');
        await tab.getByRole('listbox').getByRole('option', { selected: true }).press(String(2 + (number % 8)));
      }
      return (await controls(tab, bearer).allTextContents()).slice(0, 50);
    };
    const said = await Promise.all([change(page, 'Cambodia'), change(second, 'Thailand')]);
    expect(said.flat()).toHaveLength(100);
    expect(said.flat().filter((words) => words.includes('Not assessed'))).toEqual([]);

    for (const tab of [page, second]) {
      await reload(tab);
      for (const [place, bearer] of ['Cambodia', 'Thailand'].entries()) {
        expect((await controls(tab, bearer).allTextContents()).slice(0, 50)).toEqual(said[place]);
      }
    }
  });

  test('a menu that is open in one tab stays when the other changes something', async ({ page, context }) => {
    await arrive(page);
    const second = await context.newPage();
    await arrive(second);
    await cell(second, 'KLD-1b', 'Cambodia').click();
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await expect(menu(second, 'KLD-1b', 'Cambodia')).toBeVisible();
    await second.keyboard.press('6');
    await expect(cell(page, 'KLD-1b', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  });
});
