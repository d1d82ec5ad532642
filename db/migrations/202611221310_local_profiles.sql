-- Named local profiles (P-9): sets of limits that an office works by beside the law, never laxer
-- than it. What applied to a petition stands in the petition's own record.

-- distribute: reference
CREATE TABLE local_profile (
  profile_id uuid PRIMARY KEY,
  name text NOT NULL,
  source text NOT NULL,
  certainty text COLLATE "C" NOT NULL CHECK (certainty IN ('seen', 'secondary', 'practice')),
  region_code text COLLATE "C" NOT NULL,
  from_date date NOT NULL,
  to_date date,
  units text[] COLLATE "C" NOT NULL,
  channels text[] COLLATE "C" NOT NULL,
  categories text[] COLLATE "C" NOT NULL,
  limits jsonb NOT NULL
);
ALTER TABLE local_profile OWNER TO huiyin_owner;
COMMENT ON TABLE local_profile IS 'Limits of an office or a hotline, dated, with their source';
COMMENT ON COLUMN local_profile.region_code IS 'Place of the administrator who made it: only there it is ended';
COMMENT ON COLUMN local_profile.units IS 'This and the next two: what it applies to; empty leaves nothing out';
COMMENT ON COLUMN local_profile.limits IS 'Period, amount, unit and purposes of each limit';
ALTER TABLE local_profile ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON local_profile TO huiyin_write;
GRANT SELECT ON local_profile TO huiyin_read;
CREATE POLICY local_profile_select ON local_profile FOR SELECT TO huiyin_write, huiyin_read
  USING (true);
CREATE POLICY local_profile_insert ON local_profile FOR INSERT TO huiyin_write
  WITH CHECK (string_to_array(current_setting('app.roles', true), ',')
              && ARRAY['administrator', 'system']);
CREATE POLICY local_profile_update ON local_profile FOR UPDATE TO huiyin_write
  USING (string_to_array(current_setting('app.roles', true), ',')
         && ARRAY['administrator', 'system'])
  WITH CHECK (string_to_array(current_setting('app.roles', true), ',')
              && ARRAY['administrator', 'system']);
