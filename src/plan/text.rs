//! The plan as a text to be read: totals, the guard, then everyone of whom something changes.

use std::borrow::Cow;
use std::fmt::Write;

use super::json::Options;
use super::{Action, Change, CutOver, GroupPlan, PersonPlan, Plan};
use crate::report::on_line;
use crate::report::text::number;

/// As many names of a group's people are told; all are counted.
const NAMED: usize = 8;

impl Plan {
    /// The plan as a text. People of whom nothing changes are counted and not listed, unless they are asked for.
    pub fn text(&self, options: &Options) -> String {
        let mut text = String::new();
        self.totals(&mut text);
        if options.cut_over {
            cut_over(&self.cut_over(), &mut text);
        }
        let mut listed = false;
        for action in Action::ALL {
            let wanted = match action {
                Action::None => options.actions.contains(&action),
                _ => options.wants(action),
            };
            if !wanted {
                continue;
            }
            let mut people = (0..self.len()).filter(|&place| self.action(place) == action).peekable();
            if people.peek().is_some() {
                let _ = writeln!(text, "\n{}", heading(action));
                listed = true;
            }
            for place in people {
                person(&self.person(place), &mut text);
            }
        }
        let pushed = self.groups().iter().any(GroupPlan::is_pushed);
        if !listed && options.actions.is_empty() && !pushed {
            text.push_str("\nNothing is to be done.\n");
        } else if !listed && !options.actions.is_empty() {
            text.push_str("\nNobody has any of these actions.\n");
        }
        self.groups_told(&mut text);
        text
    }

    fn totals(&self, text: &mut String) {
        let summary = self.summary();
        if !self.has_before() {
            text.push_str("The first push: nobody is known to be in Gong before.\n");
        }
        let counts = [
            (summary.create, "to create"),
            (summary.update, "to update"),
            (summary.deactivate, "to deactivate"),
            (summary.reactivate, "to reactivate"),
            (summary.none, "unchanged"),
            (summary.skip, "skipped"),
        ];
        let counts: Vec<String> =
            counts.iter().map(|(count, words)| format!("{} {words}", number(*count))).collect();
        let _ = writeln!(text, "{}", counts.join(" · "));
        let guard = self.guard();
        if self.has_before() {
            let share = format!("{:.2} %", guard.deactivate_share * 100.0);
            let limit = format!("{:.2} %", guard.limit * 100.0);
            let _ = if guard.exceeded {
                writeln!(
                    text,
                    "STOP: {share} of the people active before would be deactivated; the guard allows {limit}."
                )
            } else {
                writeln!(
                    text,
                    "{share} of the people active before are deactivated; the guard allows {limit}."
                )
            };
        }
        let moves = self.moves();
        let mut told = Vec::new();
        for (count, one, many) in [
            (moves.time_zones, "person moves to another time zone", "people move to another time zone"),
            (moves.managers, "person gets another manager", "people get another manager"),
            (moves.assignments, "person falls to another assignment", "people fall to another assignment"),
        ] {
            if count > 0 {
                told.push(format!("{} {}", number(count), if count == 1 { one } else { many }));
            }
        }
        if !told.is_empty() {
            let applied = if moves.assignments > 0 {
                format!(" (applied for {})", number(moves.assignments_applied))
            } else {
                String::new()
            };
            let _ = writeln!(text, "{}{applied}.", told.join(" · "));
        }
        let uncompared = self.uncompared();
        if !uncompared.is_empty() {
            let labels: Vec<&str> = uncompared.iter().map(|attribute| attribute.label()).collect();
            let _ =
                writeln!(text, "Not compared, because one side does not know them: {}.", labels.join(", "));
        }
    }

    fn groups_told(&self, text: &mut String) {
        let mut pushed = self.groups().iter().filter(|group| group.is_pushed()).peekable();
        if pushed.peek().is_none() {
            return;
        }
        text.push_str("\nGroups pushed\n");
        for group in pushed {
            let new = if group.known { "" } else { ", not pushed before" };
            let _ = writeln!(
                text,
                "  {}  +{} −{}{new}",
                on_line(&group.name),
                number(group.added.len() as u64),
                number(group.removed.len() as u64)
            );
            for (sign, people) in [("+", &group.added), ("−", &group.removed)] {
                for &place in people.iter().take(NAMED) {
                    let _ = writeln!(text, "      {sign} {}", key(self.key_at(place as usize)));
                }
                if people.len() > NAMED {
                    let more = people.len() - NAMED;
                    let _ = writeln!(text, "      {sign} … and {more} more; --format json lists everyone");
                }
            }
        }
    }
}

fn key(key: Option<&str>) -> Cow<'_, str> {
    on_line(key.unwrap_or("(no key)"))
}

fn heading(action: Action) -> &'static str {
    match action {
        Action::Create => "Create",
        Action::Update => "Update",
        Action::Deactivate => "Deactivate",
        Action::Reactivate => "Reactivate",
        Action::None => "Unchanged",
        Action::Skip => "Skip",
    }
}

fn person(person: &PersonPlan, text: &mut String) {
    let sign = match person.action {
        Action::Create => "+",
        Action::Update => "~",
        Action::Deactivate => "−",
        Action::Reactivate => "↑",
        Action::None => " ",
        Action::Skip => "·",
    };
    let _ = writeln!(text, "  {sign} {}  {}", key(person.key.as_deref()), person.reason);
    let quoted = |value: Option<&String>| {
        value.map_or("nothing".to_owned(), |value| format!("\"{}\"", on_line(value)))
    };
    if person.action != Action::Create {
        for Change { attribute, before, after } in &person.changes {
            let _ = writeln!(
                text,
                "      {}: {} → {}",
                attribute.label(),
                quoted(before.as_ref()),
                quoted(after.as_ref())
            );
        }
    }
    for (moved, label) in [(&person.time_zone, "time zone used"), (&person.manager, "manager")] {
        if let Some(moved) = moved {
            let _ = writeln!(
                text,
                "      {label}: {} → {}",
                on_line(moved.before.as_deref().unwrap_or("none")),
                on_line(moved.after.as_deref().unwrap_or("none"))
            );
        }
    }
    if let Some(reassigned) = &person.assignment {
        let applied = match (&reassigned.before, reassigned.applied) {
            (None, _) => "",
            (_, true) => ", applied: it has automatic updates",
            (_, false) => ", not applied: it is edited by hand in Gong",
        };
        let before = reassigned.before.as_deref().map_or_else(String::new, |before| format!("{before} → "));
        let _ = writeln!(text, "      assignment: {before}{}{applied}", reassigned.after);
    }
}

fn cut_over(cut: &CutOver, text: &mut String) {
    text.push_str("\nMoving to the new app instance\n");
    for (place, step) in cut.steps.iter().enumerate() {
        let _ = writeln!(text, "  {}. {}", place + 1, step.text);
        if let Some(fact) = &step.fact {
            let _ = writeln!(text, "     {}{fact}", if step.attention { "! " } else { "" });
        }
    }
    if !cut.lost.is_empty() {
        text.push_str("\nWould be lost\n");
        for key in &cut.lost {
            let _ = writeln!(text, "  {}", self::key(key.as_deref()));
        }
    }
}
