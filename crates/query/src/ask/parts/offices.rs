//! Who holds an office.

use super::super::items::Item;
use super::{Part, Reader};
use crate::QuestionError;
use crate::resolve::lexicon;
use crate::resolve::office::singular;
use crate::roles::{Roles, Served};
use chancery_graph::{NodeKind, NodeName};
use chancery_model::fold;

impl Reader<'_, '_> {
    pub(super) fn roles(&mut self, parts: Vec<Part>, items: &[Item]) -> Result<(), QuestionError> {
        // "The ambassador to Chad": where an envoy is sent is part of the title.
        let sent = self.has(&[
            " _ to _ ",
            " ambassador to _ ",
            " envoy to _ ",
            " minister to _ ",
            " representative to _ ",
            " envoy for _ ",
            " representative for _ ",
            " coordinator for _ ",
            " adviser on _ ",
            " advisor on _ ",
        ]);
        let post = parts.last().filter(|_| sent);
        let post = post.map(|part| (part.mention.typed.clone(), part.lead.clone()));
        for (number, part) in parts.iter().enumerate().map(|(number, part)| (number + 1, part)) {
            let mention = &part.mention;
            let person = |name: &NodeName| name.kind() == NodeKind::Person;
            // "Foreign minister of Germany before Baerbock": all who held it, and when.
            if matches!(&*part.lead, "before" | "after") && mention.means.iter().any(person) {
                let who = self.one(mention, &[NodeKind::Person])?;
                let office = self.chief_office(&who, items);
                if let Some((title, of)) = office.filter(|_| self.reading.other.is_empty()) {
                    self.reading.title = title;
                    self.reading.other.extend(of);
                }
                continue;
            }
            if sent && number == parts.len() && mention.office.is_none() {
                continue;
            }
            // "Secretary of state", of whatever state.
            if crate::resolve::office::usual(&mention.folded).is_some() {
                self.reading.title.clone_from(&mention.folded);
                continue;
            }
            if let Some(office) = &mention.office {
                self.reading.title.clone_from(&office.title);
                self.reading.other.push(office.of.clone());
                continue;
            }
            if mention.taken {
                // "Who is the Russian foreign minister": the office is asked for, not its holder.
                let office = crate::resolve::office::office(self.names, &mention.folded);
                if let Some(office) = office {
                    self.reading.title = office.title;
                    self.reading.other.push(office.of);
                    continue;
                }
            }
            let who = self.actor(mention)?;
            // "Who succeeded Merkel": whoever held the same office.
            if is_of_succession(self.shape)
                && who.kind() == NodeKind::Person
                && let Some((title, of)) = self.chief_office(&who, items)
            {
                self.reading.title = title;
                self.reading.other.extend(of);
                continue;
            }
            // "Is Lapid prime minister".
            let bare =
                part.lead.is_empty() || matches!(&*part.lead, "is" | "was" | "did" | "become");
            if bare && number == 1 && who.kind() == NodeKind::Person && !mention.owns {
                self.reading.of.push(who);
                continue;
            }
            let held = self.has(&[
                " does _ ", " did _ ", " has _ ", " hold ", " holds ", " held ", " is _ s ",
            ]);
            let serves =
                self.has(&[" serves ", " serve ", " served ", " works for ", " work for "]);
            let title = items
                .iter()
                .any(|item| matches!(item, Item::Word(word) if lexicon::is_office(word)));
            let held = held && !part.mention.people && !(serves && part.after_verb);
            if who.kind() == NodeKind::Person && (held || !serves) && !title && !part.mention.owns
                || held && who.kind() == NodeKind::Person
                || part.mention.owns && who.kind() == NodeKind::Person && !title
            {
                self.reading.of.push(who);
            } else {
                self.reading.other.push(who);
            }
        }
        // "Secretary of state" without a state: what is left of the words is the title.
        let mut title: Vec<&str> = Vec::new();
        if self.reading.title.is_empty() {
            for item in items {
                let Item::Word(word) = item else {
                    if title.iter().any(|word| lexicon::is_office(word)) {
                        break;
                    }
                    continue;
                };
                let of = matches!(&**word, "of" | "for") && !title.is_empty();
                let vague =
                    matches!(&**word, "office" | "role" | "post" | "first" | "states" | "state")
                        && title.is_empty();
                if (lexicon::is_of_office(word) && !vague) || of {
                    title.push(word);
                } else if title.iter().any(|word| lexicon::is_office(word)) {
                    break;
                } else {
                    title.clear();
                }
            }
            while title.last().is_some_and(|word| matches!(*word, "of" | "for")) {
                title.pop();
            }
            if title.iter().any(|word| lexicon::is_office(word)) {
                self.reading.title = title.join(" ");
            }
        }
        self.reading.title = singular(&self.reading.title);
        // "The head of NATO" is called otherwise there.
        let leads = self.has(&[
            " who leads _ ",
            " who led _ ",
            " who heads _ ",
            " who headed _ ",
            " who runs _ ",
        ]);
        let heads = matches!(&*self.reading.title, "head" | "leader" | "chief" | "boss")
            || leads && self.reading.title.is_empty();
        if heads && self.reading.other.iter().any(|of| of.kind() == NodeKind::Organization) {
            "head".clone_into(&mut self.reading.title);
        }
        if let Some((post, lead)) = post {
            let post = self.names.named(&post, &[])?;
            self.reading.about.push(post.name.clone());
            let post = post.label.to_lowercase();
            let lead = if self.reading.title.ends_with(&*lead) { "" } else { &*lead };
            let title = [&*self.reading.title, lead, &*post].join(" ").replace("  ", " ");
            title.trim().clone_into(&mut self.reading.title);
        }
        Ok(())
    }

    /// The office of somebody that is told of most, or the one that a question names, and whose it
    /// is.
    fn chief_office(&self, who: &NodeName, items: &[Item]) -> Option<(String, Option<NodeName>)> {
        let held = Roles::default().of(who.clone()).answers(self.names.graph());
        let named = items.iter().filter_map(|item| match item {
            Item::Word(word) if lexicon::is_of_office(word) => Some(&**word),
            _ => None,
        });
        let named: Vec<&str> = named.collect();
        let fits = |title: &str| {
            let title = fold(title);
            named.iter().all(|word| title.split(' ').any(|it| it == *word))
        };
        let held: Vec<_> = held.filter(|held| fits(held.title)).collect();
        // "Secretary" is short for "Secretary of State", where both are told.
        let short = |title: &str| {
            let words = || title.split(' ').count();
            let longer = |other: &Served<'_>| {
                let other = fold(other.title);
                other.split(' ').count() > words()
                    && title.split(' ').all(|word| other.split(' ').any(|it| it == word))
            };
            held.iter().any(longer)
        };
        let held = held.iter().filter(|held| !short(&fold(held.title)));
        let most = held.max_by_key(|held| (held.of.is_some(), held.evidence.len()))?;
        Some((fold(most.title), most.of.map(|of| of.name.clone())))
    }
}

/// Whether it is asked who held an office after somebody.
pub(in super::super) fn is_of_succession(shape: &str) -> bool {
    let verbs = [
        " who replaced _ ",
        " who succeeded _ ",
        " who replaces _ ",
        " who succeeds _ ",
        " who took over from _ ",
        " who followed _ as ",
        " who came after _ ",
        " who is _ successor ",
        " who was _ successor ",
        " who is successor of _ ",
        " who was successor of _ ",
        " who was successor to _ ",
        " who is successor to _ ",
        " who preceded _ ",
        " who came before _ ",
        " who is _ predecessor ",
        " who was _ predecessor ",
        " who is predecessor of _ ",
        " who was predecessor of _ ",
    ];
    verbs.iter().any(|verb| shape.starts_with(verb))
}
