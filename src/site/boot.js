// Starts the program while the page can already be read, keeps taps that come before it, and looks after the service worker.
import init from "./APP_GLUE";

const root = document.documentElement;
const starting = document.getElementById("starting");
const WORKER = new URL("./sw.js", import.meta.url).href;

// Markup reaches the page through this policy alone (the host's says so). It comes from the program, which escapes every text; should it
// ever forget, what could run something is shown as text instead. Browsers that do not know Trusted Types go without.
const TAG = /<\/?([a-z][^\s/>]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>|<!(?:--[^<>]*--)?>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const RUNS = /^(?:script|iframe|frame|object|embed|base|meta|link|style)$/i;
const LEADS = /^(?:https?:\/\/|[\w./-]*[#?]|[^:&]*$)/i;
function harmless(html) {
  let harm = false;
  const rest = html.replace(TAG, (tag, name = "", attributes = "") => {
    harm ||= RUNS.test(name);
    for (const [, key, ...values] of attributes.matchAll(ATTRIBUTE)) {
      harm ||= /^(?:on|srcdoc)/i.test(key) || (/(?:href|src|action)$/i.test(key) && !LEADS.test(values.find(Boolean) ?? ""));
    }
    return "";
  });
  if (!harm && !rest.includes("<")) return html;
  console.error("markup that could run something is shown as text");
  return html.replaceAll("<", "&lt;");
}
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: harmless,
  createScriptURL: (address) => (address === WORKER ? address : null),
});

// The reader's choice of colours (early.js brings it back); without one the system decides (style/tokens.css).
const THEME = "accord-checklist/theme";
const remembered = (change) => {
  try {
    return change === undefined ? localStorage.getItem(THEME) : localStorage.setItem(THEME, change);
  } catch {
    return null;
  }
};
addEventListener("accord-theme", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  remembered(root.dataset.theme);
});

// A tap made before the program is there is done again once it is.
let early = null;
const keep = (event) => {
  const control = event.target.closest("[data-duty], [data-open], .grid button, .welcome button, .rail input, .top button");
  if (!control || control.matches("input")) return;
  if (control.matches("[data-open]")) event.preventDefault();
  early = control;
};
addEventListener("click", keep, true);

addEventListener("accord-hydrated", () => {
  removeEventListener("click", keep, true);
  root.dataset.ready = "";
  delete root.dataset.returning;
  // Words are looked for in the texts too: with them the list is there when the texts are.
  if (!/[?&]q=/.test(location.hash)) delete root.dataset.narrowed;
  starting?.remove();
  if (early) queueMicrotask(() => early.click());
  offline();
});

addEventListener("accord-prose", () => delete root.dataset.narrowed);

init({ module_or_path: new URL("./APP_WASM", import.meta.url) }).catch((error) => {
  console.error(error);
  root.dataset.failed = "";
  if (starting) starting.textContent = starting.dataset.failed;
});

// Citations, cards, images and tables are a script of their own, loaded when the share dialog opens.
addEventListener("accord-take", async ({ detail }) => {
  const { offer } = await import(new URL(document.querySelector("meta[name=accord-take]").content, document.baseURI));
  offer(JSON.parse(detail));
});

// Offline: what the worker says is passed on to the page, which asks the reader before it takes a new version.
const say = (what) => dispatchEvent(new CustomEvent("accord-worker", { detail: what }));
async function offline() {
  if (!("serviceWorker" in navigator)) return;
  const first = !navigator.serviceWorker.controller;
  const registration = await navigator.serviceWorker.register(WORKER).catch(() => null);
  if (!registration) return;
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && !first) say("update");
      if (worker.state === "activated" && first) {
        root.dataset.offline = "";
        say("ready");
      }
    });
  if (registration.waiting && !first) say("update");
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  if (registration.active) root.dataset.offline = "";
  addEventListener("accord-update", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("take over");
  });
}
