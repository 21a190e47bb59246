//! Speaker turns of transcripts: "SECRETARY BLINKEN: Good morning."

use super::contents::trim;
use super::statements::Said;
use crate::dateline::sent_from;
use crate::entities::{Cast, MemberId, close};
use crate::lexicon::Lexicon;
use crate::surface::{Run, Surface};
use crate::tagger::EntityKind as Tagged;
use crate::tokens::TokenKind;
use chancery_model::{Act, EntityKind};
use std::cell::LazyCell;
use std::collections::HashMap;

/// Labels of a text that is said in turns, if they are not in capitals, at least.
const TURNS: usize = 3;

/// Words with which a label begins that is not in capitals: "Mr. Lee: Good morning."
const OPENERS: &[&str] = &[
    "acting",
    "ambassador",
    "assistant",
    "deputy",
    "dr",
    "dr.",
    "foreign",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "president",
    "prime",
    "secretary",
    "senior",
    "special",
    "under",
];

/// Those of one word, of nobody with a name.
const VOICES: &[&str] = &["interpreter", "moderator", "operator", "participant", "question"];

/// What the beginnings of a text's paragraphs tell of who speaks in them.
#[derive(Default)]
struct Voices<'t> {
    /// The words before a colon, and how often they stand so.
    labels: HashMap<&'t str, usize>,
    /// Whether one of them is of one who asks or leads.
    asked: bool,
    /// Whether one comes again.
    again: bool,
}

impl<'t> Voices<'t> {
    fn of(surface: &Surface<'t>) -> Self {
        let mut voices = Self::default();
        for paragraph in surface.paragraphs() {
            let Some(run) = before_colon(surface, paragraph) else { continue };
            let count = voices.labels.entry(surface.words(&run)).or_default();
            *count += 1;
            voices.asked |= run.len() == 1 && VOICES.contains(&surface.lower(run.start));
            voices.again |= *count > 1 && run.len() <= 4 && surface.is_capital(run.end - 1);
        }
        voices
    }

    /// Whether a label in small letters is of a turn: "Angela Merkel: The survivor" is a heading, and so is
    /// "Qatar Deal: Who pays?" where nobody answers.
    fn has(&self, surface: &Surface, label: &Run) -> bool {
        let opens = surface.lower(label.start);
        if VOICES.contains(&opens) && label.len() == 1 {
            return true;
        }
        if is_asked(surface, label) {
            return self.asked || self.again;
        }
        let titled = OPENERS.contains(&opens) && label.len() > 1;
        let again = || self.labels.get(surface.words(label)).is_some_and(|count| *count > 1);
        is_said(surface, label) && (titled || again() || self.asked)
    }
}

/// The few words before a colon at the beginning of a paragraph.
fn before_colon(surface: &Surface, paragraph: &Run) -> Option<Run> {
    let start = paragraph.start;
    // A transcript that is quoted has a quotation mark before each turn.
    let first = if surface.kind(start) == TokenKind::Quote { start + 1 } else { start };
    let colon = (first..first + 7).find(|at| surface.word(*at) == ":")?;
    (first < colon && colon < paragraph.end).then_some(first..colon)
}

/// Whether a sentence follows a label in its paragraph, and no heading.
fn is_said(surface: &Surface, label: &Run) -> bool {
    let paragraph = surface.paragraph(label.start);
    let quoted = paragraph.end > 1 && surface.kind(paragraph.end - 1) == TokenKind::Quote;
    let last = paragraph.end.saturating_sub(1 + usize::from(quoted));
    last > label.end
        && (matches!(surface.word(last), "." | "!" | "?" | "…" | "...")
            || (label.end + 1..paragraph.end).any(|at| surface.pos(at).is_finite_verb()))
}

/// Whether words before a colon tell who speaks in small letters: "Mr. Lee", "Question", "Ann Lee".
fn is_written_out(surface: &Surface, run: &Run) -> bool {
    // "President of Chad Ann Lee"
    let capital =
        |at: usize| surface.is_capital(at) || matches!(surface.word(at), "." | "-" | "of" | "the");
    let small = |at: usize| surface.word(at).chars().any(char::is_lowercase);
    let opens = surface.lower(run.start);
    let last = run.end - 1;
    run.clone().all(capital)
        && run.clone().any(small)
        && (run.len() == 1 && VOICES.contains(&opens)
            || run.len() > 1 && OPENERS.contains(&opens) && surface.word(last) != "."
            || run.len() <= 3 && surface.entity(last).kind() == Some(Tagged::Person)
            || is_asked(surface, run))
}

/// "Daily News: Will she go?": whoever has a label that a question alone follows.
fn is_asked(surface: &Surface, label: &Run) -> bool {
    let paragraph = surface.paragraph(label.start);
    let quoted = paragraph.end > 1 && surface.kind(paragraph.end - 1) == TokenKind::Quote;
    let last = paragraph.end.saturating_sub(1 + usize::from(quoted));
    label.len() <= 4 && last > label.end && surface.word(last) == "?"
}

/// Whether a label tells of a turn only where there are several: "A: The parties shall meet" may be a clause.
fn is_unsure(surface: &Surface, label: &Run) -> bool {
    is_written_out(surface, label)
        || label.len() == 1 && matches!(surface.word(label.start), "A" | "Q")
}

/// The tokens before the colon if a paragraph begins with a speaker, in capitals or by form of address or
/// office.
fn label(surface: &Surface, lexicon: &Lexicon, start: usize) -> Option<Run> {
    let number = surface.paragraph_of(start);
    let begins = surface.paragraphs().get(number).is_some_and(|it| it.start == start);
    let voices = LazyCell::new(|| Voices::of(surface));
    let labels = surface.labels(|paragraph| {
        let label = label_of(surface, lexicon, paragraph)?;
        (!is_written_out(surface, &label) || voices.has(surface, &label)).then_some(label)
    });
    labels.get(number).filter(|_| begins).cloned().flatten()
}

fn label_of(surface: &Surface, lexicon: &Lexicon, paragraph: &Run) -> Option<Run> {
    let run = before_colon(surface, paragraph)?;
    let (first, colon) = (run.start, run.end);
    let capitals = |at: usize| {
        let word = surface.word(at);
        word.chars().all(|c| !c.is_lowercase()) && word.chars().any(char::is_alphabetic)
            || matches!(word, "." | "-" | "(" | ")")
    };
    let letters: usize = run.clone().map(|at| surface.word(at).len()).sum();
    ((letters > 2 || matches!(surface.word(first), "Q" | "A"))
        && (run.clone().all(capitals) || is_written_out(surface, &run))
        && sent_from(surface, lexicon, paragraph.start).is_none()
        && colon + 1 < paragraph.end)
        .then_some(run)
}

/// The label of every turn, with the number of its paragraph.
fn labels(surface: &Surface, lexicon: &Lexicon) -> impl Iterator<Item = (usize, Run)> {
    let paragraphs = surface.paragraphs().iter().enumerate();
    paragraphs
        .filter_map(|(number, paragraph)| Some((number, label(surface, lexicon, paragraph.start)?)))
}

/// Whether a text is what several said in turns.
///
/// Where the label is not in capitals ("Ambassador Lee: a life"), there are several.
pub(crate) fn is_transcript(surface: &Surface, lexicon: &Lexicon) -> bool {
    let mut small = 0;
    labels(surface, lexicon).any(|(_, label)| {
        let alone = is_unsure(surface, &label);
        // Whoever asks is answered.
        small += if alone { 1 + usize::from(is_asked(surface, &label)) } else { 0 };
        !alone || small >= TURNS
    })
}

/// The label of the first turn of each who speaks.
pub(super) fn first_turns(cast: &Cast) -> Vec<(MemberId, Run)> {
    let mut turns: Vec<(MemberId, Run)> = Vec::new();
    for (_, label) in labels(cast.surface, cast.lexicon) {
        if let Some(who) = speaker(cast, &label)
            && !turns.iter().any(|(known, _)| *known == who)
        {
            turns.push((who, label));
        }
    }
    turns
}

/// Whether the paragraph of a token lies in a turn: the label's first token.
///
/// A turn goes on over paragraphs until the next label, but not further than a text without any.
pub(super) fn speaker_turn(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let number = surface.paragraph_of(at);
    (0..=number)
        .rev()
        .take(12)
        .map(|number| surface.paragraphs()[number].start)
        .find(|start| label(surface, cast.lexicon, *start).is_some())
}

/// Who has the floor at a token of a transcript.
pub(crate) fn speaker_at(cast: &Cast, at: usize) -> Option<MemberId> {
    let label = label(cast.surface, cast.lexicon, speaker_turn(cast, at)?)?;
    speaker(cast, &label)
}

/// Whether a word is another in lower case.
fn is_lower_of(lower: &str, word: &str) -> bool {
    if word.is_ascii() { word.eq_ignore_ascii_case(lower) } else { word.to_lowercase() == lower }
}

/// The person of a label: by the last word that is the family name of one of the cast.
fn speaker(cast: &Cast, label: &Run) -> Option<MemberId> {
    let last = cast.surface.lower(label.end - 1).to_owned();
    let named = |id: &MemberId| {
        let member = cast.member(*id);
        member.kind == EntityKind::Person
            && member.name.split_whitespace().any(|part| is_lower_of(&last, part))
    };
    let by_title = |id: &MemberId| {
        let member = cast.member(*id);
        member.kind == EntityKind::Person
            && member
                .offices
                .iter()
                .any(|office| office.title.split_whitespace().any(|part| is_lower_of(&last, part)))
    };
    cast.who(label.end - 1)
        .filter(|who| cast.kind(*who) == EntityKind::Person)
        .or_else(|| cast.ids().take(200).find(named))
        .or_else(|| cast.ids().take(200).find(by_title))
}

/// Words of a label that name nobody: "SENIOR STATE DEPARTMENT OFFICIAL TWO".
const NAMELESS: &[&str] = &[
    "official",
    "officials",
    "participant",
    "interpreter",
    "staff",
    "speaker",
    "question",
    "moderator",
    "operator",
    "audience",
    "reporter",
    "host",
    "one",
    "two",
    "three",
    "four",
    "five",
];
/// Labels back in which one that is a letter off is looked for.
const SPEAKERS: usize = 40;
/// Words before a name in a label.
const BEFORE_NAMES: &[&str] = &["mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", "miss"];

/// Makes members of those whom nothing but the label of their turns names: "MR PRICE: Good afternoon."
pub(crate) fn introduce_speakers(cast: &mut Cast) {
    let surface = cast.surface;
    let starts: Vec<usize> = surface.paragraphs().iter().map(|paragraph| paragraph.start).collect();
    let mut new = Vec::new();
    for start in starts {
        let Some(label) = label(cast.surface, cast.lexicon, start) else { continue };
        let last = label.end - 1;
        let addressed = BEFORE_NAMES.contains(&surface.lower(label.start));
        let letters = surface.word(last).chars().all(char::is_alphabetic);
        if !addressed
            || label.clone().filter(|at| surface.word(*at) != ".").count() != 2
            || !letters
            || NAMELESS.contains(&surface.lower(last))
            || speaker(cast, &label).is_some()
        {
            continue;
        }
        new.push((start, last));
    }
    if new.is_empty() {
        return;
    }
    let mut known: HashMap<&str, MemberId> = HashMap::new();
    // Those in whose labels a letter may be off, and those who are known by a given name.
    let mut labelled: Vec<(String, MemberId)> = Vec::new();
    for (start, last) in new {
        let word = surface.word(last);
        let lower = surface.lower(last);
        let same = known.get(word).copied().or_else(|| {
            let mut near = labelled.iter().rev().take(SPEAKERS).filter(|it| close(&it.0, lower));
            near.next().map(|it| it.1)
        });
        let called = || {
            let who = cast.called_before(start)?;
            (!labelled.iter().any(|it| it.1 == who)).then_some(who)
        };
        let called = if same.is_none() { called() } else { None };
        let who = cast.introduce(last, same.or(called));
        if called.is_some() {
            cast.add_family_name(who, &capitalized(lower));
        }
        known.insert(word, who);
        labelled.push((lower.to_owned(), who));
    }
    cast.index();
}

fn capitalized(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whom a question is put to: whoever answers it next. `at`: a token of the question.
pub(super) fn addressed(cast: &Cast, at: usize) -> Option<MemberId> {
    let surface = cast.surface;
    let asks = label(surface, cast.lexicon, speaker_turn(cast, at)?)?;
    if !matches!(surface.lower(asks.start), "question" | "q" | "reporter" | "moderator") {
        return None;
    }
    let number = surface.paragraph_of(at);
    let mut next = (number + 1..surface.paragraphs().len()).take(6);
    let answers =
        next.find_map(|number| label(surface, cast.lexicon, surface.paragraphs()[number].start))?;
    speaker(cast, &answers)
}

/// Each turn as a direct statement of its speaker; a reporter's question is nobody's.
pub(super) fn turns(cast: &Cast) -> Vec<Said> {
    let surface = cast.surface;
    let paragraphs = surface.paragraphs();
    let spoken = is_transcript(surface, cast.lexicon);
    let turn = |label: &Run| spoken || !is_unsure(surface, label);
    let labels: Vec<(usize, Run)> =
        labels(surface, cast.lexicon).filter(|(_, label)| turn(label)).collect();
    let mut found = Vec::new();
    for (at, (number, label)) in labels.iter().enumerate() {
        let next = labels.get(at + 1).map_or(paragraphs.len(), |(next, _)| *next);
        let content = trim(surface, label.end + 1..paragraphs[next.min(number + 12) - 1].end);
        let question = matches!(
            surface.lower(label.start),
            "question" | "q" | "reporter" | "moderator" | "operator" | "note"
        );
        let who: Vec<MemberId> = speaker(cast, label).into_iter().collect();
        // An outlet's question is nobody's statement; "WALLACE:" is somebody.
        let outlet = || {
            is_written_out(surface, label)
                || surface.entity(label.start).kind() == Some(Tagged::Organization)
        };
        let question = question || who.is_empty() && is_asked(surface, label) && outlet();
        if content.is_empty() || question {
            continue;
        }
        found.push(Said {
            who,
            source: Some(label.clone()),
            cue: None,
            content: vec![content],
            negated: false,
            act: Act::Say,
            addressee: None,
        });
    }
    found
}
