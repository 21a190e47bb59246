//! Web pages: the article among menus and notices, with its title, day and address.

use super::{Input, InputError, Place, json, text};
use chancery_ingest::Article;
use chancery_model::Date;
use dom_smoothie::{Config, Readability, TextMode};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// The largest page that is taken apart; articles of a megabyte are rare.
const LARGEST_PAGE: usize = 16 << 20;
/// Browsers stop at 512 levels; finding the article takes time that grows with their square.
const DEEPEST: usize = 1000;

pub(super) fn article(html: &str, name: &Path, place: Place) -> Result<Input, InputError> {
    text::worded(html, &place)?;
    if html.len() > LARGEST_PAGE {
        return Err(InputError::TooLarge { place, limit: LARGEST_PAGE as u64 });
    }
    if deepest(html) > DEEPEST {
        return Err(InputError::Page { place, what: "it is nested more than 1000 deep" });
    }
    // The parser is not ours, and a page is anybody's: a bug in it must not end a night's work.
    let found = catch_unwind(AssertUnwindSafe(|| readable(html)))
        .map_err(|_| InputError::Page { place: place.clone(), what: "its markup is broken" })?;
    let Some(page) = found.filter(|page| holds_a_sentence(&page.text)) else {
        return Err(InputError::NoArticle { place });
    };
    let mut article = Article::new(text::id_of_file(name, &page.text), page.text);
    if let Some(title) = page.title {
        article = article.titled(title);
    }
    if let Some(day) = page.published {
        article = article.published(day);
    }
    if let Some(source) = page.source {
        article = article.from_source(source);
    }
    Ok(Input { place, article, verbatim: false, facts: None })
}

struct Page {
    title: Option<String>,
    published: Option<Date>,
    source: Option<String>,
    text: String,
}

fn readable(html: &str) -> Option<Page> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut page = Readability::new(html, None, Some(config)).ok()?;
    let dated_by = |page: &Readability, selector: &str, attribute: &str| {
        let value = page.doc.select_single(selector).attr(attribute)?;
        json::day_of(&value).ok()
    };
    let canonical = page.doc.select_single("link[rel=canonical]").attr("href");
    let shared = page.doc.select_single("meta[property='og:url']").attr("content");
    let address = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    let url = [canonical, shared].into_iter().flatten().find(|url| address(url));
    let said = DATES.iter().find_map(|(selector, name)| dated_by(&page, selector, name));
    let found = page.parse().ok()?;
    let published = found.published_time.as_deref().and_then(|day| json::day_of(day).ok());
    Some(Page {
        title: Some(found.title.trim().to_owned()).filter(|title| !title.is_empty()),
        published: published.or(said),
        source: url.map(|url| url.to_string()).or(found.site_name),
        text: found.text_content.trim().to_owned(),
    })
}

/// Where pages say their day besides JSON-LD and Open Graph, the surest first.
const DATES: [(&str, &str); 8] = [
    ("meta[itemprop=datePublished]", "content"),
    ("meta[name='article:published_time']", "content"),
    ("meta[name='dcterms.issued'], meta[name='DC.date.issued']", "content"),
    ("meta[name='date'], meta[name='pubdate'], meta[name='publish-date']", "content"),
    ("[itemprop=datePublished][datetime]", "datetime"),
    ("time[pubdate][datetime]", "datetime"),
    ("article time[datetime], main time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
];

/// Whether some paragraph reads like prose; a page of links and notices has none.
fn holds_a_sentence(text: &str) -> bool {
    let prose = |line: &str| {
        let end = line.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', '»']);
        end.ends_with(['.', '!', '?', '…', '。', '؟', '।']) && line.chars().count() >= 40
    };
    text.lines().any(prose)
}

/// How deep the tags nest, at most: a scan that knows little grammar, and errs upwards.
fn deepest(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut raw: Option<String> = None;
    let mut drawing = false;
    for tag in html.split('<').skip(1) {
        let closing = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = name[..end].to_ascii_lowercase();
        if raw.as_ref().is_some_and(|raw| !(closing && *raw == name)) {
            continue;
        }
        raw = None;
        if !closing && matches!(&*name, "script" | "style" | "textarea" | "title") {
            raw = Some(name);
            continue;
        }
        drawing = if name == "svg" { !closing } else { drawing };
        let ends_itself =
            drawing && tag.split('>').next().is_some_and(|inside| inside.ends_with('/'));
        if name.is_empty() || ends_itself || SHORT.contains(&&*name) {
            continue;
        }
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// Elements that hold nothing or whose end may be left out, and what closes itself like them.
const SHORT: [&str; 32] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "optgroup", "option", "p", "param", "rp", "rt", "script", "source", "style", "tbody", "td",
    "textarea", "tfoot", "th", "thead", "title", "tr", "track", "wbr",
];

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(html: &str, expected: Expect) {
        let told = match article(html, Path::new("page.html"), Place::file(Path::new("page.html")))
        {
            Err(error) => error.to_string(),
            Ok(Input { article, .. }) => {
                let info = article.info();
                let day = info.published.map(|day| day.to_string());
                format!("{:?} {day:?} {:?}\n{}", info.title, info.source, article.text())
            }
        };
        expected.assert_eq(&told);
    }

    #[test]
    fn a_page_yields_its_paragraphs_and_says_where_it_is_from() {
        check(
            r#"<!doctype html><title>Ministers meet in Vienna - Example News</title>
            <link rel="canonical" href="https://example.org/ministers-meet">
            <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
            "headline": "Ministers meet in Vienna", "datePublished": "2024-05-03T08:00:00Z"}</script>
            <nav><a href="/">Home</a> <a href="/world">World</a></nav>
            <article><h1>Ministers meet in Vienna</h1>
            <p>The foreign ministers of <b>France</b> and Chad met in Vienna&nbsp;on Friday.</p>
            <p>&ldquo;We had a good conversation,&rdquo; St&eacute;phane S&eacute;journ&eacute; said.</p></article>
            <footer>Copyright</footer>"#,
            expect![[r#"
                Some("Ministers meet in Vienna") Some("2024-05-03") Some("https://example.org/ministers-meet")
                The foreign ministers of France and Chad met in Vienna on Friday.

                “We had a good conversation,” Stéphane Séjourné said."#]],
        );
    }

    #[test]
    fn the_day_may_stand_in_a_time_tag() {
        check(
            "<html><body><article><time datetime='2024-05-03'>3 May</time>
            <p>The foreign ministers of France and Chad met in Vienna on Friday.</p></article>",
            expect![[r#"
                None Some("2024-05-03") None
                3 May 
                The foreign ministers of France and Chad met in Vienna on Friday."#]],
        );
    }

    #[test]
    fn a_page_without_an_article_is_told_so() {
        check("<html><body></body></html>", expect!["page.html: no article in this page"]);
        check(
            "<html><nav><a href='/'>Home</a> <a href='/x'>World</a></nav></html>",
            expect!["page.html: no article in this page"],
        );
        let script = format!("<html><script>{}</script></html>", "i<n;".repeat(5000));
        check(&script, expect!["page.html: no article in this page"]);
        check(
            &"<div>".repeat(5000),
            expect!["page.html: not a page that can be read: it is nested more than 1000 deep"],
        );
    }
}
