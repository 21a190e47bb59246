//! "Rubio" is Marco Rubio: the names of one person brought together.

use super::headed::lend_names;
use super::of_years;
use super::{Cast, Headed, Member, MemberId, Reason};
use crate::lexicon::{Gender, Leader};
use crate::mentions::{TitlePhrase, What, bare, is_after_a_name, is_breathing, is_nickname};
use crate::surface::Run;
use chancery_model::{EntityKind, fold, slug};
use std::collections::{HashMap, HashSet};

/// A person while names are still being brought together.
pub(super) struct Person {
    /// The words of the fullest name.
    pub(super) words: Vec<String>,
    /// Where it is named, in full first.
    pub(super) names: Vec<usize>,
}

impl Cast<'_, '_> {
    pub(super) fn add_people(&mut self, headed: &[Headed]) {
        let numbers: Vec<usize> = (0..self.names.len())
            .filter(|number| self.names[*number].what == What::Person)
            .collect();
        let mut people: Vec<Person> = Vec::new();
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        let mut of_name: Vec<(usize, usize)> = Vec::new();
        // Full names first, wherever they stand; a family name alone then finds its person.
        let of_several = |number: &usize| {
            // "Johnson- Sirleaf" is one word.
            self.names[*number].run.len() > 1 && self.name_words(*number).len() > 1
        };
        for number in numbers.iter().copied().filter(of_several) {
            let words = self.name_words(number);
            let words = of_years::numbered(&words).unwrap_or(words);
            let before = of_name.last().map(|(_, person)| *person);
            let known = known_person(&people, &by_word, &words)
                .filter(|known| before != Some(*known) || !self.is_relative_of_the_last(number));
            let person = known.unwrap_or_else(|| {
                people.push(Person { words: Vec::new(), names: Vec::new() });
                people.len() - 1
            });
            if words.len() > people[person].words.len() {
                for word in
                    words.iter().flat_map(|word| [Some(word.as_str()), bare(word)]).flatten()
                {
                    let list = by_word.entry(key(word)).or_default();
                    if !list.contains(&person) && list.len() < NAMESAKES {
                        list.push(person);
                    }
                }
                people[person].words = words;
            }
            // Selwa “Lucky” Roosevelt is Lucky, too.
            let run = self.names[number].run.clone();
            if let Some(mark) = run.into_iter().find(|at| is_nickname(self.surface, *at)) {
                let list = by_word.entry(self.surface.lower(mark + 1).to_owned()).or_default();
                if !list.contains(&person) && list.len() < NAMESAKES {
                    list.push(person);
                }
            }
            people[person].names.push(number);
            of_name.push((number, person));
        }
        let single = |number: &usize| {
            !of_several(number) && !self.leads_in(*number) && !self.is_namesake_of_speaker(*number)
        };
        for number in numbers.iter().copied().filter(single) {
            let word = self.name_words(number).pop().unwrap_or_default();
            // "al-Sisi" of "Sisi", and the other way about
            let is_known = |word: &str| by_word.contains_key(&key(word));
            let rest = bare(&word).filter(|rest| !is_known(&word) && is_known(rest));
            let rest = rest.map(ToOwned::to_owned);
            let word = rest.unwrap_or(word);
            let fits = by_word.get(&key(&word)).map_or(&[][..], Vec::as_slice);
            let known = self.namesake(&people, headed, fits, &word, number);
            let full = || self.shared_name(number).or_else(|| self.president_of_year(number));
            let slip = fits.is_empty() && !self.spoken && !self.official_us;
            let known = known.or_else(|| slipped(&people, &word, number).filter(|_| slip));
            let full = full().filter(|_| fits.is_empty());
            let person = known.unwrap_or_else(|| {
                let words = full.unwrap_or_else(|| vec![word.clone()]);
                people.push(Person { words, names: Vec::new() });
                for word in [Some(word.as_str()), bare(&word)].into_iter().flatten() {
                    by_word.entry(key(word)).or_default().push(people.len() - 1);
                }
                people.len() - 1
            });
            people[person].names.push(number);
            of_name.push((number, person));
        }
        self.join_aliases(&mut of_name);
        let who = lend_names(&mut people, headed, self.lexicon);
        for (_, person) in &mut of_name {
            *person = who.person_of(*person);
        }
        // Who turned out to be another is nobody besides.
        let used: HashSet<usize> = of_name.iter().map(|(_, person)| *person).collect();
        let ids: Vec<Option<MemberId>> = people
            .iter()
            .enumerate()
            .map(|(at, person)| used.contains(&at).then(|| self.add_person(person)))
            .collect();
        self.headed = who.headed.iter().map(|person| person.and_then(|at| ids[at])).collect();
        for (number, person) in of_name {
            let Some(id) = ids[person] else { continue };
            let (run, span) = (self.names[number].run.clone(), self.names[number].span);
            let full = run.len() >= people[person].words.len().min(2);
            self.name_member[number] = Some(id);
            self.mention(run, span, id, if full { Reason::Name } else { Reason::PartOfName });
        }
    }

    /// "Ann Lee, also known as Bo Ek": two full names of one person; `of_name` gives the person of each
    /// name by its number.
    fn join_aliases(&self, of_name: &mut [(usize, usize)]) {
        let surface = self.surface;
        let starts: HashMap<usize, usize> = of_name
            .iter()
            .map(|(number, person)| (self.names[*number].run.start, *person))
            .collect();
        let mut alias_of: HashMap<usize, usize> = HashMap::new();
        for (number, person) in of_name.iter().copied() {
            let end = self.names[number].run.end;
            let next = end + usize::from(matches!(surface.word(end), "," | "("));
            let name = if surface.reads(next, &["also", "known", "as"])
                || surface.reads(next, &["better", "known", "as"])
            {
                next + 3
            } else if surface.reads(next, &["known", "as"]) {
                next + 2
            } else if matches!(surface.lower(next), "aka" | "a.k.a." | "alias") {
                next + 1
            } else {
                continue;
            };
            // (known as “Bo Ek”)
            let marked = matches!(surface.word(name), "\"" | "“" | "'" | "‘");
            let name = name + usize::from(marked);
            if surface.sentence_of(name) == surface.sentence_of(end)
                && let Some(other) = starts.get(&name).filter(|other| **other != person)
            {
                alias_of.entry(*other).or_insert(person);
            }
        }
        // One that is itself an alias is of nobody else's.
        for (_, person) in of_name {
            if let Some(one) = alias_of.get(person).filter(|one| !alias_of.contains_key(*one)) {
                *person = *one;
            }
        }
    }

    /// Whether a word is the one with which a sentence begins, and no name: "So we met".
    fn leads_in(&self, number: usize) -> bool {
        let surface = self.surface;
        let at = self.names[number].run.start;
        let first = surface.sentence(at).start == at || surface.word(at.wrapping_sub(1)) == ":";
        first && surface.pos(at).is_adverb()
    }

    /// Of several of that family name, the one named last before this mention, else the first after
    /// it; a given name alone finds its person only where no family name does.
    fn namesake(
        &self,
        people: &[Person],
        headed: &[Headed],
        fits: &[usize],
        word: &str,
        number: usize,
    ) -> Option<usize> {
        let by_family = |at: &usize| {
            let words = &people[*at].words;
            let family_first =
                self.lexicon.family_first.contains(words.first().map_or("", String::as_str));
            let alone = words.len() == 1;
            let first = |first: &String| first == word || alone && bare(first) == Some(word);
            (words.first().is_some_and(first) && (family_first || alone))
                || words.iter().skip(1).any(|part| part == word || bare(part) == Some(word))
                || words.iter().skip(1).any(|part| !part.is_ascii() && key(part) == key(word))
        };
        let latest =
            |at: &usize| people[*at].names.iter().rev().find(|name| **name < number).copied();
        let best = |fits: &mut dyn Iterator<Item = usize>| {
            fits.max_by_key(|at| (latest(at), usize::MAX - *at))
        };
        let start = self.names[number].run.start;
        let head = self.head_before(start);
        let is_so_titled = |at: usize| {
            let mut names = people[at].names.iter().map(|name| &self.names[*name].run);
            names.any(|run| {
                self.head_before(run.start) == head
                    || head.is_some_and(|head| self.is_apposed_as(run, head))
            })
        };
        // "Foreign Minister Park" is the one whom the title names in full, and no reporter.
        let is_of_the_title = |words: &[String]| {
            let mut official = headed.iter().filter(|it| it.official);
            words.len() > 1
                && official.any(|it| {
                    it.words.iter().any(|it| it == word) && !same_full_name(&it.words, words)
                })
        };
        // "Ambassador Lee" is no adviser of that name.
        let is_never_sent = |at: usize| {
            let mut heads = people[at]
                .names
                .iter()
                .take(NAMESAKES)
                .filter_map(|it| self.head_before(self.names[*it].run.start));
            heads.any(|head| NEVER_SENT.contains(&head))
        };
        // "President Biden" is not Ann Biden, and "Secretary Lee" nobody whose given name it is.
        // "King Salman" is not Mohammed bin Salman, whose father he may be.
        let is_of_father = |words: &[String]| {
            let father = words.iter().rposition(|it| it == word).and_then(|at| at.checked_sub(1));
            father.is_some_and(|at| matches!(words[at].as_str(), "bin" | "bint" | "ibn"))
        };
        let is_other = |at: &usize| {
            head.is_some_and(|head| {
                let by_given = !by_family(at) && !BY_GIVEN_NAME.contains(&head);
                let words = &people[*at].words;
                (by_given
                    || BY_GIVEN_NAME.contains(&head) && is_of_father(words)
                    || is_of_the_title(words)
                    || self.is_another_leader(head, word, words)
                    || head == "ambassador" && is_never_sent(*at))
                    && !is_so_titled(*at)
            })
        };
        let is_other = |at: &usize| is_other(at) || self.is_of_other_gender(&people[*at], number);
        let fits: Vec<usize> = fits.iter().copied().filter(|at| !is_other(at)).collect();
        let family = fits.iter().copied().filter(by_family).collect();
        let family = self.without_relatives(people, family, word, number);
        let is_absent = |at: &usize| self.is_told_of_alone(&people[*at], headed, number);
        best(&mut family.into_iter())
            .or_else(|| best(&mut fits.iter().copied().filter(|at| !is_absent(at))))
    }

    /// The head of the title that stands right before a token.
    pub(super) fn head_before(&self, at: usize) -> Option<&str> {
        let first = self.titles.partition_point(|title| title.run.end < at);
        let title = self.titles.get(first).filter(|title| title.run.end == at)?;
        Some(self.surface.lower(title.head))
    }

    /// Whether a comma alone parts a name from a title with that head: "the president of the council, Ann
    /// Lee", "Ann Lee, the president of the council".
    fn is_apposed_as(&self, name: &Run, head: &str) -> bool {
        let after = self.titles.partition_point(|title| title.run.start < name.start);
        let comma = |at: usize| self.surface.word(at) == ",";
        let mut before = self.titles[after.saturating_sub(2)..after].iter();
        let next = self.titles.get(after);
        let said = |title: &TitlePhrase| self.surface.lower(title.head) == head;
        before.any(|it| said(it) && it.full.end + 1 == name.start && comma(it.full.end))
            || next.is_some_and(|it| said(it) && it.full.start == name.end + 1 && comma(name.end))
    }

    /// Whether those who led a state under that family name, in an office of that head, all have a
    /// given name that somebody has not.
    fn is_another_leader(&self, head: &str, family: &str, words: &[String]) -> bool {
        let leaders = self.lexicon.leaders.get(slug(family).as_str());
        let leaders = leaders.map_or(&[][..], Vec::as_slice);
        let mut in_office = leaders.iter().filter(|leader| leader.title.ends_with(head)).peekable();
        let folded: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let is_called = |leader: &Leader| {
            leader.name.first().is_some_and(|first| folded.iter().any(|it| close(it, first)))
        };
        in_office.peek().is_some() && words.len() > 1 && !in_office.any(is_called)
    }

    fn add_person(&mut self, person: &Person) -> MemberId {
        let first = person.words.first().map_or("", String::as_str);
        // "Li Peng": the family name stands first, and tells nothing.
        let family = self.lexicon.family_first.contains(first);
        let given = self.lexicon.given.get(first).filter(|_| !family);
        let given = given.map_or(Gender::Unknown, |given| given.gender);
        let alone = person.names.first().filter(|_| person.words.len() == 1);
        let by_name = match alone.map(|name| &self.names[*name].run) {
            // "Secretary Sherman": after an office a family name, though a given name, too.
            Some(run) if given == Gender::Unknown || self.head_before(run.start).is_some() => {
                Some(self.gender_of_officials(first, run)).filter(|it| *it != Gender::Unknown)
            }
            _ => None,
        };
        let by_name = by_name.unwrap_or(given);
        let gender = person
            .names
            .iter()
            .find_map(|name| self.gender_by_address(&self.names[*name].run))
            .unwrap_or(by_name);
        let name = person.words.join(" ");
        self.add(Member { gender, ..Member::named(EntityKind::Person, name) })
    }

    /// Makes a person of a word in capitals that names one, or takes it for one made so before.
    pub(crate) fn introduce(&mut self, at: usize, known: Option<MemberId>) -> MemberId {
        let who = known.unwrap_or_else(|| {
            let mut letters = self.surface.word(at).chars();
            let name: String =
                letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect();
            let gender = self.gender_by_address(&(at..at + 1)).unwrap_or(Gender::Unknown);
            self.add(Member { gender, ..Member::named(EntityKind::Person, name) })
        });
        self.mention(at..at + 1, self.surface.span(at), who, Reason::Name);
        who
    }

    pub(super) fn name_words(&self, number: usize) -> Vec<String> {
        let run = self.names[number].run.clone();
        // Without what stands in quotation marks inside.
        let aside = |at: usize| {
            (0..3).any(|back| at >= run.start + back && is_nickname(self.surface, at - back))
        };
        let words = run.clone().filter(|at| !aside(*at) && !is_breathing(self.surface, *at));
        let mut words: Vec<String> = words.map(|at| self.surface.word(at).to_owned()).collect();
        // "al- Maliki" is al-Maliki.
        while let Some(at) = words.iter().skip(1).position(|word| word == "-") {
            let tail: String = words.drain(at + 1..words.len().min(at + 3)).collect();
            words[at].push_str(&tail);
        }
        // "Ann Lee MP"
        if words.len() > 2 && words.last().is_some_and(|word| is_after_a_name(word)) {
            words.pop();
        }
        // "JOHN SMITH": as a headline writes it.
        for word in &mut words {
            // "Jaishankar-ji", as one is spoken to.
            if let Some(name) = word.strip_suffix("-ji").filter(|it| it.chars().count() > 3) {
                *word = name.to_owned();
            }
            let is_shouted = word.chars().all(|c| !c.is_lowercase() && c != '.');
            if word.chars().count() > 3 && is_shouted {
                let lower = word.to_lowercase();
                let mut chars = lower.chars();
                *word = chars
                    .next()
                    .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect());
            }
        }
        words
    }
}

/// Heads of titles before a given name.
const BY_GIVEN_NAME: &[&str] =
    &["amir", "emir", "king", "lady", "patriarch", "pope", "prince", "princess", "queen", "sultan"];

/// Heads of titles of those whom nobody calls ambassadors besides.
const NEVER_SENT: &[&str] =
    &["adviser", "advisor", "chancellor", "king", "minister", "premier", "president", "queen"];

/// How many people of one name are told apart in an article.
const NAMESAKES: usize = 40;

/// A word of a name in small letters and without its accents, which a text may leave out.
fn key(word: &str) -> String {
    if word.is_ascii() { word.to_lowercase() } else { fold(word) }
}

/// The person of that full name, however it is spelt or shortened.
fn known_person(
    people: &[Person],
    by_word: &HashMap<String, Vec<usize>>,
    words: &[String],
) -> Option<usize> {
    let sharing = words.iter().filter_map(|word| by_word.get(&key(word))).flatten().copied();
    // A slip of the pen is looked for among the people named last.
    let latest = (0..people.len()).rev().take(NAMESAKES);
    sharing.chain(latest).find(|at| same_full_name(&people[*at].words, words))
}

/// Of those named last the only one whose family name is that word but for one letter: "Mullahkil" is
/// Nabi Mullahkhil. A letter at the end makes another name of it: "Ivanov" and "Ivanova".
fn slipped(people: &[Person], word: &str, number: usize) -> Option<usize> {
    if word.chars().count() < 6 {
        return None;
    }
    let is_slip = |at: &usize| {
        let known = people[*at].words.len() > 1 && people[*at].names.iter().any(|it| *it < number);
        let family = people[*at].words.last().filter(|_| known);
        family.is_some_and(|family| {
            let (one, other) = (family.to_lowercase(), word.to_lowercase());
            let ends = one.chars().next_back() == other.chars().next_back();
            one != other && ends && close(&one, &other)
        })
    };
    let mut found = (0..people.len()).rev().take(NAMESAKES).filter(is_slip);
    found.next().filter(|_| found.next().is_none())
}

/// "Wendy R. Sherman" and "Wendy Sherman"; "Sergey" and "Sergei"; one a tail of the other.
pub(super) fn same_full_name(one: &[String], other: &[String]) -> bool {
    let core = |words: &[String]| -> Vec<String> {
        words
            .iter()
            .filter(|word| !(word.len() == 2 && word.ends_with('.')))
            .map(|word| key(word.as_str()))
            .collect()
    };
    // "George W. Bush" is not "George H.W. Bush".
    let initial = |words: &[String]| {
        let second = words.get(1).filter(|_| words.len() > 2)?;
        Some((second.chars().next()?, second.ends_with('.')))
    };
    if let (Some((a, one_short)), Some((b, other_short))) = (initial(one), initial(other))
        && a != b
        && one_short
        && other_short
    {
        return false;
    }
    let (one, other) = (core(one), core(other));
    let (Some(last), Some(other_last)) = (one.last(), other.last()) else { return false };
    let (first, other_first) = (&one[0], &other[0]);
    if close(last, other_last) && close(first, other_first) {
        return true;
    }
    let tail = |long: &[String], short: &[String]| {
        short.len() >= 2
            && long.len() > short.len()
            && (long.ends_with(short) || long.starts_with(short))
    };
    tail(&one, &other) || tail(&other, &one)
}

/// Equal, or a slip of one letter in a long word.
pub(crate) fn close(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let short = one.len().min(other.len()) < 5;
    if short || one.chars().next() != other.chars().next() {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < 5 || long.len() > 40 || long.len() - short.len() > 1 || short[0] != long[0] {
        return false;
    }
    let same_start = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    let same_end = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    let rest = long.len() - (same_start + same_end).min(long.len());
    rest <= 1
        || (short.len() == long.len()
            && rest == 2
            && short[same_start] == long[same_start + 1]
            && short[same_start + 1] == long[same_start])
}
