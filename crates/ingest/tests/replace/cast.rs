//! Who and what stands in a variant for whom and what in the article.

use super::random::Random;
use chrono::{Datelike, Days, NaiveDate};

/// A state and the forms in which the article names one.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) adjective: &'static str,
    pub(crate) people: &'static str,
    pub(crate) capital: &'static str,
    names: &'static str,
}

/// A person's name, and whether "she" stands for them.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) given: String,
    pub(crate) family: String,
    pub(crate) woman: bool,
}

impl Name {
    pub(crate) fn full(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// Everything that is different in one variant.
#[derive(Debug, Clone)]
pub(crate) struct Cast {
    /// In the place of Russia, the United States, Ukraine and India.
    pub(crate) states: [State; 4],
    /// In the order of [`PEOPLE`].
    pub(crate) people: Vec<Name>,
    pub(crate) press: &'static str,
    pub(crate) broadcaster: &'static str,
    pub(crate) bloc: &'static str,
    /// Of the minister who is Secretary of State in the article.
    pub(crate) office: &'static str,
    pub(crate) published: NaiveDate,
    pub(crate) talks: NaiveDate,
    pub(crate) invasion: NaiveDate,
    /// "nearly … years ago": since the war began, and since the ministers last talked.
    pub(crate) war_years: usize,
    pub(crate) talk_years: usize,
}

/// The people of the article: their entity, and which of the four states is theirs.
pub(crate) const PEOPLE: [(&str, &str, usize); 8] = [
    ("Donald", "Trump", 1),
    ("Marco", "Rubio", 1),
    ("Joe", "Biden", 1),
    ("Antony", "Blinken", 1),
    ("Sergey", "Lavrov", 0),
    ("Vladimir", "Putin", 0),
    ("Yuri", "Ushakov", 0),
    ("Volodymyr", "Zelenskyy", 2),
];

/// Small numbers in words.
pub(crate) const NUMBERS: [&str; 8] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven"];

impl Cast {
    pub(crate) fn drawn(seed: u64) -> Self {
        let random = &mut Random::seeded(seed);
        let mut states =
            rows(include_str!("states.tsv"), |[code, name, adjective, people, capital, names]| {
                State { code, name, adjective, people, capital, names }
            });
        let states: [State; 4] = std::array::from_fn(|_| random.take(&mut states));
        let mut taken: Vec<String> = Vec::new();
        let people = PEOPLE.iter().map(|person| name(states[person.2].names, &mut taken, random));
        let people = people.collect();
        let talk_years = 2 + random.below(3);
        let war_years = talk_years + 1 + random.below(2);
        let published = day(random);
        let before = |years: usize, days: usize| {
            let year = published.year() - i32::try_from(years).expect("few years");
            let anniversary = published.with_year(year).expect("not 29 February");
            anniversary + Days::new(u64::try_from(days).expect("few days"))
        };
        Self {
            people,
            press: random.pick(&[
                "Reuters",
                "The Guardian",
                "Agence France-Presse",
                "The Economist",
                "Kyodo News",
                "The Wall Street Journal",
            ]),
            broadcaster: random.pick(&[
                "Channel Four",
                "News Hour",
                "Radio Nacional",
                "TV Uno",
                "First Channel",
                "Sky News",
                "Al Jazeera",
            ]),
            bloc: random.pick(&["G-7", "ASEAN", "African Union", "BRICS", "APEC", "Arab League"]),
            office: random.pick(&[
                "Foreign Minister",
                "Foreign Minister",
                "Minister of Foreign Affairs",
                "Secretary of State",
            ]),
            talks: published - Days::new(u64::try_from(random.below(2)).expect("few days")),
            invasion: before(war_years, 5 + random.below(20)),
            published,
            war_years,
            talk_years,
            states,
        }
    }
}

/// A Tuesday to Friday in the first half of a year: "nearly two years ago" names one year then.
fn day(random: &mut Random) -> NaiveDate {
    let year = 2008 + i32::try_from(random.below(19)).expect("few years");
    let first = NaiveDate::from_ymd_opt(year, 1, 5).expect("a day");
    let any = first + Days::new(u64::try_from(random.below(140)).expect("few days"));
    let weekday = u64::from(any.weekday().num_days_from_monday());
    let tuesday = any - Days::new(weekday) + Days::new(8);
    let day = tuesday + Days::new(u64::try_from(random.below(4)).expect("few days"));
    if (day.month(), day.day()) == (2, 29) { day + Days::new(7) } else { day }
}

/// A name from this row of which nobody else bears a part.
fn name(row: &str, taken: &mut Vec<String>, random: &mut Random) -> Name {
    let rows = rows(include_str!("names.tsv"), |row: [&'static str; 4]| row);
    // One in six is named from elsewhere, as people are.
    let elsewhere = random.below(6) == 0;
    let [_, men, women, families] = match rows.iter().find(|known| known[0] == row) {
        Some(row) if !elsewhere => *row,
        _ => random.pick(&rows),
    };
    let she = random.below(3) == 0;
    let mut free = |names: &'static str| {
        let mut names: Vec<String> = names.split(' ').map(|name| name.replace('_', " ")).collect();
        names.retain(|name| !taken.contains(name));
        let name = random.take(&mut names);
        taken.push(name.clone());
        name
    };
    Name { given: free(if she { women } else { men }), family: free(families), woman: she }
}

fn rows<T, const N: usize>(table: &'static str, read: impl Fn([&'static str; N]) -> T) -> Vec<T> {
    let lines = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines
        .map(|line| {
            let fields: Vec<&'static str> = line.split('\t').collect();
            read(fields.try_into().expect("as many fields as columns"))
        })
        .collect()
}
