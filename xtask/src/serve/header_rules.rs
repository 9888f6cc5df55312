//! `dist/_headers`: the response headers, in the format that Netlify and Cloudflare Pages read.
//! The build writes it once; production and this server follow the same file.
//!
//! ```text
//! # a comment
//! /*
//!   X-Content-Type-Options: nosniff
//! /assets/*
//!   Cache-Control: public, max-age=31536000, immutable
//!   ! X-Robots-Tag
//! ```
//!
//! `*` stands for any characters, `:name` for one segment. All rules that fit apply in their order;
//! a header set twice has both values, joined by a comma, as on the hosts; `! Name` takes away what
//! rules before it set.

use hyper::header::{HeaderMap, HeaderName, HeaderValue};

/// The rules of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderRules(Vec<Rule>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    changes: Vec<Change>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    Set(HeaderName, HeaderValue),
    Remove(HeaderName),
}

/// What belongs to the connection or to the file, and which the hosts do not let a rule set.
const NOT_FOR_RULES: [&str; 9] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
    "date",
    "etag",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

impl HeaderRules {
    /// Reads the text of a `_headers` file.
    ///
    /// # Errors
    /// One line that names the number of the line and what is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let wrong = |what: String| format!("line {}: {what}", index + 1);
            let trimmed = line.trim();
            if trimmed.is_empty() || trimmed.starts_with('#') {
                continue;
            }
            if line.starts_with([' ', '\t']) {
                let change = Change::read(trimmed).map_err(wrong)?;
                let Some(rule) = rules.last_mut() else {
                    return Err(wrong("a header before the first path".to_owned()));
                };
                rule.changes.push(change);
            } else if trimmed.starts_with('/') {
                rules.push(Rule {
                    pattern: trimmed.to_owned(),
                    changes: Vec::new(),
                });
            } else {
                return Err(wrong(format!(
                    "'{trimmed}' is neither a path, which begins with /, nor an indented header"
                )));
            }
        }
        Ok(Self(rules))
    }

    /// The headers for a path from the site's root.
    pub fn of(&self, path: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for rule in self.0.iter().filter(|rule| fits(&rule.pattern, path)) {
            for change in &rule.changes {
                match change {
                    Change::Remove(name) => {
                        headers.remove(name);
                    }
                    Change::Set(name, value) => {
                        let joined = match headers.get(name) {
                            Some(there) => joined(there, value),
                            None => value.clone(),
                        };
                        headers.insert(name.clone(), joined);
                    }
                }
            }
        }
        headers
    }
}

impl Change {
    fn read(line: &str) -> Result<Self, String> {
        if let Some(name) = line.strip_prefix('!') {
            return read_name(name).map(Self::Remove);
        }
        let Some((name, value)) = line.split_once(':') else {
            return Err(format!("'{line}' is no header: Name: value"));
        };
        let name = read_name(name)?;
        if NOT_FOR_RULES.contains(&name.as_str()) {
            return Err(format!("{name} is the server's to set"));
        }
        let value = HeaderValue::from_str(value.trim())
            .map_err(|_| format!("the value of {name} has characters that no header may have"))?;
        Ok(Self::Set(name, value))
    }
}

fn read_name(text: &str) -> Result<HeaderName, String> {
    let name = text.trim();
    HeaderName::from_bytes(name.as_bytes()).map_err(|_| format!("'{name}' is no header name"))
}

fn joined(first: &HeaderValue, second: &HeaderValue) -> HeaderValue {
    let bytes = [first.as_bytes(), b", ", second.as_bytes()].concat();
    // Two values that are allowed are allowed together.
    HeaderValue::from_bytes(&bytes).unwrap_or_else(|_| second.clone())
}

/// Whether a path fits a pattern with `*` and `:name`.
fn fits(pattern: &str, path: &str) -> bool {
    if let Some(rest) = pattern.strip_prefix('*') {
        let mut ends = path.char_indices().map(|(at, _)| at).chain([path.len()]);
        return ends.any(|at| fits(rest, &path[at..]));
    }
    if pattern.starts_with(':') && pattern[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        let end = |text: &str| text.find('/').unwrap_or(text.len());
        let (name, segment) = (end(pattern), end(path));
        return segment > 0 && fits(&pattern[name..], &path[segment..]);
    }
    let mut pattern = pattern.chars();
    let mut path = path.chars();
    match (pattern.next(), path.next()) {
        (None, None) => true,
        (Some(wanted), Some(there)) if wanted == there => fits(pattern.as_str(), path.as_str()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# written by the build
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'; connect-src 'self' https://x.example:8443
  Link: </a.css>; rel=preload

/assets/*
\tCache-Control: public, max-age=31536000, immutable
  Link: </b.css>; rel=preload

/o/:id
  ! Link
";

    #[track_caller]
    fn check(path: &str, name: &str, expected: Option<&str>) {
        let rules = HeaderRules::read(FILE).expect("the file is right");
        let headers = rules.of(path);
        let actual = headers.get(name).and_then(|value| value.to_str().ok());
        assert_eq!(actual, expected, "{name} of {path}");
    }

    #[test]
    fn rules_apply_in_their_order() {
        check("/", "x-content-type-options", Some("nosniff"));
        check(
            "/km/",
            "content-security-policy",
            Some("default-src 'none'; connect-src 'self' https://x.example:8443"),
        );
        check("/", "cache-control", None);
        check(
            "/assets/app.wasm",
            "cache-control",
            Some("public, max-age=31536000, immutable"),
        );
        check(
            "/assets/app.wasm",
            "link",
            Some("</a.css>; rel=preload, </b.css>; rel=preload"),
        );
        check("/o/KLD-6b.html", "link", None);
        check("/o/a/b", "link", Some("</a.css>; rel=preload"));
    }

    #[test]
    fn patterns_fit() {
        let cases = [
            ("/*", "/", true),
            ("/*", "/a/b.js", true),
            ("/", "/", true),
            ("/", "/a", false),
            ("/*.wasm", "/app-1.wasm", true),
            ("/*.wasm", "/deep/app-1.wasm", true),
            ("/*.wasm", "/app.wasm.br", false),
            ("/a/*/c", "/a/b/c", true),
            ("/a/*/c", "/a/b/d", false),
            ("/o/:id", "/o/KLD", true),
            ("/o/:id", "/o/", false),
            ("/o/:id/x", "/o/ខ/x", true),
            ("/sw.js", "/sw-js", false),
        ];
        for (pattern, path, expected) in cases {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn a_wrong_line_is_named() {
        let cases = [
            ("  X-A: b\n", "line 1: a header before the first path"),
            (
                "/*\n  no header here\n",
                "line 2: 'no header here' is no header: Name: value",
            ),
            (
                "/*\n\nX-A: b\n",
                "line 3: 'X-A: b' is neither a path, which begins with /, nor an indented header",
            ),
            (
                "https://x.example/*\n",
                "line 1: 'https://x.example/*' is neither a path, which begins with /, nor an indented header",
            ),
            ("/*\n  X A: b\n", "line 2: 'X A' is no header name"),
            (
                "/*\n  X-A: \u{7f}\n",
                "line 2: the value of x-a has characters that no header may have",
            ),
            (
                "/*\n  Content-Length: 5\n",
                "line 2: content-length is the server's to set",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(HeaderRules::read(text), Err(expected.to_owned()), "{text}");
        }
        assert_eq!(HeaderRules::read("# nothing\n\n"), Ok(HeaderRules::default()));
    }
}
