//! A reading as one of the questions of this crate.

use super::{Kind, Reading, Whereabouts, vocabulary, whereabouts};
use crate::roles::is_rank;
use crate::{
    Chain, Company, Contradictions, Dossier, Goals, Holder, InOffice, MeetingCounts, Meetings,
    Mentions, Per, Positions, Roles, Tenure, Timeline, WhoAttended, WhoMet, WhoSaid,
};
use chancery_graph::{Graph, NodeKind, NodeName};
use chancery_model::{AttendanceStatus, Date, MeetingKind, MeetingStatus, RoleStatus};

/// A question, ready to be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Who attended, or was left out.
    Attended(WhoAttended),
    /// Who said what.
    Said(WhoSaid),
    /// Who met whom.
    Met(WhoMet),
    /// Which meetings.
    Meetings(Meetings),
    /// How many meetings.
    Counts(MeetingCounts),
    /// With whom most often.
    Company(Company),
    /// Who wants or agreed to what.
    Goals(Goals),
    /// Where parties stand, and who changed.
    Positions(Positions),
    /// Who denies what others claim.
    Contradictions(Contradictions),
    /// Who holds an office, at any time that is told of.
    Roles(Roles),
    /// Who held an office on a day.
    InOffice(InOffice),
    /// All of one.
    Dossier(Dossier),
    /// What happened.
    Timeline(Timeline),
    /// How two are connected.
    Chain(Chain),
    /// Which documents have certain words.
    Mentions(Mentions),
}

impl Reading {
    /// The question of a graph that it reads. The graph settles what depends on answers: before
    /// which meeting, at which meetings.
    pub fn question(&self, graph: &Graph) -> Question {
        let none = |topic: &str| Meetings::default().topic(topic).answers(graph).next().is_none();
        // "The Quad meeting" may be told of by that name only.
        if self.topic != self.typed_topic && none(&self.topic) && !none(&self.typed_topic) {
            let typed = Self { topic: self.typed_topic.clone(), ..self.clone() };
            return typed.settled(graph);
        }
        self.settled(graph)
    }

    fn settled(&self, graph: &Graph) -> Question {
        match self.kind {
            // Of whom it is not told who was the host, the meetings tell who was there.
            Kind::Attended if self.of.is_empty() && self.is_of_no_capacity(graph) => {
                Question::Meetings(self.meetings(graph))
            }
            Kind::Attended | Kind::LeftOut => Question::Attended(self.attended(graph)),
            Kind::Said => Question::Said(self.said(graph)),
            Kind::Met | Kind::Count if self.is_of_one_who_was_there() => self.was_there(graph),
            Kind::Met if self.of.is_empty() => Question::Meetings(self.meetings(graph)),
            // Of a region, whoever of it was there.
            Kind::Meetings | Kind::Count if !self.regions.is_empty() && self.per.is_none() => {
                Question::Met(self.met(graph))
            }
            Kind::Meetings => Question::Meetings(self.meetings(graph)),
            Kind::Count if self.of.is_empty() || self.other.is_empty() || self.per.is_some() => {
                let per = self.per.unwrap_or_else(|| self.finest());
                Question::Counts(self.counts(graph, per))
            }
            Kind::Met | Kind::Count => Question::Met(self.met(graph)),
            Kind::Company => Question::Company(self.company()),
            Kind::Goals => Question::Goals(self.goals(graph)),
            Kind::Positions => Question::Positions(self.positions()),
            Kind::Contradictions => Question::Contradictions(self.contradictions()),
            Kind::Roles => match self.until.or(self.since) {
                Some(day) => {
                    Question::InOffice(InOffice::on(self.held_on(graph, day), day).likely())
                }
                None if self.of.is_empty() => Question::Roles(self.held_now(graph)),
                None => Question::Roles(self.roles(graph)),
            },
            Kind::Dossier => match self.of.first() {
                Some(of) => Question::Dossier(self.dossier(of.clone())),
                None => Question::Timeline(self.timeline()),
            },
            Kind::Timeline => Question::Timeline(self.timeline()),
            Kind::Mentions => {
                let asked = Mentions::default().words(&self.words);
                Question::Mentions(self.within(asked, Mentions::since, Mentions::until))
            }
            Kind::Chain => match (self.of.first(), self.other.first()) {
                (Some(one), Some(other)) => {
                    let chain = Chain::between(one.clone(), other.clone());
                    let chain = chain.status(MeetingStatus::Held).status(MeetingStatus::Ongoing);
                    Question::Chain(self.within(chain, Chain::since, Chain::until))
                }
                _ => Question::Timeline(self.timeline()),
            },
        }
    }

    /// Whether it is asked who was at a meeting that is named in some capacity, and that is told of nobody.
    fn is_of_no_capacity(&self, graph: &Graph) -> bool {
        let named = || self.topic.split(' ').any(|word| !vocabulary::MEET.contains(&word));
        self.capacity.is_some()
            && !self.topic.is_empty()
            && named()
            && self.attended(graph).answers(graph).next().is_none()
    }

    fn attended(&self, graph: &Graph) -> WhoAttended {
        let mut asked = WhoAttended::default().topic(&self.topic);
        if self.kind == Kind::LeftOut && self.attendance.is_empty() {
            asked = asked.left_out();
        }
        asked = asked.statuses(self.attendance.iter().copied());
        asked = self.capacity.into_iter().fold(asked, WhoAttended::in_capacity);
        if self.kind == Kind::LeftOut && self.attendance == [AttendanceStatus::Declined] {
            // Who stays away is also told to be absent.
            asked = asked.status(AttendanceStatus::Absent);
        }
        for of in &self.of {
            let served = matches!(of.kind(), NodeKind::State | NodeKind::Organization);
            asked = if served { asked.of(of.clone()) } else { asked.who(of.clone()) };
        }
        asked = fold(&self.other, asked, WhoAttended::with);
        asked = fold(&whereabouts::within(graph, &self.places), asked, WhoAttended::place);
        asked = fold(&self.according_to, asked, WhoAttended::according_to);
        if let Some(kind) = self.who_is {
            asked = asked.who_is(kind);
        }
        self.within(asked, WhoAttended::since, WhoAttended::until)
    }

    fn said(&self, graph: &Graph) -> WhoSaid {
        let mut asked = WhoSaid::default().words(&self.words);
        if self.between {
            let (one, other) = self.of.split_at(self.of.len().min(1));
            let met = self.when_they_met(graph, one, other);
            asked = fold(&met, asked, WhoSaid::at_meeting);
            asked = fold(&self.about, asked, WhoSaid::about);
            return self.within(asked, WhoSaid::since, WhoSaid::until);
        }
        for by in &self.of {
            let state = by.kind() == NodeKind::State;
            asked = if state { asked.by_state(by.clone()) } else { asked.by(by.clone()) };
        }
        asked = fold(&self.to, asked, WhoSaid::to);
        asked = fold(&self.about, asked, WhoSaid::about);
        if let Some(act) = self.act {
            asked = asked.act(act);
        }
        if let Some(mode) = self.mode {
            asked = asked.mode(mode);
        }
        if !self.topic.is_empty() {
            asked = fold(&self.at(graph), asked, WhoSaid::at_meeting);
        }
        self.within(asked, WhoSaid::since, WhoSaid::until)
    }

    /// The meetings that the topic names; a name that nothing has where there are none.
    fn at(&self, graph: &Graph) -> Vec<NodeName> {
        let at = Meetings::default().topic(&self.topic);
        or_none(at.answers(graph).map(|met| met.meeting.name.clone()).collect())
    }

    /// The meetings of two sides; a name that nothing has where there are none.
    fn when_they_met(&self, graph: &Graph, one: &[NodeName], other: &[NodeName]) -> Vec<NodeName> {
        let met = WhoMet::default().topic(&self.topic);
        let met = fold(other, fold(one, met, WhoMet::one), WhoMet::other);
        let met = fold(&whereabouts::within(graph, &self.places), met, WhoMet::place);
        let met = self.within(met, WhoMet::since, WhoMet::until);
        let both = !one.is_empty() && !other.is_empty();
        let met = met.answers(graph).filter(|_| both);
        or_none(met.map(|met| met.meeting.name.clone()).collect())
    }

    /// What was said when two met, of whose meetings it is asked what came of them.
    pub fn said_instead_of_agreed(&self, graph: &Graph) -> Option<WhoSaid> {
        let asked = Self { kind: Kind::Said, goal_status: None, ..self.clone() };
        (self.kind == Kind::Goals && self.between).then(|| asked.said(graph))
    }

    /// What somebody said when they met whom it is asked that they said it to: it is told of the
    /// meeting, and of nobody in it.
    pub fn said_when_they_met(&self, graph: &Graph) -> Option<WhoSaid> {
        if self.kind != Kind::Said || self.of.is_empty() || self.to.is_empty() {
            return None;
        }
        let asked = Self { to: Vec::new(), topic: String::new(), ..self.clone() }.said(graph);
        let met = self.when_they_met(graph, &self.of, &self.to);
        Some(fold(&met, asked, WhoSaid::at_meeting))
    }

    fn met(&self, graph: &Graph) -> WhoMet {
        let mut asked = self.titled(WhoMet::default().topic(&self.topic), WhoMet::titled);
        asked = fold(&self.of, asked, WhoMet::one);
        asked = fold(&self.other, asked, WhoMet::other);
        asked = fold(&whereabouts::within(graph, &self.places), asked, WhoMet::place);
        for status in &self.meeting_status {
            asked = asked.status(*status);
        }
        asked = self.kinds().fold(asked, WhoMet::kind);
        if let Some(kind) = self.who_is {
            asked = asked.other_is(kind);
        }
        asked = self.within(asked, WhoMet::since, WhoMet::until);
        if let Some(day) = self.ahead {
            asked = asked.not_over_before(day);
        }
        if self.before_the_last
            && let Some(before) = self.day_before_the_last(graph)
        {
            asked = asked.until(before);
        }
        if self.is_wherever() {
            let home = whereabouts::home(graph, &self.of);
            let met = asked.answers(graph);
            let there = met.filter(|met| whereabouts::is_there(self, &home, met.places.iter()));
            let there = there.map(|met| met.meeting.name.clone()).collect();
            asked = fold(&or_none(there), asked, WhoMet::meeting);
        }
        asked
    }

    /// The day before the last meeting that both sides held.
    fn day_before_the_last(&self, graph: &Graph) -> Option<Date> {
        let mut asked = self.titled(WhoMet::default().status(MeetingStatus::Held), WhoMet::titled);
        asked = fold(&self.of, asked, WhoMet::one);
        asked = fold(&self.other, asked, WhoMet::other);
        let last = asked.answers(graph).filter_map(|met| met.when.first_day()).max()?;
        Date::day(last.pred_opt()?)
    }

    fn meetings(&self, graph: &Graph) -> Meetings {
        let mut asked = Meetings::default().topic(&self.topic);
        asked = fold(&self.of, asked, Meetings::with);
        asked = fold(&self.other, asked, Meetings::with);
        asked = fold(&whereabouts::within(graph, &self.places), asked, Meetings::place);
        for status in &self.meeting_status {
            asked = asked.status(*status);
        }
        asked = self.kinds().fold(asked, Meetings::kind);
        if let Some(day) = self.ahead {
            asked = asked.not_over_before(day);
        }
        asked = self.within(asked, Meetings::since, Meetings::until);
        if self.is_wherever() {
            let home = whereabouts::home(graph, &self.of);
            let met = asked.answers(graph);
            let there = met.filter(|met| whereabouts::is_there(self, &home, met.places.iter()));
            let there = there.map(|met| met.meeting.name.clone()).collect();
            asked = fold(&or_none(there), asked, Meetings::meeting);
        }
        asked
    }

    /// The kinds of meetings that are asked for; of where somebody was all but calls.
    fn kinds(&self) -> impl Iterator<Item = MeetingKind> {
        let (one, there) = (self.meeting_kind, self.whereabouts.is_some());
        let all = MeetingKind::ALL.iter().copied();
        all.filter(move |kind| match one {
            Some(one) => *kind == one,
            None => there && *kind != MeetingKind::Call,
        })
    }

    /// Whether the places of meetings settle which are asked for.
    const fn is_wherever(&self) -> bool {
        matches!(self.whereabouts, Some(Whereabouts::Abroad | Whereabouts::Anywhere))
    }

    /// Whether it is asked where one was, whoever else was there.
    const fn is_of_one_who_was_there(&self) -> bool {
        self.whereabouts.is_some()
            && !self.of.is_empty()
            && self.other.is_empty()
            && self.title.is_empty()
            && self.per.is_none()
    }

    /// The meetings of one in the places asked for. Visits of which no place is told are to the
    /// state that has a part in them.
    fn was_there(&self, graph: &Graph) -> Question {
        let there = self.meetings(graph);
        let state = |name: &NodeName| name.kind() == NodeKind::State;
        if self.is_wherever() || !self.places.iter().all(state) {
            return Question::Meetings(there);
        }
        let visits = Self {
            other: self.places.clone(),
            places: Vec::new(),
            whereabouts: None,
            meeting_kind: Some(MeetingKind::Visit),
            ..self.clone()
        };
        let visits = visits.met(graph);
        if there.answers(graph).next().is_none() && visits.answers(graph).next().is_some() {
            return Question::Met(visits);
        }
        Question::Meetings(there)
    }

    fn counts(&self, graph: &Graph, per: Per) -> MeetingCounts {
        let mut asked = MeetingCounts::of(self.meetings(graph)).per(per);
        if self.most_first {
            asked = asked.most_first();
        }
        self.at_most.into_iter().fold(asked, MeetingCounts::at_most)
    }

    /// By what is counted where nothing is said of it: by the month or the day that is asked for.
    fn finest(&self) -> Per {
        let (Some(since), Some(until)) = (self.since, self.until) else { return Per::Year };
        let (first, last) = (since.first_day(), until.last_day());
        let month = |day: chrono::NaiveDate| day.format("%Y-%m").to_string();
        match month(first) == month(last) {
            true if first == last => Per::Day,
            true => Per::Month,
            false => Per::Year,
        }
    }

    fn company(&self) -> Company {
        let asked = fold(&self.of, Company::default(), Company::of);
        let mut asked = self.titled(asked, Company::titled);
        asked = self.at_least.into_iter().fold(asked, Company::at_least);
        asked = self.at_most.into_iter().fold(asked, Company::at_most);
        asked = self.meeting_kind.into_iter().fold(asked, Company::kind);
        for status in &self.meeting_status {
            asked = asked.status(*status);
        }
        // Of a state or a person most company is of their kind, unless another is asked for.
        if let Some(kind) = self.who_is {
            asked = asked.who_is(kind);
        } else if let [one] = &self.of[..] {
            asked = asked.who_is(one.kind());
        }
        self.within(asked, Company::since, Company::until)
    }

    fn goals(&self, graph: &Graph) -> Goals {
        let mut asked = Goals::default().words(&self.words);
        if self.between {
            let (one, other) = self.of.split_at(self.of.len().min(1));
            asked = fold(&self.when_they_met(graph, one, other), asked, Goals::set_at);
            asked = self.goal_status.into_iter().fold(asked, Goals::status);
            return self.within(asked, Goals::since, Goals::until);
        }
        asked = fold(&self.of, asked, Goals::of);
        asked = fold(&self.other, asked, Goals::with);
        asked = fold(&self.according_to, asked, Goals::according_to);
        if let Some(status) = self.goal_status {
            asked = asked.status(status);
        }
        if !self.topic.is_empty() {
            asked = fold(&self.at(graph), asked, Goals::set_at);
        }
        let asked = self.within(asked, Goals::since, Goals::until);
        // What a person rejects is mostly told as what their state does, by their word.
        let persons = !self.of.is_empty() && self.of.iter().all(|of| of.kind() == NodeKind::Person);
        if persons && asked.answers(graph).next().is_none() {
            let mut told = self.clone();
            told.according_to.append(&mut told.of);
            return told.goals(graph);
        }
        asked
    }

    fn positions(&self) -> Positions {
        let words = format!("{} {}", self.words, self.topic);
        let asked = fold(&self.of, Positions::default().words(words.trim()), Positions::of);
        self.within(asked, Positions::since, Positions::until)
    }

    fn contradictions(&self) -> Contradictions {
        let words = format!("{} {}", self.words, self.topic);
        let asked = Contradictions::default().words(words.trim());
        let asked = fold(&self.of, asked, Contradictions::by);
        self.within(asked, Contradictions::since, Contradictions::until)
    }

    fn roles(&self, graph: &Graph) -> Roles {
        // Where somebody is sent is part of a title, however it is joined to the rest.
        let title = self.title.replace(" to ", " ");
        let asked = fold(&self.of, Roles::default(), Roles::of);
        let asked = fold(&self.other, asked, Roles::serving);
        let body = |of: &NodeName| of.kind() == NodeKind::Organization;
        if title == "head" && self.other.iter().any(body) {
            let titled = |title: &&&str| {
                let asked = asked.clone().title(title);
                asked.answers(graph).next().is_some()
            };
            let title = HEADS.iter().find(titled).unwrap_or(&"head");
            return asked.clone().title(title);
        }
        asked.title(&title)
    }

    /// The offices that are asked for, as held, without those below them where the office itself is
    /// told of.
    fn held_now(&self, graph: &Graph) -> Roles {
        let asked = self.roles(graph).status(RoleStatus::Current);
        let [exactly, alone] = self.narrower(&asked);
        let told = |asked: &Roles| asked.answers(graph).next().is_some();
        exactly.filter(told).or_else(|| alone.filter(told)).unwrap_or(asked)
    }

    /// Of offices with a title those with no word more, where one person holds such an office, and
    /// those that are not below it; none where offices below another are asked for.
    fn narrower(&self, asked: &Roles) -> [Option<Roles>; 2] {
        if self.title.is_empty() || self.title.split(' ').any(is_rank) {
            return [None, None];
        }
        let title = chancery_model::fold(&self.title);
        // The president, before a special presidential envoy.
        let one = ONE_IN_A_STATE.contains(&&*title);
        [one.then(|| asked.clone().titled(&title)), Some(asked.clone().unranked())]
    }

    /// The offices that are asked for on a day, without those below them where the office itself is
    /// told to be held then: who was secretary of state, and not whose assistant.
    fn held_on(&self, graph: &Graph, day: Date) -> Roles {
        let asked = self.roles(graph);
        let [exactly, alone] = self.narrower(&asked);
        let surely = |asked: &Roles| {
            let surely = |it: Holder<'_>| matches!(it.tenure, Tenure::Told | Tenure::Between(..));
            InOffice::on(asked.clone(), day).answers(graph).any(surely)
        };
        let told = |asked: &Roles| InOffice::on(asked.clone(), day).answers(graph).next().is_some();
        exactly.filter(surely).or_else(|| alone.filter(told)).unwrap_or(asked)
    }

    fn dossier(&self, of: NodeName) -> Dossier {
        self.within(Dossier::of(of), Dossier::since, Dossier::until)
    }

    fn timeline(&self) -> Timeline {
        let words = format!("{} {}", self.words, self.topic);
        let mut asked = fold(&self.of, Timeline::default().words(words.trim()), Timeline::of);
        if self.between {
            asked = asked.between_them();
        }
        self.within(asked, Timeline::since, Timeline::until)
    }

    /// Narrowed to the title that is asked for, or to any that is called so.
    fn titled<Q>(&self, asked: Q, narrow: fn(Q, &str) -> Q) -> Q {
        match crate::resolve::office::described(&self.title) {
            [] if self.title.is_empty() => asked,
            [] => narrow(asked, &self.title),
            titles => {
                titles.iter().fold(asked, |asked, title| narrow(asked, &format!("\"{title}\"")))
            }
        }
    }

    fn within<Q>(&self, asked: Q, since: fn(Q, Date) -> Q, until: fn(Q, Date) -> Q) -> Q {
        let asked = match self.since {
            Some(date) => since(asked, date),
            None => asked,
        };
        match self.until {
            Some(date) => until(asked, date),
            None => asked,
        }
    }
}

/// What the head of an organization is called, the likeliest first.
const HEADS: &[&str] = &[
    "secretary general",
    "director general",
    "executive director",
    "executive secretary",
    "president",
    "chairperson",
    "chairman",
    "chair",
    "administrator",
    "high commissioner",
    "director",
    "head",
    "leader",
];

/// Offices that one person holds in a state.
const ONE_IN_A_STATE: &[&str] = &[
    "president",
    "vice president",
    "prime minister",
    "chancellor",
    "king",
    "queen",
    "emir",
    "secretary of state",
    "foreign minister",
    "foreign secretary",
];

/// Some meetings; a name that nothing has where there are none.
fn or_none(meetings: Vec<NodeName>) -> Vec<NodeName> {
    if meetings.is_empty() { "meeting:none/0".parse().into_iter().collect() } else { meetings }
}

/// Narrows a question by each of some names.
fn fold<Q>(names: &[NodeName], asked: Q, narrow: fn(Q, NodeName) -> Q) -> Q {
    names.iter().cloned().fold(asked, narrow)
}
