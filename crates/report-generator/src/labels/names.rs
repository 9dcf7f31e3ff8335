//! The keys of the labels' files.

use meeting_model::{
    Direction, Kind, Language, MeetingStatus, Origin, Outcome, Proposed, Revision, Sector, Severity, Status,
    TextKind, Verb, WorkItemStatus,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Labels;

/// Declares a section of the labels: all its keys are asked for, others are refused.
macro_rules! section {
    ($(#[$meta:meta])* $name:ident { $($key:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs)]
        pub struct $name { $(pub $key: String),+ }
    };
}

section! {
    /// Labels of the cover table.
    Cover {
        union, study_period, original, questions, source, title, contact, phone, email, purpose, keywords, r#abstract, action_required, for_action, for_comment, for_information, approval, deadline, reply_to,
    }
}

section! {
    /// Heads of table columns.
    Columns {
        position, id, category, document, source, title, item, treatment, discussion, outcome, action, decision, date, due, time, place, topics, deadline, group, meeting, report, name, role, organization, country, responsible, status, question, working_party, work_item, recommendation, process, editor, base_text, final_text, equivalent, justification, target_date, terms_of_reference, contact, reference, found_in, by, for_action, for_information, approval_date,
    }
}

section! {
    /// Headings of reports; `{who}` stands for whoever must act.
    Headings {
        introduction, actions, actions_for, actions_without_assignee, action_summary, decisions, documents, documentation, agenda, summary, discussion, meetings, future_meetings, interim_meetings, held_meetings, other_business, closing, annex, terms_of_reference, incoming_liaisons, outgoing_liaisons, texts_approved, texts_under_approval, texts_deleted, texts_submitted, texts_other, work_programme, new_work_items, deleted_work_items, questions, participants, todo,
    }
}

section! {
    /// Single words and marks of a report; words in braces stand for values.
    Words {
        todo, none, not_applicable, online, action, decision, presented_by, reserved_for, deadline, not_introduced, time_zone, done, page, from, to, colon, list_separator, comma,
    }
}

section! {
    /// Sentences that a draft begins with, and what is left to be written; words in braces stand for values.
    Sentences {
        draft_report_of, meeting_of, r#abstract, held, held_todo, documents_in_annex, todo_outcome, todo_number, todo_future_meetings, todo_closing, todo_actions, todo_terms_of_reference, todo_contact, todo_source, todo_dates, todo_documents,
    }
}

section! {
    /// Words of summaries and calendars; words in braces stand for values.
    SummaryWords {
        on, sources, total, overdue, item, past_meetings, deadlines, contributions_due, reply_due, action_due, zone_printed, nothing,
    }
}

section! {
    /// Names and heads of registers, beside those of [`Columns`].
    RegisterWords {
        number, revisions, languages, file, kind, agenda_items, report_items, outcomes, items, findings, severity, code, message, sub_items, requested_of, start_date, end_date, start_time, end_time, time_zone, reports,
    }
}

section! {
    /// Words of the page of a meeting, beside those of the other sections; words in braces stand for values.
    PageWords {
        overview, documents, timeline, liaisons, direction, sections, skip, search, search_hint, all, clear, no_match, shown, appearance, automatic, light, dark, help, key_search, key_rows, key_arrows, key_open, key_escape, key_help, close, in_folder, not_read, missing, index, cover, list, file_name, same_as, on_both, on_agenda_only, in_report_only, on_neither, on_agenda_as, standing, by_kind, by_verb, by_code, by_standing, this_meeting, deadline, explanation, earlier, known_from, cited_in, event, answered_by, reply_to, sort_hint,
    }
}

/// How days, ranges of days and places are written; words in braces stand for values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// One day.
    pub day: String,
    /// Days of one month.
    pub days: String,
    /// Days of two months of one year.
    pub months: String,
    /// Days of two years.
    pub years: String,
    /// A place with days.
    pub place_and_dates: String,
    /// A month of a year.
    pub month_and_year: String,
    /// The months, in the form that follows a day.
    pub names: [String; 12],
}

/// Words that a rapporteur types in minutes, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MinutesWords {
    /// Words before an item's number: `item`.
    pub item: Vec<String>,
    /// Labels of actions.
    pub action: Vec<String>,
    /// Labels of decisions.
    pub decision: Vec<String>,
    /// Labels of outcomes.
    pub outcome: Vec<String>,
    /// Labels of the presenter.
    pub presented_by: Vec<String>,
    /// Labels of plain text.
    pub discussion: Vec<String>,
    /// What stands between who must act and what is to be done: ` to `.
    pub acts: Vec<String>,
    /// The same together with a verb of asking: `to request`.
    pub requests: Vec<String>,
    /// What stands before (or after) the day by which something is due.
    pub due: Vec<String>,
}

/// The values of an enum by their names in the data.
macro_rules! all_named {
    ($labels:expr, $($section:ident: $kind:ty),+ $(,)?) => {
        $(for value in <$kind>::ALL {
            if $labels.$section.get(value.as_str()).is_none_or(|label| label.is_empty()) {
                return Err(format!("[{}] has no label for `{value}`", stringify!($section)));
            }
        }
        if $labels.$section.len() != <$kind>::ALL.len() {
            return Err(format!("[{}] has labels for values that do not exist", stringify!($section)));
        })+
    };
}

/// Every value of the contract has its label.
pub(super) fn complete(labels: &Labels) -> Result<(), String> {
    all_named!(labels, languages: Language, sectors: Sector, proposed: Proposed, outcomes: Outcome, verbs: Verb,
        statuses: Status, origins: Origin, kinds: Kind, meeting_statuses: MeetingStatus, text_kinds: TextKind,
        revisions: Revision, work_item_statuses: WorkItemStatus, directions: Direction,
        severities: Severity, outcome_words: Outcome, proposed_words: Proposed);
    Ok(())
}
