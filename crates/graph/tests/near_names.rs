//! Names of one person that are written in ways that hardly any two others are.

mod told;

use chancery_graph::NodeKind;
use expect_test::expect;
use told::check;

#[test]
fn short_forms_begin_with_other_letters() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Bob Gilchrist
         b 2022-02-02
            person Robert S. Gilchrist of US as Ambassador",
        expect![[r"
            person:bob-gilchrist
              person:bob-gilchrist = person:robert-s-gilchrist: a short form of the given name, of one state, office or report
        "]],
    );
}

#[test]
fn by_names_are_of_whom_they_call() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Mahmoud Abbas of PS as President
         b 2022-02-02
            person Abu Mazen
         c 2022-02-03
            person Andrés Manuel López Obrador of MX as President
         d 2022-02-04
            person AMLO of MX as President",
        expect![[r"
            person:abu-mazen
              person:abu-mazen = person:mahmoud-abbas: the same words
            person:amlo
              person:amlo = person:andres-manuel-lopez-obrador: the same words
        "]],
    );
}

#[test]
fn a_letter_off_is_told_by_who_is_well_known() {
    let known = (1..=6).fold(String::new(), |text, number| {
        format!("{text}a{number} 2022-01-0{number}\n person Wang Yi of CN as Foreign Minister\n")
    });
    check(
        NodeKind::Person,
        &format!(
            "{known}b 2022-02-01
                person Wong Yi
                person Nil Aide of CN
             c 2022-02-02
                person Jiha Ham
             d 2022-02-03
                person Jiha Han"
        ),
        expect![[r"
            person:jiha-ham
            person:jiha-han
            person:nil-aide
            person:wang-yi
              person:wang-yi = person:wong-yi: spellings of one name, of one state or office
        "]],
    );
}

#[test]
fn a_beginning_of_two_given_names_is_nobodys() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Luis Alberto
            person Nil Aide of CO
            person Bo Ek of US
         b 2022-02-02
            person Luis Alberto Gil
            person Nil Aide of CO
            person Bo Ek of US",
        expect![[r"
            person:bo-ek
            person:luis-alberto
            person:luis-alberto-gil
            person:nil-aide
        "]],
    );
}

#[test]
fn a_middle_name_is_left_out_of_a_telling_name() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person Camila Ortega Murillo
            person Nil Aide of NI
         b 2022-02-02
            person Camila Antonia Ortega Murillo
            person Nil Aide of NI",
        expect![[r"
            person:camila-antonia-ortega-murillo
              person:camila-antonia-ortega-murillo = person:camila-ortega-murillo: one leaves out or shortens a middle name
            person:nil-aide
        "]],
    );
}

#[test]
fn initials_are_those_of_middle_names() {
    check(
        NodeKind::Person,
        "a 2022-02-01
            person George H.W. Bush of US as President
         b 2022-02-02
            person George Herbert Walker Bush
         c 2022-02-03
            person George W. Bush of US as President
         d 2022-02-04
            person Bush Jr. of US as President
         e 2022-02-05
            person Alexander Lashkarava
            person Lekso Lashkarava
         f 2022-02-06
            person Teresa Welsch
         g 2022-02-07
            person Teresa Welsh",
        expect![[r"
            person:alexander-lashkarava
              person:alexander-lashkarava = person:lekso-lashkarava: a short form of the given name, of one state, office or report
            person:bush-jr
              person:bush-jr = person:george-w-bush: the same words
            person:george-h-w-bush
              person:george-h-w-bush = person:george-herbert-walker-bush: one leaves out or shortens a middle name
            person:teresa-welsch
              person:teresa-welsch = person:teresa-welsh: spellings of one name, of one state or office
        "]],
    );
}
