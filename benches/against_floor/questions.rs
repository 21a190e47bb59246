//! The eight questions, through the public interface.

use crate::Figure;
use crate::data::{Data, Expected};
use crate::measure::{median, throughput};
use chancery::{About, Day, Generation, NodeId, Scratch};

/// Day 0 of the questions.
const FIRST: &str = "2005-01-01";
const SEEDS: usize = 100_000;

/// Numbers as the floor draws them (`SplitMix64`).
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from((u128::from(mixed) * limit as u128) >> 64).expect("it is below a usize")
    }
}

/// All questions: checked first, then measured.
pub(crate) fn ask(generation: &Generation, data: &Data, expected: &Expected) -> Vec<Figure> {
    let view = generation.view();
    let first = Day::of(FIRST.parse().expect("a day"));
    let day = |days: u32| first.plus(u16::try_from(days).unwrap_or(u16::MAX));
    let node = |number: u32| data.node(number);
    let number = |node: NodeId| i64::from(data.number(node));
    let mut scratch = Scratch::default();
    let mut figures = Vec::new();
    let mut put = |name, ours, theirs, wrong| figures.push(Figure { name, ours, theirs, wrong });
    // Answers are written out as rows, as the floor does.
    let mut attended: Vec<(NodeId, u32)> = Vec::new();
    let mut said: Vec<(NodeId, u32, About)> = Vec::new();
    let mut about: Vec<(NodeId, u32)> = Vec::new();
    let mut met: Vec<(NodeId, u32, NodeId)> = Vec::new();
    let dated = |event: NodeId, day: u32| i64::from(day != first.plus(data.day(event)).number());

    macro_rules! who_attended {
        ($meeting:expr) => {{
            attended.clear();
            let row = view.who_attended($meeting);
            let status = row.tags.iter().map(|tag| u32::from(*tag));
            attended.extend(row.nodes.iter().copied().zip(status));
        }};
    }
    macro_rules! said_by {
        ($speaker:expr) => {{
            said.clear();
            said.extend(
                view.said_by($speaker).iter().map(|it| (it.statement, it.day.number(), it.about)),
            );
        }};
    }
    macro_rules! said_about {
        ($speaker:expr, $about:expr) => {{
            about.clear();
            let found = view.said_by_about($speaker, $about);
            about.extend(found.map(|(statement, day)| (statement, day.number())));
        }};
    }
    macro_rules! meetings {
        ($actor:expr, $from:expr, $to:expr) => {{
            met.clear();
            view.met($actor, ($from, $to), |meeting, day, other| {
                met.push((meeting, day.number(), other))
            });
        }};
    }

    let seeds = data.seeds("q1");
    let wrong = expected.wrong("q1", seeds, |seed| {
        who_attended!(node(seed[0]));
        let days = view.who_attended(node(seed[0])).days;
        let late: i64 = days.iter().map(|day| dated(node(seed[0]), day.number())).sum();
        (attended.len() as i64, attended.iter().map(|it| number(it.0)).sum::<i64>() + late)
    });
    put("q1 who attended", median(seeds, |seed| who_attended!(node(seed[0]))), "q1", wrong);

    let seeds = data.seeds("q2");
    let wrong = expected.wrong("q2", seeds, |seed| {
        said_by!(node(seed[0]));
        let late: i64 = said.iter().map(|it| dated(it.0, it.1)).sum();
        let row = |it: &(NodeId, u32, About)| number(it.0) + it.2.one().map_or(0, number);
        (said.len() as i64, said.iter().map(row).sum::<i64>() + late)
    });
    put("q2 said by", median(seeds, |seed| said_by!(node(seed[0]))), "q2", wrong);

    let seeds = data.seeds("q3");
    let wrong = expected.wrong("q3", seeds, |seed| {
        said_about!(node(seed[0]), node(seed[1]));
        let late: i64 = about.iter().map(|it| dated(it.0, it.1)).sum();
        let sum: i64 = about.iter().map(|it| number(it.0) + i64::from(seed[1])).sum();
        (about.len() as i64, sum + late)
    });
    let ours = median(seeds, |seed| said_about!(node(seed[0]), node(seed[1])));
    put("q3 said by, about", ours, "q3", wrong);

    let seeds = data.seeds("q4");
    let wrong = expected.wrong("q4", seeds, |seed| {
        meetings!(node(seed[0]), day(seed[1]), day(seed[2]));
        let late: i64 = met.iter().map(|it| dated(it.0, it.1)).sum();
        (met.len() as i64, met.iter().map(|it| number(it.0) + number(it.2)).sum::<i64>() + late)
    });
    let ours = median(seeds, |seed| meetings!(node(seed[0]), day(seed[1]), day(seed[2])));
    put("q4 met in a window", ours, "q4_inline", wrong);

    let seeds = data.seeds("q5");
    let rank = |node: NodeId| data.number(node);
    let wrong = expected.wrong("q5", seeds, |seed| {
        let most = view.most_met_by(node(seed[0]), 10, &mut scratch, rank);
        (most.len() as i64, most.iter().map(|it| number(it.0) + i64::from(it.1)).sum())
    });
    let ours = median(seeds, |seed| {
        std::hint::black_box(view.most_met(node(seed[0]), 10, &mut scratch));
    });
    put("q5 most met", ours, "q5_inline", wrong);

    let seeds = data.seeds("q6");
    let mut within = |seed: &[u32], steps| view.count_within(node(seed[0]), steps, &mut scratch);
    let wrong = expected.wrong("q6", seeds, |seed| (1, within(seed, 3) as i64));
    put("q6 three hops", median(seeds, |seed| _ = within(seed, 3)), "q6", wrong);
    let seeds = data.seeds("q8");
    let wrong = expected.wrong("q8", seeds, |seed| (1, within(seed, u32::MAX) as i64));
    let everything = (median(seeds, |seed| _ = within(seed, u32::MAX)), wrong);

    let seeds = data.seeds("q7");
    let mut far = |seed: &[u32]| {
        let path = view.shortest_path(node(seed[0]), node(seed[1]), &mut scratch);
        path.map_or(-1, |path| path.len() as i64 - 1)
    };
    let wrong = expected.wrong("q7", seeds, |seed| (1, far(seed)));
    put("q7 shortest path", median(seeds, |seed| _ = far(seed)), "q7", wrong);
    put("q8 everything", everything.0, "q8", everything.1);

    // Many in a row, drawn as the floor draws them.
    let mut drawn = Drawn(99);
    let meetings: Vec<NodeId> =
        (0..SEEDS).map(|_| node(data.attended[1][drawn.below(data.attended[1].len())])).collect();
    let speakers: Vec<(NodeId, NodeId)> = (0..SEEDS)
        .map(|_| drawn.below(data.said[0].len()))
        .map(|i| (node(data.said[0][i]), node(data.about[i])))
        .collect();
    let windows: Vec<(NodeId, Day, Day)> = (0..SEEDS)
        .map(|_| drawn.below(data.attended[0].len()))
        .map(|i| (node(data.attended[0][i]), data.attended[2][i]))
        .map(|(who, at)| (who, day(at.saturating_sub(90)), day(at + 90)))
        .collect();
    let ours = throughput(SEEDS, |i| who_attended!(meetings[i]));
    put("q1, many in a row", ours, "cold_q1_ns", 0);
    let ours = throughput(SEEDS, |i| said_by!(speakers[i].0));
    put("q2, many in a row", ours, "cold_q2_ns", 0);
    let ours = throughput(SEEDS, |i| said_about!(speakers[i].0, speakers[i].1));
    put("q3, many in a row", ours, "cold_q3_ns", 0);
    let ours = throughput(SEEDS, |i| meetings!(windows[i].0, windows[i].1, windows[i].2));
    put("q4, many in a row", ours, "cold_q4_inline_ns", 0);
    let ours = throughput(SEEDS, |i| {
        std::hint::black_box(view.most_met(windows[i].0, 10, &mut scratch));
    });
    put("q5, many in a row", ours, "cold_q5_inline_ns", 0);
    figures
}
