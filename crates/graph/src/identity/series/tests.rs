use crate::NodeName;
use crate::identity::clusters::Clusters;
use crate::identity::meetings::join;
use crate::identity::occasion::{Manner, Occasion, Possible};
use crate::identity::title::Title;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// One report a line: its name, when it came out, what it tells of the days (`about` and `soon` if
/// none), perhaps `@` and a place, perhaps `+` and a state (or `organization:` and a body) with who is
/// there for it, and what the occasion is called, perhaps with a number. Two lines with one name are of one report.
fn occasions(text: &str) -> Vec<Occasion> {
    let day = |day: &str| day.parse::<NaiveDate>().expect("a day");
    let mut occasions = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.split(' ');
        let mut next = || words.next().expect("a word");
        let (document, published, days) = (next(), day(next()), next());
        let (days, to_be) = match days {
            "about" => (Possible::About(published), false),
            "soon" => (Possible::Soon(published, published + Days::new(2)), true),
            days => match days.split_once("..") {
                Some((first, last)) => (Possible::Within(day(first), day(last)), false),
                None => (Possible::Told(day(days), day(days)), false),
            },
        };
        let mut rest: Vec<&str> = words.collect();
        let place = rest[0].strip_prefix('@').map(|place| format!("place:{place}"));
        rest.drain(..usize::from(place.is_some()));
        let mut parties: BTreeMap<NodeName, Vec<NodeName>> = BTreeMap::new();
        while let Some(party) = rest[0].strip_prefix('+') {
            let body = party.strip_prefix("organization:");
            let (state, people) = party.split_once(':').unwrap_or((party, ""));
            let party = body.map_or_else(|| format!("state:{state}"), |_| party.to_owned());
            let people = if body.is_some() { "" } else { people };
            let people = people.split(',').filter(|name| !name.is_empty());
            let people = people.map(|name| format!("person:{name}").parse().expect("a name"));
            parties.insert(party.parse().expect("a name"), people.collect());
            rest.remove(0);
        }
        let number = rest.last().and_then(|word| word.parse().ok());
        rest.truncate(rest.len() - usize::from(number.is_some()));
        let is_known = |it: &&Occasion| it.document.as_str() == document;
        let told = occasions.iter().filter(is_known).count();
        let title = Title { words: rest.join(" "), number, letters: Vec::new() };
        occasions.push(Occasion {
            document: document.parse().expect("an id"),
            name: format!("meeting:{document}/{}", 1 + told).parse().expect("a name"),
            manner: Manner::Table,
            published: Some(published),
            days,
            to_be,
            parties,
            place: place.map(|place| place.parse().expect("an id")),
            title: Some(title),
            wording: None,
            of_the_title: false,
            plainly: None,
            besides: false,
            is_only_one: false,
        });
    }
    occasions
}

/// The reports that are of one occasion, each as its name; `expected` tells them in order.
#[track_caller]
fn check(text: &str, expected: &str) {
    let found = |occasions: &[Occasion]| {
        let mut clusters = Clusters::default();
        join(occasions, &mut clusters);
        let mut found: Vec<String> = clusters
            .finished()
            .map(|(names, _)| {
                let names = names.iter().map(|name| name.as_str().trim_start_matches("meeting:"));
                names.map(|name| name.trim_end_matches("/1")).collect()
            })
            .collect();
        found.sort();
        found.join(" ")
    };
    let mut occasions = occasions(text);
    assert_eq!(found(&occasions), expected);
    occasions.reverse();
    assert_eq!(found(&occasions), expected, "the order makes no difference");
}

#[test]
fn who_speaks_of_a_summit_for_months_means_the_last_one() {
    check(
        "a 2022-01-05 2021-12-09 democracy summit
         b 2022-02-14 about democracy summit
         c 2022-07-06 about democracy summit
         d 2022-07-20 soon democracy summit
         e 2022-06-06 2023-01-01..2023-12-31 democracy summit 2",
        "abcd",
    );
    // Longer ago than a year, or with another one soon, it may be either.
    check("a 2020-12-09 2020-12-09 green summit\n b 2022-07-06 about green summit", "");
    check(
        "a 2021-06-14 2021-06-14 nato summit
         b 2022-06-29 2022-06-29 nato summit
         c 2022-03-08 about nato summit",
        "",
    );
    // Talks are held all the time.
    check("a 2022-01-05 2022-01-05 oslo dialogue\n b 2022-07-06 about oslo dialogue", "");
    // A ministerial of many words that was once only is meant for months.
    check(
        "a 2022-05-18 2022-05-18 food security ministerial\n b 2022-06-24 about food security ministerial",
        "ab",
    );
    check("a 2022-05-18 2022-05-18 nato ministerial\n b 2022-06-24 about nato ministerial", "");
    // The second is another than one of which no number is told, unless they are near.
    check(
        "a 2022-02-15 2021-09-01..2021-09-30 covid summit\n b 2022-05-15 about covid summit 2",
        "",
    );
    check(
        "a 2022-04-08 2022-04-13..2022-04-14 ocean conference
         b 2022-04-21 about ocean conference 7
         c 2022-08-01 2025-01-01..2025-12-31 ocean conference 10",
        "ab",
    );
}

#[test]
fn the_days_that_one_report_alone_gives_to_a_well_known_summit_are_not_those_that_others_mean() {
    let known = "a 2022-01-05 2021-12-01..2021-12-31 democracy summit
                 b 2022-03-17 2021-12-01..2021-12-31 democracy summit
                 c 2022-04-06 2021-12-01..2021-12-31 democracy summit
                 d 2022-02-05 2022-02-09..2022-02-11 democracy summit
                 e 2022-03-02 about democracy summit
                 f 2022-07-06 about democracy summit";
    check(known, "abcef");
    // Others tell of it too.
    check(&format!("{known}\ng 2022-02-20 2022-02-10 democracy summit"), "abc defg");
}

#[test]
fn the_ministerial_of_one_report_is_the_only_one_there_also_with_the_day_of_the_journey() {
    let named = "a 2022-04-15 2022-04-19 @panama +PA +US migration ministerial";
    let again = "a 2022-04-15 2022-04-19..2022-04-20";
    check(&format!("{named}\n{again} @panama +PA:cai +US:ann ministerial"), "aa/2");
    check(&format!("{named}\n{again} @bogota +PA:cai +US:ann ministerial"), "");
    check(&format!("{named}\n{again} @panama +CO:cai +US:ann ministerial"), "");
}

#[test]
fn of_several_editions_of_a_year_nearly_all_tell_of_the_one_that_is_meant() {
    let told = "a 2022-03-17 2021-12-01..2021-12-31 green summit
                b 2022-04-13 2021-12-01..2021-12-31 green summit
                c 2022-04-27 2021-12-01..2021-12-31 green summit
                d 2021-06-02 2021-09-02 green summit
                e 2022-05-03 2021-01-01..2021-12-31 green summit";
    check(told, "abce");
    let other = "f 2021-09-02 2021-09-02 green summit";
    check(&format!("{told}\n{other}"), "abc df");
}

#[test]
fn two_numbers_are_of_two_whenever_they_are() {
    check(
        "a 2021-08-03 2021-08-02 river ministerial 2
         b 2021-08-03 2021-08-03 river ministerial 3
         c 2022-05-01 about river ministerial 2",
        "ac",
    );
}

#[test]
fn what_is_to_be_is_of_none_that_is_over() {
    check(
        "a 2022-05-26 soon climate conference\n b 2022-06-26 2021-01-01..2021-12-31 climate conference",
        "",
    );
}

#[test]
fn a_summit_may_be_called_by_where_it_is() {
    let told = "a 2022-06-22 2022-06-28..2022-06-30 @madrid nato summit
                b 2022-05-20 soon madrid summit
                c 2022-05-20 soon nato summit";
    check(told, "abc");
    // Two summits there: it may be either.
    check(&format!("{told}\nd 2022-06-01 2022-06-02 @madrid green summit"), "ac");
}

#[test]
fn a_summit_is_spoken_of_loosely_weeks_later_and_by_the_letters_of_its_place() {
    let told = "a 2022-06-08 2022-06-08 @los-angeles americas summit
                b 2022-06-09 2022-06-08..2022-06-10 @los-angeles americas summit
                c 2022-06-09 2022-06-09 @los-angeles americas summit";
    let late = "d 2022-07-18 2022-05-01..2022-05-31";
    check(&format!("{told}\n{late} la summit"), "abcd");
    check(&format!("{told}\n{late} americas summit"), "abcd");
    check(&format!("{told}\n{late} dc summit"), "abc");
    check(&format!("{told}\nd 2022-07-18 2022-04-01..2022-04-30 la summit"), "abc");
    check(&format!("{told}\nd 2022-06-20 2022-05-01..2022-05-31 la summit"), "abc");
    // Of few others that were there it is not told.
    check(
        &format!("{told}\n{late} la summit\ne 2022-06-08 2022-06-08 @los-angeles ceo summit"),
        "abcd",
    );
}

#[test]
fn the_same_two_at_a_dialogue_of_one_day_are_at_one_whoever_else_is_told() {
    check(
        "a 2022-03-24 2022-03-22 @san-jose +US:ann,bo dialogue
         b 2022-03-25 2022-03-22 +US:ann,bo +CR +PA dialogue
         c 2022-03-25 2022-03-22 +US:cy,bo +CL +MX dialogue",
        "ab",
    );
}

#[test]
fn a_ministerial_is_not_the_talks_beside_it() {
    check(
        "a 2022-03-04 2022-03-04 +US:ann +NO:jens event
         b 2022-03-04 2022-03-04 +US:ann +NO:jens event
         b 2022-03-04 2022-03-04 +US:ann +NO:jens nato ministerial",
        "ab",
    );
}

#[test]
fn a_dialogue_and_consultations_of_one_day_are_two() {
    check(
        "a 2022-04-22 2022-04-22 +US:ann +BE:bo indo pacific consultations
         b 2022-04-22 2022-04-22 +US:ann +BE:bo china eu dialogue",
        "",
    );
}

#[test]
fn three_who_are_all_the_same_may_be_told_a_day_off_under_a_name_but_not_beside_a_summit() {
    let told = |name: &str| {
        format!(
            "a 2022-02-15 2022-02-15 +US:ann +JP:bo +KR:cy {name}
             b 2022-02-16 2022-02-16 +US:ann +JP:bo +KR:cy event"
        )
    };
    check(&told("korea ministerial"), "ab");
    check(&told("nato summit"), "");
}

#[test]
fn a_name_of_no_day_is_the_only_one_of_the_same_words_and_more() {
    check(
        "a 2022-08-01 2022-08-01 nuclear proliferation treaty conference
         b 2022-08-03 about nuclear proliferation conference
         c 2022-08-03 about proliferation summit",
        "ab",
    );
    check(
        "a 2022-08-01 2022-08-01 nuclear proliferation treaty conference
         b 2022-08-02 2022-08-05 nuclear proliferation press conference
         c 2022-08-03 about nuclear proliferation conference",
        "",
    );
    // By the place alone, of whatever kind.
    check("a 2022-03-28 2022-03-27 negev summit\n b 2022-04-13 about negev ministerial", "ab");
    check("a 2022-03-28 2022-03-27 nato summit\n b 2022-04-13 about nato ministerial", "");
}

#[test]
fn the_summit_of_a_day_is_the_only_one_with_a_name_on_it() {
    check(
        "a 2022-05-10 2022-05-12..2022-05-13 asean summit
         b 2022-05-10 2022-05-13 summit
         c 2022-05-10 2022-05-14 summit
         d 2022-05-10 2022-05-13 +US:ann +KR:bo summit
         e 2022-05-10 2022-05-13 @seoul summit",
        "abe",
    );
    check(
        "a 2022-05-10 2022-05-13 @washington asean summit
         b 2022-05-10 2022-05-13 @seoul summit",
        "",
    );
    check(
        "a 2022-05-10 2022-05-13 asean summit
         b 2022-05-10 2022-05-13 green summit
         c 2022-05-10 2022-05-13 summit",
        "",
    );
}

#[test]
fn ministers_meet_at_the_meeting_of_the_same_words_and_more() {
    check(
        "a 2021-06-02 about america central system event
         b 2021-06-02 2021-06-01..2021-06-02 america central ministerial
         c 2021-06-02 2021-06-01..2021-06-02 america central finance ministerial
         d 2021-06-02 2021-06-01..2021-06-02 america event",
        "ab",
    );
}

#[test]
fn what_is_told_in_more_words_is_told_just_then() {
    check(
        "a 2022-03-04 2022-03-16 pledging yemen conference
         b 2022-03-16 2022-01-01..2022-03-16 crisis pledging yemen conference
         c 2022-07-20 2022-07-19 chain supply forum
         d 2022-02-11 2022-02-11..2022-12-31 chain energy supply forum",
        "ab",
    );
}

#[test]
fn what_is_known_by_its_name_is_no_other_meeting_of_its_sides() {
    check(
        "a 2022-05-10 2022-05-11 @marrakech +MA:bo +US:ann metals security ministerial
         b 2022-05-09 2022-05-11 @marrakech +US:cy metals security ministerial
         c 2022-05-11 2022-05-11 @marrakesh +MA +US event
         d 2022-05-11 2022-05-11 @rabat +MA +US event",
        "abc",
    );
}

#[test]
fn what_is_called_by_its_place_too_is_what_was_held_there() {
    check(
        "a 2022-06-24 2022-06-26..2022-06-28 @elmau g7 summit
         b 2022-07-29 about elmau g7 summit
         c 2022-07-29 soon g7 hiroshima summit",
        "ab",
    );
}

#[test]
fn the_ministerial_of_a_day_is_the_only_one_in_its_place() {
    check(
        "a 2022-04-20 about @panama-city +US:ann migration ministerial
         b 2022-04-15 2022-04-19..2022-04-20 @panama-city +PA +US:ann ministerial
         c 2022-04-15 2022-04-19..2022-04-20 @lima +PE +US:ann ministerial
         d 2022-04-15 2022-04-19..2022-04-20 ministerial",
        "ab",
    );
    check(
        "a 2022-04-20 about @panama-city +US:ann migration ministerial
         b 2022-04-20 2022-04-20 @panama-city +US:ann health ministerial
         c 2022-04-15 2022-04-19..2022-04-20 @panama-city +PA +US:ann ministerial",
        "",
    );
}

#[test]
fn what_a_body_met_for_that_day_is_what_has_its_name() {
    check(
        "a 2022-05-10 2022-05-10..2022-05-12 @marrakech +US:cy +organization:green-coalition coalition green ministerial
         b 2022-05-11 2022-05-11 @marrakesh +MA:bo +US:ann +organization:green-coalition event
         c 2022-05-11 2022-05-11 @marrakesh +FR:di +US:ann event
         d 2022-05-11 2022-05-11 @rabat +MA:bo +US:ann +organization:green-coalition event",
        "ab",
    );
}

#[test]
fn a_name_in_short_with_its_number_is_one_whatever_days_are_told() {
    check(
        "a 2021-08-09 2021-11-01..2021-11-30 @glasgow cop26 conference
         b 2021-06-11 2020-11-01..2020-11-30 cop26 conference
         c 2022-06-26 2021-01-01..2021-12-31 cop26 conference
         d 2022-07-06 2022-11-01..2022-11-30 cop27 conference",
        "abc",
    );
}

#[test]
fn what_is_announced_is_the_next_one_there_is_to_be() {
    // A summit is announced for months, unless there was one just before.
    check(
        "a 2021-06-12 soon climate conference\n b 2021-12-01 2021-11-03 climate conference",
        "ab",
    );
    check(
        "a 2021-06-12 soon climate conference
         b 2021-12-01 2021-11-03 climate conference
         c 2021-05-01 2021-04-22 climate conference",
        "",
    );
    // Of many words none else is meant, but not what the same report tells to have been held.
    check(
        "a 2022-05-06 soon consultative policy economic commission
         b 2022-07-29 2022-07-29 consultative policy economic commission",
        "ab",
    );
    check("a 2022-05-06 2022-05-06 policy dialogue\n a 2022-05-06 soon policy dialogue", "");
    // Of one number there is one, and what is to be within some months is told of after them.
    check(
        "a 2022-03-09 soon democracy summit 2\n b 2022-06-06 2023-01-01..2023-12-31 democracy summit 2",
        "ab",
    );
}

#[test]
fn a_conference_of_a_number_is_called_in_full_too() {
    let mut all = occasions(
        "a 2022-06-26 2021-11-01..2021-11-30 cop26 conference
         b 2021-06-12 soon change climate conference",
    );
    for it in all.iter_mut().take(1) {
        it.title.as_mut().expect("a title").letters = vec!["change climate".to_owned()];
    }
    let mut clusters = Clusters::default();
    join(&all, &mut clusters);
    assert_eq!(clusters.finished().count(), 1);
}

#[test]
fn a_summit_may_be_called_by_the_place_where_two_met() {
    check("a 2021-06-17 2021-06-16 @geneva summit\n b 2021-06-23 about geneva summit", "ab");
    check("a 2021-06-17 2021-06-16 @vienna summit\n b 2021-06-23 about geneva summit", "");
}
