"""Makes data/reference/visits.tsv: python3 visits.py VISITS.tsv

VISITS.tsv (from, to, visitor, country_id, country, description) is `visits` of the Office of the Historian of the US Department
of State as a table, also compressed: https://github.com/HistoryAtState/visits, CC0. The presidents are those of
offices_by_hand.tsv."""
import re, sys
from names import DATA, by_hand, rows, states, visitor

HEAD = """# Visits of foreign leaders to the United States, 1874 to 2019, one a row.
# of: a state's code (../lexicon/states.tsv), or its name where there is none. with: the president of the day, where the words name him as met.
# Source: visits of foreign leaders to the United States, Office of the Historian, US Department of State,
#   https://github.com/HistoryAtState/visits. Licence: CC0 1.0 (https://creativecommons.org/publicdomain/zero/1.0/).
#   Made by ../training/reference/visits.py.
from	to	title	name	of	host	with	words
"""
MET = re.compile(r"\b(?:met|meet\w*|talks|conferred|conference|visit\w*|lunch\w*|dinner|dined|guest|received)\b", re.I)


def main():
    codes, _ = states()
    presidents = [(name, start, end or "9999") for name, title, of, start, end in by_hand() if (title, of) == ("President", "US")]

    def met(day, words):
        for clause in re.split(r"[.;] ", words):
            family = re.search(r"(?<!of )President ([A-Z]\w+)", clause)
            known = [name for name, start, end in presidents if start <= day <= end and family and name.split()[-1] == family.group(1)]
            if known and MET.search(clause[:family.start()]):
                return known[0]
        return ""

    table = []
    for row in rows(sys.argv[1]):
        title, name = visitor(row["visitor"])
        of = codes.get(row["country"]) or codes.get(row["country_id"]) or row["country"]
        words = re.sub(r"\s+", " ", row["description"]).strip()
        table.append((row["from"], row["to"] or row["from"], title, name, of, "US", met(row["from"], words), words))
    with open(DATA / "reference" / "visits.tsv", "w", encoding="utf-8") as out:
        out.write(HEAD)
        for row in sorted(table):
            out.write("\t".join(row).rstrip("\t") + "\n")
    print(len(table), "visits,", sum(bool(row[6]) for row in table), "with the president,",
          sorted({row[4] for row in table if len(row[4]) > 2}))


main()
