//! Adaptive choices: what was said often is likely to be said again.

use super::coder::Coder;

/// How much one saying adds to a count.
const GAIN: u32 = 8;
/// What is added to every count, so that nothing is impossible: less where there are many values.
const fn floor(values: usize) -> u32 {
    if values > 9 || values == 2 { 1 } else { 4 }
}

/// How often each value was said: a row of counts for each case.
#[derive(Clone)]
pub(super) struct Counts {
    counts: Vec<u32>,
    width: usize,
    most: u32,
}

impl Counts {
    /// Rows of so many values. A value that makes two counts of a choice sum to more than `most` halves its row.
    pub(super) fn new(rows: usize, width: usize, most: u32) -> Self {
        Self {
            counts: vec![0; rows * width],
            width,
            most,
        }
    }

    /// Says a value below `values`, by rows of which each has a weight. All of them learn it.
    pub(super) fn say(&mut self, coder: &mut Coder, rows: &[(usize, u32)], values: usize, wanted: usize) -> usize {
        let weigh = |value: usize| -> u32 {
            let count = |row: usize| self.counts[row * self.width + value] + floor(values);
            rows.iter().map(|&(row, weight)| weight * count(row)).sum()
        };
        let total = (0..values).map(weigh).sum();
        let part = coder.part(total);
        let mut start = 0;
        let mut said = 0;
        let mut size = weigh(0);
        while said + 1 < values && !coder.is_here(part, start + size, said == wanted) {
            start += size;
            said += 1;
            size = weigh(said);
        }
        coder.narrow(total, start, size);
        for &(row, _) in rows {
            let row = &mut self.counts[row * self.width..][..values];
            row[said] += GAIN;
            if row[said] > self.most {
                for count in row {
                    *count -= *count / 2;
                }
            }
        }
        said
    }
}
