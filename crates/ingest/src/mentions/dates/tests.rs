use super::*;
use crate::tagger::Tagger;
use expect_test::{Expect, expect};

fn show(when: &When) -> String {
    match (when.from, when.to) {
        (None, None) => "?".to_owned(),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let show = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
            format!("{}..{}", show(from), show(to))
        }
    }
}

/// `published` may be empty.
#[track_caller]
fn check(published: &str, texts: &[&str], expected: Expect) {
    let read = |text: &&str| {
        let surface = Surface::new(text, Tagger::embedded());
        let dates = dates(&surface, published.parse().ok());
        assert!(dates.iter().all(|date| date.when.words == Some(surface.span_of(&date.run))));
        let shown =
            dates.iter().map(|date| format!("{} → {}", surface.words(&date.run), show(&date.when)));
        if dates.is_empty() { "none".to_owned() } else { shown.collect::<Vec<_>>().join("; ") }
    };
    expected.assert_eq(&texts.iter().map(read).collect::<Vec<_>>().join("\n"));
}

#[test]
fn dates_in_full_need_no_day_of_publication() {
    check(
        "",
        &[
            "They met on July 14, 2021, in Paris.",
            "They met on 14 July 2021.",
            "The 14th of July 2021 was a holiday.",
            "Saturday, October 10, 2009",
            "JULY 14, 2021",
            "since Moscow’s February 24, 2022, invasion",
            "Signed 2021-07-14.",
            "Signed 2021/07/14 and not 7/8/2021, but 25/12/2021.",
            "In June 2021 and in May of 2022.",
            "from Sept. 3, 2004 on",
        ],
        expect![[r"
            July 14, 2021 → 2021-07-14
            14 July 2021 → 2021-07-14
            14th of July 2021 → 2021-07-14
            Saturday, October 10, 2009 → 2009-10-10
            JULY 14, 2021 → 2021-07-14
            February 24, 2022 → 2022-02-24
            2021-07-14 → 2021-07-14
            2021/07/14 → 2021-07-14; 25/12/2021 → 2021-12-25
            June 2021 → 2021-06; May of 2022 → 2022-05
            Sept. 3, 2004 → 2004-09-03.."]],
    );
}

#[test]
fn a_day_of_the_week_is_the_last_one_or_the_next_as_the_verb_has_it() {
    check(
        "2014-09-06",
        &[
            "He met the envoy late on Wednesday.",
            "Lavrov said Tuesday that Moscow will attend.",
            "Lavrov said Moscow will attend talks Tuesday.",
            "They will meet, Lavrov said Tuesday.",
            "On Friday, ministers will meet.",
            "He said that on Friday ministers will meet.",
            "He went to Israel for talks Thursday before he is to meet Friday with Abbas.",
            "Talks to be held Monday were called off.",
            "The leaders hold talks on Friday.",
            "The president is meeting the envoy on Thursday.",
            "Tuesday's meeting was short.",
            "Talks had been scheduled for Tuesday.",
            "The deadline is 1600 GMT Thursday.",
            "He arrived on Saturday.",
            "The court gave the coalition until Friday to resign.",
            "He stayed until Friday.",
            "He was praised following Tuesday's raid.",
        ],
        expect![[r"
            Wednesday → 2014-09-03
            Tuesday → 2014-09-02
            Tuesday → 2014-09-09
            Tuesday → 2014-09-02
            Friday → 2014-09-12
            Friday → 2014-09-12
            Thursday → 2014-09-04; Friday → 2014-09-12
            Monday → 2014-09-08
            Friday → 2014-09-12
            Thursday → 2014-09-11
            Tuesday → 2014-09-02
            Tuesday → 2014-09-02
            Thursday → 2014-09-11
            Saturday → 2014-09-06
            Friday → ..2014-09-12
            Friday → ..2014-09-05
            Tuesday → 2014-09-02"]],
    );
    check("", &["He left on Tuesday."], expect!["Tuesday → ?"]);
}

#[test]
fn a_word_beside_it_says_which_one() {
    check(
        "2014-09-03",
        &[
            "last Friday and this Friday",
            "They meet next Monday.",
            "this past Sunday",
            "on Friday last week",
            "Thursday of next week",
            "last week on Tuesday",
            "last June, last July's airlift, next March",
            "in October last year",
            "on 5 May this year",
            "the 22nd of this month",
        ],
        expect![[r"
            last Friday → 2014-08-29; this Friday → 2014-09-05
            next Monday → 2014-09-08
            this past Sunday → 2014-08-31
            Friday last week → 2014-08-29
            Thursday of next week → 2014-09-11
            last week on Tuesday → 2014-08-26
            last June → 2014-06; last July → 2014-07; next March → 2015-03
            October last year → 2013-10
            5 May this year → 2014-05-05
            22nd of this month → 2014-09-22"]],
    );
}

#[test]
fn a_day_or_month_without_its_year_is_the_nearest_that_suits() {
    check(
        "2022-03-03",
        &[
            "He had a call on February 24.",
            "She left on December 31.",
            "The party was founded on June 5.",
            "She will travel to Rabat on March 8.",
            "She travels to Rabat March 8.",
            "He was arrested in June.",
            "They will vote in June.",
            "He spoke on March 3.",
            "agreed to meet at the end of September",
            "Wednesday, July 14",
            "He came on February 29.",
            "The tariff took effect on April 10.",
            "The minister announced a vote, to nobody's surprise, on April 10.",
            "They spoke in mid-October, and the deal had been set for May 7.",
            "the initial announcement back in May",
            "They discussed the March 24 summit.",
        ],
        expect![[r"
            February 24 → 2022-02-24
            December 31 → 2021-12-31
            June 5 → 2021-06-05
            March 8 → 2022-03-08
            March 8 → 2022-03-08
            June → 2021-06
            June → 2022-06
            March 3 → 2022-03-03
            the end of September → 2022-09
            Wednesday, July 14 → 2021-07-14
            February 29 → 2020-02-29
            April 10 → 2021-04-10
            April 10 → 2022-04-10
            mid-October → 2021-10; May 7 → 2022-05-07
            May → 2021-05
            March 24 → 2022-03-24"]],
    );
}

#[test]
fn stretches_have_two_ends() {
    check(
        "2014-09-06",
        &[
            "They met over Thursday to Friday.",
            "She will visit Oslo September 17–20.",
            "May 17-20, 2021",
            "from 3 to 5 June",
            "3-5 June 2021",
            "between June 3 and 5",
            "July 29-August 2",
            "June 30 and July 1, 2014",
            "on August 30 and September 4",
            "December 30, 2013 to January 2, 2014",
            "the 1992-95 war, between 2008 and 2010, from 2001 to 2003",
            "from June to August 2013",
            "Monday-Wednesday",
            "today and tomorrow",
        ],
        expect![[r"
            Thursday to Friday → 2014-09-04..2014-09-05
            September 17–20 → 2014-09-17..2014-09-20
            May 17-20, 2021 → 2021-05-17..2021-05-20
            3 to 5 June → 2014-06-03..2014-06-05
            3-5 June 2021 → 2021-06-03..2021-06-05
            June 3 and 5 → 2014-06-03..2014-06-05
            July 29-August 2 → 2014-07-29..2014-08-02
            June 30 and July 1, 2014 → 2014-06-30..2014-07-01
            August 30 → 2014-08-30; September 4 → 2014-09-04
            December 30, 2013 to January 2, 2014 → 2013-12-30..2014-01-02
            1992-95 → 1992..1995; 2008 and 2010 → 2008..2010; 2001 to 2003 → 2001..2003
            June to August 2013 → 2013-06..2013-08
            Monday-Wednesday → 2014-09-01..2014-09-03
            today and tomorrow → 2014-09-06..2014-09-07"]],
    );
}

#[test]
fn what_is_counted_from_the_day_of_publication() {
    check(
        "2025-02-18",
        &[
            "They met today, after yesterday's call, and will meet tomorrow morning.",
            "this week's talks, last week, next month, last year",
            "earlier this week and later this week",
            "later this month",
            "early next year, late last month",
            "two weeks ago, three days ago, a month ago",
            "nearly two years ago, more than 45 years ago",
            "just a few weeks ago, several days ago, some years ago",
            "a year and a half ago",
            "He will return in two days.",
            "the first visit in two years, in two days of talks",
            "during the last three days",
            "by the end of the month, until the end of the year",
            "over the weekend, last weekend",
            "They will meet at the weekend.",
            "last night, tonight, the day after tomorrow",
            "earlier in the week, by year's end",
            "last summer, this winter",
        ],
        expect![[r"
            today → 2025-02-18; yesterday → 2025-02-17; tomorrow morning → 2025-02-19
            this week → 2025-02-17..2025-02-23; last week → 2025-02-10..2025-02-16; next month → 2025-03; last year → 2024
            earlier this week → 2025-02-17; later this week → 2025-02-18..2025-02-23
            later this month → 2025-02
            early next year → 2026; late last month → 2025-01
            two weeks ago → 2025-02-03..2025-02-09; three days ago → 2025-02-15; a month ago → 2025-01
            nearly two years ago → 2023; more than 45 years ago → 1980
            just a few weeks ago → 2024-12-31..2025-02-04; several days ago → 2025-02-11..2025-02-16
            a year and a half ago → 2023-08
            two days → 2025-02-20
            none
            the last three days → 2025-02-15..2025-02-18
            the end of the month → ..2025-02; the end of the year → ..2025
            weekend → 2025-02-15..2025-02-16; last weekend → 2025-02-15..2025-02-16
            weekend → 2025-02-22..2025-02-23
            last night → 2025-02-17; tonight → 2025-02-18; day after tomorrow → 2025-02-20
            earlier in the week → 2025-02-17; year's end → ..2025
            last summer → 2024-06..2024-08; this winter → 2024-12..2025-02"]],
    );
    check(
        "",
        &["today, last week, two years ago"],
        expect!["today → ?; last week → ?; two years ago → ?"],
    );
    check(
        "2025-02",
        &["today, last month, two years ago"],
        expect!["today → ?; last month → 2025-01; two years ago → 2023"],
    );
}

#[test]
fn years_stand_where_years_stand() {
    check(
        "2014-09-06",
        &[
            "in 2008, in early 2008, late 2007, mid-2009",
            "Since the 2010 NATO summit",
            "Kenya's 2007 election",
            "the war (2008)",
            "by the end of 2014",
            "in 2008 and 2010",
            "in the summer of 2013",
        ],
        expect![[r"
            2008 → 2008; early 2008 → 2008; late 2007 → 2007; mid-2009 → 2009
            2010 → 2010
            2007 → 2007
            2008 → 2008
            the end of 2014 → ..2014
            2008 → 2008; 2010 → 2010
            summer of 2013 → 2013-06..2013-08"]],
    );
}

#[test]
fn one_end_may_be_told_alone() {
    check(
        "2014-09-06",
        &[
            "since Monday",
            "since the beginning of the year",
            "It will last until Friday.",
            "They have until Thursday to vote.",
            "It was signed before May 2013.",
            "after Friday's talks",
            "after Friday talks",
        ],
        expect![[r"
            Monday → 2014-09-01..
            the beginning of the year → 2014..
            Friday → ..2014-09-12
            Thursday → ..2014-09-11
            May 2013 → ..2013-05
            Friday → 2014-09-05
            Friday → 2014-09-05"]],
    );
}

#[test]
fn what_is_no_date() {
    check(
        "2014-09-06",
        &[
            "You may march on. May God help. Theresa May said so.",
            "Resolution 2254 and Resolution 1701",
            "24 countries, 1,000 troops, 2000 troops, a force of 2000 men, by 1200 GMT",
            "G-20, COVID-19, 9/11, page 12, aged 45, 13 year mission",
            "the Sunni leader, the Sun, on Good Friday, the Sunday Times, every Monday, Fridays",
            "the March 14 Alliance, the October Revolution, the 1990s",
            "in the coming days, the next day, the following Monday",
            "the four-day visit, June 31, February 30, 2010",
            "April Smith left.",
        ],
        expect![[r"
            none
            none
            none
            none
            none
            none
            none
            none
            none"]],
    );
}

#[test]
fn no_text_breaks_it() {
    let shards = [
        "June",
        "31",
        "May",
        "-",
        "–",
        "2010",
        "the",
        "last",
        "end",
        "of",
        "two",
        "years",
        "ago",
        "in",
        "Friday",
        ",",
        "/",
        "9999-12-31",
        "and",
        "a",
        "half",
        "'s",
        "\u{2011}",
        "mid-",
        "1-2-3-4",
        "’",
        "early",
        "this",
        "week",
        "ſ",
        "99",
    ];
    let mut seed = 7_u64;
    for _ in 0..2000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text += shards[usize::try_from(seed >> 33).unwrap_or(0) % shards.len()];
            text += if seed & 4 == 0 { " " } else { "" };
        }
        let surface = Surface::new(&text, Tagger::embedded());
        for published in
            [None, "0001-01-01".parse().ok(), "9999-12-31".parse().ok(), "2020".parse().ok()]
        {
            for date in dates(&surface, published) {
                assert!(date.run.start < date.run.end, "{text}");
            }
        }
    }
}

#[test]
fn the_year_of_an_occasion_stands_right_before_it() {
    check(
        "",
        &[
            "the successful 2018 Summit of the Americas",
            "some 2018 ministers",
            "a third 2018 wheat",
        ],
        expect![[r"
            2018 → 2018
            none
            none"]],
    );
}

#[test]
fn a_day_in_full_says_more_than_today() {
    check(
        "2021-08-03",
        &[
            "Tomorrow evening, August 3rd, Lee will meet Kim.",
            "Lee will speak at 4:30 p.m. today, Tuesday, August 3, 2021.",
            "A week from today, August 10, Lee will meet Kim.",
            "Yesterday Lee met Kim.",
        ],
        expect![[r"
            Tomorrow evening, August 3rd → 2021-08-03
            today, Tuesday, August 3, 2021 → 2021-08-03
            A week from today → 2021-08-10; August 10 → 2021-08-10
            Yesterday → 2021-08-02"]],
    );
}

#[test]
fn what_is_coming_is_the_first_to_come() {
    check(
        "2022-02-09",
        &[
            "Coming Saturday they will meet.",
            "They will meet this coming weekend.",
            "They will meet next Saturday.",
            "They met just a couple weeks ago.",
            "Lee will go into the summit in a few months.",
            "They will meet in summer.",
            "They met in summer.",
            "Why did Lee decide to hold talks on Friday?",
        ],
        expect![[r"
            Coming Saturday → 2022-02-12
            this coming weekend → 2022-02-12..2022-02-13
            next Saturday → 2022-02-19
            just a couple weeks ago → 2022-01-24..2022-01-30
            a few months → 2022-04-10..2022-09-07
            summer → 2022-06..2022-08
            none
            Friday → 2022-02-11"]],
    );
}
