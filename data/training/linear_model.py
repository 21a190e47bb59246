"""A greedy linear tagger over hashed features, many sentences abreast, in numpy."""

import numpy as np

from linear_features import BITS, END, NO_TAG, START, context, dynamic_entity, dynamic_pos, shifted
from linear_features import context_keys, static_entity, static_pos

POS = (
    "NN NNP NNS NNPS VB VBD VBG VBN VBP VBZ MD TO IN DT PDT WDT JJ JJR JJS RB RBR RBS WRB RP PRP PRP$ WP WP$ EX CC CD "
    "POS UH FW SYM LS $ , . : `` '' -LRB- -RRB-"
).split()
KINDS = ["PER", "ORG", "GPE", "NORP", "DATE", "EVENT"]
ENTITY = ["O"] + [f"{part}-{kind}" for kind in KINDS for part in "BI"]
VERBS = {POS.index(tag) for tag in "VB VBD VBG VBN VBP VBZ MD TO".split()}
# A clause ends, for the purpose of "the last verb", at these tags.
BREAKS = {POS.index(tag) for tag in (".", ":", "``", "''")}
IS_VERB = np.array([tag in VERBS for tag in range(64)])
IS_BREAK = np.array([tag in BREAKS for tag in range(64)])


class Task:
    """What differs between the two taggers: labels, features, and what is remembered on the way."""

    def __init__(self, name):
        self.name = name
        self.labels = POS if name == "pos" else ENTITY
        # After each label (the last row: at the start), which labels may follow.
        size = len(self.labels)
        self.allowed = np.ones((64, size), bool)
        if name == "entity":
            for at, label in enumerate(self.labels):
                if label.startswith("I-"):
                    self.allowed[:, at] = False
                    for before in (at, at - 1):
                        self.allowed[before, at] = True

    def columns(self, words, tags):
        """Static features and the attributes that dynamic ones need, for one sentence."""
        c = context(words)
        if self.name == "pos":
            need = (c["w"], c["s2"], c["s3"], shifted(c["s3"], 1))
            return static_pos(c), np.stack(need, 1)
        t = np.asarray(tags, np.uint32)
        need = (c["w"], c["sh"], shifted(c["w"], -1), shifted(c["w"], 1), t + 3, c["head"], c["s4"])
        return static_entity(c, tags), np.stack(need, 1)

    def begin(self, size):
        """The memory of `size` sentences before their first word: two labels, and two more values."""
        state = np.zeros((4, size), np.uint32)
        state[0] = state[1] = NO_TAG
        return state

    def dynamic(self, need, state):
        columns = [need[:, at] for at in range(need.shape[1])]
        if self.name == "pos":
            return np.stack(dynamic_pos(*columns, *state), 1)
        return np.stack(dynamic_entity(*columns, *state[:3]), 1)

    def advance(self, need, state, label):
        """Remembers a decision."""
        state[1] = state[0]
        state[0] = label
        w = need[:, 0]
        if self.name == "pos":
            verb, broken = IS_VERB[label], IS_BREAK[label]
            state[2] = np.where(broken, 0, np.where(verb, label + 1, state[2]))
            state[3] = np.where(broken, 0, np.where(verb, w, state[3]))
        else:
            begins = label % 2 == 1
            state[2] = np.where(label == 0, 0, np.where(begins, w, state[2]))


class Corpus:
    """Sentences laid end to end, with their static features."""

    def __init__(self, task, sentences, gold, tags=None):
        self.gold = np.concatenate([np.asarray(g, np.int64) for g in gold])
        self.lengths = np.array([len(words) for words in sentences])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        made = [task.columns(words, tags[at] if tags else None) for at, words in enumerate(sentences)]
        self.static = np.concatenate([static for static, _ in made])
        self.need = np.concatenate([need for _, need in made])
        self.keys = np.concatenate([context_keys(words) for words in sentences])
        self.fixed = np.full(len(self.gold), -1, np.int64)

    def fix(self, keys, labels):
        """Words whose label is plain, by ascending key: they are not decided but known."""
        at = np.minimum(np.searchsorted(keys, self.keys), len(keys) - 1)
        self.fixed = np.where(keys[at] == self.keys, labels[at], -1)

    def plain(self, task, least, share):
        """Keys of the words that nearly always bear one label, and those labels.

        Of entities, only what follows no entity and is none itself: the rest is to be decided.
        """
        gold, keys = self.gold, self.keys
        if task.name == "entity":
            before = np.concatenate([[0], gold[:-1]])
            before[self.starts] = 0
            gold, keys = gold[before == 0], keys[before == 0]
        width = len(task.labels)
        unique, index = np.unique(keys, return_inverse=True)
        counts = np.zeros((len(unique), width), np.int64)
        np.add.at(counts, (index, gold), 1)
        total, best = counts.sum(1), counts.argmax(1)
        keep = (total >= least) & (counts.max(1) >= share * total)
        if task.name == "entity":
            keep &= best == 0
        return unique[keep], best[keep]

    def batches(self, size, random=None):
        """Sentence numbers, in batches of like length."""
        order = np.arange(len(self.lengths))
        if random is not None:
            random.shuffle(order)
        chunk = size * 50
        batches = []
        for at in range(0, len(order), chunk):
            part = order[at : at + chunk]
            part = part[np.argsort(-self.lengths[part], kind="stable")]
            batches += [part[b : b + size] for b in range(0, len(part), size)]
        if random is not None:
            random.shuffle(batches)
        return batches


def walk(task, corpus, batch, decide):
    """Goes through a batch word by word; `decide(words, features, labels before)` gives the labels of those not fixed."""
    state = task.begin(len(batch))
    lengths = corpus.lengths[batch]  # descending, so that the live ones come first
    for t in range(lengths[0]):
        live = int((lengths > t).sum())
        at = corpus.starts[batch[:live]] + t
        need = corpus.need[at]
        now = state[:, :live]
        label = corpus.fixed[at]
        open_ = label < 0
        if task.name == "entity":
            open_ |= (now[0] != 0) & (now[0] != NO_TAG)
        asked = np.flatnonzero(open_)
        if len(asked):
            places = np.concatenate([corpus.static[at[asked]], task.dynamic(need[asked], now[:, asked])], 1)
            label[asked] = decide(at[asked], places, now[0, asked])
        task.advance(need, now, label)


def predict(task, corpus, rows, weights, size=512):
    """Greedy labels for a whole corpus."""
    out = np.zeros(len(corpus.gold), np.int64)

    def decide(at, places, before):
        scores = weights[rows[places]].sum(1, dtype=weights.dtype)
        scores[~task.allowed[before]] = -1e9
        out[at] = scores.argmax(1)
        return out[at]

    out[:] = np.maximum(corpus.fixed, 0)
    for batch in corpus.batches(size):
        walk(task, corpus, batch, decide)
    return out


def count_features(task, corpus):
    """How often each feature occurs when all earlier labels are right."""
    counts = np.zeros(1 << BITS, np.int64)

    def decide(at, places, before):
        np.add.at(counts, places.ravel(), 1)
        return corpus.gold[at]

    for batch in corpus.batches(1024):
        walk(task, corpus, batch, decide)
    return counts


def train(task, corpus, rows, epochs, seed, size=96, rate=0.3, start=None, report=print):
    """Averaged weights, a row a feature; row 0 stays empty, for features that are not kept.

    The gradient is that of a softmax, each weight with a pace of its own (AdaGrad), and the history that a
    decision leans on is what the model itself decided, as it will be when it is used.
    With `start`, learning goes on from there, and weights that are zero there stay zero.
    """
    random = np.random.default_rng(seed)
    width = len(task.labels)
    weights = np.zeros((rows.max() + 1, width), np.float32) if start is None else start.astype(np.float32)
    frozen = None if start is None else (start == 0).reshape(-1)
    squares = np.full_like(weights, 0.1)
    drift = np.zeros_like(weights)  # each update times the moment it was made, for the average
    flat, flat_squares, flat_drift = weights.reshape(-1), squares.reshape(-1), drift.reshape(-1)
    clock, wrong = 1, 0

    def decide(at, places, before):
        nonlocal clock, wrong
        ids = rows[places]
        scores = weights[ids].sum(1)
        scores[~task.allowed[before]] = -1e9
        label = scores.argmax(1)
        gold = corpus.gold[at]
        wrong += int((label != gold).sum())
        slope = np.exp(scores - scores.max(1, keepdims=True))
        slope /= slope.sum(1, keepdims=True)
        slope[np.arange(len(at)), gold] -= 1
        # A history that went wrong may rule the right label out; there is nothing to learn from that.
        slope[~task.allowed[before, gold]] = 0
        word, column = np.nonzero(np.abs(slope) > 0.02)
        if len(word):
            target = (ids[word].astype(np.int64) * width + column[:, None]).ravel()
            slopes = np.repeat(slope[word, column], ids.shape[1]).astype(np.float32)
            if frozen is not None:
                moving = ~frozen[target]
                target, slopes = target[moving], slopes[moving]
            np.add.at(flat_squares, target, slopes * slopes)
            move = slopes * (-rate / np.sqrt(flat_squares[target]))
            np.add.at(flat, target, move)
            np.add.at(flat_drift, target, move * np.float32(clock))
            weights[0] = drift[0] = 0
        return label

    for epoch in range(epochs):
        wrong = 0
        for batch in corpus.batches(size, random):
            walk(task, corpus, batch, decide)
            clock += 1
        report(f"{task.name}: epoch {epoch + 1}: {100 * wrong / len(corpus.gold):.2f} % of the words wrong while learning")
    return weights - drift / clock
