-- Promises with a date (C-1). Each is a record of its own, with or without a petition; this row is what
-- lists and the scope of readers need of it. What was promised lies sealed under the record's own key.

-- distribute: stream_id
CREATE TABLE commitment (
  stream_id uuid PRIMARY KEY,
  petition_id uuid,
  source_kind text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL
    CHECK (status IN ('open', 'reported', 'fulfilled', 'withdrawn')),
  promised_to text COLLATE "C" NOT NULL CHECK (promised_to IN ('petitioner', 'public', 'office')),
  published boolean NOT NULL,
  accusation boolean NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  by_unit text COLLATE "C" NOT NULL,
  responsible text COLLATE "C",
  made_by text COLLATE "C",
  made_at timestamptz NOT NULL,
  due_on date NOT NULL,
  reported_at timestamptz,
  closed_at timestamptz,
  reader_units text[] COLLATE "C" NOT NULL,
  named text[] COLLATE "C" NOT NULL,
  version integer NOT NULL
);
ALTER TABLE commitment OWNER TO huiyin_owner;
COMMENT ON TABLE commitment IS 'Promises with a date, one row each; owner: commitments';
COMMENT ON COLUMN commitment.petition_id IS 'The petition that it hangs on; empty for a promise to everybody';
COMMENT ON COLUMN commitment.source_id IS 'What it was made by: an instruction, a demand of an opinion, a reception';
COMMENT ON COLUMN commitment.published IS 'Whether the portal shows it to everybody, in words of its own';
COMMENT ON COLUMN commitment.accusation IS 'Hangs on an accusation: seen by its named handlers alone';
COMMENT ON COLUMN commitment.by_unit IS 'The unit in whose name it was promised or instructed';
COMMENT ON COLUMN commitment.responsible IS 'User id of the leader who answers for it';
COMMENT ON COLUMN commitment.reported_at IS 'When fulfilment was last reported';
COMMENT ON COLUMN commitment.named IS 'Of an accusation: who alone may see it, as actors';
GRANT SELECT, INSERT, UPDATE, DELETE ON commitment TO huiyin_write;
GRANT SELECT ON commitment TO huiyin_read;
-- What a unit has promised, by date, and what it has had promised by others.
CREATE INDEX commitment_of_unit ON commitment (unit_id, due_on, stream_id);
CREATE INDEX commitment_by_unit ON commitment (by_unit, due_on, stream_id);
CREATE INDEX commitment_responsible ON commitment (responsible, due_on, stream_id)
  WHERE responsible IS NOT NULL;
-- Those of one petition.
CREATE INDEX commitment_of_petition ON commitment (petition_id, made_at, stream_id)
  WHERE petition_id IS NOT NULL;
-- Those of one reception, meeting or instruction.
CREATE INDEX commitment_of_source ON commitment (source_id, made_at, stream_id);
-- The portal's page, and the daily look at dates.
CREATE INDEX commitment_published ON commitment (due_on, stream_id) WHERE published;
CREATE INDEX commitment_open ON commitment (due_on, stream_id) WHERE status = 'open';

ALTER TABLE commitment ENABLE ROW LEVEL SECURITY;
CREATE POLICY commitment_read ON commitment FOR SELECT TO huiyin_read
  USING (
    (NOT accusation
      AND reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ','))
    OR (accusation AND named @> ARRAY[current_setting('app.actor', true)])
    OR petition_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY commitment_write ON commitment TO huiyin_write
  USING (
    (NOT accusation
      AND reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ','))
    OR petition_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
