//! One assignment of the list, or the default one, wherever it stands now.

use std::rc::Rc;

use crate::ui::settings::DEFAULT_KEY;
use crate::ui::state::App;
use rollcall::assignment::{AssignmentUse, DEFAULT, Simulation};
use rollcall::settings::{Assignment, Draft};

/// Where something stands in the settings, as a JSON Pointer; it changes when assignments are moved.
pub(super) type Path = Rc<dyn Fn() -> String>;

/// A path that stays.
pub(super) fn fixed(path: &str) -> Path {
    let path = path.to_owned();
    Rc::new(move || path.clone())
}

#[derive(Clone, Copy)]
pub(super) struct Item {
    pub(super) app: App,
    pub(super) key: u32,
}

impl Item {
    pub(super) fn default_of(app: App) -> Item {
        Item { app, key: DEFAULT_KEY }
    }

    pub(super) fn is_default(self) -> bool {
        self.key == DEFAULT_KEY
    }

    /// Its place in the list; none for the default one.
    pub(super) fn place(self) -> Option<usize> {
        self.app.edit.keys.with(|keys| keys.iter().position(|&key| key == self.key))
    }

    /// Something of it. What is gone already reads as empty.
    pub(super) fn read<T: Default>(self, read: impl FnOnce(&Assignment) -> T) -> T {
        let place = self.place();
        self.app.settings.with(|draft| {
            let own = if self.is_default() {
                Some(&draft.default_assignment)
            } else {
                place.and_then(|place| draft.assignments.get(place))
            };
            own.map(read).unwrap_or_default()
        })
    }

    pub(super) fn path(self, rest: &str) -> String {
        match self.place() {
            Some(place) => format!("/assignments/{place}{rest}"),
            None => format!("/defaultAssignment{rest}"),
        }
    }

    pub(super) fn at(self, rest: &str) -> Path {
        let rest = rest.to_owned();
        Rc::new(move || self.path(&rest))
    }

    /// An id in the document.
    pub(super) fn id(self, rest: &str) -> String {
        if self.is_default() { format!("default-{rest}") } else { format!("a{}-{rest}", self.key) }
    }

    /// What it is called on screen.
    pub(super) fn name(self) -> String {
        if self.is_default() {
            return "Default assignment".to_owned();
        }
        let name = self.read(|own| own.name.trim().to_owned());
        if name.is_empty() { format!("Assignment {}", self.place().unwrap_or_default() + 1) } else { name }
    }

    /// Changes it. `what` tells what of it; typing in one `field` is one step.
    pub(super) fn change(self, what: &str, field: Option<&str>, change: impl FnOnce(&mut Assignment)) {
        let told = format!("{}: {what}", sycamore_reactive::untrack(|| self.name()));
        let field = field.map(|field| self.id(field));
        self.app.change(told, field.as_deref(), |draft, keys| {
            let place = keys.iter().position(|&key| key == self.key);
            let own = if self.is_default() {
                Some(&mut draft.default_assignment)
            } else {
                place.and_then(|place| draft.assignments.get_mut(place))
            };
            if let Some(own) = own {
                change(own);
            }
        });
    }

    /// Its share in the last simulation, which may be one change behind.
    pub(super) fn share(self, simulation: &Simulation) -> Option<AssignmentUse> {
        if self.is_default() {
            return simulation.assignments.last().cloned();
        }
        let name = self.read(|own| own.name.trim().to_owned());
        let named = |share: &&AssignmentUse| share.name == name && share.name != DEFAULT;
        let here = self.place().and_then(|place| simulation.assignments.get(place)).filter(named);
        here.or_else(|| simulation.assignments.iter().find(named)).cloned()
    }
}

/// What the last check says of everyone.
pub(super) fn simulation(app: App) -> Option<Rc<Simulation>> {
    app.checked.with(|checked| checked.as_ref().map(|checked| Rc::clone(&checked.simulation)))
}

/// Where an id is used, as `"Sales" and the default assignment`; nothing where it is not.
pub(super) fn users(draft: &Draft, uses: impl Fn(&Assignment) -> bool) -> Option<String> {
    let mut names: Vec<String> = draft
        .assignments
        .iter()
        .filter(|own| uses(own))
        .map(|own| format!("\"{}\"", own.name.trim()))
        .collect();
    if uses(&draft.default_assignment) {
        names.push("the default assignment".to_owned());
    }
    let last = names.pop()?;
    Some(if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) })
}

/// All assignments, the default one included.
pub(super) fn every(draft: &mut Draft) -> impl Iterator<Item = &mut Assignment> {
    draft.assignments.iter_mut().chain(std::iter::once(&mut draft.default_assignment))
}

/// An id made from a name, unlike those that are taken.
pub(super) fn slug(name: &str, taken: &[&str]) -> String {
    let mut slug = String::new();
    for letter in name.trim().to_lowercase().chars() {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    let slug = if slug.is_empty() { "item" } else { slug };
    unlike(slug, "-", taken)
}

/// The text, or the text with a number, unlike those that are taken.
pub(super) fn unlike(text: &str, between: &str, taken: &[&str]) -> String {
    if !taken.contains(&text) {
        return text.to_owned();
    }
    let numbered = (2..).map(|number| format!("{text}{between}{number}"));
    numbered.into_iter().find(|text| !taken.contains(&text.as_str())).unwrap_or_default()
}

/// The directory, as far as it was said or the files show it.
fn directory(app: App) -> Option<&'static str> {
    let said = app.settings.with(|draft| draft.source.clone());
    let of = |name: &str| match name.split('-').next() {
        Some("okta") => Some("Okta"),
        Some("entra" | "graph" | "powershell" | "m365") => Some("Azure AD"),
        _ => None,
    };
    said.as_deref().and_then(of).or_else(|| {
        app.files
            .with(|files| files.iter().find_map(|file| file.seen.as_ref().and_then(|seen| of(&seen.shape))))
    })
}

/// `Okta`, or what it is called while nobody knows.
pub(super) fn source_word(app: App) -> &'static str {
    directory(app).unwrap_or("the directory")
}

/// `Okta groups`.
pub(super) fn groups_word(app: App) -> String {
    directory(app).map_or_else(|| "Groups".to_owned(), |source| format!("{source} groups"))
}
