//! What a query takes that the watch over its terms does not see, read from the query itself:
//! texts that grow inside one expression, texts that aggregates keep, and rows that hold no term.

use spargebra::Query;
use spargebra::algebra::{
    AggregateExpression, AggregateFunction, Expression, Function, GraphPattern, OrderExpression,
};
use spargebra::term::{Literal, TermPattern, Variable};

/// The longest text that a query which joins texts may join, in bytes.
pub(super) const LONGEST_PART: usize = 16 << 10;
/// The longest text that one expression may make of such parts.
const LONGEST_TEXT: u64 = 512 << 20;

/// What was found in a query.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    /// An aggregate keeps every text it reads, and this many bytes of its own for each row.
    pub(super) kept: Option<usize>,
    /// Some expression joins texts.
    pub(super) joins: bool,
    /// Some expression may make a text of more bytes than there are.
    pub(super) endless: bool,
    marks: usize,
}

/// Reads a query, and has each of its rows hold a term.
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
            let own = literals(expr);
            let separator = match name {
                AggregateFunction::GroupConcat { separator: Some(separator) } => separator.len(),
                _ => 0,
            };
            self.kept = Some(self.kept.unwrap_or_default().max(own.saturating_add(separator)));
        }
    }

    fn expression(&mut self, expression: &mut Expression) {
        self.endless |= longest(expression) > LONGEST_TEXT;
        self.within(expression);
    }

    fn within(&mut self, expression: &mut Expression) {
        match expression {
            Expression::Exists(pattern) => self.pattern(pattern),
            Expression::FunctionCall(Function::Concat | Function::Replace, _) => self.joins = true,
            _ => {}
        }
        for part in parts(expression) {
            self.within(part);
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

/// How many bytes a text may have that an expression makes.
fn longest(expression: &mut Expression) -> u64 {
    let part = LONGEST_PART as u64;
    let sum = |parts: &mut [Expression]| parts.iter_mut().map(longest).fold(0, u64::saturating_add);
    match expression {
        Expression::NamedNode(name) => name.as_str().len() as u64,
        Expression::Literal(literal) => literal.value().len() as u64,
        Expression::Variable(_) => part,
        Expression::If(_, yes, no) => longest(yes).max(longest(no)),
        Expression::Coalesce(all) => all.iter_mut().map(longest).max().unwrap_or_default(),
        Expression::FunctionCall(Function::Replace, parts) => match &mut parts[..] {
            // As often as the text has places, each time with the text in it again.
            [text, _, by, ..] => {
                longest(text).saturating_add(1).saturating_mul(longest(by).saturating_add(1))
            }
            _ => 0,
        },
        Expression::FunctionCall(
            Function::EncodeForUri | Function::UCase | Function::LCase,
            parts,
        ) => sum(parts).saturating_mul(3),
        Expression::FunctionCall(_, parts) => sum(parts),
        // Numbers and truths.
        other => parts(other).into_iter().map(longest).max().unwrap_or_default(),
    }
}

/// How many bytes of text an expression brings itself.
fn literals(expression: &mut Expression) -> usize {
    match expression {
        Expression::Literal(literal) => literal.value().len(),
        other => parts(other).into_iter().map(literals).fold(0, usize::saturating_add),
    }
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
