-- Made once the rows of the record are there: every column that leads to another table and tells rows of a meeting apart, and
-- those that are looked up.

CREATE INDEX files_of_archive ON files (archive_id);
CREATE INDEX documents_of_meeting ON documents (meeting_id, number);
CREATE INDEX facts_of_document ON document_facts (document_id);
CREATE INDEX revisions_of_document ON revisions (document_id);
CREATE INDEX revisions_by_number ON revisions (number);
CREATE INDEX files_of_revision ON revision_files (revision_id);
CREATE INDEX revisions_of_file ON revision_files (file_id);
CREATE INDEX facts_of_item ON item_facts (item_id);
CREATE INDEX documents_of_item ON item_documents (item_id);
CREATE INDEX items_of_document ON item_documents (document_id);
CREATE INDEX documents_of_decision ON decision_documents (decision_id);
CREATE INDEX decisions_of_document ON decision_documents (document_id);
CREATE INDEX sub_items_of_action ON action_sub_items (action_id);
CREATE INDEX documents_of_action ON action_documents (action_id);
CREATE INDEX actions_of_document ON action_documents (document_id);
CREATE INDEX documents_of_planned_meeting ON planned_meeting_documents (planned_meeting_id);
CREATE INDEX planned_meetings_of_document ON planned_meeting_documents (document_id);
CREATE INDEX documents_of_person ON person_documents (person_id);
CREATE INDEX people_of_document ON person_documents (document_id);
CREATE INDEX liaisons_of_document ON liaisons (document_id);
CREATE INDEX parties_of_liaison ON liaison_parties (liaison_id);
CREATE INDEX documents_of_liaison ON liaison_documents (liaison_id);
CREATE INDEX answered_liaisons_of_document ON liaison_documents (document_id);
CREATE INDEX references_from_document ON document_references (from_document_id);
CREATE INDEX references_to_document ON document_references (to_document_id);
CREATE INDEX facts_of_missing ON missing_facts (missing_id);
CREATE INDEX findings_of_document ON findings (document_id);
CREATE INDEX facts_of_finding ON finding_facts (finding_id);
