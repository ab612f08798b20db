-- What check makes of a document. The rows of 001 stay as extract gave them, so that another set of rules
-- starts from there; `checked` stands over `records`.

-- Key of the rule packs the document was checked with; '' where it was not checked since it was stored.
ALTER TABLE documents ADD COLUMN rules_key TEXT NOT NULL DEFAULT '';

-- The lines of a paragraph of several lines in a table of contents, a JSON list; NULL: `text` is its one line.
ALTER TABLE paragraphs ADD COLUMN lines TEXT;
-- Older rows have lost them: the next run stores such a document again, from its artefacts.
UPDATE documents SET facts_key = '';

-- What the identities say of a record.
CREATE TABLE checked (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  table_number INTEGER NOT NULL,
  row          INTEGER NOT NULL,
  col          INTEGER NOT NULL,
  n            INTEGER NOT NULL,
  status       TEXT NOT NULL,      -- in place of records.status and .doubt
  doubt        TEXT NOT NULL,
  evidence     TEXT NOT NULL,      -- identities that close over it ["R19 2080101"]
  repair       TEXT,               -- what the identities say is printed there; NULL: not repaired,
  repair_score INTEGER,            -- and the columns below are NULL too
  cell_kind    TEXT,
  value        TEXT,
  value_fen    INTEGER,
  ulp_fen      INTEGER,
  PRIMARY KEY (document, table_number, row, col, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
  document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n          INTEGER NOT NULL,     -- 0-based, as check gave them
  rule       TEXT NOT NULL,
  title      TEXT NOT NULL,
  severity   TEXT NOT NULL,        -- high, medium, low, info
  verdict    TEXT NOT NULL,        -- source, extraction, rounding, undecided
  message    TEXT NOT NULL,
  formula    TEXT NOT NULL,
  expected   TEXT NOT NULL,
  actual     TEXT NOT NULL,
  difference TEXT NOT NULL,
  envelope   TEXT NOT NULL,
  cause      TEXT NOT NULL,        -- findings with one likely cause share it
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_severity ON findings (severity, verdict);

CREATE TABLE finding_cells (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  finding      INTEGER NOT NULL,
  n            INTEGER NOT NULL,
  form         TEXT NOT NULL,
  row_key      TEXT NOT NULL,
  col_key      TEXT NOT NULL,
  raw          TEXT NOT NULL,
  table_number INTEGER NOT NULL,   -- of the record; 0 and -1 for a passage of text
  row          INTEGER NOT NULL,
  col          INTEGER NOT NULL,
  page         INTEGER NOT NULL,
  x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,
  PRIMARY KEY (document, finding, n)
) STRICT, WITHOUT ROWID;

-- What a reviewer made of a finding: kept while findings come and go, found again by rule and message,
-- which names the place and the numbers. No row: open.
CREATE TABLE finding_states (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  rule     TEXT NOT NULL,
  message  TEXT NOT NULL,
  state    TEXT NOT NULL,          -- accepted, dismissed, corrected
  PRIMARY KEY (document, rule, message)
) STRICT, WITHOUT ROWID;
