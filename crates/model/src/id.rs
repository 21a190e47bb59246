use crate::EntityKind;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// A name that is not of the shape an identifier has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is not {wanted}")]
pub struct BadId {
    /// The name that was refused, cut to 80 characters.
    pub name: String,
    /// What was wanted instead.
    pub wanted: &'static str,
}

impl BadId {
    fn new(name: &str, wanted: &'static str) -> Self {
        Self { name: name.chars().take(80).collect(), wanted }
    }
}

/// The name the world knows an entity by, such as `person:marco-rubio` or `state:US`.
///
/// Derived from the name, never counted up, so it means the same everywhere. Its shape is
/// `kind:rest` with a rest that has no white space or control character. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(Arc<str>);

impl EntityId {
    /// The id of something of this kind and this name: `person:` and the name's [`slug`].
    ///
    /// A state's id is made from its code, see [`EntityId::state`].
    pub fn named(kind: EntityKind, name: &str) -> Self {
        Self(format!("{kind}:{}", slug(name)).into())
    }

    /// The id of a state by its ISO 3166-1 alpha-2 code (`RU`), upper case.
    pub fn state(code: &str) -> Result<Self, BadId> {
        format!("state:{code}").parse()
    }

    /// What it names.
    pub fn kind(&self) -> EntityKind {
        // Each begins with the word for one of four, of which these letters tell.
        match self.0.as_bytes() {
            [b'p', b'e', ..] => EntityKind::Person,
            [b'p', ..] => EntityKind::Place,
            [b's', ..] => EntityKind::State,
            _ => EntityKind::Organization,
        }
    }

    /// What follows the kind: the slug, or a state's code.
    pub fn rest(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, rest)| rest)
    }

    /// The whole of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The whole of it, shared rather than copied.
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.0)
    }
}

impl FromStr for EntityId {
    type Err = BadId;

    fn from_str(id: &str) -> Result<Self, BadId> {
        let (kind, rest) = id.split_once(':').unwrap_or(("", ""));
        let Ok(kind) = kind.parse::<EntityKind>() else {
            return Err(BadId::new(id, "an entity id such as person:marco-rubio or state:US"));
        };
        let code =
            |rest: &str| rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_uppercase());
        if kind == EntityKind::State && !code(rest) {
            return Err(BadId::new(id, "a state's id: state: and two capital letters"));
        }
        let plain = |c: char| !c.is_whitespace() && !c.is_control();
        if rest.is_empty() || rest.len() > 1000 || !rest.chars().all(plain) {
            return Err(BadId::new(id, "an entity id such as person:marco-rubio or state:US"));
        }
        Ok(Self(id.into()))
    }
}

/// The name of one document: a file's stem, a release's slug, or a hash of its text.
/// Cheap to clone.
///
/// Any text of 1 to 1,000 bytes is one, unless it is nothing but white space or has a control
/// character in it. It is kept as it is, so two are the same only if all their bytes are.
///
/// ```
/// use chancery_model::DocumentId;
/// assert!("Statement (final), 3 May".parse::<DocumentId>().is_ok());
/// assert!("réunion/2025-02-18".parse::<DocumentId>().is_ok());
/// assert!(" ".parse::<DocumentId>().is_err());
/// assert!("two\nlines".parse::<DocumentId>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(Arc<str>);

/// The handle of one meeting inside one document, such as `meeting:1`. Means nothing in another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeetingId(Arc<str>);

impl MeetingId {
    /// The handle with this number, counted from 1.
    pub fn numbered(number: usize) -> Self {
        Self(format!("meeting:{number}").into())
    }
}

macro_rules! printable_id {
    ($($name:ident, $wanted:literal;)+) => {$(
        impl $name {
            /// The whole of it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(id: &str) -> Result<Self, BadId> {
                let good = !id.trim().is_empty() && id.len() <= 1000 && !id.chars().any(char::is_control);
                if good { Ok(Self(id.into())) } else { Err(BadId::new(id, $wanted)) }
            }
        }
    )+};
}

printable_id! {
    DocumentId, "a document's id: 1 to 1000 bytes without control characters";
    MeetingId, "a meeting's handle: 1 to 1000 bytes without control characters";
}

macro_rules! shown_as_is {
    ($($name:ident)+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )+};
}

shown_as_is!(EntityId DocumentId MeetingId);

/// A name in NFKD, ASCII, lower case, all else one `-`; a hash where nothing is left.
///
/// ```
/// assert_eq!(chancery_model::slug("Côte d’Ivoire"), "cote-d-ivoire");
/// assert_eq!(chancery_model::slug("Øystein Ł."), "oystein-l");
/// assert!(chancery_model::slug("習近平").starts_with('x'));
/// ```
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    // What is ASCII decomposes to itself.
    let (plain, other) = if name.is_ascii() { (name, "") } else { ("", name) };
    for c in plain.chars().chain(other.nfkd().flat_map(folded)) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !is_combining(c) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 200 {
            break;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() {
        slug = format!("x{:016x}", fnv1a(name.as_bytes()));
    }
    slug
}

/// A name as names are compared: without accents and case, words separated by one blank.
///
/// Unlike a [`slug`] it keeps the letters of every script. Full stops are dropped, so that an
/// abbreviation is one word with or without them.
///
/// ```
/// use chancery_model::fold;
/// assert_eq!(fold("Zelenskyy’s  U.S. VISIT"), "zelenskyy s us visit");
/// assert_eq!(fold("Côte d'Ivoire"), fold("COTE D’IVOIRE"));
/// assert_eq!(fold("Сергей Лавров"), "сергеи лавров");
/// ```
pub fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    // Whether a word ended that others follow, if any do.
    let mut ended = false;
    let mut rest = name;
    while !rest.is_empty() {
        // What is ASCII decomposes to itself, and nothing beside it is put in another order.
        let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        for byte in &rest.as_bytes()[..plain] {
            match PLAIN[usize::from(*byte)] {
                ENDS => ended = true,
                DROPPED => {}
                letter => {
                    begin_word(&mut out, &mut ended);
                    out.push(char::from(letter));
                }
            }
        }
        rest = &rest[plain..];
        // No more so do the marks that English is written with.
        if let Some(after) = rest.strip_prefix(MARKS) {
            ended = true;
            rest = after;
            continue;
        }
        let other = rest.find(|c: char| c.is_ascii() || MARKS.contains(&c)).unwrap_or(rest.len());
        for c in rest[..other].nfkd().flat_map(folded) {
            if c.is_alphanumeric() {
                for c in c.to_lowercase().filter(|c| !is_combining(*c)) {
                    begin_word(&mut out, &mut ended);
                    out.push(c);
                }
            } else if c != '.' && !is_combining(c) {
                ended = true;
            }
        }
        rest = &rest[other..];
    }
    out
}

/// Stand for no letter: what ends a word, and what is left out of it.
const ENDS: u8 = 0;
const DROPPED: u8 = 1;

/// What an ASCII letter is folded to.
const PLAIN: [u8; 128] = {
    let mut plain = [ENDS; 128];
    let mut at = 0_u8;
    while at < 128 {
        if at.is_ascii_alphanumeric() {
            plain[at as usize] = at.to_ascii_lowercase();
        }
        at += 1;
    }
    plain[b'.' as usize] = DROPPED;
    plain
};

/// Marks beyond ASCII that end a word and decompose to nothing else.
const MARKS: [char; 6] = ['–', '—', '‘', '’', '“', '”'];

fn begin_word(out: &mut String, ended: &mut bool) {
    if std::mem::take(ended) && !out.is_empty() {
        out.push(' ');
    }
}

/// Letters that NFKD leaves whole though everybody writes them in ASCII.
fn folded(c: char) -> impl Iterator<Item = char> {
    let ascii = match c {
        'Ø' | 'ø' => "o",
        'Ł' | 'ł' => "l",
        'Đ' | 'đ' | 'Ð' | 'ð' => "d",
        'ß' => "ss",
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'Þ' | 'þ' => "th",
        'ı' => "i",
        'Ə' | 'ə' => "a",
        _ => "",
    };
    ascii.chars().chain(ascii.is_empty().then_some(c))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{02b0}'..='\u{02ff}' | '\u{1ab0}'..='\u{1aff}')
}

/// The 64-bit FNV-1a hash: small, stable and good enough to tell names apart.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_folded_alike_in_pieces_and_as_a_whole() {
        let end_word = |out: &mut String| {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        };
        // What is plain takes a shorter way.
        let plainest = |name: &str| {
            let mut out = String::new();
            for c in name.nfkd().flat_map(folded) {
                if c.is_alphanumeric() {
                    out.extend(c.to_lowercase().filter(|c| !is_combining(*c)));
                } else if c != '.' && !is_combining(c) {
                    end_word(&mut out);
                }
            }
            out.trim_end_matches(' ').to_owned()
        };
        for name in [
            "",
            ".",
            " U.S.–Russia  “talks”, 18·2",
            "e\u{301}te\u{301} E\u{323}\u{301}x",
            "Ångström ½ ﬁn ℡ İstanbul",
            "\u{301}a",
            "한글 — Зеленський",
            "a\u{300}.b",
            "“a”–\u{301}b’s…c —",
            "’’é’\u{323}’",
        ] {
            assert_eq!(fold(name), plainest(name), "{name}");
        }
    }

    #[test]
    fn an_id_says_what_it_names() {
        let id: EntityId = "person:marco-rubio".parse().expect("an id");
        assert_eq!((id.kind(), id.rest()), (EntityKind::Person, "marco-rubio"));
        assert_eq!(
            EntityId::named(EntityKind::Organization, "Le Monde").as_str(),
            "organization:le-monde"
        );
        assert!(EntityId::state("US").is_ok());
        for bad in
            ["", "person", "person:", "planet:x", "state:usa", "state:", "person:a b", "person:\n"]
        {
            assert!(bad.parse::<EntityId>().is_err(), "{bad}");
        }
    }
}
