//! Which state a place lies in, so that "in India" and "in Kuwait City" are told to be two.

use chancery_model::{EntityId, EntityKind, slug};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Places of the world, each with the code of the state that it lies in; none of a name that places
/// of two states have.
fn states() -> &'static HashMap<String, Option<&'static str>> {
    static TABLE: OnceLock<HashMap<String, Option<&'static str>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/places.tsv"));
        let mut table = HashMap::new();
        for row in rows.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let (Some(names), Some(code)) = (cells.next(), cells.next()) else { continue };
            for name in names.split('|').filter(|_| code.len() == 2) {
                let known = table.entry(slug(name)).or_insert(Some(code));
                *known = known.filter(|known| *known == code);
            }
        }
        table
    })
}

/// The code of the state that a place lies in, or is.
fn state_of(place: &EntityId) -> Option<&str> {
    match place.kind() {
        EntityKind::State => Some(place.rest()),
        _ => states().get(place.rest()).copied().flatten(),
    }
}

/// Whether one of two is a state and the other a place in it.
pub(super) fn is_in(one: &EntityId, other: &EntityId) -> bool {
    one.kind() != other.kind() && is_in_one_state(one, other) == Some(true)
}

/// Whether two places lie in one state, where it is known of both.
pub(super) fn is_in_one_state(one: &EntityId, other: &EntityId) -> Option<bool> {
    Some(state_of(one)? == state_of(other)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_in_a_state() {
        let id = |id: &str| id.parse::<EntityId>().expect("an id");
        assert!(is_in(&id("place:kuwait-city"), &id("state:KW")));
        assert!(is_in(&id("state:US"), &id("place:washington-d-c")));
        assert!(!is_in(&id("state:IN"), &id("place:kuwait-city")));
        assert!(!is_in(&id("place:geneva"), &id("place:zurich")));
        assert_eq!(is_in_one_state(&id("state:IN"), &id("place:nowhere-in-particular")), None);
    }
}
