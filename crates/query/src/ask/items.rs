//! The names and days in a question, found before it is asked what the question is.

use super::dates::{self, Span};
use super::matters::{is_matter, is_numbered, leads_on, of_a_matter};
use super::regions;
use super::tokens::Token;
use super::vocabulary::{PEOPLE, is_common};
use crate::resolve::lexicon;
use crate::resolve::office::{self, Office, is_title};
use crate::resolve::{all_named, likeliest, shortened};
use crate::words::slips;
use crate::{Mentions, Names, QuestionError, Resolution, Roles, WhoSaid};
use chancery_graph::{Graph, Match, Node, NodeKind, NodeName};
use chrono::NaiveDate;

/// A part of a question.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// A word, folded.
    Word(String),
    /// Somebody or something.
    Named(Mention),
    /// Days.
    Days,
}

/// Somebody or something that a question names.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is said of it by itself")]
pub(super) struct Mention {
    /// As typed.
    pub(super) typed: String,
    /// The same folded, slips put right.
    pub(super) folded: String,
    /// What it may mean, the best match first.
    pub(super) means: Vec<NodeName>,
    /// "An American secretary of state": anybody who held the office, not one person.
    pub(super) office: Option<Office>,
    /// "American officials": those who serve, not the state itself.
    pub(super) people: bool,
    /// Whether `'s` follows.
    pub(super) owns: bool,
    /// Whether it is called so nowhere, and this was said.
    pub(super) taken: bool,
    /// "The Russian delegation": those of them who are somewhere.
    pub(super) delegation: bool,
    /// Whether it is an office, of whoever holds it.
    pub(super) of_office: bool,
    /// Whether it is only some words of a longer name: "Americas" of the Americas Health Corps.
    pub(super) by_word: bool,
    /// The region whose states are meant.
    pub(super) region: Option<&'static str>,
}

impl Mention {
    /// A name that nothing has.
    pub(super) fn unknown(typed: &str) -> Self {
        Self {
            typed: typed.to_owned(),
            folded: chancery_model::fold(typed),
            means: Vec::new(),
            office: None,
            people: false,
            owns: false,
            taken: false,
            delegation: false,
            of_office: false,
            by_word: false,
            region: None,
        }
    }
}

/// What stands where a name may.
enum Meant {
    /// Somebody or something.
    Named(Mention),
    /// Two that share a name: "the Koreas".
    Both([Mention; 2]),
    /// A subject that is no node, and stands in what was said: "the Black Sea".
    Words,
    /// The office of who is named next: "the Russian foreign minister, Sergey Lavrov".
    Title,
}

/// A question as names, days and other words.
pub(super) struct Items {
    /// In order.
    pub(super) all: Vec<Item>,
    /// What is said of time, all of it together.
    pub(super) when: Span,
    /// Why a name could not be told, if one could not; it stands among the words.
    pub(super) untold: Option<QuestionError>,
}

/// The longest name, in words.
const LONGEST: usize = 8;

/// Finds names and days.
pub(super) fn items(
    names: &Names<'_>,
    tokens: &[Token<'_>],
    question: &str,
    today: NaiveDate,
) -> Result<Items, QuestionError> {
    let future = ["will", "upcoming", "planned", "scheduled", "expected", "next"];
    let future = tokens.iter().any(|token| future.contains(&&*token.folded));
    let shouted = !question.chars().any(char::is_lowercase);
    let mut found = Items { all: Vec::new(), when: Span::default(), untold: None };
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        if let Some(number) = per(rest) {
            found.all.push(Item::Word("per".to_owned()));
            found.all.push(Item::Word(rest[number - 1].folded.clone()));
            at += number;
            continue;
        }
        let been = at > 0 && matches!(&*tokens[at - 1].folded, "been" | "get" | "getting");
        // "What has Lavrov been up to this year".
        if been && rest[0].folded == "up" && rest.get(1).is_some_and(|next| next.folded == "to") {
            found.all.extend(["up", "to"].map(|word| Item::Word(word.to_owned())));
            at += 2;
            continue;
        }
        if let Some((len, span)) = dates::read(rest, today, future)? {
            found.when = narrowed(found.when, span)?;
            found.all.push(Item::Days);
            at += len;
            continue;
        }
        if let Some((len, mention)) = regions::region(tokens, at, question) {
            found.all.push(Item::Named(mention));
            at += len;
            continue;
        }
        let meant = match mention(names, tokens, at, question, shouted) {
            Ok(meant) => meant,
            Err(error) => {
                found.untold.get_or_insert(error);
                None
            }
        };
        if let Some((len, meant)) = meant {
            match meant {
                Meant::Named(mention) => found.all.push(Item::Named(mention)),
                Meant::Both([one, other]) => {
                    let number = |item: &mut Item| matches!(item, Item::Word(word) if word == "two" || word == "both");
                    found.all.pop_if(number);
                    let and = Item::Word("and".to_owned());
                    found.all.extend([Item::Named(one), and, Item::Named(other)]);
                }
                Meant::Title => {}
                Meant::Words => {
                    let words = rest[..len].iter().map(|token| Item::Word(token.folded.clone()));
                    found.all.extend(words);
                }
            }
            at += len;
            continue;
        }
        found.all.push(Item::Word(rest[0].folded.clone()));
        at += 1;
    }
    Ok(found)
}

/// "By month", "per year", "each day": by what is counted, and no date.
fn per(tokens: &[Token<'_>]) -> Option<usize> {
    let word = |i: usize| tokens.get(i).map_or("", |token| &*token.folded);
    let ago = matches!(word(2), "ago" | "earlier" | "before" | "later");
    let by = matches!(word(0), "by" | "per" | "each" | "every") || word(0) == "a" && !ago;
    (by && matches!(word(1), "day" | "month" | "year" | "pair" | "state")).then_some(2)
}

/// Both of two stretches of time.
fn narrowed(one: Span, other: Span) -> Result<Span, QuestionError> {
    let since = match (one.since, other.since) {
        (Some(one), Some(other)) => Some(one.max(other)),
        (one, other) => one.or(other),
    };
    let until = match (one.until, other.until) {
        (Some(one), Some(other)) => {
            Some(if other.last_day() < one.last_day() { other } else { one })
        }
        (one, other) => one.or(other),
    };
    match (since, until) {
        (Some(since), Some(until)) if since.first_day() > until.last_day() => {
            Err(QuestionError::TurnedRound { since, until })
        }
        _ => Ok(Span { since, until }),
    }
}

/// The longest name that begins at a word.
fn mention(
    names: &Names<'_>,
    tokens: &[Token<'_>],
    at: usize,
    question: &str,
    shouted: bool,
) -> Result<Option<(usize, Meant)>, QuestionError> {
    let rest = &tokens[at..];
    let first = &rest[0];
    let before = |n: usize| at.checked_sub(n).map_or("", |i| &*tokens[i].folded);
    // An acronym in capitals is a name though the word in small letters is none: US, WHO, IT.
    let acronym = !shouted
        && first.text.chars().filter(char::is_ascii_alphabetic).count() > 1
        && !first.text.chars().any(char::is_lowercase);
    let article = first.folded == "us" && before(1) == "the";
    // "European countries" are not the union.
    let of_europe = first.folded == "european"
        && rest.get(1).is_some_and(|next| next.text.starts_with(char::is_lowercase));
    if of_europe && !office::is_title(&[&rest[1].folded]) {
        return Ok(None);
    }
    // "Ten countries" are no Group of Ten.
    let number = dates::count(&first.folded).is_some();
    let starts = acronym || article || !is_common(&first.folded) && !number || is_id(first.text);
    if matches!(&*first.folded, "the" | "a" | "an") {
        return Ok(None);
    }
    let limit = rest.len().min(LONGEST);
    let folded = |len: usize| {
        let mut words = Vec::new();
        for token in &rest[..len] {
            words.push(token.folded.as_str());
            if token.owns {
                words.push("s");
            }
        }
        words.join(" ")
    };
    let typed = |len: usize| {
        let last = &rest[len - 1];
        question[first.start..last.end].to_owned()
    };
    let made = |len: usize, means: &[&Node], taken: bool| Mention {
        folded: folded(len),
        means: means.iter().map(|node| node.name.clone()).collect(),
        owns: rest[len - 1].owns,
        taken,
        ..Mention::unknown(&typed(len))
    };
    if !starts {
        // "The Summit for Democracy" is called so, common words and all.
        let whole = |len: &usize| {
            let found = names.graph().named(&folded(*len));
            found.first().is_some_and(|it| it.matched <= Match::Name)
        };
        let called = first.is_capital() && at > 0;
        let Some(len) =
            (2..=limit).rev().find(|len| called && rest[len - 1].is_capital() && whole(len))
        else {
            return Ok(None);
        };
        let means = meant(names, &folded(len), true);
        return Ok(Some((len, Meant::Named(made(len, &means, false)))));
    }
    // "Secretary of State Blinken" is one by name, and so is "the Russian foreign minister, Lavrov".
    let is_named = |len: usize| {
        rest.get(len).is_some_and(|next| {
            let person = |node| names.graph().node(node).kind() == NodeKind::Person;
            !is_common(&next.folded)
                && !dates::is_of_days(&next.folded)
                && names.graph().named(&next.folded).iter().any(|it| person(it.node))
        })
    };
    let before_a_name = |len: usize| {
        let words = folded(len);
        let words: Vec<&str> = words.split(' ').collect();
        // "Pope Francis" is one name.
        let whole = || {
            let found = names.graph().named(&folded(len + 1));
            found.first().is_some_and(|it| it.matched < Match::Word)
        };
        !rest[len - 1].owns && is_title(&words) && is_named(len) && !whole()
    };
    let titles = office::may_be_of(&first.folded);
    if titles && let Some(len) = (1..=limit.min(6)).rev().find(|len| before_a_name(*len)) {
        return Ok(Some((len, Meant::Title)));
    }
    // "The Secretary", in papers of the State Department.
    let after = rest.get(1).map_or("", |next| &*next.folded);
    if first.folded == "secretary" && before(1) == "the" && !matches!(after, "of" | "general") {
        let office = office::usual("secretary of state").filter(|_| !is_named(1));
        let holders = office.map(|office| office::holders(names.graph(), &office, names.day()));
        let holders = holders.unwrap_or_default();
        let one = match holders[..] {
            [one] => Some(one),
            _ => likeliest(&holders),
        };
        if let Some(holder) = one {
            let mut mention = made(1, &[holder], true);
            mention.of_office = true;
            return Ok(Some((1, Meant::Named(mention))));
        }
    }
    // "The Pope" needs no name, nor whose he is.
    if before(1) == "the" && !is_named(1) {
        let holders = office::only_ones(names.graph(), &first.folded, names.day());
        if let [holder] = holders[..] {
            let mut mention = made(1, &[holder], true);
            mention.of_office = true;
            return Ok(Some((1, Meant::Named(mention))));
        }
    }
    if first.is_capital()
        && let Some((states, people)) = namesakes(names.graph(), &first.folded)
    {
        let both = states.map(|state| {
            let mut mention = made(1, &[state], false);
            mention.people = people;
            mention
        });
        return Ok(Some((1, Meant::Both(both))));
    }
    // An office before a name: "the Russian foreign minister" is nobody's name.
    let article = matches!(before(1), "a" | "an" | "any" | "which" | "what" | "other");
    // Of words without an office among them there is nothing to look up.
    let offices =
        if rest[..limit].iter().any(|token| office::may_be_of(&token.folded)) { limit } else { 0 };
    for len in (2..=offices).rev() {
        let phrase = folded(len);
        let phrase = phrase.strip_suffix(" s").unwrap_or(&phrase);
        let office = office::office(names, phrase).or_else(|| office::usual(phrase));
        let Some(office) = office else { continue };
        if is_named(len) && !rest[len - 1].owns {
            return Ok(Some((len, Meant::Title)));
        }
        let holders = office::holders(names.graph(), &office, names.day());
        // "Was Hammond foreign secretary": an office of a person is one that somebody holds.
        if holders.is_empty() && office.of.kind() == NodeKind::Person {
            continue;
        }
        let plural = office::is_plural(&office.title);
        let mut mention = made(len, &holders, true);
        mention.of_office = true;
        if article || plural || holders.is_empty() {
            mention.means = vec![office.of.clone()];
            mention.office = Some(office);
        }
        return Ok(Some((len, Meant::Named(mention))));
    }
    for len in (1..=limit).rev() {
        let phrase = folded(len);
        let phrase = phrase.strip_suffix(" s").unwrap_or(&phrase);
        let words: Vec<&str> = phrase.split(' ').collect();
        let last = &rest[len - 1];
        // "When did Blinken first meet him": whatever anybody is called.
        if len > 1 && last.folded == "first" && !last.is_capital() {
            continue;
        }
        // "Met Kuleba at least twice": no name ends so, though it may have such a word within.
        if len > 1 && !last.is_capital() && leads_on(&last.folded) {
            continue;
        }
        let common = is_common(&last.folded) && !acronym && len > 1;
        let small = len == 1
            && !first.is_capital()
            && lexicon::is_of_office(phrase)
            && lexicon::state(phrase).is_none();
        if small || is_title(&words) || (len > 1 && common && !is_known(names, phrase)) {
            continue;
        }
        let means = meant(names, phrase, first.is_capital() || acronym);
        if means.is_empty() {
            continue;
        }
        // "The Strategic Stability Dialogue" is no institute with one of those words in its name.
        let by_word =
            names.graph().named(phrase).first().is_some_and(|it| it.matched == Match::Word);
        // "Western" and "democracy" are words of many a name.
        let bodies = means.iter().all(|node| node.kind() != NodeKind::Person);
        if by_word && len == 1 && bodies && means.len() > 1 && is_told(names, first) {
            return Ok(Some((1, Meant::Words)));
        }
        // "Raise human rights", where a commission is called so too.
        if bodies
            && is_matter(&means, phrase)
            && of_a_matter(tokens, at)
            && !rest[..len].iter().any(Token::is_capital)
        {
            return Ok(Some((len, Meant::Words)));
        }
        if by_word && let Some(run) = written(names, rest).filter(|run| *run > len) {
            return Ok(Some((run, Meant::Words)));
        }
        // "Putin's government" is that of Russia.
        let rules = rest.get(len).is_some_and(|next| {
            matches!(&*next.folded, "government" | "administration" | "regime" | "cabinet")
        });
        if rules
            && last.owns
            && let Some(state) = state_of(names.graph(), means[0])
        {
            return Ok(Some((len + 1, Meant::Named(made(len + 1, &[state], true)))));
        }
        // "Nord Stream 2" is told of as "Nord Stream", and by both.
        let mut len = len;
        if bodies && is_numbered(names, &rest[..limit], len) {
            len += 1;
        }
        let mut mention = made(len, &means, false);
        (mention.taken, mention.by_word) = (by_word && len == 1, by_word);
        let state = means[0].kind() == NodeKind::State;
        if state && rest.get(len).is_some_and(|next| PEOPLE.contains(&&*next.folded)) {
            mention.people = !matches!(
                &*rest[len].folded,
                "side" | "government" | "authorities" | "administration"
            );
            mention.delegation = matches!(
                &*rest[len].folded,
                "delegation" | "delegations" | "delegate" | "delegates" | "team" | "negotiators"
            );
            mention.owns = rest[len].owns;
            len += 1;
        }
        return Ok(Some((len, Meant::Named(mention))));
    }
    // "Blinkens call with Lavrov".
    if let Some(stem) = first.folded.strip_suffix('s').filter(|stem| stem.len() > 4)
        && rest.len() > 1
        && !super::parts::is_filler(&first.folded)
        // "Which ministers did Blinken meet" is of no Minister by name.
        && !lexicon::is_of_office(&first.folded)
    {
        let means = meant(names, stem, first.is_capital());
        if !means.is_empty() && means.iter().all(|node| node.kind() == NodeKind::Person) {
            let mut mention = made(1, &means, false);
            mention.owns = true;
            return Ok(Some((1, Meant::Named(mention))));
        }
    }
    // A word with a capital that is no name is a slip, or a name that is not there.
    let lone = first.is_capital() && at > 0 && !is_title(&[&first.folded]) && !shouted;
    let subject = matches!(
        before(1),
        "did" | "has" | "have" | "had" | "was" | "is" | "does" | "will" | "were" | "between"
    ) && first.folded.chars().nth(3).is_some()
        && !lexicon::is_of_office(&first.folded);
    if !lone && !subject {
        return Ok(slip_in_small(names, first).map(|node| {
            let mut mention = made(1, &[node], true);
            mention.taken = true;
            (1, Meant::Named(mention))
        }));
    }
    let run = rest.iter().take(4).take_while(|token| {
        token.is_capital() && !is_common(&token.folded) && !lexicon::is_of_office(&token.folded)
    });
    let run = run.count().max(1);
    for len in (1..=run).rev() {
        match names.resolve(&folded(len), &[]) {
            Resolution::One(node) => {
                return Ok(Some((len, Meant::Named(made(len, &[node], false)))));
            }
            Resolution::Taken(node) => {
                return Ok(Some((len, Meant::Named(made(len, &[node], true)))));
            }
            _ => {}
        }
    }
    let in_titles = titled(tokens);
    // "The Middle East", "his Asia tour": a subject or a place that is no node, and that documents
    // write so. Whoever speaks or meets is somebody.
    let matter = !subject
        && !matches!(
            before(1),
            "with" | "met" | "meet" | "meets" | "by" | "from" | "see" | "saw" | "and" | "tell"
        );
    if matter && let Some(len) = written(names, rest).filter(|len| *len >= run) {
        return Ok(Some((len, Meant::Words)));
    }
    match names.resolve(&folded(run), &[]) {
        Resolution::None(nearest) if lone && !in_titles => Err(QuestionError::UnknownName {
            typed: shortened(&typed(run)),
            nearest: all_named(names.graph(), &nearest),
        }),
        Resolution::None(nearest) if subject && !nearest.is_empty() && !is_told(names, first) => {
            Err(QuestionError::UnknownName {
                typed: shortened(&typed(run)),
                nearest: all_named(names.graph(), &nearest),
            })
        }
        Resolution::Many(candidates) => Err(QuestionError::AmbiguousName {
            typed: shortened(&typed(run)),
            candidates: all_named(names.graph(), &candidates),
        }),
        _ => Ok(None),
    }
}

/// The state that somebody is told to serve, by most documents.
fn state_of<'g>(graph: &'g Graph, who: &Node) -> Option<&'g Node> {
    let held = Roles::default().of(who.name.clone()).answers(graph);
    let states = held.filter(|held| held.of.is_some_and(|of| of.kind() == NodeKind::State));
    states.max_by_key(|held| held.evidence.len())?.of
}

/// The two states that a plural means, which is no name itself: "the Koreas", and "Koreans" of
/// their people.
fn namesakes<'g>(graph: &'g Graph, folded: &str) -> Option<([&'g Node; 2], bool)> {
    let (name, people) = match (folded.strip_suffix("ns"), folded.strip_suffix('s')) {
        (Some(name), _) => (name, true),
        (None, Some(name)) => (name, false),
        // "The Korean vice minister": of either.
        (None, None) => (folded.strip_suffix('n')?, true),
    };
    let called = graph.named(folded).first().is_some_and(|it| it.matched < Match::Word);
    if name.len() < 4 || called || lexicon::state(folded).is_some() {
        return None;
    }
    let states = graph.nodes(NodeKind::State).map(|(_, node)| node);
    let mut so = states
        .filter(|node| chancery_model::fold(&node.label).split(' ').next_back() == Some(name));
    let both = [so.next()?, so.next()?];
    so.next().is_none().then_some((both, people))
}

/// Who is meant by a word in small letters that no document has, and that is much like the name of
/// a person or a state: "blinkn".
fn slip_in_small<'g>(names: &Names<'g>, token: &Token<'_>) -> Option<&'g Node> {
    let word = &*token.folded;
    let a_word = is_common(word)
        || super::vocabulary::is_in_phrase(word)
        || lexicon::is_of_office(word)
        || dates::is_of_days(word)
        || super::parts::is_filler(word);
    if a_word || word.len() < 5 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let told = is_told(names, token);
    let (Resolution::One(node) | Resolution::Taken(node)) =
        names.resolve(word, &[NodeKind::Person, NodeKind::State])
    else {
        return None;
    };
    let most = if word.len() < 8 { 1 } else { 2 };
    let label = chancery_model::fold(&node.label);
    let near = label.split(' ').any(|other| slips(word, other) <= most);
    (near && !told).then_some(node)
}

/// Whether a document has a word.
fn is_told(names: &Names<'_>, token: &Token<'_>) -> bool {
    let phrase = format!("\"{}\"", token.folded);
    Mentions::default().words(&phrase).answers(names.graph()).next().is_some()
}

/// How many words with capitals stand here, if there are several that documents write so, or one
/// that is said.
fn written(names: &Names<'_>, rest: &[Token<'_>]) -> Option<usize> {
    let capitals = rest.iter().take(LONGEST).take_while(|token| token.is_capital()).count();
    let graph = names.graph();
    let words = |len: usize| rest[..len].iter().map(|token| token.folded.as_str());
    let phrase = |len: usize| format!("\"{}\"", words(len).collect::<Vec<_>>().join(" "));
    let told = |len: usize| Mentions::default().words(&phrase(len)).answers(graph).next().is_some();
    if let Some(len) = (2..=capitals).rev().find(|len| told(*len)) {
        return Some(len);
    }
    let said = || WhoSaid::default().words(&rest[0].folded).answers(graph).next().is_some();
    (capitals > 0 && said()).then_some(1)
}

/// Whether most words have a capital, as in a heading: then a capital says nothing.
fn titled(tokens: &[Token<'_>]) -> bool {
    let capitals = tokens.iter().filter(|token| token.is_capital()).count();
    tokens.len() > 3 && 3 * capitals > 2 * tokens.len()
}

/// Whether a word is the id of a node.
fn is_id(word: &str) -> bool {
    word.parse::<NodeName>().is_ok()
}

/// Whether a state or an organization is called so, common words and all: "United States".
fn is_known(names: &Names<'_>, folded: &str) -> bool {
    lexicon::state(folded).is_some()
        || lexicon::organization(folded).is_some()
        || names.graph().named(folded).first().is_some_and(|found| found.matched <= Match::Name)
}

/// What a name of some words may mean: an exact name, or a word of one if it has a capital.
fn meant<'g>(names: &Names<'g>, folded: &str, capital: bool) -> Vec<&'g Node> {
    let graph = names.graph();
    let mut found = graph.named(folded);
    found.retain(|found| capital || found.matched < Match::Word);
    // A surname stands for a person before a word of a longer name does for a body.
    if let Some(best) = found.first().map(|found| found.matched) {
        let close = |found: &chancery_graph::Candidate| {
            found.matched == best || best == Match::Name && found.matched == Match::Alias
        };
        found.retain(close);
        return found.into_iter().map(|found| graph.node(found.node)).collect();
    }
    names.known_elsewhere(folded, &[]).into_iter().collect()
}

/// Puts right the slips in words by which questions are read: "atended", "foriegn". A word that
/// documents have, or that is part of a name, is none.
pub(super) fn correct(graph: &Graph, tokens: &mut [Token<'_>]) {
    const SHORTEST: usize = 5;
    for token in tokens {
        let word = &token.folded;
        let small = !token.is_capital() && word.len() >= SHORTEST;
        if !small
            || is_common(word)
            || super::vocabulary::is_in_phrase(word)
            || lexicon::is_of_office(word)
            || !word.is_ascii()
        {
            continue;
        }
        let known = || !graph.called(word).is_empty() || dates::is_of_days(word);
        let near = super::vocabulary::all().chain(lexicon::offices());
        let one = word.strip_suffix('s');
        let right = |other: &'static str| match one {
            _ if is_slip(word, other) => Some(other.to_owned()),
            Some(one) if is_slip(one, other) => Some(format!("{other}s")),
            _ => None,
        };
        let near = near.filter(|other| other.len() >= SHORTEST).filter_map(right).min();
        let Some(right) = near.filter(|_| !known()) else { continue };
        let said = Mentions::default().words(&format!("\"{word}\""));
        if said.answers(graph).next().is_none() {
            token.folded = right;
        }
    }
}

/// Whether a word is another with two letters swapped, one left out or one doubled. Another letter
/// mostly makes another word.
fn is_slip(word: &str, meant: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters = word.as_bytes().to_vec();
        letters.sort_unstable();
        letters
    };
    let once = |word: &str| {
        let mut letters = word.as_bytes().to_vec();
        letters.dedup();
        letters
    };
    word.as_bytes().first() == meant.as_bytes().first()
        && slips(word, meant) == 1
        && match word.len().cmp(&meant.len()) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Equal => sorted(word) == sorted(meant),
            std::cmp::Ordering::Greater => once(word) == once(meant),
        }
}
