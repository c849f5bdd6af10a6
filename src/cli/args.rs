//! What the command line may say. Its words are in [`help`](crate::cli::help), in two languages.

use camino::Utf8PathBuf;
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

const MAX_JOBS: u16 = 512;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "ocop",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
pub struct Args {
    /// Read by [`locale`](crate::cli::locale) before anything else, so that mistakes are told in the right language.
    #[arg(long, global = true, display_order = 90, value_name = "vi|en", value_parser = ["vi", "en"], hide_possible_values = true)]
    pub lang: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Build(BuildArgs),
    Check(CheckArgs),
    Serve(ServeArgs),
    New(NewArgs),
    Fmt(FmtArgs),
    Diff(DiffArgs),
    Report(ReportArgs),
    Import(ImportArgs),
    Schema(SchemaArgs),
}

#[derive(Debug, clap::Args)]
pub struct BuildArgs {
    #[command(flatten)]
    pub content: ContentArgs,
    #[command(flatten)]
    pub theme: ThemeArgs,
    #[arg(long, value_name = "DIR", default_value = "public", hide_default_value = true)]
    pub out: Utf8PathBuf,
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<String>,
    #[command(flatten)]
    pub form: FormArgs,
    #[command(flatten)]
    pub links: LinksArgs,
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<u16>,
    /// Compressed neighbours beside the files, and how much time goes into them.
    #[arg(long, value_enum, value_name = "fast|best", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "fast", hide_possible_values = true)]
    pub precompress: Option<Precompress>,
    /// Neither uses nor keeps what was dear to make.
    #[arg(long)]
    pub no_cache: bool,
    #[arg(long)]
    pub timings: bool,
}

/// How much time goes into compressing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Precompress {
    Fast,
    Best,
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub content: ContentArgs,
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub format: Format,
    #[arg(long)]
    pub deny_warnings: bool,
    #[arg(long)]
    pub timings: bool,
}

#[derive(Debug, clap::Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub content: ContentArgs,
    #[command(flatten)]
    pub theme: ThemeArgs,
    #[arg(long, value_name = "PORT", default_value_t = 8000, hide_default_value = true)]
    pub port: u16,
    #[arg(long)]
    pub open: bool,
    #[command(flatten)]
    pub form: FormArgs,
}

#[derive(Debug, clap::Args)]
pub struct NewArgs {
    #[arg(value_name = "KIND", value_parser = NEW_KINDS, hide_possible_values = true)]
    pub kind: String,
    /// An id, or a name from which the id is made.
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub content: ContentArgs,
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "ID|NAME")]
    pub producer: Option<String>,
    #[arg(long, value_name = "ID|NAME")]
    pub commune: Option<String>,
    #[arg(long, value_name = "ID|NAME")]
    pub source: Option<String>,
}

/// The kinds of which a skeleton can be written.
pub const NEW_KINDS: [&str; 8] =
    ["product", "producer", "point-of-sale", "venue", "destination", "route", "event", "source"];

#[derive(Debug, clap::Args)]
pub struct FmtArgs {
    #[arg(id = "content", long, value_name = "DIR", default_value = "content", hide_default_value = true)]
    pub content: Utf8PathBuf,
    #[arg(id = "fmt_check", long = "check")]
    pub check: bool,
}

#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    #[arg(value_name = "REV")]
    pub rev: String,
    #[arg(value_name = "REV2")]
    pub rev2: Option<String>,
    #[command(flatten)]
    pub content: ContentArgs,
    #[arg(id = "diff_format", long = "format", value_enum, value_name = "FORMAT", default_value = "markdown")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub format: DiffFormat,
}

/// How `diff` tells what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    Markdown,
    Json,
}

#[derive(Debug, clap::Args)]
pub struct ReportArgs {
    #[arg(id = "report_name", value_name = "NAME", value_parser = REPORTS, hide_possible_values = true)]
    pub name: String,
    #[command(flatten)]
    pub content: ContentArgs,
    #[arg(long, value_name = "YYYY", value_parser = year)]
    pub year: Option<i16>,
    #[command(flatten)]
    pub links: LinksArgs,
    #[arg(id = "report_format", long = "format", value_enum, value_name = "FORMAT", default_value = "md")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub format: ReportFormat,
}

/// The reports of the contract, section 4.
pub const REPORTS: [&str; 7] = ["yearly", "products", "communes", "expiring", "unverified", "gaps", "totals"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Csv,
    Xlsx,
    Json,
    Md,
}

#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    #[arg(value_name = "FILE")]
    pub file: Utf8PathBuf,
    #[command(flatten)]
    pub content: ContentArgs,
    #[arg(long, value_name = "ID|NAME")]
    pub source: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub struct SchemaArgs {
    #[arg(id = "schema_kind", value_name = "KIND", value_parser = SCHEMA_KINDS, hide_possible_values = true)]
    pub kind: Option<String>,
    #[arg(id = "schema_content", long = "content", value_name = "DIR")]
    pub content: Option<Utf8PathBuf>,
    #[arg(id = "schema_out", long = "out", value_name = "DIR")]
    pub out: Option<Utf8PathBuf>,
}

/// Every kind of file with fields.
pub const SCHEMA_KINDS: [&str; 13] = [
    "site",
    "taxonomy",
    "places",
    "plan",
    "page",
    "source",
    "product",
    "producer",
    "point-of-sale",
    "venue",
    "destination",
    "route",
    "event",
];

#[derive(Debug, clap::Args)]
pub struct ContentArgs {
    #[arg(long, value_name = "DIR", default_value = "content", hide_default_value = true)]
    pub content: Utf8PathBuf,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub struct ThemeArgs {
    #[arg(long, value_name = "DIR", default_value = "themes/default", hide_default_value = true)]
    pub theme: Utf8PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct FormArgs {
    /// The folder of the officers' form, where it is wanted.
    #[arg(long, value_name = "DIR", num_args = 0..=1, require_equals = true, default_missing_value = "themes/admin")]
    pub admin: Option<Utf8PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct LinksArgs {
    /// What a link checker found, as JSON.
    #[arg(long, value_name = "FILE")]
    pub links: Option<Utf8PathBuf>,
}

/// How `check` tells its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
    Github,
    Gitlab,
    Sarif,
}

/// The programme began in 2018 (490/QĐ-TTg).
fn year(text: &str) -> Result<i16, String> {
    let year = text.parse().ok().filter(|year| (2018..2200).contains(year));
    year.ok_or_else(|| "2018 … 2199".to_owned())
}

/// Only the written-out form, so that `2026-1-2` or a time of day is not taken for a day.
fn date(text: &str) -> Result<Date, String> {
    let written_out = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let parsed = text.parse::<Date>().ok().filter(|_| written_out);
    parsed.ok_or_else(|| "YYYY-MM-DD".to_owned())
}

fn jobs(text: &str) -> Result<u16, String> {
    let number = text.parse().ok().filter(|number| (1..=MAX_JOBS).contains(number));
    number.ok_or_else(|| format!("1–{MAX_JOBS}"))
}

fn base_url(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let sound = !host.is_empty() && !host.starts_with('/');
    let plain = !text.contains(|sign: char| sign.is_whitespace() || "?#\"<>\\".contains(sign));
    if sound && plain { Ok(text.to_owned()) } else { Err("https://…/".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_of_the_calendar_written_out() {
        assert!(date("2026-11-22").is_ok());
        for bad in ["2026-02-29", "2026-1-2", "2026-11-22T00:00", "22/11/2026", "", "+02026-01-02"] {
            assert!(date(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_base_url_has_a_scheme_and_a_host() {
        assert!(base_url("https://ocop.example/cam-xuyen/").is_ok());
        for bad in ["ocop.example", "ftp://x/", "https://", "https:///x", "https://x/?a", "javascript:alert(1)"] {
            assert!(base_url(bad).is_err(), "{bad}");
        }
    }
}
