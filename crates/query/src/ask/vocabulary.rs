//! The words by which questions are told apart.

use super::cues;
use super::phrasal;
use super::presence::{ATTEND, ATTEND_PHRASES, LEFT_OUT};
use chancery_model::{Act, GoalStatus, MeetingKind};

/// Verbs of saying that ask for no more than what was said.
pub(super) const SAY: &[&str] = &[
    "say",
    "says",
    "said",
    "saying",
    "tell",
    "tells",
    "told",
    "telling",
    "claim",
    "claims",
    "claimed",
    "stated",
    "comment",
    "comments",
    "commented",
    "commenting",
    "mention",
    "mentions",
    "mentioned",
    "quote",
    "quotes",
    "quoted",
    "remark",
    "remarks",
    "remarked",
    "statement",
    "statements",
    "words",
    "report",
    "reported",
    "react",
    "reacted",
    "reaction",
    "reactions",
    "respond",
    "responded",
    "response",
    "talking",
    "speaking",
    "spoke",
    "spoken",
    "speak",
    "speaks",
    "talked",
    "talk",
    "address",
    "addressed",
    "discuss",
    "discusses",
    "discussed",
    "chat",
    "chatted",
    "note",
    "noted",
    "explain",
    "explained",
    "add",
    "added",
    "argue",
    "argued",
    "insist",
    "insisted",
    "heard",
    "hear",
    "think",
    "thinks",
    "thought",
    "view",
    "views",
    "opinion",
    "quotation",
    "quotations",
    "message",
    "messages",
    "reply",
    "replied",
    "replies",
    "answer",
    "answered",
    "answers",
    "assert",
    "asserted",
    "express",
    "expressed",
    "voice",
    "voiced",
    "confirm",
    "confirmed",
    "acknowledge",
    "acknowledged",
    "admit",
    "admitted",
    "describe",
    "described",
    "brief",
    "briefed",
    "utterances",
    "raise",
    "raised",
    "cite",
    "cited",
    "complain",
    "complained",
    "speech",
    "speeches",
    "informed",
    "inform",
    "apologise",
    "apologize",
    "apologised",
    "apologized",
    "apology",
    "congratulate",
    "congratulated",
];

/// Verbs of saying by which something more is done.
pub(super) const ACTS: &[(&[&str], Act)] = &[
    (
        &["deny", "denies", "denied", "denying", "dismissed", "dismiss", "denial", "denials"],
        Act::Deny,
    ),
    (
        &[
            "urge", "urges", "urged", "urging", "called", "appeal", "appealed", "appeals",
            "demand", "demanded",
        ],
        Act::Urge,
    ),
    (
        &[
            "warn",
            "warns",
            "warned",
            "threaten",
            "threatens",
            "threatened",
            "warning",
            "warnings",
            "warns",
            "threatening",
            "cautioned",
            "caution",
            "threat",
            "threats",
        ],
        Act::Warn,
    ),
    (
        &[
            "promise",
            "promises",
            "promised",
            "pledge",
            "pledged",
            "pledges",
            "vow",
            "vowed",
            "vows",
            "promising",
            "pledging",
            "guarantee",
            "guaranteed",
            "assure",
            "assured",
        ],
        Act::Promise,
    ),
    (
        &[
            "accuse",
            "accuses",
            "accused",
            "criticize",
            "criticized",
            "criticise",
            "criticised",
            "condemn",
            "condemned",
            "condemns",
            "blame",
            "blamed",
            "accusation",
            "accusations",
            "criticism",
            "accusing",
            "criticizing",
            "criticising",
            "condemning",
            "condemnation",
            "condemnations",
            "blaming",
            "blames",
            "criticizes",
            "criticises",
            "slammed",
            "slam",
            "denounce",
            "denounced",
            "attacked",
        ],
        Act::Accuse,
    ),
    (
        &[
            "praise",
            "praises",
            "praised",
            "welcome",
            "welcomed",
            "welcomes",
            "commend",
            "commended",
            "praising",
            "lauded",
            "hailed",
            "applauded",
            "welcoming",
        ],
        Act::Praise,
    ),
    (&["thank", "thanks", "thanked"], Act::Thank),
    (
        &[
            "announce",
            "announces",
            "announced",
            "declare",
            "declared",
            "announcement",
            "announcements",
            "announcing",
            "unveiled",
        ],
        Act::Announce,
    ),
    (
        &[
            "propose",
            "proposed",
            "proposes",
            "suggest",
            "suggested",
            "suggests",
            "offer",
            "offered",
            "proposal",
            "proposals",
        ],
        Act::Propose,
    ),
    (
        &[
            "stress",
            "stressed",
            "stresses",
            "underscore",
            "underscored",
            "reaffirm",
            "reaffirmed",
            "emphasize",
            "emphasized",
        ],
        Act::Stress,
    ),
    (&["oppose", "opposed", "opposes", "object", "objected"], Act::Oppose),
];

/// What is done by a verb of saying.
pub(super) fn act(word: &str) -> Option<Act> {
    ACTS.iter().find(|(forms, _)| forms.contains(&word)).map(|(_, act)| *act)
}

/// Verbs and nouns of wanting, with how the goal stands.
pub(super) const GOALS: &[(&[&str], Option<GoalStatus>)] = &[
    (
        &[
            "agree",
            "agrees",
            "agreed",
            "agreeing",
            "agreement",
            "agreements",
            "committed",
            "commit",
            "commitments",
            "commitment",
            "settle",
            "settled",
            "deal",
            "deals",
            "pact",
            "consensus",
            "signed",
            "decide",
            "decides",
            "decided",
            "decision",
            "decisions",
        ],
        Some(GoalStatus::Agreed),
    ),
    (
        &[
            "want",
            "wants",
            "wanted",
            "wanting",
            "seek",
            "seeks",
            "sought",
            "seeking",
            "demands",
            "desire",
            "desires",
            "aspire",
            "aspires",
            "aspirations",
            "pursue",
            "pursues",
            "pursued",
            "pursuing",
            "insisting",
            "ambitions",
            "wishes",
            "hoping",
            "hoped",
            "wish",
            "wished",
            "trying",
            "need",
            "needs",
            "aim",
            "aims",
            "aiming",
            "hope",
            "hopes",
            "intend",
            "intends",
        ],
        Some(GoalStatus::Sought),
    ),
    (
        &[
            "reject",
            "rejects",
            "spurned",
            "rejected",
            "rejecting",
            "refuse",
            "refuses",
            "refused",
            "rejection",
        ],
        Some(GoalStatus::Rejected),
    ),
    (
        &["achieve", "achieved", "achieves", "accomplish", "accomplished", "achievements"],
        Some(GoalStatus::Achieved),
    ),
    (
        &[
            "goal",
            "goals",
            "objective",
            "objectives",
            "priorities",
            "interests",
            "accept",
            "conditions",
            "condition",
            "expectations",
            "requests",
            "accepts",
            "accepted",
            "accepting",
        ],
        None,
    ),
];

/// Words of meeting somebody.
pub(super) const MEET: &[&str] = &[
    "meet",
    "meets",
    "met",
    "meeting",
    "meetings",
    "talks",
    "summit",
    "summits",
    "visit",
    "visits",
    "visited",
    "trip",
    "trips",
    "travels",
    "call",
    "calls",
    "called",
    "phoned",
    "encounter",
    "encounters",
    "encountered",
    "contacts",
    "contact",
    "conference",
    "conferences",
    "consultation",
    "consultations",
    "negotiation",
    "negotiations",
    "negotiated",
    "negotiate",
    "negotiates",
    "negotiating",
    "discussions",
    "discussion",
    "session",
    "sessions",
    "dialogue",
    "bilateral",
    "bilaterals",
    "readouts",
    "readout",
    "hosted",
    "host",
    "received",
    "receive",
    "conferred",
    "confer",
    "gathering",
    "gatherings",
    "see",
    "sees",
    "saw",
    "seen",
    "contacted",
    "visiting",
    "hosting",
    "telephoned",
    "telephone",
    "phone",
    "rang",
    "hosts",
    "receives",
    "engagements",
    "engagement",
    "appointments",
    "appointment",
    "diary",
    "calendar",
    "interactions",
    "interaction",
    "exchanges",
    "greeted",
    "conversations",
    "briefings",
    "plenary",
    "dinner",
    "lunch",
    "breakfast",
    "schedule",
];

/// Verbs of meeting somebody.
pub(super) const MEET_VERBS: &[&str] = &[
    "meet",
    "met",
    "meets",
    "visit",
    "visits",
    "visited",
    "phoned",
    "hosted",
    "host",
    "received",
    "receive",
    "conferred",
    "confer",
    "called",
    "contacted",
    "negotiated",
    "negotiate",
    "negotiates",
    "negotiating",
    "encountered",
    "see",
    "sees",
    "saw",
    "seen",
    "talk",
    "talked",
    "speak",
    "spoke",
    "spoken",
    "telephoned",
    "telephone",
    "phone",
    "rang",
    "hosts",
    "receives",
    "greeted",
];

/// The kind of occasion that a noun names, where it names one.
pub(super) fn occasion(word: &str) -> Option<MeetingKind> {
    match word {
        "summit" | "summits" => Some(MeetingKind::Summit),
        "call" | "calls" | "called" | "phone" | "phoned" | "telephone" | "telephoned" | "rang"
        | "videoconference" => Some(MeetingKind::Call),
        "visit" | "visits" | "visited" | "visiting" | "trip" | "trips" => Some(MeetingKind::Visit),
        "conference" | "conferences" => Some(MeetingKind::Conference),
        "consultation" | "consultations" => Some(MeetingKind::Consultation),
        _ => None,
    }
}

/// The word by which a meeting is looked for; none where any meeting is meant.
pub(super) fn topic(word: &str) -> Option<&str> {
    match word {
        "see" | "sees" | "saw" | "seen" | "contacted" | "phoned" | "meeting" | "meetings"
        | "meet" | "met" | "meets" | "encounter" | "encounters" | "session" | "sessions"
        | "contact" | "contacts" | "bilateral" | "gathering" | "gatherings" | "discussions"
        | "discussion" | "event" | "events" | "telephoned" | "telephone" | "phone" | "rang"
        | "hosts" | "receives" | "engagements" | "engagement" | "appointments" | "appointment"
        | "diary" | "calendar" | "interactions" | "interaction" | "exchanges" | "greeted"
        | "conversations" | "briefings" | "readout" | "readouts" | "schedule" | "hosted"
        | "host" | "hosting" | "received" | "receive" => None,
        "summits" => Some("summit"),
        "calls" => Some("call"),
        "visits" | "visited" | "visiting" => Some("visit"),
        "conferences" => Some("conference"),
        "consultations" => Some("consultation"),
        "negotiations" => Some("negotiation"),
        other => Some(other),
    }
}

/// Words for those who serve a state.
pub(super) const PEOPLE: &[&str] = &[
    "official",
    "officials",
    "diplomat",
    "diplomats",
    "delegation",
    "delegations",
    "delegate",
    "delegates",
    "representative",
    "representatives",
    "leaders",
    "leadership",
    "side",
    "team",
    "negotiators",
    "envoys",
    "people",
    "politicians",
    "counterparts",
    "counterpart",
    "government",
    "authorities",
    "administration",
];

/// Words that carry no meaning of their own in a question.
pub(super) const EMPTY: &str = "a an the else who whom whose what which when where that this these those did do does done has \
    have had having is are was were be been being will would can could shall should may might \
    must to of in on at by for from with about and or as it its he she they them him her his \
    their there any anyone anybody anything some someone somebody something all everyone \
    everybody everything each every me my i we us you please give show list tell find get let \
    know known see ever already yet still also too just only so then now exactly not no between \
    among during after before since until than into out up over if whether regarding concerning \
    according together both other others another one ones two sides many much more most time \
    times how why here own same such first last latest next recent recently lately upcoming past \
    previous total number come coming go going went take took taken place hold held make made \
    happen happened happening part supposed expected scheduled planned plan plans set due \
    countries country states nations organizations organisations persons person individuals \
    officially publicly personally directly actually really again back through per under above \
    within said against toward towards off kind kinds issue issues subject topic matter question \
    exact table room whole ago today parties party like via later earlier once twice day days \
    week weeks month months year years monthly yearly daily annually annual am s re archive \
    documents articles news details info information ask asked travel traveled travelled \
    traveling travelling fly flew flying trip trips tour";

/// Whether a word is among some, which stand a blank apart.
pub(super) fn among(words: &str, word: &str) -> bool {
    words.split(' ').any(|other| other == word)
}

/// Whether a folded word is no name by itself.
pub(super) fn is_common(word: &str) -> bool {
    among(EMPTY, word)
        || SAY.contains(&word)
        || ATTEND.contains(&word)
        || MEET.contains(&word)
        || PEOPLE.contains(&word)
        || act(word).is_some()
        || GOALS.iter().any(|(forms, _)| forms.contains(&word))
}

/// Whether a word is one of a phrase by which questions are told apart.
pub(super) fn is_in_phrase(word: &str) -> bool {
    let left_out = LEFT_OUT.iter().map(|(phrase, _)| *phrase);
    let plain = phrasal::PHRASAL.iter().map(|(phrase, _)| *phrase);
    let cues = cues::ALL.iter().copied().flatten().chain(ATTEND_PHRASES).copied();
    left_out.chain(plain).chain(cues).any(|phrase| among(phrase.trim(), word))
}

/// All words that a question may be made of.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let lists = [SAY, ATTEND, MEET, PEOPLE].into_iter().flatten();
    let acts = ACTS.iter().flat_map(|(forms, _)| forms.iter());
    let goals = GOALS.iter().flat_map(|(forms, _)| forms.iter());
    lists.chain(acts).chain(goals).copied().chain(EMPTY.split_ascii_whitespace())
}
