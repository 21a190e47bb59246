//! The words of a sentence in short, by which one that is printed again is known.

use crate::Report;
use chancery_model::Meeting;

/// Words of a sentence that tell it from others, at least.
const WORDS: usize = 12;

/// The sentence with the first words for a meeting, and where in it they stand, as a digest; none of
/// a short one, which may well be written again of something else.
pub(super) fn of(report: &Report, meeting: &Meeting) -> Option<String> {
    let (before, rest) = sentence(report, meeting)?;
    let words = || before.split_whitespace().chain(rest.split_whitespace());
    if words().count() < WORDS {
        return None;
    }
    let at = before.split_whitespace().count();
    // FNV-1a: the same on every machine.
    let bytes = words().flat_map(|word| word.bytes().chain([b' ']));
    let digest = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Some(format!("{digest:016x}-{at}"))
}

/// That sentence: what stands before the words for the meeting, and the rest from them on.
pub(super) fn sentence<'r>(report: &'r Report, meeting: &Meeting) -> Option<(&'r str, &'r str)> {
    let text = report.text();
    let span = meeting.mentions.iter().map(|it| it.span).min()?;
    let (before, rest) = (text.get(..span.start())?, text.get(span.start()..)?);
    let ends = |text: &str, at: usize| {
        let mut left = text[..at].chars().rev();
        // "U.S. business", "J. Lee" go on; "talks with NATO." ends.
        let short = left.next().is_some_and(char::is_uppercase)
            && !left.next().is_some_and(char::is_alphabetic);
        let right = text[at + 1..].trim_start_matches(['”', '"', '’', ')']);
        let is_stop = !text[at..].starts_with('.')
            || right.chars().next().is_none_or(char::is_whitespace) && !short;
        is_stop.then_some(at)
    };
    let stops = ['.', '\n', '?', '!'];
    let start = before.rmatch_indices(stops).find_map(|(at, _)| ends(before, at));
    let start = start.map_or(0, |at| at + 1);
    let end = rest.match_indices(stops).find_map(|(at, _)| ends(rest, at)).unwrap_or(rest.len());
    Some((&before[start..], &rest[..end]))
}
