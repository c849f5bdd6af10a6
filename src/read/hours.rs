//! Opening hours: the OpenStreetMap grammar, and what officers write instead ("T2-CN 7h-21h").

use crate::base::text::fold;

/// Whether the OpenStreetMap grammar accepts `text` and it says something.
pub fn is_valid(text: &str) -> bool {
    !text.trim().is_empty() && opening_hours_syntax::parse(text).is_ok()
}

/// The OpenStreetMap form of a Vietnamese way of writing, if it can be read and the grammar accepts it.
pub fn propose(text: &str) -> Option<String> {
    let folded = fold(text).replace('–', "-").replace("den", "-").replace('—', "-");
    if folded.contains("24/24") || folded.contains("24/7") {
        return Some("24/7".to_owned());
    }
    let rules: Vec<String> = folded.split(';').map(rule).collect::<Option<_>>()?;
    let proposal = rules.join("; ");
    is_valid(&proposal).then_some(proposal)
}

/// One rule: days in front (or "every day"), then times.
fn rule(text: &str) -> Option<String> {
    let text = text.trim();
    let (days, rest) = days(text);
    if rest.contains("nghi") || rest.contains("dong cua") {
        return Some(format!("{} off", days?));
    }
    let spans: Vec<String> = rest
        .split([',', '&'])
        .flat_map(|part| part.split(" va "))
        .map(|part| span(part.trim()))
        .collect::<Option<_>>()?;
    Some(format!("{} {}", days.unwrap_or_else(|| "Mo-Su".to_owned()), spans.join(",")))
}

/// The days at the beginning of a rule, and what follows them.
fn days(text: &str) -> (Option<String>, &str) {
    const EVERY_DAY: [&str; 4] = ["hang ngay", "ca tuan", "moi ngay", "cac ngay"];
    if let Some(rest) = EVERY_DAY.iter().find_map(|word| text.strip_prefix(word)) {
        return (Some("Mo-Su".to_owned()), rest.trim_start_matches([':', ' ', ',']));
    }
    let mut rest = text;
    let mut days = String::new();
    while let Some((day, after)) = day(rest) {
        days.push_str(day);
        let after = after.trim_start();
        match after.chars().next() {
            Some(joint @ ('-' | ',')) if day_follows(&after[1..]) => {
                days.push(joint);
                rest = after[1..].trim_start();
            }
            _ => return (Some(days), after.trim_start_matches([':', ' ', ','])),
        }
    }
    (None, text)
}

fn day_follows(text: &str) -> bool {
    day(text.trim_start()).is_some()
}

fn day(text: &str) -> Option<(&'static str, &str)> {
    const DAYS: [(&str, &str); 20] = [
        ("chu nhat", "Su"),
        ("thu hai", "Mo"),
        ("thu ba", "Tu"),
        ("thu tu", "We"),
        ("thu nam", "Th"),
        ("thu sau", "Fr"),
        ("thu bay", "Sa"),
        ("thu 2", "Mo"),
        ("thu 3", "Tu"),
        ("thu 4", "We"),
        ("thu 5", "Th"),
        ("thu 6", "Fr"),
        ("thu 7", "Sa"),
        ("cn", "Su"),
        ("t2", "Mo"),
        ("t3", "Tu"),
        ("t4", "We"),
        ("t5", "Th"),
        ("t6", "Fr"),
        ("t7", "Sa"),
    ];
    DAYS.iter().find_map(|(word, day)| Some((*day, text.strip_prefix(word)?)))
}

/// `7h-21h`, `7h30 - 11h30`, `7:00-21:00`, `7-21`.
fn span(text: &str) -> Option<String> {
    let (from, to) = text.split_once('-')?;
    Some(format!("{}-{}", clock(from)?, clock(to)?))
}

/// `HH:MM` from `7h`, `7h30`, `7g30`, `7:30`, `7 gio`, `7`.
pub fn clock(text: &str) -> Option<String> {
    let folded = fold(text.trim()).replace("gio", "h").replace(['g', ':'], "h").replace(' ', "");
    let (hour, minute) = folded.split_once('h').unwrap_or((&folded, ""));
    let minute = if minute.is_empty() { "0" } else { minute };
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    ((hour < 24 && minute < 60) || (hour == 24 && minute == 0)).then(|| format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(propose(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn officers_ways_of_writing_are_understood() {
        check("T2-CN 7h-21h", Some("Mo-Su 07:00-21:00"));
        check("Thứ 2 – Thứ 7: 7h30-11h30, 13h30-17h; CN nghỉ", Some("Mo-Sa 07:30-11:30,13:30-17:00; Su off"));
        check("hàng ngày 6h đến 22h", Some("Mo-Su 06:00-22:00"));
        check("7:00 - 21:00", Some("Mo-Su 07:00-21:00"));
        check("T2, T4, T6: 8h-17h", Some("Mo,We,Fr 08:00-17:00"));
        check("24/24", Some("24/7"));
    }

    #[test]
    fn what_cannot_be_read_gets_no_proposal() {
        check("mở cửa khi có khách", None);
        check("7h-27h", None);
    }

    #[test]
    fn the_grammar_decides_what_is_valid() {
        assert!(is_valid("Mo-Su 07:00-21:00") && is_valid("24/7"));
        assert!(!is_valid("T2-CN 7h-21h") && !is_valid(""));
    }
}
