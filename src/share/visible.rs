//! Letters that nobody sees, made visible: a name in a link may hide some to look like another name.

use std::fmt::Write;

/// A text with letters that are not seen as marks: `⟨U+202E⟩`.
///
/// Marked are control characters, what turns the direction of writing (U+061C, 200E–200F, 202A–202E, 2066–2069), and what has no width.
/// U+200B and 2060 stay beside a Khmer, Thai, Lao or Burmese letter, which are written without blanks; U+200C and 200D stay between two
/// letters beyond the scripts of Europe: spelling in many scripts, and joined emoji, need them. Of a row of such letters none stays.
pub fn visible(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied();
        let after = letters.get(at + 1).copied();
        let stays = match letter {
            '\u{200b}' | '\u{2060}' => {
                [before, after]
                    .into_iter()
                    .all(|next| next.is_none_or(|next| !is_hidden(next)))
                    && [before, after].into_iter().flatten().any(has_no_blanks)
            }
            '\u{200c}' | '\u{200d}' => [before, after].into_iter().all(|next| next.is_some_and(may_join)),
            _ => !is_hidden(letter),
        };
        if stays {
            out.push(letter);
        } else {
            // Writing to a text cannot fail.
            let _ = write!(out, "⟨U+{:04X}⟩", u32::from(letter));
        }
    }
    out
}

/// The same for a name within a sentence: one that is written from right to left does not turn what stands around it.
pub fn named(name: &str) -> String {
    let seen = visible(name);
    let turns = |letter: char| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if seen.chars().any(turns) {
        format!("\u{2068}{seen}\u{2069}")
    } else {
        seen
    }
}

/// The same for a text of several lines, whose line breaks stay.
pub fn visible_lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// Whether a letter takes no room, or turns what stands beside it.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Thai, Lao, Burmese and Khmer: words stand there without blanks between them.
fn has_no_blanks(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}')
        && !is_hidden(letter)
}

/// Letters and signs of scripts that join, and emoji: all beyond Latin, Greek, Cyrillic, Armenian and Hebrew but punctuation.
fn may_join(letter: char) -> bool {
    let point = u32::from(letter);
    point >= 0x600 && !(0x1e00..=0x20cf).contains(&point) && !is_hidden(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, seen: &str) {
        assert_eq!(visible(text), seen);
    }

    #[test]
    fn what_is_not_seen_is_marked() {
        check("Desk review, 2026", "Desk review, 2026");
        check("\u{202e}weiver ksed", "⟨U+202E⟩weiver ksed");
        check("a\u{2066}b\u{2069}c", "a⟨U+2066⟩b⟨U+2069⟩c");
        check("a\u{200b}b", "a⟨U+200B⟩b");
        check("a\u{200d}b", "a⟨U+200D⟩b");
        check("A\u{200e}\u{200f}\u{61c}B", "A⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩B");
        check("\u{feff}x", "⟨U+FEFF⟩x");
        check("a\tb\nc\u{0}\u{9f}", "a⟨U+0009⟩b⟨U+000A⟩c⟨U+0000⟩⟨U+009F⟩");
        check("x\u{e0041}", "x⟨U+E0041⟩");
        check("\u{ad}\u{3164}", "⟨U+00AD⟩⟨U+3164⟩");
        check("", "");
    }

    #[test]
    fn what_a_script_needs_stays() {
        check("ការ\u{200b}វាយតម្លៃ", "ការ\u{200b}វាយតម្លៃ");
        check("ประเมิน\u{200b}ผล", "ประเมิน\u{200b}ผล");
        check("ពិនិត្យ\u{200b}2026", "ពិនិត្យ\u{200b}2026");
        check("ភ្នំ\u{2060}ពេញ", "ភ្នំ\u{2060}ពេញ");
        check("👩\u{200d}⚖\u{fe0f}", "👩\u{200d}⚖\u{fe0f}");
        check("می\u{200c}خواهم", "می\u{200c}خواهم");
        check("ខ្មែរ\u{200c}រ", "ខ្មែរ\u{200c}រ");
        check("שלום", "שלום");
    }

    #[test]
    fn what_a_script_does_not_need_is_marked_there_too() {
        check("ไทย\u{200b}\u{200b}", "ไทย⟨U+200B⟩⟨U+200B⟩");
        check("ไทย\u{200d}", "ไทย⟨U+200D⟩");
        check("a\u{200d}ก", "a⟨U+200D⟩ก");
        check("ไทย\u{202e}", "ไทย⟨U+202E⟩");
    }

    #[test]
    fn a_name_from_right_to_left_stands_alone() {
        assert_eq!(named("Desk"), "Desk");
        assert_eq!(named("שלום\u{2069}"), "\u{2068}שלום⟨U+2069⟩\u{2069}");
    }

    #[test]
    fn lines_stay() {
        assert_eq!(visible_lines("a\r\nb\u{202e}\n\nc"), "a\nb⟨U+202E⟩\n\nc");
    }
}
