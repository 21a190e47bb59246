//! Cases of meetings and who attended them: a text in, what it says out.

mod show;

use expect_test::{Expect, expect};
use show::check;

/// Reads the text under a title, as of the same day.
#[track_caller]
fn check_titled(title: &str, text: &str, expected: Expect) {
    let (facts, text) = show::read_titled(title, text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn those_whom_the_title_of_a_transcript_names_have_met() {
    check_titled(
        "Secretary Marco Rubio And Polish Foreign Minister Zbigniew Rau Before Their Meeting",
        "Marco Rubio, Secretary of State\n\nWarsaw, Poland\n\nSECRETARY RUBIO:  Good morning. We have a \
         lot to talk about.\n\nFOREIGN MINISTER RAU:  Welcome to Poland.",
        expect![[r"
            talks planned 2021-06-15 in warsaw (talk, talk about)
                marco-rubio expected
                zbigniew-rau expected
                PL expected
        "]],
    );
    // Those of a visit that is under way are both at it.
    check_titled(
        "Secretary Marco Rubio And Polish Foreign Minister Zbigniew Rau Before Their Meeting",
        "Marco Rubio, Secretary of State\n\nSECRETARY RUBIO:  Good morning. It is a pleasure to have the \
         minister here.\n\nFOREIGN MINISTER RAU:  Dear Secretary, thank you for the invitation to visit Washington, \
         D.C., and for the warm welcome. I am here today with a special mission.",
        expect![[r"
            talks planned 2021-06-15 (SECRETARY RUBIO)
                marco-rubio expected
                zbigniew-rau expected
                PL expected
            visit ongoing (visit)
                marco-rubio attended
                zbigniew-rau attended
                PL attended
        "]],
    );
    check_titled(
        "Secretary Marco Rubio Joint Press Statements at the Conclusion of the Negev Summit",
        "Sde Boker\n\nFOREIGN MINISTER LAPID:  Thank you, Secretary of State Marco Rubio. I am Yair Lapid \
         of Israel. The Negev Summit has ended.\n\nSECRETARY RUBIO:  Thank you, Yair.\n\nMR PRICE:  \
         We have time for one question.",
        expect![[r"
            summit held 2021-06-15 in negev (Negev Summit)
                marco-rubio attended
                yair-lapid attended
                IL attended
        "]],
    );
    // A journalist is there for no side.
    check_titled(
        "Secretary Marco Rubio With Dana Bash of CNN",
        "SECRETARY RUBIO:  Good morning.\n\nMS BASH:  Thank you for being here.",
        expect![[""]],
    );
}

#[test]
fn the_title_of_a_readout_names_those_whom_its_words_leave_out() {
    check_titled(
        "Secretary Rubio’s Call with Polish Foreign Minister Rau and EU High Representative Borrell",
        "Secretary of State Marco Rubio spoke today by phone with Polish Foreign Minister Zbigniew Rau. \
         They were joined by Josep Borrell.",
        expect![[r"
            call held 2021-06-15 (spoke)
                marco-rubio attended
                zbigniew-rau attended
                josep-borrell attended
                PL attended
        "]],
    );
    check(
        "Marco Rubio met with the heads of the food agencies today in Rome, including World Food \
         Program Executive Director David Beasley and Qu Dongyu.",
        expect![[r"
            talks held 2021-06-15 in rome (met)
                marco-rubio attended
                david-beasley attended
                qu-dongyu attended
                world-food-programme attended
        "]],
    );
}

#[test]
fn separate_calls_are_a_call_with_each() {
    check(
        "Rubio held separate calls with Lavrov and Hakan Fidan.",
        expect![[r"
            call held (calls)
                lavrov attended
                rubio attended
            call held (calls)
                hakan-fidan attended
                rubio attended
        "]],
    );
    check(
        "Marco Rubio spoke separately with Hakan Fidan and Sergey Lavrov on Monday.",
        expect![[r"
            talks held 2021-06-14 (spoke)
                marco-rubio attended
                hakan-fidan attended
            talks held 2021-06-14 (spoke)
                marco-rubio attended
                sergey-lavrov attended
        "]],
    );
    check(
        "Marco Rubio met with Hakan Fidan and with Sergey Lavrov in Oslo.",
        expect![[r"
        talks held in oslo (met)
            marco-rubio attended
            hakan-fidan attended
        talks held in oslo (met)
            marco-rubio attended
            sergey-lavrov attended
    "]],
    );
}

#[test]
fn a_tour_is_one_visit_and_its_meetings_have_its_days() {
    check(
        "Marco Rubio will travel to Bali, Indonesia, Bangkok, Thailand, and Tokyo, Japan, July 6-11. \
         He will first travel to Bali, where he will meet with Sergey Lavrov. In Bangkok, he will \
         meet with Hakan Fidan.",
        expect![[r"
            visit planned 2021-07-06..2021-07-11 (travel, travel)
                marco-rubio expected
            talks planned 2021-07-06..2021-07-11 in bali (meet)
                marco-rubio expected
                sergey-lavrov expected
            talks planned 2021-07-06..2021-07-11 in bangkok (meet)
                marco-rubio expected
                hakan-fidan expected
        "]],
    );
}

#[test]
fn a_delegation_is_all_whom_its_list_names() {
    check(
        "German envoy Ann Lee will lead the German delegation to the Berlin Conference. The \
         delegation will also include John Smith and Ali Khan.",
        expect![[r"
            conference planned in berlin (Berlin Conference)
                DE expected as delegate
                ann-lee expected as delegate
                john-smith expected
                ali-khan expected
        "]],
    );
    check(
        "Chad and Mali held talks in Oslo. Chad was represented by Moussa Faki and Mali by nobody.",
        expect![[r"
            talks held in oslo (talks)
                TD attended
                ML attended
                moussa-faki attended
        "]],
    );
}

#[test]
fn an_abbreviation_in_brackets_does_not_end_a_list() {
    check(
        "Wendy Sherman spoke with Republic of Korea (ROK) Vice Foreign Minister Choi Jong Kun and \
         Japanese Vice Foreign Minister Mori Takeo.",
        expect![[r"
            talks held (spoke)
                wendy-sherman attended
                choi-jong-kun attended
                mori-takeo attended
                KR attended
                JP attended
        "]],
    );
}

#[test]
fn a_meeting_between_others_is_no_meeting_known_before() {
    check(
        "Antony Blinken spoke with Armenian Prime Minister Nikol Pashinyan. He hailed the recent \
         meeting between the Armenian and Azerbaijani foreign ministers in Tbilisi.",
        expect![[r"
            talks held (spoke)
                antony-blinken attended
                nikol-pashinyan attended
                AM attended
            talks held in tbilisi according to antony-blinken (meeting)
                AM attended
                AZ attended
        "]],
    );
}

#[test]
fn what_is_to_be_held_is_planned() {
    check(
        "Chad and Mali support the peace conference to be held in Oslo on July 1.",
        expect![[r"
            conference planned 2021-07-01 in oslo (the peace conference)
        "]],
    );
    check(
        "At the conference, Moussa Faki will meet with Assimi Goita in Oslo.",
        expect![[r"
            conference planned (the conference)
                moussa-faki expected
            talks planned in oslo (meet)
                moussa-faki expected
                assimi-goita expected
        "]],
    );
}

#[test]
fn whoever_calls_a_meeting_off_declines_it() {
    check(
        "Chad called off talks with Mali in Oslo.",
        expect![[r"
        talks cancelled in oslo (talks)
            ML expected
            TD declined
    "]],
    );
    check(
        "A visit to Ankara by Israeli minister Benny Gantz, planned for Thursday, will not take place.",
        expect![[r"
            visit cancelled 2021-06-17 in ankara (visit)
                benny-gantz expected
                IL expected
        "]],
    );
    check(
        "German minister Ann Lee will no longer travel to Egypt on June 20.",
        expect![[r"
        visit cancelled 2021-06-20 in EG (travel)
            ann-lee declined
            EG expected
            DE declined
    "]],
    );
    check(
        "Israel's leader Ann Lee said she will not hold talks with Mahmoud Abbas.",
        expect![[r"
            talks proposed according to ann-lee (talks)
                ann-lee declined
                mahmoud-abbas expected
                IL declined
        "]],
    );
}

#[test]
fn whoever_is_kept_out_is_excluded_and_not_those_who_do_it() {
    check(
        "Mali barred Chad from the summit in Oslo.",
        expect![[r"
        summit held in oslo (the summit)
            TD excluded
    "]],
    );
    check(
        "Chad was barred from the summit in Oslo.",
        expect![[r"
        summit held in oslo (the summit)
            TD excluded
    "]],
    );
    check(
        "Norway struck President Ali Khan off the guest list of the summit.",
        expect![[r"
            summit held (the summit)
                ali-khan excluded
        "]],
    );
    check(
        "Norway refused to let Chad take part in the talks in Oslo.",
        expect![[r"
            talks held in oslo (the talks)
                NO attended
                TD excluded
        "]],
    );
}

#[test]
fn an_absence_is_told_by_many_words() {
    check(
        "France, Chad and Mali will gather in Oslo on June 20 without Niger.",
        expect![[r"
        conference planned 2021-06-20 in oslo (gather)
            FR expected
            TD expected
            ML expected
            NE absent
    "]],
    );
    check(
        "Chad did not show up at the conference in Oslo on Monday.",
        expect![[r"
        conference held 2021-06-14 in oslo (the conference)
            TD absent
    "]],
    );
    check(
        "Saudi Arabia said it would send nobody to the summit in Doha.",
        expect![[r"
            summit planned in doha according to SA (the summit)
                SA declined
        "]],
    );
    check(
        "Ann Lee, Chad's president, will not be in Oslo for the summit.",
        expect![[r"
            summit planned in oslo (the summit)
                ann-lee absent
        "]],
    );
}

#[test]
fn a_clause_that_tells_the_host_tells_place_and_day() {
    check(
        "Algeria attends a summit of exporters that Russia is organizing in Doha next year.",
        expect![[r"
            summit planned 2022 in doha (summit)
                DZ expected
                RU expected
        "]],
    );
}

#[test]
fn a_dateline_is_where_here_is() {
    check(
        "LOME, April 29 - Chad and Mali held talks here on Monday.",
        expect![[r"
        talks held 2021-06-14 in lome (talks)
            TD attended
            ML attended
    "]],
    );
}

#[test]
fn a_week_of_a_meeting_is_its_month() {
    check(
        "Chad will attend next week's summit in Oslo.",
        expect![[r"
        summit planned 2021-06 in oslo (next week's summit)
            TD expected
    "]],
    );
}

#[test]
fn a_person_takes_part_for_the_state_beside_the_name() {
    check(
        "Russia's Gennady Alferov and Ann Lee of Chad attended the summit in Oslo.",
        expect![[r"
            summit held in oslo (the summit)
                gennady-alferov attended
                ann-lee attended
                TD attended
                RU attended
        "]],
    );
}

#[test]
fn a_host_a_chair_and_a_mediator_are_told_apart() {
    check(
        "Turkey hosted talks between Chad and Mali in Ankara on Monday.",
        expect![[r"
        talks held 2021-06-14 in ankara (talks)
            TD attended
            ML attended
            TR attended as host
    "]],
    );
    check(
        "The conference in Oslo, chaired by Ann Lee of Norway, ended on Monday.",
        expect![[r"
            conference held in oslo (The conference)
                ann-lee attended as chair
                NO attended as chair
        "]],
    );
    check(
        "Lavrov said that Ann Lee met Ali Khan in Oslo.",
        expect![[r"
        talks held in oslo according to lavrov (met)
            ann-lee attended
            ali-khan attended
    "]],
    );
}

#[test]
fn a_day_on_which_it_is_unlikely_is_not_the_day_of_a_meeting() {
    check(
        "The talks were meant to pave the way for a summit between Ann Lee and Bo Kim. An adviser \
         said that no date has been set yet for that summit but that it was unlikely to take place \
         next week.",
        expect![[r"
            talks ongoing (The talks)
            summit planned (summit, that summit)
                ann-lee expected
                bo-kim expected
        "]],
    );
}

#[test]
fn a_journey_that_is_theirs_is_the_one_known() {
    check(
        "Special Envoy Sung Kim will travel to Seoul from June 18 to 22. During his visit, Kim will meet with \
         Noh Kyu-duk. The envoy's travel underscores the commitment to Korea. Ann Lee joins his trip.",
        expect![[r"
            visit planned 2021-06-18..2021-06-22 in seoul (travel, visit, travel, trip)
                sung-kim expected
                ann-lee expected
            talks planned 2021-06-18..2021-06-22 in seoul (meet)
                sung-kim expected
                noh-kyu-duk expected
        "]],
    );
}

#[test]
fn whoever_speaks_of_talks_takes_no_part_in_them() {
    check(
        "Marco Rubio expressed his encouragement for peace negotiations between Armenia and Azerbaijan. He \
         thanked Canada for hosting the January conference on Haiti.",
        expect![[r"
            talks proposed according to marco-rubio (negotiations)
                AM expected
                AZ expected
            conference held 2021-01 according to marco-rubio (January conference)
                CA attended as host
        "]],
    );
}

#[test]
fn a_meeting_told_of_twice_is_one() {
    check(
        "Sergey Lavrov met Marco Rubio in Riyadh on Monday. At the talks, Lavrov said that Russia was ready.\n\n\
         After their meeting, Rubio left for Oslo.",
        expect![[r"
            talks held 2021-06-14 in riyadh (met, the talks, meeting)
                sergey-lavrov attended
                marco-rubio attended
            visit ongoing in oslo (left)
                marco-rubio attended
        "]],
    );
    check(
        "The United States and Rwanda hosted a preparatory meeting on June 10 ahead of the Peacekeeping \
         Ministerial in Seoul. The preparatory meeting highlighted their contribution.",
        expect![[r"
            talks held 2021-06-10 in seoul (meeting, meeting)
                US attended as host
                RW attended as host
            conference planned in seoul (Peacekeeping Ministerial)
        "]],
    );
}

#[test]
fn in_speech_a_meeting_that_is_pointed_at_is_the_one_spoken_of_just_now() {
    // A summit is no dialogue, of two summits one is not the other, and what was spoken of long ago
    // is not pointed at; "yesterday" is held against the day in the title.
    check_titled(
        "Department Press Briefing – June 14, 2021",
        "MR PRICE:  Foreign Minister Ann Lee of Chad and Foreign Minister Bo Ek of Mali met yesterday. \
         The NATO summit opened today.\n\nQUESTION:  And Iran?\n\nMR PRICE:  We have said it.\n\nQUESTION:  \
         And Cuba?\n\nMR PRICE:  We have said it.\n\nQUESTION:  The G20 summit will be held on July 9. \
         Is Russia part of that dialogue?\n\nMR PRICE:  The meeting was useful to Chad.",
        expect![[r"
            talks held 2021-06-13 (met)
                ann-lee attended
                bo-ek attended
                ML attended
                TD attended
            summit held 2021-06-14 (NATO summit)
                north-atlantic-treaty-organization attended
            summit planned 2021-07-09 (G20 summit)
                group-of-20 expected
        "]],
    );
}

#[test]
fn a_day_without_a_year_lies_where_what_it_is_of_does() {
    check(
        "Chad and Mali met today. They will attend the August 20-21 Arctic Summit in Oslo. They will attend \
         the January 20-21 Arctic Forum in Oslo.",
        expect![[r"
            talks held 2021-06-15 (met)
                TD attended
                ML attended
            summit planned 2021-08-20..2021-08-21 in oslo (August 20-21 Arctic Summit)
                TD expected
                ML expected
            conference planned 2022-01-20..2022-01-21 in oslo (Forum)
                TD expected
                ML expected
        "]],
    );
}

#[test]
fn what_is_named_after_a_meeting_is_none() {
    check("Ann Lee of Chad leads the Summit Implementation Review Group of Mali.", expect![[r""]]);
}

#[test]
fn of_two_that_have_names_one_is_not_the_other() {
    check(
        "Chad will host the Cities Summit in Oslo. It will help what was agreed at the Ninth Summit. Chad \
         will invite mayors to the Cities Summit.",
        expect![[r"
            summit planned in oslo (Cities Summit, Cities Summit)
                TD expected as host
            summit planned (Ninth Summit)
                TD expected
        "]],
    );
}

#[test]
fn private_people_are_there_for_no_state_and_officials_for_where_they_are_met() {
    check(
        "In Rabat, Morocco, Secretary of State Marco Rubio will meet with senior government officials.",
        expect![[r"
            talks planned in rabat (meet)
                marco-rubio expected
                MA expected
        "]],
    );
    check(
        "In Morocco, Secretary of State Marco Rubio will meet with Moroccan youth on Thursday.",
        expect![[r"
            talks planned 2021-06-17 in MA (meet)
                marco-rubio expected
        "]],
    );
}

#[test]
fn what_goes_on_after_a_conference_is_something_else() {
    check(
        "Secretary of State Marco Rubio will attend a conference on migration in Panama City on Friday and \
         meet with President Laurentino Cortizo Cohen of Panama.",
        expect![[r"
            conference planned 2021-06-18 (conference)
                laurentino-cortizo-cohen expected
                marco-rubio expected
                PA expected
            talks planned 2021-06-18 (meet)
                marco-rubio expected
                laurentino-cortizo-cohen expected
                PA expected
        "]],
    );
}
