//! `cargo xtask bench truth`: what `rollcall check` counts on a generated company, beside what was put into it.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Plan;
use super::programs::{How, Native, Node};
use crate::process::output;
use crate::sample::large::{Form, truth_beside};

/// What is said of the file as a whole stands in no row.
const OF_FILE: &str = "file/attribute-unknown";

pub(super) fn run(plan: &Plan) -> Result<()> {
    let native = Native::built(plan)?;
    let node = if plan.built { Node::built(plan).ok() } else { Some(Node::built(plan)?) };
    let mut wrong = 0;
    for people in plan.sizes(&[100_000]) {
        for form in [Form::OktaCsv, Form::OktaJson] {
            let file = plan.file(people, form)?;
            let truth: Value = serde_json::from_slice(&fs::read(truth_beside(&file))?)?;
            println!("\ntruth: {people} people, {form:?}");
            let mut check = native.check(&file, "ndjson");
            let limit = std::time::Duration::from_hours(1);
            crate::process::run(&mut check, limit)?;
            let report = fs::read_to_string(crate::target().join("bench/report.out"))?;
            let last = report.lines().last().context("the report is empty")?;
            wrong += differences("command line", &truth, &summary(last)?);
            let Some(node) = &node else { continue };
            let mut check: Command = node.check(&file, How::Session);
            wrong += differences("module in Node", &truth, &summary(&output(&mut check, limit)?)?);
        }
    }
    ensure!(wrong == 0, "{wrong} counts differ from the truth");
    Ok(())
}

/// The summary of a line of JSON, which may hold it as a member.
fn summary(line: &str) -> Result<Value> {
    let value: Value = serde_json::from_str(line.trim())?;
    Ok(value.get("summary").cloned().unwrap_or(value))
}

/// Prints every count that differs, and gives how many there are.
fn differences(who: &str, truth: &Value, summary: &Value) -> usize {
    let found = differing(truth, summary);
    let rules = truth["rules"].as_object().map_or(0, serde_json::Map::len);
    println!(
        "  {who}: {rules} rules, {}",
        if found.is_empty() { "all counts as put in" } else { "which differ:" }
    );
    for (name, (expected, counted)) in &found {
        println!("    {name}: {expected} put in, {counted} counted");
    }
    found.len()
}

/// Counts that are not what was put in: by rule or member of the summary, what was put in and what was counted.
pub(crate) fn differing(truth: &Value, summary: &Value) -> BTreeMap<String, (u64, u64)> {
    let mut counted: BTreeMap<String, u64> = BTreeMap::new();
    for entry in summary["rules"].as_array().into_iter().flatten() {
        let rule = entry["rule"].as_str().unwrap_or_default();
        counted.insert(rule.to_owned(), entry["count"].as_u64().unwrap_or_default());
    }
    let mut expected: BTreeMap<String, u64> = BTreeMap::new();
    for (rule, count) in truth["rules"].as_object().into_iter().flatten() {
        expected.insert(rule.clone(), count.as_u64().unwrap_or_default());
    }
    for (name, of_truth) in
        [("profiles", "people"), ("imported", "imported"), ("blocked", "blocked"), ("inactive", "inactive")]
    {
        counted.insert(name.to_owned(), summary[name].as_u64().unwrap_or_default());
        expected.insert(name.to_owned(), truth[of_truth].as_u64().unwrap_or_default());
    }
    counted.remove(OF_FILE);
    let names: Vec<String> = expected.keys().chain(counted.keys()).cloned().collect();
    let mut found = BTreeMap::new();
    for name in names {
        let of = |counts: &BTreeMap<String, u64>| counts.get(&name).copied().unwrap_or_default();
        if of(&expected) != of(&counted) {
            let both = (of(&expected), of(&counted));
            found.insert(name, both);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use rollcall::check::Session;
    use rollcall::export::Given;
    use rollcall::settings::Settings;

    use super::*;
    use crate::sample::large::{Company, DOMAIN};

    #[test]
    fn the_core_counts_what_the_generator_put_in() {
        for (form, name) in [(Form::OktaCsv, "users.csv"), (Form::OktaJson, "users.json")] {
            for (seed, faults) in [(7, 0.05), (8, 0.4)] {
                let company = Company { people: 5000, seed, faults, form, note: 0 };
                let mut bytes = Vec::new();
                let truth = company.export(&mut bytes).unwrap();
                let mut settings = Settings::default();
                settings.set_primary_domain(DOMAIN).unwrap();
                let mut session = Session::new(settings);
                session.begin(name, Given::default());
                bytes.chunks(4093).try_for_each(|portion| session.push(portion)).unwrap();
                session.end().unwrap();
                let summary = session.finish().summary();
                let differing = differing(&company.told(&truth), &summary);
                assert!(differing.is_empty(), "{form:?}, seed {seed}: {differing:?}");
            }
        }
    }
}
