//! The plan as JSON: a stable contract (`rollcall schema plan`).

use serde::Serialize;

use super::{Action, Guard, Moves, Plan, Summary};
use crate::profile::Attribute;
use crate::report::{entry, write};

/// The contract's version.
pub const FORMAT_VERSION: u32 = 1;

/// People written at a time.
const PEOPLE: usize = 4096;

/// What goes into a plan's JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Only people with one of these actions are listed; without any, everyone. Totals count everyone.
    pub actions: Vec<Action>,
    /// With the move from one app instance to another.
    pub cut_over: bool,
}

impl Options {
    pub(super) fn wants(&self, action: Action) -> bool {
        self.actions.is_empty() || self.actions.contains(&action)
    }
}

/// What stands in a plan before its people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// Totals.
    pub summary: Summary,
    /// The guard on deactivations.
    pub guard: Guard,
    /// People who end up elsewhere.
    pub moves: Moves,
    /// No before: it is the first push.
    pub first_push: bool,
    /// Attributes of which no change can be seen, because only one side knows them.
    pub uncompared: Vec<Attribute>,
}

/// A group of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupReport<'p> {
    /// Its name.
    pub name: &'p str,
    /// `push`, or `none` where nothing of it changes.
    pub action: &'static str,
    /// Keys of the people who come to it.
    pub added: Vec<Option<&'p str>>,
    /// Keys of the people who leave it.
    pub removed: Vec<Option<&'p str>>,
}

/// A plan being written in portions.
#[derive(Debug)]
pub struct Writing<'p> {
    plan: &'p Plan,
    options: Options,
    next: Option<usize>,
    written: u64,
}

impl Plan {
    /// What stands before the people.
    pub fn head(&self) -> Head {
        Head {
            summary: self.summary(),
            guard: self.guard(),
            moves: self.moves(),
            first_push: !self.has_before(),
            uncompared: self.uncompared(),
        }
    }

    /// The groups, with keys in the place of numbers.
    pub fn group_reports(&self) -> impl Iterator<Item = GroupReport<'_>> {
        let keys = |places: &[u32]| places.iter().map(|&place| self.key_at(place as usize)).collect();
        self.groups().iter().map(move |group| GroupReport {
            name: &group.name,
            action: if group.is_pushed() { "push" } else { "none" },
            added: keys(&group.added),
            removed: keys(&group.removed),
        })
    }

    /// The plan as JSON.
    pub fn json(&self, options: Options) -> Writing<'_> {
        Writing { plan: self, options, next: None, written: 0 }
    }
}

impl Writing<'_> {
    /// Adds a portion to `out`; says whether there is more.
    pub fn more(&mut self, out: &mut Vec<u8>) -> bool {
        let plan = self.plan;
        let from = self.next.unwrap_or_else(|| {
            let head = plan.head();
            out.extend_from_slice(
                format!("{{\"format\":\"rollcall-plan\",\"formatVersion\":{FORMAT_VERSION}").as_bytes(),
            );
            member(out, "summary", &head.summary);
            member(out, "guard", &head.guard);
            member(out, "moves", &head.moves);
            member(out, "firstPush", &head.first_push);
            member(out, "uncompared", &head.uncompared);
            if self.options.cut_over {
                member(out, "cutOver", &plan.cut_over());
            }
            out.extend_from_slice(b",\n\"people\":[");
            0
        });
        let to = plan.len().min(from + PEOPLE);
        for place in (from..to).filter(|&place| self.options.wants(plan.action(place))) {
            entry(&mut self.written, out);
            write(out, &plan.person(place));
        }
        self.next = Some(to);
        if to < plan.len() {
            return true;
        }
        out.extend_from_slice(if self.written > 0 { b"\n]" } else { b"]" });
        out.extend_from_slice(b",\n\"groups\":[");
        let mut groups = 0;
        for group in plan.group_reports() {
            entry(&mut groups, out);
            write(out, &group);
        }
        out.extend_from_slice(if groups > 0 { b"\n]}\n" } else { b"]}\n" });
        false
    }
}

fn member(out: &mut Vec<u8>, name: &str, value: &impl Serialize) {
    out.extend_from_slice(format!(",\n\"{name}\":").as_bytes());
    write(out, value);
}
