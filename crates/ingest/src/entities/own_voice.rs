//! What is of a state without speaking for it: "a Chadian newspaper", "Chadian opposition leaders", "the head of
//! a Chadian aid group"; and those who act beside a person: "Lee and NATO leaders".

use super::{Cast, MemberId, Reason, distinct};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{EntityKind, slug};

/// Nouns for bodies that are no part of a government.
#[rustfmt::skip]
const PRIVATE: &[&str] = &[
    "bank", "broadcaster", "channel", "charity", "company", "corporation", "daily", "firm", "group", "magazine",
    "network", "newspaper", "paper", "party", "radio", "station", "tabloid", "tank", "television", "union", "website",
    "weekly",
];

/// Words for those of a people who do not govern it, before a noun for persons.
#[rustfmt::skip]
const APART: &[&str] = &[
    "arab", "business", "christian", "church", "community", "druze", "insurgent", "islamist", "jewish",
    "kurdish", "maoist", "muslim", "opposition", "rebel", "separatist", "shia", "shi'ite", "shiite", "sunni",
    "tamil", "tribal",
];

/// Of these, words for those against a government.
const AGAINST: &[&str] = &["insurgent", "islamist", "maoist", "opposition", "rebel", "separatist"];

/// Nouns for who serves a state, whatever he is charged with.
#[rustfmt::skip]
const OFFICIALS: &[&str] = &["ambassador", "commissioner", "delegation", "envoy", "minister", "ministers", "secretary"];

/// Those who fight: with a state beside them against it, or for nobody it would own to.
#[rustfmt::skip]
const FIGHT: &[&str] = &["fighters", "guerrillas", "gunmen", "insurgents", "militants", "rebels"];

/// Words that make a body the state's own.
#[rustfmt::skip]
const OWNED: &[&str] = &["government", "governmental", "ministry", "official", "parliamentary", "state", "state-owned", "state-run"];

/// Nouns for many who act for a body or a state together.
#[rustfmt::skip]
const MANY: &[&str] = &[
    "allies", "ambassadors", "diplomats", "envoys", "leaders", "members", "ministers", "officials", "partners",
    "representatives",
];

/// So many words a noun phrase may go on after the adjective of a state.
const PHRASE: usize = 7;

impl Cast<'_, '_> {
    /// Whether a state's adjective that ends at a token stands before a noun of some who do not speak for it.
    /// `limit`: where the noun phrase ends.
    pub(super) fn stands_apart(&self, end: usize, limit: usize) -> bool {
        let surface = self.surface;
        let inside = |at: &usize| {
            let pos = surface.pos(*at);
            pos.is_noun()
                || pos.is_adjective()
                || matches!(pos, Pos::VerbParticiple | Pos::VerbGerund)
                || matches!(surface.word(*at), "-" | "’" | "'")
        };
        let phrase = || (end..limit.min(end + PHRASE)).take_while(inside);
        let Some(head) = phrase().last() else { return false };
        if phrase().any(|at| OWNED.contains(&surface.lower(at))) {
            return false;
        }
        let noun = surface.lower(head);
        let plain = surface.pos(head).is_noun() && !surface.is_capital(head);
        let before = || phrase().take_while(|at| *at < head).map(|at| surface.lower(at));
        // "a Chadian business minister", "the Chadian contact group": the state's own.
        let serves = OFFICIALS.contains(&noun) || before().any(|word| word == "affairs");
        let people =
            || before().any(|word| APART.contains(&word) && (!serves || AGAINST.contains(&word)));
        let group = matches!(noun, "group" | "party")
            && before().any(|word| matches!(word, "contact" | "negotiating" | "operations"));
        plain && (PRIVATE.contains(&noun) && !group || FIGHT.contains(&noun) || people())
    }

    /// "Lee and NATO leaders": the bodies and states for whom those act who are named after the last person.
    pub(super) fn many_beside(&self, run: &Run) -> Vec<MemberId> {
        let surface = self.surface;
        let last = run.end - 1;
        let many = MANY.contains(&surface.lower(last)) && self.mention_at(last).is_none();
        let and = run.clone().rev().take(8).find(|at| surface.lower(*at) == "and");
        let Some(and) = and.filter(|and| many && *and > run.start) else { return Vec::new() };
        let rest = and + 1..run.end;
        let named = self
            .mentions_in(&rest)
            .any(|it| self.kind(it.who) == EntityKind::Person || it.reason == Reason::Pronoun);
        // "the minister of trade and foreign officials": right behind a name.
        let before = self.mention_at(and - 1).or_else(|| self.mention_at(and.checked_sub(2)?));
        let person = before.is_some_and(|it| self.kind(it.who) == EntityKind::Person);
        if named || !person {
            return Vec::new();
        }
        self.actors(&rest)
    }

    /// "Participants" of a readout: all who are named in the last sentence before that names several.
    pub(super) fn participants_before(&self, at: usize) -> Option<Vec<MemberId>> {
        /// So many sentences back they may be named.
        const BACK: usize = 4;
        let here = self.surface.sentence_of(at);
        (here.saturating_sub(BACK)..here).rev().find_map(|number| {
            let sentence = self.surface.sentences().get(number)?;
            let named = self.mentions_in(sentence).filter(|it| {
                self.kind(it.who) == EntityKind::Person && it.reason != Reason::Pronoun
            });
            let all = distinct(named.map(|it| it.who).collect());
            (all.len() > 1).then_some(all)
        })
    }

    /// "the Obama administration", "the government of Prime Minister Lee": the state that a person leads, if the
    /// text names it.
    pub(super) fn led_by(&self, person: MemberId) -> Option<MemberId> {
        if let Some(state) = self.state_of(person) {
            return Some(state);
        }
        let name = slug(&self.member(person).name);
        let words: Vec<&str> = name.split('-').collect();
        let leaders = self.lexicon.leaders.get(words.last()?)?;
        let mut codes = leaders
            .iter()
            .filter(|leader| words.iter().all(|word| leader.name.iter().any(|known| known == word)))
            .map(|leader| leader.code);
        let code = codes.next()?;
        let one = codes.all(|other| other == code);
        self.states.get(&code).copied().filter(|_| one)
    }
}
