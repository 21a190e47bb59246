//! The seed article with other people, states, media, days and numbers in it, and its facts with them.
//!
//! Everything is replaced consistently: a state with its adjective, people and capital, a person
//! with their pronouns, the day of publication with every date and weekday. Who did what stays the
//! same, so the annotation moves along word for word.

mod cast;
mod random;

use crate::samples::{self, SEED, Sample};
use cast::{Cast, NUMBERS, PEOPLE};
use chancery_model::{Date, EntityId, EntityKind, Facts, MeetingKind, Span, When};
use chrono::Datelike;
use std::collections::BTreeMap;
use std::ops::Range;

/// The variant of the seed article that belongs to this number.
pub(crate) fn variant(seed: u64) -> Sample {
    let original = samples::seed();
    let cast = Cast::drawn(seed);
    let edits = Edits::of(&original, &cast);
    let text = edits.applied(original.text());
    let mut gold = moved(&original.gold, &edits, &cast);
    gold.document.id = format!("{SEED}-{seed}").parse().expect("an id");
    gold.check_spans(&text).expect("spans that moved along");
    Sample { article: samples::article(&gold.document, text), gold }
}

/// What is put in the place of which bytes, in order of the text.
struct Edits(BTreeMap<usize, (usize, String)>);

impl Edits {
    fn of(original: &Sample, cast: &Cast) -> Self {
        let text = original.text();
        let mut edits = Self(BTreeMap::new());
        edits.put_people(original, cast);
        edits.put_states(text, cast);
        edits.put_days(text, cast);
        for (old, new) in [
            ("The Associated Press", cast.press),
            ("Channel One", cast.broadcaster),
            ("G-20", cast.bloc),
            ("Secretary of State", cast.office),
        ] {
            edits.put_all(text, old, new);
        }
        edits.put_articles(text);
        edits
    }

    /// Replaces these bytes unless an earlier, longer form has taken them.
    fn put(&mut self, at: Range<usize>, new: impl Into<String>) {
        let free = self.0.iter().all(|(start, (end, _))| at.end <= *start || *end <= at.start);
        if free {
            self.0.insert(at.start, (at.end, new.into()));
        }
    }

    /// Replaces a form wherever it stands as whole words.
    fn put_all(&mut self, text: &str, old: &str, new: &str) {
        let mut seen = 0;
        for (start, _) in text.match_indices(old) {
            let end = start + old.len();
            let before = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
            let after = text[end..].chars().next().is_some_and(char::is_alphanumeric);
            if !before && !after {
                self.put(start..end, new);
                seen += 1;
            }
        }
        assert!(seen > 0, "the article has no {old:?}");
    }

    /// Replaces a part of a phrase that the article has once.
    fn put_in(&mut self, text: &str, phrase: &str, old: &str, new: &str) {
        let found: Vec<usize> = text.match_indices(phrase).map(|(start, _)| start).collect();
        let [start] = found[..] else { panic!("{phrase:?} stands {} times", found.len()) };
        let start = start + phrase.find(old).expect("a part of the phrase");
        self.put(start..start + old.len(), new);
    }

    fn put_people(&mut self, original: &Sample, cast: &Cast) {
        let text = original.text();
        for ((given, family, _), name) in PEOPLE.iter().zip(&cast.people) {
            let full = format!("{given} {family}");
            self.put_all(text, &full, &name.full());
            if text.matches(family).count() > text.matches(&full).count() {
                self.put_all(text, family, &name.family);
            }
            let entity = original.gold.entities.iter().find(|entity| entity.name == full);
            for mention in &entity.expect("the person is annotated").mentions {
                let (span, words) = (mention.span, mention.span.of(text).expect("a span"));
                let hers = match words {
                    "He" => "She",
                    "he" => "she",
                    "His" => "Her",
                    "his" => "her",
                    _ => continue,
                };
                if name.woman {
                    self.put(span.range(), hers);
                }
            }
        }
    }

    fn put_states(&mut self, text: &str, cast: &Cast) {
        let [rival, power, invaded, host] = &cast.states;
        for noun in ["Russia and the US agreed", "Russia and the US have", "and the US, along"] {
            self.put_in(text, noun, "the ", "");
            self.put_in(text, noun, "US", power.name);
        }
        for (old, new) in [
            ("Russia", rival.name),
            ("Russian", rival.adjective),
            ("Russians", rival.people),
            ("Moscow", rival.capital),
            ("US", power.adjective),
            ("America", power.name),
            ("American", power.adjective),
            ("Washington", power.capital),
            ("Ukraine", invaded.name),
            ("Ukrainian", invaded.adjective),
            ("Kiev", invaded.capital),
            ("India", host.name),
        ] {
            self.put_all(text, old, new);
        }
    }

    fn put_days(&mut self, text: &str, cast: &Cast) {
        self.put_all(text, "2025-02-18", &cast.published.to_string());
        self.put_all(text, "Tuesday", &cast.talks.format("%A").to_string());
        self.put_all(text, "February 24, 2022", &cast.invasion.format("%B %-d, %Y").to_string());
        self.put_in(text, "nearly three years ago", "three", NUMBERS[cast.war_years]);
        self.put_in(text, "nearly two years ago", "two", NUMBERS[cast.talk_years]);
    }

    /// Turns "a" into "an" and back before what was replaced.
    fn put_articles(&mut self, text: &str) {
        let mut articles = Vec::new();
        for (start, (_, new)) in &self.0 {
            let vowel = new.starts_with(['A', 'E', 'I', 'O', 'a', 'e', 'i', 'o']);
            if text[..*start].ends_with(" a ") && vowel {
                articles.push((start - 2..start - 1, "an"));
            } else if text[..*start].ends_with(" an ") && !vowel && !new.is_empty() {
                articles.push((start - 3..start - 1, "a"));
            }
        }
        for (at, article) in articles {
            self.put(at, article);
        }
    }

    fn applied(&self, text: &str) -> String {
        let mut new = String::new();
        let mut done = 0;
        for (start, (end, words)) in &self.0 {
            new += &text[done..*start];
            new += words;
            done = *end;
        }
        new + &text[done..]
    }

    /// Where this boundary of the article lies in the variant.
    fn moved(&self, offset: usize) -> usize {
        let mut moved = offset;
        for (start, (end, words)) in self.0.range(..offset) {
            assert!(*end <= offset, "byte {offset} is inside what is replaced from {start}");
            moved = moved + words.len() - (end - start);
        }
        moved
    }
}

/// The annotation of the article as it is for the variant.
fn moved(gold: &Facts, edits: &Edits, cast: &Cast) -> Facts {
    let mut facts = gold.clone();
    let id = |old: &EntityId| -> EntityId {
        let place = ["RU", "US", "UA", "IN"].iter().position(|code| *code == old.rest());
        match (old.kind(), place) {
            (EntityKind::State, Some(place)) => {
                EntityId::state(cast.states[place].code).expect("a code")
            }
            _ => old.clone(),
        }
    };
    let span = |span: &mut Span| {
        *span = Span::new(edits.moved(span.start()), edits.moved(span.end()));
    };
    facts.document.published = Date::day(cast.published);
    for entity in &mut facts.entities {
        entity.id = id(&entity.id);
        if let Some(at) = PEOPLE.iter().position(|it| format!("{} {}", it.0, it.1) == entity.name) {
            entity.name = cast.people[at].full();
        }
        entity.mentions.iter_mut().for_each(|mention| span(&mut mention.span));
    }
    for role in &mut facts.roles {
        role.of = role.of.as_ref().map(id);
        role.evidence.iter_mut().for_each(span);
        if role.title == "Secretary of State" {
            cast.office.clone_into(&mut role.title);
        }
    }
    let years_ago = i32::try_from(cast.talk_years).expect("few years");
    let last_talks = Date::year(cast.published.year() - years_ago).expect("a year");
    for (at, meeting) in facts.meetings.iter_mut().enumerate() {
        meeting.when = match (at, meeting.kind) {
            (0, _) => When::on(Date::day(cast.talks).expect("a day")),
            (_, MeetingKind::Summit) => When::default(),
            _ => When::on(last_talks),
        };
        meeting.place = meeting.place.as_ref().map(id);
        meeting.mentions.iter_mut().for_each(|mention| span(&mut mention.span));
        for attendance in &mut meeting.attendance {
            attendance.who = id(&attendance.who);
            attendance.evidence.iter_mut().for_each(span);
        }
    }
    for statement in &mut facts.statements {
        statement.speaker = statement.speaker.as_ref().map(id);
        statement.addressee = statement.addressee.as_ref().map(id);
        statement.source.iter_mut().for_each(span);
        statement.cue.iter_mut().for_each(span);
        statement.content.iter_mut().for_each(span);
    }
    for goal in &mut facts.goals {
        span(&mut goal.text);
        goal.holders.iter_mut().for_each(|holder| *holder = id(holder));
        goal.according_to = goal.according_to.as_ref().map(id);
    }
    facts
}
