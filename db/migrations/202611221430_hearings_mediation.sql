-- Hearings, mediations, re-evaluations and deliberations (M-1 to M-5), and the roster that staffs
-- them. The rows are projections of records of their own; each hangs on a petition, which is passed
-- first: who cannot see the petition cannot see that a hearing exists.

-- distribute: petition_id
CREATE TABLE proceeding (
  petition_id uuid NOT NULL,
  stream_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL
    CHECK (kind IN ('hearing', 'mediation', 're-evaluation', 'deliberation')),
  stage text COLLATE "C" NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  begun_at timestamptz NOT NULL,
  planned_on date,
  confirm_by date,
  papers uuid[] NOT NULL DEFAULT '{}',
  version integer NOT NULL,
  PRIMARY KEY (petition_id, stream_id)
);
ALTER TABLE proceeding OWNER TO huiyin_owner;
COMMENT ON TABLE proceeding IS 'Hearings, mediations, re-evaluations, deliberations of petitions; owner: hearings-mediation';
COMMENT ON COLUMN proceeding.unit_id IS 'The unit that conducts it';
COMMENT ON COLUMN proceeding.planned_on IS 'The day of the hearing';
COMMENT ON COLUMN proceeding.confirm_by IS 'Last day to ask the court, while the window is open and nobody has asked';
COMMENT ON COLUMN proceeding.papers IS 'Papers of the petition that it drafted';
GRANT SELECT, INSERT, UPDATE ON proceeding TO huiyin_write;
GRANT SELECT ON proceeding TO huiyin_read;
-- The list of a unit, newest first.
CREATE INDEX proceeding_of_unit ON proceeding (unit_id, begun_at DESC, stream_id);
-- The daily look at windows that close.
CREATE INDEX proceeding_window ON proceeding (confirm_by, stream_id) WHERE confirm_by IS NOT NULL;
-- From a paper that was served to what it belongs to.
CREATE INDEX proceeding_papers ON proceeding USING gin (papers);

ALTER TABLE proceeding ENABLE ROW LEVEL SECURITY;
CREATE POLICY proceeding_read ON proceeding FOR SELECT TO huiyin_read
  USING (
    petition_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY proceeding_write ON proceeding TO huiyin_write
  USING (
    petition_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    petition_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- A few dozen people; name and telephone lie sealed under the member's own key.
-- distribute: reference
CREATE TABLE roster_member (
  member_id uuid PRIMARY KEY,
  kept_by text COLLATE "C" NOT NULL,
  kinds text[] COLLATE "C" NOT NULL,
  profession text NOT NULL,
  region_code text COLLATE "C" NOT NULL,
  affiliation text COLLATE "C",
  active_from date NOT NULL,
  active_to date,
  version integer NOT NULL
);
ALTER TABLE roster_member OWNER TO huiyin_owner;
COMMENT ON TABLE roster_member IS 'Who can sit on a panel, mediate or staff the hall; owner: hearings-mediation';
COMMENT ON COLUMN roster_member.kept_by IS 'The unit that administers the member';
COMMENT ON COLUMN roster_member.affiliation IS 'The unit that the member works for: never on a panel about it';
GRANT SELECT, INSERT, UPDATE ON roster_member TO huiyin_write;
GRANT SELECT ON roster_member TO huiyin_read;
ALTER TABLE roster_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY roster_member_read ON roster_member FOR SELECT TO huiyin_read
  USING (nullif(current_setting('app.actor', true), '') IS NOT NULL);
CREATE POLICY roster_member_write ON roster_member TO huiyin_write
  USING (nullif(current_setting('app.actor', true), '') IS NOT NULL)
  WITH CHECK (nullif(current_setting('app.actor', true), '') IS NOT NULL);

-- distribute: unit_id
CREATE TABLE hall_shift (
  unit_id text COLLATE "C" NOT NULL,
  shift_id uuid NOT NULL,
  member_id uuid NOT NULL,
  shift_on date NOT NULL,
  part text COLLATE "C" NOT NULL CHECK (part IN ('morning', 'afternoon', 'day')),
  role text COLLATE "C" NOT NULL CHECK (role IN ('lawyer', 'psychologist', 'mediator')),
  cancelled boolean NOT NULL DEFAULT false,
  PRIMARY KEY (unit_id, shift_id)
);
ALTER TABLE hall_shift OWNER TO huiyin_owner;
COMMENT ON TABLE hall_shift IS 'Lawyers, psychologists and mediators on duty in the hall; owner: hearings-mediation';
GRANT SELECT, INSERT, UPDATE ON hall_shift TO huiyin_write;
GRANT SELECT ON hall_shift TO huiyin_read;
CREATE INDEX hall_shift_by_day ON hall_shift (unit_id, shift_on, shift_id);
ALTER TABLE hall_shift ENABLE ROW LEVEL SECURITY;
CREATE POLICY hall_shift_read ON hall_shift FOR SELECT TO huiyin_read
  USING (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY hall_shift_write ON hall_shift TO huiyin_write
  USING (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR current_setting('app.roles', true) = 'system');
