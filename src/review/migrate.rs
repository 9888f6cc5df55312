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

#[cfg(test)]
mod tests {
    use super::*;

    fn note(fields: &mut Fields, step: char) {
        let before = fields["steps"].as_str().unwrap_or_default();
        let steps = format!("{before}{step}");
        fields.insert("steps".to_owned(), steps.into());
    }

    #[track_caller]
    fn check(version: u32, steps: &str) {
        let all: [Step; 3] = [|one| note(one, 'a'), |one| note(one, 'b'), |one| note(one, 'c')];
        let mut fields = Fields::from_iter([("steps".to_owned(), "".into()), ("version".to_owned(), version.into())]);
        migrate(&mut fields, version, &all);
        assert_eq!(
            (&fields["steps"], &fields["version"]),
            (&steps.into(), &4.into()),
            "{version}"
        );
    }

    #[test]
    fn each_version_is_led_to_the_newest_by_the_steps_that_came_after_it() {
        check(1, "abc");
        check(2, "bc");
        check(3, "c");
        check(4, "");
    }

    #[test]
    fn version_1_forgot_no_act() {
        let mut fields = Fields::from_iter([("folded".to_owned(), "nothing that version 1 knew".into())]);
        migrate(&mut fields, 1, &OF_REVIEW);
        assert_eq!(fields["folded"], Value::Object(Map::new()));
    }
}
