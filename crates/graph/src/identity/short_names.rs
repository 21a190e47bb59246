use std::collections::HashMap;
use std::sync::OnceLock;

/// Which given names are short for which: "Tony" for "Antony".
#[derive(Debug, Default)]
pub(super) struct ShortNames {
    /// The groups that a name belongs to.
    groups: HashMap<&'static str, Vec<usize>>,
    /// The names of each group.
    members: Vec<Vec<&'static str>>,
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
                let names = row.split(['\t', '|']).filter(|name| !name.is_empty());
                table.members.push(names.clone().collect());
                for name in names {
                    table.groups.entry(name).or_default().push(group);
                }
            }
            table
        })
    }

    /// The numbers of the groups that a folded given name belongs to.
    pub(super) fn groups_of(&self, name: &str) -> &[usize] {
        self.groups.get(name).map_or(&[], Vec::as_slice)
    }

    /// All forms of a folded given name.
    pub(super) fn forms(&self, name: &str) -> impl Iterator<Item = &'static str> {
        let groups = self.groups_of(name).iter();
        groups.flat_map(|group| &self.members[*group]).copied()
    }

    /// Whether two folded given names are forms of one.
    pub(super) fn are_one(&self, a: &str, b: &str) -> bool {
        self.groups_of(a).iter().any(|group| self.groups_of(b).contains(group))
    }
}
