// What Lighthouse says of the release site, as a phone on a slow line sees it (its mobile preset): accessibility, best practices and
// SEO must be 100 on each page; performance is told and not judged, since it follows the machine.
//
//   node tests/lighthouse/run.mjs [page …]
//
// `cargo xtask lighthouse` installs Lighthouse, builds the site, sets the environment and calls this. Reports: target/lighthouse.

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { BROWSER_WORDS, restartableServer } from '../e2e/server.mjs';

const FOLDER = 'target/lighthouse';
const PAGES = ['', 'o/KLD-6b.html', 'method.html', 'accessibility.html'];
const MUST_BE_FULL = ['accessibility', 'best-practices', 'seo'];
const asked = process.argv.slice(2);

const server = await restartableServer();
const chrome = await launch({ chromePath: process.env.ACCORD_CHROMIUM, chromeFlags: BROWSER_WORDS, logLevel: 'error' });
const short = [];
try {
  await mkdir(FOLDER, { recursive: true });
  for (const page of asked.length > 0 ? asked : PAGES) {
    const result = await lighthouse(
      new URL(page, server.url).href,
      { port: chrome.port, output: ['html', 'json'], logLevel: 'error' },
    );
    const { categories, audits, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`${page || '/'}: ${runtimeError.message}`);
    const name = page.replaceAll('/', '-').replace(/\.html$/, '') || 'index';
    for (const [number, ending] of ['html', 'json'].entries()) {
      await writeFile(path.join(FOLDER, `${name}.${ending}`), result.report[number]);
    }
    const points = (category) => Math.round((category.score ?? 0) * 100);
    console.log(`/${page}: ${Object.values(categories).map((one) => `${one.title} ${points(one)}`).join(', ')}`);
    const told = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
    console.log(`  ${told.map((id) => `${audits[id].title} ${audits[id].displayValue}`).join(', ')}`);
    for (const [id, category] of Object.entries(categories)) {
      const failed = category.auditRefs
        .filter(({ weight, id: audit }) => weight > 0 && audits[audit].score !== null && audits[audit].score < 1)
        .map(({ id: audit }) => `  ${id}: ${audit}: ${audits[audit].title} (${audits[audit].score})`);
      if (failed.length > 0) console.log(failed.join('\n'));
      if (MUST_BE_FULL.includes(id) && points(category) < 100) short.push(`/${page}: ${category.title} ${points(category)}`);
    }
  }
} finally {
  await chrome.kill();
  await server.stop();
}
console.log(`reports in ${FOLDER}`);
if (short.length > 0) {
  console.error(`below 100: ${short.join('; ')}`);
  process.exitCode = 1;
}
