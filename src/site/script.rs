//! Scripts of the site as the browser gets them: what people read in them is left out, and names are short.

use super::Failure;
use std::io::Write;
use std::process::{Command, Stdio};

/// A module as small as terser makes it, which xtask put on the path. It leaves alone what a script says of properties and of other files.
///
/// # Errors
/// If terser is missing, or the script is none.
pub fn small(module: &str) -> Result<String, Failure> {
    let missing = |error: std::io::Error| format!("terser: {error} (`cargo xtask build` brings it)");
    let mut terser = Command::new("terser")
        .args(["--module", "--ecma", "2022", "--compress", "passes=3", "--mangle"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(missing)?;
    // It reads all before it writes anything; with this its input ends.
    let mut input = terser.stdin.take().ok_or("terser takes no input")?;
    input.write_all(module.as_bytes())?;
    drop(input);
    let out = terser.wait_with_output()?;
    if !out.status.success() {
        return Err(format!("terser: {}", String::from_utf8_lossy(&out.stderr)).into());
    }
    Ok(String::from_utf8(out.stdout)?)
}
