//! What the readers of meetings share: the cast, the dates, and how to look around a word.

use super::PlaceWords;
use super::other_days::{
    is_of_a_later_one, is_of_an_aside, is_of_departure, is_of_telling, is_of_what_was_done,
};
use super::phrases::{is_before_office, preposition};
use crate::entities::{Cast, MemberId};
use crate::lexicon::StateSense;
use crate::mentions::{DateMention, What};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::{Date, EntityKind, MeetingKind, MeetingStatus, When};
use chrono::Datelike;

/// One article as the readers of meetings see it.
pub(super) struct Scene<'c, 'a, 't> {
    pub(super) cast: &'c Cast<'a, 't>,
    pub(super) dates: &'c [DateMention],
    pub(super) published: Option<Date>,
    /// Whether it is an official release, where "spoke with" is a call.
    pub(super) release: bool,
}

/// Words that open a clause about what stands before them.
const RELATIVES: &[&str] = &["that", "which", "who", "whom"];

/// Tokens that "In Paris, France, June 12-13," may take.
const STAY: usize = 14;

/// Tokens behind a noun among which the day of a meeting may stand.
pub(super) const BEHIND: usize = 20;

/// Tokens of a clause that are looked through.
const CLAUSE: usize = 24;

/// Nouns that take part in diplomacy though they name nobody.
pub(super) const DIPLOMATIC: &[&str] = &[
    "president",
    "minister",
    "ministers",
    "leaders",
    "leader",
    "officials",
    "official",
    "delegation",
    "delegations",
    "envoy",
    "envoys",
    "counterpart",
    "counterparts",
    "representatives",
    "negotiators",
    "negotiator",
    "ambassador",
    "ambassadors",
    "king",
    "secretary",
    "heads",
    "head",
    "diplomats",
    "government",
    "authorities",
    "premier",
    "chancellor",
];

/// Nouns for people whom an official may meet, and who name nobody.
const PEOPLE: &[&str] = &[
    "academics",
    "activists",
    "advocates",
    "alumni",
    "businesspeople",
    "chief",
    "chiefs",
    "commander",
    "commanders",
    "commissioner",
    "community",
    "communities",
    "defenders",
    "deputies",
    "employees",
    "entrepreneurs",
    "executives",
    "experts",
    "families",
    "governor",
    "governors",
    "groups",
    "interlocutors",
    "journalists",
    "lawmakers",
    "leadership",
    "legislators",
    "mayor",
    "mayors",
    "members",
    "parliamentarians",
    "participants",
    "partners",
    "professionals",
    "refugees",
    "researchers",
    "residents",
    "scholars",
    "scientists",
    "senators",
    "society",
    "staff",
    "stakeholders",
    "students",
    "survivors",
    "teachers",
    "veterans",
    "women",
    "workers",
    "youth",
];

impl Scene<'_, '_, '_> {
    /// Whether a phrase speaks of people, named or not, whom one can meet.
    pub(super) fn people(&self, run: &Run) -> bool {
        self.diplomatic(run)
            || run.clone().any(|at| {
                PEOPLE.contains(&self.cast.surface.lower(at)) && self.cast.surface.pos(at).is_noun()
            })
    }

    /// Whether a phrase speaks of officials, named or not.
    pub(super) fn diplomatic(&self, run: &Run) -> bool {
        run.clone().any(|at| {
            DIPLOMATIC.contains(&self.cast.surface.lower(at)) && self.cast.surface.pos(at).is_noun()
        })
    }

    /// Whether a token belongs to a date.
    pub(super) fn is_date(&self, at: usize) -> bool {
        let first = self.dates.partition_point(|date| date.run.end <= at);
        self.dates.get(first).is_some_and(|date| date.run.contains(&at))
    }

    /// The dates that begin within a stretch.
    pub(super) fn dates_in(&self, from: usize, to: usize) -> &[DateMention] {
        let first = self.dates.partition_point(|date| date.run.start < from);
        let last = self.dates.partition_point(|date| date.run.start < to);
        &self.dates[first..last.max(first)]
    }

    /// When: a date after the verb in its clause, else one before it in the sentence.
    pub(super) fn when(&self, at: usize, limit: usize) -> When {
        let sentence = self.cast.surface.sentence(at);
        let after = self.dates_in(at, limit.max(at)).first();
        let after = after.filter(|date| !is_of_a_later_one(self.cast, at, date.run.start));
        let after = after.filter(|date| !self.is_put_off(at, date));
        let leading = || self.leading_date(at);
        let before = || {
            // "On Thursday, leaders met": a date that leads the sentence or stands close before.
            self.dates_in(sentence.start, at).iter().rev().find(|date| {
                let between = date.run.end..at;
                (between.len() <= 12 || date.run.start <= sentence.start + 2)
                    && !is_of_telling(self, date, at)
                    && !is_of_departure(self, date, at)
                    && !is_of_an_aside(self, date, at)
                    && !between.take(STAY).any(|at| self.cast.surface.word(at) == ";")
            })
        };
        let reach = self.behind_apposition(limit, sentence.end) + 2;
        let adjacent =
            self.dates_in(at, sentence.end).first().filter(|date| date.run.start <= reach);
        let adjacent = adjacent.filter(|date| !is_of_a_later_one(self.cast, at, date.run.start));
        let adjacent = adjacent.filter(|date| !self.is_put_off(at, date));
        let when = after.or_else(before).or_else(leading).or(adjacent);
        let set_off = || self.set_off(self.behind_apposition(limit, sentence.end)).1;
        let when = when.or_else(|| self.with_an_hour(at)).or_else(set_off);
        when.map_or_else(When::default, |date| date.when)
    }

    /// "In Paris, France, June 12-13, Lee will open": the days of a stay that lead the sentence.
    fn leading_date(&self, at: usize) -> Option<&DateMention> {
        let surface = self.cast.surface;
        let first = surface.sentence(at).start;
        let date = self.dates_in(first, at.min(first + STAY)).first()?;
        let opens = matches!(surface.lower(first), "in" | "at" | "while");
        let mut between = first + 1..date.run.start;
        let stay = between.all(|at| {
            self.cast.name_at(at).is_some()
                || matches!(surface.lower(at), "," | "in" | "the" | "on" | "from")
        });
        (opens && stay && surface.word(date.run.end) == ",").then_some(date)
    }

    /// When a meeting named by a noun is: a date before the noun ("Tuesday's meeting") or after it. A
    /// year in its name ("the 2022 Ministerial") tells less than a day of that year.
    pub(super) fn when_of_noun(&self, left: usize, head: usize, limit: usize) -> When {
        // "today's 2022 Conference"
        let possessed = usize::from(self.cast.surface.lower(left.saturating_sub(1)) == "'s");
        let own = self.dates_in(left.saturating_sub(1 + possessed), head);
        let day = own.iter().find(|date| date.when.from.is_some_and(Date::is_day));
        let named =
            day.or(own.last()).map(|date| date.when).or_else(|| self.weekend_of(left, head));
        let Some(named) = named else { return self.when_beside_noun(left, head, limit) };
        let year = |when: &When| when.first_day().map(|day| day.year());
        let is_year = named.from.is_some_and(Date::is_year);
        let beside = is_year.then(|| self.when_beside_noun(left, head, limit));
        beside.filter(|beside| year(beside) == year(&named)).unwrap_or(named)
    }

    fn when_beside_noun(&self, left: usize, head: usize, limit: usize) -> When {
        let after = self
            .dates_in(head, limit.max(head + 1))
            .iter()
            .find(|date| date.run.start <= head + BEHIND)
            .filter(|date| !is_of_a_later_one(self.cast, head, date.run.start))
            .filter(|date| !self.is_put_off(head, date));
        let added = || self.when_chaired(head).or_else(|| self.when_it_takes_place(head));
        if let Some(date) = after.or_else(added) {
            return date.when;
        }
        // "Today, on the eve of the summit, Lee said": it is of no day before it.
        if self.cast.surface.lower(left.wrapping_sub(1)) == "of"
            && self.cast.surface.lower(left.wrapping_sub(2)) == "eve"
        {
            return When::default();
        }
        let sentence = self.cast.surface.sentence(head);
        // "later this month" may follow a place, "On Friday" may lead the sentence.
        let free = |date: &&DateMention| {
            self.cast.surface.lower(date.run.end) != "'s"
                && !self.is_of_what_comes(date, head)
                && !is_of_telling(self, date, left)
                && !is_of_departure(self, date, left)
                && !self.tells_of_another_time(date.run.end, left)
        };
        let leads = self
            .dates_in(sentence.start, left)
            .iter()
            .filter(free)
            .find(|date| date.run.start <= sentence.start + 1);
        // "was split in 1974, and the talks collapsed in 2017": of another clause, where its own has one.
        let another = !self.dates_in(head, sentence.end).is_empty();
        let close = self
            .dates_in(sentence.start, left)
            .iter()
            .rev()
            .filter(free)
            .filter(|date| {
                !(date.run.end..left).any(|at| {
                    matches!(
                        self.cast.surface.lower(at),
                        "before" | "after" | "ahead" | "but" | "–" | "—" | "--" | ";"
                    ) || another && self.cast.surface.reads(at, &[",", "and", "the"])
                })
            })
            .find(|date| date.run.end + 7 >= left);
        // "In August of last year a talk was held, and in October leaders gathered for a ministerial"
        let nearer = close.filter(|date| {
            let on = date.run.start.saturating_sub(1);
            let and = on.saturating_sub(1);
            matches!(self.cast.surface.lower(on), "on" | "in")
                && matches!(self.cast.surface.lower(and), "and" | "while" | "but")
                && self.cast.surface.word(and.saturating_sub(1)) == ","
        });
        let leads = nearer.or(leads);
        // "unlikely to take place next week": that is when it will not be.
        let denied = |date: &&DateMention| {
            !(head..date.run.start)
                .any(|at| matches!(self.cast.surface.lower(at), "unlikely" | "not" | "n't" | "no"))
                && !self.is_put_off(head, date)
        };
        let trailing = self
            .dates_in(head, sentence.end)
            .first()
            .filter(|date| {
                let limit = self.behind_hour(limit);
                date.run.start <= self.behind_apposition(limit, sentence.end).max(limit + 1) + 2
                    && !is_of_a_later_one(self.cast, head, date.run.start)
            })
            .filter(denied);
        let leads = leads.or_else(|| self.leading_date(left));
        // "hosted members on July 21-22 for a meeting ahead of the December conference"
        let before = || {
            let of_another = self.dates_in(head, sentence.end).first();
            of_another.filter(|date| is_of_a_later_one(self.cast, head, date.run.start))?;
            self.dates_in(sentence.start, left).iter().rev().find(free)
        };
        let set_off = || self.set_off(self.behind_apposition(limit, sentence.end)).1;
        let of_hour = || self.with_an_hour(head).or_else(before).or_else(set_off);
        leads.or(close).or(trailing).or_else(of_hour).map_or_else(When::default, |date| date.when)
    }

    /// "Thank you for joining us today as we preview the upcoming trip": what comes is not of today.
    fn is_of_what_comes(&self, date: &DateMention, head: usize) -> bool {
        let comes = |at: usize| {
            matches!(
                self.cast.surface.lower(at),
                "upcoming" | "forthcoming" | "preview" | "planned"
            )
        };
        let first = date.run.end.max(head.saturating_sub(14));
        let today = date.when.first_day();
        let today = today.zip(self.published).is_some_and(|(day, told)| day == told.first_day());
        today && (first..head).any(comes)
    }

    /// "will host a roundtable with farmers, bankers and others on Monday, June 6, at 4:00 p.m.": the only
    /// day behind what is announced, and the hour of it.
    fn with_an_hour(&self, head: usize) -> Option<&DateMention> {
        let surface = self.cast.surface;
        let [date] = self.dates_in(head, surface.sentence(head).end) else { return None };
        // "talks on food before she departs on Monday, June 6, at 4:00 p.m."
        let of_another =
            |at: usize| matches!(surface.lower(at), "after" | "ahead" | "before" | "until");
        if (head..date.run.start).any(of_another) {
            return None;
        }
        let at = date.run.end + usize::from(surface.word(date.run.end) == ",");
        let hour = surface.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
        let told = surface.lower(at) == "at" && hour && surface.word(at + 2) == ":";
        // "at 10:00 a.m. on Thursday, May 26"
        let on =
            date.run.start - usize::from(surface.lower(date.run.start.wrapping_sub(1)) == "on");
        let first = on.saturating_sub(7).max(head + 1);
        let colon = (first..on).rev().find(|at| surface.word(*at) == ":");
        // Before an audience, it is no meeting.
        let spoken = matches!(surface.lower(head), "conversation" | "discussion");
        let behind = !spoken && colon.is_some_and(|at| self.behind_hour(at) + 1 == on);
        (told || behind).then_some(date)
    }

    /// "at 10:00 a.m. EST today, February 17": where the words for an hour end.
    fn behind_hour(&self, limit: usize) -> usize {
        let surface = self.cast.surface;
        let is_hour = |at: &usize| {
            let word = surface.word(*at);
            let zone = word.len() <= 4 && word.chars().all(|c| c.is_ascii_uppercase());
            word.starts_with(|c: char| c.is_ascii_digit())
                || zone && !word.is_empty()
                || matches!(surface.lower(*at), ":" | "a.m." | "p.m." | "noon" | "local" | "time")
        };
        // The words for it may have been taken for the end of the clause.
        let Some(at) =
            (limit.saturating_sub(4)..=limit).rev().find(|at| surface.lower(*at) == "at")
        else {
            return limit;
        };
        let hour = (at + 1..at + 8).take_while(is_hour).count();
        limit.max(if hour > 0 { at + hour } else { at })
    }

    /// "in Minsk, capital of Belarus, later this month": where what is added to a place ends.
    fn behind_apposition(&self, limit: usize, end: usize) -> usize {
        let surface = self.cast.surface;
        if surface.word(limit) != "," {
            return limit;
        }
        let close = (limit + 1..end.min(limit + 9)).find(|at| surface.word(*at) == ",");
        let adds = |at: usize| {
            let pos = surface.pos(at);
            pos.is_noun()
                || pos.is_adjective()
                || pos.is_determiner()
                || matches!(surface.lower(at), "of" | "'s")
                || pos == Pos::Number
                || self.cast.name_at(at).is_some()
        };
        close.filter(|close| (limit + 1..*close).all(adds)).unwrap_or(limit)
    }

    /// The day of what is to come: not that on which somebody said so.
    pub(super) fn when_to_come(&self, at: usize, when: When, status: MeetingStatus) -> When {
        let coming = matches!(status, MeetingStatus::Planned | MeetingStatus::Proposed);
        let past = when.first_day().zip(self.published);
        let past = past.is_some_and(|(day, published)| day <= published.last_day());
        if !coming || !past {
            return when;
        }
        let sentence = self.cast.surface.sentence(at);
        let mut dates = self.dates_in(sentence.start, sentence.end).iter();
        let of_saying = dates.any(|date| {
            date.when == when
                && (self.is_of_saying(date.run.start) || is_of_what_was_done(self, date, at))
        });
        if of_saying { When::default() } else { when }
    }

    /// "said on Monday", "told reporters here Monday".
    fn is_of_saying(&self, date: usize) -> bool {
        let surface = self.cast.surface;
        let first = surface.sentence(date).start.max(date.saturating_sub(4));
        let between = |at: &usize| {
            surface.pos(*at).is_adverb()
                || matches!(surface.lower(*at), "on" | "late" | "here" | "reporters" | "afp" | "in")
        };
        let verb = (first..date).rev().find(|at| !between(at));
        verb.is_some_and(|at| {
            surface.pos(at).is_verb() && self.cast.lexicon.verbs.contains(surface.lower(at))
        })
    }

    /// Whether a noun stands in a clause with a verb of its own, which is of another time than that of
    /// the date before it: "Earlier this week we posted what countries pledged at the summit".
    fn tells_of_another_time(&self, date: usize, noun: usize) -> bool {
        let surface = self.cast.surface;
        let is_told = |mut run: Run| run.any(|at| surface.pos(at).is_verb());
        let near = |end: usize| end.saturating_sub(CLAUSE).max(date)..end;
        let relative = near(noun).rev().find(|at| RELATIVES.contains(&surface.lower(*at)));
        // "rebuffed a letter last month that proposed negotiations"
        let right_behind = |at: usize| at == date && surface.pos(at + 1).is_finite_verb();
        relative.is_some_and(|at| (right_behind(at) || is_told(near(at))) && is_told(at + 1..noun))
    }

    /// Whether the date beside a word lies after publication.
    pub(super) fn future_date(&self, at: usize, limit: usize) -> bool {
        let Some(published) = self.published else { return false };
        self.when(at, limit).first_day().is_some_and(|day| day > published.last_day())
    }

    /// "In Copenhagen, she will meet": a place that leads the sentence.
    pub(super) fn leading_place(&self, at: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        let sentence = surface.sentence(at);
        // "And in Chad, she will meet", "Finally, in Chad,".
        let adds = |at: &usize| {
            matches!(
                surface.lower(*at),
                "and" | "also" | "finally" | "then" | "next" | "," | "later"
            )
        };
        let first = (sentence.start..sentence.end.min(sentence.start + 3)).find(|at| !adds(at))?;
        let first = self.behind_leading_day(first);
        let leads = matches!(surface.lower(first), "in" | "at" | "while");
        let start = first + if surface.lower(first) == "while" { 2 } else { 1 };
        let comma = (start..at.min(start + 12)).find(|at| surface.word(*at) == ",")?;
        // "In Chad and Mali, she will meet": in each.
        let several = (start..comma).any(|at| {
            let next = at + 1 + usize::from(surface.lower(at + 1) == "the");
            surface.lower(at) == "and" && self.cast.name_at(next).is_some()
        });
        if several && self.release {
            return None;
        }
        leads.then(|| self.place_at(start, comma.max(start + 1))).flatten()
    }

    /// "in Vilnius for a summit", "arrived in Oslo on Monday for talks": where the words before "for"
    /// place it; `left`: the first of the words for the meeting. With where those words begin.
    pub(super) fn place_come_to(&self, left: usize) -> Option<(usize, PlaceWords)> {
        let surface = self.cast.surface;
        let first = surface.sentence(left).start.max(left.saturating_sub(10));
        let comes = |at: &usize| matches!(surface.lower(*at), "for" | "on");
        let for_at = left.checked_sub(1).filter(|at| *at > first && comes(at))?;
        let within = |at: usize| {
            surface.lower(at) == "on" || self.is_date(at) || self.cast.mention_at(at).is_some() || {
                let pos = surface.pos(at);
                pos.is_proper() || surface.word(at) == ","
            }
        };
        let before = (first..for_at).rev().find(|at| !within(*at))?;
        let place = matches!(surface.lower(before), "in" | "to")
            .then(|| self.place_at(before + 1, for_at))
            .flatten()?;
        Some((before, place))
    }

    /// Where: "in X", "at X" after the word, in its clause, or set off at the end of the sentence.
    pub(super) fn place(&self, from: usize, limit: usize) -> Option<PlaceWords> {
        let set_off = || {
            let end = self.cast.surface.sentence(limit.checked_sub(1)?).end;
            self.set_off(self.behind_apposition(limit, end)).0
        };
        self.place_within(from, limit)
            .or_else(|| self.place_set_off(from, limit))
            .or_else(set_off)
            .or_else(|| self.seat(from, limit))
    }

    fn place_within(&self, from: usize, limit: usize) -> Option<PlaceWords> {
        let mut at = from;
        // What a meeting is about names places too: "addressing its role in Mali".
        let surface = self.cast.surface;
        let topic = (from..limit).find(|at| {
            let word = surface.lower(*at);
            matches!(word, "about" | "addressing" | "discussing")
                || surface.pos(*at) == Pos::VerbGerund
                    && !(word == "visiting" && is_before_office(self.cast, *at))
                || (word == "to"
                    && surface.pos(*at + 1) == Pos::VerbBase
                    && !matches!(surface.lower(*at + 1), "be" | "take"))
                || (word == "on"
                    && !self.is_date(*at + 1)
                    && !self.is_date(*at + 2)
                    && !self.is_on_an_island(*at)
                    && !matches!(surface.lower(*at + 2), "sidelines" | "margins" | "sideline"))
        });
        let limit = topic.unwrap_or(limit);
        let words = &["in", "at", "outside", "near", "on"];
        while let Some(found) = preposition(self.cast, at, limit, words) {
            if surface.lower(found) == "on" && !self.is_on_an_island(found) {
                at = found + 1;
                continue;
            }
            if let Some(place) = self.place_at(found + 1, limit) {
                return Some(place);
            }
            at = found + 1;
        }
        None
    }

    /// "on the resort island of Crete".
    fn is_on_an_island(&self, on: usize) -> bool {
        let surface = self.cast.surface;
        let island = (on + 2..on + 6).any(|at| surface.reads(at, &["island", "of"]));
        surface.lower(on) == "on" && island && self.described_place(on + 1).is_some()
    }

    /// The place named at a token: a city before its state ("San Jose, Costa Rica").
    pub(super) fn place_at(&self, at: usize, limit: usize) -> Option<PlaceWords> {
        if let Some(described) = self.described_place(at) {
            return Some(described);
        }
        let surface = self.cast.surface;
        let mut next = at;
        let named = |at: usize| {
            surface.is_capital(at) && self.cast.name_at(at).is_some_and(|name| name.run.start == at)
        };
        // "the neighboring Chad", but "The Hague".
        while next < limit
            && !named(next)
            && (matches!(
                surface.lower(next),
                "the"
                    | "a"
                    | "neighboring"
                    | "nearby"
                    | "southern"
                    | "northern"
                    | "eastern"
                    | "western"
                    | "central"
            ) || surface.pos(next).is_adjective() && !surface.is_capital(next))
        {
            next += 1;
        }
        // "at the prime minister's country retreat Chequers": the name stands last.
        let mut name = self.cast.name_at(next).filter(|name| name.run.start == next);
        if name.is_none_or(|name| {
            surface.lower(name.run.end) == "'s"
                || name.run.end < surface.sentence(at).end
                    && surface.pos(name.run.end).is_noun()
                    && !self.is_date(name.run.end)
                    && matches!(name.what, What::State(..))
        }) {
            let end = (next..limit.min(next + 10)).find(|at| {
                let pos = surface.pos(*at);
                !(pos.is_noun()
                    || pos.is_adjective()
                    || pos.is_determiner()
                    || surface.lower(*at) == "'s")
            });
            let last = end.unwrap_or(limit.min(next + 10));
            name = last
                .checked_sub(1)
                .and_then(|at| self.cast.name_at(at))
                .filter(|name| name.what == What::Place && name.run.start >= next);
        }
        let name = name?;
        // "in Moscow's view", "in Russian custody"
        if surface.lower(name.run.end) == "'s" {
            return None;
        }
        match name.what {
            What::Place | What::State(_, StateSense::Capital) => {
                Some(PlaceWords::Place(name.run.clone()))
            }
            What::State(code, StateSense::Name) => self
                .cast
                .ids()
                .take(400)
                .find(|id| self.cast.member(*id).code == Some(code))
                .map(PlaceWords::State),
            _ => None,
        }
    }

    /// The destinations of "to Bali, Indonesia, Bangkok, and Tokyo" from a token on, by name, and
    /// where they end. The state behind a city is none of its own.
    pub(super) fn stops(&self, at: usize, limit: usize) -> (Vec<String>, usize) {
        let surface = self.cast.surface;
        let mut stops = Vec::new();
        let mut next = at;
        let mut city = false;
        let mut end = at;
        while next < limit && next < at + 60 {
            if matches!(surface.lower(next), "the" | "then" | "and" | "," | ";") {
                next += 1;
                continue;
            }
            let Some(name) = self.cast.name_at(next).filter(|name| name.run.start == next) else {
                break;
            };
            let state = match name.what {
                What::State(_, StateSense::Name) => true,
                What::Place | What::State(_, StateSense::Capital) => false,
                _ => break,
            };
            // "During their trip to Chad, the Malian delegation will": no stop of the trip.
            let goes_on = state
                && name.run.end < limit
                && surface.pos(name.run.end).is_noun()
                && !surface.is_capital(name.run.end);
            if surface.lower(name.run.end) == "'s" || goes_on {
                break;
            }
            let before = next - usize::from(surface.lower(next - 1) == "the");
            let within = state && city && surface.lower(before - 1) == ",";
            if !within {
                stops.push(surface.words(&name.run).to_owned());
            }
            city = !state;
            end = name.run.end;
            next = end;
            if !matches!(surface.lower(next), "," | ";" | "and") {
                break;
            }
        }
        (stops, end)
    }

    /// "to Rabat and Casablanca, Morocco": the state in which two cities are.
    pub(super) fn state_of_both(&self, at: usize, limit: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        let city = |at: usize| {
            let name = self.cast.name_at(at).filter(|name| name.run.start == at)?;
            matches!(name.what, What::Place | What::State(_, StateSense::Capital))
                .then_some(name.run.end)
        };
        let first = city(at)?;
        let second = city(first + 1).filter(|_| surface.lower(first) == "and")?;
        let state = (surface.word(second) == "," && second + 1 < limit)
            .then(|| self.place_at(second + 1, limit))
            .flatten()?;
        matches!(state, PlaceWords::State(_)).then_some(state)
    }

    /// A meeting of many parties is a conference, of leaders a summit or talks.
    pub(super) fn kind_of_gathering(
        &self,
        left: &[MemberId],
        subject: Option<&Run>,
    ) -> MeetingKind {
        let sides = left
            .iter()
            .filter(|who| {
                matches!(self.cast.kind(**who), EntityKind::State | EntityKind::Organization)
            })
            .count();
        let leaders = subject.is_some_and(|run| {
            run.clone().any(|at| matches!(self.cast.surface.lower(at), "leaders" | "heads"))
                && run.len() > 2
        });
        if leaders
            && subject
                .is_some_and(|run| run.clone().any(|at| self.cast.surface.lower(at) == "member"))
        {
            MeetingKind::Summit
        } else if sides > 3 {
            MeetingKind::Conference
        } else {
            MeetingKind::Talks
        }
    }
}
