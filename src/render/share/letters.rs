//! Letters as stamps: a text is shaped once, and each letter of it is filled once in each size, not once in each text.

use std::sync::{Arc, PoisonError, RwLock};

use anyhow::Context as _;
use harfrust::{Direction, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer, script};
use resvg::tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};
use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// How much of a pixel a shape covers, at most: few enough that a palette holds every shade, and twice what an eye tells
/// apart on the edge of a letter.
pub const FULL: u8 = 15;
/// Places within a pixel at which a letter may begin.
const PHASES: f32 = 4.0;

/// One font of the theme.
pub struct Face {
    bytes: Arc<[u8]>,
    /// How far each sign moves the pen, in ems: texts are measured many times until they fit.
    advances: FxHashMap<char, f32>,
    shaper: ShaperData,
    plan: ShapePlan,
    /// Units of the font in an em.
    units: f32,
    stamps: RwLock<FxHashMap<Letter, Arc<Stamp>>>,
}

/// What a stamp is made of: the shape, its size in pixels, and the quarter of a pixel at which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Letter {
    glyph: u32,
    size: u32,
    phase: u8,
}

/// How much of each pixel a shape covers, 0 to [`FULL`], in rows from `(left, top)`, which the pen's place is added to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamp {
    pub left: i32,
    pub top: i32,
    pub width: usize,
    pub cover: Vec<u8>,
}

impl Stamp {
    /// `alpha` is row by row, 0 to 255.
    pub fn new((left, top): (i32, i32), width: usize, alpha: impl Iterator<Item = u8>) -> Stamp {
        let level = |alpha: u8| (u16::from(alpha) * u16::from(FULL) + 127) / 255;
        let cover = alpha.map(|alpha| u8::try_from(level(alpha)).expect("a level is at most the full one"));
        Stamp { left, top, width, cover: cover.collect() }
    }
}

impl Face {
    /// # Errors
    /// When `bytes` are no font.
    pub fn new(bytes: Arc<[u8]>) -> anyhow::Result<Face> {
        let font = FontRef::new(&bytes).context("a font of the theme")?;
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let signs = font.charmap().mappings().filter_map(|(sign, glyph)| Some((char::from_u32(sign)?, glyph)));
        let advances = signs.filter_map(|(sign, glyph)| Some((sign, metrics.advance_width(glyph)?))).collect();
        let units = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let shaper = ShaperData::new(&font);
        let plan =
            ShapePlan::new(&shaper.shaper(&font).build(), Direction::LeftToRight, Some(script::LATIN), None, &[]);
        Ok(Face { advances, shaper, plan, units, stamps: RwLock::default(), bytes })
    }

    /// How far `sign` moves the pen, in ems, if the font has it.
    pub fn advance(&self, sign: char) -> Option<f32> {
        self.advances.get(&sign).copied()
    }

    /// Gives each letter of `text` with the pixel that its stamp is placed from. `(x, y)` is where the text begins, on its baseline.
    pub fn write(&self, text: &str, size: u32, (x, y): (u32, u32), mut stamp: impl FnMut(&Stamp, i32, i32)) {
        let font = FontRef::new(&self.bytes).expect("these bytes were a font before");
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaped = self.shaper.shaper(&font).build().shape(buffer, ShapeOptions::new().plan(Some(&self.plan)));
        let scale = size as f32 / self.units;
        let mut pen = x as f32;
        for (letter, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let quarters = ((pen + place.x_offset as f32 * scale) * PHASES).round();
            let whole = (quarters / PHASES).floor();
            let phase = (quarters - whole * PHASES) as u8;
            let rise = (place.y_offset as f32 * scale).round() as i32;
            let letter = Letter { glyph: letter.glyph_id, size, phase };
            stamp(&self.stamp(&font, letter), whole as i32, y as i32 - rise);
            pen += place.x_advance as f32 * scale;
        }
    }

    fn stamp(&self, font: &FontRef<'_>, letter: Letter) -> Arc<Stamp> {
        // A thread that failed cannot have left half a stamp.
        let known = self.stamps.read().unwrap_or_else(PoisonError::into_inner).get(&letter).cloned();
        known.unwrap_or_else(|| {
            let made = Arc::new(fill(font, letter).unwrap_or_default());
            self.stamps.write().unwrap_or_else(PoisonError::into_inner).insert(letter, Arc::clone(&made));
            made
        })
    }
}

/// None where there is nothing to fill, as in a space.
fn fill(font: &FontRef<'_>, letter: Letter) -> Option<Stamp> {
    let mut outline = Outline(PathBuilder::new());
    let settings = DrawSettings::unhinted(Size::new(letter.size as f32), LocationRef::default());
    font.outline_glyphs().get(GlyphId::new(letter.glyph))?.draw(settings, &mut outline).ok()?;
    let shift = Transform::from_translate(f32::from(letter.phase) / PHASES, 0.0);
    let path: Path = outline.0.finish()?.transform(shift)?;
    let bounds = path.bounds().round_out()?;
    let mut mask = Mask::new(bounds.width(), bounds.height())?;
    let home = Transform::from_translate(-bounds.left() as f32, -bounds.top() as f32);
    mask.fill_path(&path, FillRule::Winding, true, home);
    Some(Stamp::new((bounds.left(), bounds.top()), bounds.width() as usize, mask.data().iter().copied()))
}

/// Fonts count upwards, pictures downwards.
struct Outline(PathBuilder);

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, -y);
    }

    fn quad_to(&mut self, x0: f32, y0: f32, x: f32, y: f32) {
        self.0.quad_to(x0, -y0, x, -y);
    }

    fn curve_to(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.cubic_to(x0, -y0, x1, -y1, x, -y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
