CREATE TABLE hand_off (
  id                  BIGINT        NOT NULL AUTO_INCREMENT,
  case_number         VARCHAR(14)   NOT NULL,
  reference           VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  step_key            VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target              VARCHAR(20)   NOT NULL,
  channel             VARCHAR(20)   NOT NULL,
  title               VARCHAR(200)  NOT NULL,
  text                TEXT          NOT NULL,
  severity            VARCHAR(10)   NOT NULL,
  round_the_clock     BOOLEAN       NOT NULL,
  diagnostics_consent BOOLEAN       NOT NULL,
  contact_name        VARCHAR(120)  NOT NULL,
  contact_email       VARCHAR(190)  NOT NULL,
  contact_phone       VARCHAR(40)   NOT NULL,
  contact_hours       VARCHAR(80)   NOT NULL,
  prepared_by         VARCHAR(120)  NULL,
  prepared_at         DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  -- One visit to the step that opens a ticket opens one, however often it is repeated.
  UNIQUE KEY uk_hand_off_step (step_key),
  UNIQUE KEY uk_hand_off_reference (reference),
  KEY ix_hand_off_case (case_number, id)
);

CREATE TABLE vendor_ticket (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  version       BIGINT       NOT NULL,
  hand_off_id   BIGINT       NOT NULL,
  target        VARCHAR(20)  NOT NULL,
  vendor_number VARCHAR(60)  NULL,
  state         VARCHAR(10)  NOT NULL,
  opened_at     DATETIME(6)  NULL,
  ended_at      DATETIME(6)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_vendor_ticket_hand_off (hand_off_id),
  UNIQUE KEY uk_vendor_ticket_number (target, vendor_number),
  CONSTRAINT fk_vendor_ticket_hand_off FOREIGN KEY (hand_off_id) REFERENCES hand_off (id)
);

CREATE TABLE vendor_ticket_note (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id   BIGINT       NOT NULL,
  kind        VARCHAR(20)  NOT NULL,
  text        TEXT         NOT NULL,
  recorded_by VARCHAR(120) NULL,
  recorded_at DATETIME(6)  NOT NULL,
  step_key    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_vendor_ticket_note_step (ticket_id, step_key),
  CONSTRAINT fk_vendor_ticket_note_ticket FOREIGN KEY (ticket_id) REFERENCES vendor_ticket (id)
);
