//! Where the numbers of documents lead.

use std::collections::BTreeMap;

use meeting_model::{Document, DocumentNumber, FileName, Sector};

/// The links that a document gives, and what is needed to build others as ITU's are.
pub(crate) struct Links<'a> {
    document: &'a Document,
    period: Option<u8>,
    /// The links that the document gives, by series and number, in their order.
    given: BTreeMap<(&'a str, u32), Vec<Given<'a>>>,
}

type Given<'a> = (&'a DocumentNumber, &'a str);

const SERVER: &str = "https://www.itu.int/md/meetingdoc.asp?lang=";

impl<'a> Links<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        let year = document.header.study_period.as_deref().and_then(|period| period.get(2..4));
        let listed = document.documents.iter().map(|listed| (listed.number.as_ref(), listed.url.as_deref()));
        let mentioned = document.references.iter();
        let mentioned = mentioned.map(|mentioned| (Some(&mentioned.number), mentioned.url.as_deref()));
        let mut given: BTreeMap<_, Vec<Given<'a>>> = BTreeMap::new();
        for (number, url) in listed.chain(mentioned) {
            if let (Some(number), Some(url)) = (number, url) {
                given.entry((number.series.as_str(), number.number)).or_default().push((number, url));
            }
        }
        Self { document, period: year.and_then(|year| year.parse().ok()), given }
    }

    /// The link of a number: the one that the document itself gives, else the one that ITU's server has.
    pub(crate) fn url(&self, number: &DocumentNumber) -> String {
        self.given(number).or_else(|| self.built(number)).unwrap_or_default()
    }

    fn given(&self, number: &DocumentNumber) -> Option<String> {
        let all = self.given.get(&(number.series.as_str(), number.number))?;
        all.iter().find(|(given, _)| given.matches(number)).map(|(_, url)| (*url).to_owned())
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
