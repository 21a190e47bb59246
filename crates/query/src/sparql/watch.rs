//! What a query takes while it runs, watched at the terms that it cannot do without.
//!
//! The evaluator looks whether it is to stop when it reads a triple, and its closures of paths,
//! products and groups put that aside and go on with what they have read, for hours if need be
//! and with all memory. What they cannot do without is terms: each row holds some, and whoever
//! makes a row copies them. So terms are counted as they are made, copied and dropped, and what
//! is too much ends the query there and then by unwinding the thread that answers it, as
//! compilers do that answer an editor. Where panics abort, a query ends at the evaluator's next
//! look.

use super::terms::Key;
use spargebra::term::Term;
use std::cell::{Cell, OnceCell};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

thread_local! {
    static STOP: OnceCell<Arc<AtomicBool>> = const { OnceCell::new() };
    static HELD: Cell<usize> = const { Cell::new(0) };
    static MOST: Cell<usize> = const { Cell::new(usize::MAX) };
    static MADE: Cell<usize> = const { Cell::new(0) };
}

/// Why a query was ended; what its thread unwinds with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overrun {
    Time,
    Memory,
}

/// Watches this thread, which answers one query, from now on: it ends when it is told to stop,
/// or when it holds more bytes than it may.
pub(super) fn watch(stop: Arc<AtomicBool>, most: usize) {
    // A thread answers one query, so that nobody has set it before.
    let _ = STOP.with(|own| own.set(stop));
    MOST.set(most);
}

/// One step of the work.
pub(super) fn step() {
    let told = STOP.try_with(|stop| stop.get().is_some_and(|stop| stop.load(Ordering::Relaxed)));
    if told == Ok(true) {
        end(Overrun::Time);
    }
}

/// So many more bytes are held.
fn hold(bytes: usize) {
    step();
    let held = HELD.get().saturating_add(bytes);
    HELD.set(held);
    if held > MOST.get() {
        end(Overrun::Memory);
    }
}

/// So many more bytes are kept until the query ends.
pub(super) fn keep(bytes: usize) {
    hold(SMALL.saturating_add(bytes));
}

/// Texts that an expression has at hand are counted from this length on, in bytes.
const LONG: usize = 64 << 10;

/// A text of so many bytes is about to be at hand in an expression, until its value is known.
pub(super) fn make(bytes: usize) {
    step();
    if bytes < LONG {
        return;
    }
    let made = MADE.get().saturating_add(bytes);
    MADE.set(made);
    if HELD.get().saturating_add(made) > MOST.get() {
        end(Overrun::Memory);
    }
}

/// Such a text is given back.
pub(super) fn give(bytes: usize) {
    if bytes >= LONG {
        MADE.set(MADE.get().saturating_sub(bytes));
    }
}

/// An expression has its value, or another row is read: nothing is at hand any more.
pub(super) fn settle() {
    MADE.set(0);
}

fn end(why: Overrun) {
    if cfg!(panic = "unwind") && !thread::panicking() {
        resume_unwind(Box::new(why));
    }
}

/// What a term takes in a row, with its share of the row and of the table the row is in.
const SMALL: usize = 64;

pub(super) fn length(term: &Term) -> usize {
    match term {
        Term::Literal(literal) => literal.value().len(),
        Term::NamedNode(name) => name.as_str().len(),
        Term::BlankNode(_) => SMALL,
    }
}

fn weight(key: &Key) -> usize {
    match key {
        Key::Other(term) => 2 * SMALL + length(term),
        _ => SMALL,
    }
}

/// A term as the evaluator holds it, counted for as long as it does.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Held {
    key: Key,
}

impl Held {
    pub(super) fn new(key: Key) -> Self {
        hold(weight(&key));
        Self { key }
    }

    pub(super) fn key(&self) -> &Key {
        &self.key
    }
}

impl Clone for Held {
    fn clone(&self) -> Self {
        // Before it is copied: the copy may be what there is no room for.
        hold(weight(&self.key));
        Self { key: self.key.clone() }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.set(HELD.get().saturating_sub(weight(&self.key)));
    }
}
