//! Whether a capital stands for its government or is only a place.

use super::Cast;
use crate::lexicon::StateSense;
use crate::mentions::What;
use crate::surface::Run;
use crate::tagger::Pos;

/// Prepositions after which a city is a place.
const PLACE: &[&str] =
    &["in", "at", "near", "outside", "around", "into", "across", "throughout", "inside"];

/// Nouns after which "with Moscow", "to Moscow" mean the government.
const DEALINGS: &[&str] = &[
    "ties",
    "relations",
    "relationship",
    "talks",
    "deal",
    "agreement",
    "tensions",
    "cooperation",
    "contacts",
    "dialogue",
    "negotiations",
    "sanctions",
    "pressure",
    "message",
    "letter",
    "appeal",
    "warning",
    "threat",
    "support",
    "aid",
    "weapons",
    "arms",
    "concessions",
    "signal",
    "response",
    "differences",
    "dispute",
    "rift",
    "alliance",
    "partnership",
    "between",
    "against",
    "from",
];

impl Cast<'_, '_> {
    /// Decides by the words around: "Moscow agreed", "Moscow's economy", "ties with Moscow" are the
    /// government; "in Moscow", "visited Moscow", "embassies in Washington and Moscow" are places.
    pub(super) fn is_government(&self, run: &Run) -> bool {
        let surface = self.surface;
        let sentence = surface.sentence(run.start);
        let (before, after) = (run.start.wrapping_sub(1), run.end);
        // "Moscow, Russia" and "Cairo, Egypt" are places, a dateline is one too.
        if surface.word(after) == "," && self.is_state_name(after + 1) && run.start > sentence.start
        {
            return false;
        }
        if run.start == sentence.start
            && matches!(surface.word(after), "," | "(" | "-" | "--" | "—")
            && !matches!(surface.lower(after + 1), "which" | "whose")
            // "Moscow, to which an invitation went,"
            && !(surface.word(after) == "," && surface.lower(after + 2) == "which")
        {
            return false;
        }
        // In a list of two the first decides for both: "in Washington and Moscow".
        if run.start > sentence.start
            && matches!(surface.lower(before), "and" | "or")
            && self.capital_ends(before)
            && let Some(other) = self.name_before(before)
        {
            return self.is_government(&other);
        }
        if run.start > sentence.start {
            let word = surface.lower(before);
            if PLACE.contains(&word) {
                return false;
            }
            if matches!(word, "to" | "from" | "for" | "of" | "on") {
                let noun = surface.lower(before.wrapping_sub(1));
                return match word {
                    "on" => true,
                    "of" => !matches!(
                        noun,
                        "city"
                            | "capital"
                            | "mayor"
                            | "native"
                            | "natives"
                            | "resident"
                            | "residents"
                            | "streets"
                            | "center"
                            | "centre"
                            | "outskirts"
                            | "north"
                            | "south"
                            | "east"
                            | "west"
                            | "district"
                    ),
                    _ => DEALINGS.contains(&noun) && noun != "talks",
                };
            }
            if matches!(
                word,
                "with"
                    | "between"
                    | "against"
                    | "by"
                    | "and"
                    | "that"
                    | "but"
                    | "as"
                    | "if"
                    | "while"
                    | "because"
                    | "after"
                    | "whether"
                    | "since"
                    | "urged"
                    | "accused"
                    | "told"
                    | "pressed"
            ) {
                return true;
            }
            if surface.pos(before).is_verb() {
                return !matches!(
                    word,
                    "visit"
                        | "visited"
                        | "visiting"
                        | "visits"
                        | "leave"
                        | "left"
                        | "leaving"
                        | "reached"
                        | "entered"
                        | "toured"
                        | "tour"
                        | "hit"
                        | "bombed"
                        | "attacked"
                );
            }
            if surface.pos(before) == Pos::Determiner || surface.pos(before).is_adjective() {
                return false;
            }
        }
        if surface.lower(after) == "'s" {
            return true;
        }
        let mut next = after;
        if surface.lower(next) == "and" && self.is_state_name(next + 1) {
            next += 2;
        }
        // "Damascus itself had no delegate"
        while surface.pos(next).is_adverb() || surface.lower(next) == "itself" {
            next += 1;
        }
        surface.pos(next).is_verb() && surface.pos(next) != Pos::VerbGerund
            || surface.pos(next) == Pos::Modal
            || (surface.word(next) == "," && run.start == sentence.start)
    }

    fn is_state_name(&self, at: usize) -> bool {
        self.name_at(at).is_some_and(|name| matches!(name.what, What::State(..)))
    }

    fn capital_ends(&self, at: usize) -> bool {
        self.name_before(at).is_some()
    }

    /// The capital whose name ends right before a token.
    fn name_before(&self, at: usize) -> Option<Run> {
        let name = self.name_at(at.checked_sub(1)?)?;
        (matches!(name.what, What::State(_, StateSense::Capital)) && name.run.end == at)
            .then(|| name.run.clone())
    }
}
