//! Cases of what those of one side do among themselves, which is no meeting of states.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn a_cabinet_a_parliament_or_a_party_meets_by_itself() {
    for text in [
        "The Iraqi cabinet met on Monday.",
        "The French cabinet met on Wednesday to approve the bill, Prime Minister Villepin said.",
        "China's State Council held an executive meeting Wednesday, Premier Wen Jiabao said.",
        "A cabinet meeting chaired by Chinese Premier Wen Jiabao decided to set aside 2 billion yuan.",
        "Afghanistan's parliament will meet next week for the first time in three decades.",
        "The Knesset's session on Monday was attended by Israeli Prime Minister Ehud Olmert.",
        "Cuba's national legislature opens its annual meeting here Friday.",
        "The ruling party's annual conference opens in Harare on Friday.",
        "The ruling party's central committee will hold a meeting in Harare this weekend.",
        "Senior Likud officials met at party headquarters in Tel Aviv to discuss their next move.",
        "Manuel Pangilinan said at the PLDT annual stockholders meeting Wednesday that he would stay.",
        "Germany's Christian Democrats and Social Democrats are negotiating on the formation of a grand \
         coalition, Chancellor Angela Merkel said.",
    ] {
        check(text, expect![""]);
    }
}

#[test]
fn an_official_meets_his_own_people() {
    for text in [
        "US President George W. Bush met his top security advisers on Monday.",
        "US President George W. Bush convened a meeting of his top security advisers on Monday.",
        "US President George W. Bush will hold talks with his advisers on Friday.",
        "French President Jacques Chirac will meet his ministers on Wednesday.",
        "French Prime Minister Dominique de Villepin met union leaders on Wednesday.",
        "Philippine President Gloria Arroyo met with senior military commanders late Wednesday.",
        "Thai army chief General Sonthi was in Pattani Thursday to meet local army commanders.",
        "Opposition leader Ichiro Ozawa met Japanese Prime Minister Ryutaro Hashimoto on Thursday.",
        "Ali Reza was on his way to a reunion with his wife Catherine and children, Sam and Jessica.",
        "Education Minister Zhou Ji said Monday at a teleconference on the school administration. China \
         will act.",
    ] {
        check(text, expect![""]);
    }
}

#[test]
fn a_journey_at_home_is_no_visit() {
    for text in [
        "Chinese Premier Wen Jiabao went to Hunan. Later Wen Jiabao paid a visit to the institute \
         researching medicines.",
        "Chinese Premier Wen Jiabao made an inspection tour of Hunan on Monday.",
        "The Red Cross wants to resume its prison visits.",
        "US servicemen visiting the Philippines are covered by the agreement.",
    ] {
        check(text, expect![""]);
    }
}

#[test]
fn those_who_listen_and_those_who_come_together_every_year_hold_no_meeting() {
    for text in [
        "Tony Blair won over his audience in Tokyo on Monday.",
        "He told a rapt audience in Washington on Monday that Tibet was calm, the Dalai Lama said.",
        "China and Vietnam will meet once a year.",
        "The ministers of China and Vietnam meet annually.",
        "The rates for telephone calls between the Philippines and the United States are lower.",
        "Christine Kalb told a press conference. Ali attended the conference.",
        "Russian President Vladimir Putin said he had no plans to visit Iran.",
        "French President Jacques Chirac said he had no plans to meet US President George W. Bush.",
    ] {
        check(text, expect![""]);
    }
}

#[test]
fn bodies_of_states_and_those_of_several_sides_do_meet() {
    check(
        "The Israeli cabinet met with Russian President Vladimir Putin on Monday. The IAEA board meets in \
         Vienna on Friday.",
        expect![[r"
            talks held 2021-06-14 (met)
                cabinet-israel attended
                vladimir-putin attended
                IL attended
                RU attended
            talks planned 2021-06-18 in vienna (meets)
        "]],
    );
    check(
        "Turkey's ambassador Yalim Bilgen met Greek Deputy Foreign Minister Stelios Rokos on Monday. Lee \
         had a private audience with Pope Benedict on Friday.",
        expect![[r"
            talks held 2021-06-14 (met)
                yalim-bilgen attended
                stelios-rokos attended
                TR attended
                GR attended
            talks held 2021-06-11 (audience)
                benedict attended
                lee attended
        "]],
    );
    check(
        "US Secretary of State Condoleezza Rice arrived in Baghdad on Monday. She met tribal leaders.",
        expect![[r"
            visit ongoing 2021-06-14..? in baghdad (arrived)
                condoleezza-rice attended
                US attended
            talks held in baghdad (met)
                condoleezza-rice attended
                US attended
        "]],
    );
}
