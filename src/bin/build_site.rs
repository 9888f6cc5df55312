//! Makes the site of what Trunk built: its post_build hook. The folder is `TRUNK_STAGING_DIR`, or the first argument.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let named = std::env::var_os("TRUNK_STAGING_DIR").or_else(|| std::env::args_os().nth(1));
    let Some(folder) = named.map(PathBuf::from) else {
        eprintln!("build_site: name the folder in which Trunk left what it built");
        return ExitCode::FAILURE;
    };
    match accord_checklist::site::finish(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("build_site: {failure}");
            ExitCode::FAILURE
        }
    }
}
