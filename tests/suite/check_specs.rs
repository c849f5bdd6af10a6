//! Runs the specs in `tests/check`: each finding has its assertion, each assertion its finding.

use std::collections::BTreeSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use ocop::base::lang::Lang;
use ocop::diag::code::Code;
use ocop::diag::locate::Finding;
use ocop::site::{Checked, Inputs, check};

use crate::spec::{Case, Expected, base, read};

pub fn spec_names() -> Vec<String> {
    let folder = format!("{}/tests/check", env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the specs are there")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok()?.strip_suffix(".md").map(str::to_owned))
        .filter(|name| name != "base")
        .collect();
    names.sort();
    names
}

fn write(case: &Case, root: &Utf8Path) {
    for (path, bytes) in &case.files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn run(case: &Case, lang: Lang) -> Checked {
    let folder = tempfile::tempdir().unwrap();
    let root = Utf8PathBuf::from_path_buf(folder.path().join("content")).unwrap();
    fs::create_dir_all(&root).unwrap();
    write(case, &root);
    let theme = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let inputs = Inputs { lang, ..Inputs::new(root, theme, jiff::civil::date(2026, 11, 22)) };
    check(&inputs).unwrap_or_else(|error| panic!("{}: {error:#}", case.title))
}

fn text_of<'s>(finding: &Finding, checked: &'s Checked) -> &'s str {
    checked.sources.text(&finding.file).and_then(|text| text.get(finding.range.clone())).unwrap_or_default()
}

/// What is wrong with a case, in words.
fn faults(case: &Case) -> Vec<String> {
    let checked = run(case, Lang::Vi);
    let mut open: Vec<&Expected> = case.expected.iter().collect();
    let mut faults = Vec::new();
    for finding in &checked.findings {
        let text = text_of(finding, &checked);
        let met = open.iter().position(|expected| {
            expected.path == finding.file
                && expected.line == finding.line
                && expected.code == finding.code.word()
                && expected.severity == finding.severity.word()
                && expected.text.as_ref().is_none_or(|expected| expected == text)
        });
        match met {
            Some(at) => drop(open.remove(at)),
            None => faults.push(format!(
                "unexpected {}[{}] at {}:{}:{} on “{text}”: {}",
                finding.severity.word(),
                finding.code.word(),
                finding.file,
                finding.line,
                finding.column,
                finding.message
            )),
        }
    }
    faults.extend(open.iter().map(|expected| format!("not found: {expected:?}")));
    let said: Vec<String> = checked.findings.iter().map(said).collect();
    let silent = case.messages.iter().filter(|message| !said.contains(message));
    faults.extend(silent.map(|message| format!("not said: {message}\n   said: {said:#?}")));
    faults
}

fn said(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{} | {help}", finding.message),
        None => finding.message.clone(),
    }
}

#[test]
fn every_spec_holds() {
    let mut report = String::new();
    let mut cases = 0;
    for name in spec_names() {
        for case in read(&name) {
            cases += 1;
            for fault in faults(&case) {
                report.push_str(&format!("tests/check/{name}.md, “{}”: {fault}\n", case.title));
            }
        }
    }
    assert!(report.is_empty(), "{report}");
    assert!(cases >= Code::ALL.len(), "{cases} cases cannot cover {} codes", Code::ALL.len());
}

#[test]
fn the_base_catalogue_has_no_findings() {
    let case = Case { title: "base".to_owned(), files: base(), ..Case::default() };
    assert_eq!(faults(&case), Vec::<String>::new());
}

#[test]
fn every_code_has_a_case_and_a_page() {
    let expected: BTreeSet<String> = spec_names()
        .iter()
        .flat_map(|name| read(name))
        .flat_map(|case| case.expected)
        .map(|expected| expected.code)
        .collect();
    for code in Code::ALL {
        assert!(expected.contains(code.word()), "no spec shows `{}`", code.word());
        let page = format!("{}/docs/diagnostics/{}.md", env!("CARGO_MANIFEST_DIR"), code.word());
        assert!(fs::exists(&page).unwrap(), "`{}` has no page in docs/diagnostics", code.word());
    }
}
