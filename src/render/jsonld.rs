//! Structured data for search engines (site.md, "Structured data").
//!
//! A product is a `Product` only when a dated price exists, else a `WebPage` about it: search engines refuse a `Product`
//! without an offer. OCOP stars are no reviews: they go into `hasCertification`, which is dropped once it has lapsed.

use serde_json::{Value, json};

use crate::base::date::PartialDate;
use crate::model::entry::{Head, Place};
use crate::model::id::{ProductId, SourceId};
use crate::model::product::{Price, Product};
use crate::model::visit::{Event, Next};
use crate::render::context::PageContext;
use crate::render::views::common::Crumb;
use crate::render::views::hours::{Season, seasons};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// All of a page's data as one script's content; none when there is nothing to say.
pub fn graph(items: Vec<Value>) -> Option<String> {
    if items.is_empty() {
        return None;
    }
    let graph = json!({ "@context": "https://schema.org", "@graph": items });
    // A `</script>` inside a text must not end the element.
    Some(graph.to_string().replace('<', "\\u003c"))
}

pub fn breadcrumb(ctx: &PageContext<'_>, crumbs: &[Crumb]) -> Option<Value> {
    let base = &ctx.plan().base;
    let item = |(at, crumb): (usize, &Crumb)| {
        let mut item = json!({ "@type": "ListItem", "position": at + 1, "name": crumb.text.text });
        if let Some(url) = &crumb.url {
            item["item"] = json!(base.absolute_of_url(url));
        }
        item
    };
    let items: Vec<Value> = crumbs.iter().enumerate().map(item).collect();
    (!items.is_empty()).then(|| json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}

/// How many of a page's products are named once more for machines: the page itself links them all, and a first answer
/// has 12 KB.
const LISTED_ITEMS: usize = 12;

/// The first products on a page of a list.
pub fn item_list(ctx: &PageContext<'_>, urls: impl IntoIterator<Item = String>, first: usize) -> Value {
    let base = &ctx.plan().base;
    let item = |(at, url): (usize, String)| json!({ "@type": "ListItem", "position": first + at, "url": base.absolute_of_url(&url) });
    let items: Vec<Value> = urls.into_iter().take(LISTED_ITEMS).enumerate().map(item).collect();
    json!({ "@type": "ItemList", "itemListElement": items })
}

pub fn product(ctx: &PageContext<'_>, id: ProductId) -> Value {
    let product = &ctx.catalogue()[id];
    let name = product.head.name.text(ctx.lang);
    let url = canonical(ctx);
    let mut item = json!({ "name": name });
    if let Some(certificate) = certification(ctx, product) {
        item["hasCertification"] = certificate;
    }
    match product.prices.first().filter(|_| !product.is_bare()) {
        Some(price) => {
            item["@type"] = json!("Product");
            item["url"] = json!(url);
            item["manufacturer"] =
                json!({ "@type": "Organization", "name": ctx.catalogue()[product.producer].head.name.text(ctx.lang) });
            item["offers"] = offer(price);
            item
        }
        None => {
            item["@type"] = json!("Thing");
            json!({ "@type": "WebPage", "url": url, "name": name, "inLanguage": ctx.lang.tag(), "about": item })
        }
    }
}

fn offer(price: &Price) -> Value {
    json!({ "@type": "Offer", "price": price.amount, "priceCurrency": "VND", "validFrom": price.date.to_string() })
}

fn certification(ctx: &PageContext<'_>, product: &Product) -> Option<Value> {
    let certificate = &product.certificate;
    if !certificate.state.is_in_force() || certificate.by_notice || certificate.inferred {
        return None;
    }
    let stars = certificate.stars?;
    let recognition = &product.recognitions[certificate.deciding?];
    let mut item = json!({
        "@type": "Certification",
        "name": ctx.tv("jsonld-certification", &[("n", stars.count().into())]),
        "certificationRating": { "@type": "Rating", "ratingValue": stars.count(), "bestRating": 5 },
    });
    if let Some(issuer) = &recognition.awarded_by {
        item["issuedBy"] = json!({ "@type": "Organization", "name": issuer });
    }
    if let Some(day) = recognition.date.and_then(PartialDate::exact) {
        item["validFrom"] = json!(day.to_string());
    }
    if let Some(day) = certificate.until.and_then(|until| until.exact()) {
        item["expires"] = json!(day.to_string());
    }
    Some(item)
}

/// A place of business or a sight: `Store`, `LocalBusiness`, `TouristAttraction`, …
pub fn place(ctx: &PageContext<'_>, kind: &str, head: &Head, place: Option<&Place>) -> Value {
    let mut item = json!({ "@type": kind, "name": head.name.text(ctx.lang), "url": canonical(ctx) });
    if let Some(summary) = &head.summary {
        item["description"] = json!(summary.text(ctx.lang));
    }
    let Some(place) = place else { return item };
    item["address"] = address(ctx, place);
    // A commune's centre is no position of a shop: only the entry's own point is given.
    if let Some([longitude, latitude]) = place.point {
        item["geo"] = json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude });
    }
    item
}

fn address(ctx: &PageContext<'_>, place: &Place) -> Value {
    let catalogue = ctx.catalogue();
    let mut address = json!({ "@type": "PostalAddress", "addressCountry": "VN" });
    address["addressRegion"] = json!(catalogue[place.province].name.text(ctx.lang));
    if let Some(locality) = place.commune().map(|id| catalogue[id].name.text(ctx.lang)) {
        address["addressLocality"] = json!(locality);
    }
    address
}

/// The next time that an event takes place, or the only one; none when no day is known, which an `Event` needs.
pub fn event(ctx: &PageContext<'_>, event: &Event) -> Option<Value> {
    let (Next::Coming(dates) | Next::Over(dates)) = event.next else { return None };
    let from = dates.from.exact()?;
    let until = dates.until.map_or(Some(from), PartialDate::exact);
    let mut item = json!({
        "@type": "Event", "name": event.head.name.text(ctx.lang), "url": canonical(ctx), "startDate": from.to_string(),
    });
    if let Some(until) = until {
        item["endDate"] = json!(until.to_string());
    }
    if let Some(summary) = &event.head.summary {
        item["description"] = json!(summary.text(ctx.lang));
    }
    if event.venue_name.is_some() || event.place.is_some() {
        let mut location = json!({ "@type": "Place" });
        if let Some(name) = &event.venue_name {
            location["name"] = json!(name.text(ctx.lang));
        }
        if let Some(place) = &event.place {
            location["address"] = address(ctx, place);
        }
        item["location"] = location;
    }
    Some(item)
}

/// `openingHoursSpecification` of a weekly table.
pub fn opening_hours(expression: &str) -> Option<Value> {
    let seasons = seasons(expression)?;
    // Months have no place in a specification without years.
    let [Season { months: None, week }] = &seasons[..] else { return None };
    let specify = |(day, span): (&str, &String)| {
        let (opens, closes) = span.split_once('-')?;
        let closes = if closes == "24:00" { "23:59" } else { closes };
        Some(json!({
            "@type": "OpeningHoursSpecification", "dayOfWeek": day, "opens": opens, "closes": closes,
        }))
    };
    let days = DAYS.iter().copied().zip(&week.days).chain(week.holidays.iter().map(|spans| ("PublicHolidays", spans)));
    let spans = days.flat_map(|(day, spans)| spans.iter().map(move |span| (day, span)));
    Some(Value::Array(spans.filter_map(specify).collect()))
}

/// An itinerary of named stops.
pub fn trip(ctx: &PageContext<'_>, head: &Head, stops: &[(String, String)]) -> Value {
    let base = &ctx.plan().base;
    let stop = |(name, url): &(String, String)| json!({ "@type": "TouristAttraction", "name": name, "url": base.absolute_of_url(url) });
    json!({
        "@type": "TouristTrip", "name": head.name.text(ctx.lang), "url": canonical(ctx),
        "itinerary": stops.iter().map(stop).collect::<Vec<_>>(),
    })
}

/// A document that facts rest on.
pub fn source(ctx: &PageContext<'_>, id: SourceId) -> Value {
    let source = &ctx.catalogue()[id];
    let mut item = json!({
        "@type": "CreativeWork", "name": source.title.text(ctx.lang),
        "publisher": { "@type": "Organization", "name": source.publisher },
    });
    if let Some(date) = source.date {
        item["datePublished"] = json!(date.to_string());
    }
    if let Some(url) = &source.url {
        item["url"] = json!(url);
    }
    item
}

/// The open data as a whole.
pub fn dataset(ctx: &PageContext<'_>, downloads: &[(String, String)]) -> Value {
    let base = &ctx.plan().base;
    let config = ctx.inputs.config;
    let file = |(format, url): &(String, String)| json!({ "@type": "DataDownload", "encodingFormat": format, "contentUrl": base.absolute_of_url(url) });
    let mut item = json!({
        "@type": "Dataset", "name": config.title.text(ctx.lang), "description": config.description.text(ctx.lang),
        "url": canonical(ctx), "dateModified": ctx.catalogue().date.to_string(),
        "creator": { "@type": "Organization", "name": config.publisher.text(ctx.lang) },
        "distribution": downloads.iter().map(file).collect::<Vec<_>>(),
    });
    if let Some(url) = &config.licence_url {
        item["license"] = json!(url);
    }
    item
}

fn canonical(ctx: &PageContext<'_>) -> String {
    ctx.plan().base.absolute(&ctx.page.route.from_root())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_cannot_be_ended_from_inside() {
        let text = graph(vec![json!({ "name": "</script><b>" })]).unwrap();
        assert!(!text.contains('<'), "{text}");
        assert_eq!(graph(Vec::new()), None);
    }

    #[test]
    fn hours_become_one_specification_a_day_and_span() {
        let hours = opening_hours("Mo-Fr 07:00-11:30,13:30-17:00").unwrap();
        assert_eq!(hours.as_array().unwrap().len(), 10);
        assert_eq!(hours[0]["dayOfWeek"], "Monday");
        assert_eq!(opening_hours("Apr-Sep 07:00-21:00"), None);
    }
}
