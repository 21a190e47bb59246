//! Cases of goals: a text in, who wants what out.

mod show;

use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expected: Expect) {
    let (facts, text) = show::read(text, "2021-06-15");
    expected.assert_eq(&show::goals(&facts, &text));
}

#[test]
fn a_list_of_goals_is_told_one_by_one() {
    check(
        "Chad called on Mali to end the violence, restore democracy, and free those detained.",
        expect![[r"
        TD sought: end the violence (according to TD)
        TD sought: restore democracy (according to TD)
        TD sought: free those detained (according to TD)
    "]],
    );
    check(
        "Chad and Mali agreed to pursue three goals: to reopen the border, to share water, and to build a road.",
        expect![[r"
        TD+ML agreed: reopen the border
        TD+ML agreed: share water
        TD+ML agreed: build a road
    "]],
    );
    check(
        "Chad and Mali pledged to protect and defend the border.",
        expect![[r"
        TD+ML agreed: protect and defend the border
    "]],
    );
}

#[test]
fn what_is_discussed_is_no_goal_and_what_is_to_be_reached_is() {
    check("Chad and Mali discussed trade.", expect![[""]]);
    check(
        "Chad and Mali discussed efforts to end the war.",
        expect![[r"
        TD+ML sought: end the war
    "]],
    );
    check("Ministers of Chad and Mali met in Oslo to discuss trade.", expect![[""]]);
    check(
        "Ministers of Chad and Mali met in Oslo to end the war.",
        expect![[r"
        TD+ML sought: end the war
    "]],
    );
}

#[test]
fn a_goal_is_of_whoever_stands_beside_the_noun() {
    check(
        "The minister of Mali welcomed Chad's commitment to reopen the border.",
        expect![[r"
        TD agreed: reopen the border (according to ML)
    "]],
    );
    check(
        "Mali's president, Ann Lee, stressed the importance of a free border.",
        expect![[r"
        ML sought: a free border (according to ann-lee)
    "]],
    );
}

#[test]
fn what_will_not_be_done_is_rejected() {
    check(
        "Chad would not accept any deal.",
        expect![[r"
        TD rejected: accept any deal
    "]],
    );
    check(
        "Chad refused on Thursday to reopen the border.",
        expect![[r"
        TD rejected: reopen the border
    "]],
    );
    check(
        "Mali said it would buy its own boats.",
        expect![[r"
        ML sought: buy its own boats (according to ML)
    "]],
    );
}

#[test]
fn a_goal_ends_before_what_only_adds_to_it() {
    check(
        "Chad agreed on Saturday to clear the mines along the river, including those at the border.",
        expect![[r"
            TD agreed: clear the mines along the river
        "]],
    );
    check(
        "Chad agreed to strengthen the army, efforts to counter threats, and the importance of peace.",
        expect![[r"
        TD agreed: strengthen the army
        TD sought: counter threats
    "]],
    );
}

#[test]
fn a_goal_that_is_talked_over_with_somebody_is_shared() {
    check(
        "Chad's envoy, Ann Lee, will meet with Mali's foreign minister, Bo Kim, to discuss ways to end the war.",
        expect![[r"
            TD+ML sought: end the war
        "]],
    );
    // What one side presses for is its own.
    check(
        "Chad's envoy, Ann Lee, will meet with Mali's foreign minister, Bo Kim, to urge an end to the war.",
        expect![[r"
            TD sought: urge an end to the war
        "]],
    );
    check(
        "Chad works closely with Mali to reopen the border.",
        expect![[r"
        TD+ML sought: reopen the border
    "]],
    );
}

#[test]
fn we_are_whoever_speaks() {
    check(
        "Antony J. Blinken, Secretary of State\n\nBo Kim, Foreign Minister of Mali\n\nSECRETARY BLINKEN:  \
         Good morning. The United States is with Mali.\n\nFOREIGN MINISTER KIM:  Thank you. We want to \
         reopen the border. Together we want to clear the mines.",
        expect![[r"
            ML sought: reopen the border
            ML+US sought: clear the mines
        "]],
    );
}

#[test]
fn an_aside_has_no_goals_of_its_own() {
    check(
        "Chad held talks in Lima, which Mali will host again in July, in an effort to reopen the border.",
        expect![[r"
            TD sought: reopen the border
        "]],
    );
    check(
        "Mali welcomed Chad's decision to reopen the border.",
        expect![[r"
        TD agreed: reopen the border (according to ML)
    "]],
    );
}

#[test]
fn what_others_fear_is_nobodys_goal() {
    check(
        "The talks sent Mali scrambling for a seat amid concerns that Chad and Niger could press ahead with a deal that won't be favourable to it.",
        expect![[r""]],
    );
}
