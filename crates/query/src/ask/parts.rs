//! What part each name, day and word has in a question.

mod leftover;
mod meetings;
mod offices;
mod sayings;

pub(super) use offices::is_of_succession;

use super::cues::NEWS;
use super::items::{Item, Items, Mention};
use super::kinds::{kind, shape};
use super::plain::{plainly, to_the_point};
use super::presence::ATTEND;
use super::vocabulary::{self, GOALS, act};
use super::{Kind, Reading, regions};
use crate::resolve::lexicon;
use crate::resolve::{likeliest, one_named};
use crate::{Named, Names, QuestionError};
use chancery_graph::{Node, NodeId, NodeKind, NodeName};
use chancery_model::fold;

/// A name with the word that leads to it.
pub(super) struct Part {
    pub(super) mention: Mention,
    /// The preposition or verb right before it, articles left out; of the second of two that are
    /// joined, that of the first.
    pub(super) lead: String,
    /// Whether the verb of the question comes before it.
    after_verb: bool,
    /// Whether it is joined to the name before.
    pub(super) joined: bool,
    /// The word before the lead, if no name is between them.
    pub(super) before: String,
    /// Whether it only describes a meeting: "the US–Russia talks".
    describes: bool,
}

impl Part {
    /// Whether what was said or done leads to it, and no verb of the question: "denied supplying
    /// drones to Russia".
    fn is_of_the_matter(&self) -> bool {
        !self.before.is_empty() && !vocabulary::is_common(&self.before)
    }

    /// Whether it is what somebody is kept from: "absent from", "stayed away from".
    fn is_kept_from(&self) -> bool {
        matches!(
            &*self.before,
            "away" | "absent" | "missing" | "excluded" | "barred" | "banned" | "withdrew" | "out"
        )
    }
}

/// Reads a question of which names and days are found.
pub(super) fn reading(names: &Names<'_>, found: Items) -> Result<Reading, QuestionError> {
    let found = Items { all: plainly(to_the_point(found.all)), ..found };
    let shape = shape(&found.all);
    let Some(kind) = kind(&shape, &found.all) else {
        return Err(unanswerable(found));
    };
    // Of a question that could be answered.
    if let Some(error) = found.untold {
        return Err(error);
    }
    let mut reading = Reading::of_kind(kind);
    (reading.since, reading.until) = (found.when.since, found.when.until);
    let first = shape.split_whitespace().next().unwrap_or_default();
    reading.yes_or_no = matches!(
        first,
        "did" | "has" | "have" | "had" | "was" | "were" | "is" | "are" | "do" | "does" | "will"
    );
    let sure = found.all.iter().filter_map(|item| match item {
        Item::Named(mention) => match &mention.means[..] {
            [one] => Some(one.clone()),
            _ => None,
        },
        _ => None,
    });
    let mut reader = Reader { names, shape: &shape, reading, sure: sure.collect() };
    let parts = reader.parts(&found.all);
    match kind {
        Kind::Said => reader.said(parts)?,
        Kind::Attended | Kind::LeftOut => reader.attended(parts)?,
        Kind::Met | Kind::Meetings | Kind::Count | Kind::Company => {
            reader.met(parts, &found.all)?;
        }
        Kind::Goals | Kind::Positions => reader.goals(parts)?,
        Kind::Roles => reader.roles(parts, &found.all)?,
        Kind::Mentions => reader.mentioned(&parts),
        Kind::Contradictions | Kind::Dossier | Kind::Timeline | Kind::Chain => {
            reader.of(parts)?;
            reader.complete()?;
        }
    }
    reader.words(&found.all);
    let mut reading = reader.reading;
    let regions = found.all.iter().filter_map(|item| match item {
        Item::Named(mention) => mention.region,
        _ => None,
    });
    regions::spread(names.graph(), &mut reading, &regions.collect::<Vec<_>>());
    let has = |words: &[&str]| words.iter().any(|word| shape.contains(word));
    // "The latest meetings" are several.
    let several = |noun: &&str| {
        let lead = |lead: &&str| shape.contains(&format!(" {lead} {noun} "));
        ["last", "latest", "recent"].iter().any(lead)
    };
    let news = kind == Kind::Timeline && has(NEWS);
    reading.last = news
        || has(&[" last ", " latest ", " most recent "])
            && !["meetings", "calls", "visits", "summits", "conversations"].iter().any(several);
    reading.counted = has(&[" how many ", " how often ", " how frequently "]);
    // "First met", "for the first time", "the first call"; no "first secretary".
    reading.first = !reading.last
        && matches!(kind, Kind::Met | Kind::Meetings)
        && has(&[
            " first meet",
            " first met ",
            " first time ",
            " first speak ",
            " first spoke ",
            " first call ",
            " first visit",
            " first summit ",
            " meet first ",
            " met first ",
            " call first ",
            " speak to first ",
            " speak with first ",
            " was first ",
            " first leader ",
            " first foreign leader ",
            " first foreign minister ",
        ]);
    Ok(reading)
}

/// Why a question is of no kind: it would be of one, if a name in it were known; or it is of none.
fn unanswerable(mut found: Items) -> QuestionError {
    let Some(error) = found.untold else { return QuestionError::Outside };
    let (QuestionError::UnknownName { typed, .. } | QuestionError::AmbiguousName { typed, .. }) =
        &error
    else {
        return QuestionError::Outside;
    };
    let typed_words = fold(typed);
    let len = typed_words.split(' ').count();
    // Of what no record tells it is no name: "the GDP of Thailand".
    if typed_words.split(' ').any(vocabulary::is_in_phrase) {
        return QuestionError::Outside;
    }
    let is = |items: &[Item]| {
        items.iter().zip(typed_words.split(' ')).all(|(item, typed)| match item {
            Item::Word(word) => word == typed,
            _ => false,
        })
    };
    let Some(at) = found.all.windows(len).position(is) else { return QuestionError::Outside };
    found.all.splice(at..at + len, [Item::Named(Mention::unknown(typed))]);
    match kind(&shape(&found.all), &found.all) {
        Some(_) => error,
        None => QuestionError::Outside,
    }
}

struct Reader<'r, 'g> {
    names: &'r Names<'g>,
    shape: &'r str,
    reading: Reading,
    /// Those named that can be nobody else.
    sure: Vec<NodeName>,
}

impl Reader<'_, '_> {
    fn has(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.shape.contains(phrase))
    }

    fn parts(&self, items: &[Item]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let (mut lead, mut after_verb, mut adjacent) = (String::new(), false, false);
        let mut before = String::new();
        for (at, item) in items.iter().enumerate() {
            match item {
                Item::Named(mention) => {
                    let joined = adjacent && !parts.is_empty();
                    let lead = match parts.last() {
                        Some(before) if joined => before.lead.clone(),
                        _ => std::mem::take(&mut lead),
                    };
                    let describes = describes(&items[at + 1..]);
                    let before = std::mem::take(&mut before);
                    parts.push(Part {
                        mention: mention.clone(),
                        lead,
                        after_verb,
                        joined,
                        before,
                        describes,
                    });
                    adjacent = true;
                }
                Item::Word(word) => {
                    let verb = self.is_verb(word);
                    // "And", and a bare dash or comma, join two names.
                    adjacent &= matches!(&**word, "and" | "or" | "the" | "a" | "an" | "both");
                    after_verb |= verb;
                    let article = matches!(
                        &**word,
                        "the"
                            | "a"
                            | "an"
                            | "any"
                            | "former"
                            | "then"
                            | "all"
                            | "both"
                            | "some"
                            | "other"
                            | "another"
                            | "and"
                            | "or"
                            | "its"
                            | "their"
                    );
                    if !article {
                        before.clone_from(&lead);
                        lead =
                            if lead == "according" { "according to".into() } else { word.clone() };
                    }
                }
                Item::Days => {
                    adjacent = false;
                    lead.clear();
                    before.clear();
                }
            }
        }
        parts
    }

    /// Whether a word is what the question turns on.
    fn is_verb(&self, word: &str) -> bool {
        match self.reading.kind {
            Kind::Said => {
                (vocabulary::SAY.contains(&word) || act(word).is_some())
                    && !matches!(word, "words" | "views" | "view" | "opinion")
            }
            Kind::Goals | Kind::Positions => {
                GOALS.iter().any(|(forms, status)| status.is_some() && forms.contains(&word))
                    || vocabulary::SAY.contains(&word)
            }
            Kind::Attended | Kind::LeftOut => {
                ATTEND.contains(&word) || matches!(word, "at" | "in" | "part")
            }
            _ => vocabulary::MEET_VERBS.contains(&word) || matches!(word, "meeting" | "phoned"),
        }
    }

    /// What a name means in its part: one node, else the candidates are an error.
    fn one(&mut self, mention: &Mention, kinds: &[NodeKind]) -> Result<NodeName, QuestionError> {
        let fitting: Vec<&NodeName> =
            mention.means.iter().filter(|name| kinds.contains(&name.kind())).collect();
        let fitting = if fitting.is_empty() { mention.means.iter().collect() } else { fitting };
        let named = |name: &NodeName| {
            let graph = self.names.graph();
            graph.find(name).map(|id| one_named(graph, graph.node(id)))
        };
        if let [one] = fitting[..] {
            if mention.taken && mention.office.is_none() {
                self.take(mention, named(one));
            }
            return Ok(one.clone());
        }
        let graph = self.names.graph();
        let nodes = fitting.iter().filter_map(|name| graph.find(name));
        let nodes: Vec<_> = nodes.map(|id| graph.node(id)).collect();
        if let Some(one) = likeliest(&nodes).or_else(|| self.beside(&nodes)) {
            self.take(mention, Some(one_named(graph, one)));
            return Ok(one.name.clone());
        }
        Err(QuestionError::AmbiguousName {
            typed: mention.typed.clone(),
            candidates: fitting.into_iter().filter_map(named).collect(),
        })
    }

    /// Of several, the only one who is told of in a document with the others that the question names.
    fn beside<'n>(&self, nodes: &[&'n Node]) -> Option<&'n Node> {
        let graph = self.names.graph();
        let others: Vec<&Node> =
            self.sure.iter().filter_map(|name| Some(graph.node(graph.find(name)?))).collect();
        let told_with = |node: &Node| {
            let documents = || node.passages.iter().map(|passage| &passage.document);
            others.iter().any(|other| {
                other.passages.iter().any(|it| documents().any(|document| *document == it.document))
            })
        };
        let mut found = nodes.iter().copied().filter(|node| told_with(node));
        found.next().filter(|_| found.next().is_none())
    }

    /// Notes for whom a name was taken, to be said once.
    fn take(&mut self, mention: &Mention, named: Option<Named>) {
        let entry = named.map(|named| (mention.typed.clone(), named));
        self.reading.taken.extend(entry.filter(|entry| !self.reading.taken.contains(entry)));
    }

    fn actor(&mut self, mention: &Mention) -> Result<NodeName, QuestionError> {
        self.one(mention, NodeKind::ACTORS)
    }

    /// A name that only tells which meeting is meant.
    fn topic_of(&mut self, mention: &Mention) {
        let graph = self.names.graph();
        let ids = || mention.means.iter().filter_map(|name| graph.find(name));
        let nodes: Vec<&Node> = ids().map(|id| graph.node(id)).collect();
        let likeliest = likeliest(&nodes).and_then(|node| graph.find(&node.name));
        let node = likeliest.or_else(|| ids().next());
        // "Putin" of Vladimir Putin, but not "Americas" of the Americas Health Corps.
        let person = |id: NodeId| graph.node(id).kind() == NodeKind::Person;
        let node = node.filter(|id| !mention.by_word || person(*id));
        let label = node.map_or(mention.typed.as_str(), |node| &graph.node(node).label);
        put(&mut self.reading.topic, label);
        put(&mut self.reading.typed_topic, &mention.typed);
    }

    /// The same of talks between two: of a city and the government that is called so, the latter.
    fn topic_of_party(&mut self, mention: &Mention) {
        let mut party = mention.clone();
        if let Some(at) = party.means.iter().position(|name| name.kind() == NodeKind::State) {
            party.means.swap(0, at);
        }
        self.topic_of(&party);
    }

    /// A word that tells which meeting is meant.
    fn topic_word(&mut self, word: &str) {
        put(&mut self.reading.topic, word);
        put(&mut self.reading.typed_topic, word);
    }

    fn is_place(mention: &Mention) -> bool {
        let place = |kind| matches!(kind, NodeKind::Place | NodeKind::State);
        mention.means.iter().any(|name| place(name.kind()))
    }

    /// Whether it is a place, and no state by its own name: a city, though its government may be
    /// called so.
    fn is_city(mention: &Mention) -> bool {
        let place = mention.means.iter().any(|name| name.kind() == NodeKind::Place);
        place && !Self::is_state(mention)
    }

    /// Whether it is a state by its own name, not a city that its government is called by.
    fn is_state(mention: &Mention) -> bool {
        let state = mention.means.iter().any(|name| name.kind() == NodeKind::State);
        let own =
            lexicon::state(&fold(&mention.typed)).is_some_and(|it| it.1 == lexicon::Form::Own);
        state && own
    }

    /// Where something is: of a city and the state whose government it stands for, the city.
    fn place(&mut self, mention: &Mention) -> Result<NodeName, QuestionError> {
        if let (Some(_), Some(region)) = (mention.region, mention.means.first()) {
            return Ok(region.clone());
        }
        let graph = self.names.graph();
        let typed = fold(&mention.typed);
        let called_so = |name: &NodeName| {
            graph.find(name).is_some_and(|id| fold(&graph.node(id).label) == typed)
        };
        let of = |kind| mention.means.iter().filter(move |name: &&NodeName| name.kind() == kind);
        let city = of(NodeKind::Place).next().is_some() && !of(NodeKind::State).any(called_so);
        self.one(
            mention,
            if city { &[NodeKind::Place] } else { &[NodeKind::Place, NodeKind::State] },
        )
    }

    /// All names are of whom it is.
    fn of(&mut self, parts: Vec<Part>) -> Result<(), QuestionError> {
        self.reading.between = self.reading.kind == Kind::Timeline
            && parts.len() > 1
            && (parts.iter().any(|part| part.describes && part.joined)
                || self.has(&[" between _ and _ ", " between _ _ "]));
        for part in parts {
            let who = self.one(&part.mention, NodeKind::ACTORS)?;
            // "Has anybody contradicted Price on the withdrawal from Iraq": whose word it is comes
            // first.
            if matches!(&*part.lead, "on" | "about" | "over" | "regarding" | "concerning")
                && self.reading.kind == Kind::Contradictions
                && !self.reading.of.is_empty()
            {
                put(&mut self.reading.words, &part.mention.typed);
                self.reading.about.push(who);
                continue;
            }
            if matches!(&*part.lead, "in" | "at")
                && self.reading.kind == Kind::Timeline
                && part.mention.means.iter().any(|name| name.kind() == NodeKind::Place)
            {
                let place = self.one(&part.mention, &[NodeKind::Place])?;
                self.reading.of.push(place);
                continue;
            }
            if self.reading.kind == Kind::Chain && self.reading.of.len() == 1 {
                self.reading.other.push(who);
            } else if self.reading.kind != Kind::Chain || self.reading.of.is_empty() {
                self.reading.of.push(who);
            }
        }
        Ok(())
    }

    /// Names are words as others are.
    fn mentioned(&mut self, parts: &[Part]) {
        for part in parts {
            let typed = &part.mention.typed;
            let quoted = if typed.contains(' ') { format!("\"{typed}\"") } else { typed.clone() };
            put(&mut self.reading.words, &quoted);
        }
    }

    /// Whether there are as many names as the kind of question needs.
    fn complete(&self) -> Result<(), QuestionError> {
        let what = match self.reading.kind {
            Kind::Dossier if self.reading.of.is_empty() => {
                "about whom? Ask, for example, `tell me about Marco Rubio`"
            }
            Kind::Chain if self.reading.other.is_empty() => {
                "between whom? Ask, for example, `how is Biden connected to Putin`"
            }
            _ => return Ok(()),
        };
        Err(QuestionError::Incomplete { what })
    }
}

/// Whether what follows a name, and names joined to it, is a noun for a meeting.
fn describes(after: &[Item]) -> bool {
    for item in after {
        match item {
            Item::Named(_) => {}
            Item::Word(word) if matches!(&**word, "and" | "the") => {}
            Item::Word(word) => {
                return matches!(
                    &**word,
                    "talks"
                        | "meeting"
                        | "summit"
                        | "conference"
                        | "call"
                        | "consultations"
                        | "negotiations"
                        | "visit"
                        | "meetings"
                        | "session"
                        | "ministerial"
                );
            }
            Item::Days => return false,
        }
    }
    false
}

/// Whether a word comes along in questions and names nothing.
pub(super) fn is_filler(word: &str) -> bool {
    leftover::is_filler(word)
}

/// Adds a word to a list of words.
fn put(words: &mut String, word: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}
