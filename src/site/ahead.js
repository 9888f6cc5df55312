// A status set before the program is there. The menu stands in the page as a template (`ahead.rs`). What is chosen is shown and kept in
// this browser until the program takes it over, in this visit or a later one, so it is not lost with the line or the tab. Only a first
// visitor can choose here: of others the program must first read what they have.
const AHEAD = "accord-checklist/ahead";
const template = document.getElementById("ahead");
const state = document.querySelector(".review-state small");
const before = state.firstChild.data;
const chosen = new Map((kept(AHEAD) ?? "").split("\n").filter(Boolean).map((line) => line.split(" ")));
/** Closes the menu; answers the cell that it was of. */
let shut = null;

const cellOf = (name) => {
  const [id, bearer = ""] = name.split("/");
  return document.getElementById(id)?.querySelector(`[data-bearer="${CSS.escape(bearer)}"]`);
};
const wordOf = (cell, { dataset }) => (template.dataset.kept.split(" ").includes(cell.closest(".row").id) ? dataset.kept : dataset.act);
function draw(name, status) {
  const cell = cellOf(name);
  const option = template.content.querySelector(`[data-status="${CSS.escape(status)}"]`);
  if (!cell || !option) return;
  cell.classList.toggle("blank", status === "not-assessed");
  cell.querySelector(".glyph").setAttribute("class", `glyph ${status}`);
  cell.querySelector("use").setAttribute("href", `#g-${status}`);
  [...cell.querySelector(".word").childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).at(-1).data = wordOf(cell, option);
}

// What is said of counts and of storing is no longer so: the counts wait for the program (style/list.css).
function tell(text) {
  if (!chosen.size) {
    delete root.dataset.ahead;
    state.firstChild.data = before;
    tried(() => localStorage.removeItem(AHEAD));
    return;
  }
  root.dataset.ahead = text;
  root.dataset.returning = "";
  state.firstChild.data = kept(AHEAD) === text ? template.dataset.saved : template.dataset.unsaved;
}
function choose(cell, status) {
  const name = `${cell.closest(".row").id}/${cell.dataset.bearer}`;
  if (status === "not-assessed") chosen.delete(name);
  else chosen.set(name, status);
  draw(name, status);
  const text = [...chosen].map((pair) => pair.join(" ")).join("\n");
  kept(AHEAD, text);
  tell(text);
}

/** Opens the menu of a cell, as the program does (`src/ui/menu.rs`). `false` if nothing can be chosen there. */
function offerAhead(cell) {
  if (returning || location.hash.length > 1 || cell.getAttribute("aria-disabled") === "true") return false;
  shut?.();
  const [scrim, menu] = template.content.cloneNode(true).children;
  const list = menu.querySelector("[role=listbox]");
  const options = [...list.children];
  const bearer = cell.querySelector(".word > span").textContent.replace(/:\s*$/, "");
  const heading = template.dataset.name.replace("{id}", cell.closest(".row").id).replace("{bearer}", bearer);
  menu.firstElementChild.textContent = heading;
  list.setAttribute("aria-label", heading);
  const now = cell.querySelector(".glyph").classList[1];
  for (const option of options) {
    const word = wordOf(cell, option);
    option.querySelector("b").textContent = word;
    option.setAttribute("aria-label", word);
    option.setAttribute("aria-selected", String(option.dataset.status === now));
  }
  const { left, top, bottom } = cell.getBoundingClientRect();
  const [width, height, right, lower] = [400, 440, innerWidth - 412, innerHeight - 452];
  menu.style.setProperty("--menu-left", `${Math.max(12, Math.min(left, right))}px`);
  menu.style.setProperty("--menu-top", `${Math.max(12, bottom <= lower ? bottom + 4 : Math.min(top - height - 4, lower))}px`);
  shut = () => {
    scrim.remove();
    menu.remove();
    cell.focus({ preventScroll: true });
    shut = null;
    return cell;
  };
  const take = (option) => {
    shut();
    choose(cell, option.dataset.status);
  };
  scrim.addEventListener("click", () => shut());
  list.addEventListener("click", ({ target }) => take(target.closest("[role=option]") ?? options[0]));
  list.addEventListener("keydown", (event) => {
    const place = options.indexOf(document.activeElement);
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: 8 }[event.key];
    if (to !== undefined) options[Math.max(0, Math.min(to, 8))].focus();
    else if (event.key === "Enter" || event.key === " ") take(options[place]);
    else if (event.key === "Escape" || event.key === "Tab") shut();
    else if (/^[1-9]$/.test(event.key)) take(options[event.key - 1]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(scrim, menu);
  options.find((option) => option.dataset.status === now)?.focus();
  return true;
}

if (chosen.size) {
  if (!returning) for (const [name, status] of chosen) draw(name, status);
  tell(kept(AHEAD));
}
// The program takes the page over as it was made, and does what was chosen by itself. A menu that is open is opened again by it.
addEventListener("accord-taking", () => {
  if (shut) early = shut();
  for (const name of chosen.keys()) draw(name, "not-assessed");
  state.firstChild.data = before;
}, { once: true });
addEventListener("accord-hydrated", () => {
  if (chosen.size && root.dataset.ahead === undefined) tried(() => localStorage.removeItem(AHEAD));
}, { once: true });
