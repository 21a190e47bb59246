"""What the linear tagger looks at, in numpy; `crates/ingest/src/tagger/features.rs` says the same in Rust.

Everything is 32-bit wrapping arithmetic, so that both languages find the same rows in the weights.
"""

import unicodedata

import numpy as np

BITS = 21  # a feature's place is the upper 21 bits of its hash
LONGEST = 32  # characters of a word that are looked at
U32 = 0xFFFFFFFF
START, END, NO_TAG = 1, 2, 63

# Latin-1 and Latin Extended-A as plain letters, upper case kept: Ç -> C, ş -> s.
_BY_HAND = dict(zip("ÆÐØÞßæðøþĐđĦħıĸŁłŊŋŒœŦŧſŉĿŀĲĳ", "ADOTsadotDdHhikLlNnOoTtsnLlIi"))


def _plain(code):
    char = chr(code)
    if char in _BY_HAND:
        return _BY_HAND[char]
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() and base.isalpha() else "*"


LATIN = "".join(_plain(code) for code in range(0xC0, 0x180))


def fold(word):
    """The word's letters for hashing (lower case, no accents, digits as 0), and each one's class."""
    letters, classes = [], []
    for char in word[:LONGEST]:
        code = ord(char)
        if 0xC0 <= code < 0x180:
            char = LATIN[code - 0xC0]
            code = ord(char)
        if "A" <= char <= "Z":
            letters.append(code + 32)
            classes.append("U")
        elif "a" <= char <= "z":
            letters.append(code)
            classes.append("L")
        elif "0" <= char <= "9":
            letters.append(ord("0"))
            classes.append("D")
        elif char in "‘’ʼ":
            letters.append(ord("'"))
            classes.append("'")
        elif char in "“”":
            letters.append(ord('"'))
            classes.append("P")
        elif char in "–—":
            letters.append(ord("-"))
            classes.append("-")
        else:
            letters.append(code & 0xFFFF)
            punctuation = code < 0xC0 or 0x2000 <= code < 0x2070
            classes.append(char if char in ".,-'&" else "P" if punctuation else "L")
    if letters in ([96, 96], [39, 39]):
        return [34], ["P"]
    if letters == [45, 45]:
        return [45], ["-"]
    if classes == ["D"] * 4 and word[:2] in ("19", "20"):
        letters[0] = ord("y")
    return letters, classes


def fnv(units):
    h = 0x811C9DC5
    for unit in units:
        h = ((h ^ unit) * 0x01000193) & U32
    return h


# The columns of a word's row.
W, C, S2, S3, S4, P3, LP, SHAPE, FIRST, CAPS, LEN = range(11)
_rows = {}


def row(word):
    """A word's attributes by themselves, remembered."""
    found = _rows.get(word)
    if found is None:
        letters, classes = fold(word)
        shape, previous, run = [], "", 0
        for kind in classes:
            run = run + 1 if kind == previous else 1
            previous = kind
            if (run == 1 or (run == 2 and kind == "U")) and len(shape) < 8:
                shape.append(ord(kind))
        uppers, lowers = classes.count("U"), classes.count("L")
        initial = bool(classes) and classes[0] == "U"
        case = 0 if not uppers else 2 if not lowers else 1 if initial and uppers == 1 else 3
        last = 0
        for at, unit in enumerate(letters):
            if unit == 45 and at + 1 < len(letters):
                last = at + 1
        h = fnv(letters)
        first = {"U": 1, "L": 2, "D": 3}.get(classes[0], 4) if classes else 4
        caps = int(uppers >= 1 and not lowers)
        found = _rows[word] = (
            h, ((h ^ case) * 0x01000193) & U32, fnv(letters[-2:]), fnv(letters[-3:]), fnv(letters[-4:]),
            fnv(letters[:3]), fnv(letters[last:]), fnv(shape), first, caps, len(letters),
        )
    return found


def mode(rows):
    """How a sentence is written: 0 as usual, 1 ALL CAPITALS, 2 Title Case, 3 all lower case."""
    long = (rows[:, LEN] >= 5) & (rows[:, FIRST] <= 2)
    n = int(long.sum())
    lower = int((long & (rows[:, FIRST] == 2)).sum())
    capitals = int((long & (rows[:, CAPS] == 1)).sum())
    if n >= 2 and capitals == n:
        return 1
    if n >= 3 and lower * 5 <= n:
        return 2
    return 3 if n >= 4 and not (rows[:, FIRST] == 1).any() else 0


def feature(slot, a, b=0):
    """The place of one feature: a template's number and one or two attributes."""
    with np.errstate(over="ignore"):
        h = np.asarray(a, np.uint32) ^ np.uint32((slot * 0x9E3779B1) & U32)
        h = h * np.uint32(0x85EBCA6B)
        h = h ^ (h >> np.uint32(15))
        h = h + np.asarray(b, np.uint32) * np.uint32(0xC2B2AE35)
        h = h * np.uint32(0x27D4EB2F)
        h = h ^ (h >> np.uint32(13))
        h = h * np.uint32(0x165667B1)
        return (h >> np.uint32(32 - BITS)).astype(np.int32)


def context(words):
    """Attributes of a sentence's words with what depends on their neighbours: a dict of columns."""
    rows = np.array([row(word) for word in words], np.uint32)
    n = len(rows)
    how = mode(rows)
    first = rows[:, FIRST]
    starts = np.zeros(n, np.uint32)
    for at in range(n):
        starts[at] = 1
        if first[at] <= 3:
            break
    for at in range(1, n):
        if rows[at - 1, W] == fnv([34]):
            starts[at] = 1
    columns = {name: rows[:, at] for name, at in (("w", W), ("c", C), ("s2", S2), ("s3", S3), ("s4", S4), ("p3", P3), ("lp", LP))}
    with np.errstate(over="ignore"):
        columns["sh"] = (rows[:, SHAPE] ^ (starts + np.uint32(2 * how))) * np.uint32(0x01000193)
    # The run of capitalised words around each word: its last word, and the words on either side of it.
    head, after, before = np.zeros(n, np.uint32), np.zeros(n, np.uint32), np.zeros(n, np.uint32)
    w = rows[:, W]
    for at in range(n - 1, -1, -1):
        joined = at + 1 < n and first[at + 1] == 1
        after[at] = after[at + 1] if joined else (w[at + 1] if at + 1 < n else END)
        head[at] = 0 if first[at] != 1 else head[at + 1] if joined else w[at]
    for at in range(n):
        joined = at > 0 and first[at - 1] == 1
        before[at] = before[at - 1] if joined else (w[at - 1] if at > 0 else START)
    columns.update(head=head, after=after, before=before)
    return columns


def context_keys(words):
    """What a word is known by where its label is plain."""
    return np.array([row(word)[C] for word in words], np.int64)


def shifted(column, by):
    """A column as seen from `by` words further on, with the sentence's edges marked."""
    out = np.full(len(column), END if by > 0 else START, np.uint32)
    if by > 0:
        out[: len(column) - by] = column[by:]
    else:
        out[-by:] = column[: len(column) + by]
    return out


def static_pos(c):
    """The features of part-of-speech tagging that need no earlier decision: a row a word."""
    w1, w2, n1, n2 = shifted(c["w"], -1), shifted(c["w"], -2), shifted(c["w"], 1), shifted(c["w"], 2)
    zero = np.zeros(len(w1), np.uint32)
    return np.stack([
        feature(1, zero), feature(2, c["w"]), feature(3, c["c"]), feature(4, c["s2"]), feature(5, c["s3"]),
        feature(6, c["s4"]), feature(7, c["p3"]), feature(8, c["sh"]), feature(9, c["lp"], c["sh"]),
        feature(10, w1), feature(11, w2), feature(12, n1), feature(13, n2),
        feature(14, shifted(c["s3"], -1)), feature(15, shifted(c["s3"], 1)),
        feature(16, w1, c["w"]), feature(17, c["w"], n1),
        feature(20, c["sh"], shifted(c["sh"], 1)), feature(21, c["s3"], n1), feature(22, c["s3"], w1),
        feature(23, c["s3"], c["sh"]),
    ], 1)


def dynamic_pos(w, s2, s3, ns3, t1, t2, verb_tag, verb_word):
    """The features that lean on earlier tags: the last two, and the last verb of the clause."""
    t12 = t1 + 64 * t2
    return [
        feature(32, t1), feature(33, t12), feature(34, w, t1), feature(36, s2, t12),
        feature(37, ns3, t1), feature(38, s3, verb_tag), feature(39, s3, verb_word),
        feature(40, verb_tag, t1 + 64), feature(41, w, verb_tag), feature(42, s3, t1),
    ]


def static_entity(c, tags):
    """The features of entity tagging that need no earlier decision; `tags` are those found before."""
    w, sh = c["w"], c["sh"]
    w1, w2, n1, n2 = shifted(w, -1), shifted(w, -2), shifted(w, 1), shifted(w, 2)
    t = np.asarray(tags, np.uint32) + 3
    t1, tn = shifted(t, -1), shifted(t, 1)
    sh1, shn = shifted(sh, -1), shifted(sh, 1)
    with np.errstate(over="ignore"):
        t_around = t1 + 64 * t + 4096 * tn
    zero = np.zeros(len(w), np.uint32)
    return np.stack([
        feature(64, zero), feature(65, w), feature(66, c["c"]), feature(67, c["s3"]), feature(68, c["s4"]),
        feature(69, c["p3"]), feature(70, sh), feature(71, c["lp"], sh),
        feature(72, w1), feature(73, w2), feature(74, n1), feature(75, n2),
        feature(76, w1, w), feature(77, w, n1), feature(78, w1, sh), feature(79, n1, sh),
        feature(80, sh1, sh), feature(81, sh, shn), feature(82, t_around), feature(83, t, sh),
        feature(84, c["head"], sh), feature(85, c["after"], sh), feature(88, c["head"], w),
        feature(90, c["s4"], shifted(c["s4"], 1)), feature(91, t1, w), feature(92, c["before"], c["head"]),
    ], 1)


def dynamic_entity(w, sh, w1, n1, t, head, s4, e1, e2, opened):
    """The features that lean on earlier labels: the last two, and the word that opened the current entity."""
    e12 = e1 + 64 * e2
    return [
        feature(112, e1), feature(113, e12), feature(114, w, e1), feature(115, sh, e1), feature(116, w1, e1),
        feature(117, n1, e1), feature(118, t + 64 * e1), feature(119, head, e1), feature(120, opened, w),
        feature(121, opened, sh), feature(122, s4, e1), feature(123, sh, e12), feature(124, t + 64 * e12, n1),
    ]
