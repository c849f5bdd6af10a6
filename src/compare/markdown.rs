//! A comparison as Markdown, for a comment on a pull request. The words stand in `messages/{vi,en}.ftl`.

use std::fmt::Write;

use crate::base::lang::Lang;
use crate::base::phrases::Phrases;
use crate::compare::{Change, Comparison, Weight};

/// Pages listed of each sort; the rest is counted.
const PAGES_SHOWN: usize = 30;
/// Changes listed in a chapter, so that a comment stays below the host's limit.
const CHANGES_SHOWN: usize = 200;

pub fn text(comparison: &Comparison, lang: Lang) -> String {
    let words = Phrases::new(lang, include_str!("messages/vi.ftl"), include_str!("messages/en.ftl"));
    let mut text = String::new();
    for weight in Weight::ALL {
        let changes: Vec<&Change> = comparison.changes.iter().filter(|change| change.weight == weight).collect();
        if changes.is_empty() {
            continue;
        }
        let _ = writeln!(text, "## {}\n", words.say(&format!("chapter-{}", weight.word()), &[]));
        for change in changes.iter().take(CHANGES_SHOWN) {
            let safe: Vec<(&str, String)> = change.args.iter().map(|(key, value)| (*key, told(value))).collect();
            let args: Vec<(&str, &str)> = safe.iter().map(|(key, value)| (*key, value.as_str())).collect();
            let _ = writeln!(
                text,
                "- **{}** (`{}/{}`): {}",
                escaped(&change.name),
                change.folder,
                change.id,
                words.say(change.what, &args)
            );
        }
        more(&mut text, changes.len(), CHANGES_SHOWN, &words);
        text.push('\n');
    }
    pages(&mut text, comparison, &words);
    if text.is_empty() { format!("{}\n", words.say("nothing", &[])) } else { format!("{}\n", text.trim_end()) }
}

fn pages(text: &mut String, comparison: &Comparison, words: &Phrases) {
    let Comparison { pages_new, pages_gone, redirects_new, .. } = comparison;
    if pages_new.is_empty() && pages_gone.is_empty() && redirects_new.is_empty() {
        return;
    }
    let _ = writeln!(text, "## {}\n", words.say("chapter-pages", &[]));
    let redirects: Vec<String> = redirects_new.iter().map(|(from, to)| format!("`{from}` → `{to}`")).collect();
    let quoted = |paths: &[String]| paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>();
    for (what, lines) in
        [("pages-new", quoted(pages_new)), ("pages-gone", quoted(pages_gone)), ("redirects-new", redirects)]
    {
        if lines.is_empty() {
            continue;
        }
        let _ = writeln!(text, "{}\n", words.say(what, &[("count", &lines.len().to_string())]));
        for line in lines.iter().take(PAGES_SHOWN) {
            let _ = writeln!(text, "- {line}");
        }
        more(text, lines.len(), PAGES_SHOWN, words);
        text.push('\n');
    }
}

fn more(text: &mut String, all: usize, shown: usize, words: &Phrases) {
    if all > shown {
        let _ = writeln!(text, "- {}", words.say("more", &[("count", &(all - shown).to_string())]));
    }
}

/// A value as messages take it: `none` where there is none, so that they leave out what would stand around it.
fn told(value: &str) -> String {
    if value.is_empty() { "none".to_owned() } else { escaped(value) }
}

/// Signs that Markdown or a host would act upon: emphasis, links, HTML, mentions, references to issues.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|' | '~' => escaped.extend(['\\', letter]),
            '@' | '#' => escaped.extend([letter, '\u{2060}']),
            '\n' | '\r' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}
