//! What a command ends with when it cannot go on: one line for a person, never a backtrace.

use crate::terminal;

/// Why a command stopped, and what to do about it, in one line; with the output of the program
/// that failed where that helps.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    line: String,
    output: Option<String>,
}

impl Failure {
    /// A failure that one line explains.
    pub fn new(line: impl Into<String>) -> Self {
        Self {
            line: line.into(),
            output: None,
        }
    }

    /// A failure that the program's output explains: it is shown before the line.
    pub fn with_output(line: impl Into<String>, output: &str) -> Self {
        Self {
            line: line.into(),
            output: Some(output.to_owned()),
        }
    }

    /// An installing or building program failed. Where its output has a known cause, the line alone
    /// says so; otherwise the output is shown before the line.
    pub fn of_program(what: &str, output: &str) -> Self {
        match known_cause(output) {
            Some(cause) => Self::new(format!("{what}: {cause}")),
            None => Self::with_output(what, output),
        }
    }

    /// The line.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Prints it on stderr.
    pub fn show(&self) {
        if let Some(output) = &self.output {
            terminal::report(output.trim_end());
        }
        terminal::report(&format!("xtask: {}", self.line));
    }
}

/// Words in the output of cargo, rustup, npm and apt-get, and what they mean for a person.
const KNOWN_CAUSES: &[(&[&str], &str)] = &[
    (
        &[
            "Could not resolve host",
            "Couldn't connect to server",
            "Could not connect to server",
            "Failed to connect to",
            "dns error",
            "failed to lookup address",
            "Temporary failure resolving",
            "could not download file",
            "spurious network error",
            "download of config.json failed",
            "EAI_AGAIN",
            "ENOTFOUND",
            "ECONNREFUSED",
            "ETIMEDOUT",
            "ENETUNREACH",
            "Could not connect to",
        ],
        "no network, or the package registry cannot be reached; connect and run the same command again",
    ),
    (
        &["linker `cc` not found"],
        "there is no C compiler; install one (Debian: apt-get install gcc libc6-dev, macOS: xcode-select --install) and run again",
    ),
    (
        &["No space left on device", "ENOSPC"],
        "the disk is full; make room and run the same command again",
    ),
];

fn known_cause(output: &str) -> Option<&'static str> {
    KNOWN_CAUSES
        .iter()
        .find(|(signs, _)| signs.iter().any(|sign| output.contains(sign)))
        .map(|(_, cause)| *cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(output: &str, expected: &str) {
        assert_eq!(Failure::of_program("npm ci failed", output).line(), expected);
    }

    #[test]
    fn a_known_cause_is_said_in_one_line() {
        let offline = "npm ci failed: no network, or the package registry cannot be reached; connect and run the same command again";
        check("npm error code EAI_AGAIN\nnpm error syscall getaddrinfo", offline);
        check("warning: spurious network error (3 tries remaining)", offline);
        check("npm error code E418", "npm ci failed");
        assert_eq!(Failure::of_program("x", "npm error code ENOTFOUND").output, None);
        assert_eq!(Failure::of_program("x", "y").output.as_deref(), Some("y"));
    }
}
