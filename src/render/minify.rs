//! Smaller HTML and CSS, without leaving what the standards allow.
//!
//! `minify-html` is not idempotent in every setting (measured: without both `keep_…` below a second run removes more), so a
//! page passes here exactly once. CSS passes (and scripts pass `script`) before they are put into pages, so that their hashes in the
//! Content-Security-Policy don't depend on the page.

use anyhow::Context;
use minify_html::Cfg;

/// A whole page.
pub fn html(page: &str) -> Vec<u8> {
    let mut cfg = Cfg::new();
    cfg.keep_closing_tags = true;
    cfg.keep_html_and_head_opening_tags = true;
    minify_html::minify(page.as_bytes(), &cfg)
}

/// Puts back the space after the semicolon of `<meta http-equiv=refresh>`, which the HTML standard asks for in the form
/// that checkers accept and which `minify-html` takes away.
pub fn restore_refresh(page: Vec<u8>) -> Vec<u8> {
    String::from_utf8(page)
        .map_or_else(|error| error.into_bytes(), |text| text.replacen("\"0;url=", "\"0; url=", 1).into_bytes())
}

/// A style sheet.
pub fn css(text: &str) -> anyhow::Result<String> {
    let mut cfg = Cfg::new();
    cfg.minify_css = true;
    inside(text, "style", &cfg)
}

/// Minifies through an element around `text`, since the crate's own door to CSS is closed.
fn inside(text: &str, name: &str, cfg: &Cfg) -> anyhow::Result<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let whole = minify_html::minify(format!("{open}{text}{close}").as_bytes(), cfg);
    let whole = String::from_utf8(whole).context("minified text is not UTF-8")?;
    let inner = whole.strip_prefix(&open).and_then(|rest| rest.strip_suffix(&close));
    Ok(inner.context("minified text lost its element")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_keep_their_frame_and_a_second_run_changes_nothing() {
        let page = "<!doctype html>\n<html lang=\"vi\">\n<head>\n<title>x</title>\n</head>\n<body>\n<p class=\"a b\">x</p>\n</body>\n</html>\n";
        let once = html(page);
        let text = String::from_utf8(once.clone()).unwrap();
        assert!(text.contains("<head>") && text.contains("</head>") && text.contains("</p>"), "{text}");
        assert_eq!(html(&text), once);
    }

    #[test]
    fn styles_get_smaller() {
        assert_eq!(css("a {\n  color: red;\n}\n").unwrap(), "a{color:red}");
    }
}
