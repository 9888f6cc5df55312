// Before the first paint: the reader's colours, and whether the first-visit panel has its place. Small, since it holds the paint up.
(function () {
  // A mail scanner or an app made the # of a link a part of the path (%23, %2523): the page that is not there leads to the one that is.
  const moved = /^(.*?\/)(?:index\.html)?%(?:25)*23(.+)$/.exec(location.pathname);
  if (moved) location.replace(moved[1] + "#" + moved[2]);
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
