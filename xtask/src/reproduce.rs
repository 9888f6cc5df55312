//! `cargo xtask reproduce`: builds one commit twice, in two folders with nothing of an earlier build, and compares every file of the two
//! sites. Whoever trusts the source can so see that a published site was made from it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::plan::{self, Step};
use crate::project::Project;
use crate::release;
use crate::terminal;
use crate::tools;

/// Builds twice and says which files differ.
///
/// # Errors
/// If a build fails, or the two sites are not the same to the byte.
pub fn run(project: &Project) -> Result<(), Failure> {
    plan::carry_out(tools::missing(project, &tools::FOR_BUILDING)?)?;
    let home = project.scratch("reproduce");
    let _ = fs::remove_dir_all(&home);
    // Two names of other lengths: a path that got into a file would show.
    let copies = ["one", "the-other"].map(|name| home.join(name));
    let mut steps = Vec::new();
    for copy in &copies {
        let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
        steps.push(Step::new(
            format!("building the last commit from nothing, {name} (many minutes)"),
            move |live| {
                let mut git = project.command("git");
                git.args(["clone", "--quiet", "--no-hardlinks", "."]).arg(copy);
                plan::run(&mut git, live, "the last commit could not be copied")?;
                let mut trunk = release::trunk(project);
                trunk
                    .current_dir(copy)
                    .args(["build", "--release"])
                    .env("CARGO_TARGET_DIR", copy.join("target"));
                plan::run(&mut trunk, live, "the release build failed")
            },
        ));
    }
    plan::carry_out(steps)?;
    let [one, other] = copies.each_ref().map(|copy| digests(&copy.join("dist")));
    let (one, other) = (one?, other?);
    let differing = differing(&one, &other);
    if !differing.is_empty() {
        return Err(Failure::new(format!(
            "two builds of one commit differ in: {}",
            differing.join(", ")
        )));
    }
    let mut whole = Sha256::new();
    for (file, digest) in &one {
        whole.update(format!("{digest}  {file}\n"));
    }
    terminal::say(&format!(
        "reproduce: {} files, each the same in both builds; together {}",
        one.len(),
        hex(&whole.finalize())
    ));
    // A gigabyte of compiled crates each.
    for copy in &copies {
        let _ = fs::remove_dir_all(copy.join("target"));
    }
    Ok(())
}

/// The SHA-256 of each file of a folder, by its path with slashes.
fn digests(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let unreadable =
        |path: &Path, error: std::io::Error| Failure::new(format!("{} cannot be read: {error}", path.display()));
    let mut digests = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(|error| unreadable(&next, error))? {
            let path = entry.map_err(|error| unreadable(&next, error))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).map_err(|error| unreadable(&path, error))?;
            let name = path
                .strip_prefix(folder)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            digests.insert(name, hex(&Sha256::digest(bytes)));
        }
    }
    Ok(digests)
}

/// Files that only one has, or that are other in the two.
fn differing<'a>(one: &'a BTreeMap<String, String>, other: &'a BTreeMap<String, String>) -> Vec<&'a str> {
    let names: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let differ = |name: &&String| one.get(*name) != other.get(*name);
    names.into_iter().filter(differ).map(String::as_str).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named() {
        let site = |files: &[(&str, &str)]| {
            let pairs = files
                .iter()
                .map(|(name, digest)| ((*name).to_owned(), (*digest).to_owned()));
            pairs.collect::<BTreeMap<_, _>>()
        };
        let one = site(&[("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!(differing(&one, &one), Vec::<&str>::new());
        assert_eq!(
            differing(&one, &site(&[("a", "1"), ("b", "x"), ("d", "4")])),
            ["b", "c", "d"]
        );
    }
}
