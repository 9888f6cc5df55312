//! Every word on the screen comes from `src/language/`: no other file of the page holds one.
//!
//! A reader of Rust, of `view!` and of the calls that build markup (`told`, `text`, `with`), which knows just enough to tell where a
//! string stands: as text, in an attribute, or in code.

use super::{File, holds, tries};

/// Attributes whose values are read or heard by people.
const HEARD: [&str; 10] = [
    "alt",
    "aria-braillelabel",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "title",
];
/// Rooms that make what is on the screen.
const ROOMS: [&str; 2] = ["src/ui/", "src/views/"];
/// What a component is told by names that nobody sees; every other property of a component counts as words.
const NAMES: [&str; 4] = ["class", "id", "name", "kind"];
/// Keys of the keyboard as events name them (UI Events, `key`).
const KEYS: [&str; 13] = [
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "Backspace",
    "Delete",
    "End",
    "Enter",
    "Escape",
    "Home",
    "PageDown",
    "PageUp",
    "Tab",
];
/// Properties of elements that hold words, in scripts.
const SAID_BY_SCRIPTS: [&str; 6] = [
    "textContent",
    "innerText",
    "ariaLabel",
    "title",
    "placeholder",
    "alert(",
];

/// Where a string stands.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Place {
    /// In code outside of any markup.
    Code,
    /// Between tags, or in a block between tags.
    Text,
    /// In the value of an attribute of an element, or of a property of a component.
    Attribute { name: String, of_component: bool },
}

/// A string or a bare word with its line and place.
struct Said {
    line: usize,
    place: Place,
    text: String,
}

/// A call that is open: its name, and the first string in it.
struct Call {
    name: String,
    first: Option<String>,
}

/// Reads a file from a place onwards.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    said: Vec<Said>,
}

/// The place of a string in the innermost of these calls that says something of it.
fn place_in(calls: &[Call], outside: &Place, text: &str) -> Place {
    for call in calls.iter().rev() {
        let attribute = |name: &str| Place::Attribute {
            name: name.to_owned(),
            of_component: false,
        };
        match (call.name.as_str(), &call.first) {
            ("class", _) => return attribute("class"),
            ("with", Some(name)) => return attribute(name),
            ("with", None) => return attribute(""),
            ("told", None) if text.starts_with(char::is_lowercase) && !text.contains(' ') => return attribute(""),
            ("text" | "told", _) => return Place::Text,
            _ => {}
        }
    }
    outside.clone()
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn step(&mut self) {
        self.at += self.next().map_or(0, char::len_utf8);
    }

    fn line(&self, at: usize) -> usize {
        1 + self.text[..at].matches('\n').count()
    }

    fn note(&mut self, from: usize, place: &Place, text: &str) {
        let line = self.line(from);
        self.said.push(Said {
            line,
            place: place.clone(),
            text: text.to_owned(),
        });
    }

    /// A comment, a character or a string, where one stands here. Strings are noted.
    fn token(&mut self, place: &Place) -> bool {
        let rest = self.rest();
        if rest.starts_with("//") {
            self.at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if rest.starts_with("r\"") || rest.starts_with("r#") {
            let marks = rest[1..].len() - rest[1..].trim_start_matches('#').len();
            if !rest[1 + marks..].starts_with('"') {
                return false;
            }
            let close = format!("\"{}", "#".repeat(marks));
            let inner = &rest[marks + 2..];
            let end = inner.find(&close).unwrap_or(inner.len());
            self.note(self.at, place, &inner[..end]);
            self.at += marks + 2 + (end + close.len()).min(inner.len());
        } else if let Some(inner) = rest.strip_prefix('"') {
            let from = self.at;
            let mut end = 1;
            let mut escaped = false;
            for c in inner.chars() {
                if c == '"' && !escaped {
                    break;
                }
                escaped = c == '\\' && !escaped;
                end += c.len_utf8();
            }
            self.note(from, place, &rest[1..end]);
            self.at = (from + end + 1).min(self.text.len());
        } else if let Some(quoted) = rest.strip_prefix('\'') {
            // A character; a lifetime has no second quote.
            let length = if let Some(escaped) = quoted.strip_prefix('\\') {
                escaped.find('\'').map(|end| end + 1)
            } else {
                quoted.chars().next().map(char::len_utf8)
            };
            let closed = length.filter(|&length| quoted[length..].starts_with('\''));
            self.at += closed.map_or(1, |length| length + 2);
        } else {
            return false;
        }
        true
    }

    /// Code up to what closes it, or where `ends` says so at its own level.
    fn code(&mut self, place: &Place, ends: impl Fn(&Self) -> bool) {
        let mut depth = 0usize;
        let mut calls: Vec<Call> = Vec::new();
        while let Some(c) = self.next() {
            if depth == 0 && ends(self) {
                return;
            }
            if let Some(opening) = self.rest().strip_prefix("view!").map(str::trim_start)
                && opening.starts_with(['{', '('])
            {
                self.at = self.text.len() - opening.len() + 1;
                self.markup();
                continue;
            }
            let known = self.said.len();
            if self.token(place) {
                if let Some(said) = self.said.get_mut(known) {
                    let text = said.text.clone();
                    said.place = place_in(&calls, place, &text);
                    if let Some(call) = calls.last_mut() {
                        call.first.get_or_insert(text);
                    }
                }
                continue;
            }
            match c {
                '{' | '(' | '[' => {
                    depth += 1;
                    let before = &self.text[..self.at];
                    let name = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
                    calls.push(Call {
                        name: before[name..].to_owned(),
                        first: None,
                    });
                }
                '}' | ')' | ']' if depth == 0 => return,
                '}' | ')' | ']' => {
                    depth -= 1;
                    calls.pop();
                }
                _ => {}
            }
            self.step();
        }
    }

    /// What stands in `view! { … }`, with what closes it.
    fn markup(&mut self) {
        while let Some(c) = self.next() {
            if self.token(&Place::Text) {
                continue;
            }
            match c {
                '}' | ')' => {
                    self.step();
                    return;
                }
                '{' => {
                    self.step();
                    self.code(&Place::Text, |_| false);
                    self.step();
                }
                '<' => self.tag(),
                _ if c.is_alphabetic() => {
                    let from = self.at;
                    let rest = self.rest();
                    let end = rest.find(['<', '{', '}', '"']).unwrap_or(rest.len());
                    self.note(from, &Place::Text, rest[..end].trim_end());
                    self.at += end;
                }
                _ => self.step(),
            }
        }
    }

    fn tag(&mut self) {
        self.step();
        if self.rest().starts_with('/') {
            self.at += self.rest().find('>').map_or(1, |end| end + 1);
            return;
        }
        let name = self.word();
        let of_component = name.starts_with(char::is_uppercase);
        while let Some(c) = self.next() {
            if c == '>' {
                self.step();
                return;
            }
            if c == '{' || c == '"' || self.rest().starts_with("/*") || self.rest().starts_with("//") {
                if c == '{' {
                    self.step();
                    self.code(&Place::Code, |_| false);
                    self.step();
                } else {
                    self.token(&Place::Code);
                }
                continue;
            }
            if !is_name(c) {
                self.step();
                continue;
            }
            let name = self.word();
            if self.rest().trim_start().starts_with('=') {
                self.at += self.rest().find('=').map_or(0, |place| place + 1);
                self.code(&Place::Attribute { name, of_component }, Self::value_ends);
            }
        }
    }

    /// Whether the value of an attribute ends here: the tag ends, or another attribute begins.
    fn value_ends(&self) -> bool {
        let rest = self.rest();
        let before = &self.text[..self.at];
        if rest.starts_with("/>") || rest.starts_with('>') && !before.ends_with(['-', '=']) {
            return true;
        }
        let next = rest.trim_start();
        let name = next.len() - next.trim_start_matches(is_name).len();
        let after = &next[name..];
        rest.starts_with(char::is_whitespace) && name > 0 && after.starts_with('=') && !after.starts_with("==")
    }

    fn word(&mut self) -> String {
        let rest = self.rest();
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        self.at += end;
        rest[..end].to_owned()
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || "_-:.".contains(c)
}

/// A string without what is filled in: `{count} of {}` is ` of `.
fn without_holes(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether a string in code reads like words for people: it begins with a capital, or has a blank between two words. Selectors and
/// paths of drawings are none.
fn reads_like_words(text: &str) -> bool {
    let is_path = text
        .chars()
        .all(|c| c.is_ascii_digit() || " .,-MmLlHhVvCcSsQqTtAaZz".contains(c));
    let is_selector = text.starts_with(['.', '#', '[']) || is_path;
    let begins = text.trim_start().starts_with(char::is_uppercase);
    let letters: Vec<&str> = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    !is_selector && (begins || letters.len() > 1)
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn words_come_from_language(file: &File) -> Vec<String> {
    if file.is_in("src/site/") && file.path.ends_with(".js") {
        return file.breaches(script_says);
    }
    if !ROOMS.iter().any(|room| file.is_rust_in(room)) {
        return Vec::new();
    }
    // Names of classes are often put together before they are used.
    let names_classes = |said: &&Said| {
        let line = file.text.lines().nth(said.line - 1).unwrap_or_default();
        said.place == Place::Code && line.trim_start().starts_with("let class")
    };
    let mut reader = Reader {
        text: file.text.split("#[cfg(test)]").next().unwrap_or_default(),
        at: 0,
        said: Vec::new(),
    };
    while reader.next().is_some() {
        reader.code(&Place::Code, |_| false);
        reader.step();
    }
    let wrong = reader.said.iter().filter(|said| is_wrong(said) && !names_classes(said));
    wrong
        .map(|said| {
            format!(
                "{}:{}: {:?} is a word on the screen: it belongs into src/language",
                file.path, said.line, said.text
            )
        })
        .collect()
}

fn is_wrong(said: &Said) -> bool {
    let text = without_holes(&said.text);
    if !has_letters(&text) {
        return false;
    }
    match &said.place {
        Place::Text => true,
        Place::Attribute { name, of_component } => {
            HEARD.contains(&name.as_str()) || *of_component && !NAMES.contains(&name.as_str())
        }
        Place::Code => reads_like_words(&text) && !KEYS.contains(&text.as_str()),
    }
}

/// A literal that a script gives to a property which people read.
fn script_says(line: &str) -> Option<String> {
    let line = super::code(line);
    let found = SAID_BY_SCRIPTS.into_iter().find_map(|name| {
        let (_, rest) = line.split_once(name)?;
        let value = rest.trim_start_matches([' ', '=', '+', '(']);
        let literal = value.strip_prefix(['"', '\'', '`'])?;
        has_letters(literal.split(['"', '\'', '`']).next()?).then_some(name)
    })?;
    Some(format!("a script gives words of its own to `{found}`"))
}

#[test]
fn every_word_on_the_screen_comes_from_the_language() {
    let rule = words_come_from_language;
    let page = |markup: &str| format!("fn f() {{ view! {{ {markup} }} }}\n");
    for (markup, breaches) in [
        ("<p>\"Hello\"</p>", 1),
        ("<p>Hello there</p>", 1),
        ("<p>{words.hello}\" · \"{count}</p>", 0),
        ("<p>{if late { \"late\" } else { words.soon }}</p>", 1),
        ("<p>{format!(\"{count} of {all}\")}</p>", 1),
        ("<p>{format!(\"{count}/{}\", all)}</p>", 0),
        ("<button aria-label=\"Close\" title=words.close/>", 1),
        (
            "<button type=\"button\" class=\"button primary\" aria-label=words.close>\"×\"</button>",
            0,
        ),
        (
            "<input placeholder=move || if one() { \"Search\" } else { words.search } type=\"search\"/>",
            1,
        ),
        ("<Dialog title=\"Set many\"><p>{words.text}</p></Dialog>", 1),
        ("<Part heading=\"Sources\"/><Icon name=\"list\"/>", 1),
        (
            "<a href=\"method.html\" on:click=move |_| go(\"#list\")>{words.method}</a>",
            0,
        ),
        ("<a hidden=move || one() == \"two\" class:here=x>{words.a}</a>", 0),
        (
            "<li>{rows.map(|row| view! { <b>{row}</b><i>\"inner\"</i> }).collect_view()}</li>",
            1,
        ),
        ("<!-- a note --><p>{/* \"a note\" */ words.a}</p> // \"Hello\"", 0),
    ] {
        // Comments of markup are no Rust; what the reader makes of them does not matter here.
        let markup = markup.replace("<!-- a note -->", "");
        tries(
            rule,
            "src/ui/a.rs",
            &format!(
                "{}\n",
                page(&markup).replace("// \"Hello\" } }", "\n// \"Hello\"\n } }")
            ),
            breaches,
        );
    }
    tries(
        rule,
        "src/ui/a.rs",
        "fn f() { say(\"Saved on this device\"); let c = '\"'; focus(\".search input\"); }",
        1,
    );
    tries(
        rule,
        "src/ui/a.rs",
        "match key { \"ArrowDown\" => a(\"list\"), \"Enter\" => b('x'), _ => {} }",
        0,
    );
    tries(rule, "src/ui/a.rs", "let a: &'static str = r#\"Hello \"you\"\"#;", 1);
    tries(
        rule,
        "src/ui/a.rs",
        "// \"Hello\"\nlet x = 1;\n#[cfg(test)]\nmod tests { const X: &str = \"Hello\"; }",
        0,
    );
    for (code, breaches) in [
        ("told(\"h1\", \"Overview\")", 1),
        ("told(\"h1\", words.overview).class(\"part big\").text(\" · \")", 0),
        (
            "element(\"p\").text(\"so far\").with(\"rel\", \"noopener noreferrer\")",
            1,
        ),
        (
            "element(\"a\").with(\"aria-label\", \"close\").with(\"href\", format!(\"#{id}\"))",
            1,
        ),
        (
            "element(\"p\").class(if late { \"tag late\" } else { \"tag\" }).text(format!(\"{a} of {b}\"))",
            1,
        ),
        (
            "let class = if x { \"month third\" } else { \"month\" };\nlet d = \"M8 1 15.5 14.5H.5z\";",
            0,
        ),
    ] {
        tries(rule, "src/views/a.rs", code, breaches);
    }
    tries(rule, "src/language/english.rs", "hello: \"Hello\",", 0);
    tries(
        rule,
        "src/site/boot.js",
        "starting.textContent = \"Starting\";\nstarting.textContent = starting.dataset.failed;",
        1,
    );
    holds(rule);
}
