//! Where somebody was: "been to Kenya", "which countries did he visit", "where was she in June".

use super::parts::Part;
use super::{Reading, Whereabouts};
use crate::Roles;
use crate::resolve::lexicon;
use chancery_graph::{Graph, Node, NodeKind, NodeName};
use chancery_model::fold;
use std::collections::BTreeMap;

/// Words of going somewhere.
const GOING: &[&str] = &[
    "go",
    "goes",
    "going",
    "gone",
    "went",
    "been",
    "come",
    "came",
    "visit",
    "visits",
    "visited",
    "visiting",
    "travel",
    "travels",
    "traveled",
    "travelled",
    "traveling",
    "travelling",
    "trip",
    "trips",
    "tour",
    "tours",
    "journey",
    "journeys",
    "fly",
    "flew",
    "flown",
    "flying",
    "head",
    "headed",
    "heading",
    "return",
    "returned",
    "stop",
    "stopped",
];

/// Whether a word is of going somewhere.
pub(super) fn is_going(word: &str) -> bool {
    GOING.contains(&word)
}

/// Whether each of some names is where somebody goes: "visited Kenya and Nigeria", "trips to Asia".
pub(super) fn destinations(
    parts: &[Part],
    shape: &str,
    is_place: impl Fn(&Part) -> bool,
) -> Vec<bool> {
    let mut before = false;
    // "A visit by Zelenskyy to Washington".
    let nouns = ["visit", "visits", "trip", "trips"];
    let of_one = nouns.iter().any(|noun| {
        [" by _ to _ ", " of _ to _ "].iter().any(|it| shape.contains(&format!(" {noun}{it}")))
    });
    let goes = shape.split(' ').any(is_going);
    let led = |part: &Part| match &*part.lead {
        // "Which African countries did he visit".
        "which" | "what" | "many" => goes && part.mention.region.is_some(),
        "to" => is_going(&part.before) || part.before == "sent" || of_one,
        lead => matches!(lead, "visit" | "visits" | "visited" | "visiting"),
    };
    let mut is_one = |part: &Part| {
        before = is_place(part) && if part.joined { before } else { led(part) };
        before
    };
    parts.iter().map(&mut is_one).collect()
}

/// Where somebody was, as a question without a place asks for it.
pub(super) fn asked(shape: &str) -> Option<Whereabouts> {
    let words: Vec<&str> = shape.split_whitespace().collect();
    let has_name = words.contains(&"_");
    let goes = words.iter().any(|word| is_going(word));
    let stays = |word: &str| {
        let verb = matches!(word, "was" | "is" | "were" | "are" | "will" | "be" | "has" | "had");
        verb || matches!(word, "_" | "@" | "and" | "next" | "now" | "on" | "in" | "at" | "then")
    };
    // "Blinken's trips", "trips by Blinken".
    let journeys = [" _ trips ", " _ travels ", " trips by _ ", " trips of _ ", " trips did _ "];
    if journeys.iter().any(|it| shape.contains(it)) {
        return Some(Whereabouts::Abroad);
    }
    match words[..] {
        ["where", "is" | "are", "_"] => None,
        ["where", ..] if has_name && goes => Some(Whereabouts::Abroad),
        ["where", ..] if has_name && words[1..].iter().all(|word| stays(word)) => {
            Some(Whereabouts::Anywhere)
        }
        ["which" | "what", places, ..] | ["how", "many", places, ..]
            if has_name
                && goes
                && matches!(
                    places,
                    "countries" | "country" | "states" | "cities" | "city" | "places" | "capitals"
                )
                && words.get(2..4).is_some_and(|it| it.iter().any(|word| is_auxiliary(word))) =>
        {
            Some(Whereabouts::Abroad)
        }
        _ => None,
    }
}

/// Whether it is asked who was with somebody on a journey.
pub(super) fn is_of_company_on_a_journey(shape: &str) -> bool {
    let words: Vec<&str> = shape.split_whitespace().collect();
    let who = matches!(words.first(), Some(&("who" | "which" | "did" | "was")));
    let with = |pair: &[&str]| pair == ["with", "_"];
    let goes = |word: &&str| {
        word.starts_with("travel") || matches!(*word, "went" | "go" | "fly" | "flew" | "flown")
    };
    let came = words.iter().any(|word| matches!(*word, "accompanied" | "accompany"));
    who && (came || words.iter().any(goes) && words.windows(2).any(with))
}

fn is_auxiliary(word: &str) -> bool {
    matches!(word, "did" | "does" | "do" | "has" | "have" | "had" | "will" | "is" | "was")
}

/// Places with what lies in them: of a state its cities, of a city its other spellings. Who asks for
/// meetings in Italy means those in Rome too.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::{Meetings, places_within};
/// let (graph, italy) = (Graph::default(), "state:IT".parse()?);
/// let places = places_within(&graph, &[italy]).into_iter();
/// let asked = places.fold(Meetings::default(), Meetings::place);
/// assert_eq!(asked.answers(&graph).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Complexity
/// O(places of the graph).
pub fn within(graph: &Graph, places: &[NodeName]) -> Vec<NodeName> {
    let states: Vec<&str> = places.iter().filter_map(code).collect();
    let label = |name: &NodeName| graph.find(name).map(|id| fold(&graph.node(id).label));
    let cities = places.iter().filter(|name| name.kind() == NodeKind::Place);
    let cities: Vec<usize> =
        cities.filter_map(|name| Some(lexicon::place(&label(name)?)?.1)).collect();
    let mut all = places.to_vec();
    if states.is_empty() && cities.is_empty() {
        return all;
    }
    let lies = |node: &&Node| {
        lexicon::place(&fold(&node.label))
            .is_some_and(|(state, number)| states.contains(&state) || cities.contains(&number))
    };
    let inside = graph.nodes(NodeKind::Place).map(|(_, node)| node).filter(lies);
    let inside = inside.map(|node| node.name.clone()).filter(|name| !places.contains(name));
    all.extend(inside.collect::<Vec<_>>());
    all
}

/// The code of a state.
fn code(name: &NodeName) -> Option<&str> {
    name.as_str().strip_prefix("state:")
}

/// Whether a meeting in some places is one that is asked for: abroad, or wherever a place is told.
pub(super) fn is_there<'n>(
    reading: &Reading,
    home: &[NodeName],
    mut places: impl Iterator<Item = &'n Node>,
) -> bool {
    let Some(first) = places.next() else { return false };
    let at_home = |place: &Node| {
        let state = lexicon::place(&fold(&place.label)).map(|(state, _)| state);
        home.iter().any(|home| *home == place.name || state.is_some() && code(home) == state)
    };
    let abroad = reading.whereabouts == Some(Whereabouts::Abroad);
    !(abroad && (at_home(first) || places.any(at_home)))
}

/// The states that somebody serves by most of what is told, or is.
pub(super) fn home(graph: &Graph, of: &[NodeName]) -> Vec<NodeName> {
    let of_one = |who: &NodeName| {
        if who.kind() != NodeKind::Person {
            return Some(who.clone());
        }
        let mut told: BTreeMap<&NodeName, usize> = BTreeMap::new();
        for held in Roles::default().of(who.clone()).answers(graph) {
            if let Some(state) = held.of.filter(|of| of.kind() == NodeKind::State) {
                *told.entry(&state.name).or_default() += held.evidence.len();
            }
        }
        told.into_iter().max_by_key(|(_, many)| *many).map(|(state, _)| state.clone())
    };
    of.iter().filter_map(of_one).collect()
}
