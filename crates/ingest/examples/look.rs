//! Shows what the tagger makes of a text on standard input: a word, its part of speech and its
//! entity label on each line. For those who write rules.

use chancery_ingest::tagger::Tagger;
use std::io::Read;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let tags = Tagger::embedded().tag(&words);
    let lines: Vec<String> = words
        .iter()
        .zip(tags)
        .map(|(word, tag)| format!("{word}/{}/{}", tag.pos.name(), tag.entity))
        .collect();
    std::io::Write::write_all(&mut std::io::stdout(), format!("{}\n", lines.join(" ")).as_bytes())
}
