//! States: names, abbreviations, demonyms, capitals, seats of government; also inside a hyphenated
//! word ("U.S.-Russia", "then-US").

use super::{Name, What};
use crate::lexicon::{Code, Lexicon, StateForm, StateSense};
use crate::surface::Surface;
use chancery_model::Span;

/// The state named from this token on, and how many tokens it takes.
pub(super) fn state_at(
    surface: &Surface,
    lexicon: &Lexicon,
    at: usize,
) -> Option<(usize, StateForm)> {
    let end = surface.sentence(at).end;
    let word = |offset: usize| (at + offset < end).then(|| surface.word(at + offset));
    let (taken, form) = lexicon
        .states
        .longest(word)
        .or_else(|| shouted(surface, lexicon, at))
        .or_else(|| half_of_korea(surface, at).map(|form| (1, form)))
        .or_else(|| korean(surface, at).map(|form| (1, form)))?;
    if taken == 1 && is_of_a_community(surface, lexicon, at, form) {
        return None;
    }
    // "Washington, D.C." and the like; a lone "Jordan" or "Chad" before a family name is a person.
    let one_word = taken == 1 && form.sense == StateSense::Name;
    let given = lexicon.given.contains(surface.word(at));
    let family = surface.is_capital(at + 1) && surface.pos(at + 1).is_proper() && at + 1 < end;
    if one_word
        && given
        && family
        && !is_before_a_name(surface, lexicon, at)
        && lexicon.states.longest(|_| Some(surface.word(at + 1))).is_none()
    {
        return None;
    }
    // "three million U.S. dollars" is money, wherever it is paid.
    (!is_currency(surface.lower(at + taken))).then_some((taken, form))
}

/// The row of a people within a state: "Greek" and "Cypriot". It tells the state that the people is of, if
/// one.
fn community<'l>(lexicon: &'l Lexicon, first: &str, second: &str) -> Option<&'l Option<Code>> {
    let is_state = |word| lexicon.states.longest(|offset| (offset == 0).then_some(word)).is_some();
    (is_state(first) && is_state(second))
        .then(|| lexicon.blocs.get(&format!("{first} {second}")))
        .flatten()
}

/// Whether the name of a people within a state ends at a token.
pub(super) fn ends_a_community(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| surface.is_capital(*before));
    surface.is_capital(at)
        && before.is_some_and(|before| {
            community(lexicon, surface.word(before), surface.word(at)).is_some()
        })
}

/// "Bosnian Serb", "Turkish Cypriots", "Turkish and Greek Cypriots": a people within a state, of neither
/// of the two that the words tell of by themselves. "The Greek Cypriot president" is one of Cyprus, and
/// "Kosovo Serb talks" are of two states.
fn is_of_a_community(surface: &Surface, lexicon: &Lexicon, at: usize, form: StateForm) -> bool {
    let people = |first: &str, second: &str| community(lexicon, first, second);
    let word = |at: usize| surface.word(at);
    let talks = |at: usize| {
        matches!(
            surface.lower(at),
            "agreement"
                | "border"
                | "deal"
                | "dialogue"
                | "negotiations"
                | "relations"
                | "summit"
                | "talks"
        )
    };
    if !surface.is_capital(at) {
        return false;
    }
    if surface.is_capital(at + 1) && people(word(at), word(at + 1)).is_some() {
        return form.sense == StateSense::Demonym || !talks(at + 2);
    }
    if let Some(before) = at.checked_sub(1).filter(|before| surface.is_capital(*before))
        && let Some(of) = people(word(before), word(at))
    {
        let office = matches!(
            surface.lower(at + 1),
            "administration"
                | "authorities"
                | "foreign"
                | "government"
                | "minister"
                | "ministry"
                | "parliament"
                | "president"
        );
        let two = || {
            let first = lexicon.states.longest(|offset| (offset == 0).then(|| word(before)));
            first.is_some_and(|(_, first)| first.sense == StateSense::Name) && talks(at + 1)
        };
        return !(office && *of == Some(form.code) || two());
    }
    surface.lower(at + 1) == "and"
        && surface.is_capital(at + 2)
        && surface.is_capital(at + 3)
        && people(word(at + 2), word(at + 3)).is_some()
        && people(word(at), word(at + 3)).is_some()
}

/// "North and South Korea", "South and North Korean officials": the first of both.
fn half_of_korea(surface: &Surface, at: usize) -> Option<StateForm> {
    let (code, other) = match surface.word(at) {
        "North" => ("KP", "South"),
        "South" => ("KR", "North"),
        _ => return None,
    };
    let both = matches!(surface.lower(at + 1), "and" | "or") && surface.word(at + 2) == other;
    let sense = match surface.word(at + 3) {
        "Korea" => StateSense::Name,
        "Korean" | "Koreans" => StateSense::Demonym,
        _ => return None,
    };
    Some(StateForm { code: Code::read(code).filter(|_| both)?, sense })
}

/// "the two Koreas", "both Koreas": the two states that two words stand for.
pub(super) fn two_koreas(surface: &Surface, at: usize) -> Option<[Code; 2]> {
    let both = matches!(surface.lower(at), "two" | "both") && surface.word(at + 1) == "Koreas";
    Some([Code::read("KP").filter(|_| both)?, Code::read("KR")?])
}

/// "Korean and Japanese counterparts", "the Korean foreign minister": of two Koreas the one that has them.
fn korean(surface: &Surface, at: usize) -> Option<StateForm> {
    if surface.word(at) != "Korean" {
        return None;
    }
    let of_office = |at: usize| {
        let word = surface.lower(at);
        matches!(
            word,
            "ambassador" | "counterpart" | "counterparts" | "foreign" | "officials" | "president"
        )
    };
    let listed = surface.lower(at + 1) == "and" && surface.lower(at + 2) == "japanese"
        || surface.lower(at.wrapping_sub(1)) == "and"
            && surface.lower(at.wrapping_sub(2)) == "japanese";
    let code = Code::read("KR").filter(|_| listed || of_office(at + 1))?;
    Some(StateForm { code, sense: StateSense::Demonym })
}

/// "ambassador to Israel Ann Lee": a given name and a family name follow where an office is of it.
fn is_before_a_name(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    at > surface.sentence(at).start
        && matches!(surface.lower(at - 1), "to" | "of" | "in")
        && lexicon.given.contains(surface.word(at + 1))
        && surface.is_capital(at + 2)
        && surface.pos(at + 2).is_proper()
        && surface.sentence(at).contains(&(at + 2))
}

/// A name all in capitals, as headlines and headers write it.
fn shouted(surface: &Surface, lexicon: &Lexicon, at: usize) -> Option<(usize, StateForm)> {
    let shouts =
        |at: usize| surface.word(at).len() > 3 && surface.word(at).chars().all(char::is_uppercase);
    if !shouts(at) || !lexicon.states.may_begin(&capitalised(surface.lower(at))) {
        return None;
    }
    let normal: Vec<String> = (at..at + 5)
        .map_while(|at| {
            (surface.word(at).chars().all(|c| !c.is_lowercase()) && at < surface.len())
                .then(|| capitalised(surface.lower(at)))
        })
        .collect();
    lexicon.states.longest(|offset| normal.get(offset).map(String::as_str))
}

pub(crate) fn capitalised(lower: &str) -> String {
    let mut chars = lower.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether a hyphenated word is made of states and organizations alone ("U.S.-EU").
pub(super) fn is_pair(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let word = surface.word(at);
    if !word.bytes().any(|byte| byte == b'-') {
        return false;
    }
    let named = |part: &str| {
        lexicon.states.longest(|offset| (offset == 0).then_some(part)).is_some_and(|(n, _)| n == 1)
            || part.len() > 1
                && part.chars().all(|c| !c.is_lowercase())
                && lexicon.organizations.longest(|offset| (offset == 0).then_some(part)).is_some()
    };
    let last = word.rsplit('-').next().unwrap_or_default();
    let whole = |part: &str| named(part) || part == last && goes_on(surface, lexicon, at).is_some();
    word.len() <= 60 && !is_one(lexicon, word) && word.split('-').all(whole)
}

/// "U.S.-Japan-Republic of Korea": how many words a state's name has that begins with the last part, and
/// the name.
fn goes_on(surface: &Surface, lexicon: &Lexicon, at: usize) -> Option<(usize, StateForm)> {
    let last = surface.word(at).rsplit('-').next().unwrap_or_default();
    let end = surface.sentence(at).end;
    let word = |offset: usize| match offset {
        0 => Some(last),
        _ => (at + offset < end).then(|| surface.word(at + offset)),
    };
    lexicon.states.longest(word).filter(|(taken, _)| *taken > 1)
}

/// Whether a word with a hyphen is the name of one state: "Guinea-Bissau".
fn is_one(lexicon: &Lexicon, word: &str) -> bool {
    lexicon.states.longest(|offset| (offset == 0).then_some(word)).is_some_and(|(n, _)| n == 1)
}

/// States that are parts of a hyphenated word, and the token after them.
pub(super) fn states_inside(
    surface: &Surface,
    lexicon: &Lexicon,
    at: usize,
    found: &mut Vec<Name>,
) -> usize {
    let word = surface.word(at);
    if !word.bytes().any(|byte| byte == b'-') || word.len() > 60 || is_one(lexicon, word) {
        return at + 1;
    }
    let mut next = at + 1;
    let mut start = surface.span(at).start();
    let last = surface.span(at).end();
    for part in word.split('-') {
        let span = Span::new(start, start + part.len());
        start += part.len() + 1;
        if span.end() == last
            && let Some((taken, form)) = goes_on(surface, lexicon, at)
        {
            let span = Span::new(span.start(), surface.span(at + taken - 1).end());
            next = at + taken;
            found.push(Name { run: at..next, span, what: What::State(form.code, form.sense) });
            continue;
        }
        if let Some((1, form)) = lexicon.states.longest(|offset| (offset == 0).then_some(part)) {
            // "Ibero-American", "African-American": the whole is no state's.
            let other_names = word.split('-').any(|other| {
                other != part
                    && other.starts_with(char::is_uppercase)
                    && lexicon.states.longest(|offset| (offset == 0).then_some(other)).is_none()
                    && lexicon
                        .organizations
                        .longest(|offset| (offset == 0).then_some(other))
                        .is_none()
            });
            if other_names && form.sense == StateSense::Demonym {
                continue;
            }
            found.push(Name { run: at..at + 1, span, what: What::State(form.code, form.sense) });
        } else if let Some((1, number)) =
            lexicon.organizations.longest(|offset| (offset == 0).then_some(part))
            && part.chars().all(|c| !c.is_lowercase())
        {
            found.push(Name { run: at..at + 1, span, what: What::Known(number) });
        }
    }
    next
}

/// Money, which a state's adjective tells from another's.
fn is_currency(word: &str) -> bool {
    matches!(
        word,
        "dollar"
            | "dollars"
            | "pound"
            | "pounds"
            | "franc"
            | "francs"
            | "yen"
            | "yuan"
            | "peso"
            | "pesos"
            | "rupee"
            | "rupees"
            | "shilling"
            | "shillings"
            | "krone"
            | "kroner"
            | "kronor"
            | "crowns"
            | "dinar"
            | "dinars"
            | "dirham"
            | "dirhams"
            | "riyal"
            | "riyals"
            | "rial"
            | "rials"
            | "rouble"
            | "roubles"
            | "ruble"
            | "rubles"
            | "kina"
            | "lira"
            | "rupiah"
            | "rand"
            | "$"
    )
}
