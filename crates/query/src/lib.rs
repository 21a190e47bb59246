//! Questions over a Chancery graph: who said what, who attended, each answer with its evidence.
//!
//! A question is a plain value: start from the widest one, [`Default`], narrow it step by step,
//! and ask it of any graph. Answers come one by one in a stated order, as structs with public
//! fields. The three types to meet: [`WhoSaid`] and [`WhoAttended`] ask, and [`Quote`] shows the
//! sentence that proves an answer.
//!
//! # Ask who was left out, and see the sentence
//!
//! ```
//! use chancery_graph::{Graph, NodeKind, Report};
//! use chancery_model::Facts;
//! use chancery_query::{Quote, WhoAttended, named};
//!
//! let text = "Rubio met Lavrov on Tuesday. Ukraine was not invited.";
//! let facts = Facts::from_json(r#"{
//!   "document": {"id": "note", "title": null, "published": "2025-02-18", "source": null},
//!   "entities": [
//!     {"id": "person:marco-rubio", "kind": "person", "name": "Marco Rubio", "mentions": [[0, 5]]},
//!     {"id": "state:UA", "kind": "state", "name": "Ukraine", "mentions": [[29, 36]]}],
//!   "meetings": [{"id": "meeting:1", "kind": "talks", "status": "held", "mentions": [[6, 9]],
//!     "from": "2025-02-18", "to": "2025-02-18", "place": null,
//!     "attendance": [
//!       {"who": "person:marco-rubio", "status": "attended", "evidence": [0, 16]},
//!       {"who": "state:UA", "status": "excluded", "evidence": [33, 52]}]}]}"#)?;
//! let graph: Graph = [Report::new(facts, text)?].into_iter().collect();
//!
//! let ukraine = named(&graph, "ukraine", NodeKind::ACTORS)?;
//! let asked = WhoAttended::default().who(ukraine.name.clone()).left_out();
//! for answer in asked.answers(&graph) {
//!     assert_eq!(answer.status.as_str(), "excluded");
//!     let quote = Quote::of(&graph, &answer.evidence[0]).expect("it is of this graph");
//!     assert_eq!(quote.sentence(), "Ukraine was not invited.");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Ask who said what
//!
//! ```
//! # use chancery_graph::Graph;
//! # use chancery_query::WhoSaid;
//! # let graph = Graph::default();
//! let asked = WhoSaid::default()
//!     .by_state("state:RU".parse()?)      // by Russia, or by somebody who serves it
//!     .words("regular consultations")
//!     .since("2025-02".parse()?);
//! for said in asked.answers(&graph) {
//!     println!("{:?} {}", said.on, said.words);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Ask for anything else
//!
//! | question | answers |
//! | --- | --- |
//! | [`Meetings`] | meetings of somebody, in a window, a place, of a kind, and with whom |
//! | [`WhoMet`] | meetings of two sides, and through which people a state met |
//! | [`Company`] | with whom somebody sits at a table most often |
//! | [`MeetingCounts`] | meetings by day, month, year, or pair of states |
//! | [`Chain`] | the shortest chain of meetings between two people |
//! | [`Goals`] | who wants what, agreed to it, rejects it, and by whose word |
//! | [`Positions`] | where parties stand on a goal over time, and who changed |
//! | [`Contradictions`] | where one claims what another denies |
//! | [`Roles`] and [`InOffice`] | offices, and who held one on a day |
//! | [`Mentions`] | documents with certain words, and where |
//! | [`Timeline`], [`Dossier`] | all that happened in its order; all of one person, state or meeting |
//! | [`Neighbourhood`] | everything within some steps, as a petgraph graph |
//!
//! They work alike. Answers are iterators in a total order that does not vary, so a page of them
//! is `skip` and `take`.
//!
//! # Names as people type them
//!
//! Questions take names of nodes, which mean one thing. [`Names`] finds them from surnames,
//! aliases, codes, offices and other spellings; an ambiguous name gets its candidates, and an
//! unknown one the nearest there are.
//!
//! # Questions as people ask them
//!
//! [`ask`] reads plain English ("what did Lavrov say about Ukraine since January") as one of these
//! questions, and tells how it was read.
//!
//! # Crates that it needs
//!
//! [`graph`] and [`model`] are the crates that graphs, names and days come from, and [`NaiveDate`] is
//! chrono's day: whoever uses this one need not name them. A [`model::Date`] of a day gives it as
//! [`first_day`](model::Date::first_day).
//!
//! # Invariants
//! - Reads a graph, never writes one.
//! - Every answer has evidence.
//! - A name that is not in the graph narrows a question to nothing; it is never ignored.
//!
//! # Cost
//! A question starts from the narrowest of its names and sorts what that leads to; the rest is
//! checked answer by answer. Each type says more.

mod ask;
mod chain;
mod company;
mod contradictions;
mod counts;
mod dossier;
mod ends;
mod error;
mod goals;
mod meetings;
mod mentions;
mod neighbourhood;
mod occasion;
mod order;
mod plan;
mod positions;
mod quote;
mod resolve;
mod roles;
mod service;
#[cfg(feature = "sparql")]
pub mod sparql;
mod steps;
mod tenure;
mod timeline;
mod who_attended;
mod who_met;
mod who_said;
mod window;
mod words;

#[doc(no_inline)]
pub use chancery_graph as graph;
#[doc(no_inline)]
pub use chancery_model as model;
#[doc(no_inline)]
pub use chrono::NaiveDate;

pub use ask::{Kind, LONGEST, Question, Reading, Whereabouts, ask, places_within};
pub use chain::{Chain, Joint};
pub use company::{Companion, Company};
pub use contradictions::{Contradiction, Contradictions, Side};
pub use counts::{Counted, MeetingCounts, Per};
pub use dossier::{Counts, Dossier, Page};
pub use ends::Ends;
pub use error::{EXAMPLES, Named, QuestionError};
pub use goals::{Goals, Held};
pub use meetings::{Meetings, Met};
pub use mentions::{Mentioned, Mentions};
pub use neighbourhood::Neighbourhood;
pub use positions::{Change, Positions};
pub use quote::Quote;
pub use resolve::{Names, Resolution, named, resolve};
pub use roles::{Roles, Served};
pub use tenure::{Holder, InOffice, Tenure};
pub use timeline::{Event, EventKind, Timeline};
pub use who_attended::{Attended, WhoAttended};
pub use who_met::{Encounter, WhoMet};
pub use who_said::{Said, WhoSaid};
