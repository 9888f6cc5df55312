//! A link as a QR code.

use crate::snapshot::in_capitals;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The largest version that is made: 117 squares a side, three pixels each on the screen of a phone. Readers of phones are known to fail at
/// denser ones.
pub const LARGEST_VERSION: u8 = 25;
/// Light squares around a code (ISO/IEC 18004).
const MARGIN: i32 = 4;

/// A QR code, ready to be drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Code {
    /// Squares a side, margin included.
    pub side: i32,
    /// The dark squares, as the path of an SVG whose unit is a square.
    pub path: String,
}

/// The QR code of a link at an address (without `#`); `None` if it would be too dense to be scanned.
///
/// The address and `#` stand as bytes, since paths know capitals from small letters; the link stands in capitals, which QR codes hold in 5.5
/// bits each. Its error correction is the strongest that needs no more room, at least L (7 %).
pub fn code(address: &str, link: &str) -> Option<Code> {
    let address = QrSegment::make_bytes(format!("{address}#").as_bytes());
    let link = QrSegment::make_alphanumeric(&in_capitals(link));
    let largest = Version::new(LARGEST_VERSION);
    let code =
        QrCode::encode_segments_advanced(&[address, link], QrCodeEcc::Low, Version::MIN, largest, None, true).ok()?;
    Some(Code {
        side: code.size() + 2 * MARGIN,
        path: path(&code),
    })
}

/// Each row of dark squares as one rectangle.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            let start = column;
            while code.get_module(column, row) {
                column += 1;
            }
            if column > start {
                let width = column - start;
                // Writing to a text cannot fail.
                let _ = write!(path, "M{} {}h{width}v1h-{width}z", start + MARGIN, row + MARGIN);
            }
            column += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://accord-checklist.example/";

    #[track_caller]
    fn check(letters: usize, side: Option<i32>) {
        let code = code(ADDRESS, &format!("s1{}", "A".repeat(letters)));
        assert_eq!(code.map(|code| code.side), side, "{letters}");
    }

    #[test]
    fn it_grows_with_the_link_and_ends() {
        // Version v has 17 + 4v squares a side. Version 25 L holds 10,208 bits; 1,400 letters are 1,680 capitals of 5.5.
        check(20, Some(29 + 8));
        check(200, Some(53 + 8));
        check(1_400, Some(117 + 8));
        check(1_500, None);
        check(5_000, None);
    }

    #[test]
    fn it_is_drawn_as_rows() {
        let code = code(ADDRESS, "s1AAAA").expect("a code");
        // The corner: seven dark squares.
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
        assert!(code.path.bytes().all(|byte| b"Mhvz- 0123456789".contains(&byte)));
    }
}
