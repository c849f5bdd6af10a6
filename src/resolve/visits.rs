//! Destinations, routes and events.

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::visit::{Destination, Event, Route, Stop, StopTarget, When};
use crate::read::Record;
use crate::read::formats::clock_minutes;
use crate::read::raw::visit as raw;
use crate::resolve::context::{Context, HeadParts, optional};
use crate::resolve::names::Names;
use crate::resolve::{located, occurrence};
use crate::source::field::FieldPath;

pub fn destination(context: &Context, record: &Record<raw::Destination>, diagnostics: &mut Diagnostics) -> Destination {
    let raw = &record.value;
    Destination {
        head: context.head(
            record,
            HeadParts {
                name: &raw.name,
                other_names: &raw.other_names,
                aliases: &raw.aliases,
                summary: raw.summary.as_ref(),
                facts: &raw.facts,
                caveats: &raw.caveats,
                pictures: &raw.pictures,
                sources: &raw.sources,
            },
        ),
        kind: raw.kind,
        place: located::place(context, raw.place.as_ref(), &record.file, &FieldPath::root().key("place"), diagnostics),
        getting_there: context.facts(&raw.getting_there),
        when_to_go: context.facts(&raw.when_to_go),
        producers: raw.producers.iter().filter_map(|id| context.names.producer(id)).collect(),
    }
}

pub fn route(context: &Context, record: &Record<raw::Route>, diagnostics: &mut Diagnostics) -> Route {
    let raw = &record.value;
    let stops = raw.stops.iter().enumerate().filter_map(|(at, raw)| {
        let field = FieldPath::root().key("stops").item(at);
        stop(context, raw, &record.file, &field, diagnostics)
    });
    let stops = stops.collect();
    Route {
        head: context.head(
            record,
            HeadParts {
                name: &raw.name,
                other_names: &[],
                aliases: &raw.aliases,
                summary: raw.summary.as_ref(),
                facts: &raw.facts,
                caveats: &raw.caveats,
                pictures: &raw.pictures,
                sources: &raw.sources,
            },
        ),
        status: raw.status,
        operator: optional(&raw.operator),
        departs: raw.departs.clone(),
        stops,
    }
}

fn stop(
    context: &Context,
    raw: &raw::Stop,
    file: &str,
    field: &FieldPath,
    diagnostics: &mut Diagnostics,
) -> Option<Stop> {
    let count = named(raw);
    if count != 1 {
        diagnostics.push(Diagnostic::new(Code::EmptyStop, file).at(field.clone()).arg("count", count));
    }
    Some(Stop {
        target: target(&context.names, raw)?,
        day: raw.day.unwrap_or(1),
        at: raw.at.as_deref().and_then(clock_minutes),
        minutes: raw.minutes,
        note: optional(&raw.note),
    })
}

/// How many things a stop names.
fn named(raw: &raw::Stop) -> usize {
    let named = [&raw.destination, &raw.producer, &raw.point_of_sale, &raw.venue];
    named.iter().filter(|name| name.is_some()).count()
}

/// What a stop names, where that is one thing and it exists.
pub fn target(names: &Names, raw: &raw::Stop) -> Option<StopTarget> {
    if named(raw) != 1 {
        return None;
    }
    None.or_else(|| raw.destination.as_ref().and_then(|id| names.destination(id)).map(StopTarget::Destination))
        .or_else(|| raw.producer.as_ref().and_then(|id| names.producer(id)).map(StopTarget::Producer))
        .or_else(|| raw.point_of_sale.as_ref().and_then(|id| names.point_of_sale(id)).map(StopTarget::PointOfSale))
        .or_else(|| raw.venue.as_ref().and_then(|id| names.venue(id)).map(StopTarget::Venue))
}

pub fn event(context: &Context, record: &Record<raw::Event>, diagnostics: &mut Diagnostics) -> Event {
    let raw = &record.value;
    if raw.until.is_some() && raw.date.is_none() {
        // The last day of a festival by the moon is a lunar one too.
        let key = if raw.lunar.is_some() { "lunar.until_day" } else { "date" };
        let alone = Diagnostic::new(Code::MissingField, &record.file).at(FieldPath::root().key("until"));
        diagnostics.push(alone.arg("key", key));
    }
    if let (Some(from), Some(until)) = (raw.date, raw.until)
        && until.last() < from.first()
    {
        let impossible = Diagnostic::new(Code::ImpossibleInterval, &record.file).at(FieldPath::root().key("until"));
        diagnostics
            .push(impossible.arg("later", "`until`").arg("end", until).arg("earlier", "`date`").arg("start", from));
    }
    if let Some(raw::Lunar { day, until_day: Some(until), .. }) = raw.lunar
        && until < day
    {
        let field = FieldPath::root().key("lunar").key("until_day");
        let impossible = Diagnostic::new(Code::ImpossibleInterval, &record.file).at(field);
        diagnostics
            .push(impossible.arg("later", "`until_day`").arg("end", until).arg("earlier", "`day`").arg("start", day));
    }
    let when = when(raw);
    Event {
        head: context.head(
            record,
            HeadParts {
                name: &raw.name,
                other_names: &[],
                aliases: &raw.aliases,
                summary: raw.summary.as_ref(),
                facts: &raw.facts,
                caveats: &raw.caveats,
                pictures: &raw.pictures,
                sources: &raw.sources,
            },
        ),
        when,
        next: occurrence::next(when, context.today),
        when_words: optional(&raw.when),
        place: located::place(context, raw.place.as_ref(), &record.file, &FieldPath::root().key("place"), diagnostics),
        venue_name: optional(&raw.venue_name),
        destinations: raw.destinations.iter().filter_map(|id| context.names.destination(id)).collect(),
    }
}

fn when(raw: &raw::Event) -> When {
    match (raw.lunar, raw.date) {
        (Some(lunar), _) => When::Lunar { month: lunar.month, day: lunar.day, until_day: lunar.until_day },
        (None, Some(from)) => When::Solar { from, until: raw.until, yearly: raw.yearly },
        (None, None) => When::Unknown,
    }
}
