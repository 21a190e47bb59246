"""Makes data/lexicon/leaders.tsv: python3 leaders.py VISITS.tsv

VISITS.tsv is `visits` of the Office of the Historian of the US Department of State as a table (from, to, visitor, country_id,
country, description): https://github.com/HistoryAtState/visits, CC0. The rows of leaders_by_hand.tsv come first."""
import csv, pathlib, re, sys, unicodedata

HERE = pathlib.Path(__file__).parent
LEXICON = HERE.parent.parent / "lexicon"
TITLES = ("prime minister", "president", "king", "queen", "chancellor", "emir", "amir", "sultan", "premier")
OTHER = {
    "China, People’s Republic of": "CN", "Korea": "KR", "Korea, South": "KR", "Congo, Republic of": "CG", "Macedonia": "MK",
    "Macedonia, Former Yugoslav Republic of": "MK", "Bosnia-Herzegovina": "BA", "Bosnian Federation": "BA", "Slovak Republic": "SK",
    "Germany, Federal Republic of": "DE", "Swaziland": "SZ", "Cape Verde": "CV", "Burma": "MM", "Yugoslavia": "YU", "Turkey": "TR",
    "Czech Republic": "CZ", "Cote d’Ivoire": "CI", "Congo, Democratic Republic of": "CD", "Democratic Republic of the Congo (Zaire)": "CD",
    "The Gambia": "GM", "Bahamas": "BS", "Vatican City": "VA", "U.S.S.R.": "SU", "Palestine": "PS",
}
HEAD = """# title	name	code
# Heads of state and government: whose president "President Lee" is, where the text names the state elsewhere.
# title: as told, in lower case. name: in full; a family name alone means the same where one state of the text fits.
# Source: visits of foreign leaders to the United States from 1990 to 2019, Office of the Historian, US Department of State
#   (https://github.com/HistoryAtState/visits, CC0), by data/training/lexicon/leaders.py; the others written for this project
#   (leaders_by_hand.tsv). Licence: CC0; MIT OR Apache-2.0.
"""


def plain(text):
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def codes():
    found = {}
    for line in (LEXICON / "states.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            for name in [cells[1], *(cells[2].split("|") if len(cells) > 2 else [])]:
                found.setdefault(name.strip(), cells[0])
    return {**found, **OTHER}


def main():
    known, rows = codes(), {}

    def put(title, name, state):
        name = re.sub(r"\s+(I|II|III|IV|V|VI|Jr\.?|Sr\.?)$", "", plain(name).replace("- ", "-").strip())
        code = known.get(state)
        if code and name and not re.search(r"[(),\d]|^bin ", name):
            rows.setdefault((title, name, code), None)

    for line in (HERE / "leaders_by_hand.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            put(*line.split("\t"))
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            visitor = plain(row["visitor"]).strip()
            title = next((t for t in TITLES if visitor.lower().startswith(t + " ")), None)
            if title and row["from"] >= "1990":
                put(title, visitor[len(title):], row["country"])
    with open(LEXICON / "leaders.tsv", "w", encoding="utf-8") as out:
        out.write(HEAD)
        for title, name, code in sorted(rows, key=lambda row: (row[2], row[0], row[1])):
            out.write(f"{title}\t{name}\t{code}\n")
    print(len(rows), "leaders")


main()
