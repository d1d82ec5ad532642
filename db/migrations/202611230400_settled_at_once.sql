-- What was settled on the spot (R-7), as the group and the people before it said at the end.
ALTER TABLE reception_ticket ADD COLUMN settled_at_once boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN reception_ticket.settled_at_once IS 'The conversation settled the matter there and then';
