use crate::answers::Teller;
use crate::briefing::{capitalised, listed};
use crate::entry::{self, Entry, Heading, Value};
use crate::print::Look;
use chancery::{AttendanceStatus, Attended, Columns, Graph, NodeKind};

/// Who was at a meeting, was to be, or was not.
pub(crate) const ATTENDED: &entry::Columns = &[
    ("from", false),
    ("to", false),
    ("meeting", false),
    ("kind", false),
    ("meeting_status", false),
    ("places", true),
    ("who", true),
    ("status", false),
    ("capacity", false),
];

/// Somebody under the meeting and their status there.
pub(crate) fn attended<'a>(row: Attended<'a>, graph: &'a Graph, teller: &Teller<'a>) -> Entry<'a> {
    let document = &row.evidence[0].document;
    let meeting = vec![
        (0, Look::Strong, title(&row, graph)),
        (2, Look::Plain, super::occasion(row.occasion, row.when, row.places, teller)),
        (2, Look::Quiet, row.meeting.name.to_string()),
    ];
    let capacity = row.capacity.map(|of| format!(", {of}")).unwrap_or_default();
    Entry {
        over: vec![Heading(meeting), Heading::line(2, Look::Quiet, row.status.as_str())],
        indent: 4,
        head: teller.titled(row.who, document) + &capacity,
        values: vec![
            super::day(row.when.from),
            super::day(row.when.to),
            Value::text(&row.meeting.name),
            Value::text(row.occasion.kind),
            Value::text(row.occasion.status),
            Value::Names(row.places.iter().map(|place| teller.named(place, document)).collect()),
            Value::Name(Some(teller.named(row.who, document))),
            Value::text(row.status),
            Value::Text(row.capacity.map(str::to_owned)),
        ],
        evidence: row.evidence.iter().collect(),
        ..Entry::default()
    }
}

/// Which meeting: its kind and the states at the table.
fn title(row: &Attended, graph: &Graph) -> String {
    use AttendanceStatus::{Attended, Expected};
    let meeting = graph.find(&row.meeting.name);
    let present = meeting.into_iter().flat_map(|meeting| graph.who_attended(meeting));
    let present = present.filter(|relation| {
        matches!(relation.columns, Columns::Attended { status: Attended | Expected, .. })
    });
    let states = present.map(|relation| graph.node(relation.from));
    let mut parties: Vec<&str> =
        states.filter(|node| node.kind() == NodeKind::State).map(|node| &*node.label).collect();
    parties.dedup();
    let of = if parties.is_empty() { String::new() } else { format!(": {}", listed(&parties)) };
    capitalised(row.occasion.kind.as_str()) + &of
}
