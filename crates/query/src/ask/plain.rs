//! A question in plain words, without what it may begin with.

use super::items::Item;
use super::phrasal::PHRASAL;

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
