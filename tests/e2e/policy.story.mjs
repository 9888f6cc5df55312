// The closed site: its policy, its headers, its types; nothing in any view breaks the policy.

import { arrive, expect, menu, cell, openObligation, setStatus, test, toast } from './support.mjs';

const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
};

/** A policy as a table. Two policies in one header, joined by a comma, hold both. */
const read = (policy) =>
  Object.fromEntries(
    policy.split(/[;,]/).map((part) => {
      const [name, ...values] = part.trim().split(/\s+/);
      return [name, values];
    }),
  );

/** Everything that a visit asks the server for. */
async function visited(page) {
  const answers = new Map();
  page.on('response', (response) => answers.set(new URL(response.url()).pathname, response));
  await arrive(page);
  return answers;
}

test('the policy stands in the header and in the page', async ({ page, request }) => {
  const headers = (await request.get('./')).headers();
  expect(read(headers['content-security-policy'])).toEqual({ ...POLICY, 'frame-ancestors': ["'none'"] });
  await page.goto('./');
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(read(await meta.getAttribute('content'))).toEqual(POLICY);
  // A policy holds for what comes after it: only the character set may stand before.
  expect(await meta.evaluate((element) => element.previousElementSibling?.outerHTML ?? '')).toMatch(/^$|^<meta charset/);
});

test('the page has no inline script, style or handler', async ({ request }) => {
  const page = await (await request.get('./')).text();
  // A block of JSON is data: no browser runs it.
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)(?! type="application\/(?:ld\+)?json")[^>]*>/i);
  expect(page).not.toMatch(/<style/i);
  expect(page).not.toMatch(/\sstyle="/i);
  expect(page).not.toMatch(/\son[a-z]+="/i);
  expect(page).not.toMatch(/javascript:/i);
});

test('every answer carries the headers that close the site', async ({ page }) => {
  for (const [path, response] of await visited(page)) {
    const headers = response.headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers['set-cookie'], path).toBeUndefined();
  }
});

test('types', async ({ page, request }) => {
  const answers = await visited(page);
  const types = [
    [/^\/$/, /^text\/html; charset=utf-8$/],
    [/^\/(app|later|words\..*)-.*\.wasm$/, /^application\/wasm$/],
    [/^\/(app|boot)-.*\.js$/, /^text\/javascript/],
    [/^\/text\..*\.json$/, /^application\/json/],
    [/^\/(style|later)-.*\.css$/, /^text\/css/],
  ];
  for (const [path, type] of types) {
    const found = [...answers].filter(([name]) => path.test(name));
    expect(found.length, String(path)).toBeGreaterThan(0);
    for (const [name, response] of found) expect(response.headers()['content-type'], name).toMatch(type);
  }
  for (const [name, type] of [
    ['sw.js', /^text\/javascript/],
    ['manifest.webmanifest', /^application\/manifest\+json/],
    ['icon.svg', /^image\/svg\+xml/],
    ['robots.txt', /^text\/plain/],
  ]) {
    const response = await request.get(name);
    expect(response.status(), name).toBe(200);
    expect(response.headers()['content-type'], name).toMatch(type);
  }
});

test('named by content: kept for ever; named by place: asked for anew', async ({ page, request }) => {
  for (const [path, response] of await visited(page)) {
    const cache = response.headers()['cache-control'];
    if (/-[0-9a-f]{12}\./.test(path)) expect(cache, path).toContain('immutable');
    else if (!/icon|robots/.test(path)) expect(cache, path).toBe('no-cache');
  }
  expect((await request.get('sw.js')).headers()['cache-control']).toBe('no-cache');
});

test('what is not there is not found, and not answered with the checklist', async ({ request }) => {
  for (const path of ['nothing-here.html', '.git/config', '../Cargo.toml', '%2e%2e/Cargo.toml', 'KLD-6b']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(await response.text(), path).not.toContain('page-content');
  }
});

test('no view breaks the policy', async ({ page }) => {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  await arrive(page);
  await setStatus(page, 'KLD-6b', 'Thailand', 'Fulfilled');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await openObligation(page, 'KLD-6b');
  await openObligation(page, 'CF27-11');
  await cell(page, 'KLD-1a', 'Cambodia').click();
  await expect(menu(page, 'KLD-1a', 'Cambodia')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Timeline' }).first().click();
  await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Use dark colours' }).click();
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('markup that could run something is shown as text, and no script is made of text', async ({ page, allow }) => {
  allow(/markup that could run something is shown as text/);
  // The browser's own words on what it refused.
  allow(/TrustedScript|Trusted Type|Content Security Policy/);
  await arrive(page);
  const said = await page.evaluate(() => {
    const place = document.createElement('div');
    document.body.append(place);
    const tried = (markup) => {
      place.innerHTML = markup;
      return place.querySelector('*') ? 'elements' : 'text';
    };
    const refused = (act) => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    return {
      harmless: [
        '<p class="a">1 &lt; 2</p>',
        '<!--x--><b hidden>on x=1</b><!>',
        '<a href="#KLD-1a?x=a:b" title="onload=1">x</a>',
        '<a href="https://example.org/?a=b:c">x</a>',
        "<svg viewBox='0 0 1 1'><use href=\"#i-x\"></use></svg>",
      ].map(tried),
      harmful: [
        '<img src=x onerror=alert(1)>',
        '<img/src="x"/onerror=alert(1)>',
        '<script>alert(1)</script>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" javascript:alert(1)">x</a>',
        '<a href="&#106;avascript:alert(1)">x</a>',
        '<a href="java\tscript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<iframe srcdoc="x"></iframe>',
        '<p>1 < 2</p>',
        '<p title="a>b"onclick=alert(1)>x</p>',
        '<base href="/x/">',
        '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
      ].map(tried),
      // (What a story runs in the page may compile code of its own: `new Function` would say nothing here.)
      code: [() => setTimeout('1'), () => { document.createElement('script').text = '1'; },
        () => new Worker('./sw.js')].map(refused),
    };
  });
  expect(new Set(said.harmless)).toEqual(new Set(['elements']));
  expect(new Set(said.harmful)).toEqual(new Set(['text']));
  expect(said.code).toEqual([true, true, true]);
});

test('links of the header lead somewhere', async ({ page, request }) => {
  await arrive(page);
  const links = await page.getByRole('banner').getByRole('link').evaluateAll((links) => links.map((link) => link.href));
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
});
