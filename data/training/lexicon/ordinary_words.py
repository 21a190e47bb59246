"""Makes data/lexicon/ordinary_words.tsv: python3 ordinary_words.py RELEASES.jsonl.gz VOA-SENTENCES.txt.gz

Words that texts write in small letters time and again, and hardly ever where only a name stands: after a given name, an initial or
a form of address. Both corpora are works of the US government; peoples, faiths, feasts and the like, which are always capitals, are added by hand."""
import collections, gzip, json, pathlib, re, sys

LEXICON = pathlib.Path(__file__).parent.parent.parent / "lexicon"
WORD = re.compile(r"[A-Za-zÀ-ÿ’'\-]+|\S|\n")
FORMS = {"Mr", "Mrs", "Ms", "Dr", "Miss", "Sir"}
# Given names that are more often a word.
DOUBTFUL = {"Will", "May", "Said", "Art", "Rich", "Hope", "Faith", "Grant", "Mark", "Bill", "Peace", "Justice"}
GROUPS = """afghans arabs armenians bosniak bosniaks buddhist buddhists catholic catholics christian christians evangelical evangelicals
hazara hazaras hindu hindus islamist islamists jew jewish jews kurd kurdish kurds muslim muslims palestinians peshmerga rohingya rohingyas
instagram facebook youtube tiktok nowruz ramadan eid hajj covid omicron
roma romani serbs shia shiite shiites sikh sikhs sinti slavs sunni sunnis taliban uighurs uyghur uyghurs yazidi yazidis""".split()


def column(table):
    rows = (LEXICON / table).read_text().splitlines()
    return {row.split("\t")[0] for row in rows if row and not row.startswith("#")}


given = column("given_names.tsv") - DOUBTFUL
small, named = collections.Counter(), collections.Counter()
releases = gzip.open(sys.argv[1], "rt")
texts = [json.loads(line)["text"] for line in releases] + [gzip.open(sys.argv[2], "rt").read()]
for text in texts:
    first, before, last = "", "", "\n"
    for word in WORD.findall(text):
        if word.isalpha():
            addressed = last in FORMS or last == "." and before in FORMS
            # "Antony J. Blinken", but not "U.S. Secretary".
            initial = last == "." and len(before) == 1 and before.isupper() and first != "."
            if word[0].islower():
                small[word] += 1
            elif last in given or addressed or initial:
                named[word.lower()] += 1
        first, before, last = before, last, word
words = {word for word, count in small.items() if count >= 2 and named[word] * 5 <= count and word.isascii()}
words |= set(GROUPS)
print("""# word
# Words that are nobody's name by themselves, in small letters: what texts write small time and again, and peoples, faiths and feasts.
# Source: counted in releases of the US Department of State and sentences of Voice of America by
#   data/training/lexicon/ordinary_words.py; those written by hand. Public domain; ours: MIT OR Apache-2.0.""")
print("\n".join(sorted(words)))
