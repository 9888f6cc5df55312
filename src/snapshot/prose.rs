//! The text model: how likely each letter is after the letters before it.
//!
//! Prediction by partial matching over code points. A context is what the last letters were, none to `DEPTH` of them; it knows which
//! letters came after it and how often. A letter is looked for in the longest context that is known; where it is not there, the
//! context says so and the next shorter one is asked, without the letters that the longer one has refused. Khmer, Latin and Thai
//! have contexts of their own, so that one text in three languages costs no more than three texts. Before the first letter the
//! model reads `primer.txt`, which is frozen: every link depends on it.

use super::coder::Coder;
use super::odds::{Mean, Odds, Tally};
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
pub(super) const MOST_LETTERS: usize = 250_000;

/// Stands after the last letter of a text. No code point.
const END: u32 = 0x11_0000;
/// How many letters the longest context has.
const DEPTH: u8 = 5;
/// The scripts that have contexts of their own: Latin, Thai, Khmer, all others. Each has its root at the number of the script.
const SCRIPTS: usize = 4;
/// A context takes in no more letters.
const MOST_IN_CONTEXT: u16 = 255;
/// A model with so many entries learns no new ones.
const MOST_ENTRIES: usize = 1 << 19;
/// Marks a successor that is no context yet but a place in what was heard.
const HEARD: u32 = 1 << 31;

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
    /// Whether the last letter was the one that its context held most likely.
    sure: bool,
    /// Slots of the context that is asked whose letters a longer one has refused: those that hold the number of this asking.
    refused: [u32; 256],
    asking: u32,
    /// Odds that a context with a single letter is right.
    single: [[Odds; 32]; 16],
    /// Weight of "none of mine", in sixteenths, for contexts with several letters.
    none: [[Mean; 11]; 8],
    /// Where a letter is that the script of now has not had.
    foreign: Tally<SCRIPTS>,
    /// What block a letter is of that no context has.
    blocks: Tally<6>,
    /// Letters that may still be said.
    left: usize,
}

#[derive(Clone, Copy)]
struct Context {
    /// Its first entry.
    start: u32,
    /// How many entries it has, and how many there is room for.
    len: u16,
    room: u16,
    /// The sum of their weights.
    total: u32,
    /// The context without its first letter; itself for a root.
    suffix: u32,
    /// How many letters it has.
    order: u8,
}

#[derive(Clone, Copy)]
struct Entry {
    letter: u32,
    weight: u16,
    /// The slot of the same letter in the suffix.
    below: u16,
    /// The context that follows, or `HEARD` and the place after its letter.
    then: u32,
}

impl Prose {
    /// A model that has read the primer.
    pub(super) fn primed() -> Self {
        static PRIMED: OnceLock<Prose> = OnceLock::new();
        PRIMED
            .get_or_init(|| {
                let mut prose = Self::blank();
                let mut coder = Coder::writer();
                for line in include_str!("primer.txt").lines() {
                    prose.say(&mut coder, Kind::Note, line, usize::MAX);
                }
                prose.heard_enough();
                prose
            })
            .clone()
    }

    fn blank() -> Self {
        let root = |script| Context {
            start: 0,
            len: 0,
            room: 0,
            total: 0,
            suffix: script,
            order: 0,
        };
        let single = |weight: u32| [Odds::new(65_536 - 65_536 / (weight + 2) * 12 / 14); 32];
        let none = |open: usize| Mean::new((5 * open as u32 + 10) * 16);
        Self {
            contexts: (0..SCRIPTS as u32).map(root).collect(),
            entries: Vec::new(),
            heard: Vec::new(),
            here: 0,
            script: 0,
            beginnings: [0; 4],
            sure: false,
            refused: [0; 256],
            asking: 0,
            single: std::array::from_fn(|weight| single(weight as u32)),
            none: [std::array::from_fn(none); 8],
            foreign: Tally::new([8; SCRIPTS], 2_000),
            blocks: Tally::new([8; 6], 2_000),
            left: usize::MAX,
        }
    }

    /// Sets back what the primer must not leave behind.
    fn heard_enough(&mut self) {
        self.beginnings = [0; 4];
        self.left = MOST_LETTERS;
    }

    /// Says a text of at most so many letters.
    pub(super) fn say(&mut self, coder: &mut Coder, kind: Kind, wanted: &str, most: usize) -> String {
        let mut text = String::new();
        let mut letters = wanted.chars();
        self.script = self.beginnings[kind as usize];
        self.here = match self.slot(self.script, END) {
            Some(slot) => self.follow(self.script, slot),
            None => self.script,
        };
        let mut count = 0;
        loop {
            let wanted = letters.next().map_or(END, u32::from);
            let letter = self.letter(coder, wanted);
            if count == 0 {
                self.beginnings[kind as usize] = self.script;
            }
            if letter == END {
                break;
            }
            match char::from_u32(letter) {
                Some(letter) if count < most && count < self.left => text.push(letter),
                _ => coder.refuse(),
            }
            if coder.is_faulty() {
                break;
            }
            count += 1;
        }
        self.left = self.left.saturating_sub(count);
        text
    }

    /// Says one letter, and learns it.
    fn letter(&mut self, coder: &mut Coder, wanted: u32) -> u32 {
        let top = self.here;
        let mut at = top;
        let mut above = None;
        let sure = std::mem::take(&mut self.sure);
        let found = loop {
            let context = self.contexts[at];
            let refused = above.map_or(0, |above: usize| self.contexts[above].len);
            let slot = if context.len == refused {
                None
            } else if context.len == 1 {
                self.ask_single(coder, at, sure, wanted)
            } else {
                self.ask(coder, at, above, wanted)
            };
            if slot.is_some() || context.order == 0 {
                break slot;
            }
            above = Some(at);
            at = context.suffix as usize;
        };
        let Some(slot) = found else {
            return self.foreign(coder, top, wanted);
        };
        self.strengthen(at, slot);
        let entry = self.entries[self.contexts[at].start as usize + slot];
        self.heard.push(entry.letter);
        self.learn(top, Some((at, slot)), entry.letter);
        self.here = self.follow(at, slot);
        entry.letter
    }

    /// Asks a context with one letter; answers its slot if that is it.
    fn ask_single(&mut self, coder: &mut Coder, at: usize, sure: bool, wanted: u32) -> Option<usize> {
        let context = self.contexts[at];
        let entry = self.entries[context.start as usize];
        let suffix = self.contexts[context.suffix as usize];
        let below = u32::from(self.entries[suffix.start as usize + usize::from(entry.below)].weight);
        let support = match below * 8 / suffix.total {
            _ if context.order == 0 => 0,
            _ if suffix.len == 1 => 4 + below.min(3),
            0 => 0,
            1 => 1,
            2..=3 => 2,
            _ => 3,
        };
        let row = usize::from(entry.weight - 1).min(15);
        let column = support as usize * 4 + usize::from(sure) * 2 + usize::from(self.is_after_letter());
        let right = self.single[row][column].say(coder, entry.letter == wanted);
        self.sure = right;
        right.then_some(0)
    }

    /// Asks a context with several letters, without those that the one above has refused; answers the slot of the letter if it is there.
    fn ask(&mut self, coder: &mut Coder, at: usize, above: Option<usize>, wanted: u32) -> Option<usize> {
        let context = self.contexts[at];
        let list = self.list(at);
        let mut sum = context.total;
        let mut open = u32::from(context.len);
        self.asking = self.asking.wrapping_add(1);
        if let Some(above) = above {
            let above = self.contexts[above];
            open -= u32::from(above.len);
            for slot in 0..usize::from(above.len) {
                let below = usize::from(self.entries[above.start as usize + slot].below);
                self.refused[below] = self.asking;
                sum -= u32::from(self.entries[list.start + below].weight);
            }
        }
        let thin = context.total < 6 * u32::from(context.len);
        let row = usize::from(above.is_some()) * 4 + usize::from(thin) * 2 + usize::from(self.is_after_letter());
        let mean = &mut self.none[row][step(open)];
        let none = (mean.value() / 16).max(1);
        let total = sum + none;
        let part = if coder.reads() { coder.part(total) } else { total };
        let mut start = 0;
        let mut found = None;
        for (slot, entry) in self.entries[list].iter().enumerate() {
            if self.refused[slot] == self.asking {
                continue;
            }
            let weight = u32::from(entry.weight);
            if part < start + weight || (!coder.reads() && entry.letter == wanted) {
                coder.narrow(total, start, weight);
                self.sure = above.is_none() && 2 * weight > total;
                found = Some(slot);
                break;
            }
            start += weight;
        }
        if found.is_none() {
            coder.narrow(total, sum, none);
        }
        mean.learn(if found.is_none() { total * 16 } else { 0 });
        found
    }

    /// Says a letter that no context of this script has.
    fn foreign(&mut self, coder: &mut Coder, top: usize, wanted: u32) -> u32 {
        let other = self.other_root(wanted);
        let root = self.foreign.say(coder, other.unwrap_or(self.script));
        if root != self.script {
            return self.borrow(coder, root, wanted);
        }
        let letter = self.new_letter(coder, wanted);
        if coder.reads() && (self.slot(self.script, letter).is_some() || self.other_root(letter).is_some()) {
            coder.refuse();
        }
        self.heard.push(letter);
        let home = script_of(letter).unwrap_or(self.script);
        if home == self.script {
            self.learn(top, None, letter);
        } else {
            self.learn(home, None, letter);
        }
        self.script = home;
        self.here = home;
        letter
    }

    /// Says a letter by the root of another script, and goes over to it.
    fn borrow(&mut self, coder: &mut Coder, root: usize, wanted: u32) -> u32 {
        let list = self.list(root);
        let weights = self.entries[list.clone()].iter().map(|entry| u32::from(entry.weight)).enumerate();
        let wanted = self.slot(root, wanted).unwrap_or(0);
        let slot = coder.weighted(weights, wanted);
        let Some(&Entry { letter, .. }) = self.entries[list].get(slot) else {
            coder.refuse();
            return END;
        };
        if script_of(letter) != Some(root) {
            coder.refuse();
        }
        self.heard.push(letter);
        self.strengthen(root, slot);
        self.script = root;
        self.here = self.follow(root, slot);
        letter
    }

    /// The root of another script, where it is the script of this letter and has it.
    fn other_root(&self, letter: u32) -> Option<usize> {
        script_of(letter).filter(|&root| root != self.script && self.slot(root, letter).is_some())
    }

    /// Says a letter by its number.
    fn new_letter(&mut self, coder: &mut Coder, wanted: u32) -> u32 {
        const BLOCKS: [u32; 5] = [0, 0x40, 0x1c, 0x2f, END >> 7];
        let block = wanted >> 7;
        let place = BLOCKS.iter().position(|&known| known == block).unwrap_or(5);
        let block = match BLOCKS.get(self.blocks.say(coder, place)) {
            Some(&known) => known,
            None => {
                let block = coder.equal(END >> 7, block);
                if BLOCKS.contains(&block) {
                    coder.refuse();
                }
                block
            }
        };
        if block == END >> 7 {
            return END;
        }
        block << 7 | coder.equal(128, wanted & 127)
    }

    /// The slot of a letter in a context.
    fn slot(&self, at: usize, letter: u32) -> Option<usize> {
        self.entries[self.list(at)].iter().position(|entry| entry.letter == letter)
    }

    /// Where the entries of a context are.
    fn list(&self, at: usize) -> Range<usize> {
        let context = self.contexts[at];
        let start = context.start as usize;
        start..start + usize::from(context.len)
    }

    /// Counts a letter that was found.
    fn strengthen(&mut self, at: usize, slot: usize) {
        const GAIN: u16 = 4;
        const MOST: u16 = 124;
        let list = self.list(at);
        let context = &mut self.contexts[at];
        let list = &mut self.entries[list];
        let gain = if context.len == 1 { 1 } else { GAIN };
        list[slot].weight += gain;
        context.total += u32::from(gain);
        if list[slot].weight > MOST {
            for entry in list.iter_mut() {
                entry.weight = entry.weight.div_ceil(2);
            }
            context.total = list.iter().map(|entry| u32::from(entry.weight)).sum();
        }
    }

    /// Takes a letter into all contexts from the longest down to the one where it was found, without that one.
    fn learn(&mut self, top: usize, found: Option<(usize, usize)>, letter: u32) {
        let full = self.contexts[self.root_of(top)].len >= MOST_IN_CONTEXT && found.is_none();
        if full || self.entries.len() > MOST_ENTRIES {
            return;
        }
        // How strong the letter is where it was found, and how strong all others there.
        let (weight, rest) = match found {
            Some((at, slot)) => {
                let context = self.contexts[at];
                let weight = u32::from(self.entries[context.start as usize + slot].weight);
                (weight, context.total + u32::from(context.len) - weight)
            }
            None => (1, 256),
        };
        let mut at = top;
        let mut waiting: Option<usize> = None;
        loop {
            if let Some((_, slot)) = found.filter(|found| found.0 == at) {
                if let Some(above) = waiting {
                    self.entries[above].below = slot as u16;
                }
                break;
            }
            let context = self.contexts[at];
            if let Some(above) = waiting {
                self.entries[above].below = context.len;
            }
            waiting = Some(self.add(at, letter, weight, rest));
            if context.order == 0 {
                break;
            }
            at = context.suffix as usize;
        }
    }

    /// Adds a letter to a context; answers the number of its entry.
    fn add(&mut self, at: usize, letter: u32, weight: u32, rest: u32) -> usize {
        /// The weight of a new letter by how its odds where it was found compare with the odds of all letters here.
        const WEIGHTS: [u16; 16] = [1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7];
        let mut context = self.contexts[at];
        let (start, len) = (context.start as usize, usize::from(context.len));
        if context.len == 1 {
            let only = &mut self.entries[start];
            only.weight *= 2;
            context.total = u32::from(only.weight);
        }
        let total = context.total + 4 * u32::from(context.len);
        let ratio = 2 * weight * (total + 6) / (rest + total);
        let weight = WEIGHTS[(ratio as usize).min(15)];
        if context.len == context.room {
            context.room = (2 * context.room).max(1);
            context.start = self.entries.len() as u32;
            self.entries.extend_from_within(start..start + len);
            let end = context.start as usize + usize::from(context.room);
            self.entries.resize(end, Entry { letter, weight: 0, below: 0, then: 0 });
        }
        let number = context.start as usize + len;
        self.entries[number] = Entry {
            letter,
            weight,
            below: 0,
            then: HEARD | self.heard.len() as u32,
        };
        context.len += 1;
        context.total += u32::from(weight);
        self.contexts[at] = context;
        number
    }

    /// The context that follows a letter of a context. The second time that it is needed it is made, from what was heard the first time.
    fn follow(&mut self, at: usize, slot: usize) -> usize {
        let context = self.contexts[at];
        let number = context.start as usize + slot;
        let entry = self.entries[number];
        if entry.then & HEARD == 0 {
            return entry.then as usize;
        }
        let suffix = match context.order {
            0 => at,
            _ => self.follow(context.suffix as usize, usize::from(entry.below)),
        };
        let place = entry.then & !HEARD;
        let mut then = suffix;
        if context.order < DEPTH && self.entries.len() <= MOST_ENTRIES {
            let letter = self.heard.get(place as usize).copied().unwrap_or(END);
            if let Some(below) = self.slot(suffix, letter) {
                let suffix_context = self.contexts[suffix];
                let weight = self.entries[suffix_context.start as usize + below].weight;
                let weight = match suffix_context.len {
                    1 => 1 + weight / 2,
                    _ => 1 + u16::from(2 * u32::from(weight) > suffix_context.total),
                };
                then = self.contexts.len();
                self.contexts.push(Context {
                    start: self.entries.len() as u32,
                    len: 1,
                    room: 1,
                    total: u32::from(weight),
                    suffix: suffix as u32,
                    order: context.order + 1,
                });
                self.entries.push(Entry {
                    letter,
                    weight,
                    below: below as u16,
                    then: HEARD | (place + 1),
                });
            }
        }
        self.entries[number].then = then as u32;
        then
    }

    /// Whether the last letter was none of the first 64, which are blanks, digits and marks.
    fn is_after_letter(&self) -> bool {
        self.heard.last().is_some_and(|&letter| letter >= 64 && letter != END)
    }

    fn root_of(&self, mut at: usize) -> usize {
        while self.contexts[at].order > 0 {
            at = self.contexts[at].suffix as usize;
        }
        at
    }
}

/// How many letters are open, in eleven steps.
fn step(open: u32) -> usize {
    const STEPS: [u32; 10] = [1, 2, 3, 4, 6, 9, 14, 22, 35, 60];
    STEPS.iter().filter(|&&most| open > most).count()
}

/// The script of a letter; none for digits, marks and whatever is used in all of them.
fn script_of(letter: u32) -> Option<usize> {
    match letter {
        0x41..=0x5a | 0x61..=0x7a | 0xc0..=0x24f => Some(0),
        0xe00..=0xe7f => Some(1),
        0x1780..=0x17ff => Some(2),
        0x250..=0x1fff | 0x2c00..=0xffff => Some(3),
        _ => None,
    }
}
