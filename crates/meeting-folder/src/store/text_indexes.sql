-- Made once the texts are there.

CREATE INDEX sections_of_file ON sections (file_id);
CREATE INDEX sections_of_section ON sections (parent_id);
