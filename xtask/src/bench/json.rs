//! `cargo xtask bench json`: a list of Okta's users, the whole job, beside `JSON.parse` of the same file and nothing else.

use anyhow::Result;

use super::measure::in_turn;
use super::programs::{How, Node};
use super::{Plan, head, line, memory};
use crate::sample::large::Form;

pub(super) fn run(plan: &Plan) -> Result<()> {
    let node = Node::built(plan)?;
    for people in plan.sizes(&[100_000]) {
        let file = plan.file(people, Form::OktaJson)?;
        let parse = || {
            let mut command = Node::script("node/parse.mjs");
            command.arg(&file);
            command
        };
        let all = in_turn(plan.runs, &[&parse, &|| node.check(&file, How::Session)])?;
        head("users as JSON", people, &file, plan.runs)?;
        line("JSON.parse alone", &all[0], None);
        let asked = "JSON.parse's speed (asked 2, reach for 3)";
        line("rollcall, session", &all[1], Some((all[0].cpu / all[1].cpu, asked)));
        println!("    without Node's own start: {:.2} ×", all[0].number("own") / all[1].number("own"));
        memory(all[1].number("memory"), people);
    }
    Ok(())
}
