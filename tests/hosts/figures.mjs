// How many first loads a server gives: wrk asks for all files of a first visit in turn, compressed, over kept connections.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The files that the page of a site asks for at a first visit, itself first. */
function firstLoad(dist) {
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const head = page.slice(0, page.indexOf('</head>'));
  const linked = [...head.matchAll(/<(?:link rel="(?:stylesheet|modulepreload|preload|icon|manifest)" href|script src|script type="module" src|meta name="accord-prose" content)="([^"]+)"/g)];
  return ['', ...new Set(linked.map(([, file]) => file.replace(/^\.\//, '')).filter((file) => !file.startsWith('noscript')))];
}

/** Prints wrk's figures for the site of a folder that a server of this machine gives at a port. */
export function figures(port, dist) {
  const files = firstLoad(dist);
  const script = path.join(mkdtempSync(path.join(os.tmpdir(), 'accord-wrk-')), 'first-load.lua');
  writeFileSync(script, `local paths = { ${files.map((file) => `"/${file}"`).join(', ')} }
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Encoding"] = "br" })
end
`);
  const sizes = files.map((file) => {
    const whole = path.join(dist, file || 'index.html');
    try {
      return statSync(`${whole}.br`).size;
    } catch {
      return statSync(whole).size;
    }
  });
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`a first load: ${files.length} files, ${bytes} bytes compressed`);
  for (const connections of [10, 100, 1000]) {
    const run = spawnSync('wrk', ['-t2', `-c${connections}`, '-d10s', '--latency', '-s', script, `http://127.0.0.1:${port}/`]);
    if (run.error) return console.log('wrk is not installed');
    const said = run.stdout.toString();
    const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]);
    const find = (pattern) => pattern.exec(said)?.[1] ?? 'none';
    console.log(
      `${connections} connections: ${Math.round(rate)} requests a second, ${Math.round(rate / files.length)} first loads a second, ` +
        `${find(/Transfer\/sec:\s+(\S+)/)} a second, half within ${find(/50%\s+(\S+)/)}, 99 of 100 within ${find(/99%\s+(\S+)/)}, ` +
        `errors: ${find(/Socket errors: (.*)/)}, other answers than 2xx and 3xx: ${find(/Non-2xx or 3xx responses: (\d+)/)}`,
    );
  }
}
