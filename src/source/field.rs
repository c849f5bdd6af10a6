//! Paths of values inside a YAML file, and the cursor with which validators name the value they speak of.

use std::fmt;

/// One step down into a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Key(String),
    Item(usize),
}

/// Which value of a file: `recognitions[0].decision.date`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath(pub Vec<Step>);

impl FieldPath {
    pub fn root() -> FieldPath {
        FieldPath::default()
    }

    pub fn key(&self, name: &str) -> FieldPath {
        self.then(Step::Key(name.to_owned()))
    }

    pub fn item(&self, at: usize) -> FieldPath {
        self.then(Step::Item(at))
    }

    fn then(&self, step: Step) -> FieldPath {
        let mut steps = self.0.clone();
        steps.push(step);
        FieldPath(steps)
    }
}

/// A path on the way down, as a chain of borrowed steps: a walk passes thousands of fields and speaks of few.
#[derive(Debug, Clone, Copy)]
pub struct Trail<'t>(Option<(&'t Trail<'t>, Pace<'t>)>);

#[derive(Debug, Clone, Copy)]
enum Pace<'t> {
    Key(&'t str),
    Item(usize),
}

impl<'t> Trail<'t> {
    pub const fn root() -> Trail<'t> {
        Trail(None)
    }

    pub const fn key(&'t self, name: &'t str) -> Trail<'t> {
        Trail(Some((self, Pace::Key(name))))
    }

    pub const fn item(&'t self, at: usize) -> Trail<'t> {
        Trail(Some((self, Pace::Item(at))))
    }

    /// The path, to keep.
    pub fn path(&self) -> FieldPath {
        let mut steps = Vec::new();
        let mut at = self;
        while let Some((above, pace)) = at.0 {
            steps.push(match pace {
                Pace::Key(name) => Step::Key(name.to_owned()),
                Pace::Item(item) => Step::Item(item),
            });
            at = above;
        }
        steps.reverse();
        FieldPath(steps)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if at == 0 => write!(out, "{key}")?,
                Step::Key(key) => write!(out, ".{key}")?,
                Step::Item(item) => write!(out, "[{item}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_as_people_write_them() {
        let path = FieldPath::root().key("recognitions").item(0).key("decision").key("date");
        assert_eq!(path.to_string(), "recognitions[0].decision.date");
        assert_eq!(FieldPath::root().to_string(), "");
        let (root, list) = (Trail::root(), FieldPath::root().key("recognitions"));
        assert_eq!(root.key("recognitions").path(), list);
        assert_eq!(root.key("recognitions").item(0).path(), list.item(0));
    }
}
