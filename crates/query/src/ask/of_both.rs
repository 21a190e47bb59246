//! What came of the meetings of two: what they spoke of, and what they agreed.

/// Whether it is asked what two spoke of with each other.
pub(super) fn is_of_both(shape: &str) -> bool {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| shape.contains(phrase));
    let two = has(&[
        " did _ and _ discuss",
        " did _ _ discuss",
        " have _ and _ discussed",
        " did _ discuss with _ ",
        " did _ and _ talk about ",
        " did _ and _ speak about ",
        " did _ talk about with _ ",
    ]);
    let topics = has(&[" topics of ", " subjects of "]);
    let theirs = [" _ call with _ ", " _ meeting with _ ", " _ talks with _ "];
    let between = [
        " between _ and _ ",
        " between _ _ ",
        " call of _ and _ ",
        " meeting of _ and _ ",
        " talks of _ and _ ",
        " _ and _ call ",
        " _ _ call ",
        " _ _ meeting ",
    ];
    let spoken = has(&[" what was discussed ", " what did they discuss ", " what came up "]);
    shape.starts_with(" what ") && two
        || spoken && has(&between)
        || topics && (has(&between) || has(&theirs))
}

/// Whether it is asked what came of the meetings of two.
pub(super) fn is_outcome_of_both(shape: &str) -> bool {
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| shape.contains(phrase));
    let two = [" between _ and _ ", " between _ _ ", " of _ and _ ", " of _ with _ "];
    let nouns = [" meeting", " call", " talks", " summit", " conversation", " visit"];
    let theirs = |noun: &str| {
        let with = format!("{noun} with _ ");
        let with = [format!(" _{with}"), format!(" _{noun}s with _ "), format!(" _ _{noun}")];
        has(&[&format!(" _ and _{noun}")]) || with.iter().any(|it| shape.contains(it))
    };
    // "What came of the meeting of one with another".
    let agreed = [" agreed at ", " agreed in ", " agreed during "];
    let agreed = has(&agreed) && nouns.iter().any(|it| has(&[&format!(" _{it} with _ ")]));
    agreed
        || is_of_outcomes(shape) && has(&nouns) && (has(&two) || nouns.iter().any(|it| theirs(it)))
}

/// Whether it is asked what came of something.
pub(super) fn is_of_outcomes(shape: &str) -> bool {
    let of = [" outcome of ", " outcomes of ", " result of ", " results of "];
    let from = [
        " results from ",
        " outcome ",
        " outcomes ",
        " produce results ",
        " produced results ",
        " yield results ",
        " yielded results ",
    ];
    of.iter().chain(&from).any(|phrase| shape.contains(phrase))
}
