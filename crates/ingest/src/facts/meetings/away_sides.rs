//! States that are named only to tell whose president or minister was away: "Lebanese President Ann Lee stayed
//! away" tells of nobody who came for Lebanon, and "the Iranian foreign minister did not attend" of none for
//! Iran.

use super::left::Elsewhere;
use super::only_named::is_of_office;
use super::{Attend, Occasion, Teller};
use crate::clauses::begins;
use crate::entities::{Cast, MemberId, Mentioned};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{AttendanceStatus, EntityKind};
use std::collections::HashSet;

/// So many words for a meeting, and names of one sentence, are looked at.
const MANY: usize = 12;
const NAMES: usize = 60;
/// So many words may an office have to either side of a state's name.
const NEAR: usize = 12;

/// Takes out such states, unless words of their own tell that they were there. `elsewhere`: clauses of
/// absence that name nobody who is away.
pub(super) fn without_away_sides(cast: &Cast, occasion: &mut Occasion, elsewhere: &Elsewhere) {
    let away: HashSet<MemberId> = occasion
        .attendance
        .iter()
        .filter(|it| it.by == Teller::Presence && !is_present(it))
        .filter(|it| cast.kind(it.who) == EntityKind::Person)
        .map(|it| it.who)
        .collect();
    let come: HashSet<MemberId> = occasion
        .attendance
        .iter()
        .filter(|it| is_present(it) && cast.kind(it.who) == EntityKind::Person)
        .filter_map(|it| cast.side_of(it.who))
        .collect();
    let told = told_in(cast, occasion);
    let only = |it: &Attend| {
        let mentions = told.iter().flat_map(|sentence| cast.mentions_in(sentence).take(NAMES));
        let own = |mention: &&Mentioned| {
            let pronoun = cast.surface.pos(mention.run.start) == Pos::PossessivePronoun;
            mention.who == it.who && !pronoun
        };
        let mut mentions = mentions.filter(own).peekable();
        mentions.peek().is_some()
            && mentions.all(|mention| {
                let office = !away.is_empty() && is_of_office(cast, mention, &away);
                (office || is_of_unnamed(cast, mention, elsewhere)) && !sends(cast, mention)
            })
    };
    let gone: HashSet<MemberId> = occasion
        .attendance
        .iter()
        .filter(|it| {
            is_present(it)
                && cast.kind(it.who) == EntityKind::State
                && !matches!(it.by, Teller::Words | Teller::Presence)
                && !come.contains(&it.who)
        })
        .filter(|it| only(it))
        .map(|it| it.who)
        .collect();
    occasion.attendance.retain(|it| !gone.contains(&it.who));
}

/// The sentences that tell of a meeting or of who was there or away, and the two behind each that names it.
fn told_in(cast: &Cast, occasion: &Occasion) -> Vec<Run> {
    let surface = cast.surface;
    let sentences = surface.sentences();
    let mut told: Vec<usize> = Vec::new();
    for words in occasion.mentions.iter().take(MANY) {
        let at = surface.sentence_of(words.start);
        told.extend(at..(at + 3).min(sentences.len()));
    }
    let evidence = occasion.attendance.iter().take(4 * MANY);
    told.extend(evidence.map(|it| surface.sentence_of(it.evidence.start)));
    told.sort_unstable();
    told.dedup();
    told.into_iter().filter_map(|at| sentences.get(at).cloned()).collect()
}

const fn is_present(attend: &Attend) -> bool {
    matches!(attend.status, AttendanceStatus::Attended | AttendanceStatus::Expected)
}

/// "Chad's president sent his foreign minister": who comes for Chad.
fn sends(cast: &Cast, mention: &Mentioned) -> bool {
    near(cast, mention, NAMES).any(|at| {
        let word = cast.surface.lower(at);
        begins(word, &["sent", "send", "dispatch", "represent", "named", "deput"])
    })
}

/// The words of a sentence around a mention, so many to either side.
fn near(cast: &Cast, mention: &Mentioned, far: usize) -> Run {
    let sentence = cast.surface.sentence(mention.run.start);
    sentence.start.max(mention.run.start.saturating_sub(far))
        ..sentence.end.min(mention.run.end + far)
}

/// "The Iranian foreign minister", "Lebanon's president", in a clause that tells that they were away.
fn is_of_unnamed(cast: &Cast, mention: &Mentioned, elsewhere: &Elsewhere) -> bool {
    elsewhere.has(&mention.run)
        && cast
            .title_phrases(&near(cast, mention, NEAR))
            .any(|title| title.full.contains(&mention.run.start))
}
