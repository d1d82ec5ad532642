-- Projections that a rebuild from the record makes again from nothing (L-1): a row that the record
-- does not know must go. What a row says was never their only place.
GRANT DELETE ON proceeding, hall_shift, review_body TO huiyin_write;
CREATE POLICY review_body_delete ON review_body FOR DELETE TO huiyin_write
  USING (current_setting('app.roles', true) = 'system');
