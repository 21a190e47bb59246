use crate::confidence;
use crate::dateline::dateline;
use crate::entities::{Cast, Known, MemberId, Reason};
use crate::facts;
use crate::headline::{Headline, heads_readout};
use crate::lexicon::Lexicon;
use crate::mentions::{DateMention, dates as dates_of};
use crate::network::{Look, Marks, Network};
use crate::reference::Reference;
use crate::surface::{Run, Surface};
use crate::tagger::{EntityKind, Tagger};
use crate::{Article, Gap, GapKind};
use chancery_model::{Date, Entity, EntityId, Facts, MeetingId, Mention, Span};
use chrono::TimeDelta;
use std::sync::Arc;

/// Reads articles. Owns its engine and its lexicon; make one and share it between threads.
#[derive(Debug, Clone)]
pub struct Extractor {
    lexicon: &'static Lexicon,
    tagger: &'static Tagger,
    network: &'static Network,
    reference: Option<Arc<Reference>>,
}

/// What one article yields.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// What it says.
    pub facts: Facts,
    /// What was noticed and not understood, in order of the text.
    pub gaps: Vec<Gap>,
}

/// Days after which what somebody said is put out, at most.
const LATE: i64 = 2;

/// A word or two that speak for or against something, and how strong they are, in 1/256 parts.
pub type Signal = (String, i32);

/// What the decisions on one meeting rest upon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signals {
    /// Whether it is one, and how it stands.
    pub meeting: Vec<Signal>,
    /// Of everybody who may have been there or stayed away.
    pub ties: Vec<(EntityId, Vec<Signal>)>,
}

impl Signals {
    fn of(weighed: facts::Weighed, ids: &[EntityId]) -> Self {
        let ties = weighed.candidates.into_iter();
        Self {
            meeting: weighed.signals.to_owned(),
            ties: ties.map(|tie| (ids[tie.who.index()].clone(), tie.signals.to_owned())).collect(),
        }
    }
}

/// What the decision rests upon on whether two meetings of a text are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The words for the one that is told of first.
    pub first: Vec<Span>,
    /// The words for the other.
    pub second: Vec<Span>,
    /// What speaks for and against it.
    pub signals: Vec<Signal>,
}

impl Pair {
    fn of(pair: facts::Pair, surface: &Surface) -> Self {
        let spans = |runs: Vec<Run>| runs.iter().map(|run| surface.span_of(run)).collect();
        Self {
            first: spans(pair.first),
            second: spans(pair.second),
            signals: pair.signals.to_owned(),
        }
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self {
            lexicon: Lexicon::embedded(),
            tagger: Tagger::embedded(),
            network: Network::embedded(),
            reference: None,
        }
    }
}

impl Extractor {
    /// Also tells who is meant by an office alone (“the Israeli Prime Minister”) on the day of an
    /// article, and what people, states, organizations and places are called elsewhere.
    ///
    /// Whom a reference tells is inferred: the mention gives the reason, and the row that it rests on.
    /// What the article itself says comes first.
    ///
    /// ```
    /// use chancery_ingest::{Article, Extractor, Reference};
    /// let extractor = Extractor::default().with_reference(Reference::embedded());
    /// let article = Article::new("note".parse()?, "The Israeli Prime Minister met Mahmoud Abbas.")
    ///     .published("2022-03-27".parse()?);
    /// let facts = extractor.extract(&article).facts;
    /// let bennett = facts.entities.iter().find(|entity| entity.name == "Naftali Bennett");
    /// let reason = bennett.and_then(|it| it.mentions[0].reason.as_deref()).expect("a reason");
    /// assert!(reason.starts_with("title, inferred by reference: Prime Minister from 2021-06-13"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_reference(mut self, reference: impl Into<Arc<Reference>>) -> Self {
        self.reference = Some(reference.into());
        self
    }

    /// Asks a network of other weights instead of the one that is compiled in.
    #[must_use]
    pub fn with_network(mut self, network: &'static Network) -> Self {
        self.network = network;
        self
    }

    /// Reads one article. Never fails: a text that says nothing yields empty facts.
    ///
    /// # Complexity
    /// Time and memory in proportion to the text.
    pub fn extract(&self, article: &Article) -> Extraction {
        self.read(article, None)
    }

    /// Reads one article as [`Extractor::extract`] does, but leaves its meetings as rules and network
    /// tell of them, and gives for each what the decisions on it would rest upon: what
    /// `data/training/decisions.py` learns from. Without `marked` the network is not asked: so
    /// decisions learn what to rest upon where it sees nothing.
    pub fn weigh(&self, article: &Article, marked: bool) -> (Facts, Vec<Signals>, Vec<Pair>) {
        let mut rests = Rests { marked, signals: Vec::new(), pairs: Vec::new() };
        let facts = self.read(article, Some(&mut rests)).facts;
        (facts, rests.signals, rests.pairs)
    }

    /// The day on which a text speaks of "today": what is put out the day after, or two, tells in its
    /// title when it was said.
    fn day_of(&self, title: Option<&str>, published: Option<Date>) -> Option<Date> {
        let Some(out) = published.filter(|day| day.is_day()).map(Date::first_day) else {
            return published;
        };
        // No day is told in full without a number.
        let title = title.filter(|title| title.bytes().any(|byte| byte.is_ascii_digit()));
        if title.is_none() {
            return published;
        }
        let title = Surface::new(title.unwrap_or_default(), self.tagger);
        let mut said = dates_of(&title, None).into_iter().filter_map(|date| {
            let day = date.when.from.filter(|day| day.is_day() && date.when.to == Some(*day))?;
            let late = (out - day.first_day()).num_days();
            (1..=LATE).contains(&late).then_some(day)
        });
        said.next_back().or(published)
    }

    fn read(&self, article: &Article, rests: Option<&mut Rests>) -> Extraction {
        let surface = Surface::new(article.text(), self.tagger);
        let dateline = dateline(&surface, self.lexicon);
        let mut info = article.info().clone();
        info.published = info.published.or(dateline.published);
        let official_us = is_us_release(article);
        let mut spoken = self.day_of(info.title.as_deref(), info.published);
        let mut dates = dates_of(&surface, spoken);
        if let Some(day) = said_on(&surface, &dates, spoken).filter(|_| official_us) {
            spoken = Some(day);
            dates = dates_of(&surface, spoken);
        }
        // A dateline's own date is no meeting's.
        dates.retain(|date| {
            !dateline
                .headers
                .iter()
                .any(|run| run.start <= date.run.start && date.run.end <= run.end)
        });
        let known = self.reference.as_deref().map(|reference| Known {
            reference,
            published: spoken.filter(|day| day.is_day()).map(Date::first_day),
            dates: &dates,
        });
        let headline = self.headline(&surface, info.title.as_deref(), official_us);
        let transcript = facts::is_transcript(&surface, self.lexicon);
        let mut cast =
            Cast::new(&surface, self.lexicon, (official_us, transcript), known, &headline.people);
        let mut headers = vec![false; surface.len()];
        for run in &dateline.headers {
            if let Some(slots) = headers.get_mut(run.clone()) {
                slots.fill(true);
            }
        }
        let issuers = {
            let (title, source) = (info.title.as_deref(), info.source.as_deref());
            facts::issuers(&mut cast, title, source, official_us)
        };
        cast.we.clone_from(&issuers.we);
        facts::introduce_speakers(&mut cast);
        let marks = if rests.as_ref().is_none_or(|rests| rests.marked) {
            self.network.look(surface.len(), &Look::new(&surface, self.lexicon))
        } else {
            Marks::default()
        };
        let (mut said, attitudes) = facts::statements(&cast, &headers, &issuers, &marks.who_said);
        facts::carry_addressees(&cast, &mut said);
        facts::first_persons(&mut cast, &said, issuers.i);
        cast.index();
        let frame = facts::Frame {
            dates: &dates,
            published: spoken,
            headers: &headers,
            release: official_us,
            location: dateline.place.clone(),
            marks: &marks,
            transcript,
            headline: &headline,
        };
        let mut asked = rests.is_some().then(facts::Asked::default);
        let occasions = facts::meetings(&mut cast, &frame, asked.as_mut());
        let ids = cast.entity_ids();
        if let (Some(rests), Some(asked)) = (rests, asked) {
            let weighed = asked.weighed.into_iter();
            rests.signals = weighed.map(|weighed| Signals::of(weighed, &ids)).collect();
            rests.pairs = asked.pairs.into_iter().map(|pair| Pair::of(pair, &surface)).collect();
        }
        let mut facts = Facts::empty(info);
        facts.roles = facts::roles(&cast, &said, &ids);
        let handle = |number: usize| MeetingId::numbered(number + 1);
        let made_at = facts::made_at(&cast, &said, &occasions);
        for (said, meeting) in said.iter().zip(&made_at) {
            facts.statements.extend(facts::statement_facts(
                &cast,
                said,
                &ids,
                meeting.map(handle).as_ref(),
            ));
        }
        for said in &attitudes {
            facts.attitudes.extend(facts::statement_facts(&cast, said, &ids, None));
        }
        for aim in facts::goals(&cast, &said, &marks.goals) {
            let until = said.partition_point(|said| said.at() <= aim.text.end);
            let near = until.saturating_sub(40)..said.len().min(until + 10);
            let tells = |at: &usize| {
                let mut runs = said[*at].content.iter();
                runs.any(|run| run.start <= aim.text.start && aim.text.end <= run.end)
            };
            let told = near.clone().find(tells);
            let meeting = told.and_then(|at| made_at[at]).map(handle);
            facts.goals.push(facts::goal_facts(&cast, &aim, &ids, meeting.as_ref()));
        }
        facts.meetings = occasions
            .iter()
            .enumerate()
            .map(|(number, occasion)| {
                let told_by = facts::told_by(&cast, &said, &occasion.mentions);
                let id = MeetingId::numbered(number + 1);
                facts::meeting_facts(&cast, occasion, id, &ids, told_by)
            })
            .collect();
        facts::at_its_hour_of_the_schedule(article, &mut facts);
        facts::on_the_day_of_the_schedule(article, &mut facts);
        facts::about_the_day_of_the_readout(article, &mut facts);
        facts.entities = entities(&cast, &ids, self.reference.as_deref());
        let clear: Vec<(u8, Vec<u8>)> = occasions
            .iter()
            .map(|one| (one.clear, one.attendance.iter().map(|tie| tie.clear).collect()))
            .collect();
        confidence::rate(&mut facts, &surface, &marks, &clear, &self.lexicon.rates);
        facts::without_states_unsaid(article, &mut facts);
        for (entity, id) in facts.entities.iter_mut().zip(cast.ids()) {
            // Nobody named them: no surer than the reference is.
            if let Some(held) = cast.held(id) {
                let sure = entity.confidence.unwrap_or(1.0).min(held.confidence());
                entity.confidence = Some(sure);
            }
        }
        let gaps = gaps(&surface, &cast, &dates, &facts);
        Extraction { facts, gaps }
    }

    /// What the title of a transcript or readout tells; of another text it repeats what the words
    /// tell.
    fn headline(&self, surface: &Surface, title: Option<&str>, official_us: bool) -> Headline {
        match title
            .filter(|title| facts::is_transcript(surface, self.lexicon) || heads_readout(title))
        {
            Some(title) => Headline::read(title, self.lexicon, self.tagger, official_us),
            None => Headline::default(),
        }
    }
}

/// What decisions on meetings would rest upon, for who asks.
struct Rests {
    marked: bool,
    signals: Vec<Signals>,
    pairs: Vec<Pair>,
}

/// The day or two before publication on which a release was written or spoken, where it tells it
/// itself, and nowhere otherwise: "Tomorrow evening, August 3rd". What it quotes is of other days.
fn said_on(surface: &Surface, dates: &[DateMention], published: Option<Date>) -> Option<Date> {
    let out = published.filter(|day| day.is_day())?.first_day();
    let mut days = dates.iter().filter_map(|date| {
        let ahead = match surface.lower(date.run.start) {
            "yesterday" => -1,
            "today" | "tonight" => 0,
            "tomorrow" => 1,
            _ => return None,
        };
        let day = date.when.from.filter(|day| day.is_day() && date.when.to == Some(*day))?;
        let said = day.first_day().checked_sub_signed(TimeDelta::days(ahead))?;
        let in_full =
            date.run.clone().any(|at| surface.word(at).starts_with(|it: char| it.is_ascii_digit()));
        (in_full && surface.quotation_of(date.run.start).is_none()).then_some(said)
    });
    let said = days.next()?;
    let late = (out - said).num_days();
    (days.all(|day| day == said) && (1..=LATE).contains(&late)).then(|| Date::day(said))?
}

/// Whether an article is a release of the United States, which names its own officials without
/// their state.
fn is_us_release(article: &Article) -> bool {
    let source = article.info().source.as_deref().unwrap_or_default();
    let head = article.text().get(..400.min(article.text().len())).unwrap_or_default();
    source.contains("state.gov")
        || source.contains("whitehouse.gov")
        || matches!(source, "U.S. Department of State" | "US Department of State" | "White House")
        || matches!(source, "U.S. State Department" | "US State Department" | "The White House")
        || head.contains("Office of the Spokesperson")
        || head.contains("Department Spokesperson")
}

fn entities(cast: &Cast, ids: &[EntityId], reference: Option<&Reference>) -> Vec<Entity> {
    let mut mentions: Vec<Vec<Mention>> = vec![Vec::new(); ids.len()];
    for mention in cast.mentions() {
        let told = cast.referred(mention.who).filter(|_| mention.reason == Reason::Reference);
        let reason = told.map_or_else(|| mention.reason.describe().to_owned(), |it| it.to_string());
        let reason = Some(reason);
        mentions[mention.who.index()].push(Mention { span: mention.span, reason });
    }
    let entity = |id: MemberId| {
        let member = cast.member(id);
        let iso = member
            .code
            .map(|code| format!("iso3166-1:{}", code.as_str()))
            .filter(|_| member.kind == chancery_model::EntityKind::State);
        let served = || member.offices.iter().filter_map(|office| office.owner);
        let served: Vec<&EntityId> = served()
            .filter(|owner| cast.kind(*owner) == chancery_model::EntityKind::State)
            .map(|owner| &ids[owner.index()])
            .collect();
        let elsewhere = reference.map(|known| known.same_as(member.kind, &member.name, &served));
        let mut same_as: Vec<String> = iso.into_iter().collect();
        for known in elsewhere.into_iter().flatten() {
            if !same_as.contains(&known) {
                same_as.push(known);
            }
        }
        Entity {
            id: ids[id.index()].clone(),
            name: member.name.clone(),
            mentions: mentions[id.index()].clone(),
            same_as,
            confidence: None,
        }
    };
    cast.ids().map(entity).collect()
}

/// What was noticed and not understood, in order of the text.
fn gaps(surface: &Surface, cast: &Cast, dates: &[DateMention], facts: &Facts) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut put = |kind, span: Span| gaps.push(Gap { kind, span });
    for at in surface.unpaired() {
        put(GapKind::UnpairedQuotationMark, surface.span(*at));
    }
    let said: Vec<Span> = {
        let mut said: Vec<Span> =
            facts.statements.iter().flat_map(|said| said.content.clone()).collect();
        said.sort_unstable();
        said
    };
    for quotation in surface.quotations() {
        let span = surface.span_of(&quotation.inside);
        let first = said.partition_point(|content| content.start() <= span.start());
        let taken = said[..first]
            .iter()
            .rev()
            .take(40)
            .chain(said.get(first))
            .any(|content| content.overlaps(span));
        // A word or two in quotation marks are a name or an irony, not somebody's words.
        if !taken && quotation.inside.len() > 4 {
            put(GapKind::QuotationWithoutSource, span);
        }
    }
    for date in dates.iter().filter(|date| date.when.is_unknown()) {
        put(GapKind::UnresolvedDate, surface.span_of(&date.run));
    }
    for at in 0..surface.len() {
        let open = || cast.mention_at(at).is_none() && cast.name_at(at).is_none();
        if matches!(surface.lower(at), "he" | "she" | "his" | "him" | "her") && open() {
            put(GapKind::UnresolvedReference, surface.span(at));
        }
        let begins =
            at + 1 < surface.len() && surface.entity(at).kind() == Some(EntityKind::Person);
        if begins && surface.is_capital(at) && open() && !cast.in_title(at) {
            put(GapKind::UnknownName, surface.span(at));
        }
    }
    gaps.sort_by_key(|gap| (gap.span, gap.kind));
    gaps
}
