//! What an office is for or of, as a part of its title: "Minister of Foreign Affairs", "Secretary of State
//! for East Asian and Pacific Affairs"; whom it serves is no part of it.

use super::states::{capitalised, state_at};
use crate::lexicon::{Lexicon, StateSense};
use crate::surface::Surface;

/// Where "of State", "for East Asian and Pacific Affairs" ends after a head; the head's own end if
/// nothing of the kind follows.
pub(super) fn portfolio_end(
    surface: &Surface,
    lexicon: &Lexicon,
    head: usize,
    end: usize,
) -> usize {
    // "Ambassador at Large for Religious Freedom"
    let large = surface.lower(head + 1) == "at" && surface.lower(head + 2) == "large";
    let start = past_secretary_general(surface, head).unwrap_or(head + 1 + 2 * usize::from(large));
    if !matches!(surface.lower(start), "of" | "for" | "to" | "on") {
        return start;
    }
    if is_portfolio(surface, lexicon, start + 1) || surface.is_capital(start + 1) {
        let mut last = None;
        let mut at = start + 1;
        while at < end && at < start + 14 {
            if is_served(surface, lexicon, at, last.is_some()) {
                break;
            }
            if is_portfolio(surface, lexicon, at) {
                last = Some(at + 1);
            } else {
                let joins = matches!(surface.lower(at), "and" | "the" | "of" | "for" | ",");
                let listed = last.is_some() && is_in_a_list(surface, lexicon, at);
                let goes_on =
                    last.is_none() || joins || listed || continues(surface, lexicon, at, end);
                // "Prime Minister of Chad Ann Lee, and the Secretary of State": another's.
                let apart = surface.reads(at, &[",", "and", "the"])
                    && lexicon.titles.get(surface.lower(at + 3)).is_some_and(|title| title.head);
                // "Secretary of State Blinken and Secretary of Commerce Lee": the first has its name.
                let named = last == Some(at)
                    && surface.is_capital(at)
                    && surface.lower(at + 1) == "and"
                    && lexicon.titles.get(surface.lower(at + 2)).is_some_and(|title| title.head);
                if !(surface.is_capital(at) || joins) || !goes_on || apart || named {
                    break;
                }
            }
            at += 1;
        }
        // "for Energy Transformation Anna Lee": up to the given name.
        let goes_on = last.and_then(|last| {
            let plain = |at: &usize| {
                surface.is_capital(*at)
                    && lexicon.ordinary.contains(surface.lower(*at))
                    && !lexicon.given.contains(surface.word(*at))
            };
            let given = last + (last..end.min(last + 3)).take_while(plain).count();
            let named = lexicon.given.contains(surface.word(given))
                && given + 1 < end
                && surface.is_capital(given + 1);
            (given > last && named).then_some(given)
        });
        return goes_on.or(last).unwrap_or(start);
    }
    // Small letters: "minister of defence", "head of state".
    let portfolio = |at: usize| {
        lexicon.portfolios.words().any(|known| known.eq_ignore_ascii_case(surface.word(at)))
    };
    let the = usize::from(surface.lower(start + 1) == "the");
    if surface.lower(head) == "chief" && surface.reads(start + 1 + the, &["general", "staff"]) {
        return start + 3 + the;
    }
    let mut end = match surface.lower(start + 1) {
        "state" if surface.lower(head).starts_with("head") => return start,
        "foreign" | "external" | "internal" | "home" | "human" if portfolio(start + 2) => start + 3,
        _ if portfolio(start + 1) && surface.lower(start) != "to" => start + 2,
        _ => return start,
    };
    // "minister of foreign affairs and trade", but "of defence and security officials"
    if surface.lower(end) == "and"
        && portfolio(end + 1)
        && !surface.is_capital(end + 1)
        && !surface.pos(end + 2).is_noun()
    {
        end += 2;
    }
    end
}

/// "Special Representative of the Secretary-General for Chad": where whom somebody is sent by ends, who is
/// called by his office and stands between theirs and what it is for.
fn past_secretary_general(surface: &Surface, head: usize) -> Option<usize> {
    let sent = matches!(
        surface.lower(head),
        "adviser" | "advisor" | "coordinator" | "envoy" | "representative"
    );
    if !sent || !surface.reads(head + 1, &["of", "the"]) {
        return None;
    }
    let nations = usize::from(matches!(surface.word(head + 3), "UN" | "U.N."));
    let nations = nations + 2 * usize::from(surface.reads(head + 3, &["united", "nations"]));
    // "Special Representative of the UN Secretary-General": the body is named there.
    if nations > 0 && surface.is_capital(head) {
        return None;
    }
    let chief = head + 3 + nations;
    let words = match surface.lower(chief) {
        "secretary-general" => 1,
        "secretary" if surface.lower(chief + 1) == "general" => 2,
        _ => return None,
    };
    (surface.sentence_of(chief) == surface.sentence_of(head)).then_some(chief + words)
}

/// Whether the name of a state begins at a token that an office is of or to, or that of a body behind what
/// the office is for: "President of Ukraine", "Ambassador to Iran", "Minister of Foreign Affairs of the
/// Rivers League". What it is for may be called after a state: "Minister of Jerusalem Affairs".
fn is_served(surface: &Surface, lexicon: &Lexicon, at: usize, is_for: bool) -> bool {
    let the = surface.lower(at - 1) == "the";
    let joined = at.checked_sub(1 + usize::from(the)).map_or("", |of| surface.lower(of));
    if !surface.is_capital(at) || !matches!(joined, "of" | "to") {
        return false;
    }
    let plain = |sense| !matches!(sense, StateSense::Demonym | StateSense::People);
    let state = state_at(surface, lexicon, at).filter(|(_, form)| plain(form.sense));
    if let Some((taken, _)) = state {
        return !is_portfolio(surface, lexicon, at + taken);
    }
    let end = surface.sentence(at).end;
    let word = |offset: usize| (at + offset < end).then(|| surface.word(at + offset));
    the && is_for && lexicon.organizations.longest(word).is_some_and(|(taken, _)| taken > 1)
}

/// "of Health Services, Regulations, and Coordination": a word between commas, of a list that goes on to a
/// portfolio.
fn is_in_a_list(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let comma = surface.word(at + 1) == ",";
    let next = at + 1 + usize::from(comma);
    let next = next + usize::from(surface.lower(next) == "and");
    surface.word(at - 1) == ","
        && comma
        && lexicon.ordinary.contains(surface.lower(at))
        && !lexicon.given.contains(surface.word(at))
        && is_portfolio(surface, lexicon, next)
}

/// Whether a word ends a portfolio, as it stands or all in capitals ("SECRETARY OF STATE").
fn is_portfolio(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let word = surface.word(at);
    lexicon.portfolios.contains(word)
        || word.len() > 3
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && lexicon.portfolios.contains(capitalised(surface.lower(at)).as_str())
}

/// Whether the words from a token on are those of an office that may be another's: "Vice Minister".
fn is_an_office(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let deputy =
        matches!(surface.word(at), "Acting" | "Assistant" | "Deputy" | "First" | "Under" | "Vice");
    let head = at + usize::from(deputy);
    surface.is_capital(head)
        && lexicon.titles.get(surface.lower(head)).is_some_and(|title| title.head)
}

/// Whether the name of a state begins at a token that no office is for: "and French Minister of Trade".
fn is_anothers(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    state_at(surface, lexicon, at)
        .is_some_and(|(taken, _)| !is_portfolio(surface, lexicon, at + taken))
}

/// Whether a further portfolio word follows soon, with nothing but capitals and connectors between.
fn continues(surface: &Surface, lexicon: &Lexicon, at: usize, end: usize) -> bool {
    (at..end.min(at + 9))
        .take_while(|at| {
            let capital = surface.is_capital(*at) && !lexicon.given.contains(surface.word(*at));
            // "Minister of Unification Kwon Young-se and Vice Minister of Unification": another's.
            let another = surface.lower(*at) == "and"
                && (is_an_office(surface, lexicon, at + 1)
                    || is_anothers(surface, lexicon, at + 1));
            !another && (capital || matches!(surface.word(*at), "and" | "of" | "the"))
        })
        .any(|at| is_portfolio(surface, lexicon, at))
}
