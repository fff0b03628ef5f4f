//! "local": what leaves the machine, how to see that for oneself, and which data judges.

use crate::dom::prelude::*;
use sycamore_web::events::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::App;
use crate::host::Place;
use rollcall::reference::VERSIONS;

const KEPT: &str = "People are held in memory only and are gone when the page is closed. The settings and the ticks of the set-up guide are remembered in this browser; they name domains and groups, and no person.";

pub(crate) fn panel(app: App, open: Signal<bool>) -> View {
    let heading = create_node_ref();
    on_mount(move || {
        if let Some(node) = heading.try_get() {
            let _ = node.unchecked_into::<HtmlElement>().focus();
        }
    });
    let close = move || {
        open.set(false);
        app.focus("local-button");
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    let sealed = app.place == Place::File;
    view! {
        section(class="local-panel", aria-labelledby="local-title", on:keydown=on_key) {
            div(class="panel-head") {
                h2(id="local-title", tabindex="-1", r#ref=heading) { (if sealed { "This file cannot send data" } else { "Nothing leaves this machine" }) }
                button(r#type="button", class="quiet", on:click=move |_| close()) { "Close" }
            }
            (match app.place {
                Place::Page => page(),
                Place::File => file(),
                Place::Element => element(app),
            })
            h3 { "What judges" }
            dl(class="facts") {
                dt { "Rollcall" } dd { (env!("CARGO_PKG_VERSION")) }
                dt { "Time zone database" } dd { (VERSIONS.time_zones) }
                dt { "Countries and states" } dd { (VERSIONS.iso_3166) }
                dt { "Languages and weekends" } dd { (VERSIONS.cldr) }
            }
        }
    }
}

/// Of the page that comes from somewhere.
fn page() -> View {
    view! {
        p { "Files are read by this page, in this browser. There is no server behind it, and its policy forbids it to talk to any other. " (KEPT) }
        h3 { "See for yourself" }
        ul {
            li { "Open the browser's developer tools, choose Network, and drop a file: nothing but this page's own files is listed." }
            li { "Or read the page's policy, in the head of its source: it may connect to its own address and to no other." }
        }
    }
}

/// Of an element, which has no say in what the page around it does.
fn element(app: App) -> View {
    let kept = move || {
        if app.hosted.keeps.get() {
            "People are held in memory only. The settings are the page's around: Save hands them over, and nothing is kept in this browser."
        } else {
            KEPT
        }
    };
    view! {
        p { "Files are read by this part of the page, in this browser, and it sends nothing anywhere. What the page around it may connect to, the policy of that page says. " (kept()) }
        h3 { "See for yourself" }
        ul {
            li { "Open the browser's developer tools, choose Network, and drop a file: no address is listed but those of Rollcall's own files." }
        }
    }
}

/// Of the page that is one file.
fn file() -> View {
    view! {
        p { "All of Rollcall is in this one file, and its own policy lets it connect to nothing. The browser holds it to that, whatever the scripts in it try. " (KEPT) }
        h3 { "See for yourself" }
        ul {
            li { "Open this file in a text editor. Its first lines hold the policy: " code { "connect-src 'none'" } ", and the fingerprint of every script that may run." }
            li { "Switch the network off, and use it: everything works." }
            li { "Open the browser's developer tools, choose Network, and drop a file: no address is listed." }
        }
    }
}
