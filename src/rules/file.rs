//! What is wrong with a file as a whole, or with a record as it stands; and what the settings leave open.

use super::{Authority, Effect, Rule};

const FILES: Authority = Authority::Rollcall("Nothing of a file is lost silently");

pub(super) const MANDATORY_UNMAPPED: Rule = Rule {
    id: "file/mandatory-unmapped",
    effect: Effect::Blocks,
    title: "A mandatory attribute has no column",
    reason: "Given name, last name and primary email are mandatory, and no column of this file holds one of them: nobody who is only in this file can be imported.",
    cure: "Name the column in the mapping, or export the attribute as well.",
    source: Authority::Articles("mandatory fields"),
    pass: &["FILE\nfirstName,lastName,email,login\nAna,Li,ana@acme.com,ana@acme.com\n"],
    fail: &["FILE\nfirstName,email,login\nAna,ana@acme.com,ana@acme.com\n"],
};

pub(super) const ENCODING: Rule = Rule {
    id: "file/encoding",
    effect: Effect::Degrades,
    title: "Bytes that stand for no character",
    reason: "Some bytes of the record are no text in the file's encoding, so a character is lost.",
    cure: "Export again as UTF-8, or choose the encoding the file was written in.",
    source: FILES,
    pass: &["FILE\nlogin,firstName,lastName,email\na,Zoë,Li,ana@acme.com\n"],
    fail: &[],
};

pub(super) const RAGGED_ROW: Rule = Rule {
    id: "file/ragged-row",
    effect: Effect::Degrades,
    title: "Row with more or fewer cells than columns",
    reason: "The row does not fit the column names, so its values may stand under the wrong ones.",
    cure: "Look for a delimiter inside a value that is not quoted.",
    source: FILES,
    pass: &["FILE\nlogin,firstName,lastName,email\na,Ana,Li,ana@acme.com,\n"],
    fail: &[
        "FILE\nlogin,firstName,lastName,email\na,Ana,Li\n",
        "FILE\nlogin,firstName,lastName,email\na,Ana,Li,ana@acme.com,x\n",
    ],
};

pub(super) const STRAY_QUOTE: Rule = Rule {
    id: "file/stray-quote",
    effect: Effect::Degrades,
    title: "Quote in the middle of a value",
    reason: "A quoted value goes on behind its closing quote. Most often a quote was opened and not closed before, and values or whole rows have run into one.",
    cure: "Look at the record in the file; double a quote that is part of a value.",
    source: FILES,
    pass: &["FILE\nlogin,firstName,lastName,email\na,\"Ana \"\"Annie\"\"\",Li,ana@acme.com\n"],
    fail: &["FILE\nlogin,firstName,lastName,email\na,\"Ana,Li,ana@acme.com\nb,\"Bo\",Berg,bo@acme.com\n"],
};

pub(super) const DUPLICATE_HEADER: Rule = Rule {
    id: "file/duplicate-header",
    effect: Effect::Degrades,
    title: "Two columns of one name",
    reason: "Which of them is meant cannot be told. The first that holds a value is used.",
    cure: "Rename or remove one of them.",
    source: FILES,
    pass: &["FILE\nlogin,firstName,lastName,email\na,Ana,Li,ana@acme.com\n"],
    fail: &["FILE\nlogin,firstName,lastName,email,Email\na,Ana,Li,ana@acme.com,x\n"],
};

pub(super) const DUPLICATE_RECORD: Rule = Rule {
    id: "file/duplicate-record",
    effect: Effect::Degrades,
    title: "The same account twice",
    reason: "A record with the same id, or without ids the same user name, has stood before in this file. The first one counts.",
    cure: "Remove one of the two records.",
    source: FILES,
    pass: &["userName: ana\nuserName: bo"],
    fail: &["userName: ana\nuserName: ANA | primaryEmail: ana.li@acme.com"],
};

pub(super) const CONFLICT: Rule = Rule {
    id: "file/conflict",
    effect: Effect::Degrades,
    title: "Two files say different things",
    reason: "Records of one person in two files hold different values. The first file that gives one counts.",
    cure: "Put the file that is right first, or mend the other.",
    source: FILES,
    pass: &[],
    fail: &[],
};

pub(super) const PARTIAL_EXPORT: Rule = Rule {
    id: "file/partial-export",
    effect: Effect::Degrades,
    title: "Part of an export",
    reason: "There is more than this file holds: it is one page of several, or most managers are not in it.",
    cure: "Export all pages, or everyone, and check the files together.",
    source: FILES,
    pass: &[
        "FILE\n{\"value\":[{\"id\":\"1\",\"userPrincipalName\":\"ana@acme.com\",\"mail\":\"ana@acme.com\"}]}",
    ],
    fail: &[
        "FILE\n{\"@odata.nextLink\":\"x\",\"value\":[{\"id\":\"1\",\"userPrincipalName\":\"ana@acme.com\",\"mail\":\"ana@acme.com\"}]}",
    ],
};

pub(super) const SOURCE_MISMATCH: Rule = Rule {
    id: "file/source-mismatch",
    effect: Effect::Degrades,
    title: "File of another directory",
    reason: "The file comes from another directory than the one that provisions.",
    cure: "Choose the right source, or drop an export of it.",
    source: FILES,
    pass: &["FILE\nlogin,firstName,lastName,email\na,Ana,Li,ana@acme.com\n"],
    fail: &[],
};

pub(super) const ATTRIBUTE_UNKNOWN: Rule = Rule {
    id: "file/attribute-unknown",
    effect: Effect::Informs,
    title: "Attribute that the file does not hold",
    reason: "No column of the file holds the attribute. It is unknown here, which is not the same as missing: nothing is said about it.",
    cure: "Name its column in the mapping, or export it as well.",
    source: FILES,
    pass: &[],
    fail: &["FILE\nlogin,firstName,lastName,email\na,Ana,Li,ana@acme.com\n"],
};

pub(super) const EMPTY: Rule = Rule {
    id: "file/empty",
    effect: Effect::Informs,
    title: "No records",
    reason: "The file can be read and holds nobody.",
    cure: "If people were expected, export again.",
    source: FILES,
    pass: &["FILE\nlogin,firstName,lastName,email\na,Ana,Li,ana@acme.com\n"],
    fail: &["FILE\nlogin,firstName,lastName,email\n", "FILE\n[]"],
};

pub(super) const BLANK_ROW: Rule = Rule {
    id: "file/blank-row",
    effect: Effect::Informs,
    title: "Row of empty cells",
    reason: "The row holds delimiters and nothing else, as spreadsheets leave behind. It is nobody and is passed over.",
    cure: "Nothing has to be done.",
    source: FILES,
    pass: &["FILE\nlogin,firstName,lastName,email\n\na,Ana,Li,ana@acme.com\n"],
    fail: &["FILE\nlogin,firstName,lastName,email\n,,,\n"],
};

pub(super) const FOREIGN_RECORD: Rule = Rule {
    id: "file/foreign-record",
    effect: Effect::Informs,
    title: "Entry that is no person",
    reason: "The entry is a device, a service principal or the like. It is passed over.",
    cure: "Nothing has to be done.",
    source: FILES,
    pass: &["FILE\nid,userPrincipalName,displayName,memberType\n1,ana@acme.com,Ana Li,User\n"],
    fail: &["FILE\nid,userPrincipalName,displayName,memberType\n1,,Print server,Device\n"],
};

pub(super) const SCOPE_UNMATCHED: Rule = Rule {
    id: "settings/scope-unmatched",
    effect: Effect::Degrades,
    title: "Scope that no file knows",
    reason: "The settings limit the check to groups, or to people assigned to the app, and the files do not know them.",
    cure: "Look at the spelling, or drop the file that lists them.",
    source: Authority::Articles("step 5 of the Okta article: whoever is assigned to the app is provisioned"),
    pass: &["SETTINGS {\"scope\":{\"mode\":\"groups\",\"groups\":[\"gong users\"]}}\ngroups: Gong users"],
    fail: &[
        "SETTINGS {\"scope\":{\"mode\":\"groups\",\"groups\":[\"Gong\"]}}\ngroups: Gong users",
        "SETTINGS {\"scope\":{\"mode\":\"groups\",\"groups\":[\"Gong\"]}}\ntitle: Rep",
    ],
};

pub(super) const DOMAIN_UNSET: Rule = Rule {
    id: "settings/domain-unset",
    effect: Effect::Informs,
    title: "Primary domain is not set",
    reason: "Gong imports people on the company's primary domain only. Without it that cannot be judged.",
    cure: "Set the primary domain.",
    source: Authority::Articles("mandatory fields, primary email"),
    pass: &["primaryEmail: ana@acme.com"],
    fail: &[],
};
