//! What single documents claim of offices: how long somebody held one, and its title, are told
//! together by all that claim it, so they are told anew where some are left out.

use crate::identity::WhoIsWho;
use crate::merge::{Claim, Reader, hull};
use crate::{Columns, NodeId, NodeName, Report};
use chancery_model::When;

/// What a document claims of an office.
#[derive(Debug)]
pub(crate) struct Office {
    ends: (NodeId, NodeId),
    /// The columns in the form in which they are compared.
    key: Columns,
    pub(crate) title: String,
    when: When,
}

/// Every office that a report tells of.
pub(crate) fn offices_in(
    report: &Report,
    who: &WhoIsWho,
    ids: &dyn Fn(&NodeName) -> NodeId,
) -> Box<[Office]> {
    let mut claims = Vec::new();
    Reader::new(report, who).relations(ids, &|_| When::default(), &mut claims);
    let office = |claim: Claim| match claim.columns {
        Columns::Serves { title, .. } => {
            Some(Office { ends: claim.ends, key: claim.key, title, when: claim.when })
        }
        _ => None,
    };
    claims.into_iter().filter_map(office).collect()
}

/// Those of one office.
pub(crate) fn of_one<'a>(
    all: &'a [Office],
    ends: (NodeId, NodeId),
    key: &'a Columns,
) -> impl Iterator<Item = &'a Office> {
    all.iter().filter(move |it| it.ends == ends && it.key == *key)
}

/// How long somebody held it, as they tell together.
pub(crate) fn held<'a>(offices: impl Iterator<Item = &'a Office>) -> Option<When> {
    offices.map(|it| it.when).reduce(hull)
}
