use super::Day;
use crate::NodeId;
use zerocopy::IntoBytes;

/// A section in the making, in the numbers that it was made in, so that it need not be copied.
pub(super) enum Column {
    Bytes(Vec<u8>),
    Halves(Vec<u16>),
    Numbers(Vec<u32>),
    Signed(Vec<i32>),
    Long(Vec<u64>),
    Nodes(Vec<NodeId>),
    Days(Vec<Day>),
}

impl Column {
    /// As they lie in the file.
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Bytes(column) => column,
            Self::Halves(column) => column.as_bytes(),
            Self::Numbers(column) => column.as_bytes(),
            Self::Signed(column) => column.as_bytes(),
            Self::Long(column) => column.as_bytes(),
            Self::Nodes(column) => column.as_bytes(),
            Self::Days(column) => column.as_bytes(),
        }
    }
}

macro_rules! from_numbers {
    ($($number:ty => $variant:ident)+) => {$(
        impl From<Vec<$number>> for Column {
            fn from(column: Vec<$number>) -> Self {
                Self::$variant(column)
            }
        }
    )+};
}

from_numbers! { u8 => Bytes u16 => Halves u32 => Numbers i32 => Signed u64 => Long NodeId => Nodes Day => Days }
