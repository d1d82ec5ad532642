-- L-5: what the outbox, the statistics and the record of looks would tell of an accusation.

-- A message about an accusation stands on the outbox page of its named handlers alone: the number
-- of a petition that no list knows would tell everybody else what it is.
ALTER TABLE message ADD COLUMN named text[] COLLATE "C";
COMMENT ON COLUMN message.named IS 'Who alone may see it, as actors: the named handlers of an accusation; empty for all others';
UPDATE message m SET named = p.named FROM petition p
 WHERE p.stream_id = m.stream_id AND p.accusation;

DROP POLICY message_read ON message;
DROP POLICY message_write ON message;
-- Who may see a unit's outbox: the roles with the verb outbox.read in the kernel's table.
CREATE POLICY message_read ON message FOR SELECT TO huiyin_read
  USING (current_setting('app.roles', true) = 'system'
         OR ((named IS NULL OR named @> ARRAY[current_setting('app.actor', true)])
             AND ((unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
                   AND string_to_array(current_setting('app.roles', true), ',')
                       && ARRAY['office-head', 'accusation-officer', 'administrator'])
                  OR recipient_unit = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ',')))));
CREATE POLICY message_write ON message TO huiyin_write
  USING (current_setting('app.roles', true) = 'system'
         OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR ((named IS NULL OR named @> ARRAY[current_setting('app.actor', true)])
             AND unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
             AND string_to_array(current_setting('app.roles', true), ',')
                 && ARRAY['office-head', 'accusation-officer', 'administrator']))
  WITH CHECK (current_setting('app.roles', true) = 'system'
         OR unit_id = ANY (string_to_array(nullif(current_setting('app.units', true), ''), ','))
         OR stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[]));

-- A petition is an accusation by this flag, whatever else its purpose says.
DROP POLICY petition_statistics ON petition;
CREATE POLICY petition_statistics ON petition FOR SELECT TO huiyin_statistics
  USING (NOT accusation);

-- Looks are read by the auditors' list alone, and everybody leaves them under the own name.
ALTER TABLE access_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY access_record_read ON access_record FOR SELECT TO huiyin_read
  USING (current_setting('app.roles', true) = 'system');
CREATE POLICY access_record_write ON access_record FOR INSERT TO huiyin_write
  WITH CHECK (actor = current_setting('app.actor', true));
