//! Sources that name nobody by themselves: the lead's "a UN official", "the official", "the
//! statement", "they". Whom they stand for is told by the statements around.

use super::beside::quoted_as_saying;
use super::statements::{Reader, Said};
use crate::clauses::is_day;
use crate::entities::{MemberId, Mentioned, Reason, distinct};
use crate::lexicon::Gender;
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{Act, EntityKind};

/// Nouns for somebody who speaks and is not named.
const ANYBODY: &[&str] = &[
    "official",
    "diplomat",
    "source",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "officer",
    "aide",
    "adviser",
    "advisor",
    "negotiator",
    "mediator",
    "agent",
    "doctor",
    "leader",
    "expert",
    "analyst",
    "lawyer",
    "politician",
    "lawmaker",
    "delegate",
    "participant",
    "activist",
    "cleric",
    "rebel",
    "fighter",
    "witness",
    "veteran",
    "pontiff",
    "premier",
    "ruler",
    "host",
    "general",
    "statesman",
    "academic",
    "economist",
    "militant",
    "commander",
    "member",
    "worker",
    "guard",
];

/// Nouns for one body of many, whom "they" may mean.
const MANY: &[&str] =
    &["coalition", "opposition", "majority", "movement", "alliance", "group", "rebels"];

/// Nouns for a body that speaks and is named later.
const WATCHING: &[&str] = &[
    "watchdog",
    "group",
    "agency",
    "organization",
    "organisation",
    "thinktank",
    "think-tank",
    "charity",
    "movement",
    "newspaper",
    "daily",
    "institute",
    "commission",
    "federation",
    "union",
    "report",
];

/// Nouns for those who report what others say.
const MEDIA: &[&str] =
    &["agency", "newspaper", "paper", "daily", "website", "broadcaster", "magazine", "weekly"];

/// Nouns for those who stay without a name, whoever is named after them.
const HIDDEN: &[&str] = &["source", "diplomat", "witness", "participant"];

/// Whether a noun is for somebody who speaks and is not named.
pub(super) fn is_anybody(word: &str) -> bool {
    ANYBODY.contains(&word)
}

/// How many statements before one are looked at.
const BACK: usize = 12;

/// How many mentions before one are looked at: longer ago nobody was named.
const MENTIONS: usize = 300;

/// How many sentences before "he" the one spoken of may be.
const NEAR: usize = 3;

impl Reader<'_, '_, '_> {
    /// Finds for sources that name nobody whom they stand for, in order of the text, so that each
    /// sees what those before it were found to be.
    pub(super) fn nameless(&mut self) {
        self.found.sort_by_key(Said::at);
        for number in 0..self.found.len() {
            // "…," the paper quoted Lee as saying: Lee says it.
            let cue = self.found[number]
                .cue
                .clone()
                .filter(|cue| self.cast.surface.pos(cue.start) != Pos::VerbGerund);
            if let Some(source) =
                cue.and_then(|cue| quoted_as_saying(self.cast, cue.start, self.we))
            {
                let said = &mut self.found[number];
                (said.who, said.source) = (source.who, Some(source.run));
                continue;
            }
            if self.is_there(number) {
                self.found[number].who.clear();
                continue;
            }
            let apposed = self.found[number].source.clone().and_then(|run| self.apposed(&run));
            let apposed = apposed.or_else(|| self.apposed_body(number));
            if let Some((who, run)) = apposed {
                let all = self.with_those_before(who, self.found[number].source.as_ref());
                let said = &mut self.found[number];
                (said.who, said.source) = (all, Some(run));
            } else if let Some(who) = self.as_the_verb_before(number) {
                self.found[number].who = who;
            } else if let Some(who) = self.stands_for(number) {
                self.found[number].who = who;
            } else if let Some(who) = self.still_speaks(number) {
                self.found[number].who = who;
            }
        }
    }

    /// "There are reports that it was late": nobody's.
    fn is_there(&self, number: usize) -> bool {
        let surface = self.cast.surface;
        let Some(cue) = &self.found[number].cue else { return false };
        // "There was a warning from Chad": somebody's.
        let by = |run: &Run| {
            run.start > cue.start && matches!(surface.lower(run.start - 1), "by" | "from")
        };
        if self.found[number].source.as_ref().is_some_and(by) {
            return false;
        }
        let first = surface.sentence(cue.start).start;
        let mut before = (first..cue.start).rev().take(5).skip_while(|at| {
            surface.pos(*at).is_adjective()
                || surface.pos(*at).is_verb()
                || surface.pos(*at).is_determiner()
        });
        surface.pos(cue.start).is_noun()
            && before.next().is_some_and(|at| surface.lower(at) == "there")
    }

    /// "They underlined the need, and urged all states to help": the second verb has the first one's subject.
    fn as_the_verb_before(&self, number: usize) -> Option<Vec<MemberId>> {
        let said = &self.found[number];
        let source = said.source.as_ref()?;
        let before = self.found[..number].iter().rev().take(3).find(|it| it.source.is_some())?;
        let same = before.source.as_ref() == Some(source) && before.who != said.who;
        let pronoun = source.len() == 1 && self.cast.surface.lower(source.start) == "they";
        (same && pronoun).then(|| before.who.clone())
    }

    /// "Lee said “…”. Besides, “it is late.”": words in quotation marks without any source go on with
    /// whoever spoke last, in this paragraph or the one before.
    fn still_speaks(&self, number: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let bare = said.cue.is_none() && said.source.is_none() && said.who.is_empty();
        let quoted = |run: &Run| run.clone().any(|at| surface.quotation_of(at).is_some());
        if !bare || !said.content.iter().any(quoted) {
            return None;
        }
        let mut earlier = self.found[..number].iter().rev().take(BACK);
        let earlier = earlier.find(|earlier| earlier.cue.is_some())?;
        let near = surface.paragraph_of(said.at()) <= surface.paragraph_of(earlier.at()) + 1;
        (near && earlier.who.len() == 1).then(|| earlier.who.clone())
    }

    pub(super) fn stands_for(&self, number: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let source = said.source.clone().filter(|source| !source.is_empty())?;
        // Of "a spokesman for President Lee" nobody is named.
        let named = !said.who.is_empty()
            && self
                .cast
                .mentions_in(&source)
                .any(|mention| self.cast.kind(mention.who) == EntityKind::Person);
        if source.len() == 1 && surface.pos(source.start) == Pos::Pronoun {
            return match surface.lower(source.start) {
                "he" | "she" => self.of_pronoun(number, source.start),
                "they" => self.of_plural_before(number),
                "it" => self.of_body_before(number),
                _ => None,
            };
        }
        if let Some(who) = self.of_paper(number, &source) {
            return Some(who);
        }
        if named {
            return None;
        }
        if let Some(who) = self.of_their_nation(number, &source) {
            return Some(who);
        }
        // "the news agency reported": the one that was told to report before, not one it told of.
        let medium = self.head(&source).map(|head| surface.lower(head)).filter(|word| {
            said.who.is_empty() && MEDIA.contains(word) && surface.lower(source.start) == "the"
        });
        if let Some(who) = medium.and_then(|word| self.same_head_before(number, word)) {
            return Some(who);
        }
        if said.who.is_empty()
            && let Some(who) = self.collective(&source)
        {
            return Some(vec![who]);
        }
        if said.who.is_empty()
            && let Some(who) =
                self.called_by_task(&source).or_else(|| self.of_office_before(number, &source))
        {
            return Some(who);
        }
        if let Some(who) = self.same_many_before(number, &source) {
            return Some(who);
        }
        let head = self.head(&source)?;
        let word = surface.lower(head);
        if let Some(who) = self.body_named_after(number, &source, word) {
            return Some(who);
        }
        if !self.is_somebody(head) {
            return None;
        }
        self.named_after(number, &source).or_else(|| {
            (said.who.is_empty() && surface.lower(source.start) == "the")
                .then(|| {
                    self.same_head_before(number, word)
                        .or_else(|| self.holds_office(head))
                        .or_else(|| self.who_spoke(number, head))
                })
                .flatten()
        })
    }

    /// "The Obama administration …. The administration said": the one that spoke or issues the text.
    fn of_office_before(&self, number: usize, source: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let plain = source.len() == 2
            && surface.lower(source.start) == "the"
            && surface.lower(source.end - 1) == "administration";
        // A state, or the one of the minister who does.
        let issuing = || {
            let [one] = self.we.we[..] else { return None };
            let state = |who: &MemberId| self.cast.kind(*who) == EntityKind::State;
            let of = || self.cast.side_of(one).or_else(|| self.cast.state_of(one));
            Some(one).filter(state).or_else(of).filter(state).map(|state| vec![state])
        };
        plain.then(|| self.same_head_before(number, "administration").or_else(issuing)).flatten()
    }

    /// "The secretary-general urged": the only one named so far who holds such an office.
    fn holds_office(&self, head: usize) -> Option<Vec<MemberId>> {
        let word = self.cast.surface.lower(head);
        if !self.cast.lexicon.titles.get(word).is_some_and(|title| title.head) {
            return None;
        }
        let end = self.cast.mentions().partition_point(|mention| mention.run.start < head);
        let holds = |who: &MemberId| {
            self.cast.kind(*who) == EntityKind::Person
                && !self.cast.is_another(head, *who)
                && self.cast.member(*who).offices.iter().any(|office| {
                    let mut parts = office.title.split_whitespace();
                    parts.any(|part| part.eq_ignore_ascii_case(word))
                })
        };
        let named = self.cast.mentions()[..end].iter().rev().take(MENTIONS);
        let mut holders = distinct(named.map(|mention| mention.who).filter(holds).collect());
        let holder = holders.pop()?;
        holders.is_empty().then(|| vec![holder])
    }

    /// "NATO leaders issued a declaration. … The leaders welcomed it": the many who spoke by the same
    /// noun, and no two who were named before them.
    fn same_many_before(&self, number: usize, source: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let noun = source.end - 1;
        let plain = source.len() == 2
            && surface.lower(source.start) == "the"
            && surface.pos(noun).is_plural()
            && !matches!(surface.lower(noun), "sides" | "two" | "parties" | "countries");
        let here = surface.sentence_of(source.start);
        let earlier = self.found[..number]
            .iter()
            .rev()
            .take(BACK)
            .filter(|_| plain)
            .take_while(|earlier| {
                here.saturating_sub(surface.sentence_of(earlier.at())) <= 2 * NEAR
            })
            .find(|earlier| {
                let head = earlier.source.as_ref().and_then(|run| self.head(run));
                head.is_some_and(|head| surface.lower(head) == surface.lower(noun))
            })?;
        let told = earlier.source.as_ref()?;
        let person = |who: &MemberId| self.cast.kind(*who) == EntityKind::Person;
        // Of persons named since then, "the leaders" may be two.
        let named_since = self.found[number].who.iter().filter(|who| person(who)).any(|who| {
            let first = self.cast.mentions().partition_point(|it| it.run.start < told.end);
            let since = self.cast.mentions()[first..].iter().take(MENTIONS);
            since
                .take_while(|mention| mention.run.start < source.start)
                .any(|mention| mention.who == *who && surface.pos(mention.run.start).is_proper())
        });
        let whole = told.len() > 1 && !earlier.who.is_empty();
        (whole && !named_since).then(|| earlier.who.clone())
    }

    /// "The former diplomat said": by another word, whoever spoke before.
    fn who_spoke(&self, number: usize, head: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        if surface.lower(head).starts_with("spokes") {
            return None;
        }
        let here = surface.sentence_of(head);
        self.found[..number]
            .iter()
            .rev()
            .take(3)
            .take_while(|earlier| here.saturating_sub(surface.sentence_of(earlier.at())) <= NEAR)
            .find(|earlier| !earlier.who.is_empty())
            .filter(|earlier| {
                matches!(earlier.who[..], [who] if self.cast.kind(who) == EntityKind::Person)
            })
            .map(|earlier| earlier.who.clone())
    }

    /// The noun that a phrase is about: the last before a preposition, a comma or a day.
    pub(super) fn head(&self, run: &Run) -> Option<usize> {
        let surface = self.cast.surface;
        let end = run
            .clone()
            .find(|at| {
                *at > run.start
                    && (matches!(surface.pos(*at), Pos::Preposition | Pos::To)
                        || matches!(surface.word(*at), "," | "who" | "which")
                        || is_day(surface.lower(*at)))
            })
            .unwrap_or(run.end);
        (run.start..end).rev().find(|at| surface.pos(*at).is_noun())
    }

    /// Whether a noun means one person.
    pub(super) fn is_somebody(&self, head: usize) -> bool {
        let word = self.cast.surface.lower(head);
        !self.cast.surface.pos(head).is_plural()
            && (ANYBODY.contains(&word)
                || word.ends_with("ologist")
                || self.cast.lexicon.titles.get(word).is_some_and(|title| title.head))
    }

    /// "A UN official announced …. Gustave Feissel, the UN representative, said": the lead speaks of
    /// whoever is named next as a speaker, and was not named before.
    fn named_after(&self, number: usize, source: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let here = surface.sentence_of(source.start);
        let opening = surface.paragraph_of(source.start) <= 1 || here <= 2;
        let known = |who: &MemberId| self.cast.kind(*who) == EntityKind::Person;
        // Further on whoever is named right after it.
        let some = matches!(surface.lower(source.start), "a" | "an");
        let reach = if opening { 3 } else { 2 };
        let paragraph = surface.paragraph_of(source.start);
        if !(opening || some) || said.who.iter().any(known) {
            return None;
        }
        let next = self.found[number + 1..]
            .iter()
            .take_while(|later| surface.sentence_of(later.at()) <= here + reach)
            .take_while(|later| opening || surface.paragraph_of(later.at()) <= paragraph + 1)
            .find(|later| matches!(later.who[..], [who] if known(&who)))?;
        let who = *next.who.first()?;
        let first = self.cast.mentions().iter().find(|mention| mention.who == who)?;
        let side = self.cast.side_of(who).or_else(|| self.cast.state_of(who));
        let served = self.cast.member(who).offices.iter().filter_map(|office| office.owner);
        let agrees = said.who.is_empty()
            || side.is_none_or(|side| {
                let of = |who: &MemberId| self.cast.member(*who).of == Some(side);
                said.who.contains(&side) || said.who.iter().any(of)
            })
            || served.clone().any(|owner| said.who.contains(&owner));
        let speaks = next.source.as_ref().is_some_and(|run| {
            let long = run.start.checked_sub(2).filter(|_| run.len() > 1);
            let name = long.and_then(|at| self.cast.mention_at(at));
            let before = name
                .filter(|name| surface.word(name.run.end) == "," && name.run.end + 1 == run.start);
            self.cast
                .mentions_in(run)
                .chain(before)
                .any(|mention| mention.who == who && surface.pos(mention.run.start) != Pos::Pronoun)
        });
        let of_another = self.cast.mentions_in(source).any(|mention| known(&mention.who));
        let bare = opening && !of_another || !said.who.is_empty() || self.only_named(who, source);
        (first.run.start > source.start && agrees && speaks && bare).then(|| vec![who])
    }

    /// "A former agent said …, Tom Lee told the paper": the name comes without an office that would tell
    /// of somebody else than the words before it.
    fn only_named(&self, who: MemberId, source: &Run) -> bool {
        let surface = self.cast.surface;
        let Some(head) = self.head(source) else { return false };
        let word = surface.lower(head);
        let offices = &self.cast.member(who).offices;
        let office = self.cast.lexicon.titles.get(word).is_some_and(|title| title.head);
        !HIDDEN.contains(&word)
            && (ANYBODY.contains(&word) || !office || !offices.is_empty())
            && offices.iter().all(|office| {
                office.title.split_whitespace().any(|part| part.eq_ignore_ascii_case(word))
            })
    }

    /// "The Ghanaian promised", "the Spaniard said": the person who spoke before or was named last of that state,
    /// and no state.
    fn of_their_nation(&self, number: usize, source: &Run) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let noun = source.end - 1;
        // "the French", "the Chinese", "the Swiss" are many.
        let many = ["sh", "ch", "ese", "s"].iter().any(|end| surface.lower(noun).ends_with(end));
        let demonym = self
            .cast
            .mention_at(noun)
            .filter(|mention| mention.reason == Reason::Demonym && mention.run == (noun..noun + 1));
        let plain = source.len() == 2 && surface.lower(source.start) == "the";
        let demonym = demonym.filter(|_| plain && !many && !surface.pos(noun).is_plural())?;
        let theirs = |mention: &&Mentioned| {
            self.cast.kind(mention.who) == EntityKind::Person
                && self.cast.state_of(mention.who) == Some(demonym.who)
        };
        self.who_spoke(number, noun).or_else(|| {
            let end = self.cast.mentions().partition_point(|mention| mention.run.start < noun);
            let mut named = self.cast.mentions()[..end].iter().rev().take(MENTIONS);
            named.find(theirs).map(|mention| vec![mention.who])
        })
    }

    /// "A human rights watchdog said …, Amnesty International said": the lead speaks of the body that
    /// is named next as a speaker, and was not named before.
    fn body_named_after(&self, number: usize, source: &Run, word: &str) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let here = surface.sentence_of(source.start);
        let opening = here <= 2;
        let one = matches!(surface.lower(source.start), "a" | "an");
        if !(opening && one && said.who.is_empty() && WATCHING.contains(&word)) {
            return None;
        }
        let next = self.found[number + 1..]
            .iter()
            .take_while(|later| surface.sentence_of(later.at()) <= here + 3)
            .find(|later| !later.who.is_empty() && surface.sentence_of(later.at()) > here)?;
        let [who] = next.who[..] else { return None };
        let first = self.cast.mentions().iter().find(|mention| mention.who == who)?;
        (self.cast.kind(who) == EntityKind::Organization && first.run.start > source.start)
            .then(|| vec![who])
    }

    /// "The official added": whoever was spoken of by the same noun before.
    fn same_head_before(&self, number: usize, word: &str) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let alike = |other: &str| {
            other == word || word.starts_with("spokes") && other.starts_with("spokes")
        };
        self.found[..number]
            .iter()
            .rev()
            .take(BACK)
            .find(|earlier| {
                earlier
                    .source
                    .as_ref()
                    .and_then(|run| self.head(run))
                    .is_some_and(|head| alike(surface.lower(head)))
            })
            .map(|earlier| earlier.who.clone())
            .filter(|who| !who.is_empty())
    }

    /// "The agency warned …. It said": a body or a paper that spoke before, never a person.
    fn of_body_before(&self, number: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let said = &self.found[number];
        let person = |who: &MemberId| self.cast.kind(*who) == EntityKind::Person;
        if !said.who.is_empty() && !said.who.iter().any(person) {
            return None;
        }
        let here = surface.sentence_of(said.at());
        self.found[..number]
            .iter()
            .rev()
            .take(4)
            .take_while(|earlier| here.saturating_sub(surface.sentence_of(earlier.at())) <= NEAR)
            .find(|earlier| !earlier.who.is_empty() && !earlier.who.iter().any(person))
            // "Chad joined Mali in calling for calm. It said": the one that joined.
            .map(|earlier| earlier.who[..1].to_vec())
            .or_else(|| self.of_paper_before(number, "statement"))
    }

    /// "Iranian officials said …. They added": the many who spoke last.
    fn of_plural_before(&self, number: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let at = self.found[number].at();
        let earlier = self.found[..number].iter().rev().take(3).find(|earlier| {
            surface.sentence_of(at).saturating_sub(surface.sentence_of(earlier.at())) <= 2
                && earlier.source.is_some()
        })?;
        let head = self.head(earlier.source.as_ref()?)?;
        // "The opposition called for …. They said": not two who were named before.
        if MANY.contains(&surface.lower(head)) {
            return Some(earlier.who.clone());
        }
        // "The Council praised Chad and Mali. They underlined": its members, as a text of theirs is told.
        let members = matches!(surface.lower(head), "council" | "committee" | "assembly" | "board");
        // "The Council urged Chad and Mali to stop. They rejected it": those who answer.
        let formal = !matches!(
            self.found[number].act,
            Act::Say | Act::Announce | Act::Deny | Act::Oppose | Act::Promise
        );
        // "They welcomed the call": not who made it.
        let answers = self.found[number].content.first().is_some_and(|run| {
            let near = run.start..run.end.min(run.start + 3);
            near.into_iter().any(|at| {
                matches!(
                    surface.lower(at),
                    "call" | "appeal" | "accusation" | "accusations" | "demand" | "request"
                )
            })
        });
        if members
            && formal
            && !answers
            && matches!(earlier.who[..], [_])
            && !matches!(earlier.act, Act::Say)
        {
            return Some(earlier.who.clone());
        }
        // "Diplomats said …. They said": nobody who was only spoken of.
        let nobody = earlier.who.is_empty()
            && self.found[number].at() > earlier.at()
            && surface.sentence_of(at).saturating_sub(surface.sentence_of(earlier.at())) <= 1
            && number > 0
            && self.found[number - 1].at() == earlier.at()
            && !earlier.content.iter().any(|run| run.contains(&at));
        (surface.pos(head).is_plural() && (!earlier.who.is_empty() || nobody))
            .then(|| earlier.who.clone())
    }

    /// "He" who speaks is whoever spoke before, rather than somebody who was only spoken of, and may
    /// be somebody without a name.
    fn of_pronoun(&self, number: usize, at: usize) -> Option<Vec<MemberId>> {
        let surface = self.cast.surface;
        let resolved = self.found[number].who.first().copied();
        let wanted = if surface.lower(at) == "she" { Gender::Woman } else { Gender::Man };
        let here = surface.sentence_of(at);
        // Where the one it was resolved to was named last.
        let named = resolved.and_then(|who| {
            let mentions = self.cast.mentions();
            let until = mentions.partition_point(|mention| mention.run.start < at);
            mentions[..until]
                .iter()
                .rev()
                .take(MENTIONS)
                .find(|mention| {
                    mention.who == who && surface.pos(mention.run.start) != Pos::Pronoun
                })
                .map(|mention| mention.run.start)
        });
        // "The minister asked for help, he added": what he tells of others is no turn of theirs.
        let own = &self.found[number].content;
        let told_of = |earlier: &Said| own.iter().any(|run| run.contains(&earlier.at()));
        let before = || {
            let found = self.found[..number].iter().rev().filter(|earlier| !told_of(earlier));
            found.take(BACK).take_while(|earlier| {
                here.saturating_sub(surface.sentence_of(earlier.at())) <= NEAR + 2
            })
        };
        // Somebody without a name spoke since.
        let nameless = before().find(|earlier| {
            earlier.source.as_ref().is_some_and(|run| {
                here.saturating_sub(surface.sentence_of(run.start)) <= NEAR
                    && run.start < at
                    && named.is_none_or(|named| {
                        let told = |run: &Run| run.contains(&named) && run.start < at;
                        named < run.start
                            || earlier.content.iter().any(told)
                            || own.iter().any(|run| run.contains(&named) && run.end <= at)
                    })
                    && self.head(run).is_some_and(|head| self.is_somebody(head))
                    && !earlier.who.iter().any(|who| self.cast.kind(*who) == EntityKind::Person)
            })
        });
        if let Some(earlier) = nameless {
            return Some(earlier.who.clone());
        }
        // The one meant was only spoken of, or to, by another who spoke last.
        let named = named?;
        let told = |earlier: &&Said| {
            let spoken_to = earlier.source.as_ref().is_some_and(|source| {
                source.end <= named
                    && earlier.at() <= named
                    && surface.sentence_of(named) == surface.sentence_of(earlier.at())
            });
            spoken_to || earlier.content.iter().any(|run| run.contains(&named))
        };
        let fits = |who: MemberId| {
            let gender = self.cast.member(who).gender;
            self.cast.kind(who) == EntityKind::Person
                && (gender == wanted || gender == Gender::Unknown)
        };
        // "Those who left under Lee were right, he said": not Lee, if another spoke before.
        if own.iter().any(|run| run.contains(&named) && run.end <= at) {
            return before()
                .find(|earlier| matches!(earlier.who[..], [who] if fits(who)))
                .map(|earlier| earlier.who.clone());
        }
        // "Asked about Lee, Kim said: “He will go.” He added": Kim, who was named last and spoke.
        let last = before().next().filter(|last| {
            here.saturating_sub(surface.sentence_of(last.at())) <= 2
                && matches!(last.who[..], [who] if fits(who) && Some(who) != resolved)
                && last.cue.as_ref().is_some_and(|cue| surface.pos(cue.start) != Pos::VerbGerund)
                && last.source.as_ref().is_some_and(|run| {
                    named < run.start
                        && run.start < at
                        && surface.sentence_of(run.start) < here
                        && surface.pos(run.end - 1).is_proper()
                })
        });
        if let Some(last) = last {
            return Some(last.who.clone());
        }
        let teller = self.found[..number].iter().rev().take(BACK).find(told)?;
        if resolved.is_some_and(|who| teller.who.contains(&who)) {
            return None;
        }
        before()
            .find(|earlier| matches!(earlier.who[..], [who] if fits(who)))
            .filter(|earlier| earlier.who.first() != resolved.as_ref())
            .map(|earlier| earlier.who.clone())
    }
}
