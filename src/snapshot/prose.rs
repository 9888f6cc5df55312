//! The text model: how likely each letter is after the letters before it.
//!
//! Prediction by partial matching over code points. A context is what the last letters were, none to `DEPTH` of them; it knows which
//! letters came after it and how often. A letter is looked for in the longest context that is known; if it is not there, the
//! context says so and the next shorter one is asked, without the letters that the longer one has refused. Latin, Thai and Khmer
//! have contexts of their own, so that a text in three languages costs no more than three texts. Before the first letter the model
//! reads the primer, which is frozen: every link depends on it. `primer.digits` is `primer.txt` as the blank model writes it, line after
//! line: reading it back teaches the model what writing it taught.

use super::coder::Coder;
use super::letters::digit;
use super::odds::Counts;
use std::ops::Range;
use std::sync::OnceLock;

/// What a text is of: each begins in the script in which the last of its kind began.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A title of a review or a label of its author.
    Label,
    /// A note.
    Note,
    /// The address of evidence.
    Address,
    /// The title of evidence.
    Title,
}

/// The most letters of all texts of one snapshot.
const MOST_LETTERS: usize = 250_000;
/// Stands after the last letter of a text. No code point.
const END: u32 = 0x11_0000;
/// How many letters the longest context has.
const DEPTH: u8 = 5;
/// Latin, Thai, Khmer, all others: each has contexts of its own, whose root has the number of the script.
const SCRIPTS: usize = 4;
/// A context takes in no more letters.
const MOST_IN_CONTEXT: u8 = 255;
/// A weight above this halves those of its context.
const MOST_WEIGHT: u8 = 124;
/// A model with so many entries learns no new ones.
const MOST_ENTRIES: usize = 1 << 19;
/// Marks a successor that is no context yet but a place in what was heard.
const HEARD: u32 = 1 << 31;

/// The rows of the counts. First for contexts with one letter, 32 for each weight; then for those with several, 11 for each of 16 cases.
const SEVERAL: usize = 16 * 32;
const ELSEWHERE: usize = SEVERAL + 16 * 11;
const BLOCK: usize = ELSEWHERE + SCRIPTS;
const ROWS: usize = BLOCK + 1;

/// The model.
#[derive(Clone)]
pub(super) struct Prose {
    contexts: Vec<Context>,
    /// The letters of all contexts; those of one stand side by side.
    entries: Vec<Entry>,
    /// All letters so far.
    heard: Vec<u32>,
    /// The context in which the next letter is looked for first.
    here: usize,
    /// The script of the last letter that had one.
    script: usize,
    /// The script in which the last text of each kind began.
    beginnings: [usize; 4],
    /// Whether the last letter was the one that its longest context held most likely.
    sure: bool,
    /// The number of the last asking, and for each slot the last asking in which it was refused before.
    asking: u32,
    refused: [u32; 256],
    counts: Counts,
    /// How many letters may still be said.
    left: usize,
}

/// Contexts and entries are as small as they can be, since reading a long text waits for memory more than for anything else.
#[derive(Clone, Copy)]
struct Context {
    /// Its first entry.
    start: u32,
    /// The context without its first letter; itself for a root.
    suffix: u32,
    /// The sum of the weights of its entries.
    total: u16,
    /// How many entries it has. There is room for the next power of two.
    len: u8,
    /// How many letters it has.
    order: u8,
}

#[derive(Clone, Copy)]
struct Entry {
    letter: u32,
    /// The context that follows, or `HEARD` and the place behind the letter.
    then: u32,
    /// Never above twice `MOST_WEIGHT`, and a little.
    weight: u8,
    /// The slot of the same letter in the suffix.
    below: u8,
}

impl Context {
    fn len(self) -> u32 {
        self.len.into()
    }

    fn total(self) -> u32 {
        self.total.into()
    }
}

impl Prose {
    /// A model that has read the primer.
    pub(super) fn primed() -> Self {
        static PRIMED: OnceLock<Prose> = OnceLock::new();
        let prime = || {
            let mut prose = Self::blank();
            let digits = include_str!("primer.digits").bytes().filter_map(digit);
            let mut coder = Coder::reader(digits.collect());
            prose.left = MOST_LETTERS;
            while !prose.say(&mut coder, Kind::Note, "", usize::MAX).is_empty() && !coder.is_faulty() {}
            prose.beginnings = [0; 4];
            prose.left = MOST_LETTERS;
            prose
        };
        PRIMED.get_or_init(prime).clone()
    }

    fn blank() -> Self {
        let root = |script| Context {
            start: 0,
            suffix: script,
            total: 0,
            len: 0,
            order: 0,
        };
        Self {
            contexts: (0..SCRIPTS as u32).map(root).collect(),
            entries: Vec::new(),
            heard: Vec::new(),
            here: 0,
            script: 0,
            beginnings: [0; 4],
            sure: false,
            asking: 0,
            refused: [0; 256],
            counts: Counts::new(ROWS, 6, 500),
            left: usize::MAX,
        }
    }

    /// Says a text of at most so many letters.
    pub(super) fn say(&mut self, coder: &mut Coder, kind: Kind, wanted: &str, most: usize) -> String {
        self.script = self.beginnings[kind as usize];
        self.here = self.script;
        if let Some(slot) = self.slot(self.script, END) {
            self.here = self.follow(self.script, slot);
        }
        let mut text = String::new();
        let mut letters = wanted.chars().take(most);
        // Whatever the digits or the tables are, this ends.
        for count in 0..=most.min(MOST_LETTERS) {
            let letter = self.letter(coder, letters.next().map_or(END, u32::from));
            if count == 0 {
                self.beginnings[kind as usize] = self.script;
            }
            if letter == END || coder.is_faulty() {
                break;
            }
            match char::from_u32(letter) {
                Some(letter) if count < most && self.left > 0 => text.push(letter),
                _ => coder.refuse(),
            }
            self.left = self.left.saturating_sub(1);
        }
        text
    }

    /// Says one letter, and learns it.
    fn letter(&mut self, coder: &mut Coder, wanted: u32) -> u32 {
        let top = self.here;
        let sure = std::mem::take(&mut self.sure);
        let mut at = top;
        let mut above = 0..0;
        loop {
            let list = self.list(at);
            if list.len() > above.len()
                && let Some(slot) = self.ask(coder, at, &above, sure, wanted)
            {
                let letter = self.entries[list.start + slot].letter;
                self.strengthen(at, slot);
                self.heard.push(letter);
                self.learn(top, Some((at, slot)), letter);
                self.here = self.follow(at, slot);
                return letter;
            }
            let context = self.contexts[at];
            if context.order == 0 {
                return self.say_foreign(coder, top, wanted);
            }
            above = list;
            at = context.suffix as usize;
        }
    }

    /// Asks a context for a letter, without those of the one above, which has refused them; answers its slot if it is there.
    fn ask(&mut self, coder: &mut Coder, at: usize, above: &Range<usize>, sure: bool, wanted: u32) -> Option<usize> {
        let context = self.contexts[at];
        self.asking += 1;
        let mut sum = context.total();
        for entry in &self.entries[above.clone()] {
            self.refused[usize::from(entry.below)] = self.asking;
            sum -= u32::from(self.entries[context.start as usize + usize::from(entry.below)].weight);
        }
        let open = context.len() - above.len() as u32;
        let after_letter = self.heard.last().is_some_and(|&letter| letter >= 64 && letter != END);
        let after_letter = usize::from(after_letter);
        let row = if context.len == 1 {
            let weight = usize::from(context.total.min(16)) - 1;
            weight * 32 + self.support(context) * 4 + usize::from(sure) * 2 + after_letter
        } else {
            let case = usize::from(!above.is_empty()) * 8 + after_letter * 4;
            SEVERAL + (case + step(sum / open, &[2, 4, 8])) * 11 + step(open, &[1, 2, 3, 4, 6, 9, 14, 22, 35, 60])
        };
        let slot = if coder.reads() { None } else { self.slot(at, wanted) };
        if !self.counts.say_flag(coder, row, slot.is_some()) {
            return None;
        }
        let slot = self.choose(coder, at, sum, slot);
        self.sure = above.is_empty() && 2 * u32::from(self.entries[context.start as usize + slot].weight) > sum;
        Some(slot)
    }

    /// How much the suffix of a context with one letter speaks for that letter: 0 to 3 by its part, 4 to 7 where it knows no other.
    fn support(&self, context: Context) -> usize {
        let suffix = self.contexts[context.suffix as usize];
        let below = self.entries[context.start as usize].below;
        let weight = self.entries[suffix.start as usize + usize::from(below)].weight;
        match suffix.len {
            1 => 4 + usize::from(weight.min(3)),
            _ => step(u32::from(weight) * 8 / suffix.total(), &[0, 1, 3]),
        }
    }

    /// Says one of the letters of a context that are not refused, whose weights have this sum; answers its slot.
    fn choose(&mut self, coder: &mut Coder, at: usize, sum: u32, wanted: Option<usize>) -> usize {
        coder.divide(sum);
        let mut start = 0;
        for (slot, entry) in self.entries[self.list(at)].iter().enumerate() {
            if self.refused[slot] == self.asking {
                continue;
            }
            let size = u32::from(entry.weight);
            if coder.is_here(start + size, wanted == Some(slot)) {
                coder.narrow(start, size);
                return slot;
            }
            start += size;
        }
        coder.refuse();
        0
    }

    /// Says a letter that no context of this script has: by the root of its own script, or by its number.
    fn say_foreign(&mut self, coder: &mut Coder, top: usize, wanted: u32) -> u32 {
        let root = self.other_root(wanted).unwrap_or(self.script);
        let row = ELSEWHERE + self.script;
        let root = self.counts.say(coder, &[(row, 1)], SCRIPTS, root);
        let letter;
        if root == self.script {
            letter = self.say_new(coder, wanted);
            if self.slot(root, letter).is_some() || self.other_root(letter).is_some() {
                coder.refuse();
            }
            let home = script_of(letter).unwrap_or(root);
            self.heard.push(letter);
            self.script = home;
            self.here = home;
            self.learn(if home == root { top } else { home }, None, letter);
        } else {
            let list = self.list(root);
            if list.is_empty() {
                coder.refuse();
                return END;
            }
            self.asking += 1;
            let slot = self.choose(coder, root, self.contexts[root].total(), self.slot(root, wanted));
            letter = self.entries[list.start + slot].letter;
            if script_of(letter) != Some(root) {
                coder.refuse();
            }
            self.heard.push(letter);
            self.strengthen(root, slot);
            self.script = root;
            self.here = self.follow(root, slot);
        }
        letter
    }

    /// The root of the script of a letter, if that is another script than the one of now and has the letter.
    fn other_root(&self, letter: u32) -> Option<usize> {
        script_of(letter).filter(|&root| root != self.script && self.slot(root, letter).is_some())
    }

    /// Says a letter by its number: its block of 128, then its place there.
    fn say_new(&mut self, coder: &mut Coder, wanted: u32) -> u32 {
        const END_BLOCK: u32 = END >> 7;
        const BLOCKS: [u32; 5] = [0, 0x40, 0x1c, 0x2f, END_BLOCK];
        let block = wanted >> 7;
        let which = BLOCKS.iter().position(|&known| known == block).unwrap_or(5);
        let which = self.counts.say(coder, &[(BLOCK, 1)], 6, which);
        let block = match BLOCKS.get(which) {
            Some(&END_BLOCK) => return END,
            Some(&block) => block,
            None => coder.equal(END_BLOCK, block),
        };
        if which == 5 && BLOCKS.contains(&block) {
            coder.refuse();
        }
        block << 7 | coder.equal(128, wanted & 127)
    }

    /// Where the entries of a context are.
    fn list(&self, at: usize) -> Range<usize> {
        let context = self.contexts[at];
        context.start as usize..(context.start + context.len()) as usize
    }

    /// The slot of a letter in a context.
    fn slot(&self, at: usize, letter: u32) -> Option<usize> {
        self.entries[self.list(at)]
            .iter()
            .position(|entry| entry.letter == letter)
    }

    /// Counts a letter that was found.
    fn strengthen(&mut self, at: usize, slot: usize) {
        const GAIN: u8 = 4;
        let list = self.list(at);
        let list = &mut self.entries[list];
        let gain = if list.len() == 1 { 1 } else { GAIN };
        list[slot].weight += gain;
        self.contexts[at].total += u16::from(gain);
        if list[slot].weight > MOST_WEIGHT {
            for entry in list.iter_mut() {
                entry.weight -= entry.weight / 2;
            }
            self.contexts[at].total = list.iter().map(|entry| u16::from(entry.weight)).sum();
        }
    }

    /// Takes a letter into all contexts from the longest down to the one where it was found, without that one.
    fn learn(&mut self, top: usize, found: Option<(usize, usize)>, letter: u32) {
        let is_full = found.is_none() && self.contexts[self.script].len == MOST_IN_CONTEXT;
        if is_full || self.entries.len() > MOST_ENTRIES {
            return;
        }
        // How strong the letter is where it was found, and how strong all others are there.
        let (mut weight, mut rest) = (1, 256);
        if let Some((at, slot)) = found {
            let context = self.contexts[at];
            weight = self.entries[context.start as usize + slot].weight.into();
            rest = context.total() + context.len() - weight;
        }
        let mut at = top;
        while found.is_none_or(|(place, _)| place != at) {
            let suffix = self.contexts[at].suffix as usize;
            // Either it was found there, or it comes to stand there as the next one.
            let below = match found {
                Some((place, slot)) if place == suffix => slot as u8,
                _ => self.contexts[suffix].len,
            };
            self.add(at, letter, below, weight, rest);
            if suffix == at {
                break;
            }
            at = suffix;
        }
    }

    /// Adds a letter to a context.
    fn add(&mut self, at: usize, letter: u32, below: u8, weight: u32, rest: u32) {
        let mut context = self.contexts[at];
        let start = context.start as usize;
        if context.len == 1 {
            self.entries[start].weight *= 2;
            context.total *= 2;
        }
        // How its odds where it was found compare with the odds of all letters here.
        let total = context.total() + 4 * context.len();
        let ratio = 2 * weight * (total + 6) / (rest + total);
        let entry = Entry {
            letter,
            then: HEARD | self.heard.len() as u32,
            weight: 1 + step(ratio, &[0, 3, 5, 8, 11, 14]) as u8,
            below,
        };
        if context.len == 0 || context.len.is_power_of_two() {
            let room = (2 * context.len()).max(1);
            context.start = self.entries.len() as u32;
            self.entries.extend_from_within(start..start + usize::from(context.len));
            self.entries.resize((context.start + room) as usize, entry);
        }
        self.entries[(context.start + context.len()) as usize] = entry;
        context.len += 1;
        context.total += u16::from(entry.weight);
        self.contexts[at] = context;
    }

    /// The context that follows a letter of a context. It is made when it is needed for the second time, from what was heard the first time.
    fn follow(&mut self, at: usize, slot: usize) -> usize {
        let context = self.contexts[at];
        let number = context.start as usize + slot;
        let entry = self.entries[number];
        if entry.then & HEARD == 0 {
            return entry.then as usize;
        }
        let mut then = at;
        if context.order > 0 {
            then = self.follow(context.suffix as usize, entry.below.into());
        }
        let place = entry.then & !HEARD;
        let letter = self.heard.get(place as usize).copied().unwrap_or(END);
        if context.order < DEPTH
            && self.entries.len() <= MOST_ENTRIES
            && let Some(below) = self.slot(then, letter)
        {
            let suffix = self.contexts[then];
            let weight = self.entries[suffix.start as usize + below].weight;
            let weight = match suffix.len {
                1 => 1 + weight / 2,
                _ => 1 + u8::from(2 * u16::from(weight) > suffix.total),
            };
            self.contexts.push(Context {
                start: self.entries.len() as u32,
                suffix: then as u32,
                total: weight.into(),
                len: 1,
                order: context.order + 1,
            });
            self.entries.push(Entry {
                letter,
                then: HEARD | (place + 1),
                weight,
                below: below as u8,
            });
            then = self.contexts.len() - 1;
        }
        self.entries[number].then = then as u32;
        then
    }
}

/// How many of these bounds a number is above.
fn step(number: u32, bounds: &[u32]) -> usize {
    bounds.iter().filter(|&&bound| number > bound).count()
}

/// The script of a letter; none for digits, marks and whatever all scripts use.
fn script_of(letter: u32) -> Option<usize> {
    match letter {
        0x41..=0x5a | 0x61..=0x7a | 0xc0..=0x24f => Some(0),
        0xe00..=0xe7f => Some(1),
        0x1780..=0x17ff => Some(2),
        0x250..=0x1fff | 0x2c00..=0xffff => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::letters::letter;

    #[test]
    fn the_digits_of_the_primer_are_those_of_its_text() {
        let mut prose = Prose::blank();
        let mut coder = Coder::writer();
        for line in include_str!("primer.txt").lines().chain([""]) {
            prose.say(&mut coder, Kind::Note, line, usize::MAX);
        }
        let digits: String = coder.finish().into_iter().map(letter).collect();
        if let Ok(file) = std::env::var("WRITE_PRIMER") {
            std::fs::write(file, digits).expect("the file can be written");
            return;
        }
        assert_eq!(include_str!("primer.digits").trim_end(), digits);
    }
}
