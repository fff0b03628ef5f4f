//! Files written anew with fake people in them.

use rollcall::check::Check;

/// The redacted files of a check, the bytes being pushed in portions of `step`.
pub(crate) fn redacted(check: &Check, files: &[(&str, &[u8])], step: usize) -> Vec<Vec<u8>> {
    let mut learning = check.redaction();
    while let Some(input) = learning.wants() {
        for portion in files[input as usize].1.chunks(step) {
            learning.push(portion).expect("the same bytes");
        }
        learning.end().expect("the same bytes");
    }
    let mut redaction = learning.finish();
    let numbers = 0..files.len() as u32;
    numbers
        .map(|input| {
            let mut out = Vec::new();
            redaction.begin(input).expect("readable");
            for portion in files[input as usize].1.chunks(step) {
                redaction.push(portion, &mut out).expect("the same bytes");
            }
            redaction.end(&mut out).expect("the same bytes");
            out
        })
        .collect()
}

/// What a report says, but for values and the words made of them.
pub(crate) fn without_values(report: &str) -> serde_json::Value {
    let mut report: serde_json::Value = serde_json::from_str(report).expect("a report is JSON");
    let members = |value: &mut serde_json::Value, pointer: &str, names: &[&str]| {
        let all = value.pointer_mut(pointer).and_then(serde_json::Value::as_array_mut);
        for object in all.into_iter().flatten().filter_map(serde_json::Value::as_object_mut) {
            for name in names {
                object.remove(*name);
            }
        }
    };
    members(&mut report, "/findings", &["key", "value", "message"]);
    let findings = report.pointer_mut("/findings").and_then(serde_json::Value::as_array_mut);
    for finding in findings.into_iter().flatten() {
        members(finding, "/related", &["key"]);
        finding["suggestion"] = finding["suggestion"].is_string().into();
        finding["choices"] = finding["choices"].as_array().map_or(0, Vec::len).into();
    }
    // A name of a member that is a person's has a fake as well.
    let inputs = report.pointer_mut("/inputs").and_then(serde_json::Value::as_array_mut);
    for input in inputs.into_iter().flatten() {
        let names = input.pointer_mut("/unmapped").and_then(serde_json::Value::as_array_mut);
        for name in names.into_iter().flatten() {
            if name.as_str().is_some_and(|name| name.contains('@')) {
                *name = "@".into();
            }
        }
    }
    members(&mut report, "/profiles", &["key"]);
    let profiles = report.pointer_mut("/profiles").and_then(serde_json::Value::as_array_mut);
    for profile in profiles.into_iter().flatten() {
        // An address where a place belongs has a fake.
        let steps = profile.pointer_mut("/timeZone/trail").and_then(serde_json::Value::as_array_mut);
        for step in steps.into_iter().flatten() {
            if step["value"].as_str().is_some_and(|value| value.contains('@')) {
                step["value"] = "@".into();
            }
        }
        // Who the manager is stands beside it; here it is only whether there is one, and by what.
        if let Some(manager) = profile.pointer_mut("/manager").and_then(serde_json::Value::as_object_mut) {
            manager.remove("key");
        }
        if let Some(groups) = profile.get_mut("groups").filter(|groups| groups.is_array()) {
            *groups = groups.as_array().map_or(0, Vec::len).into();
        }
    }
    report
}

/// Of every profile that has a manager, its place and that of the manager.
pub(crate) fn managers(report: &str) -> Vec<(usize, Vec<usize>)> {
    let report: serde_json::Value = serde_json::from_str(report).expect("a report is JSON");
    let profiles = report["profiles"].as_array().expect("profiles");
    let places = |key: &serde_json::Value| -> Vec<usize> {
        (0..profiles.len()).filter(|&place| profiles[place]["key"] == *key).collect()
    };
    let all = profiles.iter().enumerate().filter(|(_, profile)| !profile["manager"].is_null());
    all.map(|(place, profile)| (place, places(&profile["manager"]["key"]))).collect()
}
