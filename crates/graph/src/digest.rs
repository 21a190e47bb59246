use crate::Graph;
use sha2::{Digest, Sha256};
use std::fmt::{self, Write};

/// Feeds a hash with what is written to it.
struct Fed(Sha256);

impl Write for Fed {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text);
        Ok(())
    }
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
        let mut fed = Fed(Sha256::new());
        let fine = "a hash takes any text";
        for node in self.all_nodes() {
            writeln!(fed, "{node:?}").expect(fine);
            if let Some(id) = self.find(&node.name) {
                for joined in self.joined(id) {
                    writeln!(fed, "{joined:?}").expect(fine);
                }
            }
        }
        for relation in self.all_relations() {
            writeln!(fed, "{relation:?}").expect(fine);
        }
        let mut digest = String::with_capacity(64);
        for byte in fed.0.finalize() {
            write!(digest, "{byte:02x}").expect("a string takes any text");
        }
        digest
    }
}
