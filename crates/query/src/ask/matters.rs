//! Words that stand where a name may: where it ends, and where they are a matter that is spoken of.

use super::dates;
use super::tokens::Token;
use crate::resolve::lexicon;
use crate::{Mentions, Names};
use chancery_graph::{Node, NodeKind};
use chancery_model::fold;

/// Whether a small number follows some words and documents write it so: "Nord Stream 2".
pub(super) fn is_numbered(names: &Names<'_>, rest: &[Token<'_>], len: usize) -> bool {
    let Some(number) = rest.get(len) else { return false };
    let small = number.text.len() < 3 && number.text.bytes().all(|byte| byte.is_ascii_digit());
    if !small || rest.get(len + 1).is_some_and(|next| dates::is_of_days(&next.folded)) {
        return false;
    }
    let words: Vec<&str> = rest[..=len].iter().map(|token| token.folded.as_str()).collect();
    let phrase = format!("\"{}\"", words.join(" "));
    Mentions::default().words(&phrase).answers(names.graph()).next().is_some()
}

/// Whether a word leads to what comes next.
pub(super) fn leads_on(word: &str) -> bool {
    matches!(
        word,
        "at" | "in" | "on" | "to" | "by" | "with" | "from" | "of" | "for" | "about" | "and" | "the"
    )
}

/// Whether all that some words may mean are bodies that no table knows.
pub(super) fn is_matter(means: &[&Node], phrase: &str) -> bool {
    let known = lexicon::organization(phrase).is_some() || lexicon::state(phrase).is_some();
    let body = |node: &&Node| {
        let several = phrase.contains(' ') || fold(&node.label) != phrase;
        node.kind() == NodeKind::Organization && several
    };
    !known && means.iter().all(body)
}

/// Whether what stands from a word on is what somebody speaks of.
pub(super) fn of_a_matter(tokens: &[Token<'_>], at: usize) -> bool {
    let mut before = tokens[..at].iter().rev().map(|token| &*token.folded);
    matches!(
        before.find(|word| *word != "the").unwrap_or_default(),
        "about"
            | "on"
            | "regarding"
            | "concerning"
            | "over"
            | "raise"
            | "raised"
            | "raising"
            | "discuss"
            | "discussed"
            | "mention"
            | "mentioned"
            | "address"
            | "addressed"
    )
}
