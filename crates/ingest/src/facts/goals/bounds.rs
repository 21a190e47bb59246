//! Where the words of a goal end at the latest, whatever told of it: "…, insisting that", "… if Mali
//! halts", "… once the war is over" only add to it.

use super::Reader;
use crate::clauses::{is_be, is_day, is_have};
use crate::surface::Run;
use crate::tagger::Pos;

/// So many words a goal keeps before anything is cut off.
const KEPT: usize = 2;

/// Fewer words than that say little without what they include.
const LITTLE: usize = 6;
/// So many words of a quotation are a goal without those after it.
const QUOTED: usize = 4;

/// Words that open what only adds to a goal.
const ADDING: &[&str] = &[
    "where", "when", "once", "if", "unless", "until", "till", "since", "whereas", "during",
    "despite", "amid", "before", "after", "because", "while", "although", "though",
];

/// Words that add to a goal after a comma.
const ASIDE: &[&str] = &[
    "at",
    "near",
    "above",
    "so",
    "renewing",
    "insisting",
    "arguing",
    "noting",
    "citing",
    "saying",
    "claiming",
    "stressing",
    "warning",
    "adding",
    "vowing",
    "expected",
    "headed",
    "set",
    "scheduled",
    "aimed",
    "due",
    "was",
    "were",
    "is",
    "are",
    "has",
    "had",
];

/// First words of phrases that add to a goal, with the words that follow them.
const PHRASES: &[(&str, &[&str])] = &[
    ("ahead", &["of"]),
    ("prior", &["to"]),
    ("in", &["particular"]),
    ("in", &["the", "wake"]),
    ("in", &["retaliation"]),
    ("in", &["defiance"]),
    ("in", &["exchange"]),
    ("in", &["return"]),
    ("on", &["the", "grounds"]),
    ("on", &["grounds"]),
    ("on", &["condition"]),
    ("under", &["the", "guise"]),
    ("as", &["it"]),
    ("as", &["they"]),
    ("as", &["he"]),
    ("as", &["she"]),
    ("as", &["per"]),
    ("as", &["outlined"]),
    ("as", &["requested"]),
    ("shortly", &["before"]),
    ("shortly", &["after"]),
];

/// So far from a noun the verb that it is the subject of is looked for.
const CLAUSE: usize = 40;
/// Words after which a verb is of another clause than the subject before them.
#[rustfmt::skip]
const INNER: &[&str] = &[
    "after", "as", "because", "before", "how", "if", "since", "that", "unless", "until", "what", "when", "where",
    "whether", "which", "while", "who", "whom", "whose", "why",
];

/// Nouns that only introduce what is meant: "rejected the idea of elections".
const EMPTY: &[&str] = &["idea", "possibility", "notion", "prospect"];

impl Reader<'_, '_, '_> {
    /// A goal that a rule finds, up to where the network sees it end, if that marks one from the same word
    /// on; else without what only adds to it.
    pub(super) fn as_marked(&self, text: Run) -> Run {
        let surface = self.cast.surface;
        let until = self.marks.partition_point(|mark| mark.start < text.start);
        let Some(mark) =
            self.marks.get(until).filter(|mark| mark.start == text.start && mark.len() > 1)
        else {
            return self.bounded(text);
        };
        let last = surface.pos(mark.end - 1);
        // "join their" families: with the words that it cuts off.
        let whole = Some(self.whole(mark.clone())).filter(|whole| whole.start == mark.start);
        let mark = &whole.unwrap_or_else(|| mark.clone());
        let sound = !matches!(
            last,
            Pos::Preposition | Pos::To | Pos::Conjunction | Pos::Determiner | Pos::WhDeterminer
        );
        let fits = if mark.end < text.end {
            // "areas, including trade" says little without it; of several things in one the rule knows more.
            let lists = surface.lower(mark.end + 1) == "including" && mark.len() < LITTLE;
            let alone = self.marks.get(until + 1).is_none_or(|next| next.start >= text.end);
            !lists && (alone || mark.len() * 2 >= text.len())
        } else {
            // "disarm the rebels and dismantle" are two, which the rule has told apart.
            let next = surface.lower(text.end);
            let verb = || (text.end..mark.end).any(|at| surface.pos(at).is_verb());
            !(matches!(next, "," | ";" | "or" | "but") || is_day(next) || next == "and" && verb())
        };
        if sound && fits { self.trim(mark.clone()) } else { self.bounded(text) }
    }

    /// A goal without what only adds to it, and without the words that lead to it.
    fn bounded(&self, run: Run) -> Run {
        let surface = self.cast.surface;
        let begins = surface.pos(run.start).is_determiner()
            && EMPTY.contains(&surface.lower(run.start + 1))
            && surface.lower(run.start + 2) == "of"
            && run.len() > 4;
        let run = if begins { run.start + 3..run.end } else { run };
        let ends = |at: usize| self.adds_at(at, &run);
        let end = (run.start + KEPT..run.end).find(|at| ends(*at)).unwrap_or(run.end);
        self.trim(run.start..end)
    }

    /// The words of a clause before its main verb, where a noun is its subject: "its decision to reject
    /// the offer angered Mali".
    pub(super) fn before_main_verb(&self, noun: usize, end: usize, sentence: &Run) -> Run {
        let surface = self.cast.surface;
        let opened = (sentence.start.max(noun.saturating_sub(CLAUSE))..noun)
            .rev()
            .take_while(|at| !matches!(surface.word(*at), "," | ";" | ":" | "that"))
            .any(|at| surface.pos(at).is_verb() && self.cast.mention_at(at).is_none());
        if opened {
            return sentence.clone();
        }
        let mut within = false;
        for at in end..sentence.end.min(end + CLAUSE) {
            let word = surface.lower(at);
            if INNER.contains(&word) {
                within = true;
            }
            if surface.word(at) == "," {
                break;
            }
            let pos = surface.pos(at);
            let finite = matches!(pos, Pos::VerbPast | Pos::VerbThird | Pos::Modal)
                || (is_be(word) || is_have(word)) && pos.is_finite_verb();
            if !finite || self.cast.mention_at(at).is_some() {
                continue;
            }
            // "the plan presented by Mali"
            if pos == Pos::VerbPast && surface.pos(at + 1) == Pos::Preposition {
                continue;
            }
            if !within {
                return sentence.start..at;
            }
            within = false;
        }
        sentence.clone()
    }

    fn adds_at(&self, at: usize, run: &Run) -> bool {
        let surface = self.cast.surface;
        let word = surface.lower(at);
        let phrase =
            |(first, rest): &(&str, &[&str])| *first == word && surface.reads(at + 1, rest);
        if ADDING.contains(&word) && surface.pos(at) != Pos::Noun || PHRASES.iter().any(phrase) {
            return true;
        }
        if surface.word(at) == "," {
            return ASIDE.contains(&surface.lower(at + 1));
        }
        // What begins within a quotation and runs on beyond it has left its words.
        let within = surface.quotation_of(run.start);
        within.is_some() && surface.quotation_of(at) != within && at >= run.start + QUOTED
    }
}
