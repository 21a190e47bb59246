//! Patterns that share no variable, in a form that gives its first rows at once.
//!
//! The evaluator reads all of one side of a product before it multiplies, and keeps it. As
//! `LATERAL` the second is read anew for each row of the first: the rows are the same, and so is
//! their number of steps, but none is kept, and whoever wants ten gets ten.

use spargebra::Query;
use spargebra::algebra::GraphPattern;
use spargebra::term::{NamedNodePattern, TermPattern, TriplePattern};
use std::collections::BTreeSet;

/// Variables, and blank nodes, which join as variables do.
type Names = BTreeSet<String>;

/// The same query, with products as `LATERAL`.
pub(super) fn streamed(mut query: Query) -> Query {
    let (Query::Select { pattern, .. }
    | Query::Construct { pattern, .. }
    | Query::Describe { pattern, .. }
    | Query::Ask { pattern, .. }) = &mut query;
    rewrite(pattern);
    query
}

fn rewrite(pattern: &mut GraphPattern) {
    match pattern {
        GraphPattern::Bgp { patterns } => {
            let parts = parts(std::mem::take(patterns)).into_iter();
            let parts = parts.map(|patterns| GraphPattern::Bgp { patterns });
            *pattern = parts.reduce(lateral).unwrap_or_default();
        }
        GraphPattern::Join { left, right } => {
            rewrite(left);
            rewrite(right);
            // A filter on the right would see what the left has found; plain patterns have none.
            let (Some(one), Some(other)) = (names(left), names(right)) else { return };
            if one.is_disjoint(&other) {
                *pattern = lateral(std::mem::take(left), std::mem::take(right));
            }
        }
        GraphPattern::LeftJoin { left, right, .. }
        | GraphPattern::Lateral { left, right }
        | GraphPattern::Union { left, right }
        | GraphPattern::Minus { left, right } => {
            rewrite(left);
            rewrite(right);
        }
        GraphPattern::Filter { inner, .. }
        | GraphPattern::Graph { inner, .. }
        | GraphPattern::Extend { inner, .. }
        | GraphPattern::OrderBy { inner, .. }
        | GraphPattern::Project { inner, .. }
        | GraphPattern::Distinct { inner }
        | GraphPattern::Reduced { inner }
        | GraphPattern::Slice { inner, .. }
        | GraphPattern::Group { inner, .. }
        | GraphPattern::Service { inner, .. } => rewrite(inner),
        GraphPattern::Path { .. } | GraphPattern::Values { .. } => {}
    }
}

fn lateral(
    left: impl Into<Box<GraphPattern>>,
    right: impl Into<Box<GraphPattern>>,
) -> GraphPattern {
    GraphPattern::Lateral { left: left.into(), right: right.into() }
}

/// Triples that hang together by their names, those with the fewest names first.
fn parts(patterns: Vec<TriplePattern>) -> Vec<Vec<TriplePattern>> {
    let mut parts: Vec<(Names, Vec<TriplePattern>)> = Vec::new();
    for pattern in patterns {
        let mut part = (of_triple(&pattern), vec![pattern]);
        let (joined, apart) = parts.into_iter().partition(|(names, _)| !names.is_disjoint(&part.0));
        parts = apart;
        let joined: Vec<(Names, Vec<TriplePattern>)> = joined;
        for (names, patterns) in joined.into_iter().rev() {
            part.0.extend(names);
            part.1.splice(0..0, patterns);
        }
        parts.push(part);
    }
    parts.sort_by_key(|(names, _)| names.len());
    parts.into_iter().map(|(_, patterns)| patterns).collect()
}

/// The names in plain patterns; `None` where there is more than those.
fn names(pattern: &GraphPattern) -> Option<Names> {
    match pattern {
        GraphPattern::Bgp { patterns } => Some(patterns.iter().flat_map(of_triple).collect()),
        GraphPattern::Path { subject, object, .. } => {
            Some([subject, object].into_iter().filter_map(of_term).collect())
        }
        GraphPattern::Lateral { left, right } => {
            let mut names = self::names(left)?;
            names.extend(self::names(right)?);
            Some(names)
        }
        _ => None,
    }
}

fn of_triple(pattern: &TriplePattern) -> Names {
    let predicate = match &pattern.predicate {
        NamedNodePattern::Variable(name) => Some(name.to_string()),
        NamedNodePattern::NamedNode(_) => None,
    };
    [of_term(&pattern.subject), predicate, of_term(&pattern.object)].into_iter().flatten().collect()
}

fn of_term(term: &TermPattern) -> Option<String> {
    match term {
        TermPattern::Variable(name) => Some(name.to_string()),
        TermPattern::BlankNode(name) => Some(name.to_string()),
        _ => None,
    }
}
