//! What stands around words in capitals and tells that they are no person's name but a thing's: the
//! quotation marks of a programme, a list of companies, "an organization that …".

use super::nobody::names_a_thing;
use super::states::state_at;
use super::{Name, What};
use crate::lexicon::Lexicon;
use crate::surface::{Run, Surface};
use crate::tokens::TokenKind;
use std::collections::HashSet;

/// Tokens over which a list is followed back to what it is a list of.
const LIST: usize = 40;

/// Lines over which a list of lines is followed back.
const LINES: usize = 20;

/// Words of a line of a list, at most.
const LINE: usize = 8;

/// Whether the words around a name of several words, or within it, tell that it is a thing's or a
/// place's.
pub(super) fn is_told_as_a_thing(surface: &Surface, lexicon: &Lexicon, run: &Run) -> bool {
    let given = lexicon.given.contains(surface.word(run.start));
    is_of_many(surface, run)
        || is_told_what(surface, run)
        || is_a_work(surface, run)
        || is_named_after(surface, run)
        || run.len() > 1
            && (is_lettered(surface, run)
                || !given
                    && (is_in_marks(surface, run)
                        || is_a_place_by_where(surface, lexicon, run)
                        || is_greeting(surface, run)
                        || is_of_letters(surface, lexicon, run)))
        || goes_on_from_before(surface, run.start)
}

/// “Hail Mary”: all that stands in quotation marks, which names a programme, a unit or an alias.
fn is_in_marks(surface: &Surface, run: &Run) -> bool {
    let is_quote = |at: usize| surface.kind(at) == TokenKind::Quote;
    let closes =
        is_quote(run.end) || matches!(surface.word(run.end), "," | ".") && is_quote(run.end + 1);
    run.start > 0 && is_quote(run.start - 1) && closes
}

/// "Golos Ameriki (GA)", "Majelis Mujahidin Indonesia (MMI)": its first letters stand in brackets.
fn is_lettered(surface: &Surface, run: &Run) -> bool {
    let sentence = surface.sentence(run.start).end;
    let mut end = run.end;
    while end < sentence && end < run.end + 3 && surface.is_capital(end) && surface.spaced(end) {
        end += 1;
    }
    let letters = surface.word(end + 1);
    surface.word(end) == "("
        && surface.word(end + 2) == ")"
        && (2..=6).contains(&letters.chars().count())
        && letters.chars().eq((run.start..end)
            .filter_map(|at| surface.word(at).chars().next().filter(|first| first.is_uppercase())))
}

/// "Roosevelt House", "Royal Botanic Gardens", "B.L. Harbert International", "Gro Intelligence CEO".
pub(super) fn is_named_by_its_end(surface: &Surface, lexicon: &Lexicon, run: &Run) -> bool {
    const ENDS: &[&str] =
        &["Associates", "Ban", "Gardens", "House", "Industries", "International", "Logistics"];
    let last = run.end - 1;
    let given = lexicon.given.get(surface.word(run.start)).is_some_and(|given| !given.common);
    run.len() > 1
        && (ENDS.contains(&surface.word(last)) && !(run.len() == 2 && given)
            || surface.spaced(run.end)
                && matches!(
                    surface.word(run.end),
                    "Architects" | "Associates" | "CEO" | "Ltd" | "Ltd."
                ))
}

/// "the Harry S Truman building", "Otto Warmbier Way", "Rangel fellowships": what is
/// called by somebody's name.
fn is_named_after(surface: &Surface, run: &Run) -> bool {
    const THINGS: &[&str] = &[
        "academy",
        "award",
        "avenue",
        "building",
        "bridge",
        "fellowship",
        "fellowships",
        "highway",
        "house",
        "library",
        "medal",
        "memorial",
        "prize",
        "room",
        "scholarship",
        "scholarships",
        "school",
        "schools",
        "stadium",
        "university",
        "way",
    ];
    let is_thing = |at: usize| THINGS.contains(&surface.lower(at));
    let capital = |at: usize| surface.is_capital(at) && surface.spaced(at);
    let before = run.len() > 1 && capital(run.end) && is_thing(run.end)
        || matches!(surface.lower(run.end), "building" | "fellowship" | "fellowships")
        || run.len() > 1
            && matches!(surface.lower(run.end), "academy" | "hospital" | "mosque" | "school");
    before || run.len() > 2 && is_thing(run.end - 1)
}

/// "Layla and Other Assorted Love Songs": the title of a record or a book goes on after a name.
fn is_a_work(surface: &Surface, run: &Run) -> bool {
    surface.lower(run.end) == "and" && surface.word(run.end + 1) == "Other"
}

/// Whether the words around a single word in capitals tell that it is nobody's name: "journalist for
/// Telenoticias", "in partnership with Statista", "a visit to Frederick, Maryland", "Martha's
/// Vineyard", "the West".
pub(super) fn is_alone_as_a_thing(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let first = surface.sentence(at).start;
    let before = |words: usize| {
        let word = at.checked_sub(words).filter(|at| *at >= first);
        word.map_or("", |at| surface.lower(at))
    };
    let works_for = before(1) == "for"
        && matches!(before(2), "correspondent" | "journalist" | "producer" | "reporter");
    let partner = before(1) == "with" && before(2) == "partnership" && before(3) == "in";
    let towards = matches!(before(1), "to" | "in" | "from" | "near" | "of");
    let of_region = towards
        && surface.word(at + 1) == ","
        && lexicon
            .places
            .longest(|offset| (offset < 3).then(|| surface.word(at + 2 + offset)))
            .is_some();
    let of_thing = matches!(surface.lower(at + 1), "'s" | "’s")
        && surface.is_capital(at + 2)
        && names_a_thing(surface.lower(at + 2));
    let side = before(1) == "the"
        && matches!(surface.word(at), "East" | "North" | "South" | "West")
        && surface.lower(at + 1) != "'s";
    works_for || partner || of_region || of_thing || side
}

/// "in Masafer Yatta", "between Rabat and Tal Aviv", "to Babyn Yar where …".
fn is_a_place_by_where(surface: &Surface, lexicon: &Lexicon, run: &Run) -> bool {
    let before = |words: usize| run.start.checked_sub(words).map_or("", |at| surface.lower(at));
    let next = surface.lower(run.end);
    let acts = matches!(next, "'s" | "and") || surface.pos(run.end).is_verb();
    let is_place = |at: usize| {
        lexicon.places.longest(|offset| (offset == 0).then(|| surface.word(at))).is_some()
            || state_at(surface, lexicon, at).is_some()
    };
    let between = before(1) == "and"
        && before(3) == "between"
        && run.start.checked_sub(2).is_some_and(is_place);
    before(1) == "in" && !acts || between || next == "where" && before(1) == "to"
}

/// "Xronia Polla!": a sentence of two words that calls out.
fn is_greeting(surface: &Surface, run: &Run) -> bool {
    let sentence = surface.sentence(run.start);
    sentence.start == run.start && surface.word(run.end) == "!" && sentence.end == run.end + 1
}

/// "PFK Profpodshipnik", "Biological E", "U C": letters before or after a word that is no given name.
fn is_of_letters(surface: &Surface, lexicon: &Lexicon, run: &Run) -> bool {
    let first = surface.word(run.start);
    let is_small = |at: usize| surface.word(at).chars().any(char::is_lowercase);
    let short = |at: usize| surface.word(at).trim_end_matches('.').chars().nth(1).is_none();
    let led = (2..=4).contains(&first.chars().count())
        && first.chars().all(char::is_uppercase)
        && is_small(run.start + 1)
        && !lexicon.given.contains(surface.word(run.start + 1));
    let titled = run.start > 0 && surface.word(run.start - 1).ends_with('.');
    led && !titled || run.clone().all(short) || run.len() == 2 && short(run.start + 1)
}

/// "six provinces (Svay Rieng, Prey Veng and others)", "three entities, Zagros Tarabaran and …", and a
/// line of those under "The selected firms are:".
fn is_of_many(surface: &Surface, run: &Run) -> bool {
    const MANY: &[&str] = &[
        "cities",
        "companies",
        "districts",
        "entities",
        "firms",
        "municipalities",
        "neighborhoods",
        "organizations",
        "oblasts",
        "provinces",
        "towns",
        "villages",
    ];
    let is_many = |at: usize| MANY.contains(&surface.lower(at));
    let sentence = surface.sentence(run.start).start;
    let mut at = run.start;
    while at > sentence && run.start - at < LIST {
        at -= 1;
        let word = surface.lower(at);
        if is_many(at) {
            // "companies Lee": a name may follow what somebody heads.
            return at + 1 < run.start;
        }
        let goes_on = surface.is_capital(at)
            || matches!(
                word,
                "," | ";" | "(" | ":" | "and" | "of" | "–" | "—" | "including" | "the"
            );
        if !goes_on {
            break;
        }
    }
    let line = surface.paragraph(run.start);
    line.start == run.start && line.len() <= LINE && is_of_lines(surface, line.start, is_many)
}

/// Whether a line stands in a list of short lines whose head tells what they are.
fn is_of_lines(surface: &Surface, line: usize, is_many: impl Fn(usize) -> bool) -> bool {
    let mut start = line;
    for _ in 0..LINES {
        let Some(before) = start.checked_sub(1) else { return false };
        let paragraph = surface.paragraph(before);
        if surface.word(before) == ":" {
            return paragraph.rev().take(LIST).any(is_many);
        }
        if paragraph.is_empty() || paragraph.len() > 2 * LINE {
            return false;
        }
        start = paragraph.start;
    }
    false
}

/// "Jeel Albena, an organization that …", "Aktion Sühnezeichen is a German NGO".
fn is_told_what(surface: &Surface, run: &Run) -> bool {
    const KINDS: &[&str] = &[
        "charity",
        "company",
        "entity",
        "firm",
        "ngo",
        "nonprofit",
        "organization",
        "program",
        "startup",
    ];
    let told = matches!(surface.lower(run.end), "," | "is");
    let article = run.end + 1;
    if !told || !matches!(surface.lower(article), "a" | "an") {
        return false;
    }
    let kind = (article + 1..article + 4).find(|at| KINDS.contains(&surface.lower(*at)));
    kind.is_some_and(|kind| {
        let after = kind + 1;
        !surface.pos(after).is_noun() && !surface.is_capital(after) && surface.word(after) != "-"
    })
}

/// "Fuerza Especial de Lucha", "Université de la Ville de Demain": what stands before belongs to it.
fn goes_on_from_before(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start;
    if at <= first || !surface.spaced(at) {
        return false;
    }
    let thing = surface.is_capital(at - 1)
        && matches!(surface.lower(at - 1), "aktion" | "fuerza" | "fundación" | "grupo" | "parque");
    let small = |at: usize| matches!(surface.word(at), "de" | "la" | "del" | "du" | "des" | "das");
    let mut before = at;
    while before > first && small(before - 1) && at - before < 3 {
        before -= 1;
    }
    let of_thing = before < at
        && before > first
        && surface.is_capital(before - 1)
        && (names_a_thing(surface.lower(before - 1))
            || surface.lower(before - 1).starts_with("universi"));
    thing || of_thing
}

/// Takes away what is told to be a thing's name elsewhere in the text, and the lone words that are:
/// "the NGO Sifos", "Keysight Technologies", and then "Sifos" or "Keysight".
pub(super) fn drop_things<'t>(
    surface: &Surface<'t>,
    lexicon: &Lexicon,
    mut things: HashSet<&'t str>,
    found: &mut Vec<Name>,
) {
    found.retain(|name| {
        let whole = name.what == What::Person && name.run.len() > 1;
        !(whole && things.contains(surface.words(&name.run)))
    });
    for at in 1..surface.len() {
        let told = KINDS_OF_THINGS.contains(&surface.lower(at - 1));
        let which = surface.word(at + 1) == "," && surface.lower(at + 2) == "which";
        if (told || which) && surface.is_capital(at) && surface.sentence(at).start < at {
            things.insert(surface.word(at));
        }
    }
    let mut full: HashSet<&str> = HashSet::new();
    for name in found.iter().filter(|name| name.run.len() > 1) {
        if name.what == What::Person {
            full.extend(name.run.clone().map(|at| surface.word(at)));
        } else if name.what == What::Organization {
            things.insert(surface.word(name.run.start));
        }
    }
    things.retain(|word| {
        !full.contains(word)
            && !lexicon.given.contains(word)
            && !lexicon.family_first.contains(word)
    });
    found.retain(|name| {
        let alone = name.what == What::Person && name.run.len() == 1;
        !(alone && things.contains(surface.word(name.run.start)))
    });
}

/// Kinds of things that stand before the name of one: "the company Maxar".
pub(super) const KINDS_OF_THINGS: &[&str] = &[
    "agency",
    "app",
    "channel",
    "company",
    "firm",
    "foundation",
    "group",
    "network",
    "newspaper",
    "ngo",
    "organization",
    "outlet",
    "platform",
    "ship",
    "vessel",
    "website",
];
