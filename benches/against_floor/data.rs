use chancery::{EntityId, Generation, NodeId, NodeKind, NodeName};
use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// An actor's id from its name alone, without judging that two spellings are one.
pub(crate) fn as_it_stands(name: &str) -> EntityId {
    let name: String = name.chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect();
    format!("organization:{name}").parse().unwrap_or_else(|error| panic!("{error}"))
}

/// The questions of one growth, and what they are about.
///
/// The floor's numbers: actors by first appearance, then meetings and then statements by line.
pub(crate) struct Data {
    /// Our node of each of the floor's numbers, and the other way.
    nodes: Vec<NodeId>,
    numbers: Vec<u32>,
    /// The day of each of the floor's numbers that is a meeting or statement.
    days: Vec<u16>,
    seeds: HashMap<String, Vec<Vec<u32>>>,
    actors: Vec<NodeName>,
    statements_from: u32,
    /// Actor, meeting, day.
    pub(crate) attended: [Vec<u32>; 3],
    /// Actor, statement, day; and what each statement is about.
    pub(crate) said: [Vec<u32>; 3],
    pub(crate) about: Vec<u32>,
    pub(crate) relations: usize,
}

impl Data {
    pub(crate) fn read(folder: &Path, generation: &Generation) -> Result<Self, Box<dyn Error>> {
        let view = generation.view();
        let actors = fs::read_to_string(folder.join("actors.csv"))?;
        let mut nodes = Vec::with_capacity(view.node_count());
        let mut names = Vec::new();
        for line in actors.lines().skip(1) {
            let (_, name) = line.split_once(',').ok_or("an actor has two columns")?;
            let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
            let name = name.ok_or("a name stands in quotation marks")?.replace("\"\"", "\"");
            let id = as_it_stands(&name);
            let node = generation.find(id.as_str());
            names.push(NodeName::from(&id));
            nodes.push(node.ok_or_else(|| format!("{name} is lost"))?);
        }
        let mut statements_from = 0;
        for kind in [NodeKind::Meeting, NodeKind::Statement] {
            statements_from = u32::try_from(nodes.len())?;
            let ids = view.nodes(kind);
            let line = |node: &NodeId| generation.line(*node);
            let mut events: Vec<NodeId> = view.ids(kind).collect();
            assert_eq!(events.len(), ids.len());
            events.sort_by_cached_key(line);
            nodes.extend(events);
        }
        let mut numbers = vec![0; nodes.len()];
        for (number, node) in (0_u32..).zip(&nodes) {
            numbers[node.index()] = number;
        }
        let attended = columns(&folder.join("attended.csv"))?;
        let said: [Vec<u32>; 3] = columns(&folder.join("said.csv"))?;
        let [statements, about, _] = columns(&folder.join("about.csv"))?;
        assert_eq!(statements, said[1], "each statement is about one");
        let mut days = vec![u16::MAX; nodes.len()];
        for [_, events, dates] in [&attended, &said] {
            for (event, day) in events.iter().zip(dates) {
                days[*event as usize] = u16::try_from(*day)?;
            }
        }
        let mut seeds: HashMap<String, Vec<Vec<u32>>> = HashMap::new();
        for line in fs::read_to_string(folder.join("seeds.txt"))?.lines() {
            let (question, rest) = line.split_once(' ').ok_or("a seed has a question")?;
            let seed = rest.split(' ').map(str::parse).collect::<Result<_, _>>()?;
            seeds.entry(question.to_owned()).or_default().push(seed);
        }
        let relations = view.relation_count();
        Ok(Self {
            nodes,
            numbers,
            days,
            seeds,
            actors: names,
            statements_from,
            attended,
            said,
            about,
            relations,
        })
    }

    /// The actors' names, by the floor's numbers.
    pub(crate) fn actors(&self) -> &[NodeName] {
        &self.actors
    }

    /// The floor's number of the first statement.
    pub(crate) const fn statements_from(&self) -> u32 {
        self.statements_from
    }

    pub(crate) fn node(&self, number: u32) -> NodeId {
        self.nodes[number as usize]
    }

    pub(crate) fn number(&self, node: NodeId) -> u32 {
        self.numbers[node.index()]
    }

    /// The day of an event by the table, counted from 2005-01-01.
    pub(crate) fn day(&self, event: NodeId) -> u16 {
        self.days[self.number(event) as usize]
    }

    pub(crate) fn seeds(&self, question: &str) -> &[Vec<u32>] {
        self.seeds.get(question).map_or(&[], Vec::as_slice)
    }
}

/// The first columns of a file of numbers with a heading.
fn columns<const N: usize>(path: &Path) -> Result<[Vec<u32>; N], Box<dyn Error>> {
    let bytes = fs::read(path)?;
    let mut columns = std::array::from_fn(|_| Vec::with_capacity(bytes.len() / 20));
    for line in bytes.split(|byte| *byte == b'\n').skip(1).filter(|line| !line.is_empty()) {
        let mut fields = line.split(|byte| *byte == b',');
        for column in &mut columns {
            let digits = fields.next().ok_or("a row is too short")?;
            column.push(digits.iter().fold(0, |n, digit| n * 10 + u32::from(digit - b'0')));
        }
    }
    Ok(columns)
}

/// What every question must answer: rows, and a sum over them.
pub(crate) struct Expected(HashMap<(String, usize), (i64, i64)>);

impl Expected {
    pub(crate) fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut all = HashMap::new();
        for line in fs::read_to_string(folder.join("expected.txt"))?.lines() {
            let mut fields = line.split(' ');
            let mut next = || fields.next().ok_or("an answer has four fields");
            let key = (next()?.to_owned(), next()?.parse()?);
            all.insert(key, (next()?.parse()?, next()?.parse()?));
        }
        Ok(Self(all))
    }

    /// How many answers are not what they must be, of those that the floor gave: on a slow machine
    /// it leaves some out.
    pub(crate) fn wrong(
        &self,
        question: &str,
        seeds: &[Vec<u32>],
        mut answer: impl FnMut(&[u32]) -> (i64, i64),
    ) -> usize {
        let wrong = |(i, seed): &(usize, &Vec<u32>)| {
            let right = self.0.get(&(question.to_owned(), *i));
            right.is_some_and(|right| *right != answer(seed))
        };
        seeds.iter().enumerate().filter(wrong).count()
    }
}
