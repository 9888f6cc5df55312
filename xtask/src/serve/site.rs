//! The served folder: a request in, an answer out.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Response, StatusCode, Uri};

use super::encoding::{self, Encoding};
use super::header_rules::HeaderRules;
use super::media_type;
use super::request_path::RequestPath;
use crate::failure::Failure;

/// A body that is there as a whole.
pub type Body = Full<Bytes>;
/// What a client gets.
pub type Answer = Response<Body>;

/// The name of the rules' file, which is not served itself.
const RULES: &str = "_headers";
/// What Netlify and Cloudflare Pages send where no rule sets it.
const USUAL_CACHING: &str = "public, max-age=0, must-revalidate";

/// A folder to serve, with its header rules.
pub struct Site {
    /// Without symbolic links, so that it can be compared with a file's real path.
    folder: PathBuf,
    base: String,
    rules: HeaderRules,
}

impl Site {
    /// Opens a folder; `base` is the path under which it stands, with a slash at both ends. The
    /// rules are read once, now.
    ///
    /// # Errors
    /// If there is no such folder, or its `_headers` has a mistake.
    pub fn open(folder: &Path, base: &str) -> Result<Self, Failure> {
        let shown = folder.display();
        let real = folder.canonicalize().ok().filter(|real| real.is_dir());
        let Some(real) = real else {
            return Err(Failure::new(format!(
                "there is no folder {shown} to serve; `cargo xtask build` makes dist"
            )));
        };
        let rules = match fs::read_to_string(real.join(RULES)) {
            Ok(text) => HeaderRules::read(&text).map_err(|wrong| Failure::new(format!("{shown}/{RULES}, {wrong}")))?,
            Err(error) if error.kind() == ErrorKind::NotFound => HeaderRules::default(),
            Err(error) => {
                return Err(Failure::new(format!("{shown}/{RULES} cannot be read: {error}")));
            }
        };
        Ok(Self {
            folder: real,
            base: base.to_owned(),
            rules,
        })
    }

    /// Answers a request.
    pub fn answer(&self, method: &Method, uri: &Uri, request: &HeaderMap) -> Answer {
        if method != Method::GET && method != Method::HEAD {
            let mut answer = status_only(StatusCode::METHOD_NOT_ALLOWED);
            answer
                .headers_mut()
                .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return answer;
        }
        let path = uri.path();
        if path.len() + 1 == self.base.len() && self.base.starts_with(path) {
            return redirect(&self.base, uri);
        }
        let inside = path
            .strip_prefix(self.base.trim_end_matches('/'))
            .and_then(RequestPath::read);
        let Some(inside) = inside else {
            return self.not_found("/", request);
        };
        match self.find(&inside) {
            Found::File(file) => self.file(&file, &inside.shown(), StatusCode::OK, request),
            Found::FolderWithoutSlash => redirect(&format!("{path}/"), uri),
            Found::Nothing => self.not_found(&inside.shown(), request),
        }
    }

    fn find(&self, path: &RequestPath) -> Found {
        let Some(real) = self.real_path(&path.relative()) else {
            return Found::Nothing;
        };
        if real.is_dir() {
            if !path.ends_with_slash() {
                return Found::FolderWithoutSlash;
            }
            let index = path.relative().join("index.html");
            return self.real_path(&index).map_or(Found::Nothing, Found::File);
        }
        if path.ends_with_slash() || real == self.folder.join(RULES) {
            return Found::Nothing;
        }
        Found::File(real)
    }

    /// The real path of something that is there, if it is inside the folder: a symbolic link in it
    /// may not lead out either.
    fn real_path(&self, relative: &Path) -> Option<PathBuf> {
        let real = self.folder.join(relative).canonicalize().ok()?;
        real.starts_with(&self.folder).then_some(real)
    }

    fn not_found(&self, path: &str, request: &HeaderMap) -> Answer {
        match self.real_path(Path::new("404.html")) {
            Some(page) => self.file(&page, path, StatusCode::NOT_FOUND, request),
            None => {
                let mut answer = status_only(StatusCode::NOT_FOUND);
                self.apply_rules(answer.headers_mut(), path);
                answer
            }
        }
    }

    fn file(&self, file: &Path, path: &str, status: StatusCode, request: &HeaderMap) -> Answer {
        let variants: Vec<Encoding> = encoding::ALL
            .into_iter()
            .filter(|encoding| variant(file, *encoding).is_file())
            .collect();
        let accepted = text_of(request, header::ACCEPT_ENCODING);
        let chosen = variants
            .iter()
            .copied()
            .find(|encoding| encoding.is_accepted(&accepted));
        let sent = chosen.map_or_else(|| file.to_path_buf(), |encoding| variant(file, encoding));
        let Ok(content) = read(&sent) else {
            return status_only(StatusCode::INTERNAL_SERVER_ERROR);
        };

        let mut answer = Response::new(Body::default());
        *answer.status_mut() = status;
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type::of(file)));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(USUAL_CACHING));
        self.apply_rules(headers, path);
        if !variants.is_empty() {
            headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        if let Some(encoding) = chosen {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.token()));
        }
        if status == StatusCode::OK {
            let tag = entity_tag(&content.metadata, chosen);
            let known = text_of(request, header::IF_NONE_MATCH);
            let unchanged = names_tag(&known, &tag);
            if let Ok(tag) = HeaderValue::from_str(&tag) {
                headers.insert(header::ETAG, tag);
            }
            if unchanged {
                headers.remove(header::CONTENT_TYPE);
                headers.remove(header::CONTENT_ENCODING);
                *answer.status_mut() = StatusCode::NOT_MODIFIED;
                return answer;
            }
        }
        // For HEAD, hyper sends the length of this body and not the body.
        *answer.body_mut() = Body::from(content.bytes);
        answer
    }

    fn apply_rules(&self, headers: &mut HeaderMap, path: &str) {
        for (name, value) in &self.rules.of(path) {
            headers.insert(name.clone(), value.clone());
        }
    }
}

enum Found {
    File(PathBuf),
    FolderWithoutSlash,
    Nothing,
}

struct Content {
    bytes: Vec<u8>,
    metadata: Metadata,
}

fn read(path: &Path) -> std::io::Result<Content> {
    let metadata = fs::metadata(path)?;
    let bytes = fs::read(path)?;
    Ok(Content { bytes, metadata })
}

fn variant(file: &Path, encoding: Encoding) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(encoding.ending());
    PathBuf::from(name)
}

fn status_only(status: StatusCode) -> Answer {
    let text = format!("{status}\n");
    let mut answer = Response::new(Body::from(text));
    *answer.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    answer.headers_mut().insert(header::CONTENT_TYPE, plain);
    answer
}

fn redirect(path: &str, uri: &Uri) -> Answer {
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let Ok(location) = HeaderValue::from_str(&format!("{path}{query}")) else {
        return status_only(StatusCode::NOT_FOUND);
    };
    let mut answer = status_only(StatusCode::PERMANENT_REDIRECT);
    answer.headers_mut().insert(header::LOCATION, location);
    answer
}

fn text_of(headers: &HeaderMap, name: header::HeaderName) -> String {
    let values: Vec<&str> = headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .collect();
    values.join(", ")
}

/// Length and time of writing, as nginx does it; a rebuilt file has another.
fn entity_tag(metadata: &Metadata, encoding: Option<Encoding>) -> String {
    let written = metadata
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let nanoseconds = written.map_or(0, |time| time.as_nanos());
    let encoding = encoding.map_or("", Encoding::token);
    format!("\"{:x}-{nanoseconds:x}{encoding}\"", metadata.len())
}

/// Whether an `If-None-Match` names the tag; weak and strong are alike here (RFC 9110, 13.1.2).
fn names_tag(if_none_match: &str, tag: &str) -> bool {
    if_none_match
        .split(',')
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::BodyExt as _;

    /// A small site in a temporary folder, with a secret beside it; removed at the end of the test.
    struct Example {
        around: PathBuf,
        base: &'static str,
    }

    impl Example {
        fn new(name: &str) -> Self {
            let around = std::env::temp_dir().join(format!("accord-site-{name}-{}", std::process::id()));
            let write = |path: &str, text: &str| {
                let path = around.join(path);
                let parent = path.parent().expect("it has one");
                fs::create_dir_all(parent).expect("the temporary folder can be written");
                fs::write(path, text).expect("the temporary folder can be written");
            };
            write("secret", "secret");
            write("dist-too/secret", "secret");
            write("dist/index.html", "<h1>Home</h1>");
            write("dist/404.html", "<h1>Nothing here</h1>");
            write("dist/km/index.html", "<h1>ខ្មែរ</h1>");
            write("dist/empty/note.txt", "a folder without index.html");
            write("dist/app.wasm", "plain bytes");
            write("dist/app.wasm.br", "brotli");
            write("dist/app.wasm.gz", "gzip");
            write(
                "dist/_headers",
                "/*\n  X-Frame-Options: DENY\n/app.*\n  Cache-Control: immutable\n  Vary: X-Other\n",
            );
            #[cfg(unix)]
            {
                let _ = std::os::unix::fs::symlink(around.join("secret"), around.join("dist/link"));
                let _ = std::os::unix::fs::symlink(&around, around.join("dist/out"));
            }
            Self { around, base: "/" }
        }

        fn answer(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
            let site = Site::open(&self.around.join("dist"), self.base);
            let site = site
                .map_err(|failure| failure.line().to_owned())
                .expect("the folder is there");
            let mut map = HeaderMap::new();
            for (name, value) in headers {
                let name = header::HeaderName::from_bytes(name.as_bytes()).expect("a header name");
                map.append(name, HeaderValue::from_str(value).expect("a header value"));
            }
            let method = Method::from_bytes(method.as_bytes()).expect("a method");
            let uri: Uri = path.parse().expect("an address");
            site.answer(&method, &uri, &map)
        }

        #[track_caller]
        fn check(&self, path: &str, status: u16, body: &str) {
            let answer = self.answer("GET", path, &[]);
            assert_eq!(answer.status().as_u16(), status, "{path}");
            assert_eq!(body_of(answer), body, "{path}");
        }
    }

    impl Drop for Example {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.around);
        }
    }

    fn body_of(answer: Answer) -> String {
        // The body is there as a whole: its future is ready at once.
        let mut whole = std::pin::pin!(answer.into_body().collect());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match whole.as_mut().poll(&mut context) {
            std::task::Poll::Ready(Ok(body)) => String::from_utf8_lossy(&body.to_bytes()).into_owned(),
            _ => "not ready".to_owned(),
        }
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer.headers().get(name).and_then(|value| value.to_str().ok())
    }

    #[test]
    fn files_and_folders_are_found() {
        let site = Example::new("found");
        site.check("/", 200, "<h1>Home</h1>");
        site.check("/index.html?x=1", 200, "<h1>Home</h1>");
        site.check("/km/", 200, "<h1>ខ្មែរ</h1>");
        site.check("/nothing", 404, "<h1>Nothing here</h1>");
        site.check("/empty/", 404, "<h1>Nothing here</h1>");
        site.check("/index.html/", 404, "<h1>Nothing here</h1>");
        site.check("/_headers", 404, "<h1>Nothing here</h1>");
        let answer = site.answer("GET", "/km?q=1", &[]);
        assert_eq!(
            (answer.status().as_u16(), header(&answer, "location")),
            (308, Some("/km/?q=1"))
        );
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let site = Example::new("outside");
        for path in [
            "/../secret",
            "/%2e%2e/secret",
            "/km/../../secret",
            "/..%2fsecret",
            "/../dist-too/secret",
            "/link",
            "/out/secret",
            "/out/",
            "//etc/passwd",
        ] {
            site.check(path, 404, "<h1>Nothing here</h1>");
        }
    }

    #[test]
    fn rules_types_and_variants() {
        let site = Example::new("variants");
        let plain = site.answer("GET", "/app.wasm", &[]);
        assert_eq!(header(&plain, "content-type"), Some("application/wasm"));
        assert_eq!(header(&plain, "content-encoding"), None);
        assert_eq!(header(&plain, "cache-control"), Some("immutable"));
        assert_eq!(header(&plain, "x-frame-options"), Some("DENY"));
        let vary: Vec<_> = plain.headers().get_all("vary").iter().collect();
        assert_eq!(vary, ["X-Other", "Accept-Encoding"]);
        assert_eq!(body_of(plain), "plain bytes");

        let brotli = site.answer("GET", "/app.wasm", &[("accept-encoding", "gzip, br")]);
        assert_eq!(header(&brotli, "content-type"), Some("application/wasm"));
        assert_eq!(header(&brotli, "content-encoding"), Some("br"));
        assert_eq!(body_of(brotli), "brotli");

        let gzip = site.answer("GET", "/app.wasm", &[("accept-encoding", "gzip;q=0.3")]);
        assert_eq!(header(&gzip, "content-encoding"), Some("gzip"));

        let page = site.answer("GET", "/", &[("accept-encoding", "br")]);
        assert_eq!(header(&page, "vary"), None);
        assert_eq!(header(&page, "cache-control"), Some(USUAL_CACHING));
        assert_eq!(header(&page, "content-type"), Some("text/html; charset=utf-8"));

        let missing = site.answer("GET", "/app.missing", &[]);
        assert_eq!(header(&missing, "x-frame-options"), Some("DENY"));
        assert_eq!(header(&missing, "content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(header(&missing, "etag"), None);
    }

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let site = Example::new("etag");
        let first = site.answer("GET", "/app.wasm", &[("accept-encoding", "br")]);
        let tag = header(&first, "etag").expect("a file has one").to_owned();
        let weak = format!("\"other\", W/{tag}");
        for known in [tag.as_str(), weak.as_str(), "*"] {
            let again = site.answer(
                "GET",
                "/app.wasm",
                &[("accept-encoding", "br"), ("if-none-match", known)],
            );
            assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{known}");
            assert_eq!(header(&again, "etag"), Some(tag.as_str()));
            assert_eq!(header(&again, "cache-control"), Some("immutable"));
            assert_eq!(body_of(again), "");
        }
        let other_variant = site.answer("GET", "/app.wasm", &[("if-none-match", &tag)]);
        assert_eq!(other_variant.status(), StatusCode::OK);
    }

    #[test]
    fn only_reading_is_allowed() {
        let site = Example::new("methods");
        let head = site.answer("HEAD", "/", &[]);
        assert_eq!(head.status(), StatusCode::OK);
        let post = site.answer("POST", "/", &[]);
        assert_eq!(post.status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(header(&post, "allow"), Some("GET, HEAD"));
    }

    #[test]
    fn a_site_under_a_path() {
        let mut site = Example::new("base");
        site.base = "/sub/";
        site.check("/sub/", 200, "<h1>Home</h1>");
        site.check("/sub/km/", 200, "<h1>ខ្មែរ</h1>");
        site.check("/", 404, "<h1>Nothing here</h1>");
        site.check("/km/", 404, "<h1>Nothing here</h1>");
        site.check("/submarine", 404, "<h1>Nothing here</h1>");
        let bare = site.answer("GET", "/sub", &[]);
        assert_eq!(
            (bare.status().as_u16(), header(&bare, "location")),
            (308, Some("/sub/"))
        );
        let folder = site.answer("GET", "/sub/km", &[]);
        assert_eq!(header(&folder, "location"), Some("/sub/km/"));
        let wasm = site.answer("GET", "/sub/app.wasm", &[]);
        assert_eq!(header(&wasm, "cache-control"), Some("immutable"));
    }

    #[test]
    fn a_missing_folder_or_wrong_rules_are_one_line() {
        let example = Example::new("wrong");
        let missing = Site::open(&example.around.join("no-such"), "/").err();
        let line = missing.as_ref().map(Failure::line).unwrap_or_default();
        assert!(
            line.starts_with("there is no folder ") && line.ends_with("`cargo xtask build` makes dist"),
            "{line}"
        );
        fs::write(example.around.join("dist/_headers"), "oops\n").expect("the temporary folder can be written");
        let wrong = Site::open(&example.around.join("dist"), "/").err();
        let line = wrong.as_ref().map(Failure::line).unwrap_or_default();
        assert!(line.contains("dist/_headers, line 1: 'oops' is neither"), "{line}");
    }
}
