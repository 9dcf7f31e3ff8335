//! Where the numbers of documents lead.

use meeting_model::{Document, DocumentNumber, FileName, Sector};

/// The links that a document gives, and what is needed to build others as ITU's are.
pub(crate) struct Links<'a> {
    document: &'a Document,
    period: Option<u8>,
}

const SERVER: &str = "https://www.itu.int/md/meetingdoc.asp?lang=";

impl<'a> Links<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        let year = document.header.study_period.as_deref().and_then(|period| period.get(2..4));
        Self { document, period: year.and_then(|year| year.parse().ok()) }
    }

    /// The link of a number: the one that the document itself gives, else the one that ITU's server has.
    pub(crate) fn url(&self, number: &DocumentNumber) -> String {
        self.given(number).or_else(|| self.built(number)).unwrap_or_default()
    }

    fn given(&self, number: &DocumentNumber) -> Option<String> {
        let listed = self.document.documents.iter().filter(|listed| is(listed.number.as_ref(), number));
        let mentioned = self.document.references.iter().filter(|mentioned| mentioned.number.matches(number));
        listed
            .filter_map(|listed| listed.url.clone())
            .chain(mentioned.filter_map(|mentioned| mentioned.url.clone()))
            .next()
    }

    /// `…?lang=en&parent=T25-TSAG-250526-TD-GEN-0104`; the parent has no revision, for its page lists them.
    fn built(&self, number: &DocumentNumber) -> Option<String> {
        let header = &self.document.header;
        let group = number.group.as_ref().or(header.group.as_ref())?;
        let mut number = number.without_revision().with_group(group);
        number.attachments.clear();
        let temporary = number.series == "TD";
        let date = header.start_date.filter(|_| temporary);
        if temporary {
            date?;
            number.subgroup.get_or_insert_with(|| "GEN".to_owned());
        }
        let known = matches!(number.series.as_str(), "TD" | "C" | "R");
        let mut name =
            FileName::for_number(&number, header.sector.unwrap_or(Sector::Standardization), self.period?)
                .filter(|_| known)?;
        name.meeting_date = date;
        (name.format, name.extension) = (None, None);
        let language = header.language.map_or("en", meeting_model::Language::as_str);
        Some(format!("{SERVER}{language}&parent={name}"))
    }
}

fn is(listed: Option<&DocumentNumber>, number: &DocumentNumber) -> bool {
    listed.is_some_and(|listed| listed.matches(number))
}
