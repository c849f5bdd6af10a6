//! Guesses at slips, line by line: what stands there, and what was probably meant.

use std::collections::BTreeSet;
use std::ops::Range;
use std::ops::RangeInclusive;

use crate::read::slips::line::{Line, quoted};

/// A repair that may be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The slip's name in the messages.
    pub slip: &'static str,
    /// The key or sign that the messages name.
    pub what: String,
    /// How far a line that stands wrongly should be indented.
    pub spaces: usize,
    pub span: Range<usize>,
    pub put: String,
}

impl Guess {
    fn new(slip: &'static str, what: impl ToString, span: Range<usize>, put: String) -> Guess {
        Guess { slip, what: what.to_string(), spaces: 0, span, put }
    }

    pub fn applied(&self, text: &str) -> String {
        [&text[..self.span.start], &self.put, &text[self.span.end..]].concat()
    }

    /// By how many bytes the text grows.
    pub fn longer(&self) -> isize {
        self.put.len() as isize - self.span.len() as isize
    }
}

/// The guesses for some lines: those that a line itself shows, from the last line up, before those about indentation.
pub fn guesses(text: &str, lines: &[Line], near: RangeInclusive<usize>, keys: &[&str]) -> Vec<Guess> {
    let mut guesses = Vec::new();
    for at in near.clone().rev() {
        let line = &lines[at];
        of_key(text, line, keys, &mut guesses);
        dash(text, &lines[at..], &mut guesses);
        of_value(text, line, lines.get(at + 1), &mut guesses);
        odd_blanks(text, &lines[at..], &mut guesses);
        let above = at.checked_sub(1).map(|above| &lines[above]);
        guesses.extend(above.and_then(|above| continued(text, above, line)));
    }
    let last = *near.end();
    for at in BTreeSet::from([last, last.saturating_sub(1), 0]).into_iter().rev() {
        misplaced(text, lines, at, &mut guesses);
    }
    guesses
}

/// A colon without its blank, a key without its colon.
fn of_key(text: &str, line: &Line, keys: &[&str], guesses: &mut Vec<Guess>) {
    let content = line.content(text);
    let span = line.content..line.end;
    let word = &content[..content.find(|letter: char| !is_of_key(letter)).unwrap_or(content.len())];
    let rest = &content[word.len()..];
    let known = keys.contains(&word);
    if let Some(value) = rest.strip_prefix(':').filter(|value| !value.is_empty() && !value.starts_with([' ', '/'])) {
        let put = format!("{word}: {}", as_value(value.trim()));
        if !word.is_empty() {
            guesses.push(Guess::new("no-blank", word, span, put));
        }
    } else if known && (rest.is_empty() || rest.starts_with(' ')) && line.key(text).is_none() {
        let value = rest.trim();
        let put = if value.is_empty() { format!("{word}:") } else { format!("{word}: {}", as_value(value)) };
        guesses.push(Guess::new("no-colon", word, span, put));
    }
}

/// A dash without its blank. Lines below it have been lined up with what follows the dash.
fn dash(text: &str, lines: &[Line], guesses: &mut Vec<Guess>) {
    let line = &lines[0];
    let item = line.content(text).strip_prefix('-').filter(|item| !item.is_empty() && !item.starts_with(['-', ' ']));
    let Some(item) = item else { return };
    let put = format!("- {item}");
    guesses.push(Guess::new("no-blank-dash", "-", line.content..line.end, put.clone()));
    let below = &lines[1..=deeper_below(text, lines)];
    if let (Some(last), Some(below)) = (below.last(), moved(text, below, 1)) {
        let span = line.content..last.end;
        guesses.push(Guess::new("no-blank-dash", "-", span, format!("{put}\n{below}")));
    }
}

fn is_of_key(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '-'
}

/// A value as it may stand behind a key: in quotes where it must.
fn as_value(value: &str) -> String {
    let needs =
        value.contains(": ") || value.ends_with(':') || value.starts_with(SIGNS) || open_bracket(value).is_some();
    if needs { quoted(value) } else { value.to_owned() }
}

/// Signs that mean something to YAML at the beginning of a value.
const SIGNS: [char; 10] = ['@', '`', '%', '*', '&', '!', ',', ']', '}', '|'];

fn of_value(text: &str, line: &Line, next: Option<&Line>, guesses: &mut Vec<Guess>) {
    let Some(span) = line.value(text) else { return };
    let value = &text[span.clone()];
    let in_quotes = |slip, what: &str| Guess::new(slip, what, span.clone(), quoted(value));
    let Some(first) = value.chars().next() else { return };
    let sign = first.to_string();
    let deeper = next.is_some_and(|next| next.indent(text) > line.indent(text));
    match first {
        '"' | '\'' => guesses.extend(of_quotes(value, first, &span)),
        '-' | '?' if value.starts_with(&format!("{first} ")) => {
            let is_list = deeper || value.contains(": ") || !value[2..].trim().contains(' ');
            if first == '-' && is_list {
                let indent = " ".repeat(line.content - line.start + 2);
                guesses.push(Guess::new("list-beside-key", "-", span.clone(), format!("\n{indent}{value}")));
            }
            guesses.push(in_quotes("sign", &sign));
        }
        '>' | '|' if deeper => {
            let indent = " ".repeat(next.map_or(0, |next| next.indent(text)));
            let put = format!("{first}\n{indent}{}", value[1..].trim_start());
            guesses.push(Guess::new("text-beside-sign", sign, span.clone(), put));
        }
        '>' => guesses.push(in_quotes("sign", &sign)),
        '[' | '{' => {
            let is_list = value.contains(',') || !value.contains(' ') || first == '{' && value.contains(": ");
            let close = open_bracket(value).map(|close| format!("{value}{close}"));
            let close = close.map(|put| Guess::new("open-bracket", first, span.clone(), put));
            guesses.extend(close.clone().filter(|_| is_list));
            guesses.push(in_quotes("sign", &sign));
            guesses.extend(close.filter(|_| !is_list));
        }
        _ if SIGNS.contains(&first) => guesses.push(in_quotes("sign", &sign)),
        _ if value.contains(": ") || value.ends_with(':') => guesses.push(in_quotes("colon", ":")),
        _ => {}
    }
}

/// What would close the brackets that a value leaves open.
fn open_bracket(value: &str) -> Option<String> {
    let mut open = Vec::new();
    for sign in value.chars() {
        match sign {
            '[' => open.push(']'),
            '{' => open.push('}'),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
    }
    (!open.is_empty()).then(|| open.iter().rev().collect())
}

/// A value that begins with a quote which does not close, or closes before the end.
fn of_quotes(value: &str, quote: char, span: &Range<usize>) -> Option<Guess> {
    let Some(close) = closing(value, quote) else {
        return Some(Guess::new("open-quote", quote, span.clone(), format!("{value}{quote}")));
    };
    let rest = value[close + 1..].trim_start();
    if rest.is_empty() || rest.starts_with('#') {
        return None;
    }
    let inner = value[1..].strip_suffix(quote);
    Some(Guess::new("after-quote", quote, span.clone(), quoted(inner.unwrap_or(value))))
}

fn closing(value: &str, quote: char) -> Option<usize> {
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        let doubled = letter == '\'' && quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'');
        if doubled || (letter == '\\' && quote == '"') {
            letters.next();
        } else if letter == quote {
            return Some(at);
        }
    }
    None
}

/// Lines that are indented by tabs or by blanks that are no spaces: each of them may stand for several.
fn odd_blanks(text: &str, lines: &[Line], guesses: &mut Vec<Guess>) {
    let odd = lines.iter().take_while(|line| has_odd_blanks(text, line)).count();
    let (Some(first), Some(last)) = (lines.first(), lines[..odd].last()) else { return };
    if !adjacent(text, &lines[..odd]) {
        return;
    }
    let slip = if text[first.start..first.shown].contains('\t') { "tab" } else { "odd-blank" };
    // None at all: a key that belongs to the left edge.
    for width in [2, 4, 1, 3, 6, 8, 0].into_iter().filter(|width| *width > 0 || slip == "tab") {
        let width_of = |blank| if blank == ' ' { 1 } else { width };
        let spaces = |line: &Line| text[line.start..line.shown].chars().map(width_of).sum::<usize>();
        let put: Vec<String> =
            lines[..odd].iter().map(|line| " ".repeat(spaces(line)) + &text[line.shown..line.end]).collect();
        let slip = if spaces(first) == 0 { "tab-out" } else { slip };
        let guess = Guess::new(slip, "", first.start..last.end, put.join("\n"));
        guesses.push(Guess { spaces: spaces(first), ..guess });
    }
}

fn has_odd_blanks(text: &str, line: &Line) -> bool {
    text[line.start..line.shown].chars().any(|blank| blank != ' ')
}

/// Whether nothing stands between the lines: a comment or an empty line would be lost when they are written anew.
fn adjacent(text: &str, lines: &[Line]) -> bool {
    lines.windows(2).all(|pair| text[pair[0].end..pair[1].start].trim_matches([' ', '\r']) == "\n")
}

/// A line without a key that goes on with the text of the line above.
fn continued(text: &str, above: &Line, line: &Line) -> Option<Guess> {
    let is_text = line.key(text).is_none() && !line.has_dash() && !line.content(text).starts_with("---");
    let is_next = is_text && adjacent(text, &[*above, *line]) && line.indent(text) <= above.indent(text);
    let key = above.key(text).filter(|_| is_next)?;
    let spaces = above.content - above.start + 2;
    let put = " ".repeat(spaces) + line.content(text);
    Some(Guess { spaces, ..Guess::new("continued", key, line.start..line.end, put) })
}

/// A key or a dash, with the lines that belong below it or alone, moved to where the lines above it stand.
fn misplaced(text: &str, lines: &[Line], at: usize, guesses: &mut Vec<Guess>) {
    let line = &lines[at];
    if line.key(text).is_none() && !line.has_dash() || has_odd_blanks(text, line) {
        return;
    }
    let indent = line.indent(text);
    let around = lines[at.saturating_sub(20)..at].iter();
    let columns = around.flat_map(|above| [above.shown - above.start, above.content - above.start]);
    let mut places: Vec<usize> = columns.chain([0]).collect::<BTreeSet<_>>().into_iter().collect();
    // The nearest place first, of two equal ones the one further in.
    places.sort_by_key(|place| (place.abs_diff(indent), usize::MAX - place));
    for spaces in places.into_iter().filter(|place| *place != indent) {
        let slip = if spaces == 0 { "no-indent" } else { "indent" };
        for count in BTreeSet::from([1 + deeper_below(text, &lines[at..]), 1]).into_iter().rev() {
            let put = moved(text, &lines[at..at + count], spaces as isize - indent as isize);
            guesses.extend(put.map(|put| {
                let span = line.start..lines[at + count - 1].end;
                Guess { spaces, ..Guess::new(slip, "", span, put) }
            }));
        }
    }
}

/// How many lines belong below the first one.
fn deeper_below(text: &str, lines: &[Line]) -> usize {
    lines[1..].iter().take_while(|below| below.indent(text) > lines[0].indent(text)).count()
}

/// Lines further in by `by` columns, where they can be.
fn moved(text: &str, lines: &[Line], by: isize) -> Option<String> {
    let line = |line: &Line| {
        let column = line.indent(text).checked_add_signed(by)?;
        Some(" ".repeat(column) + &text[line.shown..line.end])
    };
    let lines: Option<Vec<String>> = adjacent(text, lines).then(|| lines.iter().map(line).collect())?;
    lines.map(|lines| lines.join("\n"))
}
