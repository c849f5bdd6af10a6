//! Which language the person at the terminal reads.

use std::ffi::OsString;

use crate::base::lang::Lang;

/// `--lang` where it is given, else the environment's locale, else Vietnamese.
pub fn language(arguments: &[OsString]) -> Lang {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    asked_for(arguments).unwrap_or_else(|| spoken_in(locale.as_deref().unwrap_or_default()))
}

/// Looked for before the command line is parsed, because its mistakes are told in this language too.
fn asked_for(arguments: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let apart = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    Lang::ALL.into_iter().find(|lang| joined.or(apart) == Some(lang.tag()))
}

/// The language of a POSIX locale such as `en_GB.UTF-8`. `C` speaks none.
fn spoken_in(locale: &str) -> Lang {
    match locale.split(['_', '.', '@', '-']).next() {
        Some("en") => Lang::En,
        _ => Lang::Vi,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_found_in_both_spellings() {
        let asked = |line: &str| asked_for(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("ocop check --lang en"), Some(Lang::En));
        assert_eq!(asked("ocop --lang=vi check"), Some(Lang::Vi));
        assert_eq!(asked("ocop --lang fr"), None);
        assert_eq!(asked("ocop --lang"), None);
    }

    #[test]
    fn only_an_english_locale_speaks_english() {
        assert_eq!(spoken_in("en_GB.UTF-8"), Lang::En);
        for locale in ["vi_VN", "C.UTF-8", "POSIX", "fr_FR", "", "english"] {
            assert_eq!(spoken_in(locale), Lang::Vi, "{locale}");
        }
    }
}
