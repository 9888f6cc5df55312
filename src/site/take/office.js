// Tables as files of word processors and spreadsheets: Office Open XML (ECMA-376), as little of it as both need, in a zip archive.

const xml = (text) =>
  (String(text).toWellFormed?.() ?? String(text)).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const FORMAT = "application/vnd.openxmlformats-officedocument";
const FONTS = { km: ["Khmer OS", "km-KH"], th: ["TH Sarabun New", "th-TH"], en: ["Calibri", "ar-SA"] };

// ---------------------------------------------------------------- zip

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? 0xedb88320 ^ (byte >>> 1) : byte >>> 1;
  return byte;
});
const crc32 = (bytes) => ~bytes.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), ~0) >>> 0;

async function deflated(bytes) {
  if (!globalThis.CompressionStream) return null;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}

/** Numbers of two (`h`) or four (`i`) bytes, lowest byte first. */
function packed(form, ...values) {
  const view = new DataView(new ArrayBuffer([...form].reduce((sum, one) => sum + (one === "h" ? 2 : 4), 0)));
  let at = 0;
  [...form].forEach((one, place) => {
    if (one === "h") view.setUint16(at, values[place], true);
    else view.setUint32(at, values[place], true);
    at += one === "h" ? 2 : 4;
  });
  return new Uint8Array(view.buffer);
}

async function zip(files, type) {
  const out = [];
  const directory = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = new TextEncoder().encode(path);
    const bytes = new TextEncoder().encode(text);
    const small = await deflated(bytes);
    const data = small ?? bytes;
    // Version 2.0, names in UTF-8, 1 January 1980: the same content makes the same file.
    const facts = packed("hhhhhiiihh", 20, 0x800, small ? 8 : 0, 0, 33, crc32(bytes), data.length, bytes.length, name.length, 0);
    out.push(packed("i", 0x04034b50), facts, name, data);
    directory.push(packed("ih", 0x02014b50, 20), facts, packed("hhhii", 0, 0, 0, 0, at), name);
    at += 4 + facts.length + name.length + data.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const count = Object.keys(files).length;
  return new Blob([...out, ...directory, packed("ihhhhiih", 0x06054b50, 0, 0, count, count, length, at, 0)], { type });
}

const types = (parts) =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(([path, type]) => `<Override PartName="${path}" ContentType="${FORMAT}.${type}+xml"/>`)
    .join("")}</Types>`;
const relations = (list) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([kind, target], place) => `<Relationship Id="r${place + 1}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;

// ---------------------------------------------------------------- Word

/** A document with one table, landscape on A4; its head stands on every page. */
export function docx({ title, language, word }) {
  const [font, code] = FONTS[language] ?? FONTS.en;
  const run = (text, bold, size) =>
    `<w:r><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="${font}"/>${bold ? "<w:b/><w:bCs/>" : ""}<w:sz w:val="${size}"/><w:szCs w:val="${size + (language === "th" ? 6 : 0)}"/><w:lang w:val="en-GB" w:bidi="${code}"/></w:rPr>${xml(text)
      .split("\n")
      .map((line) => `<w:t xml:space="preserve">${line}</w:t>`)
      .join("<w:br/>")}</w:r>`;
  const paragraph = (one, bold, size = 18) => `<w:p><w:pPr><w:spacing w:after="40"/></w:pPr>${run(one.heading ?? one, bold || Boolean(one.heading), size)}</w:p>`;
  const widths = [1300, 1300, 6600, 5400];
  const cell = (lines, place, bold) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[place]}" w:type="dxa"/></w:tcPr>${(lines.length ? lines : [""]).map((line) => paragraph(line, bold)).join("")}</w:tc>`;
  const row = (cells, bold) =>
    `<w:tr><w:trPr><w:cantSplit/>${bold ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((lines, place) => cell(lines, place, bold)).join("")}</w:tr>`;
  const line = (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="79858A"/>`;
  const table = `<w:tbl><w:tblPr><w:tblW w:w="14600" w:type="dxa"/><w:tblBorders>${["top", "bottom", "insideH"].map(line).join("")}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join("")}</w:tblGrid>${row(word.heads.map((head) => [head]), true)}${word.rows.map((cells) => row(cells, false)).join("")}</w:tbl>`;
  const page = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1100" w:bottom="1000" w:left="1100" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>';
  const body = `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(title, true, 28)}${table}${paragraph("", false)}${page}</w:body></w:document>`;
  return zip(
    {
      "[Content_Types].xml": types([["/word/document.xml", "wordprocessingml.document.main"]]),
      "_rels/.rels": relations([["officeDocument", "word/document.xml"]]),
      "word/document.xml": body,
    },
    `${FORMAT}.wordprocessingml.document`,
  );
}

// ---------------------------------------------------------------- Excel

const column = (place) => (place < 26 ? "" : column(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/** A workbook with one sheet. Every cell is a text, so that none is computed. */
export function xlsx({ sheet }) {
  const cell = (text, place, row, style) =>
    text === "" ? "" : `<c r="${column(place)}${row}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xml(String(text).slice(0, 32_000))}</t></is></c>`;
  const row = (cells, number, style) => `<row r="${number}">${cells.map((text, place) => cell(text, place, number, style)).join("")}</row>`;
  const rows = [row(sheet.heads, 1, 1), ...sheet.rows.map((cells, place) => row(cells, place + 2, 2))].join("");
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const styles = `${HEAD}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;
  const wide = ["title", "note", "text", "evidence"];
  const widths = sheet.heads.map((head, place) => `<col min="${place + 1}" max="${place + 1}" width="${wide.includes(head) ? 48 : 16}" customWidth="1"/>`).join("");
  return zip(
    {
      "[Content_Types].xml": types([
        ["/xl/workbook.xml", "spreadsheetml.sheet.main"],
        ["/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"],
        ["/xl/styles.xml", "spreadsheetml.styles"],
      ]),
      "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
      "xl/workbook.xml": `${HEAD}<workbook xmlns="${main}" xmlns:r="${DOCUMENT}"><sheets><sheet name="Accord Checklist" sheetId="1" r:id="r1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": relations([["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"]]),
      "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${rows}</sheetData></worksheet>`,
      "xl/styles.xml": styles,
    },
    `${FORMAT}.spreadsheetml.sheet`,
  );
}
