//! What words of absence are told of: "withdrew from the talks" leaves a meeting, "withdrew from that
//! agreement" does not, and "missed the cut" misses none.

use super::phrases::clause_limit;
use super::told::Told;
use super::weighed::Candidate;
use crate::clauses::{begins, verb_group};
use crate::entities::Cast;
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// What people come to, leave or send that the table of meetings does not have.
#[rustfmt::skip]
const OCCASIONS: &[&str] = &[
    "event", "events", "table", "room", "hall", "chamber", "venue", "floor", "list",
    "invitation", "invitations", "delegation", "delegations", "team", "representative",
    "representatives", "envoy", "envoys", "official", "officials", "delegates", "negotiators",
    "celebration", "celebrations", "festivities", "opening", "closing", "vote", "round", "rounds",
    "proposal", "offer", "seat", "participation", "attendance", "parade", "wedding", "commemoration",
];

/// Where it is held, named by what it is.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "capital", "headquarters", "hotel", "palace", "resort", "residence", "villa", "embassy", "centre",
    "center", "compound", "building", "mansion", "castle", "ballroom", "auditorium", "plaza",
    "audience", "cathedral", "cortege", "gallery", "lineup", "line-up", "procession", "rostrum", "stands",
    "annex", "annexe", "antechamber", "anteroom", "corridor", "foyer", "hallway", "lobby",
];

/// When somebody stays away.
const TIMES: &[&str] = &[
    "week", "weekend", "month", "year", "night", "morning", "evening", "time", "notice", "minute",
    "moment", "hour", "day",
];

/// Who is withdrawn from a country.
#[rustfmt::skip]
const SOLDIERS: &[&str] = &[
    "troops", "soldiers", "forces", "peacekeepers", "army", "military", "fighters", "tanks", "warships",
];

/// Why somebody stays away: "in protest".
#[rustfmt::skip]
const REASONS: &[&str] = &[
    "anger", "disgust", "dismay", "fury", "outrage", "protest", "reaction", "response",
    "retaliation", "solidarity", "sympathy",
];

/// Those who meet, by what they are.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "ambassadors", "chiefs", "colleagues", "counterparts", "delegates", "delegations", "envoys",
    "guests", "leaders", "ministers", "mourners", "negotiators", "others", "premiers", "presidents",
];

/// What is done to people at meetings and elsewhere as well.
#[rustfmt::skip]
const PUT_OUT: &[&str] = &[
    "expelled", "ejected", "escorted", "removed", "omitted", "omit", "omits", "omitting", "dropped",
    "cut", "cutting", "expel", "eject",
];

/// How words begin that tell of being somewhere: "decided not to come".
#[rustfmt::skip]
const BE_THERE: &[&str] = &[
    "attend", "join", "come", "coming", "go", "take", "taking", "particip", "send", "travel",
    "visit", "be", "meet", "talk", "negotiat", "return", "resume", "sit", "appear", "show", "host",
    "engag", "accept", "rejoin", "enter",
];

/// How words begin for staying away that have what is left behind them.
const SHUNS: &[&str] = &["shun", "spurn", "snub", "skip"];

/// Clauses whose words of absence are of no meeting. For each word how many such words are before it.
#[derive(Debug, Default)]
pub(super) struct Elsewhere(Vec<u32>);

impl Elsewhere {
    /// Of these clauses of a text of so many words. Linear in both.
    pub(super) fn new(clauses: &[Run], words: usize) -> Self {
        if clauses.is_empty() {
            return Self::default();
        }
        let mut change = vec![0_i32; words + 1];
        for clause in clauses {
            change[clause.start.min(words)] += 1;
            change[clause.end.min(words)] -= 1;
        }
        let (mut depth, mut before) = (0, 0);
        Self(
            change
                .iter()
                .map(|change| {
                    let here = before;
                    depth += change;
                    before += u32::from(depth > 0);
                    here
                })
                .collect(),
        )
    }

    /// Whether what would prove a candidate's tie, or a mention of theirs beside it, is in such a clause.
    pub(super) fn is_told_of(&self, cast: &Cast, candidate: &Candidate) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let sentence = cast.surface.sentence(candidate.evidence.start);
        let next = cast.surface.sentence(sentence.end);
        self.has(&candidate.evidence)
            || cast
                .mentions_in(&(sentence.start..next.end.max(sentence.end)))
                .any(|mention| mention.who == candidate.who && self.has(&mention.run))
    }

    /// Whether one of the words is in such a clause.
    pub(super) fn has(&self, words: &Run) -> bool {
        let before = |at: usize| self.0.get(at).or(self.0.last()).copied().unwrap_or(0);
        before(words.end) > before(words.start)
    }
}

/// The clause of a withdrawal of soldiers, which leaves a country and no meeting: "pulled its troops
/// out of Benin".
pub(super) fn of_troops(cast: &Cast, at: usize) -> Option<Run> {
    let surface = cast.surface;
    let word = surface.lower(at);
    if !surface.pos(at).is_verb() || !begins(word, &["pull", "withdr", "recall", "remov", "mov"]) {
        return None;
    }
    let sentence = surface.sentence(at);
    let what = at + 1..sentence.end.min(at + 6);
    // "withdrew from the military talks" is no withdrawal of soldiers.
    let soldiers = what
        .clone()
        .take_while(|at| surface.lower(*at) != "from")
        .any(|at| SOLDIERS.contains(&surface.lower(at)));
    if !soldiers {
        return None;
    }
    let ends = |at: usize| cast.ends_mention(at);
    let first = crate::clauses::subject_before(surface, at, &ends).map_or(at, |run| run.start);
    Some(first.max(sentence.start)..clause_limit(cast, at).max(what.end))
}

/// Whether words of absence speak of a meeting: what is missed, left or refused is named by a word
/// for one, or by none at all where one was told of just now. `spots`: the heads of the occasions'
/// mentions, in order.
pub(super) fn is_of_a_meeting(
    cast: &Cast,
    at: usize,
    limit: usize,
    told: &Told,
    spots: &[(usize, usize)],
) -> bool {
    let surface = cast.surface;
    let word = surface.lower(at);
    let end = told.inside.as_ref().map_or(told.end, |run| run.end + 1);
    let limit = limit.max(end);
    if told.sure {
        return true;
    }
    match word {
        // "nothing about Chad without Chad"
        "without" if surface.pos(at + 1) == Pos::VerbGerund => return spots_in(spots, at..limit),
        "without" => return !about_before(surface, at),
        // "with no Chadians in the room", "minus Chad", "nobody came from Chad"
        "with" | "minus" if told.end == at + 1 => return true,
        "invitation" | "invitations" => return true,
        // "boycott of the summit": of what is told after it, or of what was told just now
        "boycott" | "exclusion" | "refusal" | "withdrawal" | "non-attendance"
            if told.end == at + 1 && surface.pos(at).is_noun() =>
        {
            let of_what = surface.lower(end) == "of";
            return spots_in(spots, at..limit)
                || word == "boycott" && !of_what && is_told_just_now(cast, at, spots);
        }
        // "his visa was refused"
        "exception" | "exceptions" | "sign" | "visa" | "visas" => {
            return is_told_just_now(cast, at, spots);
        }
        "nobody" | "no-one" | "none" | "no" | "absentee" | "absentees" | "no-show" | "no-shows"
            if told.end == at + 1 =>
        {
            return true;
        }
        // "all except Chad", "but not Chad"
        "but" | "except" | "bar" | "save" | "apart" | "aside" | "other" | "barring"
        | "excepting" | "excluding"
            if told.end == at + 1 && !told.patient =>
        {
            return is_told_just_now(cast, at, spots);
        }
        // "could not join the ministers in Oslo": them where they meet
        "could" | "unable" | "not"
            if surface.lower(end - 1) == "join"
                && (end..limit).take(4).any(|at| PEOPLE.contains(&surface.lower(at))) =>
        {
            return is_told_just_now(cast, at, spots);
        }
        "unlike" => return is_told_just_now(cast, at, spots),
        // "in the absence of Chad being able to"
        "absence" => return !(at..limit).any(|at| surface.lower(at) == "being"),
        // "her seat went unused", "pleaded another engagement"
        _ if super::stayed::is_left_empty(surface.lower(end - 1)) && told.tie == Tie::Absent => {
            return is_told_lately(cast, at, spots);
        }
        _ if word.starts_with("plead") || surface.lower(end - 1) == "visa" => {
            return is_told_just_now(cast, at, spots);
        }
        // "was not among the presidents who came"
        _ if surface.lower(end + usize::from(matches!(surface.lower(end), "not" | "n't")))
            == "among"
            && (end..limit.max(end + 8)).any(|at| PEOPLE.contains(&surface.lower(at))) =>
        {
            return is_told_just_now(cast, at, spots);
        }
        // "did not come to Chad": where the meeting is
        "come" | "came" | "coming" | "travel" | "travelled" | "traveled" | "travelling"
            if told.tie == Tie::Present
                && surface.lower(end) == "to"
                && cast
                    .mention_at(end + 1)
                    .is_some_and(|it| cast.kind(it.who) == EntityKind::State) =>
        {
            return is_told_lately(cast, at, spots);
        }
        // "absent progress", "was absent a plan"
        "absent" if noun_phrase(surface, end, limit).is_some() => return false,
        // "two who went missing from the town"
        "missing"
            if matches!(
                surface.lower(at.saturating_sub(1)),
                "went" | "go" | "goes" | "gone" | "going" | "reported"
            ) =>
        {
            return false;
        }
        // "We're not there yet."
        "not" if surface.lower(end) == "yet" => return false,
        _ => {}
    }
    // "decided not to come", and not "decided not to invite Chad to the summit"
    if told.inside.is_none()
        && surface.lower(end.saturating_sub(1)) == "to"
        && surface.pos(end) == Pos::VerbBase
    {
        return begins(surface.lower(end), BE_THERE);
    }
    // "gave it a miss", "turned the idea down": what stands inside is what is left.
    if let Some(run) = told.inside.clone().filter(|_| !told.patient) {
        let verbal = run.clone().any(|at| surface.pos(at).is_finite_verb());
        let phrase = surface.pos(run.start);
        if verbal || phrase == Pos::Preposition || phrase == Pos::Particle || phrase.is_adverb() {
            return false;
        }
        if spots_in(spots, run.clone()) {
            return true;
        }
        let several = matches!(surface.lower(run.start), "them" | "these" | "those");
        let named = noun_phrase(surface, run.start, run.end).filter(|_| !several);
        return named.is_some_and(|run| is_one(cast, run)) && is_told_just_now(cast, at, spots);
    }
    // "shunned a compromise at the talks": what is shunned is named, and is none.
    if told.tie == Tie::Declined && begins(word, SHUNS) && end == at + 1 {
        let what = noun_phrase(surface, end, limit);
        if what.is_some_and(|run| {
            surface.pos(run.end - 1).is_noun()
                && !spots_in(spots, run.clone())
                && !is_one(cast, run.clone())
                && matches!(surface.lower(run.end), "at" | "in" | "during" | "before" | "to")
                && cast.mention_at(run.end - 1).is_none()
        }) {
            return false;
        }
    }
    // "refused entry to a delegation": from a meeting only where that is told beside it.
    let entry = |at: usize| matches!(surface.lower(at), "entry" | "access");
    if told.tie == Tie::Excluded && (at..told.end).any(entry) {
        return spots_in(spots, surface.sentence(at));
    }
    if spots_in(spots, at..limit) {
        return true;
    }
    // "suspended its participation in the treaty" says what is left.
    let of_what = |at: usize| {
        surface.lower(at) == "participation" && surface.lower(at + 1) == "in" && at + 1 == end
    };
    if (at..end).any(|at| names_one(cast, at) && !of_what(at)) {
        return true;
    }
    // "was told to leave the bloc"
    if surface.lower(end.saturating_sub(1)) == "leave" {
        return match noun_phrase(surface, end, limit.max(end + 3)) {
            Some(run) => is_one(cast, run),
            None => is_told_just_now(cast, at, spots),
        };
    }
    let first = end + usize::from(matches!(surface.lower(end), "not" | "n't"));
    let left = if told.patient && told.inside.is_none() {
        // "barred Chad from the talks", "was barred from attending"
        let Some(from) = (first..limit).find(|at| surface.lower(*at) == "from") else {
            // "banned TikTok", "ousted the president": from what is left open.
            // "had barred Ann Lee": a person, or one of them, and no trade.
            let person = || {
                surface.lower(at.wrapping_sub(1)) != "be"
                    && cast
                        .mentions_in(&(first..limit.min(first + 8)))
                        .any(|it| cast.kind(it.who) == EntityKind::Person)
            };
            // "without Chad, which they barred after a coup"
            let which =
                (at.saturating_sub(4)..at).any(|at| matches!(surface.lower(at), "which" | "whom"));
            return (!begins(word, &["ban", "bar", "oust"])
                || begins(word, &["barred", "banned"]) && (which || person()))
                && !PUT_OUT.contains(&word)
                && is_told_just_now(cast, at, spots);
        };
        // "expelled from Moscow", "omitted from the text"
        if PUT_OUT.contains(&word) {
            let named = noun_phrase(surface, from + 1, limit);
            return named.is_some_and(|run| run.clone().any(|at| names_one(cast, at)));
        }
        from + 1
    } else {
        let joins = matches!(surface.lower(first), "of" | "from" | "at" | "in" | "to" | "among");
        first + usize::from(joins)
    };
    match surface.pos(left) {
        Pos::VerbGerund if told.patient => begins(surface.lower(left), BE_THERE),
        // "stayed away in protest", "were not represented at any level"
        _ if surface.lower(first) == "in" && REASONS.contains(&surface.lower(left))
            || surface.reads(first, &["at", "any", "level"])
            || surface.reads(first, &["at", "all"]) =>
        {
            says_so(surface, at..end) || is_told_lately(cast, at, spots)
        }
        // "will not be in the stands", whatever the tagger takes the last word for
        _ if surface.pos(left).is_determiner() && PLACES.contains(&surface.lower(left + 1)) => {
            says_so(surface, at..end) || is_told_lately(cast, at, spots)
        }
        // "stayed out of what he named a summit"
        _ if surface.lower(left) == "what" => is_told_just_now(cast, at, spots),
        _ => match noun_phrase(surface, left, limit) {
            Some(run) => is_one(cast, run),
            // "those who are missing"
            None if word == "missing" => {
                let before = surface.lower(at.saturating_sub(1));
                let is = matches!(before, "be" | "been" | "was" | "were" | "is");
                let fronted =
                    at == surface.sentence(at).start && crate::clauses::is_be(surface.lower(end));
                before != "are" && with_before(surface, at)
                    || (is || fronted) && is_told_just_now(cast, at, spots)
            }
            None => {
                says_so(surface, at..end)
                    || is_told_just_now(cast, at, spots)
                    || tells_no_object(surface, end) && is_told_lately(cast, at, spots)
            }
        },
    }
}

/// Whether words of absence end their clause: "is not taking part either."
fn tells_no_object(surface: &Surface, end: usize) -> bool {
    matches!(surface.lower(end), "." | "," | ";" | "either" | "too" | "because" | "altogether")
}

/// "Chad stayed away.", "Chad did not attend, because of illness", "boycotted it": words of absence that leave
/// open from what.
pub(super) fn says_no_more(surface: &Surface, at: usize, told: &Told) -> bool {
    let away = matches!(told.tie, Tie::Absent | Tie::Declined | Tie::Excluded)
        || told.tie == Tie::Present && verb_group(surface, at).negated;
    let end = told.end + usize::from(surface.lower(told.end) == "it");
    away && told.inside.is_none()
        && (matches!(surface.word(end), "." | "," | ";")
            || matches!(surface.lower(end), "but" | "and" | "because" | "either"))
}

/// Whether words tell of meetings wherever they stand: "weren't invited", "walked out", "be there".
pub(super) fn says_so(surface: &Surface, words: Run) -> bool {
    let be_there = words.end > 1 && surface.reads(words.end - 2, &["be", "there"])
        || surface.reads(words.end - 1, &["be", "there"]);
    let comes = |at: usize| {
        let up = surface.lower(at + 1) == "up";
        matches!(surface.lower(at), "show" | "showed" | "turn" | "turned") && up
            || surface.lower(at) == "represented"
    };
    be_there
        || words.clone().any(|at| begins(surface.lower(at), &["invit", "meet", "walk", "boycott"]))
        || words.clone().any(|at| matches!(surface.lower(at), "regrets" | "apologies"))
        || words.end > 1
            && (matches!(surface.lower(words.end - 1), "nobody")
                || surface.reads(words.end - 2, &["no", "one"]))
            && begins(surface.lower(words.start), &["sen"])
        || words.end > 1
            && surface.lower(words.end - 1) == "away"
            && begins(surface.lower(words.end - 2), &["stay"])
        || words.end > 1
            && (surface.reads(words.end - 2, &["cried", "off"])
                || surface.reads(words.end - 2, &["begged", "off"])
                || surface.reads(words.end - 2, &["in", "for"]))
        || words.clone().any(comes)
        || bows_out(surface, &words)
        || words.end > 1
            && matches!(surface.lower(words.end - 1), "behind" | "put")
            && begins(surface.lower(words.end - 2), &["stay", "remain"])
        || words.len() > 1 && begins(surface.lower(words.end - 1), &["attend"])
}

/// "bowed out", "stayed out", "cried off": of what is told of, wherever that is.
fn bows_out(surface: &Surface, words: &Run) -> bool {
    words.len() > 1
        && matches!(surface.lower(words.end - 1), "out" | "off")
        && begins(
            surface.lower(words.end - 2),
            &["stay", "bow", "opt", "cri", "beg", "duck", "back", "dropp", "pull"],
        )
        && matches!(surface.lower(words.end), "." | "," | ";" | "too" | "either" | "altogether")
}

/// Whether a meeting was told of in the sentence or in the two before.
fn is_told_just_now(cast: &Cast, at: usize, spots: &[(usize, usize)]) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let before = surface.sentence(sentence.start.saturating_sub(1));
    let first = surface.sentence(before.start.saturating_sub(1)).start;
    is_told_from(first, &sentence, spots)
}

/// Whether a meeting was told of in the sentence or in the five before, for words that name none.
fn is_told_lately(cast: &Cast, at: usize, spots: &[(usize, usize)]) -> bool {
    let sentences = cast.surface.sentences();
    let here = cast.surface.sentence_of(at);
    sentences
        .get(here)
        .zip(sentences.get(here.saturating_sub(5)))
        .is_some_and(|(sentence, before)| is_told_from(before.start, sentence, spots))
}

fn is_told_from(first: usize, sentence: &Run, spots: &[(usize, usize)]) -> bool {
    let begin = spots.partition_point(|(head, _)| *head < first);
    spots.get(begin).is_some_and(|(head, _)| *head < sentence.end)
}

/// The noun phrase that begins at a token, as far as its noun; days do not count.
fn noun_phrase(surface: &Surface, first: usize, limit: usize) -> Option<Run> {
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner()
            || pos.is_noun()
            || pos.is_adjective()
            || pos.is_pronoun() && *at == first
            || matches!(pos, Pos::Possessive | Pos::Number)
            || matches!(pos, Pos::VerbParticiple | Pos::VerbGerund) && *at > first
    };
    // "a Council of Europe seminar": a name goes on over "of".
    let goes_on = |at: &usize| {
        within(at)
            || surface.lower(*at) == "of"
                && surface.is_capital(at.wrapping_sub(1))
                && surface.is_capital(at + 1)
    };
    let end = (first..limit).take_while(goes_on).last()? + 1;
    let last = surface.lower(end - 1);
    if TIMES.contains(&last) {
        return None; // "pulled out last week"
    }
    let noun =
        surface.pos(end - 1).is_noun() || surface.pos(end - 1).is_pronoun() || end == first + 1;
    (noun && !crate::clauses::is_day(last)).then_some(first..end)
}

/// Whether a noun phrase may stand for a meeting: by its noun, as a pronoun, or as a place to be at.
fn is_one(cast: &Cast, run: Run) -> bool {
    let surface = cast.surface;
    let last = run.end - 1;
    let pronoun = matches!(
        surface.lower(last),
        "it" | "them" | "this" | "that" | "these" | "those" | "which"
    );
    let place = cast.mention_at(last).is_some_and(|it| cast.kind(it.who) == EntityKind::Place)
        || cast.name_at(last).is_some() && cast.mention_at(last).is_none();
    let calls = matches!(surface.lower(run.end), "for" | "to") && surface.lower(last) == "calls";
    let place = place || PLACES.contains(&surface.lower(last));
    !calls
        && (pronoun
            || place
            || names_one(cast, last)
            || run.clone().any(|at| names_one(cast, at) && surface.is_capital(at)))
}

/// Whether a word is one for meetings or for what people come to.
fn names_one(cast: &Cast, at: usize) -> bool {
    let word = cast.surface.lower(at);
    cast.lexicon.names_a_meeting(word) && word != "calls"
        || OCCASIONS.contains(&word)
        || begins(word, &["attend", "particip"])
}

/// Whether a meeting's word stands in a stretch.
fn spots_in(spots: &[(usize, usize)], words: Run) -> bool {
    let first = spots.partition_point(|(head, _)| *head < words.start);
    spots.get(first).is_some_and(|(head, _)| *head < words.end)
}

/// "with Ann Lee missing".
fn with_before(surface: &Surface, at: usize) -> bool {
    (surface.sentence(at).start.max(at.saturating_sub(14))..at)
        .any(|at| surface.lower(at) == "with")
}

/// "nothing about Chad" before "without Chad".
fn about_before(surface: &Surface, at: usize) -> bool {
    (surface.sentence(at).start.max(at.saturating_sub(8))..at)
        .any(|at| surface.reads(at, &["nothing", "about"]))
}

/// So many words may stand before a noun in its phrase.
const BEFORE_NOUN: usize = 10;

/// "Lee met Kim before a summit of leaders. Roe joined by phone": whether a noun only tells when the meeting
/// of its sentence was. `past`: the heads of the words for meetings so far, with their occasions.
pub(super) fn is_time_mark(cast: &Cast, spot: &(usize, usize), past: &[(usize, usize)]) -> bool {
    let surface = cast.surface;
    let (head, occasion) = *spot;
    let first = surface.sentence(head).start;
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_determiner() || pos.is_adjective() || pos.is_noun() || surface.lower(*at) == "'s"
    };
    let near = first.max(head.saturating_sub(BEFORE_NOUN))..head;
    let left = near.rev().take_while(within).last().unwrap_or(head);
    let word = |back: usize| {
        left.checked_sub(back).filter(|at| *at >= first).map_or("", |at| surface.lower(at))
    };
    let mark = matches!(word(1), "after" | "before" | "following")
        || word(1) == "of" && word(2) == "ahead";
    let begin = past.partition_point(|(head, _)| *head < first);
    mark && past[begin..].iter().any(|(other, at)| *other < head && *at != occasion)
}
