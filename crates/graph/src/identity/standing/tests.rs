//! Kept up one change at a time it is what it is when all is made anew.

use super::Standing;
use crate::identity::Decision;
use crate::identity::gist::{Gist, Met, Named};
use crate::identity::occasion::{Manner, Possible};
use crate::identity::person_name::PersonName;
use crate::identity::stray::Stray;
use crate::identity::title::Title;
use crate::made::Dice;
use chancery_model::{DocumentId, EntityId, EntityKind, MeetingId};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

const NAMES: &[&str] = &[
    "Antony Blinken",
    "Antony J. Blinken",
    "Tony Blinken",
    "Blinken",
    "Tony",
    "Sergei Lavrov",
    "Sergey Lavrov",
    "Sergey V. Lavrov",
    "S. Lavrov",
    "Lavrov",
    "Lawrow",
    "Ann Lee",
    "Anne Lee",
    "A. Lee",
    "Ann B. Lee",
    "Lee Ann",
    "Bo Lee",
    "Lee",
    "Robert Lee",
    "Bob Lee",
    "Bob",
    "Xi Jinping",
    "Xi",
    "Mohammed bin Zayed",
    "Mohammed bin Zayed Al Nahyan",
    "Muhammad Zayed",
    "Zayed",
];
const STATES: &[&str] = &["state:US", "state:RU", "state:FR"];
const TITLES: &[&str] = &["president", "foreign minister", "minister"];
const OCCASIONS: &[&str] = &[
    "geneva summit",
    "geneva ministerial",
    "munich conference",
    "geneva event",
    "food security summit",
    "food security world summit",
    "summit",
    "oic summit",
    "oic event",
    "cop26 conference",
    "oic conference",
    "russia dialogue",
    "dialogue",
    "security council",
];

fn id(id: &str) -> EntityId {
    id.parse().expect("an id")
}

/// One of some words.
fn one(dice: &mut Dice, words: &[&'static str]) -> &'static str {
    words[dice.below(words.len())]
}

fn gist(seed: u64) -> Gist {
    let mut dice = Dice::new(seed);
    let day = |dice: &mut Dice| {
        let first = NaiveDate::from_ymd_opt(2025, 2, 1).expect("a day");
        first + Days::new(dice.below(4) as u64)
    };
    let mut gist = Gist::default();
    if dice.below(4) > 0 {
        gist.published = Some(day(&mut dice));
    }
    gist.states = STATES.iter().filter(|_| dice.below(2) == 0).map(|it| id(it)).collect();
    for _ in 0..dice.below(6) {
        let name = one(&mut dice, NAMES);
        let person = EntityId::named(EntityKind::Person, name);
        if gist.people.iter().any(|it| it.id == person) {
            continue;
        }
        // Written otherwise now and then.
        let name = if dice.below(8) == 0 { format!("Dr. {name} Smith") } else { name.to_owned() };
        let (mut serves, mut titles) = (BTreeMap::new(), BTreeMap::new());
        if dice.below(3) > 0 {
            serves.insert(id(one(&mut dice, STATES)), 1 + dice.below(2));
        }
        if dice.below(3) == 0 {
            let words = one(&mut dice, TITLES).split(' ').map(str::to_owned).collect();
            titles.insert(words, 1);
        }
        let elsewhere = (dice.below(12) == 0).then(|| format!("wikidata:Q{}", dice.below(3)));
        let plain = serves.is_empty() && titles.is_empty() && elsewhere.is_none();
        let stray = if plain { *dice.pick(&Stray::ALL) } else { Stray::No };
        gist.people.push(Named {
            id: person,
            name: PersonName::read(&name),
            serves,
            titles,
            elsewhere: elsewhere.into_iter().collect(),
            stray,
        });
    }
    if dice.below(6) == 0 {
        let body = id(one(&mut dice, &["organization:a", "organization:b"]));
        gist.others.push(body.clone());
        gist.elsewhere.push((body, format!("wikidata:Q{}", dice.below(2))));
    }
    let actors: Vec<EntityId> =
        gist.people.iter().map(|it| it.id.clone()).chain(gist.states.clone()).collect();
    for number in 0..dice.below(4) {
        let from = day(&mut dice);
        let to = from + Days::new(dice.below(3) as u64);
        let days = match dice.below(8) {
            0..3 => Possible::Told(from, from),
            3 => Possible::Within(from, to),
            4 => Possible::Soon(from, from + Days::new(2)),
            5 | 6 => Possible::About(from),
            _ => Possible::Any,
        };
        let manner = *dice.pick(&[Manner::Table, Manner::Table, Manner::Call, Manner::Visit]);
        let days = match days {
            Possible::Told(from, _) if manner == Manner::Visit => Possible::Told(from, to),
            days => days,
        };
        let mut there = Vec::new();
        for _ in 0..dice.below(5) {
            if !actors.is_empty() {
                there.push(dice.pick(&actors).clone());
            }
        }
        let title = (dice.below(4) == 0).then(|| Title {
            words: one(&mut dice, OCCASIONS).to_owned(),
            number: *dice.pick(&[None, None, Some(1), Some(2)]),
            letters: dice
                .pick(&[&[][..], &["oic"], &["abc", "oic"]])
                .iter()
                .map(|it| (*it).to_owned())
                .collect(),
        });
        let place = (dice.below(3) == 0)
            .then(|| id(one(&mut dice, &["place:geneva", "place:paris", "state:CH"])));
        let handle = MeetingId::numbered(number + 1);
        let to_be = dice.below(2) == 0;
        let wording = (dice.below(4) == 0).then(|| one(&mut dice, &["0a-1", "0b-2"]).to_owned());
        let of_the_title = number == 0 && dice.below(2) == 0;
        let headings = ["", "s meeting with b", "s meeting with c"];
        let plainly = (dice.below(4) == 0).then(|| one(&mut dice, &headings).to_owned());
        let besides = dice.below(4) == 0;
        gist.meetings.push(Met {
            handle,
            manner,
            days,
            to_be,
            there,
            place,
            title,
            wording,
            of_the_title,
            plainly,
            besides,
        });
    }
    gist
}

fn decision(seed: u64) -> Option<Decision> {
    let mut dice = Dice::new(seed);
    let meetings = ["meeting:d0/1", "meeting:d1/1", "meeting:d2/1", "meeting:d2/2"];
    let kind = dice.below(8);
    let mut name = || match kind {
        0..3 => one(&mut dice, &meetings).parse().expect("a name"),
        3 => id(one(&mut dice, STATES)).into(),
        _ => EntityId::named(EntityKind::Person, one(&mut dice, NAMES)).into(),
    };
    let (first, other) = (name(), name());
    let made = match dice.below(5) {
        0 => Decision::Name(first, "Somebody".to_owned()),
        1 | 2 => Decision::Distinct(first, other),
        _ => Decision::Same(first, other),
    };
    made.checked().ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("CHANCERY_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(150),
    ))]

    #[test]
    fn what_is_kept_up_is_what_is_made_anew(
        first in prop::collection::vec(any::<u64>(), 0..10),
        steps in prop::collection::vec(
            (prop::collection::vec((0..12_usize, any::<u64>(), 0..4_u8), 0..3), any::<u64>()),
            1..6,
        ),
    ) {
        let name = |document: usize| -> DocumentId {
            format!("d{document}").parse().expect("an id")
        };
        let mut gists: BTreeMap<DocumentId, Arc<Gist>> = first
            .iter()
            .enumerate()
            .map(|(document, seed)| (name(document), Arc::new(gist(*seed))))
            .collect();
        let mut decisions: Vec<Decision> = Vec::new();
        let mut standing = Standing::new(gists.clone(), Arc::from(decisions.clone()));
        for (changed, decided) in steps {
            let mut changes = BTreeMap::new();
            for (document, seed, what) in changed {
                let new = (what > 0).then(|| Arc::new(gist(seed)));
                match &new {
                    Some(new) => drop(gists.insert(name(document), Arc::clone(new))),
                    None => drop(gists.remove(&name(document))),
                }
                changes.insert(name(document), new);
            }
            match decided % 4 {
                0 => decisions.extend(
                    decision(decided / 4).filter(|it| !decisions.contains(it)),
                ),
                1 if !decisions.is_empty() => {
                    let at = usize::try_from(decided / 4).unwrap_or(0) % decisions.len();
                    decisions.remove(at);
                }
                _ => {}
            }
            let before = standing.clone();
            let told = standing.update(changes, Arc::from(decisions.clone()));
            let anew = Standing::new(gists.clone(), Arc::from(decisions.clone()));
            prop_assert_eq!(&standing.who, &anew.who);
            prop_assert!(standing == anew);
            for (id, gist) in &gists {
                let node = |it: &EntityId, all: &Standing| all.who.entity(id, it);
                let meeting = |it: &Met, all: &Standing| all.who.meeting(id, &it.handle);
                let otherwise =
                    gist.people.iter().any(|it| node(&it.id, &before) != node(&it.id, &standing))
                    || gist.meetings.iter().any(|it| meeting(it, &before) != meeting(it, &standing));
                let same_text = before.gists.get(id) == Some(gist);
                prop_assert!(!same_text || !otherwise || told.contains(id), "{} is told", id);
            }
        }
    }
}
