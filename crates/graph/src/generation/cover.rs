use zerocopy::IntoBytes;

/// Up to where a register is told in a generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cover {
    /// Which edition of the register.
    pub(crate) edition: u16,
    /// Where the last batch ends that is told; zero if none is.
    pub(crate) length: u64,
    /// When that batch was recorded, in UTC milliseconds.
    pub(crate) recorded: i64,
    /// CRC32C of all the bytes before that.
    pub(crate) whole: u32,
    /// CRC32C of the last of them, [`Cover::TAIL`] at most.
    pub(crate) tail: u32,
    /// How many earlier versions of documents the register keeps.
    pub(crate) past: u64,
    /// By which rules the graph was made of it.
    pub(crate) rules: u64,
}

/// The rules of this build, which change with its sources: by others somebody else may be meant by a
/// name, and other reports may be of one meeting.
pub(crate) const RULES: u64 = match u64::from_str_radix(env!("CHANCERY_GRAPH_RULES"), 10) {
    Ok(rules) => rules,
    Err(_) => panic!("the build script counts them"),
};

/// Numbers in the section.
pub(super) const COVER: usize = 7;

impl Cover {
    /// How many bytes of the register are compared whenever it is opened.
    pub(crate) const TAIL: u64 = 4096;

    pub(super) fn write(&self) -> Vec<u8> {
        let numbers: [u64; COVER] = [
            self.edition.into(),
            self.length,
            self.recorded.cast_unsigned(),
            self.whole.into(),
            self.tail.into(),
            self.past,
            self.rules,
        ];
        numbers.as_bytes().to_vec()
    }

    /// What the section says, if it can be.
    pub(super) fn read(numbers: &[u64]) -> Option<Self> {
        let [edition, length, recorded, whole, tail, past, rules] = *numbers else { return None };
        Some(Self {
            edition: edition.try_into().ok()?,
            length,
            recorded: recorded.cast_signed(),
            whole: whole.try_into().ok()?,
            tail: tail.try_into().ok()?,
            past,
            rules,
        })
    }
}
