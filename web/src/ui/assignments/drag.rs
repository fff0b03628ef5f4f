//! Moving an assignment with the pointer. The buttons do the same for everyone else.

use crate::dom::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, PointerEvent};

use super::actions;
use super::item::Item;
use crate::ui::icons::icon;

/// What is being dragged, and before which place it would be dropped.
pub(super) type Drag = Signal<Option<(u32, usize)>>;

pub(super) fn handle(item: Item, drag: Drag) -> View {
    let start = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        event.prevent_default();
        let target = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        if let Some(target) = target {
            let _ = target.set_pointer_capture(event.pointer_id());
        }
        drag.set(item.place().map(|place| (item.key, place)));
    };
    let go = move |event: PointerEvent| {
        if drag.with_untracked(Option::is_some) {
            let now = Some((item.key, place_at(item, f64::from(event.client_y()))));
            if drag.get_untracked() != now {
                drag.set(now);
            }
        }
    };
    let drop = move |_: PointerEvent| {
        if let (Some((_, before)), Some(from)) = (drag.take(), item.place()) {
            // Taking it out moves everything behind it up by one.
            actions::move_to(item, if before > from { before - 1 } else { before }, "edit");
        }
    };
    let sign = icon("grip");
    view! {
        span(
            class="handle", aria-hidden="true", title="Drag to another place",
            on:pointerdown=start, on:pointermove=go, on:pointerup=drop, on:pointercancel=move |_| drag.set(None)
        ) { (sign) }
    }
}

/// Before which place something at this height of the window would stand.
fn place_at(item: Item, y: f64) -> usize {
    item.app.edit.keys.with_untracked(|keys| {
        let above = |key: &u32| {
            let head = item.app.by_id(&Item { key: *key, ..item }.id("head"));
            head.is_some_and(|head| {
                let frame = head.get_bounding_client_rect();
                frame.top() + frame.height() / 2.0 < y
            })
        };
        keys.iter().take_while(|key| above(key)).count()
    })
}
