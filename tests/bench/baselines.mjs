// The two pages that the load benchmark holds the site against, made from the same prerendered HTML and CSS: `bare` without any script,
// `enhanced` with a few dozen lines of plain JavaScript (enhanced.js). Text files stand there compressed too, as in the site.

import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const script = /<script[^>]*src="[^"]*"[^>]*><\/script>\n?/g;
const hint = /<link rel="(?:modulepreload|preload|manifest)"[^>]*>\n?/g;
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>\n?/;
const noscript = /<noscript>.*?<\/noscript>\n?/gs;

async function put(folder, name, text) {
  await writeFile(path.join(folder, name), text);
  await writeFile(path.join(folder, `${name}.br`), brotliCompressSync(text));
  await writeFile(path.join(folder, `${name}.gz`), gzipSync(text));
}

/**
 * @param {string} site the folder of the release site
 * @param {string} folder where the baselines go
 * @returns {Promise<{ bare: string, enhanced: string }>} their folders
 */
export async function makeBaselines(site, folder) {
  await rm(folder, { recursive: true, force: true });
  const page = (await readFile(path.join(site, 'index.html'), 'utf8')).replace(script, '').replace(hint, '').replace(policy, '').replace(noscript, '');
  const style = (await readdir(site)).filter((name) => /^(style-|icon).*\.(css|svg)(\.br|\.gz)?$/.test(name));
  const made = {};
  for (const name of ['bare', 'enhanced']) {
    const dir = path.join(folder, name);
    await mkdir(dir, { recursive: true });
    for (const file of [...style, '_headers']) await copyFile(path.join(site, file), path.join(dir, file));
    const added = name === 'enhanced' ? '<script src="enhanced.js" defer></script>\n</head>' : '</head>';
    await put(dir, 'index.html', page.replace('</head>', added));
    if (name === 'enhanced') await put(dir, 'enhanced.js', await readFile(new URL('enhanced.js', import.meta.url), 'utf8'));
    made[name] = dir;
  }
  return made;
}
