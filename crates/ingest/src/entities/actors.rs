//! Whom a noun phrase stands for as an actor: "Iranian officials" are Iran, "Putin's adviser, Yuri
//! Lee," is Yuri Lee, "the two sides" are the two that were named together last.

use super::{Cast, MemberId, Reason};
use crate::surface::Run;
use crate::tagger::Pos;
use chancery_model::EntityKind;

/// Nouns that stand for the state or organization named beside them.
const FIGHTERS: &[&str] =
    &["rebels", "guerrillas", "fighters", "militants", "insurgents", "gunmen", "commando"];

/// Nouns for those who act for the state or the body named beside them.
pub(super) const COLLECTIVE: &[&str] = &[
    "official",
    "officials",
    "leader",
    "leaders",
    "government",
    "governments",
    "delegation",
    "delegations",
    "authorities",
    "authority",
    "members",
    "member",
    "ministers",
    "minister",
    "ministries",
    "diplomat",
    "diplomats",
    "negotiator",
    "negotiators",
    "representative",
    "representatives",
    "side",
    "team",
    "envoy",
    "envoys",
    "administration",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "military",
    "forces",
    "troops",
    "army",
    "police",
    "counterparts",
    "president",
    "presidents",
    "party",
    "officers",
    "general",
    "generals",
    "commander",
    "commanders",
    "head",
    "heads",
    "regime",
    "leadership",
    "embassy",
    "mission",
    "participants",
    "nations",
    "countries",
    "states",
    "nation",
    "country",
    "state",
    "report",
    "statement",
    "communique",
    "newspaper",
    "agency",
    "broadcaster",
    "station",
    "website",
    "office",
    "parliament",
    "lawmakers",
    "sides",
    "secretary",
    "staff",
    "allies",
    "partners",
    "foes",
    "senior",
    "chiefs",
    "chief",
    "ambassador",
    "ambassadors",
    "experts",
    "alliance",
    "friends",
    "mediators",
    "delegates",
    "advisers",
    "governors",
    "deputies",
    "rebels",
    "politicians",
    "daily",
    "weekly",
    "tabloid",
    "magazine",
    "paper",
    "network",
    "television",
    "radio",
    "movement",
    "group",
    "guerrillas",
    "militants",
    "fighters",
    "firm",
    "company",
    "officer",
    "source",
    "sources",
    "investigator",
    "investigators",
    "inspector",
    "inspectors",
    "monitors",
];

/// Nouns for those around a person, whose name stands before them.
const RETINUE: &[&str] = &[
    "aides",
    "aide",
    "supporters",
    "loyalists",
    "forces",
    "allies",
    "advisers",
    "advisors",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "lawyers",
    "lawyer",
    "opponents",
    "critics",
];

/// Nouns that with "two" or "both" stand for two parties named before.
const PARTIES: &[&str] = &[
    "sides",
    "camps",
    "countries",
    "nations",
    "parties",
    "governments",
    "delegations",
    "states",
    "capitals",
    "powers",
    "neighbors",
    "neighbours",
    "allies",
];

/// Nouns that with "two" or "both" stand for two persons named before.
const PERSONS: &[&str] = &[
    "leaders",
    "ministers",
    "presidents",
    "officials",
    "men",
    "diplomats",
    "secretaries",
    "envoys",
    "premiers",
    "women",
    "adversaries",
    "rivals",
];

/// Nouns that in a joint text stand for all who issue it: "The Ministers reaffirmed".
const JOINT: &[&str] = &[
    "ministers",
    "participants",
    "leaders",
    "members",
    "representatives",
    "delegations",
    "secretaries",
    "envoys",
    "principals",
    "undersigned",
];

impl Cast<'_, '_> {
    /// The persons, states and organizations that a noun phrase stands for, in order of the text;
    /// empty where it names nobody.
    pub(crate) fn actors(&self, run: &Run) -> Vec<MemberId> {
        if run.is_empty() {
            return Vec::new();
        }
        if let Some(both) = self.both(run) {
            return both;
        }
        let first = run.start;
        if matches!(self.surface.lower(first), "we" | "our")
            && self.surface.quotation_of(first).is_none()
            && !self.we.is_empty()
        {
            return self.we.clone();
        }
        let surface = self.surface;
        let mut persons = Vec::new();
        let mut others = Vec::new();
        let mut beside = Vec::new();
        let mut served = Vec::new();
        let mut attached = false; // after a preposition: no longer the head's own
        let mut elsewhere = false; // after "in", "to", "on": not whom the head serves either
        let mut cut = run.end; // where the first preposition stands
        for at in run.clone() {
            let word = surface.lower(at);
            if matches!(word, "and" | "nor" | "or" | ",") && attached {
                // "the president of Chad and Prime Minister Lee": a new head after the conjunction.
                attached = !self.begins_person(at + 1, run.end);
                elsewhere &= attached;
            }
            if self.opens_relative(at) && at > run.start {
                break;
            }
            let Some(mention) = self.mention_at(at).filter(|mention| mention.run.start == at)
            else {
                if self.in_title(at) {
                    continue;
                }
                let relates = matches!(surface.pos(at), Pos::Preposition | Pos::To)
                    || word == "representing"
                    || word == "between";
                if relates && self.mention_at(at).is_none() {
                    attached = true;
                    // "the authorities in France" are those of France, "officials at the ministry"
                    // are its.
                    let head = surface.lower(at.wrapping_sub(1));
                    // "Chadian officials at the ministry", "UN officials in Mali" are of none but their own.
                    let own = |kind| {
                        self.mentions_in(&(run.start..at)).any(|it| self.kind(it.who) == kind)
                    };
                    let within = word == "in"
                        && matches!(
                            head,
                            "authorities" | "officials" | "government" | "governments" | "leaders"
                        )
                        && !own(EntityKind::State)
                        && !own(EntityKind::Organization)
                        || word == "at"
                            && !own(EntityKind::State)
                            && matches!(
                                head,
                                "officials" | "official" | "spokesman" | "spokeswoman"
                            );
                    elsewhere = !within
                        && !matches!(
                            word,
                            "of" | "for" | "from" | "by" | "representing" | "between" | "with"
                        );
                    cut = cut.min(at);
                }
                continue;
            };
            if mention.run.end > run.end {
                continue;
            }
            if self.kind(mention.who) != EntityKind::Person && self.in_title(at) {
                beside.push(mention.who);
                continue;
            }
            let possessor = surface.lower(mention.run.end) == "'s" && mention.run.end + 1 < run.end;
            let kind = self.kind(mention.who);
            // "the leader of Chad's largest party" leads no state.
            let another = possessor && attached && kind == EntityKind::State && {
                let last = surface.lower(run.end - 1);
                matches!(last, "party" | "faction" | "opposition" | "union" | "church" | "bank")
            };
            if another {
                continue;
            }
            if possessor
                || mention.reason == Reason::Pronoun && surface.pos(at) == Pos::PossessivePronoun
            {
                if kind == EntityKind::Person {
                    served.push(mention.who);
                } else if !elsewhere {
                    beside.push(mention.who);
                }
                continue;
            }
            // "Abbas aides": those of his, not he.
            let retinue = kind == EntityKind::Person
                && RETINUE.contains(&surface.lower(mention.run.end))
                && mention.run.end < run.end;
            if retinue {
                served.push(mention.who);
                continue;
            }
            match kind {
                EntityKind::Person if !attached => persons.push(mention.who),
                // "Spokesman of the UN mission in Kosovo (UNMIK) Neeraj Singh": the name follows
                // whom its bearer serves; but "Lee, chief of staff for President Kim" is Lee.
                EntityKind::Person
                    if persons.is_empty()
                        && mention.run.end == run.end
                        && self.follows(at)
                        && !self.is_served(cut, at) =>
                {
                    persons.push(mention.who);
                }
                // "Lee and ambassador to Chad Ann Kim": an office of her own after the conjunction.
                EntityKind::Person if self.opens_own_office(at, run.start) => {
                    persons.push(mention.who);
                }
                EntityKind::Person => served.push(mention.who),
                EntityKind::Place => {}
                _ if attached && elsewhere => {}
                EntityKind::State if self.stands_apart(mention.run.end, run.end) => {}
                _ if attached => beside.push(mention.who),
                _ if self.modifies(mention.run.end, run.end) => beside.push(mention.who),
                _ => others.push(mention.who),
            }
        }
        if persons.is_empty() {
            // "Putin's adviser", the name following after a comma.
            let first = self.titles.partition_point(|title| title.run.start < run.start);
            persons.extend(
                self.titles[first..]
                    .iter()
                    .zip(&self.title_of[first..])
                    .take_while(|(title, _)| title.run.end <= run.end.min(cut))
                    .filter(|(title, _)| {
                        let possessor = surface.lower(title.full.end.max(title.run.end)) == "'s"
                            && title.run.end + 1 < run.end;
                        !surface.lower(title.head).ends_with('s') && !possessor
                    })
                    .filter_map(|(_, who)| *who),
            );
        }
        if !persons.is_empty() {
            let heads = matches!(
                surface.lower(run.end - 1),
                "administration" | "government" | "cabinet" | "regime"
            );
            // "the President and the cabinet" are two.
            let heads = heads && !run.clone().any(|at| surface.lower(at) == "and");
            if let ([person], true) = (&persons[..], heads)
                && let Some(state) = self.led_by(*person)
            {
                return vec![state];
            }
            persons.extend(self.many_beside(run));
            return distinct(persons);
        }
        if !others.is_empty() {
            return distinct(others);
        }
        let nouns = || run.clone().filter(|at| surface.pos(*at).is_noun());
        // "Germany's chancellor" speaks for Germany, as any office does that nobody is named for.
        let office = |word: &str| self.lexicon.titles.get(word).is_some_and(|title| title.head);
        // "the Vedomosti business daily", which reads like an adjective
        let daily = || run.clone().any(|at| matches!(surface.lower(at), "daily" | "weekly"));
        let collective =
            |at: usize| COLLECTIVE.contains(&surface.lower(at)) || office(surface.lower(at));
        if (nouns().any(collective) || daily()) && !beside.is_empty() {
            let beside = self.without_where_sent(run, beside);
            return distinct(beside);
        }
        // "Hamas fighters" speak for Hamas, "Chadian fighters" for nobody who is named.
        let body = |who: &MemberId| self.kind(*who) == EntityKind::Organization;
        if nouns().any(|at| FIGHTERS.contains(&surface.lower(at))) && beside.iter().any(body) {
            beside.retain(body);
            return distinct(beside);
        }
        // "Lee's office"; of "Lee's spokesman" nobody is named.
        if run.clone().any(|at| surface.lower(at) == "office") {
            return distinct(served);
        }
        // "the government of Prime Minister Lee"
        if matches!(surface.lower(cut.wrapping_sub(1)), "government" | "administration" | "cabinet")
            && surface.lower(cut) == "of"
        {
            return distinct(served.into_iter().filter_map(|who| self.led_by(who)).collect());
        }
        Vec::new()
    }

    /// Whether a name with its office before it begins a member of a list: what stands before them joins.
    fn opens_own_office(&self, at: usize, first: usize) -> bool {
        let surface = self.surface;
        let near = self.titles.partition_point(|title| title.run.end < at);
        let own = (near.saturating_sub(1)..self.titles.len().min(near + 1)).find(|number| {
            let title = &self.titles[*number];
            // "ambassador to Chad Ann Lee": the name follows what belongs to the title.
            let behind = title.run.end < at
                && at - title.run.end <= 4
                && self
                    .mentions_in(&(title.run.end..at))
                    .any(|it| self.kind(it.who) == EntityKind::State);
            behind && self.title_of[*number].is_some() && self.title_of[*number] == self.who(at)
        });
        let Some(own) = own else { return false };
        let mut from = self.titles[own].full.start.min(self.titles[own].run.start);
        while from > first
            && (surface.pos(from - 1).is_determiner()
                || matches!(surface.lower(from - 1), "former" | "'s")
                || self
                    .mention_at(from - 1)
                    .is_some_and(|it| self.kind(it.who) == EntityKind::State))
        {
            from -= 1;
        }
        from > first && surface.lower(from - 1) == "and"
    }

    /// "the spokesman of Chadian President Ann Lee": the name after "of", with its own office, is whom
    /// the one without a name serves.
    fn is_served(&self, cut: usize, at: usize) -> bool {
        let surface = self.surface;
        let Some(head) = cut.checked_sub(1) else { return false };
        let serves = matches!(
            surface.lower(head),
            "spokesman" | "spokeswoman" | "spokesperson" | "aide" | "adviser" | "advisor" | "envoy"
        );
        let first = self.titles.partition_point(|title| title.run.end < at);
        let office = self.titles.get(first).is_some_and(|title| {
            title.run.end == at && title.run.start > cut && self.title_of[first] == self.who(at)
        });
        serves && office
    }

    /// Whether a name stands right after the name or noun before it, of which it is no part.
    fn follows(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let surface = self.surface;
        surface.word(before) == ")"
            || self.after_whom_it_serves(at)
            || self.ends_mention(before)
                && self.who(before).is_some_and(|who| self.kind(who) != EntityKind::Person)
            || surface.pos(before).is_noun()
                && !surface.pos(before).is_proper()
                && !self.in_title(before)
    }

    /// "US House of Representatives speaker Newt Gingrich": an office after a noun, before its name.
    fn after_whom_it_serves(&self, at: usize) -> bool {
        let first = self.titles.partition_point(|title| title.run.end < at);
        let office = self.titles.get(first).filter(|title| title.run.end == at);
        office.is_some_and(|title| {
            let before = title.run.start.wrapping_sub(1);
            self.title_of[first].is_some_and(|who| self.who(at) == Some(who))
                && (self.surface.pos(before).is_noun() || self.ends_mention(before))
        })
    }

    /// Whether the words before a token are the modifier of a noun after it: "Russian troops".
    fn modifies(&self, end: usize, limit: usize) -> bool {
        let surface = self.surface;
        let mut at = end;
        // "the Armenian and Azerbaijani foreign ministers": both are modifiers.
        while at < limit && at < end + 12 {
            // "UN and NATO officials", whoever is named by a name of its own.
            let joined = matches!(surface.lower(at), "and" | ",")
                && self.mention_at(at + 1).is_some_and(|mention| {
                    mention.run.start == at + 1
                        && (mention.reason == Reason::Demonym
                            || surface.pos(mention.run.end).is_plural()
                                && self.kind(mention.who) != EntityKind::Person)
                });
            let body = |at: usize| {
                self.mention_at(at).is_some_and(|mention| {
                    mention.run.start == at && self.kind(mention.who) == EntityKind::Organization
                })
            };
            if joined {
                at = self.mention_at(at + 1).map_or(at + 1, |mention| mention.run.end);
            } else if at > end && body(at) {
                return true; // "the Turkish foreign ministry"
            } else if surface.pos(at).is_adjective()
                || matches!(surface.pos(at), Pos::VerbParticiple | Pos::VerbGerund)
            {
                at += 1;
            } else {
                break;
            }
        }
        at < limit
            && (matches!(surface.pos(at), Pos::Noun | Pos::Nouns)
                && self.mention_at(at).is_none_or(|mention| mention.reason == Reason::Name)
                || self.title_starting(at).is_some() && self.mention_at(at).is_none()
                // "the Indonesian foreign ministry", whatever its words are read as
                || self.mention_at(at).is_some_and(|mention| {
                    self.kind(mention.who) == EntityKind::Organization && mention.run.start == end
                }))
    }

    /// Whether a token is one of the words of a title ("Secretary of State").
    pub(crate) fn in_title(&self, at: usize) -> bool {
        let first = self.titles.partition_point(|title| title.run.end <= at);
        // With a name beside it, also whom it serves: "Secretary of the Ministry of Trade Ann Lee".
        let before = first.checked_sub(1).is_some_and(|before| {
            self.title_of[before].is_some() && self.titles[before].full.contains(&at)
        });
        before || self.titles.get(first).is_some_and(|title| title.run.contains(&at))
    }

    /// Where the office begins in whose words a token stands, or that ends before it; else the token.
    pub(crate) fn office_from(&self, at: usize) -> usize {
        let first = self.titles.partition_point(|title| title.run.end <= at);
        let here = self.titles.get(first).filter(|title| title.run.contains(&at));
        let before = first.checked_sub(1).map(|before| &self.titles[before]).filter(|title| {
            title.full.contains(&at) || title.full.end == at || title.run.end == at
        });
        here.or(before).map_or(at, |title| title.full.start.min(title.run.start))
    }

    /// The title phrase whose words begin at a token.
    pub(crate) fn title_starting(&self, at: usize) -> Option<&crate::mentions::TitlePhrase> {
        let first = self.titles.partition_point(|title| title.run.start < at);
        self.titles.get(first).filter(|title| title.run.start == at)
    }

    fn begins_person(&self, at: usize, end: usize) -> bool {
        (at..end.min(at + 9))
            .map_while(|at| {
                self.mention_at(at).map_or_else(
                    || (!matches!(self.surface.word(at), "," | "and")).then_some(None),
                    |mention| Some(Some(mention.who)),
                )
            })
            .flatten()
            .any(|who| self.kind(who) == EntityKind::Person)
    }

    pub(crate) fn opens_relative(&self, at: usize) -> bool {
        matches!(self.surface.lower(at), "who" | "which" | "whose" | "whom" | "where")
    }

    /// "the two sides", "both leaders", "they": the two that were named together last.
    fn both(&self, run: &Run) -> Option<Vec<MemberId>> {
        let surface = self.surface;
        let last = run.end - 1;
        let word = surface.lower(last);
        let counted = run.clone().any(|at| matches!(surface.lower(at), "two" | "both" | "three"))
            || surface.lower(run.start) == "the";
        // "Two diplomats said": some two, and nobody of those who were named.
        let told_of =
            matches!(surface.lower(run.start), "the" | "both" | "these" | "those" | "they");
        if run.len() > 4 || self.mentions_in(run).next().is_some() {
            return None;
        }
        if let Some(joint) = self.joint(run, word, counted) {
            return Some(joint);
        }
        if word == "participants" && run.len() <= 2 && self.official_us {
            return self.participants_before(run.start);
        }
        if PARTIES.contains(&word) && counted || word == "both" && run.len() == 1 {
            return self.parties_before(run);
        }
        let the_two = run.len() == 2
            && surface.lower(run.start) == "the"
            && matches!(word, "two" | "pair" | "duo");
        if PERSONS.contains(&word) && counted && told_of
            || (word == "they" && run.len() == 1)
            || the_two
        {
            let two = || run.clone().any(|at| matches!(surface.lower(at), "two" | "both"));
            let bare = run.len() == 2 && matches!(word, "leaders" | "ministers");
            if let Some(body) = bare.then(|| self.body_of_those(run, word)).flatten() {
                return Some(vec![body]);
            }
            let all = |kind| {
                let pair = self.pair_before(run.start, kind)?;
                Some(if two() || the_two { pair } else { self.with_listed(run.start, pair, kind) })
            };
            let persons = all(EntityKind::Person);
            let persons =
                persons.map(|all| if all.len() == 2 { self.who_fit(run, all) } else { all });
            let persons = persons.or_else(|| self.two_of_office(run.start, word).filter(|_| two()));
            return persons.or_else(|| all(EntityKind::State));
        }
        None
    }

    /// "The two presidents": the two last named, in the few sentences before, who are presidents.
    fn two_of_office(&self, at: usize, word: &str) -> Option<Vec<MemberId>> {
        let office = word.strip_suffix('s')?;
        let near = self.named_before(at).map(|mention| mention.who);
        let holds = |who: &MemberId| {
            let mut offices = self.member(*who).offices.iter();
            offices.any(|held| {
                held.title.split_whitespace().any(|word| word.eq_ignore_ascii_case(office))
            })
        };
        let two: Vec<MemberId> = distinct(near.filter(holds).collect());
        (two.len() >= 2).then(|| vec![two[1], two[0]])
    }

    /// In a joint text, those who issue it: of two "the two sides", of more "the Ministers". Parties
    /// that are counted or only called so may be others in a text of many.
    fn joint(&self, run: &Run, word: &str, counted: bool) -> Option<Vec<MemberId>> {
        let surface = self.surface;
        let few = match self.we.len() {
            0 | 1 => return None,
            2 => PARTIES.contains(&word) && counted || word == "participants" && run.len() == 1,
            _ => false,
        };
        let two = || run.clone().any(|at| matches!(surface.lower(at), "two" | "both"));
        let definite = surface.lower(run.start) == "the" || word == "participants";
        let all = self.we.len() > 2 && JOINT.contains(&word) && definite && !two();
        let outside = surface.quotation_of(run.start).is_none();
        ((few || all) && outside).then(|| self.we.clone())
    }
}

/// Each once, in order.
pub(crate) fn distinct(list: Vec<MemberId>) -> Vec<MemberId> {
    let mut seen = Vec::with_capacity(list.len());
    for who in list {
        if !seen.contains(&who) {
            seen.push(who);
        }
    }
    seen
}
