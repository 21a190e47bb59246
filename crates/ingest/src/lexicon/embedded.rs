//! The one file that names the tables in `data/`.

macro_rules! table {
    ($name:literal) => {
        ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/", $name)))
    };
}

pub(super) const STATES: (&str, &str) = table!("states.tsv");
pub(super) const BLOCS: (&str, &str) = table!("blocs.tsv");
pub(super) const GIVEN_NAMES: (&str, &str) = table!("given_names.tsv");
pub(super) const FAMILY_FIRST: (&str, &str) = table!("family_first.tsv");
pub(super) const ORDINARY_WORDS: (&str, &str) = table!("ordinary_words.tsv");
pub(super) const ORGANIZATIONS: (&str, &str) = table!("organizations.tsv");
pub(super) const ORGANIZATION_WORDS: (&str, &str) = table!("organization_words.tsv");
pub(super) const PLACES: (&str, &str) = table!("places.tsv");
pub(super) const LEADERS: (&str, &str) = table!("leaders.tsv");
pub(super) const TITLES: (&str, &str) = table!("titles.tsv");
pub(super) const REPORTING_VERBS: (&str, &str) = table!("reporting_verbs.tsv");
pub(super) const AIMS: (&str, &str) = table!("aims.tsv");
pub(super) const PRESENCE: (&str, &str) = table!("presence.tsv");
pub(super) const MEETING_NOUNS: (&str, &str) = table!("meeting_nouns.tsv");
pub(super) const CONFIDENCE: (&str, &str) = table!("confidence.tsv");

/// Who held which office when; read when it is first asked for.
pub(crate) const OFFICES: (&str, &str) = (
    "offices.tsv",
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/reference/offices.tsv")),
);
pub(super) const DECISIONS: (&str, &str) = table!("decisions.tsv");
