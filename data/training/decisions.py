"""Learns what signals weigh in decisions on meetings and attendance, and writes `../lexicon/decisions.tsv`.

  decisions.py --score SCORE_FACTS --gold FACTS TEXT META TIMES [--gold FACTS TEXT META TIMES …] [--out TABLE]

SCORE_FACTS is the folder of `score_facts.py`, whose alignment says which meeting is which; FACTS a folder of annotated
facts, TEXT of their texts, META a manifest with title, day and source of each, or `-` if the facts tell; each text counts
TIMES times.
With `--measure FACTS TEXT META` it prints what the decisions are worth on other texts. Needs the project's Rust
toolchain: `examples/weigh.rs` prints the signals.

Three decisions, each a multinomial logistic regression, its weights drawn to nought (ridge): of two meetings of a text,
whether they are one; of a meeting, whether it is one and how it stands; of everybody named near it, whether they were
there, or stayed away in which manner. The second and third are of meetings merged by the first: run it twice, and build
between. The network is surer of what it has learnt from than of a text that is new: so each text is read once more
without its marks, and what is found then counts less.
"""

import argparse
import json
import os
from collections import Counter

import torch

import annotated
from network_data import half

HERE = os.path.dirname(os.path.abspath(__file__))
MEETING = [None, "held", "ongoing", "planned", "proposed", "cancelled", "denied"]
TIE = {"attended": 1, "expected": 1, "absent": 2, "excluded": 3, "declined": 4}
SEEN = 3  # a signal rarer than that is none
RIDGE = 3.0
UNMARKED, TIED = 0.6, 0.3  # what a text counts that is read without marks: how meetings stand, and who was there
KEEP, FIND = 0.35, 0.0  # how much more must speak for a meeting and a tie than chance says, in nats; `settle.rs` doubts too
HEAD = """# What signals weigh in decisions on meetings and attendance.
# Source: learnt by data/training/decisions.py from texts annotated for this project. Licence: MIT OR Apache-2.0.
# signal: as `crates/ingest/src/facts/meetings/weighed.rs`, `candidates.rs` and `merged.rs` name it.
# weights: of a meeting for none, held, ongoing, planned, proposed, cancelled, denied; of somebody tied to one for none,
#   present, absent, excluded, declined; of two meetings for being two, and one; in 1/1024 nat.
#signal	weights
"""


def read(gold, score, *options, halves=None):
    """Of every text its meetings (signals, the right choice, ties) and how many ties were annotated.

    With `halves` a text is read by that one of two networks which has not learnt from it."""
    asked = [(None, ())] if halves is None else [
        ([ident for ident in annotated.names(gold) if half(ident) == at], ("--network", network)) for at, network in enumerate(halves)]
    facts, text, _ = gold
    warn = lambda *_: None
    for raw in (raw for some, more in asked for raw in annotated.read("weigh", gold, *options, *more, some=some)):
        ident = raw["document"]["id"]
        with open(os.path.join(text, ident + ".txt"), "rb") as file:
            words = score.Text(file.read())
        with open(os.path.join(facts, ident + ".json"), encoding="utf8") as file:
            known = score.clean(json.load(file), words, "gold", warn)
        system = score.clean(raw, words, "system", warn)
        link = score.align_entities(known, system)
        same = score.align_meetings(known, system, link)
        meetings = []
        for number, meeting in enumerate(raw["meetings"]):
            other = known["meetings"][same[number]] if number in same else None
            right = MEETING.index(other["status"]) if other else 0
            there = dict(other["att"]) if other else {}
            ties = [(tie["signals"], TIE.get(there.get(link.get(tie["who"])), 0), tie["who"] in link) for tie in meeting["ties"]]
            meetings.append((meeting["signals"], right, ties))
        pairs = []
        for pair in raw["pairs"]:
            first, second = spoken_of(known, pair["first"]), spoken_of(known, pair["second"])
            if first is not None or second is not None:
                pairs.append((pair["signals"], int(first == second), 1))
        yield meetings, sum(len(m["att"]) for m in known["meetings"]), pairs


def spoken_of(known, spans):
    """The annotated meeting that most of the words speak of."""
    touches = lambda a, b: a[0] < b[1] and b[0] < a[1]
    counts = [sum(any(touches(span, other) for other in meeting["mentions"]) for span in spans) for meeting in known["meetings"]]
    return counts.index(max(counts)) if any(counts) else None


def rows(texts, times):
    """What is learnt from: signals, choice and weight, of meetings and of ties."""
    meetings, ties = [], []
    for of_text, _, _ in texts:
        for signals, right, about in of_text:
            meetings.append((signals, right, times))
            if right:
                ties += [(signals, choice, times) for signals, choice, known in about if known]
    return meetings, ties


def packed(signals, vocabulary):
    at, value, start = [], [], []
    for some in signals:
        start.append(len(at))
        for signal, strength in some:
            if signal in vocabulary:
                at.append(vocabulary[signal])
                value.append(strength / 256)
    return torch.tensor(at), torch.tensor(start), torch.tensor(value, dtype=torch.float32)


def scores(signals, vocabulary, weights):
    at, start, value = packed(signals, vocabulary)
    return torch.nn.functional.embedding_bag(at, weights, start, mode="sum", per_sample_weights=value)


def learn(examples, choices, bias):
    """Weights of all signals that occur often enough; `bias` is added to the first choice."""
    counts = Counter(signal for signals, _, _ in examples for signal, _ in signals)
    vocabulary = {signal: at for at, signal in enumerate(sorted(s for s, n in counts.items() if n >= SEEN))}
    at, start, value = packed([signals for signals, _, _ in examples], vocabulary)
    right = torch.tensor([choice for _, choice, _ in examples])
    times = torch.tensor([float(times) for _, _, times in examples])
    weights = torch.zeros(len(vocabulary), choices, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        found = torch.nn.functional.embedding_bag(at, weights, start, mode="sum", per_sample_weights=value)
        loss = (torch.nn.functional.cross_entropy(found, right, reduction="none") * times).sum()
        loss = loss + RIDGE * (weights ** 2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    weights = weights.detach()
    always = {len(MEETING): "meeting", 5: "tie", 2: "same"}[choices]
    weights[vocabulary[always], 0] += bias
    return vocabulary, weights - weights.mean(1, keepdim=True)


def measure(texts, meetings, ties):
    """F1 of meetings with their status and of ties with theirs, as the decisions leave them."""
    kept = right = found = tied = annotated = 0
    for of_text, known, _ in texts:
        annotated += known
        for signals, choice, about in of_text:
            score = scores([signals], *meetings)[0]
            if score[0] > score[1:].max():
                continue
            kept, right = kept + 1, right + (int(score[1:].argmax()) + 1 == choice)
            if about:
                for (_, other, linked), score in zip(about, scores([s for s, _, _ in about], *ties)):
                    chosen = int(score.argmax())
                    found += chosen > 0
                    tied += chosen > 0 and chosen == other and linked and choice > 0
    print(f"{len(texts)} texts: {kept} meetings kept, status of {right} right; of {annotated} ties {tied} found, {found} told,"
          f" F1 {2 * tied / max(1, found + annotated):.3f}")


def write(path, *learnt):
    with open(path, "w", encoding="utf8") as file:
        file.write(HEAD)
        for vocabulary, weights in learnt:
            for signal, at in sorted(vocabulary.items()):
                whole = [round(float(weight) * 1024) for weight in weights[at]]
                if max(map(abs, whole)) >= 10 and "\t" not in signal and "|" not in signal:
                    file.write(f"{signal}\t{'|'.join(map(str, whole))}\n")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--score", required=True)
    three = ("FACTS", "TEXT", "META")
    asked.add_argument("--gold", nargs=4, action="append", default=[], metavar=(*three, "TIMES"))
    asked.add_argument("--measure", nargs=3, action="append", default=[], metavar=three)
    asked.add_argument("--halves", nargs=2, metavar="NETWORK", help="two networks that have not learnt from the first and the second half of the texts")
    asked.add_argument("--out", default=os.path.join(HERE, "..", "lexicon", "decisions.tsv"))
    given = asked.parse_args()
    torch.set_num_threads(1)
    score = annotated.scorer(given.score)
    meetings, ties, pairs = [], [], []
    for *gold, times in given.gold:
        for options, share, tied in ((), 1, 1), (("--unmarked",), UNMARKED, TIED):
            texts = list(read(gold, score, *options, halves=None if options else given.halves))
            meetings += rows(texts, float(times) * share)[0]
            ties += rows(texts, float(times) * tied)[1]
            if not options:
                pairs += [pair for _, _, of_text in texts for pair in of_text]
    print(f"{len(meetings)} meetings, {len(ties)} who may be tied to one, {len(pairs)} pairs of meetings")
    learnt = learn(meetings, len(MEETING), KEEP), learn(ties, 5, FIND)
    write(given.out, *learnt, learn(pairs, 2, 0.0))
    for gold in given.measure:
        measure(list(read(gold, score)), *learnt)


if __name__ == "__main__":
    main()
