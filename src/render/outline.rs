//! Borders as the paths of a drawing: whole units, no more points than the eye needs, never more than a page can carry.

use std::fmt::Write;

/// Points in units of the drawing.
pub type Line = Vec<[f64; 2]>;

/// How far a border may be from where it was given, at first.
const TOLERANCE: f64 = 0.6;
/// All borders of a drawing together; compressed less than half of it, of the 12 KB that a page may have.
const MOST_BYTES: usize = 12_000;

/// The `d` of each shape, a shape being a list of rings. Borders grow coarser until all of them fit.
pub fn paths(shapes: &[Vec<Line>]) -> Vec<String> {
    let mut tolerance = TOLERANCE;
    loop {
        let paths: Vec<String> = shapes.iter().map(|rings| path(rings, tolerance)).collect();
        // Coarser than a commune is wide nothing is left to save.
        if paths.iter().map(String::len).sum::<usize>() <= MOST_BYTES || tolerance > 64.0 {
            return paths;
        }
        tolerance *= 1.5;
    }
}

fn path(rings: &[Line], tolerance: f64) -> String {
    let mut drawn = String::new();
    for ring in rings {
        let corners = corners(ring, tolerance);
        // An island too small to see; where it is all there is, one unit stands for it.
        if corners.len() > 2 {
            draw(&mut drawn, &corners);
        }
    }
    match rings.first().and_then(|ring| ring.first()) {
        Some([x, y]) if drawn.is_empty() => format!("M{x:.0} {y:.0}h1v1z"),
        _ => drawn,
    }
}

/// The points that are left, in whole units, the last one not the first again.
fn corners(ring: &[[f64; 2]], tolerance: f64) -> Vec<[i32; 2]> {
    let mut corners: Vec<[i32; 2]> =
        kept(ring, tolerance).map(|at| ring[at].map(|value| value.round() as i32)).collect();
    corners.dedup();
    while corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    corners
}

/// Ramer, Douglas and Peucker: of each stretch the farthest point is kept, while it is farther off than the tolerance.
fn kept(ring: &[[f64; 2]], tolerance: f64) -> impl Iterator<Item = usize> {
    let mut keep = vec![false; ring.len()];
    let last = ring.len().saturating_sub(1);
    // A ring ends where it begins, so it is first parted at the point farthest from there.
    let far = (0..ring.len()).max_by(|one, other| away(ring[*one], ring[0]).total_cmp(&away(ring[*other], ring[0])));
    let far = far.unwrap_or_default();
    for at in [0, far, last] {
        if let Some(keep) = keep.get_mut(at) {
            *keep = true;
        }
    }
    let mut stretches = vec![(0, far), (far, last)];
    while let Some((from, to)) = stretches.pop() {
        let between = from + 1..to.max(from + 1);
        let off = |at: &usize| off_line(ring[*at], ring[from], ring[to]);
        let Some(at) = between.max_by(|one, other| off(one).total_cmp(&off(other))) else { continue };
        if off(&at) > tolerance {
            keep[at] = true;
            stretches.extend([(from, at), (at, to)]);
        }
    }
    keep.into_iter().enumerate().filter(|(_, keep)| *keep).map(|(at, _)| at)
}

fn away([x, y]: [f64; 2], [to_x, to_y]: [f64; 2]) -> f64 {
    (x - to_x).hypot(y - to_y)
}

/// How far a point lies from the stretch between two others.
fn off_line(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let along = [to[0] - from[0], to[1] - from[1]];
    let squared = along[0] * along[0] + along[1] * along[1];
    if squared == 0.0 {
        return away(point, from);
    }
    let part = ((point[0] - from[0]) * along[0] + (point[1] - from[1]) * along[1]) / squared;
    let part = part.clamp(0.0, 1.0);
    away(point, [from[0] + part * along[0], from[1] + part * along[1]])
}

fn draw(path: &mut String, corners: &[[i32; 2]]) {
    let [x, y] = corners[0];
    write!(path, "M{x} {y}l").expect("writing to a String never fails");
    for (at, pair) in corners.windows(2).enumerate() {
        let [[x, y], [next_x, next_y]] = [pair[0], pair[1]];
        for (part, step) in [next_x - x, next_y - y].into_iter().enumerate() {
            let gap = if step < 0 || (at, part) == (0, 0) { "" } else { " " };
            write!(path, "{gap}{step}").expect("writing to a String never fails");
        }
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_with_points_along_its_sides_keeps_its_corners() {
        let square = vec![[0.0, 0.0], [5.0, 0.1], [10.0, 0.0], [10.0, 10.0], [5.0, 9.8], [0.0, 10.0], [0.0, 0.0]];
        assert_eq!(paths(&[vec![square]]), ["M0 0l10 0 0 10-10 0z"]);
    }

    #[test]
    fn holes_are_drawn_and_what_is_too_small_is_not() {
        let ring = |x: f64, side: f64| vec![[x, x], [x + side, x], [x + side, x + side], [x, x + side], [x, x]];
        let drawn = paths(&[vec![ring(0.0, 20.0), ring(5.0, 5.0), ring(30.0, 0.2)]]);
        assert_eq!(drawn, ["M0 0l20 0 0 20-20 0zM5 5l5 0 0 5-5 0z"]);
        assert_eq!(paths(&[vec![ring(30.0, 0.2)]]), ["M30 30h1v1z"]);
        assert_eq!(paths(&[Vec::new(), vec![Vec::new()]]), ["", ""]);
    }

    #[test]
    fn borders_that_a_page_cannot_carry_grow_coarser() {
        let circle = |size: f64| -> Line {
            let turn = |at: i32| f64::from(at % 4000) / 4000.0 * std::f64::consts::TAU;
            // A coast with bays of a few units.
            (0..=4000)
                .map(|at| (turn(at), size + f64::from(at % 7)))
                .map(|(turn, r)| [r * turn.cos(), r * turn.sin()])
                .collect()
        };
        let drawn = paths(&[vec![circle(300.0)], vec![circle(200.0)]]);
        let length: usize = drawn.iter().map(String::len).sum();
        assert!((200..=MOST_BYTES).contains(&length), "{length}");
    }
}
