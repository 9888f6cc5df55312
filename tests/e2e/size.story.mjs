// What the first load weighs, compressed, against the budgets that are committed (tests/bench/budget.json, bytes of brotli): more is a
// fault, and much less wants the budget lowered, so that what was won stays won.

import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { test, expect } from './support.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const dist = process.env.ACCORD_DIST ?? path.join(root, 'dist');
const LOOSE = 0.95;

test('the first load stays within its budgets', async () => {
  const budgets = JSON.parse(await readFile(path.join(root, 'tests/bench/budget.json'), 'utf8'));
  const names = await readdir(dist);
  for (const [part, budget] of Object.entries(budgets)) {
    const pattern = new RegExp(`^${part.replaceAll('.', '\\.').replace('*', '[0-9a-f]{12}')}\\.br$`);
    const found = names.filter((name) => pattern.test(name));
    expect(found, `one file is meant by ${part}`).toHaveLength(1);
    const { size } = await stat(path.join(dist, found[0]));
    expect.soft(size, `${part}: at most ${budget} bytes`).toBeLessThanOrEqual(budget);
    expect.soft(size, `${part}: ${budget} is loose now, lower it`).toBeGreaterThanOrEqual(Math.floor(budget * LOOSE));
  }
});
