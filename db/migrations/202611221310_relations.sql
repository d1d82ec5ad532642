-- Relations between petitions (P-13): one row each, under the petition that it points to. A
-- projection of the petitions' events, made again from them.

-- distribute: stream_id
CREATE TABLE relation (
  stream_id uuid NOT NULL,
  relation_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL
    CHECK (kind IN ('repeat-of', 'same-matter', 'merged-into', 'split-from', 'member-of')),
  from_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  undone_at timestamptz,
  followed integer NOT NULL DEFAULT 0,
  status text COLLATE "C",
  received text[] COLLATE "C" NOT NULL DEFAULT '{}',
  served text[] COLLATE "C" NOT NULL DEFAULT '{}',
  PRIMARY KEY (stream_id, relation_id)
);
ALTER TABLE relation OWNER TO huiyin_owner;
COMMENT ON TABLE relation IS 'Which petition is what to which other one; accusations never stand here';
COMMENT ON COLUMN relation.stream_id IS 'The one it points to: the earlier one, the one that goes on, the head of a group';
COMMENT ON COLUMN relation.followed IS 'Of a member: the event of its head up to which it has followed';
COMMENT ON COLUMN relation.status IS 'Of a member: where it stands';
COMMENT ON COLUMN relation.received IS 'Of a member: papers of the head that it got as its own';
COMMENT ON COLUMN relation.served IS 'Of a member: those among them that reached the petitioner';
GRANT SELECT, INSERT, UPDATE, DELETE ON relation TO huiyin_write;
GRANT SELECT ON relation TO huiyin_read;
ALTER TABLE relation ENABLE ROW LEVEL SECURITY;
CREATE POLICY relation_read ON relation FOR SELECT TO huiyin_read
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY relation_write ON relation TO huiyin_write
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR from_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR from_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system');
-- Members of a group in the order in which they joined, and those that are behind their head.
CREATE INDEX relation_member ON relation (stream_id, made_at, relation_id)
  WHERE kind = 'member-of' AND undone_at IS NULL;
-- What becomes an accusation leaves every relation.
CREATE INDEX relation_from ON relation (from_id);
