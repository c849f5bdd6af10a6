//! One script from a module and those it imports, so that a page asks for one file.
//!
//! Themes write plain modules: `import { a } from "./x.js";` on one line, exports before declarations. Names at the top
//! level must differ between modules that are put together; a browser would report the script otherwise.

use anyhow::Context as _;

use crate::render::theme::Theme;

/// The module `name` with everything it imports from its own folder put before it.
///
/// # Errors
/// When it imports what the theme lacks.
pub fn bundle(theme: &Theme, name: &str) -> anyhow::Result<String> {
    let mut parts = Vec::new();
    gather(theme, name, &mut Vec::new(), &mut parts).with_context(|| format!("in `{name}`"))?;
    let last = parts.pop().expect("the module itself stands last");
    let inner = parts.iter().map(|part| part.replace("\nexport ", "\n"));
    Ok(inner.chain([last]).collect::<Vec<_>>().join("\n"))
}

fn gather(theme: &Theme, name: &str, seen: &mut Vec<String>, parts: &mut Vec<String>) -> anyhow::Result<()> {
    if seen.iter().any(|other| other == name) {
        return Ok(());
    }
    seen.push(name.to_owned());
    let mut own = String::new();
    for line in theme.text(name)?.lines() {
        match imported(line) {
            Some(file) => {
                let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
                gather(theme, &format!("{folder}/{file}"), seen, parts)?;
            }
            None => own.push_str(&format!("\n{line}")),
        }
    }
    parts.push(own);
    Ok(())
}

/// The file that a line imports from the same folder.
fn imported(line: &str) -> Option<&str> {
    line.strip_prefix("import ")?.split_once("from \"./")?.1.strip_suffix("\";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_holds_each_module_once_before_what_imports_it() {
        let files = [
            ("scripts/a.js", "import { b } from \"./b.js\";\nimport { c } from \"./c.js\";\nexport const a = b + c;"),
            ("scripts/b.js", "import { c } from \"./c.js\";\nexport const b = c;"),
            ("scripts/c.js", "export const c = 1;"),
        ];
        let files = files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().into())).collect();
        let text = bundle(&Theme { files }, "scripts/a.js").unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["const c = 1;", "const b = c;", "export const a = b + c;"]);
    }
}
