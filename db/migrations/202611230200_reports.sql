-- Reports on petition work (T-3, Reg. 41): one row a report, the projection of its record. Figures
-- and text lie sealed with the record; a row says only of what, when, and how far it has come.

-- distribute: reference
CREATE TABLE report (
  stream_id uuid PRIMARY KEY,
  unit_id text COLLATE "C" NOT NULL,
  place_kind text COLLATE "C" NOT NULL CHECK (place_kind IN ('region', 'unit')),
  place_code text COLLATE "C" NOT NULL,
  region text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('month', 'quarter', 'year')),
  period_from date NOT NULL,
  period_to date NOT NULL,
  edition integer NOT NULL,
  corrects_id uuid,
  status text COLLATE "C" NOT NULL CHECK (status IN ('draft', 'final')),
  as_of date NOT NULL,
  digest text COLLATE "C" NOT NULL,
  final_at timestamptz,
  version integer NOT NULL
);
ALTER TABLE report OWNER TO huiyin_owner;
COMMENT ON TABLE report IS 'Reports on petition work by period and place; owner: statistics';
COMMENT ON COLUMN report.unit_id IS 'The unit that makes it; its drafts are read there alone';
COMMENT ON COLUMN report.region IS 'The place itself, or where the unit lies';
COMMENT ON COLUMN report.edition IS 'Counts from one; a correction is the next and names what it corrects';
COMMENT ON COLUMN report.digest IS 'SHA-256 of the figures as they were counted';
GRANT SELECT, INSERT, UPDATE, DELETE ON report TO huiyin_write;
GRANT SELECT ON report TO huiyin_read;
-- The list, newest period first.
CREATE INDEX report_by_period ON report (period_from DESC, stream_id DESC);
CREATE INDEX report_corrections ON report (corrects_id) WHERE corrects_id IS NOT NULL;
ALTER TABLE report ENABLE ROW LEVEL SECURITY;
CREATE POLICY report_read ON report FOR SELECT TO huiyin_read
  USING (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR (status = 'final' AND nullif(current_setting('app.roles', true), '') IS NOT NULL)
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY report_write ON report TO huiyin_write
  USING (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system');
