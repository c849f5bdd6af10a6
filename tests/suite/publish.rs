//! `ocop build` as a reader of the published folder sees it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::{Child, Stdio};

use crate::program::{Bench, Ran, files};

const DAY: &str = "build --date 2026-11-22";
const NEXT_DAY: &str = "build --date 2026-11-23";

type Files = BTreeMap<PathBuf, Vec<u8>>;

#[test]
fn a_site_is_published_and_the_second_time_nothing_is_written() {
    let bench = Bench::new();
    let first = bench.run(DAY).ends(0);
    assert!(first.stderr.contains("vào `public`, ghi mới "), "{}", first.stderr);
    assert!(bench.path("public/index.html").is_file());
    let site = files(&bench.path("public"));
    let second = bench.run(DAY).ends(0);
    assert!(second.stderr.ends_with("ghi mới 0\n"), "{}", second.stderr);
    assert!(files(&bench.path("public")) == site);
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_machine() {
    let bench = Bench::new();
    bench.run(&format!("{DAY} --out first --jobs 1")).ends(0);
    let mut other = bench.command(&format!("{DAY} --out second --jobs 8 --no-cache --lang en"));
    Ran::of(other.envs([("TZ", "America/Lima"), ("LANG", "en_US.UTF-8")]).output().unwrap()).ends(0);
    // Warm: over another day's site.
    bench.run(&format!("{NEXT_DAY} --out third")).ends(0);
    bench.run(&format!("{DAY} --out third")).ends(0);
    let first = files(&bench.path("first"));
    assert!(first == files(&bench.path("second")), "threads or environment changed the site");
    assert!(first == files(&bench.path("third")), "the former site changed the site");
}

#[test]
fn compressed_neighbours_are_the_same_whatever_the_threads_and_go_with_the_option() {
    let bench = Bench::new();
    let without = |mut files: Files| {
        files.retain(|name, _| !["br", "gz"].iter().any(|end| name.extension().is_some_and(|it| it == *end)));
        files.into_keys().collect::<Vec<_>>()
    };
    bench.run(&format!("{DAY} --out plain")).ends(0);
    let plain = files(&bench.path("plain"));
    bench.run(&format!("{DAY} --out one --precompress --jobs 1")).ends(0);
    let packed = files(&bench.path("one"));
    assert!(packed.len() > plain.len() * 2, "{} files beside {}", packed.len(), plain.len());
    assert_eq!(without(packed.clone()), plain.keys().cloned().collect::<Vec<_>>());
    bench.run(&format!("{DAY} --out plain --precompress --jobs 8")).ends(0);
    assert!(files(&bench.path("plain")) == packed, "threads or the former site changed the neighbours");
    let again = bench.run(&format!("{DAY} --out plain --precompress")).ends(0);
    assert!(again.stderr.ends_with("ghi mới 0\n"), "{}", again.stderr);
    bench.run(&format!("{DAY} --out plain")).ends(0);
    assert!(files(&bench.path("plain")) == plain);
}

#[test]
fn errors_keep_the_former_site() {
    let bench = Bench::new();
    bench.run(DAY).ends(0);
    let site = files(&bench.path("public"));
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    let ran = bench.run(DAY).ends(1);
    assert!(ran.stderr.contains("error[unknown-key]") && ran.stderr.contains("`public` giữ nguyên"), "{}", ran.stderr);
    assert!(files(&bench.path("public")) == site);
}

#[test]
fn a_folder_of_someone_else_is_refused_by_name() {
    let bench = Bench::new();
    bench.write("public/thesis.txt", "precious");
    let ran = bench.run("build --lang en").ends(2);
    assert!(ran.stderr.contains("`thesis.txt`"), "{}", ran.stderr);
    assert_eq!(files(&bench.path("public")).len(), 1);
}

#[test]
fn the_content_is_never_published_over() {
    let bench = Bench::new();
    let before = files(&bench.path("content"));
    for out in ["content", "content/public", ".", "/"] {
        bench.run(&format!("build --out {out}")).ends(2);
    }
    assert!(files(&bench.path("content")) == before);
}

/// Moments of death are drawn from a fixed seed; they differ between machines, the law does not.
#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    const SEED: u64 = 20_261_122;
    const ROUNDS: usize = 18;
    let bench = Bench::new();
    let whole = |line: &str, out: &str| {
        bench.run(&format!("{line} --out {out}")).ends(0);
        files(&bench.path(out))
    };
    let sites: [Files; 2] = [whole(DAY, "a"), whole(NEXT_DAY, "b")];
    whole(DAY, "public");
    let mut random = SEED;
    for round in 0..ROUNDS {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let line = if round % 2 == 0 { NEXT_DAY } else { DAY };
        let mut child = bench.command(line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        wait_for_stage(&mut child, &bench, round, random >> 48);
        child.kill().unwrap();
        child.wait().unwrap();
        let site = files(&bench.path("public"));
        assert!(sites.contains(&site), "half a site in round {round} of seed {SEED}");
        if round % 3 == 2 {
            assert!(site == sites[(round + 1) % 2], "the exchange was seen, and the former site is back");
        }
    }
    assert!(whole(DAY, "public") == sites[0]);
    let rubbish: Vec<String> = fs::read_dir(bench.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("ocop-work"))
        .collect();
    assert_eq!(rubbish, Vec::<String>::new());
}

/// Until the child has come to a stage of publishing that differs by round, and then for some looks more.
fn wait_for_stage(child: &mut Child, bench: &Bench, round: usize, looks: u64) {
    let (work, inode) = (bench.path(".public.ocop-work/new"), || fs::metadata(bench.path("public")).unwrap().ino());
    let before = inode();
    let come = || match round % 3 {
        0 => work.exists(),
        // The manifest is staged last; what follows is flushing and the exchange.
        1 => work.join(".ocop-manifest.json").exists(),
        // The exchange is done; what follows is removing the former site.
        _ => inode() != before,
    };
    let running = |child: &mut Child| child.try_wait().unwrap().is_none();
    while running(child) && !come() {
        std::thread::yield_now();
    }
    for _ in 0..looks % 2048 {
        if !running(child) {
            return;
        }
    }
}

/// A region that begins has places and categories and nothing else yet.
#[test]
fn a_catalogue_without_any_product_is_published_and_says_so() {
    let bench = Bench::new();
    let catalogue = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/catalogue");
    for (path, bytes) in files(&catalogue) {
        if ["site.yaml", "taxonomy", "places"].iter().any(|kept| path.starts_with(kept)) {
            bench.write(&format!("empty/{}", path.display()), bytes);
        }
    }
    bench.run("build --date 2026-11-22 --content empty").ends(0);
    let list = bench.read("public/san-pham/index.html");
    assert!(list.contains("0 sản phẩm") && list.contains("Chưa có sản phẩm nào"), "{list}");
}
