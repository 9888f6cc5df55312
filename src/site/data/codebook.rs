//! The codebook: what every file, field, column and status means, once as Markdown and once as a page, from the same blocks.
//!
//! Fields come from the schema and columns from the tables, so that none can be missing; statuses and their words come from `language`.

use super::clocks::STATES;
use super::one_language::languages;
use super::published::{LICENCE, LICENCE_ADDRESS, SCHEMA_VERSION};
use super::schema;
use super::tables::{EVENT_KINDS, RELATIONS, SOURCE_KINDS, Speech, tables};
use super::{catalogue_name, table_name};
use crate::catalogue::structure::{Kind, Numbering};
use crate::catalogue::{Basis, Extent, Status};
use crate::export::REVIEW_COLUMNS;
use crate::markup::{Element, element, told};
use crate::site::static_pages::frame::{Page, framed};
use crate::site::static_pages::parts::table;
use crate::site::static_pages::{File, Site};
use crate::site::static_pages::{dataset, level};
use crate::site::words::Passage;
use serde_json::Value;
use std::collections::BTreeMap;

/// A part of the codebook. In texts, `…` between backticks is code.
pub enum Block {
    /// A heading of level 2 or 3, with its name in the address.
    Heading(u8, String, String),
    /// A paragraph.
    Paragraph(String),
    /// A table: heads, rows.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// The codebook without its title.
pub fn codebook(site: &Site<'_>, schema: &Value) -> Vec<Block> {
    let mut book = Book(Vec::new());
    let (words, pages) = (site.words, site.pages);
    book.paragraph((pages.codebook_lead)(SCHEMA_VERSION));
    book.passage(&pages.licence);
    book.paragraph(format!("{LICENCE}: {LICENCE_ADDRESS}"));
    let cited = site
        .edition()
        .map(|edition| pages.cite_record(words, edition, site.address));
    book.paragraph(format!("{}: {}", pages.cite, cited.unwrap_or_default()));
    book.passage(&pages.files);
    book.table(&pages.file_heads, files(site));
    book.passage(&pages.form);
    values(&mut book, site);
    mappings(&mut book, site);
    book.passage(&pages.columns);
    for table in tables(Speech {
        record: site.record,
        language: site.language,
        words,
    }) {
        book.heading(3, table.name, &(pages.table_title)(table.name));
        book.paragraph(table.row.to_owned());
        let rows = table
            .columns
            .iter()
            .map(|(name, meaning)| vec![code(name), (*meaning).to_owned()]);
        book.table(&pages.column_heads, rows.collect());
    }
    book.passage(&pages.review_table);
    let rows = REVIEW_COLUMNS.map(|(name, meaning)| vec![code(name), meaning.to_owned()]);
    book.table(&pages.column_heads, rows.to_vec());
    book.passage(&pages.fields);
    for (name, meaning, fields) in schema::types(schema) {
        book.heading(3, &format!("type-{name}"), &(pages.type_title)(name));
        book.paragraph(meaning.to_owned());
        let rows = fields
            .into_iter()
            .map(|(field, what)| vec![code(field), kind_of(what), meaning_of(what)]);
        book.table(&pages.field_heads, rows.collect());
    }
    book.0
}

/// The words that fields hold, with their meanings.
fn values(book: &mut Book, site: &Site<'_>) {
    let (words, pages) = (site.words, site.pages);
    book.passage(&pages.statuses);
    let heads = |name| [name, pages.value_heads[0], pages.value_heads[1]];
    let mut columns = vec!["status"];
    columns.extend(pages.status_heads);
    let rows = Status::ALL.map(|status| {
        vec![
            code(status.name()),
            words.status(status, Kind::Act).to_owned(),
            words.status(status, Kind::Continuing).to_owned(),
            words.definition(status).to_owned(),
            level(status, pages.no_level),
        ]
    });
    book.table(&columns, rows.to_vec());
    let named = |names: Vec<&str>, said: Vec<&str>, meanings: &[&str]| -> Vec<Vec<String>> {
        let all = names.into_iter().zip(said).zip(meanings);
        all.map(|((name, said), meaning)| vec![code(name), said.to_owned(), (*meaning).to_owned()])
            .collect()
    };
    book.passage(&pages.bases);
    let said = Basis::ALL.map(|basis| words.basis_word(basis)).to_vec();
    book.table(
        &heads("basis"),
        named(Basis::ALL.map(Basis::name).to_vec(), said, &pages.basis_meanings),
    );
    book.passage(&pages.kinds);
    let said = Kind::ALL.map(|kind| words.kind_word(kind)).to_vec();
    book.table(
        &heads("kind"),
        named(Kind::ALL.map(Kind::name).to_vec(), said, &pages.kind_meanings),
    );
    book.passage(&pages.numbers);
    let all = [Numbering::Confirmed, Numbering::Working, Numbering::None];
    let said = all.map(|one| words.numbering_word(one)).to_vec();
    book.table(
        &heads("numbering"),
        named(all.map(Numbering::name).to_vec(), said, &pages.numbering_meanings),
    );
    book.passage(&pages.lineage);
    let said = words.later().relations.map(|(forward, _)| forward).to_vec();
    book.table(
        &heads("relation"),
        named(RELATIONS.to_vec(), said, &pages.relation_meanings),
    );
    book.passage(&pages.event_kinds);
    book.table(
        &heads("kind"),
        named(
            EVENT_KINDS.to_vec(),
            words.later().event_kinds.to_vec(),
            &pages.event_kind_meanings,
        ),
    );
    book.passage(&pages.source_kind_passage);
    let (said, meanings): (Vec<&str>, Vec<&str>) = pages.source_kinds.iter().copied().unzip();
    book.table(&heads("kind"), named(SOURCE_KINDS.to_vec(), said, &meanings));
    book.passage(&pages.clock_states);
    let rows = STATES.iter().map(|state| {
        let meaning = pages.state_meanings.iter().find(|(name, _)| name == state);
        vec![code(state), meaning.map_or("", |(_, meaning)| meaning).to_owned()]
    });
    book.table(&["state", pages.value_heads[1]], rows.collect());
    book.passage(&pages.baseline);
}

/// How the record relates to other data sets.
fn mappings(book: &mut Book, site: &Site<'_>) {
    let pages = site.pages;
    book.passage(&pages.kroc);
    let rows = (0..=3_u8).map(|level| {
        let extents = [None, Some(Extent::Minimal), Some(Extent::Intermediate)];
        let of_level = |status: &Status| extents.iter().any(|&extent| status.kroc(extent) == Some(level));
        let names: Vec<String> = Status::ALL
            .iter()
            .filter(|status| of_level(status))
            .map(|status| code(status.name()))
            .collect();
        vec![
            level.to_string(),
            pages.kroc_meanings[usize::from(level)].to_owned(),
            names.join(", "),
        ]
    });
    book.table(&["kroc", pages.value_heads[0], "status"], rows.collect());
    book.passage(&pages.provisions);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, item) in site.record.obligations() {
        *counts.entry(&item.provision).or_default() += 1;
    }
    let rows = counts.into_iter().map(|(name, count)| {
        vec![
            if name.is_empty() {
                pages.no_provision.to_owned()
            } else {
                name.to_owned()
            },
            count.to_string(),
        ]
    });
    book.table(&pages.provision_heads, rows.collect());
    book.passage(&pages.pax);
    let rows = site.record.themes.iter().map(|theme| {
        let variable = pages.pax_variables.iter().find(|(id, _)| *id == theme.id);
        vec![
            format!("{} ({})", code(&theme.id), site.say(&theme.name)),
            variable.map_or("–", |(_, variable)| variable).to_owned(),
        ]
    });
    book.table(&pages.pax_heads, rows.collect());
}

fn files(site: &Site<'_>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for language in languages(site.record) {
        let name = (site.pages.file_of_language)(site.pages.language_name(language.code()));
        rows.push(vec![code(&catalogue_name(language)), name]);
        for table in tables(Speech {
            record: site.record,
            language,
            words: site.words,
        }) {
            rows.push(vec![code(&table_name(table.name, language)), table.row.to_owned()]);
        }
    }
    rows.extend(
        site.pages
            .file_meanings
            .iter()
            .map(|(name, meaning)| vec![code(name), (*meaning).to_owned()]),
    );
    rows
}

/// The type of a field as the schema has it, in a word.
fn kind_of(field: &Value) -> String {
    if let Some(target) = field["$ref"].as_str() {
        return target.rsplit('/').next().unwrap_or_default().to_owned();
    }
    if let Some(one_of) = field["anyOf"].as_array() {
        return one_of.iter().map(kind_of).collect::<Vec<_>>().join(" or ");
    }
    match &field["type"] {
        Value::String(name) if name == "array" => format!("list of {}", kind_of(&field["items"])),
        Value::String(name) => name.clone(),
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        _ => String::new(),
    }
}

/// The meaning of a field, with the words or the pattern it is limited to.
fn meaning_of(field: &Value) -> String {
    let mut meaning = field["description"].as_str().unwrap_or_default().to_owned();
    if let Some(words) = field["enum"].as_array() {
        let words: Vec<String> = words.iter().filter_map(Value::as_str).map(code).collect();
        meaning = format!("{meaning} One of {}.", words.join(", "));
    }
    if let Some(pattern) = field["pattern"].as_str() {
        meaning = format!("{meaning} Pattern {}.", code(pattern));
    }
    meaning
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

struct Book(Vec<Block>);

impl Book {
    fn heading(&mut self, level: u8, id: &str, title: &str) {
        self.0.push(Block::Heading(level, id.to_owned(), title.to_owned()));
    }

    fn paragraph(&mut self, text: String) {
        self.0.push(Block::Paragraph(text));
    }

    fn passage(&mut self, passage: &Passage) {
        self.heading(2, passage.id, passage.title);
        self.0
            .extend(passage.text.iter().map(|text| Block::Paragraph((*text).to_owned())));
    }

    fn table(&mut self, heads: &[&str], rows: Vec<Vec<String>>) {
        self.0.push(Block::Table(
            heads.iter().map(|head| (*head).to_owned()).collect(),
            rows,
        ));
    }
}

/// The codebook as Markdown.
pub fn markdown(site: &Site<'_>, blocks: &[Block]) -> String {
    let mut out = format!("# {}: {}\n", site.words.site, site.pages.codebook_title);
    for block in blocks {
        out.push('\n');
        match block {
            Block::Heading(level, _, title) => out.push_str(&format!("{} {title}\n", "#".repeat(usize::from(*level)))),
            Block::Paragraph(text) => out.push_str(&format!("{text}\n")),
            Block::Table(heads, rows) => {
                out.push_str(&line(heads));
                out.push_str(&format!("|{}\n", "---|".repeat(heads.len())));
                rows.iter().for_each(|row| out.push_str(&line(row)));
            }
        }
    }
    out
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// The codebook as a page.
pub fn page(site: &Site<'_>, blocks: &[Block]) -> File {
    let pages = site.pages;
    let title = format!("{} · {}", pages.codebook_title, site.words.site);
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading(2, id, title) => Some(element("li").child(told("a", title).with("href", format!("#{id}")))),
        _ => None,
    });
    let contents = element("nav")
        .class("contents")
        .with("aria-label", pages.contents)
        .child(told("h2", pages.contents))
        .child(element("ul").children(headings));
    let main = element("main")
        .class("document")
        .child(told("h1", pages.codebook_title))
        .child(contents)
        .children(blocks.iter().map(html));
    let page = Page {
        path: "data/codebook.html".to_owned(),
        title,
        description: (pages.codebook_lead)(SCHEMA_VERSION),
        structured: dataset(site, ""),
        main,
    };
    framed(site, page)
}

fn html(block: &Block) -> Element {
    match block {
        Block::Heading(level, id, title) => told(if *level == 2 { "h2" } else { "h3" }, title).with("id", id),
        Block::Paragraph(text) => coded(element("p"), text),
        Block::Table(heads, rows) => {
            let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
            table(
                &heads,
                rows.iter()
                    .map(|row| element("tr").children(row.iter().map(|cell| coded(element("td"), cell)))),
            )
        }
    }
}

/// A text in which what stands between backticks is code.
fn coded(mut element: Element, text: &str) -> Element {
    for (place, piece) in text.split('`').enumerate() {
        element = if place % 2 == 0 {
            element.text(piece)
        } else {
            element.child(told("code", piece))
        };
    }
    element
}
