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

#[test]
fn what_is_refused_or_resisted_is_not_sought() {
    check(
        "Chad rejects any attempt to weaken the union.",
        expect![[r"
        TD rejected: weaken the union (according to TD)
    "]],
    );
    check(
        "Chad does not accept any attempt to shift the border.",
        expect![[r"
        TD rejected: shift the border
    "]],
    );
    check("Chad condemned any attempt to change the border by force.", expect![[""]]);
    check("Chad denied planning to close the border.", expect![[""]]);
    check("Chad denies seeking to overthrow the government of Mali.", expect![[""]]);
    // The attempt stays that of whoever makes it.
    check(
        "Mali rejected Chad's attempt to change the border.",
        expect![[r"
        TD sought: change the border (according to ML)
    "]],
    );
    check(
        "Chad, which opposes any attempt to divide the region, wants a summit.",
        expect![[r"
        TD rejected: divide the region (according to TD)
        TD sought: a summit (according to TD)
    "]],
    );
}

#[test]
fn what_failed_to_be_agreed_is_not_agreed() {
    for text in [
        "Has Chad agreed to the talks?",
        "It is unclear whether Chad has agreed to reopen the border.",
    ] {
        check(text, expect![[""]]);
    }
    // It was sought, or still is.
    for text in [
        "Chad and Mali failed to agree on a truce.",
        "Chad and Mali were unable to agree on a truce.",
        "Chad and Mali have yet to agree on a truce.",
        "Chad and Mali remain far from agreeing on a truce.",
        "Chad and Mali are close to agreeing on a truce.",
        "Chad and Mali hope to sign a truce in May.",
    ] {
        check(
            text,
            expect![[r"
            TD+ML sought: a truce
        "]],
        );
    }
    check(
        "Chad refused to agree to the plan. Mali criticised Chad's refusal to reopen the border.",
        expect![[r"
        TD rejected: agree to the plan
        TD rejected: reopen the border (according to ML)
    "]],
    );
}

#[test]
fn what_is_agreed_not_to_be_done_keeps_its_not() {
    check(
        "Chad and Mali agreed not to send troops.",
        expect![[r"
        TD+ML agreed: not to send troops
    "]],
    );
    check(
        "Chad and Mali agreed to exercise restraint and not to use force.",
        expect![[r"
        TD+ML agreed: exercise restraint
        TD+ML agreed: not to use force
    "]],
    );
    check(
        "Chad urged Mali not to close the border.",
        expect![[r"
        TD sought: not to close the border (according to TD)
    "]],
    );
}

#[test]
fn a_list_below_is_agreed_item_by_item() {
    let items = expect![[r"
        TD+ML agreed: reopen the border
        TD+ML agreed: build a road to Oslo
    "]];
    for text in [
        "Chad and Mali agreed to:\n(a) reopen the border;\n(b) build a road to Oslo.\n\nThey met again.",
        "Chad and Mali agreed to:\n- reopen the border\n- build a road to Oslo",
        "Chad and Mali agreed on the following steps:\n• reopen the border\n• build a road to Oslo",
        "Chad and Mali agreed on the following: first, to reopen the border; second, to build a road to Oslo.",
        "Chad and Mali agreed to reopen the border; and build a road to Oslo.",
        "Chad and Mali agreed to (1) reopen the border and (2) build a road to Oslo.",
    ] {
        let (facts, text) = show::read(text, "2021-06-15");
        items.assert_eq(&show::goals(&facts, &text));
    }
}

#[test]
fn things_that_are_wanted_are_told_one_by_one() {
    check(
        "Chad wants a security guarantee, help with a dam and access to markets.",
        expect![[r"
            TD sought: a security guarantee
            TD sought: help with a dam
            TD sought: access to markets
        "]],
    );
    check(
        "Chad wants Mali to disarm, release the hostages and leave Oslo.",
        expect![[r"
        TD sought: release the hostages
        TD sought: leave Oslo
    "]],
    );
    check(
        "Chad called for an end to attacks on schools, roads and farms.",
        expect![[r"
        TD sought: an end to attacks on schools, roads and farms (according to TD)
    "]],
    );
}

#[test]
fn who_tells_of_a_goal_on_a_day_is_not_who_has_it() {
    check(
        "A Chadian official said on Saturday Mali had agreed to a truce.",
        expect![[r"
        ML agreed: a truce (according to TD)
    "]],
    );
}

#[test]
fn what_only_comments_on_a_goal_is_none() {
    check(
        "Chad and Mali agreed to reopen the border, a sign of warming ties between the two.",
        expect![[r"
        TD+ML agreed: reopen the border
    "]],
    );
    check(
        "Chad and Mali agreed to reopen the border, turning the page on years of strife.",
        expect![[r"
        TD+ML agreed: reopen the border
    "]],
    );
    check("Chad made clear that Mali's actions would not stand unchallenged.", expect![[""]]);
}

#[test]
fn a_goal_is_of_whoever_pursues_it_and_not_of_whoever_tells_it() {
    check(
        "Chad's president, Ann Lee, met Bo Kim in Lima. The Malian foreign ministry said Niger intends to buy boats.",
        expect![[r"
            NE sought: buy boats (according to foreign-ministry-mali)
        "]],
    );
    // What others should do is wanted by whoever says it.
    check(
        "Malian President Bo Kim said Chad should make efforts to reopen the border.",
        expect![[r"
            ML sought: reopen the border (according to bo-kim)
        "]],
    );
    check(
        "Malian President Bo Kim said he hoped that Chad would make efforts to reopen the border.",
        expect![[r"
            ML sought: reopen the border (according to bo-kim)
        "]],
    );
}

#[test]
fn a_ministry_acts_for_its_state_and_a_paper_tells_only() {
    check(
        "Chad's foreign ministry called on Mali to reopen the border.",
        expect![[r"
        TD sought: reopen the border (according to foreign-ministry-chad)
    "]],
    );
    check(
        "The Chadian army plans to reopen the border.",
        expect![[r"
        TD sought: reopen the border
    "]],
    );
    check(
        "Chad and Mali met on Monday. The foreign ministry urged the rebels to reopen the border.",
        expect![[r"
            TD sought: reopen the border (according to foreign-ministry)
        "]],
    );
}

#[test]
fn talks_and_visits_have_the_goals_of_those_who_come() {
    check(
        "The talks between Chad and Niger aimed to reopen the border.",
        expect![[r"
            TD+NE sought: reopen the border
        "]],
    );
    check(
        "Chadian President Ann Lee's visit to Mali aims to reopen the border.",
        expect![[r"
        TD sought: reopen the border
    "]],
    );
}

#[test]
fn who_is_ready_to_work_with_others_speaks_for_one() {
    check(
        "Chad is ready to work with Mali to reopen the border.",
        expect![[r"
        TD sought: reopen the border
    "]],
    );
}

#[test]
fn a_goal_ends_where_something_else_begins() {
    check(
        "Chad urged Mali to halt the attacks if the talks fail.",
        expect![[r"
        TD sought: halt the attacks (according to TD)
    "]],
    );
    check(
        "Chad called on Mali to reopen the border, insisting that delays would cost lives.",
        expect![[r"
            TD sought: reopen the border (according to TD)
        "]],
    );
    check(
        "Chad refused to join the new alliance, was left out and stayed alone.",
        expect![[r"
        TD rejected: join the new alliance
    "]],
    );
    check(
        "Chad rejected the idea of early elections in Mali.",
        expect![[r"
        TD rejected: early elections in Mali (according to TD)
    "]],
    );
}

#[test]
fn what_others_are_to_do_after_that_is_told_one_by_one() {
    check(
        "Chad demanded that Mali should recognize the border, withdraw its troops and release the hostages.",
        expect![[r"
            TD sought: recognize the border (according to TD)
            TD sought: withdraw its troops (according to TD)
            TD sought: release the hostages (according to TD)
        "]],
    );
    check(
        "Chad seeks to persuade Mali to reopen the border.",
        expect![[r"
        TD sought: reopen the border
    "]],
    );
}

#[test]
fn what_one_says_that_one_will_do_is_pledged() {
    check(
        "Chad said it would send troops.",
        expect![[r"
        TD agreed: send troops (according to TD)
    "]],
    );
    check(
        "Chad plans to reopen the border.",
        expect![[r"
        TD sought: reopen the border
    "]],
    );
}

#[test]
fn what_is_told_besides_is_no_part_of_a_goal() {
    for text in [
        "Chad rejected the offer of Mali, calling it unfair.",
        "Chad rejected the offer of Mali, citing its own needs.",
    ] {
        check(
            text,
            expect![[r"
            TD rejected: the offer of Mali (according to TD)
        "]],
        );
    }
    check(
        "Chad and Mali agreed to a ceasefire Monday in Geneva.",
        expect![[r"
        TD+ML agreed: a ceasefire
    "]],
    );
    check(
        "Chad said Mali is trying to build a bomb, and that rebels in Mali buy arms.",
        expect![[r"
        ML sought: build a bomb (according to TD)
    "]],
    );
    check(
        "Chad's decision to reject the offer of Mali was condemned by Niger.",
        expect![[r"
        TD rejected: the offer of Mali
    "]],
    );
}

#[test]
fn each_of_several_is_told_after_its_own_word() {
    check(
        "Chad and Mali call for press freedom and for the full restoration of the internet.",
        expect![[r"
        TD+ML sought: press freedom
        TD+ML sought: the full restoration of the internet
    "]],
    );
    check(
        "Chad reaffirmed its commitment to the fight against piracy, as well as to prevent war in Mali.",
        expect![[r"
        TD agreed: the fight against piracy (according to TD)
        TD agreed: prevent war in Mali (according to TD)
    "]],
    );
    check(
        "Chad is dedicated to protecting the rivers and to ending illegal fishing in Mali.",
        expect![[r"
        TD agreed: protecting the rivers
        TD agreed: ending illegal fishing in Mali
    "]],
    );
}

#[test]
fn what_a_paper_is_for_is_agreed_by_those_who_sign_it() {
    check(
        "Chad and Mali signed a peace deal in May to end the fighting.",
        expect![[r"
        TD+ML agreed: end the fighting
    "]],
    );
    check(
        "Chad signed a treaty with Mali that requires Mali to share water.",
        expect![[r"
        TD+ML agreed: share water
    "]],
    );
    check(
        "Chad signed an agreement with Mali.",
        expect![[r"
        TD+ML agreed: an agreement with Mali
    "]],
    );
}

#[test]
fn what_is_decided_against_is_rejected() {
    check(
        "Chad decided to boycott the talks in Mali.",
        expect![[r"
        TD rejected: the talks in Mali
    "]],
    );
    check(
        "Chad urged Mali to reject the offer.",
        expect![[r"
        TD sought: reject the offer (according to TD)
    "]],
    );
    check(
        "Chad refused calls from Mali to release the prisoners.",
        expect![[r"
        ML sought: release the prisoners (according to TD)
        TD rejected: release the prisoners (according to TD)
    "]],
    );
    check(
        "Foreign Minister Lee of Chad said Mali \"has no intention of\" leaving Niger.",
        expect![[r"
        ML rejected: leaving Niger (according to lee)
    "]],
    );
}

#[test]
fn claims_answers_and_what_only_happens_are_no_goals() {
    for text in [
        "Chad rejected the report of Mali as absurd.",
        "Chad rejects the claim that Mali owns the island.",
        "Chad declined to give details of the plan of Mali.",
        "Chad expressed optimism that Mali would not fracture along ethnic lines.",
        "Chad said Mali has no reason to keep its uranium.",
    ] {
        check(text, expect![[""]]);
    }
    check(
        "Chad declined to give the rebels of Mali arms.",
        expect![[r"
        TD rejected: give the rebels of Mali arms
    "]],
    );
}

#[test]
fn what_others_want_is_no_goal_of_those_who_tell_of_them() {
    for text in [
        "Chad says there are countries seeking to build bombs.",
        "Foreign Minister Lee of Chad accused groups trying to overthrow the government.",
        "A man from Chad was wounded when protesters tried to march on the embassy of Mali.",
        "Thousands of Chadian citizens took part in marches to demand change.",
    ] {
        check(text, expect![[""]]);
    }
    check(
        "Chad and Mali met in Oslo on Friday. The parties agreed to end the war.",
        expect![[r"
        TD+ML agreed: end the war
    "]],
    );
    check(
        "Chad called for the government of Mali to release the prisoners.",
        expect![[r"
        TD sought: release the prisoners (according to TD)
    "]],
    );
    check(
        "The plan brings together Chad and Mali to end the war.",
        expect![[r"
        TD+ML sought: end the war
    "]],
    );
}

#[test]
fn items_are_told_by_their_semicolons() {
    check(
        "The ministers of Chad and Mali seek to:\n\nReopen the border between them;\n\nShare water; and\n\n\
         Build a road to Oslo.\n\nThey met again.",
        expect![[r"
        TD+ML sought: Reopen the border between them
        TD+ML sought: Share water
        TD+ML sought: Build a road to Oslo
    "]],
    );
    check(
        "Chad and Mali agreed to:\ni. reopen the border;\nii. build a road to Oslo.",
        expect![[r"
        TD+ML agreed: reopen the border
        TD+ML agreed: build a road to Oslo
    "]],
    );
}

#[test]
fn what_a_word_of_others_beside_it_does_not_take_away() {
    check(
        "The Chadian government and Chadian rebels signed a deal to end the war.",
        expect![[r"
        TD agreed: end the war
    "]],
    );
    check(
        "Chad will continue to press Mali to free the hostages.",
        expect![[r"
        TD sought: free the hostages (according to TD)
    "]],
    );
    check(
        "Chad voted against the resolution to expel Mali from the council.",
        expect![[r"
        TD rejected: expel Mali from the council
    "]],
    );
    check(
        "Chad will not break its promise to Mali.",
        expect![[r"
        TD rejected: break its promise to Mali
    "]],
    );
    check("UN monitors are not due to arrive in Chad before May.", expect![[""]]);
    check(
        "Chad is a country committed to fighting corruption.",
        expect![[r"
        TD agreed: fighting corruption
    "]],
    );
    check(
        "Chad is taking actions to hold accountable those engaged in abuses, to impose costs on Mali, and to end the war.",
        expect![[r"
        TD sought: hold accountable those engaged in abuses
        TD sought: impose costs on Mali
        TD sought: end the war
    "]],
    );
    check(
        "Chad reaffirmed its commitment to Mali and to its security.",
        expect![[r"
        TD agreed: its security (according to TD)
    "]],
    );
    check(
        "Chad stressed the need for a united Malian government able to govern.",
        expect![[r"
        TD sought: a united Malian government able to govern (according to TD)
    "]],
    );
}
