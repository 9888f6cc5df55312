// The Khmer and Thai pages as a reader finds them: the words that lead there (src/language has them all), and the states of which pictures
// are taken (`cargo xtask pictures km`).

import { someLink, still } from './states.mjs';
import { arrive, expect, reload } from './support.mjs';

/** What a reader of each language looks for on the page; the words are in src/language. */
export const LANGUAGES = {
  km: {
    page: './km/',
    record: 'ចាប់ផ្តើម​ពី​កំណត់ត្រា​សាធារណៈ',
    many: 'កំណត់ទាំងអស់ដែលបង្ហាញ',
    filters: /^តម្រង/,
    search: 'ស្វែងរកកាតព្វកិច្ច',
    script: '\\p{Script=Khmer}',
    // Prisoners of war: as the record has it, and with a break without width and a vowel typed as its two halves.
    prisoners: ['ឈ្លើយសឹក', 'ឈ្ល\u17C1\u17B8យ\u200Bសឹក'],
    keys: {
      blank: 'ចាប់ផ្តើមពីទទេ',
      group: 'សេចក្តីប្រកាសរួម៖ បង្ហាញ ឬលាក់កាតព្វកិច្ច',
      party: 'ថៃ',
      partly: 'គោរពបានមួយផ្នែក',
      note: 'កំណត់ចំណាំ',
      said: 'តាមអ្នកសង្កេតការណ៍',
    },
  },
  th: {
    page: './th/',
    record: 'เริ่มจากข้อมูลสาธารณะ',
    many: 'กำหนดทั้งหมดที่แสดง',
    filters: /^กรอง/,
    search: 'ค้นหาพันธกรณี',
    script: '\\p{Script=Thai}',
    // Prisoners of war: as the record has it, and with sara ue typed as sara i and nikhahit.
    prisoners: ['เชลยศึก', 'เชลยศ\u0E34\u0E4Dก'],
    keys: {
      blank: 'เริ่มแบบว่าง',
      group: 'ปฏิญญาร่วม: แสดงหรือซ่อนพันธกรณี',
      party: 'ไทย',
      partly: 'ปฏิบัติตามบางส่วน',
      note: 'หมายเหตุ',
      said: 'ตามผู้สังเกตการณ์',
    },
  },
};

/** Waits until the page reacts. */
export const ready = (page) => expect(page.locator('html[data-ready]')).toBeAttached();

/** Begins a review of the public record on the page of a language. */
export async function withRecord(page, { page: address, record }) {
  await page.goto(address);
  await ready(page);
  await page.getByRole('button', { name: record }).click();
}

/** The states of the page of a language, in the form of `STATES` in states.mjs. */
export function statesIn(language) {
  const open = async (page, fragment) => {
    await arrive(page, `${language.page}${fragment}`);
    await reload(page);
    await expect(page.locator('p.waiting[role=status]')).toHaveCount(0);
  };
  const at = (fragment) => async (page) => {
    await withRecord(page, language);
    await still(page);
    await open(page, fragment);
  };
  const all = ['desktop', 'tablet', 'phone'];
  const dialog = async (page) => expect(page.getByRole('dialog')).toBeVisible();
  return {
    'first-visit': { sizes: all, come: (page) => open(page, '') },
    checklist: { sizes: all, come: at('') },
    'detail-KLD-6b': { sizes: all, come: at('#KLD-6b') },
    'detail-CF27-3b': { sizes: all, come: at('#CF27-3b') },
    overview: { sizes: all, come: at('#overview') },
    timeline: { sizes: all, come: at('#timeline') },
    compare: { sizes: all, come: at('#compare') },
    reviews: { sizes: all, come: at('#reviews') },
    filters: {
      sizes: ['tablet', 'phone'],
      come: async (page) => {
        await at('#?text=KLD')(page);
        await page.getByRole('button', { name: language.filters }).click();
      },
    },
    'nothing-found': { sizes: ['desktop', 'phone'], come: (page) => open(page, '#?q=zzzz&text=KLD') },
    'damaged-link': { sizes: ['desktop', 'phone'], come: (page) => open(page, '#s1AAAAAAAAAAAA') },
    snapshot: {
      sizes: ['desktop', 'phone'],
      come: async (page, visitor) => {
        const link = await someLink(await visitor());
        await open(page, new URL(link).hash);
        await expect(page.locator('section.banner')).toBeVisible();
      },
    },
    'status-menu': {
      sizes: ['desktop', 'phone'],
      come: async (page) => {
        await at('')(page);
        await page.locator('#KLD-1b button.cell').last().click();
        await expect(page.getByRole('listbox')).toBeVisible();
      },
    },
    share: {
      sizes: all,
      come: async (page) => {
        await at('')(page);
        await page.locator('.top .share').click();
        await expect(page.getByRole('dialog').locator('.qr-code')).toBeVisible();
      },
    },
    'set-many': {
      sizes: ['desktop', 'phone'],
      come: async (page) => {
        await at('')(page);
        await page.getByRole('button', { name: language.many }).click();
        await dialog(page);
      },
    },
    help: {
      sizes: ['desktop', 'tablet'],
      come: async (page) => {
        await at('')(page);
        await page.keyboard.press('?');
        await dialog(page);
      },
    },
  };
}
