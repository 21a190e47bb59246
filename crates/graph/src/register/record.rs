//! What a frame holds: a document, a retraction, a decision, or the end of a batch.

use super::codec;
use super::rows::{Head, Rows};
use super::wire::{dated_in, dated_out, parsed, report_in, report_out};
use crate::{Decision, Report, Table, TableForm};
use chancery_model::{DocumentId, DocumentInfo};
use flate2::read::DeflateDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::cell::RefCell;
use std::error::Error;
use std::fmt;
use std::io::Read;
use std::sync::Arc;

/// One thing that the archive learned.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Record {
    /// A document, in place of an earlier one with its id.
    Report(Arc<Report>),
    /// A document was withdrawn.
    Retraction(DocumentId),
    /// Somebody decided who is who.
    Decision(Decision),
    /// A decision no longer holds.
    Undo(Decision),
    /// Some lines of a table.
    Rows(Rows),
    /// A whole table; it is written as its rows, and put together when its batch is read.
    Table(Arc<Table>),
    /// Some records before this one are to be taken in together.
    Commit {
        /// How many.
        count: u32,
        /// Up to which byte the register was on the disk when this was written.
        synced: u64,
    },
}

pub(super) type BadRecord = Box<dyn Error + Send + Sync>;

/// A record's bytes. `recorded` is in UTC milliseconds.
pub(super) fn encode(record: &Record, recorded: i64) -> Vec<u8> {
    codec::encode(&WireFrame {
        recorded,
        record: match record {
            Record::Report(report) => match dated_out(report) {
                Some(dated) => WireRecord::Dated(packed(&dated, TEXT)),
                None => WireRecord::Report(packed(&report_out(report), TEXT)),
            },
            Record::Retraction(document) => WireRecord::Retraction(document.to_string()),
            Record::Decision(decision) => WireRecord::Decision(decision_out(decision)),
            Record::Undo(decision) => WireRecord::Undo(decision_out(decision)),
            Record::Rows(rows) => {
                WireRecord::Rows(rows.part, rows.parts, packed(&rows_out(rows), ROWS))
            }
            Record::Table(_) => unreachable!("a table is written as its rows"),
            Record::Commit { count, synced } => WireRecord::Seal(*count, *synced),
        },
    })
}

/// A record, and when it was recorded.
pub(super) fn decode(bytes: &[u8]) -> Result<(Record, i64), BadRecord> {
    let frame: WireFrame = codec::decode(bytes)?;
    let record = match frame.record {
        WireRecord::Report(packed) => Record::Report(Arc::new(report_in(unpacked(&packed)?)?)),
        WireRecord::Dated(packed) => Record::Report(Arc::new(dated_in(unpacked(&packed)?)?)),
        WireRecord::Rows(part, parts, packed) => {
            Record::Rows(rows_in(part, parts, unpacked(&packed)?)?)
        }
        WireRecord::Retraction(document) => Record::Retraction(document.parse()?),
        WireRecord::Commit(count) => Record::Commit { count, synced: 0 },
        WireRecord::Decision(decision) => Record::Decision(decision_in(decision)?),
        WireRecord::Undo(decision) => Record::Undo(decision_in(decision)?),
        WireRecord::Seal(count, synced) => Record::Commit { count, synced },
    };
    Ok((record, frame.recorded))
}

/// Up to which byte a frame says that the register was on the disk, if it ends a batch.
pub(super) fn vouches_for(payload: &[u8]) -> Option<u64> {
    // No other frame of a sound register is so short and decodes as one.
    let decoded = (payload.len() < 40).then(|| decode(payload).ok()).flatten();
    match decoded {
        Some((Record::Commit { synced, .. }, _)) => Some(synced),
        _ => None,
    }
}

fn decision_out(decision: &Decision) -> WireDecision {
    match decision {
        Decision::Same(a, b) => WireDecision::Same(a.to_string(), b.to_string()),
        Decision::Distinct(a, b) => WireDecision::Distinct(a.to_string(), b.to_string()),
        Decision::Name(node, name) => WireDecision::Name(node.to_string(), name.clone()),
    }
}

fn decision_in(wire: WireDecision) -> Result<Decision, BadRecord> {
    let decision = match wire {
        WireDecision::Same(a, b) => Decision::Same(parsed(&a)?, parsed(&b)?),
        WireDecision::Distinct(a, b) => Decision::Distinct(parsed(&a)?, parsed(&b)?),
        WireDecision::Name(node, name) => Decision::Name(parsed(&node)?, name),
    };
    Ok(decision.checked()?)
}

#[derive(Serialize, Deserialize)]
struct WireFrame {
    recorded: i64,
    record: WireRecord,
}

#[derive(Serialize, Deserialize)]
enum WireRecord {
    Report(WirePacked),
    Retraction(String),
    /// Of version 1.
    Commit(u32),
    Decision(WireDecision),
    Undo(WireDecision),
    Seal(u32, u64),
    /// Which part of a table, of how many, and a [`WireRows`].
    Rows(u32, u32, WirePacked),
    /// Of version 4: a report that tells the days of offices.
    Dated(WirePacked),
}

#[derive(Serialize, Deserialize)]
struct WireRows {
    id: String,
    head: Option<WireHead>,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct WireHead {
    title: Option<String>,
    published: Option<String>,
    source: Option<String>,
    form: u8,
    actors: Vec<String>,
}

fn rows_out(rows: &Rows) -> WireRows {
    let head = rows.head.as_ref().map(|head| WireHead {
        title: head.info.title.clone(),
        published: head.info.published.map(|date| date.to_string()),
        source: head.info.source.clone(),
        form: head.form as u8,
        actors: head.actors.iter().map(ToString::to_string).collect(),
    });
    WireRows { id: rows.id.to_string(), head, text: rows.text.clone() }
}

fn rows_in(part: u32, parts: u32, wire: WireRows) -> Result<Rows, BadRecord> {
    let id: DocumentId = parsed(&wire.id)?;
    let head = match wire.head {
        None => None,
        Some(head) => Some(Head {
            info: DocumentInfo {
                id: id.clone(),
                title: head.title,
                published: head.published.map(|date| parsed(&date)).transpose()?,
                source: head.source,
                text: None,
            },
            form: *TableForm::ALL.get(usize::from(head.form)).ok_or("a table of no known form")?,
            actors: head.actors.iter().map(|id| parsed(id)).collect::<Result<_, _>>()?,
        }),
    };
    Ok(Rows { id, part, parts, head, text: wire.text })
}

#[derive(Serialize, Deserialize)]
enum WireDecision {
    Same(String, String),
    Distinct(String, String),
    Name(String, String),
}

/// How hard to deflate words and facts, of 9: beyond this it takes longer and saves little.
const TEXT: u32 = 4;
/// How hard to deflate the lines of tables, which are much alike and many.
const ROWS: u32 = 1;

/// A report or [`WireRows`], deflated as a whole: its words and its facts are much alike.
#[derive(Serialize, Deserialize)]
struct WirePacked {
    /// How many bytes it has inflated.
    length: u64,
    bytes: Blob,
}

/// Bytes that are read and written at once rather than one by one.
struct Blob(Vec<u8>);

impl Serialize for Blob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl de::Visitor<'_> for Bytes {
            type Value = Blob;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Blob, E> {
                Ok(Blob(bytes.to_vec()))
            }

            fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<Blob, E> {
                Ok(Blob(bytes))
            }
        }
        deserializer.deserialize_byte_buf(Bytes)
    }
}

fn packed(value: &impl Serialize, level: u32) -> WirePacked {
    let plain = codec::encode(value);
    WirePacked { length: plain.len() as u64, bytes: Blob(deflated(&plain, level)) }
}

thread_local! {
    /// The last one used and what it was made for: to make one anew takes longer than to deflate a
    /// short text.
    static DEFLATING: RefCell<Option<(u32, u8, Compress)>> = const { RefCell::new(None) };
}

fn deflated(plain: &[u8], level: u32) -> Vec<u8> {
    // What is short looks back no further than it is long, and takes no time to set up.
    let window = plain.len().next_power_of_two().ilog2().clamp(9, 15);
    let window = u8::try_from(window).unwrap_or(15);
    DEFLATING.with_borrow_mut(|kept| {
        let like = kept.take().filter(|it| (it.0, it.1) == (level, window));
        let mut deflating = like.map_or_else(
            || Compress::new_with_window_bits(Compression::new(level), false, window),
            |(_, _, mut deflating)| {
                deflating.reset();
                deflating
            },
        );
        let bytes = deflated_by(&mut deflating, plain);
        *kept = Some((level, window, deflating));
        bytes
    })
}

fn deflated_by(deflating: &mut Compress, plain: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(plain.len() / 2 + 64);
    loop {
        let taken = usize::try_from(deflating.total_in()).unwrap_or(usize::MAX);
        let rest = plain.get(taken..).unwrap_or_default();
        match deflating.compress_vec(rest, &mut bytes, FlushCompress::Finish) {
            Ok(Status::StreamEnd) => return bytes,
            // It goes on where there is room.
            Ok(Status::Ok | Status::BufError) => bytes.reserve(plain.len() / 4 + 64),
            Err(_) => unreachable!("whatever is in memory can be deflated"),
        }
    }
}

fn unpacked<T: de::DeserializeOwned>(packed: &WirePacked) -> Result<T, BadRecord> {
    let mut plain = Vec::new();
    // One byte more than promised is enough to see that the promise is broken.
    let most = packed.length.saturating_add(1);
    DeflateDecoder::new(packed.bytes.0.as_slice()).take(most).read_to_end(&mut plain)?;
    if plain.len() as u64 == packed.length {
        codec::decode(&plain)
    } else {
        Err(format!("{} bytes inflated were to be {}", plain.len(), packed.length).into())
    }
}

#[cfg(test)]
mod tests {
    use super::super::wire::WireReport;
    use super::*;
    use chancery_model::Facts;
    use proptest::prelude::*;

    fn report() -> Report {
        let json = r#"{"document": {"id": "note", "title": null, "published": "2025-02-18", "source": null},
          "entities": [{"id": "person:ann-lee", "kind": "person", "name": "Ann Lee", "mentions": [[0, 7]]}],
          "meetings": [{"id": "meeting:1", "kind": "talks", "status": "held", "from": null, "to": "2025", "place": null,
            "attendance": [{"who": "person:ann-lee", "status": "attended", "evidence": null}]}],
          "statements": [{"speaker": "person:ann-lee", "source": null, "cue": [8, 12], "content": [[13, 16]], "mode": "direct",
            "addressee": null, "meeting": "meeting:1"}]}"#;
        Report::new(Facts::from_json(json).expect("facts"), "Ann Lee said so.").expect("a report")
    }

    #[test]
    fn an_inflated_text_longer_than_promised_is_an_error() {
        let mut packed = packed(&report_out(&report()), TEXT);
        packed.length -= 1;
        assert!(unpacked::<WireReport>(&packed).is_err());
        packed.length += 2;
        assert!(unpacked::<WireReport>(&packed).is_err());
    }

    #[test]
    fn what_was_deflated_before_makes_no_difference() {
        let texts = ["", "a", "talks in Paris, talks in Paris", &"said so. ".repeat(900), "a"];
        for (text, level) in texts.iter().flat_map(|text| [(text, TEXT), (text, ROWS)]) {
            let again = deflated(text.as_bytes(), level);
            let anew = std::thread::scope(|scope| {
                scope.spawn(|| deflated(text.as_bytes(), level)).join().expect("it ends")
            });
            assert_eq!(again, anew, "{} bytes, {level}", text.len());
        }
    }

    proptest! {
        /// Past the checksum and the inflating, where a register would be hostile on purpose.
        #[test]
        fn changed_bytes_are_an_error_or_a_sound_report(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)
        ) {
            let mut plain = codec::encode(&report_out(&report()));
            for (at, byte) in changes {
                let at = at.index(plain.len());
                plain[at] = byte;
            }
            if let Ok(report) = codec::decode(&plain).and_then(report_in) {
                prop_assert!(Report::new(report.facts().clone(), report.text()).is_ok());
            }
        }

        #[test]
        fn any_bytes_are_an_error_or_a_record(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = decode(&bytes);
        }
    }
}
