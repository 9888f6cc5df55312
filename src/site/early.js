// Before the first paint: the reader's colours, and whether the first-visit panel has its place. Small, since it holds the paint up.
(function () {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("accord-checklist/theme");
    if (theme) root.dataset.theme = theme;
    if (localStorage.getItem("accord-checklist/open")) root.dataset.returning = "";
  } catch {
    // A browser that stores nothing has nothing to tell.
  }
  if (location.hash.length > 1) root.dataset.returning = "";
})();
