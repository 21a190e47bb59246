"""Counts how often facts that were found in a like manner are right, and writes `../lexicon/confidence.tsv`.

  confidence.py --score SCORE_FACTS --gold FACTS TEXT META [--gold FACTS TEXT META …] [--halves A] [--out TABLE]

SCORE_FACTS is the folder of `score_facts.py`, whose alignment decides what is right; FACTS a folder of annotated facts,
TEXT of their texts, META a manifest with title, day and source of each. Needs the project's Rust toolchain.

A fact's signals are known to the extractor alone, so the table is first written with a number of its own for every
combination, the texts are read with that, and each fact's number tells what its signals were. Combinations seen less
than eight times get their kind's rate for the most part.
"""

import argparse
import itertools
import json
import os
from collections import defaultdict

import annotated

HERE = os.path.dirname(os.path.abspath(__file__))
AGREE = ("same", "near", "partly", "unmarked")
WHO = ("person", "state", "organization")
HEAD = """# How often facts that were found in a like manner are right: the confidence that they are given.
# Source: counted by data/training/confidence.py on texts annotated for this project. Licence: MIT OR Apache-2.0.
# signals: the kind of fact, then what `crates/ingest/src/confidence.rs` says of it; the kind alone is for all others.
# rate: the share of right ones, drawn to that of the kind where few were seen. seen: how many.
#signals	rate	seen
"""


def combinations():
    yield from (("entity", *c) for c in itertools.product((*WHO, "place"), ("once", "often")))
    yield from (("role", *c) for c in itertools.product(("current", "former", "designate"), (*WHO, "place", "nobody")))
    clear = "0123456789"
    yield from (("meeting", *c) for c in itertools.product(("held", "ongoing", "planned", "proposed", "cancelled", "denied"), clear))
    yield from (("attendance", *c) for c in itertools.product(("attended", "expected", "absent", "excluded", "declined"), WHO, clear))
    for kind in ("statement", "attitude"):
        yield from ((kind, *c) for c in itertools.product(AGREE, ("known", "unknown"), ("direct", "indirect", "mixed")))
    yield from (("goal", *c) for c in itertools.product(AGREE, ("agreed", "sought", "rejected", "achieved")))


def judged(score, gold, raw, text):
    """Each fact with its kind and whether it is right, by the scorer's own alignment."""
    warn = lambda *_: None
    known, system = score.clean(gold, text, "gold", warn), score.clean(raw, text, "system", warn)
    link = score.align_entities(known, system)
    for entity in raw["entities"]:
        yield entity, entity["id"] in link
    pairs, left = [], list(known["roles"])
    for role in raw["roles"]:
        right = [g for g in left if link.get(role["person"]) == g["person"] and score.title_match(role["title"], g["title"])
                 and (link.get(role["of"]) if role["of"] else None) == g["of"] and g["status"] == role["status"]]
        if right:
            left.remove(right[0])
        yield role, bool(right)
    meetings = score.align_meetings(known, system, link)
    for number, meeting in enumerate(raw["meetings"]):
        other = meetings.get(number)
        yield meeting, other is not None and known["meetings"][other]["status"] == meeting["status"]
        there = set(known["meetings"][other]["att"]) if other is not None else set()
        for attendance in meeting["attendance"]:
            yield attendance, (link.get(attendance["who"]), attendance["status"]) in there
    named = lambda who: None if who is None else link.get(who, "?" + who)
    groups = score.group_statements(known["statements"], text, lambda who: who)
    for said in raw["statements"]:
        words = text.toks(said["content"])
        yield said, any(score.jac(words, g["toks"]) >= 0.5 and named(said["speaker"]) in g["speakers"]
                        and said["negated"] == g["negated"] for g in groups)
    for goal in raw["goals"]:
        words = text.toks([goal["text"]])
        holders = {link.get(h, "?" + h) for h in goal["holders"]}
        yield goal, any(score.jac(words, text.toks([g["text"]])) >= 0.5 and holders & set(g["holders"]) for g in known["goals"])


def judge(gold, folder):
    """(confidence, right) of every fact of every annotated text."""
    score, pairs = annotated.scorer(folder), []
    for part in gold:
        facts, text, _ = part
        for found in annotated.read("facts", part):
            name = found["document"]["id"]
            with open(os.path.join(facts, name + ".json"), encoding="utf8") as file:
                known = json.load(file)
            with open(os.path.join(text, name + ".txt"), "rb") as file:
                words = score.Text(file.read())
            for fact, right in judged(score, known, found, words):
                pairs.append((fact.get("confidence"), right))
    return pairs


def reliability(pairs):
    rows = defaultdict(lambda: [0, 0, 0.0])
    for confidence, right in pairs:
        if confidence is not None:
            row = rows[min(int(confidence * 10 + 1e-6), 9)]
            row[0], row[1], row[2] = row[0] + 1, row[1] + right, row[2] + confidence
    for step in sorted(rows):
        seen, right, total = rows[step]
        print(f"{step / 10:.1f}-{(step + 1) / 10:.1f}  {seen:5} facts, mean confidence {total / seen:.3f}, right {right / seen:.3f}")


def write(path, rows):
    with open(path, "w", encoding="utf8") as file:
        file.write(HEAD)
        for signals, rate, seen in rows:
            file.write(f"{signals}\t{rate}\t{seen}\n")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--score", required=True)
    asked.add_argument("--gold", nargs=3, action="append", required=True, metavar=("FACTS", "TEXT", "META"))
    asked.add_argument("--out", default=os.path.join(HERE, "..", "lexicon", "confidence.tsv"))
    asked.add_argument("--attitudes", type=float, default=0.50, help="the share of attitudes that are right; no annotated "
                       "text of ours has any: it is the precision of attributions on PolNeAR's development part, all others left out")
    asked.add_argument("--only-measure", action="store_true", help="print the reliability of the table as it is")
    given = asked.parse_args()
    if given.only_measure:
        return reliability(judge(given.gold, given.score))
    every = [" ".join(c) for c in combinations()]
    number = {round((at + 1) / 4096, 4): signals for at, signals in enumerate(every)}
    write(given.out, [(signals, value, 0) for value, signals in number.items()])
    seen, kinds = defaultdict(lambda: [0, 0]), defaultdict(lambda: [0, 0])
    for confidence, right in judge(given.gold, given.score):
        signals = number.get(round(confidence, 4)) if confidence is not None else None
        if signals:
            for row in (seen[signals], kinds[signals.split()[0]]):
                row[0], row[1] = row[0] + right, row[1] + 1
    rows = []
    for kind, (right, all_) in sorted(kinds.items()):
        rate = right / all_
        rows.append((kind, round(rate, 2), all_))
        for signals in sorted(s for s in seen if s.split()[0] == kind):
            good, count = seen[signals]
            rows.append((signals, round((good + 4 * rate) / (count + 4), 2), count))
    rows.append(("attitude", given.attitudes, 0))
    write(given.out, rows)
    for row in rows:
        print(*row)


if __name__ == "__main__":
    main()
