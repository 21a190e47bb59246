//! What several reports of one meeting tell of it together.

use crate::node::MeetingDetail;
use chancery_model::{Date, MeetingStatus, When};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What one report tells of a meeting.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) published: Option<Date>,
    pub(crate) detail: MeetingDetail,
}

/// A meeting stands as the latest published report has it, but what took place is not to be again.
/// Its day is the most exact one told by a report that has it so, else by any: of several as exact the
/// one that most reports tell, for what is put out a day late counts "today" from that day.
/// Nothing of no reports.
pub(crate) fn latest(told: &[Told]) -> Option<MeetingDetail> {
    let settled = |status| !matches!(status, MeetingStatus::Planned | MeetingStatus::Proposed);
    let held = |it: &Told| it.detail.status == MeetingStatus::Held;
    let any_held = told.iter().any(held);
    let counts = |it: &&Told| !any_held || settled(it.detail.status);
    let status = told
        .iter()
        .filter(counts)
        .max_by_key(|it| (it.published, sureness(it.detail.status)))
        .map_or(MeetingStatus::Held, |it| it.detail.status);
    let days = |it: &Told| (it.detail.when.first_day(), it.detail.when.last_day());
    let mut often: BTreeMap<_, usize> = BTreeMap::new();
    for it in told {
        *often.entry(days(it)).or_default() += 1;
    }
    let order = |it: &Told| {
        let at = (it.detail.document.clone(), it.detail.handle.clone());
        let often = Reverse(often.get(&days(it)).copied());
        // What has been was not later than the first of them has it.
        let first = it.detail.when.first_day().filter(|_| held(it));
        let sooner = (often, first, Reverse(it.published));
        (it.detail.status != status, spread(&it.detail.when), sooner, at)
    };
    let exact = told.iter().min_by_key(|it| (spread(&it.detail.when), order(it)));
    let when = exact.map(|it| When { words: None, ..it.detail.when }).unwrap_or_default();
    let mut leader = told.iter().min_by_key(|it| order(it))?.detail.clone();
    if spread(&leader.when) > spread(&when) {
        leader.when = when;
    }
    Some(leader)
}

/// How much a status tells, of reports of one day.
const fn sureness(status: MeetingStatus) -> u8 {
    match status {
        MeetingStatus::Held => 5,
        MeetingStatus::Cancelled => 4,
        MeetingStatus::Denied => 3,
        MeetingStatus::Ongoing => 2,
        MeetingStatus::Planned => 1,
        MeetingStatus::Proposed => 0,
    }
}

/// How many days a date leaves open.
fn spread(when: &When) -> i64 {
    match (when.first_day(), when.last_day()) {
        (Some(first), Some(last)) if when.from.is_some() && when.to.is_some() => {
            (last - first).num_days()
        }
        (Some(_), Some(_)) => i64::MAX - 1,
        _ => i64::MAX,
    }
}
