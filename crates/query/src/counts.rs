use crate::meetings::{Meetings, Met};
use crate::who_attended::Attended;
use chancery_graph::{Graph, Node, NodeId, NodeKind};
use chancery_model::{AttendanceStatus, Date, Evidence};
use chrono::Datelike;
use std::collections::BTreeMap;

/// By what meetings are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Per {
    /// By the day they began.
    Day,
    /// By the month they began.
    #[default]
    Month,
    /// By the year they began.
    Year,
    /// By each two states that were both at the table, or are to be.
    Pair,
}

/// How many meetings there were, by day, month, year or pair of states.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::{MeetingCounts, Meetings, Per};
/// let of = Meetings::default().with("state:TR".parse()?);
/// let counts = MeetingCounts::of(of).per(Per::Year);
/// assert_eq!(counts.answers(&Graph::default()).count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct MeetingCounts {
    of: Meetings,
    per: Per,
    most_first: bool,
    at_most: Option<usize>,
}

/// So many meetings.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted<'g> {
    /// The day, month or year. Less exact where the texts are: a meeting "in 2023" is counted in
    /// 2023, not in any month. `None` for those without a date, and for pairs.
    pub on: Option<Date>,
    /// The two states, by name, where pairs are counted.
    pub pair: Option<(&'g Node, &'g Node)>,
    /// The meetings, by day, document and place in the text; at least one.
    pub meetings: Vec<&'g Node>,
    /// The words that tell of the first of them; each meeting has its own.
    pub evidence: &'g Evidence,
}

impl MeetingCounts {
    /// Of these meetings.
    pub fn of(meetings: Meetings) -> Self {
        Self { of: meetings, ..Self::default() }
    }

    /// By this.
    pub fn per(mut self, per: Per) -> Self {
        self.per = per;
        self
    }

    /// The greatest first.
    pub fn most_first(mut self) -> Self {
        self.most_first = true;
        self
    }

    /// So many of the counts, and no more.
    pub fn at_most(mut self, many: usize) -> Self {
        self.at_most = Some(many);
        self
    }

    /// The counts: of days, months and years in their order, those without a date last; of pairs
    /// the greatest first, then by name. Where the greatest are asked for first, what has no date comes
    /// last all the same.
    ///
    /// # Complexity
    /// That of [`Meetings::answers`], and for pairs the square of the states at one table.
    pub fn answers<'g>(&self, graph: &'g Graph) -> impl Iterator<Item = Counted<'g>> + use<'g> {
        let per = self.per;
        let mut counts: BTreeMap<Key, Vec<(&'g Node, &'g Evidence)>> = BTreeMap::new();
        for met in self.of.answers(graph) {
            for key in keys(graph, &met, per) {
                counts.entry(key).or_default().push((met.meeting, met.evidence));
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        if per == Per::Pair {
            counts.sort_by_key(|(_, meetings)| std::cmp::Reverse(meetings.len()));
        } else if self.most_first {
            // A year is busier than any of its months where months are counted, and no answer.
            let coarse = |key: &Key| key.on.is_none_or(|on| is_coarser(on, per));
            counts.sort_by_key(|(key, meetings)| (coarse(key), std::cmp::Reverse(meetings.len())));
        }
        counts.truncate(self.at_most.unwrap_or(usize::MAX));
        counts.into_iter().map(move |(key, meetings)| Counted {
            on: key.on,
            pair: key.pair.map(|(one, other)| (graph.node(one), graph.node(other))),
            evidence: meetings[0].1,
            meetings: meetings.into_iter().map(|(meeting, _)| meeting).collect(),
        })
    }
}

/// What meetings are gathered under, in the order of the answer.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    undated: bool,
    on: Option<Date>,
    pair: Option<(NodeId, NodeId)>,
}

fn keys(graph: &Graph, met: &Met<'_>, per: Per) -> Vec<Key> {
    if per == Per::Pair {
        let there = |row: &&Attended<'_>| {
            matches!(row.status, AttendanceStatus::Attended | AttendanceStatus::Expected)
                && row.who.kind() == NodeKind::State
        };
        let rows = met.attendance.iter().filter(there);
        let mut states: Vec<NodeId> = rows.filter_map(|row| graph.find(&row.who.name)).collect();
        states.sort_unstable();
        states.dedup();
        let pairs = |i: usize| {
            let others = states[i + 1..].iter();
            others.map(move |other| (i, *other))
        };
        let key = |(one, other): (usize, NodeId)| Key {
            undated: false,
            on: None,
            pair: Some((states[one], other)),
        };
        return (0..states.len()).flat_map(pairs).map(key).collect();
    }
    let on = met.when.from.or(met.when.to).and_then(|date| cut(date, per));
    vec![Key { undated: on.is_none(), on, pair: None }]
}

/// Whether a date is not as exact as what is counted by.
fn is_coarser(date: Date, per: Per) -> bool {
    match per {
        Per::Day => !date.is_day(),
        Per::Month => date.is_year(),
        Per::Year | Per::Pair => false,
    }
}

/// A date made as coarse as what is counted by.
pub(crate) fn cut(date: Date, per: Per) -> Option<Date> {
    let day = date.first_day();
    match per {
        Per::Year => Date::year(day.year()),
        Per::Month if date.is_day() => Date::month(day.year(), day.month()),
        _ => Some(date),
    }
}
