//! Reads a table: tab-separated, `#` comments, `|` between several values in a cell.

/// A table whose line does not fit its form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{table}, line {line}: {what}")]
pub struct TableError {
    /// Which table.
    pub table: &'static str,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

/// One row: its line number and its cells.
#[derive(Debug, Clone)]
pub(super) struct Row<'t> {
    table: &'static str,
    line: usize,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The cell in this column, empty where the row is shorter.
    pub(super) fn cell(&self, column: usize) -> &'t str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// The values of the cell in this column.
    pub(super) fn values(&self, column: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(column).split('|').map(str::trim).filter(|value| !value.is_empty())
    }

    /// The error that this row is wrong.
    pub(super) fn error(&self, what: impl Into<String>) -> TableError {
        TableError { table: self.table, line: self.line, what: what.into() }
    }
}

/// The rows of a table; one whose first cell is empty is an error.
pub(super) fn rows<'t>(table: &'static str, text: &'t str) -> Result<Vec<Row<'t>>, TableError> {
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let row = Row { table, line: number + 1, cells: line.split('\t').collect() };
        if row.cell(0).is_empty() {
            return Err(row.error("the first cell is empty"));
        }
        rows.push(row);
    }
    Ok(rows)
}
