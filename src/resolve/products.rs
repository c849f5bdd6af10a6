//! Products: class, recognitions, course, the law's limits, the buyer's sheet.

use std::sync::Arc;

use crate::base::text::fold;
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::entry::Head;
use crate::model::product::{Alcohol, Buying, Category, CourseStep, Paper, Price, Product, Season, Stars};
use crate::read::Record;
use crate::read::raw::common::Text;
use crate::read::raw::product::{self as raw, Abv};
use crate::resolve::context::{Context, HeadParts, all, not_future, optional};
use crate::resolve::wording::speaks_of_health;
use crate::resolve::{certificate, course, located, recognitions};
use crate::source::field::FieldPath;

/// Subgroups of alcoholic drinks: 14 spirits, 15 others.
const ALCOHOL: [u8; 2] = [14, 15];
/// Functional food and traditional medicine.
const SUPPLEMENTS: u8 = 18;
/// From this strength on advertising is banned (Luật 44/2019/QH14, article 5).
const BARE_FROM_PERCENT: f64 = 15.0;

/// The product of `record`; `None` when its producer or its class does not exist.
pub fn resolve(context: &Context, record: &Record<raw::Product>, diagnostics: &mut Diagnostics) -> Option<Product> {
    let raw = &record.value;
    let category = context.classes.read(&raw.category, &record.file, diagnostics);
    let recognitions = recognitions::resolve(context, &raw.recognitions, &record.file, diagnostics);
    let place = located::place(context, raw.place.as_ref(), &record.file, &FieldPath::root().key("place"), diagnostics);
    let steps = course_steps(context, &raw.course);
    let category = category?;
    let alcohol = alcohol(raw, &category, &record.file, diagnostics);
    let product = Product {
        head: head(context, record),
        code: raw.code.clone(),
        official_code: raw.official_code.clone(),
        producer: context.names.producer(&raw.producer)?,
        place,
        certificate: certificate::assess(&recognitions, context.today),
        course: course::assess(&steps, &recognitions, context.today),
        supplement: is_supplement(raw, &category, record),
        category,
        recognitions,
        course_steps: steps,
        alcohol,
        season: raw.season.as_ref().map(|raw| season(context, raw)),
        buying: raw.buying.as_ref().map(|raw| buying(context, raw)),
        prices: raw.prices.iter().map(|raw| price(context, raw)).collect(),
        papers: papers(context, &raw.papers, &record.file, diagnostics),
        sold_where: context.facts(&raw.sold_where),
        sold_at: Vec::new(),
        confidence: raw.confidence,
    };
    promotion(&product, diagnostics);
    for (at, price) in raw.prices.iter().enumerate() {
        let field = FieldPath::root().key("prices").item(at).key("date");
        not_future(Some(price.date), context.today, &record.file, field, diagnostics);
    }
    Some(product)
}

fn head(context: &Context, record: &Record<raw::Product>) -> Arc<Head> {
    let raw = &record.value;
    context.head(
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
    )
}

fn course_steps(context: &Context, raw: &[raw::CourseStep]) -> Vec<CourseStep> {
    let step = |raw: &raw::CourseStep| CourseStep {
        step: raw.step,
        date: raw.date,
        to_stars: raw.to_stars.and_then(Stars::new),
        by: raw.by.clone(),
        note: optional(&raw.note),
        sources: context.cited(&raw.source),
    };
    raw.iter().map(step).collect()
}

/// What the law on alcohol asks. A drink is known by its subgroup, by a stated strength, or by its name.
fn alcohol(raw: &raw::Product, category: &Category, file: &str, diagnostics: &mut Diagnostics) -> Alcohol {
    let named = crate::config::localized(&raw.name).vi;
    let by_class = category.subgroup.is_some_and(|number| ALCOHOL.contains(&number));
    let by_name = fold(&named).split(' ').next().is_some_and(|word| word == "ruou" || word == "bia");
    if raw.abv.is_none() && (by_class || by_name) {
        let field = FieldPath::root().key(if by_class { "category" } else { "name" });
        let field = if by_class { field.key("subgroup") } else { field };
        diagnostics.push(Diagnostic::new(Code::AlcoholWithoutStrength, file).at(field));
        return Alcohol::Bare { percent: None };
    }
    match raw.abv {
        None => Alcohol::None,
        Some(Abv::Percent(percent)) if percent < BARE_FROM_PERCENT => Alcohol::Warned { percent },
        Some(Abv::Percent(percent)) => Alcohol::Bare { percent: Some(percent) },
        Some(Abv::Unknown(_)) => Alcohol::Bare { percent: None },
    }
}

/// Whether the sentence of Nghị định 15/2018/NĐ-CP, article 27, is to be shown.
fn is_supplement(raw: &raw::Product, category: &Category, record: &Record<raw::Product>) -> bool {
    let speaks = |text: &Text| speaks_of_health(&crate::config::localized(text).vi);
    category.subgroup == Some(SUPPLEMENTS)
        || raw.facts.iter().any(|fact| speaks(&fact.text))
        || raw.summary.as_ref().is_some_and(speaks)
        || record.body.as_ref().is_some_and(|body| speaks_of_health(body.text()))
}

/// Tells the officer what of a bare entry's file readers will not see.
fn promotion(product: &Product, diagnostics: &mut Diagnostics) {
    if !product.is_bare() {
        return;
    }
    let given = [
        ("pictures", !product.head.pictures.is_empty()),
        ("prices", !product.prices.is_empty()),
        ("summary", product.head.summary.is_some()),
        ("buying", product.buying.is_some()),
        ("sold_where", !product.sold_where.is_empty()),
    ];
    for (key, _) in given.iter().filter(|(_, given)| *given) {
        let hidden = Diagnostic::new(Code::AlcoholPromotion, &product.head.file).at_key(FieldPath::root().key(key));
        diagnostics.push(hidden.arg("what", format!("`{key}`")));
    }
}

fn season(context: &Context, raw: &raw::Season) -> Season {
    let sorted = |months: &[u8]| {
        let mut months = months.to_vec();
        months.sort_unstable();
        months.dedup();
        months
    };
    Season {
        months: sorted(&raw.months),
        peak: sorted(&raw.peak),
        all_year: raw.all_year,
        sources: context.cited(&raw.source),
    }
}

fn buying(context: &Context, raw: &raw::Buying) -> Buying {
    Buying {
        retail_packs: all(&raw.retail_packs),
        case: optional(&raw.case),
        kitchen_packs: all(&raw.kitchen_packs),
        ingredients: optional(&raw.ingredients),
        allergens: all(&raw.allergens),
        nitrogen_g_per_l: raw.nitrogen_g_per_l,
        kitchen_use: optional(&raw.kitchen_use),
        shelf_life: optional(&raw.shelf_life),
        storage: optional(&raw.storage),
        after_opening: optional(&raw.after_opening),
        capacity_per_month: optional(&raw.capacity_per_month),
        min_order: optional(&raw.min_order),
        lead_time: optional(&raw.lead_time),
        delivery: optional(&raw.delivery),
        delivery_fee: optional(&raw.delivery_fee),
        returns: optional(&raw.returns),
        invoice: raw.invoice,
        payment: all(&raw.payment),
        credit: optional(&raw.credit),
        samples: raw.samples,
        sources: context.cited(&raw.source),
    }
}

fn price(context: &Context, raw: &raw::Price) -> Price {
    Price {
        amount: raw.amount,
        unit: crate::config::localized(&raw.unit),
        line: optional(&raw.line),
        date: raw.date,
        quoted_by: optional(&raw.quoted_by),
        sources: context.cited(&raw.source),
    }
}

/// Papers, each with an end that does not come before its beginning.
fn papers(context: &Context, raw: &[raw::Paper], file: &str, diagnostics: &mut Diagnostics) -> Vec<Paper> {
    for (at, paper) in raw.iter().enumerate() {
        if let (Some(date), Some(expires)) = (paper.date, paper.expires)
            && expires.last() < date.first()
        {
            let field = FieldPath::root().key("papers").item(at).key("expires");
            let impossible = Diagnostic::new(Code::ImpossibleInterval, file).at(field);
            diagnostics.push(
                impossible.arg("later", "`expires`").arg("end", expires).arg("earlier", "`date`").arg("start", date),
            );
        }
    }
    raw.iter().map(|raw| paper(context, raw)).collect()
}

fn paper(context: &Context, raw: &raw::Paper) -> Paper {
    Paper {
        kind: raw.kind,
        name: optional(&raw.name),
        number: raw.number.clone(),
        issuer: optional(&raw.issuer),
        date: raw.date,
        expires: raw.expires,
        url: raw.url.clone(),
        sources: context.cited(&raw.source),
    }
}
