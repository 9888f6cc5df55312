//! How many tests ran, read from what the test runners print at their end.

use std::ops::AddAssign;

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Ran and held.
    pub passed: u32,
    /// Ran and did not hold, or were broken off.
    pub failed: u32,
    /// Were left out on purpose.
    pub skipped: u32,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Sums the lines "test result: ok. 3 passed; 0 failed; 1 ignored; …" of cargo test, one for each
/// test binary, and of wasm-bindgen-test-runner.
pub fn of_cargo(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        let Some((_, numbers)) = line.split_once("test result: ") else {
            continue;
        };
        for part in numbers.split([';', '.']) {
            match number_and_word(part) {
                Some((number, "passed")) => tally.passed += number,
                Some((number, "failed")) => tally.failed += number,
                Some((number, "ignored")) => tally.skipped += number,
                _ => {}
            }
        }
    }
    tally
}

/// Sums the closing lines of Playwright's list reporter: "  12 passed (30.1s)", "  1 failed".
pub fn of_playwright(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        let line = line.split(" (").next().unwrap_or(line);
        match number_and_word(line) {
            Some((number, "passed")) => tally.passed += number,
            Some((number, "failed" | "flaky" | "interrupted" | "did not run")) => tally.failed += number,
            Some((number, "skipped")) => tally.skipped += number,
            _ => {}
        }
    }
    tally
}

/// Reads the closing line of a script of this project: "engines: 18 passed, 0 failed".
pub fn of_script(output: &str) -> Tally {
    let mut tally = Tally::default();
    let numbers = output.lines().filter_map(|line| line.split_once(": "));
    for part in numbers.flat_map(|(_, numbers)| numbers.split(", ")) {
        match number_and_word(part) {
            Some((number, "passed")) => tally.passed += number,
            Some((number, "failed")) => tally.failed += number,
            _ => {}
        }
    }
    tally
}

fn number_and_word(part: &str) -> Option<(u32, &str)> {
    let (number, word) = part.trim().split_once(' ')?;
    Some((number.parse().ok()?, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(actual: Tally, passed: u32, failed: u32, skipped: u32) {
        let expected = Tally {
            passed,
            failed,
            skipped,
        };
        assert_eq!(actual, expected);
    }

    #[test]
    fn cargo_tests_are_summed_over_binaries() {
        let output = "running 3 tests\ntest a ... ok\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test 5 passed in a name ... ok\n\
            test result: FAILED. 1 passed; 2 failed; 4 ignored; 0 measured; 0 filtered out; finished in 0.01s\n";
        check(of_cargo(output), 4, 2, 4);
        check(of_cargo("error: could not compile\n"), 0, 0, 0);
        check(
            of_cargo("test result: ok. 7 passed; 0 failed; 0 ignored; 0 filtered out"),
            7,
            0,
            0,
        );
    }

    #[test]
    fn scripts_close_with_their_numbers() {
        check(
            of_script("firefox: not tried\nengines: 18 passed, 1 failed\n"),
            18,
            1,
            0,
        );
        check(of_script("FAULT x: 3 of 4\n"), 0, 0, 0);
    }

    #[test]
    fn playwright_stories_are_summed() {
        check(
            of_playwright(
                "Running 3 tests using 2 workers\n\n  ✓  1 a.mjs:3:1 › 2 passed (1.2s)\n\n  3 passed (4.5s)\n",
            ),
            3,
            0,
            0,
        );
        check(
            of_playwright(
                "  1 failed\n    [chromium] › a.mjs:3:1 › x ────\n  1 interrupted\n  2 skipped\n  4 did not run\n  12 passed (1.1m)\n",
            ),
            12,
            6,
            2,
        );
        check(of_playwright("Error: No tests found\n"), 0, 0, 0);
    }
}
