// Holds every static page of a built site to the HTML standard (html-validate), and follows its links within the site, with software that is
// not ours. Use: node tests/data/pages.mjs <site folder>
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { HtmlValidate } from 'html-validate';

const folder = process.argv[2];
if (!folder) {
  console.error('pages: name the folder of the site');
  process.exit(2);
}
const htmlvalidate = new HtmlValidate({ extends: ['html-validate:standard'], root: true });
// The checklists are the program's; the pages beside them are read on their own.
const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html') && !/^(km\/|th\/)?index\.html$/.test(name));
const texts = new Map(pages.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const faults = [];
let links = 0;
for (const [name, text] of texts) {
  const report = await htmlvalidate.validateString(text, name);
  for (const { messages } of report.results) for (const one of messages) faults.push(`${name}:${one.line}: ${one.ruleId}: ${one.message}`);
  for (const [, address] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
    if (/^https?:/.test(address)) continue;
    links += 1;
    const [path, fragment] = address.replaceAll('&amp;', '&').split('#');
    let target = path ? normalize(join(dirname(name), path)) : name;
    if (target.endsWith('/') || target === '.') target = join(target, 'index.html');
    // The page that is not there asks for its script from a folder too.
    if (name.endsWith('404.html') && target.startsWith('..')) continue;
    if (!existsSync(join(folder, target))) faults.push(`${name}: ${address} leads nowhere`);
    else if (fragment && texts.has(target) && !texts.get(target).includes(` id="${fragment}"`)) faults.push(`${name}: ${address}: no such place`);
  }
}
for (const fault of faults.slice(0, 40)) console.error(fault);
console.log(`${texts.size} pages, ${links} links, ${faults.length} fault(s)`);
process.exit(faults.length === 0 ? 0 : 1);
