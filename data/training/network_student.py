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
LENGTHS = (128, 256, STRETCH)  # what a stretch is filled up to
BATCH = 8192  # words a step
WEIGHTS = {"who-said": 1.0, "goal": 0.5, "meeting": 0.7, "attendance": 1.0}
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


class Told:
    """All words of some documents, one after another, where the network learns."""

    def __init__(self, docs):
        every = lambda arrays, kind: torch.from_numpy(np.concatenate(list(arrays)).astype(kind)).to(DEVICE)
        self.begins = np.cumsum([0] + [len(doc.words) for doc in docs])
        self.words = every((doc.rows for doc in docs), np.int32)
        self.features = every((doc.told for doc in docs), np.int16)
        self.gold = {head: every((doc.labels[head] for doc in docs), np.int8) for head in HEADS}
        nothing = lambda doc, size: np.zeros((len(doc.words), size), np.float16)
        self.soft = {head: every((nothing(doc, size) if doc.soft is None else doc.soft[head] for doc in docs), np.float16)
                     for head, size in HEADS.items()}
        self.weight = every(([doc.weight] * len(doc.words) for doc in docs), np.float32)

    def batch(self, start, count, length):
        """Of stretches, by where they start and how many words they have: what the network is told, and what is right."""
        along = torch.arange(length, device=DEVICE)
        there = along < count[:, None]
        at = torch.where(there, start[:, None] + along, start[:, None])
        gold = {head: torch.where(there, labels[at].long(), -1) for head, labels in self.gold.items()}
        soft = {head: powers[at].float() * there[..., None] for head, powers in self.soft.items()}
        features = torch.where(there[..., None], self.features[at].long(), 0)
        words = torch.where(there, self.words[at].long(), 0)
        return words, features, there[..., None].float(), gold, soft, self.weight[start]


def groups(docs, begins, shift):
    """Stretches of the documents, those of a like length together, so many that a step has the same words."""
    found = {length: [] for length in LENGTHS}
    for doc, begin in zip(docs, begins):
        for low in range(-shift, len(doc.words), STRETCH):
            a, b = max(low, 0), min(low + STRETCH, len(doc.words))
            if b > a:
                found[next(length for length in LENGTHS if b - a <= length)].append((begin + a, b - a))
    grouped = []
    for length, some in found.items():
        random.shuffle(some)
        by = BATCH // length
        # The last of a length are filled up with stretches of no words.
        grouped += [(length, some[at:at + by] + [(0, 0)] * max(0, at + by - len(some))) for at in range(0, len(some), by)]
    random.shuffle(grouped)
    return grouped


def loss_of(net, words, features, there, gold, soft, weight):
    """How far the network is from what people said and what the teachers think."""
    out = net(words, features, there)
    loss = WEIGHTS["who-said"] * chain_loss(out["who-said"], net.chain, gold["who-said"], weight)
    for head, scores in out.items():
        # What the teachers think, and, where nobody asked them, what people said.
        logs = F.log_softmax(scores, 2)
        each, told = -(soft[head] * logs).sum(2), (soft[head].sum(2) > 0).float()
        if head != "who-said":
            known = ((gold[head] >= 0) & (told == 0)).float()
            each = each * told - logs.gather(2, gold[head].clamp(min=0)[..., None])[..., 0] * known
            told = told + known
        loss = loss + WEIGHTS[head] * (each * (told > 0)).sum() / told.sum().clamp(min=1)
    return loss


class Steps:
    """Steps of learning. An accelerator records one of each length and plays it, which is several times as fast."""

    def __init__(self, net, told, rate):
        slow, rest = [net.words.weight], [p for p in net.parameters() if p is not net.words.weight]
        rates = [torch.tensor(0.0, device=DEVICE) for _ in range(2)]
        self.optimiser = torch.optim.AdamW([{"params": slow, "lr": rates[0]}, {"params": rest, "lr": rates[1]}], lr=rates[1],
                                           weight_decay=0.01, capturable=DEVICE == "cuda", foreach=DEVICE == "cuda")
        self.net, self.told, self.rate, self.rates = net, told, rate, rates
        self.sum, self.recorded = torch.zeros((), device=DEVICE), {}

    def step(self, start, count, length):
        self.optimiser.zero_grad()
        loss = loss_of(self.net, *self.told.batch(start, count, length))
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.sum += loss.detach()

    def record(self, start, count, length):
        inputs = [torch.from_numpy(v).to(DEVICE) for v in (start, count)]
        if DEVICE != "cuda":
            return inputs, lambda: self.step(*inputs, length)
        aside = torch.cuda.Stream()
        aside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(aside):
            for _ in range(3):
                self.step(*inputs, length)
        torch.cuda.current_stream().wait_stream(aside)
        self.optimiser.zero_grad()
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            self.step(*inputs, length)
        return inputs, graph.replay

    def take(self, length, some, share):
        """A step of a rate that is a share of the highest."""
        start, count = np.array(some, np.int64).T.copy()
        for rate, scale in zip(self.rates, (0.5, 1.0)):
            rate.fill_(self.rate * scale * share)
        key = (length, self.net.rounding)
        if key not in self.recorded:
            self.recorded[key] = self.record(start, count, length)
        inputs, play = self.recorded[key]
        for static, value in zip(inputs, (start, count)):
            static.copy_(torch.from_numpy(value))
        play()


def train(net, docs, passes, rate=2.5e-3, seed=1, rounding_from=0.6, seconds=None, say=print):
    """Learns from documents, of which some are there several times; in fewer passes where the seconds do not suffice."""
    torch.manual_seed(seed), random.seed(seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    net.to(DEVICE).train()
    once = list({id(doc): doc for doc in docs}.values())
    told = Told(once)
    where = {id(doc): int(begin) for doc, begin in zip(once, told.begins)}
    begins, steps = [where[id(doc)] for doc in docs], Steps(net, told, rate)
    total, step, done, begun = int(passes * len(groups(docs, begins, 0))), 0, 0.0, time.time()
    while done < 1:
        for length, some in groups(docs, begins, random.randrange(STRETCH)):
            net.rounding = done >= rounding_from
            steps.take(length, some, min(1, (step + 1) / 200) * (1 - done))
            step += 1
            if step % 500 == 0:
                say(f"student {step}/{total} loss {float(steps.sum) / 500:.3f} {(time.time() - begun) / 60:.1f} min")
                sys.stdout.flush()
                steps.sum.zero_()
            # An accelerator is asked to do more than it has done: the clock is read where it has caught up.
            if step % 50 == 0 and seconds and DEVICE == "cuda":
                torch.cuda.synchronize()
            done = max(done, step / total, (time.time() - begun) / seconds if seconds else 0.0)
            if done >= 1:
                break
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
