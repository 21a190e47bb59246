//! What stands around an article's words: the day and place it was sent from, headlines, bylines,
//! headings and the boilerplate of releases.

use crate::lexicon::Lexicon;
use crate::mentions::{DateMention, capitalised};
use crate::surface::{Run, Surface};
use crate::tokens::TokenKind;
use chancery_model::Date;

/// The frame of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// The day it gives for itself, if it gives the year.
    pub(crate) published: Option<Date>,
    /// Where it was sent from or where its occasion was, the country left out ("Rome", "PARIS").
    pub(crate) place: Option<Run>,
    /// The headline, which is among the headers too.
    pub(crate) title: Option<Run>,
    /// What is no content, in order and without overlap: whole lines, or the wire's dateline at
    /// the beginning of one.
    pub(crate) headers: Vec<Run>,
}

/// A dateline or a date line stands in one of the first paragraphs.
const TOP: usize = 8;

/// Reads the frame of an article.
///
/// # Complexity: O(tokens)
pub(crate) fn dateline(surface: &Surface, lexicon: &Lexicon) -> Dateline {
    let mut frame = Dateline::default();
    let paragraphs = surface.paragraphs();
    let lines: Vec<Line> = paragraphs.iter().map(|run| Line::of(surface, run)).collect();
    // A line without a full stop is a heading only over something.
    let last_content = lines.iter().rposition(|line| *line == Line::Content);
    let wire = paragraphs.iter().take(TOP).position(|run| wire(surface, run).is_some());
    let mut top = true;
    for (at, (run, line)) in paragraphs.iter().zip(&lines).enumerate() {
        let over = last_content.is_some_and(|last| at < last);
        let in_top = top && at < TOP;
        if at == 0 {
            frame.read_prefix(surface, run);
        }
        let sent = if in_top || wire == Some(at) { wire_or_date_line(surface, run) } else { None };
        let sent = sent.or_else(|| city(surface, lexicon, run).filter(|_| in_top));
        if let Some(sent) = sent {
            frame.published = frame.published.or(sent.published);
            frame.place = frame.place.take().or(sent.place);
            top &= sent.whole;
            frame.headers.push(sent.run);
            continue;
        }
        let before_wire = wire.is_some_and(|wire| at < wire) && run.len() <= 25;
        let is_header = match line {
            Line::Marker => true,
            Line::Byline => over || at < TOP,
            Line::Heading => over,
            Line::Content => before_wire && !surface.sentence(run.start).is_empty(),
        };
        if !is_header {
            top &= *line != Line::Content;
            continue;
        }
        if in_top && frame.place.is_none() && *line != Line::Marker {
            frame.place = place_line(surface, run, at > 0 && lines[at - 1] == Line::Byline);
            if frame.place.is_some() {
                frame.headers.push(run.clone());
                continue;
            }
        }
        let first = in_top
            && (frame.headers.is_empty()
                || (frame.published.is_some() && frame.headers.len() == 1));
        if first
            && frame.title.is_none()
            && matches!(line, Line::Heading | Line::Content)
            && reads_as_title(surface, run)
        {
            frame.title = Some(run.clone());
        }
        frame.headers.push(run.clone());
    }
    frame
}

fn reads_as_title(surface: &Surface, run: &Run) -> bool {
    run.len() >= 3
        && run.clone().filter(|at| surface.kind(*at) == TokenKind::Word).count() * 2 > run.len()
}

impl Dateline {
    /// "date 2025-02-18" at the very beginning of the text.
    fn read_prefix(&mut self, surface: &Surface, paragraph: &Run) {
        let at = paragraph.start;
        let day = surface.word(at + 1).parse().ok().filter(|day: &Date| day.is_day());
        if surface.lower(at) == "date" && paragraph.len() > 2 && day.is_some() {
            self.published = day;
            self.headers.push(at..at + 2);
        }
    }
}

/// What a paragraph looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Content,
    /// A short line without a full stop.
    Heading,
    /// Who wrote or spoke: "By JOHN SMITH", "Ned Price, Department Spokesperson".
    Byline,
    /// Boilerplate, wherever it stands: "Begin text:", "###".
    Marker,
}

impl Line {
    fn of(surface: &Surface, run: &Run) -> Self {
        if is_marker(surface, run) {
            return Self::Marker;
        }
        if run.len() > 25 {
            return Self::Content;
        }
        let credited = matches!(
            surface.lower(run.start),
            "by" | "reporting" | "editing" | "writing" | "compiled"
        );
        let by = surface.lower(run.start) == "by" || surface.lower(run.start + 1) == "by";
        if credited && by && !ends_sentence(surface, run) && run.len() <= 18 {
            let named = run.clone().skip(1).any(|at| surface.is_capital(at));
            return if named { Self::Byline } else { Self::Content };
        }
        if is_signed(surface, run) {
            return Self::Byline;
        }
        if !is_heading(surface, run) {
            return Self::Content;
        }
        let comma = run.clone().any(|at| surface.lower(at) == ",");
        let office = run.clone().any(|at| OFFICES.contains(&surface.lower(at)));
        if comma && office { Self::Byline } else { Self::Heading }
    }
}

/// "Ann Lee in Lima and Bo Kim", "Ann Lee and Bo Kim in Lima": two who wrote, and where, without "By".
fn is_signed(surface: &Surface, run: &Run) -> bool {
    let joins = |at: usize| matches!(surface.lower(at), "and" | "in" | "," | "at");
    let named = |at: usize| surface.is_capital(at);
    let mut people = 0;
    let mut length = 0;
    let mut places = false;
    for at in run.clone() {
        if joins(at) {
            people += usize::from(length >= 2 && surface.lower(at) != ",");
            length = 0;
            places |= surface.lower(at) == "in";
        } else if named(at) {
            length += 1;
        } else {
            return false;
        }
    }
    people += usize::from(length >= 2);
    let both = run.clone().any(|at| surface.lower(at) == "and");
    places && both && people >= 2 && run.len() <= 14 && named(run.start)
}

/// Lines that are boilerplate whatever comes before or after.
const MARKERS: &[&str] = &[
    "begin text",
    "end text",
    "begin quote",
    "end quote",
    "for immediate release",
    "press statement",
    "press release",
    "media note",
    "fact sheet",
    "office of the spokesperson",
    "office of the press secretary",
    "ends",
    "end",
    "enditem",
    "30",
    "full text",
    "abstract",
    "as prepared for delivery",
    "as delivered",
    "as prepared",
    "unclassified",
    "transcript",
];

fn is_marker(surface: &Surface, run: &Run) -> bool {
    let is_word = |at: &usize| surface.word(*at).contains(char::is_alphanumeric);
    if !run.clone().any(|at| is_word(&at)) {
        return true;
    }
    if run.len() <= 9 {
        let words: Vec<&str> = run.clone().filter(is_word).map(|at| surface.lower(at)).collect();
        if MARKERS.contains(&words.join(" ").as_str()) {
            return true;
        }
        let (first, last) = (surface.lower(run.start), surface.lower(run.end - 1));
        if matches!((first, last), ("(", ")") | ("[", "]")) {
            return true;
        }
    }
    let for_readers = surface.lower(run.start) == "for"
        && matches!(
            surface.lower(run.start + 1),
            "media" | "press" | "more" | "further" | "updates" | "additional" | "inquiries"
        );
    for_readers
        && run.len() <= 45
        && run.clone().any(|at| {
            matches!(
                surface.lower(at),
                "contact" | "follow" | "visit" | "see" | "please" | "@" | "email"
            )
        })
}

/// Words of a byline that name an office: not the second half of a place.
const OFFICES: &[&str] = &[
    "secretary",
    "minister",
    "president",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "ambassador",
    "envoy",
    "adviser",
    "advisor",
    "director",
    "premier",
    "chairman",
    "chair",
    "chairperson",
    "counselor",
    "coordinator",
    "administrator",
    "representative",
    "commissioner",
    "correspondent",
    "writer",
    "reporter",
    "editor",
    "staff",
    "chancellor",
    "governor",
    "senator",
    "officer",
    "chargé",
    "consul",
    "king",
    "queen",
    "prince",
    "general",
    "assistant",
    "deputy",
    "professor",
];

/// A short line that begins like a sentence and does not end like one.
fn is_heading(surface: &Surface, run: &Run) -> bool {
    let first = surface.word(run.start);
    let begins = first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let quoted = surface.kind(run.start) == TokenKind::Quote && surface.is_capital(run.start + 1);
    // "MR PRICE: What I will say is" is speech; "QUESTION: (Off-mike.)" too.
    let speaks = run.clone().skip(1).take(5).any(|at| surface.lower(at) == ":")
        && first.len() > 1
        && first.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let clause = run.len() > 6 && run.clone().any(|at| CLAUSE_WORDS.contains(&surface.lower(at)));
    let cut = CUT_SHORT.contains(&surface.lower(run.end - 1));
    (begins || quoted) && !speaks && !clause && !cut && !ends_sentence(surface, run)
}

/// Words that headlines and headings leave out.
const CLAUSE_WORDS: &[&str] = &["said", "told", "added", "was", "were", "had", "has", "have"];

/// Words that end a line only where the line was cut.
const CUT_SHORT: &[&str] = &[
    "and", "or", "the", "a", "an", "of", "to", "in", "on", "by", "for", "with", "that", "which",
    "as", "from", "its", "their",
];

fn ends_sentence(surface: &Surface, run: &Run) -> bool {
    let mut last = run.end - 1;
    while last > run.start
        && (surface.kind(last) == TokenKind::Quote || matches!(surface.lower(last), ")" | "]"))
    {
        last -= 1;
    }
    let stop = matches!(
        surface.lower(last),
        "." | "!" | "?" | "..." | "…" | ":" | ";" | "," | "-" | "--" | "—" | "–"
    );
    // "He left the U.S." ends one, "Washington, D.C." does not.
    let shortened = surface.word(last).ends_with('.') && run.len() > 6;
    // A headline may ask.
    stop && !(surface.lower(last) == "?" && run.start == 0) || shortened
}

/// Where and when an article was sent from.
struct Sent {
    run: Run,
    place: Option<Run>,
    published: Option<Date>,
    /// Whether it is a line of its own.
    whole: bool,
}

fn wire_or_date_line(surface: &Surface, run: &Run) -> Option<Sent> {
    wire(surface, run).or_else(|| date_line(surface, run))
}

/// "PARIS, May 3 (Reuters) - ", "MOSCOW (AP) — ", "London, 5 June 1999 -"; or a line of its own,
/// "Geneva, 16 June 2021".
fn wire(surface: &Surface, run: &Run) -> Option<Sent> {
    let ceiling = run.end.min(run.start + 24);
    let is_dash = |at: usize| matches!(surface.lower(at), "-" | "--" | "—" | "–" | "---");
    let dash = (run.start + 1..ceiling).find(|at| is_dash(*at));
    let end = dash.unwrap_or(ceiling);
    let fits = |at: usize| match surface.kind(at) {
        TokenKind::Word => {
            surface.is_capital(at)
                || matches!(
                    surface.lower(at),
                    "of" | "de" | "del" | "la" | "and" | "the" | "al" | "en" | "st"
                )
        }
        TokenKind::Number => true,
        TokenKind::Mark => matches!(surface.lower(at), "," | "(" | ")" | "/" | "." | ";"),
        TokenKind::Clitic | TokenKind::Quote => false,
    };
    let by = surface.lower(run.start) == "by";
    if by || !surface.is_capital(run.start) || !(run.start..end).all(fits) {
        return None;
    }
    let date = DateMention::within(surface, run.start..end, None).into_iter().next();
    let agency = (run.start + 1..end).find(|at| surface.lower(*at) == "(");
    let closed =
        agency.is_some_and(|open| (open + 2..end.min(open + 6)).any(|at| surface.lower(at) == ")"));
    let full = date.as_ref().and_then(|date| date.when.from).filter(|day| day.is_day());
    let stop = (run.start..end)
        .find(|at| matches!(surface.lower(*at), "," | "("))
        .unwrap_or(end)
        .min(date.as_ref().map_or(end, |date| date.run.start));
    let place = run.start..stop;
    let named = !place.is_empty()
        && place.len() <= 4
        && place.clone().all(|at| surface.kind(at) == TokenKind::Word);
    let shouted = place
        .clone()
        .all(|at| surface.word(at).chars().all(|c| c.is_uppercase() || !c.is_alphabetic()))
        && surface.word(place.start).len() >= 3;
    let sure = match dash {
        Some(dash) => {
            let parts = surface.spaced(dash + 1) || surface.word(dash).len() > 1;
            let dated = date.is_some() && (shouted || full.is_some());
            let bare = shouted
                && surface.spaced(dash)
                && starts_sentence(surface, dash + 1)
                && !ACRONYMS.contains(&surface.word(place.start));
            parts && (closed || dated || bare)
        }
        None => full.is_some() && ceiling == run.end && run.len() <= 14,
    };
    (named && sure).then(|| Sent {
        run: run.start..dash.map_or(run.end, |dash| dash + 1),
        place: Some(place),
        published: full,
        whole: dash.is_none() || dash == Some(run.end - 1),
    })
}

/// "NEW DELHI: India agreed."
fn city(surface: &Surface, lexicon: &Lexicon, run: &Run) -> Option<Sent> {
    let place = sent_from(surface, lexicon, run.start)?;
    let header = run.start..place.end + 1;
    Some(Sent { run: header, place: Some(place), published: None, whole: false })
}

/// The city in capitals before a colon at a token, which does not speak ("NEW DELHI: India agreed").
pub(crate) fn sent_from(surface: &Surface, lexicon: &Lexicon, start: usize) -> Option<Run> {
    let colon = (start + 1..start + 4).find(|at| surface.word(*at) == ":")?;
    let shouted = |at: usize| surface.word(at).bytes().all(|byte| byte.is_ascii_uppercase());
    if !(start..colon).all(shouted) || !starts_sentence(surface, colon + 1) {
        return None;
    }
    let first = capitalised(surface.lower(start));
    if !lexicon.places.may_begin(&first) {
        return None;
    }
    let rest = (start + 1..colon).map(|at| capitalised(surface.lower(at)));
    let words: Vec<String> = std::iter::once(first).chain(rest).collect();
    let known = lexicon.places.longest(|at| words.get(at).map(String::as_str))?;
    (known.0 == words.len()).then_some(start..colon)
}

/// Words in capitals that are no towns.
const ACRONYMS: &[&str] = &[
    "NATO",
    "OPEC",
    "ASEAN",
    "UNESCO",
    "UNICEF",
    "UPDATE",
    "NEWS",
    "WATCH",
    "EXCLUSIVE",
    "BREAKING",
    "NOTE",
    "SUMMARY",
];

fn starts_sentence(surface: &Surface, at: usize) -> bool {
    surface.is_capital(at) || surface.kind(at) == TokenKind::Quote
}

/// A line that is only a date: "Saturday, October 10, 2009", "Published: 10 October 2009, 14:30 GMT".
fn date_line(surface: &Surface, run: &Run) -> Option<Sent> {
    if run.len() > 18 {
        return None;
    }
    let date = DateMention::within(surface, run.clone(), None).into_iter().next()?;
    let published = date.when.from.filter(|day| day.is_day() && date.when.to == Some(*day))?;
    let alone = run.clone().filter(|at| !date.run.contains(at)).all(|at| {
        surface.kind(at) == TokenKind::Mark
            || surface.kind(at) == TokenKind::Number
            || matches!(
                surface.lower(at),
                "published"
                    | "posted"
                    | "updated"
                    | "date"
                    | "released"
                    | "on"
                    | "at"
                    | "gmt"
                    | "utc"
                    | "est"
                    | "edt"
                    | "cet"
                    | "bst"
                    | "a.m."
                    | "p.m."
                    | "am"
                    | "pm"
                    | "last"
                    | "time"
            )
    });
    alone.then(|| Sent { run: run.clone(), place: None, published: Some(published), whole: true })
}

/// A location line under a byline: "Rome, Italy", "Washington, D.C.", "Jerusalem".
fn place_line(surface: &Surface, run: &Run, under_byline: bool) -> Option<Run> {
    // "Published 16 January 2023"
    if matches!(surface.lower(run.start), "published" | "posted" | "updated" | "released") {
        return None;
    }
    let comma = run.clone().find(|at| surface.lower(*at) == ",");
    let place = run.start..comma.unwrap_or(run.end);
    let names = |part: Run| {
        !part.is_empty()
            && part.len() <= 3
            && part.clone().all(|at| surface.is_capital(at) && surface.kind(at) == TokenKind::Word)
            && !part.clone().any(|at| {
                OFFICES.contains(&surface.lower(at)) || VENUES.contains(&surface.lower(at))
            })
    };
    let fits = match comma {
        Some(comma) => names(place.clone()) && names(comma + 1..run.end),
        None => under_byline && place.len() == 1 && names(place.clone()),
    };
    let shouted = surface.word(run.start).chars().all(char::is_uppercase);
    (fits && (!shouted || comma.is_some())).then_some(place)
}

/// Words of a line that names a room or a hall, and no town.
const VENUES: &[&str] = &[
    "room",
    "hall",
    "palace",
    "hotel",
    "headquarters",
    "building",
    "auditorium",
    "university",
    "ministry",
    "embassy",
    "agenda",
    "objectives",
    "participants",
    "background",
    "via",
    "remarks",
    "transcript",
    "interview",
    "opening",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::Tagger;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let surface = Surface::new(text, Tagger::embedded());
        let frame = dateline(&surface, Lexicon::embedded());
        let named = |what: &str, run: &Option<Run>| {
            run.as_ref().map_or(String::new(), |run| format!("; {what} {}", surface.words(run)))
        };
        let day = frame.published.map_or("undated".to_owned(), |day| day.to_string());
        let shown = day + &named("from", &frame.place) + &named("title", &frame.title);
        let headers: Vec<_> = frame.headers.iter().map(|run| surface.words(run)).collect();
        expected.assert_eq(&format!("{shown}; [{}]", headers.join(" | ")));
    }

    #[test]
    fn a_day_is_read_from_a_prefix_or_a_line_of_its_own() {
        check(
            " date 2025-02-18 Russia and the US agreed to talk.",
            expect!["2025-02-18; [date 2025-02-18]"],
        );
        check(
            "Annan warns Kenya\n\nSaturday, October 10, 2009\n\nHe left on Wednesday.",
            expect![
                "2009-10-10; title Annan warns Kenya; [Annan warns Kenya | Saturday, October 10, 2009]"
            ],
        );
        check(
            "Published: 10 October 2009, 14:30 GMT\n\nHe left on Wednesday.",
            expect!["2009-10-10; [Published: 10 October 2009, 14:30 GMT]"],
        );
        check(
            "Geneva, 16 June 2021\n\nThe two sides met.",
            expect!["2021-06-16; from Geneva; [Geneva, 16 June 2021]"],
        );
        check("He came.\n\nIt was May 3, 2021.", expect!["undated; []"]);
        check("date palms grow there.", expect!["undated; []"]);
    }

    #[test]
    fn a_wire_gives_the_place_and_seldom_the_year() {
        check(
            "PARIS, May 3 (Reuters) - France and Chad met.",
            expect!["undated; from PARIS; [PARIS, May 3 (Reuters) -]"],
        );
        check("MOSCOW (AP) — Russia agreed.", expect!["undated; from MOSCOW; [MOSCOW (AP) —]"]);
        check("NEW DELHI: India agreed.", expect!["undated; from NEW DELHI; [NEW DELHI:]"]);
        check("LEE: India agreed.", expect!["undated; []"]);
        check(
            "WASHINGTON, Feb. 3, 2004 (AFP) – The envoy left.",
            expect!["2004-02-03; from WASHINGTON; [WASHINGTON, Feb. 3, 2004 (AFP) –]"],
        );
        check(
            "BEIJING, March 7 (Xinhua) -- China agreed.",
            expect!["undated; from BEIJING; [BEIJING, March 7 (Xinhua) --]"],
        );
        check(
            "BEIJING, Nov. 14(Xinhua)--China agreed.",
            expect!["undated; from BEIJING; [BEIJING, Nov. 14(Xinhua)--]"],
        );
        check(
            "London, 5 June 1999 - The envoy left.",
            expect!["1999-06-05; from London; [London, 5 June 1999 -]"],
        );
        check(
            "MAR DEL PLATA, Argentina, Nov. 5 (Xinhua) -- Leaders met.",
            expect!["undated; from MAR DEL PLATA; [MAR DEL PLATA, Argentina, Nov. 5 (Xinhua) --]"],
        );
        check(
            "Nation cuddles mascots\n\nBy Saud Abu Ramadan\n\nGAZA, Nov. 28 (Xinhua) -- Leaders met.",
            expect![
                "undated; from GAZA; title Nation cuddles mascots; [Nation cuddles mascots | By Saud Abu Ramadan | GAZA, Nov. 28 (Xinhua) --]"
            ],
        );
        check(
            "Talks fail.\n\nNEW YORK - The talks failed.",
            expect!["undated; from NEW YORK; title Talks fail.; [Talks fail. | NEW YORK -]"],
        );
        check("NATO - The alliance met.", expect!["undated; []"]);
        check("Paris - a city - was calm.", expect!["undated; []"]);
        check("The 2000 Games had mascots -- three of them.", expect!["undated; []"]);
    }

    #[test]
    fn headings_bylines_and_boilerplate_are_no_content() {
        check(
            "Office of the Spokesperson\n\nBegin text:\n\nWe met.\n\nEnd text.\n\n# # #",
            expect!["undated; [Office of the Spokesperson | Begin text: | End text. | # # #]"],
        );
        check(
            "Antony J. Blinken, Secretary of State\n\nRome, Italy\n\nVilla Taverna\n\nSECRETARY BLINKEN: Thank you.",
            expect![
                "undated; from Rome; [Antony J. Blinken, Secretary of State | Rome, Italy | Villa Taverna]"
            ],
        );
        check(
            "Ned Price, Department Spokesperson\n\nWashington, D.C.\n\n2:32 p.m. EDT\n\nMR PRICE: Good afternoon.",
            expect![
                "undated; from Washington; [Ned Price, Department Spokesperson | Washington, D.C. | 2:32 p.m. EDT]"
            ],
        );
        check(
            "Antony J. Blinken, Secretary of State\n\nJerusalem\n\nQUESTION: Thanks.",
            expect!["undated; from Jerusalem; [Antony J. Blinken, Secretary of State | Jerusalem]"],
        );
        check(
            "By JOHN SMITH, Associated Press Writer\n\nLeaders met.\n\nRole in Afghanistan\n\nThey left.",
            expect!["undated; [By JOHN SMITH, Associated Press Writer | Role in Afghanistan]"],
        );
        check(
            "Leaders met.\n\nFor media inquiries, please contact press@state.gov.",
            expect!["undated; [For media inquiries, please contact press@state.gov.]"],
        );
        check(
            "The below is attributable to Spokesperson Ned Price:\n\nThe Secretary left.",
            expect!["undated; []"],
        );
    }

    #[test]
    fn a_line_without_a_full_stop_is_content_if_nothing_follows() {
        check("France and Chad held talks", expect!["undated; []"]);
        check("", expect!["undated; []"]);
        check("MR PRICE: What I will say is\n\nQUESTION: Well.", expect!["undated; []"]);
    }
}
