//! Keeps the prerendered page true: each thing in it that changes is an effect over the signals that it shows.

use crate::browser::document;
use leptos::prelude::*;

/// Does something now and whenever a signal that it reads is another. One kind of effect for all of them: each kind brings its own code.
pub fn effect(run: impl Fn() + 'static) {
    boxed(Box::new(run));
}

fn boxed(run: Box<dyn Fn()>) {
    Effect::new(run);
}

/// Keeps what the first element says that a selector finds.
pub fn content(selector: &'static str, told: impl Fn() -> String + 'static) {
    effect(move || {
        let now = told();
        if let Some(element) = document::find(selector) {
            document::tell(&element, &now);
        }
    });
}

/// Keeps an attribute of all elements that a selector finds.
pub fn attribute(selector: &'static str, name: &'static str, value: impl Fn() -> Option<String> + 'static) {
    effect(move || {
        let now = value();
        for element in document::all(selector) {
            document::set_attribute(&element, name, now.as_deref());
        }
    });
}

/// Keeps an attribute without a value of all elements that a selector finds.
pub fn flag(selector: &'static str, name: &'static str, holds: impl Fn() -> bool + 'static) {
    attribute(selector, name, move || holds().then(String::new));
}
