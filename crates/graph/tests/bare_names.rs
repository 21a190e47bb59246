//! Whom a name of one word means where little else is told.

mod told;

use chancery_graph::NodeKind;
use expect_test::expect;
use told::check;

#[test]
fn an_office_that_one_of_them_has_is_not_that_of_a_better_known_one() {
    let known = (1..=9).fold(String::new(), |text, number| {
        format!("{text}a{number} 2022-01-0{number}\n person Jake Hill of US as Security Adviser\n")
    });
    let text = "b 2022-02-01
            person John Hill of US as Ambassador
         c 2022-02-02
            person Hill of US as Ambassador
         d 2022-02-03
            person Hill of US as Security Adviser";
    check(
        NodeKind::Person,
        &format!("{known}{text}"),
        expect![[r"
            person:jake-hill
              person:hill = person:jake-hill: the name with that office or state
            person:john-hill
              person:hill = person:john-hill: the name with that office or state
        "]],
    );
}

#[test]
fn a_name_that_is_nearly_always_one_persons_is_theirs() {
    // Of two who bear it, where neither office nor state is told.
    let two = "a 2022-01-01
            person Bashar Assad of SY as President
         b 2022-01-02
            person Omar Assad of PS
         c 2022-01-03
            person Assad of SY as President
         d 2022-01-04
            person Assad of SY as President";
    check(
        NodeKind::Person,
        &format!("{two}\ne 2022-01-05\n person Assad\nf 2022-01-06\n person Assad as Doctor"),
        expect![[r"
            person:assad
            person:bashar-assad
              person:assad = person:bashar-assad: the name with that office or state
              person:assad = person:bashar-assad: the best known bearer of the name
            person:omar-assad
        "]],
    );
    // As often of the other.
    check(
        NodeKind::Person,
        &format!(
            "{two}\ng 2022-01-05\n person Assad\nh 2022-01-06\n person Assad of PS\n\
             i 2022-01-07\n person Assad of PS"
        ),
        expect![[r"
            person:assad
            person:bashar-assad
              person:assad = person:bashar-assad: the name with that office or state
            person:omar-assad
              person:assad = person:omar-assad: the name with that office or state
        "]],
    );
}

#[test]
fn a_given_name_that_falls_in_speech_is_no_node() {
    let known = "a 2022-01-01
            person Andrea Mitchell
            person Claude Joseph of HT as Prime Minister
            person Joseph Hill
            person Xi Jinping of CN as President
            person Emmanuel Macron of FR as President
         b 2022-01-02
            person Andrea Meza of CR as Minister";
    // Whom the speaker calls upon, or mentions by it.
    let nobody = "c 2022-02-01
            person Andrea
            text MR LEE: Andrea, go ahead.
         d 2022-02-02
            person Andrea
            text MR LEE: As I told Andrea a minute ago, no.
         e 2022-02-03
            person Nazira
            text MR LEE: Yes. Nazira. Go ahead.
         f 2022-02-04
            person Joseph
            person Pierre of HT
            text MR LEE: Thanks, Joseph. Well, no.
         g 2022-02-05
            person Joseph
            text MR LEE: It is what I told Joseph a minute ago.";
    // A family name, one with an office, one who is not only called, and what is written.
    let somebody = "h 2022-03-01
            person Macron
            text MR LEE: We spoke with Merkel, Macron, and others.
         i 2022-03-02
            person Xi
            person Wang of CN
            text MR LEE: The President spoke to Xi a minute ago.
         j 2022-03-03
            person Gitte
            text MR LEE: We spoke with Gitte of it.
         k 2022-03-04
            person Jens
            text We met Jens, who leads.";
    check(
        NodeKind::Person,
        &format!("{known}\n{nobody}\n{somebody}"),
        expect![[r"
            person:andrea-meza
            person:andrea-mitchell
            person:claude-joseph
            person:emmanuel-macron
              person:macron = person:emmanuel-macron: the only known bearer of the name
            person:gitte
            person:jens
            person:joseph-hill
            person:pierre
            person:wang
            person:xi-jinping
              person:xi = person:xi-jinping: the only known bearer of the name
        "]],
    );
}

#[test]
fn a_reporter_named_elsewhere_is_nobody_of_whom_more_is_told() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Owen Hill
            person Missy Lake
         b 2022-02-02
            person Hill
         c 2022-02-03
            person Lake of IE as Minister",
        expect![[r"
            person:hill
            person:lake
            person:missy-lake
            person:owen-hill
        "]],
    );
}

#[test]
fn a_title_that_is_a_slip_is_not_theirs() {
    let known = (1..=9).fold(String::new(), |text, number| {
        format!("{text}a{number} 2022-01-0{number}\n person Jake Hill of US as Security Adviser\n")
    });
    let text = "b 2022-02-01
            person Jake Hill of US as Ambassador
         c 2022-02-02
            person John Hill of US as Ambassador
         d 2022-02-03
            person Hill of US as Ambassador";
    check(
        NodeKind::Person,
        &format!("{known}{text}"),
        expect![[r"
            person:jake-hill
            person:john-hill
              person:hill = person:john-hill: the name with that office or state
        "]],
    );
}

#[test]
fn one_word_is_one_name_however_its_bearer_is_addressed() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Hasina of BD as Prime Minister
         b 2022-02-02
            person Sheikh Hasina of BD as Prime Minister",
        expect![[r"
            person:hasina
        "]],
    );
}

#[test]
fn a_name_cut_short_is_of_the_only_one_whom_it_fits() {
    let known = (1..=6).fold(String::new(), |text, number| {
        format!(
            "{text}a{number} 2022-01-0{number}\n person Ashraf Ghani of AF as President\n person Zalmay Khalilzad of US as Envoy\n"
        )
    });
    check(
        NodeKind::Person,
        &format!(
            "{known}b 2022-02-01
                person Ashraf Ghani of AF as President
                person Tony Blinken of US as Secretary
                person Zal
             c 2022-02-02
                person Jean-Yves Le Drian of FR as Minister
                person Zal
             d 2022-02-03
                person S. Jaishankar of IN as Minister
                person Jai"
        ),
        expect![[r"
            person:ashraf-ghani
            person:jean-yves-le-drian
            person:s-jaishankar
              person:jai = person:s-jaishankar: a short form of the given name, of one state, office or report
            person:tony-blinken
            person:zal
            person:zalmay-khalilzad
              person:zal = person:zalmay-khalilzad: a short form of the given name, of one state, office or report
        "]],
    );
}

#[test]
fn a_president_is_no_secretary() {
    check(
        NodeKind::Person,
        "a 2022-01-01
            person Bill Clinton of US as President
         b 2022-01-02
            person Clinton of US as Secretary
         c 2022-01-03
            person Clinton of US as President
         d 2022-01-04
            person Clinton",
        expect![[r"
            person:bill-clinton
              person:clinton = person:bill-clinton: the name with that office or state
              person:clinton = person:bill-clinton: the only known bearer of the name
            person:clinton
        "]],
    );
}

#[test]
fn another_office_of_a_common_surname_is_another_s() {
    check(
        NodeKind::Person,
        "a 2022-01-01
            person Ann Lee
            person Bo Lee
            person Tom Lee
         b 2022-01-02
            person Lee of KR as Minister
         c 2022-01-03
            person Lee as Minister
         d 2022-01-04
            person Lee as Chairwoman",
        expect![[r"
            person:ann-lee
            person:bo-lee
            person:lee
            person:lee@chair
            person:tom-lee
        "]],
    );
}

#[test]
fn whose_office_is_told_elsewhere_is_known() {
    check(
        NodeKind::Person,
        "a 2022-01-01
            person Mark Milley
         b 2022-01-02
            person Milley as Chairman
         c 2022-01-03
            person Milley as Chairman
         d 2022-01-04
            person Milley
         e 2022-01-05
            person Owen Churchill
         f 2022-01-06
            person Churchill",
        expect![[r"
            person:churchill
            person:mark-milley
              person:milley = person:mark-milley: the best known bearer of the name
              person:milley = person:mark-milley: the only known bearer of the name
            person:owen-churchill
        "]],
    );
}

#[test]
fn a_part_of_a_name_is_of_whoever_bears_the_office_rather_than_of_another_of_that_name() {
    check(
        NodeKind::Person,
        "a 2022-04-07
            person Masud Bin Momen of BD as Foreign Secretary
         b 2022-04-04
            person A. K. Abdul Momen of BD as Foreign Minister
         c 2022-06-02
            person Momen of BD as Foreign Minister
         d 2022-06-02
            person Momen of BD as Foreign Secretary",
        expect![[r"
            person:a-k-abdul-momen
              person:momen = person:a-k-abdul-momen: the name with that office or state
            person:masud-bin-momen
              person:momen = person:masud-bin-momen: the name with that office or state
        "]],
    );
}
