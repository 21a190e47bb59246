//! Cases of a transcript: who only answers for others, and whom only a given name names.

mod show;

use expect_test::{Expect, expect};

fn check(title: &str, text: &str, expected: Expect) {
    let (facts, text) = show::read_titled(title, text, "2021-06-15");
    expected.assert_eq(&show::meetings(&facts, &text));
}

#[test]
fn whoever_answers_for_others_takes_no_part() {
    check(
        "Department Press Briefing",
        "Ned Price, Department Spokesperson\n\nMR PRICE: Good afternoon.\n\nQUESTION: What of Russia?\n\nMR \
         PRICE: I will tell you that when Secretary Blinken met with his Russian counterpart, Sergey Lavrov, in \
         Reykjavik on June 10, they spoke of rivers.\n\nQUESTION: And of the Amir?\n\nMR PRICE: So I will have \
         to refer you to the authorities to speak to the Amir’s visit to Iran on Monday.",
        expect![[r"
            talks held 2021-06-10 in reykjavik (met)
                blinken attended
                sergey-lavrov attended
                RU attended
            visit planned 2021-06-21 in IR (visit)
        "]],
    );
    // What he does himself is his own.
    check(
        "Department Press Briefing",
        "Ned Price, Department Spokesperson\n\nMR PRICE: Good afternoon.\n\nQUESTION: Did you meet \
         anyone?\n\nMR PRICE: I met with Foreign Minister Sergey Lavrov of Russia in Reykjavik on June 10.",
        expect![[r"
            talks held 2021-06-10 in reykjavik (met)
                ned-price attended
                sergey-lavrov attended
                RU attended
        "]],
    );
}

#[test]
fn a_given_name_is_of_the_one_in_the_title() {
    check(
        "Secretary Antony J. Blinken and German Foreign Minister Heiko Maas at a Joint Press Availability",
        "FOREIGN MINISTER MAAS: Good morning.\n\nSECRETARY BLINKEN: Thank you, Heiko. Heiko and I met with \
         Foreign Minister Bo Kim of Chad on Monday.",
        expect![[r"
            talks held 2021-06-15 (FOREIGN MINISTER MAAS)
                antony-j-blinken attended
                heiko-maas attended
                DE attended
            talks held 2021-06-14 (met)
                heiko-maas attended
                antony-j-blinken attended
                bo-kim attended
                DE attended
                TD attended
        "]],
    );
}

#[test]
fn a_leg_without_days_is_within_its_tour_and_a_recent_trip_is_over() {
    check(
        "Deputy Secretary Sherman’s Travel to Japan, the Republic of Korea, and Mongolia",
        "Deputy Secretary of State Wendy Sherman will travel to Japan, the Republic of Korea, and Mongolia from July \
         18 to July 25. The rivers are long.\n\nThe Deputy Secretary will then travel to Seoul.",
        expect![[r"
            visit planned 2021-07-18..2021-07-25 (travel)
                wendy-sherman expected
            visit planned 2021-07-18..2021-07-25 in seoul (travel)
                wendy-sherman expected
        "]],
    );
    check(
        "Special Envoy Lenderking’s Travel to Saudi Arabia",
        "Special Envoy Tim Lenderking will travel to Saudi Arabia from June 15 to June 17. The United States \
         welcomes the recent Omani trip to Sanaa.",
        expect![[r"
            visit planned 2021-06-15..2021-06-17 in SA (travel)
                tim-lenderking expected
                US expected
            visit held in sanaa according to US (Omani trip)
        "]],
    );
}
