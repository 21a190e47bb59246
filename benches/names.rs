//! Names in sorted columns, as a generation has them, beside the same names in an `fst`.
//!
//! ```sh
//! cargo bench --bench names -- 1000000
//! ```
//!
//! So many made-up people are published in a generation, and every name that may be typed for them
//! is put into an `fst::Map` as well, which is read into memory while the generation is mapped. Then each is asked for
//! names as they are, for the first ten of a beginning, and for all within one edit. *First* is the
//! first question after it was opened, the median of ten; *then* the median of two hundred, each the
//! best of three.

#![allow(clippy::cast_precision_loss, reason = "figures to be printed")]

use chancery::{
    Archive, DocumentInfo, Entity, EntityId, Facts, Graph, Mention, Report, Sound, Span,
};
use fst::automaton::{Levenshtein, Str};
use fst::{Automaton, IntoStreamer, Map, MapBuilder, Streamer};
use std::error::Error;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{BufWriter, Write, stdout};
use std::path::Path;
use std::time::Instant;

const PARTS: [&str; 32] = [
    "la", "vro", "ze", "len", "sky", "ko", "ma", "ri", "tch", "an", "bo", "du", "el", "fi", "go",
    "ha", "is", "ju", "kha", "mi", "no", "os", "pe", "ra", "shi", "ta", "ur", "ve", "wa", "ya",
    "zu", "tsov",
];
/// How many names are asked for.
const ASKED: usize = 200;

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(20_000);
    let folder = std::env::temp_dir().join(format!("chancery-{}-names-fst", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let mut archive = Archive::open_or_create(&folder)?;
    archive.add(people(count)?)?;
    archive.publish()?;
    drop(archive);
    let place = folder.join("names.fst");
    let archive = Archive::open(&folder)?;
    let (asked, columns) = put(archive.graph(), &place)?;
    let mut page = stdout().lock();
    writeln!(
        page,
        "names of {count} people: {} in {} bytes, {} beside them",
        columns.0, columns.1, columns.2
    )?;
    writeln!(page, "{} bytes in an fst", fs::metadata(&place)?.len())?;
    for (of, asked) in [("full", &asked[0]), ("surname", &asked[1])] {
        for (what, of_graph, of_fst) in WAYS {
            let (mut first, mut first_fst) = (Vec::new(), Vec::new());
            for name in asked.iter().step_by(ASKED / 10) {
                let archive = Archive::open(&folder)?;
                let (graph, map) = (archive.graph(), read(&place)?);
                first.push(timed(|| of_graph(graph, name)));
                first_fst.push(timed(|| of_fst(&map, name)));
            }
            let (graph, map) = (archive.graph(), read(&place)?);
            let mut wrong = 0;
            let (mut then, mut then_fst) = (Vec::new(), Vec::new());
            for name in asked {
                let (mut a, mut b) = (0, 0);
                then.push(best_of_three(|| a = of_graph(graph, name)));
                then_fst.push(best_of_three(|| b = of_fst(&map, name)));
                wrong += usize::from(a != b);
            }
            writeln!(
                page,
                "{of:<8}{what:<18} first {:>8.1} µs, fst {:>8.1} µs; then {:>8.2} µs, \
                 fst {:>8.2} µs; {wrong} of {} differ",
                median(&mut first),
                median(&mut first_fst),
                median(&mut then),
                median(&mut then_fst),
                asked.len()
            )?;
        }
    }
    drop(page);
    fs::remove_dir_all(&folder)?;
    Ok(())
}

type OfGraph = fn(&Graph, &str) -> usize;
type OfFst = fn(&Map<Vec<u8>>, &str) -> usize;

const WAYS: [(&str, OfGraph, OfFst); 3] = [
    (
        "as it is",
        |graph, name| graph.called(name).len().min(1),
        |map, name| usize::from(map.get(name).is_some()),
    ),
    (
        "ten that begin so",
        |graph, name| graph.names_from(begin(name)).take(10).count(),
        |map, name| {
            let mut stream = map.search(Str::new(begin(name)).starts_with()).into_stream();
            std::iter::from_fn(|| stream.next().map(|_| ())).take(10).count()
        },
    ),
    (
        "within one edit",
        |graph, name| {
            let slip = slip(name);
            within_one(graph, &slip)
        },
        |map, name| {
            let slip = slip(name);
            let Ok(near) = Levenshtein::new(&slip, 1) else { return 0 };
            let mut stream = map.search(near).into_stream();
            std::iter::from_fn(|| stream.next().map(|_| ())).count()
        },
    ),
];

fn begin(name: &str) -> &str {
    name.get(..5).unwrap_or(name)
}

/// The name with a letter left out.
fn slip(name: &str) -> String {
    let mut name = name.to_owned();
    name.remove(name.len() / 2);
    name
}

/// The names that sound alike, or but for one sound, within one edit.
fn within_one(graph: &Graph, typed: &str) -> usize {
    let sound = Sound::of(typed);
    let sounds = [sound].into_iter().chain(sound.one_off());
    let mut found: Vec<&str> = sounds.flat_map(|it| graph.names_sounding(it, 1)).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().filter(|name| is_within_one(name, typed)).count()
}

fn is_within_one(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let begin = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[begin..], &b[begin..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    a.len() - end <= 1 && b.len() - end <= 1
}

fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let begun = Instant::now();
    black_box(work());
    begun.elapsed().as_secs_f64() * 1e6
}

fn best_of_three(mut work: impl FnMut()) -> f64 {
    (0..3).map(|_| timed(&mut work)).fold(f64::MAX, f64::min)
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Some full names and some surnames; and how many names there are, their bytes, and those of what
/// lies beside them.
type Put = ([Vec<String>; 2], (usize, usize, usize));

/// Puts every name into an `fst`.
fn put(graph: &Graph, place: &Path) -> Result<Put, Box<dyn Error>> {
    let mut names: Vec<&str> = graph.names().map(|(name, ..)| name).collect();
    let all = names.len();
    let bytes = names.iter().map(|name| name.len()).sum();
    names.dedup();
    let mut builder = MapBuilder::new(BufWriter::new(File::create(place)?))?;
    for (name, at) in names.iter().zip(0..) {
        builder.insert(name, at)?;
    }
    builder.finish()?;
    let some = |full: bool| {
        let of = |name: &&&str| name.is_ascii() && name.len() > 8 && name.contains(' ') == full;
        let step = names.iter().filter(of).count() / ASKED;
        let some = names.iter().filter(of).step_by(step.max(1)).take(ASKED);
        some.map(|name| (*name).to_owned()).collect()
    };
    // Where each begins; its sound, and the number of that.
    Ok(([some(true), some(false)], (all, bytes, all * (4 + 12))))
}

/// Read whole, which is not counted: mapping it would be code that nobody checks.
fn read(place: &Path) -> Result<Map<Vec<u8>>, Box<dyn Error>> {
    Ok(Map::new(fs::read(place)?)?)
}

/// Reports of so many people, a thousand in each.
fn people(count: usize) -> Result<Vec<Report>, Box<dyn Error>> {
    let mut state = 5_u64;
    let mut below = |bound: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % bound
    };
    let mut word = || {
        let parts = 3 + below(2);
        let word: String = (0..parts).map(|_| PARTS[below(PARTS.len())]).collect();
        word[..1].to_uppercase() + &word[1..]
    };
    let mut person = |number: usize| -> Result<Entity, Box<dyn Error>> {
        let id: EntityId = format!("person:n{number}").parse()?;
        let name = format!("{} {}", word(), word());
        let mentions = vec![Mention::from(Span::new(0, 4))];
        Ok(Entity { id, name, mentions, same_as: Vec::new(), confidence: None })
    };
    let mut reports = Vec::new();
    for document in 0..count.div_ceil(1000) {
        let mut facts = Facts::empty(DocumentInfo::named(format!("d{document}").parse()?));
        for at in 0..1000 {
            facts.entities.push(person(document * 1000 + at)?);
        }
        reports.push(Report::new(facts, "they met")?);
    }
    Ok(reports)
}
