-- Records of supervision that hang on no single petition (U-1, U-6): inspection programmes, inspections,
-- recommendations, policy gaps and repairs. A row is a projection of a record of its own, by which
-- lists and the scope of readers go; what people wrote lies sealed and stands in no row. A few
-- hundred a year in an office.

-- distribute: stream_id
CREATE TABLE supervision_record (
  stream_id uuid PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  office_id text COLLATE "C" NOT NULL,
  unit_id text COLLATE "C",
  about_id uuid,
  group_id uuid,
  status text COLLATE "C" NOT NULL,
  due_on date,
  made_at timestamptz NOT NULL,
  reader_units text[] COLLATE "C" NOT NULL,
  state jsonb NOT NULL,
  version integer NOT NULL
);
ALTER TABLE supervision_record OWNER TO huiyin_owner;
COMMENT ON TABLE supervision_record IS 'Inspections, recommendations, policy gaps and repairs, one row each; owner: supervision';
COMMENT ON COLUMN supervision_record.kind IS 'Kind of its stream';
COMMENT ON COLUMN supervision_record.office_id IS 'The unit that keeps it';
COMMENT ON COLUMN supervision_record.unit_id IS 'The unit that it is about';
COMMENT ON COLUMN supervision_record.about_id IS 'The programme of an inspection, the petition of a gap';
COMMENT ON COLUMN supervision_record.group_id IS 'The project that a gap was put under';
COMMENT ON COLUMN supervision_record.reader_units IS 'Who may read it; an unannounced inspection leaves the unit out until it is carried out';
COMMENT ON COLUMN supervision_record.state IS 'Codes, ids, dates and hashes, as they follow from the record';
GRANT SELECT, INSERT, UPDATE, DELETE ON supervision_record TO huiyin_write;
GRANT SELECT ON supervision_record TO huiyin_read;
-- Lists of a kind, newest first.
CREATE INDEX supervision_record_by_kind ON supervision_record (kind, made_at DESC, stream_id DESC);
-- Inspections of a programme, gaps of a petition.
CREATE INDEX supervision_record_about ON supervision_record (about_id) WHERE about_id IS NOT NULL;
-- Gaps of a project.
CREATE INDEX supervision_record_group ON supervision_record (group_id) WHERE group_id IS NOT NULL;
ALTER TABLE supervision_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervision_record_read ON supervision_record FOR SELECT TO huiyin_read
  USING (
    reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ',')
    OR current_setting('app.roles', true) = 'system');
CREATE POLICY supervision_record_write ON supervision_record TO huiyin_write
  USING (
    reader_units && string_to_array(nullif(current_setting('app.units', true), ''), ',')
    OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');

-- What everybody may read of a draw (U-1): the frozen list of opaque entries, its hash, where the seed
-- comes from, and afterwards seed and result. Which petition an entry stands for is not here.
-- distribute: stream_id
CREATE TABLE inspection_draw (
  stream_id uuid NOT NULL,
  draw_id uuid NOT NULL,
  office_id text COLLATE "C" NOT NULL,
  published jsonb NOT NULL,
  frozen_at timestamptz NOT NULL,
  PRIMARY KEY (stream_id, draw_id)
);
ALTER TABLE inspection_draw OWNER TO huiyin_owner;
COMMENT ON TABLE inspection_draw IS 'Draws of inspections as the portal publishes them; owner: supervision';
COMMENT ON COLUMN inspection_draw.stream_id IS 'The programme; the portal does not show it';
COMMENT ON COLUMN inspection_draw.published IS 'List, hash, procedure, seed and result: public by purpose';
GRANT SELECT, INSERT, UPDATE, DELETE ON inspection_draw TO huiyin_write;
GRANT SELECT ON inspection_draw TO huiyin_read;
CREATE INDEX inspection_draw_newest ON inspection_draw (frozen_at DESC, draw_id DESC);
CREATE INDEX inspection_draw_by_id ON inspection_draw (draw_id);
ALTER TABLE inspection_draw ENABLE ROW LEVEL SECURITY;
CREATE POLICY inspection_draw_read ON inspection_draw FOR SELECT TO huiyin_read USING (true);
CREATE POLICY inspection_draw_write ON inspection_draw TO huiyin_write
  USING (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system')
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
    OR current_setting('app.roles', true) = 'system');
