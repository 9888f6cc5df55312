//! Files of the site by the digests of their final bytes.

use super::Failure;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Style sheets in the order in which they are joined.
type Sheets = [(&'static str, &'static str)];

/// Those of the page as it is read at once, and of the list: they wait for nothing, and the first paint waits for them.
const STYLES: &Sheets = &[
    ("tokens.css", include_str!("../../style/tokens.css")),
    ("base.css", include_str!("../../style/base.css")),
    ("controls.css", include_str!("../../style/controls.css")),
    ("frame.css", include_str!("../../style/frame.css")),
    ("languages.css", include_str!("../../style/languages.css")),
    ("rail.css", include_str!("../../style/rail.css")),
    ("list.css", include_str!("../../style/list.css")),
    ("status.css", include_str!("../../style/status.css")),
    ("menu.css", include_str!("../../style/menu.css")),
    ("detail.css", include_str!("../../style/detail.css")),
    ("banner.css", include_str!("../../style/banner.css")),
    ("asides.css", include_str!("../../style/asides.css")),
    ("forced.css", include_str!("../../style/forced.css")),
];

/// Those of what comes with the later part of the program, and of paper. They come after the others, in the page as in what overrides what.
const LATER_STYLES: &Sheets = &[
    ("timeline.css", include_str!("../../style/timeline.css")),
    ("overview.css", include_str!("../../style/overview.css")),
    ("reviews.css", include_str!("../../style/reviews.css")),
    ("compare.css", include_str!("../../style/compare.css")),
    ("share.css", include_str!("../../style/share.css")),
    ("print.css", include_str!("../../style/print.css")),
];

/// The script that runs before the first paint, with the name of the one that it loads for who chose other digits. Answers with its name;
/// the same bytes have the same name however often they are written.
pub fn early(assets: &mut Assets) -> Result<String, Failure> {
    let digits = assets.add("digits", "js", include_bytes!("digits.js"))?;
    let early = include_str!("early.js").replace("APP_DIGITS", &digits);
    assets.add("early", "js", early.as_bytes())
}

/// The files that the site is made of.
pub struct Assets {
    folder: PathBuf,
    /// Address in the site and digest of each file that works offline.
    files: BTreeMap<String, String>,
}

impl Assets {
    /// The files in this folder; none is known yet.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            files: BTreeMap::new(),
        }
    }

    /// Writes a file under a name with the digest of its bytes. Answers with its name.
    pub fn add(&mut self, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, Failure> {
        let digest = digest(bytes);
        let name = format!("{stem}-{}.{ending}", &digest[..12]);
        self.write(&name, bytes)?;
        Ok(name)
    }

    /// Writes a file under its own name.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, bytes)?;
        // Open data, cards and the pages of single obligations are many: they are fetched when they are asked for.
        let one_of_many = ["data/", "embed/"].iter().any(|folder| name.starts_with(folder));
        let offline = !one_of_many && !format!("/{name}").contains("/o/");
        if offline && !matches!(name, "sw.js" | "_headers") {
            self.files.insert(name.to_owned(), digest(bytes));
        }
        Ok(())
    }

    /// Takes the files that were copied as they are into the offline list.
    pub fn list_public(&mut self) -> Result<(), Failure> {
        for entry in std::fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default()
                .to_owned();
            let listed = self.files.contains_key(&name)
                || name == "_headers"
                || name == "sw.js"
                // Pictures for previews elsewhere.
                || name.starts_with("preview-")
                || name.ends_with(".br")
                || name.ends_with(".gz");
            if path.is_file() && !listed {
                self.files.insert(name, digest(&std::fs::read(&path)?));
            }
        }
        Ok(())
    }

    /// Addresses of all files in the folder, from its root.
    pub fn all(&self) -> Result<Vec<String>, Failure> {
        let mut files = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let path = path.strip_prefix(&self.folder)?.to_string_lossy().replace('\\', "/");
                    files.push(path);
                }
            }
        }
        Ok(files)
    }

    /// The offline list as JSON: pairs of address and digest.
    pub fn offline_list(&self) -> String {
        let pairs: Vec<String> = self
            .files
            .iter()
            .map(|(name, digest)| format!("[{name:?},{digest:?}]"))
            .collect();
        format!("[{}]", pairs.join(",\n"))
    }
}

/// SHA-256 in hexadecimal digits.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The style sheets of the first view as one, without comments and indentation.
pub fn style() -> Result<String, Failure> {
    joined(STYLES)
}

/// Those of the later part of the program and of paper.
pub fn later_style() -> Result<String, Failure> {
    joined(LATER_STYLES)
}

fn joined(sheets: &Sheets) -> Result<String, Failure> {
    let mut out = String::new();
    for (name, text) in sheets {
        out.push_str(&squeeze(text).map_err(|fault| format!("style/{name}: {fault}"))?);
    }
    Ok(out)
}

/// What holds where there is no JavaScript.
pub fn noscript_style() -> Result<String, Failure> {
    Ok(squeeze(include_str!("../../style/noscript.css"))?)
}

/// Drops comments, indentation and line ends.
fn squeeze(text: &str) -> Result<String, String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").ok_or("a comment is not closed")?.1;
    }
    plain.push_str(rest);
    Ok(plain.lines().map(str::trim).filter(|line| !line.is_empty()).collect())
}
