//! The command line: words in, a [`Request`] out.

use std::path::PathBuf;

use crate::failure::Failure;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask <command>

  serve      build the release site if anything changed, and serve it at http://127.0.0.1:8080/
               --port N    another port (0: any free one)
               --dir PATH  serve this folder as it is, without building
               --base /x/  serve it under a path, as a project page does
               --no-build  serve dist as it is
  dev        Trunk with reload, for working on the page; arguments go to `trunk serve`
  build      the release site, into dist/
  check      formatting, clippy and the core's tests: under a minute when warm
  test       everything CI runs
  test STEP  one step, its arguments after it: fmt, clippy, clippy-site, clippy-page, supply, native,
             native-site, browser, build, data, hosts, engines, stories
               hosts --figures  with wrk: how many first loads nginx serves
  reproduce  builds this commit twice, in two folders, and compares the digests of all files (long)
  catalogue  check the catalogue (or that of another folder) and print what it holds
  translations [FOLDER]
             how the translations stand, what changed in English since, and pages to review,
             into target/translations or FOLDER
  pictures [km|th] [FOLDER] [PART …]
             pictures of the release site in three windows, light, dark and on paper, into
             target/pictures or FOLDER; PART: only those with this in their names; km, th: those of
             the Khmer or Thai page
  lighthouse what Lighthouse says of the release site on a phone
  bench growth
             what a status change costs with 5,000 obligations beside the real ones
  bench interactions
             how long a status change and a key of the search take, to the next paint
  bench load
             the first load, the second visit and touches beside two plain pages, in three profiles of line
             and processor
  bench links
             how long it takes to write and to read the link of the largest realistic review
  bench size [LINES]
             what the files of the program are made of: sections, crates, and the largest functions
               --dir PATH  for these: that folder as it is, without building
  help       this text

Missing tools are installed into .tools/ and node_modules/. Environment, all of it optional:
  ACCORD_TOOLS         another folder than .tools
  ACCORD_CATALOGUE     another catalogue folder
  ACCORD_ADDRESS       the address at which the site will be read (https://…/): previews and the sitemap need it
  ACCORD_CHROMIUM      the browser for tests (or CHROME; else it is looked for on PATH)
  ACCORD_CHROMEDRIVER  its driver (or CHROMEDRIVER; else it is looked for on PATH)";

/// What a person asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// Say what there is.
    Help,
    /// Build if needed, and serve.
    Serve(Serve),
    /// Trunk with reload; the arguments go to Trunk.
    Dev(Vec<String>),
    /// The release site.
    Build,
    /// All tests, or one step with arguments for its tool.
    Test {
        /// The step's name, or none for all.
        step: Option<String>,
        /// What follows the name.
        rest: Vec<String>,
    },
    /// The quick checks.
    Check,
    /// Two builds, compared.
    Reproduce,
    /// A program of the record, `catalogue` or `translations`; the arguments go to it.
    Record(&'static str, Vec<String>),
    /// A script that looks at the release site in a browser.
    Look(Look),
}

/// What a script looks for, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Look {
    /// The script.
    pub script: Script,
    /// A folder to look at as it is, in place of a built `dist`.
    pub directory: Option<PathBuf>,
    /// What goes to the script.
    pub rest: Vec<String>,
}

/// The scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Pictures of every state.
    Pictures,
    /// What Lighthouse says.
    Lighthouse,
    /// Times from a click or a key to the next paint.
    Interactions,
    /// The same for a status change, with 5,000 obligations beside the real ones.
    Growth,
    /// Times of writing and reading links.
    Links,
    /// The first load, beside two plain pages.
    Load,
    /// What the files of the program are made of.
    Size,
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Serve {
    /// Port on 127.0.0.1; 0 lets the system choose a free one.
    pub port: u16,
    /// A folder to serve as it is, in place of a built `dist`.
    pub directory: Option<PathBuf>,
    /// The path under which the site stands; begins and ends with a slash.
    pub base: String,
    /// Whether to build first when something changed.
    pub build: bool,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// One line that names the word that is wrong.
pub fn read(words: impl IntoIterator<Item = String>) -> Result<Request, Failure> {
    let mut words = words.into_iter();
    let Some(command) = words.next() else {
        return Ok(Request::Help);
    };
    let rest: Vec<String> = words.collect();
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Request::Help),
        "serve" => read_serve(rest).map(Request::Serve),
        "dev" => Ok(Request::Dev(rest)),
        "build" => alone("build", &rest).map(|()| Request::Build),
        "check" => alone("check", &rest).map(|()| Request::Check),
        "reproduce" => alone("reproduce", &rest).map(|()| Request::Reproduce),
        "test" => {
            let mut rest = rest.into_iter();
            Ok(Request::Test {
                step: rest.next(),
                rest: rest.collect(),
            })
        }
        "catalogue" => Ok(Request::Record("catalogue", rest)),
        "translations" => Ok(Request::Record("translations", rest)),
        "pictures" => read_look(Script::Pictures, rest),
        "lighthouse" => read_look(Script::Lighthouse, rest),
        "bench" => match rest.split_first() {
            Some((what, rest)) if what == "interactions" => read_look(Script::Interactions, rest.to_vec()),
            Some((what, rest)) if what == "growth" => read_look(Script::Growth, rest.to_vec()),
            Some((what, rest)) if what == "links" => read_look(Script::Links, rest.to_vec()),
            Some((what, rest)) if what == "load" => read_look(Script::Load, rest.to_vec()),
            Some((what, rest)) if what == "size" => read_look(Script::Size, rest.to_vec()),
            _ => Err(Failure::new(
                "bench measures `growth`, `interactions`, `links`, `load` or `size`; name one",
            )),
        },
        other => Err(Failure::new(format!(
            "there is no command '{other}'; `cargo xtask help` lists them"
        ))),
    }
}

fn alone(command: &str, rest: &[String]) -> Result<(), Failure> {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(Failure::new(format!(
            "{command} takes no arguments, but there is '{word}'"
        ))),
    }
}

fn read_look(script: Script, words: Vec<String>) -> Result<Request, Failure> {
    let mut directory = None;
    let mut rest = Vec::new();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        if let Some(folder) = word.strip_prefix("--dir=") {
            directory = Some(PathBuf::from(folder));
        } else if word == "--dir" {
            let folder = words
                .next()
                .ok_or_else(|| Failure::new("--dir needs a folder after it"))?;
            directory = Some(PathBuf::from(folder));
        } else {
            rest.push(word);
        }
    }
    Ok(Request::Look(Look {
        script,
        directory,
        rest,
    }))
}

fn read_serve(words: Vec<String>) -> Result<Serve, Failure> {
    let mut serve = Serve {
        port: 8080,
        directory: None,
        base: "/".to_owned(),
        build: true,
    };
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let (name, mut inline) = match word.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (word, None),
        };
        let mut value = |what: &str| {
            inline
                .take()
                .or_else(|| words.next())
                .ok_or_else(|| Failure::new(format!("{name} needs {what} after it")))
        };
        match name.as_str() {
            "--port" => {
                let port = value("a port number")?;
                serve.port = port
                    .parse()
                    .map_err(|_| Failure::new(format!("'{port}' is not a port: a number from 0 to 65535")))?;
            }
            "--dir" => {
                serve.directory = Some(PathBuf::from(value("a folder")?));
                serve.build = false;
            }
            "--base" => serve.base = read_base(&value("a path such as /sub/")?)?,
            "--no-build" => serve.build = false,
            other => {
                return Err(Failure::new(format!(
                    "serve knows no '{other}'; `cargo xtask help` lists what it takes"
                )));
            }
        }
    }
    Ok(serve)
}

fn read_base(text: &str) -> Result<String, Failure> {
    let segments: Vec<&str> = text.split('/').filter(|part| !part.is_empty()).collect();
    let plain =
        |part: &&str| !part.starts_with('.') && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    if !segments.iter().all(plain) {
        return Err(Failure::new(format!(
            "'{text}' is not a base path: letters, digits, - _ . between slashes"
        )));
    }
    Ok(match segments.join("/") {
        joined if joined.is_empty() => "/".to_owned(),
        joined => format!("/{joined}/"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[track_caller]
    fn check(line: &str, expected: Result<Request, &str>) {
        let expected = expected.map_err(str::to_owned);
        let actual = read(words(line)).map_err(|failure| failure.line().to_owned());
        assert_eq!(actual, expected, "{line}");
    }

    fn serve(port: u16, directory: Option<&str>, base: &str, build: bool) -> Result<Request, &'static str> {
        Ok(Request::Serve(Serve {
            port,
            directory: directory.map(PathBuf::from),
            base: base.to_owned(),
            build,
        }))
    }

    fn look(script: Script, directory: Option<&str>, rest: &str) -> Result<Request, &'static str> {
        Ok(Request::Look(Look {
            script,
            directory: directory.map(PathBuf::from),
            rest: words(rest),
        }))
    }

    #[test]
    fn reads_what_was_asked() {
        check("", Ok(Request::Help));
        check("--help", Ok(Request::Help));
        check("build", Ok(Request::Build));
        check(
            "test",
            Ok(Request::Test {
                step: None,
                rest: vec![],
            }),
        );
        check(
            "test stories --grep link",
            Ok(Request::Test {
                step: Some("stories".to_owned()),
                rest: words("--grep link"),
            }),
        );
        check(
            "catalogue elsewhere",
            Ok(Request::Record("catalogue", words("elsewhere"))),
        );
        check("translations", Ok(Request::Record("translations", words(""))));
        check("pictures", look(Script::Pictures, None, ""));
        check(
            "pictures out detail --dir site",
            look(Script::Pictures, Some("site"), "out detail"),
        );
        check("lighthouse --dir=site", look(Script::Lighthouse, Some("site"), ""));
        check("bench growth 9", look(Script::Growth, None, "9"));
        check("bench load 5 b", look(Script::Load, None, "5 b"));
        check("bench interactions 9", look(Script::Interactions, None, "9"));
        check("serve", serve(8080, None, "/", true));
        check("serve --port 0 --no-build", serve(0, None, "/", false));
        check("serve --port=9 --dir=x", serve(9, Some("x"), "/", false));
        check("serve --base sub", serve(8080, None, "/sub/", true));
        check("serve --base /a/b/", serve(8080, None, "/a/b/", true));
        check("serve --base /", serve(8080, None, "/", true));
    }

    #[test]
    fn says_which_word_is_wrong() {
        check(
            "biuld",
            Err("there is no command 'biuld'; `cargo xtask help` lists them"),
        );
        check("build fast", Err("build takes no arguments, but there is 'fast'"));
        check("bench links", look(Script::Links, None, ""));
        check("bench size 9", look(Script::Size, None, "9"));
        check(
            "bench",
            Err("bench measures `growth`, `interactions`, `links`, `load` or `size`; name one"),
        );
        check(
            "bench speed",
            Err("bench measures `growth`, `interactions`, `links`, `load` or `size`; name one"),
        );
        check("pictures --dir", Err("--dir needs a folder after it"));
        check("serve --port", Err("--port needs a port number after it"));
        check(
            "serve --port 70000",
            Err("'70000' is not a port: a number from 0 to 65535"),
        );
        check(
            "serve --prot 1",
            Err("serve knows no '--prot'; `cargo xtask help` lists what it takes"),
        );
        check(
            "serve --base /a/../b",
            Err("'/a/../b' is not a base path: letters, digits, - _ . between slashes"),
        );
    }
}
