//! What only one entry may claim: label codes and former addresses.

use std::collections::BTreeMap;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::Records;
use crate::read::layout::Kind;
use crate::resolve::names::Names;
use crate::source::field::FieldPath;

/// Reports the second and later claims.
pub fn check(records: &Records, names: &Names) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    codes(records, &mut diagnostics);
    macro_rules! aliases {
        ($($records:ident: $kind:expr,)+) => {
            $({
                let entries: Vec<(&str, &str, &[String])> = records
                    .$records
                    .iter()
                    .map(|record| (record.id.as_str(), record.file.as_str(), &record.value.aliases[..]))
                    .collect();
                aliases(&entries, $kind, names, &mut diagnostics);
            })+
        };
    }
    aliases! {
        products: Kind::Product,
        producers: Kind::Producer,
        points_of_sale: Kind::PointOfSale,
        venues: Kind::Venue,
        destinations: Kind::Destination,
        routes: Kind::Route,
        events: Kind::Event,
        sources: Kind::Source,
        pages: Kind::Page,
    }
    diagnostics
}

fn codes(records: &Records, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for record in &records.products {
        for (key, code) in [("code", &record.value.code), ("official_code", &record.value.official_code)] {
            let Some(code) = code else { continue };
            if let Some(first) = seen.get(code.as_str()) {
                let again = Diagnostic::new(Code::DuplicateCode, &record.file).at(FieldPath::root().key(key));
                diagnostics.push(again.arg("value", code).arg("first", first));
            } else {
                seen.insert(code, &record.id);
            }
        }
    }
}

/// A former address must be nobody's present one, and lead to one entry only.
fn aliases(entries: &[(&str, &str, &[String])], kind: Kind, names: &Names, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, file, aliases) in entries {
        for (at, alias) in aliases.iter().enumerate() {
            let taken = match seen.get(alias.as_str()) {
                Some(first) => Some(*first),
                None => names.exists(kind, alias).then_some(alias.as_str()),
            };
            if let Some(first) = taken {
                let field = FieldPath::root().key("aliases").item(at);
                let again = Diagnostic::new(Code::DuplicateAlias, file).at(field);
                diagnostics.push(again.arg("value", alias).arg("first", first));
            } else {
                seen.insert(alias, id);
            }
        }
    }
}
