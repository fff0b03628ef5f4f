//! The tree of managers over hand-made companies: its shape, its counts, and what a screen shows of it.

mod support;

use std::fmt::Write;

use proptest::prelude::*;
use rollcall::check::{Check, Filter, Visible};
use support::{acme, check, people};

fn of(text: &str) -> Check {
    check(acme(), &[("company.csv", people(text).as_bytes())], usize::MAX)
}

/// `depth key position/set mark` of every line; `-` can be closed, `+` can be opened.
fn drawn(check: &Check, lines: &[Visible]) -> Vec<String> {
    let draw = |line: &Visible| {
        let key = check.person(line.row).and_then(|person| person.key).unwrap_or_default();
        let mark = match (line.has_children, line.expanded) {
            (true, true) => " -",
            (true, false) => " +",
            _ => "",
        };
        let key = key.split('@').next().unwrap_or_default().to_owned();
        format!("{} {key} {}/{}{mark}", line.level, line.position, line.set_size)
    };
    lines.iter().map(draw).collect()
}

fn all_open(check: &Check, troubles_only: bool) -> Vec<String> {
    let open: Vec<u32> = (0..check.rows()).collect();
    drawn(check, &check.tree().visible(&open, troubles_only))
}

/// `key: direct/below own-troubles/troubles-below` of every row that is in the tree.
fn counted(check: &Check) -> Vec<String> {
    let counts = |row| {
        let node = check.tree().node(row)?;
        let key = check.person(row)?.key.unwrap_or_default();
        let key = key.split('@').next().unwrap_or_default();
        let marks = match (node.head, node.in_circle) {
            (true, _) => " head",
            (_, true) => " circle",
            _ => "",
        };
        Some(format!(
            "{key}: {}/{} {}/{}{marks}",
            node.direct, node.below, node.troubles, node.troubled_below
        ))
    };
    (0..check.rows()).filter_map(counts).collect()
}

/// Two trees; di has no manager, and the head comes last in the file.
const TWO: &str = "primaryEmail: di@acme.com | managerEmail: \n\
     primaryEmail: ed@acme.com | managerEmail: di@acme.com\n\
     primaryEmail: bo@acme.com | managerEmail: ana@acme.com\n\
     primaryEmail: cy@acme.com | managerEmail: bo@acme.com\n\
     primaryEmail: fay@acme.com | managerEmail: ana@acme.com\n\
     primaryEmail: gus@acme.com | managerEmail: gone@acme.com\n\
     primaryEmail: ana@acme.com | managerEmail: ";

#[test]
fn the_biggest_tree_comes_first_and_sizes_are_exact() {
    let check = of(TWO);
    assert_eq!(
        all_open(&check, false),
        ["1 ana 1/3 -", "2 bo 1/2 -", "3 cy 1/1", "2 fay 2/2", "1 di 2/3 -", "2 ed 1/1", "1 gus 3/3"]
    );
    assert_eq!(
        counted(&check),
        [
            "di: 1/1 1/0",
            "ed: 0/0 0/0",
            "bo: 1/1 0/0",
            "cy: 0/0 0/0",
            "fay: 0/0 0/0",
            "gus: 0/0 1/0",
            "ana: 2/3 0/0 head"
        ]
    );
    let totals = check.tree().totals();
    assert_eq!((totals.people, totals.others, totals.roots, totals.unmanaged), (7, 0, 3, 2));
    assert_eq!((totals.levels, totals.deepest), (3, Some(3)), "cy");
    assert_eq!((totals.span, totals.widest, totals.largest), (2, Some(6), 3), "ana");
    assert_eq!((totals.head, totals.troubled, totals.circles), (Some(6), 2, 0));
    assert_eq!(check.tree().path(3), [6, 2]);
    assert_eq!(check.tree().path(6), [0u32; 0]);
}

#[test]
fn of_equal_trees_the_first_comes_first() {
    let check = of("primaryEmail: ana@acme.com | managerEmail: \n\
         primaryEmail: bo@acme.com | managerEmail: cy@acme.com\n\
         primaryEmail: cy@acme.com | managerEmail: \n\
         primaryEmail: di@acme.com | managerEmail: ana@acme.com");
    assert_eq!(all_open(&check, false), ["1 ana 1/2 -", "2 di 1/1", "1 cy 2/2 -", "2 bo 1/1"]);
    assert_eq!(check.tree().totals().head, Some(0));
}

#[test]
fn what_is_closed_is_not_shown_and_opens_alone() {
    let check = of(TWO);
    let lines = |open: &[u32]| drawn(&check, &check.tree().visible(open, false));
    assert_eq!(lines(&[]), ["1 ana 1/3 +", "1 di 2/3 +", "1 gus 3/3"]);
    assert_eq!(lines(&[6]), ["1 ana 1/3 -", "2 bo 1/2 +", "2 fay 2/2", "1 di 2/3 +", "1 gus 3/3"]);
    // An open branch inside a closed one stays hidden; rows that are not there do nothing.
    assert_eq!(lines(&[2, 99]), lines(&[]));
}

#[test]
fn only_troubles_keeps_who_stands_above_them() {
    let check = of("primaryEmail: ana@acme.com | managerEmail: \n\
         primaryEmail: bo@acme.com | managerEmail: ana@acme.com\n\
         primaryEmail: cy@acme.com | managerEmail: ana@acme.com\n\
         primaryEmail: di@acme.org | managerEmail: cy@acme.com\n\
         primaryEmail: ed@acme.com | managerEmail: di@acme.org\n\
         primaryEmail: fay@acme.com | managerEmail: cy@acme.com\n\
         primaryEmail: gus@acme.com | managerEmail: gus@acme.com");
    assert_eq!(
        all_open(&check, true),
        ["1 ana 1/2 -", "2 cy 1/1 -", "3 di 1/1 -", "4 ed 1/1", "1 gus 2/2"],
        "ed's manager is blocked; gus manages himself"
    );
    assert_eq!(
        counted(&check),
        [
            "ana: 2/5 0/1 head",
            "bo: 0/0 0/0",
            "cy: 2/3 0/1",
            "di: 1/1 0/1",
            "ed: 0/0 1/0",
            "fay: 0/0 0/0",
            "gus: 0/0 1/0"
        ]
    );
    let totals = check.tree().totals();
    assert_eq!((totals.absent, totals.under_absent, totals.troubled), (1, 1, 2));
}

#[test]
fn a_circle_is_a_tree_under_its_first_member() {
    let check = of("primaryEmail: ana@acme.com | managerEmail: cy@acme.com\n\
         primaryEmail: bo@acme.com | managerEmail: ana@acme.com\n\
         primaryEmail: cy@acme.com | managerEmail: bo@acme.com\n\
         primaryEmail: di@acme.com | managerEmail: cy@acme.com\n\
         primaryEmail: ed@acme.com | managerEmail: ");
    assert_eq!(
        all_open(&check, false),
        ["1 ana 1/2 -", "2 bo 1/1 -", "3 cy 1/1 -", "4 di 1/1", "1 ed 2/2"],
        "ana's manager is cy, who stands below"
    );
    assert_eq!(
        counted(&check),
        [
            "ana: 1/3 1/2 circle",
            "bo: 1/2 1/1 circle",
            "cy: 1/1 1/0 circle",
            "di: 0/0 0/0",
            "ed: 0/0 0/0 head"
        ]
    );
    let totals = check.tree().totals();
    assert_eq!((totals.circles, totals.in_circles, totals.unmanaged, totals.roots), (1, 3, 0, 2));
    assert_eq!(check.managers_of(3, 100), [2, 1, 0], "the chain ends before anyone comes twice");
    assert_eq!(check.managers_of(0, 100), [2, 1]);
    assert_eq!(check.managers_of(3, 2), [2, 1]);
    let in_circle: Vec<bool> = (0..6).map(|row| check.in_circle(row)).collect();
    assert_eq!(in_circle, [true, true, true, false, false, false]);
}

#[test]
fn managers_who_are_not_judged_hold_the_tree_together() {
    let check = of("primaryEmail: ana@acme.com | managerEmail:  | status: ACTIVE\n\
         primaryEmail: bo@acme.com | managerEmail: ana@acme.com | status: SUSPENDED\n\
         primaryEmail: cy@acme.com | managerEmail: bo@acme.com | status: SUSPENDED\n\
         primaryEmail: di@acme.com | managerEmail: cy@acme.com | status: ACTIVE\n\
         primaryEmail: ed@acme.com | managerEmail: ana@acme.com | status: SUSPENDED");
    // ed is inactive, and nobody points to him.
    assert_eq!(all_open(&check, false), ["1 ana 1/1 -", "2 bo 1/1 -", "3 cy 1/1 -", "4 di 1/1"]);
    let totals = check.tree().totals();
    assert_eq!((totals.people, totals.others, totals.absent, totals.under_absent), (2, 2, 1, 1));
    assert_eq!(check.tree().node(4), None);
    assert_eq!(check.managers_of(4, 9), [0], "the chain of someone who is not in the tree");
    let outcomes: Vec<&str> = check.outline().lines(0, 9).iter().map(|line| line.outcome).collect();
    assert_eq!(outcomes, ["imported", "inactive", "inactive", "imported"]);
}

#[test]
fn managers_who_are_only_in_gong_stand_above() {
    let export = people(
        "primaryEmail: ana@acme.com | managerEmail: zed@acme.com\nprimaryEmail: bo@acme.com | managerEmail: zed@acme.com",
    );
    let gong = "Name,Email\nZed Orr,zed@acme.com\nYan Orr,yan@acme.com\nAna Li,ana@acme.com\n";
    let files = [("company.csv", export.as_bytes()), ("gong.csv", gong.as_bytes())];
    let check = check(acme(), &files, usize::MAX);
    assert_eq!(all_open(&check, false), ["1 zed 1/1 -", "2 ana 1/2", "2 bo 2/2"]);
    let totals = check.tree().totals();
    assert_eq!((totals.people, totals.others, totals.absent, totals.unmanaged), (2, 1, 0, 0));
    let lines = check.outline().lines(0, 9);
    assert_eq!((lines[0].outcome, lines[0].name.as_str(), lines[0].head), ("inGong", "Zed Orr", true));
    assert_eq!((lines[1].by, lines[0].by), (Some("email"), None));
}

#[test]
fn the_numbers_are_those_of_the_filters() {
    let check = of("primaryEmail: ana@acme.com | managerEmail: \n\
         primaryEmail: bo@acme.com | managerEmail: \n\
         primaryEmail: cy@acme.com | managerEmail: gone@acme.com\n\
         primaryEmail: di@acme.com | managerEmail: ed@acme.com\n\
         primaryEmail: ed@acme.com | managerEmail: di@acme.com\n\
         primaryEmail: fay@acme.org | managerEmail: ana@acme.com\n\
         primaryEmail: gus@acme.com | managerEmail: fay@acme.org");
    let listed =
        |manager: &str| check.people(&Filter { manager: Some(manager.to_owned()), ..Filter::default() });
    let totals = check.tree().totals();
    assert_eq!(listed("none"), [1, 2]);
    assert_eq!(listed("circle"), [3, 4]);
    assert_eq!(listed("notImported"), [6]);
    assert_eq!(listed("anything"), [0u32; 0]);
    assert_eq!((totals.unmanaged, totals.in_circles, totals.under_absent), (2, 2, 1));
}

#[test]
fn an_empty_check_has_an_empty_tree() {
    let check = check(acme(), &[], usize::MAX);
    assert!(check.tree().visible(&[], false).is_empty());
    assert!(check.outline().is_empty());
    assert_eq!((check.tree().totals().levels, check.tree().totals().widest), (0, None));
}

#[test]
fn an_outline_opens_closes_finds_and_reveals() {
    let check = of(TWO);
    let mut outline = check.outline();
    let keys = |outline: &rollcall::check::Outline| -> Vec<u32> {
        outline.lines(0, usize::MAX).iter().map(|line| line.row).collect()
    };
    assert_eq!(keys(&outline), [6, 2, 3, 4, 0, 1, 5], "few enough to be open to the last");
    outline.open_all(false);
    assert_eq!(keys(&outline), [6, 0, 5]);
    assert_eq!(outline.reveal(3), Some(2));
    assert_eq!(keys(&outline), [6, 2, 3, 4, 0, 5]);
    outline.open(6, false);
    assert_eq!((outline.line_of(3), outline.line_of(0)), (None, Some(1)));
    outline.open_siblings(6);
    assert_eq!(keys(&outline), [6, 2, 3, 4, 0, 1, 5], "what was open inside still is");
    outline.show_troubles(true);
    assert_eq!(keys(&outline), [0, 5]);
    // Someone without troubles is revealed among everyone.
    assert_eq!(outline.reveal(3), Some(2));
    assert!(!outline.troubles_only());
    assert_eq!(outline.reveal(99), None);

    assert_eq!(outline.find("ACME.com", None), Some(6), "in the order of the tree");
    assert_eq!(outline.find("ed@", None), Some(1));
    assert_eq!(outline.find("acme", Some(5)), Some(6), "around the end");
    assert_eq!((outline.find("nobody", None), outline.find("  ", None)), (None, None));
}

#[test]
fn a_long_tree_is_open_as_far_as_it_is_short() {
    let mut text = "primaryEmail: head@acme.com | managerEmail: ".to_owned();
    for team in 0..20 {
        let _ = write!(text, "\nprimaryEmail: lead{team}@acme.com | managerEmail: head@acme.com");
        for member in 0..20 {
            let _ =
                write!(text, "\nprimaryEmail: p{team}x{member}@acme.com | managerEmail: lead{team}@acme.com");
        }
    }
    assert_eq!(of(&text).outline().len(), 21);
}

#[test]
fn a_chain_of_a_hundred_thousand_is_walked_not_recursed() {
    const MANY: u32 = 100_000;
    let mut text = String::from("primaryEmail,givenName,familyName,managerEmail\n");
    for person in 0..MANY {
        let manager = if person == 0 { String::new() } else { format!("p{}@acme.com", person - 1) };
        let _ = writeln!(text, "p{person}@acme.com,Ana,Li,{manager}");
    }
    let check = check(acme(), &[("chain.csv", text.as_bytes())], usize::MAX);
    let tree = check.tree();
    assert_eq!(tree.totals().levels, MANY);
    let open: Vec<u32> = (0..MANY).collect();
    let lines = tree.visible(&open, false);
    assert_eq!(lines.len(), MANY as usize);
    assert_eq!(lines.last().map(|line| (line.level, line.position, line.set_size)), Some((MANY, 1, 1)));
    assert_eq!(tree.path(MANY - 1).len(), MANY as usize - 1);
    assert_eq!(check.outline().len(), 200, "a chain opens a level for a line");
    assert_eq!(check.outline().reveal(MANY - 1), Some(MANY as usize - 1));
}

#[test]
fn values_stand_as_in_the_file_and_passwords_never() {
    let text = "login,firstName,lastName,email,password,countryCode,Cost centre,credentials.password.value\n\
                ana@acme.com,Ana, Li ,ana@acme.com,hunter2,ES,9,hunter3\n";
    let check = check(acme(), &[("users.csv", text.as_bytes())], usize::MAX);
    let from = text.find("ana@").expect("a record");
    let values = check.values(0, &text.as_bytes()[from..]).expect("the same bytes");
    let shown: Vec<String> = values
        .iter()
        .map(|value| format!("{} {:?} {} {}", value.attribute, value.value, value.column, value.by))
        .collect();
    assert_eq!(
        shown,
        [
            "userName \"ana@acme.com\" login shape",
            "givenName \"Ana\" firstName shape",
            "familyName \" Li \" lastName shape",
            "primaryEmail \"ana@acme.com\" email shape",
            "country \"ES\" countryCode shape"
        ]
    );
    assert!(check.values(1, b"").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Whoever manages whom, everyone who is judged stands in the tree once, and the counts add up.
    #[test]
    fn everyone_stands_in_the_tree_once(managers in prop::collection::vec((0usize..24, 0u8..6), 1..20)) {
        let mut text = String::from("primaryEmail,givenName,familyName,status,managerEmail\n");
        for (person, (manager, status)) in managers.iter().enumerate() {
            let status = if *status == 0 { "SUSPENDED" } else { "ACTIVE" };
            let manager = if *manager > 20 { String::new() } else { format!("p{manager}@acme.com") };
            let _ = writeln!(text, "p{person}@acme.com,Ana,Li,{status},{manager}");
        }
        let check = check(acme(), &[("any.csv", text.as_bytes())], usize::MAX);
        let tree = check.tree();
        let open: Vec<u32> = (0..check.rows()).collect();
        let lines = tree.visible(&open, false);
        let mut rows: Vec<u32> = lines.iter().map(|line| line.row).collect();
        rows.sort_unstable();
        let shown = rows.len();
        rows.dedup();
        prop_assert_eq!(rows.len(), shown, "nobody twice");
        for (row, (_, status)) in (0u32..).zip(&managers) {
            prop_assert!(*status == 0 || rows.contains(&row), "{} is missing", row);
        }
        let totals = tree.totals();
        prop_assert_eq!((totals.people + totals.others) as usize, shown);
        let roots: Vec<&Visible> = lines.iter().filter(|line| line.level == 1).collect();
        prop_assert_eq!(roots.len(), totals.roots as usize);
        let node = |row| tree.node(row).expect("a node");
        prop_assert_eq!(roots.iter().map(|line| node(line.row).below as usize + 1).sum::<usize>(), shown);
        let troubled = lines.iter().filter(|line| node(line.row).troubles > 0).count();
        prop_assert_eq!(troubled, totals.troubled as usize);
        for (at, line) in lines.iter().enumerate() {
            let own = node(line.row);
            let below = lines[at + 1..].iter().take_while(|other| other.level > line.level).count();
            prop_assert_eq!(below, own.below as usize);
            prop_assert_eq!(tree.path(line.row).len() + 1, line.level as usize);
        }
        let only: Vec<u32> = tree.visible(&open, true).iter().map(|line| line.row).collect();
        let expected: Vec<u32> =
            lines.iter().map(|line| line.row).filter(|&row| node(row).troubles > 0 || node(row).troubled_below > 0).collect();
        prop_assert_eq!(only, expected);
    }
}
