//! A table of offices as the facts of one document: each row proves its terms.

use super::rows::{Heading, ReferenceError};
use super::term::{COLUMNS, Term, served, term};
use chancery_model::{
    DocumentInfo, Entity, EntityId, EntityKind, Facts, Mention, Role, RoleStatus, Span, When, fold,
};
use std::collections::{HashMap, HashSet};

/// The entities of a table, each once, with its mentions.
#[derive(Default)]
pub(super) struct Entities {
    all: Vec<Entity>,
    known: HashMap<String, usize>,
    taken: HashSet<EntityId>,
}

impl Entities {
    /// Somebody or something of a name; a name of one word is another's in each state.
    pub(super) fn named(
        &mut self,
        kind: EntityKind,
        name: &str,
        of: Option<&EntityId>,
        span: Span,
    ) -> EntityId {
        let home = of.filter(|_| !name.contains(' ')).map_or("", EntityId::as_str);
        let key = format!("{kind} {} {home}", fold(name));
        if let Some(place) = self.known.get(&key) {
            return self.mention(*place, span);
        }
        let mut id = EntityId::named(kind, name);
        let mut count = 1;
        while !self.taken.insert(id.clone()) {
            count += 1;
            id = EntityId::named(kind, &format!("{name} {count}"));
        }
        let place = self.put(key, id, name);
        self.mention(place, span)
    }

    /// A state or organization whose id is known.
    pub(super) fn known(&mut self, id: EntityId, name: &str, span: Span) -> EntityId {
        let key = id.to_string();
        if let Some(place) = self.known.get(&key) {
            return self.mention(*place, span);
        }
        self.taken.insert(id.clone());
        let place = self.put(key, id, name);
        self.mention(place, span)
    }

    fn put(&mut self, key: String, id: EntityId, name: &str) -> usize {
        let iso = (id.kind() == EntityKind::State).then(|| format!("iso3166-1:{}", id.rest()));
        self.all.push(Entity {
            id,
            name: name.to_owned(),
            mentions: Vec::new(),
            same_as: iso.into_iter().collect(),
            confidence: None,
        });
        self.known.insert(key, self.all.len() - 1);
        self.all.len() - 1
    }

    fn mention(&mut self, place: usize, span: Span) -> EntityId {
        let entity = &mut self.all[place];
        if !span.is_empty() {
            entity.mentions.push(Mention { span, reason: Some("name".to_owned()) });
        }
        entity.id.clone()
    }

    /// Ids elsewhere of somebody or something.
    fn same_as(&mut self, id: &EntityId, ids: Vec<String>) {
        let found = self.all.iter_mut().rev().find(|entity| entity.id == *id);
        let Some(entity) = found else { return };
        for same in ids {
            if !entity.same_as.contains(&same) {
                entity.same_as.push(same);
            }
        }
    }

    pub(super) fn finished(self) -> Vec<Entity> {
        self.all
    }
}

/// The facts of a table of offices; `None` if its heading is of another.
pub(super) fn facts(info: DocumentInfo, text: &str) -> Result<Option<Facts>, ReferenceError> {
    let table = info.id.to_string();
    let Some(heading) = Heading::of(&table, text, &["name", "title"]) else { return Ok(None) };
    heading.check(&COLUMNS, text)?;
    let mut entities = Entities::default();
    let mut roles = Vec::new();
    for row in heading.rows(text) {
        let row = row?;
        let term = term(&row, &table)?;
        let of = served(&row, "of")?;
        let of = of.map(|(id, usual)| entities.known(id, &usual, row.at("of").0));
        let (span, name) = row.at("name");
        let state = (term.kind == EntityKind::State)
            .then(|| crate::Lexicon::embedded().state_named(name))
            .flatten();
        let who = match state {
            Some(state) => entities.known(state, name, span),
            None => entities.named(term.kind, name, of.as_ref(), span),
        };
        if !term.spellings.is_empty() || !term.same_as.is_empty() {
            entities.same_as(&who, term.ids());
        }
        if term.title.is_empty() || term.kind != EntityKind::Person {
            continue;
        }
        for (status, when, evidence) in days(&term, row.span, row.at("from").0, row.at("to").0) {
            roles.push(Role {
                person: who.clone(),
                of: of.clone(),
                title: term.title.clone(),
                status,
                when,
                evidence: Some(evidence),
                according_to: None,
                confidence: None,
            });
        }
    }
    Ok(Some(Facts { roles, entities: entities.finished(), ..Facts::empty(info) }))
}

/// The days that a term proves, and the words that do: the whole of it, or the two days on which
/// somebody was seen in the office.
fn days(term: &Term, row: Span, from: Span, to: Span) -> Vec<(RoleStatus, When, Span)> {
    let when = When { from: term.from, to: term.to, words: None };
    match (term.seen, term.from, term.to) {
        (true, Some(first), Some(last)) if first != last => vec![
            (RoleStatus::Current, When::on(first), Span::new(row.start(), from.end())),
            (RoleStatus::Current, When::on(last), Span::new(row.start(), to.end())),
        ],
        (false, _, Some(_)) => vec![(RoleStatus::Former, when, row)],
        _ => vec![(RoleStatus::Current, when, row)],
    }
}
