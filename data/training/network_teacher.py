"""The network's teacher: MiniLM-L6 (all-MiniLM-L6-v2, Apache-2.0), fine-tuned on the labelled documents.

Its embeddings of word pieces are kept as they are; what `sights` tells about a word is added to them.
"""

import math
import random
import sys
import time

import numpy as np
import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from network_data import HEADS

WINDOW = 256
SEEN = {2: 8, 3: 64, 4: 16, 5: 4, 8: 4, 9: 4}  # the features it is told, and how many values each has


class Teacher(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="sdpa", add_pooling_layer=False,
                                                 attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        hidden = self.encoder.config.hidden_size
        self.told = nn.ModuleDict({str(k): nn.Embedding(n, hidden) for k, n in SEEN.items()})
        for table in self.told.values():
            nn.init.normal_(table.weight, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({head: nn.Linear(hidden, size) for head, size in HEADS.items()})

    def forward(self, pieces, mask, features):
        x = self.encoder.embeddings.word_embeddings(pieces)
        for k, table in self.told.items():
            x = x + table(features[:, :, int(k)])
        x = self.drop(self.encoder(inputs_embeds=x, attention_mask=mask).last_hidden_state)
        return {head: layer(x) for head, layer in self.heads.items()}


def pieces_of(doc, tokenizer):
    coded = tokenizer(doc.words, is_split_into_words=True, add_special_tokens=False)
    return coded["input_ids"], coded.word_ids()


def windows(docs, tokenizer, context):
    """Stretches of a document that fit the encoder, cut between sentences, each with some words of what comes before."""
    found = []
    for number, doc in enumerate(docs):
        ids, of = pieces_of(doc, tokenizer)
        room = WINDOW - 2
        starts = [i for i in range(len(ids)) if i == 0 or (of[i] != of[i - 1] and doc.features[of[i], 8] > 0)]
        i = 0
        while i < len(ids):
            end = min(len(ids), i + room - (context if i else 0))
            if end < len(ids):
                cut = [s for s in starts if i < s <= end]
                end = cut[-1] if cut else end
            low = i
            if i:
                before = [s for s in starts if end - room <= s <= i and i - s <= context]
                low = before[0] if before else i
            found.append((number, ids[low:end], of[low:end], i - low))
            i = end
    return found


def batch(docs, some, tokenizer):
    longest = max(len(w[1]) for w in some) + 2
    pieces = torch.full((len(some), longest), tokenizer.pad_token_id)
    mask = torch.zeros(len(some), longest, dtype=torch.long)
    features = torch.zeros(len(some), longest, docs[0].features.shape[1], dtype=torch.long)
    words = np.full((len(some), longest), -1)
    for b, (number, ids, of, fresh) in enumerate(some):
        n = len(ids)
        pieces[b, 0], pieces[b, n + 1] = tokenizer.cls_token_id, tokenizer.sep_token_id
        pieces[b, 1:n + 1] = torch.tensor(ids)
        mask[b, :n + 2] = 1
        features[b, 1:n + 1] = torch.from_numpy(docs[number].features[of].astype(np.int64))
        for k in range(fresh, n):
            if k == 0 or of[k] != of[k - 1]:
                words[b, k + 1] = of[k]
    return pieces, mask, features, words


def train(docs, base, epochs, rate=3e-4, size=8, seed=1, init=None, say=print):
    torch.manual_seed(seed), random.seed(seed)
    tokenizer = AutoTokenizer.from_pretrained(base)
    net = Teacher(base)
    if init:
        init(net)
    every = windows(docs, tokenizer, 64)
    total = int(epochs * math.ceil(len(every) / size))
    many = [p for p in net.parameters() if p.ndim > 1 and p.requires_grad]
    few = [p for p in net.parameters() if p.ndim < 2]
    optimiser = torch.optim.AdamW([{"params": many, "weight_decay": 0.01}, {"params": few, "weight_decay": 0.0}], lr=rate)
    begun, step, loss_sum, seen = time.time(), 0, 0.0, 0
    while step < total:
        random.shuffle(every)
        for at in range(0, len(every), size):
            progress = step / total
            if progress >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = rate * min((step + 1) / 100, (1 - progress) / 0.9, 1)
            some = every[at:at + size]
            pieces, mask, features, words = batch(docs, some, tokenizer)
            net.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = net(pieces, mask, features)
            loss = 0.0
            for head, logits in out.items():
                gold = np.full(words.shape, -100)
                for b, (number, _, _, _) in enumerate(some):
                    known = words[b] >= 0
                    gold[b, known] = docs[number].labels[head][words[b][known]]
                gold = torch.from_numpy(np.where(gold < 0, -100, gold))
                if (gold >= 0).any():
                    loss = loss + nn.functional.cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=-100)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step, loss_sum, seen = step + 1, loss_sum + loss.item(), seen + int(mask.sum())
            if step % 100 == 0:
                say(f"teacher {step}/{total} loss {loss_sum / 100:.3f} {(time.time() - begun) / 60:.1f} min, {seen / (time.time() - begun):.0f} pieces/s")
                sys.stdout.flush()
                loss_sum = 0.0
    return net, tokenizer


def opinions(net, tokenizer, docs, size=16):
    """For each document and head, the logits of each word."""
    net.eval()
    found = [{head: np.zeros((len(doc.words), n), np.float32) for head, n in HEADS.items()} for doc in docs]
    every = sorted(windows(docs, tokenizer, 64), key=lambda w: len(w[1]))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(every), size):
            some = every[at:at + size]
            pieces, mask, features, words = batch(docs, some, tokenizer)
            for head, logits in net(pieces, mask, features).items():
                logits = logits.float().numpy()
                for b, (number, _, _, _) in enumerate(some):
                    known = words[b] >= 0
                    found[number][head][words[b][known]] = logits[b, known]
    return found
