//! Any content, in a link whose length and check are right: what is accepted is what would be written.
#![no_main]

#[path = "../../tests/golden/outside.rs"]
mod outside;

use accord_checklist::snapshot::{decode, encode, find};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &[u8]| {
    let digits: Vec<u8> = content.iter().map(|byte| byte & 63).collect();
    let link = outside::put_together(&digits);
    if let Ok(opened) = decode(&link) {
        assert_eq!(encode(&opened), link);
        assert_eq!(find(&link), Some(link));
    }
});
