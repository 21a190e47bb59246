#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes them")]

use super::*;
use expect_test::{Expect, expect};

/// Each word with its part of speech, and below them the entities.
#[track_caller]
fn check(words: &str, expected: Expect) {
    let words: Vec<&str> = words.split(' ').collect();
    let tags = Tagger::embedded().tag(&words);
    let parts = words.iter().zip(&tags).map(|(word, tag)| format!("{word}/{}", tag.pos.name()));
    let named =
        entities(&tags).map(|(range, kind)| format!("{} {}", kind.name(), words[range].join(" ")));
    let (parts, named): (Vec<_>, Vec<_>) = (parts.collect(), named.collect());
    expected.assert_eq(&format!("{}\nnamed: {}", parts.join(" "), named.join(", ")));
}

#[test]
fn a_meeting_is_read() {
    check(
        "Secretary of State Antony Blinken met with Russian Foreign Minister Sergei Lavrov in Geneva on Friday .",
        expect![[r#"
            Secretary/NNP of/IN State/NNP Antony/NNP Blinken/NNP met/VBD with/IN Russian/JJ Foreign/NNP Minister/NNP Sergei/NNP Lavrov/NNP in/IN Geneva/NNP on/IN Friday/NNP ./.
            named: PER Antony Blinken, NORP Russian, PER Sergei Lavrov, GPE Geneva, DATE Friday"#]],
    );
}

/// Wrong and recorded as such: `invited` is a participle here, which only the verb to come gives away.
#[test]
fn a_past_tense_differs_from_a_participle() {
    check(
        "The minister invited to the talks said he had been told nothing .",
        expect![[r#"
            The/DT minister/NN invited/VBD to/IN the/DT talks/NNS said/VBD he/PRP had/VBD been/VBN told/VBN nothing/NN ./.
            named: "#]],
    );
}

#[test]
fn quotation_marks_of_all_kinds_are_marks() {
    check(
        "`` We agreed , '' Mr. Annan said . “ No , ” she replied .",
        expect![[r#"
            ``/`` We/PRP agreed/VBD ,/, ''/'' Mr./NNP Annan/NNP said/VBD ./. “/`` No/UH ,/, ”/'' she/PRP replied/VBD ./.
            named: PER Annan"#]],
    );
}

#[test]
fn a_shouted_headline_is_still_read() {
    check(
        "PRESIDENT PUTIN MEETS CHINESE LEADER IN BEIJING",
        expect![[r#"
            PRESIDENT/NNP PUTIN/NNP MEETS/VBZ CHINESE/JJ LEADER/NN IN/IN BEIJING/NNP
            named: PER PUTIN, NORP CHINESE, GPE BEIJING"#]],
    );
}

#[test]
fn a_title_case_headline_is_still_read() {
    check(
        "Deputy Secretary Sherman 's Call with Polish Deputy Foreign Minister Przydacz",
        expect![[r#"
            Deputy/NNP Secretary/NNP Sherman/NNP 's/POS Call/NNP with/IN Polish/JJ Deputy/NNP Foreign/NNP Minister/NNP Przydacz/NNP
            named: PER Sherman, NORP Polish, PER Przydacz"#]],
    );
}

#[test]
fn entities_are_ranges_of_words() {
    let words = ["Wendy", "Sherman", "left", "South", "Korea", "."];
    let found: Vec<_> = entities(&Tagger::embedded().tag(&words)).collect();
    assert_eq!(found, [(0..2, EntityKind::Person), (3..5, EntityKind::Place)]);
}

/// The sentences and labels are what `data/training/tag_linear.py` prints with the same weights.
#[test]
fn the_tagger_agrees_with_its_training() {
    for block in include_str!("tests/agreement.tsv").split_terminator("\n\n") {
        let rows: Vec<Vec<&str>> = block.lines().map(|line| line.split('\t').collect()).collect();
        let words: Vec<&str> = rows.iter().map(|row| row[0]).collect();
        for (row, tag) in rows.iter().zip(Tagger::embedded().tag(&words)) {
            assert_eq!(
                (row[1], row[2]),
                (tag.pos.name(), &*tag.entity.to_string()),
                "{} in {words:?}",
                row[0]
            );
        }
    }
}

#[test]
fn every_level_gives_the_same_labels() {
    let tagger = Tagger::embedded();
    for block in include_str!("tests/agreement.tsv").split_terminator("\n\n") {
        let words: Vec<&str> = block.lines().filter_map(|line| line.split('\t').next()).collect();
        let labels = Level::all().into_iter().map(|level| (level, tagger.tag_by(level, &words)));
        let expected = tagger.tag_by(Level::PLAIN, &words);
        for (level, labels) in labels {
            assert_eq!(labels, expected, "{level:?}: {words:?}");
        }
    }
}

#[test]
fn a_checksum_is_that_of_other_programs() {
    assert_eq!(weights::crc32(b""), 0);
    assert_eq!(weights::crc32(b"123456789"), 0xCBF4_3926);
    assert_eq!(weights::crc32(&[b'a'; 100]), 0xAF70_7A64);
}

#[test]
fn any_words_at_all_are_tagged() {
    let long = "é".repeat(1 << 20);
    let words = ["", &long, "\0", "😀", "北京", "ß", "-", "--", "1999", "\u{301}", "a-", "-b"];
    assert_eq!(Tagger::embedded().tag(&words).len(), words.len());
    assert_eq!(Tagger::embedded().tag(&[]), []);
}

#[test]
fn names_of_labels_lead_back_to_them() {
    for &pos in Pos::ALL {
        assert_eq!(Pos::from_name(pos.name()), Some(pos));
    }
    for name in ["O", "B-PER", "I-ORG", "B-GPE", "I-NORP", "B-DATE", "I-EVENT"] {
        assert_eq!(EntityTag::from_name(name).map(|tag| tag.to_string()).as_deref(), Some(name));
    }
    assert_eq!(EntityTag::from_name("B-"), None);
}

fn embedded_bytes() -> Vec<u8> {
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/tagger/linear.bin")).to_vec()
}

#[test]
fn damaged_weights_are_refused() {
    let whole = embedded_bytes();
    assert!(Tagger::from_bytes(&whole).is_ok());
    for cut in [0, 3, 4, 7, 100, whole.len() / 2, whole.len() - 1] {
        assert!(Tagger::from_bytes(&whole[..cut]).is_err(), "cut at {cut}");
    }
    for at in [9, 1000, whole.len() / 2, whole.len() - 2] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        assert!(
            matches!(Tagger::from_bytes(&flipped), Err(WeightsError::Damaged { .. })),
            "flipped at {at}"
        );
    }
    assert!(matches!(Tagger::from_bytes(b"GIF89a"), Err(WeightsError::Foreign)));
    let mut newer = whole;
    newer[4] = 9;
    assert!(matches!(Tagger::from_bytes(&newer), Err(WeightsError::OtherVersion { found: 9 })));
}

/// A file with two labels or three a task, one plain word and two features each, without its checksum.
fn small_file() -> Vec<u8> {
    let mut file = b"CHLT\x01\x00\x15\x02".to_vec();
    for labels in [&["NN", "VB"][..], &["O", "B-PER", "I-PER"]] {
        file.push(u8::try_from(labels.len()).expect("a few"));
        for label in labels {
            file.push(u8::try_from(label.len()).expect("short"));
            file.extend(label.as_bytes());
        }
        file.extend(b"\x01\0\0\0word\x01");
        file.extend(b"\x02\0\0\0\x03\0\0\0\x0A\0\0\0");
        file.extend(b"\x05\x01\x00\x7F\x01\x02\x00\x01\x01");
        file.push(0x80);
    }
    file
}

#[test]
fn weights_that_contradict_themselves_are_refused_or_do_no_harm() {
    let whole = small_file();
    let summed = |mut file: Vec<u8>| {
        file.extend(weights::crc32(&file).to_le_bytes());
        file
    };
    assert!(Tagger::from_bytes(&summed(whole.clone())).is_ok());
    for at in 8..whole.len() {
        assert!(Tagger::from_bytes(&summed(whole[..at].to_vec())).is_err(), "cut at {at}");
        for value in [0, 1, 2, 3, 63, 64, 127, 128, 255] {
            let mut changed = whole.clone();
            changed[at] = value;
            if let Ok(tagger) = Tagger::from_bytes(&summed(changed)) {
                assert_eq!(tagger.tag(&["The", "talks", "ended", "."]).len(), 4, "{value} at {at}");
            }
        }
    }
}
