use crate::NodeName;
use std::fmt;

/// Why two names, or two reports, were taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Somebody decided so.
    Decided,
    /// The same words, written apart or together, with a form of address or without.
    SameWords,
    /// The same words in another order.
    Order,
    /// One leaves out, or shortens, what stands between given name and surname.
    MiddleName,
    /// One is the other with more before it.
    Ending,
    /// Spellings of one name, and the same state or office.
    Spelling,
    /// Initials of the other, and the same state or office.
    Initials,
    /// A short form of the given name, and the same state, office or report.
    ShortForm,
    /// One goes on where the other ends, and the same state or office.
    Beginning,
    /// A bare name with the office, or the state, of one who bears it.
    Office,
    /// A bare name that one person bears far more than all others.
    BestKnown,
    /// The same people met in the same way on the same day.
    SamePeople,
    /// The same parties met in the same way on the same day, and only one report names who.
    SameParties,
    /// The same name of an occasion, at one time.
    SameOccasion,
    /// It was announced for days on which just one such meeting took place.
    Announced,
    /// The words of one are among those of the other, in their order, and the same state or office.
    Within,
    /// A bare name, told of beside a state that only one who bears it has to do with.
    Beside,
    /// A bare name that only one person is known to bear.
    OnlyOne,
    /// It is told of without a day, and was the last one of the same people.
    Lately,
    /// They have one id elsewhere, such as `wikidata:Q159`.
    SameId,
    /// The same visitor came to the same place, at one time.
    SameVisit,
    /// The same people met, as one report has it a day after the other.
    DayOff,
    /// A given name, of the one of that name whom documents of the same series name in full.
    Circle,
    /// The words of one name of an occasion are among those of the other's, at one time and place.
    LikeOccasion,
    /// The same sentence tells of both.
    SameSentence,
    /// Announced for the days of a trip, and told of again without a day, of the same people.
    SameTrip,
    /// The same sides met in one place, at one time.
    SameSides,
    /// Little is told of one, and the other is the only one of those days that it can be.
    OnlyFit,
}

impl Reason {
    /// The reason of a number, as files hold it.
    pub(crate) fn from_raw(raw: u8) -> Option<Self> {
        let all = [
            Self::Decided,
            Self::SameWords,
            Self::Order,
            Self::MiddleName,
            Self::Ending,
            Self::Spelling,
            Self::Initials,
            Self::ShortForm,
            Self::Beginning,
            Self::Office,
            Self::BestKnown,
            Self::SamePeople,
            Self::SameParties,
            Self::SameOccasion,
            Self::Announced,
            Self::Within,
            Self::Beside,
            Self::OnlyOne,
            Self::Lately,
            Self::SameId,
            Self::SameVisit,
            Self::DayOff,
            Self::Circle,
            Self::LikeOccasion,
            Self::SameSentence,
            Self::SameTrip,
            Self::SameSides,
            Self::OnlyFit,
        ];
        all.get(usize::from(raw)).copied()
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Decided => "decided",
            Self::SameWords => "the same words",
            Self::Order => "the same words in another order",
            Self::MiddleName => "one leaves out or shortens a middle name",
            Self::Ending => "one is the end of the other",
            Self::Spelling => "spellings of one name, of one state or office",
            Self::Initials => "initials of the other, of one state or office",
            Self::ShortForm => "a short form of the given name, of one state, office or report",
            Self::Beginning => "one is the beginning of the other, of one state or office",
            Self::Office => "the name with that office or state",
            Self::BestKnown => "the best known bearer of the name",
            Self::SamePeople => "the same people on the same day",
            Self::SameParties => "the same parties on the same day",
            Self::SameOccasion => "the same name of an occasion, at one time",
            Self::Announced => "announced for days on which just one took place",
            Self::Within => "the words of one are among the other's, of one state or office",
            Self::Beside => "the bearer of the name who has to do with the state told of",
            Self::OnlyOne => "the only known bearer of the name",
            Self::Lately => "the last one of the same people before it was told of",
            Self::SameId => "the same id elsewhere",
            Self::SameVisit => "the same visitor to the same place, at one time",
            Self::DayOff => "the same people, told of a day apart",
            Self::Circle => "the one of that given name in documents of the same series",
            Self::LikeOccasion => "one name of an occasion within the other, at one time and place",
            Self::SameSentence => "the same sentence tells of both",
            Self::SameTrip => "the same people on one trip, of which neither tells the day",
            Self::SameSides => "the same sides in one place, at one time",
            Self::OnlyFit => "the only one of those days that it can be",
        })
    }
}

/// That two names are of one node, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Joined {
    /// The name of one.
    pub one: NodeName,
    /// The name of the other.
    pub other: NodeName,
    /// Why they are taken for one.
    pub reason: Reason,
    /// In how many documents, where that was found for each document by itself.
    pub documents: Option<usize>,
}
