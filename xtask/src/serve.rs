//! `cargo xtask serve`: the release site on this machine, with the types and headers that
//! production gives it.
//!
//! [`listen`] holds the connections; all it asks of the rest is an answer to a request, and
//! [`site`] gives that without knowing of connections, so that it is tested without any.

mod listen;
mod site;

// What an answer is made of.
mod encoding;
mod header_rules;
mod media_type;
mod request_path;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use crate::arguments;
use crate::failure::Failure;
use crate::plan;
use crate::project::Project;
use crate::release;
use crate::terminal;

/// Builds if asked to and needed, and serves until the process is stopped.
///
/// # Errors
/// If the port is taken, the build fails, or there is nothing to serve.
pub fn run(project: &Project, wanted: &arguments::Serve) -> Result<(), Failure> {
    // A taken port is told now, not after a build of minutes.
    drop(bind(wanted.port)?);
    if wanted.build {
        plan::carry_out(release::steps(project)?)?;
    }
    let folder = wanted.directory.clone().unwrap_or_else(|| project.dist());
    let site = site::Site::open(&folder, &wanted.base)?;
    let listener = bind(wanted.port)?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::new(format!("the port cannot be read: {error}")))?;
    // tests/e2e/support.mjs reads the address from this line.
    terminal::say(&format!(
        "serving {} at http://{address}{} (stop with Ctrl+C)",
        project.shown(&folder),
        wanted.base
    ));
    listen::forever(listener, site)
}

fn bind(port: u16) -> Result<TcpListener, Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::new(format!(
            "port {port} is taken; stop the program that holds it, or take another: cargo xtask serve --port {}",
            if port < 65535 { port + 1 } else { 0 }
        )),
        std::io::ErrorKind::PermissionDenied => Failure::new(format!(
            "port {port} is not allowed for this user; take one above 1023: cargo xtask serve --port 8080"
        )),
        _ => Failure::new(format!("cannot listen at {address}: {error}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_one_line() {
        let holder = bind(0).expect("some port is free");
        let port = holder.local_addr().expect("it is bound").port();
        let failure = bind(port).err();
        let line = failure.as_ref().map(Failure::line).unwrap_or_default();
        assert!(line.starts_with(&format!("port {port} is taken; ")), "{line}");
    }
}
