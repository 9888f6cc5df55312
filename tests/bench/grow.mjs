// A catalogue folder with many more obligations than the real one, to measure how costs grow: the real folder, and copies of every
// obligation under new ids and slots. Copies say what the original says; the titles carry their number.
//
//   node tests/bench/grow.mjs folder [obligations]

import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const [folder, least = 5_000] = process.argv.slice(2);
const catalogue = path.resolve(import.meta.dirname, '../../catalogue');
await rm(folder, { recursive: true, force: true });
await cp(catalogue, folder, { recursive: true });

const HEAD = /^\[\[obligation\]\]$/m;
const instruments = path.join(folder, 'instruments');
const files = [];
for (const name of await readdir(instruments)) {
  const [head, ...blocks] = (await readFile(path.join(instruments, name), 'utf8')).split(HEAD);
  files.push({ name, head, blocks });
}
const real = files.reduce((sum, file) => sum + file.blocks.length, 0);
const copies = Math.ceil(least / real) - 1;
let slot = real;
for (const { name, head, blocks } of files) {
  const all = [...blocks];
  for (let copy = 1; copy <= copies; copy += 1) {
    for (const block of blocks) {
      all.push(
        block
          .replace(/^id = "(.*)"$/m, (_, id) => `id = "${id}-x${copy}"`)
          .replace(/^slot = \d+$/m, () => `slot = ${slot++}`)
          .replace(/^title = \{ en = "(.*)" \}$/m, (_, title) => `title = { en = "${title} (${copy})" }`),
      );
    }
  }
  await writeFile(path.join(instruments, name), [head, ...all].join('[[obligation]]'));
}
const editions = path.join(folder, 'editions.toml');
const text = await readFile(editions, 'utf8');
const last = text.lastIndexOf(`slots = ${real}`);
await writeFile(editions, `${text.slice(0, last)}slots = ${slot}${text.slice(last + `slots = ${real}`.length)}`);
console.log(`${slot} obligations in ${folder}`);
