//! Names on the schematic map: each where it covers no circle and no other name, as near its circle as that allows.

use crate::render::schematic::{Dot, WIDTH};

/// Mean width of a letter and height of a line, in the drawing's units; the style sheet sets the size of the letters.
const LETTER: f64 = 10.5;
const LINE: f64 = 24.0;
const DIRECTIONS: u32 = 16;
/// How far a name may stand from its circle's edge.
const REACH: [f64; 6] = [4.0, 20.0, 45.0, 75.0, 110.0, 150.0];

/// A name's middle, and where the line from its circle begins and ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettered {
    pub x: f64,
    pub y: f64,
    pub from: [f64; 2],
    pub to: [f64; 2],
}

#[derive(Debug, Clone, Copy)]
struct Area {
    x: f64,
    y: f64,
    half_width: f64,
}

impl Area {
    fn covers_dot(&self, dot: &Dot) -> bool {
        let dx = ((dot.x - self.x).abs() - self.half_width).max(0.0);
        let dy = ((dot.y - self.y).abs() - LINE / 2.0).max(0.0);
        dx * dx + dy * dy < dot.r * dot.r
    }

    fn covers(&self, other: &Area) -> bool {
        (self.x - other.x).abs() < self.half_width + other.half_width && (self.y - other.y).abs() < LINE
    }

    fn lies_within(&self, height: f64) -> bool {
        let across = self.half_width..=WIDTH - self.half_width;
        across.contains(&self.x) && (LINE / 2.0..=height - LINE / 2.0).contains(&self.y)
    }
}

/// A place for each name, in their order; none for a name that finds no free one.
pub fn place(names: &[(&Dot, &str)], dots: &[Dot], height: f64) -> Vec<Option<Lettered>> {
    let mut taken: Vec<Area> = Vec::new();
    let find = |(dot, name): &(&Dot, &str)| {
        let half_width = name.chars().count() as f64 * LETTER / 2.0;
        let ring = |reach: f64| (0..DIRECTIONS).map(move |step| (reach, step));
        let areas = REACH.into_iter().flat_map(ring).map(|(reach, step)| {
            let turn = f64::from(step) / f64::from(DIRECTIONS) * std::f64::consts::TAU;
            let (across, down) = (turn.cos(), turn.sin());
            let far = dot.r + reach;
            let (x, y) = (dot.x + across * (far + half_width), dot.y + down * (far + LINE / 2.0));
            Area { x, y, half_width }
        });
        let free = |area: &Area| {
            area.lies_within(height)
                && !dots.iter().any(|dot| area.covers_dot(dot))
                && !taken.iter().any(|other| area.covers(other))
        };
        let clear = |area: &Area| {
            let line = with_line(dot, area);
            !dots.iter().any(|other| other.commune != dot.commune && crosses(&line, other))
        };
        let free: Vec<Area> = areas.filter(free).collect();
        // A line over another circle reads as if the name were that one's.
        let area = *free.iter().find(|area| clear(area)).or(free.first())?;
        taken.push(area);
        Some(with_line(dot, &area))
    };
    names.iter().map(find).collect()
}

/// Whether the line from circle to name runs over another circle.
fn crosses(line: &Lettered, dot: &Dot) -> bool {
    let ([x, y], [to_x, to_y]) = (line.from, line.to);
    let (dx, dy) = (to_x - x, to_y - y);
    let length = (dx * dx + dy * dy).max(f64::EPSILON);
    let along = (((dot.x - x) * dx + (dot.y - y) * dy) / length).clamp(0.0, 1.0);
    let (away_x, away_y) = (x + along * dx - dot.x, y + along * dy - dot.y);
    away_x * away_x + away_y * away_y < dot.r * dot.r
}

fn with_line(dot: &Dot, area: &Area) -> Lettered {
    let to = [
        dot.x.clamp(area.x - area.half_width, area.x + area.half_width),
        dot.y.clamp(area.y - LINE / 2.0, area.y + LINE / 2.0),
    ];
    let (dx, dy) = (to[0] - dot.x, to[1] - dot.y);
    let far = (dx * dx + dy * dy).sqrt().max(1.0);
    let from = [dot.x + dx / far * dot.r, dot.y + dy / far * dot.r];
    Lettered { x: area.x, y: area.y, from, to }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::CommuneId;
    use crate::render::schematic::Size;

    fn dot(at: usize, x: f64, y: f64) -> Dot {
        Dot { commune: CommuneId::new(at), x, y, r: 20.0, size: Size::Some, products: 3 }
    }

    #[test]
    fn names_cover_neither_circles_nor_each_other() {
        let dots = [dot(0, 300.0, 200.0), dot(1, 345.0, 200.0), dot(2, 255.0, 200.0)];
        let names = [(&dots[0], "biển Thử"), (&dots[1], "ngã ba Thử"), (&dots[2], "phố Thử")];
        let placed: Vec<Lettered> = place(&names, &dots, 400.0).into_iter().map(Option::unwrap).collect();
        let areas: Vec<Area> = placed
            .iter()
            .zip(&names)
            .map(|(it, (_, name))| Area { x: it.x, y: it.y, half_width: name.chars().count() as f64 * LETTER / 2.0 })
            .collect();
        for (at, area) in areas.iter().enumerate() {
            assert!(area.lies_within(400.0) && !dots.iter().any(|dot| area.covers_dot(dot)), "{area:?}");
            assert!(!areas[at + 1..].iter().any(|other| area.covers(other)), "{area:?}");
        }
    }

    #[test]
    fn lines_keep_off_other_circles() {
        let dots = [dot(0, 300.0, 200.0), dot(1, 345.0, 200.0)];
        let placed = place(&[(&dots[0], "biển Thử")], &dots, 400.0)[0].unwrap();
        assert!(!crosses(&placed, &dots[1]), "{placed:?}");
        let over = Lettered { x: 0.0, y: 0.0, from: [320.0, 200.0], to: [400.0, 200.0] };
        assert!(crosses(&over, &dots[1]));
    }

    #[test]
    fn a_name_without_room_is_left_out() {
        let dots = [dot(0, 300.0, 20.0)];
        assert_eq!(place(&[(&dots[0], "biển Thử")], &dots, 20.0), [None]);
    }
}
