//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// A preflight for pushing people from Okta or Azure AD (Microsoft Entra ID) into Gong.
#[derive(Debug, Parser)]
#[command(name = "rollcall", version, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check exports: who will be imported, what will be wrong, and how to cure it
    Check(CheckArguments),
    /// Write a file anew: redacted, to show to someone who may not see the people in it
    Fix(FixArguments),
    /// Explain one person: what came in, how it was judged, and where it leads
    Explain(ExplainArguments),
    /// List the rules, or explain one
    Rules(RulesArguments),
    /// Print the JSON Schema of a file format
    Schema(SchemaArguments),
    /// Say which time zone a set of values leads to
    TimeZone(TimeZoneArguments),
    /// Print the completions of a shell, for its start-up file
    Completions(CompletionsArguments),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Totals and causes, to read in a terminal
    Text,
    /// The whole report
    Json,
    /// A finding a line, then the summary
    Ndjson,
    /// SARIF 2.1.0, for code scanning and editors; without personal values
    Sarif,
    #[value(help = "JUnit XML, for test reports; without personal values")]
    Junit,
    /// Annotations of a GitHub workflow; without personal values
    Github,
    /// The findings as a table for spreadsheets
    Csv,
    /// A page to print
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Notice,
    Never,
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    pub(super) inputs: InputArguments,
    #[command(flatten)]
    pub(super) company: CompanyArguments,
    /// How to tell what was found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) output: OutputArguments,
    /// Report every profile too (JSON)
    #[arg(long)]
    pub(super) profiles: bool,
    /// Show names, values and suggestions in sarif, junit and github too, which end up in shared logs
    #[arg(long)]
    pub(super) show_values: bool,
    /// Put stable fake people in the place of the real ones; findings, lines and counts stay
    #[arg(long)]
    pub(super) redact: bool,
    /// The severity from which findings make the exit code 1, and cases of junit fail
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub(super) fail_on: FailOn,
}

#[derive(Debug, Args)]
pub(super) struct FixArguments {
    /// The export
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// The file to write
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: PathBuf,
    /// Overwrite the output file
    #[arg(long)]
    pub(super) force: bool,
    /// Put stable fake people in the place of the real ones; findings, lines and counts stay
    #[arg(long)]
    pub(super) redact: bool,
    #[command(flatten)]
    pub(super) company: CompanyArguments,
    /// What the file is, where its content does not say it well
    #[arg(long, value_name = "FILE=SHAPE", allow_hyphen_values = true)]
    pub(super) shape: Vec<String>,
    /// The delimiter of the file: comma, semicolon, tab, pipe or the character itself
    #[arg(long, value_name = "FILE=DELIMITER", allow_hyphen_values = true)]
    pub(super) delimiter: Vec<String>,
    /// The encoding of the file: utf-8, utf-16le, utf-16be or windows-1252
    #[arg(long, value_name = "FILE=ENCODING", allow_hyphen_values = true)]
    pub(super) encoding: Vec<String>,
    /// The group whose members the file lists
    #[arg(long, value_name = "FILE=GROUP", allow_hyphen_values = true)]
    pub(super) group: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// Whom to explain: primary email, user name or id
    #[arg(value_name = "EMAIL")]
    pub(super) who: String,
    #[command(flatten)]
    pub(super) inputs: InputArguments,
    #[command(flatten)]
    pub(super) company: CompanyArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

/// The files, and what is said of each.
#[derive(Debug, Args)]
pub(super) struct InputArguments {
    /// Exports to check together; - reads standard input
    #[arg(required = true, value_name = "FILES")]
    pub(super) files: Vec<PathBuf>,
    /// The people already in Gong: a table of them
    #[arg(long, value_name = "FILE")]
    pub(super) members: Vec<PathBuf>,
    /// What a file is, where its content does not say it well
    #[arg(long, value_name = "FILE=SHAPE", allow_hyphen_values = true)]
    pub(super) shape: Vec<String>,
    /// The delimiter of a file: comma, semicolon, tab, pipe or the character itself
    #[arg(long, value_name = "FILE=DELIMITER", allow_hyphen_values = true)]
    pub(super) delimiter: Vec<String>,
    /// The encoding of a file: utf-8, utf-16le, utf-16be or windows-1252
    #[arg(long, value_name = "FILE=ENCODING", allow_hyphen_values = true)]
    pub(super) encoding: Vec<String>,
    /// The group whose members a file lists
    #[arg(long, value_name = "FILE=GROUP", allow_hyphen_values = true)]
    pub(super) group: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct OutputArguments {
    /// Write to a file in place of standard output
    #[arg(long = "output", value_name = "FILE")]
    pub(super) path: Option<PathBuf>,
    /// Overwrite the output file
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct CompanyArguments {
    /// The directory that provisions: okta or entra; taken from the files where not given
    #[arg(long)]
    pub(super) source: Option<String>,
    /// The company's primary domain; Gong imports people on it only
    #[arg(long)]
    pub(super) domain: Option<String>,
    /// The company's default time zone, such as `America/New_York`
    #[arg(long, value_name = "ZONE")]
    pub(super) default_time_zone: Option<String>,
    /// Who is assigned to Gong: everyone, appUsers, or groups=NAME with further names behind semicolons
    #[arg(long)]
    pub(super) scope: Option<String>,
    /// A settings file; the other flags have the last word
    #[arg(long, value_name = "FILE")]
    pub(super) settings: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// The rule to explain, such as phone/format
    pub(super) id: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaKind {
    Report,
    Settings,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    #[arg(value_enum)]
    pub(super) kind: SchemaKind,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    #[arg(value_enum)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct TimeZoneArguments {
    /// The time zone attribute
    #[arg(long, default_value = "")]
    pub(super) zone: String,
    /// The country attribute
    #[arg(long, default_value = "")]
    pub(super) country: String,
    /// The state or province attribute
    #[arg(long, default_value = "")]
    pub(super) state: String,
    /// The instant to tell the clock for, such as 2026-12-15T12:00:00Z; now where not given
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<String>,
    #[command(flatten)]
    pub(super) company: CompanyArguments,
}
