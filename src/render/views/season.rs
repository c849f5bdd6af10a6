//! The season strip and the same in words.

use serde::Serialize;

use crate::model::product::Season;
use crate::plan::facet::Facet;
use crate::render::context::PageContext;
use crate::render::views::parts::Cite;

/// Twelve cells and their meaning in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonView {
    pub months: Vec<MonthCell>,
    /// "Có hàng tháng 3–9, rộ tháng 5–6".
    pub words: String,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthCell {
    pub number: u8,
    /// `none`, `has` or `peak`.
    pub state: &'static str,
    /// The list of that month, where it exists.
    pub url: Option<String>,
}

/// Fills the strip.
pub fn view(ctx: &PageContext<'_>, season: &Season) -> SeasonView {
    let cell = |number: u8| {
        let state = match (season.peak.contains(&number), season.has(number)) {
            (true, _) => "peak",
            (false, true) => "has",
            (false, false) => "none",
        };
        MonthCell { number, state, url: ctx.facet_url(Facet::Month(number)) }
    };
    SeasonView { months: (1..=12).map(cell).collect(), words: words(ctx, season), cites: ctx.cites(&season.sources) }
}

fn words(ctx: &PageContext<'_>, season: &Season) -> String {
    let has: Vec<u8> = (1..=12).filter(|month| season.has(*month)).collect();
    let (months, peak) = (ranges(&has), ranges(&season.peak));
    match (season.all_year || has.len() == 12, peak.is_empty()) {
        (true, true) => ctx.t("season-all-year"),
        (true, false) => ctx.tv("season-all-year-peak", &[("peak", peak.into())]),
        (false, true) => ctx.tv("season-months", &[("months", months.into())]),
        (false, false) => ctx.tv("season-months-peak", &[("months", months.into()), ("peak", peak.into())]),
    }
}

/// "3–9", "11–2" over the turn of the year, "1, 5–6".
pub fn ranges(months: &[u8]) -> String {
    let has = |month: u8| months.contains(&month);
    let before = |month: u8| if month == 1 { 12 } else { month - 1 };
    let after = |month: u8| month % 12 + 1;
    if (1..=12).all(has) {
        return "1–12".to_owned();
    }
    let run = |first: u8| {
        let mut last = first;
        while has(after(last)) {
            last = after(last);
        }
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    let starts = (1..=12).filter(|month| has(*month) && !has(before(*month)));
    starts.map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_named_by_runs_over_the_turn_of_the_year() {
        assert_eq!(ranges(&[3, 4, 5, 9]), "3–5, 9");
        assert_eq!(ranges(&[11, 12, 1, 2]), "11–2");
        assert_eq!(ranges(&[]), "");
    }
}
