//! What rustc refuses, and what the refused lines lack.

use super::Judge;
use super::needs::Needs;
use crate::LensError;
use crate::rustc::{self, Diagnostic};
use crate::timeline::{Label, Lack, Permission, Refusal};
use std::ops::Range;

impl Judge<'_> {
    /// Each error of the program as it is, in rustc's order.
    pub(super) fn refusals(&self, needs: &Needs) -> Result<Vec<Refusal>, LensError> {
        if self.baseline.is_empty() {
            return Ok(Vec::new());
        }
        let errors = rustc::errors_of_program(&self.program.source, self.tests, self.deadline)?;
        let refusals = errors.iter().map(|error| self.refusal(error, needs));
        Ok(refusals.collect())
    }

    fn refusal(&self, error: &Diagnostic, needs: &Needs) -> Refusal {
        let spot = |bytes: Range<usize>| {
            let line = self.program.line_of(bytes.start);
            let start = self.program.source[..bytes.start]
                .rfind('\n')
                .map_or(0, |at| at + 1);
            let before = self.program.source[start..bytes.start].chars().count();
            (line, before + 1)
        };
        let (line, column) = spot(error.primary());
        let labels = error.spans.iter().filter_map(|span| {
            let (line, column) = spot(span.bytes());
            Some(Label {
                line,
                column,
                text: span.label.clone()?,
                primary: span.is_primary,
            })
        });
        Refusal {
            line,
            column,
            code: Some(error.code().to_owned()).filter(|code| !code.is_empty()),
            message: error.message.clone(),
            text: error.rendered.clone().unwrap_or_default(),
            labels: labels.collect(),
            lack: self.lack(error, needs),
        }
    }

    /// The need of the refused statement that its place does not meet: of the place that the message
    /// names if it can be, and otherwise the first.
    fn lack(&self, error: &Diagnostic, needs: &Needs) -> Option<Lack> {
        let at = self.statement_of(&error.primary())?;
        let named = error.message.split('`').nth(1).unwrap_or_default();
        let lacks = needs.get(&at)?.iter().filter_map(|(place, permission)| {
            let column = &self.columns[self.nearest(at.0, place)?];
            let cell = column.cell(at.1)?;
            let has = Permission::ALL
                .into_iter()
                .filter(|permission| cell.may(*permission));
            (!cell.may(*permission)).then(|| Lack {
                place: place.clone(),
                permission: *permission,
                has: has.collect(),
                why: cell.why_not(*permission).cloned(),
            })
        });
        let lacks: Vec<Lack> = lacks.collect();
        let of_named = lacks
            .iter()
            .find(|lack| lack.place == self.nameable(at.0, named));
        of_named.or(lacks.first()).cloned()
    }
}
