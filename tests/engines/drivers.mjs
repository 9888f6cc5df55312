// Three browsers, driven alike: Chromium and WebKitGTK by WebDriver (their own drivers), Firefox by WebDriver BiDi, which it speaks itself.
// All are those of Debian. A driver has `goto`, `run` (a function in the page), `find` (the same, for an element), `click`, `upload`, `quit`.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';
import { freePort } from '../e2e/server.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tries until something is there. */
async function until(what, tried, times = 150) {
  let last;
  for (let time = 0; time < times; time += 1) {
    try {
      const answer = await tried();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    await pause(100);
  }
  throw new Error(`${what}${last ? `: ${last.message}` : ''}`);
}

const onPath = (program) => (process.env.PATH ?? '').split(':').map((folder) => path.join(folder, program)).find(existsSync);

/** A program with a folder of its own for what it writes; `end` stops it and what it started. */
function started(program, words, more = {}, third = 'ignore') {
  const home = mkdtempSync(path.join(os.tmpdir(), 'accord-engine-'));
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, XDG_CACHE_HOME: path.join(home, 'cache'), ...more };
  const child = spawn(program, words.map((word) => word.replace('HOME', home)), { env, detached: true, stdio: ['ignore', 'ignore', 'ignore', third] });
  const kill = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', kill);
  return {
    home,
    third: child.stdio[3],
    end: () => {
      process.off('exit', kill);
      kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

// ---------------------------------------------------------------- WebDriver

async function webDriver(port, capabilities, ended) {
  async function ask(method, address, body) {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  }
  const { sessionId, capabilities: got } = await until('the driver does not answer', () =>
    ask('POST', '/session', { capabilities: { alwaysMatch: capabilities } }),
  );
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1440, height: 1000 });
  const script = (work, words) => ask('POST', `${session}/execute/sync`, { script: `return (${work}).apply(null, arguments)`, args: words });
  return {
    version: got.browserVersion,
    goto: (url) => ask('POST', `${session}/url`, { url }),
    reload: () => ask('POST', `${session}/refresh`, {}),
    run: script,
    find: script,
    click: (found) => ask('POST', `${session}/element/${found[ELEMENT]}/click`, {}),
    upload: (found, file) => ask('POST', `${session}/element/${found[ELEMENT]}/value`, { text: file }),
    quit: async () => {
      await ask('DELETE', session).catch(() => {});
      ended();
    },
  };
}

/** Chromium by ChromeDriver. */
export async function chromium() {
  const driver = process.env.ACCORD_CHROMEDRIVER || onPath('chromedriver');
  const binary = process.env.ACCORD_CHROMIUM || onPath('chromium');
  if (!driver || !binary) return null;
  const port = await freePort();
  const child = started(driver, [`--port=${port}`]);
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--window-size=1440,1000', `--user-data-dir=${child.home}/profile`];
  return webDriver(port, { 'goog:chromeOptions': { binary, args } }, child.end);
}

/** WebKitGTK by WebKitWebDriver and its own small browser, in a display that nobody sees. */
export async function webkit() {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  if (!driver || !display) return null;
  // The display says on its third channel which number it has.
  const screen = started(display, ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'], {}, 'pipe');
  const [said] = await once(screen.third, 'data');
  const port = await freePort();
  const child = started(driver, [`--port=${port}`], {
    DISPLAY: `:${said.toString().trim()}`,
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  });
  return webDriver(port, {}, () => {
    child.end();
    screen.end();
  });
}

// ---------------------------------------------------------------- WebDriver BiDi

/** Firefox, which speaks WebDriver BiDi over a socket of its own. */
export async function firefox() {
  const binary = onPath('firefox-esr') ?? onPath('firefox');
  if (!binary) return null;
  const port = await freePort();
  const words = ['--headless', '--no-remote', '--profile', 'HOME', '--width', '1440', '--height', '1000', `--remote-debugging-port=${port}`];
  const child = started(binary, words, { MOZ_HEADLESS: '1', MOZ_DISABLE_CONTENT_SANDBOX: '1' });
  writeFileSync(path.join(child.home, 'user.js'), 'user_pref("datareporting.policy.dataSubmissionEnabled", false);\nuser_pref("app.update.enabled", false);\n');
  const socket = await until('Firefox does not answer', async () => {
    const tried = new WebSocket(`ws://127.0.0.1:${port}/session`);
    await new Promise((resolve, reject) => {
      tried.once('open', resolve);
      tried.once('error', reject);
    });
    return tried;
  });
  let number = 0;
  const waiting = new Map();
  socket.on('message', (text) => {
    const message = JSON.parse(text);
    const waits = waiting.get(message.id);
    if (!waits) return;
    waiting.delete(message.id);
    if (message.type === 'error') waits.reject(new Error(`${message.error}: ${message.message}`));
    else waits.resolve(message.result);
  });
  const ask = (method, params) =>
    new Promise((resolve, reject) => {
      number += 1;
      waiting.set(number, { resolve, reject });
      socket.send(JSON.stringify({ id: number, method, params }));
    });
  const { capabilities } = await ask('session.new', { capabilities: {} });
  const { contexts } = await ask('browsingContext.getTree', {});
  const { context } = contexts[0];
  await ask('browsingContext.setViewport', { context, viewport: { width: 1440, height: 1000 } });
  async function call(work, words, raw) {
    const { type, result, exceptionDetails } = await ask('script.callFunction', {
      // The answer comes as JSON but for elements.
      functionDeclaration: raw ? `function (words) { return (${work}).apply(null, JSON.parse(words)) }` : `function (words) { return JSON.stringify((${work}).apply(null, JSON.parse(words)) ?? null) }`,
      arguments: [{ type: 'string', value: JSON.stringify(words) }],
      target: { context },
      awaitPromise: true,
    });
    if (type === 'exception') throw new Error(exceptionDetails.text);
    if (raw) return result.sharedId ? { sharedId: result.sharedId } : null;
    return JSON.parse(result.value ?? 'null');
  }
  return {
    version: capabilities.browserVersion,
    goto: (url) => ask('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => ask('browsingContext.reload', { context, wait: 'complete' }),
    run: (work, words = []) => call(work, words, false),
    find: (work, words = []) => call(work, words, true),
    click: async (found) => {
      const origin = { type: 'element', element: found };
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await ask('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    upload: (found, file) => ask('input.setFiles', { context, element: found, files: [file] }),
    quit: async () => {
      socket.close();
      child.end();
    },
  };
}

export { until };
