//! Fills the search index from the catalogue: what each product is found by, narrowed by, and shown as.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use jiff::civil::date;
use rayon::prelude::*;
use serde::Serialize;

use crate::base::collate::Collation;
use crate::base::date::days_between;
use crate::base::lang::{Lang, Localized};
use crate::base::out_path::OutPath;
use crate::model::id::{CommuneId, DistrictId, FormerId, Outlet, ProductId};
use crate::model::product::{CertificateState, Product};
use crate::plan::PageKind;
use crate::plan::facet::Facet as List;
use crate::render::context::{Inputs, PageContext};
use crate::render::engine::Engine;
use crate::render::site::Site;
use crate::render::theme::Theme;
use crate::render::views::card::{self, Card};
use crate::render::views::{names, places};
use crate::render::{feeds, squeeze};
use crate::search::{self, Corpus, Document, Entity, EntityKind, Facet, FacetValue, Note};

/// Facets with more values than this are counted only when asked for.
const COUNTED_VALUES: usize = 700;

/// The context of `card.html`.
#[derive(Serialize)]
struct CardView {
    card: Card,
}

/// The files of the index.
///
/// # Errors
/// A fault of the theme.
pub fn files(site: &Site) -> anyhow::Result<Vec<feeds::File>> {
    let (inputs, engine) = (site.inputs(), &site.kit.engine);
    let contexts: Vec<PageContext<'_>> = inputs
        .plan
        .pages
        .iter()
        .filter(|page| page.kind == PageKind::Search)
        .map(|page| PageContext::new(inputs, page))
        .collect();
    let Some(vi) = contexts.iter().find(|ctx| ctx.lang == Lang::Vi) else { return Ok(Vec::new()) };
    let en = contexts.iter().find(|ctx| ctx.lang == Lang::En);
    let cards: Vec<Vec<String>> =
        contexts.iter().map(|ctx| cards(engine, inputs, ctx.lang)).collect::<anyhow::Result<_>>()?;
    let mut filler = Filler { vi, en, entities: Vec::new(), at: BTreeMap::new() };
    let facets = filler.facets(&used(vi));
    let ranks = ranks(inputs);
    let documents = inputs.catalogue.product_ids().map(|id| {
        let mut document = filler.document(id, &facets);
        document.rank = ranks[id.at()];
        document.cards = cards.iter().map(|cards| cards[id.at()].clone()).collect();
        document
    });
    let documents = documents.collect();
    let corpus = Corpus {
        documents,
        entities: filler.entities,
        facets: facets.into_iter().map(|numbered| numbered.facet).collect(),
        synonyms: site.synonyms.clone(),
        languages: contexts.iter().map(|ctx| ctx.lang.tag()).collect(),
        base: inputs.plan.base.path().to_owned(),
    };
    for ctx in contexts {
        ctx.finish()?;
    }
    let mut files = search::build(&corpus);
    files.extend(client(engine, &site.kit.theme)?);
    Ok(files)
}

/// The drawings of all cards' motifs by name: what stands in each symbol of the theme.
///
/// # Errors
/// A fault of the theme.
pub fn motifs(engine: &Engine, theme: &Theme) -> anyhow::Result<BTreeMap<String, String>> {
    let drawings = drawings(engine, theme)?;
    let symbols = drawings.split("<symbol id=\"").skip(1).filter_map(|rest| {
        let (name, rest) = rest.split_once('"')?;
        let (_, rest) = rest.split_once('>')?;
        Some((name.to_owned(), rest.split_once("</symbol>")?.0.to_owned()))
    });
    Ok(symbols.collect())
}

/// The client under a name that stays, for programs; and the drawings of all cards.
fn client(engine: &Engine, theme: &Theme) -> anyhow::Result<Vec<feeds::File>> {
    let drawings = drawings(engine, theme)?;
    let path = |name: &str| OutPath::new(format!("search/{name}")).expect("the names are given here");
    Ok(vec![
        (path("search.js"), engine.assets.inline("scripts/search.js")?.as_bytes().to_vec()),
        (path("symbols.svg"), drawings.into_bytes()),
    ])
}

fn drawings(engine: &Engine, theme: &Theme) -> anyhow::Result<String> {
    let names = theme.text(SYMBOLS)?.split("{%- if \"").skip(1).filter_map(|rest| rest.split_once("\" in symbols"));
    let all = AllSymbols { all: names.map(|(motif, _)| Symbol { motif: motif.to_owned() }).collect() };
    // Drawings hold no words: any language gives the same.
    engine.render(Lang::Vi, "symbols.html", &all)
}

const SYMBOLS: &str = "templates/parts/symbols.html";

#[derive(Serialize)]
struct AllSymbols {
    all: Vec<Symbol>,
}

/// Named as a motif, which is how the engine collects symbols.
#[derive(Serialize)]
struct Symbol {
    motif: String,
}

/// Every product's card as it stands in lists.
fn cards(engine: &Engine, inputs: Inputs<'_>, lang: Lang) -> anyhow::Result<Vec<String>> {
    let page = inputs.plan.pages.iter().find(|page| page.kind == PageKind::Search && page.lang() == lang);
    let page = page.context("every language has a search page")?;
    let ids: Vec<ProductId> = inputs.catalogue.product_ids().collect();
    ids.par_iter()
        .map(|id| {
            let ctx = PageContext::new(inputs, page);
            let html = engine.render(lang, "card.html", &CardView { card: card::card(&ctx, *id) })?;
            ctx.finish()?;
            Ok(squeeze::html(&html))
        })
        .collect()
}

/// The place of each product in Vietnamese order of names.
fn ranks(inputs: Inputs<'_>) -> Vec<u32> {
    let products = &inputs.catalogue.products;
    let mut order: Vec<usize> = (0..products.len()).collect();
    let (collation, name) = (Collation::vietnamese(), |at: usize| products[at].head.name.vi.as_str());
    order.sort_by(|left, right| collation.compare(name(*left), name(*right)).then(left.cmp(right)));
    let mut ranks = vec![0; products.len()];
    for (rank, at) in (0..).zip(order) {
        ranks[at] = rank;
    }
    ranks
}

/// A facet with the numbers of its values by id.
struct Numbered {
    facet: Facet,
    numbers: BTreeMap<String, u32>,
}

/// An entity before it has a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Commune(CommuneId),
    Former(FormerId),
    District(DistrictId),
    Province(usize),
    Group(usize),
    Subgroup(u8),
    Stars(u8),
}

struct Filler<'c, 'a> {
    vi: &'c PageContext<'a>,
    en: Option<&'c PageContext<'a>>,
    entities: Vec<Entity>,
    at: BTreeMap<Named, usize>,
}

impl Filler<'_, '_> {
    fn value(&self, id: impl Into<String>, name: impl Fn(&PageContext<'_>) -> String) -> FacetValue {
        let vi = name(self.vi);
        let name_en = self.en.map(name).filter(|en| *en != vi);
        FacetValue { id: id.into(), name: vi, name_en, point: None }
    }

    /// The facets with those values that some product has.
    fn facets(&self, used: &[BTreeSet<String>; FACETS]) -> Vec<Numbered> {
        let catalogue = self.vi.catalogue();
        let slugs = &self.vi.plan().slugs;
        let listed = |list: List, id: &str| self.value(id, |ctx| names::short(ctx, list).text);
        let stars = |count: u8| {
            self.value(count.to_string(), |ctx| match count {
                0 => ctx.term("certificate", "none"),
                _ => ctx.tv("facet-stars", &[("n", count.into())]),
            })
        };
        // In lists what ends soon is in force too; here each product has one state, so the words keep them apart.
        let state = |state: CertificateState| {
            self.value(state.word(), |ctx| match state {
                CertificateState::InForce => ctx.t("facet-in-force"),
                CertificateState::EndingSoon => ctx.t("facet-ending-soon"),
                _ => ctx.term("certificate", state.word()),
            })
        };
        let group = |id| listed(List::Group(id), &catalogue[id].id);
        let subgroups = catalogue.group_ids().flat_map(|id| {
            let listed = &listed;
            catalogue[id].subgroups().map(move |subgroup| listed(List::Subgroup(id, subgroup.number), &subgroup.id))
        });
        let communes = catalogue
            .commune_ids()
            .map(|id| FacetValue { point: catalogue[id].point, ..listed(List::Commune(id), slugs.commune(id)) });
        let former = catalogue.former_ids().map(|id| listed(List::Former(id), &former_id(slugs.former(id))));
        let outlets =
            catalogue.points_of_sale.iter().map(|it| &it.head).chain(catalogue.venues.iter().map(|it| &it.head));
        let outlets = outlets.map(|head| self.value(&head.slug, |ctx| ctx.text(&head.name).text));
        let workshop = self.value(WORKSHOP, |ctx| ctx.t("search-at-workshop"));
        let districts = catalogue.district_ids().map(|id| listed(List::District(id), slugs.district(id)));
        let months = (1..=12).map(|month: u8| listed(List::Month(month), &month.to_string()));
        let all: [(&str, Vec<FacetValue>); FACETS] = [
            ("star", [0, 3, 4, 5].map(stars).into()),
            ("state", CertificateState::ALL.map(state).into()),
            ("category", catalogue.group_ids().map(group).collect()),
            ("subgroup", subgroups.collect()),
            ("district", districts.collect()),
            ("month", months.collect()),
            ("pos", std::iter::once(workshop).chain(outlets).collect()),
            ("commune", communes.chain(former).collect()),
        ];
        let kept = |values: Vec<FacetValue>, used: &BTreeSet<String>| {
            values.into_iter().filter(|value| used.contains(&value.id)).collect()
        };
        all.into_iter().zip(used).map(|((key, values), used)| numbered(key, kept(values, used))).collect()
    }

    fn document(&mut self, id: ProductId, facets: &[Numbered]) -> Document {
        let catalogue = self.vi.catalogue();
        let product = &catalogue[id];
        let producer = &catalogue[product.producer];
        let head = &product.head;
        let epoch = date(1970, 1, 1);
        let until = product.certificate.until.map(|span| days_between(epoch, span.last));
        Document {
            slug: head.slug.clone(),
            name: head.name.vi.clone(),
            name_en: head.name.en.clone(),
            other_names: head.other_names.clone(),
            codes: product.code.iter().chain(&product.official_code).cloned().collect(),
            producer: producer.head.name.vi.clone(),
            place: product.place.as_ref().map(|place| places::short(self.vi, place).text).unwrap_or_default(),
            entities: self.entities_of(product),
            values: values(self.vi, product).iter().zip(facets).map(|(ids, facet)| facet.numbers(ids)).collect(),
            until: until.and_then(|days| u32::try_from(days).ok()),
            bare: product.is_bare(),
            text: text(product),
            ..Document::default()
        }
    }

    fn entities_of(&mut self, product: &Product) -> Vec<usize> {
        let mut named = vec![Named::Group(product.category.group.at())];
        named.extend(product.category.subgroup.map(Named::Subgroup));
        named.extend(product.certificate.stars.map(|stars| Named::Stars(stars.count())));
        if let Some(place) = &product.place {
            named.push(Named::Province(place.province.at()));
            named.extend(place.district.map(Named::District));
            named.extend(place.communes.iter().map(|id| Named::Commune(*id)));
            if let crate::model::id::Unit::Former(id) = place.unit {
                named.push(Named::Former(id));
            }
        }
        named.into_iter().map(|named| self.number(named)).collect()
    }

    fn number(&mut self, named: Named) -> usize {
        if let Some(at) = self.at.get(&named) {
            return *at;
        }
        self.entities.push(entity(self.vi, named));
        self.at.insert(named, self.entities.len() - 1);
        self.entities.len() - 1
    }
}

impl Numbered {
    /// The numbers of these values, sorted.
    fn numbers(&self, ids: &[String]) -> Vec<u32> {
        let mut numbers: Vec<u32> = ids.iter().filter_map(|id| self.numbers.get(id).copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

const FACETS: usize = 8;

/// The ids that products have, facet by facet.
fn used(ctx: &PageContext<'_>) -> [BTreeSet<String>; FACETS] {
    let mut used: [BTreeSet<String>; FACETS] = Default::default();
    for product in &ctx.catalogue().products {
        for (used, ids) in used.iter_mut().zip(values(ctx, product)) {
            used.extend(ids);
        }
    }
    used
}

const WORKSHOP: &str = "tai-xuong";

fn numbered(key: &str, values: Vec<FacetValue>) -> Numbered {
    let numbers = values.iter().zip(0..).map(|(value, number)| (value.id.clone(), number)).collect();
    let apart = values.len() > COUNTED_VALUES;
    Numbered { facet: Facet { key: key.to_owned(), values, apart }, numbers }
}

/// Units of the past have an id of their own, as in the content.
fn former_id(slug: &str) -> String {
    format!("{slug}-cu")
}

/// Ids of a product's values, facet by facet.
fn values(ctx: &PageContext<'_>, product: &Product) -> [Vec<String>; FACETS] {
    let catalogue = ctx.catalogue();
    let slugs = &ctx.plan().slugs;
    let place = product.place.as_ref();
    let mut communes: Vec<String> =
        place.iter().flat_map(|place| &place.communes).map(|id| slugs.commune(*id).to_owned()).collect();
    if let Some(crate::model::id::Unit::Former(id)) = place.map(|place| place.unit) {
        communes.push(former_id(slugs.former(id)));
    }
    let outlets = product.sold_at.iter().map(|outlet| match outlet {
        Outlet::Producer(_) => WORKSHOP.to_owned(),
        Outlet::PointOfSale(id) => catalogue[*id].head.slug.clone(),
        Outlet::Venue(id) => catalogue[*id].head.slug.clone(),
    });
    let subgroup = product.category.subgroup.and_then(|number| catalogue.taxonomy.subgroup(number));
    [
        vec![product.certificate.stars.map_or(0, |stars| stars.count()).to_string()],
        vec![product.certificate.state.word().to_owned()],
        vec![catalogue[product.category.group].id.clone()],
        subgroup.map(|subgroup| subgroup.id.clone()).into_iter().collect(),
        place.and_then(|place| place.district).map(|id| slugs.district(id).to_owned()).into_iter().collect(),
        (1..=12)
            .filter(|month| product.season.as_ref().is_some_and(|season| season.has(*month)))
            .map(|month: u8| month.to_string())
            .collect(),
        outlets.collect(),
        communes,
    ]
}

fn entity(ctx: &PageContext<'_>, named: Named) -> Entity {
    let catalogue = ctx.catalogue();
    let both = |name: &Localized| std::iter::once(&name.vi).chain(&name.en).map(|name| bare_name(name)).collect();
    let of = |kind, names: Vec<String>| Entity { kind, names, note: None };
    match named {
        Named::Commune(id) => of(EntityKind::Commune, vec![bare_name(&catalogue[id].name.vi)]),
        Named::Former(id) => {
            let former = &catalogue[id];
            let names = std::iter::once(&former.name.vi).chain(&former.other_names).map(|name| bare_name(name));
            Entity { note: note(ctx, id), ..of(EntityKind::Former, names.collect()) }
        }
        Named::District(id) => of(EntityKind::District, vec![bare_name(&catalogue[id].name.vi)]),
        Named::Province(at) => of(EntityKind::District, vec![bare_name(&catalogue.places.provinces[at].name.vi)]),
        Named::Group(at) => of(EntityKind::Category, both(&catalogue.taxonomy.groups[at].name)),
        Named::Subgroup(number) => {
            let names = catalogue.taxonomy.subgroup(number).map(|subgroup| both(&subgroup.name)).unwrap_or_default();
            of(EntityKind::Category, names)
        }
        Named::Stars(count) => of(EntityKind::Category, vec![format!("{count} sao"), format!("{count} stars")]),
    }
}

/// What a former commune is called today, unless it kept its name.
fn note(ctx: &PageContext<'_>, id: FormerId) -> Option<Note> {
    let catalogue = ctx.catalogue();
    let former = &catalogue[id];
    let [now] = former.communes[..] else { return None };
    if bare_name(&catalogue[now].name.vi) == bare_name(&former.name.vi) {
        return None;
    }
    let path = ctx.plan().slugs.facet(catalogue, List::Commune(now));
    Some(Note { name: former.name.vi.clone(), now: catalogue[now].name.vi.clone(), url: format!("/{path}/") })
}

/// A unit's name without the word for its kind.
fn bare_name(name: &str) -> String {
    const KINDS: [&str; 9] =
        ["thành phố ", "thị trấn ", "thị xã ", "đặc khu ", "phường ", "huyện ", "quận ", "tỉnh ", "xã "];
    KINDS.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name).to_owned()
}

fn text(product: &Product) -> String {
    let head = &product.head;
    let both = |text: &Localized| [Some(text.vi.clone()), text.en.clone()];
    let summary = head.summary.iter().flat_map(both).flatten();
    let bodies = [&head.body.vi, &head.body.en].into_iter().flatten().map(|prose| prose.text.clone());
    let facts = head.facts.iter().flat_map(|fact| both(&fact.text)).flatten();
    let decisions = product.recognitions.iter().filter_map(|it| it.decision.as_ref()).map(|it| it.number.clone());
    summary.chain(bodies).chain(facts).chain(decisions).collect::<Vec<_>>().join("\n")
}
