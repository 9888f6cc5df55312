//! Reads and checks the catalogue and writes it as Rust tables for the program to compile in.
//!
//! The folder is `catalogue/`, or the one that the environment variable `ACCORD_CATALOGUE` names (from the project's folder), so that
//! the same program can serve another agreement. A fault stops the build and names file, item and field.

#[allow(dead_code, unused_imports)]
#[path = "src/catalogue/mod.rs"]
mod catalogue;

use catalogue::record::{Language, Record, generate, names};
use std::path::PathBuf;

fn main() {
    let home = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let folder = std::env::var("ACCORD_CATALOGUE").unwrap_or_else(|_| "catalogue".to_owned());
    let folder = home.join(folder);
    println!("cargo:rerun-if-env-changed=ACCORD_CATALOGUE");
    println!("cargo:rerun-if-changed={}", folder.display());
    println!("cargo:rerun-if-changed={}", folder.join("instruments").display());
    println!("cargo:rerun-if-changed=src/catalogue");
    println!("cargo:rustc-env=ACCORD_CATALOGUE_FOLDER={}", folder.display());
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo:rustc-link-arg-bin=accord-checklist=--emit-relocs");
    }
    match Record::read(&folder) {
        Ok(record) => write(&record),
        Err(faults) => {
            for fault in &faults {
                println!("cargo::error={fault}");
            }
            println!(
                "cargo::error=the catalogue in {} has {} fault(s)",
                folder.display(),
                faults.len()
            );
        }
    }
}

fn write(record: &Record) {
    let folder = PathBuf::from(variable("OUT_DIR"));
    let english = serde_json::json!(names(record, Language::En));
    for (name, text) in [("accord.rs", generate(record)), ("names.json", english.to_string())] {
        let path = folder.join(name);
        if let Err(error) = std::fs::write(&path, text) {
            println!("cargo::error={}: {error}", path.display());
        }
    }
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}
