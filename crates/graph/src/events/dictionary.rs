use super::{EventActor, EventClass, EventRow, Fields};
use crate::Day;
use chancery_model::EntityId;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Names to numbers, by first appearance.
pub(super) struct Dictionary<W> {
    who: W,
    actors: HashMap<Box<str>, u32>,
    told: Vec<EventActor>,
    codes: HashMap<Box<str>, u16>,
    classes: Vec<(String, EventClass)>,
    /// The last day that was read: tables are sorted by day.
    last: (String, Day),
}

impl<W: FnMut(&str) -> EntityId> Dictionary<W> {
    pub(super) fn new(who: W) -> Self {
        Self {
            who,
            actors: HashMap::new(),
            told: Vec::new(),
            codes: HashMap::new(),
            classes: Vec::new(),
            last: (String::new(), Day::UNKNOWN),
        }
    }

    /// A row in numbers. Checked as a whole first, so that what is refused leaves no trace.
    pub(super) fn row(&mut self, line: u32, fields: &Fields) -> Result<EventRow, &'static str> {
        let Fields { subject, code, object, day } = fields;
        let named = |name: &str| !name.trim().is_empty() && !name.chars().any(char::is_control);
        if !named(subject) || !named(object) {
            return Err("somebody has no name");
        }
        if !named(code) {
            return Err("the relation has no name");
        }
        let day = self.day(day).ok_or("the day is not one of 1900 to 2079, as YYYY-MM-DD")?;
        let code = self.code(code).ok_or("there are more than 65,534 relations")?;
        let (subject, object) = (self.actor(subject), self.actor(object));
        let (Some(subject), Some(object)) = (subject, object) else {
            return Err("there are too many actors");
        };
        Ok(EventRow { subject, object, line, day, code })
    }

    fn day(&mut self, text: &str) -> Option<Day> {
        if self.last.0 == text {
            return Some(self.last.1);
        }
        // The shape first: chrono would read `2014-1-2` and `+2014-01-02` too.
        let digits = text.bytes().enumerate().all(|(i, byte)| match i {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        if text.len() != 10 || !digits {
            return None;
        }
        let number = |range: std::ops::Range<usize>| text[range].parse().ok();
        let year = i32::try_from(number(0..4)?).ok()?;
        let date = NaiveDate::from_ymd_opt(year, number(5..7)?, number(8..10)?)?;
        let day = Day::of(date);
        day.date()?;
        text.clone_into(&mut self.last.0);
        self.last.1 = day;
        Some(day)
    }

    fn code(&mut self, name: &str) -> Option<u16> {
        if let Some(known) = self.codes.get(name) {
            return Some(*known);
        }
        let code = u16::try_from(self.classes.len()).ok().filter(|code| *code < u16::MAX)?;
        self.codes.insert(name.into(), code);
        self.classes.push((name.to_owned(), EventClass::of(name)));
        Some(code)
    }

    fn actor(&mut self, name: &str) -> Option<u32> {
        if let Some(known) = self.actors.get(name) {
            return Some(*known);
        }
        let actor = u32::try_from(self.told.len()).ok().filter(|actor| *actor < u32::MAX >> 1)?;
        self.actors.insert(name.into(), actor);
        self.told.push(EventActor { id: (self.who)(name), name: name.to_owned() });
        Some(actor)
    }

    pub(super) fn finish(self) -> (Vec<EventActor>, Vec<(String, EventClass)>) {
        (self.told, self.classes)
    }
}
