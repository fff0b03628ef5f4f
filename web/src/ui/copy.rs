//! What is taken away is downloaded. A frame may be forbidden to download and is not told so: there a copy is offered
//! beside every download.

use crate::dom::prelude::*;
use gloo_file::ObjectUrl;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlAnchorElement, HtmlElement, HtmlTextAreaElement, TextDecoder};

use super::state::{App, State};

/// Nobody pastes more than so many bytes.
const LONGEST: f64 = 64e6;

/// Something that was downloaded, and can be copied too.
#[derive(Clone, PartialEq)]
pub(crate) struct Offer {
    /// Tells it from others of its name.
    id: u32,
    name: String,
    blob: Blob,
    /// Label of its encoding.
    encoding: Option<&'static str>,
    /// The text, where the clipboard may not be written: to be copied by hand.
    text: Option<String>,
}

impl State {
    /// Downloads a file; where that may be forbidden, offers to copy it.
    pub(crate) fn hand_over(&'static self, blob: &Blob, name: &str, encoding: Option<&'static str>) {
        download(self, blob, name);
        if self.place.is_embedded() || is_framed() {
            self.offers.update(|offers| {
                let id = offers.last().map_or(0, |last| last.id + 1);
                // What is taken anew takes the place of what was taken before.
                offers.retain(|other| other.name != name);
                offers.push(Offer { id, name: name.to_owned(), blob: blob.clone(), encoding, text: None });
            });
            self.say(format!("{name} went to your downloads. If this page may not download, copy it."));
        }
    }

    /// Encoding of the file of an input, as the platform labels it.
    pub(super) fn encoding_of(&'static self, input: usize) -> Option<&'static str> {
        let checked = self.checked.get_clone_untracked()?;
        let name = checked.files.names.get(input)?.clone();
        self.files.with_untracked(|all| {
            let seen = all.iter().filter_map(|export| export.seen.as_ref()).find(|seen| seen.name == name)?;
            ["utf-16le", "utf-16be", "windows-1252"]
                .into_iter()
                .find(|label| seen.encoding.as_deref() == Some(*label))
        })
    }
}

/// The page is part of another, which may forbid it things.
fn is_framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    !matches!(window.parent(), Ok(Some(parent)) if parent == window)
}

fn download(app: App, blob: &Blob, name: &str) {
    let document = app.root().and_then(|root| root.owner_document());
    let Some(Ok(link)) = document.map(|document| document.create_element("a")) else {
        return;
    };
    let url = ObjectUrl::from(gloo_file::Blob::from(blob.clone()));
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.unchecked_ref::<HtmlElement>().click();
    // The browser has begun by then; dropping the URL earlier would end the download.
    Timeout::new(60_000, move || drop(url)).forget();
}

/// The offers, until they are taken or dismissed.
pub(super) fn offers(app: App) -> View {
    let shown = move || {
        app.offers.get_clone().into_iter().map(|offer| self::offer(app, offer)).collect::<Vec<View>>()
    };
    view! { div(class="offer-place") { (shown()) } }
}

fn offer(app: App, offer: Offer) -> View {
    let (id, name) = (offer.id, offer.name.clone());
    let dismiss = move |_| {
        close(app, id);
        app.keep_focus();
    };
    match offer.text.clone() {
        Some(text) => {
            let field_id = format!("copy-text-{id}");
            let field = by_hand(field_id.clone(), text);
            view! {
                div(class="toast offer") {
                    label(r#for=field_id) { strong { (name) } " may not be put on the clipboard by this page. It is marked: press Ctrl+C, or ⌘C." }
                    (field)
                    button(r#type="button", class="quiet", on:click=dismiss) { "Dismiss" }
                }
            }
        }
        None => view! {
            div(class="toast offer") {
                span { strong { (name) } " went to your downloads. If this page may not download, copy it." }
                button(r#type="button", on:click=move |_| copy(app, offer.clone())) { "Copy" }
                button(r#type="button", class="quiet", on:click=dismiss) { "Dismiss" }
            }
        },
    }
}

fn close(app: App, id: u32) {
    app.offers.update(|offers| offers.retain(|offer| offer.id != id));
}

/// The text itself, marked, where the clipboard is out of reach.
fn by_hand(id: String, text: String) -> View {
    let field = create_node_ref();
    on_mount(move || {
        if let Some(field) = field.try_get() {
            let field: HtmlTextAreaElement = field.unchecked_into();
            let _ = field.focus();
            field.select();
        }
    });
    view! { textarea(id=id, rows="4", readonly=true, "spellcheck"="false", r#ref=field, prop:value=text) }
}

fn copy(app: App, offer: Offer) {
    spawn_local(async move {
        let text = read(&offer).await;
        if !app.is_alive() {
            return;
        }
        let Some(text) = text else {
            return app.say(format!("{} is too long to be copied.", offer.name));
        };
        let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
        // Where a page is not secure there is no clipboard.
        let clipboard = clipboard.filter(|clipboard| !clipboard.is_undefined());
        let copied = match clipboard {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        if !app.is_alive() {
            return;
        }
        // The person may have gone elsewhere meanwhile, and stays there.
        let is_here = app.active().is_some();
        if copied {
            close(app, offer.id);
            app.say(format!("{} is copied.", offer.name));
            if is_here {
                app.keep_focus();
            }
        } else {
            app.offers.update(|offers| {
                if let Some(held) = offers.iter_mut().find(|held| held.id == offer.id) {
                    held.text = Some(text);
                }
            });
        }
    });
}

/// The text of a file; nothing if it is too long.
async fn read(offer: &Offer) -> Option<String> {
    if offer.blob.size() > LONGEST {
        return None;
    }
    let Some(label) = offer.encoding else {
        return JsFuture::from(offer.blob.text()).await.ok()?.as_string();
    };
    let bytes = JsFuture::from(offer.blob.array_buffer()).await.ok()?;
    let decoder = TextDecoder::new_with_label(label).ok()?;
    decoder.decode_with_buffer_source(bytes.unchecked_ref()).ok()
}
