// Draws a card as an image, twice from one list of shapes: on a canvas, which becomes the PNG, and as SVG. The canvas sets its text with the
// fonts of the system, which join Khmer and Thai as the page does. Always in the light colours: an image stands on any ground.
const SHAPES = "SHAPES";
const INK = "#12181A", SOFT = "#3D474B", PALE = "#586267", LINE = "#D6DCDA", PAPER = "#FFFFFF";
const COLOURS = {
  fulfilled: "#00695C", "under-way": "#1064B8", "not-due": "#4F6478", suspended: "#6A1F7A", disputed: "#8F5A00",
  breached: "#8E0F12", "not-started": "#2F383C", "no-evidence": "#6B6055", "not-assessed": "#5D666B",
};
const MARK = ["M5 22.25h20M5 26.75h20", "m7 10.5 5.6 6L24 3.5"];
const SIZES = { wide: [1200, 630], square: [1080, 1080] };
const EDGE = 56;

const xml = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

class Pen {
  constructor(width, height, language) {
    this.width = width;
    this.height = height;
    this.language = language;
    this.canvas = document.createElement("canvas");
    this.canvas.width = width;
    this.canvas.height = height;
    this.context = this.canvas.getContext("2d");
    this.svg = [];
    const style = getComputedStyle(document.documentElement);
    this.fonts = { sans: style.getPropertyValue("--sans").trim(), voice: style.getPropertyValue("--voice").trim() };
    if (this.fonts.voice.includes("var(")) this.fonts.voice = style.getPropertyValue("--serif").trim();
    // Marks above and below the line need room.
    this.leading = { km: 1.75, th: 1.5 }[language] ?? 1.22;
    this.cut = false;
    this.said = [];
  }

  rect(x, y, width, height, fill, stroke) {
    if (fill) {
      this.context.fillStyle = fill;
      this.context.fillRect(x, y, width, height);
    }
    if (stroke) {
      this.context.strokeStyle = stroke;
      this.context.lineWidth = 1.5;
      this.context.strokeRect(x, y, width, height);
    }
    this.svg.push(`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill ?? "none"}"${stroke ? ` stroke="${stroke}" stroke-width="1.5"` : ""}/>`);
  }

  path(d, x, y, scale, fill, stroke, width) {
    const { context } = this;
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    const path = new Path2D(d);
    if (fill) {
      context.fillStyle = fill;
      context.fill(path, "evenodd");
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke(path);
    }
    context.restore();
    this.svg.push(`<path d="${d}" transform="translate(${x} ${y}) scale(${scale})" fill="${fill ?? "none"}" fill-rule="evenodd"${stroke ? ` stroke="${stroke}" stroke-width="${width}"` : ""}/>`);
  }

  font(size, weight, voice) {
    this.context.font = `${weight} ${size}px ${voice ? this.fonts.voice : this.fonts.sans}`;
  }

  widthOf(text, size, weight = 400, voice = false) {
    this.font(size, weight, voice);
    return this.context.measureText(text).width;
  }

  /** One line; `y` is its base line. */
  line(text, x, y, { size, weight = 400, voice = false, fill = INK, anchor = "start" }) {
    this.font(size, weight, voice);
    this.context.fillStyle = fill;
    this.context.textAlign = anchor === "middle" ? "center" : anchor;
    this.context.fillText(text, x, y);
    const family = xml(voice ? this.fonts.voice : this.fonts.sans);
    this.svg.push(`<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${xml(text)}</text>`);
    this.said.push(text);
  }

  /** The lines into which a text breaks, between words also where none are parted by blanks. */
  lines(text, width, size, weight, voice) {
    // Where a text marks its words itself (U+200B), it knows better.
    const parts = globalThis.Intl?.Segmenter && !text.includes("\u200b")
      ? Array.from(new Intl.Segmenter(this.language, { granularity: "word" }).segment(text), (part) => part.segment)
      : text.split(/(?<=[\s\u200b])/);
    const lines = [""];
    for (const part of parts) {
      const last = lines.length - 1;
      const longer = lines[last] + part;
      // What must not stand at the beginning of a line stays with the word before it.
      const stays = /^[\s\u200b.,;:!?)\]}”’។៕៖ๆฯ%]+$/.test(part);
      if (stays || !lines[last] || this.widthOf(longer.trimEnd(), size, weight, voice) <= width) lines[last] = longer;
      else lines.push(part.trimStart());
    }
    return lines.map((line) => line.trim());
  }

  /** A text in a box; cut after so many lines. Answers with the y below it. */
  block(text, x, y, width, most, style) {
    const { size, weight = 400, voice = false } = style;
    let lines = this.lines(text, width, size, weight, voice);
    if (lines.length > most) {
      this.cut = true;
      lines = lines.slice(0, most);
      let last = lines[most - 1];
      while (last && this.widthOf(`${last} …`, size, weight, voice) > width) last = [...last].slice(0, -1).join("");
      lines[most - 1] = `${last.trimEnd()} …`;
    }
    const step = size * this.leading;
    lines.forEach((line, place) => this.line(line, x, y + step * (place + 0.5) + size * 0.35, style));
    return y + step * lines.length;
  }

  /** The largest of these sizes at which a text stays within so many lines and so many pixels. */
  fitting(text, width, most, sizes, weight, voice, height = Infinity) {
    const fits = (size) => {
      const lines = this.lines(text, width, size, weight, voice).length;
      return lines <= most && lines * size * this.leading <= height;
    };
    return sizes.find(fits) ?? sizes.at(-1);
  }

  glyph(status, x, y, size) {
    this.path(SHAPES[status], x, y, size / 16, COLOURS[status]);
  }
}

function head(pen, card) {
  pen.rect(0, 0, pen.width, pen.height, PAPER);
  MARK.forEach((d, place) => pen.path(d, EDGE, 24, 1.6, null, INK, place ? 3.6 : 2.5));
  pen.line(card.site, EDGE + 64, 60, { size: 29, weight: 700, voice: true });
  const width = pen.widthOf(card.tag, 21, 500) + 34;
  pen.rect(pen.width - EDGE - width, 26, width, 46, INK);
  pen.line(card.tag, pen.width - EDGE - width / 2, 56, { size: 21, weight: 500, fill: PAPER, anchor: "middle" });
  // The equal double rule.
  pen.rect(0, 92, pen.width, 2.5, INK);
  pen.rect(0, 98, pen.width, 2.5, INK);
}

function foot(pen, card) {
  const y = pen.height - 38;
  const address = pen.widthOf(card.address, 20);
  pen.rect(EDGE, y - 40, pen.width - 2 * EDGE, 1, LINE);
  let said = card.foot;
  while (said && pen.widthOf(said, 20) > pen.width - 2 * EDGE - address - 30) said = [...said].slice(0, -2).join("") + "…";
  pen.line(said, EDGE, y, { size: 20, fill: PALE });
  pen.line(card.address, pen.width - EDGE, y, { size: 20, fill: PALE, anchor: "end" });
}

function obligation(pen, card, shape) {
  const width = pen.width - 2 * EDGE;
  const lines = shape === "wide" ? 3 : 6;
  let y = shape === "wide" ? 116 : 150;
  pen.line(card.above, EDGE, y + 26, { size: 26, weight: 500, fill: SOFT });
  y += 38;
  const rows = card.lines.length;
  const size = pen.fitting(card.title, width, lines, [60, 54, 48, 42, 38, 34, 30], 700, true, pen.height - 92 - y - 60 - Math.max(rows, 1) * 54);
  y = pen.block(card.title, EDGE, y, width, lines, { size, weight: 700, voice: true }) + 6;
  y = pen.block(card.below, EDGE, y, width, 1, { size: 24, fill: SOFT }) + 16;
  const bottom = pen.height - 92;
  const step = Math.min(shape === "wide" ? 62 : 84, (bottom - y) / Math.max(rows, 1));
  for (const line of card.lines) {
    const text = Math.min(28, step * 0.5);
    pen.glyph(line.status, EDGE, y + step * 0.5 - text * 0.62, text * 1.2);
    const left = EDGE + text * 1.2 + 16;
    pen.line(line.text, left, y + step * 0.5 + text * 0.3, { size: text, weight: 600 });
    const after = left + pen.widthOf(line.text, text, 600) + 18;
    if (shape === "wide" && after + pen.widthOf(line.about, text * 0.8) <= pen.width - EDGE) {
      pen.line(line.about, after, y + step * 0.5 + text * 0.3, { size: text * 0.8, fill: PALE });
    } else if (shape === "square") {
      pen.block(line.about, left, y + step * 0.5 + text * 0.4, width - left + EDGE, 1, { size: text * 0.78, fill: PALE });
    }
    y += step;
  }
}

function snapshot(pen, card, shape) {
  const wide = shape === "wide";
  const left = wide ? 552 : pen.width - 2 * EDGE;
  const size = pen.fitting(card.title, left, wide ? 3 : 2, [54, 48, 42, 36, 30], 700, true);
  let y = pen.block(card.title, EDGE, wide ? 128 : 132, left, wide ? 3 : 2, { size, weight: 700, voice: true }) + 18;
  card.parties.forEach((name, party) => {
    const sum = card.counts[party].reduce((all, one) => all + one, 0);
    pen.line(name, EDGE, y + 22, { size: 22, weight: 600 });
    const none = card.counts[party].at(-1);
    pen.line(`${card.statuses.at(-1)[1]}: ${none} / ${sum}`, EDGE + left, y + 22, { size: 20, fill: PALE, anchor: "end" });
    let x = EDGE;
    card.counts[party].forEach((count, place) => {
      const name = card.statuses[place][0];
      const width = (count / sum) * left;
      const open = name === "not-assessed";
      if (count) pen.rect(x + 0.75, y + 36, Math.max(width - 3, 1), 32, open ? PAPER : COLOURS[name], COLOURS[name]);
      x += width;
    });
    y += wide ? 100 : 96;
  });
  const [from, width] = wide ? [664, pen.width - EDGE - 664] : [EDGE, left];
  let top = wide ? 116 : y + 4;
  const step = wide ? 42 : Math.min(58, (pen.height - 100 - top) / (card.statuses.length + 1));
  const text = Math.min(22, step * 0.48);
  const columns = [from + width - Math.max(100, pen.widthOf(card.parties[1], text) + 24), from + width];
  card.parties.forEach((name, party) => pen.line(name, columns[party], top + step * 0.65, { size: text * 0.9, fill: SOFT, anchor: "end" }));
  card.statuses.forEach(([status, word], place) => {
    top += step;
    pen.rect(from, top, width, 1, LINE);
    pen.glyph(status, from, top + step * 0.5 - text * 0.6, text * 1.2);
    const room = columns[0] - from - text * 1.2 - 12 - 56;
    let size = text;
    while (size > 12 && pen.widthOf(word, size) > room) size -= 1;
    pen.line(word, from + text * 1.2 + 12, top + step * 0.5 + text * 0.35, { size });
    columns.forEach((x, party) => pen.line(String(card.counts[party][place]), x, top + step * 0.5 + text * 0.35, { size: text, weight: 600, anchor: "end" }));
  });
}

/**
 * Draws a card.
 *
 * @param {object} card site, tag, title, foot, address; of an obligation above, below, lines; of a snapshot parties, counts, statuses
 * @param {"wide" | "square"} shape 1200 × 630 or 1080 × 1080
 * @returns the canvas, the same as SVG, what is written on it, and whether a text was cut
 */
export function draw(card, shape, language) {
  const [width, height] = SIZES[shape];
  const pen = new Pen(width, height, language);
  head(pen, card);
  if (card.counts) snapshot(pen, card, shape);
  else obligation(pen, card, shape);
  foot(pen, card);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${language}">${pen.svg.join("")}</svg>`;
  return { canvas: pen.canvas, svg, label: pen.said.join(" · "), cut: pen.cut };
}
