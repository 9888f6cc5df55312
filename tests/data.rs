//! The open data and the static pages, natively: ids and counts against the program's own tables, tables read back by a parser of this
//! file, links that lead somewhere. The files are left in the folder that `ACCORD_DATA_SITE` names (or in the target folder), for
//! `tests/data/validate.mjs`, whose readers are not ours.
#![cfg(feature = "site")]

use accord_checklist::accord::{ACCORD, CATALOGUE_FOLDER};
use accord_checklist::catalogue::record::Record;
use accord_checklist::catalogue::{Basis, Kind, Status};
use accord_checklist::language::{ENGLISH, Locale};
use accord_checklist::site::static_pages::{File, Looks};
use accord_checklist::site::{Assets, data, static_pages};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What a page may weigh with its style, in brotli.
const HEAVIEST_PAGE: usize = 12 * 1024;
const STYLE: &str = "style.css";
const EARLY: &str = "early.js";
const ADDRESS: &str = "https://example.org/accords";

fn record() -> Record {
    Record::read(Path::new(CATALOGUE_FOLDER)).expect("the catalogue is in order")
}

fn looks() -> Looks {
    Looks {
        style: STYLE.to_owned(),
        early: EARLY.to_owned(),
        style_embed: STYLE.to_owned(),
        embed: "embed.js".to_owned(),
        take: vec!["take.js".to_owned(); 3],
    }
}

fn open_data() -> Vec<File> {
    data::files(&record(), &looks(), None).expect("open data")
}

fn pages() -> Vec<File> {
    static_pages::files(&record(), &looks(), None).expect("pages")
}

#[track_caller]
fn text(files: &[File], path: &str) -> String {
    let file = files.iter().find(|file| file.path == path);
    file.unwrap_or_else(|| panic!("there is no {path}")).text.clone()
}

#[track_caller]
fn json(files: &[File], path: &str) -> Value {
    serde_json::from_str(&text(files, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Reads comma-separated values as RFC 4180 has them: every line ends in CRLF, quotes are doubled.
#[track_caller]
fn read_csv(text: &str) -> Vec<BTreeMap<String, String>> {
    let text = text
        .strip_prefix('\u{FEFF}')
        .expect("a byte order mark stands in front");
    assert!(!text.contains('\u{FEFF}'), "one byte order mark is enough");
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match (quoted, letter) {
            (true, '"') if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            (true, '"') => quoted = false,
            (true, other) => cell.push(other),
            (false, '"') => {
                assert!(cell.is_empty(), "a quote within a plain cell: {cell}");
                quoted = true;
            }
            (false, ',') => row.push(std::mem::take(&mut cell)),
            (false, '\r') => {
                assert_eq!(letters.next(), Some('\n'), "a line ends in CRLF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (false, '\n') => panic!("a bare line feed after {row:?}"),
            (false, other) => cell.push(other),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the last line is whole");
    let mut rows = rows.into_iter();
    let header = rows.next().expect("a header");
    rows.map(|row| {
        assert_eq!(row.len(), header.len(), "{row:?}");
        for cell in &row {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t']),
                "a spreadsheet would compute {cell:?}"
            );
        }
        header.iter().cloned().zip(row).collect()
    })
    .collect()
}

#[test]
fn every_file_is_there() {
    let files = open_data();
    let names: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    for name in [
        "data/catalogue.en.json",
        "data/catalogue.schema.json",
        "data/obligations.csv",
        "data/duties.csv",
        "data/clocks.csv",
        "data/events.csv",
        "data/claims.csv",
        "data/sources.json",
        "data/sources.bib",
        "data/codebook.md",
        "data/codebook.html",
    ] {
        assert!(names.contains(name), "{name}");
    }
    assert_eq!(names.len(), files.len(), "no file is written twice");
}

#[test]
fn the_json_holds_the_whole_record() {
    let record = record();
    let whole = json(&open_data(), "data/catalogue.en.json");
    let first: Vec<&str> = whole.as_object().unwrap().keys().take(3).map(String::as_str).collect();
    assert_eq!(first, ["$schema", "schema_version", "language"]);
    assert_eq!(whole["$schema"], "catalogue.schema.json");
    assert_eq!(whole["language"], "en");
    assert_eq!(whole["edition"]["version"], ACCORD.edition().version);
    assert_eq!(whole["edition"]["as_of"], ACCORD.edition().as_of.to_string());
    assert_eq!(whole["missing"].as_array().unwrap().len(), 0, "every text has English");
    let ids: Vec<&str> = whole["instruments"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|instrument| instrument["obligations"].as_array().unwrap())
        .map(|item| item["id"].as_str().unwrap())
        .collect();
    let expected: Vec<&str> = ACCORD.obligations.iter().map(|item| item.id).collect();
    assert_eq!(ids, expected);
    for (name, count) in [
        ("parties", record.parties.len()),
        ("bodies", record.bodies.len()),
        ("themes", ACCORD.themes.len()),
        ("places", record.places.len()),
        ("instruments", ACCORD.instruments.len()),
        (
            "clock_states",
            ACCORD.obligations.iter().map(|item| item.clocks.len()).sum(),
        ),
        ("events", record.events.len()),
        ("sources", record.sources.len()),
        ("glossary", record.terms.len()),
        ("pledges", record.pledges.len()),
        ("proposals", record.proposals.len()),
        ("questions", record.questions.len()),
    ] {
        assert_eq!(whole[name].as_array().map(Vec::len), Some(count), "{name}");
    }
    no_text_of_many_languages(&whole, "");
}

/// Every text is one string: nothing is left of the form with three languages.
#[track_caller]
fn no_text_of_many_languages(value: &Value, path: &str) {
    match value {
        Value::Object(fields) => {
            assert!(!fields.contains_key("en"), "{path}");
            for (name, inner) in fields {
                no_text_of_many_languages(inner, &format!("{path}/{name}"));
            }
        }
        Value::Array(items) => {
            for (place, inner) in items.iter().enumerate() {
                no_text_of_many_languages(inner, &format!("{path}/{place}"));
            }
        }
        _ => {}
    }
}

#[test]
fn the_schema_describes_every_field() {
    let files = open_data();
    let schema = json(&files, "data/catalogue.schema.json");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let codebook = text(&files, "data/codebook.md");
    let types = schema["$defs"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, one)| (name.as_str(), one));
    let mut fields = 0;
    for (name, one) in types.chain([("Catalogue", &schema)]) {
        for (field, what) in one["properties"].as_object().into_iter().flatten() {
            let said = what["description"].as_str().unwrap_or_default();
            assert!(said.len() > 3, "{name}.{field} has no description");
            assert!(
                codebook.contains(&format!("`{field}`")),
                "{name}.{field} is not in the codebook"
            );
            fields += 1;
        }
    }
    assert!(fields > 120, "{fields}");
    let statuses = &schema["$defs"]["Baseline"]["properties"]["status"]["enum"];
    assert_eq!(statuses.as_array().unwrap().len(), Status::ALL.len());
}

#[test]
fn the_codebook_says_what_the_page_says() {
    let files = open_data();
    for path in ["data/codebook.md", "data/codebook.html"] {
        let codebook = text(&files, path);
        for status in Status::ALL {
            for said in [
                status.name(),
                ENGLISH.status(status, Kind::Act),
                ENGLISH.status(status, Kind::Recurring),
                ENGLISH.definition(status),
            ] {
                assert!(codebook.contains(said), "{path}: {said}");
            }
        }
        for basis in Basis::ALL {
            assert!(codebook.contains(ENGLISH.basis_word(basis)), "{path}: {basis:?}");
        }
        for said in [
            "CC BY 4.0",
            ACCORD.edition().version,
            "2026-06-26",
            "TjPrire",
            "Prisoner Release",
            "duties.csv",
            "schema_version",
        ] {
            assert!(codebook.contains(said), "{path}: {said}");
        }
    }
}

#[test]
fn obligations_come_back() {
    let rows = read_csv(&text(&open_data(), "data/obligations.csv"));
    assert_eq!(rows.len(), ACCORD.obligations.len());
    for (row, item) in rows.iter().zip(ACCORD.obligations) {
        assert_eq!(row["id"], item.id);
        assert_eq!(row["slot"], item.slot.to_string());
        assert_eq!(row["title"], Locale::english().title_of(item));
        assert_eq!(row["kind"], item.kind.name());
        assert_eq!(row["claims"], item.claims.to_string());
        assert_eq!(row["clocks"], item.clocks.len().to_string());
        assert_eq!(row["bearers"].split("; ").count(), item.duties.len(), "{}", item.id);
    }
}

#[test]
fn duties_come_back() {
    let rows = read_csv(&text(&open_data(), "data/duties.csv"));
    assert_eq!(rows.len(), ACCORD.duties.len());
    for (row, number) in rows.iter().zip(ACCORD.duty_numbers()) {
        let (duty, item) = (ACCORD.duty(number), ACCORD.obligation_of(number));
        assert_eq!(row["duty"], ACCORD.duty_name(number));
        let status = if item.text_awaited {
            ""
        } else {
            duty.baseline.status.name()
        };
        assert_eq!(row["status"], status, "{}", row["duty"]);
        let kroc = duty
            .baseline
            .status
            .kroc(duty.baseline.extent)
            .filter(|_| !item.text_awaited);
        assert_eq!(row["kroc"], kroc.map(|level| level.to_string()).unwrap_or_default());
        assert_eq!(row["edition"], ACCORD.edition().version);
    }
}

#[test]
fn events_and_claims_come_back() {
    let record = record();
    let files = open_data();
    let events = read_csv(&text(&files, "data/events.csv"));
    assert_eq!(events.len(), record.events.len());
    for (row, event) in events.iter().zip(&record.events) {
        assert_eq!(
            (&row["id"], &row["text"], &row["date"]),
            (&event.id, &event.text.en, &event.date)
        );
    }
    let claims = read_csv(&text(&files, "data/claims.csv"));
    let expected: usize = ACCORD.obligations.iter().map(|item| usize::from(item.claims)).sum();
    assert_eq!(claims.len(), expected);
    for row in &claims {
        let item = record.obligation(&row["obligation"]).expect("a known obligation");
        let number: usize = row["number"].parse().expect("a number");
        assert_eq!(row["text"], item.claim[number - 1].text.en);
    }
    let clocks = read_csv(&text(&files, "data/clocks.csv"));
    let handover = clocks
        .iter()
        .find(|row| row["obligation"] == "CF27-11" && row["margin"] == "late")
        .expect("the late hand-over");
    assert_eq!(
        (handover["due"].as_str(), handover["length"].as_str()),
        ("2025-12-30T12:00+07:00", "PT22H")
    );
}

#[test]
fn sources_are_citable() {
    let record = record();
    let files = open_data();
    let csl = json(&files, "data/sources.json");
    let ids: Vec<&str> = csl
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap())
        .collect();
    let expected: Vec<&str> = record.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(ids, expected);
    let bib = text(&files, "data/sources.bib");
    assert_eq!(bib.matches("@misc{").count(), expected.len());
    assert_eq!(
        bib.matches('{').count(),
        bib.matches('}').count(),
        "braces are in pairs"
    );
}

/// The addresses in `href` attributes of a page.
fn links(html: &str) -> impl Iterator<Item = &str> {
    html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn links_within_the_site_lead_somewhere() {
    let mut files = pages();
    files.extend(open_data());
    let ids: BTreeMap<&str, BTreeSet<&str>> = files
        .iter()
        .filter(|file| file.path.ends_with(".html"))
        .map(|file| {
            (
                file.path.as_str(),
                file.text
                    .split(" id=\"")
                    .skip(1)
                    .filter_map(|rest| rest.split('"').next())
                    .collect(),
            )
        })
        .collect();
    let obligations: BTreeSet<&str> = ACCORD.obligations.iter().map(|item| item.id).collect();
    let mut count = 0;
    for file in files.iter().filter(|file| file.path.ends_with(".html")) {
        for link in links(&file.text).filter(|link| !link.starts_with("http")) {
            count += 1;
            let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = resolve(&file.path, path);
            match target.as_str() {
                "" => assert!(
                    fragment.is_empty() || obligations.contains(fragment),
                    "{}: {link}",
                    file.path
                ),
                STYLE | "icon.svg" => {}
                // The checklists of the other languages.
                "km" | "th" => assert!(
                    fragment.is_empty() || obligations.contains(fragment),
                    "{}: {link}",
                    file.path
                ),
                _ if target.ends_with(".html") => {
                    let inside = ids
                        .get(target.as_str())
                        .unwrap_or_else(|| panic!("{}: {link}", file.path));
                    assert!(
                        fragment.is_empty() || inside.contains(fragment),
                        "{}: {link}",
                        file.path
                    );
                }
                _ => assert!(files.iter().any(|other| other.path == target), "{}: {link}", file.path),
            }
        }
    }
    assert!(count > 3000, "{count}");
}

/// Where a relative address leads from a page.
fn resolve(from: &str, link: &str) -> String {
    if link.is_empty() {
        return from.to_owned();
    }
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for step in link.split('/') {
        match step {
            ".." => drop(folders.pop()),
            "." => {}
            other => folders.push(other),
        }
    }
    folders.join("/").trim_end_matches('/').to_owned()
}

#[test]
fn pages_hold_nothing_that_the_policy_forbids() {
    let mut files = pages();
    files.extend(open_data());
    for file in files.iter().filter(|file| file.path.ends_with(".html")) {
        let html = &file.text;
        if file.path.starts_with("embed/") {
            let own = usize::from(file.path.ends_with("snapshot.html"));
            assert!(html.contains("http-equiv=\"Content-Security-Policy\""), "{}", file.path);
            assert_eq!(
                html.matches("<script").count(),
                own,
                "{}: no script but its own",
                file.path
            );
            assert!(
                !html.contains(EARLY) && !html.contains("style=\""),
                "{}: stores nothing",
                file.path
            );
            continue;
        }
        assert!(html.contains("http-equiv=\"Content-Security-Policy\""), "{}", file.path);
        assert!(
            !html.contains(" style=\"") && !html.contains("<style"),
            "{}: inline style",
            file.path
        );
        assert!(!html.contains(" onclick"), "{}: inline script", file.path);
        // The page that is not there asks for the script of the site from a folder too.
        let twice = usize::from(file.path.ends_with("404.html"));
        let takes = usize::from(html.contains("data-take="));
        let scripts = html.matches("<script").count() - twice - takes;
        assert_eq!(
            scripts, 2,
            "{}: one script of the site and one block of data",
            file.path
        );
        assert_eq!(
            html.matches(&format!("{EARLY}\"></script>")).count(),
            1 + twice,
            "{}",
            file.path
        );
        let data = html
            .split("<script type=\"application/ld+json\">")
            .nth(1)
            .and_then(|rest| rest.split("</script>").next());
        let data: Value = serde_json::from_str(data.expect("schema.org data"))
            .unwrap_or_else(|error| panic!("{}: {error}", file.path));
        assert_eq!(data["@context"], "https://schema.org");
        assert!(data["name"].is_string() && data["version"].is_string(), "{}", file.path);
        assert!(
            !html.contains("rel=\"canonical\""),
            "{}: no address is known",
            file.path
        );
        let ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let distinct: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(distinct.len(), ids.len(), "{}: an id stands twice", file.path);
    }
}

#[test]
fn an_address_gives_whole_links() {
    let files = static_pages::files(&record(), &looks(), Some(ADDRESS)).expect("pages");
    let page = text(&files, "o/KLD-6b.html");
    for said in [
        "<link rel=\"canonical\" href=\"https://example.org/accords/o/KLD-6b.html\">",
        "<meta property=\"og:url\" content=\"https://example.org/accords/o/KLD-6b.html\">",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let map = text(&files, "sitemap.xml");
    // In each language besides the obligations: the checklist, their list, method, sources, accessibility. Once: the codebook.
    assert_eq!(map.matches("<loc>").count(), 3 * (ACCORD.obligations.len() + 5) + 1);
    for checklist in ["", "km/", "th/"] {
        assert!(
            map.contains(&format!("<loc>https://example.org/accords/{checklist}</loc>")),
            "{checklist}"
        );
    }
    assert!(text(&files, "feed.xml").contains("href=\"https://example.org/accords/o/"));
}

#[test]
fn the_page_of_the_prisoners_shows_both_sides() {
    let page = text(&pages(), "o/KLD-6b.html");
    for said in [
        "<title>KLD-6b: ",
        "Cambodia reads it as",
        "Thailand reads it as",
        "Clock as Cambodia reads it",
        "Clock as Thailand reads it",
        "href=\"../o/GBC7-6b.html\"",
        "href=\"../o/CF27-11.html\"",
        "href=\"../#KLD-6b\"",
        "working number",
        "no power to enforce",
        "Suggested citation",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let newest = page.find("31 Dec 2025</time>").expect("the newest statement");
    let oldest = page.find("26 Oct 2025</time>").expect("the oldest statement");
    assert!(newest < oldest, "newest first");
}

#[test]
fn every_page_leads_to_the_word_on_accessibility() {
    let pages = pages();
    let page = text(&pages, "accessibility.html");
    for section in ["tested", "not-tested", "barriers", "other-ways", "report"] {
        assert!(page.contains(&format!("<section id=\"{section}\">")), "{section}");
    }
    for said in [
        "WCAG 2.2",
        "axe-core",
        "Screen readers",
        "Not tried",
        "<title>Accessibility · ",
    ] {
        assert!(page.contains(said), "{said}");
    }
    for (path, up) in [("method.html", ""), ("sources.html", ""), ("o/KLD-6b.html", "../")] {
        let link = format!("href=\"{up}accessibility.html\"");
        assert!(text(&pages, path).contains(&link), "{path}");
    }
}

#[test]
fn the_method_says_what_must_be_said() {
    let page = text(&pages(), "method.html");
    for said in [
        "As last reported",
        "to 26 Jun 2026",
        "not obligations",
        "no power of enforcement",
        "Joint Declaration by the Prime Minister of the Kingdom of Cambodia",
        "The number of points differs",
        "US $45 million",
        "division of the texts into obligations is ours",
    ] {
        assert!(page.to_lowercase().contains(&said.to_lowercase()), "{said}");
    }
    for section in [
        "statuses",
        "bases",
        "baseline",
        "neutrality",
        "enforcement",
        "instruments",
        "KLD",
        "bodies",
        "glossary",
        "questions",
        "pledges",
        "proposals",
        "editions",
    ] {
        assert!(page.contains(&format!(" id=\"{section}\"")), "{section}");
    }
}

#[test]
fn a_page_is_light() {
    let folder = site_folder();
    let mut assets = Assets::new(&folder);
    let looks = static_pages::looks(&mut assets).expect("the shared files are written");
    data::write(&record(), &mut assets).expect("data is written");
    static_pages::write(&record(), &mut assets).expect("pages are written");
    let shared =
        [looks.style, looks.early].map(|name| brotli(&std::fs::read(folder.join(name)).expect("a shared file")));
    let style: usize = shared.iter().sum();
    let mut heaviest = (0, String::new());
    for file in pages()
        .iter()
        .filter(|file| file.path.starts_with("o/") && !file.path.ends_with("index.html"))
    {
        heaviest = heaviest.max((style + brotli(file.text.as_bytes()), file.path.clone()));
    }
    println!("heaviest page with style ({style}): {heaviest:?}");
    assert!(heaviest.0 <= HEAVIEST_PAGE, "{heaviest:?}");
}

fn site_folder() -> PathBuf {
    let named = std::env::var_os("ACCORD_DATA_SITE").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("data-site"));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn brotli(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings).expect("brotli");
    out.len()
}
