//! The policy as files for hosts: `_headers` for Netlify and Cloudflare Pages, which the build puts into the site, and files for nginx
//! and Caddy, which stand ready in `deploy/`. `tests/hosts/check.mjs` tries them on the real servers.

use super::{ASK, CLOSED, EMBEDS, EVERYWHERE, FOR_EVER, OPEN, meta};
use std::collections::BTreeSet;

/// Types of files by the endings of their names, as the hosts' own tables may not have them.
const TYPES: &[(&str, &str)] = &[
    ("text/html", "html"),
    ("text/css", "css"),
    ("text/javascript", "js mjs"),
    ("text/csv", "csv"),
    ("text/plain", "txt"),
    ("text/markdown", "md"),
    ("text/calendar", "ics"),
    ("application/wasm", "wasm"),
    ("application/json", "json"),
    ("application/manifest+json", "webmanifest"),
    ("application/xml", "xml"),
    ("application/x-bibtex", "bib"),
    ("image/svg+xml", "svg"),
    ("image/png", "png"),
];
/// Types that say in which letters they are written.
const WITH_LETTERS: &str = "text/css text/javascript text/csv text/plain text/markdown text/calendar application/xml application/x-bibtex image/svg+xml";

/// What stands above each file.
const HEAD: &str = "\
# Accord Checklist: headers, types and compressed files. Written from the table in src/site/headers.rs by
# `ACCORD_WRITE_HOSTS=1 cargo test --features site --lib hosts`; the tests compare, and try it on the real server.
";

/// The headers as Netlify and Cloudflare Pages read them, for a site of these files (addresses from its root).
///
/// Where several rules fit an address, these hosts send the values of all, joined by a comma. So what a rule closes no other can open:
/// what differs for the embedded pages stands in a rule for each other folder. Two policies joined by a comma hold both.
pub fn netlify<'a>(files: impl IntoIterator<Item = &'a str>) -> String {
    let mut folders = BTreeSet::new();
    let mut digested = BTreeSet::new();
    for file in files {
        if let Some((folder, _)) = file.split_once('/') {
            folders.insert(format!("/{folder}/"));
        }
        if let Some(stem) = before_digest(file) {
            digested.insert(format!("/{stem}-*"));
        }
    }
    let embeds = format!("/{EMBEDS}");
    folders.remove(&embeds);
    let mut out = format!("/*\n  Content-Security-Policy: {}\n", meta());
    for (name, value) in EVERYWHERE {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    let rule = |path: &str, (framing, fetching): (&str, &str)| {
        format!("{path}\n  Content-Security-Policy: {framing}\n  Cross-Origin-Resource-Policy: {fetching}\n")
    };
    out.push_str(&rule("/", CLOSED));
    out.push_str(&rule("/:file", CLOSED));
    for folder in &folders {
        out.push_str(&rule(&format!("{folder}*"), CLOSED));
    }
    out.push_str(&rule(&format!("{embeds}*"), OPEN));
    // Of `style-*` and `style-document-*` the shorter says it for both.
    let is_covered = |path: &String| {
        digested
            .iter()
            .any(|other| other != path && path.starts_with(other.trim_end_matches('*')))
    };
    let kept = digested
        .iter()
        .filter(|path| !is_covered(path))
        .map(|path| (path.as_str(), FOR_EVER));
    let asked = ["/", "/*.html", "/sw.js", "/*.webmanifest", "/data/*"];
    let asked = asked
        .into_iter()
        .chain(folders.iter().map(String::as_str).filter(|folder| *folder != "/data/"));
    for (path, value) in kept.chain(asked.map(|path| (path, ASK))) {
        out.push_str(&format!("{path}\n  Cache-Control: {value}\n"));
    }
    out
}

/// What stands before the digest in a name: `app` of `app-0123456789ab.js`.
fn before_digest(file: &str) -> Option<&str> {
    let (stem, rest) = file.rsplit_once('-')?;
    let (digest, _) = rest.split_once('.')?;
    (digest.len() == 12 && digest.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(stem)
}

/// A site for nginx: at the root of the server and, the same, under a path.
pub fn nginx() -> String {
    let mut out = HEAD.to_owned();
    out.push_str("#\n# Put it where nginx includes files into `http` (Debian: sites-enabled); set the port or TLS, and the folder in both places.\n\n");
    let embeds = format!("~/{EMBEDS}");
    for (name, closed, open) in [("framing", CLOSED.0, OPEN.0), ("fetching", CLOSED.1, OPEN.1)] {
        out.push_str(&format!(
            "map $uri $accord_{name} {{\n    default \"{closed}\";\n    {embeds} \"{open}\";\n}}\n"
        ));
    }
    out.push_str(&format!(
        "map $uri $accord_keeping {{\n    default \"{ASK}\";\n    \"~-[0-9a-f]{{12}}\\.[a-z]+$\" \"{FOR_EVER}\";\n}}\n\n"
    ));
    out.push_str("server {\n    listen 8080;\n    server_tokens off;\n    absolute_redirect off;\n    root /srv/accord-checklist;\n\n");
    out.push_str(&format!(
        "    add_header Content-Security-Policy \"{}; $accord_framing\" always;\n",
        meta()
    ));
    for (name, value) in EVERYWHERE {
        out.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    out.push_str("    add_header Cross-Origin-Resource-Policy $accord_fetching always;\n");
    out.push_str("    add_header Cache-Control $accord_keeping always;\n\n");
    out.push_str("    types {\n");
    for (kind, endings) in TYPES {
        out.push_str(&format!("        {kind} {endings};\n"));
    }
    out.push_str(&format!(
        "    }}\n    default_type application/octet-stream;\n    charset utf-8;\n    charset_types {WITH_LETTERS};\n\n"
    ));
    out.push_str(
        "    # The build has compressed every file: nothing is compressed while it is asked for.\n    gzip_static on;\n    gzip_vary on;\n",
    );
    out.push_str(
        "    # With the module for brotli (Debian: libnginx-mod-http-brotli-static):\n    # brotli_static on;\n\n",
    );
    out.push_str("    location ~ /(_headers|\\.) {\n        return 404;\n    }\n    error_page 404 /404.html;\n\n");
    out.push_str("    # At the root of the server:\n    location / {\n        index index.html;\n    }\n\n");
    out.push_str("    # Or under a path:\n    location = /accords {\n        return 301 /accords/;\n    }\n");
    out.push_str("    location /accords/ {\n        alias /srv/accord-checklist/;\n        index index.html;\n        error_page 404 /accords/404.html;\n    }\n}\n");
    out
}

/// A site for Caddy: at the root of the server and, the same, under a path.
pub fn caddy() -> String {
    let mut out = HEAD.to_owned();
    out.push_str("#\n# Set the name of the site in place of `:8080` (Caddy then sees to TLS) and the folder.\n\n");
    out.push_str("(accord_headers) {\n");
    out.push_str(&format!(
        "\theader Content-Security-Policy \"{}; {}\"\n",
        meta(),
        CLOSED.0
    ));
    for (name, value) in EVERYWHERE {
        out.push_str(&format!("\theader {name} \"{value}\"\n"));
    }
    out.push_str(&format!(
        "\theader Cross-Origin-Resource-Policy {}\n\theader Cache-Control {ASK}\n}}\n\n",
        CLOSED.1
    ));
    out.push_str(
        ":8080 {\n\troot * /srv/accord-checklist\n\n\t# In this order: what comes later replaces what came before.\n\troute {\n\t\timport accord_headers\n",
    );
    out.push_str(&format!(
        "\t\t@embeds path_regexp /{EMBEDS}\n\t\theader @embeds Content-Security-Policy \"{}; {}\"\n\t\theader @embeds Cross-Origin-Resource-Policy {}\n",
        meta(),
        OPEN.0,
        OPEN.1
    ));
    out.push_str(&format!(
        "\t\t@digested path_regexp \"-[0-9a-f]{{12}}\\.[a-z]+$\"\n\t\theader @digested Cache-Control \"{FOR_EVER}\"\n"
    ));
    for (kind, endings) in TYPES.iter().filter(|(kind, _)| *kind != "text/html") {
        let letters = if WITH_LETTERS.split(' ').any(|one| one == *kind) {
            "; charset=utf-8"
        } else {
            ""
        };
        let name = kind.split('/').next_back().unwrap_or_default().replace(['+', '-'], "_");
        let paths: String = endings.split(' ').map(|ending| format!(" *.{ending}")).collect();
        out.push_str(&format!(
            "\t\t@{name} path{paths}\n\t\theader @{name} Content-Type \"{kind}{letters}\"\n"
        ));
    }
    out.push_str("\n\t\t@private path_regexp \"/(_headers|\\.)\"\n\t\terror @private 404\n\t\t@changing not method GET HEAD\n\t\trespond @changing 405\n\n");
    out.push_str("\t\t# Under a path:\n\t\tredir /accords /accords/\n\t\thandle_path /accords/* {\n\t\t\tfile_server {\n\t\t\t\tprecompressed br gzip\n\t\t\t}\n\t\t}\n");
    out.push_str("\t\t# At the root of the server:\n\t\tfile_server {\n\t\t\tprecompressed br gzip\n\t\t}\n\t}\n\n");
    out.push_str("\thandle_errors {\n\t\timport accord_headers\n\t\theader Content-Type \"text/html; charset=utf-8\"\n\t\trewrite * /404.html\n\t\tfile_server\n\t}\n}\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[track_caller]
    fn check(name: &str, text: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(name);
        if std::env::var_os("ACCORD_WRITE_HOSTS").is_some() {
            std::fs::write(&path, text).expect("deploy can be written");
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            there == text,
            "deploy/{name} is not what the table says; write it anew as its head says"
        );
    }

    #[test]
    fn the_ready_files_are_of_this_table() {
        check("nginx.conf", &nginx());
        check("Caddyfile", &caddy());
    }

    #[test]
    fn digests_in_names_are_known() {
        assert_eq!(before_digest("app-0123456789ab.js"), Some("app"));
        assert_eq!(before_digest("text.en-0123456789ab.json"), Some("text.en"));
        assert_eq!(before_digest("embed/app-0123456789ab.js"), Some("embed/app"));
        assert_eq!(before_digest("o/KLD-6b.html"), None);
        assert_eq!(before_digest("o/CF27-11-0123456789ab"), None);
    }

    #[test]
    fn no_rule_opens_what_another_closes() {
        let text = netlify([
            "index.html",
            "o/KLD-6b.html",
            "embed/KLD-6b.html",
            "km/index.html",
            "app-0123456789ab.js",
        ]);
        // The rule of all addresses says nothing of frames, since the embedded pages have it too.
        let all = text.split("\n/").next().unwrap_or_default();
        assert!(
            !all.contains("frame-ancestors") && !all.contains("Cross-Origin-Resource-Policy"),
            "{all}"
        );
        for path in ["/", "/:file", "/o/*", "/km/*"] {
            assert!(
                text.contains(&format!(
                    "\n{path}\n  Content-Security-Policy: frame-ancestors 'none'\n"
                )),
                "{path}"
            );
        }
        assert_eq!(text.matches("frame-ancestors *").count(), 1);
        assert!(text.contains("\n/embed/*\n  Content-Security-Policy: frame-ancestors *\n"));
        assert!(text.contains("\n/app-*\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
}
