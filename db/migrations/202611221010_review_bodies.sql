-- V-1: which bodies may lawfully review what a unit has issued: dated data with its source. Without
-- a row the level above decides, as Reg. 35 and 36 say. Rows are ended, never removed.
-- distribute: reference
CREATE TABLE review_body (
  id uuid PRIMARY KEY,
  unit_id text COLLATE "C" NOT NULL,
  stage text COLLATE "C" NOT NULL CHECK (stage IN ('review', 're-examination')),
  body_id text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 200)
);
ALTER TABLE review_body OWNER TO huiyin_owner;
COMMENT ON TABLE review_body IS 'Lawful bodies of review and re-examination by unit, with the days on which they were that';
COMMENT ON COLUMN review_body.valid_to IS 'The last day; empty while it lasts';
GRANT SELECT ON review_body TO huiyin_read;
GRANT SELECT, INSERT, UPDATE ON review_body TO huiyin_write;
ALTER TABLE review_body ENABLE ROW LEVEL SECURITY;
CREATE POLICY review_body_read ON review_body FOR SELECT TO huiyin_read, huiyin_write
  USING (true);
CREATE POLICY review_body_insert ON review_body FOR INSERT TO huiyin_write
  WITH CHECK (string_to_array(current_setting('app.roles', true), ',') && ARRAY['administrator', 'system']);
CREATE POLICY review_body_update ON review_body FOR UPDATE TO huiyin_write
  USING (string_to_array(current_setting('app.roles', true), ',') && ARRAY['administrator', 'system'])
  WITH CHECK (string_to_array(current_setting('app.roles', true), ',') && ARRAY['administrator', 'system']);
CREATE INDEX review_body_of_unit ON review_body (unit_id, stage, valid_from);
