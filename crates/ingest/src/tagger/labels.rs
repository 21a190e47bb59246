//! The labels that the tagger gives: parts of speech and entity marks.

use std::ops::Range;

/// What is said of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tagged {
    /// Its part of speech.
    pub pos: Pos,
    /// Whether it belongs to a name or a date.
    pub entity: EntityTag,
}

macro_rules! parts_of_speech {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A part of speech, as the Penn Treebank tells them apart.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Pos {
            $($(#[$doc])* $variant,)*
        }

        impl Pos {
            /// Every part of speech.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in the Penn Treebank.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

parts_of_speech! {
    /// A common noun, singular or mass: *summit*.
    Noun = "NN",
    /// A proper noun: *Lavrov*.
    ProperNoun = "NNP",
    /// A common noun, plural: *talks*.
    Nouns = "NNS",
    /// A proper noun, plural: *Americans*.
    ProperNouns = "NNPS",
    /// A verb's base form: *to meet*.
    VerbBase = "VB",
    /// A verb's past tense: *met*, *said*.
    VerbPast = "VBD",
    /// A gerund or present participle: *meeting*.
    VerbGerund = "VBG",
    /// A past participle: *was told*.
    VerbParticiple = "VBN",
    /// Present tense, not third person singular: *they meet*.
    VerbPresent = "VBP",
    /// Present tense, third person singular: *she meets*.
    VerbThird = "VBZ",
    /// A modal verb: *will*, *should*.
    Modal = "MD",
    /// *to*.
    To = "TO",
    /// A preposition or subordinating conjunction: *with*, *that*.
    Preposition = "IN",
    /// A determiner: *the*, *both*.
    Determiner = "DT",
    /// A determiner before another: *all the*.
    Predeterminer = "PDT",
    /// A determiner that asks or relates: *which*.
    WhDeterminer = "WDT",
    /// An adjective: *bilateral*.
    Adjective = "JJ",
    /// A comparative adjective: *closer*.
    AdjectiveComparative = "JJR",
    /// A superlative adjective: *closest*.
    AdjectiveSuperlative = "JJS",
    /// An adverb: *not*, *reportedly*.
    Adverb = "RB",
    /// A comparative adverb: *sooner*.
    AdverbComparative = "RBR",
    /// A superlative adverb: *most*.
    AdverbSuperlative = "RBS",
    /// An adverb that asks or relates: *when*.
    WhAdverb = "WRB",
    /// A particle: *called off*.
    Particle = "RP",
    /// A personal pronoun: *he*.
    Pronoun = "PRP",
    /// A possessive pronoun: *his*.
    PossessivePronoun = "PRP$",
    /// A pronoun that asks or relates: *who*.
    WhPronoun = "WP",
    /// A possessive of that kind: *whose*.
    WhPossessive = "WP$",
    /// *there*, as in *there is*.
    Existential = "EX",
    /// A coordinating conjunction: *and*.
    Conjunction = "CC",
    /// A number: *two*, *1,000*.
    Number = "CD",
    /// A possessive ending: *'s*.
    Possessive = "POS",
    /// An interjection: *yes*.
    Interjection = "UH",
    /// A foreign word.
    Foreign = "FW",
    /// A symbol.
    Symbol = "SYM",
    /// A mark before an item of a list.
    ListMark = "LS",
    /// A currency's sign.
    Currency = "$",
    /// A comma.
    Comma = ",",
    /// A mark that ends a sentence.
    Stop = ".",
    /// A colon, a semicolon or a dash.
    Colon = ":",
    /// A quotation mark that opens.
    OpenQuote = "``",
    /// A quotation mark that closes.
    CloseQuote = "''",
    /// A bracket that opens.
    OpenBracket = "-LRB-",
    /// A bracket that closes.
    CloseBracket = "-RRB-",
}

impl Pos {
    /// The part of speech of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|pos| pos.name() == name)
    }

    /// Any form of a verb, modals included.
    pub fn is_verb(self) -> bool {
        self.is_finite_verb()
            || matches!(self, Self::VerbBase | Self::VerbGerund | Self::VerbParticiple)
    }

    /// A form that a clause can stand on: past, present, or a modal.
    pub fn is_finite_verb(self) -> bool {
        matches!(self, Self::VerbPast | Self::VerbPresent | Self::VerbThird | Self::Modal)
    }

    /// A noun of any kind, names included.
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Nouns) || self.is_proper()
    }

    /// A word of a name.
    pub fn is_proper(self) -> bool {
        matches!(self, Self::ProperNoun | Self::ProperNouns)
    }

    /// More than one of what it names.
    pub fn is_plural(self) -> bool {
        matches!(self, Self::Nouns | Self::ProperNouns)
    }

    /// An adjective of any degree.
    pub fn is_adjective(self) -> bool {
        matches!(self, Self::Adjective | Self::AdjectiveComparative | Self::AdjectiveSuperlative)
    }

    /// An adverb of any degree.
    pub fn is_adverb(self) -> bool {
        matches!(self, Self::Adverb | Self::AdverbComparative | Self::AdverbSuperlative)
    }

    /// A pronoun that stands for someone: *he*, *his*, *who*.
    pub fn is_pronoun(self) -> bool {
        matches!(
            self,
            Self::Pronoun | Self::PossessivePronoun | Self::WhPronoun | Self::WhPossessive
        )
    }

    /// A word that begins a noun phrase: *the*, *his*, *which*.
    pub fn is_determiner(self) -> bool {
        matches!(
            self,
            Self::Determiner | Self::Predeterminer | Self::WhDeterminer | Self::PossessivePronoun
        )
    }

    /// A mark rather than a word.
    pub fn is_punctuation(self) -> bool {
        self >= Self::Comma
    }
}

/// What a name or a date names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organization, a ministry, a company.
    Organization,
    /// A state, a city, a region, a building.
    Place,
    /// A nationality, a faith, a party: *Russian*, *Republicans*.
    Group,
    /// A day, a time, a span of either.
    Date,
    /// A named event: *World War II*.
    Event,
}

impl EntityKind {
    const NAMES: [(&'static str, Self); 6] = [
        ("PER", Self::Person),
        ("ORG", Self::Organization),
        ("GPE", Self::Place),
        ("NORP", Self::Group),
        ("DATE", Self::Date),
        ("EVENT", Self::Event),
    ];

    /// Its short name: PER, ORG, GPE, NORP, DATE or EVENT.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }
}

/// A word's place in an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum EntityTag {
    /// It belongs to none.
    #[default]
    Outside,
    /// It is the first word of one.
    Begin(EntityKind),
    /// It goes on with one.
    Inside(EntityKind),
}

impl EntityTag {
    /// What the entity is, if the word belongs to one.
    pub fn kind(self) -> Option<EntityKind> {
        match self {
            Self::Outside => None,
            Self::Begin(kind) | Self::Inside(kind) => Some(kind),
        }
    }

    /// The label of that name: `O`, `B-PER`, `I-ORG`.
    pub fn from_name(name: &str) -> Option<Self> {
        let kind = |short: &str| {
            EntityKind::NAMES.iter().find(|(name, _)| *name == short).map(|(_, kind)| *kind)
        };
        match name.split_once('-') {
            Some(("B", short)) => kind(short).map(Self::Begin),
            Some(("I", short)) => kind(short).map(Self::Inside),
            _ => (name == "O").then_some(Self::Outside),
        }
    }

    /// Whether this label may come right after `before`: an entity is only continued by its own kind.
    pub(super) fn may_follow(self, before: Self) -> bool {
        match self {
            Self::Inside(kind) => before.kind() == Some(kind),
            _ => true,
        }
    }
}

impl std::fmt::Display for EntityTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Outside => f.write_str("O"),
            Self::Begin(kind) => write!(f, "B-{}", kind.name()),
            Self::Inside(kind) => write!(f, "I-{}", kind.name()),
        }
    }
}

/// The entities of a tagged sentence, as ranges of its words.
pub fn entities(tags: &[Tagged]) -> impl Iterator<Item = (Range<usize>, EntityKind)> + '_ {
    tags.iter().enumerate().filter_map(|(start, tag)| {
        let EntityTag::Begin(kind) = tag.entity else { return None };
        let more = tags[start + 1..]
            .iter()
            .take_while(|tag| tag.entity == EntityTag::Inside(kind))
            .count();
        Some((start..start + 1 + more, kind))
    })
}
