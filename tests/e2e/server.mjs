// The server of the release site as a child process: xtask's own, without building.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What Chromium is told: without this it looks for its own servers, and needs a display or a user's sandbox. */
export const BROWSER_WORDS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A port on 127.0.0.1 that nobody holds at this moment. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * The program and its words that serve a folder as it is.
 *
 * @param {{ port: number, dir?: string, base?: string }} wanted port 0 takes a free one; `dir` is by
 *   default the release site; `base` is the path under which it stands
 */
export function serveCommand({ port, dir = process.env.ACCORD_DIST ?? path.join(root, 'dist'), base = '/' }) {
  const words = ['serve', '--port', String(port), '--dir', dir, '--base', base];
  const program = process.env.ACCORD_XTASK;
  return program ? { program, words } : { program: 'cargo', words: ['xtask', ...words] };
}

/**
 * Starts a server of its own, which a story can stop and start again at the same address: the only
 * way to cut off a page that has a service worker, which `context.setOffline` does not reach.
 *
 * @param {{ dir?: string, base?: string }} [wanted] as in {@link serveCommand}
 * @returns {Promise<{ origin: string, url: string, stop: () => Promise<void>, start: () => Promise<void> }>}
 *   a running server; `url` is the site's first page
 */
export async function restartableServer(wanted = {}) {
  let child;
  let port = 0;
  let url;

  // The whole group: where cargo stands between, killing cargo alone would leave the server.
  const kill = () => child && process.kill(-child.pid, 'SIGKILL');

  async function start() {
    if (child) return;
    const { program, words } = serveCommand({ ...wanted, port });
    const started = spawn(program, words, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    started.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    url = await new Promise((resolve, reject) => {
      started.once('error', reject);
      started.once('exit', () => reject(new Error(`the server did not start: ${complaint.trim()}`)));
      createInterface({ input: started.stdout }).on('line', (line) => {
        const address = / at (http:\S+)/.exec(line)?.[1];
        if (address) resolve(address);
      });
    });
    port = Number(new URL(url).port);
    child = started;
    process.once('exit', kill);
  }

  async function stop() {
    if (!child) return;
    const ended = once(child, 'exit');
    process.off('exit', kill);
    kill();
    child = undefined;
    await ended;
  }

  await start();
  return { origin: new URL(url).origin, url, start, stop };
}
