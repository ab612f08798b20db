-- Figures that stand in sentences (base/narrative.h), in reading order. The words of a sentence stand
-- once, for all of its figures.

CREATE TABLE sentences (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n        INTEGER NOT NULL,       -- 0-based, reading order
  section  TEXT NOT NULL,          -- the nearest heading over it
  text     TEXT NOT NULL,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE narrative (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n            INTEGER NOT NULL,   -- 0-based, reading order
  sentence     INTEGER NOT NULL,   -- sentences.n
  page         INTEGER NOT NULL,
  x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,
  raw          TEXT NOT NULL,
  unit         TEXT NOT NULL,
  value        TEXT,               -- exact decimal as printed
  measure      TEXT NOT NULL,      -- amount, delta, rate, share, completion, count, date, number
  direction    TEXT NOT NULL,      -- up, down, ''
  subject      TEXT NOT NULL,
  compare_year TEXT NOT NULL,
  by           TEXT NOT NULL,      -- who read it
  bound_to     TEXT NOT NULL,      -- the record it restates: PUB05/208/1; '' if none
  form         TEXT NOT NULL,      -- sentence form; '': unbound
  role         TEXT NOT NULL,
  figures      INTEGER NOT NULL,   -- number of the group that it belongs to; 0: none
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

-- Older rows have none: the next run stores such a document again.
UPDATE documents SET facts_key = '';
