-- Who is in copy of a case beside who asked; whoever is not known is shown to agents, and hears nothing.
CREATE TABLE case_participant (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  case_number CHAR(14)     NOT NULL,
  contact_id  BIGINT       NULL,
  address     VARCHAR(320) NOT NULL,
  name        VARCHAR(120) NOT NULL,
  state       VARCHAR(10)  NOT NULL,
  since       DATETIME(6)  NOT NULL,
  changed_by  VARCHAR(190) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_case_participant (case_number, address),
  KEY ix_case_participant_contact (contact_id),
  CONSTRAINT ck_case_participant_known CHECK ((state = 'UNKNOWN') = (contact_id IS NULL))
);

-- A letter to the contact as it goes to others of the case, each on its own way.
CREATE TABLE letter_copy (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  message_id BIGINT       NOT NULL,
  address    VARCHAR(320) NOT NULL,
  name       VARCHAR(120) NOT NULL,
  delivery   VARCHAR(10)  NOT NULL,
  sent_at    DATETIME(6)  NULL,
  failure    VARCHAR(500) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uk_letter_copy (message_id, address),
  CONSTRAINT fk_letter_copy_message FOREIGN KEY (message_id) REFERENCES message (id)
);
