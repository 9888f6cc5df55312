//! Chromium and its driver, which the browser tests need: found, or on Debian installed.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::child;
use crate::failure::Failure;
use crate::plan::{self, Step};
use crate::project::Project;
use crate::terminal;

const CHROMIUM_NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const CHROMIUM_ON_MACOS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const CHROMIUM_VARIABLES: [&str; 2] = ["ACCORD_CHROMIUM", "CHROME"];
const DRIVER_VARIABLES: [&str; 2] = ["ACCORD_CHROMEDRIVER", "CHROMEDRIVER"];
/// Thai and Khmer letters for screenshots and measured line heights.
const FONT_PACKAGES: [&str; 2] = ["fonts-noto-core", "fonts-noto-ui-core"];

/// A browser and the driver of the same version.
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// ChromeDriver.
    pub driver: PathBuf,
}

/// The steps that install what is missing: on Debian as root, by apt-get; elsewhere none, and
/// [`find`] says what to install.
pub fn missing(project: &Project) -> Vec<Step<'_>> {
    if !is_debian_as_root(project) {
        return Vec::new();
    }
    let mut steps = Vec::new();
    let mut programs = Vec::new();
    if matches!(chromium(), Ok(None)) {
        programs.push("chromium");
    }
    if matches!(driver(), Ok(None)) {
        programs.push("chromium-driver");
    }
    if !programs.is_empty() {
        steps.push(Step::new(
            format!(
                "installing {} by apt-get, for the tests in a browser",
                programs.join(" and ")
            ),
            move |live| apt_get_install(project, &programs, live),
        ));
    }
    if on_path("zbarimg").is_none() {
        steps.push(Step::new(
            "installing zbar-tools by apt-get, which reads QR codes in the stories".to_owned(),
            move |live| apt_get_install(project, &["zbar-tools"], live),
        ));
    }
    let fonts: Vec<&str> = FONT_PACKAGES
        .into_iter()
        .filter(|package| !is_installed(project, package))
        .collect();
    if !fonts.is_empty() {
        steps.push(Step::new(
            "installing Thai and Khmer fonts by apt-get, for the tests in a browser",
            move |live| {
                // Without them letters become boxes, but no test depends on it.
                if let Err(failure) = apt_get_install(project, &fonts, live) {
                    terminal::report(&format!("      going on without the fonts: {}", failure.line()));
                }
                Ok(())
            },
        ));
    }
    steps
}

/// The steps that install what else of Debian a test tries, one step for all: programs, and the packages that have them. What cannot be
/// installed is not tried, and the test says so.
pub fn also<'a>(project: &'a Project, wanted: &[(&str, &'static str)], why: &str) -> Option<Step<'a>> {
    let packages: Vec<&str> = wanted
        .iter()
        .filter(|(program, package)| {
            let there = on_path(program).is_some() || Path::new("/sbin").join(program).is_file();
            !there && !is_installed(project, package)
        })
        .map(|(_, package)| *package)
        .collect();
    if packages.is_empty() || !is_debian_as_root(project) {
        return None;
    }
    let what = format!("installing {} by apt-get, {why}", packages.join(", "));
    Some(Step::new(what, move |live| {
        if let Err(failure) = apt_get_install(project, &packages, live) {
            terminal::report(&format!("      going on without: {}", failure.line()));
        }
        Ok(())
    }))
}

/// The browser and its driver.
///
/// # Errors
/// What is missing and how to get it; or that the two do not fit each other.
pub fn find(project: &Project) -> Result<Browser, Failure> {
    let chromium = chromium()?.ok_or_else(|| {
        Failure::new("no Chromium or Chrome for the browser tests; install one (Debian: apt-get install chromium chromium-driver, macOS: brew install --cask google-chrome chromedriver) or name it in ACCORD_CHROMIUM")
    })?;
    let driver = driver()?.ok_or_else(|| {
        Failure::new("no chromedriver for the browser tests; install it (Debian: apt-get install chromium-driver, macOS: brew install --cask chromedriver) or name it in ACCORD_CHROMEDRIVER")
    })?;
    let version = |program: &Path| child::answer(project.command(&program.to_string_lossy()).arg("--version"));
    compare_versions(version(&chromium).as_deref(), version(&driver).as_deref())?;
    Ok(Browser { chromium, driver })
}

fn chromium() -> Result<Option<PathBuf>, Failure> {
    if let Some(named) = named_by(&CHROMIUM_VARIABLES)? {
        return Ok(Some(named));
    }
    let on_path = CHROMIUM_NAMES.into_iter().find_map(on_path);
    let on_macos = || {
        CHROMIUM_ON_MACOS
            .into_iter()
            .map(PathBuf::from)
            .find(|path| path.is_file())
    };
    Ok(on_path.or_else(on_macos))
}

fn driver() -> Result<Option<PathBuf>, Failure> {
    Ok(named_by(&DRIVER_VARIABLES)?.or_else(|| on_path("chromedriver")))
}

fn named_by(variables: &[&str]) -> Result<Option<PathBuf>, Failure> {
    let values = variables.iter().map(|variable| (*variable, std::env::var_os(variable)));
    first_named(values)
}

fn first_named<'a>(values: impl Iterator<Item = (&'a str, Option<OsString>)>) -> Result<Option<PathBuf>, Failure> {
    for (variable, value) in values {
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            continue;
        };
        let path = PathBuf::from(value);
        return if path.is_file() {
            Ok(Some(path))
        } else {
            Err(Failure::new(format!(
                "{variable} names {}, and there is no such file",
                path.display()
            )))
        };
    }
    Ok(None)
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

fn compare_versions(chromium: Option<&str>, driver: Option<&str>) -> Result<(), Failure> {
    let (Some(browser), Some(driver)) = (chromium.and_then(major_version), driver.and_then(major_version)) else {
        return Err(Failure::new(
            "the browser or its driver does not answer to --version; install it anew, or name another in ACCORD_CHROMIUM and ACCORD_CHROMEDRIVER",
        ));
    };
    if browser != driver {
        return Err(Failure::new(format!(
            "the browser has version {browser} and chromedriver {driver}; install the driver of the same version, or name it in ACCORD_CHROMEDRIVER"
        )));
    }
    Ok(())
}

/// 156 from "Chromium 156.0.8078.73 built on Debian" or "ChromeDriver 156.0.8078.73 (…)".
fn major_version(answer: &str) -> Option<u32> {
    answer.split_whitespace().find_map(|word| {
        let (major, _) = word.split_once('.')?;
        major.parse().ok()
    })
}

fn is_debian_as_root(project: &Project) -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| is_debian(&text))
        && child::answer(project.command("id").arg("-u")).as_deref() == Some("0")
}

/// Ubuntu, though like Debian, has Chromium only as a snap.
fn is_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .any(|line| line.trim().replace('"', "") == "ID=debian")
}

fn is_installed(project: &Project, package: &str) -> bool {
    let mut dpkg = project.command("dpkg-query");
    let state = child::answer(dpkg.args(["--show", "--showformat=${db:Status-Status}", package]));
    state.as_deref() == Some("installed")
}

fn apt_get_install(project: &Project, packages: &[&str], live: &mut terminal::LiveLine) -> Result<(), Failure> {
    let failed = format!("apt-get could not install {}", packages.join(" and "));
    let apt_get = || {
        let mut command = project.command("apt-get");
        // The run level of a machine that is being put right: no server is started because its package came.
        command.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
        command
    };
    plan::run(apt_get().arg("update"), live, &failed)?;
    plan::run(
        apt_get()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(packages),
        live,
        &failed,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared() {
        let chromium = Some("Chromium 156.0.8078.73 built on Debian GNU/Linux 12 (bookworm)");
        let cases = [
            (chromium, Some("ChromeDriver 156.0.8078.73 (0a1b)"), None),
            (Some("Google Chrome 155.0.1.2"), Some("ChromeDriver 155.0.9.9"), None),
            (
                chromium,
                Some("ChromeDriver 155.0.1.2"),
                Some(
                    "the browser has version 156 and chromedriver 155; install the driver of the same version, or name it in ACCORD_CHROMEDRIVER",
                ),
            ),
            (
                chromium,
                None,
                Some(
                    "the browser or its driver does not answer to --version; install it anew, or name another in ACCORD_CHROMIUM and ACCORD_CHROMEDRIVER",
                ),
            ),
        ];
        for (chromium, driver, expected) in cases {
            let failure = compare_versions(chromium, driver).err();
            assert_eq!(failure.as_ref().map(Failure::line), expected, "{driver:?}");
        }
    }

    #[test]
    fn a_named_browser_must_be_there() {
        let named = |first: Option<&str>, second: Option<&str>| {
            let values = [("ACCORD_CHROMIUM", first), ("CHROME", second)];
            first_named(
                values
                    .into_iter()
                    .map(|(name, value)| (name, value.map(OsString::from))),
            )
            .map_err(|failure| failure.line().to_owned())
        };
        assert_eq!(named(None, None), Ok(None));
        assert_eq!(named(Some(""), None), Ok(None));
        assert_eq!(
            named(Some("/no/such"), Some("/bin/sh")),
            Err("ACCORD_CHROMIUM names /no/such, and there is no such file".to_owned())
        );
        assert_eq!(named(None, Some("/bin/sh")), Ok(Some(PathBuf::from("/bin/sh"))));
    }

    #[test]
    fn debian_is_told_from_its_children() {
        assert!(is_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!is_debian("ID=ubuntu\nID_LIKE=debian\n"));
    }
}
