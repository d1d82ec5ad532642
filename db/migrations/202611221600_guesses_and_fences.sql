-- One book of wrong guesses for portal and API, and fences around two tables that had none.

-- Wrong tries of look-up codes and draft codes, by source, by number and by both. It may be lost in
-- a crash: then guessing begins anew with what is free. Nothing is written on a right try that
-- followed no wrong one. Owner: platform/http.
-- distribute: key_hash
CREATE UNLOGGED TABLE guess (
  key_hash bytea PRIMARY KEY,
  failures integer NOT NULL CHECK (failures > 0),
  last_at timestamptz NOT NULL
);
ALTER TABLE guess OWNER TO huiyin_owner;
COMMENT ON TABLE guess IS 'Wrong guesses of codes that only petitioners have, to slow the next ones down';
COMMENT ON COLUMN guess.key_hash IS 'Keyed hash of a network address, a number or both: who guessed at what stays unknown';
-- The sweep of what is forgotten.
CREATE INDEX guess_by_age ON guess (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON guess TO huiyin_write;
ALTER TABLE guess ENABLE ROW LEVEL SECURITY;
CREATE POLICY guess_write ON guess TO huiyin_write
  USING (current_setting('app.roles', true) = 'system')
  WITH CHECK (current_setting('app.roles', true) = 'system');

-- A file that waits for its form belongs to a session or a draft; `app.uploads` names it, set by
-- the statement that asks for files of that owner.
ALTER TABLE staged_upload ENABLE ROW LEVEL SECURITY;
CREATE POLICY staged_upload_own ON staged_upload TO huiyin_write
  USING (owner = current_setting('app.uploads', true) OR current_setting('app.roles', true) = 'system')
  WITH CHECK (current_setting('app.roles', true) = 'system');

-- A register counts for the papers of its unit; whoever works there seals them.
ALTER TABLE document_number ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_number_of_unit ON document_number TO huiyin_write
  USING (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
              OR current_setting('app.roles', true) = 'system');

-- The same for numbers that will never be served.
ALTER TABLE paper_number_void ENABLE ROW LEVEL SECURITY;
CREATE POLICY paper_number_void_read ON paper_number_void FOR SELECT TO huiyin_read
  USING (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY paper_number_void_write ON paper_number_void TO huiyin_write
  USING (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
              OR current_setting('app.roles', true) = 'system');
