//! Adaptive choices: odds that follow what was said before.

use super::coder::Coder;

/// How much one saying adds to a count.
const GAIN: u32 = 8;

/// How often each of `N` values was said, lately more than long ago.
#[derive(Clone, Copy)]
pub(super) struct Tally<const N: usize> {
    counts: [u32; N],
    /// A sum above this is cut to about three quarters.
    most: u32,
}

/// The odds of a yes, in parts of 65,536, and how often they were asked.
#[derive(Clone, Copy)]
pub(super) struct Odds {
    share: u32,
    asked: u32,
}

/// A mean that follows slowly.
#[derive(Clone, Copy)]
pub(super) struct Mean {
    sum: u32,
    count: u32,
}

/// Numbers of any size: their width in bits, then the first bits after the highest one, by tallies; the others are all alike.
#[derive(Clone)]
pub(super) struct Numbers {
    widths: Tally<33>,
    heads: [Tally<8>; 33],
}

impl<const N: usize> Tally<N> {
    /// One that begins with these counts. A value that has none in any tally of a choice cannot be said.
    pub(super) const fn new(counts: [u32; N], most: u32) -> Self {
        Self { counts, most }
    }

    /// Says a value below `N`.
    pub(super) fn say(&mut self, coder: &mut Coder, wanted: usize) -> usize {
        say(coder, &mut [(self, 1)], wanted)
    }

    fn learn(&mut self, said: usize) {
        if let Some(count) = self.counts.get_mut(said) {
            *count += GAIN;
        }
        if self.counts.iter().sum::<u32>() > self.most {
            for count in &mut self.counts {
                *count -= *count / 4;
            }
        }
    }
}

/// Says a value below `N` by several tallies, each with its weight; all of them learn it.
pub(super) fn say<const N: usize>(
    coder: &mut Coder,
    tallies: &mut [(&mut Tally<N>, u32)],
    wanted: usize,
) -> usize {
    let mut weights = [0; N];
    for (tally, weight) in tallies.iter() {
        for (sum, count) in weights.iter_mut().zip(tally.counts) {
            *sum += weight * count;
        }
    }
    let said = coder.weighted(weights.into_iter().enumerate(), wanted);
    for (tally, _) in tallies {
        tally.learn(said);
    }
    said
}

impl Odds {
    /// Odds to begin with.
    pub(super) const fn new(share: u32) -> Self {
        Self { share, asked: 1 }
    }

    /// Says yes or no.
    pub(super) fn say(&mut self, coder: &mut Coder, wanted: bool) -> bool {
        const WHOLE: u32 = 1 << 16;
        const MOST_ASKED: u32 = 60;
        let share = self.share.clamp(64, WHOLE - 64);
        let said = if coder.reads() {
            coder.part(WHOLE) < share
        } else {
            wanted
        };
        let slowness = 2 * self.asked + 3;
        if said {
            coder.narrow(WHOLE, 0, share);
            self.share += (WHOLE - 1 - self.share) * 2 / slowness;
        } else {
            coder.narrow(WHOLE, share, WHOLE - share);
            self.share -= self.share * 2 / slowness;
        }
        self.asked = MOST_ASKED.min(self.asked + 1);
        said
    }
}

impl Mean {
    /// A mean to begin with.
    pub(super) const fn new(value: u32) -> Self {
        Self {
            sum: 4 * value,
            count: 4,
        }
    }

    /// The mean.
    pub(super) const fn value(self) -> u32 {
        self.sum / self.count
    }

    /// Takes in a value.
    pub(super) fn learn(&mut self, value: u32) {
        const MOST_COUNT: u32 = 60;
        self.sum = self.sum - self.sum / self.count + value;
        if self.count < MOST_COUNT {
            self.sum += self.sum / self.count;
            self.count += 1;
        }
    }
}

impl Numbers {
    /// Numbers of which nothing is known.
    pub(super) const fn new() -> Self {
        Self {
            widths: Tally::new([4; 33], 4_000),
            heads: [Tally::new([8; 8], 4_000); 33],
        }
    }

    /// Says a number.
    pub(super) fn say(&mut self, coder: &mut Coder, wanted: u32) -> u32 {
        const HEAD: u32 = 3;
        let wanted = u64::from(wanted) + 1;
        let width = self.widths.say(coder, wanted.ilog2() as usize);
        let mut number = 1;
        let mut bits = width as u32;
        if bits >= HEAD {
            bits -= HEAD;
            let head = self.heads.get_mut(width).map_or(0, |heads| heads.say(coder, (wanted >> bits & 7) as usize));
            number = number << HEAD | head as u64;
        }
        while bits > 0 {
            let some = bits.min(16);
            bits -= some;
            number = number << some | u64::from(coder.equal(1 << some, (wanted >> bits) as u32 & ((1 << some) - 1)));
        }
        u32::try_from(number - 1).unwrap_or_else(|_| {
            coder.refuse();
            0
        })
    }
}
