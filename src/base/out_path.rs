//! Where a file of the built site lies, relative to its root. In `base` because `plan` claims such paths and `output`
//! writes them, and neither may know the other.

use std::fmt;

use serde::Serialize;

/// A relative path with `/`, without empty, `.` or `..` parts: it cannot leave the output folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct OutPath(String);

impl OutPath {
    /// `None` when `path` is absolute, empty, or has a part that is empty, `.`, `..` or holds a backslash.
    pub fn new(path: impl Into<String>) -> Option<OutPath> {
        let path = path.into();
        let sound = path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains('\\'));
        sound.then_some(OutPath(path))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_the_site() {
        assert!(OutPath::new("san-pham/index.html").is_some());
        for bad in ["", "/etc/passwd", "../x", "a//b", "a/./b", "a\\b"] {
            assert_eq!(OutPath::new(bad), None, "{bad}");
        }
    }
}
