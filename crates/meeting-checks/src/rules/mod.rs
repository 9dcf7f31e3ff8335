//! The rules, one per file.

mod cited_but_absent;
mod cited_revision_absent;
mod discussed_not_on_agenda;
mod duplicate_file;
mod file_name_without_number;
mod file_not_read;
mod indexed_but_absent;
mod number_differs_from_file_name;
mod on_agenda_not_in_report;
mod present_but_not_indexed;
mod same_number_in_several_subgroups;
mod source_differs;
mod title_differs;

use crate::Rule;

/// All rules, in the order in which their findings are told.
pub(crate) const ALL: &[Rule] = &[
    cited_but_absent::RULE,
    cited_revision_absent::RULE,
    indexed_but_absent::RULE,
    present_but_not_indexed::RULE,
    title_differs::RULE,
    source_differs::RULE,
    on_agenda_not_in_report::RULE,
    discussed_not_on_agenda::RULE,
    number_differs_from_file_name::RULE,
    file_name_without_number::RULE,
    duplicate_file::RULE,
    same_number_in_several_subgroups::RULE,
    file_not_read::RULE,
];
