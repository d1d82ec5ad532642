-- What each of the seven around a case does (七包一). A record of its own, so that its holder reads the
-- task and nothing of the case; whoever has passed the case reads the tasks of that case.

-- distribute: stream_id
CREATE TABLE sponsored_task (
  stream_id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  petition_id uuid NOT NULL,
  post text COLLATE "C" NOT NULL,
  own_only boolean NOT NULL,
  status text COLLATE "C" NOT NULL
    CHECK (status IN ('given', 'reported', 'accepted', 'withdrawn')),
  due_on date NOT NULL,
  holder text COLLATE "C",
  given_at timestamptz NOT NULL,
  version integer NOT NULL
);
ALTER TABLE sponsored_task OWNER TO huiyin_owner;
COMMENT ON TABLE sponsored_task IS 'Tasks of the posts around a case under a leader, one row each; owner: case-sponsorship';
COMMENT ON COLUMN sponsored_task.own_only IS 'Its holder sees this task alone, whatever the unit reads';
COMMENT ON COLUMN sponsored_task.holder IS 'Who has to do it, as actor; empty for somebody without an account';
GRANT SELECT, INSERT, UPDATE, DELETE ON sponsored_task TO huiyin_write;
GRANT SELECT ON sponsored_task TO huiyin_read;
CREATE INDEX sponsored_task_of_case ON sponsored_task (case_id, given_at, stream_id);
CREATE INDEX sponsored_task_of_holder ON sponsored_task (holder, due_on, stream_id)
  WHERE holder IS NOT NULL;

ALTER TABLE sponsored_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY sponsored_task_read ON sponsored_task FOR SELECT TO huiyin_read
  USING (
    holder = current_setting('app.actor', true)
    OR case_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY sponsored_task_write ON sponsored_task TO huiyin_write
  USING (
    holder = current_setting('app.actor', true)
    OR case_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');

-- Which posts those are, with the source of that; one sheet for the whole program.
-- distribute: reference
CREATE TABLE sponsored_post_setting (
  id text COLLATE "C" PRIMARY KEY,
  stream_id uuid NOT NULL,
  settings jsonb NOT NULL,
  version integer NOT NULL
);
ALTER TABLE sponsored_post_setting OWNER TO huiyin_owner;
COMMENT ON TABLE sponsored_post_setting IS 'The posts around a case under a leader, as an administrator set them; owner: case-sponsorship';
GRANT SELECT, INSERT, UPDATE, DELETE ON sponsored_post_setting TO huiyin_write;
GRANT SELECT ON sponsored_post_setting TO huiyin_read;
ALTER TABLE sponsored_post_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY sponsored_post_setting_read ON sponsored_post_setting FOR SELECT TO huiyin_read
  USING (nullif(current_setting('app.roles', true), '') IS NOT NULL);
CREATE POLICY sponsored_post_setting_write ON sponsored_post_setting TO huiyin_write
  USING (nullif(current_setting('app.roles', true), '') IS NOT NULL)
  WITH CHECK (nullif(current_setting('app.roles', true), '') IS NOT NULL);
