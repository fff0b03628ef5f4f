//! `cargo xtask bench growth`: CPU time and memory of a row, from 10,000 rows on, beside those at 100,000. What ten people
//! take is the start, which is no row's.

use anyhow::Result;

use super::Plan;
use super::measure::{Taken, in_turn};
use super::programs::{How, Native, Node};
use crate::sample::large::Form;

const BASE: u64 = 100_000;
/// Fewest people that a company has.
const NONE: u64 = 10;

pub(super) fn run(plan: &Plan) -> Result<()> {
    let (native, node) = (Native::built(plan)?, Node::built(plan)?);
    let mut sizes = vec![NONE, 10_000, BASE, 1_000_000];
    if plan.far {
        sizes.push(10_000_000);
    }
    if let Some(most) = plan.people {
        sizes.retain(|&size| size <= most.max(BASE));
    }
    let mut all: Vec<(u64, Vec<Taken>)> = Vec::new();
    for people in sizes {
        let file = plan.file(people, Form::OktaCsv)?;
        // Nobody waits for the largest over and over.
        let runs = if people > 1_000_000 { 1 } else { plan.runs };
        let check = || native.check(&file, "text");
        all.push((people, in_turn(runs, &[&check, &|| node.check(&file, How::Session)])?));
    }
    let start = values(&all[0].1);
    let rows: Vec<(u64, [f64; 4])> =
        all[1..].iter().map(|(people, taken)| (*people, a_row(*people, values(taken), start))).collect();
    let base = rows.iter().find(|(people, _)| *people == BASE).map_or([1.0; 4], |(_, own)| *own);
    println!(
        "\ngrowth: CPU time and memory of a row without the start, beside those at {BASE} rows (asked: flat)"
    );
    let heads = ["command line, CPU", "module, CPU", "command line, memory", "module, memory"];
    println!("{:>12} {:>18} {:>18} {:>22} {:>22}", "rows", heads[0], heads[1], heads[2], heads[3]);
    for (people, own) in rows {
        print!("{people:>12} {:>16.2} × {:>16.2} ×", own[0] / base[0], own[1] / base[1]);
        println!(
            " {:>10.0} B {:>7.2} × {:>10.0} B {:>7.2} ×",
            own[2],
            own[2] / base[2],
            own[3],
            own[3] / base[3]
        );
    }
    Ok(())
}

/// CPU time and memory, on the command line and in the module.
fn values(taken: &[Taken]) -> [f64; 4] {
    [taken[0].cpu, taken[1].cpu, taken[0].peak, taken[1].number("memory")]
}

#[allow(clippy::cast_precision_loss, reason = "rows by the million")]
fn a_row(people: u64, values: [f64; 4], start: [f64; 4]) -> [f64; 4] {
    std::array::from_fn(|at| (values[at] - start[at]) / people as f64)
}
