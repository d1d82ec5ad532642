-- Papers (G-1): what was made and issued, the registers of document numbers, and the directory by
-- which anybody verifies a paper. The content of a paper is sealed in the vault under its paper_id.

-- distribute: unit_id
CREATE TABLE document_number (
  unit_id text COLLATE "C" NOT NULL,
  year int NOT NULL CHECK (year BETWEEN 1949 AND 9999),
  register text COLLATE "C" NOT NULL,
  last_value int NOT NULL CHECK (last_value >= 0),
  PRIMARY KEY (unit_id, year, register)
);
ALTER TABLE document_number OWNER TO huiyin_owner;
COMMENT ON TABLE document_number IS 'Last document number of each unit, year and register: a locked row, taken last, at issue';
COMMENT ON COLUMN document_number.register IS 'The word of the number; accusations have registers of their own (L-5)';
GRANT SELECT, INSERT, UPDATE ON document_number TO huiyin_write;

-- distribute: unit_id
CREATE TABLE paper_number_void (
  unit_id text COLLATE "C" NOT NULL,
  year int NOT NULL,
  register text COLLATE "C" NOT NULL,
  value int NOT NULL CHECK (value > 0),
  reason text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, year, register, value)
);
ALTER TABLE paper_number_void OWNER TO huiyin_owner;
COMMENT ON TABLE paper_number_void IS 'Numbers taken and not used, so that every gap in a register is explained';
COMMENT ON COLUMN paper_number_void.reason IS 'Code of the reason; no words about the matter';
GRANT SELECT, INSERT ON paper_number_void TO huiyin_write;
GRANT SELECT ON paper_number_void TO huiyin_read;

-- distribute: stream_id
CREATE TABLE paper (
  stream_id uuid NOT NULL,
  paper_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  stage text COLLATE "C" NOT NULL
    CHECK (stage IN ('draft', 'checked', 'signed', 'sealed', 'served', 'void')),
  number text,
  unit_id text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  issued_on date,
  verify_code text COLLATE "C",
  pages int CHECK (pages > 0),
  pdf_sha256 text COLLATE "C" CHECK (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  pdf_file text COLLATE "C",
  docx_sha256 text COLLATE "C" CHECK (docx_sha256 ~ '^[0-9a-f]{64}$'),
  docx_file text COLLATE "C",
  PRIMARY KEY (stream_id, paper_id)
);
ALTER TABLE paper OWNER TO huiyin_owner;
COMMENT ON TABLE paper IS 'Papers of a case: kind, step and hashes; what they say is sealed';
COMMENT ON COLUMN paper.stage IS 'Step on the way out of the office (P-4a)';
COMMENT ON COLUMN paper.number IS 'Document number as printed, once issued';
COMMENT ON COLUMN paper.unit_id IS 'The unit that issues it';
COMMENT ON COLUMN paper.issued_on IS 'Date that the paper bears';
COMMENT ON COLUMN paper.pdf_sha256 IS 'Of the bytes of the PDF, recorded before service';
COMMENT ON COLUMN paper.pdf_file IS 'Address in the file store; DOCX likewise';
GRANT SELECT, INSERT, UPDATE ON paper TO huiyin_write;
GRANT SELECT ON paper TO huiyin_read;

ALTER TABLE paper ENABLE ROW LEVEL SECURITY;
CREATE POLICY paper_read ON paper FOR SELECT TO huiyin_read
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
CREATE POLICY paper_write ON paper TO huiyin_write
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]))
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- distribute: verify_code
CREATE TABLE paper_verification (
  verify_code text COLLATE "C" PRIMARY KEY,
  stream_id uuid NOT NULL,
  paper_id text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz NOT NULL
);
ALTER TABLE paper_verification OWNER TO huiyin_owner;
COMMENT ON TABLE paper_verification IS 'Directory of issued papers by the code printed on them';
COMMENT ON COLUMN paper_verification.verify_code IS '60 random bits: knowing it means holding the paper';
COMMENT ON COLUMN paper_verification.sha256 IS 'Of the PDF as issued: a changed file does not match';
GRANT SELECT, INSERT ON paper_verification TO huiyin_write;
GRANT SELECT ON paper_verification TO huiyin_read;

-- distribute: unit_id
CREATE TABLE paper_template (
  unit_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  slot text COLLATE "C" NOT NULL,
  text text NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, kind, slot)
);
ALTER TABLE paper_template OWNER TO huiyin_owner;
COMMENT ON TABLE paper_template IS 'An office''s own wording; a missing row means the default text';
COMMENT ON COLUMN paper_template.text IS 'Plain text with the placeholders of the default text';
GRANT SELECT, INSERT, UPDATE, DELETE ON paper_template TO huiyin_write;
GRANT SELECT ON paper_template TO huiyin_read;
