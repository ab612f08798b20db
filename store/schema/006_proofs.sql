-- Records that check found proven and said nothing else of, a row a table: [[row, col, n, "R19 2080101", …], …],
-- the identities that close over each. `checked` is for the others, and for older rows. A row a record took a
-- fifth of the time of `juesuan check`.
CREATE TABLE proofs (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  table_number INTEGER NOT NULL,
  proven       TEXT NOT NULL,
  PRIMARY KEY (document, table_number)
) STRICT, WITHOUT ROWID;
