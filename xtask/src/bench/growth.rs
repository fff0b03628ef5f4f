//! `cargo xtask bench growth`: CPU time and memory of a row, from 10,000 rows on, beside those at 100,000.

use anyhow::Result;

use super::Plan;
use super::measure::{Taken, in_turn};
use super::programs::{How, Native, Node};
use crate::sample::large::Form;

const BASE: u64 = 100_000;

#[allow(clippy::cast_precision_loss, reason = "rows by the million")]
pub(super) fn run(plan: &Plan) -> Result<()> {
    let (native, node) = (Native::built(plan)?, Node::built(plan)?);
    let mut sizes = vec![10_000, BASE, 1_000_000];
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
    println!("\ngrowth: CPU time and memory of a row, beside those at {BASE} rows; start is part of it");
    println!(
        "{:>12} {:>14} {:>14} {:>18} {:>18}",
        "rows", "native, CPU", "module, CPU", "native, memory", "module, memory"
    );
    let a_row = |people: u64, value: f64| value / people as f64;
    let values = |people: u64, taken: &[Taken]| {
        [
            a_row(people, taken[0].cpu),
            a_row(people, taken[1].cpu),
            a_row(people, taken[0].peak),
            a_row(people, taken[1].number("memory")),
        ]
    };
    let base = all.iter().find(|(people, _)| *people == BASE).map(|(people, taken)| values(*people, taken));
    let base = base.unwrap_or([1.0; 4]);
    for (people, taken) in &all {
        let own = values(*people, taken);
        println!(
            "{people:>12} {:>12.2} × {:>12.2} × {:>8.0} B {:>5.2} × {:>8.0} B {:>5.2} ×",
            own[0] / base[0],
            own[1] / base[1],
            own[2],
            own[2] / base[2],
            own[3],
            own[3] / base[3],
        );
    }
    Ok(())
}
