//! Names that sound or look alike, found without going through all of them.
//!
//! What sounds alike, or differs by one consonant, is compared letter by letter.

use crate::words::slips_within;
use chancery_graph::{Graph, Match, NodeId, Sound};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A folded name with the ending `-sky` of Slavic surnames in one spelling: that of `Zelenskyy` is
/// no slip of who types `Zelensky`, as that of `Zelenska` is.
fn spelled(folded: &str) -> Cow<'_, str> {
    for ending in ["skyy", "skyi", "skiy", "skij", "skii", "ski"] {
        if let Some(stem) = folded.strip_suffix(ending) {
            return Cow::Owned(format!("{stem}sky"));
        }
    }
    Cow::Borrowed(folded)
}

/// A node whose name is much like what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Like {
    /// Whether a consonant differs.
    pub(crate) other_sound: bool,
    /// How many letters do.
    pub(crate) slips: usize,
    /// How its name is one.
    pub(crate) matched: Match,
    /// The node.
    pub(crate) node: NodeId,
}

/// The nodes with a name much like a folded one, the most alike first, each once.
///
/// # Complexity
/// O(log names) for each of some hundreds of sounds, and the names that sound so.
pub(crate) fn similar(graph: &Graph, folded: &str, fits: impl Fn(NodeId) -> bool) -> Vec<Like> {
    let letters = folded.chars().count();
    if !(3..=64).contains(&letters) {
        return Vec::new();
    }
    let typed = spelled(folded);
    let mut best: BTreeMap<NodeId, Like> = BTreeMap::new();
    let typed_letters: Vec<char> = typed.chars().collect();
    let look = |best: &mut BTreeMap<NodeId, Like>, wanted: Sound, most: usize, other_sound| {
        // Another sound is a letter that differs already.
        for name in graph.names_sounding(wanted, most - usize::from(other_sound)) {
            // Bytes are at least as many as letters, and a slip is four bytes at most.
            let near = name.len().abs_diff(folded.len()) <= 4 * most;
            if !near || name.chars().count().abs_diff(letters) > most {
                continue;
            }
            let Some(slips) = slips_within(&typed_letters, &spelled(name), most) else { continue };
            for it in graph.called(name) {
                if fits(it.node) {
                    let like = Like { other_sound, slips, matched: it.matched, node: it.node };
                    let known = best.entry(it.node).or_insert(like);
                    *known = like.min(*known);
                }
            }
        }
    };
    let sound = Sound::of(folded);
    look(&mut best, sound, letters.div_ceil(3) + usize::from(letters < 8), false);
    // Of one word many sound nearly so, and three slips make another name of it. What is one slip
    // away needs none that are further: few of a million names have the very vowels.
    let most = letters.div_ceil(4).min(if folded.contains(' ') { 3 } else { 2 });
    let others = sound.one_off();
    for most in 1..=most {
        if best.values().any(|like| like.slips < most) {
            break;
        }
        for other in &others {
            look(&mut best, *other, most, true);
        }
    }
    let mut found: Vec<_> = best.into_values().collect();
    found.sort_by_key(|like| (like.slips, *like));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::slips;

    #[test]
    fn an_ending_in_another_spelling_is_nearer_than_another_ending() {
        for typed in ["zelensky", "zelenskiy", "zelenskij", "zelenski"] {
            let slips = |name| slips(&spelled(typed), &spelled(name));
            assert_eq!((slips("zelenskyy"), slips("zelenska")), (0, 1), "{typed}");
        }
    }
}
