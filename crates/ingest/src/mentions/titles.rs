//! Offices: "Deputy Secretary of State", "his Russian counterpart", "spokesman for the army".
//!
//! A title phrase is found by its words alone; whose office it is, is settled where names are known.

use super::of_whom::{is_sent_away, people_before};
use super::once::{once_after, once_before};
use super::portfolios::portfolio_end;
use super::{Name, What};
use crate::lexicon::{Lexicon, StateSense, TitleWord};
use crate::surface::{Run, Surface};
use crate::tagger::Pos;

/// Whether the office is held now, as the words before it tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    /// Nothing said, or "outgoing".
    Current,
    /// "former", "ex-", "late".
    Former,
    /// "then-": not now, but at the time spoken of.
    Then,
    /// "-elect", "-designate", "incoming".
    Designate,
}

/// Whom the office serves, as the words beside it tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A name, by its place among the names.
    Name(usize),
    /// "his", "her", "its", "their": the token.
    Pronoun(usize),
    /// "the country's", "the group's": the token of the noun.
    Noun(usize),
    /// "Chechen", "of the republic of …": a people or a region that is no member.
    Other,
}

/// The words of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TitlePhrase {
    /// The words of the title alone ("Secretary of State").
    pub(crate) run: Run,
    /// With determiner, owner and tense ("the former US Secretary of State").
    pub(crate) full: Run,
    /// The place of its head word.
    pub(crate) head: usize,
    /// Whom it serves.
    pub(crate) owner: Option<Owner>,
    /// Held now, once or soon.
    pub(crate) tense: Tense,
    /// "counterpart", "predecessor", "successor": a title told by another person's.
    pub(crate) relative: bool,
    /// Whether a determiner or possessor makes it definite ("the Secretary").
    pub(crate) definite: bool,
}

/// Heads that are told by another person's office.
const RELATIVE: &[&str] = &["counterpart", "colleague", "predecessor", "successor", "rival"];

/// Heads of those who are sent by one state and deal with another.
const SENT: &[&str] =
    &["ambassador", "coordinator", "envoy", "negotiator", "representative", "consul"];

/// Adjectives that may stand among the words of a title without being part of it.
const STATUS: &[(&str, Tense)] = &[
    ("former", Tense::Former),
    ("ex", Tense::Former),
    ("then", Tense::Then),
    ("late", Tense::Former),
    ("onetime", Tense::Former),
    ("one-time", Tense::Former),
    ("ousted", Tense::Former),
    ("deposed", Tense::Former),
    ("erstwhile", Tense::Former),
    ("outgoing", Tense::Current),
    ("incumbent", Tense::Current),
    ("rotating", Tense::Current),
    ("current", Tense::Current),
    ("new", Tense::Current),
    ("longtime", Tense::Current),
    ("visiting", Tense::Current),
    ("incoming", Tense::Designate),
    ("future", Tense::Designate),
    ("newly", Tense::Current),
    ("elected", Tense::Current),
    ("appointed", Tense::Current),
];

/// Finds the title phrases of an article among its names.
pub(crate) fn titles(surface: &Surface, lexicon: &Lexicon, names: &[Name]) -> Vec<TitlePhrase> {
    let mut name_at = vec![None; surface.len()];
    for (number, name) in names.iter().enumerate() {
        for slot in name_at.get_mut(name.run.clone()).into_iter().flatten() {
            *slot = Some(number);
        }
    }
    let finder = Finder { surface, lexicon, names, name_at };
    let mut found = Vec::new();
    let mut at = 0;
    while at < surface.len() {
        match finder.title_at(at) {
            Some(title) => {
                at = title.run.end.max(at + 1);
                found.push(title);
            }
            None => at += 1,
        }
    }
    found
}

/// The words of a title from this token on: their run and the place of the head.
///
/// Also used before names are known, to keep titles out of them.
pub(super) fn title_words(surface: &Surface, lexicon: &Lexicon, at: usize) -> Option<(Run, usize)> {
    let end = surface.sentence(at).end;
    let mut head = None;
    let mut next = at;
    while next < end && next < at + 9 {
        let word = surface.lower(next);
        let known = lexicon.titles.get(word).copied().or_else(|| compound(lexicon, word));
        let known = known.or_else(|| {
            let word = affairs(surface, next)?;
            lexicon.titles.get(word).copied()
        });
        // "attorney general": of its own an attorney holds no office.
        let general = matches!(word, "attorney" | "auditor" | "solicitor")
            && surface.lower(next + 1) == "general";
        let known = known.or(general.then_some(TitleWord { head: true, modifier: false }));
        // No title begins here, as nearly nowhere.
        if known.is_none() && next == at {
            return None;
        }
        // "Senior Official Lee" holds an office; "a senior official" may be anybody.
        let known = known.filter(|_| word != "official" || surface.word(next) == "Official");
        // "First, President Lee", "Under President Lee": a word of its own before the title.
        let apart = next == at
            && (word == "first" && surface.word(next + 1) == ","
                || word == "under" && surface.lower(next + 1) == "president");
        if apart {
            return None;
        }
        let Some(known) = known else {
            let joins = next > at && matches!(word, "and" | "&" | "," | "-") && head.is_none();
            let goes_on = joins && lexicon.titles.contains(surface.lower(next + 1));
            if goes_on && surface.is_capital(at) == surface.is_capital(next + 1) {
                next += 1;
                continue;
            }
            break;
        };
        // "Defence Minister Amir Lee": after an office a given name.
        if head.is_some() && matches!(surface.word(next), "Amir" | "Emir" | "Sultan") {
            break;
        }
        // A title does not change from capitals to small letters inside, but for a small first word.
        let noun = !surface.pos(next).is_verb()
            || head.is_none() && surface.is_capital(next)
            || affairs(surface, next).is_some();
        if known.head && noun {
            head = Some(next);
        }
        next += 1;
    }
    let mut head = head?;
    if surface.is_capital(head)
        && !surface.is_capital(at)
        && !matches!(surface.lower(at), "vice" | "deputy" | "acting")
    {
        return None;
    }
    // "secretary general", "attorney general": the adjective follows its noun.
    if matches!(
        surface.lower(head),
        "secretary" | "attorney" | "director" | "consul" | "governor" | "solicitor"
    ) && surface.lower(head + 1) == "general"
    {
        head += 1;
    }
    if surface.lower(head) == "executive" && surface.lower(head + 1) == "officer" {
        head += 1;
    }
    // "better off under President Lee" tells of no under president.
    let under = surface.word(at) == "under" && surface.lower(head) != "secretary";
    let bare = surface.pos(at) == Pos::VerbBase && affairs(surface, at).is_none();
    if under || head > at && bare {
        return None;
    }
    let ends = portfolio_end(surface, lexicon, head, end);
    // "Foreign Minister II Bo Kim": there are two, and he is the second.
    let second = matches!(surface.word(ends), "II" | "III")
        && ends + 1 < end
        && surface.is_capital(ends + 1);
    Some((at..ends + usize::from(second), head))
}

/// "charge d'affaires", which the wires write without its accents: its first word is like "deputy",
/// and its second like "minister".
fn affairs(surface: &Surface, at: usize) -> Option<&'static str> {
    let affair = |at: usize| {
        let word = surface.lower(at);
        word.starts_with("d'affaire") || word.starts_with("d’affaire")
    };
    let charge = |at: usize| matches!(surface.lower(at), "charge" | "chargé");
    if charge(at) && affair(at + 1) {
        Some("deputy")
    } else {
        (affair(at) && at > 0 && charge(at - 1)).then_some("minister")
    }
}

/// "vice-president", "foreign-policy", "co-chair", "minister-designate", "then-president".
fn compound(lexicon: &Lexicon, word: &str) -> Option<crate::lexicon::TitleWord> {
    if !word.bytes().any(|byte| byte == b'-') {
        return None;
    }
    let (first, last) = word.rsplit_once('-')?;
    if matches!(last, "designate" | "elect") {
        return lexicon.titles.get(first).copied().filter(|title| title.head);
    }
    let last = lexicon.titles.get(last)?;
    (lexicon.titles.contains(first) || matches!(first, "vice" | "co" | "ex" | "pro" | "then"))
        .then_some(*last)
}

/// "pro-Syrian", "US-backed": what tells of a state and not whom somebody serves.
pub(crate) fn is_leaning(word: &str) -> bool {
    let Some((first, _)) = word.split_once('-') else { return false };
    matches!(first, "pro" | "anti" | "non") || tells_where(word)
}

/// "Cairo-based", "NATO-led": what stands before a name without being a part of it.
pub(super) fn tells_where(word: &str) -> bool {
    #[rustfmt::skip]
    const AFTER: &[&str] = &[
        "administered", "allied", "appointed", "armed", "backed", "based", "born", "brokered", "controlled",
        "dominated", "educated", "funded", "headquartered", "held", "installed", "led", "occupied",
        "sponsored", "supported", "trained",
    ];
    word.split_once('-').is_some_and(|(_, last)| AFTER.contains(&last))
}

pub(super) struct Finder<'s, 't> {
    pub(super) surface: &'s Surface<'t>,
    lexicon: &'s Lexicon,
    pub(super) names: &'s [Name],
    /// For every token, the name that it is part of.
    pub(super) name_at: Vec<Option<usize>>,
}

impl Finder<'_, '_> {
    fn title_at(&self, at: usize) -> Option<TitlePhrase> {
        let surface = self.surface;
        if self.name_at[at].is_some() {
            return None;
        }
        let (run, head, relative) = if let Some(relative) = self.relative_at(at) {
            (at..relative + 1, relative, true)
        } else if let Some(leader) = self.top_diplomat_at(at) {
            (at..leader + 1, leader, false)
        } else {
            let (run, head) = title_words(surface, self.lexicon, at)?;
            if self.name_at[at].is_some() {
                return None;
            }
            (run, head, false)
        };
        let mut title = TitlePhrase {
            full: run.clone(),
            run,
            head,
            owner: None,
            tense: Tense::Current,
            relative,
            definite: false,
        };
        self.look_left(&mut title);
        self.look_right(&mut title);
        title.owner = self.whose_chief(&title.run).or(title.owner);
        let compound = surface.lower(title.head);
        // "ex-chancellor", "ex-vice president"
        if [title.head, title.run.start].iter().any(|at| surface.lower(*at).starts_with("ex-")) {
            title.tense = Tense::Former;
        }
        if compound.starts_with("then-") {
            title.tense = Tense::Then;
        }
        if compound.ends_with("-elect") || compound.ends_with("-designate") {
            title.tense = Tense::Designate;
        }
        if title.tense == Tense::Current {
            let once = once_before(surface, title.full.start)
                .or_else(|| once_after(surface, title.full.end.max(title.run.end)));
            title.tense = once.unwrap_or(Tense::Current);
        }
        Some(title)
    }

    /// "Special Representative of the UN Secretary-General": the body inside the title.
    fn whose_chief(&self, title: &Run) -> Option<Owner> {
        let chief = |at: &usize| {
            let word = self.surface.lower(*at);
            word == "secretary-general"
                || word == "secretary" && self.surface.lower(at + 1) == "general"
        };
        let at = (title.start + 1..title.end).find(chief)?;
        let name = self.name_at[at - 1]?;
        self.names[name].what.is_organization().then_some(Owner::Name(name))
    }

    fn relative_at(&self, at: usize) -> Option<usize> {
        // "his Malian opposite number"
        let opposite = self.surface.reads(at, &["opposite", "number"]);
        let whole = opposite.then_some(at + 1);
        whole.or_else(|| RELATIVE.contains(&self.surface.lower(at)).then_some(at))
    }

    /// "top diplomat": an office told by what it does.
    fn top_diplomat_at(&self, at: usize) -> Option<usize> {
        let first = matches!(self.surface.lower(at), "top" | "chief" | "senior-most");
        (first && self.surface.lower(at + 1) == "diplomat").then_some(at + 1)
    }

    /// "U.S. Special Representative for Chad Ambassador Lee": whom another office is for, and no
    /// owner of the one that follows.
    fn is_sent_to(&self, name: usize) -> bool {
        let surface = self.surface;
        let the = usize::from(name > 0 && surface.lower(name - 1) == "the");
        let Some(at) = name.checked_sub(2 + the) else { return false };
        surface.lower(at + 1) == "for" && SENT.contains(&surface.lower(at))
    }

    /// "Britain's UN ambassador": the state that sends somebody to a body is whom they serve.
    fn sends(&self, title: &TitlePhrase, name: usize) -> bool {
        let body = match title.owner {
            Some(Owner::Name(owner)) => self.names[owner].what.is_organization(),
            _ => false,
        };
        body && self.names[name].what.is_state() && SENT.contains(&self.surface.lower(title.head))
    }

    /// The body whose short name in brackets ends at a token: "Liberation Front (LF)".
    fn before_bracket(&self, close: usize, first: usize) -> Option<usize> {
        let open = close.checked_sub(2).filter(|at| *at > first)?;
        let name = self.name_at[open - 1].filter(|_| self.surface.word(open) == "(")?;
        // "Special Representative for the DPRK (DPRK) Ambassador Lee": where to, and not whose.
        let named = &self.names[name];
        let own = named.what.is_state() && !self.is_sent_to(named.run.start);
        (named.what.is_organization() || own).then_some(name)
    }

    /// "Lee spokesman Bo Ek": one who serves the person named before.
    fn is_aide(&self, title: &TitlePhrase) -> bool {
        let head = self.surface.lower(title.head);
        title.run.len() == 1
            && title.full == title.run
            && matches!(head, "spokesman" | "spokeswoman" | "aide" | "adviser")
    }

    /// "Chinese", "US": how a state's name modifies an office.
    fn is_adjective(&self, name: usize) -> bool {
        let name = &self.names[name];
        let letters = self.surface.words(&name.run).chars().all(|c| c.is_uppercase() || c == '.');
        letters || matches!(name.what, What::State(_, StateSense::Demonym))
    }

    /// Tense, owner and determiner stand to the left, in any order.
    fn look_left(&self, title: &mut TitlePhrase) {
        let surface = self.surface;
        let first = surface.sentence(title.run.start).start;
        let mut at = title.run.start;
        while at > first {
            let before = at - 1;
            let word = surface.lower(before);
            let prefix = word.split('-').next().filter(|_| word.contains('-')).unwrap_or(word);
            // "ex- premier", as some wires break it; "a sacked commander".
            if word == "-" && before > first && surface.lower(before - 1) == "ex" {
                (title.tense, at) = (Tense::Former, before - 1);
                continue;
            }
            if is_sent_away(surface, before) {
                (title.tense, at) = (Tense::Former, before);
                continue;
            }
            // "former Bosnian Serb chief", "Chechen President Lee": of a people without a state.
            if let Some(start) = people_before(surface, self.lexicon, before, first) {
                title.owner.get_or_insert(Owner::Other);
                at = start;
                continue;
            }
            // "Then Foreign Minister Lee left": next, not once.
            let next = word == "then" && before == first;
            if let Some((_, tense)) = STATUS
                .iter()
                .find(|(status, _)| *status == word || *status == prefix)
                .filter(|_| !next)
            {
                if *tense != Tense::Current || title.tense == Tense::Current {
                    title.tense = *tense;
                }
                if word != prefix && title.owner.is_none() {
                    title.owner = self.name_at[before].map(Owner::Name);
                }
                at = before;
                continue;
            }
            if word == "'s" || (word == "'" && surface.lower(before.wrapping_sub(1)).ends_with('s'))
            {
                let owner = before.wrapping_sub(1);
                title.definite = true;
                at = match self.name_at.get(owner).copied().flatten() {
                    Some(name) => {
                        if self.sends(title, name) {
                            title.owner = Some(Owner::Name(name));
                        }
                        title.owner.get_or_insert(Owner::Name(name));
                        self.names[name].run.start
                    }
                    None if surface.pos(owner).is_noun() => {
                        title.owner.get_or_insert(Owner::Noun(owner));
                        owner
                    }
                    None => break,
                };
                continue;
            }
            // "Haiti's de facto leader"
            if word == "facto" && before > first && surface.lower(before - 1) == "de" {
                at = before - 1;
                continue;
            }
            if matches!(word, "his" | "her" | "its" | "their" | "our" | "my") {
                title.definite = true;
                title.owner.get_or_insert(Owner::Pronoun(before));
                at = before;
                break;
            }
            if matches!(word, "the" | "this" | "that" | "a" | "an") {
                title.definite |= !matches!(word, "a" | "an");
                at = before;
                break;
            }
            // "pro-Syrian President Lee" serves another; "the late, long-serving prime minister".
            let once = |at: usize| {
                at > first
                    && STATUS.iter().any(|(status, tense)| {
                        *status == surface.lower(at) && *tense != Tense::Current
                    })
            };
            let plain = !surface.is_capital(before)
                && (surface.pos(before).is_adjective() || surface.pos(before) == Pos::Noun);
            if is_leaning(word) || plain && before > first && once(before - 1) {
                at = before;
                continue;
            }
            // "Chadian Liberation Front (CLF) chairman", "former Bosnian Serb chief"
            let bracket = (word == ")").then(|| self.before_bracket(before, first)).flatten();
            if let Some(name) = bracket.filter(|_| title.owner.is_none()) {
                title.owner = Some(Owner::Name(name));
                at = self.names[name].run.start;
                continue;
            }
            let people = |name: &Name| matches!(name.what, What::State(_, StateSense::Demonym));
            if let Some(name) = self.name_at[before]
                && title.owner.is_some()
                && self.names[name].run.end == at
                && people(&self.names[name])
                && self.name_at[at].is_some_and(|next| people(&self.names[next]))
            {
                at = self.names[name].run.start;
                continue;
            }
            match self.name_at[before] {
                Some(name)
                    if (title.owner.is_none()
                        || self.sends(title, name) && self.is_adjective(name))
                        && (self.names[name].what != What::Person || self.is_aide(title))
                        && !self.is_sent_to(self.names[name].run.start) =>
                {
                    title.owner = Some(Owner::Name(name));
                    at = self.names[name].run.start;
                }
                _ => break,
            }
        }
        title.full.start = at;
    }

    /// "of Ukraine", "for the Indonesian military", "to the United Nations".
    fn look_right(&self, title: &mut TitlePhrase) {
        let surface = self.surface;
        let mut at = title.run.end;
        if !matches!(surface.lower(at), "of" | "for" | "to" | "at" | "in") {
            return;
        }
        let place_only = matches!(surface.lower(at), "at" | "in");
        at += 1;
        while matches!(surface.lower(at), "the" | "a" | "an" | "its" | "their" | "new" | "former") {
            at += 1;
        }
        // "coordinator in eastern Mali for the UN Refugee Agency": whom comes after where.
        if place_only {
            let east = usize::from(surface.pos(at).is_adjective() && !surface.is_capital(at));
            let state = self.name_at.get(at + east).copied().flatten();
            let state = state.filter(|name| self.names[*name].what.is_state());
            let end = state.map_or(at, |name| self.names[name].run.end);
            if end > at && matches!(surface.lower(end), "for" | "of") {
                at = end + 1 + usize::from(surface.lower(end + 1) == "the");
            }
        }
        // "leader of the main opposition Democratic Party", "spokesman for the rebel Liberation Army"
        let plain = |at: usize| {
            let pos = surface.pos(at);
            (pos.is_adjective() || matches!(pos, Pos::Noun | Pos::VerbGerund | Pos::VerbParticiple))
                && !surface.is_capital(at)
                && self.name_at.get(at).is_some_and(Option::is_none)
        };
        let passed = (at..at + 3).take_while(|at| plain(*at)).count();
        let of_body = |at: usize| {
            let name = self.name_at.get(at).copied().flatten();
            name.is_some_and(|name| {
                self.names[name].run.start == at && self.names[name].what.is_organization()
            })
        };
        if surface.lower(at - 1) == "the" && of_body(at + passed) {
            at += passed;
        }
        if self.is_of_a_person(title, at) || self.is_of_a_region_or_firm(title, at) {
            return;
        }
        let Some(Some(mut name)) = self.name_at.get(at).copied() else { return };
        // "for the Indonesian military", "of Chad's National Council": the body, not the state before it.
        let mut end = self.names[name].run.end;
        if surface.lower(end) == "'s"
            && !place_only
            && let Some(Some(body)) = self.name_at.get(end + 1).copied()
            && self.names[body].what.is_organization()
            && self.names[body].run.start == end + 1
        {
            name = body;
            end = self.names[body].run.end;
        }
        while let Some(Some(next)) = self.name_at.get(end).copied() {
            if self.names[next].what.is_organization() && self.names[next].run.start == end {
                name = next;
                end = self.names[next].run.end;
            } else {
                break;
            }
        }
        // "leader of the Palestinian militant group Hamas"
        if let Some(group) = self.group_of_state(name, end) {
            name = group;
            end = self.names[group].run.end;
        }
        // "chairman of the committee of Chad's lower parliament"
        end = self.past_organ(end);
        // "UN Force Commander in Liberia Col. Lee": where, and then who.
        if place_only && self.names[name].what.is_state() && self.is_named_at(end) {
            title.full.end = end;
        }
        if self.names[name].what == What::Person
            || (place_only && !self.names[name].what.is_organization())
        {
            return;
        }
        // "Special Representative for the DPRK": whoever is sent to a state serves another.
        // "The US ambassador to the UN" serves no body that he is sent to.
        let to = surface.lower(title.run.end);
        let state = self.names[name].what.is_state();
        let sent =
            (state && to == "for" || to == "to") && SENT.contains(&surface.lower(title.head));
        if sent {
            if title.owner.is_none() || !state {
                title.full.end = end;
            }
        } else if title.owner.is_none() || self.names[name].what.is_organization() {
            title.owner = Some(Owner::Name(name));
            title.full.end = end;
        }
    }

    /// "an adviser to President Ann Lee": whom somebody serves, by a title or not, is the owner.
    fn is_of_a_person(&self, title: &mut TitlePhrase, at: usize) -> bool {
        let serves = matches!(self.surface.lower(title.head), "adviser" | "advisor" | "aide")
            && title.owner.is_none();
        if serves && self.is_of_a_chief(title, at) {
            return true;
        }
        let after = title_words(self.surface, self.lexicon, at).map_or(at, |(run, _)| run.end);
        let name = self.name_at.get(after).copied().flatten();
        let name = name.filter(|name| {
            serves
                && self.names[*name].what == What::Person
                && self.names[*name].run.start == after
                && self.surface.lower(self.names[*name].run.end) != "'s"
        });
        let Some(name) = name else { return false };
        title.owner = Some(Owner::Name(name));
        title.full.end = self.names[name].run.end;
        true
    }

    /// "an adviser to the president of Chad", "an adviser to the Chadian president": whose chief it is.
    fn is_of_a_chief(&self, title: &mut TitlePhrase, at: usize) -> bool {
        let name_at = |at: usize| self.name_at.get(at).copied().flatten();
        let state = |name: &usize| self.names[*name].what.is_state();
        let own = name_at(at).filter(state).filter(|name| self.names[*name].run.start == at);
        let first = own.map_or(at, |name| self.names[name].run.end);
        let Some((chief, _)) = title_words(self.surface, self.lexicon, first) else { return false };
        let of = chief.end;
        let the = usize::from(self.surface.lower(of + 1) == "the");
        let behind =
            || name_at(of + 1 + the).filter(state).filter(|_| self.surface.lower(of) == "of");
        let end = |name: usize| own.map_or(self.names[name].run.end, |_| chief.end);
        let Some(owner) = own.or_else(behind) else { return false };
        // "an adviser to the Chadian president Ann Lee" serves her.
        let named = name_at(end(owner)).is_some_and(|it| self.names[it].what == What::Person);
        if named || self.surface.lower(at - 1) != "the" {
            return false;
        }
        title.owner = Some(Owner::Name(owner));
        title.full.end = end(owner);
        true
    }

    /// Whether somebody's name begins at a token, perhaps after a rank.
    fn is_named_at(&self, mut at: usize) -> bool {
        while self.lexicon.ranks.contains(self.surface.word(at)) {
            at += 1;
        }
        let name = self.name_at.get(at).copied().flatten();
        name.is_some_and(|name| self.names[name].what == What::Person)
    }
}
