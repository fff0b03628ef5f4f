//! What the plan begins from: earlier exports, and people already in Gong.

use crate::dom::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use crate::client::Given;
use crate::snapshot::Planned;
use crate::ui::icons::icon;
use crate::ui::state::{Choice, Export, State};
use crate::ui::words::counted;
use crate::ui::{files, setup, state::App};

impl State {
    /// Whether a file is one of those that the plan begins from.
    pub(crate) fn is_earlier(&'static self, id: u32) -> bool {
        self.earlier.with_untracked(|all| all.iter().any(|export| export.id == id))
    }

    /// Adds exports for the plan to begin from.
    pub(crate) fn add_earlier(&'static self, files: Vec<File>) {
        if files.is_empty() {
            return;
        }
        let exports: Vec<Export> = files.into_iter().map(|file| self.export(file, false)).collect();
        self.change_earlier(|all| all.extend(exports));
    }

    /// The plan begins from these, and no others; a check that is on its way hears of them, too.
    pub(crate) fn plan_from(&'static self, files: Vec<File>) {
        let exports: Vec<Export> = files.into_iter().map(|file| self.export(file, false)).collect();
        self.change_earlier(|all| *all = exports);
        self.plan.wanted.set(super::changes());
    }

    pub(crate) fn remove_earlier(&'static self, id: u32) {
        self.change_earlier(|all| all.retain(|export| export.id != id));
        self.focus("plan-title");
    }

    pub(crate) fn choose_earlier(&'static self, id: u32, change: impl FnOnce(&mut Choice)) {
        self.change_earlier(|all| {
            if let Some(export) = all.iter_mut().find(|export| export.id == id) {
                change(&mut export.choice);
            }
        });
    }

    /// The same files for the worker.
    pub(crate) fn earlier_given(&'static self) -> Vec<Given> {
        self.earlier.with_untracked(|all| all.iter().map(Export::given).collect())
    }

    fn change_earlier(&'static self, change: impl FnOnce(&mut Vec<Export>)) {
        // The worker hears of it before it is asked for the plan.
        let mut all = self.earlier.get_clone_untracked();
        change(&mut all);
        for export in &mut all {
            export.unreadable = None;
        }
        let given: Vec<Given> = all.iter().map(Export::given).collect();
        if let Some(checked) = self.checked.get_clone_untracked() {
            checked.client.earlier(&given);
        }
        self.earlier.set(all);
        self.plan.turn.update(|turn| *turn += 1);
    }

    /// Notes at each earlier export what was recognised. Nothing is asked because of it.
    pub(super) fn recognise_earlier(&'static self, planned: &Planned) {
        let mut seen = planned.seen.iter();
        let mut all = self.earlier.get_clone_untracked();
        for export in &mut all {
            let unread = planned.unread.iter().find(|unread| unread.file == export.id);
            export.unreadable = unread.map(|unread| unread.message.clone());
            export.seen = if unread.is_some() { None } else { seen.next().cloned().map(std::rc::Rc::new) };
        }
        if self.earlier.with_untracked(|now| *now != all) {
            self.earlier.set(all);
        }
    }
}

/// The slot, the files in it, and what is known of people already in Gong.
pub(super) fn card(app: App) -> View {
    let mark = icon("add");
    let in_gong = move || {
        let counts = app.checked.with(|checked| checked.as_ref()?.simulation.in_gong);
        match counts {
            Some(counts) => {
                let text = format!(
                    "{} already in Gong; what the plan does to them counts from there.",
                    counted(counts.people, "person is", "people are")
                );
                view! { p(class="hint") { (text) } }
            }
            None if app.earlier.with(|earlier| !earlier.is_empty()) => view! {},
            None => {
                view! { p(class="hint") { "No earlier export at hand? Add Gong's own list of team members under " a(href="#files") { "Files" } "." } }
            }
        }
    };
    let on_change = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let Some(list) = input.files() else { return };
        let chosen = setup::files_of(list);
        input.set_value("");
        app.add_earlier(chosen);
    };
    view! {
        section(class="card", aria-labelledby="plan-before") {
            h2(id="plan-before") { "Before" }
            (files::list(app, app.earlier))
            div(class="slot slot-earlier") {
                (mark)
                label(class="slot-label", r#for="earlier") { "Earlier exports" }
                span(class="slot-hint", aria-hidden="true") { "The export of the last push, of any shape: the plan says what has changed since." }
                input(id="earlier", r#type="file", multiple=true, on:change=on_change)
            }
            (in_gong())
        }
    }
}
