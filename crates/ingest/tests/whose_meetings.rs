//! Cases of whose meetings they are, when and where, as plain news tells it.

mod show;

use expect_test::expect;
use show::check;

#[test]
fn a_visit_is_told_by_where_somebody_is() {
    check(
        "US Assistant Secretary John Shattuck was in Geneva to lobby against the motion. US Secretary of \
         State Condoleezza Rice will be in Moscow next week. Burundian President Pierre Nkurunziza is in \
         China for a summit.",
        expect![[r"
            visit held in geneva (was in)
                john-shattuck attended
                US attended
            visit planned 2021-06 in moscow (be in)
                condoleezza-rice expected
                US expected
            visit ongoing in CN (is in)
                pierre-nkurunziza attended
                BI attended
            summit planned in CN (summit)
                pierre-nkurunziza expected
                BI expected
        "]],
    );
    check(
        "Japanese Foreign Minister Taro Aso, currently visiting Washington, is scheduled to meet US Defense \
         Secretary Donald Rumsfeld. Chinese Premier Wen Jiabao came to Moscow on Thursday.",
        expect![[r"
            visit ongoing in washington (visiting)
                taro-aso attended
                JP attended
            talks planned (meet)
                taro-aso expected
                donald-rumsfeld expected
                JP expected
                US expected
            visit held 2021-06-10 in moscow (came)
                wen-jiabao attended
                CN attended
        "]],
    );
    // Who lives there, or studies, visits nobody.
    check(
        "Sudanese boy Ahmad came to China in 2004 to study acrobatics. French President Jacques Chirac was \
         in Paris to open a school.",
        expect![[r""]],
    );
}

#[test]
fn a_tour_takes_somebody_to_further_stops() {
    check(
        "Chinese Premier Wen Jiabao arrived in Cairo on Monday as part of his tour which will also take him \
         to Saudi Arabia and Tunisia.",
        expect![[r"
            visit ongoing 2021-06-14..? in cairo (arrived, tour)
                wen-jiabao attended
                CN attended
            visit planned in SA (take)
                wen-jiabao expected
                CN expected
            visit planned in TN (take)
                wen-jiabao expected
                CN expected
        "]],
    );
}

#[test]
fn an_invitation_names_whom_and_where() {
    check(
        "Finland's Foreign Minister Erkki Tuomioja has invited his Turkish and Cypriot counterparts to \
         Tampere.",
        expect![[r"
            talks proposed in tampere (invited)
                erkki-tuomioja expected
                TR expected
                CY expected
                FI expected
        "]],
    );
    check(
        "French President Jacques Chirac has invited Russian President Vladimir Putin to Paris next month. \
         French Foreign Minister Michel Barnier invited his German counterpart to Lyon for talks.",
        expect![[r"
            visit proposed 2021-07 in paris (invited)
                vladimir-putin expected
                RU expected
            talks proposed in lyon (talks)
                FR expected
                michel-barnier expected
                DE expected
        "]],
    );
}

#[test]
fn they_and_the_leaders_are_all_of_a_list_or_the_body_that_was_named() {
    check(
        "Chinese President Hu Jintao, US President George W. Bush, Russian President Vladimir Putin and \
         Japanese Prime Minister Shinzo Abe met in Hanoi on Monday. They will meet again on Wednesday.",
        expect![[r"
            talks held 2021-06-14 in hanoi (met)
                hu-jintao attended
                george-w-bush attended
                vladimir-putin attended
                shinzo-abe attended
                CN attended
                US attended
                RU attended
                JP attended
            talks planned 2021-06-16 (meet)
                hu-jintao expected
                george-w-bush expected
                vladimir-putin expected
                shinzo-abe expected
                CN expected
                US expected
                RU expected
                JP expected
        "]],
    );
    check(
        "France, Germany and Italy held talks on Monday. The ministers agreed to meet again in September.",
        expect![[r"
            talks held 2021-06-14 (talks)
                FR attended
                DE attended
                IT attended
            conference planned 2021-09 (meet)
                FR expected
                DE expected
                IT expected
        "]],
    );
    check(
        "EU foreign ministers met in Brussels on Monday. The ministers will meet again on Friday.",
        expect![[r"
            conference held 2021-06-14 in brussels (met)
                european-union attended
            conference planned 2021-06-18 (meet)
                european-union expected
        "]],
    );
    check(
        "After meeting Ann Lee, Bo Kim and Jan Roe left. They will meet again on Friday.",
        expect![[r"
            talks held (meeting)
                ann-lee attended
                bo-kim attended
                jan-roe attended
            talks planned 2021-06-18 (meet)
                bo-kim expected
                jan-roe expected
        "]],
    );
}

#[test]
fn money_and_pipelines_are_no_parties() {
    check(
        "Russia sold Bulgaria gas for 257 U.S. dollars. The two countries will hold talks on Friday.",
        expect![[r"
            talks planned 2021-06-18 (talks)
                RU expected
                BG expected
        "]],
    );
    check(
        "The Iranian ambassador met the Pakistani minister over the Iran-Pakistan-India gas pipeline. The \
         two countries agreed to meet next week.",
        expect![[r"
            talks held (met)
                IR attended
                PK attended
            talks planned 2021-06 (meet)
                IR expected
                PK expected
        "]],
    );
}

#[test]
fn a_list_of_countries_comes_as_a_whole() {
    check(
        "Cultural ministers from Asian countries and regions, including Singapore, Indonesia, Thailand, the \
         Philippines, Malaysia, South Korea, Japan and Vietnam, joined the forum in Hong Kong on Monday.",
        expect![[r"
            conference held 2021-06-14 in HK (the forum)
                KR attended
                MY attended
                JP attended
                SG attended
                ID attended
                TH attended
                PH attended
                VN attended
        "]],
    );
    check(
        "The meeting in Hanoi drew the presence of such prominent figures as Chinese President Hu Jintao, \
         U.S. President George W. Bush and Japanese Prime Minister Shinzo Abe.",
        expect![[r"
            talks held in hanoi (The meeting)
                CN attended
                hu-jintao attended
                US attended
                george-w-bush attended
                JP attended
                shinzo-abe attended
        "]],
    );
}

#[test]
fn who_signs_has_not_negotiated() {
    check(
        "China and Pakistan launched negotiations in April 2019. The deal was signed by Chinese Commerce \
         Minister Bo Xilai and Pakistani Commerce Minister Humayun Khan on Friday, in the presence of \
         Chinese President Hu Jintao and Pakistani President Pervez Musharraf.",
        expect![[r"
            talks held 2019-04 (negotiations)
                CN attended
                PK attended
        "]],
    );
}

#[test]
fn who_is_between_commas_meets() {
    check(
        "The White House has avoided criticism of Nuri Maliki, who is due to meet George Bush in Jordan on \
         Wednesday.",
        expect![[r"
            talks planned 2021-06-16 in JO (meet)
                nuri-maliki expected
                george-bush expected
        "]],
    );
}

#[test]
fn what_is_planned_is_on_a_weekday_to_come() {
    check(
        "US Defense Secretary William Cohen flies into Tokyo on Monday.",
        expect![[r"
            visit planned 2021-06-21..? in tokyo (flies)
                william-cohen expected
                US expected
        "]],
    );
    check(
        "US President George W. Bush begins a five-day visit to China on Saturday.",
        expect![[r"
            visit planned 2021-06-19..2021-06-23 in CN (visit)
                george-w-bush expected
                US expected
        "]],
    );
    check(
        "US President George W. Bush has held talks with Iraqi officials before a summit next month.",
        expect![[r"
            talks held (talks)
                IQ attended
                george-w-bush attended
                US attended
        "]],
    );
}

#[test]
fn another_hour_of_the_same_day() {
    check(
        "French President Jacques Chirac met German Chancellor Angela Merkel in Berlin on Monday. Earlier in \
         the day, he met German President Horst Koehler.",
        expect![[r"
            talks held 2021-06-14 in berlin (met)
                jacques-chirac attended
                angela-merkel attended
                FR attended
                DE attended
            talks held 2021-06-14 in berlin (met)
                jacques-chirac attended
                horst-koehler attended
                DE attended
                FR attended
        "]],
    );
    check(
        "President Jalal Talabani met Ali Khamenei on Monday. Earlier in the day, he met Manouchehr Mottaki.",
        expect![[r"
            talks held 2021-06-14 (met)
                jalal-talabani attended
                ali-khamenei attended
            talks held 2021-06-14 (met)
                jalal-talabani attended
                manouchehr-mottaki attended
        "]],
    );
    check(
        "Iraqi President Jalal Talabani arrived in Tehran on Monday. He held talks with Iranian President \
         Mahmoud Ahmadinejad soon after his arrival.",
        expect![[r"
            visit ongoing 2021-06-14..? in tehran (arrived)
                jalal-talabani attended
                IQ attended
            talks held 2021-06-14 in tehran (talks)
                mahmoud-ahmadinejad attended
                jalal-talabani attended
                IR attended
                IQ attended
        "]],
    );
}

#[test]
fn where_it_is_taking_place() {
    check(
        "The conference between China and Peru is taking place in Lima.",
        expect![[r"
        conference ongoing in lima (The conference)
            CN attended
            PE attended
    "]],
    );
    check(
        "Japan and China met in the South Korean port city of Busan on Monday.",
        expect![[r"
        talks held 2021-06-14 in busan (met)
            JP attended
            CN attended
    "]],
    );
    check(
        "Russia and France met on the Greek island of Crete on Monday.",
        expect![[r"
        talks held 2021-06-14 in crete (met)
            RU attended
            FR attended
    "]],
    );
}

#[test]
fn talks_that_somebody_set_out_for_are_to_come_and_a_success_is_over() {
    check(
        "French Foreign Minister Michel Barnier arrived in Moscow on Tuesday for talks with Russian Foreign \
         Minister Sergei Lavrov.",
        expect![[r"
            visit ongoing 2021-06-15..? in moscow (arrived)
                michel-barnier attended
                FR attended
            talks planned in moscow (talks)
                sergei-lavrov expected
                michel-barnier expected
                RU expected
                FR expected
        "]],
    );
    check(
        "Chinese President Hu Jintao arrived in Chile on Monday. Hu's visit to Chile was a success, Chilean \
         President Ricardo Lagos said.",
        expect![[r"
            visit held 2021-06-14 in CL (arrived, visit)
                hu-jintao attended
                CN attended
        "]],
    );
}

#[test]
fn who_urges_others_to_talk_is_no_party() {
    check(
        "Egypt urged Syria to resume peace talks with Israel.",
        expect![[r"
            talks proposed according to EG (peace talks)
                IL expected
                SY expected
        "]],
    );
}

#[test]
fn what_a_meeting_is_about_is_no_party() {
    check(
        "Delegates at the meeting in Geneva on Sudan and Chad agreed to send troops.",
        expect![[r"
            talks held in geneva (the meeting)
        "]],
    );
}

#[test]
fn a_delegation_is_told_of_again_with_its_members() {
    check(
        "A delegation of the space mission arrived in Macao on Tuesday for a three-day visit. The 30-strong \
         delegation, including Fei Junlong and Nie Haisheng, disembarked the ferry at noon.",
        expect![[r"
            visit ongoing 2021-06-15..2021-06-17 in MO (arrived, visit)
                fei-junlong attended
                nie-haisheng attended
        "]],
    );
}

#[test]
fn a_weekend_meeting_was_on_the_last_weekend() {
    check(
        "The yen sank Monday as G7 powers appeared unfazed at a weekend meeting in London.",
        expect![[r"
            talks held 2021-06-12..2021-06-13 in london (meeting)
        "]],
    );
}
