//! Names that begin with a small letter, and names of a state or a person inside a longer one: "al-Qaida",
//! "the Chadian Red Cross", "the Mali Canal", "the Lee administration".

use super::What;
use super::organizations::generic_at;
use crate::lexicon::{Code, Lexicon, StateForm, StateSense};
use crate::surface::Surface;
use crate::tokens::TokenKind;
use chancery_model::slug;

/// Waters, lands and ways that are called after a state, and are not it.
#[rustfmt::skip]
const LANDS: &[&str] = &[
    "Avenue", "Basin", "Canal", "Delta", "River", "Rivers", "Sea", "Street", "Valley",
];

/// The body that an article in small letters begins: "al-Qaida", "the al-Rivers Brigades". Gives where its
/// name ends.
pub(super) fn with_small_article(
    surface: &Surface,
    lexicon: &Lexicon,
    at: usize,
) -> Option<(usize, What)> {
    let word = surface.word(at);
    let joined = word.split_once('-').filter(|(article, _)| matches!(*article, "al" | "el"));
    let capital = joined.is_some_and(|(_, name)| name.starts_with(char::is_uppercase));
    if !(capital || word == "al" && surface.is_capital(at + 1)) {
        return None;
    }
    let end = surface.sentence(at).end;
    let known = lexicon
        .organizations
        .longest(|offset| (at + offset < end).then(|| surface.word(at + offset)));
    if let Some((taken, number)) = known {
        return Some((at + taken, What::Known(number)));
    }
    // "the al-Rivers Brigades": a head word follows, and no name of somebody stands before.
    let starts = at == surface.sentence(at).start
        || !surface.is_capital(at - 1)
        || surface.word(at - 1) == "The";
    let head = at + 1 < end
        && lexicon.organization_words.contains(surface.word(at + 1))
        && !surface.word(at + 1).starts_with("Government");
    let whole = generic_at(surface, lexicon, at + 1);
    let whole = whole.or_else(|| head.then_some(at + 2));
    whole.filter(|_| capital && starts).map(|end| (end, What::Organization))
}

/// "the Chadian Red Cross": where the society of one state ends, which is not the one of all.
pub(super) fn own_society(surface: &Surface, behind: usize) -> Option<usize> {
    let red = surface.word(behind) == "Red"
        && matches!(surface.word(behind + 1), "Cross" | "Crescent" | "Star")
        && surface.sentence(behind).contains(&(behind + 1));
    let society = usize::from(surface.word(behind + 2) == "Society");
    red.then_some(behind + 2 + society)
}

/// Where something ends that is called after a state without being it: "the Mali Canal"; or a place whose
/// name begins with a people's: "British Columbia".
pub(super) fn called_after_a_state(
    surface: &Surface,
    lexicon: &Lexicon,
    at: usize,
    state: StateForm,
) -> Option<(usize, Option<What>)> {
    let end = surface.sentence(at).end;
    if at + 1 >= end || !surface.is_capital(at + 1) {
        return None;
    }
    let word = |offset: usize| (at + offset < end).then(|| surface.word(at + offset));
    // The Russian Far East is Russia's.
    let another = |found: &(usize, Option<Code>)| found.1 != Some(state.code);
    let place = lexicon.places.longest(word).filter(another).map_or(0, |(taken, _)| taken);
    if place > 1 && state.sense == StateSense::Demonym {
        return Some((at + place, Some(What::Place)));
    }
    let land = state.sense == StateSense::Name && LANDS.contains(&surface.word(at + 1));
    // Nobody meets there, but for those who have it in their names.
    land.then_some((at + 2, None))
}

/// "the Lee administration", "the Lee-Kim Administration": where the words end for the government of a
/// president whom everybody knows, and the state it governs.
pub(super) fn administration_at(
    surface: &Surface,
    lexicon: &Lexicon,
    at: usize,
) -> Option<(usize, What)> {
    let sentence = surface.sentence(at);
    let words = (at..sentence.end.min(at + 4)).take_while(|at| {
        surface.is_capital(*at)
            && surface.kind(*at) == TokenKind::Word
            && !surface.lower(*at).starts_with("administration")
    });
    let noun = at + words.count();
    if noun == at || noun >= sentence.end || surface.lower(noun) != "administration" {
        return None;
    }
    let family = surface.word(noun - 1).split('-').next().unwrap_or_default();
    let leaders = lexicon.leaders.get(slug(family).as_str())?;
    let code = leaders.first()?.code;
    let one = leaders.iter().all(|leader| leader.code == code && &*leader.title == "president");
    // "the National Lee administration" is another's.
    let named = |at: usize| {
        let part = slug(surface.word(at));
        part.len() == 1 || leaders.iter().any(|leader| leader.name.contains(&part))
    };
    let goes_on = at > sentence.start
        && surface.is_capital(at - 1)
        && surface.spaced(at)
        && !surface.pos(at - 1).is_determiner();
    (one && !goes_on && (at..noun - 1).all(named))
        .then_some((noun + 1, What::State(code, StateSense::Seat)))
}
