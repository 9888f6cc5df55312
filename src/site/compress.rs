//! Precompressed variants beside each file, and what the first load weighs.

use super::Failure;
use super::page::Files;
use std::fmt::Write;
use std::io::Write as _;
use std::path::Path;

/// Endings of files that are worth compressing.
const TEXTS: &[&str] = &[
    "html",
    "css",
    "js",
    "wasm",
    "json",
    "svg",
    "webmanifest",
    "xml",
    "csv",
    "md",
    "bib",
    "txt",
];

/// Writes `.br` and `.gz` beside every text of the folder and of the folders in it.
pub fn all(folder: &Path) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all(&path)?;
            continue;
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if !TEXTS.contains(&ending) {
            continue;
        }
        let bytes = std::fs::read(&path)?;
        std::fs::write(with(&path, "br"), brotli(&bytes)?)?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&bytes)?;
        std::fs::write(with(&path, "gz"), gzip.finish()?)?;
    }
    Ok(())
}

/// What the first load weighs, raw and in brotli.
pub fn report(folder: &Path, index: &str, names: &Files) -> Result<String, Failure> {
    let mut out = String::from("first load          raw     brotli\n");
    let mut sums = (0, 0);
    for name in [
        index,
        &names.style,
        &names.early,
        &names.boot,
        &names.glue,
        &names.wasm,
        &names.prose,
    ] {
        let raw = std::fs::metadata(folder.join(name))?.len();
        let small = std::fs::metadata(with(&folder.join(name), "br"))?.len();
        sums = (sums.0 + raw, sums.1 + small);
        writeln!(out, "{name:<28} {raw:>8} {small:>8}")?;
    }
    write!(out, "{:<28} {:>8} {:>8}", "together", sums.0, sums.1)?;
    Ok(out)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings)?;
    Ok(out)
}

fn with(path: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
