//! Names that fall in speech and of whose bearers no more is told: "Thanks, Andrea".

use super::singled::is_spoken;
use crate::Report;
use chancery_model::{Entity, EntityId, EntityKind, Span};
use std::collections::HashSet;

/// Whether somebody is no more than a name of one word that falls in speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stray {
    /// More is told of them.
    No,
    /// Nothing else is.
    Named,
    /// And they are called by it each time, or as somebody's relative: "Andrea, go ahead.", "his
    /// brother Tony".
    Called,
}

impl Stray {
    pub(super) const ALL: [Self; 3] = [Self::No, Self::Named, Self::Called];
}

/// Those who are no more than a name in a report of what is said.
pub(super) fn strays(report: &Report) -> Vec<(&EntityId, Stray)> {
    let facts = report.facts();
    let of_one_word = |it: &&Entity| {
        let name = it.name.trim();
        let whole = !name.is_empty() && !name.contains(char::is_whitespace);
        it.kind() == EntityKind::Person && whole && it.same_as.is_empty()
    };
    let mut names = facts.entities.iter().filter(of_one_word).peekable();
    // The words of a large table wait on the disk, and it names nobody so.
    if names.peek().is_none() || !is_spoken(report.text()) {
        return Vec::new();
    }
    let told = told_of(report);
    let names = names.filter(|it| !it.mentions.is_empty() && !told.contains(&it.id));
    let stray = |it: &Entity| {
        let mut mentions = it.mentions.iter();
        let first = it.mentions.first();
        if first.is_some_and(|mention| is_of_kin(report.text(), mention.span))
            || mentions.all(|mention| is_set_off(report.text(), mention.span))
        {
            Stray::Called
        } else {
            Stray::Named
        }
    };
    names.map(|it| (&it.id, stray(it))).collect()
}

/// Everybody of whom a report tells something.
fn told_of(report: &Report) -> HashSet<&EntityId> {
    let facts = report.facts();
    let mut told = HashSet::new();
    for role in &facts.roles {
        told.extend([Some(&role.person), role.of.as_ref(), role.according_to.as_ref()]);
    }
    for meeting in &facts.meetings {
        told.extend(meeting.attendance.iter().map(|it| Some(&it.who)));
        told.extend([meeting.place.as_ref(), meeting.according_to.as_ref()]);
    }
    for said in &facts.statements {
        told.extend([said.speaker.as_ref(), said.addressee.as_ref()]);
    }
    for goal in &facts.goals {
        told.extend(goal.holders.iter().map(Some));
        told.insert(goal.according_to.as_ref());
    }
    told.into_iter().flatten().collect()
}

/// Whether marks stand on both sides of a name, as where somebody is spoken to.
fn is_set_off(text: &str, span: Span) -> bool {
    const BEFORE: &[char] = &[',', ':', '.', '?', '!', '–', '—', '…', '“', '"'];
    const AFTER: &[char] = &[',', '.', '?', '!', ';', ':', '–', '—', '…', '”', '"'];
    let before = text.get(..span.start()).unwrap_or_default().trim_end();
    let after = text.get(span.end()..).unwrap_or_default().trim_start();
    before.chars().next_back().is_none_or(|mark| BEFORE.contains(&mark))
        && after.chars().next().is_none_or(|mark| AFTER.contains(&mark))
}

/// Whether a word for a relative stands right before a name, or one for several before it and another:
/// "his brother Tony", "his parents, Debra and Marc".
fn is_of_kin(text: &str, span: Span) -> bool {
    const KIN: &[&str] =
        &["aunt", "brother", "daughter", "father", "husband", "mother", "sister", "son", "wife"];
    const SEVERAL: &[&str] = &["brothers", "children", "daughters", "parents", "sisters", "sons"];
    let before = text.get(..span.start()).unwrap_or_default();
    let words = || before.trim_end().rsplit(|c: char| !c.is_alphabetic());
    let right_before = words().next().is_some_and(|word| KIN.contains(&word));
    let mut words = words().filter(|word| !word.is_empty());
    let last = words.next().unwrap_or_default();
    right_before
        || SEVERAL.contains(&last)
        || last == "and" && words.nth(1).is_some_and(|word| SEVERAL.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_told_as_a_relative_comes_after_a_word_for_one() {
        let check = |text: &str| {
            let start = text.find("Tony").expect("a name");
            is_of_kin(text, Span::new(start, start + "Tony".len()))
        };
        assert!(check("his brother Tony was convicted"));
        assert!(check("with his parents, Debra and Tony, that is"));
        assert!(check("with his parents Tony and Debra"));
        assert!(!check("Debra and Tony said"));
        assert!(!check("his brother, Tony said"));
        assert!(!check("Tony"));
    }

    #[test]
    fn who_is_spoken_to_is_set_off_by_marks() {
        let check = |text: &str| {
            let start = text.find("Andrea").expect("a name");
            is_set_off(text, Span::new(start, start + "Andrea".len()))
        };
        assert!(check("MR PRICE: Andrea, so the point we made"));
        assert!(check("SECRETARY BLINKEN: Thanks, Andrea."));
        assert!(check("And – Andrea – go ahead."));
        assert!(check("Andrea"));
        assert!(!check("A follow-up on Andrea’s question"));
        assert!(!check("I talked with Andrea. And"));
    }
}
