//! What is shared, before it is shared: the texts that would leave, how long the link is and what takes it, its QR code, a file of it.
//! And after: what changed since a snapshot was made, and invisible letters made visible. Values in, values out.

mod changed;
mod file;
mod held;
mod meter;
mod qr;
mod visible;

pub use changed::{Since, since};
pub use file::as_review;
pub use held::{Held, Leaving, Text, held, leaving};
pub use meter::{Channel, MARKS, Reach, place, reach};
pub use qr::{Code, LARGEST_VERSION, code};
pub use visible::{named, visible, visible_lines};
