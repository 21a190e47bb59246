//! Persons: a run of capitalised words that something marks as a person's name.

use super::like_words::{is_family_word, is_may, is_met};
use super::nobody::{
    is_a_venue, is_led_by_a_thing, is_led_by_letters, is_nobody, is_of_a_place, is_of_a_thing,
    is_of_a_vessel, is_told_as_somebody, is_written_like_a_brand, names_a_thing, without_ordinary,
};
use super::states::state_at;
use super::titles::title_words;
use crate::lexicon::{Lexicon, StateSense};
use crate::surface::Surface;
use crate::tagger::EntityKind;
use crate::tokens::TokenKind;
use chancery_model::slug;

/// Small words inside a name.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "bin"
            | "bint"
            | "ibn"
            | "ben"
            | "de"
            | "da"
            | "do"
            | "dos"
            | "del"
            | "della"
            | "di"
            | "van"
            | "von"
            | "der"
            | "den"
            | "ter"
            | "la"
            | "le"
            | "du"
            | "e"
            | "y"
            | "ul"
            | "ur"
            | "ould"
            | "abu"
    ) || word.starts_with("al-")
        || word.starts_with("el-")
        || word.starts_with("ash-")
        || word.starts_with("as-")
}

/// Days and months, which begin sentences as names do.
pub(super) const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "i",
    "god",
];

/// Capitalised words that begin no name though they begin sentences, or are no persons.
fn is_ordinary(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let word = surface.lower(at);
    let pos = surface.pos(at);
    let first = surface.sentence(at).start == at;
    // "He Yafei, the minister"
    if first && is_family_word(surface, lexicon, at) {
        return false;
    }
    DAYS.contains(&word) && !is_may(surface, at)
        || word.ends_with("-year-old")
        || (first && !pos.is_proper() && !pos.is_noun() && !pos.is_adjective())
        || pos.is_determiner()
        || matches!(
            word,
            "the"
                | "a"
                | "an"
                | "this"
                | "mr"
                | "ms"
                | "no"
                | "yes"
                | "but"
                | "and"
                | "if"
                | "when"
        )
        || is_small_talk(word) && (first || surface.word(at - 1) == ":")
}

/// Words that begin a turn of speech, or stand before a name, and are capitalised there.
fn is_small_talk(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "am",
        "are",
        "as",
        "can",
        "could",
        "dear",
        "did",
        "do",
        "does",
        "for",
        "from",
        "good",
        "had",
        "has",
        "have",
        "hello",
        "hey",
        "hi",
        "how",
        "is",
        "it",
        "let",
        "look",
        "may",
        "now",
        "of",
        "oh",
        "okay",
        "or",
        "please",
        "right",
        "should",
        "so",
        "sorry",
        "thank",
        "thanks",
        "then",
        "there",
        "to",
        "today",
        "tomorrow",
        "was",
        "well",
        "were",
        "what",
        "where",
        "which",
        "who",
        "why",
        "with",
        "would",
        "yeah",
        "yep",
        "yesterday",
        "you",
    ];
    WORDS.contains(&word)
}

/// Where a person's name ends, if one begins at this token. `titled`: a title or rank stands before.
pub(super) fn person_at(
    surface: &Surface,
    lexicon: &Lexicon,
    at: usize,
    titled: bool,
) -> Option<usize> {
    if is_ordinary(surface, lexicon, at)
        || asks_with(surface, at)
        || (!surface.spaced(at) && at > 0 && surface.word(at - 1) == "-")
    {
        return None;
    }
    let end = without_ordinary(surface, lexicon, at..name_end(surface, lexicon, at), titled)?;
    let words = end - at;
    // "for Public Affairs Liz Allen": the name begins after what the office is for.
    let office = (at..end.saturating_sub(1)).any(|at| {
        (lexicon.portfolios.contains(surface.word(at))
            || matches!(surface.word(at), "Cabinet" | "Department"))
            && lexicon.given.contains(surface.word(at + 1))
            || several_of_title(surface, lexicon, at)
    });
    if office {
        return None;
    }
    // "Ben & Jerry’s" is a firm.
    let of_firm = words == 1 && [end, at.wrapping_sub(1)].iter().any(|at| surface.word(*at) == "&");
    if of_firm || is_before_a_thing(surface.lower(end)) || is_apposed_as_a_thing(surface, end) {
        return None;
    }
    // "D. Initiating Work Processes": the letter of a heading, and what one sets out to do.
    let heads = surface.begins_paragraph(at)
        && surface.word(at).chars().count() == 2
        && surface.word(at).ends_with('.')
        && surface.lower(at + 1).ends_with("ing");
    // "Fugitives Ahmed and Saleh": what several are.
    let several = words > 1
        && surface.lower(at).ends_with('s')
        && surface.pos(at).is_noun()
        && !lexicon.given.contains(surface.word(at))
        && lexicon.ordinary.contains(surface.lower(at).trim_end_matches('s'));
    if heads || several {
        return None;
    }
    // "Roe v. Wade"
    if at > 0 && matches!(surface.lower(at - 1), "v." | "vs.") {
        return None;
    }
    // "Senator X" is nobody in particular.
    let nobody = words == 1
        && (is_nobody(surface.lower(at).trim_end_matches("'s"))
            || surface.word(at).chars().nth(1).is_none());
    if words == 0
        || nobody
        || is_of_a_vessel(surface, at)
        || is_of_a_place(surface, at)
        || is_a_venue(surface, lexicon, at)
        || is_led_by_letters(surface, lexicon, &(at..end))
        || is_led_by_a_thing(surface, at)
        || (at..end).any(|part| is_written_like_a_brand(surface.word(part)))
        || (at..end).any(|part| {
            // "Jennifer Hall Godfrey": inside a name, a name.
            let inside = part + 1 < end && matches!(surface.word(part), "Hall" | "Law" | "Day");
            names_a_thing(surface.lower(part)) && !inside
        })
    {
        return None;
    }
    let first = surface.word(at);
    let is_person = |at: usize| surface.entity(at).kind() == Some(EntityKind::Person);
    let given = lexicon.given.get(first.trim_end_matches(['-', '.']));
    let family_first = lexicon.family_first.contains(first);
    let tagged = (at..end).filter(|at| is_person(*at)).count();
    let other = surface
        .entity(at)
        .kind()
        .is_some_and(|kind| kind != EntityKind::Person && kind != EntityKind::Date);
    let place = || {
        let word = |offset: usize| (offset < words).then(|| surface.word(at + offset));
        lexicon.places.longest(word).is_some()
    };
    let shouting = || surface.words(&(at..end)).chars().all(|c| !c.is_lowercase());
    // A head of state or government, or a given name.
    let known = || given.is_some() || lexicon.leaders.contains(slug(first).as_str());
    let person = if words == 1 {
        titled
            || (tagged == 1
                && (known() && !goes_on_as_a_word(surface, at)
                    || !is_of_a_thing(surface, at, end) && is_told_as_somebody(surface, at))
                && !place()
                && !shouting()
                && first.chars().count() > 2
                && surface.pos(at).is_proper())
            || (surface.pos(at).is_proper()
                && !place()
                && !shouting()
                && is_alone_as_somebody(surface, lexicon, at, end))
    } else {
        let by_name = given.is_some_and(|given| !given.common || tagged > 0);
        let by_family = family_first && words <= 3 && (!other || words == 3);
        let initial = first.len() == 2 && first.ends_with('.');
        titled
            || by_name
            || by_family
            || (initial && tagged > 0)
            || (tagged * 2 >= words && !place() && !is_of_a_thing(surface, at, end))
            || is_apposed(surface, lexicon, end)
            // "Staffan de Mistura": a small word inside that only names of people have.
            || (!other && (at + 1..end).any(|at| is_particle(surface.word(at))) && !place())
    };
    person.then_some(end)
}

/// "met Lavrov", "Xi said": whom the tagger tells to be somebody, or a family name that stands first.
fn is_alone_as_somebody(surface: &Surface, lexicon: &Lexicon, at: usize, end: usize) -> bool {
    let word = surface.word(at);
    let kind = surface.entity(at).kind();
    let ordinary = lexicon.ordinary.contains(surface.lower(at));
    let family = (lexicon.family_first.contains(word)
        || lexicon.leaders.contains(slug(word).as_str()) && word.chars().count() > 3)
        && !ordinary
        && matches!(kind, None | Some(EntityKind::Person | EntityKind::Organization));
    let somebody = kind == Some(EntityKind::Person) && word.chars().count() > 2 || family;
    // "Lee said", "Lee, who had asked for it, said"
    let who = surface.word(at + 1) == "," && surface.lower(at + 2) == "who";
    let acts = family && (surface.pos(at + 1).is_finite_verb() || who);
    somebody
        && !ordinary
        && (is_met(surface, at) || acts)
        && !is_of_a_thing(surface, at, end)
        && state_at(surface, lexicon, at).is_none()
}

/// Words after the name of a place, a newspaper or a treaty: "Asharq al Awsat newspaper", "the Abraham
/// Accords".
fn is_before_a_thing(word: &str) -> bool {
    matches!(
        word,
        "residents"
            | "villagers"
            | "inhabitants"
            | "newspaper"
            | "magazine"
            | "district"
            | "province"
            | "neighborhood"
            | "accords"
            | "agreements"
    )
}

/// "…, an initiative which": what a government runs, and nobody.
fn is_apposed_as_a_thing(surface: &Surface, end: usize) -> bool {
    const THINGS: &[&str] =
        &["campaign", "initiative", "program", "programme", "project", "strategy"];
    if surface.word(end) != "," || !matches!(surface.lower(end + 1), "a" | "an") {
        return false;
    }
    let goes_on = |at: &usize| surface.pos(*at).is_adjective() || surface.pos(*at).is_noun();
    let last = (end + 2..end + 6).take_while(goes_on).last();
    last.is_some_and(|last| THINGS.contains(&surface.lower(last)))
}

/// "Will Rob Lee be there?": a question begins with it.
fn asks_with(surface: &Surface, at: usize) -> bool {
    let sentence = surface.sentence(at);
    let first = sentence.start == at || surface.word(at - 1) == ":";
    first && surface.word(at) == "Will" && surface.word(sentence.end - 1) == "?"
}

/// "Frank and open talks", "the Kelvin scale": a given name that is a word too, or of a thing.
fn goes_on_as_a_word(surface: &Surface, at: usize) -> bool {
    let begins = surface.sentence(at).start == at;
    let next = at + 1;
    let and = begins && surface.lower(next) == "and" && surface.pos(next + 1).is_adjective();
    let of_noun =
        matches!(surface.lower(next), "airport" | "festival" | "scale" | "vehicles" | "vehicle");
    and || of_noun
}

/// "Ministers" of "Vice Foreign Ministers Cho and Mori": the office of several, and no name.
pub(super) fn several_of_title(surface: &Surface, lexicon: &Lexicon, at: usize) -> bool {
    let one = surface.lower(at).strip_suffix('s');
    one.and_then(|one| lexicon.titles.get(one)).is_some_and(|title| title.head)
}

/// What somebody does in a title whose words all begin with capitals: "Lee Kim Travels to Chad".
fn is_headline_verb(word: &str) -> bool {
    const VERBS: &[&str] = &[
        "Addresses",
        "Announces",
        "Arrives",
        "Attends",
        "Calls",
        "Chairs",
        "Concludes",
        "Delivers",
        "Hosts",
        "Joins",
        "Leads",
        "Leaves",
        "Meets",
        "Participates",
        "Returns",
        "Says",
        "Speaks",
        "Travels",
        "Visits",
        "Welcomes",
    ];
    VERBS.contains(&word)
}

/// Where the run of words that could be one name ends.
fn name_end(surface: &Surface, lexicon: &Lexicon, at: usize) -> usize {
    let sentence = surface.sentence(at).end;
    let mut end = at;
    let mut most = at + 6;
    while end < sentence && end < most {
        let word = surface.word(end);
        if end > at
            && is_nickname(surface, end)
            && end + 3 < sentence
            && !breaks_name(surface, lexicon, end + 3, at)
        {
            (end, most) = (end + 3, most + 3);
            continue;
        }
        if end > at
            && is_breathing(surface, end)
            && end + 1 < sentence
            && !breaks_name(surface, lexicon, end + 1, at)
        {
            (end, most) = (end + 2, most + 1);
            continue;
        }
        // "Johnson- Sirleaf", as some wires break it
        if end > at
            && surface.word(end) == "-"
            && !surface.spaced(end)
            && surface.spaced(end + 1)
            && end + 1 < sentence.min(most)
            && surface.is_capital(end + 1)
            && !breaks_name(surface, lexicon, end + 1, at)
        {
            end += 2;
            continue;
        }
        if surface.kind(end) != TokenKind::Word {
            break;
        }
        // "Reema bint Bandar bin Sultan bin Abdulaziz Al Saud": father after father.
        if matches!(word, "bin" | "bint" | "ibn") && end > at && most < at + 12 {
            most += 2;
        }
        // "Mohamed bin Zayed bin Sultan Al Nahyan": a family follows.
        if end + 1 == most && word == "Al" && surface.is_capital(end + 1) {
            most += 1;
        }
        if surface.is_capital(end) {
            let later = end > at;
            let breaks = || {
                is_ordinary(surface, lexicon, end)
                    || end > at + 1 && is_headline_verb(word)
                    || breaks_name(surface, lexicon, end, at)
            };
            // "Zayed bin Sultan": after "son of" a word is a name, though a title too.
            let of_father = later && matches!(surface.word(end - 1), "bin" | "bint" | "ibn");
            if later && !of_father && !is_family_of_office(surface, lexicon, at, end) && breaks() {
                break;
            }
            end += 1;
        } else if end > at && is_particle(word) && goes_on(surface, end + 1) {
            end += 1;
        } else if end > at
            && matches!(word, "al" | "el")
            && surface.word(end + 1) == "-"
            && end + 2 < sentence.min(at + 6)
            && surface.is_capital(end + 2)
            && !breaks_name(surface, lexicon, end + 2, at)
        {
            end += 3; // "Nuri al- Maliki", as some wires break it
        } else if is_particle(word) && word.contains('-') {
            end += 1; // al-Sisi
        } else {
            break;
        }
    }
    end
}

/// "Martin Luther King, Jr.", "Amy Pope": after a given name, and before no other word in capitals, it
/// is no title.
fn is_family_of_office(surface: &Surface, lexicon: &Lexicon, start: usize, at: usize) -> bool {
    matches!(surface.word(at), "King" | "Pope")
        && lexicon.given.contains(surface.word(start))
        && surface.spaced(at)
        && surface.lower(at + 1) != "of"
        && !(surface.is_capital(at + 1) && surface.kind(at + 1) == TokenKind::Word)
}

/// Whether a name in quotation marks or brackets stands inside a name: Selwa “Lucky” Roosevelt, Benjamin
/// (Ben) Sides.
pub(crate) fn is_nickname(surface: &Surface, at: usize) -> bool {
    let (opens, closes) = (surface.word(at), surface.word(at + 2));
    // A short form of the name before, and no letters of a body: "Ann Lee (OPCW) Director".
    let in_brackets = opens == "("
        && closes == ")"
        && at > 0
        && surface.is_capital(at - 1)
        && surface.word(at + 1).chars().skip(1).all(char::is_lowercase)
        && surface.word(at + 1).chars().next() == surface.word(at - 1).chars().next();
    (is_mark(opens) && is_mark(closes) || in_brackets)
        && surface.is_capital(at + 1)
        && surface.is_capital(at + 3)
        && surface.sentence_of(at) == surface.sentence_of(at + 3)
        && [at + 1, at + 3].iter().all(|at| surface.kind(*at) == TokenKind::Word)
        && !DAYS.contains(&surface.lower(at + 3))
        && !surface.pos(at + 3).is_determiner()
}

/// Whether a mark is the breathing of an Arabic name that goes on after it: "Hani ‘Abd-al-Majid".
pub(crate) fn is_breathing(surface: &Surface, at: usize) -> bool {
    let end = surface.sentence(at).end.min(at + 12);
    let closed = (at + 1..end).any(|at| matches!(surface.word(at), "’" | "'"));
    surface.word(at) == "‘"
        && at > 0
        && surface.is_capital(at - 1)
        && surface.is_capital(at + 1)
        && surface.kind(at + 1) == TokenKind::Word
        && surface.spaced(at)
        && !surface.spaced(at + 1)
        && !closed
}

fn is_mark(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "‘" | "’" | "'" | "''" | "``")
}

/// Whether a capital, or another particle and a capital, follows.
fn goes_on(surface: &Surface, at: usize) -> bool {
    surface.is_capital(at) || (is_particle(surface.word(at)) && surface.is_capital(at + 1))
}

/// A title, organization or state's name ends a person's name that it follows.
fn breaks_name(surface: &Surface, lexicon: &Lexicon, at: usize, start: usize) -> bool {
    // "Abdel Amir al-Lami": a name, though an office too.
    if surface.word(at) == "Amir" && at == start + 1 {
        return false;
    }
    if title_words(surface, lexicon, at)
        .is_some_and(|(_, head)| lexicon.titles.contains(surface.lower(head)))
    {
        return true;
    }
    // "Nobel Laureate Professor Lee", "the agency's Ann DCM": what is written short or for scholars
    // is no word of a name.
    let word = surface.word(at);
    let short = word.ends_with('.') && word.chars().count() > 2;
    let letters = word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase);
    if lexicon.ranks.contains(word) && (short || letters || word == "Professor") {
        return true;
    }
    let state = state_at(surface, lexicon, at).is_some_and(|(taken, form)| {
        taken > 1 || form.sense == StateSense::Name || form.sense == StateSense::Demonym
    });
    let given_before = at == start + 1 && lexicon.given.contains(surface.word(start));
    let ends_name = !surface.is_capital(at + 1);
    (state && !(given_before && ends_name))
        || lexicon.organization_words.contains(surface.word(at)) && !given_before
}

/// "…, a doctor," / "…, 54," / "…, spokesman for": an apposition that only a person has.
fn is_apposed(surface: &Surface, lexicon: &Lexicon, end: usize) -> bool {
    if surface.word(end) != "," {
        return false;
    }
    let next = if matches!(surface.lower(end + 1), "the" | "a" | "an") { end + 2 } else { end + 1 };
    title_words(surface, lexicon, next).is_some()
        || (surface.kind(next) == TokenKind::Number && surface.word(next + 1) == ",")
}

/// "Archbishop of Canterbury Ann Lee": one word between an office of a church and a name.
pub(super) fn is_a_see(surface: &Surface, at: usize) -> bool {
    at > 1
        && surface.lower(at - 1) == "of"
        && matches!(
            surface.word(at - 2),
            "Archbishop" | "Bishop" | "Patriarch" | "Mufti" | "Metropolitan"
        )
        && (at + 1..at + 3).all(|at| surface.is_capital(at) && surface.kind(at) == TokenKind::Word)
}
