//! What the help and the manual say under each command. A test runs each example.

/// How the program exits, under the help of all of it.
pub(super) const EXIT: &str = "Exit status: 0 answered, even if the answer is empty; 1 some inputs failed, the rest is done; \
    2 nothing done: usage, an unknown or ambiguous name, no archive, a question that is not understood.

Examples:
  chancery load releases/
  chancery ask \"what did Lavrov say about Ukraine since January\"
  chancery who-met Rubio Lavrov --since 2025
  chancery show Lavrov";

/// Examples over the forms of input.
macro_rules! reads {
    ($examples:literal) => {
        concat!(
            "Inputs are files, folders or - for standard input: plain text, HTML, JSON lines \
             (id, title, published, source or url, text) and facts with their text, each also compressed (.gz).\n\n",
            $examples
        )
    };
}

/// Examples over how names and days are typed.
macro_rules! names {
    ($examples:literal) => {
        concat!(
            $examples,
            "\n\nA NAME is a full name, a surname, a state's name or code, an office (\"the French foreign minister\"), \
             an alias from an article, or an id such as person:marco-rubio; if it may mean several, they are listed. \
             A DATE is YYYY, YYYY-MM or YYYY-MM-DD."
        )
    };
}

pub(super) const BRIEF: &str = reads!(
    "Examples:
  chancery brief article.html
  chancery brief releases/ --no-evidence
  chancery brief --archive chancery.archive us-russia-talks-2025-02-18"
);

pub(super) const EXTRACT: &str = reads!(
    "Examples:
  chancery extract releases/ > facts.jsonl
  chancery extract article.html --with-text > corrected.jsonl"
);

pub(super) const LOAD: &str = reads!(
    "A load may be interrupted at any time: what was written stays, a document is there as a whole or not at all, \
and loading the same inputs again goes on. Until a load has ended the archive takes longer to open.

Examples:
  chancery load releases/ news.jsonl.gz
  chancery load visits.tsv --archive visits
  curl -s https://example.org/feed.jsonl | chancery load - --archive news"
);

pub(super) const ASK: &str = "Examples:
  chancery ask who attended the talks in February 2025
  chancery ask \"what did Rubio say about Ukraine last week\" --today 2025-02-25
  chancery ask is a Trump-Putin summit planned
  chancery ask which goals were agreed and by whom --format csv

The reading is shown before the answers (on standard error for csv and jsonl), so that you see how \
the question was understood. With --json it stands beside the answers, with `verdict`: true or false where yes or no \
is asked for and told, else null; `taken`: which names were taken for whom; and `left_out`: words that were not understood. The columns of csv are those of the \
kind of question, as the commands for each kind have them. Names may be spelled in another way, or given as an office on the day \
asked about; what they were taken for is said.";

pub(super) const WHO_SAID: &str = names!(
    "Examples:
  chancery who-said --by Lavrov --since 2025-02
  chancery who-said '\"regular consultations\"' Ukr*
  chancery who-said --by Russia --about Ukraine --json"
);

pub(super) const WHO_ATTENDED: &str = names!(
    "Examples:
  chancery who-attended talks --on 2025-02-18
  chancery who-attended --left-out
  chancery who-attended --of Russia --with Rubio --format csv"
);

pub(super) const WHO_MET: &str = names!(
    "Examples:
  chancery who-met Lavrov --since 2023
  chancery who-met \"United States\" Russia --count year
  chancery who-met Lavrov --most-often
  chancery who-met --place India --kind talks

A state meets through whoever serves it."
);

pub(super) const SHOW: &str = names!(
    "Examples:
  chancery show Lavrov
  chancery show \"United States\" --since 2025 --most 20
  chancery show meeting:us-russia-talks-2025-02-18/1 --no-evidence"
);

pub(super) const TIMELINE: &str = names!(
    "Examples:
  chancery timeline Ukraine --since 2025
  chancery timeline Lavrov Rubio --only meeting --no-evidence"
);

pub(super) const MENTIONS: &str = "Examples:
  chancery mentions sanctions
  chancery mentions '\"regular consultations\"' Ukr* --since 2025";

pub(super) const CHAIN: &str = names!(
    "Examples:
  chancery chain Rubio Blinken
  chancery chain Trump Putin --planned"
);

#[cfg(feature = "sparql")]
pub(super) const SPARQL: &str = "Examples:
  chancery sparql \"SELECT ?who WHERE { ?m a sem:Event ; chy:absent/rdfs:label ?who }\"
  chancery sparql --file query.rq --format csv

The names are described in crates/query/VOCABULARY.md. The prefixes id, chy, sem, prov, schema, oa, rdf, \
rdfs and xsd need not be declared.";

pub(super) const REEXTRACT: &str = "Examples:
  chancery reextract
  chancery reextract --reference mine.tsv";

pub(super) const RETRACT: &str = "Examples:
  chancery retract us-russia-talks-2025-02-18

What is withdrawn can still be asked about with --as-of; `chancery purge` erases it for good.";

pub(super) const SAME: &str = names!(
    "Examples:
  chancery same JFK \"John F. Kennedy\"
  chancery same person:jfk person:john-f-kennedy --undo

The one name of both is the first by letters; either finds it. `chancery decisions` lists what was decided."
);

pub(super) const DISTINCT: &str = names!(
    "Examples:
  chancery distinct person:kim-jong-un person:kim
  chancery distinct person:kim-jong-un person:kim --undo

`chancery why NAME` lists the ids that were taken for one."
);

pub(super) const RENAME: &str = names!(
    "Examples:
  chancery rename Zelenskyy \"Volodymyr Zelensky\"
  chancery rename Zelenskyy \"Volodymyr Zelensky\" --undo"
);

pub(super) const DECISIONS: &str = "Examples:
  chancery rename Zelenskyy \"Volodymyr Zelensky\"
  chancery decisions";

pub(super) const WHY: &str = names!(
    "Examples:
  chancery why Lavrov
  chancery why Rubio meeting:us-russia-talks-2025-02-18/1 --json"
);

pub(super) const SAMPLE: &str = "Examples:
  chancery sample people --count 20
  chancery sample meetings --seed spring";

pub(super) const STATS: &str = "Examples:
  chancery stats
  chancery stats --archive shard-1 --json";

pub(super) const MERGE: &str = "All is taken over into the archive of --archive, else CHANCERY_ARCHIVE, else ./chancery.archive, which is \
made if there is none: the documents, what was withdrawn, and what was decided on who is who. The archives that are \
put together stay as they are.

Examples:
  chancery merge shard-1 shard-2 --archive all";

pub(super) const VERIFY: &str = "Examples:
  chancery verify --archive shard-1

Exit status: 0 sound, 1 damaged.";

pub(super) const REPAIR: &str = "Examples:
  chancery repair mended --archive shard-1";

pub(super) const COMPACT: &str = "Examples:
  chancery compact --archive shard-1";

pub(super) const PURGE: &str = "Examples:
  chancery retract us-russia-talks-2025-02-18
  chancery purge us-russia-talks-2025-02-18";

pub(super) const COMPLETIONS: &str = "Examples:
  chancery completions bash > ~/.local/share/bash-completion/completions/chancery
  chancery completions zsh > _chancery";

pub(super) const MAN: &str = "Examples:
  chancery man man1";
