// What the files of the program are made of: the sections of each, the code by crate, and the largest functions.
//
//   node tests/bench/size.mjs [how many functions]
//
// `cargo xtask bench size` builds the site before. Reads what build_site left beside the compiled program: the parts as the site has them,
// and the names of their functions, which are not in them (`src/site/program.rs`). Bytes of brotli are those of a section by itself.

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const most = Number(process.argv[2] ?? 30);
const folder = path.resolve(import.meta.dirname, '../../target/wasm32-unknown-unknown/release/parts');
const SECTIONS = { 0: 'custom', 1: 'types', 2: 'imports', 3: 'functions', 4: 'tables', 5: 'memory', 6: 'globals', 7: 'exports', 9: 'elements', 10: 'code', 11: 'data', 12: 'data count' };
/** Kinds of imports. */
const [FUNCTION, TABLE, MEMORY, GLOBAL] = [0, 1, 2, 3];

/** Goes through a module: its sections, how many functions it imports, and how long each of its own is. */
function taken(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  /** Goes past something that says first how long it is; answers with that length. */
  const skip = () => {
    const length = number();
    at += length;
    return length;
  };
  const found = { sections: [], imported: 0, functions: [] };
  while (at < bytes.length) {
    const from = at;
    const kind = bytes[at++];
    const end = number() + at;
    if (kind === 2) {
      for (let left = number(); left > 0; left -= 1) {
        skip();
        skip();
        const what = bytes[at++];
        found.imported += what === FUNCTION;
        if (what === FUNCTION) number();
        if (what === GLOBAL) at += 2;
        if (what === TABLE) at += 1;
        // Flags, the least size, and with the first flag the most.
        if (what === TABLE || what === MEMORY) for (let numbers = 2 + (bytes[at] & 1); numbers > 0; numbers -= 1) number();
      }
    }
    if (kind === 10) for (let left = number(); left > 0; left -= 1) found.functions.push(skip());
    found.sections.push([SECTIONS[kind] ?? String(kind), bytes.subarray(from, end)]);
    at = end;
  }
  return found;
}

/** The path that a mangled name (`_ZN…E`) stands for; other names as they are. */
function path_of(name) {
  const plain = name.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  let rest = /^_ZN(.*?)(?:17h[0-9a-f]{16}E)?(?:\.\d+)?$/.exec(plain.replace(/^byn\$mgfn-shared\$/, ''))?.[1];
  if (rest === undefined) return plain;
  const parts = [];
  for (let length; (length = /^\d+/.exec(rest)?.[0]); ) {
    parts.push(rest.slice(length.length, length.length + Number(length)));
    rest = rest.slice(length.length + Number(length));
  }
  const signs = { LT: '<', GT: '>', C: ',', RF: '&', LP: '(', RP: ')', BP: '*', u20: ' ', u7b: '{', u7d: '}', u3b: ';', u5b: '[', u5d: ']', u27: "'", u3d: '=', u2b: '+' };
  return parts.join('::').replace(/\$(\w+?)\$/g, (all, sign) => signs[sign] ?? all).replaceAll('..', '::');
}

/** The crate of a function: the first that its path names. Newer names of the standard library begin with `_R`. */
const crate_of = (name) => (name.startsWith('_R') ? 'std (core, alloc)' : (/[a-z_]\w*(?=::)/.exec(name.replace(/^_?[<&]+(?:dyn |impl |mut )?/, ''))?.[0] ?? 'of the tools'));

const table = (rows) => rows.forEach(([what, ...numbers]) => console.log(`  ${what.slice(0, 110).padEnd(110)}${numbers.map((one) => String(one).padStart(9)).join('')}`));
const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.names') && !name.startsWith('chunk_'));
if (names.length === 0) throw new Error(`${folder} holds no parts of the program: build the site`);
for (const name of names.sort()) {
  const part = name.replace('.names', '');
  const bytes = await readFile(path.join(folder, `${part}.small.wasm`));
  const list = (await readFile(path.join(folder, name), 'utf8')).split('\n').filter(Boolean);
  const called = new Map(list.map((line) => [Number(line.slice(0, line.indexOf(':'))), path_of(line.slice(line.indexOf(':') + 1))]));
  const { sections, imported, functions } = taken(bytes);
  console.log(`\n${part}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} in brotli`);
  table([['section', 'bytes', 'brotli'], ...sections.map(([what, content]) => [what, content.length, brotliCompressSync(content).length])]);
  if (!/^(app_bg|split_later)$/.test(part)) continue;
  const sized = functions.map((length, number) => [called.get(imported + number) ?? '', length]);
  const crates = new Map();
  for (const [what, length] of sized) crates.set(crate_of(what), (crates.get(crate_of(what)) ?? 0) + length);
  const largest = (rows) => [...rows].sort((one, other) => other[1] - one[1]);
  table([['crate', 'bytes'], ...largest(crates).slice(0, 20)]);
  table([['function', 'bytes'], ...largest(sized).slice(0, most)]);
}
