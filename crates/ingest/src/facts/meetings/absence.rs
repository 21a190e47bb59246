//! Who was there and who was not, where a verb of attending or an absence says so.

use super::Occasion;
use super::answered::is_wished;
use super::applied::apply;
use super::barred::asked_for;
use super::behind_since::is_behind_since;
use super::called::MANY;
use super::deputies::{represented, sides_of, stand_in};
use super::excused::excused;
use super::gather::within_sentence;
use super::gathering::{may_be_missed, of_guests, of_none_of_two};
use super::left::{Elsewhere, is_of_a_meeting, is_time_mark, of_troops, says_no_more, says_so};
use super::likewise::likewise;
use super::named_absence::{before_subject, is_fronted, noun_of_absence, whose};
use super::nobody::stands_for;
use super::phrases::{clause_limit, phrase_from, with_name};
use super::rows::is_late;
use super::stayed::{is_left_empty, seat_owner};
use super::told::{Told, invited_to, left_out, replaced, told};
use super::told_of::{
    called_off, is_disowned, is_kept_by_a_cause, is_of_one_untold, listed, may_not, named_between,
    raised, reserved_for, says_so_of_himself, singled_out, speaker_before, stand_for_states,
    themselves,
};
use super::undone::is_not_done;
use super::verbs::first_of_two;
use super::visas::of_papers;
use super::whom::{as_told_around, behind_name, counted_before, named_behind, only_one};
use super::without::whom_without;
use crate::clauses::{subject_before, verb_group};
use crate::entities::{Cast, MemberId, Mentioned};
use crate::lexicon::Tie;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{EntityKind, MeetingKind};

/// Reads every sentence for ties and gives them to the occasion spoken of. `spots`: the heads of the
/// occasions' mentions, in order. Returns the words of absence that are of no meeting: nobody is away
/// from one by them.
pub(super) fn ties(cast: &Cast, occasions: &mut [Occasion], spots: &[(usize, usize)]) -> Elsewhere {
    let mut elsewhere = Vec::new();
    if occasions.is_empty() {
        return Elsewhere::default();
    }
    let main = main_of(cast, occasions.len(), spots);
    let surface = cast.surface;
    // The last who was told to be away, for those who did the same.
    let mut last: Option<(usize, Tie, bool, usize)> = None;
    for at in 0..surface.len() {
        let quoted = surface.quotation_of(at).is_some();
        if quoted && !says_so_of_himself(cast, at) {
            continue;
        }
        if let Some((occasion, tie, negated, told)) = last
            && surface.sentence_of(at).abs_diff(surface.sentence_of(told)) <= 1
            && !quoted
            && let Some((who, words)) = likewise(cast, at)
        {
            apply(cast, &mut occasions[occasion], tie, negated, &who, &words, told);
            continue;
        }
        if let Some(withdrawal) = of_troops(cast, at) {
            elsewhere.push(withdrawal);
            continue;
        }
        let aside = |it: &Told| it.tie == Tie::With && is_behind_since(cast, at);
        let own = |it: &Told| !is_late(surface, it) && !aside(it);
        let Some(told) = told(cast, at).filter(own) else { continue };
        let limit = clause_limit(cast, at).max(told.end);
        let stays = matches!(told.tie, Tie::Absent | Tie::Declined | Tie::Excluded);
        let alone = says_no_more(surface, at, &told);
        let near = occasion_of(cast, at, limit, (stays, main, alone), occasions, spots);
        let near = of_guests(cast, (at, &told), near, occasions, spots).or(near);
        if near.is_none() && !says_so(surface, at..told.end) {
            continue;
        }
        // "dismissed reports that Lee would stay away": nobody is.
        if is_disowned(surface, at) {
            elsewhere.push(surface.sentence(at));
            continue;
        }
        let Some((who, evidence, negated)) = parties(cast, at, limit, &told) else { continue };
        // "did not miss a session", "will not boycott it": they come.
        let comes = (stays || told.tie == Tie::Off) && is_not_done(cast, at, &told);
        let (away, negated) = (!comes && (negated || stays), negated && !comes);
        let who = if away { themselves(cast, who, &evidence) } else { who };
        if let Some(occasion) = near
            && replaced(cast, at) == Some(told.end)
            && stand_in(cast, &mut occasions[occasion], at, told.end, &who)
        {
            continue;
        }
        if who.is_empty() && away {
            elsewhere.push(evidence.start.min(at)..evidence.end);
            continue;
        }
        if quoted && !(away && surface.lower(evidence.start) == "i") {
            continue;
        }
        let near = of_none_of_two(cast, (at, &told), near, &who, occasions, spots).or(near);
        let tie = match told.tie {
            _ if comes => Tie::Present,
            _ if is_kept_by_a_cause(cast, at, &told) => Tie::Absent,
            tie => tie,
        };
        // "Deputy Secretary Lee also participated.": in what the text is about.
        let sentence = surface.sentence(at);
        let bare = matches!(surface.word(told.end), "." | ",") && told.tie == Tie::Present && !away;
        let far = near.is_some_and(|near| {
            let begin = spots.partition_point(|(head, _)| *head < sentence.start);
            let mut here = spots[begin..].iter().take_while(|(head, _)| *head < sentence.end);
            !here.any(|(_, occasion)| *occasion == near)
        });
        let near = if bare && far { main.or(near) } else { near };
        // "Other members of the delegation include Lee": they travel with it.
        let of_delegation = tie == Tie::Listed && surface.lower(at + 1) != "by";
        let journey = || {
            let visits = |(_, at): &&(usize, usize)| occasions[*at].kind == MeetingKind::Visit;
            spots.iter().take(MANY).find(visits).map(|(_, occasion)| *occasion)
        };
        let near = if of_delegation { journey().or(near) } else { near };
        // "Ann Lee was represented by her deputy": she was not there.
        let listed = tie == Tie::Listed && surface.lower(at + 1) == "by";
        let who = match near.filter(|_| listed) {
            Some(occasion) => represented(cast, &mut occasions[occasion], at, who),
            None => who,
        };
        // "The envoy did not show up", far from any word for it: for what the text is about.
        let Some(occasion) = near.or(main.filter(|_| away)) else { continue };
        if away && !is_of_a_meeting(cast, at, limit, &told, spots) {
            elsewhere.push(evidence.start.min(at)..evidence.end.max(limit));
            continue;
        }
        last = away.then_some((occasion, tie, negated, at));
        apply(
            cast,
            &mut occasions[occasion],
            tie,
            negated,
            &who,
            &within_sentence(cast, evidence),
            at,
        );
    }
    Elsewhere::new(&elsewhere, surface.len())
}

/// What a text of so many occasions is about: the one it begins with, if it speaks of no other as often.
fn main_of(cast: &Cast, occasions: usize, spots: &[(usize, usize)]) -> Option<usize> {
    let (head, first) = *spots.first()?;
    let mut often = vec![0_usize; occasions];
    for (_, occasion) in spots {
        often[*occasion] += 1;
    }
    let leads = cast.surface.paragraph_of(head) <= 2;
    let told = often[first];
    let alone = often.iter().filter(|count| **count >= told).count() == 1;
    (leads && told > 1 && alone).then_some(first)
}

/// The occasion that a tie speaks of: named in its clause, else in its sentence, else the last one.
fn occasion_of(
    cast: &Cast,
    at: usize,
    limit: usize,
    (away, main, alone): (bool, Option<usize>, bool),
    occasions: &[Occasion],
    spots: &[(usize, usize)],
) -> Option<usize> {
    let sentence = cast.surface.sentence(at);
    let (past, coming) = spots.split_at(spots.partition_point(|(head, _)| *head < at));
    // What the words themselves stand for: "will no longer visit Chad".
    if let Some((_, own)) = coming.first().filter(|(head, _)| *head == at) {
        return Some(*own);
    }
    let next = coming.iter().find(|(head, _)| *head > at).filter(|(head, _)| *head < sentence.end);
    // "decided against going to Oslo for the summit": the summit, and no visit besides.
    let goal = next.filter(|(_, way)| occasions[*way].kind == MeetingKind::Visit && away);
    let goal = goal.and_then(|(way, _)| {
        let rest = coming.iter().skip_while(|(head, _)| head <= way);
        let goal = rest.take_while(|(head, _)| *head < sentence.end && *head < way + 12);
        let mut goal = goal.filter(|(_, at)| occasions[*at].kind != MeetingKind::Visit);
        let clause = |head: usize| {
            !(way + 1..head)
                .any(|at| cast.surface.pos(at).is_finite_verb() || cast.surface.word(at) == ",")
        };
        goal.next().filter(|(head, _)| clause(*head))
    });
    if let Some((_, goal)) = goal {
        return Some(*goal);
    }
    let last = past.last();
    let after = next.filter(|(head, _)| *head < limit.max(at + 12));
    let here = last.filter(|(head, _)| *head >= sentence.start);
    let near =
        |head: usize| cast.surface.paragraph_of(at).abs_diff(cast.surface.paragraph_of(head)) <= 2;
    let takes_place = |at: usize| may_be_missed(&occasions[at]);
    // Whoever stayed away did so from a gathering sooner than from two who met.
    let of_two = |at: usize| {
        let mut words = occasions[at].mentions.iter().take(MANY);
        let verb = words.all(|run| cast.surface.pos(run.end - 1).is_verb());
        let there = occasions[at].attendance.iter().take(MANY).map(|attend| attend.who);
        verb && there.filter(|who| cast.kind(*who) == EntityKind::Person).count() == 2
    };
    let before = || past.iter().rev().take(MANY).take_while(|(head, _)| near(*head));
    let found = || {
        let last = before().find(|spot| away || !is_time_mark(cast, spot, past))?;
        // "Mali proposed a summit. Chad refused to attend": that one.
        let sentences = cast.surface.sentence_of(at).abs_diff(cast.surface.sentence_of(last.0));
        if !away || sentences <= 1 && !takes_place(last.1) {
            return Some(last);
        }
        let gathers = |at: usize| takes_place(at) && !of_two(at);
        let of_many = before().find(|(_, at)| gathers(*at));
        // What the text is about, sooner than another that was told of some sentences ago.
        let far = |spot: &(usize, usize)| {
            cast.surface.sentence_of(at).abs_diff(cast.surface.sentence_of(spot.0)) > 1
        };
        if let Some(main) = main.filter(|main| gathers(*main))
            && of_many.is_none_or(far)
        {
            return spots.first().filter(|(_, at)| *at == main);
        }
        of_many.or_else(|| before().find(|(_, at)| takes_place(*at)))
    };
    // "Chad stayed away. The talks in Oslo ended on Monday": those that the text goes on to tell of.
    let ahead = || {
        let (head, _) = coming.first().filter(|_| alone && past.is_empty())?;
        let next = cast.surface.sentence_of(*head).checked_sub(cast.surface.sentence_of(at));
        coming.first().filter(|_| next == Some(1))
    };
    after.or(here).or(next).or_else(found).or_else(ahead).map(|(_, occasion)| *occasion)
}

/// Who is tied, the words that say so, and whether it is denied.
pub(super) fn parties(
    cast: &Cast,
    at: usize,
    limit: usize,
    told: &Told,
) -> Option<(Vec<MemberId>, Run, bool)> {
    let tie = told.tie;
    let surface = cast.surface;
    let sentence = surface.sentence(at);
    let ends = |at: usize| cast.ends_mention(at);
    let word = surface.lower(at);
    // "Chad's invitation was withdrawn", "her request to attend was refused"
    if tie == Tie::Excluded
        && told.sure
        && let Some((who, words)) = asked_for(cast, at)
    {
        return Some((vec![who], words, false));
    }
    if noun_of_absence(cast, at).is_some() {
        return whose(cast, at).map(|(who, words)| (who, words, false));
    }
    if word.starts_with("visa") || word.starts_with("invitation") && tie == Tie::Declined {
        return of_papers(cast, at, told.end).map(|(who, words)| (vec![who], words, false));
    }
    if matches!(word, "invitation" | "invitations") {
        // "No invitation went out to Chad."
        let to = invited_to(cast, at)?;
        let run = phrase_from(cast, to + 1, sentence.end);
        let who: Vec<MemberId> =
            cast.mentions_in(&run).map(|mention| mention.who).take(1).collect();
        return (!who.is_empty()).then_some((who, at..run.end.max(to + 1), false));
    }
    if matches!(word, "absence" | "sign") || word == "exception" && surface.lower(at + 1) == "of" {
        let of = (at + 1..limit).find(|at| surface.lower(*at) == "of")?;
        let run = before_subject(cast, phrase_from(cast, of + 1, limit));
        return Some((cast.actors(&run), at..run.end, false));
    }
    if matches!(word, "nobody" | "no-one" | "none" | "no") {
        let next = at + if word == "no" { 2 } else { 1 };
        if let Some(first) = stands_for(cast, at, next) {
            let run = phrase_from(cast, first, sentence.end);
            return Some((cast.actors(&run), at..run.end.max(first), false))
                .filter(|(who, ..)| !who.is_empty());
        }
    }
    if matches!(word, "without" | "minus" | "with")
        && told.end == at + 1
        && matches!(tie, Tie::Absent | Tie::Excluded)
    {
        let (who, run) = whom_without(cast, at, limit);
        return (!who.is_empty()).then_some((who, at..run.end.max(at + 1), false));
    }
    if let Some(first) = left_out(cast, at) {
        let first = first + usize::from(surface.lower(first) == "the");
        let run = phrase_from(cast, first, limit.max(first));
        let who = cast.actors(&run);
        // "No one except Chad came": the others stayed away.
        let none = (sentence.start..at)
            .any(|at| matches!(surface.lower(at), "no" | "none" | "nobody" | "nothing" | "not"));
        return (!who.is_empty() && !none).then_some((who, at..run.end.max(at + 1), false));
    }
    let group = verb_group(surface, at);
    if tie == Tie::With {
        let run = phrase_from(cast, told.end, sentence.end);
        if surface.pos(told.end) == Pos::PossessivePronoun {
            return None; // "together with our partners"
        }
        let who = cast.actors(&run);
        return Some((who, at..run.end.max(at + 1), false))
            .filter(|(who, ..)| who.iter().any(|who| cast.kind(*who) == EntityKind::Person));
    }
    if tie == Tie::Listed {
        return listed(cast, at);
    }
    if tie == Tie::Led && surface.lower(at + 1) == "by" {
        // "delegations led by Ann Lee and Bo Öst"
        let run = phrase_from(cast, at + 2, sentence.end);
        return Some((cast.actors(&run), at..run.end.max(at + 1), false));
    }
    if tie == Tie::Off {
        return called_off(cast, at, &group, limit);
    }
    if surface.lower(at) == "but" {
        let first = at + 2 + usize::from(surface.lower(at + 2) == "by");
        let run = phrase_from(cast, first, limit.max(first + 1));
        let named: Vec<MemberId> = cast.mentions_in(&run).map(|mention| mention.who).collect();
        let actors = cast.actors(&run);
        let who = if first > at + 2 && !actors.is_empty() { actors } else { named };
        return (!who.is_empty()).then_some((who, at..run.end.max(at + 1), false));
    }
    let threat = !matches!(tie, Tie::Present | Tie::With) && may_not(cast, at, &group);
    if threat {
        return None;
    }
    let snubs = ["snub", "shun", "spurn"].iter().any(|stem| word.starts_with(stem));
    if snubs
        && cast.mention_at(at + 1).is_some_and(|mention| {
            mention.run.start == at + 1
                && surface.lower(mention.run.end) != "'s"
                && !surface.pos(mention.run.end).is_noun()
        })
    {
        return None; // "snubbed Chad by not inviting it"
    }
    let behind = behind_name(cast, at, told);
    if told.patient && !group.passive && behind.is_none() {
        // "called on Mali to bar Chad": nobody has.
        let to = group.run.start;
        let asked = to > sentence.start && cast.ends_mention(to - 1) || is_wished(surface, to);
        if group.infinitive && !group.finite && asked && surface.pos(at).is_verb() {
            return None;
        }
        let subject = subject_before(surface, group.run.start, &ends);
        let own = subject.map_or_else(Vec::new, |run| cast.actors(&run));
        // "Mali left Chad out", "barred Chad from": whom it happens to.
        let run = told.inside.clone();
        let run = run.unwrap_or_else(|| before_subject(cast, phrase_from(cast, told.end, limit)));
        let mut who = cast.actors(&run);
        if who.is_empty() {
            who.extend(cast.mentions_in(&run).map(|mention| mention.who).next());
        }
        let object = told.inside.as_ref().map_or(told.end, |run| run.start);
        if who.is_empty() && matches!(surface.lower(object), "it" | "them") {
            // "suspended Chad, barring it from": whom the clause before is about.
            let first = sentence.start.max(at.saturating_sub(40));
            let before = cast.mentions_in(&(first..at)).filter(|mention| {
                matches!(cast.kind(mention.who), EntityKind::State | EntityKind::Organization)
                    && !own.contains(&mention.who)
            });
            who.extend(before.last().map(|mention| mention.who));
        }
        if who.is_empty()
            && let Some((who, words)) = only_one(cast, at)
        {
            return Some((who, words, false));
        }
        if who.is_empty() {
            // "Russia, which the hosts did not invite"
            let first = sentence.start.max(at.saturating_sub(10));
            let which =
                (first..at).rev().find(|at| matches!(surface.lower(*at), "which" | "whom" | "who"));
            let comma = |at: &usize| surface.word(*at) != ",";
            let named = which.and_then(|which| (first..which).rev().find(comma));
            who.extend(named.and_then(|last| cast.who(last)));
        }
        // "stood in for him": somebody else.
        who.retain(|who| !own.contains(who));
        let end = told.inside.as_ref().map_or(run.end, |run| run.end + 1).max(at + 1);
        // "did not invite Chad", "has not granted Chad a visa": that it was not done keeps them out.
        let lets =
            ["admit", "allow", "giv", "grant", "have", "invit", "issu", "let", "tolerat", "want"]
                .iter()
                .any(|stem| word.starts_with(stem));
        let not = group.negated && tie != Tie::Absent && !lets;
        return (!who.is_empty() && !not).then_some((who, at..end, false));
    }
    // "with Ann Lee absent", "with Chad missing"
    if matches!(word, "absent" | "missing" | "away") && tie == Tie::Absent {
        let first = sentence.start.max(at.saturating_sub(14));
        let with = (first..at)
            .rev()
            .take_while(|at| !surface.pos(*at).is_finite_verb() && surface.word(*at) != ",")
            .find(|at| surface.lower(*at) == "with");
        if let Some(with) = with {
            let who = cast.actors(&(with + 1..at));
            if !who.is_empty() {
                return Some((who, with..at + 1, false));
            }
        }
    }
    // "Absent from the talks were Chad and Mali.", "The most notable absentee was Chad."
    let excepted = matches!(word, "exception" | "exceptions");
    let fronted = !crate::clauses::is_be(surface.lower(at.saturating_sub(1)));
    if matches!(word, "absent" | "missing" | "conspicuous") && at <= sentence.start + 2 && fronted
        || matches!(word, "absentee" | "absentees")
        || excepted
        || is_fronted(surface, at, told)
    {
        let first = told.end.max(at + 1);
        let be = (first..sentence.end).find(|at| crate::clauses::is_be(surface.lower(*at)));
        if let Some(be) = be.filter(|be| cast.mention_at(*be).is_none()) {
            let run = phrase_from(cast, be + 1, sentence.end);
            let who = cast.actors(&run);
            return (!who.is_empty()).then_some((who, at..run.end.max(be + 1), false));
        }
    }
    // "was boycotted by", "the talks, boycotted by"
    let passive = group.passive || tie == Tie::Declined && group.run.len() == 1;
    let passive_by = !told.patient && tie != Tie::Off && passive && surface.lower(at + 1) == "by";
    if passive_by && tie == Tie::Declined {
        // "was boycotted by Chad and Mali"
        let run = phrase_from(cast, at + 2, sentence.end);
        let who = cast.actors(&run);
        return (!who.is_empty()).then_some((who, at..run.end.max(at + 2), false));
    }
    if passive_by && tie == Tie::Present {
        return None; // "attended by": read with the noun it hangs on
    }
    // "prompting Mali and Chad to withdraw": they do.
    if tie == Tie::Declined && group.infinitive && !group.finite {
        let first = sentence.start.max(group.run.start.saturating_sub(14));
        let verb = (first..group.run.start).rev().find(|at| surface.pos(*at).is_verb());
        let led = verb.filter(|verb| {
            ["prompt", "caus", "led", "leading"]
                .iter()
                .any(|stem| surface.lower(*verb).starts_with(stem))
        });
        if let Some(verb) = led {
            let who = cast.actors(&(verb + 1..group.run.start));
            return (!who.is_empty()).then_some((who, verb..limit.max(at + 1), false));
        }
    }
    if tie == Tie::Declined
        && group.infinitive
        && !group.finite
        && is_wished(surface, group.run.start)
    {
        // Whom the words before name is not away by these.
        let first = sentence.start.max(group.run.start.saturating_sub(12));
        return Some((Vec::new(), first..limit.max(at + 1), false));
    }
    // "told Lee to stay away", "asked Chad to boycott": the others' wish.
    if tie == Tie::Declined
        && group.infinitive
        && !group.finite
        && cast.ends_mention(group.run.start.wrapping_sub(1))
        && group.run.start > sentence.start
        // "was the first country to pull out"
        && !singled_out(surface, group.run.start)
    {
        return None;
    }
    let denies = matches!(word, "not" | "n't" | "never") && surface.pos(at + 1).is_verb();
    let verb_start = if surface.pos(at).is_verb() {
        group.run.start
    } else if denies {
        // "would not receive invitations"
        verb_group(surface, at + 1).run.start
    } else {
        // "were present", "was absent": back over the copula.
        let before = || (sentence.start..at).rev();
        let be = before().take(4).find(|at| crate::clauses::is_be(surface.lower(*at)));
        // "saw no point in coming", "asked in vain to attend", "went home rather than attend"
        let does = || match word {
            "no" | "little" => before().take(1).find(|at| surface.pos(*at).is_verb()),
            "in" | "rather" | "instead" | "than" => {
                before().take(14).find(|at| surface.pos(*at).is_finite_verb())
            }
            _ => None,
        };
        be.or_else(does).map_or(at, |verb| verb_group(surface, verb).run.start)
    };
    // "Chad's seat at Mali's talks was vacant"
    if tie == Tie::Absent && is_left_empty(surface.lower(told.end - 1)) {
        let first = sentence.start.max(verb_start.saturating_sub(17));
        if let Some(owner) = seat_owner(cast, first, verb_start) {
            return Some((vec![owner], first..told.end, false));
        }
    }
    let mut negated = group.negated && surface.pos(at).is_verb() && tie == Tie::Present
        || tie == Tie::Present
            && (verb_start..at).any(|at| matches!(surface.lower(at), "not" | "n't" | "never"));
    let infinitive = group.infinitive && surface.pos(at).is_verb();
    // "He should not show his face" tells of nothing.
    let wished = group
        .run
        .clone()
        .any(|at| matches!(surface.lower(at), "should" | "must" | "may" | "might"));
    if negated && tie == Tie::Present && wished {
        return None;
    }
    // "regretted the decision of Lee not to come": what the words before it name is not the subject.
    let named = || group.run.start > sentence.start && cast.ends_mention(group.run.start - 1);
    if negated && infinitive && !group.finite && tie == Tie::Present && named() {
        return None;
    }
    // "will take part in no further summit"
    negated |= tie == Tie::Present && surface.reads(told.end, &["in", "no"]);
    let verb_start = raised(surface, verb_start);
    let apposed = named_between(cast, verb_start);
    // "had to skip" has a subject of its own; "found itself without an invitation" that of "found".
    let own = || {
        let own = subject_before(surface, verb_start, &ends).map(|run| with_name(cast, run));
        // "Damascus itself was not invited"
        let own = own.map(|run| {
            let itself = run.len() > 1 && surface.lower(run.end - 1).ends_with("self");
            if itself { run.start..run.end - 1 } else { run }
        });
        own.filter(|run| {
            (!infinitive || group.finite) && !surface.lower(run.end - 1).ends_with("self")
        })
    };
    // "becoming the first president to miss it": one whom only the whole clause names.
    let first_to = infinitive
        && (sentence.start.max(verb_start.saturating_sub(6))..verb_start).any(|at| {
            surface.reads(at, &["becoming", "the"])
                && matches!(surface.lower(at + 2), "first" | "only" | "latest" | "second")
        });
    if first_to {
        return None;
    }
    let reserved = reserved_for(cast, verb_start).filter(|_| tie == Tie::Absent);
    let run = apposed.clone().or(reserved).or(behind).or_else(own).or_else(|| {
        // "responded by boycotting", "instead attended": the subject of the verb before.
        (sentence.start..verb_start)
            .rev()
            .filter(|at| surface.pos(*at).is_finite_verb())
            .take(4)
            .find_map(|verb| subject_before(surface, verb_group(surface, verb).run.start, &ends))
    })?;
    let none = surface.lower(run.start) == "no"
        || matches!(surface.lower(run.start), "none" | "nobody" | "no-one")
        || run.start > sentence.start && surface.lower(run.start - 1) == "neither"
        || surface.lower(run.start) == "neither";
    negated ^= none && tie == Tie::Present;
    if none && matches!(word, "absent" | "missing") {
        return None; // "none of the members was missing"
    }
    let mut who = match &apposed {
        Some(run) => cast.mentions_in(run).map(|mention| mention.who).collect(),
        None => cast.actors(&run),
    };
    if who.is_empty() {
        who = counted_before(cast, &run);
    }
    if who.is_empty() && tie == Tie::Absent {
        who.extend(seat_owner(cast, run.start, verb_start));
    }
    who = as_told_around(cast, &run, verb_start, who);
    if let Some(first) = first_of_two(cast, &run) {
        who.extend(cast.actors(&first));
    }
    // "The presidents of Mali and Chad said they will stay away": they, and not any two.
    if surface.lower(run.start) == "they"
        && let Some(said) = speaker_before(cast, run.start)
    {
        who = cast.actors(&said);
        if who.is_empty() {
            let states = cast.mentions_in(&said).map(|mention| mention.who);
            who.extend(states.filter(|who| cast.kind(*who) == EntityKind::State));
        }
    }
    // "Chad's finance minister was absent": he was, and Chad need not have been.
    if tie == Tie::Absent || tie == Tie::Declined || negated {
        let told = who.len();
        who.retain(|who| !is_of_one_untold(cast, &run, *who));
        if who.is_empty() && told > 0 {
            return Some((who, run.start..limit.max(at + 1).min(sentence.end), negated));
        }
    }
    let be = crate::clauses::is_be(word);
    // "Chad and Mali are among the countries boycotting it", "several, including Chad, boycotted it"
    if who.is_empty()
        && let Some(among) = (sentence.start..verb_start)
            .rev()
            .take(16)
            .find(|at| matches!(surface.lower(*at), "among" | "including" | "only" | "alone"))
    {
        who = if surface.lower(among) == "including" {
            cast.actors(&phrase_from(cast, among + 1, verb_start))
        } else {
            let is = (sentence.start..among).rev().take(3);
            // "was not among the nations that took part"
            negated ^= tie == Tie::Present
                && is.clone().any(|at| matches!(surface.lower(at), "not" | "n't"));
            is.into_iter()
                .find(|at| crate::clauses::is_be(surface.lower(*at)))
                .and_then(|is| subject_before(surface, verb_group(surface, is).run.start, &ends))
                .map_or_else(Vec::new, |run| cast.actors(&run))
        };
    }
    let away = negated || tie != Tie::Present;
    if who.is_empty()
        && away
        && let Some((who, words)) = named_behind(cast, &run, told.end)
    {
        return Some((who, words, negated));
    }
    // "said his country would not come": the country of whoever says so.
    let own_side = run.len() == 2
        && surface.pos(run.start) == Pos::PossessivePronoun
        && matches!(
            surface.lower(run.start + 1),
            "country" | "government" | "side" | "delegation" | "party" | "movement" | "group"
        );
    let own_side = own_side && speaker_before(cast, run.start).is_some();
    let side = matches!(surface.lower(run.end - 1), "country" | "government" | "side");
    if own_side && side && away {
        who = sides_of(cast, who);
    }
    if who.is_empty()
        && (run.len() == 1 && surface.pos(run.start).is_pronoun() && !be || own_side && away)
    {
        // "The rebels said they had no wish to attend."
        let said = (sentence.start..run.start)
            .rev()
            .filter(|at| surface.pos(*at).is_finite_verb())
            .take(2)
            .find_map(|verb| subject_before(surface, verb_group(surface, verb).run.start, &ends));
        who = said.map_or_else(Vec::new, |run| cast.actors(&run));
        who = if own_side && side { sides_of(cast, who) } else { who };
    }
    if who.is_empty() && matches!(tie, Tie::Absent | Tie::Excluded | Tie::Declined) {
        // "The seat of Chad stood empty.", "Those of Chad and Mali were not invited."
        let of = (run.start..run.end).find(|at| surface.lower(*at) == "of");
        let all = tie == Tie::Absent
            || of.is_some_and(|of| stand_for_states(surface.lower(of.wrapping_sub(1))));
        // "Paris-based"
        let whole = |mention: &&Mentioned| {
            let at = mention.run.start;
            surface.span(at).end() <= mention.span.end()
        };
        let mentions = cast.mentions_in(&run).filter(whole);
        let mentions = mentions.map(|mention| mention.who);
        who.extend(mentions.filter(|who| {
            let state = cast.kind(*who) == EntityKind::State;
            all && state && !is_of_one_untold(cast, &run, *who)
        }));
    }
    if who.is_empty() && (negated || tie == Tie::Absent) {
        // "The only countries not attending were Chad and Mali."
        let be = (at + 1..sentence.end).find(|at| crate::clauses::is_be(surface.lower(*at)));
        if let Some(be) = be {
            who = cast.actors(&phrase_from(cast, be + 1, sentence.end));
            return (!who.is_empty()).then_some((who, run.start..sentence.end, negated));
        }
    }
    let deputy = || replaced(cast, at) == Some(told.end) || excused(cast, at).is_some();
    if word.starts_with(['s', 'd']) && deputy() {
        // "Lee sent his deputy instead": Lee's side is there.
        who.retain(|who| cast.kind(*who) == EntityKind::Person);
    } else if word.starts_with("sen") && tie == Tie::Declined {
        // "He would send no one": those he speaks for stay away.
        who = sides_of(cast, who);
    }
    if tie == Tie::Led {
        // "a delegation from the Security Council, the Department of State and …"
        let from = (at..limit)
            .find(|at| surface.lower(*at) == "from" && surface.lower(at - 1) == "delegation");
        if let Some(from) = from {
            let list = phrase_from(cast, from + 1, limit.max(from + 1));
            who.extend(
                cast.mentions_in(&list)
                    .map(|mention| mention.who)
                    .filter(|who| cast.kind(*who) == EntityKind::Organization),
            );
        }
    }
    // What may or would be is no attendance.
    let stays = !matches!(tie, Tie::Present | Tie::With | Tie::Led | Tie::Listed);
    let told = stays && group.run.clone().any(|at| surface.lower(at) == "would");
    let conditional = group.modal && !group.negated && !told
        || (sentence.start..run.start)
            .rev()
            .take(3)
            .any(|at| matches!(surface.lower(at), "if" | "unless" | "whether"))
        || is_disowned(surface, run.start);
    if who.is_empty() || conditional || surface.lower(run.start) == "if" {
        return None;
    }
    Some((who, run.start..limit.max(at + 1).min(sentence.end), negated))
}
