//! Building the site with Trunk: the release into `dist/`, or the working version with reload.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::child::{self, Showing};
use crate::failure::Failure;
use crate::plan::{self, Step};
use crate::project::Project;
use crate::stamp::{Digest, Gathering, Stamp};
use crate::terminal;
use crate::tools;

/// All that the release site is made from. A new input of the build belongs in this list.
const INPUTS: [&str; 12] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "catalogue",
    "index.html",
    "package-lock.json",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
];

/// Names another catalogue folder at build time.
const CATALOGUE: &str = "ACCORD_CATALOGUE";
/// Where it is set, `build_site` makes the English checklist alone.
const CHECKLIST_ONLY: &str = "ACCORD_CHECKLIST_ONLY";
/// The address at which the site will be read, for what must name it: previews, the sitemap.
const ADDRESS: &str = "ACCORD_ADDRESS";

/// `cargo xtask build`.
///
/// # Errors
/// If a tool cannot be installed or the build fails.
pub fn run(project: &Project) -> Result<(), Failure> {
    let steps = steps(project)?;
    if steps.is_empty() {
        terminal::say("dist is up to date: nothing it is made from has changed");
    }
    plan::carry_out(steps)
}

/// What must be done for `dist` to be the release of what is in the folders now: nothing, or the
/// tools that are missing, and the build.
///
/// # Errors
/// If something is missing that only a person can install, or a file cannot be read.
pub fn steps(project: &Project) -> Result<Vec<Step<'_>>, Failure> {
    if is_current(project)? {
        return Ok(Vec::new());
    }
    let mut steps = tools::missing(project, &tools::FOR_BUILDING)?;
    steps.push(Step::new(
        "building the release site into dist, because something it is made from changed (minutes when cold)",
        |live| {
            // Taken before the build: a change made while it runs belongs to the next one.
            let inputs = inputs(project)?;
            let log = project.scratch("logs/build.log");
            let mut trunk = trunk(project);
            trunk.args(["build", "--release"]);
            let finished = child::run(&mut trunk, live, Showing::Shortened, Some(&log))?;
            if !finished.success {
                let line = format!(
                    "the release build failed; its output is above and in {}",
                    project.shown(&log)
                );
                return Err(Failure::of_program(&line, &finished.output));
            }
            let outputs = Digest::of_files(project, &["dist"])?;
            Stamp { inputs, outputs }.write(&stamp_file(project))
        },
    ));
    Ok(steps)
}

/// What must be done for a site of 5,000 obligations to stand in the folder that is answered: its catalogue, and the checklist of it.
pub fn grown(project: &Project) -> (PathBuf, Vec<Step<'_>>) {
    let catalogue = project.scratch("grown/catalogue");
    let site = project.scratch("grown/site");
    let (folder, dist) = (catalogue.clone(), site.clone());
    let steps = vec![
        Step::new(
            "making a catalogue of 5,000 obligations out of the real one",
            move |live| {
                let mut node = project.command("node");
                node.arg("tests/bench/grow.mjs").arg(&folder);
                plan::run(&mut node, live, "the catalogue could not be made")
            },
        ),
        Step::new("building the checklist of it (minutes)", move |live| {
            std::fs::create_dir_all(&dist)
                .map_err(|error| Failure::new(format!("{} cannot be made: {error}", project.shown(&dist))))?;
            let mut trunk = trunk(project);
            trunk
                .args(["build", "--release", "--dist"])
                .arg(&dist)
                .env(CATALOGUE, &catalogue)
                .env(CHECKLIST_ONLY, "1");
            plan::run(&mut trunk, live, "the build of the large checklist failed")
        }),
    ];
    (site, steps)
}

/// `cargo xtask dev`: Trunk builds the working version beside the release, and again at each change.
///
/// # Errors
/// If a tool cannot be installed, or Trunk ends with an error.
pub fn develop(project: &Project, rest: &[String]) -> Result<(), Failure> {
    plan::carry_out(tools::missing(project, &tools::FOR_BUILDING)?)?;
    let dist = project.scratch("dev");
    std::fs::create_dir_all(&dist)
        .map_err(|error| Failure::new(format!("{} cannot be made: {error}", project.shown(&dist))))?;
    let mut trunk = trunk(project);
    trunk.arg("serve").arg("--dist").arg(&dist);
    // Trunk watches the whole folder of index.html; these hold nothing the page is made from.
    for folder in ["target", ".tools", "node_modules", "dist", "tests", "xtask"] {
        let folder = project.path(folder);
        if folder.exists() {
            trunk.arg("--ignore").arg(folder);
        }
    }
    child::hand_over(trunk.args(rest), "Trunk ended with an error; its output is above")
}

/// Trunk, as this project calls it.
pub fn trunk(project: &Project) -> std::process::Command {
    let mut trunk = project.command(&project.tools().join("bin/trunk").to_string_lossy());
    // Trunk takes NO_COLOR for a yes or no and refuses the customary NO_COLOR=1.
    trunk.env_remove("NO_COLOR");
    trunk
}

fn stamp_file(project: &Project) -> std::path::PathBuf {
    // Not under ACCORD_TOOLS, which several clones may share.
    project.path(".tools/release.stamp")
}

fn is_current(project: &Project) -> Result<bool, Failure> {
    if !project.dist().join("index.html").is_file() {
        return Ok(false);
    }
    let Some(stamp) = Stamp::read(&stamp_file(project)) else {
        return Ok(false);
    };
    Ok(stamp.inputs == inputs(project)? && stamp.outputs == Digest::of_files(project, &["dist"])?)
}

fn inputs(project: &Project) -> Result<Digest, Failure> {
    let mut gathering = Gathering::default();
    gathering.add_text("trunk", tools::TRUNK);
    for name in INPUTS {
        gathering.add_path(name, &project.path(name))?;
    }
    let catalogue: OsString = std::env::var_os(CATALOGUE).unwrap_or_default();
    gathering.add_text(CATALOGUE, &catalogue.to_string_lossy());
    if !catalogue.is_empty() {
        gathering.add_path("chosen catalogue", &project.path(&catalogue))?;
    }
    for name in [CHECKLIST_ONLY, ADDRESS] {
        let value = std::env::var_os(name).unwrap_or_default();
        gathering.add_text(name, &value.to_string_lossy());
    }
    Ok(gathering.finish())
}
