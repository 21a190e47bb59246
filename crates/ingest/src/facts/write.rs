//! From tokens to the published nouns.

use super::goals::Aim;
use super::meetings::Occasion;
use super::statements::{Said, mode};
use crate::entities::{Cast, MemberId};
use chancery_model::{Attendance, EntityId, Goal, Meeting, MeetingId, Mention, Statement};

/// One record for each speaker of a statement, `None` where nobody is named.
pub(crate) fn statement_facts(
    cast: &Cast,
    said: &Said,
    ids: &[EntityId],
    meeting: Option<&MeetingId>,
) -> Vec<Statement> {
    let surface = cast.surface;
    let record = |speaker: Option<EntityId>| Statement {
        speaker,
        source: said
            .source
            .as_ref()
            .map(|run| surface.span_of(run))
            .filter(|span| !span.is_empty()),
        cue: said.cue.as_ref().map(|run| surface.span_of(run)).filter(|span| !span.is_empty()),
        content: said
            .content
            .iter()
            .map(|run| surface.span_of(run))
            .filter(|span| !span.is_empty())
            .collect(),
        mode: mode(cast, said),
        addressee: said.addressee.map(|who| ids[who.index()].clone()),
        meeting: meeting.cloned(),
        negated: said.negated,
        act: Some(said.act),
        on: None,
        confidence: None,
    };
    let records: Vec<Statement> = if said.who.is_empty() {
        vec![record(None)]
    } else {
        said.who.iter().map(|who| record(Some(ids[who.index()].clone()))).collect()
    };
    records.into_iter().filter(|statement| !statement.content.is_empty()).collect()
}

/// A meeting with its handle.
pub(crate) fn meeting_facts(
    cast: &Cast,
    occasion: &Occasion,
    id: MeetingId,
    ids: &[EntityId],
    according_to: Option<MemberId>,
) -> Meeting {
    let surface = cast.surface;
    let mut mentions: Vec<Mention> =
        occasion.mentions.iter().map(|run| Mention::from(surface.span_of(run))).collect();
    mentions.sort_by_key(|mention| mention.span);
    Meeting {
        id,
        kind: occasion.kind,
        status: occasion.status,
        when: occasion.when,
        place: occasion.place.map(|place| ids[place.index()].clone()),
        mentions,
        attendance: occasion
            .attendance
            .iter()
            .map(|attend| Attendance {
                who: ids[attend.who.index()].clone(),
                status: attend.status,
                evidence: Some(surface.span_of(&attend.evidence)).filter(|span| !span.is_empty()),
                capacity: attend.capacity.map(str::to_owned),
                confidence: None,
            })
            .collect(),
        according_to: according_to.map(|who| ids[who.index()].clone()),
        confidence: None,
    }
}

/// A goal, with the meeting that was told at the same time.
pub(crate) fn goal_facts(
    cast: &Cast,
    aim: &Aim,
    ids: &[EntityId],
    meeting: Option<&MeetingId>,
) -> Goal {
    Goal {
        text: cast.surface.span_of(&aim.text),
        holders: aim.holders.iter().map(|who| ids[who.index()].clone()).collect(),
        status: aim.status,
        meeting: meeting.cloned(),
        according_to: aim.according_to.map(|who| ids[who.index()].clone()),
        confidence: None,
    }
}
