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
