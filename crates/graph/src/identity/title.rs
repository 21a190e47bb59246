//! What occasions are called: "the Ninth Summit of the Americas".

use super::bodies;
use crate::Report;
use chancery_model::{MONTHS, Meeting, Span, fold};
use std::collections::BTreeSet;

/// The name of an occasion, as names of occasions are compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Title {
    /// The words that tell it from others, folded and by letters, and the kind of occasion:
    /// `americas summit`.
    pub(super) words: String,
    /// Which of a series it is, if that is told.
    pub(super) number: Option<u8>,
    /// What three and more of its words in a row begin with, as they are written in short: `oic`.
    pub(super) letters: Vec<String>,
}

/// Words for kinds of occasions: one that says more comes before one that says less. A word of
/// several forms has the first of them.
const KINDS: &[&[&str]] = &[
    &["summit", "summits"],
    &["ministerial", "ministerials"],
    &["assembly"],
    &["conference", "conferences"],
    &["dialogue", "dialogues"],
    &["forum"],
    &["games", "olympics"],
    &["council"],
    &["commission", "committee"],
    &["consultations", "consultation"],
    &["negotiations", "round", "talks"],
    &["event", "exercise", "meeting", "meetings", "session", "week"],
];

/// Kinds of which one takes place, or goes on, for a long while, so that the name alone tells which
/// is meant.
const GATHERINGS: usize = 11;

/// Kinds that many come to, of which words in small letters may go on to tell what they are about.
const MEETINGS: usize = 4;

/// Words that begin with a capital in the name of an occasion and do not tell it from others.
const GENERIC: &[&str] = &[
    "action",
    "afternoon",
    "anniversary",
    "annual",
    "based",
    "biennial",
    "bilateral",
    "coming",
    "critical",
    "evening",
    "first",
    "foreign",
    "forthcoming",
    "general",
    "global",
    "group",
    "high",
    "historic",
    "host",
    "hosted",
    "important",
    "informal",
    "interagency",
    "international",
    "joint",
    "last",
    "latest",
    "leaders",
    "led",
    "level",
    "minister",
    "ministers",
    "month",
    "months",
    "morning",
    "next",
    "official",
    "officials",
    "ongoing",
    "partnership",
    "plenary",
    "political",
    "preparatory",
    "presidential",
    "recent",
    "regional",
    "review",
    "roundtable",
    "second",
    "senior",
    "special",
    "strategic",
    "successful",
    "today",
    "tomorrow",
    "tonight",
    "trilateral",
    "upcoming",
    "virtual",
    "weekend",
    "working",
    "year",
    "years",
    "yesterday",
];

/// Small words, and days and months.
const PASSING: &[&str] = &[
    "and",
    "april",
    "at",
    "august",
    "december",
    "february",
    "for",
    "friday",
    "in",
    "january",
    "july",
    "june",
    "march",
    "may",
    "monday",
    "november",
    "october",
    "of",
    "on",
    "our",
    "saturday",
    "september",
    "sunday",
    "that",
    "the",
    "their",
    "this",
    "thursday",
    "to",
    "tuesday",
    "us",
    "wednesday",
    "with",
];

/// Words that no name of an occasion has.
const TELLING: &[&str] = &["at", "before", "by", "during", "with"];

/// Which of a series.
const NUMBERS: &[&[&str]] = &[
    &["first", "1st", "inaugural"],
    &["second", "2nd", "ii"],
    &["third", "3rd", "iii"],
    &["fourth", "4th"],
    &["fifth", "5th"],
    &["sixth", "6th"],
    &["seventh", "7th"],
    &["eighth", "8th"],
    &["ninth", "9th", "ix"],
    &["tenth", "10th"],
    &["eleventh", "11th"],
    &["twelfth", "12th"],
];

/// Words that a name goes on with after "of", "for" or "on", at most.
const ON: usize = 4;

impl Title {
    /// What a meeting is called: the longest words for it that tell it from others, or else only the
    /// kind of occasion.
    pub(super) fn of(report: &Report, meeting: &Meeting) -> Option<Self> {
        let text = report.text();
        let mut mentions: Vec<Span> = meeting.mentions.iter().map(|it| it.span).collect();
        mentions.sort_unstable_by_key(|span| (span.start(), span.end()));
        let titles = mentions.into_iter().filter_map(|span| {
            let name = span.of(text)?;
            let (before, after) = (text.get(..span.start())?, text.get(span.end()..)?);
            let (mut begun, mut end) = (begins(before, name), goes_on(after, name));
            // "The leaders’ meeting of the Quad".
            let office = office_before(before);
            if begun.is_empty() && end.is_empty() && !office.is_empty() {
                begun = office;
                end = goes_on(after, &format!("{office}{name}"));
            }
            let number = numbered(&before[..before.len() - begun.len()]);
            let name = format!("{begun}{name}{end}");
            let short = bodies::in_brackets(&after[end.len()..]).unwrap_or(&name);
            let mut title = Self::read(short)?;
            title.number = title.number.or(number);
            Some((title.is_name(), name.len(), title))
        });
        // The first words that are a name tell what it is, unless others are the same in full: what
        // another name is told of later on is seldom this.
        let mut known: Option<(bool, usize, Self)> = None;
        for (is_name, length, title) in titles {
            let is_more = known.as_ref().is_none_or(|(named, known_length, known)| {
                let in_full = !named || title.is_within(known) || title.agrees(known);
                (is_name, length) > (*named, *known_length) && in_full
            });
            if is_more {
                let number = known.and_then(|(_, _, known)| {
                    (title.agrees(&known) || title.is_within(&known)).then_some(known.number)?
                });
                known = Some((is_name, length, Self { number: title.number.or(number), ..title }));
            }
        }
        known.map(|(.., title)| title)
    }

    /// Reads a name; of one that would fit many occasions only the kind.
    fn read(name: &str) -> Option<Self> {
        let mut kind = None;
        let mut words: Vec<String> = Vec::new();
        let mut number = None;
        let mut tells = false;
        let mut first_letters: Vec<char> = Vec::new();
        // Which offices meet.
        let (mut ministers, mut leaders) = (false, false);
        let mut month = false;
        let mut numbered = None;
        for word in name.split_whitespace() {
            let folded = fold(word);
            for part in folded.split(' ').filter(|part| !part.is_empty()) {
                if let Some(known) = KINDS.iter().position(|names| names.contains(&part)) {
                    kind = Some(kind.map_or(known, |kind: usize| kind.min(known)));
                    continue;
                }
                if bodies::is_numbered(part) {
                    numbered = Some(part.to_owned());
                }
                // "June 15th" is a day.
                let of_month = std::mem::replace(&mut month, MONTHS.contains(&part));
                if let Some(place) = number_of(part) {
                    number = if of_month { number } else { Some(place) };
                    continue;
                }
                ministers |= matches!(part, "minister" | "ministers");
                leaders |= part == "leaders";
                // "G-7" is one word.
                if part.chars().all(|c| c.is_ascii_digit())
                    && words.last().is_some_and(|it| it == "g")
                {
                    words.pop();
                    words.push(format!("g{part}"));
                    tells = true;
                    continue;
                }
                let passes = part == "s"
                    || part == "u"
                    || part.starts_with(|c: char| c.is_ascii_digit())
                    || PASSING.contains(&part)
                    || GENERIC.contains(&part);
                if !passes {
                    let is_capital =
                        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                    words.push(part.to_owned());
                    tells |= is_capital;
                    first_letters.extend(part.chars().next().filter(|_| is_capital));
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        if words.len() > 2 {
            words.retain(|word| !matches!(word.as_str(), "nations" | "un" | "united"));
        }
        // "Met with the President at the Summit" is no name of it.
        let is_sentence = name.split_whitespace().any(|word| TELLING.contains(&word));
        if !tells || is_sentence {
            words.clear();
            first_letters.clear();
        }
        // "COP26", whatever it is called besides.
        if let Some(numbered) = numbered {
            let words = format!("{numbered} conference");
            return Some(Self { words, number: None, letters: Vec::new() });
        }
        // "The G20 foreign ministers' meeting" is a ministerial, that of leaders a summit.
        let kind = match KINDS[kind?][0] {
            "event" if ministers => "ministerial",
            "event" if leaders => "summit",
            kind => kind,
        };
        words.push(kind.to_owned());
        Some(Self { words: words.join(" "), number, letters: short_forms(&first_letters) })
    }

    /// Its names where some words are written in short: `oic dialogue`.
    pub(super) fn in_short(&self) -> impl Iterator<Item = String> {
        self.letters.iter().map(|letters| format!("{letters} {}", self.kind()))
    }

    /// The name of a summit that is called by where it is: `madrid summit`.
    pub(super) fn of_place(&self, place: &str) -> Option<String> {
        let name = format!("{place} {}", self.kind());
        let is_so_called = matches!(self.kind(), "conference" | "summit");
        (self.is_name() && is_so_called && name != self.words).then_some(name)
    }

    /// Whether it tells one occasion from others of its kind.
    pub(super) fn is_name(&self) -> bool {
        self.words.contains(' ')
    }

    /// The kind of occasion.
    pub(super) fn kind(&self) -> &str {
        self.words.rsplit(' ').next().unwrap_or_default()
    }

    /// Whether it is of what takes place once in a long while, and so one thing for some time.
    pub(super) fn is_of_a_gathering(&self) -> bool {
        KINDS[..GATHERINGS].iter().any(|names| names[0] == self.kind())
    }

    /// Whether it is the name of a body rather than of a meeting of it: a council meets every few days,
    /// and "the NATO meeting" is one of many.
    pub(super) fn is_of_a_body(&self) -> bool {
        matches!(self.kind(), "council" | "commission" | "event")
    }

    /// Whether it tells, without a day, which occasion is meant: the talks in Vienna have many rounds.
    pub(super) fn is_telling(&self) -> bool {
        self.is_name() && !matches!(self.kind(), "consultations" | "event" | "negotiations")
    }

    /// Whether it is a name of what many come to, so that talks of two are not it.
    pub(super) fn is_of_many(&self) -> bool {
        self.is_name() && (self.is_rare() || self.kind() == "ministerial")
    }

    /// Whether it is of what is not held twice within weeks.
    pub(super) fn is_rare(&self) -> bool {
        matches!(self.kind(), "summit" | "assembly" | "conference" | "forum" | "games")
    }

    /// Whether all words of one name are among those of the other: "the Moldova Support Conference" and
    /// a conference on Moldova. Letters alone ("D-ISIS") are no words.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let telling = |title: &Self| -> BTreeSet<String> {
            let mut words: Vec<&str> = title.words.split(' ').collect();
            words.pop();
            words.retain(|word| word.chars().nth(1).is_some());
            words.into_iter().map(str::to_owned).collect()
        };
        let (one, all) = (telling(self), telling(other));
        self.kind() == other.kind()
            && (self.number == other.number || self.number.is_none() || other.number.is_none())
            && !one.is_empty()
            && !all.is_empty()
            && (one.is_subset(&all) || all.is_subset(&one))
            // The "Cities Summit of the Americas" is beside that of the leaders.
            && !one.symmetric_difference(&all).any(|word| bodies::BESIDE.contains(&&**word))
            // Ministers of finance are others than those for foreign affairs.
            && !(self.kind() == "ministerial"
                && one.symmetric_difference(&all).any(|word| bodies::PORTFOLIOS.contains(&&**word)))
    }

    /// Whether two may be names of one occasion: of a series, of one number if both tell it.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.is_name()
            && self.words == other.words
            && (self.number == other.number || self.number.is_none() || other.number.is_none())
    }
}

/// Letters of what is written in short, at least and at most.
const SHORT: std::ops::RangeInclusive<usize> = 3..=6;

/// What words in a row may be written as, by the letters that they begin with: the longest first.
fn short_forms(letters: &[char]) -> Vec<String> {
    // Of a long list of words nothing is a name in short.
    if letters.len() > *SHORT.end() {
        return Vec::new();
    }
    let lengths = SHORT.rev().filter(|length| *length <= letters.len());
    lengths
        .flat_map(|length| letters.windows(length).map(|letters| letters.iter().collect()))
        .collect()
}

/// Which of a series a word tells.
fn number_of(word: &str) -> Option<u8> {
    if let Some(place) = NUMBERS.iter().position(|names| names.contains(&word)) {
        return u8::try_from(place + 1).ok();
    }
    // "26th"
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok().filter(|number| *number > 0)
}

/// Which of a series the words right before a name tell: "the seventh", "that very first".
fn numbered(before: &str) -> Option<u8> {
    let mut words = before.strip_suffix(' ')?.trim_end().rsplit(' ');
    let word = words.next().filter(|word| word.chars().all(char::is_alphanumeric))?;
    // "On June 15th".
    let is_day = words.next().is_some_and(|word| MONTHS.contains(&&*fold(word)));
    number_of(&fold(word)).filter(|_| !is_day)
}

/// Words between a name in capitals and the kind of occasion.
const OFFICES: &[&str] = &[
    "defence",
    "defense",
    "finance",
    "foreign",
    "leaders",
    "ministerial",
    "ministers",
    "minister",
];

/// The words in capitals that a name of one kind begins with: "Global COVID-19 " before "Summit"; with
/// those of offices between, "G20 foreign ministers’ " before "meeting".
fn begins<'t>(before: &'t str, name: &str) -> &'t str {
    if !before.ends_with(' ') {
        return "";
    }
    let is_capital = name.starts_with(char::is_uppercase);
    let mut start = before.len();
    let (mut named, mut office) = (false, false);
    for word in before.trim_end().rsplit(' ').take(ON) {
        let is_office = OFFICES.contains(&&*fold(word));
        let is_proper = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '’' | '\''));
        // "President Biden’s Summit" is called a summit; "the OECD’s Ministerial" is the OECD’s.
        if !(is_proper || is_office) || is_possessive(word) && !is_in_letters(word) {
            break;
        }
        // In small letters only what follows an office is part of a name.
        if !is_office && !is_capital && !office {
            break;
        }
        office |= is_office;
        named |= is_proper && !is_office;
        start = start.saturating_sub(word.len() + 1);
    }
    if named || is_capital { &before[start..] } else { "" }
}

/// The leaders or ministers who come together, right before a noun for it.
fn office_before(before: &str) -> &str {
    let start = before.trim_end().rfind(' ').map_or(0, |at| at + 1);
    let office = &before[start..];
    let is_office = matches!(&*fold(office), "leaders" | "ministers") && office.ends_with(' ');
    if is_office { office } else { "" }
}

fn is_possessive(word: &str) -> bool {
    word.ends_with("’s") || word.ends_with("'s")
}

/// Whether the bearer of something is called by letters: "OECD’s".
fn is_in_letters(word: &str) -> bool {
    let bearer = word.trim_end_matches('s').trim_end_matches(['’', '\'']);
    bearer.chars().nth(1).is_some() && bearer.chars().all(|c| c.is_uppercase() || c.is_numeric())
}

/// The words that a name goes on with in the text: " of the Americas", " for Democracy"; of a kind of
/// gathering in small letters too, "a conference on Moldova".
fn goes_on<'t>(after: &'t str, name: &str) -> &'t str {
    let mut words = name.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    // "Summit of", where the mention ends early.
    let begun = matches!(last, "of" | "for" | "on");
    let last = if begun { words.next().unwrap_or_default() } else { last };
    let is_proper = last.starts_with(char::is_uppercase) && last.ends_with(char::is_alphanumeric);
    let is_gathering = KINDS[..MEETINGS].iter().any(|names| names.contains(&&*fold(name)));
    let of_ministers = || {
        after.starts_with(" of the ") && {
            let mut next = after[8..].split(' ').take(3);
            next.any(|word| OFFICES.contains(&&*fold(word)))
        }
    };
    let goes = is_proper
        || is_gathering
        || name.to_lowercase().ends_with("ministerial meeting")
        || name.ends_with("meeting") && !office_before(name.trim_end_matches("meeting")).is_empty()
        || name.ends_with("meeting") && of_ministers()
        || (name.ends_with("meeting") || name.ends_with("session")) && bodies::is_of_one(after);
    if !goes || !after.starts_with(' ') {
        return "";
    }
    let mut length = 1;
    let mut words = after[1..].split_inclusive(' ').peekable();
    let mut small = |words: &mut std::iter::Peekable<std::str::SplitInclusive<'t, char>>,
                     of: &[&str]| {
        let word = words.next_if(|word| of.contains(&word.trim_end()));
        length += word.map_or(0, str::len);
        word.is_some()
    };
    if !begun && !small(&mut words, &["of", "for", "on"]) {
        return "";
    }
    small(&mut words, &["the"]);
    let mut end = 0;
    for word in words.take(2 * ON) {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
        let bare = word.trim_start_matches(['“', '"', '‘']);
        // "of the U.S.-EU Energy Council": not every full stop ends a name.
        let name = if bare.starts_with("U.S.") {
            bare.trim_end().trim_end_matches([',', ';', ')'])
        } else {
            bare.find(|c| !is_part(c)).map_or(bare, |end| &bare[..end])
        };
        let is_capital = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        // "the Foreign Ministers of the Coalition to Defeat ISIS".
        let joins =
            end > 0 && matches!(name, "of" | "the" | "to") || OFFICES.contains(&&*fold(name));
        // "The Pledging Event on March 16".
        let is_date = PASSING.contains(&&*fold(name)) && name.len() > 2 && is_capital;
        if !is_capital && !joins || is_date {
            break;
        }
        if is_capital || end > 0 && OFFICES.contains(&&*fold(name)) {
            end = length + (word.len() - bare.len()) + name.len();
        }
        length += word.len();
        // A full stop or comma ends the name.
        if bare[name.len()..] != *" " {
            break;
        }
    }
    &after[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(name: &str) -> Option<String> {
        Title::read(name).map(|it| {
            let number = it.number.map_or(String::new(), |number| format!(" {number}"));
            format!("{}{number}", it.words)
        })
    }

    #[test]
    fn names_of_one_occasion_are_read_as_one() {
        for (name, expected) in [
            ("the Ninth Summit of the Americas", "americas summit 9"),
            ("9th Summit of the Americas", "americas summit 9"),
            ("June Americas Summit", "americas summit"),
            ("the EU-U.S. Summit", "eu summit"),
            ("June 2021 U.S.-EU Summit", "eu summit"),
            ("G-7 Leaders’ Summit", "g7 summit"),
            ("G7 summit meeting", "g7 summit"),
            ("Global Food Security Ministerial Meeting", "food security ministerial"),
            ("UN Food Systems Summit", "food systems summit"),
            ("Morocco-U.S. Strategic Dialogue", "morocco dialogue"),
            ("the 26th Climate Conference", "climate conference 26"),
            ("June 15th Climate Conference", "climate conference"),
            ("COP26 Conference", "cop26 conference"),
        ] {
            assert_eq!(title(name).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn words_that_fit_many_occasions_are_no_name() {
        for (name, kind) in [
            ("the summit", Some("summit")),
            ("Ministerial Meeting", Some("ministerial")),
            ("their meeting", Some("event")),
            ("Met with President Bush at the U.N. General Assembly", Some("assembly")),
            ("Rio", None),
        ] {
            assert_eq!(title(name).as_deref(), kind, "{name}");
        }
    }

    #[test]
    fn the_name_of_an_occasion_goes_on_as_the_text_does() {
        assert_eq!(goes_on(" for Democracy, which began", "the Summit"), " for Democracy");
        assert_eq!(goes_on(" of the Americas this June", "Ninth Summit"), " of the Americas");
        assert_eq!(goes_on(" on Migration and", "Ministerial"), " on Migration");
        assert_eq!(goes_on(" on “Central Asia: Ties”", "Conference"), " on “Central Asia");
        assert_eq!(goes_on(" of leaders", "the Summit"), "");
        assert_eq!(goes_on(" of Ukraine", "the talks"), "");
        assert_eq!(goes_on("", "the Summit"), "");
        assert_eq!(goes_on(" on March 16, please", "Pledging Event"), "");
        assert_eq!(goes_on(" of the Americas.\n\nThe two", "the Summit"), " of the Americas");
        assert_eq!(goes_on(" the Americas and", "Ninth Summit of"), " the Americas");
        assert_eq!(begins("in President Biden’s Global COVID-19 ", "Summit"), "Global COVID-19 ");
        assert_eq!(begins("the inaugural Quad Leaders’ ", "Summit"), "Quad Leaders’ ");
        assert_eq!(begins("at the OECD’s 61st ", "Ministerial Meeting"), "OECD’s 61st ");
        assert_eq!(begins("it was the ", "Summit"), "");
        assert_eq!(begins("Summit", "Summit"), "");
    }

    #[test]
    fn who_meets_and_what_it_is_about_are_part_of_a_name_in_small_letters() {
        assert_eq!(begins("at the G20 foreign ministers’ ", "meeting"), "G20 foreign ministers’ ");
        assert_eq!(begins("with Prime Minister Lee’s ", "meeting"), "");
        assert_eq!(begins("on his Berlin ", "visit"), "");
        assert_eq!(goes_on(" on Moldova, where", "conference"), " on Moldova");
        assert_eq!(
            goes_on(" of the Foreign Ministers of the Coalition to Defeat ISIS on", "meeting"),
            " of the Foreign Ministers of the Coalition to Defeat ISIS"
        );
        assert_eq!(goes_on(" of Chad", "meeting"), "");
        assert_eq!(goes_on(" of the Quad.", "leaders’ meeting"), " of the Quad");
        assert_eq!(title("G20 foreign ministers’ meeting").as_deref(), Some("g20 ministerial"));
        assert_eq!(title("the G7 Leaders’ Meeting").as_deref(), Some("g7 summit"));
    }

    #[test]
    fn a_name_may_be_within_another_and_its_number_before_it() {
        let read = |name| Title::read(name).expect("a title");
        assert!(read("Moldova Support Conference").is_within(&read("Conference on Moldova")));
        assert!(read("D-ISIS Ministerial").is_within(&read("Defeat ISIS Ministerial")));
        assert!(!read("Cities Summit").is_within(&read("Americas Summit")));
        assert!(!read("NATO Summit").is_within(&read("NATO Ministerial")));
        assert!(!read("Cities Summit of the Americas").is_within(&read("Americas Summit")));
        assert_eq!(numbered("at the seventh "), Some(7));
        assert_eq!(numbered("that very first "), Some(1));
        assert_eq!(numbered("the upcoming "), None);
        assert_eq!(numbered("at the 26th "), Some(26));
        assert_eq!(numbered("on June 15th "), None);
        // Ministers of finance are others than those of foreign affairs.
        assert!(!read("G20 Finance Ministers’ Meeting").is_within(&read("G20 Ministers’ Meeting")));
    }

    #[track_caller]
    fn check_called(text: &str, words: &[&str], expected: &str) {
        use chancery_model::{
            DocumentInfo, Facts, MeetingId, MeetingKind, MeetingStatus, Mention, When,
        };
        let span = |word: &&str| {
            let start = text.find(word).expect("it is there");
            Mention { span: Span::new(start, start + word.len()), reason: None }
        };
        let mut facts = Facts::empty(DocumentInfo::named("a".parse().expect("an id")));
        facts.meetings.push(Meeting {
            id: MeetingId::numbered(1),
            kind: MeetingKind::Summit,
            status: MeetingStatus::Held,
            when: When::default(),
            place: None,
            mentions: words.iter().map(span).collect(),
            attendance: Vec::new(),
            according_to: None,
            confidence: None,
        });
        let report = Report::new(facts, text).expect("it holds");
        let title = Title::of(&report, &report.facts().meetings[0]).expect("a title");
        assert_eq!(title.words, expected, "{text}");
    }

    #[test]
    fn the_first_name_counts_unless_another_is_the_same_in_full() {
        check_called(
            "The Quad Summit in Tokyo. The Ministerial. The Summit for Democracy.",
            &["Quad Summit", "Summit for Democracy"],
            "quad summit",
        );
        check_called(
            "At the summit. The Moldova Conference. The Moldova Support Conference.",
            &["summit", "Moldova Conference", "Moldova Support Conference"],
            "moldova support conference",
        );
        check_called(
            "The 26th Conference of the Parties (COP26) is near.",
            &["Conference"],
            "cop26 conference",
        );
        check_called(
            "The ninth meeting of the U.S.-EU Energy Council.",
            &["meeting"],
            "energy eu council",
        );
    }

    #[test]
    fn a_name_may_be_written_in_short() {
        let short = |name| Title::read(name).expect("a title").in_short().collect::<Vec<_>>();
        assert!(
            short("Nuclear Non-Proliferation Treaty Review Conference")
                .contains(&"npt conference".to_owned())
        );
        assert_eq!(
            short("Organization of Islamic Cooperation Strategic Dialogue"),
            ["oic dialogue"]
        );
        assert!(short("Summit of the Americas").is_empty());
    }

    #[test]
    fn names_of_one_series_agree_unless_their_numbers_differ() {
        let read = |name| Title::read(name).expect("a title");
        let any = read("Summit of the Americas");
        assert!(any.agrees(&read("Ninth Summit of the Americas")));
        assert!(!read("Eighth Summit of the Americas").agrees(&read("Ninth Americas Summit")));
        assert!(!any.agrees(&read("Summit for Democracy")));
    }
}
