//! Plain English questions: read as one of the questions of this crate, or refused with help.
//!
//! A question is cut into words; days and names are found in it first, in whatever wording; what
//! is left tells which kind of question it is, and the word before each name what its part is. No
//! grammar is asked for: "what did Lavrov say on Ukraine", "Lavrov about Ukraine, quotes" and
//! "statements by Lavrov mentioning Ukraine" are one.

mod amounts;
mod cues;
mod dates;
mod items;
mod kinds;
mod matters;
mod of_both;
mod parts;
mod phrasal;
mod plain;
mod presence;
mod question;
mod regions;
mod show;
mod tokens;
mod vocabulary;
mod whereabouts;

pub use question::Question;
pub use whereabouts::within as places_within;

use crate::error::Named;
use crate::resolve::office;
use crate::{Mentions, Names, Per, QuestionError};
use chancery_graph::{Graph, Match, NodeKind, NodeName};
use chancery_model::{
    Act, AttendanceStatus, Date, GoalStatus, MeetingKind, MeetingStatus, Mode, fold,
};
use chrono::NaiveDate;

/// How long a question may be, in bytes.
pub const LONGEST: usize = 2000;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Who attended, is expected, was there or not.
    Attended,
    /// Who was absent, excluded, declined.
    LeftOut,
    /// Who said what.
    Said,
    /// Who met whom.
    Met,
    /// Which meetings there were.
    Meetings,
    /// How many meetings there were.
    Count,
    /// With whom somebody meets most often.
    Company,
    /// Who wants or agreed to what.
    Goals,
    /// Who stands where over time, and who changed.
    Positions,
    /// Who denies what others claim.
    Contradictions,
    /// Who holds an office.
    Roles,
    /// All of one person, state or meeting.
    Dossier,
    /// What happened, in its order.
    Timeline,
    /// How two people are connected.
    Chain,
    /// Which documents have certain words.
    Mentions,
}

/// Where somebody is asked to have been, or to be going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whereabouts {
    /// In the places that are asked for.
    There,
    /// Anywhere outside of the state that they serve.
    Abroad,
    /// Wherever a place is told.
    Anywhere,
}

/// A question as it was understood. Shown with `{}`, it says so in plain English, with the names of
/// nodes (`person:marco-rubio`), for it knows no graph; [`Reading::told_in`] a graph says it with what
/// people are called there.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is said of it by itself")]
pub struct Reading {
    /// What is asked for.
    pub kind: Kind,
    /// Whether yes or no is expected.
    pub yes_or_no: bool,
    /// Of whom: who speaks, meets, attends, wants, holds the office.
    pub of: Vec<NodeName>,
    /// The other side: whom they met, with whom, whom they serve.
    pub other: Vec<NodeName>,
    /// To whom it was said.
    pub to: Vec<NodeName>,
    /// About whom or what.
    pub about: Vec<NodeName>,
    /// By whose word.
    pub according_to: Vec<NodeName>,
    /// Where.
    pub places: Vec<NodeName>,
    /// Where somebody was is asked for: of meetings in person, whoever else was there.
    pub whereabouts: Option<Whereabouts>,
    /// The words of a title.
    pub title: String,
    /// Words that were said, or that name a goal.
    pub words: String,
    /// Words that tell of a meeting, names in full.
    pub topic: String,
    /// The same as typed, for where no meeting is told of with all of those.
    pub typed_topic: String,
    /// On this day, month or year, or later.
    pub since: Option<Date>,
    /// On this day, month or year, or earlier.
    pub until: Option<Date>,
    /// "Before" without a day: before the last meeting of the two that is told of.
    pub before_the_last: bool,
    /// What is planned is looked for from this day on: today, where no days are given.
    pub ahead: Option<Date>,
    /// Only the last of the answers.
    pub last: bool,
    /// Only the first of the answers.
    pub first: bool,
    /// How many there are is asked for.
    pub counted: bool,
    /// Only persons of a state, or only states.
    pub who_is: Option<NodeKind>,
    /// What is done by saying it.
    pub act: Option<Act>,
    /// How much is quoted.
    pub mode: Option<Mode>,
    /// How somebody is tied to a meeting.
    pub attendance: Vec<AttendanceStatus>,
    /// In which capacity somebody is asked to have been there: host, chair, mediator.
    pub capacity: Option<&'static str>,
    /// How a meeting stands.
    pub meeting_status: Vec<MeetingStatus>,
    /// What kind of meeting.
    pub meeting_kind: Option<MeetingKind>,
    /// How a goal stands.
    pub goal_status: Option<GoalStatus>,
    /// By what meetings are counted, if by anything.
    pub per: Option<Per>,
    /// The greatest of what is counted first: "the busiest month".
    pub most_first: bool,
    /// So many of the answers: "the top ten".
    pub at_most: Option<usize>,
    /// Only with whom they met so often at least: "more than three times".
    pub at_least: Option<usize>,
    /// Whether it is asked that they never did.
    pub negated: bool,
    /// What happened between all of those named, or was said or agreed when they met; not with any
    /// of them in it.
    pub between: bool,
    /// Regions that are asked for, and their states, which stand among the names.
    pub regions: Vec<(String, Vec<NodeName>)>,
    /// Names that were typed otherwise than anything is called, and for whom they were taken.
    pub taken: Vec<(String, Named)>,
    /// Words that were not understood, and are left out.
    pub ignored: Vec<String>,
}

impl Reading {
    /// A question of this kind, of nobody and any time.
    pub(crate) const fn of_kind(kind: Kind) -> Self {
        Self {
            kind,
            yes_or_no: false,
            of: Vec::new(),
            other: Vec::new(),
            to: Vec::new(),
            about: Vec::new(),
            according_to: Vec::new(),
            places: Vec::new(),
            whereabouts: None,
            title: String::new(),
            words: String::new(),
            topic: String::new(),
            typed_topic: String::new(),
            since: None,
            until: None,
            before_the_last: false,
            ahead: None,
            last: false,
            first: false,
            counted: false,
            who_is: None,
            act: None,
            mode: None,
            attendance: Vec::new(),
            capacity: None,
            meeting_status: Vec::new(),
            meeting_kind: None,
            goal_status: None,
            per: None,
            most_first: false,
            at_most: None,
            at_least: None,
            negated: false,
            between: false,
            regions: Vec::new(),
            taken: Vec::new(),
            ignored: Vec::new(),
        }
    }
}

/// Reads a question in plain English. Days are told against today.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::{Kind, ask};
/// let today = chrono::NaiveDate::from_ymd_opt(2025, 2, 25).expect("a day");
/// let reading = ask(&Graph::default(), "who was left out last week?", today)?;
/// assert_eq!(reading.kind, Kind::LeftOut);
/// assert_eq!(reading.to_string(), "who was left out, from 17 to 23 February 2025");
/// # Ok::<(), chancery_query::QuestionError>(())
/// ```
///
/// # Errors
/// [`QuestionError::Outside`] with examples where it is no question of these kinds; a name that is
/// unknown or may mean several, with those; a day that does not exist.
///
/// # Complexity
/// O(words × log names); that of [`Names::resolve`] where a name is not found.
pub fn ask(graph: &Graph, question: &str, today: NaiveDate) -> Result<Reading, QuestionError> {
    if question.len() > LONGEST {
        return Err(QuestionError::TooLong { bytes: question.len(), most: LONGEST });
    }
    // Words in quotation marks stand together in what was said, whatever they mean outside of it.
    if let Some((phrase, rest)) = quoted(question)
        && graph.named(&fold(phrase)).first().is_none_or(|it| it.matched >= Match::Word)
        && let Ok(mut reading) = read(graph, &rest, today)
        && matches!(reading.kind, Kind::Said | Kind::Mentions)
    {
        let words = format!("{} \"{phrase}\"", reading.words);
        words.trim_start().clone_into(&mut reading.words);
        return Ok(reading);
    }
    read(graph, question, today)
}

/// Several words in quotation marks, and the question without them.
fn quoted(question: &str) -> Option<(&str, String)> {
    let (before, rest) = question.split_once(['"', '“'])?;
    let (phrase, after) = rest.split_once(['"', '”'])?;
    let phrase = phrase.trim();
    let inside = |c: char| matches!(c, '"' | '“' | '”');
    (phrase.contains(char::is_whitespace) && !phrase.contains(inside))
        .then(|| (phrase, format!("{before} {after}")))
}

fn read(graph: &Graph, question: &str, today: NaiveDate) -> Result<Reading, QuestionError> {
    let mut tokens = tokens::tokens(question);
    items::correct(graph, &mut tokens);
    let why = plain::without_why(&mut tokens);
    plain::whose_word(&mut tokens);
    if kinds::is_outside(&tokens) {
        return Err(QuestionError::Outside);
    }
    let mut names = Names::of(graph);
    // Offices are looked up on the day that is asked about, so days are found first.
    let mut found = items::items(&names, &tokens, question, today)?;
    let offices = tokens.iter().any(|token| office::may_be_of(&token.folded));
    if let Some(day) = found.when.until.or(found.when.since).filter(|_| offices) {
        names = names.on(day);
        found = items::items(&names, &tokens, question, today)?;
    }
    let mut reading = match parts::reading(&names, found) {
        Err(QuestionError::Outside) => keywords(graph, &tokens).ok_or(QuestionError::Outside)?,
        reading => reading?,
    };
    // A page and a chain are of one.
    if !reading.regions.is_empty() && matches!(reading.kind, Kind::Dossier | Kind::Chain) {
        return Err(QuestionError::Outside);
    }
    if reading.kind == Kind::Timeline {
        reading.topic = told_topic(graph, &reading);
    }
    reading.ignored.extend(why.then(|| "why".to_owned()));
    let planned = reading.meeting_status.contains(&MeetingStatus::Planned);
    if planned && reading.since.is_none() && reading.until.is_none() {
        reading.ahead = Date::day(today);
    }
    Ok(reading)
}

/// Nothing but a few words of a subject, which documents have together: "grain exports".
fn keywords(graph: &Graph, tokens: &[tokens::Token<'_>]) -> Option<Reading> {
    const MOST: usize = 4;
    let subject = |token: &tokens::Token<'_>| {
        let joins = matches!(&*token.folded, "of" | "and" | "in" | "on" | "for");
        joins || !vocabulary::is_common(&token.folded) && !parts::is_filler(&token.folded)
    };
    if tokens.is_empty() || tokens.len() > MOST || !tokens.iter().all(subject) {
        return None;
    }
    let words = tokens.iter().map(|token| &*token.folded);
    let words = words.filter(|word| !vocabulary::is_common(word)).collect::<Vec<_>>().join(" ");
    let found = Mentions::default().words(&words).answers(graph).next().is_some();
    (found && !words.is_empty()).then(|| Reading { words, ..Reading::of_kind(Kind::Mentions) })
}

/// What a timeline is told of with: "the nuclear talks" are told of as nuclear too, where nothing has
/// both words.
fn told_topic(graph: &Graph, reading: &Reading) -> String {
    let words = || reading.topic.split(' ');
    let is_noun = |word: &&str| vocabulary::MEET.contains(word);
    let Question::Timeline(asked) = reading.question(graph) else { return String::new() };
    let both = words().any(|word| is_noun(&word)) && !words().all(|word| is_noun(&word));
    if !both || asked.answers(graph).next().is_some() {
        return reading.topic.clone();
    }
    words().filter(|word| !is_noun(word)).collect::<Vec<_>>().join(" ")
}
