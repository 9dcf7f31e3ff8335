-- What a store of many meetings needs besides: the columns that lead to the meeting, which in a database of one are all the
-- same, and those of the texts, by which a meeting goes with all that it has. A database of one meeting is made as a whole and
-- loses no row: it does without, and is made sooner.

CREATE INDEX items_of_meeting ON items (meeting_id);
CREATE INDEX decisions_of_meeting ON decisions (meeting_id);
CREATE INDEX actions_of_meeting ON actions (meeting_id, status);
CREATE INDEX planned_meetings_of_meeting ON planned_meetings (meeting_id);
CREATE INDEX people_of_meeting ON people (meeting_id);
CREATE INDEX liaisons_of_meeting ON liaisons (meeting_id);
CREATE INDEX references_of_meeting ON document_references (meeting_id);
CREATE INDEX missing_of_meeting ON missing_documents (meeting_id);
CREATE INDEX findings_of_meeting ON findings (meeting_id);
CREATE INDEX sections_of_file ON sections (file_id);
CREATE INDEX sections_of_section ON sections (parent_id);
CREATE INDEX paragraphs_of_section ON paragraphs (section_id);
