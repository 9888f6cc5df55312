// Keeps the whole site for offline use. A version is installed whole or not at all: every file is compared with the digest that the build
// wrote here.
const FILES = "FILES";
const VERSION = FILES.reduce((sum, [, digest]) => sum + digest.slice(0, 4), "");

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
const name = async () => "accord-checklist-" + hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(VERSION))).slice(0, 16);
/** This version's cache: opened once, since every file of a visit asks for it. */
let opened;
const own = () => (opened ??= name().then((named) => caches.open(named)));
const address = (file) => new URL(file.replace(/(^|\/)index\.html$/, "$1") || "./", registration.scope).href;

// What the page has loaded already need not cross the line again: the browser's own cache may answer, since the digest tells whether it is
// right. If it is not, the file is fetched past that cache.
async function keep(cache, file, digest) {
  for (const from of ["default", "reload"]) {
    const response = await fetch(address(file), { cache: from });
    if (!response.ok) continue;
    const body = await response.clone().arrayBuffer();
    if (hex(await crypto.subtle.digest("SHA-256", body)) === digest) return cache.put(address(file), response);
  }
  throw new Error(`${file} is not as it was built`);
}

addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const own = await name();
      const cache = await caches.open(own);
      try {
        for (const [file, digest] of FILES) await keep(cache, file, digest);
        // What a fill that was broken off, or somebody else, left under this name.
        const listed = new Set(FILES.map(([file]) => address(file)));
        for (const request of await cache.keys()) if (!listed.has(request.url)) await cache.delete(request);
      } catch (error) {
        await caches.delete(own);
        throw error;
      }
    })(),
  );
});

addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const own = await name();
      for (const other of await caches.keys()) {
        if (other.startsWith("accord-checklist-") && !other.startsWith(own)) await caches.delete(other);
      }
      await clients.claim();
    })(),
  );
});

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

// Pages of single obligations, cards and calendars are too many to be kept beforehand: those that were visited are.
async function visited(request, plain) {
  if (!/\/(o|embed|data)\/|\.ics$/.test(plain)) return fetch(request);
  const cache = await caches.open(`${await name()}-visited`);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(plain, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(plain);
    if (kept) return kept;
    throw error;
  }
}

addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(
    (async () => {
      const cache = await own();
      const plain = request.url.split(/[?#]/)[0];
      return (await cache.match(plain.replace(/\/index\.html$/, "/"))) ?? visited(request, plain);
    })(),
  );
});
