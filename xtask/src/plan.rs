//! A list of steps, each told in one line: what it does, why, and how far the whole is.

use std::process::Command;

use crate::child::{self, Showing};
use crate::failure::Failure;
use crate::terminal::{self, LiveLine};

/// What a step does, showing its state in the live line.
type Action<'a> = dyn FnOnce(&mut LiveLine) -> Result<(), Failure> + 'a;

/// One thing to do.
pub struct Step<'a> {
    what: String,
    action: Box<Action<'a>>,
}

impl<'a> Step<'a> {
    /// A step; `what` says what it does and why.
    pub fn new(what: impl Into<String>, action: impl FnOnce(&mut LiveLine) -> Result<(), Failure> + 'a) -> Self {
        Self {
            what: what.into(),
            action: Box::new(action),
        }
    }
}

/// Carries out the steps in their order, up to the first that fails. No steps, no output.
///
/// # Errors
/// That of the first step that fails.
pub fn carry_out(steps: Vec<Step<'_>>) -> Result<(), Failure> {
    let total = steps.len();
    for (done, step) in steps.into_iter().enumerate() {
        terminal::report(&format!("[{}/{total}] {}", done + 1, step.what));
        let mut live = LiveLine::start();
        (step.action)(&mut live)?;
        terminal::report(&format!("      done in {}", terminal::duration(live.elapsed())));
    }
    Ok(())
}

/// Runs one program of a step.
///
/// # Errors
/// `on_failure`, with the cause where it is known and the output where it is not.
pub fn run(command: &mut Command, live: &mut LiveLine, on_failure: &str) -> Result<(), Failure> {
    let finished = child::run(command, live, Showing::Shortened, None)?;
    if finished.success {
        Ok(())
    } else {
        Err(Failure::of_program(on_failure, &finished.output))
    }
}
