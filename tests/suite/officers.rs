//! The officers' commands on the real content and by the real program.

use std::fs;
use std::path::Path;
use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use ocop::base::lang::Lang;
use ocop::intake::{self, Fate, sheet};
use ocop::report::{self, Name, csv, xlsx};
use ocop::scaffold::{self, Request};
use ocop::site::{self, Inputs};
use ocop::source::Content;
use ocop::{canonical, editor};

use crate::program::Bench;

fn root() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn inputs() -> Inputs {
    Inputs::new(root().join("content"), root().join("themes/default"), jiff::civil::date(2026, 11, 22))
}

/// `docs/schema` offers the ids of the day it was made; those may be old, the shape may not.
#[test]
fn the_schemas_for_editors_are_fresh() {
    let (_, records) = site::read(&inputs().content).unwrap();
    for (name, text) in editor::files(Some(&records)) {
        let path = root().join("docs/schema").join(&name);
        let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let shape = |text: &str| without_ids(serde_json::from_str(text).unwrap());
        let fresh = shape(&text) == shape(&kept);
        assert!(fresh, "{path} is old: run `ocop schema --content content --out docs/schema`");
    }
}

fn without_ids(mut schema: serde_json::Value) -> serde_json::Value {
    for (_, definition) in
        schema["definitions"].as_object_mut().into_iter().flatten().filter(|(key, _)| key.starts_with("id-"))
    {
        definition["enum"] = serde_json::Value::Null;
        definition["enumDescriptions"] = serde_json::Value::Null;
    }
    schema
}

#[test]
fn the_editors_settings_name_schemas_that_are_there() {
    let settings: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(root().join(".vscode/settings.json")).unwrap()).unwrap();
    for (schema, glob) in settings["yaml.schemas"].as_object().unwrap() {
        assert!(root().join(schema).is_file(), "{schema}");
        let folder = glob.as_str().unwrap().rsplit_once('/').unwrap().0;
        assert!(root().join(folder).is_dir(), "{folder}");
    }
}

#[test]
fn the_real_content_is_canonical() {
    let (sources, _) = site::read(&inputs().content).unwrap();
    let mut odd = Vec::new();
    for file in &sources.files {
        let Content::Text(text) = &file.content else { continue };
        match canonical::file(&file.path, text) {
            Some(Ok(written)) if written != *text => odd.push(file.path.clone()),
            Some(Err(reason)) => panic!("{}: {reason:?}", file.path),
            _ => {}
        }
    }
    assert!(odd.is_empty(), "run `ocop fmt`: {odd:#?}");
}

#[test]
fn a_skeleton_of_every_kind_passes_the_check_and_is_canonical() {
    for kind in ["product", "producer", "point-of-sale", "venue", "destination", "route", "event", "source"] {
        let (mut sources, records) = site::read(&inputs().content).unwrap();
        let request = Request {
            id: "Rượu thử nghiệm".to_owned(),
            commune: (kind != "route" && kind != "source").then(|| "Thiên Cầm".to_owned()),
            ..Request::default()
        };
        let made = scaffold::skeleton(editor::kind(kind).unwrap(), &request, &records, &sources).unwrap();
        assert_eq!(canonical::file(&made.path, &made.text).unwrap().unwrap(), made.text, "{kind}");
        sources.insert(&made.path, made.text.clone());
        let checked = site::findings(site::link(sources, &inputs()).unwrap(), Lang::Vi);
        let said: Vec<_> = checked.findings.iter().filter(|finding| finding.file == made.path).collect();
        assert!(said.is_empty(), "{kind}: {said:#?}\n{}", made.text);
    }
}

#[test]
fn the_real_products_exported_and_imported_change_nothing() {
    let (sources, records) = site::read(&inputs().content).unwrap();
    let loaded = site::link(sources, &inputs()).unwrap();
    let basis =
        report::Basis { catalogue: &loaded.catalogue, config: &loaded.config, sources: &loaded.sources, year: None };
    let table = report::make(Name::Products, &basis);
    for (name, bytes) in [("a.csv", csv::bytes(&table)), ("a.xlsx", xlsx::bytes(&table).unwrap())] {
        let sheet = sheet::read(name, bytes).unwrap();
        let held = intake::Basis { records: &records, catalogue: &loaded.catalogue, source: None, file_name: name };
        let intake = intake::take(&sheet, &held).unwrap();
        let other: Vec<_> = intake.told.iter().filter(|told| !matches!(told.fate, Fate::Known(_))).collect();
        assert!(other.is_empty(), "{name}: {other:#?}");
        assert_eq!((intake.told.len(), intake.drafts.len()), (loaded.catalogue.products.len(), 0), "{name}");
    }
}

/// Without products, producers and plans; then the export of all of them imported, accepted and exported again.
#[test]
fn the_real_products_survive_a_journey_through_the_spreadsheet() {
    let full = site::load(&inputs()).unwrap();
    let export = |loaded: &site::Loaded| {
        let basis = report::Basis {
            catalogue: &loaded.catalogue,
            config: &loaded.config,
            sources: &loaded.sources,
            year: None,
        };
        report::make(Name::Products, &basis)
    };
    let table = export(&full);
    let (mut sources, _) = site::read(&inputs().content).unwrap();
    let kept = ["sources/", "places/", "taxonomy/", "site.yaml"];
    sources.files.retain(|file| kept.iter().any(|start| file.path.starts_with(start)));
    let (records, _) = ocop::read::read_all(&sources);
    let empty = site::link(sources, &inputs()).unwrap();
    let sheet = sheet::read("a.xlsx", xlsx::bytes(&table).unwrap()).unwrap();
    let held = intake::Basis { records: &records, catalogue: &empty.catalogue, source: None, file_name: "a.xlsx" };
    let intake = intake::take(&sheet, &held).unwrap();
    let mut sources = empty.sources;
    intake.drafts.iter().for_each(|draft| sources.insert(&draft.accepted_path(), draft.text.clone()));
    let accepted = export(&site::link(sources, &inputs()).unwrap());
    let rows = |table: &report::Table| {
        table.rows.iter().map(|row| row.iter().map(report::Cell::shown).collect()).collect::<Vec<Vec<String>>>()
    };
    let (before, after) = (rows(&table), rows(&accepted));
    let different: Vec<_> = before.iter().zip(&after).filter(|(left, right)| left != right).collect();
    assert!(
        different.is_empty() && before.len() == after.len(),
        "{} and {} rows, {different:#?}",
        before.len(),
        after.len()
    );
}

#[test]
fn fmt_writes_once_and_check_only_looks() {
    let bench = Bench::new();
    bench.run("fmt").ends(0);
    bench.edit("content/sources/bao-thu.yaml", "title:", "# đầu\ntitle:");
    bench.write("content/sources/le.yaml", "type: press\ntitle:   'Lẻ'\npublisher: Báo trƣớc\ngrade: B1\n");
    let before = bench.read("content/sources/le.yaml");
    let looked = bench.run("fmt --check").ends(1);
    assert_eq!(looked.stdout, "content/sources/le.yaml\n");
    assert_eq!(bench.read("content/sources/le.yaml"), before);
    bench.run("fmt").ends(0);
    assert_eq!(bench.read("content/sources/le.yaml"), "title: Lẻ\npublisher: Báo trước\ngrade: B1\ntype: press\n");
    bench.run("fmt --check").ends(0);
    bench.write("content/sources/hong.yaml", "title: 'x\n");
    let broken = bench.run("fmt").ends(1);
    assert!(broken.stderr.contains("content/sources/hong.yaml"), "{}", broken.stderr);
    assert_eq!(bench.read("content/sources/hong.yaml"), "title: 'x\n");
}

#[test]
fn new_writes_what_check_accepts_and_never_overwrites() {
    let bench = Bench::new();
    for kind in ["product", "producer", "point-of-sale", "venue", "destination", "route", "event", "source"] {
        bench.run(&format!("new {kind} muc-moi-{kind}")).ends(0);
    }
    let checked = bench.run("check --deny-warnings").ends(0);
    assert_eq!(checked.stderr, "nội dung không có lỗi\n");
    bench.run("fmt --check").ends(0);
    let path = "content/products/muc-moi-product/index.md";
    let written = bench.read(path);
    let refused = bench.run("new product muc-moi-product --lang en").ends(2);
    assert!(refused.stderr.contains("exists already"), "{}", refused.stderr);
    assert_eq!(bench.read(path), written);
    let unknown = bench.run("new product x --producer không-có").ends(2);
    assert!(unknown.stderr.contains("chu-the-thu"), "{}", unknown.stderr);
    let gaps = bench.run("report gaps").ends(0);
    assert!(gaps.stdout.contains("Còn chỗ chờ sửa"), "{}", gaps.stdout);
}

#[test]
fn open_questions_and_dead_links_lead_to_their_files() {
    let bench = Bench::new();
    bench.run("new product ruou-moi --producer chu-the-thu").ends(0);
    let source = bench.read("content/sources/bao-thu.yaml");
    bench.write("content/sources/bao-thu.yaml", format!("{source}url: https://thu.example/bai\n"));
    let dead = |url: &str| format!(r#"[{{"url": "{url}", "status": {{"text": "Rejected", "code": 404}}}}]"#);
    let report = format!(
        r#"{{"date": "2026-11-20", "error_map": {{"content/sources/bao-thu.yaml": {}, "content/sources/da-mat.yaml": {}}}}}"#,
        dead("https://thu.example/bai"),
        dead("https://thu.example/khac"),
    );
    bench.write("links.json", &report);
    let gaps = bench.run("report gaps --links links.json --date 2026-11-22").ends(0).stdout;
    assert!(gaps.contains("https://thu.example/bai: không còn trang này (404), thử ngày 20/11/2026"), "{gaps}");
    assert!(!gaps.contains("thu.example/khac"), "a link that stands nowhere any more: {gaps}");
    assert!(!bench.run("report gaps").ends(0).stdout.contains("(404)"));
    bench.run("build --date 2026-11-22").ends(0);
    assert!(bench.read("public/bien-tap/index.html").contains("chưa thử"), "nothing tried is not nothing found");
    bench.run("build --links links.json --date 2026-11-22").ends(0);
    assert!(!bench.read("public/bien-tap/index.html").contains("chưa thử"));
    for (page, file, words) in [
        ("lien-ket-hong", "sources/bao-thu.yaml", "(404)"),
        ("cho-tra-loi", "products/ruou-moi/index.md", "viết tên có dấu"),
    ] {
        let html = bench.read(&format!("public/bien-tap/{page}/index.html"));
        assert!(html.contains(file) && html.contains(words), "{html}");
    }
    bench.write("links.json", r#"{"error_map": {}}"#);
    let refused = bench.run("report gaps --links links.json --lang en").ends(2);
    assert!(refused.stderr.contains("no report of a link checker"), "{}", refused.stderr);
}

#[test]
fn reports_are_the_same_bytes_each_time() {
    let bench = Bench::new();
    for name in Name::ALL.map(Name::word) {
        for format in ["csv", "xlsx", "json", "md"] {
            let run = || {
                let line = format!("report {name} --format {format} --date 2026-11-22");
                let output = bench.command(&line).output().unwrap();
                assert_eq!(output.status.code(), Some(0), "{line}: {}", String::from_utf8_lossy(&output.stderr));
                output.stdout
            };
            assert_eq!(run(), run(), "{name} {format}");
        }
    }
    bench.run("report totals --year 2025").ends(2);
    bench.run("report nothing").ends(2);
}

#[test]
fn import_drafts_once_and_hides_drafts_from_the_check() {
    let bench = Bench::new();
    let sheet = "TT;Tên sản phẩm;Tên cơ sở sản xuất;Địa chỉ cơ sở sản xuất;Hiện trạng sản phẩm;Năm tham gia;Hạng sao và thời gian đạt sao\n\
                 1;Nem Thử;Cơ sở Nem Thử;;Đã có;2021;3 sao/2021\n";
    bench.write("bang.csv", sheet);
    let dry = bench.run("import bang.csv --dry-run").ends(0);
    assert!(dry.stdout.contains("đã lập nháp") && !bench.path("content/products/_nem-thu").exists(), "{}", dry.stdout);
    bench.run("import bang.csv").ends(0);
    let draft = bench.read("content/products/_nem-thu/index.md");
    let before = crate::program::files(&bench.path("content"));
    bench.run("import bang.csv").ends(0);
    assert_eq!(crate::program::files(&bench.path("content")), before);
    bench.run("check").ends(0);
    for (from, to) in [
        ("products/_nem-thu", "products/nem-thu"),
        ("producers/_co-so-nem-thu", "producers/co-so-nem-thu"),
        ("sources/_nhap-bang.yaml", "sources/nhap-bang.yaml"),
    ] {
        fs::rename(bench.path(&format!("content/{from}")), bench.path(&format!("content/{to}"))).unwrap();
    }
    bench.run("check").ends(0);
    bench.run("fmt --check").ends(0);
    assert_eq!(bench.read("content/products/nem-thu/index.md"), draft);
    let again = bench.run("import bang.csv").ends(0);
    assert!(again.stdout.contains("đã có trong danh mục, không đổi gì"), "{}", again.stdout);
    bench.write("khac.csv", "Họ và tên,Chức vụ\nA,B\n");
    bench.run("import khac.csv").ends(2);
    bench.run("import khong-co.xlsx").ends(2);
}

/// `git` with the settings that a commit needs.
pub fn git(folder: &Path, words: &[&str]) -> String {
    let settings = [
        "-c",
        "user.name=Thử",
        "-c",
        "user.email=thu@thu.example",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "commit.gpgsign=false",
    ];
    let output = Command::new("git").current_dir(folder).args(settings).args(words).output().unwrap();
    assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn diff_reads_revisions_and_leaves_the_work_tree_alone() {
    let bench = Bench::new();
    let folder = bench.path("");
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-qm", "một"]);
    bench.write("content/sources/moi.yaml", "title: Tin mới\npublisher: Báo\ngrade: B1\ntype: press\n");
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-qm", "hai"]);
    bench.write("content/sources/chua-ghi.yaml", "title: Chưa ghi vào git\npublisher: Báo\ngrade: B1\ntype: press\n");
    let before = crate::program::files(&folder);
    let told = bench.run("diff HEAD~1").ends(0);
    assert!(told.stdout.contains("**Tin mới** (`sources/moi`): nguồn mới: Báo chí"), "{}", told.stdout);
    assert!(told.stdout.contains("- `/nguon/moi/`") && !told.stdout.contains("chua-ghi"), "{}", told.stdout);
    let value: serde_json::Value =
        serde_json::from_str(&bench.run("diff HEAD~1 HEAD --format json").ends(0).stdout).unwrap();
    assert_eq!(value["changes"][0]["entry"], "sources/moi");
    assert_eq!(value["new"].as_str().unwrap(), git(&folder, &["rev-parse", "HEAD"]));
    assert_eq!(bench.run("diff HEAD HEAD --lang en").ends(0).stdout, "Nothing changed for readers.\n");
    let unknown = bench.run("diff no-such-revision").ends(2);
    assert!(unknown.stderr.contains("không có bản nào tên `no-such-revision`"), "{}", unknown.stderr);
    bench.run("diff --output=x HEAD").ends(2);
    assert_eq!(crate::program::files(&folder), before);
}

#[test]
fn schemas_go_to_stdout_or_into_a_folder() {
    let bench = Bench::new();
    let one: serde_json::Value = serde_json::from_str(&bench.run("schema product").ends(0).stdout).unwrap();
    assert_eq!(one["$schema"], "http://json-schema.org/draft-07/schema#");
    let all: serde_json::Value = serde_json::from_str(&bench.run("schema").ends(0).stdout).unwrap();
    assert_eq!(all.as_object().unwrap().len(), 13);
    bench.run("schema --content content --out out/schema").ends(0);
    let product: serde_json::Value = serde_json::from_str(&bench.read("out/schema/product.json")).unwrap();
    assert_eq!(product["definitions"]["id-producer"]["enum"][0], "chu-the-thu");
    bench.run("schema nothing").ends(2);
}

#[test]
fn outside_of_a_repository_diff_says_so() {
    let bench = Bench::new();
    let mut command = bench.command("diff HEAD");
    let output =
        command.env("GIT_CEILING_DIRECTORIES", Utf8PathBuf::from_path_buf(bench.path("..")).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
}

/// The fenced YAML files of a page of the handbook: path and text.
fn handbook_files(text: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for part in text.split("```yaml ").skip(1) {
        let (path, rest) = part.split_once('\n').unwrap();
        let yaml = rest.split("```").next().unwrap();
        let body = if path.ends_with(".md") { format!("---\n{yaml}---\n") } else { yaml.to_owned() };
        files.push((path.to_owned(), body));
    }
    files
}

/// Each example is put into the made-up catalogue of the browser tests, alone or with the source that its page adds.
#[test]
fn the_handbooks_examples_are_right_and_canonical() {
    let mut seen = 0;
    for page in fs::read_dir(root().join("docs/viec")).unwrap() {
        let page = page.unwrap().path();
        if page.is_dir() {
            continue;
        }
        let files = handbook_files(&fs::read_to_string(&page).unwrap());
        let (extra, entries): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, _)| path.starts_with("sources/"));
        for (path, text) in entries {
            let content = root().join("tests/browser/catalogue");
            let (mut sources, _) = site::read(&content).unwrap();
            extra.iter().for_each(|(path, text)| sources.insert(path, text.clone()));
            // An entry that took a former id has taken its folder's place.
            let former = text.lines().find_map(|line| line.strip_prefix("aliases: [")?.strip_suffix(']'));
            let folder = path.split('/').next().unwrap();
            sources
                .files
                .retain(|file| former.is_none_or(|former| !file.path.starts_with(&format!("{folder}/{former}/"))));
            sources.insert(&path, text.clone());
            assert_eq!(canonical::file(&path, &text).unwrap().unwrap(), text, "{} {path}", page.display());
            let inputs = Inputs { content, ..inputs() };
            let checked = site::findings(site::link(sources, &inputs).unwrap(), Lang::Vi);
            let wrong = |file: &str| *file == path || file.starts_with("sources/");
            let said: Vec<_> = checked.findings.iter().filter(|finding| wrong(&finding.file)).collect();
            assert!(said.is_empty(), "{} {path}: {said:#?}", page.display());
            seen += 1;
        }
    }
    assert!(seen >= 6, "{seen} examples");
}

/// What `/nha-hang/` and `/don-khach/` offer to copy, with ids of the made-up catalogue in place of the blanks.
#[test]
fn what_pages_offer_to_copy_passes_the_check() {
    let copied = |page: &str| {
        let text = fs::read_to_string(root().join("content/pages").join(page)).unwrap();
        let (_, rest) = text.split_once("```yaml\n").unwrap_or_else(|| panic!("{page} has nothing to copy"));
        let yaml = rest.split_once("```").unwrap().0;
        [("ma-nguon", "bao-thu"), ("ma-san-pham", "con-hieu-luc"), ("thien-cam", "thu-mot")]
            .iter()
            .fold(yaml.to_owned(), |yaml, (blank, id)| yaml.replace(blank, id))
    };
    let visits = |page| format!("---\nname: Nơi thử\n{}sources: bao-thu\n---\n", copied(page));
    for (path, text) in [
        ("venues/noi-thu/index.md", copied("nha-hang.md")),
        ("venues/noi-thu/index.md", copied("nha-hang.en.md")),
        ("producers/noi-thu/index.md", visits("don-khach.md")),
        ("producers/noi-thu/index.md", visits("don-khach.en.md")),
    ] {
        let content = root().join("tests/browser/catalogue");
        let (mut sources, _) = site::read(&content).unwrap();
        sources.insert(path, text.clone());
        let inputs = Inputs { content, ..inputs() };
        let checked = site::findings(site::link(sources, &inputs).unwrap(), Lang::Vi);
        let said: Vec<_> = checked.findings.iter().filter(|finding| finding.file == path).collect();
        assert!(said.is_empty(), "{text}\n{said:#?}");
    }
}
