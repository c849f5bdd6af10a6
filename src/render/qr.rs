//! QR codes as drawings for paper: an address → one path of dark modules, the quiet zone included.
//!
//! Level M, as labels get scratched. Nothing here is an official stamp: the code leads to a page and proves nothing.

use fast_qr::{ECL, Module, QRBuilder, QRCode};

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
        let code = encoded(address);
        let path = (0..code.size).map(|y| strokes(&code[y], y)).collect();
        Code { path, modules: code.size }
    }

    /// Modules along a side with the quiet zone at both ends.
    pub const fn side(&self) -> usize {
        self.modules + 2 * QUIET
    }
}

fn encoded(address: &str) -> QRCode {
    QRBuilder::new(address).ecl(ECL::M).build().expect("addresses fit in a QR code")
}

/// An SVG element as large as its style says.
pub fn svg(address: &str) -> String {
    element(&Code::of(address), "")
}

/// An SVG element whose modules are `module` tenths of a millimetre wide on paper.
pub fn svg_of(address: &str, module: usize) -> String {
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
fn strokes(row: &[Module], y: usize) -> String {
    let mut path = String::new();
    let mut pen = None;
    let mut at = 0;
    for run in row.chunk_by(|left, right| left.value() == right.value()) {
        if run[0].value() == Module::DARK {
            match pen {
                None => path.push_str(&format!("M{at} {y}.5h{}", run.len())),
                Some(end) => path.push_str(&format!("m{} 0h{}", at - end, run.len())),
            }
            pen = Some(at + run.len());
        }
        at += run.len();
    }
    path
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
