use super::*;
use crate::tagger::crc32;

const ARTICLE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/data/articles/us-russia-talks-2025-02-18.txt"
));

fn embedded_bytes() -> Vec<u8> {
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/network/network.bin")).to_vec()
}

/// Source, cue and content of what is marked in a text, in order.
#[track_caller]
fn check(text: &str, expected: &[(Part, &str)]) {
    let sights = sights(text);
    let marks = Network::embedded().read(&sights);
    let found: Vec<(Part, &str)> = marks
        .who_said
        .iter()
        .map(|mark| {
            let (first, last) = (sights[mark.words.start].span, sights[mark.words.end - 1].span);
            (mark.part, text[first.start()..last.end()].trim_matches(['.', ',', '“', '”']))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_said_is_marked() {
    use Part::{Content, Cue, Source};
    check(
        "The minister said on Friday that the talks had failed.",
        &[(Source, "The minister"), (Cue, "said"), (Content, "the talks had failed")],
    );
    check(
        "“We are close to a deal,” Lee told reporters.",
        &[(Content, "We are close to a deal"), (Source, "Lee"), (Cue, "told")],
    );
    check("The delegation arrived in Geneva on Monday.", &[]);
}

fn scores(network: &Network, level: Level, sights: &[Sight]) -> Vec<i32> {
    let mut all = Vec::new();
    let see = |words: Range<usize>| sights[words].to_vec();
    encoder::scores(&network.weights, level, sights.len(), see, |scores| {
        all.extend_from_slice(scores);
    });
    all
}

#[test]
fn every_level_marks_the_same() {
    let sights = sights(&ARTICLE.repeat(4));
    let network = Network::embedded();
    let plain = scores(network, Level::PLAIN, &sights);
    for level in Level::all() {
        assert!(scores(network, level, &sights) == plain, "{level:?} differs");
    }
}

/// Long texts are read in stretches, whose seams leave little trace: what memories hold is cut off
/// there, and some of it comes from far away.
#[test]
fn a_word_is_marked_by_what_stands_around_it() {
    let sights = sights(&ARTICLE.repeat(20));
    let network = Network::embedded();
    let (all, reach) = (network.weights.labels(), network.weights.reach());
    let whole = scores(network, Level::best(), &sights);
    for cut in [1, 100, encoder::STRETCH - 1, encoder::STRETCH + 1, 4000] {
        let part = scores(network, Level::best(), &sights[cut..]);
        let best = |scores: &[i32]| {
            let most = scores.iter().max().copied();
            scores.iter().position(|score| Some(*score) == most)
        };
        let words = whole[(cut + reach) * all..].chunks(all).zip(part[reach * all..].chunks(all));
        let (mut other, mut count) = (0, 0);
        for (whole, part) in words {
            count += 1;
            other += usize::from(best(&whole[..SIZES[0]]) != best(&part[..SIZES[0]]));
        }
        assert!(50 * other < count, "{other} of {count} words differ without the first {cut}");
    }
}

#[test]
fn any_text_at_all_is_read() {
    for text in ["", "“", "é", "\u{200f}", "''''''''", &"said ".repeat(5000), &"“a” ".repeat(3000)]
    {
        let sights = sights(text);
        let marks = Network::embedded().read(&sights);
        assert!(marks.who_said.iter().all(|mark| mark.words.end <= sights.len()));
    }
}

#[test]
fn damaged_weights_are_refused() {
    let whole = embedded_bytes();
    assert!(Network::from_bytes(&whole).is_ok());
    for cut in [0, 3, 4, 7, 100, whole.len() / 2, whole.len() - 1] {
        assert!(Network::from_bytes(&whole[..cut]).is_err(), "cut at {cut}");
    }
    for at in [9, 1000, whole.len() / 2, whole.len() - 2] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        let found = Network::from_bytes(&flipped);
        assert!(matches!(found, Err(WeightsError::Damaged { .. })), "flipped at {at}");
    }
    assert!(matches!(Network::from_bytes(b"GIF89a"), Err(WeightsError::Foreign)));
    let mut newer = whole;
    newer[4] = 9;
    assert!(matches!(Network::from_bytes(&newer), Err(WeightsError::OtherVersion { found: 9 })));
}

/// A file of sixteen channels, rows of four, one table, a convolution, a memory and two words, without its
/// checksum.
fn small_file() -> Vec<u8> {
    let mut file = b"CHNW".to_vec();
    for number in [2_u16, 16, 4, 1, 2, 2, 1, 0, 4, 7, 3, 7, 6] {
        file.extend(number.to_le_bytes());
    }
    file.extend(2_u32.to_le_bytes());
    file.extend([5, 0x80, 1]); // hashes 5 and 133
    file.extend([1; 3 * 4]);
    let matrix = |file: &mut Vec<u8>, inputs: usize, outputs: usize| {
        file.extend(vec![3; inputs * outputs]);
        for value in [7_i32, 9, 11] {
            file.extend(value.to_le_bytes().repeat(outputs));
        }
    };
    let norm = |file: &mut Vec<u8>| file.extend(300_i32.to_le_bytes().repeat(32));
    matrix(&mut file, 4, 16);
    file.extend([2; 2 * 16]);
    norm(&mut file);
    matrix(&mut file, 48, 16);
    norm(&mut file);
    matrix(&mut file, 16, 16);
    matrix(&mut file, 16, 16);
    norm(&mut file);
    matrix(&mut file, 16, 32);
    file.extend(0_i32.to_le_bytes().repeat(49));
    file
}

#[test]
fn weights_that_contradict_themselves_are_refused_or_do_no_harm() {
    let whole = small_file();
    let summed = |mut file: Vec<u8>| {
        file.extend(crc32(&file).to_le_bytes());
        file
    };
    let sights = sights("The talks ended, Lee said.");
    assert!(Network::from_bytes(&summed(whole.clone())).is_ok());
    for at in 6..whole.len() {
        assert!(Network::from_bytes(&summed(whole[..at].to_vec())).is_err(), "cut at {at}");
        for value in [0, 1, 3, 63, 64, 127, 128, 255] {
            let mut changed = whole.clone();
            changed[at] = value;
            if let Ok(network) = Network::from_bytes(&summed(changed)) {
                let marks = network.read(&sights);
                assert!(marks.who_said.len() <= sights.len(), "{value} at {at}");
            }
        }
    }
}
