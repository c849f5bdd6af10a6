//! How and when to reach somebody: contacts and opening hours.

use crate::model::entry::{Contact, Hours};
use crate::render::context::PageContext;
use crate::render::views::parts::{ContactView, HoursDay, HoursView};

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/// Vietnam's country code.
const COUNTRY: &str = "+84";
/// Languages that the interface has a word for.
const NAMED_LANGUAGES: [&str; 2] = ["vi", "en"];

pub fn contacts(ctx: &PageContext<'_>, contacts: &[Contact]) -> Vec<ContactView> {
    let view = |contact: &Contact| ContactView {
        name: contact.name.as_ref().map(|name| ctx.text(name)),
        role: contact.role.as_ref().map(|role| ctx.text(role)),
        phone: contact.phone.clone(),
        phone_url: contact.phone.as_deref().map(phone_url),
        zalo_url: contact.zalo.as_deref().map(|number| format!("https://zalo.me/{}", digits(number))),
        email: contact.email.clone(),
        hours: contact.hours.as_ref().map(|hours| ctx.text(hours)),
        languages: languages(ctx, &contact.languages),
        cites: ctx.cites(&contact.sources),
    };
    contacts.iter().map(view).collect()
}

/// Languages in words, joined; none when the list is empty.
pub fn languages(ctx: &PageContext<'_>, languages: &[String]) -> Option<String> {
    let word = |tag: &String| match NAMED_LANGUAGES.contains(&tag.as_str()) {
        true => ctx.term("language", tag),
        false => tag.clone(),
    };
    (!languages.is_empty()).then(|| languages.iter().map(word).collect::<Vec<_>>().join(", "))
}

/// A `tel:` address that works from abroad.
pub fn phone_url(number: &str) -> String {
    let digits = digits(number);
    match digits.strip_prefix('0') {
        Some(rest) if !number.trim_start().starts_with('+') => format!("tel:{COUNTRY}{rest}"),
        _ if number.trim_start().starts_with('+') => format!("tel:+{digits}"),
        _ => format!("tel:{digits}"),
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

pub fn hours(ctx: &PageContext<'_>, hours: &Hours) -> HoursView {
    let day = |(at, spans): (usize, &Vec<String>)| HoursDay {
        name: ctx.t(&format!("day-{}", DAYS[at].to_lowercase())),
        text: if spans.is_empty() { ctx.t("hours-closed") } else { spans.join(", ").replace('-', "–") },
    };
    let week = weekly(&hours.expression);
    HoursView {
        expression: hours.expression.clone(),
        days: week.iter().flatten().enumerate().map(day).collect(),
        cites: ctx.cites(&hours.sources),
    }
}

/// Spans by day, Monday first, if the expression is a plain weekly table: `Mo-Sa 07:00-21:00; Su off`.
pub fn weekly(expression: &str) -> Option<[Vec<String>; 7]> {
    let mut week: [Vec<String>; 7] = Default::default();
    if expression.trim() == "24/7" {
        week.iter_mut().for_each(|day| day.push("00:00-24:00".to_owned()));
        return Some(week);
    }
    for rule in expression.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        let (days, times) = match rule.split_once(' ') {
            Some((days, times)) => (days_of(days)?, times.trim()),
            None => ([true; 7], rule),
        };
        let spans = spans(times)?;
        for (day, _) in week.iter_mut().zip(days).filter(|(_, chosen)| *chosen) {
            day.clone_from(&spans);
        }
    }
    Some(week)
}

fn days_of(text: &str) -> Option<[bool; 7]> {
    let index = |name: &str| DAYS.iter().position(|day| *day == name);
    let mut days = [false; 7];
    for part in text.split(',') {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (index(from)?, index(to)?);
        let mut at = from;
        loop {
            days[at] = true;
            if at == to {
                break;
            }
            at = (at + 1) % 7;
        }
    }
    Some(days)
}

fn spans(text: &str) -> Option<Vec<String>> {
    if matches!(text, "off" | "closed") {
        return Some(Vec::new());
    }
    let is_clock = |clock: &str| clock.len() == 5 && clock.as_bytes()[2] == b':';
    let span = |part: &str| {
        let (from, to) = part.trim().split_once('-')?;
        (is_clock(from) && is_clock(to)).then(|| format!("{from}-{to}"))
    };
    text.split(',').map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekly_tables_are_read_and_others_are_left_alone() {
        let week = weekly("Mo-Sa 07:00-11:30,13:30-17:00; Su off").unwrap();
        assert_eq!(week[0], ["07:00-11:30", "13:30-17:00"]);
        assert!(week[6].is_empty());
        assert_eq!(weekly("24/7").unwrap()[3], ["00:00-24:00"]);
        assert_eq!(weekly("06:00-21:00").unwrap()[6], ["06:00-21:00"]);
        assert!(weekly("Sa-Mo 08:00-10:00").unwrap()[1].is_empty());
        assert_eq!(weekly("Apr-Sep Mo-Su 07:00-21:00"), None);
        assert_eq!(weekly("Mo-Su sunrise-sunset"), None);
    }

    #[test]
    fn phones_can_be_called_from_abroad() {
        assert_eq!(phone_url("0239 3 123 456"), "tel:+842393123456");
        assert_eq!(phone_url("+84 912 345 678"), "tel:+84912345678");
        assert_eq!(phone_url("1900 1234"), "tel:19001234");
    }
}
