//! One spelling for what is read alike: search compares texts letter by letter, each with its marks in one order.
//!
//! Thai and Khmer letters carry vowels, tones and subscripts, which people type in more than one order, and some are written with two
//! signs or with one. Sources of the orders: The Unicode Standard, chapter 16 (Thai: WTT 2.0; Khmer: table 16-8 and section "Khmer
//! Syllabic Structure"), where the subscript forms of ដ and ត look the same.

use super::search::Span;

const SARA_AM: char = '\u{0E33}';
const SARA_AA: char = '\u{0E32}';
const NIKHAHIT: char = '\u{0E4D}';
const SARA_I: char = '\u{0E34}';
const SARA_UE: char = '\u{0E36}';
const SARA_E: char = '\u{0E40}';
const SARA_AE: char = '\u{0E41}';
const COENG: char = '\u{17D2}';
const KHMER_RO: char = '\u{179A}';
const KHMER_DA: char = '\u{178A}';
const KHMER_TA: char = '\u{178F}';

/// Calls back with each letter of a text and its marks, in order: where it stands, and as it is compared; empty where it does not count.
pub fn each_letter(text: &str, tell: &mut dyn FnMut(Span, &str)) {
    let mut rest = text.char_indices().peekable();
    let (mut signs, mut folded) = (Vec::new(), String::new());
    while let Some((start, first)) = rest.next() {
        let mut end = start + first.len_utf8();
        signs.clear();
        signs.push(first);
        while let Some(&(at, next)) = rest.peek() {
            let after_coeng = signs.last() == Some(&COENG);
            let double = (first, next) == (SARA_E, SARA_E) && signs.len() == 1;
            if !(is_mark(next) || double || after_coeng && is_khmer(next) || is_unseen(next) && belongs(first)) {
                break;
            }
            signs.push(next);
            end = at + next.len_utf8();
            rest.next();
        }
        signs.retain(|&c| !is_unseen(c));
        folded.clear();
        fold_into(&signs, &mut folded);
        tell(start..end, &folded);
    }
}

fn is_khmer(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17FF}')
}

fn belongs(c: char) -> bool {
    is_khmer(c) || matches!(c, '\u{0E00}'..='\u{0E7F}')
}

/// Signs that are written with the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0E31}' | SARA_AM | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}' | '\u{17B4}'..='\u{17D3}' | '\u{17DD}')
}

/// Joiners and spaces without width: nobody sees or looks for them.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{2060}' | '\u{200B}'..='\u{200D}' | '\u{00AD}' | '\u{FEFF}')
}

fn fold_into(signs: &[char], out: &mut String) {
    match signs {
        [] => {}
        [one] => out.push(lower(plain(*one))),
        [SARA_E, SARA_E] => out.push(SARA_AE),
        [first, marks @ ..] if is_khmer(*first) => khmer(*first, marks, out),
        [first, marks @ ..] => thai(*first, marks, out),
    }
}

/// A letter of the Latin, Greek or Cyrillic alphabet in lower case, without those of scholars. The tables of the standard library know
/// every alphabet, and were a thirtieth of the first file of the program.
pub fn lower(c: char) -> char {
    let code = c as u32;
    let lower = match c {
        '×' => code,
        'A'..='Z' | 'À'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => code + 0x20,
        'Ѐ'..='Џ' => code + 0x50,
        'Ā'..='Į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => code | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => code + (code & 1),
        'İ' => 'i' as u32,
        'Ÿ' => 'ÿ' as u32,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

fn plain(c: char) -> char {
    match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '\u{2011}' => '-',
        '\u{00A0}' | '\u{202F}' => ' ',
        '\u{17E0}'..='\u{17E9}' => digit(c, '\u{17E0}'),
        '\u{0E50}'..='\u{0E59}' => digit(c, '\u{0E50}'),
        other => other,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// Marks by their rank, below four; those of one rank as they stood.
fn ranked(marks: &[char], rank: impl Fn(char) -> u8) -> Vec<char> {
    let mut ranked = Vec::with_capacity(marks.len());
    for wanted in 0..4 {
        ranked.extend(marks.iter().copied().filter(|&c| rank(c) == wanted));
    }
    ranked
}

/// Vowels, then nikhahit, then tones, then the mark of a silent letter. Sara am is nikhahit and sara aa.
fn thai(first: char, marks: &[char], out: &mut String) {
    let mut order: Vec<char> = marks.to_vec();
    let long = order.contains(&SARA_AM);
    for c in &mut order {
        if *c == SARA_AM {
            *c = NIKHAHIT;
        }
    }
    let mut order = ranked(&order, |c| match c {
        '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}' => 0,
        NIKHAHIT => 1,
        '\u{0E48}'..='\u{0E4B}' => 2,
        _ => 3,
    });
    order.dedup();
    // Sara i with a nikhahit looks like sara ue.
    if !long && order.starts_with(&[SARA_I, NIKHAHIT]) {
        order.splice(..2, [SARA_UE]);
    }
    out.push(first);
    out.extend(order);
    if long {
        out.push(SARA_AA);
    }
}

/// Subscripts with ro last, then register shifters, then vowels, then other signs. A vowel typed as its two halves is one.
fn khmer(first: char, marks: &[char], out: &mut String) {
    let mut subscripts = Vec::new();
    let mut others = Vec::new();
    let mut rest = marks.iter().copied();
    while let Some(c) = rest.next() {
        if c != COENG {
            others.push(c);
        } else if let Some(below) = rest.next() {
            subscripts.push(if below == KHMER_DA { KHMER_TA } else { below });
        }
    }
    let subscripts = ranked(&subscripts, |c| u8::from(c == KHMER_RO));
    let others = ranked(&others, |c| match c {
        '\u{17C9}' | '\u{17CA}' => 0,
        '\u{17B4}'..='\u{17C5}' => 1,
        _ => 2,
    });
    out.push(first);
    for below in subscripts {
        out.extend([COENG, below]);
    }
    let mut others = others.into_iter().peekable();
    while let Some(c) = others.next() {
        let whole = match (c, others.peek()) {
            ('\u{17C1}', Some('\u{17B8}')) => Some('\u{17BE}'),
            ('\u{17C1}', Some('\u{17B6}')) => Some('\u{17C4}'),
            _ => None,
        };
        if whole.is_some() {
            others.next();
        }
        out.push(whole.unwrap_or(c));
    }
}

#[cfg(test)]
mod tests {
    use super::lower;
    use crate::checklist::{Query, fold, marks};

    #[test]
    fn lower_case_is_that_of_the_standard_library() {
        let of_scholars = |c: char| matches!(c, '\u{0180}'..='\u{0390}' | '\u{03CF}'..='\u{03FF}' | '\u{0460}'..='\u{1DFF}' | 'ẞ' | '\u{1F00}'..);
        for c in ('\0'..=char::MAX).filter(|&c| !of_scholars(c)) {
            assert_eq!(c.to_lowercase().next(), Some(lower(c)), "{c}");
        }
    }

    #[test]
    fn every_capital_of_the_record_has_its_small_letter() {
        use crate::accord::CATALOGUE_FOLDER;
        for entry in std::fs::read_dir(format!("{CATALOGUE_FOLDER}/instruments")).expect("the catalogue is there") {
            let text = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
            for c in text.chars() {
                assert!(c.to_lowercase().eq([lower(c)]), "{c}");
            }
        }
    }

    #[track_caller]
    fn alike(one: &str, other: &str) {
        assert_ne!(one, other, "the two spellings are the same");
        assert_eq!(fold(one), fold(other), "{one} {other}");
    }

    #[test]
    fn orders_and_forms_that_read_alike() {
        // Thai: tone before and after sara am, sara am in two signs, sara ae as two sara e, tone before the vowel.
        alike("น้ำ", "น\u{0E4D}\u{0E49}า");
        alike("น้ำ", "น\u{0E49}\u{0E4D}า");
        alike("แม่", "เเม่");
        alike("ที่", "ท\u{0E48}\u{0E35}");
        alike("เชลยศึก", "เชลยศ\u{0E34}\u{0E4D}ก");
        // Khmer: subscript ត and ដ, the order of subscripts, shifter after the vowel, vowels in two halves, breaks without width.
        alike("កន្ត", "កន្ដ");
        alike("ស\u{17D2}ត\u{17D2}រី", "ស\u{17D2}រ\u{17D2}តី");
        alike("ស\u{17CA}ី", "សី\u{17CA}");
        alike("ក\u{17C4}", "ក\u{17C1}\u{17B6}");
        alike("ក\u{17BE}", "ក\u{17C1}\u{17B8}");
        alike("ឈ្លើយសឹក", "ឈ្លើយ\u{200B}សឹក");
        alike("២០២៥ ๒๕", "2025 25");
    }

    #[test]
    fn what_reads_differently_stays_apart() {
        for (one, other) in [("มา", "ม้า"), ("ก", "ក"), ("កា", "ក"), ("แ", "เ"), ("កិ", "កី")]
        {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn marks_cover_whole_letters() {
        let text = "ដោះលែងឈ្លើយសឹក ១៨";
        let spans = marks(&Query::new("ឈ្ល\u{17C1}\u{17B8}យ"), text);
        assert_eq!(
            spans.iter().map(|span| &text[span.clone()]).collect::<Vec<_>>(),
            ["ឈ្លើយ"]
        );
        assert_eq!(marks(&Query::new("18"), text).len(), 1);
    }
}
