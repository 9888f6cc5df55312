//! The words of the static pages in English.

use super::{PageWords, at, fitting, passage};

/// English.
pub static ENGLISH_PAGES: PageWords = PageWords {
    record_title: "Obligations of the 2025 Cambodia–Thailand accords",
    pages_label: "Pages",
    skip: "Skip to the text",
    contents: "On this page",
    other_languages: "Other languages",
    division_is_ours: "The division of the texts into obligations is ours and not official.",
    licence_note: "Texts and data: CC BY 4.0.",
    data_link: "Data and codebook",
    feed_title: "Accord Checklist: editions and public record",
    untranslated: "in English",

    cite: "Suggested citation",
    cited_record: |site, title, year, edition, to, address| {
        format!(
            "{site} ({year}). {title}. Edition {edition}, public record followed to {to}.{}",
            at(address)
        )
    },
    cited_item: |site, item, year, edition, to, address| {
        format!(
            "{site} ({year}). {item}. Edition {edition}, public record followed to {to}.{}",
            at(address)
        )
    },

    obligation_title: fitting,
    obligation_description: |instrument, bearers, text| format!("{instrument}. Owed by {bearers}. {text}"),
    open_in_checklist: "Open in the checklist",
    in_instrument: |name| format!("All of the {name}"),
    condition: |condition| format!("Starts when {condition}."),
    counted_from: |date, what| format!("Counted from {date}: {what}"),
    due_on: |date| format!("Due {date}"),
    met_on: |date| format!("Met {date}"),
    who_says_so: "Who says so",
    early_claim: "said before the text was agreed",
    supports: |status, about| {
        if about.is_empty() {
            format!("Supports “{status}”")
        } else {
            format!("Supports “{status}” for {about}")
        }
    },
    as_last_reported: |day| format!("As last reported, to {day}."),
    baseline_note: "An editorial act: what the public record supports, not a finding on who is right.",
    kroc_level: |level| format!("Kroc level {level}"),
    provision: "Provision type",
    theme: "Theme",
    paragraph: "Paragraph",
    data_of_this: "Data",
    language_of: |name| format!("in {name}"),

    index_title: "All obligations",
    index_lead: |obligations, instruments, duties| {
        format!(
            "{obligations} obligations from {instruments} texts. As each duty-bearer is assessed on its own, they make {duties} duties."
        )
    },
    by_instrument: "By text",
    by_theme: "By theme",
    core: "core text",
    related: "related text",

    method_lead: |instruments, obligations, duties, to| {
        format!(
            "A checklist of {obligations} obligations in {instruments} texts that Cambodia and Thailand agreed in 2025, or {duties} duties when \
             each duty-bearer is counted on its own. For each obligation it says who owes it, to whom, by when, who checks it and what the public \
             record says. It is not official. All of it stands as last reported, to {to}; later events are not in it."
        )
    },
    division: passage(
        "division",
        "How the texts are divided",
        &[
            "The division of the texts into obligations is ours. An obligation is one promise that can be checked on its own; one paragraph can hold several. Other divisions are possible.",
            "An obligation as it falls on one duty-bearer is a duty. Each duty is assessed on its own: what both parties owe is two duties. Every count says whether it counts obligations or duties.",
            "The sentences are written anew in our own words. They do not replace the official texts.",
            "An id such as KLD-6b stays with its obligation for ever. An obligation that is withdrawn leaves its number empty.",
        ],
    ),
    numbers: passage(
        "numbers",
        "Numbers of paragraphs",
        &["Of some texts only parts could be read. The number of a paragraph is therefore marked:"],
    ),
    numbering_meanings: [
        "The number is in the text as read, or officials quote it.",
        "The number is ours, in the order that summaries give, until the text can be read.",
        "The text as read has no numbers.",
    ],
    kinds: passage(
        "kinds",
        "Kinds of obligations",
        &["The kind decides which words a status has."],
    ),
    kind_meanings: [
        "Done once.",
        "To be kept all the time.",
        "Not to be done.",
        "To be done again and again.",
    ],
    statuses: passage(
        "statuses",
        "Status words",
        &[
            "There are nine. An act has other words than a duty that is kept (continuing, recurring, prohibition). The last column is the level of the Kroc Institute’s scale, 0 to 3, that exports give; under way is 1 or 2, as chosen. Where the scale has no place for a status, no level is given.",
            "Silence of the record is not the same as no step taken: “No public evidence” and “Not started” are two statuses.",
        ],
    ),
    status_heads: ["An act", "A duty that is kept", "Meaning", "Kroc"],
    no_level: "none",
    bases: passage(
        "bases",
        "Basis",
        &[
            "Status and basis are two questions. A status says how a duty stands; its basis says who stands behind that. Lateness is a third question; it is computed and never chosen.",
        ],
    ),
    basis_meanings: [
        "No statement that supports a status was found, or nothing is said about it.",
        "The party that owes the duty says so itself.",
        "The other party says so.",
        "A press report or a third state says so.",
        "Observers or the Red Cross say so: AOT, IOT, ICRC, ASEAN, Malaysia or the Philippines as lead of the observers.",
        "What the person who assesses saw. In personal reviews only, never in the record.",
    ],
    baseline: passage(
        "baseline",
        "Baseline",
        &[
            "The baseline is the status that the public record supports for one duty at the date of the edition. It is an editorial act and not a finding on who is right. A person can start from it or start blank.",
            "Every duty has one baseline, except where the text is awaited.",
            "“No public evidence” needs that no statement on that duty-bearer supports a status. Every other status needs at least one statement that supports that same status. “Disputed” also holds where statements support different statuses.",
            "The basis follows from those statements, the strongest first: observers, press or a third state, the other party, the party itself.",
            "The program checks these three rules; a record that breaks one of them is not published. Two more are editorial.",
            "The parties are treated alike: the same record gives the same status. Where one reports a breach and the other says otherwise, the status is “Disputed” or “Breach alleged” for the duty, and no side is named as right.",
            "The fighting from 7 to 27 December 2025 counts for the ceasefire items that ran then. As each side names the other, it gives “Breach alleged” for both, never “Breached” for one alone.",
        ],
    ),
    clocks: passage(
        "clocks",
        "Clocks",
        &[
            "A clock is computed from a deadline and from dated events. It is never more precise than its sources: a day stays a day. Both countries are UTC+7.",
            "Where the parties read a deadline in two ways there are two clocks, one for each reading. Where the text names no date, or a condition has not come about, the clock says so. “Worked out by us” marks dates that follow from the text and do not stand in it.",
        ],
    ),
    lineage: passage(
        "lineage",
        "How obligations connect",
        &[
            "A promise can go through several texts. The record says what a later item does to an earlier one, which steps come first as the text has it, and, where the parties differ, each party’s order of steps.",
        ],
    ),
    relation_meanings: [
        "It says the same again, in other words or in part.",
        "It changes the earlier item.",
        "It takes the earlier item’s place.",
        "It is a step that carries the earlier item out.",
    ],
    neutrality: passage(
        "neutrality",
        "Neutrality",
        &[
            "Cambodia stands before Thailand everywhere, in alphabetical order. Both have the same grammar and the same colours. “Says” is the only verb for what a party says.",
            "A place has both names, the Cambodian form first. An instrument has its official name; other names are quoted with those who use them.",
            "Readings stand side by side, both or neither. Events on which accounts differ are marked, with both accounts where both were found.",
            "Counts stand by status and beside their whole. There is no score and no ranking.",
            "A list of words that judge is kept with the record, and no English text of the record may use one of them.",
            "Nothing is invented. What could not be read, dated or confirmed is marked as such.",
        ],
    ),
    enforcement: passage(
        "enforcement",
        "What observers can do",
        &[
            "Observers look, verify and report. The ASEAN Observer Team has no power of enforcement, and ASEAN has no power to impose sanctions or to use force. Whether an obligation is carried out rests with those who owe it.",
            "Where a text names nobody who checks, the page says so; where a verifier is only implied, it is marked.",
        ],
    ),
    instruments: passage(
        "instruments",
        "The texts",
        &[
            "Core texts first, each group by date. The official name stands beside names in use; the dispute over names and over the number of points is part of the record.",
        ],
    ),
    official: "Official name",
    common: "Names in use",
    used_by: |who| format!(" (used by {who})"),
    signed_on: "Date",
    place: "Place",
    signatories: "Signed or agreed by",
    no_signatories: "Not known",
    witnesses: "Witnesses",
    nature: "Nature",
    authentic: "Authentic language",
    in_force_until: "In force until",
    count_note: "Points and numbers",
    bodies: passage(
        "bodies",
        "Bodies",
        &["Those who owe, check or speak, besides the two parties."],
    ),
    places: passage(
        "places",
        "Place names",
        &[
            "Each side’s own form, the Cambodian one first. That two names stand side by side takes no position on a boundary.",
        ],
    ),
    glossary: passage("glossary", "Glossary", &[]),
    questions: passage("questions", "Open questions", &["What the record could not settle."]),
    bears_on: "Bears on",
    pledges: passage(
        "pledges",
        "Pledges of others",
        &[
            "Set apart: what third states and organisations announced. These are not obligations of the parties, and no count includes them.",
        ],
    ),
    pledge_state: "As last reported",
    proposals: passage(
        "proposals",
        "Proposals, not obligations",
        &["Steps that commentators propose. Nobody owes them, and no count includes them."],
    ),
    proposed_by: "Proposed by",
    translations: passage(
        "translations",
        "Translations",
        &[
            "The Khmer and Thai texts are our translations. Each is a working translation until a native reader has checked it; then the text says who did and when. A text that is missing stands in English and says so.",
        ],
    ),
    translation_states: |language, [checked, working, missing]| {
        let all = checked + working + missing;
        format!(
            "{language}: of {all} texts, {checked} checked by a native reader, {working} working translations, {missing} missing."
        )
    },
    editions: passage(
        "editions",
        "Editions and changes",
        &["The change log tells facts, corrections and method apart."],
    ),
    edition_line: |version, published, to| {
        format!("Edition {version}, published {published}, public record followed to {to}")
    },
    change_kinds: ["Facts", "Corrections", "Method"],
    data: passage(
        "data",
        "Data",
        &[
            "The whole record can be downloaded: JSON with a schema, tables as CSV, sources for reference managers. The codebook defines every field and status.",
        ],
    ),

    sources_title: "Sources",
    sources_lead: |all, whole, opening| {
        format!(
            "{all} sources. {whole} could be read whole; of {opening} the opening could be read, and what stands further down is not in the record. \
             Titles stand in their own language or are described in English."
        )
    },
    source_kinds: [
        (
            "Cambodia, official",
            "Official of Cambodia: government, armed forces, embassy.",
        ),
        (
            "Thailand, official",
            "Official of Thailand: government, armed forces, embassy.",
        ),
        (
            "ASEAN or UN",
            "ASEAN, its observers, the United Nations or the Red Cross.",
        ),
        ("Another state", "Official of another state."),
        ("Press", "News media and encyclopedias."),
        ("Copy", "A copy of an official text that someone else keeps."),
        (
            "Source document",
            "One of the two documents from which this record began.",
        ),
    ],
    read_whole: "whole",
    read_opening: "opening",
    no_address: "no public address",
    also_at: "also at",
    undated: "date not known",
    read: |extent| format!("read: {extent}"),
    cited_by: |count| {
        format!(
            "Cited by {count} {}",
            if count == 1 { "obligation" } else { "obligations" }
        )
    },
    language_names: &[
        ("bg", "Bulgarian"),
        ("de", "German"),
        ("en", "English"),
        ("fr", "French"),
        ("id", "Indonesian"),
        ("ja", "Japanese"),
        ("km", "Khmer"),
        ("ms", "Malay"),
        ("ru", "Russian"),
        ("th", "Thai"),
        ("und", "language not known"),
        ("vi", "Vietnamese"),
        ("zh", "Chinese"),
    ],

    accessibility_title: "Accessibility",
    accessibility_lead: "The aim is WCAG 2.2, level AA. The tests below are made by programs, at each release. No person who depends on an aid has tested the site yet, so nobody says here that it conforms.",
    tested: passage(
        "tested",
        "What is tested, and how",
        &["In Chromium, on the built site:"],
    ),
    tested_how: &[
        (
            "Rules",
            "The program axe-core checks the rules of WCAG 2.0, 2.1 and 2.2, levels A and AA, that a program can check. It does so in each state of the checklist, in light and in dark colours, and must find nothing. A program finds only part of all barriers.",
        ),
        (
            "Keyboard",
            "One test goes from the first visit to a status with its note by keys alone. Others test that the focus can be seen, that dialogs keep it and give it back, and where it goes when something closes.",
        ),
        (
            "Names and messages",
            "Each control is found in the tests by its role and name, as a screen reader would say them. Changes of a status and counts of what is shown are told in live regions.",
        ),
        (
            "Size",
            "A window of 320 pixels, 200 % zoom, and the wider spacing of text that WCAG names: nothing is cut off and nothing scrolls sideways. Buttons are at least 24 pixels high, 44 on a phone.",
        ),
        (
            "Colours and movement",
            "Contrast is measured in light and dark colours. With forced colours, words and glyphs can be told from the ground. A status is never told by colour alone: it has a glyph and a word. With reduced movement, nothing moves.",
        ),
    ],
    not_tested: passage("not-tested", "What is not tested", &[]),
    not_tested_what: &[
        (
            "Screen readers, magnifiers, voice control, switches",
            "Not tried with any of them.",
        ),
        ("Other browsers", "Firefox and Safari were not tried."),
        ("Real phones and tablets", "Their windows were simulated."),
        ("People", "Nobody with a disability was asked yet."),
    ],
    barriers: passage("barriers", "What is known not to work", &[]),
    barriers_known: &[
        (
            "Language",
            "The checklist is in English, Khmer and Thai. The Khmer and Thai texts are working translations; no native reviewer has checked them yet. The codebook is in English.",
        ),
        (
            "Without JavaScript",
            "The checklist and the pages of single obligations can be read and printed. Statuses cannot be set, and there is no overview and no timeline.",
        ),
        (
            "Marks of found words",
            "Words that a search finds are marked by colour in the list, and browsers without the CSS Custom Highlight API show no marks. The list itself is the same.",
        ),
        (
            "Letter keys",
            "J, K, / and ? act in the checklist outside of fields. They can be switched off in the dialog “Keyboard shortcuts”.",
        ),
        ("Sources", "Linked sources belong to others and were not tested."),
    ],
    ways_round: passage(
        "other-ways",
        "Other ways to the same content",
        &[
            "Each obligation has a page of its own in plain HTML. The whole record can be downloaded as tables and as JSON. The checklist and each obligation can be printed.",
        ],
    ),
    report_barrier: passage(
        "report",
        "Report a barrier",
        &[
            "Tell whoever publishes this copy of the site, or open an issue where its source code is kept. Say which page it is, what you wanted to do, and which browser and aid you use. Leave your own statuses and notes out; they are not needed.",
            "Looked at last on 22 November 2026.",
        ],
    ),

    codebook_title: "Codebook",
    codebook_lead: |version| {
        format!(
            "What every field, column and status of the open data means. Schema version {version}: its first number grows when something is taken \
             away or changes its meaning, its second when something is added. The addresses of the files stay."
        )
    },
    files: passage("files", "Files", &["All files are in this folder, in UTF-8."]),
    file_heads: ["File", "What it holds"],
    file_meanings: &[
        (
            "catalogue.schema.json",
            "JSON Schema (draft 2020-12) of the catalogue files.",
        ),
        (
            "review.schema.json",
            "JSON Schema (draft 2020-12) of the file in which a reader keeps a review.",
        ),
        ("sources.json", "The sources as CSL-JSON."),
        ("sources.bib", "The sources as BibTeX."),
        ("codebook.md", "This codebook as Markdown."),
        ("codebook.html", "This codebook as a page."),
    ],
    file_of_language: |language| format!("The whole record with its texts in {language}."),
    form: passage(
        "form",
        "Form",
        &[
            "A date is `2025-12` (month known), `2025-12-27` (day known) or `2025-12-27T12:00+07:00` (minute known, with its zone). What is not known is left out and never filled in. A day without a time is a day in UTC+7.",
            "Ids of parties, bodies, themes, obligations, events and sources are the same in all files and languages. In JSON every field is always there; what is not known is null, an empty text or an empty list.",
            "The tables are CSV after RFC 4180 with a byte order mark, a header line and CRLF. Lists within a cell are parted by `; `. Yes and no are `true` and `false`.",
            "A text that a language does not have yet is in English there, and its place (a JSON Pointer) is listed under `missing`.",
        ],
    ),
    value_heads: ["Word", "Meaning"],
    field_heads: ["Field", "Type", "Meaning"],
    column_heads: ["Column", "Meaning"],
    table_title: |name| format!("{name}.csv"),
    type_title: |name| format!("Type {name}"),
    review_table: passage(
        "review-table",
        "The table of a review",
        &[
            "The page writes a reader’s own review as a table too. It is made in the browser and is not among these files. One row is one duty, as in `duties.csv`.",
        ],
    ),
    fields: passage("fields", "Fields of the JSON", &["Made of the schema, type by type."]),
    columns: passage("columns", "Columns of the tables", &[]),
    event_kind_meanings: [
        "A text was agreed or signed, or took effect.",
        "Fighting, shots, mines, damage.",
        "A meeting or a call.",
        "Something was done.",
        "Something was said.",
    ],
    event_kinds: passage("event-kinds", "Kinds of events", &[]),
    source_kind_passage: passage("source-kinds", "Kinds of sources", &[]),
    state_meanings: &[
        ("met", "Reported as done; with a margin where a date was due."),
        ("stopped", "A party or body paused it in public before it was done."),
        ("running", "Due after the as-of date."),
        ("passed", "Due before the as-of date; no report that it was done."),
        ("not-started", "Its condition has not come about, as last reported."),
        ("open", "The text names no date."),
    ],
    clock_states: passage(
        "clock-states",
        "States of a clock",
        &["As they stand on the as-of date of the edition."],
    ),
    kroc: passage(
        "kroc",
        "Kroc levels 0 to 3",
        &[
            "The Barometer of the Kroc Institute’s Peace Accords Matrix codes implementation on four levels. `duties.csv` gives the level that a status comes nearest to. Not assessed, not due, no evidence, suspended and disputed have no place on that scale: the column is empty and the status stays. “Under way” has a level only where its extent is stated. The coding is ours, not the Kroc Institute’s.",
        ],
    ),
    kroc_meanings: ["Not initiated", "Minimal", "Intermediate", "Full"],
    provisions: passage(
        "provisions",
        "Peace Accords Matrix provision types",
        &[
            "`provision` names the provision type of the Peace Accords Matrix to which an obligation comes nearest. The Matrix codes comprehensive accords within states; these texts are between states, so that the match is often loose, and empty where none fits.",
        ],
    ),
    provision_heads: ["Provision type", "Obligations"],
    no_provision: "(none fits)",
    pax: passage(
        "pa-x",
        "PA-X",
        &[
            "The PA-X Peace Agreements Database codes whole agreements, not obligations. Of its agreement types (`Agtp`) these texts are `Inter`, between states. Its topic variables come near to the themes of this record as follows; where none is given, none fits. The match is ours, not PA-X’s own coding.",
        ],
    ),
    pax_heads: ["Theme", "PA-X variable"],
    pax_variables: &[
        ("ceasefire", "Ce, CeProv (ceasefire provision)"),
        ("observers", "ImOth (other international mission or actor)"),
        ("prisoners", "TjPrire (prisoner release)"),
        ("boundary", "StBor (border delimitation)"),
        ("information", "Med (media and communication)"),
        ("crime", "SsrCrOcr (crime, organised crime)"),
        ("relations", "StXbor (cross-border provision)"),
    ],
    licence: passage(
        "licence",
        "Licence and citation",
        &[
            "The record and its texts are published under Creative Commons Attribution 4.0 International (CC BY 4.0). Titles of sources belong to their publishers. Name the edition and its date when you cite, since statuses change with editions.",
        ],
    ),

    feed_edition: |version| format!("Edition {version}"),
    feed_claim: |id, title| format!("{id}: {title}"),
};
