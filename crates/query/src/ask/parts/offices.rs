//! Who holds an office.

use super::super::items::Item;
use super::{Part, Reader};
use crate::QuestionError;
use crate::resolve::lexicon;
use chancery_graph::NodeKind;

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
}
