//! Whether what a generation tells beside its columns can be what was written.

use super::numbering::NAMED;
use super::offices::Office;
use super::section::Section;
use super::{Cover, Generation, GenerationError, account, tell, typed};
use crate::{Columns, Match, NodeId, NodeKind, Sound, identity};
use chancery_model::{DocumentId, fold};

fn damaged<T>(what: &'static str) -> Result<T, GenerationError> {
    Err(GenerationError::Damaged { at: 0, what })
}

impl Generation {
    /// Whether texts lie end to end from the first byte to the last.
    pub(super) fn follow_each_other(&self, starts: Section, texts: Section) -> bool {
        let starts = self.column::<u32>(starts);
        starts.first() == Some(&0)
            && starts.is_sorted()
            && starts.last().is_some_and(|end| *end as usize == self.sections.len(texts))
    }

    pub(super) fn check_told(&self) -> Result<(), GenerationError> {
        self.check_order()?;
        self.check_accounts()?;
        self.check_words()?;
        if tell::decisions_in(self.sections.bytes(&self.map, Section::Decisions)).is_none() {
            return damaged("a decision is none");
        }
        let cover = Cover::read(self.column(Section::Cover));
        if cover.is_none_or(|cover| !self.check_earlier(&cover)) {
            return damaged("what is told of the register is impossible");
        }
        let documents = self.documents();
        let at = |place: u32| documents.get(place as usize).cloned().flatten();
        let gists = identity::gists_in(self.sections.bytes(&self.map, Section::Gists));
        if identity::who_in(self.sections.bytes(&self.map, Section::Who), &at).is_none()
            || gists.is_none_or(|gists| gists.len() != documents.len())
        {
            return damaged("who is who is not told");
        }
        self.check_lines()
    }

    /// The documents, in their order.
    fn documents(&self) -> Vec<Option<DocumentId>> {
        let id = |node| {
            let name = self.name(NodeId::new(node))?;
            name.as_str().strip_prefix("document:")?.parse().ok()
        };
        self.shape.range(NodeKind::Document).map(id).collect()
    }

    /// Every node has one place in the order of names, and lies there.
    fn check_order(&self) -> Result<(), GenerationError> {
        let order = self.column::<u32>(Section::ByName);
        let ranks = self.column::<u32>(Section::Ranks);
        let back = |(rank, node): (u32, &u32)| ranks.get(*node as usize) == Some(&rank);
        if !(0_u32..).zip(order).all(back) {
            return damaged("a node has no place by name");
        }
        // Kinds lie side by side both ways; within one, named nodes by name, then rows.
        for kind in NodeKind::ALL {
            let range = self.shape.range(*kind);
            let mut last: Option<(bool, &[u8], u32)> = None;
            for node in &order[range.clone()] {
                let node = NodeId::from_raw(*node);
                let key = match self.place(node) {
                    Some(super::names::Place::Named(index)) => (false, self.name_at(index), 0),
                    Some(super::names::Place::Row(row)) => (true, &[][..], row),
                    None => return damaged("a node has no place by name"),
                };
                if !range.contains(&node.index()) || last.is_some_and(|last| last >= key) {
                    return damaged("the nodes are in no order");
                }
                last = Some(key);
            }
        }
        Ok(())
    }

    fn check_accounts(&self) -> Result<(), GenerationError> {
        if !self.follow_each_other(Section::AccountStarts, Section::Accounts)
            || !self.follow_each_other(Section::NamingStarts, Section::Namings)
        {
            return damaged("what is told of a node lies nowhere");
        }
        let documents = self.documents();
        let at = |place: u32| documents.get(place as usize).cloned().flatten();
        for node in (0..self.shape.nodes()).map(NodeId::new) {
            let Some(super::names::Place::Named(index)) = self.place(node) else { continue };
            let account = self.text_in(Section::AccountStarts, Section::Accounts, index as usize);
            let told = self.name(node).zip(self.label(node));
            let told = told.and_then(|(name, label)| account::node_in(name, label, account, &at));
            if told.is_none_or(|(told, _)| Some(told.kind()) != self.view().kind(node)) {
                return damaged("what is told of a node is not of it");
            }
            let naming = self.text_in(Section::NamingStarts, Section::Namings, index as usize);
            if account::naming_in(naming).is_none() {
                return damaged("what an entity is called is nothing");
            }
        }
        let mut offices = Vec::new();
        for (i, place) in self.column::<u32>(Section::ProvenRelations).iter().enumerate() {
            let account = self.text_in(Section::ProofStarts, Section::Proofs, i);
            match (account::relation_in(account, &at), self.view().targets.get(*place as usize)) {
                (Some((_, Columns::Serves { title, .. }, _)), Some(of)) => {
                    offices.push(Office { of: of.raw(), title: fold(&title), place: *place });
                }
                (Some(_), Some(_)) => {}
                _ => return damaged("what is told of a relation is nothing"),
            }
        }
        self.check_offices(offices)
    }

    /// Whether what people may type lies in its order and means somebody.
    pub(super) fn check_typed(&self) -> Result<(), GenerationError> {
        let nodes = self.shape.nodes();
        let sorted = |starts, texts, count: usize| {
            let text = |i| self.text_in(starts, texts, i);
            let words = str::from_utf8(self.sections.bytes(&self.map, texts)).is_ok();
            let each = (0..count).all(|i| str::from_utf8(text(i)).is_ok());
            let ordered = (1..count).all(|i| text(i - 1) <= text(i));
            self.follow_each_other(starts, texts) && words && each && ordered
        };
        let typed = self.column::<[u32; 3]>(Section::TypedNodes);
        let commons = self.column::<u32>(Section::CommonCounts).len();
        let others = self.column::<u32>(Section::OtherNodes);
        let known = |node: u32| (node as usize) < nodes;
        let sounds = self.column::<u64>(Section::Sounds);
        let order = self.column::<u32>(Section::SoundOrder);
        let typed_at = |i: u32| self.text_in(Section::TypedStarts, Section::Typed, i as usize);
        let sounds_so = |(sound, i): (&u64, &u32)| {
            let name = str::from_utf8(typed_at(*i)).unwrap_or_default();
            (*i as usize) < typed.len() && Sound::of(name).to_raw() == *sound
        };
        let good = sorted(Section::TypedStarts, Section::Typed, typed.len())
            && sounds.iter().zip(order).all(sounds_so)
            && sounds.iter().zip(order).is_sorted_by(|a, b| a < b)
            && typed.iter().all(|[node, how, _]| {
                known(*node) && (*how == typed::UNCALLED || Match::from_raw(*how).is_some())
            })
            && sorted(Section::CommonStarts, Section::Commons, commons)
            && sorted(Section::OtherStarts, Section::Others, others.len())
            && others.iter().all(|node| known(*node));
        if good { Ok(()) } else { damaged("what people may type means nobody") }
    }

    /// Words lie in their order, and each is of nodes that are there.
    fn check_words(&self) -> Result<(), GenerationError> {
        let (index, nodes) = (self.words(), self.shape.nodes());
        let good = self.follow_each_other(Section::WordStarts, Section::Words)
            && self.follow_each_other(Section::WordPlaces, Section::WordNodes)
            && (0..index.count()).all(|i| str::from_utf8(index.word(i)).is_ok())
            && (1..index.count()).all(|i| index.word(i - 1) < index.word(i))
            && (0..index.count()).all(|i| index.nodes_of(i).are_whole(nodes));
        if good { Ok(()) } else { damaged("a word is of nothing") }
    }

    /// Lines of tables end one after the other, and events are from lines that are there.
    fn check_lines(&self) -> Result<(), GenerationError> {
        let lines = self.column::<u32>(Section::Lines);
        let tables = self.tables();
        let mut bounds: Vec<usize> = tables.iter().map(|(first, _)| *first as usize).collect();
        bounds.push(lines.len());
        let rising = bounds.first().is_none_or(|first| *first == 0 || tables.is_empty())
            && bounds.is_sorted_by(|a, b| a < b)
            && bounds.windows(2).all(|pair| {
                let mine = lines.get(pair[0]..pair[1]);
                mine.is_some_and(|mine| mine[0] == 0 && mine[1..].is_sorted_by(|a, b| a < b))
            });
        let row = |row: &u32| (*row as usize) < lines.len() && lines[*row as usize] != 0;
        let origins = self.column::<u32>(Section::Origins);
        let told = origins.iter().all(|origin| origin & NAMED != 0 || row(origin));
        if (rising || tables.is_empty()) && told {
            Ok(())
        } else {
            damaged("a line of a table lies nowhere")
        }
    }
}
