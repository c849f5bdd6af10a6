//! Every reference of every file, held against the ids that exist.

use crate::base::text::fold;
use crate::diag::code::Code;
use crate::diag::suggest::nearest;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::Notes;
use crate::read::layout::Kind;
use crate::read::shape::Reference;
use crate::resolve::names::Names;
use crate::terms::Scheme;

/// One finding a reference of a file that leads nowhere, at the very id, with the nearest id there is.
pub fn check(notes: &Notes, names: &Names, places: KnownPlaces) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let file = notes.file.path.as_str();
    for reference in &notes.references {
        match reference.kind {
            "place" if places.can_be_asked(file, names) => place(reference, file, names, &mut diagnostics),
            "place" => {}
            // Groups depend on the scheme beside them: `resolve::products` looks at both.
            "category" => {}
            kind => entry(reference, kind, file, names, &mut diagnostics),
        }
    }
    diagnostics
}

/// Whether it can be said of a unit that there is none: a broken file of places, itself reported, would make every unit of
/// its province unknown; so would a home province that does not exist, of which only `site.yaml` is told.
#[derive(Debug, Clone, Copy)]
pub struct KnownPlaces {
    whole: bool,
    home: bool,
}

impl KnownPlaces {
    pub fn of(names: &Names) -> KnownPlaces {
        KnownPlaces {
            whole: names.ids(Kind::Places).all(|id| names.places.contains_key(id)),
            home: names.places.contains_key(&names.home_province),
        }
    }

    fn can_be_asked(self, file: &str, names: &Names) -> bool {
        self.whole && (self.home || (file == "site.yaml" && !names.home_province.is_empty()))
    }
}

fn entry(reference: &Reference, kind: &str, file: &str, names: &Names, diagnostics: &mut Diagnostics) {
    let (kind, code) = match kind {
        "product" => (Kind::Product, Code::UnknownProduct),
        "producer" => (Kind::Producer, Code::UnknownProducer),
        "point-of-sale" => (Kind::PointOfSale, Code::UnknownPointOfSale),
        "venue" => (Kind::Venue, Code::UnknownVenue),
        "destination" => (Kind::Destination, Code::UnknownDestination),
        "source" => (Kind::Source, Code::UnknownSource),
        other => panic!("the schema names a kind of reference that nothing resolves: {other}"),
    };
    if !names.exists(kind, &reference.id) {
        diagnostics.push(unknown(code, reference, file).fix(nearest(&reference.id, names.ids(kind))));
    }
}

fn place(reference: &Reference, file: &str, names: &Names, diagnostics: &mut Diagnostics) {
    let province = province_of(file);
    if names.unit(&reference.id, province).is_none() {
        // A name that left the map with the commune of before: its id then says so.
        let former = format!("{}-cu", fold(&reference.id).replace(' ', "-"));
        let fix = match names.places.get_key_value(&former) {
            Some((id, _)) => Some(id.as_str()),
            None => nearest(&reference.id, names.places.keys().map(String::as_str)),
        };
        diagnostics.push(unknown(Code::UnknownPlace, reference, file).fix(fix));
    }
}

/// The province whose file this is: ids in it are bare.
pub fn province_of(file: &str) -> Option<&str> {
    file.strip_prefix("places/")?.strip_suffix(".yaml")
}

fn unknown(code: Code, reference: &Reference, file: &str) -> Diagnostic {
    Diagnostic::new(code, file).written(reference.span.clone()).arg("value", &reference.id)
}

/// The words of a scheme in messages.
pub const fn scheme_title(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Y2019 => "1048/QĐ-TTg (2019)",
        Scheme::Y2023 => "148/QĐ-TTg (2023)",
        Scheme::Y2026 => "26/2026/QĐ-TTg",
    }
}
