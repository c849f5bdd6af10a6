//! What the author of a text that is not YAML probably slipped at: a place, a name for the slip, and its repair.
//!
//! Every guess is tried: it counts only when the parser gets further with it than without. What the repairs leave
//! unexplained is told in the parser's own words, once.

pub mod front;
mod guess;
mod line;

use std::cmp::Reverse;
use std::ops::Range;

use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::schema::{Shape, keys};
use crate::read::shape;
use crate::read::slips::guess::{Guess, guesses};
use crate::read::slips::line::{Line, lines};
use crate::source::field::FieldPath;
use crate::source::yaml_tree::{self, FaultKind, Node, Value};

pub use crate::read::slips::line::quoted;

/// More slips than this nobody mends in one go.
const MAX_SLIPS: usize = 20;
/// How many lines above the place where the parser stopped are looked at: it stops at once, or where a text ends.
const LINES_ABOVE: usize = 40;

/// Where the parser stops in the bytes `range` of a text, if it does.
pub fn stops(text: &str, range: Range<usize>) -> Option<usize> {
    parse(&text[range.clone()]).err().map(|stop| range.start + stop.at)
}

/// Finds what is wrong with the YAML of `file` at the bytes `range` of its text, which the parser refused. `shape` is what
/// the file should hold.
pub fn explain(text: &str, range: Range<usize>, shape: &'static Shape, file: &str) -> Diagnostics {
    let mut told = Diagnostics::default();
    let mut yaml = text[range.clone()].to_owned();
    // What has been repaired so far: texts before `settled` are not looked at again, and are longer by `longer`.
    let (mut settled, mut longer) = (0, 0);
    while told.0.len() < MAX_SLIPS {
        let Err(stop) = parse(&yaml) else { break };
        let Some(guess) = best(&yaml, stop.at, settled, shape) else {
            if told.is_empty() {
                told.push(unexplained(&stop, range.start, file));
            }
            break;
        };
        let own = |at: usize| (at as isize - longer) as usize + range.start;
        let span = own(guess.span.start)..own(guess.span.end);
        longer += guess.longer();
        settled = guess.span.start + guess.put.len();
        yaml = guess.applied(&yaml);
        told.push(slip(guess, span, file));
    }
    told
}

/// Where the parser stops, and why.
struct Stop {
    at: usize,
    words: String,
}

fn parse(yaml: &str) -> Result<Option<Node>, Stop> {
    let (tree, faults) = yaml_tree::parse(yaml, 0);
    let syntax = faults.into_iter().find_map(|fault| match fault.kind {
        FaultKind::Syntax(words) => Some(Stop { at: fault.span.start, words }),
        _ => None,
    });
    match (syntax, tree) {
        (Some(stop), _) => Err(stop),
        // Lines of which none has a key are one text to the parser.
        (None, Some(Node { value: Value::Scalar { .. }, span, .. })) => {
            Err(Stop { at: span.start, words: String::new() })
        }
        (None, tree) => Ok(tree),
    }
}

/// The guess with which the parser gets to the furthest line; of those that make the text whole, the one that leaves the
/// fewest findings; of equal ones the first.
fn best(yaml: &str, stop_at: usize, settled: usize, shape: &'static Shape) -> Option<Guess> {
    let lines = lines(yaml);
    let here = lines.iter().rposition(|line| line.start <= stop_at)?;
    // A tab below a text is found at the text.
    let near = here.saturating_sub(LINES_ABOVE)..=(here + 1).min(lines.len() - 1);
    let mut best: Option<((usize, Reverse<usize>), Guess)> = None;
    for guess in guesses(yaml, &lines, near, &keys(shape)).into_iter().filter(|guess| guess.span.start >= settled) {
        let repaired = guess.applied(yaml);
        let gained = match parse(&repaired) {
            Err(stop) if stop.at.saturating_add_signed(-guess.longer()) <= stop_at.max(guess.span.start) => continue,
            Err(stop) => (repaired[..stop.at].matches('\n').count(), Reverse(0)),
            Ok(tree) => {
                let found = tree.map_or(0, |tree| shape::check(&tree, shape, "", &repaired).diagnostics.0.len());
                (usize::MAX, Reverse(found))
            }
        };
        if best.as_ref().is_none_or(|(most, _)| gained > *most) {
            best = Some((gained, guess));
        }
    }
    best.map(|(_, guess)| guess)
}

fn slip(guess: Guess, span: Range<usize>, file: &str) -> Diagnostic {
    Diagnostic::new(Code::Syntax, file)
        .exactly(span, FieldPath::root())
        .arg("slip", guess.slip)
        .arg("what", guess.what)
        .arg("spaces", guess.spaces)
        .fix(Some(guess.put))
}

fn unexplained(stop: &Stop, base: usize, file: &str) -> Diagnostic {
    let at = base + stop.at;
    Diagnostic::new(Code::Syntax, file)
        .exactly(at..at, FieldPath::root())
        .arg("slip", "other")
        .arg("detail", &stop.words)
}

/// The value that begins at the byte `at` of `text` and ends with its line, and the same in quotes; `None` where it goes on
/// in the next line.
pub fn in_quotes(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let lines = lines(text);
    let here = lines.iter().rposition(|line| line.start <= at)?;
    let value = lines[here].value(text).filter(|value| value.start == at)?;
    let goes_on = lines.get(here + 1).is_some_and(|next: &Line| next.indent(text) > lines[here].indent(text));
    (!goes_on).then(|| (value.clone(), quoted(&text[value])))
}
