// Shows numbers with the digits of the page's language, where the reader chose so: early.js loads this then. Only what is read: ids,
// addresses, ISO dates, what the reader typed, citations and texts in another language stay as they are, and so does all that leaves.
const root = document.documentElement;
const ZERO = { km: 0x17e0, th: 0x0e50 }[root.lang];
// A word with Latin letters is an id, a key or an address; one that begins with a year and a month is an ISO date or an edition.
const WORD = /[A-Za-z0-9][\w.+:/?#&=%@~-]*/g;
const AS_WRITTEN = /[A-Za-z]|^\d{4}-\d\d/;
const KEPT = "input, textarea, code, kbd, pre, script, style, .publisher, .cited, .note-text";

const convert = (text) =>
  text.replace(WORD, (word) => (AS_WRITTEN.test(word) ? word : word.replace(/\d/g, (digit) => String.fromCharCode(ZERO + Number(digit)))));

/** What stood in a text before, and what was put there. */
const before = new WeakMap();

function show(text) {
  const around = text.parentElement;
  if (!around || around.closest(KEPT) || around.closest("[lang]").lang !== root.lang) return;
  const shown = convert(text.data);
  if (shown === text.data) return;
  before.set(text, [text.data, shown]);
  text.data = shown;
}

function putBack(text) {
  const [was, shown] = before.get(text) ?? [];
  if (shown === text.data) text.data = was;
}

function each(node, act) {
  if (node.nodeType === Node.TEXT_NODE) return act(node);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) act(texts.currentNode);
}

const watch = new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === "characterData") show(target);
    else for (const node of addedNodes) each(node, show);
  }
});

function apply() {
  let chosen = false;
  try {
    chosen = localStorage.getItem("accord-checklist/own-digits") === "on";
  } catch {
    // A browser that stores nothing has nothing to tell.
  }
  watch.disconnect();
  each(document.body, chosen ? show : putBack);
  if (chosen) watch.observe(document.body, { subtree: true, childList: true, characterData: true });
}

if (ZERO) {
  addEventListener("accord-digits", apply);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", apply);
  else apply();
}
