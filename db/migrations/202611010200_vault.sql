-- The vault's tables: what is sealed under a key per case, and the indexes for exact look-up (L-3).
-- The keys that open them lie outside the database.

-- distribute: stream_id
CREATE TABLE case_key (
  stream_id uuid PRIMARY KEY,
  key_version int NOT NULL CHECK (key_version > 0),
  wrapped bytea NOT NULL
);
ALTER TABLE case_key OWNER TO huiyin_owner;
COMMENT ON TABLE case_key IS 'One key per case, wrapped by the master key, which is not in the database';
COMMENT ON COLUMN case_key.stream_id IS 'The stream whose sealed items this key opens';
COMMENT ON COLUMN case_key.key_version IS 'The master key version that wrapped it; a rotation raises it';
COMMENT ON COLUMN case_key.wrapped IS 'The wrapped key: format byte, suite byte, nonce, ciphertext, tag';
-- A rotation walks the keys that are still under an older version.
CREATE INDEX case_key_by_version ON case_key (key_version, stream_id);

-- distribute: stream_id
CREATE TABLE sealed (
  stream_id uuid NOT NULL,
  id text COLLATE "C" NOT NULL,
  key_version int NOT NULL CHECK (key_version > 0),
  ciphertext bytea NOT NULL,
  PRIMARY KEY (stream_id, id)
);
ALTER TABLE sealed OWNER TO huiyin_owner;
-- Ciphertext does not compress.
ALTER TABLE sealed ALTER COLUMN ciphertext SET STORAGE EXTERNAL;
COMMENT ON TABLE sealed IS 'Personal data and petitioners'' texts, sealed under the key of their case';
COMMENT ON COLUMN sealed.stream_id IS 'The case';
COMMENT ON COLUMN sealed.id IS 'The item within the case; its event carries the same id and the commitment';
COMMENT ON COLUMN sealed.key_version IS 'The master key version in use when it was sealed; not changed by a rotation';
COMMENT ON COLUMN sealed.ciphertext IS 'Format byte, suite byte, nonce, ciphertext of suite byte, salt and JSON, tag';

-- distribute: value
CREATE TABLE blind_index (
  value bytea NOT NULL CHECK (octet_length(value) = 16),
  kind text COLLATE "C" NOT NULL
    CHECK (kind IN ('identity-number', 'telephone', 'name', 'organisation-code')),
  key_version int NOT NULL CHECK (key_version > 0),
  stream_id uuid NOT NULL,
  PRIMARY KEY (value, kind, stream_id)
);
ALTER TABLE blind_index OWNER TO huiyin_owner;
COMMENT ON TABLE blind_index IS 'Keyed hashes by which a person is looked up exactly, and only exactly';
COMMENT ON COLUMN blind_index.value IS 'HMAC of kind and normalised value, 16 bytes';
COMMENT ON COLUMN blind_index.kind IS 'What kind of value it is';
COMMENT ON COLUMN blind_index.key_version IS 'The version of the index key; a rotation adds entries under the new one';
COMMENT ON COLUMN blind_index.stream_id IS 'A case in which the value occurs';
-- Serves the withdrawal of a case's entries and the end of a rotation.
CREATE INDEX blind_index_by_stream ON blind_index (stream_id, key_version);

GRANT SELECT, INSERT ON case_key, sealed TO huiyin_write;
GRANT SELECT, INSERT, DELETE ON blind_index TO huiyin_write;
GRANT SELECT ON case_key, sealed, blind_index TO huiyin_read;

-- Second fence: a case's rows are open only after its own row passed the scope. The setting holds
-- one id, or those of one page of a list. Empty means nobody.
ALTER TABLE case_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_key_read ON case_key FOR SELECT TO huiyin_read, huiyin_write
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
CREATE POLICY case_key_write ON case_key FOR INSERT TO huiyin_write
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

ALTER TABLE sealed ENABLE ROW LEVEL SECURITY;
CREATE POLICY sealed_read ON sealed FOR SELECT TO huiyin_read, huiyin_write
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
CREATE POLICY sealed_write ON sealed FOR INSERT TO huiyin_write
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
