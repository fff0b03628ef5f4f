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
                dt { "Licences" } dd { "MIT or Apache 2.0; " (licences(app.place)) }
            }
        }
    }
}

/// Something that anyone can try, and what there is to see.
fn proof(name: &'static str, text: impl Into<View>) -> View {
    let text = text.into();
    view! { li { strong { (name) } " " (text) } }
}

fn watch(listed: &'static str) -> View {
    let text = format!("Open the browser's developer tools (F12), choose Network, and drop a file: {listed}");
    proof("Watch the network.", text)
}

fn look(kept: &'static str) -> View {
    let text =
        format!("The same tools list it under Application, in Firefox under Storage: {kept}, and no person.");
    proof("Look at what is kept.", text)
}

fn source() -> View {
    proof("Read the source.", "It is open, and you can build the page of it yourself.")
}

/// Of the page that comes from somewhere.
fn page() -> View {
    view! {
        p { "Files are read by this page, in this browser, and go nowhere. There is no server behind it. " (KEPT) }
        h3 { "See for yourself" }
        ul {
            (watch("no address is listed but those of this page's own files."))
            (proof("Go offline.", "Switch the network off, and check a file: everything works."))
            (proof("Read the policy.", view! {
                "It stands in the head of the page's source, and the browser holds the page to it. " code { "connect-src 'self'" }
                ": it may ask its own address for its own files, and no other for anything."
            }))
            (look("settings, ticks and the page's own files"))
            (proof("Take the page as one file.", view! {
                "The file rollcall.html of each release opens from a disk, and its policy says " code { "connect-src 'none'" } ": it may connect to nothing at all."
            }))
            (source())
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
            (watch("Rollcall asks for its own files, and for nothing else."))
            (proof("Read the policy.", view! {
                "It is the page's around, in its source or its headers: " code { "connect-src" } " says to whom anything could be sent."
            }))
            (source())
        }
    }
}

/// Of the page that is one file.
fn file() -> View {
    view! {
        p { "All of Rollcall is in this one file, and its own policy lets it connect to nothing. The browser holds it to that, whatever the scripts in it try. " (KEPT) }
        h3 { "See for yourself" }
        ul {
            (proof("Read the policy.", view! {
                "Open this file in a text editor. Its first lines say " code { "connect-src 'none'" } ", and the fingerprint of every script that may run."
            }))
            (proof("Go offline.", "Switch the network off, and check a file: everything works."))
            (watch("no address is listed."))
            (look("settings and ticks"))
            (source())
        }
    }
}

/// Under which licences its parts are.
fn licences(place: Place) -> View {
    const NAME: &str = "THIRD-PARTY.txt";
    match place {
        Place::Page => view! { a(href=NAME, "target"="_blank", "rel"="noopener") { "those of its parts" } },
        Place::File => view! { "those of its parts at the end of this file" },
        Place::Element => view! { "those of its parts in " (NAME) " of the package" },
    }
}
