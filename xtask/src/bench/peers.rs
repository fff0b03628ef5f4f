//! `cargo xtask bench peers`: the module in Node beside scripts that do the same job with libraries of JavaScript.

use anyhow::Result;

use super::measure::in_turn;
use super::programs::{How, Node};
use super::{Plan, head, line};
use crate::sample::large::Form;

pub(super) fn run(plan: &Plan) -> Result<()> {
    let node = Node::built(plan)?;
    for people in plan.sizes(&[100_000, 1_000_000]) {
        let file = plan.file(people, Form::OktaCsv)?;
        let all = in_turn(
            plan.runs,
            &[&|| node.check(&file, How::Session), &|| Node::peer("papa-zod", &file), &|| {
                Node::peer("udsv", &file)
            }],
        )?;
        let (zod, by_hand) = if people < 300_000 {
            ("(asked 20, reach for 30)", "(asked 5, reach for 8)")
        } else {
            ("(asked 30, reach for 45)", "(asked 8, reach for 12)")
        };
        let ratio = |at: usize| all[at].cpu / all[0].cpu;
        head("beside libraries of JavaScript", people, &file, plan.runs)?;
        line("rollcall, session", &all[0], None);
        line(
            "Papa Parse + Zod + libphonenumber-js",
            &all[1],
            Some((ratio(1), &format!("rollcall's time {zod}"))),
        );
        line("uDSV + checks by hand", &all[2], Some((ratio(2), &format!("rollcall's time {by_hand}"))));
        for (at, name) in ["rollcall", "Papa Parse + Zod", "uDSV"].into_iter().enumerate() {
            println!(
                "    {name}: {} people, {} findings",
                all[at].number("people"),
                all[at].number("findings")
            );
        }
    }
    Ok(())
}
