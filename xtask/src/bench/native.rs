//! `cargo xtask bench native`: `rollcall check` beside the csv crate, which reads the same file and does nothing.

use anyhow::Result;

use super::measure::in_turn;
use super::programs::Native;
use super::{Plan, head, line};
use crate::sample::large::Form;

pub(super) fn run(plan: &Plan) -> Result<()> {
    let native = Native::built(plan)?;
    for people in plan.sizes(&[1_000_000]) {
        let file = plan.file(people, Form::OktaCsv)?;
        let all = in_turn(
            plan.runs,
            &[&|| native.floor(&file), &|| native.check(&file, "text"), &|| native.check(&file, "json")],
        )?;
        let ratio = |at: usize| all[0].cpu / all[at].cpu;
        head("command line", people, &file, plan.runs)?;
        line("csv crate, reading alone (the floor)", &all[0], None);
        let asked = "the floor's speed (asked 0.65, reach for 1.00)";
        line("rollcall check, text", &all[1], Some((ratio(1), asked)));
        line("rollcall check, JSON with every finding", &all[2], Some((ratio(2), "the floor's speed")));
    }
    Ok(())
}
