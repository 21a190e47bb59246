//! News media by a bare name: "the newspaper Dawn", "the Nepal Samacharpatra daily", "The Herald said".

use super::people::DAYS;
use super::states::state_at;
use super::titles::title_words;
use crate::lexicon::Lexicon;
use crate::surface::Surface;
use crate::tokens::TokenKind;

/// Nouns beside the name of one.
const MEDIA: &[&str] =
    &["broadcaster", "broadsheet", "daily", "magazine", "newspaper", "tabloid", "weekly"];

/// Last words of the names of newspapers, by which a text calls them after their first mention.
pub(super) const PAPERS: &[&str] = &[
    "Post",
    "Times",
    "Telegraph",
    "Guardian",
    "Journal",
    "Herald",
    "Tribune",
    "Mail",
    "Independent",
    "Gazette",
    "Chronicle",
    "Globe",
    "Star",
    "News",
    "Observer",
    "Mirror",
    "Express",
    "Standard",
];

/// Where the name of a medium ends, if one begins at this token.
pub(super) fn medium_at(surface: &Surface, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let sentence = surface.sentence(at);
    let kind = |at: usize| MEDIA.contains(&surface.lower(at)) && !surface.is_capital(at);
    let name = |at: &usize| {
        surface.is_capital(*at)
            && surface.kind(*at) == TokenKind::Word
            // "the tabloid Sun", which is short for Sunday elsewhere
            && (!DAYS.contains(&surface.lower(*at)) || *at > sentence.start && kind(*at - 1))
            && !matches!(surface.lower(*at), "the" | "a" | "an" | "this" | "in")
    };
    // "The Herald reported", "The Herald newspaper reported"
    if surface.word(at) == "The" && PAPERS.contains(&surface.word(at + 1)) {
        let verb = at + 2 + usize::from(MEDIA.contains(&surface.lower(at + 2)));
        let says =
            surface.pos(verb).is_finite_verb() && lexicon.verbs.contains(surface.lower(verb));
        return (says && sentence.contains(&verb)).then_some(at + 2);
    }
    let end = (at..sentence.end.min(at + 4)).take_while(name).last()? + 1;
    if end == at + 4 || is_somebody_or_somewhere(surface, lexicon, at, end) {
        return None;
    }
    // "the local newspaper Dawn reported": it ends where its verb begins, or its clause.
    let before = at > sentence.start && kind(at - 1) && surface.spaced(at);
    let closed = surface.pos(end).is_finite_verb() || matches!(surface.word(end), "," | "." | "'s");
    if before && closed && (surface.pos(at - 1).is_noun() || surface.pos(at - 1).is_adjective()) {
        return Some(end);
    }
    // "the Milliyet daily", but "the Hebrew daily", "an Islamist newspaper".
    let told = end > at + 1
        || surface.pos(at).is_proper()
            && !["ic", "ish", "ist", "ese", "ian", "Hebrew", "language"]
                .iter()
                .any(|ending| surface.word(at).ends_with(ending));
    let after = kind(end) && surface.spaced(end) && !surface.pos(end + 1).is_noun();
    (after && told && !(at > sentence.start && name(&(at - 1)))).then_some(end)
}

/// Whether words in capitals are known to be something else: a person, a place, a body, an office.
fn is_somebody_or_somewhere(surface: &Surface, lexicon: &Lexicon, at: usize, end: usize) -> bool {
    let word = |offset: usize| (at + offset < end).then(|| surface.word(at + offset));
    let all = |taken: usize| at + taken == end;
    lexicon.given.get(surface.word(at)).is_some_and(|given| !given.common)
        || lexicon.organizations.longest(word).is_some()
        || lexicon.places.longest(word).is_some_and(|(taken, _)| all(taken))
        || state_at(surface, lexicon, at).is_some_and(|(taken, form)| {
            at + taken >= end || form.sense != crate::lexicon::StateSense::Name
        })
        || title_words(surface, lexicon, at).is_some()
        || (at..end).any(|at| {
            lexicon.organization_words.contains(surface.word(at))
                || lexicon.ranks.contains(surface.word(at))
        })
        || end == at + 1
            && lexicon.ordinary.contains(surface.lower(at))
            && surface.sentence(at).start == at
}
