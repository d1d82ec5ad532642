-- How a unit plans its reception days (R-1): how often leaders must receive, with the source; which
-- places need two leaders; which special fields must be covered; rotation templates. One row a unit.
-- distribute: reference
CREATE TABLE reception_setting (
  unit_id text COLLATE "C" PRIMARY KEY,
  stream_id uuid NOT NULL,
  settings jsonb NOT NULL,
  version integer NOT NULL
);
ALTER TABLE reception_setting OWNER TO huiyin_owner;
COMMENT ON TABLE reception_setting IS 'Yearly duty, coverage and rotation of reception days by unit; owner: reception-days';
GRANT SELECT, INSERT, UPDATE, DELETE ON reception_setting TO huiyin_write;
GRANT SELECT ON reception_setting TO huiyin_read;
ALTER TABLE reception_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY reception_setting_read ON reception_setting FOR SELECT TO huiyin_read
  USING (nullif(current_setting('app.roles', true), '') IS NOT NULL);
CREATE POLICY reception_setting_write ON reception_setting TO huiyin_write
  USING (nullif(current_setting('app.roles', true), '') IS NOT NULL)
  WITH CHECK (nullif(current_setting('app.roles', true), '') IS NOT NULL);
