use super::{Outcome, Stop, all_read, at, opened, taken, who_attended, who_said};
use crate::answers::Teller;
use crate::args::{Ask, Form, Shown};
use crate::print::{Look, Printer, complain, hint};
use crate::{briefing, command, entries, entry};
use chancery::{
    Archive, AttendanceStatus, Attended, Date, Kind, Meetings, Question, QuestionError, Reading,
    When,
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
            out.raw(&format!(
                "{{\"question\":{asked},\"reading\":{told},\"kind\":{kind},\
                 \"verdict\":{verdict},\"taken\":{taken},\"answers\":"
            ))?;
        }
        Form::Jsonl | Form::Csv => complain(format_args!("read as: {told}")),
    }
    answer(&reading, &question, &archive, &args.shown, out)?;
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
        Question::Said(asked) => (archive.who_said(asked).count(), "statement"),
        Question::Met(asked) => (archive.who_met(asked).count(), "meeting"),
        Question::Meetings(asked) => (archive.meetings(asked).count(), "meeting"),
        Question::Goals(asked) => (archive.goals(asked).count(), "goal"),
        Question::Contradictions(asked) => (archive.contradictions(asked).count(), "contradiction"),
        _ => return None,
    };
    let plural = if many == 1 { "" } else { "s" };
    let told = format!("Yes: {many} {what}{plural}.");
    (many > 0).then_some(Verdict { is: Some(true), told })
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
    // One of several is asked for: "when did they last meet".
    let one = if reading.last || reading.first { 1 } else { usize::MAX };
    match question {
        Question::Attended(asked) => who_attended::tell(asked, archive, shown, out)?,
        Question::Said(asked) => {
            who_said::tell(asked, archive, shown, out)?;
            if shown.form() == Form::Table && archive.who_said(asked).next().is_none() {
                let met = reading.said_when_they_met(archive.graph());
                if let Some(met) = met.filter(|met| archive.who_said(met).next().is_some()) {
                    out.blank()?;
                    out.text(0, Look::Quiet, "When they met:")?;
                    who_said::tell(&met, archive, shown, out)?;
                } else {
                    with_less(reading, archive, out)?;
                }
            }
        }
        Question::Met(asked) => {
            if reading.counted && shown.form() == Form::Table {
                let many = archive.who_met(asked).count();
                let plural = if many == 1 { "" } else { "s" };
                out.text(0, Look::Strong, &format!("{many} meeting{plural}."))?;
            }
            // Those without a date come last, and none of them is the last one.
            let before_the_last = || {
                let dated = archive.who_met(asked).filter(|met| !met.when.is_unknown());
                dated.count().saturating_sub(1)
            };
            let skipped = if reading.last { before_the_last() } else { 0 };
            let rows = archive.who_met(asked).skip(skipped);
            let rows = rows.take(one);
            let rows = surest_first(reading, shown, rows, |met| met.when);
            let rows = rows.map(|met| entries::met(met, teller));
            if entry::write(rows, entries::MET, none, teller, shown, out)? == 0 {
                otherwise(reading, archive, shown, out)?;
            }
        }
        Question::Meetings(asked) => {
            let rows = archive.meetings(asked);
            let rows = rows.take(if reading.first { 1 } else { usize::MAX });
            let rows = surest_first(reading, shown, rows, |met| met.when);
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
            let rows = surest_first(reading, shown, archive.timeline(asked), chancery::Event::when);
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

/// For people, what surely lies within the days that are asked for before what may: an office that
/// was held before them, a meeting of a year. The order is kept otherwise.
fn surest_first<'a, T: 'a>(
    reading: &Reading,
    shown: &Shown,
    rows: impl Iterator<Item = T> + 'a,
    when: impl Fn(&T) -> When,
) -> Box<dyn Iterator<Item = T> + 'a> {
    let since = reading.since.map(Date::first_day);
    let until = reading.until.map(Date::last_day);
    if shown.form() != Form::Table || since.is_none() && until.is_none() {
        return Box::new(rows);
    }
    let within = |row: &T| {
        let when = when(row);
        let after = since.is_none_or(|since| when.first_day().is_some_and(|day| day >= since));
        after && until.is_none_or(|until| when.last_day().is_some_and(|day| day <= until))
    };
    let (surely, perhaps): (Vec<T>, Vec<T>) = rows.partition(within);
    Box::new(surely.into_iter().chain(perhaps))
}

/// Counts are read at a glance; their meetings are listed by another question.
fn briefly(shown: &Shown) -> Shown {
    Shown { no_evidence: shown.no_evidence || shown.form() == Form::Table, ..shown.clone() }
}

/// Where no meeting stands so as asked for, those that stand otherwise.
fn otherwise(
    reading: &Reading,
    archive: &Archive,
    shown: &Shown,
    out: &mut Printer,
) -> io::Result<()> {
    if shown.form() != Form::Table || reading.meeting_status.is_empty() || reading.of.is_empty() {
        return Ok(());
    }
    let mut wider = reading.clone();
    wider.meeting_status.clear();
    wider.meeting_kind = None;
    wider.before_the_last = false;
    wider.ahead = None;
    let Question::Met(asked) = wider.question(archive.graph()) else { return Ok(()) };
    let rows: Vec<_> = archive.who_met(&asked).collect();
    if rows.is_empty() {
        return without_dates(reading, archive, out);
    }
    out.blank()?;
    out.text(0, Look::Quiet, "What is told of them otherwise:")?;
    let teller = &Teller::new(archive);
    let rows = rows.into_iter().map(|met| entries::met(met, teller));
    entry::write(rows, entries::MET, "", teller, shown, out)?;
    Ok(())
}

/// Where nobody is told to have said so, how much there is if one thing is left out of the question.
fn with_less(reading: &Reading, archive: &Archive, out: &mut Printer) -> io::Result<()> {
    let teller = Teller::new(archive);
    let names = |names: &[chancery::NodeName]| -> String {
        names.iter().map(|name| teller.called(name)).collect::<Vec<_>>().join(" or ")
    };
    let mut less: Vec<(String, Reading)> = Vec::new();
    let mut put = |what: String, change: fn(&mut Reading)| {
        let mut changed = reading.clone();
        change(&mut changed);
        if changed != *reading {
            less.push((what, changed));
        }
    };
    put(format!("to {}", names(&reading.to)), |it| it.to.clear());
    put(format!("about {}", names(&reading.about)), |it| it.about.clear());
    put(format!("with the words “{}”", reading.words), |it| it.words.clear());
    put(format!("at meetings told of as “{}”", reading.topic), |it| it.topic.clear());
    put("of that kind".to_owned(), |it| it.act = None);
    put("word for word".to_owned(), |it| it.mode = None);
    put("on those days".to_owned(), |it| (it.since, it.until) = (None, None));
    let asks_something = |it: &Reading| {
        !(it.of.is_empty() && it.to.is_empty() && it.about.is_empty() && it.words.is_empty())
    };
    for (what, wider) in less.iter().filter(|(_, wider)| asks_something(wider)) {
        let Question::Said(asked) = wider.question(archive.graph()) else { continue };
        match archive.who_said(&asked).count() {
            0 => {}
            1 => out.text(0, Look::Quiet, &format!("Not {what}: 1 statement."))?,
            many => out.text(0, Look::Quiet, &format!("Not {what}: {many} statements."))?,
        }
    }
    Ok(())
}

/// Says how many meetings there are outside of the days that were asked for.
fn without_dates(reading: &Reading, archive: &Archive, out: &mut Printer) -> io::Result<()> {
    if reading.since.is_none() && reading.until.is_none() {
        return Ok(());
    }
    let all = reading.of.iter().chain(&reading.other).cloned();
    let asked = all.fold(Meetings::default(), Meetings::with);
    let mut days: Vec<_> =
        archive.meetings(&asked).filter_map(|met| met.when.from.or(met.when.to)).collect();
    days.sort_unstable();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let (first, last) = (briefing::spoken(*first), briefing::spoken(*last));
        let line =
            format!("Outside of those days {} are told of, from {first} to {last}.", days.len());
        out.text(0, Look::Quiet, &line)?;
    }
    Ok(())
}
