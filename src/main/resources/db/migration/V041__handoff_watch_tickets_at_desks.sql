ALTER TABLE hand_off
  ADD COLUMN topic_id VARCHAR(300) NULL;

ALTER TABLE vendor_ticket
  MODIFY COLUMN vendor_number VARCHAR(200) NULL,
  -- Copies of what a hand-off and its customer say: a poll reads a thousand tickets, and none of their texts.
  ADD COLUMN channel       VARCHAR(20)  NULL,
  ADD COLUMN tenant_id     VARCHAR(64)  NULL,
  ADD COLUMN watched       BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN status_there  VARCHAR(20)  NULL,
  ADD COLUMN changed_there DATETIME(6)  NULL,
  ADD COLUMN settled       BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN asked         BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD COLUMN looked_at     DATETIME(6)  NULL,
  ADD COLUMN contact_at    DATETIME(6)  NULL,
  ADD COLUMN trouble_since DATETIME(6)  NULL,
  ADD COLUMN trouble       VARCHAR(600) NULL,
  ADD COLUMN followed      BOOLEAN      NOT NULL DEFAULT FALSE,
  ADD KEY ix_vendor_ticket_watched (watched, state, ended_at),
  ADD KEY ix_vendor_ticket_state (state);

UPDATE vendor_ticket t JOIN hand_off h ON h.id = t.hand_off_id SET t.channel = h.channel;

ALTER TABLE vendor_ticket
  MODIFY COLUMN channel VARCHAR(20) NOT NULL;
