//! The words of findings in Vietnamese and English, from `messages/{vi,en}.ftl`.
//!
//! Each code has a message; `.help` is said when there is a fix to paste (`{ $fix }`), `.hint` otherwise.

use crate::base::lang::Lang;
use crate::base::phrases::Phrases;
use crate::diag::Diagnostic;

pub struct Messages(Phrases);

impl Messages {
    pub fn new(lang: Lang) -> Messages {
        Messages(Phrases::new(lang, include_str!("messages/vi.ftl"), include_str!("messages/en.ftl")))
    }

    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        self.text(diagnostic, None).expect("every code has a message")
    }

    /// What to do: with the fix where there is one, else in general where there is something to say.
    pub fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        let with_fix = diagnostic.fix.as_ref().and_then(|_| self.text(diagnostic, Some("help")));
        with_fix.or_else(|| self.text(diagnostic, Some("hint")))
    }

    fn text(&self, diagnostic: &Diagnostic, attribute: Option<&str>) -> Option<String> {
        let args = diagnostic.args.iter().map(|(name, value)| (*name, value.as_str()));
        let fix = diagnostic.fix.as_deref().map(|fix| ("fix", fix));
        let pairs: Vec<(&str, &str)> = args.chain(fix).collect();
        self.0.find(diagnostic.code.word(), attribute, &pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code::Code;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for code in Code::ALL {
                assert!(messages.0.has(code.word()), "{} {}", lang.tag(), code.word());
            }
        }
    }

    #[test]
    fn help_needs_a_fix_and_hint_does_not() {
        let messages = Messages::new(Lang::En);
        let unknown = Diagnostic::new(Code::UnknownProducer, "x").arg("value", "phu-sagn");
        assert_eq!(messages.message(&unknown), "there is no producer `phu-sagn`");
        assert_eq!(messages.help(&unknown.clone().fix(Some("phu-sang"))).as_deref(), Some("did you mean `phu-sang`?"));
    }
}
