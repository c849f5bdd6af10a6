//! The page of one producer.

use serde::Serialize;

use crate::model::Catalogue;
use crate::model::id::{EntryRef, Outlet, PointOfSaleId, ProducerId, VenueId};
use crate::model::people::Producer;
use crate::plan::near::NearKind;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::jsonld;
use crate::render::views::card::{self, Card, Cover};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::{CaveatView, ContactView, Entry, FactView, PictureView, PlaceView, Story, Text};
use crate::render::views::product::OnSiteView;
use crate::render::views::sheets::{self, SheetLinks};
use crate::render::views::visits::{self, VisitView};
use crate::render::views::{entries, facts, hours, places, reach};
use crate::terms::{LegalForm, NameBasis};

/// Context of `producer.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ProducerView {
    pub common: Common,
    pub name: Text,
    pub other_names: Vec<String>,
    pub cover: Cover,
    pub legal_form: Option<String>,
    pub name_is_brand: bool,
    pub summary: Option<Text>,
    pub place: Option<PlaceView>,
    pub website: Option<String>,
    pub contacts: Vec<ContactView>,
    pub products: Vec<Card>,
    pub on_site: Option<OnSiteView>,
    pub visit: Option<VisitView>,
    /// Points of sale and venues that it runs or that stock its goods.
    pub outlets: Vec<Entry>,
    pub destinations: Vec<Entry>,
    pub pictures: Vec<PictureView>,
    pub story: Option<Story>,
    pub facts: Vec<FactView>,
    pub caveats: Vec<CaveatView>,
    /// Labels and cards to print.
    pub sheets: Option<SheetLinks>,
}

/// Fills the page of a producer.
pub fn view(ctx: &PageContext<'_>, id: ProducerId) -> ProducerView {
    let catalogue = ctx.catalogue();
    let producer = &catalogue[id];
    let head = &producer.head;
    let here = EntryRef::Producer(id);
    let place = producer.place.as_ref().map(|place| places::place(ctx, place));
    let contacts = reach::contacts(ctx, &producer.contacts);
    let on_site = on_site(ctx, id);
    let visit = producer.visits.as_ref().map(|visits| visits::view(ctx, visits));
    let story = facts::story(ctx, head);
    let facts_shown = facts::facts(ctx, &head.facts);
    let caveats = facts::caveats(ctx, &head.caveats);
    let near = |kind| producer.place.as_ref().map_or_else(Vec::new, |place| entries::near(ctx, place, kind, here));
    let pictures = facts::pictures(ctx, &head.pictures);
    ctx.cites(&head.sources);
    ProducerView {
        name: ctx.text(&head.name),
        other_names: head.other_names.clone(),
        cover: ctx.inputs.motifs.cover(catalogue, here),
        legal_form: legal_form(ctx, producer),
        name_is_brand: producer.name_basis == NameBasis::Brand,
        summary: head.summary.as_ref().map(|summary| ctx.text(summary)),
        place,
        website: producer.website.clone(),
        contacts,
        products: card::cards(ctx, &ctx.plan().listings.sorted(&producer.products)),
        on_site,
        visit,
        outlets: outlets(ctx, id),
        destinations: near(NearKind::Destinations),
        pictures,
        story,
        facts: facts_shown,
        caveats,
        sheets: sheets::of_producer(ctx, id),
        common: frame(ctx, producer),
    }
}

fn frame(ctx: &PageContext<'_>, producer: &Producer) -> Common {
    let head = &producer.head;
    let name = head.name.text(ctx.lang);
    let count = producer.products.len();
    let fallback = || ctx.tv("producer-description", &[("name", name.into()), ("n", count.into())]);
    frame::common(
        ctx,
        Frame {
            title: name.to_owned(),
            description: frame::description(ctx, head.summary.as_ref(), fallback),
            crumbs: vec![(ctx.own(ctx.t("producers")), paths::PRODUCERS.to_owned())],
            here: Some(ctx.text(&head.name)),
            json_ld: vec![jsonld::place(ctx, "LocalBusiness", head, producer.place.as_ref())],
            file: Some(&head.file),
        },
    )
}

/// None when no source states it.
pub fn legal_form(ctx: &PageContext<'_>, producer: &Producer) -> Option<String> {
    let form = producer.legal_form;
    (form != LegalForm::Unknown).then(|| ctx.term("legal-form", form.word()))
}

/// The producer's own sale.
pub fn on_site(ctx: &PageContext<'_>, id: ProducerId) -> Option<OnSiteView> {
    let on_site = ctx.catalogue()[id].sells_on_site.as_ref()?;
    Some(OnSiteView {
        producer: ctx.entry_link(EntryRef::Producer(id)),
        note: on_site.note.as_ref().map(|note| ctx.text(note)),
        hours: on_site.hours.as_ref().map(|written| hours::view(ctx, written, true)),
        verified: on_site.verified_on.map(|date| ctx.date(date)),
        cites: ctx.cites(&on_site.sources),
    })
}

/// The points of sale and venues that name it as theirs.
pub fn own_outlets(catalogue: &Catalogue, id: ProducerId) -> Vec<EntryRef> {
    let points = (0..).map(PointOfSaleId::new).zip(&catalogue.points_of_sale);
    let points = points.filter(|(_, it)| it.producer == Some(id)).map(|(at, _)| EntryRef::PointOfSale(at));
    let venues = (0..).map(VenueId::new).zip(&catalogue.venues);
    let venues = venues.filter(|(_, it)| it.producer == Some(id)).map(|(at, _)| EntryRef::Venue(at));
    points.chain(venues).collect()
}

/// Its own places, then where its products are sold or served, the workshop apart; each place once.
fn outlets(ctx: &PageContext<'_>, id: ProducerId) -> Vec<Entry> {
    let catalogue = ctx.catalogue();
    let mut places = own_outlets(catalogue, id);
    for product in catalogue[id].products.iter().map(|product| &catalogue[*product]).filter(|it| !it.is_bare()) {
        for outlet in &product.sold_at {
            let entry = match outlet {
                Outlet::Producer(_) => continue,
                Outlet::PointOfSale(id) => EntryRef::PointOfSale(*id),
                Outlet::Venue(id) => EntryRef::Venue(*id),
            };
            if !places.contains(&entry) {
                places.push(entry);
            }
        }
    }
    entries::entries(ctx, places)
}
