use crate::dateline::dateline;
use crate::entities::{Cast, MemberId};
use crate::facts;
use crate::lexicon::Lexicon;
use crate::mentions::dates;
use crate::surface::Surface;
use crate::tagger::Tagger;
use crate::{Article, Gap, GapKind};
use chancery_model::{Entity, EntityId, EntityKind, Facts, MeetingId, Mention};

/// Reads articles. Owns its engine and its lexicon; make one and share it between threads.
#[derive(Debug, Clone, Copy)]
pub struct Extractor {
    lexicon: &'static Lexicon,
    tagger: &'static Tagger,
}

/// What one article yields.
#[derive(Debug, Clone, PartialEq)]
pub struct Extraction {
    /// What it says.
    pub facts: Facts,
    /// What was noticed and not understood, in order of the text.
    pub gaps: Vec<Gap>,
}

impl Default for Extractor {
    fn default() -> Self {
        Self { lexicon: Lexicon::embedded(), tagger: Tagger::embedded() }
    }
}

impl Extractor {
    /// Reads one article. Never fails: a text that says nothing yields empty facts.
    ///
    /// # Complexity
    /// Time and memory in proportion to the text.
    pub fn extract(&self, article: &Article) -> Extraction {
        let surface = Surface::new(article.text(), self.tagger);
        let dateline = dateline(&surface);
        let mut info = article.info().clone();
        info.published = info.published.or(dateline.published);
        let official_us = is_us_release(article);
        let mut dates = dates(&surface, info.published);
        // A dateline's own date is no meeting's.
        dates.retain(|date| {
            !dateline
                .headers
                .iter()
                .any(|run| run.start <= date.run.start && date.run.end <= run.end)
        });
        let mut cast = Cast::new(&surface, self.lexicon, official_us);
        let mut headers = vec![false; surface.len()];
        for run in &dateline.headers {
            if let Some(slots) = headers.get_mut(run.clone()) {
                slots.fill(true);
            }
        }
        let issuers = facts::issuers(&mut cast, info.title.as_deref(), official_us);
        cast.we.clone_from(&issuers.we);
        let mut said = facts::statements(&cast, &headers, &issuers);
        facts::carry_addressees(&cast, &mut said);
        let location = dateline.place.clone().filter(|_| official_us);
        let occasions =
            facts::meetings(&mut cast, &dates, info.published, &headers, official_us, location);
        let ids = cast.entity_ids();
        let mut facts = Facts::empty(info);
        facts.roles = facts::roles(&cast, &ids);
        facts::first_persons(&mut cast, &said);
        cast.index();
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
        for aim in facts::goals(&cast, &said, &occasions) {
            let told = said.iter().position(|said| {
                said.content
                    .iter()
                    .any(|run| run.start <= aim.text.start && aim.text.end <= run.end)
            });
            let meeting = told.and_then(|at| made_at[at]).map(handle);
            facts.goals.push(facts::goal_facts(&cast, &aim, &ids, meeting.as_ref()));
        }
        facts.meetings = occasions
            .iter()
            .enumerate()
            .map(|(number, occasion)| {
                facts::meeting_facts(&cast, occasion, MeetingId::numbered(number + 1), &ids)
            })
            .collect();
        facts.entities = entities(&cast, &ids);
        Extraction { facts, gaps: gaps(&surface) }
    }
}

/// Whether an article is a release of the United States, which names its own officials without
/// their state.
fn is_us_release(article: &Article) -> bool {
    let source = article.info().source.as_deref().unwrap_or_default();
    let head = article.text().get(..400.min(article.text().len())).unwrap_or_default();
    source.contains("state.gov")
        || source.contains("whitehouse.gov")
        || head.contains("Office of the Spokesperson")
        || head.contains("Department Spokesperson")
}

fn entities(cast: &Cast, ids: &[EntityId]) -> Vec<Entity> {
    let mut mentions: Vec<Vec<Mention>> = vec![Vec::new(); ids.len()];
    for mention in cast.mentions() {
        let reason = Some(mention.reason.describe().to_owned());
        mentions[mention.who.index()].push(Mention { span: mention.span, reason });
    }
    let entity = |id: MemberId| {
        let member = cast.member(id);
        let same_as = member
            .code
            .map(|code| format!("iso3166-1:{}", code.as_str()))
            .filter(|_| member.kind == EntityKind::State);
        Entity {
            id: ids[id.index()].clone(),
            name: member.name.clone(),
            mentions: mentions[id.index()].clone(),
            same_as: same_as.into_iter().collect(),
            confidence: None,
        }
    };
    cast.ids().map(entity).collect()
}

fn gaps(surface: &Surface) -> Vec<Gap> {
    surface
        .unpaired()
        .iter()
        .map(|at| Gap { kind: GapKind::UnpairedQuotationMark, span: surface.span(*at) })
        .collect()
}
