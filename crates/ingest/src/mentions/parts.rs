//! Parts of names: lone family names, given names and names split from their titles, once a full name
//! is known.

use super::like_words::is_may_alone;
use super::media::PAPERS;
use super::nobody::is_nobody;
use super::things::is_alone_as_a_thing;
use super::{Name, What};
use crate::lexicon::Lexicon;
use crate::surface::Surface;
use crate::tagger::Pos;
use std::collections::HashSet;

/// A family name without its article: "Khalifa" of "al-Khalifa".
pub(crate) fn bare(word: &str) -> Option<&str> {
    let (article, rest) = word.split_once('-')?;
    let is_article = matches!(
        article.to_lowercase().as_str(),
        "al" | "el" | "ul" | "as" | "an" | "ash" | "ad" | "ar"
    );
    (is_article && rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// Adds lone family names, given names and names split from their titles, once a full name is known.
pub(super) fn add_known_parts(surface: &Surface, lexicon: &Lexicon, found: &mut Vec<Name>) {
    let mut parts: HashSet<&str> = HashSet::new();
    for name in found.iter().filter(|name| name.what == What::Person) {
        let last = name.run.end - 1;
        parts.insert(surface.word(last));
        // "Khalifa" of Majzoub al-Khalifa
        if let Some(rest) = bare(surface.word(last)) {
            parts.insert(rest);
        }
        if name.run.len() >= 2 && name.run.len() <= 3 {
            parts.insert(surface.word(name.run.start));
        }
        // "Ngbanda" of Honoré Ngbanda Nzambo: a family name in the middle.
        let middle = name.run.start + 1..last.max(name.run.start + 1);
        parts.extend(middle.map(|at| surface.word(at)).filter(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().count() > 3
                && !lexicon.given.contains(word)
        }));
    }
    // Of two letters are only family names that come first, as "Hu" of Hu Jintao.
    parts.retain(|part| part.chars().count() > 2 || lexicon.family_first.contains(part));
    parts.retain(|part| !is_nobody(&part.to_lowercase()));
    // "He" after Liu He, "In" after Moon Jae In
    parts.retain(|part| !matches!(*part, "An" | "Do" | "He" | "In" | "On" | "So" | "To"));
    // "the Post" of the Washington Post
    let mut papers: HashSet<&str> = HashSet::new();
    for name in found.iter().filter(|name| name.what.is_organization() && name.run.len() > 1) {
        let last = surface.word(name.run.end - 1);
        if PAPERS.contains(&last) {
            papers.insert(last);
        }
    }
    // "Lagos said" of Ricardo Lagos: no city, where the text names somebody so and no place is told of.
    let families: HashSet<&str> = found
        .iter()
        .filter(|name| name.what == What::Person && name.run.len() > 1)
        .map(|name| surface.word(name.run.end - 1))
        .collect();
    for name in found.iter_mut().filter(|name| name.what == What::Place && name.run.len() == 1) {
        let at = name.run.start;
        let before = surface.pos(at.wrapping_sub(1));
        let placed = matches!(before, Pos::Preposition | Pos::To)
            || matches!(surface.lower(at.wrapping_sub(1)), "and" | ",")
            || surface.word(at + 1) == ",";
        if families.contains(surface.word(at)) && !placed {
            name.what = What::Person;
        }
    }
    let mut taken = vec![false; surface.len()];
    for name in found.iter() {
        if let Some(slots) = taken.get_mut(name.run.clone()) {
            slots.fill(true);
        }
    }
    for (at, taken) in taken.into_iter().enumerate() {
        // "al-Bashir said": an article in small letters before the name.
        let (word, rest) = (surface.word(at), bare(surface.word(at)));
        let capital = surface.is_capital(at) || rest.is_some();
        if !taken
            && capital
            && (parts.contains(word) || rest.is_some_and(|rest| parts.contains(rest)))
            && !is_alone_as_a_thing(surface, lexicon, at)
            && (surface.word(at) != "May" || is_may_alone(surface, at))
        {
            found.push(Name { run: at..at + 1, span: surface.span(at), what: What::Person });
        } else if !taken
            && papers.contains(surface.word(at))
            && surface.lower(at.wrapping_sub(1)) == "the"
            && !surface.is_capital(at + 1)
        {
            found.push(Name { run: at..at + 1, span: surface.span(at), what: What::Organization });
        }
    }
}
