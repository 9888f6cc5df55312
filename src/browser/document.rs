//! The document: finding, focusing and measuring elements.

use crate::catalogue::Names;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// The first element within another that a selector finds.
pub fn find_in(around: &Element, selector: &str) -> Option<Element> {
    around.query_selector(selector).ok().flatten()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Sets an attribute of an element, or takes it away.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Sets a property of the style of an element.
pub fn set_style(element: &HtmlElement, name: &str, value: &str) {
    let _ = element.style().set_property(name, value);
}

/// The content of a `meta` element of this name.
pub fn meta(name: &str) -> Option<String> {
    find(&format!("meta[name={name}]"))?.get_attribute("content")
}

/// The code of the language of the page.
pub fn language() -> String {
    root_attribute("lang").unwrap_or_default()
}

/// The names of the record in the data block with this id. The browser reads the JSON: whoever opens the page for the first time needs no
/// other reader of it.
pub fn names(id: &str) -> Option<Names> {
    let text = by_id(id)?.text_content()?;
    let read = js_sys::JSON::parse(&text).ok()?;
    let list = |field: &str| {
        js_sys::Reflect::get(&read, &field.into())
            .ok()?
            .dyn_into::<Array>()
            .ok()
    };
    let strings = |list: Array| list.iter().map(|one| one.as_string()).collect::<Option<Vec<_>>>();
    let pair = |one: JsValue| {
        let pair = one.dyn_into::<Array>().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    Some(Names {
        bearers: list("bearers")?.iter().map(pair).collect::<Option<_>>()?,
        themes: strings(list("themes")?)?,
        instruments: strings(list("instruments")?)?,
        titles: strings(list("titles")?)?,
        open: strings(list("open")?)?,
        missing: list("missing").and_then(strings).unwrap_or_default(),
    })
}

/// The element in which the page is mounted.
pub fn root() -> Option<HtmlElement> {
    by_id("page")?.dyn_into().ok()
}

/// The nearest element around an event's target (itself included) that a selector finds.
pub fn around(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// The nearest element around an event's target (itself included) that has this attribute, and the attribute's value.
pub fn data_of(event: &Event, attribute: &str) -> Option<(Element, String)> {
    let element = around(event, &format!("[{attribute}]"))?;
    let value = element.get_attribute(attribute)?;
    Some((element, value))
}

/// Focuses the first element that a selector finds, and brings it into view by the shortest way. `false` if there is none.
pub fn focus(selector: &str) -> bool {
    let focused = focus_in_place(selector);
    if let Some(element) = &focused {
        bring_into_view(element);
    }
    focused.is_some()
}

/// Focuses the first element that a selector finds, where it is: the page stays as it stands, and need not be laid out for it. Answers the element.
///
/// By itself, the browser brings the middle of what it focuses into view: of the list, obligations that nobody asked for.
pub fn focus_in_place(selector: &str) -> Option<HtmlElement> {
    let element = find(selector)?.dyn_into::<HtmlElement>().ok()?;
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok()?;
    Some(element)
}

/// How often `reveal` looks again: rows that were never drawn take their true height only when they come near.
const LOOKS: u8 = 4;

/// Brings an element into view, if it is not, by the shortest way.
pub fn reveal(selector: &str) {
    look_again(selector.to_owned(), LOOKS);
}

fn look_again(selector: String, looks: u8) {
    let Some(element) = find(&selector) else { return };
    bring_into_view(&element);
    if looks > 1 {
        super::window::before_paint(move || look_again(selector, looks - 1));
    }
}

fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings the beginning of an element that scrolls by itself, or of the page, into view.
pub fn to_beginning(selector: &str) {
    if let Some(element) = find(selector) {
        element.set_scroll_top(0);
    }
}

/// Closes the open dialog as Escape does: it gives the focus back.
pub fn close_dialog() {
    if let Some(dialog) = find("dialog[open]").and_then(|dialog| dialog.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Marks a box or a radio button, or takes its mark away.
pub fn set_checked(element: &Element, on: bool) {
    if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        input.set_checked(on);
    }
}

/// Whether a box or a radio button is marked.
pub fn is_checked(element: &Element) -> bool {
    let input = element.dyn_ref::<web_sys::HtmlInputElement>();
    input.is_some_and(web_sys::HtmlInputElement::checked)
}

/// Sets what an element says, where it says something else.
pub fn tell(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Gives an element a class, or takes it away.
pub fn set_class(element: &Element, name: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(name, on);
}

/// Calls back at each event of this name on an element or in it.
pub fn listen(element: &Element, name: &str, call: impl Fn(Event) + 'static) {
    listen_boxed(element, name, Box::new(call));
}

fn listen_boxed(element: &Element, name: &str, call: Box<dyn Fn(Event)>) {
    let call = Closure::<dyn Fn(Event)>::wrap(call);
    let _ = element.add_event_listener_with_callback(name, call.as_ref().unchecked_ref());
    call.forget();
}

/// What is typed or chosen in the first field that a selector finds.
pub fn value(selector: &str) -> String {
    let Some(element) = find(selector) else {
        return String::new();
    };
    if let Some(select) = element.dyn_ref::<web_sys::HtmlSelectElement>() {
        return select.value();
    }
    let input = element.dyn_ref::<web_sys::HtmlInputElement>();
    input.map(web_sys::HtmlInputElement::value).unwrap_or_default()
}

/// Types a text into the field that a selector finds, where it says something else.
pub fn set_typed(selector: &str, text: &str) {
    let element = find(selector);
    if let Some(input) = element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
        && input.value() != text
    {
        input.set_value(text);
    }
}

/// Gives a value to the list of choices that a selector finds.
pub fn set_value(selector: &str, value: &str) {
    let element = find(selector);
    if let Some(select) = element.and_then(|element| element.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
        select.set_value(value);
    }
}

/// Focuses a field and selects all that stands in it, to be copied by hand.
pub fn select_text(selector: &str) {
    if focus(selector)
        && let Some(field) = focused().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.select();
    }
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Whether the focus is where letters are typed.
pub fn is_typing() -> bool {
    focused().is_some_and(|element| {
        let name = element.tag_name();
        let kind = element.get_attribute("type").unwrap_or_default();
        let text_input = name == "INPUT" && !matches!(kind.as_str(), "checkbox" | "radio" | "button");
        text_input || name == "TEXTAREA" || name == "SELECT"
    })
}

/// Tells the text field in which somebody types that its value stands: what the page would hear when the field is left.
pub fn settle_typing() {
    if let Some(field) = focused().filter(|field| field.tag_name() == "TEXTAREA") {
        let bubbling = web_sys::EventInit::new();
        bubbling.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("change", &bubbling) {
            let _ = field.dispatch_event(&event);
        }
    }
}

/// Leaves the text field in which somebody types, as a click beside it would: what it says is heard while there is somebody to hear.
pub fn leave_field() {
    if let Some(field) = focused().filter(|field| field.tag_name() == "TEXTAREA") {
        let _ = field.blur();
    }
}

/// Where an element stands in the window: left, top, right, bottom, in CSS pixels.
pub fn place_of(element: &Element) -> (f64, f64, f64, f64) {
    let place = element.get_bounding_client_rect();
    (place.left(), place.top(), place.right(), place.bottom())
}

/// Width and height of the window, in CSS pixels.
pub fn size() -> (f64, f64) {
    let measure =
        |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value: wasm_bindgen::JsValue| value.as_f64());
    let window = web_sys::window();
    let width = window.as_ref().and_then(|window| measure(window.inner_width()));
    let height = window.as_ref().and_then(|window| measure(window.inner_height()));
    (width.unwrap_or_default(), height.unwrap_or_default())
}

/// Whether the window is as narrow as a phone's (760 CSS pixels in `style/`): one thing is seen at a time.
pub fn is_small() -> bool {
    size().0 < 760.0
}

/// Sets an attribute of the root element (`data-theme`).
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// An attribute of the root element.
pub fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Takes an attribute of the root element away.
pub fn remove_root_attribute(name: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.remove_attribute(name);
    }
}

/// All elements that a selector finds, in their order.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let root = document().and_then(|document| document.document_element());
    root.map_or_else(Vec::new, |root| all_in(&root, selector))
}

/// All elements within another that a selector finds, in their order.
pub fn all_in(around: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = around.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|place| list.item(place)?.dyn_into::<HtmlElement>().ok())
        .collect()
}

/// Whether the page is dark now: by the reader's choice, or by the system.
pub fn is_dark() -> bool {
    match root_attribute("data-theme").as_deref() {
        Some(theme) => theme == "dark",
        None => web_sys::window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
            .is_some_and(|query| query.matches()),
    }
}
