//! Who is meant by a name of one word, in one report: "Lavrov", "Foreign Minister Lavrov".
//!
//! It is a bearer of that surname whose office or state the report gives, if there is just one.
//! Otherwise the reports that agree on what they tell of the name have a node of their own.

use super::Reason;
use super::cut_short::{cut_forms, is_cut_of};
use super::profile::{Profile, Service, Sighting, Titles};
use super::same_person::Named;
use super::short_names::ShortNames;
use super::spelling::{is_slip, may_be_one, spelling_keys};
use super::stray::Stray;
use crate::NodeName;
use crate::hashed::Hashed;
use chancery_model::{DocumentId, EntityId, slug};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody with a full name.
#[derive(Debug, Default)]
pub(super) struct Bearer {
    /// The names of nodes that are theirs, by letters.
    pub(super) ids: Vec<NodeName>,
    /// The last words of their names, and the first ones.
    surnames: Vec<String>,
    given: Vec<String>,
    /// Those between, of names of three and more.
    middle: Vec<String>,
    /// How many documents name them by each given name.
    by_given: BTreeMap<String, usize>,
    profile: Profile,
}

/// Which node a bare name of one report is of.
pub(super) struct Placed {
    pub(super) document: DocumentId,
    pub(super) id: EntityId,
    pub(super) node: NodeName,
    /// Why, if it is somebody whose full name is known.
    pub(super) reason: Option<Reason>,
}

impl Bearer {
    pub(super) fn add(&mut self, id: &NodeName, named: &Named) {
        self.ids.push(id.clone());
        let put = |known: &mut Vec<String>, word: &str| {
            if !known.iter().any(|other| other == word) {
                known.push(word.to_owned());
            }
        };
        put(&mut self.surnames, named.name.surname());
        put(&mut self.given, named.name.given());
        for word in named.name.middle() {
            put(&mut self.middle, word);
        }
        let given = named.name.given().to_owned();
        *self.by_given.entry(given).or_default() += named.profile.documents;
        self.profile.add(&named.profile);
    }
}

/// The node of each bare name of each report.
///
/// `there` are the bearers whom a report names in full.
pub(super) fn placed(
    bare: &[Sighting],
    bearers: &[Bearer],
    there: &Hashed<&DocumentId, Vec<usize>>,
) -> Vec<Placed> {
    let mut of_surname: Hashed<&str, Vec<&Bearer>> = Hashed::default();
    let mut of_given: Hashed<&str, Vec<&Bearer>> = Hashed::default();
    let mut of_middle: Hashed<&str, Vec<&Bearer>> = Hashed::default();
    let mut of_spelling: Hashed<String, Vec<&Bearer>> = Hashed::default();
    let mut of_cut: Hashed<&str, Vec<&Bearer>> = Hashed::default();
    for bearer in bearers {
        for surname in &bearer.surnames {
            of_surname.entry(surname).or_default().push(bearer);
            for key in spelling_keys(surname) {
                of_spelling.entry(key).or_default().push(bearer);
            }
        }
        for word in &bearer.middle {
            of_middle.entry(word).or_default().push(bearer);
        }
        for given in &bearer.given {
            of_given.entry(given).or_default().push(bearer);
            for cut in cut_forms(given) {
                of_cut.entry(cut).or_default().push(bearer);
            }
        }
    }
    let mut placed = Vec::new();
    // By the word, however its bearer is addressed: "Hasina", "Sheikh Hasina".
    let mut left: BTreeMap<&str, Vec<&Sighting>> = BTreeMap::new();
    let namesakes = Namesakes {
        surnames: of_surname,
        given: of_given,
        middle: of_middle,
        spelled: of_spelling,
        cut: of_cut,
    };
    let mut borne: BTreeMap<&str, BTreeMap<&NodeName, (&Bearer, usize)>> = BTreeMap::new();
    // Of whom an office is told with the name.
    let mut titled: BTreeSet<(&str, &NodeName)> = BTreeSet::new();
    for sighting in bare {
        let there = there.get(sighting.document).map_or(&[][..], Vec::as_slice);
        let there: Vec<&Bearer> = there.iter().map(|i| &bearers[*i]).collect();
        let meant = namesakes.meant(sighting, &there);
        if namesakes.is_nobodys(sighting, meant.map(|(bearer, _)| bearer)) {
            let (document, id) = (sighting.document.clone(), sighting.id.clone());
            placed.push(Placed { document, node: nobody(&id), id, reason: None });
            continue;
        }
        match meant {
            Some((bearer, reason)) => {
                let of_word = borne.entry(sighting.name.surname()).or_default();
                of_word.entry(&bearer.ids[0]).or_insert((bearer, 0)).1 += 1;
                if sighting.profile.has_titles() {
                    titled.insert((sighting.name.surname(), &bearer.ids[0]));
                }
                placed.push(of_bearer(sighting, bearer, reason));
            }
            None => left.entry(sighting.name.surname()).or_default().push(sighting),
        }
    }
    for (word, mut sightings) in left {
        let is_given = namesakes.is_given(word);
        let known = borne.get(word).filter(|_| !is_given);
        // "Tony" is mostly one person's here, and whoever's elsewhere: that is for surnames.
        let bears = |bearer: &&Bearer| bearer.surnames.iter().any(|surname| surname == word);
        let known = known.and_then(|known| mostly(known, sightings.len())).filter(bears);
        if let Some(bearer) = known {
            let (theirs, others): (Vec<_>, Vec<_>) = sightings.into_iter().partition(|it| {
                let known = titled.contains(&(word, &bearer.ids[0]));
                may_be_of(&it.profile, bearer, known)
            });
            placed.extend(theirs.into_iter().map(|it| of_bearer(it, bearer, Reason::BestKnown)));
            sightings = others;
        }
        let is_common = namesakes.surnames.get(word).is_some_and(|it| it.len() >= COMMON);
        grouped(&sightings, is_given, is_common, &mut placed);
    }
    placed
}

/// What stands for the node of a name that is nobody's in particular: there is none of that name.
pub(super) fn nobody(id: &EntityId) -> NodeName {
    NodeName::derived(format!("{id}@"))
}

fn of_bearer(sighting: &Sighting, bearer: &Bearer, reason: Reason) -> Placed {
    Placed {
        document: sighting.document.clone(),
        id: sighting.id.clone(),
        node: bearer.ids[0].clone(),
        reason: Some(reason),
    }
}

/// Who is meant by a name nearly wherever that is clear, which it is in a third of the reports at least.
fn mostly<'b>(known: &BTreeMap<&NodeName, (&'b Bearer, usize)>, left: usize) -> Option<&'b Bearer> {
    let all: usize = known.values().map(|(_, count)| count).sum();
    let (bearer, count) = known.values().max_by_key(|(bearer, count)| (*count, &bearer.ids))?;
    (*count >= 2 && count * 2 >= left && count * 4 >= all * 3).then_some(*bearer)
}

/// Whether nothing that is told of a name stands against its being somebody's, whose office is known or
/// not.
fn may_be_of(told: &Profile, bearer: &Bearer, is_known: bool) -> bool {
    let known = &bearer.profile;
    !is_raised(told, known)
        && !told.is_below(known)
        && !told_apart(told, known)
        && (is_known || !is_little_known(told, known))
}

/// Whether a name is that of somebody who leads, and of the bearer no office is told anywhere:
/// "President Sadat" is no Roya Sadat. But whose documents mostly name that very state may lead it.
fn is_raised(told: &Profile, known: &Profile) -> bool {
    let at_home = |state: &EntityId| known.often_beside().any(|often| often == state);
    told.leads() && !known.has_titles() && !told.home().is_some_and(at_home)
}

/// Whether of neither an office is told, and of the bearer no more than a few documents that have
/// nothing to do with this one, as of a reporter: who "delivered his famous speech" is somebody else.
fn is_little_known(told: &Profile, known: &Profile) -> bool {
    known.is_plain()
        && told.is_plain()
        && known.documents < WELL_KNOWN
        && !told.shares_series(known)
        && !told.is_near(known)
}

/// Whether what is told of one stands against what is told of the other.
fn told_apart(told: &Profile, known: &Profile) -> bool {
    told.service(known) == Service::Apart || told.titles(known) == Titles::Apart
}

/// Who bears a name, by the parts of it.
struct Namesakes<'b> {
    surnames: Hashed<&'b str, Vec<&'b Bearer>>,
    given: Hashed<&'b str, Vec<&'b Bearer>>,
    middle: Hashed<&'b str, Vec<&'b Bearer>>,
    /// By what surnames have in common that may be spellings of one.
    spelled: Hashed<String, Vec<&'b Bearer>>,
    /// By what given names may be cut down to.
    cut: Hashed<&'b str, Vec<&'b Bearer>>,
}

impl<'b> Namesakes<'b> {
    /// Whether a word is a given name, as far as is known, and nobody's surname.
    fn is_given(&self, word: &str) -> bool {
        self.given.contains_key(word) && !self.surnames.contains_key(word)
    }

    /// Whether a name that falls in speech is nobody's in particular: a given name, unless it is of
    /// somebody with an office in whose state's company it falls, and what somebody is called by that
    /// nobody else is known to bear.
    fn is_nobodys(&self, sighting: &Sighting, meant: Option<&Bearer>) -> bool {
        let word = sighting.name.surname();
        let (told, called) = (&sighting.profile, sighting.stray == Stray::Called);
        let is_of = |bearer: &Bearer| {
            bearer.profile.has_titles() && told.is_beside_home_of(&bearer.profile)
        };
        if sighting.stray == Stray::No {
            false
        } else if self.given.contains_key(word) {
            called || !meant.is_some_and(is_of)
        } else {
            called && !self.surnames.contains_key(word)
        }
    }

    /// Who is meant by a name of one word, in a report that names some in full.
    fn meant(&self, sighting: &Sighting, there: &[&'b Bearer]) -> Option<(&'b Bearer, Reason)> {
        let word = sighting.name.surname();
        let told = &sighting.profile;
        let of_surname = self.surnames.get(word).map_or(&[][..], Vec::as_slice);
        let of_given = self.given.get(word).map_or(&[][..], Vec::as_slice);
        // "Foreign Minister Momen", of Abdul Momen, where Momen is the Foreign Secretary.
        let of_middle = self.middle.get(word).map_or(&[][..], Vec::as_slice);
        let of_part = || chosen_by_office(told, of_middle);
        let apart = |bearer: &Bearer| told.titles(&bearer.profile) == Titles::Apart;
        chosen(told, of_surname)
            .and_then(|it| if apart(it.0) { of_part().or(Some(it)) } else { Some(it) })
            // A given name by itself is of nobody in particular.
            .filter(|(bearer, reason)| {
                let documents: usize = of_given.iter().map(|it| it.profile.documents).sum();
                let known = bearer.profile.documents;
                matches!(reason, Reason::Office | Reason::Beside)
                    || documents == 0
                    || known >= 2 && documents * 3 <= known
            })
            // "President Xi": the family name may stand first.
            .or_else(|| chosen_by_office(told, of_given))
            // "Chairperson Faki", of Moussa Faki Mahamat.
            .or_else(of_part)
            .or_else(|| {
                let mut near: Vec<&Bearer> = spelling_keys(word)
                    .iter()
                    .filter_map(|key| self.spelled.get(key))
                    .flatten()
                    .copied()
                    .collect();
                near.sort_unstable_by_key(|it| &it.ids);
                near.dedup_by(|a, b| a.ids == b.ids);
                let as_spelled = |it: &&Bearer| it.surnames.iter().any(|it| may_be_one(word, it));
                let slipped = |it: &&Bearer| it.surnames.iter().any(|it| is_slip(word, it));
                let spelled: Vec<&Bearer> = near.iter().copied().filter(as_spelled).collect();
                // Without an office a long name may be a letter off, a short one may not.
                let open = of_surname.is_empty() && of_given.is_empty();
                chosen_by_office(told, &spelled)
                    .or_else(|| {
                        let spelled: Vec<_> = spelled.iter().copied().filter(slipped).collect();
                        chosen(told, &spelled).filter(|_| open)
                    })
                    .or_else(|| {
                        let slipped: Vec<_> = near.iter().copied().filter(slipped).collect();
                        chosen_by_office(told, &slipped).filter(|_| open)
                    })
            })
            .or_else(|| of_the_circle(told, of_given))
            .or_else(|| best_known(word, told, of_given, of_surname))
            // "Tony", where Antony Blinken is named.
            .or_else(|| {
                let short_names = ShortNames::embedded();
                let short_for = |it: &&&Bearer| {
                    let mut given = it.given.iter();
                    given.any(|given| given == word || short_names.are_one(given, word))
                };
                let mut fitting = there.iter().filter(short_for);
                let first = *fitting.next()?;
                // Others of that very name may be better known: it is nobody's in particular then.
                let so_called = |it: &&Bearer| it.by_given.get(word).copied().unwrap_or(0);
                let others = of_given.iter().filter(|it| it.ids != first.ids);
                let known = others.map(so_called).max().unwrap_or(0) > first.profile.documents;
                let open = known || told_apart(told, &first.profile);
                (!open && fitting.next().is_none()).then_some((first, Reason::ShortForm))
            })
            .or_else(|| {
                let open = of_surname.is_empty() && of_given.is_empty();
                let bearer = open.then(|| self.cut_short(word, told, there)).flatten()?;
                Some((bearer, Reason::ShortForm))
            })
    }

    /// Whose name is cut short to a word that is nobody's whole name: of those whom the report names in
    /// full, or of all somebody well known whose states it names.
    fn cut_short(&self, word: &str, told: &Profile, there: &[&'b Bearer]) -> Option<&'b Bearer> {
        let is_cut = |it: &&&Bearer| {
            let mut parts = it.given.iter().chain(&it.surnames);
            parts.any(|part| is_cut_of(word, part)) && !told_apart(told, &it.profile)
        };
        let mut here = there.iter().filter(is_cut);
        if let Some(first) = here.next() {
            return here.next().is_none().then_some(*first);
        }
        let [only] = self.cut.get(word).map(Vec::as_slice)? else { return None };
        let known = &only.profile;
        let at_home = known.often_beside().all(|state| told.is_beside(state));
        // Or of documents of a series that names them in full.
        let usual = known.documents >= WELL_KNOWN && at_home
            || told.shares_series(known) && told.is_beside_home_of(known);
        (known.has_titles() && usual && !told_apart(told, known)).then_some(*only)
    }
}

/// The bearer of a surname who is meant, if it is clear.
fn chosen<'b>(told: &Profile, bearers: &[&'b Bearer]) -> Option<(&'b Bearer, Reason)> {
    let all: usize = bearers.iter().map(|bearer| bearer.profile.documents).sum();
    // A state that only one of them has to do with tells who is meant, unless a report names all.
    let telling = |bearer: &Bearer| {
        let elsewhere = |state: &EntityId| {
            let mut others = bearers.iter().filter(|it| it.ids != bearer.ids);
            others.any(|it| it.profile.often_beside().any(|id| id == state))
        };
        let known = &bearer.profile;
        let mut states = known.often_beside().filter(|state| told.is_beside(state));
        bearers.len() > 1
            && known.documents > 1
            && told.has_titles() <= known.has_titles()
            && told.names_few_states()
            && states.any(|state| !elsewhere(state))
    };
    // The ambassador is none of those of whom another office is told, if one of that name is one.
    let borne = bearers.iter().any(|it| {
        told.titles_borne(&it.profile) == Titles::Shared
            && told.service(&it.profile) != Service::Apart
    });
    let may_be = |it: &&&Bearer| {
        let unborne = borne && told.titles_borne(&it.profile) == Titles::Apart;
        let raised = told.leads() && it.profile.is_plain() && is_raised(told, &it.profile);
        let unknown = !telling(it) && is_little_known(told, &it.profile);
        !(unborne || raised || told.is_below(&it.profile) || unknown)
    };
    let mut best: Option<(i32, &Bearer)> = None;
    let mut second = i32::MIN;
    for bearer in bearers.iter().filter(may_be) {
        let known = &bearer.profile;
        let service = match told.service(known) {
            Service::Shared => 3,
            Service::Unknown => 0,
            Service::Apart => -3,
        };
        let titles = match told.titles(known) {
            Titles::Shared => 2,
            Titles::Unknown => 0,
            Titles::Apart => -1,
        };
        let beside = i32::from(told.is_beside_home_of(known));
        let telling = 2 * i32::from(telling(bearer));
        // Nothing stands against the only one.
        let only = match bearers.len() {
            1 if !told_apart(told, known) && !is_raised(told, known) => 2,
            1 => 1,
            _ => 0,
        };
        // By far the best known.
        let next = bearers.iter().filter(|it| it.ids != bearer.ids);
        let next = next.map(|it| it.profile.documents).max().unwrap_or(0);
        let famous = known.documents >= 5 * (all - known.documents).max(1)
            || known.documents >= KNOWN && known.documents >= 2 * next;
        let score = service + titles + beside + telling + only + 2 * i32::from(famous);
        match best {
            Some((most, _)) if score <= most => second = second.max(score),
            _ => {
                second = best.map_or(second, |(most, _)| second.max(most));
                best = Some((score, bearer));
            }
        }
    }
    let (score, bearer) = best?;
    let reason = if told.service(&bearer.profile) == Service::Shared
        || told.titles(&bearer.profile) == Titles::Shared
    {
        Reason::Office
    } else if telling(bearer) {
        Reason::Beside
    } else if bearers.len() == 1 {
        Reason::OnlyOne
    } else {
        Reason::BestKnown
    };
    (score >= 2 && score > second).then_some((bearer, reason))
}

/// Bearers of a surname that is common.
const COMMON: usize = 3;

/// Documents that name in full whom a surname alone means, if another is named half as often.
const KNOWN: usize = 4;

/// Documents that must name somebody before the given name alone means them, if others bear it.
const WELL_KNOWN: usize = 5;

/// Of those who bear a given name the one whom documents of the same series name in full, such as a
/// reporter whom a spokesperson calls by it day after day. Who has an office is called by that.
fn of_the_circle<'b>(told: &Profile, of_given: &[&'b Bearer]) -> Option<(&'b Bearer, Reason)> {
    if !told.is_plain() {
        return None;
    }
    let mut there =
        of_given.iter().filter(|it| it.profile.is_plain() && it.profile.shares_series(told));
    let only = *there.next()?;
    there.next().is_none().then_some((only, Reason::Circle))
}

/// The only bearer of a given name, or one who is named far more often than all others together.
fn best_known<'b>(
    word: &str,
    told: &Profile,
    of_given: &[&'b Bearer],
    of_surname: &[&Bearer],
) -> Option<(&'b Bearer, Reason)> {
    let so_called = |it: &&&'b Bearer| it.by_given.get(word).copied().unwrap_or(0);
    let best = of_given.iter().max_by_key(|it| (so_called(it), &it.ids))?;
    let documents = so_called(&best);
    let namesakes = of_given.iter().filter(|it| it.ids != best.ids).map(|it| so_called(&it));
    let others: usize = namesakes.chain(of_surname.iter().map(|it| it.profile.documents)).sum();
    let reason = if others == 0 { Reason::OnlyOne } else { Reason::BestKnown };
    // Somebody with an office whom one document alone names, in the company of the same states.
    let at_home = || best.profile.has_titles() && told.is_beside_home_of(&best.profile);
    let clear = others == 0 && (documents >= 2 || documents == 1 && at_home())
        || documents >= WELL_KNOWN && documents >= 3 * others;
    (clear && !told_apart(told, &best.profile)).then_some((*best, reason))
}

/// The only bearer of a given name who has the office, and whose state is not another.
fn chosen_by_office<'b>(told: &Profile, bearers: &[&'b Bearer]) -> Option<(&'b Bearer, Reason)> {
    let mut fitting = bearers.iter().filter(|bearer| {
        told.titles(&bearer.profile) == Titles::Shared
            && match told.service(&bearer.profile) {
                Service::Shared => true,
                Service::Unknown => told.is_beside_home_of(&bearer.profile),
                Service::Apart => false,
            }
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some((*first, Reason::Office))
}

/// One report in so many may take somebody's state for another.
const SLIPS: usize = 8;

/// Nodes for reports of a bare name that is nobody's whose full name is known: one for all that
/// agree on a state, and those that tell of none go to the only one, or make one; of a given name
/// one for each series of documents, as many are called so. Where a surname is common, another office
/// is another's: "Chairwoman Lee" is not the minister of a state.
fn grouped(sightings: &[&Sighting], is_given: bool, is_common: bool, placed: &mut Vec<Placed>) {
    let Some(id) = sightings.iter().map(|it| it.id).min() else { return };
    let homes: Vec<Option<&EntityId>> =
        sightings.iter().map(|sighting| sighting.profile.home()).collect();
    let mut counts: BTreeMap<&EntityId, usize> = BTreeMap::new();
    for home in homes.iter().flatten() {
        *counts.entry(home).or_default() += 1;
    }
    // What few tell against very many is a slip.
    let most = counts.values().copied().max().unwrap_or(0);
    let states: BTreeSet<&EntityId> =
        counts.into_iter().filter(|(_, count)| count * SLIPS >= most).map(|(id, _)| id).collect();
    let at_home = || sightings.iter().filter(|it| it.profile.home().is_some());
    let is_another = |told: &Profile| {
        is_common
            && told.home().is_none()
            && at_home().next().is_some()
            && at_home().all(|it| told.titles(&it.profile) == Titles::Apart)
    };
    for (sighting, home) in sightings.iter().zip(homes) {
        let another = sighting.profile.title().filter(|_| is_another(&sighting.profile));
        let node = match (home, states.len()) {
            _ if another.is_some() => {
                NodeName::derived(format!("{id}@{}", slug(&another.unwrap_or_default())))
            }
            (Some(state), 2..) if states.contains(state) => {
                NodeName::derived(format!("{id}@{}", state.rest()))
            }
            _ if is_given && sighting.profile.is_plain() => match sighting.profile.series() {
                Some(series) => NodeName::derived(format!("{id}@{}", slug(series))),
                None => NodeName::from(id),
            },
            _ => NodeName::from(id),
        };
        let document = sighting.document.clone();
        placed.push(Placed { document, id: sighting.id.clone(), node, reason: None });
    }
}
