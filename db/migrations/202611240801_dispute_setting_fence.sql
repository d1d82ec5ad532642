-- Settings of an office hold nobody's data: everybody who acts for a unit reads them, and only a command
-- on the settings' own stream writes them.
ALTER TABLE dispute_setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY dispute_setting_read ON dispute_setting FOR SELECT TO huiyin_read
  USING (nullif(current_setting('app.actor', true), '') IS NOT NULL);
CREATE POLICY dispute_setting_write ON dispute_setting TO huiyin_write
  USING (nullif(current_setting('app.actor', true), '') IS NOT NULL)
  WITH CHECK (
    stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));
