//! Occasions of cases, a line each.

use crate::NodeName;
use crate::identity::occasion::{Manner, Occasion, Possible};
use crate::identity::title::Title;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What the first words of a line tell.
pub(in crate::identity) struct Told<'l> {
    pub(in crate::identity) document: &'l str,
    pub(in crate::identity) published: NaiveDate,
    pub(in crate::identity) days: Possible,
    pub(in crate::identity) to_be: bool,
}

/// An occasion of a line: `TOLD [in PLACE] [called WORDS] [: PARTY[=PERSON] …]`.
pub(in crate::identity) fn occasion<'l>(
    line: &'l str,
    told: impl Fn(&'l str) -> Told<'l>,
) -> Occasion {
    let (head, parties) = line.split_once(": ").unwrap_or((line, ""));
    let (head, title) = head.split_once(" called ").map_or((head, None), |(a, b)| (a, Some(b)));
    let (head, place) = head.split_once(" in ").map_or((head, None), |(a, b)| (a, Some(b)));
    let told = told(head);
    let mut sides: BTreeMap<NodeName, Vec<NodeName>> = BTreeMap::new();
    for party in parties.split_whitespace() {
        let (party, person) = party.split_once('=').map_or((party, None), |(a, b)| (a, Some(b)));
        let people = sides.entry(party.parse().expect("a party")).or_default();
        people.extend(person.map(|person| format!("person:{person}").parse().expect("a name")));
    }
    let words = |words: &str| Title { words: words.to_owned(), number: None, letters: Vec::new() };
    Occasion {
        document: told.document.parse().expect("an id"),
        name: format!("meeting:{line}").replace(' ', "-").parse().expect("a name"),
        manner: Manner::Table,
        published: Some(told.published),
        days: told.days,
        to_be: told.to_be,
        parties: sides,
        place: place.map(|place| place.parse().expect("a place")),
        title: title.map(words),
        wording: None,
        of_the_title: false,
        plainly: None,
        besides: false,
        is_only_one: false,
    }
}
