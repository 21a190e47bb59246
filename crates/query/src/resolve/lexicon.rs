//! Names that people know and no document may use: of states, and of organizations.

use chancery_model::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/", $name))
    };
}

/// What a form of a state's name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A name, an adjective, a people, or a building that always stands for the government.
    Own,
    /// A capital, which is a city too.
    Capital,
}

/// The code of the state that a folded form stands for.
pub(crate) fn state(folded: &str) -> Option<(&'static str, Form)> {
    static STATES: OnceLock<HashMap<String, (&'static str, Form)>> = OnceLock::new();
    let states = STATES.get_or_init(|| {
        let mut states = HashMap::new();
        let mut capitals = Vec::new();
        for cells in rows(table!("states.tsv")) {
            let [code, name, names, demonyms, peoples, cities, seats] = cells[..7] else {
                continue;
            };
            let forms = [name, names, demonyms, peoples, seats].into_iter();
            for form in forms.flat_map(|cell| cell.split('|')).filter(|form| !form.is_empty()) {
                states.entry(fold(form)).or_insert((code, Form::Own));
            }
            capitals.extend(
                cities.split('|').filter(|city| !city.is_empty()).map(|city| (fold(city), code)),
            );
        }
        for (capital, code) in capitals {
            states.entry(capital).or_insert((code, Form::Capital));
        }
        states
    });
    states.get(folded).copied()
}

/// The code of the state in which a city, a region or a venue lies, by any of its folded forms, and
/// a number that all its forms share.
pub(crate) fn place(folded: &str) -> Option<(&'static str, usize)> {
    static PLACES: OnceLock<HashMap<String, (&'static str, usize)>> = OnceLock::new();
    let places = PLACES.get_or_init(|| {
        let mut places = HashMap::new();
        for (number, cells) in rows(table!("places.tsv")).enumerate() {
            let [names, code, ..] = cells[..] else { continue };
            for form in names.split('|').filter(|_| !code.is_empty()) {
                places.entry(fold(form)).or_insert((code, number));
            }
        }
        places
    });
    places.get(folded).copied()
}

/// What a region is called, and the codes of its states; by any of its forms, folded.
pub(crate) fn region(folded: &str) -> Option<(&'static str, &'static [&'static str])> {
    type Regions = HashMap<String, (&'static str, Vec<&'static str>)>;
    static REGIONS: OnceLock<Regions> = OnceLock::new();
    let regions = REGIONS.get_or_init(|| {
        let mut regions = HashMap::new();
        for cells in rows(table!("regions.tsv")) {
            let label = cells[0].split('|').next().unwrap_or_default();
            for form in cells[0].split('|') {
                regions.insert(fold(form), (label, cells[1].split('|').collect()));
            }
        }
        regions
    });
    regions.get(folded).map(|(label, codes)| (*label, &codes[..]))
}

/// The other forms of an organization's name, the fullest first.
pub(crate) fn organization(folded: &str) -> Option<&'static [&'static str]> {
    type Forms = (HashMap<String, usize>, Vec<Vec<&'static str>>);
    static ORGANIZATIONS: OnceLock<Forms> = OnceLock::new();
    let (places, forms) = ORGANIZATIONS.get_or_init(|| {
        let (mut places, mut all) = (HashMap::new(), Vec::new());
        for cells in rows(table!("organizations.tsv")) {
            let cells = cells.into_iter().take(3).flat_map(|cell| cell.split('|'));
            let forms: Vec<_> = cells.filter(|form| !form.is_empty()).collect();
            for form in &forms {
                places.entry(fold(form)).or_insert(all.len());
            }
            all.push(forms);
        }
        (places, all)
    });
    places.get(folded).map(|place| &*forms[*place])
}

/// Whether a folded word names an office: minister, envoy, president.
pub(crate) fn is_office(word: &str) -> bool {
    titles(word) == Some("head")
}

/// Whether a folded word may stand before or after one in a title: foreign, prime, affairs.
pub(crate) fn is_of_office(word: &str) -> bool {
    titles(word).is_some()
}

/// The words of titles, folded.
pub(crate) fn offices() -> impl Iterator<Item = &'static str> {
    all_titles().keys().map(String::as_str)
}

fn all_titles() -> &'static HashMap<String, &'static str> {
    static TITLES: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    TITLES.get_or_init(|| {
        let mut titles = HashMap::new();
        for cells in rows(table!("titles.tsv")) {
            let [word, class] = cells[..2] else { continue };
            // The officials of Russia are its people, whatever office they hold.
            if word == "official" {
                continue;
            }
            let known = titles.entry(fold(word)).or_insert(class);
            if class == "head" {
                *known = class;
            }
        }
        titles
    })
}

fn titles(word: &str) -> Option<&'static str> {
    let titles = all_titles();
    let word = word.strip_suffix('s').filter(|one| titles.contains_key(*one)).unwrap_or(word);
    titles.get(word).copied()
}

/// The cells of each row of a table, padded so that the columns asked for are there.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut cells: Vec<_> = line.split('\t').collect();
        cells.resize(cells.len().max(8), "");
        cells
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_and_organizations_are_known_by_all_their_forms() {
        for (form, code) in [
            ("DPRK", "KP"),
            ("the", ""),
            ("Kiev", "UA"),
            ("Kyiv", "UA"),
            ("american", "US"),
            ("Kremlin", "RU"),
            ("Niger", "NE"),
        ] {
            let found = state(&fold(form)).map_or("", |(code, _)| code);
            assert_eq!(found, code, "{form}");
        }
        let code = |name: &str| place(&fold(name)).map_or("", |(code, _)| code);
        assert_eq!([code("Rome"), code("Washington, D.C."), code("Atlantis")], ["IT", "US", ""]);
        let nato = organization("nato").expect("it is in the table");
        assert!(nato.contains(&"North Atlantic Treaty Organization"));
        assert!(is_office("minister") && is_office("ministers") && !is_office("foreign"));
        assert!(is_of_office("foreign") && !is_of_office("lavrov"));
    }
}
