//! Answers as lines of text.

use chancery_graph::Graph;
use chancery_query::{
    Attended, Change, Companion, Contradiction, Counted, Encounter, Event, Held, Holder, Joint,
    Mentioned, Met, Said, Served,
};

/// A line an answer, and the words of its evidence.
pub(crate) trait Show {
    fn show(&self, graph: &Graph) -> String;
}

impl Show for Said<'_> {
    fn show(&self, _: &Graph) -> String {
        let on = self.on.map_or_else(String::new, |on| on.to_string());
        let speakers: Vec<_> = self.speakers.iter().map(|node| node.label.as_str()).collect();
        let words: String = self.words.chars().take(60).collect();
        format!("{on} {} ({}): {words}", speakers.join(", "), self.mode)
    }
}

impl Show for Mentioned<'_> {
    fn show(&self, graph: &Graph) -> String {
        let words = self.evidence.iter().map(|it| graph.words(it).unwrap_or_default());
        format!("{} [{}]", self.info.id, words.collect::<Vec<_>>().join(" … "))
    }
}

impl Show for Attended<'_> {
    fn show(&self, graph: &Graph) -> String {
        let on = self.when.from.map_or_else(|| "undated".to_owned(), |on| on.to_string());
        let words = graph.words(&self.evidence[0]).unwrap_or_default();
        format!("{on} {} {} {} [{words}]", self.who.label, self.status, self.occasion.kind)
    }
}

impl Show for Met<'_> {
    fn show(&self, graph: &Graph) -> String {
        let on = self.when.from.map_or_else(|| "undated".to_owned(), |on| on.to_string());
        let places: Vec<_> = self.places.iter().map(|node| node.label.as_str()).collect();
        let who = self.attendance.iter().map(|a| format!("{} {}", a.who.label, a.status));
        let words = graph.words(self.evidence).unwrap_or_default();
        let (kind, status) = (self.occasion.kind, self.occasion.status);
        let who = who.collect::<Vec<_>>().join(", ");
        format!("{on} {kind} {status} in {places:?} [{words}]: {who}")
    }
}

impl Show for Held<'_> {
    fn show(&self, _: &Graph) -> String {
        let holders: Vec<_> = self.holders.iter().map(|node| node.label.as_str()).collect();
        let told = self.according_to.map_or("", |node| &node.label);
        format!("{} {}: {} ({told})", holders.join(", "), self.status, self.words)
    }
}

impl Show for Served<'_> {
    fn show(&self, _: &Graph) -> String {
        let of = self.of.map_or("", |node| &node.label);
        format!("{}: {} {} of {of}", self.person.label, self.status, self.title)
    }
}

impl Show for Encounter<'_> {
    fn show(&self, _: &Graph) -> String {
        let side = |rows: &[Attended]| {
            rows.iter().map(|row| row.who.label.as_str()).collect::<Vec<_>>().join(", ")
        };
        let on = self.when.from.map_or_else(|| "undated".to_owned(), |on| on.to_string());
        let occasion = format!("{} {}", self.occasion.kind, self.occasion.status);
        format!("{on} {occasion}: {} | {}", side(&self.one), side(&self.other))
    }
}

impl Show for Companion<'_> {
    fn show(&self, _: &Graph) -> String {
        format!("{} {} {}", self.meetings, self.who.label, self.last.name)
    }
}

impl Show for Counted<'_> {
    fn show(&self, _: &Graph) -> String {
        let on = self.on.map_or_else(|| "undated".to_owned(), |on| on.to_string());
        let of = self.pair.map_or(on, |(one, other)| format!("{} & {}", one.label, other.label));
        format!("{of}: {}", self.meetings.len())
    }
}

impl Show for Holder<'_> {
    fn show(&self, graph: &Graph) -> String {
        format!("{} {:?}", self.office.show(graph), self.tenure)
    }
}

impl Show for Event<'_> {
    fn show(&self, graph: &Graph) -> String {
        match self {
            Self::Meeting(met) => met.show(graph),
            Self::Statement(said) => said.show(graph),
            Self::Goal(held) => held.show(graph),
            Self::Office(served) => served.show(graph),
        }
    }
}

impl Show for Joint<'_> {
    fn show(&self, _: &Graph) -> String {
        format!("{} met {} at {}", self.from.who.label, self.to.who.label, self.meeting.name)
    }
}

impl Show for Change<'_> {
    fn show(&self, _: &Graph) -> String {
        let stand = |held: &Held| format!("{} {}", held.on.expect("a day"), held.status);
        format!("{}: {} then {}", self.who.label, stand(&self.before), stand(&self.after))
    }
}

impl Show for Contradiction<'_> {
    fn show(&self, _: &Graph) -> String {
        format!("{}: {} | {}", self.matter.name, self.claim.what, self.denial.what)
    }
}
