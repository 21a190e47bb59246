//! From what people type to nodes.

use crate::hashed::{Hashed, HashedSet};
use crate::{Node, NodeId, NodeKind, Report, identity};
use chancery_model::{DocumentId, Entity, EntityId, fold};
use std::collections::BTreeMap;

/// How a node's name agrees with what was typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// It is its id, or a state's code.
    Id,
    /// It is its full name in some document.
    Name,
    /// Some document calls it so, with a capital, or it is the last word of a person's name.
    Alias,
    /// It is some words of its name.
    Word,
}

/// A node that may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The node.
    pub node: NodeId,
    /// How its name agrees.
    pub matched: Match,
}

/// A name that people may type, and whom it may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Typed {
    pub(crate) node: NodeId,
    /// How it agrees with what the node is called.
    pub(crate) called: Option<Match>,
    /// How often documents call it so, with a capital.
    pub(crate) aliases: u32,
}

impl Typed {
    /// How it agrees in all: what is also written small somewhere is no name but a pronoun or a
    /// description that begins a sentence.
    pub(crate) fn matched(self, common: bool) -> Option<Match> {
        let alias = (self.aliases > 0 && !common).then_some(Match::Alias);
        match (self.called, alias) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }
}

/// Every name of every entity, folded and sorted.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Names {
    pub(crate) entries: Vec<(Box<str>, Typed)>,
    /// What is also written small, and how often.
    pub(crate) common: BTreeMap<Box<str>, u32>,
}

impl Match {
    /// The match of a number, as files hold it.
    pub(crate) fn from_raw(raw: u32) -> Option<Self> {
        [Self::Id, Self::Name, Self::Alias, Self::Word].get(raw as usize).copied()
    }
}

impl Names {
    pub(crate) fn new<'a>(
        nodes: &'a [Node],
        reports: impl Iterator<Item = &'a Report>,
        find: impl Fn(&DocumentId, &EntityId) -> Option<NodeId>,
    ) -> Self {
        // Each name, and all that is said, is looked at once, however many documents have it.
        let mut named: HashedSet<(&str, NodeId, NodeKind)> = HashedSet::default();
        let mut said: Hashed<(&str, NodeId), u32> = Hashed::default();
        let mut small: Hashed<&str, u32> = Hashed::default();
        for (i, node) in nodes.iter().enumerate() {
            if node.entity().is_some() {
                named.insert((&node.label, NodeId::new(i), node.kind()));
            }
        }
        for report in reports {
            for entity in &report.facts().entities {
                let Some(node) = find(report.id(), &entity.id) else { continue };
                named.insert((&entity.name, node, entity.kind().into()));
                mentioned(report, entity, &mut |words, capital| {
                    if capital {
                        *said.entry((words, node)).or_default() += 1;
                    } else {
                        *small.entry(words).or_default() += 1;
                    }
                });
            }
        }
        // The best match of each pair, and how often it is an alias.
        let mut best: Hashed<(Box<str>, NodeId), (Option<Match>, u32)> = Hashed::default();
        for (name, node, kind) in named {
            Self::of_label(name, kind, &mut |name, matched| {
                if !name.is_empty() {
                    let known = &mut best.entry((name.into(), node)).or_default().0;
                    *known = Some(known.map_or(matched, |known| known.min(matched)));
                }
            });
        }
        for ((words, node), count) in said {
            let alias = fold(words);
            if !alias.is_empty() {
                best.entry((alias.into(), node)).or_default().1 += count;
            }
        }
        let mut common: BTreeMap<Box<str>, u32> = BTreeMap::new();
        for (words, count) in small {
            *common.entry(fold(words).into()).or_default() += count;
        }
        let entry = |((name, node), (called, aliases))| (name, Typed { node, called, aliases });
        let mut entries: Vec<_> = best.into_iter().map(entry).collect();
        entries.sort_unstable();
        Self { entries, common }
    }

    /// The ways in which somebody of this full name may be called.
    pub(crate) fn of_label(name: &str, kind: NodeKind, put: &mut dyn FnMut(String, Match)) {
        let full = fold(name);
        let mut rest = full.as_str();
        while let Some((_, after)) = rest.split_once(' ') {
            rest = after;
            let surname = kind == NodeKind::Person && !rest.contains(' ');
            put(rest.to_owned(), if surname { Match::Alias } else { Match::Word });
        }
        if full.contains(' ') {
            for word in full.split(' ') {
                put(word.to_owned(), Match::Word);
            }
        }
        // Without forms of address, and by given name and surname alone.
        let words = if kind == NodeKind::Person { identity::name_words(name) } else { Vec::new() };
        if let [first, .., last] = &words[..] {
            put(words.join(" "), Match::Name);
            put(format!("{first} {last}"), Match::Alias);
        }
        if !full.is_empty() {
            put(full, Match::Name);
        }
    }

    /// The nodes of a folded name, the best match first, then in order of nodes.
    pub(crate) fn find(&self, folded: &str) -> Vec<Candidate> {
        let start = self.entries.partition_point(|(name, ..)| &**name < folded);
        let same = self.entries[start..].iter().take_while(|(name, ..)| &**name == folded);
        let common = self.common.contains_key(folded);
        let mut found: Vec<_> = same
            .filter_map(|(_, it)| Some(Candidate { node: it.node, matched: it.matched(common)? }))
            .collect();
        found.sort_by_key(|candidate| (candidate.matched, candidate.node));
        found
    }

    /// Every folded name with its node, by letters, from some letters on.
    pub(crate) fn from(
        &self,
        folded: &str,
    ) -> impl Iterator<Item = (&str, NodeId, Match)> + use<'_> {
        let start = self.entries.partition_point(|(name, ..)| &**name < folded);
        self.entries[start..].iter().filter_map(|(name, it)| {
            Some((&**name, it.node, it.matched(self.common.contains_key(name))?))
        })
    }
}

/// What one document calls an entity, and whether with a capital.
pub(crate) fn mentioned<'a>(
    report: &'a Report,
    entity: &Entity,
    put: &mut dyn FnMut(&'a str, bool),
) {
    for mention in &entity.mentions {
        let words = mention.span.of(report.text()).unwrap_or_default();
        if words.starts_with(char::is_uppercase) && words.chars().nth(1).is_some() {
            put(words, true);
        } else if words.starts_with(char::is_lowercase) {
            put(words, false);
        }
    }
}
