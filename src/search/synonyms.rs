//! `content/taxonomy/synonyms.yaml`: a list of groups of terms that mean the same, which an officer edits.

/// Reads the groups.
///
/// # Errors
/// When the file is not a list of lists of at least two texts; the message is for the author.
pub fn parse(text: &str) -> Result<Vec<Vec<String>>, String> {
    let groups: Vec<Vec<String>> = serde_yaml::from_str(text).map_err(|error| error.to_string())?;
    match groups.iter().find(|group| group.len() < 2) {
        Some(group) => Err(format!("a group needs two terms or more: {group:?}")),
        None => Ok(groups),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_hold_two_terms_or_more() {
        assert_eq!(parse("- [lạc, đậu phộng]\n").unwrap(), [["lạc", "đậu phộng"]]);
        assert!(parse("- [lạc]\n").is_err() && parse("lạc: x\n").is_err());
    }
}
