//! What may be published about people: a person's phone with consent, an organisation's with a source
//! (Luật 91/2025/QH15), and no number hidden in prose.

use std::ops::Range;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::raw::common::{Cited, Contact};
use crate::read::shape::Prose;
use crate::source::field::FieldPath;
use crate::terms::ContactKind;

/// Checks the contacts of an entry.
pub fn check(contacts: &[Contact], file: &str, diagnostics: &mut Diagnostics) {
    for (at, contact) in contacts.iter().enumerate() {
        let field = FieldPath::root().key("contacts").item(at);
        match contact.kind {
            ContactKind::Person if contact.consent.is_none() => {
                for key in given(contact) {
                    diagnostics.push(Diagnostic::new(Code::PhoneWithoutConsent, file).at(field.key(key)));
                }
            }
            ContactKind::Organisation if contact.source.0.is_empty() => {
                let missing = Diagnostic::new(Code::MissingSource, file).at(field.key("source"));
                diagnostics.push(missing.arg("what", "Contact").arg("key", "source"));
            }
            _ => {}
        }
    }
}

fn given(contact: &Contact) -> Vec<&'static str> {
    let fields = [("phone", &contact.phone), ("zalo", &contact.zalo), ("email", &contact.email)];
    fields.into_iter().filter(|(_, value)| value.is_some()).map(|(key, _)| key).collect()
}

/// Opening hours need a source of their own.
pub fn check_hours(given: bool, source: &Cited, file: &str, diagnostics: &mut Diagnostics) {
    if given && source.0.is_empty() {
        let missing = Diagnostic::new(Code::MissingSource, file).at_key(FieldPath::root().key("opening_hours"));
        diagnostics.push(missing.arg("what", "Hours").arg("key", "opening_hours_source"));
    }
}

/// A mobile number in free text: ten digits from 03, 05, 07, 08 or 09, perhaps in groups.
pub fn check_prose(prose: &Prose, text: &str, file: &str, diagnostics: &mut Diagnostics) {
    if mobile_number(text).is_some() {
        diagnostics.push(Diagnostic::new(Code::PhoneWithoutConsent, file).written(prose.span.clone()));
    }
}

/// The same in a file's article, which begins at byte `start` of the file; each number is told of.
pub fn check_body(body: &str, start: usize, file: &str, diagnostics: &mut Diagnostics) {
    let mut past = 0;
    while let Some(found) = mobile_number(&body[past..]) {
        let range = start + past + found.start..start + past + found.end;
        diagnostics.push(Diagnostic::new(Code::PhoneWithoutConsent, file).in_bytes(range));
        past += found.end;
    }
}

/// Where the first mobile number of `text` stands: digits in a row, or with blanks, dots and hyphens between them.
fn mobile_number(text: &str) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(ahead) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + ahead;
        let parts = bytes[start..].iter().take_while(|part| matches!(part, b'0'..=b'9' | b' ' | b'.' | b'-'));
        at = start + parts.count();
        let run = text[start..at].trim_end_matches([' ', '.', '-']);
        // Most numbers are years: only what is long enough is copied.
        if run.len() >= MOBILE_DIGITS && is_mobile(&run.replace([' ', '.', '-'], "")) {
            return Some(start..start + run.len());
        }
    }
    None
}

/// Digits of a mobile number as it is dialled within the country.
const MOBILE_DIGITS: usize = 10;

fn is_mobile(digits: &str) -> bool {
    let digits = digits.strip_prefix("84").map_or(digits.to_owned(), |rest| format!("0{rest}"));
    digits.len() == MOBILE_DIGITS && ["03", "05", "07", "08", "09"].iter().any(|prefix| digits.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobile_numbers_are_seen_in_prose_and_other_numbers_are_not() {
        assert_eq!(mobile_number("gọi 0912 345 678 nhé"), Some(6..18));
        assert_eq!(mobile_number("+84 912.345.678"), Some(1..15));
        assert_eq!(mobile_number("năm 2020, 3.000 lít, ngày 14/01/2020"), None);
        assert_eq!(mobile_number("1.250.000.000 đồng"), None);
    }

    #[test]
    fn every_mobile_number_of_an_article_is_told_of_where_it_stands() {
        let mut found = Diagnostics::default();
        check_body("Chị Lan: 0912345678.\nAnh Tư: 0387 654 321, máy bàn 0239 3861 234.\n", 100, "a.md", &mut found);
        let ranges: Vec<_> = found.0.iter().map(|found| found.place.clone()).collect();
        let at = |range: Range<usize>| Diagnostic::new(Code::PhoneWithoutConsent, "a.md").in_bytes(range).place;
        assert_eq!(ranges, [at(111..121), at(132..144)]);
    }
}
