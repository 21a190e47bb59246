//! States that stand over against somebody whose own state is not told: "Foreign Minister Lee visited
//! Mali" tells of a guest, and "met Malian President Kim" of another side.

use super::{Cast, MemberId, Mentioned, Office};
use crate::mentions::{Owner, TitlePhrase};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Verbs whose object or goal is another side.
#[rustfmt::skip]
const DEALS: &[&str] = &[
    "accuse", "accused", "accuses", "accusing", "addressed", "blamed", "criticised", "criticized",
    "denounced", "threatened", "urged", "arrive", "arrived", "arrives", "arriving",
    "assured", "assures", "briefed", "called", "conferred", "congratulated", "contacted",
    "flew", "fly", "flying", "greeted", "host", "hosted", "hosting", "hosts", "inform", "informed",
    "invited", "invites", "meet", "meeting", "meets", "met", "phoned", "praised", "receive", "received",
    "receives", "receiving", "reassured", "speak", "speaking", "spoke", "telephoned", "tell", "tells",
    "thank", "thanked", "thanking", "thanks", "told", "tour", "toured", "touring", "tours", "travel",
    "traveled", "traveling", "travelled", "travelling", "travels", "visit", "visited", "visiting", "visits",
    "warned", "welcome", "welcomed", "welcomes",
];
const VIA: &[&str] =
    &["leave", "leaves", "leaving", "left", "departed", "departs", "headed", "heads"];

/// Whom and what a minister tells, meets and visits at home: "told Malian radio".
#[rustfmt::skip]
const AT_HOME: &[&str] = &[
    "agency", "army", "bases", "broadcaster", "community", "daily", "forces", "journalists", "lawmakers",
    "legislators", "media", "military", "newspaper", "parliament", "people", "police", "public", "radio",
    "reporters", "soldiers", "state", "television", "town", "troops", "tv", "village", "voters",
];

/// So many words around an office are looked at.
pub(super) const FAR: usize = 60;

impl Cast<'_, '_> {
    /// The states named after an office in its sentence that cannot be its own.
    pub(super) fn set_against(&self, person: MemberId, office: &Office) -> Vec<MemberId> {
        let surface = self.surface;
        let sentence = surface.sentence(office.evidence.start);
        let from = office.evidence.end.min(sentence.end);
        let sentence = sentence.start..sentence.end.min(from + FAR);
        let mut found = Vec::new();
        let mut deals = false;
        let mut via = false;
        let mut at = from;
        while at < sentence.end {
            let word = surface.lower(at);
            // "told reporters that Mali", "met Lee and said": whom one deals with comes before.
            let dealing = DEALS.contains(&word) && surface.pos(at).is_verb();
            // "Kim also met Malians": the subject is another.
            let mut subject = at.saturating_sub(1);
            while subject > from && surface.pos(subject).is_adverb() {
                subject -= 1;
            }
            let others = self.mention_at(subject).is_some_and(|before| {
                before.run.start >= from && self.kind(before.who) == EntityKind::Person
            });
            if (dealing || VIA.contains(&word) && surface.pos(at).is_verb()) && !others {
                (deals, via) = (dealing, !dealing);
            } else if surface.pos(at).is_finite_verb()
                || surface.pos(at) == Pos::To && surface.pos(at + 1) == Pos::VerbBase
                || word == "that"
                || matches!(surface.word(at), "\"" | "“" | "”" | ";" | ":")
            {
                (deals, via) = (false, false);
            }
            let state = self.mention_at(at).filter(|mention| {
                mention.run.start == at && self.kind(mention.who) == EntityKind::State
            });
            if let Some(state) = state {
                let end = state.run.end;
                // "told Mali's Daily Post"
                let told = surface.lower(at - 1) == "told" && surface.lower(end) == "'s";
                let at_home = told
                    || (end..sentence.end.min(end + 3))
                        .any(|at| AT_HOME.contains(&surface.lower(at)));
                let before = self.before_article(at);
                let side = before == "with";
                if deals && !at_home
                    || via && before == "for"
                    || side
                    || self.has_another_holder(&(from..sentence.end), state.who, person, office)
                {
                    found.push(state.who);
                }
            }
            at += 1;
        }
        found
    }

    /// "Chad met Foreign Minister Lee", "Chad denied a visa to Foreign Minister Lee": whether a state deals
    /// with whoever holds an office, as with another.
    pub(super) fn deals_with(&self, state: &Mentioned, office: &Office) -> bool {
        let surface = self.surface;
        let helps = |at: &usize| {
            surface.pos(*at).is_adverb()
                || matches!(surface.lower(*at), "has" | "had" | "have" | "will" | "would")
        };
        let verb = state.run.end + (state.run.end..state.run.end + 3).take_while(helps).count();
        let before = office.evidence.start.saturating_sub(1);
        // "Chad invited them, Foreign Minister Lee said": he tells of it.
        let object = before == verb
            || matches!(surface.lower(before), "with" | "to" | "from")
                && (verb..before).take(FAR).all(|at| surface.word(at) != ",");
        let deals = DEALS.contains(&surface.lower(verb))
            || matches!(surface.lower(verb), "denied" | "denies" | "refused" | "expelled");
        object && deals && surface.pos(verb).is_verb()
    }

    /// The word before a name and its article.
    fn before_article(&self, at: usize) -> &str {
        let the = usize::from(self.surface.lower(at.wrapping_sub(1)) == "the");
        self.surface.lower(at.wrapping_sub(1 + the))
    }

    /// Whether the words beside the same title tell that it is somebody else's of that state.
    pub(super) fn has_another_holder(
        &self,
        run: &Run,
        state: MemberId,
        person: MemberId,
        office: &Office,
    ) -> bool {
        let first = self.titles.partition_point(|title| title.run.start < run.start);
        let of_state = |title: &TitlePhrase| match title.owner {
            Some(Owner::Name(name)) => self.member_of_name(name) == Some(state),
            _ => false,
        };
        self.titles[first..].iter().take_while(|title| title.run.start < run.end).any(|title| {
            of_state(title)
                && self.surface.words(&title.run).eq_ignore_ascii_case(&office.title)
                && !self.evidence_of(person, title)
        })
    }

    /// Whether a title phrase is one by which a person is told to hold an office.
    fn evidence_of(&self, person: MemberId, title: &TitlePhrase) -> bool {
        let mut offices = self.member(person).offices.iter();
        offices.any(|office| office.evidence.contains(&title.head))
    }
}
