-- Who wants to be told of an office's reception days (R-2). It is no part of any record: whoever
-- unsubscribes is forgotten, and whoever never confirms is swept out after two days.
-- distribute: subscription_id
CREATE TABLE reception_subscription (
  subscription_id uuid PRIMARY KEY,
  unit_id text COLLATE "C" NOT NULL,
  way text COLLATE "C" NOT NULL CHECK (way IN ('sms', 'email')),
  language text COLLATE "C" NOT NULL,
  key_version int NOT NULL CHECK (key_version > 0),
  wrapped bytea NOT NULL,
  ciphertext bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  confirmed_at timestamptz
);
ALTER TABLE reception_subscription OWNER TO huiyin_owner;
COMMENT ON TABLE reception_subscription IS 'Messages about reception days, each address sealed under a key of its own; owner: reception-days';
COMMENT ON COLUMN reception_subscription.subscription_id IS 'Derived from office and address by a keyed hash: the same address subscribes once';
COMMENT ON COLUMN reception_subscription.unit_id IS 'The office whose days it is about';
COMMENT ON COLUMN reception_subscription.wrapped IS 'The key of the address, wrapped by the master key outside the database';
COMMENT ON COLUMN reception_subscription.ciphertext IS 'Telephone number or e-mail address, sealed';
COMMENT ON COLUMN reception_subscription.confirmed_at IS 'When whoever reads the address said yes; nothing is sent before';
GRANT SELECT, INSERT, UPDATE, DELETE ON reception_subscription TO huiyin_write;
GRANT SELECT ON reception_subscription TO huiyin_read;
-- Everybody who is told of a day of an office, page by page.
CREATE INDEX reception_subscription_told ON reception_subscription (unit_id, subscription_id)
  WHERE confirmed_at IS NOT NULL;
-- The sweep of those who never confirmed.
CREATE INDEX reception_subscription_asked ON reception_subscription (asked_at)
  WHERE confirmed_at IS NULL;
ALTER TABLE reception_subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY reception_subscription_read ON reception_subscription FOR SELECT TO huiyin_read
  USING (
    subscription_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY reception_subscription_write ON reception_subscription TO huiyin_write
  USING (
    subscription_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    subscription_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
