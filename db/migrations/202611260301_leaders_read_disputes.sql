-- Leaders read the disputes of the offices that they look over, as they read other records of them;
-- everybody else sees a dispute by the unit in whose name they act, and nobody writes by this.
DROP POLICY dispute_read ON dispute;
CREATE POLICY dispute_read ON dispute FOR SELECT TO huiyin_read
  USING (
    split_part(current_setting('app.units', true), ',', 1) IN (village_unit, township_unit, county_unit)
    OR (string_to_array(current_setting('app.roles', true), ',') && ARRAY['leader']
        AND ARRAY[village_unit, township_unit, county_unit]
            && string_to_array(nullif(current_setting('app.units', true), ''), ','))
    OR current_setting('app.actor', true) = 'petitioner:' || petition_id::text
    OR current_setting('app.roles', true) = 'system');
