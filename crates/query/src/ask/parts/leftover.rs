//! What is left over when names and days have their part.

use super::super::Kind;
use super::super::amounts;
use super::super::cues::{BACKING, OBSTACLES};
use super::super::items::Item;
use super::super::of_both::is_of_outcomes;
use super::super::presence::{LEFT_OUT, is_of_capacity};
use super::super::vocabulary::{self, EMPTY, among, is_common, occasion};
use super::super::whereabouts::is_going;
use super::{Reader, put};
use crate::resolve::lexicon;
use chancery_model::MeetingKind;

impl Reader<'_, '_> {
    /// What is left over: words of the meeting, words that were said, or nothing.
    pub(super) fn words(&mut self, items: &[Item]) {
        let kind = self.reading.kind;
        let mut lead = "";
        // "Before the invasion", "on the day of the coup": no day that is known.
        let mut of_an_event = false;
        for item in items {
            let Item::Word(word) = item else {
                of_an_event = false;
                continue;
            };
            let word = &**word;
            match word {
                "before" | "after" | "since" | "until" | "eve" | "aftermath" | "wake" => {
                    of_an_event = true;
                }
                "in" | "by" | "to" | "with" | "for" | "at" | "about" => of_an_event = false,
                "of" | "the" => {}
                _ if self.has(&[" day of "]) && word == "day" => of_an_event = true,
                _ => {}
            }
            // "What was discussed in the call between them": all that was said when they met.
            if self.reading.between
                && matches!(kind, Kind::Said | Kind::Goals)
                && vocabulary::MEET.contains(&word)
            {
                continue;
            }
            if kind == Kind::Goals && (is_of_outcome(word) || amounts::is_number(word))
                || kind == Kind::Positions && BACKING.contains(&word)
            {
                continue;
            }
            // "During his visit to Morocco": at meetings there.
            let visit = occasion(word) == Some(MeetingKind::Visit);
            if kind == Kind::Said && visit && lead == "at" && self.has(&[" visit to _ "]) {
                continue;
            }
            // "The sticking points in the talks".
            let obstacles = kind == Kind::Said && self.has(OBSTACLES);
            if obstacles && lead == "in" && vocabulary::MEET.contains(&word) {
                continue;
            }
            // "What words did Blinken use".
            if kind == Kind::Said && word == "word" && self.has(&[" word for word "]) {
                continue;
            }
            // "What came up on their call".
            if self.reading.between && kind == Kind::Said && word == "came" {
                continue;
            }
            let disputes = ["disput", "refut", "rebut"].iter().any(|stem| word.starts_with(stem));
            if kind == Kind::Contradictions && disputes {
                continue;
            }
            if kind == Kind::Said && matches!(word, "use" | "used") && self.has(&[" words did "]) {
                continue;
            }
            if self.reading.capacity.is_some() && is_of_capacity(word) {
                continue;
            }
            match word {
                "about" | "on" | "regarding" | "concerning" | "that" | "of" | "mention"
                | "mentioned" | "mentions" | "mentioning" | "toward" | "towards" | "over"
                | "whether" => lead = "about",
                "at" | "after" | "during" | "following" => lead = "at",
                "in" | "by" | "to" | "from" | "with" | "for" => lead = word,
                _ => {}
            }
            if let Some(found) = occasion(word) {
                let listed =
                    matches!(kind, Kind::Met | Kind::Meetings | Kind::Count | Kind::Company);
                if listed {
                    // Of where somebody was any meeting there tells.
                    if found != MeetingKind::Visit || self.reading.whereabouts.is_none() {
                        self.reading.meeting_kind.get_or_insert(found);
                    }
                    continue;
                }
            }
            let noun = vocabulary::MEET.contains(&word);
            if noun
                && matches!(
                    kind,
                    Kind::Attended | Kind::LeftOut | Kind::Timeline | Kind::Contradictions
                )
            {
                if let Some(topic) = vocabulary::topic(word) {
                    self.topic_word(topic);
                }
                continue;
            }
            if noun && matches!(kind, Kind::Said | Kind::Goals | Kind::Positions) {
                // "About the summit" is what was said; "at the talks" is where.
                let Some(topic) = vocabulary::topic(word) else { continue };
                let verb = matches!(
                    word,
                    "called"
                        | "call"
                        | "host"
                        | "hosted"
                        | "received"
                        | "receive"
                        | "visit"
                        | "visited"
                );
                if verb && lead.is_empty() {
                    continue;
                }
                let of_it = lead == "about" && kind == Kind::Goals && is_of_outcomes(self.shape);
                if of_it || lead == "at" || lead.is_empty() || lead == "in" && kind != Kind::Said {
                    self.topic_word(topic);
                } else {
                    put(&mut self.reading.words, topic);
                }
                continue;
            }
            let titled = matches!(kind, Kind::Met | Kind::Meetings | Kind::Count | Kind::Company);
            let title = (kind == Kind::Roles || titled) && lexicon::is_of_office(word);
            let left = kind == Kind::LeftOut
                && LEFT_OUT.iter().any(|(phrase, _)| phrase.trim().split(' ').any(|w| w == word));
            let goes = self.reading.whereabouts.is_some() && is_going(word);
            let common = is_common(word) || title || left || noun || goes;
            let told = matches!(
                kind,
                Kind::Said | Kind::Goals | Kind::Positions | Kind::Contradictions | Kind::Mentions
            );
            // "What did the ministers want": whoever they are.
            let generic = told && lead.is_empty() && lexicon::is_office(word);
            if common || generic || among(EMPTY, word) || among(FILLERS, word) {
                continue;
            }
            if !told && among(ABOUT_MEETINGS, word) {
                continue;
            }
            let counted =
                matches!(kind, Kind::Company | Kind::Count) || self.reading.at_least.is_some();
            if counted && amounts::is_of_amounts(word) || self.reading.negated && word == "never" {
                continue;
            }
            if of_an_event && matches!(kind, Kind::Met | Kind::Meetings | Kind::Count) {
                self.reading.ignored.push(word.to_owned());
                continue;
            }
            match kind {
                Kind::Said
                | Kind::Goals
                | Kind::Positions
                | Kind::Contradictions
                | Kind::Mentions => {
                    put(&mut self.reading.words, word);
                }
                Kind::Attended
                | Kind::LeftOut
                | Kind::Meetings
                | Kind::Timeline
                | Kind::Met
                | Kind::Count => self.topic_word(word),
                _ => self.reading.ignored.push(word.to_owned()),
            }
        }
    }
}

fn is_of_outcome(word: &str) -> bool {
    matches!(
        word,
        "outcome"
            | "outcomes"
            | "result"
            | "results"
            | "produce"
            | "produced"
            | "yield"
            | "yielded"
    )
}

/// Whether a word comes along in questions and names nothing.
pub(super) fn is_filler(word: &str) -> bool {
    among(FILLERS, word) || among(ABOUT_MEETINGS, word)
}

/// Words that come along in questions and name nothing.
const FILLERS: &str = "article articles document documents release releases story stories contain contains \
    cover covers covering appear appears new news latest update updates short shortest question mean hey hello ok okay thanks quick brief summary overview complete \
    full entire made broadly generally apart main key important whichever whoever whatever ended \
    began talk discuss discussed chronology timeline profile dossier contradict contradicts \
    contradicted contradiction contradictions conflicting transcripts papers disagree disagrees disagreed changed \
    change changes stance position positions stand stands mind course stood toward towards \
    accounts mentioning frequently often closest connected linked upcoming planning works \
    currently current relevant behalf cancelled canceled postponed suspended proposed suggested \
    count counts counted pair pairs serves serve served job jobs post posts role roles title \
    titles office offices path chain link linked connection connections degrees separation \
    related denied denies claims history sequence occurred work works charge background brief \
    look frequent compare hand face person governments capitals bilaterally chronologically quoted verbatim mind softened soften hardened harden \
    shifted shift evolved evolve rethink reversed reverse line official differ differs differing diverge \
    diverged discrepancies discrepancy false true conspicuous lowdown record records entry overview \
    far so trace evolution background capacity took over succeeded successor preceded predecessor replaced included reasons reason give gave given schedule current former new plenary foreseen envisaged arranged \
    horizon relations develop developed story different another introduce steps top ten leading \
    topics subjects become became activity activities active busiest log broken down rank ranked ranking favourite favorite";

/// Words that come along where people and meetings are asked for; said or wanted, they are content.
const ABOUT_MEETINGS: &str = "likely far agencies agency bodies body institutions institution \
    departments department ministries ministry led leads lead headed heads chaired chairs ran runs \
    run handshakes handshake came flew across name city cities place places along steps hops away separate separates separated scrapped scrap shelved \
    axed cancel cancels cancelling cancellations rescheduled delayed meant phoned phone line \
    talked speak spoke rival competing differing different versions recap walk developments \
    walked order reporters journalists nobody represented possible showed face gave give chair empty \
    date dates guest guests once twice recently jointly soon as few fewest possible \
    ever anywhere somewhere whereabouts look looked like busy agenda schedule diary calendar \
    together again doing done firsthand phone telephone line person mutual acquaintances";
