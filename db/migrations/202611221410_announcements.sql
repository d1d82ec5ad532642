-- Announcements whose days are over, for the nightly job that lets them take effect as service (G-2).
CREATE INDEX petition_clock_announcement ON petition_clock (due_at, stream_id, key)
  WHERE period = 'announcement' AND stopped_at IS NULL;
