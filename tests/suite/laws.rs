//! Laws that hold for every input, tried on generated ones. A failure prints its seed and its smallest case.

use ocop::base::date::{PartialDate, add_months};
use ocop::base::text::{distance, fold, is_composed, is_slug, slug, tidy};
use ocop::source::field::FieldPath;
use ocop::source::{frontmatter, scan, yaml_plain, yaml_tree};
use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

/// YAML values of the kinds that content uses.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        (-1_000_000i64..1_000_000).prop_map(Value::from),
        "[a-zA-Zàáảãạđêôơư0-9 :#'\"\\-\\[\\]{},.!?&*|>%@`\n]{0,24}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map("[a-zà-ỹ_ ]{1,8}", inner, 0..5).prop_map(|map| Value::Mapping(
                map.into_iter().map(|(key, value)| (key.into(), value)).collect::<Mapping>()
            )),
        ]
    })
}

/// Every leaf of a value with its path.
fn leaves(value: &Value, path: &FieldPath, found: &mut Vec<(FieldPath, Value)>) {
    match value {
        Value::Sequence(items) => {
            items.iter().enumerate().for_each(|(at, item)| leaves(item, &path.item(at), found));
        }
        Value::Mapping(map) => {
            for (key, value) in map {
                leaves(value, &path.key(key.as_str().unwrap()), found);
            }
        }
        leaf => found.push((path.clone(), leaf.clone())),
    }
}

proptest! {
    #[test]
    fn every_leaf_stands_where_the_tree_says(value in value()) {
        let text = serde_yaml::to_string(&value).unwrap();
        let (tree, faults) = yaml_tree::parse(&text, 0);
        prop_assert_eq!(faults, []);
        let mut expected = Vec::new();
        leaves(&value, &FieldPath::root(), &mut expected);
        for (path, leaf) in expected {
            let found = tree.as_ref().unwrap().find(&path);
            prop_assert!(found.complete, "{path} in\n{text}");
            let slice = &text[found.value];
            // The span of a block scalar begins after its header, so that alone it is no YAML.
            if !leaf.as_str().is_some_and(|text| text.contains('\n')) {
                prop_assert_eq!(serde_yaml::from_str::<Value>(slice).ok(), Some(leaf), "{} is `{}` in\n{}", path, slice, text);
            }
        }
    }

    #[test]
    fn any_text_parses_or_is_refused_within_the_file(text in "\\PC{0,200}") {
        let (_, faults) = yaml_tree::parse(&text, 7);
        for fault in faults {
            prop_assert!(fault.span.start >= 7 && fault.span.end <= 7 + text.len());
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn a_slug_is_a_slug_or_nothing(text in "\\PC{0,40}") {
        let slug = slug(&text);
        prop_assert!(slug.is_empty() || is_slug(&slug));
    }

    #[test]
    fn tidied_text_is_composed_and_stays(text in "[a-zA-ZàáảãạđĐðÐƣƢêôơư\u{300}\u{301}\u{303}\u{309}\u{323}\u{31b} ]{0,30}") {
        let tidied = tidy(&text);
        prop_assert!(is_composed(&tidied));
        prop_assert_eq!(tidy(&tidied), tidied);
    }

    #[test]
    fn distance_is_symmetric_and_bounded(left in "[a-c]{0,8}", right in "[a-c]{0,8}") {
        let away = distance(&left, &right);
        prop_assert_eq!(away, distance(&right, &left));
        prop_assert!(away <= left.len().max(right.len()));
        prop_assert_eq!(away == 0, left == right);
    }

    #[test]
    fn a_date_prints_as_it_was_read(year in 1900i16..2200, month in 1i8..13, day in 1i8..29) {
        for text in [format!("{year}"), format!("{year}-{month:02}"), format!("{year}-{month:02}-{day:02}")] {
            let date = PartialDate::parse(&text).unwrap();
            prop_assert_eq!(date.to_string(), text);
            prop_assert!(date.first() <= date.last());
            prop_assert!(add_months(date.first(), 36) <= add_months(date.last(), 36));
        }
    }
}

/// Lines that look like YAML and often are none.
fn lines() -> impl Strategy<Value = String> {
    let line = "( {0,5}(- ){0,2}([a-c]:)?( ?[a-z0-9:#'\"\\[\\]{},&*!|>~đ-]{0,3}){0,3})";
    proptest::collection::vec(line, 0..8).prop_map(|lines| lines.join("\n"))
}

#[track_caller]
fn agrees(text: &str) -> bool {
    let read = yaml_plain::parse(text, 3);
    let is_read = read.is_some();
    if is_read {
        assert_eq!((read, Vec::new()), yaml_tree::parse_any(text, 3), "{text}");
    }
    is_read
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_without_the_parser_is_what_the_parser_reads(text in lines()) {
        agrees(&text);
    }

    #[test]
    fn generated_values_are_read_without_the_parser_as_with_it(value in value()) {
        agrees(&serde_yaml::to_string(&value).unwrap());
    }
}

#[test]
fn nearly_all_content_is_read_without_the_parser() {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/content");
    let sources = scan::scan(content.into()).unwrap();
    let (mut read, mut all) = (0, 0);
    for file in sources.files.iter().filter(|file| !file.path.ends_with(".en.md")) {
        let Some(text) = file.text() else { continue };
        let front = frontmatter::split(text).ok().and_then(|parts| parts.yaml);
        let yaml = if file.path.ends_with(".md") { &text[front.unwrap_or_default()] } else { text };
        all += 1;
        read += usize::from(agrees(yaml));
    }
    assert!(read * 10 > all * 9, "{read} of {all}");
}
