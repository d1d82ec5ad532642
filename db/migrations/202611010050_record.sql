-- The event record (L-1): append-only, hash-chained within each stream. Current state is a fold of it.

-- One row per stream: what a command locks, and the head of its chain.
-- distribute: stream_id
CREATE TABLE stream (
  stream_id uuid PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  hash bytea NOT NULL,
  last_at timestamptz NOT NULL
);
ALTER TABLE stream OWNER TO huiyin_owner;
COMMENT ON TABLE stream IS 'Head of each stream: the row that a command locks';
COMMENT ON COLUMN stream.hash IS 'Hash of the newest event of the stream';
GRANT SELECT, INSERT, UPDATE ON stream TO huiyin_write;
GRANT SELECT ON stream TO huiyin_read;

-- distribute: stream_id
CREATE TABLE event (
  stream_id uuid NOT NULL,
  seq integer NOT NULL,
  type text COLLATE "C" NOT NULL,
  type_version smallint NOT NULL,
  data jsonb NOT NULL,
  actor text COLLATE "C" NOT NULL,
  unit_id text COLLATE "C",
  at timestamptz NOT NULL,
  calendar_version text COLLATE "C" NOT NULL,
  rules_version text COLLATE "C" NOT NULL,
  command_id uuid NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (stream_id, seq)
);
ALTER TABLE event OWNER TO huiyin_owner;
COMMENT ON TABLE event IS 'Every change, append-only; nobody may update or delete';
COMMENT ON COLUMN event.hash IS 'SHA-256 over the previous hash and the canonical JSON (RFC 8785) of the event';
COMMENT ON COLUMN event.at IS 'Database time, never falling within a stream';
GRANT SELECT, INSERT ON event TO huiyin_write;
GRANT SELECT ON event TO huiyin_read;
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
CREATE POLICY event_read ON event FOR SELECT TO huiyin_read
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY event_write ON event TO huiyin_write
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- Which commands a stream has taken, for ever: a retry is answered, not done twice.
-- distribute: stream_id
CREATE TABLE command (
  stream_id uuid NOT NULL,
  command_id uuid NOT NULL,
  body_hash bytea NOT NULL,
  last_seq integer NOT NULL,
  PRIMARY KEY (stream_id, command_id)
);
ALTER TABLE command OWNER TO huiyin_owner;
COMMENT ON TABLE command IS 'Commands taken by a stream; the same id with another body is refused';
GRANT SELECT, INSERT ON command TO huiyin_write;

-- Events that the sequencer has not placed in the one global order yet.
-- distribute: stream_id
CREATE TABLE unlogged (
  stream_id uuid NOT NULL,
  seq integer NOT NULL,
  PRIMARY KEY (stream_id, seq)
);
ALTER TABLE unlogged OWNER TO huiyin_owner;
COMMENT ON TABLE unlogged IS 'Events waiting for their place in the feed';
GRANT SELECT, INSERT, DELETE ON unlogged TO huiyin_write;
GRANT SELECT ON unlogged TO huiyin_read;

-- distribute: local
CREATE TABLE log_leaf (
  leaf_index bigint PRIMARY KEY,
  stream_id uuid NOT NULL,
  seq integer NOT NULL
);
ALTER TABLE log_leaf OWNER TO huiyin_owner;
COMMENT ON TABLE log_leaf IS 'The only global order: what feeds, reactions and proofs read';
GRANT SELECT, INSERT ON log_leaf TO huiyin_write;
GRANT SELECT ON log_leaf TO huiyin_read;
