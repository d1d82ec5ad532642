-- Public promises to many households (S-4). Each is a record of its own, with or without a petition; the
-- promise to the public itself is a commitment. Who lives where lies sealed under the record's own key.

-- distribute: stream_id
CREATE TABLE public_promise (
  stream_id uuid PRIMARY KEY,
  number integer NOT NULL,
  petition_id uuid,
  commitment_id uuid NOT NULL,
  unit_id text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL CHECK (status IN ('open', 'reported', 'fulfilled', 'withdrawn')),
  withheld boolean NOT NULL,
  due_on date NOT NULL,
  made_at timestamptz NOT NULL,
  reader_units text[] COLLATE "C" NOT NULL,
  state jsonb NOT NULL,
  version integer NOT NULL
);
ALTER TABLE public_promise OWNER TO huiyin_owner;
COMMENT ON TABLE public_promise IS 'Public promises to many households, one row each; owner: case-sponsorship';
COMMENT ON COLUMN public_promise.number IS 'Stands in the address of its page';
COMMENT ON COLUMN public_promise.withheld IS 'Its petition became an accusation: nobody sees it (L-5)';
COMMENT ON COLUMN public_promise.state IS 'The record folded, without its households; nothing in it lies open that is sealed';
GRANT SELECT, INSERT, UPDATE ON public_promise TO huiyin_write;
GRANT SELECT ON public_promise TO huiyin_read;
CREATE INDEX public_promise_newest ON public_promise (made_at, stream_id);
CREATE INDEX public_promise_number ON public_promise (number);
CREATE INDEX public_promise_commitment ON public_promise (commitment_id);
CREATE INDEX public_promise_petition ON public_promise (petition_id) WHERE petition_id IS NOT NULL;

-- Drawn singly: a number may stay unused, none is used twice.
CREATE SEQUENCE public_promise_sequence START 1001;
ALTER SEQUENCE public_promise_sequence OWNER TO huiyin_owner;
GRANT USAGE ON SEQUENCE public_promise_sequence TO huiyin_write;

-- distribute: stream_id
CREATE TABLE promise_household (
  stream_id uuid NOT NULL,
  household_id uuid NOT NULL,
  place integer NOT NULL,
  step smallint NOT NULL,
  moved_at timestamptz NOT NULL,
  details text COLLATE "C" NOT NULL,
  code_version integer NOT NULL,
  code_key uuid NOT NULL,
  PRIMARY KEY (stream_id, household_id)
);
ALTER TABLE promise_household OWNER TO huiyin_owner;
COMMENT ON TABLE promise_household IS 'Where each household of a promise stands; owner: case-sponsorship';
COMMENT ON COLUMN promise_household.household_id IS 'A keyed hash of promise and reference: the same reference is the same household, and is found exactly, by whoever has the key';
COMMENT ON COLUMN promise_household.details IS 'The sealed item with reference, name, mobile and note';
COMMENT ON COLUMN promise_household.code_key IS 'A keyed hash of the household''s code, which is derived and stored nowhere';
GRANT SELECT, INSERT, UPDATE ON promise_household TO huiyin_write;
GRANT SELECT ON promise_household TO huiyin_read;
-- Lists and sheets of slips, in the order in which households came; those of one step.
CREATE UNIQUE INDEX promise_household_place ON promise_household (stream_id, place);
CREATE INDEX promise_household_step ON promise_household (stream_id, step, place);
CREATE UNIQUE INDEX promise_household_code ON promise_household (stream_id, code_key);

ALTER TABLE public_promise ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_promise_read ON public_promise FOR SELECT TO huiyin_read
  USING (
    (NOT withheld
      AND reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ','))
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY public_promise_write ON public_promise TO huiyin_write
  USING (
    (NOT withheld
      AND reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ','))
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

ALTER TABLE promise_household ENABLE ROW LEVEL SECURITY;
CREATE POLICY promise_household_read ON promise_household FOR SELECT TO huiyin_read
  USING (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY promise_household_write ON promise_household TO huiyin_write
  USING (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
