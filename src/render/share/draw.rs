//! SVG → PNG with the theme's own fonts, and how wide a text will be.
//!
//! Only flat colours are drawn: their arithmetic is the same on every machine, while that of gradients is not.

use std::sync::Arc;

use anyhow::Context as _;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{self, fontdb};
use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::base::digest::Digest;
use crate::render::theme::Theme;

pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;
/// Colours that a palette holds.
const COLOURS: usize = 256;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// The theme's two fonts, as drawings need them.
pub struct Fonts {
    options: usvg::Options<'static>,
    regular: Advances,
    bold: Advances,
    pub digest: Digest,
}

/// How far each sign of a font moves the pen, in ems: texts are measured many times until they fit.
struct Advances(FxHashMap<char, f32>);

impl Advances {
    fn of(font: &FontRef<'_>) -> Advances {
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let signs = font.charmap().mappings().filter_map(|(sign, glyph)| Some((char::from_u32(sign)?, glyph)));
        Advances(signs.filter_map(|(sign, glyph)| Some((sign, metrics.advance_width(glyph)?))).collect())
    }
}

impl Fonts {
    /// # Errors
    /// When the theme lacks a font, or it is none.
    pub fn load(theme: &Theme) -> anyhow::Result<Fonts> {
        let font =
            |name: &str| theme.files.get(name).cloned().with_context(|| format!("the theme has no file `{name}`"));
        let (regular, bold) = (font("fonts/bvp-400.ttf")?, font("fonts/bvp-700.ttf")?);
        let mut database = fontdb::Database::new();
        let mut load = |bytes: &Arc<[u8]>| {
            database.load_font_data(bytes.to_vec());
            anyhow::Ok(Advances::of(&FontRef::new(bytes).context("a font of the theme")?))
        };
        let advances = (load(&regular)?, load(&bold)?);
        let family = database.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
        let options = usvg::Options {
            font_family: family.context("the theme's font has no name")?,
            fontdb: Arc::new(database),
            ..usvg::Options::default()
        };
        let digest = Digest::of(&[regular.as_ref(), bold.as_ref()].concat());
        Ok(Fonts { options, regular: advances.0, bold: advances.1, digest })
    }

    fn advances(&self, weight: Weight) -> &FxHashMap<char, f32> {
        match weight {
            Weight::Regular => &self.regular.0,
            Weight::Bold => &self.bold.0,
        }
    }

    /// Whether there is a drawing for each sign of `text`.
    pub fn has(&self, text: &str, weight: Weight) -> bool {
        text.chars().all(|sign| self.advances(weight).contains_key(&sign))
    }

    /// Pixels that `text` takes at `size`, without kerning.
    pub fn width(&self, text: &str, weight: Weight, size: u32) -> f32 {
        let advances = self.advances(weight);
        text.chars().filter_map(|sign| advances.get(&sign)).sum::<f32>() * size as f32
    }

    /// Lines of at most `most` pixels, cut between words.
    pub fn wrap(&self, text: &str, weight: Weight, size: u32, most: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let space = self.width(" ", weight, size);
        let mut wide = 0.0;
        for word in text.split_whitespace() {
            let width = self.width(word, weight, size);
            match lines.last_mut() {
                Some(line) if wide + space + width <= most => {
                    line.push(' ');
                    line.push_str(word);
                    wide += space + width;
                }
                _ => {
                    lines.push(word.to_owned());
                    wide = width;
                }
            }
        }
        lines
    }

    /// As many lines as [`Fonts::wrap`] makes, but about as long as each other: no last word stands alone.
    pub fn balance(&self, text: &str, weight: Weight, size: u32, most: f32) -> Vec<String> {
        let lines = self.wrap(text, weight, size, most);
        let widths = (1..20).map(|step| most - 30.0 * step as f32);
        let narrower = widths.map(|width| self.wrap(text, weight, size, width));
        narrower.take_while(|narrow| narrow.len() == lines.len()).last().unwrap_or(lines)
    }

    /// How light each pixel of a drawing is, row by row: what a scanner sees of it on white paper.
    #[cfg(test)]
    pub fn lightness(&self, svg: &str, width: u32, height: u32) -> Vec<u8> {
        let tree = usvg::Tree::from_str(svg, &self.options).expect("the drawing is an SVG");
        let mut pixels = Pixmap::new(width, height).expect("the size is given");
        pixels.fill(resvg::tiny_skia::Color::WHITE);
        let size = tree.size();
        let scale = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
        resvg::render(&tree, scale, &mut pixels.as_mut());
        pixels.pixels().iter().map(|pixel| pixel.green()).collect()
    }

    /// What pictures are drawn on; it leaves no pixel open.
    ///
    /// # Errors
    /// When the text is no SVG: a fault of the theme.
    pub fn ground(&self, svg: &str) -> anyhow::Result<Ground> {
        let mut drawn = Pixmap::new(WIDTH, HEIGHT).expect("the size is given here");
        self.draw(svg, &mut drawn)?;
        Ok(Ground { over: drawn.clone(), drawn })
    }

    /// The drawing over its ground, as a PNG of at most 256 colours.
    ///
    /// # Errors
    /// When the text is no SVG: a fault of the theme.
    pub fn png(&self, ground: &mut Ground, svg: &str) -> anyhow::Result<Vec<u8>> {
        ground.over.data_mut().copy_from_slice(ground.drawn.data());
        self.draw(svg, &mut ground.over)?;
        encode(&ground.over)
    }

    fn draw(&self, svg: &str, pixels: &mut Pixmap) -> anyhow::Result<()> {
        let tree = usvg::Tree::from_str(svg, &self.options).context("the picture for sharing")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        Ok(())
    }
}

/// A drawing that others go over.
pub struct Ground {
    drawn: Pixmap,
    /// Where pictures are drawn, one after the other: three megabytes less to ask for and to clear for each.
    over: Pixmap,
}

/// Counts each colour; where there are more than a palette holds, the rarest become their nearest neighbours, which are
/// shades on the edges of letters.
fn encode(pixels: &Pixmap) -> anyhow::Result<Vec<u8>> {
    // Most of a picture is long runs of one colour, so all that follows looks at runs.
    let runs = runs(pixels.pixels());
    let mut counts: FxHashMap<[u8; 3], usize> = FxHashMap::default();
    for (colour, length) in &runs {
        *counts.entry(*colour).or_default() += length;
    }
    let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let palette: Vec<[u8; 3]> = colours.iter().take(COLOURS).map(|(colour, _)| *colour).collect();
    let own = |at: usize| u8::try_from(at).ok();
    let places = colours
        .iter()
        .enumerate()
        .map(|(at, (colour, _))| (*colour, own(at).unwrap_or_else(|| nearest(&palette, *colour))));
    let place: FxHashMap<[u8; 3], u8> = places.collect();
    let mut indices = Vec::with_capacity(pixels.pixels().len());
    for (colour, length) in &runs {
        indices.resize(indices.len() + length, place[colour]);
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    // A quarter of the time of the usual level, and no picture reaches the 60 KB that site.md allows.
    encoder.set_deflate_compression(png::DeflateCompression::Level(1));
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(out)
}

/// Pixels looked at together: the compiler makes a few instructions of that.
const BLOCK: usize = 32;

/// Each colour with how many pixels in a row have it.
fn runs(pixels: &[PremultipliedColorU8]) -> Vec<([u8; 3], usize)> {
    let mut runs = Vec::new();
    let mut rest = pixels;
    while let Some(first) = rest.first() {
        let alike = |block: &&[PremultipliedColorU8]| block.iter().fold(true, |all, pixel| all & (pixel == first));
        let blocks = rest.chunks_exact(BLOCK).take_while(alike).count() * BLOCK;
        let length = blocks + rest[blocks..].iter().take_while(|pixel| *pixel == first).count();
        runs.push((colour(*first), length));
        rest = &rest[length..];
    }
    runs
}

/// What a pixel of a drawing without gaps shows.
fn colour(pixel: PremultipliedColorU8) -> [u8; 3] {
    [pixel.red(), pixel.green(), pixel.blue()]
}

fn nearest(palette: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let distance = |other: &[u8; 3]| -> u32 {
        let parts = other.iter().zip(colour).map(|(left, right)| u32::from(left.abs_diff(right)).pow(2));
        parts.sum()
    };
    let best = palette.iter().enumerate().min_by_key(|(at, other)| (distance(other), *at));
    best.map_or(0, |(at, _)| u8::try_from(at).expect("a palette has 256 colours at most"))
}
