//! Stops that no visitor could keep: the place has closed, or its doors are closed at the planned hour.
//!
//! Plans are held against a year of ordinary days, public holidays left out. A stop is wrong when on no day on which the
//! route may come by the doors stay open for the whole stay. What nobody wrote down is not held against a plan: unknown
//! hours, hours by the sun, days without an hour.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::Catalogue;
use crate::model::entry::{Head, Hours, Timeline};
use crate::model::people::{Producer, Standing};
use crate::model::visit::StopTarget;
use crate::read::Record;
use crate::read::formats::clock_minutes;
use crate::read::raw::visit as raw;
use crate::resolve::context::Context;
use crate::resolve::opening::Window;
use crate::resolve::visits;
use crate::source::field::FieldPath;
use crate::terms::{OutletStatus, Weekday, Welcomed};

/// Reports the stops of `routes` that cannot be kept.
pub fn check(context: &Context, catalogue: &Catalogue, routes: &[Arc<Record<raw::Route>>], found: &mut Diagnostics) {
    for record in routes {
        for (at, stop) in record.value.stops.iter().enumerate() {
            let Some(target) = visits::target(&context.names, stop) else { continue };
            let host = host(catalogue, target);
            let field = FieldPath::root().key("stops").item(at);
            let report = |field: FieldPath, why: &str| {
                Diagnostic::new(Code::ClosedStop, &record.file)
                    .at(field)
                    .arg("why", why)
                    .arg("name", &host.head.name.vi)
            };
            if let Some(gone) = host.gone {
                found.push(report(field.key(key(target)), gone));
            } else if let Some(missed) = missed(&host, &record.value.departs, stop, &context.window) {
                let why = if missed.closes > missed.at { "leaves" } else { "shut" };
                let wrong = report(field.key("at"), why).arg("hours", &missed.hours).arg("at", clock(missed.at));
                found.push(wrong.arg("closes", clock(missed.closes)).arg("until", clock(missed.until)));
            }
        }
    }
}

/// The place of a stop, as far as its doors are concerned.
struct Host<'c> {
    head: &'c Head,
    /// Why nobody is let in at any hour.
    gone: Option<&'static str>,
    /// One of these must suit.
    hours: Vec<&'c Hours>,
}

fn host(catalogue: &Catalogue, target: StopTarget) -> Host<'_> {
    match target {
        StopTarget::Destination(id) => Host { head: &catalogue[id].head, gone: None, hours: Vec::new() },
        StopTarget::Producer(id) => producer(&catalogue[id]),
        StopTarget::PointOfSale(id) => {
            let point = &catalogue[id];
            Host { head: &point.head, gone: gone(&point.standing), hours: point.hours.iter().collect() }
        }
        StopTarget::Venue(id) => {
            let venue = &catalogue[id];
            Host { head: &venue.head, gone: gone(&venue.standing), hours: venue.hours.iter().collect() }
        }
    }
}

fn gone(standing: &Standing) -> Option<&'static str> {
    (standing.status == OutletStatus::Closed).then_some("gone")
}

/// A workshop receives visitors, sells to them, or both.
fn producer(producer: &Producer) -> Host<'_> {
    let shop = producer.sells_on_site.as_ref();
    let visits = producer.visits.as_ref().filter(|visits| visits.welcomed != Welcomed::No);
    let refuses = producer.visits.is_some() && visits.is_none() && shop.is_none();
    let hours = [visits.map(|visits| &visits.hours), shop.map(|shop| &shop.hours)];
    // A part without written hours may be open at any time.
    let written = hours.iter().flatten().all(|hours| hours.is_some());
    Host {
        head: &producer.head,
        gone: refuses.then_some("no-visitors"),
        hours: if written { hours.into_iter().flatten().flatten().collect() } else { Vec::new() },
    }
}

/// A stay that no day allows; minutes count from the midnight before it.
struct Missed {
    at: u32,
    until: u32,
    /// When the doors close on the day that comes nearest to the plan.
    closes: u32,
    /// As the place writes its hours.
    hours: String,
}

fn missed(host: &Host, departs: &[Weekday], stop: &raw::Stop, window: &Window) -> Option<Missed> {
    let at = u32::from(stop.at.as_deref().and_then(clock_minutes)?);
    let year = window.year();
    let minutes = stop.minutes.map_or(0, u32::from);
    let comes_by = |day: &Date| departs.is_empty() || departs.contains(&departure(*day, stop.day.unwrap_or(1)));
    let days: Vec<Date> = year.ordinary_days().filter(comes_by).collect();
    let mut closes = at;
    for hours in &host.hours {
        let timeline = year.timeline(&hours.expression);
        closes = closes.max(last_closing(timeline.as_deref()?, &days, at, minutes)?);
    }
    let hours: Vec<&str> = host.hours.iter().map(|hours| hours.expression.as_str()).collect();
    (!hours.is_empty()).then(|| Missed { at, until: at + minutes, closes, hours: hours.join("; ") })
}

/// The latest that doors close within the stay, over `days`; none when on one of them they never do.
fn last_closing(timeline: &Timeline, days: &[Date], at: u32, minutes: u32) -> Option<u32> {
    let closings: Option<Vec<u32>> = days.iter().map(|day| timeline.first_closed(*day, at, minutes)).collect();
    closings?.into_iter().max()
}

/// On which day of the week a route sets out that comes by on `day`, its `number`th.
fn departure(day: Date, number: u8) -> Weekday {
    let days = Weekday::ALL.len();
    let comes_by = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
    Weekday::ALL[(comes_by + 2 * days - (usize::from(number) - 1)) % days]
}

/// The key that names the place.
const fn key(target: StopTarget) -> &'static str {
    match target {
        StopTarget::Destination(_) => "destination",
        StopTarget::Producer(_) => "producer",
        StopTarget::PointOfSale(_) => "point_of_sale",
        StopTarget::Venue(_) => "venue",
    }
}

/// `HH:MM`; after midnight the next day's clock.
fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}
