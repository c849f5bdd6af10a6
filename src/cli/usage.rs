//! Mistakes on the command line, explained in the reader's language.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::base::lang::Lang;
use crate::cli::{Outcome, term, words};

/// Prints what `clap` wants to say: help to stdout, mistakes to stderr.
pub fn explain(error: &clap::Error, lang: Lang) -> Outcome {
    let text = error.render().to_string();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            term::give(&text).map_or(Outcome::Failed, |()| Outcome::Done)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            term::say(text.trim_end());
            Outcome::Failed
        }
        _ => {
            term::say(&words::failed(&mistake(error, lang), lang));
            Outcome::Failed
        }
    }
}

/// What is wrong, what would be right, where to read on.
fn mistake(error: &clap::Error, lang: Lang) -> String {
    let word = |kind: ContextKind| error.get(kind).map(shown).unwrap_or_default();
    let known = error.get(ContextKind::ValidValue).filter(|_| error.kind() == ErrorKind::InvalidValue).map(shown);
    let form = Error::source(error).filter(|_| error.kind() == ErrorKind::ValueValidation).map(ToString::to_string);
    let near =
        error.get(ContextKind::SuggestedArg).or_else(|| error.get(ContextKind::SuggestedSubcommand)).map(nearest);
    let (argument, value) = (word(ContextKind::InvalidArg), word(ContextKind::InvalidValue));
    let command = word(ContextKind::InvalidSubcommand);
    let what = match lang {
        Lang::Vi => match error.kind() {
            ErrorKind::InvalidSubcommand => format!("không có lệnh `{command}`"),
            ErrorKind::UnknownArgument => format!("không có tùy chọn `{argument}`"),
            ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` còn thiếu giá trị"),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                format!("`{argument}` không nhận giá trị `{value}`")
            }
            ErrorKind::ArgumentConflict => format!("`{argument}` bị ghi hai lần"),
            ErrorKind::TooManyValues => format!("`{argument}` không đi với giá trị"),
            ErrorKind::InvalidUtf8 => "dòng lệnh có chữ không phải UTF-8".to_owned(),
            ErrorKind::MissingSubcommand => "thiếu lệnh".to_owned(),
            ErrorKind::MissingRequiredArgument => format!("còn thiếu `{argument}`"),
            _ => "dòng lệnh sai".to_owned(),
        },
        Lang::En => match error.kind() {
            ErrorKind::InvalidSubcommand => format!("there is no command `{command}`"),
            ErrorKind::UnknownArgument => format!("there is no option `{argument}`"),
            ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` lacks its value"),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("`{argument}` cannot be `{value}`"),
            ErrorKind::ArgumentConflict => format!("`{argument}` is given twice"),
            ErrorKind::TooManyValues => format!("`{argument}` takes no value"),
            ErrorKind::InvalidUtf8 => "the command line holds text that is not UTF-8".to_owned(),
            ErrorKind::MissingSubcommand => "there is no command".to_owned(),
            ErrorKind::MissingRequiredArgument => format!("`{argument}` is missing"),
            _ => "the command line is wrong".to_owned(),
        },
    };
    let (expected, meant, see) = match lang {
        Lang::Vi => ("cần", "có phải bạn muốn", "xem"),
        Lang::En => ("expected", "did you mean", "see"),
    };
    let right = known.or(form).map(|right| format!("; {expected} {right}")).unwrap_or_default();
    let near = near.map(|near| format!("; {meant} `{near}`?")).unwrap_or_default();
    format!("{what}{right}{near}\n{see} `ocop --help`")
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(words) => words.join(", "),
        other => other.to_string(),
    }
}

/// Of several near words the nearest, which the parser puts last.
fn nearest(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(words) => words.last().cloned().unwrap_or_default(),
        other => other.to_string(),
    }
}
