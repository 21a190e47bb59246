use super::*;

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
