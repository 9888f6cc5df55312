//! The feed of editions and of the newest statements of the public record (Atom, RFC 4287), and the site map.

use super::File;
use super::frame::{prefix, xml};
use super::parts::Site;
use crate::catalogue::moment::{Moment, Precision};
use crate::catalogue::record::{Claim, Obligation};
use crate::site::Failure;
use crate::site::words::languages;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How many statements stand in the feed.
const STATEMENTS: usize = 40;

/// The feed of one language. Its links are relative to it where the address of the site is not known.
pub fn atom(site: &Site<'_>) -> Result<File, Failure> {
    let edition = site.edition().ok_or("the record has no edition")?;
    let path = format!("{}feed.xml", prefix(site.language));
    let base = site
        .address
        .map(|address| format!("{address}/{}", prefix(site.language)))
        .unwrap_or_default();
    let updated = stamp(&edition.published);
    let mut out = String::new();
    write!(
        out,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" href=\"{base}feed.xml\"/>\n<link href=\"{base}method.html\"/>\n",
        site.language.code(),
        name(&format!("feed {}", site.language.code())),
        xml(site.pages.feed_title),
        xml(site.words.site),
    )?;
    for edition in site.record.editions.iter().rev() {
        let changes: Vec<&str> = edition.changes.iter().map(|change| site.say(&change.text)).collect();
        let title = (site.pages.feed_edition)(&edition.version);
        entry(
            &mut out,
            &Entry {
                id: format!("edition {}", edition.version),
                title,
                address: format!("{base}method.html#editions"),
                published: stamp(&edition.published),
                updated: stamp(&edition.published),
                text: changes.join(" "),
            },
        )?;
    }
    for (item, claim) in newest(site) {
        entry(
            &mut out,
            &Entry {
                // The text makes the id: a statement keeps it when others come before it in the file.
                id: format!("claim {} {} {} {}", item.id, claim.date, claim.by, claim.text.en),
                title: (site.pages.feed_claim)(&item.id, site.say(&item.title)),
                address: format!("{base}o/{}.html", item.id),
                published: stamp(&claim.date),
                updated: updated.clone(),
                text: site.say(&claim.text).to_owned(),
            },
        )?;
    }
    out.push_str("</feed>\n");
    Ok(File { path, text: out })
}

struct Entry {
    id: String,
    title: String,
    address: String,
    published: String,
    updated: String,
    text: String,
}

fn entry(out: &mut String, entry: &Entry) -> Result<(), Failure> {
    write!(
        out,
        "<entry>\n<id>{}</id>\n<title>{}</title>\n<link href=\"{}\"/>\n<published>{}</published>\n<updated>{}</updated>\n<summary>{}</summary>\n</entry>\n",
        name(&entry.id),
        xml(&entry.title),
        xml(&entry.address),
        entry.published,
        entry.updated,
        xml(&entry.text),
    )?;
    Ok(())
}

/// The newest statements, newest first.
fn newest<'a>(site: &Site<'a>) -> Vec<(&'a Obligation, &'a Claim)> {
    let claims = site
        .record
        .obligations()
        .flat_map(|(_, item)| item.claim.iter().map(move |claim| (item, claim)));
    let mut claims: Vec<_> = claims.collect();
    claims.sort_by_key(|(_, claim)| std::cmp::Reverse(Moment::parse(&claim.date).map(Moment::first_minute)));
    claims.truncate(STATEMENTS);
    claims
}

/// A date of the record as RFC 3339; what is less precise than a minute is its first minute in UTC+7.
fn stamp(date: &str) -> String {
    let Some(moment) = Moment::parse(date) else {
        return String::new();
    };
    let text = moment.to_string();
    match moment.precision() {
        Precision::Minute => text.replacen('+', ":00+", 1),
        Precision::Day => format!("{text}T00:00:00+07:00"),
        Precision::Month => format!("{text}-01T00:00:00+07:00"),
    }
}

/// A permanent name, whatever the address of the site: a UUID of version 8 (RFC 9562) from the SHA-256 of what it names.
fn name(of: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(format!("accord-checklist {of}"))[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let [a, b, c, d, e] = [
        &digits[..8],
        &digits[8..12],
        &digits[12..16],
        &digits[16..20],
        &digits[20..],
    ];
    format!("urn:uuid:{a}-{b}-{c}-{d}-{e}")
}

/// The site map: every page by its whole address.
pub fn site_map(files: &[File], address: &str) -> File {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let pages = files
        .iter()
        .map(|file| file.path.as_str())
        .filter(|path| path.ends_with(".html") && !path.starts_with("embed/"));
    let checklists = languages().into_iter().map(|(language, ..)| prefix(language));
    let pages = pages.chain(std::iter::once("data/codebook.html")).map(str::to_owned);
    for path in checklists.chain(pages) {
        out.push_str(&format!(
            "<url><loc>{}</loc></url>\n",
            xml(&format!("{address}/{path}"))
        ));
    }
    out.push_str("</urlset>\n");
    File {
        path: "sitemap.xml".to_owned(),
        text: out,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, expected: &str) {
        assert_eq!(stamp(date), expected);
    }

    #[test]
    fn stamps_are_rfc_3339() {
        check("2026-02", "2026-02-01T00:00:00+07:00");
        check("2025-12-31", "2025-12-31T00:00:00+07:00");
        check("2025-10-26T13:00+08:00", "2025-10-26T13:00:00+08:00");
    }

    #[test]
    fn names_stay() {
        assert_eq!(name("edition 2026-11"), name("edition 2026-11"));
        assert_ne!(name("edition 2026-11"), name("edition 2026-12"));
        assert_eq!(name("a").len(), "urn:uuid:".len() + 36);
    }
}
