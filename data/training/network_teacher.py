"""The network's teacher: MPNet (all-mpnet-base-v2, Apache-2.0), fine-tuned on the labelled documents.

Its embeddings of word pieces are kept as they are; what `sights` tells about a word is added to them.
"""

import random
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from transformers import AutoModel, AutoTokenizer

from network_data import HEADS

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WINDOW, CONTEXT = 512, 128  # pieces
BATCH = 4096  # pieces a step
SEEN = {2: 8, 3: 64, 4: 16, 5: 4, 8: 4, 9: 4}  # the features it is told, and how many values each has
COUNTS = {"who-said": 1.0, "goal": 0.7, "meeting": 1.0, "attendance": 1.5}


class Teacher(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.encoder.encoder.relative_attention_bias.weight.requires_grad_(False)
        config, self.apart = self.encoder.config, {}
        self.attention_heads = config.num_attention_heads
        self.told = nn.ModuleDict({str(k): nn.Embedding(n, config.hidden_size) for k, n in SEEN.items()})
        for table in self.told.values():
            nn.init.normal_(table.weight, std=0.01)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({head: nn.Linear(config.hidden_size, size) for head, size in HEADS.items()})

    def forward(self, pieces, mask, features):
        x = self.encoder.embeddings.word_embeddings(pieces)
        for k, table in self.told.items():
            x = x + table(features[:, :, int(k)]) * mask[:, :, None]
        x = self.encoder.embeddings(inputs_embeds=x)
        # The library's own attention writes out every weight; this does not, and is several times as fast.
        count, length, hidden = x.shape
        if length not in self.apart:
            with torch.no_grad():
                self.apart[length] = self.encoder.encoder.compute_position_bias(x[:1]).float()
        bias = self.apart[length] + torch.where(mask[:, None, None, :] > 0, 0.0, -1e4)
        for layer in self.encoder.encoder.layer:
            attend = layer.attention.attn
            split = lambda y: y.view(count, length, self.attention_heads, -1).transpose(1, 2)
            q, k, v = split(attend.q(x)), split(attend.k(x)), split(attend.v(x))
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype), dropout_p=0.1 if self.training else 0.0)
            y = attend.o(y.transpose(1, 2).reshape(count, length, hidden))
            x = layer.attention.LayerNorm(layer.attention.dropout(y) + x)
            x = layer.output(layer.intermediate(x), x)
        x = self.drop(x)
        return {head: layer(x) for head, layer in self.heads.items()}


def pieces_of(doc, tokenizer):
    coded = tokenizer(doc.words, is_split_into_words=True, add_special_tokens=False)
    return coded["input_ids"], coded.word_ids()


def windows(docs, tokenizer, context=CONTEXT):
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
    longest = min(WINDOW, (max(len(w[1]) for w in some) + 2 + 31) // 32 * 32)
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


def batches(every, most, shuffle):
    """Windows of a like length together, so many that a step has much the same pieces."""
    every = list(every)
    if shuffle:
        random.shuffle(every)
    chunks, found = 1024 if shuffle else len(every), []
    for at in range(0, len(every), max(1, chunks)):
        group = []
        for window in sorted(every[at:at + chunks], key=lambda window: len(window[1])):
            if group and (len(window[1]) + 2) * (len(group) + 1) > most:
                found.append(group)
                group = []
            group.append(window)
        found.append(group)
    if shuffle:
        random.shuffle(found)
    return found


def rates(net, rate):
    """Lower layers, which know the language, learn more slowly; heads, which know nothing, faster."""
    found = {}
    for name, weight in net.named_parameters():
        if not weight.requires_grad:
            continue
        depth = int(name.split(".layer.")[1].split(".")[0]) + 1 if ".layer." in name else 0
        scale = 0.9 ** (12 - depth) if name.startswith("encoder") else 6.0
        found.setdefault((scale, 0.01 if weight.ndim > 1 else 0.0), []).append(weight)
    return [{"params": some, "scale": scale, "weight_decay": decay, "lr": rate} for (scale, decay), some in found.items()]


def train(press, ours, base, passes, rate=7e-5, seed=1, say=print):
    """Learns from all of `ours` three times a pass, and from half of `press`."""
    torch.manual_seed(seed), random.seed(seed)
    tokenizer = AutoTokenizer.from_pretrained(base)
    net, docs = Teacher(base).to(DEVICE), press + ours
    mine, by = [], {}
    for window in windows(docs, tokenizer):
        if window[0] < len(press):
            by.setdefault(window[0], []).append(window)
        else:
            mine += [window] * 3
    plan = []
    for _ in range(passes):
        plan += batches(mine + [w for some in by.values() if random.random() < 0.5 for w in some], BATCH, True)
    optimiser = torch.optim.AdamW(rates(net, rate), lr=rate, betas=(0.9, 0.98), fused=DEVICE == "cuda")
    begun, loss_sum = time.time(), 0.0
    net.train()
    for step, some in enumerate(plan):
        progress = step / len(plan)
        for group in optimiser.param_groups:
            group["lr"] = rate * group["scale"] * min((step + 1) / (0.08 * len(plan) + 1), (1 - progress) / 0.92, 1)
        pieces, mask, features, words = batch(docs, some, tokenizer)
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            out = net(pieces.to(DEVICE), mask.to(DEVICE), features.to(DEVICE))
        loss = 0.0
        for head, logits in out.items():
            gold = np.full(words.shape, -100)
            for b, (number, _, _, _) in enumerate(some):
                known = words[b] >= 0
                gold[b, known] = docs[number].labels[head][words[b][known]]
            gold = torch.from_numpy(np.where(gold < 0, -100, gold)).to(DEVICE)
            if (gold >= 0).any():
                loss = loss + COUNTS[head] * F.cross_entropy(logits.float().flatten(0, 1), gold.flatten(), ignore_index=-100)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        loss_sum = loss_sum + loss.detach()
        if step % 100 == 99:
            say(f"teacher {step + 1}/{len(plan)} loss {float(loss_sum) / 100:.3f} {(time.time() - begun) / 60:.1f} min")
            sys.stdout.flush()
            loss_sum = 0.0
    return net, tokenizer


def opinions(net, tokenizer, docs):
    """For each document and head, the logits of each word."""
    net.to(DEVICE).eval()
    found = [{head: np.zeros((len(doc.words), n), np.float32) for head, n in HEADS.items()} for doc in docs]
    with torch.no_grad(), torch.autocast(DEVICE, dtype=torch.bfloat16):
        for some in batches(windows(docs, tokenizer), 4 * BATCH, False):
            pieces, mask, features, words = batch(docs, some, tokenizer)
            out = net(pieces.to(DEVICE), mask.to(DEVICE), features.to(DEVICE))
            for head, logits in out.items():
                logits = logits.float().cpu().numpy()
                for b, (number, _, _, _) in enumerate(some):
                    known = words[b] >= 0
                    found[number][head][words[b][known]] = logits[b, known]
    return found
