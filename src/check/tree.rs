//! The tree of managers: who stands where, how many stand below, and where it breaks.
//!
//! People are numbered in preorder, so that whoever stands below someone is a run of numbers behind
//! theirs. Closing a branch is a jump over its run, and nothing here recurses.

use serde::Serialize;

use super::Check;
use super::columns::{Outcome, Role};
use crate::hierarchy::{Hierarchy, NOBODY};
use crate::rules::{Effect, RuleId};

/// Everyone who is judged, and the managers above them whoever they are: inactive, out of scope, or in
/// Gong already. Who is found to have no manager begins a tree, the biggest first; of a circle of
/// managers the first who is judged does, and the others stand below.
#[derive(Debug)]
pub struct Tree {
    /// Row of every node, in preorder; node of every row, or [`NOBODY`].
    rows: Vec<u32>,
    nodes: Vec<u32>,
    /// By node: the node above or [`NOBODY`], how deep from 1, how many directly and in all below.
    above: Vec<u32>,
    levels: Vec<u32>,
    direct: Vec<u32>,
    below: Vec<u32>,
    /// By node: own troubles, people with troubles below, nodes directly below that have some on or below them.
    troubles: Vec<u8>,
    troubled: Vec<u32>,
    troubled_direct: Vec<u32>,
    in_circle: Vec<bool>,
    /// Row of the head of the largest tree, by the rule `manager/root`.
    head: Option<u32>,
    troubled_roots: u32,
    totals: Totals,
}

/// What there is to say of the whole. All counts are exact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// People who are judged; each stands in the tree once.
    pub people: u32,
    /// Managers besides them, shown because someone points to them.
    pub others: u32,
    /// Nodes with nobody above, circles included.
    pub roots: u32,
    /// Judged people of whom no manager was found, the head of the largest tree excepted.
    pub unmanaged: u32,
    /// How many levels the deepest tree has, and the row of the first person there.
    pub levels: u32,
    /// See `levels`.
    pub deepest: Option<u32>,
    /// The most direct reports anyone has, and the row of the first who has them.
    pub span: u32,
    /// See `span`.
    pub widest: Option<u32>,
    /// The most people below anyone: what bars are measured by.
    pub largest: u32,
    /// The row of the head of the largest tree, if it is shown.
    pub head: Option<u32>,
    /// Circles of managers, and the people in them.
    pub circles: u32,
    /// See `circles`.
    pub in_circles: u32,
    /// Managers of judged people who will not be imported, and the judged people directly below them.
    pub absent: u32,
    /// See `absent`.
    pub under_absent: u32,
    /// People with troubles.
    pub troubled: u32,
}

/// One person's place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Number of the row.
    pub row: u32,
    /// Row of who stands above, if anyone.
    pub above: Option<u32>,
    /// How deep, from 1.
    pub level: u32,
    /// Number of direct reports.
    pub direct: u32,
    /// Number of people below, on all levels.
    pub below: u32,
    /// Number of findings about the manager that degrade; 1 for whoever is in a circle.
    pub troubles: u8,
    /// Number of people below who have such.
    pub troubled_below: u32,
    /// Heads the largest tree.
    pub head: bool,
    /// Manages someone who, through others, manages them.
    pub in_circle: bool,
}

/// One line of a tree that is partly open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visible {
    /// Number of the row.
    pub row: u32,
    /// How deep, from 1.
    pub level: u32,
    /// Number of lines that share what stands above, this one included, be they in sight or not.
    pub set_size: u32,
    /// Which of these it is, from 1.
    pub position: u32,
    /// Someone stands below.
    pub has_children: bool,
    /// And is shown.
    pub expanded: bool,
}

impl Tree {
    fn new(check: &Check) -> Tree {
        let base = &*check.base;
        let store = &base.store;
        let count = store.rows.len();
        let mut links: Vec<u32> = (0..count as u32).map(|row| base.managers.row(row)).collect();
        let link = |row: u32| links[row as usize];
        let Hierarchy { cycles, sizes } = Hierarchy::new(count as u32, link);
        let head = Hierarchy { sizes, cycles: Vec::new() }
            .head(link, |row| store.is_person(row) || store.rows[row as usize].role == Role::InGong);

        // Everyone who is judged, and whoever stands above one of them. Each is met once.
        let mut shown = vec![false; count];
        for first in (0..count as u32).filter(|&row| store.is_judged(row)) {
            let mut row = first;
            while row != NOBODY && !std::mem::replace(&mut shown[row as usize], true) {
                row = links[row as usize];
            }
        }
        let mut circle = vec![false; count];
        let mut circles = 0;
        for members in cycles.iter().filter(|members| shown[members[0] as usize]) {
            circles += 1;
            for &row in members {
                circle[row as usize] = true;
            }
            let first = members.iter().copied().find(|&row| store.is_judged(row)).unwrap_or(members[0]);
            links[first as usize] = NOBODY;
        }

        let (starts, children) = children(&links, &shown);
        let below_of = |row: u32| &children[starts[row as usize] as usize..starts[row as usize + 1] as usize];
        let mut roots: Vec<u32> =
            (0..count as u32).filter(|&row| shown[row as usize] && links[row as usize] == NOBODY).collect();
        let mut order = roots.clone();
        let mut next = 0;
        while next < order.len() {
            order.extend_from_slice(below_of(order[next]));
            next += 1;
        }
        // By row for now: those below are behind those above, so backwards they are counted first.
        let mut size = vec![0u32; count];
        for &row in order.iter().rev() {
            let link = links[row as usize];
            if link != NOBODY {
                size[link as usize] += size[row as usize] + 1;
            }
        }
        roots.sort_by_key(|&row| (std::cmp::Reverse(size[row as usize]), row));

        let mut tree = Tree {
            rows: Vec::with_capacity(order.len()),
            nodes: vec![NOBODY; count],
            above: Vec::with_capacity(order.len()),
            levels: Vec::with_capacity(order.len()),
            direct: Vec::with_capacity(order.len()),
            below: Vec::with_capacity(order.len()),
            troubles: vec![0; order.len()],
            troubled: vec![0; order.len()],
            troubled_direct: vec![0; order.len()],
            in_circle: Vec::with_capacity(order.len()),
            head: head.filter(|&row| shown[row as usize]),
            troubled_roots: 0,
            totals: Totals::default(),
        };
        drop(order);
        let root_count = roots.len() as u32;
        let mut waiting = roots;
        waiting.reverse();
        while let Some(row) = waiting.pop() {
            let below = below_of(row);
            let above = match links[row as usize] {
                NOBODY => NOBODY,
                link => tree.nodes[link as usize],
            };
            tree.nodes[row as usize] = tree.rows.len() as u32;
            tree.levels.push(if above == NOBODY { 1 } else { tree.levels[above as usize] + 1 });
            tree.rows.push(row);
            tree.above.push(above);
            tree.direct.push(below.len() as u32);
            tree.below.push(size[row as usize]);
            tree.in_circle.push(circle[row as usize]);
            waiting.extend(below.iter().rev());
        }
        tree.trouble(check);
        tree.total(check, root_count, circles);
        tree
    }

    /// Counts the troubles of everyone, and upwards.
    fn trouble(&mut self, check: &Check) {
        let store = &check.base.store;
        for finding in store.findings.all.iter().filter(|finding| is_trouble(finding.rule())) {
            let node = self.nodes[store.rows[finding.row() as usize].person as usize];
            if node != NOBODY {
                let own = &mut self.troubles[node as usize];
                *own = own.saturating_add(1);
            }
        }
        if store.findings.severity(RuleId::ManagerCycle).is_some() {
            for (own, _) in self.troubles.iter_mut().zip(&self.in_circle).filter(|(_, circle)| **circle) {
                *own = (*own).max(1);
            }
        }
        for node in (0..self.rows.len()).rev() {
            let own = u32::from(self.troubles[node] > 0);
            if self.troubled[node] + own == 0 {
                continue;
            }
            match self.above[node] {
                NOBODY => self.troubled_roots += 1,
                above => {
                    self.troubled[above as usize] += self.troubled[node] + own;
                    self.troubled_direct[above as usize] += 1;
                }
            }
        }
    }

    fn total(&mut self, check: &Check, roots: u32, circles: u32) {
        let most = |of: &[u32]| {
            let most = of.iter().copied().max().unwrap_or_default();
            (most, of.iter().position(|&one| one == most && most > 0).map(|node| self.rows[node]))
        };
        let ((levels, deepest), (span, widest)) = (most(&self.levels), most(&self.direct));
        let mut absent = vec![false; check.base.store.rows.len()];
        let mut totals = Totals {
            roots,
            levels,
            deepest,
            span,
            widest,
            largest: self.below.iter().copied().max().unwrap_or_default(),
            head: self.head,
            circles,
            in_circles: self.in_circle.iter().filter(|circle| **circle).count() as u32,
            troubled: self.troubles.iter().filter(|troubles| **troubles > 0).count() as u32,
            ..Totals::default()
        };
        for &row in &self.rows {
            if !check.base.store.is_judged(row) {
                totals.others += 1;
                continue;
            }
            totals.people += 1;
            totals.unmanaged += u32::from(check.is_managed("none", row, self.head));
            if check.is_managed("notImported", row, self.head)
                && let Some(manager) = check.base.managers.get(row)
            {
                totals.under_absent += 1;
                let new = !std::mem::replace(&mut absent[manager.row as usize], true);
                totals.absent += u32::from(new);
            }
        }
        self.totals = totals;
    }

    /// What there is to say of the whole.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// The place of a row; `None` for one that is not in the tree.
    pub fn node(&self, row: u32) -> Option<Node> {
        let node = self.number(row)?;
        let above = self.above[node];
        Some(Node {
            row,
            above: (above != NOBODY).then(|| self.rows[above as usize]),
            level: self.levels[node],
            direct: self.direct[node],
            below: self.below[node],
            troubles: self.troubles[node],
            troubled_below: self.troubled[node],
            head: self.head == Some(row),
            in_circle: self.in_circle[node],
        })
    }

    /// The rows above a row, from the root down to its manager. Empty for a root and for whoever is not in the tree.
    pub fn path(&self, row: u32) -> Vec<u32> {
        let mut path = Vec::new();
        let mut node = self.number(row).map_or(NOBODY, |node| self.above[node]);
        while node != NOBODY {
            path.push(self.rows[node as usize]);
            node = self.above[node as usize];
        }
        path.reverse();
        path
    }

    /// The lines to show, in preorder, where the rows of `open` show who is directly below them. With
    /// `troubles_only` whoever has no trouble on or below them is left out, and does not count in sets.
    pub fn visible(&self, open: &[u32], troubles_only: bool) -> Vec<Visible> {
        let mut is_open = vec![false; self.rows.len()];
        for node in open.iter().filter_map(|&row| self.number(row)) {
            is_open[node] = true;
        }
        self.flatten(&is_open, troubles_only)
    }

    /// As [`Tree::visible`]; which nodes are open is told by their numbers.
    pub(super) fn flatten(&self, open: &[bool], troubles_only: bool) -> Vec<Visible> {
        let mut lines = Vec::new();
        // How many were met on every level since the last one above it.
        let mut positions: Vec<u32> = Vec::new();
        let mut node = 0;
        while node < self.rows.len() {
            let past = node + self.below[node] as usize + 1;
            if troubles_only && !self.is_troubled(node) {
                node = past;
                continue;
            }
            let level = self.levels[node] as usize;
            positions.resize(level, 0);
            positions[level - 1] += 1;
            let (siblings, roots) = if troubles_only {
                (&self.troubled_direct, self.troubled_roots)
            } else {
                (&self.direct, self.totals.roots)
            };
            let above = self.above[node];
            let has_children = siblings[node] > 0;
            let expanded = has_children && open[node];
            lines.push(Visible {
                row: self.rows[node],
                level: level as u32,
                set_size: if above == NOBODY { roots } else { siblings[above as usize] },
                position: positions[level - 1],
                has_children,
                expanded,
            });
            node = if expanded { node + 1 } else { past };
        }
        lines
    }

    /// Trouble on a node or below it.
    pub(super) fn is_troubled(&self, node: usize) -> bool {
        self.troubles[node] > 0 || self.troubled[node] > 0
    }

    /// The number of a row's node.
    pub(super) fn number(&self, row: u32) -> Option<usize> {
        let node = *self.nodes.get(row as usize)?;
        (node != NOBODY).then_some(node as usize)
    }

    /// The row of every node, in preorder.
    pub(super) fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// How deep every node is.
    pub(super) fn levels(&self) -> &[u32] {
        &self.levels
    }
}

/// Those directly below every row, as places where they begin and all of them one behind the other.
fn children(links: &[u32], shown: &[bool]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; links.len() + 1];
    let edges = || (0..links.len()).filter(|&row| shown[row] && links[row] != NOBODY);
    for row in edges() {
        starts[links[row] as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut free = starts.clone();
    let mut children = vec![0; starts[links.len()] as usize];
    for row in edges() {
        let place = &mut free[links[row] as usize];
        children[*place as usize] = row as u32;
        *place += 1;
    }
    (starts, children)
}

/// A finding on a person's manager that costs them their place or may.
pub(super) fn is_trouble(rule: RuleId) -> bool {
    let rule = rule.rule();
    rule.id.starts_with("manager/") && rule.effect != Effect::Informs
}

impl Check {
    /// The tree of managers, made when it is first asked for.
    pub fn tree(&self) -> &Tree {
        self.base.tree.get_or_init(|| Tree::new(self))
    }

    /// The managers above a row, the nearest first, ending before anyone would come twice. At most `most`.
    pub fn managers_of(&self, row: u32, most: usize) -> Vec<u32> {
        let managers = &self.base.managers;
        let mut seen = crate::maps::HashSet::from_iter([row]);
        let mut chain = Vec::new();
        let mut next = managers.get(row);
        while let Some(manager) = next.filter(|manager| chain.len() < most && seen.insert(manager.row)) {
            chain.push(manager.row);
            next = managers.get(manager.row);
        }
        chain
    }

    /// Whether following managers from a row leads back to it.
    pub fn in_circle(&self, row: u32) -> bool {
        let managers = &self.base.managers;
        let mut seen = crate::maps::HashSet::default();
        let mut next = managers.get(row);
        while let Some(manager) = next.filter(|manager| manager.row != row && seen.insert(manager.row)) {
            next = managers.get(manager.row);
        }
        next.is_some_and(|manager| manager.row == row)
    }

    /// Whether someone's manager is as the filter's member `manager` asks.
    pub(super) fn is_managed(&self, as_asked: &str, row: u32, head: Option<u32>) -> bool {
        let store = &self.base.store;
        let manager = self.base.managers.get(row);
        match as_asked {
            "none" => store.is_judged(row) && manager.is_none() && head != Some(row),
            "circle" => self.tree().number(row).is_some_and(|node| self.tree().in_circle[node]),
            "notImported" => {
                store.is_judged(row)
                    && manager.is_some_and(|manager| {
                        let manager = &store.rows[manager.row as usize];
                        manager.role == Role::Person && manager.outcome != Outcome::Imported
                    })
            }
            _ => false,
        }
    }
}
