use super::*;
use chancery_model::fold;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn plain(rows: &str) -> EventTable {
    EventTable::plain("t".parse().expect("an id"), rows.as_bytes()).expect("memory is readable")
}

#[test]
fn malformed_rows_are_listed_and_the_rest_is_read() {
    let table = plain(concat!(
        "France\tConsult\tGermany\t2014-01-02\n",
        "France\tConsult\tGermany\n",
        "France\tConsult\tGermany\t2014-02-30\n",
        "\tConsult\tGermany\t2014-01-02\n",
        "France\t \tGermany\t2014-01-02\n",
        "France\tConsult\tGermany\t1814-01-02\n",
        "Italy\tSign formal agreement\tFrance\t2014-01-03\r\n",
        "\n",
        "Italy\tDeny responsibility\tSpain\t2014-01-03",
    ));
    let lines: Vec<u64> = table.refused().iter().map(|refused| refused.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 8]);
    assert_eq!((table.events(), table.lines(), table.refusals()), (3, 9, 6));
    let names: Vec<&str> = table.actors().iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["France", "Germany", "Italy", "Spain"]);
    let codes: Vec<_> = table.codes().map(|(_, class)| class).collect();
    assert_eq!(codes, [EventClass::Meeting, EventClass::Act, EventClass::Statement]);
    assert_eq!(table.rows[2].line, 9);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let rows: &[u8] = b"a\tConsult\t\xff\t2014-01-02\n";
    let table = EventTable::plain("t".parse().expect("an id"), rows).expect("readable");
    assert_eq!((table.events(), table.refused()[0].what), (0, "it is not UTF-8"));
}

#[test]
fn icews_has_twenty_columns_and_a_heading() {
    let heading = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\t\
                   CAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\t\
                   Sentence Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude";
    let row = "20718170\t2014-01-01\tMahmoud Abbas\tGovernment\tPalestine\tHost a visit\t043\t2.8\t\
               John Kerry\tGovernment\tUnited States\t1\t2\tReuters\tRamallah\t\t\tPalestine\t31.9\t35.2";
    let rows = format!("{heading}\n{row}\n{row}\textra\n{}\n", row.replace("2014-01-01", "soon"));
    let who = |name: &str| EntityId::named(EntityKind::Person, name);
    let read = EventTable::icews("i".parse().expect("an id"), rows.as_bytes(), who);
    let table = read.expect("readable");
    assert_eq!((table.events(), table.refusals()), (1, 2));
    assert_eq!(table.actors()[1].id.as_str(), "person:john-kerry");
    assert_eq!(table.codes().next(), Some(("Host a visit", EventClass::Meeting)));
}

/// A table read line by line, by one.
fn one_by_one(text: &[u8]) -> EventTable {
    let empty = plain("");
    let who = |name: &str| EntityId::named(EntityKind::Organization, name);
    let mut dictionary = dictionary::Dictionary::new(who);
    let mut table = EventTable { lines: 0, ..empty };
    let mut end = 0;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        table.lines += 1;
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        end += u32::try_from(line.len()).expect("short") + 1;
        table.ends.push(end);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let row = str::from_utf8(line).map_err(|_| "it is not UTF-8");
        let fields = row.and_then(|row| plain::fields(table.lines, row));
        match fields.and_then(|it| dictionary.row(table.lines, &it.expect("no heading"))) {
            Ok(row) => table.rows.push(row),
            Err(what) => table.refuse(table.lines, what),
        }
    }
    (table.actors, table.codes) = dictionary.finish();
    table
}

#[track_caller]
fn same(one: &EventTable, other: &EventTable) {
    assert_eq!(one.actors, other.actors);
    assert_eq!(one.codes, other.codes);
    assert_eq!(one.rows, other.rows);
    assert_eq!(one.ends, other.ends);
    assert_eq!((one.lines, one.refusals), (other.lines, other.refusals));
    assert_eq!(one.refused, other.refused);
}

proptest! {
    /// Blocks and parts are small here, so that lines, threads and blocks meet in every way.
    #[test]
    fn several_read_a_table_as_one_does(
        rows in prop::collection::vec((0..12_usize, 0..4_usize, 0..12_usize, 0..9_usize), 0..120),
        broken in any::<bool>(),
    ) {
        let names = ["France", "Chad", "Mali", "Åland", "a", "", "North Korea", "x\u{7}", "Peru",
            "Citizen (Italy)", "\u{301}q", "Oman\r"];
        let codes = ["Consult", "Accuse", "Use force", " "];
        let days = ["2014-01-02", "2014-01-03", "2014-02-30", "1812-01-01", "2014-1-2", "2079-06-05",
            "2014-01-02\tmore", "2014-01-02\r", "2010-10-10"];
        let row = |(subject, code, object, day): &(usize, usize, usize, usize)| {
            format!("{}\t{}\t{}\t{}\n", names[*subject], codes[*code], names[*object], days[*day])
        };
        let mut text: String = rows.iter().map(row).collect();
        if broken {
            text.pop();
        }
        let right = one_by_one(text.as_bytes());
        same(&plain(&text), &right);
        let id = || "t".parse().expect("an id");
        let who = |name: &str| EntityId::named(EntityKind::Organization, name);
        same(&EventTable::of_text(id(), TableForm::Plain, &text, who).expect("read"), &right);
        // Every word of the text is among those that are handed over, and no other.
        let words = |text: &str| -> BTreeSet<String> {
            fold(text).split(' ').filter(|it| !it.is_empty()).map(str::to_owned).collect()
        };
        let mut told = BTreeSet::new();
        plain(&text).words(|| &text, &mut |more| told.extend(words(more)));
        prop_assert_eq!(told, words(&text));
    }
}

#[test]
fn more_relations_than_numbers_are_refused_where_they_stand() {
    let row = |i: usize| format!("France\tcode {i}\tChad\t2014-01-02\n");
    let mut text = (0..66_000).map(row).collect::<Vec<_>>().concat();
    text.push_str("Mali\tone too many\tPeru\t2014-01-02\nOman\tcode 3\tChad\t2014-01-02\n");
    let table = plain(&text);
    assert_eq!((table.codes.len(), table.refusals()), (65_535, 66_000 - 65_535 + 1));
    assert_eq!(table.actors.len(), 3);
    same(&table, &one_by_one(text.as_bytes()));
}
