-- Records of their own that belong to a petition: a review, a hearing, a mediation. Each is a stream
-- of its own with papers and clocks of its own; whoever may read the record reads its children.

-- distribute: stream_id
CREATE TABLE case_record (
  stream_id uuid PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  petition_id uuid NOT NULL,
  state text COLLATE "C" NOT NULL,
  open boolean NOT NULL,
  subject uuid,
  holder text COLLATE "C" NOT NULL,
  reader_units text[] COLLATE "C" NOT NULL,
  version integer NOT NULL,
  calendar_version text COLLATE "C" NOT NULL,
  opened_at timestamptz NOT NULL
);
ALTER TABLE case_record OWNER TO huiyin_owner;
COMMENT ON TABLE case_record IS 'One row per record beside a petition: what the scope of a reader is applied to';
COMMENT ON COLUMN case_record.subject IS 'What it is about inside the petition, such as the contested paper';
COMMENT ON COLUMN case_record.open IS 'Whether something may still happen in it';
GRANT SELECT, INSERT, UPDATE ON case_record TO huiyin_write;
GRANT SELECT ON case_record TO huiyin_read;
-- All records of one petition, oldest first.
CREATE INDEX case_record_of_petition ON case_record (petition_id, opened_at, stream_id);
-- Those whose clocks a new calendar counts again.
CREATE INDEX case_record_by_calendar ON case_record (calendar_version, stream_id) WHERE open;
ALTER TABLE case_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_record_read ON case_record FOR SELECT TO huiyin_read
  USING (reader_units && string_to_array(current_setting('app.units', true), ',')
         OR current_setting('app.actor', true) = 'petitioner:' || petition_id::text
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY case_record_write ON case_record TO huiyin_write
  USING (reader_units && string_to_array(current_setting('app.units', true), ',')
         OR current_setting('app.actor', true) = 'petitioner:' || petition_id::text
         OR current_setting('app.roles', true) = 'system'
         OR petition_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]))
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- What waits at a unit in such a record; the petition's own line gives number and title.
-- distribute: unit_id
CREATE TABLE case_item (
  unit_id text COLLATE "C" NOT NULL,
  case_id uuid NOT NULL,
  petition_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  officer text COLLATE "C",
  tasks text[] COLLATE "C" NOT NULL,
  clock_period text COLLATE "C",
  clock_started_at timestamptz,
  due_date date,
  due_at timestamptz NOT NULL,
  provisional boolean NOT NULL,
  PRIMARY KEY (unit_id, case_id)
);
ALTER TABLE case_item OWNER TO huiyin_owner;
COMMENT ON TABLE case_item IS 'What waits at each unit in a record beside a petition';
COMMENT ON COLUMN case_item.due_at IS 'Due moment of the clock that matters to the unit; far future when none runs';
GRANT SELECT, INSERT, UPDATE, DELETE ON case_item TO huiyin_write;
GRANT SELECT ON case_item TO huiyin_read;
ALTER TABLE case_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_item_read ON case_item FOR SELECT TO huiyin_read
  USING (unit_id = ANY (string_to_array(current_setting('app.units', true), ',')));
CREATE POLICY case_item_write ON case_item TO huiyin_write
  USING (case_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (case_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system');
-- The desk: what waits, by due moment. A county has few of them: the branch of the list is cheap.
CREATE INDEX case_item_waiting ON case_item (unit_id, due_at, case_id) WHERE tasks <> '{}';
