-- The database of a meeting, or of many: every table that stands for something of a meeting leads to `meetings`.
-- Lists of a record keep their order in `position`. Names of columns are those of the JSON data, but for
-- `table_row`, `table_column` and `cell_paragraph` (`row`, `column` and `paragraph` of a place) and `label` (`id` of an action).

CREATE TABLE meetings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  folder TEXT NOT NULL,
  meeting_group TEXT,
  place TEXT,
  start_date TEXT,
  end_date TEXT,
  study_period TEXT,
  title TEXT
) STRICT;

CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  archive_id INTEGER REFERENCES files (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  status TEXT NOT NULL,
  number TEXT,
  language TEXT,
  kind TEXT,
  title TEXT,
  sha256 TEXT,
  same_as TEXT,
  reason TEXT,
  UNIQUE (meeting_id, path)
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT,
  series TEXT,
  title TEXT,
  source TEXT,
  kind TEXT,
  on_agenda INTEGER NOT NULL,
  supersedes_reason TEXT
) STRICT;

-- What a document has several of: `role` is source, question, language, agenda_item, report_item or outcome.
CREATE TABLE document_facts (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  in_force INTEGER NOT NULL
) STRICT;

CREATE TABLE revision_files (
  id INTEGER PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  proceedings TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT,
  kind TEXT NOT NULL,
  section TEXT,
  title TEXT,
  presented_by TEXT,
  text TEXT,
  found_in TEXT,
  part TEXT, block INTEGER, table_row INTEGER, table_column INTEGER, cell_paragraph INTEGER, para_id TEXT, heading TEXT
) STRICT;

-- `role` is source, proposed or outcome.
CREATE TABLE item_facts (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE item_documents (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  part TEXT,
  introduced INTEGER,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  verb TEXT NOT NULL,
  by TEXT,
  item TEXT,
  text TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence TEXT NOT NULL,
  part TEXT, block INTEGER, table_row INTEGER, table_column INTEGER, cell_paragraph INTEGER, para_id TEXT, heading TEXT
) STRICT;

-- `role` is document (decided upon) or found_in.
CREATE TABLE decision_documents (
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT,
  assignee TEXT,
  text TEXT NOT NULL,
  requested_of TEXT,
  due TEXT,
  item TEXT,
  status TEXT NOT NULL,
  origin TEXT NOT NULL,
  same_as TEXT,
  rule TEXT NOT NULL,
  confidence TEXT NOT NULL,
  part TEXT, block INTEGER, table_row INTEGER, table_column INTEGER, cell_paragraph INTEGER, para_id TEXT, heading TEXT
) STRICT;

CREATE TABLE action_sub_items (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- `role` is document (named in it) or found_in.
CREATE TABLE action_documents (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL
) STRICT;

-- Meetings that the documents tell of, planned or held.
CREATE TABLE planned_meetings (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  meeting_group TEXT,
  title TEXT,
  status TEXT NOT NULL,
  start_date TEXT,
  end_date TEXT,
  start_time TEXT,
  end_time TEXT,
  time_zone TEXT,
  place TEXT,
  topics TEXT,
  deadline TEXT,
  part TEXT, block INTEGER, table_row INTEGER, table_column INTEGER, cell_paragraph INTEGER, para_id TEXT, heading TEXT
) STRICT;

-- `role` is report or found_in.
CREATE TABLE planned_meeting_documents (
  id INTEGER PRIMARY KEY,
  planned_meeting_id INTEGER NOT NULL REFERENCES planned_meetings (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT,
  organization TEXT,
  country TEXT,
  person_group TEXT,
  part TEXT, block INTEGER, table_row INTEGER, table_column INTEGER, cell_paragraph INTEGER, para_id TEXT, heading TEXT
) STRICT;

-- `role` is found_in.
CREATE TABLE person_documents (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE liaisons (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL,
  direction TEXT,
  title TEXT,
  deadline TEXT,
  reply_to TEXT
) STRICT;

-- `role` is from or to.
CREATE TABLE liaison_parties (
  id INTEGER PRIMARY KEY,
  liaison_id INTEGER NOT NULL REFERENCES liaisons (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL
) STRICT;

-- `role` is answered_by.
CREATE TABLE liaison_documents (
  id INTEGER PRIMARY KEY,
  liaison_id INTEGER NOT NULL REFERENCES liaisons (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE document_references (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  from_number TEXT NOT NULL,
  from_document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL,
  to_number TEXT NOT NULL,
  to_document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL,
  kind TEXT NOT NULL
) STRICT;

CREATE TABLE missing_documents (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT NOT NULL
) STRICT;

-- `role` is known_from.
CREATE TABLE missing_facts (
  id INTEGER PRIMARY KEY,
  missing_id INTEGER NOT NULL REFERENCES missing_documents (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  message TEXT NOT NULL,
  number TEXT,
  document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL,
  file TEXT,
  index_value TEXT,
  cover_value TEXT,
  file_name TEXT,
  same_as TEXT
) STRICT;

-- `role` is cited_in, agenda_item, report_item or number.
CREATE TABLE finding_facts (
  id INTEGER PRIMARY KEY,
  finding_id INTEGER NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES sections (id) ON DELETE CASCADE,
  number TEXT,
  title TEXT,
  level INTEGER NOT NULL,
  part TEXT NOT NULL,
  block INTEGER NOT NULL
) STRICT;

-- Every paragraph, heading and table cell of every document. `part` is null where it is the section's.
CREATE TABLE paragraphs (
  id INTEGER PRIMARY KEY,
  section_id INTEGER NOT NULL REFERENCES sections (id) ON DELETE CASCADE,
  label TEXT,
  text TEXT NOT NULL,
  part TEXT,
  block INTEGER NOT NULL,
  table_row INTEGER,
  table_column INTEGER,
  para_id TEXT
) STRICT;

-- The words of the paragraphs, by their ids: letters and digits apart, ideographs one by one, so that `TD104` finds `TD 104`.
-- The text itself is that of `paragraphs`; how many words it has, which the rank asks for, is counted when it is asked for.
CREATE VIRTUAL TABLE paragraph_words USING fts5 (
  text, content = 'paragraphs', content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);
