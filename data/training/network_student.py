"""The network: words to labels by dilated convolutions and memories over a sum of small tables, made to be run in whole
numbers.

    x0    = P·word + Σ table[feature]
    x     = x + relu(conv3(norm(x), dilation)) for each dilation, or, for dilation 0,
    x     = x + kept, kept(t) = gate·kept(t ∓ 1) + (1 - gate)·value, value and gate = linear(norm(x))
    heads = linear(norm(x)), the best path for `who-said` by a chain of transitions

A memory (a quasi-recurrent layer: Bradbury et al. 2016) goes forward with half of the channels and back with the others:
what a convolution cannot see, who spoke last or which meeting a release is about, is kept there.
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
DILATIONS = [1, 2, 4, 0, 8, 1, 0, 2, 1]  # 0: a memory
WIDTH = 112
STRETCH = 512  # words a stretch
BATCH = 8192  # words a step
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
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


class Norm(nn.Module):
    """Batch normalisation over the words that there are."""

    def __init__(self, width):
        super().__init__()
        self.weight, self.bias, self.eps = nn.Parameter(torch.ones(width)), nn.Parameter(torch.zeros(width)), 1e-5
        self.register_buffer("running_mean", torch.zeros(width))
        self.register_buffer("running_var", torch.ones(width))

    def forward(self, x, there):
        mean, var = self.running_mean, self.running_var
        if self.training:
            count = there.sum().clamp(min=2)
            mean = (x * there).sum((0, 1)) / count
            var = (((x - mean) ** 2) * there).sum((0, 1)) / count
            with torch.no_grad():
                self.running_mean.lerp_(mean, 0.05)
                self.running_var.lerp_(var * count / (count - 1), 0.05)
        return (x - mean) * (self.weight * torch.rsqrt(var + self.eps)) + self.bias


def along(stays, brought):
    """kept(t) = stays(t)·kept(t - 1) + brought(t), in as many steps as the length has bits."""
    apart, length = 1, stays.shape[1]
    while apart < length:
        kept = brought.clone()
        kept[:, apart:].addcmul_(stays[:, apart:], brought[:, :-apart])
        if apart * 2 < length:
            both = stays.clone()
            both[:, apart:].mul_(stays[:, :-apart])
            stays = both
        brought, apart = kept, apart * 2
    return brought


class Kept(torch.autograd.Function):
    """What a memory keeps; the way back is the same walk from the end, so that nothing between is held."""

    @staticmethod
    def forward(context, stays, brought):
        kept = along(stays, brought)
        context.save_for_backward(stays, kept)
        return kept

    @staticmethod
    def backward(context, gradient):
        stays, kept = context.saved_tensors
        after = torch.cat([torch.zeros_like(stays[:, :1]), stays.flip(1)[:, :-1]], 1)
        of_brought = along(after, gradient.flip(1)).flip(1)
        of_stays = torch.cat([torch.zeros_like(kept[:, :1]), of_brought[:, 1:] * kept[:, :-1]], 1)
        return of_stays, of_brought


class Student(nn.Module):
    def __init__(self, words, dilations=DILATIONS, width=WIDTH):
        super().__init__()
        self.rounding, self.dilations, self.width = False, dilations, width
        self.words = nn.Embedding.from_pretrained(words.clone(), freeze=False)
        self.project = nn.Linear(words.shape[1], width, bias=False)
        self.tables = nn.ModuleList([nn.Embedding(n, width) for n in SIZES])
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.norms = nn.ModuleList([Norm(width) for _ in range(len(dilations) + 1)])
        self.convs = nn.ModuleList([nn.Linear(3 * width, width) if by else nn.Linear(width, 2 * width) for by in dilations])
        for by, layer in zip(dilations, self.convs):
            if not by:
                nn.init.constant_(layer.bias[width:], 2.8)  # gates begin by keeping most
        self.heads = nn.ModuleDict({head: nn.Linear(width, size) for head, size in HEADS.items()})
        self.chain = nn.Parameter(torch.zeros(HEADS["who-said"], HEADS["who-said"]))
        self.drop_in, self.drop = nn.Dropout(0.15), nn.Dropout(0.1)

    def weights(self, layer):
        return rounded_weights(layer.weight) if self.rounding else layer.weight

    def table(self, x):
        return rounded_table(x) if self.rounding else x

    def norm(self, layer, x, there):
        x = layer(x, there).clamp(-REACH, REACH)
        return (rounded_activations(x) if self.rounding else x) * there

    def remembered(self, layer, y, there):
        value, gate = F.linear(y, self.weights(layer), layer.bias).split(self.width, 2)
        stays, value, half = (0.5 + gate / 8).clamp(0, 1), value.clamp(-8, 8), self.width // 2
        stays = Round.apply(stays * 256) / 256 if self.rounding else stays
        stays = stays * there + 1 - there
        brought = (1 - stays) * value
        turned = lambda x: torch.cat([x[..., :half], x[..., half:].flip(1)], 2)
        return turned(Kept.apply(turned(stays), turned(brought)))

    def forward(self, words, features, there):
        w = self.table(self.words(words))
        if self.training:
            w = w * (torch.rand(w.shape[:2], device=w.device) > 0.08)[..., None]
        x = F.linear(w, self.weights(self.project))
        for k, table in enumerate(self.tables):
            t = self.table(table(features[:, :, k]))
            if self.training and k < 2:
                t = t * (torch.rand(t.shape[:2], device=t.device) > 0.1)[..., None]
            x = x + t
        x = self.drop_in(x)
        for dilation, norm, layer in zip(self.dilations, self.norms, self.convs):
            y = self.norm(norm, x, there)
            if not dilation:
                x = x + self.drop(self.remembered(layer, y, there))
                continue
            y = torch.cat([F.pad(y, (0, 0, dilation, 0))[:, :-dilation], y, F.pad(y, (0, 0, 0, dilation))[:, dilation:]], 2)
            x = x + self.drop(F.relu(F.linear(y, self.weights(layer), layer.bias)))
        y = self.norm(self.norms[-1], x, there)
        return {head: F.linear(y, self.weights(layer), layer.bias).float() for head, layer in self.heads.items()}


def chain_loss(scores, chain, gold, weight):
    """Negative log likelihood of the gold path a word, in a chain of transitions; words without gold are passed over.

    Neighbouring steps are put together two by two, so that a device has few and large things to do.
    """
    known, y, labels = (gold >= 0).float(), gold.clamp(min=0), scores.shape[2]
    path = (scores.gather(2, y[..., None])[..., 0] * known).sum(1)
    path = path + (chain[y[:, :-1], y[:, 1:]] * known[:, 1:] * known[:, :-1]).sum(1)
    idle = torch.full((labels, labels), -1e4, device=scores.device)
    idle.fill_diagonal_(0)
    told = known[:, 1:, None, None]
    steps = (chain * known[:, :-1, None, None] + scores[:, 1:, None, :]) * told + idle * (1 - told)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, idle.expand(len(steps), 1, labels, labels)], 1)
        steps = torch.logsumexp(steps[:, 0::2, :, :, None] + steps[:, 1::2, None, :, :], 3)
    whole = torch.logsumexp((scores[:, 0] * known[:, :1])[:, :, None] + steps[:, 0], (1, 2))
    return ((whole - path) * weight).sum() / (known * weight[:, None]).sum().clamp(min=1)


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


def groups(docs, shift):
    """Stretches of the documents, those of a like length together, so many that a step has much the same words."""
    found = []
    for number, doc in enumerate(docs):
        for low in range(-shift, len(doc.words), STRETCH):
            a, b = max(low, 0), min(low + STRETCH, len(doc.words))
            if b > a:
                found.append((number, a, b))
    random.shuffle(found)
    grouped = []
    for at in range(0, len(found), 768):
        group = []
        for stretch in sorted(found[at:at + 768], key=lambda stretch: stretch[2] - stretch[1]):
            if group and (stretch[2] - stretch[1] + 31) // 32 * 32 * (len(group) + 1) > BATCH:
                grouped.append(group)
                group = []
            group.append(stretch)
        grouped.append(group)
    random.shuffle(grouped)
    return grouped


def batch(docs, some):
    longest = (max(high - low for _, low, high in some) + 31) // 32 * 32
    words = np.zeros((len(some), longest), np.int64)
    features = np.zeros((len(some), longest, len(SIZES)), np.int64)
    there = np.zeros((len(some), longest, 1), np.float32)
    gold = {head: np.full((len(some), longest), -1, np.int64) for head in HEADS}
    soft = {head: np.zeros((len(some), longest, size), np.float32) for head, size in HEADS.items()}
    weight = np.ones(len(some), np.float32)
    for b, (number, low, high) in enumerate(some):
        doc, n = docs[number], high - low
        words[b, :n] = doc.rows[low:high]
        features[b, :n] = doc.told[low:high]
        there[b, :n] = 1
        weight[b] = doc.weight
        for head in HEADS:
            gold[head][b, :n] = doc.labels[head][low:high]
            if doc.soft is not None:
                soft[head][b, :n] = doc.soft[head][low:high]
    turn = lambda array: torch.from_numpy(array).to(DEVICE)
    every = lambda arrays: {head: turn(array) for head, array in arrays.items()}
    return turn(words), turn(features), turn(there), every(gold), every(soft), turn(weight)


def train(net, docs, passes, rate=2.5e-3, seed=1, rounding_from=0.6, say=print):
    torch.manual_seed(seed), random.seed(seed)
    weights = {"who-said": 1.0, "goal": 0.5, "meeting": 0.7, "attendance": 1.0}
    net.to(DEVICE)
    slow = [net.words.weight]
    rest = [p for p in net.parameters() if p is not net.words.weight]
    optimiser = torch.optim.AdamW([{"params": slow, "scale": 0.5}, {"params": rest, "scale": 1.0}], lr=rate, weight_decay=0.01)
    total, step, begun, sums = int(passes * len(groups(docs, 0))), 0, time.time(), 0.0
    while step < total:
        for some in groups(docs, random.randrange(STRETCH)):
            if step >= total:
                break
            progress = step / total
            net.rounding = progress >= rounding_from
            for group in optimiser.param_groups:
                group["lr"] = rate * group["scale"] * min(1, (step + 1) / 200) * (1 - progress)
            words, features, there, gold, soft, weight = batch(docs, some)
            net.train()
            out = net(words, features, there)
            loss = weights["who-said"] * chain_loss(out["who-said"], net.chain, gold["who-said"], weight)
            for head, scores in out.items():
                # What the teacher thinks, and, where nobody asked it, what people said.
                logs = F.log_softmax(scores, 2)
                each, told = -(soft[head] * logs).sum(2), (soft[head].sum(2) > 0).float()
                if head != "who-said":
                    known = ((gold[head] >= 0) & (told == 0)).float()
                    each = each * told - logs.gather(2, gold[head].clamp(min=0)[..., None])[..., 0] * known
                    told = told + known
                loss = loss + weights[head] * (each * (told > 0)).sum() / told.sum().clamp(min=1)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step, sums = step + 1, sums + loss.detach()
            if step % 200 == 0:
                say(f"student {step}/{total} loss {float(sums) / 200:.3f} {(time.time() - begun) / 60:.1f} min")
                sys.stdout.flush()
                sums = 0.0
    net.rounding = True
    return net.cpu()


def predict(net, docs):
    """Scores of each word for each head, in whole documents."""
    net.eval()
    found = []
    with torch.no_grad():
        for doc in docs:
            there = torch.ones(1, len(doc.words), 1)
            out = net(torch.from_numpy(doc.rows)[None], torch.from_numpy(doc.told)[None], there)
            found.append({head: scores[0].numpy() for head, scores in out.items()})
    return found
