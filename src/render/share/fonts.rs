//! The theme's two fonts: how wide a text will be, and SVG drawn with them.

use std::sync::Arc;

use anyhow::Context as _;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

use crate::base::digest::Digest;
use crate::render::share::letters::Face;
use crate::render::theme::Theme;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Weight {
    Regular,
    Bold,
}

/// The theme's two fonts, as drawings need them.
pub struct Fonts {
    options: usvg::Options<'static>,
    regular: Face,
    bold: Face,
    pub digest: Digest,
}

impl Fonts {
    /// # Errors
    /// When the theme lacks a font, or it is none.
    pub fn load(theme: &Theme) -> anyhow::Result<Fonts> {
        let font =
            |name: &str| theme.files.get(name).cloned().with_context(|| format!("the theme has no file `{name}`"));
        let (regular, bold) = (font("fonts/bvp-400.ttf")?, font("fonts/bvp-700.ttf")?);
        let digest = Digest::of(&[regular.as_ref(), bold.as_ref()].concat());
        let mut database = fontdb::Database::new();
        let mut load = |bytes: Arc<[u8]>| {
            database.load_font_data(bytes.to_vec());
            Face::new(bytes)
        };
        let (regular, bold) = (load(regular)?, load(bold)?);
        let family = database.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
        let options = usvg::Options {
            font_family: family.context("the theme's font has no name")?,
            fontdb: Arc::new(database),
            ..usvg::Options::default()
        };
        Ok(Fonts { options, regular, bold, digest })
    }

    pub fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// Whether there is a drawing for each sign of `text`.
    pub fn has(&self, text: &str, weight: Weight) -> bool {
        text.chars().all(|sign| self.face(weight).advance(sign).is_some())
    }

    /// Pixels that `text` takes at `size`, without kerning.
    pub fn width(&self, text: &str, weight: Weight, size: u32) -> f32 {
        let face = self.face(weight);
        text.chars().filter_map(|sign| face.advance(sign)).sum::<f32>() * size as f32
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

    /// The SVG over nothing, in its own size.
    ///
    /// # Errors
    /// When the text is no SVG: a fault of the theme.
    pub fn draw(&self, svg: &str) -> anyhow::Result<Pixmap> {
        let tree = usvg::Tree::from_str(svg, &self.options).context("the picture for sharing")?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).context("the picture for sharing has no size")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        Ok(pixels)
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
}
