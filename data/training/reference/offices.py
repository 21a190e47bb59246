"""Makes data/reference/offices.tsv and officers.tsv: python3 offices.py VISITS.tsv OFFICERS.tsv

VISITS.tsv (from, to, visitor, country_id, country, description) and OFFICERS.tsv (person_id, name, born, died, office, territory,
from, to) are `visits` and `pocom` of the Office of the Historian of the US Department of State as tables, also compressed:
https://github.com/HistoryAtState, CC0. Terms written by hand are in offices_by_hand.tsv."""
import collections, re, sys
from names import DATA, by_hand, plain, rows, slug, states, visitor

HEAD = """# {what}
# One row a term. from, to: as exact as known; an empty `to` is an office that goes on. known: `seen` where from and to are only
#   the first and the last day on which somebody is seen in the office (between them the same person is taken to hold it).
# of: a state's code (../lexicon/states.tsv) or an organization.
# Source: {source}.
# Licence: CC0 1.0 (https://creativecommons.org/publicdomain/zero/1.0/){ours}. Made by ../training/reference/offices.py.
name	title	of	from	to	known
"""
VISITS = "visits of foreign leaders to the United States, 1874 to 2019, https://github.com/HistoryAtState/visits"
POCOM = "principal officers and chiefs of mission of the US Department of State, https://github.com/HistoryAtState/pocom"
MISSIONS = {
    "Ambassador Extraordinary and Plenipotentiary": "Ambassador", "Envoy Extraordinary and Minister Plenipotentiary": "Minister",
    "Minister Plenipotentiary": "Minister", "Minister Resident": "Minister Resident", "Minister Resident/Consul General": "Minister Resident",
    "Chargé d’Affaires": "Chargé d'Affaires", "Chargé d’Affaires ad interim": "Chargé d'Affaires", "Agent/Consul General": "Agent and Consul General",
    "Principal Officer": "Principal Officer", "Commissioner": "Commissioner",
}
BODIES = {
    "un": "United Nations", "nato": "NATO", "oas": "Organization of American States", "eu": "European Union", "oecd": "OECD", "icao": "ICAO",
    "iaea": "IAEA", "unesco": "UNESCO", "au": "African Union", "osce": "OSCE", "asean": "ASEAN", "unido": "UNIDO",
}
# Those in office after this year are compiled in; the others are in officers.tsv alone.
SINCE = "1990"


def leaders(codes):
    """Who is seen as leader of a state, as runs of visits that no other holder of the title interrupts."""
    hand = collections.defaultdict(list)
    for name, title, of, start, end in by_hand():
        hand[of, title].append((slug(name).split("-")[-1], start, end or "9999"))
    seen = collections.defaultdict(list)
    for row in rows(sys.argv[1]):
        title, name = visitor(row["visitor"])
        code = codes.get(row["country"]) or codes.get(row["country_id"])
        if title and code and "-elect" not in title and not any(c in name for c in "(),"):
            seen[code, title].append((row["from"], row["to"] or row["from"], plain(name)))
    for (code, title), visits in sorted(seen.items()):
        runs = []
        for start, end, name in sorted(visits):
            family = next((w for w in reversed(slug(name).split("-")) if w not in ("i", "ii", "iii", "iv", "v", "vi", "jr", "sr")), "")
            if runs and runs[-1][0] == family:
                runs[-1][2].append(end)
                runs[-1][3][name] += 1
            else:
                runs.append((family, start, [end], collections.Counter({name: 1})))
        for family, start, ends, names in runs:
            end = max(ends)
            if not any(known == family and a <= start and end <= b for known, a, b in hand[code, title]):
                name = max(names, key=lambda name: (names[name], len(name), name))
                yield name, title, code, start, end, "seen"


def officers(codes, usual):
    for row in rows(sys.argv[2]):
        start, end, office, land = row["from"], row["to"], row["office"], row["territory"]
        if not start or not row["name"]:
            continue  # appointed, and never in office
        known = ""
        if not end and start < "2020":
            end, known = start, "seen"
        if end and end < start:
            end, known = start, "seen"  # one of the two is mistaken
        if land.startswith("representative-"):
            title = f"Representative to {BODIES[land.split('-to-')[-1]]}" if land.split("-to-")[-1] in BODIES else ""
        elif office in MISSIONS:
            name = usual.get(codes.get(land, ""), land.rstrip("0123456789-").replace("-", " ").title())
            title = f"{MISSIONS[office]} to {name}"
        else:
            title = office.replace("’", "'")
        if title:
            name = re.sub(r"\s*\([^)]*\)", "", row["name"]).replace("’", "'")
            yield name, title, "US", start, end, known


def closed(served):
    """A mission whose next chief is known has ended, though its last day is not told."""
    last = {}
    for row in served:
        last[row[1]] = max(last.get(row[1], ""), row[3])
    for name, title, of, start, end, known in served:
        if not end and " to " in title and start < last[title]:
            end, known = start, "seen"
        yield name, title, of, start, end, known


def write(name, what, source, table, ours=""):
    with open(DATA / "reference" / name, "w", encoding="utf-8") as out:
        out.write(HEAD.format(what=what, source=source, ours=ours))
        for row in table:
            out.write("\t".join(row).rstrip("\t") + "\n")
    print(len(table), name)


def main():
    codes, usual = states()
    served = sorted(set(closed(list(officers(codes, usual)))), key=lambda row: (row[1], row[3], row))
    hand = [(*row, "") for row in by_hand()]
    recent = [row for row in served if not row[4] or row[4] >= SINCE]
    table = sorted([*hand, *leaders(codes), *recent], key=lambda row: (row[2], row[1], row[3], row))
    write("officers.tsv", "Officers of the US Department of State and chiefs of mission, 1778 to 2026.", POCOM, served)
    write("offices.tsv", "Who held which office when: leaders, foreign ministers, and US officers since 1990.",
          f"{VISITS};\n#   {POCOM};\n#   the others written by hand for this project (../training/reference/offices_by_hand.tsv)", table,
          "; written by hand: MIT OR Apache-2.0")


main()
