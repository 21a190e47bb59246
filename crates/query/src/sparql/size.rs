//! How large a query is, for those who plan it.
//!
//! Nothing can stop the planner, and it takes a time that grows with the third power of what is
//! joined and doubles with each group or option within another. So it is not given what it would
//! need more than a moment for.

use spargebra::Query;
use spargebra::algebra::{
    AggregateExpression, Expression, Function, GraphPattern, OrderExpression,
    PropertyPathExpression,
};

/// How many triples, steps of paths and operators a query may have.
const PATTERNS: usize = 60;
/// How many of them the planner may come by that looks twice into each group and option.
const LOOKS: usize = 1000;
/// Of how many parts all expressions may be.
const PARTS: usize = 1000;
/// How many regular expressions there may be; those that stand in the query are made beforehand.
const REGEXES: usize = 20;

/// What of a query is too large to be planned.
pub(super) fn too_large(query: &Query) -> Option<String> {
    let (Query::Select { pattern, .. }
    | Query::Construct { pattern, .. }
    | Query::Describe { pattern, .. }
    | Query::Ask { pattern, .. }) = query;
    let mut size = Size::default();
    let looks = size.pattern(pattern);
    let bounds = [
        (size.patterns, PATTERNS, "triples, steps of paths and operators"),
        (size.parts, PARTS, "parts in its expressions (VALUES may have more)"),
        (size.regexes, REGEXES, "regular expressions"),
    ];
    let over = bounds.into_iter().find(|(found, most, _)| found > most);
    let over = over.map(|(found, most, what)| format!("large: {found} {what}, {most} at most"));
    let nested = || "deep: groups or options nested in each other too often".to_owned();
    over.or_else(|| (looks > LOOKS).then(nested))
}

#[derive(Default)]
struct Size {
    patterns: usize,
    parts: usize,
    regexes: usize,
}

impl Size {
    /// Counts a pattern; gives how often something in it is looked at.
    fn pattern(&mut self, pattern: &GraphPattern) -> usize {
        let own = match pattern {
            GraphPattern::Bgp { patterns } => patterns.len(),
            GraphPattern::Path { path, .. } => steps(path),
            GraphPattern::Join { .. } => 0,
            _ => 1,
        };
        self.patterns += own;
        let within = match pattern {
            GraphPattern::Bgp { .. } | GraphPattern::Path { .. } | GraphPattern::Values { .. } => 0,
            GraphPattern::Join { left, right }
            | GraphPattern::Lateral { left, right }
            | GraphPattern::Union { left, right }
            | GraphPattern::Minus { left, right } => {
                self.pattern(left).saturating_add(self.pattern(right))
            }
            GraphPattern::LeftJoin { left, right, expression } => {
                if let Some(expression) = expression {
                    self.expression(expression);
                }
                let (left, right) = (self.pattern(left), self.pattern(right));
                left.saturating_add(right.saturating_mul(2))
            }
            GraphPattern::Filter { expr, inner } => {
                self.expression(expr);
                self.pattern(inner)
            }
            GraphPattern::Extend { inner, expression, .. } => {
                self.expression(expression);
                self.pattern(inner)
            }
            GraphPattern::OrderBy { inner, expression } => {
                for by in expression {
                    let (OrderExpression::Asc(by) | OrderExpression::Desc(by)) = by;
                    self.expression(by);
                }
                self.pattern(inner)
            }
            GraphPattern::Group { inner, variables, aggregates } => {
                self.parts += variables.len() + aggregates.len();
                for (_, aggregate) in aggregates {
                    if let AggregateExpression::FunctionCall { expr, .. } = aggregate {
                        self.expression(expr);
                    }
                }
                self.pattern(inner).saturating_mul(2)
            }
            GraphPattern::Graph { inner, .. }
            | GraphPattern::Project { inner, .. }
            | GraphPattern::Distinct { inner }
            | GraphPattern::Reduced { inner }
            | GraphPattern::Slice { inner, .. }
            | GraphPattern::Service { inner, .. } => self.pattern(inner),
        };
        within.saturating_add(own)
    }

    fn expression(&mut self, expression: &Expression) {
        self.parts += 1;
        match expression {
            Expression::Exists(pattern) => {
                self.pattern(pattern);
            }
            Expression::FunctionCall(Function::Regex | Function::Replace, _) => self.regexes += 1,
            _ => {}
        }
        for part in parts(expression) {
            self.expression(part);
        }
    }
}

fn steps(path: &PropertyPathExpression) -> usize {
    match path {
        PropertyPathExpression::NamedNode(_) | PropertyPathExpression::NegatedPropertySet(_) => 1,
        PropertyPathExpression::Reverse(path)
        | PropertyPathExpression::ZeroOrMore(path)
        | PropertyPathExpression::OneOrMore(path)
        | PropertyPathExpression::ZeroOrOne(path) => steps(path) + 1,
        PropertyPathExpression::Sequence(one, other)
        | PropertyPathExpression::Alternative(one, other) => steps(one) + steps(other),
    }
}

/// What an expression is made of.
fn parts(expression: &Expression) -> Vec<&Expression> {
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
        Expression::In(one, others) => std::iter::once(&**one).chain(others).collect(),
        Expression::Coalesce(parts) | Expression::FunctionCall(_, parts) => parts.iter().collect(),
        Expression::NamedNode(_)
        | Expression::Literal(_)
        | Expression::Variable(_)
        | Expression::Bound(_)
        | Expression::Exists(_) => Vec::new(),
    }
}
