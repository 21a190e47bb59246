"""Sets right what the teacher is known to get wrong about names, with the project's own tables and the rest of the text.

A surname is a person where its document has the full name; a state's name is a place, its demonym a group; a title
belongs to no name; and what the whole corpus calls one thing nearly everywhere is that thing everywhere.
"""

from collections import Counter, defaultdict
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "lexicon"

ORGANIZATIONS = """
UN U.N. UNHCR UNICEF UNESCO WHO WTO IMF IAEA OPCW OSCE OECD OPEC OPEC+ NATO EU E.U. AU ASEAN APEC ECOWAS SADC IGAD OAS CARICOM
GCC BRICS G7 G-7 G8 G-8 G20 G-20 WFP ICRC ISAF KFOR AFP AP BBC CNN NBC ABC CBS Xinhua Interfax Itar-Tass TASS Reuters Kyodo Yonhap
FBI CIA NSA IRGC USAID DHS DoD PLO NLD ISIS ISIL Daesh Hamas Hizballah Hezbollah Taliban al-Qaida al-Qaeda Al-Qaeda Al-Qaida
Al-Shabaab al-Shabaab Houthis Fatah Likud Pentagon Kremlin Congress Senate Duma Bundestag Knesset Treasury Interpol Quad
Nord_Stream_2 United_Nations European_Union African_Union Arab_League White_House Islamic_State State_Department
Security_Council UN_Security_Council U.N._Security_Council European_Commission European_Parliament European_Council World_Bank
International_Monetary_Fund Council_of_Europe Asia-Pacific_Economic_Cooperation Arctic_Council Red_Cross Red_Crescent
Supreme_Court Central_Bank Khmer_Rouge Sinn_Fein Boko_Haram
""".split()
PLACES = """
Kyiv Kiev Crimea Donbas Donetsk Luhansk Mariupol Bucha Kherson Kharkiv Odesa Odessa Tigray Afar Amhara Darfur Gaza Rafah Jenin Aleppo
Idlib Taiz Marib Aden Benghazi Minsk Geneva Davos Brussels Strasbourg Istanbul Karabakh Nagorno-Karabakh Chechnya Grozny Kosovo
Kashmir Xinjiang Tibet Okinawa Busan Glasgow Liverpool Santiago Vilnius Mumbai Lahore Karachi Kandahar Herat Basra Mosul Erbil
Western_Balkans Middle_East Latin_America South_China_Sea Black_Sea West_Bank Gaza_Strip Persian_Gulf Red_Sea Indo-Pacific
Southeast_Asia Central_Asia South_Caucasus Sahel Caribbean Africa Asia Europe Americas Arctic Pacific Washington New_York
Hong_Kong Camp_David Capitol_Hill Bosporus Sinai Golan_Heights Korean_Peninsula North_Africa West_Africa East_Asia
""".split()
GROUPS = """
European Europeans African Africans Asian Asians Arab Arabs Muslim Muslims Christian Christians Jewish Jews Palestinian
Palestinians Kurdish Kurds Sunni Shiite Shia Shi'ite Rohingya Uyghur Uyghurs Uighur Uighurs Tamil Tamils Hutu Hutus Tutsi Tutsis
Republican Republicans Democrat Democrats Democratic Latino Latinos Hispanic Hispanics Baltic Nordic Western Soviet Islamist Islamists
Islamic Catholic Catholics Chechen Chechens Serb Serbs Bosnian Bosnians Indigenous Roma Tibetan Tibetans Catalan Basque
""".split()
NOTHING = {"COVID", "COVID-19", "Covid-19", "QUESTION", "MODERATOR", "OPERATOR", "Embassy", "Ministerial", "Olympic", "'m", "’m", "Quote", "Statement", "Message", "League", "Guardian"}
# A demonym or a state before one of these is not part of the institution's name.
INSTITUTIONS = """
Ministry Minister Ministers Department Navy Army Force Forces Parliament Senate Government Military Police Cabinet Treasury
Guard Court Mission Delegation President Embassy Consulate Presidency Intelligence Assembly
""".split()


def table(name):
    """The rows of a table, without its remarks, by the columns of its heading."""
    lines = (LEXICON / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    heading = lines[0].lstrip("#").strip().split("\t")
    for line in lines[1:]:
        if not line.startswith("#"):
            yield dict(zip(heading, line.split("\t")))


def known_names():
    """Words of a name, to its kind; and those among them that stand for a state."""
    known = {}
    for row in table("states"):
        for column, kind in (("name", "GPE"), ("names", "GPE"), ("capitals", "GPE"), ("demonyms", "NORP"), ("peoples", "NORP")):
            for name in (row.get(column) or "").split("|"):
                if name:
                    known.setdefault(tuple(name.split(" ")), kind)
    states = set(known)
    for names, kind in ((ORGANIZATIONS, "ORG"), (PLACES, "GPE"), (GROUPS, "NORP")):
        known.update((tuple(name.split("_")), kind) for name in names)
    return known, states


KNOWN, STATES = known_names()
LONGEST = max(map(len, KNOWN))
TITLES = {line.split("\t")[0] for line in (LEXICON / "titles.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"}
# "Judge", "Chair" and their like are also words of names; a person's title stands right before the name.
ADDRESSES = set(
    "mr. mrs. ms. mr mrs ms dr. gen. sen. rep. gov. president secretary minister ambassador chancellor premier spokesperson spokesman "
    "spokeswoman senator governor congressman congresswoman general colonel prince king queen".split()
)
GIVEN = {line.split("\t")[0] for line in (LEXICON / "given_names.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"}


def chunks(bio):
    """The entities of one sentence as `[start, end, kind]`."""
    found = []
    for at, label in enumerate(bio):
        if label.startswith("B-"):
            found.append([at, at + 1, label[2:]])
        elif label != "O" and found and found[-1][1] == at:
            found[-1][1] = at + 1
    return found


def marks(length, found):
    """Entities as BIO labels."""
    bio = ["O"] * length
    for start, end, kind in found:
        for at in range(start, end):
            bio[at] = ("B-" if at == start else "I-") + kind
    return bio


def is_name(word):
    return word[:1].isupper() and len(word) > 1 and word.lower() not in TITLES


def retitled(words, entity):
    """An entity without the title before it; one that is all title is none."""
    start, end, kind = entity
    if kind not in ("PER", "ORG"):
        return [entity]
    first = start
    while first < end and words[first].lower() in TITLES:
        first += 1
    person = first < end and first > start and (kind == "PER" or words[first] in GIVEN)
    if kind == "PER" and first == end:
        return []
    if person:
        return [[first, end, "PER"]]
    # "Government of Chad" is Chad; "Russian Foreign Ministry" is a group's, and a ministry.
    if words[start] in ("Government", "Governments", "government") and words[start + 1 : start + 2] == ["of"]:
        at = start + 2 + (words[start + 2 : start + 3] == ["the"])
        return [[at, end, KNOWN[tuple(words[at:end])]]] if tuple(words[at:end]) in KNOWN else [entity]
    owner = KNOWN[(words[start],)] if (words[start],) in STATES else None
    if kind == "ORG" and owner and any(word in INSTITUTIONS for word in words[start + 1 : end]):
        at = start + 2 if words[start + 1] in ("'s", "’s") else start + 1
        return [[start, start + 1, owner], [at, end, kind]]
    return [entity]


def known_spans(words, tags, taken):
    """Names from the tables that nothing else claims: the longest at each place, with no name right beside them."""
    at = 0
    while at < len(words):
        for long in range(min(LONGEST, len(words) - at), 0, -1):
            name = tuple(words[at : at + long])
            inside = range(at, at + long)
            if name in KNOWN and not any(i in taken for i in inside) and tags[at + long - 1] in ("NNP", "NNPS", "JJ", "NN", "NNS"):
                yield [at, at + long, KNOWN[name]]
                at += long - 1
                break
        at += 1


def whole(words, found):
    """The entities, save that a longer name from the tables stands for the parts that were taken for entities: `Islamic State`."""
    at = 0
    while at < len(words):
        step = 1
        for long in range(min(LONGEST, len(words) - at), 1, -1):
            kind, end = KNOWN.get(tuple(words[at : at + long])), at + long
            parts = [entity for entity in found if entity[0] < end and entity[1] > at]
            if kind and parts and all(start >= at and stop <= end for start, stop, _ in parts):
                found = [entity for entity in found if entity not in parts] + [[at, end, kind]]
                step = long
                break
        at += step
    return sorted(found)


def surnames(document):
    """Last words of the persons with longer names."""
    found = set()
    for words, _, bio in document:
        for start, end, kind in chunks(bio):
            last = words[end - 1]
            if kind == "PER" and end - start > 1 and is_name(last) and len(last) > 2 and last.isalpha() and (last,) not in KNOWN:
                found |= {last} if last.isupper() or len(last) < 5 else {last, last.upper()}
    return found


def addressed(words, tags, taken):
    """Names after a title that nothing else claims: `President Mnangagwa`."""
    shouted = sum(word.isupper() for word in words) * 2 > len(words)
    for at in range(1, len(words)):
        if words[at - 1].lower() not in ADDRESSES or not words[at - 1][0].isupper() or not is_name(words[at]) or at in taken:
            continue
        end = at
        while end < len(words) and end < at + 3 and is_name(words[end]) and tags[end] == "NNP" and (words[end],) not in KNOWN and end not in taken:
            end += 1
        follows = words[end] if end < len(words) else "."
        if end > at and (shouted or not follows[0].isupper()) and follows not in ("of", "for"):
            yield [at, end, "PER"]


def cleaned(documents):
    """The documents with better entity labels."""
    better = []
    for corpus, name, document in documents:
        document = [
            (words, tags, marks(len(words), whole(words, [part for entity in chunks(bio) for part in retitled(words, entity)])))
            for words, tags, bio in document
        ]
        people = surnames(document)
        sentences = []
        for words, tags, bio in document:
            found = []
            for start, end, kind in chunks(bio):
                inside = tuple(words[start:end])
                if len(inside) == 1 and (inside[0] in NOTHING or inside[0].lower() in TITLES):
                    continue
                if kind == "DATE":
                    pass
                elif len(inside) == 1 and inside[0] in people:
                    kind = "PER"
                elif inside in KNOWN and not (kind == "PER" and KNOWN[inside] == "GPE" and inside[0] in GIVEN):
                    kind = KNOWN[inside]
                found.append([start, end, kind])
            taken = {at for start, end, _ in found for at in range(start, end)}
            for more in (addressed(words, tags, taken), known_spans(words, tags, taken)):
                for start, end, kind in list(more):
                    if not taken & set(range(start, end)):
                        found.append([start, end, kind])
                        taken |= set(range(start, end))
            for at, word in enumerate(words):
                beside = [words[i] for i in (at - 1, at + 1) if 0 <= i < len(words)]
                alone = not any(is_name(other) and not other.isupper() for other in beside[-1:])
                if word in people and at not in taken and tags[at] in ("NNP", "NNPS") and alone:
                    found.append([at, at + 1, "PER"])
                    taken.add(at)
            sentences.append((words, tags, sorted(found)))
        better.append((corpus, name, sentences, people))
    votes = defaultdict(Counter)
    for _, _, sentences, _ in better:
        for words, _, found in sentences:
            for start, end, kind in found:
                votes[tuple(words[start:end])][kind] += 1
    settled = {}
    for name, kinds in votes.items():
        (kind, most), total = kinds.most_common(1)[0], sum(kinds.values())
        if total >= 6 and most >= 0.65 * total and kind not in ("DATE", "EVENT"):
            settled[name] = kind
    for corpus, name, sentences, people in better:
        yield corpus, name, [
            (words, tags, marks(len(words), [
                [start, end, kind if kind == "DATE" or words[start] in people else settled.get(tuple(words[start:end]), kind)]
                for start, end, kind in found
            ]))
            for words, tags, found in sentences
        ]
