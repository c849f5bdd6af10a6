//! The words of findings in Vietnamese and English, from `messages/{vi,en}.ftl`.
//!
//! Each code has a message; `.help` is said when there is a fix to paste (`{ $fix }`), `.hint` otherwise.

use fluent_bundle::FluentArgs;
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use crate::base::lang::Lang;
use crate::diag::Diagnostic;

pub struct Messages(FluentBundle<FluentResource>);

impl Messages {
    pub fn new(lang: Lang) -> Messages {
        let text = match lang {
            Lang::Vi => include_str!("messages/vi.ftl"),
            Lang::En => include_str!("messages/en.ftl"),
        };
        let id: LanguageIdentifier = lang.tag().parse().expect("our languages have valid tags");
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, faults)| faults)
            .expect("our messages are valid Fluent");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("each code has one message");
        Messages(bundle)
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
        let message = self.0.get_message(diagnostic.code.word())?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::new();
        for (name, value) in &diagnostic.args {
            args.set(*name, value.as_str());
        }
        if let Some(fix) = &diagnostic.fix {
            args.set("fix", fix.as_str());
        }
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{}: {errors:?}", diagnostic.code.word());
        Some(text)
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
                assert!(messages.0.has_message(code.word()), "{} {}", lang.tag(), code.word());
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
