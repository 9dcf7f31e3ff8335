//! Bars: how much there is of what.

use serde::Serialize;

use super::links::query;

/// A chart of bars, which is a table as well.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Chart {
    /// What is counted.
    pub title: String,
    /// The section that a bar leads to.
    pub section: &'static str,
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Bar {
    pub label: String,
    pub count: usize,
    /// Of the longest, in hundredths.
    pub length: String,
    /// What the section is filtered by: `?kind=…`.
    pub filter: String,
    /// For the style: `plain`, `error`, `warning`, `info`.
    pub mark: &'static str,
}

impl Chart {
    /// Bars of labels that are met so often: the most frequent first. `filter` is the name of the column filtered by.
    pub(super) fn ranked(
        title: &str,
        section: &'static str,
        filter: &str,
        labels: impl Iterator<Item = String>,
    ) -> Self {
        let mut counts: Vec<(String, usize)> = counted(labels);
        counts.sort_by(|(one, many), (other, more)| more.cmp(many).then_with(|| one.cmp(other)));
        Self::of(title, section, counts.into_iter().map(|(label, count)| (label, count, filter, "plain")))
    }

    /// Bars as they are given; what there is nothing of has none.
    pub(super) fn of<'a>(
        title: &str,
        section: &'static str,
        bars: impl Iterator<Item = (String, usize, &'a str, &'static str)>,
    ) -> Self {
        let mut bars: Vec<Bar> = bars.filter(|(_, count, ..)| *count > 0).map(bar).collect();
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or(1);
        for bar in &mut bars {
            bar.length = hundredths(bar.count, most);
        }
        Self { title: title.to_owned(), section, bars }
    }
}

fn bar((label, count, filter, mark): (String, usize, &str, &'static str)) -> Bar {
    let filter = format!("?{filter}={}", query(&label));
    Bar { label, count, length: String::new(), filter, mark }
}

/// Labels with how often each is met, in the order in which they are met; no label counts for nothing.
fn counted(labels: impl Iterator<Item = String>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for label in labels.filter(|label| !label.is_empty()) {
        match counts.iter_mut().find(|(known, _)| *known == label) {
            Some((_, count)) => *count += 1,
            None => counts.push((label, 1)),
        }
    }
    counts
}

/// A part of the whole with one decimal, at least enough to be seen.
fn hundredths(part: usize, whole: usize) -> String {
    let tenths = (part * 1000 / whole.max(1)).max(8);
    format!("{}.{}", tenths / 10, tenths % 10)
}
