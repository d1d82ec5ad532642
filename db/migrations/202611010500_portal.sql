-- What citizens have typed and not sent yet (W-1). Owner: portal.
-- distribute: draft_id
CREATE TABLE portal_draft (
  draft_id uuid PRIMARY KEY,
  key_version int NOT NULL CHECK (key_version > 0),
  wrapped bytea NOT NULL,
  ciphertext bytea NOT NULL,
  updated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
ALTER TABLE portal_draft OWNER TO huiyin_owner;
-- Ciphertext does not compress.
ALTER TABLE portal_draft ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
COMMENT ON TABLE portal_draft IS 'Drafts of the citizens'' portal, each sealed under a key of its own; owner: portal';
COMMENT ON COLUMN portal_draft.draft_id IS 'Derived one way from the secret that only the citizen''s device holds';
COMMENT ON COLUMN portal_draft.key_version IS 'The master key version that wrapped the draft''s key';
COMMENT ON COLUMN portal_draft.wrapped IS 'The draft''s key, wrapped by the master key outside the database';
COMMENT ON COLUMN portal_draft.ciphertext IS 'Everything that was typed, sealed';
COMMENT ON COLUMN portal_draft.updated_at IS 'When the citizen last saved';
COMMENT ON COLUMN portal_draft.expires_at IS 'After this moment the draft is gone, also before the sweep';
-- The sweep of expired drafts.
CREATE INDEX portal_draft_by_expiry ON portal_draft (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON portal_draft TO huiyin_write;

-- A draft opens only for the request that named its id; the sweep sees expired ones alone.
ALTER TABLE portal_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY portal_draft_own ON portal_draft TO huiyin_write
  USING (draft_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR (current_setting('app.roles', true) = 'system' AND expires_at <= now()))
  WITH CHECK (draft_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
