// A reader keeps track: first visit, statuses by mouse and by keyboard, undo, notes, evidence, reload.

import {
  arrive,
  bar,
  beginning,
  cell,
  column,
  detail,
  expect,
  head,
  kept,
  list,
  menu,
  openObligation,
  part,
  redo,
  reload,
  setStatus,
  shown,
  stored,
  test,
  toast,
  undo,
} from './support.mjs';

const startBlank = (page) => page.getByRole('button', { name: 'Start blank' });
const startRecord = (page) => page.getByRole('button', { name: 'Start from the public record' });

/** A review of the public record, with KLD-6b open: the record says that it was fulfilled. */
async function fromRecord(page) {
  await arrive(page);
  await startRecord(page).click();
  await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled From the record');
  await openObligation(page, 'KLD-6b');
}

test.describe('first visit', () => {
  test('says what this is and shows every obligation', async ({ page }) => {
    await arrive(page);
    await expect(page.getByRole('heading', { name: '126 obligations, read one by one' })).toBeVisible();
    await expect(startBlank(page)).toBeVisible();
    await expect(startRecord(page)).toBeVisible();
    await expect(kept(page)).toHaveText('Nothing stored');
    await expect(shown(page)).toHaveText('126 of 126 obligations shown');
    await expect(list(page).getByRole('rowheader', { name: /^[A-Z]+\d*-/ })).toHaveCount(126);
  });

  test('stores nothing until the reader acts', async ({ page }) => {
    await arrive(page, './#KLD-6b');
    await page.getByRole('searchbox', { name: 'Search obligations' }).fill('mines');
    await expect(shown(page)).not.toHaveText(/^126/);
    await detail(page).getByRole('button', { name: 'Next obligation' }).click();
    expect(await stored(page)).toEqual({});
  });

  test('a blank start leaves every duty not assessed', async ({ page }) => {
    await arrive(page);
    await startBlank(page).click();
    await expect(startBlank(page)).toBeHidden();
    await expect(kept(page)).toHaveText('Saved on this device');
    await expect(bar(page, 'Joint Declaration', 'Cambodia')).toHaveAccessibleName('Cambodia, 25 duties: 25 not assessed');
    await expect(bar(page, 'Joint Declaration', 'Thailand')).toHaveAccessibleName('Thailand, 26 duties: 26 not assessed');
    await reload(page);
    await expect(startBlank(page)).toBeHidden();
    await expect(page.getByRole('link', { name: 'My review: all reviews' })).toBeVisible();
  });

  test('a tap before the program is there is done once it is', async ({ page }) => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route('**/app-*.wasm', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
    await startBlank(page).click();
    release();
    await expect(kept(page)).toHaveText('Saved on this device');
    await page.locator('html[data-offline]').waitFor();
  });
});

test.describe('statuses', () => {
  test('by mouse, for each party apart, and the counts follow', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await setStatus(page, 'KLD-1a', 'Thailand', 'Breach alleged');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await expect(bar(page, 'Joint Declaration', 'Cambodia')).toHaveAccessibleName(
      'Cambodia, 25 duties: 1 fulfilled, 24 not assessed',
    );
    await expect(bar(page, 'Joint Declaration', 'Thailand')).toHaveAccessibleName(
      'Thailand, 26 duties: 1 disputed, 25 not assessed',
    );
    await expect(head(page, 'Joint Declaration')).toContainText('24 of 25 not assessed');
    await expect(page.getByRole('checkbox', { name: 'Fulfilled 1' })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Not assessed 230' })).toBeVisible();
  });

  for (const [key, word] of [
    ['1', 'Not assessed'],
    ['2', 'Not yet due'],
    ['3', 'No public evidence'],
    ['4', 'Not started'],
    ['5', 'Under way'],
    ['6', 'Fulfilled'],
    ['7', 'Suspended'],
    ['8', 'Disputed'],
    ['9', 'Not fulfilled'],
  ]) {
    test(`key ${key} in the menu is “${word}”`, async ({ page }) => {
      await arrive(page);
      const control = cell(page, 'KLD-6b', 'Thailand');
      // From another status, so that every key is a change.
      await setStatus(page, 'KLD-6b', 'Thailand', key === '6' ? 'Disputed' : 'Fulfilled');
      await control.press('Enter');
      await expect(menu(page, 'KLD-6b', 'Thailand')).toBeVisible();
      await page.keyboard.press(key);
      await expect(control).toHaveAccessibleName(`Thailand: ${word}`);
      await expect(menu(page, 'KLD-6b', 'Thailand')).toBeHidden();
      await expect(control).toBeFocused();
    });
  }

  test('arrows go through the menu, Enter chooses, Escape leaves all as it was', async ({ page }) => {
    await arrive(page);
    const control = cell(page, 'KLD-6b', 'Thailand');
    const options = menu(page, 'KLD-6b', 'Thailand').getByRole('option');
    await control.press('Enter');
    await expect(options.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(options.nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(options.nth(8)).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Escape');
    await expect(menu(page, 'KLD-6b', 'Thailand')).toBeHidden();
    await expect(control).toBeFocused();
    await expect(control).toHaveAccessibleName('Thailand: Not assessed');
    expect(await stored(page)).toEqual({});
    await control.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(control).toHaveAccessibleName('Thailand: Not yet due');
  });

  test('a click beside the menu closes it', async ({ page }) => {
    await arrive(page);
    await cell(page, 'KLD-1a', 'Cambodia').click();
    await expect(menu(page, 'KLD-1a', 'Cambodia')).toBeVisible();
    await page.mouse.click(5, 5);
    await expect(menu(page, 'KLD-1a', 'Cambodia')).toBeHidden();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
  });

  test('a joint body has its own control', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'RBC31-7', 'RBC', 'Fulfilled', 'Regional Border Committees');
    await reload(page);
    await expect(cell(page, 'RBC31-7', 'RBC')).toHaveAccessibleName('RBC: Fulfilled');
  });

  test('how far something under way has come', async ({ page }) => {
    await arrive(page, './#CF27-11');
    await setStatus(page, 'CF27-11', 'Thailand', 'Under way');
    await column(page, 'Thailand').getByLabel('How far').selectOption('Intermediate');
    await reload(page);
    await expect(column(page, 'Thailand').getByLabel('How far')).toHaveValue('intermediate');
  });

  test('are there after a reload', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Partly observed');
    await setStatus(page, 'CF27-11', 'Thailand', 'Fulfilled');
    await reload(page);
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Partly observed');
    await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName('Thailand: Not assessed');
    await expect(cell(page, 'CF27-11', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
    await expect(bar(page, '27 December statement', 'Thailand')).toHaveAccessibleName(
      'Thailand, 28 duties: 1 fulfilled, 27 not assessed',
    );
    await expect(kept(page)).toHaveText('Saved on this device');
  });
});

test.describe('many at once', () => {
  const dialog = (page) => page.getByRole('dialog', { name: 'Set all duties that are shown' });

  test('what the filter shows is set in one step and undone in one step', async ({ page }) => {
    await arrive(page, './#?text=TOR');
    await page.getByRole('button', { name: 'Set all shown' }).click();
    // No status stands there by itself: what would be set to it is a whole list.
    await expect(dialog(page).getByRole('button', { name: 'Choose a status' })).toBeDisabled();
    await dialog(page).getByLabel('Status').selectOption('fulfilled');
    const act = dialog(page).getByRole('button', { name: /^Set \d+ duties to Fulfilled$/ });
    const count = Number(/\d+/.exec(await act.innerText())[0]);
    await act.click();
    await expect(dialog(page)).toBeHidden();
    await expect(toast(page)).toContainText(`${count} duties set to Fulfilled`);
    await expect(page.getByRole('checkbox', { name: `Fulfilled ${count}` })).toBeVisible();
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('checkbox', { name: 'Not assessed 232' })).toBeVisible();
  });

  test('a filter by status or duty-bearer spares the other duties of what is shown', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await setStatus(page, 'KLD-1a', 'Thailand', 'Breach alleged');
    await page.getByRole('checkbox', { name: 'Disputed 1' }).check();
    await page.getByRole('button', { name: 'Set all shown' }).click();
    await dialog(page).getByLabel('Status').selectOption('breached');
    await dialog(page).getByRole('button', { name: 'Set 1 duty to Not fulfilled' }).click();
    await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName('Thailand: Breached');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  });

  test('the focus comes back to what opened the dialog', async ({ page }) => {
    await arrive(page, './#?text=TOR');
    const opener = page.getByRole('button', { name: 'Set all shown' });
    await opener.press('Enter');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(opener).toBeFocused();
    await opener.press('Enter');
    await dialog(page).getByLabel('Status').selectOption('suspended');
    await dialog(page).getByRole('button', { name: /^Set \d+ duties to Suspended$/ }).press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(opener).toBeFocused();
  });
});

test.describe('undo', () => {
  test('in the message', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await expect(toast(page)).toContainText('KLD-1a, Cambodia: Observed');
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
    await expect(toast(page)).toContainText('Undone');
    await reload(page);
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
  });

  test('of a message that another act has outlived is not offered', async ({ page }) => {
    await arrive(page, './#KLD-6b');
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
    await expect(toast(page)).toContainText('KLD-6b, Thailand: Fulfilled');
    await column(page, 'Thailand').getByLabel('Basis').selectOption('Press report');
    // The message's Undo would take back the basis and say that it takes back the status.
    await expect(page.getByText('KLD-6b, Thailand: Fulfilled')).toBeHidden();
  });

  test('and redo by the buttons', async ({ page }) => {
    await arrive(page);
    await expect(undo(page)).toBeDisabled();
    await expect(redo(page)).toBeDisabled();
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Breached');
    await undo(page).click();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await undo(page).click();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
    await expect(undo(page)).toBeDisabled();
    await redo(page).click();
    await redo(page).click();
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Breached');
    await expect(redo(page)).toBeDisabled();
    await undo(page).click();
    await reload(page);
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await expect(redo(page)).toBeEnabled();
  });

  test('and redo by the keyboard', async ({ page }) => {
    await arrive(page);
    await setStatus(page, 'KLD-1a', 'Cambodia', 'Observed');
    await page.keyboard.press('Control+z');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Not assessed');
    await page.keyboard.press('Control+Shift+z');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+y');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Observed');
  });

  test('of the keyboard leaves a text that is being typed to the browser', async ({ page }) => {
    await arrive(page, './#KLD-6b');
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
    await column(page, 'Thailand').getByLabel('Note').focus();
    await page.keyboard.press('Control+z');
    await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled');
  });
});

test.describe('the public record as a start', () => {
  test('marks what it fills in', async ({ page }) => {
    await fromRecord(page);
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName('Cambodia: Breach alleged From the record');
    await expect(cell(page, 'KLD-1a', 'Thailand')).toHaveAccessibleName('Thailand: Breach alleged From the record');
    await expect(column(page, 'Thailand')).toContainText('From the record');
    await expect(toast(page)).toContainText('Filled from the public record');
  });

  test('each duty can be confirmed', async ({ page }) => {
    await fromRecord(page);
    await column(page, 'Thailand').getByRole('button', { name: 'Confirm' }).click();
    await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled Observer-verified');
    await expect(column(page, 'Thailand')).not.toContainText('From the record');
    await reload(page);
    await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled Observer-verified');
    await expect(cell(page, 'KLD-1a', 'Cambodia')).toHaveAccessibleName(/From the record$/);
  });

  test('is undone in one step', async ({ page }) => {
    await fromRecord(page);
    await toast(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('checkbox', { name: 'Not assessed 232' })).toBeVisible();
    await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Not assessed');
    await redo(page).click();
    await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled From the record');
  });

  test('a status set by hand is no longer from the record', async ({ page }) => {
    await fromRecord(page);
    await setStatus(page, 'KLD-6b', 'Thailand', 'Disputed');
    await expect(cell(page, 'KLD-6b', 'Thailand')).not.toHaveAccessibleName(/From the record/);
  });
});

test.describe('in the detail', () => {
  test('status, basis, day, note and follow-up are kept', async ({ page }) => {
    await arrive(page, './#KLD-6b');
    const thailand = column(page, 'Thailand');
    await thailand.getByRole('button', { name: 'Thailand: Not assessed' }).click();
    await menu(page, 'KLD-6b', 'Thailand').getByRole('option', { name: beginning('Fulfilled') }).click();
    await expect(thailand.getByRole('button', { name: 'Thailand: Fulfilled' })).toBeFocused();
    await thailand.getByLabel('Basis').selectOption('Observer-verified');
    await thailand.getByLabel('As of').fill('2025-12-31');
    await thailand.getByLabel('Note').fill('ដោះលែង · ปล่อยตัว · <b>18</b> soldiers');
    await thailand.getByLabel('Note').press('Tab');
    await expect(toast(page)).toContainText('KLD-6b: note saved');
    await thailand.getByLabel('Follow up').check();
    await reload(page);
    await expect(cell(page, 'KLD-6b', 'Thailand')).toHaveAccessibleName('Thailand: Fulfilled Observer-verified Has a note');
    await expect(thailand.getByLabel('Basis')).toHaveValue('observers');
    await expect(thailand.getByLabel('As of')).toHaveValue('2025-12-31');
    await expect(thailand.getByLabel('Note')).toHaveValue('ដោះលែង · ปล่อยตัว · <b>18</b> soldiers');
    await expect(thailand.getByLabel('Follow up')).toBeChecked();
  });

  test('each duty-bearer has a column of its own', async ({ page }) => {
    await arrive(page, './#KLD-1a');
    await column(page, 'Cambodia').getByLabel('Basis').selectOption('Press report');
    await column(page, 'Thailand').getByLabel('Note').fill('only here');
    await column(page, 'Thailand').getByLabel('Note').press('Tab');
    await expect(column(page, 'Cambodia').getByLabel('Note')).toHaveValue('');
    await expect(column(page, 'Thailand').getByLabel('Basis')).toHaveValue('none');
  });

  for (const [way, leave] of [
    ['the next obligation', (page) => detail(page).getByRole('button', { name: 'Next obligation' }).click()],
    ['the browser’s Back', (page) => page.goBack()],
    ['Escape', (page) => page.keyboard.press('Escape')],
    ['a reload', (page) => reload(page)],
  ]) {
    test(`a note that is left by ${way} is kept`, async ({ page }) => {
      await arrive(page);
      await openObligation(page, 'KLD-6b');
      await column(page, 'Thailand').getByLabel('Note').pressSequentially('Not to be lost');
      await leave(page);
      await arrive(page, './#KLD-6b');
      await expect(column(page, 'Thailand').getByLabel('Note')).toHaveValue('Not to be lost');
    });
  }

  test('evidence is added, shown as a link and removed', async ({ page }) => {
    await arrive(page, './#KLD-6b');
    const thailand = column(page, 'Thailand');
    await thailand.getByText('Add', { exact: true }).first().click();
    await thailand.getByLabel('Address (https://…)').fill('https://example.org/hand-over');
    await thailand.getByLabel('Title').fill('Hand-over at Prum');
    await thailand.getByRole('button', { name: 'Add' }).click();
    const link = thailand.getByRole('link', { name: 'Hand-over at Prum' });
    await expect(link).toHaveAttribute('href', 'https://example.org/hand-over');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(thailand.getByLabel('Address (https://…)')).toHaveValue('');
    await reload(page);
    await expect(link).toBeVisible();
    await thailand.getByRole('button', { name: /^Remove/ }).click();
    await expect(link).toBeHidden();
    await undo(page).click();
    await expect(link).toBeVisible();
  });

  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'example.org', 'https://']) {
    test(`evidence at ${address} is refused with a reason`, async ({ page }) => {
      await arrive(page, './#KLD-6b');
      const thailand = column(page, 'Thailand');
      await thailand.getByText('Add', { exact: true }).first().click();
      await thailand.getByLabel('Address (https://…)').fill(address);
      await thailand.getByRole('button', { name: 'Add' }).click();
      await expect(thailand.getByRole('alert')).toHaveText('Enter a web address that begins with https:// or http://');
      await expect(thailand.getByLabel('Address (https://…)')).toHaveAttribute('aria-invalid', 'true');
      await expect(thailand.getByLabel('Address (https://…)')).toHaveValue(address);
      await expect(thailand.getByRole('link')).toHaveCount(0);
      expect(await stored(page)).toEqual({});
    });
  }

  test('the history tells each change, newest first', async ({ page }) => {
    await arrive(page, './#KLD-6b');
    const changes = part(page, 'Your changes');
    await expect(changes).toContainText('None yet.');
    await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
    await column(page, 'Thailand').getByLabel('Basis').selectOption('Press report');
    const lines = changes.getByRole('listitem');
    await expect(lines).toHaveCount(2);
    await expect(lines.nth(0)).toContainText('Thailand: Basis not stated → Press report');
    await expect(lines.nth(1)).toContainText('Thailand: Not assessed → Fulfilled');
    await undo(page).click();
    await expect(lines).toHaveCount(3);
    await expect(lines.nth(0)).toContainText('Undo Thailand: Press report → Basis not stated');
    await reload(page);
    await expect(lines).toHaveCount(3);
  });
});
