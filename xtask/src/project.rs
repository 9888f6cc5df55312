//! Where the project stands on this machine, and how its programs are called.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;

/// The project's folders. All paths are absolute.
pub struct Project {
    root: PathBuf,
    tools: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The project this program was built from.
    ///
    /// # Errors
    /// If the folder has no `Cargo.toml`, as when the program was moved.
    pub fn open() -> Result<Self, Failure> {
        // `cargo run` says where the package is now; what was compiled in holds otherwise.
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().unwrap_or(&package).to_path_buf();
        if !root.join("Cargo.toml").is_file() {
            return Err(Failure::new(format!(
                "there is no Cargo.toml in {}; run `cargo xtask` inside the project",
                root.display()
            )));
        }
        let folder = |variable: &str, usual: &str| {
            let chosen = std::env::var_os(variable).filter(|value| !value.is_empty());
            root.join(chosen.map_or_else(|| PathBuf::from(usual), PathBuf::from))
        };
        Ok(Self {
            tools: folder("ACCORD_TOOLS", ".tools"),
            target: folder("CARGO_TARGET_DIR", "target"),
            root,
        })
    }

    /// A path inside the project.
    pub fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.root.join(inside)
    }

    /// The folder into which Trunk and the wasm-bindgen CLI are installed.
    pub fn tools(&self) -> &Path {
        &self.tools
    }

    /// A file that xtask writes for itself, under cargo's target folder.
    pub fn scratch(&self, name: impl AsRef<Path>) -> PathBuf {
        self.target.join("xtask").join(name)
    }

    /// The release site.
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// A path as a person would write it: relative to the project where it is inside.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    /// A program, to be run in the project's folder with its own tools first on PATH.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        // What `cargo run` told xtask about itself must not reach other builds: some build scripts
        // watch these variables and would run again each time.
        for (name, _) in std::env::vars_os() {
            let told = name.to_string_lossy();
            if told == "CARGO" || told.starts_with("CARGO_MANIFEST_") || told.starts_with("CARGO_PKG_") {
                command.env_remove(&name);
            }
        }
        command
    }

    fn search_path(&self) -> OsString {
        let own = [self.tools.join("bin"), self.path("node_modules/.bin")];
        let usual = std::env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(std::env::split_paths(&usual));
        // A folder with a colon in its name cannot stand on PATH at all.
        std::env::join_paths(all).unwrap_or(usual)
    }

    /// The version of a package that Cargo.lock pins.
    ///
    /// # Errors
    /// If there is no readable lock file, or the package is not in it.
    pub fn locked_version(&self, package: &str) -> Result<String, Failure> {
        let lock = std::fs::read_to_string(self.path("Cargo.lock"))
            .map_err(|error| Failure::new(format!("Cargo.lock cannot be read: {error}")))?;
        version_in_lock(&lock, package).ok_or_else(|| {
            Failure::new(format!(
                "Cargo.lock names no package {package}; run `cargo metadata` and look at its message"
            ))
        })
    }
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let found = packages
        .iter()
        .find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))?;
    found.get("version")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_the_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\ndependencies = [\"cfg-if\"]\n";
        let cases = [
            (lock, "wasm-bindgen", Some("0.2.126")),
            (lock, "wasm-bindgen-macro", Some("0.2.9")),
            (lock, "leptos", None),
            ("version = 4\n", "leptos", None),
            ("not toml [", "leptos", None),
        ];
        for (lock, package, expected) in cases {
            assert_eq!(version_in_lock(lock, package).as_deref(), expected, "{package}");
        }
    }
}
