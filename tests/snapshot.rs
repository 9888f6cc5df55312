//! The link: laws over arbitrary reviews, damage, repair, golden links.
use accord_checklist::accord::ACCORD;
use accord_checklist::catalogue::{Basis, Extent, Status};
use accord_checklist::review::{Assessment, Evidence};
use accord_checklist::snapshot::{Contents, Snapshot, SnapshotFault, decode, encode, find};

#[test]
fn first() {
    let mut x = Snapshot {
        edition: 0,
        title: String::new(),
        author: String::new(),
        taken: 29_700_000,
        contents: Contents::default(),
        assessments: vec![Assessment::default(); ACCORD.duties.len()],
    };
    let l = encode(&x);
    println!("{l}");
    assert_eq!(decode(&l), Ok(x.clone()));
    for (i, a) in x.assessments.iter_mut().enumerate() {
        a.status = Status::ALL[i * 7919 % 9];
    }
    let l = encode(&x);
    println!("{} {l}", l.len());
    assert_eq!(decode(&l), Ok(x.clone()));
    x.contents.notes = true;
    x.assessments[3].note = "Hello សួស្តី world ไทย 😀".into();
    x.title = "My review".into();
    let l = encode(&x);
    println!("{} {l}", l.len());
    assert_eq!(decode(&l), Ok(x.clone()));
    for cut in 2..l.len() {
        println!("{:?}", decode(&l[..cut]));
    }
    println!("{:?}", find(&format!("https://x.org/%23{l}&utm")).map(|f| f == l));
    let _ = (
        Basis::Press,
        Extent::Minimal,
        Evidence::new("", "", None),
        SnapshotFault::Foreign,
    );
}
