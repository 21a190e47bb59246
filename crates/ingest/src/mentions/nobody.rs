//! What is written like a name and is nobody's: things, programmes, forms of address, ordinary words.

use super::like_words::is_family_word;
use super::people::DAYS;
use super::states::state_at;
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
        "bridge",
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
        "jehovah",
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
        "sr.",
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

/// Whether a word has a capital inside, as names of companies and programmes do ("`AgMIP`"), and it is
/// not where the capital of a family name stands after a small word or an article: "`McKeon`",
/// "`DeYoung`", "al-Sisi", "O’Brien".
pub(super) fn is_written_like_a_brand(word: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "Ab", "Al", "Ap", "Be", "Bin", "Da", "De", "Del", "Der", "Des", "Di", "Do", "Du", "El",
        "Fitz", "La", "Las", "Le", "Les", "Lo", "Los", "Mac", "Mc", "Ni", "Nic", "San", "Ten",
        "Ter", "Van", "Vander", "Ver", "Von",
    ];
    let mut before = None;
    for (at, letter) in word.char_indices() {
        let inside = letter.is_uppercase() && before.is_some_and(char::is_lowercase);
        if inside && !BEGINNINGS.contains(&&word[..at]) {
            return true;
        }
        before = Some(letter);
    }
    false
}

/// Whether the words before a name tell that it is a place's: "the village of Maung Nu", "the mayor
/// of Melitopol".
pub(super) fn is_of_a_place(surface: &Surface, at: usize) -> bool {
    const PLACES: &[&str] = &[
        "airport",
        "city",
        "county",
        "district",
        "governor",
        "hamlet",
        "island",
        "mayor",
        "municipality",
        "neighborhood",
        "oblast",
        "outskirts",
        "port",
        "prefecture",
        "province",
        "residents",
        "streets",
        "suburb",
        "town",
        "village",
        "villages",
    ];
    let first = surface.sentence(at).start;
    let before = |words: usize| {
        let word = at.checked_sub(words).filter(|at| *at >= first);
        word.map_or("", |at| surface.lower(at)).trim_matches(['“', '”', '"'])
    };
    let of = if before(1) == "of" { 2 } else { 0 };
    // "“mayor” of": a word in quotation marks.
    let is_place = |words| PLACES.contains(&before(words));
    of > 0 && (is_place(of) || before(of).is_empty() && is_place(of + 1))
}

/// Whether a paragraph at the head of a transcript tells in which house something was said: under the
/// line that tells the city, and above who speaks first.
pub(super) fn is_a_venue(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let line = surface.paragraph(at);
    let is_line = |run: &Run| run.len() <= 6 && !surface.words(run).ends_with(['.', ':', '!', '?']);
    if line.start == 0 || !is_line(&line) {
        return false;
    }
    let (before, after) = (surface.paragraph(line.start - 1), surface.paragraph(line.end));
    let word = |offset: usize| {
        before.contains(&(before.start + offset)).then(|| surface.word(before.start + offset))
    };
    let is_place = lexicon.places.longest(word).is_some()
        || state_at(surface, lexicon, before.start).is_some();
    let speaks = |run: &Run| run.clone().take(6).any(|at| surface.word(at) == ":");
    is_line(&before) && is_place && speaks(&after)
}

/// Whether letters alone stand before a name, which then begins after them: "the company's CEO Ann
/// Lee", "the Director of INR Bo Ek".
pub(super) fn is_led_by_letters(surface: &Surface, lexicon: &Lexicon, run: &Run) -> bool {
    let letters = surface.word(run.start);
    let next = surface.word(run.start + 1);
    let is_small = |c: char| c.is_lowercase();
    run.len() > 1
        && (2..=5).contains(&letters.chars().count())
        && letters.chars().all(char::is_uppercase)
        && next.chars().any(is_small)
        && !lexicon.family_first.contains(capitalized(letters).as_str())
        && lexicon.given.contains(next)
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

/// What may stand after a name without being a part of it: "Ann Lee MP".
pub(crate) fn is_after_a_name(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "MP" | "MPs"
            | "MEP"
            | "MD"
            | "PhD"
            | "Ph.D"
            | "QC"
            | "KC"
            | "OBE"
            | "CBE"
            | "MBE"
            | "JD"
            | "USN"
    )
}

/// Whether what a name is of is told by how it begins: "Los Huistas", "Cyclone Ana", "Eid Mubarak".
pub(super) fn is_led_by_a_thing(surface: &Surface, at: usize) -> bool {
    const FIRST: &[&str] = &[
        "Cyclone",
        "Eid",
        "Hajj",
        "Hurricane",
        "Las",
        "Les",
        "Los",
        "Nowruz",
        "Ramadan",
        "Tropical",
        "Typhoon",
        "Yom",
    ];
    let begins = surface.sentence(at).start == at;
    let before = if begins { "" } else { surface.word(at - 1) };
    FIRST.contains(&before) || FIRST.contains(&surface.word(at)) && surface.is_capital(at + 1)
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
    let illness = matches!(surface.lower(at + 2), "disease" | "syndrome" | "law");
    if illness && matches!(after, "'s" | "’s") {
        return false;
    }
    let before = if at == 0 { ":" } else { surface.lower(at - 1) };
    alone
        || after == "'s"
        || after == "’s"
        || surface.pos(at + 1).is_verb()
        || matches!(before, ":" | "said" | "told" | "says" | "thanks" | "with" | "by")
        || matches!(
            before,
            "wife" | "husband" | "son" | "daughter" | "brother" | "sister" | "widow"
        )
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
            && !lexicon.given.contains(surface.word(at))
            && !lexicon.family_first.contains(surface.word(at))
    };
    if end <= start {
        return Some(end);
    }
    let is_given = lexicon.given.contains(surface.word(start));
    let is_named = |at: usize| surface.entity(at).kind() == Some(EntityKind::Person);
    // "General License 20", "Lady D": ranks stand before things too.
    let rank = start > 0 && lexicon.ranks.contains(surface.word(start - 1));
    let addressed = surface.word(start.saturating_sub(1)).ends_with('.');
    let by_title = titled && end == start + 1 && is_named(start) && (!rank || addressed);
    // "(In English)", "In Jerusalem": In is a family name too.
    let is_word = |at: usize| lexicon.ordinary.contains(surface.lower(at));
    let by_words = end > start + 1
        && !is_given
        && !is_family_word(surface, lexicon, start)
        && is_word(start)
        && (!surface.pos(start).is_proper() || (start + 1..end).all(is_word));
    // "Mercy Okello", "Mute Egede": a name of two words may begin with one.
    let of_two = end == start + 2 && is_named(start + 1) && (is_named(start) || titled);
    // "Mute B. Egede"
    let of_initial = end == start + 3 && is_named(end - 1) && is_initial(surface.word(start + 1));
    if !of_initial && (by_words || is_ordinary(start) && !by_title && !of_two) {
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
    // "Benjamin (Ben) Sides"
    let after_nickname = |end: usize| surface.word(end - 2) == ")";
    while end > start + 2
        && is_ordinary(end - 1)
        && (!may_be_name(end - 1) || two(end))
        && !after_nickname(end)
    {
        end -= 1;
    }
    // "J.T. Ice"
    let by_initials = surface.word(start).split_terminator('.').count() > 1;
    if end == start + 2 && is_ordinary(end - 1) && !is_given && !by_initials {
        // "Secretary Blinken Remarks", but "Secretary Loyce Pace met"
        let acts = surface.pos(end).is_finite_verb() && !surface.is_capital(end);
        let last = surface.lower(end - 1);
        let name = acts && !last.ends_with('s') && !names_a_thing(last);
        return titled.then_some(end - usize::from(!name));
    }
    Some(end)
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.') && word.chars().count() == 2 && word.starts_with(char::is_uppercase)
}

/// Words in lower case that no person is called by: the name is a treaty's, a programme's or a meeting's.
pub(super) fn names_a_thing(lower: &str) -> bool {
    const THINGS: &[&str] = &[
        "act",
        "air",
        "alps",
        "cyclone",
        "fellow",
        "fellowship",
        "global",
        "hurricane",
        "laureate",
        "microgrid",
        "nobel",
        "plaza",
        "province",
        "rim",
        "solutions",
        "town",
        "typhoon",
        "vineyard",
        "eid",
        "hajj",
        "naadam",
        "nowruz",
        "purnima",
        "yom",
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
        "ballhaus",
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
        "gama'a",
        "golos",
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
    ENDS.iter().any(|end| lower.ends_with(end))
        || THINGS.contains(&lower)
        || THINGS.contains(&lower.trim_end_matches('s'))
}
