//! Every finding the program can make: its stable word, its severity, its subject.

/// How much a finding weighs. An error is never published; a warning is published and listed; a note is only told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

impl Severity {
    pub const fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// What a finding is about, for grouping in the handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    Yaml,
    Field,
    Reference,
    Certificate,
    Outlet,
    Picture,
    Text,
    Law,
    Route,
    Config,
}

macro_rules! codes {
    ($($(#[$meta:meta])* $variant:ident = $word:literal, $severity:ident, $area:ident;)+) => {
        /// A finding's stable name. Words are never renamed and never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$meta])* $variant,)+
        }

        impl Code {
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// The kebab-case word that people search for and remember.
            pub const fn word(self) -> &'static str {
                match self { $(Code::$variant => $word,)+ }
            }

            /// The severity where `site.yaml` does not say otherwise.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            pub const fn area(self) -> Area {
                match self { $(Code::$variant => Area::$area,)+ }
            }
        }
    };
}

codes! {
    /// The text is not YAML.
    Syntax = "syntax", Error, Yaml;
    DuplicateKey = "duplicate-key", Error, Yaml;
    /// Anchors, aliases, tags, merge keys, several documents in one file.
    BannedYaml = "banned-yaml", Error, Yaml;
    NotUtf8 = "not-utf8", Error, Yaml;
    FrontMatter = "front-matter", Error, Yaml;
    /// Lines that git left where two changes met.
    ConflictMarker = "conflict-marker", Error, Yaml;
    UnknownFile = "unknown-file", Error, Yaml;
    MissingFile = "missing-file", Error, Yaml;

    UnknownKey = "unknown-key", Error, Field;
    MissingField = "missing-field", Error, Field;
    WrongType = "wrong-type", Error, Field;
    UnknownWord = "unknown-word", Error, Field;
    BadDate = "bad-date", Error, Field;
    OutOfRange = "out-of-range", Error, Field;
    /// A star that is not 3, 4 or 5 (26/2026/QĐ-TTg, article 3).
    StarOutOfRange = "star-out-of-range", Error, Field;
    BadId = "bad-id", Error, Field;
    BadFormat = "bad-format", Error, Field;
    EmptyText = "empty-text", Error, Field;
    /// A text that YAML ends at a `#`.
    CutText = "cut-text", Warning, Field;
    /// Outlines for the map that cannot be drawn.
    BadGeometry = "bad-geometry", Error, Field;
    /// A plan's file is named for one year and tells of another.
    YearMismatch = "year-mismatch", Error, Field;
    FutureDate = "future-date", Warning, Field;

    UnknownProduct = "unknown-product", Error, Reference;
    UnknownProducer = "unknown-producer", Error, Reference;
    UnknownPointOfSale = "unknown-point-of-sale", Error, Reference;
    UnknownVenue = "unknown-venue", Error, Reference;
    UnknownDestination = "unknown-destination", Error, Reference;
    UnknownSource = "unknown-source", Error, Reference;
    UnknownPlace = "unknown-place", Error, Reference;
    UnknownCategory = "unknown-category", Error, Reference;
    /// The unit did not exist at the time that the entry gives.
    WrongEraPlace = "wrong-era-place", Error, Reference;
    /// The former unit was divided, and the entry does not say which part.
    DividedPlace = "divided-place", Note, Reference;
    DuplicateId = "duplicate-id", Error, Reference;
    DuplicateCode = "duplicate-code", Error, Reference;
    DuplicateAlias = "duplicate-alias", Error, Reference;

    MissingSource = "missing-source", Error, Certificate;
    WeakSource = "weak-source", Error, Certificate;
    ImpossibleInterval = "impossible-interval", Error, Certificate;
    MissingStars = "missing-stars", Error, Certificate;
    /// Dated before the programme or its rule began.
    EarlyDecision = "early-decision", Error, Certificate;
    /// The issuer could not award these stars on that date.
    WrongAuthority = "wrong-authority", Warning, Certificate;
    /// The stated end is not 36 months after the date.
    UnusualTerm = "unusual-term", Warning, Certificate;
    CategoryMismatch = "category-mismatch", Error, Certificate;

    BadOpeningHours = "bad-opening-hours", Error, Outlet;
    EmptyStop = "empty-stop", Error, Outlet;
    /// The place of a stop has closed, or its doors are closed at the planned hour.
    ClosedStop = "closed-stop", Error, Outlet;

    MissingPicture = "missing-picture", Error, Picture;
    BadPicture = "bad-picture", Error, Picture;
    /// Of another kind than its name says.
    MisnamedPicture = "misnamed-picture", Error, Picture;
    TruncatedPicture = "truncated-picture", Error, Picture;
    HugePicture = "huge-picture", Error, Picture;

    NotNfc = "not-nfc", Error, Text;
    LookAlike = "look-alike", Error, Text;
    RawHtml = "raw-html", Error, Text;
    DeadLink = "dead-link", Error, Text;

    /// A person's phone without a record of consent (Luật 91/2025/QH15).
    PhoneWithoutConsent = "phone-without-consent", Error, Law;
    /// Alcohol without a strength (Luật 44/2019/QH14).
    AlcoholWithoutStrength = "alcohol-without-strength", Error, Law;
    /// Words or pictures that advertise spirits.
    AlcoholPromotion = "alcohol-promotion", Warning, Law;
    /// Words that claim a cure.
    CureClaim = "cure-claim", Error, Law;
    /// "Best", "number one": Luật Quảng cáo, article 8.
    Superlative = "superlative", Error, Law;

    RouteCollision = "route-collision", Error, Route;
    UnknownCode = "unknown-code", Error, Config;
    /// A finding that keeps an entry from being read cannot be made less than an error: the entry would vanish.
    FixedSeverity = "fixed-severity", Error, Config;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn words_are_unique_and_kebab_case() {
        let words: BTreeSet<&str> = Code::ALL.iter().map(|code| code.word()).collect();
        assert_eq!(words.len(), Code::ALL.len());
        assert!(words.iter().all(|word| crate::base::text::is_slug(word)));
    }
}
