//! Addresses as officers write them to units: `xã Cẩm Mỹ`, `tt. Thiên Cầm, huyện Cẩm Xuyên`, `thôn 3, xã Thiên Cầm, tỉnh
//! Hà Tĩnh`.

use crate::base::text::{fold, tidy};
use crate::config::localized;
use crate::read::Records;

/// The unit that an address names, and what stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    pub unit: String,
    pub detail: String,
    /// A unit of the same name exists in the other era, or in several districts: a person should look.
    pub guessed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Province,
    District,
    Former,
    Commune,
}

#[derive(Debug)]
struct Known {
    id: String,
    level: Level,
    /// Folded, with the word for its kind.
    full: String,
    /// Folded, without it.
    bare: String,
    /// As it is written, in small letters, without the word for its kind.
    marked: String,
    province: String,
    district: Option<String>,
}

/// Finds the unit of `address` as it was named in `year`.
pub fn locate(address: &str, year: Option<i16>, records: &Records) -> Option<Located> {
    let known = units(records);
    let mut parts: Vec<&str> = address.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut pop = |level: Level, within: &dyn Fn(&Known) -> bool| -> Option<usize> {
        let last = normal(parts.last()?);
        let matches = |unit: &Known| unit.level == level && within(unit) && (unit.full == last || unit.bare == last);
        let named = |unit: &Known| unit.level == level && within(unit) && unit.full == last;
        let found = known.iter().position(named).or_else(|| known.iter().position(matches))?;
        // A bare name may be the commune's own: a province or district is only popped when more stands before it.
        let bare_alone = known[found].full != last && parts.len() == 1;
        if bare_alone && matches!(level, Level::Province | Level::District) {
            return None;
        }
        parts.pop();
        Some(found)
    };
    let province = pop(Level::Province, &|_| true).map(|at| known[at].id.clone());
    let inside = |unit: &Known| province.as_ref().is_none_or(|province| unit.province == *province);
    let district = pop(Level::District, &inside).map(|at| known[at].id.clone());
    let commune = commune(&parts, &known, year, province.as_deref(), district.as_deref());
    let detail = |kept: &[&str]| kept.join(", ");
    match (commune, district, province) {
        (Some((unit, at, guessed)), _, _) => {
            parts.remove(at);
            Some(Located { unit, detail: detail(&parts), guessed })
        }
        (None, Some(unit), _) | (None, None, Some(unit)) => {
            Some(Located { unit, detail: detail(&parts), guessed: false })
        }
        (None, None, None) => None,
    }
}

/// The commune's id, which part named it, and whether another could be meant.
fn commune(
    parts: &[&str],
    known: &[Known],
    year: Option<i16>,
    province: Option<&str>,
    district: Option<&str>,
) -> Option<(String, usize, bool)> {
    for (at, part) in parts.iter().enumerate().rev() {
        let name = normal(part);
        let fits = |unit: &&Known| {
            matches!(unit.level, Level::Former | Level::Commune)
                && (unit.full == name || unit.bare == name)
                && province.is_none_or(|province| unit.province == province)
                && district
                    .is_none_or(|district| unit.level == Level::Former && unit.district.as_deref() == Some(district))
        };
        let mut all: Vec<&Known> = known.iter().filter(fits).collect();
        if all.iter().any(|unit| unit.full == name) {
            all.retain(|unit| unit.full == name);
        }
        // Before July 2025 only former units existed; a province behind the commune means the two levels of today.
        let wanted = match (year, province, district) {
            (_, Some(_), None) => Level::Commune,
            (Some(year), _, _) if year <= 2025 => Level::Former,
            (None, None, None) => Level::Former,
            _ => Level::Commune,
        };
        // Bình Thanh and Bình Thạnh fold alike: the marks decide where they are written.
        if all.iter().any(|unit| unit.marked == marked(part)) {
            all.retain(|unit| unit.marked == marked(part));
        }
        let guessed = all.len() > 1 && !(province.is_some() && district.is_none());
        all.sort_by_key(|unit| unit.level != wanted);
        if let Some(first) = all.first() {
            return Some((first.id.clone(), at, guessed));
        }
    }
    None
}

fn units(records: &Records) -> Vec<Known> {
    let home = records.site.as_ref().map(|site| site.value.home.province.as_str()).unwrap_or_default();
    let mut units = Vec::new();
    for file in &records.places {
        let province = &file.value.province;
        let prefix = if province.id == home { String::new() } else { format!("{}/", province.id) };
        let mut add = |id: String, level, name: &crate::read::raw::common::Text, district: Option<String>| {
            let full = normal(&localized(name).vi);
            let bare = bare(&full).to_owned();
            let marked = marked(&localized(name).vi);
            units.push(Known { id, level, full, bare, marked, province: province.id.clone(), district });
        };
        add(province.id.clone(), Level::Province, &province.name, None);
        for unit in &file.value.districts {
            add(format!("{prefix}{}", unit.id), Level::District, &unit.name, None);
        }
        for unit in &file.value.former_communes {
            add(format!("{prefix}{}", unit.id), Level::Former, &unit.name, Some(format!("{prefix}{}", unit.district)));
        }
        for unit in &file.value.communes {
            let district = unit.district.as_ref().map(|district| format!("{prefix}{district}"));
            add(format!("{prefix}{}", unit.id), Level::Commune, &unit.name, district);
        }
    }
    units
}

/// The last words of a name, as many as it has without the word for its kind, with their marks.
fn marked(name: &str) -> String {
    let count = bare(&normal(name)).split(' ').count();
    let lower = tidy(name.trim().trim_end_matches('.')).to_lowercase().replace('.', " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    words[words.len().saturating_sub(count)..].join(" ")
}

/// Folded, abbreviations of kinds written out.
fn normal(text: &str) -> String {
    let folded = fold(text.trim().trim_end_matches('.')).split_whitespace().collect::<Vec<_>>().join(" ");
    const SHORT: [(&str, &str); 8] = [
        ("tt.", "thi tran "),
        ("tt ", "thi tran "),
        ("tx.", "thi xa "),
        ("tp.", "thanh pho "),
        ("h.", "huyen "),
        ("x.", "xa "),
        ("p.", "phuong "),
        ("t.", "tinh "),
    ];
    for (short, long) in SHORT {
        if let Some(rest) = folded.strip_prefix(short) {
            return format!("{long}{}", rest.trim());
        }
    }
    folded
}

fn bare(full: &str) -> &str {
    const KINDS: [&str; 7] = ["thi tran ", "thi xa ", "thanh pho ", "xa ", "phuong ", "huyen ", "tinh "];
    KINDS.iter().find_map(|kind| full.strip_prefix(kind)).unwrap_or(full)
}
