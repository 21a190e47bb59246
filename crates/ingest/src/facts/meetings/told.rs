//! Words in a text that tell of presence or absence: those of the table, and those that only their
//! surroundings make so.

use super::answered::answered;
use super::around::{
    asked_before, goes_there, invitation_before, is_without_person, kept_elsewhere, of_guests,
    seat_before, without_part,
};
use super::barred::barred;
use super::contrast::contrast;
use super::excused::excused;
use super::named_absence::noun_of_absence;
use super::nobody::{is_of_none, nobody_before, nobody_for, none_of};
use super::not_gone::calls_own_trip_off;
use super::recalled::recalled;
use super::refused::refused;
use super::rows::{is_denied, leads_elsewhere, row_at};
use super::sent_for::{replaces, sends_officials, sent_to};
use super::signers::signs_for;
use super::status::no_longer;
use super::stayed::{SENT, stayed};
use super::unwilling::{OFFERS, being_there, unwilling, wishes_away};
use super::visas::refused_papers;
use super::without::{
    is_minus, is_not_there, is_with_them, is_without_side, is_without_the_barred,
};
use crate::clauses::{is_have, verb_group};
use crate::entities::{Cast, Mentioned};
use crate::lexicon::{Presence, Tie};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Words of presence or absence in the text.
pub(super) struct Told {
    pub(super) tie: Tie,
    /// Whether it is said of whom it happens to.
    pub(super) patient: bool,
    /// Where the words end, or their first half.
    pub(super) end: usize,
    /// Whom it happens to, where the words enclose it ("left … out").
    pub(super) inside: Option<Run>,
    /// Whether they tell of a meeting wherever they stand.
    pub(super) sure: bool,
}

impl Told {
    pub(super) const fn plain(tie: Tie, end: usize) -> Self {
        Self { tie, patient: false, end, inside: None, sure: false }
    }

    pub(super) const fn sure(tie: Tie, end: usize) -> Self {
        Self { tie, patient: false, end, inside: None, sure: true }
    }
}

/// The words of presence or absence that begin at a token.
pub(super) fn told(cast: &Cast, at: usize) -> Option<Told> {
    let surface = cast.surface;
    let word = surface.lower(at);
    let next = surface.lower(at + 1);
    let verb = surface.pos(at).is_verb();
    let near_delegation = || {
        (at.saturating_sub(4)..at + 8).any(|at| {
            let word = surface.lower(at);
            word.starts_with("delegation") || word == "team"
        })
    };
    let tie = match word {
        // "Lee will join the Secretary's delegation"
        "join" | "joined" | "joins"
            if verb
                && (!matches!(next, "nato" | "the" | "forces" | "by")
                    || joins_from_afar(cast, at)
                    || joins_delegation(cast, at)) =>
        {
            Tie::Present
        }
        "present"
            if surface.pos(at).is_adjective()
                || surface.pos(at) == Pos::Adverb
                || is_copula_before(cast, at) =>
        {
            Tie::Present
        }
        "lead" | "led" | "leads" | "head" | "headed" | "leading" | "heading"
            if verb && near_delegation() =>
        {
            Tie::Led
        }
        // "signed the accord on behalf of Chad", "signed for Chad"
        "signed" | "signs" if verb && signs_for(cast, at) => Tie::Present,
        "include" | "includes" | "included" | "comprises" | "comprised"
            if verb && of_delegation(cast, at) =>
        {
            Tie::Listed
        }
        _ if noun_of_absence(cast, at).is_some() => return noun_of_absence(cast, at),
        // "There was no sign of Lee", "all members with the exception of Chad"
        "sign" if surface.lower(at.wrapping_sub(1)) == "no" && next == "of" => Tie::Absent,
        "exception" if next == "of" => left_out_tie(cast, at),
        // "All but one of the leaders came. The exception was Lee."
        "exception" | "exceptions"
            if matches!(next, "was" | "were" | "is" | "are") && all_but_before(cast, at) =>
        {
            left_out_tie(cast, at)
        }
        // "The only absentee was Chad", "China was a no-show"
        "absence" | "absentee" | "absentees" | "no-show" | "no-shows" => Tie::Absent,
        // "with no Chadian officials in the room"
        "with" if next == "no" && is_not_there(cast, at) => Tie::Absent,
        // "Nobody turned up for Chad", "no one would represent Chad"
        "nobody" | "no-one" | "none" => nobody_for(cast, at, at + 1)?,
        "no" if next == "one" || SENT.contains(&next) && none_of(cast, at + 2).is_some() => {
            nobody_for(cast, at, at + 2)?
        }
        // "No invitation went out to Chad."
        "invitation" | "invitations" if invited_to(cast, at).is_some() => Tie::Excluded,
        // "his visa request was rejected", "the invitation to Chad went unanswered"
        "visa" | "visas" | "invitation" | "invitations" => {
            return refused_papers(cast, at);
        }
        // "No Chadian officer was allowed into the meeting."
        "allowed" | "admitted" | "permitted" | "let"
            if verb && matches!(next, "into" | "in" | "to") && is_of_none(cast, at) =>
        {
            Tie::Excluded
        }
        // "sent his deputy in his place"
        "sent" | "sends" | "sending" | "send" | "dispatched" | "dispatching"
            if verb && replaced(cast, at).is_some() && !verb_group(surface, at).negated =>
        {
            return replaced(cast, at).map(|end| Told::plain(Tie::Absent, end));
        }
        // "Chad and Mali sent deputy ministers."
        "sent" if verb && sends_officials(cast, at) => Tie::Present,
        // "will gather without Russia", "without Ukraine at the table"
        "minus" if is_minus(cast, at) => Tie::Absent,
        "without"
            if cast.mention_at(at + 1).is_some_and(|mention| {
                mention.run.start == at + 1
                    && matches!(
                        cast.kind(mention.who),
                        EntityKind::State | EntityKind::Organization
                    )
                    && surface.lower(mention.run.end) != "'s"
                    && !surface.pos(mention.run.end).is_noun()
            }) || is_without_side(cast, at)
                || is_without_person(cast, at)
                || without_part(surface, at).is_some()
                || matches!(next, "anyone" | "anybody") && surface.lower(at + 2) == "from" =>
        {
            if is_without_the_barred(cast, at) {
                Tie::Excluded
            } else {
                Tie::Absent
            }
        }
        // "Leaders of the hemisphere, except Cuba, are to take part".
        _ if left_out(cast, at).is_some_and(|first| {
            let first = first + usize::from(surface.lower(first) == "the");
            cast.mention_at(first).is_some_and(|mention| {
                let named = cast.mention_at(mention.run.end + 1);
                mention.run.start == first
                    && (surface.lower(mention.run.end) != "'s"
                        || named.is_some_and(|it| cast.kind(it.who) == EntityKind::Person))
            })
        }) =>
        {
            left_out_tie(cast, at)
        }
        // "will not be in Rio", "was not at the meeting".
        "be" | "is" | "are" | "was" | "were" | "been"
            if matches!(not_or(cast, at + 1), "in" | "at" | "there" | "among")
                && !surface.reads(at + 1, &["not", "in", "it"])
                && (verb_group(surface, at).negated
                    || matches!(next, "not" | "n't")
                    || next == "among"
                        && surface.lower(surface.sentence(at).start) == "neither") =>
        {
            if not_or(cast, at + 1) == "among" && of_guests(cast, at + 1) {
                Tie::Excluded
            } else {
                Tie::Absent
            }
        }
        // "Nobody from Chad was at the talks."
        "was" | "were" if next == "at" && nobody_before(cast, at) => Tie::Absent,
        // "A clash of dates kept Ann Lee in Oslo"
        "kept" | "keeps" | "keeping" | "detained" | "detains" | "held" | "confined"
            if verb && !verb_group(surface, at).passive && kept_elsewhere(cast, at).is_some() =>
        {
            let plain = Told::plain(Tie::Absent, at + 1);
            return Some(Told { patient: true, inside: kept_elsewhere(cast, at), ..plain });
        }
        // "Chad's seat was empty", "the chair of Chad remained vacant"
        "empty" | "vacant" | "unoccupied" | "unfilled" if seat_before(cast, at) => Tie::Absent,
        "filled" | "taken" | "occupied"
            if verb && verb_group(surface, at).negated && seat_before(cast, at) =>
        {
            Tie::Absent
        }
        // "invited Mali but not Chad", "Mali but not Chad attended"
        "but"
            if next == "not"
                && (cast.mention_at(at + 2).is_some() || surface.lower(at + 2) == "by") =>
        {
            but_not(cast, at)?
        }
        // "did not invite Chad", "ruled out inviting Chad"
        "invite" | "inviting" | "invites" if verb && invites_not(cast, at) => {
            let plain = Told::plain(Tie::Excluded, at + 1);
            return Some(Told { patient: true, ..plain });
        }
        // "accepted the invitation but cancelled on Monday"
        "accepted" if verb && accepts(cast, at) => {
            if takes_back(cast, at) {
                Tie::Declined
            } else {
                Tie::Present
            }
        }
        // "did not make the trip", "will not make the trip"
        "make" if verb && cast.surface.reads(at, &["make", "the", "trip"]) => {
            let group = verb_group(surface, at);
            let later = group.future || group.modal;
            if !group.negated {
                return None;
            }
            if later { Tie::Declined } else { Tie::Absent }
        }
        // "cancelled her trip", "scrapped his own journey": to what the text tells of
        _ if verb && calls_own_trip_off(cast, at).is_some() => {
            return calls_own_trip_off(cast, at).map(|end| Told::plain(Tie::Declined, end));
        }
        "travel" | "visit" | "come" if verb && stays(cast, at) => Tie::Declined,
        "sit" if verb && matches!(next, "in" | "at" | "down") && stays(cast, at) => Tie::Declined,
        // "will not be going"
        "going" | "coming"
            if verb
                && verb_group(surface, at).negated
                && (surface.word(at + 1) == "." || surface.word(at + 1) == ",") =>
        {
            Tie::Absent
        }
        // "will not be coming to the talks", "had not come at all", "never went to Oslo"
        "come" | "came" | "coming" | "go" | "went" | "gone" | "going" | "travel" | "travelled"
        | "traveled" | "travelling" | "traveling" | "fly" | "flown" | "flying" | "flew"
            if verb && is_denied(cast, at) && goes_there(cast, at) =>
        {
            Tie::Present
        }
        // "had been told not to come"
        "told" | "asked" | "ordered" | "advised" | "requested"
            if verb
                && next == "not"
                && surface.lower(at + 2) == "to"
                && verb_group(surface, at).passive
                && being_there(surface, at + 3, false).is_some() =>
        {
            let plain = Told::plain(Tie::Excluded, at + 3);
            return Some(Told { patient: true, ..plain });
        }
        // "did not accept its invitation", "has yet to accept the invitation"
        "accept" | "accepted" | "accepting"
            if verb
                && verb_group(surface, at).negated
                && (at + 1..at + 5).any(|at| surface.lower(at).starts_with("invitation")) =>
        {
            Tie::Declined
        }
        // "was asked to attend and refused"
        "refused" | "declined"
            if verb
                && matches!(surface.word(at + 1), "." | "," | ";")
                && matches!(
                    surface.lower(at.wrapping_sub(1)),
                    "and" | "but" | "," | "has" | "had"
                )
                && !verb_group(surface, at).passive
                && asked_before(cast, at) =>
        {
            Tie::Declined
        }
        // "had hoped for an invitation but did not get one"
        "receive" | "received" | "get" | "got" | "given" | "sent"
            if verb
                && next == "one"
                && verb_group(surface, at).negated
                && invitation_before(cast, at) =>
        {
            return Some(Told::plain(Tie::Excluded, at + 2));
        }
        // "is not expected either", "was not expected to attend"
        "expected"
            if verb
                && verb_group(surface, at).negated
                && (matches!(surface.word(at + 1), "." | "," | ";")
                    || matches!(next, "either" | "at" | "there" | "here" | "in")
                    || next == "to" && being_there(surface, at + 2, false).is_some()) =>
        {
            Tie::Absent
        }
        // "followed it by video but did not travel"
        "travel" | "come" | "go"
            if verb
                && verb_group(surface, at).negated
                && !verb_group(surface, at).modal
                && !verb_group(surface, at).future
                && matches!(surface.word(at + 1), "." | "," | ";") =>
        {
            Tie::Absent
        }
        "return" if verb && next == "to" && stays(cast, at) => Tie::Declined,
        "go" | "going" if verb && matches!(next, "either" | "there" | "to") && stays(cast, at) => {
            Tie::Declined
        }
        // "after Mali and Chad withdrew", "Chad pulled out on Monday"
        "withdraw" | "withdrew" | "withdrawn"
            if verb
                && !verb_group(surface, at).passive
                && (matches!(surface.word(at + 1), "." | "," | ";")
                    || matches!(
                        next,
                        "at" | "on" | "in" | "over" | "after" | "for" | "because"
                    )
                    || crate::clauses::is_day(next)) =>
        {
            Tie::Declined
        }
        "invited"
            if verb
                && (verb_group(surface, at).negated
                    || surface.lower(surface.sentence(at).start) == "neither") =>
        {
            // "had not invited Chad": whom, and not who.
            let active = has_invited(cast, at);
            let plain = Told::plain(Tie::Excluded, at + 1);
            return Some(Told { patient: active, ..plain });
        }
        // "Mali attended, but Chad did not."
        // "Mali is coming, but Chad will not."
        "did" | "does" | "will" | "would"
            if matches!(next, "not" | "n't")
                && matches!(surface.word(at + 2), "." | "," | ";")
                && attended_before(cast, at) =>
        {
            if word.starts_with('w') {
                Tie::Declined
            } else {
                Tie::Absent
            }
        }
        // "is not part of the talks", "was no party to them"
        "part" | "party"
            if is_copula_before(cast, at)
                && matches!(next, "of" | "to")
                && (at.saturating_sub(3)..at)
                    .any(|at| matches!(surface.lower(at), "not" | "n't" | "no" | "never")) =>
        {
            Tie::Absent
        }
        "absent" | "missing"
            if surface.pos(at).is_noun()
                && at > surface.sentence(at).start + 1
                && !is_with_them(cast, at)
                && !(word == "absent"
                    && (surface.word(at + 1) == ","
                        || next == "but" && is_copula_before(cast, at))) =>
        {
            return None;
        }
        _ => {
            if let Some(told) = unwilling_or_kept(cast, at) {
                return Some(told);
            }
            // "had not invited Chad" tells nothing of its subject.
            if next == "invited" && has_invited(cast, at + 1) {
                return None;
            }
            let (presence, taken, inside) = row_at(cast, at)?;
            let Presence { mut tie, patient, .. } = *presence;
            // "failed to come to an agreement", "refused to go into details"
            if leads_elsewhere(cast, taken) {
                return None;
            }
            // "did not make the trip", "nobody showed his face"
            if tie == Tie::Come {
                if !is_denied(cast, at) {
                    return None;
                }
                tie = Tie::Present;
            }
            if is_no_meeting_refused(cast, at, taken) {
                return None;
            }
            return Some(Told { tie, patient, end: taken, inside, sure: false });
        }
    };
    Some(Told::plain(tie, at + 1))
}

/// "rejected calls to boycott the summit", "turned down a request for aid at the talks": what is refused
/// is not the meeting.
fn is_no_meeting_refused(cast: &Cast, at: usize, end: usize) -> bool {
    let surface = cast.surface;
    let refuses = surface.lower(end - 1) == "down" && surface.lower(at).starts_with("turn");
    if surface.lower(end - 1) == "calls" {
        return wishes_away(cast, end);
    }
    let first = end + usize::from(surface.pos(end).is_determiner());
    let noun = (first..first + 3).find(|at| surface.pos(*at).is_noun());
    noun.is_some_and(|noun| {
        refuses
            && !verb_group(surface, at).passive
            && OFFERS.contains(&surface.lower(noun))
            && matches!(surface.lower(noun + 1), "for" | "to" | "of")
    })
}

/// Words that are put together to tell of staying away or of being kept out.
fn unwilling_or_kept(cast: &Cast, at: usize) -> Option<Told> {
    contrast(cast, at)
        .or_else(|| replaces(cast, at))
        .or_else(|| answered(cast, at))
        .or_else(|| unwilling(cast, at))
        .or_else(|| stayed(cast, at))
        .or_else(|| refused(cast, at))
        .or_else(|| excused(cast, at))
        .or_else(|| barred(cast, at))
        .or_else(|| recalled(cast, at))
}

/// Words with which leaving somebody out begins.
const LEAVING_OUT: &[&str] = &[
    "except",
    "bar",
    "save",
    "but",
    "apart",
    "aside",
    "other",
    "barring",
    "excepting",
    "excluding",
];

/// Where those begin whom "except", "except for", "bar" or "save" leaves out; "to save Chad" and "a
/// bar" leave out nobody.
pub(super) fn left_out(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let pos = surface.pos(at);
    if !LEAVING_OUT.contains(&surface.lower(at)) {
        return None;
    }
    let leaves = matches!(surface.lower(at), "except" | "bar" | "save")
        || all_but(surface, at).is_some() && cast.mention_at(at + 1).is_some();
    // "Every leader bar Chad's Ann Lee came."
    let all = || {
        (surface.sentence(at).start.max(at.saturating_sub(40))..at)
            .any(|at| matches!(surface.lower(at), "all" | "every" | "each"))
    };
    let plain = !pos.is_noun() && (!pos.is_verb() || surface.lower(at) == "except")
        || matches!(surface.lower(at), "bar" | "save")
            && cast.mention_at(at + 1).is_some()
            && all();
    let for_them = usize::from(surface.lower(at + 1) == "for");
    // "all members apart from Chad", "every neighbour barring Chad"
    let apart = match surface.lower(at) {
        "apart" | "aside" => usize::from(surface.lower(at + 1) == "from") * 2,
        "other" => usize::from(surface.lower(at + 1) == "than") * 2,
        "barring" | "excepting" | "excluding" => 1,
        _ => 0,
    };
    if apart > 0 && all() {
        return Some(at + apart);
    }
    (leaves && plain).then_some(at + 1 + for_them)
}

/// "all the neighbours but Chad", "everybody but Chad": where "all" stands before "but".
fn all_but(surface: &Surface, at: usize) -> Option<usize> {
    if surface.lower(at) != "but" {
        return None;
    }
    let first = surface.sentence(at).start.max(at.saturating_sub(5));
    let within = |at: &usize| surface.pos(*at).is_noun() || surface.pos(*at).is_adjective();
    let every = |at: usize| {
        matches!(surface.lower(at), "all" | "every" | "everybody" | "everyone" | "each")
    };
    let mut before = (first..at)
        .rev()
        .skip_while(|at| !every(*at) && (within(at) || surface.pos(*at).is_determiner()));
    before.next().filter(|at| every(*at))
}

/// The word at a token, or after "not" there.
fn not_or<'c>(cast: &'c Cast, at: usize) -> &'c str {
    let word = cast.surface.lower(at);
    if matches!(word, "not" | "n't") { cast.surface.lower(at + 1) } else { word }
}

/// What being left out of "all" means: of those who are invited, not to be; else to be away.
fn left_out_tie(cast: &Cast, at: usize) -> Tie {
    let surface = cast.surface;
    let invited = |at: usize| surface.lower(at).starts_with("invit");
    let first = surface.sentence(at).start.max(at.saturating_sub(20));
    if (first..at).any(invited) { Tie::Excluded } else { Tie::Absent }
}

/// Where "to" stands after "no invitation was sent", before somebody's name.
pub(super) fn invited_to(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    if surface.lower(at.wrapping_sub(1)) != "no" {
        return None;
    }
    let end = surface.sentence(at).end.min(at + 8);
    let to = (at + 2..end).find(|at| surface.lower(*at) == "to")?;
    let verbal = (at + 1..to).all(|at| {
        let pos = surface.pos(at);
        pos.is_verb()
            || pos.is_adverb()
            || matches!(pos, Pos::Modal | Pos::Particle)
            || matches!(surface.lower(at), "out" | "yet")
    });
    let named = cast.mention_at(to + 1).is_some_and(|mention| mention.run.start == to + 1);
    (verbal && named).then_some(to)
}

/// Where "sent his deputy in his place", "is sending her minister instead" end.
pub(super) fn replaced(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 16);
    let his = |at: usize| matches!(surface.lower(at), "his" | "her");
    (at + 2..end)
        .find_map(|at| match surface.lower(at) {
            "instead" if surface.lower(at + 1) != "of" => Some(at + 1),
            "in" if his(at + 1) && matches!(surface.lower(at + 2), "place" | "stead") => {
                Some(at + 3)
            }
            "on" if his(at + 1) && surface.lower(at + 2) == "behalf" => Some(at + 3),
            _ => None,
        })
        .or_else(|| sent_alone(cast, at))
        .or_else(|| sent_to(cast, at))
}

/// "Chad's leader sent his foreign minister, Bo Kim.": to the meeting that was told of.
fn sent_alone(cast: &Cast, at: usize) -> Option<usize> {
    let surface = cast.surface;
    let end = surface.sentence(at).end;
    let person = |it: &&Mentioned| cast.kind(it.who) == EntityKind::Person;
    let whom = cast.mentions_in(&(at + 2..end.min(at + 30))).find(person)?;
    let after = whom.run.end;
    let goes_on = surface.word(after) == "," && surface.lower(after + 1) == "while";
    let stops = after + 1 >= end || goes_on || matches!(surface.lower(after), "while" | ";");
    let plain = (at + 1..whom.run.start).all(|at| {
        let pos = surface.pos(at);
        pos.is_noun() || pos.is_adjective() || surface.word(at) == "," || pos.is_pronoun()
    });
    let his = matches!(surface.lower(at + 1), "his" | "her");
    (his && stops && plain && surface.lower(at).starts_with("sen")).then_some(after)
}

/// Whether the words before, or the sentence before, tell of attending.
fn attended_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let here = surface.sentence(at).start;
    let first = surface.sentence(here.saturating_sub(1)).start;
    (first..at).any(|at| {
        ["attend", "join", "took", "particip", "came", "coming", "travel", "sent", "invited"]
            .iter()
            .any(|stem| surface.lower(at).starts_with(stem))
    })
}

/// What "but not Chad" says: left out by whoever invites, absent from what others attend.
fn but_not(cast: &Cast, at: usize) -> Option<Tie> {
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let words = |stems: &[&str], run: Run| {
        run.clone().any(|at| stems.iter().any(|stem| surface.lower(at).starts_with(stem)))
    };
    if words(&["invit"], sentence.start..at) {
        return Some(Tie::Excluded);
    }
    let attends = ["attend", "join", "particip", "present", "represent"];
    words(&attends, sentence).then_some(Tie::Absent)
}

/// "did not invite", "refused to invite", "ruled out inviting", "without inviting".
fn invites_not(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    let first = surface.sentence(at).start.max(group.run.start.saturating_sub(3));
    let refused = (first..at).any(|at| {
        let word = surface.lower(at);
        ["refus", "declin", "without", "against"].iter().any(|stem| word.starts_with(stem))
            || matches!(word, "chose" | "chosen" | "decided" | "opted" | "elected" | "preferred")
                && surface.lower(at + 1) == "not"
            || word == "no" && matches!(surface.lower(at + 1), "plans" | "plan" | "intention")
            || word.starts_with("rul") && surface.lower(at + 1) == "out"
    });
    !group.passive && (group.negated || refused)
}

/// "joined by telephone".
fn joins_from_afar(cast: &Cast, at: usize) -> bool {
    let by = cast.surface.lower(at + 1) == "by" && !verb_group(cast.surface, at).passive;
    by && matches!(
        cast.surface.lower(at + 2),
        "phone" | "telephone" | "video" | "videoconference" | "videolink"
    )
}

/// "will join the Secretary's delegation", "did not join the hourlong session".
fn joins_delegation(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 6);
    let denied = verb_group(surface, at).negated;
    (at + 1..end).any(|at| {
        matches!(surface.lower(at), "delegation" | "trip")
            || denied && cast.lexicon.names_a_meeting(surface.lower(at))
    })
}

fn of_delegation(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(at).start.max(at.saturating_sub(14));
    (first..at).any(|at| {
        let word = surface.lower(at);
        word.starts_with("delegation") || matches!(word, "participants" | "attendees")
    })
}

/// "will not travel", "will no longer visit".
fn stays(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let group = verb_group(surface, at);
    (group.negated && (group.future || group.modal)) || no_longer(surface, &group)
}

/// "Algeria accepted weeks ago", "has accepted an invitation".
fn accepts(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let pos = surface.pos(at + 1);
    let object = pos.is_noun() || pos.is_determiner() || pos.is_adjective();
    let invitation = (at + 1..at + 5).any(|at| surface.lower(at).starts_with("invitation"));
    let ago = surface.pos(at + 1) == Pos::Nouns && surface.lower(at + 2) == "ago";
    !verb_group(surface, at).passive
        && (invitation || ago || !object && !matches!(surface.lower(at + 1), "that" | "to"))
}

/// "accepted … but cancelled": in the end they do not come.
fn takes_back(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(at).end.min(at + 12);
    (at + 1..end).any(|at| {
        surface.lower(at) == "but"
            && ["cancel", "withdr", "pull", "drop", "back", "chang"]
                .iter()
                .any(|stem| (at + 1..at + 4).any(|at| surface.lower(at).starts_with(stem)))
    })
}

/// Whether the sentence before tells of all but some.
fn all_but_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    let here = surface.sentence(at);
    let first = surface.sentence(here.start.saturating_sub(1)).start;
    (first..at).any(|at| {
        surface.reads(at, &["all", "but"]) || matches!(surface.lower(at), "every" | "almost")
    })
}

fn is_copula_before(cast: &Cast, at: usize) -> bool {
    let surface = cast.surface;
    (at.saturating_sub(3)..at).any(|before| crate::clauses::is_be(surface.lower(before)))
}

/// "has invited", "had not invited"
fn has_invited(cast: &Cast, at: usize) -> bool {
    let group = verb_group(cast.surface, at);
    !group.passive && group.run.clone().any(|at| is_have(cast.surface.lower(at)))
}
