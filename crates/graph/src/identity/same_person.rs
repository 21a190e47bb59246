use super::Reason;
use super::person_name::{Likeness, PersonName};
use super::profile::{Profile, Service, Titles};
use super::short_names::ShortNames;
use super::spelling::skeleton;

/// A name of more than one word, and what is told of who bears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: PersonName,
    pub(super) profile: Profile,
}

/// Documents that name somebody well known, at least.
const WELL_KNOWN: usize = 5;

/// Whether two full names are one person's, and why.
///
/// The further the names are apart, the more must be known of what their bearers have in common;
/// who serves two states is never one. A pure function of what the reports tell.
pub(super) fn same_person(a: &Named, b: &Named, short_names: &ShortNames) -> Option<Reason> {
    match a.profile.is_one_by_id(&b.profile) {
        Some(true) => return Some(Reason::SameId),
        Some(false) => return None,
        None => {}
    }
    let likeness = a.name.likeness(&b.name, short_names)?;
    let service = a.profile.service(&b.profile);
    if service == Service::Apart {
        return None;
    }
    let titles = a.profile.titles(&b.profile);
    let known = service == Service::Shared || titles == Titles::Shared;
    // Named where few states are named, and one of them in both.
    let near = || titles != Titles::Apart && a.profile.is_near(&b.profile);
    // Given name and surname of somebody with several of both.
    let telling = || {
        let short = if a.name.words().len() <= b.name.words().len() { &a.name } else { &b.name };
        titles != Titles::Apart
            && is_telling(short)
            && a.profile.often_beside().any(|state| b.profile.is_beside(state))
    };
    // Reporters, whose names a transcript spells as it hears them.
    let circle =
        || a.profile.is_plain() && b.profile.is_plain() && a.profile.shares_series(&b.profile);
    // Somebody well known, and a name that one document alone has.
    let well_known = || {
        let (rare, often) = if a.profile.documents < b.profile.documents {
            (&a.profile, &b.profile)
        } else {
            (&b.profile, &a.profile)
        };
        rare.documents == 1
            && often.documents >= WELL_KNOWN
            && titles != Titles::Apart
            && rare.is_beside_home_of(often)
    };
    let misspelled = || a.name.given() == b.name.given() && well_known();
    let open = a.name.is_of_two() && b.name.is_of_two() && titles != Titles::Apart;
    match likeness {
        Likeness::SameWords => Some(Reason::SameWords),
        Likeness::Order => Some(Reason::Order),
        Likeness::MiddleName => Some(Reason::MiddleName),
        Likeness::Ending => Some(Reason::Ending),
        Likeness::MiddleWord => {
            // "John Adams" is no John Quincy Adams.
            let whole = a.name.words().len().min(b.name.words().len()) > 2;
            (known || near() || whole && telling()).then_some(Reason::MiddleName)
        }
        Likeness::Spelling => {
            let rare = open && is_telling(&a.name) || telling();
            let long =
                titles != Titles::Apart && a.name.words().len().min(b.name.words().len()) > 2;
            (known || rare || long || circle() || near() || well_known())
                .then_some(Reason::Spelling)
        }
        Likeness::Slip => (known || circle() || misspelled()).then_some(Reason::Spelling),
        Likeness::Near => (circle() || well_known()).then_some(Reason::Spelling),
        Likeness::Initials => known.then_some(Reason::Initials),
        Likeness::ShortForm => (known || open).then_some(Reason::ShortForm),
        // "Luis Alberto" is many a one's beginning: that of somebody well known, if nobody else's.
        Likeness::Beginning => {
            let short = a.name.words().len().min(b.name.words().len());
            (known || short > 2 && near() || well_known()).then_some(Reason::Beginning)
        }
        Likeness::Within => (known || near() || telling()).then_some(Reason::Within),
    }
}

/// Whether a name has so many sounds that another of the same ones is hardly somebody else's.
fn is_telling(name: &PersonName) -> bool {
    let sounds = |word: &str| skeleton(word).chars().filter(|sound| *sound != '~').count();
    let surname = sounds(name.surname());
    surname >= 3 && surname + sounds(name.given()) >= 5
}

/// Whether a reason may hold for several namesakes at once, and so for none of them.
pub(super) const fn is_weak(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::Initials
            | Reason::Beginning
            | Reason::ShortForm
            | Reason::MiddleName
            | Reason::Ending
            | Reason::Within
    )
}
