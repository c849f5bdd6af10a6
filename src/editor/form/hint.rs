//! What a field of the form says under its name: the handbook's words, told to somebody who sees fields and no file.
//!
//! The handbook writes of files: folders, quotes, keys, the words of a vocabulary. The form has a place for each of these
//! (a star at what must be filled in, names of choices, fields of their own), so its hints leave them out.

use serde_json::Value;

use crate::base::text::capitalized;

/// What the handbook says of files, and what is meant by it in the form. A phrase stands before what it holds.
const SAID: [(&str, &str); 14] = [
    ("Tên thư mục cũ", "Mã cũ, nếu mục này đã đổi mã"),
    ("Tên tệp cũ", "Mã cũ, nếu mục này đã đổi mã"),
    ("Tên tệp ảnh cạnh index.md", "Tên của ảnh, nằm cùng chỗ với mục này"),
    ("Tệp ảnh", "Ảnh"),
    ("Nguồn của cả tệp", "Nguồn của mọi điều ghi ở đây"),
    ("mỗi ngày một date và nguồn source", "mỗi ngày kèm nguồn"),
    ("Bắt buộc với organisation", "Bắt buộc khi là của một cơ quan, hợp tác xã, công ty"),
    ("Bắt buộc khi person có số hoặc thư", "Bắt buộc khi là số hoặc thư của một người"),
    ("Xã nay thu-mot, xã cũ thu-mot-cu, huyện huyen-thu, tỉnh khác tinh-khac/khac-mot-cu.", ""),
    ("Đặt trong nháy.", ""),
    (", trong dấu nháy", ""),
    (", dùng ở category.group", ""),
    ("thì bỏ", "thì để trống"),
    ("Không ghi là", "Để trống là"),
];

/// The example at a hint's end, which shows how a file writes the value.
const EXAMPLE: &str = " Ví dụ: ";
/// What the form's star says.
const REQUIRED: &str = "Bắt buộc.";
/// A reference is chosen by its name, not typed as an id.
const ID: &str = "Mã ";

/// A text of the handbook as the form says it.
pub fn said(text: &str) -> String {
    SAID.iter().fold(text.to_owned(), |text, (file, form)| text.replace(file, form))
}

/// What is said of the field that `property` of the schema became with `settings`, unless its label says it already.
pub fn hint(property: &Value, settings: &Value) -> Option<String> {
    let told = said(property["description"].as_str()?);
    let (told, example) = told.split_once(EXAMPLE).map_or((&*told, None), |(told, example)| (told, Some(example)));
    let known = known(settings);
    let sentences = told.split_inclusive(". ").map(str::trim).filter(|sentence| !matches!(*sentence, REQUIRED | ""));
    let told: Vec<String> = sentences.filter_map(|sentence| sentence_for(sentence, &known)).collect();
    let told = capitalized(strip_id(&told.join(" "), settings));
    let is_label = told.trim_end_matches('.') == said(property["title"].as_str().unwrap_or_default());
    let told = if is_label { String::new() } else { told };
    let example = example.filter(|_| is_typed(settings)).map(|example| format!("Ví dụ: {}", example.trim_matches('"')));
    let parts: Vec<String> = [Some(told), example].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What the form shows by itself in and below a field: the words to choose from with their names, the fields of a block.
fn known(settings: &Value) -> Vec<(&str, &str)> {
    let words = settings["options"].as_array().into_iter().flatten();
    let words = words.filter_map(|option| Some((option["value"].as_str()?, option["label"].as_str()?)));
    let fields = settings["fields"].as_array().into_iter().flatten();
    let fields = fields.filter_map(|field| Some((field["name"].as_str()?, field["label"].as_str()?)));
    words.chain(fields).collect()
}

/// The sentence without what the form shows by itself; none where nothing else is left.
fn sentence_for(sentence: &str, known: &[(&str, &str)]) -> Option<String> {
    let names = |text: &str| known.iter().find(|(word, _)| words(text).any(|other| other == *word)).copied();
    let Some((word, label)) = names(sentence) else { return Some(sentence.to_owned()) };
    if sentence.starts_with("Để trống là") {
        let label = label.split(" (").next().unwrap_or(label);
        return Some(sentence.replace(word, &label.to_lowercase()));
    }
    let head = sentence.split_once(':').map_or("", |(head, _)| head);
    (!head.is_empty() && names(head).is_none()).then(|| format!("{head}."))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric() && sign != '_').filter(|word| !word.is_empty())
}

fn strip_id<'t>(text: &'t str, settings: &Value) -> &'t str {
    let is_chosen = matches!(settings["widget"].as_str(), Some("relation" | "select"));
    if is_chosen { text.strip_prefix(ID).unwrap_or(text) } else { text }
}

fn is_typed(settings: &Value) -> bool {
    let is_text = settings["fields"][0]["name"] == "vi";
    is_text || matches!(settings["widget"].as_str(), Some("string" | "text" | "number"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(title: &str, description: &str, settings: Value, expected: Option<&str>) {
        let property = json!({ "title": title, "description": description });
        assert_eq!(hint(&property, &settings).as_deref(), expected);
    }

    #[test]
    fn what_the_form_shows_by_itself_is_not_said_again() {
        check("Chủ thể", "Mã chủ thể. Bắt buộc. Ví dụ: htx-thu", json!({ "widget": "relation" }), None);
        let options =
            json!([{ "value": "shop", "label": "Cửa hàng (shop)" }, { "value": "fair", "label": "Hội chợ (fair)" }]);
        let select = json!({ "widget": "select", "options": options });
        check("Loại", "Loại. Bắt buộc. shop cửa hàng; fair hội chợ. Ví dụ: shop", select.clone(), None);
        let empty = "Loại: shop cửa hàng; fair hội chợ. Không ghi là shop.";
        check("Loại hình", empty, select, Some("Loại. Để trống là cửa hàng."));
        let block = json!({ "widget": "object", "fields": [{ "name": "number", "label": "Số" }] });
        check("Quyết định", "Quyết định: number số hiệu (bắt buộc).", block, None);
    }

    #[test]
    fn files_are_not_spoken_of() {
        let typed = || json!({ "widget": "string" });
        let picture = "Tên tệp ảnh cạnh index.md. Bắt buộc. JPEG, PNG hoặc WebP. Ví dụ: chai.jpg";
        let expected = "Tên của ảnh, nằm cùng chỗ với mục này. JPEG, PNG hoặc WebP. Ví dụ: chai.jpg";
        check("Tệp ảnh", picture, typed(), Some(expected));
        let phone = "Điện thoại. Đặt trong nháy. Ví dụ: \"0900 000 000\"";
        check("Điện thoại", phone, typed(), Some("Ví dụ: 0900 000 000"));
        check("Ngày", "Ngày ký. Không có thì bỏ.", typed(), Some("Ngày ký. Không có thì để trống."));
    }
}
