//! The words of the interface in both languages, by Fluent.
//!
//! Every `strings/**/{vi,en}.ftl` and `strings/{vi,en}/**` of the theme belongs to its language. A key that one language lacks, or whose texts
//! don't take the same values, fails the build here; an unknown key or a value that no text uses fails the page.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{anyhow, bail, ensure};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::base::lang::Lang;
use crate::render::theme::Theme;

/// A value for a placeable.
pub type Value<'v> = FluentValue<'v>;

/// The messages of both languages.
pub struct Strings {
    vi: Bundle,
    en: Bundle,
}

struct Bundle {
    fluent: FluentBundle<FluentResource>,
    /// By key: the values that its text takes.
    keys: FxHashMap<String, BTreeSet<String>>,
    /// Texts that take no values, made once: a page asks for dozens.
    fixed: FxHashMap<String, String>,
}

impl Strings {
    /// Reads the theme's strings and compares the languages.
    ///
    /// # Errors
    /// Text that is not Fluent, a key given twice, a key or a value that one language lacks.
    pub fn load(theme: &Theme) -> anyhow::Result<Strings> {
        let strings = Strings { vi: Bundle::load(theme, Lang::Vi)?, en: Bundle::load(theme, Lang::En)? };
        for (one, other, lacking) in [(&strings.vi, &strings.en, "en"), (&strings.en, &strings.vi, "vi")] {
            for key in one.keys.keys().collect::<BTreeSet<_>>() {
                let values = &one.keys[key];
                let there = other.keys.get(key).ok_or_else(|| anyhow!("strings: `{key}` is missing in {lacking}"))?;
                ensure!(values == there, "strings: `{key}` takes other values in {lacking} than in the other language");
            }
        }
        Ok(strings)
    }

    /// The text of `key`.
    ///
    /// # Errors
    /// An unknown key, a value that is missing, a value that the text does not use.
    pub fn text(&self, lang: Lang, key: &str, values: &[(&str, Value<'_>)]) -> anyhow::Result<String> {
        let bundle = self.bundle(lang);
        if let Some(text) = bundle.fixed.get(key).filter(|_| values.is_empty()) {
            return Ok(text.clone());
        }
        let Some(known) = bundle.keys.get(key) else {
            bail!("strings: there is no `{key}`");
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            ensure!(known.contains(*name), "strings: the text of `{key}` does not use `{name}`");
            args.set(*name, value.clone());
        }
        let pattern = bundle.fluent.get_message(key).and_then(|message| message.value());
        let pattern = pattern.ok_or_else(|| anyhow!("strings: `{key}` has no text"))?;
        let mut faults = Vec::new();
        let text = bundle.fluent.format_pattern(pattern, Some(&args), &mut faults).into_owned();
        match faults.first() {
            Some(fault) => bail!("strings: `{key}`: {fault}"),
            None => Ok(text),
        }
    }

    /// Every key, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.vi.keys.keys().map(String::as_str).collect::<BTreeSet<_>>().into_iter()
    }

    fn bundle(&self, lang: Lang) -> &Bundle {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

impl Bundle {
    fn load(theme: &Theme, lang: Lang) -> anyhow::Result<Bundle> {
        let id: LanguageIdentifier = lang.tag().parse().expect("our languages have valid tags");
        let mut fluent = FluentBundle::new_concurrent(vec![id]);
        fluent.set_use_isolating(false);
        fluent.set_formatter(Some(match lang {
            Lang::Vi => |value, _| grouped(value, '.'),
            Lang::En => |value, _| grouped(value, ','),
        }));
        let mut keys = FxHashMap::default();
        let (file, folder) = (format!("{}.ftl", lang.tag()), lang.tag());
        let own = |name: &&str| name.split('/').any(|part| part == file || part == folder);
        for name in theme.names("strings/", ".ftl").filter(own) {
            let text = theme.text(name)?;
            let resource = FluentResource::try_new(text.to_owned())
                .map_err(|(_, faults)| anyhow!("{name}: not Fluent: {}", faults[0]))?;
            fluent.add_resource(resource).map_err(|faults| anyhow!("{name}: {}", faults[0]))?;
            keys.extend(scan(text));
        }
        let mut fixed = FxHashMap::default();
        for (key, _) in keys.iter().filter(|(_, values): &(_, &BTreeSet<String>)| values.is_empty()) {
            let Some(pattern) = fluent.get_message(key).and_then(|message| message.value()) else { continue };
            let mut faults = Vec::new();
            let text = fluent.format_pattern(pattern, None, &mut faults).into_owned();
            // A text with a fault is told of by whoever asks for it.
            if faults.is_empty() {
                fixed.insert(key.clone(), text);
            }
        }
        Ok(Bundle { fluent, keys, fixed })
    }
}

/// Numbers from 10 000 get their thousands apart; smaller ones stay, since years are among them.
fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value >= 10_000.0 => Some(thousands(number.value as u64, separator)),
        _ => None,
    }
}

/// `1.250.000` in Vietnamese, `1,250,000` in English.
pub fn thousands(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// Keys and the `$values` in each one's text. Fluent's own tree is not part of the bundle crate's door.
fn scan(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in text.lines() {
        if line.starts_with('#') {
            continue;
        }
        if line.starts_with(|first: char| first.is_ascii_alphabetic())
            && let Some((key, _)) = line.split_once('=')
        {
            current = Some(key.trim().to_owned());
            keys.entry(key.trim().to_owned()).or_default();
        }
        if let Some(values) = current.as_ref().and_then(|key| keys.get_mut(key)) {
            values.extend(line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_')).collect::<String>()
            }));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(vi: &str, en: &str) -> Theme {
        let files = [("strings/vi.ftl", vi), ("strings/en.ftl", en)];
        Theme { files: files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().into())).collect() }
    }

    #[track_caller]
    fn refused(vi: &str, en: &str, because: &str) {
        let error = Strings::load(&theme(vi, en)).err().expect("the strings are wrong").to_string();
        assert!(error.contains(because), "{error}");
    }

    #[test]
    fn languages_must_have_the_same_keys_and_values() {
        refused("a = x\n", "b = x\n", "`a` is missing in en");
        refused("a = { $n } x\n", "a = x\n", "other values");
        refused("a = x\na = y\n", "a = x\n", "a");
    }

    #[test]
    fn unknown_keys_and_unused_values_are_errors() {
        let strings = Strings::load(&theme("a = { $n } sao\n", "a = { $n } stars\n")).unwrap();
        assert_eq!(strings.text(Lang::Vi, "a", &[("n", 3.into())]).unwrap(), "3 sao");
        assert!(strings.text(Lang::Vi, "b", &[]).is_err());
        assert!(strings.text(Lang::Vi, "a", &[("n", 3.into()), ("m", 1.into())]).is_err());
        assert!(strings.text(Lang::Vi, "a", &[]).is_err());
    }

    #[test]
    fn years_stay_whole_and_large_numbers_are_grouped() {
        let strings = Strings::load(&theme("a = { $n }\n", "a = { $n }\n")).unwrap();
        assert_eq!(strings.text(Lang::Vi, "a", &[("n", 2024.into())]).unwrap(), "2024");
        assert_eq!(strings.text(Lang::Vi, "a", &[("n", 17000.into())]).unwrap(), "17.000");
        assert_eq!(thousands(1_250_000, '.'), "1.250.000");
    }
}
