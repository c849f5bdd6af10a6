//! Mistakes planted into the real content, one at a time: each is found, at the right place, with the right help.

use std::fs;
use std::path::Path;

use camino::{Utf8Path, Utf8PathBuf};
use ocop::diag::code::Severity;
use ocop::diag::locate::Finding;
use ocop::site::{Checked, Inputs, check};
use rayon::prelude::*;

/// Replaces the first `find` in `file` by `put` and expects `code` on the text `on`, with this fix.
struct Mistake {
    file: &'static str,
    find: &'static str,
    put: &'static str,
    code: &'static str,
    on: &'static str,
    fix: Option<&'static str>,
}

const fn mistake(
    file: &'static str,
    find: &'static str,
    put: &'static str,
    code: &'static str,
    on: &'static str,
    fix: Option<&'static str>,
) -> Mistake {
    Mistake { file, find, put, code, on, fix }
}

const SANG: &str = "products/nuoc-mam-phu-sang/index.md";
const CAN: &str = "products/nuoc-mam-luong-can/index.md";
const HUNG: &str = "products/nuoc-mam-thu-hung/index.md";
const SIM: &str = "products/ruou-sim-dat-thom/index.md";
const THU_HUNG: &str = "producers/thu-hung/index.md";
const SHOP: &str = "points-of-sale/pos-thien-cam-hnd/index.md";
const NOTICE: &str = "sources/tb-1079-2024.yaml";

const MISTAKES: &[Mistake] = &[
    mistake(SANG, "producer: phu-sang", "producer: phu-sagn", "unknown-producer", "phu-sagn", Some("phu-sang")),
    mistake(SANG, "producer: phu-sang", "producr: phu-sang", "unknown-key", "producr", Some("producer")),
    mistake(SANG, "stars: 4", "stars: 6", "star-out-of-range", "6", None),
    mistake(SANG, "stars: 4", "stars: bốn", "wrong-type", "bốn", None),
    mistake(SANG, "stars: 4", "stars: 4 sao", "wrong-type", "4 sao", Some("4")),
    mistake(SANG, "stars: 4", "sao: 4", "unknown-key", "sao", Some("stars")),
    mistake(
        SANG,
        "  - step: in_assessment\n    date: 2021\n",
        "  - step: in_assessment\n    ngày: 2021\n",
        "unknown-key",
        "ngày",
        Some("date"),
    ),
    mistake(
        SANG,
        "producer: phu-sang",
        "aliases: nuoc-mam-x\nproducer: phu-sang",
        "wrong-type",
        "nuoc-mam-x",
        Some("[nuoc-mam-x]"),
    ),
    mistake(
        SANG,
        "producer: phu-sang",
        "prices:\n  amount: 50000\n  unit: chai\n  date: 2024\n  source: tb-1079-2024\nproducer: phu-sang",
        "wrong-type",
        "",
        Some("- amount: 50000\n    unit: chai\n    date: 2024\n    source: tb-1079-2024"),
    ),
    mistake(SANG, "stars: 4", "stars: \"4\"", "wrong-type", "\"4\"", Some("4")),
    mistake(SANG, "date: 2024-10-15", "date: 15/10/2024", "bad-date", "15/10/2024", Some("2024-10-15")),
    mistake(SANG, "date: 2024-10-15", "date: 2024-02-30", "bad-date", "2024-02-30", None),
    mistake(SANG, "date: 2024-10-15", "date: 2014-10-15", "early-decision", "2014-10-15", None),
    mistake(SANG, "date: 2024-10-15", "date: 2034-10-15", "future-date", "2034-10-15", None),
    mistake(SANG, "stars: 4\n", "stars: 4\n    valid_until: 2020-01-01\n", "impossible-interval", "2020-01-01", None),
    mistake(
        SANG,
        "stars: 4\n",
        "stars: 4\n    valid_until: 2026-10-15\n",
        "unusual-term",
        "2026-10-15",
        Some("2027-10-15"),
    ),
    mistake(SANG, "group: thuc-pham", "group: thuc-phan", "unknown-category", "thuc-phan", Some("thuc-pham")),
    mistake(SANG, "subgroup: 9", "subgroup: 14", "category-mismatch", "14", None),
    mistake(SANG, "subgroup: 9", "subgroup: 27", "out-of-range", "27", None),
    mistake(SANG, "bht-275550", "bht-275551", "unknown-source", "bht-275551", Some("bht-275550")),
    mistake(SANG, "producer: phu-sang", "producer: phu-sang\nproducer: thu-hung", "duplicate-key", "producer", None),
    mistake(SANG, "producer: phu-sang", "producer: 'phu-sang", "syntax", "'phu-sang", Some("'phu-sang'")),
    mistake(SANG, "producer: phu-sang", "producer:phu-sang", "syntax", "producer:phu-sang", Some("producer: phu-sang")),
    mistake(
        SANG,
        "producer: phu-sang",
        " producer: phu-sang",
        "syntax",
        " producer: phu-sang",
        Some("producer: phu-sang"),
    ),
    mistake(
        SANG,
        "  group: thuc-pham",
        "\tgroup: thuc-pham",
        "syntax",
        "\tgroup: thuc-pham",
        Some("  group: thuc-pham"),
    ),
    mistake(
        SANG,
        "  vi: Nước mắm Phú Sáng",
        "  vi: Nước mắm: Phú Sáng",
        "syntax",
        "Nước mắm: Phú Sáng",
        Some("\"Nước mắm: Phú Sáng\""),
    ),
    mistake(SANG, "producer: phu-sang", "producer: *phu-sang", "syntax", "*phu-sang", Some("\"*phu-sang\"")),
    mistake(
        SANG,
        "    date: 2024-10-15",
        "   date: 2024-10-15",
        "syntax",
        "   date: 2024-10-15",
        Some("    date: 2024-10-15"),
    ),
    mistake(SANG, "category:\n", "category\n", "syntax", "category", Some("category:")),
    mistake(SANG, "\n---\n", "\n--\n", "front-matter", "--", Some("---")),
    mistake(
        SANG,
        "producer: phu-sang",
        "aliases: [nuoc-mam-thu-hung]\nproducer: phu-sang",
        "route-collision",
        "nuoc-mam-thu-hung",
        None,
    ),
    mistake(SANG, "producer: phu-sang", "code: ps1\nproducer: phu-sang", "bad-format", "ps1", None),
    mistake(SANG, "producer: phu-sang", "code: ps01\nproducer: phu-sang", "bad-format", "ps01", Some("PS01")),
    mistake(
        SANG,
        "producer: phu-sang",
        "pictures:\n  - file: chai.jpg\n    alt: Chai\n    credit: A\nproducer: phu-sang",
        "missing-picture",
        "chai.jpg",
        None,
    ),
    mistake(
        SANG,
        "producer: phu-sang",
        "season:\n  months: [13]\n  source: tb-1079-2024\nproducer: phu-sang",
        "out-of-range",
        "13",
        None,
    ),
    mistake(SANG, "producer: phu-sang", "season:\n  months: [3]\nproducer: phu-sang", "missing-source", "months", None),
    mistake(
        SANG,
        "producer: phu-sang",
        "summary: Nước mắm tốt nhất\nproducer: phu-sang",
        "duplicate-key",
        "summary",
        None,
    ),
    mistake(HUNG, "Nước mắm Thu Hùng", "Nước mắm Thu Hùng chữa khỏi ho", "cure-claim", "chữa khỏi", None),
    mistake(HUNG, "Nước mắm Thu Hùng", "Nước mắm Thu Hùng ngon nhất", "superlative", "ngon nhất", None),
    mistake(HUNG, "Nước mắm Thu Hùng", "Nƣớc mắm Thu Hùng", "look-alike", "Nƣớc", Some("Nước")),
    mistake(
        HUNG,
        "Nước mắm Thu Hùng",
        "Nu\u{31b}o\u{31b}\u{301}c mắm Thu Hùng",
        "not-nfc",
        "Nu\u{31b}o\u{31b}\u{301}c",
        Some("Nước"),
    ),
    mistake(
        HUNG,
        "Nước mắm Thu Hùng",
        "Nước mắm Thu Hùng 0912 345 678",
        "phone-without-consent",
        "Nước mắm Thu Hùng 0912 345 678",
        None,
    ),
    mistake(SIM, "abv: unknown\n", "", "alcohol-without-strength", "15", None),
    mistake(SIM, "abv: unknown", "abv: 120", "out-of-range", "120", None),
    mistake(SIM, "abv: unknown", "abv: nặng", "unknown-word", "nặng", None),
    mistake(
        THU_HUNG,
        "unit: cam-nhuong-cu",
        "unit: cam-nhuogn-cu",
        "unknown-place",
        "cam-nhuogn-cu",
        Some("cam-nhuong-cu"),
    ),
    mistake(
        THU_HUNG,
        "unit: cam-nhuong-cu",
        "unit: thien-cam\n  as_of: 2021",
        "wrong-era-place",
        "thien-cam",
        Some("thien-cam-cu"),
    ),
    mistake(THU_HUNG, "legal_form: cooperative", "legal_form: hợp tác xã", "unknown-word", "hợp tác xã", None),
    mistake(
        THU_HUNG,
        "legal_form: cooperative",
        "legal_form: cooperativ",
        "unknown-word",
        "cooperativ",
        Some("cooperative"),
    ),
    mistake(
        THU_HUNG,
        "legal_form: cooperative",
        "website: www.ocop.example\nlegal_form: cooperative",
        "bad-format",
        "www.ocop.example",
        Some("https://www.ocop.example"),
    ),
    mistake(
        THU_HUNG,
        "legal_form: cooperative",
        "contacts:\n  - kind: person\n    phone: \"0912345678\"\nlegal_form: cooperative",
        "phone-without-consent",
        "\"0912345678\"",
        None,
    ),
    mistake(
        THU_HUNG,
        "legal_form: cooperative",
        "contacts:\n  - kind: organisation\n    phone: \"0239123456\"\nlegal_form: cooperative",
        "missing-source",
        "kind: organisation",
        None,
    ),
    mistake(SHOP, "status: closed", "status: closd", "unknown-word", "closd", Some("closed")),
    mistake(SHOP, "as_of: 2021\n", "point: [18.27, 106.1]\n  as_of: 2021\n", "out-of-range", "18.27", None),
    mistake(SHOP, "as_of: 2021\n", "point: [105.84, 21.03]\n  as_of: 2021\n", "out-of-range", "21.03", None),
    mistake(SANG, "\n---\n", "\n---\n\nGọi chị Lan 0912 345 678.\n", "phone-without-consent", "0912 345 678", None),
    mistake(THU_HUNG, "unit: cam-nhuong-cu", "unit: cam-nhuong", "unknown-place", "cam-nhuong", Some("cam-nhuong-cu")),
    mistake(
        SHOP,
        "status: closed",
        "opening_hours: T2-CN 7h-21h\nopening_hours_source: bht-210075\nstatus: closed",
        "bad-opening-hours",
        "T2-CN 7h-21h",
        Some("Mo-Su 07:00-21:00"),
    ),
    mistake(
        SHOP,
        "status: closed",
        "opening_hours: Mo-Su 07:00-21:00\nstatus: closed",
        "missing-source",
        "opening_hours",
        None,
    ),
    mistake(
        SHOP,
        "status: closed",
        "stocks:\n  products: [nuoc-mam-phu-snag]\n  source: bht-210075\nstatus: closed",
        "unknown-product",
        "nuoc-mam-phu-snag",
        Some("nuoc-mam-phu-sang"),
    ),
    mistake(NOTICE, "grade: B2", "grade: B4", "unknown-word", "B4", None),
    mistake(NOTICE, "grade: B2", "grade: C", "weak-source", "", None),
    mistake(NOTICE, "grade: B2\n", "", "missing-field", "", None),
    mistake("events/le-cau-ngu/index.md", "month: 4", "month: 14", "out-of-range", "14", None),
    mistake(
        "routes/tour-nhuong-ban/index.md",
        "destination: cho-con-go",
        "destination: cho-con-goo",
        "unknown-destination",
        "cho-con-goo",
        Some("cho-con-go"),
    ),
    mistake(
        "routes/tour-nhuong-ban/index.md",
        "- destination: cho-con-go\n    day: 1",
        "- day: 1",
        "empty-stop",
        "",
        None,
    ),
    mistake("plan/2024.yaml", "year: 2024", "year: hai nghìn", "wrong-type", "hai nghìn", None),
    mistake(
        "plan/2024.yaml",
        "commune: cam-binh-cu",
        "commune: cam-binh",
        "wrong-era-place",
        "cam-binh",
        Some("cam-binh-cu"),
    ),
    mistake("site.yaml", "home:", "homes:", "unknown-key", "homes", Some("home")),
    mistake(
        "site.yaml",
        "district: huyen-cam-xuyen",
        "district: huyen-cam-xuyn",
        "unknown-place",
        "huyen-cam-xuyn",
        Some("huyen-cam-xuyen"),
    ),
    mistake(SANG, "    stars: 4\n", "", "missing-stars", "", None),
    mistake(
        SANG,
        "issuer: UBND tỉnh Hà Tĩnh",
        "issuer: UBND huyện Cẩm Xuyên",
        "wrong-authority",
        "UBND huyện Cẩm Xuyên",
        None,
    ),
    mistake(SANG, "producer: phu-sang", "producer: &a phu-sang", "banned-yaml", "&a phu-sang", None),
    mistake(SANG, "subgroup: 9", "subgrup: 9", "unknown-key", "subgrup", Some("subgroup")),
    mistake(CAN, "bể và đánh đảo. HTX", "<b>bể</b> và đánh đảo. HTX", "raw-html", "<b>", None),
    mistake(CAN, "HTX có 120 bể chượp", "[HTX](/chu-the/khong-co/) có 120 bể chượp", "dead-link", "", None),
    mistake(SANG, "confidence: high", "confidence: \"\"", "unknown-word", "\"\"", None),
    mistake(
        SIM,
        "abv: unknown",
        "abv: 29\nprices:\n  - amount: 50000\n    unit: chai\n    date: 2024-11-01\n    source: bht-208842",
        "alcohol-promotion",
        "",
        None,
    ),
    mistake(NOTICE, "publisher: UBND huyện Cẩm Xuyên", "publisher: \"\"", "empty-text", "\"\"", None),
    mistake(NOTICE, "date: 2024-03-25", "date: 25/3/2024", "bad-date", "25/3/2024", Some("2024-03-25")),
    mistake(
        "routes/tour-nhuong-ban/index.md",
        "destination: cho-con-go",
        "venue: ven-hai-auu",
        "unknown-venue",
        "ven-hai-auu",
        Some("ven-hai-au"),
    ),
    mistake(
        "site.yaml",
        "licence:",
        "policy:\n  unusual-trem:\n    severity: note\n    reason: Thử\nlicence:",
        "unknown-code",
        "unusual-trem",
        Some("unusual-term"),
    ),
    mistake(
        "site.yaml",
        "licence:",
        "policy:\n  unknown-producer:\n    severity: note\n    reason: Thử\nlicence:",
        "fixed-severity",
        "",
        None,
    ),
];

fn real_content() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn run(content: Utf8PathBuf) -> Checked {
    let theme = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    check(&Inputs::new(content, theme, jiff::civil::date(2026, 11, 22))).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn is_met(finding: &Finding, mistake: &Mistake, checked: &Checked) -> bool {
    let text = checked.sources.text(&finding.file).and_then(|text| text.get(finding.range.clone())).unwrap_or_default();
    finding.code.word() == mistake.code
        && (mistake.on.is_empty() || text == mistake.on)
        && (finding.file == mistake.file || mistake.on.is_empty())
        && mistake.fix.is_none_or(|fix| finding.fix.as_deref() == Some(fix))
        && stands(finding, mistake, checked)
}

/// Whether a finding on planted words stands among them, at the line and column that a person would count.
fn stands(finding: &Finding, mistake: &Mistake, checked: &Checked) -> bool {
    if mistake.on.is_empty() || !mistake.put.contains(mistake.on) {
        return true;
    }
    let Some(text) = checked.sources.text(&finding.file) else { return false };
    let planted = text.find(mistake.put).map(|at| at..at + mistake.put.len());
    let before = &text[..finding.range.start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let counted = (finding.line as usize, finding.column as usize) == (line, column);
    counted && planted.is_some_and(|planted| planted.contains(&finding.range.start))
}

fn told(finding: &Finding, checked: &Checked) -> String {
    let text = checked.sources.text(&finding.file).and_then(|text| text.get(finding.range.clone())).unwrap_or_default();
    format!("{} {}:{} “{text}” fix {:?}", finding.code.word(), finding.file, finding.line, finding.fix)
}

/// The text with each offered fix put in at its place, the last first.
fn apply_fix(text: &str, finding: &Finding) -> Option<String> {
    let fix = finding.fix.as_ref()?;
    let mut mended = text.to_owned();
    mended.replace_range(finding.range.clone(), fix);
    Some(mended)
}

#[test]
fn the_real_content_has_no_errors_and_no_warnings() {
    let checked = run(real_content());
    let said: Vec<_> = checked.findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    assert!(said.is_empty(), "{said:#?}");
}

/// Mistakes in different files are planted together: round `n` holds the `n`th of each file. Those of `site.yaml` and of
/// sources change what is found elsewhere, so each has a round to itself.
fn rounds() -> Vec<Vec<&'static Mistake>> {
    let mut rounds: Vec<Vec<&Mistake>> = Vec::new();
    let mut alone = Vec::new();
    for mistake in MISTAKES {
        if mistake.file == "site.yaml" || mistake.file.starts_with("sources/") {
            alone.push(vec![mistake]);
            continue;
        }
        match rounds.iter_mut().find(|round| round.iter().all(|other| other.file != mistake.file)) {
            Some(round) => round.push(mistake),
            None => rounds.push(vec![mistake]),
        }
    }
    rounds.append(&mut alone);
    rounds
}

/// Plants a round into a copy of the real content, and mends what can be mended; returns what went wrong.
fn try_round(round: &[&Mistake]) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy(real_content().as_std_path(), folder.path());
    let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
    for mistake in round {
        let path = root.join(mistake.file);
        let sound = fs::read_to_string(&path).unwrap();
        assert!(sound.contains(mistake.find), "{}: `{}` is not there to be broken", mistake.file, mistake.find);
        fs::write(&path, sound.replacen(mistake.find, mistake.put, 1)).unwrap();
    }
    let checked = run(root.clone());
    let mut report = String::new();
    let mut mended = Vec::new();
    for mistake in round {
        match checked.findings.iter().find(|finding| is_met(finding, mistake, &checked)) {
            None => report.push_str(&format!(
                "{}: {} → {}: expected {} on “{}”, got {:?}\n",
                mistake.file,
                mistake.find,
                mistake.put,
                mistake.code,
                mistake.on,
                checked.findings.iter().map(|found| told(found, &checked)).collect::<Vec<_>>()
            )),
            Some(finding) if mistake.fix.is_some() => {
                let path = root.join(mistake.file);
                let broken = fs::read_to_string(&path).unwrap();
                fs::write(&path, apply_fix(&broken, finding).unwrap()).unwrap();
                mended.push(mistake);
            }
            Some(_) => {}
        }
    }
    // What the help proposes, put in as it stands, makes the finding go.
    let again = if mended.is_empty() { Vec::new() } else { run(root).findings };
    for mistake in mended {
        if again.iter().any(|finding| finding.file == mistake.file && finding.code.word() == mistake.code) {
            report.push_str(&format!("{}: the fix of {} does not mend it\n", mistake.file, mistake.code));
        }
    }
    report
}

#[test]
fn every_planted_mistake_is_found_where_it_stands() {
    assert!(MISTAKES.len() >= 60, "{} mistakes", MISTAKES.len());
    let report: String = rounds().par_iter().map(|round| try_round(round)).collect::<Vec<_>>().concat();
    assert!(report.is_empty(), "{report}");
}

#[test]
fn many_mistakes_are_told_in_one_run() {
    let folder = tempfile::tempdir().unwrap();
    copy(real_content().as_std_path(), folder.path());
    let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
    let edits = [
        (SANG, "producer: phu-sang", "producer: phu-sagn"),
        (SANG, "stars: 4", "stars: 6"),
        (HUNG, "Nước mắm Thu Hùng", "Nước mắm Thu Hùng chữa khỏi ho"),
        (SHOP, "status: closed", "status: closd"),
    ];
    for (file, find, put) in edits {
        let path = root.join(file);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen(find, put, 1)).unwrap();
    }
    let codes: Vec<&str> = run(root).findings.iter().map(|finding| finding.code.word()).collect();
    for code in ["unknown-producer", "star-out-of-range", "cure-claim", "unknown-word"] {
        assert!(codes.contains(&code), "{code} is missing from {codes:?}");
    }
}
