//! The fields of each file of open data: one list that the JSON, the CSV and the dictionary page share.

use crate::render::data::DataKind;

/// The form of a field's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    Text,
    /// `{"vi", "en"}` in JSON, two columns in CSV.
    Localized,
    Id,
    Url,
    Number,
    YesNo,
    /// A word of a closed list.
    Word,
    /// `2027-10-15`, `2027-10`, `2027`, or an interval `2022-12-01/2023-01-14`.
    Date,
    /// Separated by `;` in CSV.
    List,
}

impl FieldType {
    /// In the keys of strings.
    pub const fn word(self) -> &'static str {
        match self {
            FieldType::Text => "text",
            FieldType::Localized => "localized",
            FieldType::Id => "id",
            FieldType::Url => "url",
            FieldType::Number => "number",
            FieldType::YesNo => "yes-no",
            FieldType::Word => "word",
            FieldType::Date => "date",
            FieldType::List => "list",
        }
    }
}

/// A field: its name in the files, its form.
pub type Field = (&'static str, FieldType);

const PRODUCTS: &[Field] = &[
    ("id", FieldType::Id),
    ("code", FieldType::Text),
    ("name", FieldType::Localized),
    ("url", FieldType::Url),
    ("producer", FieldType::Id),
    ("category", FieldType::Id),
    ("commune", FieldType::Id),
    ("former_commune", FieldType::Id),
    ("district", FieldType::Id),
    ("stars", FieldType::Number),
    ("certificate", FieldType::Word),
    ("valid_until", FieldType::Date),
    ("course", FieldType::Word),
    ("sold_at", FieldType::List),
    ("sources", FieldType::List),
];

const PRODUCERS: &[Field] = &[
    ("id", FieldType::Id),
    ("name", FieldType::Localized),
    ("url", FieldType::Url),
    ("name_basis", FieldType::Word),
    ("legal_form", FieldType::Word),
    ("commune", FieldType::Id),
    ("former_commune", FieldType::Id),
    ("district", FieldType::Id),
    ("website", FieldType::Url),
    ("sells_on_site", FieldType::YesNo),
    ("visits", FieldType::Word),
    ("products", FieldType::List),
    ("sources", FieldType::List),
];

const POINTS_OF_SALE: &[Field] = &[
    ("id", FieldType::Id),
    ("name", FieldType::Localized),
    ("url", FieldType::Url),
    ("type", FieldType::Word),
    ("producer", FieldType::Id),
    ("commune", FieldType::Id),
    ("former_commune", FieldType::Id),
    ("district", FieldType::Id),
    ("address", FieldType::Localized),
    ("status", FieldType::Word),
    ("as_of", FieldType::Date),
    ("verified_on", FieldType::Date),
    ("opening_hours", FieldType::Text),
    ("stocks", FieldType::List),
    ("sources", FieldType::List),
];

const VENUES: &[Field] = &[
    ("id", FieldType::Id),
    ("name", FieldType::Localized),
    ("url", FieldType::Url),
    ("type", FieldType::Word),
    ("commune", FieldType::Id),
    ("former_commune", FieldType::Id),
    ("district", FieldType::Id),
    ("address", FieldType::Localized),
    ("status", FieldType::Word),
    ("as_of", FieldType::Date),
    ("verified_on", FieldType::Date),
    ("opening_hours", FieldType::Text),
    ("uses", FieldType::List),
    ("sources", FieldType::List),
];

const DESTINATIONS: &[Field] = &[
    ("id", FieldType::Id),
    ("name", FieldType::Localized),
    ("url", FieldType::Url),
    ("type", FieldType::Word),
    ("commune", FieldType::Id),
    ("former_commune", FieldType::Id),
    ("district", FieldType::Id),
    ("producers", FieldType::List),
    ("sources", FieldType::List),
];

const ROUTES: &[Field] = &[
    ("id", FieldType::Id),
    ("name", FieldType::Localized),
    ("url", FieldType::Url),
    ("status", FieldType::Word),
    ("operator", FieldType::Localized),
    ("stops", FieldType::List),
    ("sources", FieldType::List),
];

const EVENTS: &[Field] = &[
    ("id", FieldType::Id),
    ("name", FieldType::Localized),
    ("url", FieldType::Url),
    ("from", FieldType::Date),
    ("until", FieldType::Date),
    ("yearly", FieldType::YesNo),
    ("lunar", FieldType::Text),
    ("commune", FieldType::Id),
    ("former_commune", FieldType::Id),
    ("district", FieldType::Id),
    ("destinations", FieldType::List),
    ("sources", FieldType::List),
];

const SOURCES: &[Field] = &[
    ("id", FieldType::Id),
    ("title", FieldType::Localized),
    ("url", FieldType::Url),
    ("publisher", FieldType::Text),
    ("grade", FieldType::Word),
    ("type", FieldType::Word),
    ("number", FieldType::Text),
    ("date", FieldType::Date),
    ("original", FieldType::Url),
    ("read_on", FieldType::Date),
    ("extent", FieldType::Word),
];

const PLACES: &[Field] = &[
    ("kind", FieldType::Word),
    ("id", FieldType::Id),
    ("name", FieldType::Localized),
    ("url", FieldType::Url),
    ("commune", FieldType::Id),
    ("precision", FieldType::Word),
];

/// The fields of a file, in the order of its columns.
pub const fn fields(kind: DataKind) -> &'static [Field] {
    match kind {
        DataKind::Products => PRODUCTS,
        DataKind::Producers => PRODUCERS,
        DataKind::PointsOfSale => POINTS_OF_SALE,
        DataKind::Venues => VENUES,
        DataKind::Destinations => DESTINATIONS,
        DataKind::Routes => ROUTES,
        DataKind::Events => EVENTS,
        DataKind::Sources => SOURCES,
        DataKind::Places => PLACES,
    }
}
