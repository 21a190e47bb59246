//! Whom an office serves where that is no state or body named right beside it: a people without a state,
//! a region, a group or a firm.

use super::What;
use super::states::ends_a_community;
use super::titles::{Finder, Owner, TitlePhrase};
use crate::lexicon::{Lexicon, StateSense};
use crate::surface::Surface;

/// Words over which a group's name is looked for behind a state's adjective.
const NEAR: usize = 4;

/// Peoples and lands that have no state of their own.
const PEOPLES: &[&str] = &[
    "Abkhaz",
    "Abkhazian",
    "Basque",
    "Catalan",
    "Chechen",
    "Crimean",
    "Dagestani",
    "Flemish",
    "Ingush",
    "Kurdish",
    "Ossetian",
    "Tibetan",
    "Transdniestrian",
    "Uighur",
    "Uyghur",
    "Walloon",
];

/// Parts of a state.
const REGIONS: &[&str] = &[
    "canton",
    "county",
    "district",
    "emirate",
    "enclave",
    "oblast",
    "prefecture",
    "province",
    "region",
    "republic",
    "territory",
];

/// What has a head of its own, and is no state.
const FIRMS: &[&str] = &[
    "airline",
    "association",
    "bank",
    "club",
    "college",
    "company",
    "corporation",
    "federation",
    "firm",
    "foundation",
    "fund",
    "group",
    "institute",
    "movement",
    "newspaper",
    "organisation",
    "organization",
    "school",
    "society",
    "union",
    "university",
];

/// Whether a noun is one for what is no state and has a head of its own.
pub(crate) fn is_firm(word: &str) -> bool {
    FIRMS.contains(&word) || matches!(word, "agency" | "commission" | "committee" | "party")
}

/// Organs of a state by which a longer office is told: "of Chad's lower parliament".
const ORGANS: &[&str] = &[
    "assembly",
    "cabinet",
    "chamber",
    "congress",
    "government",
    "house",
    "legislature",
    "parliament",
    "senate",
];

/// Whether a word tells that whoever held the office after it was sent away: "a sacked commander"; but
/// not "Chad sacked Prime Minister Lee".
pub(super) fn is_sent_away(surface: &Surface, at: usize) -> bool {
    matches!(
        surface.lower(at),
        "assassinated"
            | "dismissed"
            | "fired"
            | "murdered"
            | "overthrown"
            | "retired"
            | "sacked"
            | "slain"
            | "toppled"
    ) && !surface.pos(at).is_finite_verb()
}

/// Where the name of a people without a state begins that ends at a token.
pub(super) fn people_before(
    surface: &Surface,
    lexicon: &Lexicon,
    at: usize,
    first: usize,
) -> Option<usize> {
    if PEOPLES.contains(&surface.word(at)) {
        return Some(at);
    }
    (at > first && ends_a_community(surface, lexicon, at)).then(|| at - 1)
}

impl Finder<'_, '_> {
    /// "the president of the breakaway Russian republic of Chechnya", "the president of the society": an
    /// office of no state; of a state's own republic it is the state's.
    pub(super) fn is_of_a_region_or_firm(&self, title: &mut TitlePhrase, at: usize) -> bool {
        let surface = self.surface;
        if title.owner.is_some() || surface.lower(title.run.end) != "of" {
            return false;
        }
        let is_noun = |at: usize| {
            let word = surface.lower(at);
            !surface.is_capital(at) && (REGIONS.contains(&word) || FIRMS.contains(&word))
        };
        let plain = |at: &usize| {
            let pos = surface.pos(*at);
            let demonym = self.name_at.get(*at).copied().flatten().is_some_and(|name| {
                matches!(self.names[name].what, What::State(_, StateSense::Demonym))
            });
            demonym
                || !surface.is_capital(*at)
                    && (pos.is_adjective() || pos.is_noun() || pos.is_verb())
        };
        if self.is_of_a_commission(title, at) {
            return true;
        }
        let noun = at + (at..at + NEAR).take_while(|at| !is_noun(*at) && plain(at)).count();
        let word = surface.lower(noun);
        if !is_noun(noun) || !surface.sentence(title.head).contains(&noun) {
            return false;
        }
        let of = surface.lower(noun + 1) == "of" && surface.is_capital(noun + 2);
        if of && REGIONS.contains(&word) {
            match self.name_at.get(noun + 2).copied().flatten() {
                Some(name) if self.names[name].what.is_state() => {
                    title.owner = Some(Owner::Name(name));
                    title.full.end = self.names[name].run.end;
                }
                name => {
                    title.owner = Some(Owner::Other);
                    title.full.end = name.map_or(noun + 3, |name| self.names[name].run.end);
                }
            }
            return true;
        }
        // "of the German group Daimler" has a name.
        let named = self.name_at.get(noun + 1).copied().flatten().is_some();
        // "the central bank" is the state's.
        let public = matches!(surface.lower(noun - 1), "central" | "national" | "state");
        let firm = FIRMS.contains(&word) && !of && !named && !public;
        if firm {
            title.owner = Some(Owner::Noun(noun));
            title.full.end = noun + 1;
        }
        firm
    }

    /// "Chairperson of the Commission, Ann Lee,": of the body that is called only by what it is.
    fn is_of_a_commission(&self, title: &mut TitlePhrase, at: usize) -> bool {
        let surface = self.surface;
        let body = surface.is_capital(at)
            && is_firm(surface.lower(at))
            && surface.lower(at - 1) == "the"
            && self.name_at.get(at).is_some_and(Option::is_none)
            && matches!(surface.word(at + 1), "," | "." | ")");
        if body {
            title.owner = Some(Owner::Noun(at));
            title.full.end = at + 1;
        }
        body
    }

    /// "the Palestinian militant group Hamas": the body behind what a state's adjective tells of it.
    pub(super) fn group_of_state(&self, state: usize, end: usize) -> Option<usize> {
        let surface = self.surface;
        if !matches!(self.names[state].what, What::State(_, StateSense::Demonym)) {
            return None;
        }
        let name = |at: usize| self.name_at.get(at).copied().flatten();
        let plain = |at: &usize| {
            let pos = surface.pos(*at);
            let faith = matches!(
                surface.word(*at),
                "Islamic"
                    | "Islamist"
                    | "Kurdish"
                    | "Maoist"
                    | "Marxist"
                    | "Muslim"
                    | "Shiite"
                    | "Sunni"
            );
            name(*at).is_none()
                && (faith || !surface.is_capital(*at) && (pos.is_adjective() || pos.is_noun()))
        };
        let passed = (end..end + NEAR).take_while(plain).count();
        let body = name(end + passed).filter(|_| passed > 0)?;
        let begins = self.names[body].run.start == end + passed;
        let here = surface.sentence(end).contains(&(end + passed));
        (begins && here && matches!(self.names[body].what, What::Known(_) | What::Organization))
            .then_some(body)
    }

    /// Where the organ ends that is told of a state behind its name: "Chad's lower parliament".
    pub(super) fn past_organ(&self, end: usize) -> usize {
        let surface = self.surface;
        if surface.lower(end) != "'s" {
            return end;
        }
        let organ = |at: &usize| ORGANS.contains(&surface.lower(*at));
        (end + 1..end + 4).find(organ).map_or(end, |at| at + 1)
    }
}
