-- What a store of many meetings needs besides, where a meeting goes with all its texts. A database of one meeting is made as
-- a whole and loses no row: it does without, and is made sooner.

CREATE INDEX paragraphs_of_section ON paragraphs (section_id);
