//! Written forms of single values: phone numbers, clock times, ids, addresses; each with the form that was meant.

use crate::base::date::{DateFault, PartialDate};
use crate::base::text::{is_slug, slug};
use crate::read::hours;

/// What is wrong with a value of a format, and the right form where it can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatFault {
    /// The key of the expected form in the messages.
    pub expected: &'static str,
    pub fix: Option<String>,
}

/// Checks `text` against a format of the schema. Unknown formats are a mistake of ours and pass.
pub fn check(format: &str, text: &str) -> Result<(), FormatFault> {
    let fault = |expected, fix| Err(FormatFault { expected, fix });
    match format {
        "slug" if !is_slug(text) => fault("slug", Some(slug(text)).filter(|fix| !fix.is_empty())),
        "phone" if !is_phone(text) => fault("phone", phone_fix(text)),
        "email" if !is_email(text) => fault("email", None),
        "uri" if !is_web_address(text) => fault(
            "uri",
            Some(format!("https://{text}"))
                .filter(|fix| text.contains('.') && !text.contains(' ') && is_web_address(fix)),
        ),
        "repository" if !is_repository(text) => fault("repository", repository_fix(text)),
        "clock" if clock_minutes(text).is_none() => fault("clock", hours::clock(text)),
        "code" if !is_label_code(text) => fault("code", Some(text.to_uppercase()).filter(|fix| is_label_code(fix))),
        "opening-hours" if !hours::is_valid(text) => fault("opening-hours", hours::propose(text)),
        _ => Ok(()),
    }
}

/// Digits with spaces or dots between groups, 9 to 11 of them, from 0 or +84.
fn is_phone(text: &str) -> bool {
    let sound = text.chars().enumerate().all(|(at, c)| c.is_ascii_digit() || " .".contains(c) || (at == 0 && c == '+'));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    sound
        && ((text.starts_with('0') && (9..=11).contains(&digits.len()))
            || (text.starts_with("+84") && (10..=12).contains(&digits.len())))
}

fn phone_fix(text: &str) -> Option<String> {
    let kept: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let with_zero = if kept.len() == 9 { format!("0{kept}") } else { kept };
    is_phone(&with_zero).then_some(with_zero)
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !text.contains(char::is_whitespace)
    })
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !text.contains(char::is_whitespace)
}

/// `owner/name`, perhaps with groups between.
fn is_repository(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    let sound =
        |part: &&str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_.".contains(sign));
    parts.len() > 1 && parts.iter().all(sound)
}

/// What an address of a repository leads to.
fn repository_fix(text: &str) -> Option<String> {
    let path = text.split_once("://").and_then(|(_, rest)| rest.split_once('/'))?.1;
    let path = path.trim_end_matches('/').trim_end_matches(".git");
    is_repository(path).then(|| path.to_owned())
}

fn is_label_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    (4..=6).contains(&bytes.len())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..].iter().all(u8::is_ascii_digit)
}

/// Minutes after midnight of `HH:MM`.
pub fn clock_minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let two_digits =
        |part: &str| (part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok())?;
    let (hour, minute) = (two_digits(hour)?, two_digits(minute)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// The date that was meant by a Vietnamese or unpadded form: `14/7/2020`, `7/2020`, `2020-7-4`.
pub fn date_fix(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    if parts.iter().any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let written = match parts[..] {
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [year, month] if year.len() == 4 => format!("{year}-{month:0>2}"),
        [month, year] if year.len() == 4 => format!("{year}-{month:0>2}"),
        _ => return None,
    };
    PartialDate::parse(&written).is_ok().then_some(written)
}

/// The fault of a date, as the messages name it.
pub const fn date_fault_word(fault: DateFault) -> &'static str {
    match fault {
        DateFault::Form => "form",
        DateFault::Calendar => "calendar",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_fix(format: &str, text: &str, fix: Option<&str>) {
        assert_eq!(check(format, text).unwrap_err().fix.as_deref(), fix, "{text}");
    }

    #[test]
    fn right_forms_pass() {
        for (format, text) in [
            ("phone", "0912 345 678"),
            ("phone", "+84912345678"),
            ("email", "a@b.vn"),
            ("uri", "https://ocop.example/x"),
            ("clock", "05:30"),
            ("code", "PS01"),
            ("slug", "nuoc-mam"),
        ] {
            assert_eq!(check(format, text), Ok(()), "{text}");
        }
    }

    #[test]
    fn wrong_forms_get_the_right_one() {
        check_fix("phone", "912-345-678", Some("0912345678"));
        check_fix("phone", "gọi chị Lan", None);
        check_fix("slug", "Nước mắm", Some("nuoc-mam"));
        check_fix("uri", "www.ocop.example", Some("https://www.ocop.example"));
        check_fix("clock", "5h30", Some("05:30"));
        check_fix("code", "ps01", Some("PS01"));
    }

    #[test]
    fn dates_of_other_forms_are_put_right() {
        assert_eq!(date_fix("14/7/2020").as_deref(), Some("2020-07-14"));
        assert_eq!(date_fix("7/2020").as_deref(), Some("2020-07"));
        assert_eq!(date_fix("2020-7-4").as_deref(), Some("2020-07-04"));
        assert_eq!(date_fix("31/2/2020"), None);
        assert_eq!(date_fix("đầu năm"), None);
    }
}
