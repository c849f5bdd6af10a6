//! Drafts of products, of producers that the catalogue lacks, and of the sheet itself as their source.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::base::text::{fold, slug};
use crate::canonical;
use crate::editor::ids::{self, Offers};
use crate::intake::address;
use crate::intake::lines::Line;
use crate::intake::{Basis, Draft, Remark};
use crate::report::products::OUTPUT_PREFIX;
use crate::scaffold::find::{Found, find};
use crate::scaffold::group_like;
use crate::source::question::MARK;

/// Writes drafts, each once.
pub struct Writer<'b> {
    basis: &'b Basis<'b>,
    offers: Offers,
    /// By path.
    drafts: BTreeMap<String, String>,
    /// Drafted producers, by folded name.
    producers: BTreeMap<String, String>,
}

impl<'b> Writer<'b> {
    pub fn new(basis: &'b Basis<'b>) -> Writer<'b> {
        Writer { basis, offers: ids::offers(basis.records), drafts: BTreeMap::new(), producers: BTreeMap::new() }
    }

    pub fn finish(self) -> Vec<Draft> {
        self.drafts.into_iter().map(|(path, text)| Draft { path, text }).collect()
    }

    /// Drafts the product of `line` and what it needs; the paths written, the product's last.
    pub fn product(&mut self, line: &Line, remarks: &mut Vec<Remark>) -> Vec<String> {
        let mut paths = Vec::new();
        let sources = self.sources(line, &mut paths);
        let told = remarks.len();
        let producer = self.producer(line, &sources, &mut paths, remarks);
        let guessed = remarks[told..].iter().any(|remark| remark.what == "producer-guessed");
        let id = self.product_id(line, &producer);
        let text = product_text(line, (&producer, guessed), &sources, self.basis, remarks);
        paths.push(self.put(format!("products/_{id}/index.md"), &text));
        paths
    }

    fn put(&mut self, path: String, text: &str) -> String {
        let canonical = match canonical::file(&path.replace("/_", "/"), text) {
            Some(Ok(text)) => text,
            other => unreachable!("a draft has a canonical form: {other:?}\n{text}"),
        };
        self.drafts.insert(path.clone(), canonical);
        path
    }

    /// The sources of the row that exist; else the one named for the sheet; else a draft for the sheet.
    fn sources(&mut self, line: &Line, paths: &mut Vec<String>) -> Vec<String> {
        let known = self.offers.get("source").map_or(&[][..], Vec::as_slice);
        let own: Vec<String> =
            line.sources.iter().filter(|id| known.iter().any(|(known, _)| known == *id)).cloned().collect();
        if !own.is_empty() {
            return own;
        }
        if let Some(source) = &self.basis.source {
            return vec![source.clone()];
        }
        let stem = self.basis.file_name.rsplit_once('.').map_or(self.basis.file_name, |(stem, _)| stem);
        let id = format!("nhap-{}", slug(stem)).trim_end_matches('-').to_owned();
        let title = quoted(&format!("Bảng {}", self.basis.file_name));
        let text = format!(
            "title: {title}\n{MARK} nơi lập bảng\npublisher: Chưa ghi\n{MARK} hạng nguồn; bảng chính thức lập trước hoặc kèm quyết định là B2\n\
             grade: B2\ntype: dataset\n{MARK} số hiệu và ngày của văn bản kèm bảng\n"
        );
        let path = self.put(format!("sources/_{id}.yaml"), &text);
        if !paths.contains(&path) {
            paths.push(path);
        }
        vec![id]
    }

    /// The id of the line's producer, drafted when the catalogue has none of that name.
    fn producer(
        &mut self,
        line: &Line,
        sources: &[String],
        paths: &mut Vec<String>,
        remarks: &mut Vec<Remark>,
    ) -> String {
        let known = self.offers.get("producer").map_or(&[][..], Vec::as_slice);
        if known.iter().any(|(id, _)| *id == line.producer_id) {
            return line.producer_id.clone();
        }
        if line.producer_id.is_empty() && !line.producer.is_empty() {
            let wanted = fold(&line.producer);
            if let Some((id, _)) = known.iter().find(|(_, name)| fold(name) == wanted) {
                return id.clone();
            }
            if let Found::One((id, name)) = find(&line.producer, known)
                && may_be_one(&line.producer, name)
            {
                remarks.push(Remark::new("producer-guessed", &[("sheet", &line.producer), ("id", id), ("name", name)]));
                return id.clone();
            }
        }
        let name = if line.producer.is_empty() { line.name.clone() } else { line.producer.clone() };
        let key = format!("{}|{}", line.producer_id, fold(&name));
        if let Some(id) = self.producers.get(&key) {
            paths.push(format!("producers/_{id}/index.md"));
            return id.clone();
        }
        let id =
            self.free_id("producers", if line.producer_id.is_empty() { slug(&name) } else { line.producer_id.clone() });
        let text = producer_text(line, &name, sources, self.basis, remarks);
        paths.push(self.put(format!("producers/_{id}/index.md"), &text));
        self.producers.insert(key, id.clone());
        id
    }

    fn product_id(&self, line: &Line, producer: &str) -> String {
        let wanted = if line.product_id.is_empty() { slug(&line.name) } else { line.product_id.clone() };
        let wanted = if wanted.is_empty() { format!("dong-{}", line.row) } else { wanted };
        let taken = self.offers.get("product").into_iter().flatten().any(|(id, _)| *id == wanted)
            || self.drafts.contains_key(&format!("products/_{wanted}/index.md"));
        if taken { self.free_id("products", format!("{wanted}-{producer}")) } else { wanted }
    }

    /// The id, or with the first number that makes it new.
    fn free_id(&self, folder: &str, wanted: String) -> String {
        let kind = if folder == "producers" { "producer" } else { "product" };
        let taken = |id: &str| {
            self.offers.get(kind).into_iter().flatten().any(|(known, _)| known == id)
                || self.drafts.contains_key(&format!("{folder}/_{id}/index.md"))
        };
        let numbered = (2..).map(|number| format!("{wanted}-{number}"));
        std::iter::once(wanted.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(wanted.clone())
    }
}

/// The producer comes with whether it was only guessed.
fn product_text(
    line: &Line,
    (producer, guessed): (&str, bool),
    sources: &[String],
    basis: &Basis,
    remarks: &mut Vec<Remark>,
) -> String {
    let doubt = if guessed {
        format!("{MARK} bảng ghi {}; có đúng cơ sở này không\n", one_line(&quoted(&line.producer)))
    } else {
        String::new()
    };
    let mut text = format!(
        "---\n# Nháp từ {}, dòng {}.\n\nname: {}\n{doubt}producer: {producer}\n",
        one_line(basis.file_name),
        line.row,
        quoted(&line.name)
    );
    let group = group_like(basis.records, &line.name);
    let first = basis.catalogue.taxonomy.groups.first().map(|group| group.id.clone());
    let (group, mark) =
        (group.or(first).unwrap_or_default(), format!("  {MARK} bảng không ghi nhóm; đúng nhóm chưa\n"));
    let _ = write!(text, "category:\n{mark}  group: {group}\n");
    remarks.push(Remark::new("group-guessed", &[("group", &group)]));
    let cited = format!("[{}]", sources.join(", "));
    let reached: Vec<_> = line.stars.iter().filter(|reached| reached.stars.is_some()).collect();
    if !reached.is_empty() {
        text.push_str("recognitions:\n");
    }
    for reached in reached {
        let _ = writeln!(text, "  - stars: {}", reached.stars.unwrap_or_default());
        if let Some(date) = reached.date {
            let _ = writeln!(text, "    date: {date}");
        } else {
            let _ = writeln!(text, "    {MARK} bảng không ghi ngày, năm; thêm `date` theo quyết định");
            let stars = reached.stars.unwrap_or_default().to_string();
            remarks.push(Remark::new("no-date", &[("stars", &stars)]));
        }
        if let Some(decision) = &reached.decision {
            let _ = writeln!(text, "    decision:\n      number: {}", quoted(decision));
        }
        let _ = writeln!(text, "    source: {cited}");
    }
    if let Some(year) = line.joined {
        let _ = writeln!(text, "course:\n  - step: candidate\n    date: {year}\n    source: {cited}");
    }
    if matches!(fold(&line.name).split(' ').next(), Some("ruou" | "bia")) {
        let _ = writeln!(text, "{MARK} độ cồn ghi trên nhãn\nabv: unknown");
    }
    state(&mut text, &line.state, &cited);
    let _ = writeln!(text, "sources: {cited}\n---");
    text
}

/// The monthly output and the facts of the column of the present state, a line each.
fn state(text: &mut String, state: &str, cited: &str) {
    let (output, facts): (Vec<&str>, Vec<&str>) = state.lines().partition(|line| line.starts_with(OUTPUT_PREFIX));
    if let Some(output) = output.first() {
        let output = quoted(&output[OUTPUT_PREFIX.len()..]);
        let _ = writeln!(text, "buying:\n  capacity_per_month: {output}\n  source: {cited}");
    }
    if !facts.is_empty() {
        text.push_str("facts:\n");
    }
    for fact in facts {
        let _ = writeln!(text, "  - text: {}\n    source: {cited}", quoted(fact));
    }
}

fn producer_text(line: &Line, name: &str, sources: &[String], basis: &Basis, remarks: &mut Vec<Remark>) -> String {
    let mut text = format!("---\n# Nháp từ {}, dòng {}.\n\n", one_line(basis.file_name), line.row);
    if line.producer.is_empty() {
        let _ = writeln!(text, "{MARK} bảng không ghi cơ sở; tạm lấy tên sản phẩm");
        remarks.push(Remark::new("no-producer", &[]));
    }
    let _ = writeln!(text, "name: {}", quoted(name));
    let basis_of_name = if line.producer.is_empty() { "brand" } else { "source" };
    let _ = writeln!(text, "name_basis: {basis_of_name}\nlegal_form: {}", legal_form(name));
    if !line.address.is_empty() {
        let year =
            line.joined.or_else(|| line.stars.iter().filter_map(|reached| reached.date).map(|date| date.year()).min());
        match address::locate(&line.address, year, basis.records) {
            Some(located) => {
                if located.guessed {
                    remarks.push(Remark::new("place-guessed", &[("sheet", &line.address), ("unit", &located.unit)]));
                }
                let _ = writeln!(text, "place:\n  unit: {}", located.unit);
                if !located.detail.is_empty() {
                    let _ = writeln!(text, "  detail: {}", quoted(&located.detail));
                }
            }
            None => {
                let _ = writeln!(text, "{MARK} không rõ xã: {}", one_line(&line.address));
                remarks.push(Remark::new("place-left", &[("sheet", &line.address)]));
            }
        }
    }
    let _ = writeln!(text, "sources: [{}]\n---", sources.join(", "));
    text
}

/// Whether two makers' names state no different legal forms: a workshop is no cooperative of the same name.
pub fn may_be_one(left: &str, right: &str) -> bool {
    let (left, right) = (legal_form(left), legal_form(right));
    left == right || left == UNKNOWN || right == UNKNOWN
}

/// The word for a legal form that nobody states.
const UNKNOWN: &str = "unknown";

/// The legal form that a name states by its first words.
fn legal_form(name: &str) -> &'static str {
    let folded = fold(name);
    let begins = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    match () {
        () if begins(&["htx", "hop tac xa"]) => "cooperative",
        () if begins(&["tht", "to hop tac"]) => "cooperative_group",
        () if begins(&["cong ty", "cty", "doanh nghiep"]) => "company",
        () if begins(&["trang trai"]) => "farm",
        () if begins(&["ho kinh doanh", "ho kd", "hkd", "ho san xuat"]) => "household_business",
        () if begins(&["co so"]) => "workshop",
        () if begins(&["hoi ", "hiep hoi"]) => "association",
        () => UNKNOWN,
    }
}

/// In double quotes; the canonical form takes them off where they are not needed.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', " ");
    let printable: String = escaped.chars().filter(|letter| !letter.is_control()).collect();
    format!("\"{printable}\"")
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
