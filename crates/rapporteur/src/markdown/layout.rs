//! The page and its blocks. What goes in has been escaped by [`inline`](super::inline).

use std::fmt::Write as _;

/// A Markdown page that grows by blocks, one empty line between them.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
}

impl Page {
    /// A heading; Markdown has six levels.
    pub fn heading(&mut self, level: usize, words: &str) {
        self.block(&format!("{} {words}", "#".repeat(level.clamp(1, 6))));
    }

    /// A paragraph, unless it is empty.
    pub fn paragraph(&mut self, words: &str) {
        if !words.is_empty() {
            self.block(words);
        }
    }

    /// A list of points, unless it is empty.
    pub fn points(&mut self, points: impl IntoIterator<Item = String>) {
        let points: Vec<String> =
            points.into_iter().filter(|point| !point.is_empty()).map(|point| format!("- {point}")).collect();
        self.paragraph(&points.join("\n"));
    }

    /// A table, unless it is empty.
    pub fn table(&mut self, table: &Table<'_>) {
        self.paragraph(&table.render());
    }

    /// A table under a heading of its own, unless it is empty.
    pub fn table_under(&mut self, heading: &str, table: &Table<'_>) {
        if !table.rows.is_empty() {
            self.heading(2, heading);
            self.table(table);
        }
    }

    /// The text of the page.
    pub fn finish(self) -> String {
        self.text
    }

    fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(block);
        self.text.push('\n');
    }
}

/// A table of a list; columns without a value are left out.
#[derive(Debug)]
pub struct Table<'a> {
    heads: Vec<&'a str>,
    rows: Vec<Vec<String>>,
    /// Columns without a value stay: the table is the document's own.
    whole: bool,
}

impl<'a> Table<'a> {
    /// A table of the document itself, which keeps all of its columns.
    pub fn whole(heads: &[&'a str]) -> Self {
        Self { heads: heads.to_vec(), rows: Vec::new(), whole: true }
    }

    /// A table with a row for each value, its cells in the order of the heads.
    pub fn of<T, const N: usize>(
        heads: [&'a str; N],
        values: &[T],
        cells: impl Fn(&T) -> [String; N],
    ) -> Self {
        Self {
            heads: heads.to_vec(),
            rows: values.iter().map(|value| cells(value).to_vec()).collect(),
            whole: false,
        }
    }

    /// Adds a row; missing cells are empty.
    pub fn row(&mut self, mut cells: Vec<String>) {
        cells.resize(self.heads.len(), String::new());
        self.rows.push(cells);
    }

    fn render(&self) -> String {
        let shown: Vec<usize> = (0..self.heads.len())
            .filter(|&column| self.whole || self.rows.iter().any(|row| !row[column].is_empty()))
            .collect();
        if shown.is_empty() {
            return String::new();
        }
        let heads: Vec<&str> = shown.iter().map(|&column| self.heads[column]).collect();
        let mut out = format!("| {} |\n|{}", heads.join(" | "), "---|".repeat(shown.len()));
        for row in &self.rows {
            let cells: Vec<&str> = shown.iter().map(|&column| row[column].as_str()).collect();
            // Writing to a String cannot fail.
            let _ = write!(out, "\n| {} |", cells.join(" | "));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_without_a_value_is_left_out() {
        let table = Table::of(["A", "B", "C"], &[1, 2], |n| [n.to_string(), String::new(), "x".to_owned()]);
        assert_eq!(table.render(), "| A | C |\n|---|---|\n| 1 | x |\n| 2 | x |");
    }

    #[test]
    fn blocks_stand_apart_and_empty_ones_not_at_all() {
        let mut page = Page::default();
        page.heading(1, "Title");
        page.paragraph("");
        page.points(["one".to_owned(), String::new(), "two".to_owned()]);
        page.table_under("Nothing", &Table::whole(&["A"]));
        assert_eq!(page.finish(), "# Title\n\n- one\n- two\n");
    }
}
