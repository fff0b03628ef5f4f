//! `cargo xtask bench wasm`: the module in Node, one thread, beside the csv crate in WebAssembly, which reads the same
//! file and does nothing.

use anyhow::{Result, ensure};

use super::measure::in_turn;
use super::programs::{How, Node};
use super::{Plan, head, line, memory};
use crate::sample::large::Form;

pub(super) fn run(plan: &Plan) -> Result<()> {
    let node = Node::built(plan)?;
    for people in plan.sizes(&[100_000, 1_000_000]) {
        let file = plan.file(people, Form::OktaCsv)?;
        let all = in_turn(
            plan.runs,
            &[
                &|| node.floor(&file),
                &|| node.check(&file, How::Session),
                &|| node.check(&file, How::Counts),
                &|| node.check(&file, How::Report),
            ],
        )?;
        // Both read the same records: nobody skips any.
        ensure!(all[0].number("records") >= all[1].number("people"), "the floor did not read everyone");
        let ratio = |at: usize| all[0].cpu / all[at].cpu;
        let asked =
            if people < 300_000 { "(asked 0.50, reach for 0.70)" } else { "(asked 0.60, reach for 0.85)" };
        let asked = format!("the floor's speed {asked}");
        head("module in Node", people, &file, plan.runs)?;
        line("csv crate in WebAssembly (the floor)", &all[0], None);
        line("session: all findings with positions", &all[1], Some((ratio(1), &asked)));
        println!("    without Node's own start: {:.2} ×", all[0].number("own") / all[1].number("own"));
        memory(all[1].number("memory"), people);
        line("check() for programs, counts", &all[2], Some((ratio(2), "the floor's speed")));
        line("check() for programs, whole report", &all[3], Some((ratio(3), "the floor's speed")));
        println!(
            "    {} findings; {:.1} MiB with the report",
            all[1].number("findings"),
            all[3].number("memory") / 1_048_576.0
        );
    }
    Ok(())
}
