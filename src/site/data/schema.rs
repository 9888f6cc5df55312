//! The JSON Schema of `catalogue.<language>.json`, made of the types, and the lists of words that its fields may hold.

use super::clocks::{MARGINS, STATES};
use super::published::{Published, SCHEMA_VERSION};
use crate::catalogue::structure::{Kind, Numbering};
use crate::catalogue::{Basis, Extent, Status};
use crate::site::Failure;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The name of the type that the whole file has.
pub const WHOLE: &str = "Catalogue";

/// What a field may hold besides its type.
enum Limit {
    /// One of these words.
    Words(Vec<&'static str>),
    /// A text of this pattern.
    Pattern(&'static str),
}

/// A month, a day, or a minute with its zone.
const MOMENT: &str = r"^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}[+-]\d{2}:\d{2})?)?$";
const DAY: &str = r"^\d{4}-\d{2}-\d{2}$";
const SPAN: &str = r"^P\d+[HDWM]$";
const WEB: &str = "^https?://";

/// The fields whose type is a text and whose values are limited: type, field, limit.
fn limits() -> Vec<(&'static str, &'static str, Limit)> {
    use Limit::{Pattern, Words};
    let statuses = Status::ALL.map(Status::name).to_vec();
    // What a person saw is a basis in a review, never in the record.
    let bases = Basis::ALL.into_iter().filter(|&basis| basis != Basis::OwnObservation);
    let extents = [Extent::Minimal, Extent::Intermediate].map(Extent::name).to_vec();
    let numbering = [Numbering::Confirmed, Numbering::Working, Numbering::None]
        .map(Numbering::name)
        .to_vec();
    vec![
        (WHOLE, "schema_version", Words(vec![SCHEMA_VERSION])),
        (WHOLE, "language", Words(vec!["en", "km", "th"])),
        (WHOLE, "licence_address", Pattern(WEB)),
        ("Edition", "published", Pattern(DAY)),
        ("Edition", "as_of", Pattern(DAY)),
        ("Change", "kind", Words(super::tables::CHANGE_KINDS.to_vec())),
        ("Party", "id", Words(vec!["cambodia", "thailand"])),
        ("InstrumentWithObligations", "date", Pattern(MOMENT)),
        ("InstrumentWithObligations", "in_force_until", Pattern(MOMENT)),
        ("InstrumentWithObligations", "group", Words(vec!["core", "related"])),
        ("Obligation", "numbering", Words(numbering)),
        ("Obligation", "kind", Words(Kind::ALL.map(Kind::name).to_vec())),
        ("Lineage", "relation", Words(super::tables::RELATIONS.to_vec())),
        ("Order", "by", Words(vec!["cambodia", "thailand"])),
        ("Clock", "by", Words(vec!["cambodia", "thailand"])),
        ("Clock", "span", Pattern(SPAN)),
        ("Clock", "due", Pattern(MOMENT)),
        ("When", "at", Pattern(MOMENT)),
        ("Reading", "by", Words(vec!["cambodia", "thailand"])),
        ("Reading", "date", Pattern(MOMENT)),
        ("Claim", "date", Pattern(MOMENT)),
        ("Claim", "status", Words(statuses.clone())),
        ("Baseline", "status", Words(statuses)),
        ("Baseline", "basis", Words(bases.map(Basis::name).collect())),
        ("Baseline", "as_of", Pattern(MOMENT)),
        ("Baseline", "extent", Words(extents)),
        ("ClockState", "due", Pattern(MOMENT)),
        ("ClockState", "met", Pattern(MOMENT)),
        ("ClockState", "state", Words(STATES.to_vec())),
        ("ClockState", "margin", Words(MARGINS.to_vec())),
        ("ClockState", "length", Pattern(r"^P(\d+D|T\d+[HM])$")),
        ("Event", "date", Pattern(MOMENT)),
        ("Event", "until", Pattern(MOMENT)),
        ("Event", "kind", Words(super::tables::EVENT_KINDS.to_vec())),
        ("Source", "date", Pattern(MOMENT)),
        ("Source", "url", Pattern(WEB)),
        ("Source", "kind", Words(super::tables::SOURCE_KINDS.to_vec())),
        ("Source", "extent", Words(vec!["whole", "opening"])),
        ("Pledge", "date", Pattern(MOMENT)),
    ]
}

/// The schema: draft 2020-12, of what is written. Fails where a limit names a field that the types no longer have.
pub fn schema() -> Result<Value, Failure> {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<Published<'_>>().to_value();
    plain(&mut schema);
    for (name, field, limit) in limits() {
        let place = properties(&mut schema, name).and_then(|fields| fields.get_mut(field)?.as_object_mut());
        let field = place.ok_or_else(|| format!("data: the schema has no field {name}.{field}"))?;
        narrow(field, limit);
    }
    // What says which schema this is stands at the top.
    let mut top = Map::new();
    for name in ["$schema", "title", "description"] {
        top.extend(schema.get(name).map(|value| (name.to_owned(), value.clone())));
    }
    top.insert(
        "$comment".to_owned(),
        json!(format!("Schema version {SCHEMA_VERSION}. Made of the program's types.")),
    );
    if let Value::Object(rest) = schema {
        top.extend(rest);
    }
    Ok(Value::Object(top))
}

/// A type of the schema: name, description, and its fields by name.
pub type TypeOf<'a> = (&'a str, &'a str, Vec<(&'a str, &'a Value)>);

/// The types of the schema with their fields, the whole file first.
pub fn types(schema: &Value) -> Vec<TypeOf<'_>> {
    let inner = schema["$defs"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, one)| (name.as_str(), one));
    let all = std::iter::once((WHOLE, schema)).chain(inner);
    all.filter_map(|(name, one)| {
        let fields = one["properties"].as_object()?;
        let fields = fields.iter().map(|(field, what)| (field.as_str(), what)).collect();
        Some((name, one["description"].as_str().unwrap_or_default(), fields))
    })
    .collect()
}

fn properties<'a>(schema: &'a mut Value, name: &str) -> Option<&'a mut Map<String, Value>> {
    let one = if name == WHOLE {
        schema
    } else {
        schema.get_mut("$defs")?.get_mut(name)?
    };
    one.get_mut("properties")?.as_object_mut()
}

/// Takes out the formats of Rust's numbers, which no validator knows; their limits stay.
fn plain(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if fields.get("format").is_some_and(Value::is_string) {
                fields.shift_remove("format");
            }
            fields.values_mut().for_each(plain);
        }
        Value::Array(items) => items.iter_mut().for_each(plain),
        _ => {}
    }
}

fn narrow(field: &mut Map<String, Value>, limit: Limit) {
    match limit {
        Limit::Pattern(pattern) => {
            field.insert("pattern".to_owned(), json!(pattern));
        }
        Limit::Words(words) => {
            let mut values: Vec<Value> = words.into_iter().map(Value::from).collect();
            if field.get("type").is_some_and(Value::is_array) {
                values.push(Value::Null);
            }
            field.insert("enum".to_owned(), Value::Array(values));
        }
    }
}
