//! Where the settings are kept between visits, what a file has of them, and what the sample lends.

use serde::Deserialize;

use super::settings::Company;
use super::state::{SAMPLE_DOMAIN, SAMPLE_ZONE, State};
use crate::storage;
use rollcall::settings::{Draft, Refused};

/// Where the settings are kept between visits. They are not personal.
const STORAGE: &str = "rollcall.settings";
/// Where the settings are kept as they stood in the file that was last saved or opened.
const SAVED: &str = "rollcall.saved";
/// Where settings are put aside that this version cannot read.
const UNREAD: &str = "rollcall.settings.unread";
/// Where earlier versions kept source, domain and time zone.
const EARLIER: &str = "rollcall.company";
/// That files were there, in this tab.
const FILES: &str = "rollcall.files";

/// What was kept under a name.
fn read(name: &str) -> Option<Result<Draft, Refused>> {
    Some(Draft::from_json(&storage::text(name)?))
}

/// What earlier versions kept.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Earlier {
    source: String,
    domain: String,
    zone: String,
}

/// The name under which something is kept. Elements with a key of their own have a place of their own.
fn place_of(name: &str, key: &str) -> String {
    if key.is_empty() { name.to_owned() } else { format!("{name}.{key}") }
}

/// The settings as the last file has them.
pub(super) fn saved(key: &str) -> Draft {
    read(&place_of(SAVED, key)).and_then(Result::ok).unwrap_or_default()
}

/// The settings of the last visit.
pub(crate) fn kept(key: &str) -> Draft {
    let place = place_of(STORAGE, key);
    match read(&place) {
        Some(Ok(draft)) => return draft,
        // What cannot be read now may be of a later version: it is not written over.
        Some(Err(_)) => {
            if let Some(text) = storage::text(&place) {
                storage::set(&place_of(UNREAD, key), &text);
            }
        }
        None => {}
    }
    let mut draft = Draft::default();
    if let Some(Earlier { source, domain, zone }) = storage::get::<Earlier>(EARLIER) {
        Company { source, domain, zone }.put(&mut draft);
        // Where nothing can be kept, nothing was kept before.
        if storage::set(&place, &draft) {
            storage::delete(EARLIER);
        }
    }
    draft
}

/// That there are files, and nothing of them: so that a page that is loaded again can say that they are gone.
pub(crate) fn note_files(there: bool) {
    storage::note(FILES, there);
}

/// Whether there were files before the page was loaded again.
pub(crate) fn had_files() -> bool {
    storage::is_noted(FILES)
}

impl State {
    /// The settings without what the sample lent.
    pub(crate) fn own(&'static self) -> Draft {
        let mut draft = self.settings.get_clone_untracked();
        if self.borrowed.get_untracked() {
            give_back(&mut draft);
        }
        draft
    }

    pub(super) fn keep(&'static self) {
        let kept = !self.hosted.keeps.get_untracked()
            && storage::set(&self.place_of(STORAGE), &self.without_said(self.own()));
        self.edit.is_kept.set(kept);
    }

    /// Something stands in the settings that the last file does not have.
    pub(crate) fn unsaved(&'static self) -> bool {
        self.settings.track();
        self.edit.saved.with(|saved| self.own() != *saved)
    }

    /// Leaving would take the admin by surprise.
    pub(crate) fn would_lose(&'static self) -> bool {
        self.cures.would_lose()
            || (self.edit.touched.get_untracked()
                && self.edit.saved.with_untracked(|saved| self.own() != *saved))
    }

    /// A file, or the page around, has these settings now.
    pub(crate) fn filed(&'static self, settings: Draft) {
        if !self.hosted.keeps.get_untracked() {
            storage::set(&self.place_of(SAVED), &settings);
        }
        if self.own() == settings {
            self.edit.touched.set(false);
        }
        self.edit.saved.set(settings);
    }

    /// The name under which something is kept for this element, or for the page.
    fn place_of(&'static self, name: &str) -> String {
        place_of(name, &self.hosted.key)
    }

    /// The sample lends its domain and zone to fields that are empty; they are not kept, and no step of undo.
    pub(super) fn lend(&'static self) {
        let empty =
            self.company.with_untracked(|company| company.domain.is_empty() && company.zone.is_empty());
        if empty {
            self.borrowed.set(true);
            self.throughout(|draft| {
                if draft.company.primary_domain.is_none() && draft.company.default_time_zone.is_none() {
                    draft.company.primary_domain = Some(SAMPLE_DOMAIN.to_owned());
                    draft.company.default_time_zone = Some(SAMPLE_ZONE.to_owned());
                }
            });
        }
    }

    /// The sample is gone, and what it lent with it.
    pub(super) fn return_lent(&'static self) {
        if self.borrowed.replace(false) {
            self.throughout(give_back);
        }
    }

    fn throughout(&'static self, change: impl Fn(&mut Draft)) {
        self.edit.history.update(|history| {
            history.drafts().for_each(&change);
        });
        self.settings.update(change);
    }
}

/// Takes out what the sample company brought along.
fn give_back(draft: &mut Draft) {
    let company = &mut draft.company;
    if company.primary_domain.as_deref() == Some(SAMPLE_DOMAIN) {
        company.primary_domain = None;
    }
    if company.default_time_zone.as_deref() == Some(SAMPLE_ZONE) {
        company.default_time_zone = None;
    }
}
