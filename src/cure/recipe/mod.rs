//! Recipes: changes told by person and value, so that they can be made again on next month's export.
//!
//! A [`Batch`](super::Batch) knows changes by their places in one file; a [`Recipe`] knows whom and what they were
//! about. [`Writing`] makes the one of the other, [`Replaying`] the other of the one.

mod held;
mod people;
mod replay;
mod write;

use serde_json::Value;

pub use replay::{Replay, Replaying, Stale};
pub use write::{Writing, Written};

use crate::profile::Attribute;
use crate::settings::Refused;

const FORMAT: &str = "rollcall-recipe";
/// The contract's version.
const FORMAT_VERSION: u32 = 1;
/// Longest recipe, in bytes.
pub const MAX_RECIPE: usize = 64 * 1024 * 1024;

/// How a recipe names a person: by the strongest key that the files have of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Id, user name or primary email.
    pub attribute: Attribute,
    /// Its value, as it stood before anything was changed.
    pub text: String,
}

impl Key {
    /// What keys can be, the strongest first.
    pub const ATTRIBUTES: [Attribute; 3] = [Attribute::Id, Attribute::UserName, Attribute::PrimaryEmail];
}

/// One step of a recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Whose value it is; without a person that of everyone who has it.
    pub person: Option<Key>,
    /// The attribute. Of a list a step is about one of its values.
    pub attribute: Attribute,
    /// The value that has to stand there; space around it does not count.
    pub from: String,
    /// The value in its place.
    pub to: String,
}

/// Changes to be made one after the other, each seeing what those before it made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipe {
    /// The steps in their order.
    pub steps: Vec<Step>,
}

impl Recipe {
    /// Reads the JSON of a recipe.
    ///
    /// # Errors
    ///
    /// Text that is no JSON or too long, another format or version, a member that is missing or not known, a value of the
    /// wrong type: with its place as JSON Pointer.
    pub fn from_json(text: &str) -> Result<Recipe, Refused> {
        if text.len() > MAX_RECIPE {
            return Err(refused("", too_long()));
        }
        // Some editors put a byte order mark before the text.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let value: Value =
            serde_json::from_str(text).map_err(|error| refused("", format!("this is no JSON: {error}")))?;
        let recipe = Members::of("", &value)?;
        let format = recipe.text("format")?;
        if format != FORMAT {
            let message = format!("\"{format}\" is another kind of file; a recipe says \"{FORMAT}\"");
            return Err(refused("/format", message));
        }
        let version = recipe.need("formatVersion")?;
        if *version != FORMAT_VERSION {
            let message =
                format!("version {version} is not known here; this program reads version {FORMAT_VERSION}");
            return Err(refused("/formatVersion", message));
        }
        recipe.no_others(&["format", "formatVersion", "steps"])?;
        let Value::Array(steps) = recipe.need("steps")? else {
            return Err(refused("/steps", "the steps are a list".to_owned()));
        };
        let steps = steps.iter().enumerate().map(|(at, value)| step(&format!("/steps/{at}"), value));
        Ok(Recipe { steps: steps.collect::<Result<_, _>>()? })
    }

    /// The JSON, a step a line.
    ///
    /// # Errors
    ///
    /// It would be longer than what [`Recipe::from_json`] reads.
    pub fn to_json(&self) -> Result<String, crate::Error> {
        let mut text = format!("{{\"format\":\"{FORMAT}\",\"formatVersion\":{FORMAT_VERSION},\"steps\":[");
        for (at, step) in self.steps.iter().enumerate() {
            text.push_str(if at == 0 { "\n" } else { ",\n" });
            text.push_str(&step.to_json());
            if text.len() > MAX_RECIPE {
                return Err(crate::Error::new(None, too_long()));
            }
        }
        text.push_str(if self.steps.is_empty() { "]}\n" } else { "\n]}\n" });
        Ok(text)
    }
}

impl Step {
    fn to_json(&self) -> String {
        // Writing a text to memory does not fail.
        let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
        let (attribute, from, to) = (quoted(self.attribute.name()), quoted(&self.from), quoted(&self.to));
        match &self.person {
            Some(key) => format!(
                "{{\"person\":{{\"{}\":{}}},\"attribute\":{attribute},\"from\":{from},\"to\":{to}}}",
                key.attribute.name(),
                quoted(&key.text)
            ),
            None => format!("{{\"cause\":{{\"attribute\":{attribute},\"from\":{from}}},\"to\":{to}}}"),
        }
    }
}

fn too_long() -> String {
    format!("a recipe has at most {} MiB", MAX_RECIPE / (1024 * 1024))
}

fn refused(path: &str, message: String) -> Refused {
    Refused { path: path.to_owned(), message }
}

fn step(path: &str, value: &Value) -> Result<Step, Refused> {
    let step = Members::of(path, value)?;
    let to = step.text("to")?.to_owned();
    if let Some(message) = super::unwritable(&to) {
        return Err(refused(&step.place("to"), message.to_owned()));
    }
    let Some(cause) = step.get("cause") else {
        let Some(person) = step.get("person") else {
            return Err(refused(path, "a step names a \"person\" or a \"cause\"".to_owned()));
        };
        step.no_others(&["person", "attribute", "from", "to"])?;
        let person = Some(key(&format!("{path}/person"), person)?);
        return Ok(Step { person, attribute: step.attribute()?, from: step.text("from")?.to_owned(), to });
    };
    if step.get("person").is_some() {
        return Err(refused(path, "a step is about a \"person\" or a \"cause\", not both".to_owned()));
    }
    step.no_others(&["cause", "to"])?;
    let own = format!("{path}/cause");
    let cause = Members::of(&own, cause)?;
    cause.no_others(&["attribute", "from"])?;
    Ok(Step { person: None, attribute: cause.attribute()?, from: cause.text("from")?.to_owned(), to })
}

fn key(path: &str, value: &Value) -> Result<Key, Refused> {
    let person = Members::of(path, value)?;
    person.no_others(&Key::ATTRIBUTES.map(Attribute::name))?;
    let mut given = Key::ATTRIBUTES.into_iter().filter(|key| person.get(key.name()).is_some());
    let (Some(attribute), None) = (given.next(), given.next()) else {
        let message = "a person is named by one of \"id\", \"userName\" and \"primaryEmail\"".to_owned();
        return Err(refused(path, message));
    };
    let text = person.text(attribute.name())?;
    if text.trim().is_empty() {
        return Err(refused(&person.place(attribute.name()), "it is empty, so it names nobody".to_owned()));
    }
    Ok(Key { attribute, text: text.to_owned() })
}

/// The members of an object, and where it stands.
struct Members<'v> {
    path: &'v str,
    members: &'v serde_json::Map<String, Value>,
}

impl<'v> Members<'v> {
    fn of(path: &'v str, value: &'v Value) -> Result<Members<'v>, Refused> {
        match value {
            Value::Object(members) => Ok(Members { path, members }),
            _ => Err(refused(path, "an object with named members is expected here".to_owned())),
        }
    }

    fn place(&self, name: &str) -> String {
        format!("{}/{}", self.path, crate::settings::escape(name))
    }

    fn get(&self, name: &str) -> Option<&'v Value> {
        self.members.get(name)
    }

    fn need(&self, name: &str) -> Result<&'v Value, Refused> {
        self.get(name).ok_or_else(|| refused(self.path, format!("the member \"{name}\" is missing")))
    }

    fn text(&self, name: &str) -> Result<&'v str, Refused> {
        let value = self.need(name)?;
        value.as_str().ok_or_else(|| refused(&self.place(name), "a text is expected here".to_owned()))
    }

    fn attribute(&self) -> Result<Attribute, Refused> {
        let name = self.text("attribute")?;
        Attribute::from_name(name)
            .ok_or_else(|| refused(&self.place("attribute"), format!("\"{name}\" is no attribute")))
    }

    fn no_others(&self, known: &[&str]) -> Result<(), Refused> {
        match self.members.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => {
                let message = format!("\"{name}\" is not known here; known are {}", known.join(", "));
                Err(refused(&self.place(name), message))
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = r#"{"format":"rollcall-recipe","formatVersion":1,"steps":[
{"person":{"id":"00u1"},"attribute":"title","from":"a","to":"b"},
{"cause":{"attribute":"locale","from":"en_US"},"to":"en-US"}
]}
"#;

    #[test]
    fn a_recipe_is_written_as_it_is_read() {
        let recipe = Recipe::from_json(EXAMPLE).expect("a recipe");
        assert_eq!(recipe.steps.len(), 2);
        assert_eq!(recipe.to_json().expect("short"), EXAMPLE);
        let none = Recipe::default().to_json().expect("short");
        assert_eq!(Recipe::from_json(&format!("\u{FEFF}{none}")), Ok(Recipe::default()));
    }

    #[test]
    fn what_is_not_known_is_refused_with_its_place() {
        let refused = |from: &str, to: &str| {
            assert!(EXAMPLE.contains(from), "{from}");
            Recipe::from_json(&EXAMPLE.replacen(from, to, 1)).expect_err(to).path
        };
        assert_eq!(refused("rollcall-recipe", "rollcall-settings"), "/format");
        assert_eq!(refused(r#""formatVersion":1"#, r#""formatVersion":2"#), "/formatVersion");
        assert_eq!(refused(r#""formatVersion":1"#, r#""formatVersion":"1""#), "/formatVersion");
        assert_eq!(refused(r#""formatVersion":1,"#, ""), "");
        assert_eq!(refused(r#""steps":["#, r#""step":[],"steps":["#), "/step");
        assert_eq!(refused(r#""title""#, r#""shoeSize""#), "/steps/0/attribute");
        assert_eq!(refused(r#""a","to""#, r#"7,"to""#), "/steps/0/from");
        assert_eq!(refused(r#""from":"a","#, ""), "/steps/0");
        assert_eq!(refused(r#""to":"b""#, r#""to":"b","when":"now""#), "/steps/0/when");
        assert_eq!(refused(r#"{"id":"00u1"}"#, r#"{"id":"00u1","userName":"a"}"#), "/steps/0/person");
        assert_eq!(refused(r#"{"id":"00u1"}"#, r#"{"name":"a"}"#), "/steps/0/person/name");
        assert_eq!(refused(r#"{"id":"00u1"}"#, r#"{"id":" "}"#), "/steps/0/person/id");
        assert_eq!(refused(r#"{"id":"00u1"}"#, r#"["00u1"]"#), "/steps/0/person");
        assert_eq!(refused(r#"{"person":{"id":"00u1"},"#, "{"), "/steps/0");
        assert_eq!(refused(r#""to":"en-US""#, r#""to":"en-US","person":{"id":"1"}"#), "/steps/1");
        assert_eq!(refused(r#""from":"en_US""#, r#""from":"en_US","a/b":1"#), "/steps/1/cause/a~1b");
        assert_eq!(refused(r#""to":"en-US""#, r#""to":null"#), "/steps/1/to");
        assert_eq!(refused(r#""to":"b""#, r#""to":"b\u0000""#), "/steps/0/to");
        for text in ["", "[]", "{", "7", "{\"format\":\"rollcall-recipe\"}"] {
            assert!(Recipe::from_json(text).is_err(), "{text}");
        }
    }
}
