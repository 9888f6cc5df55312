//! schema.org data of the pages, for search engines.

use super::parts::Site;
use crate::catalogue::record::{Instrument, Obligation};
use crate::site::data::{LICENCE_ADDRESS, SCHEMA_FILE};
use serde_json::{Value, json};

/// The data that every page has.
fn base(site: &Site<'_>, kind: &str, name: &str) -> Value {
    let edition = site.edition();
    json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": name,
        "inLanguage": site.language.code(),
        "license": LICENCE_ADDRESS,
        "creator": { "@type": "Organization", "name": site.words.site },
        "version": edition.map(|edition| edition.version.as_str()),
        "datePublished": edition.map(|edition| edition.published.as_str()),
    })
}

/// One obligation: a part of its instrument.
pub fn obligation(site: &Site<'_>, head: &Instrument, item: &Obligation) -> Value {
    let mut data = base(site, "CreativeWork", site.say(&item.title));
    data["identifier"] = json!(item.id);
    data["text"] = json!(site.say(&item.text));
    data["isPartOf"] = json!({
        "@type": "CreativeWork",
        "name": site.say(&head.official),
        "alternateName": site.say(&head.name),
        "dateCreated": head.date.split('T').next(),
    });
    data
}

/// A page about the site itself.
pub fn page(site: &Site<'_>, name: &str) -> Value {
    base(site, "WebPage", name)
}

/// A page that lists others.
pub fn collection(site: &Site<'_>, name: &str) -> Value {
    base(site, "CollectionPage", name)
}

/// The record as a data set. `data` leads from the page to the folder of the data.
pub fn dataset(site: &Site<'_>, data: &str) -> Value {
    let file = |name: &str, form: &str| {
        let address = match site.address {
            Some(address) => format!("{address}/data/{name}"),
            None => format!("{data}{name}"),
        };
        json!({ "@type": "DataDownload", "encodingFormat": form, "contentUrl": address })
    };
    let mut set = base(site, "Dataset", site.pages.record_title);
    set["description"] = json!(site.words.later().lead);
    // From the day of the first event to the day to which the record was followed.
    let from = site
        .record
        .events
        .iter()
        .filter_map(|event| event.date.get(..10))
        .min()
        .unwrap_or_default();
    let to = site.edition().map_or("", |edition| edition.as_of.as_str());
    set["temporalCoverage"] = json!(format!("{from}/{to}"));
    set["spatialCoverage"] = json!(
        site.record
            .parties
            .iter()
            .map(|party| site.say(&party.name))
            .collect::<Vec<_>>()
    );
    set["distribution"] = json!([
        file(&format!("catalogue.{}.json", site.language.code()), "application/json"),
        file(SCHEMA_FILE, "application/schema+json"),
        file("obligations.csv", "text/csv"),
        file("duties.csv", "text/csv"),
        file("clocks.csv", "text/csv"),
        file("events.csv", "text/csv"),
        file("claims.csv", "text/csv"),
    ]);
    set
}
