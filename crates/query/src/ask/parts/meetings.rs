//! Who attended, and who met whom.

use super::super::Kind;
use super::super::amounts;
use super::super::cues::{CANCELLED, PLANNED};
use super::super::items::Item;
use super::super::kinds::names_occasion;
use super::super::presence::{LEFT_OUT, capacity};
use super::super::whereabouts::is_of_company_on_a_journey;
use super::super::{Whereabouts, whereabouts};
use super::{Part, Reader};
use crate::resolve::lexicon;
use crate::resolve::office::Office;
use crate::{Per, QuestionError};
use chancery_graph::{NodeKind, NodeName};
use chancery_model::{AttendanceStatus, MeetingStatus};

impl Reader<'_, '_> {
    #[expect(clippy::match_same_arms, reason = "each lead has its line, and their order counts")]
    pub(super) fn attended(&mut self, parts: Vec<Part>) -> Result<(), QuestionError> {
        let who_asked = self.has(&[" who ", " whom ", " which ", " what "]);
        let travels = is_of_company_on_a_journey(self.shape);
        self.reading.capacity = capacity(self.shape);
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
                // "Did Taiwan take part in the Summit for Democracy".
                "in" | "for" | "of" if part.after_verb && names_occasion(&mention.folded) => {
                    self.topic_of(mention);
                }
                // "Who accompanied Blinken to Geneva".
                "to" if Self::is_city(mention) || travels && Self::is_place(mention) => {
                    let place = self.place(mention)?;
                    self.reading.places.push(place);
                }
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
        let mut office: Option<Office> = None;
        let goes_to = |part: &Part| {
            let somebody = |name: &NodeName| name.kind() == NodeKind::Person;
            Self::is_place(&part.mention)
                && !part.mention.people
                && part.mention.office.is_none()
                && (Self::is_city(&part.mention) || !part.mention.means.iter().any(somebody))
        };
        let destinations = whereabouts::destinations(&parts, self.shape, goes_to);
        let is_place = |part: &Part| {
            let mut means = part.mention.means.iter();
            matches!(&*part.lead, "in" | "at") && means.any(|name| name.kind() == NodeKind::Place)
                || part.lead == "in" && Self::is_place(&part.mention)
                || part.mention.region.is_some()
                    && matches!(&*part.lead, "in" | "to" | "across" | "around" | "through")
                    && !part.mention.people
                || part.lead.is_empty() && several && Self::is_city(&part.mention)
        };
        let places: Vec<bool> =
            parts.iter().zip(&destinations).map(|(part, goes)| *goes || is_place(part)).collect();
        let count = places.iter().filter(|place| !**place).count();
        let asks_of_it = self.reading.kind != Kind::Company
            && ([" where ", " when ", " how long "].iter().any(|it| self.shape.starts_with(it))
                && self.has(&[" was ", " is ", " did _ take place ", " held ", " will "])
                || [" who hosted ", " who organized ", " who organised ", " who convened "]
                    .iter()
                    .any(|it| self.shape.starts_with(it)));
        for (part, is_place) in parts.into_iter().zip(places) {
            let mention = &part.mention;
            if is_place {
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
            // "Met him at the G20": which meeting it was.
            let body = |name: &NodeName| name.kind() == NodeKind::Organization;
            if matches!(&*part.lead, "at" | "during")
                && !self.reading.of.is_empty()
                && mention.means.iter().all(body)
            {
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
        // "The Quad foreign ministers met": each other.
        let each_other = office.as_ref().is_some_and(|office| {
            count == 1
                && office.of.kind() == NodeKind::Organization
                && self.reading.of == [office.of.clone()]
        });
        if let Some(office) = office.filter(|_| !each_other) {
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
        // "Has he been to Kenya", "where did he travel": whoever received him.
        let where_met = self.shape.starts_with(" where ") || self.has(&[" and where did "]);
        let did_there = !self.reading.places.is_empty()
            && self.reading.other.is_empty()
            && self.has(&[" do in _ ", " do at _ ", " doing in _ ", " done in _ "]);
        self.reading.whereabouts = if self.reading.of.is_empty() {
            None
        } else if destinations.contains(&true) || did_there {
            Some(Whereabouts::There)
        } else {
            let each_other = self.has(&[" meet ", " gather ", " convene "]);
            let met = where_met && (each_other || !self.reading.other.is_empty());
            whereabouts::asked(self.shape).or_else(|| met.then_some(Whereabouts::Anywhere))
        };
        let were = self.reading.whereabouts.is_some() && self.has(&[" was ", " were ", " been "]);
        if self.has(CANCELLED) {
            self.reading.meeting_status = vec![Cancelled];
        } else if self.has(&[" proposed ", " offered ", " suggested "]) {
            self.reading.meeting_status = vec![Proposed];
        } else if self.has(PLANNED) {
            self.reading.meeting_status = vec![Planned, Proposed];
        } else if self.has(&held) || were || self.reading.kind == Kind::Company {
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
        if matches!(self.reading.kind, Kind::Met | Kind::Count) && self.reading.yes_or_no {
            self.reading.at_least = amounts::at_least(self.shape);
            self.reading.negated = self.has(&[" never ", " not "]);
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
