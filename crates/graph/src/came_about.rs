//! What two say before their meeting is put out when the meeting has begun: the text speaks of it as
//! still to be, the archive knows that it came about.

use chancery_model::{AttendanceStatus, EntityId, EntityKind, Facts, MeetingStatus, fold};
use std::collections::HashSet;

/// Phrases of titles, folded.
const BEFORE: &[&str] = &[" before their ", " before meeting "];

/// Makes held what the title of a text says it was said before, of the day on which it was put out:
/// those who were expected at it attended.
///
/// Changes nothing the second time.
///
/// # Complexity
/// O(title) where the title says no such thing, else O(facts).
pub(crate) fn came_about(facts: &mut Facts) {
    let Some(title) = facts.document.title.as_deref().map(|title| format!("{} ", fold(title)))
    else {
        return;
    };
    let before = BEFORE.iter().any(|phrase| title.contains(phrase));
    let Some(published) = facts.document.published.filter(|_| before) else { return };
    let words: HashSet<&str> = title.split(' ').collect();
    let named: HashSet<&EntityId> = facts
        .entities
        .iter()
        .filter(|it| it.kind() == EntityKind::Person)
        .filter(|it| fold(&it.name).split(' ').next_back().is_some_and(|last| words.contains(last)))
        .map(|it| &it.id)
        .collect();
    for meeting in &mut facts.meetings {
        let today = meeting.when.from == Some(published) && meeting.when.to == Some(published);
        let theirs = meeting.attendance.iter().filter(|it| named.contains(&it.who)).count() > 1;
        if meeting.status != MeetingStatus::Planned || !today || !theirs {
            continue;
        }
        meeting.status = MeetingStatus::Held;
        for attend in &mut meeting.attendance {
            if attend.status == AttendanceStatus::Expected {
                attend.status = AttendanceStatus::Attended;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How the meeting stands and who was there, of a text with that title on that day.
    fn stands(title: &str, day: &str) -> String {
        let json = format!(
            r#"{{"document": {{"id": "note", "title": "{title}", "published": "2022-05-20", "source": null}},
            "entities": [
              {{"id": "person:ann-lee", "kind": "person", "name": "Ann Lee", "mentions": [[0, 7]]}},
              {{"id": "person:bo-hill", "kind": "person", "name": "Bo Hill", "mentions": [[8, 15]]}}],
            "meetings": [{{"id": "m1", "kind": "talks", "status": "planned",
              "from": "{day}", "to": "{day}", "mentions": [[16, 20]], "attendance": [
                {{"who": "person:ann-lee", "status": "expected", "evidence": [0, 7]}},
                {{"who": "person:bo-hill", "status": "expected", "evidence": [8, 15]}}]}}],
            "roles": [], "statements": [], "goals": [], "attitudes": []}}"#
        );
        let mut facts = Facts::from_json(&json).expect("facts");
        came_about(&mut facts);
        let once = facts.clone();
        came_about(&mut facts);
        assert_eq!(facts, once);
        let meeting = &facts.meetings[0];
        let there = meeting.attendance.iter().map(|it| it.status.to_string());
        format!("{}: {}", meeting.status, there.collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn what_is_said_before_a_meeting_is_put_out_when_it_has_begun() {
        let title = "Secretary Ann Lee and Bo Hill Before Their Meeting";
        assert_eq!(stands(title, "2022-05-20"), "held: attended, attended");
        assert_eq!(stands(title, "2022-05-21"), "planned: expected, expected");
        assert_eq!(stands("Ann Lee to Meet Bo Hill", "2022-05-20"), "planned: expected, expected");
        assert_eq!(
            stands("Secretary Kim Before Their Meeting", "2022-05-20"),
            "planned: expected, expected"
        );
    }
}
