//! Verbs of reporting: their forms and what may follow them.

use super::tables::{Row, TableError, rows};
use super::words::Words;
use chancery_model::Act;

/// What may follow a verb of reporting. Sets of these are bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Takes(u32);

macro_rules! takes {
    ($($(#[$meta:meta])* $name:ident = $word:literal, $bit:literal;)+) => {
        impl Takes {
            $($(#[$meta])* pub(crate) const $name: Self = Self(1 << $bit);)+

            fn named(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

takes! {
    /// A clause, with or without "that".
    THAT = "that", 0;
    /// A quotation.
    QUOTE = "quote", 1;
    /// Only a quotation: without one it is no reporting verb.
    QUOTE_ONLY = "quoteonly", 2;
    /// A noun phrase.
    NP = "np", 3;
    /// First the one who is told.
    ADDRESSEE = "adr", 4;
    /// To do something.
    INF = "inf", 5;
    /// Doing something.
    ING = "ing", 6;
    /// "of" and what it is.
    OF = "of", 7;
    /// "for" and what is wanted.
    FOR = "for", 8;
    /// "on" and the one addressed or the matter.
    ON = "on", 9;
    /// "against" and what is not to be done.
    AGAINST = "against", 10;
    /// "about" and the matter.
    ABOUT = "about", 11;
    /// "at" and what is hinted.
    AT = "at", 12;
    /// "to" and the one appealed to, or what is objected to.
    TO = "to", 13;
    /// "out" (point out).
    OUT = "out", 14;
    /// Two noun phrases: call something something.
    NAMED = "named", 15;
    /// Only what courtesy extends: condolences, thanks, congratulations, an invitation.
    COURTESY = "courtesy", 16;
    /// Passive: was quoted as saying.
    PASSIVE = "passive", 17;
    /// Be or remain, and an adjective: we remain committed to.
    REMAIN = "remain", 18;
    /// Never by itself.
    NONE = "none", 19;
    /// "to" somebody "for" something.
    ADDRESSEE_FOR = "adrfor", 20;
}

impl Takes {
    /// Whether any of these is among them.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One verb of reporting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Verb {
    /// What is done by it.
    pub(crate) act: Act,
    /// What may follow.
    pub(crate) takes: Takes,
    /// Whether its content is what the source says is not so.
    pub(crate) negated: bool,
}

/// Verbs of several words by the forms of their first: "took note of", with the words that follow.
pub(crate) type Phrasal = Words<Vec<(Box<[Box<str>]>, Verb)>>;

/// Reads the table: every form of every verb, those of one word and those of several.
pub(super) fn verbs(table: (&'static str, &str)) -> Result<(Words<Verb>, Phrasal), TableError> {
    let mut forms = Words::new();
    let mut phrasal = Phrasal::new();
    for row in &rows(table.0, table.1)? {
        let verb = verb(row)?;
        let mut words = row.cell(0).split_whitespace();
        let first = words.next().unwrap_or_default();
        let rest: Box<[Box<str>]> = words.map(Box::from).collect();
        let listed: Vec<String> = row.cell(1).split_whitespace().map(str::to_owned).collect();
        let all = if listed.is_empty() { inflections(first) } else { listed };
        for form in all {
            if rest.is_empty() {
                forms.or_insert(&form, verb);
            } else {
                phrasal.or_insert(&form, Vec::new()).push((rest.clone(), verb));
            }
        }
    }
    Ok((forms, phrasal))
}

fn verb(row: &Row<'_>) -> Result<Verb, TableError> {
    let act = row.cell(2).parse().map_err(|error: String| row.error(error))?;
    let mut takes = Takes::default();
    for word in row.cell(3).split_whitespace() {
        takes = takes.and(
            Takes::named(word)
                .ok_or_else(|| row.error(format!("`{word}` is nothing a verb takes")))?,
        );
    }
    Ok(Verb { act, takes, negated: row.cell(4) == "yes" })
}

/// The four forms of a regular verb, the base among them.
fn inflections(lemma: &str) -> Vec<String> {
    let ends = |tails: &[&str]| tails.iter().any(|tail| lemma.ends_with(tail));
    let vowel_before_y = ends(&["ay", "ey", "oy", "uy"]);
    let (third, past, present) = if let Some(stem) = lemma.strip_suffix('e') {
        (format!("{lemma}s"), format!("{lemma}d"), format!("{stem}ing"))
    } else if lemma.ends_with('y') && !vowel_before_y {
        let stem = &lemma[..lemma.len() - 1];
        (format!("{stem}ies"), format!("{stem}ied"), format!("{lemma}ing"))
    } else if ends(&["s", "sh", "ch", "x"]) {
        (format!("{lemma}es"), format!("{lemma}ed"), format!("{lemma}ing"))
    } else {
        (format!("{lemma}s"), format!("{lemma}ed"), format!("{lemma}ing"))
    };
    vec![lemma.to_owned(), third, past, present]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_are_inflected() {
        assert_eq!(inflections("deny"), ["deny", "denies", "denied", "denying"]);
        assert_eq!(inflections("note"), ["note", "notes", "noted", "noting"]);
        assert_eq!(inflections("stress"), ["stress", "stresses", "stressed", "stressing"]);
    }
}
