use crate::answers::Teller;
use crate::briefing::page::{said_words, verb};
use crate::briefing::{manner, spoken};
use crate::entry::{Columns, Entry, Heading, Value};
use crate::print::Look;
use chancery::{Act, Ends, Said};

/// Statements.
pub(crate) const SAID: &Columns = &[
    ("on", false),
    ("speakers", true),
    ("words", false),
    ("mode", false),
    ("act", false),
    ("negated", false),
    ("to", true),
    ("meetings", false),
    ("about", true),
    ("content", false),
];

/// A statement under its day and speakers: how it was said, its words, and who is told to have
/// said it.
pub(crate) fn said<'a>(said: Said<'a>, teller: &Teller<'a>) -> Entry<'a> {
    let document = &said.evidence.document;
    let source = teller.source(document);
    let text = |span| source.as_ref().map(|source| source.words(span)).unwrap_or_default();
    let mut speakers: Vec<String> =
        said.speakers.iter().map(|who| teller.titled(who, document)).collect();
    if speakers.is_empty() {
        let source = said.source.map(|words| format!("“{}”, not named", text(words)));
        speakers.push(source.unwrap_or_else(|| "not named".to_owned()));
    }
    let day = said.on.map_or_else(|| "no date".to_owned(), spoken);
    let to: Vec<&str> = said.addressees.iter().map(|who| &*who.label).collect();
    let to = if to.is_empty() { String::new() } else { format!(", to {}", to.join(" and ")) };
    let cue = source.as_ref().map(|source| verb(source, said.cue)).unwrap_or_default();
    let words = source.as_ref().map(|source| said_words(source, said.content, said.mode));
    let mut marks: Vec<_> = said.source.into_iter().chain(said.cue).collect();
    if marks.is_empty() {
        marks.extend(said.content);
    }
    let names = |nodes: Ends<'a>| {
        Value::Names(nodes.iter().map(|node| teller.named(node, document)).collect())
    };
    Entry {
        over: vec![Heading::line(0, Look::Strong, format!("{day} · {}", speakers.join("; ")))],
        indent: 2,
        head: format!("{cue}{to} {}", manner(said.mode, said.act, said.negated, &cue)),
        lines: vec![words.unwrap_or_else(|| said.words.to_owned())],
        values: vec![
            Value::Text(said.on.map(|day| day.to_string())),
            names(said.speakers),
            Value::text(said.words),
            Value::text(said.mode),
            Value::Text(said.act.map(Act::as_str).map(str::to_owned)),
            Value::Flag(said.negated),
            names(said.addressees),
            Value::Texts(said.meetings.iter().map(|meeting| meeting.name.as_str()).collect()),
            names(said.about),
            Value::Spans(said.content.to_vec()),
        ],
        evidence: vec![said.evidence],
        marks,
    }
}
