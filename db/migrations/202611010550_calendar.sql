-- Working days as versioned knowledge (P-9): a new notice of the State Council makes a new version,
-- and every clock can be counted again by the version it was once counted by.

-- distribute: reference
CREATE TABLE calendar_version (
  version text COLLATE "C" PRIMARY KEY,
  place int NOT NULL UNIQUE CHECK (place > 0),
  year int,
  source text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL
);
ALTER TABLE calendar_version OWNER TO huiyin_owner;
COMMENT ON TABLE calendar_version IS 'States of knowledge about working days; the one with the highest place is in force';
COMMENT ON COLUMN calendar_version.year IS 'Year whose notice made the version; null for one that the program brought';
COMMENT ON COLUMN calendar_version.source IS 'Number of the notice, public words';
GRANT SELECT, INSERT ON calendar_version TO huiyin_write;
GRANT SELECT ON calendar_version TO huiyin_read, huiyin_statistics;

-- distribute: reference
CREATE TABLE calendar_day (
  version text COLLATE "C" NOT NULL REFERENCES calendar_version (version),
  year int NOT NULL,
  date date NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('holiday', 'make-up')),
  name text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (version, year, date)
);
ALTER TABLE calendar_day OWNER TO huiyin_owner;
COMMENT ON TABLE calendar_day IS 'Days off and make-up days of the published years of each version';
COMMENT ON COLUMN calendar_day.year IS 'Year of the notice; its days may lie in the last week of the December before';
GRANT SELECT, INSERT ON calendar_day TO huiyin_write;
GRANT SELECT ON calendar_day TO huiyin_read, huiyin_statistics;
