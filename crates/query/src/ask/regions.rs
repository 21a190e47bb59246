//! "European leaders", "trips to Africa": states by where they lie.

use super::Reading;
use super::items::Mention;
use super::tokens::Token;
use super::vocabulary::{MEET, PEOPLE, is_common};
use crate::resolve::lexicon;
use chancery_graph::{Graph, NodeName};

/// The longest name of a region, in words.
const LONGEST: usize = 3;
/// What follows the name of a region whose states are meant, beside [`PEOPLE`] and offices.
const STATES: &[&str] = &["countries", "states", "nations", "governments", "capitals"];
/// Words of going somewhere, beside those of meeting.
const TRAVEL: &[&str] =
    &["travel", "travels", "travelled", "traveled", "trips", "trip", "tour", "go", "went"];

/// The region that is named from a word on, and how many words that takes, those who are of it
/// included: its states or their people must be meant, and not a body that is called by it.
pub(super) fn region(tokens: &[Token<'_>], at: usize, question: &str) -> Option<(usize, Mention)> {
    let rest = &tokens[at..];
    let named = |len: usize| {
        let words: Vec<&str> = rest.get(..len)?.iter().map(|it| it.folded.as_str()).collect();
        Some((len, lexicon::region(&words.join(" "))?))
    };
    let (len, (label, _)) = (1..=LONGEST).rev().find_map(named)?;
    let next = rest.get(len).map_or("", |token| &*token.folded);
    let capital = rest.get(len).is_some_and(Token::is_capital);
    let people = PEOPLE.contains(&next);
    // "European foreign ministers": holders of an office, and not "European security".
    let mut earlier = tokens[..at].iter().rev().map(|token| &*token.folded);
    let before = earlier.find(|word| *word != "the").unwrap_or_default();
    // "Any Arab foreign minister".
    let one = matches!(before, "any" | "a" | "an" | "some" | "which" | "what" | "another");
    let is_head = |token: &Token<'_>| {
        let several = token.folded.strip_suffix('s').is_some_and(lexicon::is_office);
        several || one && lexicon::is_office(&token.folded)
    };
    let modifies = |token: &&Token<'_>| lexicon::is_of_office(&token.folded) && !is_head(token);
    let head = len + rest[len..].iter().take_while(modifies).count();
    let office = rest.get(head).is_some_and(is_head) && !PEOPLE.contains(&next);
    let states = STATES.contains(&next);
    let goes =
        |token: &Token<'_>| TRAVEL.contains(&&*token.folded) || MEET.contains(&&*token.folded);
    let there = matches!(
        before,
        "in" | "to" | "across" | "around" | "through" | "visit" | "visits" | "visited" | "visiting"
    ) && tokens[..at].iter().any(goes)
        && (next.is_empty() || is_common(next) || !capital);
    if capital || !(people || office || states || there) {
        return None;
    }
    let taken = if people || states { len + 1 } else { len };
    let last = &rest[taken - 1];
    let mention = Mention {
        folded: chancery_model::fold(label),
        means: vec![marker(label)?],
        people: (people || office) && !states,
        owns: last.owns,
        region: Some(label),
        ..Mention::unknown(&question[rest[0].start..last.end])
    };
    Some((taken, mention))
}

/// What stands for the states of a region until all parts are found; no node is called so.
fn marker(label: &str) -> Option<NodeName> {
    format!("state:(of {label})").parse().ok()
}

/// Puts the states of the regions in the place of what stands for them.
pub(super) fn spread(graph: &Graph, reading: &mut Reading, regions: &[&'static str]) {
    for label in regions {
        let Some((_, codes)) = lexicon::region(&chancery_model::fold(label)) else { continue };
        let states = codes.iter().filter_map(|code| format!("state:{code}").parse().ok());
        let mut states: Vec<NodeName> = states.filter(|name| graph.find(name).is_some()).collect();
        let marker = marker(label);
        if states.is_empty() {
            // Of a region of which nothing is told nobody is asked for, rather than anybody.
            states.extend(marker.clone());
        }
        let lists = [
            &mut reading.of,
            &mut reading.other,
            &mut reading.to,
            &mut reading.about,
            &mut reading.according_to,
            &mut reading.places,
        ];
        for list in lists {
            let Some(at) = list.iter().position(|name| Some(name) == marker.as_ref()) else {
                continue;
            };
            list.splice(at..=at, states.iter().cloned());
        }
        reading.regions.push(((*label).to_owned(), states));
    }
}
