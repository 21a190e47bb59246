//! The 20 columns of ICEWS, as its yearly files have them: event id, date, source name, sectors and
//! country, event text, CAMEO code, intensity, target name, sectors and country, story, sentence,
//! publisher, city, district, province, country, latitude, longitude.

use super::Fields;

const COLUMNS: usize = 20;

pub(super) fn fields(line: u32, row: &str) -> Result<Option<Fields<'_>>, &'static str> {
    let mut columns = [""; COLUMNS];
    let mut count = 0;
    for column in row.split('\t') {
        let Some(place) = columns.get_mut(count) else { return Err("it has not 20 columns") };
        *place = column;
        count += 1;
    }
    if count != COLUMNS {
        return Err("it has not 20 columns");
    }
    let [_, day, subject, _, _, code, _, _, object, ..] = columns;
    let heading = line == 1 && day.eq_ignore_ascii_case("event date");
    Ok((!heading).then_some(Fields { subject, code, object, day }))
}
