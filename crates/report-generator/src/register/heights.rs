//! Heights of rows: spreadsheets that do not measure texts when they open a file would cut those of several lines.

/// The height of a line, in points, of the letters that Excel writes by itself.
const LINE: f64 = 15.0;

/// The greatest height of a row that Excel takes.
const MOST: f64 = 409.0;

/// The height of a row whose cells hold these texts in columns of these widths; `None` where one line is enough,
/// which is what a row has by itself.
pub(super) fn height<'t>(cells: impl Iterator<Item = (&'t str, u16)>) -> Option<f64> {
    let lines = cells.map(|(text, width)| lines(text, f64::from(width))).max()?;
    let lines = u16::try_from(lines).unwrap_or(u16::MAX);
    (lines > 1).then(|| (f64::from(lines) * LINE).min(MOST))
}

/// Lines of a text that breaks between words, and within one that is too long.
fn lines(text: &str, width: f64) -> usize {
    text.split('\n').map(|line| lines_of(line, width)).sum()
}

fn lines_of(line: &str, width: f64) -> usize {
    let (mut lines, mut at) = (1, 0.0);
    for word in line.split_inclusive([' ', '-', '/']) {
        let (whole, visible) = (length(word), length(word.trim_end()));
        if at > 0.0 && at + visible > width {
            lines += 1;
            at = 0.0;
        }
        at += whole;
        while visible > width && at > width {
            lines += 1;
            at -= width;
        }
    }
    lines
}

/// The length of a text in digits, the measure of columns. Rather too long than too short: what is too low is cut.
fn length(text: &str) -> f64 {
    text.chars().map(of_letter).sum()
}

fn of_letter(letter: char) -> f64 {
    match letter {
        ' ' | 'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '(' | ')'
        | '-' => 0.7,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 1.7,
        _ if letter.is_uppercase() => 1.3,
        // Scripts whose letters are squares.
        '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' => 2.2,
        _ => 1.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row's texts with the widths of their columns.
    type Row = &'static [(&'static str, u16)];

    #[test]
    fn a_row_is_as_high_as_its_longest_text() {
        let cases: [(Row, Option<f64>); 6] = [
            (&[("TD1", 10), ("one line", 20)], None),
            (&[("TD1\nTD2\nTD3", 10), ("one line", 20)], Some(45.0)),
            (&[("words that go on a second line", 20)], Some(30.0)),
            (&[("aaaaaaaaaaaaaaaaaaaaaaaaa", 10)], Some(45.0)),
            (&[("会议文件会议文件", 10)], Some(30.0)),
            (&[], None),
        ];
        for (cells, expected) in cases {
            assert_eq!(height(cells.iter().copied()), expected, "{cells:?}");
        }
        assert_eq!(height([("a\n".repeat(100_000).as_str(), 10)].into_iter()), Some(MOST));
    }
}
