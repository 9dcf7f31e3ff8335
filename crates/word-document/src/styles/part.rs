//! The styles of a part together with the text that they are read from when something asks for them.

use std::cell::RefCell;
use std::rc::Rc;

use self_cell::self_cell;

use super::{Style, Styles};
use crate::error::ReadError;
use crate::numbering::{self, Numbering};
use crate::package::Package;
use crate::recent::{Recent, TEMPLATES};

/// How many parts of lists are remembered with some styles: they differ more often than these.
const LISTS: usize = 2;

/// The text of a part and its name.
#[derive(Debug, Default)]
struct Text {
    text: String,
    part: String,
}

self_cell! {
    struct Read {
        owner: Text,

        #[not_covariant]
        dependent: Styles,
    }

    impl {Debug}
}

/// The styles of a document.
#[derive(Debug)]
pub(crate) struct StylesPart {
    read: Read,
    /// The lists of documents with these styles, through which lists lead.
    lists: RefCell<Recent<Numbering>>,
}

thread_local! {
    static RECENT: RefCell<Recent<StylesPart>> = const { RefCell::new(Recent::new(TEMPLATES)) };
}

impl StylesPart {
    /// The styles of a part of that name, or `None` where the package has none.
    ///
    /// # Errors
    /// A [`ReadError`] where the part is damaged, meets a limit, or is not well-formed.
    pub(crate) fn read(package: &mut Package<'_>, part: &str) -> Result<Option<Rc<Self>>, ReadError> {
        RECENT.with_borrow_mut(|recent| recent.part(package, part, |text| Self::parse(text, part)))
    }

    fn parse(mut text: String, part: &str) -> Result<Self, ReadError> {
        // It may be kept, and may lie in the room of a larger part.
        text.shrink_to_fit();
        let text = Text { text, part: part.to_owned() };
        Read::try_new(text, |Text { text, part }| Styles::parse(text, part)).map(Self::from)
    }

    /// The lists of a part of that name, or `None` where the package has none.
    ///
    /// # Errors
    /// As those of [`read`](Self::read).
    pub(crate) fn lists(
        &self,
        package: &mut Package<'_>,
        part: &str,
    ) -> Result<Option<Rc<Numbering>>, ReadError> {
        let parse = |text: String| self.with(|styles| numbering::parse(&text, part, styles));
        self.lists.borrow_mut().part(package, part, parse)
    }

    /// The styles, for as long as `look` takes.
    pub(crate) fn with<T>(&self, look: impl for<'a> FnOnce(&Styles<'a>) -> T) -> T {
        self.read.with_dependent(|_, styles| look(styles))
    }

    /// The style of a paragraph: the one that it names, or the default.
    pub(crate) fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        self.read.with_dependent(|_, styles| styles.paragraph(id))
    }

    /// Whether text is hidden where no style tells otherwise.
    pub(crate) fn hidden_by_default(&self) -> bool {
        self.read.with_dependent(|_, styles| styles.hidden_by_default)
    }

    /// The style of that id.
    pub(crate) fn get(&self, id: &str) -> Option<&Style> {
        self.read.with_dependent(|_, styles| styles.get(id))
    }
}

/// No styles.
impl Default for StylesPart {
    fn default() -> Self {
        Self::from(Read::new(Text::default(), |_| Styles::default()))
    }
}

impl From<Read> for StylesPart {
    fn from(read: Read) -> Self {
        Self { read, lists: RefCell::new(Recent::new(LISTS)) }
    }
}
