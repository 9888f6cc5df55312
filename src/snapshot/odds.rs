//! Adaptive choices: what was said often is likely to be said again.

use super::coder::Coder;

/// How much one saying adds to a count.
const GAIN: u32 = 8;

/// How often each value was said: a row of counts for each case.
#[derive(Clone)]
pub(super) struct Counts {
    counts: Vec<u32>,
    width: usize,
    most: u32,
}

impl Counts {
    /// Rows of so many values. A count above `most` halves its row.
    pub(super) fn new(rows: usize, width: usize, most: u32) -> Self {
        Self {
            counts: vec![0; rows * width],
            width,
            most,
        }
    }

    /// Says yes or no, by one row.
    pub(super) fn say_flag(&mut self, coder: &mut Coder, row: usize, wanted: bool) -> bool {
        let no = self.counts[row * self.width] + 1;
        let total = no + self.counts[row * self.width + 1] + 1;
        coder.divide(total);
        let said = !coder.is_here(no, !wanted);
        if said {
            coder.narrow(no, total - no);
        } else {
            coder.narrow(0, no);
        }
        self.learn(row, said.into());
        said
    }

    /// Says a value below `values`, by rows of which each has a weight. All of them learn it.
    pub(super) fn say(&mut self, coder: &mut Coder, rows: &[(usize, u32)], values: usize, wanted: usize) -> usize {
        // Nothing is impossible, and less is likely where much is possible.
        let floor = if (3..10).contains(&values) { 4 } else { 1 };
        let weigh = |value: usize| -> u32 {
            let count = |row: usize| self.counts[row * self.width + value] + floor;
            rows.iter().map(|&(row, weight)| weight * count(row)).sum()
        };
        let total = (0..values).map(weigh).sum();
        coder.divide(total);
        let mut start = 0;
        let mut said = 0;
        let mut size = weigh(0);
        while said + 1 < values && !coder.is_here(start + size, said == wanted) {
            start += size;
            said += 1;
            size = weigh(said);
        }
        coder.narrow(start, size);
        for &(row, _) in rows {
            self.learn(row, said);
        }
        said
    }

    fn learn(&mut self, row: usize, said: usize) {
        let row = &mut self.counts[row * self.width..][..self.width];
        row[said] += GAIN;
        if row[said] > self.most {
            for count in row {
                *count -= *count / 2;
            }
        }
    }
}
