//! From the register to a generation.

use super::{Archive, Durability, Writer};
use crate::generation::{self, Kept};
use crate::{GenerationBuilder, StoreError};

/// How many bytes of the register may lie beyond a small generation.
const SMALL: u64 = 1 << 20;
/// Beyond a large one, as many as this part of what it tells: so publishing costs in proportion to
/// what is written.
const PART: u64 = 20;
/// The same while batches are added in bulk: generations grow so fast that all that are published on
/// the way cost half as much as the last one.
const SMALL_IN_BULK: u64 = 8 << 20;
const TIMES_IN_BULK: u64 = 2;

impl Archive {
    /// Publishes all that is in it as the newest generation, so that whoever opens it next reads
    /// nothing else. It is done by itself when the register has grown by a twentieth, and a
    /// mebibyte, since the last time, and when tables of events were added to what a generation
    /// tells or withdrawn. After a batch that is one of many ([`Batch::in_bulk`](crate::Batch::in_bulk))
    /// it is when the register is three times as large as the last time, and eight mebibytes larger.
    ///
    /// # Complexity
    /// That of [`Graph::of`](crate::Graph::of), and of writing it; O(1) if there is nothing new.
    pub fn publish(&mut self) -> Result<(), StoreError> {
        self.writer(Durability::EachBatch)?.publish()
    }
}

impl Writer<'_> {
    /// [`Archive::publish`], when all that was written is on the disk.
    pub fn publish(&mut self) -> Result<(), StoreError> {
        self.sync()?;
        self.archive.register.check_sound()?;
        let end = self.archive.register.end();
        if self.archive.known.base().is_some_and(|base| base.cover().length == end) {
            return Ok(());
        }
        let known = &self.archive.known;
        let decisions = known.decisions().into_iter();
        let kept = Kept {
            documents: known.versions().places(),
            decisions: decisions.map(|(decision, at)| (decision.clone(), at)).collect(),
            cover: self.archive.register.cover(known.past())?,
            earlier: known.earlier(),
        };
        let (graph, tables) = known.parts();
        // What is read now cannot be missing from what is made of it.
        for table in tables.iter().filter(|table| table.events().asks_for_its_text()) {
            table.report().text();
        }
        if let Some(trouble) = self.archive.trouble() {
            return Err(trouble.again());
        }
        let (disk, folder) = (self.archive.register.disk(), self.archive.register.folder());
        let builder = GenerationBuilder::default().graph(&graph).kept(kept);
        let builder = tables.iter().fold(builder, |builder, table| builder.table(table.events()));
        let published = builder.publish_on(&**disk, folder);
        published.map_err(|source| StoreError::Generation { path: folder.to_owned(), source })?;
        self.archive.adopt().map(drop)
    }

    /// Publishes if the register has grown enough. What was written is safe without, so a failure
    /// is left to the next time.
    pub(super) fn publish_if_due(&mut self, in_bulk: bool) {
        let told = self.archive.known.base().map_or(0, |base| base.cover().length);
        let new = self.archive.register.end().saturating_sub(told);
        let due = if in_bulk {
            SMALL_IN_BULK.max(told.saturating_mul(TIMES_IN_BULK))
        } else {
            SMALL.max(told / PART)
        };
        // Rows of tables are laid out, and not told beside what is; of many that is done at the end.
        if new > due || !in_bulk && self.archive.known.has_tables_beyond_base() {
            let _ = self.publish();
        }
    }

    /// Takes every generation away but the one in use: those of a register that was written anew
    /// since are of no account. What cannot be taken away does no harm.
    pub(super) fn remove_other_generations(&mut self) {
        let Some(base) = self.archive.known.base() else { return };
        let (disk, folder) = (self.archive.register.disk(), self.archive.register.folder());
        generation::remove_before(&**disk, folder, base.generation().number());
    }

    /// Takes every generation away, since they repeat what the register holds.
    pub(super) fn remove_generations(&mut self) -> Result<(), StoreError> {
        let (disk, archive) = (self.archive.register.disk(), self.archive.register.folder());
        let folder = archive.join(generation::FOLDER);
        if disk.exists(&folder).map_err(StoreError::io("look for", &folder))? {
            disk.remove_folder(&folder).map_err(StoreError::io("remove", &folder))?;
            disk.sync_folder(archive).map_err(StoreError::io("sync", archive))?;
        }
        Ok(())
    }
}
