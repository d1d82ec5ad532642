-- Reception days (R-1 to R-7): the leaders who receive, and the days on which they do. Rows are
-- projections of records of their own. A few hundred days a year; the portal shows those that are
-- announced, the offices see all. Whoever is invited and why lies sealed and stands in no row.

-- distribute: reference
CREATE TABLE reception_leader (
  leader_id uuid PRIMARY KEY,
  kept_by text COLLATE "C" NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  user_id uuid,
  name text NOT NULL,
  post text NOT NULL,
  portfolio text NOT NULL,
  topics text[] COLLATE "C" NOT NULL,
  regions text[] COLLATE "C" NOT NULL,
  fields text[] NOT NULL,
  active_from date NOT NULL,
  active_to date,
  version integer NOT NULL
);
ALTER TABLE reception_leader OWNER TO huiyin_owner;
COMMENT ON TABLE reception_leader IS 'Leaders who receive petitioners, with portfolio and coverage; owner: reception-days';
COMMENT ON COLUMN reception_leader.kept_by IS 'The unit that keeps the entry';
COMMENT ON COLUMN reception_leader.topics IS 'Codes of the categories that the leader is in charge of';
COMMENT ON COLUMN reception_leader.regions IS 'Codes of the places that the leader answers for';
COMMENT ON COLUMN reception_leader.fields IS 'Special fields that the leader answers for';
GRANT SELECT, INSERT, UPDATE, DELETE ON reception_leader TO huiyin_write;
GRANT SELECT ON reception_leader TO huiyin_read;
ALTER TABLE reception_leader ENABLE ROW LEVEL SECURITY;
CREATE POLICY reception_leader_read ON reception_leader FOR SELECT TO huiyin_read
  USING (nullif(current_setting('app.roles', true), '') IS NOT NULL);
CREATE POLICY reception_leader_write ON reception_leader TO huiyin_write
  USING (nullif(current_setting('app.roles', true), '') IS NOT NULL)
  WITH CHECK (nullif(current_setting('app.roles', true), '') IS NOT NULL);

-- distribute: reference
CREATE TABLE reception_day (
  stream_id uuid PRIMARY KEY,
  unit_id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL
    CHECK (state IN ('planned', 'noticed', 'running', 'closed', 'cancelled')),
  kind text COLLATE "C" NOT NULL,
  reception_on date NOT NULL,
  plan jsonb NOT NULL,
  notice jsonb,
  planned_at timestamptz NOT NULL,
  opened_at timestamptz,
  closed_at timestamptz,
  cancelled jsonb,
  version integer NOT NULL
);
ALTER TABLE reception_day OWNER TO huiyin_owner;
COMMENT ON TABLE reception_day IS 'Reception days; owner: reception-days';
COMMENT ON COLUMN reception_day.plan IS 'Kind, hours, place, leaders with their portfolio, theme: what a notice says';
COMMENT ON COLUMN reception_day.notice IS 'Version and first day of the notice; empty until it is public';
GRANT SELECT, INSERT, UPDATE, DELETE ON reception_day TO huiyin_write;
GRANT SELECT ON reception_day TO huiyin_read;
-- The calendar: days from one date to another, oldest first.
CREATE INDEX reception_day_by_date ON reception_day (reception_on, stream_id);
ALTER TABLE reception_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY reception_day_read ON reception_day FOR SELECT TO huiyin_read
  USING (notice IS NOT NULL OR nullif(current_setting('app.roles', true), '') IS NOT NULL);
CREATE POLICY reception_day_write ON reception_day TO huiyin_write
  USING (notice IS NOT NULL OR nullif(current_setting('app.roles', true), '') IS NOT NULL)
  WITH CHECK (nullif(current_setting('app.roles', true), '') IS NOT NULL);
