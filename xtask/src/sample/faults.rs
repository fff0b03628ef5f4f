//! What can be wrong with a person of a generated company, and what has to be told of it.

/// A fault, named after the rule that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    EmailDomain,
    EmailSubdomain,
    EmailInvalid,
    EmailMissing,
    /// The address of whoever stands before.
    EmailDuplicate,
    FamilyMissing,
    GivenMissing,
    PhoneHyphens,
    PhoneDigits,
    PhoneWords,
    PhoneInternational,
    PhoneNotAssignable,
    CountryAlias,
    CountryUnknown,
    CountryUnknownAlone,
    StateMismatch,
    StateUnknown,
    StateUnknownAlone,
    StateNeeded,
    StateSplit,
    ZoneWindows,
    ZoneOffset,
    ZoneUnknown,
    ZoneLink,
    ZoneFixed,
    ZoneAbroad,
    LocaleFormat,
    LocaleWords,
    LocaleUnknown,
    LocaleMissing,
    LocaleWeekend,
    Suspended,
    Deprovisioned,
    Staged,
    StatusUnknown,
    ManagerMissing,
    ManagerNotFound,
    ManagerTurned,
    ManagerByName,
    ManagerAmbiguous,
    ManagerNoAddress,
    ManagerReference,
    ManagerConflict,
    ManagerSelf,
    /// With whoever stands before.
    ManagerCycle,
    TitleMissing,
    WhiteSpace,
    Placeholder,
    Twice,
    Ragged,
}

use Fault as F;

/// Each as often as it stands here.
pub(super) const FAULTS: &[Fault] = &[
    F::EmailDomain,
    F::EmailDomain,
    F::EmailSubdomain,
    F::EmailInvalid,
    F::EmailMissing,
    F::EmailDuplicate,
    F::FamilyMissing,
    F::FamilyMissing,
    F::GivenMissing,
    F::PhoneHyphens,
    F::PhoneHyphens,
    F::PhoneDigits,
    F::PhoneWords,
    F::PhoneInternational,
    F::PhoneInternational,
    F::PhoneNotAssignable,
    F::CountryAlias,
    F::CountryUnknown,
    F::CountryUnknownAlone,
    F::StateMismatch,
    F::StateUnknown,
    F::StateUnknownAlone,
    F::StateNeeded,
    F::StateNeeded,
    F::StateSplit,
    F::ZoneWindows,
    F::ZoneWindows,
    F::ZoneOffset,
    F::ZoneUnknown,
    F::ZoneLink,
    F::ZoneFixed,
    F::ZoneAbroad,
    F::LocaleFormat,
    F::LocaleFormat,
    F::LocaleFormat,
    F::LocaleWords,
    F::LocaleUnknown,
    F::LocaleMissing,
    F::LocaleWeekend,
    F::Suspended,
    F::Deprovisioned,
    F::Staged,
    F::StatusUnknown,
    F::ManagerMissing,
    F::ManagerMissing,
    F::ManagerNotFound,
    F::ManagerTurned,
    F::ManagerByName,
    F::ManagerAmbiguous,
    F::ManagerNoAddress,
    F::ManagerReference,
    F::ManagerConflict,
    F::ManagerSelf,
    F::ManagerCycle,
    F::TitleMissing,
    F::TitleMissing,
    F::WhiteSpace,
    F::Placeholder,
    F::Twice,
    F::Ragged,
];

impl Fault {
    /// Keeps the person out, or their account is not active: their reports are told so.
    pub(super) fn keeps_out(self) -> bool {
        self.blocks() || self.is_inactive()
    }

    pub(super) fn blocks(self) -> bool {
        matches!(
            self,
            F::EmailDomain
                | F::EmailSubdomain
                | F::EmailInvalid
                | F::EmailMissing
                | F::EmailDuplicate
                | F::FamilyMissing
                | F::GivenMissing
        )
    }

    pub(super) fn is_inactive(self) -> bool {
        matches!(self, F::Suspended | F::Deprovisioned)
    }

    /// Changes the address by which reports would find the person.
    pub(super) fn is_of_address(self) -> bool {
        matches!(
            self,
            F::EmailDomain | F::EmailSubdomain | F::EmailInvalid | F::EmailMissing | F::EmailDuplicate
        )
    }

    pub(super) fn is_of_manager(self) -> bool {
        matches!(
            self,
            F::ManagerMissing
                | F::ManagerNotFound
                | F::ManagerTurned
                | F::ManagerByName
                | F::ManagerAmbiguous
                | F::ManagerNoAddress
                | F::ManagerReference
                | F::ManagerConflict
                | F::ManagerSelf
                | F::ManagerCycle
        )
    }

    /// What is told of it, by the definitions in `docs/rules.md`.
    pub(super) fn rules(self) -> &'static [&'static str] {
        match self {
            F::EmailDomain | F::EmailSubdomain => &["email/domain"],
            F::EmailInvalid => &["email/invalid"],
            F::EmailMissing => &["email/missing"],
            // Both who share it are told.
            F::EmailDuplicate => &["email/duplicate", "email/duplicate"],
            F::FamilyMissing => &["name/family-missing"],
            F::GivenMissing => &["name/given-missing"],
            F::PhoneHyphens | F::PhoneDigits | F::PhoneWords => &["phone/format"],
            F::PhoneInternational => &["phone/international"],
            F::PhoneNotAssignable => &["phone/not-assignable"],
            F::CountryAlias => &["country/alias"],
            F::CountryUnknown => &["country/unknown"],
            // With a zone the value decides nothing. Without one the company's default is used.
            F::CountryUnknownAlone => &["country/unknown", "timezone/defaulted"],
            F::StateMismatch => &["state/country-mismatch"],
            F::StateUnknown => &["state/unknown"],
            F::StateUnknownAlone => &["state/unknown", "timezone/defaulted"],
            F::StateNeeded => &["state/needed"],
            F::StateSplit => &["state/split"],
            F::ZoneWindows => &["timezone/windows"],
            F::ZoneOffset => &["timezone/offset"],
            F::ZoneUnknown => &["timezone/unknown"],
            F::ZoneLink => &["timezone/link"],
            F::ZoneFixed => &["timezone/fixed"],
            F::ZoneAbroad => &["timezone/country-mismatch"],
            F::LocaleFormat | F::LocaleWords => &["locale/format"],
            F::LocaleUnknown => &["locale/unknown"],
            F::LocaleMissing => &["locale/missing"],
            F::LocaleWeekend => &["locale/weekend-mismatch"],
            F::Suspended | F::Deprovisioned => &["status/inactive"],
            F::Staged => &["status/staged"],
            F::StatusUnknown => &["status/unknown"],
            F::ManagerMissing => &["manager/missing"],
            F::ManagerNotFound => &["manager/not-found"],
            F::ManagerTurned => &["manager/name-order"],
            F::ManagerByName => &["manager/name-only"],
            F::ManagerAmbiguous => &["manager/ambiguous"],
            F::ManagerNoAddress => &["manager/email-invalid"],
            F::ManagerReference => &["manager/reference"],
            F::ManagerConflict => &["manager/conflict"],
            F::ManagerSelf => &["manager/self"],
            // A circle is told once.
            F::ManagerCycle => &["manager/cycle"],
            F::TitleMissing => &["title/missing"],
            F::WhiteSpace => &["value/whitespace"],
            F::Placeholder => &["value/placeholder"],
            F::Twice => &["file/duplicate-record"],
            F::Ragged => &["file/ragged-row"],
        }
    }
}
