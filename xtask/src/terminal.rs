//! Lines for a person. A closed pipe (`cargo xtask help | head -1`) is no reason to panic, so
//! nothing here uses `println!`.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Prints a result on stdout.
pub fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// Prints progress or a failure on stderr.
pub fn report(text: &str) {
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "{text}");
}

/// A duration as people say it: `0.4 s`, `12 s`, `3 min 20 s`.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..=9 => format!("{:.1} s", time.as_secs_f64()),
        10..=99 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// The one line under a running step. On a terminal it is written over again and again; elsewhere
/// (CI) a sign of life comes twice a minute.
pub struct LiveLine {
    started: Instant,
    on_terminal: bool,
    shown: bool,
    last_sign: Instant,
    text: String,
}

const BETWEEN_SIGNS: Duration = Duration::from_secs(30);
const WIDTH: usize = 78;

impl LiveLine {
    /// A line for a step that begins now.
    pub fn start() -> Self {
        Self {
            started: Instant::now(),
            on_terminal: std::io::stderr().is_terminal(),
            shown: false,
            last_sign: Instant::now(),
            text: String::new(),
        }
    }

    /// How long the step has run.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Keeps what the program said last.
    pub fn note(&mut self, text: &str) {
        text.trim().clone_into(&mut self.text);
    }

    /// Shows the line if it is time to.
    pub fn refresh(&mut self) {
        let line = shorten(&format!("      {}  {}", duration(self.elapsed()), self.text));
        if self.on_terminal {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[2K{line}");
            self.shown = true;
        } else if self.last_sign.elapsed() >= BETWEEN_SIGNS {
            report(&line);
            self.last_sign = Instant::now();
        }
    }

    /// Takes the line away, before other lines are printed.
    pub fn clear(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[2K");
            self.shown = false;
        }
    }
}

fn shorten(line: &str) -> String {
    if line.chars().count() <= WIDTH {
        return line.to_owned();
    }
    let kept: String = line.chars().take(WIDTH - 1).collect();
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        let cases = [(400, "0.4 s"), (12_300, "12 s"), (200_000, "3 min 20 s")];
        for (milliseconds, expected) in cases {
            assert_eq!(duration(Duration::from_millis(milliseconds)), expected);
        }
    }

    #[test]
    fn a_long_line_is_cut_at_a_character() {
        let short = shorten(&"ខ".repeat(200));
        assert_eq!(short.chars().count(), WIDTH);
        assert!(short.ends_with('…'));
    }
}
