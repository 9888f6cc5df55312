//! How far assessors agree: shares of equal values for each two of them, and Krippendorff's alpha for all of them.
//!
//! Source of the definition: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). A value of an assessor on a unit may
//! be missing. A unit counts with what at least two assessors say of it. The coincidence `o(c, k)` is the number of ordered pairs of
//! values `c` and `k` of two assessors within a unit, each unit weighed by one less than the number of its values; `n(c)` is the sum
//! of a row, `n` the sum of all. With `d(c, k)` the squared distance of two values,
//!
//! > alpha = 1 − (n − 1) · Σ o(c, k) d(c, k) / Σ n(c) n(k) d(c, k), summed over c < k.
//!
//! Nominal distance: 1 for two different values. Ordinal: `(n(c)/2 + n(c+1) + … + n(k−1) + n(k)/2)²`. Where nothing can be paired, or
//! all paired values are the same one, alpha is not defined; it is then neither 1 nor 0.
//!
//! Sums are of integers, so that the order of assessors and units changes nothing, to the last digit.

use super::Assessment;
use crate::catalogue::Status;

/// What one assessor says of each unit; `None` where he says nothing of it.
pub type Values = Vec<Option<u8>>;

/// The highest value and one.
const VALUES: usize = 9;

/// How far two values are apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Metric {
    /// The same or not.
    Nominal,
    /// By how many ranks.
    Ordinal,
}

/// Krippendorff's alpha, with what it rests on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Alpha {
    /// Its value, from −1 to 1; `None` where it is not defined.
    pub value: Option<f64>,
    /// Units of which at least two assessors say something.
    pub units: usize,
    /// Values on those units.
    pub values: usize,
}

/// How often two assessors say the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Pair {
    /// Units of which both say the same.
    pub same: usize,
    /// Units of which both say something: the denominator.
    pub both: usize,
}

/// The statuses of a list of assessments as nominal values. What is not assessed is missing.
pub fn statuses(assessments: &[Assessment]) -> Values {
    let value = |one: &Assessment| (one.status != Status::NotAssessed).then(|| one.status.number() as u8);
    assessments.iter().map(value).collect()
}

/// The levels of the Kroc Institute (0 to 3) of a list of assessments as ordinal values. Where the scale has no place they are missing.
pub fn levels(assessments: &[Assessment]) -> Values {
    assessments.iter().map(|one| one.status.kroc(one.extent)).collect()
}

/// Counts on how many units two assessors say the same.
pub fn pair(one: &[Option<u8>], other: &[Option<u8>]) -> Pair {
    let both = one
        .iter()
        .zip(other)
        .filter(|(one, other)| one.is_some() && other.is_some());
    both.fold(Pair::default(), |pair, (one, other)| Pair {
        same: pair.same + usize::from(one == other),
        both: pair.both + 1,
    })
}

/// Krippendorff's alpha of up to ten assessors. Values are from 0 to 8; others count as missing.
pub fn alpha(assessors: &[Values], metric: Metric) -> Alpha {
    let length = assessors.iter().map(Vec::len).max().unwrap_or(0);
    // How often each value is said of each unit.
    let said: Vec<[u64; VALUES]> = (0..length)
        .map(|unit| {
            let mut said = [0; VALUES];
            for value in assessors.iter().filter_map(|list| *list.get(unit)?) {
                if let Some(count) = said.get_mut(usize::from(value)) {
                    *count += 1;
                }
            }
            said
        })
        .filter(|said| said.iter().sum::<u64>() > 1)
        .collect();
    // Each unit is weighed by one less than its values; `common` makes whole numbers of that.
    let less_one = |said: &[u64; VALUES]| said.iter().sum::<u64>() - 1;
    let common = said.iter().map(less_one).fold(1, least_common_multiple);
    let mut totals = [0; VALUES];
    for unit in &said {
        for (total, count) in totals.iter_mut().zip(unit) {
            *total += count;
        }
    }
    let (mut observed, mut expected) = (0, 0);
    for c in 0..VALUES {
        for k in c + 1..VALUES {
            let distance = match metric {
                Metric::Nominal => 1,
                // Twice the distance, squared: halves would be no integers, and a factor is in both sums.
                Metric::Ordinal => {
                    let ranks = 2 * totals[c..=k].iter().sum::<u64>() - totals[c] - totals[k];
                    ranks * ranks
                }
            };
            let coincidences = said.iter().map(|unit| unit[c] * unit[k] * (common / less_one(unit)));
            observed += coincidences.sum::<u64>() * distance;
            expected += totals[c] * totals[k] * distance;
        }
    }
    let values: u64 = totals.iter().sum();
    Alpha {
        value: (expected > 0).then(|| 1.0 - (values - 1) as f64 * observed as f64 / (common as f64 * expected as f64)),
        units: said.len(),
        values: values as usize,
    }
}

fn least_common_multiple(one: u64, other: u64) -> u64 {
    let (mut a, mut b) = (one, other);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    one / a * other
}

impl Alpha {
    /// The value with three decimals, rounded to the nearest: `0.743`. By hand: formatting floats is a tenth of the program.
    pub fn written(&self) -> Option<String> {
        let thousandths = (self.value? * 1_000.0 + 0.5).floor() as i32;
        let sign = if thousandths < 0 { "−" } else { "" };
        let size = thousandths.unsigned_abs();
        let digits = (1_000 + size % 1_000).to_string();
        Some(format!("{sign}{}.{}", size / 1_000, &digits[1..]))
    }
}
