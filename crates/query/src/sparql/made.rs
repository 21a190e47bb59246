//! Texts as expressions make them, counted before they are there.

use super::watch;
use spareval::QueryEvaluator;
use spargebra::algebra::{Expression, Function};
use spargebra::term::{Literal, NamedNode, Term};

/// `CONCAT`, of texts that fit in what is left of the memory.
pub(super) const JOINED: &str = "urn:chancery:joined";
/// The first text, where there is room for all that may come of it when each of its places is
/// replaced by the second.
pub(super) const REPLACED: &str = "urn:chancery:replaced";
/// The first value, which an aggregate keeps with the second beside it.
pub(super) const KEPT: &str = "urn:chancery:kept";

/// The evaluator, with these functions.
pub(super) fn with_functions(evaluator: QueryEvaluator) -> QueryEvaluator {
    evaluator
        .with_custom_function(NamedNode::new_unchecked(JOINED), joined)
        .with_custom_function(NamedNode::new_unchecked(REPLACED), replaced)
        .with_custom_function(NamedNode::new_unchecked(KEPT), kept)
}

pub(super) fn name(function: &str) -> Function {
    Function::Custom(NamedNode::new_unchecked(function))
}

pub(super) fn call(function: &str, parts: Vec<Expression>) -> Expression {
    Expression::FunctionCall(name(function), parts)
}

fn joined(parts: &[Term]) -> Option<Term> {
    let length = parts.iter().map(watch::length).fold(0, usize::saturating_add);
    watch::make(length);
    let mut joined = String::with_capacity(length);
    let mut language: Option<Option<&str>> = None;
    for part in parts {
        let Term::Literal(text) = part else { return None };
        if !is_text(text) {
            return None;
        }
        joined += text.value();
        // The language that all are in.
        language = match language {
            Some(known) if known != text.language() => Some(None),
            _ => Some(text.language()),
        };
        watch::give(text.value().len());
    }
    Some(match language.flatten() {
        Some(language) => Literal::new_language_tagged_literal_unchecked(joined, language).into(),
        None => Literal::new_simple_literal(joined).into(),
    })
}

fn is_text(literal: &Literal) -> bool {
    literal.language().is_some() || literal.datatype().as_str().ends_with("XMLSchema#string")
}

fn replaced(parts: &[Term]) -> Option<Term> {
    let [text, by] = parts else { return None };
    // As often as the text has places, each time with a letter of the text after it.
    let places = watch::length(text).saturating_add(1);
    let most = places.saturating_mul(watch::length(by).saturating_add(1));
    // Nothing stops it while it replaces, and it is slow: so it gets a share of the memory only.
    let share = most.saturating_mul(8);
    watch::make(share);
    watch::give(share);
    Some(text.clone())
}

fn kept(parts: &[Term]) -> Option<Term> {
    let [value, beside] = parts else { return None };
    watch::keep(watch::length(value).saturating_add(watch::length(beside)));
    Some(value.clone())
}
