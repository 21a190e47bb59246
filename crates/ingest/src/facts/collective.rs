//! Sources that are a body or a government without its name: "the company says", "ministry
//! officials", "the government announced". Which one is told by what was named before.

use super::statements::Reader;
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use chancery_model::EntityKind;

/// Nouns for bodies that a name may end in or bear.
const BODIES: &[&str] = &[
    "embassy",
    "ministry",
    "bank",
    "commission",
    "council",
    "tribunal",
    "court",
    "committee",
    "fund",
    "assembly",
    "association",
    "union",
    "mission",
    "front",
    "department",
    "parliament",
    "senate",
    "congress",
    "consulate",
    "authority",
    "forum",
    "league",
    "institute",
    "agency",
    "party",
    "organization",
    "organisation",
    "movement",
    "group",
    "bloc",
    "alliance",
    "company",
    "navy",
    "army",
    "military",
    "presidency",
    "secretariat",
];

/// Nouns for any body: the one that was named last.
const ANY: &[&str] = &[
    "company",
    "group",
    "movement",
    "organization",
    "organisation",
    "agency",
    "newspaper",
    "paper",
    "daily",
    "website",
    "broadcaster",
    "network",
    "magazine",
    "weekly",
    "firm",
];

/// Words that speak for the state that the text is about.
const GOVERNMENT: &[&str] = &["government", "authorities", "cabinet", "palace", "regime"];

/// How many mentions before a source are looked at.
const MENTIONS: usize = 300;
/// How many sentences before it a body may be named last.
const NEAR: usize = 3;

impl Reader<'_, '_, '_> {
    /// The body or state that a source without a name is.
    pub(super) fn collective(&self, source: &Run) -> Option<MemberId> {
        let surface = self.cast.surface;
        if source.len() > 5 || self.cast.mentions_in(source).next().is_some() {
            return None;
        }
        let head = self.head(source)?;
        let noun = if self.is_employed(head) && head > source.start { head - 1 } else { head };
        let word = surface.lower(noun);
        let definite = matches!(surface.lower(source.start), "the" | "this" | "its");
        if source.clone().any(|at| GOVERNMENT.contains(&surface.lower(at))) {
            return state_spoken_of(self.cast, source.start);
        }
        // "the rebels", "the rebel commando": those named before who fight a government.
        let fights = |at: usize| FIGHTING.contains(&surface.lower(at));
        let led = matches!(word, "commando" | "group" | "movement" | "leadership" | "force");
        if definite && (fights(head) || led && source.clone().any(fights)) {
            return fighters_before(self.cast, source.start, STRICTLY);
        }
        if !definite && noun == head {
            return None;
        }
        self.body_called(source.start, word)
    }

    /// "officials", "a spokesman": whoever speaks for the body named right before.
    fn is_employed(&self, at: usize) -> bool {
        let word = self.cast.surface.lower(at);
        let stem = word.strip_suffix('s').unwrap_or(word);
        matches!(
            stem,
            "official"
                | "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "source"
                | "representative"
                | "officer"
                | "statement"
                | "member"
        )
    }

    /// The body named last before a token whose name bears the noun; of one that any body may be
    /// called, the one named last.
    pub(super) fn body_called(&self, at: usize, noun: &str) -> Option<MemberId> {
        let surface = self.cast.surface;
        let mentions = self.cast.mentions();
        let end = mentions.partition_point(|mention| mention.run.start < at);
        let bodies = || {
            mentions[..end]
                .iter()
                .rev()
                .take(MENTIONS)
                .filter(|mention| self.cast.kind(mention.who) == EntityKind::Organization)
        };
        let bears = |who: MemberId| {
            let name = self.cast.member(who).name.to_lowercase();
            name.split(|c: char| !c.is_alphanumeric()).any(|part| part == noun)
        };
        if BODIES.contains(&noun)
            && let Some(named) = bodies().find(|mention| bears(mention.who))
        {
            return Some(named.who);
        }
        let here = surface.sentence_of(at);
        bodies()
            .next()
            .filter(|mention| {
                ANY.contains(&noun)
                    && here.saturating_sub(surface.sentence_of(mention.run.start)) <= NEAR
            })
            .map(|mention| mention.who)
    }
}

/// Bodies by what they do, as the news calls them once they were named.
const TASKS: &[(&[&str], &str, &str)] = &[
    (&["world"], "body", "united nations"),
    (&["nuclear", "atomic"], "watchdog", "international atomic energy agency"),
    (&["nuclear", "atomic"], "agency", "international atomic energy agency"),
    (&["health"], "body", "world health organization"),
    (&["health"], "agency", "world health organization"),
    (&["pan-african", "continental"], "body", "african union"),
    (&["weapons"], "watchdog", "organisation for the prohibition of chemical weapons"),
];

impl Reader<'_, '_, '_> {
    /// "the nuclear watchdog", "the world health body": a body that the text names.
    pub(super) fn called_by_task(&self, source: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        if source.len() > 5 || surface.lower(source.start) != "the" {
            return None;
        }
        let noun = surface.lower(source.end - 1);
        let words = source.start + 1..source.end - 1;
        // "the world health body": the word next to the noun tells.
        let near = words.clone().last().map(|at| surface.lower(at))?;
        let (.., name) =
            TASKS.iter().find(|(tasks, body, _)| *body == noun && tasks.contains(&near))?;
        let end = self.cast.mentions().partition_point(|it| it.run.start < source.start);
        let mut named = self.cast.mentions()[..end].iter().rev().take(MENTIONS);
        let found = named.find(|it| {
            self.cast.kind(it.who) == EntityKind::Organization
                && self.cast.member(it.who).name.eq_ignore_ascii_case(name)
        })?;
        Some(vec![found.who])
    }
}

/// The state that the text before a token is about: the one mentioned most, lately counted more.
pub(super) fn state_spoken_of(cast: &Cast, at: usize) -> Option<MemberId> {
    let surface = cast.surface;
    let mentions = cast.mentions();
    let end = mentions.partition_point(|mention| mention.run.start < at);
    let here = surface.sentence_of(at);
    let mut counts: Vec<(MemberId, usize)> = Vec::new();
    for mention in mentions[..end].iter().rev().take(MENTIONS) {
        let who = if cast.kind(mention.who) == EntityKind::State {
            mention.who
        } else if let Some(state) = cast.state_of(mention.who) {
            state
        } else {
            continue;
        };
        let lately = here.saturating_sub(surface.sentence_of(mention.run.start)) <= NEAR;
        let weight = if lately { 3 } else { 1 };
        match counts.iter_mut().find(|(known, _)| *known == who) {
            Some((_, count)) => *count += weight,
            None => counts.push((who, weight)),
        }
    }
    // Of equals the one mentioned last stands first.
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.iter().find(|(_, count)| *count == most).map(|(who, _)| *who)
}

/// Words of the names of those who fight a government.
const ARMED: &[&str] = &[
    "front",
    "army",
    "movement",
    "alliance",
    "liberation",
    "tigers",
    "resistance",
    "revolutionary",
    "militia",
    "forces",
    "brigades",
    "party",
    "rebels",
    "maoists",
    "taliban",
    "hamas",
    "hezbollah",
    "jihad",
    "coalition",
    "faction",
    "farc",
    "council",
];

/// Words for those who fight a government, who are named before.
const FIGHTING: &[&str] = &["rebel", "rebels", "guerrillas", "insurgents", "separatists"];

/// Of the words of names that may be theirs, those that hardly anybody else bears.
const STRICTLY: &[&str] = &[
    "front",
    "movement",
    "liberation",
    "tigers",
    "resistance",
    "revolutionary",
    "rebels",
    "maoists",
    "taliban",
    "farc",
];

/// The body named last before a token whose name bears one of the words.
fn fighters_before(cast: &Cast, at: usize, words: &[&str]) -> Option<MemberId> {
    let end = cast.mentions().partition_point(|mention| mention.run.start < at);
    let fights = |who: MemberId| {
        let name = cast.member(who).name.to_lowercase();
        name.split(|c: char| !c.is_alphanumeric()).any(|part| words.contains(&part))
    };
    let named = || cast.mentions()[..end].iter().rev().take(MENTIONS);
    let found =
        named().find(|it| cast.kind(it.who) == EntityKind::Organization && fights(it.who))?;
    // "In Mali, the rebels said", after those of another land.
    let here = cast.surface.sentence_of(at);
    let elsewhere = cast.surface.sentence_of(found.run.start) != here
        && named()
            .take_while(|it| cast.surface.sentence_of(it.run.start) == here)
            .any(|it| cast.kind(it.who) == EntityKind::State);
    (!elsewhere).then_some(found.who)
}

/// Whom "the government" and "the rebels" are where sides meet: the state that the text is about, and
/// those named last who fight it.
pub(super) fn sides_unnamed(cast: &Cast, run: &Run) -> Vec<MemberId> {
    let surface = cast.surface;
    let mut found = Vec::new();
    for at in run.clone() {
        if !surface.pos(at).is_noun() || cast.mention_at(at).is_some() {
            continue;
        }
        match surface.lower(at) {
            "government" if surface.lower(at.wrapping_sub(1)) == "the" => {
                found.extend(state_spoken_of(cast, at));
            }
            "rebels" | "guerrillas" | "insurgents" | "militants" | "separatists" => {
                found.extend(fighters_before(cast, at, ARMED));
            }
            _ => {}
        }
    }
    found
}
