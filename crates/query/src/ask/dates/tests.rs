use super::super::tokens::tokens;
use super::*;

/// Against Tuesday, 25 February 2025.
fn shown(words: &str) -> String {
    let today = NaiveDate::from_ymd_opt(2025, 2, 25).expect("a day");
    let tokens = tokens(words);
    match read(&tokens, today, false) {
        Ok(Some((len, span))) => {
            assert_eq!(len, tokens.len(), "{words}");
            let date = |date: Option<Date>| date.map_or_else(String::new, |d| d.to_string());
            format!("{}..{}", date(span.since), date(span.until))
        }
        Ok(None) => "none".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn days_are_read_as_people_write_them() {
    for (words, expected) in [
        ("in February 2025", "2025-02..2025-02"),
        ("in Feb '25", "2025-02..2025-02"),
        ("in 2/2025", "2025-02..2025-02"),
        ("in the first week of March 2022", "2022-03-01..2022-03-07"),
        ("in the first two weeks of March 2022", "2022-03-01..2022-03-14"),
        ("in the last week of March 2022", "2022-03-25..2022-03-31"),
        ("the week of 16 February 2022", "2022-02-14..2022-02-20"),
        ("the week before last", "2025-02-10..2025-02-16"),
        ("the day before yesterday", "2025-02-23..2025-02-23"),
        ("on Friday, 18 February 2022", "2022-02-18..2022-02-18"),
        ("in H1 2022", "2022-01..2022-06"),
        ("at the end of February 2022", "2022-02-21..2022-02-28"),
        ("in february", "2025-02..2025-02"),
        ("in March", "2024-03..2024-03"),
        ("on 18 February 2025", "2025-02-18..2025-02-18"),
        ("on February 18, 2025", "2025-02-18..2025-02-18"),
        ("on the 18th of February", "2025-02-18..2025-02-18"),
        ("2025-02-18", "2025-02-18..2025-02-18"),
        ("since January", "2025-01.."),
        ("since 2023", "2023.."),
        ("after March 2024", "2024-04-01.."),
        ("before 2024", "..2023-12-31"),
        ("until May 2024", "..2024-05"),
        ("by 2024", "..2024"),
        ("last week", "2025-02-17..2025-02-23"),
        ("this week", "2025-02-24..2025-03-02"),
        ("next week", "2025-03-03..2025-03-09"),
        ("last month", "2025-01..2025-01"),
        ("this month", "2025-02..2025-02"),
        ("this year", "2025..2025"),
        ("last year", "2024..2024"),
        ("last Tuesday", "2025-02-18..2025-02-18"),
        ("on Monday", "2025-02-24..2025-02-24"),
        ("yesterday", "2025-02-24..2025-02-24"),
        ("in the last 3 days", "2025-02-22..2025-02-25"),
        ("two years ago", "2023-02-25..2024-02-25"),
        ("between 1 January 2023 and 31 December 2023", "2023-01-01..2023-12-31"),
        ("from January to March 2024", "2024-01..2024-03"),
        ("from May 2024", "2024-05.."),
        ("in sept 2021", "2021-09..2021-09"),
        ("last quarter", "2024-10-01..2024-12-31"),
        ("31 February 2025", "there is no day `31 February 2025`"),
        ("2025-02-30", "there is no day `2025-02-30`"),
        ("may", "none"),
        (
            "between 2024 and 2023",
            "from 2024 to 2023 is no stretch of time: it ends before it begins",
        ),
    ] {
        assert_eq!(shown(words), expected, "{words}");
    }
}
