//! What is said: how far the words go that a verb of reporting brings.

use super::complements::{begins_clause, is_long_phrase, phrase_after};
use super::cues::after_participle;
use super::issuers::Issuers;
use super::joined::{joined_to, phrasal};
use super::no_source::measures;
use super::own_clause::speaks_anew;
use super::works::is_title;
use crate::clauses::{VerbGroup, is_day};
use crate::entities::{Cast, MemberId};
use crate::lexicon::{Takes, Verb};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::EntityKind;

/// The words said, and to whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// In order of the text, marks excluded.
    pub(super) runs: Vec<Run>,
    /// A named person or organization that was told.
    pub(super) addressee: Option<MemberId>,
    /// Whether a clause or quotation follows, rather than a noun phrase alone.
    pub(super) clause: bool,
}

/// The content to the right of the verb, if there is one.
pub(super) fn content_after(
    cast: &Cast,
    group: &VerbGroup,
    verb: Verb,
    inverted: Option<&Run>,
) -> Option<Content> {
    let surface = cast.surface;
    let sentence = surface.sentence(group.main);
    let after = phrasal(cast, group.main).map_or(group.main + 1, |(_, end)| end);
    let mut at = inverted.map_or(after, |run| run.end);
    let mut content = Content::default();
    if verb.takes.any(Takes::OUT) {
        if surface.lower(at) != "out" {
            return None;
        }
        at += 1;
    }
    if verb.takes.any(Takes::PASSIVE) {
        let says = group.passive
            && surface.lower(at) == "as"
            && matches!(surface.lower(at + 1), "saying" | "telling");
        // "…, he was quoted as saying in a statement": what he said stands before.
        let next = surface.lower(at + 2);
        let after = surface.pos(at + 2) != Pos::Preposition
            && !matches!(next, "." | "by" | "in" | "on")
            && !is_day(next);
        let says = says && (after || next == "," || surface.word(at + 2) == ":");
        return if says { clause_from(cast, at + 2, &sentence, group, content) } else { None };
    }
    let impersonal =
        surface.lower(group.run.start.wrapping_sub(1)) == "it" && verb.takes.any(Takes::THAT);
    if group.passive
        && !impersonal
        && !matches!(surface.lower(group.run.start), "has" | "have" | "had")
    {
        return None;
    }
    let start = at;
    at = skip_time(surface, at, sentence.end);
    if let Some(run) = warned_against(cast, at, &sentence, verb) {
        content.runs.push(run);
        return Some(content);
    }
    if let Some(run) = quoted_infinitive(cast, at, &sentence, verb) {
        content.runs.push(run);
        return Some(content);
    }
    if verb.takes.any(Takes::ADDRESSEE) && !is_that(surface, at) && !quote_at(surface, at) {
        let told = addressee(cast, at, &sentence, verb);
        if let Some((next, who)) = told {
            content.addressee = who;
            at = next;
        } else if let Some(run) =
            infinitive_after(cast, at, &sentence).filter(|_| verb.takes.any(Takes::INF))
        {
            content.runs.push(run);
            return Some(content);
        }
    } else if surface.lower(at) == "to" && surface.pos(at + 1) != Pos::VerbBase {
        // "said to reporters that", "explained to Lee that"
        if let Some(that) = (at + 1..sentence.end.min(at + 14))
            .find(|at| is_that(surface, *at) || quote_at(surface, *at))
        {
            content.addressee = named_in(cast, &(at + 1..that));
            at = that;
        }
    } else if is_that(surface, at) || quote_at(surface, at) {
        // It follows right away.
    } else if let Some(that) = intervening(cast, at, &sentence) {
        at = that; // "said in a statement on Friday that"
    }
    if surface.lower(at) == "of" && verb.takes.any(Takes::OF) && !content_is_empty(&content) {
        at = start;
    }
    // Quotation or clause first.
    if let Some(found) = clause_from_marked(cast, at, &sentence, group, &content) {
        let only_quote = verb.takes.any(Takes::QUOTE_ONLY) && !quoted(surface, &found);
        let may_that = verb.takes.any(Takes::THAT)
            || verb.takes.any(Takes::QUOTE)
            || verb.takes.any(Takes::ADDRESSEE);
        if !only_quote && (may_that || quoted(surface, &found)) {
            return Some(found);
        }
    }
    if verb.takes.any(Takes::QUOTE_ONLY) || verb.takes.any(Takes::NONE) {
        return None;
    }
    if verb.takes.any(Takes::THAT)
        && begins_clause(cast, at, sentence.end)
        && !(verb.takes.any(Takes::NP) && is_long_phrase(cast, at, sentence.end))
    {
        return clause_from(cast, at, &sentence, group, content);
    }
    phrase_after(cast, at, &sentence, group, verb, content)
}

fn content_is_empty(content: &Content) -> bool {
    content.runs.is_empty()
}

fn quoted(surface: &Surface, content: &Content) -> bool {
    content.runs.iter().flat_map(Clone::clone).any(|at| surface.quotation_of(at).is_some())
}

pub(super) fn is_that(surface: &Surface, at: usize) -> bool {
    // Before a verb "that" is a relative pronoun: "talks that reflected".
    matches!(surface.lower(at), "that" | "whether" | "how" | "why")
        && (surface.pos(at) != Pos::Determiner || surface.kind(at + 1) == TokenKind::Quote)
        && !(surface.lower(at) == "that" && surface.pos(at + 1).is_finite_verb())
}

/// Whether a quotation begins at a token, or after the mark at it.
pub(super) fn quote_at(surface: &Surface, at: usize) -> bool {
    let next = if matches!(surface.word(at), "," | ":" | "-" | "—") { at + 1 } else { at };
    surface.kind(next) == TokenKind::Quote && surface.quotation_of(next + 1).is_some()
}

/// "Tuesday", "on Friday", "also", "earlier this week" between the verb and what it brings.
fn skip_time(surface: &Surface, mut at: usize, end: usize) -> usize {
    while at < end {
        let word = surface.lower(at);
        if is_day(word) || surface.pos(at).is_adverb() && word != "not" {
            at += 1;
        } else if matches!(word, "on" | "late" | "last" | "this") && is_day(surface.lower(at + 1)) {
            at += 2;
        } else {
            break;
        }
    }
    at
}

/// Where "that" or a quotation comes after a short adjunct: "said in a statement Friday that".
fn intervening(cast: &Cast, at: usize, sentence: &Run) -> Option<usize> {
    let surface = cast.surface;
    if surface.pos(at) != Pos::Preposition && !is_day(surface.lower(at)) && surface.word(at) != ","
    {
        return None;
    }
    let limit = sentence.end.min(at + 18);
    for next in at..limit {
        if is_that(surface, next) && next > at {
            return Some(next);
        }
        let named = || {
            surface
                .quotation_of(next + 1)
                .is_some_and(|number| is_title(surface, &surface.quotations()[number].inside))
        };
        if surface.kind(next) == TokenKind::Quote && quote_at(surface, next) && next > at {
            return (!named()).then_some(next);
        }
        // "said, adding later, "…"": that is what was added.
        let further = surface.pos(next) == Pos::VerbGerund
            && cast.lexicon.verbs.contains(surface.lower(next));
        if further || surface.pos(next).is_finite_verb() || surface.word(next) == ";" {
            return None;
        }
    }
    None
}

/// Whom "told" tells: where what they are told begins, and who it is if named.
fn addressee(
    cast: &Cast,
    at: usize,
    sentence: &Run,
    verb: Verb,
) -> Option<(usize, Option<MemberId>)> {
    let surface = cast.surface;
    let mut next = at;
    while next < sentence.end && next < at + 22 {
        // "accused Mali of “fraud”": whoever is accused belongs to the words.
        let of = surface.lower(next) == "of" && quote_at(surface, next + 1);
        if of && next > at && verb.takes.any(Takes::OF) {
            return None;
        }
        if next > at && (is_that(surface, next) || quote_at(surface, next)) {
            return Some((next, named_in(cast, &(at..next))));
        }
        let pos = surface.pos(next);
        let in_mention = cast.mention_at(next).is_some();
        if pos.is_finite_verb() && !in_mention
            || surface.word(next) == ";"
            || (pos == Pos::To && verb.takes.any(Takes::INF))
        {
            break;
        }
        // "told AFP the talks had failed": a new noun phrase begins right after a name or pronoun.
        let starts = pos.is_determiner()
            || pos == Pos::Pronoun
            || (cast.mention_at(next).is_some_and(|mention| mention.run.start == next)
                && next > at
                && cast.ends_mention(next - 1)
                && cast.who(next - 1) != cast.who(next));
        if next > at
            && starts
            && (cast.ends_mention(next - 1)
                || surface.pos(next - 1) == Pos::Pronoun
                    && !matches!(surface.lower(next - 1), "his" | "her" | "their" | "its")
                || surface.lower(next - 1) == "reporters"
                || is_day(surface.lower(next - 1)))
        {
            return Some((next, named_in(cast, &(at..next))));
        }
        next += 1;
    }
    None
}

/// "“It is late,” Lee told Kim on Monday": whom a verb tells that stands behind what it tells.
pub(super) fn told_at_last(
    cast: &Cast,
    group: &VerbGroup,
    verb: Verb,
    inverted: bool,
) -> Option<MemberId> {
    let surface = cast.surface;
    if !verb.takes.any(Takes::ADDRESSEE) || group.passive || inverted {
        return None;
    }
    let first = group.main + 1;
    let inside = |at: &usize| {
        let pos = surface.pos(*at);
        cast.mention_at(*at).is_some()
            || (pos.is_noun() || pos.is_adjective() || pos.is_determiner())
                && !is_day(surface.lower(*at))
            || matches!(surface.lower(*at), "visiting" | "'s" | "of" | "and")
    };
    let end = surface.sentence(group.main).end.min(first + 16);
    let last = (first..end).take_while(inside).last()?;
    named_in(cast, &(first..last + 1))
}

/// The named person or organization of a phrase, the last one that is no possessor.
fn named_in(cast: &Cast, run: &Run) -> Option<MemberId> {
    // "told a briefing at the UN office", "told a briefing with Lee": the office was not told.
    let place = |at: &usize| {
        matches!(cast.surface.lower(*at), "at" | "in" | "after" | "during" | "with")
            && !cast.in_title(*at)
    };
    let end = run.clone().find(place).unwrap_or(run.end);
    cast.mentions_in(&(run.start..end))
        .filter(|mention| cast.surface.lower(mention.run.end) != "'s")
        .filter(|mention| {
            matches!(cast.kind(mention.who), EntityKind::Person | EntityKind::Organization)
        })
        .last()
        .map(|mention| mention.who)
}

/// "warned Mali on Monday against sending troops": what follows the one who is warned.
fn warned_against(cast: &Cast, at: usize, sentence: &Run, verb: Verb) -> Option<Run> {
    let surface = cast.surface;
    if !verb.takes.any(Takes::ADDRESSEE) || !verb.takes.any(Takes::AGAINST) {
        return None;
    }
    let ends = |at: usize| {
        is_that(surface, at)
            || matches!(surface.kind(at), TokenKind::Mark | TokenKind::Quote)
            || surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none()
    };
    let against = (at + 1..sentence.end.min(at + 12))
        .take_while(|at| !ends(*at))
        .find(|at| surface.lower(*at) == "against")?;
    let run = trim(surface, against + 1..clause_end(cast, against + 1, sentence, None));
    (!run.is_empty()).then_some(run)
}

/// "urged Mali “to return”": as [`infinitive_after`], the infinitive in quotation marks.
fn quoted_infinitive(cast: &Cast, at: usize, sentence: &Run, verb: Verb) -> Option<Run> {
    let surface = cast.surface;
    if !verb.takes.any(Takes::INF) || !verb.takes.any(Takes::ADDRESSEE) || quote_at(surface, at) {
        return None;
    }
    let plain = |at: &usize| {
        surface.kind(*at) != TokenKind::Mark
            && !(surface.pos(*at).is_finite_verb() && cast.mention_at(*at).is_none())
    };
    let open = (at..sentence.end.min(at + 18))
        .take_while(plain)
        .find(|at| surface.kind(*at) == TokenKind::Quote)?;
    let number = surface.quotation_of(open + 1)?;
    let infinitive =
        surface.lower(open + 1) == "to" && surface.pos(open + 2) == Pos::VerbBase && open > at;
    let quoted = surface.quotations()[number].inside.end.min(sentence.end);
    let closed = matches!(surface.word(quoted - 1), "," | ".");
    let end = if closed { quoted } else { clause_end(cast, at, sentence, None).max(quoted) };
    infinitive.then(|| trim(surface, at..end)).filter(|run| !run.is_empty())
}

/// "urged both sides to return": object and infinitive together.
fn infinitive_after(cast: &Cast, at: usize, sentence: &Run) -> Option<Run> {
    let surface = cast.surface;
    let to = (at..sentence.end.min(at + 25))
        .find(|at| surface.lower(*at) == "to" && surface.pos(*at + 1) == Pos::VerbBase)?;
    let clear =
        !(at..to).any(|at| surface.pos(at).is_finite_verb() && cast.mention_at(at).is_none());
    let end = clause_end(cast, at, sentence, None);
    let aside = |next: &usize| {
        surface.word(*next) == "," && matches!(surface.lower(next + 1), "as" | "while" | "after")
    };
    let plain = |next: &usize| surface.quotation_of(*next).is_none();
    let end = (to + 2..end).filter(plain).find(aside).unwrap_or(end);
    (clear && to > at && end > to + 1).then(|| trim(surface, at..end)).filter(|run| !run.is_empty())
}

/// A quotation or a clause that a mark, "that" or "whether" announces.
fn clause_from_marked(
    cast: &Cast,
    at: usize,
    sentence: &Run,
    group: &VerbGroup,
    content: &Content,
) -> Option<Content> {
    let surface = cast.surface;
    if quote_at(surface, at)
        || is_that(surface, at)
        || (surface.word(at) == "," && is_that(surface, at + 1))
        || (surface.word(at) == ":" && at + 1 < sentence.end)
    {
        return clause_from(cast, at, sentence, group, content.clone());
    }
    None
}

/// A clause from here to its end; of a quotation that goes on over sentences, all of it.
pub(super) fn clause_from(
    cast: &Cast,
    mut at: usize,
    sentence: &Run,
    group: &VerbGroup,
    mut content: Content,
) -> Option<Content> {
    let surface = cast.surface;
    while at < sentence.end && (matches!(surface.word(at), "," | ":" | "-" | "—" | "--")) {
        at += 1;
    }
    if is_that(surface, at) && surface.lower(at) == "that" {
        at += 1;
    }
    while at < sentence.end && surface.word(at) == "," {
        at += 1;
    }
    content.clause = true;
    if surface.kind(at) == TokenKind::Quote
        && let Some(number) = surface.quotation_of(at + 1)
    {
        let inside = surface.quotations()[number].inside.clone();
        let rest = trim(surface, inside.end..sentence.end.max(inside.end));
        // All that is left of the sentence lies in the quotation, or only an adjunct follows.
        if inside.end >= sentence.end
            || rest.is_empty()
            || surface.sentence_of(inside.end.saturating_sub(1)) != surface.sentence_of(at)
            || surface.word(inside.end.saturating_sub(1)) == ","
        {
            content.runs.push(trim(surface, inside));
            return Some(content);
        }
    }
    let end = clause_end(cast, at, sentence, Some(group));
    let run = trim(surface, at..end);
    if run.is_empty() {
        return None;
    }
    content.runs.push(run);
    Some(content)
}

/// Where a clause ends: with its sentence, or before a further verb of the same speaker, a participle
/// of reporting, or "according to".
pub(super) fn clause_end(
    cast: &Cast,
    at: usize,
    sentence: &Run,
    group: Option<&VerbGroup>,
) -> usize {
    let surface = cast.surface;
    let tense = group.map(|group| surface.pos(group.main));
    let we = group.is_some_and(|group| {
        (sentence.start..group.run.start).rev().take(2).any(|at| surface.lower(at) == "we")
    });
    let relative = group.is_some_and(|group| {
        let before = group.run.start.saturating_sub(4).max(sentence.start)..group.run.start;
        before
            .rev()
            .take_while(|at| surface.word(*at) != ",")
            .any(|at| matches!(surface.lower(at), "which" | "who"))
    });
    let led_by = group.and_then(|group| subject_comma(cast, group, sentence));
    let leads = group.is_some_and(|group| leads_a_clause(surface, group, sentence));
    let mut clause = false; // whether a verb of what is said stands before
    for next in at..sentence.end {
        if surface.quotation_of(next).is_some() {
            continue;
        }
        let word = surface.lower(next);
        clause |= surface.pos(next).is_finite_verb() && cast.mention_at(next).is_none();
        let told = word == "according" && surface.lower(next + 1) == "to";
        if told && next > at && !measures(cast, next) {
            return next;
        }
        // "Chad, which said it was late, has left"
        let main = relative && word == "," && surface.pos(next + 1).is_finite_verb();
        let ends = leads && word == "," && begins_main_clause(cast, next + 1);
        if next > at && (led_by == Some(next) || main || ends) {
            return next;
        }
        if we && next > at && matches!(word, "and" | "but" | ",") && we_say(cast, next + 1) {
            return next;
        }
        if matches!(word, "and" | ",") && next > at {
            let further = (next + 1..sentence.end.min(next + 5))
                .find(|at| surface.lower(*at) != "and" && !surface.pos(*at).is_adverb());
            if further.and_then(|verb| joined_to(cast, verb)).is_some_and(|first| first < at) {
                return next;
            }
        }
        // "who hinted that it was late, said he", "saying it was late, and he added that"
        let told = word == "," && matches!(surface.lower(next + 1), "said" | "told");
        let adds = matches!(word, "and" | "but")
            && matches!(surface.lower(next + 1), "he" | "she")
            && matches!(surface.lower(next + 2), "added" | "stressed" | "noted" | "warned");
        let anew = group.is_some_and(|group| speaks_anew(cast, next, group, clause));
        if next > at && group.is_some() && (told || adds || anew) {
            return if surface.word(next - 1) == "," { next - 1 } else { next };
        }
        if matches!(word, "and" | "but") && next > at {
            let mut verb = next + 1;
            while surface.pos(verb).is_adverb() && verb < sentence.end {
                verb += 1;
            }
            let same = tense.is_none_or(|tense| {
                surface.pos(verb) == tense
                    || tense == Pos::VerbParticiple && surface.pos(verb) == Pos::VerbPast
            });
            let reports = cast
                .lexicon
                .verbs
                .get(surface.lower(verb))
                .is_some_and(|verb| !verb.takes.any(Takes::NONE));
            if same
                && reports
                && surface.pos(verb).is_verb()
                && surface.pos(verb) != Pos::VerbBase
                && !begins_noun(surface, verb)
            {
                return next;
            }
        }
        // "accused Mali of “fraud,” saying"
        let parted = || {
            surface.word(next - 1) == ","
                || surface.kind(next - 1) == TokenKind::Quote
                    && next > at + 2
                    && surface.word(next - 2) == ","
        };
        if surface.pos(next) == Pos::VerbGerund && next > at + 1 && parted() {
            let reports = cast.lexicon.verbs.contains(word);
            if reports
                && matches!(
                    word,
                    "saying"
                        | "accusing"
                        | "blaming"
                        | "criticizing"
                        | "criticising"
                        | "denouncing"
                        | "condemning"
                        | "describing"
                        | "quoting"
                        | "asserting"
                        | "alleging"
                        | "reiterating"
                        | "reaffirming"
                        | "underscoring"
                        | "underlining"
                        | "adding"
                        | "warning"
                        | "noting"
                        | "stressing"
                        | "insisting"
                        | "arguing"
                        | "claiming"
                        | "calling"
                        | "telling"
                        | "urging"
                        | "citing"
                        | "suggesting"
                        | "emphasizing"
                        | "vowing"
                )
            {
                return next - 1;
            }
        }
        if surface.word(next) == ";"
            || surface.word(next) == "," && next > at && (leaves_content(cast, next, sentence))
        {
            return next;
        }
    }
    sentence.end
}

/// "Arguing that it was late, Lee left": the comma where the words of a participle that leads a sentence
/// end.
fn subject_comma(cast: &Cast, group: &VerbGroup, sentence: &Run) -> Option<usize> {
    let surface = cast.surface;
    let leads = group.run.start == sentence.start
        && surface.pos(group.main) == Pos::VerbGerund
        && !group.progressive;
    let source =
        leads.then(|| after_participle(cast, group.main, &Issuers::default())).flatten()?;
    source.run.start.checked_sub(1)
}

/// "While we welcome the deal, it is late": whether a verb stands in a clause that leads up to another.
fn leads_a_clause(surface: &Surface, group: &VerbGroup, sentence: &Run) -> bool {
    matches!(surface.lower(sentence.start), "while" | "although" | "though" | "whereas")
        && group.main < sentence.start + 12
        && !(sentence.start..group.main).any(|at| surface.word(at) == ",")
}

/// Whether a short subject and its verb follow a comma.
fn begins_main_clause(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = cast.mention_at(at).filter(|it| it.run.start == at).map_or(at + 1, |it| it.run.end);
    let subject = surface.pos(at) == Pos::Pronoun || end > at + 1 || cast.mention_at(at).is_some();
    let verb = (end..end + 3).find(|at| !surface.pos(*at).is_adverb());
    subject
        && verb
            .is_some_and(|at| surface.pos(at).is_finite_verb() || surface.pos(at) == Pos::VerbBase)
}

/// "We condemn the coup, urge the army to return and (we) call on …": what we say next.
fn we_say(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let mut verb = at;
    while surface.pos(verb).is_adverb() || matches!(surface.lower(verb), "and" | "we" | "also") {
        verb += 1;
    }
    let known = cast.lexicon.verbs.get(surface.lower(verb));
    let plain = matches!(surface.pos(verb), Pos::VerbBase | Pos::VerbPresent);
    known.is_some_and(|verb| !verb.takes.any(Takes::NONE))
        && plain
        && surface.lower(at.wrapping_sub(1)) != "to"
        && (surface.lower(at) == "we" || surface.lower(verb + 1) != "and")
}

/// What hangs on the telling rather than on what is told: ", months after …", ", with officials
/// indicating …", ", Lee said".
fn leaves_content(cast: &Cast, comma: usize, sentence: &Run) -> bool {
    let surface = cast.surface;
    let time = (comma + 1..comma + 5).find(|at| {
        matches!(
            surface.lower(*at),
            "months" | "month" | "days" | "day" | "weeks" | "week" | "hours" | "years" | "minutes"
        )
    });
    if time.is_some_and(|time| matches!(surface.lower(time + 1), "after" | "before")) {
        return true;
    }
    if turns_to_others(cast, comma) {
        return true;
    }
    surface.lower(comma + 1) == "with"
        && (comma + 2..sentence.end.min(comma + 8)).any(|at| {
            surface.pos(at) == Pos::VerbGerund && cast.lexicon.verbs.contains(surface.lower(at))
        })
}

/// ", while Mali has waited", ", which Mali says is late": what others do or say is no part of what
/// was said.
fn turns_to_others(cast: &Cast, comma: usize) -> bool {
    let surface = cast.surface;
    let word = surface.lower(comma + 1);
    let end = surface.sentence(comma).end.min(comma + 7);
    let Some(other) = (comma + 2..end).find_map(|at| {
        cast.mention_at(at).filter(|mention| {
            mention.run.start == at
                && cast.kind(mention.who) != EntityKind::Place
                && surface.lower(mention.run.end) != "'s"
        })
    }) else {
        return false;
    };
    let before = (comma + 2..other.run.start).all(|at| {
        let pos = surface.pos(at);
        pos.is_noun() || pos.is_adjective() || pos.is_determiner()
    });
    let verb = (other.run.end..other.run.end + 3).find(|at| !surface.pos(*at).is_adverb());
    let acts = verb.is_some_and(|at| surface.pos(at).is_finite_verb());
    let says = verb.is_some_and(|at| cast.lexicon.verbs.contains(surface.lower(at)));
    before
        && (word == "while" && acts
            || word == "which" && other.run.start == comma + 2 && says && acts)
}

fn begins_noun(surface: &Surface, at: usize) -> bool {
    surface.pos(at) == Pos::VerbParticiple && surface.pos(at + 1).is_noun()
}

/// Without marks at either end: quotation marks, commas, the final stop.
pub(super) fn trim(surface: &Surface, mut run: Run) -> Run {
    let marks = |at: usize| {
        matches!(surface.kind(at), TokenKind::Quote | TokenKind::Mark)
            && !matches!(
                surface.word(at),
                "(" | ")" | "[" | "]" | "%" | "$" | "£" | "€" | "#" | "@"
            )
    };
    while run.start < run.end && marks(run.start) {
        run.start += 1;
    }
    while run.start < run.end && marks(run.end - 1) {
        run.end -= 1;
    }
    if run.start < run.end
        && surface.word(run.end - 1) == ")"
        && !run.clone().any(|at| surface.word(at) == "(")
    {
        run.end -= 1;
    }
    run
}
