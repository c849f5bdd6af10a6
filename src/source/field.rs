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
    }
}
