//! Checks the catalogue and prints what it holds.
fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "catalogue".to_owned());
    match accord_checklist::catalogue::record::Record::read(std::path::Path::new(&folder)) { Ok(r) => println!("{} obligations", r.obligations().count()), Err(f) => { for f in &f { println!("{f}"); } std::process::exit(1) } }
}
