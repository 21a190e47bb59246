//! From who is who to facts: roles, meetings with attendance, statements, goals.
mod beside;
mod collective;
mod complements;
mod contents;
mod cues;
mod disowned;
mod goals;
mod issuers;
mod items;
mod joined;
mod joined_in;
mod link;
mod linked;
mod marked;
mod meetings;
mod nameless;
mod no_source;
mod nominal;
mod own_clause;
mod papers;
mod quoted;
mod quoting;
mod roles;
mod sayings;
mod schedule;
mod sourceless;
mod statements;
mod turns;
mod unsaid;
mod works;
mod write;

pub(crate) use goals::goals;
pub(crate) use issuers::issuers;
pub(crate) use link::{carry_addressees, first_persons, made_at, told_by};
pub(crate) use meetings::{Asked, Frame, Pair, Weighed, meetings};
pub(crate) use roles::roles;
pub(crate) use schedule::{
    about_the_day_of_the_readout, at_its_hour_of_the_schedule, on_the_day_of_the_schedule,
    without_states_unsaid,
};
pub(crate) use statements::statements;
pub(crate) use turns::{introduce_speakers, is_transcript, speaker_at};
pub(crate) use write::{goal_facts, meeting_facts, statement_facts};
