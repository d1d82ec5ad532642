-- Statistics (T-1 to T-3): dated facts, worked out from the record and made again from it. Nothing
-- here comes from an accusation, names a petitioner or counts one.

-- By what facts are told apart: each combination once, under the hash of its codes.
-- distribute: reference
CREATE TABLE fact_dims (
  dims_id bigint PRIMARY KEY,
  region text COLLATE "C",
  office text COLLATE "C",
  unit text COLLATE "C",
  channel text COLLATE "C",
  topic text COLLATE "C",
  purpose text COLLATE "C",
  visit text COLLATE "C",
  "repeat" text COLLATE "C",
  leader text COLLATE "C"
);
ALTER TABLE fact_dims OWNER TO huiyin_owner;
COMMENT ON TABLE fact_dims IS 'Combinations of codes by which facts are cut; owner: statistics';
COMMENT ON COLUMN fact_dims.dims_id IS 'First 64 bits of SHA-256 over the codes in the order of the columns';
COMMENT ON COLUMN fact_dims.leader IS 'User id of an official who took a matter on; never a petitioner';
GRANT SELECT, INSERT ON fact_dims TO huiyin_write;
GRANT SELECT ON fact_dims TO huiyin_statistics;

-- distribute: stream_id
CREATE TABLE fact (
  stream_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  fact_key text COLLATE "C" NOT NULL,
  known_from date NOT NULL,
  known_to date NOT NULL DEFAULT 'infinity',
  day date NOT NULL,
  value integer NOT NULL,
  detail text COLLATE "C",
  dims_id bigint NOT NULL,
  petition_id uuid,
  PRIMARY KEY (stream_id, kind, fact_key, known_from)
);
ALTER TABLE fact OWNER TO huiyin_owner;
COMMENT ON TABLE fact IS 'Dated facts; as of a day those count that were known from then or before and not until then; owner: statistics';
COMMENT ON COLUMN fact.fact_key IS 'Tells facts of one kind in one stream apart';
COMMENT ON COLUMN fact.known_from IS 'The first day at whose end it was known';
COMMENT ON COLUMN fact.known_to IS 'The first day at whose end it was not known any more; infinity while it holds';
COMMENT ON COLUMN fact.day IS 'The day on which it counts';
COMMENT ON COLUMN fact.value IS 'Persons, days, or 1 and 0 for kept and not kept';
COMMENT ON COLUMN fact.petition_id IS 'The matter that a number leads to; empty for what is about none';
GRANT SELECT, INSERT, UPDATE, DELETE ON fact TO huiyin_write;
GRANT SELECT ON fact TO huiyin_statistics;
-- Tables and lists walk one kind over some days without touching the rows.
CREATE INDEX fact_by_day ON fact (kind, day, stream_id)
  INCLUDE (known_from, known_to, detail, value, dims_id);
ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY fact_statistics ON fact FOR SELECT TO huiyin_statistics
  USING (current_setting('app.actor', true) <> '');
CREATE POLICY fact_write ON fact TO huiyin_write
  USING (current_setting('app.roles', true) = 'system')
  WITH CHECK (current_setting('app.roles', true) = 'system');

-- Records beside a petition: their facts change with what the petition is.
-- distribute: stream_id
CREATE TABLE fact_beside (
  stream_id uuid PRIMARY KEY,
  petition_id uuid NOT NULL
);
ALTER TABLE fact_beside OWNER TO huiyin_owner;
COMMENT ON TABLE fact_beside IS 'Which records hang on which petition, for counting them again with it; owner: statistics';
GRANT SELECT, INSERT ON fact_beside TO huiyin_write;
CREATE INDEX fact_beside_petition ON fact_beside (petition_id);
ALTER TABLE fact_beside ENABLE ROW LEVEL SECURITY;
CREATE POLICY fact_beside_write ON fact_beside TO huiyin_write
  USING (current_setting('app.roles', true) = 'system')
  WITH CHECK (current_setting('app.roles', true) = 'system');

-- What holds now, counted by month, place and one more dimension: what dashboards ask for. A month
-- that is named in fact_stale is read from the facts themselves until it is counted again.
-- distribute: reference
CREATE TABLE fact_month (
  kind text COLLATE "C" NOT NULL,
  month date NOT NULL,
  side text COLLATE "C" NOT NULL CHECK (side IN ('region', 'unit')),
  dimension text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  detail text COLLATE "C" NOT NULL,
  facts integer NOT NULL,
  total bigint NOT NULL,
  PRIMARY KEY (kind, side, dimension, month, place, code, detail)
);
ALTER TABLE fact_month OWNER TO huiyin_owner;
COMMENT ON TABLE fact_month IS 'Facts that hold now, counted by month, region or unit, and one more dimension; owner: statistics';
COMMENT ON COLUMN fact_month.side IS 'Whether place is a region or a unit';
COMMENT ON COLUMN fact_month.dimension IS 'Which dimension code belongs to; empty for the place alone';
COMMENT ON COLUMN fact_month.code IS 'Empty where the fact has none';
GRANT SELECT, INSERT, DELETE ON fact_month TO huiyin_write;
GRANT SELECT ON fact_month TO huiyin_statistics;

-- distribute: reference
CREATE TABLE fact_stale (
  kind text COLLATE "C" NOT NULL,
  month date NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, month)
);
ALTER TABLE fact_stale OWNER TO huiyin_owner;
COMMENT ON TABLE fact_stale IS 'Months whose counts are behind the facts; owner: statistics';
GRANT SELECT, INSERT, DELETE ON fact_stale TO huiyin_write;
GRANT SELECT ON fact_stale TO huiyin_statistics;

-- distribute: reference
CREATE TABLE fact_source (
  source text COLLATE "C" PRIMARY KEY,
  version integer NOT NULL,
  refolded_to uuid
);
ALTER TABLE fact_source OWNER TO huiyin_owner;
COMMENT ON TABLE fact_source IS 'By which version of a definition the facts were counted; owner: statistics';
COMMENT ON COLUMN fact_source.refolded_to IS 'How far a changed definition has been counted again; empty when it is done';
GRANT SELECT, INSERT, UPDATE ON fact_source TO huiyin_write;
GRANT SELECT ON fact_source TO huiyin_statistics;

-- distribute: user_id
CREATE TABLE saved_table (
  user_id text COLLATE "C" NOT NULL,
  table_id uuid NOT NULL,
  name text NOT NULL,
  query jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, table_id)
);
ALTER TABLE saved_table OWNER TO huiyin_owner;
COMMENT ON TABLE saved_table IS 'Tables of statistics that people keep for themselves: codes and a name for it; owner: statistics';
GRANT SELECT, INSERT, DELETE ON saved_table TO huiyin_write;
GRANT SELECT ON saved_table TO huiyin_read;
ALTER TABLE saved_table ENABLE ROW LEVEL SECURITY;
CREATE POLICY saved_table_read ON saved_table FOR SELECT TO huiyin_read
  USING ('staff:' || user_id = current_setting('app.actor', true));
CREATE POLICY saved_table_write ON saved_table TO huiyin_write
  USING ('staff:' || user_id = current_setting('app.actor', true))
  WITH CHECK ('staff:' || user_id = current_setting('app.actor', true));
