use crate::roles::{Roles, Served};
use chancery_graph::Graph;
use chancery_model::{Date, Evidence, RoleStatus};
use std::collections::BTreeMap;

/// Who held an office on a day, and how sure that is.
///
/// An article that calls somebody foreign minister proves the day it was published. Between two
/// such days the office is taken to be held, and [`Tenure::Between`] says so; after the last such
/// day it is only the latest that is told.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::{InOffice, Roles};
/// let of = Roles::default().serving("state:RU".parse()?).title("foreign minister");
/// let asked = InOffice::on(of, "2022".parse()?);
/// assert_eq!(asked.answers(&Graph::default()).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct InOffice {
    of: Roles,
    on: Date,
}

/// How it is known that somebody held an office on a day; the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tenure {
    /// An article of that day, month or year says that the office is held.
    Told,
    /// Inferred: articles before and after say that it is held. Their days, the nearest ones.
    Between(Date, Date),
    /// The last that was told before, on this day, was that it is held.
    LastTold(Date),
    /// An article of this later day calls the office a former one: when it was held is not told.
    Former(Date),
}

/// Somebody in an office on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Holder<'g> {
    /// The office, and all that is told of it.
    pub office: Served<'g>,
    /// How it is known for the day.
    pub tenure: Tenure,
    /// The words that say so: of that day, of the nearest before, or of the first later.
    pub evidence: &'g Evidence,
}

impl InOffice {
    /// Who held one of these offices on this day, in this month or year. Whether they are current
    /// or former at publication does not narrow it.
    pub const fn on(of: Roles, on: Date) -> Self {
        Self { of, on }
    }

    /// The holders, the surest first; of those as sure the latest told, then by person.
    ///
    /// Where somebody is told of on the day itself, or before and after it, what was only told
    /// before or after is left out for the same office of the same state.
    ///
    /// # Complexity
    /// That of [`Roles::answers`].
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Holder<'g>> + use<'g> {
        let on = self.on;
        // One person in one office for one state, whatever its status at publication.
        let mut found: BTreeMap<_, Holder<'g>> = BTreeMap::new();
        for office in self.of.answers(graph) {
            let Some((tenure, evidence)) = tenure(graph, &office, on) else { continue };
            let of = office.of.map(|of| &of.name);
            let key = (&office.person.name, of, chancery_model::fold(office.title));
            let better = found.get(&key).is_none_or(|known| tenure < known.tenure);
            if better {
                found.insert(key, Holder { office, tenure, evidence });
            }
        }
        let mut holders: Vec<_> = found.into_values().collect();
        let sure =
            |holder: &Holder<'g>| matches!(holder.tenure, Tenure::Told | Tenure::Between(..));
        let known: Vec<_> = holders.iter().filter(|holder| sure(holder)).map(office_of).collect();
        holders.retain(|holder| sure(holder) || !known.contains(&office_of(holder)));
        holders.sort_by(|a, b| {
            let rank = |holder: &Holder<'g>| match holder.tenure {
                Tenure::Told => (0, None),
                Tenure::Between(..) => (1, None),
                Tenure::LastTold(day) => (2, Some(std::cmp::Reverse(day))),
                Tenure::Former(_) => (3, None),
            };
            let name = |holder: &Holder<'g>| &holder.office.person.name;
            rank(a).cmp(&rank(b)).then_with(|| name(a).cmp(name(b)))
        });
        holders.into_iter()
    }
}

/// The state or organization and the title, as they are compared.
fn office_of(holder: &Holder<'_>) -> (Option<String>, String) {
    let of = holder.office.of.map(|of| of.name.to_string());
    (of, chancery_model::fold(holder.office.title))
}

/// How an office stands on a day, and the words that say so.
fn tenure<'g>(graph: &'g Graph, office: &Served<'g>, on: Date) -> Option<(Tenure, &'g Evidence)> {
    let published = |evidence: &'g Evidence| {
        let day = graph.report(&evidence.document)?.info().published?;
        Some((day, evidence))
    };
    let mut told: Vec<(Date, &'g Evidence)> =
        office.evidence.iter().filter_map(published).collect();
    told.sort_by_key(|(day, _)| *day);
    let during = |day: Date| on.covers(day) || day.covers(on);
    let before = |day: Date| day.last_day() < on.first_day();
    match office.status {
        RoleStatus::Current => {
            if let Some((_, evidence)) = told.iter().find(|(day, _)| during(*day)) {
                return Some((Tenure::Told, evidence));
            }
            let earlier = told.iter().rev().find(|(day, _)| before(*day))?;
            let later = told.iter().find(|(day, _)| !before(*day));
            Some(match later {
                Some(later) => (Tenure::Between(earlier.0, later.0), earlier.1),
                None => (Tenure::LastTold(earlier.0), earlier.1),
            })
        }
        RoleStatus::Former => {
            let (day, evidence) = told.iter().find(|(day, _)| !before(*day) && !during(*day))?;
            Some((Tenure::Former(*day), evidence))
        }
        RoleStatus::Designate => None,
    }
}
