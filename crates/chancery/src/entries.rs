//! Each kind of answer as an [`Entry`].

mod attended;
mod said;

pub(crate) use attended::{ATTENDED, attended};
pub(crate) use said::{SAID, said};

use crate::answers::{Named, Teller};
use crate::briefing::{Occasion, capitalised, listed, spoken, spoken_office, spoken_when};
use crate::entry::{Columns, Entry, Value};
use chancery::{
    AttendanceStatus, Attended, Change, Companion, Contradiction, Counted, Date, DocumentId,
    Encounter, Ends, Event, Held, Holder, Joint, MeetingDetail, Mentioned, Met, Mode, Node,
    NodeKind, Served, Tenure, When,
};
use std::collections::HashSet;

fn day(date: Option<Date>) -> Value<'static> {
    Value::Text(date.map(|date| date.to_string()))
}

fn ids<'a>(nodes: impl IntoIterator<Item = &'a Node>) -> Value<'static> {
    let ids: Vec<_> = nodes.into_iter().map(|node| node.name.as_str()).collect();
    Value::Text(Some(ids.join("; ")))
}

/// Those of some rows, each once: several reports of a meeting may name the same.
fn named_once<'a: 'r, 'r>(
    rows: impl Iterator<Item = &'r Attended<'a>>,
    document: &DocumentId,
    teller: &Teller<'a>,
) -> Vec<Named<'a>> {
    let mut seen = HashSet::new();
    let once = rows.filter(|row| seen.insert(&row.who.name));
    once.map(|row| teller.named(row.who, document)).collect()
}

/// Meetings of two sides.
pub(crate) const MET: &Columns = &[
    ("from", false),
    ("to", false),
    ("kind", false),
    ("status", false),
    ("meeting", false),
    ("places", true),
    ("one", true),
    ("other", true),
];

pub(crate) fn met<'a>(met: Encounter<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let document = &met.occasion.evidence.document;
    let names = |rows: &[Attended<'a>]| named_once(rows.iter(), document, teller);
    let side = |rows: &[Attended<'a>]| {
        let mut nodes: Vec<&Node> = rows.iter().map(|row| row.who).collect();
        // The people first, then what they stand for.
        nodes.sort_by_key(|node| (node.kind(), &node.name));
        nodes.dedup_by_key(|node| &node.name);
        let titled: Vec<String> = nodes.iter().map(|node| teller.titled(node, document)).collect();
        titled.join("; ")
    };
    let mut evidence = vec![&met.one[0].evidence[0], &met.other[0].evidence[0]];
    evidence.dedup_by(|a, b| a.document == b.document && a.span == b.span);
    Entry {
        head: format!(
            "{} · {}",
            capitalised(met.occasion.kind.as_str()),
            occasion(met.occasion, met.when, met.places, teller)
        ),
        lines: vec![
            format!("{} — {}", side(&met.one), side(&met.other)),
            met.meeting.name.to_string(),
        ],
        values: vec![
            day(met.when.from),
            day(met.when.to),
            Value::text(met.occasion.kind),
            Value::text(met.occasion.status),
            Value::text(&met.meeting.name),
            Value::Names(met.places.iter().map(|place| teller.named(place, document)).collect()),
            Value::Names(names(&met.one)),
            Value::Names(names(&met.other)),
        ],
        evidence,
        ..Entry::default()
    }
}

/// `held on 18 February 2025 (“Tuesday”), in India`.
fn occasion(detail: &MeetingDetail, when: When, places: Ends<'_>, teller: &Teller) -> String {
    let words = detail.when.words;
    let source = teller.source(&detail.evidence.document);
    let places: Vec<&str> = places.iter().map(|place| &*place.label).collect();
    let told_by = detail.evidence.according_to.as_ref();
    Occasion {
        status: detail.status,
        when,
        words: words.and_then(|words| Some(source?.words(words))),
        place: (!places.is_empty()).then(|| places.join(", ")),
        according_to: told_by.map(|who| teller.called(&who.into())),
    }
    .to_string()
}

/// Meetings with all who are tied to them.
pub(crate) const MEETINGS: &Columns = &[
    ("from", false),
    ("to", false),
    ("kind", false),
    ("status", false),
    ("meeting", false),
    ("places", true),
    ("attended", true),
    ("expected", true),
    ("missing", true),
];

pub(crate) fn meeting<'a>(met: Met<'a>, teller: &Teller<'a>) -> Entry<'a> {
    use AttendanceStatus::{Absent, Attended, Declined, Excluded, Expected};
    let kept = [Absent, Excluded, Declined];
    let document = &met.occasion.evidence.document;
    let names = |wanted: &[AttendanceStatus]| -> Vec<Named<'a>> {
        let rows = met.attendance.iter().filter(|row| wanted.contains(&row.status));
        named_once(rows, document, teller)
    };
    let mut lines = Vec::new();
    for (word, wanted) in [("", &[Attended][..]), ("expected: ", &[Expected]), ("missing: ", &kept)]
    {
        let rows = met.attendance.iter().filter(|row| wanted.contains(&row.status));
        let mut rows: Vec<&Node> = rows.map(|row| row.who).collect();
        rows.sort_by_key(|node| (node.kind(), &node.name));
        rows.dedup_by_key(|node| &node.name);
        let rows: Vec<String> = rows.iter().map(|node| teller.titled(node, document)).collect();
        if !rows.is_empty() {
            lines.push(format!("{word}{}", rows.join("; ")));
        }
    }
    lines.push(met.meeting.name.to_string());
    Entry {
        head: meeting_head(&met, teller),
        lines,
        values: vec![
            day(met.when.from),
            day(met.when.to),
            Value::text(met.occasion.kind),
            Value::text(met.occasion.status),
            Value::text(&met.meeting.name),
            Value::Names(met.places.iter().map(|place| teller.named(place, document)).collect()),
            Value::Names(names(&[Attended])),
            Value::Names(names(&[Expected])),
            Value::Names(names(&kept)),
        ],
        evidence: vec![met.evidence],
        ..Entry::default()
    }
}

/// `Talks: Russia and United States · held on 18 February 2025`.
fn meeting_head(met: &Met<'_>, teller: &Teller) -> String {
    let there = |row: &&Attended<'_>| {
        matches!(row.status, AttendanceStatus::Attended | AttendanceStatus::Expected)
    };
    let mut states: Vec<&str> = met
        .attendance
        .iter()
        .filter(there)
        .filter(|row| row.who.kind() == NodeKind::State)
        .map(|row| &*row.who.label)
        .collect();
    states.sort_unstable();
    states.dedup();
    let of = if states.is_empty() { String::new() } else { format!(": {}", listed(&states)) };
    let kind = capitalised(met.occasion.kind.as_str());
    format!("{kind}{of} · {}", occasion(met.occasion, met.when, met.places, teller))
}

/// Counts of meetings.
pub(crate) const COUNTS: &Columns =
    &[("on", false), ("one", true), ("other", true), ("count", false), ("meetings", false)];

pub(crate) fn counted<'a>(counted: Counted<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let document = &counted.evidence.document;
    let what = match counted.pair {
        Some((one, other)) => format!("{} and {}", one.label, other.label),
        None => counted.on.map_or_else(|| "no date".to_owned(), spoken),
    };
    let many = counted.meetings.len();
    let pair = |one: bool| {
        let node = counted.pair.map(|pair| if one { pair.0 } else { pair.1 });
        Value::Name(node.map(|node| teller.named(node, document)))
    };
    Entry {
        head: format!("{what}: {many} meeting{}", if many == 1 { "" } else { "s" }),
        lines: Vec::new(),
        values: vec![
            day(counted.on),
            pair(true),
            pair(false),
            Value::Count(many),
            ids(counted.meetings.iter().copied()),
        ],
        evidence: vec![counted.evidence],
        ..Entry::default()
    }
}

/// With whom somebody meets most often.
pub(crate) const COMPANY: &Columns = &[("who", true), ("meetings", false), ("last", false)];

pub(crate) fn company<'a>(row: Companion<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let document = &row.evidence[0].document;
    let times = if row.meetings == 1 { "meeting" } else { "meetings" };
    let last = row.last.meeting().map(|meeting| meeting.when).and_then(|when| spoken_when(&when));
    let last = last.map_or_else(|| "none dated".to_owned(), |when| format!("the last {when}"));
    Entry {
        head: format!("{} · {} {times}, {last}", teller.titled(row.who, document), row.meetings),
        lines: vec![row.last.name.to_string()],
        values: vec![
            Value::Name(Some(teller.named(row.who, document))),
            Value::Count(row.meetings),
            Value::text(&row.last.name),
        ],
        evidence: row.evidence.iter().collect(),
        ..Entry::default()
    }
}

/// Goals.
pub(crate) const GOALS: &Columns = &[
    ("on", false),
    ("holders", true),
    ("status", false),
    ("words", false),
    ("goal", false),
    ("meetings", false),
    ("according_to", true),
];

pub(crate) fn goal<'a>(held: Held<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let document = &held.evidence.document;
    Entry {
        head: goal_head(&held, teller),
        lines: vec![held.words.to_owned()],
        values: vec![
            day(held.on),
            Value::Names(held.holders.iter().map(|node| teller.named(node, document)).collect()),
            Value::text(held.status),
            Value::text(held.words),
            Value::text(&held.goal.name),
            ids(held.meetings),
            Value::Name(held.according_to.map(|node| teller.named(node, document))),
        ],
        evidence: vec![held.evidence],
        ..Entry::default()
    }
}

fn goal_head(held: &Held<'_>, teller: &Teller) -> String {
    let holders: Vec<&str> = held.holders.iter().map(|node| &*node.label).collect();
    let of = if holders.is_empty() { String::new() } else { format!(" by {}", listed(&holders)) };
    let told =
        |node: &Node| format!(", according to {}", teller.titled(node, &held.evidence.document));
    let told = held.according_to.map(told).unwrap_or_default();
    let on = held.on.map(|on| format!(" · {}", spoken(on))).unwrap_or_default();
    format!("{}{of}{told}{on}", capitalised(held.status.as_str()))
}

/// Changes of position.
pub(crate) const CHANGES: &Columns = &[
    ("who", true),
    ("before_on", false),
    ("before", false),
    ("before_words", false),
    ("after_on", false),
    ("after", false),
    ("after_words", false),
];

pub(crate) fn change<'a>(change: Change<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let Change { who, before, after } = change;
    let line = |held: &Held<'_>| {
        let on = held.on.map(spoken).unwrap_or_default();
        format!("{on}: {} — {}", held.status, held.words)
    };
    Entry {
        head: format!("{} changed from {} to {}", who.label, before.status, after.status),
        lines: vec![line(&before), line(&after)],
        values: vec![
            Value::Name(Some(teller.named(who, &after.evidence.document))),
            day(before.on),
            Value::text(before.status),
            Value::text(before.words),
            day(after.on),
            Value::text(after.status),
            Value::text(after.words),
        ],
        evidence: vec![before.evidence, after.evidence],
        ..Entry::default()
    }
}

/// Contradictions.
pub(crate) const CONTRADICTIONS: &Columns = &[
    ("matter", false),
    ("claim_by", true),
    ("claim", false),
    ("claim_on", false),
    ("denial_by", true),
    ("denial", false),
    ("denial_on", false),
];

pub(crate) fn contradiction<'a>(found: Contradiction<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let side = |side: &chancery::Side<'a>, verb: &str| {
        let document = &side.evidence.document;
        let who =
            side.who.map_or_else(|| format!("{document}"), |who| teller.titled(who, document));
        let on = side.on.map(|on| format!(" ({})", spoken(on))).unwrap_or_default();
        format!("{who} {verb}{on}: {}", side.what)
    };
    let by = |side: &chancery::Side<'a>| {
        Value::Name(side.who.map(|who| teller.named(who, &side.evidence.document)))
    };
    Entry {
        head: format!("On {} · {}", found.matter.label, found.matter.name),
        lines: vec![side(&found.claim, "claims"), side(&found.denial, "denies")],
        values: vec![
            Value::text(&found.matter.name),
            by(&found.claim),
            Value::text(&found.claim.what),
            day(found.claim.on),
            by(&found.denial),
            Value::text(&found.denial.what),
            day(found.denial.on),
        ],
        evidence: vec![found.claim.evidence, found.denial.evidence],
        ..Entry::default()
    }
}

/// Offices.
pub(crate) const ROLES: &Columns = &[
    ("person", true),
    ("title", false),
    ("of", true),
    ("status", false),
    ("told_from", false),
    ("told_to", false),
    ("known", false),
];

pub(crate) fn role<'a>(served: Served<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let told = spoken_when(&served.told);
    let known = told.map_or_else(|| "told without a day".to_owned(), |when| format!("told {when}"));
    office(served, known, None, teller)
}

pub(crate) fn holder<'a>(holder: Holder<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let known = match holder.tenure {
        Tenure::Told => "told at that time".to_owned(),
        Tenure::Between(first, last) => {
            format!("inferred: told on {} and again on {}", spoken(first), spoken(last))
        }
        Tenure::LastTold(last) => format!("last told on {}, before that time", spoken(last)),
        Tenure::Former(later) => {
            format!("called former on {}; when the office was held is not told", spoken(later))
        }
    };
    office(holder.office, known, Some(holder.evidence), teller)
}

fn office<'a>(
    served: Served<'a>,
    known: String,
    proof: Option<&'a chancery::Evidence>,
    teller: &Teller<'a>,
) -> Entry<'a> {
    let document = &served.evidence[0].document;
    let of = served.of.map(|of| &*of.label);
    let title = spoken_office(served.title, served.status, of);
    Entry {
        head: format!("{} · {title}", served.person.label),
        lines: vec![known.clone()],
        values: vec![
            Value::Name(Some(teller.named(served.person, document))),
            Value::text(served.title),
            Value::Name(served.of.map(|of| teller.named(of, document))),
            Value::text(served.status),
            day(served.told.from),
            day(served.told.to),
            Value::Text(Some(known)),
        ],
        evidence: proof.map_or_else(|| served.evidence.iter().collect(), |proof| vec![proof]),
        ..Entry::default()
    }
}

/// What happened.
pub(crate) const TIMELINE: &Columns = &[
    ("from", false),
    ("to", false),
    ("event", false),
    ("who", true),
    ("what", false),
    ("id", false),
];

pub(crate) fn event<'a>(event: Event<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let when = event.when();
    let evidence = event.evidence();
    let document = &evidence.document;
    let names = |nodes: &mut dyn Iterator<Item = &'a Node>| {
        Value::Names(nodes.map(|node| teller.named(node, document)).collect())
    };
    let dated = spoken_when(&when).map_or_else(|| "No date".to_owned(), |when| capitalised(&when));
    let (kind, who, what, id, lines) = match &event {
        Event::Meeting(met) => {
            let mut there = met.attendance.iter().map(|row| row.who);
            let Entry { lines, .. } = meeting(met.clone(), teller);
            ("meeting", names(&mut there), meeting_head(met, teller), &met.meeting.name, lines)
        }
        Event::Statement(said) => {
            let who: Vec<String> =
                said.speakers.iter().map(|who| teller.titled(who, document)).collect();
            let who = if who.is_empty() { "somebody not named".to_owned() } else { who.join("; ") };
            let words = quoted(said.words, said.mode);
            (
                "statement",
                names(&mut said.speakers.iter()),
                format!("{who}: {words}"),
                &said.statement.name,
                vec![],
            )
        }
        Event::Goal(held) => {
            let stand = goal_head(held, teller);
            (
                "goal",
                names(&mut held.holders.iter().copied()),
                format!("{stand}: {}", held.words),
                &held.goal.name,
                vec![],
            )
        }
        Event::Office(served) => {
            let of = served.of.map(|of| &*of.label);
            let title = spoken_office(served.title, served.status, of);
            let what = format!("{} is told to be {title}", served.person.label);
            ("office", names(&mut [served.person].into_iter()), what, &served.person.name, vec![])
        }
    };
    Entry {
        head: format!("{dated} · {what}"),
        lines: lines.into_iter().filter(|line| !line.starts_with("meeting:")).collect(),
        values: vec![
            day(when.from),
            day(when.to),
            Value::text(kind),
            who,
            Value::Text(Some(what)),
            Value::text(id),
        ],
        evidence: vec![evidence],
        ..Entry::default()
    }
}

/// Words as they were said.
pub(crate) fn quoted(words: &str, mode: Mode) -> String {
    if mode == Mode::Direct { format!("“{words}”") } else { words.to_owned() }
}

/// Documents with certain words.
pub(crate) const MENTIONS: &Columns = &[("on", false), ("title", false), ("source", false)];

pub(crate) fn mentioned<'a>(found: &'a Mentioned<'_>) -> Entry<'a> {
    let info = found.info;
    let on = info.published.map_or_else(|| "no date".to_owned(), spoken);
    Entry {
        head: format!("{on} · {}", info.title.as_deref().unwrap_or(info.id.as_str())),
        values: vec![
            day(info.published),
            Value::Text(info.title.clone()),
            Value::Text(info.source.clone()),
        ],
        evidence: found.evidence.iter().collect(),
        ..Entry::default()
    }
}

/// A chain of meetings.
pub(crate) const CHAIN: &Columns =
    &[("one", true), ("other", true), ("meeting", false), ("from", false), ("to", false)];

pub(crate) fn joint<'a>(joint: Joint<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let document: &DocumentId = &joint.from.evidence[0].document;
    let when = joint.from.when;
    let dated = spoken_when(&when).unwrap_or_else(|| "no date given".to_owned());
    let kind = joint.from.occasion.kind;
    let mut evidence = vec![&joint.from.evidence[0], &joint.to.evidence[0]];
    evidence.dedup_by(|a, b| a.document == b.document && a.span == b.span);
    Entry {
        head: format!("{} — {}", joint.from.who.label, joint.to.who.label),
        lines: vec![format!("{kind}, {dated}"), joint.meeting.name.to_string()],
        values: vec![
            Value::Name(Some(teller.named(joint.from.who, document))),
            Value::Name(Some(teller.named(joint.to.who, document))),
            Value::text(&joint.meeting.name),
            day(when.from),
            day(when.to),
        ],
        evidence,
        ..Entry::default()
    }
}
