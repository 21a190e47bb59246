use std::collections::HashMap;
use std::sync::OnceLock;

/// Which given names are short for which: "Tony" for "Antony".
#[derive(Debug, Default)]
pub(super) struct ShortNames {
    /// The groups that a name belongs to.
    groups: HashMap<&'static str, Vec<usize>>,
}

impl ShortNames {
    /// The table that is built in.
    pub(super) fn embedded() -> &'static Self {
        static TABLE: OnceLock<ShortNames> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = Self::default();
            let rows =
                include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/lexicon/short_names.tsv"));
            let rows = rows.lines().filter(|row| !row.starts_with('#'));
            for (group, row) in rows.enumerate() {
                for name in row.split(['\t', '|']).filter(|name| !name.is_empty()) {
                    table.groups.entry(name).or_default().push(group);
                }
            }
            table
        })
    }

    /// Whether two folded given names are forms of one.
    pub(super) fn are_one(&self, a: &str, b: &str) -> bool {
        let groups = |name: &str| self.groups.get(name).map_or(&[][..], Vec::as_slice);
        groups(a).iter().any(|group| groups(b).contains(group))
    }
}
