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
