"""The network's vocabulary: which words have a row of their own, and what the rows begin with.

A row begins as the mean of the word's pieces in MiniLM's embeddings (all-MiniLM-L6-v2, Apache-2.0), seen along their
first principal axes. The words are those that the texts use most, and then MiniLM's own whole words, so that words which
no text here has are known too. Row 0 is for all others.
"""

import collections

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from linear_features import fold

U32 = 0xFFFFFFFF


def word_hash(word):
    """The hash of a word as `Sight::word` has it."""
    letters, _ = fold(word)
    value = 0x811C9DC5
    for letter in letters:
        value = ((value ^ letter) * 0x01000193) & U32
    return value


def vocabulary(base, docs, most, size, own=3):
    """Hashes of the words in order, and their rows (row 0 first)."""
    tokenizer = Tokenizer.from_file(base + "/tokenizer.json")
    tokenizer.no_truncation(), tokenizer.no_padding()
    weights = load_file(base + "/model.safetensors")
    table = next(value for name, value in weights.items() if "word_embeddings" in name).float()
    centre = table.mean(0)
    generator = torch.Generator().manual_seed(1)
    sample = (table - centre)[torch.randperm(len(table), generator=generator)[:8000]]
    axes = torch.linalg.svd(sample, full_matrices=False)[2][:size]
    points = (table - centre) @ axes.T
    points = points / points.std() * 0.4

    counts, spelt = collections.Counter(), {}
    for doc in docs:
        for word, value in zip(doc.words, doc.hash.tolist()):
            counts[value] += 1
            spelt.setdefault(value, word.lower())
    chosen = [value for value, count in counts.most_common() if count >= own][:most]
    known = set(chosen)
    for piece, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1]):
        if len(chosen) >= most:
            break
        if piece.isalpha() and piece.isascii() and len(piece) > 2:
            value = word_hash(piece)
            if value not in known:
                known.add(value), chosen.append(value)
                spelt[value] = piece
    rows = torch.zeros(len(chosen) + 1, size)
    for at, value in enumerate(chosen):
        pieces = tokenizer.encode(spelt[value], add_special_tokens=False).ids or [100]
        rows[at + 1] = points[pieces[:6]].mean(0)
    return np.array(chosen, dtype=np.int64), rows


def give_rows(docs, hashes):
    """Tells each document's words their rows."""
    order = np.argsort(hashes)
    ordered = hashes[order]
    for doc in docs:
        at = np.searchsorted(ordered, doc.hash).clip(max=len(ordered) - 1)
        doc.rows = np.where(ordered[at] == doc.hash, order[at] + 1, 0).astype(np.int64)
