//! Where and when, told behind what is added to a name: "met Lee, the foreign minister, in Oslo on Monday".

use super::PlaceWords;
use super::scene::Scene;
use crate::lexicon::StateSense;
use crate::mentions::{DateMention, What};

/// So many of place, state and day stand behind a comma.
const PARTS: usize = 3;
/// So many names of a text are looked through for a capital.
const NAMES: usize = 400;
/// So many words may describe a place before the noun for it.
const DESCRIBED: usize = 6;

/// So many words stand between the city in the name of a conference and its noun.
const NAMED: usize = 2;

/// Nouns that a place is told with: "the southern city of Juba", "the Chadian capital, N'Djamena".
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "capital", "city", "hometown", "island", "metropolis", "port", "province", "region", "resort", "suburb",
    "town", "village",
];

/// Words with which the sentence goes on behind where and when something was.
#[rustfmt::skip]
const GOES_ON: &[&str] = &[
    ".", ",", ";", "after", "ahead", "and", "as", "before", "but", "during", "following", "for", "to", "where",
    "while",
];

impl Scene<'_, '_, '_> {
    /// Where and when, where a comma at a token closes what is added to a name and both stand behind it.
    pub(super) fn set_off(&self, comma: usize) -> (Option<PlaceWords>, Option<&DateMention>) {
        let surface = self.cast.surface;
        if comma == 0 || surface.word(comma) != "," {
            return (None, None);
        }
        let end = surface.sentence(comma).end;
        let (mut place, mut date, mut site) = (None, None, false);
        let mut at = comma + 1;
        for _ in 0..PARTS {
            // "met Lee, in Oslo, on Monday"
            let day = self.is_date(at + 1) || surface.lower(at + 1) == "on" && self.is_date(at + 2);
            at += usize::from(place.is_some() && day && surface.word(at) == ",");
            let on = usize::from(matches!(surface.lower(at), "on" | "late" | "early"));
            let day = self.dates_in(at + on, at + on + 1).first();
            if let Some(day) = day.filter(|_| date.is_none()) {
                at = day.run.end;
                date = Some(day);
            } else if place.is_none()
                && at + 1 < end
                && matches!(surface.lower(at), "in" | "at")
                && let Some(found) = self.place_at(at + 1, end)
            {
                at = self.behind_place(at + 1, &found, end);
                place = Some(found);
            } else if let Some(behind) = self.behind_site(at).filter(|_| place.is_none() && !site) {
                (at, site) = (behind, true);
            } else {
                break;
            }
        }
        let closes = at >= end || GOES_ON.contains(&surface.lower(at));
        let told = (place.is_some() || site) && date.is_some() && closes;
        if told { (place, date) } else { (None, None) }
    }

    /// "on the Chadian border", "at the council": where it ends, which names no place that is known.
    fn behind_site(&self, at: usize) -> Option<usize> {
        let surface = self.cast.surface;
        let within = |at: &usize| {
            let pos = surface.pos(*at);
            (pos.is_noun() || pos.is_adjective()) && !self.is_date(*at)
        };
        let opens =
            matches!(surface.lower(at), "at" | "near" | "on") && surface.lower(at + 1) == "the";
        let end = surface.sentence(at).end.min(at + 2 + DESCRIBED);
        let words = (at + 2..end).take_while(within).count();
        (opens && words > 0).then_some(at + 2 + words)
    }

    /// "met with President Lee, in Paris, France.", "met on June 2, in Chad, to discuss trade": the place set
    /// off by the comma at a token, where the sentence goes on with nothing that it may lead.
    pub(super) fn place_set_off(&self, from: usize, comma: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        let end = surface.sentence(comma.checked_sub(1)?).end;
        let set_off = surface.word(comma) == ","
            && comma + 2 < end
            && matches!(surface.lower(comma + 1), "in" | "at");
        let place = set_off
            .then(|| self.place_at(comma + 2, end).or_else(|| self.seat(comma + 1, end)))
            .flatten()?;
        // "to discuss the summit on June 2, 2021, in Oslo": the day before it is of another.
        if self.is_date(comma - 1) && self.dates_in(from, comma).len() > 1 {
            return None;
        }
        // "on trade, in Chad" may be what they talk of.
        let dated = self.is_date(comma - 1);
        if matches!(place, PlaceWords::State(_)) && !dated {
            return None;
        }
        // "met Lee on Monday, and, in Oslo, protesters marched"
        let closes = |at: usize| at >= end || matches!(surface.word(at), "." | ";" | "(");
        let goes_on = |at: usize| {
            closes(at)
                || self.is_date(at)
                || surface.lower(at) != "," && GOES_ON.contains(&surface.lower(at))
                || surface.lower(at) == "on" && self.is_date(at + 1)
        };
        let behind = self.behind_place(comma + 2, &place, end);
        let comma = usize::from(surface.word(behind) == ",");
        goes_on(behind + comma).then_some(place)
    }

    /// "On Monday, June 7, in Oslo, Lee met Kim": where the words behind a day begin that leads a sentence, for
    /// what stands at its first token.
    pub(super) fn behind_leading_day(&self, first: usize) -> usize {
        let surface = self.cast.surface;
        let day = first + usize::from(surface.lower(first) == "on");
        let Some(date) = self.dates_in(day, day + 1).first() else { return first };
        let comma = usize::from(surface.word(date.run.end) == ",");
        if surface.lower(date.run.end + comma) == "in" { date.run.end + comma } else { first }
    }

    /// Where a place ends that is named from a token on, with the state behind it.
    fn behind_place(&self, from: usize, place: &PlaceWords, end: usize) -> usize {
        let surface = self.cast.surface;
        let named = |at: usize| self.cast.name_at(at).filter(|name| name.run.start == at);
        let last = match place {
            PlaceWords::Place(run) => run.end,
            PlaceWords::State(_) => {
                let the = usize::from(surface.lower(from) == "the");
                return named(from + the).map_or(from + 1, |name| name.run.end);
            }
        };
        let state = (surface.word(last) == "," && last + 1 < end)
            .then(|| named(last + 1))
            .flatten()
            .filter(|name| matches!(name.what, What::State(_, StateSense::Name) | What::Place));
        let Some(state) = state else { return last };
        state.run.end + usize::from(surface.word(state.run.end) == "," && state.run.end + 1 < end)
    }

    /// "the southern city of Juba", "the Chadian capital, N'Djamena", "the capital Lima": the place named
    /// with a noun for one.
    pub(super) fn described_place(&self, at: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        let end = surface.sentence(at).end;
        let before = |at: &usize| {
            let pos = surface.pos(*at);
            pos.is_determiner()
                || pos.is_adjective()
                || pos.is_noun()
                || matches!(surface.word(*at), "'s" | "’s" | "-")
                || self.cast.name_at(*at).is_some()
        };
        let noun = (at..end.min(at + DESCRIBED)).take_while(before).find(|at| {
            // "the port city of Busan": the last of the nouns.
            PLACES.contains(&surface.lower(*at))
                && !PLACES.contains(&surface.lower(*at + 1))
                && !surface.is_capital(*at)
        })?;
        if let Some(capital) = self.capital_of(at, noun) {
            return Some(capital);
        }
        let added = surface.word(noun + 1) == ",";
        let next = noun + 1 + usize::from(added || surface.lower(noun + 1) == "of");
        if next >= end || noun == at {
            return None;
        }
        let name = self.cast.name_at(next).filter(|name| name.run.start == next)?;
        let city = matches!(name.what, What::Place | What::State(_, StateSense::Capital));
        let closed = name.run.end >= end || matches!(surface.word(name.run.end), "," | "." | ";");
        let owned = surface.lower(name.run.end) == "'s";
        (city && !owned && (closed || !added) && surface.is_capital(next))
            .then(|| PlaceWords::Place(name.run.clone()))
    }

    /// "in the Saudi capital", "the capital of Chad": the city by its name where the text names it, else
    /// where the table of states does. `at`: where the phrase begins; `noun`: the word for a place.
    fn capital_of(&self, at: usize, noun: usize) -> Option<PlaceWords> {
        let cast = self.cast;
        let surface = cast.surface;
        let of = noun + 1 + usize::from(surface.lower(noun + 2) == "the");
        let state = match surface.lower(noun + 1) {
            "of" => cast.mention_at(of + 1),
            _ => noun.checked_sub(1).filter(|last| *last >= at).and_then(|last| {
                let last = last - usize::from(surface.lower(last) == "'s" && last > at);
                cast.mention_at(last)
            }),
        }?;
        let code = cast.member(state.who).code?;
        // "the Chadian capital N'Djamena" is named there and then.
        let next = noun + 1 + usize::from(surface.word(noun + 1) == ",");
        let is_city = |what: &What| {
            matches!(what, What::Place) || matches!(what, What::State(_, StateSense::Capital))
        };
        let named = cast.name_at(next).is_some_and(|it| it.run.start == next && is_city(&it.what));
        if surface.lower(noun) != "capital" || named {
            return None;
        }
        let known = cast.names.iter().take(NAMES).find(
            |name| matches!(name.what, What::State(other, StateSense::Capital) if other == code),
        );
        // By the table of states, where only its words tell it.
        let by_name = surface.lower(noun + 1) != "of" && cast.lexicon.capitals.contains_key(&code);
        let words = || {
            if by_name {
                PlaceWords::Place(state.run.start..noun + 1)
            } else {
                PlaceWords::State(state.who)
            }
        };
        Some(known.map_or_else(words, |it| PlaceWords::Place(it.run.clone())))
    }

    /// "at the White House", "in the Kremlin": the seat of a government is where something is if nothing else
    /// tells where.
    pub(super) fn seat(&self, from: usize, limit: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        (from..limit).find_map(|at| {
            let inside = matches!(surface.lower(at), "at" | "in" | "inside");
            let next = at + 1 + usize::from(surface.lower(at + 1) == "the");
            let name = self.cast.name_at(next).filter(|name| name.run.start == next && inside)?;
            let seat = matches!(name.what, What::State(_, StateSense::Seat));
            (seat && next < limit && surface.lower(name.run.end) != "'s")
                .then(|| PlaceWords::Place(name.run.clone()))
        })
    }

    /// "the Geneva talks", "the Paris meeting": the city that stands before a noun for a meeting.
    /// `left`: the first of the words for it; `first`: that of the noun.
    pub(super) fn place_of_name(&self, left: usize, first: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        let name = (left..first).find_map(|at| {
            self.cast.name_at(at).filter(|name| {
                name.run.start == at
                    && name.run.end <= first
                    && matches!(name.what, What::Place | What::State(_, StateSense::Capital))
            })
        });
        let Some(name) = name else { return self.city_of_name(left, first) };
        // "the Lima-Quito talks" are between them, "Lima's talks" its own.
        let joined = |at: usize| matches!(surface.word(at), "-" | "–" | "'s" | "’s" | "and" | "/");
        let alone = !joined(name.run.end) && (name.run.start == 0 || !joined(name.run.start - 1));
        // "the Lima Group meeting" is that of the group.
        let named =
            |at: usize| self.cast.name_at(at).is_some_and(|it| it.run.start > name.run.start);
        let of_another = (name.run.end..first).any(named);
        // "the Lima delegation's talks", "the Lima-led talks": of a capital the government may be meant.
        let several = (name.run.end..first).any(|at| matches!(surface.lower(at), "'s" | "-"));
        // "His Middle East tour" goes to several states.
        let word = |offset: usize| {
            let at = name.run.start + offset;
            name.run.contains(&at).then(|| surface.word(at))
        };
        let wide = self.cast.lexicon.places.longest(word).is_some_and(|(_, code)| code.is_none());
        (alone && !of_another && !several && !wide && surface.is_capital(name.run.start))
            .then(|| PlaceWords::Place(name.run.clone()))
    }

    /// The same where only the last word of the name is known for the head of it.
    pub(super) fn place_of_whole_name(&self, head: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        let first = surface.sentence(head).start.max(head.saturating_sub(NAMED + 2));
        let named = |at: &usize| surface.is_capital(*at) && !surface.pos(*at).is_determiner();
        let left = head - (first..head).rev().take_while(named).count();
        self.city_of_name(left, head)
    }

    /// "the Lima Security Conference": the city with which the name of a conference begins. What bears the name of a
    /// body or a treaty ("the Lima Process Summit") is held anywhere.
    fn city_of_name(&self, left: usize, first: usize) -> Option<PlaceWords> {
        const ANYWHERE: &[&str] = &[
            "accord",
            "agreement",
            "alliance",
            "bank",
            "club",
            "convention",
            "cooperation",
            "format",
            "group",
            "initiative",
            "organisation",
            "organization",
            "pact",
            "process",
            "protocol",
            "treaty",
            "university",
        ];
        let surface = self.cast.surface;
        let start = (left..first).find(|at| surface.is_capital(*at))?;
        let word = |offset: usize| (start + offset < first).then(|| surface.word(start + offset));
        let (taken, code) = self.cast.lexicon.places.longest(word)?;
        let rest = start + taken..first;
        // "was held in Chad", "spoke to it from Mali"
        let end = surface.sentence(first).end;
        let elsewhere = (first + 1..end.min(first + 6)).any(|at| {
            matches!(surface.lower(at), "from" | "in") && self.place_at(at + 1, end).is_some()
        });
        let named = !elsewhere
            && surface.is_capital(first)
            && matches!(surface.lower(first), "conference" | "forum")
            && !rest.is_empty()
            && rest.len() <= NAMED
            && rest
                .clone()
                .all(|at| surface.is_capital(at) && !ANYWHERE.contains(&surface.lower(at)));
        (named && code.is_some()).then(|| PlaceWords::Place(start..start + taken))
    }

    /// "Kazan will host the summit": the city that holds what stands behind the verb.
    pub(super) fn host_city(&self, left: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        let first = surface.sentence(left).start;
        let verb = left.checked_sub(1).filter(|at| *at > first)?;
        if !matches!(surface.lower(verb), "host" | "hosts" | "hosted" | "hosting") {
            return None;
        }
        let group = crate::clauses::verb_group(surface, verb);
        let last = group.run.start.checked_sub(1).filter(|at| *at >= first)?;
        let name = self.cast.name_at(last).filter(|name| name.run.end == last + 1)?;
        let city = matches!(name.what, What::Place | What::State(_, StateSense::Capital));
        // "officials in Lima hosted": not the city did.
        let opens = name.run.start == first
            || matches!(surface.word(name.run.start - 1), "," | ";" | "and" | "but" | "that")
            || surface.quotation_of(name.run.start - 1) != surface.quotation_of(name.run.start);
        (city && opens && !group.negated && !group.passive && surface.is_capital(last))
            .then(|| PlaceWords::Place(name.run.clone()))
    }
}

/// How many words lead to a clause that is added to a noun: ", held in Lima", ", which had been scheduled for".
pub(super) fn added(scene: &Scene, limit: usize) -> usize {
    let surface = scene.cast.surface;
    if surface.word(limit) != "," {
        return 0;
    }
    match surface.lower(limit + 1) {
        "convened" | "due" | "held" | "hosted" | "initially" | "organised" | "organized"
        | "originally" | "scheduled" | "slated" => 1,
        // "the summit with Chad, which held elections on Monday": that is of Chad.
        "which"
            if surface.pos(limit + 2).is_verb()
                && scene.cast.mention_at(limit.wrapping_sub(1)).is_none() =>
        {
            2
        }
        _ => 0,
    }
}
