//! Noun phrases to the right: "with the country's President, Petro Poroshenko," and where they end.

use crate::entities::Cast;
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::EntityKind;

/// The noun phrase with its appositions and coordinations that begins at a token.
pub(super) fn phrase_from(cast: &Cast, at: usize, end: usize) -> Run {
    let surface = cast.surface;
    let mut next = at;
    while next < end && next < at + 150 {
        let pos = surface.pos(next);
        let word = surface.lower(next);
        // "the Republic of Korea (ROK) Vice Minister": an abbreviation in between.
        if word == "(" && next > at && surface.lower(next + 2) == ")" && next + 3 < end {
            next += 3;
            continue;
        }
        let in_mention = cast.mention_at(next).is_some();
        let inside = in_mention
            || cast.name_at(next).is_some()
            || ((pos.is_noun()
                || pos.is_adjective()
                || pos.is_determiner()
                || matches!(
                    pos,
                    Pos::Possessive | Pos::Number | Pos::Pronoun | Pos::VerbParticiple
                ))
                && surface.kind(next) != TokenKind::Mark
                && !crate::clauses::is_day(word))
            || matches!(
                word,
                "of" | "for"
                    | "'s"
                    | "and"
                    | "the"
                    | "representing"
                    | "&"
                    | "or"
                    | "as"
                    | "well"
                    | "from"
                    | "to"
                    | "on"
                    | "including"
            )
            || word == "visiting" && is_before_office(cast, next)
            // "Deputy Prime Minister/Foreign Minister Lee"
            || word == "/" && next > at && surface.is_capital(next + 1);
        let comma = word == "," && goes_on(cast, next + 1, end);
        let verbal = pos.is_finite_verb() && !in_mention && word != "'s"
            || word == "to" && surface.pos(next + 1) == Pos::VerbBase;
        if !(inside || comma)
            || verbal
            || matches!(word, "who" | "which")
            || surface.quotation_of(next) != surface.quotation_of(at)
        {
            break;
        }
        if matches!(word, "for" | "to" | "from" | "as" | "on") && !title_goes_on(cast, next) {
            break;
        }
        next += 1;
    }
    while next > at
        && matches!(
            surface.lower(next - 1),
            "," | "and" | "of" | "for" | "the" | "or" | "from" | "to" | "as" | "well" | "on"
        )
    {
        next -= 1;
    }
    at..next
}

/// "visiting Finnish President Lee": the visitor, and nobody who is visited.
pub(super) fn is_before_office(cast: &Cast, at: usize) -> bool {
    (at + 1..at + 5).any(|at| cast.title_starting(at).is_some())
}

/// "The deputy minister for trade, Ann Lee, will travel", "the two ministers, Ann Lee and Bo Kim, met":
/// an office with the names that stand beside it between commas.
pub(super) fn with_name(cast: &Cast, run: Run) -> Run {
    let surface = cast.surface;
    if surface.word(run.end) != "," {
        return run;
    }
    let office = |at: usize| {
        let word = surface.lower(at);
        let one = word.strip_suffix('s').unwrap_or(word);
        let head = |word: &str| cast.lexicon.titles.get(word).is_some_and(|title| title.head);
        head(word) || head(one) || one == "leader" || one == "counterpart"
    };
    let person =
        |mention: &crate::entities::Mentioned| cast.kind(mention.who) == EntityKind::Person;
    let named = |run: &Run| cast.mentions_in(run).any(person);
    let first = run.end + 1;
    let starts = cast.mention_at(first).is_some_and(|it| it.run.start == first && person(it));
    if !starts || !surface.is_capital(first) {
        return run;
    }
    let beside = phrase_from(cast, first, surface.sentence(run.start).end);
    // "Lee and her counterpart, Kim,": the office is the last word and not Lee's.
    let told = office(run.end - 1) || run.clone().any(office) && !named(&run);
    if told && surface.word(beside.end) == "," && beside.len() < 14 {
        run.start..beside.end
    } else {
        run
    }
}

/// "for" and "to" only inside an office: "envoy to Syria", "minister for Europe"; "leaders from".
fn title_goes_on(cast: &Cast, at: usize) -> bool {
    let before = at.saturating_sub(1);
    let surface = cast.surface;
    let in_title = cast.titles.partition_point(|title| title.run.end <= at);
    let inside = cast.titles.get(in_title).is_some_and(|title| title.run.contains(&at))
        || cast
            .titles
            .get(in_title.saturating_sub(1))
            .is_some_and(|title| title.full.contains(&at));
    inside
        || surface.lower(at) == "from" && surface.pos(before) == Pos::Nouns
        || surface.lower(at) == "as" && surface.lower(at + 1) == "well"
        || surface.lower(at + 1) == "as"
}

/// After a comma: an apposition with a name, a further name of a list, or "and" before one.
fn goes_on(cast: &Cast, at: usize, end: usize) -> bool {
    let surface = cast.surface;
    let mut next = at;
    while next < end
        && matches!(
            surface.lower(next),
            "and" | "the" | "his" | "her" | "its" | "a" | "an" | "as" | "well" | "including"
                // "His Highness the Crown Prince"
                | "royal" | "highness" | "majesty" | "excellency" | "holiness" | "eminence"
        )
    {
        next += 1;
    }
    let person_or_state = cast.mention_at(next).is_some_and(|mention| {
        mention.run.start == next && cast.kind(mention.who) != EntityKind::Place
    });
    let title = cast.title_starting(next).is_some();
    // "…, Russia said": the next clause, not a further party.
    let mention_end = cast.mention_at(next).map_or(next, |mention| mention.run.end);
    let clause = surface.pos(mention_end).is_finite_verb() && surface.lower(mention_end) != "'s";
    (person_or_state && !clause) || title
}

/// Where the clause around a token ends to the right: at a mark, a finite verb with its own subject,
/// or a conjunction before a verb.
pub(super) fn clause_limit(cast: &Cast, at: usize) -> usize {
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    for next in at + 1..end {
        let word = surface.lower(next);
        if matches!(word, ";" | ":" | "—" | "–" | "--")
            || matches!(
                word,
                "which"
                    | "who"
                    | "because"
                    | "although"
                    | "but"
                    | "while"
                    | "when"
                    | "where"
                    | "before"
                    | "after"
                    | "that"
            ) && next > at + 1
        {
            return next;
        }
        if surface.pos(next).is_finite_verb() && cast.mention_at(next).is_none() && word != "'s" {
            return next;
        }
        let goes_on = || goes_on(cast, next + 1, end) || place_goes_on(cast, next);
        if word == "," && !goes_on() && !is_within_a_day(surface, next) {
            return next;
        }
        if word == "and" && next > at + 1 && is_done_elsewhere(cast, next + 1) {
            return next;
        }
    }
    end
}

/// "will visit Oslo for talks and attend a summit in Rome": a verb of going to something else.
fn is_done_elsewhere(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let verb = at + usize::from(matches!(surface.lower(at), "later" | "then"));
    // "and then to Rome for a conference"
    if verb > at && surface.lower(verb) == "to" && surface.is_capital(verb + 1) {
        return true;
    }
    surface.pos(verb) == Pos::VerbBase
        && cast.mention_at(verb).is_none()
        && matches!(
            surface.lower(verb),
            "attend" | "fly" | "go" | "participate" | "travel" | "visit"
        )
}

/// "June 2, 2021", "Monday, June 7": the comma belongs to the day.
fn is_within_a_day(surface: &Surface, comma: usize) -> bool {
    if comma == 0 {
        return false;
    }
    let before = surface.lower(comma - 1);
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| {
        let word = surface.word(at);
        digits.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let year = number(comma + 1, 4..=4) && matches!(&surface.word(comma + 1)[..2], "19" | "20");
    // "May 31-June 2, 2021", "June 2-3, 2021"
    let day = before.rsplit('-').next().is_some_and(|last| {
        (1..=2).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_digit())
    });
    // "on June 2, 2021, with Lee in Oslo"
    let closed = surface.lower(comma + 1) == "with"
        && number(comma - 1, 4..=4)
        && surface.word(comma.saturating_sub(2)) == ",";
    year && (day || crate::clauses::is_month(before))
        || closed
        || crate::clauses::is_day(before)
            && (crate::clauses::is_month(surface.lower(comma + 1))
                || number(comma + 1, 1..=2) && crate::clauses::is_month(surface.lower(comma + 2)))
}

/// "in San Jose, Costa Rica": the comma belongs to the place.
fn place_goes_on(cast: &Cast, comma: usize) -> bool {
    let place_before = cast.name_at(comma.wrapping_sub(1)).is_some();
    place_before && cast.name_at(comma + 1).is_some()
}

/// Where "with" or another such word stands between a token and a limit, dates and places passed over.
pub(super) fn preposition(cast: &Cast, from: usize, limit: usize, words: &[&str]) -> Option<usize> {
    (from..limit).find(|at| {
        words.contains(&cast.surface.lower(*at)) && cast.surface.pos(*at) != Pos::Particle
    })
}

/// Whether a word may stand between a verb and the noun that it is about: "the", "Chadian", "summit".
pub(super) fn may_lead_to(cast: &Cast, at: usize) -> bool {
    let pos = cast.surface.pos(at);
    pos.is_determiner() || pos.is_adjective() || pos.is_noun() || cast.mention_at(at).is_some()
}
