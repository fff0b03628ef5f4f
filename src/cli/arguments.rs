//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::plan::Action;

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
    /// Write an export with its values cured, every other byte as it is
    Fix(FixArguments),
    /// Write what cures at the source: expressions for mappings, an import table, or commands
    Source(SourceArguments),
    /// Explain one person: what came in, how it was judged, and where it leads
    Explain(ExplainArguments),
    /// Say what provisioning would do: from an earlier export, or people already in Gong, to a newer export
    Plan(PlanArguments),
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SourceFormat {
    /// For each cause the expression of a mapping, in the language of the source
    Expression,
    /// A table for Okta's import, with only the columns that change
    OktaCsv,
    #[value(help = "Lines of Microsoft Graph PowerShell, each with only what changes")]
    Powershell,
}

#[derive(Debug, Args)]
pub(super) struct SourceArguments {
    #[command(flatten)]
    pub(super) inputs: InputArguments,
    #[command(flatten)]
    pub(super) company: CompanyArguments,
    /// What to write
    #[arg(long, value_enum, default_value_t = SourceFormat::Expression)]
    pub(super) format: SourceFormat,
    /// Changes to make before the suggestions, in the table or the lines
    #[arg(long, value_name = "FILE")]
    pub(super) recipe: Option<PathBuf>,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PlanFormat {
    /// Totals, the guard, and everyone of whom something changes
    Text,
    /// The whole plan
    Json,
    /// The SCIM requests that the source would send, one a line
    Scim,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PlanAction {
    Create,
    Update,
    Deactivate,
    Reactivate,
    None,
    Skip,
}

impl From<PlanAction> for Action {
    fn from(action: PlanAction) -> Action {
        match action {
            PlanAction::Create => Action::Create,
            PlanAction::Update => Action::Update,
            PlanAction::Deactivate => Action::Deactivate,
            PlanAction::Reactivate => Action::Reactivate,
            PlanAction::None => Action::None,
            PlanAction::Skip => Action::Skip,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct PlanArguments {
    /// Earlier exports; without them the plan is the first push
    #[arg(long, value_name = "OLD", num_args = 1..)]
    pub(super) before: Vec<PathBuf>,
    /// The exports as they are now; - reads standard input
    #[arg(long, value_name = "NEW", num_args = 1.., required = true)]
    pub(super) after: Vec<PathBuf>,
    /// Plan the move from an old instance of the Gong app, whose people are OLD, to a new one, whose people are NEW
    #[arg(long)]
    pub(super) cut_over: bool,
    /// How to tell the plan
    #[arg(long, value_enum, default_value_t = PlanFormat::Text)]
    pub(super) format: PlanFormat,
    /// List only people with these actions, with commas between; totals count everyone
    #[arg(long, value_enum, value_name = "ACTIONS", value_delimiter = ',')]
    pub(super) only: Vec<PlanAction>,
    #[command(flatten)]
    pub(super) said: SaidArguments,
    #[command(flatten)]
    pub(super) company: CompanyArguments,
    #[command(flatten)]
    pub(super) output: OutputArguments,
}

#[derive(Debug, Args)]
pub(super) struct FixArguments {
    /// The export to write anew; standard input cannot be
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// Changes to make, as the page or a person wrote them; steps whose value does not stand any more are told, and make
    /// the exit code 1
    #[arg(long, value_name = "FILE")]
    pub(super) recipe: Option<PathBuf>,
    /// Apply every suggestion that is certain, after the recipe
    #[arg(long)]
    pub(super) suggestions: bool,
    /// Put stable fake people in the place of the real ones, after the changes; findings, lines and counts stay
    #[arg(long)]
    pub(super) redact: bool,
    /// Write UTF-8 where the export's own encoding cannot hold a new value
    #[arg(long)]
    pub(super) utf8: bool,
    #[command(flatten)]
    pub(super) said: SaidArguments,
    #[command(flatten)]
    pub(super) company: CompanyArguments,
    /// The file to write
    #[arg(long = "output", short = 'o', value_name = "OUT")]
    pub(super) output: PathBuf,
    /// Overwrite the output file
    #[arg(long)]
    pub(super) force: bool,
}

/// The files, and what is said of each.
#[derive(Debug, Args)]
pub(super) struct InputArguments {
    /// Exports to check together; - reads standard input
    #[arg(required = true, value_name = "FILES")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) said: SaidArguments,
}

/// What is said of the files, and the people already in Gong.
#[derive(Clone, Debug, Args)]
pub(super) struct SaidArguments {
    /// The people already in Gong: a table of them
    #[arg(long, value_name = "FILE")]
    pub(super) members: Vec<PathBuf>,
    /// What a file is, where its content does not say it well
    #[arg(long, value_name = "FILE=SHAPE", allow_hyphen_values = true)]
    pub(super) shape: Vec<String>,
    /// The delimiter of a file: comma, semicolon, tab or pipe, by name or as it is
    #[arg(long, value_name = "FILE=DELIMITER", allow_hyphen_values = true)]
    pub(super) delimiter: Vec<String>,
    /// The encoding of a file: utf-8, utf-16le, utf-16be or windows-1252
    #[arg(long, value_name = "FILE=ENCODING", allow_hyphen_values = true)]
    pub(super) encoding: Vec<String>,
    /// The group whose members a file lists
    #[arg(long, value_name = "FILE=GROUP", allow_hyphen_values = true)]
    pub(super) group: Vec<String>,
    /// The sheet of a workbook to read; its first, if none is named
    #[arg(long, value_name = "FILE=SHEET", allow_hyphen_values = true)]
    pub(super) sheet: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct OutputArguments {
    /// Write to a file in place of standard output
    #[arg(long = "output", short = 'o', value_name = "FILE")]
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
    Plan,
    Recipe,
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
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    pub(super) zone: String,
    /// The country attribute
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    pub(super) country: String,
    /// The state or province attribute
    #[arg(long, default_value = "", allow_hyphen_values = true)]
    pub(super) state: String,
    /// The instant to tell the clock for, such as 2026-12-15T12:00:00Z; now where not given
    #[arg(long, value_name = "INSTANT")]
    pub(super) at: Option<String>,
    #[command(flatten)]
    pub(super) company: CompanyArguments,
}
