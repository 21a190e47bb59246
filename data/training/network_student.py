"""The network: words to labels by dilated convolutions over a sum of small tables, made to be run in whole numbers.

    x0    = P·word + Σ table[feature]
    x     = x + relu(conv3(norm(x), dilation)) for each dilation
    heads = linear(norm(x)), the best path for `who-said` by a chain of transitions

`norm` is batch normalisation, a fixed scale and shift a channel once learnt. In the last part of the learning all that
will be a whole number is rounded as it will be (`Round`), so that rounding costs nothing afterwards:
activations to 1/32 within ±4 (8 bits), weights to 7 bits with a scale a row, tables to 1/64.
"""

import random
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from network_data import HEADS

SIZES = [1024, 512, 8, 64, 16, 4, 8, 8, 4, 4]
DILATIONS = [1, 2, 4, 8, 16, 1, 2]
WIDTH, WORD = 96, 48
STRETCH = 256  # words a stretch
STEP, REACH = 32.0, 127.0 / 32  # activations
TABLE = 64.0


class Round(torch.autograd.Function):
    @staticmethod
    def forward(_, x):
        return torch.round(x)

    @staticmethod
    def backward(_, gradient):
        return gradient


def rounded_weights(weight):
    scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-6) / 63
    return Round.apply(weight / scale) * scale


def rounded_activations(x):
    return Round.apply(x.clamp(-REACH, REACH) * STEP) / STEP


def rounded_table(x):
    return Round.apply(x.clamp(-127 / TABLE, 127 / TABLE) * TABLE) / TABLE


class Student(nn.Module):
    def __init__(self, words, dilations=DILATIONS, width=WIDTH):
        super().__init__()
        self.rounding, self.dilations, self.width = False, dilations, width
        self.words = nn.Embedding.from_pretrained(words.clone(), freeze=False)
        self.project = nn.Linear(words.shape[1], width, bias=False)
        self.tables = nn.ModuleList([nn.Embedding(n, width) for n in SIZES])
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.norms = nn.ModuleList([nn.BatchNorm1d(width, momentum=0.05) for _ in range(len(dilations) + 1)])
        self.convs = nn.ModuleList([nn.Linear(3 * width, width) for _ in dilations])
        self.heads = nn.ModuleDict({head: nn.Linear(width, size) for head, size in HEADS.items()})
        self.chain = nn.Parameter(torch.zeros(HEADS["who-said"], HEADS["who-said"]))
        self.drop_in, self.drop = nn.Dropout(0.15), nn.Dropout(0.1)

    def weights(self, layer):
        return rounded_weights(layer.weight) if self.rounding else layer.weight

    def table(self, x):
        return rounded_table(x) if self.rounding else x

    def norm(self, layer, x):
        x = layer(x.transpose(1, 2)).transpose(1, 2).clamp(-REACH, REACH)
        return rounded_activations(x) if self.rounding else x

    def forward(self, words, features):
        w = self.table(self.words(words))
        if self.training:
            w = w * (torch.rand(w.shape[:2]) > 0.08)[..., None]
        x = F.linear(w, self.weights(self.project))
        for k, table in enumerate(self.tables):
            t = self.table(table(features[:, :, k]))
            if self.training and k < 2:
                t = t * (torch.rand(t.shape[:2]) > 0.1)[..., None]
            x = x + t
        x = self.drop_in(x)
        for dilation, norm, conv in zip(self.dilations, self.norms, self.convs):
            y = self.norm(norm, x)
            zero = torch.zeros(y.shape[0], dilation, y.shape[2], dtype=y.dtype)
            y = torch.cat([torch.cat([zero, y[:, :-dilation]], 1), y, torch.cat([y[:, dilation:], zero], 1)], 2)
            x = x + self.drop(F.relu(F.linear(y, self.weights(conv), conv.bias)))
        y = self.norm(self.norms[-1], x)
        return {head: F.linear(y, self.weights(layer), layer.bias).float() for head, layer in self.heads.items()}


def chain_loss(scores, chain, gold, weight):
    """Negative log likelihood of the gold path a word, in a chain of transitions; words without gold are passed over."""
    known = (gold >= 0).float()
    y = gold.clamp(min=0)
    path = (scores.gather(2, y[..., None])[..., 0] * known).sum(1) + (chain[y[:, :-1], y[:, 1:]] * known[:, 1:] * known[:, :-1]).sum(1)
    a = scores[:, 0] * known[:, :1]
    for t in range(1, scores.shape[1]):
        k, before = known[:, t, None], known[:, t - 1, None]
        b = torch.logsumexp(a[:, :, None] + chain * before[..., None], 1) + scores[:, t]
        a = b * k + a * (1 - k)
    return ((torch.logsumexp(a, 1) - path) * weight).sum() / (known * weight[:, None]).sum().clamp(min=1)


def best_path(scores, chain):
    """Viterbi with I- labels only after their own B- or I-."""
    chain = chain.copy()
    for a in range(chain.shape[0]):
        for b in range(2, chain.shape[0], 2):
            if a not in (b, b - 1):
                chain[a, b] = -1e4
    v, back = scores[0].copy(), []
    v[2::2] = -1e4
    for row in scores[1:]:
        q = v[:, None] + chain
        back.append(q.argmax(0))
        v = q.max(0) + row
    path = [int(v.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return np.array(path[::-1])


def features_of(doc):
    f = doc.features.astype(np.int64).copy()
    f[:, 0] >>= SHIFTS[0]
    f[:, 1] >>= SHIFTS[1]
    return f


SHIFTS = (0, 0)


def stretches(docs, shift):
    found = []
    for number, doc in enumerate(docs):
        for low in range(-shift, len(doc.words), STRETCH):
            a, b = max(low, 0), min(low + STRETCH, len(doc.words))
            if b > a:
                found.append((number, a, b))
    return found


def batch(docs, some):
    words = np.zeros((len(some), STRETCH), np.int64)
    features = np.zeros((len(some), STRETCH, len(SIZES)), np.int64)
    gold = {head: np.full((len(some), STRETCH), -1, np.int64) for head in HEADS}
    soft = {head: np.zeros((len(some), STRETCH, size), np.float32) for head, size in HEADS.items()}
    weight = np.ones(len(some), np.float32)
    for b, (number, low, high) in enumerate(some):
        doc, n = docs[number], high - low
        words[b, :n] = doc.rows[low:high]
        features[b, :n] = doc.told[low:high]
        weight[b] = doc.weight
        for head in HEADS:
            gold[head][b, :n] = doc.labels[head][low:high]
            if doc.soft is not None:
                soft[head][b, :n] = doc.soft[head][low:high]
    turn = torch.from_numpy
    return turn(words), turn(features), {h: turn(g) for h, g in gold.items()}, {h: turn(s) for h, s in soft.items()}, turn(weight)


def train(net, docs, passes, rate=2e-3, size=16, seed=1, rounding_from=0.6, say=print, weights=None, rare=1.0):
    torch.manual_seed(seed), random.seed(seed)
    weights = weights or {"who-said": 1.0, "goal": 0.5, "meeting": 0.5, "attendance": 0.5}
    slow = [net.words.weight]
    rest = [p for p in net.parameters() if p is not net.words.weight]
    optimiser = torch.optim.AdamW([{"params": slow, "scale": 0.5}, {"params": rest, "scale": 1.0}], lr=rate, weight_decay=0.01)
    per = len(stretches(docs, 0)) // size
    total, step, begun, sums = int(passes * per), 0, time.time(), 0.0
    while step < total:
        every = stretches(docs, random.randrange(STRETCH))
        random.shuffle(every)
        for at in range(0, len(every) - size + 1, size):
            if step >= total:
                break
            progress = step / total
            if progress >= rounding_from:
                net.rounding = True
            for group in optimiser.param_groups:
                group["lr"] = rate * group["scale"] * min(1, (step + 1) / 100) * (1 - progress)
            words, features, gold, soft, weight = batch(docs, every[at:at + size])
            net.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = net(words, features)
            loss = weights["who-said"] * chain_loss(out["who-said"], net.chain, gold["who-said"], weight)
            for head, scores in out.items():
                # What the teacher thinks, and what people said; the latter counts more where they said anything.
                logs = F.log_softmax(scores, 2)
                each, told = -(soft[head] * logs).sum(2), (soft[head].sum(2) > 0).float()
                if head != "who-said":
                    known = ((gold[head] >= 0) & (told == 0)).float()
                    label = gold[head].clamp(min=0)
                    weigh = known * torch.where(label > 0, rare, 1.0)
                    each = each * told - logs.gather(2, label[..., None])[..., 0] * weigh
                    told = told + weigh
                if told.sum() > 0:
                    loss = loss + weights[head] * (each * (told > 0)).sum() / told.sum()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step, sums = step + 1, sums + loss.item()
            if step % 200 == 0:
                say(f"student {step}/{total} loss {sums / 200:.3f} {(time.time() - begun) / 60:.1f} min")
                sys.stdout.flush()
                sums = 0.0
    return net


def predict(net, docs):
    """Scores of each word for each head, in whole documents."""
    net.eval()
    found = []
    with torch.no_grad():
        for doc in docs:
            out = net(torch.from_numpy(doc.rows)[None], torch.from_numpy(doc.told)[None])
            found.append({head: scores[0].numpy() for head, scores in out.items()})
    return found
