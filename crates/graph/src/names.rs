//! From what people type to nodes.

use crate::{Node, NodeId, NodeKind, Report, identity};
use chancery_model::{DocumentId, EntityId, fold};
use std::collections::{HashMap, HashSet};

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

/// Every name of every entity, folded and sorted.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Names {
    entries: Vec<(Box<str>, NodeId, Match)>,
}

impl Match {
    /// The match of a number, as files hold it.
    pub(crate) fn from_raw(raw: u32) -> Option<Self> {
        [Self::Id, Self::Name, Self::Alias, Self::Word].get(raw as usize).copied()
    }
}

impl Names {
    pub(crate) fn new<'a>(
        nodes: &[Node],
        reports: impl Iterator<Item = &'a Report>,
        find: impl Fn(&DocumentId, &EntityId) -> Option<NodeId>,
    ) -> Self {
        // The best match of each pair.
        let mut best: HashMap<(Box<str>, NodeId), Match> = HashMap::new();
        let mut put = |name: String, node: NodeId, matched: Match| {
            if !name.is_empty() {
                let known = best.entry((name.into(), node)).or_insert(matched);
                *known = matched.min(*known);
            }
        };
        let mut name = |name: &str, node: NodeId, kind: NodeKind| {
            Self::of_label(name, kind, &mut |name, matched| put(name, node, matched));
        };
        for (i, node) in nodes.iter().enumerate() {
            if node.entity().is_some() {
                name(&node.label, NodeId::new(i), node.kind());
            }
        }
        // What is also written small is no name but a pronoun or a description that begins a
        // sentence somewhere.
        let (mut aliases, mut common) = (Vec::new(), HashSet::new());
        for report in reports {
            for entity in &report.facts().entities {
                let Some(node) = find(report.id(), &entity.id) else { continue };
                name(&entity.name, node, entity.kind().into());
                for mention in &entity.mentions {
                    let words = mention.span.of(report.text()).unwrap_or_default();
                    if words.starts_with(char::is_uppercase) && words.chars().nth(1).is_some() {
                        aliases.push((fold(words), node));
                    } else if words.starts_with(char::is_lowercase) {
                        common.insert(fold(words));
                    }
                }
            }
        }
        for (alias, node) in aliases {
            if !common.contains(&alias) {
                put(alias, node, Match::Alias);
            }
        }
        let mut entries: Vec<_> =
            best.into_iter().map(|((name, node), matched)| (name, node, matched)).collect();
        entries.sort_unstable();
        Self { entries }
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
        let mut found: Vec<_> =
            same.map(|&(_, node, matched)| Candidate { node, matched }).collect();
        found.sort_by_key(|candidate| (candidate.matched, candidate.node));
        found
    }

    /// Every folded name with its node, by letters.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, NodeId, Match)> {
        self.entries.iter().map(|(name, node, matched)| (&**name, *node, *matched))
    }
}
