"""Tags sentences with written weights, to compare with the Rust tagger: words of a line apart by spaces, from stdin.

Prints a word a line with its labels, tabs between, and an empty line after each sentence.
"""

import struct
import sys
import zlib

import numpy as np

from linear_features import BITS
from linear_model import ENTITY, POS, Corpus, Task, predict


def read(path):
    """Each task's plain words, rows by place, and weights by row."""
    data = open(path, "rb").read()
    assert data[:4] == b"CHLT" and zlib.crc32(data[:-4]) == struct.unpack("<I", data[-4:])[0]
    at = 8
    for _ in range(data[7]):
        labels, at = data[at], at + 1
        for _ in range(labels):
            at += 1 + data[at]
        (plain,) = struct.unpack_from("<I", data, at)
        at += 4
        words = list(struct.iter_unpack("<IB", data[at : at + 5 * plain]))
        keys, fixed = (np.array([word[i] for word in words], np.int64) for i in (0, 1))
        at += 5 * plain
        features, _, _ = struct.unpack_from("<III", data, at)
        at += 12
        rows = np.zeros(1 << BITS, np.int32)
        weights = np.zeros((features + 1, labels), np.float32)
        place = -1
        for row in range(1, features + 1):
            gap = shift = 0
            while True:
                byte, at = data[at], at + 1
                gap |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    break
            place += gap + 1
            rows[place] = row
            used, at = data[at], at + 1
            for label, q in struct.iter_unpack("<Bb", data[at : at + 2 * used]):
                weights[row, label] = q * abs(q)
            at += 2 * used
        yield (keys, fixed), rows, weights


def main():
    sentences = [line.rstrip("\n").split(" ") for line in sys.stdin if line.strip()]
    (pos_plain, pos_rows, pos_weights), (entity_plain, entity_rows, entity_weights) = read(sys.argv[1])
    blank = [[0] * len(words) for words in sentences]
    task = Task("pos")
    corpus = Corpus(task, sentences, blank)
    corpus.fix(*pos_plain)
    tags = predict(task, corpus, pos_rows, pos_weights)
    task = Task("entity")
    corpus = Corpus(task, sentences, blank, [tags[s : s + n] for s, n in zip(corpus.starts, corpus.lengths)])
    corpus.fix(*entity_plain)
    marks = predict(task, corpus, entity_rows, entity_weights)
    for words, start in zip(sentences, corpus.starts):
        for at, word in enumerate(words, start):
            print(word, POS[tags[at]], ENTITY[marks[at]], sep="\t")
        print()


if __name__ == "__main__":
    main()
