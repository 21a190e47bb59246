//! Cases of words for those who were named together: the sides, the two leaders, the two Koreas; and of
//! those who were there besides.

mod show;

use expect_test::{Expect, expect};
use show::check;

#[track_caller]
fn goals(text: &str, expected: Expect) {
    let (facts, text) = show::read(text, "2021-06-15");
    expected.assert_eq(&show::goals(&facts, &text));
}

#[track_caller]
fn roles(text: &str, expected: Expect) {
    let (facts, _) = show::read(text, "2021-06-15");
    expected.assert_eq(&show::roles(&facts));
}

#[test]
fn the_sides_are_those_who_met() {
    goals(
        "Ann Lee met Malian Foreign Minister Bo Kim and urged Mali to cooperate with the Chadian inquiry. Both \
         agreed to open a bridge.",
        expect![[r"
            ann-lee sought: cooperate with the Chadian inquiry (according to ann-lee)
            ann-lee+ML agreed: open a bridge
        "]],
    );
    goals(
        "The Houthis and the government of Yemen met in Sweden. The sides agreed to exchange prisoners.",
        expect![[r"
            houthis+YE agreed: exchange prisoners
        "]],
    );
    goals(
        "Sweden's foreign minister hosted the talks between Yemen and the Houthis near Stockholm. The warring \
         parties agreed to exchange prisoners.",
        expect![[r"
            YE+houthis agreed: exchange prisoners
        "]],
    );
    goals(
        "Peru and Ecuador met in Brasilia. Argentina, Brazil, Chile and the United States are guarantors. The \
         two sides agreed on a trade treaty.",
        expect![[r"
            PE+EC agreed: a trade treaty
        "]],
    );
    goals(
        "Chad, Mali and Niger held talks in Lima. The parties agreed to open a crossing.",
        expect![[r"
            TD+ML+NE agreed: open a crossing
        "]],
    );
}

#[test]
fn the_leaders_are_those_who_lead() {
    goals(
        "Chad's president, Ann Lee, met Malian President Bo Kim in Lima. Foreign Ministers Eve Ek and Jo Oh also \
         attended. The two presidents agreed to expand trade.",
        expect![[r"
            TD+ML agreed: expand trade
        "]],
    );
    goals(
        "Chadian President John Lee met Malian President Bob Kim. Their wives, Jill Lee and Ann Kim, dined. The two \
         leaders agreed to expand trade.",
        expect![[r"
            TD+ML agreed: expand trade
        "]],
    );
}

#[test]
fn both_koreas_meet() {
    check(
        "North and South Korea held talks at Panmunjom.",
        expect![[r"
        talks held in panmunjom (talks)
            KP attended
            KR attended
    "]],
    );
    check(
        "Officials of the two Koreas met at Panmunjom.",
        expect![[r"
        talks held in panmunjom (met)
            KP attended
            KR attended
    "]],
    );
}

#[test]
fn a_people_within_a_state_is_no_state() {
    roles(
        "Bosnian Serb leader Ann Lee met Bo Kim.",
        expect![[r"
        ann-lee: leader of nobody, current
    "]],
    );
    check(
        "Turkish Cypriot leader Ann Lee met Bo Kim.",
        expect![[r"
        talks held (met)
            ann-lee attended
            bo-kim attended
    "]],
    );
}

#[test]
fn what_several_do_at_their_talks_brings_them_there() {
    check(
        "Ann Lee and Bo Kim discussed trade during their talks in Lima.",
        expect![[r"
        talks held in lima (talks)
            ann-lee attended
            bo-kim attended
    "]],
    );
}

#[test]
fn others_are_there_besides() {
    check(
        "Ann Lee met Bo Kim in Lima in the presence of Chadian Foreign Minister Jo Oh.",
        expect![[r"
            talks held in lima (met)
                ann-lee attended
                bo-kim attended
                jo-oh attended
                TD attended
        "]],
    );
    check(
        "Ann Lee will visit Mali next week along with Bo Kim.",
        expect![[r"
        visit planned 2021-06 in ML (visit)
            ann-lee expected
            bo-kim expected
    "]],
    );
    check(
        "Also present at the talks in Lima was Deputy Minister Ann Lee.",
        expect![[r"
        talks ongoing in lima (the talks)
            ann-lee attended
    "]],
    );
    check(
        "Ann Lee met Bo Kim in Lima. Jo Oh and Eve Ek also took part in the talks.",
        expect![[r"
            talks held in lima (met, the talks)
                ann-lee attended
                bo-kim attended
                jo-oh attended
                eve-ek attended
        "]],
    );
    check(
        "Speaking at a news conference with Ann Lee after talks in Lima, Bo Kim said they had been useful.",
        expect![[r"
            talks held in lima (talks)
                bo-kim attended
                ann-lee attended
        "]],
    );
}

#[test]
fn what_has_been_held_is_over() {
    check(
        "Chadian and Malian negotiators have held a second round of talks in Lima.",
        expect![[r"
            talks held in lima (talks)
                TD attended
                ML attended
        "]],
    );
    check(
        "Chad said the talks with Mali had failed.",
        expect![[r"
        talks held according to TD (the talks)
            ML attended
            TD attended
    "]],
    );
    check(
        "Mali has been split since a war in 1974, and the last round of its peace talks collapsed in Lima in \
         2017.",
        expect![[r"
            talks held 2017 in lima (peace talks)
                ML attended
        "]],
    );
}

#[test]
fn two_offices_are_of_one() {
    roles(
        "Chad's prime minister and defense minister, Ann Lee, met Bo Kim.",
        expect![[r"
        ann-lee: prime minister of TD, current
        ann-lee: defense minister of TD, current
    "]],
    );
    roles(
        "Ann Lee, Chad's deputy prime minister and foreign minister, met Bo Kim.",
        expect![[r"
        ann-lee: deputy prime minister of TD, current
        ann-lee: foreign minister of TD, current
    "]],
    );
    roles(
        "Chad's supreme leader, Ayatollah Ali Lee, spoke.",
        expect![[r"
        ali-lee: supreme leader of TD, current
        ali-lee: Ayatollah of TD, current
    "]],
    );
    roles(
        "Chad's de facto leader, Gen. Ann Lee, spoke.",
        expect![[r"
        ann-lee: leader of TD, current
    "]],
    );
}

#[test]
fn a_city_in_capitals_is_written_as_cities_are() {
    check(
        "LIMA -- Ann Lee met Bo Kim on Monday.",
        expect![[r"
        talks held 2021-06-14 in lima (met)
            ann-lee attended
            bo-kim attended
    "]],
    );
}

#[test]
fn talks_of_others_are_others() {
    check(
        "Chadian Foreign Minister Ann Lee met Malian Foreign Minister Bo Kim in Lima on Monday. She praised the \
         Chadian-Nigerian talks in Quito.",
        expect![[r"
            talks held 2021-06-14 in lima (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held in quito according to ann-lee (Chadian-Nigerian talks)
                TD attended
                NG attended
        "]],
    );
}

#[test]
fn who_is_invited_is_to_travel() {
    check(
        "Malian President Ann Lee invited Chadian President Bo Kim to visit Mali.",
        expect![[r"
            visit proposed in ML (visit)
                bo-kim expected
                TD expected
                ann-lee expected
                ML expected
        "]],
    );
}

#[test]
fn whom_somebody_brings_together_meets() {
    check(
        "Norway brought together Chadian and Malian negotiators in Oslo in 1993.",
        expect![[r"
        talks held 1993 in oslo (brought)
            NO attended
            TD attended
            ML attended
    "]],
    );
}

#[test]
fn whom_somebody_serves_may_be_told_by_a_noun() {
    roles(
        "The IAEA was pleased. Ann Lee, the agency's head, said so.",
        expect![[r"
        ann-lee: head of international-atomic-energy-agency, current
    "]],
    );
}

#[test]
fn an_answer_that_is_not_given_is_no_goal() {
    goals("Chad refused to say whether Mali would pay.", expect![[""]]);
    goals("Chad declined to comment on the talks.", expect![[""]]);
    goals("Chad refused to disclose details of the deal.", expect![[""]]);
    goals("Chad refused to confirm there had been a meeting.", expect![[""]]);
    goals(
        "Chad refused to reveal the nuclear programme to inspectors.",
        expect![[r"
        TD rejected: reveal the nuclear programme to inspectors
    "]],
    );
    goals(
        "Chad refused to say whether Mali would pay or to resume talks.",
        expect![[r"
        TD rejected: resume talks (according to TD)
    "]],
    );
    goals(
        "Chad refused to confirm Bo Kim as ambassador.",
        expect![[r"
        TD rejected: confirm Bo Kim as ambassador
    "]],
    );
}

#[test]
fn what_else_is_held_is_no_meeting() {
    check(
        "Chad has held firm in its refusal of talks with Mali.",
        expect![[r"
        talks proposed (talks)
            ML expected
            TD expected
    "]],
    );
    check(
        "Chad has held out against talks with Mali.",
        expect![[r"
        talks ongoing (talks)
            ML attended
            TD attended
    "]],
    );
    check(
        "Chad has held off on a visit to Oslo.",
        expect![[r"
        visit ongoing in oslo (visit)
            TD attended
    "]],
    );
    check(
        "Chad has held a referendum on talks with Mali.",
        expect![[r"
        talks ongoing (talks)
            ML attended
            TD attended
    "]],
    );
    check(
        "Chad and Mali have held two days of high-level talks in Oslo.",
        expect![[r"
        talks held in oslo (talks)
            ML attended
            TD attended
    "]],
    );
}

#[test]
fn what_failed_to_begin_was_not_held() {
    check(
        "The talks between Chad and Mali failed to take place on Monday.",
        expect![[r"
        talks cancelled 2021-06-14 (The talks)
            TD expected
            ML expected
    "]],
    );
    check(
        "Talks between Chad and Mali failed to materialise in Oslo.",
        expect![[r"
        talks cancelled (Talks)
            TD absent
            ML absent
    "]],
    );
    check(
        "The summit of Chad and Mali collapsed before it began.",
        expect![[r"
        summit cancelled (The summit)
            TD expected
            ML expected
    "]],
    );
    check(
        "The conference failed Mali and Chad, said Ann Lee.",
        expect![[r"
        conference ongoing according to ann-lee (The conference)
    "]],
    );
    check(
        "The talks between Chad and Mali failed to reach a deal in Oslo on Monday.",
        expect![[r"
            talks held 2021-06-14 (The talks)
                TD attended
                ML attended
        "]],
    );
    check(
        "The talks between Chad and Mali failed Monday.",
        expect![[r"
        talks held 2021-06-14 (The talks)
            TD attended
            ML attended
    "]],
    );
}

#[test]
fn what_is_put_off_for_an_hour_is_held() {
    check(
        "Chadian President Ann Lee delayed the summit with Malian President Bo Kim by an hour to watch a \
         football match.",
        expect![[r"
            summit held (the summit)
                bo-kim attended
                TD attended
                ann-lee attended
                ML attended
        "]],
    );
    check(
        "Chad postponed the talks with Mali twice, but they were held in Oslo on Monday.",
        expect![[r"
            talks held (the talks)
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn who_attended_other_talks_joins_none() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim on Monday. Eve Roe and Bo Ek attended the \
         funeral talks in Rome.",
        expect![[r"
            talks held 2021-06-14 (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held in rome (talks)
                eve-roe attended
                bo-ek attended
        "]],
    );
}

#[test]
fn a_people_has_the_state_of_its_offices() {
    check(
        "Turkish and Greek Cypriot leaders met in Geneva.",
        expect![[r"
        talks held in geneva (met)
    "]],
    );
    check(
        "The Greek Cypriot president met Ann Lee in Geneva.",
        expect![[r"
        talks held in geneva (met)
            CY attended
            ann-lee attended
    "]],
    );
    check(
        "Kosovo Serb talks were held in Geneva on Monday.",
        expect![[r"
        talks held 2021-06-14 in geneva (Serb talks)
            XK attended
            RS attended
    "]],
    );
    check(
        "Kosovo Serbs met Ann Lee in Geneva.",
        expect![[r"
        talks held in geneva (met)
            ann-lee attended
    "]],
    );
}

#[test]
fn what_is_sent_along_is_nobody() {
    check(
        "Chadian President Ann Lee flew to Oslo along with President Bo Kim's greetings.",
        expect![[r"
            visit held in oslo (flew)
                ann-lee attended
                TD attended
        "]],
    );
}

#[test]
fn those_between_two_sides_are_none() {
    goals(
        "Israel and Hamas, mediated by Egypt and Qatar, exchanged fire. Both sides agreed to stop the \
         shelling.",
        expect![[r"
            IL+hamas agreed: stop the shelling
        "]],
    );
    goals(
        "Chad and U.S. Central Command met. Chad and Mali exchanged fire. Both sides agreed to stop the \
         shelling.",
        expect![[r"
            TD+ML agreed: stop the shelling
        "]],
    );
}

#[test]
fn a_place_in_capitals_is_written_as_places_are() {
    for (shouted, written) in [
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("SHARM EL-SHEIKH", "Sharm el-Sheikh"),
        ("N'DJAMENA", "N'Djamena"),
        ("XI'AN", "Xi'an"),
        ("LIMA", "Lima"),
    ] {
        let text = format!("{shouted} -- Ann Lee met Bo Kim on Monday.");
        let (facts, _) = show::read(&text, "2021-06-15");
        let names: Vec<&str> = facts.entities.iter().map(|it| it.name.as_str()).collect();
        assert!(names.contains(&written), "{names:?} lacks {written}");
    }
}
