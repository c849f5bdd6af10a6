//! The list of an intake for people: row by row what was taken, guessed and left.

use std::fmt::Write;

use crate::base::lang::Lang;
use crate::base::phrases::Phrases;
use crate::intake::{Fate, Intake};

pub fn text(intake: &Intake, lang: Lang) -> String {
    let phrases = Phrases::new(lang, include_str!("messages/vi.ftl"), include_str!("messages/en.ftl"));
    let mut text = String::new();
    for told in &intake.told {
        let fate = match &told.fate {
            Fate::Drafted(paths) => phrases.say("drafted", &[("paths", &paths.join(", "))]),
            Fate::Known(entry) => phrases.say("known", &[("entry", entry)]),
            Fate::Differs(entry) => phrases.say("differs", &[("entry", entry)]),
            Fate::Left => phrases.say("left", &[]),
        };
        let row = phrases.say("row", &[("row", &told.row.to_string())]);
        let name = if told.name.is_empty() { "—" } else { &told.name };
        let _ = writeln!(text, "{row}: {name}: {fate}");
        for remark in &told.remarks {
            let args: Vec<(&str, &str)> = remark.args.iter().map(|(key, value)| (*key, value.as_str())).collect();
            let _ = writeln!(text, "  - {}", phrases.say(remark.what, &args).replace('\n', " "));
        }
    }
    text
}
