//! Organizations that no table names: by a head word ("… Council"), or a nameless ministry.

use super::people::DAYS;
use super::titles::title_words;
use super::{Name, What};
use crate::lexicon::{Code, Lexicon, StateSense};
use crate::surface::Surface;

/// Words that join the capitalised words of one name.
fn joins(word: &str) -> bool {
    matches!(word, "of" | "for" | "on" | "and" | "the" | "&" | "de" | "in" | "to" | "against")
}

/// Where a capitalised phrase that is an organization ends, if one begins at this token.
pub(super) fn generic_at(surface: &Surface, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let sentence = surface.sentence(at).end;
    // "The Council": a definite description, not a name of its own.
    if matches!(
        surface.lower(at),
        "the" | "a" | "an" | "this" | "that" | "our" | "his" | "its" | "their"
    ) {
        return None;
    }
    let mut end = at;
    let mut head = None;
    while end < sentence && end < at + 10 {
        let word = surface.word(end);
        if surface.is_capital(end) {
            // "National Security Council Senior Director for Africa Dana Banks": an office of it.
            if head.is_some_and(|head| head + 1 == end)
                && title_words(surface, lexicon, end).is_some_and(|(run, _)| {
                    matches!(surface.lower(run.end), "for" | "of") || run.end > end + 2
                })
            {
                break;
            }
            if lexicon.organization_words.contains(word)
                && !(word.starts_with("Government") && surface.lower(end + 1) == "of")
                && !is_treasurers(surface, end + 1)
            {
                head = Some(end);
            }
            end += 1;
        } else if of_the_people(surface, end) {
            end += 1;
        } else if matches!(word, "of" | "for" | "and" | "&")
            && end > at
            && surface.is_capital(next_capital(surface, end + 1))
        {
            // Before a head is seen only "of"-less names go on: "Ministry of …" has its head already.
            if head.is_none() && matches!(word, "of" | "for") || head.is_some() && word == "and" {
                break;
            }
            // "Molly Lee and National Security Council Director Kim": a person, and another's office.
            // "Administrator Bill Lee": after an office any given name.
            let titled = at > surface.sentence(at).start
                && lexicon.titles.get(surface.lower(at - 1)).is_some_and(|title| title.head);
            let named = |at: usize| {
                lexicon.given.get(surface.word(at)).is_some_and(|given| titled || !given.common)
            };
            let is_family = lexicon.family_first.contains(surface.word(at))
                && !lexicon.ordinary.contains(surface.lower(at));
            let whole = end == at + 2 || is_family && end == at + 3;
            if word == "and" && whole && (named(at) || is_family) {
                break;
            }
            if head.is_none() && !is_short_join(surface, lexicon, end, sentence) {
                break;
            }
            // "President Ann Lee and European Commission President Kim": a title and a name end before.
            if word == "and" && is_titled_name(surface, lexicon, at, end) {
                break;
            }
            // "NATO and European Union officials": two names, each known by itself.
            let state = || {
                let word = |offset: usize| (at + offset < end).then(|| surface.word(at + offset));
                lexicon.states.longest(word).is_some_and(|(taken, _)| at + taken == end)
            };
            if word == "and"
                && (is_known(surface, lexicon, at, sentence) == Some(end) || state())
                && is_known(surface, lexicon, end + 1, sentence).is_some()
            {
                break;
            }
            end = next_capital(surface, end + 1);
        } else {
            break;
        }
    }
    // "Dana Banks" is somebody: no name of an organization is a given name and a plural.
    let several = |head: usize| {
        let one = surface.word(head).strip_suffix('s');
        one.is_some_and(|one| lexicon.organization_words.contains(one))
    };
    let named = lexicon.given.get(surface.word(at)).is_some_and(|given| !given.common);
    let head = head.filter(|head| !(named && *head == at + 1 && several(*head)))?;
    let mut last = head + 1;
    // "… of Foreign Affairs", "… on Human Rights": up to the end of the capitals that follow.
    while last < sentence && joins(surface.word(last)) && surface.word(last) != "to" {
        let next = next_capital(surface, last + 1);
        if surface.word(last) == "and" && last == head + 1 {
            break;
        }
        // "The Security Council on Tuesday": when, and no part of the name.
        if !surface.is_capital(next) || next > last + 2 || DAYS.contains(&surface.lower(next)) {
            break;
        }
        // "The agency on Wednesday", "the World Trade Organization in Hong Kong": day and place.
        let city = || {
            let word =
                |offset: usize| (next + offset < sentence).then(|| surface.word(next + offset));
            lexicon.places.longest(word).is_some() || lexicon.states.longest(word).is_some()
        };
        // "the U.S. Department of State in Washington", though not "… and Co-operation in Europe".
        let is_town = |next: usize| {
            let word =
                |offset: usize| (next + offset < sentence).then(|| surface.word(next + offset));
            lexicon.states.longest(word).is_none_or(|(_, state)| state.sense != StateSense::Name)
                && lexicon.places.longest(word).is_some_and(|(_, code)| code.is_some())
        };
        if crate::clauses::is_day(surface.lower(next))
            || surface.word(last) == "in" && (last == head + 1 || is_town(next)) && city()
        {
            break;
        }
        // "… of Trade and Japan's Ministry of Industry", "… of Foreign Affairs and Estonian Institute
        // of Rivers": another body begins with whose it is.
        if surface.word(last) == "and" && is_body_of_a_state(surface, lexicon, next, sentence) {
            break;
        }
        // "… of Investigation and the Drug Enforcement Administration": two names.
        if surface.word(last) == "and" && next == last + 2 {
            break;
        }
        if surface.word(last) == "and" && is_somebody(surface, lexicon, next) {
            break;
        }
        // Another organization or a person begins after "and": "… of Defense and Secretary Austin".
        let mut stop = next;
        if surface.word(last) == "and"
            && lexicon
                .organizations
                .longest(|offset| (next + offset < sentence).then(|| surface.word(next + offset)))
                .is_some()
        {
            break;
        }
        while stop < sentence
            && (surface.is_capital(stop) || stop > next && of_the_people(surface, stop))
            && stop < next + 7
        {
            // "… of Foreign Affairs Ann Lee": the portfolio ends the name.
            if stop > next
                && lexicon.portfolios.contains(surface.word(stop - 1))
                && !lexicon.portfolios.contains(surface.word(stop))
                && !of_the_people(surface, stop)
            {
                break;
            }
            // "the Organization of Rivers Anna Lee": who heads it.
            if stop > next && is_somebody(surface, lexicon, stop) {
                break;
            }
            if lexicon.titles.get(surface.lower(stop)).is_some_and(|title| title.head) {
                break;
            }
            stop += 1;
        }
        if stop == next {
            break;
        }
        last = stop;
        if surface.word(next - 1) == "in" {
            break;
        }
    }
    if last - at < 2 || surface.reads(at, &["office", "of", "the", "spokesperson"]) {
        return None;
    }
    // "Ministry of" alone, or a sentence's first word that is merely capitalised.
    let first_is_plain = surface.sentence(at).start == at
        && !surface.pos(at).is_proper()
        && !surface.pos(at).is_adjective();
    (!first_is_plain || last - at > 2).then_some(last)
}

/// Whether the words up to a token end in the treasury of its secretary.
pub(super) fn is_treasurers(surface: &Surface, end: usize) -> bool {
    surface.word(end.wrapping_sub(1)) == "Treasury" && surface.lower(end) == "secretary"
}

/// Whether capitals hold a title and then a name: "Foreign Minister Ann Lee". No office is meant
/// where the words go on as one's portfolio.
fn is_titled_name(surface: &Surface, lexicon: &Lexicon, at: usize, end: usize) -> bool {
    let head = |at: &usize| {
        lexicon.titles.get(surface.lower(*at)).is_some_and(|title| title.head)
            && !lexicon.organization_words.contains(surface.word(*at))
            && !lexicon.titles.contains(surface.lower(*at + 1))
            && (!lexicon.ordinary.contains(surface.lower(*at + 1))
                || lexicon.given.contains(surface.word(*at + 1)))
            && !lexicon.organization_words.contains(surface.word(*at + 1))
    };
    (at..end.saturating_sub(1)).any(|at| head(&at) && surface.is_capital(at + 1))
}

/// "… of Lingshi County and Feng Kaicheng": a name that is a person's by its first word.
fn is_somebody(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let is_given = lexicon.given.get(surface.word(at)).is_some_and(|given| !given.common);
    let goes_on = surface.is_capital(at + 1)
        && !lexicon.organization_words.contains(surface.word(at + 1))
        && !lexicon.portfolios.contains(surface.word(at + 1));
    goes_on
        && !lexicon.ordinary.contains(surface.lower(at))
        && (is_given || lexicon.family_first.contains(surface.word(at)))
}

/// Where an organization of the table ends that begins at a token.
fn is_known(surface: &Surface, lexicon: &Lexicon, at: usize, sentence: usize) -> Option<usize> {
    let word = |offset: usize| (at + offset < sentence).then(|| surface.word(at + offset));
    lexicon.organizations.longest(word).map(|(taken, _)| at + taken)
}

/// Whether a state's name begins at a token and a body of its own follows: "Japan's Ministry", "Estonian
/// Institute".
fn is_body_of_a_state(surface: &Surface, lexicon: &Lexicon, at: usize, sentence: usize) -> bool {
    let word = |offset: usize| (at + offset < sentence).then(|| surface.word(at + offset));
    let Some((taken, _)) = lexicon.states.longest(word) else { return false };
    let after = at + taken;
    let own = if surface.word(after) == "'s" { after + 1 } else { after };
    (own..sentence.min(own + 5))
        .take_while(|at| surface.is_capital(*at))
        .any(|at| lexicon.organization_words.contains(surface.word(at)))
}

/// "the Chinese People's Political Consultative Conference": a possessor inside a name.
fn of_the_people(surface: &Surface, at: usize) -> bool {
    surface.word(at) == "'s"
        && matches!(surface.word(at - 1), "People" | "Women" | "Children" | "Workers")
        && surface.is_capital(at + 1)
}

fn next_capital(surface: &Surface, at: usize) -> usize {
    if surface.word(at) == "the" { at + 1 } else { at }
}

/// "Democracy and Human Rights Bureau": a head follows after "and" within a few capitals.
fn is_short_join(surface: &Surface, lexicon: &Lexicon, at: usize, sentence: usize) -> bool {
    (at + 1..sentence.min(at + 5))
        .take_while(|at| surface.is_capital(*at))
        .any(|at| lexicon.organization_words.contains(surface.word(at)))
}

/// A nameless body in small letters right after a state's name: "Iranian foreign ministry",
/// "China's military". Gives where it ends and whose it is.
pub(super) fn body_at(
    surface: &Surface,
    lexicon: &Lexicon,
    found: &[Name],
    at: usize,
) -> Option<(usize, Option<Code>)> {
    let sentence = surface.sentence(at);
    let (taken, ()) = lexicon
        .common_organizations
        .longest(|offset| (at + offset < sentence.end).then(|| surface.lower(at + offset)))?;
    let before = if surface.lower(at.wrapping_sub(1)) == "'s" {
        at.wrapping_sub(2)
    } else {
        at.wrapping_sub(1)
    };
    let name = found.last().filter(|name| name.run.end == before + 1)?;
    let What::State(code, _) = name.what else { return None };
    // "The ball is in Chad's court": no court of law.
    let idiom = surface.lower(at) == "court"
        && surface.lower(name.run.start.wrapping_sub(1)) == "in"
        && (sentence.start..name.run.start).rev().take(6).any(|at| surface.lower(at) == "ball");
    (!idiom).then_some((at + taken, Some(code)))
}

/// A ministry or army in small letters without a state, where it speaks: "the foreign ministry
/// said", "a defence ministry spokesman". Gives where it ends.
pub(super) fn speaking_body_at(surface: &Surface, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let sentence = surface.sentence(at);
    let before = surface.lower(at.checked_sub(1)?);
    if !matches!(before, "the" | "a" | "an") || at == sentence.start {
        return None;
    }
    let (taken, ()) = lexicon
        .common_organizations
        .longest(|offset| (at + offset < sentence.end).then(|| surface.lower(at + offset)))?;
    let end = at + taken;
    let body =
        matches!(surface.lower(end - 1), "ministry" | "army" | "military" | "navy" | "office");
    let speaks = lexicon.verbs.contains(surface.lower(end)) && surface.pos(end).is_finite_verb()
        || ["spokes", "official", "statement", "source"]
            .iter()
            .any(|word| surface.lower(end).starts_with(word))
        || surface.lower(end) == "'s" && surface.lower(end + 1).starts_with("spokes")
        || at > 2
            && surface.reads(at - 3, &["according", "to", "the"])
            && (end >= sentence.end || matches!(surface.word(end), "." | ","));
    (body && speaks).then_some(end)
}

/// A ministry or army in small letters before its spokesman. Gives where it ends.
pub(super) fn spokesman_body_at(surface: &Surface, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let sentence = surface.sentence(at);
    let (taken, ()) = lexicon
        .common_organizations
        .longest(|offset| (at + offset < sentence.end).then(|| surface.lower(at + offset)))?;
    let end = at + taken;
    let body = matches!(
        surface.lower(end - 1),
        "ministry" | "army" | "military" | "police" | "navy" | "office"
    );
    (body && surface.lower(end).starts_with("spokes")).then_some(end)
}
