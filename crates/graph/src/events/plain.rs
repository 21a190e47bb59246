//! Four columns: subject, relation, object, day.

use super::Fields;

pub(super) fn fields(_: u32, row: &str) -> Result<Option<Fields<'_>>, &'static str> {
    let mut columns = row.split('\t');
    let mut next = || columns.next();
    let (Some(subject), Some(code), Some(object), Some(day), None) =
        (next(), next(), next(), next(), next())
    else {
        return Err("it has not four columns");
    };
    Ok(Some(Fields { subject, code, object, day }))
}
