//! Finds how two people are connected, and draws what is around one: `cargo run --example chain_and_neighbourhood`.

#![expect(clippy::print_stdout, reason = "an example shows what it finds")]

use chancery::{Archive, Article, Chain, Neighbourhood, NodeKind};

const TALKS: &str = include_str!("../data/articles/us-russia-talks-2025-02-18.txt");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder =
        std::env::temp_dir().join(format!("chain-and-neighbourhood-{}", std::process::id()));
    let mut archive = Archive::open_or_create(&folder)?;
    archive.read(&Article::new("talks".parse()?, TALKS))?;

    let [rubio, blinken] = ["Rubio", "Blinken"].map(|name| archive.named(name, NodeKind::ACTORS));
    let chain = Chain::between(rubio?, blinken?);
    match archive.chain(&chain.clone()) {
        Some(chain) => {
            for joint in chain {
                println!(
                    "{} met {} ({})",
                    joint.from.who.label, joint.to.who.label, joint.meeting.name
                );
            }
        }
        None => println!("no meetings join them"),
    }
    let lately = chain.since("2025".parse()?);
    println!("since 2025: {:?}", archive.chain(&lately).map(|chain| chain.len()));

    // A petgraph graph, for its algorithms or to draw.
    let lavrov = archive.named("Lavrov", NodeKind::ACTORS)?;
    let around = Neighbourhood::of(lavrov).hops(1).answer(archive.graph());
    println!("around Lavrov: {} nodes, {} relations", around.node_count(), around.edge_count());
    for node in around.node_weights() {
        println!("  {} {}", node.kind(), node.label.chars().take(60).collect::<String>());
    }

    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
