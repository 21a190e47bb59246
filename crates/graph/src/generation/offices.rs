//! Offices by whose they are and what they are called, so that one among thousands of a state is
//! found without reading the others.

use super::column::Column;
use super::section::Section;
use super::tell::Texts;
use super::{Generation, GenerationError};
use crate::NodeId;
use std::collections::{BTreeMap, BTreeSet};

/// An office that documents tell of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Office {
    /// The node whose it is.
    pub(super) of: u32,
    /// Its title, folded.
    pub(super) title: String,
    /// Where the relation lies, at who holds it.
    pub(super) place: u32,
}

/// Where each title begins, the titles, and the offices: whose, the number of the title, the place.
pub(super) fn columns(offices: Vec<Office>) -> Result<[Column; 3], GenerationError> {
    let titles: BTreeSet<&str> = offices.iter().map(|office| &*office.title).collect();
    let mut texts = Texts::new();
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    for (title, number) in titles.into_iter().zip(0..) {
        texts.push(title.as_bytes(), "titles")?;
        numbers.insert(title, number);
    }
    let mut rows: Vec<[u32; 3]> =
        offices.iter().map(|it| [it.of, numbers[&*it.title], it.place]).collect();
    rows.sort_unstable();
    let [starts, texts] = texts.columns();
    Ok([starts, texts, rows.into_flattened().into()])
}

impl Generation {
    fn title(&self, number: u32) -> &str {
        let title = self.text_in(Section::TitleStarts, Section::Titles, number as usize);
        str::from_utf8(title).unwrap_or_default()
    }

    /// Where the relations lie that are offices of a node with one of some folded titles.
    pub(super) fn offices_of<'g>(
        &'g self,
        of: NodeId,
        is_meant: impl Fn(&str) -> bool + 'g,
    ) -> impl Iterator<Item = u32> + 'g {
        let all = self.column::<[u32; 3]>(Section::Offices);
        let from = all.partition_point(|[other, ..]| *other < of.raw());
        let len = all[from..].partition_point(|[other, ..]| *other == of.raw());
        // Each title is looked at once, however many hold the office.
        let of_one = all[from..from + len].chunk_by(|[_, one, _], [_, other, _]| one == other);
        let meant = of_one.filter(move |same| is_meant(self.title(same[0][1])));
        meant.flatten().map(|[.., place]| *place)
    }

    /// Whether the offices are those that the accounts of relations tell of.
    pub(super) fn check_offices(&self, mut told: Vec<Office>) -> Result<(), GenerationError> {
        let all = self.column::<[u32; 3]>(Section::Offices);
        told.sort_unstable();
        let same = |(told, [of, title, place]): (&Office, &[u32; 3])| {
            (told.of, told.place) == (*of, *place) && told.title == self.title(*title)
        };
        let titles = self.column::<u32>(Section::TitleStarts).len().saturating_sub(1);
        let titles = u32::try_from(titles).unwrap_or(u32::MAX);
        let good = self.follow_each_other(Section::TitleStarts, Section::Titles)
            && (1..titles).all(|number| self.title(number - 1) < self.title(number))
            && all.is_sorted()
            && told.len() == all.len()
            && told.iter().zip(all).all(same);
        if good {
            Ok(())
        } else {
            Err(GenerationError::Damaged { at: 0, what: "an office is nobody's" })
        }
    }
}
