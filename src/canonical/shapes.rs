//! The shape of a part, from the shape of the whole.

use crate::read::schema::{Fields, Shape};

/// The fields that a map of this shape has.
pub fn fields(shape: Option<&Shape>) -> Option<&Fields> {
    match shape? {
        Shape::Map(fields) => Some(fields),
        Shape::Optional(inner) => fields(Some(inner)),
        Shape::Either(alternatives) => alternatives.iter().find_map(|alternative| fields(Some(alternative))),
        _ => None,
    }
}

/// The shape under `key`.
pub fn of_key<'s>(fields: Option<&'s Fields>, key: &str) -> Option<&'s Shape> {
    let fields = fields?;
    fields.known.get(key).map(|field| &field.shape).or(fields.open.as_ref())
}

/// The shape of a list's items.
pub fn of_item(shape: Option<&Shape>) -> Option<&Shape> {
    match shape? {
        Shape::List(item) => Some(item),
        Shape::Optional(inner) => of_item(Some(inner)),
        Shape::Either(alternatives) => alternatives.iter().find_map(|alternative| of_item(Some(alternative))),
        _ => None,
    }
}

pub fn is_date(shape: Option<&Shape>) -> bool {
    match shape {
        Some(Shape::Date) => true,
        Some(Shape::Optional(inner)) => is_date(Some(inner)),
        _ => false,
    }
}

/// A closed vocabulary, which says by itself that `yes` is a word.
pub fn is_word(shape: Option<&Shape>) -> bool {
    match shape {
        Some(Shape::Words(_)) => true,
        Some(Shape::Optional(inner)) => is_word(Some(inner)),
        _ => false,
    }
}

pub fn is_number(shape: Option<&Shape>) -> bool {
    matches!(shape, Some(Shape::Whole { .. } | Shape::Number { .. }))
}
