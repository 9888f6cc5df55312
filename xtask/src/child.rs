//! Running another program: its output is kept, shown in one live line, and printed in full only
//! when it fails or when a person asked for one step.

use std::io::{ErrorKind, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::terminal::{self, LiveLine};

/// What a program did.
pub struct Finished {
    /// Whether it ended with exit code 0.
    pub success: bool,
    /// Both its outputs, in the order in which the lines came.
    pub output: String,
}

/// How much of the output is shown while it runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// One live line.
    Shortened,
    /// Every line.
    Everything,
}

/// Runs `command` to its end. The output is also written to `log`, where a path is given.
///
/// # Errors
/// If the program is not there or cannot be started; a program that ran and failed is `Ok` with
/// `success` false.
pub fn run(
    command: &mut Command,
    live: &mut LiveLine,
    showing: Showing,
    log: Option<&Path>,
) -> Result<Finished, Failure> {
    // Cargo draws its bar ("120/340: leptos") for a terminal only, unless told the width.
    command
        .env("CARGO_TERM_PROGRESS_WHEN", "always")
        .env("CARGO_TERM_PROGRESS_WIDTH", "60")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    let (sender, receiver) = channel();
    read_in_background(child.stdout.take(), sender.clone());
    read_in_background(child.stderr.take(), sender);
    let output = gather(&receiver, live, showing, || !matches!(child.try_wait(), Ok(None)));
    let status = child
        .wait()
        .map_err(|error| Failure::new(format!("{}: {error}", name(command))))?;
    live.clear();
    if let Some(log) = log {
        // The log is a convenience: the output itself is shown when something fails.
        let _ = log.parent().map(std::fs::create_dir_all);
        let _ = std::fs::write(log, &output);
    }
    Ok(Finished {
        success: status.success(),
        output,
    })
}

/// Runs `command` with this process's own input and output, for programs that talk to a person.
///
/// # Errors
/// If it is not there, or ends with another exit code than 0; `on_failure` is then the line.
pub fn hand_over(command: &mut Command, on_failure: &str) -> Result<(), Failure> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(on_failure))
    }
}

/// Runs `command` and gives what it printed on stdout, trimmed; nothing if it is not there or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let name = name(command);
    match error.kind() {
        ErrorKind::NotFound => Failure::new(format!("{name} is not installed or not on PATH")),
        _ => Failure::new(format!("{name} cannot be started: {error}")),
    }
}

/// A piece of output, and whether it is a line (`\n`) or only a state of a progress bar (`\r`).
struct Piece {
    text: String,
    is_line: bool,
}

fn read_in_background(stream: Option<impl Read + Send + 'static>, sender: Sender<Piece>) {
    let Some(mut stream) = stream else { return };
    std::thread::spawn(move || {
        let mut splitter = Splitter::default();
        let mut bytes = [0; 4096];
        while let Ok(read @ 1..) = stream.read(&mut bytes) {
            for piece in splitter.feed(&bytes[..read]) {
                if sender.send(piece).is_err() {
                    return;
                }
            }
        }
        // What stands after the last end of line is a line too.
        for piece in splitter.feed(b"\n").into_iter().filter(|piece| !piece.text.is_empty()) {
            let _ = sender.send(piece);
        }
    });
}

/// Cuts a stream of bytes into pieces as they come: a bar must be seen before its line ends.
#[derive(Default)]
struct Splitter {
    current: Vec<u8>,
    /// What stood before a `\r` that was the last byte so far: `\r\n` is an end of line too.
    before_return: Option<Vec<u8>>,
}

impl Splitter {
    fn feed(&mut self, bytes: &[u8]) -> Vec<Piece> {
        let mut found = Vec::new();
        for &byte in bytes {
            match byte {
                b'\n' => {
                    let text = match self.before_return.take() {
                        Some(text) => text,
                        None => std::mem::take(&mut self.current),
                    };
                    found.push((text, true));
                }
                b'\r' => {
                    let text = std::mem::take(&mut self.current);
                    found.push((text.clone(), false));
                    self.before_return = Some(text);
                }
                other => {
                    self.before_return = None;
                    self.current.push(other);
                }
            }
        }
        let piece = |(text, is_line): (Vec<u8>, bool)| Piece {
            text: without_escapes(&String::from_utf8_lossy(&text)),
            is_line,
        };
        found
            .into_iter()
            .map(piece)
            .filter(|piece| piece.is_line || !piece.text.trim().is_empty())
            .collect()
    }
}

/// Drops colours and cursor movements (`ESC [ … letter`).
fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            plain.push(character);
        } else if characters.next() == Some('[') {
            let _ = characters.find(|c| c.is_ascii_alphabetic());
        }
    }
    plain
}

fn gather(
    receiver: &Receiver<Piece>,
    live: &mut LiveLine,
    showing: Showing,
    mut has_ended: impl FnMut() -> bool,
) -> String {
    // A grandchild (a browser, say) may keep the pipe open after the program itself has ended.
    const GRACE: Duration = Duration::from_secs(2);
    let mut output = String::new();
    let mut ended: Option<Instant> = None;
    loop {
        match receiver.recv_timeout(Duration::from_millis(200)) {
            Ok(piece) => {
                live.note(&piece.text);
                if piece.is_line {
                    output.push_str(&piece.text);
                    output.push('\n');
                    if showing == Showing::Everything {
                        terminal::report(&piece.text);
                    }
                }
            }
            Err(RecvTimeoutError::Disconnected) => return output,
            Err(RecvTimeoutError::Timeout) => {
                if ended.is_none() && has_ended() {
                    ended = Some(Instant::now());
                }
                if ended.is_some_and(|since| since.elapsed() > GRACE) {
                    return output;
                }
            }
        }
        if showing == Showing::Shortened {
            live.refresh();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(chunks: &[&str], expected: &[(&str, bool)]) {
        let mut splitter = Splitter::default();
        let pieces: Vec<Piece> = chunks
            .iter()
            .flat_map(|chunk| splitter.feed(chunk.as_bytes()))
            .collect();
        let actual: Vec<(&str, bool)> = pieces
            .iter()
            .map(|piece| (piece.text.as_str(), piece.is_line))
            .collect();
        assert_eq!(actual, expected);
    }

    #[test]
    fn a_progress_bar_is_seen_at_once_and_is_no_line() {
        check(&["Building 1/9\r"], &[("Building 1/9", false)]);
        check(
            &["Building 1/9\r\x1b[K", "\x1b[1;32mCompiling\x1b[0m serde\n"],
            &[("Building 1/9", false), ("Compiling serde", true)],
        );
        check(
            &["one\ntw", "o\r", "\nthree"],
            &[("one", true), ("two", false), ("two", true)],
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_one_line() {
        let mut command = Command::new("accord-no-such-program");
        let failure = run(&mut command, &mut LiveLine::start(), Showing::Shortened, None).err();
        assert_eq!(
            failure.as_ref().map(Failure::line),
            Some("accord-no-such-program is not installed or not on PATH")
        );
    }

    #[test]
    fn both_outputs_are_kept() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; exit 3"]);
        let finished = run(&mut command, &mut LiveLine::start(), Showing::Shortened, None);
        let finished = finished.expect("sh is on every machine that builds this");
        assert!(!finished.success);
        let mut lines: Vec<&str> = finished.output.lines().collect();
        lines.sort_unstable();
        assert_eq!(lines, ["one", "two"]);
    }
}
