//! Whether a build would give what is there already: digests over the contents of what goes in
//! and what came out, never over times, which a checkout changes.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::project::Project;

/// A SHA-256 over names and contents of files, as 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest(String);

impl Digest {
    /// Over files and folders of the project, folders with all they hold. One that is absent
    /// counts as absent, so that its coming changes the digest.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn of_files(project: &Project, names: &[&str]) -> Result<Self, Failure> {
        let mut gathering = Gathering::default();
        for name in names {
            gathering.add_path(name, &project.path(name))?;
        }
        Ok(gathering.finish())
    }

    /// The hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A digest in the making.
#[derive(Default)]
pub struct Gathering(Sha256);

impl Gathering {
    /// Adds a named piece of text, such as a version.
    pub fn add_text(&mut self, name: &str, text: &str) {
        self.add("text", name, text.as_bytes());
    }

    /// Adds a file, or a folder with all it holds, under a name.
    ///
    /// # Errors
    /// If it is there but cannot be read.
    pub fn add_path(&mut self, name: &str, path: &Path) -> Result<(), Failure> {
        let unreadable = |error: std::io::Error| Failure::new(format!("{} cannot be read: {error}", path.display()));
        if !path.exists() {
            self.add("absent", name, b"");
        } else if path.is_file() {
            self.add("file", name, &fs::read(path).map_err(unreadable)?);
        } else if path.is_symlink() {
            // Not followed: a folder that holds a link to itself would never end.
            self.add(
                "link",
                name,
                fs::read_link(path).map_err(unreadable)?.to_string_lossy().as_bytes(),
            );
        } else {
            self.add("folder", name, b"");
            let mut inside: Vec<PathBuf> = Vec::new();
            for entry in fs::read_dir(path).map_err(unreadable)? {
                inside.push(entry.map_err(unreadable)?.path());
            }
            inside.sort();
            for path in inside {
                let last = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.add_path(&format!("{name}/{last}"), &path)?;
            }
        }
        Ok(())
    }

    /// The digest of all that was added.
    pub fn finish(self) -> Digest {
        Digest(self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Lengths stand before contents, so that no two different lists give the same bytes.
    fn add(&mut self, kind: &str, name: &str, content: &[u8]) {
        for part in [kind.as_bytes(), name.as_bytes(), content] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }
}

/// What was built from what. Kept in a file outside the built folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Over all that the build reads.
    pub inputs: Digest,
    /// Over all that it wrote.
    pub outputs: Digest,
}

const KIND: &str = "accord-release-stamp-1";

impl Stamp {
    /// Reads a stamp; nothing if there is none, or one that an older xtask wrote.
    pub fn read(path: &Path) -> Option<Self> {
        Self::from_text(&fs::read_to_string(path).ok()?)
    }

    /// Writes it.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(path, self.to_text()))
            .map_err(|error| Failure::new(format!("{} cannot be written: {error}", path.display())))
    }

    fn to_text(&self) -> String {
        format!("{KIND}\n{}\n{}\n", self.inputs.0, self.outputs.0)
    }

    fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != KIND {
            return None;
        }
        let inputs = Digest(lines.next()?.to_owned());
        let outputs = Digest(lines.next()?.to_owned());
        Some(Self { inputs, outputs })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for each test, removed at its end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("accord-stamp-{name}-{}", std::process::id()));
            fs::create_dir_all(path.join("inner")).expect("the temporary folder can be written");
            Self(path)
        }

        fn write(&self, name: &str, text: &str) {
            fs::write(self.0.join(name), text).expect("the temporary folder can be written");
        }

        fn digest(&self) -> Digest {
            let mut gathering = Gathering::default();
            gathering
                .add_path("x", &self.0)
                .expect("the temporary folder can be read");
            gathering.finish()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_digest_follows_contents_and_names_only() {
        let folder = Folder::new("contents");
        folder.write("a.txt", "one");
        folder.write("inner/b.txt", "two");
        let first = folder.digest();
        assert_eq!(first.as_str().len(), 64);

        folder.write("a.txt", "one");
        assert_eq!(folder.digest(), first, "written again with the same content");
        folder.write("a.txt", "One");
        assert_ne!(folder.digest(), first, "other content");
        folder.write("a.txt", "one");
        folder.write("inner/c.txt", "");
        assert_ne!(folder.digest(), first, "another file");
        fs::remove_file(folder.0.join("inner/c.txt")).expect("it was just written");
        assert_eq!(folder.digest(), first, "and back");
        fs::rename(folder.0.join("inner/b.txt"), folder.0.join("inner/d.txt")).expect("it is there");
        assert_ne!(folder.digest(), first, "another name");
    }

    #[test]
    fn what_is_absent_counts() {
        let digest = |path: &str| {
            let mut gathering = Gathering::default();
            gathering
                .add_path("style", Path::new(path))
                .expect("absent is no error");
            gathering.finish()
        };
        let folder = Folder::new("absent");
        let inside = folder.0.join("no-such");
        let absent = digest(&inside.to_string_lossy());
        folder.write("no-such", "");
        assert_ne!(digest(&inside.to_string_lossy()), absent);
    }

    #[test]
    fn a_stamp_is_read_as_it_was_written() {
        let stamp = Stamp {
            inputs: Digest("ab".repeat(32)),
            outputs: Digest("cd".repeat(32)),
        };
        assert_eq!(Stamp::from_text(&stamp.to_text()), Some(stamp));
        assert_eq!(Stamp::from_text("accord-release-stamp-0\nx\ny\n"), None);
        assert_eq!(Stamp::from_text("accord-release-stamp-1\nx\n"), None);
        assert_eq!(Stamp::from_text(""), None);
    }
}
