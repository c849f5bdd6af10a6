//! How to reach somebody.

use crate::model::entry::Contact;
use crate::render::context::PageContext;
use crate::render::views::parts::ContactView;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_can_be_called_from_abroad() {
        assert_eq!(phone_url("0239 3 123 456"), "tel:+842393123456");
        assert_eq!(phone_url("+84 912 345 678"), "tel:+84912345678");
        assert_eq!(phone_url("1900 1234"), "tel:19001234");
    }
}
