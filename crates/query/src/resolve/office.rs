//! "The Russian foreign minister": somebody by their office.

use super::{Names, lexicon};
use crate::roles::{Roles, Served};
use crate::tenure::{InOffice, Tenure};
use chancery_graph::{Graph, Match, Node, NodeKind, NodeName};
use chancery_model::{Date, RoleStatus, fold};

/// An office as people name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Office {
    /// Whose it is.
    pub(crate) of: NodeName,
    /// The words of the title, folded.
    pub(crate) title: String,
}

/// Whether a title is of several: "foreign ministers".
pub(crate) fn is_plural(title: &str) -> bool {
    title.split(' ').any(|word| word.strip_suffix('s').is_some_and(lexicon::is_office))
}

/// Reads a folded phrase as an office: "the russian foreign minister", "foreign minister of
/// russia", "russia s foreign minister", "putin s advisor".
pub(crate) fn office(names: &Names<'_>, folded: &str) -> Option<Office> {
    let phrase = folded.strip_prefix("the ").unwrap_or(folded);
    let served = |words: &[&str]| {
        let words = words.strip_prefix(&["the"]).unwrap_or(words);
        let kinds = [NodeKind::State, NodeKind::Organization, NodeKind::Person];
        // "Korean" is no agency with that word in its name.
        (!words.is_empty()).then(|| names.exactly(&words.join(" "), &kinds)).flatten().filter(
            |of| {
                let phrase = words.join(" ");
                let mut found = names.graph().named(&phrase).into_iter();
                found
                    .find(|it| names.graph().node(it.node).name == of.name)
                    .is_none_or(|it| it.matched < Match::Word)
            },
        )
    };
    let words: Vec<&str> = phrase.split(' ').collect();
    // The last " of " that a name follows: "secretary of state of the united states".
    for at in (1..words.len().saturating_sub(1)).rev().filter(|at| words[*at] == "of") {
        if is_title(&words[..at])
            && let Some(of) = served(&words[at + 1..])
        {
            return Some(Office { of: of.name.clone(), title: words[..at].join(" ") });
        }
    }
    // "The top American diplomat", "the deputy Russian foreign minister": whose it is stands within.
    if let Some((rank, rest)) = words.split_first()
        && matches!(*rank, "top" | "chief" | "deputy" | "vice" | "acting" | "senior" | "special")
        && rest.len() > 1
    {
        let within = |at: &usize| {
            let title = [rank].into_iter().chain(&rest[*at..]).copied().collect::<Vec<_>>();
            let of = served(&rest[..*at]).filter(|_| is_title(&title))?;
            Some(Office { of: of.name.clone(), title: title.join(" ") })
        };
        if let Some(office) = (1..rest.len()).find_map(|at| within(&at)) {
            return Some(office);
        }
    }
    // The longest name that a title follows.
    for at in (1..words.len()).rev() {
        let title = words[at..].strip_prefix(&["s"]).unwrap_or(&words[at..]);
        if is_title(title)
            && let Some(of) = served(&words[..at])
        {
            return Some(Office { of: of.name.clone(), title: title.join(" ") });
        }
    }
    None
}

/// An office that is known for one holder, named without whose it is: "the Secretary of State".
pub(crate) fn usual(folded: &str) -> Option<Office> {
    let of = match folded {
        "secretary of state"
        | "deputy secretary of state"
        | "secretary of defense"
        | "assistant secretary of state"
        | "under secretary of state" => "state:US",
        _ => return None,
    };
    Some(Office { of: of.parse().ok()?, title: folded.to_owned() })
}

/// Who holds an office of which there is one in the world, so that nobody says whose it is: never
/// one that is called a former holder, nor one that is to hold it.
///
/// # Complexity
/// O(offices of the graph), for what is no such office O(1).
pub(crate) fn only_ones<'g>(graph: &'g Graph, folded: &str, on: Option<Date>) -> Vec<&'g Node> {
    if !matches!(folded, "pope" | "pontiff") {
        return Vec::new();
    }
    let current = Roles::default().title("pope").status(RoleStatus::Current);
    let held: Vec<_> = current.answers(graph).filter(|held| fold(held.title) == "pope").collect();
    let days = |held: &Served<'_>| (held.told.first_day(), held.told.last_day());
    // Told on the day or around it, else the nearest before it, else the nearest after.
    let nearness = |held: &Served<'_>| -> (u8, i64) {
        let (Some(on), (Some(first), Some(last))) = (on, days(held)) else { return (3, 0) };
        if first > on.last_day() {
            (2, (first - on.last_day()).num_days())
        } else if last < on.first_day() {
            (1, (on.first_day() - last).num_days())
        } else {
            (0, 0)
        }
    };
    let latest = |held: &Served<'_>| (held.told.last_day(), held.evidence.len());
    let best = held
        .iter()
        .min_by(|a, b| nearness(a).cmp(&nearness(b)).then_with(|| latest(b).cmp(&latest(a))));
    best.map(|held| held.person).into_iter().collect()
}

/// What people call an office by what it is, and the titles it may have, the likeliest first.
pub(crate) fn described(title: &str) -> &'static [&'static str] {
    match title {
        "top diplomat" | "chief diplomat" | "foreign policy chief" | "top diplomats" => &[
            "secretary of state",
            "foreign minister",
            "minister of foreign affairs",
            "foreign secretary",
            "high representative",
        ],
        "head of government" => &["prime minister", "chancellor", "premier"],
        "head of state" => &["president", "king", "queen", "emir", "sultan"],
        "leader" => &[
            "president",
            "prime minister",
            "chancellor",
            "king",
            "emir",
            "queen",
            "sultan",
            "premier",
            "leader",
        ],
        _ => &[],
    }
}

/// Whether a folded word may be one of an office.
pub(crate) fn may_be_of(word: &str) -> bool {
    lexicon::is_of_office(word) || matches!(word, "diplomat" | "diplomats" | "leader" | "head")
}

/// Whether words are a title: all of them of offices, one of them an office.
pub(crate) fn is_title(words: &[&str]) -> bool {
    let joins = |word: &str| matches!(word, "of" | "for" | "and" | "to" | "the");
    if !described(&words.join(" ")).is_empty() {
        return true;
    }
    words.first().is_some_and(|word| !joins(word))
        && words.last().is_some_and(|word| !joins(word))
        && words.iter().any(|word| lexicon::is_office(word))
        && !words.iter().any(|word| matches!(*word, "miss" | "mr" | "mrs" | "ms"))
        && words.iter().all(|word| joins(word) || lexicon::is_of_office(word))
}

/// Who holds an office on a day, or by the latest word; several where that is not clear.
pub(crate) fn holders<'g>(graph: &'g Graph, office: &Office, on: Option<Date>) -> Vec<&'g Node> {
    for title in described(&office.title) {
        let office = Office { of: office.of.clone(), title: (*title).to_owned() };
        let found = holders(graph, &office, on);
        if !found.is_empty() {
            return found;
        }
    }
    let title = singular(&office.title);
    // "President" is no vice president, where there is a president.
    let mut found = told_holders(graph, Roles::default().titled(&title), office, on);
    if found.is_empty() {
        found = told_holders(graph, Roles::default().title(&title), office, on);
    }
    // Whoever is told far more often to hold it elsewhere holds it here by the slip of one text.
    let elsewhere = |held: &Served<'_>| {
        let all = Roles::default().of(held.person.name.clone()).title(&title);
        let other = |it: &Served<'_>| it.of.is_some_and(|of| of.name != office.of);
        let told = all.answers(graph).filter(other).map(|it| it.evidence.len()).max();
        told.is_some_and(|told| told > 4 * held.evidence.len())
    };
    found.retain(|(held, _)| !elsewhere(held));
    let latest = found.iter().map(|(_, told)| *told).max().flatten();
    found.retain(|(_, told)| *told == latest);
    let mut persons: Vec<_> = found.into_iter().map(|(held, _)| held.person).collect();
    persons.sort_by(|a, b| a.name.cmp(&b.name));
    persons.dedup_by(|a, b| a.name == b.name);
    persons
}

/// Who is told to hold one of some offices on a day, or by the latest word, and on which day that
/// is told.
fn told_holders<'g>(
    graph: &'g Graph,
    asked: Roles,
    office: &Office,
    on: Option<Date>,
) -> Vec<(Served<'g>, Option<Date>)> {
    let asked = asked.serving(office.of.clone());
    let Some(day) = on else {
        let current = asked.status(RoleStatus::Current).answers(graph);
        let last = |office: Served<'g>| {
            let last = office.told.to;
            (office, last)
        };
        return current.map(last).collect();
    };
    let told = |tenure| match tenure {
        Tenure::Told => Some(Some(day)),
        Tenure::Between(first, _) => Some(Some(first)),
        Tenure::LastTold(last) => Some(Some(last)),
        Tenure::Former(_) => None,
    };
    let holders = InOffice::on(asked, day).answers(graph);
    holders.filter_map(|holder| Some((holder.office, told(holder.tenure)?))).collect()
}

/// "Foreign ministers" as each of them is called.
pub(crate) fn singular(title: &str) -> String {
    let one = |word: &str| match word.strip_suffix('s') {
        Some(one) if lexicon::is_office(one) => one.to_owned(),
        _ => word.to_owned(),
    };
    title.split(' ').map(one).collect::<Vec<_>>().join(" ")
}
