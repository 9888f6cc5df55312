//! The rules of the repository, as tests that read its files.
//!
//! Each rule is a function from a file to its breaches, so that it can be tried on a few lines that break it, and is then held against
//! every file. What git ignores is not looked at.

#[path = "rules/words.rs"]
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// The longest file of code or style, in lines.
const LONGEST_FILE: usize = 700;
/// Rooms that know no Leptos.
const CORE: [&str; 8] = [
    "src/catalogue/",
    "src/review/",
    "src/checklist/",
    "src/snapshot/",
    "src/share/",
    "src/export/",
    "src/language/",
    "src/accord.rs",
];
/// Types of elements and events that `src/ui` may name; whatever acts on them belongs to `src/browser`.
const WEB_TYPES: [&str; 3] = ["Element", "HtmlElement", "KeyboardEvent"];
/// Registries and mirrors; a build takes them from the person's own settings.
const REGISTRY_HOSTS: [&str; 6] = [
    "registry.npmjs.org",
    "registry.yarnpkg.com",
    "index.crates.io",
    "static.crates.io",
    "crates.io/api",
    "proxy.golang.org",
];
/// Where one machine keeps things.
const MACHINE_FOLDERS: [&str; 7] = ["work", "root", "home", "Users", "usr", "opt", "tmp"];

// The files

/// A file of the repository: its path with slashes, from the project's folder, and its text.
struct File {
    path: String,
    text: String,
}

/// Every text file that git does not ignore.
fn files() -> Vec<File> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ignored = fs::read_to_string(home.join(".gitignore")).expect("the project has a .gitignore");
    let mut ignored: Vec<PathBuf> = ignored
        .lines()
        .filter_map(|line| line.strip_prefix('/'))
        .map(|line| home.join(line.trim_end_matches('/')))
        .collect();
    ignored.push(home.join(".git"));
    let mut files = Vec::new();
    let mut folders = vec![home.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be read").flatten() {
            let path = entry.path();
            if ignored.contains(&path) {
            } else if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let path = path.strip_prefix(home).unwrap_or(&path);
                let path = path.to_string_lossy().replace('\\', "/");
                files.push(File { path, text });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Holds a rule against every file.
#[track_caller]
fn holds(rule: impl Fn(&File) -> Vec<String>) {
    let files = files();
    assert!(files.len() > 100, "{} files: the walk has lost its way", files.len());
    let breaches: Vec<String> = files.iter().flat_map(rule).collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// Tries a rule on a file of these lines: so many breaches.
#[track_caller]
fn tries(rule: impl Fn(&File) -> Vec<String>, path: &str, text: &str, breaches: usize) {
    let file = File {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let found = rule(&file);
    assert_eq!(found.len(), breaches, "{path}: {text:?} gives {found:#?}");
}

impl File {
    fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    fn is_rust_in(&self, folder: &str) -> bool {
        self.is_in(folder) && self.path.ends_with(".rs")
    }

    /// A breach for every line in which `wrong` finds something, with what it finds.
    fn breaches(&self, wrong: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let lines = self.text.lines().enumerate();
        lines
            .filter_map(|(number, line)| Some(format!("{}:{}: {}", self.path, number + 1, wrong(line)?)))
            .collect()
    }
}

/// A line of Rust or JavaScript without its comment.
fn code(line: &str) -> &str {
    let mut from = 0;
    while let Some(place) = line[from..].find("//") {
        let place = from + place;
        if !line[..place].ends_with(':') {
            return &line[..place];
        }
        from = place + 2;
    }
    line
}

/// Whether a word stands in a line, not as a part of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(place, _)| {
        let before = line[..place].chars().next_back().is_some_and(is_part);
        let after = line[place + word.len()..].chars().next().is_some_and(is_part);
        !before && !after
    })
}

// Rooms

fn web_stays_in_the_browser_room(file: &File) -> Vec<String> {
    if !file.is_rust_in("src/") || file.is_in("src/browser/") {
        return Vec::new();
    }
    file.breaches(|line| {
        let line = code(line);
        let other = ["js_sys", "gloo", "gloo_storage"]
            .into_iter()
            .find(|name| has_word(line, name));
        let types = line
            .match_indices("web_sys")
            .map(|(place, name)| &line[place + name.len()..]);
        let wrong = types.map(web_types).find(|names| {
            !file.is_in("src/ui/") || names.is_empty() || names.iter().any(|name| !WEB_TYPES.contains(name))
        });
        let wrong = wrong.map(|names| format!("web_sys::{{{}}}", names.join(", ")));
        let found = wrong.or(other.map(str::to_owned))?;
        Some(format!("only src/browser names {found}"))
    })
}

/// The types that follow `web_sys`: one, or a list in braces.
fn web_types(rest: &str) -> Vec<&str> {
    let Some(rest) = rest.strip_prefix("::") else {
        return Vec::new();
    };
    let list = match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap_or_default(),
        None => rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default(),
    };
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect()
}

fn the_core_knows_no_leptos(file: &File) -> Vec<String> {
    if !file.path.ends_with(".rs") || !CORE.iter().any(|room| file.is_in(room)) {
        return Vec::new();
    }
    file.breaches(|line| {
        let found = ["leptos", "wasm_bindgen", "web_sys"]
            .into_iter()
            .find(|name| has_word(code(line), name))?;
        Some(format!("the core names {found}"))
    })
}

#[test]
fn only_the_browser_room_names_the_web() {
    let rule = web_stays_in_the_browser_room;
    tries(
        rule,
        "src/ui/a.rs",
        "use web_sys::KeyboardEvent;\nuse web_sys::{Element, HtmlElement};",
        0,
    );
    tries(
        rule,
        "src/ui/a.rs",
        "use web_sys::Window;\nuse web_sys::{Element, Storage};\nuse web_sys;",
        3,
    );
    tries(rule, "src/review/a.rs", "fn f(element: &web_sys::Element) {}", 1);
    tries(
        rule,
        "src/ui/a.rs",
        "let x = js_sys::Date::now(); // gloo\nuse gloo_storage::LocalStorage;",
        2,
    );
    tries(rule, "src/ui/a.rs", "// web_sys::Window, js_sys", 0);
    tries(rule, "src/browser/a.rs", "use web_sys::Window;", 0);
    holds(rule);
}

#[test]
fn the_core_rooms_know_no_leptos() {
    let rule = the_core_knows_no_leptos;
    tries(rule, "src/review/a.rs", "use leptos::prelude::*;", 1);
    tries(rule, "src/accord.rs", "use wasm_bindgen::JsCast;", 1);
    tries(rule, "src/language/a.rs", "// leptos\n/// Leptos\nlet leptosy = 1;", 0);
    tries(rule, "src/ui/a.rs", "use leptos::prelude::*;", 0);
    holds(rule);
}

// What the policy of the page forbids

fn nothing_inline(file: &File) -> Vec<String> {
    if !file.is_in("src/") && file.path != "index.html" {
        return Vec::new();
    }
    file.breaches(|line| {
        let line = code(line);
        let markup = [
            "inner_html",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
        ];
        let style = [
            "style=\"",
            "style=\\\"",
            "style='",
            "style={",
            "style=(",
            "<style>",
            "<style ",
            "=\"javascript:",
        ];
        // `markup::Element` comes into the page in one place, which takes elements and never text.
        let is_the_place = file.path == "src/ui/markup.rs" && line.contains("content") && !line.contains("innerHTML");
        let markup = markup.into_iter().filter(|_| !is_the_place);
        let found = markup.chain(style).find(|wrong| line.contains(wrong));
        if let Some(found) = found {
            return Some(format!("`{found}`: no markup from strings, nothing inline"));
        }
        if has_handler(line) {
            return Some("an inline handler".to_owned());
        }
        let in_view = file.is_in("src/ui/") && line.contains(" style:");
        in_view.then(|| "`style:` in a view: the policy forbids it where it is prerendered".to_owned())
    })
}

/// Whether markup in a line has an attribute such as `onclick="`.
fn has_handler(line: &str) -> bool {
    line.match_indices(" on").any(|(place, _)| {
        let rest = &line[place + 3..];
        let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
        let value = &rest[name..];
        name > 2 && (value.starts_with("=\"") || value.starts_with("=\\\"") || value.starts_with("='"))
    })
}

#[test]
fn no_markup_from_strings_and_nothing_inline() {
    let rule = nothing_inline;
    tries(
        rule,
        "src/ui/a.rs",
        "<p inner_html=text/>\n<p style=\"color:red\">\n<p style:color=red>",
        3,
    );
    tries(
        rule,
        "src/site/a.rs",
        "\"<p style=\\\"x\\\" onclick=\\\"x()\\\">\"\n\"<b onclick='x'>\"",
        2,
    );
    tries(rule, "src/ui/list.rs", "<div style:--menu-left=x>", 1);
    tries(
        rule,
        "src/ui/markup.rs",
        "<div inner_html=move || content().html()>\n<div inner_html=text>",
        1,
    );
    tries(rule, "src/site/a.rs", "fn f(style: &str) {}", 0);
    tries(rule, "src/ui/a.rs", "<p on:click=move |_| x() class=\"style\">", 0);
    tries(rule, "index.html", "<style>", 1);
    tries(rule, "src/site/boot.js", "element.innerHTML = x", 1);
    holds(rule);
}

fn is_safe(file: &File) -> Vec<String> {
    if !file.path.ends_with(".rs") || file.path == "tests/rules.rs" {
        return Vec::new();
    }
    file.breaches(|line| {
        let line = code(line);
        let forms = [
            "unsafe {",
            "unsafe fn",
            "unsafe impl",
            "unsafe extern",
            "unsafe(",
            "unsafe_code",
        ];
        // A macro there cuts the program into files, with an import and an export for each function.
        let allowed = file.path == "src/ui/later.rs" && line.starts_with("#[allow(unsafe_code, ");
        forms
            .into_iter()
            .find(|form| line.contains(form) && !allowed)
            .map(|form| format!("`{form}`"))
    })
}

#[test]
fn nothing_is_unsafe() {
    tries(
        is_safe,
        "src/a.rs",
        "let x = unsafe { y() };\nunsafe fn f() {}\n#[allow(unsafe_code)]",
        3,
    );
    tries(is_safe, "src/a.rs", "\"'wasm-unsafe-eval'\" // unsafe {", 0);
    tries(
        is_safe,
        "src/ui/later.rs",
        "#[allow(unsafe_code, dead_code)]\nunsafe { x() }",
        1,
    );
    holds(is_safe);
    for (manifest, level) in [("Cargo.toml", "deny"), ("xtask/Cargo.toml", "forbid")] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(manifest));
        let wanted = format!("unsafe_code = \"{level}\"");
        assert!(
            text.is_ok_and(|text| text.lines().any(|line| line == wanted)),
            "{manifest}: {wanted}"
        );
    }
}

// Machines and registries

fn names_no_registry(file: &File) -> Vec<String> {
    if file.path == "tests/rules.rs" {
        return Vec::new();
    }
    let mut breaches = file.breaches(|line| {
        let found = REGISTRY_HOSTS.into_iter().find(|host| line.contains(host))?;
        Some(format!("names the registry {found}"))
    });
    let settings = match file.path.as_str() {
        "package-lock.json" => vec!["\"resolved\""],
        ".npmrc" => vec!["registry=", "_auth", "proxy="],
        ".cargo/config.toml" => vec!["[source", "[registr", "replace-with", "[http"],
        "Cargo.lock" => vec!["sparse+"],
        _ => Vec::new(),
    };
    breaches.extend(file.breaches(|line| {
        let found = settings
            .iter()
            .find(|setting| line.trim_start().starts_with(**setting))?;
        Some(format!("`{found}` belongs to a person's own settings"))
    }));
    if file.path == "Cargo.lock" {
        breaches.extend(file.breaches(|line| {
            let source = line.strip_prefix("source = \"")?;
            let usual = source == "registry+https://github.com/rust-lang/crates.io-index\"";
            (!usual).then(|| "a source other than the usual index".to_owned())
        }));
    }
    breaches
}

#[test]
fn no_file_names_a_registry() {
    let rule = names_no_registry;
    tries(
        rule,
        "package-lock.json",
        "  \"resolved\": \"https://registry.npmjs.org/a/-/a-1.tgz\",",
        2,
    );
    tries(
        rule,
        "Cargo.lock",
        "source = \"registry+https://mirror.example/index\"",
        1,
    );
    tries(
        rule,
        "Cargo.lock",
        "source = \"registry+https://github.com/rust-lang/crates.io-index\"",
        0,
    );
    tries(rule, ".npmrc", "registry=https://mirror.example/", 1);
    tries(
        rule,
        ".cargo/config.toml",
        "[source.crates-io]\nreplace-with = \"mirror\"",
        2,
    );
    holds(rule);
}

fn names_no_machine(file: &File) -> Vec<String> {
    if file.is_in("xtask/") || file.path == "tests/rules.rs" {
        return Vec::new();
    }
    file.breaches(|line| {
        if line == "#!/usr/bin/env bash" {
            return None;
        }
        let found = MACHINE_FOLDERS.into_iter().find(|folder| has_folder(line, folder))?;
        Some(format!("names /{found} of some machine"))
    })
}

/// Whether a path that begins with this folder of the root stands in a line; a folder inside an address or another path does not count.
fn has_folder(line: &str, folder: &str) -> bool {
    let path = format!("/{folder}");
    line.match_indices(&path).any(|(place, _)| {
        let before = line[..place].chars().next_back();
        let after = line[place + path.len()..].chars().next();
        let inside = before.is_some_and(|c| c.is_alphanumeric() || "/._-*}~%".contains(c));
        let longer = after.is_some_and(|c| c.is_alphanumeric() || "_-.<>".contains(c));
        !inside && !longer
    })
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    let rule = names_no_machine;
    tries(
        rule,
        "a.md",
        "see /work/main\nand \"/root/.cargo\"\n`/usr/bin/chromium`\n/tmp\n/home/somebody",
        5,
    );
    tries(
        rule,
        "a.md",
        "https://example.org/work/x ../home src/root/mod.rs /workshop </root> target/tmp",
        0,
    );
    tries(rule, ".ci/run", "#!/usr/bin/env bash", 0);
    tries(rule, "xtask/src/browser.rs", "\"/usr/bin/chromium\"", 0);
    holds(rule);
}

// Size and shape

fn is_short(file: &File) -> Vec<String> {
    let is_code = [".rs", ".css", ".js", ".mjs", ".sh"]
        .iter()
        .any(|end| file.path.ends_with(end));
    let lines = file.text.lines().count();
    if is_code && lines >= LONGEST_FILE {
        return vec![format!("{}: {lines} lines, {LONGEST_FILE} are too many", file.path)];
    }
    Vec::new()
}

#[test]
fn every_file_is_short() {
    tries(is_short, "src/a.rs", &"x\n".repeat(699), 0);
    tries(is_short, "src/a.rs", &"x\n".repeat(700), 1);
    tries(is_short, "style/a.css", &"x\n".repeat(900), 1);
    tries(is_short, "catalogue/a.toml", &"x\n".repeat(900), 0);
    holds(is_short);
}

fn says_what_it_is_for(file: &File) -> Vec<String> {
    let begins = if file.path.ends_with(".rs") {
        &["//!"][..]
    } else if file.path.ends_with(".css") {
        &["/*"][..]
    } else if file.path.ends_with(".mjs") || file.path.ends_with(".js") {
        &["//", "/*"][..]
    } else {
        return Vec::new();
    };
    if file.text.is_empty() || begins.iter().any(|begin| file.text.starts_with(begin)) {
        return Vec::new();
    }
    vec![format!("{}: has no head comment that says what it is for", file.path)]
}

#[test]
fn every_file_says_what_it_is_for() {
    tries(says_what_it_is_for, "src/a.rs", "use std::fs;", 1);
    tries(says_what_it_is_for, "src/a.rs", "//! Reads.\n", 0);
    tries(says_what_it_is_for, "style/a.css", "a { color: red }", 1);
    holds(says_what_it_is_for);
}

// Style sheets

fn style_is_plain(file: &File) -> Vec<String> {
    if !file.path.ends_with(".css") {
        return Vec::new();
    }
    let text = without_comments_and_strings(&file.text);
    let line_of = |place: usize| 1 + text[..place].matches('\n').count();
    let important = text
        .match_indices("!important")
        .map(|(place, _)| (place, "`!important`"));
    let imports = text.match_indices("@import").map(|(place, _)| (place, "`@import`"));
    let ids = selectors(&text)
        .into_iter()
        .filter(|(_, selector)| selector.contains('#'))
        .map(|(place, _)| (place, "an id"));
    let breaches = important.chain(imports).chain(ids);
    breaches
        .map(|(place, what)| format!("{}:{}: {what}", file.path, line_of(place)))
        .collect()
}

/// A style sheet with blanks in the place of comments and of what stands in quotes; line ends stay.
fn without_comments_and_strings(css: &str) -> String {
    let mut out = String::new();
    let mut end: Option<&str> = None;
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        let step = match end {
            Some("*/") if rest.starts_with("*/") => {
                end = None;
                2
            }
            Some(quote) if quote != "*/" && rest.starts_with(quote) => {
                end = None;
                1
            }
            Some(_) => c.len_utf8(),
            None if rest.starts_with("/*") => {
                end = Some("*/");
                2
            }
            None if c == '"' || c == '\'' => {
                end = Some(if c == '"' { "\"" } else { "'" });
                1
            }
            None => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
                continue;
            }
        };
        out.push(if c == '\n' { '\n' } else { ' ' });
        rest = &rest[step..];
    }
    out
}

/// What stands before each `{`, with the place where it begins.
fn selectors(css: &str) -> Vec<(usize, &str)> {
    let mut selectors = Vec::new();
    let mut begin = 0;
    for (place, c) in css.char_indices() {
        if c == '{' {
            let selector = css[begin..place].trim_start();
            selectors.push((place - selector.len(), selector));
        }
        if "{};".contains(c) {
            begin = place + 1;
        }
    }
    selectors
}

#[test]
fn style_sheets_have_no_ids_and_nothing_important() {
    let rule = style_is_plain;
    tries(rule, "style/a.css", "#list { color: red }\n.a #b, .c { color: red }", 2);
    tries(
        rule,
        "style/a.css",
        "@media print { .a > #b { color: red !important } }",
        2,
    );
    tries(
        rule,
        "style/a.css",
        ".a { color: #fff; background: url(#x) }\n/* #list { */ .b { content: \"#x {\" }",
        0,
    );
    tries(rule, "style/a.css", "@import \"b.css\";", 1);
    holds(rule);
}
