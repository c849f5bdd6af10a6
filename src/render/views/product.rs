//! The page of one product, which is also its printed sheet.

use serde::Serialize;

use crate::model::id::{EntryRef, Outlet, ProductId};
use crate::model::product::{Alcohol, Product};
use crate::plan::facet::Facet;
use crate::plan::near::{NearKind, is_closed};
use crate::plan::paths;
use crate::plan::route::Route;
use crate::render::context::PageContext;
use crate::render::jsonld;
use crate::render::qr;
use crate::render::views::buyer::{self, BuyerView};
use crate::render::views::card::{self, Badge, Card, Cover, StarsView};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{
    CaveatView, Cite, ContactView, DateView, Entry, FactView, HoursView, Link, PictureView, PlaceView, Story, Text,
};
use crate::render::views::recognition::{self, RecognitionView};
use crate::render::views::season::{self, SeasonView};
use crate::render::views::sheets::{self, SheetLinks};
use crate::render::views::visits::{self, VisitView};
use crate::render::views::{badges, enquiry, entries, facts, places, producer, reach};
use crate::terms::{CategoryBasis, NameBasis};

/// How many other products a page suggests.
const RELATED: usize = 4;

/// Context of `product.html`. When `bare`, everything that praises, prices, pictures or sells is empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ProductView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub bare: bool,
    pub stars: StarsView,
    pub badges: Vec<Badge>,
    pub cover: Option<Cover>,
    pub code: Option<String>,
    pub official_code: Option<String>,
    /// For paper: this page's address, or the short one of its code. None on bare pages.
    pub qr_html: Option<qr::Later>,
    /// What the enquiry list calls it; none on bare pages, which offer no way to buy.
    pub enquiry: Option<String>,
    pub enquiry_url: String,
    pub notices: Vec<Notice>,
    pub producer: ProducerBrief,
    pub place: Option<PlaceView>,
    pub category: CategoryView,
    pub summary: Option<Text>,
    pub recognition: RecognitionView,
    /// None on bare pages.
    pub buyer: Option<BuyerView>,
    pub season: Option<SeasonView>,
    /// None on bare pages.
    pub sold: Option<SoldView>,
    pub visit: Option<VisitView>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
    /// Sights near where it is made.
    pub nearby: Vec<Entry>,
    pub related: Vec<Card>,
    /// Labels and cards to print; none on bare pages.
    pub sheets: Option<SheetLinks>,
    /// How sure the writer of the entry is, in words.
    pub confidence: Option<String>,
}

/// Words that the law asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Notice {
    /// `alcohol`, `alcohol-bare`, `supplement`.
    pub kind: &'static str,
    pub lines: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ProducerBrief {
    pub name: Text,
    pub url: String,
    /// None when no source states it.
    pub legal_form: Option<String>,
    /// The name is the brand on the product, since no source names the maker.
    pub name_is_brand: bool,
    pub contacts: Vec<ContactView>,
    /// None on bare pages.
    pub website: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CategoryView {
    pub group: Link,
    pub subgroup: Option<Link>,
    /// The class in the words of an older list.
    pub scheme_name: Option<String>,
    pub scheme: Text,
    /// The writer sorted it; no source publishes the class.
    pub by_compiler: bool,
}

/// Where it can be bought.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct SoldView {
    /// The producer's own sale.
    pub on_site: Option<OnSiteView>,
    pub points: Vec<Entry>,
    pub venues: Vec<Entry>,
    /// The producer's own places to sell, of which no source says that they have this product.
    pub of_producer: Vec<Entry>,
    /// What sources say without naming a point of sale.
    pub mentions: Vec<FactView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OnSiteView {
    pub producer: Link,
    pub note: Option<Text>,
    pub hours: Option<HoursView>,
    pub verified: Option<DateView>,
    pub cites: Vec<Cite>,
}

/// Fills the page of a product.
pub fn view(ctx: &PageContext<'_>, id: ProductId) -> ProductView {
    let catalogue = ctx.catalogue();
    let product = &catalogue[id];
    let head = &product.head;
    let bare = product.is_bare();
    // In the order in which the page shows them, so that source numbers rise down the page.
    let place = product.place.as_ref().map(|place| places::place(ctx, place));
    let recognition = recognition::view(ctx, product);
    let buyer = (!bare).then(|| buyer::view(ctx, product));
    let season = product.season.as_ref().filter(|_| !bare).map(|season| season::view(ctx, season));
    let sold = (!bare).then(|| sold(ctx, product));
    let producer = producer_brief(ctx, product);
    let visit = catalogue[product.producer].visits.as_ref().filter(|_| !bare).map(|visits| visits::view(ctx, visits));
    let story = if bare { None } else { facts::story(ctx, head) };
    let facts_shown = if bare { Vec::new() } else { facts::facts(ctx, &head.facts) };
    let pictures = if bare { Vec::new() } else { facts::pictures(ctx, &head.pictures) };
    let caveats = facts::caveats(ctx, &head.caveats);
    ctx.cites(&head.sources);
    ProductView {
        name: ctx.text(&head.name),
        other_names: head.other_names.clone(),
        bare,
        stars: badges::stars(ctx, &product.certificate),
        badges: badges::badges(ctx, product),
        cover: (!bare).then(|| ctx.inputs.motifs.cover(catalogue, EntryRef::Product(id))),
        code: product.code.clone(),
        official_code: product.official_code.clone(),
        qr_html: (!bare).then(|| qr::Later::element(address(ctx, id))),
        enquiry: (!bare).then(|| enquiry::name(product)),
        enquiry_url: ctx.url(paths::ENQUIRY),
        notices: notices(ctx, product),
        producer,
        place,
        category: category(ctx, product),
        summary: head.summary.as_ref().filter(|_| !bare).map(|summary| ctx.text(summary)),
        recognition,
        buyer,
        season,
        sold,
        visit,
        pictures,
        story,
        facts: facts_shown,
        caveats,
        nearby: nearby(ctx, product, id),
        related: if bare { Vec::new() } else { card::cards(ctx, &ctx.plan().related.of(catalogue, id, RELATED)) },
        sheets: sheets::of_product(ctx, id),
        confidence: product.confidence.map(|it| ctx.term("confidence", it.word())),
        common: frame(ctx, product, id),
    }
}

/// What a product's QR code says: the short address where there is a code, else that of its page.
pub fn address(ctx: &PageContext<'_>, id: ProductId) -> String {
    let base = &ctx.plan().base;
    match &ctx.catalogue()[id].code {
        Some(code) => base.absolute_in_capitals(&format!("/{}/{code}/", paths::CODES)),
        None => {
            let path = paths::entry(ctx.catalogue(), EntryRef::Product(id));
            base.absolute(&Route::new(ctx.lang, path).from_root())
        }
    }
}

fn frame(ctx: &PageContext<'_>, product: &Product, id: ProductId) -> Common {
    let catalogue = ctx.catalogue();
    let group = product.category.group;
    let group_path = ctx.plan().slugs.facet(catalogue, Facet::Group(group));
    let name = product.head.name.text(ctx.lang);
    let summary = product.head.summary.as_ref().filter(|_| !product.is_bare());
    let producer = catalogue[product.producer].head.name.text(ctx.lang);
    let values = [("name", name.into()), ("producer", producer.into())];
    let fallback = || match product.is_bare() {
        true => ctx.tv("product-description-bare", &values),
        false => ctx.tv("product-description", &values),
    };
    frame::common(
        ctx,
        Frame {
            title: name.to_owned(),
            description: frame::description(ctx, summary, fallback),
            crumbs: vec![
                (ctx.own(ctx.t("products")), paths::PRODUCTS.to_owned()),
                (ctx.text(&catalogue[group].name), group_path),
            ],
            here: Some(ctx.text(&product.head.name)),
            json_ld: vec![jsonld::product(ctx, id)],
            file: Some(&product.head.file),
        },
    )
}

/// What the law asks to be said (Luật 44/2019/QH14; Nghị định 15/2018/NĐ-CP, article 27).
pub fn notices(ctx: &PageContext<'_>, product: &Product) -> Vec<Notice> {
    let notice =
        |(kind, keys): (&'static str, &[&str])| Notice { kind, lines: keys.iter().map(|it| ctx.t(it)).collect() };
    notice_keys(product).map(notice).collect()
}

/// Which words the law asks for, by kind of notice.
pub fn notice_keys(product: &Product) -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    let alcohol: Option<(&'static str, &'static [&'static str])> = match product.alcohol {
        Alcohol::None => None,
        Alcohol::Warned { .. } => Some(("alcohol", &["notice-alcohol", "notice-adults"])),
        Alcohol::Bare { percent: None } => {
            Some(("alcohol-bare", &["notice-alcohol", "notice-adults", "notice-bare-unknown"]))
        }
        Alcohol::Bare { .. } => Some(("alcohol-bare", &["notice-alcohol", "notice-adults", "notice-bare"])),
    };
    let supplement: Option<(&'static str, &'static [&'static str])> =
        product.supplement.then_some(("supplement", &["notice-supplement"]));
    alcohol.into_iter().chain(supplement)
}

fn producer_brief(ctx: &PageContext<'_>, product: &Product) -> ProducerBrief {
    let producer = &ctx.catalogue()[product.producer];
    ProducerBrief {
        name: ctx.text(&producer.head.name),
        url: ctx.entry_url(EntryRef::Producer(product.producer)),
        legal_form: producer::legal_form(ctx, producer),
        name_is_brand: producer.name_basis == NameBasis::Brand,
        contacts: if product.is_bare() { Vec::new() } else { reach::contacts(ctx, &producer.contacts) },
        website: producer.website.clone().filter(|_| !product.is_bare()),
    }
}

fn category(ctx: &PageContext<'_>, product: &Product) -> CategoryView {
    let catalogue = ctx.catalogue();
    let category = &product.category;
    let slugs = &ctx.plan().slugs;
    let subgroup = category.subgroup.and_then(|number| catalogue.taxonomy.subgroup(number)).map(|subgroup| {
        ctx.link(ctx.text(&subgroup.name), &slugs.facet(catalogue, Facet::Subgroup(category.group, subgroup.number)))
    });
    let scheme = catalogue.taxonomy.schemes.iter().find(|scheme| scheme.id == category.scheme);
    CategoryView {
        group: ctx
            .link(ctx.text(&catalogue[category.group].name), &slugs.facet(catalogue, Facet::Group(category.group))),
        subgroup,
        scheme_name: category.scheme_name.clone(),
        scheme: scheme.map(|scheme| ctx.text(&scheme.title)).unwrap_or_default(),
        by_compiler: category.basis == CategoryBasis::Compiler,
    }
}

fn sold(ctx: &PageContext<'_>, product: &Product) -> SoldView {
    let list =
        |wanted: fn(&Outlet) -> Option<EntryRef>| entries::entries(ctx, product.sold_at.iter().filter_map(wanted));
    let on_site = product.sold_at.contains(&Outlet::Producer(product.producer));
    SoldView {
        on_site: on_site.then(|| producer::on_site(ctx, product.producer)).flatten(),
        points: list(|outlet| match outlet {
            Outlet::PointOfSale(id) => Some(EntryRef::PointOfSale(*id)),
            _ => None,
        }),
        venues: list(|outlet| match outlet {
            Outlet::Venue(id) => Some(EntryRef::Venue(*id)),
            _ => None,
        }),
        of_producer: entries::entries(ctx, of_producer(ctx, product)),
        mentions: facts::facts(ctx, &product.sold_where),
    }
}

/// Where the producer sells by its own account, places apart that are known to have the product or to be closed.
fn of_producer<'c>(ctx: &PageContext<'c>, product: &'c Product) -> impl Iterator<Item = EntryRef> + use<'c> {
    let catalogue = ctx.catalogue();
    let known = product.sold_at.iter().filter_map(|outlet| match outlet {
        Outlet::Producer(_) => None,
        Outlet::PointOfSale(id) => Some(EntryRef::PointOfSale(*id)),
        Outlet::Venue(id) => Some(EntryRef::Venue(*id)),
    });
    let known: Vec<EntryRef> = known.collect();
    let own = producer::own_outlets(catalogue, product.producer);
    own.into_iter().filter(move |entry| !known.contains(entry) && !is_closed(catalogue, *entry))
}

/// Sights near where it is made; a spirit's page suggests nothing.
fn nearby(ctx: &PageContext<'_>, product: &Product, id: ProductId) -> Vec<Entry> {
    let place = product.place.as_ref().filter(|_| !product.is_bare());
    place.map_or_else(Vec::new, |place| entries::near(ctx, place, NearKind::Destinations, EntryRef::Product(id)))
}
