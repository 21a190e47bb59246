"""Labelled and unlabelled texts for the network: words as `examples/sights.rs` prints them, with labels.

A document is a `Doc`: its words' strings, hashes and features, and for each head a label a word (-1 where nobody said).
Heads and labels:
  who-said   O, and B-/I- of source, cue and content, outermost attributions only
  goal       O, B, I
  meeting    O, and a label for each status of the meeting that the word stands for
  attendance O, and a label for each status in which the one named is tied to a meeting
"""

import bisect
import copy
import hashlib
import json
import os
import re

import numpy as np

WHO_SAID = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
STATUSES = ["held", "ongoing", "planned", "proposed", "cancelled", "denied"]
TIES = ["attended", "expected", "absent", "excluded", "declined"]
HEADS = {"who-said": len(WHO_SAID), "goal": 3, "meeting": 1 + len(STATUSES), "attendance": 1 + len(TIES)}
LEADS = {"that", "whether", "to", ",", ":", '"', "“", "”", "``", "''", "‘", "'"}
MARKS = re.compile(r"^\W+$")


class Doc:
    def __init__(self, ident, text, words):
        self.id, self.text = ident, text
        rows = np.array(words, dtype=np.int64).reshape(len(words), -1)
        self.starts, self.ends = rows[:, 0].tolist(), rows[:, 1].tolist()
        self.hash = rows[:, 2]
        self.features = rows[:, 3:].astype(np.int16)
        raw = text.encode()
        self.words = [raw[a:b].decode() for a, b in zip(self.starts, self.ends)]
        self.labels = {head: np.full(len(words), -1, np.int64) for head in HEADS}
        self.weight = 1.0

    def places(self, start, end):
        """The words that lie in a span of bytes, by half at least."""
        first = max(bisect.bisect_right(self.ends, start), 0)
        found = []
        for at in range(first, len(self.starts)):
            if self.starts[at] >= end:
                break
            if 2 * (min(end, self.ends[at]) - max(start, self.starts[at])) >= self.ends[at] - self.starts[at]:
                found.append(at)
        return found


def half(ident):
    """In which half of our own texts one is, by its id: for networks that have seen but the other half."""
    return hashlib.sha1(ident.encode()).digest()[-1] % 2


def read(sights, texts):
    """Documents of a file of sights; `texts` gives each id its text."""
    with open(sights, encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["words"]:
                yield Doc(row["id"], texts(row["id"]), row["words"])


def mark(doc, head, first, spans):
    """Writes B and I labels (numbers `first` and `first` + 1) over runs of words."""
    labels, last = doc.labels[head], None
    for at in sorted(spans):
        if labels[at] <= 0:
            labels[at] = first + 1 if last == at - 1 else first
        last = at


def tighten(doc, places):
    """Contents without the word that introduces them and without marks at their ends."""
    places = sorted(places)
    while places and (doc.words[places[0]].lower() in LEADS):
        places.pop(0)
    while places and MARKS.match(doc.words[places[-1]]) and doc.words[places[-1]] not in ")%":
        places.pop()
    return places


def polnear(doc, annotation):
    """PolNeAR's attributions of one document, from its BRAT file (character offsets)."""
    octets, count = [0], 0
    for char in doc.text:
        count += len(char.encode())
        octets.append(count)
    spans, events, discarded = {}, [], []
    with open(annotation, encoding="utf8", newline="\n") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if line.startswith("T") and len(parts) > 1:
                kind, where = parts[1].split(" ", 1)
                spans[parts[0]] = [tuple(map(int, piece.split())) for piece in where.split(";")]
                if kind == "Discard":
                    discarded += spans[parts[0]]
            elif line.startswith("E"):
                events.append([piece.split(":") for piece in parts[1].split()[1:]])
    doc.labels["who-said"][:] = 0
    roles = {"Source": [], "Cue": [], "Content": []}
    for event in events:
        found = {}
        for role, name in event:
            role = re.sub(r"\d+$", "", role)
            if role in roles and name in spans:
                for start, end in spans[name]:
                    found.setdefault(role, []).extend(doc.places(octets[start], octets[min(end, len(octets) - 1)]))
        if "Content" not in found:
            continue
        for role, places in found.items():
            roles[role].append(tighten(doc, places) if role == "Content" else places)
    for first, role in ((1, "Source"), (3, "Cue"), (5, "Content")):
        for places in roles[role]:
            mark(doc, "who-said", first, places)
    for start, end in discarded:
        doc.labels["who-said"][doc.places(octets[start], octets[min(end, len(octets) - 1)])] = -1


def facts(doc, known):
    """The labels of a facts document."""
    for head in HEADS:
        doc.labels[head][:] = 0
    said = known["statements"]
    inside = lambda inner, outer: all(any(c <= a and b <= d for c, d in outer["content"]) for a, b in inner["content"])
    outermost = [s for s in said if not any(o is not s and inside(s, o) and not inside(o, s) for o in said)]
    for s in outermost:
        if s["source"]:
            mark(doc, "who-said", 1, doc.places(*s["source"]))
        if s["cue"]:
            mark(doc, "who-said", 3, doc.places(*s["cue"]))
    for s in outermost:
        mark(doc, "who-said", 5, tighten(doc, [at for span in s["content"] for at in doc.places(*span)]))
    for goal in known["goals"]:
        mark(doc, "goal", 1, doc.places(*goal["text"]))
    mentions = {entity["id"]: entity["mentions"] for entity in known["entities"]}
    for meeting in known["meetings"]:
        for span in meeting["mentions"]:
            doc.labels["meeting"][doc.places(*span)] = 1 + STATUSES.index(meeting["status"])
    # Whoever is named twice is tied by the rarer status.
    ties = sorted((TIES.index(a["status"]), a["who"], a["evidence"]) for m in known["meetings"] for a in m["attendance"] if a["evidence"])
    for tie, who, (start, end) in ties:
        for a, b in mentions[who]:
            if start <= a and b <= end:
                doc.labels["attendance"][doc.places(a, b)] = 1 + tie


LETTERS = {letter: ("meeting", 1 + at) for at, letter in enumerate("hoprcd")} | {
    letter: ("attendance", 1 + at) for at, letter in enumerate("AEBXD")}
MARKED = re.compile(r"\[([hoprcdAEBXD]) ([^\[\]]+)\]")


def plain_of(marked):
    """The text of a passage with marks in it, and the marks: start and end in bytes, letter."""
    text, marks, last = b"", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[last:mark.start()].encode()
        words = mark[2].encode()
        marks.append((len(text), len(text) + len(words), mark[1]))
        text, last = text + words, mark.end()
    return (text + marked[last:].encode()).decode(), marks


def ties(doc, marks, start=0, end=None):
    """The labels of meetings and of who is tied to them, from marks; outside of the stretch that was read nobody said."""
    within = doc.places(start, len(doc.text.encode()) if end is None else end)
    for head in ("meeting", "attendance"):
        doc.labels[head][within] = 0
    for a, b, letter in marks:
        head, label = LETTERS[letter]
        doc.labels[head][doc.places(a, b)] = label


def about(doc, words):
    """The part of a document that is marked, and so many words before and after it."""
    known = np.flatnonzero(doc.labels["meeting"] >= 0)
    low, high = max(0, known[0] - words), min(len(doc.words), known[-1] + 1 + words)
    part = copy.copy(doc)
    part.starts, part.ends, part.words = doc.starts[low:high], doc.ends[low:high], doc.words[low:high]
    part.hash, part.features = doc.hash[low:high], doc.features[low:high]
    part.labels = {head: labels[low:high] for head, labels in doc.labels.items()}
    return part


def folder(path):
    def text(ident):
        with open(os.path.join(path, ident + ".txt"), encoding="utf8", newline="") as file:
            return file.read()
    return text


def load_polnear(sights, split):
    documents = []
    annotations = {}
    for name in sorted(os.listdir(os.path.join(split, "attributions"))):
        annotations.setdefault(name.rsplit("_", 1)[0], name)
    for doc in read(sights, folder(os.path.join(split, "text"))):
        if doc.id in annotations:
            polnear(doc, os.path.join(split, "attributions", annotations[doc.id]))
            documents.append(doc)
    return documents


def load_facts(sights, texts, annotated):
    documents = []
    for doc in read(sights, folder(texts)):
        known = os.path.join(annotated, doc.id + ".json")
        if os.path.exists(known):
            with open(known, encoding="utf8") as file:
                facts(doc, json.load(file))
            documents.append(doc)
    return documents


def load_unlabelled(sights, source):
    with open(source, encoding="utf8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    return list(read(sights, texts.get))


def runs(labels, first):
    """The runs that B (`first`) and I labels mark, as ranges of words."""
    found, start = [], None
    for at, label in enumerate(list(labels) + [0]):
        if start is not None and label != first + 1:
            found.append((start, at))
            start = None
        if label == first or (label == first + 1 and start is None):
            start = at
    return found


def token_f1(documents, predicted, head):
    """F1 by word for each kind of label of a head."""
    kinds = {"who-said": [(1, "source"), (3, "cue"), (5, "content")], "goal": [(1, "goal")]}.get(head)
    singly = kinds is None
    kinds = kinds or [(at + 1, name) for at, name in enumerate(STATUSES if head == "meeting" else TIES)]
    figures = {}
    for first, name in kinds:
        both = system = gold = exact = 0
        for doc, labels in zip(documents, predicted):
            known = doc.labels[head]
            if (known < 0).all():
                continue
            within = lambda path: (path == first) | ((path == first + 1) & (not singly))
            g, s = within(known), within(labels)
            s = s & (known >= 0)
            both, system, gold = both + (g & s).sum(), system + s.sum(), gold + g.sum()
        figures[name] = round(200 * both / max(1, system + gold), 1)
    return figures
