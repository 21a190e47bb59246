//! A briefing on paper: who met, who attended and who did not, who said what, what was agreed.

use super::{Briefing, Occasion, capitalised, manner, parties, spoken};
use crate::evidence::Source;
use crate::print::{Look, Printer};
use chancery::{
    AttendanceStatus, EntityId, Goal, GoalStatus, Meeting, Mode, RoleStatus, Span, Statement,
};
use std::io;

/// Writes one briefing; with the evidence of each line below it, if wanted.
pub(crate) fn write(briefing: &Briefing, evidence: bool, out: &mut Printer) -> io::Result<()> {
    Page { briefing, evidence, out }.write()
}

struct Page<'p, 'a> {
    briefing: &'p Briefing<'a>,
    evidence: bool,
    out: &'p mut Printer,
}

impl<'a> Page<'_, 'a> {
    fn write(&mut self) -> io::Result<()> {
        self.header()?;
        let facts = self.briefing.report.facts();
        if facts.meetings.is_empty()
            && facts.statements.is_empty()
            && facts.goals.is_empty()
            && facts.roles.is_empty()
        {
            self.out.blank()?;
            return self.out.text(
                0,
                Look::Plain,
                "No meeting, statement, goal or office was found in it.",
            );
        }
        self.meetings()?;
        self.statements()?;
        self.goals()?;
        self.roles()
    }

    fn header(&mut self) -> io::Result<()> {
        let info = self.briefing.report.info();
        self.out.text(0, Look::Strong, info.title.as_deref().unwrap_or(info.id.as_str()))?;
        let named = info.title.is_some().then(|| info.id.to_string());
        let day = info.published.map_or_else(|| "no date".to_owned(), spoken);
        let parts: Vec<String> = named.into_iter().chain([day]).collect();
        self.out.text(0, Look::Quiet, &parts.join(" · "))?;
        // On a line of its own, so that an address stays whole.
        info.source.as_ref().map_or(Ok(()), |source| self.out.whole(Look::Quiet, source))
    }

    fn heading(&mut self, heading: &str) -> io::Result<()> {
        self.out.blank()?;
        self.out.text(0, Look::Strong, heading)
    }

    fn proof(&mut self, indent: usize, marks: &[Span]) -> io::Result<()> {
        if self.evidence { self.out.evidence(indent, &self.briefing.source, marks) } else { Ok(()) }
    }

    /// An empty line between entries that carry evidence; without it they stand close.
    fn apart(&mut self) -> io::Result<()> {
        if self.evidence { self.out.blank() } else { Ok(()) }
    }

    fn meetings(&mut self) -> io::Result<()> {
        let meetings = &self.briefing.report.facts().meetings;
        if meetings.is_empty() {
            return Ok(());
        }
        self.heading("WHO MET")?;
        for (i, meeting) in meetings.iter().enumerate() {
            if i > 0 {
                self.out.blank()?;
            }
            self.meeting(i + 1, meeting)?;
        }
        Ok(())
    }

    fn meeting(&mut self, number: usize, meeting: &'a Meeting) -> io::Result<()> {
        let parties = parties(meeting);
        let of = if parties.is_empty() {
            String::new()
        } else {
            format!(": {}", self.briefing.together(&parties))
        };
        let kind = capitalised(meeting.kind.as_str());
        self.out.text(2, Look::Strong, &format!("{number}. {kind}{of}"))?;
        self.out.text(5, Look::Plain, &self.circumstances(meeting))?;
        self.proof(
            5,
            &meeting.mentions.first().map(|first| first.span).into_iter().collect::<Vec<_>>(),
        )?;
        for status in AttendanceStatus::ALL {
            self.attendance(meeting, *status)?;
        }
        Ok(())
    }

    fn circumstances(&self, meeting: &'a Meeting) -> String {
        let name = |id: &'a EntityId| self.briefing.name(id).to_owned();
        let occasion = Occasion {
            status: meeting.status,
            when: meeting.when,
            words: meeting.when.words.map(|words| self.briefing.source.words(words)),
            place: meeting.place.as_ref().map(name),
            according_to: meeting.according_to.as_ref().map(name),
        };
        occasion.to_string()
    }

    fn attendance(&mut self, meeting: &'a Meeting, status: AttendanceStatus) -> io::Result<()> {
        let rows: Vec<_> = meeting.attendance.iter().filter(|row| row.status == status).collect();
        if rows.is_empty() {
            return Ok(());
        }
        self.out.text(5, Look::Quiet, status.as_str())?;
        // Those whom the same words prove stand together over them.
        for together in rows.chunk_by(|one, other| one.evidence == other.evidence) {
            for row in together {
                let capacity =
                    row.capacity.as_ref().map(|of| format!(", {of}")).unwrap_or_default();
                let line = self.briefing.titled(&row.who) + &capacity;
                self.out.text(7, Look::Plain, &line)?;
            }
            let marks: Vec<Span> = together[0].evidence.into_iter().collect();
            self.proof(9, &marks)?;
        }
        Ok(())
    }

    fn statements(&mut self) -> io::Result<()> {
        let mut statements = self.briefing.statements();
        if statements.is_empty() {
            return Ok(());
        }
        self.heading("WHO SAID WHAT")?;
        // By speaker, in the order in which they first speak.
        let mut order: Vec<String> = Vec::new();
        let mut headed = |speakers: &[&'a EntityId], said: &Statement| {
            let heading = self.speaker(speakers, said);
            let place = order.iter().position(|known| *known == heading);
            place.unwrap_or_else(|| {
                order.push(heading);
                order.len() - 1
            })
        };
        let mut placed: Vec<(usize, &Statement)> =
            statements.drain(..).map(|(speakers, said)| (headed(&speakers, said), said)).collect();
        placed.sort_by_key(|(place, _)| *place);
        for (i, group) in placed.chunk_by(|one, other| one.0 == other.0).enumerate() {
            if i > 0 {
                self.out.blank()?;
            }
            self.out.text(2, Look::Strong, &order[group[0].0])?;
            for (k, (_, said)) in group.iter().enumerate() {
                if k > 0 {
                    self.apart()?;
                }
                self.statement(said)?;
            }
        }
        Ok(())
    }

    fn speaker(&self, speakers: &[&'a EntityId], said: &Statement) -> String {
        match (speakers, said.source) {
            ([], Some(source)) => format!("“{}”, not named", self.briefing.source.words(source)),
            ([], None) => "not named".to_owned(),
            ([one], _) => self.briefing.titled(one),
            (several, _) => self.briefing.together(several),
        }
    }

    fn statement(&mut self, said: &'a Statement) -> io::Result<()> {
        let briefing = self.briefing;
        let cue = verb(&briefing.source, said.cue);
        let to = said.addressee.as_ref().map(|id| format!(", to {}", briefing.name(id)));
        let at = said.meeting.as_ref().and_then(|id| briefing.number(id));
        // An interview after the talks belongs to them and was not given at the table.
        let at = at.map(|number| format!(", at or after meeting {number}"));
        let on = said.on.map(|day| format!(", {}", spoken(day)));
        let besides: String = [to, at, on].into_iter().flatten().collect();
        let manner = manner(said.mode, said.act, said.negated, &cue);
        let line = format!("{cue}{besides} {manner}");
        self.out.text(4, Look::Quiet, &line)?;
        self.out.text(6, Look::Plain, &said_words(&briefing.source, &said.content, said.mode))?;
        let by: Vec<Span> = said.source.into_iter().chain(said.cue).collect();
        self.proof(6, if by.is_empty() { &said.content } else { &by })
    }

    fn goals(&mut self) -> io::Result<()> {
        let goals = &self.briefing.report.facts().goals;
        if goals.is_empty() {
            return Ok(());
        }
        self.heading("WHAT WAS AGREED, SOUGHT AND REFUSED")?;
        let order =
            [GoalStatus::Agreed, GoalStatus::Achieved, GoalStatus::Sought, GoalStatus::Rejected];
        let mut first = true;
        for status in order {
            let those: Vec<&Goal> = goals.iter().filter(|goal| goal.status == status).collect();
            if those.is_empty() {
                continue;
            }
            if !first {
                self.apart()?;
            }
            first = false;
            self.out.text(2, Look::Strong, status.as_str())?;
            for (i, goal) in those.into_iter().enumerate() {
                if i > 0 {
                    self.apart()?;
                }
                self.goal(goal)?;
            }
        }
        Ok(())
    }

    fn goal(&mut self, goal: &'a Goal) -> io::Result<()> {
        let briefing = self.briefing;
        let holders: Vec<&EntityId> = goal.holders.iter().collect();
        let words = briefing.source.words(goal.text);
        let line = match holders.as_slice() {
            [] => words,
            holders => format!("{}: {words}", briefing.together(holders)),
        };
        self.out.text(4, Look::Plain, &line)?;
        let at = goal.meeting.as_ref().and_then(|id| briefing.number(id));
        let at = at.map(|number| format!("at meeting {number}"));
        // Whoever tells of a goal of its own needs no naming twice.
        let by = goal.according_to.as_ref().filter(|by| holders != [*by]);
        let by = by.map(|by| format!("according to {}", briefing.name(by)));
        let besides: Vec<String> = at.into_iter().chain(by).collect();
        if !besides.is_empty() {
            self.out.text(6, Look::Quiet, &besides.join(", "))?;
        }
        self.proof(6, &[goal.text])
    }

    fn roles(&mut self) -> io::Result<()> {
        let briefing = self.briefing;
        let roles = &briefing.report.facts().roles;
        if roles.is_empty() {
            return Ok(());
        }
        self.heading("WHO IS WHO")?;
        for (i, role) in roles.iter().enumerate() {
            if i > 0 {
                self.apart()?;
            }
            let of = role.of.as_ref().map(|of| format!(" ({})", briefing.name(of)));
            let status = match role.status {
                RoleStatus::Current => "",
                RoleStatus::Former => "former ",
                RoleStatus::Designate => "designated ",
            };
            let by = role.according_to.as_ref().map(|by| briefing.name(by));
            let by = by.map(|by| format!(", according to {by}"));
            let line = format!(
                "{}: {status}{}{}{}",
                briefing.name(&role.person),
                role.title,
                of.unwrap_or_default(),
                by.unwrap_or_default()
            );
            self.out.text(2, Look::Plain, &line)?;
            self.proof(4, &role.evidence.into_iter().collect::<Vec<_>>())?;
        }
        Ok(())
    }
}

/// The verb that a statement was told with; after a mere colon, `said`.
pub(crate) fn verb(source: &Source, cue: Option<Span>) -> String {
    cue.map_or_else(|| "said".to_owned(), |cue| source.words(cue))
}

/// What was said: in quotation marks if all of it is quoted, parts joined by ….
pub(crate) fn said_words(source: &Source, content: &[Span], mode: Mode) -> String {
    let parts: Vec<String> = content.iter().map(|part| source.words(*part)).collect();
    let joined = parts.join(" … ");
    if mode == Mode::Direct { format!("“{joined}”") } else { closed(&joined) }
}

/// Gives back the quotation mark that stood just outside the words.
fn closed(words: &str) -> String {
    let count = |mark: char| words.matches(mark).count();
    let lone = count('"') % 2 == 1;
    let opens = words.find('"').is_some_and(|at| {
        let before = words[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || c == '(')
    });
    let (open, close) = match () {
        () if lone && opens => ("", "\""),
        () if lone => ("\"", ""),
        () if count('“') > count('”') => ("", "”"),
        () if count('“') < count('”') => ("“", ""),
        () => ("", ""),
    };
    format!("{open}{words}{close}")
}
