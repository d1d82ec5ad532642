-- What the jobs of petitions look for.

-- distribute: address
CREATE TABLE stored_file (
  address text COLLATE "C" PRIMARY KEY,
  stream_id uuid NOT NULL
);
ALTER TABLE stored_file OWNER TO huiyin_owner;
COMMENT ON TABLE stored_file IS 'Directory of the files that an event or a paper names; a file that is not here may be swept';
COMMENT ON COLUMN stored_file.address IS 'Keyed address in the file store; tells nobody what the file holds';
GRANT SELECT, INSERT ON stored_file TO huiyin_write;
GRANT SELECT ON stored_file TO huiyin_read;

-- Withdrawals whose days of second thought are over.
CREATE INDEX petition_clock_withdrawal ON petition_clock (due_at, stream_id)
  WHERE period = 'withdrawal-revocation' AND stopped_at IS NULL;
-- Clocks that still run towards their day, for the recount by a new calendar.
CREATE INDEX petition_clock_running ON petition_clock (due_at, stream_id) WHERE stopped_at IS NULL;
