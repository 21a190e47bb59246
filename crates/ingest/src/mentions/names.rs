//! One pass from left to right that finds every name, the longest first.

use super::firms::firm_before;
use super::glossary::{Glossary, long_form};
use super::media::medium_at;
use super::nobody::names_a_thing;
use super::organizations::{
    body_at, generic_at, is_treasurers, speaking_body_at, spokesman_body_at,
};
use super::parts::add_known_parts;
use super::people::{is_a_see, person_at, several_of_title};
use super::small_letters::{
    administration_at, called_after_a_state, own_society, with_small_article,
};
use super::states::{is_pair, state_at, states_inside, two_koreas};
use super::things::{
    KINDS_OF_THINGS, drop_things, is_alone_as_a_thing, is_named_by_its_end, is_told_as_a_thing,
};
use super::titles::{tells_where, title_words};
use super::{Name, What};
use crate::lexicon::{Lexicon, StateSense};
use crate::surface::{Run, Surface};
use crate::tagger::EntityKind;
use crate::tokens::TokenKind;
use std::cell::LazyCell;
use std::collections::HashSet;

/// Finds the names of an article, in order of the text. Two passes: a family name alone is known
/// once a full name has been seen anywhere in the article.
pub(crate) fn names(surface: &Surface, lexicon: &Lexicon) -> Vec<Name> {
    let mut scanner = Scanner {
        surface,
        lexicon,
        found: Vec::new(),
        after_title: usize::MAX,
        several: false,
        glossary: Glossary::new(surface, lexicon),
        things: HashSet::new(),
        by_name: usize::MAX,
    };
    let mut at = 0;
    while at < surface.len() {
        at = scanner.step(at);
    }
    let (mut found, things) = (scanner.found, scanner.things);
    drop_things(surface, lexicon, things, &mut found);
    add_known_parts(surface, lexicon, &mut found);
    found.sort_by_key(|name| (name.run.start, name.span.start(), usize::MAX - name.run.end));
    found
}

struct Scanner<'s, 't> {
    surface: &'s Surface<'t>,
    lexicon: &'s Lexicon,
    found: Vec<Name>,
    /// Where a title just ended: what follows is a person if it is a name at all.
    after_title: usize,
    /// Whether that title is of several, who follow one after another.
    several: bool,
    /// What the letters that the text explains stand for.
    glossary: Glossary<'t>,
    /// Names that the text somewhere tells to be a thing's.
    things: HashSet<&'t str>,
    /// Where a name ended by which somebody is also known.
    by_name: usize,
}

impl Scanner<'_, '_> {
    /// Reads what stands at a token and gives the token to go on with.
    fn step(&mut self, at: usize) -> usize {
        let (surface, lexicon) = (self.surface, self.lexicon);
        if !matches!(surface.kind(at), TokenKind::Word | TokenKind::Number) {
            return at + 1;
        }
        if let Some([one, other]) = two_koreas(surface, at) {
            self.put(at..at + 1, What::State(one, StateSense::Name));
            self.put(at + 1..at + 2, What::State(other, StateSense::Name));
            return at + 2;
        }
        // "OES-PA-DG@state.gov": an address, and nobody.
        if surface.word(at + 1) == "@" && !surface.spaced(at + 1) || surface.word(at).contains('@')
        {
            return at + 1;
        }
        if !surface.is_capital(at) {
            if let Some((end, what)) = with_small_article(surface, lexicon, at) {
                self.put(at..end, what);
                self.office_goes_on(at, end);
                return end;
            }
            let body = lexicon.common_organizations.may_begin(surface.lower(at));
            // "a foreign ministry spokesman" speaks for the ministry: no word of his title.
            if body && let Some(end) = spokesman_body_at(surface, lexicon, at) {
                let code = body_at(surface, lexicon, &self.found, at).and_then(|(_, code)| code);
                self.put(at..end, What::Body(code));
                return end;
            }
            // "the Brazilian president's office": a body, and not the president.
            if body
                && let Some((end, code)) = body_at(surface, lexicon, &self.found, at)
                && surface.lower(end - 1) == "office"
                && (surface.pos(end).is_finite_verb() || !surface.pos(end).is_noun())
                && !surface.is_capital(end)
                && surface.word(end) != ","
            {
                self.put(at..end, What::Body(code));
                return end;
            }
            if let Some((run, _)) = title_words(surface, lexicon, at) {
                // "Nissan Mutual president Ann Lee": whose officer it is stands before the title.
                if let Some(firm) = firm_before(surface, lexicon, &self.found, &run) {
                    if self.found.last().is_some_and(|name| name.run.start == firm.start) {
                        self.found.pop();
                    }
                    self.put(firm, What::Organization);
                }
                self.after_title = run.end;
                return at + 1;
            }
            if body && let Some((end, code)) = body_at(surface, lexicon, &self.found, at) {
                self.put(at..end, What::Body(code));
                return end;
            }
            if body && let Some(end) = speaking_body_at(surface, lexicon, at) {
                self.put(at..end, What::Body(None));
                return end;
            }
            return states_inside(surface, lexicon, at, &mut self.found);
        }
        // "the Cairo-based Arab League": where it sits is no part of its name.
        if tells_where(surface.word(at)) {
            return states_inside(surface, lexicon, at, &mut self.found);
        }
        // "the UN Food Systems Summit": a meeting of its own.
        let of_meeting = |end: usize| {
            surface.word(end - 1) == "Systems"
                && surface.is_capital(end)
                && lexicon.names_a_meeting(surface.lower(end))
        };
        let generic =
            LazyCell::new(|| generic_at(surface, lexicon, at).filter(|end| !of_meeting(*end)));
        // "Foreign ministry spokesman Lee said", at the beginning of a sentence.
        if surface.sentence(at).start == at
            && !surface.is_capital(at + 1)
            && let Some(end) = spokesman_body_at(surface, lexicon, at)
        {
            self.put(at..end, What::Body(None));
            return end;
        }
        // "Secretary of State for Narcotics and Law Enforcement (INL) Ann Lee": what the office is for
        // is nobody, and neither are its letters.
        if let Some(end) = self.portfolio(at) {
            self.after_title = end;
            return end;
        }
        // "the U.S.-EU Trade and Technology Council": those who have it stand before its name.
        // But "the Mali-Chad Friendship Association" is theirs by its name alone.
        if is_pair(surface, lexicon, at)
            && surface.word(at + 1) == "Friendship"
            && let Some(end) = *generic
        {
            self.put(at..end, What::Organization);
            return end;
        }
        if is_pair(surface, lexicon, at) {
            return states_inside(surface, lexicon, at, &mut self.found);
        }
        if let Some((end, what)) = administration_at(surface, lexicon, at) {
            self.put(at..end, what);
            return end;
        }
        let end = surface.sentence(at).end;
        let word = |offset: usize| (at + offset < end).then(|| surface.word(at + offset));
        let state = state_at(surface, lexicon, at);
        let known = lexicon
            .organizations
            .longest(word)
            .filter(|(taken, _)| self.is_no_plain_word(at, *taken))
            .filter(|(taken, number)| {
                *taken > 1 || self.glossary.is_meant(surface.word(at), *number)
            })
            // "US Treasury Secretary Lee": an office, and no body.
            .filter(|(taken, _)| !is_treasurers(surface, at + taken))
            // "spokeswoman Tasnim Aslam": after an office a person's name, though a news agency's too.
            .filter(|(taken, _)| {
                self.after_title != at
                    || person_at(surface, lexicon, at, true).is_none_or(|end| end <= at + taken)
            });
        let taken = |found: Option<usize>| found.unwrap_or(0);
        let (for_state, for_known) = (taken(state.map(|(n, _)| n)), taken(known.map(|(n, _)| n)));
        // "Chad's Security Council" is not that of the United Nations.
        if surface.reads(at, &["security", "council"])
            && at > 1
            && surface.lower(at - 1) == "'s"
            && let Some(state) = self.found.last()
            && state.run.end == at - 1
            && let What::State(code, _) = state.what
        {
            self.put(at..at + 2, What::Body(Some(code)));
            return at + 2;
        }
        if let Some((taken, number)) = known
            && taken >= for_state
        {
            let generic = generic.filter(|end| *end > at + taken);
            let (end, what) =
                generic.map_or((at + taken, What::Known(number)), |end| (end, What::Organization));
            self.put(at..end, what);
            self.office_goes_on(at, end);
            return end;
        }
        if let Some(end) = self.lettered(at, state.map(|(taken, _)| at + taken)) {
            self.put(at..end, What::Organization);
            self.office_goes_on(at, end);
            return end;
        }
        if let Some(end) = medium_at(surface, lexicon, at) {
            self.put(at..end, What::Organization);
            return end;
        }
        // "Foreign Minister Santiago Cafiero": after a title a capital may be a given name.
        if state.is_some_and(|(taken, form)| taken == 1 && form.sense == StateSense::Capital)
            && self.after_title == at
            && surface.sentence(at).start < at
            && surface.is_capital(at + 1)
            && surface.spaced(at + 1)
            && let Some(end) = person_at(surface, lexicon, at, true).filter(|end| *end > at + 1)
        {
            self.put(at..end, What::Person);
            return end;
        }
        if let Some((taken, form)) = state
            && taken > for_known
        {
            if let Some(end) = own_society(surface, at + taken) {
                self.put(at..end, What::Organization);
                self.office_goes_on(at, end);
                return end;
            }
            let after = (taken == 1).then(|| called_after_a_state(surface, lexicon, at, form));
            let after = after.flatten().filter(|(end, _)| generic.is_none_or(|it| it <= *end));
            if let Some((end, what)) = after {
                if let Some(what) = what {
                    self.put(at..end, what);
                }
                return end;
            }
            // "China Daily", "America First Committee": an organization that begins with a state.
            if form.sense == StateSense::Name
                && let Some(end) = *generic
                && surface.word(at + taken) != "'s"
                && end > at + taken
                && !self.is_body_of_state(at + taken, end)
            {
                // "U.S. Centers for Disease Control": one of the table, whose it is before it.
                let behind = at + taken;
                let rest =
                    |offset: usize| (behind + offset < end).then(|| surface.word(behind + offset));
                let known = lexicon.organizations.longest(rest);
                let own = |number: u32| {
                    let code = lexicon.organization_states.get(number as usize).copied().flatten();
                    code == Some(form.code)
                };
                let known = known
                    .filter(|(taken, number)| *taken > 1 && behind + taken == end && own(*number));
                let what = known.map_or(What::Organization, |(_, number)| What::Known(number));
                self.put(at..end, what);
                return end;
            }
            self.put(at..at + taken, What::State(form.code, form.sense));
            self.office_goes_on(at, at + taken);
            return at + taken;
        }
        // "the British Embassy", "Chad's Army": a body in one word after its state.
        if matches!(
            surface.word(at),
            "Embassy" | "MFA" | "Parliament" | "Army" | "Navy" | "Military"
        ) && let Some(state) = self.found.last()
            && (state.run.end == at
                || state.run.end + 1 == at && surface.lower(state.run.end) == "'s")
            && let What::State(code, _) = state.what
        {
            self.put(at..at + 1, What::Body(Some(code)));
            return at + 1;
        }
        // "Mr. King": after a form of address it is a name.
        let addressed = at > 0
            && matches!(
                surface.word(at - 1),
                "Mr." | "Mrs." | "Ms." | "Mr" | "Mrs" | "Ms" | "Miss" | "Sir" | "Dr."
            );
        if addressed && let Some(end) = person_at(surface, lexicon, at, true) {
            self.put(at..end, What::Person);
            return end;
        }
        // "the Dalai Lama", "the Panchen Lama": two offices, each borne by one.
        if matches!(surface.word(at), "Dalai" | "Panchen") && surface.word(at + 1) == "Lama" {
            self.put(at..at + 2, What::Person);
            return at + 2;
        }
        // "Sheikh Jarrah" is a quarter of Jerusalem, and no sheikh.
        let sheikh = matches!(surface.word(at), "Sheikh" | "Sheik");
        if sheikh && let Some((taken, _)) = lexicon.places.longest(word).filter(|it| it.0 > 1) {
            self.put(at..at + taken, What::Place);
            return at + taken;
        }
        // "Defence Minister Amir Lee": after an office a given name.
        let given = surface.word(at) == "Amir" && self.after_title == at;
        if !given && let Some((run, _)) = title_words(surface, lexicon, at) {
            if let Some(end) = *generic
                && surface.lower(end).starts_with("spokes")
            {
                self.put(at..end, What::Organization);
                return end;
            }
            // A title, unless the whole is an organization's name ("Foreign Ministry", "State Bank").
            if let Some(end) = generic.filter(|end| *end > run.end) {
                self.put(at..end, What::Organization);
                return end;
            }
            self.after_title = run.end;
            return run.end;
        }
        // "Foreign Minister II Lee": one of two who hold the office.
        let numbered = self.after_title == at && matches!(surface.word(at), "II" | "III");
        if numbered || lexicon.ranks.contains(surface.word(at)) {
            self.after_title = at + 1;
            return at + 1;
        }
        let place = lexicon.places.longest(word).map_or(0, |(taken, _)| taken);
        if let Some(end) = generic.filter(|end| *end > at + place) {
            self.put(at..end, What::Organization);
            // "the head of the National Council Moushira Khattab": whoever heads it follows.
            let of = self.after_title..at;
            if (1..3).contains(&of.len()) && matches!(surface.lower(of.start), "of" | "for" | "at")
            {
                self.after_title = end;
            }
            return end;
        }
        // "Archbishop of Canterbury Ann Lee": the see, and then its holder.
        if is_a_see(surface, at) {
            self.put(at..at + 1, What::Place);
            self.after_title = at + 1;
            return at + 1;
        }
        // "Presidents Putin and Xi"
        if several_of_title(surface, lexicon, at) {
            self.after_title = at + 1;
            self.several = true;
            return at + 1;
        }
        // A title ends with its line: what the next one begins with may be a place.
        let titled = self.after_title == at && surface.sentence(at).start < at;
        let person = person_at(surface, lexicon, at, titled);
        // "President Bush 41": a number tells which president of that name.
        let person = person.map(|end| {
            let numbered = end == at + 1
                && surface.word(at) == "Bush"
                && matches!(surface.word(end), "41" | "43");
            end + usize::from(numbered)
        });
        if let Some(end) = person
            && place == 0
            && (is_named_by_its_end(surface, lexicon, &(at..end))
                || !titled
                    && (is_told_as_a_thing(surface, lexicon, &(at..end))
                        || end == at + 1 && is_alone_as_a_thing(surface, lexicon, at)))
        {
            self.things.insert(surface.words(&(at..end)));
            return end;
        }
        if let Some(end) = person
            && self.is_by_name(at, end)
        {
            return end;
        }
        if let Some(end) = person
            && (end > at + place || titled)
            && (titled || !self.is_a_thing(at..end))
        {
            self.put(at..end, What::Person);
            let goes_on = self.several && titled && matches!(surface.lower(end), "and" | ",");
            self.several = goes_on;
            if goes_on {
                self.after_title = end + 1;
                return end + 1;
            }
            return end;
        }
        // "the Assistant Secretary for Pacific Affairs Kin Moy": a name may yet follow the title.
        if titled && lexicon.ordinary.contains(surface.lower(at)) && surface.is_capital(at + 1) {
            self.after_title = at + 1;
        }
        if place > 0 {
            self.put(at..at + place, What::Place);
            return at + place;
        }
        if let Some(end) = self.tagged_organization(at) {
            self.put(at..end, What::Organization);
            return end;
        }
        states_inside(surface, lexicon, at, &mut self.found)
    }

    /// "the Gambian Press Union (GPU)", "the GPU": an organization that letters of its own tell, with the
    /// adjective that they have a letter for; `state`: the token behind a state that begins here.
    fn lettered(&mut self, at: usize, state: Option<usize>) -> Option<usize> {
        let (surface, lexicon) = (self.surface, self.lexicon);
        let word = surface.word(at);
        if let Some(behind) = state {
            let bracket = self.glossary.bracket_from(at);
            if bracket.is_none() && !self.glossary.has_names() {
                return None;
            }
            let end = generic_at(surface, lexicon, behind)?;
            let run = at..end;
            if bracket == Some(end) {
                self.glossary.note(surface, &run);
                return Some(end);
            }
            return self.glossary.is_name(surface.words(&run)).then_some(end);
        }
        let bracketed = at > 1 && surface.word(at - 1) == "(" && surface.word(at + 1) == ")";
        if bracketed && let Some(long) = long_form(surface, at) {
            // "Special Administrative Region (SAR)" tells of no body.
            let name = self.found.last().filter(|name| name.run.end == long.end)?;
            if !name.what.is_organization() {
                return None;
            }
            // "Middle East Economic Survey (MEES)": the letters tell where its name begins.
            let mut run = name.run.clone();
            if name.what == What::Organization && long.start < run.start {
                run.start = long.start;
                let inside = |name: &Name| name.run.start >= long.start;
                while self.found.last().is_some_and(inside) {
                    self.found.pop();
                }
                self.put(run.clone(), What::Organization);
            }
            self.glossary.note(surface, &run);
            return Some(at + 1);
        }
        let whole = |end: usize| end == at + 1;
        (self.glossary.is_letters(word)
            && surface.word(at + 1) != "-"
            && generic_at(surface, lexicon, at).is_none_or(whole))
        .then_some(at + 1)
    }

    /// Whether the words around words in capitals tell that they are no person's name: "on the Moon
    /// and" (but "the Moon administration"), "the company Maxar", "Aqui Estoy, which gives food".
    fn is_a_thing(&mut self, run: Run) -> bool {
        let surface = self.surface;
        let (at, next) = (run.start, run.end);
        let begins = at == surface.sentence(at).start;
        let before = if begins { "" } else { surface.lower(at - 1) };
        let alone = run.len() == 1
            && before == "the"
            && surface.lower(next) != "'s"
            && !surface.pos(next).is_noun()
            && !surface.pos(next).is_adjective()
            && !surface.is_capital(next);
        let goes_on = surface.word(next) == "," && surface.lower(next + 1) == "which";
        let isms = run.clone().any(|at| surface.lower(at).ends_with("ism"));
        if goes_on || isms || KINDS_OF_THINGS.contains(&before) {
            self.things.insert(surface.words(&run));
            return true;
        }
        alone
    }

    /// "Ali Lee, an Omani also known as Abu Omar and Abu Musa": whom the sentence has named by other
    /// names, but for the first where it stands right after his own.
    fn is_by_name(&mut self, at: usize, end: usize) -> bool {
        let surface = self.surface;
        let first = surface.sentence(at).start;
        let known = at >= first + 3 && surface.reads(at - 3, &["also", "known", "as"]);
        let further =
            at > 0 && self.by_name == at - 1 && matches!(surface.lower(at - 1), "and" | "or");
        let named = self.found.iter().rev().take_while(|name| name.run.start >= first);
        let named = named.filter(|name| name.what == What::Person).map(|name| name.run.end).next();
        let Some(own) = named.filter(|_| known || further) else { return false };
        self.by_name = end;
        further || at - 3 > own + 1
    }

    /// "Philippine ambassador to the United Nations Lauro Baja": who holds the office may follow the
    /// one that it is of, under a name of two words or more.
    fn office_goes_on(&mut self, at: usize, end: usize) {
        let surface = self.surface;
        let of = self.after_title..at;
        let joined = (1..3).contains(&of.len())
            && matches!(surface.lower(of.start), "to" | "of" | "for" | "in" | "at");
        let name = |at: usize| {
            surface.is_capital(at)
                && surface.kind(at) == TokenKind::Word
                && !crate::clauses::is_day(surface.lower(at))
        };
        if joined && surface.sentence(at).contains(&(end + 1)) && name(end) && name(end + 1) {
            self.after_title = end;
        }
    }

    /// Where a portfolio with its letters in brackets ends, if one begins at a token after "Secretary …
    /// for".
    fn portfolio(&self, at: usize) -> Option<usize> {
        let surface = self.surface;
        let office = at >= 2
            && surface.lower(at - 1) == "for"
            && matches!(surface.lower(at - 2), "secretary" | "state" | "official" | "coordinator");
        if !office {
            return None;
        }
        let end = surface.sentence(at).end.min(at + 14);
        let open = (at..end).find(|at| {
            let word = surface.word(*at);
            !(surface.is_capital(*at) || matches!(word, "and" | "of" | "the" | "," | "for"))
        })?;
        let letters = surface.word(open + 1);
        let short = (2..=6).contains(&letters.len()) && letters.chars().all(char::is_uppercase);
        (surface.word(open) == "(" && short && surface.word(open + 2) == ")" && open + 3 < end)
            .then_some(open + 3)
    }

    fn put(&mut self, run: Run, what: What) {
        let span = self.surface.span_of(&run);
        let header = self.surface.reads(run.start, &["office", "of", "the", "spokesperson"]);
        if !span.is_empty() && !header {
            self.found.push(Name { run, span, what });
        }
    }

    /// "China's Foreign Ministry" and "Canada Foreign Ministry": the state stands apart.
    fn is_body_of_state(&self, start: usize, end: usize) -> bool {
        let head = self.surface.word(end - 1);
        matches!(
            head,
            "Ministry"
                | "Parliament"
                | "Army"
                | "Navy"
                | "Military"
                | "Government"
                | "Embassy"
                | "Department"
        ) && start < end
    }

    /// A short name that is also a word ("Is", "Who", "Post") counts only as it is written in full
    /// capitals or where it cannot begin a sentence.
    fn is_no_plain_word(&self, at: usize, taken: usize) -> bool {
        let word = self.surface.word(at);
        if taken == 1 && word.len() <= 3 && self.shouts(at) {
            return false;
        }
        taken > 1
            || word.chars().filter(|c| c.is_uppercase()).count() > 1
            || word.len() > 3
            || !self.begins_sentence(at)
    }

    /// Whether the words around are all in capitals too.
    fn shouts(&self, at: usize) -> bool {
        let near = [at.wrapping_sub(1), at + 1];
        near.iter().filter(|at| **at < self.surface.len()).any(|at| {
            let word = self.surface.word(*at);
            word.len() > 3
                && word.chars().all(char::is_uppercase)
                && self
                    .lexicon
                    .organizations
                    .longest(|offset| (offset == 0).then_some(word))
                    .is_none()
        })
    }

    fn begins_sentence(&self, at: usize) -> bool {
        self.surface.sentence(at).start == at
    }

    /// What only the tagger takes for an organization: an acronym, or two words and more.
    fn tagged_organization(&self, at: usize) -> Option<usize> {
        let surface = self.surface;
        let is_organization =
            |at: usize| surface.entity(at).kind() == Some(EntityKind::Organization);
        if !is_organization(at) {
            return None;
        }
        let sentence = surface.sentence(at).end;
        let mut end = at + 1;
        while end < sentence
            && is_organization(end)
            && !crate::clauses::is_day(surface.lower(end))
            && !self.is_and_an_official(end)
            && (surface.is_capital(end)
                || matches!(surface.word(end), "of" | "for" | "and" | "the" | "on"))
        {
            end += 1;
        }
        while end > at + 1 && !surface.is_capital(end - 1) {
            end -= 1;
        }
        // "the G7 Foreign Ministers of Canada, France and Italy": people.
        let ministers = (at + 1..end)
            .any(|at| surface.word(at) == "of" && surface.word(at - 1) == "Ministers")
            && surface.word(at) == "Foreign";
        if ministers
            || names_a_thing(surface.lower(end - 1))
            || self
                .lexicon
                .meeting_nouns
                .longest(|offset| (offset == 0).then(|| surface.lower(end - 1)))
                .is_some()
        {
            return None;
        }
        let word = surface.word(at);
        let acronym = end == at + 1
            && word.len() >= 3
            && word.len() <= 8
            && word.chars().all(|c| c.is_uppercase() || c == '.')
            // What public schedules say of hours and pictures.
            && !matches!(word, "LOCAL" | "VIRTUAL" | "POOLED" | "CAMERA" | "SPRAY")
            // Hours, taxes, sicknesses and the like.
            && !matches!(
                word,
                "GMT" | "UTC" | "EST" | "EDT" | "CET" | "BST" | "VAT" | "GDP" | "GNP" | "FTA"
                    | "AIDS" | "HIV" | "SARS" | "WMD" | "CEO" | "NGO" | "USD" | "DNA"
            );
        (acronym || (end > at + 1 && !self.all_capitals(at..end))).then_some(end)
    }

    /// "Fidan and Ukrainian Foreign Minister Lee": somebody, and the minister of a state.
    fn is_and_an_official(&self, at: usize) -> bool {
        let (surface, lexicon) = (self.surface, self.lexicon);
        surface.word(at) == "and"
            && state_at(surface, lexicon, at + 1)
                .is_some_and(|(taken, _)| title_words(surface, lexicon, at + 1 + taken).is_some())
    }

    fn all_capitals(&self, run: Run) -> bool {
        self.surface.words(&run).chars().all(|c| !c.is_lowercase())
    }
}
