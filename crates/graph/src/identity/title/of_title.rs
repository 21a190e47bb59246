//! Names of occasions that stand elsewhere in a report than in the words for them: in its title ("Joint
//! Statement on the U.S.-EU Energy Council"), or elsewhere in a sentence ("since the first Summit for
//! Democracy … at the next Summit", "the G7, NATO, EU-US Summits").

use super::numbers::numbered;
use super::{KINDS, Title, begins, goes_on, is_of_a_few};
use crate::Report;
use crate::identity::bodies;
use chancery_model::{Meeting, Span, fold};

/// Words before the name of an occasion in the title of a report on it.
const STATEMENTS: &[&str] =
    &["Joint Statement ", "Joint Readout ", "Chair’s Statement ", "Readout ", "Communiqué "];

/// Words between those and the name.
const OF: &[&str] = &["of the ", "on the ", "from the ", "following the ", "of ", "on ", "from "];

/// Words of a list up to the kind of occasion that all of it are, at most.
const LIST: usize = 8;

/// Words that a title has which tells of somebody or something else than an occasion.
const OTHERS: &[&str] = &[
    "ambassador",
    "announcement",
    "before",
    "by",
    "call",
    "candidate",
    "chair",
    "election",
    "envoy",
    "following",
    "hosts",
    "launch",
    "meetings",
    "member",
    "members",
    "minister",
    "notice",
    "outcomes",
    "participation",
    "president",
    "release",
    "remarks",
    "report",
    "secretary",
    "travel",
    "travels",
    "visit",
    "with",
];

/// Words before the name of the occasion at which somebody spoke.
const AT: &[&str] = &[" at a virtual ", " at the ", " at the virtual "];

/// Words with which the title of what was said there begins, where no article stands before the name.
const SAID: &[&str] = &["remarks at ", "opening remarks at ", "closing remarks at "];

/// Bytes of a sentence before words for an occasion that are read, at most.
const SENTENCE: usize = 400;

/// Words of the title of a report that is the name of an occasion, at most.
const LONGEST: usize = 14;

impl Title {
    /// The occasion that the title of a report is the name of, if it is: "Fifth Meeting of the North
    /// American Drug Dialogue (NADD)".
    pub(in crate::identity) fn of_title(title: &str) -> Option<Self> {
        let mut name = title.trim();
        if let Some((who, of)) = name.split_once("’s Participation in the ") {
            name = if who.split(' ').count() <= LONGEST { of } else { name };
        }
        if let Some(rest) = STATEMENTS.iter().find_map(|statement| name.strip_prefix(statement)) {
            name = OF.iter().find_map(|of| rest.strip_prefix(of))?;
        }
        let words: Vec<&str> = name.split_whitespace().collect();
        if words.len() > LONGEST {
            return None;
        }
        let is_part = |word: &&str| {
            let begins = word.trim_start_matches(['(', '“']);
            begins.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                || matches!(*word, "and" | "between" | "for" | "in" | "of" | "on" | "the" | "to")
        };
        let is_other = |word: &&str| {
            let folded = fold(word);
            folded.split(' ').any(|part| OTHERS.contains(&part))
        };
        let ends = |word: &&str| word.ends_with([':', ';', ',']);
        let tells_more = |word: &&str| !is_part(word) || is_other(word) || ends(word);
        if words.iter().any(tells_more) {
            return None;
        }
        // "The Summit Working Group" is not the summit.
        let kind = words.iter().rposition(|word| is_kind(word))?;
        let goes_on = words.get(kind + 1).is_none_or(|word| {
            word.starts_with('(')
                || matches!(&*word.to_lowercase(), "between" | "for" | "in" | "of" | "on")
        });
        let name = words.join(" ");
        let title = Self::read(&name).filter(Self::is_name)?;
        goes_on.then_some(title)
    }

    /// The occasion at which somebody spoke, as the title of what they said tells it: "Secretary Blinken on
    /// Peace at the UN Security Council".
    pub(in crate::identity) fn spoken_at(title: &str) -> Option<Self> {
        let lower = title.to_ascii_lowercase();
        let at = AT.iter().filter_map(|at| Some(lower.rfind(at)? + at.len())).max();
        // "Opening Remarks at D-ISIS Meeting Opening Session".
        let said = || SAID.iter().filter_map(|said| Some(lower.rfind(said)? + said.len())).max();
        Self::of_title(title.get(at.or_else(said)?..)?)
    }

    /// The only name that some words have of an occasion of a kind.
    pub(super) fn only_one_in(words: &str, kind: &str) -> Option<Self> {
        let mut only: Option<Self> = None;
        let mut start = 0;
        for word in words.split_inclusive(' ') {
            let (from, bare) = (start, word.trim_end_matches(|c: char| !c.is_alphanumeric()));
            start += word.len();
            // "The G7 and NATO Summits" are two.
            let are_two =
                matches!(bare, "Conferences" | "Dialogues" | "Forums" | "Ministerials" | "Summits");
            if !bare.starts_with(char::is_uppercase) || !is_kind(bare) || are_two {
                continue;
            }
            let (before, after) = (&words[..from], &words[from + bare.len()..]);
            let (begun, end) = (begins(before, bare), goes_on(after, bare));
            let title = Self::read(&format!("{begun}{bare}{end}"));
            let Some(mut title) = title.filter(|it| it.is_name() && it.kind() == kind) else {
                continue;
            };
            title.number = title.number.or(numbered(&before[..before.len() - begun.len()]));
            if only.as_ref().is_some_and(|only| only.words != title.words) {
                return None;
            }
            only = only.or(Some(title));
        }
        only
    }

    /// A gathering that is called only by its kind, by the name that the title of the report has of one,
    /// or the sentence before: "since the first Summit for Democracy … at the next Summit".
    pub(in crate::identity) fn in_full(self, report: &Report, meeting: &Meeting) -> Self {
        // The few whose leaders meet once a year: "the Carbis Bay G7 Summit in 2021".
        let other = |word: &str| !is_of_a_few(word) && !is_place(word);
        if self.kind() == "summit" && !meeting.when.is_unknown() && !self.telling().any(other) {
            let few = self.telling().find(|word| is_of_a_few(word));
            if let Some(few) = few {
                return Self { words: format!("{few} summit"), ..self };
            }
        }
        if self.is_name() || !self.is_of_a_gathering() {
            return self;
        }
        let text = report.text();
        let spans = || meeting.mentions.iter().map(|it| it.span);
        // "A summit" is any.
        let is_meant = |span: Span| {
            let name = span.of(text).unwrap_or_default();
            let before = text.get(..span.start()).unwrap_or_default();
            let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
            let told =
                |word: &str| matches!(&*fold(word), "our" | "that" | "the" | "this" | "today s");
            is_called(name) || told(last) || name.split(' ').next().is_some_and(told)
        };
        let title = report.facts().document.title.as_deref().filter(|_| spans().any(is_meant));
        let whole = title.and_then(Self::of_title).filter(|title| title.kind() == self.kind());
        let only = || title.and_then(|title| Self::only_one_in(title, self.kind()));
        if let Some(named) = whole.or_else(only) {
            return Self { number: self.number, ..named };
        }
        let before = spans().filter_map(|span| {
            text.get(..span.start()).filter(|_| span.of(text).is_some_and(is_called))
        });
        let mut names = before.filter_map(|before| {
            let mut from = before.len().saturating_sub(SENTENCE);
            while !before.is_char_boundary(from) {
                from += 1;
            }
            let before = &before[from..];
            let start = before.rfind(['\n', '.']).map_or(0, |at| at + 1);
            let named = Self::only_one_in(&before[start..], self.kind())?;
            // The next one after the first is the second.
            let next = named.number.filter(|_| before.ends_with("next "));
            let next = next.and_then(|it| it.checked_add(1));
            Some(Self { number: self.number.or(next), ..named })
        });
        names.next().unwrap_or(self)
    }
}

/// Whether words for an occasion begin the kind with a capital, as its name does.
fn is_called(name: &str) -> bool {
    name.split(' ').any(|word| word.starts_with(char::is_uppercase) && is_kind(word))
}

/// Whether a word of the name of a summit may be of the place where it is.
fn is_place(word: &str) -> bool {
    let is_body = matches!(word, "apec" | "asean" | "nato" | "quad");
    !is_body && !bodies::BESIDE.contains(&word) && !is_short(word)
}

/// Whether a word is in letters.
fn is_short(word: &str) -> bool {
    !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Whether a word is one for a kind of occasion.
fn is_kind(word: &str) -> bool {
    let folded = fold(word);
    KINDS.iter().any(|names| names.contains(&&*folded))
}

/// "The G7, NATO, EU-US Summits": what kind all of a list are.
pub(super) fn of_list(after: &str) -> &'static str {
    let mut words = after.split_whitespace().take(LIST);
    if !after.starts_with(", ") {
        return "";
    }
    let ends = words.find(|word| {
        let name = word.trim_matches(',');
        !name.is_empty() && name != "and" && !name.chars().any(char::is_uppercase)
            || name.eq_ignore_ascii_case("summits")
    });
    let is_it = ends.is_some_and(|word| word.eq_ignore_ascii_case("summits"));
    if is_it { " summit" } else { "" }
}

#[cfg(test)]
mod tests;
