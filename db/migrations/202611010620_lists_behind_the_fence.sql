-- O-3, L-5: the writing role too changes the lists of a petition only after it has passed the
-- petition's own row; until now any command could have read and emptied every list.
DROP POLICY desk_item_write ON desk_item;
CREATE POLICY desk_item_write ON desk_item TO huiyin_write
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system');
DROP POLICY accusation_item_write ON accusation_item;
CREATE POLICY accusation_item_write ON accusation_item TO huiyin_write
  USING (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system')
  WITH CHECK (stream_id = ANY (string_to_array(nullif(current_setting('app.stream', true), ''), ',')::uuid[])
         OR current_setting('app.roles', true) = 'system');
