//! Who shares a goal with whoever is told to have it: "met with Lee to discuss ways to", "works with
//! Mali to", "together we".

use super::Reader;
use super::papers::is_paper;
use crate::entities::{Cast, MemberId, distinct};
use crate::facts::turns::first_turns;
use crate::surface::Run;
use chancery_model::{EntityKind, GoalStatus};

/// How far before a goal words for doing it together may stand.
const NEAR: usize = 14;
/// How far before a goal those may be named with whom it is talked over.
const FAR: usize = 60;

/// Words after which what is talked over with somebody is told.
const TOPIC: &[&str] = &["discuss", "discussed", "discussing", "regarding", "about", "on"];
/// Words by which one side presses its own goal.
const PRESSING: &[&str] = &[
    "underscore",
    "highlight",
    "emphasize",
    "stress",
    "urge",
    "urged",
    "reaffirm",
    "reiterate",
    "press",
    "advocate",
    "encourage",
    "encouraged",
    "offer",
];

/// Words by which one side only says what it would do with another.
#[rustfmt::skip]
const OFFERING: &[&str] = &[
    "committed", "expects", "hope", "hoped", "hopes", "prepared", "ready", "readiness", "willing", "willingness",
];

/// What is said before "with".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// "works with": the goal is of both.
    Works,
    /// "meets with": the goal is of both if it is what they talk over.
    Meets,
}

fn tie(word: &str) -> Option<Tie> {
    let stem = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if stem(&["work", "partner", "cooperat", "collaborat", "coordinat", "jointly", "together"]) {
        Some(Tie::Works)
    } else if stem(&["meet", "met", "talk", "spoke", "speak", "consult", "discuss", "engage"]) {
        Some(Tie::Meets)
    } else {
        None
    }
}

/// The two sides that a text is of: those who speak in turns, or the one that gives the text out and
/// the one that it names most.
pub(super) fn two_sides(cast: &Cast) -> Option<(MemberId, MemberId)> {
    let sides = first_turns(cast).into_iter().filter_map(|(who, _)| cast.side_of(who));
    let sides = distinct(sides.collect());
    if let [one, other] = sides[..] {
        return Some((one, other));
    }
    let home = *cast.we.first().filter(|_| sides.is_empty() && cast.we.len() == 1)?;
    let mut named: Vec<(MemberId, usize)> = Vec::new();
    for mention in cast.mentions() {
        if mention.who == home || cast.kind(mention.who) != EntityKind::State {
            continue;
        }
        match named.iter_mut().find(|(who, _)| *who == mention.who) {
            Some((_, times)) => *times += 1,
            None => named.push((mention.who, 1)),
        }
    }
    let all: usize = named.iter().map(|(_, times)| times).sum();
    let (most, times) = named.into_iter().max_by_key(|(_, times)| *times)?;
    (times >= 3 && times * 3 >= all * 2).then_some((home, most))
}

impl Reader<'_, '_, '_> {
    /// Adds those who share a goal that begins at a token.
    pub(super) fn with_others(
        &self,
        at: usize,
        holders: Vec<MemberId>,
        status: GoalStatus,
    ) -> Vec<MemberId> {
        let others = self.named_with(at, status);
        let holders = distinct([holders, others].concat());
        match (holders.as_slice(), self.two) {
            ([only], Some((one, other))) if self.is_together(at) => {
                if *only == one {
                    vec![one, other]
                } else if *only == other {
                    vec![other, one]
                } else {
                    holders
                }
            }
            _ => holders,
        }
    }

    /// "brings together Chad and Mali to": those of whom several are brought together.
    pub(super) fn gathered(&self, run: Run) -> Vec<MemberId> {
        let sides = self.sides_of(self.cast.actors(&run));
        if sides.len() > 1 { sides } else { Vec::new() }
    }

    /// "Together, we", "our shared goal of", in the clause of a goal.
    fn is_together(&self, at: usize) -> bool {
        let surface = self.cast.surface;
        let first = surface.sentence(at).start.max(at.saturating_sub(NEAR));
        (first..at).any(|at| {
            matches!(surface.lower(at), "together" | "jointly" | "mutual" | "shared" | "bilateral")
                || surface.lower(at) == "our"
                    && matches!(surface.lower(at + 1), "two" | "joint" | "common")
        })
    }

    /// Those with whom it is done or talked over.
    fn named_with(&self, at: usize, status: GoalStatus) -> Vec<MemberId> {
        let cast = self.cast;
        let surface = cast.surface;
        let first = surface.sentence(at).start.max(at.saturating_sub(FAR));
        let mut before = (first..at).rev().filter(|at| surface.lower(*at) == "with");
        let Some(with) = before.next() else { return Vec::new() };
        let tied = (first.max(with.saturating_sub(5))..with)
            .rev()
            .take_while(|at| !matches!(surface.word(*at), "," | ";" | ":"))
            .find_map(|at| {
                // "signed an agreement with Chad to"
                let signed = status == GoalStatus::Agreed && is_paper(surface.lower(at));
                if signed { Some(Tie::Works) } else { tie(surface.lower(at)) }
            });
        let Some(tied) = tied else { return Vec::new() };
        // "Mali is ready to work with Chad to": what Chad wants is left open.
        let offers = (first..with)
            .rev()
            .take_while(|at| !matches!(surface.word(*at), "," | ";" | ":" | "and"))
            .any(|at| OFFERING.contains(&surface.lower(at)));
        if offers {
            return Vec::new();
        }
        let ends = |at: usize| {
            matches!(surface.lower(at), "to" | "on" | "about" | "regarding" | "in" | "where" | ";")
                || cast.opens_relative(at)
        };
        let end = (with + 1..at).find(|at| ends(*at)).unwrap_or(at);
        let who = cast.actors(&(with + 1..end));
        let talked_over = || {
            let told = |word: &str| TOPIC.contains(&word);
            let topic = (end..at).rev().find(|at| told(surface.lower(*at)));
            topic.is_some_and(|topic| !(topic..at).any(|at| PRESSING.contains(&surface.lower(at))))
        };
        // "met with Chadian officials to discuss": what their government wants is left open.
        let named = || who.iter().any(|who| cast.kind(*who) != EntityKind::State);
        match tied {
            Tie::Works => self.sides_of(who),
            Tie::Meets if named() && talked_over() => self.sides_of(who),
            Tie::Meets => Vec::new(),
        }
    }

    /// Whose side "we" and "I" are in somebody's turn.
    pub(super) fn speaking(&self, run: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let own = run.len() == 1 && matches!(surface.lower(run.start), "we" | "i" | "us");
        if !own || surface.quotation_of(run.start).is_some() {
            return None;
        }
        let turn = self.turn_at(run.start)?;
        let side = turn.who.iter().map(|who| self.cast.side_of(*who));
        side.collect::<Option<Vec<_>>>().filter(|sides| sides.len() == 1)
    }
}
