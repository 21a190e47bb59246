use crate::Graph;
use sha2::{Digest, Sha256};
use std::fmt::Debug;

/// Feeds a hash with what is told, a line each.
fn tell(hash: &mut Sha256, told: &impl Debug) {
    hash.update(format!("{told:?}\n"));
}

impl Graph {
    /// A hash of all that the graph tells: its nodes, its relations and their evidence, and why
    /// names are of one node. Two archives with the same one tell the same, to the letter.
    ///
    /// When something was recorded is no part of it. It may change with the version of this crate.
    ///
    /// # Complexity
    /// O(nodes + relations + evidence).
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for node in self.all_nodes() {
            tell(&mut hash, &node);
            if let Some(id) = self.find(&node.name) {
                for joined in self.joined(id) {
                    tell(&mut hash, &joined);
                }
            }
        }
        for relation in self.all_relations() {
            tell(&mut hash, &relation);
        }
        let bytes = hash.finalize();
        let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        pairs.concat()
    }
}
