ALTER TABLE vendor_ticket
  -- Whether its desk tells how it stands; where it does not, a person follows the ticket.
  ADD COLUMN told BOOLEAN NOT NULL DEFAULT TRUE;

-- A desk that only takes mail knows a ticket by our reference, and never said when it changed.
UPDATE vendor_ticket t JOIN hand_off h ON h.id = t.hand_off_id
SET t.told = FALSE, t.followed = TRUE
WHERE t.watched AND t.channel = 'DESK' AND t.vendor_number = h.reference AND t.changed_there IS NULL;
