//! The graph of the sample articles.

mod gold;
use chancery_graph::{Archive, Batch};

#[test]
fn an_archive_gives_back_what_was_put_in() {
    let folder = std::env::temp_dir().join(format!("chancery-gold-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    let mut archive = Archive::create(&folder).expect("an archive");
    let added = archive.add(gold::reports()).expect("added");
    assert_eq!((added.new, added.replaced, added.unchanged), (15, 0, 0));
    let again = archive.add(Batch::from(gold::reports())).expect("added");
    assert_eq!((again.new, again.replaced, again.unchanged), (0, 0, 15));
    let reopened = Archive::open(&folder).expect("an archive");
    assert_eq!(reopened.graph(), &gold::graph());
    std::fs::remove_dir_all(&folder).expect("removed");
}
