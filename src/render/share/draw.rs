//! A ground in a palette's colours, shapes and words stamped over it, and the PNG of all.
//!
//! Only flat colours are drawn: their arithmetic is the same on every machine, while that of gradients is not.

use anyhow::Context as _;
use data_encoding::HEXLOWER_PERMISSIVE;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8};
use resvg::usvg::roxmltree::Document;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::render::share::fonts::{Fonts, Weight};
use crate::render::share::letters::{FULL, Stamp};

pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;
/// Colours that a palette holds.
const COLOURS: usize = 256;
/// Those of them that a ground may take; the others are for shades of letters.
const OF_THE_GROUND: usize = 160;

type Colour = [u8; 3];

/// A text at its place, in pixels from the left and from the top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Text {
    pub text: String,
    pub x: u32,
    /// Where the baseline is.
    pub y: u32,
    pub size: u32,
    pub weight: Weight,
}

/// What pictures are drawn on.
pub struct Ground {
    palette: Vec<Colour>,
    pixels: Vec<u8>,
    ink: Colour,
}

impl Ground {
    /// `svg` leaves no pixel open, and its root names what words are written in: `color="#RRGGBB"`.
    ///
    /// # Errors
    /// When it is no SVG, has another size or names no colour: a fault of the theme.
    pub fn new(fonts: &Fonts, svg: &str) -> anyhow::Result<Ground> {
        let drawn = fonts.draw(svg)?;
        let size = (drawn.width(), drawn.height());
        anyhow::ensure!(size == (WIDTH, HEIGHT), "the picture for sharing is not {WIDTH} × {HEIGHT}");
        let (palette, pixels) = reduced(&drawn);
        Ok(Ground { palette, pixels, ink: Root::of(svg)?.colour })
    }
}

/// A shape in one colour, which pictures share.
pub struct Shape {
    stamp: Stamp,
    ink: Colour,
}

impl Shape {
    /// The root of `svg` names the shape's colour, and its place if it has but one: `color="#RRGGBB" x="…" y="…"`.
    ///
    /// # Errors
    /// When it is no SVG or names no colour: a fault of the theme.
    pub fn new(fonts: &Fonts, svg: &str) -> anyhow::Result<Shape> {
        let (drawn, root) = (fonts.draw(svg)?, Root::of(svg)?);
        let alpha = drawn.pixels().iter().map(|pixel| pixel.alpha());
        Ok(Shape { stamp: Stamp::new(root.place, drawn.width() as usize, alpha), ink: root.colour })
    }
}

/// A picture that is being drawn.
pub struct Canvas<'a> {
    /// Numbers of the palette, row by row.
    pixels: &'a mut Vec<u8>,
    palette: Vec<Colour>,
    ink: Colour,
}

impl<'a> Canvas<'a> {
    /// `room` is what pictures are drawn in, one after the other.
    pub fn on(ground: &Ground, room: &'a mut Vec<u8>) -> Canvas<'a> {
        room.clone_from(&ground.pixels);
        Canvas { pixels: room, palette: ground.palette.clone(), ink: ground.ink }
    }

    /// Sets `shape` once at each of these places.
    pub fn set(&mut self, shape: &Shape, places: &[(u32, u32)]) {
        let mut ink = Ink::new(shape.ink);
        for (x, y) in places {
            self.stamp(&mut ink, &shape.stamp, *x as i32, *y as i32);
        }
    }

    pub fn write(&mut self, fonts: &Fonts, texts: &[Text]) {
        let mut ink = Ink::new(self.ink);
        for Text { text, x, y, size, weight } in texts {
            fonts.face(*weight).write(text, *size, (*x, *y), |stamp, x, y| self.stamp(&mut ink, stamp, x, y));
        }
    }

    /// A PNG of at most 256 colours.
    ///
    /// # Errors
    /// When the picture cannot be encoded: a fault of ours.
    pub fn png(self) -> anyhow::Result<Vec<u8>> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette.concat());
        // A sixth of the time of the usual level, and no picture reaches the 60 KB that site.md allows.
        encoder.set_deflate_compression(png::DeflateCompression::FdeflateUltraFast);
        encoder.set_filter(png::Filter::Up);
        encoder.write_header()?.write_image_data(self.pixels)?;
        Ok(out)
    }
}

/// What the root of a drawing says to the program.
struct Root {
    colour: Colour,
    place: (i32, i32),
}

impl Root {
    fn of(svg: &str) -> anyhow::Result<Root> {
        let document = Document::parse(svg).context("the picture for sharing")?;
        let root = document.root_element();
        let digits = root.attribute("color").and_then(|text| text.strip_prefix('#'));
        let bytes = digits.and_then(|digits| HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok());
        let colour = bytes.and_then(|bytes| Colour::try_from(bytes).ok());
        let colour = colour.context("the root of a picture for sharing wants `color=\"#RRGGBB\"`")?;
        let at = |name: &str| match root.attribute(name) {
            Some(text) => text.parse().with_context(|| format!("`{name}` of a picture for sharing is no whole number")),
            None => Ok(0),
        };
        Ok(Root { colour, place: (at("x")?, at("y")?) })
    }
}

/// A colour that shapes are stamped in.
struct Ink {
    colour: Colour,
    /// The palette's number of each shade over each number, by `under * FULL + cover - 1`; none before it is asked for.
    shades: Vec<Option<u8>>,
}

impl Ink {
    fn new(colour: Colour) -> Ink {
        Ink { colour, shades: vec![None; COLOURS * usize::from(FULL)] }
    }
}

impl Canvas<'_> {
    /// What lies beyond the edges is left out.
    fn stamp(&mut self, ink: &mut Ink, stamp: &Stamp, x: i32, y: i32) {
        if stamp.width == 0 {
            return;
        }
        for (row, cover) in (y + stamp.top..).zip(stamp.cover.chunks_exact(stamp.width)) {
            let Some(row) = usize::try_from(row).ok().filter(|row| *row < HEIGHT as usize) else { continue };
            for (at, cover) in (x + stamp.left..).zip(cover).filter(|(_, cover)| **cover > 0) {
                let Some(at) = usize::try_from(at).ok().filter(|at| *at < WIDTH as usize) else { continue };
                let at = row * WIDTH as usize + at;
                self.pixels[at] = self.shade(ink, self.pixels[at], *cover);
            }
        }
    }

    /// The number of what `ink` makes of the colour `under` where it covers that much.
    fn shade(&mut self, ink: &mut Ink, under: u8, cover: u8) -> u8 {
        let known = usize::from(under) * usize::from(FULL) + usize::from(cover) - 1;
        if let Some(known) = ink.shades[known] {
            return known;
        }
        let below = self.palette[usize::from(under)];
        let mix = |part: usize| {
            let (over, under) = (u16::from(ink.colour[part]), u16::from(below[part]));
            let (cover, full) = (u16::from(cover), u16::from(FULL));
            u8::try_from((over * cover + under * (full - cover) + full / 2) / full).expect("between two bytes")
        };
        let shade = self.number([mix(0), mix(1), mix(2)]);
        ink.shades[known] = Some(shade);
        shade
    }

    /// The palette's number of a colour, or of its nearest once the palette is full.
    fn number(&mut self, colour: Colour) -> u8 {
        let known = self.palette.iter().position(|other| *other == colour);
        let number = known.or_else(|| {
            (self.palette.len() < COLOURS).then(|| {
                self.palette.push(colour);
                self.palette.len() - 1
            })
        });
        number.and_then(|number| u8::try_from(number).ok()).unwrap_or_else(|| nearest(&self.palette, colour))
    }
}

/// The commonest colours, and the number of each pixel's; a rare colour becomes its nearest neighbour, which is a shade on
/// an edge.
fn reduced(pixels: &Pixmap) -> (Vec<Colour>, Vec<u8>) {
    // Most of a ground is long runs of one colour, so all that follows looks at runs.
    let runs = runs(pixels.pixels());
    let mut counts: FxHashMap<Colour, usize> = FxHashMap::default();
    for (colour, length) in &runs {
        *counts.entry(*colour).or_default() += length;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let colours: Vec<Colour> = colours.into_iter().map(|(colour, _)| colour).collect();
    let palette = colours[..colours.len().min(OF_THE_GROUND)].to_vec();
    let own = |at: usize| u8::try_from(at).ok().filter(|_| at < palette.len());
    let number = |(at, colour): (usize, &Colour)| (*colour, own(at).unwrap_or_else(|| nearest(&palette, *colour)));
    let numbers: FxHashMap<Colour, u8> = colours.iter().enumerate().map(number).collect();
    let mut reduced = Vec::with_capacity(pixels.pixels().len());
    for (colour, length) in &runs {
        reduced.resize(reduced.len() + length, numbers[colour]);
    }
    (palette, reduced)
}

/// Pixels looked at together: the compiler makes a few instructions of that.
const BLOCK: usize = 32;

/// Each colour with how many pixels in a row have it.
fn runs(pixels: &[PremultipliedColorU8]) -> Vec<(Colour, usize)> {
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
fn colour(pixel: PremultipliedColorU8) -> Colour {
    [pixel.red(), pixel.green(), pixel.blue()]
}

fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let distance = |other: &Colour| -> u32 {
        let parts = other.iter().zip(colour).map(|(left, right)| u32::from(left.abs_diff(right)).pow(2));
        parts.sum()
    };
    let best = palette.iter().enumerate().min_by_key(|(at, other)| (distance(other), *at));
    best.map_or(0, |(at, _)| u8::try_from(at).expect("a palette has 256 colours at most"))
}
