//! States inside other names, and names that stand for states: text in, states with how often they are
//! named, or who attended, out.

mod show;

use chancery_model::EntityKind;

/// Compares the states of a text, each with how often it is named.
#[track_caller]
fn check(text: &str, expected: &str) {
    let (facts, _) = show::read(text, "2021-06-15");
    let states = facts.entities.iter().filter(|it| it.kind() == EntityKind::State);
    let shown: Vec<String> =
        states.map(|it| format!("{} {}", it.id.rest(), it.mentions.len())).collect();
    assert_eq!(shown.join(" | "), expected, "{text}");
}

/// Compares who attended the one meeting of a text.
#[track_caller]
fn check_there(text: &str, expected: &str) {
    let (facts, _) = show::read(text, "2021-06-15");
    let there = facts.meetings.iter().flat_map(|meeting| &meeting.attendance);
    let shown: Vec<&str> = there.map(|it| it.who.rest()).collect();
    assert_eq!(shown.join(" | "), expected, "{text}");
}

#[test]
fn an_administration_is_the_state_it_governs() {
    check("The Obama administration said talks will begin. The administration was glad.", "US 2");
    check("The Biden-Harris Administration welcomed the deal.", "US 1");
    check("The Obama family said talks will begin. The administration was glad.", "");
}

#[test]
fn what_is_called_after_a_state_is_not_it() {
    check("Ships left the Panama Canal, and Panama said so.", "PA 1");
    check("The Congo Basin is large.", "");
    check("British Columbia agreed. The British minister agreed.", "GB 1");
    check("Write to OES-PA-DG@state.gov.", "");
    check("A native of Prague, Ann Lee spoke.", "");
}

#[test]
fn where_an_envoy_is_sent_takes_no_part_for_it() {
    check_there("The Malian ambassador to Chad, Ann Lee, met Bo Ek.", "ann-lee | bo-ek | ML");
    check_there(
        "The Malian ambassador to Chad, Ann Lee, met Chadian officials.",
        "ann-lee | TD | ML",
    );
    check_there(
        "NATO's Secretary General Ann Lee of Mali met Bo Ek.",
        "ann-lee | bo-ek | north-atlantic-treaty-organization",
    );
}
