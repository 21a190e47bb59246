//! Titles beside names: "Secretary of State Marco Rubio", "Yuri Lee, spokesman for the army,".

use super::{Cast, MemberId, Office, Reason};
use crate::mentions::{Owner, Tense, TitlePhrase, What};
use crate::surface::Run;
use crate::tagger::Pos;
use crate::tokens::TokenKind;
use chancery_model::EntityKind;

/// Words of a title after which no name is looked for.
const GOES_ON: usize = 14;

/// Words between an office and the office of whom it serves.
const NEAR: usize = 8;

impl Cast<'_, '_> {
    /// Links each title phrase to the person it stands beside.
    pub(super) fn link_offices(&mut self, official_us: bool) {
        let mut before: Option<(usize, MemberId, Run)> = None;
        for number in 0..self.titles.len() {
            let found = self.person_beside(number);
            let found = found.or_else(|| self.goes_on_from(number, before.take()?));
            let Some((person, name)) = found else { continue };
            before = Some((number, person, name.clone()));
            self.title_of[number] = Some(person);
            let title = self.titles[number].clone();
            if title.relative {
                continue; // told by another person's office, see `resolve`
            }
            let (owner, told) = match title.owner {
                Some(Owner::Name(name)) => (self.owner_of_name(name), true),
                None if self.of_two_offices(number).is_some() => {
                    match self.titles[number - 1].owner {
                        Some(Owner::Name(name)) => (self.owner_of_name(name), true),
                        _ => (None, false),
                    }
                }
                _ => (None, title.owner.is_some()),
            };
            // "Secretary General Ann Lee of the Rivers League"
            let (mut owner, mut told) = (owner.filter(|owner| *owner != person), told);
            if !told && let Some(body) = self.body_behind(&title, &name) {
                (owner, told) = (Some(body), true);
            }
            let evidence = self
                .within_sentence(title.full.start.min(name.start)..title.full.end.max(name.end));
            let mut run = title.run.clone();
            if official_us
                && owner.is_none()
                && self.surface.reads(run.start, &["department"])
                && self.surface.lower(run.start + 1).starts_with("spokes")
            {
                // A release of "the Department" is the State Department's.
                owner = Some(self.own_department(run.start));
                run.start += 1;
            }
            let words = self.surface.words(&run);
            // "Then-President", "ex-chancellor": the office itself.
            let once = ["Then-", "then-", "Ex-", "ex-"];
            let then = once.iter().find_map(|once| words.strip_prefix(once));
            let title_words = then.unwrap_or(words).to_owned();
            let office = Office {
                title: title_words,
                owner,
                tense: title.tense,
                evidence,
                told,
                like: None,
            };
            self.give(person, office);
        }
    }

    /// "Israel's Shlomo Avneri", "Ann Lee of Chad": a person takes part for the state beside the name.
    pub(super) fn link_states(&mut self) {
        for at in 0..self.mentions.len() {
            let mention = &self.mentions[at];
            let (who, run) = (mention.who, mention.run.clone());
            if self.kind(who) != EntityKind::Person
                || mention.reason != Reason::Name
                || self.member(who).of.is_some()
                || self.comes_for_a_body(who)
            {
                continue;
            }
            let before = run.start.wrapping_sub(2);
            // "Ann Lee (Chad)"
            let bracket = || {
                let state = self.mention_at(run.end + 1)?;
                let closes = self.surface.word(state.run.end) == ")";
                (self.surface.word(run.end) == "(" && closes).then_some(state)
            };
            let beside = if self.surface.lower(run.start.wrapping_sub(1)) == "'s" {
                self.mention_at(before)
            } else if let Some(state) = bracket() {
                Some(state)
            } else if self.surface.lower(run.end) == "of" {
                self.mention_at(run.end + 1)
            } else {
                None
            };
            let state = beside
                .filter(|beside| {
                    beside.reason == Reason::Name
                        && self.kind(beside.who) == EntityKind::State
                        && self.surface.sentence_of(beside.run.start)
                            == self.surface.sentence_of(run.start)
                })
                .map(|beside| beside.who);
            self.members[who.index()].of = state;
        }
    }

    /// The Department of State, meant by the word at a token.
    fn own_department(&mut self, at: usize) -> MemberId {
        let known = self.ids().take(400).find(|id| {
            let name = &self.member(*id).name;
            self.kind(*id) == EntityKind::Organization
                && (name.ends_with("Department of State") || name.ends_with("State Department"))
        });
        let id = known.unwrap_or_else(|| self.organization("Department of State".to_owned(), None));
        self.mention(at..at + 1, self.surface.span(at), id, Reason::Noun);
        id
    }

    fn within_sentence(&self, run: Run) -> Run {
        let sentence = self.surface.sentence(run.start);
        run.start..run.end.min(sentence.end)
    }

    /// The state or organization of a name that stands as an owner; a capital that was taken for a
    /// place is still its state here ("Washington's envoy").
    fn owner_of_name(&mut self, name: usize) -> Option<MemberId> {
        match (self.member_of_name(name), &self.names[name].what) {
            (Some(id), _) => Some(id),
            (None, What::State(code, _)) => {
                let code = *code;
                Some(self.state(code))
            }
            _ => None,
        }
    }

    pub(super) fn give(&mut self, person: MemberId, office: Office) {
        let offices = &mut self.members[person.index()].offices;
        let same = |known: &&mut Office| {
            known.title.eq_ignore_ascii_case(&office.title)
                && (known.owner == office.owner || known.owner.is_none() || office.owner.is_none())
        };
        // "Secretary Rice" says no more than "Secretary of State Condoleezza Rice".
        let words = |title: &str| -> Vec<String> {
            title.to_lowercase().split_whitespace().map(str::to_owned).collect()
        };
        let new = words(&office.title);
        let covered = |known: &Office| {
            let known_words = words(&known.title);
            new.len() < known_words.len()
                && new.iter().all(|word| known_words.contains(word))
                && (office.owner.is_none() || office.owner == known.owner)
                && known.tense == office.tense
        };
        if offices.iter().any(covered) {
            return;
        }
        offices.retain(|known| {
            let known_words = words(&known.title);
            !(known_words.len() < new.len()
                && known_words.iter().all(|word| new.contains(word))
                && (known.owner.is_none() || known.owner == office.owner)
                && known.tense == office.tense)
        });
        match offices.iter_mut().find(same) {
            Some(known) => {
                if known.owner.is_none() && office.owner.is_some() {
                    *known = Office { tense: known.tense, ..office };
                }
            }
            None => offices.push(office),
        }
    }

    /// "Prime Minister and Secretary Lee": no secretary of the United States leads a state besides.
    fn are_two(&self, title: &TitlePhrase, second: &TitlePhrase) -> bool {
        let head = |title: &TitlePhrase| self.surface.lower(title.head);
        self.official_us
            && head(second) == "secretary"
            && matches!(head(title), "minister" | "president" | "premier" | "chancellor" | "king")
    }

    /// "Adviser to the President Ann Lee", "Adviser to the Honorable Prime Minister of Chad, Ann Lee":
    /// the office of whom somebody serves, and not theirs.
    fn is_anothers_chief(&self, title: &TitlePhrase) -> bool {
        let surface = self.surface;
        let sentence = surface.sentence(title.head).start;
        let mut at = title.full.start;
        while at > sentence && matches!(surface.lower(at - 1), "honorable" | "the" | "h.e.") {
            at -= 1;
        }
        let articled = surface.lower(at) == "the";
        let to = at.checked_sub(1).filter(|to| *to > sentence && surface.lower(*to) == "to");
        let Some(to) = to.filter(|_| articled) else { return false };
        (sentence..to).rev().take(NEAR).any(|at| {
            matches!(surface.lower(at), "adviser" | "advisor" | "aide" | "assistant" | "counselor")
        })
    }

    /// Whether a title phrase begins with "the".
    fn articled(&self, title: &TitlePhrase) -> bool {
        let first = self.surface.lower(title.full.start);
        first == "the" || self.surface.lower(title.full.start.wrapping_sub(1)) == "the"
    }

    /// The person whose name stands right before or after a title phrase.
    fn person_beside(&self, number: usize) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let title = &self.titles[number];
        // "Ann Lee, the UN chief's envoy": the office is another's.
        if surface.lower(title.run.end) == "'s" || self.is_anothers_chief(title) {
            return None;
        }
        let person_at = |at: usize| {
            let mention = self.mention_at(at).filter(|mention| mention.run.start == at)?;
            (self.kind(mention.who) == EntityKind::Person
                && surface.sentence_of(at) == surface.sentence_of(title.head))
            .then(|| (mention.who, mention.run.clone()))
        };
        let mut next = title.full.end.max(title.run.end);
        // "for Stabilization Operations (CSO) Anne Witkowsky"
        if surface.word(next) == "(" && surface.word(next + 2) == ")" {
            next += 3;
        }
        next = self.past_ranks(next);
        if let Some(found) = person_at(title.run.end).or_else(|| person_at(next)) {
            return Some(found);
        }
        // "Chad's ambassador to Mali, Ann Lee,"
        if let Some(found) = self.past_post(title) {
            return Some(found);
        }
        // "Assistant Secretary of State for the Near East Ann Lee"
        if let Some(found) = self.past_portfolio(title).and_then(person_at) {
            return Some(found);
        }
        if let Some(found) = self.of_two_offices(number) {
            return Some(found);
        }
        if surface.lower(next) == "and"
            && self.titles.get(number + 1).is_some_and(|second| second.run.start == next + 1)
            && let Some(found) = self.of_two_offices(number + 1)
            && found.1.start > next
        {
            return Some(found);
        }
        // "Prime Minister and Defence Minister Lee": the second title's person; but "the President and
        // Secretary Lee" are two.
        if surface.lower(next) == "and"
            && !self.articled(title)
            && let Some(second) =
                self.titles.get(number + 1).filter(|second| second.full.start <= next + 2)
            && let Some(found) = person_at(second.run.end).or_else(|| person_at(second.full.end))
            && !surface.lower(title.head).ends_with('s')
            && !self.are_two(title, second)
        {
            return Some(found);
        }
        // "Chad's president, Ann Lee, said" but not "the president, Ann Lee and others".
        if surface.word(next) == "," && (title.definite || title.owner.is_some() || title.relative)
        {
            let name = self.past_ranks(next + 1);
            if let Some(found) = person_at(name) {
                let after = surface.word(found.1.end);
                // "In a note read by his aide, Lee said": the subject of the clause that follows.
                let by = title.full.start.checked_sub(1).map(|at| surface.pos(at));
                let subject = surface.pos(found.1.end).is_verb() && by == Some(Pos::Preposition);
                let closed = matches!(after, "," | "." | ")" | "—" | "-" | ";")
                    || surface.pos(found.1.end).is_verb()
                    || surface.pos(found.1.end).is_adverb();
                // "Bo Ek, Minister of Health, Ann Lee, Administrator of the bank, and others".
                let listed = || {
                    let after = self.titles.get(number + 1);
                    surface.word(found.1.end) == ","
                        && after.is_some_and(|it| it.full.start == found.1.end + 1)
                        && title.full.start.checked_sub(1).is_some_and(|at| surface.word(at) == ",")
                };
                let full = (title.full.start, title.run.start);
                let own = listed()
                    .then(|| self.person_before(full.0, full.1, title.full.end.max(title.run.end)))
                    .flatten();
                if let Some(own) = own {
                    return Some(own);
                }
                if !subject && (closed || title.owner.is_some()) {
                    return Some(found);
                }
            }
        }
        self.person_before(title.full.start, title.run.start, title.full.end.max(title.run.end))
    }

    /// Past ranks and other forms of address before a name: "Lt. Gen.", "Ayatollah", "Senator".
    fn past_ranks(&self, mut at: usize) -> usize {
        while self.is_address(at) {
            at += 1;
        }
        at
    }

    /// Whether a word is a rank, or an office that is a form of address too.
    fn is_address(&self, at: usize) -> bool {
        let word = self.surface.word(at);
        self.lexicon.ranks.contains(word) || matches!(word, "Archbishop" | "Ayatollah" | "Senator")
    }

    /// "Israel's prime minister and defence minister, Ann Lee," and "Ann Lee, Israel's prime minister and
    /// defence minister": two offices of one, of the same state.
    fn of_two_offices(&self, number: usize) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let first = self.titles[..number].last()?;
        let second = &self.titles[number];
        let joined = first.run.end + 1 == second.run.start
            && surface.lower(first.run.end) == "and"
            && matches!(first.owner, Some(Owner::Name(_)))
            && !surface.lower(first.head).ends_with('s')
            && !surface.lower(second.head).ends_with('s');
        self.titles_of_name(second.run.end, first.full.start).filter(|_| joined)
    }

    /// The person named between commas right behind a token, or between one and a comma before another.
    fn titles_of_name(&self, behind: usize, before: usize) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let person = |at: usize| {
            let mention = self.mention_at(at)?;
            let named = matches!(mention.reason, Reason::Name | Reason::PartOfName)
                && self.kind(mention.who) == EntityKind::Person;
            named.then(|| (mention.who, mention.run.clone()))
        };
        let closes = |at: usize| matches!(surface.word(at), "," | "." | ";" | ")" | "");
        let after = (surface.word(behind) == ",")
            .then(|| person(self.past_ranks(behind + 1)))
            .flatten()
            .filter(|(_, run)| closes(run.end));
        after.or_else(|| {
            let comma = before.checked_sub(1).filter(|at| surface.word(*at) == ",")?;
            person(comma.checked_sub(1)?).filter(|(_, run)| run.end == comma && closes(behind))
        })
    }

    /// Whether what stands after a name and a comma, up to `end`, tells what they are: not in speech
    /// to somebody called by a given name ("Ned, the head of"), not where another's name ends it in a
    /// list ("Ann Lee, Special Envoy for Chad Bo Ek"), and after a name that has a title not where it
    /// goes on as another's in a list, or in a sentence ("President Lee, the Secretary also spoke").
    fn is_apposed_to(&self, who: MemberId, name: &Run, end: usize) -> bool {
        let surface = self.surface;
        let given = self.member(who).name.split(' ').next();
        // "SPOKESPERSON: Lee, the President took": whom a speaker turns to.
        let opens =
            name.start == surface.sentence(name.start).start || surface.word(name.start - 1) == ":";
        if self.spoken && name.len() == 1 && opens && surface.pos(end).is_finite_verb() {
            return false;
        }
        if self.spoken && name.len() == 1 && given == Some(surface.word(name.start)) {
            return self.member(who).name == surface.word(name.start);
        }
        if self.names_another(end) {
            return false;
        }
        let closes = |at: usize| {
            matches!(
                surface.word(at),
                "," | "." | ";" | ":" | "(" | ")" | "—" | "–" | "-" | "and" | "of"
            ) || matches!(surface.word(at), "who" | "for" | "in" | "at" | "to")
                || at >= surface.sentence(name.start).end
        };
        let listed = || {
            let next = self.titles.partition_point(|title| title.full.start <= end);
            let title = self.titles.get(next).filter(|title| title.full.start == end + 1);
            surface.word(end) == "," && title.is_some()
        };
        self.head_before(name.start).is_none() || closes(end) && !listed()
    }

    /// Whether the words of a title go on to somebody's name: "for Global Women's Issues Ann Lee".
    fn names_another(&self, from: usize) -> bool {
        let surface = self.surface;
        let sentence = surface.sentence(from.saturating_sub(1)).end;
        for at in (from..sentence).take(GOES_ON) {
            let begins = self
                .mention_at(at)
                .is_some_and(|it| it.run.start == at && self.kind(it.who) == EntityKind::Person);
            // "Minister of Health of Chad and H.E. Mr. Bo Ek"
            let address = (from..at).rev().take_while(|at| self.is_address(*at)).count();
            let before = (at - address).checked_sub(1).filter(|before| *before >= from);
            let joins = before.is_some_and(|at| matches!(surface.word(at), "and" | "&"));
            if begins {
                // "Chief of Staff for President Lee": whom it is for.
                return !joins && at > from && self.head_before(at).is_none();
            }
            let small =
                matches!(surface.word(at), "of" | "for" | "the" | "to" | "and" | "&" | "(" | ")");
            if !(surface.is_capital(at) || small || surface.lower(at) == "'s") {
                return false;
            }
        }
        false
    }

    /// Where a person's name begins after the capitals that an office is for or of, if no title or
    /// possessor stands among them.
    fn past_portfolio(&self, title: &TitlePhrase) -> Option<usize> {
        let surface = self.surface;
        let first = title.run.end + 1;
        if !matches!(surface.lower(title.run.end), "for" | "of" | "on" | "to" | "in") {
            return None;
        }
        let person = |at: usize| {
            self.mention_at(at).is_some_and(|mention| {
                mention.run.start == at && self.kind(mention.who) == EntityKind::Person
            })
        };
        let inside = |at: &usize| {
            let small = matches!(surface.word(*at), "the" | "of" | "and" | "for" | "(" | ")");
            // "the UN watchdog International Atomic Energy Agency"
            let noun = surface.pos(*at) == Pos::Noun && surface.is_capital(at + 1);
            (surface.is_capital(*at) || small || noun)
                && !person(*at)
                && !self.in_title(*at)
                && !self.lexicon.ranks.contains(surface.word(*at))
        };
        let last = surface.sentence(title.head).end.min(first + 12);
        let end = (first..last).take_while(inside).last()? + 1;
        let closed = surface.is_capital(end - 1) || surface.word(end - 1) == ")";
        let named = (first..end).any(|at| surface.is_capital(at)) && closed;
        (named && person(end)).then_some(end)
    }

    /// "Ann Lee, chairman of the bank and head of the league": the second office of whoever stands before
    /// the first, which is told by its number.
    fn goes_on_from(
        &self,
        number: usize,
        (first, person, name): (usize, MemberId, Run),
    ) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let (one, other) = (self.titles.get(first)?, &self.titles[number]);
        let singular = |title: &TitlePhrase| !surface.pos(title.head).is_plural();
        let end = one.full.end.max(one.run.end);
        let joined = first + 1 == number
            && surface.lower(end) == "and"
            && other.full.start == end + 1
            && !matches!(surface.lower(other.full.start), "the" | "a" | "an" | "his" | "her");
        // "head of the Chadian delegation,"
        let behind = other.full.end.max(other.run.end);
        let behind = behind + usize::from(surface.pos(behind) == Pos::Noun);
        let closed = matches!(surface.word(behind), "," | "." | ";" | ")");
        (joined && closed && name.end <= one.full.start && singular(one) && singular(other))
            .then_some((person, name))
    }

    /// The organization that an office is of whose holder's name stands between: "Ann Lee of the League".
    fn body_behind(&self, title: &TitlePhrase, name: &Run) -> Option<MemberId> {
        let surface = self.surface;
        let of = name.end;
        // "Prime Minister Lee of the Labour Party" leads a state.
        let of_state = matches!(
            surface.lower(title.head),
            "minister"
                | "premier"
                | "chancellor"
                | "king"
                | "queen"
                | "ambassador"
                | "senator"
                | "governor"
                | "congressman"
                | "congresswoman"
        );
        if surface.lower(of) != "of" || name.start < title.run.end || of_state {
            return None;
        }
        let at = of + 1 + usize::from(surface.lower(of + 1) == "the");
        let here = surface.sentence(of).contains(&at);
        self.named_at(at, EntityKind::Organization).filter(|_| here).map(|(body, _)| body)
    }

    /// "Ann Lee, the prime minister", "Ann Lee (foreign minister)", "Ann Lee, who is president",
    /// "Ann Lee was elected president".
    fn person_before(&self, full: usize, run: usize, end: usize) -> Option<(MemberId, Run)> {
        let surface = self.surface;
        let sentence = surface.sentence(run);
        let ends_at = |end: usize| {
            if end <= sentence.start {
                return None;
            }
            let mention = self.mention_at(end - 1).filter(|mention| mention.run.end == end)?;
            let is_name = matches!(mention.reason, Reason::Name | Reason::PartOfName);
            (is_name && self.kind(mention.who) == EntityKind::Person)
                .then(|| (mention.who, mention.run.clone()))
        };
        let mut before = full.checked_sub(1).filter(|before| *before >= sentence.start)?;
        // "Ann Lee, also Chad's oil minister,", "who is also president"
        if before > sentence.start
            && matches!(surface.lower(before), "also" | "concurrently" | "currently" | "now")
        {
            before -= 1;
        }
        // "Ann Lee, 41, Chad's foreign minister,"
        let aged = |comma: usize| {
            let age = comma.checked_sub(2).filter(|at| *at > sentence.start)?;
            (surface.word(age) == "," && surface.kind(age + 1) == TokenKind::Number).then_some(age)
        };
        // "Lee is the President's nominee"
        if surface.lower(end) == "'s" {
            return None;
        }
        match surface.lower(before) {
            "," => ends_at(aged(before).unwrap_or(before))
                .filter(|(who, name)| self.is_apposed_to(*who, name, end)),
            "(" | "—" | "--" => ends_at(before),
            "is" | "was" | "became" | "remains" => ends_at(before).or_else(|| {
                let who = before.checked_sub(1).filter(|who| surface.lower(*who) == "who")?;
                let comma = who.checked_sub(1).filter(|comma| surface.word(*comma) == ",");
                ends_at(comma.unwrap_or(who))
            }),
            "elected" | "appointed" | "named" | "as" => {
                // "Ann Lee, who served as president", "sworn in as"
                let far = match surface.lower(before.wrapping_sub(1)) {
                    "served" | "resigned" => 4,
                    "in" | "down" => 5,
                    _ => 3,
                };
                let start = before.saturating_sub(far).max(sentence.start);
                // "LEE: As the President said": who speaks is none.
                let clause = |at: &usize| !matches!(surface.word(*at), ":" | "that");
                (start..before).rev().take_while(clause).find_map(|at| ends_at(at + 1))
            }
            // "made Mwai Kibaki president", and a second title after "and": "Ann Lee, vice president and foreign minister".
            _ if full == run => ends_at(full).filter(|(_, name)| {
                matches!(
                    surface.lower(name.start.wrapping_sub(1)),
                    "made" | "make" | "elected" | "appointed" | "named" | "candidate"
                )
            }),
            _ => None,
        }
    }

    /// The office of somebody told by another's: the counterpart of a foreign minister is one, and
    /// whoever preceded a president was one.
    pub(super) fn relative_office(
        &self,
        word: &str,
        compared: MemberId,
        owner: Option<MemberId>,
        evidence: Run,
    ) -> Option<Office> {
        let office = self
            .member(compared)
            .offices
            .iter()
            .find(|office| office.tense == Tense::Current)
            .or_else(|| self.member(compared).offices.first())?;
        let (title, owner, tense) = match word {
            "counterpart" | "number" => (counterpart_title(&office.title), owner, Tense::Current),
            // "his Malian colleague"; one of the same house holds any office.
            "colleague" if owner.is_some_and(|owner| Some(owner) != office.owner) => {
                (counterpart_title(&office.title), owner, Tense::Current)
            }
            "predecessor" => (office.title.clone(), office.owner, Tense::Former),
            "successor" => (office.title.clone(), office.owner, Tense::Current),
            _ => return None,
        };
        let like = matches!(word, "predecessor" | "successor").then_some(compared);
        Some(Office { title, owner, tense, evidence, told: true, like })
    }
}

/// The same office as other states call it: abroad a secretary of state is a foreign minister.
fn counterpart_title(title: &str) -> String {
    let lower = title.to_lowercase();
    match lower.as_str() {
        "secretary of state" => "foreign minister".to_owned(),
        "secretary of defense" | "defense secretary" => "defense minister".to_owned(),
        "secretary of the treasury" | "treasury secretary" => "finance minister".to_owned(),
        _ => title.to_owned(),
    }
}
