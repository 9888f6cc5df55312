//! The JSON Schema of the review file, beside the words that its fields may hold. `docs/review-file.md` says the same for people.
//!
//! It describes the version that is written. Older files are read too; what they lack is in the document.

use crate::catalogue::{Basis, Extent, Status};
use crate::review::{Field, LONGEST_NOTE, LONGEST_TEXT, MOST_EVIDENCE, STORED_VERSION};
use serde_json::{Value, json};

/// The name of the file.
pub const REVIEW_SCHEMA_FILE: &str = "review.schema.json";

const DAY: &str = r"^\d{4}-\d{2}-\d{2}$";
const STAMP: &str = "^[0-9a-f]{1,16}$";

/// The schema: draft 2020-12.
pub fn review_schema() -> Value {
    let fields: Vec<&str> = Field::OF_DUTY
        .into_iter()
        .chain(Field::OF_REVIEW)
        .map(Field::name)
        .collect();
    let extents = [Extent::Minimal, Extent::Intermediate].map(Extent::name);
    let text = |most: usize| json!({ "type": "string", "maxLength": most });
    let day = json!({ "type": "string", "pattern": DAY });
    let stamp = json!({ "$ref": "#/$defs/Stamp" });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Review",
        "description": "A review of the checklist: what one person says of each duty, and the acts that led to it.",
        "$comment": format!("Version {STORED_VERSION} of the file."),
        "type": "object",
        "required": ["format", "version", "id", "name", "created", "edition", "assessments"],
        "additionalProperties": false,
        "properties": {
            "format": { "const": "accord-checklist-review" },
            "version": { "const": STORED_VERSION },
            "id": text(LONGEST_TEXT),
            "name": text(LONGEST_TEXT),
            "author": text(LONGEST_TEXT),
            "created": stamp,
            "edition": { "type": "string", "description": "The edition of the record with which it was written." },
            "assessments": {
                "type": "object",
                "description": "By duty: obligation/bearer, as in duties.csv. A duty that is missing is not assessed.",
                "additionalProperties": { "$ref": "#/$defs/Assessment" },
            },
            "folded": {
                "type": "object",
                "description": "When values were last changed whose acts are no longer in the history: by duty, or `review`, and field.",
                "additionalProperties": { "type": "object", "propertyNames": { "enum": fields }, "additionalProperties": stamp },
            },
            "history": { "type": "array", "description": "Acts, oldest first.", "items": { "$ref": "#/$defs/Act" } },
        },
        "$defs": {
            "Stamp": {
                "type": "string",
                "pattern": STAMP,
                "description": "When: 48 bits of milliseconds since 1970 UTC and 16 bits that tell tabs apart, as hexadecimal digits.",
            },
            "Assessment": {
                "type": "object",
                "required": ["status"],
                "additionalProperties": false,
                "properties": {
                    "status": { "enum": Status::ALL.map(Status::name) },
                    "extent": { "enum": extents },
                    "basis": { "enum": Basis::ALL.map(Basis::name) },
                    "as_of": day,
                    "note": text(LONGEST_NOTE),
                    "evidence": { "type": "array", "maxItems": MOST_EVIDENCE, "items": { "$ref": "#/$defs/Evidence" } },
                    "follow_up": { "type": "boolean" },
                    "from_record": { "type": "boolean" },
                    "changed": stamp,
                },
            },
            "Evidence": {
                "type": "object",
                "required": ["address"],
                "additionalProperties": false,
                "properties": {
                    "address": { "type": "string", "pattern": "^[hH][tT][tT][pP][sS]?://" },
                    "title": text(LONGEST_TEXT),
                    "date": day,
                },
            },
            "Act": {
                "type": "object",
                "required": ["stamp", "act", "edits"],
                "additionalProperties": false,
                "properties": {
                    "stamp": stamp,
                    "act": { "enum": ["set", "record", "adopt", "undo", "redo"] },
                    "of": { "$ref": "#/$defs/Stamp", "description": "The act that was undone or done again." },
                    "reason": text(LONGEST_NOTE),
                    "edits": { "type": "array", "items": { "$ref": "#/$defs/Edit" } },
                },
            },
            "Edit": {
                "type": "object",
                "required": ["field", "from", "to"],
                "additionalProperties": false,
                "description": "One value before and after. A status with its extent is written status:extent.",
                "properties": {
                    "duty": { "type": "string", "description": "Missing where the value is one of the review itself." },
                    "field": { "enum": fields },
                    "from": { "type": ["string", "boolean", "array", "null"] },
                    "to": { "type": ["string", "boolean", "array", "null"] },
                },
            },
        },
    })
}
