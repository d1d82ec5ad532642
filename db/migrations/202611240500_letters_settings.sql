-- Names, order and limits of the three letters (U-4) as an office has set them, with their sources.
-- distribute: reference
CREATE TABLE letters_setting (
  unit_id text COLLATE "C" PRIMARY KEY,
  stream_id uuid NOT NULL,
  settings jsonb NOT NULL,
  version integer NOT NULL
);
ALTER TABLE letters_setting OWNER TO huiyin_owner;
COMMENT ON TABLE letters_setting IS 'Steps of the three letters by office; owner: supervision';
GRANT SELECT, INSERT, UPDATE, DELETE ON letters_setting TO huiyin_write;
GRANT SELECT ON letters_setting TO huiyin_read;
ALTER TABLE letters_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY letters_setting_read ON letters_setting FOR SELECT TO huiyin_read
  USING (nullif(current_setting('app.roles', true), '') IS NOT NULL);
CREATE POLICY letters_setting_write ON letters_setting TO huiyin_write
  USING (nullif(current_setting('app.roles', true), '') IS NOT NULL)
  WITH CHECK (nullif(current_setting('app.roles', true), '') IS NOT NULL);
