//! Embedded files that Word imports where they stand when it opens the document (ECMA-376 part 1, 17.17.2.1).

use std::sync::Arc;

use super::{Result, StoryReader, html};
use crate::error::ReadError;
use crate::package;
use crate::tree::{Block, Paragraph};
use crate::xml::Element;

impl<'a> StoryReader<'a, '_, '_> {
    /// Word files, HTML and plain text are read in their place; of other formats we say that they were left out.
    pub(super) fn alternate_chunk(
        &mut self,
        element: &Element<'a>,
        blocks: &mut Vec<Block>,
        index: &mut u32,
    ) -> Result {
        let target = element.attribute("id").and_then(|id| self.relationships.get(&id));
        let Some(name) = target.filter(|target| !target.external).map(|target| target.target.clone()) else {
            self.odd("chunk-left-out", "an embedded text that the package does not hold".to_owned());
            return Ok(());
        };
        self.at_block(*index);
        let bytes = match self.context.package.part(&name) {
            Err(error @ ReadError::TooLarge(_)) => return Err(error),
            found => found.ok().flatten().unwrap_or_default(),
        };
        let Some(found) = self.chunk_blocks(&name, bytes)? else {
            self.odd("chunk-left-out", format!("the embedded text {name} was left out"));
            return Ok(());
        };
        for mut block in found {
            match &mut block {
                Block::Paragraph(paragraph) => paragraph.index = *index,
                Block::Table(table) => table.index = *index,
            }
            *index += 1;
            blocks.push(block);
        }
        Ok(())
    }

    fn chunk_blocks(&mut self, name: &str, bytes: Vec<u8>) -> Result<Option<Vec<Block>>> {
        if bytes.starts_with(b"PK") {
            return if self.context.is_chunk { Ok(None) } else { self.word_chunk(name, &bytes) };
        }
        let extension = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let Ok(text) = package::decode(bytes, name) else { return Ok(None) };
        let paragraphs = match &*extension {
            "htm" | "html" | "xhtml" => html::paragraphs(&text),
            "txt" => text.lines().map(str::to_owned).collect(),
            _ => return Ok(None),
        };
        let block = |text| Block::Paragraph(Paragraph { text, ..Paragraph::default() });
        Ok(Some(paragraphs.into_iter().map(block).collect()))
    }

    /// The body of an embedded Word file, which shares the limits of this one.
    fn word_chunk(&mut self, name: &str, bytes: &[u8]) -> Result<Option<Vec<Block>>> {
        let (document, spent) = match crate::read::read_chunk(bytes, &self.context.package.limits_left()) {
            Ok(read) => read,
            Err(error @ ReadError::TooLarge(_)) => return Err(error),
            Err(_) => return Ok(None),
        };
        self.context.package.spend(spent);
        let part: Arc<str> = Arc::from(name);
        for mut change in document.revisions {
            change.part = part.clone();
            self.context.revisions.push(change);
        }
        for oddity in document.oddities {
            self.context.odd(oddity.code, oddity.message, &part, oddity.place);
        }
        if document.notes.stories().next().is_some() {
            let message = format!("notes, headers or text boxes of the embedded text {name} were left out");
            self.odd("chunk-left-out", message);
        }
        Ok(Some(document.body))
    }
}
