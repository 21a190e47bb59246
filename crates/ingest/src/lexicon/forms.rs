//! The short forms in which a table writes phrases: `skip~` for all forms of a verb, `one's` for a
//! possessive, `oneself` for a reflexive.

/// Verbs whose past or participle follows no rule: base, past, participle.
#[rustfmt::skip]
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("be", "was", "been"), ("beg", "begged", "begged"), ("break", "broke", "broken"),
    ("bring", "brought", "brought"), ("choose", "chose", "chosen"), ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("drive", "drove", "driven"), ("fall", "fell", "fallen"), ("find", "found", "found"),
    ("fly", "flew", "flown"), ("forbid", "forbade", "forbidden"), ("forget", "forgot", "forgotten"),
    ("forego", "forewent", "foregone"), ("forgo", "forwent", "forgone"), ("freeze", "froze", "frozen"), ("get", "got", "gotten"),
    ("give", "gave", "given"), ("go", "went", "gone"), ("hang", "hung", "hung"), ("have", "had", "had"),
    ("hold", "held", "held"), ("keep", "kept", "kept"), ("leave", "left", "left"),
    ("lend", "lent", "lent"), ("let", "let", "let"), ("lie", "lay", "lain"), ("make", "made", "made"),
    ("put", "put", "put"), ("quit", "quit", "quit"), ("ride", "rode", "ridden"),
    ("say", "said", "said"), ("see", "saw", "seen"), ("send", "sent", "sent"),
    ("set", "set", "set"), ("show", "showed", "shown"), ("shrink", "shrank", "shrunk"),
    ("shut", "shut", "shut"), ("sit", "sat", "sat"), ("spend", "spent", "spent"),
    ("stand", "stood", "stood"), ("stick", "stuck", "stuck"), ("strike", "struck", "struck"),
    ("swear", "swore", "sworn"), ("take", "took", "taken"), ("tear", "tore", "torn"),
    ("tell", "told", "told"), ("think", "thought", "thought"),
    ("throw", "threw", "thrown"), ("win", "won", "won"), ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"), ("write", "wrote", "written"),
];

/// Verbs whose last letter is doubled before an ending.
#[rustfmt::skip]
const DOUBLED: &[&str] = &[
    "ban", "bar", "beg", "cancel", "commit", "cut", "debar", "drop", "forbid", "forget", "get", "jib",
    "let", "log", "omit", "plan", "prefer", "put", "quit", "rip", "rub", "scrap", "scrub", "set", "shun", "shut", "sit", "skip",
    "slip", "snub", "stop", "strip", "tip", "travel", "unplug", "win",
];

/// All forms of a verb: "skip", "skips", "skipped", "skipping".
pub(super) fn inflected(verb: &str) -> Vec<String> {
    let mut forms = vec![verb.to_owned(), third(verb)];
    match IRREGULAR.iter().find(|(base, ..)| *base == verb) {
        Some((_, past, participle)) => {
            forms.push((*past).to_owned());
            forms.push((*participle).to_owned());
        }
        None => forms.push(past(verb)),
    }
    forms.push(gerund(verb));
    if verb == "have" {
        "has".clone_into(&mut forms[1]);
    }
    if verb == "be" {
        "is".clone_into(&mut forms[1]);
        forms.extend(["are", "were"].map(str::to_owned));
    }
    // Both ways of writing it.
    if matches!(verb, "cancel" | "travel") {
        forms.push(format!("{verb}ed"));
        forms.push(format!("{verb}ing"));
    }
    forms.sort();
    forms.dedup();
    forms
}

fn third(verb: &str) -> String {
    let hisses = ["s", "x", "ch", "sh", "go"].iter().any(|end| verb.ends_with(end));
    match verb.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if hisses => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

fn past(verb: &str) -> String {
    match verb.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ => format!("{}ed", doubled(verb)),
    }
}

/// "skipping", "coming", "being"
pub(super) fn gerund(verb: &str) -> String {
    match verb.strip_suffix('e') {
        // "lying"
        Some(stem) if stem.ends_with('i') => format!("{}ying", &stem[..stem.len() - 1]),
        Some(stem) if stem.len() > 1 && !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{}ing", doubled(verb)),
    }
}

fn doubled(verb: &str) -> String {
    let last = verb.chars().next_back().filter(|_| DOUBLED.contains(&verb));
    let mut stem = verb.to_owned();
    stem.extend(last);
    stem
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// All that a phrase in its short form stands for.
pub(super) fn spelt_out(phrase: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in phrase.split_whitespace() {
        let choices: Vec<String> = match word {
            "one's" => ["his", "her", "its", "their"].map(str::to_owned).to_vec(),
            "oneself" => ["himself", "herself", "itself", "themselves"].map(str::to_owned).to_vec(),
            _ => match word.strip_suffix('~') {
                Some(verb) => inflected(verb),
                None => vec![word.to_owned()],
            },
        };
        found = found
            .iter()
            .flat_map(|begun| {
                let space = if begun.is_empty() { "" } else { " " };
                choices.iter().map(move |choice| format!("{begun}{space}{choice}"))
            })
            .collect();
    }
    found
}

/// A phrase in its short form with its verb as it is after "to", or before nothing: "take part" and
/// "taking part" of `take~ part`.
pub(super) fn after_to(phrase: &str, gerunds: bool) -> String {
    let turned: Vec<String> = phrase
        .split_whitespace()
        .map(|word| match word.strip_suffix('~') {
            Some(verb) if gerunds => gerund(verb),
            Some(verb) => verb.to_owned(),
            None => word.to_owned(),
        })
        .collect();
    turned.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{after_to, inflected, spelt_out};

    #[test]
    fn verbs_have_their_forms() {
        assert_eq!(inflected("skip"), ["skip", "skipped", "skipping", "skips"]);
        assert_eq!(inflected("decline"), ["decline", "declined", "declines", "declining"]);
        assert_eq!(inflected("take"), ["take", "taken", "takes", "taking", "took"]);
        assert_eq!(inflected("cry"), ["cried", "cries", "cry", "crying"]);
        assert_eq!(inflected("stay"), ["stay", "stayed", "staying", "stays"]);
        assert_eq!(inflected("pass"), ["pass", "passed", "passes", "passing"]);
        assert_eq!(inflected("have"), ["had", "has", "have", "having"]);
        assert_eq!(inflected("be"), ["are", "be", "been", "being", "is", "was", "were"]);
        assert_eq!(inflected("lie"), ["lain", "lay", "lie", "lies", "lying"]);
        assert_eq!(inflected("forget"), ["forget", "forgets", "forgetting", "forgot", "forgotten"]);
        assert_eq!(inflected("log"), ["log", "logged", "logging", "logs"]);
        assert_eq!(inflected("tell"), ["tell", "telling", "tells", "told"]);
        assert_eq!(inflected("opt"), ["opt", "opted", "opting", "opts"]);
    }

    #[test]
    fn short_forms_are_spelt_out() {
        assert_eq!(spelt_out("took one's seat")[..2], ["took his seat", "took her seat"]);
        assert_eq!(after_to("take~ part", false), "take part");
        assert_eq!(after_to("take~ part", true), "taking part");
    }
}
