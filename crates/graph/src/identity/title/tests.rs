use super::*;

fn title(name: &str) -> Option<String> {
    Title::read(name).map(|it| {
        let number = it.number.map_or(String::new(), |number| format!(" {number}"));
        format!("{}{number}", it.words)
    })
}

#[test]
fn names_of_one_occasion_are_read_as_one() {
    for (name, expected) in [
        ("the Ninth Summit of the Americas", "americas summit 9"),
        ("9th Summit of the Americas", "americas summit 9"),
        ("June Americas Summit", "americas summit"),
        ("the EU-U.S. Summit", "eu summit"),
        ("June 2021 U.S.-EU Summit", "eu summit"),
        ("G-7 Leaders’ Summit", "g7 summit"),
        ("G7 summit meeting", "g7 summit"),
        ("Global Food Security Ministerial Meeting", "food security ministerial"),
        ("UN Food Systems Summit", "food systems summit"),
        ("Morocco-U.S. Strategic Dialogue", "morocco dialogue"),
        ("the 26th Climate Conference", "climate conference 26"),
        ("June 15th Climate Conference", "climate conference"),
        ("COP26 Conference", "cop26 conference"),
        ("ASEAN Regional Forum Ministerial", "asean forum"),
        ("Brussels VI Conference", "brussels conference 6"),
        ("U.S.-Tajikistan Annual Bilateral Consultations", "tajik consultations"),
        ("U.S.-Algerian Strategic Dialogue", "algeria dialogue"),
        ("Pakistan Dialogue", "pakistan dialogue"),
        ("COVID-19 Global Action Plan (GAP) Ministerial", "covid plan ministerial"),
        ("U.S.-India 2+2 Ministerial Dialogue", "india ministerial"),
        ("U.S.-India Counter Narcotics Working Group meeting", "counternarcotics india event"),
        ("Counter-Terrorism Committee", "counterterrorism commission"),
        ("Summit Implementation Review Group meeting", "implementation summit event"),
        ("Counter ISIS Ministerial", "counter isis ministerial"),
        ("Counter-ISIS Ministerial", "counter isis ministerial"),
        ("UN Environment Assembly", "environment assembly"),
        ("United Nations Environment Assembly", "environment assembly"),
        ("United Nations General Assembly", "un assembly"),
        ("October Borlaug Dialogue events", "borlaug dialogue"),
        ("the European Union-United States Energy Council", "energy eu council"),
        ("G7 Japan Summit", "g7 summit"),
        ("North Korea G7 summit", "g7 summit"),
        ("EU-Ukraine Summit", "eu ukraine summit"),
    ] {
        assert_eq!(title(name).as_deref(), Some(expected), "{name}");
    }
}

#[test]
fn words_that_fit_many_occasions_are_no_name() {
    for (name, kind) in [
        ("the summit", Some("summit")),
        ("Ministerial Meeting", Some("ministerial")),
        ("their meeting", Some("event")),
        ("Met with President Bush at the U.N. General Assembly", Some("assembly")),
        ("U.S. Congress on the Summit", Some("summit")),
        ("Rio", None),
    ] {
        assert_eq!(title(name).as_deref(), kind, "{name}");
    }
}

#[test]
fn the_name_of_an_occasion_goes_on_as_the_text_does() {
    assert_eq!(goes_on(" for Democracy, which began", "the Summit"), " for Democracy");
    assert_eq!(goes_on(" of the Americas this June", "Ninth Summit"), " of the Americas");
    assert_eq!(goes_on(" on Migration and", "Ministerial"), " on Migration");
    assert_eq!(goes_on(" on “Central Asia: Ties”", "Conference"), " on “Central Asia");
    assert_eq!(goes_on(" of leaders", "the Summit"), "");
    assert_eq!(goes_on(" of Ukraine", "the talks"), "");
    assert_eq!(goes_on("", "the Summit"), "");
    assert_eq!(goes_on(" on March 16, please", "Pledging Event"), "");
    assert_eq!(goes_on(" of the Americas.\n\nThe two", "the Summit"), " of the Americas");
    assert_eq!(goes_on(" the Americas and", "Ninth Summit of"), " the Americas");
    assert_eq!(begins("in President Biden’s Global COVID-19 ", "Summit"), "Global COVID-19 ");
    assert_eq!(begins("the inaugural Quad Leaders’ ", "Summit"), "Quad Leaders’ ");
    assert_eq!(begins("at the OECD’s 61st ", "Ministerial Meeting"), "OECD’s 61st ");
    assert_eq!(begins("it was the ", "Summit"), "");
    assert_eq!(begins("at the Plan (GAP) ", "Meeting"), "Plan (GAP) ");
    assert_eq!(begins("Summit", "Summit"), "");
    assert_eq!(begins("the Virtual Friends of the ", "Mekong Ministerial"), "Friends of the ");
    assert_eq!(begins("the Secretary of the ", "Mekong Ministerial"), "");
    assert_eq!(
        begins("at the Friends of the Mekong ministerial ", "meeting"),
        "Friends of the Mekong ministerial "
    );
}

#[test]
fn who_meets_and_what_it_is_about_are_part_of_a_name_in_small_letters() {
    assert_eq!(begins("at the G20 foreign ministers’ ", "meeting"), "G20 foreign ministers’ ");
    assert_eq!(begins("with Prime Minister Lee’s ", "meeting"), "");
    assert_eq!(begins("on his Berlin ", "visit"), "");
    assert_eq!(goes_on(" on Moldova, where", "conference"), " on Moldova");
    assert_eq!(
        goes_on(" of the Foreign Ministers of the Coalition to Defeat ISIS on", "meeting"),
        " of the Foreign Ministers of the Coalition to Defeat ISIS"
    );
    assert_eq!(goes_on(" of Chad", "meeting"), "");
    assert_eq!(goes_on(" of the Quad.", "leaders’ meeting"), " of the Quad");
    assert_eq!(title("G20 foreign ministers’ meeting").as_deref(), Some("g20 ministerial"));
    assert_eq!(title("the G7 Leaders’ Meeting").as_deref(), Some("g7 summit"));
}

#[test]
fn a_name_may_be_within_another_and_its_number_before_it() {
    let read = |name| Title::read(name).expect("a title");
    assert!(read("Moldova Support Conference").is_within(&read("Conference on Moldova")));
    assert!(read("D-ISIS Ministerial").is_within(&read("Defeat ISIS Ministerial")));
    assert!(!read("Cities Summit").is_within(&read("Americas Summit")));
    assert!(!read("NATO Summit").is_within(&read("NATO Ministerial")));
    assert!(!read("Cities Summit of the Americas").is_within(&read("Americas Summit")));
    assert_eq!(numbered("at the seventh "), Some(7));
    assert_eq!(numbered("that very first "), Some(1));
    assert_eq!(numbered("the upcoming "), None);
    assert_eq!(numbered("at the 26th "), Some(26));
    assert_eq!(numbered("on June 15th "), None);
    // Ministers of finance are others than those of foreign affairs.
    assert!(!read("G20 Finance Ministers’ Meeting").is_within(&read("G20 Ministers’ Meeting")));
}

#[track_caller]
fn check_called(text: &str, words: &[&str], expected: &str) {
    use chancery_model::{
        DocumentInfo, Facts, MeetingId, MeetingKind, MeetingStatus, Mention, When,
    };
    let span = |word: &&str| {
        let start = text.find(word).expect("it is there");
        Mention { span: Span::new(start, start + word.len()), reason: None }
    };
    let mut facts = Facts::empty(DocumentInfo::named("a".parse().expect("an id")));
    facts.meetings.push(Meeting {
        id: MeetingId::numbered(1),
        kind: MeetingKind::Summit,
        status: MeetingStatus::Held,
        when: When::default(),
        place: None,
        mentions: words.iter().map(span).collect(),
        attendance: Vec::new(),
        according_to: None,
        confidence: None,
    });
    let report = Report::new(facts, text).expect("it holds");
    let title = Title::of(&report, &report.facts().meetings[0]).expect("a title");
    assert_eq!(title.words, expected, "{text}");
}

#[test]
fn the_first_name_counts_unless_another_is_the_same_in_full() {
    check_called(
        "The Quad Summit in Tokyo. The Ministerial. The Summit for Democracy.",
        &["Quad Summit", "Summit for Democracy"],
        "quad summit",
    );
    check_called(
        "At the summit. The Moldova Conference. The Moldova Support Conference.",
        &["summit", "Moldova Conference", "Moldova Support Conference"],
        "moldova support conference",
    );
    check_called(
        "The 26th Conference of the Parties (COP26) is near.",
        &["Conference"],
        "cop26 conference",
    );
    check_called(
        "The ninth meeting of the U.S.-EU Energy Council.",
        &["meeting"],
        "energy eu council",
    );
    check_called(
        "the second ministerial meeting of the U.S.-E.U. Trade and Technology Council (TTC).",
        &["meeting"],
        "eu technology trade council",
    );
    check_called(
        "the second Summit was long. The Summit ended.",
        &["second Summit", "The Summit"],
        "summit",
    );
    check_called(
        "at the 2021 UN Conference on Climate Change in Glasgow (COP26), where",
        &["2021 UN Conference"],
        "cop26 conference",
    );
    check_called(
        "look forward to a Ministerial-level meeting within the framework of the Mechanism in 2022",
        &["Ministerial-level meeting"],
        "mechanism ministerial",
    );
    check_called(
        "hold the next ministerial meeting of the Global Coalition by June 2022",
        &["meeting"],
        "coalition ministerial",
    );
    check_called(
        "the vice-ministerial meeting of the Policy Committee (EPCC)",
        &["meeting"],
        "vice policy commission",
    );
    check_called(
        "the second session of the fifth UN Environment Assembly in Nairobi",
        &["session"],
        "environment assembly",
    );
    check_called("the U.S.-EU dialogue on China", &["U.S.-EU dialogue"], "china eu dialogue");
    check_called(
        "the third meeting of the India-U.S. Counternarcotics Working Group (CNWG) in May",
        &["meeting"],
        "counternarcotics india event",
    );
}

#[test]
fn a_name_may_be_written_in_short() {
    let short = |name| Title::read(name).expect("a title").in_short().collect::<Vec<_>>();
    assert!(
        short("Nuclear Non-Proliferation Treaty Review Conference")
            .contains(&"npt conference".to_owned())
    );
    assert_eq!(short("Organization of Islamic Cooperation Strategic Dialogue"), ["oic dialogue"]);
    assert!(short("Summit of the Americas").is_empty());
    // Letters that tell the kind too are of what is held of it.
    let mut of_states = Title::read("U.S.-Armenia Strategic Dialogue").expect("a title");
    of_states.letters = vec!["usasd".to_owned(), "oecd".to_owned(), "nato".to_owned()];
    let of_it: Vec<String> = of_states.in_short().collect();
    assert!(of_it.contains(&"usasd event".to_owned()) && !of_it.contains(&"nato event".to_owned()));
    assert!(short("Asia-Pacific Economic Cooperation (APEC) CEO Summit").is_empty());
}

#[test]
fn names_of_one_series_agree_unless_their_numbers_differ() {
    let read = |name| Title::read(name).expect("a title");
    let any = read("Summit of the Americas");
    assert!(any.agrees(&read("Ninth Summit of the Americas")));
    assert!(!read("Eighth Summit of the Americas").agrees(&read("Ninth Americas Summit")));
    assert!(!any.agrees(&read("Summit for Democracy")));
}

#[test]
fn a_name_says_as_much_in_more_words_or_by_the_place_alone() {
    let read = |name| Title::read(name).expect("a title");
    let check = |one, other| read(one).says_as_much(&read(other));
    assert!(check("Food Security Conference", "World Food Security Conference"));
    assert!(check("Negev Ministerial", "Negev Summit"));
    assert!(check(
        "American Integration System ministerial meeting",
        "Central American Integration System Meeting"
    ));
    assert!(!check("Food Conference", "World Food Conference"));
    assert!(!check("Food Security Ministerial", "Food Security Summit"));
    assert!(!check("Food Security Cities Summit", "Food Security Summit"));
}

#[test]
fn what_all_of_a_list_are_is_what_each_is() {
    let text = "will attend the G7, NATO, EU-US Summits and then meet";
    check_called(text, &["G7"], "g7 summit");
    check_called("will attend the G7 Summit, and then", &["G7 Summit"], "g7 summit");
}
