//! The program as files: what Trunk compiled, cut where `ui/later.rs` says, with the glue of wasm-bindgen.
//!
//! Trunk compiles, and runs wasm-bindgen over the whole; the cut needs what the linker said of the uncut program, so it is made of what
//! cargo wrote, and wasm-bindgen runs again over the first of the parts. wasm-opt makes each small.

use super::{Assets, Failure, glue, script};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use walrus::{FunctionBuilder, FunctionKind, Module};
use wasm_split_cli_support::{Options, transform};

/// What Trunk calls the program.
const NAME: &str = "accord-checklist";
/// What the macros of `wasm_split` call the module in which the parts are asked for.
const LINK: &str = glue::LINK;
/// Parts of at most so many bytes stand in the glue: shared by others and too small for a request of their own.
const SMALL: usize = 4_000;
/// The end of the names of functions that are never called, before their digest. Pages are hydrated from what stands in them, never from a
/// stream, but each erased view carries the way for that too, a future; the compiler cannot know. They were a twelfth of the program. Only
/// the futures themselves: small functions within them may be one with others that are called (LLVM merges what is the same).
const NEVER_CALLED: [&str; 3] = [
    "13hydrate_async28_$u7b$$u7b$closure$u7d$$u7d$17h",
    "13hydrate_async28_$u7b$$u7b$closure$u7d$$u7d$28_$u7b$$u7b$closure$u7d$$u7d$17h",
    "27new_with_async_value_erased28_$u7b$$u7b$closure$u7d$$u7d$17h",
];
/// In the names of functions that only the classes of `glue::NOT_FOR_JAVASCRIPT` need: promises made of futures.
const OF_CLASSES: &str = "17future_to_promise28_$u7b$$u7b$closure$u7d$$u7d$";
/// In the names of functions of the standard library that only end the program, after a message that no browser shows. A trap ends it as well, and
/// the messages and all that puts them together go.
const ENDS: [&str; 7] = [
    "4core9panicking",
    "4core3str16slice_error_fail",
    "4core6option13expect_failed",
    "4core6option13unwrap_failed",
    "4core6result13unwrap_failed",
    "4core4cell30panic_already_mutably_borrowed",
    "6thread5local18panic_access_error",
];
/// How the paths of crates and of the standard library begin, after the folder of the machine on which the program is built. They stand in it for
/// messages of panics, which nobody sees.
const PATHS: [&str; 2] = ["/registry/src/", "/rustc/"];
/// Shorter ones, in instructions, may be one with a future of something else.
const LONG: u64 = 50;
/// The features of WebAssembly that the compiler uses by itself.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Names of the files of the program.
#[derive(Clone)]
pub struct Program {
    /// The JavaScript that starts it and loads its parts.
    pub glue: String,
    /// What the checklist needs to react.
    pub first: String,
    /// The rest.
    pub later: String,
    /// The words of each language, by the names of `PARTS`.
    words: HashMap<&'static str, String>,
}

impl Program {
    /// The files with the words of a language: those of the first file, and those of the later one.
    ///
    /// # Errors
    /// If there is none.
    pub fn words(&self, code: &str) -> Result<(&str, &str), Failure> {
        let of = |part: &str| {
            let name = self.words.get(format!("{part}.{code}").as_str());
            name.map(String::as_str).ok_or("a language without words")
        };
        Ok((of("words")?, of("later")?))
    }
}

/// The parts by the names that `ui/later.rs` gives them, with what stands before the digest in the names of their files.
const PARTS: [(&str, &str); 7] = [
    ("split_english", "words.en"),
    ("split_english_later", "later.en"),
    ("split_khmer", "words.km"),
    ("split_khmer_later", "later.km"),
    ("split_later", LATER),
    ("split_thai", "words.th"),
    ("split_thai_later", "later.th"),
];
/// Of `PARTS`, the one without words.
const LATER: &str = "later";
/// In the names of functions that ask for words of the later file: who is in the first one must not.
const ASKS_FOR_LATER_WORDS: &str = "8language5later4kept";

/// Cuts the program that cargo left and puts its files among the assets.
///
/// # Errors
/// If a tool is missing or refuses, or a part is not there.
pub fn write(assets: &mut Assets, staged: &Path) -> Result<Program, Failure> {
    for left in [format!("{NAME}.js"), format!("{NAME}_bg.wasm")] {
        std::fs::remove_file(staged.join(left))?;
    }
    let (compiled, optimised) = compiled()?;
    let folder = compiled.with_file_name("parts");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    let whole = std::fs::read(&compiled).map_err(|error| format!("{}: {error}", compiled.display()))?;
    let main = folder.join("first.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = &folder;
    options.main_out_path = &main;
    let cut = transform(options).map_err(|error| format!("the program could not be cut: {error:?}"))?;
    // The parts share the memory and the table of functions, which wasm-bindgen would keep to the first.
    run(Command::new("wasm-bindgen")
        .arg(&main)
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--keep-lld-exports",
            "--no-demangle",
        ])
        .args(["--out-name", "app", "--out-dir"])
        .arg(&folder))?;

    asks_for_no_later_words(&parsed(&std::fs::read(folder.join("app_bg.wasm"))?)?)?;
    let mut names = HashMap::new();
    let first = small(&folder.join("app_bg.wasm"), optimised, |module| {
        names = without_what_is_only_exported(module)
    })?;
    let asked = asked_for(&first)?;
    let first = assets.add("app", "wasm", &first)?;
    let mut loader = std::fs::read_to_string(folder.join(LINK))?;
    let mut words = HashMap::new();
    for path in cut.split_modules {
        let bytes = small(&path, optimised, |_| {})?;
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let asked = format!("fetch(new URL(\"./{stem}.wasm\", import.meta.url))");
        let part = PARTS.iter().find(|(name, _)| *name == stem);
        let found = match part {
            Some((_, before)) => {
                let name = assets.add(before, "wasm", &bytes)?;
                let found = format!("fetch(new URL(\"./{name}\", import.meta.url))");
                words.insert(*before, name);
                found
            }
            None if bytes.len() <= SMALL => format!("within(\"{}\")", base64(&bytes)),
            None => return Err(format!("{stem} is shared by parts and has {} bytes", bytes.len()).into()),
        };
        if !loader.contains(&asked) {
            return Err(format!("the loader of the parts does not ask for {stem}").into());
        }
        loader = loader.replace(&asked, &found);
    }
    if words.len() != PARTS.len() {
        return Err("a part of the program is not there".into());
    }
    let later = words.remove(LATER).unwrap_or_default();
    let mut glue = glue::joined(&std::fs::read_to_string(folder.join("app.js"))?, &loader)?;
    if optimised {
        glue = glue::slim(&glue, &names, &asked)?;
        glue = script::small(&glue)?;
    }
    let glue = assets.add("app", "js", glue.as_bytes())?;
    Ok(Program {
        glue,
        first,
        later,
        words,
    })
}

/// The program as cargo left it, beside which this one runs, and whether it is a release.
fn compiled() -> Result<(PathBuf, bool), Failure> {
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let profile = if release { "release" } else { "debug" };
    let own = std::env::current_exe()?;
    let target = own.ancestors().nth(2).ok_or("this program is not in cargo's folder")?;
    let path = target.join(format!("wasm32-unknown-unknown/{profile}/{NAME}.wasm"));
    Ok((path, release))
}

/// A part as the browser gets it: without what is never called and what only tells of panics, adapted, made small.
fn small(path: &Path, optimised: bool, adapt: impl FnOnce(&mut Module)) -> Result<Vec<u8>, Failure> {
    if !optimised {
        return Ok(std::fs::read(path)?);
    }
    let stubbed = path.with_extension("stubbed.wasm");
    let mut module = parsed(&std::fs::read(path)?)?;
    without_what_is_never_called(&mut module);
    without_paths(&mut module);
    adapt(&mut module);
    std::fs::write(&stubbed, module.emit_wasm())?;
    let out = path.with_extension("small.wasm");
    run(Command::new("wasm-opt")
        // -O3 is as small after brotli, and slower: reading the largest link took 4.8 ms (median) in place of 3.9.
        .arg("-Oz")
        // Larger before brotli, smaller after it: what stands in one function only is left there, and parts that are alike stay alike.
        .args(["--one-caller-inline-max-function-size=0", "--skip-pass=local-cse"])
        // The first kilobyte is the end of the stack, which rustc puts first: no pointer is so small.
        .arg("--low-memory-unused")
        // What is alike by name is alike in bytes.
        .arg("--reorder-functions-by-name")
        .args(WASM_FEATURES)
        // For the report of sizes (tests/bench/size.mjs): names by number.
        .arg(format!("--symbolmap={}", path.with_extension("names").display()))
        .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
        .arg(&stubbed)
        .arg("-o")
        .arg(&out))?;
    Ok(std::fs::read(out)?)
}

/// Puts a trap in the place of each function that is never called or only ends the program; wasm-opt drops what only they needed.
fn without_what_is_never_called(module: &mut Module) {
    let unused: Vec<_> = module
        .funcs
        .iter_local()
        .filter(|(id, function)| {
            let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
            let ends_in = |end: &str| name.rsplit_once(end).is_some_and(|(_, digest)| digest.len() == 17);
            let is_unused = NEVER_CALLED.into_iter().any(ends_in) || name.contains(OF_CLASSES);
            is_unused && function.size() >= LONG || ENDS.iter().any(|end| name.contains(end))
        })
        .map(|(id, function)| (id, function.ty(), function.args.clone()))
        .collect();
    for (id, ty, args) in unused {
        let ty = module.types.get(ty);
        let (params, results) = (ty.params().to_vec(), ty.results().to_vec());
        let mut trap = FunctionBuilder::new(&mut module.types, &params, &results);
        trap.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(args));
    }
}

/// The first file must not ask for words that may not be there yet.
fn asks_for_no_later_words(first: &Module) -> Result<(), Failure> {
    let asks = |function: &walrus::Function| {
        let name = function.name.as_deref().unwrap_or_default();
        name.contains(ASKS_FOR_LATER_WORDS) && matches!(function.kind, FunctionKind::Local(_))
    };
    match first.funcs.iter().any(asks) {
        true => Err("the first file of the program asks for words of the later one (`Words::later`)".into()),
        false => Ok(()),
    }
}

/// Takes out what stands in the program only because wasm-bindgen exports it (streams of bytes for JavaScript, from a crate of Leptos'), and
/// gives what the program asks of the browser short names; answers these by the long ones. The long ones end in digests, which nothing
/// compresses, and stand in program and glue.
fn without_what_is_only_exported(module: &mut Module) -> HashMap<String, String> {
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| export.name.contains(glue::NOT_FOR_JAVASCRIPT))
        .map(walrus::Export::id)
        .collect();
    for export in unused {
        module.exports.delete(export);
    }
    let of_browser = module
        .imports
        .iter_mut()
        .filter(|import| import.module == glue::BROWSER);
    of_browser
        .enumerate()
        .map(|(number, import)| {
            let short = format!("w{number:x}");
            (std::mem::replace(&mut import.name, short.clone()), short)
        })
        .collect()
}

/// What a part asks of the browser, by name.
fn asked_for(wasm: &[u8]) -> Result<Vec<String>, Failure> {
    let module = parsed(wasm)?;
    let of_browser = module.imports.iter().filter(|import| import.module == glue::BROWSER);
    Ok(of_browser.map(|import| import.name.clone()).collect())
}

/// Blanks the paths of sources: the program is the same wherever it is built, and says nothing of the machine.
fn without_paths(module: &mut Module) {
    let all: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for data in all {
        blank_paths(&mut module.data.get_mut(data).value);
    }
}

fn blank_paths(bytes: &mut [u8]) {
    let find = |bytes: &[u8], from: usize, what: &str| {
        let found = bytes[from..]
            .windows(what.len())
            .position(|window| window == what.as_bytes());
        found.map(|place| from + place)
    };
    for path in PATHS {
        let mut from = 0;
        while let Some(place) = find(bytes, from, path) {
            // Before it stands the folder of cargo.
            let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| home + "/.cargo"));
            let home = home.unwrap_or_default();
            let start = match bytes[..place].ends_with(home.as_bytes()) {
                true => place - home.len(),
                false => place,
            };
            let end = find(bytes, place, ".rs").map_or(place + path.len(), |end| end + 3);
            bytes[start..end].fill(b' ');
            from = end;
        }
    }
}

fn parsed(wasm: &[u8]) -> Result<Module, Failure> {
    Ok(Module::from_buffer(wasm).map_err(|error| error.to_string())?)
}

/// Base64 (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |three: &[u8]| {
        let of = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = of(0) << 16 | of(1) << 8 | of(2);
        (0..4usize)
            .map(|place| match place > three.len() {
                true => '=',
                false => char::from(LETTERS[(bits >> (18 - 6 * place) & 63) as usize]),
            })
            .collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

/// Runs a tool that xtask put on the path.
fn run(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let out = command
        .output()
        .map_err(|error| format!("{name}: {error} (`cargo xtask build` brings it)"))?;
    if out.status.success() {
        return Ok(());
    }
    Err(format!("{name}: {}", String::from_utf8_lossy(&out.stderr)).into())
}

#[cfg(test)]
mod tests {
    use super::{base64, blank_paths};

    #[test]
    fn base64_is_that_of_the_standard() {
        // RFC 4648, section 10.
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn paths_of_the_machine_are_blanked() {
        let mut bytes = *b"one/rustc/5980/library/core/str.rstwo/x/registry/src/index-1/tachys/dom.rs\0src/main.rs";
        blank_paths(&mut bytes);
        assert_eq!(
            String::from_utf8_lossy(&bytes).split_whitespace().collect::<Vec<_>>(),
            ["one", "two/x", "\0src/main.rs"]
        );
    }
}
