//! What the title of a text tells that its words do not: whom a transcript is of, by their full
//! names, and that they met.
//!
//! "Secretary Blinken and Polish Foreign Minister Zbigniew Rau Before Their Meeting" heads a text
//! that names neither in full: "FOREIGN MINISTER RAU: Thank you."

use crate::entities::{Cast, Headed};
use crate::lexicon::Lexicon;
use crate::surface::Surface;
use crate::tagger::Tagger;
use chancery_model::{EntityKind, fold};

/// The title of a text, as far as it tells who is there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Headline {
    /// The persons that it names, in order.
    pub(crate) people: Vec<Headed>,
    /// The words that name them, folded.
    pub(crate) words: Vec<String>,
    /// The whole of it, folded.
    pub(crate) whole: String,
    /// Whether it says that they are together.
    pub(crate) together: Together,
}

/// What a title says of the persons that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Together {
    /// Nothing.
    #[default]
    Unsaid,
    /// They meet, and the text is what they say before it.
    Before,
    /// They have met, or sign what they have agreed.
    After,
    /// They speak at one event: "at the launch of".
    Event,
    /// The text is the readout of their meeting or call.
    Readout,
}

/// Phrases of titles, in lower case; the names stand before them, or after those that end in "with".
const PHRASES: &[(&str, Together)] = &[
    (" before their ", Together::Before),
    (" before meeting", Together::Before),
    (" after their ", Together::After),
    (" after meeting", Together::After),
    (" at a joint press ", Together::After),
    (" joint press availability with ", Together::After),
    (" press availability with ", Together::After),
    (" statements to the press", Together::After),
    (" joint press statements", Together::After),
    (" joint statements ", Together::After),
    (" at a signing ", Together::After),
    (" at the signing ", Together::After),
];

/// Small words that titles write with a capital.
const SMALL: &[&str] =
    &["And", "With", "At", "Before", "After", "On", "Of", "The", "For", "In", "To"];

/// What a readout is of, before "with".
const READ_OUT: &[&str] = &["call", "calls", "meeting", "meetings", "videoconference"];

impl Headline {
    /// Reads a title. What it says of the text's people holds if they speak in it, or if it heads a
    /// readout.
    pub(crate) fn read(title: &str, lexicon: &Lexicon, tagger: &Tagger, official_us: bool) -> Self {
        // As a sentence would have it, which is what the tagger knows.
        let words: Vec<String> = title
            .split_whitespace()
            .map(|word| if SMALL.contains(&word) { word.to_lowercase() } else { word.to_owned() })
            .collect();
        let of_readout = is_of_readout(&words);
        let title = words.join(" ");
        let whole = fold(&title);
        // Bytes stay where they are: only ASCII is looked for.
        let lower = title.to_ascii_lowercase();
        let phrase = PHRASES.iter().find_map(|(phrase, together)| {
            lower.find(phrase).map(|at| (at, at + phrase.len(), *together))
        });
        let (named, together) = match phrase {
            Some((at, end, together)) if lower[..end].ends_with(" with ") => {
                (format!("{} and {}", &title[..at], &title[end..]), together)
            }
            Some((at, _, together)) => (title[..at].to_owned(), together),
            None if of_readout => {
                // "on the occasion of Eid al-Adha"
                let end = lower.find(" on ").unwrap_or(title.len());
                (title[..end].to_owned(), Together::Readout)
            }
            None => (title, Together::Event),
        };
        let surface = Surface::new(&named, tagger);
        let mut cast = Cast::new(&surface, lexicon, (official_us, false), None, &[]);
        cast.index();
        let mut people: Vec<Headed> = Vec::new();
        let mut seen = Vec::new();
        for mention in cast.mentions() {
            let member = cast.member(mention.who);
            if member.kind != EntityKind::Person || seen.contains(&mention.who) {
                continue;
            }
            seen.push(mention.who);
            let words: Vec<String> = member.name.split(' ').map(str::to_owned).collect();
            let side = cast.side_of(mention.who).map(|side| cast.member(side));
            let state = side.and_then(|side| side.code);
            people.push(Headed { words, state, official: !member.offices.is_empty() });
        }
        let words = fold(&named).split(' ').map(str::to_owned).collect();
        Self { people, words, whole, together }
    }
}

/// Whether a title heads a readout: "Secretary Blinken's Call with".
pub(crate) fn heads_readout(title: &str) -> bool {
    is_of_readout(&title.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
}

fn is_of_readout(words: &[String]) -> bool {
    let mut pairs = words.windows(2);
    pairs.any(|pair| {
        READ_OUT.contains(&&*pair[0].to_lowercase()) && pair[1].eq_ignore_ascii_case("with")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: &str) {
        let headline = Headline::read(title, Lexicon::embedded(), Tagger::embedded(), true);
        let people: Vec<String> = headline
            .people
            .iter()
            .map(|it| {
                let state = it.state.map_or("?".to_owned(), |code| code.as_str().to_owned());
                format!("{} {state}", it.words.join(" "))
            })
            .collect();
        assert_eq!(format!("{:?}: {}", headline.together, people.join(", ")), expected, "{title}");
    }

    #[test]
    fn a_title_names_those_who_meet() {
        check(
            "Secretary Blinken’s Call with NATO Secretary General Stoltenberg and Polish Foreign \
             Minister Rau on Ukraine",
            "Readout: Blinken ?, Stoltenberg ?, Rau PL",
        );
        check(
            "Secretary Antony J. Blinken And Polish Foreign Minister Zbigniew Rau Before Their Meeting",
            "Before: Antony J. Blinken ?, Zbigniew Rau PL",
        );
        check(
            "Secretary Antony J. Blinken Joint Press Availability with Republic of Korea Foreign \
             Minister Chung Eui-yong and Japanese Foreign Minister Hayashi Yoshimasa",
            "After: Antony J. Blinken ?, Chung Eui-yong KR, Hayashi Yoshimasa JP",
        );
        check(
            "Secretary Antony J. Blinken and Israeli Prime Minister Benjamin Netanyahu Statements to \
             the Press",
            "After: Antony J. Blinken ?, Benjamin Netanyahu IL",
        );
        check(
            "Secretary Antony J. Blinken, Kosovo President Vjosa Osmani and Kosovo Prime Minister \
             Albin Kurti Before Their Meeting",
            "Before: Antony J. Blinken ?, Vjosa Osmani XK, Albin Kurti XK",
        );
    }
}
