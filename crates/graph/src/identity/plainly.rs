//! Talks that a report tells of plainly: "met today with the Minister", in a readout of them, or what was
//! said "before their meeting".
//!
//! Who holds a dialogue with a name that day, with the same people, holds it besides; and two readouts of
//! one side are of two meetings.

use super::occasion::{Manner, Occasion};
use super::title::Title;
use super::wording;
use crate::{NodeKind, Report};
use chancery_model::{Meeting, MeetingKind, fold};

/// Words for gatherings with a name, and for what two do besides talking.
const GATHERINGS: &[&str] = &[
    "commission",
    "committee",
    "conference",
    "consultations",
    "council",
    "dialogue",
    "forum",
    "launch",
    "mechanism",
    "ministerial",
    "seminar",
    "session",
    "signing",
    "summit",
    "trilateral",
    "workshop",
];

/// How a report is headed that tells plainly of talks: what its readout is of, or nothing.
pub(super) fn heading(report: &Report, meeting: &Meeting, of_the_title: bool) -> Option<String> {
    if meeting.kind != MeetingKind::Talks {
        return None;
    }
    let title = report.facts().document.title.as_deref().map(fold).unwrap_or_default();
    let names_one = |text: &str| text.split(' ').any(|word| GATHERINGS.contains(&word));
    if names_one(&title) {
        return None;
    }
    if of_the_title && title.contains(" their meeting") {
        return Some(String::new());
    }
    let first = meeting.mentions.iter().map(|it| it.span).min()?;
    let words = first.of(report.text()).map(fold)?;
    if !matches!(&*words, "meet" | "meets" | "met") {
        return None;
    }
    let (before, rest) = wording::sentence(report, meeting)?;
    // "On the margins of the Dialogue" it is not that.
    let rest = fold(rest);
    let own = ["margins of", "sidelines of"].iter().find_map(|beside| rest.split_once(beside));
    let own = own.map_or(&*rest, |(own, _)| own);
    let plain = !names_one(&fold(before)) && !names_one(own);
    let is_first = report.facts().meetings.first().is_some_and(|it| it.id == meeting.id);
    // Elsewhere "the two met" may well be short for the dialogue.
    (plain && is_first && is_of_readout(&title)).then_some(title)
}

/// Words before those for a meeting among which "also" tells that it is another.
const ALSO: usize = 3;

/// Whether it is told of beside others: "The Deputy Secretary also met with business leaders".
pub(super) fn is_besides(report: &Report, meeting: &Meeting) -> bool {
    let before = wording::sentence(report, meeting).map(|(before, _)| fold(before));
    before.is_some_and(|before| before.rsplit(' ').take(ALSO).any(|word| word == "also"))
}

/// Whether a title heads a readout.
fn is_of_readout(title: &str) -> bool {
    title.contains(" meeting with ")
}

/// Whether the two are told of as two.
pub(super) fn are_told_apart(a: &Occasion, b: &Occasion) -> bool {
    a.manner == Manner::Table
        && b.manner == Manner::Table
        && (is_beside(a, b) || is_beside(b, a) || are_two_readouts(a, b))
}

/// Whether one is plainly talks of two, and the other a dialogue with a name.
fn is_beside(plain: &Occasion, named: &Occasion) -> bool {
    let is_gathering = |title: &Title| title.is_name() && title.is_of_a_gathering();
    // Who serves nobody stands for no side.
    let sides =
        |it: &Occasion| it.parties.keys().filter(|party| party.kind() != NodeKind::Person).count();
    plain.plainly.is_some()
        && sides(plain) == 2
        && sides(named) == 2
        && named.plainly.is_none()
        && !named.of_the_title
        && !plain.title.as_ref().is_some_and(Title::is_name)
        && named.title.as_ref().is_some_and(is_gathering)
}

/// Whether each is what a readout of one side is of, and those are headed otherwise.
fn are_two_readouts(a: &Occasion, b: &Occasion) -> bool {
    let (Some(one), Some(other)) = (&a.plainly, &b.plainly) else { return false };
    let parts = |title: &str| {
        let (who, whom) = title.split_once(" meeting with ")?;
        Some((who.to_owned(), whom.to_owned()))
    };
    let (Some((who, whom)), Some((side, others))) = (parts(one), parts(other)) else {
        return false;
    };
    a.document != b.document && who == side && !are_the_same(&whom, &others)
}

/// Whether two headings name the same ones, perhaps one of them in more words: "minister bo", "chadian
/// foreign minister bo".
fn are_the_same(one: &str, other: &str) -> bool {
    // A number tells one readout from the next that is headed so.
    let names = |whom: &str| -> Vec<String> {
        let words: Vec<&str> = whom.split(' ').collect();
        let end = words.len() - usize::from(words.last().is_some_and(|it| is_number(it)));
        words[..end].iter().map(|word| (*word).to_owned()).collect()
    };
    let (one, other) = (names(one), names(other));
    let joined = |words: &[String]| words.iter().filter(|word| *word == "and").count();
    let within = |less: &[String], more: &[String]| less.iter().all(|word| more.contains(word));
    joined(&one) == joined(&other) && (within(&one, &other) || within(&other, &one))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::occasion::Possible;
    use super::super::only_fit::cases::{Told, occasion};
    use super::*;
    use chrono::NaiveDate;

    fn told(line: &str, plainly: Option<&str>) -> Occasion {
        let day = NaiveDate::from_ymd_opt(2022, 3, 3).expect("a day");
        let told = |document| Told {
            document,
            published: day,
            days: Possible::Told(day, day),
            to_be: false,
        };
        let plainly = plainly.map(str::to_owned);
        Occasion { plainly, ..occasion(line, told) }
    }

    #[test]
    fn talks_of_two_are_not_the_dialogue_that_they_hold_besides() {
        let met = told("a: state:US=ann state:AT=bo", Some(""));
        let named = "b called cyber dialogue: state:US=ann state:AT=bo";
        assert!(are_told_apart(&met, &told(named, None)));
        assert!(are_told_apart(&told(named, None), &met));
        assert!(!are_told_apart(&told("a: state:US=ann state:AT=bo", None), &told(named, None)));
        assert!(!are_told_apart(&met, &told("b: state:US=ann state:AT=bo", Some(""))));
        let three = "b called cyber dialogue: state:US=ann state:AT=bo state:CH=cai";
        assert!(!are_told_apart(&met, &told(three, None)));
    }

    #[test]
    fn two_readouts_of_one_side_are_of_two_meetings() {
        let of = |document: &str, title: &str| {
            told(&format!("{document}: state:US=ann state:AT=bo"), Some(title))
        };
        let one = of("a", "secretary s meeting with minister bo");
        assert!(are_told_apart(&one, &of("b", "secretary s meeting with minister bo and others")));
        assert!(!are_told_apart(&one, &of("b", "secretary s meeting with minister bo 2")));
        let chadian = "secretary s meeting with chadian minister bo";
        assert!(!are_told_apart(&one, &of("b", chadian)));
        let seven = of("a", "secretary s meeting with the g7");
        assert!(are_told_apart(&seven, &of("b", "secretary s meeting with the g20")));
        assert!(!are_told_apart(&one, &of("b", "minister s meeting with secretary ann")));
        assert!(!are_told_apart(&one, &of("b", "")));
    }
}
