// How the stories run: in real Chromium, against the release site, served as in production.
//
// `cargo xtask test stories` sets the environment (ACCORD_CHROMIUM, ACCORD_XTASK, ACCORD_DIST);
// without it, Playwright's own browser and `cargo xtask` are used. No retries: a story that fails
// once is wrong, or the page is.

import { defineConfig } from '@playwright/test';
import { BROWSER_WORDS, freePort, serveCommand } from './server.mjs';

// Playwright reads this file once in each of its processes; all must agree on the port.
process.env.ACCORD_STORY_PORT ??= String(await freePort());
const port = Number(process.env.ACCORD_STORY_PORT);
const { program, words } = serveCommand({ port });

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.story.mjs',
  outputDir: './output',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    // What two runs on one machine may differ by: next to nothing. A column that moves changes twenty times as many pixels.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', threshold: 0.2, maxDiffPixelRatio: 0.0005 },
  },
  // Kept pictures (looks.story.mjs) are made on purpose, never in passing.
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  updateSnapshots: 'none',
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    // The date formats and words of the page follow the browser's language.
    locale: 'en-GB',
    timezoneId: 'Asia/Phnom_Penh',
    screenshot: 'only-on-failure',
    // What is recorded of each act took a third of the time of all stories. For one that fails: `cargo xtask test stories FILE --trace on`.
    trace: 'off',
    launchOptions: {
      executablePath: process.env.ACCORD_CHROMIUM || undefined,
      args: BROWSER_WORDS,
    },
  },
  webServer: {
    command: [program, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' '),
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
