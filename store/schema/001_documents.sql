-- What one load leaves behind, a document at a time. Every row below `documents` is replaced with its
-- document, so nothing here may be edited by hand.
--
-- Lengths are INTEGER hundredths of a point, scores INTEGER ten-thousandths: no REAL anywhere, least of
-- all for money. Boxes are on the page as displayed, origin top left. Lists are JSON text.
-- `document` is documents.id: short, given in load order, never printed; sha256 is the identity. Rows refer to
-- it alone: a reference of each cell to its table would cost a third of the time of a load, and the
-- writer has looked whether they belong together.

CREATE TABLE documents (
  id            INTEGER PRIMARY KEY,
  sha256        TEXT NOT NULL UNIQUE,
  file          TEXT NOT NULL,     -- of its names the first in byte order
  pages         INTEGER NOT NULL,
  facts_key     TEXT NOT NULL,     -- of the facts artefact; '' for a document that failed
  kind          TEXT NOT NULL,     -- final_account, other; '' for a document that failed
  department    TEXT NOT NULL,
  year          TEXT NOT NULL,
  error_code    TEXT,              -- base/result.h; NULL: it was read
  error_message TEXT
) STRICT;
CREATE INDEX documents_by_file ON documents (file, sha256);

CREATE TABLE document_names (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  file     TEXT NOT NULL,
  PRIMARY KEY (document, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_names_by_file ON document_names (file);

CREATE TABLE pages (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  page     INTEGER NOT NULL,       -- 1-based, as everywhere
  kind     TEXT NOT NULL,          -- born_digital, scan, mixed, blank
  width    INTEGER NOT NULL,       -- of the upright page
  height   INTEGER NOT NULL,
  turn     INTEGER NOT NULL,       -- degrees, 0 90 180 270
  tilt     INTEGER NOT NULL,       -- hundredths of a degree
  PRIMARY KEY (document, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_failures (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  page     INTEGER NOT NULL,
  code     TEXT NOT NULL,
  message  TEXT NOT NULL,
  PRIMARY KEY (document, page, code, message)
) STRICT, WITHOUT ROWID;

-- One grid, and what it was taken for.
CREATE TABLE tables (
  document       INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  number         INTEGER NOT NULL, -- running number in the document
  form           TEXT NOT NULL,    -- '' if no form claims it
  pack           TEXT NOT NULL,
  score          INTEGER NOT NULL, -- 0…100
  title          TEXT NOT NULL,
  printed_code   TEXT NOT NULL,
  unit           TEXT NOT NULL,
  department     TEXT NOT NULL,
  year           TEXT NOT NULL,
  first_page     INTEGER NOT NULL,
  last_page      INTEGER NOT NULL,
  declared_empty INTEGER NOT NULL,
  note           TEXT NOT NULL,
  why            TEXT NOT NULL,
  grid_rows      INTEGER NOT NULL,
  grid_cols      INTEGER NOT NULL,
  header_rows    INTEGER NOT NULL,
  ruled          INTEGER NOT NULL,
  cells          INTEGER NOT NULL, -- how many rows of `cells`, and how many of them unread
  unread_cells   INTEGER NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE table_parts (
  document             INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  table_number         INTEGER NOT NULL,
  part                 INTEGER NOT NULL, -- 1-based
  page                 INTEGER NOT NULL,
  x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,
  first_row            INTEGER NOT NULL,
  part_rows            INTEGER NOT NULL,
  repeated_header_rows INTEGER NOT NULL,
  PRIMARY KEY (document, table_number, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE cells (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  table_number INTEGER NOT NULL,
  row          INTEGER NOT NULL,   -- 0-based
  col          INTEGER NOT NULL,
  row_span     INTEGER NOT NULL,
  col_span     INTEGER NOT NULL,
  page         INTEGER NOT NULL,
  x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,
  text         TEXT NOT NULL,      -- its lines as printed, joined with \n
  unread       INTEGER NOT NULL,   -- 1: there is ink that nobody could read
  readings     TEXT,               -- a list a line: [[["ppocr",9987],["tesseract",8800,"5061.18"]]]:
                                   -- who, score, text if not the believed one, runners-up;
                                   -- NULL: the text layer's alone
  PRIMARY KEY (document, table_number, row, col)
) STRICT, WITHOUT ROWID;

-- One value cell of a claimed form.
CREATE TABLE records (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  table_number INTEGER NOT NULL,
  row          INTEGER NOT NULL,
  col          INTEGER NOT NULL,
  n            INTEGER NOT NULL,   -- 0, or counts the records of one cell
  form         TEXT NOT NULL,
  project      TEXT NOT NULL,
  page         INTEGER NOT NULL,
  x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,
  row_key      TEXT NOT NULL,
  row_label    TEXT NOT NULL,
  panel        TEXT NOT NULL,
  col_key      TEXT NOT NULL,
  col_path     TEXT NOT NULL,      -- ["决算数","合计"]
  line         TEXT NOT NULL,
  measure      TEXT NOT NULL,
  cell_kind    TEXT NOT NULL,
  raw          TEXT NOT NULL,
  unit         TEXT NOT NULL,
  value        TEXT,               -- exact decimal as printed
  value_fen    INTEGER,            -- NULL: not money
  ulp_fen      INTEGER,            -- weight of the last printed digit
  status       TEXT NOT NULL,
  doubt        TEXT NOT NULL,
  PRIMARY KEY (document, table_number, row, col, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_status ON records (status);

CREATE TABLE readings (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  table_number INTEGER NOT NULL,
  row          INTEGER NOT NULL,
  col          INTEGER NOT NULL,
  n            INTEGER NOT NULL,
  reading      INTEGER NOT NULL,   -- 0-based, the believed one first
  by           TEXT NOT NULL,
  text         TEXT NOT NULL,
  score        INTEGER NOT NULL,
  others       TEXT,               -- runners-up [["5061.18",412]]; NULL: none
  PRIMARY KEY (document, table_number, row, col, n, reading)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejects (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n            INTEGER NOT NULL,   -- 0-based, as extract gave them
  table_number INTEGER NOT NULL,   -- 0: not in a table
  row          INTEGER NOT NULL,   -- -1: not one cell
  col          INTEGER NOT NULL,
  page         INTEGER NOT NULL,
  x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,
  code         TEXT NOT NULL,
  text         TEXT NOT NULL,
  why          TEXT NOT NULL,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraphs (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n        INTEGER NOT NULL,       -- 0-based, reading order
  page     INTEGER NOT NULL,
  x0 INTEGER NOT NULL, y0 INTEGER NOT NULL, x1 INTEGER NOT NULL, y1 INTEGER NOT NULL,
  kind     TEXT NOT NULL,          -- heading, body, page_number, contents
  text     TEXT NOT NULL,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
