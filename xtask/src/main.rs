//! The task runner of Accord Checklist: `cargo xtask help` lists what it does.
//!
//! The modules stand in the order in which to read them. Invariant: nothing here
//! is part of the site; the site can be built with Trunk alone once the tools are there.

// What was asked, and what a command may end with.
mod arguments;
mod failure;

// How a run is shown.
mod terminal;

mod child;
mod plan;

// The project and what it needs on the machine.
mod project;
mod stamp;
mod tools;

mod browser;

// The tasks.
mod release;
mod reproduce;
mod serve;
mod tally;

mod checks;
mod looks;

use std::process::ExitCode;

use arguments::Request;
use failure::Failure;
use project::Project;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.show();
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let request = arguments::read(std::env::args().skip(1))?;
    let project = Project::open()?;
    match request {
        Request::Help => terminal::say(arguments::HELP),
        Request::Serve(wanted) => serve::run(&project, &wanted)?,
        Request::Dev(rest) => release::develop(&project, &rest)?,
        Request::Build => release::run(&project)?,
        Request::Test { step: None, .. } => checks::test(&project)?,
        Request::Test { step: Some(step), rest } => checks::test_one(&project, &step, &rest)?,
        Request::Check => checks::check(&project)?,
        Request::Reproduce => reproduce::run(&project)?,
        Request::Look(look) => looks::run(&project, &look)?,
        Request::Record(program, rest) => checks::record(&project, program, &rest)?,
    }
    Ok(())
}
