-- Open figures (T-2, W-3): one closed month of a place at a time, as it was published. Whoever may
-- ask for other days, or for the same days later, could take two tables from each other and read the
-- small number between them; so no row is ever written again.
-- distribute: reference
CREATE TABLE open_month (
  place text COLLATE "C" NOT NULL,
  month date NOT NULL,
  published_at timestamptz NOT NULL,
  sections jsonb NOT NULL,
  PRIMARY KEY (place, month)
);
ALTER TABLE open_month OWNER TO huiyin_owner;
COMMENT ON TABLE open_month IS 'Published figures of closed months, never changed afterwards; owner: statistics';
COMMENT ON COLUMN open_month.place IS 'Code of the region whose figures they are';
COMMENT ON COLUMN open_month.month IS 'Its first day';
COMMENT ON COLUMN open_month.sections IS 'Tables as they are shown: aggregates of ten or more, with measures and names of that time';
GRANT SELECT, INSERT ON open_month TO huiyin_write;
GRANT SELECT ON open_month TO huiyin_statistics;
