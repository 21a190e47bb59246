//! Meetings: every occasion that the text singles out, from all its mentions, with who was there.

mod absence;
mod accepted;
mod added_days;
mod agreed_after;
mod answered;
mod apart;
mod applied;
mod around;
mod at_once;
mod away_sides;
mod barred;
mod before_that;
mod begun;
mod behind_since;
mod bidden;
mod bodies;
mod called;
mod candidates;
mod capacity;
mod co_chaired;
mod come_and_gone;
mod come_for;
mod commented;
mod companions;
mod contrast;
mod convened;
mod days_ahead;
mod delegates;
mod denied;
mod deputies;
mod discussed;
mod due_in;
mod elaborated;
mod excused;
mod fell_through;
mod firm;
mod follow_on;
mod framed;
mod from_afar;
mod gather;
mod gathering;
mod given_chance;
mod goes_ahead;
mod governor;
mod held_in;
mod here_and_there;
mod host_clause;
mod hosts;
mod in_addition;
mod in_detail;
mod in_general;
mod in_turn;
mod invited_to;
mod journeymates;
mod journeys;
mod kept_from;
mod lasting;
mod left;
mod likewise;
mod listed;
mod marked;
mod matters;
mod members;
mod merged;
mod met_before;
mod met_there;
mod missed;
mod moved;
mod named_absence;
mod named_body;
mod named_days;
mod no_occasion;
mod no_party;
mod no_person;
mod no_plans;
mod no_visit;
mod nobody;
mod not_gone;
mod nouns;
mod now_and_then;
mod numbered;
mod occasioned;
mod of_two;
mod offices_met;
mod one_end;
mod one_journey;
mod one_name;
mod only_named;
mod opened_there;
mod other_days;
mod over;
mod own_affairs;
mod own_view;
mod parties;
mod phrases;
mod placed_before;
mod pointed;
mod posted;
mod principals;
mod private;
mod purpose;
mod recalled;
mod received;
mod refused;
mod requested;
mod rows;
mod same;
mod same_day;
mod same_parties;
mod scene;
mod seeing;
mod sent_for;
mod sessions;
mod set_off;
mod set_out;
mod setting;
mod settle;
mod signals;
mod signers;
mod spoke_after;
mod spread;
mod stage;
mod standing_format;
mod status;
mod stayed;
mod sums;
mod sure;
mod taken_to;
mod then_to;
mod together;
mod told;
mod told_alone;
mod told_by_phone;
mod told_from;
mod told_of;
mod two_words;
mod undone;
mod untold;
mod unwilling;
mod verbs;
mod visas;
mod visited_by;
mod visiting;
mod was_there;
mod was_to;
mod weighed;
mod welcomed;
mod whole_lists;
mod whom;
mod whose_officials;
mod without;

pub(crate) use gather::{Asked, Frame, meetings};
pub(crate) use merged::Pair;
pub(super) use told_of::stands_apart;
pub(super) use two_words::is_paid_a_call;
pub(crate) use weighed::Weighed;

use crate::entities::MemberId;
use crate::surface::Run;
use chancery_model::{AttendanceStatus, MeetingKind, MeetingStatus, When};

/// Words that stand for a meeting, with what they and their clause tell of it.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property that the words have or have not"
)]
struct Trigger {
    /// The words for the meeting.
    run: Run,
    /// The verb, or the head noun.
    head: usize,
    /// What kind of occasion the words name.
    kind: MeetingKind,
    /// Whether it took place, as the clause tells.
    status: MeetingStatus,
    /// Whether the words tell the status, rather than leaving it open.
    certain: bool,
    /// When, as the clause tells.
    when: When,
    /// Where: the tokens of the most specific place.
    place: Option<PlaceWords>,
    /// Who takes part, with the words that say so.
    parties: Vec<(MemberId, Run)>,
    /// "the", "that", "this": an occasion known already.
    definite: bool,
    /// A noun that by itself names no occasion ("talks" as a topic): counts only if it is anaphoric.
    weak: bool,
    /// Words of a name of its own ("strategic stability"), in lower case.
    name: Vec<String>,
    /// "in a summit" after a verb of meeting: the noun says more of what the verb tells.
    after_verb: bool,
    /// Whether it lies on the margins of the next trigger's meeting.
    margins: bool,
    /// Parties met one after the other ("separate calls with A and B"): an occasion for each of these.
    apart: Vec<Vec<MemberId>>,
    /// The destinations of a tour, by name.
    stops: Vec<String>,
    /// Who will not have it, with the words that say so.
    refusing: Vec<(MemberId, Run)>,
    /// Who is told to be away from it.
    away: Vec<MemberId>,
    /// Whether the network has it or its parties.
    marked: bool,
}

impl Trigger {
    /// One of which no more is told than that.
    fn bare(run: Run, head: usize, kind: MeetingKind, status: MeetingStatus) -> Self {
        Self {
            run,
            head,
            kind,
            status,
            certain: false,
            when: When::default(),
            place: None,
            parties: Vec::new(),
            definite: false,
            weak: false,
            name: Vec::new(),
            after_verb: false,
            margins: false,
            apart: Vec::new(),
            stops: Vec::new(),
            refusing: Vec::new(),
            away: Vec::new(),
            marked: false,
        }
    }
}

/// Where a meeting is held.
#[derive(Debug, Clone, PartialEq, Eq)]
enum PlaceWords {
    /// A city, region or venue: its tokens.
    Place(Run),
    /// Only the state.
    State(MemberId),
}

/// Somebody's tie to a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attend {
    /// Who.
    pub(crate) who: MemberId,
    /// Came, or not.
    pub(crate) status: AttendanceStatus,
    /// The words that say so.
    pub(crate) evidence: Run,
    /// Host, mediator, …
    pub(crate) capacity: Option<&'static str>,
    /// What told it.
    pub(crate) by: Teller,
    /// How clear the decision for it was, from 0 to 9.
    pub(crate) clear: u8,
}

/// What told of a tie to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Teller {
    /// The words of the meeting themselves: "Lee met Kim".
    Words,
    /// Words of presence or absence: "Lee skipped the talks".
    Presence,
    /// The network's marks.
    Marks,
    /// Somebody who takes part for them.
    Side,
    /// What is learnt of signals from all of these.
    Signals,
}

impl Teller {
    /// In a word.
    const fn word(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Presence => "presence",
            Self::Marks => "marks",
            Self::Side => "side",
            Self::Signals => "signals",
        }
    }
}

/// A meeting while it is still made of tokens.
#[derive(Debug, Clone)]
pub(crate) struct Occasion {
    /// What kind.
    pub(crate) kind: MeetingKind,
    /// Whether it took place.
    pub(crate) status: MeetingStatus,
    /// When.
    pub(crate) when: When,
    /// Where.
    pub(crate) place: Option<MemberId>,
    /// The words for it, in order.
    pub(crate) mentions: Vec<Run>,
    /// Words of its names, in lower case.
    pub(crate) names: Vec<String>,
    /// The destinations of a tour, by name.
    pub(crate) stops: Vec<String>,
    /// Who was there.
    pub(crate) attendance: Vec<Attend>,
    /// How clear the decision on its status was, from 0 to 9.
    pub(crate) clear: u8,
}

impl Occasion {
    /// One of which no more is told than that.
    pub(crate) fn bare(kind: MeetingKind, status: MeetingStatus) -> Self {
        Self {
            kind,
            status,
            when: When::default(),
            place: None,
            mentions: Vec::new(),
            names: Vec::new(),
            stops: Vec::new(),
            attendance: Vec::new(),
            clear: 0,
        }
    }

    /// The status that somebody who takes part has.
    pub(crate) const fn taking_part(&self) -> AttendanceStatus {
        match self.status {
            MeetingStatus::Held | MeetingStatus::Ongoing => AttendanceStatus::Attended,
            _ => AttendanceStatus::Expected,
        }
    }

    /// Adds somebody's tie; of two for one member the first that is not mere presence wins.
    pub(crate) fn attend(&mut self, attend: Attend, own_word: bool) {
        let present = |status: AttendanceStatus| {
            matches!(status, AttendanceStatus::Attended | AttendanceStatus::Expected)
        };
        match self.attendance.iter_mut().find(|known| known.who == attend.who) {
            Some(known) if present(known.status) && !present(attend.status) => *known = attend,
            // "without Chad, which Mali did not invite": why somebody was away says more.
            Some(known)
                if known.status == AttendanceStatus::Absent
                    && (attend.status == AttendanceStatus::Excluded
                        || attend.evidence.start != known.evidence.start)
                    && attend.by == Teller::Presence
                    && !present(attend.status) =>
            {
                *known = attend;
            }
            // Their own word ("We, the ministers of …, met") is better than the report of it.
            Some(known) if own_word && known.status == attend.status => *known = attend,
            Some(_) => {}
            None => self.attendance.push(attend),
        }
    }
}
