//! Fields over parts of the settings, each with what is wrong or doubtful right below it.

use std::rc::Rc;

use crate::dom::prelude::*;
use sycamore_web::events::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::item::Path;
use crate::ui::marks::{Reach, invalid, notes};
use crate::ui::state::App;

/// What all fields have.
pub(super) struct Field {
    pub(super) app: App,
    pub(super) id: String,
    pub(super) label: String,
    pub(super) path: Path,
    pub(super) hint: &'static str,
}

type Get<T> = Rc<dyn Fn() -> T>;
type Set<T> = Rc<dyn Fn(T)>;

pub(super) fn input_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target().and_then(|target| target.dyn_into().ok())
}

impl Field {
    /// The ids of hint and notes, and these themselves.
    fn below(&self) -> (String, View) {
        let (hint, notes_id) = (format!("{}-hint", self.id), format!("{}-notes", self.id));
        let described = if self.hint.is_empty() { notes_id.clone() } else { format!("{notes_id} {hint}") };
        let path = Rc::clone(&self.path);
        let notes = notes(self.app, notes_id, move || path(), Reach::Here);
        let text = self.hint;
        let hint = if text.is_empty() {
            view! {}
        } else {
            view! { p(class="hint", id=hint) { (text) } }
        };
        (described, view! { (hint) (notes) })
    }

    /// One line of text. Every letter counts at once.
    pub(super) fn text(
        self,
        list: &'static str,
        get: impl Fn() -> String + 'static,
        set: impl Fn(String) + 'static,
    ) -> View {
        let (described, below) = self.below();
        let Field { app, id, label, path, .. } = self;
        let now = create_selector(get);
        let refused = invalid(app, {
            let path = Rc::clone(&path);
            move || path()
        });
        let typed = move |event: web_sys::Event| {
            if let Some(input) = input_of(&event) {
                set(input.value());
            }
        };
        let list = Some(list).filter(|list| !list.is_empty());
        let label_for = id.clone();
        view! {
            div(class="field") {
                label(r#for=label_for) { (label) }
                input(
                    id=id, r#type="text", list=list, autocomplete="off", "spellcheck"="false", data-path=path(),
                    aria-describedby=described, aria-invalid=refused.get(),
                    prop:value=now.get_clone(), on:input=typed, on:change=move |_| app.settle()
                )
                (below)
            }
        }
    }

    /// A whole number, or nothing.
    pub(super) fn number(
        self,
        placeholder: &'static str,
        get: impl Fn() -> Option<u32> + 'static,
        set: impl Fn(Option<u32>) + 'static,
    ) -> View {
        let (field, below) = self.number_and_below(placeholder, get, set);
        view! { div(class="field field-number") { (field) (below) } }
    }

    /// The same in two parts, for where there is no room below the field.
    pub(super) fn number_and_below(
        self,
        placeholder: &'static str,
        get: impl Fn() -> Option<u32> + 'static,
        set: impl Fn(Option<u32>) + 'static,
    ) -> (View, View) {
        let (described, below) = self.below();
        let Field { app, id, label, path, .. } = self;
        let now = create_selector(move || get().map_or_else(String::new, |number| number.to_string()));
        let wrong = create_signal(false);
        let typed = move |event: web_sys::Event| {
            let Some(input) = input_of(&event) else { return };
            let text = input.value();
            // A number field has no text while what is typed is no number.
            let none = text.trim().is_empty() && !input.validity().bad_input();
            let number = text.trim().parse::<u32>().ok();
            wrong.set(!none && number.is_none());
            if none || number.is_some() {
                set(number);
            }
        };
        let label_for = id.clone();
        let field = view! {
            label(r#for=label_for) { (label) }
            input(
                id=id, r#type="number", min="0", step="1", inputmode="numeric", autocomplete="off", placeholder=placeholder, data-path=path(),
                aria-describedby=described, aria-invalid=wrong.get().then_some("true"),
                prop:value=now.get_clone(), on:input=typed, on:change=move |_| app.settle()
            )
        };
        let below = view! {
            (if wrong.get() { view! { p(class="problem small", role="alert") { "Not a whole number; the last one stands." } } } else { view! {} })
            (below)
        };
        (field, below)
    }

    /// A box to tick.
    pub(super) fn check(self, get: impl Fn() -> bool + 'static, set: impl Fn(bool) + 'static) -> View {
        let (described, below) = self.below();
        let Field { id, label, path, .. } = self;
        let on = create_selector(get);
        let ticked = move |event: web_sys::Event| {
            if let Some(input) = input_of(&event) {
                set(input.checked());
            }
        };
        view! {
            div(class="check") {
                label {
                    input(id=id, r#type="checkbox", data-path=path(), aria-describedby=described, prop:checked=on.get(), on:change=ticked)
                    span { (label) }
                }
                (below)
            }
        }
    }

    /// A menu. `choices` gives values with their words.
    pub(super) fn choice(
        self,
        choices: impl Fn() -> Vec<(String, String)> + 'static,
        get: impl Fn() -> String + 'static,
        set: impl Fn(String) + 'static,
    ) -> View {
        let (described, below) = self.below();
        let Field { app, id, label, path, .. } = self;
        let refused = invalid(app, {
            let path = Rc::clone(&path);
            move || path()
        });
        let now = create_selector(move || (choices(), get()));
        let options = move || {
            let (choices, now) = now.get_clone();
            let option = |(value, text): (String, String)| {
                let selected = value == now;
                view! { option(value=value, selected=selected) { (text) } }
            };
            choices.into_iter().map(option).collect::<Vec<View>>()
        };
        let chosen = move |event: web_sys::Event| {
            if let Some(select) =
                event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
            {
                set(select.value());
            }
        };
        let label_for = id.clone();
        view! {
            div(class="field") {
                label(r#for=label_for) { (label) }
                span(class="select") {
                    select(id=id, data-path=path(), aria-describedby=described, aria-invalid=refused.get(), on:change=chosen) { (options()) }
                }
                (below)
            }
        }
    }

    /// One of a few, each with its consequence. Values, words and consequences stay as they are.
    pub(super) fn radios(
        self,
        choices: &'static [(&'static str, &'static str, &'static str)],
        get: impl Fn() -> &'static str + 'static,
        set: impl Fn(&'static str) + 'static,
    ) -> View {
        let (described, below) = self.below();
        let Field { id, label, path, .. } = self;
        let now = create_selector(get);
        let set: Set<&'static str> = Rc::new(set);
        let options: Vec<View> = choices
            .iter()
            .map(|&(value, words, consequence)| {
                let set = Rc::clone(&set);
                let (own, name) = (format!("{id}-{value}"), id.clone());
                let about = format!("{own}-about");
                let described = about.clone();
                view! {
                    div(class="radio") {
                        label {
                            input(id=own, r#type="radio", name=name, value=value, aria-describedby=described, prop:checked=now.get() == value, on:change=move |_| set(value))
                            span { (words) }
                        }
                        p(class="hint", id=about) { (consequence) }
                    }
                }
            })
            .collect();
        view! {
            fieldset(class="group", data-path=path(), aria-describedby=described) {
                legend { (label) }
                (options)
                (below)
            }
        }
    }
}

/// A field to type a new thing into, with a button that adds it. Names that are known are offered.
pub(super) struct Adder {
    pub(super) app: App,
    pub(super) id: String,
    pub(super) label: String,
    pub(super) button: String,
    pub(super) placeholder: &'static str,
    /// Names, each with something to say of it.
    pub(super) offers: Get<Vec<(String, String)>>,
    /// Gives whether the text was taken.
    pub(super) add: Rc<dyn Fn(&str) -> bool>,
}

impl Adder {
    pub(super) fn view(self) -> View {
        let Adder { app, id, label, button, placeholder, offers, add } = self;
        let text = create_signal(String::new());
        let list = format!("{id}-list");
        let offers = create_selector(move || offers());
        let options = move || {
            let option = |(name, about): (String, String)| {
                let about = Some(about).filter(|about| !about.is_empty());
                view! { option(value=name, label=about) }
            };
            offers.get_clone().into_iter().map(option).collect::<Vec<View>>()
        };
        let input = id.clone();
        let take = Rc::new(move || {
            if add(&text.get_clone_untracked()) {
                text.set(String::new());
            }
            app.focus(&input);
        });
        let on_key = {
            let take = Rc::clone(&take);
            move |event: KeyboardEvent| {
                if event.key() == "Enter" {
                    event.prevent_default();
                    take();
                }
            }
        };
        let (list_id, label_for) = (list.clone(), id.clone());
        view! {
            div(class="adder") {
                label(class="unseen", r#for=label_for) { (label) }
                input(id=id, r#type="text", list=list, autocomplete="off", "spellcheck"="false", placeholder=placeholder, bind:value=text, on:keydown=on_key)
                datalist(id=list_id) { (options()) }
                button(r#type="button", on:click=move |_| take()) { (button) }
            }
        }
    }
}
