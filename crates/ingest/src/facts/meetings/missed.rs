//! Occasions that no table names: what somebody attends, is invited to or stays away from is one,
//! whatever it is called ("skipped the jubilee", "was absent from the unveiling").

use crate::entities::Cast;
use crate::lexicon::{MeetingNoun, Tie};
use crate::surface::Surface;
use crate::tagger::Pos;
use chancery_model::MeetingKind;

/// What is attended, skipped or left and is no occasion between states.
#[rustfmt::skip]
const NONE: &[&str] = &[
    "academy", "agenda", "appeal", "area", "bloc", "border", "box", "capital", "chance", "church",
    "city", "class", "classes", "clinic", "club", "coalition", "college", "company", "compromise", "country",
    "course", "courses", "court", "deal", "duties", "duty", "election", "elections", "event", "events", "goods", "hall",
    "hearing", "hearings", "home", "hospital", "house", "interview", "island", "issue", "issues",
    "job", "kindergarten", "league", "line", "list", "lists", "market", "mass", "match", "matter",
    "matters", "meal", "meals", "mosque", "needs", "occasion", "office", "opening", "organization", "pact", "page", "palace",
    "part", "party", "people", "podium", "poll", "polls", "post", "prayers", "premises", "process",
    "product", "products", "question", "questions", "referendum", "region", "room", "rules", "school",
    "schools", "scene", "service", "services", "side", "stage", "step", "text", "town", "trial",
    "union", "university", "use", "vote", "voting", "work", "world",
];

/// When something is.
#[rustfmt::skip]
const TIMES: &[&str] = &[
    "day", "days", "evening", "fortnight", "hour", "minute", "moment", "month", "months", "morning",
    "night", "spring", "summer", "time", "today", "tomorrow", "tonight", "top", "week", "weekend",
    "weeks", "winter", "year", "years", "yesterday",
];

/// What people are kept from or keep away from that is an occasion by its noun, and no office, list or
/// deal that they may leave as well.
#[rustfmt::skip]
const OCCASIONS: &[&str] = &[
    "briefing", "briefings", "concert", "enthronement", "farewell", "gala", "groundbreaking",
    "hearing", "hearings", "huddle", "investiture", "launch", "liturgy", "mass", "memorial", "panel",
    "premiere", "rally", "rendezvous", "requiem", "retreat", "ribbon-cutting", "signing", "tribute",
    "unveiling", "vigil", "wreath-laying",
];

/// So many words may stand before a noun in its phrase.
const PHRASE: usize = 8;

/// The occasion that a common noun names by what it is the object of, where no table has it.
pub(super) fn missed_noun(cast: &Cast, at: usize) -> Option<MeetingNoun> {
    let surface = cast.surface;
    let word = surface.lower(at);
    let common = matches!(surface.pos(at), Pos::Noun | Pos::Nouns)
        && !surface.is_capital(at)
        && cast.mention_at(at).is_none()
        && !surface.pos(at + 1).is_noun()
        // "skipped this week's summit", "attended her ally's funeral"
        && surface.lower(at + 1) != "'s"
        && !crate::clauses::is_day(word);
    if !common {
        return None;
    }
    let first = surface.sentence(at).start.max(at.saturating_sub(PHRASE));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_determiner()
            || pos.is_adjective()
            || matches!(pos, Pos::Number | Pos::Possessive | Pos::PossessivePronoun)
            || cast.mention_at(*at).is_some()
    };
    let left = (first..at).rev().take_while(within).last()?;
    let one = (left..at).any(|at| {
        surface.pos(at).is_determiner()
            && !matches!(surface.lower(at), "any" | "all" | "no" | "some" | "every")
            || surface.lower(at) == "'s"
    });
    let kind = MeetingKind::Other;
    let occasion = || OCCASIONS.contains(&word) && is_kept_from(cast, left);
    let attended = || is_attended(surface, left) && !NONE.contains(&word);
    let sort =
        || !TIMES.contains(&word) && cast.lexicon.titles.get(word).is_none_or(|title| !title.head);
    (one && (attended() || occasion()) && sort()).then_some(MeetingNoun { kind, plural: false })
}

/// Whether what begins here is what people come to, or stay away from.
fn is_attended(surface: &Surface, left: usize) -> bool {
    let first = surface.sentence(left.saturating_sub(1)).start;
    let word = |back: usize| {
        left.checked_sub(back).filter(|at| *at >= first).map_or("", |at| surface.lower(at))
    };
    let begins = |word: &str, stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    let comes_up = || word(2) == "up" && begins(word(3), &["turn", "show"]);
    match word(1) {
        "from" => matches!(word(2), "absent" | "away" | "missing" | "uninvited" | "disinvited"),
        "at" => comes_up() || matches!(word(2), "represented" | "present"),
        "for" => comes_up(),
        "to" => begins(word(2), &["invit"]),
        "of" => word(2) == "out" && begins(word(3), &["walk", "storm", "march"]),
        verb => {
            begins(verb, &["attend", "boycott", "skip", "shun", "snub"])
                && left > first
                && surface.pos(left - 1).is_verb()
        }
    }
}

/// Whether words of absence stand right before what begins here: "was shut out of the unveiling",
/// "kept Chad from the vigil".
fn is_kept_from(cast: &Cast, left: usize) -> bool {
    let surface = cast.surface;
    let start = surface.sentence(left.saturating_sub(1)).start;
    let joins = left
        .checked_sub(1)
        .filter(|at| *at > start)
        .is_some_and(|at| matches!(surface.lower(at), "from" | "of" | "at" | "in" | "for"));
    let end = left - usize::from(joins);
    let told = |at: usize| {
        let words = |offset: usize| (at + offset < end).then(|| surface.lower(at + offset));
        let found = cast.lexicon.presences.at(words, surface.pos(at).is_verb());
        let away = found.filter(|(presence, ..)| {
            matches!(presence.tie, Tie::Absent | Tie::Declined | Tie::Excluded | Tie::Off)
        });
        away.map(|(presence, taken, inside)| (presence.patient, at + taken, inside.len()))
    };
    (start.max(end.saturating_sub(PHRASE))..end).any(|at| match told(at) {
        Some((_, ends, 0)) if ends == end => true,
        // "barred Chad from the vigil", "left Chad out of the unveiling"
        Some((true, first, _)) => joins && cast.mentions_in(&(first..end)).next().is_some(),
        _ => false,
    })
}
