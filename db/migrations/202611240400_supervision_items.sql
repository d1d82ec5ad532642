-- Supervision items (U-2): what the five must-checks find by themselves, and what a person orders. Each
-- is a record of its own, about a petition or about a unit; these rows are what lists, the scope of
-- readers and the nightly look need of it. What people wrote lies sealed under the record's own key.

-- distribute: stream_id
CREATE TABLE supervision_item (
  stream_id uuid PRIMARY KEY,
  check_code text COLLATE "C" NOT NULL,
  petition_id uuid,
  unit_id text COLLATE "C" NOT NULL,
  office_id text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('open', 'answered', 'closed')),
  raised_at timestamptz NOT NULL,
  due_on date NOT NULL,
  accusation boolean NOT NULL,
  reader_units text[] COLLATE "C" NOT NULL,
  named text[] COLLATE "C" NOT NULL,
  version integer NOT NULL
);
ALTER TABLE supervision_item OWNER TO huiyin_owner;
COMMENT ON TABLE supervision_item IS 'Supervision items, one row each; owner: supervision';
COMMENT ON COLUMN supervision_item.petition_id IS 'The petition that it is about; empty where it is about the unit';
COMMENT ON COLUMN supervision_item.unit_id IS 'The unit that has to answer';
COMMENT ON COLUMN supervision_item.office_id IS 'The petition office that supervises';
COMMENT ON COLUMN supervision_item.raised_at IS 'When it was opened, or opened again, the last time';
COMMENT ON COLUMN supervision_item.due_on IS 'The day by which the unit answers';
COMMENT ON COLUMN supervision_item.accusation IS 'Its petition has become an accusation: seen by named handlers alone';
COMMENT ON COLUMN supervision_item.named IS 'Of an accusation: who alone may see it, as actors';
GRANT SELECT, INSERT, UPDATE, DELETE ON supervision_item TO huiyin_write;
GRANT SELECT ON supervision_item TO huiyin_read;
-- The list of an office and of a unit, the newest first; without what is closed, and with it.
CREATE INDEX supervision_item_of_office ON supervision_item (office_id, raised_at DESC, stream_id DESC);
CREATE INDEX supervision_item_of_unit ON supervision_item (unit_id, raised_at DESC, stream_id DESC);
CREATE INDEX supervision_item_office_unclosed
  ON supervision_item (office_id, raised_at DESC, stream_id DESC) WHERE status <> 'closed';
CREATE INDEX supervision_item_unit_unclosed
  ON supervision_item (unit_id, raised_at DESC, stream_id DESC) WHERE status <> 'closed';
CREATE INDEX supervision_item_of_petition ON supervision_item (petition_id, raised_at, stream_id)
  WHERE petition_id IS NOT NULL;

ALTER TABLE supervision_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_item_read ON supervision_item FOR SELECT TO huiyin_read
  USING (
    (NOT accusation
      AND reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ','))
    OR (accusation AND named @> ARRAY[current_setting('app.actor', true)])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY supervision_item_write ON supervision_item TO huiyin_write
  USING (
    (NOT accusation
      AND reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ','))
    OR (accusation AND named @> ARRAY[current_setting('app.actor', true)])
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');

-- distribute: stream_id
CREATE TABLE supervision_hit (
  stream_id uuid NOT NULL,
  hit_key text COLLATE "C" NOT NULL,
  check_code text COLLATE "C" NOT NULL,
  live boolean NOT NULL,
  PRIMARY KEY (stream_id, hit_key)
);
ALTER TABLE supervision_hit OWNER TO huiyin_owner;
COMMENT ON TABLE supervision_hit IS 'Everything that was ever found, so that nothing is found twice; owner: supervision';
COMMENT ON COLUMN supervision_hit.hit_key IS 'Tells hits of one item apart: a clock, a round, a promise and its day';
COMMENT ON COLUMN supervision_hit.live IS 'What was found still is, and nobody has closed the item';
GRANT SELECT, INSERT, UPDATE, DELETE ON supervision_hit TO huiyin_write;
GRANT SELECT ON supervision_hit TO huiyin_read;
-- What the nightly look asks after once more.
CREATE INDEX supervision_hit_live ON supervision_hit (check_code, stream_id, hit_key) WHERE live;

ALTER TABLE supervision_hit ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_hit_read ON supervision_hit FOR SELECT TO huiyin_read
  USING (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY supervision_hit_write ON supervision_hit TO huiyin_write
  USING (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
