//! What occasions are called: "the Ninth Summit of the Americas".

use crate::Report;
use chancery_model::{Meeting, fold};

/// The name of an occasion, as names of occasions are compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Title {
    /// The words that tell it from others, folded and by letters, and the kind of occasion:
    /// `americas summit`.
    pub(super) words: String,
    /// Which of a series it is, if that is told.
    pub(super) number: Option<u8>,
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
    &["commission"],
    &["consultations", "consultation"],
    &["negotiations", "round", "talks"],
    &["event", "exercise", "meeting", "meetings", "session", "week"],
];

/// Kinds of which one takes place, or goes on, for a long while, so that the name alone tells which
/// is meant.
const GATHERINGS: usize = 11;

/// Words that begin with a capital in the name of an occasion and do not tell it from others.
const GENERIC: &[&str] = &[
    "action",
    "anniversary",
    "annual",
    "based",
    "biennial",
    "bilateral",
    "first",
    "foreign",
    "general",
    "global",
    "group",
    "high",
    "host",
    "hosted",
    "historic",
    "inaugural",
    "international",
    "joint",
    "last",
    "latest",
    "led",
    "leaders",
    "level",
    "minister",
    "ministers",
    "next",
    "official",
    "officials",
    "partnership",
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
    "today",
    "trilateral",
    "upcoming",
    "virtual",
    "working",
    "year",
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
    &["first", "1st"],
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
        let titles = meeting.mentions.iter().filter_map(|it| {
            let name = it.span.of(text)?;
            let (before, after) = (text.get(..it.span.start())?, text.get(it.span.end()..)?);
            let name = format!("{}{name}{}", begins(before, name), goes_on(after, name));
            let title = Self::read(&name)?;
            Some((title.is_name(), name.len(), title))
        });
        titles.max().map(|(.., title)| title)
    }

    /// Reads a name; of one that would fit many occasions only the kind.
    fn read(name: &str) -> Option<Self> {
        let mut kind = None;
        let mut words: Vec<String> = Vec::new();
        let mut number = None;
        let mut tells = false;
        for word in name.split_whitespace() {
            let folded = fold(word);
            for part in folded.split(' ').filter(|part| !part.is_empty()) {
                if let Some(known) = KINDS.iter().position(|names| names.contains(&part)) {
                    kind = Some(kind.map_or(known, |kind: usize| kind.min(known)));
                    continue;
                }
                let place = NUMBERS.iter().position(|names| names.contains(&part));
                if let Some(place) = place {
                    number = u8::try_from(place + 1).ok();
                    continue;
                }
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
                    words.push(part.to_owned());
                    tells |= word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
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
        }
        words.push(KINDS[kind?][0].to_owned());
        Some(Self { words: words.join(" "), number })
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

    /// Whether it is a name of what many come to, so that talks of two are not it.
    pub(super) fn is_of_many(&self) -> bool {
        self.is_name() && (self.is_rare() || self.kind() == "ministerial")
    }

    /// Whether it is of what is not held twice within weeks.
    pub(super) fn is_rare(&self) -> bool {
        matches!(self.kind(), "summit" | "assembly" | "conference" | "forum" | "games")
    }

    /// Whether two may be names of one occasion: of a series, of one number if both tell it.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.is_name()
            && self.words == other.words
            && (self.number == other.number || self.number.is_none() || other.number.is_none())
    }
}

/// The words in capitals that a name of one kind begins with: "Global COVID-19 " before "Summit".
fn begins<'t>(before: &'t str, name: &str) -> &'t str {
    if !before.ends_with(' ') || !name.starts_with(char::is_uppercase) {
        return "";
    }
    let mut start = before.len();
    for word in before.trim_end().rsplit(' ').take(ON) {
        let is_proper = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '’' | '\''));
        // "President Biden’s Summit" is called a summit.
        if !is_proper || word.ends_with("’s") || word.ends_with("'s") {
            break;
        }
        start = start.saturating_sub(word.len() + 1);
    }
    &before[start..]
}

/// The words that a name goes on with in the text: " of the Americas", " for Democracy".
fn goes_on<'t>(after: &'t str, name: &str) -> &'t str {
    let mut words = name.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    // "Summit of", where the mention ends early.
    let begun = matches!(last, "of" | "for" | "on");
    let last = if begun { words.next().unwrap_or_default() } else { last };
    let is_proper = last.starts_with(char::is_uppercase) && last.ends_with(char::is_alphanumeric);
    if !is_proper || !after.starts_with(' ') {
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
    for word in words.take(ON) {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
        let bare = word.trim_start_matches(['“', '"', '‘']);
        let name = bare.find(|c| !is_part(c)).map_or(bare, |end| &bare[..end]);
        if !name.starts_with(char::is_uppercase) {
            break;
        }
        end = length + (word.len() - bare.len()) + name.len();
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
        assert_eq!(goes_on(" of the Americas.\n\nThe two", "the Summit"), " of the Americas");
        assert_eq!(goes_on(" the Americas and", "Ninth Summit of"), " the Americas");
        assert_eq!(begins("in President Biden’s Global COVID-19 ", "Summit"), "Global COVID-19 ");
        assert_eq!(begins("the inaugural Quad Leaders’ ", "Summit"), "Quad Leaders’ ");
        assert_eq!(begins("it was the ", "Summit"), "");
        assert_eq!(begins("Summit", "Summit"), "");
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
