//! The `ocop` commands of the workflows for GitHub and GitLab, run as they stand there.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::officers::git;
use crate::program::Bench;

const WORKFLOWS: [&str; 3] = [".github/workflows/content.yml", ".github/workflows/nightly.yml", ".gitlab-ci.yml"];

/// Every script line of a workflow that calls the program.
fn lines(workflow: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(workflow);
    let yaml: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut lines = Vec::new();
    collect(&yaml, &mut lines);
    lines.retain(|line| line.contains("ocop ") && !line.contains("cp target"));
    lines
}

/// The texts under `run` and `script`, line by line.
fn collect(value: &serde_yaml::Value, lines: &mut Vec<String>) {
    match value {
        serde_yaml::Value::Mapping(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    (Some("run"), serde_yaml::Value::String(text)) => lines.extend(text.lines().map(str::to_owned)),
                    (Some("script"), serde_yaml::Value::Sequence(items)) => {
                        lines.extend(items.iter().filter_map(|item| item.as_str()).map(str::to_owned));
                    }
                    _ => collect(value, lines),
                }
            }
        }
        serde_yaml::Value::Sequence(items) => items.iter().for_each(|item| collect(item, lines)),
        _ => {}
    }
}

#[test]
fn the_workflows_commands_run() {
    let bench = Bench::new();
    bench.run("fmt").ends(0);
    let folder = bench.path("");
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    std::os::unix::fs::symlink(theme, folder.join("themes")).unwrap();
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "content"]);
    git(&folder, &["commit", "-qm", "một"]);
    fs::write(folder.join("links.json"), r#"{"date": "2026-11-22", "error_map": {}}"#).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_ocop")).parent().unwrap().to_owned();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut run = 0;
    for workflow in WORKFLOWS {
        for line in lines(workflow) {
            let output = Command::new("bash")
                .args(["-eu", "-o", "pipefail", "-c", &line])
                .current_dir(&folder)
                .env("PATH", &path)
                .env("BASE", "HEAD")
                .env("GITHUB_STEP_SUMMARY", folder.join("summary.md"))
                .env_remove("SOURCE_DATE_EPOCH")
                .output()
                .unwrap();
            assert!(output.status.success(), "{workflow}: {line}\n{}", String::from_utf8_lossy(&output.stderr));
            run += 1;
        }
    }
    assert!(run >= 12, "only {run} lines call the program");
    assert!(bench.read("diff.md").contains("Không có gì đổi"));
}
