//! Whether an account is active, in the words of each source.

use crate::export::Shape;

/// What a status means for provisioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Provisioned as usual; also where nothing is said.
    Active,
    /// Never activated: imported, but not everything works.
    Staged,
    /// Suspended, deactivated or blocked.
    Inactive,
    /// An app assignment that was taken back: not in scope.
    Unassigned,
    /// A value that no source has; counted as active.
    Unknown,
}

/// Reads a status. `text` is trimmed; `inverted` says that the column means the opposite ("Block sign in").
pub(crate) fn read(shape: Shape, text: &str, inverted: bool) -> Status {
    if text.is_empty() {
        return Status::Active;
    }
    let folded = text.to_ascii_uppercase();
    if let Some(truth) = boolean(&folded) {
        return if truth == inverted { Status::Inactive } else { Status::Active };
    }
    if inverted {
        return Status::Unknown;
    }
    if shape == Shape::OktaAppUsersJson {
        return match folded.as_str() {
            "INACTIVE" | "REVOKED" | "SUSPENDED" | "DEPROVISIONED" => Status::Inactive,
            "UNASSIGNED" => Status::Unassigned,
            "STAGED" => Status::Staged,
            "ACTIVE" | "APPROVED" | "IMPLICIT" | "IMPORTED" | "MATCHED" | "PENDING" | "PROVISIONED" => {
                Status::Active
            }
            _ => Status::Unknown,
        };
    }
    // The console writes statuses with spaces.
    match folded.replace([' ', '-'], "_").as_str() {
        "ACTIVE" | "PROVISIONED" | "RECOVERY" | "PASSWORD_EXPIRED" | "LOCKED_OUT" | "ACTIVATING" => {
            Status::Active
        }
        "SUSPENDED" | "DEPROVISIONED" => Status::Inactive,
        "STAGED" => Status::Staged,
        _ => Status::Unknown,
    }
}

/// A boolean in any spelling; upper case.
fn boolean(text: &str) -> Option<bool> {
    match text {
        "TRUE" | "YES" | "Y" | "T" | "1" | "ON" | "ENABLED" => Some(true),
        "FALSE" | "NO" | "N" | "F" | "0" | "OFF" | "DISABLED" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_of_okta() {
        for text in [
            "ACTIVE",
            "PROVISIONED",
            "RECOVERY",
            "PASSWORD_EXPIRED",
            "LOCKED_OUT",
            "ACTIVATING",
            "active",
            "Locked out",
            "",
        ] {
            assert_eq!(read(Shape::OktaUsersJson, text, false), Status::Active, "{text}");
        }
        for text in ["SUSPENDED", "DEPROVISIONED", "Suspended"] {
            assert_eq!(read(Shape::OktaCsv, text, false), Status::Inactive, "{text}");
        }
        assert_eq!(read(Shape::OktaCsv, "STAGED", false), Status::Staged);
        assert_eq!(read(Shape::OktaCsv, "GONE", false), Status::Unknown);
        assert_eq!(read(Shape::OktaAppUsersJson, "UNASSIGNED", false), Status::Unassigned);
        assert_eq!(read(Shape::OktaAppUsersJson, "REVOKED", false), Status::Inactive);
        assert_eq!(read(Shape::OktaAppUsersJson, "IMPLICIT", false), Status::Active);
    }

    #[test]
    fn booleans_in_any_spelling_and_turned() {
        for text in ["true", "True", "TRUE", "yes", "1"] {
            assert_eq!(read(Shape::EntraUsersCsv, text, false), Status::Active, "{text}");
            assert_eq!(read(Shape::EntraBulkCsv, text, true), Status::Inactive, "{text}");
        }
        for text in ["false", "False", "No", "0"] {
            assert_eq!(read(Shape::ScimJson, text, false), Status::Inactive, "{text}");
            assert_eq!(read(Shape::EntraBulkCsv, text, true), Status::Active, "{text}");
        }
        assert_eq!(read(Shape::EntraBulkCsv, "maybe", true), Status::Unknown);
    }
}
