// The card of a snapshot: its counts stand in the fragment, so that no server sees them and no program has to be loaded. What does not
// fit is not shown. t title, a author, d day, e edition, c and k counts of the two parties in the order of the table, s the link.
const main = document.querySelector("main");
const tell = (element, text) => (element.textContent = text);
// Letters that turn the direction of writing or are not seen.
const plain = (text) => (text ?? "").replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, "").slice(0, 200);

function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  const rows = [...document.querySelectorAll("tbody tr")];
  const counts = ["c", "k"].map((name) => (said.get(name) ?? "").split(".").map((one) => (/^\d{1,4}$/.test(one) ? Number(one) : NaN)));
  const sums = counts.map((list) => list.reduce((sum, one) => sum + one, 0));
  const wanted = main.dataset.duties.split(" ").map(Number);
  const edition = said.get("e") ?? "";
  const fits = counts.every((list) => list.length === rows.length) && sums.every((sum) => sum > 0) && /^\d{4}-\d{2}[a-z]?$/.test(edition);
  // Of this edition it is known how many duties each party has.
  if (!fits || (edition === main.dataset.edition && sums.some((sum, party) => sum !== wanted[party]))) return null;
  const link = said.get("s") ?? "";
  return {
    title: plain(said.get("t")),
    author: plain(said.get("a")),
    day: /^\d{4}-\d{2}-\d{2}$/.test(said.get("d") ?? "") ? said.get("d") : "",
    edition,
    counts,
    sums,
    link: /^s1[A-Za-z0-9_-]{1,60000}$/.test(link) ? link : "",
    rows,
  };
}

function bar(list, sum, rows) {
  const svg = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const whole = svg("svg", { viewBox: "0 0 1000 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  let at = 0;
  list.forEach((count, place) => {
    const width = (count / sum) * 1000;
    const name = rows[place].dataset.status;
    // What is not assessed is an outline: it is no result.
    const open = name === "not-assessed";
    if (count) {
      whole.append(
        svg("rect", {
          class: name, x: at + 1, y: 0.5, width: Math.max(width - 3, 1), height: 9,
          fill: open ? "none" : "currentColor", stroke: "currentColor", "vector-effect": "non-scaling-stroke",
        }),
      );
    }
    at += width;
  });
  return whole;
}

function show() {
  const card = read();
  const waiting = document.getElementById("waiting");
  waiting.hidden = Boolean(card);
  document.getElementById("counts").hidden = !card;
  if (!card) return tell(waiting, main.dataset.damaged);
  if (card.title) {
    const title = document.createElement("bdi");
    tell(title, card.title);
    document.querySelector("h1").replaceChildren(title);
  }
  card.rows.forEach((row, place) => row.querySelectorAll("td").forEach((cell, party) => tell(cell, card.counts[party][place])));
  document.querySelectorAll(".bar").forEach((line, party) => {
    line.querySelector("svg")?.remove();
    tell(line.querySelector("small"), card.sums[party]);
    line.append(bar(card.counts[party], card.sums[party], card.rows));
  });
  const line = document.querySelector("footer span");
  line.dataset.given ??= line.textContent;
  tell(line, [card.author, card.day, card.edition, line.dataset.given].filter(Boolean).join(" · "));
  document.querySelector("footer a").href = main.dataset.root + (card.link ? "#" + card.link : "");
}

addEventListener("hashchange", show);
show();
