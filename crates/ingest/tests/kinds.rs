//! Kinds of official document: who speaks in each, and what is a meeting in it.

use chancery_ingest::{Article, Extractor};
use chancery_model::Facts;

fn read(text: &str) -> Facts {
    let article = Article::new("note".parse().expect("an id"), text);
    let article = article
        .published("2022-03-24".parse().expect("a day"))
        .from_source("https://www.state.gov/note/");
    Extractor::default().extract(&article).facts
}

/// The speakers of the statement whose content begins with these words, each by the end of its id.
#[track_caller]
fn speakers(text: &str, content: &str, expected: &[&str]) {
    let facts = read(text);
    let told = facts.statements.iter().filter(|statement| {
        statement.content[0].of(text).is_some_and(|words| words.starts_with(content))
    });
    let mut who: Vec<String> = told
        .map(|statement| {
            statement.speaker.as_ref().map_or("nobody".to_owned(), |id| id.rest().to_owned())
        })
        .collect();
    who.sort();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(who, expected, "{text}");
}

#[test]
fn we_in_a_joint_statement_are_all_who_issue_it() {
    speakers(
        "Office of the Spokesperson\n\n\
         The following is a statement from the Foreign Ministers of Canada, France, Italy, Norway, the United \
         Kingdom, the United States of America, and the High Representative of the European Union.\n\n\
         Begin text:\n\nWe condemn the decision of March 23.\n",
        "the decision",
        &["CA", "FR", "IT", "NO", "GB", "US", "european-union"],
    );
    speakers(
        "Office of the Spokesperson\n\n\
         Following is a joint statement on Armed Forces Day in Myanmar issued by the High Representative on \
         behalf of the European Union and the Foreign Ministers of Albania, Australia, and Georgia.\n\n\
         We urge all countries to support the people of Myanmar.\n",
        "all countries",
        &["european-union", "AL", "AU", "GE"],
    );
    speakers(
        "Office of the Spokesperson\n\n\
         The following is the text of a communiqué issued by the United States of America, France, and Germany.\n\n\
         We reaffirmed our support for the UN-led process.\n",
        "our support",
        &["US", "FR", "DE"],
    );
}

#[test]
fn the_occasion_of_a_joint_statement_does_not_issue_it() {
    speakers(
        "Office of the Spokesperson\n\n\
         The text of the following statement was released by the Government of the United States of America and \
         the European Union on the occasion of the ninth meeting of the Energy Council.\n\n\
         Begin Text:\n\nWe reaffirmed our support for Ukraine.\n",
        "our support",
        &["US", "european-union"],
    );
}

#[test]
fn the_ministers_of_a_joint_statement_are_all_of_them() {
    speakers(
        "Office of the Spokesperson\n\n\
         The following joint statement was released by the Governments of the United States, the Republic of \
         Cyprus, Greece, and Israel on the occasion of a ministerial.\n\n\
         Begin text:\n\nThe Ministers condemned the recent terror attacks against Israelis.\n",
        "the recent",
        &["US", "CY", "GR", "IL"],
    );
    speakers(
        "Office of the Spokesperson\n\n\
         The text of the following statement was released by the Governments of the United States of America and \
         Spain.\n\nBegin text:\n\nFrench and German experts were heard. Both countries affirmed the importance of \
         the Paris Agreement.\n",
        "the importance",
        &["US", "ES"],
    );
}

#[test]
fn whoever_has_a_turn_in_a_transcript_is_somebody() {
    let text = "Antony J. Blinken, Secretary of State\n\nBerlin, Germany\n\n\
                MR PRICE: Good afternoon, everyone. We will start now.\n\n\
                SECRETARY BLINKEN: Thank you. It is good to be here.\n\n\
                SENIOR STATE DEPARTMENT OFFICIAL ONE: I have nothing to add to this.\n\n\
                QUESTION: What comes next for you?\n\n\
                MR PRICE: Final question of the day, please.\n";
    speakers(text, "Good afternoon", &["price"]);
    speakers(text, "Thank you", &["antony-j-blinken"]);
    speakers(text, "I have nothing", &["nobody"]);
    speakers(text, "Final question", &["price"]);
    speakers(text, "What comes", &[]);
}

#[test]
fn a_congratulation_is_a_statement_and_no_meeting() {
    let text = "Antony J. Blinken, Secretary of State\n\n\
                On behalf of the United States of America, I congratulate the people of Estonia as you celebrate \
                your independence on February 24.\n\n\
                The United States and Estonia have a close partnership. In the year ahead, we look forward to the \
                inauguration of two emergency operations centers in Tallinn.\n";
    speakers(text, "the people of Estonia", &["antony-j-blinken"]);
    let met = read(text).meetings.iter().any(|meeting| !meeting.attendance.is_empty());
    assert!(!met, "nobody met");
}

#[test]
fn a_designation_is_no_meeting() {
    let text = "Ned Price, Department Spokesperson\n\n\
                The United States is designating two financiers operating in Guinea: Ali Saade and Ibrahim Taher. \
                This action will help disrupt their business network in West Africa.\n";
    assert_eq!(read(text).meetings, [], "nobody met");
}
