-- People, units, places and categories (O-1 to O-3, X-2). All are reference tables: small, read by
-- every transaction, changed rarely.

-- Whoever holds a snapshot of the organisation compares this version with its own. It is drawn
-- anew at each change and not counted, so that it names one content among all databases.
-- Changes lock its row first, which lets them check the whole organisation one after another.
-- distribute: reference
CREATE TABLE organisation_version (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  version uuid NOT NULL
);
ALTER TABLE organisation_version OWNER TO huiyin_owner;
COMMENT ON TABLE organisation_version IS 'One row: which content the organisation has now';
GRANT SELECT ON organisation_version TO huiyin_write, huiyin_read, huiyin_statistics;
GRANT UPDATE ON organisation_version TO huiyin_write;
INSERT INTO organisation_version (version) VALUES (gen_random_uuid());

-- distribute: reference
CREATE TABLE region (
  code text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  level text COLLATE "C" NOT NULL
    CHECK (level IN ('province', 'city', 'county', 'township', 'village')),
  parent_code text COLLATE "C" REFERENCES region (code)
);
ALTER TABLE region OWNER TO huiyin_owner;
COMMENT ON TABLE region IS 'Places, five levels, official codes';
CREATE INDEX region_parent ON region (parent_code);

-- distribute: reference
CREATE TABLE unit (
  unit_id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  kind text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  region_code text COLLATE "C" NOT NULL REFERENCES region (code),
  parent_id text COLLATE "C" REFERENCES unit (unit_id),
  system text COLLATE "C",
  active boolean NOT NULL DEFAULT true,
  successor_id text COLLATE "C" REFERENCES unit (unit_id),
  phone text,
  address text,
  post_code text COLLATE "C",
  email text COLLATE "C",
  reception_hours text,
  reception_place text,
  CHECK (active OR successor_id IS DISTINCT FROM unit_id)
);
ALTER TABLE unit OWNER TO huiyin_owner;
COMMENT ON TABLE unit IS 'Bodies that take part in petition work, inside and outside government';
COMMENT ON COLUMN unit.system IS 'Line of business within which a matter is passed down (P-4b)';
COMMENT ON COLUMN unit.successor_id IS 'Who took over when it was merged, split or abolished';
COMMENT ON COLUMN unit.phone IS 'This and the next: what an office makes public (Reg. art. 18)';
CREATE INDEX unit_region ON unit (region_code);

-- distribute: reference
CREATE TABLE category (
  code text COLLATE "C" PRIMARY KEY,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 3),
  name text NOT NULL,
  parent_code text COLLATE "C" REFERENCES category (code),
  active boolean NOT NULL DEFAULT true
);
ALTER TABLE category OWNER TO huiyin_owner;
COMMENT ON TABLE category IS 'What petitions are about, three levels; a code never changes its meaning';

-- distribute: reference
CREATE TABLE person (
  user_id uuid PRIMARY KEY,
  user_name text COLLATE "C" NOT NULL UNIQUE,
  external_name text COLLATE "C" UNIQUE,
  display_name text NOT NULL,
  language text COLLATE "C" NOT NULL DEFAULT 'zh-CN' CHECK (language IN ('zh-CN', 'en')),
  disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
ALTER TABLE person OWNER TO huiyin_owner;
COMMENT ON TABLE person IS 'Members of staff with an account';
COMMENT ON COLUMN person.user_name IS 'Lower case, NFKC';
COMMENT ON COLUMN person.external_name IS 'What the single sign-on calls the person, where it differs';

-- distribute: reference
CREATE TABLE person_secret (
  user_id uuid PRIMARY KEY REFERENCES person (user_id),
  password_hash text COLLATE "C",
  password_expired boolean NOT NULL DEFAULT false,
  totp_secret bytea,
  totp_pending bytea,
  totp_last_step bigint NOT NULL DEFAULT 0,
  recovery_hashes text[] COLLATE "C" NOT NULL DEFAULT '{}'
);
ALTER TABLE person_secret OWNER TO huiyin_owner;
COMMENT ON TABLE person_secret IS 'What proves a person; read by signing in alone';
COMMENT ON COLUMN person_secret.password_hash IS 'argon2id; empty where only single sign-on is used';
COMMENT ON COLUMN person_secret.password_expired IS 'Set by somebody else and to be changed at the next sign-in';
COMMENT ON COLUMN person_secret.totp_secret IS 'AES-256-GCM under a key outside the database';
COMMENT ON COLUMN person_secret.totp_pending IS 'Enrolled but not confirmed by a code; the old one counts until then';
COMMENT ON COLUMN person_secret.totp_last_step IS 'Newest 30-second step that was used: a code works once';

-- distribute: reference
CREATE TABLE post (
  user_id uuid NOT NULL REFERENCES person (user_id),
  unit_id text COLLATE "C" NOT NULL REFERENCES unit (unit_id),
  role text COLLATE "C" NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  PRIMARY KEY (user_id, unit_id, role, from_at)
);
ALTER TABLE post OWNER TO huiyin_owner;
COMMENT ON TABLE post IS 'Who holds which post in which unit, from and to';
CREATE INDEX post_unit ON post (unit_id) WHERE to_at IS NULL;

-- distribute: reference
CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  session_id uuid NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES person (user_id),
  unit_id text COLLATE "C",
  second_factor boolean NOT NULL,
  password_expired boolean NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  fresh_until timestamptz NOT NULL,
  agent text NOT NULL,
  revoked_at timestamptz
);
ALTER TABLE session OWNER TO huiyin_owner;
COMMENT ON TABLE session IS 'Who is signed in';
COMMENT ON COLUMN session.token_hash IS 'SHA-256 of the 256-bit token that only the browser has';
COMMENT ON COLUMN session.unit_id IS 'Unit in whose name the person acts now';
COMMENT ON COLUMN session.second_factor IS 'Whether a second factor was shown, or none is asked for';
COMMENT ON COLUMN session.password_expired IS 'Nothing else is open until the person has chosen a new password';
COMMENT ON COLUMN session.agent IS 'Kind of browser and system, without version';
CREATE INDEX session_of_user ON session (user_id) WHERE revoked_at IS NULL;

-- distribute: reference
CREATE TABLE sign_in_attempt (
  name_hash bytea PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);
ALTER TABLE sign_in_attempt OWNER TO huiyin_owner;
COMMENT ON TABLE sign_in_attempt IS 'Wrong tries by name typed, whether or not such a person exists';
COMMENT ON COLUMN sign_in_attempt.name_hash IS 'Keyed hash: people type passwords into the wrong field';

-- distribute: reference
CREATE TABLE setting (
  key text COLLATE "C" PRIMARY KEY,
  value jsonb NOT NULL
);
ALTER TABLE setting OWNER TO huiyin_owner;
COMMENT ON TABLE setting IS 'Choices of the installation that are made while it runs, such as demo';

-- Everybody may read the organisation; only administrators and the system may change it.
DO $$
DECLARE
  name text;
  may_change constant text :=
    'string_to_array(current_setting(''app.roles'', true), '','') && ARRAY[''administrator'', ''system'']';
  is_system constant text := 'current_setting(''app.roles'', true) = ''system''';
BEGIN
  FOREACH name IN ARRAY ARRAY['region', 'unit', 'category', 'person', 'post', 'setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO huiyin_write', name);
    EXECUTE format('GRANT SELECT ON %I TO huiyin_read', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO huiyin_write, huiyin_read, huiyin_statistics USING (true)',
      name || '_select', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO huiyin_write WITH CHECK (%s)',
      name || '_insert', name, may_change);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO huiyin_write USING (%s) WITH CHECK (%s)',
      name || '_update', name, may_change, may_change);
  END LOOP;
  -- What proves a person is open to the system scope of signing in alone.
  FOREACH name IN ARRAY ARRAY['person_secret', 'session', 'sign_in_attempt'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO huiyin_write', name);
    EXECUTE format('CREATE POLICY %I ON %I TO huiyin_write USING (%s) WITH CHECK (%s)',
      name || '_write', name, is_system, is_system);
  END LOOP;
END
$$;
GRANT DELETE ON sign_in_attempt, session TO huiyin_write;
GRANT SELECT ON session TO huiyin_read;
CREATE POLICY session_read ON session FOR SELECT TO huiyin_read
  USING (current_setting('app.roles', true) = 'system');

GRANT SELECT ON region, unit, category TO huiyin_statistics;
GRANT SELECT (user_id, display_name) ON person TO huiyin_statistics;
GRANT SELECT ON post TO huiyin_statistics;
