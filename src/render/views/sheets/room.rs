//! How much room texts take on paper, measured with the theme's fonts, so that nothing on a sheet is cut off or runs over.
//!
//! The unit is a hundredth of a millimetre: whole numbers, and exact for 0.5 mm modules of a QR code.

use crate::render::share::fonts::{Fonts, Weight};

/// A point of type, in hundredths of a millimetre.
const POINT: f32 = 35.28;
/// What kerning and another browser's rounding may add to a measured width.
const SLACK: f32 = 0.97;

/// A size of type and the distance of its lines, in tenths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub size: u32,
    pub leading: u32,
    pub weight: Weight,
}

impl Style {
    /// The size in hundredths of a millimetre.
    pub fn units(self) -> u32 {
        units(self.size)
    }

    /// The height of a line.
    pub fn line(self) -> u32 {
        units(self.leading)
    }
}

fn units(tenths_of_points: u32) -> u32 {
    (tenths_of_points as f32 / 10.0 * POINT).round() as u32
}

/// `text` in lines of at most `width`.
pub fn lines(fonts: &Fonts, text: &str, style: Style, width: u32) -> Vec<String> {
    fonts.wrap(text, style.weight, style.units(), width as f32 * SLACK)
}

/// Whether every line fits: a word may be wider than the column.
pub fn fits(fonts: &Fonts, lines: &[String], style: Style, width: u32) -> bool {
    lines.iter().all(|line| fonts.width(line, style.weight, style.units()) <= width as f32 * SLACK)
}

/// The height of `text` when it is set in a column of `width`.
pub fn height(fonts: &Fonts, text: &str, style: Style, width: u32) -> u32 {
    let lines = lines(fonts, text, style, width).len();
    u32::try_from(lines).expect("texts have few lines") * style.line()
}

/// How many things of these heights fit into `room`, from the first on; when not all do, `rest` is kept for saying so.
pub fn fill(heights: &[u32], room: u32, rest: u32) -> usize {
    if heights.iter().sum::<u32>() <= room {
        return heights.len();
    }
    let room = room.saturating_sub(rest);
    let mut used = 0;
    heights
        .iter()
        .take_while(|height| {
            used += **height;
            used <= room
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::tests::default_theme;

    const BODY: Style = Style { size: 80, leading: 105, weight: Weight::Regular };

    #[test]
    fn texts_take_the_lines_that_they_need() {
        let fonts = Fonts::load(&default_theme()).unwrap();
        assert_eq!(BODY.units(), 282);
        assert_eq!(height(&fonts, "", BODY, 5000), 0);
        assert_eq!(height(&fonts, "Nước mắm", BODY, 5000), BODY.line());
        let long = "Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.";
        let wrapped = lines(&fonts, long, BODY, 5000);
        assert!(wrapped.len() > 1 && fits(&fonts, &wrapped, BODY, 5000));
        assert_eq!(wrapped.join(" "), long);
        assert!(!fits(&fonts, &["Pantotrichum".to_owned()], BODY, 1000));
    }

    #[test]
    fn what_does_not_fit_leaves_room_to_say_so() {
        assert_eq!(fill(&[10, 10, 10], 30, 5), 3);
        assert_eq!(fill(&[10, 10, 10], 29, 5), 2);
        assert_eq!(fill(&[10, 10, 10], 24, 5), 1);
        assert_eq!(fill(&[10], 4, 5), 0);
        assert_eq!(fill(&[], 4, 5), 0);
    }
}
