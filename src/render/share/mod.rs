//! Pictures that messages and posts show beside a link, `/chia-se/<slug>.<digest>.png`: one a product, destination and
//! group, in Vietnamese, and one for every other page.
//!
//! A picture goes round the world and is stale tomorrow. So stars stand on it only with the day on which they end; what
//! has lapsed, was withdrawn or is of unknown date says so in words without stars. Spirits of 15 % or more, or of unknown
//! strength, have none (Luật 44/2019/QH14, article 5); other alcohol and supplements carry the statutory words.

pub mod draw;

use std::sync::mpsc::SyncSender;

use anyhow::Context as _;
use rayon::prelude::*;
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
use crate::render::share::draw::{Fonts, Ground, Weight};
use crate::render::views::{badges, places, product};
use crate::render::{dates, hand_over};

const FOLDER: &str = "chia-se";
/// The version of the code that draws, for the cache.
const DOMAIN: &str = "share picture 2";
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
/// Pictures that one thread draws on one ground.
const MOST_IN_A_ROW: usize = 16;

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

/// Context of `share.html`, which draws a picture in two layers. Heights are baselines, in pixels from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ShareView {
    /// The layer that is drawn.
    pub layer: Layer,
    pub site: String,
    pub tint: String,
    /// The motif's drawing, on a grid of 48.
    pub motif_html: String,
    /// Height of the centre of the arcs.
    pub far: i32,
    pub name_size: u32,
    pub name: Vec<Line>,
    pub about: Vec<Line>,
    pub state: Option<StateLine>,
    /// Words that the law asks for.
    pub notice: Vec<Line>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Colour, arcs and motif. Many pictures share one, and it is most of the drawing, so each is drawn once.
    #[default]
    Ground,
    /// Everything that is said, over the ground.
    Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Line {
    pub text: String,
    pub y: u32,
}

/// How the certificate stands; stars only while it is in force, and then with its end.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StateLine {
    pub y: u32,
    /// The left edge of each star.
    pub stars: Vec<u32>,
    /// The left edge of the words.
    pub x: u32,
    pub words: Vec<Line>,
}

/// Everything above the words of the law, in one size of the name.
struct Stack {
    size: u32,
    name: Vec<Line>,
    about: Vec<Line>,
    state: Option<StateLine>,
    /// Nothing of the name was left out.
    whole: bool,
    bottom: u32,
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

/// The two drawings of a picture, as SVG.
struct Drawing {
    ground: String,
    words: String,
}

/// Draws pictures, with what all of them need.
pub struct Studio<'a> {
    inputs: Inputs<'a>,
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
        Studio { inputs }
    }

    /// Where the picture of `subject` will be: its name tells what it shows, so nothing need be drawn to know it.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn share(&self, subject: Subject) -> anyhow::Result<Share> {
        let said = self.said(subject)?;
        Ok(self.named(subject, &said, &self.drawing(&said)?))
    }

    fn named(&self, subject: Subject, said: &Said, Drawing { ground, words }: &Drawing) -> Share {
        let fonts = self.fonts().digest.bytes().as_slice();
        let digest = Digest::of(&[ground.as_bytes(), words.as_bytes(), fonts, DOMAIN.as_bytes()].concat());
        let name = format!("{}{}.png", self.stem(subject), digest.short(FINGERPRINT_DIGITS));
        let words = std::iter::once(said.name.as_str()).chain(said.about.iter().map(String::as_str));
        Share { out: OutPath::new(name).expect("slugs have no slashes"), alt: words.collect::<Vec<_>>().join(", ") }
    }

    /// The name of a picture up to its digest.
    fn stem(&self, subject: Subject) -> String {
        format!("{FOLDER}/{}.", self.slug(subject))
    }

    /// The picture with its place, from the cache if that holds it. `ground` is left to the next picture.
    fn picture(
        &self,
        subject: Subject,
        said: &Said,
        store: &Store,
        ground: &mut Option<(String, Ground)>,
    ) -> anyhow::Result<File> {
        let drawing = self.drawing(said)?;
        let inputs = [drawing.ground.as_bytes(), drawing.words.as_bytes(), self.fonts().digest.bytes()];
        let png = store.get_or_make(Key::of(DOMAIN, &inputs), || {
            let mut drawn = match ground.take().filter(|(svg, _)| *svg == drawing.ground) {
                Some((_, drawn)) => drawn,
                None => self.fonts().ground(&drawing.ground)?,
            };
            let png = self.fonts().png(&mut drawn, &drawing.words);
            *ground = Some((drawing.ground.clone(), drawn));
            png
        })?;
        Ok((self.named(subject, said, &drawing).out, png))
    }

    /// Draws what the cache does not hold, and hands every picture over.
    ///
    /// # Errors
    /// A fault of the theme, or nobody takes the files.
    pub fn draw(&self, store: &Store, give: &SyncSender<Handed>) -> anyhow::Result<()> {
        // Neighbours share their ground.
        fn ground(said: &Said) -> (&str, &str, u8) {
            (&said.motif, &said.tint, said.x % 2)
        }
        let said = |subject: Subject| anyhow::Ok((subject, self.said(subject)?));
        let mut subjects = self.subjects().into_par_iter().map(said).collect::<anyhow::Result<Vec<_>>>()?;
        subjects.sort_by(|(_, left), (_, right)| ground(left).cmp(&ground(right)));
        let alike = subjects.chunk_by(|(_, left), (_, right)| ground(left) == ground(right));
        let alike: Vec<_> = alike.flat_map(|subjects| subjects.chunks(MOST_IN_A_ROW)).collect();
        alike.into_par_iter().try_for_each(|subjects| {
            let mut ground = None;
            let mut picture = |subject, said| self.picture(subject, said, store, &mut ground);
            subjects.iter().try_for_each(|(subject, said)| hand_over(give, picture(*subject, said)?))
        })
    }

    /// The picture at `path`, if there is one.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn at(&self, path: &OutPath) -> Option<anyhow::Result<Vec<u8>>> {
        let subject = self.subjects().into_iter().find(|subject| path.as_str().starts_with(&self.stem(*subject)))?;
        match self.said(subject).and_then(|said| self.picture(subject, &said, &Store::none(), &mut None)) {
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
        let mut view = self.laid_out(said);
        let words = self.inputs.kit.engine.render(Lang::Vi, "share.html", &view)?;
        // Its drawing shall depend on nothing that differs between pictures that share it.
        view = ShareView {
            layer: Layer::Ground,
            tint: view.tint,
            motif_html: view.motif_html,
            far: view.far,
            ..ShareView::default()
        };
        Ok(Drawing { ground: self.inputs.kit.engine.render(Lang::Vi, "share.html", &view)?, words })
    }

    /// The largest size in which all has room above the words of the law.
    fn laid_out(&self, said: &Said) -> ShareView {
        let notice = self.notice(&said.notice);
        let floor = notice.first().map_or(BOTTOM, |line| line.y - NOTICE_SIZE);
        let sizes = || SIZES.into_iter().map(|sizes| self.stack(said, sizes));
        let fits = |stack: &Stack| stack.bottom <= floor;
        let stack = sizes()
            .find(|stack| stack.whole && fits(stack))
            .or_else(|| sizes().find(fits))
            .or_else(|| sizes().next_back());
        let stack = stack.expect("there are sizes");
        ShareView {
            layer: Layer::Words,
            site: self.inputs.config.title.vi.clone(),
            tint: said.tint.clone(),
            motif_html: self.inputs.kit.drawings.get(&said.motif).cloned().unwrap_or_default(),
            far: if said.x.is_multiple_of(2) { 700 } else { -70 },
            name_size: stack.size,
            name: stack.name,
            about: stack.about,
            state: stack.state,
            notice,
        }
    }

    fn stack(&self, said: &Said, (size, most, about_most): (u32, usize, usize)) -> Stack {
        let mut lines = self.fonts().balance(&said.name, Weight::Bold, size, TEXT_WIDTH);
        let whole = lines.len() <= most;
        lines.truncate(most);
        if let Some(last) = lines.last_mut().filter(|_| !whole) {
            last.push('…');
        }
        let mut y = NAME_TOP;
        let mut place = |text: String, step: u32| {
            y += step;
            Line { text, y }
        };
        let name = lines.into_iter().map(|text| place(text, size + size / 5)).collect();
        let about = said.about.iter().map(|text| self.fonts().balance(text, Weight::Regular, ABOUT_SIZE, TEXT_WIDTH));
        let about = about.flat_map(|lines| lines.into_iter().take(about_most)).enumerate();
        let about = about.map(|(at, text)| place(text, ABOUT_SIZE + if at == 0 { 28 } else { 10 })).collect();
        let state = said.state.as_ref().map(|words| {
            let stars: Vec<u32> = (0..u32::from(said.stars)).map(|at| at * STAR_WIDTH).collect();
            let x = if stars.is_empty() { 0 } else { u32::from(said.stars) * STAR_WIDTH + 12 };
            let lines = self.fonts().wrap(words, Weight::Bold, ABOUT_SIZE, WIDE - x as f32).into_iter().enumerate();
            let words: Vec<Line> =
                lines.map(|(at, text)| place(text, if at == 0 { 62 } else { ABOUT_SIZE + 10 })).collect();
            StateLine { y: words.first().map_or(0, |line| line.y), stars, x: x + LEFT, words }
        });
        Stack { size, name, about, state, whole, bottom: y }
    }

    fn notice(&self, lines: &[String]) -> Vec<Line> {
        let lines: Vec<String> =
            lines.iter().flat_map(|line| self.fonts().wrap(line, Weight::Regular, NOTICE_SIZE, WIDE)).collect();
        let step = NOTICE_SIZE + 8;
        let rows = u32::try_from(lines.len()).expect("the law asks for a few words");
        (1..).zip(lines).map(|(at, text)| Line { text, y: BOTTOM - (rows - at) * step }).collect()
    }
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
