//! Which state a place lies in, so that "in India" and "in Kuwait City" are told to be two; and which
//! names are spellings of one place.

use super::title::stem;
use chancery_model::{EntityId, EntityKind, slug};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// A place of the world: the code of the state that it lies in, and the name that it has first.
type Row = (&'static str, &'static str);

/// Places by name: the state that a name tells, and the place that it tells.
type Places = HashMap<String, (Option<&'static str>, Option<Row>)>;

/// Places of the world, by name; nothing for a name that places of two states have, and no first name
/// for one that two places of one state have.
fn places() -> &'static Places {
    static TABLE: OnceLock<Places> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/places.tsv"));
        let mut table = HashMap::new();
        for row in rows.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let (Some(names), Some(code)) = (cells.next(), cells.next()) else { continue };
            let first = names.split('|').next().unwrap_or(names);
            for name in names.split('|').filter(|_| code.len() == 2) {
                let (state, place) =
                    table.entry(slug(name)).or_insert((Some(code), Some((code, first))));
                *state = state.filter(|known| *known == code);
                *place = place.filter(|known| *known == (code, first));
            }
        }
        table
    })
}

/// Whether a place is a part of the world with many states: "her first trip to Africa".
pub(super) fn is_region(place: &EntityId) -> bool {
    place.kind() == EntityKind::Place && region_names().contains(place.rest())
}

fn region_names() -> &'static HashSet<String> {
    static TABLE: OnceLock<HashSet<String>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/places.tsv"));
        let names = rows.lines().filter_map(|row| row.split_once("\t\tregion")).map(|row| row.0);
        names.flat_map(|names| names.split('|')).map(slug).collect()
    })
}

/// Whether a place lies in a part of the world, where its states are known: Accra in Africa.
pub(super) fn is_in_region(place: &EntityId, region: &EntityId) -> Option<bool> {
    Some(regions().get(region.rest())?.contains(&state_of(place)?))
}

/// The states of parts of the world, by each of their names.
fn regions() -> &'static HashMap<String, HashSet<&'static str>> {
    static TABLE: OnceLock<HashMap<String, HashSet<&'static str>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/regions.tsv"));
        let rows = rows.lines().filter(|row| !row.starts_with('#'));
        let mut table = HashMap::new();
        for (names, codes) in rows.filter_map(|row| row.split_once('\t')) {
            let states: HashSet<&str> = codes.split('|').collect();
            table.extend(names.split('|').map(|name| (slug(name), states.clone())));
        }
        table
    })
}

/// Whether a word of a title, by its stem, is the name of a state.
pub(super) fn is_state(word: &str) -> bool {
    static TABLE: OnceLock<HashSet<String>> = OnceLock::new();
    let states = TABLE.get_or_init(|| {
        let rows = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/states.tsv"));
        let names = rows.lines().filter(|row| !row.starts_with('#'));
        let names = names.filter_map(|row| row.split('\t').nth(1)).map(slug);
        names.map(|name| stem(&name).to_owned()).collect()
    });
    states.contains(word)
}

/// Whether a word is one of the name of a state: "korea".
pub(super) fn is_of_a_state(word: &str) -> bool {
    static TABLE: OnceLock<HashSet<String>> = OnceLock::new();
    let words = TABLE.get_or_init(|| {
        let rows = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/states.tsv"));
        let names = rows.lines().filter(|row| !row.starts_with('#'));
        let names = names.filter_map(|row| row.split('\t').nth(1)).map(slug);
        let words: Vec<String> = names
            .flat_map(|name| name.split('-').map(|word| stem(word).to_owned()).collect::<Vec<_>>())
            .collect();
        words.into_iter().collect()
    });
    words.contains(word)
}

/// Whether there is a place of a name.
pub(super) fn is_known(name: &str) -> bool {
    places().contains_key(name)
}

/// What a place is called first, so that its spellings are one.
pub(super) fn first_name(place: &EntityId) -> String {
    let named = Some(place).filter(|place| place.kind() == EntityKind::Place);
    let row = named.and_then(|place| places().get(place.rest())?.1);
    row.map_or_else(|| place.rest().to_owned(), |(_, first)| slug(first))
}

/// Whether two are one place: by one name, or by spellings of it ("Marrakesh", "Marrakech").
pub(super) fn is_one_place(one: &EntityId, other: &EntityId) -> bool {
    let row = |place: &EntityId| {
        let named = Some(place).filter(|place| place.kind() == EntityKind::Place);
        named.and_then(|place| places().get(place.rest())?.1)
    };
    one == other || row(one).is_some_and(|place| row(other) == Some(place))
}

/// The code of the state that a place lies in, or is.
pub(super) fn state_of(place: &EntityId) -> Option<&str> {
    match place.kind() {
        EntityKind::State => Some(place.rest()),
        _ => places().get(place.rest()).and_then(|(state, _)| *state),
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

    #[test]
    fn a_place_lies_in_parts_of_the_world() {
        let id = |id: &str| id.parse::<EntityId>().expect("an id");
        assert_eq!(is_in_region(&id("place:accra"), &id("place:africa")), Some(true));
        assert_eq!(is_in_region(&id("state:PL"), &id("place:africa")), Some(false));
        assert_eq!(is_in_region(&id("place:nowhere-in-particular"), &id("place:africa")), None);
        assert_eq!(is_in_region(&id("place:accra"), &id("place:the-far-side")), None);
    }

    #[test]
    fn a_word_is_the_name_of_a_state() {
        assert!(is_state("ukraine"));
        assert!(is_state("japan"));
        assert!(!is_state("kyiv"));
        assert!(!is_state(""));
    }

    #[test]
    fn spellings_of_one_place_are_one() {
        let are_one = |one: &str, other: &str| {
            let id = |name: &str| EntityId::named(EntityKind::Place, name);
            is_one_place(&id(one), &id(other))
        };
        assert!(are_one("Marrakesh", "Marrakech"));
        assert!(are_one("Sanaa", "Sana'a"));
        assert!(are_one("Nowhere in Particular", "Nowhere in Particular"));
        assert!(!are_one("Marrakesh", "Rabat"));
        assert!(!are_one("Nowhere in Particular", "Elsewhere in Particular"));
    }
}
