//! What of one report it rests on who is who.

use super::occasion::{Manner, Possible};
use super::person_name::PersonName;
use super::plainly;
use super::profile::Profile;
use super::stray::{self, Stray};
use super::title::Title;
use super::wording;
use crate::Report;
use chancery_model::{
    AttendanceStatus, Date, EntityId, EntityKind, MONTHS, Meeting, MeetingId, MeetingKind,
    MeetingStatus, Span, fold,
};
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Days of a month, at most.
pub(super) const MONTH: i64 = 31;

/// Days from a meeting to a report of which the title tells its name, at most.
const LATELY: i64 = 4;

/// States at a ministerial that is known by its name rather than by them, at least.
const MANY: usize = 4;

/// Days within which a meeting is looked for that is announced without a day.
const SOON: u64 = 2;

/// Whom and what one report names, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Gist {
    /// The day on which it was published.
    pub(super) published: Option<NaiveDate>,
    /// What it is one of many of, by its title: "Department Press Briefing".
    pub(super) series: Option<String>,
    pub(super) states: Vec<EntityId>,
    /// Organizations and places.
    pub(super) others: Vec<EntityId>,
    /// What states, organizations and places are called elsewhere, such as `wikidata:Q159`.
    pub(super) elsewhere: Vec<(EntityId, String)>,
    pub(super) people: Vec<Named>,
    pub(super) meetings: Vec<Met>,
}

/// Somebody as a report names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) id: EntityId,
    pub(super) name: PersonName,
    /// How often they are said to serve each state or organization.
    pub(super) serves: BTreeMap<EntityId, usize>,
    /// The titles they bear, each as its words.
    pub(super) titles: BTreeMap<BTreeSet<String>, usize>,
    /// What they are called elsewhere, such as `wikidata:Q1`.
    pub(super) elsewhere: BTreeSet<String>,
    /// Whether the name falls in speech and no more is told of them.
    pub(super) stray: Stray,
}

/// A meeting as a report tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Met {
    pub(super) handle: MeetingId,
    pub(super) manner: Manner,
    pub(super) days: Possible,
    /// Whether it is still to be.
    pub(super) to_be: bool,
    /// Who sits at the table, or is to.
    pub(super) there: Vec<EntityId>,
    pub(super) place: Option<EntityId>,
    pub(super) title: Option<Title>,
    /// The words of the sentence that tells of it, where they are many, in short.
    pub(super) wording: Option<String>,
    /// Whether it is what a title names that is over what was said there aloud.
    pub(super) of_the_title: bool,
    /// How the report is headed that tells plainly of it as of talks.
    pub(super) plainly: Option<String>,
    /// Whether it is told of beside others: "also met with".
    pub(super) besides: bool,
}

impl Gist {
    pub(crate) fn of(report: &Report) -> Self {
        let facts = report.facts();
        let published = facts.document.published.filter(|day| day.is_day()).map(Date::first_day);
        let series = facts.document.title.as_deref().and_then(series);
        let mut gist = Self { published, series, ..Self::default() };
        for entity in &facts.entities {
            match entity.kind() {
                EntityKind::State => gist.states.push(entity.id.clone()),
                EntityKind::Organization | EntityKind::Place => {
                    gist.others.push(entity.id.clone());
                }
                EntityKind::Person => gist.people.push(Named {
                    id: entity.id.clone(),
                    name: PersonName::read(&entity.name),
                    serves: BTreeMap::new(),
                    titles: BTreeMap::new(),
                    elsewhere: entity.same_as.iter().cloned().collect(),
                    stray: Stray::No,
                }),
            }
            // A state's code is its name here already.
            let is_news = |id: &&String| id.rsplit(':').next() != Some(entity.id.rest());
            if entity.kind() != EntityKind::Person {
                let ids = entity.same_as.iter().filter(is_news);
                gist.elsewhere.extend(ids.map(|id| (entity.id.clone(), id.clone())));
            }
        }
        for role in &facts.roles {
            let Some(person) = gist.people.iter_mut().find(|it| it.id == role.person) else {
                continue;
            };
            if let Some(of) = role.of.as_ref().filter(|of| of.kind() != EntityKind::Person) {
                *person.serves.entry(of.clone()).or_default() += 1;
            }
            let words: BTreeSet<String> = fold(&role.title)
                .split(' ')
                .filter(|word| word.chars().nth(3).is_some())
                .map(|word| as_one(word).to_owned())
                .collect();
            if !words.is_empty() {
                *person.titles.entry(words).or_default() += 1;
            }
        }
        for (id, stray) in stray::strays(report) {
            if let Some(person) = gist.people.iter_mut().find(|it| it.id == *id) {
                person.stray = stray;
            }
        }
        gist.read_meetings(report);
        gist
    }

    fn read_meetings(&mut self, report: &Report) {
        use AttendanceStatus::{Attended, Declined, Expected};
        let meetings = report.facts().meetings.iter();
        let singled = super::Singled::of(report);
        for meeting in meetings.filter(|it| singled.is_out(it)) {
            let visit = meeting.kind == MeetingKind::Visit;
            let days = match (meeting.when.from, meeting.when.to, meeting.status, self.published) {
                (Some(from), Some(to), ..) if from.is_day() && to.is_day() => {
                    if from == to || visit {
                        Possible::Told(from.first_day(), to.last_day())
                    } else {
                        Possible::Within(from.first_day(), to.last_day())
                    }
                }
                // "in June", "in 2022"; "a visit later this year" is the only one that year has left.
                (Some(from), Some(to), status, _)
                    if !visit
                        || from.is_month() && to.is_month()
                        || from.is_year() && from == to && status == MeetingStatus::Planned =>
                {
                    self.within((from.first_day(), to.last_day()), meeting.status)
                }
                // "By June 2022".
                (None, Some(to), MeetingStatus::Planned, Some(day))
                    if !visit && day.succ_opt().is_some_and(|next| next <= to.last_day()) =>
                {
                    Possible::Within(day.succ_opt().unwrap_or(day), to.last_day())
                }
                // What is to be and has no day is to be soon.
                (None, None, MeetingStatus::Planned, Some(day)) => {
                    Possible::Soon(day, day.checked_add_days(Days::new(SOON)).unwrap_or(day))
                }
                (None, None, MeetingStatus::Held | MeetingStatus::Ongoing, Some(day)) => {
                    Possible::About(day)
                }
                // "Returned on June 3 from travel to Oman".
                (None, Some(back), MeetingStatus::Held, _) if visit && back.is_day() => {
                    Possible::About(back.first_day())
                }
                // "During the trip", by who comes back today.
                (None, Some(to), MeetingStatus::Held, Some(day))
                    if !visit && to.is_day() && to.first_day() == day =>
                {
                    Possible::About(day)
                }
                _ => Possible::Any,
            };
            let to_be = matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::Proposed);
            let there = meeting.attendance.iter();
            // Who does not come after all was to.
            let off =
                visit && meeting.status == MeetingStatus::Cancelled && meeting.place.is_some();
            let there = there.filter(|who| {
                matches!(who.status, Attended | Expected) || off && who.status == Declined
            });
            // Who speaks for others says "our visit" of theirs.
            let there = there.filter(|it| !visit || !self.is_spokesperson(&it.who));
            let of_the_title = singled.is_of_the_title(meeting);
            self.meetings.push(Met {
                handle: meeting.id.clone(),
                manner: match meeting.kind {
                    MeetingKind::Call => Manner::Call,
                    _ if is_a_call(report, meeting) => Manner::Call,
                    MeetingKind::Visit => Manner::Visit,
                    _ => Manner::Table,
                },
                days,
                to_be,
                there: there.map(|it| it.who.clone()).collect(),
                place: meeting.place.clone(),
                title: Title::of(report, meeting).map(|title| title.in_full(report, meeting)),
                wording: wording::of(report, meeting),
                of_the_title,
                plainly: plainly::heading(report, meeting, of_the_title),
                besides: plainly::is_besides(report, meeting),
            });
        }
        let title = report.facts().document.title.as_deref();
        if let Some(title) = title.and_then(Title::of_title) {
            self.name_first(title, 2);
        } else if let Some(title) = title.and_then(Title::spoken_at) {
            self.name_first(title, 1);
        }
    }

    /// Gives the first meeting of a report the name that the title of the report is, if it has none and no
    /// other meeting has that: "Joint Statement on the Energy Council", "the two sides met". At what
    /// somebody spoke at, nobody else has to be named.
    fn name_first(&mut self, title: Title, parties: usize) {
        let named = |met: &Met| met.title.clone().filter(Title::is_name);
        let is_it = |met: &Met| {
            named(met).is_some_and(|it| it.words == title.words || it.is_within(&title))
        };
        let published = self.published;
        let was = |met: &Met| match (met.days, published) {
            (Possible::Told(first, last) | Possible::Within(first, last), Some(day)) => {
                first <= day && (day - last).num_days() <= LATELY
            }
            (Possible::About(_), _) => true,
            _ => false,
        };
        // Two or three who meet are told by who they are.
        let few = |met: &Met| {
            let states = met.there.iter().filter(|who| who.kind() == EntityKind::State);
            matches!(title.kind(), "event" | "ministerial") && states.count() < MANY
        };
        let is_known = self.meetings.iter().any(is_it);
        let mut tables = self.meetings.iter_mut().filter(|met| met.manner == Manner::Table);
        if let Some(first) = tables.next().filter(|first| {
            // "Today's meeting", where somebody speaks before it.
            let today = published.is_some_and(|day| first.days == Possible::Told(day, day));
            let open =
                named(first).is_none() && (!first.to_be || today && parties == 1) && was(first);
            let people = first.there.iter().filter(|who| who.kind() == EntityKind::Person);
            let alone = parties > 1
                || people.count() <= 1
                    && matches!(first.days, Possible::Told(day, last) if day == last);
            open && !is_known && first.there.len() >= parties && alone && !few(first)
        }) {
            first.title = Some(title);
        }
    }

    /// Some days on one of which a meeting was or is to be: of "this year", those that have passed
    /// or those that are left.
    fn within(&self, (first, last): (NaiveDate, NaiveDate), status: MeetingStatus) -> Possible {
        let long = (last - first).num_days() > MONTH;
        match (self.published.filter(|day| long && first <= *day && *day <= last), status) {
            (Some(day), MeetingStatus::Planned | MeetingStatus::Proposed) => {
                Possible::Within(day, last)
            }
            (Some(day), MeetingStatus::Held) => Possible::Within(first, day),
            _ => Possible::Within(first, last),
        }
    }

    /// Whether somebody is told to speak for others.
    fn is_spokesperson(&self, who: &EntityId) -> bool {
        let person = self.people.iter().find(|person| person.id == *who);
        let speaks = |title: &BTreeSet<String>| title.iter().any(|word| word == "spokesperson");
        person.is_some_and(|person| !person.titles.is_empty() && person.titles.keys().all(speaks))
    }

    /// What it tells of somebody.
    pub(super) fn profile(&self, person: &Named) -> Profile {
        let beside = self.states.iter().map(|id| (id.clone(), 1)).collect();
        let elsewhere = person.elsewhere.iter().map(|id| (id.clone(), 1)).collect();
        let series = self.series.iter().map(|series| (series.clone(), 1)).collect();
        Profile::of_one(person.serves.clone(), person.titles.clone(), beside, elsewhere, series)
    }

    /// Every entity that it names.
    pub(super) fn entities(&self) -> impl Iterator<Item = &EntityId> {
        let people = self.people.iter().map(|it| &it.id);
        self.states.iter().chain(&self.others).chain(people)
    }
}

/// Whether two had a conversation that is also called a call: "his conversation today with the
/// President … was that addressed during the call?"
fn is_a_call(report: &Report, meeting: &Meeting) -> bool {
    let last_word = |span: Span| {
        let words = span.of(report.text()).map(fold).unwrap_or_default();
        words.rsplit(' ').next().unwrap_or_default().to_owned()
    };
    let (mut call, mut other) = (false, false);
    // The words of a large table wait on the disk, and it has kinds of its own.
    if meeting.kind != MeetingKind::Talks || meeting.place.is_some() {
        return false;
    }
    for mention in &meeting.mentions {
        match last_word(mention.span).as_str() {
            "call" | "calls" => call = true,
            "conversation" | "discuss" | "discussed" | "discussion" | "speak" | "speaks"
            | "spoke" | "spoken" | "talk" | "talked" => {}
            _ => other = true,
        }
    }
    call && !other
}

/// A word of a title, by whomever it is borne: "chairwoman", and who is sent to head an embassy.
fn as_one(word: &str) -> &str {
    match word {
        "chairman" | "chairperson" | "chairwoman" => "chair",
        "charge" => "ambassador",
        "spokesman" | "spokeswoman" => "spokesperson",
        word => word,
    }
}

/// A title without what tells one of a series from the others: numbers and months.
fn series(title: &str) -> Option<String> {
    let folded = fold(title);
    let words = folded.split(' ').filter(|word| {
        !MONTHS.contains(word)
            && !word.starts_with(|c: char| c.is_ascii_digit())
            && !word.is_empty()
    });
    let words: Vec<&str> = words.collect();
    (!words.is_empty()).then(|| words.join(" "))
}
