//! What a query takes that the watch over its terms does not see: texts that grow inside one
//! expression, texts that aggregates keep, and rows that hold no term. The query is changed so
//! that all of it is seen; its answers are the same.

use super::made;
use spargebra::Query;
use spargebra::algebra::{
    AggregateExpression, AggregateFunction, Expression, Function, GraphPattern, OrderExpression,
};
use spargebra::term::{Literal, TermPattern, Variable};

/// What was found in a query.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    /// Some expression replaces by what is itself made by replacing.
    pub(super) tangled: bool,
    marks: usize,
}

/// Has each row of a query hold a term, and what its expressions make be counted.
pub(super) fn unseen(query: &mut Query) -> Unseen {
    let (Query::Select { pattern, .. }
    | Query::Construct { pattern, .. }
    | Query::Describe { pattern, .. }
    | Query::Ask { pattern, .. }) = query;
    let mut found = Unseen::default();
    found.pattern(pattern);
    found
}

impl Unseen {
    fn pattern(&mut self, pattern: &mut GraphPattern) {
        match pattern {
            GraphPattern::Bgp { .. } => {}
            GraphPattern::Path { subject, object, .. } => {
                let open = |term: &TermPattern| {
                    matches!(term, TermPattern::Variable(_) | TermPattern::BlankNode(_))
                };
                if !open(subject) && !open(object) {
                    self.mark(pattern);
                }
            }
            GraphPattern::Values { bindings, .. } => {
                if bindings.iter().any(|row| row.iter().all(Option::is_none)) {
                    self.mark(pattern);
                }
            }
            GraphPattern::Union { left, right } => {
                for side in [left, right] {
                    self.pattern(side);
                    if is_nothing(side) {
                        self.mark(side);
                    }
                }
            }
            GraphPattern::Join { left, right }
            | GraphPattern::Lateral { left, right }
            | GraphPattern::Minus { left, right } => {
                for side in [left, right] {
                    self.pattern(side);
                    self.mark_selected(side);
                }
            }
            GraphPattern::LeftJoin { left, right, expression } => {
                for side in [left, right] {
                    self.pattern(side);
                    self.mark_selected(side);
                }
                if let Some(expression) = expression {
                    self.expression(expression);
                }
            }
            GraphPattern::Filter { expr, inner } => {
                self.expression(expr);
                self.pattern(inner);
            }
            GraphPattern::Extend { inner, expression, .. } => {
                self.expression(expression);
                self.pattern(inner);
            }
            GraphPattern::OrderBy { inner, expression } => {
                for by in expression {
                    let (OrderExpression::Asc(by) | OrderExpression::Desc(by)) = by;
                    self.expression(by);
                }
                self.pattern(inner);
            }
            GraphPattern::Group { inner, aggregates, .. } => {
                for (_, aggregate) in aggregates {
                    self.aggregate(aggregate);
                }
                self.pattern(inner);
            }
            GraphPattern::Graph { inner, .. }
            | GraphPattern::Project { inner, .. }
            | GraphPattern::Distinct { inner }
            | GraphPattern::Reduced { inner }
            | GraphPattern::Slice { inner, .. }
            | GraphPattern::Service { inner, .. } => self.pattern(inner),
        }
    }

    fn aggregate(&mut self, aggregate: &mut AggregateExpression) {
        let AggregateExpression::FunctionCall { name, expr, distinct } = aggregate else { return };
        self.expression(expr);
        let joins = matches!(name, AggregateFunction::GroupConcat { .. });
        // Distinct terms are counted as terms; what is made of them is not.
        let tells_apart = *distinct && !matches!(expr, Expression::Variable(_));
        if joins || tells_apart {
            let separator = match name {
                AggregateFunction::GroupConcat { separator } => {
                    separator.clone().unwrap_or_default()
                }
                _ => String::new(),
            };
            let separator = Expression::Literal(Literal::from(separator));
            *expr = made::call(made::KEPT, vec![take(expr), separator]);
        }
    }

    fn expression(&mut self, expression: &mut Expression) {
        if let Expression::Exists(pattern) = expression {
            self.pattern(pattern);
        }
        for part in parts(expression) {
            self.expression(part);
        }
        match expression {
            Expression::FunctionCall(function @ Function::Concat, _) => {
                *function = made::name(made::JOINED);
            }
            Expression::FunctionCall(Function::Replace, parts) => {
                if let [text, _, by, ..] = &mut parts[..] {
                    // What replaces is made twice, once to see how long it is.
                    self.tangled |= replaces(by);
                    *text = made::call(made::REPLACED, vec![take(text), by.clone()]);
                }
            }
            Expression::FunctionCall(Function::EncodeForUri, parts) => {
                if let [text] = &mut parts[..] {
                    // Three letters for one.
                    let by = Expression::Literal(Literal::from("%0"));
                    *text = made::call(made::REPLACED, vec![take(text), by]);
                }
            }
            _ => {}
        }
    }

    /// A query in the query may give none of the variables that it names.
    fn mark_selected(&mut self, pattern: &mut GraphPattern) {
        let mut inner = &*pattern;
        while let GraphPattern::Distinct { inner: next }
        | GraphPattern::Reduced { inner: next }
        | GraphPattern::Slice { inner: next, .. }
        | GraphPattern::OrderBy { inner: next, .. }
        | GraphPattern::Filter { inner: next, .. } = inner
        {
            inner = next;
        }
        if matches!(inner, GraphPattern::Project { .. }) {
            self.mark(pattern);
        }
    }

    /// Each row of the pattern holds one more term, by a name that no query can write.
    fn mark(&mut self, pattern: &mut GraphPattern) {
        self.marks += 1;
        *pattern = GraphPattern::Extend {
            inner: Box::new(std::mem::take(pattern)),
            variable: Variable::new_unchecked(format!("held by the row {}", self.marks)),
            expression: Expression::Literal(Literal::from(true)),
        };
    }
}

/// A pattern without any variable, which is so much as no pattern.
fn is_nothing(pattern: &GraphPattern) -> bool {
    match pattern {
        GraphPattern::Bgp { patterns } => patterns.is_empty(),
        GraphPattern::Filter { inner, .. } => is_nothing(inner),
        _ => false,
    }
}

fn take(expression: &mut Expression) -> Expression {
    std::mem::replace(expression, Expression::Literal(Literal::from(false)))
}

/// Whether an expression replaces in a text.
fn replaces(expression: &mut Expression) -> bool {
    matches!(expression, Expression::FunctionCall(Function::Replace, _))
        || parts(expression).into_iter().any(replaces)
}

/// What an expression is made of.
fn parts(expression: &mut Expression) -> Vec<&mut Expression> {
    match expression {
        Expression::Or(one, other)
        | Expression::And(one, other)
        | Expression::Equal(one, other)
        | Expression::SameTerm(one, other)
        | Expression::Greater(one, other)
        | Expression::GreaterOrEqual(one, other)
        | Expression::Less(one, other)
        | Expression::LessOrEqual(one, other)
        | Expression::Add(one, other)
        | Expression::Subtract(one, other)
        | Expression::Multiply(one, other)
        | Expression::Divide(one, other) => vec![one, other],
        Expression::UnaryPlus(one) | Expression::UnaryMinus(one) | Expression::Not(one) => {
            vec![one]
        }
        Expression::If(one, yes, no) => vec![one, yes, no],
        Expression::In(one, others) => std::iter::once(&mut **one).chain(others).collect(),
        Expression::Coalesce(parts) | Expression::FunctionCall(_, parts) => {
            parts.iter_mut().collect()
        }
        Expression::NamedNode(_)
        | Expression::Literal(_)
        | Expression::Variable(_)
        | Expression::Bound(_)
        | Expression::Exists(_) => Vec::new(),
    }
}
