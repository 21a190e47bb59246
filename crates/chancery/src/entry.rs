//! An answer as a head, lines and values, from which each form is written alike.

use crate::answers::{self, Named, Proof, Teller};
use crate::args::{Form, Shown};
use crate::print::{Look, Printer, complain};
use chancery::{Evidence, Span};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::cell::Cell;
use std::io::{self, Write};

/// One answer.
#[derive(Default)]
pub(crate) struct Entry<'a> {
    /// Headings that it stands under, the widest first. What it shares with the entry before is not
    /// repeated.
    pub(crate) over: Vec<Heading>,
    /// How far it stands in.
    pub(crate) indent: usize,
    /// The first line people see.
    pub(crate) head: String,
    /// The lines under it.
    pub(crate) lines: Vec<String>,
    /// The values that programs get, in the order of the columns.
    pub(crate) values: Vec<Value<'a>>,
    /// The words that prove it, the most telling first.
    pub(crate) evidence: Vec<&'a Evidence>,
    /// What people are shown of the first, where that is less than all of it.
    pub(crate) marks: Vec<Span>,
}

/// Lines over entries that have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading(pub(crate) Vec<(usize, Look, String)>);

impl Heading {
    /// One line.
    pub(crate) fn line(indent: usize, look: Look, text: impl Into<String>) -> Self {
        Self(vec![(indent, look, text.into())])
    }
}

/// One value.
pub(crate) enum Value<'a> {
    /// Some text, a day or an id; nothing where it is not told.
    Text(Option<String>),
    /// A number.
    Count(usize),
    /// Yes or no.
    Flag(bool),
    /// Several texts.
    Texts(Vec<&'a str>),
    /// Stretches of the text, in bytes.
    Spans(Vec<Span>),
    /// Several persons, states or places.
    Names(Vec<Named<'a>>),
    /// One, where there is one.
    Name(Option<Named<'a>>),
}

impl Value<'_> {
    /// Some text.
    pub(crate) fn text(text: impl ToString) -> Self {
        Self::Text(Some(text.to_string()))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Count(count) => count.serialize(serializer),
            Self::Flag(flag) => flag.serialize(serializer),
            Self::Texts(texts) => texts.serialize(serializer),
            Self::Spans(spans) => {
                serializer.collect_seq(spans.iter().map(|span| [span.start(), span.end()]))
            }
            Self::Names(names) => names.serialize(serializer),
            Self::Name(name) => name.serialize(serializer),
        }
    }
}

/// The names of the values of one kind of answer; those with `true` are names with ids.
pub(crate) type Columns = [(&'static str, bool)];

/// An answer with the names of its values, as a JSON object.
struct Object<'e> {
    columns: &'e Columns,
    entry: &'e Entry<'e>,
    proofs: Vec<Proof<'e>>,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for ((name, _), value) in self.columns.iter().zip(&self.entry.values) {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry("evidence", &self.proofs)?;
        map.end()
    }
}

/// How many pieces of evidence people are shown under one line.
const SHOWN: usize = 2;

/// Writes answers in any form; `none` is said to people where there are none. Says how many there
/// are, whether they are wanted or not; of more than are wanted, at least so many.
pub(crate) fn write<'a>(
    entries: impl Iterator<Item = Entry<'a>>,
    columns: &'static Columns,
    none: &str,
    teller: &Teller<'a>,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<usize> {
    let (all, sure, mut count) = (Cell::new(0), Cell::new(0), 0);
    let entries = entries.inspect(|_| all.set(all.get() + 1));
    let entries = entries.filter(|entry| shown.is_sure(&entry.evidence));
    let mut found = entries.inspect(|_| sure.set(sure.get() + 1));
    let entries = shown.page(found.by_ref()).inspect(|_| count += 1);
    match shown.form() {
        Form::Table => listed(entries, teller, shown, out)?,
        Form::Csv => {
            let mut header: Vec<String> = Vec::new();
            for (name, named) in columns {
                header.push((*name).to_owned());
                header.extend(named.then(|| format!("{name}_id")));
            }
            header.extend(Proof::HEADER.map(str::to_owned));
            out.write_all(&answers::line(&header)?)?;
            for entry in entries {
                out.write_all(&answers::line(&cells(&entry, teller))?)?;
            }
        }
        form => {
            let mut before = "[";
            for entry in entries {
                let proofs = entry.evidence.iter().filter_map(|proof| teller.proof(proof));
                let object = Object { columns, entry: &entry, proofs: proofs.collect() };
                let json = serde_json::to_string(&object)?;
                if form == Form::Json {
                    out.raw(before)?;
                    out.write_all(json.as_bytes())?;
                    before = ",";
                } else {
                    out.raw(&json)?;
                }
            }
            if form == Form::Json {
                out.raw(if before == "[" { "[]" } else { "\n]" })?;
            }
        }
    }
    if count == 0 && shown.form() == Form::Table {
        // Those that are there and not wanted are no less there.
        found.for_each(drop);
        let left_out = left_out(shown, all.get(), sure.get());
        out.text(0, Look::Plain, left_out.as_deref().unwrap_or(none))?;
    }
    if let Some(told) = many(count, shown).filter(|_| out.is_terminal()) {
        out.flush()?;
        complain(told);
    }
    Ok(all.get())
}

/// More answers than somebody looks through.
const MANY: usize = 50;

/// How many answers stand above, where they are many, and what shows fewer.
fn many(count: usize, shown: &Shown) -> Option<String> {
    if count <= MANY || shown.form() != Form::Table || shown.limit.is_some() {
        return None;
    }
    let digits = count.to_string();
    let threes: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|three| str::from_utf8(three).ok()).collect();
    Some(format!("{} answers; --limit N shows fewer", threes.join(",")))
}

/// Why nothing is written of answers that there are: they are not sure enough, or on another page.
fn left_out(shown: &Shown, all: usize, sure: usize) -> Option<String> {
    let are =
        |count: usize| if count == 1 { "there is 1".into() } else { format!("there are {count}") };
    match (all, sure) {
        (0, _) => None,
        (all, 0) => {
            let least = shown.sure.unwrap_or_default();
            Some(format!("None is told as surely as {least}; {} less sure.", are(all)))
        }
        (_, sure) if shown.skip >= sure => {
            Some(format!("None after the first {}; {}.", shown.skip, are(sure)))
        }
        (_, sure) => Some(format!("None of them is wanted; {}.", are(sure))),
    }
}

/// Answers as people read them, under their headings.
fn listed<'a>(
    entries: impl Iterator<Item = Entry<'a>>,
    teller: &Teller<'a>,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<()> {
    let mut entries = entries.peekable();
    let mut over: Option<Vec<Heading>> = None;
    while let Some(mut entry) = entries.next() {
        let same = over.iter().flatten().zip(&entry.over).take_while(|(a, b)| a == b).count();
        let apart = same == 0 || !entry.lines.is_empty();
        let plain = entry.over.is_empty() || same == entry.over.len();
        if over.is_some() && apart && (!shown.no_evidence || !plain) {
            out.blank()?;
        }
        for (indent, look, line) in entry.over[same..].iter().flat_map(|heading| &heading.0) {
            self::line(*indent, *look, line, out)?;
        }
        // Those whom the same words prove stand together over them.
        let together = entry.lines.is_empty()
            && entries.peek().is_some_and(|next| {
                let there = |evidence: &Evidence| (evidence.document.clone(), evidence.span);
                let of = |entry: &Entry<'_>| -> Vec<_> {
                    entry.evidence.iter().map(|evidence| there(evidence)).collect()
                };
                !entry.over.is_empty() && next.over == entry.over && of(next) == of(&entry)
            });
        if together {
            entry.evidence.clear();
        }
        people(&entry, entry.indent, teller, shown, out)?;
        over = Some(entry.over);
    }
    Ok(())
}

/// A line of text; the name of a meeting is never broken, so that it can be copied.
fn line(indent: usize, look: Look, line: &str, out: &mut Printer) -> io::Result<()> {
    if line.starts_with("meeting:") { out.id(indent, line) } else { out.text(indent, look, line) }
}

/// One answer as people read it.
pub(crate) fn people(
    entry: &Entry,
    indent: usize,
    teller: &Teller,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<()> {
    out.text(indent, if indent == 0 { Look::Strong } else { Look::Plain }, &entry.head)?;
    for line in &entry.lines {
        self::line(indent + 2, Look::Plain, line, out)?;
    }
    if shown.no_evidence {
        return Ok(());
    }
    let under = if entry.over.is_empty() { indent + 4 } else { indent + 2 };
    for (at, proof) in entry.evidence.iter().take(SHOWN).enumerate() {
        if let Some(source) = teller.source(&proof.document) {
            let all = [proof.span];
            let less = at == 0 && !entry.marks.is_empty();
            out.evidence(under, &source, if less { &entry.marks } else { &all })?;
        }
    }
    if let Some(more) = entry.evidence.len().checked_sub(SHOWN + 1) {
        let more = more + 1;
        out.text(under, Look::Quiet, &format!("… and {more} more"))?;
    }
    Ok(())
}

fn cells(entry: &Entry, teller: &Teller) -> Vec<String> {
    let mut cells = Vec::new();
    for value in &entry.values {
        match value {
            Value::Text(text) => cells.push(text.clone().unwrap_or_default()),
            Value::Count(count) => cells.push(count.to_string()),
            Value::Flag(flag) => cells.push(flag.to_string()),
            Value::Texts(texts) => cells.push(texts.join("; ")),
            Value::Spans(spans) => {
                let spans: Vec<_> =
                    spans.iter().map(|span| format!("{}-{}", span.start(), span.end())).collect();
                cells.push(spans.join("; "));
            }
            Value::Names(names) => {
                cells.push(answers::joined(names, false));
                cells.push(answers::joined(names, true));
            }
            Value::Name(name) => {
                cells.push(answers::joined(name, false));
                cells.push(answers::joined(name, true));
            }
        }
    }
    let proof = entry.evidence.first().and_then(|proof| teller.proof(proof));
    cells.extend(Proof::cells(proof.as_ref()));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_answers_are_counted_and_few_are_not() {
        let shown = |limit| Shown {
            format: Form::Table,
            json: false,
            no_evidence: false,
            sure: None,
            limit,
            skip: 0,
        };
        assert_eq!(many(50, &shown(None)), None);
        assert_eq!(many(1235, &shown(Some(2000))), None);
        let told =
            ["51", "1,235", "12,345,678"].map(|n| format!("{n} answers; --limit N shows fewer"));
        let counts = [51, 1235, 12_345_678];
        assert_eq!(counts.map(|count| many(count, &shown(None))), told.map(Some));
    }
}
