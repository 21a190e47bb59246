//! Whether a report singles out an occasion, or speaks of contacts in general.

use super::title::Title;
use crate::Report;
use chancery_model::{Date, EntityId, EntityKind, Meeting, MeetingKind, Span, fold};

/// Words of the label before a turn at most: "SECRETARY BLINKEN", "FOREIGN MINISTER AL THANI".
const LABEL: usize = 7;

/// Words before those for several gatherings up to their number and before it, at most.
const NUMBER: usize = 4;

/// Labels of a text that is said in turns, if they are not in capitals, at least.
const TURNS: usize = 3;

/// Letters of a label at least.
const LETTERS: usize = 3;

/// What a reader of a report can tell from others.
pub(crate) struct Singled<'a> {
    report: &'a Report,
    /// Whether it is what somebody said aloud, where "we talk with them" and "that meeting" are
    /// seldom an occasion and hardly ever one that could be found again.
    spoken: bool,
    /// The meeting of those whom the title names, if that is what is said aloud at it.
    of_the_title: Option<&'a Meeting>,
}

impl<'a> Singled<'a> {
    pub(crate) fn of(report: &'a Report) -> Self {
        // The words of a large table wait on the disk, and it tells of no meeting in this way.
        let spoken = !report.facts().meetings.is_empty() && is_spoken(report.text());
        let mut meetings = report.facts().meetings.iter();
        let of_the_title =
            spoken.then(|| meetings.find(|it| is_of_the_title(report, it))).flatten();
        Self { report, spoken, of_the_title }
    }

    /// Whether it is the meeting of those whom the title names, over what was said at it.
    pub(super) fn is_of_the_title(&self, meeting: &Meeting) -> bool {
        self.of_the_title == Some(meeting)
    }

    /// Whether a reader could tell an occasion from others by what its report says of it: what it is
    /// called, or who was there; in speech also when or where, and of sides of which nobody is named
    /// in any text.
    ///
    /// "The delegation will also meet with civil society" and "further talks" are told in the report
    /// and have no node in the graph, where nothing could be said of them, nor they be found again.
    pub(crate) fn is_out(&self, meeting: &Meeting) -> bool {
        let persons = meeting.attendance.iter().filter(|it| it.who.kind() == EntityKind::Person);
        let persons = persons.count();
        let sides = meeting.attendance.len() - persons;
        let day = meeting.when.from.is_some_and(Date::is_day) && meeting.when.to.is_some();
        let place = meeting.place.is_some();
        // "To hold additional meetings with partners", on a trip of some days: all of them.
        let several = meeting.when.from != meeting.when.to && self.is_several(meeting);
        let journey = meeting.kind == MeetingKind::Visit && place && !meeting.when.is_unknown();
        let told = match (persons, sides) {
            (0, 0) => false,
            // "She will also meet with members of civil society": whom she met is not told, and many a
            // report of a trip has that; a day and a place tell which.
            (0, 1) | (1, 0 | 1) if meeting.kind != MeetingKind::Visit && self.is_alone(meeting) => {
                day && place && !several
            }
            (0, 1) | (1, 0 | 1) => day && place || !self.spoken && (day || place) || journey,
            // "The talks between the two states", on no day, may be any.
            (0, _) => day || !self.spoken && (place || !meeting.when.is_unknown()),
            _ => day || journey || !self.spoken || self.is_of_the_title(meeting),
        };
        let is_called = |title: Title| {
            if self.spoken && !day { title.is_telling() } else { title.is_name() }
        };
        (told || Title::of(self.report, meeting).is_some_and(is_called)) && !self.are_two(meeting)
    }

    /// Whether its words are for the next two or more of a series, each of which is one: "the next two UN
    /// Climate Change Conferences".
    fn are_two(&self, meeting: &Meeting) -> bool {
        let text = self.report.text();
        let are = |span: Span| {
            let words = span.of(text).map(fold).unwrap_or_default();
            let last = words.rsplit(' ').next().unwrap_or_default();
            let several = matches!(last, "conferences" | "dialogues" | "ministerials" | "summits");
            let before = text.get(..span.start()).unwrap_or_default();
            let mut before = before.rsplit(' ').filter(|word| !word.is_empty()).take(NUMBER);
            let number = before.find(|word| matches!(*word, "two" | "three" | "four"));
            let series = |word: &str| matches!(word, "last" | "next" | "past" | "previous");
            several && number.is_some() && before.next().is_some_and(series)
        };
        let mut spans = meeting.mentions.iter().map(|it| it.span).peekable();
        spans.peek().is_some() && spans.all(are)
    }

    /// Whether its words are for several meetings.
    fn is_several(&self, meeting: &Meeting) -> bool {
        let mut words = meeting.mentions.iter().peekable();
        words.peek().is_some()
            && words.all(|it| {
                let words = it.span.of(self.report.text()).map(fold).unwrap_or_default();
                let last = words.rsplit(' ').next();
                matches!(last, Some("consultations" | "discussions" | "engagements" | "meetings"))
            })
    }

    /// Whether nobody but one, and whom they serve, is told to be there.
    fn is_alone(&self, meeting: &Meeting) -> bool {
        let roles = &self.report.facts().roles;
        let who = || meeting.attendance.iter().map(|it| &it.who);
        let person = who().find(|who| who.kind() == EntityKind::Person);
        let side = who().find(|who| who.kind() != EntityKind::Person);
        match (person, side) {
            (Some(person), Some(side)) => {
                let mut own = roles.iter().filter(|role| role.person == *person);
                own.any(|role| role.of.as_ref() == Some(side))
            }
            _ => true,
        }
    }
}

/// Whether the title names two who are at a meeting, which is then what the text is about: "the
/// Secretary and the Foreign Minister before their meeting".
fn is_of_the_title(report: &Report, meeting: &Meeting) -> bool {
    let facts = report.facts();
    let Some(title) = facts.document.title.as_deref().map(fold) else { return false };
    let is_named = |who: &EntityId| {
        let entity = facts.entities.iter().find(|it| it.id == *who).map(|it| fold(&it.name));
        let last = entity.as_deref().and_then(|name| name.split(' ').next_back());
        last.is_some_and(|last| title.split(' ').any(|word| word == last))
    };
    let persons = meeting.attendance.iter().map(|it| &it.who);
    let mut named = persons.filter(|who| who.kind() == EntityKind::Person && is_named(who));
    meeting.kind != MeetingKind::Call && named.nth(1).is_some()
}

/// Words with which the label of a turn begins: those that ask, and forms of address and offices of
/// those that speak.
const SPEAKERS: &[&str] = &[
    "ACTING",
    "ADMIRAL",
    "AMBASSADOR",
    "ANSWER",
    "ASSISTANT",
    "CHAIR",
    "CHAIRMAN",
    "CHAIRWOMAN",
    "CHANCELLOR",
    "COMMISSIONER",
    "CONGRESSMAN",
    "CONGRESSWOMAN",
    "COORDINATOR",
    "COUNSELOR",
    "DEPUTY",
    "DIRECTOR",
    "DR",
    "EMIR",
    "FOREIGN",
    "GENERAL",
    "GOVERNOR",
    "INTERPRETER",
    "JUDGE",
    "KING",
    "MADAM",
    "MINISTER",
    "MODERATOR",
    "MR",
    "MRS",
    "MS",
    "OPERATOR",
    "PARTICIPANT",
    "PREMIER",
    "PRESIDENT",
    "PRIME",
    "PROFESSOR",
    "QUESTION",
    "REPRESENTATIVE",
    "SECRETARY",
    "SENATOR",
    "SENIOR",
    "SHEIKH",
    "SPEAKER",
    "SPECIAL",
    "SPOKESPERSON",
    "STAFF",
    "TRANSLATOR",
    "UNDER",
    "VICE",
];

/// Whether a text is what was said in turns: a paragraph of it begins with who speaks, in capitals
/// and with a colon. Where the label tells neither an office nor a turn ("BAERBOCK:"), there are
/// two: one alone is also where a report comes from, or a note to it. Where it is not in capitals ("Mr.
/// Lee:"), there are three.
pub(super) fn is_spoken(text: &str) -> bool {
    let mut labels = text.lines().filter_map(label);
    let Some(first) = labels.next() else {
        return text.lines().filter(|line| is_written_out(line)).nth(TURNS - 1).is_some();
    };
    let second = labels.next();
    second.is_some() || is_of_a_speaker(first)
}

/// What stands before a colon at the beginning of a line, if it can be who speaks.
fn label(line: &str) -> Option<&str> {
    let (label, said) = line.trim_start().split_once(':')?;
    let letters = || label.chars().filter(|letter| letter.is_alphabetic());
    let is_label = label.split_whitespace().count() <= LABEL
        && letters().count() >= LETTERS
        // Letters of scripts that have no capitals are none either.
        && letters().all(char::is_uppercase)
        // "UPDATED 14:30".
        && !label.contains(char::is_numeric)
        && !said.trim().is_empty();
    is_label.then_some(label)
}

/// Whether a line begins with who speaks, by form of address or office, or as one who asks: "Mr. Lee: Good
/// morning", "Question: Thank you".
fn is_written_out(line: &str) -> bool {
    let Some((label, said)) = line.trim_start().split_once(':') else { return false };
    let words = || label.split_whitespace();
    let opens = words().next().map(|word| word.trim_end_matches('.').to_uppercase());
    let known = opens.is_some_and(|word| SPEAKERS.contains(&&*word));
    let named = words().count() > 1
        || matches!(label, "Interpreter" | "Moderator" | "Operator" | "Participant" | "Question");
    known
        && named
        && words().count() <= LABEL
        && words().all(|word| word.starts_with(char::is_uppercase))
        && !said.trim().is_empty()
}

fn is_of_a_speaker(label: &str) -> bool {
    let first = label.split(|letter: char| !letter.is_alphabetic()).find(|word| !word.is_empty());
    first.is_some_and(|first| SPEAKERS.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_spoken_where_a_paragraph_begins_with_who_speaks() {
        assert!(is_spoken("Washington\n\nSECRETARY BLINKEN:  Good morning."));
        assert!(is_spoken("MR. O’NEIL: Thank you."));
        assert!(is_spoken("UNDER-SECRETARY NULAND: Thank you."));
        assert!(is_spoken("BAERBOCK: Thank you.\n\nКУЛЕБА: Thank you, too."));
        assert!(is_spoken("Moderator: Hello.\n\nQuestion: Why?\n\nMr. Lee: That is so."));
        assert!(!is_spoken("Question: Why?\n\nAnswers to come"));
        assert!(!is_spoken("The Secretary met today with the Foreign Minister."));
        assert!(!is_spoken("PARTICIPANTS:\nA list of them"));
        assert!(!is_spoken("Remarks: none"));
        assert!(!is_spoken("5:30 p.m. The Secretary meets the Minister."));
    }

    #[test]
    fn a_text_is_not_spoken_for_one_line_that_begins_in_capitals() {
        assert!(!is_spoken("ISLAMABAD: Foreign Minister Dar met Wang Yi on Tuesday."));
        assert!(!is_spoken("Dar met Wang Yi.\nNOTE: They had met before."));
        assert!(!is_spoken("Dar met Wang Yi.\nREAD MORE: What Pakistan hopes for"));
        assert!(!is_spoken("UPDATED 14:30 GMT\nUPDATED 15:30 GMT\nDar met Wang Yi."));
        // Letters that are neither great nor small.
        assert!(!is_spoken("وزير الخارجية: اجتمع\nالرئيس: اجتمع"));
        assert!(!is_spoken("外交部长: 会见\n发言人: 会见"));
    }
}
