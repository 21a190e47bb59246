use crate::roles::{Roles, Served};
use chancery_graph::{Graph, Node, NodeKind};
use chancery_model::{Date, DocumentId, Evidence, RoleStatus, Span, When, fold};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// Who held an office on a day, and how sure that is.
///
/// An article that calls somebody foreign minister proves the day it was published. Between two
/// such days the office is taken to be held, and [`Tenure::Between`] says so; after the last such
/// day it is only the latest that is told. Where a document tells the days of a term, they are proved.
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
    likely: bool,
}

/// How many days before and after a day are looked at for how often somebody is told to be in
/// office.
const AROUND: i64 = 90;
/// Whoever is told so many times less often than another, or than to hold the same office of another
/// state, holds it by a slip or by courtesy: "President Obama" in 2021.
const SELDOM: usize = 8;

/// How it is known that somebody held an office on a day; the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tenure {
    /// An article of that day, month or year says that the office is held, or a document that tells
    /// the days of its terms.
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
        Self { of, on, likely: false }
    }

    /// Only whom texts of the 90 days before and after do not tell eight times less often to hold it
    /// than another, and eight times less often than an office called so of another state: one text
    /// may take somebody for the minister of another state, and many call a former president
    /// president. Of whom no text of those days tells is kept.
    pub const fn likely(mut self) -> Self {
        self.likely = true;
        self
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
        let mut days = Days::default();
        for office in self.of.answers(graph) {
            let Some((tenure, evidence)) = tenure(graph, &mut days, &office, on) else { continue };
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
        if self.likely {
            let mut most: BTreeMap<_, usize> = BTreeMap::new();
            let mut told = Vec::with_capacity(holders.len());
            for holder in &holders {
                let (office, often) =
                    (office_of(holder), self.told_about_then(graph, &holder.office));
                let most = most.entry(office.clone()).or_default();
                *most = often.max(*most);
                told.push((often, office));
            }
            let mut told = told.into_iter();
            holders.retain(|holder| {
                let Some((told, office)) = told.next() else { return true };
                let most = most.get(&office).copied().unwrap_or(0);
                // A term whose days are told is proved, by however few.
                told == 0 || told * SELDOM >= most && told * SELDOM >= self.elsewhere(graph, holder)
            });
        }
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

impl InOffice {
    /// How many pieces of evidence of about that day say that the office is held.
    fn told_about_then(&self, graph: &Graph, office: &Served<'_>) -> usize {
        let (first, last) = (self.on.first_day(), self.on.last_day());
        let near = |evidence: &&Evidence| {
            let published = graph.report(&evidence.document).and_then(|it| it.info().published);
            published.is_some_and(|day| {
                (first - day.last_day()).num_days() <= AROUND
                    && (day.first_day() - last).num_days() <= AROUND
            })
        };
        office.evidence.iter().filter(near).count()
    }

    /// How many say so of an office with the same title of another state.
    fn elsewhere(&self, graph: &Graph, holder: &Holder<'_>) -> usize {
        let is_state = |of: &&Node| of.kind() == NodeKind::State;
        let Some(of) = holder.office.of.filter(is_state) else { return 0 };
        let title = chancery_model::fold(holder.office.title);
        let all = Roles::default().of(holder.office.person.name.clone()).titled(&title);
        let other = |it: &Served<'_>| {
            it.status == RoleStatus::Current
                && it.of.filter(is_state).is_some_and(|it| it.name != of.name)
        };
        let told = all.answers(graph).filter(other).map(|it| self.told_about_then(graph, &it));
        told.max().unwrap_or(0)
    }
}

/// The state or organization and the title, as they are compared.
fn office_of(holder: &Holder<'_>) -> (Option<String>, String) {
    let of = holder.office.of.map(|of| of.name.to_string());
    (of, chancery_model::fold(holder.office.title))
}

/// When the words of a piece of evidence say that an office is held: the days that they tell, as a
/// table of terms does, else the day of publication.
#[derive(Default)]
struct Days<'g> {
    /// The days that each document tells, by the words that do.
    told: HashMap<&'g DocumentId, HashMap<(Span, String), When>>,
}

impl<'g> Days<'g> {
    /// The days, and whether they are told rather than taken from the publication.
    fn of(
        &mut self,
        graph: &'g Graph,
        title: &str,
        evidence: &'g Evidence,
    ) -> Option<(When, bool)> {
        let report = graph.report(&evidence.document)?;
        let told = self.told.entry(&evidence.document).or_insert_with(|| {
            let dated = report.facts().roles.iter().filter(|role| !role.when.is_unknown());
            dated
                .filter_map(|role| Some(((role.evidence?, fold(&role.title)), role.when)))
                .collect()
        });
        // Most documents tell none, so that there is no title to be compared.
        let days = (!told.is_empty()).then(|| told.get(&(evidence.span, fold(title)))).flatten();
        let told = days.map(|days| (*days, true));
        told.or_else(|| report.info().published.map(|day| (When::on(day), false)))
    }
}

/// The last day of an office; none while it is held.
fn last_day(when: When) -> Option<NaiveDate> {
    when.to.map(Date::last_day)
}

/// How an office stands on a day, and the words that say so.
fn tenure<'g>(
    graph: &'g Graph,
    days: &mut Days<'g>,
    office: &Served<'g>,
    on: Date,
) -> Option<(Tenure, &'g Evidence)> {
    let mut told: Vec<(When, bool, &'g Evidence)> = office
        .evidence
        .iter()
        .filter_map(|evidence| {
            let (when, is_told) = days.of(graph, office.title, evidence)?;
            Some((when, is_told, evidence))
        })
        .collect();
    told.sort_by_key(|(when, ..)| (when.first_day(), last_day(*when).is_none(), last_day(*when)));
    let before = |when: When| last_day(when).is_some_and(|day| day < on.first_day());
    let after = |when: When| when.first_day().is_some_and(|day| day > on.last_day());
    let current = office.status == RoleStatus::Current;
    let during = |(when, is_told, _): &&(When, bool, _)| {
        (current || *is_told) && !before(*when) && !after(*when)
    };
    if office.status == RoleStatus::Designate {
        return None;
    }
    if let Some((.., evidence)) = told.iter().find(during) {
        return Some((Tenure::Told, evidence));
    }
    if current {
        let (last, _, evidence) = told.iter().rev().find(|(when, ..)| before(*when))?;
        let next = told.iter().find(|(when, ..)| after(*when)).and_then(|(when, ..)| when.from);
        let last = last.to?;
        return Some((
            next.map_or(Tenure::LastTold(last), |next| Tenure::Between(last, next)),
            evidence,
        ));
    }
    // A term that is told is over on all other days.
    let (when, _, evidence) = told.iter().find(|(when, told, _)| after(*when) && !told)?;
    Some((Tenure::Former(when.from?), evidence))
}
