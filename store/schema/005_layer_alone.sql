-- 1: the text layer alone was read, sure of it, and gave `raw`: no row of `readings` says so. Of a born-digital
-- document that is nearly every record, and the rows took a third of the time of loading it again.
ALTER TABLE records ADD COLUMN layer_alone INTEGER NOT NULL DEFAULT 0;
