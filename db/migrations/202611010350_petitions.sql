-- Petitions: the row that the scope is applied to, its clocks, its places in lists, its words.
-- Everything here is a projection of the event record and can be made again from it.

-- distribute: stream_id
CREATE TABLE petition (
  stream_id uuid PRIMARY KEY,
  number text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  purpose text COLLATE "C",
  accusation boolean NOT NULL,
  channel text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  reader_units text[] COLLATE "C" NOT NULL,
  named text[] COLLATE "C" NOT NULL,
  accused_units text[] COLLATE "C" NOT NULL DEFAULT '{}',
  version integer NOT NULL,
  calendar_version text COLLATE "C" NOT NULL,
  registered_at timestamptz NOT NULL
);
ALTER TABLE petition OWNER TO huiyin_owner;
COMMENT ON TABLE petition IS 'One row per petition: what the scope of a reader is applied to';
COMMENT ON COLUMN petition.reader_units IS 'Units that may read it; ignored for an accusation';
COMMENT ON COLUMN petition.accused_units IS 'Units in whose name nobody may see the accusation, named or not (P-6)';
COMMENT ON COLUMN petition.named IS 'Actors that may read an accusation, as staff:<user>; empty otherwise';
GRANT SELECT, INSERT, UPDATE ON petition TO huiyin_write;
GRANT SELECT ON petition TO huiyin_read;
GRANT SELECT (stream_id, status, purpose, channel, office, holder, region_code, registered_at) ON petition TO huiyin_statistics;
-- Serves the recount of clocks when a year's calendar is published.
CREATE INDEX petition_by_calendar ON petition (calendar_version) WHERE status <> 'concluded';

-- generated from the permission table: petition.read is held in the jurisdiction `reader`. The first
-- of app.units is the unit in whose name the actor acts; nobody reads anything without one.
ALTER TABLE petition ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_read ON petition FOR SELECT TO huiyin_read
  USING (
    (NOT accusation AND reader_units && string_to_array(current_setting('app.units', true), ','))
    OR (accusation AND named @> ARRAY[current_setting('app.actor', true)]
     AND current_setting('app.units', true) <> ''
     AND NOT accused_units @> ARRAY[split_part(current_setting('app.units', true), ',', 1)])
    OR current_setting('app.actor', true) = 'petitioner:' || stream_id::text
    OR current_setting('app.roles', true) = 'system'
  );
CREATE POLICY petition_statistics ON petition FOR SELECT TO huiyin_statistics
  USING (purpose IS DISTINCT FROM 'accusation');
CREATE POLICY petition_write ON petition TO huiyin_write
  USING (
    (NOT accusation AND reader_units && string_to_array(current_setting('app.units', true), ','))
    OR (accusation AND named @> ARRAY[current_setting('app.actor', true)]
     AND current_setting('app.units', true) <> ''
     AND NOT accused_units @> ARRAY[split_part(current_setting('app.units', true), ',', 1)])
    OR current_setting('app.actor', true) = 'petitioner:' || stream_id::text
    OR current_setting('app.roles', true) = 'system'
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
  )
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- distribute: number
CREATE TABLE petition_number (
  number text COLLATE "C" PRIMARY KEY,
  stream_id uuid NOT NULL
);
ALTER TABLE petition_number OWNER TO huiyin_owner;
COMMENT ON TABLE petition_number IS 'Directory from the number on the receipt to the stream';
GRANT SELECT, INSERT ON petition_number TO huiyin_write;
GRANT SELECT ON petition_number TO huiyin_read;

-- Drawn in blocks of 20: a number may stay unused, none is used twice.
CREATE SEQUENCE petition_number_sequence INCREMENT BY 20;
ALTER SEQUENCE petition_number_sequence OWNER TO huiyin_owner;
GRANT USAGE ON SEQUENCE petition_number_sequence TO huiyin_write;

-- distribute: stream_id
CREATE TABLE petition_clock (
  stream_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL,
  started_at timestamptz NOT NULL,
  due_date date NOT NULL,
  due_at timestamptz NOT NULL,
  provisional boolean NOT NULL,
  stopped_at timestamptz,
  PRIMARY KEY (stream_id, key)
);
ALTER TABLE petition_clock OWNER TO huiyin_owner;
COMMENT ON TABLE petition_clock IS 'Every clock of every petition with the due date that its calendar gives';
GRANT SELECT, INSERT, UPDATE ON petition_clock TO huiyin_write;
GRANT SELECT ON petition_clock TO huiyin_read;
ALTER TABLE petition_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY petition_clock_read ON petition_clock FOR SELECT TO huiyin_read
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY petition_clock_write ON petition_clock TO huiyin_write
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- One row per reading unit: every list of a unit is one walk along one index.
-- distribute: unit_id
CREATE TABLE desk_item (
  unit_id text COLLATE "C" NOT NULL,
  stream_id uuid NOT NULL,
  number text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  purpose text COLLATE "C",
  category text COLLATE "C",
  channel text COLLATE "C" NOT NULL,
  urgency text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL,
  officer text COLLATE "C",
  tasks text[] COLLATE "C" NOT NULL,
  registered_at timestamptz NOT NULL,
  clock_period text COLLATE "C",
  clock_started_at timestamptz,
  due_date date,
  due_at timestamptz NOT NULL,
  provisional boolean NOT NULL,
  PRIMARY KEY (unit_id, stream_id)
);
ALTER TABLE desk_item OWNER TO huiyin_owner;
COMMENT ON TABLE desk_item IS 'What each unit may read and what waits there; accusations never stand here';
COMMENT ON COLUMN desk_item.due_at IS 'Due moment of the clock that matters to the unit; far future when none runs';
GRANT SELECT, INSERT, UPDATE, DELETE ON desk_item TO huiyin_write;
GRANT SELECT ON desk_item TO huiyin_read;
ALTER TABLE desk_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk_item_read ON desk_item FOR SELECT TO huiyin_read
  USING (unit_id = ANY (string_to_array(current_setting('app.units', true), ',')));
CREATE POLICY desk_item_write ON desk_item TO huiyin_write
  USING (true) WITH CHECK (true);
-- The desk: what waits, by due moment.
CREATE INDEX desk_item_waiting ON desk_item (unit_id, due_at, stream_id) WHERE tasks <> '{}';
-- All petitions of a unit, newest first (read backwards); also the walk of a frequent search word.
CREATE INDEX desk_item_newest ON desk_item (unit_id, registered_at, stream_id);
-- What still runs at a unit, by due moment, whoever has to act.
CREATE INDEX desk_item_running ON desk_item (unit_id, due_at, stream_id) WHERE clock_period IS NOT NULL;

-- The same for accusations: by named handler, apart from everything shared.
-- distribute: user_id
CREATE TABLE accusation_item (
  user_id text COLLATE "C" NOT NULL,
  stream_id uuid NOT NULL,
  number text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  category text COLLATE "C",
  channel text COLLATE "C" NOT NULL,
  urgency text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL,
  officer text COLLATE "C",
  tasks text[] COLLATE "C" NOT NULL,
  registered_at timestamptz NOT NULL,
  clock_period text COLLATE "C",
  clock_started_at timestamptz,
  due_date date,
  due_at timestamptz NOT NULL,
  provisional boolean NOT NULL,
  accused_units text[] COLLATE "C" NOT NULL DEFAULT '{}',
  PRIMARY KEY (user_id, stream_id)
);
ALTER TABLE accusation_item OWNER TO huiyin_owner;
COMMENT ON TABLE accusation_item IS 'Lists of the named handlers of accusations; nobody else can tell that a row exists';
GRANT SELECT, INSERT, UPDATE, DELETE ON accusation_item TO huiyin_write;
GRANT SELECT ON accusation_item TO huiyin_read;
ALTER TABLE accusation_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY accusation_item_read ON accusation_item FOR SELECT TO huiyin_read
  USING ('staff:' || user_id = current_setting('app.actor', true)
         AND current_setting('app.units', true) <> ''
         AND NOT accused_units @> ARRAY[split_part(current_setting('app.units', true), ',', 1)]);
CREATE POLICY accusation_item_write ON accusation_item TO huiyin_write
  USING (true) WITH CHECK (true);
-- Who is no longer named leaves the list.
CREATE INDEX accusation_item_of_petition ON accusation_item (stream_id);
CREATE INDEX accusation_item_waiting ON accusation_item (user_id, due_at, stream_id) WHERE tasks <> '{}';

-- Keyed words for full-text search; an accusation has none.
-- distribute: stream_id
CREATE TABLE search_entry (
  stream_id uuid PRIMARY KEY,
  words bigint[] NOT NULL
);
ALTER TABLE search_entry OWNER TO huiyin_owner;
COMMENT ON TABLE search_entry IS 'Truncated keyed hashes of the words of each petition';
GRANT SELECT, INSERT, UPDATE, DELETE ON search_entry TO huiyin_write;
-- fastupdate off: the default stalls writers for seconds when the pending list is flushed.
CREATE INDEX search_entry_words ON search_entry USING gin (words) WITH (fastupdate = off);
ALTER TABLE search_entry ALTER COLUMN words SET STATISTICS 1000;

-- Files taken before the form is sent; bound to whoever sent them, swept after a day.
-- distribute: upload_id
CREATE TABLE staged_upload (
  upload_id uuid PRIMARY KEY,
  owner text COLLATE "C" NOT NULL,
  key_version integer NOT NULL,
  wrapped bytea NOT NULL,
  details bytea NOT NULL,
  address text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  keep_until timestamptz NOT NULL
);
ALTER TABLE staged_upload OWNER TO huiyin_owner;
COMMENT ON TABLE staged_upload IS 'Encrypted files that wait for the form they belong to';
GRANT SELECT, INSERT, DELETE ON staged_upload TO huiyin_write;
CREATE INDEX staged_upload_by_age ON staged_upload (keep_until);

-- Each reading of a petitioner's identity (L-4).
-- distribute: stream_id
CREATE TABLE access_record (
  stream_id uuid NOT NULL,
  access_id uuid NOT NULL,
  actor text COLLATE "C" NOT NULL,
  unit_id text COLLATE "C",
  what text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (stream_id, access_id)
);
ALTER TABLE access_record OWNER TO huiyin_owner;
COMMENT ON TABLE access_record IS 'Who read whose data, when and which part; append-only';
GRANT SELECT, INSERT ON access_record TO huiyin_write;
GRANT SELECT ON access_record TO huiyin_read;
CREATE INDEX access_record_by_time ON access_record (at DESC, access_id);
