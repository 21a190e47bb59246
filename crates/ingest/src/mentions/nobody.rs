//! What is written like a name and is nobody's: things, programmes, forms of address, ordinary words.

use super::people::DAYS;
use crate::lexicon::Lexicon;
use crate::surface::{Run, Surface};
use crate::tagger::EntityKind;
use crate::tokens::TokenKind;

/// A word that by itself is nobody's name: a form of address, what a transcript says of a voice, a
/// thing that begins with a capital.
pub(super) fn is_nobody(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "ambassador",
        "applause",
        "branch",
        "chairman",
        "chairperson",
        "commissioner",
        "counselor",
        "crosstalk",
        "deputy",
        "diversity",
        "europe",
        "excellency",
        "foreign",
        "general",
        "governor",
        "great",
        "high",
        "highness",
        "hmm",
        "holiness",
        "inaudible",
        "javelin",
        "javelins",
        "lanka",
        "lady",
        "laughter",
        "madam",
        "madame",
        "majesty",
        "mastercard",
        "mayor",
        "minister",
        "ministers",
        "non-nato",
        "olympic",
        "operator",
        "people",
        "premier",
        "president",
        "presidents",
        "prime",
        "principal",
        "provost",
        "residence",
        "respond",
        "secretary",
        "secretary-general",
        "senator",
        "ship",
        "shukran",
        "state",
        "statedept",
        "tier",
        "troika",
        "twitter",
        "vice",
    ];
    WORDS.contains(&word)
}

/// Whether a name is told to be a thing's by what stands beside it: "the Claymore mines",
/// "#Advice", "Standard Microgrid".
pub(super) fn is_of_a_thing(surface: &Surface, at: usize, end: usize) -> bool {
    let begins = surface.sentence(at).start == at;
    let before = at.saturating_sub(1);
    let longer = !begins
        && surface.sentence(at).start < before
        && surface.is_capital(before)
        && surface.spaced(at)
        && !DAYS.contains(&surface.lower(before));
    let of_noun = surface.spaced(end)
        && surface.kind(end) == TokenKind::Word
        && !surface.is_capital(end)
        && surface.pos(end).is_noun();
    // "Roe v. Wade"
    let of_case = [before, end].iter().any(|at| matches!(surface.lower(*at), "v." | "v" | "vs."));
    let of_article = !begins && matches!(surface.lower(before), "the" | "#" | "@");
    longer || of_noun || of_case || of_article
}

/// Whether a list says that the name is a ship's or an aircraft's: "VESSEL NAME: Captain Lee".
pub(super) fn is_of_a_vessel(surface: &Surface, at: usize) -> bool {
    let first = surface.sentence(at).start;
    first < at && matches!(surface.word(first), "VESSEL" | "VESSELS" | "AIRCRAFT")
}

/// Whether one does or has something, or is spoken to: "Khamenei has decided", "Yes, Gitte."
pub(super) fn is_told_as_somebody(surface: &Surface, at: usize) -> bool {
    let alone = surface.sentence(at).len() <= 3;
    let after = surface.lower(at + 1);
    let before = if at == 0 { ":" } else { surface.lower(at - 1) };
    alone
        || after == "'s"
        || after == "’s"
        || surface.pos(at + 1).is_verb()
        || matches!(before, ":" | "said" | "told" | "says" | "thanks" | "with" | "by")
        || before == "," && matches!(after, "." | "?" | "!")
}

/// Where a run of capitals ends without the words at its end that are no part of a name: "Antony
/// Blinken Remarks". `None` if a name begins later in it, if at all: "Parliament Zandanshatar".
pub(super) fn without_ordinary(
    surface: &Surface,
    lexicon: &Lexicon,
    run: Run,
    titled: bool,
) -> Option<usize> {
    let Run { start, mut end } = run;
    let is_ordinary = |at: usize| {
        lexicon.ordinary.contains(surface.lower(at))
            && !lexicon.given.contains_key(surface.word(at))
            && !lexicon.family_first.contains(surface.word(at))
    };
    if end <= start {
        return Some(end);
    }
    let is_given = lexicon.given.contains_key(surface.word(start));
    let is_named = |at: usize| surface.entity(at).kind() == Some(EntityKind::Person);
    // "General License 20", "Lady D": ranks stand before things too.
    let rank = start > 0 && lexicon.ranks.contains(surface.word(start - 1));
    let addressed = surface.word(start.saturating_sub(1)).ends_with('.');
    let by_title = titled && end == start + 1 && is_named(start) && (!rank || addressed);
    // "(In English)", "In Jerusalem": In is a family name too.
    let is_word = |at: usize| lexicon.ordinary.contains(surface.lower(at));
    let by_words = end > start + 1
        && !is_given
        && is_word(start)
        && (!surface.pos(start).is_proper() || (start + 1..end).all(is_word));
    // "Mercy Okello", "Mute Egede": a name of two words may begin with one.
    let of_two = end == start + 2 && is_named(start + 1) && (is_named(start) || titled);
    if by_words || is_ordinary(start) && !by_title && !of_two {
        return None;
    }
    // "Nguyen Van Long", "Mary Beth Long": a word of ours may be a family name.
    if lexicon.family_first.contains(surface.word(start)) {
        return Some(end);
    }
    let has_initial = surface.word(start + 1).ends_with('.');
    let may_be_name = |at: usize| is_named(at) && !has_initial && !surface.lower(at).ends_with('s');
    // "Robert Levinson Hostage Recovery": two such words are no family name.
    let two = |end: usize| end > start + 3 && is_ordinary(end - 2);
    while end > start + 2 && is_ordinary(end - 1) && (!may_be_name(end - 1) || two(end)) {
        end -= 1;
    }
    if end == start + 2 && is_ordinary(end - 1) && !is_given {
        // "Secretary Blinken Remarks"
        return titled.then_some(end - 1);
    }
    Some(end)
}

/// Words that no person is called by: the name is a treaty's, a programme's or a meeting's.
pub(super) fn names_a_thing(word: &str) -> bool {
    const THINGS: &[&str] = &[
        "act",
        "air",
        "airlines",
        "airways",
        "bhawan",
        "engineering",
        "hms",
        "program",
        "programme",
        "uss",
        "agreement",
        "treaty",
        "convention",
        "initiative",
        "framework",
        "order",
        "law",
        "resolution",
        "letter",
        "plan",
        "dialogue",
        "summit",
        "conference",
        "ministerial",
        "meeting",
        "talks",
        "statement",
        "declaration",
        "charter",
        "protocol",
        "accords",
        "accord",
        "strategy",
        "roadmap",
        "airshow",
        "prize",
        "award",
        "war",
        "day",
        "month",
        "week",
        "century",
        "constitution",
        "report",
        "fund",
        "partnership",
        "process",
        "mechanism",
        "forum",
        "exchange",
        "expo",
        "games",
        "olympics",
        "festival",
        "project",
        "sea",
        "ocean",
        "river",
        "strait",
        "street",
        "avenue",
        "airport",
        "room",
        "hotel",
        "hall",
        "ballroom",
        "auditorium",
        "covid-19",
        "internet",
        "rewards",
        "operations",
        "theater",
        "theatre",
        "telescope",
        "sanctuary",
        "lecture",
        "division",
        "region",
        "communion",
        "olympic",
        "hostage",
        "muslims",
        "christians",
        "jsc",
        "llc",
        "inc",
        "ltd",
        "gmbh",
        // The same in other languages.
        "fundación",
        "fundação",
        "fondation",
        "stiftung",
        "aktion",
        "fuerza",
        "katibat",
        "jamaat",
        "harakat",
        "bab",
        "wat",
    ];
    // "Turkey-based", "TED Talk-style"
    const ENDS: &[&str] = &["-backed", "-based", "-hosted", "-led", "-owned", "-style"];
    let lower = word.to_lowercase();
    ENDS.iter().any(|end| lower.ends_with(end))
        || THINGS.contains(&lower.as_str())
        || THINGS.contains(&lower.trim_end_matches('s'))
}
