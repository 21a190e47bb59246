#!/usr/bin/env python3
"""Holds `chancery extract` to the floors in floors.tsv: `floors.py BINARY OUT`.

Reads the sample articles with the metadata of their manifest, and PolNeAR dev, with the binary; scores what comes out
with ../shared/evaluation; prints each figure beside its floor. The facts stay in the folder OUT. Exit status 1: below a
floor. 0, with a note, where the scorers are not there: the tests hold the articles to their floors as well.
"""
import json, os, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EVALUATION = os.path.join(ROOT, "..", "shared", "evaluation")
POLNEAR = os.path.join(ROOT, "..", "shared", "corpora", "polnear", "dev")
SEED = "us-russia-talks-2025-02-18"


def extract(binary, inputs, out):
    with open(out, "wb") as file:
        subprocess.run([binary, "extract", *inputs], stdout=file, check=True)
    return out


def scorer(name, *options):
    command = [sys.executable, os.path.join(EVALUATION, name), *options]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def facts(binary, out):
    """F1 by set and figure, and the whole table of all fifteen printed."""
    articles = os.path.join(ROOT, "data", "articles")
    with open(os.path.join(articles, "manifest.json"), encoding="utf8") as file:
        manifest = json.load(file)["articles"]
    given = os.path.join(out, "articles.jsonl")
    with open(given, "w", encoding="utf8") as file:
        for article in manifest:
            with open(os.path.join(articles, article["id"] + ".txt"), encoding="utf8", newline="") as text:
                known = {key: article[key] for key in ("id", "title", "published", "source")}
                file.write(json.dumps({**known, "text": text.read()}, ensure_ascii=False) + "\n")
    system = extract(binary, [given], os.path.join(out, "facts.jsonl"))
    with open(system, encoding="utf8") as file:
        documents = {json.loads(line)["document"]["id"]: line for line in file}
    gold, text = (os.path.join(EVALUATION, "gold", "dev", folder) for folder in ("facts", "text"))
    sets = {"seed": [SEED], "others": [article["id"] for article in manifest if article["id"] != SEED]}
    figures = {}
    for name, ids in sets.items():
        folder = os.path.join(out, "gold-" + name)
        os.makedirs(folder, exist_ok=True)
        for id in ids:
            link = os.path.join(folder, id + ".json")
            if not os.path.lexists(link):
                os.symlink(os.path.abspath(os.path.join(gold, id + ".json")), link)
        part = os.path.join(out, f"facts-{name}.jsonl")
        with open(part, "w", encoding="utf8") as file:
            file.writelines(documents[id] for id in ids)
        options = ("--strict", "--gold", folder, "--text", text, "--system", part)
        figures[name] = {figure: row["f1"] for figure, row in scorer("score_facts.py", *options, "--json")["total"].items()}
        print(f"\nfacts, {name}", flush=True)
        subprocess.run([sys.executable, os.path.join(EVALUATION, "score_facts.py"), *options], check=True)
    return figures


def polnear(binary, out):
    """The figures of each slice."""
    folder = os.path.join(POLNEAR, "text")
    texts = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    system = extract(binary, texts, os.path.join(out, "polnear.jsonl"))
    converted = os.path.join(out, "polnear.converted.jsonl")
    with open(converted, "wb") as file:
        convert = os.path.join(EVALUATION, "to_polnear.py")
        subprocess.run([sys.executable, convert, "--text", folder, "--system", system], stdout=file, check=True)
    report = scorer("score_attributions.py", "--gold", POLNEAR, "--system", converted, "--json")
    flat = {}
    for slice, figures in report["metrics"].items():
        flat[slice] = {}
        for name, value in figures.items():
            parts = value if isinstance(value, dict) else {"": value}
            flat[slice].update({f"{name} {part}".strip(): it for part, it in parts.items()})
    return flat


def main():
    binary, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    if not os.path.isdir(EVALUATION):
        print("no scorers beside the checkout: the floors of data/articles/floors.tsv are tested, these are not")
        return 0
    reached = {"facts": facts(binary, out)}
    if os.path.isdir(POLNEAR):
        reached["polnear"] = polnear(binary, out)
    below = 0
    print(f"\n{'scorer':9}{'set':9}{'figure':24}{'reached':>9}{'floor':>8}")
    with open(os.path.join(ROOT, ".ci", "floors.tsv"), encoding="utf8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    for by, name, figure, floor in rows[1:]:
        if by not in reached:
            print(f"{by:9}{name:9}{figure:24}{'not run':>9}{floor:>8}")
            continue
        value = reached[by][name][figure] or 0.0
        short = value < float(floor)
        below += short
        print(f"{by:9}{name:9}{figure:24}{value:9.4f}{floor:>8}{'  BELOW' if short else ''}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
