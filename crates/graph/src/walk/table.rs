use super::Scratch;
use crate::{GenerationView, NodeId};

impl GenerationView<'_> {
    /// Those who attended meetings together with somebody most often: how often, then the place
    /// in the graph decide; at most so many.
    ///
    /// # Complexity
    /// O(those met at each meeting + those met × log of how many are wanted).
    pub fn most_met(self, actor: NodeId, wanted: usize, scratch: &mut Scratch) -> &[(NodeId, u32)] {
        self.most_met_by(actor, wanted, scratch, NodeId::raw)
    }

    /// As [`GenerationView::most_met`], but of two met as often the one with the lesser rank
    /// comes first.
    pub fn most_met_by(
        self,
        actor: NodeId,
        wanted: usize,
        scratch: &mut Scratch,
        rank: impl Fn(NodeId) -> u32,
    ) -> &[(NodeId, u32)] {
        scratch.fit_actors(self.actors());
        let Scratch { often, met, best, .. } = scratch;
        met.clear();
        self.met_ever(actor, |other| {
            if let Some(count) = often.get_mut(other.index()) {
                if *count == 0 {
                    met.push(other);
                }
                *count += 1;
            }
        });
        best.clear();
        for other in &*met {
            let count = std::mem::take(&mut often[other.index()]);
            let full = best.len() == wanted;
            if full && best.last().is_none_or(|(_, least)| count < *least) {
                continue;
            }
            let before = |(known, often): &(NodeId, u32)| {
                *often > count || (*often == count && rank(*known) < rank(*other))
            };
            let at = best.partition_point(before);
            if at < wanted {
                best.truncate(wanted - 1);
                best.insert(at, (*other, count));
            }
        }
        best
    }
}
