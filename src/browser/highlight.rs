//! Marks found words in the page without touching it: the CSS Custom Highlight API, where the browser has it.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The name of the highlight in the style sheet: `::highlight(found)`.
const NAME: &str = "found";

/// Marks runs of characters (in UTF-16 units) of the first text in each of these elements, in place of what was marked before.
/// Does nothing in a browser that has no highlights.
pub fn mark(found: &[(String, Vec<(u32, u32)>)]) {
    let _ = try_mark(found);
}

fn try_mark(found: &[(String, Vec<(u32, u32)>)]) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let highlights = Reflect::get(&Reflect::get(&window, &"CSS".into())?, &"highlights".into())?;
    let maker: Function = Reflect::get(&window, &"Highlight".into())?.dyn_into()?;
    let delete: Function = Reflect::get(&highlights, &"delete".into())?.dyn_into()?;
    delete.call1(&highlights, &NAME.into())?;
    let ranges = Array::new();
    for (id, spans) in found {
        let text = document
            .get_element_by_id(id)
            .and_then(|row| row.query_selector(".title").ok().flatten());
        let Some(node) = text.and_then(|title| title.first_child()) else {
            continue;
        };
        for &(start, end) in spans {
            let range = document.create_range()?;
            range.set_start(&node, start)?;
            range.set_end(&node, end)?;
            ranges.push(&range);
        }
    }
    if ranges.length() > 0 {
        let highlight = Reflect::construct(&maker, &ranges)?;
        let set: Function = Reflect::get(&highlights, &"set".into())?.dyn_into()?;
        set.call2(&highlights, &NAME.into(), &highlight)?;
    }
    Ok(())
}
