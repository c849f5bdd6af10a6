//! Byte offsets to lines and columns.

/// A place in a text as people count: from 1, the column in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// The byte offset of each line's start.
#[derive(Debug)]
pub struct LineIndex(Vec<usize>);

impl LineIndex {
    pub fn new(text: &str) -> LineIndex {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        LineIndex(std::iter::once(0).chain(starts).collect())
    }

    /// Where `offset` lies; an offset past the end or inside a character counts as the character before it.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let line = self.0.partition_point(|start| *start <= offset) - 1;
        let column = text[self.0[line]..offset].chars().count();
        Position { line: line as u32 + 1, column: column as u32 + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "tên: Rượu\nxã: Cẩm Mỹ\n";
        let index = LineIndex::new(text);
        let at = |needle: &str| index.position(text, text.find(needle).unwrap());
        assert_eq!(at("Rượu"), Position { line: 1, column: 6 });
        assert_eq!(at("Mỹ"), Position { line: 2, column: 9 });
        assert_eq!(index.position(text, 999), Position { line: 3, column: 1 });
    }
}
