//! Scores the facts found in an article against the facts that are in it.
//!
//! Entities align by the words they share (states also by code), meetings by words and attendees,
//! statements and goals by content; pairs are one to one, the best first. Figures are micro-averaged:
//! [`Tally::add`] the tallies of several articles. `tests/score_agrees.rs` holds it to reference
//! figures.
#![allow(dead_code, reason = "each test uses its own part")]

pub(crate) mod align;
pub(crate) mod figures;
pub(crate) mod tally;
pub(crate) mod words;
