//! From what people type to nodes of a graph.

pub(crate) mod lexicon;
pub(crate) mod office;
mod similar;

use crate::QuestionError;
use crate::error::Named;
use crate::roles::Roles;
use chancery_graph::{Graph, Match, Node, NodeId, NodeKind};
use chancery_model::{Date, fold};
use similar::similar;

/// What a typed name means in a graph.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution<'g> {
    /// Exactly this.
    One(&'g Node),
    /// This, though nothing is called exactly so: another spelling, a slip, or the office that
    /// somebody holds. Whoever uses it says so.
    Taken(&'g Node),
    /// One of these, the best match first.
    Many(Vec<&'g Node>),
    /// Nothing. These have similar names, the most similar first.
    None(Vec<&'g Node>),
}

/// How many candidates and similar names are listed.
const MOST: usize = 5;

/// What names mean in one graph, on one day.
///
/// ```
/// use chancery_graph::Graph;
/// use chancery_query::{Names, Resolution};
/// let graph = Graph::default();
/// let names = Names::of(&graph).on("2022".parse()?);
/// assert_eq!(names.resolve("the Russian foreign minister", &[]), Resolution::None(vec![]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Names<'g> {
    graph: &'g Graph,
    on: Option<Date>,
}

impl<'g> Names<'g> {
    /// The names of a graph; offices as they are told latest.
    pub const fn of(graph: &'g Graph) -> Self {
        Self { graph, on: None }
    }

    /// Offices as they were on this day, in this month or year.
    #[must_use]
    pub const fn on(mut self, day: Date) -> Self {
        self.on = Some(day);
        self
    }

    /// The graph whose names they are.
    pub(crate) const fn graph(&self) -> &'g Graph {
        self.graph
    }

    /// The day on which offices are looked up.
    pub(crate) const fn day(&self) -> Option<Date> {
        self.on
    }

    /// Finds what is meant by a name as people type it: a full name, a surname, an alias from the
    /// text, a state's name, adjective or code, an organization's abbreviation, an id; an office
    /// ("the Russian foreign minister"); another spelling (Zelensky, Zelenskyy; Kiev, Kyiv) or a
    /// slip of the keyboard. Case, accents and full stops do not count.
    ///
    /// Only nodes of the given kinds are considered, all of them if none is given. The best kind
    /// of match decides (see [`Match`]); where that leaves several, they are all candidates. It
    /// never guesses between them.
    ///
    /// # Complexity
    /// O(log names) where something is called so, and for each of some hundred sounds where
    /// nothing is. A graph in memory sorts its names once, when the first one is not found.
    pub fn resolve(&self, typed: &str, kinds: &[NodeKind]) -> Resolution<'g> {
        let called = self.called(typed, kinds);
        match called[..] {
            [one] => return Resolution::One(one),
            [] => {}
            _ => match likeliest(&called) {
                Some(one) => return Resolution::Taken(one),
                None => return Resolution::Many(called),
            },
        }
        let folded = fold(typed);
        if let Some(node) = self.known_elsewhere(&folded, kinds) {
            return Resolution::One(node);
        }
        let persons = kinds.is_empty() || kinds.contains(&NodeKind::Person);
        if persons && let Some(office) = office::office(self, &folded) {
            let holders = office::holders(self.graph, &office, self.on);
            match holders[..] {
                [one] => return Resolution::Taken(one),
                [] => {}
                _ => return Resolution::Many(holders),
            }
        }
        self.similar_to(&folded, kinds)
    }

    /// [`Names::resolve`] for those who cannot go on without exactly one, and tell themselves which.
    pub fn named(&self, typed: &str, kinds: &[NodeKind]) -> Result<&'g Node, QuestionError> {
        match self.resolve(typed, kinds) {
            Resolution::One(node) | Resolution::Taken(node) => Ok(node),
            Resolution::Many(nodes) => Err(QuestionError::AmbiguousName {
                typed: shortened(typed),
                candidates: all_named(self.graph, &nodes),
            }),
            Resolution::None(nodes) => Err(QuestionError::UnknownName {
                typed: shortened(typed),
                nearest: all_named(self.graph, &nodes),
            }),
        }
    }

    /// What is called exactly so, if it is one thing.
    pub(crate) fn exactly(&self, typed: &str, kinds: &[NodeKind]) -> Option<&'g Node> {
        match self.called(typed, kinds)[..] {
            [one] => Some(one),
            [] => self.known_elsewhere(&fold(typed), kinds),
            _ => None,
        }
    }

    /// Everything that is called so in some document, or has that id.
    pub(crate) fn called(&self, typed: &str, kinds: &[NodeKind]) -> Vec<&'g Node> {
        let graph = self.graph;
        let mut found = graph.named(typed);
        found.retain(|candidate| self.fits(candidate.node, kinds));
        let Some(best) = found.first().copied() else { return Vec::new() };
        if best.matched == Match::Id {
            return vec![graph.node(best.node)];
        }
        // A city's full name is often what its government is called, and neither is the better
        // guess.
        let kind = |node: NodeId| graph.node(node).kind();
        // Whoever types "France" does not mean Mendès-France.
        let surname_of_a_state =
            |node: NodeId| kind(best.node) == NodeKind::State && kind(node) == NodeKind::Person;
        let rivals = |matched: Match, node: NodeId| {
            best.matched == Match::Name
                && matched == Match::Alias
                && kind(node) != kind(best.node)
                && !surname_of_a_state(node)
        };
        found.retain(|other| other.matched == best.matched || rivals(other.matched, other.node));
        found.iter().map(|other| graph.node(other.node)).collect()
    }

    /// A state or an organization of the graph by a form that no document uses.
    pub(crate) fn known_elsewhere(&self, folded: &str, kinds: &[NodeKind]) -> Option<&'g Node> {
        let graph = self.graph;
        let folded = folded.strip_prefix("the ").unwrap_or(folded);
        let fits = |node: &NodeId| self.fits(*node, kinds);
        if let Some((code, _)) = lexicon::state(folded) {
            let node = graph.find(&format!("state:{code}").parse().ok()?).filter(fits);
            return node.map(|node| graph.node(node));
        }
        lexicon::organization(folded)?.iter().find_map(|form| {
            let found = graph.named(form).into_iter().find(|found| {
                found.matched <= Match::Name
                    && graph.node(found.node).kind() == NodeKind::Organization
                    && fits(&found.node)
            })?;
            Some(graph.node(found.node))
        })
    }

    /// What has a name much like it.
    fn similar_to(&self, folded: &str, kinds: &[NodeKind]) -> Resolution<'g> {
        let graph = self.graph;
        let found = similar(graph, folded, |node| self.fits(node, kinds));
        let nodes = || found.iter().take(MOST).map(|like| graph.node(like.node)).collect();
        let Some(best) = found.first() else {
            return Resolution::None(self.beginning(folded, kinds));
        };
        // The name of a state that no document tells of is no slip for another's.
        let known = lexicon::state(folded).is_some() || lexicon::organization(folded).is_some();
        let rival = found.get(1).is_some_and(|next| next.slips == best.slips);
        let letters = folded.chars().count();
        let sounds = !best.other_sound && letters >= 4 && 3 * best.slips <= letters;
        let clear = sounds || letters >= 6 && best.slips <= 2;
        if known || rival || !clear || best.matched == Match::Word {
            return Resolution::None(nodes());
        }
        Resolution::Taken(graph.node(best.node))
    }

    /// The first few whose names, or words in them, begin with what was typed.
    fn beginning(&self, folded: &str, kinds: &[NodeKind]) -> Vec<&'g Node> {
        if folded.chars().nth(2).is_none() {
            return Vec::new();
        }
        let names = self.graph.names_from(folded);
        let names = names.take_while(|(name, ..)| name.starts_with(folded));
        let mut nodes: Vec<NodeId> = Vec::new();
        for (_, node, _) in names {
            if nodes.len() == MOST {
                break;
            }
            if self.fits(node, kinds) && !nodes.contains(&node) {
                nodes.push(node);
            }
        }
        nodes.into_iter().map(|node| self.graph.node(node)).collect()
    }

    fn fits(&self, node: NodeId, kinds: &[NodeKind]) -> bool {
        kinds.is_empty() || kinds.contains(&self.graph.kind_of(node))
    }
}

/// Of several that are called alike, the one that is surely meant: all the others are told of in
/// passing only, or mostly are the same in a document that says less.
pub(crate) fn likeliest<'g>(nodes: &[&'g Node]) -> Option<&'g Node> {
    /// So often somebody is told of before others are passing.
    const OFTEN: usize = 20;
    let told = |node: &Node| node.passages.len();
    let one = nodes.iter().copied().max_by_key(|node| told(node))?;
    let others = nodes.iter().filter(|node| node.name != one.name);
    let passing = others.map(|node| told(node)).sum::<usize>();
    // Moscow is the city and the government, however often each is told of.
    let place = |node: &Node| node.kind() == NodeKind::Place;
    let alike = nodes.iter().all(|node| place(node) == place(one));
    let clear = alike && told(one) >= OFTEN && 4 * passing <= told(one);
    clear.then_some(one).or_else(|| fuller(nodes))
}

/// Of several of one surname, the only one whose full name is known, if each of the others is told
/// of by that surname alone, and less often: most likely the same, in a document that does not say.
fn fuller<'g>(nodes: &[&'g Node]) -> Option<&'g Node> {
    let only = |full: fn(&Node) -> bool| {
        let mut known = nodes.iter().filter(|node| full(node));
        Some((known.next()?, known.next().is_none()))
    };
    // Where documents mostly say no more than the surname, so does the label, and the id tells.
    let known = only(|node| node.label.contains(' '));
    let (one, true) = known.or_else(|| only(|node| node.name.to_string().contains('-')))? else {
        return None;
    };
    let persons = nodes.iter().all(|node| node.kind() == NodeKind::Person);
    let most = nodes
        .iter()
        .all(|node| node.name == one.name || 2 * node.passages.len() <= one.passages.len());
    (persons && most).then_some(*one)
}

/// [`Names::resolve`] for one name.
pub fn resolve<'g>(graph: &'g Graph, typed: &str, kinds: &[NodeKind]) -> Resolution<'g> {
    Names::of(graph).resolve(typed, kinds)
}

/// [`Names::named`] for one name.
pub fn named<'g>(
    graph: &'g Graph,
    typed: &str,
    kinds: &[NodeKind],
) -> Result<&'g Node, QuestionError> {
    Names::of(graph).named(typed, kinds)
}

pub(crate) fn all_named(graph: &Graph, nodes: &[&Node]) -> Vec<Named> {
    nodes.iter().map(|node| one_named(graph, node)).collect()
}

/// A node with what tells it from others of its name.
pub(crate) fn one_named(graph: &Graph, node: &Node) -> Named {
    let offices = Roles::default().of(node.name.clone());
    let latest = offices.answers(graph).max_by_key(|office| office.told.last_day());
    let mut known_for = latest.map_or_else(String::new, |office| match office.of {
        Some(of) if !office.title.contains(&of.label) => {
            format!("{} of {}, ", office.title, of.label)
        }
        _ => format!("{}, ", office.title),
    });
    let mut documents: Vec<_> = node.passages.iter().map(|passage| &passage.document).collect();
    documents.dedup();
    let many = documents.len();
    known_for.push_str(&many.to_string());
    known_for.push_str(if many == 1 { " document" } else { " documents" });
    Named { name: node.name.clone(), label: node.label.clone(), known_for }
}

/// What was typed, for an error: nobody reads a megabyte.
pub(crate) fn shortened(typed: &str) -> String {
    const MOST: usize = 80;
    match typed.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &typed[..end]),
        None => typed.to_owned(),
    }
}
