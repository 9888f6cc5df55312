//! The path of a request, made safe: what comes out names something inside the served folder, or
//! nothing comes out.

use std::path::PathBuf;

/// The path of a request inside the site, decoded and checked.
///
/// Of every value it holds that no segment is empty, begins with a dot (but `.well-known`), or holds
/// a separator, a colon or a control character. Joined to a folder, it stays inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestPath {
    segments: Vec<String>,
    ends_with_slash: bool,
}

impl RequestPath {
    /// Reads the path of a request as it came, percent-encoded; nothing if it is not safe.
    pub fn read(raw: &str) -> Option<Self> {
        let decoded = percent_decoded(raw.strip_prefix('/')?)?;
        let mut segments: Vec<String> = decoded.split('/').map(str::to_owned).collect();
        let ends_with_slash = segments.last().is_some_and(String::is_empty);
        if ends_with_slash {
            segments.pop();
        }
        segments.iter().all(|segment| is_safe(segment)).then_some(Self {
            segments,
            ends_with_slash,
        })
    }

    /// Whether it names a folder.
    pub fn ends_with_slash(&self) -> bool {
        self.ends_with_slash
    }

    /// The path, relative to the served folder.
    pub fn relative(&self) -> PathBuf {
        self.segments.iter().collect()
    }

    /// The path as rules are written: decoded, from the site's root.
    pub fn shown(&self) -> String {
        let end = if self.ends_with_slash && !self.segments.is_empty() {
            "/"
        } else {
            ""
        };
        format!("/{}{end}", self.segments.join("/"))
    }
}

fn is_safe(segment: &str) -> bool {
    let hidden = segment.starts_with('.') && segment != ".well-known";
    !segment.is_empty() && !hidden && !segment.contains(|c: char| matches!(c, '/' | '\\' | ':') || c.is_control())
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    let decoded = String::from_utf8(decoded).ok()?;
    // An encoded slash would make two segments out of one.
    let slashes = |text: &str| text.bytes().filter(|byte| *byte == b'/').count();
    (slashes(&decoded) == slashes(text)).then_some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, expected: Option<(&str, &str)>) {
        let path = RequestPath::read(raw);
        let actual = path.map(|path| (path.relative(), path.shown()));
        let expected = expected.map(|(relative, shown)| (PathBuf::from(relative), shown.to_owned()));
        assert_eq!(actual, expected, "{raw}");
    }

    #[test]
    fn ordinary_paths_are_read() {
        check("/", Some(("", "/")));
        check("/index.html", Some(("index.html", "/index.html")));
        check("/km/", Some(("km", "/km/")));
        check("/o/KLD-6b.html", Some(("o/KLD-6b.html", "/o/KLD-6b.html")));
        check("/a%20b/%E1%9E%81.json", Some(("a b/ខ.json", "/a b/ខ.json")));
        check(
            "/.well-known/security.txt",
            Some((".well-known/security.txt", "/.well-known/security.txt")),
        );
        check("/a..b/c...d", Some(("a..b/c...d", "/a..b/c...d")));
    }

    #[test]
    fn nothing_leads_out_of_the_folder() {
        let refused = [
            "",
            "index.html",
            "*",
            "//",
            "//example.org/",
            "/a//b",
            "/..",
            "/../secret",
            "/a/../../secret",
            "/./a",
            "/%2e%2e/secret",
            "/%2E%2E%2Fsecret",
            "/..%2fsecret",
            "/a%2fb",
            "/..%5csecret",
            "/..\\secret",
            "/C:/secret",
            "/a%00.html",
            "/a%0d%0ab",
            "/%252e%252e%252f/..",
            "/.git/config",
            "/.env",
            "/%ff",
            "/%zz",
            "/%4",
            "/%",
        ];
        for raw in refused {
            check(raw, None);
        }
    }
}
