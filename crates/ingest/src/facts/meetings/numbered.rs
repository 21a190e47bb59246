//! Those whom a number stands for: of "the six-party talks" and "a meeting of the six powers" the six
//! take part that the text lists once.

use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId, distinct};
use crate::surface::Run;
use chancery_model::{EntityKind, MeetingKind};

/// So many words for an occasion are looked at.
const MANY: usize = 24;
/// So many words from those for an occasion the number may stand.
const NEAR: usize = 8;
/// So many words behind the number its list may begin.
const LIST: usize = 16;
/// So many words may stand between two that are listed ("Ireland, the Democratic Republic of").
const STEP: usize = 6;
/// So many words behind the number its list ends.
const FAR: usize = 80;
/// So many lists of a text are read.
const LISTS: usize = 8;

/// Some states that the text lists, with the words that do.
struct Listed {
    members: Vec<MemberId>,
    words: Run,
    /// Whether they are the parties to talks, of which there may be several rounds.
    parties: bool,
}

/// Adds those that a number stands for to the occasions whose words name the number.
pub(super) fn bring_numbered(cast: &Cast, occasions: &mut [Occasion]) {
    let lists = lists(cast);
    if lists.is_empty() {
        return;
    }
    for occasion in occasions.iter_mut().filter(|it| it.kind != MeetingKind::Visit) {
        let mentions = occasion.mentions.iter().take(MANY);
        let own = mentions.clone().find_map(|run| {
            let number = number_near(cast, run)?;
            lists.iter().find(|list| list.members.len() == number)
        });
        let round = || {
            let mut mentions = mentions.clone();
            let parties = lists.iter().find(|list| list.parties);
            parties.filter(|_| mentions.any(|run| is_a_round(cast, run)))
        };
        let Some(list) = own.or_else(round) else { continue };
        let status = occasion.taking_part();
        for who in list.members.clone() {
            let (evidence, by) = (list.words.clone(), Teller::Words);
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 5 }, false);
        }
    }
}

/// The lists that are as long as the number before them says.
fn lists(cast: &Cast) -> Vec<Listed> {
    let surface = cast.surface;
    let mut found: Vec<Listed> = Vec::new();
    let mut at = 0;
    while at < surface.len() && found.len() < LISTS {
        let Some((number, next)) = number_at(cast, at) else {
            at += 1;
            continue;
        };
        let parties =
            surface.lower(at).ends_with("-party") || surface.lower(at).ends_with("-nation");
        if let Some((members, words)) = listed(cast, next, number)
            && !found.iter().any(|list| list.members.len() == number)
        {
            found.push(Listed { members, words, parties });
        }
        at = next;
    }
    found
}

/// The states listed behind a number of them, in its sentence or in one that goes on with "They".
fn listed(cast: &Cast, from: usize, number: usize) -> Option<(Vec<MemberId>, Run)> {
    let surface = cast.surface;
    let sentence = surface.sentence(from.saturating_sub(1));
    let next = surface.sentence(sentence.end);
    let goes_on = matches!(surface.lower(next.start), "they" | "it");
    let runs = [from..sentence.end, next.start..if goes_on { next.end } else { next.start }];
    let near = |run: Run| run.start..run.end.min(run.start + FAR);
    runs.into_iter().map(near).filter(|run| run.start < run.end).find_map(|run| {
        let mut members: Vec<MemberId> = Vec::new();
        let mut last = None;
        let states = cast.mentions_in(&run).filter(|it| cast.kind(it.who) == EntityKind::State);
        let mut first = run.start;
        for state in states.take(4 * number) {
            // A word of what they do ends a list.
            let far = last.is_some_and(|last| {
                state.run.start > last + STEP
                    || (last..state.run.start).any(|at| surface.pos(at).is_finite_verb())
            });
            if far && members.len() > 1 {
                break;
            }
            if last.is_none() || far {
                members.clear();
                first = state.run.start;
            }
            members.push(state.who);
            last = Some(state.run.end);
        }
        let members = distinct(members);
        let near = first < run.start + LIST + 8;
        (near && members.len() == number).then(|| (members, first..last.unwrap_or(first)))
    })
}

/// How many a number near the words for an occasion stands for, which tells who is there.
fn number_near(cast: &Cast, run: &Run) -> Option<usize> {
    let sentence = cast.surface.sentence(run.start);
    let before = sentence.start.max(run.start.saturating_sub(NEAR))..run.start;
    let behind = run.start..sentence.end.min(run.end + NEAR);
    let number = |at: usize| number_at(cast, at).map(|(number, _)| number);
    let plain = |at: &usize| !matches!(cast.surface.word(*at), "," | ";" | "\"");
    before
        .rev()
        .take_while(plain)
        .find_map(number)
        .or_else(|| behind.into_iter().take_while(plain).find_map(number))
}

/// "the last round", "the fourth round of the talks".
fn is_a_round(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(run.start).start.max(run.start.saturating_sub(4));
    (first..run.end).any(|at| matches!(surface.lower(at), "round" | "rounds"))
}

/// A number of states or parties at a token, and the token behind the words for it: "six-party", "the
/// six powers", "the five permanent members of the Council plus Germany".
fn number_at(cast: &Cast, at: usize) -> Option<(usize, usize)> {
    let surface = cast.surface;
    let word = surface.lower(at);
    let whole = ["-party", "-nation", "-way", "-country", "-power"];
    let joined = word.len() > 4 && word.contains('-');
    let mut ends = whole.iter().filter(|_| joined);
    if let Some(number) = ends.find_map(|end| counted(word.strip_suffix(end)?)) {
        return Some((number, at + 1));
    }
    // The five permanent members and Germany.
    if word == "p5-plus-one" {
        return Some((6, at + 1));
    }
    let number = counted(word)?;
    let sentence = surface.sentence(at);
    let mut noun = at + 1;
    while noun < at + 4 && surface.pos(noun).is_adjective() {
        noun += 1;
    }
    let group = matches!(
        surface.lower(noun),
        "powers" | "members" | "nations" | "countries" | "parties" | "states"
    );
    let end = sentence.end.min(noun + 12);
    let plus = (noun..end)
        .take_while(|at| !surface.pos(*at).is_finite_verb() && surface.word(*at) != ",")
        .any(|at| surface.lower(at) == "plus");
    (group && noun < sentence.end).then_some((number + usize::from(plus), noun + 1))
}

fn counted(word: &str) -> Option<usize> {
    const WORDS: &[&str] = &["three", "four", "five", "six", "seven", "eight"];
    WORDS.iter().position(|told| *told == word).map(|at| at + 3)
}
