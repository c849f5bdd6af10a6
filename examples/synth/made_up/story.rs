//! Texts short and long, built from sentences that say nothing about anything real.

use crate::made_up::papers::Shelf;
use crate::made_up::rng::Rng;
use crate::made_up::tree::{Tree, both, word, words};
use crate::made_up::words::{CAVEATS, HEADINGS, SENTENCES};

/// Who and where a story is about.
pub struct Subject {
    pub name: String,
    pub english: String,
    pub commune: String,
    pub maker: String,
    /// Path of a page that a long story links to.
    pub link: String,
}

impl Subject {
    /// Sentence `at` in both languages.
    fn sentence(&self, at: usize, rng: &mut Rng) -> (String, String) {
        let (vi, en) = SENTENCES[at % SENTENCES.len()];
        let (year, number) = (rng.range(1995, 2024).to_string(), rng.range(2, 90).to_string());
        let fill = |text: &str, name: &str| {
            text.replace("{ten}", name)
                .replace("{noi}", &self.commune)
                .replace("{chu}", &self.maker)
                .replace("{nam}", &year)
                .replace("{so}", &number)
        };
        (fill(vi, &self.name), fill(en, &self.english))
    }

    pub fn summary(&self, rng: &mut Rng, english: bool) -> Tree {
        let at = rng.below(SENTENCES.len());
        let (vi, en) = self.sentence(at, rng);
        both(vi, english.then_some(en))
    }

    /// Statements with their sources; some of them in both languages.
    pub fn facts(&self, rng: &mut Rng, shelf: &Shelf, most: usize, english: bool) -> Tree {
        let first = rng.below(SENTENCES.len());
        let count = rng.range(1, most);
        let fact = |at| {
            let (vi, en) = self.sentence(first + at, rng);
            let text = both(vi, (english || rng.chance(30)).then_some(en));
            Tree::Map(vec![("text", text), ("source", words(shelf.some(rng, 2)))])
        };
        Tree::List((0..count).map(fact).collect())
    }

    /// A body in both languages: two sentences, a few paragraphs, or a long text with headings, a list and a table.
    pub fn body(&self, rng: &mut Rng) -> (String, String) {
        match rng.weighted(&[25, 55, 20]) {
            0 => self.paragraph(rng, 2),
            1 => {
                let paragraphs = rng.range(2, 5);
                let parts = (0..paragraphs).map(|_| self.paragraph(rng, 3)).collect();
                joined(parts)
            }
            _ => self.long(rng),
        }
    }

    fn long(&self, rng: &mut Rng) -> (String, String) {
        let mut parts = vec![self.paragraph(rng, 3)];
        for heading in HEADINGS.iter().take(rng.range(2, HEADINGS.len())) {
            parts.push((format!("## {heading}\n"), format!("## {heading}\n")));
            parts.push(self.paragraph(rng, 4));
            parts.push(self.paragraph(rng, 3));
        }
        let list =
            |text: &str| format!("- **{text}** 1 (bịa đặt)\n- {text} 2: [trang này]({})\n- {text} 3\n", self.link);
        parts.push((list("Điều cần biết"), list("Good to know")));
        let table = "| Gói | Nặng |\n|---|---|\n| nhỏ | 250 g |\n| lớn | 1 kg |\n";
        parts.push((table.to_owned(), table.to_owned()));
        joined(parts)
    }

    fn paragraph(&self, rng: &mut Rng, sentences: usize) -> (String, String) {
        let first = rng.below(SENTENCES.len());
        let (mut vietnamese, mut english) = (Vec::new(), Vec::new());
        for at in 0..sentences {
            let (vi, en) = self.sentence(first + at * 5, rng);
            vietnamese.push(vi);
            english.push(en);
        }
        (vietnamese.join(" ") + "\n", english.join(" ") + "\n")
    }
}

fn joined(parts: Vec<(String, String)>) -> (String, String) {
    let (vi, en): (Vec<String>, Vec<String>) = parts.into_iter().unzip();
    (vi.join("\n"), en.join("\n"))
}

pub fn caveats(rng: &mut Rng, shelf: &Shelf) -> Tree {
    let caveat = |rng: &mut Rng| {
        let (kind, vi, en) = *rng.pick(CAVEATS);
        let english = rng.chance(60).then(|| en.to_owned());
        Tree::Map(vec![("kind", word(kind)), ("text", both(vi, english)), ("source", word(shelf.any(rng)))])
    };
    let count = rng.range(1, 2);
    Tree::List((0..count).map(|_| caveat(rng)).collect())
}
