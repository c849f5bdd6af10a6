//! What only one entry may claim: label codes and former addresses.

use rustc_hash::FxHashMap;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::Records;
use crate::source::field::FieldPath;

/// Reports the second and later claims.
pub fn check(records: &Records) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    codes(records, &mut diagnostics);
    macro_rules! aliases {
        ($($records:ident),+) => {
            $({
                let entries: Vec<(&str, &str, &[String])> = records
                    .$records
                    .iter()
                    .map(|record| (record.id.as_str(), record.file.as_str(), &record.value.aliases[..]))
                    .collect();
                aliases(&entries, &mut diagnostics);
            })+
        };
    }
    aliases!(products, producers, points_of_sale, venues, destinations, routes, events, sources, pages);
    diagnostics
}

fn codes(records: &Records, diagnostics: &mut Diagnostics) {
    let mut seen: FxHashMap<&str, &str> = FxHashMap::default();
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

/// A former address leads to one entry only. That it is nobody's present one, the plan of all addresses knows.
fn aliases(entries: &[(&str, &str, &[String])], diagnostics: &mut Diagnostics) {
    let mut seen: FxHashMap<&str, &str> = FxHashMap::default();
    for (id, file, aliases) in entries {
        for (at, alias) in aliases.iter().enumerate() {
            if let Some(first) = seen.get(alias.as_str()) {
                let field = FieldPath::root().key("aliases").item(at);
                let again = Diagnostic::new(Code::DuplicateAlias, file).at(field);
                diagnostics.push(again.arg("value", alias).arg("first", first));
            } else {
                seen.insert(alias, id);
            }
        }
    }
}
