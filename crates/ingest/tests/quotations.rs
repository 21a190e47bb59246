//! Who says the words of a quotation, and how far what is said goes: text in, statements out.

use chancery_ingest::{Article, Extractor};

/// Every statement of a text as "source | cue | content", pieces of content parted by " … ".
fn said(text: &str) -> Vec<String> {
    let article = Article::new("note".parse().expect("an id"), text);
    let facts = Extractor::default().extract(&article).facts;
    let words = |span: Option<&chancery_model::Span>| {
        span.and_then(|span| span.of(text)).unwrap_or("-").to_owned()
    };
    let one = |statement: &chancery_model::Statement| {
        let content: Vec<&str> =
            statement.content.iter().filter_map(|span| span.of(text)).collect();
        let (source, cue) = (words(statement.source.as_ref()), words(statement.cue.as_ref()));
        format!("{source} | {cue} | {}", content.join(" … "))
    };
    let mut all: Vec<String> = facts.statements.iter().map(one).collect();
    all.dedup();
    all
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(said(text), expected, "{text}");
}

#[test]
fn a_second_verb_shares_the_subject_of_the_nearest_one_that_no_conjunction_hangs_on_another() {
    check(
        "When my sister mentioned the treaty to Lee on the train, Kim laughed and said, “I have not read it yet.”",
        &[
            "my sister | mentioned | the treaty to Lee on the train",
            "Kim | said | I have not read it yet",
        ],
    );
    check(
        "Asked whether Mr. Lee would take part in the talks, Mrs. Kim shook her head and said, “He is not invited.”",
        &["Mrs. Kim | said | He is not invited"],
    );
}

#[test]
fn a_participle_after_a_comma_is_of_whoever_the_sentence_is_about() {
    check(
        "Kim celebrated in Geneva with supporters, declaring, “We have an agreement after all.”",
        &["Kim | declaring | We have an agreement after all"],
    );
}

#[test]
fn whoever_is_seen_in_a_recording_speaks_and_not_the_recording() {
    check(
        "The report ends with footage of Lee saying during the talks, “We shall not sign this paper.”",
        &["Lee | saying | We shall not sign this paper"],
    );
}

#[test]
fn a_relative_pronoun_stands_for_the_source() {
    check(
        "The envoys met Kim, who said, “There will be no second round of talks.”",
        &["who | said | There will be no second round of talks"],
    );
}

#[test]
fn a_number_may_end_the_subject() {
    check(
        "Pressed on why nobody signed, the 34-year-old mother of three replied, “Nobody had a pen with them.”",
        &["the 34-year-old mother of three | replied | Nobody had a pen with them"],
    );
}

#[test]
fn a_colon_is_introduced_by_the_verb_of_reporting() {
    check(
        "Kim reported after the army had left the town:\n\n“There is nobody in the streets today.”",
        &["Kim | reported | There is nobody in the streets today"],
    );
}

#[test]
fn a_quotation_without_a_verb_has_the_source_beside_it() {
    check(
        "As Ms. Kim put it in a letter to the council in July, “the border is a line on paper.”",
        &["Ms. Kim | - | the border is a line on paper"],
    );
    check(
        "“The border has been open since Tuesday night.”\n\n- Ann Kim",
        &["Ann Kim | - | The border has been open since Tuesday night"],
    );
}

#[test]
fn a_line_is_signed_as_a_whole() {
    check(
        "“Some call this place ‘the end of the road.” And it is “the end of all roads.” ― Ann Kim.\n\nThe paper closed.",
        &[
            "Ann Kim | ― | Some call this place ‘the end of the road.” And it is “the end of all roads",
        ],
    );
}

#[test]
fn whoever_follows_a_quotation_tells_it_whatever_the_verb() {
    check(
        "“Is this the road to the border?” she yells while running along the street.",
        &["she | yells | Is this the road to the border"],
    );
}

#[test]
fn an_adverb_of_the_verb_is_no_part_of_the_source() {
    check(
        "“But since then, his fortunes have changed for the worse,” it further wrote.",
        &["it | wrote | But since then, his fortunes have changed for the worse"],
    );
}

#[test]
fn a_street_says_nothing_and_those_in_it_do() {
    check(
        "Students marching through the streets shouted, “We will not leave before the talks end.”",
        &[
            "Students marching through the streets | shouted | We will not leave before the talks end",
        ],
    );
}

#[test]
fn the_title_of_a_work_is_nobodys_statement() {
    check(
        "In his 2002 book, \"Make Your Kid a Minister,\" Mr. Kim suggested looking at the map.",
        &["Mr. Kim | suggested | looking at the map"],
    );
}

#[test]
fn a_quotation_that_its_sentence_goes_on_with_has_the_cue_of_that_sentence() {
    check(
        "“This just is not right,” Kim said. “You moved the border to the river” to please the generals, she said.",
        &[
            "Kim | said | This just is not right",
            "she | said | You moved the border to the river” to please the generals",
        ],
    );
}

#[test]
fn who_says_that_somebody_told_another_is_no_part_of_what_was_told() {
    check(
        "Wang Yi told Antony Blinken that trade was good, the foreign ministry of Chad said.",
        &[
            "Wang Yi | told | trade was good",
            "the foreign ministry of Chad | said | Wang Yi told Antony Blinken that trade was good",
        ],
    );
}

#[test]
fn a_time_may_stand_between_the_subject_and_its_verb() {
    check(
        "The French embassy on April 4 urged its nationals to leave. The ministry last week said that nobody had left.",
        &[
            "The French embassy | urged | its nationals to leave",
            "The ministry | said | nobody had left",
        ],
    );
}

#[test]
fn what_a_paper_is_called_is_nobodys_words() {
    check(
        "“The army is to blame,” Human Rights Watch said in a report entitled “Paying With Blood.”",
        &["Human Rights Watch | said | The army is to blame"],
    );
}

#[test]
fn somebody_is_urged_in_words_that_are_quoted_in_part() {
    check(
        "Britain again urged Chad “to freeze all arrests” and to wait.",
        &["Britain | urged | Chad “to freeze all arrests” and to wait"],
    );
}

#[test]
fn a_clause_ends_before_what_its_speaker_adds_or_says_besides() {
    check(
        "Kim regretted the war, saying it could have been stopped in time, and he added that nobody had tried.",
        &[
            "Kim | regretted | the war",
            "Kim | saying | it could have been stopped in time",
            "he | added | nobody had tried",
        ],
    );
    check(
        "Lee asked Chad to halt its march, as it announced plans to leave.",
        &["Lee | asked | Chad to halt its march", "it | announced | plans to leave"],
    );
}

#[test]
fn how_or_why_it_was_said_is_no_part_of_a_phrase() {
    check(
        "Kim announced his list of ministers without asking the president first.",
        &["Kim | announced | his list of ministers"],
    );
}

#[test]
fn a_participle_may_lead_what_its_subject_says() {
    check(
        "Describing the note as “not helpful at all,” Kim said that “the envoy ignored the agreements.”",
        &[
            "Kim | Describing | the note as “not helpful at all",
            "Kim | said | the envoy ignored the agreements",
        ],
    );
}

#[test]
fn whoever_is_warned_is_told_before_what_they_are_warned_against() {
    check(
        "Chad warned Mali on Monday against heading into a “spiral of war.”",
        &["Chad | warned | against heading into a “spiral of war"],
    );
}

#[test]
fn a_relative_clause_ends_before_the_verb_of_its_sentence() {
    check(
        "Chad, which in May said it would not accept the border, has hailed the vote as a victory.",
        &["Chad | said | it would not accept the border", "Chad | hailed | the vote as a victory"],
    );
}

#[test]
fn a_clause_may_begin_with_both() {
    check(
        "Visiting Minister Tom Lee said both the countries have agreed to trade.",
        &["Visiting Minister Tom Lee | said | both the countries have agreed to trade"],
    );
}

#[test]
fn whoever_is_told_may_stand_after_what_was_told() {
    let text = "“It is over,” Tom Lee told Agence France-Presse by telephone. The talks have failed, Ann Kim told the BBC.";
    let article = Article::new("note".parse().expect("an id"), text);
    let facts = Extractor::default().extract(&article).facts;
    let told = |statement: &chancery_model::Statement| {
        statement.addressee.as_ref().map_or("-".to_owned(), |who| who.rest().to_owned())
    };
    let told: Vec<String> = facts.statements.iter().map(told).collect();
    assert_eq!(told, ["agence-france-presse", "bbc"]);
}

#[test]
fn a_few_quoted_words_are_part_of_the_clause_that_was_said() {
    check(
        "The new leader may unite his “peace camp” and promote talks, the Petra News Agency reported on Monday.",
        &[
            "the Petra News Agency | reported | The new leader may unite his “peace camp” and promote talks",
        ],
    );
}

#[test]
fn what_others_do_in_the_meantime_was_not_said() {
    check(
        "Ann Lee said that Chad would send troops, while Mali has refused to send any.",
        &["Ann Lee | said | Chad would send troops"],
    );
}
