//! Precompressed variants beside each file, and what the first load weighs.

use super::Failure;
use super::page::Files;
use std::fmt::Write;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

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
    "ics",
    "txt",
];

/// Writes `.br` and `.gz` beside every text of the folder and of the folders in it, on all processors.
pub fn all(folder: &Path) -> Result<(), Failure> {
    let mut paths = Vec::new();
    texts_in(folder, &mut paths)?;
    // The large ones first, so that no processor is left with one at the end.
    paths.sort_by_cached_key(|path| {
        std::cmp::Reverse(std::fs::metadata(path).map(|facts| facts.len()).unwrap_or_default())
    });
    let next = AtomicUsize::new(0);
    let work = || -> std::io::Result<()> {
        while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress(path)?;
        }
        Ok(())
    };
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker.join().map_err(|_| "a thread that compresses stopped")??;
        }
        Ok(())
    })
}

fn texts_in(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if path.is_dir() {
            texts_in(&path, paths)?;
        } else if TEXTS.contains(&ending) {
            paths.push(path);
        }
    }
    Ok(())
}

fn compress(path: &Path) -> std::io::Result<()> {
    let bytes = std::fs::read(path)?;
    std::fs::write(with(path, "br"), brotli(&bytes, quality(path))?)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes)?;
    std::fs::write(with(path, "gz"), gzip.finish()?)
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
        &names.program.glue,
        &names.program.first,
        &names.words,
        &names.program.later,
        &names.later_words,
        &names.later_style,
        &names.prose,
    ] {
        let raw = std::fs::metadata(folder.join(name))?.len();
        let small = std::fs::metadata(with(&folder.join(name), "br"))?.len();
        if *name == names.program.later {
            writeln!(out, "{:<28} {:>8} {:>8}", "until the list reacts", sums.0, sums.1)?;
        }
        sums = (sums.0 + raw, sums.1 + small);
        writeln!(out, "{name:<28} {raw:>8} {small:>8}")?;
    }
    write!(out, "{:<28} {:>8} {:>8}", "together", sums.0, sums.1)?;
    Ok(out)
}

/// How hard brotli tries: as hard as it can for what the first load brings, less for single pages and open data, which are many.
fn quality(path: &Path) -> i32 {
    let one_of_many =
        |part: std::path::Component<'_>| matches!(part.as_os_str().to_str(), Some("o" | "data" | "embed"));
    if path.components().rev().take(2).any(one_of_many) {
        9
    } else {
        11
    }
}

fn brotli(bytes: &[u8], quality: i32) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings)?;
    Ok(out)
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
