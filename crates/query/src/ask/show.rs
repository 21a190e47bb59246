//! A reading in plain English, so that whoever asked sees how they were understood.

use super::{Kind, Reading, Whereabouts};
use crate::Per;
use chancery_graph::{Graph, NodeKind, NodeName};
use chancery_model::{Act, AttendanceStatus, Date, MeetingStatus, Mode};
use chrono::Datelike;
use std::fmt::{self, Write};

impl Reading {
    /// The reading in plain English, with each name as `called` calls it.
    pub fn told(&self, called: impl Fn(&NodeName) -> String) -> String {
        let mut told = String::new();
        // Writing to a string cannot fail.
        let _ = Teller { reading: self, called: &called }.write(&mut told);
        told
    }

    /// The reading in plain English, with each name as a graph calls it.
    pub fn told_in(&self, graph: &Graph) -> String {
        let label = |name: &NodeName| Some(graph.node(graph.find(name)?).label.clone());
        self.told(|name| label(name).unwrap_or_else(|| name.to_string()))
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.told(ToString::to_string))
    }
}

struct Teller<'r> {
    reading: &'r Reading,
    called: &'r dyn Fn(&NodeName) -> String,
}

impl Teller<'_> {
    fn names(&self, names: &[NodeName], joint: &str) -> String {
        let mut rest = names.to_vec();
        let mut regions = Vec::new();
        for (region, states) in &self.reading.regions {
            let told = |state: &NodeName| state.as_str().starts_with("state:(");
            let several = states.len() > 1 || states.iter().any(told);
            if several && states.iter().all(|state| rest.contains(state)) {
                rest.retain(|name| !states.contains(name));
                regions.push(format!("{region} (any state of it)"));
            }
        }
        let names = rest.iter().map(self.called).chain(regions);
        let names: Vec<_> = names.collect();
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, before)) => format!("{}{joint}{last}", before.join(", ")),
        }
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        let reading = self.reading;
        let of = self.names(&reading.of, " or ");
        let other = self.names(&reading.other, " or ");
        match reading.kind {
            Kind::Attended => self.attended(out, &of, &other)?,
            Kind::LeftOut => {
                let declined = reading.attendance == [AttendanceStatus::Declined];
                let states = reading.who_is == Some(NodeKind::State);
                let verb = match (declined, states) {
                    (true, _) => "stayed away",
                    (false, true) => "were left out",
                    (false, false) => "was left out",
                };
                let who = match (of.is_empty(), states) {
                    (true, true) => "which states".to_owned(),
                    (true, false) => "who".to_owned(),
                    (false, _) => format!("whether {of}"),
                };
                write!(out, "{who} {verb}")?;
                if !other.is_empty() {
                    write!(out, " from {other}")?;
                }
                self.where_to(out, ", at meetings told of as")?;
            }
            Kind::Said => self.said(out, &of)?,
            Kind::Met | Kind::Meetings | Kind::Count => self.met(out, &of, &other)?,
            Kind::Company => self.company(out, &of)?,
            Kind::Goals => {
                let status =
                    reading.goal_status.map(|status| format!("{status} ")).unwrap_or_default();
                write!(out, "{status}goals")?;
                if reading.between {
                    write!(out, " set when {} met", self.names(&reading.of, " and "))?;
                } else if !of.is_empty() {
                    write!(out, " of {of}")?;
                }
                if !other.is_empty() {
                    write!(out, " with {other}")?;
                }
                self.where_to(out, ", set at meetings told of as")?;
                self.quoted(out, " with the words")?;
            }
            Kind::Positions => {
                write!(
                    out,
                    "where {} over time",
                    if of.is_empty() {
                        "each party stood".to_owned()
                    } else {
                        format!("{of} stood")
                    }
                )?;
                self.quoted(out, " on")?;
                self.where_to(out, " on")?;
            }
            Kind::Contradictions => {
                write!(out, "where one denies what another claims")?;
                if !of.is_empty() {
                    write!(out, ", by {of}")?;
                }
                self.quoted(out, ", with the words")?;
                self.where_to(out, ", with the words")?;
            }
            Kind::Roles => {
                match (reading.title.is_empty(), of.is_empty()) {
                    (true, true) => write!(out, "who held offices")?,
                    (true, false) => write!(out, "the offices of {of}")?,
                    (false, true) => write!(out, "who was {}", reading.title)?,
                    (false, false) => write!(out, "whether {of} was {}", reading.title)?,
                }
                if !other.is_empty() {
                    write!(out, " of {other}")?;
                }
            }
            Kind::Dossier => write!(out, "all that is told of {of}")?,
            Kind::Timeline => {
                write!(out, "what happened")?;
                if reading.between {
                    write!(out, " between {}", self.names(&reading.of, " and "))?;
                } else if !of.is_empty() {
                    write!(out, ", with {of} in it")?;
                }
                self.where_to(out, ", told of with the words")?;
            }
            Kind::Mentions => {
                write!(out, "which documents have")?;
                self.quoted(out, " the words")?;
            }
            Kind::Chain => write!(out, "the shortest chain of meetings from {of} to {other}")?,
        }
        if !reading.places.is_empty() {
            write!(out, " in {}", self.names(&reading.places, " or "))?;
        }
        if reading.before_the_last {
            write!(out, ", before the last meeting of theirs that is told of")?;
        }
        if !reading.according_to.is_empty() {
            write!(out, ", according to {}", self.names(&reading.according_to, " or "))?;
        }
        match (reading.since, reading.until) {
            (None, None) => {}
            (since, until) => write!(out, ", {}", window(since, until))?,
        }
        if reading.last && reading.kind == Kind::Timeline {
            write!(out, ", the latest first")?;
        }
        if reading.first || reading.last && matches!(reading.kind, Kind::Met | Kind::Meetings) {
            write!(out, ", the {} of them", if reading.first { "first" } else { "last" })?;
        }
        match reading.per {
            Some(Per::Day) => write!(out, ", by day"),
            Some(Per::Month) => write!(out, ", by month"),
            Some(Per::Year) => write!(out, ", by year"),
            Some(Per::Pair) => write!(out, ", by pair of states"),
            None => Ok(()),
        }?;
        match (reading.most_first, reading.at_most) {
            (true, Some(1)) => write!(out, ", the busiest alone"),
            (true, _) => write!(out, ", the busiest first"),
            (false, Some(many)) => write!(out, ", the first {many}"),
            (false, None) => Ok(()),
        }
    }

    fn company(&self, out: &mut String, of: &str) -> fmt::Result {
        let reading = self.reading;
        match (reading.title.is_empty(), reading.who_is) {
            (false, _) => write!(out, "with which {} {of} met most often", reading.title)?,
            (true, Some(NodeKind::State)) => write!(out, "with which states {of} met most often")?,
            (true, _) => write!(out, "with whom {of} met most often")?,
        }
        if let Some(kind) = reading.meeting_kind {
            write!(out, ", counting meetings of the kind “{kind}” alone")?;
        }
        match reading.at_least {
            Some(times) => write!(out, ", {times} times or more"),
            None => Ok(()),
        }
    }

    fn attended(&self, out: &mut String, of: &str, other: &str) -> fmt::Result {
        use AttendanceStatus::{Attended, Expected};
        let reading = self.reading;
        let verb = match reading.attendance[..] {
            _ if reading.capacity == Some("host") => "hosted",
            _ if reading.capacity == Some("chair") => "chaired",
            _ if reading.capacity == Some("mediator") => "mediated",
            [Attended] => "attended",
            [Expected] => "is expected",
            [] => "attended or not",
            _ => "attended or is expected",
        };
        match (of.is_empty(), reading.who_is) {
            (true, Some(NodeKind::State)) => write!(out, "which states {verb}")?,
            (true, _) => write!(out, "who {verb}")?,
            (false, Some(NodeKind::Person)) => write!(out, "who {verb} for {of}")?,
            (false, _) => write!(out, "whether {of} {verb}")?,
        }
        if !other.is_empty() {
            write!(out, " with {other}")?;
        }
        self.where_to(out, ", at meetings told of as")
    }

    fn said(&self, out: &mut String, of: &str) -> fmt::Result {
        let reading = self.reading;
        if reading.between {
            write!(out, "what was said when {} met", self.names(&reading.of, " and "))?;
            if !reading.about.is_empty() {
                write!(out, ", about {}", self.names(&reading.about, " or "))?;
            }
            self.quoted(out, " with the words")?;
            return self.where_to(out, ", at meetings told of as");
        }
        let verb = match reading.act {
            None | Some(Act::Say) => "said",
            Some(Act::Deny) => "denied",
            Some(Act::Urge) => "urged",
            Some(Act::Warn) => "warned",
            Some(Act::Promise) => "promised",
            Some(Act::Accuse) => "said in accusation",
            Some(Act::Praise) => "said in praise",
            Some(Act::Thank) => "said in thanks",
            Some(Act::Ask) => "asked",
            Some(Act::Announce) => "announced",
            Some(Act::Propose) => "proposed",
            Some(Act::Stress) => "stressed",
            Some(Act::Express) => "expressed",
            Some(Act::Oppose) => "opposed",
        };
        if of.is_empty() {
            write!(out, "who {verb} what")?;
        } else {
            write!(out, "what {of} {verb}")?;
        }
        if reading.mode == Some(Mode::Direct) {
            write!(out, ", word for word")?;
        }
        if !reading.to.is_empty() {
            write!(out, " to {}", self.names(&reading.to, " or "))?;
        }
        if !reading.about.is_empty() {
            write!(out, " about {}", self.names(&reading.about, " or "))?;
        }
        self.quoted(out, " with the words")?;
        self.where_to(out, ", at or after meetings told of as")
    }

    fn met(&self, out: &mut String, of: &str, other: &str) -> fmt::Result {
        let reading = self.reading;
        let stands = match reading.meeting_status.first() {
            Some(MeetingStatus::Held) => "held ",
            Some(MeetingStatus::Planned) => "planned ",
            Some(MeetingStatus::Proposed) => "proposed ",
            Some(MeetingStatus::Cancelled) => "cancelled ",
            _ => "",
        };
        if reading.kind == Kind::Count {
            write!(out, "how many ")?;
        }
        let kind = reading.meeting_kind.map_or("meeting", chancery_model::MeetingKind::as_str);
        write!(out, "{stands}{kind}{}", if kind.ends_with('s') { "" } else { "s" })?;
        match reading.whereabouts {
            None => {}
            Some(Whereabouts::There) => write!(out, " in person")?,
            Some(Whereabouts::Abroad) => write!(out, " abroad")?,
            Some(Whereabouts::Anywhere) => write!(out, " of which a place is told")?,
        }
        match (of.is_empty(), other.is_empty()) {
            (true, _) => {}
            (false, true) if !reading.title.is_empty() => {
                write!(out, " of {of}, and with which {}", reading.title)?;
            }
            (false, true) if reading.whereabouts.is_some() => write!(out, " of {of}")?,
            (false, true) => write!(out, " of {of}, and with whom")?,
            (false, false) => write!(out, " of {of} with {}", self.other_side(other))?,
        }
        self.where_to(out, " told of as")?;
        match reading.at_least {
            Some(times) => write!(out, ", {times} times or more"),
            None => Ok(()),
        }
    }

    fn other_side(&self, other: &str) -> String {
        match (self.reading.title.is_empty(), self.reading.who_is) {
            (false, _) => format!("any {} of {other}", self.reading.title),
            (true, Some(NodeKind::Person)) => format!("people of {other}"),
            _ => other.to_owned(),
        }
    }

    fn quoted(&self, out: &mut String, lead: &str) -> fmt::Result {
        if self.reading.words.is_empty() {
            return Ok(());
        }
        write!(out, "{lead} “{}”", self.reading.words)
    }

    fn where_to(&self, out: &mut String, lead: &str) -> fmt::Result {
        if self.reading.topic.is_empty() {
            return Ok(());
        }
        write!(out, "{lead} “{}”", self.reading.topic)
    }
}

/// A stretch of time, as one says it.
fn window(since: Option<Date>, until: Option<Date>) -> String {
    match (since, until) {
        (Some(since), Some(until)) if since == until => {
            format!("{} {}", if since.is_day() { "on" } else { "in" }, spoken(since))
        }
        (Some(since), Some(until)) => {
            let (a, b) = (since.first_day(), until.first_day());
            let one_month = since.is_day() && (a.year(), a.month()) == (b.year(), b.month());
            let first = if one_month { a.day().to_string() } else { spoken(since) };
            format!("from {first} to {}", spoken(until))
        }
        (Some(since), None) => format!("since {}", spoken(since)),
        (None, Some(until)) => format!("until {}", spoken(until)),
        (None, None) => String::new(),
    }
}

/// A date in words: 18 February 2025.
fn spoken(date: Date) -> String {
    const MONTHS: &[&str] = &[
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let day = date.first_day();
    let month = MONTHS[day.month0() as usize % MONTHS.len()];
    if date.is_year() {
        format!("{}", day.year())
    } else if date.is_month() {
        format!("{month} {}", day.year())
    } else {
        format!("{} {month} {}", day.day(), day.year())
    }
}
