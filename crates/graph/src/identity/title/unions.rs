//! Unions of states that titles write out or by their letters: "the U.S.-European Union Dialogue", "the EU
//! Dialogue"; "the African Union Commission", "the AUC".

/// The stems of the words for a union, and the letters that stand for them.
const UNIONS: &[([&str; 2], &str)] = &[(["europea", "union"], "eu"), (["africa", "union"], "au")];

/// Puts letters for the unions among words in order, each there once.
pub(super) fn in_short(words: &mut Vec<String>) {
    for (names, letters) in UNIONS {
        if names.iter().all(|name| words.iter().any(|word| word == name)) {
            words.retain(|word| !names.contains(&word.as_str()));
            words.push((*letters).to_owned());
        }
    }
    // It is its commission that meets.
    for word in words.iter_mut().filter(|word| *word == "auc") {
        word.truncate(2);
    }
    if words.iter().any(|word| word == "au") {
        words.retain(|word| word != "commission");
    }
    words.sort_unstable();
    words.dedup();
}

#[cfg(test)]
mod tests {
    use super::in_short;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let mut words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        in_short(&mut words);
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn unions_are_called_by_their_letters() {
        check("dialogue europea union", "dialogue eu");
        check("africa dialogue union", "au dialogue");
        check("africa commission dialogue union", "au dialogue");
        check("auc dialogue", "au dialogue");
        check("africa leaders", "africa leaders");
        check("commission western", "commission western");
    }
}
