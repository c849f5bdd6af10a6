//! What the HTML standard says of elements, as far as white space and closing tags go.

use memchr::memchr;

/// What white space in an element's own text means (after `minify-html`'s table).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// Nothing around its children: text of white space alone goes.
    Layout,
    /// Nothing at the two ends of its content.
    Content,
    /// One space.
    Inline,
    /// Everything.
    Kept,
}

/// How the element `name` treats white space; `svg` says whether it stands in a drawing.
pub fn space(name: &str, svg: bool) -> Space {
    if svg {
        return match name {
            "desc" | "text" | "title" => Space::Content,
            "a" | "tspan" | "textPath" | "tref" => Space::Inline,
            _ => Space::Layout,
        };
    }
    match name {
        "article" | "aside" | "blockquote" | "body" | "colgroup" | "datalist" | "dialog" | "div" | "dl"
        | "fieldset" | "figure" | "footer" | "form" | "head" | "header" | "hgroup" | "html" | "main" | "map"
        | "menu" | "nav" | "ol" | "optgroup" | "picture" | "section" | "select" | "table" | "tbody" | "tfoot"
        | "thead" | "tr" | "ul" => Space::Layout,
        "address" | "audio" | "button" | "canvas" | "caption" | "figcaption" | "h1" | "h2" | "h3" | "h4" | "h5"
        | "h6" | "legend" | "meter" | "object" | "option" | "p" | "summary" | "video" | "dd" | "details" | "dt"
        | "iframe" | "label" | "li" | "noscript" | "output" | "progress" | "slot" | "td" | "template" | "th" => {
            Space::Content
        }
        "textarea" | "code" | "pre" => Space::Kept,
        _ => Space::Inline,
    }
}

/// Elements without content.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements whose content is no markup.
pub fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "title")
}

/// `text` with each of these entities as the sign that it stands for.
pub fn plainer(mut text: &str, entities: &[(&str, &str)], out: &mut Vec<u8>) {
    while let Some(at) = memchr(b'&', text.as_bytes()) {
        out.extend_from_slice(&text.as_bytes()[..at]);
        text = &text[at..];
        let (length, sign) = entities
            .iter()
            .find(|(entity, _)| text.starts_with(entity))
            .map_or((1, "&"), |(entity, sign)| (entity.len(), *sign));
        out.extend_from_slice(sign.as_bytes());
        text = &text[length..];
    }
    out.extend_from_slice(text.as_bytes());
}
