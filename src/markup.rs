//! HTML as values: a tree of elements that escapes every text and attribute on its way out. There is no way to put markup in as text.

use std::fmt::Write;

/// Elements that have no content and no end tag.
const VOID: [&str; 5] = ["hr", "input", "br", "link", "meta"];

/// An element with its attributes and what stands in it.
#[derive(Clone)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inner: Vec<Node>,
}

#[derive(Clone)]
enum Node {
    Element(Element),
    Text(String),
    /// Markup of our own files (the glyphs), or JSON whose `<` are escaped.
    Trusted(String),
}

/// An element of this name.
pub fn element(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        inner: Vec::new(),
    }
}

/// An element with a text in it.
pub fn told(name: &'static str, text: impl Into<String>) -> Element {
    element(name).text(text)
}

/// A link with a text.
pub fn link(address: impl Into<String>, text: impl Into<String>) -> Element {
    told("a", text).with("href", address)
}

/// Data for search engines: a block of JSON-LD. It is data, not a script: browsers never run it.
pub fn json_ld(value: &serde_json::Value) -> Element {
    json("application/ld+json", value)
}

/// Data for the program: a block of JSON with an id.
pub fn data_block(id: &str, value: &serde_json::Value) -> Element {
    json("application/json", value).with("id", id)
}

fn json(kind: &str, value: &serde_json::Value) -> Element {
    let text = value.to_string().replace('<', "\\u003c");
    let mut element = element("script").with("type", kind);
    element.inner.push(Node::Trusted(text));
    element
}

/// A drawing whose shapes come from our own sprite.
pub fn drawing(class: &str, label: Option<&str>, shapes: &'static str) -> Element {
    let mut element = element("svg").class(class);
    element = match label {
        Some(label) => element.with("role", "img").with("aria-label", label),
        None => element.with("aria-hidden", "true"),
    };
    element.inner.push(Node::Trusted(shapes.to_owned()));
    element
}

impl Element {
    /// With this attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With this attribute, if there is a value for it.
    pub fn maybe_with(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With this attribute without a value, if it holds.
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        self.maybe_with(name, holds.then_some(""))
    }

    /// With this class.
    pub fn class(self, class: impl Into<String>) -> Self {
        self.with("class", class)
    }

    /// With this text after what is in it.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.inner.push(Node::Text(text.into()));
        self
    }

    /// With this element after what is in it.
    pub fn child(mut self, child: Element) -> Self {
        self.inner.push(Node::Element(child));
        self
    }

    /// With this element, if there is one.
    pub fn maybe(self, child: Option<Element>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// With these elements.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.inner.extend(children.into_iter().map(Node::Element));
        self
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The element as HTML.
    pub fn html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// What is in the element, as HTML.
    pub fn content(&self) -> String {
        let mut out = String::new();
        self.write_content(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        // Writing to a text cannot fail.
        let _ = write!(out, "<{}", self.name);
        for (name, value) in &self.attributes {
            let _ = write!(out, " {name}=\"{}\"", escape(value));
        }
        out.push('>');
        if VOID.contains(&self.name) {
            return;
        }
        self.write_content(out);
        let _ = write!(out, "</{}>", self.name);
        if matches!(
            self.name,
            "p" | "li"
                | "dd"
                | "section"
                | "h1"
                | "h2"
                | "h3"
                | "tr"
                | "ul"
                | "ol"
                | "dl"
                | "div"
                | "header"
                | "footer"
                | "main"
        ) {
            out.push('\n');
        }
    }

    fn write_content(&self, out: &mut String) {
        for node in &self.inner {
            match node {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escape(text)),
                Node::Trusted(markup) => out.push_str(markup),
            }
        }
    }
}

/// A text as HTML, for content and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(element: &Element, html: &str) {
        assert_eq!(element.html().replace('\n', ""), html);
    }

    #[test]
    fn what_comes_in_as_text_stays_text() {
        check(&told("p", "<b> & \"x\""), "<p>&lt;b&gt; &amp; &quot;x&quot;</p>");
        check(&link("a?b=\"c\"&d", "x"), "<a href=\"a?b=&quot;c&quot;&amp;d\">x</a>");
        check(
            &json_ld(&serde_json::json!({ "a": "</script>" })),
            "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script>\"}</script>",
        );
        check(&element("hr"), "<hr>");
    }
}
