// Starts the program while the page can already be read, keeps taps that come before it, and looks after the service worker.

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
const tried = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};
const kept = (key, change) => tried(() => (change === undefined ? localStorage.getItem(key) : localStorage.setItem(key, change)));
const session = {
  getItem: (key) => tried(() => sessionStorage.getItem(key)),
  setItem: (key, value) => tried(() => sessionStorage.setItem(key, value)),
  removeItem: (key) => tried(() => sessionStorage.removeItem(key)),
};
const returning = kept("accord-checklist/open") !== null;
addEventListener("accord-theme", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  kept(THEME, root.dataset.theme);
});

// A tap made before the program is there is done again once it is.
let early = null;
const keep = (event) => {
  const control = event.target.closest("[data-duty], [data-open], .grid button, .welcome button, .rail input, .top button");
  if (!control || control.matches("input")) return;
  if (control.matches("[data-open]")) event.preventDefault();
  if (!control.matches("[data-duty]") || !offerAhead(control)) early = control;
};
addEventListener("click", keep, true);

// The prose has come, or will not (`src/ui/start.rs`).
const texts = new Promise((told) => addEventListener("accord-prose", told, { once: true }));

addEventListener("accord-hydrated", () => {
  removeEventListener("click", keep, true);
  root.dataset.ready = "";
  delete root.dataset.returning;
  // Words are looked for in the texts too: with them the list is there when the texts are.
  if (!/[?&]q=/.test(location.hash)) delete root.dataset.narrowed;
  starting?.remove();
  if (early) queueMicrotask(() => early.click());
  // First come the texts of this page: what is kept for offline use would have to share the line with them. If they do not come, it does
  // not wait for ever.
  Promise.race([texts, new Promise((late) => setTimeout(late, 20000))]).then(offline);
});

// What another program shares with the installed page (the manifest's share_target) comes as a question: a snapshot or a place in it becomes
// the fragment, all else is forgotten. Nothing is sent anywhere: the worker answers without the question.
const shared = new URLSearchParams(location.search);
if (["shared-url", "shared-text", "shared-name"].some((name) => shared.has(name))) {
  const said = ["shared-url", "shared-text", "shared-name"].map((name) => shared.get(name) ?? "").join(" ");
  const found = /(?:#|%(?:25)*23)([\w?][^\s]*)/.exec(said)?.[1] ?? /\b(s1[\w-]{10,})/.exec(said)?.[1] ?? "";
  history.replaceState(null, "", location.pathname + (found && "#" + found));
}

// A review file that the system opens with the installed page (file_handlers) comes in as one that is dropped on it.
const opened = (params) =>
  params.files?.[0]?.getFile().then((file) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
  });
addEventListener("accord-hydrated", () => globalThis.launchQueue?.setConsumer(opened), { once: true });

// That the page can be installed, and what an update changed: in a file of its own, which most visits never ask for.
const asides = () => import("./APP_ASIDES").catch(() => null);
let prompt = null;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  prompt = event;
});
addEventListener("accord-hydrated", () => {
  const updated = session.getItem("accord-checklist/updated");
  if (updated) {
    session.removeItem("accord-checklist/updated");
    asides().then((file) => file?.updated(JSON.parse(updated), version()));
  } else if (returning) setTimeout(() => asides().then((file) => file?.install(prompt, kept)), 20000);
}, { once: true });

texts.then(() => delete root.dataset.narrowed);

// The style of what the later part of the program shows, and of paper: the list does not wait for it. What did not come is asked for again.
const dress = () => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("./APP_LATER_STYLE", import.meta.url).href });
  link.onerror = () => {
    link.remove();
    setTimeout(dress, 5000);
  };
  document.querySelector("link[rel=stylesheet]").after(link);
};

// Who has reviews, or comes by an address that names something, needs the later part of the program before the list reacts; its style and
// the texts soon after. What is kept on this device need not be asked for beforehand.
const named = location.hash.length > 1;
if (named) dress();
else addEventListener("accord-hydrated", () => setTimeout(dress), { once: true });
if (returning || named) {
  const soon = navigator.serviceWorker?.controller ? ["later-words"] : ["later-words", "prose"];
  const files = soon.map((name) => document.querySelector(`meta[name=accord-${name}]`).content);
  for (const href of [new URL("./APP_LATER", import.meta.url).href, ...files]) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href }));
  }
}

const failed = () => {
  root.dataset.failed = "";
  dress();
  if (starting) starting.textContent = starting.dataset.failed;
};
addEventListener("accord-failed", failed);
// Not imported above: what stands here does not wait for it.
import("./APP_GLUE")
  .then(({ default: init }) => init({ module_or_path: new URL("./APP_WASM", import.meta.url) }))
  .catch((error) => {
    console.error(error);
    failed();
  });

// Which program and which record this page is: told from one another when an update comes.
const version = () => ({ program: import.meta.url, record: document.querySelector("meta[name=accord-record]")?.content ?? "" });

// Where nothing was touched yet, a new version comes by itself: nobody loses anything by that.
let touched = false;
for (const act of ["pointerdown", "keydown", "wheel", "touchstart", "input", "drop"]) {
  addEventListener(act, () => (touched = true), { capture: true, once: true, passive: true });
}

// Citations, cards, images and tables are a script of their own, loaded when the share dialog opens.
addEventListener("accord-take", async ({ detail }) => {
  const { offer } = await import(new URL(document.querySelector("meta[name=accord-take]").content, document.baseURI));
  offer(JSON.parse(detail));
});

// Offline: what the worker says is passed on to the page, which asks the reader before it takes a new version.
const say = (what) => dispatchEvent(new CustomEvent("accord-worker", { detail: what }));
async function offline() {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(WORKER).catch(() => null);
  if (!registration) return;
  const take = () => {
    session.setItem("accord-checklist/updated", JSON.stringify(version()));
    // Another tab may have taken it already.
    if (!registration.waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("take over");
  };
  // In a place of its own: what the reader does meanwhile does not push it away, and it pushes no Undo away.
  const offer = () => (touched ? asides().then((file) => (file ? file.offer(take) : say("update"))) : take());
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => {
      // The very first has nothing to take the place of.
      if (worker.state === "installed" && registration.active) offer();
      if (worker.state === "activated" && root.dataset.offline === undefined) {
        root.dataset.offline = "";
        say("ready");
      }
    });
  if (registration.waiting && registration.active) offer();
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  if (registration.active) root.dataset.offline = "";
  addEventListener("accord-update", take);
}
