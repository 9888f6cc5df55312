//! Any text at all: looked through for a link, and what is found is read.
#![no_main]

use accord_checklist::snapshot::{decode, encode, find};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(opened) = decode(text) {
        assert_eq!(encode(&opened), text);
    }
    if let Some(link) = find(text)
        && let Ok(opened) = decode(&link)
    {
        assert_eq!(encode(&opened), link);
    }
});
