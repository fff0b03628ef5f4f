//! A list of names, one removable token each, with a field to add another.

use std::rc::Rc;

use crate::dom::prelude::*;

use super::fields::Adder;
use super::item::Path;
use crate::ui::icons::icon;
use crate::ui::marks::{Reach, notes};
use crate::ui::state::App;

/// As many names are offered as buttons; all are offered while typing.
const OFFERED: usize = 6;

pub(super) struct Tokens {
    pub(super) app: App,
    pub(super) id: String,
    pub(super) label: Rc<dyn Fn() -> String>,
    /// What one of them is called: `group`.
    pub(super) noun: &'static str,
    pub(super) path: Path,
    pub(super) hint: &'static str,
    pub(super) placeholder: &'static str,
    pub(super) get: Rc<dyn Fn() -> Vec<String>>,
    /// Takes what was done and the new list.
    pub(super) set: Rc<dyn Fn(String, Vec<String>)>,
    /// Names to choose from, each with something short to say of it.
    pub(super) offers: Rc<dyn Fn() -> Vec<(String, String)>>,
    /// Names are offered as buttons, too.
    pub(super) buttons: bool,
    /// Something short to say of one that was chosen.
    pub(super) about: Rc<dyn Fn(&str) -> String>,
    /// The form in which two of them are the same.
    pub(super) same: fn(&str) -> String,
}

impl Tokens {
    pub(super) fn view(self) -> View {
        let Tokens { app, id, label, noun, path, hint, placeholder, get, set, offers, buttons, about, same } =
            self;
        let now = create_selector({
            let get = Rc::clone(&get);
            move || get()
        });
        let add: Rc<dyn Fn(&str) -> bool> = Rc::new({
            let set = Rc::clone(&set);
            move |text| {
                let text = text.trim();
                let mut all = now.get_clone_untracked();
                if text.is_empty() {
                    app.say(format!("Type the name of a {noun} first."));
                    return false;
                }
                if all.iter().any(|one| same(one) == same(text)) {
                    app.say(format!("{text} is there already."));
                    return true;
                }
                all.push(text.to_owned());
                set(format!("{noun} {text} added"), all);
                app.say(format!("{text} added."));
                true
            }
        });
        let open = create_selector({
            let offers = Rc::clone(&offers);
            move || {
                let taken: Vec<String> = now.with(|all| all.iter().map(|one| same(one)).collect());
                offers().into_iter().filter(|offer| !taken.contains(&same(&offer.0))).collect::<Vec<_>>()
            }
        });
        let adder = Adder {
            app,
            id: id.clone(),
            label: format!("New {noun}"),
            button: format!("Add {noun}"),
            placeholder,
            offers: Rc::new(move || open.get_clone()),
            add: Rc::clone(&add),
        };
        let (title, hint_id, notes_id) = (format!("{id}-title"), format!("{id}-hint"), format!("{id}-notes"));
        let about = create_selector({
            let path = Rc::clone(&path);
            move || {
                let path = path();
                let chips = now.get_clone().into_iter().enumerate().map(|(at, name)| {
                    let own = format!("{path}/{at}");
                    let worst = app.edit.marks.with(|marks| {
                        marks
                            .iter()
                            .filter(|mark| mark.path == own)
                            .map(|mark| mark.severity)
                            .min_by_key(|name| rank(name))
                    });
                    (about(&name), name, own, worst)
                });
                chips.collect::<Vec<Chip>>()
            }
        });
        let chips = {
            let (id, set) = (id.clone(), Rc::clone(&set));
            move || {
                let all = about.get_clone();
                let chips: Vec<View> = all
                    .into_iter()
                    .enumerate()
                    .map(|(at, own)| {
                        let (set, own_id) = (Rc::clone(&set), id.clone());
                        let remove = move || {
                            let mut all = now.get_clone_untracked();
                            if at < all.len() {
                                let name = all.remove(at);
                                let next = if all.is_empty() {
                                    own_id.clone()
                                } else {
                                    format!("{own_id}-chip-{}", at.min(all.len() - 1))
                                };
                                set(format!("{noun} {name} removed"), all);
                                app.say(format!("{name} removed."));
                                app.focus_soon(next);
                            }
                        };
                        chip(format!("{id}-chip-{at}"), noun, own, remove)
                    })
                    .collect();
                if chips.is_empty() {
                    view! {}
                } else {
                    view! { ul(class="chips") { (chips) } }
                }
            }
        };
        let picks = move || {
            let all = open.get_clone();
            if !buttons || all.is_empty() {
                return view! {};
            }
            let picks: Vec<View> = all.into_iter().take(OFFERED).map(|(name, about)| {
                let add = Rc::clone(&add);
                let (mark, text, spoken) = (icon("add"), name.clone(), format!("Add {name} {about}"));
                view! {
                    li { button(r#type="button", class="pick", aria-label=spoken, on:click=move |_| { add(&name); }) { (mark) span { (text) } " " span(class="quiet-text") { (about) } } }
                }
            }).collect();
            view! { ul(class="picks", aria-label="In the files") { (picks) } }
        };
        let adder = adder.view();
        let within = notes(
            app,
            notes_id.clone(),
            {
                let path = Rc::clone(&path);
                move || path()
            },
            Reach::Within,
        );
        let described = if hint.is_empty() { notes_id } else { format!("{notes_id} {hint_id}") };
        let labelled = title.clone();
        view! {
            div(class="field tokens", role="group", aria-labelledby=labelled, aria-describedby=described, data-path=path()) {
                span(class="field-title", id=title) { (label()) }
                (chips())
                (adder)
                (picks())
                p(class="hint", id=hint_id) { (hint) }
                (within)
            }
        }
    }
}

/// What is said of a token, the token, its path, and the gravest mark on it.
type Chip = (String, String, String, Option<&'static str>);

fn rank(severity: &str) -> u8 {
    match severity {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    }
}

fn chip(id: String, noun: &'static str, own: Chip, remove: impl Fn() + 'static) -> View {
    let (about, name, path, worst) = own;
    let class = worst.map_or_else(|| "chip".to_owned(), |severity| format!("chip chip-{severity}"));
    let mark = worst.map_or_else(View::new, icon);
    let (verb, cross) = (format!("Remove {noun} {name}"), icon("close"));
    view! {
        li(class=class) {
            (mark)
            span(class="chip-name") { (name) }
            span(class="quiet-text") { (about) }
            button(r#type="button", class="quiet icon-button", id=id, aria-label=verb, data-path=path, on:click=move |_| remove()) { (cross) }
        }
    }
}
