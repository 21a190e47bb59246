//! Nodes by what somebody calls them.

use super::{Backing, Graph};
use crate::{Candidate, Columns, Match, NodeId, NodeKind, NodeName, RelationKind, Sound, identity};
use chancery_model::fold;

impl Graph {
    /// The entities that a typed name may mean, the best match first: case, accents and full stops
    /// do not count. A node's name or a state's code in capitals means exactly that node.
    ///
    /// # Complexity
    /// O(log names + candidates).
    pub fn named(&self, typed: &str) -> Vec<Candidate> {
        let typed = typed.trim();
        let id = |name: &str| name.parse().ok().and_then(|name: NodeName| self.find(&name));
        let exact = id(typed).or_else(|| id(&format!("state:{typed}")));
        let folded = fold(typed);
        let mut found = self.candidates(&folded);
        // The son is another than the father.
        let spoken = identity::name_words(&folded).join(" ");
        if found.is_empty() && spoken != folded && !folded.ends_with(" jr") {
            // What comes and goes in a person's name is a word of its own beside a state's.
            found = self.candidates(&spoken);
            found.retain(|other| self.node(other.node).kind() == NodeKind::Person);
        }
        if found.is_empty() {
            found = self.titled(&folded);
        }
        if found.is_empty() {
            found = self.shortly(&folded);
        }
        found.retain(|other| Some(other.node) != exact);
        // A code in small letters is one only where it is no name: "us", "no", "is".
        let code = || id(&format!("state:{}", typed.to_ascii_uppercase()));
        let exact = if found.is_empty() { exact.or_else(code) } else { exact };
        found.splice(0..0, exact.map(|node| Candidate { node, matched: Match::Id }));
        found
    }

    /// Everything that has exactly this folded name, the best match first, then in order of nodes;
    /// unlike [`Graph::named`], nothing by its id or a title.
    ///
    /// # Complexity
    /// O(log names).
    pub fn called(&self, folded: &str) -> Vec<Candidate> {
        self.candidates(folded)
    }

    /// The folded names that sound so and whose vowels differ by so many letters at most, each
    /// once, by their letters: those that [`Graph::called`] knows, and perhaps one that means
    /// nobody any more.
    ///
    /// # Complexity
    /// O(log names), O(1) for each name that sounds so, and reading those whose vowels fit. A graph
    /// in memory sorts its names the first time.
    pub fn names_sounding(&self, sound: Sound, vowels: usize) -> Vec<&str> {
        match &self.0 {
            Backing::Built(graph) => graph.names_sounding(sound, vowels),
            Backing::Stored(graph) => graph.names_sounding(sound, vowels),
            Backing::Overlaid(graph) => graph.names_sounding(sound, vowels),
            Backing::Past(graph) => graph.below().names_sounding(sound, vowels),
        }
    }

    fn candidates(&self, folded: &str) -> Vec<Candidate> {
        match &self.0 {
            Backing::Built(graph) => graph.names.find(folded),
            Backing::Stored(graph) => graph.candidates(folded),
            Backing::Overlaid(graph) => graph.candidates(folded),
            Backing::Past(graph) => graph.candidates(folded),
        }
    }

    /// Those whom a name with a title means, if they bear it: "foreign minister kuleba".
    fn titled(&self, folded: &str) -> Vec<Candidate> {
        let bears = |node: NodeId, wanted: &str| {
            self.relations_from(node, RelationKind::Serves).iter().any(|office| {
                let Columns::Serves { title, .. } = &office.columns else { return false };
                let title = fold(title);
                wanted.split(' ').all(|word| title.split(' ').any(|other| other == word))
            })
        };
        let mut name = folded;
        while let Some((_, rest)) = name.split_once(' ') {
            name = rest;
            let title = folded[..folded.len() - name.len()].trim_end();
            let mut found = self.candidates(name);
            found.retain(|it| it.matched <= Match::Alias && bears(it.node, title));
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Those whom a surname with another form of their given name means: "tony blinken".
    fn shortly(&self, folded: &str) -> Vec<Candidate> {
        let (Some((given, _)), Some((_, surname))) =
            (folded.split_once(' '), folded.rsplit_once(' '))
        else {
            return Vec::new();
        };
        let mut found = self.candidates(surname);
        found.retain(|it| {
            let node = self.node(it.node);
            let known = fold(&node.label);
            let known = known.split(' ').next().unwrap_or_default();
            node.kind() == NodeKind::Person
                && it.matched <= Match::Alias
                && identity::are_forms_of_one(given, known)
        });
        found
    }

    /// Every name that [`Graph::named`] knows, folded, with its node: for suggestions.
    pub fn names(&self) -> impl Iterator<Item = (&str, NodeId, Match)> {
        self.names_from("")
    }

    /// The same from the first name on that does not lie before some letters, by letters.
    ///
    /// # Complexity
    /// O(log names), then O(1) each; beyond a generation O(names) the first time. At an earlier time
    /// O(relations of the node) each the first time, up to one that was known.
    pub fn names_from<'g>(
        &'g self,
        folded: &str,
    ) -> Box<dyn Iterator<Item = (&'g str, NodeId, Match)> + 'g> {
        match &self.0 {
            Backing::Built(graph) => Box::new(graph.names.from(folded)),
            Backing::Stored(graph) => Box::new(graph.names_from(folded)),
            Backing::Overlaid(graph) => Box::new(graph.names_from(folded)),
            Backing::Past(graph) => Box::new(graph.names_from(folded)),
        }
    }
}
