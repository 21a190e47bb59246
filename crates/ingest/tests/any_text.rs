//! Any text at all yields well-formed facts, the same ones every time, in time that grows with it.

use chancery_ingest::{Article, Extraction, Extractor};
use chancery_model::Facts;
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::default);

fn article(text: &str) -> Article {
    Article::new("any".parse().expect("an id"), text)
        .titled("Any text")
        .published("2024-02-29".parse().expect("a day"))
}

/// Reads a text and looks at what came out.
fn check(text: &str) -> Extraction {
    let found = EXTRACTOR.extract(&article(text));
    found.facts.check_spans(text).unwrap_or_else(|error| panic!("{error} in {text:?}"));
    for gap in &found.gaps {
        assert!(gap.span.of(text).is_some_and(|words| !words.is_empty()), "{gap:?} in {text:?}");
    }
    let json = found.facts.to_json();
    let read = Facts::from_json(&json).unwrap_or_else(|error| panic!("{error} in {json}"));
    assert_eq!(read, found.facts, "the JSON says the same: {text:?}");
    assert_eq!(EXTRACTOR.extract(&article(text)), found, "the same again: {text:?}");
    found
}

/// Words and marks of news, put together without sense.
const PIECES: &[&str] = &[
    "Marco Rubio",
    "Mr. Lavrov",
    "Lavrov",
    "President",
    "Foreign Minister",
    "the Secretary",
    "U.S.",
    "US",
    "Russia",
    "Russian",
    "the Kremlin",
    "Washington",
    "NATO",
    "the ministry",
    "his counterpart",
    "he",
    "She",
    "they",
    "who",
    "said",
    "told",
    "denied",
    "according to",
    "that",
    "met",
    "talks",
    "a summit",
    "the meeting",
    "will attend",
    "was not present",
    "boycotted",
    "agreed to",
    "seek",
    "on Tuesday",
    "last week",
    "February 30, 2022",
    "in 2023",
    "nearly two years ago",
    "31 June",
    "0000-00-00",
    "99999",
    "date 2025-02-18",
    "WASHINGTON (AP) —",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "«",
    "»",
    "'s",
    "’s",
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    "…",
    "—",
    "-",
    "(",
    ")",
    "[",
    "]",
    "and",
    "or",
    "of",
    "the",
    "to",
    "not",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "é",
    "e\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "習近平",
    "Владимир",
    "محمد",
    "🙂",
    "\u{0}",
    "\u{2028}",
    "\u{202e}",
    "K",
    "ſ",
    "ǅ",
];

/// Such pieces, with or without a space between them.
fn news() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(PIECES), prop::bool::weighted(0.8));
    prop::collection::vec(piece, 0..80).prop_map(|pieces| {
        let spaced =
            |(piece, space): &(&str, bool)| [*piece, if *space { " " } else { "" }].concat();
        pieces.iter().map(spaced).collect()
    })
}

/// Sentences of the sample article, cut and put together anywhere.
fn cuttings() -> impl Strategy<Value = String> {
    let text = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = (prop::sample::select(ends.clone()), prop::sample::select(ends));
    prop::collection::vec(cut, 1..4).prop_map(move |cuts| {
        let cut = |(a, b): &(usize, usize)| &text[*a.min(b)..*a.max(b)];
        cuts.iter().map(cut).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_string_yields_well_formed_facts(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn any_characters_yield_well_formed_facts(text in prop::collection::vec(any::<char>(), 0..200)) {
        check(&text.into_iter().collect::<String>());
    }

    #[test]
    fn any_words_of_news_yield_well_formed_facts(text in news()) {
        check(&text);
    }

    #[test]
    fn any_cuttings_of_an_article_yield_well_formed_facts(text in cuttings()) {
        check(&text);
    }
}

#[test]
fn a_text_that_says_nothing_yields_no_facts() {
    for text in ["", " ", "\n\n\n", ".", "\"", "”“", "\u{feff}", "- - -"] {
        let facts = check(text).facts;
        assert!(facts.spans().is_empty(), "{text:?}: {facts:?}");
    }
}

#[test]
fn letters_of_another_length_in_lower_case_are_read() {
    check("\u{212a}'AMPALA, Uganda (Reuters) - President Ann Lee met Bo Kim on Monday.");
    check("\u{23a}\u{2019}DJAMENA, Jan 5 (Xinhua) -- President Ann Lee met Bo Kim on Monday.");
}

/// Shapes that have made readers slow: what is repeated, and how often for a start.
const HOSTILE: &[(&str, &str)] = &[
    ("opening quotation marks", "“ "),
    ("straight quotation marks", "\" "),
    ("apostrophes", "'' "),
    ("closing quotation marks", "said ” "),
    ("capitalised words", "Lorem Ipsum Dolor "),
    ("one capitalised run", "Lorem"),
    ("no full stop", "the talks went on and "),
    ("he said", "he said "),
    ("he said that he said", "he said that she denied that "),
    ("open parentheses", "( "),
    ("nested parentheses", "(a [b "),
    ("commas", "Russia, "),
    ("names", "Marco Rubio met Sergey Lavrov. "),
    ("initials", "U.S. J. K. "),
    ("titles", "President Foreign Minister "),
    ("meetings", "They met for talks at the summit. "),
    ("quotations", "\"Talks went well,\" Lavrov said. "),
    ("negations", "No Ukrainian officials were present at the meeting. "),
    ("dates", "February 24, 2022, Tuesday "),
    ("lists", "Chad and Mali and "),
    ("full stops", ". "),
    ("line breaks", "\n"),
    ("spaces", " "),
    ("dashes", "— "),
    ("digits", "1"),
    ("marks on one letter", "\u{301}"),
    ("goals", "Chad agreed to seek to "),
    ("aims", "Chad stressed the importance of efforts to work with Mali to end "),
    ("absences", "Chad boycotted the summit, leaving Mali out. "),
    ("visits", "Marco Rubio visited Chad, Mali, and Niger. "),
    ("departments", "Ned Price, Department Spokesperson\n"),
    ("unknown presidents", "President Abc Xyz "),
    ("contrasts", "Unlike Chad, unlike Mali, "),
    ("decisions", "They met for talks. The decision the decision to "),
];

#[test]
fn time_grows_in_proportion_to_the_text() {
    let mut slow = Vec::new();
    for (name, piece) in HOSTILE {
        if !in_proportion(|bytes| piece.repeat(bytes / piece.len() + 1)) {
            slow.push(*name);
        }
    }
    assert!(slow.is_empty(), "twice the text took more than three times the time: {slow:?}");
}

#[test]
fn time_grows_in_proportion_to_the_number_of_names() {
    let letters = |mut number: usize| {
        let mut name = String::from("B");
        while number > 0 {
            name.push(char::from(b'a' + u8::try_from(number % 26).expect("a letter")));
            number /= 26;
        }
        name
    };
    let names = |bytes: usize| -> String {
        let sentence = |at| ["Minister Ada ", &letters(at), " met officials. "].concat();
        (1..=bytes / 40).map(sentence).collect()
    };
    assert!(in_proportion(names), "twice the names took more than three times the time");
}

#[test]
fn time_grows_in_proportion_to_what_a_speaker_tells_of() {
    let meeting = |at: usize| {
        let state = |at: usize| ["Chad", "Mali", "Niger", "Oman", "Peru", "Cuba", "Fiji"][at % 7];
        let (a, b, place) = (state(at), state(at / 7 + 3), state(at / 49 + 5));
        let (day, year) = (at % 28 + 1, 1900 + at % 120);
        format!(
            "Officials from {a} and {b} held talks in {place} on {day} May {year}. \
             The conference on {a} was good. "
        )
    };
    let told = |count: usize| -> String {
        ["MR. PRICE: ".to_owned()].into_iter().chain((0..count).map(meeting)).collect()
    };
    assert!(
        twice_takes_less_than_thrice(&told(1000), &told(2000)),
        "twice the meetings took more than three times the time"
    );
}

/// Whether twice the text takes less than three times the time, each at its best of ten tries: others
/// may run on the machine.
fn in_proportion(text: impl Fn(usize) -> String) -> bool {
    // Long enough to measure: some 10 milliseconds, or a quarter of a megabyte.
    let mut bytes = 4 << 10;
    while bytes < 256 << 10 && time(&text(bytes)) < Duration::from_millis(10) {
        bytes *= 2;
    }
    twice_takes_less_than_thrice(&text(bytes), &text(2 * bytes))
}

/// The same of a text and one twice as long.
fn twice_takes_less_than_thrice(once: &str, twice: &str) -> bool {
    let tries = (0..10).map(|_| (time(once), time(twice)));
    let (once, twice) = tries.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))).unwrap_or_default();
    twice < 3 * once + Duration::from_millis(2)
}

fn time(text: &str) -> Duration {
    let article = article(text);
    let start = Instant::now();
    let found = EXTRACTOR.extract(&article);
    let taken = start.elapsed();
    found.facts.check_spans(text).expect("spans in the text");
    taken
}
