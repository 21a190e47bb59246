//! Names by which somebody well known is called that are no part of the name: a father's by his son, a
//! word of first letters, what friends say.

/// A folded by-name, and the name.
const BY_NAMES: &[(&str, &str)] = &[
    ("abu ala", "ahmed qurei"),
    ("abu ammar", "yasser arafat"),
    ("abu mazen", "mahmoud abbas"),
    ("amlo", "andres manuel lopez obrador"),
    ("bongbong marcos", "ferdinand marcos"),
    ("bush jr", "george w bush"),
    ("bush sr", "george h w bush"),
    ("gedhun choekyi nyima", "panchen lama"),
    ("lula", "luiz inacio lula da silva"),
    ("mbs", "mohammed bin salman"),
    ("mbz", "mohammed bin zayed"),
    ("pepe lobo", "porfirio lobo"),
];

/// The name of whom a folded name calls by another.
pub(super) fn by_name(folded: &str) -> Option<&'static str> {
    let at = BY_NAMES.binary_search_by_key(&folded, |(by_name, _)| by_name).ok()?;
    BY_NAMES.get(at).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_stand_by_their_letters() {
        assert!(BY_NAMES.is_sorted());
        assert_eq!(by_name("abu mazen"), Some("mahmoud abbas"));
        assert_eq!(by_name("abu"), None);
    }
}
