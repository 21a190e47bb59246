//! Who "we" and "I" are outside quotation marks: those who issue the text.

use crate::entities::{Cast, MemberId, Reason, distinct};
use crate::lexicon::{Code, Lexicon, StateSense, Takes};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::tokens;
use chancery_model::EntityKind;

/// The voices of a text that is no report but an utterance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Issuers {
    /// "we": the states and organizations, or the persons, that the text is issued by.
    pub(crate) we: Vec<MemberId>,
    /// "I": the person whose byline it bears.
    pub(crate) i: Option<MemberId>,
}

/// Nouns for a text that several issue.
const TEXTS: &[&str] = &["statement", "communiqué", "communique", "declaration"];
/// What is done with such a text, before "by" those who do it.
const ISSUED: &[&str] =
    &["released", "issued", "adopted", "signed", "agreed", "made", "published", "endorsed"];
/// Where the list of those who issue a text ends: its occasion or its topic follows.
const AFTER_ISSUERS: &[&str] = &[
    "on",
    "following",
    "regarding",
    "concerning",
    "about",
    "after",
    "which",
    "who",
    "at",
    "condemning",
    ":",
];

/// Reads who issues a text, from its first sentences, its byline and its title.
pub(crate) fn issuers(
    cast: &mut Cast,
    title: Option<&str>,
    source: Option<&str>,
    official_us: bool,
) -> Issuers {
    let i = byline(cast);
    let mut we = announced(cast).unwrap_or_default();
    if we.is_empty() && is_joint(cast, title) {
        we = first_party(cast);
        if we.len() < 2 {
            let codes = title.map_or_else(Vec::new, |title| states_of(title, cast.lexicon));
            let named: Vec<MemberId> = codes.into_iter().map(|code| cast.state(code)).collect();
            if named.len() > 1 {
                we = named;
            }
        }
    }
    if we.is_empty() && official_us {
        we = Code::read("US").map(|code| cast.state(code)).into_iter().collect();
    }
    if we.is_empty() {
        let spokes = |id: MemberId| {
            cast.member(id)
                .offices
                .iter()
                .find(|office| office.title.to_lowercase().contains("spokes"))
                .and_then(|office| office.owner)
        };
        we = cast
            .ids()
            .take(60)
            .find_map(spokes)
            .filter(|owner| cast.kind(*owner) == EntityKind::State)
            .into_iter()
            .collect();
    }
    // In a transcript everybody has a "we" of their own.
    if !we.is_empty() || super::is_transcript(cast.surface, cast.lexicon) {
        return Issuers { we, i };
    }
    we = i.and_then(|i| by_office(cast, i)).into_iter().collect();
    if we.is_empty() {
        let office = source.filter(|source| is_of_government(source));
        let codes = office.map_or_else(Vec::new, |source| states_of(source, cast.lexicon));
        // "The Embassy of Chad in Mali" has two.
        we = codes.first().map(|code| cast.state(*code)).into_iter().collect();
    }
    Issuers { we, i }
}

/// Words for the offices of a government that put out what they say.
const OFFICES: &[&str] = &[
    "chancellery",
    "embassy",
    "government",
    "kremlin",
    "ministry",
    "presidency",
    "department",
    "office",
    "cabinet",
];

/// Whether a source is no paper but a government: "Ministry of Foreign Affairs of the Republic of Chad".
fn is_of_government(source: &str) -> bool {
    let lower = source.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // "UN Office in Mali", "Foreign Ministry via Reuters"
    if words.iter().any(|word| matches!(*word, "un" | "eu" | "nations" | "european" | "via")) {
        return false;
    }
    (0..words.len()).any(|at| {
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        // "Box Office India": an office of what is told beside it.
        let weak = matches!(words[at], "department" | "office" | "cabinet");
        let next = words.get(at + 1).copied().unwrap_or_default();
        let told = matches!(next, "of" | "office")
            || matches!(
                before,
                "foreign" | "state" | "home" | "s" | "ministers" | "minister" | "cabinet"
            );
        OFFICES.contains(&words[at]) && (!weak || told)
    })
}

/// "Ann Lee, Foreign Minister of Chad" over a text: its "we" is whom she serves, and she herself where
/// that is not told there.
fn by_office(cast: &Cast, i: MemberId) -> Option<MemberId> {
    let official = !cast.member(i).offices.is_empty();
    let over = cast
        .surface
        .paragraphs()
        .iter()
        .take(3)
        .find(|line| cast.mentions_in(line).any(|mention| mention.who == i))?;
    let named = |side: &MemberId| cast.mentions_in(over).any(|mention| mention.who == *side);
    official.then(|| cast.side_of(i).filter(named).unwrap_or(i))
}

/// "We, the foreign ministers of …" or "The following statement was released by …".
fn announced(cast: &Cast) -> Option<Vec<MemberId>> {
    let surface = cast.surface;
    for sentence in surface.sentences().iter().take(12) {
        let find = |words: &[&str]| sentence.clone().find(|at| surface.reads(*at, words));
        if let Some(at) = find(&["we", ","]) {
            let end = (at + 2..sentence.end)
                .find(|at| surface.pos(*at).is_finite_verb() || begins_predicate(cast, *at))
                .unwrap_or(sentence.end);
            let found = parties(cast, &(at..end));
            if !found.is_empty() {
                return Some(found);
            }
        }
        if let Some(run) = announcement(cast, sentence) {
            let found = parties(cast, &run);
            if !found.is_empty() {
                return Some(found);
            }
        }
    }
    None
}

/// ", condemn", ", strongly condemn": the verb of "we" after the comma that ends who we are, in the form
/// that it shares with an infinitive or a noun.
fn begins_predicate(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let pos = surface.pos(at);
    let reports = || {
        let verb = cast.lexicon.verbs.get(surface.lower(at));
        verb.is_some_and(|verb| !verb.takes.any(Takes::NONE)) && !surface.lower(at).ends_with("ed")
    };
    if cast.mention_at(at).is_some() || !(pos == Pos::VerbBase || reports()) {
        return false;
    }
    let before = (0..at).rev().take(3).find(|at| !surface.pos(*at).is_adverb());
    before.is_some_and(|before| matches!(surface.word(before), "," | ")"))
}

/// The words that name those who issue a text, if a sentence announces one: "The text of the following
/// statement was released by …", "Following is a joint statement on Chad issued by …", "Canada and
/// Chad issue the following joint statement."
fn announcement(cast: &Cast, sentence: &Run) -> Option<Run> {
    let surface = cast.surface;
    let one_of =
        |words: &'static [&'static str]| move |at: &usize| words.contains(&surface.lower(*at));
    let text = sentence.clone().find(one_of(TEXTS))?;
    sentence
        .clone()
        .find(|at| matches!(surface.lower(*at), "following" | "below" | "undersigned"))?;
    let issued = (text..sentence.end).find(one_of(ISSUED));
    let by = match issued {
        Some(issued) => {
            (issued..sentence.end.min(issued + 4)).find(|at| surface.lower(*at) == "by")
        }
        None => (text + 1..sentence.end).find(|at| {
            let word = surface.lower(*at);
            matches!(word, "by" | "from") || word == "of" && *at == text + 1
        }),
    };
    let Some(by) = by else {
        // Those who issue it are the subject.
        let verb = sentence.clone().find(|at| surface.pos(*at).is_finite_verb())?;
        return (verb < text).then_some(sentence.start..verb);
    };
    let ends = |at: &usize| {
        let word = surface.lower(*at);
        let behalf = word == "on" && surface.lower(at + 1) == "behalf";
        let aim = word == "to" && surface.pos(at + 1).is_verb();
        (AFTER_ISSUERS.contains(&word) || aim) && !behalf && cast.mention_at(*at).is_none()
    };
    Some(by..(by + 1..sentence.end).find(ends).unwrap_or(sentence.end))
}

/// Several persons, or else the organization that covers the rest, or else all states and bodies.
fn parties(cast: &Cast, run: &Run) -> Vec<MemberId> {
    let who = |kinds: &[EntityKind]| -> Vec<MemberId> {
        distinct(
            cast.mentions_in(run)
                .map(|mention| mention.who)
                .filter(|who| kinds.contains(&cast.kind(*who)) && !are_of_an_office(cast, *who))
                .collect(),
        )
    };
    // Those whom it names; an office alone stands for its state.
    let persons: Vec<MemberId> = cast
        .mentions_in(run)
        .filter(|mention| matches!(mention.reason, Reason::Name | Reason::PartOfName))
        .map(|mention| mention.who)
        .filter(|who| cast.kind(*who) == EntityKind::Person)
        .collect();
    let persons = distinct(persons);
    if persons.len() > 1 {
        return persons;
    }
    let bodies = who(&[EntityKind::Organization]);
    let covers = cast
        .mentions_in(run)
        .find(|mention| cast.kind(mention.who) == EntityKind::Organization)
        .is_some_and(|first| {
            // "the G7 foreign ministers of Canada, France and …" stand as the G7.
            let next = first.run.end..first.run.end + 4;
            next.clone()
                .any(|at| matches!(cast.surface.lower(at), "ministers" | "leaders" | "members"))
                && next.clone().any(|at| cast.surface.lower(at) == "of")
        });
    if covers { bodies } else { who(&[EntityKind::State, EntityKind::Organization]) }
}

/// Whether what reads like a body is only an office in the plural: "the G7 Foreign Ministers".
fn are_of_an_office(cast: &Cast, who: MemberId) -> bool {
    let last = cast.member(who).name.rsplit(' ').next().unwrap_or_default();
    matches!(last, "Ministers" | "Leaders" | "Presidents" | "Secretaries" | "Ambassadors")
}

/// Whether the text is a joint one: its title says so, or it stands between "Begin text" and "End".
fn is_joint(cast: &Cast, title: Option<&str>) -> bool {
    let surface = cast.surface;
    let marked = surface
        .sentences()
        .iter()
        .take(12)
        .any(|sentence| sentence.clone().any(|at| surface.reads(at, &["begin", "text"])));
    marked || title.is_some_and(|title| title.contains("Joint ") || title.contains("Communiqu"))
}

/// The subject of the first sentence that has several parties.
fn first_party(cast: &Cast) -> Vec<MemberId> {
    let surface = cast.surface;
    surface
        .sentences()
        .iter()
        .take(6)
        .filter_map(|sentence| {
            let verb = sentence
                .clone()
                .find(|at| surface.pos(*at).is_finite_verb() && *at > sentence.start + 2)?;
            Some(parties(cast, &(sentence.start..verb)))
        })
        .find(|found| found.len() > 1)
        .unwrap_or_default()
}

/// "Antony J. Blinken, Secretary of State" on a line of its own at the top, "Statement by Minister Lee".
fn byline(cast: &Cast) -> Option<MemberId> {
    let surface = cast.surface;
    let first = surface.paragraphs().iter().take(3).find(|line| {
        line.len() <= 12
            && !(line.start..line.end).any(|at| surface.pos(at).is_finite_verb())
            && surface.pos(line.end - 1) != Pos::Stop
    })?;
    let utters =
        matches!(surface.lower(first.start), "statement" | "remarks" | "message" | "address");
    let by = (first.start + 1..first.end.min(first.start + 4))
        .find(|at| matches!(surface.lower(*at), "by" | "of" | "from"));
    let from = by.filter(|_| utters).map_or(first.start, |by| by + 1);
    let mention = cast
        .mentions_in(&(from..first.end))
        .find(|mention| from == first.start || cast.kind(mention.who) == EntityKind::Person)?;
    let begins = mention.run.start == from || cast.office_from(mention.run.start) == from;
    (begins && cast.kind(mention.who) == EntityKind::Person).then_some(mention.who)
}

/// The states that a title names, in order.
fn states_of(title: &str, lexicon: &Lexicon) -> Vec<Code> {
    let words: Vec<&str> = tokens(title)
        .iter()
        .filter_map(|token| token.span.of(title))
        .flat_map(|word| word.split('-'))
        .collect();
    let mut codes = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match lexicon.states.longest(|offset| words.get(at + offset).copied()) {
            Some((taken, form)) => {
                if form.sense != StateSense::Capital && !codes.contains(&form.code) {
                    codes.push(form.code);
                }
                at += taken;
            }
            None => at += 1,
        }
    }
    codes
}
