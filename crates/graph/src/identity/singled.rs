//! Whether a report singles out an occasion, or speaks of contacts in general.

use super::title::Title;
use crate::Report;
use chancery_model::{Date, EntityKind, Meeting};

/// Whether a reader could tell an occasion from others by what its report says of it: what it is
/// called, who was there, or on which day and where.
///
/// "The delegation will also meet with civil society" and "further talks" are told in the report and
/// have no node in the graph, where nothing could be said of them, nor they be found again.
pub(crate) fn is_singled_out(report: &Report, meeting: &Meeting) -> bool {
    let persons = meeting.attendance.iter().filter(|it| it.who.kind() == EntityKind::Person);
    let persons = persons.count();
    let sides = meeting.attendance.len() - persons;
    let day = meeting.when.from.is_some_and(Date::is_day) && meeting.when.to.is_some();
    let place = meeting.place.is_some();
    let told = match (persons, sides) {
        (0, 0) => day && place,
        // "She will also meet with members of civil society": whom she met is not told.
        (0, 1) | (1, 0 | 1) => day || place,
        _ => true,
    };
    told || Title::of(report, meeting).is_some_and(|it| it.is_name())
}
