//! The tree of managers as a screen shows it: some branches open, some closed, a window of lines at a time.

use serde::Serialize;

use super::columns::Role;
use super::tree::{Totals, Visible, is_trouble};
use super::{Check, Tree};

/// So many lines are open at first, unless the roots alone need more.
const FIRST: usize = 200;

/// What is open, and the lines that follow from it.
#[derive(Clone, Debug)]
pub struct Outline {
    check: Check,
    /// By node.
    open: Vec<bool>,
    /// What was open before only troubles were asked for.
    before: Option<Vec<bool>>,
    lines: Vec<Visible>,
}

/// One line with what stands in its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutlineLine {
    /// Number of the row.
    pub row: u32,
    /// How deep, from 1.
    pub level: u32,
    /// Lines that share what stands above, and which of them it is, from 1.
    pub set_size: u32,
    /// See `set_size`.
    pub position: u32,
    /// Someone stands below.
    pub has_children: bool,
    /// And is shown.
    pub expanded: bool,
    /// Primary email, else user name, else id.
    pub key: Option<String>,
    /// Given and family name, as far as there.
    pub name: String,
    /// The outcome; `inGong` for someone known only from people already in Gong.
    pub outcome: &'static str,
    /// Heads the largest tree.
    pub head: bool,
    /// Is in a circle of managers.
    pub in_circle: bool,
    /// Number of direct reports.
    pub direct: u32,
    /// Number of people below, on all levels.
    pub below: u32,
    /// What the manager was found by: `email`, `name` or `id`.
    pub by: Option<&'static str>,
    /// Findings on the manager that degrade.
    pub troubles: Vec<Trouble>,
    /// Number of people below who have such.
    pub troubled_below: u32,
}

/// A finding on someone's manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// Id of the rule.
    pub rule: &'static str,
    /// Name of the severity.
    pub severity: &'static str,
    /// The defect in a few words.
    pub title: &'static str,
}

impl Check {
    /// The tree of managers as it is shown first: as deep as it stays short, the roots open in any case.
    pub fn outline(&self) -> Outline {
        let tree = self.tree();
        let mut open = vec![false; tree.rows().len()];
        let mut counts = vec![0usize; tree.totals().levels as usize + 2];
        for &level in tree.levels() {
            counts[level as usize] += 1;
        }
        let mut lines = 0;
        let deepest = counts.iter().take_while(|count| {
            lines += **count;
            lines <= FIRST
        });
        let deepest = deepest.count().saturating_sub(1).max(2) as u32;
        for (open, &level) in open.iter_mut().zip(tree.levels()) {
            *open = level < deepest;
        }
        let mut outline = Outline { check: self.clone(), open, before: None, lines: Vec::new() };
        outline.refresh();
        outline
    }
}

impl Outline {
    fn tree(&self) -> &Tree {
        self.check.tree()
    }

    fn refresh(&mut self) {
        self.lines = self.tree().flatten(&self.open, self.before.is_some());
    }

    /// What there is to say of the whole tree.
    pub fn totals(&self) -> &Totals {
        self.tree().totals()
    }

    /// The rows of those whose branches are open.
    pub fn opened(&self) -> Vec<u32> {
        let rows = self.tree().rows().iter().zip(&self.open);
        rows.filter(|(_, open)| **open).map(|(row, _)| *row).collect()
    }

    /// Opens just these branches, such as those that were open before a value was changed.
    pub fn open_rows(&mut self, rows: &[u32]) {
        self.open.fill(false);
        for &row in rows {
            if let Some(node) = self.tree().number(row) {
                self.open[node] = true;
            }
        }
        self.refresh();
    }

    /// Number of lines.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// There is nobody to show.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Only troubles and who stands above them are shown.
    pub fn troubles_only(&self) -> bool {
        self.before.is_some()
    }

    /// Opens or closes the branch of a row.
    pub fn open(&mut self, row: u32, open: bool) {
        if let Some(node) = self.tree().number(row) {
            self.open[node] = open;
            self.refresh();
        }
    }

    /// Opens or closes all branches.
    pub fn open_all(&mut self, open: bool) {
        self.open.fill(open);
        self.refresh();
    }

    /// Opens a row and all that stand beside it.
    pub fn open_siblings(&mut self, row: u32) {
        let Some(above) = self.tree().node(row).map(|node| node.above) else {
            return;
        };
        let beside: Vec<usize> = {
            let tree = self.tree();
            let same = |row: &u32| tree.node(*row).is_some_and(|node| node.above == above);
            tree.rows().iter().copied().filter(same).filter_map(|row| tree.number(row)).collect()
        };
        for node in beside {
            self.open[node] = true;
        }
        self.refresh();
    }

    /// Shows only troubles, all of them open, or everyone as they were open before.
    pub fn show_troubles(&mut self, only: bool) {
        if only && self.before.is_none() {
            let all = vec![true; self.open.len()];
            self.before = Some(std::mem::replace(&mut self.open, all));
        } else if !only && let Some(before) = self.before.take() {
            self.open = before;
        }
        self.refresh();
    }

    /// Opens whatever hides a row and gives its line; `None` for someone who is not in the tree.
    pub fn reveal(&mut self, row: u32) -> Option<usize> {
        let node = self.tree().number(row)?;
        if self.before.is_some() && !self.tree().is_troubled(node) {
            self.show_troubles(false);
        }
        let path: Vec<usize> = {
            let tree = self.tree();
            tree.path(row).into_iter().filter_map(|row| tree.number(row)).collect()
        };
        if path.iter().any(|&node| !self.open[node]) {
            for node in path {
                self.open[node] = true;
            }
            self.refresh();
        }
        self.line_of(row)
    }

    /// The line of who stands above a row; `None` for a root.
    pub fn above(&self, row: u32) -> Option<usize> {
        self.line_of(self.tree().node(row)?.above?)
    }

    /// The line of a row, if it is shown.
    pub fn line_of(&self, row: u32) -> Option<usize> {
        let tree = self.tree();
        let node = tree.number(row)?;
        self.lines.binary_search_by_key(&Some(node), |line| tree.number(line.row)).ok()
    }

    /// The next row behind `after`, around the end, whose name or key contains a text, without case.
    pub fn find(&self, text: &str, after: Option<u32>) -> Option<u32> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return None;
        }
        let store = &self.check.base.store;
        let rows = self.tree().rows();
        let start = after.and_then(|row| self.tree().number(row)).map_or(0, |node| node + 1);
        let has = |row: &u32| {
            store.arena.key(store.rows[*row as usize].name()).to_lowercase().contains(&text)
                || store.key(*row).is_some_and(|key| key.to_lowercase().contains(&text))
        };
        rows[start..].iter().chain(&rows[..start]).copied().find(has)
    }

    /// The lines of a range, as far as there are any.
    pub fn lines(&self, from: usize, to: usize) -> Vec<OutlineLine> {
        let to = to.min(self.lines.len());
        self.lines[from.min(to)..to].iter().map(|line| self.line(*line)).collect()
    }

    fn line(&self, line: Visible) -> OutlineLine {
        let base = &*self.check.base;
        let held = &base.store.rows[line.row as usize];
        let findings = self.check.all_findings(line.row);
        let troubles = findings.iter().filter(|finding| is_trouble(finding.rule())).map(|finding| {
            let rule = finding.rule().rule();
            let severity =
                base.store.findings.severity(finding.rule()).map_or("", |severity| severity.name());
            Trouble { rule: rule.id, severity, title: rule.title }
        });
        let node = self.tree().node(line.row);
        OutlineLine {
            row: line.row,
            level: line.level,
            set_size: line.set_size,
            position: line.position,
            has_children: line.has_children,
            expanded: line.expanded,
            key: base.store.key(line.row).map(str::to_owned),
            name: base.store.arena.key(held.name()).to_owned(),
            outcome: if held.role == Role::Person { held.outcome.name() } else { "inGong" },
            head: node.is_some_and(|node| node.head),
            in_circle: node.is_some_and(|node| node.in_circle),
            direct: node.map_or(0, |node| node.direct),
            below: node.map_or(0, |node| node.below),
            by: base.managers.get(line.row).map(|manager| manager.by.name()),
            troubles: troubles.collect(),
            troubled_below: node.map_or(0, |node| node.troubled_below),
        }
    }
}
