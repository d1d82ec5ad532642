-- Disputes before they are petitions (D-1). Each is a record of its own; this row is what lists, the
-- scope of readers and the look for like matters need of it. Who is concerned and what it is about lies
-- sealed under the record's own key. There is no look-up of persons: neither name nor blind index.

-- distribute: stream_id
CREATE TABLE dispute (
  stream_id uuid PRIMARY KEY,
  status text COLLATE "C" NOT NULL
    CHECK (status IN ('open', 'passed', 'settled', 'kept', 'promoted', 'ended')),
  kind text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  area text COLLATE "C" NOT NULL,
  village_unit text COLLATE "C",
  township_unit text COLLATE "C",
  county_unit text COLLATE "C",
  level text COLLATE "C" NOT NULL CHECK (level IN ('village', 'township', 'county')),
  holder text COLLATE "C" NOT NULL,
  waiting_at text COLLATE "C",
  due_at timestamptz,
  recorded_at timestamptz NOT NULL,
  petition_id uuid,
  words bigint[] NOT NULL DEFAULT '{}',
  version integer NOT NULL,
  -- An open dispute always has somebody who must act, and a day until which.
  CHECK ((status IN ('open', 'passed', 'settled')) = (waiting_at IS NOT NULL)),
  CHECK ((waiting_at IS NULL) = (due_at IS NULL))
);
ALTER TABLE dispute OWNER TO huiyin_owner;
COMMENT ON TABLE dispute IS 'Disputes before petitions, one row each; owner: disputes';
COMMENT ON COLUMN dispute.area IS 'The township by its code: like matters are looked for there';
COMMENT ON COLUMN dispute.village_unit IS 'With township_unit and county_unit the line along which it is seen';
COMMENT ON COLUMN dispute.waiting_at IS 'The unit that must act now; empty once nothing is awaited';
COMMENT ON COLUMN dispute.petition_id IS 'The petition that the person concerned made of it';
COMMENT ON COLUMN dispute.words IS 'Keyed words of the matter without the names of its parties, for like matters alone';
GRANT SELECT, INSERT, UPDATE ON dispute TO huiyin_write;
GRANT SELECT ON dispute TO huiyin_read;
-- What waits at a unit, the most pressing first.
CREATE INDEX dispute_waiting ON dispute (waiting_at, due_at, stream_id) WHERE waiting_at IS NOT NULL;
-- All along a unit's line, the newest first.
CREATE INDEX dispute_of_village ON dispute (village_unit, recorded_at, stream_id);
CREATE INDEX dispute_of_township ON dispute (township_unit, recorded_at, stream_id);
CREATE INDEX dispute_of_county ON dispute (county_unit, recorded_at, stream_id);
-- Those of one township before a petition.
CREATE INDEX dispute_of_area ON dispute (area, recorded_at);
CREATE INDEX dispute_of_petition ON dispute (petition_id) WHERE petition_id IS NOT NULL;

-- The unit in whose name somebody acts is the first of app.units: nobody sees by the units below theirs.
ALTER TABLE dispute ENABLE ROW LEVEL SECURITY;
CREATE POLICY dispute_read ON dispute FOR SELECT TO huiyin_read
  USING (
    split_part(current_setting('app.units', true), ',', 1) IN (village_unit, township_unit, county_unit)
    OR current_setting('app.actor', true) = 'petitioner:' || petition_id::text
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY dispute_write ON dispute TO huiyin_write
  USING (
    split_part(current_setting('app.units', true), ',', 1) IN (village_unit, township_unit, county_unit)
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- Kinds, local limits and the checklist of decisions, one sheet for each petition office.
-- distribute: reference
CREATE TABLE dispute_setting (
  unit_id text COLLATE "C" PRIMARY KEY,
  stream_id uuid NOT NULL,
  settings jsonb NOT NULL,
  version integer NOT NULL
);
ALTER TABLE dispute_setting OWNER TO huiyin_owner;
COMMENT ON TABLE dispute_setting IS 'How an office screens disputes and assesses decisions; owner: disputes';
GRANT SELECT, INSERT, UPDATE ON dispute_setting TO huiyin_write;
GRANT SELECT ON dispute_setting TO huiyin_read;

-- Risk assessments and legality reviews of decisions that touch people's interests (D-3): a decision,
-- never a person. Words lie sealed under the record's own key.
-- distribute: stream_id
CREATE TABLE decision_assessment (
  stream_id uuid PRIMARY KEY,
  status text COLLATE "C" NOT NULL CHECK (status IN ('preparing', 'concluded', 'withdrawn')),
  result text COLLATE "C"
    CHECK (result IN ('carry-out', 'carry-out-with-measures', 'put-off', 'do-not-carry-out')),
  kind text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  assessor text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  reader_units text[] COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  valid_until date,
  version integer NOT NULL
);
ALTER TABLE decision_assessment OWNER TO huiyin_owner;
COMMENT ON TABLE decision_assessment IS 'Assessments of decisions, one row each; owner: disputes';
COMMENT ON COLUMN decision_assessment.unit_id IS 'The deciding unit; the assessor is never the same';
GRANT SELECT, INSERT, UPDATE ON decision_assessment TO huiyin_write;
GRANT SELECT ON decision_assessment TO huiyin_read;
-- The newest first; row-level security leaves out what does not concern the reader's units.
CREATE INDEX decision_assessment_newest ON decision_assessment (recorded_at, stream_id);
ALTER TABLE decision_assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY decision_assessment_read ON decision_assessment FOR SELECT TO huiyin_read
  USING (
    reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ',')
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY decision_assessment_write ON decision_assessment TO huiyin_write
  USING (
    reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ',')
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- Petitions that name a decision, as a case officer found. Which of them a reader may open is asked of
-- the petitions themselves.
-- distribute: stream_id
CREATE TABLE decision_petition (
  stream_id uuid NOT NULL,
  petition_id uuid NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (stream_id, petition_id)
);
ALTER TABLE decision_petition OWNER TO huiyin_owner;
COMMENT ON TABLE decision_petition IS 'Which petitions name which decision; owner: disputes';
GRANT SELECT, INSERT, DELETE ON decision_petition TO huiyin_write;
GRANT SELECT ON decision_petition TO huiyin_read;
CREATE INDEX decision_petition_of_petition ON decision_petition (petition_id);
ALTER TABLE decision_petition ENABLE ROW LEVEL SECURITY;
-- Children are guarded by the stream that was passed: the decision's, or the petition's.
CREATE POLICY decision_petition_read ON decision_petition FOR SELECT TO huiyin_read
  USING (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR petition_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY decision_petition_write ON decision_petition TO huiyin_write
  USING (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
