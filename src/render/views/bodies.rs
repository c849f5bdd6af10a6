//! Public bodies in the page's language. Content names them as documents do, in Vietnamese; their names follow a few patterns,
//! so English is made by pattern and not entry by entry. What fits no pattern stays Vietnamese and says so.

use crate::base::lang::Lang;
use crate::render::context::PageContext;
use crate::render::views::parts::Text;

/// How Vietnamese documents write a body before the name of its unit, and the key of its words.
const PATTERNS: [(&str, &str); 15] = [
    ("UBND tỉnh ", "body-committee-province"),
    ("UBND huyện ", "body-committee-district"),
    ("UBND thị xã ", "body-committee-town"),
    ("UBND thành phố ", "body-committee-city"),
    ("UBND TP ", "body-committee-city"),
    ("UBND xã ", "body-committee-commune"),
    ("UBND phường ", "body-committee-ward"),
    ("Hội đồng OCOP tỉnh ", "body-council-province"),
    ("Hội đồng OCOP huyện ", "body-council-district"),
    ("Hội đồng OCOP thành phố ", "body-council-city"),
    ("Hội đồng OCOP TP ", "body-council-city"),
    ("Hội đồng tỉnh ", "body-board-province"),
    ("Hội đồng huyện ", "body-board-district"),
    ("Hội đồng thành phố ", "body-board-city"),
    ("Hội đồng TP ", "body-board-city"),
];

/// Bodies that have no unit's name.
const WHOLE: [(&str, &str); 6] = [
    ("cấp tỉnh", "body-level-province"),
    ("cấp huyện", "body-level-district"),
    ("Thủ tướng Chính phủ", "body-prime-minister"),
    ("Ủy ban Thường vụ Quốc hội", "body-standing-committee"),
    ("Bộ Nông nghiệp và Môi trường", "body-ministry"),
    ("Bộ Nông nghiệp và Phát triển nông thôn", "body-ministry-rural"),
];

/// A body by its name in content.
pub fn name(ctx: &PageContext<'_>, written: &str) -> Text {
    match ctx.lang {
        Lang::Vi => ctx.vietnamese(written),
        Lang::En => translated(ctx, written).map_or_else(|| ctx.vietnamese(written), |words| ctx.own(words)),
    }
}

fn translated(ctx: &PageContext<'_>, written: &str) -> Option<String> {
    let (key, unit) = pattern(written)?;
    Some(match unit {
        "" => ctx.t(key),
        unit => ctx.tv(key, &[("name", unit.into())]),
    })
}

/// The key of a body's words and the name of its unit, which may be empty.
fn pattern(written: &str) -> Option<(&'static str, &str)> {
    if let Some((_, key)) = WHOLE.iter().find(|(name, _)| *name == written) {
        return Some((key, ""));
    }
    let (unit, key) = PATTERNS.iter().find_map(|(head, key)| Some((written.strip_prefix(head)?, *key)))?;
    // A longer name ("UBND huyện Bình Sơn (Quảng Ngãi)") holds more than a unit.
    let plain = unit.split(' ').all(|word| word.chars().next().is_some_and(char::is_uppercase));
    plain.then_some((key, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_known_by_the_patterns_of_documents() {
        assert_eq!(pattern("UBND tỉnh Hà Tĩnh"), Some(("body-committee-province", "Hà Tĩnh")));
        assert_eq!(pattern("Hội đồng OCOP TP Hà Tĩnh"), Some(("body-council-city", "Hà Tĩnh")));
        assert_eq!(pattern("cấp tỉnh"), Some(("body-level-province", "")));
        assert_eq!(pattern("UBND huyện Bình Sơn (Quảng Ngãi)"), None);
        assert_eq!(pattern("UBND huyện và tỉnh"), None);
        assert_eq!(pattern("Báo Hà Tĩnh"), None);
    }
}
