//! The words around dates.

/// Before a count: "nearly two years ago".
pub(super) const APPROXIMATELY: &[&str] = &[
    "nearly",
    "almost",
    "about",
    "around",
    "some",
    "roughly",
    "just",
    "over",
    "exactly",
    "barely",
    "only",
    "approximately",
];

/// Before "in two years": "the first in two years".
pub(super) const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "last", "once", "twice",
];

/// Before a weekday that is another one than the nearest: "the following Monday", "Good Friday".
pub(super) const NOT_THIS_WEEKDAY: &[&str] = &[
    "last", "next", "every", "each", "any", "another", "good", "black", "easter", "bloody",
    "super", "ash", "palm", "holy", "maundy", "first", "second", "third", "fourth",
];

/// After "Sunday": "the Sunday Times".
pub(super) const NEWSPAPERS: &[&str] = &[
    "times",
    "telegraph",
    "mirror",
    "mail",
    "express",
    "herald",
    "independent",
    "people",
    "post",
    "tribune",
    "world",
    "standard",
    "nation",
    "star",
    "business",
    "sun",
    "age",
    "observer",
    "vision",
    "league",
];

/// After a month in a name that is no date: "the October Revolution".
pub(super) const AFTER_MONTH_IN_NAMES: &[&str] =
    &["revolution", "surprise", "war", "uprising", "movement"];

/// After a day in the name of a party or camp: "the March 14 Alliance".
pub(super) const CAMPS: &[&str] =
    &["alliance", "coalition", "movement", "bloc", "camp", "forces", "brigade", "brigades"];

/// Before a month, and before neither "May" the name nor "march" the verb.
pub(super) const BEFORE_MONTH: &[&str] = &[
    "in",
    "of",
    "since",
    "until",
    "till",
    "by",
    "during",
    "from",
    "through",
    "throughout",
    "between",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "end",
    "last",
    "next",
    "this",
    "the",
    "a",
    "an",
    "its",
    "earlier",
    "-",
    "\u{2013}",
    "to",
    "late",
    "following",
];

/// Before "for May": "talks scheduled for May".
pub(super) const SET_FOR: &[&str] = &[
    "scheduled",
    "set",
    "planned",
    "slated",
    "due",
    "expected",
    "talks",
    "summit",
    "elections",
    "election",
    "vote",
];

/// What is held every year or so, and bears the year before it.
pub(super) const OCCASIONS: &[&str] =
    &["assembly", "conference", "dialogue", "forum", "ministerial", "summit"];

/// After the name of a prime minister and not after a month.
pub(super) const MAY_GOVERNS: &[&str] = &[
    "government",
    "administration",
    "cabinet",
    "ministry",
    "is",
    "was",
    "has",
    "said",
    "says",
    "told",
    "will",
    "would",
];

/// What is counted or measured by a number before it.
pub(super) const MEASURES: &[&str] = &[
    "troops",
    "people",
    "soldiers",
    "men",
    "women",
    "children",
    "police",
    "policemen",
    "officers",
    "refugees",
    "migrants",
    "workers",
    "students",
    "delegates",
    "participants",
    "athletes",
    "villagers",
    "homes",
    "houses",
    "schools",
    "companies",
    "firms",
    "jobs",
    "deaths",
    "dead",
    "cases",
    "votes",
    "seats",
    "points",
    "meters",
    "metres",
    "meter",
    "metre",
    "m",
    "km",
    "kilometers",
    "kilometres",
    "kilometer",
    "kilometre",
    "miles",
    "mile",
    "feet",
    "foot",
    "dollars",
    "euros",
    "tons",
    "tonnes",
    "percent",
    "per",
    "pounds",
    "yuan",
    "yen",
    "francs",
    "marks",
    "rupees",
    "barrels",
    "hectares",
    "acres",
    "megawatts",
    "mw",
    "gmt",
    "utc",
    "hours",
    "hrs",
    "local",
    "years",
    "months",
    "weeks",
    "days",
    "times",
    "civilians",
    "families",
    "households",
    "personnel",
    "members",
    "victims",
    "prisoners",
    "copies",
    "vehicles",
    "mm",
    "kg",
    "grams",
    "degrees",
    "square",
    "million",
    "billion",
];

/// Whether a word is counted by a bare number before it: "In June 20 people died".
pub(super) fn is_counted(word: &str) -> bool {
    MEASURES.contains(&word)
}

/// Whether a lower-case word looks like the plural of a noun.
pub(super) fn is_plural(word: &str) -> bool {
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !matches!(
            word,
            "this"
                | "was"
                | "has"
                | "does"
                | "says"
                | "its"
                | "his"
                | "perhaps"
                | "versus"
                | "always"
                | "plus"
        )
}
