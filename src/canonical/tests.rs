//! The formatter's cases, and its law: what is written means what was written before.

use proptest::prelude::*;

use super::*;
use crate::source::{yaml_plain, yaml_tree};

#[track_caller]
fn check(text: &str, expected: &str) {
    let path = "products/gao/index.md";
    let shape = shape_of(Kind::Product, Lang::Vi);
    let written = yaml(text, shape).unwrap();
    assert_eq!(written, expected);
    assert_eq!(yaml(&written, shape).unwrap(), written, "a second time changes it");
    let whole = file(path, &format!("---\n{text}---\n")).unwrap().unwrap();
    assert_eq!(whole, format!("---\n{expected}---\n"));
}

#[test]
fn keys_follow_the_schema_and_unknown_ones_come_last() {
    check(
        "producer: b\nla: 1\nname:\n  en: Rice\n  vi: Gạo\nsources: [s]\n",
        "name:\n  vi: Gạo\n  en: Rice\nproducer: b\nsources: [s]\nla: 1\n",
    );
}

#[test]
fn letters_are_put_right_everywhere() {
    check("name: nu\u{31b}o\u{31b}\u{301}c trƣớc # Ðạt\n", "name: nước trước  # Đạt\n");
}

#[test]
fn only_texts_that_could_be_misread_are_quoted() {
    check("name: 'Gạo'\nofficial_code: '0123'\n", "name: Gạo\nofficial_code: \"0123\"\n");
    check(
        "name: 'a: b'\nother_names: ['có', '# x', 'no', \"nói \\\"a\\\"\"]\n",
        "name: \"a: b\"\nother_names: [có, \"# x\", \"no\", nói \"a\"]\n",
    );
    check(
        "recognitions:\n- {stars: 3, date: '2020', decision: {number: '12', date: \"2020-07-14\"}}\n",
        "recognitions:\n  - stars: 3\n    date: 2020\n    decision:\n      number: \"12\"\n      date: 2020-07-14\n",
    );
}

#[test]
fn what_is_no_text_stays_what_it_is() {
    check("name: 12\nabv: 4.50\nsummary: ~\n", "name: 12\nsummary:\nabv: 4.50\n");
}

#[test]
fn comments_stay_with_their_lines() {
    check(
        "# Về tệp này\n\n# chủ thể\nproducer: b # bên\n# tên\nname: a\n#cuối\n",
        "# Về tệp này\n\n# tên\nname: a\n# chủ thể\nproducer: b  # bên\n#cuối\n",
    );
    check(
        "recognitions: # các lần\n    # lần đầu\n    - date: 2020 # năm\n      # sao\n      stars: 3\n      # hết lần đầu\n    # hết\n# của sources\nsources: s\n",
        "recognitions:  # các lần\n  # lần đầu\n  # sao\n  - stars: 3\n    date: 2020  # năm\n    # hết lần đầu\n  # hết\n# của sources\nsources: s\n",
    );
    // Under a dash whose value comes on a later line, and behind brackets in a list of lists.
    check("la:\n  - [a, [b]]\n  -\n     # hai\n     - c\n", "la:\n  -\n    - a\n    - [b]\n  # hai\n  -\n    - c\n");
    check("facts:\n  # - text: sau này\nsources: s\n", "facts:\n  # - text: sau này\nsources: s\n");
    check("sources: [a, # một\n  b]\n", "sources:\n  - a  # một\n  - b\n");
    check("- # x\n  a: 1\n", "# x\n- a: 1\n");
}

#[test]
fn empty_lines_are_kept_one_at_a_time() {
    check("\n\nname: a\n\n\nproducer: b\n\n", "name: a\n\nproducer: b\n");
    check("category:\n\n  group: x\n\n  subgroup: 9\n", "category:\n  group: x\n\n  subgroup: 9\n");
}

#[test]
fn long_texts_keep_their_lines() {
    check("name: |\n    một\n\n    hai\nproducer: b\n", "name: |\n  một\n\n  hai\nproducer: b\n");
    check("name: >-  # gấp\n   một\n   hai\n\n\n", "name: >-  # gấp\n  một\n  hai\n");
    check("name: một\n  hai\n", "name: một hai\n");
    check("name: \"một\\nhai\\n\"\n", "name: |\n  một\n  hai\n");
    check("name: \" một\\nhai\"\n", "name: \" một\\nhai\"\n");
}

#[test]
fn numbers_stand_between_brackets() {
    check("season:\n  months:\n    - 3\n    - 4\n", "season:\n  months: [3, 4]\n");
    check("place: {unit: a, point: [105.9,18.3]}\n", "place:\n  unit: a\n  point: [105.9, 18.3]\n");
}

#[test]
fn stories_end_with_one_line_end() {
    let written = |text| file("products/gao/index.md", text).unwrap().unwrap();
    assert_eq!(written("\u{feff}---\r\nname: a\r\n---\r\n\r\n\r\nChữ.  \r\n\r\n"), "---\nname: a\n---\n\nChữ.\n");
    assert_eq!(written("---\nname: a\n---\n\n    mã\nx  \ny\n\n"), "---\nname: a\n---\n\n    mã\nx  \ny\n");
    assert_eq!(written("---\nname: a\n---\n\n"), "---\nname: a\n---\n");
    assert_eq!(file("products/gao/index.en.md", "Only a story").unwrap().unwrap(), "Only a story\n");
}

#[test]
fn a_broken_file_has_no_form() {
    for text in ["a: 'x\n", "một chữ\n", "a: 1\na: 2\n", "a: &x 1\n", "a: [\n"] {
        assert_eq!(yaml(text, None), Err(Unformatted::Broken), "{text}");
    }
    assert_eq!(file("products/gao/index.md", "---\nname: a\n"), Some(Err(Unformatted::Broken)));
    assert_eq!(file("taxonomy/synonyms.yaml", "a: 1"), None);
}

/// Values as people write them, with everything that could trip a formatter.
fn scalar_text() -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        Just("no".to_owned()),
        Just("~".to_owned()),
        Just("0912345678".to_owned()),
        Just("2020-07".to_owned()),
        Just("a: b".to_owned()),
        Just("x #y".to_owned()),
        Just(" lề ".to_owned()),
        Just("một\nhai\n".to_owned()),
        Just("\n".to_owned()),
        Just("- x".to_owned()),
        Just("trƣớc".to_owned()),
        Just("12:30".to_owned()),
        Just("[a]".to_owned()),
        Just("'\"\\".to_owned()),
        Just("1e3".to_owned()),
        Just("\u{85}\u{2028}".to_owned()),
    ];
    prop_oneof![2 => odd, 2 => "[a-zđ ƣ:#,.'\"\\[\\]{}&*!|>%@`?-]{0,12}", 1 => "\\PC{0,8}"]
}

fn value(depth: u32) -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        4 => scalar_text().prop_map(serde_json::Value::String),
        1 => any::<i32>().prop_map(serde_json::Value::from),
        1 => any::<bool>().prop_map(serde_json::Value::from),
        1 => Just(serde_json::Value::Null),
    ];
    let key = prop_oneof![
        Just("name"),
        Just("producer"),
        Just("recognitions"),
        Just("date"),
        Just("stars"),
        Just("vi"),
        Just("la"),
        Just("sources"),
        Just("season"),
        Just("months"),
        Just("facts"),
        Just("text"),
    ];
    leaf.prop_recursive(depth, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(serde_json::Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..4)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A value in one of many ways to write it, with comments and empty lines strewn in.
fn written(value: &serde_json::Value, seed: &mut u64, depth: usize) -> String {
    *seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
    let roll = *seed >> 60;
    let pad = "   ".repeat(depth);
    let comment = match roll & 7 {
        0 => format!("{pad}# ghi chú {roll}\n"),
        1 => "\n".to_owned(),
        2 => format!("{pad}  # sâu hơn\n"),
        _ => String::new(),
    };
    let side = if roll & 8 == 0 { " # bên" } else { "" };
    match value {
        serde_json::Value::Object(map) if !map.is_empty() && roll != 15 => {
            let mut text = String::from("\n");
            for (key, value) in map {
                text.push_str(&format!("{comment}{pad}{key}:"));
                text.push_str(&written(value, seed, depth + 1));
            }
            text
        }
        serde_json::Value::Array(items) if !items.is_empty() && roll != 15 => {
            let mut text = String::from("\n");
            for item in items {
                let inner = written(item, seed, depth + 1);
                text.push_str(&format!("{comment}{pad}-{inner}"));
            }
            text
        }
        // JSON is YAML but for the line ends that JSON leaves bare.
        other => format!(
            " {}{side}\n{comment}",
            other.to_string().replace(['\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'], " ")
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn meaning_and_comments_survive_and_a_second_time_changes_nothing(value in value(3), mut seed in any::<u64>()) {
        let text = written(&value, &mut seed, 0);
        let text = text.trim_start_matches('\n');
        let shape = shape_of(Kind::Product, Lang::Vi);
        // `yaml` itself compares trees and comments; here `serde_yaml`, which reads the content, has its say.
        match yaml(text, shape) {
            Ok(first) => {
                if let Some(tree) = yaml_plain::parse(&first, 0) {
                    prop_assert_eq!((Some(tree), Vec::new()), yaml_tree::parse_any(&first, 0), "from {:?}", text);
                }
                let again = yaml(&first, shape);
                prop_assert_eq!(again.as_ref(), Ok(&first), "from {:?}", text);
                let before: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
                let after: serde_yaml::Value = serde_yaml::from_str(&first).unwrap();
                prop_assert_eq!(normal(&before), normal(&after), "from {:?} to {:?}", text, first);
            }
            Err(fault) => prop_assert_eq!(fault, Unformatted::Broken, "{:?}", text),
        }
    }
}

/// The value with letters put right and dates as texts, in a form that compares.
fn normal(value: &serde_yaml::Value) -> serde_json::Value {
    use serde_yaml::Value as Yaml;
    match value {
        Yaml::String(text) => serde_json::Value::String(tidy(text)),
        Yaml::Number(number) => serde_json::Value::String(number.to_string()),
        Yaml::Sequence(items) => items.iter().map(normal).collect(),
        Yaml::Mapping(map) => {
            let mut pairs: Vec<_> =
                map.iter().map(|(key, value)| (tidy(key.as_str().unwrap_or_default()), normal(value))).collect();
            pairs.sort_by(|left, right| left.0.cmp(&right.0));
            serde_json::Value::Object(pairs.into_iter().collect())
        }
        Yaml::Bool(flag) => serde_json::Value::Bool(*flag),
        Yaml::Null | Yaml::Tagged(_) => serde_json::Value::Null,
    }
}
