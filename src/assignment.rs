//! Which assignment a person gets: the first of the list that names one of the person's groups.

use crate::settings::Settings;

/// The name under which the default assignment is reported.
pub const DEFAULT: &str = "(default)";

/// Place in the list of the assignment for someone in these groups; `None` is the default assignment.
/// Group names match trimmed and without case.
pub fn pick<'g>(settings: &Settings, groups: &(impl Iterator<Item = &'g str> + Clone)) -> Option<usize> {
    settings.assignments.iter().position(|assignment| {
        assignment.groups.iter().any(|named| {
            let named = named.trim().to_lowercase();
            !named.is_empty() && groups.clone().any(|group| group.trim().to_lowercase() == named)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_names_a_group_wins() {
        let settings = Settings::from_json(
            r#"{"assignments":[{"name":"Sales","groups":["Sales EMEA","Sales"]},{"name":"Leads","groups":["Leads"]}]}"#,
        )
        .expect("settings");
        assert_eq!(pick(&settings, &["Leads", " sales "].into_iter()), Some(0));
        assert_eq!(pick(&settings, &["leads"].into_iter()), Some(1));
        assert_eq!(pick(&settings, &["Support"].into_iter()), None);
    }
}
