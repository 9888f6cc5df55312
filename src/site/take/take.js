// What a reader takes away: citations with a button to copy each, the code of a card for other pages, an image, tables. On a static page it
// adds to what stands there; in the checklist it fills the end of the share dialog (`offer`). It asks for nothing and stores nothing.
const words = "WORDS";
const language = document.documentElement.lang;

const make = (name, attributes = {}, ...inner) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...inner);
  return element;
};
const here = () => location.href.split("#")[0];
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** A text with a button that copies it. */
function copyable(text) {
  const said = make("span", { role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      said.textContent = words.copied;
    } catch {
      said.textContent = words.refused;
      getSelection().selectAllChildren(text);
    }
  };
  return make("p", { class: "copy" }, make("button", { type: "button", class: "button small", onclick: copy }, words.copy), " ", said);
}

const fold = (name, ...inner) => make("details", {}, make("summary", {}, name), ...inner);

/** A text in a box, with its button. */
function boxed(text, label) {
  const box = make("pre", { tabindex: "0", role: "group", "aria-label": label }, text);
  return [box, copyable(box)];
}

/** The code of a card: a frame with a title, and a link for where frames are not shown. */
const attributes = (all) => Object.entries(all).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
const snippet = (address, title, page, height) => {
  const frame = { src: address, title, width: "600", height: String(height), loading: "lazy", referrerpolicy: "no-referrer", frameborder: "0" };
  return `<iframe${attributes(frame)}></iframe>\n<p><a${attributes({ href: page })}>${escaped(title)}</a></p>`;
};

const embedding = (code) => fold(words.embed, make("p", { class: "origin" }, words.embedLead), ...boxed(code, words.snippet));

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The image, drawn when its part is opened. `card` gives what is on it. */
function picture(name, card) {
  const said = make("p", { role: "status" });
  const stage = make("div", { class: "image" });
  let shape = "wide";
  let drawn;
  const attempt = (act) => async () => {
    try {
      said.textContent = "";
      await act();
    } catch (error) {
      if (error?.name !== "AbortError") said.textContent = words.failed;
    }
  };
  const draw = attempt(async () => {
    const { draw } = await import("./IMAGE_JS");
    drawn = draw(card(), shape, language);
    drawn.canvas.setAttribute("role", "img");
    drawn.canvas.setAttribute("aria-label", drawn.label);
    stage.replaceChildren(drawn.canvas);
    said.textContent = drawn.cut ? words.cut : "";
  });
  const png = () => new Promise((done, failed) => drawn.canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no image"))), "image/png"));
  const file = () => `accord-checklist-${name()}-${shape}`;
  const choice = (one) =>
    make("label", {}, make("input", {
      type: "radio", name: "image-shape", ...(one === shape ? { checked: "" } : {}),
      onchange: () => {
        shape = one;
        draw();
      },
    }), " ", words[one]);
  const button = (word, act) => make("button", { type: "button", class: "button small", onclick: attempt(act) }, word);
  const share = async () => {
    const whole = new File([await png()], `${file()}.png`, { type: "image/png" });
    await navigator.share({ files: [whole] });
  };
  const probe = () => {
    try {
      return navigator.canShare?.({ files: [new File(["x"], "x.png", { type: "image/png" })] });
    } catch {
      return false;
    }
  };
  const ways = make("p", { class: "ways" }, choice("wide"), choice("square"),
    button(`${words.saveImage} PNG`, async () => save(`${file()}.png`, await png())),
    button(`${words.saveImage} SVG`, async () => save(`${file()}.svg`, new Blob([drawn.svg], { type: "image/svg+xml" }))),
    ...(probe() ? [button(words.shareImage, share)] : []));
  const part = fold(words.image, ways, stage, said);
  part.addEventListener("toggle", () => part.open && draw());
  part.redraw = () => part.open && draw();
  return part;
}

// ---------------------------------------------------------------- static pages

/** Puts the address into citations that were made where it was not known. */
function located(box, form) {
  if (/https?:/.test(box.textContent)) return;
  const page = here();
  if (form === "csl") {
    const all = JSON.parse(box.textContent);
    for (const one of all) one.URL = page;
    box.textContent = JSON.stringify(all, null, 2);
  } else if (form === "bibtex") {
    box.textContent = box.textContent.replace(/\}\s*$/, `  url = {${page}},\n}`);
  } else {
    box.append(` ${page}`);
  }
}

for (const box of document.querySelectorAll("[data-cite]")) {
  located(box, box.dataset.cite);
  box.after(copyable(box));
}

const taken = document.querySelector("[data-take=obligation]");
if (taken) {
  const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";
  const id = text("h1 .id");
  const title = text("h1 > :not(.id)");
  const card = taken.querySelector("[rel=embed]").href;
  const lines = [...document.querySelectorAll(".supported li")].map((line) => ({
    status: [...line.querySelector("svg").classList].find((name) => name !== "glyph"),
    text: line.querySelector("span").firstChild.textContent.trim() + " " + line.querySelector("b").textContent,
    about: line.querySelector("small").textContent,
  }));
  taken.append(
    embedding(snippet(card, `${id}: ${title} · ${words.site}`, here(), 420)),
    picture(() => id, () => ({
      site: words.site,
      tag: words.fromRecord,
      above: id,
      title,
      below: [...document.querySelector(".above").childNodes].filter((node) => !node.matches?.(".tag")).map((node) => node.textContent).join("").trim(),
      lines,
      foot: text(".foot p"),
      address: location.host,
    })),
  );
}

// ---------------------------------------------------------------- the share dialog

/** Reads comma-separated values as the program writes them. */
function rowsOf(csv) {
  const rows = [];
  let row = [];
  for (const [, quoted, plain, end] of csv.replace(/^\ufeff/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end !== ",") {
      rows.push(row);
      row = [];
    }
  }
  const [heads, ...rest] = rows;
  return rest.map((cells) => Object.fromEntries(heads.map((head, place) => [head, cells[place].replace(/^'(?=[=+\-@\t])/, "")])));
}

/** The obligations of the list, in its order, with text and assessment. */
async function tables({ csv, title }) {
  const rows = rowsOf(csv);
  const all = [...new Set(rows.map((row) => row.obligation))];
  const shown = [...document.querySelectorAll(".grid .row[id]:not([hidden])")].map((row) => row.id);
  const ids = shown.length ? shown : all;
  const pack = await (await fetch(new URL(document.querySelector("meta[name=accord-prose]").content, document.baseURI))).json();
  const texts = pack.flatMap(({ obligation }) => obligation?.text ?? []);
  const textOf = (id) => texts[all.indexOf(id)] ?? "";
  const chosen = ids.map((id) => [id, rows.filter((row) => row.obligation === id)]).filter(([, duties]) => duties.length);
  const lines = (row) => [
    `${row.bearer_name}: ${[row.status_word, words.bases[row.basis], row.as_of].filter(Boolean).join(" · ")}`,
    ...(row.note ? [row.note] : []),
    ...(row.evidence ? [row.evidence] : []),
  ];
  const columns = Object.keys(rows[0]);
  return {
    title,
    language,
    word: {
      heads: [words.id, words.instrument, words.text, words.assessment],
      rows: chosen.map(([id, duties]) => [[id], [duties[0].instrument], [{ heading: duties[0].title }, textOf(id)], duties.flatMap(lines)]),
    },
    sheet: {
      heads: [...columns, "text"],
      rows: chosen.flatMap(([id, duties]) => duties.map((row) => [...columns.map((column) => row[column]), textOf(id)])),
    },
  };
}

const day = (minutes) => new Date(minutes * 60_000 + 7 * 3_600_000).toISOString().slice(0, 10);
const tex = (text) => text.replace(/[\\{}&%$#_~^]/g, (one) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[one] ?? `\\${one}`);

/** How to cite a snapshot: with edition, date and the check of its link. */
function cited(now) {
  const check = now.link.slice(-6);
  const date = day(now.taken);
  const title = now.title ? `${words.snapshotOf}: ${now.title}` : words.snapshotOf;
  const author = now.author || words.site;
  const note = `${words.unofficial}; ${now.editionWord}; ${words.check} ${check}`;
  const address = `${here()}#${now.link}`;
  const [year, month, dayOf] = date.split("-").map(Number);
  const key = `accord-checklist-${check}`;
  return {
    text: `${author} (${date}). ${title}. ${words.site}. ${note}. ${address}`,
    bibtex: `@misc{${key},\n  title = {{${tex(title)}}},\n  author = {{${tex(author)}}},\n  year = {${year}},\n  month = {${month}},\n  day = {${dayOf}},\n  edition = {${now.edition}},\n  note = {${tex(note)}},\n  url = {${address}},\n}`,
    csl: JSON.stringify([{
      id: key, type: "webpage", title, author: [{ literal: author }], "container-title": words.site,
      issued: { "date-parts": [[year, month, dayOf]] }, version: now.edition, note, URL: address,
    }], null, 2),
  };
}

let state;
let image;
/** Fills the end of the share dialog, or tells it what has changed. */
export function offer(now) {
  const place = document.querySelector(".takeaway");
  if (!place) return;
  state = { ...(place.firstElementChild ? state : {}), ...now };
  const title = state.title || words.snapshotOf;
  if (!place.firstElementChild) {
    image = picture(() => "snapshot", () => ({
      site: words.site,
      tag: words.unofficial,
      title: state.title || words.snapshotOf,
      parties: state.parties,
      counts: state.counts,
      statuses: words.statuses,
      foot: [state.author, day(state.taken), state.editionWord].filter(Boolean).join(" · "),
      address: location.host,
    }));
    const said = make("p", { role: "status" });
    const office = (kind) => async () => {
      said.textContent = "";
      try {
        const { docx, xlsx } = await import("./OFFICE_JS");
        const made = await tables({ ...state, title: state.title || words.checklist });
        save(`accord-checklist.${kind}`, await (kind === "docx" ? docx(made) : xlsx(made)));
      } catch {
        said.textContent = words.failed;
      }
    };
    place.append(make("div", {}), make("div", {}), image, fold(words.tables,
      make("p", { class: "origin" }, words.tablesLead),
      make("p", { class: "ways" },
        make("button", { type: "button", class: "button small", onclick: office("docx") }, words.word),
        make("button", { type: "button", class: "button small", onclick: office("xlsx") }, words.excel)),
      said));
  }
  const [cite, embed] = place.children;
  const open = (one) => one.querySelector("details")?.open ?? false;
  const keep = (one, part) => {
    part.open = open(one);
    one.replaceChildren(part);
  };
  cite.hidden = embed.hidden = !state.link;
  if (state.link) {
    const forms = cited(state);
    keep(cite, fold(words.citation, ...boxed(forms.text, words.plain), ...boxed(forms.bibtex, "BibTeX"), ...boxed(forms.csl, "CSL-JSON")));
    const counts = state.counts.map((list) => list.join("."));
    const carried = new URLSearchParams({ t: state.title, a: state.author, d: day(state.taken), e: state.edition, c: counts[0], k: counts[1], s: state.link });
    const folder = language === "en" ? "embed/" : `../embed/${language}/`;
    const card = new URL(`${folder}snapshot.html`, here());
    keep(embed, embedding(snippet(`${card}#${carried}`, `${title} · ${words.site} · ${words.unofficial}`, `${here()}#${state.link}`, 450)));
  }
  image.redraw();
}
