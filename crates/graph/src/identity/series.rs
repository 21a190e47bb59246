//! Which of the occasions of one name are one: the editions of a series, such as a summit.
//!
//! Those whose days meet are of one edition, and what is told of the name without a day is of the
//! last one there was, or of the next one there is to be. Two that tell of two numbers ("the second",
//! "the third") are never of one.

use super::Reason;
use super::gist::MONTH;
use super::meetings::WEEK;
use super::occasion::{Manner, Occasion, Possible};
use super::same_meeting::elsewhere;
use super::title::Title;
use chancery_model::DocumentId;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Days between two reports of an occasion that they call by one name, without a day, at most.
const SERIES: i64 = 45;

/// Days between two reports of talks of which only the sides are told, at most.
const TALKS: i64 = 21;

/// Days from a report to an occasion that it calls by name, without a day, at most; and to one of a
/// kind that is held often.
const FAR: i64 = 120;
const OFTEN: i64 = 30;

/// The same for a body that meets every few days.
const SITTING: i64 = 10;

/// The same for what is held about once a year, if no other edition is nearer.
const YEAR: i64 = 400;

/// How many reports tell of an occasion without its number for one that tells it, at most.
const RARELY: usize = 6;

/// How many reports of an edition there are for one of all others of a year, where the year is meant; and of
/// one summit for one of all others that were in a place.
pub(super) const MOSTLY: usize = 3;

/// How many reports tell the days of an edition that is well known, at least.
const WELL_KNOWN: usize = 3;

/// Days between two reports of the days of one edition, at most.
const PAUSE: i64 = 2;

/// Days after which what is planned is another than what was held.
const AGAIN: i64 = 14;

/// Days from the end of a month, or to the beginning, to an edition of which somebody speaks a month later
/// as if it had been in that month, at most.
const LOOSELY: i64 = 14;

type Link = (Reason, usize, usize);

/// One edition, of which the days are told, or the month.
struct Edition {
    first: NaiveDate,
    last: NaiveDate,
    /// The first report of it.
    report: usize,
    /// Which of the series it is, where a report tells that.
    number: Option<u8>,
    /// How many reports tell its days.
    told: usize,
    /// The documents that tell its days and that it has been.
    held_in: BTreeSet<DocumentId>,
}

impl Edition {
    fn meets(&self, (first, last): (NaiveDate, NaiveDate)) -> bool {
        first <= self.last && self.first <= last
    }

    fn agrees(&self, number: Option<u8>) -> bool {
        self.number == number || self.number.is_none() || number.is_none()
    }

    /// Takes in a report of it.
    fn take(&mut self, it: &Occasion, (first, last): (NaiveDate, NaiveDate), number: Option<u8>) {
        self.first = self.first.min(first);
        self.last = self.last.max(last);
        self.number = self.number.or(number);
        self.is_told_by(it);
    }

    /// Counts a report that tells its days.
    fn is_told_by(&mut self, it: &Occasion) {
        self.told += 1;
        if !it.to_be {
            self.held_in.insert(it.document.clone());
        }
    }
}

/// What the occasions of one name have in common.
struct Series<'o> {
    occasions: &'o [Occasion],
    /// Whether it is not held twice within weeks.
    is_rare: bool,
    /// Days to the last edition before a report, and to the next one after it, at most; each the
    /// other way round for what is told as if the other had been meant.
    reach: (i64, i64),
    /// Days to the next one for what is told as still to be, at most.
    ahead: i64,
    editions: Vec<Edition>,
}

/// Which of the occasions of one name are one.
pub(super) fn one(named: &[usize], occasions: &[Occasion]) -> Vec<Link> {
    let titles = || named.iter().filter_map(|i| occasions[*i].title.as_ref());
    let is_numbered = |i: &usize| occasions[*i].title.as_ref().is_some_and(Title::is_numbered);
    if let (Some(first), true) = (named.first(), named.iter().all(is_numbered)) {
        let here = |i: &&usize| !elsewhere(&occasions[*first], &occasions[**i]);
        let others = named[1..].iter().filter(here);
        return others.map(|i| (Reason::SameOccasion, *first, *i)).collect();
    }
    let is_rare = titles().any(Title::is_rare);
    let is_seldom = is_rare || named.iter().any(|i| occasions[*i].manner == Manner::Visit);
    let reach = match named.first() {
        Some(first) if is_body(&occasions[*first]) => (SITTING, SITTING / 2),
        _ if is_seldom => (FAR, SERIES),
        _ => (OFTEN, OFTEN / 2),
    };
    let mut series = Series { occasions, is_rare, reach, ahead: reach.0, editions: Vec::new() };
    let mut links = Vec::new();
    let open = series.read_days(named, &mut links);
    series.editions.sort_by_key(|it| (it.first, it.last, &occasions[it.report].name));
    // What many words tell, and was once only, is meant for months.
    let is_told = |title: &Title| title.kind() == "ministerial" && title.telling().nth(1).is_some();
    if series.editions.len() == 1 && titles().all(is_told) && titles().next().is_some() {
        series.reach.0 = series.reach.0.max(FAR);
    }
    // What is announced by a name of many words, or by its letters, and was once only, is that.
    let says_much = |title: &Title| title.telling().nth(2).is_some();
    if series.editions.len() == 1 && titles().any(says_much) {
        series.ahead = series.ahead.max(FAR);
    }
    let mut left: Vec<(NaiveDate, usize)> = Vec::new();
    for i in open {
        match (series.edition_of(i), occasions[i].published) {
            (Some(edition), _) => links.push((Reason::SameOccasion, edition.report, i)),
            (None, Some(published)) => left.push((published, i)),
            (None, None) => {}
        }
    }
    left.sort_by_key(|(published, i)| (*published, &occasions[*i].name));
    series.join_left(named, &left, &mut links);
    links
}

/// The first and the last day of an occasion, if they are told.
const fn told(it: &Occasion) -> Option<(NaiveDate, NaiveDate)> {
    match it.days {
        Possible::Told(first, last) | Possible::Within(first, last) => Some((first, last)),
        _ => None,
    }
}

fn number(it: &Occasion) -> Option<u8> {
    it.title.as_ref().and_then(|title| title.number)
}

fn is_body(it: &Occasion) -> bool {
    it.title.as_ref().is_some_and(Title::is_of_a_body)
}

impl Series<'_> {
    /// Finds the editions, and gives the occasions of which neither the days are told nor the month.
    fn read_days(&mut self, named: &[usize], links: &mut Vec<Link>) -> Vec<usize> {
        let occasions = self.occasions;
        let mut dated: Vec<((NaiveDate, NaiveDate), usize)> = Vec::new();
        let mut monthly: Vec<((NaiveDate, NaiveDate), usize)> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for i in named.iter().copied() {
            let length = |(first, last): (NaiveDate, NaiveDate)| (last - first).num_days();
            match told(&occasions[i]) {
                Some(days) if length(days) <= WEEK => dated.push((days, i)),
                Some(days) if length(days) <= MONTH => monthly.push((days, i)),
                _ => open.push(i),
            }
        }
        dated.sort_by_key(|(days, i)| (*days, &occasions[*i].name));
        for (days, i) in dated {
            let number = number(&occasions[i]);
            // Days told of a summit may be those of what was said about it.
            let goes_on = |it: &&mut Edition| {
                let since = (days.0 - it.last).num_days();
                let all = (days.0 - it.first).num_days();
                let rare = self.is_rare && since <= SERIES && all <= 2 * SERIES;
                it.agrees(number) && (since <= PAUSE || rare)
            };
            match self.editions.iter_mut().next_back().filter(goes_on) {
                Some(known) => {
                    known.take(&occasions[i], days, number);
                    links.push((Reason::SameOccasion, known.report, i));
                }
                None => self.begin(days, i),
            }
        }
        monthly.sort_by_key(|(days, i)| (*days, &occasions[*i].name));
        for (days, i) in monthly {
            let number = number(&occasions[i]);
            let mut within =
                self.editions.iter_mut().filter(|it| it.meets(days) && it.agrees(number));
            match (within.next(), within.next()) {
                (Some(known), None) => {
                    known.is_told_by(&occasions[i]);
                    known.number = known.number.or(number);
                    links.push((Reason::SameOccasion, known.report, i));
                }
                (None, _) => match self.told_loosely(i, days) {
                    Some(known) => links.push((Reason::SameOccasion, known.report, i)),
                    None => self.begin(days, i),
                },
                _ => open.push(i),
            }
        }
        open
    }

    /// The edition that somebody means who speaks a month later or more of what is not held twice within
    /// weeks: "the summit at the end of May", which was early in June.
    fn told_loosely(&self, i: usize, (from, to): (NaiveDate, NaiveDate)) -> Option<&Edition> {
        let it = &self.occasions[i];
        let since = it.published.map(|day| (day - to).num_days());
        let near = |edition: &&Edition| {
            let gap = (edition.first - to).num_days().max((from - edition.last).num_days());
            edition.agrees(number(it)) && gap <= LOOSELY && edition.told >= WELL_KNOWN
        };
        let mut all = self.editions.iter().filter(near);
        let only = all.next().filter(|_| all.next().is_none());
        let is_late = self.is_rare && !it.to_be && since.is_some_and(|days| days > MONTH);
        only.filter(|edition| is_late && it.published.is_some_and(|day| edition.last < day))
    }

    fn begin(&mut self, (first, last): (NaiveDate, NaiveDate), report: usize) {
        let it = &self.occasions[report];
        let number = number(it);
        let mut edition =
            Edition { first, last, report, number, told: 0, held_in: BTreeSet::new() };
        edition.is_told_by(it);
        self.editions.push(edition);
    }

    /// The edition that a report means which tells neither days nor a month.
    fn edition_of(&self, i: usize) -> Option<&Edition> {
        let it = &self.occasions[i];
        let number = number(it);
        let Some(days) = told(it) else {
            let near = || self.nearest(it.published?, it.days, number);
            let found = near().or_else(|| self.of_number(number?));
            return found.filter(|edition| !Self::is_next_after(it, edition));
        };
        let within = || self.editions.iter().filter(|it| it.meets(days) && it.agrees(number));
        let published = it.published.filter(|_| it.manner == Manner::Visit);
        match within().count() {
            // "This year" of what was held the year before: no day is told.
            0 => {
                let year = it.published.filter(|day| days.0 <= *day && *day <= days.1);
                year.and_then(|day| self.nearest(day, it.days, number))
            }
            1 => within().next(),
            // Of several journeys to a place in a month it is the next one, or the last.
            _ if published.is_some() => {
                published.and_then(|day| self.nearest(day, it.days, number))
            }
            // Of several editions of a year the one of which nearly all reports tell.
            all => {
                let most = within().max_by_key(|it| (it.told, Reverse(it.first)))?;
                let told: usize = within().map(|it| it.told).sum();
                let clear = most.told > all && most.told >= MOSTLY * (told - most.told);
                clear.then_some(most)
            }
        }
    }

    /// Whether a report that tells of an edition as held tells of another one that is still to be.
    fn is_next_after(it: &Occasion, edition: &Edition) -> bool {
        it.to_be && edition.held_in.contains(&it.document)
    }

    /// The only edition of a number.
    fn of_number(&self, number: u8) -> Option<&Edition> {
        let mut of_number = self.editions.iter().filter(|it| it.number == Some(number));
        let only = of_number.next()?;
        of_number.next().is_none().then_some(only)
    }

    /// The last edition there was when a report came, or the next one; one that is to be may be told
    /// of as if it had been, and the reverse.
    fn nearest(
        &self,
        published: NaiveDate,
        days: Possible,
        number: Option<u8>,
    ) -> Option<&Edition> {
        let (far, near) = self.reach;
        if matches!(days, Possible::About(_)) {
            let last = self.last(published, far, number);
            last.or_else(|| self.next(published, near, number))
        } else {
            let next = self.next(published, far.max(self.ahead), number);
            next.or_else(|| self.last(published, near, number))
        }
    }

    fn last(&self, published: NaiveDate, far: i64, number: Option<u8>) -> Option<&Edition> {
        let mut before = self.editions.iter().rev().filter(|it| it.agrees(number));
        let last = before.find(|it| it.first <= published && !self.is_slip(it));
        last.filter(|it| (published - it.last).num_days() <= far)
    }

    /// Whether one report alone gives days to a summit of which many tell that it was months before: those
    /// may be of what was said about it.
    fn is_slip(&self, edition: &Edition) -> bool {
        let is_before = |it: &Edition| {
            let since = (edition.first - it.last).num_days();
            0 < since && since <= FAR && it.told >= WELL_KNOWN
        };
        self.is_rare && edition.told == 1 && self.editions.iter().any(is_before)
    }

    fn next(&self, published: NaiveDate, far: i64, number: Option<u8>) -> Option<&Edition> {
        let mut after = self.editions.iter().filter(|it| it.agrees(number));
        let next = after.find(|it| it.last >= published);
        next.filter(|it| (it.first - published).num_days() <= far)
    }

    /// What is told to have been and is of no edition near is of the last one, if that was within
    /// about a year and none is to be soon: who speaks of a summit does so for months.
    ///
    /// What is told to be is in the same way of the next one, if none was within months.
    fn of_the_year(&self, published: NaiveDate, it: &Occasion) -> Option<&Edition> {
        if !self.is_rare {
            return None;
        }
        let number = number(it);
        if matches!(it.days, Possible::Soon(..)) {
            let next = self.next(published, YEAR, number)?;
            let is_it = number.is_none() || next.number == number;
            return (is_it && self.last(published, FAR, number).is_none()).then_some(next);
        }
        if !matches!(it.days, Possible::About(_)) {
            return None;
        }
        let last = self.last(published, YEAR, number)?;
        // The second is another than one of which no number is told.
        let is_it = number.is_none_or(|number| number == 1 || last.number == Some(number));
        let is_only = self.next(published, FAR, number).is_none_or(|next| next.first == last.first);
        (is_it && is_only).then_some(last)
    }

    /// Joins those that are of no edition near: reports that follow each other tell of one.
    fn join_left(&self, named: &[usize], left: &[(NaiveDate, usize)], links: &mut Vec<Link>) {
        let unnumbered = self.unnumbered(named);
        let mut of_number: BTreeMap<Option<u8>, Vec<(NaiveDate, usize)>> = BTreeMap::new();
        for (published, i) in left {
            let number = number(&self.occasions[*i]).or(unnumbered);
            of_number.entry(number).or_default().push((*published, *i));
        }
        for left in of_number.into_values() {
            let mut chain: Vec<(NaiveDate, usize)> = Vec::new();
            for one in left {
                let goes_on = chain.last().is_some_and(|known| self.follow(*known, one).is_some());
                if !goes_on {
                    self.join_chain(&std::mem::take(&mut chain), links);
                }
                chain.push(one);
            }
            self.join_chain(&chain, links);
        }
    }

    /// Which of a series it is where that is not told: the one that is told of most.
    fn unnumbered(&self, named: &[usize]) -> Option<u8> {
        let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
        let mut open = 0;
        for i in named {
            match number(&self.occasions[*i]) {
                Some(number) => *counts.entry(number).or_default() += 1,
                None => open += 1,
            }
        }
        // One told of as the second of many that have no number is another than they; the first is
        // none.
        let only = counts.len() == 1;
        let is_theirs = |number: u8, told: usize| told * RARELY >= open || number == 1 && only;
        let most = counts.into_iter().max_by_key(|(number, told)| (*told, Reverse(*number)));
        most.filter(|(number, told)| is_theirs(*number, *told)).map(|(number, _)| number)
    }

    /// Whether the second of two reports that follow each other tells of what the first does.
    fn follow(&self, one: (NaiveDate, usize), other: (NaiveDate, usize)) -> Option<Reason> {
        let (it, next) = (&self.occasions[one.1], &self.occasions[other.1]);
        // What is told of two months or years is not one, and what is to be is of none that is over.
        let meet = match (told(it), told(next)) {
            (Some((first, last)), Some((next_first, next_last))) => {
                first <= next_last && next_first <= last
            }
            (Some(days), None) => may_be_of(days, other.0, next),
            (None, Some(days)) => may_be_of(days, one.0, it),
            (None, None) => true,
        };
        let named = it.title.as_ref().is_some_and(Title::is_name);
        let (far, reason) = if is_body(it) {
            (SITTING, Reason::SameOccasion)
        } else if named || it.manner == Manner::Visit {
            (SERIES, Reason::SameOccasion)
        } else {
            (TALKS, Reason::SameParties)
        };
        // What is to be within some weeks is told of after them.
        let end = told(it).filter(|_| it.to_be).map_or(one.0, |(_, last)| last.max(one.0));
        let since = (other.0 - end).num_days();
        // Of one number there is one.
        let far = if self.is_rare && number(it).is_some() && number(it) == number(next) {
            far.max(YEAR)
        } else {
            far
        };
        // What was held before the next one was planned is another.
        let is_next = !self.is_rare && !it.to_be && next.to_be && since > AGAIN;
        (meet && !is_next && since <= far).then_some(reason)
    }

    /// Joins reports that follow each other, and all of them to the edition of which they tell. Where
    /// they tell of several, each is joined to its own.
    fn join_chain(&self, chain: &[(NaiveDate, usize)], links: &mut Vec<Link>) {
        let of_the_year = |(published, i): &(NaiveDate, usize)| {
            Some((self.of_the_year(*published, &self.occasions[*i])?.report, *i))
        };
        let found: Vec<(usize, usize)> = chain.iter().filter_map(of_the_year).collect();
        let editions: BTreeSet<usize> = found.iter().map(|(report, _)| *report).collect();
        if editions.len() < 2 {
            for pair in chain.windows(2) {
                let reason = self.follow(pair[0], pair[1]);
                links.extend(reason.map(|reason| (reason, pair[0].1, pair[1].1)));
            }
        }
        links.extend(found.into_iter().map(|(report, i)| (Reason::SameOccasion, report, i)));
    }
}

/// Whether a report of some day may tell of what is on the days of another, such as those of a year.
fn may_be_of((first, last): (NaiveDate, NaiveDate), published: NaiveDate, it: &Occasion) -> bool {
    if it.to_be { last >= published } else { first <= published }
}

#[cfg(test)]
mod tests;
