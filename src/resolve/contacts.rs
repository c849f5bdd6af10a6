//! What may be published about people: a person's phone with consent, an organisation's with a source
//! (Luật 91/2025/QH15), and no number hidden in prose.

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
                diagnostics.push(missing.arg("what", "Contact"));
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
        diagnostics.push(missing.arg("what", "Hours"));
    }
}

/// A mobile number in free text: ten digits from 03, 05, 07, 08 or 09, perhaps in groups.
pub fn check_prose(prose: &Prose, text: &str, file: &str, diagnostics: &mut Diagnostics) {
    if has_mobile_number(text) {
        diagnostics.push(Diagnostic::new(Code::PhoneWithoutConsent, file).written(prose.span.clone()));
    }
}

fn has_mobile_number(text: &str) -> bool {
    // Most texts have no ten digits at all.
    if text.bytes().filter(u8::is_ascii_digit).nth(9).is_none() {
        return false;
    }
    let mut run = String::new();
    for letter in text.chars().chain(['\n']) {
        match letter {
            '0'..='9' => run.push(letter),
            ' ' | '.' | '-' if !run.is_empty() => {}
            _ => {
                if is_mobile(&run) {
                    return true;
                }
                run.clear();
            }
        }
    }
    false
}

fn is_mobile(digits: &str) -> bool {
    let digits = digits.strip_prefix("84").map_or(digits.to_owned(), |rest| format!("0{rest}"));
    digits.len() == 10 && ["03", "05", "07", "08", "09"].iter().any(|prefix| digits.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobile_numbers_are_seen_in_prose_and_other_numbers_are_not() {
        assert!(has_mobile_number("gọi 0912 345 678 nhé"));
        assert!(has_mobile_number("+84 912.345.678"));
        assert!(!has_mobile_number("năm 2020, 3.000 lít, ngày 14/01/2020"));
        assert!(!has_mobile_number("1.250.000.000 đồng"));
    }
}
