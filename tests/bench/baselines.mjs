// The two pages that the load benchmark holds the site against, made from the same prerendered HTML and CSS: `bare` without any script,
// `enhanced` with a few dozen lines of plain JavaScript (enhanced.js). Text files stand there compressed too, as in the site.
// Of a large catalogue the site has only the first rows in the page; there is `whole` too, `enhanced` with a row for every obligation.

import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const script = /<script[^>]*src="[^"]*"[^>]*><\/script>\n?/g;
const hint = /<link rel="(?:modulepreload|preload|manifest)"[^>]*>\n?/g;
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>\n?/;
const noscript = /<noscript>.*?<\/noscript>\n?/gs;

async function put(folder, name, text) {
  await writeFile(path.join(folder, name), text);
  await writeFile(path.join(folder, `${name}.br`), brotliCompressSync(text));
  await writeFile(path.join(folder, `${name}.gz`), gzipSync(text));
}

async function inPage(browser, act, argument) {
  const page = await browser.newPage();
  const answer = await page.evaluate(act, argument);
  await page.close();
  return answer;
}

/** In a page: this HTML with a row for every obligation, made of the rows that stand in it. */
function withAllRows(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { titles } = JSON.parse(page.getElementById('names').textContent);
  const rows = [...page.querySelectorAll('.row[data-obligation]')];
  let duties = page.querySelectorAll('.grid .cell').length;
  for (let number = rows.length; number < titles.length; number += 1) {
    const pattern = rows[number % rows.length];
    const row = pattern.cloneNode(true);
    row.id = `${pattern.id}-${number}`;
    row.dataset.obligation = number;
    const title = row.querySelector('[data-open]');
    title.dataset.open = number;
    title.textContent = titles[number];
    for (const cell of row.querySelectorAll('.cell')) cell.dataset.duty = duties++;
    pattern.parentElement.append(row);
  }
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

/**
 * @param {string} site the folder of the release site
 * @param {string} folder where the baselines go
 * @param {import('@playwright/test').Browser} [browser] makes `whole`, where that is wanted
 * @returns {Promise<{ bare: string, enhanced: string, whole?: string }>} their folders
 */
export async function makeBaselines(site, folder, browser) {
  await rm(folder, { recursive: true, force: true });
  const page = (await readFile(path.join(site, 'index.html'), 'utf8')).replace(script, '').replace(hint, '').replace(policy, '').replace(noscript, '');
  const style = (await readdir(site)).filter((name) => /^(style-|icon).*\.(css|svg)(\.br|\.gz)?$/.test(name));
  const made = {};
  for (const name of browser ? ['bare', 'enhanced', 'whole'] : ['bare', 'enhanced']) {
    const dir = path.join(folder, name);
    await mkdir(dir, { recursive: true });
    for (const file of [...style, '_headers']) await copyFile(path.join(site, file), path.join(dir, file));
    const added = name === 'bare' ? '</head>' : '<script src="enhanced.js" defer></script>\n</head>';
    const html = page.replace('</head>', added);
    await put(dir, 'index.html', name === 'whole' ? await inPage(browser, withAllRows, html) : html);
    if (name !== 'bare') await put(dir, 'enhanced.js', await readFile(new URL('enhanced.js', import.meta.url), 'utf8'));
    made[name] = dir;
  }
  return made;
}
