//! What the questions of an archive are given on the command line.

use super::{Kept, Shown, Told, number, word_of};
use chancery::{Act, AttendanceStatus, Date, MeetingKind, MeetingStatus, Mode, Moment};
use clap::{Args, ValueEnum};

/// What every question takes beside its own: when and where it is told, of which archive, in which
/// form.
#[derive(Debug, Args)]
pub(crate) struct Asked {
    #[command(flatten)]
    pub(crate) told: Told,
    #[command(flatten)]
    pub(crate) kept: Kept,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

/// `chancery ask`.
#[derive(Debug, Args)]
pub(crate) struct Ask {
    /// The question, or - for standard input; quotes around it keep ? and ' from the shell
    #[arg(required = true, value_name = "QUESTION")]
    pub(crate) question: Vec<String>,
    /// The day that "last week" and the like are told against, instead of today
    #[arg(long, value_name = "DAY")]
    pub(crate) today: Option<Date>,
    /// As the archive knew it at this time: a DATE, to its end, or 2025-02-18T09:00:00Z
    #[arg(long, value_name = "TIME")]
    pub(crate) as_of: Option<Moment>,
    #[command(flatten)]
    pub(crate) kept: Kept,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

/// `chancery who-met`.
#[derive(Debug, Args)]
pub(crate) struct WhoMet {
    /// One side, and the other: persons, states or organizations; of nobody, all meetings
    #[arg(value_name = "NAME", num_args = 0..=2)]
    pub(crate) sides: Vec<String>,
    /// Words that tell of the meeting: its name, kind, place or parties
    #[arg(long, value_name = "WORDS")]
    pub(crate) topic: Vec<String>,
    /// The other side holds or held an office with these words in its title
    #[arg(long, value_name = "WORDS")]
    pub(crate) titled: Option<String>,
    /// At meetings of this kind
    #[arg(long, value_parser = word_of(MeetingKind::ALL, MeetingKind::as_str))]
    pub(crate) kind: Vec<MeetingKind>,
    /// At meetings that stand so; any, unless given
    #[arg(long, value_parser = word_of(MeetingStatus::ALL, MeetingStatus::as_str))]
    pub(crate) status: Vec<MeetingStatus>,
    /// At meetings in this place
    #[arg(long, value_name = "NAME")]
    pub(crate) place: Vec<String>,
    /// Count the meetings by this instead of listing them
    #[arg(long, value_enum, value_name = "BY", conflicts_with = "most_often")]
    pub(crate) count: Option<CountBy>,
    /// With whom the one side sits at a table most often
    #[arg(long)]
    pub(crate) most_often: bool,
    #[command(flatten)]
    pub(crate) asked: Asked,
}

/// By what meetings are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CountBy {
    /// The day they began.
    Day,
    /// The month they began.
    Month,
    /// The year they began.
    Year,
    /// Each two states at the table.
    Pair,
}

/// `chancery show`.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Who or what: a person, state, organization, place or meeting (meeting:DOCUMENT/1)
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// On this day, month or year, or later
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<Date>,
    /// On this day, month or year, or earlier
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<Date>,
    /// No more than so many lines of each kind
    #[arg(
        long,
        value_name = "N",
        default_value_t = 5,
        value_parser = number,
        allow_negative_numbers = true
    )]
    pub(crate) most: usize,
    #[command(flatten)]
    pub(crate) kept: Kept,
    #[command(flatten)]
    pub(crate) shown: Shown,
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Happening {
    /// Meetings.
    Meeting,
    /// Statements.
    Statement,
    /// Goals.
    Goal,
    /// Offices.
    Office,
}

/// `chancery timeline`.
#[derive(Debug, Args)]
pub(crate) struct Timeline {
    /// Of whom or what; of several, any; of nobody, all
    #[arg(value_name = "NAME")]
    pub(crate) of: Vec<String>,
    /// Only events of this kind; may be given several times
    #[arg(long, value_enum, value_name = "KIND")]
    pub(crate) only: Vec<Happening>,
    /// Told of with these words
    #[arg(long, value_name = "WORDS", default_value = "")]
    pub(crate) words: String,
    #[command(flatten)]
    pub(crate) asked: Asked,
}

/// `chancery mentions`.
#[derive(Debug, Args)]
pub(crate) struct Mentions {
    /// Words of the text, in any order; '"gas transit"' as it stands, sanct* for a beginning
    #[arg(required = true)]
    pub(crate) words: Vec<String>,
    #[command(flatten)]
    pub(crate) asked: Asked,
}

/// `chancery chain`.
#[derive(Debug, Args)]
pub(crate) struct Chain {
    /// The one
    #[arg(value_name = "NAME")]
    pub(crate) one: String,
    /// The other
    #[arg(value_name = "NAME")]
    pub(crate) other: String,
    /// Also over meetings that are planned or proposed
    #[arg(long)]
    pub(crate) planned: bool,
    /// Also through states and organizations, not only through persons
    #[arg(long)]
    pub(crate) through_states: bool,
    #[command(flatten)]
    pub(crate) asked: Asked,
}

/// `chancery who-said`.
#[derive(Debug, Args)]
pub(crate) struct WhoSaid {
    /// Words that were said, in any order; '"gas transit"' as it stands, sanct* for a beginning
    pub(crate) words: Vec<String>,
    /// The same
    #[arg(long = "words", value_name = "WORDS")]
    pub(crate) more_words: Vec<String>,
    /// Said by this person, state or organization; for a state also by those who serve it
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Vec<String>,
    /// Said to this person, state or organization
    #[arg(long, value_name = "NAME")]
    pub(crate) to: Vec<String>,
    /// Mentioning this person, state, organization, place, meeting or goal
    #[arg(long, value_name = "NAME")]
    pub(crate) about: Vec<String>,
    /// Said at this meeting, or right after it (meeting:DOCUMENT/1)
    #[arg(long, value_name = "MEETING")]
    pub(crate) at: Vec<String>,
    /// Quoted to this extent
    #[arg(long, value_parser = word_of(Mode::ALL, Mode::as_str))]
    pub(crate) mode: Option<Mode>,
    /// What is done by saying it
    #[arg(long, value_parser = word_of(Act::ALL, Act::as_str))]
    pub(crate) act: Option<Act>,
    /// Only what they are said not to have said, or deny
    #[arg(long)]
    pub(crate) negated: bool,
    /// By the word of this one, where the article does not vouch for it
    #[arg(long, value_name = "NAME")]
    pub(crate) according_to: Vec<String>,
    #[command(flatten)]
    pub(crate) asked: Asked,
}

/// `chancery who-attended`.
#[derive(Debug, Args)]
pub(crate) struct WhoAttended {
    /// Words that tell of the meeting: its name, kind, place or parties
    pub(crate) topic: Vec<String>,
    /// Only this person, state or organization
    #[arg(long, value_name = "NAME")]
    pub(crate) who: Vec<String>,
    /// This state or organization, or a person who serves it
    #[arg(long, value_name = "NAME")]
    pub(crate) of: Vec<String>,
    /// At meetings that this one attended, or is expected at
    #[arg(long, value_name = "NAME")]
    pub(crate) with: Vec<String>,
    /// By the word of this one, where the article does not vouch for it
    #[arg(long, value_name = "NAME")]
    pub(crate) according_to: Vec<String>,
    /// Only with this status; may be given several times
    #[arg(long, value_parser = word_of(AttendanceStatus::ALL, AttendanceStatus::as_str))]
    pub(crate) status: Vec<AttendanceStatus>,
    /// Only who was absent, excluded or declined
    #[arg(long, conflicts_with = "status")]
    pub(crate) left_out: bool,
    /// Only in this capacity, where it is told: host, chair, mediator, delegate
    #[arg(long, value_name = "CAPACITY")]
    pub(crate) capacity: Vec<String>,
    /// At this meeting (meeting:DOCUMENT/1)
    #[arg(long, value_name = "MEETING")]
    pub(crate) meeting: Vec<String>,
    /// At meetings of this kind
    #[arg(long, value_parser = word_of(MeetingKind::ALL, MeetingKind::as_str))]
    pub(crate) kind: Vec<MeetingKind>,
    /// At meetings that stand so
    #[arg(long, value_parser = word_of(MeetingStatus::ALL, MeetingStatus::as_str))]
    pub(crate) meeting_status: Vec<MeetingStatus>,
    /// At meetings in this place
    #[arg(long, value_name = "NAME")]
    pub(crate) place: Vec<String>,
    #[command(flatten)]
    pub(crate) asked: Asked,
}
