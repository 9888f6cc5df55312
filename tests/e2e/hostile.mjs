// What an attacker would make: links, files, stored values, pasted text, titles and addresses. Each row is a name, the input, and what the
// page shows of it. `hostile.story.mjs` gives them to the page.

const big = (text, times) => text.repeat(times);
const MILLION = 1_000_000;

/** Texts that would run something if they became markup. `pwned` is watched. */
export const SCRIPTS = [
  '<script>pwned(1)</script>',
  '<img src=x onerror=pwned(2)>',
  '"><svg onload=pwned(3)>',
  "'><iframe srcdoc='<script>parent.pwned(4)</script>'>",
  '<a href="javascript:pwned(5)">x</a>',
  '</textarea><script>pwned(6)</script>',
  '</title></style></noscript><img src onerror=pwned(7)>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=pwned(8)>',
  '<template><script>pwned(9)</script></template>',
  '{{constructor.constructor("pwned(10)")()}}',
  '${pwned(11)}',
  '&lt;script&gt;pwned(12)&lt;/script&gt;',
  '<!--><img src onerror=pwned(13)>-->',
  '<object data="data:text/html,<script>parent.pwned(14)</script>"></object>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
];
/** Names that every object of JavaScript has. */
export const PROTOTYPE = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'length'];

const ALL = 'all';
const NONE = 'none';
const DAMAGED = 'damaged';

/** Fragments: what of the list is seen, or `damaged`, or the name of a view, or the id of an obligation. */
export const LINKS = [
  ...SCRIPTS.map((text, at) => [`script ${at + 1} as a place`, text, ALL]),
  ...SCRIPTS.map((text, at) => [`script ${at + 1} as words to look for`, `?q=${encodeURIComponent(text)}`, NONE]),
  ...PROTOTYPE.map((name) => [`${name} as a place`, name, ALL]),
  ...PROTOTYPE.map((name) => [`${name} in every filter`, `?status=${name}&text=${name}&theme=${name}&by=${name}&kind=${name}&group=${name}&sort=${name}&${name}=${name}`, ALL]),
  ['an obligation behind a prototype name', '__proto__.KLD-1a', ALL],
  ['an address of JavaScript', 'javascript:pwned(1)', ALL],
  ['an address of JavaScript as words', '?q=javascript:pwned(1)', NONE],
  ['an address of another site', '//evil.example/', ALL],
  ['a path upwards', '../../../etc/passwd', ALL],
  ['a percent sign alone', '%', ALL],
  ['half a percent sequence', '?q=%E0%A4%A', NONE],
  ['percent sequences that are no UTF-8', '?q=%ff%fe%fd', NONE],
  ['a NUL', '%00', ALL],
  ['a NUL in the words', '?q=a%00b', NONE],
  ['half a letter', '?q=\ud800x', NONE],
  ['letters that turn the line', '?q=%E2%80%AEzzz', NONE],
  ['letters that nobody sees, as a place', '\u200b\u200b\u2060', ALL],
  ['nothing but signs', '?&=&&==?q&', ALL],
  ['the same filter a thousand times', `?${big('status=fulfilled&', 1000)}text=KLD`, 'some'],
  ['a filter with ten thousand values', `?text=${big('x,', 10_000)}`, ALL],
  ['words of a million letters', `?q=${big('z', MILLION)}`, NONE],
  ['a place of a million letters', big('A', MILLION), ALL],
  ['a million brackets', `?q=${big('(', MILLION)}`, NONE],
  ['a million percent sequences, a third each', `?q=${big('%7A', MILLION / 3)}`, NONE],
  ['a snapshot of a million letters', `s1${big('A', MILLION)}`, DAMAGED],
  ['a snapshot of a million brackets', `s1${big('[', MILLION)}`, DAMAGED],
  ['a snapshot in capitals of a million letters', `Q1${big('A', MILLION)}`, DAMAGED],
  ['a snapshot of nothing', 's1', DAMAGED],
  ['a snapshot that names a length of its own', 's1ffffffffffffffff', DAMAGED],
  ['a snapshot whose length is zero', 's1AAAAAAAAAA', DAMAGED],
  ['a snapshot of a newer form', 's2AAAAAAAAAAAA', DAMAGED],
  ['a snapshot of form nine', 's9AAAAAAAAAAAA', DAMAGED],
  ['a snapshot with a script in it', 's1<script>pwned(1)</script>', DAMAGED],
  ['a snapshot with letters that nobody sees', 's1NAB8h2z\u200bizYAaD', DAMAGED],
  ['a snapshot whose letters were turned', 's1\u202eNAB8h2zizYAaD', DAMAGED],
  ['a snapshot with look-alike letters', 's1NАВ8h2zizYAaD', DAMAGED],
  ['a snapshot and a script behind it', 's1NAB8h2zizYAaD<script>pwned(1)</script>', 'snapshot'],
  ['an obligation with a script behind it', 'KLD-1a<img src onerror=pwned(1)>', ALL],
  ['an obligation with a filter of scripts', 'KLD-1a?text=<img src onerror=pwned(1)>&status=<script>', 'KLD-1a'],
  ['a view with a script behind it', 'overview"><script>pwned(1)</script>', ALL],
  ['an obligation in look-alike letters', 'КLD-1а', ALL],
  ['the id of an element of the page', 'page', ALL],
  ['text fragments of the browser', ':~:text=KLD', ALL],
];

// ---------------------------------------------------------------- files

const review = (more = {}) => ({
  format: 'accord-checklist-review',
  version: 1,
  id: 'hostile',
  name: 'Sent',
  author: 'Somebody',
  created: '1',
  edition: '2026-11',
  assessments: { 'KLD-1a/cambodia': { status: 'fulfilled', changed: 'e677d21fd0000001' } },
  ...more,
});
const text = (more) => JSON.stringify(review(more));
const duty = (said) => text({ assessments: { 'KLD-1a/cambodia': { status: 'fulfilled', changed: 'e677d21fd0000001', ...said } } });
const evidence = (address) => duty({ evidence: [{ address, title: '' }] });
const raw = (inside) => text().replace('"Sent"', inside);

const REFUSED = 'This file was not opened';
const OFFERED = 'Sent';

/** Addresses that are none of the web: refused in a file, and when they are typed. */
export const NO_ADDRESSES = [
  'javascript:pwned(1)',
  'JaVaScRiPt:pwned(1)',
  ' javascript:pwned(1)',
  'java\tscript:pwned(1)',
  'java\nscript:pwned(1)',
  '\u0001javascript:pwned(1)',
  'javascript://example.org/%0Apwned(1)',
  'data:text/html,<script>pwned(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5wd25lZCgxKTwvc2NyaXB0Pg==',
  'vbscript:pwned(1)',
  'blob:https://example.org/x',
  'file:///etc/passwd',
  'about:blank',
  'ftp://example.org/',
  'ws://example.org/',
  '//evil.example/',
  'https:evil.example',
  'https:/evil.example',
  'https://',
  'https://evil.example/a b',
  'https://evil.example/\u0000',
  `https://evil.example/${big('a', 2000)}`,
  'ｈttps://evil.example/',
  'view-source:https://evil.example/',
  'intent://evil.example#Intent;end',
];

/** Files: what the dialog says. */
export const FILES = [
  ['an empty file', '', REFUSED],
  ['a NUL', '\u0000', REFUSED],
  ['brackets without end', big('[', 100_000), REFUSED],
  ['braces without end', big('{"a":', 100_000), REFUSED],
  ['brackets a million deep, closed', big('[', MILLION) + big(']', MILLION), REFUSED],
  ['seventeen brackets in a note of another edition', text({ assessments: { 'NEW-1/asean': JSON.parse(`${big('[', 17)}${big(']', 17)}`) } }), REFUSED],
  ['a page of HTML', '<!DOCTYPE html><script>pwned(1)</script>', REFUSED],
  ['a picture with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="pwned(1)"/>', REFUSED],
  ['a list', '[]', REFUSED],
  ['a number', '1e999', REFUSED],
  ['the word null', 'null', REFUSED],
  ['a prototype for a form', '{"__proto__":{"format":"accord-checklist-review","version":1}}', REFUSED],
  ['a constructor for a form', '{"constructor":{"prototype":{"format":"accord-checklist-review"}}}', REFUSED],
  ['another form', text({ format: '<script>pwned(1)</script>' }), REFUSED],
  ['version zero', text({ version: 0 }), REFUSED],
  ['version minus one', text({ version: -1 }), REFUSED],
  ['version as a text', text({ version: '1' }), REFUSED],
  ['version one and a half', text({ version: 1.5 }), REFUSED],
  ['a version beyond all numbers', text().replace('"version":1', '"version":1e400'), REFUSED],
  ['the name as an object', text({ name: { toString: 'x' } }), REFUSED],
  ['the name as a list', text({ name: ['<script>'] }), REFUSED],
  ['a name with half a letter', raw('"\\ud800"'), REFUSED],
  ['a name of 201 letters', text({ name: big('x', 201) }), REFUSED],
  ['a name of a million letters', text({ name: big('x', MILLION) }), REFUSED],
  ['a note of 4,001 letters', duty({ note: big('x', 4001) }), REFUSED],
  ['twenty-one pieces of evidence', duty({ evidence: Array(21).fill({ address: 'https://example.org/', title: '' }) }), REFUSED],
  ['a status that is a script', duty({ status: '<script>pwned(1)</script>' }), REFUSED],
  ['a status that is a prototype', duty({ status: '__proto__' }), REFUSED],
  ['a basis that is a prototype', duty({ basis: 'constructor' }), REFUSED],
  ['a day that is none', duty({ as_of: '2025-13-45' }), REFUSED],
  ['a day of the year 99999', duty({ as_of: '99999-01-01' }), REFUSED],
  ['a time beyond the year 9999', duty({ changed: 'ffffffffffffffff' }), REFUSED],
  ['a time that is no number', duty({ changed: 'zz' }), REFUSED],
  ['an act that nobody knows', text({ history: [{ stamp: '019b1f2a3c410007', act: '<script>', edits: [] }] }), REFUSED],
  ['assessments as a list', text({ assessments: [1, 2, 3] }), REFUSED],
  ['a duty as a number', text({ assessments: { 'KLD-1a/cambodia': 7 } }), REFUSED],
  ...NO_ADDRESSES.filter((address) => address.trim() === address).map((address) => [`evidence at ${JSON.stringify(address.slice(0, 40))}`, evidence(address), REFUSED]),
  ...PROTOTYPE.map((name) => [`a duty named ${name}`, text().replace('"assessments":{', `"assessments":{${JSON.stringify(name)}:{"status":"fulfilled"},`), OFFERED]),
  ['a duty named by a script', text().replace('"assessments":{', '"assessments":{"<img src onerror=pwned(1)>":{"status":"fulfilled"},'), OFFERED],
  ['a byte order mark before it', `\ufeff${text()}`, OFFERED],
];

/** Names, authors and titles: as they are sent, and as they are seen. */
export const TEXTS = [
  ...SCRIPTS.map((sent) => [sent, sent]),
  ...PROTOTYPE.map((sent) => [sent, sent]),
  ['\u202eweiver laiciffO', '⟨U+202E⟩weiver laiciffO'],
  ['Ministry\u202e\u2066 (draft)', 'Ministry⟨U+202E⟩⟨U+2066⟩ (draft)'],
  ['ASEAN\u200b Observer Team', 'ASEAN⟨U+200B⟩ Observer Team'],
  ['Cam\u00adbodia', 'Cam⟨U+00AD⟩bodia'],
  ['Thai\u2060land', 'Thai⟨U+2060⟩land'],
  ['\ufeffMFAIC', '⟨U+FEFF⟩MFAIC'],
  ['A\u200e\u200fB\u061c', 'A⟨U+200E⟩⟨U+200F⟩B⟨U+061C⟩'],
  ['\u3164', '⟨U+3164⟩'],
  ['a\u0000b\u0007c', 'a⟨U+0000⟩b⟨U+0007⟩c'],
  ['one\ntwo', 'one⟨U+000A⟩two'],
  ['x\u{e0041}\u{e007f}', 'x⟨U+E0041⟩⟨U+E007F⟩'],
  ['\u2028\u2029', '⟨U+2028⟩⟨U+2029⟩'],
  ['ก\u200b\u200bข', 'ก⟨U+200B⟩⟨U+200B⟩ข'],
  ['ក\u200bខ', 'ក\u200bខ'],
  ['Z̸̢̛a̶̡l̵g̷o̴', 'Z̸̢̛a̶̡l̵g̷o̴'],
  ['https://mfaic.gov.kh/', 'https://mfaic.gov.kh/'],
];

/** Addresses that are of the web, and the host that is seen beside the title. */
export const HOSTS = [
  ['https://mfaic.gov.kh@evil.example/', 'evil.example'],
  ['https://mfaic.gov.kh:x@evil.example/mfaic.gov.kh', 'evil.example'],
  ['https://evil.example\\@mfaic.gov.kh/', 'evil.example'],
  ['https://evil.example#mfaic.gov.kh', 'evil.example'],
  ['https://evil.example?https://mfaic.gov.kh/', 'evil.example'],
  ['https:////evil.example/mfaic.gov.kh', 'evil.example'],
  ['https://mfaic.gov.kh.evil.example/', 'mfaic.gov.kh.evil.example'],
  // No browser goes there.
  ['https://\u202ehk.vog.example/', '⟨U+202E⟩hk.vog.example', ':'],
  ['https://mfa\u200bic.gov.kh/', 'mfa⟨U+200B⟩ic.gov.kh'],
  ['https://[::1]:8080/', '[::1]:8080'],
  ['HTTPS://EVIL.EXAMPLE/', 'EVIL.EXAMPLE'],
  ['https://evil.example/"onmouseover="pwned(1)', 'evil.example'],
  ["https://evil.example/'><img/src/onerror=pwned(1)>", 'evil.example'],
];

// ---------------------------------------------------------------- the store

/** Keys with values that another page of this origin, or a person at the device, may have put there. None of them may change. */
export const STORED = [
  ...PROTOTYPE.map((name) => [`accord-checklist/review/${name}`, `{"${name}":1}`]),
  ...PROTOTYPE.map((name) => [name, 'x']),
  ...SCRIPTS.slice(0, 6).map((script, at) => [`accord-checklist/review/s${at}`, script]),
  ...SCRIPTS.slice(0, 6).map((script, at) => [`accord-checklist/review/${script}`, text({ name: `${at}` })]),
  ['accord-checklist/review/', text()],
  ['accord-checklist/review//', text()],
  ['accord-checklist/review/deep', big('[', 100_000)],
  ['accord-checklist/review/long', big('x', 100_000)],
  ['accord-checklist/review/nul\u0000', '\u0000'],
  ['accord-checklist/review/half', '\ud800'],
  ['accord-checklist/review/turned\u202e', text({ name: '\u202eturned' })],
  ['accord-checklist/log/', '{}'],
  ['accord-checklist/log/x', '{"torn'],
  ['accord-checklist/log/x/zzz', '<script>pwned(1)</script>'],
  ['accord-checklist/log/__proto__/1', '{"stamp":"1","act":"set","edits":[]}'],
  ['accord-checklist/trash/x', 'never'],
  ['accord-checklist/trash/__proto__', '-1'],
  ['accord-checklist/aside/1', '<script>pwned(1)</script>'],
  ['accord-checklist/nonsense', 'x'],
  ['accord-checklist', 'x'],
  ['', 'empty'],
];
/** What may stand under the key that names the open review, the colours and what was told. */
export const SETTINGS = [
  ['accord-checklist/open', '__proto__'],
  ['accord-checklist/open', '<img src onerror=pwned(1)>'],
  ['accord-checklist/open', big('x', MILLION)],
  ['accord-checklist/theme', '"><script>pwned(1)</script>'],
  ['accord-checklist/told', 'NaN'],
  ['accord-checklist/told', '-1e999'],
];
