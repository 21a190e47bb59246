"""Annotated texts, for what learns or counts from them: as the project reads them, and the scorer."""

import importlib.util
import json
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LISTS = ("entities", "roles", "meetings", "statements", "goals", "attitudes")


def scorer(folder):
    """`score_facts.py` of a folder, whose alignment decides what is right."""
    spec = importlib.util.spec_from_file_location("score_facts", os.path.join(folder, "score_facts.py"))
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score


def names(gold):
    """The ids of the annotated texts of a folder of facts, a folder of texts and a manifest."""
    facts, _, _ = gold
    return sorted(name[:-5] for name in os.listdir(facts))


def read(example, gold, *options, some=None):
    """What an example of `crates/ingest`, with its options, prints of each of the texts, or of `some`, in order of their names.

    Without a manifest (`-`) the facts themselves say when and where a text was published."""
    facts, text, meta = gold
    articles = {}
    if meta != "-":
        with open(meta, encoding="utf8") as file:
            articles = {a["id"]: a for a in json.load(file)["articles"]}
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for ident in names(gold) if some is None else some:
            path = os.path.join(folder, ident + ".txt")
            with open(os.path.join(text, ident + ".txt"), "rb") as file, open(path, "wb") as copy:
                copy.write(file.read())
            article = articles.get(ident)
            if article is None:
                with open(os.path.join(facts, ident + ".json"), encoding="utf8") as file:
                    article = json.load(file)["document"]
            info = {"id": ident, **{k: article.get(k) for k in ("title", "published", "source")}}
            with open(path[:-4] + ".facts.json", "w", encoding="utf8") as file:
                json.dump({"document": info, **{k: [] for k in LISTS}}, file)
            files.append(path)
        command = ["cargo", "run", "--release", "--quiet", "--package", "chancery-ingest", "--example", example, "--", *options, *files]
        lines = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    return [json.loads(line) for line in lines]
