//! Persons whom the title names in full, and the text only by their family name: "FOREIGN MINISTER RAU:".

use super::Cast;
use super::aliases::{Person, close};
use crate::lexicon::{Code, Lexicon};
use chancery_model::fold;
use std::collections::HashMap;

/// A person as a title names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Headed {
    /// The words of the name.
    pub(crate) words: Vec<String>,
    /// The state whose office they hold, if the title tells.
    pub(crate) state: Option<Code>,
    /// Whether it gives them an office.
    pub(crate) official: bool,
}

/// Which persons of the text are those of the title.
pub(super) struct Lent {
    /// For every person that the title names, the one of the text.
    pub(super) headed: Vec<Option<usize>>,
    /// Persons who turned out to be one of the others.
    other: Vec<(usize, usize)>,
}

impl Lent {
    /// The person that one has become.
    pub(super) fn person_of(&self, person: usize) -> usize {
        self.other.iter().find(|(from, _)| *from == person).map_or(person, |(_, to)| *to)
    }
}

/// Gives persons of the text the full names that the title has for them.
pub(super) fn lend_names(people: &mut [Person], headed: &[Headed], lexicon: &Lexicon) -> Lent {
    let mut lent = Lent { headed: vec![None; headed.len()], other: Vec::new() };
    // "Joe, good morning": who has no family name in the text may be called by the given name.
    let is_known = |it: &Headed, people: &[Person]| {
        let full = folded(&it.words);
        people.iter().any(|person| is_named_by(&folded(&person.words), &full, lexicon))
    };
    let unknown: Vec<bool> = headed.iter().map(|it| !is_known(it, people)).collect();
    for (at, person) in people.iter_mut().enumerate() {
        let words = folded(&person.words);
        let fits = |number: usize, it: &Headed| {
            let full = folded(&it.words);
            let by_given = unknown[number]
                && words.len() == 1
                && full.len() > 1
                && words.first() == full.first()
                && lexicon.given.contains(capital(&full[0]).as_str());
            by_given || is_named_by(&words, &full, lexicon)
        };
        let mut fitting = headed.iter().enumerate().filter(|(number, it)| fits(*number, it));
        // Of two brothers of one name neither is meant for sure.
        let (Some((number, found)), None) = (fitting.next(), fitting.next()) else { continue };
        if let Some(known) = lent.headed[number] {
            lent.other.push((at, known));
            continue;
        }
        lent.headed[number] = Some(at);
        if found.words.len() > person.words.len() {
            person.words.clone_from(&found.words);
        }
    }
    call_by_given_names(people, headed, lexicon, &mut lent);
    lent
}

/// "FOREIGN MINISTER MAAS: … Thank you, Heiko": whom nobody but their given name names is the only one of
/// the title who has it, unless somebody else of the text has it too.
fn call_by_given_names(people: &[Person], headed: &[Headed], lexicon: &Lexicon, lent: &mut Lent) {
    let mut given: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, person) in people.iter().enumerate().filter(|(_, person)| person.words.len() > 1) {
        let first = folded(&person.words).into_iter().next().unwrap_or_default();
        given.entry(first).or_default().push(at);
    }
    for (at, person) in people.iter().enumerate().filter(|(_, person)| person.words.len() == 1) {
        let words = folded(&person.words);
        let Some([known]) = words.first().and_then(|word| given.get(word)).map(Vec::as_slice)
        else {
            continue;
        };
        let mut of_title = headed.iter().zip(&lent.headed).filter(|(_, who)| **who == Some(*known));
        let official = of_title.next().is_some_and(|(it, _)| it.official && it.words.len() > 1);
        let is_given = lexicon.given.contains(capital(&words[0]).as_str());
        let taken =
            lent.headed.contains(&Some(at)) || lent.other.iter().any(|(from, _)| *from == at);
        if official && is_given && !taken {
            lent.other.push((at, *known));
        }
    }
}

/// The words of a name as names are compared, without the number of a king.
fn folded(words: &[String]) -> Vec<String> {
    let folded = fold(&words.join(" "));
    let words = folded.split(' ').filter(|word| !matches!(*word, "ii" | "iii" | "iv" | "vi"));
    words.map(str::to_owned).collect()
}

/// Whether words of a text name the bearer of a full name: all of it, the end of it, or its family
/// name where that stands first or in the middle.
fn is_named_by(words: &[String], full: &[String], lexicon: &Lexicon) -> bool {
    if words.is_empty() || full.is_empty() {
        return false;
    }
    // The shorter one ends the longer one: "PRESIDENT MAIA SANDU" has its title along.
    let same = |(one, other): (&String, &String)| close(one, other);
    if full.iter().rev().zip(words.iter().rev()).all(same) {
        return true;
    }
    if words.len() > full.len() || full.len() < 2 {
        return false;
    }
    if words.len() > 1 {
        // "bin Zayed" of "Mohammed bin Zayed Al Nahyan", "Antony Blinken" of "Antony J. Blinken".
        let within = |part: &[String]| part.iter().zip(words).all(same);
        if full.windows(words.len()).any(within) {
            return true;
        }
        let mut rest = full.iter();
        return words.iter().all(|word| rest.any(|other| close(word, other)))
            && close(&words[0], &full[0]);
    }
    let first = close(&words[0], &full[0]);
    let family_first = lexicon.family_first.contains(capital(&full[0]).as_str());
    let middle = full[1..].iter().any(|other| close(&words[0], other) && other.len() > 2);
    first && family_first || middle
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

impl Cast<'_, '_> {
    /// Those whom the title gives an office of a state serve it, unless the text tells of another.
    pub(super) fn serve_as_headed(&mut self, headed: &[Headed]) {
        for (number, it) in headed.iter().enumerate() {
            if let (Some(who), Some(code)) = (self.headed[number], it.state) {
                let state = self.state(code);
                self.members[who.index()].of = Some(state);
            }
        }
    }
}
