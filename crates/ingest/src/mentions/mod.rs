//! Names, titles and dates as they stand in the text, before anybody knows who is who.

mod dates;
mod firms;
mod glossary;
mod like_words;
mod media;
mod names;
mod nobody;
mod of_whom;
mod once;
mod organizations;
mod parts;
mod people;
mod portfolios;
mod small_letters;
mod states;
mod things;
mod titles;

pub(crate) use dates::{DateMention, dates};
pub(crate) use glossary::{initials, long_form};
pub(crate) use names::names;
pub(crate) use nobody::is_after_a_name;
pub(crate) use of_whom::is_firm;
pub(crate) use parts::bare;
pub(crate) use people::{is_breathing, is_nickname};
pub(crate) use states::capitalised;
pub(crate) use titles::{Owner, Tense, TitlePhrase, is_leaning, titles};

use crate::lexicon::{Code, StateSense};
use crate::surface::Run;
use chancery_model::Span;

/// A name as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// The tokens it touches; of a hyphenated word perhaps only a part is the name.
    pub(crate) run: Run,
    /// The bytes of the name.
    pub(crate) span: Span,
    /// What it names.
    pub(crate) what: What,
}

/// What a name names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// A person, by a full name or a part of it.
    Person,
    /// A state in one of its forms.
    State(Code, StateSense),
    /// An organization of the table, by its place there.
    Known(u32),
    /// An organization that only this text names.
    Organization,
    /// A nameless ministry or army, with the state it belongs to.
    Body(Option<Code>),
    /// A city, region or venue.
    Place,
}

impl What {
    /// Whether it is a state, by whatever name.
    pub(crate) const fn is_state(&self) -> bool {
        matches!(self, Self::State(..))
    }

    /// Whether it is an organization of any sort.
    pub(crate) const fn is_organization(&self) -> bool {
        matches!(self, Self::Known(_) | Self::Organization | Self::Body(_))
    }
}
