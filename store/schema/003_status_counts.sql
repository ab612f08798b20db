-- How many records of a document have which status, as check left them: what `juesuan status` adds up.
-- Counting ten million records took it half a minute. Written with the document and with its findings.
CREATE TABLE status_counts (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  status   TEXT NOT NULL,          -- proven, read, suspect, corrected
  records  INTEGER NOT NULL,
  PRIMARY KEY (document, status)
) STRICT, WITHOUT ROWID;
INSERT INTO status_counts
  SELECT r.document, ifnull(c.status, r.status) AS checked_status, count(*) FROM records r
  LEFT JOIN checked c ON c.document = r.document AND c.table_number = r.table_number
    AND c.row = r.row AND c.col = r.col AND c.n = r.n
  GROUP BY r.document, checked_status;

-- Served the same count.
DROP INDEX records_by_status;
