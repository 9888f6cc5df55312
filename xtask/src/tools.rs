//! What must be on the machine before the site can be built: each tool knows whether it is there
//! in the right version, and how it comes there. What is there already costs nothing and says nothing.

use std::fs;

use crate::child;
use crate::failure::Failure;
use crate::plan::{self, Step};
use crate::project::Project;
use crate::stamp::Digest;

/// 0.22 wants a newer rustc than the one that rust-toolchain.toml pins.
pub const TRUNK: &str = "0.21.14";
const WASM: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// Where Lighthouse is pinned: it brings a hundred packages, for one command.
const LIGHTHOUSE: &str = "tests/lighthouse/";

/// Trunk's own release profile takes a quarter of an hour to compile; this one a few minutes.
const QUICK_PROFILE: [(&str, &str); 2] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// A program that is compiled here, without what it would load things by: it is given all it needs.
struct Source {
    package: &'static str,
    program: &'static str,
    /// How far it is optimised: what is quick enough need not be.
    opt_level: &'static str,
    why: &'static str,
}

const WASM_BINDGEN_SOURCE: Source = Source {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    // It reads megabytes.
    opt_level: "1",
    why: "it writes the glue between wasm and page",
};
const TRUNK_SOURCE: Source = Source {
    package: "trunk",
    program: "trunk",
    opt_level: "0",
    why: "it builds the site",
};

/// Something that a task needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tool {
    /// The crates of Cargo.lock, in cargo's own store: Trunk is told never to load any itself.
    Crates,
    /// The standard library for WebAssembly.
    WasmTarget,
    /// wasm-opt, Playwright and axe, by npm.
    NodePackages,
    /// Lighthouse, by npm, in a folder of its own.
    Lighthouse,
    /// The wasm-bindgen CLI, whose version must equal the library's.
    WasmBindgen,
    /// Trunk.
    Trunk,
}

/// What building the site needs.
pub const FOR_BUILDING: [Tool; 5] = [
    Tool::Crates,
    Tool::WasmTarget,
    Tool::NodePackages,
    Tool::WasmBindgen,
    Tool::Trunk,
];

/// The steps that bring what is missing of `wanted`; none when all is there.
///
/// # Errors
/// If something is missing that only a person can install, such as Node.
pub fn missing<'a>(project: &'a Project, wanted: &[Tool]) -> Result<Vec<Step<'a>>, Failure> {
    let mut steps = Vec::new();
    for tool in wanted {
        let step = match tool {
            Tool::Crates => crates(project),
            Tool::WasmTarget => wasm_target(project)?,
            Tool::NodePackages => node_packages(
                project,
                "",
                "wasm-opt, which makes the wasm small, and the browser tests' packages into node_modules",
            )?,
            Tool::Lighthouse => node_packages(project, LIGHTHOUSE, "Lighthouse into tests/lighthouse/node_modules")?,
            Tool::WasmBindgen => from_source(project, &WASM_BINDGEN_SOURCE, &project.locked_version("wasm-bindgen")?),
            Tool::Trunk => from_source(project, &TRUNK_SOURCE, TRUNK),
        };
        steps.extend(step);
    }
    Ok(steps)
}

fn crates(project: &Project) -> Option<Step<'_>> {
    if child::answer(project.command("cargo").args(["fetch", "--offline"])).is_some() {
        return None;
    }
    Some(Step::new("loading the crates that the page is made of", move |live| {
        let mut cargo = project.command("cargo");
        plan::run(cargo.arg("fetch"), live, "the crates could not be loaded")
    }))
}

fn wasm_target(project: &Project) -> Result<Option<Step<'_>>, Failure> {
    let mut rustc = project.command("rustc");
    let folder = child::answer(rustc.args(["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| std::path::Path::new(&folder).is_dir()) {
        return Ok(None);
    }
    if child::answer(project.command("rustup").arg("--version")).is_none() {
        return Err(Failure::new(format!(
            "the Rust target {WASM} is missing and there is no rustup to add it; install Rust by https://rustup.rs and run again"
        )));
    }
    Ok(Some(Step::new(
        format!("adding the Rust target {WASM}, for which the page is compiled"),
        move |live| {
            let mut rustup = project.command("rustup");
            plan::run(
                rustup.args(["target", "add", WASM]),
                live,
                "rustup could not add the target",
            )
        },
    )))
}

/// The packages that the lock file in a folder of the project pins (`""` or one that ends in a slash), where that folder wants them.
fn node_packages<'a>(project: &'a Project, folder: &str, what: &str) -> Result<Option<Step<'a>>, Failure> {
    check_node(child::answer(project.command("node").arg("--version")).as_deref())?;
    if child::answer(project.command("npm").arg("--version")).is_none() {
        return Err(Failure::new(
            "npm is missing, though Node is there; install it (Debian: apt-get install npm) and run again",
        ));
    }
    let files = ["package.json", "package-lock.json"].map(|file| format!("{folder}{file}"));
    let wanted = Digest::of_files(project, &files.each_ref().map(String::as_str))?;
    let home = project.path(folder);
    let mark = home.join("node_modules/.accord-lock");
    if fs::read_to_string(&mark).is_ok_and(|there| there == wanted.as_str()) {
        return Ok(None);
    }
    Ok(Some(Step::new(format!("installing {what} (npm ci)"), move |live| {
        let mut npm = project.command("npm");
        npm.current_dir(&home);
        npm.args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]);
        // By default npm tries for more than a minute before it says that there is no network.
        npm.args(["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000"]);
        plan::run(&mut npm, live, "npm ci failed")?;
        fs::write(&mark, wanted.as_str())
            .map_err(|error| Failure::new(format!("{} cannot be written: {error}", project.shown(&mark))))
    })))
}

fn check_node(version: Option<&str>) -> Result<(), Failure> {
    let Some(version) = version else {
        return Err(Failure::new(format!(
            "Node is missing; install Node {OLDEST_NODE} or newer with npm from https://nodejs.org and run again"
        )));
    };
    let major = version.trim_start_matches('v').split('.').next();
    if major
        .and_then(|major| major.parse::<u32>().ok())
        .is_some_and(|major| major < OLDEST_NODE)
    {
        return Err(Failure::new(format!(
            "Node {version} is too old; install Node {OLDEST_NODE} or newer from https://nodejs.org and run again"
        )));
    }
    Ok(())
}

fn from_source<'a>(project: &'a Project, source: &'static Source, version: &str) -> Option<Step<'a>> {
    let Source {
        package,
        program,
        opt_level,
        why,
    } = source;
    let there = project.tools().join("bin").join(program);
    let said = child::answer(project.command(&there.to_string_lossy()).arg("--version"));
    if said.is_some_and(|said| says_version(&said, version)) {
        return None;
    }
    let what = format!(
        "installing {package} {version} into {}: {why} (compiled here, a few minutes, once)",
        project.shown(project.tools())
    );
    let version = version.to_owned();
    Some(Step::new(what, move |live| {
        let workshop = project.tools().join("compiling");
        let mut cargo = project.command("cargo");
        cargo
            .args(["install", "--locked", "--force", "--no-default-features"])
            .args([package, "--version", &version])
            .arg("--root")
            .arg(project.tools())
            .env("CARGO_TARGET_DIR", &workshop)
            .envs(QUICK_PROFILE)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
        plan::run(&mut cargo, live, &format!("{package} {version} could not be installed"))?;
        // Hundreds of megabytes that nothing needs any more; a later install starts anew anyway.
        let _ = fs::remove_dir_all(&workshop);
        Ok(())
    }))
}

/// Whether the answer to `--version` ("trunk 0.21.14", "wasm-bindgen 0.2.126 (1a2b3c)") names it.
fn says_version(answer: &str, version: &str) -> bool {
    answer.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installed_version_is_recognised() {
        let cases = [
            ("trunk 0.21.14", "0.21.14", true),
            ("wasm-bindgen 0.2.126 (abcdef)", "0.2.126", true),
            ("wasm-bindgen 0.2.12", "0.2.126", false),
            ("trunk 0.21.140", "0.21.14", false),
            ("", "0.21.14", false),
        ];
        for (answer, version, expected) in cases {
            assert_eq!(says_version(answer, version), expected, "{answer}");
        }
    }

    #[test]
    fn a_missing_or_old_node_is_one_line() {
        let cases = [
            (Some("v20.20.2"), None),
            (Some("v24.0.0"), None),
            (
                Some("v18.19.0"),
                Some("Node v18.19.0 is too old; install Node 20 or newer from https://nodejs.org and run again"),
            ),
            (
                None,
                Some("Node is missing; install Node 20 or newer with npm from https://nodejs.org and run again"),
            ),
        ];
        for (version, expected) in cases {
            let failure = check_node(version).err();
            assert_eq!(failure.as_ref().map(Failure::line), expected, "{version:?}");
        }
    }
}
