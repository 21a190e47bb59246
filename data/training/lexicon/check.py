"""Checks the reference tables of data/lexicon: python3 check.py

Prints what is wrong, a line each, and the number of rows of each table; ends with 1 if anything is wrong."""
import collections, pathlib, re, sys, unicodedata

LEXICON = pathlib.Path(__file__).parent.parent.parent / "lexicon"
COLUMNS = {
    "states.tsv": "code name names demonyms peoples capitals seats former",
    "blocs.tsv": "word kind codes of",
    "given_names.tsv": "name gender common",
    "family_first.tsv": "family language common",
    "ordinary_words.tsv": "word",
    "organizations.tsv": "name abbreviations aliases kind state",
    "organization_words.tsv": "word kind proof",
    "places.tsv": "names code kind population_class",
    "leaders.tsv": "title name code",
}
KINDS = {
    "blocs.tsv": "region bloc both several people religion language part city past",
    "organizations.tsv": "igo alliance agency ministry legislature court party armed media company ngo bank university church",
    "places.tsv": "city region venue water",
}
KINDS["organization_words.tsv"] = KINDS["organizations.tsv"]
wrong = []


def table(name):
    """Its rows as dictionaries, after the checks that hold for every table."""
    text = (LEXICON / name).read_text("utf-8")
    columns = COLUMNS[name].split()
    lines = text.split("\n")
    say = lambda number, what: wrong.append(f"{name}, line {number}: {what}")
    if lines[0] != "# " + "\t".join(columns):
        say(1, "the header is not " + " ".join(columns))
    comments = "".join(line for line in lines if line.startswith("#"))
    if "Source:" not in comments or not re.search("Licence:|MIT OR Apache-2.0|CC BY|public domain", comments):
        say(1, "no source or licence")
    if not text.endswith("\n") or text.endswith("\n\n"):
        say(len(lines), "does not end in one line feed")
    rows = []
    for number, line in enumerate(lines[:-1], 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            say(number, f"{len(cells)} cells, not {len(columns)}")
            continue
        if not cells[0]:
            say(number, "the first cell is empty")
        for cell in cells:
            values = cell.split("|") if cell else []
            if any(value != value.strip() or not value or "  " in value for value in values):
                say(number, f"blanks in `{cell}`")
            if len(set(values)) != len(values):
                say(number, f"a value twice in `{cell}`")
            if unicodedata.normalize("NFC", cell) != cell or re.search("[’‘\u00a0\ufeff]", cell):
                say(number, f"`{cell}` is not in the plain form")
        row = dict(zip(columns, cells), line=number)
        if name in KINDS and row["kind"] not in KINDS[name].split():
            say(number, f"no such kind: {row['kind']}")
        rows.append(row)
    print(f"{name}\t{len(rows)} rows")
    return rows


def values(row, *columns):
    return [value for column in columns for value in row[column].split("|") if value]


def unique(name, owners):
    """owners: (form, whose) pairs; a form may have one owner."""
    known = collections.defaultdict(set)
    for form, whose in owners:
        known[form].add(whose)
    for form, whose in known.items():
        if len(whose) > 1:
            wrong.append(f"{name}: `{form}` stands for {', '.join(sorted(whose))}")


def main():
    states = table("states.tsv")
    codes = {row["code"] for row in states}
    if len(codes) != len(states):
        wrong.append("states.tsv: a code twice")
    forms = "name names demonyms peoples capitals seats".split()
    unique("states.tsv", [(form, row["code"]) for row in states for form in values(row, *forms)])
    for row in states:
        if not re.fullmatch("[A-Z]{2}", row["code"]) or not re.fullmatch(r"(\d{4}-\d{4})?", row["former"]):
            wrong.append(f"states.tsv, line {row['line']}: code or years")
        # One form in two columns of a state only where an adjective is also its people ("the French").
        for form, times in collections.Counter(values(row, *forms)).items():
            if times > 1 and not (form in values(row, "demonyms") and form in values(row, "peoples")):
                wrong.append(f"states.tsv, line {row['line']}: `{form}` in two columns")
    of_states = {form for row in states for form in values(row, "name", "names", "demonyms", "peoples")}

    blocs = table("blocs.tsv")
    unique("blocs.tsv", [(row["word"], str(row["line"])) for row in blocs])
    words = {row["word"] for row in blocs}
    for row in blocs:
        if row["word"] in of_states:
            wrong.append(f"blocs.tsv, line {row['line']}: `{row['word']}` is a state's")
        if not set(values(row, "codes")) <= codes or row["of"] and row["of"] not in words:
            wrong.append(f"blocs.tsv, line {row['line']}: an unknown code or word")

    for row in table("leaders.tsv"):
        if row["code"] not in codes:
            wrong.append(f"leaders.tsv, line {row['line']}: no state {row['code']}")

    given = table("given_names.tsv")
    unique("given_names.tsv", [(row["name"], str(row["line"])) for row in given])
    for row in given:
        if row["gender"] not in "mfu" or row["common"] not in ("", "y") or not re.fullmatch(r"[^\W\d_](?:[^\W\d_]|['-])*\.?", row["name"]):
            wrong.append(f"given_names.tsv, line {row['line']}: {row['name']}")

    family = table("family_first.tsv")
    unique("family_first.tsv", [(row["family"], str(row["line"])) for row in family])
    for row in family:
        if not set(values(row, "language")) <= {"zh", "zh-tw", "zh-hk", "ko", "vi", "km", "ja"} or row["common"] not in ("", "y"):
            wrong.append(f"family_first.tsv, line {row['line']}: {row['family']}")

    organizations = table("organizations.tsv")
    unique("organizations.tsv", [(form, row["name"]) for row in organizations for form in values(row, "name", "abbreviations", "aliases")])
    unique("organizations.tsv", [(row["name"], str(row["line"])) for row in organizations])
    for row in organizations:
        if row["state"] and row["state"] not in codes:
            wrong.append(f"organizations.tsv, line {row['line']}: no state {row['state']}")
        for form in values(row, "name", "abbreviations", "aliases"):
            if form in of_states or form.startswith("the "):
                wrong.append(f"organizations.tsv, line {row['line']}: `{form}` is a state's or has an article")

    heads = table("organization_words.tsv")
    unique("organization_words.tsv", [(row["word"], str(row["line"])) for row in heads])
    for row in heads:
        if row["word"].lower() not in row["proof"].lower():
            wrong.append(f"organization_words.tsv, line {row['line']}: `{row['proof']}` has no `{row['word']}`")

    places = table("places.tsv")
    unique("places.tsv", [(form, str(row["line"])) for row in places for form in values(row, "names")])
    known = {form for row in places for form in values(row, "names")}
    for row in places:
        if row["code"] and row["code"] not in codes or not re.fullmatch("[1-5]?", row["population_class"]):
            wrong.append(f"places.tsv, line {row['line']}: code or class")
        if set(values(row, "names")) & of_states:
            wrong.append(f"places.tsv, line {row['line']}: a state's name in `{row['names']}`")
    for row in states:
        for capital in values(row, "capitals"):
            if capital not in known:
                wrong.append(f"places.tsv: the capital {capital} is missing")
    if (LEXICON / "places.tsv").stat().st_size > 200_000:
        wrong.append("places.tsv: more than 200,000 bytes")

    print("\n".join(wrong) or "nothing is wrong")
    sys.exit(bool(wrong))


main()
