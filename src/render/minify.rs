//! Smaller CSS by `minify-html`, without leaving what the standards allow.
//!
//! It passes once, before it is put into pages (scripts pass `script`), so that its hash in the Content-Security-Policy
//! doesn't depend on the page. Pages themselves pass through [`squeeze`](crate::render::squeeze).

use anyhow::Context;
use minify_html::Cfg;

/// A whole page: what [`squeeze`](crate::render::squeeze) is held against.
#[cfg(test)]
pub fn html(page: &str) -> Vec<u8> {
    let mut cfg = Cfg::new();
    cfg.keep_closing_tags = true;
    cfg.keep_html_and_head_opening_tags = true;
    minify_html::minify(page.as_bytes(), &cfg)
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
