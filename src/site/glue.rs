//! The glue between the program and the browser: what wasm-bindgen writes, with the loader of the parts in it, without what nobody asks for.

use super::Failure;
use std::collections::HashMap;

/// What the macros of `wasm_split` call the module in which the parts are asked for.
pub const LINK: &str = "./__wasm_split.js";
/// What wasm-bindgen calls the module of what the program asks of the browser.
pub const BROWSER: &str = "./app_bg.js";
/// In the names of exports that only JavaScript could call, and none does: its classes stand in the glue.
pub const NOT_FOR_JAVASCRIPT: &str = "intounderlying";

/// The glue of wasm-bindgen with the loader of the parts in it: they ask for each other, and one file is one request.
pub fn joined(glue: &str, loader: &str) -> Result<String, Failure> {
    // One import for each part.
    let asks = |line: &&str| line.starts_with("import * as ") && line.contains(LINK);
    let (imports, glue): (Vec<&str>, Vec<&str>) = glue.lines().partition(asks);
    if imports.is_empty() {
        return Err("the glue does not ask for the parts".into());
    }
    let namespaces = imports
        .iter()
        .filter_map(|line| line.split_whitespace().nth(3))
        .fold(String::new(), |all, name| format!("{all}const {name} = parts;\n"));
    let own_import = loader
        .lines()
        .find(|line| line.starts_with("import "))
        .ok_or("the loader of the parts does not ask for the glue")?;
    let loader = loader.replacen(own_import, "", 1);
    let loads: Vec<&str> = loader
        .split("export const ")
        .skip(1)
        .filter_map(|rest| rest.split_whitespace().next())
        .collect();
    Ok(format!(
        "{}\n{}const parts = {{ {} }};\n{namespaces}{WITHIN}",
        glue.join("\n"),
        loader.replace("export const ", "const "),
        loads.join(", "),
    ))
}

/// Makes an answer, as a server would give it, of a part that stands in the glue.
const WITHIN: &str = "function within(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new Response(bytes, { headers: { \"Content-Type\": \"application/wasm\" } });
}
";

/// The glue with short names, without the classes that no script uses and without what the optimised program no longer asks for.
///
/// # Errors
/// If the glue is not written as it was by the version of wasm-bindgen for which this was made.
pub fn slim(glue: &str, names: &HashMap<String, String>, asked: &[String]) -> Result<String, Failure> {
    const IMPORTS: &str = "function __wbg_get_imports() {";
    const FIRST: &str = "__proto__: null,";
    let (before, rest) = glue.split_once(IMPORTS).ok_or("the glue has no imports")?;
    let (classes, offered) = (before.find("export class "), rest.find(FIRST));
    let before = &before[..classes.unwrap_or(before.len())];
    let (start, rest) = rest.split_at(offered.ok_or("the imports of the glue have no beginning")? + FIRST.len());
    let (offered, rest) = rest
        .split_once("\n    };")
        .ok_or("the imports of the glue have no end")?;
    let mut lines = Vec::new();
    let (mut is_asked, mut found) = (true, 0);
    for line in offered.lines() {
        let entry = line.strip_prefix("        ").filter(|line| line.starts_with('_'));
        match entry.and_then(|entry| entry.split_once(": ")) {
            Some((name, what)) => {
                let short = names
                    .get(name)
                    .ok_or("the glue offers what the program never asked for")?;
                is_asked = asked.contains(short);
                found += usize::from(is_asked);
                if is_asked {
                    lines.push(format!("{short}: {what}"));
                }
            }
            None if is_asked => lines.push(line.to_owned()),
            None => {}
        }
    }
    if found != asked.len() {
        return Err(format!("the glue offers {found} of {} that the program asks for", asked.len()).into());
    }
    // Without the places where instances of the classes would be given back.
    let kept = rest
        .split_inclusive(";\n")
        .filter(|statement| !statement.contains(NOT_FOR_JAVASCRIPT));
    Ok(format!(
        "{before}{IMPORTS}{start}{}\n}};{}",
        lines.join("\n"),
        kept.collect::<String>()
    ))
}

#[cfg(test)]
mod tests {
    use super::{joined, slim};
    use std::collections::HashMap;

    #[test]
    fn glue_and_loader_become_one_file() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nuse(import1, import2);\n";
        let loader = "import { initSync } from \"./main.js\";\nexport const a = 1;\nexport const b = 2;\n";
        let file = joined(glue, loader).unwrap_or_default();
        assert!(!file.contains("import *") && !file.contains("initSync"), "{file}");
        assert!(
            file.contains("\nconst a = 1;\nconst b = 2;\nconst parts = { a, b };\nconst import1 = parts;\nconst import2 = parts;\n"),
            "{file}"
        );
        assert!(joined("use(1);", loader).is_err());
        assert!(joined(glue, "").is_err());
    }

    #[test]
    fn the_glue_keeps_what_is_asked_for() {
        let glue = "const parts = 1;\nexport class IntoUnderlyingSink {\n}\nfunction __wbg_get_imports() {\n    const import0 = {\n        \
                    __proto__: null,\n        __wbg_a_00: function(arg0) {\n            return arg0;\n        },\n        \
                    __wbg_b_01: function() { return handleError(function () {\n            two();\n        }, arguments); },\n    };\n    \
                    return import0;\n}\n// Of one.\nlet one = 1;\nconst Sink = new Registry(ptr => wasm.__wbg_intounderlyingsink_free(ptr));\nlet two = 2;\n";
        let names = HashMap::from([
            ("__wbg_a_00".to_owned(), "w0".to_owned()),
            ("__wbg_b_01".to_owned(), "w1".to_owned()),
        ]);
        let slimmed = slim(glue, &names, &["w1".to_owned()]).unwrap_or_default();
        assert_eq!(
            slimmed.lines().map(str::trim).collect::<Vec<_>>(),
            [
                "const parts = 1;",
                "function __wbg_get_imports() {",
                "const import0 = {",
                "__proto__: null,",
                "w1: function() { return handleError(function () {",
                "two();",
                "}, arguments); },",
                "};",
                "return import0;",
                "}",
                "// Of one.",
                "let one = 1;",
                "let two = 2;",
            ]
        );
        assert!(
            slim(glue, &names, &["w2".to_owned()]).is_err(),
            "asked for and not offered"
        );
        assert!(slim(glue, &HashMap::new(), &[]).is_err(), "offered and not known");
    }
}
