//! Cases of whole news stories: who came to a gathering and who did not, where a visit or other talks are told of in
//! between, and what is told only beside it.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn guests_are_those_of_the_gathering_and_of_no_visit() {
    check(
        "Leaders opened a summit in Lima on Monday.\n\nChadian President Ann Lee arrived on Monday from Oslo.\n\nMalian \
         President Bo Kim did not attend. Omani Sultan Haitham bin Tariq sent his foreign minister, Badr Said, while \
         the Kuwaiti delegation was headed by Prime Minister Sabah Hamad.",
        expect![[r"
            summit ongoing 2021-06-14..? in lima (summit)
                bo-kim absent
                badr-said attended
                OM attended
                haitham-bin-tariq absent
                sabah-hamad attended
                TD attended
                ann-lee attended
                KW attended
        "]],
    );
    // Whoever does not go along on a visit was not awaited at a summit.
    check(
        "A summit will be held in Lima in July.\n\nChadian President Ann Lee arrived in Oslo on Monday. Foreign \
         Minister Bo Kim did not join her.",
        expect![[r"
            summit planned 2021-07 in lima (summit)
            visit ongoing 2021-06-14..? in oslo (arrived)
                ann-lee attended
                TD attended
        "]],
    );
}

#[test]
fn those_among_who_came_came() {
    check(
        "The conference opened in Lima on Monday. Chadian Finance Minister Ann Lee was among those who came. Mali and \
         Togo sent deputy ministers. Benin said it would not go either.",
        expect![[r"
            conference ongoing 2021-06-14..? in lima (The conference)
                ann-lee attended
                ML attended
                TG attended
                BJ declined
                TD attended
        "]],
    );
    check(
        "The conference opened in Lima on Monday. Chadian Finance Minister Ann Lee was among those who did not come.",
        expect![[r"
            conference ongoing 2021-06-14..? in lima (The conference)
                ann-lee absent
        "]],
    );
}

#[test]
fn others_than_the_two_who_met_were_at_the_gathering() {
    check(
        "African leaders opened a summit in Lima on Monday. Chadian President Ann Lee met Malian President Bo Kim for \
         talks. Togolese President Eve Roe was also present.",
        expect![[r"
            summit ongoing 2021-06-14..? in lima (summit)
                eve-roe attended
                TG attended
            talks held 2021-06-14 (met, talks)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "African leaders opened a summit in Lima on Monday. Chadian President Ann Lee met Malian President Bo Kim for \
         talks. Chadian Foreign Minister Eve Roe was also present.",
        expect![[r"
            summit ongoing 2021-06-14..? in lima (summit)
            talks held 2021-06-14 (met, talks)
                ann-lee attended
                bo-kim attended
                eve-roe attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn whoever_does_not_join_a_meeting_is_away_from_it() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim on Monday. Foreign Minister Eve Roe did not join the \
         meeting.",
        expect![[r"
            talks held 2021-06-14 (met, the meeting)
                ann-lee attended
                bo-kim attended
                eve-roe absent
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn those_who_agree_after_negotiations_held_them() {
    check(
        "Chad and Mali signed a deal on Monday after nine days of negotiations in Lima.",
        expect![[r"
            talks held in lima (negotiations)
                TD attended
                ML attended
        "]],
    );
    check(
        "After nine days of negotiations in Lima, Chad and Mali agreed a truce on Monday.",
        expect![[r"
            talks held in lima (negotiations)
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn two_meetings_are_told_in_a_breath() {
    check(
        "Chad and Mali had met twice before, in Lima in March and in Quito in May.",
        expect![[r"
            talks held 2021-03 in lima (met)
                TD attended
                ML attended
            talks held 2021-05 in quito (met)
                TD attended
                ML attended
        "]],
    );
    check(
        "Chad and Mali met in Lima in March and signed a deal in Quito in May.",
        expect![[r"
        talks held 2021-03 in lima (met)
            TD attended
            ML attended
    "]],
    );
}

#[test]
fn what_is_told_behind_since_is_no_more_than_that() {
    check(
        "Chadian President Ann Lee arrived in Lima on Monday on her first visit since a border clash last July \
         strained ties between Peru and Chad.",
        expect![[r"
            visit ongoing 2021-06-14..? in lima (arrived, visit)
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "Chadian President Ann Lee met Malian President Bo Kim in Lima on Monday. Lee urged Kim during the meeting to \
         act, saying a 2018 ruling breaches an accord.",
        expect![[r"
            talks held 2021-06-14 in lima (met, the meeting)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn officials_are_those_of_the_states_named_before() {
    check(
        "Chad, Mali and Togo want a truce. Their foreign ministers met in Lima on Monday.",
        expect![[r"
            conference held 2021-06-14 in lima (met)
                TD attended
                ML attended
                TG attended
        "]],
    );
    check(
        "Chad and Mali agreed a truce on Monday. Commanders from the two sides will meet in Lima next week.",
        expect![[r"
            talks planned 2021-06 in lima (meet)
                TD expected
                ML expected
        "]],
    );
    check("Chad and Mali want a truce. Their leaders said so on Monday.", expect![[""]]);
}

#[test]
fn hosts_are_told_by_a_participle_or_host_those_without_a_name() {
    check(
        "Chadian President Ann Lee, hosting Bo Kim in Lima, said peace was near.",
        expect![[r"
        talks held in lima (hosting)
            ann-lee attended as host
            bo-kim attended
            TD attended
    "]],
    );
    check(
        "Chadian President Ann Lee is to host military chiefs on Thursday.",
        expect![[r"
        conference planned 2021-06-17 (host)
            ann-lee expected as host
            TD expected as host
    "]],
    );
    check("Chad, hosting the games, said tickets were sold.", expect![[""]]);
}

#[test]
fn what_goes_on_while_news_is_made_is_of_its_day() {
    check(
        "Chadian President Ann Lee and Malian President Bo Kim agreed on Monday to resolve a row, as they held talks \
         in Lima. It is an old one. It began with a fence.",
        expect![[r"
            talks held 2021-06-14 in lima (talks)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chadian President Ann Lee told reporters on Monday that she would resign, as she recalled the talks she had \
         held in Lima. Nobody was surprised. She is 80.",
        expect![[r"
            talks held in lima (the talks)
                TD attended
                ann-lee attended
        "]],
    );
}

#[test]
fn a_conference_is_in_the_city_of_its_name() {
    check(
        "The Munich Security Conference opened on Friday.",
        expect![[r"
        conference ongoing 2021-06-11..? in munich (Conference)
    "]],
    );
    check(
        "The Berlin Process Conference opened on Friday.",
        expect![[r"
        conference held 2021-06-11 (Berlin Process Conference)
    "]],
    );
}

#[test]
fn who_speaks_beside_another_after_talks_held_them() {
    check(
        "Speaking alongside Chadian President Ann Lee after hours of talks in Lima, Malian President Bo Kim said peace \
         was near.",
        expect![[r"
            talks ongoing in lima (talks)
                bo-kim attended
                ann-lee attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn a_trip_of_ones_own_is_another() {
    check(
        "Chadian Foreign Minister Ann Lee will travel to Peru in July. Prime Minister Bo Kim said he would decide on \
         his own trip to Peru later.",
        expect![[r"
            visit planned 2021-07 in PE (travel)
                ann-lee expected
                TD expected
        "]],
    );
}

#[test]
fn what_is_not_on_the_agenda_is_denied() {
    check(
        "A visit to Peru by Chadian President Ann Lee was not on the agenda, Chad said.",
        expect![[r"
            visit denied in PE according to TD (visit)
                ann-lee expected
                TD expected
        "]],
    );
    check(
        "A truce was not on the agenda of the talks between Chad and Mali on Monday.",
        expect![[r"
            talks held 2021-06-14 (the talks)
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn who_joins_is_no_other_meeting() {
    check(
        "Foreign ministers of the European Union met in Lima on Monday to discuss trade, with Chadian Foreign Minister \
         Ann Lee taking part by video link.",
        expect![[r"
            conference held 2021-06-14 in lima (met)
                european-union attended
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "Chadian Foreign Minister Ann Lee discussed trade on Monday with Mali's Bo Kim.",
        expect![[r"
            talks held 2021-06-14 (discussed)
                ann-lee attended
                bo-kim attended
                ML attended
                TD attended
        "]],
    );
}

#[test]
fn what_looks_like_a_meeting_and_is_none() {
    for text in [
        "Chadian President Ann Lee will not stop in Mali.",
        "Chad consults closely with Mali, and we will continue to consult with Togo.",
        "Central bank officials met on Monday.",
        "Two cabinet ministers met on Monday.",
        "Chad and Mali qualified. Their teams met in Bamako on Monday.",
        "Chadian President Ann Lee co-chaired the Joint Commission from 2015 to 2019.",
    ] {
        check(text, expect![""]);
    }
}

#[test]
fn talks_held_are_held_though_something_was_not_on_their_agenda() {
    check(
        "Chadian President Ann Lee and Malian President Bo Kim held talks on Monday, but a truce was not on the agenda.",
        expect![[r"
            talks held 2021-06-14 (talks)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
    check(
        "Chadian President Ann Lee promised a decision after holding talks with Malian President Bo Kim next week.",
        expect![[r"
            talks planned 2021-06 according to ann-lee (talks)
                bo-kim expected
                ann-lee expected
                ML expected
                TD expected
        "]],
    );
    check(
        "President Lee scratched a planned visit to Lima.",
        expect![[r"
            visit cancelled in lima (visit)
                lee expected
        "]],
    );
    check(
        "Chadian President Ann Lee welcomed Malian President Bo Kim to the Oval Office on Monday.",
        expect![[r"
            talks held 2021-06-14 (welcomed)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
        "]],
    );
}

#[test]
fn others_elsewhere_are_no_guests() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim in Lima on Monday and in Oslo on Tuesday met with Togolese \
         President Eve Roe.",
        expect![[r"
            talks held 2021-06-14 in lima (met)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
            talks held 2021-06-15 (met)
                ann-lee attended
                eve-roe attended
                TG attended
                TD attended
        "]],
    );
    check(
        "African leaders held a summit in Lima on Monday. President Lee signed an order on sanctions for Belarus.",
        expect![[r"
            summit held 2021-06-14 in lima (summit)
        "]],
    );
    check(
        "African leaders held a summit in Lima on Monday. Chadian President Ann Lee met Malian President Bo Kim in Oslo \
         for talks. Togolese President Eve Roe was also present.",
        expect![[r"
            summit held 2021-06-14 in lima (summit)
            talks held 2021-06-14 in oslo (met, talks)
                ann-lee attended
                bo-kim attended
                TD attended
                ML attended
                eve-roe attended
                TG attended
        "]],
    );
    check(
        "Chadian President Ann Lee visited Lima on Monday. She was joined on stage by Chadian Foreign Minister Eve Roe.",
        expect![[r"
            visit held 2021-06-14 in lima (visited)
                ann-lee attended
                TD attended
        "]],
    );
    check(
        "After three days of talks in Oslo between Chad and Mali, Togo signed a deal.",
        expect![[r"
            talks held in oslo (talks)
                TD attended
                ML attended
        "]],
    );
}
