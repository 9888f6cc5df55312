// Pictures of the release site: each state of the page in each window, light and dark, and on paper.
//
//   node tests/pictures/take.mjs [km|th] [folder] [part of a name …]
//
// `cargo xtask pictures` builds the site, sets the environment (ACCORD_CHROMIUM, ACCORD_XTASK, ACCORD_DIST) and calls this. The
// pictures come into target/pictures or the folder that is named; words after it choose pictures by parts of their names. With a language
// first, they are of its page and begin with its code.

import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_WORDS, restartableServer } from '../e2e/server.mjs';
import { LANGUAGES, statesIn, withRecord as withRecordIn } from '../e2e/languages.mjs';
import { STATES, atTheMoment, lookOptions, still, withRecord } from '../e2e/states.mjs';
import { arrive } from '../e2e/support.mjs';

const words = process.argv.slice(2);
const code = Object.hasOwn(LANGUAGES, words[0]) ? words.shift() : 'en';
const language = LANGUAGES[code];
const before = language ? `${code}-` : '';
const states = language ? statesIn(language) : STATES;
const home = language?.page ?? './';
const [folder = 'target/pictures', ...wanted] = words;
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));
const PAPERS = ['A4', 'Letter'];
/** What is printed: a name, and the address that is open. */
const PRINTED = { checklist: home, 'obligation-KLD-6b': `${home}#KLD-6b` };
/** So many pages of a print become pictures. */
const FIRST_PAGES = 3;

const server = await restartableServer();
const browser = await chromium.launch({
  executablePath: process.env.ACCORD_CHROMIUM || undefined,
  args: BROWSER_WORDS,
});
const failures = [];
let taken = 0;

/** Does something with pages of people who know nothing of each other, and closes them. */
async function withVisitors(options, act) {
  const contexts = [];
  const visitor = async (others = {}) => {
    const context = await browser.newContext({ baseURL: server.url, ...options, ...others });
    contexts.push(context);
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await atTheMoment(page);
    return page;
  };
  try {
    await act(visitor);
  } finally {
    for (const context of contexts) await context.close();
  }
}

/** Takes one picture; that one fails does not keep the others from being taken. */
async function attempt(name, act) {
  if (!isWanted(name)) return;
  try {
    await act();
    taken += 1;
    console.log(name);
  } catch (error) {
    failures.push(name);
    console.error(`${name}: ${error.message}`);
  }
}

await mkdir(folder, { recursive: true });
for (const [state, { sizes, come }] of Object.entries(states)) {
  for (const size of sizes) {
    for (const colours of ['light', 'dark']) {
      const name = `${before}${state}-${size}-${colours}`;
      await attempt(name, () =>
        withVisitors(lookOptions(size, colours), async (visitor) => {
          const page = await visitor();
          await come(page, visitor);
          await still(page);
          await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
        }),
      );
    }
  }
}

const canDraw = spawnSync('pdftoppm', ['-v']).error === undefined;
for (const [what, address] of Object.entries(PRINTED)) {
  for (const paper of PAPERS) {
    const name = `${before}print-${what}-${paper}`;
    await attempt(name, () =>
      withVisitors(lookOptions('desktop', 'dark'), async (visitor) => {
        const page = await visitor();
        await (language ? withRecordIn(page, language) : withRecord(page));
        await arrive(page, address);
        await page.locator('html[data-ready]').waitFor();
        await still(page);
        const file = path.join(folder, `${name}.pdf`);
        await page.pdf({ path: file, format: paper, preferCSSPageSize: false });
        if (canDraw) {
          const drawn = path.join(folder, name);
          const { status, stderr } = spawnSync('pdftoppm', ['-png', '-r', '96', '-l', String(FIRST_PAGES), file, drawn]);
          if (status !== 0) throw new Error(`pdftoppm: ${stderr}`);
        }
      }),
    );
  }
}
// pdftoppm writes page 1 of 12 as 01 and page 1 of 3 as 1: one form, so that names do not depend on lengths.
for (const file of await readdir(folder)) {
  const plain = file.replace(/^((?:[a-z]{2}-)?print-.*)-0+(\d+\.png)$/, '$1-$2');
  if (plain !== file) await rename(path.join(folder, file), path.join(folder, plain));
}
if (!canDraw) console.log('no pdftoppm on PATH (Debian: poppler-utils): prints are there as PDF only');

await browser.close();
await server.stop();
console.log(`${taken} pictures in ${folder}${failures.length > 0 ? `, ${failures.length} failed: ${failures.join(', ')}` : ''}`);
process.exitCode = failures.length > 0 || taken === 0 ? 1 : 0;
