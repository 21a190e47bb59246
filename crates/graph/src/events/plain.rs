//! Four columns: subject, relation, object, day.

use super::Fields;

pub(super) fn fields(_: u32, row: &str) -> Result<Option<Fields<'_>>, &'static str> {
    let mut tabs = memchr::memchr_iter(b'\t', row.as_bytes());
    let (Some(first), Some(second), Some(third), None) =
        (tabs.next(), tabs.next(), tabs.next(), tabs.next())
    else {
        return Err("it has not four columns");
    };
    let (subject, code) = (&row[..first], &row[first + 1..second]);
    let (object, day) = (&row[second + 1..third], &row[third + 1..]);
    Ok(Some(Fields { subject, code, object, day }))
}
