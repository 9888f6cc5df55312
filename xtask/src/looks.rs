//! `pictures`, `lighthouse` and `bench`: scripts that look at the release site in a browser and say what they found.

use crate::arguments::{Look, Script};
use crate::browser;
use crate::child;
use crate::failure::Failure;
use crate::plan;
use crate::project::Project;
use crate::release;
use crate::tools::{self, Tool};

/// Installs what is missing, builds the site if anything changed, and runs the script on it.
///
/// # Errors
/// If something cannot be installed or built, there is no browser, or the script ends with an error.
pub fn run(project: &Project, look: &Look) -> Result<(), Failure> {
    let (file, wanted): (_, &[Tool]) = match look.script {
        Script::Pictures => ("tests/pictures/take.mjs", &[Tool::NodePackages]),
        Script::Lighthouse => ("tests/lighthouse/run.mjs", &[Tool::NodePackages, Tool::Lighthouse]),
        Script::Interactions => ("tests/bench/interactions.mjs", &[Tool::NodePackages]),
        Script::Growth => ("tests/bench/growth.mjs", &[Tool::NodePackages]),
        Script::Load => ("tests/bench/load.mjs", &[Tool::NodePackages]),
        Script::Links => ("tests/bench/links.mjs", &[Tool::NodePackages]),
        Script::Size => ("tests/bench/size.mjs", &[Tool::NodePackages]),
    };
    let mut steps = tools::missing(project, wanted)?;
    steps.extend(browser::missing(project));
    plan::carry_out(steps)?;
    let browser = browser::find(project)?;
    let site = match &look.directory {
        Some(folder) => std::path::absolute(folder)
            .map_err(|error| Failure::new(format!("{} cannot be found: {error}", folder.display())))?,
        None => {
            plan::carry_out(release::steps(project)?)?;
            project.dist()
        }
    };
    let mut grown = None;
    if matches!(look.script, Script::Growth | Script::Load) {
        let (folder, steps) = release::grown(project);
        plan::carry_out(steps)?;
        grown = Some(folder);
    }
    let this_program =
        std::env::current_exe().map_err(|error| Failure::new(format!("xtask does not find itself: {error}")))?;
    let mut node = project.command("node");
    node.arg(file)
        .args(&look.rest)
        .env("ACCORD_CHROMIUM", &browser.chromium)
        .env("ACCORD_XTASK", this_program)
        .env("ACCORD_DIST", site)
        .envs(grown.map(|folder| ("ACCORD_DIST_GROWN", folder)));
    child::hand_over(&mut node, &format!("{file} ended with an error; its output is above"))
}
