use crate::error::Named;
use crate::{QuestionError, words};
use chancery_graph::{Graph, Match, Node, NodeId, NodeKind};
use chancery_model::fold;
use std::collections::BTreeMap;

/// What a typed name means in a graph.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution<'g> {
    /// Exactly this.
    One(&'g Node),
    /// One of these, the best match first.
    Many(Vec<&'g Node>),
    /// Nothing. These have similar names, the most similar first.
    None(Vec<&'g Node>),
}

/// Finds what is meant by a name as people type it: a full name, a surname, an alias from the
/// text, a state's code, an id; case, accents and full stops do not count.
///
/// Only nodes of the given kinds are considered, all of them if none is given. The best kind of
/// match decides (see [`Match`]); where that leaves several, they are all candidates. It never
/// guesses.
///
/// # Complexity
/// O(log names) where something is found, else O(all names).
pub fn resolve<'g>(graph: &'g Graph, typed: &str, kinds: &[NodeKind]) -> Resolution<'g> {
    let fits = |node: NodeId| kinds.is_empty() || kinds.contains(&graph.node(node).kind());
    let mut found = graph.named(typed);
    found.retain(|candidate| fits(candidate.node));
    let Some(best) = found.first().copied() else {
        return Resolution::None(nearest(graph, typed, kinds));
    };
    if best.matched == Match::Id {
        return Resolution::One(graph.node(best.node));
    }
    // A city's full name is often what its government is called, and neither is the better guess.
    let kind = |node: NodeId| graph.node(node).kind();
    let rivals = |matched: Match, node: NodeId| {
        best.matched == Match::Name && matched == Match::Alias && kind(node) != kind(best.node)
    };
    found.retain(|other| other.matched == best.matched || rivals(other.matched, other.node));
    match found[..] {
        [one] => Resolution::One(graph.node(one.node)),
        _ => Resolution::Many(found.iter().map(|other| graph.node(other.node)).collect()),
    }
}

/// [`resolve`] for those who cannot go on without exactly one.
pub fn named<'g>(
    graph: &'g Graph,
    typed: &str,
    kinds: &[NodeKind],
) -> Result<&'g Node, QuestionError> {
    let typed = typed.to_owned();
    match resolve(graph, &typed, kinds) {
        Resolution::One(node) => Ok(node),
        Resolution::Many(nodes) => {
            Err(QuestionError::AmbiguousName { typed, candidates: all_named(&nodes) })
        }
        Resolution::None(nodes) => {
            Err(QuestionError::UnknownName { typed, nearest: all_named(&nodes) })
        }
    }
}

fn all_named(nodes: &[&Node]) -> Vec<Named> {
    nodes.iter().map(|node| Named { name: node.name.clone(), label: node.label.clone() }).collect()
}

/// The nodes whose names differ from what was typed by a few slips, or contain it.
fn nearest<'g>(graph: &'g Graph, typed: &str, kinds: &[NodeKind]) -> Vec<&'g Node> {
    const MOST: usize = 5;
    let typed = fold(typed);
    let letters = typed.chars().count();
    let slips = letters.div_ceil(4);
    let mut best: BTreeMap<NodeId, usize> = BTreeMap::new();
    for (name, node, _) in graph.names() {
        if !kinds.is_empty() && !kinds.contains(&graph.node(node).kind()) {
            continue;
        }
        let contained = letters >= 3 && name.contains(&typed);
        let far = if contained { slips + 1 } else { words::slips(&typed, name) };
        if far <= slips || contained {
            let known = best.entry(node).or_insert(far);
            *known = far.min(*known);
        }
    }
    let mut ranked: Vec<_> = best.into_iter().map(|(node, far)| (far, node)).collect();
    ranked.sort_unstable();
    ranked.into_iter().take(MOST).map(|(_, node)| graph.node(node)).collect()
}
