//! The bloc that a meeting is named after: "the G20 Foreign Ministers' Meeting", "a NATO session"; and
//! the body whose meeting it is: "the inaugural meeting of the Rivers Forum Steering Committee".

use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Words of the names of bodies whose meetings are of others, or of no side.
#[rustfmt::skip]
const OF_OTHERS: &[&str] = &[
    "agency", "anniversary", "bank", "un", "assembly", "board", "bureau", "committee", "council", "department",
    "embassy", "fund", "group", "isil", "isis", "islamic", "leaders", "ministers", "ministry",
    "office", "officials", "parliament", "partnership", "united",
];
/// Councils and groups that are blocs nevertheless.
const BLOCS: &[&str] = &[
    "of seven",
    "of 20",
    "of twenty",
    "of eight",
    "gulf",
    "arctic",
    "nordic",
    "lima",
    "contact",
    "europe",
];

/// Words of the names of what two states set up between them.
const JOINT: &[&str] =
    &["commission", "committee", "consultations", "dialogue", "group", "mechanism", "partnership"];
/// Words of the names of bodies that meet at home.
const NATIONAL: &[&str] =
    &["advisory", "cabinet", "department", "ministry", "national", "parliament"];

/// Those of a bloc come together at what is named after it. It is told last, as it tells two meetings
/// of one bloc apart from nothing.
pub(super) fn bring_bodies(cast: &Cast, occasion: &mut Occasion) {
    let mentions = occasion.mentions.clone();
    for run in mentions.iter().take(12) {
        // "Summit of the Rivers Alliance", all of it a name.
        let head = if cast.surface.lower(run.start + 1) == "of" { run.start } else { run.end - 1 };
        if !matches!(
            cast.surface.lower(head),
            "summit" | "meeting" | "ministerial" | "session" | "forum" | "congress" | "dinner"
        ) {
            continue;
        }
        let left = name_start(cast, head);
        if let Some((who, evidence)) = whose(cast, occasion, head) {
            let (status, by) = (occasion.taking_part(), Teller::Words);
            occasion.attend(Attend { who, status, evidence, capacity: None, by, clear: 0 }, false);
        }
        // "on the sidelines of a G20 meeting" is told of those who met there.
        let aside = (left.saturating_sub(4).max(cast.surface.sentence(head).start)..left)
            .any(|at| matches!(cast.surface.lower(at), "sidelines" | "margins" | "fringes"));
        if aside {
            continue;
        }
        for mention in cast.mentions_in(&(left..head)) {
            if cast.kind(mention.who) == EntityKind::Organization && comes(cast, mention.who) {
                let (status, by) = (occasion.taking_part(), Teller::Words);
                let evidence = mention.run.start..run.end;
                let who = mention.who;
                occasion
                    .attend(Attend { who, status, evidence, capacity: None, by, clear: 0 }, false);
            }
        }
    }
}

/// The body that comes together by its own name: "a meeting of the Rivers Commission".
fn whose(cast: &Cast, occasion: &Occasion, head: usize) -> Option<(MemberId, Run)> {
    let surface = cast.surface;
    if surface.lower(head + 1) != "of" || surface.sentence(head).end <= head + 2 {
        return None;
    }
    let article = surface.pos(head + 2).is_determiner();
    let first = head + 2 + usize::from(article);
    let mention = cast.mention_at(first).filter(|it| it.run.start == first)?;
    let member = cast.member(mention.who);
    // "of the Rivers Agency leaders", "of the Agency's friends": others, though of it.
    let after = mention.run.end;
    let others = surface.lower(after) == "'s"
        || surface.pos(after).is_noun() && surface.sentence(head).contains(&after);
    if member.kind != EntityKind::Organization || member.of.is_some() || others {
        return None;
    }
    // What two states set up between them is a name of their talks, and no third.
    let states = occasion.attendance.iter().map(|it| it.who);
    let states = states.filter(|who| cast.kind(*who) == EntityKind::State).take(3).count();
    let name = member.name.to_lowercase();
    let joint = name.split(' ').any(|word| JOINT.contains(&word));
    let national = name.split(' ').any(|word| NATIONAL.contains(&word));
    let theirs = national || joint && states <= 2;
    (!theirs).then_some((mention.who, head..after))
}

/// Where the noun phrase of a head begins.
fn name_start(cast: &Cast, head: usize) -> usize {
    let surface = cast.surface;
    let first = surface.sentence(head).start.max(head.saturating_sub(16));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || matches!(pos, Pos::Possessive | Pos::Number)
            // "the Rivers Organization's (RO) Ministerial Council Meeting"
            || surface.word(*at) == "(" && surface.word(at + 2) == ")"
            || surface.word(*at) == ")" && surface.word(at.wrapping_sub(2)) == "("
            || cast.mention_at(*at).is_some()
    };
    let run: Run = first..head;
    run.rev().take_while(within).last().unwrap_or(head)
}

/// Whether what is named after a body brings its members together.
fn comes(cast: &Cast, who: MemberId) -> bool {
    let member = cast.member(who);
    let name = member.name.to_lowercase();
    let other = name.split(' ').any(|word| OF_OTHERS.contains(&word));
    member.of.is_none() && (!other || BLOCS.iter().any(|bloc| name.contains(bloc)))
}
