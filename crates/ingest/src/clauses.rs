//! Verbs and their subjects, found without a parser: by parts of speech, commas and conjunctions.

use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::MONTHS;

/// Whether a word begins with one of these.
pub(crate) fn begins(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// A verb with its auxiliaries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property that a verb group has or has not"
)]
pub(crate) struct VerbGroup {
    /// From the first auxiliary to the main verb.
    pub(crate) run: Run,
    /// The main verb.
    pub(crate) main: usize,
    /// "not", "never", "no longer".
    pub(crate) negated: bool,
    /// "will", "is to", "is due to": still to come.
    pub(crate) future: bool,
    /// "would", "could", "may", "should", "might".
    pub(crate) modal: bool,
    /// A form of "be" and a participle.
    pub(crate) passive: bool,
    /// "to" and a base form.
    pub(crate) infinitive: bool,
    /// A form of "be" and a gerund: under way, or about to be.
    pub(crate) progressive: bool,
    /// Whether a clause can stand on it.
    pub(crate) finite: bool,
}

/// Whether a word is a form of "be".
pub(crate) fn is_be(word: &str) -> bool {
    matches!(
        word,
        "be" | "is" | "are" | "was" | "were" | "been" | "being" | "am" | "'s" | "'re" | "'m"
    )
}

/// Whether a word is a form of "have".
pub(crate) fn is_have(word: &str) -> bool {
    matches!(word, "have" | "has" | "had" | "having" | "'ve" | "'d")
}

/// Reads the auxiliaries to the left of a main verb. One without any shares those of the verb that it
/// is joined to: "will meet Lee and hold talks", "is due to arrive and then visit Mali".
pub(crate) fn verb_group(surface: &Surface, main: usize) -> VerbGroup {
    let mut group = own_group(surface, main);
    let alone = group.run.len() == 1 && surface.pos(main) == Pos::VerbBase;
    if let Some(first) = joined_to(surface, main).filter(|_| alone) {
        group.future = first.future;
        group.modal = first.modal;
        group.infinitive = first.infinitive;
        group.finite = first.finite && !first.infinitive;
    }
    group
}

/// The verb with auxiliaries that a base form is joined to by "and", "or", "then" or a comma.
fn joined_to(surface: &Surface, main: usize) -> Option<VerbGroup> {
    /// So far back is looked.
    const FAR: usize = 40;
    let first = surface.sentence(main).start.max(main.saturating_sub(FAR));
    let before = (first..main).rev().find(|at| !surface.pos(*at).is_adverb())?;
    if !matches!(surface.lower(before), "and" | "or" | "," | "then") {
        return None;
    }
    (first..before)
        .rev()
        .filter(|at| surface.pos(*at) == Pos::VerbBase)
        .take(3)
        .map(|at| own_group(surface, at))
        .find(|group| group.future || group.modal || group.infinitive)
}

/// A verb and the auxiliaries right before it.
fn own_group(surface: &Surface, main: usize) -> VerbGroup {
    let first = surface.sentence(main).start;
    let pos = surface.pos(main);
    let mut group = VerbGroup {
        run: main..main + 1,
        main,
        negated: false,
        future: false,
        modal: false,
        passive: false,
        infinitive: false,
        progressive: false,
        finite: pos.is_finite_verb(),
    };
    let mut at = main;
    let mut adverbs = 0;
    while at > first {
        let before = at - 1;
        let word = surface.lower(before);
        let before_pos = surface.pos(before);
        let auxiliary = match word {
            "not" | "n't" | "never" | "neither" | "nor" => {
                group.negated = true;
                true
            }
            "will" | "'ll" | "shall" | "wo" => {
                group.future = true;
                group.finite = true;
                true
            }
            "would" | "could" | "may" | "might" | "should" | "must" | "can" | "ca" => {
                group.modal = true;
                group.finite = true;
                true
            }
            "do" | "does" | "did" => {
                group.finite = true;
                true
            }
            "to" if surface.pos(before) == Pos::To || pos == Pos::VerbBase => {
                group.infinitive = true;
                true
            }
            "due" | "scheduled" | "set" | "expected" | "planning" | "planned" | "going"
            | "slated"
                if group.infinitive =>
            {
                group.future = true;
                true
            }
            _ if is_be(word) && !(word == "'s" && surface.pos(before) == Pos::Possessive) => {
                let main_pos = surface.pos(group.main);
                group.passive |= main_pos == Pos::VerbParticiple
                    || main_pos == Pos::VerbPast && at == group.main;
                group.progressive |= main_pos == Pos::VerbGerund;
                group.future |= group.infinitive;
                group.finite |= word != "being" && word != "been";
                true
            }
            _ if is_have(word) && before_pos != Pos::Noun => {
                group.finite = true;
                true
            }
            _ if (before_pos.is_adverb() || matches!(word, "both" | "all" | "each"))
                && adverbs < 3 =>
            {
                adverbs += 1;
                at -= 1;
                continue;
            }
            _ => false,
        };
        if !auxiliary {
            break;
        }
        at -= 1;
        adverbs = 0;
        group.run.start = at;
    }
    group
}

/// Words that begin a clause of their own.
pub(crate) fn opens_clause(surface: &Surface, at: usize) -> bool {
    let word = surface.lower(at);
    matches!(
        word,
        "that"
            | "which"
            | "who"
            | "whom"
            | "whose"
            | "what"
            | "where"
            | "when"
            | "while"
            | "because"
            | "if"
            | "although"
            | "though"
            | "since"
            | "until"
            | "whether"
            | "than"
            | "unless"
            | "whereas"
            | "how"
            | "why"
            | "as"
            | "after"
            | "before"
            | "so"
    ) && (surface.pos(at) != Pos::Determiner || word != "that")
}

fn is_mark(surface: &Surface, at: usize) -> bool {
    matches!(surface.kind(at), TokenKind::Mark | TokenKind::Quote)
}

/// The noun phrase that is the subject of the verb group beginning at `group`, if it stands before
/// it: "Hassan Omar, vice chairman of the commission," for "said".
///
/// Looks no further than the sentence; each token is passed a bounded number of times.
pub(crate) fn subject_before(
    surface: &Surface,
    group: usize,
    ends_name: &dyn Fn(usize) -> bool,
) -> Option<Run> {
    let first = surface.sentence(group).start;
    let mut end = group;
    for _ in 0..6 {
        if end <= first {
            return None;
        }
        let last = end - 1;
        // "The two last met in May", "Lee last visited Chad"
        let before = last.checked_sub(1).filter(|before| *before >= first);
        let time = surface.lower(last) == "last"
            && before.is_some_and(|before| {
                ends_name(before)
                    || matches!(surface.pos(before), Pos::Number | Pos::Pronoun)
                    || surface.pos(before).is_plural()
            });
        if (surface.pos(last).is_adverb() || time) && !ends_name(last) {
            end = last;
            continue;
        }
        if let Some(start) = time_before(surface, first, end) {
            end = start;
            continue;
        }
        if is_day(surface.lower(last)) {
            end = if last > first
                && matches!(surface.lower(last - 1), "on" | "late" | "early" | "last" | "this")
            {
                last - 1
            } else {
                last
            };
            if end > first && surface.lower(end - 1) == "on" {
                end -= 1;
            }
            continue;
        }
        match surface.word(last) {
            "," | "—" | "–" | "--" => end = aside_before(surface, first, last, ends_name)?,
            _ if surface.kind(last) == TokenKind::Quote => {
                end = quoted_aside(surface, first, last)?;
            }
            ")" => end = (first..last).rev().find(|at| surface.word(*at) == "(")?,
            _ => break,
        }
    }
    if end <= first {
        return None;
    }
    let last = end - 1;
    let pos = surface.pos(last);
    let nominal = pos.is_noun()
        || pos == Pos::Pronoun
        || ends_name(last)
        || matches!(
            pos,
            Pos::Number | Pos::Determiner | Pos::WhPronoun | Pos::Adjective | Pos::WhDeterminer
        )
        || surface.lower(last) == "that";
    if !nominal {
        return None;
    }
    if matches!(pos, Pos::WhPronoun | Pos::WhDeterminer)
        || (surface.lower(last) == "that" && last > first && !surface.pos(last - 1).is_verb())
    {
        return antecedent(surface, last, first, ends_name);
    }
    // ", and he urged": a clause of its own begins, and no list ends.
    let alone = matches!(surface.lower(last), "he" | "she" | "they" | "we" | "i" | "it")
        && last > first + 1
        && surface.pos(last - 1) == Pos::Conjunction
        && is_mark(surface, last - 2);
    if alone {
        return Some(last..end);
    }
    let mut at = end;
    let mut conjunction = None;
    let mut at_verb = false;
    while at > first {
        let before = at - 1;
        let pos = surface.pos(before);
        if surface.word(before) == ")" {
            // "Leaders from NATO (North Atlantic Treaty Organisation) member states"
            let Some(open) = (first..before).rev().find(|at| surface.word(*at) == "(") else {
                break;
            };
            at = open;
            continue;
        }
        // "the Committee to Protect Rivers": no verb but a part of a name.
        let to = before > first + 1
            && surface.lower(before - 1) == "to"
            && [before - 2, before, at].iter().all(|at| surface.is_capital(*at));
        if to {
            at = before - 1;
            continue;
        }
        // "the Martyrs' Brigades": no mark parts a name.
        let in_name = pos == Pos::Possessive
            && surface.is_capital(before.wrapping_sub(1))
            && surface.is_capital(before + 1);
        if is_mark(surface, before) && !in_name && !ends_name(before) {
            let lists = surface.word(before) == ","
                && before > first
                && (ends_name(before - 1) || ends_bracket(surface, before - 1, first, ends_name))
                && conjunction.is_some();
            if !lists {
                break;
            }
        } else if opens_clause(surface, before) && !ends_name(before) {
            break;
        } else if pos.is_verb() && !ends_name(before) && !is_particle(surface, before) {
            // "A statement released by Lee": the participle belongs to the noun before it.
            let hangs = matches!(pos, Pos::VerbParticiple | Pos::VerbPast)
                && surface.lower(at) == "by"
                && before > first
                && surface.pos(before - 1).is_noun()
                && !surface.pos(before - 1).is_proper();
            let premodifies = hangs
                || matches!(pos, Pos::VerbParticiple | Pos::VerbGerund)
                    && at < end
                    && (surface.pos(at).is_noun() || surface.pos(at).is_adjective());
            if !premodifies {
                // "the bomb that killed Lee shows": the bomb, and not Lee.
                let relative = before.checked_sub(1).filter(|at| {
                    *at > first
                        && matches!(surface.lower(*at), "that" | "which" | "who")
                        && pos.is_finite_verb()
                        && surface.pos(*at - 1).is_noun()
                        && !surface.pos(*at - 1).is_proper()
                });
                if let Some(relative) = relative.filter(|_| conjunction.is_none()) {
                    return antecedent(surface, relative, first, ends_name);
                }
                at_verb = true;
                break;
            }
        } else if pos == Pos::To && surface.pos(at) == Pos::VerbBase {
            at_verb = true;
            break;
        } else if pos == Pos::Conjunction {
            if surface.lower(before) == "but" {
                break;
            }
            conjunction.get_or_insert(before);
        }
        at = before;
    }
    let mut start = match conjunction {
        // "In a statement read out by Roe, Lee and Kim said": what leads ends at the comma.
        Some(conjunction) if at_verb => {
            (surface.pos(first) == Pos::Preposition
                && !(first..at)
                    .any(|at| surface.pos(at).is_finite_verb() && surface.lower(at) != "read"))
            .then(|| (at..conjunction).find(|at| surface.word(*at) == ","))
            .flatten()
            .unwrap_or(conjunction)
                + 1
        }
        _ => at,
    };
    // "Earlier this week President Zardari", "In Kabul officials": what leads up is no subject.
    while start < end
        && (surface.pos(start).is_adverb() && !surface.pos(start + 1).is_verb()
            || surface.pos(start) == Pos::Conjunction)
    {
        start += 1;
    }
    // "Under Secretary Lee is on travel": under nothing.
    let office = surface.reads(start, &["under", "secretary"]);
    if surface.pos(start) == Pos::Preposition
        && !office
        && let Some(comma) = opening_ends(surface, &(start..end))
    {
        start = comma + 1;
    } else if surface.pos(start) == Pos::Preposition && !office {
        let name = (start + 1..end).rev().find(|at| {
            !ends_name(*at) && !surface.pos(*at).is_noun() && !surface.pos(*at).is_adjective()
        })?;
        start = name + 1;
    }
    (start < end).then_some(start..end)
}

/// "Maria do Carmo Silveira": a small word inside a name, whatever it reads like.
fn is_particle(surface: &Surface, at: usize) -> bool {
    matches!(surface.word(at), "do" | "dos" | "da" | "del" | "la" | "le" | "van" | "bin")
        && surface.pos(at.wrapping_sub(1)).is_proper()
        && surface.pos(at + 1).is_proper()
        && surface.is_capital(at + 1)
}

/// "Without Chad, Mali and Niger signed", "In the absence of Chad and Mali, Niger signed": the comma before
/// the subject, in what reads like one list with what leads up to it. `run`: from the first preposition
/// to the verb.
pub(crate) fn opening_ends(surface: &Surface, run: &Run) -> Option<usize> {
    let mut commas = run.clone().filter(|at| surface.word(*at) == ",");
    // "In Lima, Peru, Lee and Kim met"
    let place = matches!(surface.lower(run.start), "in" | "at" | "near" | "outside")
        && surface.lower(run.start + 1) != "the";
    if place {
        return commas.last();
    }
    let first = commas.next()?;
    let and = run.clone().find(|at| surface.lower(*at) == "and")?;
    if and < first { Some(first) } else { Some(commas.find(|at| *at > and).unwrap_or(first)) }
}

/// Where "on April 4", "last week", "earlier this month", "in March" begins, if it ends at a token: what
/// stands between a subject and its verb.
fn time_before(surface: &Surface, first: usize, end: usize) -> Option<usize> {
    let word = |back: usize| {
        end.checked_sub(back).filter(|at| *at >= first).map_or("", |at| surface.lower(at))
    };
    let span = matches!(word(1), "week" | "month" | "year" | "night");
    let mut start = if span && matches!(word(2), "this" | "last") {
        end - 2
    } else if word(3) == "on" && is_month(word(2)) && surface.kind(end - 1) == TokenKind::Number {
        end - 3
    } else if word(2) == "in" && is_month(word(1)) {
        end - 2
    } else {
        return None;
    };
    if start > first && matches!(surface.lower(start - 1), "earlier" | "late" | "later") {
        start -= 1;
    }
    (start > first).then_some(start)
}

/// Whether a word tells which of a series is meant: "first" to "tenth".
pub(crate) fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "first"
            | "second"
            | "third"
            | "fourth"
            | "fifth"
            | "sixth"
            | "seventh"
            | "eighth"
            | "ninth"
            | "tenth"
    )
}

/// Whether a word names a month, in full or as the wires shorten it.
pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
        || matches!(word, "jan." | "feb." | "aug." | "sept." | "oct." | "nov." | "dec.")
}

/// Whether a bracket after a name ends at a token: "the Republic of Korea (ROK)".
fn ends_bracket(
    surface: &Surface,
    at: usize,
    first: usize,
    ends_name: &dyn Fn(usize) -> bool,
) -> bool {
    surface.word(at) == ")"
        && (first + 1..at)
            .rev()
            .take(5)
            .find(|at| surface.word(*at) == "(")
            .is_some_and(|open| ends_name(open - 1))
}

/// What "who" or "which" refers to: the noun phrase right before it.
fn antecedent(
    surface: &Surface,
    relative: usize,
    first: usize,
    ends_name: &dyn Fn(usize) -> bool,
) -> Option<Run> {
    let mut end = relative;
    // "a report released on Wednesday that claimed": the participle belongs to the noun.
    let participle = (first..end).rev().take(6).find(|at| surface.pos(*at) == Pos::VerbParticiple);
    if let Some(participle) = participle.filter(|at| {
        *at > first
            && surface.pos(*at - 1).is_noun()
            && (*at..end).any(|at| is_day(surface.lower(at)) || surface.pos(at) == Pos::Preposition)
    }) {
        end = participle;
    }
    while end > first && matches!(surface.word(end - 1), "," | "—" | "–" | "--" | "-") {
        end -= 1;
    }
    let mut start = end;
    while start > first {
        let pos = surface.pos(start - 1);
        let inside = pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || matches!(pos, Pos::Possessive | Pos::Number | Pos::Pronoun)
            || matches!(surface.lower(start - 1), "of" | "for" | "and")
            || (surface.word(start - 1) == "," && start - 1 > first && ends_name(start - 2));
        if !inside {
            break;
        }
        start -= 1;
    }
    (start < end).then_some(start..end)
}

/// Where what only adds to a noun phrase begins, if it ends at a mark: "Lee, the minister, said". One
/// aside may stand in another, "Lee, speaking in Goma, on the border, said", and a list in one, "Lee,
/// joined by Ministers Kim, Bo and Ek, said".
fn aside_before(
    surface: &Surface,
    first: usize,
    last: usize,
    ends_name: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    /// So many commas may stand in an aside.
    const COMMAS: usize = 4;
    let mark = surface.word(last);
    let mut marks = (first..last).rev().take(45).filter(|at| surface.word(*at) == mark);
    let nearest = (first..last).rev().find(|at| surface.word(*at) == mark)?;
    marks.next();
    let in_list = surface.pos(nearest + 1) == Pos::Conjunction;
    let mut opening = Some(nearest).filter(|at| !in_list && is_aside(surface, *at + 1..last));
    if mark != "," || opening.is_none() && !in_list {
        return opening;
    }
    // Further back only what is said in so many words to go with the name before it.
    for at in marks.take(COMMAS) {
        let before = at.checked_sub(1).filter(|before| *before >= first)?;
        let named = surface.pos(before).is_proper() || ends_name(before);
        if named && goes_with(surface, at + 1) && is_aside(surface, at + 1..last) {
            opening = Some(at);
        }
    }
    opening
}

/// Where an aside begins that ends with a few words in quotation marks: "Lee, calling it an “ice
/// breaker,” said".
fn quoted_aside(surface: &Surface, first: usize, last: usize) -> Option<usize> {
    /// So many words may be quoted, and so many may stand before them.
    const QUOTED: usize = 6;
    const BEFORE: usize = 12;
    let inside = last.checked_sub(2).filter(|at| *at > first)?;
    let number = surface.quotation_of(inside).filter(|_| surface.word(last - 1) == ",")?;
    let quotation = &surface.quotations()[number].inside;
    let few = quotation.end == last && quotation.len() <= QUOTED && quotation.start > first + 2;
    let open = quotation.start.checked_sub(1).filter(|_| few)?;
    let comma = (first..open).rev().take(BEFORE).find(|at| surface.word(*at) == ",")?;
    (surface.pos(comma + 1) == Pos::VerbGerund).then_some(comma)
}

/// Whether words begin that tell what somebody does at the time, or with whom: "who", "speaking in", "joined
/// by", "along with".
fn goes_with(surface: &Surface, at: usize) -> bool {
    let next = surface.pos(at + 1);
    match surface.lower(at) {
        "along" | "together" => surface.lower(at + 1) == "with",
        "who" | "which" | "accompanying" | "representing" | "attending" => true,
        _ => {
            matches!(surface.pos(at), Pos::VerbGerund | Pos::VerbParticiple | Pos::VerbPast)
                && (matches!(next, Pos::Preposition | Pos::To) || surface.lower(at + 1) == "by")
        }
    }
}

/// Whether a stretch between commas only adds to what stands before it: an apposition, a relative
/// clause, "however", "for his part", "speaking in Cairo".
fn is_aside(surface: &Surface, run: Run) -> bool {
    if run.is_empty() || run.len() > 45 {
        return false;
    }
    let word = surface.lower(run.start);
    if matches!(word, "who" | "which" | "whose" | "where" | "whom") {
        return true;
    }
    let pos = surface.pos(run.start);
    // "Chad, suspended after a coup, was": a participle that reads like a past.
    let participle = pos == Pos::VerbPast && surface.pos(run.start + 1) == Pos::Preposition;
    if matches!(pos, Pos::VerbGerund | Pos::VerbParticiple)
        || participle
        || pos.is_adverb()
        || pos == Pos::Preposition
        || surface.kind(run.start) == TokenKind::Number
    {
        return !opens_clause(surface, run.start) || matches!(word, "as" | "after" | "before");
    }
    // An apposition has no verb a clause could stand on, but for a relative clause inside it.
    let relative = run
        .clone()
        .position(|at| opens_clause(surface, at))
        .map_or(run.end, |offset| run.start + offset);
    !(run.start..relative).any(|at| surface.pos(at).is_finite_verb())
}

/// Whether a word names a day of the week.
pub(crate) fn is_day(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "today"
            | "yesterday"
    )
}

/// The noun phrase after an inverted verb: "said Lavrov", "said the minister, Yuri Lee".
pub(crate) fn subject_after(
    surface: &Surface,
    verb: usize,
    ends_name: &dyn Fn(usize) -> bool,
) -> Option<Run> {
    let sentence = surface.sentence(verb).end;
    let start = verb + 1;
    let mut end = start;
    while end < sentence && end < start + 30 {
        let pos = surface.pos(end);
        let inside = pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || ends_name(end)
            || matches!(pos, Pos::Possessive | Pos::Number | Pos::Conjunction)
            || matches!(surface.lower(end), "of" | "for" | "'s" | "on")
            || end > start && surface.reads(end - 1, &["press", "release"]);
        if !inside
            || is_mark(surface, end)
            || (surface.lower(end) == "on" && is_day(surface.lower(end + 1)))
            || is_day(surface.lower(end))
        {
            break;
        }
        end += 1;
    }
    while end > start && matches!(surface.pos(end - 1), Pos::Conjunction | Pos::Preposition) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// The verb groups of a stretch, in order.
pub(crate) fn verb_groups(surface: &Surface, run: &Run) -> Vec<VerbGroup> {
    run.clone()
        .filter(|at| surface.pos(*at).is_verb() && surface.pos(*at) != Pos::Modal)
        .filter(|at| {
            // An auxiliary is part of the group of its main verb.
            let word = surface.lower(*at);
            let auxiliary = is_be(word) || is_have(word) || matches!(word, "do" | "does" | "did");
            !auxiliary || !leads_to_verb(surface, *at)
        })
        .map(|at| verb_group(surface, at))
        .collect()
}

fn leads_to_verb(surface: &Surface, at: usize) -> bool {
    let mut next = at + 1;
    while surface.pos(next).is_adverb() && next < at + 4 {
        next += 1;
    }
    matches!(surface.pos(next), Pos::VerbBase | Pos::VerbGerund | Pos::VerbParticiple)
        || (is_be(surface.lower(next)) || is_have(surface.lower(next)))
        || (surface.pos(next) == Pos::VerbPast && is_be(surface.lower(at)))
}
