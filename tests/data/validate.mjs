// Reads the open data of a built site with software that is not ours: the JSON against its schema with Ajv (draft 2020-12), the tables
// with Python's csv. Use: node tests/data/validate.mjs <site folder>
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const folder = process.argv[2];
if (!folder) {
  console.error('validate: name the folder of the site');
  process.exit(2);
}
const data = join(folder, 'data');
const read = (name) => JSON.parse(readFileSync(join(data, name), 'utf8'));
const faults = [];

const schema = read('catalogue.schema.json');
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const catalogues = readdirSync(data).filter((name) => /^catalogue\.[a-z]{2}\.json$/.test(name));
if (catalogues.length === 0) faults.push('there is no catalogue.<language>.json');
for (const name of catalogues) {
  const value = read(name);
  if (value.$schema !== 'catalogue.schema.json') faults.push(`${name}: names another schema: ${value.$schema}`);
  if (!validate(value)) for (const error of validate.errors.slice(0, 20)) faults.push(`${name}${error.instancePath}: ${error.message}`);
  faults.push(...broken(value).map((what) => `${name}: the schema lets pass ${what}`));
}

// The same data made wrong in one place: the schema must refuse each.
function broken(value) {
  const cases = {
    'a status that does not exist': (copy) => { copy.instruments[0].obligations[0].baseline[0].status = 'done'; },
    'a date with a time but no zone': (copy) => { copy.events[0].date = '2025-12-27T12:00'; },
    'a field that nobody described': (copy) => { copy.instruments[0].obligations[0].score = 3; },
    'an instrument without a name': (copy) => { delete copy.instruments[0].name; },
    'a text in several languages': (copy) => { copy.glossary[0].term = { en: 'x' }; },
    'a basis of another kind': (copy) => { copy.instruments[0].obligations[0].baseline[0].basis = 'own'; },
  };
  return Object.entries(cases).filter(([, spoil]) => {
    const copy = structuredClone(value);
    spoil(copy);
    return validate(copy);
  }).map(([what]) => what);
}

// The review file: examples that are kept fit its schema, and spoilt ones do not.
const ofReview = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(read('review.schema.json'));
const golden = join(dirname(fileURLToPath(import.meta.url)), '../golden/review-v2-folded.json');
const example = () => JSON.parse(readFileSync(golden, 'utf8'));
if (!ofReview(example())) faults.push(...ofReview.errors.map((error) => `review-v2-folded.json${error.instancePath}: ${error.message}`));
for (const [what, spoil] of Object.entries({
  'a status that does not exist': (copy) => { copy.assessments['KLD-6b/thailand'].status = 'done'; },
  'a stamp that is none': (copy) => { copy.created = 'yesterday'; },
  'an act that does not exist': (copy) => { copy.history[0].act = 'praise'; },
  'evidence that is no web address': (copy) => { copy.assessments['KLD-6b/thailand'].evidence = [{ address: 'javascript:x' }]; },
  'a field that nobody described': (copy) => { copy.score = 3; },
})) {
  const copy = example();
  spoil(copy);
  if (ofReview(copy)) faults.push(`review.schema.json lets pass ${what}`);
}

const tables = join(dirname(fileURLToPath(import.meta.url)), 'tables.py');
const python = spawnSync('python3', [tables, data], { encoding: 'utf8' });
if (python.error) faults.push(`python3: ${python.error.message}`);
else if (python.status !== 0) faults.push(...(python.stdout + python.stderr).trim().split('\n'));

const pages = spawnSync(process.execPath, [join(dirname(fileURLToPath(import.meta.url)), 'pages.mjs'), folder], { encoding: 'utf8' });
if (pages.status !== 0) faults.push(...(pages.stdout + pages.stderr).trim().split('\n'));
else console.log(pages.stdout.trim());

for (const fault of faults) console.error(fault);
console.log(`${catalogues.length} catalogue file(s), ${faults.length} fault(s)`);
process.exit(faults.length === 0 ? 0 : 1);
