//! Bodies that are no party to a meeting: named by an office, as a topic, or as the meeting itself.

use super::{Attend, Occasion, Teller};
use crate::entities::{Cast, MemberId, is_organ_name};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// So many names of one sentence are looked at: one that has more is a list.
const LOOKED_AT: usize = 200;

/// Takes out a body that is there only in the words of somebody's office: "the Director of the
/// National Rivers Council Ann Lee" comes for her state, "their counterparts from the Ministry" for
/// theirs.
pub(super) fn without_offices(cast: &Cast, occasion: &mut Occasion, release: bool) {
    let there: Vec<MemberId> = occasion.attendance.iter().map(|it| it.who).collect();
    let sides: Vec<MemberId> = there
        .iter()
        .filter(|who| cast.kind(**who) == EntityKind::Person)
        .filter_map(|who| cast.side_of(*who))
        .collect();
    occasion.attendance.retain(|it| {
        if cast.kind(it.who) != EntityKind::Organization {
            return true;
        }
        let name = &cast.member(it.who).name;
        // (The Quad is a body, though a dialogue by its full name.)
        let sentence = cast.surface.sentence(it.evidence.start);
        let own = name.split(' ').next_back().is_some_and(|last| MEETINGS.contains(&last))
            && cast.mentions_in(&sentence).take(LOOKED_AT).any(|mention| {
                mention.who == it.who && MEETINGS.contains(&cast.surface.word(mention.run.end - 1))
            });
        let council = name.ends_with("Ministerial Council");
        let paper = name.split(' ').next_back().is_some_and(|last| PAPERS.contains(&last))
            || cast
                .mentions_in(&sentence)
                .take(LOOKED_AT)
                .any(|mention| mention.who == it.who && is_short_for_paper(cast, &mention.run));
        let elsewhere = release && it.by == Teller::Side && is_office_elsewhere(cast, &there, it);
        if own || council || paper || elsewhere {
            return false;
        }
        // "the Union's Service Secretary General Kim" comes for the Union.
        let of_another = cast.member(it.who).of.is_some_and(|of| there.contains(&of));
        if !is_organ(cast, it.who) && !of_another {
            return true;
        }
        let here = cast.mentions_in(&sentence).take(LOOKED_AT);
        let mut here = here.filter(|mention| mention.who == it.who).peekable();
        if here.peek().is_none() {
            return !sides.contains(&it.who);
        }
        !here.all(|mention| is_of_an_office(cast, &mention.run))
    });
}

/// Last words of what is no body but a meeting by its name.
#[rustfmt::skip]
const MEETINGS: &[&str] = &[
    "Conference", "Consultations", "Dialogue", "Event", "Meeting", "Ministerial", "Summit", "Talks",
];

/// "met with Chadian Foreign Minister Kim", told further on to be the Union's envoy too: where he is named
/// he came for Chad.
fn is_office_elsewhere(cast: &Cast, there: &[MemberId], side: &Attend) -> bool {
    let surface = cast.surface;
    let here = |who: MemberId| {
        cast.mentions_in(&side.evidence).take(LOOKED_AT).filter(move |mention| mention.who == who)
    };
    if here(side.who).next().is_some() {
        return false;
    }
    let theirs = there.iter().take(LOOKED_AT).filter(|who| {
        cast.kind(**who) == EntityKind::Person && cast.side_of(**who) == Some(side.who)
    });
    let mut named = theirs.flat_map(|who| here(*who));
    named.any(|mention| {
        let first =
            surface.sentence(mention.run.start).start.max(mention.run.start.saturating_sub(12));
        let of_office = |at: &usize| {
            cast.in_title(*at)
                || surface.is_capital(*at)
                || matches!(surface.lower(*at), "/" | "and" | "of")
        };
        let mut before = (first..mention.run.start).rev().take_while(of_office);
        before.any(|at| {
            cast.who(at)
                .is_some_and(|who| cast.kind(who) == EntityKind::State && there.contains(&who))
        })
    })
}

/// Last words of what is agreed upon, and of words for several bodies without a name.
const PAPERS: &[&str] =
    &["Accord", "Accords", "Agencies", "Convention", "Parties", "Protocol", "Treaty"];

/// "the Rivers Treaty (RT) States": short for a treaty, which sends nobody.
fn is_short_for_paper(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let before = surface.word(run.start.wrapping_sub(2));
    surface.word(run.start.wrapping_sub(1)) == "(" && PAPERS.contains(&before)
}

/// Takes out the bodies that no words of the meeting tell of, only signals, unless they do something
/// themselves: an agency named beside a meeting is most often what it is about.
pub(super) fn without_topics(cast: &Cast, occasion: &mut Occasion) {
    occasion.attendance.retain(|it| {
        cast.kind(it.who) != EntityKind::Organization
            || it.by != Teller::Signals
            || is_named_as_party(cast, it)
    });
}

/// Whether the words that only signals take for a presence have the body do something itself: "the
/// Group will convene", "co-hosted by the Group".
fn is_named_as_party(cast: &Cast, attend: &Attend) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(attend.evidence.start);
    cast.mentions_in(&sentence).take(LOOKED_AT).any(|mention| {
        let acts = surface.pos(mention.run.end).is_finite_verb()
            || surface.pos(mention.run.end) == Pos::Modal;
        let first = mention.run.start.saturating_sub(4);
        let by = (first..mention.run.start).any(|at| surface.lower(at) == "by");
        mention.who == attend.who && (acts || by)
    })
}

/// Whether a body belongs to a state, as far as its name tells.
fn is_organ(cast: &Cast, who: MemberId) -> bool {
    let member = cast.member(who);
    member.of.is_some_and(|of| cast.kind(of) == EntityKind::State) || is_organ_name(&member.name)
}

/// Whether a name stands in the words of an office, beside its holder's name or for their counterpart.
fn is_of_an_office(cast: &Cast, run: &Run) -> bool {
    let surface = cast.surface;
    let sentence = surface.sentence(run.start);
    if cast.in_title(run.start) {
        return true;
    }
    let person = |at: usize| {
        sentence.contains(&at)
            && cast.who(at).is_some_and(|who| cast.kind(who) == EntityKind::Person)
    };
    // "Ann Lee, Rivers Bureau, Ministry of Rivers, led".
    let mut before = run.start;
    while before > sentence.start + 1
        && surface.word(before - 1) == ","
        && cast.who(before - 2).is_some_and(|who| cast.kind(who) == EntityKind::Organization)
    {
        before = cast.mention_at(before - 2).map_or(before - 2, |it| it.run.start);
    }
    let beside = surface.word(before.wrapping_sub(1)) == "," && before > sentence.start + 1;
    if beside && person(before - 2) && surface.word(run.end) == "," {
        return true;
    }
    // "her counterparts from Chad's Ministry of Rivers"
    let first = run.start.saturating_sub(6).max(sentence.start);
    (first..run.start).any(|at| surface.lower(at).starts_with("counterpart"))
        && (first..run.start).any(|at| matches!(surface.lower(at), "from" | "at" | "of"))
}
