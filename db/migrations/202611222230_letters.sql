-- Letters before a leader or a unit's head (R-6): what lies before one unit, newest first.
CREATE INDEX case_record_of_holder ON case_record (kind, holder, opened_at DESC, stream_id DESC);
