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
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<u16>,
    /// Nothing is kept between runs yet, so every build already does what this asks for.
    #[arg(long)]
    pub no_cache: bool,
    #[arg(long)]
    pub timings: bool,
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
}

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

/// How `check` tells its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Human,
    Json,
    Github,
    Gitlab,
    Sarif,
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
