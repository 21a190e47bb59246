//! Where a meeting is, as the words before those for it tell.

use super::PlaceWords;
use super::scene::Scene;
use crate::tagger::Pos;

/// Words before a comma among which a place is looked for.
const NEAR: usize = 10;

impl Scene<'_, '_, '_> {
    /// Where the words before a verb place what it tells of: "spent a second day in Seoul, meeting with Lee",
    /// "In Copenhagen, she will meet".
    pub(super) fn place_before(&self, at: usize) -> Option<PlaceWords> {
        self.place_done_in(at).or_else(|| self.leading_place(at))
    }

    /// "flew to Seoul, meeting with Lee": what is done there.
    fn place_done_in(&self, at: usize) -> Option<PlaceWords> {
        let surface = self.cast.surface;
        let first = surface.sentence(at).start;
        let comma = at.checked_sub(1).filter(|comma| *comma > first)?;
        if surface.pos(at) != Pos::VerbGerund || surface.word(comma) != "," {
            return None;
        }
        let near = first.max(comma.saturating_sub(NEAR))..comma;
        let before = near.rev().find(|at| {
            matches!(surface.lower(*at), "in" | "to") && surface.pos(*at + 1) != Pos::VerbBase
        })?;
        // "in Lima, Peru, meeting with Lee"
        let own = |at: usize| self.cast.name_at(at).map(|name| name.run.end);
        let end = own(before + 1)?;
        let state = || (surface.word(end) == ",").then(|| own(end + 1)).flatten();
        let closes =
            |end: usize| (end..comma).all(|at| surface.lower(at) == "on" || self.is_date(at));
        (closes(end) || state().is_some_and(closes))
            .then(|| self.place_at(before + 1, comma))
            .flatten()
    }
}
