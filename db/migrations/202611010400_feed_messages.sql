-- How far each reader of the feed has come.
-- distribute: local
CREATE TABLE feed_cursor (
  consumer text COLLATE "C" PRIMARY KEY,
  leaf_index bigint NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE feed_cursor OWNER TO huiyin_owner;
COMMENT ON TABLE feed_cursor IS 'How far each consumer of the feed has come';
COMMENT ON COLUMN feed_cursor.leaf_index IS 'The newest leaf of log_leaf that the consumer has taken';
GRANT SELECT, INSERT, UPDATE ON feed_cursor TO huiyin_write;
GRANT SELECT ON feed_cursor TO huiyin_read;

-- The outbox (N-1). It holds neither an address nor a word of a petition (P-3): only which
-- template, the number, dates and names of units that fill it, and where in the stream's vault the
-- address lies.
-- distribute: stream_id
CREATE TABLE message (
  stream_id uuid NOT NULL,
  message_id uuid NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  template text COLLATE "C" NOT NULL,
  language text COLLATE "C" NOT NULL CHECK (language IN ('zh-CN', 'en')),
  params jsonb NOT NULL,
  urgent boolean NOT NULL,
  recipient_kind text COLLATE "C" NOT NULL CHECK (recipient_kind IN ('petitioner', 'staff', 'system')),
  sms_address uuid,
  email_address uuid,
  recipient_unit text COLLATE "C",
  recipient_user text COLLATE "C",
  wanted_channel text COLLATE "C",
  channel text COLLATE "C",
  status text COLLATE "C" NOT NULL CHECK (status IN ('queued', 'sent', 'failed', 'dead', 'held')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error text COLLATE "C",
  provider_receipt text COLLATE "C",
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (stream_id, message_id)
);
ALTER TABLE message OWNER TO huiyin_owner;
COMMENT ON TABLE message IS 'Outbox and record of what was sent; owner: messages';
COMMENT ON COLUMN message.unit_id IS 'The unit in whose name it is sent and on whose outbox page it stands';
COMMENT ON COLUMN message.sms_address IS 'Id of a sealed telephone number in the vault of the stream';
COMMENT ON COLUMN message.email_address IS 'Id of a sealed e-mail address in the vault of the stream';
COMMENT ON COLUMN message.wanted_channel IS 'The channel asked for; empty leaves the choice to the configuration';
COMMENT ON COLUMN message.channel IS 'The channel last used; outbox means that none is configured';
COMMENT ON COLUMN message.status IS 'queued: never tried; failed: will be tried again; dead: given up; held: waits for a person';
COMMENT ON COLUMN message.last_error IS 'A code, never the words of a provider, which may repeat the address';
-- The sender's look at what is due (every 200 ms).
CREATE INDEX message_due ON message (next_attempt_at) WHERE status IN ('queued', 'failed');
-- The outbox page of a unit, newest first, by keyset.
CREATE INDEX message_outbox ON message (unit_id, created_at DESC, message_id DESC);
-- Dead letters of a unit.
CREATE INDEX message_dead ON message (unit_id, created_at DESC, message_id DESC) WHERE status = 'dead';
-- What is in a person's or a unit's inbox.
CREATE INDEX message_inbox ON message (recipient_unit, created_at DESC, message_id DESC)
  WHERE recipient_unit IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON message TO huiyin_write;
GRANT SELECT ON message TO huiyin_read;
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
-- Who may see a unit's outbox: the roles with the verb outbox.read in the kernel's table.
CREATE POLICY message_read ON message FOR SELECT TO huiyin_read
  USING (current_setting('app.roles', true) = 'system'
         OR (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
             AND string_to_array(current_setting('app.roles', true), ',') && ARRAY['office-head', 'administrator'])
         OR recipient_unit = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ',')));
CREATE POLICY message_write ON message TO huiyin_write
  USING (current_setting('app.roles', true) = 'system'
         OR (unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
             AND string_to_array(current_setting('app.roles', true), ',') && ARRAY['office-head', 'administrator']))
  WITH CHECK (current_setting('app.roles', true) = 'system'
         OR unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
