use chancery_model::{Act, MeetingKind};

/// What an event becomes in the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventClass {
    /// A meeting that both sides attended.
    Meeting,
    /// A statement of the subject about the object.
    Statement,
    /// A relation of the subject to the object that keeps its code.
    Act,
}

/// Events in which the two sides meet, by their names in CAMEO.
const MEETINGS: [&str; 7] = [
    "Consult",
    "Host a visit",
    "Make a visit",
    "Meet at a 'third' location",
    "Discuss by telephone",
    "Engage in negotiation",
    "Mediate",
];

/// How the names of events begin that are only words.
const WORDS: [&str; 24] = [
    "Make statement",
    "Make an appeal",
    "Make optimistic",
    "Make pessimistic",
    "Make empathetic",
    "Accuse",
    "Criticize",
    "Praise",
    "Demand",
    "Appeal",
    "Threaten",
    "Express",
    "Deny",
    "Reject",
    "Complain",
    "Decline comment",
    "Defend verbally",
    "Rally support",
    "Apologize",
    "Forgive",
    "Give ultimatum",
    "Consider policy",
    "Acknowledge",
    "Refuse",
];

impl EventClass {
    /// What kind of meeting an event of this name is.
    pub(crate) fn meeting_kind(name: &str) -> MeetingKind {
        match name {
            "Host a visit" | "Make a visit" => MeetingKind::Visit,
            "Discuss by telephone" => MeetingKind::Call,
            "Consult" => MeetingKind::Consultation,
            _ if MEETINGS.contains(&name) => MeetingKind::Talks,
            _ => MeetingKind::Other,
        }
    }

    /// What is done by words of this name, where that is plain.
    pub(crate) fn act(name: &str) -> Option<Act> {
        let acts = [
            ("Make statement", Act::Say),
            ("Make an appeal", Act::Urge),
            ("Accuse", Act::Accuse),
            ("Criticize", Act::Accuse),
            ("Praise", Act::Praise),
            ("Demand", Act::Urge),
            ("Appeal", Act::Urge),
            ("Threaten", Act::Warn),
            ("Give ultimatum", Act::Warn),
            ("Express", Act::Express),
            ("Deny", Act::Deny),
            ("Reject", Act::Oppose),
            ("Refuse", Act::Oppose),
        ];
        acts.iter().find(|(words, _)| name.starts_with(words)).map(|(_, act)| *act)
    }

    /// What an event of this name becomes.
    ///
    /// ```
    /// use chancery_graph::EventClass;
    /// assert_eq!(EventClass::of("Host a visit"), EventClass::Meeting);
    /// assert_eq!(EventClass::of("Criticize or denounce"), EventClass::Statement);
    /// assert_eq!(EventClass::of("Impose embargo"), EventClass::Act);
    /// ```
    pub fn of(name: &str) -> Self {
        if MEETINGS.contains(&name) {
            Self::Meeting
        } else if WORDS.iter().any(|word| name.starts_with(word)) {
            Self::Statement
        } else {
            Self::Act
        }
    }
}
