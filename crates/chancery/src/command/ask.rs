use super::{Outcome, Stop, all_read, at, less, opened, taken, who_attended, who_said};
use crate::answers::Teller;
use crate::args::{Ask, Form, Shown};
use crate::entry::Entry;
use crate::print::{Look, Printer, complain, hint};
use crate::{command, entries, entry};
use chancery::{
    Archive, AttendanceStatus, Attended, Date, Kind, Question, QuestionError, Reading, When,
    Whereabouts,
};
use std::io::{self, Read, Write};

pub(crate) fn run(args: &Ask, out: &mut Printer) -> Result<Outcome, Stop> {
    let archive = at(opened(&args.kept.folder())?, args.as_of)?;
    let today = args.today.or_else(today).ok_or_else(|| {
        Stop::Told("the clock of this machine tells no day; give one with --today".to_owned())
    })?;
    let asked = match &args.question[..] {
        [one] if one == "-" => {
            let mut typed = String::new();
            // Longer questions are refused, with how long they are.
            let read = io::stdin().take(1 << 24).read_to_string(&mut typed);
            read.map_err(|error| Stop::Told(format!("standard input: {error}")))?;
            typed.trim().to_owned()
        }
        words => words.join(" "),
    };
    let reading = match archive.ask(&asked, today) {
        Err(QuestionError::Outside) => {
            complain("I cannot answer that; I can answer questions such as");
            for example in chancery::EXAMPLES {
                hint(example);
            }
            return Ok(Outcome::NothingDone);
        }
        reading => reading?,
    };
    for (typed, named) in &reading.taken {
        taken(typed, &named.label, &named.name);
    }
    if !reading.ignored.is_empty() {
        complain(format_args!("not understood, and left out: {}", reading.ignored.join(" ")));
    }
    let told = reading.told_in(archive.graph());
    let question = reading.question(archive.graph());
    let verdict = reading.yes_or_no.then(|| yes_or_no(&reading, &question, &archive)).flatten();
    match args.shown.form() {
        Form::Table => {
            out.text(0, Look::Quiet, &format!("Read as: {told}"))?;
            out.blank()?;
            if let Some(verdict) = &verdict {
                out.text(0, Look::Strong, &verdict.told)?;
            }
        }
        Form::Json => {
            let [asked, told] = [&asked, &told].map(|text| serde_json::json!(text));
            let kind = serde_json::json!(format!("{:?}", reading.kind).to_lowercase());
            let verdict = serde_json::json!(verdict.and_then(|verdict| verdict.is));
            let taken = taken_as(&reading);
            let left_out = serde_json::json!(reading.ignored);
            out.raw(&format!(
                "{{\"question\":{asked},\"reading\":{told},\"kind\":{kind},\
                 \"verdict\":{verdict},\"taken\":{taken},\"left_out\":{left_out},\"answers\":"
            ))?;
        }
        Form::Jsonl | Form::Csv => complain(format_args!("read as: {told}")),
    }
    answer(&reading, &question, &archive, &args.shown, out)?;
    if args.shown.form() == Form::Table && !less::has_any(&question, &archive) {
        instead(&reading, &archive, &args.shown, out)?;
    }
    if args.shown.form() == Form::Json {
        out.write_all(b"}\n")?;
    }
    all_read(&archive)?;
    Ok(Outcome::Answered)
}

/// Today, where the clock is.
fn today() -> Option<Date> {
    Date::day(chrono::Local::now().date_naive())
}

/// For whom names were taken, for programs.
fn taken_as(reading: &Reading) -> serde_json::Value {
    let taken = reading.taken.iter().map(|(typed, named)| {
        serde_json::json!({"typed": typed, "id": named.name.as_str(), "name": named.label})
    });
    taken.collect()
}

/// What a yes-or-no question is answered with, before what proves it.
struct Verdict {
    /// Yes or no, where it is told so.
    is: Option<bool>,
    /// The same in one line.
    told: String,
}

/// The answer to a yes-or-no question; none where nothing is told of it.
fn yes_or_no(reading: &Reading, question: &Question, archive: &Archive) -> Option<Verdict> {
    let was_there = |row: &Attended| row.status == AttendanceStatus::Attended;
    let expected = |row: &Attended| row.status == AttendanceStatus::Expected;
    // "Was he invited": who is expected was.
    let asked_to_come = reading.attendance.contains(&AttendanceStatus::Expected);
    let (many, what) = match question {
        Question::Attended(asked) if reading.kind == Kind::LeftOut => {
            (archive.who_attended(asked).count(), "time")
        }
        Question::Attended(asked) => {
            let rows: Vec<_> = archive.who_attended(asked).collect();
            let wanted = |row: &&Attended| asked_to_come && expected(row) || was_there(row);
            let many = rows.iter().filter(wanted).count();
            if many == 0 && !rows.is_empty() {
                let (is, told) = if rows.iter().all(expected) {
                    (None, "Expected, and not told to have been there.")
                } else {
                    (Some(false), "No; what is told instead:")
                };
                return Some(Verdict { is, told: told.to_owned() });
            }
            (many, "time")
        }
        // "Did he apologise": all that somebody said tells neither that nor the contrary.
        Question::Said(_) if is_all_of_somebody(reading) => return None,
        Question::Said(asked) => (archive.who_said(asked).count(), "statement"),
        Question::Met(asked) => (archive.who_met(asked).count(), "meeting"),
        Question::Meetings(asked) => (archive.meetings(asked).count(), "meeting"),
        Question::Goals(asked) => (archive.goals(asked).count(), "goal"),
        Question::Contradictions(asked) => (archive.contradictions(asked).count(), "contradiction"),
        _ => return None,
    };
    let counted = less::counted(many, what);
    let (is, told) = match reading.at_least {
        Some(least) if many < least => (Some(false), format!("No: {counted}.")),
        _ if reading.negated => (Some(false), format!("No, there are: {counted}.")),
        // Of a day that is not known it is not known either.
        _ if !reading.ignored.is_empty() && matches!(question, Question::Met(_)) => {
            let without = reading.ignored.join(" ");
            (None, format!("Not known as it is asked; without “{without}”: {counted}."))
        }
        _ => (Some(true), format!("Yes: {counted}.")),
    };
    (many > 0).then_some(Verdict { is, told })
}

/// Whether all is asked for that somebody said, of whatever, by whatever verb.
const fn is_all_of_somebody(reading: &Reading) -> bool {
    reading.about.is_empty()
        && reading.to.is_empty()
        && reading.words.is_empty()
        && reading.topic.is_empty()
        && reading.act.is_none()
        && reading.mode.is_none()
        && reading.since.is_none()
        && reading.until.is_none()
}

/// Answers a question in the form that is wanted.
fn answer(
    reading: &Reading,
    question: &Question,
    archive: &Archive,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<()> {
    let teller = &Teller::new(archive);
    let none = "Nothing of the kind is told.";
    let abroad = reading.whereabouts == Some(Whereabouts::Abroad);
    if reading.counted
        && !abroad
        && shown.form() == Form::Table
        && matches!(question, Question::Met(_) | Question::Meetings(_) | Question::Mentions(_))
    {
        let (many, what) = less::many(question, archive);
        out.text(0, Look::Strong, &format!("{}.", less::counted(many, what)))?;
    }
    match question {
        Question::Attended(asked) => who_attended::tell(asked, archive, shown, out)?,
        Question::Said(asked) => {
            who_said::tell(asked, archive, shown, out)?;
        }
        Question::Met(asked) => {
            let rows = wanted(reading, shown, archive.who_met(asked), |met| met.when);
            let rows = rows.map(|met| entries::met(met, teller));
            entry::write(rows, entries::MET, none, teller, shown, out)?;
        }
        Question::Meetings(asked) => {
            let rows = archive.meetings(asked);
            places_abroad(reading, question, archive, shown, out)?;
            let rows = wanted(reading, shown, rows, |met| met.when);
            let rows = rows.map(|met| entries::meeting(met, teller));
            entry::write(rows, entries::MEETINGS, none, teller, shown, out)?;
        }
        Question::Counts(asked) => {
            let rows = archive.meeting_counts(asked).map(|row| entries::counted(row, teller));
            entry::write(rows, entries::COUNTS, none, teller, &briefly(shown), out)?;
        }
        Question::Company(asked) => {
            let rows = archive.company(asked).map(|row| entries::company(row, teller));
            entry::write(rows, entries::COMPANY, none, teller, shown, out)?;
        }
        Question::Goals(asked) => {
            let rows = archive.goals(asked).map(|held| entries::goal(held, teller));
            entry::write(rows, entries::GOALS, none, teller, shown, out)?;
        }
        Question::Positions(asked) => {
            let changes = archive.changes(asked);
            if shown.form() == Form::Table {
                let changes: Vec<_> = changes.collect();
                if changes.is_empty() {
                    out.text(0, Look::Plain, "Nobody is told to have changed. The positions:")?;
                } else {
                    let rows = changes.into_iter().map(|row| entries::change(row, teller));
                    entry::write(rows, entries::CHANGES, none, teller, shown, out)?;
                    out.blank()?;
                    out.text(0, Look::Quiet, "The positions:")?;
                }
            }
            let rows = archive.positions(asked).map(|held| entries::goal(held, teller));
            entry::write(rows, entries::GOALS, none, teller, shown, out)?;
        }
        Question::Contradictions(asked) => {
            let rows = archive.contradictions(asked).map(|row| entries::contradiction(row, teller));
            entry::write(rows, entries::CONTRADICTIONS, none, teller, shown, out)?;
        }
        Question::Roles(asked) => {
            let rows = archive.roles(asked).map(|row| entries::role(row, teller));
            entry::write(rows, entries::ROLES, none, teller, shown, out)?;
        }
        Question::InOffice(asked) => {
            let rows = archive.in_office(asked).map(|row| entries::holder(row, teller));
            entry::write(rows, entries::ROLES, none, teller, shown, out)?;
        }
        Question::Dossier(asked) => match archive.dossier(asked) {
            Some(page) => command::show::tell(page, archive, shown, out)?,
            None => out.text(0, Look::Plain, none)?,
        },
        Question::Timeline(asked) => {
            let rows = archive.timeline(asked);
            let rows: Box<dyn Iterator<Item = chancery::Event<'_>>> = if reading.last {
                latest_first(rows)
            } else {
                surest_first(reading, shown, rows, chancery::Event::when)
            };
            let rows = rows.map(|event| entries::event(event, teller));
            entry::write(rows, entries::TIMELINE, none, teller, shown, out)?;
        }
        Question::Mentions(asked) => command::mentions::tell(asked, archive, shown, out)?,
        Question::Chain(asked) => {
            let chain = archive.chain(asked).unwrap_or_default();
            let rows = chain.into_iter().map(|row| entries::joint(row, teller));
            entry::write(
                rows,
                entries::CHAIN,
                "No chain of meetings joins them.",
                teller,
                shown,
                out,
            )?;
        }
    }
    Ok(())
}

/// What is new before what is old, and what has no day last.
fn latest_first<'a>(
    rows: impl Iterator<Item = chancery::Event<'a>>,
) -> Box<dyn Iterator<Item = chancery::Event<'a>> + 'a> {
    let (dated, undated): (Vec<_>, Vec<_>) = rows.partition(|event| !event.when().is_unknown());
    Box::new(dated.into_iter().rev().chain(undated))
}

/// Where a question has no answer, what is told that comes near it.
fn instead(
    reading: &Reading,
    archive: &Archive,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<()> {
    let graph = archive.graph();
    let when_they_met = reading.said_when_they_met(graph).map(|met| (met, "When they met:"));
    let agreed = reading.said_instead_of_agreed(graph);
    let agreed = agreed.map(|met| (met, "What was said when they met:"));
    let said = when_they_met.or(agreed);
    if let Some((met, told)) = said.filter(|(met, _)| archive.who_said(met).next().is_some()) {
        out.blank()?;
        out.text(0, Look::Quiet, told)?;
        return who_said::tell(&met, archive, shown, out);
    }
    if otherwise(reading, archive, shown, out)? {
        return Ok(());
    }
    less::tell(reading, archive, out)
}

/// Meetings in the order that is asked for; one where one of several is: "when did they last meet".
fn wanted<'a, T: 'a>(
    reading: &Reading,
    shown: &Shown,
    rows: impl Iterator<Item = T> + 'a,
    when: impl Fn(&T) -> When,
) -> Box<dyn Iterator<Item = T> + 'a> {
    if !(reading.first || reading.last) {
        return surest_first(reading, shown, rows, when);
    }
    let (sure, perhaps): (Vec<T>, Vec<T>) = rows.partition(|row| is_within(reading, when(row)));
    let rows = if sure.is_empty() { perhaps } else { sure };
    if reading.first {
        return Box::new(rows.into_iter().take(1));
    }
    // Those without a date come last, and none of them is the last one.
    let dated = rows.iter().filter(|row| !when(row).is_unknown()).count();
    Box::new(rows.into_iter().skip(dated.saturating_sub(1)).take(1))
}

/// Whether some days surely lie within those that are asked for.
fn is_within(reading: &Reading, when: When) -> bool {
    let since = reading.since.map(Date::first_day);
    let until = reading.until.map(Date::last_day);
    let after = since.is_none_or(|since| when.first_day().is_some_and(|day| day >= since));
    after && until.is_none_or(|until| when.last_day().is_some_and(|day| day <= until))
}

/// In which places somebody was abroad, in their order, before the meetings there.
fn places_abroad(
    reading: &Reading,
    question: &Question,
    archive: &Archive,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<()> {
    let Question::Meetings(asked) = question else { return Ok(()) };
    if reading.whereabouts != Some(Whereabouts::Abroad) || shown.form() != Form::Table {
        return Ok(());
    }
    let mut places: Vec<&str> = Vec::new();
    for met in archive.meetings(asked) {
        for place in met.places.iter() {
            if !places.contains(&&*place.label) {
                places.push(&place.label);
            }
        }
    }
    let told = match places.len() {
        0 => return Ok(()),
        many if reading.counted => format!("{many} places: {}.", places.join(", ")),
        _ => format!("In {}.", places.join(", ")),
    };
    out.text(0, Look::Strong, &told)
}

/// For people, what surely lies within the days that are asked for before what may: an office that
/// was held before them, a meeting of a year. The order is kept otherwise.
fn surest_first<'a, T: 'a>(
    reading: &Reading,
    shown: &Shown,
    rows: impl Iterator<Item = T> + 'a,
    when: impl Fn(&T) -> When,
) -> Box<dyn Iterator<Item = T> + 'a> {
    let any_time = reading.since.is_none() && reading.until.is_none();
    if shown.form() != Form::Table || any_time {
        return Box::new(rows);
    }
    let (surely, perhaps): (Vec<T>, Vec<T>) = rows.partition(|row| is_within(reading, when(row)));
    Box::new(surely.into_iter().chain(perhaps))
}

/// Counts are read at a glance; their meetings are listed by another question.
fn briefly(shown: &Shown) -> Shown {
    Shown { no_evidence: shown.no_evidence || shown.form() == Form::Table, ..shown.clone() }
}

/// How many meetings are listed that stand otherwise than is asked for.
const FEW: usize = 10;

/// Where no meeting stands so as asked for, those that stand otherwise: of what is to come the latest
/// first. Whether there are any.
fn otherwise(
    reading: &Reading,
    archive: &Archive,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<bool> {
    let stands = !reading.meeting_status.is_empty() || !reading.attendance.is_empty();
    if !stands || reading.of.is_empty() {
        return Ok(false);
    }
    let mut wider = reading.clone();
    wider.meeting_status.clear();
    wider.attendance.clear();
    wider.meeting_kind = None;
    wider.before_the_last = false;
    wider.ahead = None;
    let teller = &Teller::new(archive);
    let (mut rows, columns): (Vec<Entry<'_>>, _) = match wider.question(archive.graph()) {
        Question::Met(asked) => {
            let rows = archive.who_met(&asked).map(|met| entries::met(met, teller));
            (rows.collect(), entries::MET)
        }
        Question::Meetings(asked) => {
            let rows = archive.meetings(&asked).map(|met| entries::meeting(met, teller));
            (rows.collect(), entries::MEETINGS)
        }
        Question::Attended(asked) if archive.who_attended(&asked).next().is_some() => {
            out.blank()?;
            out.text(0, Look::Quiet, "What is told of them otherwise:")?;
            who_attended::tell(&asked, archive, shown, out)?;
            return Ok(true);
        }
        _ => return Ok(false),
    };
    if rows.is_empty() {
        return Ok(false);
    }
    if reading.ahead.is_some() {
        rows.reverse();
    }
    out.blank()?;
    let more = rows.len().saturating_sub(FEW);
    out.text(0, Look::Quiet, "What is told of them otherwise:")?;
    let rows = rows.into_iter().take(FEW);
    entry::write(rows, columns, "", teller, shown, out)?;
    if more > 0 {
        out.text(0, Look::Quiet, &format!("And {more} more."))?;
    }
    Ok(true)
}
