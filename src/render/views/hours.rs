//! Opening hours: the week in words, and what a script needs to say "open now".

use std::fmt::Write;

use crate::base::date::days_between;
use crate::model::entry::{Doors, Hours, MINUTES_A_DAY, Timeline};
use crate::model::people::Standing;
use crate::render::context::PageContext;
use crate::render::views::names;
use crate::render::views::parts::{HoursDay, HoursView};
use crate::terms::OutletStatus;

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const HOLIDAYS: &str = "PH";
const EPOCH: jiff::civil::Date = jiff::civil::date(1970, 1, 1);

/// Whether "open now" may be said of a place: somebody saw it trade within 180 days.
pub const fn trades(standing: &Standing) -> bool {
    standing.fresh && matches!(standing.status, OutletStatus::Open | OutletStatus::Seasonal)
}

/// The hours in words; with `live` also what a script needs for "open now".
pub fn view(ctx: &PageContext<'_>, hours: &Hours, live: bool) -> HoursView {
    HoursView {
        expression: hours.expression.clone(),
        days: days(ctx, hours),
        now: if live { now(ctx, hours) } else { None },
        cites: ctx.cites(&hours.sources),
    }
}

/// The week in words; nothing when the expression is more than a weekly table can show.
pub fn days(ctx: &PageContext<'_>, hours: &Hours) -> Vec<HoursDay> {
    seasons(&hours.expression).iter().flatten().flat_map(|season| season_rows(ctx, season)).collect()
}

/// The states of the window for the script, which the page then carries.
pub fn now(ctx: &PageContext<'_>, hours: &Hours) -> Option<String> {
    let code = code(hours.timeline.as_ref()?);
    ctx.goes_live();
    Some(code)
}

/// Days from 1970 to the window's first, then each state and how many minutes it lasts: `20779 c420o840c180`.
fn code(timeline: &Timeline) -> String {
    let mut code = format!("{} ", days_between(EPOCH, timeline.from));
    let ends = timeline.shifts.iter().skip(1).map(|shift| shift.minute).chain([timeline.days * MINUTES_A_DAY]);
    for (shift, end) in timeline.shifts.iter().zip(ends) {
        let letter = match shift.doors {
            Doors::Open => 'o',
            Doors::Closed => 'c',
            Doors::Unsure => 'u',
        };
        write!(code, "{letter}{}", end - shift.minute).expect("writing to a String never fails");
    }
    code
}

/// Months of the year and the week that holds in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// Indices of the first and the last month; none for the whole year.
    pub months: Option<(usize, usize)>,
    pub week: Week,
}

/// Spans such as `07:00-21:00` by day, Monday first; none on a day means closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Week {
    pub days: [Vec<String>; 7],
    /// None when the expression does not speak of public holidays.
    pub holidays: Option<Vec<String>>,
}

/// Weekly tables by season, if the expression is nothing more: `Mo-Sa 07:00-21:00; Su,PH off`, `Apr-Aug 06:00-22:00`.
pub fn seasons(expression: &str) -> Option<Vec<Season>> {
    if expression.trim() == "24/7" {
        let day = vec!["00:00-24:00".to_owned()];
        let week = Week { days: std::array::from_fn(|_| day.clone()), holidays: None };
        return Some(vec![Season { months: None, week }]);
    }
    let mut seasons: Vec<Season> = Vec::new();
    for rule in expression.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        let (months, rule) = months_of(rule);
        if !seasons.iter().any(|season| season.months == months) {
            seasons.push(Season { months, week: Week::default() });
        }
        let season = seasons.iter_mut().find(|season| season.months == months)?;
        apply(&mut season.week, rule)?;
    }
    // A rule for all year beside one for some months would have to be laid over it.
    let mixed = seasons.len() > 1 && seasons.iter().any(|season| season.months.is_none());
    (!mixed && !seasons.is_empty()).then_some(seasons)
}

/// Lays a rule over the week: a later rule replaces what an earlier one said of the same days.
fn apply(week: &mut Week, rule: &str) -> Option<()> {
    let (days, holidays, times) = match rule.split_once(' ') {
        Some((days, times)) => {
            let (days, holidays) = days_of(days)?;
            (days, holidays, times.trim())
        }
        None => ([true; 7], false, rule),
    };
    let spans = spans(times)?;
    for (day, _) in week.days.iter_mut().zip(days).filter(|(_, chosen)| *chosen) {
        day.clone_from(&spans);
    }
    if holidays {
        week.holidays = Some(spans);
    }
    Some(())
}

/// The months at the head of a rule, and what follows them.
fn months_of(rule: &str) -> (Option<(usize, usize)>, &str) {
    let index = |name: &str| MONTHS.iter().position(|month| *month == name);
    let Some((head, rest)) = rule.split_once(' ') else {
        return (None, rule);
    };
    let (from, to) = head.split_once('-').unwrap_or((head, head));
    match (index(from), index(to)) {
        (Some(from), Some(to)) => (Some((from, to)), rest.trim_start()),
        _ => (None, rule),
    }
}

fn days_of(text: &str) -> Option<([bool; 7], bool)> {
    let index = |name: &str| DAYS.iter().position(|day| *day == name);
    let (mut days, mut holidays) = ([false; 7], false);
    for part in text.split(',') {
        if part == HOLIDAYS {
            holidays = true;
            continue;
        }
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to) = (index(from)?, index(to)?);
        let length = (to + DAYS.len() - from) % DAYS.len();
        (0..=length).for_each(|step| days[(from + step) % DAYS.len()] = true);
    }
    Some((days, holidays))
}

fn spans(text: &str) -> Option<Vec<String>> {
    if matches!(text, "off" | "closed") {
        return Some(Vec::new());
    }
    let is_clock = |clock: &str| clock.len() == 5 && clock.as_bytes()[2] == b':';
    let span = |part: &str| {
        let (from, to) = part.trim().split_once('-')?;
        (is_clock(from) && is_clock(to)).then(|| format!("{from}-{to}"))
    };
    text.split(',').map(span).collect()
}

/// Days in a row with the same hours stand in one line.
fn season_rows(ctx: &PageContext<'_>, season: &Season) -> Vec<HoursDay> {
    let words = |spans: &[String]| match spans {
        [] => ctx.t("hours-closed"),
        [day] if day == "00:00-24:00" => ctx.t("hours-whole-day"),
        spans => spans.join(", ").replace('-', "–"),
    };
    let name = |at: usize| ctx.t(&format!("day-{}", DAYS[at].to_lowercase()));
    let months = season.months.map(|(from, to)| months_words(ctx, from, to));
    let with_months = |days: String| match &months {
        Some(months) => format!("{months}, {days}"),
        None => days,
    };
    let mut rows = Vec::new();
    let mut at = 0;
    for group in season.week.days.chunk_by(|left, right| left == right) {
        let (first, last) = (at, at + group.len() - 1);
        at += group.len();
        let name = match (&months, group.len()) {
            (Some(months), 7) => months.clone(),
            (None, 7) => ctx.t("day-every"),
            (_, 1) => with_months(name(first)),
            _ => with_months(ctx.tv("day-span", &[("from", name(first).into()), ("to", name(last).into())])),
        };
        rows.push(HoursDay { name, text: words(&group[0]) });
    }
    if let Some(spans) = &season.week.holidays {
        rows.push(HoursDay { name: with_months(ctx.t("day-ph")), text: words(spans) });
    }
    rows
}

fn months_words(ctx: &PageContext<'_>, from: usize, to: usize) -> String {
    let month = |at: usize| names::month_name(ctx, u8::try_from(at + 1).expect("a year has twelve months"));
    match from == to {
        true => ctx.tv("hours-month", &[("month", month(from).into())]),
        false => ctx.tv("hours-months", &[("from", month(from).into()), ("to", month(to).into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::entry::Shift;
    use jiff::civil::date;

    fn plain(expression: &str) -> Week {
        let [Season { months: None, week }] = &seasons(expression).unwrap()[..] else { panic!("{expression}") };
        week.clone()
    }

    #[test]
    fn weekly_tables_are_read_and_others_are_left_alone() {
        let week = plain("Mo-Sa 07:00-11:30,13:30-17:00; Su off");
        assert_eq!(week.days[0], ["07:00-11:30", "13:30-17:00"]);
        assert!(week.days[6].is_empty() && week.holidays.is_none());
        assert_eq!(plain("24/7").days[3], ["00:00-24:00"]);
        assert_eq!(plain("06:00-21:00").days[6], ["06:00-21:00"]);
        assert!(plain("Sa-Mo 08:00-10:00").days[1].is_empty());
        assert_eq!(plain("Sa-Mo 08:00-10:00").days[6], ["08:00-10:00"]);
        assert_eq!(seasons("Mo-Su sunrise-sunset"), None);
        assert_eq!(seasons("Mo-Su 08:00-17:00; Apr-Aug Mo-Su 06:00-22:00"), None);
        assert_eq!(seasons(""), None);
    }

    #[test]
    fn holidays_have_their_own_line() {
        assert_eq!(plain("Mo-Su 07:00-21:00; PH off").holidays, Some(vec![]));
        assert_eq!(plain("Mo-Su,PH 07:00-21:00").holidays, Some(vec!["07:00-21:00".to_owned()]));
    }

    #[test]
    fn seasons_are_told_apart() {
        let seasons = seasons("Apr-Aug 06:00-22:00; Sep-Mar Mo-Fr 07:00-17:00").unwrap();
        let months: Vec<_> = seasons.iter().map(|season| season.months).collect();
        assert_eq!(months, [Some((3, 7)), Some((8, 2))]);
        assert_eq!(seasons[0].week.days[6], ["06:00-22:00"]);
        assert!(seasons[1].week.days[6].is_empty());
    }

    #[test]
    fn the_script_gets_states_with_their_lengths() {
        let shifts = [(0, Doors::Closed), (420, Doors::Open), (1260, Doors::Closed), (1440, Doors::Unsure)];
        let shifts = shifts.map(|(minute, doors)| Shift { minute, doors }).to_vec();
        let timeline = Timeline { from: date(2026, 11, 22), days: 14, shifts };
        assert_eq!(code(&timeline), "20779 c420o840c180u18720");
    }
}
