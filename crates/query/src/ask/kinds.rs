//! Which kind of question it is.

use super::amounts::{at_least, at_most, busiest};
use super::cues::{
    BACKING, CANCELLED, CHANGED, COMPANY, COURSE, DEMANDS, DENIED, HAPPENED, JOINED, LEADING, NEWS,
    NO_RECORD, OBSTACLES, OUTSIDE, PAGE, PLANNED, POSITION, TALK,
};
use super::items::Item;
use super::of_both::{is_of_both, is_of_outcomes, is_outcome_of_both};
use super::parts::is_of_succession;
use super::presence::{ATTEND, ATTEND_PHRASES, LEFT_OUT, capacity, is_of_capacity};
use super::tokens::Token;
use super::vocabulary::{EMPTY, GOALS, MEET, MEET_VERBS, PEOPLE, SAY, act, among};
use super::whereabouts::is_of_company_on_a_journey;
use super::{Kind, whereabouts};
use crate::resolve::lexicon;
use chancery_graph::NodeKind;
use chancery_model::Act;

/// Words of saying that are nouns as often.
const REPORTS: &[&str] =
    &["report", "reports", "view", "views", "brief", "words", "line", "answer"];

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
            | "explain"
            | "define"
            | "compare"
            | "recommend"
            | "draft"
            | "compose"
            | "joke"
    ) || tokens.is_empty()
}

/// The shape of a question: its words, `_` for a name, `@` for days, one blank around each.
pub(super) fn shape(items: &[Item]) -> String {
    let mut shape = String::from(" ");
    for item in items {
        // Articles tell nothing here.
        if matches!(item, Item::Word(word) if matches!(&**word, "the" | "a" | "an" | "any" | "please" | "else"))
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
    // "Has not been invited", "not being at the table".
    for verb in [" been ", " being "] {
        shape = shape.replace(&format!(" not{verb}"), " not ");
    }
    shape
}

/// Nouns with which a list of meetings is asked for.
const NOUNS: &[&str] = &[
    "meetings",
    "talks",
    "summits",
    "calls",
    "visits",
    "conferences",
    "consultations",
    "engagements",
    "appointments",
    "encounters",
    "contacts",
    "negotiations",
    "conversations",
];

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
    let delegation = items.iter().any(|item| matches!(item, Item::Named(m) if m.delegation));
    // Whatever somebody speaks of is asked for, not that itself.
    let speaks = words().any(|word| {
        let says = SAY.contains(&word) && !TALK.contains(&word) && !REPORTS.contains(&word);
        says || act(word).is_some_and(|_| !MEET.contains(&word))
    });
    // "When is the Summit of the Americas", "where was it held".
    let asks_when = [" when ", " where "].iter().any(|it| shape.starts_with(it));
    let occasion = |item: &Item| match item {
        Item::Named(it) => names_occasion(&it.folded),
        _ => false,
    };
    if asks_when && names == 1 && items.iter().any(occasion) && !speaks {
        return Some(Kind::Meetings);
    }
    if has(OUTSIDE) || shape == " where is _ " || has(NO_RECORD) && !speaks {
        return None;
    }
    // How much is told in words: "how much aid did they announce".
    let told = words().any(|word| {
        act(word).is_some_and(|it| matches!(it, Act::Announce | Act::Promise | Act::Propose))
    });
    if has(&[" how much "]) {
        return (told && names > 0).then_some(Kind::Said);
    }
    // Who met whom without a third is more than is told.
    if has(&[" without _ "]) && meets && !speaks || shape.ends_with(" mentioned most ") {
        return None;
    }
    // "Who called Putin in July": on the phone, where no word tells what he was called.
    if let Some(rest) = shape.strip_prefix(" who called _ ")
        && rest.split_whitespace().all(|word| matches!(word, "@" | "in" | "on" | "last" | "since"))
    {
        return Some(Kind::Met);
    }
    // "Who said that Chad was excluded" asks for words, whatever they tell.
    if shape.starts_with(" who said that ") {
        return Some(Kind::Said);
    }
    // "Who hosted the Negev summit"; "who hosted Blinken" is of whom he met.
    let gathers =
        |word: &str| MEET.contains(&word) && !MEET_VERBS.contains(&word) && !is_of_capacity(word);
    let gathering = words().any(gathers);
    if let Some(capacity) = capacity(shape)
        && (gathering || items.iter().any(occasion) || capacity == "mediator")
        && !speaks
    {
        return Some(Kind::Attended);
    }
    // "Where was Blinken in June", "which countries did he visit".
    if whereabouts::asked(shape).is_some() && !speaks {
        return Some(Kind::Met);
    }
    if is_of_company_on_a_journey(shape) {
        return Some(Kind::Attended);
    }
    // "When did Rubio become secretary of state".
    let becomes = has(&[" become ", " became "]) && (title || offices) && names > 0;
    if is_of_succession(shape) || becomes && !speaks {
        return Some(Kind::Roles);
    }
    // "What did Sherman and Ryabkov discuss": what was said when they met.
    if is_of_both(shape) {
        return Some(Kind::Said);
    }
    if is_outcome_of_both(shape) && !speaks {
        return Some(Kind::Goals);
    }
    // "What demands were made of Iran": the words of others.
    if has(OBSTACLES) && [" what ", " which "].iter().any(|it| shape.starts_with(it)) {
        return Some(Kind::Said);
    }
    if has(DEMANDS) && has(&[" what ", " which ", " who "]) {
        return Some(Kind::Said);
    }
    if let Some(kind) = tersely(shape, items) {
        return Some(kind);
    }
    if busiest(shape).is_some() && !speaks {
        return Some(Kind::Count);
    }
    // "Which ministers has Blinken seen more than three times", "top ten people Blinken met".
    let asks_who = [" which ", " who ", " whom ", " with whom ", " with which ", " what "];
    let often = at_least(shape).is_some() && asks_who.iter().any(|it| shape.starts_with(it));
    if names == 1 && !speaks && meets && (often || at_most(shape).is_some()) {
        return Some(Kind::Company);
    }
    // "What did Sherman do in Kyiv"; what Russia does in Ukraine is no meeting there.
    let is = |item: Option<&Item>, wanted: &[NodeKind]| match item {
        Some(Item::Named(it)) => it.means.iter().any(|it| wanted.contains(&it.kind())),
        _ => false,
    };
    let mut mentions = items.iter().filter(|item| matches!(item, Item::Named(_)));
    if has(&[" what did _ do in _ ", " what was _ doing in _ ", " what is _ doing in _ "])
        && is(mentions.next(), &[NodeKind::Person])
        && is(mentions.next(), &[NodeKind::Place, NodeKind::State])
    {
        return Some(Kind::Met);
    }
    if let Some(kind) = indirectly(shape, names, speaks) {
        return Some(kind);
    }
    let together = is_conversation(shape, names, &words().collect::<Vec<_>>());
    let cancelled = has(CANCELLED);
    let gathers = meets || together || any(ATTEND);
    if cancelled && gathers && !any_but(SAY, TALK, words()) {
        return Some(if names > 0 { Kind::Met } else { Kind::Meetings });
    }
    let acts =
        |strong: &[Act]| words().any(|word| act(word).is_some_and(|it| strong.contains(&it)));
    // "Who called on Russia to withdraw from Ukraine" asks for words.
    let told_of = speaks && has(&[" about ", " to withdraw ", " to quit ", " should "]);
    let left_out = LEFT_OUT.iter().any(|(phrase, _)| shape.contains(phrase)) && !told_of;
    // Whom somebody did not meet is not told.
    let first = shape.split_whitespace().next().unwrap_or_default();
    let asks = matches!(first, "who" | "whom" | "which" | "what" | "list");
    if asks && has(&[" not ", " never "]) && any(MEET_VERBS) && !left_out && !speaks {
        return None;
    }
    let which = shape.trim_start().split(' ').take(3).collect::<Vec<_>>();
    let lists = match which[..] {
        ["which" | "what", noun, ..] => MEET.contains(&noun) && !any(SAY),
        [noun, ..] => NOUNS.contains(&noun) && !any(SAY) && !has(&[" per ", " most "]),
        [] => false,
    };
    if lists && !left_out {
        return Some(if names > 0 && !(names == 1 && has(&[" in _ "])) {
            Kind::Met
        } else {
            Kind::Meetings
        });
    }
    // "Has Price denied that talks with Iran took place": whatever else is in it.
    if acts(&[Act::Deny, Act::Warn, Act::Accuse, Act::Promise, Act::Stress]) && !left_out {
        return Some(Kind::Said);
    }
    let holds = has(&[" hold ", " held ", " holds ", " occupy ", " fill "]);
    if has(&[" in what capacity ", " in which capacity "]) && names > 0 {
        return Some(Kind::Roles);
    }
    if holds && has(&[" position ", " positions "]) && !has(&[" on "]) && names > 0 {
        return Some(Kind::Roles);
    }
    // "What was Philip Hammond's position in 2014": the one that he held.
    let bare = shape.replace(" @ ", " ");
    let person = |item: &Item| match item {
        Item::Named(it) => it.means.first().is_some_and(|it| it.kind() == NodeKind::Person),
        _ => false,
    };
    if bare.ends_with(" _ position ") && names == 1 && items.iter().any(person) {
        return Some(Kind::Roles);
    }
    let changed = CHANGED.iter().any(|it| shape.replace(" climate change ", " ").contains(it));
    // "Does Turkey oppose Finland joining NATO".
    let backs = |verb: &str| has(&[&format!(" _ {verb} _ "), &format!(" _ is {verb} _ ")]);
    let who_backs = |verb: &str| has(&[&format!(" {verb} _ ")]) && names > 0;
    let asks_who = asks_who.iter().any(|it| shape.starts_with(it));
    if !any(SAY)
        && (BACKING.iter().any(|verb| backs(verb))
            || asks_who && BACKING.iter().any(|verb| who_backs(verb)))
    {
        return Some(Kind::Positions);
    }
    if has(POSITION)
        || changed && (names > 0 || has(&[" who ", " anyone ", " anybody "])) && !left_out
    {
        return Some(Kind::Positions);
    }
    // "How did Moscow react", "how does he describe it": in words.
    let asks_reaction = shape.starts_with(" how ")
        && (has(&[" react", " respond"])
            || speaks && has(&[" how did ", " how does ", " how has "]));
    let when = has(&[" how recently ", " how long ago ", " how soon ", " how late "]);
    if shape.starts_with(" how ") && !how && !asks_reaction && !when {
        return None;
    }
    let most = has(&[" most ", " top ", " main ", " leading ", " frequent "])
        && names == 1
        && (has(&[" together with ", " interlocutor", " counterparts ", " contacts "])
            || has(&[" who ", " whom "]) && has(&[" with _ most ", " _ most "]));
    if (has(COMPANY) || most) && !how {
        // "Which two countries met most often": pairs of them, counted.
        let pairs = has(&[" countries ", " states ", " pair ", " pairs ", " governments "]);
        return Some(if names == 0 && pairs { Kind::Count } else { Kind::Company });
    }
    let nouns = ["meetings", "talks", "calls", "summits", "visits", "conferences", "encounters"];
    if how && nouns.iter().any(|noun| shape.contains(&format!(" how many {noun} "))) {
        return Some(Kind::Count);
    }
    let counts = how
        || has(&[" more than once ", " at least twice ", " total ", " totals "])
        || has(&[" number of ", " count ", " counts ", " counted ", " tally ", " total of "])
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
    let each_other = names > 1
        && any(TALK)
        && has(&[" with ", " to ", " and _ speak ", " and _ talk ", " _ _ ", " each other "]);
    let says = any(SAY) && !(how && each_other) && !together;
    if counts
        && (meets
            || how && names > 1 && has(&[" how often "])
            || how && (each_other || together || has(&[" times "])))
        && !says
        && !any(ATTEND)
    {
        return Some(Kind::Count);
    }
    if left_out {
        return Some(Kind::LeftOut);
    }
    if goes_somewhere(items) {
        return Some(Kind::Met);
    }
    if has(&[" was _ guest ", " were _ guests ", " is _ guest ", " are _ guests "]) {
        return Some(Kind::Met);
    }
    if shape.ends_with(" is _ after ") || shape.ends_with(" was _ after ") {
        return Some(Kind::Goals);
    }
    if together {
        return Some(Kind::Met);
    }
    let goal_noun = has(&[" goal ", " goals ", " objective ", " objectives "])
        || has(&[" outcome ", " outcomes "])
        || is_of_outcomes(shape) && (meets || items.iter().any(occasion));
    let wants = GOALS.iter().any(|(forms, _)| any(forms));
    let there = [" was there ", " were there "];
    let attends = any(ATTEND)
        || delegation && !any(MEET_VERBS)
        || has(ATTEND_PHRASES)
        // "Did anyone from Iran meet Blinken" is of meetings.
        || has(&[" anyone from _ ", " anybody from _ "]) && !any(MEET_VERBS)
        || there.iter().any(|it| shape.ends_with(it) || !meets && shape.contains(it));
    // "What does Rubio say about the goals" asks for words.
    let of_goals = [" which ", " what ", " whose ", " list ", " goals ", " objectives "];
    let about_goals = has(&[" about goal", " on goal", " about outcome", " accept outcome"]);
    if goal_noun && !(says && (about_goals || !of_goals.iter().any(|it| shape.starts_with(it)))) {
        return Some(Kind::Goals);
    }
    let leads = any(LEADING);
    let who_leads = leads && has(&[" who ", " whom ", " which "]) || has(&[" at helm of "]);
    if who_leads && (people || has(&[" talks ", " delegation ", " team "]) || attends) {
        return Some(Kind::Attended);
    }
    // "Who represented Britain as foreign secretary".
    if title && has(&[" who represented _ as ", " who served _ as ", " who was _ s "]) {
        return Some(Kind::Roles);
    }
    // "Who represented Russia", not "what did Russia's representative say".
    if says && !(attends && has(&[" who attended ", " who was at "])) {
        return Some(Kind::Said);
    }
    if attends {
        return Some(Kind::Attended);
    }
    if who_leads && names > 0 {
        return Some(Kind::Roles);
    }
    let verb = any(MEET_VERBS);
    let asks = [" what ", " which "].iter().any(|ask| shape.starts_with(ask));
    let of_office = title && !asks;
    if wants && (!verb || asks && !any(&["meet", "met", "see"])) && !of_office {
        return Some(Kind::Goals);
    }
    if shape.starts_with(" what ") && words().any(|word| act(word).is_some()) && !meets {
        return Some(Kind::Said);
    }
    if let Some(kind) = roles_or_dossier(shape, names, title, offices, people, items) {
        return Some(kind);
    }
    if words().any(|word| act(word).is_some()) && !(meets && names > 1) {
        return Some(Kind::Said);
    }
    if has(&[" each other ", " one another ", " together ", " jointly "]) && names > 0 {
        return Some(Kind::Met);
    }
    if meets && (names > 0 || verb) {
        let only_place = names == 1 && has(&[" in _ "]) && !verb;
        return Some(if only_place || names == 0 { Kind::Meetings } else { Kind::Met });
    }
    if meets {
        return Some(Kind::Meetings);
    }
    if has(&[" anything from ", " about _ ", " by _ ", " according to _ ", " did _ give "])
        && names > 0
    {
        return Some(Kind::Said);
    }
    let rest = words().all(|word| among(EMPTY, word));
    // "Is anything scheduled between Zardari and Cameron".
    let to_come = [
        " scheduled ",
        " planned ",
        " upcoming ",
        " lined up ",
        " in works ",
        " in pipeline ",
        " on cards ",
        " coming up ",
        " calendar ",
        " in offing ",
        " forthcoming ",
    ];
    if has(&to_come) {
        return Some(if names > 0 { Kind::Met } else { Kind::Meetings });
    }
    match names {
        // "Rubio Lavrov February 2025", "Blinken Lavrov Geneva".
        2 | 3 if rest && !has(PLANNED) => Some(Kind::Met),
        1 if rest && !has(&[" will ", " in _ "]) => Some(Kind::Dossier),
        _ => None,
    }
}

/// Kinds that are told by nothing but how a name stands: "Rubio on Ukraine", "Ukraine's foreign
/// minister in 2022".
fn tersely(shape: &str, items: &[Item]) -> Option<Kind> {
    let bare = shape.replace(" @ ", " ");
    if matches!(&*bare, " _ on _ " | " _ about _ " | " _ re _ " | " _ to _ about _ ") {
        return Some(Kind::Said);
    }
    let office = items.iter().any(|item| matches!(item, Item::Named(it) if it.of_office));
    if bare == " _ " && office {
        return Some(Kind::Roles);
    }
    // "US ambassador to Thailand", "the current foreign minister of Turkey".
    let joins = |word: &str| {
        matches!(word, "_" | "to" | "of" | "for" | "in" | "current" | "former" | "new" | "s")
    };
    let titles = || bare.split_whitespace().filter(|word| !joins(word));
    if titles().all(lexicon::is_of_office)
        && (titles().any(lexicon::is_office)
            || office && (bare.matches('_').count() == 1 || bare == " _ to _ "))
    {
        return Some(Kind::Roles);
    }
    // "Was Hammond foreign secretary in 2014".
    let yes_or_no = [" was _ ", " is _ ", " were _ ", " has _ been ", " had _ been "];
    let rest = yes_or_no.iter().find_map(|lead| bare.strip_prefix(lead))?;
    let title = rest.split_whitespace().all(|word| {
        lexicon::is_of_office(word) || matches!(word, "_" | "of" | "for" | "still" | "already")
    });
    let is_office = rest.split_whitespace().any(lexicon::is_office);
    (title && (is_office || office && rest.contains('_'))).then_some(Kind::Roles)
}

/// Whether somebody goes to a place, not to a meeting: "went to Kyiv".
fn goes_somewhere(items: &[Item]) -> bool {
    let word = |at: usize| match items.get(at) {
        Some(Item::Word(word)) => &**word,
        _ => "",
    };
    let place = |kind| matches!(kind, NodeKind::Place | NodeKind::State);
    items.iter().enumerate().any(|(at, item)| {
        let Item::Named(mention) = item else { return false };
        let goes = at > 1
            && word(at - 1) == "to"
            && matches!(word(at - 2), "went" | "go" | "gone" | "going" | "came" | "come" | "been");
        let somewhere = mention.means.iter().any(|name| place(name.kind()));
        goes && somewhere && !mention.people && !MEET.contains(&word(at + 1))
    })
}

/// Whether a name is that of an occasion: "Summit of the Americas".
pub(super) fn names_occasion(folded: &str) -> bool {
    folded.split(' ').any(|word| {
        matches!(word, "summit" | "conference" | "dialogue" | "ministerial" | "consultations")
    })
}

/// Whether a word is among some, and not among others.
fn any_but<'i>(list: &[&str], but: &[&str], mut words: impl Iterator<Item = &'i str>) -> bool {
    words.any(|word| list.contains(&word) && !but.contains(&word))
}

/// Whether talking is a meeting here: with somebody, or to somebody about nothing that is told.
fn is_conversation(shape: &str, names: usize, words: &[&str]) -> bool {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| shape.contains(phrase));
    let verb = |word: &str| TALK.contains(&word) && word != "talks";
    let Some(at) = words.iter().position(|word| verb(word)) else { return false };
    let says = any_but(SAY, TALK, words.iter().copied());
    let to_all = has(&[" reporters ", " press ", " journalists ", " media "]);
    if names == 0 || says || to_all || has(&[" what "]) {
        return false;
    }
    let about = has(&[" about ", " regarding ", " concerning "]);
    let after: Vec<&str> = words[at + 1..].iter().take(4).copied().collect();
    let to = after.contains(&"to") && !about;
    // "With which ministers did Sherman speak".
    let before = [
        " with which ",
        " with whom ",
        " to whom ",
        " to which ",
        " with what ",
        " with how many ",
        " to how many ",
    ];
    if before.iter().any(|lead| shape.starts_with(lead)) && !about {
        return true;
    }
    // "Did Rubio and Lavrov ever speak": each other, if nobody else follows.
    let of_two = names > 1 && !about && !has(&[" by _ "]) && has(&[" _ and _ ", " _ _ "]);
    after.contains(&"with") || to || of_two || has(&[" each other ", " one another "])
}

/// Kinds that have words of their own.
fn indirectly(shape: &str, names: usize, speaks: bool) -> Option<Kind> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| shape.contains(phrase));
    if has(DENIED) {
        return Some(Kind::Contradictions);
    }
    let accounts = [" accounts ", " versions ", " stories ", " testimonies "];
    if has(&accounts) && has(&[" differ", " diverge", " vary ", " disagree", " match ", " clash"]) {
        return Some(Kind::Contradictions);
    }
    // "Which claims about Kenya have been denied".
    let claims =
        [" claims ", " reports ", " allegations ", " accusations ", " rumours ", " rumors "];
    let claimed = claims.iter().filter_map(|noun| shape.find(noun)).min();
    let refused = [" denied ", " dismissed ", " rejected ", " refuted "];
    let refused = refused.iter().filter_map(|verb| shape.find(verb)).min();
    if claimed.zip(refused).is_some_and(|(claimed, refused)| claimed < refused) {
        return Some(Kind::Contradictions);
    }
    if names >= 2 && has(JOINED) && !speaks {
        return Some(Kind::Chain);
    }
    if has(HAPPENED) || has(COURSE) && !speaks {
        return Some(Kind::Timeline);
    }
    let documents = [
        " articles ",
        " documents ",
        " releases ",
        " stories ",
        " article ",
        " document ",
        " release ",
        " transcripts ",
        " papers ",
    ];
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
        [" which ", " what ", " list ", " any ", " show ", " find ", " how many ", " in how many "];
    let begins = asks.iter().chain(&documents).any(|word| shape.starts_with(word));
    if begins && has(&documents) && has(&tells) {
        return Some(Kind::Mentions);
    }
    if has(NEWS) {
        return Some(Kind::Timeline);
    }
    let nouns = [" meeting", " call ", " calls ", " talks ", " conversation"];
    if has(PAGE) && names > 1 && has(&nouns) {
        return Some(Kind::Met);
    }
    if has(PAGE) || [" report on _ ", " note on _ "].iter().any(|it| shape.starts_with(it)) {
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
    items: &[Item],
) -> Option<Kind> {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| shape.contains(phrase));
    let meets = shape.split(' ').any(|word| MEET.contains(&word));
    let office = items.iter().any(|item| matches!(item, Item::Named(it) if it.of_office));
    let who = shape.starts_with(" who ") && office && names == 1
        || shape.starts_with(" who is ")
        || shape.starts_with(" who was ")
        || shape.starts_with(" who are ")
        || shape.starts_with(" who were ")
        || shape.starts_with(" who has been ")
        || shape.starts_with(" who served ")
        || shape.starts_with(" name ")
        || shape.ends_with(" who is that ")
        || shape.ends_with(" who is it ");
    if has(&[" what does _ do ", " what did _ do for ", " does _ work ", " did _ work "]) {
        return Some(Kind::Roles);
    }
    let holds = has(&[
        " office ",
        " offices ",
        " post ",
        " posts ",
        " job ",
        " jobs ",
        " portfolio ",
        " head of ",
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
        " capacity ",
        " ministers of _ ",
        " officials of _ ",
        " envoys of _ ",
    ]);
    let meeting = shape.split(' ').any(|word| MEET_VERBS.contains(&word));
    if holds && !meeting && (names > 0 || title) {
        return Some(Kind::Roles);
    }
    if who && (title || offices || people && names > 0) && !meets {
        return Some(Kind::Roles);
    }
    // "Putin's advisors"; "_ officials" is one name.
    if title && names <= 1 && !meets && !has(&[" talks ", " with "]) {
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
    (names >= 1 && has(&page) && !meets && !has(&[" with _ "])).then_some(Kind::Dossier)
}
