//! The command line: exit codes, streams, formats, languages.

use std::process::Stdio;

use serde_json::Value;

use crate::program::{Bench, Ran};

const PRODUCT: &str = "content/products/san-pham-thu/index.md";

/// A product whose stated term is not 36 months: a warning.
const ODD_TERM: &str = "---
name: Sản phẩm thử
producer: chu-the-thu
category: { group: thuc-pham }
recognitions:
  - stars: 3
    date: 2024-10-15
    valid_until: 2026-10-15
    source: quyet-dinh-thu
sources: quyet-dinh-thu
---
";

#[test]
fn help_and_mistakes_are_told_in_both_languages() {
    let cases = trycmd::TestCases::new();
    cases.case("tests/cmd/*.md").env("COLUMNS", "100").run();
}

#[test]
fn a_sound_catalogue_is_done() {
    let ran = Bench::new().run("check").ends(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", "nội dung không có lỗi\n"));
}

#[test]
fn errors_reject_and_go_to_stderr_for_people() {
    let bench = Bench::new();
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    let ran = bench.run("check --lang en").ends(1);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("content/site.yaml:9:1: error[unknown-key]: "), "{}", ran.stderr);
    assert!(ran.stderr.contains("help: did you mean `publisher`?"), "{}", ran.stderr);
    assert!(!ran.stderr.contains('\u{1b}'), "no colours where there is no terminal");
}

#[test]
fn warnings_reject_only_where_they_are_denied() {
    let bench = Bench::new();
    bench.write(PRODUCT, ODD_TERM);
    let severities: Vec<Value> =
        json(&bench.run("check --format json")).iter().map(|it| it["severity"].clone()).collect();
    assert!(severities.contains(&"warning".into()) && !severities.contains(&"error".into()), "{severities:?}");
    bench.run("check").ends(0);
    bench.run("check --deny-warnings").ends(1);
}

fn json(ran: &Ran) -> Vec<Value> {
    ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn json_is_one_object_a_line_with_the_keys_of_the_contract() {
    let bench = Bench::new();
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    bench.edit("content/site.yaml", "tagline:", "taglin:");
    let findings = json(&bench.run("check --format json").ends(1));
    assert!(findings.len() >= 2);
    for finding in &findings {
        let keys: Vec<&str> = finding.as_object().unwrap().keys().map(String::as_str).collect();
        let contract =
            ["code", "severity", "path", "line", "column", "end_line", "end_column", "message", "help", "field"];
        assert_eq!(keys, contract);
        assert_eq!(finding["path"], "content/site.yaml");
    }
}

#[test]
fn paths_are_relative_to_the_working_directory_however_the_folder_is_named() {
    let bench = Bench::new();
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    let absolute = bench.path("content").display().to_string();
    for named in ["content/", "./content", "content/../content/.", &absolute] {
        let findings = json(&bench.run(&format!("check --format json --content {named}")));
        let path = findings[0]["path"].as_str().unwrap();
        assert!(
            path == "content/site.yaml" || named.contains("..") && path == "content/../content/site.yaml",
            "{path}"
        );
    }
}

#[test]
fn every_machine_format_leaves_stdout_to_the_data() {
    let bench = Bench::new();
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    let out = |format: &str| bench.run(&format!("check --format {format}")).ends(1).stdout;
    assert!(out("github").starts_with("::error file=content/site.yaml,line="));
    let gitlab: Value = serde_json::from_str(&out("gitlab")).unwrap();
    assert!(gitlab[0]["fingerprint"].is_string());
    let sarif: Value = serde_json::from_str(&out("sarif")).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(out("human"), "");
}

#[test]
fn the_language_follows_the_option_then_the_locale_then_vietnamese() {
    let bench = Bench::new();
    let said = |line: &str, locale: &[(&str, &str)]| {
        Ran::of(bench.command(line).envs(locale.iter().copied()).output().unwrap()).ends(0).stderr
    };
    let (vietnamese, english) = ("nội dung không có lỗi\n", "no problems found\n");
    assert_eq!(said("check", &[]), vietnamese);
    assert_eq!(said("check", &[("LANG", "en_GB.UTF-8")]), english);
    assert_eq!(said("check", &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "vi_VN.UTF-8")]), vietnamese);
    assert_eq!(said("check --lang vi", &[("LANG", "en_GB.UTF-8")]), vietnamese);
    assert_eq!(said("check", &[("LANG", "C.UTF-8")]), vietnamese);
}

#[test]
fn the_date_comes_from_the_option_or_the_epoch() {
    let bench = Bench::new();
    bench.edit("content/sources/bao-thu.yaml", "2024-10-20", "2026-11-22");
    let findings = |line: &str, epoch: &str| {
        Ran::of(bench.command(line).env("SOURCE_DATE_EPOCH", epoch).output().unwrap()).stdout.lines().count()
    };
    // 2026-11-22 begins in Vietnam at 17:00 UTC of the day before.
    assert_eq!(findings("check --format json", "1795280400"), 0);
    assert_eq!(findings("check --format json", "1795280399"), 1);
    assert_eq!(findings("check --format json --date 2026-11-22", "0"), 0);
    let bad = Ran::of(bench.command("check").env("SOURCE_DATE_EPOCH", "today").output().unwrap()).ends(2);
    assert_eq!(bad.stderr, "lỗi: SOURCE_DATE_EPOCH là `today`, không phải số giây kể từ 1970\n");
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let bench = Bench::new();
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    let mut child = bench.command("check --format json").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    Ran::of(child.wait_with_output().unwrap()).ends(1);
}

#[test]
fn a_full_disk_under_stdout_is_told() {
    let bench = Bench::new();
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = Ran::of(bench.command("check --format json").stdout(full).output().unwrap()).ends(2);
    assert_eq!(ran.stderr, "lỗi: không ghi được `stdout`: đĩa đã đầy\n");
}

#[test]
fn content_that_cannot_be_read_is_a_failure_of_the_environment() {
    let bench = Bench::new();
    bench.write("file", "");
    bench.run("check --content file").ends(2);
    bench.run("check --content missing").ends(2);
}

/// A stand-in for the bundle that `npm ci` makes: what is in it is not `ocop`'s business.
fn lay_out_form(bench: &Bench) {
    bench.write("form/dist/index.html", "<!doctype html><title>Thử</title>");
    bench.write("form/dist/admin.js", "");
}

const BUILD_WITH_FORM: &str = "build --date 2026-11-22 --admin=form";

#[test]
fn a_form_that_was_not_bundled_is_asked_for() {
    let bench = Bench::new();
    bench.write("form/package.json", "{}");
    let ran = bench.run(BUILD_WITH_FORM).ends(2);
    assert!(ran.stderr.contains("hãy chạy một lần `npm ci` trong `form`"), "{}", ran.stderr);
}

#[test]
fn the_form_is_published_with_its_data_and_a_policy_of_its_own() {
    let bench = Bench::new();
    lay_out_form(&bench);
    bench.run(BUILD_WITH_FORM).ends(0);
    let forms: Value = serde_json::from_str(&bench.read("public/admin/forms.json")).unwrap();
    assert_eq!((&forms["local_only"], &forms["formats"]["ocop-product"]["markdown"]), (&true.into(), &true.into()));
    assert_eq!(bench.read("public/admin/index.html"), "<!doctype html><title>Thử</title>");
    let headers = bench.read("public/_headers");
    let (pages, form) = headers.split_once("/admin/*").unwrap();
    assert!(!pages.contains("unsafe-inline") && form.contains("X-Robots-Tag: noindex"), "{headers}");
    assert!(form.contains("! Content-Security-Policy\n") && form.contains("connect-src 'self' data: blob:;"), "{form}");
    assert!(bench.read("public/nginx.conf").contains("location /admin/ {"));
    assert!(!bench.read("public/sitemap.xml").contains("/admin/"));
}

#[test]
fn a_form_that_sends_changes_may_reach_its_host() {
    let bench = Bench::new();
    lay_out_form(&bench);
    let forms = "forms:\n  host: github\n  repository: nhom-thu/danh-muc\nlicence:";
    bench.edit("content/site.yaml", "licence:", forms);
    bench.run(BUILD_WITH_FORM).ends(0);
    let headers = bench.read("public/_headers");
    assert!(headers.contains("connect-src 'self' data: blob: https://api.github.com"), "{headers}");
    let forms: Value = serde_json::from_str(&bench.read("public/admin/forms.json")).unwrap();
    assert_eq!(forms["config"]["publish_mode"], "editorial_workflow");
}

#[test]
fn a_site_without_the_form_says_nothing_of_it() {
    let bench = Bench::new();
    bench.run("build --date 2026-11-22").ends(0);
    assert!(!bench.read("public/_headers").contains("admin"));
    assert!(!bench.path("public/admin").exists());
}
