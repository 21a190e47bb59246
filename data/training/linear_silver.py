"""Silver sentences for the linear tagger: our words, a larger model's labels.

The teacher reads the words that the Rust tokenizer would produce, except that it sees a hyphenated
compound in its parts, as it was trained to; the parts' labels are then folded back into one.
"""

import gzip
import json
import random
import re
from pathlib import Path

TITLES = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Sgt Adm Cmdr Brig Gov Sen Sens Rep Reps Pres Amb Hon Rev St Jr Sr "
    "Inc Corp Co Ltd No vs etc Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mt Ft Messrs Mme Sgt Supt Atty"
).split()

# One alternative a kind of token, the longest-reaching first.
# A clitic is cut from its word by a look-ahead; "n't" takes its "n" along.
WORD = r"[^\W_]"
TOKEN = re.compile(
    rf"""
    (?:[A-Za-z]\.){{2,}}(?:-{WORD}+(?:-{WORD}+)*)?     # U.S.  p.m.  U.S.-Russia
  | (?:{"|".join(TITLES)})\.(?=\s|$|,)                 # Gen.  St.
  | [A-Z]\.(?=\s+[A-Z])                                # J. (an initial)
  | \d+(?:[.,]\d+)*(?:-{WORD}+)*(?:st|nd|rd|th|s|m|bn)?\b
  | ['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b            # clitics
  | [nN]['’][tT]\b
  | {WORD}+?(?=[nN]['’][tT]\b)                         # do|n't
  | {WORD}+(?:-(?:(?:[A-Za-z]\.){{2,}}|{WORD}+))*      # then-US  Ibero-American
  | ``|''|--|\.\.\.
  | \S
    """,
    re.VERBOSE,
)
ENDS = {".", "!", "?", "..."}
CLOSERS = {'"', "”", "''", "’", "'", ")", "]"}
OPENERS = {'"', "“", "``", "‘", "(", "["}

# The teacher's rarer labels, folded into neighbours that mean the same to a reader of news.
POS_FOLD = {"ADD": "NN", "AFX": "JJ", "XX": "FW", "GW": "FW", "NFP": ":", "_SP": ":", "HYPH": ":", "": "NN"}
KIND_FOLD = {
    "PERSON": "PER", "ORG": "ORG", "GPE": "GPE", "LOC": "GPE", "FAC": "GPE", "NORP": "NORP",
    "DATE": "DATE", "TIME": "DATE", "EVENT": "EVENT",
}
# The teacher learnt from text with typewriter's marks, and takes a curly "’m" for a name.
PLAIN = {mark: '"' for mark in ("''", "``", "“", "”")} | {"‘": "'", "—": "--"}
VERBAL_PREFIXES = {"co", "re", "pre", "over", "under", "out", "un", "mis", "de", "dis", "fore"}


def tokens(text):
    """The words of a stretch of text."""
    return TOKEN.findall(text)


def sentences(words):
    """Cuts a paragraph's words where a sentence ends; a rough cut is enough for training."""
    start = at = 0
    while at < len(words):
        at += 1
        if words[at - 1] not in ENDS:
            continue
        while at < len(words) and words[at] in CLOSERS:
            at += 1
        following = at + 1 if at < len(words) and words[at] in OPENERS else at
        if following >= len(words) or not words[following][0].islower():
            yield start, at
            start = at
    if start < len(words):
        yield start, len(words)


def documents(folder, seed=1):
    """`(corpus, id, text)` of everything that may be trained on, in a fixed random order."""
    folder = Path(folder)
    found = []
    for name, limit in (("state-releases-2021-2022", 9000), ("newswire-1997-2006", 9000)):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                # Transcripts run to 100 kB; their openings are enough, or they would outweigh all else.
                text = (record["title"] or "") + "\n" + record["text"][:limit]
                found.append((name, record["id"], text))
    with gzip.open(folder / "voa-sentences.txt.gz", "rt", encoding="utf-8") as lines:
        block = [line.strip() for line in lines]
    for at in range(0, len(block), 20):
        found.append(("voa", f"voa-{at}", "\n".join(block[at : at + 20])))
    for path in sorted((folder / "polnear/train/text").glob("*.txt"))[::2]:
        found.append(("polnear-train", path.stem, path.read_text(encoding="utf-8")[:9000]))
    random.Random(seed).shuffle(found)
    return found


def split_hyphens(word):
    """The parts of a compound as the teacher knows them, hyphens included."""
    parts = re.split(r"(?<=\w)(-)(?=\w)|(?<=\.)(-)(?=\w)", word)
    return [part for part in parts if part]


def fold_pos(parts, tags):
    """One tag for a compound: its last part's, a participle after a noun counting as an adjective."""
    tag = POS_FOLD.get(tags[-1], tags[-1])
    if len(parts) > 1 and tag in ("VBN", "VBD", "VBG") and parts[0].lower() not in VERBAL_PREFIXES:
        return "JJ"
    if len(parts) > 1 and tag == "CD" and tags[0] in ("NNP", "NN"):
        return "NNP"
    return tag


def trim(words, kind, start, end):
    """Takes articles and possessive endings off an entity, which its name does not need."""
    if kind != "DATE":
        while start < end and words[start].lower() in ("the", "a", "an", '"', "“", "``"):
            start += 1
        while start < end and words[end - 1] in ("'s", "’s", "'", "’", '"', "”", "''", ",", "."):
            end -= 1
    return start, end


def label(documents, model):
    """Yields `(corpus, id, [(words, tags, kinds, starts)])` with BIO entity labels, a document at a time."""
    import spacy
    from spacy.tokens import Doc

    teacher = spacy.load(model, exclude=["parser", "lemmatizer", "attribute_ruler"])

    def prepared():
        for corpus, name, text in documents:
            for paragraph in text.split("\n"):
                words = tokens(paragraph)
                if not words or len(words) > 1500:
                    continue
                pieces = [split_hyphens(word) for word in words]
                flat = [piece for parts in pieces for piece in parts]
                shown = [PLAIN.get(piece) or piece.replace("’", "'") for piece in flat]
                yield Doc(teacher.vocab, words=shown), (corpus, name, words, pieces)

    current, kept = None, []
    for doc, (corpus, name, words, pieces) in teacher.pipe(prepared(), as_tuples=True, batch_size=256):
        if current is not None and current != (corpus, name):
            yield (*current, kept)
            kept = []
        current = (corpus, name)
        owner = [at for at, parts in enumerate(pieces) for _ in parts]
        last = {at: index for index, at in enumerate(owner)}
        tags, index = [], 0
        for parts in pieces:
            tags.append(fold_pos(parts, [token.tag_ for token in doc[index : index + len(parts)]]))
            index += len(parts)
        bio = ["O"] * len(words)
        for entity in doc.ents:
            kind = KIND_FOLD.get(entity.label_)
            start, end = owner[entity.start], owner[entity.end - 1] + 1
            # A compound belongs to an entity if its last part does: "then-US", but not "U.S.-backed".
            if last[end - 1] >= entity.end:
                end -= 1
            if kind is None:
                continue
            start, end = trim(words, kind, start, end)
            if any(label != "O" for label in bio[start:end]):
                continue
            for at in range(start, end):
                bio[at] = ("B-" if at == start else "I-") + kind
        for start, end in sentences(words):
            kept.append((words[start:end], tags[start:end], bio[start:end]))
    if current is not None:
        yield (*current, kept)
