use super::interned::Interned;
use super::{EventActor, EventClass, EventRow, Fields};
use crate::Day;
use chancery_model::EntityId;
use chrono::NaiveDate;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// There are more names than numbers for them.
pub(super) struct Full;

/// Names to numbers, by first appearance.
pub(super) struct Dictionary<W> {
    who: W,
    actors: HashMap<Box<str>, u32, RandomState>,
    told: Vec<EventActor>,
    codes: HashMap<Box<str>, u16, RandomState>,
    classes: Vec<(String, EventClass)>,
    days: Days,
}

/// Names to numbers, in some of the lines.
#[derive(Default)]
pub(super) struct Local {
    actors: Interned,
    codes: HashMap<Box<str>, u16, RandomState>,
    code_names: Vec<Box<str>>,
    days: Days,
}

/// A row whose actors were asked for, so that they are at hand when it is put into numbers.
pub(super) struct Asked<'r> {
    fields: Fields<'r>,
    /// The hashes of subject and object.
    hashes: [u64; 2],
}

/// The last day that was read: tables are sorted by day.
struct Days {
    text: String,
    day: Day,
}

const NO_NAME: &str = "somebody has no name";
const NO_RELATION: &str = "the relation has no name";
const NO_DAY: &str = "the day is not one of 1900 to 2079, as YYYY-MM-DD";
const RELATIONS: &str = "there are more than 65,534 relations";
const ACTORS: &str = "there are too many actors";
/// How many there may be.
const MOST_ACTORS: usize = (u32::MAX >> 1) as usize;
const MOST_CODES: usize = u16::MAX as usize;

fn named(name: &str) -> bool {
    !name.trim().is_empty() && !name.chars().any(char::is_control)
}

impl<W: FnMut(&str) -> EntityId> Dictionary<W> {
    pub(super) fn new(who: W) -> Self {
        Self {
            who,
            actors: HashMap::default(),
            told: Vec::new(),
            codes: HashMap::default(),
            classes: Vec::new(),
            days: Days::default(),
        }
    }

    /// Whether so many more have a number each.
    pub(super) fn has_room(&self, actors: usize, codes: usize) -> bool {
        self.told.len() + actors <= MOST_ACTORS && self.classes.len() + codes <= MOST_CODES
    }

    /// A row in numbers. Checked as a whole first, so that what is refused leaves no trace.
    pub(super) fn row(&mut self, line: u32, fields: &Fields) -> Result<EventRow, &'static str> {
        let Fields { subject, code, object, day } = fields;
        if !named(subject) || !named(object) {
            return Err(NO_NAME);
        }
        if !named(code) {
            return Err(NO_RELATION);
        }
        let day = self.days.read(day).ok_or(NO_DAY)?;
        let code = self.code(code).ok_or(RELATIONS)?;
        let (subject, object) = (self.actor(subject), self.actor(object));
        let (Some(subject), Some(object)) = (subject, object) else {
            return Err(ACTORS);
        };
        Ok(EventRow { subject, object, line, day, code })
    }

    pub(super) fn code(&mut self, name: &str) -> Option<u16> {
        if let Some(known) = self.codes.get(name) {
            return Some(*known);
        }
        let code = u16::try_from(self.classes.len()).ok().filter(|it| *it < u16::MAX)?;
        self.codes.insert(name.into(), code);
        self.classes.push((name.to_owned(), EventClass::of(name)));
        Some(code)
    }

    pub(super) fn actor(&mut self, name: &str) -> Option<u32> {
        if let Some(known) = self.actors.get(name) {
            return Some(*known);
        }
        let actor = u32::try_from(self.told.len()).ok().filter(|it| *it < u32::MAX >> 1)?;
        self.actors.insert(name.into(), actor);
        self.told.push(EventActor { id: (self.who)(name), name: name.to_owned() });
        Some(actor)
    }

    pub(super) fn finish(self) -> (Vec<EventActor>, Vec<(String, EventClass)>) {
        (self.told, self.classes)
    }
}

impl Local {
    /// Asks for the actors of a row.
    pub(super) fn ask<'r>(&self, fields: Fields<'r>) -> Asked<'r> {
        let hashes = [fields.subject, fields.object].map(|name| self.actors.hash(name));
        for hash in hashes {
            self.actors.ask_for_slot(hash);
        }
        Asked { fields, hashes }
    }

    /// Asks for the letters of the actors of a row that was asked for a while ago.
    pub(super) fn ask_more(&self, asked: &Asked) {
        for hash in asked.hashes {
            self.actors.ask_for_letters(hash);
        }
    }

    /// A row in numbers, as [`Dictionary::row`] has it.
    pub(super) fn row(&mut self, line: u32, asked: &Asked) -> Result<EventRow, &'static str> {
        let Asked { fields: Fields { subject, code, object, day }, hashes } = asked;
        // What is known was checked when it was first met.
        let mut ends = [self.actors.get(subject, hashes[0]), self.actors.get(object, hashes[1])];
        let mut relation = self.codes.get(*code).copied();
        let new = |known: bool, name: &str| !known && !named(name);
        if new(ends[0].is_some(), subject) || new(ends[1].is_some(), object) {
            return Err(NO_NAME);
        }
        if new(relation.is_some(), code) {
            return Err(NO_RELATION);
        }
        let day = self.days.read(day).ok_or(NO_DAY)?;
        if relation.is_none() {
            let next = u16::try_from(self.code_names.len()).ok().filter(|it| *it < u16::MAX);
            relation = Some(next.ok_or(RELATIONS)?);
            self.codes.insert((*code).into(), relation.unwrap_or_default());
            self.code_names.push((*code).into());
        }
        for ((end, name), hash) in ends.iter_mut().zip([subject, object]).zip(hashes) {
            if end.is_none() {
                // Subject and object may be one.
                let known = self.actors.get(name, *hash);
                *end = Some(known.or_else(|| self.actors.put(name, *hash)).ok_or(ACTORS)?);
            }
        }
        let [subject, object] = ends.map(Option::unwrap_or_default);
        Ok(EventRow { subject, object, line, day, code: relation.unwrap_or_default() })
    }

    /// How many actors and codes it has numbered.
    pub(super) fn len(&self) -> (usize, usize) {
        (self.actors.len(), self.code_names.len())
    }

    /// The names of actors from a number on.
    pub(super) fn actors_since(&self, number: usize) -> impl Iterator<Item = &str> {
        self.actors.since(number)
    }

    /// The names of codes from a number on.
    pub(super) fn codes_since(&self, number: usize) -> &[Box<str>] {
        self.code_names.get(number..).unwrap_or_default()
    }
}

impl Default for Days {
    fn default() -> Self {
        Self { text: String::new(), day: Day::UNKNOWN }
    }
}

impl Days {
    fn read(&mut self, text: &str) -> Option<Day> {
        if self.text == text {
            return Some(self.day);
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
        text.clone_into(&mut self.text);
        self.day = day;
        Some(day)
    }
}
