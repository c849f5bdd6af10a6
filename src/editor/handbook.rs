//! The tables of `docs/noi-dung.md`: what each field means, in the words that officers read.

use std::collections::BTreeMap;

use crate::base::text::capitalized;
use crate::read::layout::Kind;

const TEXT: &str = include_str!("../../docs/noi-dung.md");

/// A chapter of the handbook: the fields of one kind of file or of one block.
#[derive(Debug, Clone, Default)]
pub struct Section {
    pub title: String,
    /// The keys that the heading names: `buying`.
    keys: Vec<String>,
    /// The files that the first line under the heading names.
    files: String,
    pub rows: BTreeMap<String, Row>,
    /// The lines of the example file, without its `---`.
    pub example: Vec<String>,
}

#[derive(Debug, Clone, Default)]
pub struct Row {
    meaning: String,
    /// A value, as it may be written.
    pub example: String,
}

pub struct Handbook(Vec<Section>);

impl Row {
    /// The first words of the meaning.
    pub fn title(&self) -> String {
        let end = self.meaning.find(['.', ':', ';', ',', '(']).unwrap_or(self.meaning.len());
        capitalized(plain(&self.meaning[..end]).trim())
    }

    /// What the field means, in plain text.
    pub fn meaning(&self) -> String {
        plain(&self.meaning)
    }

    /// The meaning, and an example where there is one.
    pub fn hint(&self) -> String {
        match plain(&self.example) {
            example if example.trim().is_empty() => plain(&self.meaning),
            example => format!("{} Ví dụ: {example}", plain(&self.meaning)),
        }
    }

    /// The field `key` as this row explains it by the way: `` `date` ngày ký ``.
    fn inner(&self, key: &str) -> Option<Row> {
        let quoted = format!("`{key}`");
        let at = self.meaning.find(&quoted)?;
        let rest = self.meaning[at + quoted.len()..].trim_start_matches(|letter: char| " :(".contains(letter));
        let end = rest.find([',', ';', '.', '(', '`']).unwrap_or(rest.len());
        let before = self.meaning[..at]
            .trim_end()
            .trim_end_matches("**")
            .rsplit(['*', '`', ',', ';', ':'])
            .next()
            .unwrap_or_default();
        let words = rest[..end].trim().trim_end_matches(" và").trim_end_matches(" hoặc").trim();
        let words = if words.is_empty() { before.trim() } else { words };
        (!words.is_empty()).then(|| Row { meaning: format!("{}.", capitalized(words)), example: String::new() })
    }
}

impl Handbook {
    pub fn read() -> Handbook {
        let mut sections: Vec<Section> = Vec::new();
        let mut fenced = false;
        for line in TEXT.lines() {
            if line.starts_with("```") {
                fenced = line == "```yaml";
            } else if let Some(section) = sections.last_mut().filter(|_| fenced) {
                section.example.push(line.to_owned());
            } else if let Some(heading) = line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")) {
                sections.push(Section {
                    title: plain(heading.split(':').next().unwrap_or_default()),
                    keys: quoted_words(heading),
                    ..Section::default()
                });
            } else if let Some(section) = sections.last_mut() {
                section.take(line);
            }
        }
        Handbook(sections)
    }

    /// The chapter of a kind of file.
    pub fn of_kind(&self, kind: Kind) -> Option<&Section> {
        let folder = match kind {
            Kind::Site => "`site.yaml`",
            Kind::Taxonomy => "`taxonomy/",
            Kind::Places => "`places/",
            Kind::Plan => "`plan/",
            Kind::Page => "`pages/",
            Kind::Source => "`sources/",
            Kind::Product => "`products/",
            Kind::Producer => "`producers/",
            Kind::PointOfSale => "`points-of-sale/",
            Kind::Venue => "`venues/",
            Kind::Destination => "`destinations/",
            Kind::Route => "`routes/",
            Kind::Event => "`events/",
        };
        self.0.iter().find(|section| section.files.starts_with(folder))
    }

    /// The fields of a block that stands under one of `keys`: its own chapter, or what the rows of those keys say by
    /// the way, in the file's own chapter first.
    pub fn of_block(&self, keys: &[String], root: Option<&Section>) -> Section {
        let own = self.0.iter().find(|section| section.keys.iter().any(|key| keys.contains(key)));
        let mut section = own.cloned().unwrap_or_default();
        for holder in root.into_iter().chain(&self.0) {
            for row in keys.iter().filter_map(|key| holder.rows.get(key)) {
                for inner in quoted_words(&row.meaning) {
                    if let Some(explained) = row.inner(&inner) {
                        section.rows.entry(inner).or_insert(explained);
                    }
                }
            }
        }
        section
    }
}

impl Section {
    /// The lines of the example that write the field `key`.
    pub fn example_of(&self, key: &str) -> Vec<&str> {
        let start =
            self.example.iter().position(|line| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')));
        let Some(start) = start else { return Vec::new() };
        let inner =
            self.example[start + 1..].iter().take_while(|line| line.starts_with([' ', '#']) && !line.is_empty());
        std::iter::once(&self.example[start]).chain(inner).map(String::as_str).collect()
    }

    fn take(&mut self, line: &str) {
        if self.files.is_empty() && line.starts_with('`') {
            self.files = line.to_owned();
        }
        let Some(cells) = line.strip_prefix("| `") else { return };
        let mut cells = cells.split(" | ");
        let Some(key) = cells.next().map(|cell| cell.trim_end_matches('`')) else { return };
        let mut cell = || cells.next().unwrap_or_default().trim_end_matches('|').trim().to_owned();
        self.rows.insert(key.to_owned(), Row { meaning: cell(), example: cell() });
    }
}

fn quoted_words(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Markdown without its signs: bold, code, links.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        match link.split_once("](").and_then(|(words, end)| Some((words, end.split_once(')')?.1))) {
            Some((words, after)) if !words.contains(['[', ']']) => {
                plain.push_str(before);
                plain.push_str(words);
                rest = after;
            }
            _ => {
                plain.push_str(before);
                plain.push('[');
                rest = link;
            }
        }
    }
    plain.push_str(rest);
    plain.replace("**", "").replace('`', "")
}
