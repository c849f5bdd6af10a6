//! What was probably meant by a value of the wrong kind or by a key in Vietnamese: the right form, to paste.

use crate::base::lang::Lang;
use crate::base::text::fold;
use crate::diag::suggest::nearest;
use crate::read::scalar::{self, Scalar};
use crate::read::schema::{Fields, Shape, Vocabulary};
use crate::read::slips::quoted;
use crate::source::yaml_tree::{Node, Value};

/// A repair of a value, with the way in which the messages speak of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Repair {
    /// `write`: the text says all; `dash`: lines below a key become the first item of a list.
    pub way: &'static str,
    pub put: String,
}

/// The value as `shape` asks for it, where what is written there tells it. `written` is the text of the value.
pub fn value(node: &Node, shape: &Shape, written: &str) -> Option<Repair> {
    let write = |put: String| Repair { way: "write", put };
    match (shape, &node.value) {
        (Shape::Optional(inner), _) => value(node, inner, written),
        (Shape::List(item), Value::Map(_)) if matches!(**item, Shape::Map(_)) => {
            let is_block = !written.starts_with('{');
            let below = written.replace('\n', "\n  ");
            Some(if is_block {
                Repair { way: "dash", put: format!("- {below}") }
            } else {
                write(format!("[{written}]"))
            })
        }
        (Shape::List(item), Value::Scalar { text, plain }) => list(text, *plain, item, written).map(write),
        (Shape::Map(fields), Value::Scalar { text, plain: true }) => entry(text, fields).map(write),
        (Shape::Whole { stars, .. }, Value::Scalar { text, plain }) => number(text, *plain, true, *stars).map(write),
        (Shape::Number { .. }, Value::Scalar { text, plain }) => number(text, *plain, false, false).map(write),
        (Shape::Either(shapes), Value::Scalar { text, .. }) if text.contains([',', ';']) => {
            let list = shapes.iter().find(|shape| matches!(shape, Shape::List(_)));
            list.and_then(|list| value(node, list, written))
        }
        (Shape::Either(shapes), _) if !takes_text(shape) => shapes.iter().find_map(|shape| value(node, shape, written)),
        (_, Value::Scalar { text, .. }) if takes_text(shape) && !text.is_empty() => Some(write(quoted(text))),
        (Shape::YesNo, Value::Scalar { text, plain }) => yes_no(text, *plain).map(write),
        _ => None,
    }
}

fn takes_text(shape: &Shape) -> bool {
    match shape {
        Shape::Text(_) => true,
        Shape::Optional(inner) => takes_text(inner),
        Shape::Either(alternatives) => alternatives.iter().any(takes_text),
        _ => false,
    }
}

/// One item, or several with commas between them, as a list.
fn list(text: &str, plain: bool, item: &Shape, written: &str) -> Option<String> {
    match item {
        Shape::Text(rules) if rules.reference.is_some() => {
            let ids: Vec<&str> = text.split([',', ';']).map(str::trim).collect();
            ids.iter()
                .all(|id| !id.is_empty() && !id.contains(char::is_whitespace))
                .then(|| format!("[{}]", ids.join(", ")))
        }
        Shape::Text(_) if text.contains([',', '[', ']', '{', '}']) && plain => Some(format!("[{}]", quoted(text))),
        Shape::Text(_) | Shape::Words(_) => Some(format!("[{written}]")),
        Shape::Whole { .. } if plain && matches!(scalar::plain(text), Scalar::Whole(_)) => Some(format!("[{written}]")),
        _ => None,
    }
}

/// `name:Bản thử`, where `name` is a key: its blank is missing.
fn entry(text: &str, fields: &Fields) -> Option<String> {
    let (key, value) = text.split_once(':')?;
    let known = fields.known.contains_key(key) && !value.is_empty() && !value.contains(['\n', ':']);
    known.then(|| format!("{key}: {}", value.trim()))
}

/// What people write behind a number; the field says it already.
const UNITS: [&str; 16] = [
    "đ",
    "₫",
    "đồng",
    "vnd",
    "vnđ",
    "%",
    "độ",
    "phút",
    "km2",
    "km²",
    "g/l",
    "g/lít",
    "người",
    "khách",
    "tuổi",
    "sản phẩm",
];
const STARS: [&str; 4] = ["sao", "star", "stars", "★"];

/// A number with its thousands set apart, with its unit, with a decimal comma, or in quotes.
fn number(text: &str, plain: bool, whole: bool, stars: bool) -> Option<String> {
    let text = text.trim();
    let end = text.find(|sign: char| !sign.is_ascii_digit() && !".,\u{a0} ".contains(sign)).unwrap_or(text.len());
    let (digits, unit) = (text[..end].trim(), text[end..].trim().to_lowercase());
    let known = unit.is_empty() || if stars { STARS.contains(&&*unit) } else { UNITS.contains(&&*unit) };
    if !known || digits.is_empty() || digits.starts_with('0') && digits.len() > 1 && !digits.starts_with("0,") {
        return None;
    }
    let fixed = thousands(digits).or_else(|| (!whole).then(|| digits.replace(',', ".")))?;
    let fits = match scalar::plain(&fixed) {
        Scalar::Whole(_) => true,
        Scalar::Number(_) => !whole,
        _ => false,
    };
    (fits && (fixed != text || !plain)).then_some(fixed)
}

/// The digits alone, where dots, commas or blanks part them by threes, or nothing does.
fn thousands(digits: &str) -> Option<String> {
    let mut groups = digits.split(['.', ',', ' ', '\u{a0}']);
    let first = groups.next()?;
    let mut rest = groups.peekable();
    let sound = rest.peek().is_none() || first.len() <= 3;
    (sound && !first.is_empty() && rest.all(|group| group.len() == 3))
        .then(|| digits.chars().filter(char::is_ascii_digit).collect())
}

fn yes_no(text: &str, plain: bool) -> Option<String> {
    let word = match fold(text.trim()).as_str() {
        "co" | "dung" | "yes" | "y" | "on" => "true",
        "khong" | "sai" | "no" | "n" | "off" => "false",
        quoted @ ("true" | "false") if !plain => return Some(quoted.to_owned()),
        _ => return None,
    };
    Some(word.to_owned())
}

/// The word that was meant: the nearest one, or the only one that readers are shown in these words.
pub fn word<'v>(written: &str, vocabulary: &'v Vocabulary) -> Option<&'v str> {
    let written = fold(written.trim());
    let words = || vocabulary.words.iter().map(String::as_str);
    let shown = |fits: &dyn Fn(&str) -> bool| {
        let in_any = |word: &&str| {
            let shown = [Lang::Vi, Lang::En].into_iter().filter_map(|lang| vocabulary.shown(word, lang));
            shown.into_iter().any(|shown| fits(&fold(shown)))
        };
        let mut fitting = words().filter(in_any);
        fitting.next().filter(|_| fitting.next().is_none())
    };
    shown(&|shown| shown == written)
        .or_else(|| nearest(&written, words()))
        .or_else(|| shown(&|shown| written.len() > 2 && holds_words(shown, &written)))
}

fn holds_words(title: &str, words: &str) -> bool {
    format!(" {title} ").contains(&format!(" {words} "))
}

/// What people call a field whose title says it otherwise, without marks.
const CALLED: [(&str, &str); 14] = [
    ("ten", "name"),
    ("ngay", "date"),
    ("nam", "date"),
    ("gia", "amount"),
    ("don vi", "unit"),
    ("xa", "unit"),
    ("noi o", "place"),
    ("dia chi", "place"),
    ("mo ta", "summary"),
    ("noi dung", "text"),
    ("nguon", "source"),
    ("co quan", "awarded_by"),
    ("quyet dinh so", "decision"),
    ("han", "valid_until"),
];

/// The key that was meant: the one with this Vietnamese title, else the nearest one, else one whose title holds the words.
pub fn key<'f>(written: &str, fields: &'f Fields) -> Option<&'f str> {
    let words = fold(&written.replace(['_', '-'], " "));
    let titled = |fits: &dyn Fn(&str) -> bool| {
        fields.known.iter().find(|(_, field)| fits(&fold(&field.title))).map(|(key, _)| key.as_str())
    };
    let close = || nearest(written, fields.known.keys().map(String::as_str));
    let called = || {
        let meant = CALLED.iter().filter(|(word, _)| *word == words).map(|(_, key)| *key);
        meant.into_iter().find_map(|key| fields.known.get_key_value(key)).map(|(key, _)| key.as_str())
    };
    titled(&|title| title == words)
        .or_else(close)
        .or_else(called)
        .or_else(|| titled(&|title| format!("{title} ").starts_with(&format!("{words} "))))
        .or_else(|| titled(&|title| words.len() > 1 && holds_words(title, &words)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::layout::Kind;
    use crate::read::schema;

    #[track_caller]
    fn check_number(text: &str, whole: bool, stars: bool, expected: Option<&str>) {
        assert_eq!(number(text, true, whole, stars).as_deref(), expected, "{text}");
    }

    #[test]
    fn prices_and_stars_lose_what_surrounds_the_number() {
        check_number("50.000", true, false, Some("50000"));
        check_number("50,000 đ", true, false, Some("50000"));
        check_number("1.250.000 VNĐ", true, false, Some("1250000"));
        check_number("50 000đ", true, false, Some("50000"));
        check_number("3 sao", true, true, Some("3"));
        check_number("29%", false, false, Some("29"));
        check_number("12,5 độ", false, false, Some("12.5"));
    }

    #[test]
    fn what_may_mean_something_else_is_left_alone() {
        check_number("50.5", true, false, None);
        check_number("50k", true, false, None);
        check_number("3 đồng", true, true, None);
        check_number("4 sao", true, false, None);
        check_number("0912", true, false, None);
        check_number("1.2.3", true, false, None);
        check_number("từ 3", true, true, None);
        check_number("3", true, true, None);
    }

    #[test]
    fn words_are_known_by_what_readers_are_shown() {
        let Shape::Map(producer) = schema::shape(Kind::Producer) else { panic!() };
        let legal_form = match &producer.known["legal_form"].shape {
            Shape::Optional(inner) => inner,
            shape => shape,
        };
        let Shape::Words(vocabulary) = legal_form else { panic!("{legal_form:?}") };
        for (written, expected) in
            [("hợp tác xã", Some("cooperative")), ("cooperativ", Some("cooperative")), ("xyz", None), ("", None)]
        {
            assert_eq!(word(written, vocabulary), expected, "{written}");
        }
    }

    #[test]
    fn keys_are_known_by_their_vietnamese_titles() {
        let Shape::Map(product) = schema::shape(Kind::Product) else { panic!() };
        for (written, expected) in
            [("tên", "name"), ("chủ thể", "producer"), ("nguồn", "sources"), ("ảnh", "pictures"), ("giá", "prices")]
        {
            assert_eq!(key(written, product), Some(expected), "{written}");
        }
        let Shape::List(item) = &product.known["recognitions"].shape else { panic!() };
        let Shape::Map(recognition) = &**item else { panic!() };
        for (written, expected) in [("sao", "stars"), ("ngày", "date"), ("so_sao", "stars"), ("dat", "date")] {
            assert_eq!(key(written, recognition), Some(expected), "{written}");
        }
        assert_eq!(key("xyz", recognition), None);
    }
}
