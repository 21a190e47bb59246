//! Whether the numbers of a generation may be what they are, checked once so that walks need not.

use super::cover::COVER;
use super::numbering::NAMED;
use super::section::Section;
use super::shape::{ACTORS, Layout, MEETINGS, STATEMENTS};
use super::view::MANY;
use super::{Generation, GenerationError};
use crate::{NodeKind, RelationKind};
use chancery_model::DocumentId;
use petgraph::Direction;

fn damaged<T>(what: &'static str) -> Result<T, GenerationError> {
    Err(GenerationError::Damaged { at: 0, what })
}

impl Generation {
    /// Whether the sections are as long as each other says. Costs nothing.
    pub(super) fn check_lengths(&self) -> Result<(), GenerationError> {
        use Section::{
            AccountStarts, Beside, ByName, CommonCounts, CommonStarts, Cover, Days, Documents,
            Earlier, EventCodes, EventOrder, Lines, LongDays, LongRelations, NameOrder, NameStarts,
            NamingStarts, Offices, Origins, OtherNodes, OtherStarts, ProofStarts, ProvenRelations,
            Ranks, SoundOrder, Sounds, Starts, Tags, Targets, TitleStarts, TypedNodes, TypedStarts,
            WordPlaces, WordStarts,
        };
        let len = |section| self.sections.len(section);
        let fours = [Starts, Targets, Beside, Origins, NameStarts, NameOrder];
        let more = [ProvenRelations, ProofStarts, LongRelations, LongDays, Lines];
        let whole = fours.iter().chain(&more).all(|section| len(*section) % 4 == 0);
        let entries = len(Targets) / 4;
        let parts = &self.shape.parts;
        let events = parts[MEETINGS].count + parts[STATEMENTS].count;
        let names = len(NameOrder) / 4;
        let actors = parts[ACTORS].count;
        let good = whole
            && len(Beside) >= super::beside::WIDTH * (actors + 1) * 4
            && entries % 2 == 0
            && len(Days) == entries * 2
            && len(Tags) == entries * 2
            && len(EventCodes) == events * 2
            && len(Origins) == events * 4
            && len(EventOrder) == events * 4
            && len(NameStarts) == (names * 2 + 1) * 4
            && len(NameOrder) >= self.named() * 4
            && len(ProofStarts) == len(ProvenRelations) + 4
            && len(LongDays) == len(LongRelations) * 2
            && len(ByName) == self.shape.nodes() * 4
            && len(Ranks) == len(ByName)
            && len(AccountStarts) == (names + 1) * 4
            && len(NamingStarts) == len(AccountStarts)
            && len(CommonStarts) == len(CommonCounts) + 4
            && len(TypedNodes) % 12 == 0
            && len(TypedStarts) == (len(TypedNodes) / 12 + 1) * 4
            && len(SoundOrder) == len(TypedNodes) / 3
            && len(Sounds) == len(SoundOrder) * 2
            && len(OtherStarts) == len(OtherNodes) + 4
            && [0, self.shape.range(NodeKind::Document).len() * 16].contains(&len(Documents))
            && len(Cover) == COVER * 8
            && len(Earlier) % 24 == 0
            && len(TitleStarts) % 4 == 0
            && len(Offices) % 12 == 0
            && len(WordStarts) % 4 == 0
            && len(WordPlaces) == len(WordStarts);
        if good { Ok(()) } else { damaged("a section has another length than it must have") }
    }

    /// How many nodes have a name of their own: all that are no meetings and statements.
    pub(super) fn named(&self) -> usize {
        let parts = &self.shape.parts;
        self.shape.nodes() - parts[MEETINGS].count - parts[STATEMENTS].count
    }

    /// Whether each number is one that it may be.
    pub(super) fn check_numbers(&self) -> Result<(), GenerationError> {
        self.check_rows()?;
        let view = self.view();
        let nodes = view.node_count();
        if !view.targets.iter().all(|node| node.index() < nodes) {
            return damaged("a relation leads nowhere");
        }
        let number = |section| self.column::<u32>(section);
        let (names, starts) = (number(Section::NameOrder), number(Section::NameStarts));
        let text = self.sections.bytes(&self.map, Section::Names);
        if !starts.is_sorted() || starts.last().map(|end| *end as usize) != Some(text.len()) {
            return damaged("a name lies nowhere");
        }
        if str::from_utf8(text).is_err() || !names.iter().all(|i| (*i as usize) < names.len()) {
            return damaged("a name is none");
        }
        let ordered = names.windows(2).all(|pair| self.name_at(pair[0]) < self.name_at(pair[1]));
        if !ordered {
            return damaged("the names are in no order");
        }
        let rows = self.tables().last().map_or(0, |_| NAMED);
        let known = |origin: &u32| {
            if origin & NAMED == 0 {
                *origin < rows
            } else {
                ((origin ^ NAMED) as usize) < names.len()
            }
        };
        if !number(Section::Origins).iter().all(known) {
            return damaged("an event comes from nowhere");
        }
        let (origins, order) = (number(Section::Origins), number(Section::EventOrder));
        let origin = |event: &u32| origins.get(*event as usize);
        if !order.iter().all(|event| origin(event).is_some())
            || !order.is_sorted_by(|a, b| origin(a) < origin(b))
        {
            return damaged("the events are in no order");
        }
        let tables = self.sections.bytes(&self.map, Section::Tables);
        let good = |line: &str| {
            line.split_once('\t').is_some_and(|(first, name)| {
                first.parse::<u32>().is_ok() && name.parse::<DocumentId>().is_ok()
            })
        };
        if !str::from_utf8(tables).is_ok_and(|text| text.lines().all(good)) {
            return damaged("a table has no name");
        }
        if str::from_utf8(self.sections.bytes(&self.map, Section::Codes)).is_err() {
            return damaged("a code is no text");
        }
        self.check_proofs()
    }

    /// Rows follow each other without gaps from the first relation to the last.
    fn check_rows(&self) -> Result<(), GenerationError> {
        let view = self.view();
        let mut end = 0;
        for part in &self.shape.parts {
            match &part.layout {
                Layout::Even { base, row, .. } => {
                    if *base != end && part.count * row > 0 {
                        return damaged("rows do not follow each other");
                    }
                    end += part.count * row;
                }
                Layout::Told { at } => {
                    for start in &view.starts[*at..at + (part.count + 1) * part.groups.len()] {
                        if (*start as usize) < end {
                            return damaged("rows do not follow each other");
                        }
                        end = *start as usize;
                    }
                }
            }
        }
        if end != view.targets.len() {
            return damaged("rows do not follow each other");
        }
        self.check_beside()
    }

    /// Whether the tables of what lies beside the rows of actors say what the rows say, without gaps.
    fn check_beside(&self) -> Result<(), GenerationError> {
        let view = self.view();
        let (nodes, actors) = (view.node_count(), self.shape.parts[ACTORS].count);
        if !view.beside_follows() {
            return damaged("what lies beside rows does not follow each other");
        }
        for actor in (0..actors).map(crate::NodeId::new) {
            let row = |kind| {
                let (start, row) = view.placed_row(actor, kind, Direction::Outgoing);
                start..start + row.nodes.len()
            };
            let ((met, others), (said, about)) = (view.met_with(actor), view.said(actor));
            let by = view.by_about(actor);
            let good = met == row(RelationKind::Attended)
                && others.len() == met.len()
                && said == row(RelationKind::Said)
                && about.len() == said.len()
                && view.lines(actor).len() == row(RelationKind::ActsOn).len()
                && others.iter().all(|it| *it >= MANY || (*it as usize) < actors)
                && about.iter().all(|it| *it >= MANY || (*it as usize) < nodes)
                && by.about.iter().chain(by.statements).all(|it| (*it as usize) < nodes)
                && by.statements.len() == by.about.len()
                && by.days.len() == by.about.len().div_ceil(2)
                && by.about.is_sorted();
            if !good {
                return damaged("what lies beside a row is not of this graph");
            }
        }
        Ok(())
    }

    fn check_proofs(&self) -> Result<(), GenerationError> {
        let number = |section| self.column::<u32>(section);
        let entries = self.sections.len(Section::Targets) / 4;
        let rising = |list: &[u32]| list.is_sorted_by(|a, b| a < b);
        let relations = number(Section::ProvenRelations);
        let long = number(Section::LongRelations);
        let within = |list: &[u32]| list.last().is_none_or(|last| (*last as usize) < entries);
        let good = rising(relations)
            && rising(long)
            && within(relations)
            && within(long)
            && self.follow_each_other(Section::ProofStarts, Section::Proofs);
        if good { Ok(()) } else { damaged("evidence is of no relation") }
    }
}
