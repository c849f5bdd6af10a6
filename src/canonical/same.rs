//! Whether two texts mean the same: the law that formatting keeps, checked on every file it writes.

use crate::base::text::tidy;
use crate::canonical::shapes;
use crate::read::scalar::{self, Scalar};
use crate::read::schema::Shape;
use crate::source::yaml_tree::{Node, Value};

/// Whether `after` says what `before` said, but for composed letters, look-alikes, the order of keys and quotes
/// around dates.
pub fn same(before: Option<&Node>, after: Option<&Node>, shape: Option<&Shape>) -> bool {
    match (before, after) {
        (None, None) => true,
        (Some(before), Some(after)) => nodes(before, after, shape),
        // A text of nothing but `~` may become an empty one.
        (Some(only), None) | (None, Some(only)) => meaning(&only.value) == Some(Scalar::Nothing),
    }
}

fn nodes(before: &Node, after: &Node, shape: Option<&Shape>) -> bool {
    match (&before.value, &after.value) {
        (Value::Map(before), Value::Map(after)) => {
            let fields = shapes::fields(shape);
            before.len() == after.len()
                && before.iter().all(|(key, value)| {
                    let name = tidy(&key.name);
                    let twin = after.iter().find(|(other, _)| other.name == name);
                    twin.is_some_and(|(_, twin)| nodes(value, twin, shapes::of_key(fields, &name)))
                })
        }
        (Value::Seq(before), Value::Seq(after)) => {
            let shape = shapes::of_item(shape);
            before.len() == after.len() && before.iter().zip(after).all(|(left, right)| nodes(left, right, shape))
        }
        (Value::Scalar { text: was, .. }, Value::Scalar { text: is, .. }) => {
            match (meaning(&before.value), meaning(&after.value)) {
                (Some(Scalar::Text), Some(Scalar::Text)) => tidy(was) == *is,
                (Some(Scalar::Text), Some(_)) => shapes::is_date(shape) && was == is,
                (left, right) => left == right,
            }
        }
        _ => false,
    }
}

fn meaning(value: &Value) -> Option<Scalar> {
    match value {
        Value::Scalar { text, plain: true } => Some(scalar::plain(text)),
        Value::Scalar { plain: false, .. } => Some(Scalar::Text),
        _ => None,
    }
}
