//! What is told where a question finds nothing: how much there is if something is left out of it.

use crate::answers::Teller;
use crate::briefing;
use crate::print::{Look, Printer};
use chancery::{Archive, Kind, NodeName, Question, Reading};
use std::io;

/// A question without something, and how that is said.
struct Less {
    /// "Not about Ukraine".
    told: String,
    change: Box<dyn Fn(&mut Reading)>,
}

/// Whether a question has any answer.
pub(super) fn has_any(question: &Question, archive: &Archive) -> bool {
    at_most(1, question, archive).0 > 0
}

/// How many answers a question has, and what one of them is.
pub(super) fn many(question: &Question, archive: &Archive) -> (usize, &'static str) {
    at_most(usize::MAX, question, archive)
}

/// How many answers a question has, counted no further than `most`.
fn at_most(most: usize, question: &Question, archive: &Archive) -> (usize, &'static str) {
    let pages = |page: Option<chancery::Page>| usize::from(page.is_some());
    match question {
        Question::Attended(asked) => (archive.who_attended(asked).take(most).count(), "time"),
        Question::Said(asked) => (archive.who_said(asked).take(most).count(), "statement"),
        Question::Met(asked) => (archive.who_met(asked).take(most).count(), "meeting"),
        Question::Meetings(asked) => (archive.meetings(asked).take(most).count(), "meeting"),
        Question::Counts(asked) => (archive.meeting_counts(asked).take(most).count(), "meeting"),
        Question::Company(asked) => (archive.company(asked).take(most).count(), "of them"),
        Question::Goals(asked) => (archive.goals(asked).take(most).count(), "goal"),
        Question::Positions(asked) => (archive.positions(asked).take(most).count(), "goal"),
        Question::Contradictions(asked) => {
            (archive.contradictions(asked).take(most).count(), "contradiction")
        }
        Question::Roles(asked) => (archive.roles(asked).take(most).count(), "office"),
        Question::InOffice(asked) => (archive.in_office(asked).take(most).count(), "holder"),
        Question::Dossier(asked) => (pages(archive.dossier(asked)), "page"),
        Question::Timeline(asked) => (archive.timeline(asked).take(most).count(), "event"),
        Question::Mentions(asked) => (archive.mentions(asked).take(most).count(), "document"),
        Question::Chain(asked) => (archive.chain(asked).map_or(0, |chain| chain.len()), "meeting"),
    }
}

/// So many of something.
pub(super) fn counted(many: usize, what: &str) -> String {
    match (many, what) {
        (1, what) => format!("1 {what}"),
        (many, "of them") => format!("{many} of them"),
        (many, what) => format!("{many} {what}s"),
    }
}

/// Tells how much there is if one thing is left out, or else two.
pub(super) fn tell(reading: &Reading, archive: &Archive, out: &mut Printer) -> io::Result<()> {
    let less = of(reading, archive);
    let found = |changes: &[&Less]| {
        let mut wider = reading.clone();
        for less in changes {
            (less.change)(&mut wider);
        }
        let question = asks_something(&wider).then(|| wider.question(archive.graph()))?;
        let (many, what) = many(&question, archive);
        (many > 0).then(|| (counted(many, what), question))
    };
    let mut any = false;
    for one in &less {
        let Some((many, question)) = found(&[one]) else { continue };
        any = true;
        let days = one.told == DAYS;
        let line = days.then(|| outside_of_days(&question, archive)).flatten();
        out.text(0, Look::Quiet, &line.unwrap_or_else(|| format!("{}: {many}.", one.told)))?;
    }
    for (at, one) in less.iter().enumerate().filter(|_| !any) {
        for other in &less[at + 1..] {
            let Some((many, _)) = found(&[one, other]) else { continue };
            let other = other.told.strip_prefix("Not ").unwrap_or(&other.told);
            out.text(0, Look::Quiet, &format!("{} and not {other}: {many}.", one.told))?;
        }
    }
    Ok(())
}

const DAYS: &str = "Not on those days";

/// All that may be left out of a question.
fn of(reading: &Reading, archive: &Archive) -> Vec<Less> {
    let teller = Teller::new(archive);
    let names = |names: &[NodeName]| -> String {
        let region = reading.regions.iter().find(|(_, states)| states == names);
        if let Some((region, _)) = region {
            return region.clone();
        }
        names.iter().map(|name| teller.called(name)).collect::<Vec<_>>().join(" or ")
    };
    let mut less: Vec<Less> = Vec::new();
    let mut put = |what: String, change: fn(&mut Reading)| {
        let mut changed = reading.clone();
        change(&mut changed);
        if changed != *reading {
            less.push(Less { told: format!("Not {what}"), change: Box::new(change) });
        }
    };
    put(format!("to {}", names(&reading.to)), |it| it.to.clear());
    put(format!("about {}", names(&reading.about)), |it| it.about.clear());
    put(format!("with the words “{}”", reading.words), |it| it.words.clear());
    let topic = format!("{} “{}”", told_of(reading), reading.topic);
    put(topic, |it| {
        it.topic.clear();
        it.typed_topic.clear();
    });
    put(format!("in {}", names(&reading.places)), |it| {
        it.places.clear();
        it.whereabouts = None;
    });
    let with = !matches!(reading.kind, Kind::Roles | Kind::Chain);
    if with {
        put(format!("with {}", names(&reading.other)), |it| it.other.clear());
        put(format!("with any {}", reading.title), |it| it.title.clear());
    }
    if let Some(capacity) = reading.capacity {
        put(format!("as {capacity}"), |it| it.capacity = None);
    }
    if let Some(kind) = reading.meeting_kind {
        put(format!("of the kind “{kind}”"), |it| it.meeting_kind = None);
    }
    put("of that kind".to_owned(), |it| it.act = None);
    put("word for word".to_owned(), |it| it.mode = None);
    if let Some(status) = reading.goal_status {
        put(status.to_string(), |it| it.goal_status = None);
    }
    if reading.kind == Kind::Said && !reading.between {
        put(format!("by {}", names(&reading.of)), |it| it.of.clear());
    }
    let days = DAYS.trim_start_matches("Not ").to_owned();
    put(days, |it| (it.since, it.until) = (None, None));
    less.extend(shorter_topics(reading));
    less
}

/// A question with each of the words that tell of its meetings left out.
fn shorter_topics(reading: &Reading) -> impl Iterator<Item = Less> {
    let words: Vec<String> = reading.typed_topic.split(' ').map(str::to_owned).collect();
    let few = (2..=4).contains(&words.len()) && !reading.topic.is_empty();
    let of = if few { words.clone() } else { Vec::new() };
    let lead = told_of(reading);
    of.into_iter().enumerate().map(move |(at, left_out)| {
        let rest: Vec<_> = words.iter().enumerate().filter(|(other, _)| *other != at).collect();
        let rest = rest.into_iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ");
        let told = format!("Not {lead} “{left_out}”");
        let change = move |it: &mut Reading| {
            it.topic.clone_from(&rest);
            it.typed_topic.clone_from(&rest);
        };
        Less { told, change: Box::new(change) }
    })
}

/// How the words of meetings stand in a question.
const fn told_of(reading: &Reading) -> &'static str {
    match reading.kind {
        Kind::Timeline | Kind::Positions | Kind::Contradictions => "told of with the words",
        _ => "at meetings told of as",
    }
}

/// Whether a question is of anybody or anything.
fn asks_something(reading: &Reading) -> bool {
    let names = [&reading.of, &reading.to, &reading.other, &reading.places];
    names.into_iter().any(|names| !names.is_empty())
        || reading.kind == Kind::Said && !reading.about.is_empty()
        || !reading.words.is_empty()
        || !reading.topic.is_empty()
        || !reading.title.is_empty()
}

/// How many meetings there are outside of the days that were asked for, and of when.
fn outside_of_days(question: &Question, archive: &Archive) -> Option<String> {
    let when: Vec<chancery::When> = match question {
        Question::Met(asked) => archive.who_met(asked).map(|met| met.when).collect(),
        Question::Meetings(asked) => archive.meetings(asked).map(|met| met.when).collect(),
        _ => return None,
    };
    let mut days: Vec<_> = when.iter().filter_map(|when| when.from.or(when.to)).collect();
    days.sort_unstable();
    let (first, last) = (briefing::spoken(*days.first()?), briefing::spoken(*days.last()?));
    let many = days.len();
    Some(format!("Outside of those days {many} are told of, from {first} to {last}."))
}
