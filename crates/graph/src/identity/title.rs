//! What occasions are called: "the Ninth Summit of the Americas".

use super::bodies;
use super::bodies::{is_bracketed, is_in_letters, is_possessive, short_forms};
use super::places::is_of_a_state;
use crate::Report;
use chancery_model::{MONTHS, Meeting, Span, fold};
use numbers::{number_of, numbered};
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
    &["seminar", "seminars", "workshop"],
    &["consultations", "consultation"],
    &["negotiations", "round", "talks"],
    &["event", "events", "exercise", "meeting", "meetings", "session", "week"],
];

/// Kinds of which one takes place, or goes on, for a long while, so that the name alone tells which
/// is meant.
const GATHERINGS: usize = 12;

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
    "closing",
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
    "opening",
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
    "between",
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

/// What is written as the beginning of a word, or as a word of its own.
const PREFIXES: &[&str] = &["anti", "counter"];

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
            let of = end.trim_start_matches(bodies::FRAMEWORK);
            let kind = if name.contains(' ') { "" } else { of_title::of_list(after) };
            let name = format!("{begun}{name}{of}{kind}");
            // After more words only what is a conference has the name of one.
            let in_short = bodies::in_brackets(&after[end.len()..]).filter(|_| {
                let is_conference = |name: &str| name.to_lowercase().ends_with("conference");
                let called = span.of(text).is_some_and(is_conference);
                after[end.len()..].starts_with(" (") || is_conference(&name) || called
            });
            let in_short = in_short.or_else(|| bodies::in_brackets_before(before));
            let short = in_short.unwrap_or(&name);
            let mut title = Self::read(short)?;
            title.number = title.number.or(number);
            // "The 26th UN Climate Change Conference (COP26)" is called so in full too.
            if title.is_numbered() {
                let in_full = Self::read(&name).filter(|full| !full.is_numbered());
                let in_full = in_full.filter(|full| full.telling().nth(1).is_some());
                let in_full = in_full.filter(|full| full.kind() == title.kind());
                title.letters.extend(in_full.map(|full| {
                    full.words.rsplit_once(' ').map_or(String::new(), |(words, _)| words.to_owned())
                }));
            }
            // "The 26th Conference of the Parties"
            let of_parties = title.is_of_parties() && !bodies::is_of_another(after);
            if let (true, Some(number)) = (of_parties, title.number) {
                title = Self { words: format!("cop{number} conference"), ..title };
                title.number = None;
            }
            if title.is_name() {
                title.letters.extend(bodies::letters_after(&after[end.len()..]));
            } else if title.words == "conference" && before.ends_with("ministerial ") {
                "ministerial".clone_into(&mut title.words);
            }
            // "The ministerial meeting of the Global Coalition".
            if title.is_name() && title.kind() == "event" && before.ends_with(" ministerial ") {
                title.words = format!("{} ministerial", title.words.trim_end_matches(" event"));
            }
            // "The vice-ministerial meeting of the Committee" is beside that of the ministers.
            if title.is_name() && before.ends_with("vice-ministerial ") {
                title.words = format!("vice {}", title.words);
                title.letters.clear();
            }
            Some((title.is_name(), name.len(), title))
        });
        // The first words that are a name tell what it is, unless others are the same in full: what
        // another name is told of later on is seldom this.
        let mut known: Option<(bool, usize, Self)> = None;
        for (is_name, length, mut title) in titles {
            // "(USASD)" may stand where the name is told again.
            if let Some((_, _, known)) = known.as_mut().filter(|(.., it)| it.words == title.words) {
                for letters in &known.letters {
                    if !title.letters.contains(letters) {
                        title.letters.push(letters.clone());
                    }
                }
                known.letters.clone_from(&title.letters);
            }
            let is_more = known.as_ref().is_none_or(|(named, known_length, known)| {
                let in_full = !named || title.is_within(known) || title.agrees(known);
                (is_name, length) > (*named, *known_length) && in_full
            });
            if is_more {
                let number = known.and_then(|(_, _, known)| {
                    let bare = !known.is_name() && known.kind() == title.kind();
                    (bare || title.agrees(&known) || title.is_within(&known))
                        .then_some(known.number)?
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
        let (mut ministers, mut leaders, mut forum) = (false, false, false);
        let mut month = false;
        let mut numbered = None;
        let mut prefix = "";
        for word in name.split_whitespace() {
            let folded = fold(word);
            if is_bracketed(word) && !bodies::is_numbered(&folded) {
                continue;
            }
            for part in folded.split(' ').filter(|part| !part.is_empty()) {
                forum |= part == "forum";
                // "The Summit Implementation Review Group" prepares it.
                if part == "group" && kind == Some(0) {
                    kind = None;
                    words.push("summit".to_owned());
                }
                if let Some(known) = KINDS.iter().position(|names| names.contains(&part)) {
                    kind = Some(kind.map_or(known, |kind: usize| kind.min(known)));
                    continue;
                }
                // "The Pre-COP26 Ministerial" is before it.
                if bodies::is_numbered(part) && words.last().is_none_or(|word| word != "pre") {
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
                let begun = std::mem::take(&mut prefix);
                if !passes {
                    let is_capital =
                        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                    let known = PREFIXES.iter().find(|prefix| **prefix == part);
                    if let Some(known) = known {
                        prefix = known;
                    }
                    // "Counter Narcotics" is one word; "Counter ISIS" are two.
                    let last = word.rsplit('-').next().unwrap_or_default();
                    if begun.is_empty() || last.chars().nth(1).is_none_or(char::is_uppercase) {
                        words.push(stem(part).to_owned());
                    } else {
                        words.pop();
                        words.push(format!("{begun}{}", stem(part)));
                    }
                    tells |= is_capital;
                    first_letters.extend(part.chars().next().filter(|_| is_capital));
                }
            }
        }
        words.sort_unstable();
        words.dedup();
        // "United Nations Conference of Small Island States": those are no United States.
        let has = |name: &str| words.iter().any(|word| word == name);
        if has("states") && has("united") && !has("nations") {
            words.retain(|word| !matches!(&**word, "states" | "united"));
        }
        // "The UN Environment Assembly", "the United Nations Environment Assembly".
        let is_of_the_un = |word: &String| matches!(word.as_str(), "nations" | "un" | "united");
        if words.iter().any(|word| !is_of_the_un(word)) {
            words.retain(|word| !is_of_the_un(word));
        } else if words.len() > 1 {
            words = vec!["un".to_owned()];
        }
        unions::in_short(&mut words);
        // "The G7 Japan summit" is where it is, or about it.
        if kind == Some(0) && words.iter().any(|word| is_of_a_few(word)) {
            words.retain(|word| is_of_a_few(word) || !is_of_a_state(word));
        }
        // "Met with the President at the Summit" is no name of it.
        let words_of: Vec<&str> = name.split_whitespace().collect();
        // "Congress on the Summit".
        let is_about = words_of.windows(2).any(|pair| pair == ["on", "the"])
            && words_of.last().is_some_and(|last| {
                let last = fold(last);
                KINDS.iter().any(|names| names.contains(&&*last))
            });
        let is_sentence = is_about || words_of.iter().any(|word| TELLING.contains(word));
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
            // "The Regional Forum Ministerial" is not that of those who made the forum.
            "ministerial" if forum => "forum",
            "event" if ministers => "ministerial",
            "event" if leaders => "summit",
            kind => kind,
        };
        // "The Asia-Pacific Economic Cooperation (APEC) CEO Summit" is beside that of APEC.
        if words.iter().any(|word| bodies::BESIDE.contains(&&**word)) {
            first_letters.clear();
        }
        words.push(kind.to_owned());
        Some(Self { words: words.join(" "), number, letters: short_forms(&first_letters) })
    }

    /// Its names where some words are written in short: `oic dialogue`.
    pub(super) fn in_short(&self) -> impl Iterator<Item = String> {
        self.letters.iter().flat_map(|letters| {
            // "The Strategic Dialogue (USASD)": the last letter is that of the kind, and what is held of it
            // is told beside.
            let own = self.is_last_letter(letters).then_some(["event", "ministerial"]);
            let kinds = std::iter::once(self.kind()).chain(own.into_iter().flatten());
            kinds.map(move |kind| format!("{letters} {kind}"))
        })
    }

    /// Whether letters tell the kind too: "USASD" is a dialogue.
    fn is_last_letter(&self, letters: &str) -> bool {
        let is_of_states = matches!(self.kind(), "commission" | "council" | "dialogue" | "forum");
        is_of_states
            && letters.len() >= 3
            && letters.chars().next_back() == self.kind().chars().next()
    }

    /// The name of a summit that is called by where it is: `madrid summit`.
    pub(super) fn of_place(&self, place: &str) -> Option<String> {
        let name = format!("{} {}", stem(place), self.kind());
        let is_so_called = matches!(self.kind(), "conference" | "summit");
        let is_told = self.is_name() || self.kind() == "summit";
        (is_told && is_so_called && name != self.words).then_some(name)
    }

    /// Whether it is the conference of those who signed a convention, such as that on climate.
    fn is_of_parties(&self) -> bool {
        self.kind() == "conference"
            && self.telling().any(|word| word == "parties")
            && self.number.is_some_and(|number| number >= 10)
    }

    /// Whether its name in short tells which of a series it is, whatever else is told of it: "COP26".
    pub(super) fn is_numbered(&self) -> bool {
        let word = self.telling().next();
        word.is_some_and(|word| word.starts_with("cop") && bodies::is_numbered(word))
    }

    /// The words that tell it from others.
    pub(super) fn telling(&self) -> impl Iterator<Item = &str> {
        let words = self.words.rsplit_once(' ').map_or("", |(words, _)| words);
        words.split(' ').filter(|word| !word.is_empty())
    }

    /// Whether it says of which occasion it is the name as another does, if one is of no other: in more
    /// words, or by the place alone, where the kind may be told in another way.
    pub(super) fn says_as_much(&self, other: &Self) -> bool {
        let shared = self.telling().filter(|word| other.telling().any(|it| it == *word)).count();
        let place = self.words != other.words && self.telling().eq(other.telling());
        shared >= 2 && self.is_within(other)
            || shared >= 3 && self.is_within_as_of_ministers(other)
            || shared == 1 && place
    }

    /// Whether one is within the other, of which one tells that ministers meet and the other does not: "the
    /// ministerial meeting of the Integration System".
    pub(super) fn is_within_as_of_ministers(&self, other: &Self) -> bool {
        let kinds = [self.kind(), other.kind()];
        // Letters alone are no words.
        let words = self.telling().filter(|word| word.chars().nth(1).is_some());
        let shared = words.filter(|word| other.telling().any(|it| it == *word));
        // "The D-ISIS Meeting", "the D-ISIS Ministerial".
        let same = self.telling().nth(1).is_some() && self.telling().eq(other.telling());
        let of_ministers = |it: &Self| {
            let words = it.telling().chain(["ministerial"]).collect::<Vec<_>>().join(" ");
            Self { words, ..it.clone() }
        };
        kinds.contains(&"event")
            && kinds.contains(&"ministerial")
            && (shared.count() >= 2 || same)
            && of_ministers(self).is_within(&of_ministers(other))
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

    /// Whether it is the name of a body of some states that meets now and then.
    pub(super) fn is_of_a_standing_body(&self) -> bool {
        matches!(self.kind(), "council" | "commission" | "dialogue")
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

/// Letters of the name of a people, or of a state, at least.
const PEOPLE: usize = 5;

/// A word as the name of a state and that of its people are one: "Armenia", "Armenian"; "Tajik",
/// "Tajikistan".
pub(super) fn stem(word: &str) -> &str {
    let long = |stem: &&str| stem.len() >= PEOPLE;
    let state = ["istan", "stan"].iter().find_map(|end| word.strip_suffix(end));
    let people = || word.strip_suffix('n').filter(|stem| stem.ends_with('a'));
    state.or_else(people).filter(long).unwrap_or(word)
}

/// Whether a word is the name of a group of states by their number: "g7".
fn is_of_a_few(word: &str) -> bool {
    let digits = word.strip_prefix('g').unwrap_or_default();
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
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
    let mut count = 0;
    for word in before.trim_end().rsplit(' ').take(2 * ON) {
        // "the Global Action Plan (GAP) Meeting".
        if is_bracketed(word) {
            start = start.saturating_sub(word.len() + 1);
            continue;
        }
        count += 1;
        if count > ON {
            break;
        }
        let is_office = OFFICES.contains(&&*fold(word));
        let is_proper = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && word
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '+' | '’' | '\''));
        // "President Biden’s Summit" is called a summit; "the OECD’s Ministerial" is the OECD’s.
        if !(is_proper || is_office) || is_possessive(word) && !is_in_letters(word) {
            // "Friends of the Mekong Ministerial".
            start -= if named || is_capital { bodies::head_of(&before[..start]) } else { 0 };
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
        || name.ends_with("dialogue") && name.starts_with(char::is_uppercase)
        || name.ends_with("meeting") && !office_before(name.trim_end_matches("meeting")).is_empty()
        || name.ends_with("meeting") && of_ministers()
        || (name.ends_with("meeting") || name.ends_with("session")) && bodies::is_of_one(after);
    if let Some(framework) = bodies::framework(after).filter(|_| name.ends_with("evel meeting")) {
        return framework;
    }
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
    // "The second session of the fifth Assembly".
    if let Some(word) = words.next_if(|word| number_of(word.trim_end()).is_some()) {
        length += word.len();
    }
    let of_body = bodies::is_of_one(after);
    let mut end = 0;
    for word in words.take(2 * ON) {
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
        let bare = word.trim_start_matches(['“', '"', '‘']);
        // "of the U.S.-EU Energy Council": not every full stop ends a name.
        let name = if bare.contains("U.S.") {
            bare.trim_end().trim_end_matches([',', ';', ')'])
        } else {
            bare.find(|c| !is_part(c)).map_or(bare, |end| &bare[..end])
        };
        let is_capital = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        // "the Foreign Ministers of the Coalition to Defeat ISIS".
        let last = after[..length].trim_end().rsplit(' ').next().unwrap_or_default();
        let kind = fold(last.trim_start_matches(['“', '"', '‘']));
        // "The Dialogue on China" is another than that on defence.
        let goes_on = name == "on" && KINDS.iter().any(|names| names.contains(&&*kind));
        // "Of the Trade and Technology Council".
        let in_body = name == "and" && of_body && !bodies::is_body(last);
        let joins = end > 0 && (matches!(name, "of" | "the" | "to") || goes_on || in_body)
            || OFFICES.contains(&&*fold(name));
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

mod numbers;
mod of_title;
mod unions;

#[cfg(test)]
mod tests;
