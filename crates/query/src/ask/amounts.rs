//! How many answers are asked for, and how often something is to have happened.

use super::dates::count;
use crate::Per;

/// How many of the answers are wanted: "the top ten people", "the five countries … most".
pub(super) fn at_most(shape: &str) -> Option<usize> {
    let words: Vec<&str> = shape.split_whitespace().collect();
    if let Some((_, several)) = busiest(shape) {
        return (!several).then_some(1);
    }
    let ranked = words.iter().any(|word| matches!(*word, "most" | "often" | "frequently" | "top"));
    let found = words.windows(2).find_map(|pair| {
        let number = number(pair[0]).filter(|_| is_counted(pair[1]));
        number.or_else(|| number_after(pair, &["top", "first"]))
    });
    found.filter(|_| ranked)
}

/// How often at least: 4 for "more than three times", 2 for "at least twice".
pub(super) fn at_least(shape: &str) -> Option<usize> {
    let words: Vec<&str> = shape.split_whitespace().collect();
    let times = |at: usize| -> Option<usize> {
        match *words.get(at)? {
            "once" => Some(1),
            "twice" => Some(2),
            word if matches!(words.get(at + 1), Some(&("times" | "meetings" | "calls"))) => {
                number(word)
            }
            _ => None,
        }
    };
    (0..words.len()).find_map(|at| match (words[at], words.get(at + 1)) {
        ("more", Some(&"than")) => Some(times(at + 2)? + 1),
        ("at", Some(&"least")) => times(at + 2),
        ("over", _) => Some(times(at + 1)? + 1),
        _ => times(at).filter(|_| {
            let after = if matches!(words[at], "once" | "twice") { at + 1 } else { at + 2 };
            words.get(after) == Some(&"or") && words.get(after + 1) == Some(&"more")
        }),
    })
}

/// By what the busiest is told, and whether several are asked for: "the busiest months".
pub(super) fn busiest(shape: &str) -> Option<(Per, bool)> {
    let words: Vec<&str> = shape.split_whitespace().collect();
    let at = words.windows(2).position(|pair| {
        pair[0] == "busiest" || pair == ["most", "active"] || pair == ["most", "meetings"]
    })?;
    words[at..].iter().take(3).chain(&words[..at]).find_map(|word| match *word {
        "day" => Some((Per::Day, false)),
        "days" => Some((Per::Day, true)),
        "month" => Some((Per::Month, false)),
        "months" => Some((Per::Month, true)),
        "year" => Some((Per::Year, false)),
        "years" => Some((Per::Year, true)),
        _ => None,
    })
}

/// Whether a word is a number.
pub(super) fn is_number(word: &str) -> bool {
    number(word).is_some()
}

/// Whether a word is of how many, and no subject.
pub(super) fn is_of_amounts(word: &str) -> bool {
    number(word).is_some() || matches!(word, "busiest" | "more" | "least" | "than" | "over")
}

fn number(word: &str) -> Option<usize> {
    let tens = match word {
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "hundred" => 100,
        _ => return count(word).and_then(|number| usize::try_from(number).ok()),
    };
    Some(tens)
}

fn number_after(pair: &[&str], leads: &[&str]) -> Option<usize> {
    number(pair[1]).filter(|_| leads.contains(&pair[0]))
}

fn is_counted(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "persons"
            | "leaders"
            | "officials"
            | "ministers"
            | "diplomats"
            | "counterparts"
            | "contacts"
            | "interlocutors"
            | "countries"
            | "states"
            | "governments"
            | "organizations"
            | "organisations"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_by_their_words() {
        for (shape, most, least) in [
            (" top ten people _ met with ", Some(10), None),
            (" ten countries _ meets most ", Some(10), None),
            (" with whom _ met most ", None, None),
            (" which ministers has _ seen more than three times ", None, Some(4)),
            (" who met _ at least twice ", None, Some(2)),
            (" who met _ twice or more ", None, Some(2)),
            (" three people met _ ", None, None),
            (" busiest month for _ @ ", Some(1), None),
            (" busiest months for _ ", None, None),
        ] {
            assert_eq!((at_most(shape), at_least(shape)), (most, least), "{shape}");
        }
        assert_eq!(busiest(" busiest month for _ @ "), Some((Per::Month, false)));
        assert_eq!(busiest(" which month had most meetings "), Some((Per::Month, false)));
    }
}
