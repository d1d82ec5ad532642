-- Joint meetings and case conferences (J-1): rows are projections of records of their own. A few
-- hundred a year. Who sits at the table reads one; questions, decisions and dissent lie sealed.

-- distribute: reference
CREATE TABLE joint_meeting (
  stream_id uuid PRIMARY KEY,
  unit_id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL
    CHECK (state IN ('planned', 'called', 'open', 'closed', 'minuted', 'cancelled')),
  kind text COLLATE "C" NOT NULL,
  meeting_on date NOT NULL,
  starts_at text COLLATE "C" NOT NULL,
  place text NOT NULL,
  chair_unit text COLLATE "C" NOT NULL,
  chair_user text COLLATE "C" NOT NULL,
  items integer NOT NULL,
  decided integer NOT NULL,
  reader_units text[] COLLATE "C" NOT NULL,
  version integer NOT NULL
);
ALTER TABLE joint_meeting OWNER TO huiyin_owner;
COMMENT ON TABLE joint_meeting IS 'Joint meetings and case conferences; owner: joint-meeting';
COMMENT ON COLUMN joint_meeting.unit_id IS 'The office that prepares it';
COMMENT ON COLUMN joint_meeting.reader_units IS 'Who prepares, chairs and takes part';
GRANT SELECT, INSERT, UPDATE, DELETE ON joint_meeting TO huiyin_write;
GRANT SELECT ON joint_meeting TO huiyin_read;
-- The calendar: meetings from one date to another, oldest first.
CREATE INDEX joint_meeting_by_date ON joint_meeting (meeting_on, stream_id);
ALTER TABLE joint_meeting ENABLE ROW LEVEL SECURITY;
CREATE POLICY joint_meeting_read ON joint_meeting FOR SELECT TO huiyin_read
  USING (reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ',')
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY joint_meeting_write ON joint_meeting TO huiyin_write
  USING (reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ',')
         OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
