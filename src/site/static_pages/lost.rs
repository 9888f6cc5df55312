//! The page that a host answers with where there is none. Where an app made the `#` of a link a part of the path, `early.js` leads from
//! here to the place that was meant.

use super::File;
use super::frame::{Page, framed};
use super::parts::Site;
use super::structured;
use crate::checklist::View;
use crate::markup::{element, link, told};

/// The page.
pub fn page(site: &Site<'_>) -> File {
    let words = &site.words.later().share;
    let home = link("./", site.words.view(View::Checklist));
    // A host answers with the page of the root for `km/%23s1…` too, from where its own files are one folder up.
    let from_folder = element("script").with("src", format!("../{}", site.looks.early));
    let main = element("main")
        .class("document")
        .child(told("h1", words.lost_title))
        .child(told("p", words.lost_text).class("lead"))
        .child(element("p").child(home))
        .child(from_folder);
    let page = Page {
        path: "404.html".to_owned(),
        title: format!("{} · {}", words.lost_title, site.words.site),
        description: words.lost_text.to_owned(),
        structured: structured::page(site, words.lost_title),
        main,
    };
    framed(site, page)
}
