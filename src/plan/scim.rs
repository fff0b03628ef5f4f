//! The SCIM 2.0 requests that the source would send, in its own style.
//!
//! Okta looks people up by their user name, creates with POST, updates with PUT of everything, and deactivates with
//! a PATCH that has no path. Entra updates with PATCH, one operation a path, with capitalised operations and booleans
//! as text. Ids that only Gong can give stand as `{user:NAME}` and `{group:NAME}`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Action, Entry, GroupPlan, Plan, State};
use crate::check::Outcome;
use crate::export::{Shape, Source};
use crate::profile::Attribute;
use crate::report::write;

const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
/// As Microsoft's provisioning tutorial for Gong names it.
const GONG: &str = "urn:ietf:params:scim:schemas:extension:Gong:2.0:User";
const PATCH: &str = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/// Members of one request.
const MEMBERS: usize = 100;

/// One request.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// `GET`, `POST`, `PUT` or `PATCH`.
    pub method: &'static str,
    /// Path and query below the service's address.
    pub path: String,
    /// What is sent; null for a look-up.
    pub body: Value,
    /// Attributes that would go along if any source told their SCIM name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<Attribute>,
}

/// Requests being written in portions.
#[derive(Debug)]
pub struct Requests<'p> {
    plan: &'p Plan,
    style: Source,
    /// The people whose ids a replayer knows by now.
    users: Vec<bool>,
    /// The people whose requests were written, as far as they are in Gong already.
    sent: Vec<bool>,
    /// The people who have got another user name by now.
    renamed: Vec<bool>,
    next: Step,
    /// Managers who are created after those who report to them: person and manager.
    later: Vec<(usize, usize)>,
    left_out: BTreeMap<Attribute, u64>,
    /// People whom no request can tell from someone else in Gong.
    unclear: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// People who are in Gong already come first, so that user names are free before new people get them.
    Known(usize),
    New(usize),
    Managers,
    Group(usize),
}

/// What an attribute is called in SCIM, where a source tells.
fn path(attribute: Attribute) -> Option<&'static str> {
    match attribute {
        Attribute::UserName => Some("userName"),
        Attribute::GivenName => Some("name.givenName"),
        Attribute::FamilyName => Some("name.familyName"),
        Attribute::PrimaryEmail => Some("emails[type eq \"work\"].value"),
        Attribute::PhoneNumber => Some("phoneNumbers[type eq \"work\"].value"),
        Attribute::Title => Some("title"),
        Attribute::TimeZone => Some("timezone"),
        Attribute::Locale => Some("locale"),
        Attribute::Country => Some("urn:ietf:params:scim:schemas:extension:Gong:2.0:User:country"),
        Attribute::State => Some("urn:ietf:params:scim:schemas:extension:Gong:2.0:User:stateOrProvince"),
        _ => None,
    }
}

fn is_manager(attribute: Attribute) -> bool {
    matches!(attribute, Attribute::ManagerEmail | Attribute::ManagerName | Attribute::ManagerId)
}

impl Plan {
    /// The requests of the whole plan: people who are there in its order, new
    /// people, managers who were not there before those who report to them, then groups.
    pub fn requests(&self) -> Requests<'_> {
        Requests {
            plan: self,
            style: self.after.source().unwrap_or(Source::Okta),
            users: vec![false; self.len()],
            sent: vec![false; self.len()],
            renamed: vec![false; self.len()],
            next: Step::Known(0),
            unclear: 0,
            later: Vec::new(),
            left_out: BTreeMap::new(),
        }
    }

    /// The requests about one person, by place: their own, and those of the groups they come to and leave.
    pub fn requests_of(&self, place: usize) -> Vec<Request> {
        let mut requests = self.requests();
        let mut all = Vec::new();
        requests.person(place, &mut all);
        requests.managers(&mut all);
        for group in &self.groups {
            let only = |people: &[u32]| -> Vec<u32> {
                people.iter().copied().filter(|&person| person as usize == place).collect()
            };
            let own = GroupPlan {
                name: group.name.clone(),
                known: true,
                added: only(&group.added),
                removed: only(&group.removed),
            };
            if own.is_pushed() {
                requests.group(&own, &mut all);
            }
        }
        all
    }
}

impl Requests<'_> {
    /// Adds a portion to `out`, one request a line; says whether there is more.
    pub fn more(&mut self, out: &mut Vec<u8>) -> bool {
        const PORTION: usize = 64 * 1024;
        while out.len() < PORTION {
            let mut requests = Vec::new();
            match self.next {
                Step::Known(place) if place < self.plan.len() => {
                    self.known(place, &mut requests);
                    self.next = Step::Known(place + 1);
                }
                Step::Known(_) => self.next = Step::New(0),
                Step::New(place) if place < self.plan.len() => {
                    if self.plan.action(place) == Action::Create {
                        self.person(place, &mut requests);
                    }
                    self.next = Step::New(place + 1);
                }
                Step::New(_) => self.next = Step::Managers,
                Step::Managers => {
                    self.managers(&mut requests);
                    self.next = Step::Group(0);
                }
                Step::Group(place) => {
                    let plan = self.plan;
                    let Some(group) = plan.groups.get(place) else { return false };
                    if group.is_pushed() {
                        self.group(group, &mut requests);
                    }
                    self.next = Step::Group(place + 1);
                }
            }
            for request in requests {
                write(out, &request);
                out.push(b'\n');
            }
        }
        true
    }

    /// The attributes that were left out so far, each with the number of people it concerns.
    pub fn left_out(&self) -> impl Iterator<Item = (Attribute, u64)> {
        self.left_out.iter().map(|(attribute, count)| (*attribute, *count))
    }

    /// Number of people for whom nothing was written, because someone else in Gong has the same user name.
    pub fn unclear(&self) -> u64 {
        self.unclear
    }

    /// Someone who is in Gong already; before them whoever gives up the user name that they get. A circle is sent as
    /// it comes: no source has a way around it either.
    fn known(&mut self, place: usize, out: &mut Vec<Request>) {
        let plan = self.plan;
        let mut waiting = vec![place];
        while let Some(&top) = waiting.last() {
            let entry = &plan.entries[top];
            let gets = entry.after.filter(|_| plan.is_renamed(entry)).map(|row| plan.sent_name(entry, row));
            let holder = gets.and_then(|name| {
                plan.holders(name).map(|holder| holder as usize).find(|&holder| {
                    !self.sent[holder] && plan.is_renamed(&plan.entries[holder]) && !waiting.contains(&holder)
                })
            });
            if let Some(holder) = holder.filter(|_| !self.sent[top]) {
                waiting.push(holder);
                continue;
            }
            waiting.pop();
            if !std::mem::replace(&mut self.sent[top], true) && entry.action != Action::Create {
                self.person(top, out);
            }
        }
    }

    fn person(&mut self, place: usize, out: &mut Vec<Request>) {
        let plan = self.plan;
        let entry = &plan.entries[place];
        if plan.is_unclear(place) {
            self.unclear += u64::from(!matches!(entry.action, Action::None | Action::Skip));
            return;
        }
        match (entry.action, entry.after) {
            (Action::Create, Some(row)) => {
                let left_out = self.leave_out(entry, row);
                self.look_up_user(place, out);
                // Gong has someone of that user name: the source takes them for this person.
                let taken = plan.holds(plan.sent_name(entry, row));
                let body = if taken && self.style == Source::Entra {
                    patch(&self.everything(place, row, out))
                } else {
                    self.user(place, row, taken, out)
                };
                let (method, path) = match (taken, self.style) {
                    (false, _) => ("POST", "/Users".to_owned()),
                    (true, Source::Okta) => ("PUT", format!("/Users/{}", user_id(self.name(place)))),
                    (true, Source::Entra) => ("PATCH", format!("/Users/{}", user_id(self.name(place)))),
                };
                out.push(Request { method, path, body, left_out });
            }
            (Action::Update, Some(_)) if entry.changed == Attribute::Groups.bit() => {}
            (Action::Update | Action::Reactivate, Some(row)) => {
                let left_out = self.leave_out(entry, row);
                let path = format!("/Users/{}", user_id(plan.name_of(entry)));
                let (method, body) = if self.style == Source::Okta {
                    self.look_up_user(place, out);
                    ("PUT", self.user(place, row, true, out))
                } else {
                    let mut before = Vec::new();
                    let operations = self.operations(place, row, &mut before);
                    if operations.is_empty() {
                        return;
                    }
                    self.look_up_user(place, out);
                    out.append(&mut before);
                    ("PATCH", patch(&operations))
                };
                out.push(Request { method, path, body, left_out });
                // The old user name may be another person's by now: from here on the new one stands for the id.
                if plan.sent_name(entry, row) != plan.name_of(entry) {
                    self.renamed[place] = true;
                    self.users[place] = false;
                }
            }
            (Action::Deactivate, _) => {
                self.look_up_user(place, out);
                let path = format!("/Users/{}", user_id(plan.name_of(entry)));
                let operation = if self.style == Source::Okta {
                    json!({"op": "replace", "value": {"active": false}})
                } else {
                    json!({"op": "Replace", "path": "active", "value": "False"})
                };
                let body = patch(&[operation]);
                out.push(Request { method: "PATCH", path, body, left_out: Vec::new() });
            }
            _ => {}
        }
    }

    /// Attributes of a person that are to be sent and have no SCIM name.
    fn leave_out(&mut self, entry: &Entry, row: u32) -> Vec<Attribute> {
        let plan = self.plan;
        // A PUT, like a POST, is about everything.
        let bits = if entry.action == Action::Create || self.style == Source::Okta {
            plan.after.base.store.rows[row as usize].present
        } else {
            entry.changed
        };
        let refers = self.style == Source::Entra && self.manager(row).is_some();
        let named = |attribute: Attribute| {
            path(attribute).is_some()
                || matches!(attribute, Attribute::Id | Attribute::Status | Attribute::Groups)
                || (refers && is_manager(attribute))
        };
        let left_out: Vec<Attribute> = Attribute::ALL
            .into_iter()
            .filter(|attribute| bits & attribute.bit() != 0 && !named(*attribute))
            .collect();
        for &attribute in &left_out {
            *self.left_out.entry(attribute).or_default() += 1;
        }
        left_out
    }

    /// Asks for a person's id, once.
    fn look_up_user(&mut self, place: usize, out: &mut Vec<Request>) {
        if !std::mem::replace(&mut self.users[place], true) {
            out.push(look_up("/Users", "userName", self.name(place)));
        }
    }

    /// What a person is called in Gong by now.
    fn name(&self, place: usize) -> &str {
        let entry = &self.plan.entries[place];
        match entry.after {
            Some(row) if self.renamed[place] => self.plan.sent_name(entry, row),
            _ => self.plan.name_of(entry),
        }
    }

    /// The whole user, as POST and PUT send it.
    fn user(&mut self, place: usize, row: u32, known: bool, out: &mut Vec<Request>) -> Value {
        let plan = self.plan;
        let entry = &plan.entries[place];
        let value = |attribute| plan.sent(entry, row, attribute);
        let text = |attribute| Some(value(attribute)).filter(|text| !text.is_empty());
        let mut schemas = vec![USER];
        let mut user = Map::new();
        user.insert("userName".to_owned(), plan.sent_name(entry, row).into());
        if self.style == Source::Okta
            && let Some(id) = self.okta_id(row)
        {
            user.insert("externalId".to_owned(), id.into());
        }
        user.insert(
            "name".to_owned(),
            json!({"givenName": value(Attribute::GivenName), "familyName": value(Attribute::FamilyName)}),
        );
        user.insert(
            "emails".to_owned(),
            json!([{"primary": true, "type": "work", "value": value(Attribute::PrimaryEmail)}]),
        );
        if let Some(phone) = text(Attribute::PhoneNumber) {
            user.insert(
                "phoneNumbers".to_owned(),
                json!([{"primary": true, "type": "work", "value": phone}]),
            );
        }
        for (name, attribute) in
            [("title", Attribute::Title), ("locale", Attribute::Locale), ("timezone", Attribute::TimeZone)]
        {
            if let Some(text) = text(attribute) {
                user.insert(name.to_owned(), text.into());
            }
        }
        user.insert("active".to_owned(), true.into());
        if let Some(id) = self.reference(place, row, out) {
            schemas.push(ENTERPRISE);
            user.insert(ENTERPRISE.to_owned(), json!({"manager": {"value": id}}));
        }
        let mut gong = Map::new();
        for (name, attribute) in [("stateOrProvince", Attribute::State), ("country", Attribute::Country)] {
            if let Some(text) = text(attribute) {
                gong.insert(name.to_owned(), text.into());
            }
        }
        if !gong.is_empty() {
            schemas.push(GONG);
            user.insert(GONG.to_owned(), gong.into());
        }
        user.insert("schemas".to_owned(), schemas.into());
        if known {
            user.insert("id".to_owned(), user_id(plan.name_of(entry)).into());
        }
        user.into()
    }

    /// Everything that is known of a person, one operation a path.
    fn everything(&mut self, place: usize, row: u32, out: &mut Vec<Request>) -> Vec<Value> {
        let plan = self.plan;
        let entry = &plan.entries[place];
        let mut operations: Vec<Value> = Attribute::ALL
            .into_iter()
            .filter_map(|attribute| Some((path(attribute)?, plan.sent(entry, row, attribute))))
            .map(|(path, value)| (path, if path == "userName" { plan.as_sent(value) } else { value }))
            .filter(|(_, value)| !value.is_empty())
            .map(|(path, value)| json!({"op": "Replace", "path": path, "value": value}))
            .collect();
        if let Some(id) = self.reference(place, row, out) {
            let path = format!("{ENTERPRISE}:manager");
            operations.push(json!({"op": "Replace", "path": path, "value": {"value": id}}));
        }
        operations.push(json!({"op": "Replace", "path": "active", "value": "True"}));
        operations
    }

    /// Okta's own id of a person goes along as the external one.
    fn okta_id(&self, row: u32) -> Option<&str> {
        let check = &self.plan.after;
        let held = &check.base.store.rows[row as usize];
        let shape = check.base.inputs[usize::from(held.input)].shape();
        let own = shape.and_then(Shape::source) == Some(Source::Okta);
        Some(check.base.store.arena.key(held.id())).filter(|id| own && !id.is_empty())
    }

    /// What changes, one operation a path.
    fn operations(&mut self, place: usize, row: u32, out: &mut Vec<Request>) -> Vec<Value> {
        let plan = self.plan;
        let entry = plan.entries[place];
        let mut operations = Vec::new();
        let name = plan.sent_name(&entry, row);
        if plan.sent(&entry, row, Attribute::UserName).is_empty() && name != plan.name_of(&entry) {
            operations.push(json!({"op": "Replace", "path": "userName", "value": name}));
        }
        for change in plan.person(place).changes {
            let Some(path) = path(change.attribute) else { continue };
            let after = change.after.as_deref().map(|after| {
                if change.attribute == Attribute::UserName { plan.as_sent(after) } else { after }
            });
            operations.push(match (&change.before, after) {
                (None, Some(after)) => json!({"op": "Add", "path": path, "value": after}),
                (_, Some(after)) => json!({"op": "Replace", "path": path, "value": after}),
                (_, None) => json!({"op": "Remove", "path": path}),
            });
        }
        let path = format!("{ENTERPRISE}:manager");
        if let Some(moved) = plan.manager_move(&entry) {
            if let Some(id) = self.reference(place, row, out) {
                let op = if moved.before.is_some() { "Replace" } else { "Add" };
                operations.push(json!({"op": op, "path": path, "value": {"value": id}}));
            } else if self.manager(row).is_none() {
                operations.push(json!({"op": "Remove", "path": path}));
            }
        }
        if entry.action == Action::Reactivate {
            operations.push(json!({"op": "Replace", "path": "active", "value": "True"}));
        }
        operations
    }

    /// The place of a person's manager, if they are in Gong afterwards.
    fn manager(&self, row: u32) -> Option<usize> {
        let plan = self.plan;
        let manager = plan.after.base.managers.get(row)?.row;
        let place = plan.place_of(manager)?;
        let entry = &plan.entries[place];
        let imported = plan.after.base.store.rows[manager as usize].outcome == Outcome::Imported;
        let kept = entry.after.is_none() && entry.was == State::Active;
        let created = entry.action != Action::Skip || entry.was == State::Active;
        ((imported && created) || kept).then_some(place)
    }

    /// What stands for the manager's id. A manager who is created later is told later.
    fn reference(&mut self, place: usize, row: u32, out: &mut Vec<Request>) -> Option<String> {
        // Okta's app sends the manager's email and name, whose SCIM names no source tells.
        if self.style == Source::Okta {
            return None;
        }
        let manager = self.manager(row)?;
        if !self.users[manager] && self.plan.entries[manager].action == Action::Create {
            self.later.push((place, manager));
            return None;
        }
        self.look_up_user(manager, out);
        Some(user_id(self.name(manager)))
    }

    /// Managers who were not there yet when the people under them were sent.
    fn managers(&mut self, out: &mut Vec<Request>) {
        for (place, manager) in std::mem::take(&mut self.later) {
            let [path, id] = [place, manager].map(|place| {
                self.look_up_user(place, out);
                user_id(self.name(place))
            });
            let operation =
                json!({"op": "Add", "path": format!("{ENTERPRISE}:manager"), "value": {"value": id}});
            out.push(Request {
                method: "PATCH",
                path: format!("/Users/{path}"),
                body: patch(&[operation]),
                left_out: Vec::new(),
            });
        }
    }

    fn group(&mut self, group: &GroupPlan, out: &mut Vec<Request>) {
        let clear = |people: &[u32]| -> Vec<u32> {
            people.iter().copied().filter(|&place| !self.plan.is_unclear(place as usize)).collect()
        };
        let (added, removed) = (clear(&group.added), clear(&group.removed));
        out.push(look_up("/Groups", "displayName", &group.name));
        if !group.known {
            let body = json!({"schemas": [GROUP], "displayName": group.name, "members": []});
            out.push(Request { method: "POST", path: "/Groups".to_owned(), body, left_out: Vec::new() });
        }
        for people in added.chunks(MEMBERS) {
            let members: Vec<Value> =
                people.iter().map(|&place| json!({"value": self.member(place, out)})).collect();
            let op = if self.style == Source::Okta { "add" } else { "Add" };
            out.push(change(group, &[json!({"op": op, "path": "members", "value": members})]));
        }
        for people in removed.chunks(MEMBERS) {
            let ids: Vec<String> = people.iter().map(|&place| self.member(place, out)).collect();
            let operations: Vec<Value> = if self.style == Source::Okta {
                let of = |id| json!({"op": "remove", "path": format!("members[value eq \"{id}\"]")});
                ids.into_iter().map(of).collect()
            } else {
                let members: Vec<Value> = ids.into_iter().map(|id| json!({"value": id})).collect();
                vec![json!({"op": "Remove", "path": "members", "value": members})]
            };
            out.push(change(group, &operations));
        }
    }

    fn member(&mut self, place: u32, out: &mut Vec<Request>) -> String {
        self.look_up_user(place as usize, out);
        user_id(self.name(place as usize))
    }
}

fn change(group: &GroupPlan, operations: &[Value]) -> Request {
    Request {
        method: "PATCH",
        path: format!("/Groups/{{group:{}}}", bare(&group.name)),
        body: patch(operations),
        left_out: Vec::new(),
    }
}

fn patch(operations: &[Value]) -> Value {
    json!({"schemas": [PATCH], "Operations": operations})
}

/// What stands for the id of a user.
fn user_id(name: &str) -> String {
    format!("{{user:{}}}", bare(name))
}

/// A name inside braces: its own are written in percent form.
fn bare(name: &str) -> String {
    name.replace('%', "%25").replace('{', "%7B").replace('}', "%7D")
}

fn look_up(path: &str, attribute: &str, name: &str) -> Request {
    // A text in a filter is a JSON string.
    let filter = encoded(&format!("{attribute} eq {}", Value::from(name)));
    Request {
        method: "GET",
        path: format!("{path}?filter={filter}"),
        body: Value::Null,
        left_out: Vec::new(),
    }
}

/// Text in the query of an address.
fn encoded(text: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'@') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
