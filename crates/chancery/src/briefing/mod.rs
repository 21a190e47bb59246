//! What one article says, as a person reads it ([`page`]) and as a program does ([`json`]).

pub(crate) mod json;
pub(crate) mod page;

use crate::evidence::Source;
use chancery::{
    Act, Date, EntityId, Meeting, MeetingId, MeetingStatus, Mode, Report, Role, RoleStatus,
    Statement, When,
};
use std::collections::HashMap;
use std::fmt;

/// A report with the names of everybody in it at hand.
pub(crate) struct Briefing<'a> {
    pub(crate) report: &'a Report,
    pub(crate) source: Source<'a>,
    names: HashMap<&'a EntityId, &'a str>,
    offices: HashMap<&'a EntityId, &'a Role>,
    meetings: HashMap<&'a MeetingId, usize>,
}

impl<'a> Briefing<'a> {
    /// A report, with the name of the file or document that its lines are counted in.
    pub(crate) fn new(report: &'a Report, file: String) -> Self {
        let facts = report.facts();
        let names = facts.entities.iter().map(|entity| (&entity.id, &*entity.name)).collect();
        let rank = |role: &Role| match role.status {
            RoleStatus::Current => 0,
            RoleStatus::Designate => 1,
            RoleStatus::Former => 2,
        };
        let mut offices: HashMap<&EntityId, &Role> = HashMap::new();
        for role in &facts.roles {
            let known = offices.entry(&role.person).or_insert(role);
            if rank(role) < rank(known) {
                *known = role;
            }
        }
        let numbered = facts.meetings.iter().enumerate();
        let meetings = numbered.map(|(i, meeting)| (&meeting.id, i + 1)).collect();
        Self { report, source: Source::new(file, report.text()), names, offices, meetings }
    }

    /// The name of an entity: `Marco Rubio`.
    pub(crate) fn name(&self, id: &'a EntityId) -> &'a str {
        self.names.get(id).copied().unwrap_or(id.as_str())
    }

    /// The office of a person: `Secretary of State (United States)`.
    pub(crate) fn office(&self, id: &EntityId) -> Option<String> {
        let role = self.offices.get(id)?;
        Some(spoken_office(&role.title, role.status, role.of.as_ref().map(|of| self.name(of))))
    }

    /// The name of an entity with the office: `Marco Rubio, Secretary of State (United States)`.
    pub(crate) fn titled(&self, id: &'a EntityId) -> String {
        match self.office(id) {
            Some(office) => format!("{}, {office}", self.name(id)),
            None => self.name(id).to_owned(),
        }
    }

    /// Several names: `Russia and United States`.
    pub(crate) fn together(&self, ids: &[&'a EntityId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.name(id)).collect();
        listed(&names)
    }

    /// The number of a meeting in this briefing.
    pub(crate) fn number(&self, id: &MeetingId) -> Option<usize> {
        self.meetings.get(id).copied()
    }

    /// Statements in order of the text, those that several made together once.
    pub(crate) fn statements(&self) -> Vec<(Vec<&'a EntityId>, &'a Statement)> {
        let mut told: Vec<(Vec<&EntityId>, &Statement)> = Vec::new();
        for statement in &self.report.facts().statements {
            let same = |other: &Statement| {
                other.content == statement.content
                    && other.cue == statement.cue
                    && other.mode == statement.mode
                    && other.negated == statement.negated
            };
            let joint = told.iter_mut().find(|(speakers, other)| {
                same(other) && !speakers.is_empty() && statement.speaker.is_some()
            });
            match (joint, &statement.speaker) {
                (Some((speakers, _)), Some(speaker)) => {
                    if !speakers.contains(&speaker) {
                        speakers.push(speaker);
                    }
                }
                (_, speaker) => told.push((speaker.iter().collect(), statement)),
            }
        }
        told
    }
}

/// The parties of a meeting that was or is to be: states, else organizations, else persons.
pub(crate) fn parties(meeting: &Meeting) -> Vec<&EntityId> {
    use chancery::{AttendanceStatus, EntityKind};
    let present =
        |status| matches!(status, AttendanceStatus::Attended | AttendanceStatus::Expected);
    let of_kind = |kind| {
        let those = meeting.attendance.iter().filter(|row| present(row.status));
        those.map(|row| &row.who).filter(|who| who.kind() == kind).collect::<Vec<_>>()
    };
    [EntityKind::State, EntityKind::Organization, EntityKind::Person]
        .into_iter()
        .map(of_kind)
        .find(|parties| parties.len() > 1)
        .unwrap_or_default()
}

/// An office as it is read aloud: `former Secretary of State (United States)`.
pub(crate) fn spoken_office(title: &str, status: RoleStatus, of: Option<&str>) -> String {
    let title = title.trim();
    let title = match status {
        RoleStatus::Current => title.to_owned(),
        RoleStatus::Former => format!("former {title}"),
        RoleStatus::Designate => format!("designated {title}"),
    };
    // "Prime Minister of Thailand (Thailand)" would say it twice.
    match of {
        Some(of) if !title.contains(of) => format!("{title} ({of})"),
        _ => title,
    }
}

/// How a statement is put: `(indirect)`, `(mixed, deny, negated)`. What the reporting words say
/// themselves is not repeated.
pub(crate) fn manner(mode: Mode, act: Option<Act>, negated: bool, cue: &str) -> String {
    let told = |act: &Act| *act != Act::Say && !cue.to_lowercase().contains(act.as_str());
    let act = act.filter(told).map(|act| format!(", {act}")).unwrap_or_default();
    format!("({mode}{act}{})", if negated { ", negated" } else { "" })
}

/// Several names: `Canada, Russia and United States`.
pub(crate) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A word at the beginning of a line.
pub(crate) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a meeting took place, when and where, and who says so:
/// `held in 2023 (“nearly two years ago”), in India`.
pub(crate) struct Occasion {
    pub(crate) status: MeetingStatus,
    pub(crate) when: When,
    pub(crate) words: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) according_to: Option<String>,
}

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.status {
            MeetingStatus::Held => "held",
            MeetingStatus::Ongoing => "under way",
            MeetingStatus::Planned => "planned",
            MeetingStatus::Proposed => "proposed",
            MeetingStatus::Cancelled => "cancelled",
            MeetingStatus::Denied => "denied",
        })?;
        match spoken_when(&self.when) {
            Some(when) => write!(f, " {when}")?,
            None => f.write_str(", no date given")?,
        }
        // A date in figures says nothing that the date in words does not.
        let words = self.words.as_ref().filter(|words| words.parse::<Date>().is_err());
        let words = words.map(|words| format!(" (“{words}”)"));
        let place = self.place.as_ref().map(|place| format!(", in {place}"));
        let by = self.according_to.as_ref().map(|by| format!(", according to {by}"));
        [words, place, by].into_iter().flatten().try_for_each(|part| f.write_str(&part))
    }
}

/// A date as it is read aloud: `18 February 2025`.
pub(crate) fn spoken(date: Date) -> String {
    let form = if date.is_year() {
        "%Y"
    } else if date.is_month() {
        "%B %Y"
    } else {
        "%-d %B %Y"
    };
    date.first_day().format(form).to_string()
}

/// When something was: `on 18 February 2025`, `from 4 to 5 September 2014`.
pub(crate) fn spoken_when(when: &When) -> Option<String> {
    let lone = |date: Date| format!("{} {}", if date.is_day() { "on" } else { "in" }, spoken(date));
    match (when.from, when.to) {
        (None, None) => None,
        (Some(from), Some(to)) if from == to => Some(lone(from)),
        (Some(from), Some(to)) => Some(format!("from {} to {}", spoken(from), spoken(to))),
        (Some(from), None) => Some(format!("from {}", spoken(from))),
        (None, Some(to)) => Some(format!("until {}", spoken(to))),
    }
}
