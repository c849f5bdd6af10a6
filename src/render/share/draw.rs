//! SVG → PNG with the theme's own fonts, and how wide a text will be.
//!
//! Only flat colours are drawn: their arithmetic is the same on every machine, while that of gradients is not.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Context as _;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};
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
    regular: Arc<[u8]>,
    bold: Arc<[u8]>,
    pub digest: Digest,
}

impl Fonts {
    /// # Errors
    /// When the theme lacks a font, or it is none.
    pub fn load(theme: &Theme) -> anyhow::Result<Fonts> {
        let font =
            |name: &str| theme.files.get(name).cloned().with_context(|| format!("the theme has no file `{name}`"));
        let (regular, bold) = (font("fonts/bvp-400.ttf")?, font("fonts/bvp-700.ttf")?);
        let mut database = fontdb::Database::new();
        for bytes in [&regular, &bold] {
            FontRef::new(bytes).context("a font of the theme")?;
            database.load_font_data(bytes.to_vec());
        }
        let family = database.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
        let options = usvg::Options {
            font_family: family.context("the theme's font has no name")?,
            fontdb: Arc::new(database),
            ..usvg::Options::default()
        };
        let digest = Digest::of(&[regular.as_ref(), bold.as_ref()].concat());
        Ok(Fonts { options, regular, bold, digest })
    }

    fn font(&self, weight: Weight) -> FontRef<'_> {
        let bytes = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        FontRef::new(bytes).expect("loading has read it")
    }

    /// Whether there is a drawing for each sign of `text`.
    pub fn has(&self, text: &str, weight: Weight) -> bool {
        let charmap = self.font(weight).charmap();
        text.chars().all(|sign| charmap.map(sign).is_some())
    }

    /// Pixels that `text` takes at `size`, without kerning.
    pub fn width(&self, text: &str, weight: Weight, size: u32) -> f32 {
        let font = self.font(weight);
        let metrics = font.glyph_metrics(Size::new(size as f32), LocationRef::default());
        let glyphs = text.chars().map(|sign| font.charmap().map(sign).unwrap_or_default());
        glyphs.filter_map(|glyph| metrics.advance_width(glyph)).sum()
    }

    /// Lines of at most `most` pixels, cut between words.
    pub fn wrap(&self, text: &str, weight: Weight, size: u32, most: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|line| self.width(line, weight, size) <= most) {
                Some(line) => *lines.last_mut().expect("it was made longer") = line,
                None => lines.push(word.to_owned()),
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

    /// The drawing as a PNG of at most 256 colours.
    ///
    /// # Errors
    /// When the text is no SVG: a fault of the theme.
    pub fn png(&self, svg: &str) -> anyhow::Result<Vec<u8>> {
        let tree = usvg::Tree::from_str(svg, &self.options).context("the picture for sharing")?;
        let mut pixels = Pixmap::new(WIDTH, HEIGHT).expect("the size is given here");
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        encode(&pixels)
    }
}

/// Counts each colour; where there are more than a palette holds, the rarest become their nearest neighbours, which are
/// shades on the edges of letters.
fn encode(pixels: &Pixmap) -> anyhow::Result<Vec<u8>> {
    let colour = |pixel: &[u8]| [pixel[0], pixel[1], pixel[2]];
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for run in pixels.data().as_chunks::<4>().0.chunk_by(|left, right| left == right) {
        *counts.entry(colour(&run[0])).or_default() += run.len();
    }
    let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let palette: Vec<[u8; 3]> = colours.iter().take(COLOURS).map(|(colour, _)| *colour).collect();
    let place: HashMap<[u8; 3], u8> = colours.iter().map(|(colour, _)| (*colour, nearest(&palette, *colour))).collect();
    let mut indices = Vec::with_capacity(pixels.data().len() / 4);
    for run in pixels.data().as_chunks::<4>().0.chunk_by(|left, right| left == right) {
        indices.resize(indices.len() + run.len(), place[&colour(&run[0])]);
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(out)
}

fn nearest(palette: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let distance = |other: &[u8; 3]| -> u32 {
        let parts = other.iter().zip(colour).map(|(left, right)| u32::from(left.abs_diff(right)).pow(2));
        parts.sum()
    };
    let best = palette.iter().enumerate().min_by_key(|(at, other)| (distance(other), *at));
    best.map_or(0, |(at, _)| u8::try_from(at).expect("a palette has 256 colours at most"))
}
