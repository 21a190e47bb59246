//! Which kind of question it is.

use super::Kind;
use super::items::Item;
use super::tokens::Token;
use super::vocabulary::{
    ATTEND, ATTEND_PHRASES, EMPTY, GOALS, LEFT_OUT, MEET, PEOPLE, SAY, act, among,
};
use crate::resolve::lexicon;

/// Whether a question asks, by its first word, for what no record holds.
pub(super) fn is_outside(tokens: &[Token<'_>]) -> bool {
    let first = tokens.first().map_or("", |token| &*token.folded);
    matches!(
        first,
        "why"
            | "translate"
            | "summarize"
            | "summarise"
            | "write"
            | "should"
            | "predict"
            | "calculate"
            | "imagine"
            | "draw"
    ) || tokens.is_empty()
}

/// The shape of a question: its words, `_` for a name, `@` for days, one blank around each.
pub(super) fn shape(items: &[Item]) -> String {
    let mut shape = String::from(" ");
    for item in items {
        // Articles tell nothing here.
        if matches!(item, Item::Word(word) if matches!(&**word, "the" | "a" | "an" | "any" | "please"))
        {
            continue;
        }
        shape.push_str(match item {
            Item::Word(word) => word,
            Item::Named(_) => "_",
            Item::Days => "@",
        });
        shape.push(' ');
    }
    shape
}

/// Nouns with which a list of meetings is asked for.
const NOUNS: &[&str] =
    &["meetings", "talks", "summits", "calls", "visits", "conferences", "consultations"];

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

/// Which kind of question has this shape; none if it is outside of what can be answered.
pub(super) fn kind(shape: &str, items: &[Item]) -> Option<Kind> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| shape.contains(phrase));
    let words = || {
        items.iter().filter_map(|item| match item {
            Item::Word(word) => Some(&**word),
            _ => None,
        })
    };
    let any = |list: &[&str]| words().any(|word| list.contains(&word));
    let names = items.iter().filter(|item| matches!(item, Item::Named(_))).count();
    let offices =
        items.iter().any(|item| matches!(item, Item::Named(m) if m.office.is_some() || m.taken));
    let title = words().any(lexicon::is_office);
    let people = any(PEOPLE) || items.iter().any(|item| matches!(item, Item::Named(m) if m.people));
    let meets = any(MEET);
    let how = has(&[" how many ", " how often ", " how frequently "]);
    if has(&[" why "]) {
        return None;
    }
    if let Some(kind) = indirectly(shape, names) {
        return Some(kind);
    }
    let which = shape.trim_start().split(' ').take(3).collect::<Vec<_>>();
    let lists = match which[..] {
        ["which" | "what", noun, ..] => MEET.contains(&noun) && !any(SAY),
        [noun, ..] => NOUNS.contains(&noun) && !any(SAY) && !has(&[" per ", " most "]),
        [] => false,
    };
    if lists {
        return Some(if names > 0 && !(names == 1 && has(&[" in _ "])) {
            Kind::Met
        } else {
            Kind::Meetings
        });
    }
    let changed = has(&[" change", " shift", " u turn ", " evolve", " turn round ", " reverse"]);
    if has(&[" position ", " positions ", " stance ", " stances ", " stand on ", " stands on "])
        || changed && (names > 0 || has(&[" who "]))
    {
        return Some(Kind::Positions);
    }
    let asks_reaction = shape.starts_with(" how ") && has(&[" react", " respond"]);
    if shape.starts_with(" how ") && !how && !asks_reaction {
        return None;
    }
    if has(&[
        " translate ",
        " summarize ",
        " summarise ",
        " write ",
        " should ",
        " how much ",
        " forecast",
        " predict",
    ]) {
        return None;
    }
    if has(&[
        " most often ",
        " most frequently ",
        " most frequent ",
        " most meetings ",
        " meet most ",
        " met most ",
        " meets most ",
        " closest ",
        " often meet with ",
    ]) && !how
    {
        return Some(Kind::Company);
    }
    let counts = how
        || has(&[" number of ", " count ", " counts ", " counted "])
        || has(&[
            " per ",
            " by month ",
            " by year ",
            " by day ",
            " each month ",
            " each year ",
            " by pair ",
        ]);
    // "How often did they speak with each other": talks, not words.
    let together = names > 1
        && has(&[
            " speak ",
            " spoke ",
            " spoken ",
            " speaking ",
            " talk ",
            " talked ",
            " talking ",
        ])
        && has(&[" with ", " to ", " and _ speak ", " and _ talk ", " _ _ "]);
    let says = any(SAY) && !(how && together);
    if counts && (meets || how && (together || has(&[" times "]))) && !says && !any(ATTEND) {
        return Some(Kind::Count);
    }
    if LEFT_OUT.iter().any(|(phrase, _)| shape.contains(phrase)) {
        return Some(Kind::LeftOut);
    }
    let goal_noun = has(&[" goal ", " goals ", " objective ", " objectives "]);
    let wants = GOALS.iter().any(|(forms, _)| any(forms));
    let attends = any(ATTEND) || has(ATTEND_PHRASES);
    let says = any(SAY);
    if goal_noun {
        return Some(Kind::Goals);
    }
    // "Who represented Russia", not "what did Russia's representative say".
    if says && !(attends && has(&[" who attended ", " who was at "])) {
        return Some(Kind::Said);
    }
    if attends {
        return Some(Kind::Attended);
    }
    let verb = any(&[
        "meet",
        "met",
        "meets",
        "visited",
        "phoned",
        "hosted",
        "received",
        "conferred",
        "called",
        "negotiated",
    ]);
    if wants && !verb && !title {
        return Some(Kind::Goals);
    }
    if let Some(kind) = roles_or_dossier(shape, names, title, offices, people) {
        return Some(kind);
    }
    if words().any(|word| act(word).is_some()) && !(meets && names > 1) {
        return Some(Kind::Said);
    }
    if has(&[" each other ", " one another ", " sit down "]) && names > 0 {
        return Some(Kind::Met);
    }
    if meets && (names > 0 || verb) {
        let only_place = names == 1 && has(&[" in _ "]) && !verb;
        return Some(if only_place || names == 0 { Kind::Meetings } else { Kind::Met });
    }
    if meets {
        return Some(Kind::Meetings);
    }
    if has(&[" anything from ", " about _ ", " by _ "]) && names > 0 {
        return Some(Kind::Said);
    }
    let rest = words().all(|word| among(EMPTY, word));
    (names == 1 && rest && !shape.starts_with(" will ")).then_some(Kind::Dossier)
}

/// Kinds that have words of their own.
fn indirectly(shape: &str, names: usize) -> Option<Kind> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| shape.contains(phrase));
    if has(&[
        " contradict",
        " contradiction",
        " conflicting ",
        " disagree",
        " disputed ",
        " disputes ",
        " denied what ",
        " denies what ",
        " deny what ",
        " inconsistent ",
    ]) {
        return Some(Kind::Contradictions);
    }
    let joined = [
        " connected ",
        " connection between ",
        " connections between ",
        " link between ",
        " linked ",
        " path ",
        " chain ",
        " degrees of ",
        " how is _ related ",
        " through whom ",
    ];
    if names >= 2 && has(&joined) {
        return Some(Kind::Chain);
    }
    if has(&[
        " timeline ",
        " chronology ",
        " chronologically ",
        " what happened ",
        " what has happened ",
        " what took place ",
        " what s been happening ",
        " history of ",
        " what was going on ",
        " events ",
        " what occurred ",
        " sequence of ",
    ]) {
        return Some(Kind::Timeline);
    }
    let documents =
        [" articles ", " documents ", " releases ", " stories ", " article ", " document "];
    let tells = [
        " mention",
        " about ",
        " contain",
        " cover",
        " discuss",
        " appear",
        " on ",
        " with words ",
    ];
    let asks =
        [" which ", " what ", " list ", " any ", " show ", " find ", " articles ", " documents "];
    if asks.iter().any(|word| shape.starts_with(word)) && has(&documents) && has(&tells) {
        return Some(Kind::Mentions);
    }
    let news = [
        " what new ",
        " what is new ",
        " anything new ",
        " news on ",
        " news about ",
        " news of ",
        " latest on ",
        " latest about ",
        " update on ",
        " updates on ",
    ];
    if has(&news) {
        return Some(Kind::Timeline);
    }
    let page = [
        " tell me about ",
        " tell us about ",
        " know about ",
        " known about ",
        " dossier ",
        " profile ",
        " everything about ",
        " everything on ",
        " brief me on ",
        " look up ",
    ];
    if has(&page) {
        // Of a matter that is no node there are only its words.
        return Some(if names >= 1 { Kind::Dossier } else { Kind::Timeline });
    }
    None
}

fn roles_or_dossier(
    shape: &str,
    names: usize,
    title: bool,
    offices: bool,
    people: bool,
) -> Option<Kind> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| shape.contains(phrase));
    let who = shape.starts_with(" who is ")
        || shape.starts_with(" who was ")
        || shape.starts_with(" who are ")
        || shape.starts_with(" who were ")
        || shape.starts_with(" who has been ")
        || shape.starts_with(" who served ")
        || shape.starts_with(" name ")
        || shape.ends_with(" who is that ")
        || shape.ends_with(" who is it ");
    let holds = has(&[
        " office ",
        " offices ",
        " post ",
        " posts ",
        " job ",
        " title ",
        " titles ",
        " role ",
        " roles ",
        " serve ",
        " serves ",
        " served ",
        " works for ",
        " work for ",
        " in charge of ",
        " ministers of _ ",
        " officials of _ ",
        " envoys of _ ",
    ]);
    if holds && (names > 0 || title) {
        return Some(Kind::Roles);
    }
    if who && (title || offices || people && names > 0) && !has(&[" meet ", " met "]) {
        return Some(Kind::Roles);
    }
    // "Putin's advisors"; "_ officials" is one name.
    if title && names <= 1 && !has(&[" meet", " met ", " talks ", " with "]) {
        return Some(Kind::Roles);
    }
    let page = [
        " show _ ",
        " show me _ ",
        " who is _ ",
        " who was _ ",
        " who are _ ",
        " what is _ ",
        " background on ",
        " details about ",
        " details on ",
        " information about ",
        " information on ",
    ];
    (names >= 1 && has(&page) && !has(&[" with _ ", " meet ", " met "])).then_some(Kind::Dossier)
}
