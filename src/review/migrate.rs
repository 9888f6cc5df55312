//! Steps from older stored forms to the present one, each from one version to the next.
//!
//! A released form is read for ever: a new version adds a step here and an example to `tests/golden/`, and takes none away.

use serde_json::{Map, Value};

type Fields = Map<String, Value>;
type Step = fn(&mut Fields);

/// Steps of a review: the first leads from version 1 to version 2.
pub const OF_REVIEW: [Step; 1] = [folded];
/// Steps of an entry. There is one version.
pub const OF_ENTRY: [Step; 0] = [];

/// Leads what was written in this version to the newest.
pub fn migrate(fields: &mut Fields, version: u32, steps: &[Step]) {
    let from = (version.max(1) - 1) as usize;
    for step in steps.iter().skip(from) {
        step(fields);
    }
    fields.insert("version".to_owned(), Value::from(steps.len() + 1));
}

/// Version 2 says of values whose acts were forgotten when they were last changed. Version 1 forgot none.
fn folded(fields: &mut Fields) {
    fields.insert("folded".to_owned(), Value::Object(Map::new()));
}
