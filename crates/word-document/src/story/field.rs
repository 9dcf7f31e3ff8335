//! Fields: an instruction, and the result that Word shows (ECMA-376 part 1, 17.16).

use super::line::Ending;
use super::{Result, StoryReader};
use crate::symbols;
use crate::tree::MarkKind;
use crate::xml::Element;

/// Longest instruction that is kept.
const LONGEST_INSTRUCTION: usize = 8 << 10;

/// A complex field that has begun.
#[derive(Default)]
struct Field {
    instruction: String,
    /// Text met in the instruction, which is not shown unless the field turns out to have no end.
    swallowed: String,
    in_result: bool,
    /// Where in the paragraph its result begins.
    from: u32,
    /// What a form field shows (17.16.17): a check box's state or a list's chosen entry.
    form: Option<String>,
}

/// The fields around what is read now, innermost last.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Fields inside the deepest that is followed.
    too_deep: usize,
}

/// Fields inside one another that are followed; Word allows 20.
const DEEPEST: usize = 64;

impl Fields {
    /// Adds to the instruction of the innermost field.
    pub(super) fn instruct(&mut self, text: &str, removed: bool) {
        if let Some(field) = self.open.last_mut()
            && !removed
            && !field.in_result
            && field.instruction.len() + text.len() <= LONGEST_INSTRUCTION
        {
            field.instruction.push_str(text);
        }
    }

    /// Takes text that stands in an instruction; tells whether it did.
    pub(super) fn swallow(&mut self, text: &str) -> bool {
        match self.open.iter_mut().find(|field| !field.in_result) {
            Some(field) => {
                field.swallowed.push_str(text);
                true
            }
            None => false,
        }
    }
}

impl<'a> StoryReader<'a, '_, '_> {
    /// `w:fldChar` (17.16.18). Inside a deletion fields are no fields: their text is deleted text.
    pub(super) fn field_character(&mut self, element: &Element<'a>) -> Result {
        if self.removed > 0 {
            return Ok(());
        }
        match element.attribute("fldCharType").as_deref() {
            Some("begin") if self.fields.open.len() >= DEEPEST => self.fields.too_deep += 1,
            Some("end") if self.fields.too_deep > 0 => self.fields.too_deep -= 1,
            Some(_) if self.fields.too_deep > 0 => {}
            Some("begin") => {
                let form = self.form_field(element)?;
                self.fields.open.push(Field { form, ..Field::default() });
            }
            Some("separate") => {
                let from = self.line.len();
                if let Some(field) = self.fields.open.last_mut() {
                    field.in_result = true;
                    field.from = from;
                }
            }
            Some("end") => self.end_field(),
            _ => {}
        }
        Ok(())
    }

    fn end_field(&mut self) {
        let Some(field) = self.fields.open.pop() else { return };
        if !field.in_result {
            if let Some(text) = shown_without_result(&field) {
                self.emit(&text);
            }
            return;
        }
        if let Some(form) = &field.form
            && self.line.len() == field.from
        {
            self.emit(form);
        }
        self.mark_link(&field);
    }

    fn mark_link(&mut self, field: &Field) {
        if self.line.len() > field.from
            && let Some(target) = link_target(&field.instruction)
        {
            self.line.mark(field.from, MarkKind::Link(target.into()));
        }
    }

    /// A field may run over paragraphs: a link is marked in each. An instruction hardly ever does; a field that
    /// is still in its instruction has lost its end, and its text is given back.
    pub(super) fn end_line_of_fields(&mut self, ending: Ending) {
        while self.fields.open.last().is_some_and(|field| !field.in_result) {
            let Some(field) = self.fields.open.pop() else { break };
            self.odd("field-without-end", "a field begins and does not end in its paragraph".to_owned());
            self.emit(&field.swallowed);
        }
        let next = if ending == Ending::Mark { 0 } else { self.line.len() };
        for mut field in std::mem::take(&mut self.fields.open) {
            self.mark_link(&field);
            field.from = next;
            self.fields.open.push(field);
        }
    }

    /// The state of an old form field (17.16.7, 17.16.9).
    fn form_field(&mut self, element: &Element<'a>) -> Result<Option<String>> {
        let (mut checked, mut chosen, mut entries) = (None, 0, Vec::new());
        let mut stack = vec![*element];
        while let Some(parent) = stack.last().copied() {
            let Some(child) = self.xml.next_child(&parent)? else {
                stack.pop();
                continue;
            };
            match child.name() {
                "default" if checked.is_none() => checked = Some(child.is_on()),
                "checked" => checked = Some(child.is_on()),
                "result" => chosen = child.number().unwrap_or(0_usize),
                "listEntry" => entries.push(child.value().unwrap_or_default().into_owned()),
                "ffData" | "ddList" => stack.push(child),
                "checkBox" => {
                    checked = Some(false);
                    stack.push(child);
                }
                _ => {}
            }
        }
        let box_shown =
            checked.filter(|_| entries.is_empty()).map(|on| if on { "☒" } else { "☐" }.to_owned());
        Ok(entries.into_iter().nth(chosen).or(box_shown))
    }
}

/// What a field shows that has no result part.
fn shown_without_result(field: &Field) -> Option<String> {
    let mut words = field.instruction.split_whitespace();
    match words.next()?.to_ascii_uppercase().as_str() {
        "FORMCHECKBOX" | "FORMDROPDOWN" => field.form.clone(),
        // The name of a macro or bookmark, then the text to click on (17.16.5.23, 17.16.5.34).
        "MACROBUTTON" | "GOTOBUTTON" => {
            words.next();
            Some(words.collect::<Vec<_>>().join(" "))
        }
        "SYMBOL" => {
            let code = words.next()?;
            let code = code
                .strip_prefix("0x")
                .map_or_else(|| code.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            let font =
                arguments(&field.instruction).skip_while(|word| word != "\\f").nth(1).unwrap_or_default();
            symbols::to_unicode(&font, code).or_else(|| char::from_u32(code)).map(String::from)
        }
        _ => None,
    }
}

/// The target of a HYPERLINK field (17.16.5.25): an address, and after `\l` the name of a bookmark in it.
pub(super) fn link_target(instruction: &str) -> Option<String> {
    if !instruction.trim_start().get(..9)?.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let mut words = arguments(instruction).skip(1);
    let (mut address, mut anchor) = (String::new(), String::new());
    while let Some(word) = words.next() {
        match word.as_str() {
            "\\l" => anchor = words.next().unwrap_or_default(),
            // A tip and a target frame follow these.
            "\\o" | "\\t" => drop(words.next()),
            switch if switch.len() == 2 && switch.starts_with('\\') => {}
            _ if address.is_empty() => address = word,
            _ => {}
        }
    }
    match (address.is_empty(), anchor.is_empty()) {
        (true, true) => None,
        (_, true) => Some(address),
        _ => Some(format!("{address}#{anchor}")),
    }
}

/// The words of an instruction; one in quotes may hold spaces, and `\\` stands for a backslash there.
fn arguments(instruction: &str) -> impl Iterator<Item = String> + '_ {
    let mut rest = instruction;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let quote = ['"', '“', '”'];
        if let Some(quoted) = rest.strip_prefix(quote) {
            let (word, after) = quoted.split_once(quote).unwrap_or((quoted, ""));
            rest = after;
            return Some(word.replace("\\\\", "\\"));
        }
        let end = rest.find(|c: char| c.is_whitespace() || quote.contains(&c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn link_targets_are_read_from_the_instruction() {
        let cases = [
            (r#" HYPERLINK "https://example.org/a b" "#, Some("https://example.org/a b")),
            (r#"hyperlink "https://example.org" \l "part" \o "A tip""#, Some("https://example.org#part")),
            (r#"HYPERLINK \l "_Toc1" \h"#, Some("#_Toc1")),
            ("HYPERLINK https://example.org", Some("https://example.org")),
            (r#"HYPERLINK "\\\\server\\file""#, Some(r"\\server\file")),
            ("HYPERLINK", None),
            ("PAGEREF _Toc1", None),
            ("é HYPERLIN", None),
        ];
        for (instruction, target) in cases {
            assert_eq!(link_target(instruction).as_deref(), target, "{instruction}");
        }
    }

    #[test]
    fn an_unclosed_quote_ends_with_the_instruction() {
        assert_eq!(arguments("A \"b c").collect::<Vec<_>>(), ["A", "b c"]);
    }
}
