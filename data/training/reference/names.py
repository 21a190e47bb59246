"""What the tables of reference have in common: states by their names, names of persons in plain letters."""
import csv, gzip, pathlib, re, unicodedata

HERE = pathlib.Path(__file__).parent
DATA = HERE.parent.parent
# Names that data/lexicon/states.tsv does not have.
OTHER = {
    "China, People’s Republic of": "CN", "China, Republic of": "TW", "Korea": "KR", "Korea, South": "KR", "Congo, Republic of": "CG",
    "Macedonia": "MK", "Macedonia, Former Yugoslav Republic of": "MK", "Bosnia-Herzegovina": "BA", "Bosnian Federation": "BA",
    "Slovak Republic": "SK", "Germany, Federal Republic of": "DE", "Swaziland": "SZ", "Cape Verde": "CV", "Burma": "MM",
    "Yugoslavia": "YU", "Turkey": "TR", "Czech Republic": "CZ", "Cote d’Ivoire": "CI", "Congo, Democratic Republic of": "CD",
    "Democratic Republic of the Congo (Zaire)": "CD", "The Gambia": "GM", "Bahamas": "BS", "Vatican City": "VA", "U.S.S.R.": "SU",
    "Palestine": "PS", "congo-kinshasa": "CD", "congo-brazzaville": "CG", "holy-see": "VA", "czechoslovakia-1993": "CS",
    "socialist-federal-republic-of-yugoslavia-1992": "YU", "yugoslavia-1946": "YU", "german-democratic-republic": "DD",
    "macedonia": "MK", "swaziland": "SZ", "cape-verde": "CV", "burma": "MM", "korea": "KR", "bosnia-herzegovina": "BA",
    "micronesia-federated-states-of": "FM", "albania-1946": "AL", "cote-divoire": "CI",
}


def plain(text):
    """Plain letters, so that a name is the same however its accents are written."""
    return unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower()).strip("-")


def states():
    """Codes by name and by slug, and usual names by code."""
    codes, usual = {}, {}
    for line in (DATA / "lexicon" / "states.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            usual[cells[0]] = cells[1]
            for name in [cells[1], *(cells[2].split("|") if len(cells) > 2 else [])]:
                codes.setdefault(name.strip(), cells[0])
                codes.setdefault(slug(name), cells[0])
    return {**codes, **OTHER}, usual


# Spellings of the source that would make one person two.
SPELLINGS = {"Binyamin": "Benjamin", "Benyamin": "Benjamin", "Gustavo Gustavo": "Gustavo", "Ermando": "Armando"}


def spelled(name):
    for source, usual in SPELLINGS.items():
        name = re.sub(rf"^{source}\b", usual, name)
    return name


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8", newline="") if str(path).endswith(".gz") else open(path, encoding="utf-8", newline="")
    with opened as file:
        yield from csv.DictReader(file, delimiter="\t")


def by_hand():
    for line in (HERE / "offices_by_hand.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


TITLES = (
    "Prime Minister", "President-elect", "President-designate", "Chancellor-elect", "President", "King", "Queen", "Chancellor", "Emir", "Amir",
    "Sultan", "Vice Premier", "Premier", "Emperor", "Shah", "Crown Prince", "Pope", "Prince", "Grand Duke", "Grand Duchess", "Governor General",
    "Vice President", "Chairman", "Regent", "General Secretary", "First Secretary", "Head of State", "Chief of State", "Head of Government",
    "Brigadier General", "Lieutenant General", "General", "Sheikh", "Junta Member",
)


def visitor(text):
    """Title and name of a visitor: `Interim President Ashraf Ghani`. Of two in one row the first."""
    text = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", " ", text)).replace("- ", "-").strip()
    text = re.sub(r"^Prime Min\w*?(?:er|ere)(?=[A-Z ])", "Prime Minister ", text).replace("Minister  ", "Minister ")
    text = re.sub(r"^Prime Minister-", "Prime Minister ", text)
    found = re.match(r"(?:(Acting|Interim|Federal|Provisional) )?", text, re.I)
    rest = text[found.end():]
    title = next((t for t in TITLES if rest.lower().startswith(t.lower() + " ")), None)
    if not title:
        return "", text
    prefix, name = found.group(1), re.sub(r", (?!Jr|Sr|\d).*", "", rest[len(title):]).strip()
    name = spelled(name)
    return (f"{prefix.title()} {title}" if prefix in ("Acting", "Interim") else title), name
