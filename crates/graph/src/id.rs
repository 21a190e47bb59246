use crate::NodeKind;
use chancery_model::{BadId, DocumentId, EntityId};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

/// A node's place in one graph. Means nothing in another; what outlives it is a [`NodeName`].
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    FromBytes,
    IntoBytes,
    Immutable,
    KnownLayout,
)]
#[repr(transparent)]
pub struct NodeId(u32);

/// A relation's place in one graph. Means nothing in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationId(u32);

macro_rules! place {
    ($($name:ident)+) => {$(
        impl $name {
            pub(crate) fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("a graph holds fewer than 2^32 of each"))
            }

            /// Its place, counted from zero without gaps.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

place!(NodeId RelationId);

impl NodeId {
    /// Its place, as files hold it.
    pub(crate) const fn raw(self) -> u32 {
        self.0
    }

    pub(crate) const fn from_raw(raw: u32) -> Self {
        Self(raw)
    }
}

/// The name that a node has in every graph it occurs in, such as `person:marco-rubio` or
/// `meeting:us-russia-talks-2025-02-18/1`.
///
/// Derived from what the node stands for, never counted up: see
/// [`identity`](crate#who-is-one). An [`EntityId`] is one as it stands. Cheap to clone.
///
/// ```
/// use chancery_graph::{NodeKind, NodeName};
/// let name: NodeName = "state:FR".parse()?;
/// assert_eq!(name.kind(), NodeKind::State);
/// assert!("planet:mars".parse::<NodeName>().is_err());
/// # Ok::<(), chancery_model::BadId>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeName(Arc<str>);

impl NodeName {
    /// For names that are derived, hence well formed.
    pub(crate) fn derived(name: String) -> Self {
        debug_assert!(name.parse::<Self>().is_ok(), "{name}");
        Self(name.into())
    }

    /// What it names.
    pub fn kind(&self) -> NodeKind {
        // Each begins with the word for one of them, of which these letters tell.
        match self.0.as_bytes() {
            [b'p', b'e', ..] => NodeKind::Person,
            [b'p', ..] => NodeKind::Place,
            [b's', b't', b'a', b't', b'e', b':', ..] => NodeKind::State,
            [b's', ..] => NodeKind::Statement,
            [b'o', ..] => NodeKind::Organization,
            [b'm', ..] => NodeKind::Meeting,
            [b'g', ..] => NodeKind::Goal,
            _ => NodeKind::Document,
        }
    }

    /// The whole of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&EntityId> for NodeName {
    fn from(id: &EntityId) -> Self {
        Self(id.shared())
    }
}

impl From<EntityId> for NodeName {
    fn from(id: EntityId) -> Self {
        Self::from(&id)
    }
}

impl From<&DocumentId> for NodeName {
    fn from(id: &DocumentId) -> Self {
        Self(format!("document:{id}").into())
    }
}

impl FromStr for NodeName {
    type Err = BadId;

    fn from_str(name: &str) -> Result<Self, BadId> {
        let good = name.split_once(':').is_some_and(|(kind, rest)| {
            NodeKind::from_word(kind).is_some()
                && !rest.trim().is_empty()
                && !rest.chars().any(char::is_control)
        });
        if good {
            Ok(Self(name.into()))
        } else {
            let wanted = "a node's name such as person:marco-rubio, state:US or meeting:DOCUMENT/1";
            Err(BadId { name: name.chars().take(80).collect(), wanted })
        }
    }
}

impl fmt::Display for NodeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
