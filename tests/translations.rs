//! The record in three languages: how each translation stands, what stands in for a missing one, places by all their names.

use accord_checklist::accord::{ACCORD, CATALOGUE_FOLDER};
use accord_checklist::catalogue::prose::Prose;
use accord_checklist::catalogue::record::{Check, Language, Place, Record, Text, TextState, names, pack, texts};
use accord_checklist::checklist::{Query, fold};
#[cfg(feature = "site")]
use accord_checklist::language::THAI;
use accord_checklist::language::{ENGLISH, KHMER, Locale, Words};
use accord_checklist::views::Pack;
use accord_checklist::views::detail::before;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static RECORD: LazyLock<Record> = LazyLock::new(|| read(Path::new(CATALOGUE_FOLDER)));
const TRANSLATED: [Language; 2] = [Language::Km, Language::Th];

fn read(folder: &Path) -> Record {
    Record::read(folder).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// A copy of the small catalogue with this file of Khmer translations.
fn small_with(name: &str, khmer: &str) -> Record {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
    let to = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&to);
    for folder in ["", "instruments"] {
        fs::create_dir_all(to.join(folder)).unwrap();
        for entry in fs::read_dir(from.join(folder)).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_file() {
                fs::copy(entry.path(), to.join(folder).join(entry.file_name())).unwrap();
            }
        }
    }
    fs::create_dir_all(to.join("translations")).unwrap();
    fs::write(to.join("translations/km.toml"), khmer).unwrap();
    read(&to)
}

#[test]
fn nothing_is_missing_and_no_native_reader_has_checked_yet() {
    for language in TRANSLATED {
        for placed in texts(&RECORD) {
            let state = RECORD.state(placed.text, language);
            // Whoever is the first to check one: this becomes a count of what is checked.
            assert_eq!(
                state,
                TextState::Working,
                "{language:?} {} {} {}",
                placed.file,
                placed.item,
                placed.field
            );
        }
        assert_eq!(pack(&RECORD, language).missing, [""; 0]);
        assert_eq!(names(&RECORD, language).missing, [""; 0]);
    }
    assert_eq!(pack(&RECORD, Language::En).missing, [""; 0]);
}

#[test]
fn a_catalogue_with_a_hole_says_which_texts_stand_in_english() {
    let all = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small"));
    let (_, first) = all.obligations().next().unwrap();
    let (title, text) = (first.title.en.clone(), first.text.en.clone());
    assert_ne!(title, text);
    let pair = |en: &str, checked: &str| format!("[[text]]\nen = {en:?}\nto = \"ខ្មែរ\"\n{checked}\n");
    let khmer = pair(&text, "checked = { by = \"Sok Dara\", on = \"2026-12-01\" }");
    let record = small_with("hole", &khmer);
    let prose = pack(&record, Language::Km);
    let (_, item) = record.obligations().next().unwrap();
    // The title is a hole, the text is there and checked.
    assert_eq!(record.state(&item.title, Language::Km), TextState::Missing);
    assert_eq!(prose.obligations[0].text, "ខ្មែរ");
    assert_eq!(prose.obligations[0].checked, "2026-12-01 Sok Dara");
    assert!(prose.missing.contains(&title) && !prose.missing.contains(&text));
    let names = names(&record, Language::Km);
    assert_eq!(names.titles[0], title);
    assert!(names.missing.contains(&title));
    // Thai has no file at all: every text stands in. English has nothing that stands in.
    let thai = pack(&record, Language::Th);
    assert_eq!(thai.obligations[0].text, text);
    assert!(thai.missing.contains(&text) && thai.obligations[0].checked.is_empty());
    assert_eq!(pack(&record, Language::En).missing, [""; 0]);
}

/// What search looks through of each obligation, as `Desk` folds it.
fn haystacks(language: Language) -> Vec<(String, String)> {
    let prose: Prose = pack(&RECORD, language);
    let titles = names(&RECORD, language).titles;
    let items = RECORD.obligations().zip(prose.obligations).zip(titles);
    items
        .map(|(((_, item), prose), title)| {
            let text = format!("{} {title} {} {}", item.id, prose.text, prose.places);
            (item.id.clone(), fold(&text))
        })
        .collect()
}

static HAYSTACKS: LazyLock<[Vec<(String, String)>; 3]> = LazyLock::new(|| Language::ALL.map(haystacks));

#[track_caller]
fn found(typed: &str, wanted: &[&str], not: &[&str]) {
    for (language, haystacks) in Language::ALL.into_iter().zip(HAYSTACKS.iter()) {
        let query = Query::new(typed);
        let found: Vec<&str> = haystacks
            .iter()
            .filter(|(_, text)| query.finds(text))
            .map(|(id, _)| id.as_str())
            .collect();
        for id in wanted {
            assert!(
                found.iter().any(|other| other == id),
                "{language:?}: {typed} does not find {id}, but {found:?}"
            );
        }
        for id in not {
            assert!(
                !found.iter().any(|other| other == id),
                "{language:?}: {typed} finds {id}"
            );
        }
    }
}

#[test]
fn search_finds_a_place_by_any_of_its_names_in_any_language() {
    // CF27-4 names Thmor Da, KLD-4d-1 names Chong Sai Taku, CF27-9a Chong Rayi; KLD-6a names none of them.
    let villages = ["GBC10-11"];
    for typed in [
        "Chouk Chey",
        "chok chey",
        "Ban Nong Chan",
        "nong chan",
        "Nongchan",
        "ជោគជ័យ",
        "บ้านหนองจาน",
        "โจกเจย",
        "หนองจาน",
    ] {
        found(typed, &villages, &["KLD-6a", "TOR-1"]);
    }
    for typed in ["Prey Chan", "Nong Ya Kaew", "ព្រៃចាន់", "หนองหญ้าแก้ว"] {
        found(typed, &villages, &["KLD-6a", "TOR-1"]);
    }
    for typed in ["Thmor Da", "Thma Da", "ថ្មដា", "ทมอดา"] {
        found(typed, &["CF27-4"], &["KLD-6a", "TOR-1"]);
    }
    for typed in ["Chong Sai Taku", "ช่องสายตะกู", "ឆងសាយតាគូ"] {
        found(typed, &["KLD-4d-1", "GBC10-8"], &["KLD-6a", "TOR-1"]);
    }
    for typed in ["Prum", "Ban Pakard", "ព្រំ", "บ้านผักกาด"] {
        found(typed, &["CF27-11"], &["TOR-1"]);
    }
}

#[test]
fn a_place_that_is_nowhere_named_is_no_place_of_the_record() {
    let mut all = HAYSTACKS[0].clone();
    let events = pack(&RECORD, Language::En).events;
    all.extend(
        events
            .into_iter()
            .map(|event| (event.id, fold(&format!("{} {}", event.text, event.places)))),
    );
    for place in &RECORD.places {
        for name in place.names() {
            let query = Query::new(name);
            assert!(all.iter().any(|(_, text)| query.finds(text)), "{name}");
        }
    }
}

/// The forms of a place in a language, a village also without the word for village.
fn forms(place: &Place, language: Language) -> Vec<String> {
    let form = |text: &Text| {
        let said = plain(text.get(language).unwrap_or(&text.en));
        let short = ["Ban ", "บ้าน", "បាន"]
            .iter()
            .find_map(|village| said.strip_prefix(village));
        short.map_or(said.clone(), str::to_owned)
    };
    place.forms().map(form).collect()
}

/// Without the joiners and spaces that have no width.
fn plain(text: &str) -> String {
    text.replace(['\u{200B}', '\u{2060}'], "")
}

#[test]
fn no_sides_form_of_a_place_stands_alone() {
    let mut seen = 0;
    for place in RECORD.places.iter().filter(|place| place.forms().count() == 2) {
        for placed in texts(&RECORD).iter().filter(|placed| placed.file != "parties.toml") {
            for language in Language::ALL {
                let text = plain(placed.text.get(language).unwrap_or_default());
                let english = plain(&placed.text.en);
                // In Khmer and Thai a short name can be a part of another word: what English names is looked for.
                let is_named = forms(place, Language::En)
                    .iter()
                    .any(|form| english.contains(form.as_str()));
                if is_named {
                    seen += 1;
                    let both = forms(place, language).iter().all(|form| text.contains(form.as_str()));
                    assert!(both, "{language:?} {} {}: {text}", placed.item, placed.field);
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

/// The record with a hole: this obligation has no Khmer text.
fn with_hole(id: &str) -> Record {
    let mut record = read(Path::new(CATALOGUE_FOLDER));
    let items = record.instruments.iter_mut().flat_map(|file| &mut file.obligations);
    let item = items.into_iter().find(|item| item.id == id).expect("an obligation");
    item.text.km = None;
    record
}

#[test]
fn the_detail_says_that_a_text_is_not_translated_and_marks_it_as_english() {
    let record = with_hole("KLD-6b");
    let number = ACCORD.obligations.iter().position(|one| one.id == "KLD-6b").unwrap() as u16;
    let english = &record.obligation("KLD-6b").unwrap().text.en;
    let detail = |record: &Record, words: &'static Words, language: Language| {
        let locale = Locale::new(words, names(record, language));
        before(&locale, number, Pack::Here(&pack(record, language))).html()
    };
    let holed = detail(&record, &KHMER, Language::Km);
    let stands_in = format!(
        "<span lang=\"en\">{english}</span> <small class=\"tag\">{}</small>",
        KHMER.later().texts.untranslated
    );
    assert!(holed.contains(&stands_in), "{holed}");
    // What stands in is no translation of ours.
    assert!(!holed.contains(KHMER.later().translation[1]), "{holed}");
    let whole = detail(&RECORD, &KHMER, Language::Km);
    assert!(
        !whole.contains("lang=\"en\"") && whole.contains(KHMER.later().translation[1]),
        "{whole}"
    );
    let plain = detail(&RECORD, &ENGLISH, Language::En);
    assert!(
        !plain.contains("lang=") && !plain.contains(ENGLISH.later().texts.untranslated),
        "{plain}"
    );
}

#[test]
fn the_detail_says_who_checked_a_translation() {
    let mut record = read(Path::new(CATALOGUE_FOLDER));
    let number = ACCORD.obligations.iter().position(|one| one.id == "KLD-6b").unwrap() as u16;
    let english = record.obligation("KLD-6b").unwrap().text.en.clone();
    let check = Check {
        by: "Sok Dara".to_owned(),
        on: "2026-12-01".to_owned(),
    };
    record.checks.insert((Language::Km.code(), english), check);
    let locale = Locale::new(&KHMER, names(&record, Language::Km));
    let detail = before(&locale, number, Pack::Here(&pack(&record, Language::Km))).html();
    assert!(
        detail.contains("Sok Dara") && !detail.contains(KHMER.later().translation[1]),
        "{detail}"
    );
}

#[cfg(feature = "site")]
#[test]
fn the_pages_of_single_obligations_say_it_too() {
    use accord_checklist::site::static_pages::{Looks, files};
    let record = with_hole("KLD-6b");
    let looks = Looks {
        style: "style.css".to_owned(),
        early: "early.js".to_owned(),
        style_embed: "style-embed.css".to_owned(),
        embed: "embed.js".to_owned(),
        take: ["en", "km", "th"].map(|code| format!("take-{code}.js")).to_vec(),
    };
    let files = files(&record, &looks, None).expect("pages");
    let page = |path: &str| {
        files
            .iter()
            .find(|file| file.path == path)
            .map_or("", |file| file.text.as_str())
    };
    let english = &record.obligation("KLD-6b").unwrap().text.en;
    let holed = page("km/o/KLD-6b.html");
    assert!(
        holed.contains(&format!("<span lang=\"en\">{english}</span>"))
            && holed.contains(KHMER.later().texts.untranslated)
    );
    assert!(!holed.contains(KHMER.later().translation[1]));
    assert!(page("th/o/KLD-6b.html").contains(THAI.later().translation[1]));
    assert!(!page("o/KLD-6b.html").contains("lang=\"en\">Cambodia"));
    // The page of the method counts the hole.
    assert!(page("km/method.html").contains("មិនទាន់\u{200B}បកប្រែ 1។"));
}
