-- The hall of a reception day and its tickets (R-3, R-4). Both are projections of records of their
-- own: a stream per hall, and one per ticket, so that forty groups do not queue on one row. Rows
-- lie with their reception day, whose row is passed first.

-- distribute: day_id
CREATE TABLE reception_hall (
  day_id uuid PRIMARY KEY,
  stream_id uuid NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  units text[] COLLATE "C" NOT NULL,
  first_on date NOT NULL,
  sits_on date NOT NULL,
  state jsonb NOT NULL,
  version integer NOT NULL
);
ALTER TABLE reception_hall OWNER TO huiyin_owner;
COMMENT ON TABLE reception_hall IS 'Halls of reception days: groups, desks, screens; owner: reception-days';
COMMENT ON COLUMN reception_hall.stream_id IS 'Its record';
COMMENT ON COLUMN reception_hall.unit_id IS 'The office that runs it';
COMMENT ON COLUMN reception_hall.units IS 'Units whose people work in it';
COMMENT ON COLUMN reception_hall.sits_on IS 'The day on which it sits now';
COMMENT ON COLUMN reception_hall.state IS 'Settings, groups, desks and screens as the record says';
GRANT SELECT, INSERT, UPDATE ON reception_hall TO huiyin_write;
GRANT SELECT ON reception_hall TO huiyin_read;
-- The halls of my units, newest first.
CREATE INDEX reception_hall_units ON reception_hall USING gin (units);
ALTER TABLE reception_hall ENABLE ROW LEVEL SECURITY;
CREATE POLICY reception_hall_read ON reception_hall FOR SELECT TO huiyin_read
  USING (
    units && string_to_array(nullif(current_setting('app.units', true), ''), ',')
    OR day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY reception_hall_write ON reception_hall TO huiyin_write
  USING (
    units && string_to_array(nullif(current_setting('app.units', true), ''), ',')
    OR day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');

-- distribute: day_id
CREATE TABLE reception_ticket (
  day_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  numbered_on date NOT NULL,
  sits_on date NOT NULL,
  way text COLLATE "C" NOT NULL CHECK (way IN ('door', 'portal', 'telephone')),
  stage text COLLATE "C" NOT NULL
    CHECK (stage IN ('waiting', 'called', 'talking', 'heard', 'cancelled')),
  taken_at timestamptz NOT NULL,
  arrived_at timestamptz,
  carried integer NOT NULL,
  persons integer NOT NULL,
  topic text COLLATE "C",
  about_unit text COLLATE "C",
  has_telephone boolean NOT NULL,
  sent_to text COLLATE "C",
  group_id text COLLATE "C",
  calls integer NOT NULL,
  called_at timestamptz,
  telephoned_at timestamptz,
  talk_began_at timestamptz,
  talk_ended_at timestamptz,
  matters integer NOT NULL,
  call_command uuid,
  version integer NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (day_id, ticket_id)
);
ALTER TABLE reception_ticket OWNER TO huiyin_owner;
COMMENT ON TABLE reception_ticket IS 'Tickets of a hall, without names; owner: reception-days';
COMMENT ON COLUMN reception_ticket.numbered_on IS 'First day of the hall that gave the number: it stays with a ticket that is carried over';
COMMENT ON COLUMN reception_ticket.call_command IS 'The command that called it last: a retry of "next" finds the ticket that it got';
COMMENT ON COLUMN reception_ticket.matters IS 'How many petitions the conversation came to';
GRANT SELECT, INSERT, UPDATE, DELETE ON reception_ticket TO huiyin_write;
GRANT SELECT ON reception_ticket TO huiyin_read;
-- A group holds one ticket at a time, without a lock that others would wait for.
CREATE UNIQUE INDEX reception_ticket_at_group ON reception_ticket (day_id, group_id)
  WHERE stage IN ('called', 'talking');
-- The queue of a day in its one order.
CREATE INDEX reception_ticket_queue
  ON reception_ticket (day_id, sits_on, (carried = 0), taken_at, series, number)
  WHERE stage = 'waiting';
-- What changed while a screen was away.
CREATE INDEX reception_ticket_changed ON reception_ticket (day_id, changed_at);
-- By its number alone, as the holder of a paper asks.
CREATE INDEX reception_ticket_by_id ON reception_ticket (ticket_id);
ALTER TABLE reception_ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY reception_ticket_read ON reception_ticket FOR SELECT TO huiyin_read
  USING (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR ticket_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY reception_ticket_write ON reception_ticket TO huiyin_write
  USING (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR ticket_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');

-- How far the numbers of a series were given out, to a desk as a supply or one by one. A locked row
-- per series: desks do not wait for each other.
-- distribute: day_id
CREATE TABLE reception_series (
  day_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  given integer NOT NULL,
  PRIMARY KEY (day_id, series)
);
ALTER TABLE reception_series OWNER TO huiyin_owner;
COMMENT ON TABLE reception_series IS 'The highest number of each series that was given out; owner: reception-days';
GRANT SELECT, INSERT, UPDATE ON reception_series TO huiyin_write;
ALTER TABLE reception_series ENABLE ROW LEVEL SECURITY;
CREATE POLICY reception_series_write ON reception_series TO huiyin_write
  USING (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');

-- Which ticket has which number of a day: a ticket that is carried to another day keeps it. A
-- directory by value, as petition numbers are: it leads to a ticket that is then refused.
-- distribute: day_id
CREATE TABLE reception_number (
  day_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  ticket_id uuid NOT NULL,
  PRIMARY KEY (day_id, series, number)
);
ALTER TABLE reception_number OWNER TO huiyin_owner;
COMMENT ON TABLE reception_number IS 'The tickets by their numbers; owner: reception-days';
GRANT SELECT, INSERT ON reception_number TO huiyin_write;
GRANT SELECT ON reception_number TO huiyin_read;
ALTER TABLE reception_number ENABLE ROW LEVEL SECURITY;
CREATE POLICY reception_number_read ON reception_number FOR SELECT TO huiyin_read
  USING (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY reception_number_write ON reception_number TO huiyin_write
  USING (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    day_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
