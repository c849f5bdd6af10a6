//! QR codes as drawings for paper: an address → one path of dark modules, the quiet zone included.
//!
//! Level M, as labels get scratched. Nothing here is an official stamp: the code leads to a page and proves nothing.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use fast_qr::{ECL, Module, QRBuilder, QRCode};
use rustc_hash::FxBuildHasher;
use serde::{Serialize, Serializer};

/// Light modules around the code that readers need (ISO/IEC 18004).
pub const QUIET: usize = 4;

/// A code as one path, whose unit is a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The `d` of a path with strokes one unit wide; the first module is at 0, 0.
    pub path: String,
    /// Modules along a side, without the quiet zone.
    pub modules: usize,
}

impl Code {
    /// Each run of dark modules is one stroke, so that the drawing is short.
    pub fn of(address: &str) -> Code {
        let modules = modules(address);
        let mut path = String::with_capacity(modules.dark.len() * 3);
        for (y, row) in modules.dark.chunks(modules.side).enumerate() {
            strokes(row, y, &mut path);
        }
        Code { path, modules: modules.side }
    }

    /// Modules along a side with the quiet zone at both ends.
    pub const fn side(&self) -> usize {
        self.modules + 2 * QUIET
    }
}

/// A code that is drawn when its page is laid out: what it says tells two of them apart, so that a page that is known
/// already needs no drawing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Later {
    address: String,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    /// An SVG element as large as its style says.
    Element,
    /// An SVG element whose modules are so many tenths of a millimetre wide on paper.
    Measured(usize),
    /// [`Code::path`].
    Path,
}

impl Later {
    /// An SVG element as large as its style says.
    pub fn element(address: String) -> Later {
        Later { address, form: Form::Element }
    }

    /// An SVG element whose modules are `module` tenths of a millimetre wide on paper.
    pub fn measured(address: String, module: usize) -> Later {
        Later { address, form: Form::Measured(module) }
    }

    /// The path alone, see [`Code::path`].
    pub fn path(address: String) -> Later {
        Later { address, form: Form::Path }
    }

    fn drawn(&self) -> String {
        match self.form {
            Form::Element => svg(&self.address),
            Form::Measured(module) => svg_of(&self.address, module),
            Form::Path => Code::of(&self.address).path,
        }
    }
}

impl Serialize for Later {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.drawn())
    }
}

/// Letters that fit in codes of 21, 25, 29 … modules at level M: capitals, digits and a few signs, or any (ISO/IEC 18004,
/// table 7).
const CAPITALS: [usize; 10] = [20, 38, 61, 90, 122, 154, 178, 221, 262, 311];
const BYTES: [usize; 10] = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];

/// Modules along the side of a code with its quiet zone, without drawing it.
pub fn side(address: &str) -> usize {
    let is_capital = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" $%*+-./:".contains(&byte);
    let fits = if address.bytes().all(is_capital) { CAPITALS } else { BYTES };
    match fits.iter().position(|most| address.len() <= *most) {
        Some(at) => 21 + 4 * at + 2 * QUIET,
        None => Code::of(address).side(),
    }
}

/// Which modules are dark, row by row.
struct Modules {
    side: usize,
    dark: Box<[bool]>,
}

type Known = HashMap<Box<str>, Arc<Modules>, FxBuildHasher>;

/// The codes of this run: an address stands on pages of both languages, on labels and on cards, and eight masks are
/// weighed for each code. A kilobyte a product.
static KNOWN: Mutex<Known> = Mutex::new(HashMap::with_hasher(FxBuildHasher));

fn modules(address: &str) -> Arc<Modules> {
    // Whole codes are put in at once, so a panic elsewhere leaves nothing wrong behind.
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(modules) = known().get(address) {
        return modules.clone();
    }
    let code = encoded(address);
    let dark = (0..code.size).flat_map(|y| code[y].iter().map(|module| module.value() == Module::DARK)).collect();
    let modules = Arc::new(Modules { side: code.size, dark });
    known().insert(address.into(), modules.clone());
    modules
}

fn encoded(address: &str) -> QRCode {
    QRBuilder::new(address).ecl(ECL::M).build().expect("addresses fit in a QR code")
}

fn svg(address: &str) -> String {
    element(&Code::of(address), "")
}

fn svg_of(address: &str, module: usize) -> String {
    let code = Code::of(address);
    let tenths = code.side() * module;
    let side = format!("{}.{}mm", tenths / 10, tenths % 10);
    element(&code, &format!("width=\"{side}\" height=\"{side}\" "))
}

fn element(code: &Code, size: &str) -> String {
    let (side, path) = (code.side(), &code.path);
    format!(
        "<svg {size}viewBox=\"-{QUIET} -{QUIET} {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>"
    )
}

/// `M0 .5h7m2 0h1`: strokes and gaps along the middle of a row.
fn strokes(row: &[bool], y: usize, path: &mut String) {
    let mut pen = None;
    let mut at = 0;
    for run in row.chunk_by(|left, right| left == right) {
        if run[0] {
            let written = match pen {
                None => write!(path, "M{at} {y}.5h{}", run.len()),
                Some(end) => write!(path, "m{} 0h{}", at - end, run.len()),
            };
            written.expect("a string takes all that is written");
            pen = Some(at + run.len());
        }
        at += run.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules that a path draws, read back from its strokes.
    fn drawn(svg: &str) -> Vec<(usize, usize)> {
        let path = svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut dark = Vec::new();
        for row in path.split('M').skip(1) {
            let (start, rest) = row.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (mut x, y): (usize, usize) = (x.parse().unwrap(), y.trim_end_matches(".5").parse().unwrap());
            for (at, stroke) in format!("0 0h{rest}").split('m').enumerate() {
                let (gap, length) = stroke.split_once(" 0h").unwrap();
                x += if at == 0 { 0 } else { gap.parse().unwrap() };
                let length: usize = length.parse().unwrap();
                dark.extend((x..x + length).map(|x| (x, y)));
                x += length;
            }
        }
        dark
    }

    #[test]
    fn the_side_is_known_without_drawing() {
        for (sign, longest) in [("A", 320), ("a", 220)] {
            for length in (12..longest).step_by(3) {
                let address = sign.repeat(length);
                assert_eq!(side(&address), Code::of(&address).side(), "{length} of {sign}");
            }
        }
        for full in CAPITALS {
            assert_eq!(side(&"A".repeat(full)), Code::of(&"A".repeat(full)).side());
            assert_eq!(side(&"A".repeat(full + 1)), Code::of(&"A".repeat(full + 1)).side());
        }
        for full in BYTES {
            assert_eq!(side(&"a".repeat(full)), Code::of(&"a".repeat(full)).side());
            assert_eq!(side(&"a".repeat(full + 1)), Code::of(&"a".repeat(full + 1)).side());
        }
    }

    #[test]
    fn the_path_draws_every_dark_module_and_no_other() {
        for address in ["HTTPS://OCOP.EXAMPLE/Q/PS01/", "https://ocop.example/san-pham/nuoc-mam-thu/"] {
            let code = encoded(address);
            let modules = (0..code.size).flat_map(|y| (0..code.size).map(move |x| (x, y)));
            let expected: Vec<(usize, usize)> = modules.filter(|(x, y)| code[*y][*x].value() == Module::DARK).collect();
            assert_eq!(drawn(&svg(address)), expected, "{address}");
        }
    }

    #[test]
    fn a_code_for_paper_says_how_large_it_is() {
        let svg = svg_of("HTTPS://OCOP.EXAMPLE/Q/PS01/", 5);
        assert!(svg.starts_with("<svg width=\"16.5mm\" height=\"16.5mm\" viewBox=\"-4 -4 33 33\""), "{svg}");
    }

    #[test]
    fn a_short_address_in_capitals_takes_the_smallest_code() {
        let modules = |address: &str| Code::of(address).modules;
        assert_eq!(modules("HTTPS://OCOP.EXAMPLE/Q/PS01/"), 25);
        assert_eq!(modules("https://ocop.example/san-pham/nuoc-mam-phu-sang/"), 33);
    }
}
