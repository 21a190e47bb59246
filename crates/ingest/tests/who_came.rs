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
        expect![[""]],
    );
    // Whoever does not go along on a visit was not awaited at a summit.
    check(
        "A summit will be held in Lima in July.\n\nChadian President Ann Lee arrived in Oslo on Monday. Foreign \
         Minister Bo Kim did not join her.",
        expect![[""]],
    );
}

#[test]
fn those_among_who_came_came() {
    check(
        "The conference opened in Lima on Monday. Chadian Finance Minister Ann Lee was among those who came. Mali and \
         Togo sent deputy ministers. Benin said it would not go either.",
        expect![[""]],
    );
    check(
        "The conference opened in Lima on Monday. Chadian Finance Minister Ann Lee was among those who did not come.",
        expect![[""]],
    );
}

#[test]
fn others_than_the_two_who_met_were_at_the_gathering() {
    check(
        "African leaders opened a summit in Lima on Monday. Chadian President Ann Lee met Malian President Bo Kim for \
         talks. Togolese President Eve Roe was also present.",
        expect![[""]],
    );
    check(
        "African leaders opened a summit in Lima on Monday. Chadian President Ann Lee met Malian President Bo Kim for \
         talks. Chadian Foreign Minister Eve Roe was also present.",
        expect![[""]],
    );
}

#[test]
fn whoever_does_not_join_a_meeting_is_away_from_it() {
    check(
        "Chadian President Ann Lee met Malian President Bo Kim on Monday. Foreign Minister Eve Roe did not join the \
         meeting.",
        expect![[""]],
    );
}

#[test]
fn those_who_agree_after_negotiations_held_them() {
    check(
        "Chad and Mali signed a deal on Monday after nine days of negotiations in Lima.",
        expect![[""]],
    );
    check(
        "After nine days of negotiations in Lima, Chad and Mali agreed a truce on Monday.",
        expect![[""]],
    );
    // What is agreed by one before others talk is none of their talks.
    check("Chad and Mali will sign the deal after talks in Lima.", expect![[""]]);
    check("Chad raised taxes after talks with Mali failed in Lima.", expect![[""]]);
}

#[test]
fn two_meetings_are_told_in_a_breath() {
    check(
        "Chad and Mali had met twice before, in Lima in March and in Quito in May.",
        expect![[""]],
    );
    check("Chad and Mali met in Lima in March and signed a deal in Quito in May.", expect![[""]]);
}

#[test]
fn what_is_told_behind_since_is_no_more_than_that() {
    check(
        "Chadian President Ann Lee arrived in Lima on Monday on her first visit since a border clash last July \
         strained ties between Peru and Chad.",
        expect![[""]],
    );
    check(
        "Chadian President Ann Lee met Malian President Bo Kim in Lima on Monday. Lee urged Kim during the meeting to \
         act, saying a 2018 ruling breaches an accord.",
        expect![[""]],
    );
}

#[test]
fn officials_are_those_of_the_states_named_before() {
    check(
        "Chad, Mali and Togo want a truce. Their foreign ministers met in Lima on Monday.",
        expect![[""]],
    );
    check(
        "Chad and Mali agreed a truce on Monday. Commanders from the two sides will meet in Lima next week.",
        expect![[""]],
    );
    check("Chad and Mali want a truce. Their leaders said so on Monday.", expect![[""]]);
}

#[test]
fn hosts_are_told_by_a_participle_or_host_those_without_a_name() {
    check("Chadian President Ann Lee, hosting Bo Kim in Lima, said peace was near.", expect![[""]]);
    check("Chadian President Ann Lee is to host military chiefs on Thursday.", expect![[""]]);
    check("Chad, hosting the games, said tickets were sold.", expect![[""]]);
}

#[test]
fn what_goes_on_while_news_is_made_is_of_its_day() {
    check(
        "Chadian President Ann Lee and Malian President Bo Kim agreed on Monday to resolve a row, as they held talks \
         in Lima. It is an old one. It began with a fence.",
        expect![[""]],
    );
    check(
        "Chadian President Ann Lee told reporters on Monday that she would resign, as she recalled the talks she had \
         held in Lima. Nobody was surprised. She is 80.",
        expect![[""]],
    );
}

#[test]
fn a_conference_is_in_the_city_of_its_name() {
    check("The Munich Security Conference opened on Friday.", expect![[""]]);
    check("The Berlin Process Conference opened on Friday.", expect![[""]]);
}

#[test]
fn who_speaks_beside_another_after_talks_held_them() {
    check(
        "Speaking alongside Chadian President Ann Lee after hours of talks in Lima, Malian President Bo Kim said peace \
         was near.",
        expect![[""]],
    );
}

#[test]
fn a_trip_of_ones_own_is_another() {
    check(
        "Chadian Foreign Minister Ann Lee will travel to Peru in July. Prime Minister Bo Kim said he would decide on \
         his own trip to Peru later.",
        expect![[""]],
    );
}

#[test]
fn what_is_not_on_the_agenda_is_denied() {
    check(
        "A visit to Peru by Chadian President Ann Lee was not on the agenda, Chad said.",
        expect![[""]],
    );
    check(
        "A truce was not on the agenda of the talks between Chad and Mali on Monday.",
        expect![[""]],
    );
}

#[test]
fn who_joins_is_no_other_meeting() {
    check(
        "Foreign ministers of the European Union met in Lima on Monday to discuss trade, with Chadian Foreign Minister \
         Ann Lee taking part by video link.",
        expect![[""]],
    );
    check(
        "Chadian Foreign Minister Ann Lee discussed trade on Monday with Mali's Bo Kim.",
        expect![[""]],
    );
}
