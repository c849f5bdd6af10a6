//! The catalogue's closed vocabularies: the words that content files may use for kinds, states and steps.
//!
//! Each is one enum with its written form beside it, so that reading, the editors' schema and the interface strings
//! (`term-<enum>-<word>`) cannot drift apart.

/// Declares a vocabulary: the enum, its written words, and how it is read and described.
macro_rules! term {
    ($(#[$meta:meta])* pub enum $name:ident $(default $default:ident)? {
        $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word as content files write it.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }

        $(impl Default for $name {
            fn default() -> Self { $name::$default }
        })?
    };
}

term! {
    pub enum CaveatKind {
        /// Two sources say different things.
        Contradiction = "contradiction",
        /// No source says it; we concluded it, and say from what.
        Inferred = "inferred",
        /// A source is silent where a reader would expect an answer.
        Missing = "missing",
    }
}

term! {
    /// How sure the person who wrote the entry is that it is right and complete.
    pub enum Confidence {
        High = "high",
        Medium = "medium",
        Low = "low",
    }
}

term! {
    pub enum ContactKind {
        Person = "person",
        Organisation = "organisation",
    }
}

term! {
    /// Which decision's list of categories.
    pub enum Scheme default Y2026 {
        /// 1048/QĐ-TTg of 21/8/2019, as amended by 781/QĐ-TTg of 8/6/2020.
        Y2019 = "qd-1048-2019",
        /// 148/QĐ-TTg of 24/2/2023.
        Y2023 = "qd-148-2023",
        /// 26/2026/QĐ-TTg of 22/5/2026.
        Y2026 = "qd-26-2026",
    }
}

term! {
    pub enum CategoryBasis default Compiler {
        /// A decision or a source states the class.
        Stated = "stated",
        /// The writer of the entry sorted it; no source publishes the class.
        Compiler = "compiler",
    }
}

term! {
    pub enum RecognitionEvent default Recognised {
        Recognised = "recognised",
        /// A source says that the certificate has run out.
        Lapsed = "lapsed",
        /// Taken back by the authority (article 8 of 26/2026/QĐ-TTg).
        Withdrawn = "withdrawn",
        /// The renewal file was handed in (article 12 of 26/2026/QĐ-TTg).
        RenewalFiled = "renewal_filed",
    }
}

term! {
    pub enum Certainty default Stated {
        Stated = "stated",
        Inferred = "inferred",
    }
}

term! {
    pub enum Step {
        Candidate = "candidate",
        InAssessment = "in_assessment",
        Upgrading = "upgrading",
        Reassessing = "reassessing",
        Maintained = "maintained",
        NotPassed = "not_passed",
    }
}

term! {
    pub enum AbvUnknown {
        Unknown = "unknown",
    }
}

term! {
    pub enum Invoice {
        /// Value-added-tax invoice.
        Vat = "vat",
        /// Sales invoice.
        Sales = "sales",
        None = "none",
    }
}

term! {
    pub enum PaperKind {
        FoodSafety = "food_safety",
        SelfDeclaration = "self_declaration",
        TestReport = "test_report",
        Haccp = "haccp",
        Iso = "iso",
        Vietgap = "vietgap",
        Organic = "organic",
        Trademark = "trademark",
        Barcode = "barcode",
        Other = "other",
    }
}

term! {
    pub enum NameBasis default Source {
        Source = "source",
        /// No source names the maker; the brand on the product stands in.
        Brand = "brand",
    }
}

term! {
    /// Who may hold a recognition (article 2 of 26/2026/QĐ-TTg).
    pub enum LegalForm default Unknown {
        Cooperative = "cooperative",
        CooperativeGroup = "cooperative_group",
        Company = "company",
        Farm = "farm",
        HouseholdBusiness = "household_business",
        /// "Cơ sở": a workshop whose legal form no source states.
        Workshop = "workshop",
        Association = "association",
        Unknown = "unknown",
    }
}

term! {
    pub enum Welcomed {
        Yes = "yes",
        /// Announced by a source, not seen to be open.
        Planned = "planned",
        No = "no",
        Unknown = "unknown",
    }
}

term! {
    /// Kinds of place where OCOP goods may be introduced and sold (after QĐ 950/QĐ-BCT of 18/4/2023).
    pub enum OutletType {
        OcopShop = "ocop_shop",
        OcopCentre = "ocop_centre",
        Workshop = "workshop",
        Supermarket = "supermarket",
        Market = "market",
        HotelShelf = "hotel_shelf",
        PostOffice = "post_office",
        RestStop = "rest_stop",
        Online = "online",
        Other = "other",
    }
}

term! {
    pub enum OutletStatus default Unknown {
        Open = "open",
        Seasonal = "seasonal",
        Closed = "closed",
        Unknown = "unknown",
    }
}

term! {
    pub enum VenueType {
        Restaurant = "restaurant",
        Hotel = "hotel",
        Homestay = "homestay",
        GiftShop = "gift_shop",
        Other = "other",
    }
}

term! {
    pub enum UseHow {
        Menu = "menu",
        Breakfast = "breakfast",
        Shelf = "shelf",
        Gift = "gift",
    }
}

term! {
    pub enum DestinationType {
        Beach = "beach",
        Island = "island",
        Heritage = "heritage",
        CraftVillage = "craft_village",
        Market = "market",
        Nature = "nature",
        Food = "food",
        Other = "other",
    }
}

term! {
    pub enum RouteStatus default Unknown {
        /// Somebody sells it.
        Offered = "offered",
        /// A source describes or proposes it; nobody is known to sell it.
        Described = "described",
        Unknown = "unknown",
    }
}

term! {
    /// As opening hours write it.
    pub enum Weekday {
        Monday = "Mo",
        Tuesday = "Tu",
        Wednesday = "We",
        Thursday = "Th",
        Friday = "Fr",
        Saturday = "Sa",
        Sunday = "Su",
    }
}

term! {
    /// What a source may carry (contract, section 2).
    pub enum Grade {
        /// A signed decision.
        A = "A",
        /// State press or portal.
        B1 = "B1",
        /// An official notice, plan or list made before or beside the decision.
        B2 = "B2",
        /// The producer's own word: never carries stars.
        C = "C",
    }
}

term! {
    pub enum SourceType {
        Decision = "decision",
        Notice = "notice",
        Letter = "letter",
        Plan = "plan",
        Press = "press",
        Portal = "portal",
        Dataset = "dataset",
        OwnPage = "own_page",
        Other = "other",
    }
}

term! {
    pub enum Quality {
        Text = "text",
        Ocr = "ocr",
        Image = "image",
    }
}

term! {
    pub enum Extent default Excerpt {
        Whole = "whole",
        Excerpt = "excerpt",
    }
}

term! {
    pub enum Language {
        Vi = "vi",
        En = "en",
    }
}

term! {
    /// Whose pull requests the officers' form makes.
    pub enum GitHost {
        Github = "github",
        Gitlab = "gitlab",
    }
}

term! {
    pub enum PolicySeverity {
        Error = "error",
        Warning = "warning",
        Note = "note",
    }
}
