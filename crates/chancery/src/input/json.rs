//! JSON lines, one article a line, and single objects. A facts document is one that has `document`.

use super::open::LARGEST;
use super::{Input, InputError, Place, decode, text};
use chancery_ingest::Article;
use chancery_model::{Date, DocumentId, DocumentInfo, Facts, FactsError};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

/// The articles of a stream of JSON lines. A bad line is an error, and the next one follows.
pub(super) struct Lines {
    file: PathBuf,
    stream: Option<Box<dyn BufRead + Send>>,
    line: u64,
    any: bool,
}

impl Lines {
    pub(super) fn new(file: &Path, stream: Box<dyn BufRead + Send>) -> Self {
        Self { file: file.to_owned(), stream: Some(stream), line: 0, any: false }
    }

    fn end(&mut self, error: Option<InputError>) -> Option<Result<Input, InputError>> {
        self.stream = None;
        let nothing = || InputError::Empty { place: Place::file(&self.file) };
        error.or_else(|| (!self.any).then(nothing)).map(Err)
    }
}

impl Iterator for Lines {
    type Item = Result<Input, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let stream = self.stream.as_mut()?;
            self.line += 1;
            let place = Place::line(&self.file, self.line);
            let mut bytes = Vec::new();
            match stream.take(LARGEST + 1).read_until(b'\n', &mut bytes) {
                Err(source) => return self.end(Some(decode::failure(place, source))),
                Ok(0) => return self.end(None),
                Ok(count) if count as u64 > LARGEST => {
                    return self.end(Some(InputError::TooLarge { place, limit: LARGEST }));
                }
                Ok(_) if blank(&bytes) => {}
                Ok(_) => {
                    self.any = true;
                    let line = decode::utf8(bytes, &place);
                    return Some(line.and_then(|line| object(&line, &place)));
                }
            }
        }
    }
}

fn blank(bytes: &[u8]) -> bool {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii().is_empty()
}

#[derive(Deserialize)]
struct Object {
    id: Option<Id>,
    title: Option<String>,
    published: Option<String>,
    source: Option<String>,
    url: Option<String>,
    text: Option<String>,
    document: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Word(String),
    Number(serde_json::Number),
}

/// One object: an article, or a facts document with its text.
pub(super) fn object(json: &str, place: &Place) -> Result<Input, InputError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json).trim_end();
    if json.trim().is_empty() {
        return Err(InputError::Empty { place: place.clone() });
    }
    if !json.trim_start().starts_with('{') {
        let what = "not a JSON object".to_owned();
        return Err(InputError::Json { place: place.clone(), column: 1, what });
    }
    let object: Object = serde_json::from_str(json).map_err(|error| broken(&error, place))?;
    if object.document.is_some() { facts(json, place) } else { article(object, place) }
}

fn article(object: Object, place: &Place) -> Result<Input, InputError> {
    let Some(text) = object.text else {
        return Err(InputError::Lacks { place: place.clone(), key: "text" });
    };
    text::worded(&text, place)?;
    let id = match object.id {
        None => text::id_of_text(&text),
        Some(Id::Number(number)) => named(&number.to_string(), place)?,
        Some(Id::Word(id)) => named(&id, place)?,
    };
    let published = object.published.filter(|day| !day.trim().is_empty());
    let published = published
        .map(|day| day_of(&day))
        .transpose()
        .map_err(|what| InputError::Value { place: place.clone(), key: "published", what })?;
    let mut article = Article::new(id, text);
    if let Some(title) = filled(object.title) {
        article = article.titled(title);
    }
    if let Some(day) = published {
        article = article.published(day);
    }
    if let Some(source) = filled(object.source).or_else(|| filled(object.url)) {
        article = article.from_source(source);
    }
    Ok(Input { place: place.clone(), article, verbatim: false, facts: None })
}

fn filled(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.trim().is_empty())
}

fn named(id: &str, place: &Place) -> Result<DocumentId, InputError> {
    id.parse().map_err(|error: chancery_model::BadId| InputError::Value {
        place: place.clone(),
        key: "id",
        what: error.to_string(),
    })
}

/// `2025-02-18`, and the day of `2025-02-18T10:00:00Z`.
pub(super) fn day_of(text: &str) -> Result<Date, String> {
    let text = text.trim();
    let day = match text.get(..10) {
        Some(day) if matches!(text.as_bytes().get(10), Some(b'T' | b't' | b' ')) => day,
        _ => text,
    };
    day.parse().map_err(|error: chancery_model::BadDate| error.to_string())
}

fn facts(json: &str, place: &Place) -> Result<Input, InputError> {
    let wrong = |source| match source {
        FactsError::Json(error) => broken(&error, place),
        source => InputError::Facts { place: place.clone(), source },
    };
    let mut facts = Facts::from_json(json).map_err(wrong)?;
    let Some(text) = facts.document.text.take() else {
        return Err(InputError::Lacks { place: place.clone(), key: "document.text" });
    };
    text::worded(&text, place)?;
    facts.check_spans(&text).map_err(wrong)?;
    let DocumentInfo { id, title, published, source, .. } = facts.document.clone();
    let mut article = Article::new(id, text);
    if let Some(title) = title {
        article = article.titled(title);
    }
    if let Some(day) = published {
        article = article.published(day);
    }
    if let Some(source) = source {
        article = article.from_source(source);
    }
    Ok(Input { place: place.clone(), article, verbatim: false, facts: Some(facts) })
}

/// What serde says, with its line counted from the file's first.
fn broken(error: &serde_json::Error, place: &Place) -> InputError {
    let line = place.line.unwrap_or(1) + (error.line() as u64).saturating_sub(1);
    let said = error.to_string();
    let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
    let what = if error.is_data() { what.to_owned() } else { format!("broken JSON: {what}") };
    InputError::Json { place: Place::line(&place.file, line), column: error.column() as u64, what }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::fmt::Write;

    fn check(lines: &str, expected: Expect) {
        let mut told = String::new();
        for input in Lines::new(Path::new("f"), Box::new(std::io::Cursor::new(lines.to_owned()))) {
            let _ = match input {
                Ok(input) => writeln!(
                    told,
                    "{}: {} {:?} {:?} facts {}",
                    input.place,
                    input.article.info().id,
                    input.article.info().published.map(|day| day.to_string()),
                    input.article.info().source,
                    input.facts.is_some()
                ),
                Err(error) => writeln!(told, "{error}"),
            };
        }
        expected.assert_eq(&told);
    }

    #[test]
    fn a_bad_line_is_named_and_the_next_is_read() {
        check(
            concat!(
                "{\"id\": \"a\", \"text\": \"Talks.\", \"published\": \"2025-02-18T10:00:00Z\", \"url\": \"https://example.org\"}\n",
                "\n",
                "{\"id\": \"b\", \"text\"\n",
                "{\"id\": \"c\"}\n",
                "{\"text\": \"Talks.\"}\n",
                "{\"id\": 7, \"text\": \"Talks.\", \"published\": \"Feb 18\"}\n",
                "{\"id\": 7, \"text\": 8}\n",
                "{\"document\": {\"id\": \"d\", \"text\": \"Talks\"}, \"entities\": [{\"id\": \"state:FR\", \"kind\": \"state\", \"name\": \"France\", \"mentions\": [[0, 9]]}]}\n",
                "{\"document\": {\"id\": \"d\", \"text\": \"Talks\"}}\n",
                "{\"document\": {\"id\": \"d\"}}\n",
                "[]\n",
            ),
            expect![[r#"
                f:1: a Some("2025-02-18") Some("https://example.org") facts false
                f:3: column 18: broken JSON: EOF while parsing an object
                f:4: lacks `text`
                f:5: sha256-bf392b710d1c70a946e48199a2adcf69 None None facts false
                f:6: `published`: `Feb 18` is not a date: YYYY, YYYY-MM or YYYY-MM-DD
                f:7: column 19: invalid type: integer `8`, expected a string
                f:8: entities[0].mentions[0]: [0, 9] is no stretch of the text
                f:9: d None None facts true
                f:10: lacks `document.text`
                f:11: column 1: not a JSON object
            "#]],
        );
    }

    #[test]
    fn no_line_at_all_is_an_error() {
        check("", expect!["f: empty\n"]);
        check("\n\n", expect!["f: empty\n"]);
    }
}
