//! Days that stand near the words for a meeting and are of something else: of what was before, or of
//! the telling.

use super::scene::Scene;
use crate::entities::Cast;
use crate::mentions::DateMention;
use crate::surface::Run;
use std::borrow::Cow;

/// Words before a date that are looked at.
const NEAR: usize = 6;
/// Words between a date and those for a meeting that are looked at.
const FAR: usize = 40;

/// Verbs of telling, and of putting out what tells.
#[rustfmt::skip]
const TELLS: &[&str] = &[
    "announced", "announces", "announcing", "asked", "claimed", "claiming", "confirmed", "issued",
    "noted", "published", "quoting", "recounting", "released", "reported", "said", "saying", "says",
    "tweeted", "warned", "warning", "wrote",
];

/// Words of telling before a day: "as you heard last week", "a report today about".
#[rustfmt::skip]
const TOLD: &[&str] = &[
    "announced", "asked", "heard", "mentioned", "noted", "remarks", "report", "reported", "reports",
    "said", "say", "saw", "spoke", "statement", "told", "tweet", "tweeted", "warned",
];

/// "his first visit since taking office last May": when he did is no day of the visit; nor is that
/// since when it is the first, or that on which a statement of it was "issued on May 19".
pub(super) fn own_days<'d>(cast: &Cast, dates: &'d [DateMention]) -> Cow<'d, [DateMention]> {
    let surface = cast.surface;
    let is_own = |date: &&DateMention| {
        let on = usize::from(surface.lower(date.run.start.wrapping_sub(1)) == "on");
        let verb = surface.lower(date.run.start.wrapping_sub(1 + on));
        let deictic = matches!(surface.lower(date.run.start), "today" | "yesterday");
        if matches!(verb, "issued" | "released" | "published" | "posted") && !deictic {
            return false;
        }
        if is_since_when(cast, date)
            || is_of_what_happened(cast, date)
            || is_of_what_was_made(cast, date)
            || is_since_a_happening(cast, date)
        {
            return false;
        }
        let first = surface.sentence(date.run.start).start.max(date.run.start.saturating_sub(NEAR));
        let verb = (first..date.run.start)
            .rev()
            .take_while(|at| !matches!(surface.word(*at), "," | ";"))
            .find(|at| surface.pos(*at).is_verb());
        verb.is_none_or(|at| at == first || surface.lower(at - 1) != "since")
            && !verb.is_some_and(|at| is_in_a_clause_of_since(cast, first, at))
    };
    let as_it_is = |date: &DateMention| {
        is_own(&date) && !is_not_since(cast, date) && !is_of_return(cast, date)
    };
    if dates.iter().all(as_it_is) {
        return Cow::Borrowed(dates);
    }
    let own = dates.iter().filter(is_own).map(|date| {
        let mut date = date.clone();
        if is_not_since(cast, &date) {
            for when in [&mut date.when, &mut date.past, &mut date.future] {
                when.to = when.from;
            }
        }
        if is_of_return(cast, &date) {
            for when in [&mut date.when, &mut date.past, &mut date.future] {
                when.from = None;
            }
        }
        date
    });
    Cow::Owned(own.collect())
}

/// "her first visit since a failed coup last July": when that happened.
fn is_since_a_happening(cast: &Cast, date: &DateMention) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(date.run.start).start.max(date.run.start.saturating_sub(NEAR));
    let within = |at: &usize| {
        let pos = surface.pos(*at);
        let lasts = matches!(surface.lower(*at), "in" | "on");
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || lasts
            || pos == crate::tagger::Pos::VerbParticiple
    };
    let since = (first..date.run.start)
        .rev()
        .find(|at| surface.lower(*at) == "since" || !within(at))
        .filter(|at| *at > first && surface.lower(*at) == "since");
    // "since their summit last July" there was another meeting, on that day.
    since.is_some_and(|since| {
        let mut between = since + 1..date.run.start;
        between.clone().any(|at| surface.pos(at).is_noun())
            && !between.any(|at| cast.lexicon.names_a_meeting(surface.lower(at)))
    })
}

/// Words of a subject, at most.
const SUBJECT: usize = 3;

/// "his second visit since he took office in 2017": when somebody did something else than to meet.
fn is_in_a_clause_of_since(cast: &Cast, first: usize, verb: usize) -> bool {
    let surface = cast.surface;
    let group = crate::clauses::verb_group(surface, verb);
    let start = group.run.start;
    let since = (first.max(start.saturating_sub(SUBJECT))..start)
        .rev()
        .find(|at| surface.lower(*at) == "since");
    since.is_some() && group.finite && super::verbs::kind_of_verb(surface.lower(verb)).is_none()
}

/// "returned on June 3 from travel to Chad", "returned from Chad on June 18": the last day of it.
fn is_of_return(cast: &Cast, date: &DateMention) -> bool {
    let surface = cast.surface;
    let first = surface.sentence(date.run.start).start.max(date.run.start.saturating_sub(NEAR + 6));
    let end = surface.sentence(date.run.start).end.min(date.run.end + 2);
    let verb = (first..date.run.start).rev().find(|at| surface.pos(*at).is_verb());
    let from = |mut run: Run| run.any(|at| surface.lower(at) == "from");
    // "returned from Chad on Tuesday and met Lee"
    let sentence_end = surface.sentence(date.run.start).end;
    let goes_on = (date.run.end..sentence_end.min(date.run.end + 6))
        .any(|at| surface.pos(at).is_finite_verb());
    verb.is_some_and(|at| surface.lower(at) == "returned" && from(at + 1..end) && !goes_on)
}

/// Nouns for what happens on a day and is no meeting.
#[rustfmt::skip]
const HAPPENINGS: &[&str] = &[
    "announcement", "attack", "attacks", "bombing", "coup", "decision", "election", "elections",
    "explosion", "invasion", "launch", "launches", "letter", "protest", "protests", "resolution",
    "statement", "strike", "strikes", "test", "tests", "vote",
];

/// "discussed Chad's February 26 and March 4 missile launches": the days of these.
fn is_of_what_happened(cast: &Cast, date: &DateMention) -> bool {
    let surface = cast.surface;
    let end = surface.sentence(date.run.start).end.min(date.run.end + 9);
    let noun = (date.run.end..end).take_while(|at| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || pos == crate::tagger::Pos::Number
            || surface.lower(*at) == "and"
            || surface.is_capital(*at)
    });
    let happens = |at: usize| HAPPENINGS.contains(&surface.lower(at));
    let before = date.run.start.wrapping_sub(1);
    let possessed =
        matches!(surface.lower(before), "'s" | "the" | "its" | "their" | "and" | "his" | "her");
    // "the June 14 summit statement" is of the summit.
    let meets = |at: usize| {
        matches!(
            surface.lower(at),
            "conference" | "dialogue" | "meeting" | "summit" | "talks" | "visit"
        )
    };
    possessed && !noun.clone().any(meets) && noun.last().is_some_and(happens)
}

/// Participles of what is made once, and lasts.
#[rustfmt::skip]
const MADE: &[&str] = &[
    "adopted", "created", "done", "enacted", "established", "founded", "inaugurated", "initiated",
    "instituted", "launched", "passed", "ratified", "signed",
];

/// "The final session of the dialogue, initiated on June 11, 2020", "the agreements signed in 1984": the
/// day or year of what was made before. What news tells of as made is of its days.
fn is_of_what_was_made(cast: &Cast, date: &DateMention) -> bool {
    let surface = cast.surface;
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year = date.run.clone().any(|at| is_year(surface.word(at)));
    // "done in 1984, 1994, and 2017"
    let listed =
        |at: &usize| matches!(surface.lower(*at), "," | "and") || is_year(surface.word(*at));
    let first = surface.sentence(date.run.start).start.max(date.run.start.saturating_sub(NEAR));
    let lead = (first..date.run.start).rev().take_while(listed).last().unwrap_or(date.run.start);
    let on = lead.wrapping_sub(1);
    let verb = on.wrapping_sub(1);
    // "The dialogue was initiated on June 11, 2020."
    let told = crate::clauses::is_be(surface.lower(verb.wrapping_sub(1)));
    matches!(surface.lower(on), "on" | "in") && MADE.contains(&surface.lower(verb)) && year && !told
}

/// Where "since" stands before a date: "since 2019", "since Lee in 2011".
fn since_before(cast: &Cast, date: &DateMention) -> Option<usize> {
    let surface = cast.surface;
    let first = surface.sentence(date.run.start).start;
    let mut lead = date.run.start;
    if surface.lower(lead.wrapping_sub(1)) == "in" && lead > first + 1 {
        let named = |at: &usize| surface.is_capital(*at);
        lead -= 1;
        lead -= (first + 1..lead).rev().take(NEAR).take_while(named).count();
    }
    while lead > first
        && lead + 3 > date.run.start
        && matches!(surface.lower(lead - 1), "the" | "then" | "back" | "in")
    {
        lead -= 1;
    }
    (lead > first && surface.lower(lead - 1) == "since").then(|| lead - 1)
}

/// "the first meeting since 2019", "for the third time since last December": there was another before.
fn is_since_when(cast: &Cast, date: &DateMention) -> bool {
    let surface = cast.surface;
    let Some(since) = since_before(cast, date) else { return false };
    let first = surface.sentence(since).start.max(since.saturating_sub(FAR));
    let again = |at: usize| {
        crate::clauses::is_ordinal(surface.lower(at))
            || surface.lower(at) == "most" && surface.pos(at + 1).is_adjective()
    };
    // "The third round has been under way since Monday"
    let lasts = |at: usize| match surface.lower(at) {
        "been" => {
            surface.pos(at + 1) == crate::tagger::Pos::VerbGerund || !surface.pos(at + 1).is_verb()
        }
        "underway" | "ongoing" => true,
        word => word.starts_with("continu"),
    };
    (first..since).rev().find(|at| again(*at)).is_some_and(|at| !(at..since).any(lasts))
}

/// "have not met since February": then they did.
fn is_not_since(cast: &Cast, date: &DateMention) -> bool {
    let surface = cast.surface;
    let Some(since) = since_before(cast, date) else { return false };
    let first = surface.sentence(since).start.max(since.saturating_sub(FAR));
    let verb = (first..since).rev().find(|at| {
        matches!(surface.lower(*at), "met" | "spoken" | "talked" | "visited" | "held" | "convened")
    });
    let not = |at: usize| matches!(surface.lower(at), "not" | "n't" | "never");
    verb.is_some_and(|verb| (first.max(verb.saturating_sub(3))..verb).any(not))
}

/// Whether a day before the words for a meeting is that on which somebody tells of it: "said over the
/// weekend that he expected the talks to", "Earlier today the ministry released a readout of a call",
/// "As we announced just this morning, Lee will travel". `left`: the first of the words for it.
pub(super) fn is_of_telling(scene: &Scene, mention: &DateMention, left: usize) -> bool {
    let surface = scene.cast.surface;
    let sentence = surface.sentence(left);
    let date = &mention.run;
    let ahead = mention.when.first_day().zip(scene.published);
    let ahead = ahead.is_some_and(|(day, published)| day > published.last_day());
    if !scene.release
        || ahead
        || date.end > left
        || date.start < sentence.start
        || left - date.end > FAR
    {
        return false;
    }
    // "said on Friday that he hoped the current visit would": one that was under way on that day.
    if (left..left + 3).any(|at| surface.lower(at) == "current") {
        return false;
    }
    // "said at the start of the talks", "asked at the summit": that is where it was told.
    let mut before = (date.end.max(left.saturating_sub(NEAR))..left).rev().skip_while(|at| {
        let pos = surface.pos(*at);
        pos.is_noun()
            || pos.is_adjective()
            || pos.is_determiner()
            || surface.lower(*at) == "'s"
            || matches!(surface.lower(*at), "his" | "her" | "their" | "our" | "its" | "my")
    });
    let adjunct = |at: usize| {
        matches!(surface.lower(at), "in" | "at" | "after" | "during" | "following" | "before")
    };
    if before.next().is_some_and(adjunct) {
        return false;
    }
    let first = sentence.start.max(date.start.saturating_sub(NEAR + 4));
    let told = |mut run: Run| run.any(|at| TOLD.contains(&surface.lower(at)));
    match surface.lower(date.end) {
        // "It was only last week that Lee met Kim."
        "that" => {
            let cleft = (first..date.start).any(|at| {
                surface.lower(at) == "it" && crate::clauses::is_be(surface.lower(at + 1))
            });
            if !cleft {
                return true;
            }
        }
        "saying" | "quoting" | "announcing" | "claiming" | "warning" | "recounting" => return true,
        "about" | "concerning" if told(first..date.start) => return true,
        _ => {}
    }
    let as_told = (first..date.start).rev().find(|at| surface.lower(*at) == "as");
    if as_told.is_some_and(|at| told(at..date.start)) {
        return true;
    }
    // "Last month, as Lee said, we met", "On Monday, the ministry said, Lee met Kim", but not "On Monday, Lee
    // announced a loan and met Kim".
    surface.lower(left.wrapping_sub(1)) != "and"
        && (date.end..left).any(|at| {
            TELLS.contains(&surface.lower(at))
                && surface.pos(at).is_verb()
                && !matches!(surface.word(at + 1), "," | ";")
                && !(date.end.max(at.saturating_sub(5))..at).any(|at| surface.lower(at) == "as")
        })
}

/// "met with leaders in advance of the Ninth Summit this June", "a meeting following the talks last Friday":
/// the day is that of what it comes before or after.
pub(super) fn is_of_a_later_one(cast: &Cast, head: usize, date: usize) -> bool {
    let surface = cast.surface;
    (head + 1..date.saturating_sub(1)).any(|at| {
        let then = surface.lower(at + 1);
        match surface.lower(at) {
            "ahead" => then == "of",
            "advance" => then == "of" && surface.lower(at - 1) == "in",
            "prior" => then == "to",
            "following" => surface.pos(at + 1).is_determiner(),
            // "The summit will mark the 1954 conference"
            "commemorate" | "commemorated" | "commemorates" | "mark" | "marked" | "marks" => {
                surface.pos(at + 1).is_determiner()
            }
            // "urged Kim during the meeting to act, saying a 2018 ruling breaches it"
            "," => surface.pos(at + 1) == crate::tagger::Pos::VerbGerund && TELLS.contains(&then),
            _ => false,
        }
    })
}

/// "Lee, who last visited Chad in 1997, met Kim": whether a year or month is that of a clause set between
/// commas before the verb at a token.
pub(super) fn is_of_an_aside(scene: &Scene, mention: &DateMention, verb: usize) -> bool {
    let surface = scene.cast.surface;
    let date = &mention.run;
    let first = surface.sentence(date.start).start.max(date.start.saturating_sub(FAR / 2));
    let day = mention.when.from.is_some_and(chancery_model::Date::is_day);
    if day || surface.word(date.end) != "," || date.end >= verb {
        return false;
    }
    let open = (first..date.start).rev().find(|at| surface.word(*at) == ",");
    open.is_some_and(|open| {
        matches!(surface.lower(open + 1), "who" | "which")
            && (open + 1..date.start).any(|at| surface.pos(at).is_finite_verb())
    })
}

/// "Lee met Kim in Riga on Monday and will visit Chad": whether a day that is over is that of a verb before
/// the one of what is to come. `verb`: the latter.
pub(super) fn is_of_what_was_done(scene: &Scene, mention: &DateMention, verb: usize) -> bool {
    let cast = scene.cast;
    let surface = cast.surface;
    let date = &mention.run;
    let over = mention.when.last_day().zip(scene.published);
    if date.start >= verb || over.is_none_or(|(day, told)| day >= told.first_day()) {
        return false;
    }
    // "had a chance on July 6 to speak with Lee", "followed up on their May 15 meeting": one deed.
    let group = crate::clauses::verb_group(surface, verb).run;
    let joined = surface.pos(verb).is_verb()
        && group.start > date.end
        && surface.lower(group.start - 1) == "and";
    let first = surface.sentence(date.start).start.max(date.start.saturating_sub(FAR / 2));
    joined
        && (first..date.start).any(|at| {
            surface.pos(at) == crate::tagger::Pos::VerbPast && cast.mention_at(at).is_none()
        })
}

/// Verbs of setting out.
#[rustfmt::skip]
const SETS_OUT: &[&str] = &[
    "depart", "departing", "departs", "embark", "embarking", "embarks", "travel", "traveling",
    "travelling", "travels",
];

/// "Tomorrow Lee will be departing for Oslo, where he will take part in a conference", "On May 14, Lee
/// will travel to Oslo to attend a meeting": the day on which somebody is to set out.
pub(super) fn is_of_departure(scene: &Scene, mention: &DateMention, left: usize) -> bool {
    let surface = scene.cast.surface;
    let date = &mention.run;
    let day = mention.when.from.filter(|day| day.is_day() && mention.when.to == Some(*day));
    let first = surface.sentence(left).start.max(date.start.saturating_sub(FAR / 2));
    if !scene.release || day.is_none() || date.end > left || left - date.end > FAR {
        return false;
    }
    let to_be = |at: usize| {
        (at.saturating_sub(3)..at)
            .any(|at| matches!(surface.lower(at), "will" | "'ll" | "is" | "be" | "are" | "to"))
    };
    let verb = (first..left).rev().find(|at| SETS_OUT.contains(&surface.lower(*at)) && to_be(*at));
    let Some(verb) = verb else { return false };
    let then = |at: usize| {
        matches!(surface.lower(at), "where" | "attend" | "participate" | "join" | "then")
    };
    // No verb of another clause between the two.
    let near = if verb < date.start { verb + 1..date.start } else { date.end..verb };
    let apart = near
        .into_iter()
        .any(|at| surface.word(at) == ";" || surface.pos(at).is_finite_verb() && verb < date.start);
    !apart && (verb.max(date.end)..left).any(then)
}
