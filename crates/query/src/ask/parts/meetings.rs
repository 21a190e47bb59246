//! Who attended, and who met whom.

use super::super::Kind;
use super::super::amounts;
use super::super::cues::{CANCELLED, PLANNED};
use super::super::items::Item;
use super::super::kinds::names_occasion;
use super::super::presence::LEFT_OUT;
use super::{Part, Reader};
use crate::resolve::lexicon;
use crate::resolve::office::Office;
use crate::{Per, QuestionError};
use chancery_graph::NodeKind;
use chancery_model::{AttendanceStatus, MeetingKind, MeetingStatus};

impl Reader<'_, '_> {
    #[expect(clippy::match_same_arms, reason = "each lead has its line, and their order counts")]
    pub(super) fn attended(&mut self, parts: Vec<Part>) -> Result<(), QuestionError> {
        let who_asked = self.has(&[" who ", " whom ", " which ", " what "]);
        for part in parts {
            let mention = &part.mention;
            match &*part.lead {
                // "Who joined Blinken for the call".
                "joined" | "join" | "joining" | "accompanied" | "accompany" | "accompanying"
                    if mention.means.first().is_some_and(|it| it.kind() == NodeKind::Person) =>
                {
                    let with = self.actor(mention)?;
                    self.reading.other.push(with);
                }
                "with" | "alongside" => {
                    let with = self.actor(mention)?;
                    self.reading.other.push(with);
                }
                // "Who refused to meet Blinken".
                "meet" if self.reading.kind == Kind::LeftOut => {
                    let with = self.actor(mention)?;
                    self.reading.other.push(with);
                }
                _ if part.describes => self.topic_of(mention),
                "in" if Self::is_place(mention) => {
                    let place = self.place(mention)?;
                    self.reading.places.push(place);
                }
                "represented" | "represent" | "represents" | "representing" | "for" | "behalf" => {
                    let of = self.actor(mention)?;
                    self.reading.of.push(of);
                    self.reading.who_is = Some(NodeKind::Person);
                }
                "of" if self.has(&[" behalf of _ ", " name of _ "]) => {
                    let of = self.actor(mention)?;
                    self.reading.of.push(of);
                    self.reading.who_is = Some(NodeKind::Person);
                }
                // "Who stayed away from the Summit for Democracy".
                "from" if part.is_kept_from() => self.topic_of(mention),
                "from" => {
                    let of = self.actor(mention)?;
                    self.reading.of.push(of);
                }
                "between" => self.topic_of_party(mention),
                "at" | "of" | "to" | "the" => self.topic_of(mention),
                "attend" | "attended" | "attending" | "join" | "joined" | "skip" | "skipped"
                | "boycott" | "boycotted" | "missed" | "attends" => self.topic_of(mention),
                _ if part.joined && !self.reading.topic.is_empty() => self.topic_of(mention),
                // "Who attended the Trump–Putin summit": no lead, after the verb.
                _ if part.after_verb && who_asked && !mention.people => self.topic_of(mention),
                _ => {
                    let of = self.actor(mention)?;
                    self.reading.of.push(of);
                    if mention.people {
                        self.reading.who_is = Some(NodeKind::Person);
                    }
                }
            }
        }
        if self.has(&[
            " which countries ",
            " what countries ",
            " which states ",
            " which country ",
            " which state ",
            " which nations ",
            " which governments ",
            " what states ",
            " how many countries ",
            " how many states ",
        ]) {
            self.reading.who_is = Some(NodeKind::State);
        }
        let expected = [
            " expected ",
            " supposed ",
            " will ",
            " invited ",
            " planned ",
            " going to ",
            " due to ",
            " scheduled ",
            " upcoming ",
        ];
        if self.reading.kind == Kind::LeftOut {
            let status = LEFT_OUT.iter().find(|(phrase, _)| self.shape.contains(phrase));
            self.reading.attendance.extend(status.and_then(|(_, status)| *status));
        } else if self.has(&expected) {
            self.reading.attendance.push(AttendanceStatus::Expected);
            if self.has(&[" will "]) {
                self.reading.attendance.push(AttendanceStatus::Attended);
            }
        } else if who_asked {
            self.reading.attendance.push(AttendanceStatus::Attended);
        }
        Ok(())
    }

    pub(super) fn met(&mut self, parts: Vec<Part>, items: &[Item]) -> Result<(), QuestionError> {
        use MeetingStatus::{Cancelled, Held, Ongoing, Planned, Proposed};
        let across = self.has(&[
            " with ",
            " met _ ",
            " meet _ ",
            " meets _ ",
            " see _ ",
            " saw _ ",
            " to _ ",
        ]);
        let parts_of_none = parts.is_empty();
        let several = parts.len() > 2;
        let goes =
            self.has(&[" went to _ ", " go to _ ", " gone to _ ", " came to _ ", " come to _ "]);
        let mut office: Option<Office> = None;
        let is_place = |part: &Part| {
            let mut means = part.mention.means.iter();
            matches!(&*part.lead, "in" | "at") && means.any(|name| name.kind() == NodeKind::Place)
                || part.lead == "in" && Self::is_place(&part.mention)
                || part.mention.region.is_some()
                    && matches!(&*part.lead, "in" | "to" | "across" | "around" | "through")
                    && !part.mention.people
                || part.lead == "to" && goes && Self::is_place(&part.mention)
                || part.lead.is_empty() && several && Self::is_city(&part.mention)
                || matches!(&*part.lead, "visited" | "visit" | "visits" | "visiting")
                    && Self::is_city(&part.mention)
        };
        let count = parts.iter().filter(|part| !is_place(part)).count();
        let asks_of_it = self.reading.kind != Kind::Company
            && [" where ", " when ", " how long "].iter().any(|it| self.shape.starts_with(it))
            && self.has(&[" was ", " is ", " did _ take place ", " held ", " will "]);
        for part in parts {
            let mention = &part.mention;
            if is_place(&part) {
                let place = self.place(mention)?;
                self.reading.places.push(place);
                continue;
            }
            if part.lead == "according to" {
                let who = self.actor(mention)?;
                self.reading.according_to.push(who);
                continue;
            }
            // "Where was the Negev summit", "when was the Summit of the Americas".
            let somebody =
                mention.means.iter().any(|name| name.kind() == NodeKind::Person) || mention.people;
            let named = part.describes && !part.mention.owns && !somebody
                || names_occasion(&mention.folded);
            if count == 1 && asks_of_it && named {
                self.topic_of(mention);
                continue;
            }
            // Company is counted over everybody.
            if self.reading.kind == Kind::Company && mention.region.is_some() {
                self.reading.ignored.push(mention.typed.clone());
                let kind = if mention.people { NodeKind::Person } else { NodeKind::State };
                self.reading.who_is = Some(kind);
                continue;
            }
            if part.lead == "before" && !self.reading.of.is_empty() {
                // "Before Rubio": before the last of those meetings, which is with him.
                self.reading.before_the_last = true;
                continue;
            }
            let who = self.actor(mention)?;
            if let Some(held) = &mention.office {
                office = Some(held.clone());
            }
            let is_office = mention.office.is_some();
            let people = mention.people || is_office || mention.region.is_some();
            let first_side = self.reading.of.is_empty();
            // "Have Rubio and Lavrov met", "between the US and Russia": two that are joined are the
            // two sides, unless a third is the other one.
            let other_side = match () {
                () if first_side => (part.lead == "with" || people) && count > 1,
                () if part.joined && count == 2 => true,
                () if part.joined && part.lead == "with" && !self.reading.other.is_empty() => true,
                () if part.joined && part.after_verb && !self.reading.other.is_empty() => true,
                () if part.joined => count == 2,
                () => across || part.after_verb || count == 2 || is_office,
            };
            if other_side && !(first_side && !people && count == 1) {
                self.reading.other.push(who);
            } else {
                self.reading.of.push(who);
            }
            if mention.people {
                self.reading.who_is = Some(NodeKind::Person);
            }
        }
        if self.reading.of.is_empty() {
            self.reading.of = std::mem::take(&mut self.reading.other);
        }
        if office.is_none() && !self.reading.of.is_empty() && self.reading.kind == Kind::Met {
            self.reading.title = asked_office(items);
            if !self.reading.title.is_empty() {
                self.reading.who_is = Some(NodeKind::Person);
            }
        }
        if let Some(office) = office {
            self.reading.title = office.title;
            if self.reading.other.is_empty() {
                self.reading.other.push(office.of);
            }
        }
        self.reading.before_the_last |= self.shape.ends_with(" before ")
            || self.has(&[" before _ ", " previously ", " earlier "]);
        let held = [
            " did ",
            " has ",
            " have ",
            " had ",
            " met ",
            " took place ",
            " held ",
            " visited ",
            " hosted ",
            " happened ",
            " were there ",
            " was there ",
            " spoke ",
            " saw ",
            " seen ",
            " talked ",
            " spoken ",
            " phoned ",
        ];
        // "Where did he travel": his visits, whoever received him.
        let goes = [" travel ", " traveled ", " travelled ", " traveling ", " travelling ", " go "];
        let journeys = self.shape.starts_with(" where ") && self.has(&goes);
        if journeys && self.reading.meeting_kind.is_none() {
            self.reading.meeting_kind = Some(MeetingKind::Visit);
        }
        if journeys && !self.has(CANCELLED) && !self.has(&[" will ", " next "]) {
            self.reading.meeting_status = vec![Held, Ongoing];
        } else if self.has(CANCELLED) {
            self.reading.meeting_status = vec![Cancelled];
        } else if self.has(&[" proposed ", " offered ", " suggested "]) {
            self.reading.meeting_status = vec![Proposed];
        } else if self.has(PLANNED) {
            self.reading.meeting_status = vec![Planned, Proposed];
        } else if self.has(&held) || self.reading.kind == Kind::Company {
            self.reading.meeting_status = vec![Held, Ongoing];
        }
        if self.reading.kind == Kind::Count {
            let busiest = amounts::busiest(self.shape);
            self.reading.most_first = busiest.is_some();
            let per = |words: &[&str]| self.has(words);
            self.reading.per = if let Some((per, _)) = busiest {
                Some(per)
            } else if per(&[
                " by month ",
                " per month ",
                " each month ",
                " every month ",
                " monthly ",
                " a month ",
            ]) {
                Some(Per::Month)
            } else if per(&[
                " by year ",
                " per year ",
                " each year ",
                " every year ",
                " yearly ",
                " a year ",
                " annually ",
            ]) {
                Some(Per::Year)
            } else if per(&[
                " by day ",
                " per day ",
                " each day ",
                " every day ",
                " daily ",
                " a day ",
            ]) {
                Some(Per::Day)
            } else if per(&[
                " pair ",
                " pairs ",
                " two countries ",
                " two states ",
                " two governments ",
            ]) || parts_of_none && per(&[" countries ", " states ", " governments "])
            {
                Some(Per::Pair)
            } else {
                None
            };
        }
        if self.reading.kind == Kind::Count
            && self.reading.per.is_none()
            && self.reading.of.is_empty()
            && self.reading.since.is_none()
            && self.reading.regions.is_empty()
        {
            self.reading.per = Some(Per::Year);
        }
        if matches!(self.reading.kind, Kind::Company | Kind::Count) {
            self.reading.at_most = amounts::at_most(self.shape);
        }
        if self.reading.kind == Kind::Company {
            self.reading.at_least = amounts::at_least(self.shape);
            self.reading.title = asked_office(items);
            let states = self.has(&[" countries ", " states ", " governments ", " nations "]);
            let people = self.has(&[" people ", " persons ", " officials ", " leaders "]);
            if states || people || !self.reading.title.is_empty() {
                let kind = if states { NodeKind::State } else { NodeKind::Person };
                self.reading.who_is = Some(kind);
            }
        }
        if self.reading.kind == Kind::Company && self.reading.of.is_empty() {
            return Err(QuestionError::Incomplete {
                what: "of whom? Ask, for example, `whom does Lavrov meet most often`",
            });
        }
        Ok(())
    }
}

/// The office of which holders are asked for, in the singular: "which foreign ministers".
fn asked_office(items: &[Item]) -> String {
    let mut title: Vec<&str> = Vec::new();
    let asks = |word: &str| matches!(word, "which" | "what" | "whose");
    let mut words = items.iter().map(|item| match item {
        Item::Word(word) => &**word,
        _ => "",
    });
    if words.by_ref().find(|word| asks(word)).is_none() {
        return String::new();
    }
    // "Which leaders", "which European foreign ministers".
    let words = words.skip_while(|word| word.is_empty());
    for word in words.take_while(|word| lexicon::is_of_office(word) || *word == "leaders") {
        if word == "leaders" {
            return "leader".to_owned();
        }
        let one = word.strip_suffix('s').filter(|one| lexicon::is_office(one));
        title.push(one.unwrap_or(word));
    }
    if title.iter().any(|word| lexicon::is_office(word)) { title.join(" ") } else { String::new() }
}
