//! `check`, `test` and `catalogue`: the ordinary tools, one after another, each named and timed.

use std::process::Command;
use std::time::Duration;

use crate::browser::{self, Browser};
use crate::child::{self, Showing};
use crate::failure::Failure;
use crate::plan;
use crate::project::Project;
use crate::release;
use crate::tally::{self, Tally};
use crate::terminal::{self, LiveLine};
use crate::tools::{self, Tool};

/// One step of `cargo xtask test`.
struct Check {
    name: &'static str,
    what: &'static str,
    needs: Needs,
    /// How its tests are counted, if it runs any.
    count: Option<fn(&str) -> Tally>,
    command: fn(&Project, Option<&Browser>) -> Result<Command, Failure>,
}

/// What must be there before a step can run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Rust,
    WasmTarget,
    Browser,
    /// The release site: the step is the build itself.
    Release,
    /// The release site and a browser.
    ReleaseInBrowser,
    /// The release site and other servers.
    ReleaseOnHosts,
    /// The release site and other browsers.
    ReleaseInEngines,
}

/// Servers that other people run: programs, and packages of Debian.
const HOSTS: [(&str, &str); 3] = [
    ("nginx", "nginx"),
    ("nginx has no program for it", "libnginx-mod-http-brotli-static"),
    ("caddy", "caddy"),
];
/// Browsers besides Chromium, and what shows one of them to nobody.
const ENGINES: [(&str, &str); 3] = [
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
];

impl Needs {
    fn tools(self) -> &'static [Tool] {
        match self {
            Self::Rust => &[],
            Self::WasmTarget => &[Tool::WasmTarget],
            Self::Browser => &[Tool::WasmTarget, Tool::WasmBindgen],
            _ => &tools::FOR_BUILDING,
        }
    }

    /// Whether the release site must stand.
    fn site(self) -> bool {
        matches!(
            self,
            Self::ReleaseInBrowser | Self::ReleaseOnHosts | Self::ReleaseInEngines
        )
    }

    fn browser(self) -> bool {
        matches!(self, Self::Browser | Self::ReleaseInBrowser | Self::ReleaseInEngines)
    }
}

/// In the order in which they run: what is quick and fails often comes first.
const CHECKS: [Check; 13] = [
    Check {
        name: "fmt",
        what: "formatting",
        needs: Needs::Rust,
        count: None,
        command: |project, _| Ok(cargo(project, "fmt --all --check")),
    },
    Check {
        name: "clippy",
        what: "clippy on the core and on xtask, warnings are errors",
        needs: Needs::Rust,
        count: None,
        command: |project, _| {
            Ok(cargo(
                project,
                "clippy --workspace --features record --all-targets -- -D warnings",
            ))
        },
    },
    Check {
        name: "clippy-site",
        what: "clippy on what writes the site",
        needs: Needs::Rust,
        count: None,
        command: |project, _| Ok(cargo(project, "clippy --features site --all-targets -- -D warnings")),
    },
    Check {
        name: "clippy-page",
        what: "clippy on what runs in the browser",
        needs: Needs::WasmTarget,
        count: None,
        command: |project, _| {
            Ok(cargo(
                project,
                "clippy --target wasm32-unknown-unknown --features split --lib --bin accord-checklist --test components -- -D warnings",
            ))
        },
    },
    Check {
        name: "supply",
        what: "crates and packages: licences, sources, known faults (cargo-deny, npm audit)",
        needs: Needs::Rust,
        count: None,
        command: |project, _| Ok(script(project, "tests/supply/check.mjs")),
    },
    Check {
        name: "native",
        what: "tests of the core and of xtask",
        needs: Needs::Rust,
        count: Some(tally::of_cargo),
        command: |project, _| Ok(cargo(project, "test --workspace --features record --no-fail-fast")),
    },
    Check {
        name: "native-site",
        what: "tests of what writes the site",
        needs: Needs::Rust,
        count: Some(tally::of_cargo),
        command: |project, _| Ok(cargo(project, "test --features site --no-fail-fast")),
    },
    Check {
        name: "browser",
        what: "component tests in headless Chromium (wasm-bindgen-test)",
        needs: Needs::Browser,
        count: Some(tally::of_cargo),
        command: component_tests,
    },
    Check {
        name: "build",
        what: "the release site",
        needs: Needs::Release,
        count: None,
        // The build is a step of its own kind; it never comes to a command.
        command: |project, _| Ok(cargo(project, "xtask build")),
    },
    Check {
        name: "data",
        what: "the open data, read by a validator that is not ours (Ajv, Python's csv)",
        needs: Needs::ReleaseInBrowser,
        count: None,
        command: open_data,
    },
    Check {
        name: "hosts",
        what: "the site behind nginx and Caddy: headers, types, caching, sub-path; its policy (csp_evaluator)",
        needs: Needs::ReleaseOnHosts,
        count: None,
        command: on_release,
    },
    Check {
        name: "engines",
        what: "the main stories in Chromium, Firefox and WebKitGTK",
        needs: Needs::ReleaseInEngines,
        count: Some(tally::of_script),
        command: in_engines,
    },
    Check {
        name: "stories",
        what: "end-to-end stories against the release site (Playwright)",
        needs: Needs::ReleaseInBrowser,
        count: Some(tally::of_playwright),
        command: stories,
    },
];

/// What `cargo xtask check` runs of them: under a minute when warm.
const QUICK: [&str; 3] = ["fmt", "clippy", "native"];

/// `cargo xtask test`: everything that CI runs.
///
/// # Errors
/// If anything fails, or a step that should run tests ran none.
pub fn test(project: &Project) -> Result<(), Failure> {
    run_all("test", project, &CHECKS.iter().collect::<Vec<_>>())
}

/// `cargo xtask check`.
///
/// # Errors
/// As [`test`].
pub fn check(project: &Project) -> Result<(), Failure> {
    let quick: Vec<&Check> = CHECKS.iter().filter(|check| QUICK.contains(&check.name)).collect();
    run_all("check", project, &quick)
}

/// `cargo xtask test STEP …`: one step with all its output; `rest` goes to its tool.
///
/// # Errors
/// If there is no such step, or it fails.
pub fn test_one(project: &Project, name: &str, rest: &[String]) -> Result<(), Failure> {
    let Some(check) = CHECKS.iter().find(|check| check.name == name) else {
        let names: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
        return Err(Failure::new(format!(
            "there is no test step '{name}'; there are {}",
            names.join(", ")
        )));
    };
    prepare(project, &[check])?;
    if check.needs == Needs::Release {
        return release::run(project);
    }
    if check.needs.site() {
        plan::carry_out(release::steps(project)?)?;
    }
    let browser = check.needs.browser().then(|| browser::find(project)).transpose()?;
    let mut command = (check.command)(project, browser.as_ref())?;
    let mut live = LiveLine::start();
    let finished = child::run(command.args(rest), &mut live, Showing::Everything, None)?;
    let tally = check.count.map(|count| count(&finished.output)).unwrap_or_default();
    if !finished.success {
        return Err(Failure::new(format!("test {name} failed; its output is above")));
    }
    if check.count.is_some() {
        terminal::say(&closing_line("test", tally));
    } else {
        terminal::say(&format!("test {name}: ok"));
    }
    Ok(())
}

/// `cargo xtask catalogue` and `translations`: a program of the record, with these arguments.
///
/// # Errors
/// If it ends with an error.
pub fn record(project: &Project, program: &str, rest: &[String]) -> Result<(), Failure> {
    let mut command = cargo(project, &format!("run --quiet --features record --bin {program} --"));
    child::hand_over(
        command.args(rest),
        &format!("the program {program} ended with an error; its output is above"),
    )
}

/// How a step ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Ok,
    Failed,
    /// What it needs had failed before.
    NotRun,
}

struct Row {
    name: &'static str,
    ending: Ending,
    time: Duration,
    tally: Option<Tally>,
}

fn run_all(command: &str, project: &Project, checks: &[&Check]) -> Result<(), Failure> {
    prepare(project, checks)?;
    let browser = checks
        .iter()
        .any(|check| check.needs.browser())
        .then(|| browser::find(project))
        .transpose()?;
    let mut rows: Vec<Row> = Vec::new();
    for (done, check) in checks.iter().enumerate() {
        let build_failed = rows
            .iter()
            .any(|row| row.name == "build" && row.ending == Ending::Failed);
        if check.needs.site() && build_failed {
            rows.push(Row {
                name: check.name,
                ending: Ending::NotRun,
                time: Duration::ZERO,
                tally: None,
            });
            continue;
        }
        terminal::report(&format!(
            "[{}/{}] {}: {}",
            done + 1,
            checks.len(),
            check.name,
            check.what
        ));
        let row = run_one(project, check, browser.as_ref());
        terminal::report(&format!("      {}", row.ending_in_words()));
        rows.push(row);
    }
    let (table, ending) = conclusion(command, &rows);
    terminal::say(&table);
    terminal::say(&ending?);
    Ok(())
}

/// Installs what is missing for all of them at once, before the first runs.
fn prepare(project: &Project, checks: &[&Check]) -> Result<(), Failure> {
    let mut wanted: Vec<Tool> = checks.iter().flat_map(|check| check.needs.tools()).copied().collect();
    wanted.sort_unstable();
    wanted.dedup();
    let mut steps = tools::missing(project, &wanted)?;
    if checks.iter().any(|check| check.needs.browser()) {
        steps.extend(browser::missing(project));
    }
    let any = |needs| checks.iter().any(|check| check.needs == needs);
    if any(Needs::ReleaseOnHosts) {
        steps.extend(browser::also(project, &HOSTS, "to try the site behind them"));
    }
    if any(Needs::ReleaseInEngines) {
        steps.extend(browser::also(project, &ENGINES, "to try the site in them"));
    }
    plan::carry_out(steps)
}

fn run_one(project: &Project, check: &Check, browser: Option<&Browser>) -> Row {
    let mut live = LiveLine::start();
    let mut row = Row {
        name: check.name,
        ending: Ending::Failed,
        time: Duration::ZERO,
        tally: None,
    };
    let outcome = if check.needs == Needs::Release {
        release::steps(project).and_then(plan::carry_out)
    } else {
        run_command(project, check, browser, &mut live, &mut row.tally)
    };
    row.time = live.elapsed();
    match outcome {
        Ok(()) => row.ending = Ending::Ok,
        Err(failure) => failure.show(),
    }
    row
}

fn run_command(
    project: &Project,
    check: &Check,
    browser: Option<&Browser>,
    live: &mut LiveLine,
    tally: &mut Option<Tally>,
) -> Result<(), Failure> {
    let mut command = (check.command)(project, browser)?;
    let log = project.scratch(format!("logs/{}.log", check.name));
    let finished = child::run(&mut command, live, Showing::Shortened, Some(&log))?;
    let counted = check.count.map(|count| count(&finished.output));
    *tally = counted;
    if !finished.success {
        let line = format!(
            "{} failed; its output is above and in {}",
            check.name,
            project.shown(&log)
        );
        return Err(Failure::with_output(line, &finished.output));
    }
    if counted.is_some_and(|tally| tally.passed == 0) {
        return Err(Failure::new(format!(
            "{} ran no test; its output is in {}",
            check.name,
            project.shown(&log)
        )));
    }
    Ok(())
}

impl Row {
    fn ending_in_words(&self) -> String {
        let ending = match self.ending {
            Ending::Ok => "ok",
            Ending::Failed => "FAILED",
            Ending::NotRun => return "not run: the build failed".to_owned(),
        };
        let time = terminal::duration(self.time);
        match self.tally {
            None => format!("{ending}, {time}"),
            Some(tally) if tally.skipped > 0 => format!(
                "{ending}, {time}, {} passed, {} failed, {} skipped",
                tally.passed, tally.failed, tally.skipped
            ),
            Some(tally) => format!("{ending}, {time}, {} passed, {} failed", tally.passed, tally.failed),
        }
    }
}

/// The table and, if all is well, the closing line; or what failed.
fn conclusion(command: &str, rows: &[Row]) -> (String, Result<String, Failure>) {
    let mut total = Tally::default();
    let mut time = Duration::ZERO;
    let mut table = String::from("\n");
    for row in rows {
        table += &format!("  {:<16}{}\n", row.name, row.ending_in_words());
        total += row.tally.unwrap_or_default();
        time += row.time;
    }
    table += &format!("  {:<16}{}\n", "all", terminal::duration(time));
    let failed: Vec<&str> = rows
        .iter()
        .filter(|row| row.ending != Ending::Ok)
        .map(|row| row.name)
        .collect();
    let ending = if failed.is_empty() {
        Ok(closing_line(command, total))
    } else {
        Err(Failure::new(format!(
            "{command} failed in: {} ({} tests passed, {} failed)",
            failed.join(", "),
            total.passed,
            total.failed
        )))
    };
    (table, ending)
}

fn closing_line(command: &str, total: Tally) -> String {
    let line = format!("{command}: {} passed, {} failed", total.passed, total.failed);
    match total.skipped {
        0 => line,
        skipped => format!("{line}, {skipped} skipped"),
    }
}

fn cargo(project: &Project, arguments: &str) -> Command {
    let mut cargo = project.command("cargo");
    cargo.args(arguments.split(' '));
    cargo
}

fn component_tests(project: &Project, browser: Option<&Browser>) -> Result<Command, Failure> {
    let browser = chosen(browser)?;
    let mut command = cargo(
        project,
        "test --target wasm32-unknown-unknown --features page --test components",
    );
    command
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            project.tools().join("bin/wasm-bindgen-test-runner"),
        )
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(project, browser)?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(command)
}

/// webdriver.json with the chosen browser in it: ChromeDriver looks in the usual places only.
fn capabilities(project: &Project, browser: &Browser) -> Result<std::path::PathBuf, Failure> {
    let unreadable = |error: &dyn std::fmt::Display| Failure::new(format!("webdriver.json cannot be read: {error}"));
    let text = std::fs::read_to_string(project.path("webdriver.json")).map_err(|error| unreadable(&error))?;
    let mut json: serde_json::Value = serde_json::from_str(&text).map_err(|error| unreadable(&error))?;
    let options = json
        .get_mut("goog:chromeOptions")
        .and_then(serde_json::Value::as_object_mut)
        .ok_or_else(|| unreadable(&"it has no goog:chromeOptions"))?;
    options.insert("binary".to_owned(), browser.chromium.to_string_lossy().into());
    let file = project.scratch("webdriver.json");
    file.parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(&file, json.to_string()))
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}", project.shown(&file))))?;
    Ok(file)
}

fn stories(project: &Project, browser: Option<&Browser>) -> Result<Command, Failure> {
    let browser = chosen(browser)?;
    let mut command = project.command("playwright");
    command
        .args(["test", "--config", "tests/e2e/playwright.config.mjs"])
        .env("ACCORD_CHROMIUM", &browser.chromium)
        .env("ACCORD_XTASK", this_program()?)
        .env("ACCORD_DIST", project.dist());
    Ok(command)
}

fn open_data(project: &Project, _: Option<&Browser>) -> Result<Command, Failure> {
    let mut command = project.command("node");
    command.arg("tests/data/validate.mjs").arg(project.dist());
    Ok(command)
}

/// A script of Node that needs nothing but the project.
fn script(project: &Project, file: &str) -> Command {
    let mut command = project.command("node");
    command.arg(file).env("ACCORD_TOOLS", project.tools());
    command
}

fn on_release(project: &Project, _: Option<&Browser>) -> Result<Command, Failure> {
    let mut command = script(project, "tests/hosts/check.mjs");
    command.arg(project.dist()).env("ACCORD_XTASK", this_program()?);
    Ok(command)
}

fn in_engines(project: &Project, browser: Option<&Browser>) -> Result<Command, Failure> {
    let browser = chosen(browser)?;
    let mut command = script(project, "tests/engines/run.mjs");
    command
        .env("ACCORD_CHROMIUM", &browser.chromium)
        .env("ACCORD_CHROMEDRIVER", &browser.driver)
        .env("ACCORD_XTASK", this_program()?)
        .env("ACCORD_DIST", project.dist());
    Ok(command)
}

fn this_program() -> Result<std::path::PathBuf, Failure> {
    std::env::current_exe().map_err(|error| Failure::new(format!("xtask does not find itself: {error}")))
}

fn chosen(browser: Option<&Browser>) -> Result<&Browser, Failure> {
    browser.ok_or_else(|| Failure::new("this step needs a browser, and none was looked for"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_has_the_form_that_ci_reads() {
        let tally = |passed, failed, skipped| Tally {
            passed,
            failed,
            skipped,
        };
        assert_eq!(closing_line("test", tally(12, 0, 0)), "test: 12 passed, 0 failed");
        assert_eq!(
            closing_line("test", tally(12, 0, 3)),
            "test: 12 passed, 0 failed, 3 skipped"
        );
    }

    #[test]
    fn a_failed_step_fails_the_whole() {
        let row = |name, ending| Row {
            name,
            ending,
            time: Duration::ZERO,
            tally: Some(Tally {
                passed: 2,
                failed: 0,
                skipped: 0,
            }),
        };
        let (_, ending) = conclusion("test", &[row("native", Ending::Ok)]);
        assert_eq!(ending, Ok("test: 2 passed, 0 failed".to_owned()));
        let rows = [
            row("native", Ending::Ok),
            row("build", Ending::Failed),
            row("stories", Ending::NotRun),
        ];
        let (table, ending) = conclusion("test", &rows);
        assert_eq!(
            ending.err().as_ref().map(Failure::line),
            Some("test failed in: build, stories (6 tests passed, 0 failed)")
        );
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[2], "  build           FAILED, 0.0 s, 2 passed, 0 failed");
        assert_eq!(lines[3], "  stories         not run: the build failed");
    }

    #[test]
    fn quick_checks_are_steps() {
        assert!(QUICK.iter().all(|name| CHECKS.iter().any(|check| check.name == *name)));
    }
}
