ALTER TABLE contact ADD COLUMN erased_at DATETIME(6) NULL;

ALTER TABLE support_case
  ADD COLUMN erased_at DATETIME(6) NULL,
  -- What is to be erased next, and what one contact asked.
  ADD KEY ix_support_case_retention (erased_at, ended_at),
  ADD KEY ix_support_case_contact (contact_id, erased_at);

CREATE TABLE legal_hold (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  contact_id  BIGINT       NOT NULL,
  -- Null when all of the contact is held.
  case_number CHAR(14)     NULL,
  reason      VARCHAR(500) NOT NULL,
  until_day   DATE         NULL,
  placed_at   DATETIME(6)  NOT NULL,
  placed_by   VARCHAR(190) NOT NULL,
  lifted_at   DATETIME(6)  NULL,
  lifted_by   VARCHAR(190) NULL,
  PRIMARY KEY (id),
  KEY ix_legal_hold_contact (contact_id, lifted_at),
  CONSTRAINT fk_legal_hold_contact FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE erasure_certificate (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  -- ON_REQUEST or BY_AGE.
  cause       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  customer_id BIGINT       NOT NULL,
  -- Under which the contact is kept from then on.
  contact_id  BIGINT       NOT NULL,
  pseudonym   VARCHAR(60)  NOT NULL,
  erased_at   DATETIME(6)  NOT NULL,
  -- Name of who asked for it; null when it was the schedule.
  person      VARCHAR(190) NULL,
  login       VARCHAR(190) NULL,
  -- How many records of what, by the modules that answer for them.
  counts      JSON         NOT NULL,
  PRIMARY KEY (id),
  KEY ix_erasure_certificate_contact (contact_id, id),
  CONSTRAINT fk_erasure_certificate_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT fk_erasure_certificate_contact FOREIGN KEY (contact_id) REFERENCES contact (id)
);
