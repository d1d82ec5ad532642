-- A ticket that was put back and called again has had two calls: a retry of either finds it.
ALTER TABLE reception_ticket ADD COLUMN call_commands uuid[] NOT NULL DEFAULT '{}';
UPDATE reception_ticket SET call_commands = ARRAY[call_command] WHERE call_command IS NOT NULL;
ALTER TABLE reception_ticket DROP COLUMN call_command;
COMMENT ON COLUMN reception_ticket.call_commands IS 'The commands that called it: a retry of "next" finds the ticket that it got, also when it was put back since';
