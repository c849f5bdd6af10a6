//! Pictures that messages and posts show beside a link, `/chia-se/<slug>.<digest>.png`: one a product, destination and
//! group, in Vietnamese, and one for every other page.
//!
//! A picture goes round the world and is stale tomorrow. So stars stand on it only with the day on which they end; what
//! has lapsed, was withdrawn or is of unknown date says so in words without stars. Spirits of 15 % or more, or of unknown
//! strength, have none (Luật 44/2019/QH14, article 5); other alcohol and supplements carry the statutory words.

pub mod draw;
pub mod fonts;
mod letters;

use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex};

use anyhow::Context as _;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::base::digest::Digest;
use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::base::text::capitalized;
use crate::cache::{Key, Store};
use crate::model::id::{EntryRef, GroupId};
use crate::model::product::{CertificateState, Product};
use crate::output::tree::{File, Handed};
use crate::plan::PageKind;
use crate::plan::facet::Facet;
use crate::plan::paths;
use crate::render::context::{Inputs, PageContext};
use crate::render::share::draw::{Canvas, Ground, Shape, Text};
use crate::render::share::fonts::{Fonts, Weight};
use crate::render::site::locked;
use crate::render::views::{badges, places, product};
use crate::render::{dates, hand_over};

const FOLDER: &str = "chia-se";
/// The version of the code that draws, for the cache.
const DOMAIN: &str = "share picture 3";
const FINGERPRINT_DIGITS: usize = 10;

const LEFT: u32 = 80;
/// Pixels between the left margin and the motif.
const TEXT_WIDTH: f32 = 760.0;
/// The statutory words may run below the motif.
const WIDE: f32 = 1040.0;
const NAME_TOP: u32 = 140;
/// Sizes of a name, the most lines that it may take, and those of each line about it.
const SIZES: [(u32, usize, usize); 6] = [(76, 2, 2), (62, 3, 2), (50, 4, 2), (40, 5, 2), (40, 4, 1), (40, 3, 1)];
const ABOUT_SIZE: u32 = 32;
const NOTICE_SIZE: u32 = 22;
const BOTTOM: u32 = 592;
const STAR_WIDTH: u32 = 40;
/// Pixels from the top of a star to the baseline of the words beside it.
const STAR_RISE: u32 = 29;

/// What a picture is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Every page without a picture of its own.
    Site,
    Entry(EntryRef),
    Group(GroupId),
}

/// Where a picture will be, and what it shows in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub out: OutPath,
    pub alt: String,
}

/// Context of `share.html`, which draws the shapes that pictures are made of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ShareView {
    pub part: Part,
    pub tint: String,
    /// The ground: what the site is called.
    pub site: String,
    /// The ground: height of the centre of the arcs.
    pub far: i32,
    /// The motif's drawing, on a grid of 48.
    pub motif_html: String,
}

/// Pictures share them, and they are most of the drawing, so each is drawn once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Colour, arcs and the site's name.
    #[default]
    Ground,
    Motif,
    Star,
}

/// How the certificate stands; stars only while it is in force, and then with its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct StateLine {
    /// The left edge of each star.
    stars: Vec<u32>,
    words: Vec<Text>,
}

/// Everything above the words of the law, in one size of the name.
struct Stack {
    name: Vec<Text>,
    about: Vec<Text>,
    state: StateLine,
    /// Nothing of the name was left out.
    whole: bool,
    bottom: u32,
}

/// All that is written on a picture, each at its place.
struct Layout {
    stack: Stack,
    /// Words that the law asks for.
    notice: Vec<Text>,
}

/// What is said on a picture, before it is laid out.
#[derive(Debug, Default)]
struct Said {
    name: String,
    about: Vec<String>,
    stars: u8,
    state: Option<String>,
    notice: Vec<String>,
    motif: String,
    tint: String,
    x: u8,
}

/// What a picture is drawn from: its parts as SVG, where the stars stand, and what is written.
#[derive(Serialize)]
struct Drawing {
    ground: String,
    motif: String,
    star: String,
    /// The upper left corner of each star.
    stars: Vec<(u32, u32)>,
    texts: Vec<Text>,
}

/// Parts of pictures by their SVG.
type Drawn<T> = Mutex<FxHashMap<String, Arc<T>>>;

/// Draws pictures, with what all of them need.
pub struct Studio<'a> {
    inputs: Inputs<'a>,
    grounds: Drawn<Ground>,
    shapes: Drawn<Shape>,
}

/// Whose picture a page of `kind` shows: its own, or the site's. None on the pages of spirits.
pub fn subject(inputs: Inputs<'_>, kind: PageKind) -> Option<Subject> {
    let own = match kind {
        PageKind::Entry(EntryRef::Product(id)) if inputs.catalogue[id].is_bare() => return None,
        PageKind::Entry(entry) => Subject::Entry(entry),
        PageKind::Listing(Facet::Group(group), _) => Subject::Group(group),
        _ => Subject::Site,
    };
    Some(if has_picture(inputs, own) { own } else { Subject::Site })
}

fn has_picture(inputs: Inputs<'_>, subject: Subject) -> bool {
    match subject {
        Subject::Site | Subject::Entry(EntryRef::Destination(_)) => true,
        Subject::Entry(EntryRef::Product(id)) => !inputs.catalogue[id].is_bare(),
        Subject::Entry(_) => false,
        Subject::Group(id) => inputs.plan.listings.get(Facet::Group(id)).is_some(),
    }
}

impl<'a> Studio<'a> {
    pub fn new(inputs: Inputs<'a>) -> Studio<'a> {
        Studio { inputs, grounds: Drawn::default(), shapes: Drawn::default() }
    }

    /// Where the picture of `subject` will be: its name tells what it shows, so nothing need be drawn to know it.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn share(&self, subject: Subject) -> anyhow::Result<Share> {
        let said = self.said(subject)?;
        Ok(self.named(subject, &said, &self.told(&self.drawing(&said)?)?))
    }

    /// All that tells what a picture will show.
    fn told(&self, drawing: &Drawing) -> anyhow::Result<Vec<u8>> {
        Ok([&serde_json::to_vec(drawing)?, self.fonts().digest.bytes().as_slice()].concat())
    }

    fn named(&self, subject: Subject, said: &Said, told: &[u8]) -> Share {
        let digest = Digest::of(&[told, DOMAIN.as_bytes()].concat());
        let name = format!("{}{}.png", self.stem(subject), digest.short(FINGERPRINT_DIGITS));
        let words = std::iter::once(said.name.as_str()).chain(said.about.iter().map(String::as_str));
        Share { out: OutPath::new(name).expect("slugs have no slashes"), alt: words.collect::<Vec<_>>().join(", ") }
    }

    /// The name of a picture up to its digest.
    fn stem(&self, subject: Subject) -> String {
        format!("{FOLDER}/{}.", self.slug(subject))
    }

    /// The picture with its place, from the cache if that holds it. `room` is left to the next picture.
    fn picture(&self, subject: Subject, store: &Store, room: &mut Vec<u8>) -> anyhow::Result<File> {
        let said = self.said(subject)?;
        let drawing = self.drawing(&said)?;
        let told = self.told(&drawing)?;
        let png = store.get_or_make(Key::of(DOMAIN, &[told.as_slice()]), || {
            let fonts = self.fonts();
            let ground = once(&self.grounds, &drawing.ground, |svg| Ground::new(fonts, svg))?;
            let shape = |svg: &str| once(&self.shapes, svg, |svg| Shape::new(fonts, svg));
            let mut canvas = Canvas::on(&ground, room);
            canvas.set(&*shape(&drawing.motif)?, &[(0, 0)]);
            canvas.set(&*shape(&drawing.star)?, &drawing.stars);
            canvas.write(fonts, &drawing.texts);
            canvas.png()
        })?;
        Ok((self.named(subject, &said, &told).out, png))
    }

    /// Draws what the cache does not hold, and hands every picture over.
    ///
    /// # Errors
    /// A fault of the theme, or nobody takes the files.
    pub fn draw(&self, store: &Store, give: &SyncSender<Handed>) -> anyhow::Result<()> {
        let draw = |room: &mut Vec<u8>, subject| hand_over(give, self.picture(subject, store, room)?);
        self.subjects().into_par_iter().try_for_each_init(Vec::new, draw)
    }

    /// The picture at `path`, if there is one.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn at(&self, path: &OutPath) -> Option<anyhow::Result<Vec<u8>>> {
        let subject = self.subjects().into_iter().find(|subject| path.as_str().starts_with(&self.stem(*subject)))?;
        match self.picture(subject, &Store::none(), &mut Vec::new()) {
            Ok((out, png)) => (out == *path).then_some(Ok(png)),
            Err(fault) => Some(Err(fault)),
        }
    }

    fn fonts(&self) -> &'a Fonts {
        &self.inputs.kit.fonts
    }

    fn subjects(&self) -> Vec<Subject> {
        let catalogue = self.inputs.catalogue;
        let entries = catalogue.entries().into_iter().map(Subject::Entry);
        let all = std::iter::once(Subject::Site).chain(entries).chain(catalogue.group_ids().map(Subject::Group));
        all.filter(|subject| has_picture(self.inputs, *subject)).collect()
    }

    fn slug(&self, subject: Subject) -> String {
        let catalogue = self.inputs.catalogue;
        match subject {
            Subject::Site => "trang".to_owned(),
            Subject::Entry(entry) => {
                format!("{}-{}", paths::folder(entry), catalogue.slug(entry))
            }
            Subject::Group(id) => format!("nhom-{}", catalogue[id].id),
        }
    }

    fn said(&self, subject: Subject) -> anyhow::Result<Said> {
        let home = self.inputs.plan.pages.iter().find(|page| page.kind == PageKind::Home && page.lang() == Lang::Vi);
        let ctx = PageContext::new(self.inputs, home.context("every site has a home page in Vietnamese")?);
        let said = match subject {
            Subject::Site => self.site(),
            Subject::Entry(EntryRef::Product(id)) => {
                self.product(&ctx, &self.inputs.catalogue[id], EntryRef::Product(id))
            }
            Subject::Entry(entry) => self.entry(&ctx, entry),
            Subject::Group(id) => self.group(&ctx, id),
        };
        ctx.finish()?;
        Ok(said)
    }

    fn site(&self) -> Said {
        let config = self.inputs.config;
        Said {
            name: config.title.vi.clone(),
            about: vec![config.tagline.vi.clone()],
            motif: "wave".to_owned(),
            tint: "sand".to_owned(),
            ..Said::default()
        }
    }

    fn product(&self, ctx: &PageContext<'_>, product: &Product, entry: EntryRef) -> Said {
        let producer = &ctx.catalogue()[product.producer].head.name.vi;
        let place = product.place.as_ref().map(|place| places::short(ctx, place).text);
        let (stars, state) = state(ctx, product);
        let notices = product::notices(ctx, product);
        Said {
            about: std::iter::once(producer.clone()).chain(place).collect(),
            stars,
            state: Some(state),
            notice: notices.into_iter().flat_map(|notice| notice.lines).collect(),
            ..self.covered(entry)
        }
    }

    fn entry(&self, ctx: &PageContext<'_>, entry: EntryRef) -> Said {
        let EntryRef::Destination(id) = entry else { return self.covered(entry) };
        let place = ctx.catalogue()[id].place.as_ref().map(|place| places::short(ctx, place).text);
        let kind = ctx.term("destination-type", ctx.catalogue()[id].kind.word());
        Said { about: std::iter::once(kind).chain(place).collect(), ..self.covered(entry) }
    }

    fn group(&self, ctx: &PageContext<'_>, id: GroupId) -> Said {
        let catalogue = ctx.catalogue();
        let cover = self.inputs.motifs.group(catalogue, id);
        Said {
            name: catalogue[id].name.vi.clone(),
            about: vec![ctx.t("share-group")],
            motif: cover.motif,
            tint: cover.tint,
            x: cover.x,
            ..Said::default()
        }
    }

    fn covered(&self, entry: EntryRef) -> Said {
        let catalogue = self.inputs.catalogue;
        let cover = self.inputs.motifs.cover(catalogue, entry);
        let name = catalogue.head(entry).map(|head| head.name.vi.clone()).unwrap_or_default();
        Said { name, motif: cover.motif, tint: cover.tint, x: cover.x, ..Said::default() }
    }

    fn drawing(&self, said: &Said) -> anyhow::Result<Drawing> {
        let part = |part| ShareView { part, tint: said.tint.clone(), ..ShareView::default() };
        let ground = ShareView {
            site: self.inputs.config.title.vi.clone(),
            far: if said.x.is_multiple_of(2) { 700 } else { -70 },
            ..part(Part::Ground)
        };
        let motif_html = self.inputs.kit.drawings.get(&said.motif).cloned().unwrap_or_default();
        let motif = ShareView { motif_html, ..part(Part::Motif) };
        let star = ShareView { part: Part::Star, ..ShareView::default() };
        let draw = |view: &ShareView| self.inputs.kit.engine.render(Lang::Vi, "share.html", view);
        let (stars, texts) = self.laid_out(said).written();
        Ok(Drawing { ground: draw(&ground)?, motif: draw(&motif)?, star: draw(&star)?, stars, texts })
    }

    /// The largest size in which all has room above the words of the law.
    fn laid_out(&self, said: &Said) -> Layout {
        let notice = self.notice(&said.notice);
        let floor = notice.first().map_or(BOTTOM, |line| line.y - NOTICE_SIZE);
        let sizes = || SIZES.into_iter().map(|sizes| self.stack(said, sizes));
        let fits = |stack: &Stack| stack.bottom <= floor;
        let stack = sizes()
            .find(|stack| stack.whole && fits(stack))
            .or_else(|| sizes().find(fits))
            .or_else(|| sizes().next_back());
        Layout { stack: stack.expect("there are sizes"), notice }
    }

    fn stack(&self, said: &Said, (size, most, about_most): (u32, usize, usize)) -> Stack {
        let mut lines = self.fonts().balance(&said.name, Weight::Bold, size, TEXT_WIDTH);
        let whole = lines.len() <= most;
        lines.truncate(most);
        if let Some(last) = lines.last_mut().filter(|_| !whole) {
            last.push('…');
        }
        let mut y = NAME_TOP;
        let mut place = |text: String, size, weight, x, step: u32| {
            y += step;
            Text { text, x, y, size, weight }
        };
        let name = lines.into_iter().map(|text| place(text, size, Weight::Bold, LEFT, size + size / 5)).collect();
        let about = said.about.iter().map(|text| self.fonts().balance(text, Weight::Regular, ABOUT_SIZE, TEXT_WIDTH));
        let about = about.flat_map(|lines| lines.into_iter().take(about_most)).enumerate();
        let step = |at| ABOUT_SIZE + if at == 0 { 28 } else { 10 };
        let about = about.map(|(at, text)| place(text, ABOUT_SIZE, Weight::Regular, LEFT, step(at))).collect();
        let state = said.state.iter().flat_map(|words| {
            let x = if said.stars == 0 { LEFT } else { LEFT + u32::from(said.stars) * STAR_WIDTH + 12 };
            let lines = self.fonts().wrap(words, Weight::Bold, ABOUT_SIZE, WIDE - (x - LEFT) as f32);
            lines.into_iter().map(move |text| (x, text))
        });
        let step = |at| if at == 0 { 62 } else { ABOUT_SIZE + 10 };
        let state = state.enumerate().map(|(at, (x, text))| place(text, ABOUT_SIZE, Weight::Bold, x, step(at)));
        let stars = (0..u32::from(said.stars)).map(|at| LEFT + at * STAR_WIDTH).collect();
        let state = StateLine { stars, words: state.collect() };
        Stack { name, about, state, whole, bottom: y }
    }

    fn notice(&self, lines: &[String]) -> Vec<Text> {
        let lines: Vec<String> =
            lines.iter().flat_map(|line| self.fonts().wrap(line, Weight::Regular, NOTICE_SIZE, WIDE)).collect();
        let step = NOTICE_SIZE + 8;
        let rows = u32::try_from(lines.len()).expect("the law asks for a few words");
        let place = |(row, text)| {
            let y = BOTTOM - (rows - row) * step;
            Text { text, x: LEFT, y, size: NOTICE_SIZE, weight: Weight::Regular }
        };
        (1..).zip(lines).map(place).collect()
    }
}

impl Layout {
    /// The upper left corners of the stars, and all texts.
    fn written(self) -> (Vec<(u32, u32)>, Vec<Text>) {
        let Layout { stack: Stack { name, about, state, .. }, notice } = self;
        let top = state.words.first().map_or(0, |line| line.y.saturating_sub(STAR_RISE));
        let stars = state.stars.into_iter().map(|left| (left, top)).collect();
        (stars, [name, about, state.words, notice].concat())
    }
}

/// What `svg` shows, drawn once.
fn once<T>(drawn: &Drawn<T>, svg: &str, make: impl FnOnce(&str) -> anyhow::Result<T>) -> anyhow::Result<Arc<T>> {
    if let Some(known) = locked(drawn).get(svg) {
        return Ok(Arc::clone(known));
    }
    // Not under the lock, so that other pictures need not wait: two that meet here draw the same.
    let made = Arc::new(make(svg)?);
    locked(drawn).insert(svg.to_owned(), Arc::clone(&made));
    Ok(made)
}

/// Stars to draw, and the words beside them.
fn state(ctx: &PageContext<'_>, product: &Product) -> (u8, String) {
    let certificate = &product.certificate;
    if let (true, Some(stars), Some(until)) = (certificate.state.is_in_force(), certificate.stars, certificate.until) {
        let grade = badges::stars(ctx, certificate);
        let end = ctx.tv("badge-in-force", &[("date", dates::span(ctx.lang, until).into())]);
        let words = [Some(grade.words), grade.qualifier.map(|words| format!("({words})"))];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        return (stars.count(), format!("{words} · {end}"));
    }
    let once = (certificate.state == CertificateState::Lapsed).then(|| badges::stars(ctx, certificate).words);
    let badges = badges::badges(ctx, product).into_iter().map(|badge| badge.words);
    (0, capitalized(&once.into_iter().chain(badges).collect::<Vec<_>>().join(" · ")))
}

#[cfg(test)]
mod tests;
