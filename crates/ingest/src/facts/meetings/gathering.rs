//! The gathering that a text is open upon: "Leaders opened a summit … Lee arrived on Tuesday … Roe did not
//! attend" tells who was at the summit, and nothing of a visit that was told of in between.

use super::Occasion;
use super::told::Told;
use crate::clauses::begins;
use crate::entities::{Cast, MemberId};
use crate::lexicon::Tie;
use crate::surface::{Run, Surface};
use chancery_model::{AttendanceStatus, EntityKind, MeetingKind, MeetingStatus};
use std::collections::HashMap;

/// So many words for meetings are looked back over.
const BACK: usize = 24;
/// So many paragraphs may tell of something else in between.
const FAR: usize = 3;
/// What a text begins with is told of in its first paragraphs.
const LEAD: usize = 1;
/// So many words behind those of presence may tell what they are of.
const BEHIND: usize = 4;

/// The gathering of many that was told of before a token, and is still what the text is about. `spots`: the
/// heads of the occasions' mentions, in order.
pub(super) fn gathering_before(
    cast: &Cast,
    at: usize,
    occasions: &[Occasion],
    spots: &[(usize, usize)],
) -> Option<(usize, usize)> {
    let surface = cast.surface;
    let past = &spots[..spots.partition_point(|(head, _)| *head < at)];
    let is_open = |spot: &&(usize, usize)| {
        let occasion = &occasions[spot.1];
        many(occasion.kind)
            && matches!(occasion.status, MeetingStatus::Held | MeetingStatus::Ongoing)
    };
    let here = surface.paragraph_of(at);
    let near = |spot: &&(usize, usize)| here <= surface.paragraph_of(spot.0) + FAR;
    let leads = |spot: &&(usize, usize)| surface.paragraph_of(spot.0) <= LEAD;
    let last = past.iter().rev().take(BACK).take_while(near).find(is_open);
    last.or_else(|| past.iter().take_while(leads).take(2).find(is_open)).copied()
}

/// "Leaders opened a summit in Lima … Lee arrived on Tuesday": whoever arrives where a gathering is, or nowhere that
/// is told, has come to it.
pub(super) fn bring_arrivals(cast: &Cast, occasions: &mut [Occasion], spots: &[(usize, usize)]) {
    let surface = cast.surface;
    let mut seen = vec![false; occasions.len()];
    for (head, visit) in spots {
        if std::mem::replace(&mut seen[*visit], true) {
            continue;
        }
        let journey = &occasions[*visit];
        let comes =
            begins(surface.lower(*head), &["arriv", "land"]) && surface.pos(*head).is_verb();
        let over = matches!(journey.status, MeetingStatus::Held | MeetingStatus::Ongoing);
        if !comes || !over || journey.kind != MeetingKind::Visit {
            continue;
        }
        let Some((at, of)) = gathering_before(cast, *head, occasions, spots) else { continue };
        let there = journey.place.is_none() || journey.place == occasions[of].place;
        if !there || surface.paragraph_of(*head) > surface.paragraph_of(at) + FAR {
            continue;
        }
        let guests: Vec<_> = journey
            .attendance
            .iter()
            .take(BACK)
            .filter(|it| it.by == super::Teller::Words && cast.kind(it.who) == EntityKind::Person)
            .cloned()
            .collect();
        let status = occasions[of].taking_part();
        for guest in guests {
            occasions[of].attend(super::Attend { status, ..guest }, false);
        }
    }
}

/// Whose guests words of presence or absence tell of, where the occasion nearest before them is a visit or
/// none: visits are not attended, and nobody sends a deputy to them.
pub(super) fn of_guests(
    cast: &Cast,
    (at, told): (usize, &Told),
    near: Option<usize>,
    occasions: &[Occasion],
    spots: &[(usize, usize)],
) -> Option<usize> {
    let visit = near.is_none_or(|near| occasions[near].kind == MeetingKind::Visit);
    if !visit || is_told_here(cast.surface, at, spots) || !tells_of_guests(cast.surface, at, told) {
        return None;
    }
    let of = gathering_before(cast, at, occasions, spots).map(|(_, at)| at)?;
    let apart = near.is_some_and(|near| {
        // Whoever has arrived may have done so nearby.
        let head = occasions[near].mentions.last().map_or(at, |run| run.start);
        begins(cast.surface.lower(head), &["visit"])
            && is_apart(cast, at, &occasions[near], &occasions[of])
    });
    (!apart).then_some(of)
}

/// "Leaders opened a summit … Lee met Kim … Roe and Oh were present": the same for those of other sides than the
/// two who met in between.
pub(super) fn of_none_of_two(
    cast: &Cast,
    (at, told): (usize, &Told),
    near: Option<usize>,
    who: &[MemberId],
    occasions: &[Occasion],
    spots: &[(usize, usize)],
) -> Option<usize> {
    let surface = cast.surface;
    let talks = &occasions[near?];
    let person = |who: MemberId| cast.kind(who) == EntityKind::Person;
    let there = || talks.attendance.iter().take(BACK).map(|it| it.who);
    let two = talks.kind == MeetingKind::Talks && there().filter(|who| person(*who)).count() == 2;
    let side = |who: MemberId| cast.side_of(who).unwrap_or(who);
    let sides: Vec<MemberId> = there().map(side).collect();
    let others = !who.is_empty() && who.iter().all(|who| !sides.contains(&side(*who)));
    let known = who.iter().all(|who| !person(*who) || cast.side_of(*who).is_some());
    let comes = tells_of_guests(surface, at, told) || surface.lower(at) == "present";
    if !two || is_told_here(surface, at, spots) || !others || !known || !comes {
        return None;
    }
    let of = gathering_before(cast, at, occasions, spots).map(|(_, at)| at)?;
    (!is_apart(cast, at, talks, &occasions[of])).then_some(of)
}

/// Whether the sentence in which a token stands has a word for an occasion itself.
fn is_told_here(surface: &Surface, at: usize, spots: &[(usize, usize)]) -> bool {
    let sentence = surface.sentence(at);
    let first = spots.partition_point(|(head, _)| *head < sentence.start);
    spots.get(first).is_some_and(|(head, _)| *head < sentence.end)
}

/// "EU leaders held a summit in Oslo … Lee met Kim in Lima. Roe was present.": whether the sentence before tells of
/// what was held in another place than the gathering.
fn is_apart(cast: &Cast, at: usize, near: &Occasion, gathering: &Occasion) -> bool {
    let here = cast.surface.sentence_of(at);
    let behind = near.mentions.iter().rev().take(BACK);
    let mut behind = behind.map(|run| cast.surface.sentence_of(run.start) + 1);
    let places = near.place.is_some() && gathering.place.is_some();
    places && near.place != gathering.place && behind.any(|it| it == here)
}

/// Whether somebody may be away from what is told of: from what was only asked for, or was not, nobody is.
pub(super) const fn may_be_missed(occasion: &Occasion) -> bool {
    !matches!(occasion.status, MeetingStatus::Denied | MeetingStatus::Proposed)
}

/// Whether words of presence or absence are such as are said of what many come to: "did not attend", "stayed
/// away", "sent her deputy", "was in the room".
fn tells_of_guests(surface: &Surface, at: usize, told: &Told) -> bool {
    let end = surface.sentence(at).end.min(told.end + BEHIND);
    let says = |at: usize| {
        begins(
            surface.lower(at),
            &[
                "absen",
                "attend",
                "boycott",
                "deleg",
                "invit",
                "particip",
                "represent",
                "sent",
                "skip",
            ],
        ) || surface.reads(at, &["in", "the", "room"])
            || surface.reads(at, &["at", "the", "table"])
            || surface.reads(at, &["among", "those"])
            || surface.lower(at + 1) == "away" && begins(surface.lower(at), &["stay"])
            || surface.lower(at + 1) == "part" && begins(surface.lower(at), &["take", "took"])
    };
    told.tie == Tie::Led || told.tie != Tie::Off && (at..end.max(at + 1)).any(says)
}

/// Whether many come to what is of a kind.
const fn many(kind: MeetingKind) -> bool {
    matches!(kind, MeetingKind::Summit | MeetingKind::Conference)
}

/// Who is told in a sentence to take part in what, for those of whom it tells nothing else.
pub(super) struct ToldOf(HashMap<(MemberId, usize), Vec<(usize, bool)>>);

impl ToldOf {
    /// By the words for the occasions and those of presence.
    pub(super) fn new(cast: &Cast, occasions: &[Occasion]) -> Self {
        let mut told: HashMap<_, Vec<_>> = HashMap::new();
        for (at, occasion) in occasions.iter().enumerate() {
            let there = occasion.attendance.iter().filter(|it| {
                let present = it.status == AttendanceStatus::Attended
                    || it.status == AttendanceStatus::Expected;
                present && matches!(it.by, super::Teller::Words | super::Teller::Presence)
            });
            for attend in there {
                let sentence = cast.surface.sentence_of(attend.evidence.start);
                let came = many(occasion.kind) && attend.by == super::Teller::Presence;
                for who in [Some(attend.who), cast.side_of(attend.who)].into_iter().flatten() {
                    told.entry((who, sentence)).or_default().push((at, came));
                }
            }
        }
        Self(told)
    }

    /// "Lee was among those who came." in a text of a conference and, further on, of talks: whether the words
    /// that would prove that somebody was at an occasion tell of another and stand in no sentence of its own.
    pub(super) fn elsewhere(
        &self,
        cast: &Cast,
        (at, occasion): (usize, &Occasion),
        who: MemberId,
        evidence: &Run,
    ) -> bool {
        let sentence = cast.surface.sentence_of(evidence.start);
        let Some(others) = self.0.get(&(who, sentence)) else { return false };
        let own = |run: &Run| cast.surface.sentence_of(run.start) == sentence;
        let person = |who: MemberId| cast.kind(who) == EntityKind::Person;
        let travels = |it: &super::Attend| it.by == super::Teller::Words && person(it.who);
        let journey = occasion.kind == MeetingKind::Visit
            && person(who)
            && occasion.attendance.iter().take(BACK).any(travels);
        let told = |(other, came): &(usize, bool)| {
            *other != at && (*came && !many(occasion.kind) || journey)
        };
        let others = || others.iter().take(BACK);
        !others().any(|(other, _)| *other == at)
            && others().any(told)
            && !occasion.mentions.iter().take(BACK).any(own)
    }
}
