//! Who were named together last before words for two or several of them: "the two sides", "both", "the
//! two presidents".

use super::actors::COLLECTIVE;
use super::{Cast, MemberId, Mentioned, Reason, distinct};
use crate::mentions::{Tense, What};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Sentences back in which two may have been named together.
const SENTENCES: usize = 6;
/// Mentions back that are looked at.
const MENTIONS: usize = 80;
/// Words back that are looked at.
const WORDS: usize = 300;
/// Words of a list before one who is named in it, at most.
const LIST: usize = 12;
/// Words of the titles of those who lead states, governments, movements and bodies of states, in whatever
/// office: of two who were named together a chief or a chairman is a leader, a minister is none.
#[rustfmt::skip]
const LEADERS: &[&str] = &[
    "chairman", "chancellor", "chief", "emir", "king", "leader", "premier", "president", "prime", "prince",
    "queen", "ruler", "secretary-general", "sultan", "taoiseach",
];

impl Cast<'_, '_> {
    /// The parties that a noun phrase stands for: the states and those who fight them that were named
    /// together last, else the sides of the two persons who were.
    pub(crate) fn parties_before(&self, run: &Run) -> Option<Vec<MemberId>> {
        let surface = self.surface;
        let two = run.clone().any(|at| matches!(surface.lower(at), "two" | "both"));
        let persons = || {
            let last = surface.lower(run.end - 1);
            if !matches!(last, "both" | "sides" | "parties") {
                return None;
            }
            let pair = self.pair_before(run.start, EntityKind::Person)?;
            if last == "both" {
                return Some(pair);
            }
            let sides: Option<Vec<MemberId>> = pair.iter().map(|who| self.state_of(*who)).collect();
            sides.map(distinct).filter(|sides| sides.len() == 2)
        };
        let (joined, loose) = self.together(run.start, two);
        // Countries may be where something was, sides are not.
        let sides = matches!(surface.lower(run.end - 1), "camps" | "parties" | "sides");
        // "met Lee on Monday and urged Mali to. Both agreed": those who met.
        let met = || if run.len() == 1 { persons() } else { None };
        joined
            .or_else(met)
            .or(loose)
            .or_else(|| {
                self.pair_named(run.start, EntityKind::State, &|it| sides && self.is_where(it))
            })
            .or_else(persons)
    }

    /// The mentions before a token and in the few sentences before it, the last first.
    pub(super) fn named_before(&self, at: usize) -> impl Iterator<Item = &Mentioned> {
        let earliest = self.surface.sentence_of(at).saturating_sub(SENTENCES);
        let end = self.mentions().partition_point(|mention| mention.run.start < at);
        let before = self.mentions()[..end].iter().rev().take(MENTIONS);
        before.take_while(move |it| self.surface.sentence_of(it.run.start) >= earliest)
    }

    /// "mediated by Peru and Togo": whoever brings others together is none of the sides.
    fn is_go_between(&self, mention: &Mentioned) -> bool {
        let surface = self.surface;
        let first = surface.sentence(mention.run.start).start;
        let listed = |at: &usize| {
            matches!(surface.lower(*at), "and" | "," | "the") || self.mention_at(*at).is_some()
        };
        let from = first.max(mention.run.start.saturating_sub(LIST));
        let by = (from..mention.run.start).rev().find(|at| !listed(at));
        by.is_some_and(|by| {
            by > first
                && surface.lower(by) == "by"
                && matches!(
                    surface.lower(by - 1),
                    "backed"
                        | "brokered"
                        | "convened"
                        | "facilitated"
                        | "hosted"
                        | "mediated"
                        | "sponsored"
                        | "supported"
                )
        })
    }

    /// States and those who fight, named together last before a token, joined in words or apart in one
    /// sentence. Of two that are meant, none of a longer list.
    fn together(&self, at: usize, two: bool) -> (Option<Vec<MemberId>>, Option<Vec<MemberId>>) {
        let surface = self.surface;
        let mut later: Option<&Mentioned> = None;
        let mut loose: Option<Vec<MemberId>> = None;
        let mut passed = usize::MAX; // what stands behind this token was one list
        let sides = |it: &&Mentioned| self.is_party(it) && !self.is_go_between(it);
        for mention in self.named_before(at).filter(sides) {
            if mention.run.start >= passed {
                continue;
            }
            // "the Chad-Mali-Peru pipeline" is of none of its pairs.
            if two && self.is_of_several(mention) {
                passed = mention.run.start;
                later = None;
                continue;
            }
            let after = later.filter(|after| after.who != mention.who);
            let next = after.is_some_and(|after| self.is_and(mention.run.end..after.run.start));
            if !next && self.is_where(mention) {
                continue;
            }
            if let Some(after) = after {
                let same =
                    surface.sentence_of(after.run.start) == surface.sentence_of(mention.run.start);
                let between = mention.run.end..after.run.start;
                let with = between.clone().any(|at| surface.lower(at) == "with");
                let joined = self.are_joined(&between, 4) && !(with && self.is_of_a_thing(after));
                if same && (next || joined) {
                    let list = self.listed_before(mention);
                    if list.is_empty() {
                        return (Some(vec![mention.who, after.who]), None);
                    }
                    if !two {
                        let all = [list, vec![mention.who, after.who]].concat();
                        return (Some(distinct(all)), None);
                    }
                    passed = surface.sentence(mention.run.start).start;
                    later = None;
                    continue;
                }
                if same {
                    loose.get_or_insert_with(|| vec![mention.who, after.who]);
                }
            }
            later = Some(mention);
        }
        (None, loose)
    }

    /// Whether a mention is of a state or of those who fight.
    fn is_party(&self, mention: &Mentioned) -> bool {
        mention.reason != Reason::Pronoun
            && match self.kind(mention.who) {
                EntityKind::State => true,
                EntityKind::Organization => {
                    self.lexicon.armed.contains(&self.member(mention.who).name)
                }
                EntityKind::Person | EntityKind::Place => false,
            }
    }

    /// "Chad and Mali", "Chad and the Malians".
    fn is_and(&self, between: Run) -> bool {
        let mut words = between.map(|at| self.surface.lower(at));
        words.next() == Some("and") && words.all(|word| word == "the")
    }

    /// Those of a list that stand before one of its last two: "Peru and" in "Chad, Mali, Peru and Togo".
    fn listed_before(&self, mention: &Mentioned) -> Vec<MemberId> {
        let surface = self.surface;
        let mut found = Vec::new();
        let mut first = mention.run.start;
        while found.len() < 12 {
            let the = usize::from(first > 0 && surface.lower(first - 1) == "the");
            let comma = first.checked_sub(1 + the).filter(|at| surface.word(*at) == ",");
            let before = comma.and_then(|at| self.mention_at(at.checked_sub(1)?));
            let Some(before) = before.filter(|it| it.run.end < first && self.is_party(it)) else {
                break;
            };
            found.insert(0, before.who);
            first = before.run.start;
        }
        found
    }

    /// "met in Sweden", "talks in Lima, Peru": where, and not who.
    fn is_where(&self, mention: &Mentioned) -> bool {
        let surface = self.surface;
        let first = surface.sentence(mention.run.start).start;
        let inside = |at: usize| {
            let the = usize::from(at > first && surface.lower(at - 1) == "the");
            let before = at.checked_sub(1 + the).filter(|at| *at >= first);
            before.is_some_and(|at| {
                matches!(surface.lower(at), "in" | "near" | "at" | "inside" | "outside" | "across")
            })
        };
        let city = mention.run.start.checked_sub(2).filter(|at| surface.word(at + 1) == ",");
        let city = city.and_then(|at| self.name_at(at)).filter(|name| name.what == What::Place);
        inside(mention.run.start) || city.is_some_and(|name| inside(name.run.start))
    }

    /// "the Canadian investigation": an adjective of a thing and of nobody who acts.
    fn is_of_a_thing(&self, mention: &Mentioned) -> bool {
        let surface = self.surface;
        let next = mention.run.end;
        mention.reason == Reason::Demonym
            && surface.span_of(&mention.run) == mention.span
            && surface.pos(next).is_noun()
            && !surface.pos(next).is_proper()
            && !COLLECTIVE.contains(&surface.lower(next))
            && self.mention_at(next).is_none()
            && !self.in_title(next)
    }

    fn are_joined(&self, between: &Run, most: usize) -> bool {
        between.start >= between.end
            || between
                .clone()
                .any(|at| matches!(self.surface.lower(at), "and" | "with" | "between" | "-"))
                && between.len() <= most
    }

    /// The two of a kind that were named together last before a token: joined by "and", a hyphen or
    /// "with", else the last two apart, in the same sentence or the few before.
    pub(crate) fn pair_before(&self, at: usize, kind: EntityKind) -> Option<Vec<MemberId>> {
        self.pair_named(at, kind, &|_| false)
    }

    /// The same but for mentions that tell of something else.
    fn pair_named(
        &self,
        at: usize,
        kind: EntityKind,
        is_beside: &dyn Fn(&Mentioned) -> bool,
    ) -> Option<Vec<MemberId>> {
        let surface = self.surface;
        let mut later: Option<&Mentioned> = None;
        let mut loose: Option<Vec<MemberId>> = None;
        let named = |it: &&Mentioned| {
            self.kind(it.who) == kind
                && it.reason != Reason::Pronoun
                && !self.is_of_several(it)
                && !(kind == EntityKind::State && self.is_go_between(it))
                && !is_beside(it)
        };
        for mention in self.named_before(at).filter(named) {
            if kind == EntityKind::Person && self.is_told_of_by_them(mention) {
                later = None;
                continue;
            }
            if let Some(after) = later.filter(|after| after.who != mention.who) {
                let same =
                    surface.sentence_of(after.run.start) == surface.sentence_of(mention.run.start);
                let most = if kind == EntityKind::Person { 14 } else { 4 };
                if same && self.are_joined(&(mention.run.end..after.run.start), most) {
                    return Some(vec![mention.who, after.who]);
                }
                if same {
                    loose.get_or_insert_with(|| vec![mention.who, after.who]);
                }
            }
            later = Some(mention);
        }
        loose
    }

    /// Whether a name is part of a word of more than two: "the Chad-Mali-Peru pipeline".
    fn is_of_several(&self, mention: &Mentioned) -> bool {
        let own = self.surface.span_of(&mention.run) == mention.span;
        !own && mention.run.len() == 1 && self.mentions_in(&mention.run).count() > 2
    }

    /// Two who were named last before a token, with those of a kind who stand in one list before them.
    pub(super) fn with_listed(
        &self,
        at: usize,
        pair: Vec<MemberId>,
        kind: EntityKind,
    ) -> Vec<MemberId> {
        let surface = self.surface;
        let end = self.mentions().partition_point(|mention| mention.run.start < at);
        let mut back = self.mentions()[..end].iter().rev().take(MENTIONS);
        let [first, second] = pair[..] else { return pair };
        let Some(last) = back.by_ref().find(|it| it.who == second) else { return pair };
        let sentence = surface.sentence(last.run.start);
        let Some(before) = back.find(|it| it.who == first && sentence.contains(&it.run.start))
        else {
            return pair;
        };
        // "After meeting Lee, Kim and Roe left": those two.
        let adds = matches!(
            surface.lower(sentence.start),
            "after" | "at" | "before" | "during" | "following" | "in" | "when" | "while" | "with"
        );
        let mut found = Vec::new();
        let mut start = before.run.start;
        while found.len() < 12 && !adds {
            let mut left = self.office_from(start).min(start);
            while left > sentence.start {
                let state = self.mention_at(left - 1).filter(|it| {
                    self.kind(it.who) == EntityKind::State && kind == EntityKind::Person
                });
                left = match state {
                    Some(state) => state.run.start.min(left - 1),
                    None if matches!(surface.lower(left - 1), "the" | "'s") => left - 1,
                    None => break,
                };
            }
            let comma = left.checked_sub(1).filter(|at| surface.word(*at) == ",");
            let Some(comma) = comma.filter(|at| *at > sentence.start) else { break };
            let listed = self.mention_at(comma - 1).filter(|it| {
                it.run.end == comma && self.kind(it.who) == kind && it.reason != Reason::Pronoun
            });
            let Some(listed) = listed else { break };
            found.insert(0, listed.who);
            start = listed.run.start;
        }
        found.splice(0..0, self.whom_they_join(start));
        distinct([found, pair].concat())
    }

    /// "Lee hosted talks joined by Kim and Roe": the one before those who join. `start`: the first of them.
    fn whom_they_join(&self, start: usize) -> Option<MemberId> {
        let surface = self.surface;
        let first = surface.sentence(start).start;
        let by = (first + 1..start).rev().take(LIST).find(|at| surface.lower(*at) == "by")?;
        let plain = (by + 1..start).all(|at| {
            let pos = surface.pos(at);
            pos.is_noun()
                || pos.is_adjective()
                || pos.is_determiner()
                || pos == Pos::Possessive
                || self.in_title(at)
        });
        if !plain || !matches!(surface.lower(by - 1), "joined" | "accompanied" | "attended") {
            return None;
        }
        let person = |it: &&Mentioned| self.kind(it.who) == EntityKind::Person;
        self.mentions_in(&(first..by)).take(MENTIONS).find(person).map(|it| it.who)
    }

    /// "They discussed the council set up by Lee and Kim": those who did so are none of "they".
    fn is_told_of_by_them(&self, mention: &Mentioned) -> bool {
        let surface = self.surface;
        let first = surface.sentence(mention.run.start).start;
        let left = self.office_from(mention.run.start.saturating_sub(1)).min(mention.run.start);
        let by = left.checked_sub(1).filter(|at| *at > first);
        surface.lower(first) == "they" && by.is_some_and(|by| surface.lower(by) == "by")
    }

    /// "The leaders", "the ministers" of a body of states whose leaders were named last: the body.
    pub(super) fn body_of_those(&self, run: &Run, word: &str) -> Option<MemberId> {
        let surface = self.surface;
        let earliest = surface.sentence_of(run.start).saturating_sub(SENTENCES);
        let first = run.start.saturating_sub(WORDS);
        let body = |at: usize| {
            self.mention_at(at).map(|it| it.who).filter(|who| {
                self.kind(*who) == EntityKind::Organization
                    && self.lexicon.of_states.contains(&self.member(*who).name)
            })
        };
        let mut back = (first..run.start).rev();
        let at =
            back.by_ref().take_while(|at| surface.sentence_of(*at) >= earliest).find(|at| {
                surface.lower(*at) == word && surface.lower(at.saturating_sub(1)) != "the"
                    || surface.lower(*at) == word && surface.lower(at + 1) == "of"
            })?;
        let sentence = surface.sentence(at);
        let plain = |at: &usize| {
            (surface.pos(*at).is_noun() || surface.pos(*at).is_adjective())
                && self.mention_at(*at).is_none()
        };
        let left = at - (sentence.start..at).rev().take(4).take_while(plain).count();
        let before = left.checked_sub(1).filter(|at| *at >= sentence.start).and_then(body);
        let named = before.or_else(|| {
            let of = at + 1;
            let end = sentence.end.min(of + 14);
            let mut behind = (of + 1..end).take_while(|at| !surface.pos(*at).is_finite_verb());
            (surface.lower(of) == "of")
                .then(|| {
                    behind.find_map(|at| self.mention_at(at)).and_then(|it| body(it.run.start))
                })
                .flatten()
        })?;
        // Persons who were named together since are meant sooner.
        let since = self.pair_before(run.start, EntityKind::Person).is_some_and(|pair| {
            let end = self.mentions().partition_point(|mention| mention.run.start < run.start);
            let mut back = self.mentions()[..end].iter().rev().take(MENTIONS);
            back.find(|it| it.who == pair[0]).is_some_and(|it| it.run.start > at)
        });
        (!since).then_some(named)
    }

    /// Of two who were named last, those that the words may mean: after "Their wives, Ann Lee and Eve Kim,
    /// dined" "the two presidents" are the two before who are presidents.
    pub(super) fn who_fit(&self, run: &Run, pair: Vec<MemberId>) -> Vec<MemberId> {
        let surface = self.surface;
        let word = surface.lower(run.end - 1);
        let before = surface.lower(run.end.wrapping_sub(2));
        let fits = |who: MemberId| -> Option<bool> {
            let mut offices =
                self.member(who).offices.iter().filter(|office| office.tense != Tense::Former);
            let first = offices.next()?;
            let mut titles =
                std::iter::once(first).chain(offices).map(|it| it.title.to_lowercase());
            Some(titles.any(|title| {
                let is = |word: &str| title.split([' ', '-']).any(|part| part == word);
                match word {
                    "presidents" => is("president") && !is("vice"),
                    "premiers" => is("premier") || is("prime"),
                    "ministers" if before == "prime" => is("prime"),
                    "ministers" if before == "foreign" => is("foreign") || is("secretary"),
                    "ministers" => is("minister") || is("secretary"),
                    "secretaries" => is("secretary") && !is("foreign") && !is("general"),
                    "leaders" => {
                        LEADERS.iter().any(|word| is(word)) && !is("vice")
                            || is("secretary") && is("general")
                    }
                    _ => true,
                }
            }))
        };
        if !matches!(word, "presidents" | "premiers" | "ministers" | "leaders" | "secretaries") {
            return pair;
        }
        let known: Vec<Option<bool>> = pair.iter().map(|who| fits(*who)).collect();
        let kin = || {
            let end = self.mentions().partition_point(|mention| mention.run.start < run.start);
            let last = self.mentions()[..end].iter().rev().find(|it| it.who == pair[1]);
            last.is_some_and(|last| {
                let first = surface.sentence(last.run.start).start;
                (first.max(last.run.start.saturating_sub(20))..last.run.start)
                    .any(|at| matches!(surface.lower(at), "wives" | "spouses" | "husbands"))
            })
        };
        let unfit = known.contains(&Some(false)) || known == [None, None] && kin();
        if !unfit {
            return pair;
        }
        let near = self
            .named_before(run.start)
            .filter(|it| self.kind(it.who) == EntityKind::Person && it.reason != Reason::Pronoun);
        let mut found: Vec<&Mentioned> = Vec::new();
        for mention in near.filter(|it| fits(it.who) == Some(true)) {
            match found.last() {
                Some(last) if last.who == mention.who => {
                    found.pop();
                    found.push(mention);
                }
                Some(last)
                    if surface.sentence_of(last.run.start)
                        == surface.sentence_of(mention.run.start) =>
                {
                    return vec![mention.who, last.who];
                }
                _ => found = vec![mention],
            }
        }
        pair
    }
}
