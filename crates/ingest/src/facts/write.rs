//! From tokens to the published nouns.

use super::statements::{Said, mode};
use crate::entities::Cast;
use chancery_model::{EntityId, MeetingId, Statement};

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
