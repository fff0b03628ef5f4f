//! Who is assigned to Gong at all.

use super::Input;
use super::columns::{Outcome, Role};
use super::groups::{Groups, are_known};
use super::store::{Note, Store};
use crate::blocks::each;
use crate::rules::RuleId;
use crate::settings::{Scope, ScopeMode, Settings};

/// Marks the people who are out of scope, and says what of the scope leads nowhere. An explicit scope
/// always holds; without one it is the people of an app-assignment export where there is one.
#[inline(never)]
pub(super) fn apply(store: &mut Store, inputs: &[Input], groups: &Groups, settings: &Settings) -> Vec<Note> {
    let has_app = inputs.iter().any(Input::lists_app);
    let given = settings.scope.clone();
    let scope = given.unwrap_or_else(|| Scope {
        mode: if has_app { ScopeMode::AppUsers } else { ScopeMode::Everyone },
        groups: Vec::new(),
    });
    if scope.mode != ScopeMode::AppUsers {
        // Who was taken back from the app is out of the scope that the app gives, and of no other.
        let rows = &mut store.rows;
        each(rows.len() as u32, |row| {
            let row = &mut rows[row as usize];
            if row.outcome == Outcome::OutOfScope {
                row.outcome = Outcome::Imported;
            }
        });
    }
    match scope.mode {
        ScopeMode::Everyone => Vec::new(),
        ScopeMode::Groups => of_groups(store, inputs, groups, &scope),
        ScopeMode::AppUsers => {
            let mut assigned = vec![false; store.rows.len()];
            for input in inputs.iter().filter(|input| input.lists_app()) {
                for row in input.rows.clone() {
                    let held = &store.rows[row as usize];
                    if matches!(held.role, Role::Person | Role::Part) && !store.is_unassigned(row) {
                        assigned[held.person as usize] = true;
                    }
                }
            }
            leave(store, |row| assigned[row as usize]);
            if has_app {
                return Vec::new();
            }
            let message = "The scope is the people assigned to the app, and no file lists them, so everyone is out of scope. \
                           Drop the export of the app's users.";
            vec![note("/scope/mode".to_owned(), None, message.to_owned())]
        }
    }
}

#[inline(never)]
fn of_groups(store: &mut Store, inputs: &[Input], groups: &Groups, scope: &Scope) -> Vec<Note> {
    let known = are_known(groups, inputs);
    let applied =
        if known { "" } else { " No file knows groups, so the scope is not applied and everyone is judged." };
    let mut notes = Vec::new();
    let mut wanted = Vec::new();
    for (place, name) in scope.groups.iter().enumerate() {
        if let Some(group) = groups.find(name) {
            wanted.push(group);
        } else {
            let message = format!(
                "The scope names the group \"{}\", which no file knows.{applied} Look at its spelling, or drop the file of its members.",
                name.trim()
            );
            notes.push(note(format!("/scope/groups/{place}"), Some(name.clone()), message));
        }
    }
    if scope.groups.is_empty() {
        let message = if known {
            "The scope is the members of groups and names none, so everyone is out of scope.".to_owned()
        } else {
            format!("The scope is the members of groups and names none.{applied}")
        };
        notes.push(note("/scope/groups".to_owned(), None, message));
    }
    if known {
        let sets: Vec<bool> = (0..groups.sets.len() as u32)
            .map(|set| wanted.iter().any(|&group| groups.holds(set, group)))
            .collect();
        let inside: Vec<bool> =
            store.rows.iter().map(|row| row.role == Role::Person && sets[row.groups as usize]).collect();
        leave(store, |row| inside[row as usize]);
    }
    notes
}

/// Whoever is not assigned leaves.
#[inline(never)]
fn leave(store: &mut Store, assigned: impl Fn(u32) -> bool) {
    for (number, row) in store.rows.iter_mut().enumerate() {
        if row.role == Role::Person && !assigned(number as u32) {
            row.outcome = Outcome::OutOfScope;
        }
    }
}

fn note(path: String, value: Option<String>, message: String) -> Note {
    Note {
        input: None,
        rule: RuleId::SettingsScopeUnmatched,
        attribute: None,
        column: None,
        value,
        message,
        suggestion: None,
        choices: Vec::new(),
        path: Some(path),
        assumption: None,
    }
}
