//! The season strip of a product, and that of the whole year; the same in words.

use serde::Serialize;

use crate::model::product::Season;
use crate::plan::facet::Facet;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::card::{self, Card};
use crate::render::views::entries::SHORT_LIST;
use crate::render::views::names;
use crate::render::views::parts::Cite;

/// Twelve cells and their meaning in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SeasonView {
    pub months: Vec<MonthCell>,
    /// "Có hàng tháng 3–9, rộ tháng 5–6".
    pub words: String,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MonthCell {
    pub number: u8,
    /// `none`, `has` or `peak`.
    pub state: &'static str,
    /// The list of that month, where it exists.
    pub url: Option<String>,
}

/// The twelve months as ways to their lists, and the same in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearView {
    pub months: Vec<YearMonth>,
    /// "Có sản phẩm: tháng 3–9. Nguồn chưa ghi gì: tháng 1–2, 10–12."
    pub words: String,
    /// Of how many products a source tells the months.
    pub known: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct YearMonth {
    pub number: u8,
    pub count: usize,
    /// "tháng 3: 5 sản phẩm".
    pub words: String,
    /// None where no source tells of a product: such a month has no list.
    pub url: Option<String>,
    /// Whether it leads to the page it stands on.
    pub current: bool,
}

/// What is in season in the month in which the site was built.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MonthNow {
    pub number: u8,
    /// "tháng 3".
    pub name: String,
    /// None where no source tells of a product.
    pub url: Option<String>,
    /// What is at its best first, at most a short list.
    pub cards: Vec<Card>,
    /// The months that have a list, for a script: a kept page may be read in another month.
    pub listed: String,
    /// The names of all months, `|` between them: browsers write them in other ways.
    pub names: String,
    /// Where the list of a month lies, `#` in place of its number.
    pub pattern: String,
}

/// Fills the strip of the year; none when no source tells any product's months.
pub fn year(ctx: &PageContext<'_>) -> Option<YearView> {
    let months: Vec<YearMonth> = (1..=12).map(|number| year_month(ctx, number)).collect();
    let numbers = |wanted: fn(&YearMonth) -> bool| -> String {
        ranges(&months.iter().filter(|month| wanted(month)).map(|month| month.number).collect::<Vec<u8>>())
    };
    let (some, none) = (numbers(|month| month.count > 0), numbers(|month| month.count == 0));
    let words = match (some.is_empty(), none.is_empty()) {
        (true, _) => return None,
        (false, true) => ctx.t("year-every-month"),
        (false, false) => ctx.tv("year-months", &[("some", some.into()), ("none", none.into())]),
    };
    let seasonal = ctx.catalogue().products.iter().filter(|product| !product.is_bare());
    let (known, all) = seasonal
        .fold((0usize, 0usize), |(known, all), product| (known + usize::from(product.season.is_some()), all + 1));
    Some(YearView { months, words, known: ctx.tv("year-known", &[("known", known.into()), ("all", all.into())]) })
}

fn year_month(ctx: &PageContext<'_>, number: u8) -> YearMonth {
    let facet = Facet::Month(number);
    let count = ctx.plan().listings.count(facet);
    let name = names::month_name(ctx, number);
    YearMonth {
        number,
        count,
        words: ctx.tv("year-month", &[("month", name.into()), ("n", count.into())]),
        url: ctx.facet_url(facet),
        current: ctx.plan().slugs.facet(ctx.catalogue(), facet) == ctx.page.route.path(),
    }
}

/// Fills what is in season now.
pub fn now(ctx: &PageContext<'_>) -> MonthNow {
    let number = u8::try_from(ctx.catalogue().date.month()).expect("months are 1 to 12");
    let listed = (1..=12).filter(|month| ctx.plan().listings.get(Facet::Month(*month)).is_some());
    let listed: Vec<String> = listed.map(|month: u8| month.to_string()).collect();
    let mut members = ctx.plan().listings.get(Facet::Month(number)).map_or_else(Vec::new, |list| list.members.clone());
    members.sort_by_key(|id| !ctx.catalogue()[*id].season.as_ref().is_some_and(|season| season.peak.contains(&number)));
    members.truncate(SHORT_LIST);
    MonthNow {
        number,
        name: names::month_name(ctx, number),
        url: ctx.facet_url(Facet::Month(number)),
        cards: card::cards(ctx, &members),
        listed: listed.join(" "),
        names: (1..=12).map(|month| names::month_name(ctx, month)).collect::<Vec<_>>().join("|"),
        pattern: ctx.url(&format!("{}/#", paths::MONTHS)),
    }
}

/// Fills the strip of a product.
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
