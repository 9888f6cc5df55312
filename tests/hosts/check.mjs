// The built site behind real servers, with the files of deploy/: headers, types, caching, compressed variants, sub-path, errors. And an
// independent reader of content security policies (csp_evaluator, by Google), which may find nothing of high severity.
//
//   node tests/hosts/check.mjs dist [--figures]     cargo xtask test hosts
//
// A server that is not installed is not tried, and that is said. `--figures` measures with wrk how many first loads nginx serves.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'node:http';
import evaluator from 'csp_evaluator/dist/evaluator.js';
import parser from 'csp_evaluator/dist/parser.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { freePort } from '../e2e/server.mjs';
import { figures } from './figures.mjs';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [site = path.join(home, 'dist'), ...options] = process.argv.slice(2);
const dist = path.resolve(site);
const place = mkdtempSync(path.join(os.tmpdir(), 'accord-hosts-'));
// nginx reads as another user.
chmodSync(place, 0o755);
const faults = [];
let checks = 0;

function check(what, right) {
  checks += 1;
  if (!right) faults.push(what);
}

const there = (program) => [...(process.env.PATH ?? '').split(':'), '/sbin'].map((folder) => path.join(folder, program)).find(existsSync);

/** An answer as it came over the wire: nothing is unpacked, no redirect is followed, no path is put right. */
function ask(port, address, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: address, method, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function answers(port) {
  for (let times = 0; times < 200; times += 1) {
    const answer = await ask(port, '/').catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no server answers at ${port}`);
}

// ---------------------------------------------------------------- the servers

/** nginx with deploy/nginx.conf; only port and folder are others. */
function nginx(port) {
  const program = there('nginx');
  if (!program) return null;
  const text = readFileSync(path.join(home, 'deploy/nginx.conf'), 'utf8').replace('listen 8080;', `listen 127.0.0.1:${port};`);
  const load = 'load_module modules/ngx_http_brotli_static_module.so;\n';
  const tried = path.join(place, 'tried.conf');
  writeFileSync(tried, `${load}pid ${place}/tried.pid;\nevents {}\n`);
  const brotli = spawnSync(program, ['-t', '-e', `${place}/nginx.log`, '-c', tried]).status === 0;
  const own = text.replaceAll('/srv/accord-checklist', site2).replace('# brotli_static on;', brotli ? 'brotli_static on;' : '');
  const whole = `${brotli ? load : ''}worker_processes auto;
pid ${place}/nginx.pid;
error_log ${place}/nginx.log;
events { worker_connections 4096; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path ${place}/a; proxy_temp_path ${place}/b; fastcgi_temp_path ${place}/c; uwsgi_temp_path ${place}/d; scgi_temp_path ${place}/e;
${own}
}
`;
  writeFileSync(path.join(place, 'nginx.conf'), whole);
  const version = spawnSync(program, ['-v']).stderr.toString().trim().replace('nginx version: ', '');
  return { name: version, brotli, child: spawn(program, ['-e', `${place}/nginx.log`, '-c', path.join(place, 'nginx.conf'), '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'inherit'] }) };
}

/** Caddy with deploy/Caddyfile; only port and folder are others. */
function caddy(port) {
  const program = there('caddy');
  if (!program) return null;
  const text = readFileSync(path.join(home, 'deploy/Caddyfile'), 'utf8');
  const own = text.replace(':8080 {', `http://127.0.0.1:${port} {`).replaceAll('/srv/accord-checklist', site2);
  writeFileSync(path.join(place, 'Caddyfile'), `{\n\tadmin off\n}\n${own}`);
  const env = { ...process.env, XDG_DATA_HOME: place, XDG_CONFIG_HOME: place };
  const version = spawnSync(program, ['version']).stdout.toString().trim().split(' ')[0];
  return { name: `caddy/${version}`, brotli: true, child: spawn(program, ['run', '--adapter', 'caddyfile', '--config', path.join(place, 'Caddyfile')], { env, stdio: 'ignore' }) };
}

/** xtask's own server, which reads the `_headers` of Netlify and Cloudflare. */
function own(port) {
  const program = process.env.ACCORD_XTASK;
  if (!program) return null;
  return { name: '_headers, read by xtask', brotli: true, root: true, child: spawn(program, ['serve', '--port', String(port), '--dir', site2], { cwd: home, stdio: 'ignore' }) };
}

// ---------------------------------------------------------------- what must hold

/** The site that is served: the built one, with a page in embed/ where the build has none yet, and a file that nobody may read. */
const site2 = path.join(place, 'site');
const copied = spawnSync('cp', ['-r', dist, site2]);
if (copied.status !== 0) throw new Error(`${dist} cannot be copied`);
const embeds = path.join(site2, 'embed');
mkdirSync(embeds, { recursive: true });
writeFileSync(path.join(embeds, 'tried.html'), '<!DOCTYPE html><title>embedded</title>');
mkdirSync(path.join(site2, '.git'));
writeFileSync(path.join(site2, '.git/config'), 'private');

const names = readdirSync(site2).filter((name) => !/\.(br|gz)$/.test(name));
const named = (pattern) => names.find((name) => pattern.test(name)) ?? `missing ${pattern}`;
const policyOfPage = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(path.join(dist, 'index.html'), 'utf8'))?.[1] ?? '';

const NEVER = 'no-cache';
const EVER = 'public, max-age=31536000, immutable';
/** Address, type, caching; all of them in a place that the build knows. */
const FILES = [
  ['', /^text\/html; charset=utf-8$/i, NEVER],
  ['index.html', /^text\/html; charset=utf-8$/i, NEVER],
  ['km/', /^text\/html; charset=utf-8$/i, NEVER],
  ['th/', /^text\/html; charset=utf-8$/i, NEVER],
  ['o/KLD-6b.html', /^text\/html; charset=utf-8$/i, NEVER],
  ['data/duties.csv', /^text\/csv; charset=utf-8$/i, NEVER],
  ['data/catalogue.en.json', /^application\/json$/, NEVER],
  ['data/sources.bib', /^application\/x-bibtex; charset=utf-8$/i, NEVER],
  ['data/codebook.md', /^text\/markdown; charset=utf-8$/i, NEVER],
  ['feed.xml', /^application\/xml; charset=utf-8$/i, null],
  ['sw.js', /^text\/javascript; charset=utf-8$/i, NEVER],
  ['icon.svg', /^image\/svg\+xml; charset=utf-8$/i, null],
  ['manifest.webmanifest', /^application\/manifest\+json$/, NEVER],
  [named(/^app-.*\.wasm$/), /^application\/wasm$/, EVER],
  [named(/^later-.*\.wasm$/), /^application\/wasm$/, EVER],
  [named(/^words\.km-.*\.wasm$/), /^application\/wasm$/, EVER],
  [named(/^app-.*\.js$/), /^text\/javascript; charset=utf-8$/i, EVER],
  [named(/^boot-.*\.js$/), /^text\/javascript; charset=utf-8$/i, EVER],
  [named(/^style-[0-9a-f]{12}\.css$/), /^text\/css; charset=utf-8$/i, EVER],
  [named(/^text\.en-.*\.json$/), /^application\/json$/, EVER],
  [named(/^text\.km-.*\.json$/), /^application\/json$/, EVER],
];

const parts = (policy) => new Set(policy.split(/[;,]/).map((part) => part.trim()));

function closes(what, { headers }, framing, fetching) {
  const policy = parts(headers['content-security-policy'] ?? '');
  for (const part of parts(policyOfPage)) check(`${what}: its policy lacks ${part}`, policy.has(part));
  check(`${what}: frames: ${[...policy].at(-1)}`, policy.has(`frame-ancestors ${framing}`));
  check(`${what}: more than one word on frames`, [...policy].filter((part) => part.startsWith('frame-ancestors')).length === 1);
  check(`${what}: nosniff`, headers['x-content-type-options'] === 'nosniff');
  check(`${what}: referrer`, headers['referrer-policy'] === 'no-referrer');
  check(`${what}: permissions`, /camera=\(\)/.test(headers['permissions-policy'] ?? ''));
  check(`${what}: COOP`, headers['cross-origin-opener-policy'] === 'same-origin');
  check(`${what}: CORP ${headers['cross-origin-resource-policy']}`, headers['cross-origin-resource-policy'] === fetching);
}

async function holds(server, port, base) {
  const at = (file) => `${server.name} ${base}${file}`;
  for (const [file, type, keeping] of FILES) {
    const answer = await ask(port, base + file);
    check(`${at(file)}: ${answer.status}`, answer.status === 200);
    check(`${at(file)}: type ${answer.headers['content-type']}`, type.test(answer.headers['content-type'] ?? ''));
    if (keeping) check(`${at(file)}: caching ${answer.headers['cache-control']}`, answer.headers['cache-control'] === keeping);
    check(`${at(file)}: packed though nobody asked`, !answer.headers['content-encoding']);
    const disk = readFileSync(path.join(site2, file.endsWith('/') || file === '' ? `${file}index.html` : file));
    check(`${at(file)}: other bytes than on disk`, disk.equals(answer.body));
    closes(at(file), answer, "'none'", 'same-origin');
    for (const [asked, token, ending] of [['gzip, deflate, br', 'br', '.br'], ['gzip', 'gzip', '.gz']]) {
      if (token === 'br' && !server.brotli) continue;
      const packed = await ask(port, base + file, { headers: { 'accept-encoding': asked } });
      const onDisk = path.join(site2, `${file.endsWith('/') || file === '' ? `${file}index.html` : file}${ending}`);
      if (!existsSync(onDisk)) continue;
      check(`${at(file)}: ${token} asked, ${packed.headers['content-encoding']} came`, packed.headers['content-encoding'] === token);
      check(`${at(file)}: type of ${token}`, type.test(packed.headers['content-type'] ?? ''));
      check(`${at(file)}: not the ${token} of the build`, readFileSync(onDisk).equals(packed.body));
      check(`${at(file)}: Vary ${packed.headers.vary}`, /accept-encoding/i.test(packed.headers.vary ?? ''));
    }
    const tag = answer.headers.etag;
    const again = await ask(port, base + file, { headers: { 'if-none-match': tag ?? '' } });
    check(`${at(file)}: sent again though known: ${again.status}`, again.status === 304);
  }
  const embedded = await ask(port, `${base}embed/tried.html`);
  check(`${at('embed/')}: ${embedded.status}`, embedded.status === 200);
  closes(at('embed/'), embedded, '*', 'cross-origin');
  for (const file of ['nothing.html', 'nothing-0123456789ab.js', 'o/nothing.html', '_headers', '.git/config', '../Cargo.toml', '%2e%2e/Cargo.toml', 'embed/../../x', 'KLD-6b']) {
    const lost = await ask(port, base + file);
    check(`${at(file)}: ${lost.status}, not 404`, [400, 403, 404].includes(lost.status));
    check(`${at(file)}: what is not there is kept for ever`, lost.status !== 404 || server.root || lost.headers['cache-control'] === NEVER);
    check(`${at(file)}: shows what is private`, !/private|frame-ancestors 'none'\n/.test(lost.body.toString()));
    if (lost.status === 404) check(`${at(file)}: frames`, parts(lost.headers['content-security-policy'] ?? '').has("default-src 'none'"));
    if (file === 'nothing.html') closes(at(file), lost, "'none'", 'same-origin');
  }
  const lost = (await ask(port, `${base}nothing.html`)).body.toString();
  check(`${at('nothing.html')}: not the page of the site`, lost.includes('checklist') && lost.length > 1000);
  const post = await ask(port, base, { method: 'POST' });
  check(`${at('')}: POST ${post.status}`, [404, 405].includes(post.status));
  if (base !== '/') {
    const bare = await ask(port, base.slice(0, -1));
    check(`${at('')}: without the slash: ${bare.status} ${bare.headers.location}`, [301, 302, 308].includes(bare.status) && bare.headers.location === base);
  }
}

// ---------------------------------------------------------------- another reader of the policy

function evaluated(what, policy) {
  const { csp } = new parser.CspParser(policy);
  const findings = new evaluator.CspEvaluator(csp, evaluator.Version?.CSP3 ?? 3).evaluate();
  for (const finding of findings) {
    const severity = Object.keys(Severity).find((key) => Severity[key] === finding.severity) ?? String(finding.severity);
    console.log(`csp_evaluator on ${what}: ${severity}: ${finding.directive} ${finding.value ?? ''}: ${finding.description}`);
    check(`csp_evaluator on ${what}: ${severity}: ${finding.description}`, ![Severity.HIGH, Severity.SYNTAX].includes(finding.severity));
  }
  if (findings.length === 0) console.log(`csp_evaluator on ${what}: nothing found`);
}

try {
  check('the page has a policy', policyOfPage.includes("default-src 'none'"));
  evaluated('the page', policyOfPage);
  for (const [name, start] of [['nginx', nginx], ['caddy', caddy], ['xtask', own]]) {
    const port = await freePort();
    const server = start(port);
    if (!server) {
      console.log(`${name}: not tried, it is not installed`);
      continue;
    }
    const before = checks;
    try {
      await answers(port);
      await holds(server, port, '/');
      if (!server.root) await holds(server, port, '/accords/');
      if (!server.root) evaluated(server.name, (await ask(port, '/')).headers['content-security-policy']);
      console.log(`${server.name}: ${checks - before} checks${server.brotli ? '' : ' (without brotli: its module is not installed)'}`);
      if (name === 'nginx' && options.includes('--figures')) figures(port, dist);
    } finally {
      server.child.kill('SIGTERM');
    }
  }
} finally {
  rmSync(place, { recursive: true, force: true, maxRetries: 5 });
}
for (const fault of faults) console.error(`FAULT ${fault}`);
console.log(`hosts: ${checks - faults.length} passed, ${faults.length} failed`);
process.exitCode = faults.length ? 1 : 0;
