-- L-5: a record beside a petition that becomes an accusation is seen by its named handlers alone, and
-- by its units again when it is none any more.

ALTER TABLE case_record ADD COLUMN named text[] COLLATE "C";
COMMENT ON COLUMN case_record.named IS 'Of an accusation: who alone may see it, as actors; empty for all others';
UPDATE case_record c SET named = p.named FROM petition p
 WHERE p.stream_id = c.petition_id AND p.accusation;
DROP POLICY case_record_read ON case_record;
DROP POLICY case_record_write ON case_record;
CREATE POLICY case_record_read ON case_record FOR SELECT TO huiyin_read
  USING (named IS NULL AND reader_units && string_to_array(current_setting('app.units', true), ',')
         OR named @> ARRAY[current_setting('app.actor', true)] AND current_setting('app.units', true) <> ''
         OR current_setting('app.actor', true) = 'petitioner:' || petition_id::text
         OR current_setting('app.roles', true) = 'system');
CREATE POLICY case_record_write ON case_record TO huiyin_write
  USING (named IS NULL AND reader_units && string_to_array(current_setting('app.units', true), ',')
         OR named @> ARRAY[current_setting('app.actor', true)] AND current_setting('app.units', true) <> ''
         OR current_setting('app.actor', true) = 'petitioner:' || petition_id::text
         OR current_setting('app.roles', true) = 'system'
         OR petition_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]))
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

ALTER TABLE case_item ADD COLUMN named text[] COLLATE "C";
COMMENT ON COLUMN case_item.named IS 'Of an accusation: who alone may see it, as actors; empty for all others';
UPDATE case_item c SET named = p.named FROM petition p
 WHERE p.stream_id = c.petition_id AND p.accusation;
DROP POLICY case_item_read ON case_item;
CREATE POLICY case_item_read ON case_item FOR SELECT TO huiyin_read
  USING (unit_id = ANY (string_to_array(current_setting('app.units', true), ','))
         AND (named IS NULL OR named @> ARRAY[current_setting('app.actor', true)]));
