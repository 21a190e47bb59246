//! A question in plain words, without what it may begin with.

use super::items::Item;
use super::phrasal::PHRASAL;
use super::tokens::Token;

/// A question with the plain word for each verb of several words: `attended` for `turned up`.
pub(super) fn plainly(items: Vec<Item>) -> Vec<Item> {
    let word = |item: &Item| match item {
        Item::Word(word) => Some(word.clone()),
        _ => None,
    };
    let mut plain: Vec<Item> = Vec::with_capacity(items.len());
    let mut at = 0;
    while at < items.len() {
        let found = PHRASAL.iter().find_map(|(phrase, instead)| {
            // Articles may stand within: "on the phone with".
            let mut next = at;
            for wanted in phrase.split(' ') {
                while next > at
                    && matches!(
                        items.get(next).and_then(word).as_deref(),
                        Some("the" | "a" | "any")
                    )
                {
                    next += 1;
                }
                if items.get(next).and_then(word).as_deref() != Some(wanted) {
                    return None;
                }
                next += 1;
            }
            Some((next, *instead))
        });
        // "Whom did he call on the day of the talks" is no call for anything.
        let dated = |next: usize| match items.get(next) {
            Some(Item::Days) => true,
            Some(Item::Word(word)) => matches!(&**word, "day" | "morning" | "eve" | "evening"),
            Some(Item::Named(_)) | None => false,
        };
        let on = |at: usize| word(&items[at]).is_some_and(|word| word == "on");
        let found = found.filter(|(next, _)| !(on(next - 1) && dated(articles(&items, *next))));
        if let Some((next, instead)) = found {
            plain.extend(instead.split(' ').map(|word| Item::Word(word.to_owned())));
            at = next;
        } else {
            plain.push(items[at].clone());
            at += 1;
        }
    }
    plain
}

/// Where the first word stands from a place on that is no article.
fn articles(items: &[Item], at: usize) -> usize {
    let is_one = |item: &&Item| matches!(item, Item::Word(word) if word == "the" || word == "a");
    at + items[at.min(items.len())..].iter().take_while(is_one).count()
}

/// Leaves out what is asked beside and no record tells: "which talks were called off, and why".
pub(super) fn without_why(tokens: &mut Vec<Token<'_>>) -> bool {
    let is = |token: Option<&Token<'_>>, words: &[&str]| {
        token.is_some_and(|token| words.contains(&&*token.folded))
    };
    let asks = |at: &usize| is(tokens.get(*at), &["and", "so"]) && is(tokens.get(at + 1), &["why"]);
    let Some(at) = (1..tokens.len()).find(asks) else { return false };
    // "If so, why".
    let from = if is(tokens.get(at - 1), &["if"]) { at - 1 } else { at };
    tokens.drain(from..at + 2);
    true
}

/// "According to whom was Ukraine excluded" asks who said that it was.
pub(super) fn whose_word(tokens: &mut Vec<Token<'_>>) {
    let is = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|token| words.contains(&&*token.folded))
    };
    let asks = is(0, &["according"]) && is(1, &["to"]) && is(2, &["whom", "who"])
        || is(0, &["by", "on"]) && is(1, &["whose"]) && is(2, &["account", "word", "telling"]);
    if !asks {
        return;
    }
    for (token, word) in tokens.iter_mut().zip(["who", "said", "that"]) {
        word.clone_into(&mut token.folded);
    }
    let helps = ["did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "will"];
    if tokens.get(3).is_some_and(|token| helps.contains(&&*token.folded)) {
        tokens.remove(3);
    }
}

/// What a question may begin with before it says what it wants.
const LEADS: &[&str] = &[
    "can you tell me",
    "could you tell me",
    "i want to know",
    "i would like to know",
    "do you know",
    "tell me",
    "tell us",
    "show me",
    "give me",
    "list",
    "please",
    "remind me",
    "names of",
    "find out",
    "find",
    "let me know",
    "help me find",
    "i am looking for",
    "i m looking for",
    "looking for",
    "i need to know",
    "i need",
    "i want",
    "do we know",
    "does anyone know",
    "any idea",
    "hi",
    "hello",
    "so",
    "ok",
    "and",
    "also",
    "just",
    "well",
];

/// A question without what it may begin with. "Tell me about" asks for a page, and stays.
pub(super) fn to_the_point(mut items: Vec<Item>) -> Vec<Item> {
    let is = |item: Option<&Item>, wanted: &str| matches!(item, Some(Item::Word(word)) if word == wanted);
    while let Some(lead) = LEADS.iter().find(|lead| {
        let mut words = lead.split(' ').enumerate();
        words.all(|(at, word)| is(items.get(at), word))
    }) {
        let len = lead.split(' ').count();
        if is(items.get(len), "about") || items.len() == len {
            break;
        }
        items.drain(..len);
    }
    items
}
