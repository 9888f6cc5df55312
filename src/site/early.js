// Before the first paint: the reader's colours, whether the first-visit panel has its place, and what the address names, so that nothing
// jumps when the program comes. Small, since it holds the paint up.
(function () {
  // A mail scanner or an app made the # of a link a part of the path (%23, %2523): the page that is not there leads to the one that is.
  const moved = /^(.*?\/)(?:index\.html)?%(?:25)*23(.+)$/.exec(location.pathname);
  if (moved) location.replace(moved[1] + "#" + moved[2]);
  const root = document.documentElement;
  // The digits of the language are for those who choose them; the file that shows them comes then.
  const here = document.currentScript.src;
  const digits = () => import(new URL("./APP_DIGITS", here));
  addEventListener("accord-digits", digits);
  try {
    const theme = localStorage.getItem("accord-checklist/theme");
    if (theme) root.dataset.theme = theme;
    if (localStorage.getItem("accord-checklist/open")) root.dataset.returning = "";
    if (root.lang !== "en" && localStorage.getItem("accord-checklist/own-digits") === "on") digits();
  } catch {
    // A browser that stores nothing has nothing to tell.
  }
  const fragment = location.hash.slice(1);
  if (fragment) root.dataset.returning = "";
  // A filter or a snapshot: the list is another one once the program is there (style/list.css says how long it waits).
  if (fragment.includes("?") || /^(s1|Q1)/.test(fragment)) root.dataset.narrowed = "";
  // An obligation: its text can be read in its row before the program is there.
  const obligation = fragment.match(/^[A-Z0-9]+-[A-Za-z0-9-]+/);
  if (obligation && document.adoptedStyleSheets) {
    const sheet = new CSSStyleSheet();
    const row = `[id="${obligation[0]}"]`;
    sheet.insertRule(`${row} .what .text { display: block; margin-top: 4px }`);
    sheet.insertRule(`${row} { content-visibility: visible }`);
    document.adoptedStyleSheets = [sheet];
  }
})();
